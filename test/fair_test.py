#!/usr/bin/env python3
"""heqi fair: the text of docs/fair.md and what is printed for it; one percentage changes the answer; the
screen fits 40 lines of 100 columns in both languages; JSON adds up. The games and divisions themselves
are worked out by hand in test/unit/fair_test.c.

    test/fair_test.py --write     writes the output shown in docs/fair.md anew

The last line of the output is "N passed, N failed"."""
import json
import re
import subprocess
import sys
import unicodedata
from decimal import Decimal
from fractions import Fraction

import support

HEQI = support.find_heqi("", "HEQI")
RELEASE = support.find_heqi("", "HEQI_RELEASE")
PAGE = support.ROOT / "docs" / "fair.md"
SHOWN = re.compile(r"(```heqi\n(.*?)^```\n\n```text fair([^\n]*)\n)(.*?)^```$", re.M | re.S)
COATING = (support.ROOT / "examples" / "coating.heqi").read_text(encoding="utf-8")
LINES, COLUMNS = 40, 100

tally = support.Tally()


def run(program, text, *words):
    return subprocess.run([program, "fair", *words, "-"], input=text.encode(), capture_output=True,
                          cwd=support.ROOT)


def told(text, *words):
    done = run(RELEASE, text, "--json", *words)
    return json.loads(done.stdout)


def page_text():
    return SHOWN.search(PAGE.read_text(encoding="utf-8"))[2]


def test_page():
    text = PAGE.read_text(encoding="utf-8")

    def fill(match):
        done = run(HEQI, match[2], "--lang", "en", *match[3].split())
        return f"{match[1]}{done.stdout.decode()}```"
    now = SHOWN.sub(fill, text)
    if "--write" in sys.argv:
        PAGE.write_text(now, encoding="utf-8")
    tally.case("the page shows what is printed", [] if now == text else ["run with --write"])


def gain(data):
    return data["coalitions"]["leaver"], data["coalitions"]["gain"]


def test_one_percentage():
    """By hand, in the page and in the unit test: at 50% a and b gain 200, at 70% 40, at 75% nothing."""
    problems = []
    for makers, leaver, wanted in (50, ["a", "b"], "200.00"), (70, ["a", "b"], "40.00"), (75, [], "0.00"):
        text = page_text().replace("50% to makers", f"{makers}% to makers")
        text = text.replace("50% to members", f"{100 - makers}% to members")
        got = gain(told(text))
        if got != (leaver, wanted):
            problems.append(f"{makers}%: {got}, not {leaver} {wanted}")
    tally.case("one percentage changes who would leave", problems)


def test_percentage_of_the_coating_alliance():
    """At the end of 2014 cost is not repaid yet: what the makers get more of each receipt, those who
    bore cost get less. univ-a and inst-a bore little, so they gain; and what the group that would
    leave gains by leaving is less by just as much as it gets more."""
    day = "2014-12-31"
    before = told(COATING, "--at", day)
    after = told(COATING.replace("    15%               to makers by invention",
                                 "    25%               to makers by invention"), "--at", day)
    names = before["coalitions"]["leaver"]

    def gets(data, who):
        return sum(Decimal(p["gets"]) for p in data["players"] if p["name"] in who)
    problems = []
    if after["coalitions"]["leaver"] != names or not names:
        problems.append(f"{names} became {after['coalitions']['leaver']}")
    for name in ("univ-a", "inst-a"):
        if gets(after, [name]) <= gets(before, [name]):
            problems.append(f"{name} gets {gets(after, [name])}")
    change = Decimal(before["coalitions"]["gain"]) - Decimal(after["coalitions"]["gain"])
    if change == 0 or change != gets(after, names) - gets(before, names):
        problems.append(f"the gain fell by {change}")
    tally.case("15% or 25% for the makers of the coating alliance", problems)


def test_coalition():
    """The three who do waterborne have pledged or paid 6,548,142.86 of the 7,000,000 that its budget
    leaves to members; with pentium they have enough. Without the licence L2, whose owners they are,
    they would have made less by its fee, 2,400,000."""
    four = "lighthouse, univ-a、inst-a + pentium"

    def asked(text, names, *words):
        return told(text, "--coalition", names, *words)["coalition"]
    problems = []
    if asked(COATING, "lighthouse, univ-a, inst-a")["worth"] != "0.00":
        problems.append("the three lack money")
    if asked(COATING, four)["worth"] != "6740000.00":
        problems.append(f"{asked(COATING, four)}")
    with_it = asked(COATING, four, "--at", "2014-12-31")
    without = asked(coating_without("L2"), four, "--at", "2014-12-31")
    if Decimal(with_it["worth"]) - Decimal(without["worth"]) != 2400000:
        problems.append(f"{with_it['worth']} with L2, {without['worth']} without")
    shown = run(RELEASE, COATING, "--coalition", "lighthouse univ-a inst-a").stdout.decode()
    if "waterborne they could not carry on: 451,857.14 is missing." not in shown:
        problems.append(shown)
    done = run(HEQI, page_text(), "--coalition", "a, x")
    if done.returncode != 2 or b"`x`" not in done.stderr:
        problems.append(f"exit {done.returncode}: {done.stderr.decode()}")
    tally.case("a coalition that is asked for", problems)


def coating_without(licence):
    """The coating alliance without what names a licence, entry for entry."""
    pieces = re.split(r"(?m)^(?=\d{4}-)", COATING)
    names_it = re.compile(rf"\S+ (license|income [\d,.]+ from) {licence}\b")
    return "".join(piece for piece in pieces if not names_it.match(piece))


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def test_screen():
    problems = []
    for lang in ("en", "zh"):
        done = run(RELEASE, COATING, "--lang", lang)
        lines = done.stdout.decode().splitlines()
        if done.returncode != 0:
            problems.append(f"{lang}: exit {done.returncode}")
        if len(lines) > LINES or max(map(width, lines)) > COLUMNS:
            problems.append(f"{lang}: {len(lines)} lines, {max(map(width, lines))} columns")
    tally.case("one screen in both languages", problems)


def test_sums():
    """What all get is what all made, by every method; and it is income, grants and cost."""
    data, problems = told(COATING), []
    worth = {key: Decimal(value) for key, value in data["worth"].items()
             if key in ("all", "income", "grants", "cost")}
    if worth["all"] != worth["income"] + worth["grants"] - worth["cost"]:
        problems.append(f"{worth}")
    for m in data["methods"]:
        if "exact" not in m:
            continue
        total = sum(Fraction(x) for x in m["exact"].values())
        if total != Fraction(worth["all"]) * 100:
            problems.append(f"{m['method']}: {total}")
    if [p["name"] for p in data["players"] if p["needed_by_all"]]:
        problems.append("uv is done without the makers of waterborne")
    tally.case("sums of the coating alliance", problems)


def test_power():
    """examples/council.heqi: `start` needs 4 of 7 and 3 of 4 enterprises. Whom is no enterprise decides
    only where just 3 enterprises stand before it: 4 · 3! 3! / 7! = 1/35; the four share the rest."""
    text = (support.ROOT / "examples" / "council.heqi").read_text(encoding="utf-8")
    rows = {row["matter"]: row for row in told(text)["power"]}
    got = sorted(seat["shapley"] for seat in rows["start"]["seats"])
    problems = [] if got == ["1/35"] * 3 + ["8/35"] * 4 else [f"start: {got}"]
    if {seat["shapley"] for seat in rows[None]["seats"]} != {"1/7"}:
        problems.append(f"otherwise: {rows[None]}")
    tally.case("power in the council", problems)


def test_refusals():
    problems = []
    code = run(HEQI, page_text(), "--at", "soon").returncode
    if code != 2:
        problems.append(f"a wrong day: exit {code}")
    done = run(HEQI, page_text() + "2012-03-03 spend 5 tests for q\n", "--json")
    found = json.loads(done.stdout)["findings"]
    if done.returncode != 1 or [f["code"] for f in found if f["severity"] == "error"] != ["E202"]:
        problems.append(f"an error in the text: exit {done.returncode}")
    for lang, word in (("en", "no members"), ("zh", "没有成员")):
        done = run(HEQI, 'alliance t "T"\n  founded 2012-01-01\n2012-02-01 settle\n', "--lang", lang)
        if done.returncode != 3 or word not in done.stderr.decode() or done.stdout:
            problems.append(f"nobody, {lang}: exit {done.returncode} {done.stderr.decode()}")
    tally.case("refusals", problems)


def main():
    if not HEQI:
        return support.no_binary()
    test_page()
    test_one_percentage()
    test_percentage_of_the_coating_alliance()
    test_coalition()
    test_screen()
    test_sums()
    test_power()
    test_refusals()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
