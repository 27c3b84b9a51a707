"""The auditor's alliance: the journal entry by entry, plainly, and the figures at the end.

A day at a time: what is dated (members, stakes) holds from the start of its day, so the whole day
must be known; what is counted counts the entries before. Amounts are whole minor units (int),
entitlements fractions.
"""
from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from .arrears import NATURES, Debt, Owing
from .clauses import LOSSES, ORDINARY, Event, Refused, Run, applying
from .debts import Advance
from .leaving import Leaving
from .losses import Losing
from .owners import Owning
from .reader import Party, read
from .returns import Remembering
from .royalties import Licensing
from .splits import Stream, shares_of
from .taking_part import TakingPart
from .votes import Deciding
from .words import Unknown

FIGURES = ("called", "received", "borne", "charges", "paid_in", "paid_out", "set_off")


class Alliance(Owning, TakingPart, Owing, Deciding, Leaving, Remembering, Losing, Licensing):
    """State of one alliance; `live` days one after the other, then `close` and read figures."""

    def __init__(self, terms):
        self.terms = terms
        self.order = {name: i for i, name in enumerate(terms.parties)}
        self.declared = set(terms.parties)
        self.streams = {}
        self.figures = defaultdict(Counter)
        self.funds = Counter({name: 0 for name in terms.funds})
        self.accounts = Counter()
        self.lines = []
        self.unshared = self.uncovered = 0
        self.debts, self.advances, self.loans = [], [], Counter()
        self.capital, self.in_kind = Counter(), Counter()
        self.cost, self.work = Counter(), Counter()     # by (project, result, party)
        self.licences = {}
        self.begin_owning()
        self.begin_taking_part()
        self.begin_owing_money()
        self.begin_deciding()
        self.begin_leaving()
        self.scores, self.grants_given, self.old_terms, self.going = Counter(), [], None, {}
        self.dues_from = terms.founded
        self.begin_remembering()
        self.begin_losing()
        self.holding = set()    # standing invariants that held once
        self.taken, self.repaid = Counter(), defaultdict(Counter)
        self.capped = defaultdict(Counter)
        self.grants, self.calls = Counter(), Counter()
        self.unclaimed = self.common_spent = self.surplus = 0
        self.tranches = sorted(self.all_tranches(), key=lambda item: item[:2])
        self.count, self.today = 0, terms.founded
        self.started, self.stopped, self.settled = set(), set(), set()
        self.groups_told = {}   # what heqi gave under limits, for ties of 10^-12; see compare.py
        self.seen = Counter()   # what was executed, for the coverage of the generator

    # ---- dated things -----------------------------------------------------------------------

    def all_tranches(self):
        """(day, order, party, amount, clause, exact): what the percentages so far make, less the
        earlier ones."""
        for party, (pledge, tranches, clause) in self.terms.pledges.items():
            share, before = Fraction(0), 0
            for part, day in sorted(tranches, key=lambda item: item[1]):
                share += part
                now = int(pledge * share // 1)
                yield day, self.order[party], party, now - before, clause, part * pledge
                before = now

    def table_at(self, name, day):
        """The shares that hold on a day, or None."""
        found = None
        for since, shares in self.terms.stakes.get(name, ()):
            if since <= day:
                found = shares
        return found

    def pieces(self, name, first, last):
        """The part of a period, cut where the stakes change: (days, shares or None)."""
        cuts = sorted({first, last, *(since for since, _ in self.terms.stakes.get(name, ())
                                      if first < since < last)})
        return [((after - before).days, self.table_at(name, before))
                for before, after in zip(cuts, cuts[1:])]

    def cut(self, basis, parties, first, last):
        """A period cut where stakes change and parties join or go."""
        days = {day for party in parties for day in (self.terms.parties[party].since,
                                                     self.terms.parties[party].until)}
        if basis[0] == "stake":
            days |= {since for since, _ in self.terms.stakes.get(basis[1], ())}
        cuts = sorted({first, last, *(day for day in days if first < day < last)})
        return list(zip(cuts, cuts[1:]))

    def covered(self, name, event):
        first, last = event.over or (event.day, event.day + timedelta(1))
        if any(shares is None for _, shares in self.pieces(name, first, last)):
            raise Refused("E308")

    # ---- measures ---------------------------------------------------------------------------

    def measure(self, name, party, scope, event):
        """One measure of a party; cost and work are those of the scope: a result, a project with
        its results, or ("project", None), the whole alliance."""
        if name == "capital":
            return self.capital[party]
        if name == "pledge":
            return self.pledged(party)
        if name == "dues":
            return self.dues_paid.get((party, event.day.year), 0)
        if name == "sales":
            return self.sales_of(party, event.day.year - 1)
        if name == "invention":
            return self.invention(party, event.project, event.result)
        if name == "ownership":
            return self.owned_part(party, event.project, event.result)
        if name == "patents":
            return self.patents(party, event.project, event.result, event.day)
        return self.cost_in({"cost": self.cost, "work": self.work}[name], scope, party)

    def invention(self, party, project, result):
        if result:
            return self.results.get(result, (None, {}))[1].get(party, Fraction(0))
        return sum((makers.get(party, Fraction(0)) for of, makers in self.results.values()
                    if project and of == project), Fraction(0))

    def belongs(self, name):
        """(project, result) of what an entry is for."""
        if name in self.results:
            return self.results[name][0], name
        return name, None

    def room(self, fund):
        target = self.terms.funds[fund]
        return max(0, target - self.funds[fund]) if target is not None else 10**30

    def stream(self, *key):
        if key not in self.streams:
            self.streams[key] = Stream(self.terms.rounding == "per split")
        return self.streams[key]

    def told(self, *key):
        groups = self.groups_told.get(key)
        return groups.pop(0) if groups else None

    # ---- books ------------------------------------------------------------------------------

    def post(self, debit, credit, amount):
        self.accounts[debit] += amount
        self.accounts[credit] -= amount
        if max(abs(self.accounts[debit]), abs(self.accounts[credit])) >= 2**63:
            raise Refused("E401")

    def line(self, entry, to, exact, amount, kind, figure, clause="", tier="", scope=""):
        if not amount and not exact:
            return
        self.lines.append({"entry": entry, "date": self.today.isoformat(), "clause": clause,
                           "tier": tier, "scope": scope, "to": to, "exact": Fraction(exact),
                           "amount": amount, "kind": kind, "figure": figure})
        if to in self.terms.parties:
            self.figures[to][figure] += amount

    def book(self, run, tier, to, exact, amount):
        """What a tier gave or put on someone."""
        event = run.event
        where = {"clause": run.clause.number, "tier": tier.path, "scope": run.scope_name()}
        fund = to.removeprefix("fund ") if to.startswith("fund ") else None
        if event.what in LOSSES:
            if fund:
                self.funds[fund] -= amount
                self.post("equity:fund:" + fund, "equity:losses", amount)
                self.line(event.entry, to, -exact, -amount, "draw", "received", **where)
            else:
                self.line(event.entry, to, exact, amount, "loss", "borne", **where)
                self.post("assets:receivable:" + to, "equity:losses", amount)
                self.owe(Debt(to, "loss", amount, self.today, event.project), event.entry)
            return
        if not fund:
            run.given[to] += amount
        source = {"grant": f"liabilities:grant:{event.payer}",
                  "liquidation": "equity:liquidation"}.get(event.what,
                                                           "equity:distributed:" + event.what)
        if fund:
            self.funds[fund] += amount
        self.post(source, "equity:fund:" + fund if fund else "liabilities:payable:" + to, amount)
        self.line(event.entry, to, exact, amount, "share", "received", **where)

    def owe(self, debt, entry):
        """A new debt; advances of its nature pay it at once."""
        debt.open, debt.since = debt.amount, self.today
        if not debt.amount:
            return
        self.debts.append(debt)
        for advance in self.advances:
            if advance.party == debt.party and advance.nature == debt.nature \
                    and advance.project in (None, debt.project):
                part = min(advance.left, debt.open)
                advance.left -= part
                self.seen["money", f"an advance pays {debt.nature}"] += 1
                self.settle_debt(debt, part)
                self.line(entry, debt.party, part, part, "paid_in", "paid_in")

    def owe_for_joining(self, party, project, amount, entry):
        self.owe(Debt(party, "call", amount, self.today, project, premium=True), entry)

    def settle_debt(self, debt, part):
        """Counts as paid: of a call for a project, or for none, it is cost."""
        debt.open -= part
        if debt.nature == "dues" and part:
            key = debt.party, self.today.year
            self.dues_paid[key] = self.dues_paid.get(key, 0) + part
        if debt.nature == "call" and not debt.premium:
            self.cost[debt.project, None, debt.party] += part

    # ---- a day ------------------------------------------------------------------------------

    def live(self, day, entries):
        """All entries of one day, which must not be before the last."""
        self.fall_due(day - timedelta(1))
        self.today = day
        self.announce(day, entries)
        self.announce_leaving(day, entries)
        if not self.dissolved:
            self.take_steps(day)
        for entry in entries:
            if entry.kind == "stakes":
                self.set_stakes_of(entry, day)
        self.transfer_stakes(day, entries)
        self.announce_joins(entries)
        self.return_unused(day)
        self.fall_due(day)
        self.today = day
        for entry in entries:
            self.count += 1
            try:
                self.check_dissolved(entry)
                self.check_decision(entry, self.terms)
                if not hasattr(self, "on_" + entry.kind):
                    raise Unknown(entry.kind)
                getattr(self, "on_" + entry.kind)(self.count, **entry.given)
                self.keep_always()
            except Refused as why:
                self.seen["refusal", why.code] += 1
                raise Refused(why.code, self.count) from why
            self.seen["entry", entry.kind] += 1
        self.remember_bases()

    def set_stakes_of(self, entry, day):
        table = self.terms.stakes.setdefault(entry.given["name"], [])
        table.append((day, entry.given["table"]))
        self.without_arrears.pop(entry.given["name"], None)

    def announce(self, day, entries):
        """Who joins on a day; also after the day asked, where it only stands among the parties."""
        for entry in entries:
            if entry.kind == "join":
                name = entry.given["name"]
                self.terms.parties[name] = Party(name, entry.given["kind"], day)
                self.order[name] = len(self.order)

    def transfer_stakes(self, day, entries):
        """Parts of a table that are passed on, from the start of the day, as stakes that are set."""
        for number, entry in enumerate(entries, self.count + 1):
            given = entry.given
            if entry.kind != "transfer" or given["what"] != "stake" \
                    or given["giver"] == given["taker"]:
                continue
            table = dict(self.table_at(given["name"], day) or {})
            plain = self.without_arrears.get(given["name"], table)
            if min(plain.get(given["giver"], 0), table.get(given["giver"], 0)) < given["amount"]:
                why = "E370" if plain.get(given["giver"], 0) < given["amount"] else "E386"
                self.seen["refusal", why] += 1
                raise Refused(why, number)
            if plain is not table:
                plain[given["giver"]] -= given["amount"]
                plain[given["taker"]] = plain.get(given["taker"], 0) + given["amount"]
            if self.terms.refusal and not table.get(given["taker"]):
                self.seen["refusal", "E376"] += 1
                raise Refused("E376", number)
            table[given["giver"]] -= given["amount"]
            table[given["taker"]] = table.get(given["taker"], 0) + given["amount"]
            self.terms.stakes.setdefault(given["name"], []).append((day, table))

    def on_transfer(self, _entry, what, amount, name, giver, taker, price):
        self.member(giver)
        self.member(taker)
        if giver == taker:
            raise Refused("E371")
        self.seen["transfer", what] += 1
        if what == "result":
            self.transfer_result(name, giver, taker)
        elif what == "capital":
            self.transfer_capital(amount, giver, taker)

    def transfer_capital(self, amount, giver, taker):
        """With it goes its part of what was repaid of it."""
        if self.capital[giver] < amount:
            raise Refused("E372")
        if self.terms.refusal and not self.capital[taker]:
            raise Refused("E376")
        for (measure, _), taken in self.repaid.items():
            if measure == "capital" and amount:
                part = taken[giver] * amount / self.capital[giver]
                taken[giver] -= part
                taken[taker] += part
        self.capital[giver] -= amount
        self.capital[taker] += amount
        self.post("equity:capital:" + giver, "equity:capital:" + taker, amount)

    def keep_always(self):
        """What an agreement says of cash and funds, from the first entry at which it holds."""
        for at, (fund, side, amount) in enumerate(self.terms.always):
            held = self.funds[fund] if fund else self.accounts["assets:cash"]
            if held >= amount if side == "least" else held <= amount:
                self.holding.add(at)
            elif at in self.holding:
                raise Refused("E381")

    def member(self, name):
        if name not in self.declared:
            raise Refused("E303")

    def on_plain(self, _entry):
        pass

    def on_budget(self, _entry, year, heads):
        if len(set(heads)) < len(heads):
            raise Refused("E382")

    def on_supplement(self, _entry, amount, project):
        pass

    def on_staff(self, _entry, person, share, body, party, until):
        self.member(party)

    def on_appraise(self, _entry, party, number, score):
        self.member(party)
        self.scores[score, party] = number

    def on_renew(self, _entry, time):
        if not self.terms.term:
            raise Refused("E443")

    def on_later(self, _entry, word):
        raise Unknown(word)

    def on_join(self, _entry, name, kind):
        self.declared.add(name)

    def on_stakes(self, _entry, name, table):
        pass

    def on_pays(self, entry, party, amount, nature, project=None):
        self.member(party)
        self.bear_interest(party)
        if nature == "loan":
            self.loans[party] += amount
            self.post("assets:cash", "liabilities:loan:" + party, amount)
            return
        self.pay_debts(entry, party, amount, nature, project, "assets:cash")

    def pay_debts(self, entry, party, amount, nature, project, account):
        """Oldest due first; the rest is an advance, or capital."""
        left = amount
        if nature in ("capital", "dues"):
            project = None      # these know no project
        for debt in sorted(self.debts, key=lambda debt: debt.due):
            if debt.party == party and debt.nature == nature \
                    and project in (None, debt.project):
                part = min(left, debt.open)
                self.settle_debt(debt, part)
                left -= part
        self.seen["money", "an advance" if left else "no advance"] += 1
        self.advances.append(Advance(party, nature, left, project))
        if nature == "capital":
            self.capital[party] += amount
            self.post(account, "equity:capital:" + party, left)
            self.post(account, "assets:receivable:" + party, amount - left)
        else:
            self.post(account, "assets:receivable:" + party, amount)
        self.line(entry, party, amount - left, amount - left, "paid_in", "paid_in")

    def on_gives(self, entry, party, amount, what, project=None):
        self.member(party)
        rate, cap = self.terms.in_kind
        counts = int(amount * rate // 1)
        if cap is not None:
            pledge = self.pledged(party)
            counts = min(counts, int(pledge * cap // 1) - self.in_kind[party])
        self.in_kind[party] += counts
        self.brought[party, what] += counts
        self.bear_interest(party)
        self.pay_debts(entry, party, counts, "capital", None, "assets:inkind:" + what)

    def on_call(self, entry, amount, basis=None, project=None, over=None, due=None):
        event = Event(amount, "call", entry, self.today, project, over=over)
        if over and over[0] >= over[1]:
            raise Refused("E306")
        weights = self.call_weights(event, basis)
        if not weights:
            raise Refused("E312")
        exact = shares_of(amount, weights)
        given = self.stream("call", basis, project).split(amount, exact, self.order)
        self.calls[project] += amount
        for party in sorted(exact.keys() | given.keys(), key=self.order.get):
            units = given.get(party, 0)
            self.line(entry, party, exact.get(party, 0), units, "call", "called",
                      scope=project or "")
            self.post("assets:receivable:" + party, "equity:calls:" + party, units)
            self.owe(Debt(party, "call", units, due or self.today, project), entry)

    def call_weights(self, event, basis):
        parties = [party for party in self.taking_part(event.project, self.terms.parties)
                   if self.terms.parties[party].member_in(
                       event.over if basis and basis[0] == "stake" else None, self.today)]
        if basis is None:
            found = {name: share for name, share in self.funded(event.project).items()
                     if name in parties}
        elif basis[0] == "stake":
            found = Run(self, None, event).weights_of_days(basis, parties)
        else:
            scope = "project", event.project
            found = {party: Fraction(self.measure(basis[0], party, scope, event))
                     for party in parties}
        return {party: weight for party, weight in found.items() if weight}

    def on_grant(self, entry, amount, payer, project=None):
        self.post("assets:cash", "liabilities:grant:" + payer, amount)
        event = Event(amount, "grant", entry, self.today, project, payer=payer)
        clause = applying(self.terms.shares, event, self.terms.projects)
        left = amount
        if clause:
            left = self.run(clause, event)
        self.grants[project] += left
        self.grants_given.append([payer, project, left])

    def on_return(self, _entry, amount, payer):
        """What is unspent goes back first, in the order of the grants; the rest is common money."""
        theirs = [grant for grant in self.grants_given if grant[0] == payer]
        if amount > sum(grant[2] for grant in theirs):
            raise Refused("E385")
        left = taken = 0
        for grant in theirs:
            part = min(amount - taken, grant[2], self.grants[grant[1]])
            self.grants[grant[1]] -= part
            grant[2] -= part
            taken += part
        left = amount - taken
        for grant in theirs:
            part = min(left, grant[2])
            grant[2] -= part
            left -= part
        self.common_spent += amount - taken
        self.post("liabilities:grant:" + payer, "assets:cash", amount)

    def grants_of(self, payer):
        """What is unspent of the grants of a payer: of each pool, by what each granted."""
        total = Fraction(0)
        for project, pool in self.grants.items():
            all_of_it = sum(grant[2] for grant in self.grants_given if grant[1] == project)
            theirs = sum(grant[2] for grant in self.grants_given
                         if grant[0] == payer and grant[1] == project)
            if all_of_it:
                total += Fraction(pool * theirs, all_of_it)
        return int(total)

    def run(self, clause, event):
        """Shares a receipt; what is left is unshared."""
        if not event.amount:
            return 0
        run, over = Run(self, clause, event), 0
        for left in run.pieces():
            over += left
            self.unshared += left
            self.line(event.entry, "unshared", left, left, "share", "unshared", clause=clause.number,
                      scope=run.scope_name())
            self.withhold(run, run.given)
        return over

    def on_income(self, entry, amount, payer, quoted, over=None, of=None, project=None, **more):
        if over and over[0] >= over[1]:
            raise Refused("E306")
        what, licence = more.get("class"), None
        if payer in self.licences and not quoted:
            licence, what = payer, what or "licence"
        elif not what:
            raise Refused("E304")
        elif payer in (self.results | self.terms.projects) and not quoted:
            of = of or project or payer
        if of in self.terms.projects:
            of, project = None, of
        if licence:
            self.used.update(self.licences[licence].results)
            self.pay_licence(licence, amount)
        self.post("assets:cash", "income:" + what, amount)
        for part, result in self.parted(amount, licence, of):
            belongs = self.results[result][0] if result in self.results else project
            event = Event(part, what, entry, self.today, belongs, result, licence, over)
            clause = applying(self.terms.shares, event, self.terms.projects)
            if clause:
                self.run(clause, event)
            elif what in ORDINARY or what == "interest":
                self.unclaimed += part

    def parted(self, amount, licence, of):
        """A receipt by its results: (units, result)."""
        if of or not licence:
            return [(amount, of)]
        shares = self.licences[licence].results
        exact = {result: share * amount for result, share in shares.items()}
        order = {result: i for i, result in enumerate(shares)}
        given = self.stream("licence", licence).split(amount, exact, order)
        return [(given.get(result, 0), result) for result in shares if given.get(result, 0)]

    def on_spend(self, entry, amount, category, project=None, fund=None, grant=None):
        self.post("expenses:" + category, "assets:cash", amount)
        if fund:
            if self.funds[fund] < amount:
                raise Refused("E310")
            self.funds[fund] -= amount
            self.post("equity:fund:" + fund, "equity:spent:" + fund, amount)
            self.line(entry, "fund " + fund, -amount, -amount, "draw", "received")
            return
        left, project = amount, self.belongs(project)[0]
        eligible = self.terms.eligible is None or category in self.terms.eligible
        if grant and not eligible:
            raise Refused("E384")
        for pool in (self.grants,) if grant else (self.grants, self.calls):
            if pool is self.grants and not eligible:
                continue
            part = min(left, pool[project])
            pool[project] -= part
            left -= part
        self.common_spent += left
        for pool, taken in (("some from grants and calls", amount - left), ("common money", left)):
            self.seen["money", f"spent {pool}"] += taken > 0

    def on_spends(self, _entry, party, amount, category, project=None):
        self.member(party)
        self.cost[*self.belongs(project), party] += amount

    def on_work(self, _entry, party, months, project):
        self.member(party)
        self.work[project, None, party] += months

    def on_milestone(self, _entry, project, name, state):
        if name not in self.terms.projects[project].milestones:
            raise Refused("E314")

    def on_start(self, _entry, project):
        if project in self.started:
            raise Refused("E311")
        self.started.add(project)

    def on_stop(self, _entry, project):
        if project in self.stopped:
            raise Refused("E311")
        self.stopped.add(project)

    def on_repay(self, _entry, party, amount):
        self.member(party)
        if amount > self.loans[party]:
            raise Refused("E313")
        self.loans[party] -= amount
        self.post("liabilities:loan:" + party, "assets:cash", amount)

    def payable(self, party):
        figures = self.figures[party]
        return figures["received"] - figures["paid_out"] - figures["set_off"]

    def on_pay(self, entry, party, amount):
        self.member(party)
        if amount > self.payable(party):
            raise Refused("E309")
        self.post("liabilities:payable:" + party, "assets:cash", amount)
        self.line(entry, party, amount, amount, "paid_out", "paid_out")

    def on_agree(self, _entry, party, of):
        self.member(party)
        if of not in self.settled:
            raise Refused("E316")

    on_dispute = on_agree

    # ---- closing ----------------------------------------------------------------------------

    def on_settle(self, entry):
        self.settled.add(self.today)
        self.close(entry)

    def close(self, entry):
        """Interest; surplus; then what is overdue is set off against what is due."""
        self.bear_interest()
        if self.dissolved:
            self.close_the_end(entry)
        else:
            self.share_surplus(entry)
        self.set_off(entry)

    def share_surplus(self, entry):
        surplus = self.unclaimed - self.common_spent - self.uncovered - self.surplus
        event = Event(surplus, "surplus", entry, self.today)
        clause = applying(self.terms.shares, event, self.terms.projects)
        self.seen["money", "a surplus" if surplus > 0 else "a deficit"] += surplus != 0
        if clause and surplus > 0:
            self.surplus += surplus
            self.run(clause, event)

    def set_off(self, entry):
        for party in self.terms.parties:
            overdue = [debt for debt in self.debts
                       if debt.party == party and debt.due <= self.today]
            amount = left = min(sum(debt.open for debt in overdue), self.payable(party))
            for debt in sorted(overdue, key=lambda debt: (debt.due, NATURES.index(debt.nature))):
                part = min(left, debt.open)
                left -= part
                self.settle_debt(debt, part)
                if debt.nature == "capital":
                    self.capital[party] += part
            self.seen["money", "a set-off leaves some" if amount < sum(
                debt.open for debt in overdue) else "a set-off of all"] += amount > 0
            self.line(entry, party, amount, amount, "set_off", "set_off")
            self.post("liabilities:payable:" + party, "assets:receivable:" + party, amount)

    def finish(self, until):
        """The figures at a day, as if settled then; call it once, at the end."""
        self.fall_due(until)
        self.today = until
        self.bear_interest()
        balance = {name: amount for name, amount in self.accounts.items() if amount}
        self.close(None)
        parties = {}
        for name in self.terms.parties:
            found = {figure: self.figures[name][figure] for figure in FIGURES}
            found["due"] = self.payable(name)
            found["owes"] = found["called"] + found["borne"] + found["charges"] \
                - found["paid_in"] - found["set_off"]
            parties[name] = found
        return {"alliance": self.terms.name, "currency": self.terms.currency,
                "until": until.isoformat(), "rounding": self.terms.rounding, "parties": parties,
                "funds": dict(self.funds), "unshared": self.unshared, "uncovered": self.uncovered,
                "licences": list(self.licence_rows()), "lines": self.lines, "accounts": balance, "digits": self.terms.digits}


def check_order(terms, entries):
    """Entries in order of date, none before the founding."""
    before = None
    for number, entry in enumerate(entries, 1):
        if before and entry.date < before:
            raise Refused("E301", number)
        if entry.date < terms.founded:
            raise Refused("E302", number)
        before = entry.date


def audit(text, until=None, groups_told=None, lifted=()):
    """All figures of a text; raises Refused. lifted: {entry: who caused that loss so that no cap
    holds for it}, known at once."""
    terms, entries = read(text)
    check_order(terms, entries)
    alliance = Alliance(terms)
    alliance.groups_told = groups_told or {}
    alliance.lifted = dict(lifted)
    for day, group in groupby(entries, key=lambda entry: entry.date):
        group = list(group)
        if until is None or day <= until:
            alliance.live(day, group)
        else:
            alliance.announce(day, group)
    return alliance.finish(until or (entries[-1].date if entries else terms.founded))
