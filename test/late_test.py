#!/usr/bin/env python3
"""Writes entries down late, and looks whether anybody is worse off for it.

Every entry that is the last of its day is moved behind a later one, as `LATER effective DAY …`, one
at a time, in the examples, the life of the coating alliance to its end among them, in books made by
chance and in some ventures, without their settlements: every figure of every party, fund, what is
unshared and uncovered, and every account must be what it is with the entry in its place. What an
entry declares goes no further than to where it is used. With its settlements the text must still
settle, with the identities of a settlement kept. test/entries_test.py does the same with every kind
of entry alone.

    test/late_test.py [HEQI]
"""
import random
import re
import sys

sys.dont_write_bytecode = True
from reverse_test import check_identities
from auditor.generate import scenario
from support import ROOT, Tally, differences, find_heqi, no_binary, run, text_of

DATED = re.compile(r"^\d{4}-\d{2}-\d{2} ")
# Settlements and decisions stand on the day they are taken; payouts rest on settlements.
FIXED = re.compile(r"^\S+ (settle|motion|vote|decide|meeting|veto|pay|dissolve|amend)\b")
DECLARED = re.compile(r"^\S+ (?:result|background|license|join) (\S+)")
MOVED = 40
BOOKS = 40
# What was not known then may be missed then: a payout of what was not yet due, a fund not yet filled,
# a call by stakes not yet written down, a transfer of what was not yet there or offered, a refund of
# what was not yet paid are refused, as a grant of what was not filed, a report of what was reported
# and not yet taken back, a return of what was not yet granted,
# leaving without notice, a debt given up that is not there, an overrun before it is spent, and rightly.
MISSED = {"E270", "E308", "E309", "E310", "E312", "E350", "E365", "E370", "E372", "E374", "E376",
          "E377", "E385", "E393", "E394", "E411"}
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


def cited(journal):
    """The days by which entries are cited."""
    return {found[1] for found in map(CITED.match, journal) if found}


def movable(journal):
    return [i for i, s in enumerate(journal[:-1])
            if s[:10] != journal[i + 1][:10] and not FIXED.match(s) and " effective " not in s
            and s[:10] not in cited(journal)]


def places(journal, at):
    """Behind which statements one may be written: before what it declares is used, before the
    alliance ends, on no day whose entries are cited."""
    found = DECLARED.match(journal[at])
    end = len(journal)
    for i in range(at + 1, len(journal)):
        used = found and re.search(rf"(?<![\w-]){re.escape(found[1])}(?![\w-])", journal[i])
        if used or re.match(r"\S+ dissolve\b", journal[i]):
            end = i
            break
    days = cited(journal)
    return [i for i in range(at + 1, end) if journal[i][:10] not in days]


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
        failed = settled if settled.code else balance
        codes = [finding["code"] for finding in (failed.json or {}).get("findings", [])]
        return None, [f"{' '.join(codes)}: {failed}"]
    return (settled.json, balance.json), []


def missed(problems):
    """Whether heqi refused an entry for want of one that comes later."""
    return any(MISSED & set(problem.partition(":")[0].split()) for problem in problems)


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


def check_text(heqi, name, text, tally, rng, most=MOVED):
    # Without its settlements nothing is set off, and who is late in the end leaves.
    head, whole = statements(re.sub(r"^    out after .*$\n", "", text, flags=re.M))
    gone = {s[:10] for s in whole if LEFT_OUT.match(s)}
    whole = [s for s in whole if not LEFT_OUT.match(s)
             and not ((found := CITED.match(s)) and found[1] in gone)]
    bare = [s for s in whole if not re.match(r"\S+ (settle|(agree|dispute|pay) )", s + " ")]
    expected, problems = figures(heqi, "\n".join([head, *bare]) + "\n")
    tally.case(f"{name}: settles in its order", [] if missed(problems) else problems)
    if problems:
        return
    can = [at for at in movable(bare) if places(bare, at)]
    for at in rng.sample(can, min(most, len(can))):
        to = rng.choice(places(bare, at))
        tally.case(f"{name}: {bare[at].splitlines()[0]!r} written on {bare[to][:10]}",
                   check_same(heqi, moved(head, bare, at, to), expected))
    can = [at for at in movable(whole) if places(whole, at)]
    for at in rng.sample(can, min(most // 4, len(can))):
        to = rng.choice(places(whole, at))
        tally.case(f"{name}: with settlements, {whole[at].splitlines()[0]!r} written late",
                   check_settles(heqi, moved(head, whole, at, to)))


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally, rng = Tally(), random.Random(20261124)
    paths = [ROOT / "examples" / f"{name}.heqi" for name in ("coating", "coating-life", "three")]
    paths += [ROOT / "test" / "texts" / f"{name}.heqi" for name in ("stakes", "dues", "refunds", "covers",
                                                              "recovery", "bad_debts")]
    paths += [ROOT / "test" / "books" / f"{name}.heqi" for name in ("postings", "registers")]
    paths += sorted((ROOT / "examples" / "ventures").glob("*.heqi"))
    for path in filter(lambda p: p.exists(), paths):
        check_text(heqi, path.name, text_of(path), tally, rng)
    for seed in range(BOOKS):
        made = scenario(seed)
        if not made.refused:
            check_text(heqi, f"book {seed}", made.text(), tally, rng, most=4)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
