#!/usr/bin/env python3
"""heqi game and heqi power against known answers of the literature, random games with stored
nucleoli, and judges of its own: the certificate of a nucleolus is checked level by level, values
against their definitions on small random games, and what must be refused is refused.

The last line is "N passed, N failed"."""
import itertools
import json
import math
import random
import struct
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
RELEASE = support.find_heqi("", "HEQI_RELEASE") or HEQI
FOLDER = tempfile.TemporaryDirectory()

tally = support.Tally()


def told(command, document, *words, heqi=HEQI):
    path = Path(FOLDER.name) / "game.json"
    path.write_text(json.dumps(document))
    done = subprocess.run([heqi, *command, str(path), *words], capture_output=True)
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError:
        return done.returncode, {"said": done.stderr.decode()}


def game(method, document, *words, heqi=HEQI):
    return told(["game", method], document, *words, heqi=heqi)


def of_table(method, v, *words, heqi=HEQI):
    """The same of a binary table, which may be large."""
    path = Path(FOLDER.name) / "table.i64"
    path.write_bytes(struct.pack(f"<{len(v)}q", *v))
    done = subprocess.run([heqi, "game", method, str(path), *words], capture_output=True)
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError:
        return done.returncode, {"said": done.stderr.decode()}


def fractions(texts):
    return [Fraction(text) for text in texts]


# ---- the judge of a nucleolus ----

def reduced(rows, n):
    """Coalitions as vectors of 0 and 1, in echelon form: column of the pivot -> row."""
    echelon = {}
    for mask in rows:
        row = [Fraction(mask >> i & 1) for i in range(n)]
        for column, other in echelon.items():
            if row[column]:
                row = [a - row[column] * b for a, b in zip(row, other)]
        pivot = next((i for i in range(n) if row[i]), None)
        if pivot is None:
            continue
        row = [a / row[pivot] for a in row]
        for column, other in echelon.items():
            echelon[column] = [a - other[pivot] * b for a, b in zip(other, row)]
        echelon[pivot] = row
    return echelon


def span_test(rows, n):
    """Whether a coalition depends on others: at right angles to all that is so to them."""
    echelon = reduced(rows, n)
    free = [i for i in range(n) if i not in echelon]
    normals = [[Fraction(i == f) - (echelon[i][f] if i in echelon else 0) for i in range(n)]
               for f in free]
    return lambda mask: not any(sum(x for i, x in enumerate(normal) if mask >> i & 1)
                                for normal in normals)


def certificate_wrong(v, n, answer, alone, heads):
    """Each level: no coalition outside the span of what is settled has more than its excess, and
    the weights prove that this excess cannot be less. The last leaves one x."""
    x, everyone = fractions(answer["values"]), (1 << n) - 1
    worth = [Fraction(0)] * (1 << n)
    for mask in range(1, 1 << n):
        worth[mask] = worth[mask & (mask - 1)] + x[(mask & -mask).bit_length() - 1]
    settled = [everyone]
    if worth[everyone] != v[everyone]:
        yield "not efficient"
    if alone and any(x[i] < v[1 << i] for i in range(n)):
        yield "no imputation"
    for number, level in enumerate(answer["levels"]):
        excess, is_settled = Fraction(level["excess"]), span_test(settled, n)
        largest = max(((v[s] - worth[s]) / (bin(s).count("1") if heads else 1)
                       for s in range(1, everyone) if not is_settled(s)))
        if largest != excess:
            yield f"level {number}: the largest excess is {largest}, not {excess}"
        total, vector, value = Fraction(0), [Fraction(0)] * n, Fraction(0)
        for proof in level["proof"]:
            weight, mask = Fraction(proof["weight"]), proof["coalition"]
            if proof["kind"] != "settled" and weight <= 0:
                yield f"level {number}: a weight that is not positive"
            if proof["kind"] == "settled" and not is_settled(mask):
                yield f"level {number}: {mask} is not settled"
            if proof["kind"] == "excess":
                total += weight * (bin(mask).count("1") if heads else 1)
            vector = [c + weight * (mask >> i & 1) for i, c in enumerate(vector)]
            value += weight * (worth[mask] if proof["kind"] == "settled" else v[mask])
        if total != 1 or any(vector) or value != excess:
            yield f"level {number}: the weights prove nothing"
        settled += [p["coalition"] for p in level["proof"] if p["kind"] != "settled"]
    if len(reduced(settled, n)) != n:
        yield "more than one x is left"


def check_certificate(name, v, n):
    document = {"n": n, "v": [str(worth) for worth in v]}
    for method, alone, heads in (("nucleolus", True, False), ("prenucleolus", False, False),
                                 ("per_capita_nucleolus", True, True)):
        code, answer = game(method, document, "--proof")
        if code == 1 and answer.get("error") == "no_imputation" and alone:
            wrong = [] if sum(v[1 << i] for i in range(n)) > v[-1] else ["there is one"]
        elif code:
            wrong = [f"exit {code}: {answer}"]
        else:
            wrong = list(certificate_wrong(v, n, answer, alone, heads))
        tally.case(f"{method} of {name}", wrong)


# ---- the literature ----

METHODS = {"shapley": "shapley", "nucleolus": "nucleolus", "prenucleolus": "prenucleolus",
           "per_capita_nucleolus": "per_capita_nucleolus", "tau": "tau", "owen": "owen",
           "banzhaf_raw": "banzhaf_raw", "banzhaf_value": "banzhaf", "aumann_dreze": "aumann_dreze",
           "banzhaf_owen": "banzhaf_owen", "weighted_shapley": "weighted_shapley",
           "harsanyi_dividends": "dividends", "shapley_shubik": "shapley",
           "cost_shapley": "shapley", "cost_nucleolus": "nucleolus", "cost_tau": "tau",
           "cost_per_capita_nucleolus": "per_capita_nucleolus"}


def oracle_document(oracle):
    """The game of an oracle, where it is one of a table."""
    document = {key: oracle[key] for key in ("n", "v", "unions") if key in oracle}
    if "cost" in oracle:
        document.update(v=oracle["cost"], cost=True)
    if "claims" in oracle and "v" not in oracle:
        n, estate = oracle["n"], Fraction(oracle["estate"])
        document["v"] = [str(max(Fraction(0), estate - sum(
            Fraction(claim) for i, claim in enumerate(oracle["claims"]) if not s >> i & 1)))
            for s in range(1 << n)]
    if "shapley_weights" in oracle:
        document["weights"] = list(map(str, oracle["shapley_weights"]))
    return document if "v" in document else None


def check_games(oracle, document):
    for key, expected in oracle["expected"].items():
        if key in METHODS:
            code, answer = game(METHODS[key], document)
            good = code == 0 and fractions(answer["values"]) == fractions(expected)
            tally.case(f"{oracle['name']} {key}", [] if good else [f"{answer}, not {expected}"])
        elif key == "core_empty":
            code, answer = game("core", document)
            tally.case(f"{oracle['name']} core",
                       [] if code == 0 and answer["empty"] == expected else [f"{answer}"])
        elif key == "least_core_eps":
            code, answer = game("least_core", document)
            tally.case(f"{oracle['name']} least core",
                       [] if code == 0 and answer["excess"] == expected else [f"{answer}"])


def check_votes(oracle):
    document = {"quota": str(oracle["quota"]), "weights": list(map(str, oracle["weights"]))}
    code, answer = told(["power"], document, heqi=RELEASE)
    if code:
        tally.case(oracle["name"], [f"exit {code}: {answer}"])
        return
    keys = {"shapley_shubik": "shapley", "banzhaf_raw": "banzhaf_raw",
            "banzhaf_normalized": "banzhaf"}
    for key, ours in keys.items():
        wrong = []
        if key in oracle.get("expected", {}):
            if fractions(answer[ours]) != fractions(oracle["expected"][key]):
                wrong = [f"{answer[ours]}"]
        elif "expected_by_weight" in oracle:
            for i, weight in enumerate(oracle["weights"]):
                expected = oracle["expected_by_weight"].get(str(weight), {}).get(key)
                if expected is not None and Fraction(answer[ours][i]) != Fraction(expected):
                    wrong.append(f"{weight}: {answer[ours][i]}, not {expected}")
        else:
            continue
        tally.case(f"{oracle['name']} {key}", wrong)


def check_literature():
    path = support.SHARED / "coop_oracles.json"
    if not path.exists():
        tally.skip("the answers of the literature are not here")
        return
    for oracle in json.loads(path.read_text())["oracles"]:
        if oracle["kind"] == "wvg":
            check_votes(oracle)
            continue
        document = oracle_document(oracle)
        if document:
            check_games(oracle, document)


def stored_game(kind, n, seed):
    """The recipe of the stored games: worths in the order of masks."""
    state, v = seed, [0] * (1 << n)

    def rand():
        nonlocal state
        state = (state * 214013 + 2531011) % (1 << 32)
        return state >> 16 & 0x7FFF

    everyone = (1 << n) - 1
    if kind == 1:
        v[everyone] = rand() % 201 + 100 * (n - 2)
        for mask in range(1, everyone):
            size = bin(mask).count("1")
            if size > 1:
                v[mask] = rand() % (100 * size) + 1
    elif kind in (2, 4):
        for mask in range(3, everyone + 1):
            if mask & (mask - 1):
                v[mask] = rand() % (50 * n if kind == 2 else n) + 1
    else:
        v[everyone] = 1
        r = rand() % 10
        for i in range(n):
            if r < 9:
                v[everyone ^ 1 << i] = 1
            r = rand() % 10
            for j in range(i + 1, n):
                if r < 9:
                    v[everyone ^ 1 << i ^ 1 << j] = 1
                r = rand() % 10
    return v


def check_stored():
    path = support.SHARED / "nucleolus_games.json"
    if not path.exists():
        tally.skip("the stored games are not here")
        return
    for stored in json.loads(path.read_text())["games"]:
        n, name = stored["n"], f"type {stored['type']} n {stored['n']} number {stored['j']}"
        v = stored_game(stored["type"], n, stored["seed"])
        code, answer = of_table("nucleolus", v, heqi=RELEASE)
        values = fractions(answer.get("values", []))
        wrong = [f"exit {code}: {answer}"] if code else [
            f"{value}, stored {known}" for value, known in zip(values, stored["nucleolus"])
            if abs(value - Fraction(known)) > Fraction(1, 10**9)]
        if not wrong and "nucleolus_exact" in stored:
            wrong = [] if values == fractions(stored["nucleolus_exact"]) else [f"{values}"]
        tally.case(f"nucleolus of {name}", wrong)
        if "shapley_exact" in stored:
            code, answer = of_table("shapley", v)
            good = code == 0 and fractions(answer["values"]) == fractions(stored["shapley_exact"])
            tally.case(f"shapley of {name}", [] if good else [f"{answer}"])


# ---- random games against the definitions ----

def marginals(v, orders, n):
    """The mean of what each adds over orders."""
    sums, count = [Fraction(0)] * n, 0
    for order in orders:
        mask, count = 0, count + 1
        for i in order:
            sums[i] += v[mask | 1 << i] - v[mask]
            mask |= 1 << i
    return [s / count for s in sums]


def keeps_together(order, unions):
    places = {player: place for place, player in enumerate(order)}
    return all(max(places[i] for i in u) - min(places[i] for i in u) == len(u) - 1 for u in unions)


def check_random(seed, n):
    draw = random.Random(seed)
    v = [Fraction(0)] + [Fraction(draw.randint(-20, 60), draw.choice((1, 1, 2, 3, 10)))
                         for _ in range((1 << n) - 1)]
    players = list(range(n))
    draw.shuffle(players)
    cut = draw.randint(1, n - 1) if n > 1 else 1
    unions = [sorted(part) for part in (players[:cut], players[cut:]) if part]
    document = {"n": n, "v": list(map(str, v)), "unions": unions}
    orders = list(itertools.permutations(range(n)))
    expected = {
        "shapley": marginals(v, orders, n),
        "owen": marginals(v, [o for o in orders if keeps_together(o, unions)], n),
        "banzhaf": [sum(v[s | 1 << i] - v[s] for s in range(1 << n) if not s >> i & 1)
                    / Fraction(1 << (n - 1)) for i in range(n)]}
    for method, values in expected.items():
        code, answer = game(method, document)
        good = code == 0 and fractions(answer["values"]) == values
        tally.case(f"{method} of random game {seed}", [] if good else [f"{answer}, not {values}"])
    check_certificate(f"random game {seed}", v, n)


def check_rights(seed):
    """Minimal rights of a table of several blocks, against their definition."""
    draw = random.Random(seed)
    n = draw.choice((3, 8, 9, 10))
    v = [0] + [draw.randrange(-1000, 1000) for _ in range((1 << n) - 1)]
    everyone = (1 << n) - 1
    utopia = [v[everyone] - v[everyone ^ 1 << i] for i in range(n)]
    wanted = [max(v[s] - sum(utopia[j] for j in range(n) if s >> j & 1 and j != i)
                  for s in range(1 << n) if s >> i & 1) for i in range(n)]
    got = fractions(of_table("minimal_rights", v)[1]["values"])
    tally.case(f"minimal rights {seed} of {n} players", [] if got == wanted else [str(got)])


def check_table(n, top):
    """Shapley of a binary table: worths small enough to be added up in 64 bits, and larger ones."""
    chance = random.Random(n * 1000003 + top)
    v = [0] + [chance.randrange(-top, top) for _ in range((1 << n) - 1)]
    got = fractions(of_table("shapley", v)[1]["values"])
    w = [Fraction(math.factorial(s) * math.factorial(n - 1 - s), math.factorial(n)) for s in range(n)]
    wanted = [sum(w[bin(s).count("1")] * (v[s | 1 << i] - v[s])
                  for s in range(1 << n) if not s >> i & 1) for i in range(n)]
    tally.case(f"shapley of {n} players worth up to {top}", [] if got == wanted else [str(got)])


def check_power(seed):
    draw = random.Random(seed)
    n = draw.randint(1, 7)
    weights = [draw.choice((0, 1, 1, 2, 3, 5, 8, 13)) for _ in range(n)]
    if not sum(weights):
        weights[0] = 1
    quota = draw.randint(1, sum(weights))
    wins = [int(sum(w for i, w in enumerate(weights) if s >> i & 1) >= quota)
            for s in range(1 << n)]
    code, answer = told(["power"], {"quota": str(quota), "weights": list(map(str, weights))})
    swings = [sum(wins[s | 1 << i] - wins[s] for s in range(1 << n) if not s >> i & 1)
              for i in range(n)]
    values = [sum(Fraction(math.factorial(k) * math.factorial(n - 1 - k), math.factorial(n))
                  * (wins[s | 1 << i] - wins[s])
                  for s in range(1 << n) if not s >> i & 1 for k in [bin(s).count("1")])
              for i in range(n)]
    good = (code == 0 and fractions(answer["banzhaf_raw"]) == swings
            and fractions(answer["shapley"]) == values)
    tally.case(f"power {seed}: {quota} of {weights}", [] if good else [f"{answer}"])


def check_rules(seed):
    """Several rules and vetoes at once, against counting every coalition."""
    draw = random.Random(seed)
    n, rules = draw.randint(1, 6), []
    for _ in range(draw.randint(1, 3)):
        weights = [draw.choice((0, 1, 1, 2, 3, 5)) for _ in range(n)]
        weights[0] += not sum(weights)
        rules.append((draw.randint(1, sum(weights)), weights))
    vetoes = [i for i in range(n) if draw.random() < 0.2]
    wins = [int(all(s >> i & 1 for i in vetoes) and
                all(sum(w for i, w in enumerate(weights) if s >> i & 1) >= quota
                    for quota, weights in rules)) for s in range(1 << n)]
    minimal = [s for s in range(1 << n)
               if wins[s] and not any(s >> i & 1 and wins[s ^ 1 << i] for i in range(n))]
    swings = [sum(wins[s | 1 << i] - wins[s] for s in range(1 << n) if not s >> i & 1)
              for i in range(n)]
    expected = {
        "banzhaf_raw": swings,
        "deegan_packel": [sum(Fraction(1, bin(s).count("1")) for s in minimal if s >> i & 1)
                          / len(minimal) for i in range(n)],
        "shapley": [sum(Fraction(math.factorial(k) * math.factorial(n - 1 - k), math.factorial(n))
                        * (wins[s | 1 << i] - wins[s])
                        for s in range(1 << n) if not s >> i & 1 for k in [bin(s).count("1")])
                    for i in range(n)]}
    roles = {"vetoers": [i for i in range(n) if not wins[(1 << n) - 1 ^ 1 << i]],
             "dictators": [i for i in range(n) if wins[1 << i]],
             "dummies": [i for i in range(n) if not swings[i]]}
    document = {"rules": [{"quota": str(q), "weights": list(map(str, w))} for q, w in rules],
                "vetoes": vetoes}
    code, answer = told(["power"], document)
    good = (code == 0 and all(fractions(answer[key]) == value for key, value in expected.items())
            and answer["minimal_winning"] == str(len(minimal))
            and all(answer[key] == value for key, value in roles.items()))
    tally.case(f"rules {seed}: {document}", [] if good else [f"{answer}"])


def check_sizes(seed):
    """The certificate where worths are tied, need prices rounded to 64 bits, or leave them."""
    draw = random.Random(seed)
    n = draw.choice((5, 7, 10, 11))
    top = draw.choice((2, 1000, 2**40, 2**52, 2**58))
    step = draw.choice((1, 1, top // draw.randint(1, 9) or 1))
    v = [0] + [draw.randrange(top) // step * step for _ in range((1 << n) - 1)]
    if draw.random() < 0.5:
        for i in range(n):
            v[1 << i] = 0
    check_certificate(f"game {seed} of {n} players worth up to {top} by {step}", v, n)


# ---- binary tables, and what must be refused ----

def check_binary():
    v = [0, 1, 1, 7, 1, 5, 4, 11]
    path = Path(FOLDER.name) / "game.i64"
    path.write_bytes(b"".join(worth.to_bytes(8, "little", signed=True) for worth in v))
    done = subprocess.run([HEQI, "game", "shapley", str(path)], capture_output=True)
    good = done.stdout == b'{"method":"shapley","values":["13/3","23/6","17/6"]}\n'
    tally.case("a binary table", [] if good else [str(done)])


REFUSED = (
    ("shapley", {"n": 2, "v": ["0", "1", "1"]}, "wrong_length"),
    ("shapley", {"n": 3, "v": ["0", "1", "1", "2"]}, "wrong_length"),
    ("shapley", {"v": ["1", "1", "1", "2"]}, "empty_not_zero"),
    ("shapley", {"v": ["0", "1", "x", "2"]}, "no_number"),
    ("shapley", {"v": ["0", "1", 0.5, "2"]}, "no_number"),
    ("shapley", {"v": ["0", "1", "1/0", "2"]}, "no_number"),
    ("shapley", {"v": ["0", "9" * 30, "1", "2"]}, "too_large"),
    ("nucleolus", {"v": ["0", "5", "5", "2"]}, "no_imputation"),
    ("per_capita_nucleolus", {"v": ["0", "5", "5", "2"]}, "no_imputation"),
    ("tau", {"n": 3, "v": ["0", "0", "0", "4/5", "0", "4/5", "4/5", "1"]}, "undefined"),
    ("gately", {"v": ["0", "5", "5", "2"]}, "undefined"),
    ("nash", {"v": ["0", "5", "5", "2"]}, "undefined"),
    ("nash", {"v": ["0", "1", "1", "2"], "disagreement": ["1"]}, "wrong_disagreement"),
    ("weighted_shapley", {"v": ["0", "1", "1", "2"]}, "wrong_weights"),
    ("weighted_shapley", {"v": ["0", "1", "1", "2"], "weights": ["1", "0"]}, "wrong_weights"),
    ("owen", {"v": ["0", "1", "1", "2"]}, "wrong_unions"),
    ("owen", {"v": ["0", "1", "1", "2"], "unions": [[0], [0]]}, "wrong_unions"),
    ("owen", {"v": ["0", "1", "1", "2"], "unions": [[0], [2]]}, "wrong_unions"),
)
REFUSED_VOTES = (
    ({"quota": "3", "weights": ["1", "1"]}, "quota_out_of_reach"),
    ({"quota": "0", "weights": ["1", "1"]}, "wrong_votes"),
    ({"quota": "1", "weights": []}, "wrong_votes"),
    ({"quota": "1", "weights": ["-1", "3"]}, "wrong_votes"),
    ({"quota": "1", "weights": ["many"]}, "no_number"),
    ({"weights": ["1"]}, "wrong_votes"),
    ({"quota": "100000001", "weights": ["100000000", "100000000"]}, "too_large"),
    ({"rules": []}, "wrong_rules"),
    ({"rules": [{"quota": "1", "weights": ["1"]}] * 9}, "wrong_rules"),
    ({"rules": [{"quota": "1", "weights": ["1"]}], "quota": "1"}, "wrong_rules"),
    ({"rules": [{"quota": "1", "weights": ["1"]}, {"quota": "1", "weights": ["1", "1"]}]},
     "wrong_votes"),
    ({"rules": [{"quota": "1", "weights": ["1"]}, {"quota": "2", "weights": ["1"]}]},
     "quota_out_of_reach"),
    ({"quota": "1", "weights": ["1"], "vetoes": [1]}, "wrong_rules"),
    ({"quota": "1", "weights": ["1"], "vetoes": 0}, "wrong_rules"),
    ({"quota": "1", "weights": ["1"], "vetoes": [0, 0]}, "wrong_rules"),
)


def check_refused():
    for method, document, error in REFUSED:
        code, answer = game(method, document)
        good = code == 1 and answer == {"method": method, "error": error}
        tally.case(f"{method}: {error}", [] if good else [f"exit {code}: {answer}"])
    for document, error in REFUSED_VOTES:
        code, answer = told(["power"], document)
        good = code == 1 and answer == {"error": error}
        tally.case(f"power: {error}", [] if good else [f"exit {code}: {answer}"])
    code, answer = game("shaply", {"v": ["0", "1"]})
    tally.case("unknown method", [] if code == 2 and "shapley" in answer["said"] else [f"{answer}"])
    path = Path(FOLDER.name) / "broken.json"
    path.write_text('{"v":["0","1"],"v":[]}')
    done = subprocess.run([HEQI, "game", "shapley", str(path)], capture_output=True)
    tally.case("a key twice", [] if b'"no_json"' in done.stdout else [str(done)])
    done = subprocess.run([HEQI, "game", "shapley", "/nowhere.json"], capture_output=True)
    tally.case("no file", [] if done.returncode == 3 and not done.stdout else [str(done)])


def main():
    check_literature()
    check_stored()
    for seed in range(60):
        check_random(seed, seed % 5 + 1)
        check_power(seed)
        check_rules(seed)
    for seed in range(16):
        check_sizes(seed)
        check_rights(seed)
    check_binary()
    for n, top in ((8, 10**9), (9, 10**9), (9, 2**59), (10, 2**52), (10, 2**54), (11, 3)):
        check_table(n, top)
    check_refused()
    FOLDER.cleanup()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
