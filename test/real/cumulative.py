"""The rule `rounding cumulative 1` in plain fractions, written from docs/language.md alone.

A stream keeps for everyone how far behind it is: entitled so far less allotted so far. To split
some units by weights, everyone falls behind by its exact part, then the units are handed out one
at a time to whoever is furthest behind, ties by member order. Before a split whose weights are
not those of the split before, what everyone is behind by is rounded down to 10^-12 of a unit and
the missing parts are given by largest remainder.
"""
from fractions import Fraction

GRAIN = 10**12


def one_at_a_time(behind, units):
    """The rule to the letter: each unit to whoever is furthest behind."""
    behind, given = list(behind), [0] * len(behind)
    for _ in range(units):
        first = max(range(len(behind)), key=lambda i: (behind[i], -i))
        behind[first] -= 1
        given[first] += 1
    return given


def hand_out(behind, units):
    """The same for many units: first all whole units, then the few that are wrong one at a time.

    Before each of its units i is behind by one less: behind[i], behind[i] - 1, … . The units that
    are handed out are those with the highest of these levels, in whatever order they are found.
    """
    given = [max(0, int(part // 1)) for part in behind]
    level = lambda i: behind[i] - given[i]
    while sum(given) > units:
        last = min((i for i in range(len(behind)) if given[i]), key=lambda i: (level(i) + 1, -i))
        given[last] -= 1
    while sum(given) < units:
        first = max(range(len(behind)), key=lambda i: (level(i), -i))
        given[first] += 1
    return given


def coarsened(behind):
    """Rounded down to the grain, the missing grains by largest remainder, ties by member order."""
    grains = [part * GRAIN // 1 for part in behind]
    left = [part * GRAIN - grain for part, grain in zip(behind, grains)]
    order = sorted(range(len(behind)), key=lambda i: (-left[i], i))
    missing = -int(sum(grains))
    for i in order[:missing]:
        grains[i] += 1
    return [Fraction(int(grain), GRAIN) for grain in grains]


class Stream:
    """One stream among a fixed list of members; who is not in a split has weight zero in it."""

    def __init__(self, members, hand_out=hand_out):
        self.behind = [Fraction(0)] * members
        self.weights = None
        self.hand_out = hand_out

    def split(self, units, weights):
        """The whole units that each member gets of these."""
        total = sum(weights)
        parts = [Fraction(weight) / total for weight in weights]
        if self.weights is not None and parts != self.weights:
            self.behind = coarsened(self.behind)
        self.weights = parts
        entitled = [behind + units * part for behind, part in zip(self.behind, parts)]
        given = self.hand_out(entitled, units)
        self.behind = [part - got for part, got in zip(entitled, given)]
        return given
