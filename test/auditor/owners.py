"""Results: who made them, who owns them, which patents are in force, and how a part is passed on.

A mixin of the alliance of engine.py.
"""
from datetime import timedelta
from fractions import Fraction

from .clauses import Event, Refused, Run
from .times import after
from .words import Unknown

PATENT_YEARS = 20


class Owning:
    """Registers of results and backgrounds."""

    def begin_owning(self):
        self.results = {}       # name: (project, makers)
        self.owners, self.registered, self.of_kind = {}, {}, {}
        self.backgrounds, self.used, self.returned, self.goes_back = set(), set(), set(), {}
        self.filed, self.granted, self.lapsed, self.opposed = {}, {}, {}, {}
        self.offers = []        # [result, giver, taker, day, who waived]

    # ---- who owns ---------------------------------------------------------------------------

    def on_result(self, entry, name, makers, what, **more):
        project = more.get("project", more.get("from"))
        self.results[name] = project, self.shares_of_makers(makers)
        self.registered[name], self.of_kind[name] = self.today, what
        self.owners[name] = self.first_owners(entry, name, project)
        if self.terms.unused:
            run = Run(self, None, Event(0, "result", entry, self.today, project, name))
            found = {party for what, who in self.terms.unused[1]
                     for party in run.members_of(what, who)}
            self.goes_back[name] = {party: Fraction(1, len(found)) for party in found}

    def on_background(self, _entry, name, owners, what):
        """Brought along, so of no project; its owners count as its makers."""
        self.results[name] = None, self.shares_of_makers(owners)
        self.of_kind[name], self.owners[name] = what, dict(self.results[name][1])
        self.backgrounds.add(name)

    def shares_of_makers(self, makers):
        for party, _ in makers:
            self.member(party)
        equal = Fraction(1, len(makers)) if makers else None
        return {party: equal if share is None else share for party, share in makers}

    def first_owners(self, entry, name, project):
        """By the rule of the project, else of all projects; without one, the makers."""
        rules = self.terms.owned
        if project in rules:
            rule = rules[project]
        elif None in rules:
            rule = rules[None]
        else:
            self.seen["owned", "makers"] += 1
            return dict(self.results[name][1])
        if rule is None or isinstance(rule, dict):
            self.seen["owned", "table" if rule else "alliance"] += 1
            return dict(rule or {})
        self.seen["owned", f"{rule.to[0][1]} {rule.basis[0] if rule.basis else 'none'}"] += 1
        run = Run(self, None, Event(0, "result", entry, self.today, project, name))
        weights = run.weights(rule)
        whole = sum(weights.values())
        return {party: weight / whole for party, weight in weights.items()}

    def return_unused(self, day):
        """What nobody used in its time belongs to others from the day after."""
        if not self.terms.unused:
            return
        time, recipients = self.terms.unused
        for name, since in self.registered.items():
            ends = after(since, time) + timedelta(1)
            if ends > day or name in self.used or name in self.returned:
                continue
            self.returned.add(name)
            self.seen["owned", f"returned to {recipients[0][1]}"] += 1
            if recipients == [("set", "makers")]:
                self.owners[name] = dict(self.results[name][1])
                continue
            self.owners[name] = self.goes_back[name]

    def owned_part(self, party, project, result):
        """The measure `ownership`."""
        return self.part_of(self.owners, party, project, result)

    def part_of(self, register, party, project, result):
        if result:
            return register.get(result, {}).get(party, Fraction(0))
        return sum((register[name].get(party, Fraction(0)) for name, (of, _) in self.results.items()
                    if project and of == project), Fraction(0))

    # ---- patents ----------------------------------------------------------------------------

    def in_force(self, name, day):
        return self.of_kind[name] == "patent" and name in self.granted \
            and name not in self.lapsed \
            and (name not in self.filed or day < after(self.filed[name], (PATENT_YEARS, 0, 0)))

    def patents(self, party, project, result, day):
        """The measure `patents`: as ownership, over those in force; of the alliance all of them."""
        names = [result] if result else [name for name, (of, _) in self.results.items()
                                         if project is None or of == project]
        return sum((self.owners[name].get(party, Fraction(0)) for name in names
                    if self.in_force(name, day)), Fraction(0))

    def on_filing(self, _entry, what, result):
        self.known(result)
        register = getattr(self, {"file": "filed"}.get(what, what))
        if what != "file" and result not in self.filed and result not in self.backgrounds:
            raise Refused("E350")
        if what != "opposed":
            if result in register:
                raise Refused("E311")
            register[result] = self.today

    def on_use(self, _entry, what, result):
        self.known(result)
        if what == "adopt":
            self.used.add(result)

    def known(self, result):
        if result not in self.results:
            raise Refused("E303")

    # ---- passing on -------------------------------------------------------------------------

    def on_offers(self, _entry, party, what, amount, name, taker, price):
        if what != "result":
            raise Unknown(f"an offer of {what}")
        result = name
        self.known(result)
        self.owns(party, result)
        self.offers.append([result, party, taker, self.today, set()])

    def owns(self, party, result):
        self.member(party)
        if not self.owners[result].get(party):
            raise Refused("E357")

    def on_accepts(self, _entry, party, result, offer):
        raise Unknown("accepts")

    def on_waives(self, _entry, party, result, offer):
        if offer:
            raise Unknown("waives a stake or capital")
        self.known(result)
        self.owns(party, result)
        offers = [offer for offer in self.offers if offer[0] == result and offer[1] != party]
        if not offers:
            raise Refused("E358")
        offers[-1][4].add(party)

    def transfer_result(self, result, giver, taker):
        self.known(result)
        self.owns(giver, result)
        if giver == taker:
            raise Refused("E371")
        owners = self.owners[result]
        if self.terms.refusal and taker not in owners and not self.offered(result, giver, taker):
            raise Refused("E359")
        owners[taker] = owners.get(taker, Fraction(0)) + owners.pop(giver)

    def offered(self, result, giver, taker):
        """Whether the other owners had their time, or waived."""
        others = set(self.owners[result]) - {giver}
        return not others or any(
            after(offer[3], self.terms.refusal) < self.today or others <= offer[4]
            for offer in self.offers if offer[:3] == [result, giver, taker])
