"""Motions: who has a seat, who is present, how votes weigh, what is carried, what a veto undoes.

A mixin of the alliance of engine.py; written from docs/authority.md.
"""
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from .times import after
from .clauses import Event, Refused
from .tiers import SETS

MATTERS = {"amend": "amendment", "join": "admission", "expel": "expulsion", "budget": "budget",
           "supplement": "budget", "start": "start", "stop": "stop", "stakes": "stakes",
           "license": "licence", "redetermine": "redetermine", "transfer": "transfer",
           "appoint": "appointment", "renew": "renewal", "dissolve": "dissolution"}


@dataclass
class Motion:
    name: str
    body: object
    matter: str
    about: str
    by: date
    put: date
    terms: object           # those in force when it was put
    ballots: list = field(default_factory=list)     # [day, party, ballot, through]
    decided: date = None
    count: dict = None
    vetoed: list = field(default_factory=list)      # [day, party]


def needed(majority, whole):
    """How many of `whole` a majority asks for."""
    part = majority.share * whole
    if majority.strict:
        return part // 1 + 1
    return -(-part // 1)


class Deciding:
    """Bodies, motions and what rests on them."""

    def begin_deciding(self):
        self.motions, self.meetings = {}, []

    def motion(self, name):
        if name not in self.motions:
            raise Refused("E303")
        return self.motions[name]

    # ---- seats ------------------------------------------------------------------------------

    def sits(self, body, party):
        """Whether the text gives the party a seat, member or not."""
        kind, of = body.seats
        return of is None or of == self.terms.parties[party].kind if kind == "each" \
            else any(party == name or party in self.terms.groups.get(name, ()) for name in of)

    def seat_of(self, motion, party):
        return motion.terms.one.get(party, party)

    def seats(self, motion, day):
        """Every seat on a day, those of whom it is about too: {seat: its members}."""
        found = {}
        for name, party in self.terms.parties.items():
            if party.member_on(day) and self.sits(motion.body, name) \
                    and not self.votes_rest(name, day):
                found.setdefault(self.seat_of(motion, name), []).append(name)
        return found

    def recused(self, motion, party):
        return motion.about is not None and \
            self.seat_of(motion, party) == self.seat_of(motion, motion.about)

    # ---- entries ----------------------------------------------------------------------------

    def on_motion(self, _entry, name, body, matter, about, by):
        if body not in self.terms.bodies:
            raise Refused("E434")
        if by is not None and by < self.today:
            raise Refused("E347")
        terms = self.old_terms or self.terms
        self.motions[name] = Motion(name, terms.bodies[body], matter, about, by, self.today, terms)

    def on_meeting(self, _entry, body, parties):
        if body not in self.terms.bodies:
            raise Refused("E434")
        for party in parties:
            if not self.has_seat(self.terms.bodies[body], party):
                raise Refused("E330")
        self.meetings.append((body, self.today, parties))

    def has_seat(self, body, party):
        return party in self.declared and self.terms.parties[party].member_on(self.today) \
            and self.sits(body, party)

    def on_vote(self, _entry, name, party, ballot, other=None):
        motion = self.motion(name)
        if motion.decided:
            raise Refused("E332")
        if motion.by and self.today > motion.by:
            raise Refused("E333")
        for who in [party] + [other] * (other is not None):
            self.member(who)
            if self.recused(motion, who):
                raise Refused("E331")
            if not self.has_seat(motion.body, who):
                raise Refused("E330")
        motion.ballots.append([self.today, other or party, ballot, party])

    def on_decide(self, _entry, name, state=None):
        motion = self.motion(name)
        if motion.decided:
            raise Refused("E332")
        count = self.count_motion(motion)
        if motion.by and self.today < motion.by and not all(
                seat["ballot"] or seat["recused"] for seat in count["electorate"]):
            raise Refused("E334")
        if state and state != count["result"]:
            raise Refused("E335")
        motion.decided, motion.count = self.today, count
        self.seen["motion", f"{count['result']} {count['pass']['of']}"] += 1
        self.seen["motion", f"{motion.body.votes[0]} {'written' if motion.by else 'in meeting'}"] += 1

    def on_veto(self, _entry, name, party, why):
        motion = self.motion(name)
        if not motion.decided or motion.count["result"] != "carried":
            raise Refused("E339")
        rights = [right for right in motion.terms.vetoes if right[0] == motion.body.name
                  and self.may_veto(motion, right[1], party)]
        if not rights:
            raise Refused("E336")
        if not why:
            raise Refused("E337")
        if all(self.today > after(motion.decided, right[2]) for right in rights):
            raise Refused("E338")
        motion.vetoed.append([self.today, party])
        self.seen["motion", "vetoed"] += 1

    def may_veto(self, motion, who, party):
        if party not in self.declared or not self.terms.parties[party].member_on(self.today):
            return False
        if motion.matter == "expulsion" and motion.about == party:
            return False
        for name in who:
            if name in ("affected", "members", party):
                return True
            if SETS.get(name) == self.terms.parties[party].kind \
                    or party in self.terms.groups.get(name, ()):
                return True
        return False

    # ---- the count --------------------------------------------------------------------------

    def weight(self, motion, members):
        kind = motion.body.votes[0]
        if kind == "one":
            return Fraction(1)
        if kind == "per":
            _, count, amount = motion.body.votes
            paid = sum(self.dues_paid.get((name, self.today.year), 0) for name in members)
            return Fraction(count * (paid // amount))
        return sum((self.voting_measure(motion.body.votes[1], name) for name in members),
                   Fraction(0))

    def voting_measure(self, measure, party):
        if measure[0] == "stake":
            return (self.table_at(measure[1], self.today) or {}).get(party, Fraction(0))
        if measure[0] == "score":
            return self.scores.get((measure[1], party), Fraction(0))
        event = Event(0, "vote", None, self.today)
        found = Fraction(self.measure(measure[0], party, ("project", None), event))
        return found if measure[0] == "work" else found / 10**self.terms.digits

    def weights_of_votes(self, motion, seats):
        weights = {seat: self.weight(motion, members) for seat, members in seats.items()}
        if motion.body.votes[0] == "by" and motion.body.votes[2] is not None:
            most = motion.body.votes[2] * sum(weights.values())
            weights = {seat: min(weight, most) for seat, weight in weights.items()}
        return weights

    def ballots(self, motion):
        """The latest ballot of each member: {party: (ballot, through)}."""
        return {party: (ballot, through) for day, party, ballot, through in motion.ballots
                if not motion.by or day <= motion.by}

    def present(self, motion, day):
        voted = set(self.ballots(motion))
        if motion.by:
            return voted
        held = [parties for body, when, parties in self.meetings
                if body == motion.body.name and motion.put <= when <= day]
        return voted | set(held[-1] if held else ())

    def count_motion(self, motion):
        """What `heqi tally` shows."""
        everybody = self.seats(motion, self.today)
        seats = {seat: members for seat, members in everybody.items()
                 if not self.recused(motion, members[0])}
        ballots, there = self.ballots(motion), self.present(motion, self.today)
        weights = self.weights_of_votes(motion, seats)
        cast, electorate, present = {}, [], set()
        for seat, members in everybody.items():
            recused = seat not in seats
            said = {ballots[name] for name in members if name in ballots}
            words = {ballot for ballot, _ in said}
            ballot = words.pop() if len(words) == 1 else "abstain" if words else ""
            if recused:
                ballot = ""
            if any(name in there for name in members):
                present.add(seat)
            if ballot:
                cast[seat] = ballot
            electorate.append({"seat": seat, "votes": weights.get(seat), "recused": recused,
                               "present": seat in present, "ballot": ballot})
        present &= set(seats)
        sums = {word: sum((weights[seat] for seat, ballot in cast.items() if ballot == word),
                          Fraction(0)) for word in ("yes", "no", "abstain")}
        return self.outcome(motion, seats, present, weights, cast, sums) | {
            "electorate": electorate}

    def outcome(self, motion, seats, present, weights, cast, sums):
        body, decision = motion.body, motion.terms.decisions.get(motion.matter)
        if decision and decision.body != body.name:
            decision = None
        rule = decision.majority if decision and decision.majority else body.majority
        base = rule.base or body.majority.base or "present"
        whole = self.whole(base, seats, present, cast, weights)
        quorum = needed(body.quorum, len(seats)) if body.quorum else 0
        found = {"motion": motion.name, "matter": motion.matter, "body": body.name,
                 "seats": len(seats), "present": len(present), **sums,
                 "quorum": {"needed": quorum, "reached": len(present) >= quorum},
                 "pass": {"needed": needed(rule, whole), "of": base,
                          "whole": whole}, "groups": []}
        found["pass"]["reached"] = sums["yes"] > 0 and self.reached(rule, sums["yes"], whole)
        if not body.quorum:
            del found["quorum"]
        for name, majority in decision.groups if decision else ():
            group = self.group_outcome(base, name, majority, seats, present, cast)
            if group:
                found["groups"].append(group)
        carried = len(present) >= quorum and found["pass"]["reached"] and sums["yes"] > 0 \
            and all(group["reached"] for group in found["groups"])
        return found | {"whole_votes": body.votes[0] != "by", "result": "carried" if carried else "lost"}

    @staticmethod
    def reached(rule, yes, whole):
        return yes > rule.share * whole if rule.strict else yes >= rule.share * whole

    @staticmethod
    def whole(base, seats, present, cast, weights):
        chosen = {"all": seats, "present": present,
                  "cast": [seat for seat, ballot in cast.items() if ballot != "abstain"]}[base]
        return sum((weights[seat] for seat in chosen), Fraction(0))

    def group_outcome(self, base, name, majority, seats, present, cast):
        """A class counts heads."""
        theirs = {seat for seat, members in seats.items()
                  if any(self.is_of(name, member) for member in members)}
        if not theirs:
            return None
        base = majority.base or base
        heads = {seat: Fraction(1) for seat in theirs}
        whole = self.whole(base, theirs, present & theirs,
                           {seat: cast[seat] for seat in theirs & cast.keys()}, heads)
        yes = sum(cast.get(seat) == "yes" for seat in theirs)
        return {"group": name, "seats": len(theirs), "present": len(present & theirs), "yes": yes,
                "needed": needed(majority, whole), "of": base, "whole": whole,
                "reached": self.reached(majority, yes, whole)}

    def is_of(self, name, party):
        return name == party or party in self.terms.groups.get(name, ()) or name == "members" \
            or (name in SETS and SETS[name] == self.terms.parties[party].kind)

    # ---- what rests on a motion -------------------------------------------------------------

    def check_decision(self, entry, terms):
        """An entry that needs a decision cites a motion that was carried."""
        matter = MATTERS.get(entry.kind)
        if entry.kind == "milestone" and entry.given["state"] == "met":
            matter = "acceptance"
        if entry.kind == "plain":
            matter = MATTERS.get(entry.line.words[1])
        decision = terms.decisions.get(matter)
        if entry.motion is None:
            if decision:
                raise Refused("E307")
            return
        motion = self.motion(entry.motion)
        if not motion.decided:
            raise Refused("E340")
        if motion.count["result"] != "carried":
            raise Refused("E342")
        if motion.vetoed and motion.vetoed[0][0] <= self.today:
            raise Refused("E343")
        if decision and motion.matter != matter:
            raise Refused("E344")
        if decision and motion.body.name != decision.body:
            raise Refused("E345")
        about = entry.given.get("name") if entry.kind == "join" else \
            entry.given.get("party") if entry.kind == "expel" else None
        if about and motion.about and motion.about != about:
            raise Refused("E346")
        if entry.kind == "expel" and not motion.about and any(
                about in ballot[1:4:2] for ballot in motion.ballots):
            raise Refused("E414")
