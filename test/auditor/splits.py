"""Splitting whole units exactly: streams with remainders, and filling up under limits.

All numbers are fractions. Nothing here knows what is split or why; an order (a tuple or a number)
says who comes first where two are equally far behind.
"""
import heapq
from fractions import Fraction

GRAIN = 10**12
ZERO = Fraction(0)


def to_grain(exact, order):
    """Rounds to whole 10^-12, the sum kept: down, and what is missing by largest remainder."""
    down = {who: Fraction(value * GRAIN // 1) for who, value in exact.items()}
    missing = round(sum(exact.values()) * GRAIN) - sum(down.values())
    most = sorted(exact, key=lambda who: (down[who] - exact[who] * GRAIN, order[who]))
    for who in most[:int(missing)]:
        down[who] += 1
    return {who: value / GRAIN for who, value in down.items()}


def hand_out(behind, units, order):
    """Units one at a time to whoever is furthest behind; behind is changed, the counts returned.

    Whoever is further behind than everyone together can be owed gets that part at once."""
    given, left, slack = {}, units, len(behind) + 1
    for who in behind:
        given[who] = max(0, int(behind[who] // 1) - slack)
        behind[who] -= given[who]
        left -= given[who]
    queue = [(-value, order[who], who) for who, value in behind.items()]
    heapq.heapify(queue)
    for _ in range(left):
        value, rank, who = queue[0]
        heapq.heapreplace(queue, (value + 1, rank, who))
        given[who] += 1
        behind[who] -= 1
    return given


class Stream:
    """Everyone who ever had a share, how far behind each is, and the weights of the last split."""

    def __init__(self, per_split):
        self.per_split = per_split
        self.behind, self.order, self.weights = {}, {}, None

    def split(self, units, exact, order):
        """exact: what each is entitled to, together `units`. Returns the units of each."""
        if not units:
            return {}
        if self.per_split:
            self.behind = {}
        weights = {who: value / units for who, value in exact.items() if value}
        if self.weights not in (None, weights):
            self.behind = to_grain(self.behind, self.order)
        self.weights = weights
        for who in weights:
            self.order[who] = order[who]
            self.behind[who] = self.behind.get(who, ZERO) + exact[who]
        given = hand_out(self.behind, units, self.order)
        return {who: count for who, count in given.items() if count}

    def tier(self, units, entitled, most):
        """The split in two of a percentage tier: what the tier takes, and whether that is `most`
        because its rounding would give it more."""
        given = self.split(units, {"tier": Fraction(entitled), "rest": Fraction(units - entitled)},
                           {"tier": 0, "rest": 1}).get("tier", 0)
        if given > most:
            self.behind["tier"] += given - most
            self.behind["rest"] -= given - most
        return min(given, most), given > most

    def prefer(self, given, other):
        """Takes another way of handing out the same units, if it hands out as rightly but for
        10^-9 of a unit: who comes first where two are equally far behind by then."""
        if sum(given.values()) != sum(other.values()) or not other.keys() <= self.behind.keys():
            return given
        behind = {who: value + given.get(who, 0) - other.get(who, 0)
                  for who, value in self.behind.items()}
        last = min((behind[who] + 1 for who, units in other.items() if units), default=ZERO)
        if max(behind.values()) > last + Fraction(1, 10**9):
            return given
        self.behind = behind
        return other


def shares_of(units, weights):
    whole = sum(weights.values())
    return {who: weight * units / whole for who, weight in weights.items() if weight}


def fill(units, weights, room):
    """Shares by weight, nobody above its room; the excess goes round. (entitlements, bound?)"""
    full, open_ = {}, {who: weight for who, weight in weights.items() if weight}
    while open_:
        shares = shares_of(units - sum(full.values()), open_)
        over = [who for who in open_ if shares[who] > room[who]]
        if not over:
            break
        for who in over:
            full[who] = room[who]
            del open_[who]
    return full | shares, bool(full)
