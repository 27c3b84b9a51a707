"""Returns on capital and cost, catch-up, minimum guarantees, and guards.

`earned` is the whole of a return, reckoned anew from the founding each time it is asked for. The
rest are mixins, of the run of a receipt in clauses.py and of the alliance in engine.py.
"""
from collections import Counter, defaultdict
from fractions import Fraction

from .splits import shares_of
from .tiers import tiers_of
from .times import after

HALF = Fraction(1, 2)
YEAR_DAYS = 365
ZERO = Fraction(0)


def earned(bases, given, rate, compound, until):
    """What a return has earned up to a day and was not given.

    bases: [(day, what is open from that day on)]; given: [(day, amount)]; both by day."""
    base, added, open_, at, began, years = ZERO, 0, ZERO, None, None, 0
    days = {until, *(day for day, _ in bases), *(day for day, _ in given)}
    for day in sorted(day for day in days if day <= until):
        while compound and began and (turn := after(began, (years + 1, 0, 0))) <= day:
            open_ += (base + added) * rate * (turn - at).days / YEAR_DAYS
            added, open_ = in_units(added + open_)
            at, years = turn, years + 1
        open_ += (base + added) * rate * (day - at).days / YEAR_DAYS if began else ZERO
        at, before = day, base
        base = next((amount for since, amount in reversed(bases) if since == day), base)
        if base > 0 and before + added == 0:
            began, years = day, 0
        open_ -= sum(amount for when, amount in given if when == day)
        if added > in_units(added + open_)[0]:
            added, open_ = in_units(added + open_)
    return open_ + added


def in_units(unpaid):
    """What is unpaid in whole units, half of one up, and what that leaves or takes too much."""
    whole = max(0, int((unpaid + HALF) // 1))
    return whole, unpaid - whole


class Remembering:
    """Of the alliance: what returns, catch-ups and guards look back at."""

    def begin_remembering(self):
        self.days_of_bases = []             # (day, capital, cost, repaid)
        self.given_returns = defaultdict(list)  # (rate, measure, compound), scope: [(day, {party: exact})]
        self.profit = defaultdict(Counter)  # clause, scope: {"all", party, (party, year): units}
        self.shared = Counter()             # clause, scope: units
        self.has_returns = any(tier.kind == "return" for clause in self.terms.shares
                               for tier in tiers_of(clause.tiers))

    def remember_bases(self):
        if self.has_returns:
            self.days_of_bases.append((self.today, Counter(self.capital), Counter(self.cost),
                                       {key: Counter(taken) for key, taken in self.repaid.items()}))

    def bases(self, measure, scope, party):
        """What was open of capital or cost of a party, from each day on."""
        found = []
        for day, capital, cost, repaid in self.days_of_bases:
            put_in = capital[party] if measure == "capital" else self.cost_in(cost, scope, party)
            found.append((day, max(ZERO, put_in - repaid.get((measure, scope), {}).get(party, 0))))
        return found

    def cost_in(self, cost, scope, party):
        kind, of = scope
        return sum(amount for (project, result, who), amount in cost.items()
                   if who == party and (of is None or of == (result if kind == "result" else project)))

    def open_return(self, promise, scope, party, day):
        rate, measure, compound = promise
        given = [(when, shares.get(party, ZERO)) for when, shares in self.given_returns[promise, scope]]
        return earned(self.bases(measure, scope, party), given, rate, compound, day)


class Looking:
    """Of the run of a receipt: guards, and tiers that look at what was given before."""

    # ---- returns ----------------------------------------------------------------------------

    def promise(self, tier):
        return tier.value, tier.measure, tier.compound

    def open_return(self, tier, party):
        return self.state.open_return(self.promise(tier), self.scope, party, self.event.day)

    # ---- catch-up and guarantee -------------------------------------------------------------

    def part_of(self, tier, name):
        """The part of a tier that a party gets."""
        if not tier.parts:
            weights = self.weights(tier) if not self.fund_of(tier) else {}
            return Fraction(weights.get(name, 0)) / sum(weights.values()) if weights else ZERO
        shares = dict(self.shares_of_parts(tier))
        return sum((share * self.part_of(part, name) for part in tier.parts
                    if (share := shares.get(part.path))), ZERO)

    def up_to_its_part(self, tier):
        """The whole units that bring a party to its part of the profit, or to its amount."""
        profit, name = self.state.profit[self.clause.number, self.scope], tier.name
        part = self.part_of(tier, name)
        if tier.kind == "profit":
            behind, gains = tier.value * profit["all"] - profit[name], part - tier.value
        else:
            had = profit[name, self.event.day.year] if tier.kind == "guarantee yearly" \
                else profit[name]
            behind, gains = Fraction(tier.value - had), part
        if behind <= 0:
            return 0
        return min(self.left, int(behind / gains // 1)) if gains > 0 else self.left

    def count_profit(self, tier, to, amount):
        if tier.kind == "until":
            return
        profit = self.state.profit[self.clause.number, self.scope]
        for key in ("all", to, (to, self.event.day.year)):
            profit[key] += amount

    # ---- guards -----------------------------------------------------------------------------

    def guards(self):
        return [tier for tier in tiers_of(self.clause.tiers) if tier.kind == "while"]

    def running(self, tier):
        """Whether what a guard looks at is below its limit."""
        state = self.state
        if tier.measure == "income":
            return state.shared[self.clause.number, self.scope] < tier.value
        return sum(self.measure((tier.measure,), party) for party in state.terms.parties) < tier.value

    def piece(self, amount):
        """What of a receipt lies before the next limit on income."""
        before = self.state.shared[self.clause.number, self.scope]
        limits = [tier.value - before for tier in self.guards()
                  if tier.measure == "income" and tier.value > before]
        return min([amount, *limits])
