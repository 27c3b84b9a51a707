"""Agreements and journals at random with the side of office and capital: dues, arrears, bodies and
their motions, leaving and the end. As those of generate.py, with more clauses and entries.

What is made here is not always lawful: now and then an entry is refused, and the journal ends there.
"""
from datetime import timedelta

from .generate import Maker

NOTICE = {"": 0, "  leave on 90 days notice": 1, "  leave on 10 days notice, buy out 50% of capital": 3,
          "  leave on 1 months notice, buy out 33.3% of pledge": 1}
EXPELLED = ["", "  expelled keep no capital", "  expelled keep 30% of capital, licences granted go on",
            "  expelled stay bound to peace"]
MATTERS = {"admission": 0.3, "expulsion": 0.5, "transfer": 0.3, "dissolution": 0.4, "budget": 0.3,
           "stakes": 0.3, "renewal": 0.3, "logo": 0.3}
OFFICE = {"pays dues": 3, "pays interest": 3, "reports": 2, "notice": 1, "leaves": 1, "expel": 0.6,
          "return": 1, "motion": 3, "vote": 12, "meeting": 2, "decide": 4, "veto": 4, "budget": 1,
          "renew": 0.4, "appraise": 1, "pays capital": 8, "pays call": 8}
AFTER_THE_END = {"pays capital", "pays call", "pays loss", "pays dues", "pays interest", "repay", "pay",
                 "income", "spend", "settle", "motion", "vote", "meeting", "decide", "return"}
RISKS = 0.02        # how often it is not asked whether an entry is lawful


class OfficeMaker(Maker):
    """One scenario with office and capital."""

    def __init__(self, seed):
        super().__init__(seed)
        self.weights |= {kind: weight * self.pick([0, 1, 1, 3]) for kind, weight in OFFICE.items()}
        self.open, self.carried, self.motions = [], [], 0
        self.matters, self.noticed, self.over = set(), {}, False

    def period(self, *stakes):
        """None where somebody was expelled: what its days of membership give is not settled."""
        if any(party.expelled < party.expelled.max for party in self.alliance.terms.parties.values()):
            return ""
        self.changed.add("over")
        return super().period(*stakes)

    def risk(self):
        return self.chance() < RISKS

    # ---- terms ------------------------------------------------------------------------------

    def bear_terms(self):
        super().bear_terms()
        self.due_terms()
        self.leaving_terms()
        self.council_terms()

    def due_terms(self):
        self.lines.append('article 6 "Money that is due"')
        if self.chance() < 0.7:
            items = self.some(["lead", "enterprise", "university", "p1", "institute"], 0)
            items = [item for item in items if item != "p1" or "p1" in self.parties] + ["others"]
            listed = ", ".join(f"{item} {self.dues_amount()}" for item in items)
            day = self.pick(["31 January", "29 February", "1 July", "15 September"])
            self.lines.append(f"  dues yearly {listed} due {day}")
        if self.chance() < 0.7:
            self.lines.append("  arrears")
            self.arrears_lines()
        if self.chance() < 0.5:
            self.lines.append("  share dues")
            self.tiers()
        if self.chance() < 0.4:
            eligible = self.pick(["materials", "travel, materials", "testing"])
            self.lines += ["  grants are restricted, at most 40% of all money in",
                           f"    eligible {eligible}"]

    def dues_amount(self):
        if self.chance() < 0.6:
            return self.money()
        least = self.money() if self.chance() < 0.5 else ""
        return f"{self.pick(['0.1', '3', '12.5'])}% of sales" + (f", at least {least}" if least else "")

    def arrears_lines(self):
        days = lambda: self.pick(["1 days", "10 days", "30 days", "2 months", "90 days"])
        lines = [self.pick([f"bear {self.pick(['0.05', '0.1', '1'])}% daily",
                            f"bear {self.pick(['6', '10', '24'])}% yearly"])
                 + self.pick(["", f" after {days()}"])]
        lines += self.some([f"notice after {days()}", f"no vote after {days()}",
                            f"forced sale after {days()}"], 0)
        lines += self.some([f"dilute {self.pick([10, 50, 100])}% after {days()}",
                            "forfeit after 75 days"], 0)    # never on one day
        if self.chance() < 0.3:
            lines.append(f"out after {self.pick(['105 days', '4 months'])}"
                         + self.pick(["", " as leaving"]))
        self.lines += ["    " + line for line in self.random.sample(lines, len(lines))]

    def leaving_terms(self):
        self.lines.append('article 7 "Leaving"')
        self.leave = self.random.choices(list(NOTICE), [2, 1, 3, 1])[0]
        self.lines += [line for line in (self.leave, self.pick(EXPELLED)) if line]
        if self.chance() < 0.7:
            self.lines += ["  dissolve", "    debts first"]
            self.end_tiers()
        self.lines.append('  covenant peace "Nobody quarrels"')

    def end_tiers(self):
        """The last takes all: what no tier takes is not settled yet."""
        heads = [f"{self.pick([1, 10, 40])}%", f"{self.pick([5, 50])}% of rest", self.money(),
                 f"up to {self.money()} in all"]
        if self.most <= 12:
            heads += ["until capital repaid", "until pledge repaid", "until capital repaid"]
        for head in self.some(heads, 0)[:3]:
            takers = self.takers(False)
            self.lines.append(f"    {head} to {'p0' if 'others' in takers else takers}")
        self.lines.append(f"    rest to {self.pick(['members equally', 'p0'])}")

    def council_terms(self):
        self.lines += ['article 8 "Council"', "  body board decision"]
        kind = self.pick(["member", "member", "member", "enterprise"])
        seats = f"one each {kind}" if self.chance() < 0.8 else ", ".join(self.some(self.parties))
        self.lines.append(f"    seats {seats}")
        measure = self.pick(["capital", "pledge", "cost", "work", "dues",
                             f"stake of {self.stakes[0]}", "score of conduct"])
        cap = self.pick(["", "", ", at most 20% each", ", at most 1/3 each"])
        votes = self.pick(["one each", "one each", f"by {measure}{cap}", f"by {measure}{cap}",
                           f"{self.pick([1, 2])} per {self.money()} of dues"])
        self.lines.append(f"    votes {votes}")
        if self.chance() < 0.7:
            self.lines.append(f"    quorum {self.pick(['1/2', '2/3', 'more than 1/2', '30%'])}")
        self.lines.append(f"    pass {self.majority()}{self.pick(['', ' of present', ' of all', ' of cast'])}")
        for matter, weight in MATTERS.items():
            if self.chance() < weight:
                own = f" {self.majority()}{self.pick(['', ' of all', ' of cast'])}" \
                    if self.chance() < 0.5 else ""
                heads = f" and enterprises {self.majority()}" if self.kinds["p0"] == "enterprise" \
                    and "p0" in (seats if "one" not in seats else "p0") and self.chance() < 0.3 else ""
                self.lines.append(f"  decide {matter} by board{own}{heads}")
                self.matters.add(matter)
        if self.chance() < 0.6:
            who = self.pick(["affected", "members", "enterprises", "p0"])
            self.lines.append(f"  veto in board by {who} within {self.pick(['5 days', '1 months'])}")

    def majority(self):
        return self.pick(["1/2", "more than 1/2", "2/3", "3/4", "60%", "more than 1/3"])

    # ---- what decisions allow ---------------------------------------------------------------

    def cite(self, matter, about=None):
        """The words that cite a motion; None where there is none that would do."""
        if matter not in self.matters:
            return ""
        found = [name for name, of, whom in self.carried
                 if (of == matter and whom in (None, about)) or self.risk()]
        if found:
            return f" by {self.pick(found)}"
        return "" if self.risk() else None

    def cited(self, line, matter, about=None):
        """A line with its motion, or nothing."""
        motion = self.cite(matter, about)
        return [] if motion is None else [line + motion]

    def entry(self, kind):
        if self.over and kind not in AFTER_THE_END and not self.risk():
            return ()
        made = list(super().entry(kind) or ())
        if kind in ("stakes", "join", "transfer stake", "transfer capital", "transfer result") and made:
            matter = {"stakes": "stakes", "join": "admission"}.get(kind, "transfer")
            cited = self.cited(made[0], matter, made[0].split()[1])
            if not cited and kind == "join":
                self.new.pop()
            return cited + made[1:] if cited else ()
        return made

    # ---- entries ----------------------------------------------------------------------------

    def pays_debt(self, nature):
        debts = [debt for debt in self.alliance.debts if debt.nature == nature and debt.open]
        if debts and self.chance() < 0.7:
            debt = self.pick(debts)
            return f"{debt.party} pays {self.money(debt.open)} {nature}"
        return f"{self.pick(self.parties)} pays {self.amount()} {nature}"

    def make_pays_dues(self):
        yield self.pays_debt("dues")

    def make_pays_interest(self):
        yield self.pays_debt("interest")

    def make_pays_capital(self):
        yield self.pays_debt("capital")

    def make_reports(self):
        """A piece of the year before, or of this one, a day behind the last that was reported."""
        party = self.pick(self.parties)
        first = max([end for who, _, end, _ in self.alliance.reported if who == party],
                    default=self.founded)
        last = min(self.today, first.replace(month=1, day=1, year=first.year + 1))
        if self.risk():
            first, last = self.founded, self.today
        elif first >= last or ("reports", party) in self.changed:
            return
        self.changed.add(("reports", party))
        yield f"{party} reports {self.amount()} sales over {first} to {last}"

    def make_gives(self):
        if not any(self.alliance.forfeited.values()):   # what the cap is of then is not settled
            yield from super().make_gives()

    def members(self):
        parties = self.alliance.terms.parties
        return [party for party in self.parties if parties[party].member_on(self.today)]

    def make_notice(self):
        found = [party for party in self.members() if party not in self.noticed]
        if found and len(found) > 1 or self.risk():
            party = self.pick(found or self.parties)
            self.noticed.setdefault(party, self.today)
            yield f"{party} gives notice"

    def make_leaves(self):
        time = {1: 90, 3: 10}.get(NOTICE[self.leave], 0) if "months" not in self.leave else 31
        found = [party for party, day in self.noticed.items() if party in self.members()
                 and party not in self.changed
                 and (day + timedelta(time) <= self.today or self.risk())]
        if found:
            self.changed.add(found[0])
            yield f"{found[0]} leaves"
        elif self.risk():
            yield f"{self.pick(self.parties)} leaves"

    def make_expel(self):
        found = [party for party in self.members() if party not in self.changed]
        if "over" not in self.changed and (len(found) > 2 or self.risk()):
            about = [whom for _, of, whom in self.carried if of == "expulsion" and whom in found]
            party = self.pick(about or found or self.parties)
            made = self.cited(f"expel {party}", "expulsion", party)
            self.changed.add(party)
            yield from made

    def make_return(self):
        payer = self.pick(["Ministry", "City"])
        held = sum(grant[2] for grant in self.alliance.grants_given if grant[0] == payer)
        if (held or self.risk()) and payer not in self.changed:
            self.changed.add(payer)
            part = self.random.randint(1, held) if held and not self.risk() else held + 1
            yield f'return {self.money(part)} grant to "{payer}"'

    def make_budget(self):
        year = self.today.year
        heads = self.some(["materials", "travel", "repairs"]) + (["travel"] if self.risk() else [])
        made = self.cited(f"budget {year}", "budget")
        if made:
            yield made[0]
            yield from (f"  {head} {self.money()}" for head in heads)

    def make_renew(self):
        yield from self.cited("renew 5 years", "renewal")

    def make_appraise(self):
        yield f"appraise {self.pick(self.parties)} {self.random.randint(0, 100)} on conduct"

    def make_dissolve(self):
        days = (self.today - self.founded).days
        if not self.over and "dissolve" not in self.changed and (days > 250 or self.risk()):
            made = self.cited("dissolve", "dissolution")
            if made:
                self.changed.add("dissolve")
                self.over = True
                yield from made

    # ---- motions ----------------------------------------------------------------------------

    def make_motion(self):
        if len(self.open) > 3:
            return
        self.motions += 1
        matter, about, name = self.pick([*self.matters, "logo"]), None, f"M{self.motions}"
        if matter == "expulsion" and self.chance() < 0.9 and self.members():
            about = self.pick(self.members())
        elif matter == "budget" and self.chance() < 0.4:
            about = self.pick(self.parties)
        by = self.today + timedelta(self.pick([0, 3, 30])) if self.chance() < 0.3 else None
        self.open.append((name, matter, about, by, self.today))
        yield f'motion {name} "Something" to board on {matter}' \
            + (f" of {about}" if about else "") + (f" by {by}" if by else "")

    def seated(self, name):
        motion = self.alliance.motions.get(name)
        return [party for party in self.members() if self.alliance.has_seat(motion.body, party)
                and not self.alliance.recused(motion, party)] if motion else []

    def make_vote(self):
        """Often several at once."""
        for name, _, _, by, put in self.open[:2]:
            if (by and by < self.today or name in self.changed) and not self.risk():
                continue
            seated = self.seated(name) if not self.risk() else self.parties
            all_of_them = self.chance() < 0.7
            for party in seated if all_of_them else self.some(seated) if seated else ():
                other = ""
                if self.chance() < 0.15 and len(seated) > 1:
                    other = f" for {self.pick(seated)}"
                ballot = self.pick(["yes"] * 7 + ["no", "abstain"])
                yield f"vote {name} {party} {ballot}{other}"

    def make_meeting(self):
        body = self.alliance.terms.bodies["board"]
        seated = [party for party in self.members() if self.alliance.has_seat(body, party)]
        if self.risk():
            seated = self.parties
        if seated:
            yield f"meeting board {', '.join(self.some(seated))}"

    def make_decide(self):
        for name, matter, about, by, put in list(self.open):
            if name not in self.alliance.motions:
                continue
            if (by is None and self.today > put) or (by and by <= self.today) or self.risk():
                self.open.remove((name, matter, about, by, put))
                self.changed.add(name)
                claim = ""
                if self.risk():
                    claim = self.pick([" carried", " lost"])
                yield f"decide {name}{claim}"
                return

    def live(self, made):
        super().live(made)
        for name, motion in self.alliance.motions.items():
            if motion.decided == self.today and motion.count["result"] == "carried" \
                    and not any(name == found[0] for found in self.carried):
                self.carried.append((name, motion.matter, motion.about))

    def make_veto(self):
        found = [name for name, *_ in self.carried if not self.alliance.motions[name].vetoed]
        if not found:
            return
        name = found[-1]
        motion = self.alliance.motions[name]
        parties = [party for party in self.members() for right in motion.terms.vetoes
                   if self.alliance.may_veto(motion, right[1], party)]
        if parties or self.risk():
            yield f'veto {name} {self.pick(parties or self.parties)}' + ("" if self.risk() else ' "No"')
            self.carried = [item for item in self.carried if item[0] != name]
