"""The register of Norwegian fields run as entries: transfers, redeterminations, operators.

The stakes that heqi shows are compared with the table on the first and the last day of every share
set. What a field settles to is worked out as for its tables; where a unit was redetermined, its new
shares stand in for all that were before.
"""
import copy
import csv
import datetime
import re
from collections import Counter
from fractions import Fraction

from real import ncs
from support import differences, run

REDETERMINED = re.compile(r"^(\S+) redetermine ", re.M)


def operators(folder):
    """Field → [(first day, company)]."""
    fields = {}
    with open(folder / "field_operator_hst.csv", encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            fields.setdefault(row["fldName"], []).append(
                (row["fldOperatorFrom"], row["cmpLongName"]))
    return fields


def shares_of(field, day, names):
    """Party → its part of the whole on a day, as the table says."""
    period = field.set_of_day.get(day)
    if period is None:
        return {}
    shares = field.sets[period]
    return {names[company]: share / sum(shares.values())
            for company, share in shares.items() if share}


def shown(heqi, text, day):
    outcome = run(heqi, "show", "stakes", "-", "--at", str(day), text=text)
    if outcome.code != 0 or not outcome.json:
        raise AssertionError(str(outcome))
    return {row["member"]: Fraction(row["share"]) for row in outcome.json["rows"]}


def check_stakes(heqi, field, text):
    names, problems = ncs.parties(text), []
    last = max(re.findall(r"^(\d{4}-\d{2}-\d{2}) ", text, re.M))
    days = set()
    for period in field.sets:
        start, end = map(ncs.date, period)
        days |= {start, end - ncs.ONE_DAY, end}
    for day in sorted(days):
        if str(day) <= last:
            problems += differences(shares_of(field, day, names), shown(heqi, text, day),
                                    f"{day} ")
    return problems


def as_redetermined(field, text):
    """The field with the last redetermined shares in the place of all that were before them."""
    dates = REDETERMINED.findall(text)
    if not dates:
        return field
    changed = copy.copy(field)
    new = next(shares for period, shares in field.sets.items() if period[0] == max(dates))
    changed.sets = {period: new if period[0] < max(dates) else shares
                    for period, shares in field.sets.items()}
    return changed


def check_settled(heqi, field, text):
    outcome = run(heqi, "settle", "-", text=text)
    if outcome.code != 0 or not outcome.json:
        return [str(outcome)]
    names, problems = ncs.parties(text), []
    field = as_redetermined(field, text)
    totals = {}
    for sums in ("called", "shared"):
        found = ncs.allotments(field, sums, list(names))
        totals[sums] = sum((Counter(given) for _, _, given in found), Counter())
    for company, name in names.items():
        expected = ncs.figures_of(totals["called"][company], totals["shared"][company])
        problems += differences(expected, outcome.json["parties"].get(name, {}), name + " ")
    return problems


def check_operators(heqi, field, text, listed):
    """Every operator of the table is appointed on its day, or at the founding."""
    outcome = run(heqi, "show", "entries", "operations", "-", text=text)
    if outcome.code != 0 or not outcome.json:
        return [str(outcome)]
    founded = min(start for start, _ in field.sets)
    expected = sorted((max(start, founded), company) for start, company in listed)
    got = sorted((row["cited"][:10], re.search(r'appoint "(.*?)"', row["text"])[1])
                 for row in outcome.json["rows"])
    return [] if got == expected else [f"operators: expected {expected}, got {got}"]


def check(heqi, field, text, listed):
    return (check_stakes(heqi, field, text) + check_settled(heqi, field, text)
            + check_operators(heqi, field, text, listed))
