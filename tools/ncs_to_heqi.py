#!/usr/bin/env python3
"""Writes petroleum fields of the Norwegian shelf as heqi texts: investments called, income shared.

The data is a folder of tables from the Norwegian Petroleum Directorate's FactPages:
field_licensee_hst.csv (who held which share from when to when), field_investment_yearly.csv,
field_production_yearly.csv, field_operator_hst.csv. Each field that has licensees becomes one
text:

- a party a company, named after its long name; a company that changes its name is another party
  from then on. The operator of the first day (else the first known) is the lead;
- the shares are the dated stakes of the field, in half-open periods; where a period ends and none
  follows, the entry `stakes … none` ends them;
- each year's investment is called on 31 December over the year, by the shares of each day. If
  shares cover the year only partly, the full amount is called over the covered days; if these lie
  apart, the amount is divided among the stretches by their days in whole øre, by largest
  remainder (of equal ones the earlier first). A year without any share is not called: a comment
  in the text and the summary on standard error say so. A zero is not called either;
- income is handled just so. It is not in the tables: net oil equivalents in Sm3 × 1,000 NOK stand
  for it. The last year holds the months known when the tables were made, over the whole year.

Some share sets add up to 100.00001 or 99.99999. They are written as they are, and heqi refuses
the text; with --normalised they are written as `stakes … normalised`. Overlapping periods are
refused here. The part of a share that the State holds directly (fldSdfiShare) lies within its
company's share and is left out.

With --register the changes are written as what they were: where a set follows another without a gap
and one company gives to several, several give to one, or what each gives is just what another takes,
as transfers; where the same companies hold other shares and it is none of these, as a
redetermination of the unit; the rest as tables. The operators stand in the text as appointments.

Amounts and shares are read as decimals and stay exact; the same tables give the same bytes.
"""
import argparse
import csv
import datetime
import pathlib
import re
import sys
from fractions import Fraction

OPEN_END = datetime.date(9999, 12, 31)
NOK_PER_SM3 = 1000

HEAD = """\
# {name}, a field on the Norwegian continental shelf: investments called and income shared by the
# shares of each day.
# Source: Norwegian Petroleum Directorate, FactPages of 2013-05-08 (NLOD 1.0), through
# github.com/octopus26/npdfactpages. Made by tools/ncs_to_heqi.py.
# Assumed: income is 1,000 NOK for each Sm3 of net oil equivalent, as the tables hold no prices; one
# call and one receipt a year, each over the whole year or over those of its days that shares cover.
"""


class BadData(Exception):
    """The tables say something that cannot become an agreement."""


class ShareSet:
    """Who held which share (in per cent) from one day up to, not including, another."""

    def __init__(self, start, end, shares):
        self.start, self.end, self.shares = start, end, shares

    @property
    def complete(self):
        return sum(self.shares.values()) == 100


class Yearly:
    """What one year brings: øre over stretches of covered days; no stretch if it is uncovered."""

    def __init__(self, year, amount, sets):
        self.year, self.amount = year, amount
        self.stretches = covered(year, sets)
        self.days = sum((end - start).days for start, end in self.stretches)
        self.parts = list(zip(split_by_days(amount, self.stretches), self.stretches))

    @property
    def uncovered(self):
        return not self.stretches

    @property
    def partly(self):
        whole_year = datetime.date(self.year + 1, 1, 1) - datetime.date(self.year, 1, 1)
        return 0 < self.days < whole_year.days


class Field:
    """One field: its share sets and operators by date, its yearly investments and income in øre."""

    def __init__(self, name, sets, operators, investments, income):
        self.name, self.sets, self.operators = name, sets, operators
        self.investments = [Yearly(year, amount, sets) for year, amount in investments]
        self.income = [Yearly(year, amount, sets) for year, amount in income]
        self.companies = list(dict.fromkeys(company for held in sets for company in held.shares))
        self.party_names = unique_names(self.companies)

    @property
    def founded(self):
        return self.sets[0].start

    @property
    def lead(self):
        """The operator of the first day, else the first known one, if it is a partner."""
        known = [name for start, name in self.operators if start <= self.founded][-1:]
        known += [name for start, name in self.operators if start > self.founded]
        return next((name for name in known if name in self.party_names), None)


def slug(name):
    """A name of the language: a letter of any script, then letters, digits, single hyphens."""
    plain = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    return plain if plain[:1].isalpha() else "c-" + plain


def unique_names(companies):
    """Company → party name; a second company of the same letters gets a number."""
    names, taken = {}, set()
    for company in companies:
        name, count = slug(company), 1
        while name in taken:
            count += 1
            name = f"{slug(company)}-{count}"
        taken.add(name)
        names[company] = name
    return names


def covered(year, sets):
    """The stretches of a year for which shares are known, as half-open periods, none adjoining."""
    first, last = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
    stretches = []
    for held in sets:
        start, end = max(held.start, first), min(held.end, last)
        if start >= end:
            continue
        if stretches and stretches[-1][1] == start:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches


def split_by_days(amount, stretches):
    """The whole amount divided among the stretches by their days, by largest remainder."""
    days = [(end - start).days for start, end in stretches]
    parts = [amount * day // sum(days) for day in days]
    order = sorted(range(len(days)), key=lambda i: (-(amount * days[i] % sum(days)), i))
    for i in order[:amount - sum(parts)]:
        parts[i] += 1
    return parts


def whole_ore(text, factor):
    """The decimal string times the factor, in NOK, as whole øre."""
    amount = Fraction(text) * factor * 100
    if amount.denominator != 1 or amount < 0:
        raise BadData(f"{text!r} is no amount of whole øre")
    return int(amount)


def money(amount):
    return f"{amount // 100:,}" + (f".{amount % 100:02d}" if amount % 100 else "")


def percent(share):
    """A percentage in its own decimal digits; shares come as decimals, so it ends."""
    digits = f"{share.numerator * 10**10 // share.denominator:011d}"
    return f"{digits[:-10]}.{digits[-10:]}".rstrip("0").rstrip(".") + "%"


def rows(path):
    with open(path, encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def day(text):
    return datetime.date.fromisoformat(text)


def read_share_sets(folder):
    """Field → its share sets by date, companies in order of the table; overlaps are refused."""
    fields = {}
    for row in rows(folder / "field_licensee_hst.csv"):
        period = day(row["fldLicenseeFrom"]), day(row["fldLicenseeTo"])
        shares = fields.setdefault(row["fldName"], {}).setdefault(period, {})
        if row["cmpLongName"] in shares:
            raise BadData(f"{row['fldName']}: {row['cmpLongName']} twice from {period[0]}")
        shares[row["cmpLongName"]] = Fraction(row["fldCompanyShare"])
    return {name: in_order(name, periods) for name, periods in fields.items()}


def in_order(name, periods):
    sets = [ShareSet(start, end, shares) for (start, end), shares in sorted(periods.items())]
    for held, following in zip(sets, sets[1:]):
        if held.end > following.start:
            raise BadData(f"{name}: shares from {held.start} overlap those from {following.start}")
    return sets


def read_yearly(folder, table, column, factor):
    """Field → [(year, øre)] in order, zeros left out."""
    fields = {}
    for row in rows(folder / table):
        amount = whole_ore(row[column], factor)
        if amount:
            years = fields.setdefault(row["prfInformationCarrier"], [])
            years.append((int(row["prfYear"]), amount))
    return {name: sorted(years) for name, years in fields.items()}


def read_operators(folder):
    """Field → [(from, company)] in order."""
    fields = {}
    for row in rows(folder / "field_operator_hst.csv"):
        operators = fields.setdefault(row["fldName"], [])
        operators.append((day(row["fldOperatorFrom"]), row["cmpLongName"]))
    return {name: sorted(operators) for name, operators in fields.items()}


def read_fields(folder):
    """All fields with licensees, by name; and the names of those with figures but no licensees."""
    operators, sets = read_operators(folder), read_share_sets(folder)
    investments = read_yearly(folder, "field_investment_yearly.csv",
                              "prfInvestmentsMillNOK", 10**6)
    income = read_yearly(folder, "field_production_yearly.csv",
                         "prfPrdOeNetMillSm3", 10**6 * NOK_PER_SM3)
    fields = [Field(name, sets[name], *(table.get(name, [])
                                        for table in (operators, investments, income)))
              for name in sorted(sets)]
    return fields, sorted((investments.keys() | income.keys()) - sets.keys())


def note_lines(field, normalised):
    """What the text does not do, or does otherwise than the tables say, as comments."""
    missing = sum(not held.complete for held in field.sets)
    if normalised and missing:
        yield f"# Share sets that miss 100 % in the tables and are scaled to it: {missing}."
    for what, verb, years in (("Investment", "called", field.investments),
                              ("Income", "shared", field.income)):
        for yearly in years:
            if yearly.uncovered:
                yield (f"# {what} of {yearly.year}, {money(yearly.amount)} NOK, is not {verb}: "
                       "no shares are known.")
            elif yearly.partly:
                yield (f"# {what} of {yearly.year} is {verb} over {yearly.days} days: "
                       "shares of the others are not known.")


def party_lines(field):
    for company, name in field.party_names.items():
        lead = " lead" if company == field.lead else ""
        yield f"  party {name} enterprise {quoted(company)}{lead}"


def stake_lines(field, held, start, indent, normalised):
    word = " normalised" if normalised and not held.complete else ""
    yield f"{start}stakes {slug(field.name)}{word}"
    for company, share in held.shares.items():
        yield f"{indent}{field.party_names[company]} {percent(share)}"


def stake_entries(field, normalised):
    """(date, lines) for each set after the first, and for each end that nothing follows."""
    for held, following in zip(field.sets, field.sets[1:] + [None]):
        if held.end != OPEN_END and (not following or following.start > held.end):
            yield held.end, [f"{held.end} stakes {slug(field.name)} none"]
        if following:
            date = following.start
            yield date, list(stake_lines(field, following, f"{date} ", "  ", normalised))


def transfers(before, after):
    """[(giver, taker, share)] that lead from one share set to the next; None where it is unclear who
    gave to whom."""
    companies = dict.fromkeys([*before.shares, *after.shares])
    change = {c: after.shares.get(c, 0) - before.shares.get(c, 0) for c in companies}
    givers = [(c, -x) for c, x in change.items() if x < 0]
    takers = [(c, x) for c, x in change.items() if x > 0]
    if len(givers) == 1:
        return [(givers[0][0], taker, share) for taker, share in takers]
    if len(takers) == 1:
        return [(giver, takers[0][0], share) for giver, share in givers]
    givers.sort(key=lambda one: one[1])
    takers.sort(key=lambda one: one[1])
    if [share for _, share in givers] != [share for _, share in takers]:
        return None
    return [(giver, taker, share) for (giver, share), (taker, _) in zip(givers, takers)]


def change_of(before, after):
    """What a change of the shares was: "transfers", "redetermination" or "table"."""
    if before.end != after.start or not (before.complete and after.complete):
        return "table"
    if transfers(before, after) is not None:
        return "transfers"
    return "redetermination" if before.shares.keys() == after.shares.keys() else "table"


def register_entries(field, normalised):
    """(date, lines) as stake_entries, with the changes written as what they were."""
    table = slug(field.name)
    before = {held.start: held for held in field.sets[1:]}
    earlier = dict(zip(before, field.sets))
    for date, lines in stake_entries(field, normalised):
        after = before.get(date)
        kind = change_of(earlier[date], after) if after else "table"
        if " none" in lines[0] or kind == "table":
            yield date, lines
        elif kind == "redetermination":
            yield date, [f"{date} redetermine stakes {table}", *lines[1:]]
        else:
            for giver, taker, share in transfers(earlier[date], after):
                names = field.party_names
                yield date, [f"{date} transfer {percent(share)} stake of {table} "
                             f"from {names[giver]} to {names[taker]}"]


def operator_entries(field):
    """(date, lines) of the operators; one that was so before the founding from the founding on."""
    for start, name in field.operators:
        date = max(start, field.founded)
        of = f" of {field.party_names[name]}" if name in field.party_names else ""
        yield date, [f"{date} appoint {quoted(name)}{of} to operations as operator"]


def yearly_entries(years, form):
    """(date, lines) of the calls or receipts, all on the last day of their year."""
    for yearly in years:
        booked = datetime.date(yearly.year, 12, 31)
        for amount, (start, end) in yearly.parts:
            if amount:
                yield booked, [f"{booked} {form.format(money(amount))} over {start} to {end}"]


def entries(field, normalised, register):
    """All entries by date; of one day stakes first, then calls, then income, then `settle`."""
    name = slug(field.name)
    if register:
        dated = [*register_entries(field, normalised), *operator_entries(field)]
    else:
        dated = list(stake_entries(field, normalised))
    dated += yearly_entries(field.investments, f"call {{}} by stake of {name}")
    dated += yearly_entries(field.income, "income {} from buyers class sale")
    dated.sort(key=lambda entry: entry[0])
    last = dated[-1][0] if dated else datetime.date(field.founded.year, 12, 31)
    return dated + [(last, [f"{last} settle"])]


def term(field, last):
    """Whole years that reach beyond the last day."""
    years = last.year - field.founded.year + 1
    return f"{years} years" if years > 1 else "12 months"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def text_of(field, normalised=False, register=False):
    """The whole heqi text of one field."""
    dated = entries(field, normalised, register)
    lines = [
        *note_lines(field, normalised),
        "",
        f"alliance {slug(field.name)} {quoted(field.name)}",
        f"  founded  {field.founded}",
        f"  term     {term(field, dated[-1][0])}",
        "  currency NOK",
        "  form     contract",
        "",
        'article 1 "Partners"',
        *party_lines(field),
        *stake_lines(field, field.sets[0], "  ", "    ", normalised),
        "  share sale",
        f"    rest to members by stake of {slug(field.name)}",
        *(["  body operations executive"] if register else []),
        "",
        *(line for _, entry in dated for line in entry),
    ]
    return HEAD.format(name=field.name) + "\n".join(lines) + "\n"


def summary(fields, without_licensees):
    """What was called and shared, what only over a part of a year, and what not."""
    yield f"{len(fields)} fields"
    for what, years in (("called", [year for field in fields for year in field.investments]),
                        ("shared", [year for field in fields for year in field.income])):
        yield (f"{what}: {sum(not year.uncovered for year in years)} years, "
               f"of these {sum(year.partly for year in years)} over a part of their days; "
               f"not {what}: {sum(year.uncovered for year in years)}")
        for field in fields:
            listed = field.investments if what == "called" else field.income
            missing = [str(year.year) for year in listed if year.uncovered]
            if missing:
                yield f"  not {what}: {field.name} {', '.join(missing)}"
    incomplete = sum(not held.complete for field in fields for held in field.sets)
    yield f"share sets that miss 100 %: {incomplete}"
    for name in without_licensees:
        yield f"left out, no licensees are known: {name}"


def write_all(fields, folder, normalised, register):
    folder.mkdir(parents=True, exist_ok=True)
    for field in fields:
        path = folder / f"{slug(field.name)}.heqi"
        path.write_text(text_of(field, normalised, register), encoding="utf-8")


def chosen(fields, names):
    known = {field.name: field for field in fields}
    for name in names:
        if name not in known:
            raise BadData(f"{name}: no field of that name has licensees")
    return [known[name] for name in names]


def main():
    parser = argparse.ArgumentParser(
        description="Writes petroleum fields of the Norwegian shelf as heqi texts.",
        epilog="Example: ncs_to_heqi.py ncs_joint_ventures --field VOLUND > volund.heqi")
    parser.add_argument("tables", type=pathlib.Path, help="the folder of the tables")
    parser.add_argument("--field", action="append", metavar="NAME",
                        help="this field only; may be given several times")
    parser.add_argument("--into", type=pathlib.Path, metavar="FOLDER",
                        help="write one file a field here instead of printing one field")
    parser.add_argument("--normalised", action="store_true",
                        help="let share sets that miss 100 %% be scaled to it")
    parser.add_argument("--register", action="store_true",
                        help="write transfers, redeterminations and operators as entries")
    given = parser.parse_args()
    if not given.into and len(given.field or ()) != 1:
        parser.error("name one field with --field, or a folder with --into")
    try:
        fields, without_licensees = read_fields(given.tables)
        if given.field:
            fields, without_licensees = chosen(fields, given.field), []
    except (BadData, OSError) as why:
        sys.exit(f"ncs_to_heqi: {why}")
    if given.into:
        write_all(fields, given.into, given.normalised, given.register)
    else:
        sys.stdout.write(text_of(fields[0], given.normalised, given.register))
    print("\n".join(summary(fields, without_licensees)), file=sys.stderr)


if __name__ == "__main__":
    main()
