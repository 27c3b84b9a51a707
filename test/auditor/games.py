"""What a game is worth to its players, by every method of docs/games.md, in fractions.

A coalition is a frozenset of players; worths is a dict of all of them but the empty one.
"""
from fractions import Fraction
from itertools import combinations, permutations

from .linear import maximise

ZERO = Fraction(0)


class Undefined(Exception):
    """The method is not defined for the game."""


def subsets(players):
    players = list(players)
    return [frozenset(chosen) for size in range(1, len(players) + 1)
            for chosen in combinations(players, size)]


def completed(players, named):
    """The worth of every coalition: what is not named makes what its parts make at best."""
    worths = {}
    for coalition in sorted(subsets(players), key=len):
        parts = [worths[part] + worths[coalition - part] for part in subsets(coalition)
                 if part != coalition]
        worths[coalition] = Fraction(named[coalition]) if coalition in named \
            else max(parts, default=ZERO)
    return worths


def worth(worths, coalition):
    return worths.get(frozenset(coalition), ZERO)


def alone(players, worths):
    return {player: worth(worths, {player}) for player in players}


def utopia(players, worths):
    whole = frozenset(players)
    return {player: worth(worths, whole) - worth(worths, whole - {player}) for player in players}


def mean_over(orders, worths, players):
    found, count = dict.fromkeys(players, ZERO), 0
    for order in orders:
        count += 1
        before = frozenset()
        for player in order:
            found[player] += worth(worths, before | {player}) - worth(worths, before)
            before |= {player}
    return {player: value / count for player, value in found.items()}


def shapley(players, worths, **_):
    return mean_over(permutations(players), worths, players)


def owen(players, worths, unions=(), **_):
    """Orders that keep unions together; who is in none is one of its own."""
    inside = {player for union in unions for player in union}
    blocks = [list(union) for union in unions] + [[player] for player in players
                                                  if player not in inside]

    def orders(left):
        if not left:
            yield ()
            return
        for first in permutations(left[0]):
            for rest in orders(left[1:]):
                yield (*first, *rest)

    return mean_over((order for left in permutations(blocks) for order in orders(list(left))),
                     worths, players)


def dividends(worths):
    found = {}
    for coalition in sorted(worths, key=len):
        found[coalition] = worths[coalition] - sum(value for part, value in found.items()
                                                   if part < coalition)
    return found


def weighted_shapley(players, worths, weights=None, **_):
    weights, found = weights or dict.fromkeys(players, Fraction(1)), dict.fromkeys(players, ZERO)
    for coalition, value in dividends(worths).items():
        for player in coalition:
            found[player] += value * weights[player] / sum(weights[other] for other in coalition)
    return found


def banzhaf(players, worths, **_):
    found = {}
    for player in players:
        others = [frozenset(), *subsets(set(players) - {player})]
        found[player] = sum((worth(worths, part | {player}) - worth(worths, part)
                             for part in others), ZERO) / len(others)
    return found


def tau(players, worths, **_):
    most, whole = utopia(players, worths), worth(worths, players)
    least = {player: max(worths[part] - sum(most[other] for other in part if other != player)
                         for part in worths if player in part) for player in players}
    low, high = sum(least.values()), sum(most.values())
    if any(least[player] > most[player] for player in players) or not low <= whole <= high:
        raise Undefined("undefined")
    part = (whole - low) / (high - low) if high > low else ZERO
    return {player: least[player] + part * (most[player] - least[player]) for player in players}


def gately(players, worths, **_):
    most, own, whole = utopia(players, worths), alone(players, worths), worth(worths, players)
    if any(own[player] > most[player] for player in players):
        raise Undefined("undefined")
    high, low = sum(most.values()), sum(own.values())
    if high == low:
        if whole != low:
            raise Undefined("undefined")
        return own
    return {player: own[player] + (most[player] - own[player]) * (whole - low) / (high - low)
            for player in players}


def with_equal_rest(players, base, whole):
    rest = (whole - sum(base.values())) / len(players)
    return {player: base[player] + rest for player in players}


def cis(players, worths, **_):
    return with_equal_rest(players, alone(players, worths), worth(worths, players))


def ensc(players, worths, **_):
    return with_equal_rest(players, utopia(players, worths), worth(worths, players))


def raiffa(players, worths, **_):
    """Whoever comes last halves its M with the others, who have an equal part of the other half
    each, beside what the minimal division of v(N - i) gives them."""
    count, most = len(players), utopia(players, worths)
    if count == 1:
        return {player: worth(worths, players) for player in players}
    without = {player: worth(worths, set(players) - {player}) for player in players}
    return {player: Fraction(count - 1, count) * (sum(without.values()) / (count - 1)
                                                  - without[player])
            + (most[player] / 2 + sum(most[other] for other in players if other != player)
               / (2 * (count - 1))) / count for player in players}


def nash(players, worths, weights=None, **_):
    own = alone(players, worths)
    rest = worth(worths, players) - sum(own.values())
    if rest < 0:
        raise Undefined("undefined")
    weights = weights or dict.fromkeys(players, Fraction(1))
    return {player: own[player] + rest * weights[player] / sum(weights.values())
            for player in players}


def by_levels(players, worths, rational, per_head=False):
    """The largest excess as small as can be, then the next, among those that are settled so far.

    Unknown are x of each player and the excess e of the level: x(S) + e·heads >= v(S)."""
    players = list(players)
    if rational and worth(worths, players) < sum(alone(players, worths).values()):
        raise Undefined("no_imputation")
    settled = {frozenset(players): worth(worths, players)}
    floor = [(row(players, {player}, 0, -1), -worth(worths, {player})) for player in players] \
        if rational else []
    while len(settled) < len(worths):
        open_ = [part for part in worths if part not in settled]
        equal = [(row(players, part, 0), value) for part, value in settled.items()]
        under = floor + [(row(players, part, -(len(part) if per_head else 1), -1), -worths[part])
                         for part in open_]
        value, point = maximise([0] * len(players) + [-1], under, equal)
        excess = -value
        equal.append(([0] * len(players) + [1], excess))
        for part in open_:
            total = sum(point[players.index(player)] for player in part)
            if total + excess * (len(part) if per_head else 1) > worths[part]:
                continue
            most, _ = maximise(row(players, part, 0), under, equal)
            if most == total:
                settled[part] = total
    return {player: settled[frozenset({player})] for player in players}


def row(players, part, of_excess, sign=1):
    return [sign * (player in part) for player in players] + [of_excess]


def nucleolus(players, worths, **_):
    return by_levels(players, worths, True)


def prenucleolus(players, worths, **_):
    return by_levels(players, worths, False)


def per_capita_nucleolus(players, worths, **_):
    return by_levels(players, worths, True, True)


METHODS = {"shapley": shapley, "weighted shapley": weighted_shapley, "owen": owen,
           "nucleolus": nucleolus, "prenucleolus": prenucleolus,
           "per-capita nucleolus": per_capita_nucleolus, "tau": tau, "gately": gately,
           "nash": nash, "raiffa": raiffa, "banzhaf": banzhaf, "cis": cis, "ensc": ensc}


def values(method, players, worths, cost=False, **more):
    """By a method; a game of costs is turned round, and its values turned back."""
    if cost:
        worths = {part: -value for part, value in worths.items()}
    found = METHODS[method](list(players), worths, **more)
    return {player: -value if cost else value for player, value in found.items()}


def of_terms(game, method, groups):
    """The values of the players of a game of the agreement."""
    players = list(game.players)
    worths = completed(players, {part: -value if game.cost else value
                                 for part, value in game.named.items()})
    if game.cost:
        worths = {part: -value for part, value in worths.items()}
    weights = game.weights if method in ("weighted shapley", "nash") else None
    return values(method, players, worths, game.cost, weights=weights,
                  unions=[groups[name] for name in game.unions])
