"""Who declines a project and who joins one later: what each misses, pays and gets.

A mixin of the alliance of engine.py.
"""
from fractions import Fraction

from .clauses import Refused
from .splits import shares_of


class TakingPart:
    """Projects with the parties that are out of them."""

    def begin_taking_part(self):
        self.out = {}       # project: {party: what the others had in its place}
        self.lines_of_funds = {}    # project: {party: part of what members fund}

    def funded(self, project):
        """The parts of members on the `funded` line, which make one, as joining changed them."""
        if project not in self.lines_of_funds:
            terms = self.terms.projects.get(project)
            found = {name: share for name, share in terms.funded if name != "grant"} \
                if terms else {}
            self.lines_of_funds[project] = shares_of(1, found) if found else {}
        return self.lines_of_funds[project]

    def taking_part(self, project, parties):
        return [party for party in parties if party not in self.out.get(project, ())]

    def cost_of(self, project, party=None):
        return sum(amount for (of, _, who), amount in self.cost.items()
                   if of == project and party in (None, who))

    def bearers(self, project, without, out=()):
        found = {party: self.cost_of(project, party) for party in self.terms.parties
                 if party != without and party not in out
                 and self.today < self.terms.parties[party].expelled}
        return {party: cost for party, cost in found.items() if cost}

    # ---- declining --------------------------------------------------------------------------

    def on_declines(self, _entry, party, project):
        self.member(party)
        out = self.out.setdefault(project, {})
        if party in out or project in self.stopped:
            raise Refused("E311")
        out[party] = Fraction(0)

    def missed(self, project, party):
        """What the others may have in its place in all; None without a limit."""
        times, share = self.terms.projects[project].decliner, self.funded(project).get(party)
        if times is None or share is None:
            return None
        return times * max(0, share * self.cost_of(project) - self.cost_of(project, party))

    def withhold(self, run, given):
        """What decliners were given of a receipt goes to those who bore the cost."""
        project = run.event.project
        for party in sorted(self.out.get(project, ()), key=self.order.get):
            weights, amount = self.bearers(project, party, self.out[project]), given.get(party, 0)
            if not weights or not amount:
                continue
            most = self.missed(project, party)
            had = self.out[project][party]
            if most is not None:
                amount = min(amount, max(0, int((most - had) // 1)))
            self.seen["taking part", "withheld" if most is None or amount < most - had - 1
                      else "withheld to the end"] += 1
            if amount:
                terms = self.terms.projects[project]
                clause = "" if terms.decliner is None else terms.number
                self.line(run.event.entry, party, -amount, -amount, "share", "received",
                          clause=clause)
                self.in_place(run.event.entry, party, (clause, project), weights, amount,
                              "liabilities:payable:")
                self.out[project][party] += amount
            if amount and most is not None and most - self.out[project][party] < 1:
                del self.out[project][party]

    def in_place(self, entry, party, where, weights, amount, debit):
        """What others get in the place of a party, by cost."""
        clause, project = where
        exact = shares_of(Fraction(amount), weights)
        given = self.stream("place", project, party).split(amount, exact, self.order)
        for other in sorted(exact.keys() | given.keys(), key=self.order.get):
            units = given.get(other, 0)
            self.line(entry, other, exact.get(other, 0), units, "share", "received",
                      clause=clause, scope=project)
            self.post(debit + party, "liabilities:payable:" + other, units)

    # ---- joining ----------------------------------------------------------------------------

    def announce_joins(self, entries):
        """The part of who joins holds from the start of the day."""
        self.on_line_before = {project: set(self.funded(project)) for project in
                               self.terms.projects}
        for entry in entries:
            if entry.kind == "joins" and entry.given["share"] is not None:
                party, share = entry.given["party"], entry.given["share"]
                line = self.funded(entry.given["project"])
                others = {name: part for name, part in line.items() if name != party}
                self.lines_of_funds[entry.given["project"]] = \
                    (shares_of(1 - share, others) if others else {}) | {party: share}

    def on_joins(self, entry, party, project, share=None):
        self.member(party)
        terms, declined = self.terms.projects[project], party in self.out.get(project, ())
        on_line = party in self.funded(project)
        if (party in self.on_line_before[project] and not declined) or project in self.stopped:
            raise Refused("E311")
        if not on_line:
            raise Refused("E390")
        if declined and terms.decliner is not None and terms.joiner is None:
            raise Refused("E391")
        if declined:
            del self.out[project][party]
        self.seen["taking part", "back" if declined else "new"] += 1
        if terms.joiner is None:
            return
        part = self.funded(project)[party] if share is None else share
        cost = part * self.cost_of(project) - self.cost_of(project, party)
        weights = self.bearers(project, party)
        if cost <= 0 or not weights:
            return
        self.seen["taking part", "pays"] += 1
        entitled = terms.joiner * cost
        amount = int(entitled // 1)
        if not amount:
            return      # it buys nothing
        self.line(entry, party, entitled, amount, "call", "called", clause=terms.number,
                  scope=project)
        self.in_place(entry, party, (terms.number, project), weights, amount, "assets:receivable:")
        moved = int(cost // 1)
        given = self.stream("moved", project, party).split(
            moved, shares_of(Fraction(moved), weights), self.order)
        for other, units in given.items():
            self.cost[project, None, other] -= units
            self.cost[project, None, party] += units
        self.owe_for_joining(party, project, amount, entry)
