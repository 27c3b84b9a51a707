#!/usr/bin/env python3
"""Published rules of universities for licence income, of ../shared/data, written as agreements.

Each row of published_revenue_formulas.csv is a percentage or a band; the texts below are written
from the policies and must hold just these numbers. What heqi gives out of a series of receipts is
compared with the same policy reckoned here on the sums of all receipts so far, in fractions: to
the cent where nothing is rounded on the way, to a few cents where a receipt is odd.

    test/formulas_test.py [HEQI]
"""
import csv
import sys
from fractions import Fraction

sys.dont_write_bytecode = True
from support import SHARED, Tally, find_heqi, no_binary, run

TABLE = SHARED / "revenue_formulas" / "published_revenue_formulas.csv"
HEAD = """alliance a "Policy"
  founded 2010-01-01
  currency USD
article 1 "Parties"
  party school university "University" lead
  party ann    person "First inventor"
  party bob    person "Second inventor"
  party unit   other "Department"
  group creators of ann, bob
  project lab "Laboratory"
article 2 "Income"
"""
BOOK = """2010-02-01 result R patent "R" from lab by ann 60%, bob 40%
2010-02-01 license L of R to "Licensee"
2010-02-02 school spends {cost} attorney for R
"""
CLAUSES = {
    "GT": """  share licence income of each result
    up to 2,500 in all      to creators equally
    until cost repaid       to funders by cost
    up to 500,000 in all
      33% to creators equally
      17% to unit
      50% to school
    up to 500,000 in all
      33% to creators equally
      27% to unit
      40% to school
    rest
      33% to creators equally
      33% to unit
      34% to school
""",
    "ND": """  share licence income of each result
    until cost repaid       to funders by cost
    up to 100,000 in all
      50% to creators equally
      50% to school
    rest
      25% to creators equally
      75% to school
""",
    "ISU": """  share licence income of each result
    15%                     to school
    until cost repaid       to funders by cost
    rest
      1/3 to makers equally
      1/3 to unit
      rest to school
""",
    "OIST": """  share licence income of each result
    until cost repaid       to funders by cost
    rest
      1/3 to creators equally
      rest to school
""",
    "DE42": """  share licence income of each result
    30%                     to makers by invention
    rest                    to school
""",
}
ROUND = ("1,200", "3,000", "60,000", "450,000", "600,000", "90,000")
ODD = ("1,234.57", "0.01", "98,765.43", "512,345.67", "33,333.33", "777,777.77")
COST = {"ROUND": "30,000", "ODD": "12,345.67"}
OFF_MOST = Fraction(5, 100)


def number(text):
    return Fraction(text.replace(",", ""))


def percent(row, column):
    """A published percentage; 33.3333 is meant as a third."""
    value = Fraction(row[column] or 0)
    return Fraction(1, 3) if abs(value - Fraction(100, 3)) < Fraction(1, 1000) else value / 100


def top(row):
    """Where a band ends: `0-500000`, `500001-1000000`, `>1000000`, `all`, `2500`."""
    band = row["cap_or_band"]
    return None if band == "all" or band.startswith(">") else int(band.rpartition("-")[2])


def banded(rows, net):
    """A cumulated net through the published bands: what inventors and unit get of it."""
    inventors, unit, below = Fraction(0), Fraction(0), 0
    for row in rows:
        end = top(row)
        part = max(Fraction(0), (net if end is None else min(net, end)) - below)
        inventors += part * percent(row, "inventor_pct")
        unit += part * percent(row, "dept_or_unit_pct")
        below = end
    return inventors, unit


def expected(name, rows, gross, cost):
    """What the inventors together, the unit and the school have of so much gross income."""
    first = min(gross, top(rows[0])) if name == "GT" else Fraction(0)
    fee = gross * 15 / 100 if name == "ISU" else Fraction(0)
    back = Fraction(0) if name == "DE42" else min(gross - first - fee, cost)
    inventors, unit = banded(rows[1:] if name == "GT" else rows, gross - first - fee - back)
    return {"inventors": first + inventors, "unit": unit,
            "school": gross - first - inventors - unit}


def check(heqi, name, rows, receipts, cost, off_most):
    text = HEAD + CLAUSES[name] + BOOK.format(cost=cost)
    gross, problems = Fraction(0), []
    for n, receipt in enumerate(receipts):
        text += f"2011-01-{n + 1:02} income {receipt} from L\n"
        gross += number(receipt)
        settled = run(heqi, "settle", "-", text=text)
        if settled.code:
            return [str(settled)]
        got = {party: Fraction(figures["received"])
               for party, figures in settled.json["parties"].items()}
        have = {"inventors": got["ann"] + got["bob"], "unit": got["unit"], "school": got["school"]}
        for who, wanted in expected(name, rows, gross, number(cost)).items():
            if abs(have[who] - wanted) > off_most:
                problems.append(f"{who} of {gross}: {have[who]}, not {wanted}")
        if sum(have.values()) != gross:
            problems.append(f"{sum(have.values())} of {gross} is shared")
        of_ann = Fraction(6, 10) if name == "DE42" else Fraction(1, 2)
        if abs(got["ann"] - have["inventors"] * of_ann) > OFF_MOST:
            problems.append(f"ann has {got['ann']} of {have['inventors']}")
    return problems


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally = Tally()
    if not TABLE.exists():
        tally.skip("there is no table of published formulas")
        return tally.end()
    with TABLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ids = list(dict.fromkeys(row["id"] for row in rows))
    tally.case("every published policy has a text",
               [] if set(ids) == set(CLAUSES) else [f"{ids} against {list(CLAUSES)}"])
    for name in ids:
        own = [row for row in rows if row["id"] == name]
        tally.case(f"{name}, round receipts",
                   check(heqi, name, own, ROUND, COST["ROUND"], Fraction(1, 100)))
        tally.case(f"{name}, odd receipts", check(heqi, name, own, ODD, COST["ODD"], OFF_MOST))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
