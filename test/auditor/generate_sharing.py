"""The part of the generator that makes clauses of sharing and bearing, games, licences, losses.

A mixin of the maker of generate.py.
"""
import re
from datetime import timedelta

from .games import METHODS, Undefined, of_terms
from .tiers import read_game
from .words import Cursor, lines_of

SETS = ["members", "members", "members", "enterprises", "universities", "institutes", "makers",
        "owners", "funders", "workers"]
PLAIN = ["equally", "by capital", "by pledge", "by cost", "by invention", "by work", "stake",
         "by risk"]
RARE = ["by ownership", "by ownership", "by patents", "by patents", "by sales", "by score of q1",
        "by dues"]
FACTORS = ["capital", "pledge", "cost", "invention", "work", "risk", "ownership", "patents",
           "sales", "score of q1", "stake"]
LIMITED_MOST = 12       # heqi weighs under limits to 1 in 5 * 10^14: no larger sums there
FINE_MOST = 5           # and no corrections by factors of larger ones
RATES = ["8%", "5%", "0.05%", "12.5%", "100%", "1/3"]
NAMING = re.compile(r" to (?:(?!fund )[pg]\d)")


class Sharing:
    """Clauses, games, and the entries that only they look at."""

    # ---- shares -----------------------------------------------------------------------------

    def tiers(self, grant=False):
        """The lines of a clause, with guards around some of them now and then."""
        start, self.left_over, indent = len(self.lines), 100, "    "
        while self.chance() < 0.2:
            self.guard(indent)
        for _ in range(self.pick([0, 1, 1, 2, 3, 4])):
            self.one_tier(indent)
        self.tier(indent, "rest", "rest")
        self.name_others(start)
        if not grant and self.chance() < 0.05:
            self.lines.append(f"{indent}at dissolution {self.pick(self.parties)} returns what "
                              f"exceeds {self.random.randint(0, 60)}% of profit")
            if any("while" in line for line in self.lines[start:]):
                self.lines.pop()

    def guard(self, indent):
        measure = self.pick(["income", "income", "income", "capital", "pledge", "cost", "risk"])
        self.lines.append(f"{indent}while {measure} under {self.money()}")
        count = self.pick([1, 1, 2])
        for _ in range(count):
            if len(indent) < 8 and self.chance() < 0.2:
                self.guard(indent + "  ")
            else:
                self.one_tier(indent + "  ", True)
        if self.chance() < 0.5:
            self.tier(indent + "  ", "rest", "rest")

    def one_tier(self, indent, must=False):
        kinds = ["percent", "percent", "of_rest", "amount", "yearly", "upto", "profit", "guarantee",
                 "until", "until", "until", "return", "return"]
        kind = self.pick(kinds[:None if self.most <= LIMITED_MOST else -5])
        if kind == "percent":
            share = self.random.randint(1, max(1, self.left_over - 1))
            if self.left_over - share < 1:
                if not must:
                    return
                kind = "amount"
            else:
                self.left_over -= share
        self.tier(indent, self.head(kind, locals().get("share")), kind)

    def head(self, kind, share):
        if kind == "until":
            times = self.pick(["", "", f" times {self.pick(['1.5', '2', '0.333', '3'])}"])
            return f"until {self.pick(['cost', 'cost', 'capital', 'pledge'])}{times} repaid"
        if kind == "return":
            compound = self.pick(["", " compound"])
            return f"{self.pick(RATES)} yearly{compound} on {self.pick(['cost', 'capital'])}"
        party = self.pick(self.parties)
        return {"percent": f"{share}%", "of_rest": f"{self.random.randint(1, 99)}% of rest",
                "amount": self.money(), "yearly": f"{self.money()} yearly",
                "upto": f"up to {self.money()} in all", "rest": "rest",
                "profit": f"until {party} has {self.random.randint(1, 99)}% of profit",
                "guarantee": f"until {party} has {self.money()}"
                             + self.pick(["", " yearly"])}[kind]

    def tier(self, indent, head, kind):
        limited = kind in ("until", "return")
        if self.chance() < 0.25:
            self.lines.append(indent + head)
            shares = self.percents(self.pick([2, 2, 3, 4]))
            if self.chance() < 0.6:
                shares[-1] = "rest"
            self.lines += [f"{indent}  {share} to {self.takers(not limited)}" for share in shares]
        else:
            self.lines.append(f"{indent}{head} to {self.takers(not limited)}")

    def name_others(self, start):
        """`others` where other lines name somebody, else `members`."""
        for at in range(start, len(self.lines)):
            if " to others" in self.lines[at]:
                rest = self.lines[start:at] + self.lines[at + 1:]
                if not any(NAMING.search(line) for line in rest):
                    self.lines[at] = self.lines[at].replace(" to others", " to members")

    def takers(self, funds):
        chance = self.chance()
        if funds and self.funds and chance < 0.2:
            return f"fund {self.pick(self.funds)}"
        if chance < 0.3:
            return self.pick(self.parties)
        if chance < 0.4 and self.groups:
            return f"g1 {self.basis(funds)}"
        if chance < 0.5 and len(self.parties) > 1:
            return f"{', '.join(self.some(self.parties, 2))} {self.basis(funds)}"
        return f"{self.pick(SETS + ['others'])} {self.basis(funds)}"

    def basis(self, unlimited=True):
        fine = unlimited or not self.fine
        basis = self.pick(PLAIN + RARE[:None if fine else 0] + self.ways[:None if fine else 0])
        found = f"by stake of {self.pick(self.stakes)}" if basis == "stake" else basis
        if self.chance() < 0.12 and (unlimited or self.most <= FINE_MOST) and fine:
            factors = self.random.sample(FACTORS, self.pick([1, 2, 2, 3]))
            found += " adjusted by " + ", ".join(
                f"{self.factor(factor)} {share}"
                for factor, share in zip(factors, self.percents(len(factors))))
        return found

    def factor(self, factor):
        return f"stake of {self.pick(self.stakes)}" if factor == "stake" else factor

    # ---- games ------------------------------------------------------------------------------

    def game_terms(self):
        """A game, and by which methods it can be divided by."""
        self.ways = []
        if self.chance() > 0.3:
            return
        players = self.some(self.parties)[:4]
        self.random.shuffle(players)
        cost = self.pick(["", "", " in cost"])
        lines = [f"game v1 of {', '.join(players)}{cost}"]
        weights = ", ".join(f"{player} {self.random.randint(1, 9)}" for player in players)
        lines += [f"  weights {weights}"] if self.chance() < 0.6 else []
        if self.groups:
            members = self.alliance_groups["g1"]
            if set(members) <= set(players):
                lines.append("  unions g1")
        for size in range(1, len(players)):
            for _ in range(self.pick([0, 2, 3, 4])):
                part = self.random.sample(players, size)
                if not any(set(line.split()[:-1]) == set(part) for line in lines[1:]):
                    most = 40 * size * (1 if cost else size)
                    lines.append(f"  {' '.join(part)} {self.random.randint(0, most)}")
        lines.append(f"  all {self.random.randint(20, 60) * len(players) ** (1 if cost else 2)}")
        self.ways = self.ways_of(lines)
        if self.ways:
            self.lines += ["  " + line for line in lines]

    def ways_of(self, lines):
        class Terms:
            groups, games, digits = self.alliance_groups, {}, 2

        line = lines_of("\n".join(lines))[0]

        words = Cursor(line.words)
        words.take()
        read_game(Terms, words, line, "")
        found = []
        for method in METHODS:
            game = Terms.games["v1"]
            if method == "weighted shapley" and not game.weights or method == "owen" and not game.unions:
                continue
            try:
                values = of_terms(game, method, Terms.groups)
            except Undefined:
                continue
            if all(value >= 0 for value in values.values()) and any(values.values()):
                found.append(f"by {method} of v1")
        return self.random.sample(found, min(3, len(found)))

    # ---- losses -----------------------------------------------------------------------------

    def bear_terms(self):
        used = set()
        if self.chance() < 0.3:
            self.lines.append("  liability cap lifted by intent")
        for _ in range(self.pick([0, 1, 1, 2, 3])):
            scope, what = self.pick(self.scopes()), self.pick(["project loss"] * 3 + ["liability"])
            if (what, scope.replace(" of all projects together", "")) in used:
                continue
            used.add((what, scope.replace(" of all projects together", "")))
            self.lines.append(f"  bear {what}{scope}")
            left = 100
            for _ in range(self.pick([1, 2, 3, 4])):
                share = self.random.randint(1, max(1, left - 1))
                head = self.pick(["", "", f"{share}% ", f"{share}% ",
                                  f"up to {self.money()} in all ", f"up to {self.money()} in all ",
                                  f"{self.random.randint(1, 99)}% of rest ", f"{self.money()} ",
                                  f"{self.money()} yearly "])
                if head == f"{share}% ":
                    if left - share < 1:
                        continue
                    left -= share
                self.bearers(head)
            if self.chance() < 0.4:
                self.bearers("rest ")
            elif self.lines[-1].startswith("  bear"):
                self.bearers("")

    def bearers(self, head):
        if head and self.chance() < 0.25:
            self.lines.append("    " + head.rstrip())
            shares = self.percents(self.pick([2, 2, 3]))
            if self.chance() < 0.6:
                shares[-1] = "rest"
            for share in shares:
                self.lines.append(f"      {share} {self.bearer()}")
            return
        self.lines.append(f"    {head}{self.bearer()}")

    def bearer(self):
        if self.funds and self.chance() < 0.3:
            return f"from fund {self.pick(self.funds)}"
        takers = self.takers(False).replace("others", "members")
        basis = ""
        for words in ("equally", "by "):
            at = takers.find(" " + words)
            if at >= 0:
                takers, basis = takers[:at], takers[at + 1:] + " "
        cap = self.pick(["", "", f", at most {self.pick([10, 50, 150, 33])}% of "
                         f"{self.pick(['pledge', 'capital', 'cost'])} each",
                         f", at most 1/3 of {self.pick(['pledge', 'capital', 'cost'])} each",
                         f", at most {self.money()} each"]) if self.most <= LIMITED_MOST else ""
        return f"{basis}from {takers}{cap}"

    def make_loss(self):
        if not all(self.covered(name) for name in self.stakes):
            return
        of = self.pick(["", f" of {self.pick(self.results)}" if self.results else ""])
        if not of and self.projects and self.chance() < 0.7:
            of = f" of {self.pick(self.projects)}"
        units, insured, silent = self.units() + 2, "", ""
        if self.chance() < 0.15:
            insured = f", {self.money(self.random.randint(1, units // 2))} of it insured"
        if self.chance() < 0.2:
            yield f'liability {self.money(units)} to "a neighbour"{of}{insured}'
            return
        project = self.alliance.belongs(of[4:] or None)[0]
        party = self.pick(self.parties)
        if self.chance() < 0.15 and (project, party) not in self.alliance.warned | self.warned:
            part = self.money(self.random.randint(1, max(1, units // 2)))
            silent = f", {part} of it by silence of {party}"
        yield f'loss {self.money(units)}{of}{insured}{silent} "accident"'

    def make_warns(self):
        party, project = self.pick(self.parties), self.pick(self.projects or [None])
        if project and project not in self.alliance.stopped | self.changed:
            self.changed.add(project)
            self.warned.add((project, party))
            yield f"{party} warns of failure of {project}"

    def refused_silence(self):
        for project, party in sorted(self.alliance.warned)[:1]:
            yield f"loss 5 of {project}, 1 of it by silence of {party}"

    def refused_more_insured(self):
        yield "loss 5, 6 of it insured"

    # ---- what measures look at --------------------------------------------------------------

    def make_appraise(self):
        points = self.pick(["92", "46", "0", "0.5", "3", "7.25"])
        yield f"appraise {self.pick(self.parties)} {points} on {self.pick(['q1', 'q2'])}"

    def make_reports(self):
        """Sales of a party, or under a licence, of the days behind its last report."""
        who = self.pick(self.parties + self.licences)
        said = self.alliance.licences.get(who)
        if who in self.licences and not said:
            return
        first = max([self.founded if not said else said.since,
                     *(end for of, _, end, _ in self.alliance.reported if of == who)])
        last = min(self.today, first.replace(month=1, day=1).replace(year=first.year + 1))
        if said and said.until:
            last = min(last, said.until + timedelta(1))
        if first >= last or who in self.changed:
            return
        self.changed.add(who)
        others = f", other royalties {self.money()}" if said and self.chance() < 0.5 else ""
        field = f' in "{said.field}"' if said and said.field and self.chance() < 0.5 else ""
        yield f"{who} reports {self.money()} sales{field} over {first} to {last}{others}"

    def refused_days_twice(self):
        for who, first, last, _ in self.alliance.reported[-1:]:
            yield f"{who} reports 1 sales over {first} to {last}"

    def refused_licence_days(self):
        for name, said in self.alliance.licences.items():
            if said.until:
                yield (f"{name} reports 1 sales over {said.until + timedelta(1)} to "
                       f"{said.until + timedelta(2)}")
                return

    def refused_field(self):
        for name, said in self.alliance.licences.items():
            if said.field:
                yield f'{name} reports 1 sales in "nothing" over {said.since} to ' \
                      f'{said.since + timedelta(1)}'
                return

    # ---- licences ---------------------------------------------------------------------------

    def make_license(self):
        if not self.results:
            return
        known = self.results + self.backgrounds
        name, results = f"L{len(self.licences) + 1}", self.some(known)[:3]
        listed = ", ".join(results)
        if self.chance() < 0.5:
            listed = ", ".join(f"{n} {s}" for n, s in zip(results, self.percents(len(results))))
        field = self.pick(["", "", ' in "paint"', ' in "glue"'])
        place = self.pick(["", "", ' territory "China"'])
        until = f" until {self.later(700)}" if self.chance() < 0.4 else ""
        kind = self.pick(["nonexclusive", "nonexclusive", "exclusive", "sole"])
        if kind != "nonexclusive" and self.chance() < 0.97 and self.taken(results):
            kind = "nonexclusive"
        if self.strictly_taken(results) and self.chance() < 0.97:
            return
        self.licences.append(name)
        self.licensed.append((name, results, kind))
        yield f'license {name} of {listed} to "Works {len(self.licences)}" {kind}{field}{place}{until}'
        yield from self.licence_terms()

    def taken(self, results):
        return any(set(results) & set(other) for _, other, _ in self.licensed)

    def strictly_taken(self, results):
        return any(set(results) & set(other) for _, other, kind in self.licensed
                   if kind != "nonexclusive")

    def licence_terms(self):
        if self.chance() < 0.4:
            due = f" due {self.later(200)}" if self.chance() < 0.6 else ""
            yield f"  fee {self.money()}{due}"
        if self.chance() < 0.6:
            limits = sorted({self.units() for _ in range(self.pick([0, 0, 1, 2]))})
            rates = [self.pick(["5%", "3%", "0.333%", "12%"]) for _ in (*limits, 0)]
            least = f", at least {self.money()} yearly" if self.chance() < 0.4 else ""
            for rate, limit in zip(rates, limits):
                yield f"  royalty {rate} of sales up to {self.money(limit)} in all"
            yield f"  royalty {rates[-1]} of sales{least}"
            if self.chance() < 0.5:
                most = self.pick(["", ", at most 50% of royalty"])
                yield f"  deduct 33.3% of other royalties{most}{self.pick(['', ', carried forward'])}"
            if self.chance() < 0.4:
                yield f"  all royalties at most 12% of sales{self.pick(['', ', own at least 2.5%'])}"
        if self.chance() < 0.3:
            yield "  sublicences allowed"
