"""Losses and liabilities: what an insurer paid, what silence cost, who bears the rest.

A mixin of the alliance of engine.py.
"""
from fractions import Fraction

from .clauses import Event, Refused, Run, applying
from .arrears import Debt
from .games import of_terms


class Losing:
    """Losses, and who warned of them."""

    def begin_losing(self):
        self.warned = set()     # (project, party)
        self.values_of_games = {}
        self.lifted = {}        # entry: parties for whom no cap holds

    def value_of_player(self, method, game, party):
        """What a game is worth to a player; nothing to others."""
        if (method, game) not in self.values_of_games:
            self.values_of_games[method, game] = of_terms(self.terms.games[game], method,
                                                          self.terms.groups)
        return self.values_of_games[method, game].get(party, Fraction(0))

    def on_warns(self, _entry, party, project):
        self.member(party)
        self.warned.add((project, party))
        self.seen["loss", "a warning"] += 1

    def on_liability(self, entry, amount, of=None, insured=0):
        self.on_loss(entry, amount, of, insured, what="liability")

    def on_loss(self, entry, amount, of=None, insured=0, grown=0, silent=None, what="project loss"):
        project, result = self.belongs(of)
        if silent and (project, silent) in self.warned:
            raise Refused("E273")
        if insured + grown > amount:
            raise Refused("E274")
        scope = project or "alliance"
        if insured:
            self.seen["loss", f"insured {what}"] += 1
            self.post("assets:cash", "equity:losses", insured)
        if grown:
            self.seen["loss", "grown by silence"] += 1
            self.line(entry, silent, grown, grown, "loss", "borne", scope=scope)
            self.post("assets:receivable:" + silent, "equity:losses", grown)
            self.owe(Debt(silent, "loss", grown, self.today, project), entry)
        event = Event(amount - insured - grown, what, entry, self.today, project, result)
        clause, left = applying(self.terms.bears, event, self.terms.projects), event.amount
        if clause:
            run = Run(self, clause, event)
            left, scope = run.run(), run.scope_name()
        self.uncovered += left
        self.line(entry, "uncovered", left, left, "loss", "uncovered",
                  clause=clause.number if clause else "", scope=scope)
