"""Money that is due by itself: dues, and what an unpaid debt leads to.

A mixin of the alliance of engine.py, which asks for the next day on which anything happens.
"""
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import lcm

from .clauses import Event, Refused, applying
from .tiers import tiers_of
from .times import after
from .words import Unknown

DAY = timedelta(1)
NATURES = ["capital", "call", "dues", "loss", "interest", "charge"]     # those of one day, in order
CHANGING = ("dilute", "forfeit", "out", "covered")


@dataclass
class Debt:
    """What a party owes by one call, tranche, loss, dues or interest."""
    party: str
    nature: str
    amount: int
    due: date
    project: str = None
    open: int = 0
    premium: bool = False   # what a late joiner pays: nobody's cost
    since: date = None      # the day it arose
    arrears: object = None  # what was agreed when it fell due, once that is amended
    amended: bool = False
    of: object = None       # of interest: its debt
    earned: Fraction = Fraction(0)      # interest so far, exactly, and in units
    booked: int = 0
    unbooked: Fraction = Fraction(0)    # since the last line of it
    counted: date = None
    done: set = field(default_factory=set)      # steps that it led to
    cover: object = None

    @property
    def start(self):
        return max(self.due, self.since or self.due)


class Owing:
    """Dues, late interest, and the steps of arrears."""

    def begin_owing_money(self):
        self.reported = []              # (party, first day, day after the last, amount)
        self.dues_paid = {}             # (party, year): units
        self.charged_dues = {}          # (party, year): [item, units]
        self.dues_of_year = set()
        self.without_arrears = {}       # of a table that arrears changed: what it would be

    # ---- what happens on days of itself -----------------------------------------------------

    def fall_due(self, until):
        """Steps of arrears, then tranches, then dues, day by day up to a day."""
        while True:
            day = min((found for found in (self.next_step(), self.next_tranche(),
                                           self.next_dues()) if found), default=None)
            if day is None or day > until or self.dissolved:
                break
            self.today = day
            self.take_steps(day)
            self.call_tranches(day)
            self.charge_dues(day)

    def next_tranche(self):
        return self.tranches[0][0] if self.tranches else None

    def call_tranches(self, day):
        while self.tranches and self.tranches[0][0] <= day:
            _, _, party, amount, clause, exact = self.tranches.pop(0)
            if not self.terms.parties[party].member_on(day):
                continue
            self.seen["due", "tranche"] += 1
            self.line(None, party, exact, amount, "call", "called", clause=clause)
            before = self.figures[party]["paid_in"]
            self.owe(Debt(party, "capital", amount, day), None)
            paid = self.figures[party]["paid_in"] - before
            self.post("assets:receivable:" + party, "equity:capital:" + party, amount - paid)

    # ---- dues -------------------------------------------------------------------------------

    def next_dues(self):
        if not self.terms.dues:
            return None
        year = self.today.year
        while True:
            month, of_month = self.terms.dues.day
            try:
                day = date(year, month, of_month)
            except ValueError:
                day = date(year, month, 28)
            if day >= max(self.terms.founded, self.dues_from) and year not in self.dues_of_year \
                    and day >= self.today:
                return day
            year += 1

    def charge_dues(self, day):
        if self.next_dues() != day:
            return
        self.dues_of_year.add(day.year)
        for party in list(self.terms.parties):
            if not self.terms.parties[party].member_on(day):
                continue
            item = self.dues_item(party)
            if item is None:
                continue
            exact = self.dues_of(party, item, day.year - 1)
            self.charged_dues[party, day.year] = [item, 0, self.terms.dues.number, exact]
            self.charge(party, int(exact // 1), day.year, exact)

    def dues_item(self, party):
        for who, amount in self.terms.dues.items:
            kind = self.terms.parties[party].kind
            if who in ("others", kind, party) or (who == "lead" and party == self.terms.lead) \
                    or party in self.terms.groups.get(who, ()):
                return amount
        return None

    def dues_of(self, party, item, year):
        if not isinstance(item, tuple):
            return item
        share, least, most = item
        sales = share * self.sales_of(party, year)
        sales = max(sales, least)
        return sales if most is None else min(sales, most)

    def sales_of(self, party, year):
        """What it reported as its own for a calendar year."""
        return sum(amount for who, first, _, amount in self.reported
                   if who == party and first.year == year)

    def charge(self, party, units, year, exact, entry=None):
        """Dues fall due, and are shared as income of their class."""
        account = self.charged_dues[party, year]
        if not units:
            return
        account[1] += units
        self.seen["due", "dues"] += 1
        self.line(entry, party, exact, units, "charge", "charges", clause=account[2])
        self.post("assets:receivable:" + party, "income:dues", units)
        self.owe(Debt(party, "dues", units, self.today), entry)
        self.receive(units, "dues", entry)

    def receive(self, units, what, entry):
        """Income of the alliance that no entry brings."""
        event = Event(units, what, entry, self.today)
        clause = applying(self.terms.shares, event, self.terms.projects)
        if clause:
            self.run(clause, event)
        else:
            self.unclaimed += units

    def on_reports(self, entry, party, amount, first, last, **said):
        if party in self.licences:
            self.report_licence(party, amount, first, last, **said)
            return
        self.member(party)
        if first >= last:
            raise Refused("E306")
        item = self.dues_item(party) if self.terms.dues else None
        if first.year != (last - DAY).year:
            if self.divides_by_sales():
                raise Refused("E450")
            if isinstance(item, tuple):
                raise Refused("E368")
        self.keep_days_apart(party, first, last)
        self.reported.append((party, first, last, amount))
        account = self.charged_dues.get((party, first.year + 1))
        if account and isinstance(account[0], tuple):
            now = self.dues_of(party, account[0], first.year)
            self.seen["due", "dues by later sales"] += 1
            before, account[3] = account[3], now
            self.charge(party, int(now // 1) - account[1], first.year + 1, now - before, entry)

    def divides_by_sales(self):
        """Whether any clause divides by the sales of a calendar year."""
        return any(("sales",) in (tier.basis, *(factor for factor, _ in tier.adjusted))
                   for clause in self.terms.shares + self.terms.bears
                   for tier in tiers_of(clause.tiers))

    def keep_days_apart(self, who, first, last):
        """No day is reported twice."""
        if any(of == who and first < end and begin < last for of, begin, end, _ in self.reported):
            raise Refused("E365")

    # ---- late interest ----------------------------------------------------------------------

    def arrears_of(self, debt):
        return debt.arrears if debt.amended else self.terms.arrears

    def bear_interest(self, party=None):
        """Books the interest of all late debts, of one party or of all, up to today."""
        for name in list(self.terms.parties) if party is None else [party]:
            for debt in sorted((debt for debt in self.debts if debt.party == name),
                               key=lambda debt: (NATURES.index(debt.nature), debt.due)):
                self.bear(debt)

    def bear(self, debt):
        arrears = self.arrears_of(debt)
        if debt.nature == "interest" or not arrears or not arrears.rate or not debt.open:
            return
        first = after(debt.start, arrears.bears_after) + DAY
        since = max(first, debt.counted + DAY) if debt.counted else first
        days = (self.today - since).days + 1
        if days <= 0:
            return
        debt.counted = self.today
        exact = debt.open * arrears.rate * days
        debt.earned += exact
        debt.unbooked += exact
        units = int(debt.earned + Fraction(1, 2)) - debt.booked
        debt.booked += units
        if not units:
            return
        exact, debt.unbooked = debt.unbooked, Fraction(0)
        self.seen["arrears", "interest"] += 1
        self.line(None, debt.party, exact, units, "charge", "charges", clause=arrears.number)
        self.post("assets:receivable:" + debt.party, "income:interest", units)
        self.owe(Debt(debt.party, "interest", units, self.today, of=debt), None)
        self.receive(units, "interest", None)

    # ---- steps ------------------------------------------------------------------------------

    def steps(self):
        """(day, order of the member, debt, step) of all that is to come."""
        for debt in self.debts:
            arrears = self.arrears_of(debt)
            if not arrears or not debt.open or debt.nature == "interest":
                continue
            for step in arrears.steps:
                if step.kind in CHANGING and step.kind not in debt.done:
                    yield after(debt.start, step.after) + DAY, self.order[debt.party], debt, step

    def next_step(self):
        return min((found[0] for found in self.steps()), default=None)

    def take_steps(self, day):
        found = [step for step in self.steps() if step[0] <= day]
        found.sort(key=lambda step: (step[1], NATURES.index(step[2].nature)))
        for _, _, debt, step in found:
            debt.done.add(step.kind)
            if not debt.open:
                continue
            self.bear_interest(debt.party)
            self.seen["arrears", step.kind] += 1
            fraction = Fraction(debt.open, debt.amount)
            if step.kind == "dilute":
                self.dilute(debt.party, fraction * step.value, day)
            elif step.kind == "forfeit":
                self.dilute(debt.party, fraction, day)
                self.forfeit(debt)
            elif step.kind == "out":
                self.fall_out(debt.party, step.value, day)
            else:
                self.cover(debt, step.value)

    def dilute(self, party, part, day):
        """A part of every stake goes to the others of the table, by their shares."""
        for name in self.terms.stakes:
            table = self.table_at(name, day)
            if not table or not table.get(party):
                continue
            others = sum(table.values()) - table[party]
            if not others:
                continue
            moved = table[party] * part
            changed = {who: share - moved if who == party else share + moved * share / others
                       for who, share in table.items()}
            if lcm(*(share.denominator for share in changed.values())) >= 10**15:
                raise Unknown("shares that are too fine for heqi")
            self.without_arrears.setdefault(name, dict(table))
            self.set_stakes(name, day, changed)

    def set_stakes(self, name, day, table):
        """From the start of a day on; what is set for later days stands."""
        self.terms.stakes[name].append((day, table))
        self.terms.stakes[name].sort(key=lambda item: item[0])

    def forfeit(self, debt):
        if debt.nature != "capital":
            return
        arrears = self.arrears_of(debt)
        self.line(None, debt.party, -debt.open, -debt.open, "forfeit", "called",
                  clause=arrears.number)
        self.post("equity:capital:" + debt.party, "assets:receivable:" + debt.party, debt.open)
        self.forfeited[debt.party] += debt.open
        debt.open = 0

    def fall_out(self, party, leaving, day):
        if not self.terms.parties[party].member_on(day):
            return
        self.end_membership(None, party, day, "leave" if leaving else "expelled")

    def cover(self, debt, measure):
        raise Unknown("covered by others")

    def votes_rest(self, party, day):
        """Whether an unpaid debt, or interest on it, keeps the member from voting."""
        for debt in self.debts:
            late = debt.of or debt
            arrears = self.arrears_of(late)
            if debt.party != party or not debt.open or not arrears:
                continue
            for step in arrears.steps:
                if step.kind == "no" and day > after(late.start, step.after):
                    return True
        return False
