#!/usr/bin/env python3
"""Writes entries down late, and looks whether anybody is worse off for it.

Every entry that is the last of its day is moved behind a later one, as `LATER effective DAY …`, one
at a time, in examples/coating.heqi, examples/three.heqi and some ventures, without their
settlements: every figure of every party, fund, what is unshared and uncovered, and every account
must be what it is with the entry in its place. With its settlements the text must still settle,
with the identities of a settlement kept.

    test/late_test.py [HEQI]
"""
import random
import re
import sys

sys.dont_write_bytecode = True
from reverse_test import check_identities
from support import ROOT, Tally, differences, find_heqi, no_binary, run

DATED = re.compile(r"^\d{4}-\d{2}-\d{2} ")
# What is declared must be declared before it is used, and decisions stand on the day they are taken.
FIXED = re.compile(r"^\S+ (settle|result|background|license|licence|motion|vote|decide|meeting|veto|"
                   r"join|agree|dispute|reverse|pay|sign)\b")
MOVED = 40
# What was not known then may be missed then: a payout of what was not yet due, a fund not yet filled,
# a call by stakes not yet written down, a transfer of what was not yet there or offered are refused,
# and rightly.
MISSED = {"E308", "E309", "E310", "E370", "E372", "E374", "E376", "E377"}
# Which shares a redetermination takes the place of depends on when it is written, not on its day.
LEFT_OUT = re.compile(r"^\S+ redetermine ")
CITED = re.compile(r"^\S+ (?:effective \S+ )?(?:reverse|[\w-]+ (?:accepts|waives)) (\S+)")


def statements(text):
    """The text before the journal, and the dated statements with the lines below them."""
    head, found = [], []
    for line in text.splitlines():
        if DATED.match(line):
            found.append([line])
        elif found and (line.startswith(" ") or not line.strip()):
            found[-1].append(line)
        elif not found:
            head.append(line)
    return "\n".join(head), ["\n".join(lines) for lines in found]


def movable(journal):
    cited = {found[1] for found in map(CITED.match, journal) if found}
    return [i for i, s in enumerate(journal[:-1])
            if s[:10] != journal[i + 1][:10] and not FIXED.match(s) and " effective " not in s
            and s[:10] not in cited]


def moved(head, journal, at, to):
    """Statement `at` written down after statement `to`, on its day."""
    day, rest = journal[at][:10], journal[at][11:]
    late = f"{journal[to][:10]} effective {day} {rest}"
    order = journal[:at] + journal[at + 1:to + 1] + [late] + journal[to + 1:]
    return "\n".join([head, *order]) + "\n"


def figures(heqi, text):
    settled = run(heqi, "settle", "-", text=text)
    balance = run(heqi, "balance", "-", text=text)
    if settled.code or balance.code:
        return None, [str(settled if settled.code else balance)]
    return (settled.json, balance.json), []


def missed(problems):
    """Whether heqi refused an entry for want of one that comes later."""
    return any(f'"code": "{code}"' in problem for problem in problems for code in MISSED)


def check_same(heqi, text, expected):
    got, problems = figures(heqi, text)
    if problems:
        return [] if missed(problems) else problems
    for name, party in expected[0]["parties"].items():
        problems += differences(party, got[0]["parties"][name], f"{name} ")
    problems += differences(expected[0]["funds"], got[0]["funds"], "fund ")
    problems += differences(expected[1]["accounts"], got[1]["accounts"])
    return problems


def check_settles(heqi, text):
    got, problems = figures(heqi, text)
    if problems:
        return [] if missed(problems) else problems
    return check_identities(*got)


def check_text(heqi, path, tally, rng):
    # Without its settlements nothing is set off, and who is late in the end leaves.
    head, whole = statements(re.sub(r"^    out after .*$\n", "", path.read_text(), flags=re.M))
    gone = {s[:10] for s in whole if LEFT_OUT.match(s)}
    whole = [s for s in whole if not LEFT_OUT.match(s)
             and not ((found := CITED.match(s)) and found[1] in gone)]
    bare = [s for s in whole if not re.match(r"\S+ (settle|(agree|dispute|pay) )", s + " ")]
    expected, problems = figures(heqi, "\n".join([head, *bare]) + "\n")
    tally.case(f"{path.name}: settles in its order", problems)
    if problems:
        return
    can = movable(bare)
    for at in rng.sample(can, min(MOVED, len(can))):
        to = rng.randrange(at + 1, len(bare))
        tally.case(f"{path.name}: {bare[at].splitlines()[0]!r} written on {bare[to][:10]}",
                   check_same(heqi, moved(head, bare, at, to), expected))
    can = movable(whole)
    for at in rng.sample(can, min(MOVED // 4, len(can))):
        to = rng.randrange(at + 1, len(whole))
        tally.case(f"{path.name}: with settlements, {whole[at].splitlines()[0]!r} written late",
                   check_settles(heqi, moved(head, whole, at, to)))


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally, rng = Tally(), random.Random(20261124)
    paths = [ROOT / "examples" / name for name in ("coating.heqi", "three.heqi")]
    paths += [ROOT / "test" / "texts" / f"{name}.heqi" for name in ("stakes", "dues")]
    paths += sorted((ROOT / "examples" / "ventures").glob("*.heqi"))
    for path in filter(lambda p: p.exists(), paths):
        check_text(heqi, path, tally, rng)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
