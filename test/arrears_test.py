#!/usr/bin/env python3
"""The ladder of arrears, day by day.

A real clock first: the good-standing clock of foundations of the Linux Foundation type, as
../shared/design/practice.md (1.5) records it: an invoice unpaid for 60 days brings notice, 75 days
the loss of the vote, 90 days notice of termination (here: the stake is halved, so that it shows),
105 days the end of membership. For due dates at the ends of months, of years and around leap days
the state on each boundary day, on the day before and on all days between is looked up with
`heqi show`, against a calendar of Python's.

Then two members through the ladder, one back and one out, with figures worked out by hand, and the
books of both through the exports.

    test/arrears_test.py [HEQI]
"""
import datetime
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from support import ROOT, Tally, differences, find_heqi, no_binary, run

CLOCK = {"notice": 60, "no vote": 75, "diluted": 90, "out": 105}
FOR_GOOD = {"diluted", "out"}
DUE = ["2019-01-31", "2019-11-30", "2019-12-31", "2020-02-28", "2020-02-29", "2023-12-01"]
TERMS = """\
alliance foundation "Foundation"
  founded 2018-01-01
article 1 "Members"
  party gold enterprise "Gold Ltd." lead
  party silver enterprise "Silver Ltd."
  stakes s
    gold 50%
    silver 50%
  gold pledges 100 due {due}
  arrears
    notice after 60 days
    no vote after 75 days
    dilute 50% after 90 days
    out after 105 days
"""
LADDER = ROOT / "test" / "texts" / "arrears.heqi"


def state_of(step, late):
    if late <= CLOCK[step]:
        return "ahead"
    return "taken" if step in FOR_GOOD else "in force"


def ladder(heqi, text, day):
    """{step: (day it is reached, state)} as `heqi show arrears` has it."""
    shown = run(heqi, "show", "arrears", "gold", "-", "--at", day, text=text).json
    return {row["step"]: (row["on"], row["state"]) for row in shown["rows"]}


def check_day(heqi, text, due, late):
    day = (due + datetime.timedelta(late)).isoformat()
    expected = {} if late < 1 else {
        step: ((due + datetime.timedelta(days + 1)).isoformat(), state_of(step, late))
        for step, days in CLOCK.items()}
    problems = differences(expected, ladder(heqi, text, day), f"{day} ")
    members = run(heqi, "show", "members", "-", "--at", day, text=text).json["rows"]
    votes = {row["member"]: row["votes"] for row in members}
    wanted = {"silver": "yes"}
    if late <= CLOCK["out"]:
        wanted["gold"] = "yes" if late <= CLOCK["no vote"] else "no"
    problems += differences(wanted, votes, f"{day} vote of ")
    shares = {row["member"]: row["share"]
              for row in run(heqi, "show", "stakes", "-", "--at", day, text=text).json["rows"]}
    diluted = late > CLOCK["diluted"]
    return problems + differences({"gold": "1/4", "silver": "3/4"} if diluted else
                                  {"gold": "1/2", "silver": "1/2"}, shares, f"{day} share of ")


def check_clock(heqi, tally):
    for text in DUE:
        due = datetime.date.fromisoformat(text)
        for days in [0, *CLOCK.values()]:
            for late in (days, days + 1):
                tally.case(f"due {text}, day {late}",
                           check_day(heqi, TERMS.format(due=text), due, late))
    due = datetime.date(2020, 1, 31)
    for late in range(0, 120):
        tally.case(f"due {due}, day {late}",
                   check_day(heqi, TERMS.format(due=due), due, late))


# Worked out in the text itself.
FIGURES = {
    "2021-07-30": ({"owes": "60000.00", "charges": "0.00"}, {"owes": "40000.00"}),
    "2021-07-31": ({"owes": "60030.00", "charges": "30.00"}, {"owes": "40020.00"}),
    "2021-10-10": ({"owes": "2160.00", "charges": "2160.00"}, {"owes": "41440.00"}),
    "2021-10-18": ({"owes": "0.00", "charges": "2160.00"}, {"owes": "41600.00"}),
    "2021-12-31": ({"owes": "0.00", "charges": "2160.00"}, {"owes": "43080.00"}),
}
VOTES = {"2021-09-13": {"oak": "yes", "elm": "yes", "fir": "yes"},
         "2021-09-14": {"oak": "yes", "elm": "no", "fir": "no"},
         "2021-10-13": {"oak": "yes", "elm": "no", "fir": "no"},
         "2021-10-14": {"oak": "yes", "elm": "no"},
         "2021-10-17": {"oak": "yes", "elm": "no"},
         "2021-10-18": {"oak": "yes", "elm": "yes"}}
SHARES = {"2021-09-28": {"oak": "1/2", "elm": "1/2"},
          "2021-09-29": {"oak": "3/4", "elm": "1/4"},
          "2021-12-31": {"oak": "3/4", "elm": "1/4"}}
# What is still told of the ladder in the end.
TOLD = {("elm", "capital", "diluted"): "taken",
        ("fir", "capital", "interest"): "in force", ("fir", "capital", "notice"): "in force",
        ("fir", "capital", "no vote"): "in force", ("fir", "capital", "diluted"): "taken",
        ("fir", "capital", "out"): "taken", ("fir", "interest", "notice"): "in force",
        ("fir", "interest", "no vote"): "in force"}


def check_ladder(heqi, tally):
    for day, wanted in FIGURES.items():
        got = run(heqi, "settle", str(LADDER), "--until", day).json["parties"]
        for name, figures in zip(("elm", "fir"), wanted):
            tally.case(f"{name} on {day}",
                       differences(figures, {key: got[name][key] for key in figures}))
    for day, wanted in VOTES.items():
        rows = run(heqi, "show", "members", str(LADDER), "--at", day).json["rows"]
        tally.case(f"votes on {day}",
                   differences(wanted, {row["member"]: row["votes"] for row in rows}))
    for day, wanted in SHARES.items():
        rows = run(heqi, "show", "stakes", str(LADDER), "--at", day).json["rows"]
        tally.case(f"stakes on {day}",
                   differences(wanted, {row["member"]: row["share"] for row in rows}))
    rows = run(heqi, "show", "arrears", str(LADDER)).json["rows"]
    tally.case("what is told in the end", differences(
        TOLD, {(row["member"], row["nature"], row["step"]): row["state"] for row in rows}))


def check_books(heqi, tally):
    """Interest of both is 2,160 + 3,080; hledger comes to the same accounts."""
    balance = run(heqi, "balance", str(LADDER)).json["accounts"]
    wanted = {"assets:cash": "62160.00", "assets:receivable:fir": "43080.00",
              "equity:capital:elm": "-60000.00", "equity:capital:fir": "-40000.00",
              "income:interest": "-5240.00", "equity:distributed:interest": "5240.00",
              "equity:fund:reserve": "-5240.00"}
    tally.case("the books", differences(wanted, {k: v for k, v in balance.items() if float(v)}))
    if not shutil.which("hledger"):
        tally.skip("hledger is not installed")
        return
    journal = subprocess.run([heqi, "export", "hledger", str(LADDER)], capture_output=True)
    done = subprocess.run(["hledger", "-f-", "balance", "-N", "--flat", "--layout=bare"],
                          input=journal.stdout, capture_output=True)
    got = {words[2]: words[0] for words in map(str.split, done.stdout.decode().splitlines())}
    tally.case("the books of hledger", differences(wanted, got))


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally = Tally()
    check_clock(heqi, tally)
    check_ladder(heqi, tally)
    check_books(heqi, tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
