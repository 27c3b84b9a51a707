#!/usr/bin/env python3
"""The coating alliance through its ten years (examples/coating-life.heqi): a member that is late
loses its vote and has it back, one leaves, one is expelled, the alliance is dissolved; every register
can be read on every day of it, and at the end every account is empty, in hledger's own output.

The last line is "N passed, N failed"."""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
RELEASE = support.find_heqi("", "HEQI_RELEASE") or HEQI
LIFE = str(support.ROOT / "examples/coating-life.heqi")

tally = support.Tally()


def told(*words):
    outcome = support.run(HEQI, *words)
    if outcome.code != 0 or outcome.json is None:
        raise RuntimeError(f"{words}: {outcome}")
    return outcome.json


def rows(kind, at):
    return told("show", kind, LIFE, "--at", at)["rows"]


def members(at):
    return {row["member"] for row in rows("members", at)}


def steps(at):
    """The steps of the late debts of coating-12 that are in force."""
    return {row["step"] for row in rows("arrears", at)
            if row["member"] == "coating-12" and row["state"] == "in force"}


def figures(party, at):
    return told("settle", LIFE, "--until", at)["parties"][party]


def case(name, found, wanted):
    tally.case(name, [] if found == wanted else [f"{found}, not {wanted}"])


# ---- one is late, and back ----

def check_ladder():
    case("60 days are in time", steps("2016-04-20"), set())
    case("the 61st day", steps("2016-04-21"), {"interest", "notice"})
    case("the 90th day", steps("2016-05-20"), {"interest", "notice"})
    case("the 91st day", steps("2016-05-21"), {"interest", "notice", "no vote"})
    motion = told("tally", LIFE, "M1")
    case("seats of M1, without it", motion["seats"], 21)
    case("it has no seat", "coating-12" in {s["seat"] for s in motion["electorate"]}, False)
    case("M1", motion["result"], "carried")
    # 40,000 at 0.05% a day from 21 April to 20 June: 10 + 31 + 20 days of 20.00
    case("late interest", figures("coating-12", "2016-06-20")["charges"], "1220.00")
    case("cured", steps("2016-06-20"), set())
    case("seats of M2, with it", told("tally", LIFE, "M2")["seats"], 23)


# ---- one leaves, one is expelled ----

def check_parting():
    case("it is a member up to its last day", "society-a" in members("2018-05-30"), True)
    case("and no more when it has left", "society-a" in members("2018-05-31"), False)
    before, after = figures("society-a", "2018-05-30"), figures("society-a", "2018-05-31")
    # it had paid 17,000 and given 10,000 in kind, of which 80% count: half of 25,000
    case("half of its capital", Decimal(after["received"]) - Decimal(before["received"]),
         Decimal("12500.00"))
    foretold = told("exit", LIFE, "society-a", "--at", "2018-05-30")
    tally.case("it was foretold", [] if "12500.00" in json.dumps(foretold) else [f"{foretold}"])
    motion = told("tally", LIFE, "M3")
    about = [s for s in motion["electorate"] if s["seat"] == "coating-13"]
    case("whom it is about has no part in it", [s["recused"] for s in about], [True])
    case("expelled", ["coating-13" in members(day) for day in ("2019-05-15", "2019-05-16")],
         [True, False])
    stakes = {row["member"]: row["share"] for row in rows("stakes", "2019-06-01")
              if row["stakes"] == "alliance"}
    case("a stake changed hands", [stakes[p] for p in ("coating-14", "univ-a")], ["3/100", "1/25"])


# ---- the agreement is amended, and what the new text brings ----

def check_amended(lines):
    def parts(date, kind, to=None, tier=None):
        return [Decimal(l["amount"]) for l in lines if (l["date"], l["kind"]) == (date, kind)
                and to in (None, l["to"]) and tier in (None, l["tier"])]

    new = "6.1 (2018-02-01)"
    # old facts under the old text, new ones under the new
    case("texts of article 6", {l["clause"] for l in lines if l["clause"].startswith("6.1")
                                and l["date"] >= "2018-02-01" and l["kind"] == "share"}, {new})
    case("the least part of a year", parts("2018-02-05", "share", "univ-a", "3"),
         [Decimal("60000.00")])
    # 40,000 of the 1,040,000 go back, and with them 4/104 of what everybody had
    case("refunded", parts("2018-02-26", "reversal", "univ-a", "3"), [Decimal("-2307.69")])
    case("refunded by all", sum(parts("2018-02-26", "reversal")), Decimal("-40000.00"))
    case("insured", sum(parts("2019-09-03", "loss")), Decimal(300_000 - 210_000))
    # 3/95 of 200,000 by 18/92 and by 4/92; and 72 days of interest at 0.05%
    cover = [l for l in lines if l["date"] == "2020-05-31" and l["kind"] == "call"]
    case("covered", sum(Decimal(l["amount"]) for l in cover), Decimal("6315.79"))
    case("by lighthouse", parts("2020-05-31", "call", "lighthouse"), [Decimal("1235.69")])
    case("late interest again", Decimal(figures("coating-14", "2020-08-10")["charges"])
         - Decimal(figures("coating-14", "2020-05-30")["charges"]), Decimal("227.37"))
    # what inst-a keeps is a tenth of what the clause, in both texts, paid beyond repaid cost
    profit = [l for l in lines if l["clause"].startswith("6.1") and l["scope"] == "waterborne"
              and (l["clause"], l["tier"]) not in {("6.1", "4"), (new, "5")}]
    case("profit", sum(Decimal(l["amount"]) for l in profit if l["tier"] != "7"),
         Decimal("12809000.00"))
    case("what is kept of it", sum(Decimal(l["amount"]) for l in profit if l["to"] == "inst-a"),
         Decimal("1280900.00"))


# ---- the end ----

def check_end():
    end = told("settle", LIFE)
    case("nothing is due or owed", {p: (x["due"], x["owes"]) for p, x in end["parties"].items()
                                    if x["due"] != "0.00" or x["owes"] != "0.00"}, {})
    case("the funds are empty", set(end["funds"].values()), {"0.00"})
    accounts = told("balance", LIFE)["accounts"]
    case("every account is empty", {n: a for n, a in accounts.items() if a != "0.00"}, {})
    if not shutil.which("hledger"):
        tally.skip("hledger is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "life.journal"
        path.write_bytes(subprocess.run([HEQI, "export", "hledger", LIFE],
                                        capture_output=True).stdout)
        done = subprocess.run(["hledger", "-f", str(path), "balance", "--flat", "--no-total"],
                              capture_output=True)
        case("hledger shows nothing but zeros", (done.returncode, done.stdout.strip()), (0, b""))
        done = subprocess.run(["hledger", "-f", str(path), "balance", "--flat", "--no-total",
                               "--empty"], capture_output=True)
        tally.case("and knows the accounts", [] if len(done.stdout.split(b"\n")) > 60
                   else [done.stdout.decode()])


# ---- every day of it ----

def kinds():
    text = subprocess.run([HEQI, "show", "--help"], capture_output=True).stdout.decode()
    listed = text[text.index("Kinds:"):text.index("Options:")]
    return re.findall(r"^  (\S+)", listed, re.M)


def check_days():
    text = support.text_of(Path(LIFE))
    days = sorted(set(re.findall(r"^(\d{4}-\d\d-\d\d) ", text, re.M)))
    names = kinds()
    tally.case("kinds to show", [] if len(names) > 10 and len(days) > 100 else [f"{names}"])
    for number, day in enumerate(days):
        kind = names[number % len(names)]  # each kind every so many days, each day by some kind
        done = subprocess.run([RELEASE, "show", kind, LIFE, "--at", day, "--json"],
                              capture_output=True)
        good = done.returncode == 0 and json.loads(done.stdout)["at"] == day
        tally.case(f"{kind} on {day}", [] if good else [done.stderr.decode()[:300]])


def main():
    check_ladder()
    check_parting()
    check_amended(told("settle", LIFE, "--lines")["lines"])
    check_end()
    check_days()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
