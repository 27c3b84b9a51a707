#!/usr/bin/env python3
"""heqi health: every indicator is turned from good to bad, or back, by one entry (or one line of the
terms, where no entry can), with the figures worked out by hand.

The last line of the output is "N passed, N failed"."""
import json
import subprocess
import sys

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")

TERMS = """language 1
alliance h "H"
  founded 2012-01-01
  term 20 years
  currency CNY
  form contract
  liable a
  goal G1 "One" by 2013-06-30
article 1 "Members"
  party a enterprise "A" lead
  party b enterprise "B"
  party u university "U"
article 2 "Decisions"
  body k decision "K"
    seats one each member
    votes one each
    quorum 2/3
    pass more than 1/2 of cast
  body office executive "O"
    hosted by a
  decide budget by k
article 3 "Money"
  a pledges 1,000 due 2012-02-01
  b pledges 800 due 2012-02-01
article 4 "Projects"
  project p "P" generic
    lead a
    funded a 50%, b 50%
    milestone m by 2013-03-31
  project q "Q" key
    lead b
    funded a 50%, b 50%
article 5 "Results"
  results of projects owned by makers by invention
  members use free for research
  members use fairly for business
  government funded diffuse within 1 year
article 6 "Benefit"
  share licence income
    rest to members by capital
article 7 "End"
  leave on 1 months notice
  dissolve
    debts first
    rest to members by capital
"""
BOOK = ["2012-01-01 sign a \"A\"", "2012-01-01 sign b \"B\"", "2012-01-01 sign u \"U\"",
        "2012-01-15 a pays 1,000 capital", "2012-01-15 b pays 800 capital"]
LAST = "2014-06-30"
END = f"{LAST} settle"

# For each indicator: further entries, then one entry, the figures without and with it, and whether
# it is good without and with it. "None" where nothing is known.
GRANT = "2012-03-01 grant 500 from \"M\" for p"
RESULT = "2012-05-01 result r patent \"R\" from p by a"
STARTS = ["2012-02-02 start p", "2012-02-02 start q"]
MOTION = ["2014-05-02 motion M1 \"B\" to k on budget", "2014-05-03 vote M1 a yes"]
OLD = ["2014-01-02 motion M1 \"B\" to k on budget", "2014-01-03 vote M1 a yes",
       "2014-01-03 vote M1 b yes", "2014-01-04 decide M1 carried"]
CASES = {
    "meetings": ([], "2014-05-01 meeting k a, b", "0", False, "1", True),
    "quorum": ([*MOTION, "2014-05-05 decide M1"], ("2014-05-04 vote M1 b yes", "2014-05-05"),
               "0", False, "1", True),
    "own_projects": ([*STARTS, "2012-03-02 grant 100 from \"M\" for q"], GRANT, "1/2", True, "0", False),
    "outlives_grant": ([*STARTS, GRANT], "2013-05-01 spend 10 x for p", "0", False, "1", True),
    "generic": ([*STARTS, "2012-04-01 spend 80 x for q"], "2012-04-02 spend 20 x for p",
                "0", False, "1/5", True),
    "milestones": ([*STARTS], "2013-03-30 milestone p.m met", "0", False, "1", True),
    "goals": ([], "2013-06-30 goal G1 met", "0", False, "1", True),
    "results_used": ([*STARTS, RESULT], "2012-06-01 adopt r by a \"line\"", "0", False, "1", True),
    "publications": ([*STARTS, RESULT, "2012-06-01 adopt r by a \"line\"",
                      *[f"2012-07-0{i} publish r" for i in (1, 2, 3)]],
                     "2012-07-04 publish r", "3", True, "4", False),
    "diffused": ([*STARTS, GRANT, RESULT], "2012-08-01 diffuse r", "0", False, "1", True),
    "outside_use": ([*STARTS, RESULT], "2012-06-01 license l of r to \"X\" nonexclusive",
                    "0", False, "1", True),
    "fulltime_staff": ([], "2012-06-01 staff \"S\" fulltime in office employed by a",
                       "0", False, "1", True),
    "arrears": ([], "2012-06-01 call 200 by capital due 2012-07-01", "0", True, "1/10", False),
    "unexecuted": (OLD, ("2014-02-01 budget 2014 by M1\n  x 10", None), "1", False, "0", True),
    "government_money": (["2012-02-02 grant 1,700 from \"M\""], "2012-02-03 grant 200 from \"M\"",
                         "17/35", True, "19/37", False),
    "worst_coalition": (STARTS, "2012-04-01 spend 10 x for q", "0.00", True,
                        # 10 × 1,000/1,800: the part of a, which would not have begun it
                        "5.56", False),
    "benefit": ([*STARTS, RESULT, "2012-06-01 license l of r to \"X\" nonexclusive",
                 "2012-07-01 income 90 from l"], "2013-01-15 b pays 9,000 capital",
                # 40/90 of the receipts for 9,800/10,800 of what was put in
                "1", True, "24/49", False),
    "concentration": (["2012-01-20 u pays 200 capital"], "2012-01-21 a pays 200 capital",
                      "1/2", True, "6/11", False),
    "leadership": (["2012-01-16 b pays 300 capital"], "2012-01-17 b pays 1,000 capital",
                   "10/7", True, "30/31", False),
    "exits": (["2013-01-01 u gives notice"], "2013-03-01 u leaves", "0", True, "1/3", False),
}

tally = support.Tally()


def health(text, *options):
    done = subprocess.run([HEQI, "health", "-", *options], input=text.encode(), capture_output=True)
    if done.returncode:
        raise ValueError(done.stdout.decode()[:400] + done.stderr.decode()[:400])
    return done.stdout.decode()


def indicators(book, terms=TERMS):
    text = terms + "".join(line + "\n" for line in sorted(book, key=lambda line: line[:10])) + END + "\n"
    return json.loads(health(text, "--json"))


def of(document, key):
    return next(i for i in document["indicators"] if i["indicator"] == key)


def check(name, got, figure, good, book):
    wanted = {"good": good} if figure is None else {"figure": figure, "good": good}
    tally.case(name, support.differences(wanted, {key: got[key] for key in wanted}))


def test_flip(key, more, entry, before, before_good, after, after_good):
    one = entry[0] if isinstance(entry, tuple) else entry
    book = BOOK + more
    check(f"{key} without {one!r}", of(indicators(book), key), before, before_good, book)
    check(f"{key} with it", of(indicators(book + [one]), key), after, after_good, book)


def test_terms():
    """What no entry can turn: the terms do."""
    # Two of three projects' terms stand on the line that says who owns results.
    lacking = TERMS.replace("  results of projects owned by makers by invention\n", "")
    check("without_terms", of(indicators(BOOK), "without_terms"), "0", True, BOOK)
    check("without_terms, silent", of(indicators(BOOK, lacking), "without_terms"), "1", False, BOOK)
    check("unsigned", of(indicators(BOOK), "unsigned"), "0", True, BOOK)
    fewer = [line for line in BOOK if "sign u" not in line]
    check("unsigned, one", of(indicators(fewer), "unsigned"), "1", False, fewer)


def test_all_are_turned(document):
    keys = {i["indicator"] for i in document["indicators"]}
    turned = set(CASES) | {"without_terms", "unsigned"}
    tally.case("every indicator has its pair", sorted(keys ^ turned))


def test_scores(document):
    """Scores again from the indicators: what is good of what is known, by weight, in whole points."""
    scores = []
    for group, score in document["groups"].items():
        known = [i for i in document["indicators"] if i["group"] == group and i["good"] is not None]
        weight = sum(i["weight"] for i in known)
        wanted = 100 * sum(i["weight"] for i in known if i["good"]) // weight if weight else None
        tally.case(f"score of {group}", [] if score == wanted else [f"{score}, not {wanted}"])
        scores += [] if wanted is None else [wanted]
    total = sum(scores) // len(scores)
    tally.case("the score", [] if document["score"] == total else [f"{document['score']}, not {total}"])


def test_trend():
    """The figure of a year before is the figure on that day."""
    book = BOOK + STARTS + [RESULT, "2014-01-01 adopt r by a \"line\""]
    now = of(indicators(book), "results_used")
    tally.case("a year before", [] if (now["figure"], now["a_year_before"]) == ("1", "0")
               else [str(now)])
    tally.case("evidence of a use", [] if not now["entries"] else [str(now["entries"])])
    idle = of(indicators(BOOK + STARTS + [RESULT]), "results_used")
    tally.case("evidence of what lies idle", [] if len(idle["entries"]) == 1 else [str(idle)])


def test_reversal():
    """What was taken back counts for nothing."""
    book = BOOK + STARTS + [GRANT, "2013-05-01 spend 10 x for p", "2013-05-02 reverse 2013-05-01 #1"]
    check("reversed work", of(indicators(book), "outlives_grant"), "0", False, book)


def test_coalition_of_fair():
    """The group that gains most is that of `heqi fair`, which says so itself."""
    path = str(support.ROOT / "examples/coating.heqi")
    said = [json.loads(subprocess.run([HEQI, command, path, "--json"], capture_output=True).stdout)
            for command in ("health", "fair")]
    excess = of(said[0], "worst_coalition")
    agreed = next(m for m in said[1]["methods"] if m["method"] == "agreement")
    wanted = {"figure": agreed["excess"], "members": agreed["worst"]}
    tally.case("the worst coalition is that of fair",
               support.differences(wanted, {key: excess[key] for key in wanted}))


def test_words():
    for lang, words in (("en", ["Innovation activity", "What to do", "score"]),
                        ("zh", ["创新活动", "改进建议", "总分"])):
        out = subprocess.run([HEQI, "health", "--lang", lang,
                              str(support.ROOT / "examples/coating.heqi")],
                             capture_output=True, text=True).stdout
        tally.case(f"words in {lang}", [word for word in words if word not in out])


def test_pdf():
    done = [subprocess.run([HEQI, "health", "--pdf", "-", "--lang", "zh",
                            str(support.ROOT / "examples/coating.heqi")],
                           capture_output=True).stdout for _ in range(2)]
    tally.case("a PDF, the same twice",
               [] if done[0].startswith(b"%PDF") and done[0] == done[1] else ["it is not"])
    text = subprocess.run(["pdftotext", "-", "-"], input=done[0], capture_output=True).stdout.decode()
    tally.case("its Chinese copies out", [] if "利益保障" in text else [text[:300]])


def main():
    for key, case in CASES.items():
        try:
            test_flip(key, *case)
        except ValueError as problem:
            tally.case(key, [str(problem)])
    test_terms()
    document = indicators(BOOK + STARTS + [RESULT, GRANT])
    test_all_are_turned(document)
    test_scores(document)
    test_trend()
    test_reversal()
    test_coalition_of_fair()
    test_words()
    test_pdf()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
