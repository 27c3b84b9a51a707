"""Makes agreements and journals at random: the same seed gives the same text.

The journal is made a day at a time along a running alliance of engine.py, so that what is paid out,
repaid or taken from a fund can be chosen within what is there. Every scenario weighs the kinds of
entries anew (some leave some out), so that rare combinations get room.
"""
import random
from datetime import date, timedelta
from fractions import Fraction

from .clauses import Event, Refused
from .engine import Alliance
from .generate_sharing import Sharing
from .reader import read_entry, read_terms
from .words import Unknown, lines_of

PARTY_KINDS = ["enterprise", "enterprise", "university", "institute", "other"]
ENTRIES = {
    "pays capital": 5, "pays call": 6, "pays loss": 2, "pays loan": 1, "repay": 1, "gives": 3,
    "grant": 4, "call": 8, "spend": 4, "spends": 7, "work": 4, "result": 3, "license": 3, "appraise": 2, "reports": 2, "warns": 0.5,
    "income": 20, "loss": 5, "stakes": 2, "join": 1, "settle": 4, "pay": 4, "plain": 1,
    "milestone": 1, "start": 2, "stop": 1, "agree": 1, "background": 0.5,
    "filing": 9, "use": 0.5, "transfer stake": 1, "transfer capital": 1, "transfer result": 1,
    "offer": 0.5, "declines": 1.5, "joins": 1.5}




class Maker(Sharing):
    """One scenario."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pick, self.chance = self.random.choice, self.random.random
        self.lines = []
        self.today = date(2012, 1, 1) + timedelta(self.random.randrange(300))
        self.currency, self.digits = self.pick([("CNY", 2)] * 6 + [("JPY", 0), ("KWD", 3)])
        self.tiny = self.pick([0, 0.05, 0.2, 0.6, 1])
        self.most = self.pick([3, 3, 5, 5, 7, 7, 9, 12, 16])
        self.projects, self.funds, self.stakes, self.groups = [], [], [], []
        self.results, self.licences, self.settled, self.started = [], [], [], []
        self.backgrounds, self.known_results, self.reached, self.filings = [], [], [], {}
        self.fine = False       # results are owned by amounts
        self.warned, self.licensed, self.alliance_groups, self.ways = set(), [], {}, []
        self.weights = {kind: weight * self.pick([0, 1, 1, 1, 3]) for kind, weight in
                        ENTRIES.items()}
        self.weights["income"] = self.weights["income"] or 10
        self.alliance = None

    def text(self):
        return "\n".join(self.lines) + "\n"

    # ---- numbers ----------------------------------------------------------------------------

    def units(self):
        """An amount in minor units: often very small."""
        if self.chance() < self.tiny:
            return self.random.randint(1, self.pick([1, 3, 10, 40]))
        units = int(10 ** (self.random.random() * self.most)) or 1
        return round(units, -self.pick([0, 0, 1, 2, 3])) or units

    def money(self, units=None):
        units = self.units() if units is None else units
        scale = 10**self.digits
        whole, part = divmod(units, scale)
        text = f"{whole:,}" if self.chance() < 0.7 else str(whole)
        return f"{text}.{part:0{self.digits}}" if part else text

    def amount(self):
        """Money as written in an entry, now and then in another currency."""
        if self.chance() < 0.03:
            return f"{self.random.randint(1, 5000)} USD at {self.random.randint(1, 999) / 100}"
        return self.money()

    def percents(self, count, whole=100):
        """Whole-number percentages, or finer ones, that make `whole`."""
        grain = self.pick([1, 1, 1, 100])
        cuts = sorted(self.random.sample(range(1, whole * grain), count - 1))
        parts = [after - before for before, after in zip([0, *cuts], [*cuts, whole * grain])]
        return [f"{part // grain}.{part % grain:02}%" if grain > 1 else f"{part}%"
                for part in parts]

    # ---- terms ------------------------------------------------------------------------------

    def terms(self):
        self.founded = self.today
        self.lines += ['alliance made "Made at random"', f"  founded {self.today}",
                       "  term 40 years", f"  currency {self.currency}", "  form contract"]
        if self.chance() < 0.15:
            self.lines.append("  rounding per split")
        count = self.pick([1, 2, 2, 3, 3, 4, 4, 5, 6, 7])
        self.parties = [f"p{i}" for i in range(count)]
        self.known = self.parties[1:]
        self.kinds = {name: self.pick(PARTY_KINDS) for name in self.parties}
        self.lines.append('article 1 "Members"')
        for name in self.parties:
            self.lines.append(f'  party {name} {self.kinds[name]} "{name}"'
                              + (" lead" if name == "p0" else ""))
        if count > 2 and self.chance() < 0.4:
            self.groups.append("g1")
            self.alliance_groups["g1"] = self.some(self.parties, 2)
            self.lines.append(f"  group g1 of {', '.join(self.alliance_groups['g1'])}")
        for name in ["s1", "s2", "s3"][:self.pick([1, 1, 2, 3])]:
            self.stakes.append(name)
            self.lines += ["  " + line for line in self.table(f"stakes {name}", self.parties)]
        self.money_terms()
        self.project_terms()
        self.needs_result = self.chance() < 0.15
        if self.chance() < 0.03:
            self.lines += ['article 5 "Decisions"', "  body council decision",
                           "    seats one each member", "    pass 2/3 of present", "  decide start by council"]
        self.lines.append('article 4 "Benefit"')
        self.game_terms()
        self.share_terms()
        self.bear_terms()
        lines = lines_of(self.text())
        self.alliance = Alliance(read_terms(lines))

    def some(self, names, least=1):
        return self.random.sample(names, self.random.randint(min(least, len(names)), len(names)))

    def table(self, head, parties):
        names = self.some(parties)
        style = self.pick(["percent", "percent", "parts", "fractions", "normalised"])
        if style == "percent":
            return [head] + [f"  {name} {share}"
                             for name, share in zip(names, self.percents(len(names)))]
        if style == "parts":
            return [head + " in parts"] + [
                f"  {name} {self.money(min(self.units(), 10**9))}" for name in names]
        if style == "normalised":
            return [head + " normalised"] + [f"  {name} {self.random.randint(1, 99)}%"
                                             for name in names]
        return [head] + [f"  {name} 1/{len(names)}" for name in names]

    def money_terms(self):
        self.lines.append('article 2 "Capital"')
        for name in self.parties:
            if self.chance() < 0.6:
                self.pledge(name)
        if self.chance() < 0.6:
            cap = self.pick(["", ", at most 50% of a pledge", ", at most 33.3% of a pledge"])
            self.lines.append(f"  in kind counts {self.pick([80, 100, 33])}%{cap}")
        for name in ["f1", "f2"][:self.pick([0, 1, 1, 2])]:
            self.funds.append(name)
            self.lines.append(f'  fund {name} "{name}"')
            if self.chance() < 0.6:
                self.lines.append(f"    target {self.money()}")
        for what in ["cash", *(f"fund {name}" for name in self.funds)]:
            if self.chance() < 0.1:
                self.lines.append(f"  always {what} at {self.pick(['least', 'least', 'most'])} "
                                  f"{self.money()}")

    def pledge(self, name):
        line, kind = f"  {name} pledges {self.money()}", self.chance()
        if kind < 0.2:
            self.lines.append(line)
        elif kind < 0.4:
            self.lines.append(f"{line} due {self.later(800)}")
        else:
            self.lines.append(line)
            days = sorted(self.later(900) for _ in range(self.pick([1, 2, 2, 3])))
            shares = self.percents(len(days))
            self.lines += [f"    {share} due {day}" for share, day in zip(shares, days)]

    def later(self, most):
        return self.today + timedelta(self.random.randrange(1, most))

    def project_terms(self):
        self.lines.append('article 3 "Projects"')
        self.may_start = self.chance() < 0.6    # then all that a start needs is agreed
        if self.may_start:
            self.lines.append("  members use free for research")
        self.rights_terms()
        for name in ["w1", "w2", "w3"][:self.pick([0, 1, 1, 2, 2, 3])]:
            self.projects.append(name)
            kind = self.pick(["", " generic", " key", " proprietary"])
            self.lines.append(f'  project {name} "{name}"{kind}')
            if self.chance() < 0.4:
                self.lines.append(f"    budget {self.money()}, 20% at start")
            if self.chance() < 0.7:
                self.funded_line()
            if self.chance() < 0.5:
                self.lines.append(f"    late joiner pays {self.pick([100, 200, 150, 33, 133.3])}%")
            if self.chance() < 0.6:
                self.lines.append("    decliner excluded until "
                                  f"{self.pick([100, 300, 150, 33, 133.3])}% of cost repaid")
            if self.chance() < 0.3:
                names = self.some(self.parties)
                shares = zip(names, self.percents(len(names)))
                self.lines.append("    work " + ", ".join(f"{n} {s}" for n, s in shares))
            self.lines.append(f"    milestone m1 by {self.later(900)}")
        for name in self.projects:
            if self.chance() < 0.2:
                self.lines.append(f"  results of project {name} owned by {self.owner_rule()}")
        if not self.projects:
            self.lines.append('  covenant secrecy "Nothing is told"')

    def rights_terms(self):
        if self.may_start or self.chance() < 0.3:
            self.lines.append(f"  results of projects owned by {self.owner_rule()}")
        if self.chance() < 0.3:
            time = self.pick(["60 days", "9 months", "1 years"])
            back = self.pick(["makers", "makers", "members", "enterprises", self.pick(self.parties)])
            self.lines.append(f"  unused {time} returns to {back}")
        if self.chance() < 0.3:
            self.lines.append(f"  first refusal {self.pick(['10 days', '2 months'])}")

    def owner_rule(self):
        """heqi weighs to 1 in 5 * 10^14 under limits: no ownership by amounts there."""
        rule = self.any_owner_rule().replace("by risk", "equally")     # not executed there
        while any(word in rule for word in ("others", "adjusted", "score", "sales", "dues")):
            rule = self.any_owner_rule().replace("by risk", "equally")
        if self.most > 9 and any(word in rule for word in (" cost", " capital", " pledge", " risk")):
            rule = "makers by invention"
        self.fine = self.fine or any(basis in rule for basis in (
            "by cost", "by capital", "by pledge", "by risk", "by stake", "by work"))
        return rule

    def any_owner_rule(self):
        kind = self.pick(["makers", "makers", "funders", "alliance", "table", "members", "takers"])
        if kind == "table":
            names = self.some(self.parties)
            return ", ".join(f"{n} {s}" for n, s in zip(names, self.percents(len(names))))
        if kind == "takers":
            takers = self.takers(True)
            if takers.startswith("fund "):
                takers = "owners"
            return "alliance" if takers.startswith("owners") else takers
        return {"makers": "makers by invention", "funders": "funders by cost",
                "alliance": "alliance",
                "members": f"members {self.basis()}"}[kind]

    def funded_line(self):
        names = self.some(self.parties)
        if self.chance() < 0.5:
            names.append("grant")
        shares = zip(names, self.percents(len(names)))
        self.lines.append("    funded " + ", ".join(f"{n} {s}" for n, s in shares))

    def scopes(self):
        found = ["", "", " of each result", " of all projects together"]
        found += [f" of project {name}" for name in self.projects] * 2
        found += [" of result R1"] if self.needs_result else []
        return found + [f" of {kind} projects" for kind in ("generic", "key")]

    def share_terms(self):
        used = set()
        if self.may_start:
            used.add(self.income_terms())
        for _ in range(self.random.randint(1, 6)):
            what, scope = self.pick(["licence income", "licence income", "sale", "service", "any",
                                     "grant", "interest", "product"]), self.pick(self.scopes())
            if what == "grant" and "result" in scope:
                continue
            if (what, scope.replace(" of all projects together", "")) not in used:
                used.add((what, scope.replace(" of all projects together", "")))
                self.lines.append(f"  share {what}{scope}")
                self.tiers(grant=what == "grant")
        if self.chance() < 0.5:
            self.lines.append("  share surplus")
            self.tiers()

    def income_terms(self):
        """A clause that covers every project."""
        what = self.pick(["licence income", "sale", "service", "any", "product"])
        scope = self.pick(["", " of each result", " of all projects together"])
        self.lines.append(f"  share {what}{scope}")
        self.tiers()
        return what, scope.replace(" of all projects together", "")

    # ---- the journal ------------------------------------------------------------------------

    def journal(self, days):
        for number in range(days):
            self.today += timedelta(self.pick([1, 1, 2, 5, 13, 30, 31, 60]))
            if number == 0 and self.needs_result:
                self.known_results = []
                self.live([f"{self.today} {line}" for line in self.make_result()])
                self.today += timedelta(1)
            self.day()
        if self.chance() < 0.7:
            self.today += timedelta(self.random.randrange(0, 40))
            self.live([f"{self.today} settle"] if self.today not in self.settled else [])

    def day(self):
        self.due = {party: self.alliance.payable(party) for party in self.parties}
        self.held = dict(self.alliance.funds)
        self.open_loans = dict(self.alliance.loans)
        self.changed, self.new = set(), []
        self.known_results = list(self.results)
        kinds = self.random.choices(list(self.weights), self.weights.values(),
                                    k=self.pick([1, 1, 2, 2, 3, 5]))
        kinds.sort(key=lambda kind: kind == "settle")
        made = []
        for kind in dict.fromkeys(kinds) if kinds[-1] == "settle" else kinds:
            made += self.dated(self.entry(kind) or ())
        self.live(made)
        self.parties += self.new

    def dated(self, lines):
        return [line if line.startswith("  ") else f"{self.today} {line}" for line in lines]

    def live(self, made):
        self.mark = len(self.lines)
        self.lines += made
        terms = self.alliance.terms
        entries = [read_entry(line, terms) for line in lines_of("\n".join(made))]
        self.alliance.live(self.today, entries)

    def entry(self, kind):
        return getattr(self, "make_" + kind.replace(" ", "_"))()

    def maybe_project(self, word="for"):
        if self.projects and self.chance() < 0.6:
            return f" {word} {self.pick(self.projects)}"
        return ""

    def make_pays_capital(self):
        yield f"{self.pick(self.parties)} pays {self.amount()} capital"

    def make_pays_call(self):
        """Often exactly what is open, so that debts close."""
        debts = [debt for debt in self.alliance.debts if debt.nature == "call" and debt.open]
        if debts and self.chance() < 0.5:
            debt = self.pick(debts)
            project = f" for {debt.project}" if debt.project and self.chance() < 0.5 else ""
            yield f"{debt.party} pays {self.money(debt.open)} call{project}"
        else:
            yield f"{self.pick(self.parties)} pays {self.amount()} call{self.maybe_project()}"

    def make_pays_loss(self):
        yield f"{self.pick(self.parties)} pays {self.amount()} loss{self.maybe_project()}"

    def make_pays_loan(self):
        yield f"{self.pick(self.parties)} pays {self.amount()} loan"

    def make_repay(self):
        party = self.pick(self.parties)
        open_ = self.open_loans.get(party, 0)
        if open_:
            part = self.random.randint(1, open_)
            self.open_loans[party] -= part
            yield f"repay {party} {self.money(part)} loan"

    def make_gives(self):
        what = self.pick(["staff", "equipment", "material", "technology", "premises"])
        yield f"{self.pick(self.parties)} gives {self.amount()} {what}{self.maybe_project()}"

    def make_grant(self):
        yield f'grant {self.amount()} from "{self.pick(["Ministry", "City"])}"{self.maybe_project()}'

    def make_call(self):
        project = self.pick(["", *self.projects])
        measures = ["capital", "pledge", "cost", "work"]
        basis = self.pick(["", "stake", "stake", "stake", self.pick(measures)])
        over = due = ""
        if self.chance() < 0.3:
            due = f" due {self.later(120) if self.chance() < 0.8 else self.today}"
        if basis == "stake":
            basis = self.pick(self.stakes)
            over = self.period(basis) if self.chance() < 0.3 else ""
            if not self.covered(basis):
                return
            basis = f" by stake of {basis}"
        else:
            event = Event(1, "call", None, self.today, project or None)
            if not self.alliance.call_weights(event, (basis,) if basis else None):
                return
            basis = f" by {basis}" if basis else ""
        yield (f"call {self.amount()}{basis}{f' for {project}' if project else ''}{over}{due}")

    def covered(self, stakes):
        return stakes not in self.changed and \
            self.alliance.table_at(stakes, self.today) is not None

    def period(self, *stakes):
        """A period that all stakes cover, in the past."""
        last = self.today - timedelta(self.pick([-1, 0, 0, 3, 30]))
        first = max(self.founded, last - timedelta(self.pick([1, 7, 30, 90, 365])))
        names = stakes or self.stakes
        if first >= last or any(shares is None for name in names for _, shares in
                                self.alliance.pieces(name, first, last)):
            return ""
        return f" over {first} to {last}"

    def make_spend(self):
        if self.funds and self.chance() < 0.3:
            fund = self.pick(self.funds)
            if self.held[fund]:
                part = self.random.randint(1, self.held[fund])
                self.held[fund] = 0
                yield f"spend {self.money(part)} repairs from fund {fund}"
            return
        source = self.pick(["", "", "", " from grant"])
        yield f"spend {self.amount()} {self.pick(['materials', 'travel'])}{self.maybe_project()}{source}"

    def make_spends(self):
        of = self.maybe_project()
        if self.known_results and self.chance() < 0.3:
            of = f" for {self.pick(self.known_results)}"
        yield f"{self.pick(self.parties)} spends {self.amount()} testing{of}"

    def make_work(self):
        if self.projects:
            months = self.pick(["14", "0.5", "3", "1.25", "7"])
            yield f"work {self.pick(self.parties)} {months} months on {self.pick(self.projects)}"

    def make_result(self):
        name = f"R{len(self.results) + 1}"
        self.results.append(name)
        names = self.some(self.parties)
        makers = ", ".join(names)
        if self.chance() < 0.6:
            makers = ", ".join(f"{n} {s}" for n, s in zip(names, self.percents(len(names))))
        by = f" by {makers}" if self.chance() < 0.9 else ""
        yield f'result {name} patent "{name}"{self.maybe_project("from")}{by}'

    def make_income(self):
        if not all(self.covered(name) for name in self.stakes):
            return
        over = self.period() if self.chance() < 0.15 else ""
        if self.licences and self.chance() < 0.4:
            yield f"income {self.amount()} from {self.pick(self.licences)}{over}"
            return
        what = self.pick(["licence", "sale", "sale", "service", "product", "interest"])
        payers = self.projects + self.known_results
        if payers and self.chance() < 0.1:
            yield f"income {self.amount()} from {self.pick(payers)} class {what}{over}"
            return
        of = self.pick(["", f" of {self.pick(self.results)}" if self.results else ""])
        if not of and self.projects and self.chance() < 0.6:
            of = f" {self.pick(['of', 'for'])} {self.pick(self.projects)}"
        buyer = self.pick(["buyer", '"Some buyer"'])
        yield f"income {self.amount()} from {buyer} class {what}{of}{over}"

    def make_stakes(self):
        name = self.pick(self.stakes)
        if name in self.changed:
            return
        self.changed.add(name)
        if self.chance() < 0.04 and self.alliance.table_at(name, self.today):
            yield f"stakes {name} none"
        else:
            yield from self.table(f"stakes {name}", self.parties)

    def make_join(self):
        count = len(self.parties) + len(self.new)
        if count < 9:
            self.new.append(f"p{count}")
            yield f'join p{count} {self.pick(PARTY_KINDS)} "New {count}"'

    def make_settle(self):
        if all(self.alliance.table_at(name, self.today) for name in self.stakes):
            self.settled.append(self.today)
            yield "settle"

    def make_pay(self):
        party = self.pick(self.parties)
        if self.due[party]:
            part = self.random.randint(1, self.due[party])
            self.due[party] = 0 if self.chance() < 0.7 else self.due[party] - part
            yield f"pay {party} {self.money(part)}"

    def make_plain(self):
        party = self.pick(self.parties)
        yield f'sign {party} "Someone"'

    def make_filing(self):
        """Filed, granted and perhaps lapsed, each once."""
        stages = ["file", "granted", "lapsed"]
        names = [name for name in self.known_results + self.backgrounds
                 if name not in self.changed and self.filings.get(name, 0) < 3]
        if names:
            name = self.pick(names)
            self.changed.add(name)
            at = self.filings.get(name, 0)
            if at < 2 or self.chance() < 0.2:
                self.filings[name] = at + 1
                yield f"{stages[at]} {name}" + (' "CN1"' if at == 0 else "")
                if at == 0 and self.chance() < 0.6:
                    self.filings[name] = 2
                    yield f"granted {name}"

    def make_use(self):
        if self.known_results:
            yield f"adopt {self.pick(self.known_results)} by p0"

    def make_transfer_stake(self):
        name = self.pick(self.stakes)
        table = self.alliance.table_at(name, self.today)
        givers = [party for party in table or () if table[party]]
        if name in self.changed or not givers:
            return
        self.changed.add(name)
        giver = self.pick(givers)
        part = self.pick([Fraction(self.random.randint(1, 100), 100), Fraction(1, 3), table[giver]])
        share = part * 100
        held = self.alliance.without_arrears.get(name, table)
        if part > min(table[giver], held.get(giver, 0)) or giver not in self.parties or len(self.parties) < 2:
            return
        share = f"{share}%" if share.denominator == 1 else f"{part}"
        if share == str(part) and (part.denominator == 1 or part.denominator > 10**6):
            return
        taker = self.taker(giver, table)
        if taker:
            yield f"transfer {share} stake of {name} from {giver} to {taker}"

    def taker(self, giver, held):
        """One who holds some already where the others could buy first, but for a few."""
        strict = self.alliance.terms.refusal and self.chance() < 0.97
        takers = [party for party in self.parties
                  if party != giver and (held.get(party) or not strict)]
        return self.pick(takers) if takers else None

    def make_transfer_capital(self):
        givers = [party for party in self.parties if self.alliance.capital[party]]
        if not givers or len(self.parties) < 2 or "capital" in self.changed:
            return
        self.changed.add("capital")
        giver = self.pick(givers)
        part = self.random.randint(1, self.alliance.capital[giver])
        if self.chance() < 0.2:
            part = self.alliance.capital[giver]
        taker = self.taker(giver, self.alliance.capital)
        if taker:
            yield f"transfer {self.money(part)} capital from {giver} to {taker}"

    def make_declines(self):
        party, project = self.pick(self.parties), self.pick(self.projects or [None])
        if project and project not in self.changed | self.alliance.stopped \
                and party not in self.alliance.out.get(project, ()):
            self.changed.add(project)
            yield f"{party} declines {project}"

    def make_joins(self):
        """Who declined comes back; others buy themselves in."""
        project, terms = self.pick(self.projects or [None]), self.alliance.terms.projects
        if not project or project in self.changed | self.alliance.stopped or not self.alliance.funded(project):
            return
        self.changed.add(project)
        out, line = self.alliance.out.get(project, {}), self.alliance.funded(project)
        back = [party for party in self.parties if party in out]
        new = [party for party in self.parties if party not in line]
        party = self.pick(back if back and self.chance() < 0.8 else new or [None])
        if not party or (party in out and terms[project].decliner is not None
                         and terms[project].joiner is None and self.chance() < 0.97):
            return
        joined = sum(party in line for party in self.parties) > len(terms[project].funded)
        share = f" with {self.pick([5, 10, 20, 50])}%"      # fine shares of many end at E209
        if joined and self.chance() < 0.7:
            return
        yield f"{party} joins {project}" + (share if party in new or self.chance() < 0.3 else "")

    def owned_results(self):
        """(result, an owner) of results that were there before the day."""
        return [(name, party) for name in self.known_results
                for party, part in self.alliance.owners[name].items() if part]

    def make_transfer_result(self):
        owned = self.owned_results()
        if not owned or len(self.parties) < 2 or "owners" in self.changed:
            return
        self.changed.add("owners")
        name, giver = self.pick(owned)
        taker = self.pick([party for party in self.parties if party != giver])
        offers = [offer for offer in self.alliance.offers if offer[2] in self.parties]
        if offers and self.chance() < 0.8:
            name, giver, taker = self.pick(offers)[:3]
            if (name, giver) not in owned:
                return
        refused = self.alliance.terms.refusal and taker not in self.alliance.owners[name] \
            and not self.alliance.offered(name, giver, taker)
        if not refused or self.chance() < 0.1:
            yield f"transfer {name} from {giver} to {taker}"

    def make_offer(self):
        owned = self.owned_results()
        if not owned or not self.alliance.terms.refusal or "owners" in self.changed:
            return
        name, giver = self.pick(owned)
        taker = self.pick([*self.parties, '"A buyer"'])
        if taker != giver:
            yield f"{giver} offers {name} to {taker} at {self.money()}"
            for other, part in self.alliance.owners[name].items():
                if part and other != giver and self.chance() < 0.8:
                    yield f"{other} waives {name}"

    def make_agree(self):
        if self.settled:
            yield f"agree {self.pick(self.settled)} {self.pick(self.parties)}"

    def make_background(self):
        name = f"B{len(self.backgrounds) + 1}"
        self.backgrounds.append(name)
        project = self.maybe_project()
        yield f'background {name} patent "{name}" of {", ".join(self.some(self.parties))}{project}'

    # ---- what must be refused ---------------------------------------------------------------

    def refuse(self):
        """Entries that heqi must refuse, and perhaps some behind them."""
        self.today += timedelta(3)
        self.due = {party: self.alliance.payable(party) for party in self.parties}
        kind = self.pick([name for name in dir(self) if name.startswith("refused_")])
        made = list(getattr(self, kind)() or ())
        self.lines += self.dated(made)
        if made and kind != "refused_before" and self.chance() < 0.5:
            self.lines.append(f'{self.today} sign p0 "Someone"')

    def refused_order(self):
        yield 'sign p0 "Someone"'
        self.lines.append(f"{self.today} settle")
        self.today -= timedelta(1)

    def refused_before(self):
        """Only the terms stay, and an entry before them."""
        if self.needs_result:
            return
        at = next((i for i, line in enumerate(self.lines) if line[:1].isdigit()), len(self.lines))
        del self.lines[at:]
        self.today = self.founded - timedelta(1)
        yield 'sign p0 "Someone"'

    def refused_unknown_yet(self):
        yield "p99 pays 1 capital"
        yield 'join p99 enterprise "Late"'

    def refused_class(self):
        yield f'income {self.money()} from "Some buyer"'

    def refused_period(self):
        yield f"call {self.money()} by stake of s1 over {self.today} to {self.founded}"

    def refused_stakes(self):
        yield "stakes s1 none"
        yield f"call {self.money()} by stake of s1"

    def refused_pay(self):
        party = self.pick(self.parties)
        yield f"pay {party} {self.money(self.due[party] + 1)}"

    def refused_fund(self):
        if self.funds:
            fund = self.pick(self.funds)
            yield f"spend {self.money(self.alliance.funds[fund] + 1)} repairs from fund {fund}"

    def refused_start(self):
        if self.projects and self.may_start and "start" not in self.alliance.terms.decisions:
            yield f"start {self.projects[0]}"
            yield f"start {self.projects[0]}"

    def refused_call(self):
        yield f"call {self.money()}"

    def refused_repay(self):
        party = self.pick(self.parties)
        yield f"repay {party} {self.money(self.alliance.loans[party] + 1)} loan"

    def refused_milestone(self):
        if self.projects:
            yield f"milestone {self.projects[0]}.m9 met"

    def refused_agree(self):
        yield f"agree {self.today} p0"

    def refused_taking_part(self):
        for project in self.projects[:1]:
            if "p0" not in self.alliance.out.get(project, ()):
                yield f"p0 declines {project}"
            yield f"p0 {self.pick(['declines', 'joins'])} {project}"

    def refused_filing(self):
        if self.results:
            yield f"lapsed {self.results[-1]}"

    def refused_owner(self):
        if self.results:
            name = self.results[-1]
            strangers = [party for party in self.parties
                         if not self.alliance.owners[name].get(party)]
            if strangers:
                giver = strangers[0]
                taker = self.pick([party for party in self.parties if party != giver] or [giver])
                yield f"transfer {name} from {giver} to {taker}"

    def refused_capital(self):
        if len(self.parties) > 1:
            yield f"transfer {self.money(self.alliance.capital['p0'] + 1)} capital from p0 to p1"

    def refused_to_itself(self):
        yield f"transfer {self.money(1)} capital from p0 to p0"

    def refused_stake(self):
        table = self.alliance.table_at("s1", self.today)
        if table and len(self.parties) > 1 and table.get("p0", 0) < Fraction(99, 100):
            yield "transfer 100% stake of s1 from p0 to p1"

    def refused_always(self):
        """More is spent than must stay."""
        for at, (fund, side, amount) in enumerate(self.alliance.terms.always):
            if at in self.alliance.holding and side == "least" and amount:
                held = self.alliance.funds[fund] if fund \
                    else self.alliance.accounts["assets:cash"]
                if held > 0:
                    source = f" from fund {fund}" if fund else ""
                    yield f"spend {self.money(held)} repairs{source}"
                    return

    def refused_overflow(self):
        if self.digits == 2:
            yield "p0 pays 90,000,000,000,000,000 capital"
            yield "p0 pays 90,000,000,000,000,000 capital"

    def make_milestone(self):
        left = [name for name in self.projects if name not in self.reached]
        if left:
            self.reached.append(left[0])
            yield f"milestone {left[0]}.m1 {self.pick(['met', 'missed'])}"

    def make_start(self):
        left = [name for name in self.projects if name not in self.started]
        if left and self.may_start:
            self.started.append(left[0])
            yield f"start {left[0]}"

    def make_stop(self):
        left = [name for name in self.started if name not in self.alliance.stopped]
        if left and self.chance() < 0.3 and not {"stop", left[0]} & self.changed:
            self.changed |= {"stop", left[0]}
            yield f"stop {left[0]}"


def scenario(seed, days=None, kind=Maker):
    """The maker of a seed, done: its text, what was executed on the way (alliance.seen), and
    whether the text must be refused."""
    maker = kind(seed)
    maker.terms()
    maker.refused = False
    try:
        maker.journal(days or maker.pick([6, 20, 25, 25, 30, 40, 60]))
        if maker.chance() < 0.06:
            maker.refuse()
            maker.refused = True
    except Refused:
        maker.refused = True
    except Unknown:         # what the auditor does not judge stays out
        del maker.lines[maker.mark:]
    if maker.needs_result and not any(" result R1 " in line for line in maker.lines):
        return scenario(seed + 10**9, days, kind)       # its clauses speak of R1
    return maker
