#!/usr/bin/env python3
"""Adds up again, from the leaves of `heqi explain --json`, what `heqi settle --json` says.

For every text under examples/, and those of test/texts that have what these lack: for every party
(and every fund, what is unshared, what is uncovered) and for every line of `settle --lines` the explanation is evaluated from its leaves and
compared with the figure; every leaf must be an amount that is written in the text at the entry it
cites; lines must add up to figures; and the figures must keep the identities of docs/language.md.
Roundings are held to the bounds of the rule: each by itself, and all of a stream together.

    test/readd_test.py [HEQI] [FILE...]

HEQI is the binary; else the variable HEQI_RELEASE or HEQI names it, else it is build/heqi.
"""
import concurrent.futures
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
from readd.journal import Journal, texts
from readd.tree import Adder, WrongTree, exact
from support import ROOT, Tally, find_heqi, no_binary, run

# The root of a party's explanation, one child a figure, in this order and with these signs.
ROOT_SIGNS = {"received": 1, "called": -1, "borne": -1, "charges": -1, "paid_in": 1, "paid_out": -1}
FIGURES = {*ROOT_SIGNS, "set_off", "due", "owes"}
ROUNDED_KINDS = {"share", "loss", "call"}
OWED = ("called", "borne", "charges")
TEXTS = [ROOT / "test" / "texts" / f"{name}.heqi" for name in ("waterfall", "clawback", "divided", "refunds", "recovery",
                                                              "bad_debts")]
LINES_MOST = 4000       # of longer settlements every so many-th line is explained, never fewer
GRAIN = Fraction(1, 10**12)


def behind_most(recipients):
    """The theorem: nobody of a stream is further behind than this, in units."""
    return sum((Fraction(1, i) for i in range(2, recipients + 1)), Fraction(0))


def ahead_most(recipients):
    return 1 - Fraction(1, recipients)


class Settlement:
    """One example: its journal, what settle says, and an adder for its explanations."""

    def __init__(self, heqi, path):
        self.heqi, self.path, self.journal = heqi, path, Journal(path)
        outcome = run(heqi, "settle", "--lines", str(path))
        self.problems = [] if outcome.code == 0 and outcome.json else [str(outcome)]
        if self.problems:
            return
        self.parties, self.lines = outcome.json["parties"], outcome.json["lines"]
        self.others = {f"fund {name}": amount for name, amount in outcome.json["funds"].items()}
        self.others |= {name: outcome.json[name] for name in ("unshared", "uncovered")}
        self.digits = len(outcome.json["unshared"].partition(".")[2])
        sharers = len(self.parties) + len(self.others)
        self.set_off = defaultdict(set)
        for line in self.lines:
            if line["kind"] == "set_off":
                self.set_off[line["entry"]].add(exact(line["amount"]))
        self.adder = Adder(self.digits, behind_most(sharers) + ahead_most(sharers) + GRAIN,
                           self.written_at)

    def written_at(self, entry):
        """What a leaf may be that cites this entry. A settlement writes no amount of its own: what
        it sets off is in its lines, and check_set_off holds that against the others."""
        return self.journal.written_at(entry) | self.set_off[entry]

    def explain(self, party, *line):
        """The tree, or the problem."""
        outcome = run(self.heqi, "explain", str(self.path), "--party", party, *line)
        if outcome.code != 0 or not outcome.json:
            raise WrongTree(str(outcome))
        return outcome.json


def check_identities(settlement):
    """What must hold among the figures of every party, by name of the party."""
    for party, figures in settlement.parties.items():
        if figures.keys() != FIGURES:
            yield f"{party} has the figures {', '.join(figures)}"
            continue
        of = {name: exact(amount) for name, amount in figures.items()}
        if of["received"] != of["set_off"] + of["paid_out"] + of["due"]:
            yield f"{party}: received is not set_off + paid_out + due"
        if of["called"] + of["borne"] + of["charges"] != of["paid_in"] + of["set_off"] + of["owes"]:
            yield f"{party}: called + borne + charges is not paid_in + set_off + owes"
        if of["due"] < 0 or of["owes"] < 0:
            yield f"{party}: due or owes is negative"


def check_sums(settlement):
    """Lines are numbered from 1 and add up to the figures that they name."""
    if [line["line"] for line in settlement.lines] != list(range(1, len(settlement.lines) + 1)):
        yield "lines are not numbered from 1"
    sums = Counter()
    for line in settlement.lines:
        party = line["to"] in settlement.parties
        sums[line["to"], line["figure"] if party else ""] += exact(line["amount"])
    wanted = {(party, name): exact(figures[name]) for party, figures in settlement.parties.items()
              for name in figures if name not in ("due", "owes")}
    wanted |= {(other, ""): exact(amount) for other, amount in settlement.others.items()}
    for key in wanted.keys() | sums.keys():
        if wanted.get(key) != sums[key]:
            yield f"{' '.join(key)}: lines add up to {sums[key]}, settle says {wanted.get(key)}"


def check_set_off(settlement):
    """What is set off is the less of what is overdue and what was received and not paid out; only
    calls that are due at a later date than their own may leave it below that."""
    so_far = defaultdict(Counter)
    postponed = any(" due " in entry for entry in settlement.journal.entries)
    for line in settlement.lines:
        figures = so_far[line["to"]]
        if line["kind"] == "set_off":
            owed = sum(figures[name] for name in OWED) - figures["paid_in"] - figures["set_off"]
            due = figures["received"] - figures["paid_out"] - figures["set_off"]
            amount, most = exact(line["amount"]), min(owed, due)
            if not (0 <= amount <= most if postponed else amount == most):
                yield f"{line['to']}: {amount} set off at entry {line['entry']}, not {most}"
        figures[line["figure"]] += exact(line["amount"])


def sources(settlement, lines):
    """How many streams may hide behind lines of one clause, tier and scope: what a measure looks at
    (a result, a licence) is not in the line, so each payer counts as one, and each new text."""
    named = {settlement.journal.entry(line["entry"]).partition(" from ")[2].split(" ")[0]
             for line in lines if line["entry"]}
    amended = sum(" amend" in entry or "修订" in entry for entry in settlement.journal.entries)
    return max(1, len(named)) * (1 + amended)


def check_streams(settlement):
    """What everyone was entitled to in a stream and what it was allotted stay as near as proved."""
    if any(line["kind"] in ("reversal", "adjustment") for line in settlement.lines):
        return
    streams = defaultdict(list)
    for line in settlement.lines:
        if line["kind"] in ROUNDED_KINDS:
            streams[line["kind"], line["clause"], line["tier"], line["scope"]].append(line)
    parts = Counter((key[:2], (key[2] or "").rpartition(".")[0], key[3]) for key in streams)
    for key, lines in streams.items():
        recipients = len({line["to"] for line in lines})
        if recipients == 1 and "." in (key[2] or ""):       # alone in its part: of the parts' stream
            recipients = 1 + parts[key[:2], key[2].rpartition(".")[0], key[3]]
        elif recipients == 1:                               # alone in its tier: a split in two
            recipients = 2
        slack, count = len(lines) * GRAIN, sources(settlement, lines)
        behind = Counter()
        for line in lines:
            units = exact(line["amount"]) * 10**settlement.digits
            behind[line["to"]] += exact(line["exact"]) - units
        for party, left in behind.items():
            if not -count * ahead_most(recipients) - slack <= left \
                    <= count * behind_most(recipients) + slack:
                yield f"{party} is behind by {float(left)} units in {' '.join(map(str, key))}"


def check_party(settlement, party):
    """The whole explanation of a party: six figures, and together what is due less what is owed."""
    tree, figures = settlement.explain(party), settlement.parties[party]
    value, children = settlement.adder.value(tree), tree["children"]
    wanted = [sign * exact(figures[name]) for name, sign in ROOT_SIGNS.items()]
    got = [settlement.adder.value(child) for child in children]
    if got != wanted:
        yield f"its figures come to {', '.join(map(str, got))}, not {', '.join(map(str, wanted))}"
    if not value == exact(tree["amount"]) == exact(figures["due"]) - exact(figures["owes"]):
        yield f"it comes to {value}, not to due less owes"


def check_figure(settlement, party, figure):
    """One figure of a party, also those that are no part of its whole explanation."""
    value = settlement.adder.value(settlement.explain(party, "--figure", figure))
    if value != exact(settlement.parties[party][figure]):
        yield f"it comes to {value}, settle says {settlement.parties[party][figure]}"


def check_other(settlement, name):
    """A fund, what is unshared, what is uncovered."""
    value = settlement.adder.value(settlement.explain(name))
    if value != exact(settlement.others[name]):
        yield f"it comes to {value}, settle says {settlement.others[name]}"


def check_line(settlement, line):
    """One line: the tree gives its amount; before the last rounding, its exact amount."""
    tree = settlement.explain(line["to"], "--line", str(line["line"]))
    value = settlement.adder.value(tree)
    if value != exact(line["amount"]):
        yield f"it comes to {value}, settle says {line['amount']}"
    unrounded = settlement.adder.value(tree["children"][0]) if tree["op"] == "round" else value
    if unrounded * 10**settlement.digits != exact(line["exact"]):
        yield f"before rounding it is {unrounded}, settle says {line['exact']} minor units"


def problems_of(check, *arguments):
    try:
        return list(check(*arguments))
    except (WrongTree, KeyError, IndexError, ValueError, TypeError) as why:
        return [f"{type(why).__name__}: {why}"]


def check_text(heqi, path, tally, pool):
    """All cases of one example."""
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    settlement = Settlement(heqi, path)
    tally.case(f"{name} settles", settlement.problems)
    if settlement.problems:
        return
    for check in (check_identities, check_sums, check_set_off, check_streams):
        tally.case(f"{name} {check.__name__}", problems_of(check, settlement))
    step = -(-len(settlement.lines) // LINES_MOST) or 1
    if step > 1:
        print(f"{name}: every {step}th of {len(settlement.lines)} lines is explained")
    jobs = [(f"{name} {party}", check_party, party) for party in settlement.parties]
    jobs += [(f"{name} {party} {figure}", check_figure, party, figure)
             for party in settlement.parties for figure in ("due", "owes", "set_off")]
    jobs += [(f"{name} {other}", check_other, other) for other in settlement.others]
    jobs += [(f"{name} line {line['line']}", check_line, line) for line in settlement.lines[::step]]
    results = pool.map(lambda job: problems_of(job[1], settlement, *job[2:]), jobs)
    for job, problems in zip(jobs, results):
        tally.case(job[0], problems)


def check_adder(tally):
    """The adder itself: a right tree, and trees that are wrong in one place each."""
    def leaf(amount, entry=1):
        return {"op": "leaf", "amount": amount, "entry": entry}

    def node(op, amount, *children, **more):
        return {"op": op, "amount": amount, "children": list(children), **more}

    adder = Adder(2, 1, lambda entry: {Fraction(100)} if entry == 1 else set())
    third = node("share", "33.33", leaf("100.00"), fraction="1/3")
    right = node("sum", "66.66", node("round", "33.33", third), node("round", "33.33", third))
    tally.case("a right tree", [] if adder.value(right) == Fraction(6666, 100) else ["is refused"])
    wrong = {
        "a leaf that is not written": leaf("99.00"),
        "a leaf that cites another entry": leaf("100.00", 2),
        "a share that shows too much": node("share", "33.35", leaf("100.00"), fraction="1/3"),
        "a share of two": node("share", "100.00", leaf("100.00"), leaf("100.00"), fraction="1/2"),
        "a sum that leaves one out": node("sum", "100.00", leaf("100.00"), leaf("100.00")),
        "a rounding too far": node("round", "33.35", third),
        "a rounding to a part of a cent": node("round", "33.333", third),
        "an unknown op": node("product", "100.00", leaf("100.00")),
    }
    for name, tree in wrong.items():
        try:
            tally.case(name, [f"passes as {adder.value(tree)}"])
        except WrongTree:
            tally.case(name, [])


def main(arguments):
    files = [Path(word).resolve() for word in arguments if word.endswith(".heqi")]
    binaries = [word for word in arguments if not word.endswith(".heqi")]
    tally = Tally()
    check_adder(tally)
    heqi = find_heqi(binaries[0] if binaries else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path in files or [*texts(ROOT / "examples"), *TEXTS]:
            check_text(heqi, path, tally, pool)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
