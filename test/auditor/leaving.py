"""Who leaves or is expelled, and the end of the alliance.

A mixin of the alliance of engine.py.
"""
from collections import Counter

from .arrears import NATURES
from .times import after
from .clauses import Event, Refused, Run, applying
from .tiers import Clause, Tier
from .words import Unknown

GOES_BACK = ("equipment", "technology", "premises")
WINDING_UP = {"pays", "pay", "repay", "return", "income", "spend", "liability", "motion", "vote",
              "meeting", "decide", "veto", "settle", "agree", "dispute", "transfer", "reports", "stop",
              "filing", "refund"}
RECORDED_THEN = {"deliver", "accepted", "refused", "appoint"}


class Leaving:
    """Notice, leaving, expulsion, dissolution."""

    def begin_leaving(self):
        self.notices, self.dissolved = {}, None
        self.brought = Counter()        # (party, what): what counted of things given in kind
        self.pledges_lost = Counter()
        self.forfeited = Counter()
        self.uncovered_at_end = 0

    def member_of_today(self, party):
        self.member(party)
        if not self.terms.parties[party].member_on(self.today):
            raise Refused("E410")

    # ---- a member goes ----------------------------------------------------------------------

    def announce_leaving(self, day, entries):
        """Membership ends with the start of the day."""
        for entry in entries:
            if entry.kind in ("leaves", "expel") and entry.given["party"] in self.terms.parties:
                party = self.terms.parties[entry.given["party"]]
                if party.member_on(day):
                    self.going[entry.given["party"]] = entry
                    party.until = day
                    if entry.kind == "expel":
                        party.expelled = day

    def on_notice(self, _entry, party):
        self.member_of_today(party)
        self.notices[party] = self.today, self.terms.ending.leave

    def going_today(self, entry, party):
        self.member(party)
        if party not in self.going:
            raise Refused("E410")
        del self.going[party]

    def on_leaves(self, entry, party):
        self.going_today(entry, party)
        if party not in self.notices:
            raise Refused("E411" if self.terms.ending.leave else "E413")
        since, leave = self.notices[party]
        if leave and self.today < after(since, leave[0]):
            raise Refused("E412")
        self.end_membership(entry, party, self.today, "leave")

    def on_expel(self, entry, party):
        self.going_today(entry, party)
        self.end_membership(entry, party, self.today, "expelled")

    def end_membership(self, entry, party, day, how):
        """Ends it, and pays the price that the text says."""
        self.seen["leaving", how] += 1
        self.terms.parties[party].until = day
        ending, capital = self.terms.ending, self.capital[party]
        if how == "leave":
            if ending.leave and ending.leave[1] is not None:
                _, share, measure, clause = ending.leave
                base = capital if measure == "capital" else self.pledged(party)
                self.pay_price(entry, party, share * base, clause)
            return
        self.terms.parties[party].expelled = day
        for measure, share in ending.keeps.items():
            base = capital if measure == "capital" else self.pledged(party)
            self.pay_price(entry, party, share * base, ending.expelled)
            rest = self.capital[party] if measure == "capital" else 0
            self.capital[party] -= rest
            self.post("equity:capital:" + party, "equity:leaving:" + party, rest)

    def pay_price(self, entry, party, exact, clause):
        units = int(exact // 1)
        self.line(entry, party, exact, units, "share", "received", clause=clause)
        own = min(units, max(0, self.capital[party]))
        self.capital[party] -= own
        self.post("equity:capital:" + party, "liabilities:payable:" + party, own)
        self.post("equity:leaving:" + party, "liabilities:payable:" + party, units - own)

    def pledged(self, party):
        return self.terms.pledges.get(party, (0,))[0] - self.forfeited[party]

    # ---- the end ----------------------------------------------------------------------------

    def on_dissolve(self, _entry):
        """Things go back to who gave them; work and material are used up."""
        if self.dissolved:
            raise Refused("E311")
        if any(clause.returns for clause in self.terms.shares):
            raise Unknown("a clawback")
        self.dissolved = self.today
        self.seen["leaving", "dissolve"] += 1
        for (party, what), counted in self.brought.items():
            account = "assets:inkind:" + what
            if what in GOES_BACK:
                self.capital[party] -= counted
                self.post("equity:capital:" + party, account, counted)
            else:
                self.post("equity:liquidation", account, counted)

    def check_dissolved(self, entry):
        if self.dissolved and (entry.kind not in WINDING_UP
                               or entry.given.get("nature") == "loan") \
                and not (entry.kind == "plain" and entry.line.words[1] in RECORDED_THEN):
            raise Refused("E415")

    def close_the_end(self, entry):
        """Divides what is left: creditors come first."""
        self.give_back_advances(entry)
        left = self.accounts["assets:cash"] + sum(
            amount for name, amount in self.accounts.items()
            if name.startswith("assets:receivable:")) \
            + sum(amount for name, amount in self.accounts.items()
                  if name.startswith(("liabilities:payable:", "liabilities:loan:"))) \
            - self.unspent_grants()
        self.empty_accounts(entry)
        if left > 0:
            self.divide_the_end(entry, left)
        elif left < 0:
            self.bear_the_end(entry, -left)

    def give_back_advances(self, entry):
        """What was paid ahead of calls and the like is due again."""
        number = self.terms.ending.dissolve.number if self.terms.ending.dissolve else ""
        for advance in sorted(self.advances, key=lambda advance: (
                self.order[advance.party], NATURES.index(advance.nature))):
            if advance.nature != "capital" and advance.left:
                units, advance.left = advance.left, 0
                self.line(entry, advance.party, units, units, "share", "received", clause=number)
                self.post("assets:receivable:" + advance.party,
                          "liabilities:payable:" + advance.party, units)

    def unspent_grants(self):
        return sum(self.grants.values())

    def empty_accounts(self, entry):
        clause = self.terms.ending.dissolve
        number = clause.number if clause else ""
        for fund in self.funds:
            if self.funds[fund]:
                self.line(entry, "fund " + fund, -self.funds[fund], -self.funds[fund], "draw",
                          "received", clause=number)
                self.funds[fund] = 0
        if self.unshared:
            self.line(entry, "unshared", -self.unshared, -self.unshared, "draw", "unshared",
                      clause=number)
            self.unshared = 0
        for name, amount in list(self.accounts.items()):
            if name.startswith(("equity:", "income:", "expenses:")) \
                    and name != "equity:liquidation":
                self.post("equity:liquidation", name, amount)
        for payer in {name for name in self.accounts if name.startswith("liabilities:grant:")}:
            spent = -self.accounts[payer] - self.unspent_of(payer.split(":", 2)[2])
            self.post(payer, "equity:liquidation", spent)

    def unspent_of(self, payer):
        return self.grants_of(payer)

    def divide_the_end(self, entry, left):
        clause = self.terms.ending.dissolve or Clause("", "surplus", ("all",), [])
        if self.terms.form == "association":
            tiers = []
        else:
            tiers = [Tier("law", to=[("set", "members")],
                          basis=("capital",) if any(
                              self.capital[name] for name, party in self.terms.parties.items()
                              if party.member_on(self.today)) else ("equally",))]
        event = Event(left, "liquidation", entry, self.today)
        run = Run(self, clause, event)
        rest = run.run()
        if rest and tiers:
            rest = Run(self, Clause(clause.number, "surplus", ("all",), tiers),
                       Event(rest, "liquidation", entry, self.today)).run()
        self.unshared += rest
        self.line(entry, "unshared", rest, rest, "share", "unshared", clause=clause.number,
                  scope=run.scope_name())

    def bear_the_end(self, entry, missing):
        event = Event(missing, "liability", entry, self.today)
        clause = applying(self.terms.bears, event, self.terms.projects)
        if not clause and self.terms.form not in ("company", "association"):
            basis = ("capital",) if any(self.capital.values()) else ("equally",)
            clause = Clause("", "liability", ("all",),
                            [Tier("law", to=[("set", "members")], basis=basis)])
        left = missing
        if clause:
            left = Run(self, clause, event).run()
        self.uncovered += left
        self.line(entry, "uncovered", left, left, "loss", "uncovered",
                  clause=clause.number if clause else "", scope="alliance")
