#!/usr/bin/env python3
"""The rules for a pot that is less than what is claimed, `heqi game` on {"claims", "estate"}: cases
of the literature, each rule against its definition on problems made by chance, and what must hold
whatever the numbers.

The last line is "N passed, N failed"."""
import itertools
import json
import math
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
FOLDER = tempfile.TemporaryDirectory()
RULES = ("proportional", "constrained_equal_awards", "constrained_equal_losses", "talmud",
         "adjusted_proportional", "random_arrival", "alpha_min")
OF_ORACLES = {"cea": "cea", "cel": "cel", "talmud": "talmud", "proportional": "proportional",
              "random_arrival": "random_arrival", "nucleolus": "nucleolus", "shapley": "shapley",
              "tau": "tau", "adjusted_proportional": "adjusted_proportional"}

tally = support.Tally()


def asked(method, document):
    path = Path(FOLDER.name) / "claims.json"
    path.write_text(json.dumps(document))
    done = subprocess.run([HEQI, "game", method, str(path)], capture_output=True)
    return done.returncode, json.loads(done.stdout or b"{}"), done.stderr.decode()


def divided(method, claims, estate):
    code, answer, said = asked(method, {"claims": list(map(str, claims)), "estate": str(estate)})
    return [Fraction(x) for x in answer["values"]] if code == 0 else f"exit {code}: {answer} {said}"


# ---- published ----

FISHERY = (158, 299, 927, 2196, 4348, 6256, 13952)
PUBLISHED = (
    ("Aumann and Maschler", (100, 200, 300), 100, "talmud", ("100/3",) * 3),
    ("Aumann and Maschler", (100, 200, 300), 200, "talmud", ("50", "75", "75")),
    ("Aumann and Maschler", (100, 200, 300), 300, "talmud", ("50", "100", "150")),
    ("the pot of 200", (100, 200, 300), 200, "proportional", ("100/3", "200/3", "100")),
    ("the pot of 200", (100, 200, 300), 200, "constrained-equal-awards", ("200/3",) * 3),
    ("the pot of 200", (100, 200, 300), 200, "constrained equal losses", ("0", "50", "150")),
    ("the pot of 200", (100, 200, 300), 200, "random_arrival", ("100/3", "250/3", "250/3")),
    ("the pot of 200", (100, 200, 300), 200, "adjusted_proportional", ("40", "80", "80")),
    ("R GameTheory", (10, 20, 30, 40), 67, "alpha_min", ("10", "14.5", "19", "23.5")),
)
# Gallastegui, Inarra and Prellezo 2003, as the R package GameTheory prints them.
FISHING = {
    "proportional": (75.81, 143.46, 444.79, 1053.67, 2086.22, 3001.71, 6694.34),
    "cea": (158, 299, 927, 2196, 3306.67, 3306.67, 3306.67),
    "cel": (0, 0, 0, 0, 662.67, 2570.67, 10266.67),
    "talmud": (79, 149.5, 463.5, 1098, 2174, 3128, 6408),
    "random_arrival": (73.73, 139.53, 436.92, 1071.42, 2147.42, 3101.42, 6529.57),
    "adjusted_proportional": (77.05, 145.81, 452.05, 1070.87, 2120.29, 3050.72, 6583.22),
}


def check_published():
    for name, claims, estate, rule, expected in PUBLISHED:
        got = divided(rule, claims, estate)
        good = got == [Fraction(x) for x in expected]
        tally.case(f"{name}, {estate}: {rule}", [] if good else [f"{got}"])
    for rule, expected in FISHING.items():
        got = divided(rule, FISHERY, 13500)
        good = all(abs(x - Fraction(str(y))) <= Fraction(1, 200) for x, y in zip(got, expected))
        tally.case(f"the fishery of seven: {rule}", [] if good and sum(got) == 13500 else [f"{got}"])


def check_literature():
    path = support.SHARED / "coop_oracles.json"
    if not path.exists():
        tally.skip("the answers of the literature are not here")
        return
    for oracle in json.loads(path.read_text())["oracles"]:
        if oracle["kind"] != "bankruptcy":
            continue
        for key, rule in OF_ORACLES.items():
            if key in oracle["expected"]:
                got = divided(rule, oracle["claims"], oracle["estate"])
                good = got == [Fraction(x) for x in oracle["expected"][key]]
                tally.case(f"{oracle['name']}: {key}", [] if good else [f"{got}"])


# ---- the definitions ----

def level(total, most):
    """The amount with Σ min(most, amount) = total, found between the two claims it lies between."""
    steps = sorted({Fraction(0), *most})
    for low, high in zip(steps, steps[1:]):
        below = sum(min(m, low) for m in most)
        heads = sum(m > low for m in most)
        if below + heads * (high - low) >= total:
            return low + (total - below) / heads
    return steps[-1]


def awards(claims, estate):
    x = level(estate, claims)
    return [min(c, x) for c in claims]


def losses(claims, estate):
    x = level(sum(claims) - estate, claims)
    return [max(Fraction(0), c - x) for c in claims]


def talmud(claims, estate):
    half = [c / 2 for c in claims]
    if estate <= sum(half):
        return awards(half, estate)
    return [h + x for h, x in zip(half, losses(half, estate - sum(half)))]


def proportional(claims, estate):
    total = sum(claims)
    return [c * estate / total if total else Fraction(0) for c in claims]


def adjusted(claims, estate):
    conceded = [max(Fraction(0), estate - (sum(claims) - c)) for c in claims]
    left = estate - sum(conceded)
    rest = proportional([min(c - m, left) for c, m in zip(claims, conceded)], left)
    return [m + x for m, x in zip(conceded, rest)]


def arrival(claims, estate):
    sums = [Fraction(0)] * len(claims)
    for order in itertools.permutations(range(len(claims))):
        left = estate
        for i in order:
            sums[i] += min(claims[i], left)
            left -= min(claims[i], left)
    return [s / math.factorial(len(claims)) for s in sums]


def alpha_min(claims, estate):
    least = min(min(claims), estate / len(claims))
    beyond = [c - least for c in claims]
    rest = estate - least * len(claims)
    return [least + x for x in proportional(beyond, rest)]


DEFINITIONS = dict(zip(RULES, (proportional, awards, losses, talmud, adjusted, arrival, alpha_min)))


def made_by_chance(draw, count):
    den = draw.choice((1, 1, 2, 100))
    claims = [Fraction(draw.choice((0, 1, 5, draw.randint(0, 900), 900)), den)
              for _ in range(count)]
    return claims, sum(claims) * Fraction(draw.randint(0, 24), 24)


def check_definitions(seed):
    draw = random.Random(seed)
    claims, estate = made_by_chance(draw, draw.randint(1, 6))
    wrong, got = [], {}
    for rule, definition in DEFINITIONS.items():
        got[rule] = divided(rule, claims, estate)
        if got[rule] != definition(claims, estate):
            wrong.append(f"{rule} of {estate} by {claims}: {got[rule]}")
    for method, rule in (("nucleolus", "talmud"), ("shapley", "random_arrival"),
                         ("tau", "adjusted_proportional")):
        if divided(method, claims, estate) != got[rule]:
            wrong.append(f"the {method} of {estate} by {claims} is not {rule}")
    tally.case(f"the rules of problem {seed}", wrong)


def check_properties(seed):
    """Nobody less than nothing or more than its claim, all of the pot, who claims more gets no less;
    what a rule gives to some, it gives again among them; a larger pot gives nobody less."""
    draw = random.Random(seed)
    claims, estate = made_by_chance(draw, draw.randint(2, 12))
    wrong = []
    for rule in RULES:
        x = divided(rule, claims, estate)
        if sum(x) != estate or not all(0 <= a <= c for a, c in zip(x, claims)):
            wrong.append(f"{rule}: {x} of {estate} by {claims}")
        pairs = sorted(zip(claims, x))
        if any(a[1] > b[1] for a, b in zip(pairs, pairs[1:])):
            wrong.append(f"{rule}: more for who claims less: {pairs}")
        if rule in ("talmud", "proportional", "constrained_equal_awards",
                    "constrained_equal_losses"):
            some = sorted(draw.sample(range(len(claims)), len(claims) - 1))
            again = divided(rule, [claims[i] for i in some], sum(x[i] for i in some))
            if again != [x[i] for i in some]:
                wrong.append(f"{rule} is not consistent: {again}")
        if rule not in ("alpha_min", "adjusted_proportional"):
            more = divided(rule, claims, estate + (sum(claims) - estate) / 3)
            if any(a > b for a, b in zip(x, more)):
                wrong.append(f"{rule}: less of a larger pot: {x}, {more}")
    tally.case(f"the properties of problem {seed}", wrong)


# ---- many claimants ----

def arrival_by_counting(claims, estate):
    """Over sizes and sums of coalitions, counted: whole claims only."""
    n, values = len(claims), []
    for i in range(n):
        ways = {(0, 0): 1}
        for j in (j for j in range(n) if j != i):
            for (size, total), count in list(ways.items()):
                if total + claims[j] <= estate:
                    key = size + 1, total + claims[j]
                    ways[key] = ways.get(key, 0) + count
        values.append(sum(Fraction(count, n * math.comb(n - 1, size)) *
                          min(claims[i], estate - total) for (size, total), count in ways.items()))
    return values


def check_many():
    draw = random.Random(3)
    claims = [draw.randint(1, 30) for _ in range(32)]
    got = divided("random_arrival", claims, 200)
    tally.case("32 come in any order", [] if got == arrival_by_counting(claims, 200) else [f"{got}"])
    large = [Fraction(draw.randint(1, 10**14), 100) for _ in range(31)]
    got = divided("random_arrival", large, sum(large) / 2)
    tally.case("what they miss is what they get of as much", [] if got == [
        c / 2 for c in large] else [f"{got}"])
    claims = [draw.randint(0, 10**9) for _ in range(5000)]
    for rule in RULES:
        if rule != "random_arrival":
            x = divided(rule, claims, sum(claims) // 3)
            good = sum(x) == sum(claims) // 3 and all(0 <= a <= c for a, c in zip(x, claims))
            tally.case(f"5,000 claim: {rule}", [] if good else [f"{x[:5]} …"])


REFUSED = (
    ("talmud", {"claims": ["1", "2"], "estate": "4"}, "estate_out_of_reach"),
    ("talmud", {"claims": ["1", "2"], "estate": "-1"}, "estate_out_of_reach"),
    ("talmud", {"claims": ["1", "-2"], "estate": "0"}, "wrong_claims"),
    ("talmud", {"claims": [], "estate": "0"}, "wrong_claims"),
    ("talmud", {"claims": ["1"]}, "wrong_claims"),
    ("talmud", {"claims": ["1"], "estate": "1", "cost": True}, "wrong_claims"),
    ("talmud", {"claims": ["1"], "estate": "1", "n": 2}, "wrong_claims"),
    ("talmud", {"claims": ["1"] * 5001, "estate": "1"}, "wrong_claims"),
    ("talmud", {"claims": ["one"], "estate": "1"}, "no_number"),
    ("talmud", {"claims": ["1"], "estate": 0.5}, "no_number"),
    ("talmud", {"v": ["0", "1"]}, "wrong_claims"),
    ("random_arrival", {"claims": ["1"] * 33, "estate": "5"}, "too_many_claims"),
    ("random_arrival", {"claims": ["1", "9" * 28], "estate": "9" * 28}, "too_large"),
    ("shapley", {"claims": ["1"] * 29, "estate": "5"}, "too_many_players"),
    ("owen", {"claims": ["1"] * 3, "estate": "2"}, "wrong_unions"),
)


def check_refused():
    for method, document, error in REFUSED:
        code, answer, said = asked(method, document)
        good = code == 1 and answer == {"method": method, "error": error} and said
        tally.case(f"{method} refuses: {error}", [] if good else [f"exit {code}: {answer} {said}"])


def main():
    check_published()
    check_literature()
    for seed in range(40):
        check_definitions(seed)
        check_properties(seed)
    check_many()
    check_refused()
    FOLDER.cleanup()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
