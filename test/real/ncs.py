"""What a Norwegian field must settle to, from the tables, day by day, without the converter."""
import csv
import datetime
import re
from collections import Counter
from fractions import Fraction

from real import bounds
from real.cumulative import Stream
from support import differences, minor_units, run

# The last year that any table speaks of. Shares that are open go on beyond it.
HORIZON = datetime.date(2021, 1, 1)
ONE_DAY = datetime.timedelta(days=1)


def rows(path):
    with open(path, encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def date(text):
    return min(datetime.date.fromisoformat(text), HORIZON)


class Field:
    """One field: the share set of each day, and the yearly sums in øre."""

    def __init__(self, name):
        self.name = name
        self.sets = {}          # (from, to) as written → {company: per cent}
        self.set_of_day = {}    # day → (from, to)
        self.called, self.shared = {}, {}   # year → øre

    @property
    def slug(self):
        return "-".join(self.name.lower().split())

    @property
    def wrong_sets(self):
        """The periods whose shares do not add up to 100, with what they add up to."""
        return [period for period, shares in self.sets.items() if sum(shares.values()) != 100]

    def spread_days(self):
        for period in self.sets:
            day, end = map(date, period)
            while day < end:
                assert day not in self.set_of_day, f"{self.name}: two share sets on {day}"
                self.set_of_day[day] = period
                day += ONE_DAY

    def covered_runs(self, year):
        """The covered days of a year, in runs of consecutive days."""
        runs, day = [[]], datetime.date(year, 1, 1)
        while day.year == year:
            if day in self.set_of_day:
                runs[-1].append(day)
            elif runs[-1]:
                runs.append([])
            day += ONE_DAY
        return [days for days in runs if days]

    def weights(self, days, companies):
        """Each company's part of money that comes evenly over these days, shares scaled."""
        parts = Counter()
        for period, count in Counter(self.set_of_day[day] for day in days).items():
            whole = sum(self.sets[period].values())
            for company, share in self.sets[period].items():
                parts[company] += Fraction(count * share, len(days) * whole)
        return [parts[company] for company in companies]


def by_days(amount, runs):
    """The whole amount among runs of days, in øre, by largest remainder, ties to the earlier."""
    days = sum(map(len, runs))
    exact = [Fraction(amount * len(run_), days) for run_ in runs]
    whole = [int(part) for part in exact]
    late = sorted(range(len(runs)), key=lambda i: whole[i] - exact[i])
    for i in late[:amount - sum(whole)]:
        whole[i] += 1
    return whole


def read(folder):
    """Name → field, of all that have licensees."""
    fields = {}
    for row in rows(folder / "field_licensee_hst.csv"):
        field = fields.setdefault(row["fldName"], Field(row["fldName"]))
        period = row["fldLicenseeFrom"], row["fldLicenseeTo"]
        field.sets.setdefault(period, {})[row["cmpLongName"]] = Fraction(row["fldCompanyShare"])
    for table, column, ore, sums in (
            ("field_investment_yearly.csv", "prfInvestmentsMillNOK", 10**8, "called"),
            ("field_production_yearly.csv", "prfPrdOeNetMillSm3", 10**6 * 1000 * 100, "shared")):
        for row in rows(folder / table):
            amount = Fraction(row[column]) * ore
            assert amount.denominator == 1
            if amount and row["prfInformationCarrier"] in fields:
                years = getattr(fields[row["prfInformationCarrier"]], sums)
                years[int(row["prfYear"])] = int(amount)
    for field in fields.values():
        field.spread_days()
    return fields


def coverage(fields, sums):
    """How many yearly sums fall into years that shares cover wholly, partly, not at all."""
    counts = Counter()
    for field in fields.values():
        for year in getattr(field, sums):
            runs = field.covered_runs(year)
            days = datetime.date(year + 1, 1, 1) - datetime.date(year, 1, 1)
            whole = sum(map(len, runs)) == days.days
            counts["whole" if whole else "partly" if runs else "none"] += 1
    return dict(counts)


def allotments(field, sums, companies):
    """[(year, amount, {company: øre})], one for each call or receipt, by the cumulative rule."""
    stream, found = Stream(len(companies)), []
    for year, amount in sorted(getattr(field, sums).items()):
        runs = field.covered_runs(year)
        for days, part in zip(runs, by_days(amount, runs) if runs else []):
            given = stream.split(part, field.weights(days, companies))
            found.append((year, part, dict(zip(companies, given))))
    return found


def parties(text):
    """Company → party name, in the order of the text."""
    found = re.findall(r'^  party (\S+) enterprise "(.*)"(?: lead)?$', text, re.M)
    return {company: name for name, company in found}


def decimal(ore):
    return f"{ore // 100}.{ore % 100:02d}"


def figures_of(called, received):
    """Calls are overdue when the text settles, so what was received is set off against them."""
    set_off = min(called, received)
    figures = {"called": called, "received": received, "borne": 0, "charges": 0, "paid_in": 0,
               "paid_out": 0, "set_off": set_off, "due": received - set_off,
               "owes": called - set_off}
    return {name: decimal(amount) for name, amount in figures.items()}


def by_entry(lines, figure):
    """[(year, sum in øre, {party: øre})] of the entries that touch this figure, in order."""
    entries = {}
    for line in lines:
        if line["figure"] == figure:
            year, given = entries.setdefault(line["entry"], (int(line["date"][:4]), Counter()))
            given[line["to"]] += minor_units(line["amount"])
    return [(year, sum(given.values()), +given) for _, (year, given) in sorted(entries.items())]


def check_lines(what, expected, got):
    """Entry by entry: the year, the exact sum, everyone's part."""
    if len(expected) != len(got):
        return [f"{what}: expected {len(expected)} entries, got {len(got)}"]
    problems = []
    for (year, amount, given), (got_year, got_amount, got_given) in zip(expected, got):
        if (year, amount) != (got_year, got_amount):
            problems.append(f"{what} of {year}: {amount} øre expected, got {got_amount} "
                            f"in {got_year}")
        problems += differences(+Counter(given), got_given, f"{what} of {year}, ")
    return problems


def check(heqi, field, text):
    """What heqi gets wrong about one field."""
    outcome = run(heqi, "settle", "--lines", "-", text=text)
    if outcome.code != 0 or not outcome.json:
        return [str(outcome)]
    names = parties(text)
    problems = differences(dict.fromkeys(set().union(*field.sets.values())), dict.fromkeys(names))
    expected, totals = {}, {}
    for sums, figure in (("called", "called"), ("shared", "received")):
        found = allotments(field, sums, list(names))
        expected[figure] = [
            (year, amount, {names[company]: part for company, part in given.items()})
            for year, amount, given in found]
        totals[figure] = sum((Counter(given) for _, _, given in expected[figure]), Counter())
        problems += check_lines(sums, expected[figure], by_entry(outcome.json["lines"], figure))
    problems += bounds.broken(outcome.json["lines"])
    if list(outcome.json["parties"]) != list(names.values()):
        problems.append("parties, or their order, differ")
    for name in names.values():
        problems += differences(figures_of(totals["called"][name], totals["received"][name]),
                                outcome.json["parties"].get(name, {}), name + " ")
    return problems


def check_refused(heqi, field, text):
    """heqi must refuse each share set that misses 100, at its line, naming field and period."""
    outcome = run(heqi, "settle", "-", text=text)
    if outcome.code != 1 or not outcome.json or set(outcome.json) != {"findings"}:
        return [f"expected exit 1 and findings, got {outcome}"]
    errors = [finding for finding in outcome.json["findings"] if finding["severity"] == "error"]
    problems = [] if len(errors) == len(field.wrong_sets) else [
        f"expected {len(field.wrong_sets)} errors, got {len(errors)}"]
    first = min(start for start, _ in field.sets)
    for start, end in sorted(field.wrong_sets):
        statement = f"  stakes {field.slug}" if start == first else f"{start} stakes {field.slug}"
        place = text.splitlines().index(statement) + 1
        words = [field.slug, start, *([] if end.startswith("9999") else [end])]
        if not any(error["line"] == place and all(word in error["message"] for word in words)
                   for error in errors):
            problems.append(f"no error at line {place} names {', '.join(words)}")
    return problems
