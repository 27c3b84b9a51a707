"""Licences: for what they are, what the licensee owes by fees and royalties, what it paid.

A mixin of the alliance of engine.py. What is owed stands in the register; income is shared when it
comes.
"""
import dataclasses
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from .clauses import Refused

ZERO = Fraction(0)


@dataclass
class Licence:
    """What one licence says, what was reported and paid under it."""
    since: date
    results: dict
    to: str = ""
    exclusive: str = None
    field: str = None
    territory: str = None
    until: date = None
    under: str = None
    fees: list = dataclasses.field(default_factory=list)        # (day, units)
    ladder: list = dataclasses.field(default_factory=list)      # (rate, up to units of sales or None)
    minimum: int = 0
    deduct: tuple = None        # (part, most of the royalty or None, carried forward)
    most: tuple = None          # (rate of all royalties, least own rate)
    sublicences: bool = False
    sales: int = 0
    carried: int = 0
    owed: list = dataclasses.field(default_factory=list)        # (day of the report, its year, units)
    paid: int = 0

    def says_what_is_owed(self):
        return bool(self.fees or self.ladder)

    def royalty(self, sales):
        """On all sales so far: each rate up to its limit, in whole units."""
        found, before = ZERO, 0
        for rate, limit in self.ladder:
            upto = sales if limit is None else min(sales, limit)
            found += rate * max(0, upto - before)
            before = max(before, upto)
        return int(found // 1)

    def report(self, day, year, sales, others):
        """A report owes what it adds, less what may be deducted, under the limit of all."""
        own = self.royalty(self.sales + sales) - self.royalty(self.sales)
        self.sales += sales
        if self.deduct:
            part, most, carries = self.deduct
            wanted = int(part * others // 1) + self.carried
            taken = min(wanted, own if most is None else int(most * own // 1))
            self.carried = wanted - taken if carries else 0
            own -= taken
        if self.most:
            rate, least = self.most
            own = min(own, max(int((rate * sales - others) // 1), int((least * sales) // 1), 0))
        self.owed.append((day, year, own))

    def last_day(self, year):
        """The day on which the minimum of a year is owed."""
        end = date(year, 12, 31)
        return min(end, self.until) if self.until else end

    def fallen_due(self, today):
        found = sum(units for day, units in self.fees if day <= today)
        for year in range(self.since.year, today.year + 1):
            reported = sum(units for _, of, units in self.owed if of == year)
            runs = self.until is None or date(year, 1, 1) <= self.until
            if self.minimum and runs and self.last_day(year) <= today:
                reported = max(reported, self.minimum)
            found += reported
        return found

    def meets(self, other):
        """Two licences of a result to others in the same field and territory at the same time."""
        return (self.to != other.to and set(self.results) & set(other.results)
                and (self.field is None or other.field is None or self.field == other.field)
                and (self.territory is None or other.territory is None
                     or self.territory == other.territory)
                and (other.until is None or other.until >= self.since))


class Licensing:
    """The register of licences."""

    def on_license(self, _entry, name, results, **said):
        equal = Fraction(1, len(results))
        for result, _ in results:
            if result not in self.results:
                raise Refused("E303")
        found = Licence(self.today, {result: equal if share is None else share
                                     for result, share in results}, **said)
        self.keep_exclusive(found)
        if found.under:
            self.keep_under(found, self.licences[found.under])
        self.licences[name] = found
        self.seen["licence", found.exclusive or "plain"] += 1

    def keep_exclusive(self, found):
        """Exclusive and sole leave others no room, but for sublicences under them."""
        for name, other in self.licences.items():
            strict = {"exclusive", "sole"} & {found.exclusive, other.exclusive}
            if strict and name != found.under and found.meets(other):
                raise Refused("E360")

    def keep_under(self, found, above):
        if not above.sublicences or (above.until and above.until < self.today):
            raise Refused("E361")
        inside = set(found.results) <= set(above.results) \
            and above.field in (None, found.field) and above.territory in (None, found.territory) \
            and (above.until is None or (found.until and found.until <= above.until))
        if not inside:
            raise Refused("E362")

    def report_licence(self, licence, amount, first, last, field, territory, others):
        """What a licensee says that it sold."""
        found = self.licences[licence]
        for said, own in ((field, found.field), (territory, found.territory)):
            if said and own and said != own:
                raise Refused("E364")
        if first < found.since or (found.until and last - timedelta(1) > found.until):
            raise Refused("E363")
        if found.minimum and first.year != (last - timedelta(1)).year:
            raise Refused("E366")
        self.keep_days_apart(licence, first, last)
        self.reported.append((licence, first, last, amount))
        self.used.update(found.results)
        found.report(self.today, first.year, amount, others)
        self.seen["licence", "a report"] += 1

    def pay_licence(self, licence, amount):
        found = self.licences[licence]
        if found.until and found.until < self.today and found.says_what_is_owed() \
                and amount > found.fallen_due(self.today) - found.paid:
            raise Refused("E367")
        found.paid += amount

    def licence_rows(self):
        """(name, sales, fallen due, paid, open) at the end of today."""
        for name, found in self.licences.items():
            due = found.fallen_due(self.today)
            yield name, found.sales, due, found.paid, max(0, due - found.paid)
