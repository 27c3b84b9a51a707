#!/usr/bin/env python3
"""Takes entries back, and looks whether anything of them is left.

For examples/coating.heqi, examples/three.heqi, and all_reversed and waterfall of test/texts:
- every entry of a kind that can be reversed is reversed, the last first, behind the end of the
  text: then nobody has received or borne anything, nothing is in a fund, and only tranches are
  called;
- some entries are each reversed alone: the text still settles, keeps the identities of a
  settlement, and its accounts sum to zero.

    test/reverse_test.py [HEQI]
"""
import random
import re
import sys
from fractions import Fraction

sys.dont_write_bytecode = True
from support import ROOT, Tally, find_heqi, no_binary, run

DATED = re.compile(r"^(\d{4}-\d{2}-\d{2}) (.*)$")
KINDS = re.compile(r"^(income|grant|call|loss|spend|work|pay|transfer|[\w-]+ (pays|gives|spends|declines|joins|offers|accepts|waives)) ")
ALONE = 25


def entries(text):
    """(date, place on that day, can be reversed) of every dated statement, in order."""
    found, places = [], {}
    for line in text.splitlines():
        match = DATED.match(line)
        if match:
            date, rest = match.groups()
            places[date] = places.get(date, 0) + 1
            found.append((date, places[date], bool(KINDS.match(rest))))
    return found


def with_reversals(text, chosen, day):
    lines = [f"{day} reverse {date} #{place}" for date, place in chosen]
    return text.rstrip("\n") + "\n" + "\n".join(lines) + "\n"


def money(text):
    return Fraction(text)


def check_nothing_left(settled, tranches):
    problems = []
    for name, figures in settled["parties"].items():
        for figure in ("received", "borne", "paid_in", "paid_out"):
            if money(figures[figure]) != 0:
                problems.append(f"{name} {figure} {figures[figure]}")
        if not tranches and money(figures["called"]) != 0:
            problems.append(f"{name} called {figures['called']}")
    problems += [f"fund {name} {amount}" for name, amount in settled["funds"].items()
                 if money(amount) != 0]
    return problems


def check_identities(settled, balance):
    problems = []
    for name, f in settled["parties"].items():
        f = {key: money(value) for key, value in f.items()}
        if f["received"] != f["set_off"] + f["paid_out"] + f["due"]:
            problems.append(f"{name}: received is not set off + paid out + due")
        if f["called"] + f["borne"] + f["charges"] != f["paid_in"] + f["set_off"] + f["owes"]:
            problems.append(f"{name}: called + borne + charges is not paid in + set off + owes")
    if sum(money(a) for a in balance["accounts"].values()) != 0:
        problems.append("the accounts do not sum to zero")
    return problems


def settle(heqi, text):
    done = run(heqi, "settle", "-", text=text)
    return (done.json, []) if done.code == 0 else (None, [str(done)])


def check_all(heqi, text, chosen, day):
    settled, problems = settle(heqi, with_reversals(text, reversed(chosen), day))
    tranches = re.search(r"\bdue \d{4}-\d{2}-\d{2}", text) is not None
    return problems or check_nothing_left(settled, tranches)


def check_one(heqi, text, entry, day):
    changed = with_reversals(text, [entry], day)
    settled, problems = settle(heqi, changed)
    if problems:
        return problems
    return check_identities(settled, run(heqi, "balance", "-", text=changed).json)


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally, rng = Tally(), random.Random(20261124)
    paths = [ROOT / "examples" / name for name in ("coating.heqi", "three.heqi")]
    paths += [ROOT / "test" / "texts" / f"{name}.heqi"
              for name in ("all_reversed", "divided", "stakes", "waterfall")]
    for path in filter(lambda p: p.exists(), paths):
        whole = re.sub(r"^\S+ reverse .*$\n", "", path.read_text(), flags=re.M)
        # Who has paid nothing leaves in the end, which is looked at elsewhere.
        whole = re.sub(r"^    out after .*$\n", "", whole, flags=re.M)
        # Settlements book for good, and pay out what they gave: not what is looked at here.
        bare = re.sub(r"^\S+ (settle|(agree|dispute|pay) .*)$\n", "", whole, flags=re.M)
        # Where no payment is left there is late interest, and income of it.
        bare = re.sub(r"^    bear .* daily .*$\n", "", bare, flags=re.M)
        day = entries(whole)[-1][0]
        chosen = [(date, place) for date, place, can in entries(bare) if can]
        tally.case(f"{path.name}: all reversed", check_all(heqi, bare, chosen, day))
        text, found = whole, entries(whole)
        chosen = [(date, place) for date, place, can in found if can]
        for entry in rng.sample(chosen, min(ALONE, len(chosen))):
            tally.case(f"{path.name}: {entry[0]} #{entry[1]} reversed",
                       check_one(heqi, text, entry, day))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
