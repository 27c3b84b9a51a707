#!/usr/bin/env python3
"""Settles agreements made at random twice, by heqi and by the auditor, and compares every figure.

    test/auditor_test.py [HEQI] [--scenarios N] [--seed S] [--processes P] [--write-cases]

The auditor (test/auditor) is a second engine, written from the language pages alone, slow and
plain. Compared are the figures of all parties and funds, every line of `settle --lines`, the
accounts of `balance`, and where a text must be refused, the code and the line. A share of the
scenarios is also settled at an earlier day, sent through Chinese and back into figures, and
explained, and every explanation is added up again. So are the examples, and the texts of the
reference, and kept texts, which lie with their results in test/auditor/cases. Of others one entry
is written late, or stakes are redetermined: then heqi must find what the auditor finds where all was
told in time. The test fails, too, when something that the generator is for was never reached.

HEQI is the binary; else the variable HEQI_RELEASE or HEQI names it, else it is build/heqi.
"""
import argparse
import json
import multiprocessing
import re
import statistics
import sys
import time
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import readd_test
import reverse_test
from auditor import compare, coverage, told_later
from auditor.generate import Maker, scenario
from auditor.generate_office import OfficeMaker
from auditor.words import Unknown
from auditor.shrink import shrink
from support import ROOT, Tally, find_heqi, no_binary, run

CASES = ROOT / "test" / "auditor" / "cases"
SCENARIOS = 2000
TEXTS_READ = 20             # of the examples and of the reference, at least
OFFICE_EACH = 3             # one scenario of so many is with office and capital
LEAST_ENTRIES = 40          # the median of all journals
LINES_EXPLAINED = 12        # of a scenario that is explained
UNITS_LEFT = 10             # of a party, when everything is taken back
PROGRESS = 10000            # of the long form: how often it says how far it is
SHRUNK_MOST = 5             # texts that are made smaller: it takes a while
SHRINK_SECONDS = 30
STANDING = re.compile(r"(?m)^(\S+ settle|\S+ (agree|dispute|transfer \S+ (stake|from)) .*|"
                      r"\S+ \S+ (offers|waives) .*|  always .*)\n")     # what is not taken back


def wrong(heqi, text, until=None):
    """What heqi says otherwise than the auditor."""
    return compare.differences(heqi, text, compare.expect(text, until), until)


def kind(problems):
    """What makes two differences the same: shrinking must not end at another one."""
    if not problems:
        return ""
    if problems[0].startswith("code"):
        words = problems[0].split()
        return " ".join(word for word in words[:8] if not word.isdigit())
    return "figures"


def smaller(heqi, text):
    """The smallest text found that is wrong in the same way, or the text itself."""
    wanted, end = kind(wrong(heqi, text)), time.monotonic() + SHRINK_SECONDS

    def still(candidate):
        if time.monotonic() > end:
            return False
        try:
            return kind(wrong(heqi, candidate)) == wanted
        except (Unknown, KeyError, ValueError, ZeroDivisionError, TypeError, AttributeError):
            return False

    return shrink(text, still) if wanted else text


# ---- one scenario -------------------------------------------------------------------------------

def check_earlier(heqi, maker, text):
    """The same text at a day inside its journal."""
    days = (maker.today - maker.founded).days
    day = maker.founded + timedelta(maker.random.randrange(days + 1))
    return [f"until {day}: {problem}" for problem in wrong(heqi, text, day)]


def check_chinese(heqi, text):
    """The Chinese spelling of the same text settles alike."""
    with compare.Asked(heqi, text) as asked:
        chinese = compare.formatted(asked, "zh")
        english = asked.ask("settle", "--lines").json
    with compare.Asked(heqi, chinese) as asked:
        got = asked.ask("settle", "--lines").json
    return [] if got == english else ["the Chinese spelling settles otherwise"]


def without_parting(settlement, line, problems):
    """A receipt that was parted among results before ends its tree in that rounding, not in one of
    the line, and what is drawn from a fund in a minus: then only the amount counts."""
    if line["kind"] == "draw" or (line["entry"]
                                  and " from L" in settlement.journal.entry(line["entry"])):
        return [problem for problem in problems if not problem.startswith("before rounding")]
    return problems


def rounded(amounts, digits):
    """Amounts in other currencies are whole minor units, half a unit up."""
    scale = 10**digits
    return amounts | {Fraction(int(amount * scale + Fraction(1, 2)), scale) for amount in amounts}


def paid_at(settlement, entry):
    """What of debts was set off, or paid by an advance, at an entry, in all of a party at most; of
    who joins a project any cost may pass to it."""
    if entry and " joins " in settlement.journal.entry(entry):
        return 10**18
    paid = Counter()
    for line in settlement.lines:
        if line["entry"] == entry and line["figure"] in ("set_off", "paid_in"):
            paid[line["to"]] += Fraction(line["amount"])
    return max(paid.values(), default=0)


class Written(set):
    """Amounts that a leaf may be: those written at an entry, or a part of what was paid at it, which
    is cost of the project of each debt."""

    def __init__(self, amounts, paid):
        super().__init__(amounts)
        self.paid = paid

    def __contains__(self, amount):
        return super().__contains__(amount) or 0 < abs(amount) <= self.paid


def check_explained(heqi, maker, text):
    """The explanations of parties, funds, rests and some lines add up."""
    with compare.Asked(heqi, text) as asked:
        settlement = readd_test.Settlement(heqi, Path(asked.path))
        found = list(settlement.problems)
        if found:
            return found
        problems, written = readd_test.problems_of, settlement.written_at
        settlement.adder.written_at = lambda entry: Written(
            rounded(written(entry), settlement.digits), paid_at(settlement, entry))
        for check in (readd_test.check_identities, readd_test.check_sums):
            found += problems(check, settlement)
        for party in settlement.parties:
            found += problems(readd_test.check_party, settlement, party)
        for other in settlement.others:
            found += problems(readd_test.check_other, settlement, other)
        lines = settlement.lines
        for line in maker.random.sample(lines, min(LINES_EXPLAINED, len(lines))):
            found += without_parting(settlement, line, problems(readd_test.check_line, settlement,
                                                                line))
    return [f"explained: {problem}" for problem in found]


def check_votes(heqi, maker, text):
    """The count of every motion that was decided."""
    found = []
    with compare.Asked(heqi, text) as asked:
        for name, motion in maker.alliance.motions.items():
            if motion.decided:
                got = run(heqi, "tally", asked.path, name).json or {}
                found += [f"{name}: {problem}" for problem in
                          compare.different_counts(motion.count, got)]
    return found


def check_reversed(heqi, text):
    """Everything taken back again, the last first, leaves nothing, but for units that a tier gave
    to some and took back from others. Without settlements: what they share of a surplus and set off
    is booked for good; and without stakes and results that are passed on: what comes back of stakes
    must be there, and results do not come back."""
    text = STANDING.sub("", text)
    entries = reverse_test.entries(text)
    liable = re.findall(r"(?m)^\d{4}-\d\d-\d\d (liability )?", text)
    chosen = [entry[:2] for entry, is_liability in zip(entries, liable)
              if entry[2] or is_liability]
    with compare.Asked(heqi, text) as asked:
        if not chosen or asked.ask("settle").code != 0:
            return []       # without its settlements more is paid out than is due, and so on
    day = date.fromisoformat(entries[-1][0]) + timedelta(1)
    taken_back = reverse_test.with_reversals(text, reversed(chosen), day)
    with compare.Asked(heqi, taken_back) as asked:
        settled = asked.ask("settle")
    if settled.code != 0 or not settled.json:
        return [f"reversed: {compare.first_error(settled)}"]
    unit = Fraction(1, 10**len(settled.json["unshared"].partition(".")[2]))
    left = [problem for problem in reverse_test.check_nothing_left(settled.json, True)
            if abs(Fraction(problem.split()[-1])) > UNITS_LEFT * unit]
    return [f"reversed: {problem}" for problem in left]


def judge(job):
    """One seed: (seed, text, problems, what was reached, entries)."""
    heqi, seed = job
    office = seed % OFFICE_EACH == 0
    maker = scenario(seed, kind=OfficeMaker if office else Maker)
    text = maker.text()
    try:
        found = wrong(heqi, text)
        if not found and not maker.refused:
            if seed % 5 == 1:
                found = check_earlier(heqi, maker, text)
            elif seed % 10 == 2:
                found = check_chinese(heqi, text)
            elif seed % 10 == 4 and not office:
                found = check_reversed(heqi, text)
            elif seed % 10 == 3 and office:
                found = check_votes(heqi, maker, text)
            elif seed % 10 == 3:
                found = check_explained(heqi, maker, text)
            elif seed % 10 in (5, 7, 9) and not (office and seed % 10 == 7):
                name = {5: "late", 7: "redetermined", 9: "blamed"}[seed % 10]
                found = getattr(told_later, name)(heqi, maker, text)
                maker.alliance.seen["told later", name] += found is not None
                found = [f"{name}: {problem}" for problem in found or ()]
    except Unknown:
        pass            # stakes that arrears made too fine for heqi
    except Exception as why:  # an auditor that fails must not pass for one that agrees
        found = [f"auditor: {type(why).__name__}: {why}"]
    seen = maker.alliance.seen
    expected = compare.expect(text) if maker.refused else {}
    if "code" in expected:
        seen["refusal", expected["code"]] += 1
    return seed, text, found, seen, maker.alliance.count


def run_scenarios(heqi, options, tally):
    seen, entries, shrunk = Counter(), [], 0
    jobs = [(heqi, seed) for seed in range(options.seed, options.seed + options.scenarios)]
    with multiprocessing.Pool(options.processes) as pool:
        for seed, text, problems, reached, count in pool.imap_unordered(judge, jobs, 8):
            tally.case(f"seed {seed}", problems)
            seen.update(reached)
            entries.append(count)
            if len(entries) % PROGRESS == 0:
                print(f"{len(entries)} scenarios, {tally.failed} failed", flush=True)
            if problems and shrunk < SHRUNK_MOST:
                shrunk += 1
                small = smaller(heqi, text)
                print(f"--- seed {seed}, made smaller:\n{small}", end="")
                print("\n".join(wrong(heqi, small)[:8] or problems[:8]), flush=True)
    return seen, entries


def check_coverage(seen, entries, tally):
    """The generator reached what it is for; only many scenarios can show it."""
    many = len(entries) >= coverage.EVERY_PAIR
    for name in coverage.WANTED:
        if many or (name[0] != "tier" and name not in coverage.RARE):
            tally.case(f"reached: {' '.join(name)}", [] if seen[name] else ["never"])
    pairs = [name for name in coverage.WANTED if name[0] == "tier"]
    reached = sum(seen[name] > 0 for name in pairs)
    tally.case("most pairs of tier and measure are reached",
               [] if reached >= 0.9 * len(pairs) else [f"{reached} of {len(pairs)}"])
    median = statistics.median(entries)
    tally.case("the journals are long",
               [] if median >= LEAST_ENTRIES else [f"the median has {median} entries"])


# ---- kept cases ---------------------------------------------------------------------------------

def plain(expected):
    """What is kept of a case: the auditor's figures, its fractions as heqi writes them."""
    if "lines" not in expected:
        return expected
    return expected | {"lines": [line | {"exact": str(line["exact"])} for line in expected["lines"]]}


def check_cases(heqi, tally, write):
    for path in sorted(CASES.glob("*.heqi")):
        text, kept = path.read_text(encoding="utf-8"), path.with_suffix(".json")
        expected = compare.expect(text)
        if write:
            kept.write_text(json.dumps(plain(expected), indent=1, ensure_ascii=False) + "\n",
                            encoding="utf-8")
        same = json.loads(kept.read_text(encoding="utf-8")) == plain(expected)
        tally.case(f"{path.name} by the auditor", [] if same else ["it is not what was kept"])
        tally.case(f"{path.name} by heqi", wrong(heqi, text))
        if "lines" in expected:
            tally.case(f"{path.name} taken back", check_reversed(heqi, text))


def with_included(path):
    """The text of a file, with those it includes in their places."""
    return re.sub(r'(?m)^include "(.*)"$', lambda found: with_included(path.parent / found[1]),
                  path.read_text(encoding="utf-8"))


def texts():
    """(name, text) of the examples, of kept texts, and of those of the reference that give figures."""
    for folder in ("examples", "test/auditor/texts"):
        for path in sorted((ROOT / folder).rglob("*.heqi")):
            yield str(path.relative_to(ROOT)), with_included(path)
    page, named = (ROOT / "docs" / "language.md").read_text(encoding="utf-8"), {}
    for fence in re.finditer(r"(?ms)^```heqi([^\n]*)\n(.*?)^```$", page):
        words = dict(word.split("=") for word in fence[1].split() if "=" in word)
        text = named.get(words.get("after"), "") + fence[2]
        if "text" in words:
            named[words["text"]] = text
        if re.search(r"(?m)^# (settles|balance)", fence[2]):
            yield f"docs/language.md:{page.count(chr(10), 0, fence.start()) + 1}", text


def check_texts(heqi, tally):
    """What is written for readers, as far as the auditor reads it."""
    read = 0
    for name, text in texts():
        try:
            problems = wrong(heqi, text)
        except Unknown:
            continue
        read += 1
        tally.case(name, problems)
    tally.case("the auditor reads what is written for readers",
               [] if read >= TEXTS_READ else [f"{read} texts only"])


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("heqi", nargs="?")
    parser.add_argument("--scenarios", type=int, default=SCENARIOS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--write-cases", action="store_true")
    options = parser.parse_args(arguments)
    heqi = find_heqi(options.heqi, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally = Tally()
    check_cases(heqi, tally, options.write_cases)
    check_texts(heqi, tally)
    if options.scenarios:
        seen, entries = run_scenarios(heqi, options, tally)
        if options.scenarios >= SCENARIOS:
            check_coverage(seen, entries, tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
