#!/usr/bin/env python3
"""heqi explain --against: the causes of a difference between two periods sum to it exactly, with
nothing over, and the figures are those of the lines of `heqi settle`; for every member of many texts
and several cuts; and a small alliance by hand, in both languages.

The last line is "N passed, N failed"."""
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
TEXTS = [path for folder in ("examples", "test/books", "test/texts")
         for path in sorted((support.ROOT / folder).glob("*.heqi"))]
FIGURES = ("called", "received", "borne", "charges")

tally = support.Tally()


def difference_wrong(told, lines, party, cuts):
    """What is wrong with a difference, against the lines of the settlement."""
    periods = [(cuts[0], cuts[1] - timedelta(1)), (cuts[1], cuts[2])]
    for figure in FIGURES:
        totals = [sum((Decimal(line["amount"]) for line in lines
                       if line["to"] == party and line["figure"] == figure
                       and first <= date.fromisoformat(line["date"]) <= last), Decimal(0))
                  for first, last in periods]
        block = told[figure]
        if [Decimal(block["before"]), Decimal(block["now"])] != totals:
            yield f"{figure}: {block['before']}, {block['now']}, but the lines give {totals}"
        effects = [Decimal(cause["effect"]) for cause in block["causes"]]
        if sum(effects) != totals[1] - totals[0]:
            yield f"{figure}: the causes sum to {sum(effects)}, not {totals[1] - totals[0]}"
        if sorted(map(abs, effects), reverse=True) != list(map(abs, effects)):
            yield f"{figure}: not the largest first"
        if 0 in effects:
            yield f"{figure}: a cause without effect"


def check_all():
    texts = 0
    for path in TEXTS:
        outcome = support.run(HEQI, "settle", str(path), "--lines")
        if outcome.code != 0 or not outcome.json["lines"]:
            continue  # refused for its own reason, or empty
        texts += 1
        lines = outcome.json["lines"]
        days = sorted({date.fromisoformat(line["date"]) for line in lines})
        last = date.fromisoformat(outcome.json["until"])
        for part in (3, 2):
            cuts = (days[0], days[len(days) // part] + timedelta(1), max(last, days[-1]))
            if cuts[1] > cuts[2]:
                continue
            for party in outcome.json["parties"]:
                told = support.run(HEQI, "explain", str(path), "--party", party, "--against",
                                   str(cuts[0]), "--from", str(cuts[1]), "--until", str(cuts[2]))
                wrong = [str(told)] if told.code else list(
                    difference_wrong(told.json, lines, party, cuts))
                tally.case(f"{path.name} {party} cut at {cuts[1]}", wrong)
    tally.case("texts were compared", [] if texts >= 5 else [f"only {texts}"])


HAND = """alliance pair "Pair"
  founded 2020-01-01
  form contract
  liable mill
article 1 "Parties and benefit"
  party mill enterprise "Mill" lead
  party lab university "Lab"
  project dye "Dye"
  share licence income
    until cost repaid to funders by cost
    rest to members equally
2020-01-02 mill spends 50.00 testing for dye
2020-01-03 result P1 patent "Dye" from dye by lab 100%
2020-01-04 license L1 of P1 to "Buyer" nonexclusive
2020-03-01 income 90.00 from L1
2021-03-01 income 60.00 from L1
2021-04-01 license L2 of P1 to "Other" nonexclusive
2021-05-01 income 10.00 from L2
"""


def by_hand():
    """2020: 90 came, 50 repaid mill, 20 each. 2021: 60 from L1, 30 each, and 5 each of L2.

    mill went from 70 to 35. L1 brought two thirds: −50/3 of the 50, −20/3 of the 20, in all −23.34
    (16.67 and 6.67, each rounded). Tier 1 gave it 0 and not the 33.33 left of it: −33.33; tier 2
    gave it 30 and not 13.33: +16.67; L2 is new: +5."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pair.heqi"
        path.write_text(HAND)
        words = ["explain", str(path), "--party", "mill", "--against", "2020-01-01", "--from",
                 "2021-01-01"]
        told = support.run(HEQI, *words)
        wrong = [str(told)] if told.code else []
        if not wrong:
            found = [(cause["effect"], cause["kind"], cause["origin"], cause["tier"])
                     for cause in told.json["received"]["causes"]]
            wanted = [("-33.33", "part", "income from L1", "1"),
                      ("-23.34", "whole", "income from L1", ""),
                      ("16.67", "part", "income from L1", "2"),
                      ("5.00", "new", "income from L2", "")]
            wrong = [] if found == wanted else [f"{found}"]
            wrong += support.differences({"from": "2021-01-01", "until": "2021-05-01"},
                                         told.json["period"])
        tally.case("by hand", wrong)
        for lang, said in (("en", "-33.33  income from L1: of 60.00 it was given 0.00"),
                           ("zh", "-33.33  L1 的收入：60.00 中得 0.00")):
            done = subprocess.run([HEQI, *words, "--lang", lang], capture_output=True)
            text = done.stdout.decode()
            tally.case(f"in words, {lang}", [] if said in text else [text or str(done)])


def check_refusals():
    three = str(support.ROOT / "examples/three.heqi")
    for name, words in (
            ("no later period", ["--party", "mill", "--against", "2024-01-01"]),
            ("no earlier period", ["--party", "mill", "--from", "2024-01-01"]),
            ("turned round", ["--party", "mill", "--against", "2025-01-01", "--from",
                              "2024-01-01"]),
            ("ends too early", ["--party", "mill", "--against", "2024-01-01", "--from",
                                "2025-01-01", "--until", "2024-12-31"]),
            ("no member", ["--party", "unshared", "--against", "2024-01-01", "--from",
                           "2025-01-01"])):
        done = subprocess.run([HEQI, "explain", three, *words], capture_output=True)
        quiet = done.returncode == 2 and not done.stdout and done.stderr
        tally.case(name, [] if quiet else [f"exit {done.returncode}: {done.stdout[:80]!r}"])


def main():
    check_all()
    by_hand()
    check_refusals()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
