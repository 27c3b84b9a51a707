#!/usr/bin/env python3
"""What holds of every alliance, whatever it agreed, on the days of the entries of all examples and
books: the accounts sum to zero; every table of stakes sums to one; funds, what is due and owed, what
is held of grants, and what is left of grants and calls for projects are not negative; and of grants
no more can be spent than is held.

The last line is "N passed, N failed"."""
import collections
import re
import sys
from decimal import Decimal
from fractions import Fraction

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI_RELEASE", "HEQI")
TEXTS = [path for folder in ("test/books", "examples")
         for path in sorted(support.ROOT.glob(folder + "/**/*.heqi"))]
DAYS = 60  # of a text with more days than that, so many in even steps, the first and last among them

tally = support.Tally()


def days_of(path):
    days = sorted(set(re.findall(r"^(\d{4}-\d\d-\d\d) ", support.text_of(path), re.M)))
    if len(days) <= DAYS:
        return days
    return [days[i * (len(days) - 1) // (DAYS - 1)] for i in range(DAYS)]


def told(*words):
    outcome = support.run(HEQI, *map(str, words))
    if outcome.code != 0:
        raise RuntimeError(f"{words}: {outcome}")
    return outcome.json


def negative(rows, name, *columns):
    return [f"{row[name]} has {column} {row[column]}" for row in rows for column in columns
            if row[column] is not None and Decimal(row[column]) < 0]


def broken(path, day):
    """What does not hold of a text on a day."""
    balance = told("balance", path, "--at", day)["accounts"]
    show = {kind: told("show", kind, path, "--at", day)["rows"]
            for kind in ("funds", "members", "grants", "projects", "stakes")}
    total = sum(map(Decimal, balance.values()))
    problems = [f"accounts sum to {total}"] if total else []
    problems += negative(show["funds"], "fund", "balance")
    problems += negative(show["members"], "member", "due", "owes")
    problems += negative(show["grants"], "payer", "held")
    problems += negative(show["projects"], "project", "grant_left", "calls_left")
    stakes = collections.defaultdict(Fraction)
    for row in show["stakes"]:
        stakes[row["stakes"]] += Fraction(row["share"])
    problems += [f"stakes {name} sum to {share}" for name, share in stakes.items() if share != 1]
    held = sum(Decimal(row["held"]) for row in show["grants"])
    left = sum(Decimal(row["grant_left"]) for row in show["projects"])
    if left > held:
        problems.append(f"{left} of grants can be spent, but only {held} is held")
    return problems


def main():
    if not HEQI:
        return support.no_binary()
    for path in TEXTS:
        for day in days_of(path):
            tally.case(f"{path.name} on {day}", broken(path, day))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
