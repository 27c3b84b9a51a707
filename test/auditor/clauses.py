"""Sharing a receipt and bearing a loss: which clause applies, who takes part, what each gets.

`state` is the alliance of engine.py: it knows the terms, the measures and the running sums.
"""
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from .returns import Looking
from .splits import fill, shares_of
from .tiers import SETS, tiers_of
from .words import Unknown

ORDINARY = {"licence", "sale", "service", "product"}
LOSSES = {"project loss", "liability"}
REPAYING = ("until", "return")
WHOLE = Fraction(1)
BY_DEEDS = ("makers", "owners", "funders", "workers")


class Refused(Exception):
    """The text is wrong at this entry: heqi must say so with this code."""

    def __init__(self, code, entry=None):
        super().__init__(code)
        self.code, self.entry = code, entry


@dataclass
class Event:
    """A receipt, or a part of one, or a loss: whole units, and what it belongs to."""
    amount: int
    what: str
    entry: object
    day: date
    project: str = None
    result: str = None
    licence: str = None
    over: tuple = None
    payer: str = None
    lines: list = field(default_factory=list)


def narrowness(clause, event, projects):
    """How narrow a clause is that applies to the event, 0 the narrowest; None if it does not."""
    kind, *name = clause.scope
    project = projects.get(event.project)
    applies = {"result": event.result in name, "each": event.result is not None,
               "project": event.project in name,
               "kind": project is not None and project.kind in name,
               "all": True, "together": True}[kind]
    return ["result", "each", "project", "kind", "all", "together"].index(kind) if applies else None


def applying(clauses, event, projects):
    """The clause for an event: the narrowest, then the one that names its class; or None."""
    found = []
    for clause in clauses:
        rank = narrowness(clause, event, projects)
        if rank is None:
            continue
        if clause.what == event.what:
            found.append((min(rank, 4), 0, clause))
        elif clause.what == "any" and event.what in ORDINARY:
            found.append((min(rank, 4), 1, clause))
    return min(found, key=lambda item: item[:2])[2] if found else None


class Run(Looking):
    """One event through one clause."""

    def __init__(self, state, clause, event):
        self.state, self.clause, self.event = state, clause, event
        kind = clause.scope[0] if clause else "all"
        self.scope = "project", event.project
        if kind in ("each", "result"):
            self.scope = "result", event.result
        elif kind == "together" or not event.project:
            self.scope = "project", None
        self.left = self.whole = event.amount
        self.given, self.amounts_taken = Counter(), Counter()
        self.repaid_before = {}
        self.streams = "bear" if event.what in LOSSES else "share"

    def stream(self, path, *looks_at):
        return self.state.stream(self.streams, self.clause.number, path, *looks_at)

    # ---- who takes part ---------------------------------------------------------------------

    def members_of(self, what, name, basis=None):
        """The parties that a word for recipients means, on the day of the receipt."""
        state, event = self.state, self.event
        if what == "fund":
            raise Unknown("a fund beside others")
        if what == "name":
            return self.with_rights(state.terms.groups.get(name, [name]))
        if name in ("makers", "owners", "funders", "workers"):
            measure = {"makers": "invention", "owners": "ownership", "funders": "cost",
                       "workers": "work"}[name]
            found = {party for party in state.terms.parties if self.measure((measure,), party)}
            if name == "funders":
                found |= self.on_funded_lines()
            return found if name == "owners" else self.with_rights(found)
        if name not in SETS:
            raise Unknown(name)
        return self.members_of_kind(SETS[name], self.over(basis))

    def members_of_kind(self, kind, over=None):
        return [party.name for party in self.state.terms.parties.values()
                if kind in (None, party.kind) and party.member_in(over, self.event.day)]

    def others(self, tier):
        """The members whom the other lines of the division do not name; where these name nobody,
        those of the clause."""
        lines = list(tiers_of(self.clause.tiers))
        around = next((line.parts for line in lines if tier in line.parts and line.kind != "while"),
                      lines)
        return self.unnamed(tier, around) or self.unnamed(tier, lines) or []

    def unnamed(self, tier, lines):
        groups = self.state.terms.groups
        named = {party for line in lines if line is not tier for what, name in line.to
                 if what == "name" for party in groups.get(name, [name])}
        return [party for party in self.members_of_kind(None) if party not in named] if named else None

    def over(self, basis):
        """The period whose days are counted; other measures are those of the day."""
        return self.event.over if basis and basis[0] in ("stake", "equally") else None

    def with_rights(self, parties):
        """Who was expelled has no more rights, but duties."""
        return [party for party in parties if self.streams == "bear"
                or self.event.day < self.state.terms.parties[party].expelled]

    def on_funded_lines(self):
        return set(self.state.funded(self.event.project))

    def recipients(self, tier):
        found = {party for what, name in tier.to
                 for party in (self.others(tier) if (what, name) == ("set", "others")
                               else self.members_of(what, name, tier.basis))
                 if self.streams == "share" or what == "name" or self.takes_part(party)}
        return [party for party in self.state.terms.parties if party in found]

    def takes_part(self, party):
        """Who declined a project bears no loss of it, unless it is named."""
        return bool(self.state.taking_part(self.event.project, [party]))

    def measure(self, basis, party):
        name = basis[0]
        if name == "risk":      # capital that was not given back before
            return max(Fraction(0), self.state.capital[party]
                       - self.repaid_before.get(party, Fraction(0)))
        if name == "game":
            return self.state.value_of_player(*basis[1:], party)
        if name == "score":
            return self.state.scores[basis[1], party]
        return self.state.measure(name, party, self.scope, self.event)

    def weights(self, tier):
        """The weights of the recipients; none where nobody has any."""
        if tier.parts and tier.kind in REPAYING:
            return self.weights_of_parts(tier)
        parties = self.recipients(tier)
        named = {party for what, name in tier.to if what == "name" or name in BY_DEEDS
                 for party in self.members_of(what, name)}
        weights = self.weights_by(tier.basis, parties, named)
        return self.adjusted(tier, parties, weights) if tier.adjusted and weights else weights

    def weights_by(self, basis, parties, named=()):
        if basis is None:
            return {party: WHOLE for party in parties}
        if basis[0] in ("stake", "equally"):
            return self.weights_of_days(basis, parties, named)
        found = {party: Fraction(self.measure(basis, party)) for party in parties}
        return {party: weight for party, weight in found.items() if weight}

    def adjusted(self, tier, parties, weights):
        """By factors: the share by the basis, plus lambda, less 1/n; nobody below nothing."""
        equal = Fraction(1, len(parties))
        found = {party: share - equal for party, share in
                 (dict.fromkeys(parties, Fraction(0)) | shares_of(1, weights)).items()}
        for factor, share in tier.adjusted:
            by_factor = self.weights_by(factor, parties, parties)
            parts = shares_of(1, by_factor) if by_factor else dict.fromkeys(parties, equal)
            self.state.seen["adjusted", factor[0] if by_factor else "by nothing"] += 1
            for party, part in parts.items():
                found[party] += share * part
        self.state.seen["adjusted", "below nothing"] += any(part < 0 for part in found.values())
        return {party: part for party, part in found.items() if part > 0}

    def weights_of_parts(self, tier):
        """Of a divided tier that runs as one: the percentage of each part times the share in it."""
        found, shares = {}, self.shares_of_parts(tier)
        shares.pop("out", None)
        for part in tier.parts:
            weights = self.weights(part) if part.path in shares else {}
            for party, share in shares_of(shares.get(part.path, 0), weights).items() if weights else ():
                found[party] = found.get(party, Fraction(0)) + share
        return found

    def shares_of_parts(self, tier):
        """{path: share} of the parts that can take; the share of a void part goes to the rest of
        the division, else "out"."""
        shares, given = {}, sum(part.value for part in tier.parts if part.kind == "percent")
        rest = next((part for part in tier.parts if part.kind == "rest"), None)
        for part in tier.parts:
            share, taker = part.value if part.kind == "percent" else WHOLE - given, part.path
            if self.void(part):
                self.state.seen["limit", f"a void part, {'a' if rest else 'no'} rest"] += 1
                taker = rest.path if rest and not self.void(rest) else "out"
            shares[taker] = shares.get(taker, Fraction(0)) + share
        return shares

    def weights_of_days(self, basis, parties, named=()):
        """A period accrues evenly by day: each day is shared by its own stakes and members, but for
        those who are named and have their part whether members or not."""
        state, event = self.state, self.event
        period = event.over or (event.day, event.day + timedelta(1))
        if basis[0] == "stake" and parties:
            state.covered(basis[1], event)
        found = {}
        for first, last in state.cut(basis, parties, *period):
            table = state.table_at(basis[1], first) if basis[0] == "stake" else None
            there = [party for party in parties if state.terms.parties[party].since <= first
                     and (party in named or first < state.terms.parties[party].until)]
            shares = {party: table.get(party, Fraction(0)) if table else WHOLE for party in there}
            whole = sum(shares.values())
            for party, share in shares.items():
                if share:
                    days = (last - first).days * share / whole
                    found[party] = found.get(party, Fraction(0)) + days
        return found

    def looks_at(self, tier):
        """What the first measure of a tier looks at that looks at anything: a part of the name of
        the stream."""
        bases = (basis for part in (tier, *tier.parts)
                 for basis in (*(factor for factor, _ in part.adjusted), part.basis))
        return next((found for basis in bases if (found := self.basis_looks_at(basis))), ())

    def basis_looks_at(self, basis):
        if basis and basis[0] in ("cost", "work", "risk") and self.scope[1]:
            return self.scope
        looks = self.event.result, self.event.project
        if basis and basis[0] in ("invention", "ownership", "patents") and any(looks):
            return looks
        return ()

    def fund_of(self, tier):
        return tier.to[0][1] if tier.to and tier.to[0][0] == "fund" else None

    def void(self, tier):
        """Nobody can take anything from it."""
        if tier.kind == "while":
            return False
        if tier.parts:
            return all(self.void(part) for part in tier.parts)
        fund = self.fund_of(tier)
        return self.fund_limit(fund) == 0 if fund else not self.weights(tier)

    def fund_limit(self, fund):
        """What a fund can take, or, where a loss is borne, give."""
        return self.state.room(fund) if self.streams == "share" else self.state.funds[fund]

    # ---- what a tier takes ------------------------------------------------------------------

    def key(self, tier):
        return self.clause.number, tier.path, self.scope

    def limits(self, tier):
        """What is open for each party of an `until` tier or under a cap; None without a limit."""
        if tier.kind == "until":
            return {party: self.open(tier, party) for party in self.weights(tier)}
        if tier.kind == "return":
            return {party: self.open_return(tier, party) for party in self.weights(tier)}
        if tier.cap:
            share, of = tier.cap
            taken, lifted = self.state.capped[self.key(tier)], self.state.lifted.get(self.event.entry, ())
            return {party: max(Fraction(0), (share * self.measure((of,), party) if share else of)
                               - taken[party]) if party not in lifted else Fraction(self.event.amount)
                    for party in self.weights(tier)}
        return None

    def limit(self, tier):
        """All limits of a tier together, in whole units."""
        limits = self.limits(tier) if not tier.parts or tier.kind in REPAYING else None
        return int(sum(limits.values()) // 1) if limits is not None else self.left

    def open(self, tier, party):
        taken = self.state.repaid[tier.measure, self.scope]
        return max(Fraction(0), self.measure((tier.measure,), party) * tier.times - taken[party])

    def most(self, tier, amount):
        """The most that a tier may take now of `amount`, in whole units."""
        most, taken = min(amount, self.left), self.state.taken
        if tier.kind == "upto":
            most = min(most, tier.value - taken[self.key(tier)])
        elif tier.kind == "amount":
            most = min(most, tier.value - self.amounts_taken[tier.path])
        elif tier.kind in ("profit", "guarantee", "guarantee yearly"):
            most = min(most, self.up_to_its_part(tier))
        elif tier.kind == "yearly":
            most = min(most, tier.value - taken[self.key(tier), self.event.day.year])
        if tier.kind not in ("percent", "of_rest"):
            most = min(most, self.limit(tier))
        fund = self.fund_of(tier)
        if fund:
            if most > self.fund_limit(fund):
                self.state.seen["limit", f"a fund, {self.streams}"] += 1
            most = min(most, self.fund_limit(fund))
        return most

    def take(self, tier):
        """Runs a tier; what is left goes down by what it took."""
        if tier.kind == "while":
            if self.running(tier):
                for part in tier.parts:
                    self.take(part)
            self.state.seen["guard", f"{tier.measure} {'runs' if self.running(tier) else 'is over'}"] += 1
            return
        if not self.left or self.void(tier):
            return
        whole = {"percent": self.whole, "of_rest": self.left}.get(tier.kind)
        amount = exact = most = self.most(tier, self.left)
        if whole is not None:
            exact = min(tier.value * whole, Fraction(most))
            amount, cut = self.stream(tier.path, "percent").tier(whole, exact, most)
            exact = Fraction(amount) if cut else exact
            amount = min(amount, self.limit(tier))      # what caps do not let through passes on
        if amount <= 0:
            return
        divided = tier.parts and tier.kind not in REPAYING
        took = self.divide(tier, amount) if divided else self.give(tier, amount, exact)
        self.left -= took
        self.amounts_taken[tier.path] += amount
        used = amount if self.streams == "share" else took
        self.state.taken[self.key(tier)] += used
        self.state.taken[self.key(tier), self.event.day.year] += used

    def divide(self, tier, amount):
        """The parts of a divided tier; a void part passes on to the rest of it, else out of it."""
        rest = next((part for part in tier.parts if part.kind == "rest"), None)
        order = {part.path: i for i, part in enumerate(tier.parts)} | {"out": len(tier.parts)}
        exact = shares_of(amount, self.shares_of_parts(tier))
        given = self.stream(tier.path, "parts").split(amount, exact, order)
        over = 0
        for part in tier.parts:
            units = given.get(part.path, 0)
            entitled = exact.get(part.path, Fraction(0))
            if part is rest and over:
                units, over = units + over, 0
                entitled = units
            most = self.most_of_part(part, units)
            if most < units:
                self.state.seen["limit", f"a {self.streams} part is full"] += 1
                over += units - most
                units = entitled = most
            if units:
                self.give(part, units, entitled)
        return amount - over - given.get("out", 0)

    def most_of_part(self, part, units):
        fund = self.fund_of(part)
        if fund:
            return self.fund_limit(fund)
        return 0 if self.void(part) else min(units, self.limit(part)) if part.cap else units

    def note(self, tier):
        """Counts what kind of tier this is, for the coverage of the generator."""
        seen, part = self.state.seen, "part " if "." in tier.path else ""
        basis = "fund" if self.fund_of(tier) else tier.basis[0] if tier.basis else "none"
        kind = f"{tier.kind} {tier.measure}" if tier.kind in REPAYING else tier.kind
        if tier.parts:
            basis = "divided"
        seen["tier", f"{self.streams} {part}{kind} {basis}"] += 1
        for what, name in tier.to:
            word = name if what == "set" else what
            if what == "name":
                word = "group" if name in self.state.terms.groups else "party"
            seen["recipient", f"{self.streams} {word}"] += 1
        seen["scope", f"{self.streams} {self.clause.scope[0]}"] += 1
        if self.event.over and tier.basis:
            seen["over", f"{tier.basis[0]}"] += 1

    def give(self, tier, amount, entitled):
        """Whole units to the recipients of a tier, by its basis; returns what was given. One alone
        is entitled to what the tier is, before its own rounding."""
        self.note(tier)
        fund = self.fund_of(tier)
        if fund:
            self.book(tier, "fund " + fund, Fraction(entitled), amount)
            return amount
        weights, limits = self.weights(tier), self.limits(tier)
        exact = shares_of(amount, weights)
        if not tier.basis and not tier.parts and self.streams == "share":
            exact = {party: Fraction(entitled) for party in weights}
        if limits is not None:
            exact, bound = fill(amount, weights, limits)
            self.state.seen["limit", f"{tier.kind} {'cap' if tier.cap else ''} "
                            f"{'binds' if bound else 'does not bind'}"] += 1
            if tier.kind == "until":
                self.state.repaid[tier.measure, self.scope].update(exact)
            elif tier.kind == "return":
                self.state.seen["return", "compound" if tier.compound else "simple"] += 1
                self.state.given_returns[self.promise(tier), self.scope].append((self.event.day, exact))
            else:
                self.state.capped[self.key(tier)].update(exact)
        if tier.basis is None and not tier.parts:
            units = {party: amount for party in weights}
        else:
            stream = self.stream(tier.path, tier.basis, self.looks_at(tier))
            units = stream.split(amount, exact, self.state.order)
            if limits is not None:
                told = self.state.told(self.event.entry, self.clause.number, tier.path,
                                       self.scope_name())
                units = stream.prefer(units, told) if told else units
        for party in sorted(exact.keys() | units.keys(), key=self.state.order.get):
            self.book(tier, party, exact.get(party, Fraction(0)), units.get(party, 0))
        return amount

    def book(self, tier, to, exact, amount):
        if self.streams == "share":
            self.count_profit(tier, to, amount)
        self.state.book(self, tier, to, exact, amount)

    def run(self):
        """All tiers; returns what is left."""
        return sum(self.pieces())

    def pieces(self):
        """Runs all tiers, piece by piece between the limits on income; yields what each leaves."""
        left = self.event.amount
        while left:
            self.given = Counter()
            self.repaid_before = dict(self.state.repaid["capital", self.scope])
            self.whole = self.left = self.piece(left)
            left -= self.whole
            self.state.seen["guard", "cuts a receipt"] += left > 0
            for tier in self.clause.tiers:
                self.take(tier)
            self.state.shared[self.clause.number, self.scope] += self.whole
            yield self.left

    def scope_name(self):
        return self.scope[1] or "alliance"
