#!/usr/bin/env python3
"""Takes entries back, and looks whether anything of them is left.

For examples/coating.heqi, examples/three.heqi, and all_reversed and waterfall of test/texts:
- every entry of a kind that can be reversed is reversed, the last first, behind the end of the
  text: then nobody has received or borne anything, nothing is in a fund, and only tranches are
  called;
- the same where income goes back by refunds, in two parts to each payer;
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

DATED = re.compile(r"^(\d{4}-\d{2}-\d{2}) (?:effective \S+ )?(.*)$")
KINDS = re.compile(
    r"^(income|grant|refund|return|call|loss|liability|overrun|write off|intent|gross negligence|spend|work|pay|transfer"
    r"|supplement|budget|milestone|start|stop|staff|appraise|file|granted|lapsed|adopt|publish|appoint|deliver|goal"
    r"|[\w-]+ (pays|gives|spends|declines|joins|offers|accepts|waives|warns|reports|announces|objects)) ")
ALONE = 25


def dated(text):
    """(date, place on that day, line) of every dated statement, in order."""
    found, places = [], {}
    for line in text.splitlines():
        match = DATED.match(line)
        if match:
            date = match[1]
            places[date] = places.get(date, 0) + 1
            found.append((date, places[date], line))
    return found


def entries(text):
    """(date, place on that day, can be reversed) of every dated statement, in order."""
    return [(date, place, bool(KINDS.match(DATED.match(line)[2])))
            for date, place, line in dated(text)]


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


INCOME = re.compile(r'^\S+ (?:effective \S+ )?income ([\d,.]+)( [A-Z]{3} at)? from ("[^"]*"|\S+)', re.M)


def refunds(text, day):
    """Two refunds of all that each payer paid, of whom all of it is in the currency of the text."""
    paid, other = {}, set()
    for amount, currency, payer in INCOME.findall(text):
        paid[payer] = paid.get(payer, 0) + Fraction(amount.replace(",", ""))
        if currency:
            other.add(payer)
    lines = []
    for payer, whole in paid.items():
        cents = int(whole * 100)
        for part in (cents // 3, cents - cents // 3):
            if payer not in other and part:
                lines.append(f"{day} refund {part // 100}.{part % 100:02} to {payer}")
    return lines


def check_refunded(heqi, text, day):
    text = re.sub(r"^\S+ (effective \S+ )?refund .*$\n", "", text, flags=re.M)
    chosen = [(date, place) for date, place, can in entries(text) if can]
    back = refunds(text, day)
    income = {(date, place) for date, place, line in dated(text)
              if (found := INCOME.match(line)) and not found[2]}
    text = text.rstrip("\n") + "\n" + "\n".join(back) + "\n"
    left = [entry for entry in chosen if entry not in income]
    return check_all(heqi, text, left, day)


def check_one(heqi, text, entry, day):
    changed = with_reversals(text, [entry], day)
    settled, problems = settle(heqi, changed)
    if problems:  # income of which a part went back, debts that were written off: not before those
        return [] if re.search('"code": "E(271|395)"', problems[0]) else problems
    return check_identities(settled, run(heqi, "balance", "-", text=changed).json)


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally, rng = Tally(), random.Random(20261124)
    paths = [ROOT / "examples" / name for name in ("coating.heqi", "three.heqi")]
    paths += [ROOT / "test" / "texts" / f"{name}.heqi"
              for name in ("all_reversed", "bad_debts", "covers", "divided", "recovery", "refunds",
                           "stakes", "waterfall")]
    for path in filter(lambda p: p.exists(), paths):
        whole = re.sub(r"^\S+ reverse .*$\n", "", path.read_text(), flags=re.M)
        # Who has paid nothing leaves in the end, which is looked at elsewhere.
        whole = re.sub(r"^    out after .*$\n", "", whole, flags=re.M)
        # Settlements book for good, and pay out what they gave: not what is looked at here.
        bare = re.sub(r"^\S+ (settle|(agree|dispute|pay) .*)$\n", "", whole, flags=re.M)
        # Who leaves is paid for good, and what it gave back of grants may have been returned.
        departs = re.search(r"^\S+ (\S+ leaves|expel \S+)$", bare, flags=re.M)
        bare = re.sub(r"^\S+ (\S+ leaves|expel \S+|return .*)$\n", "", bare, flags=re.M) if departs else bare
        # Where no payment is left there is late interest, and income of it.
        bare = re.sub(r"^    bear .* daily .*$\n", "", bare, flags=re.M)
        day = entries(whole)[-1][0]
        chosen = [(date, place) for date, place, can in entries(bare) if can]
        tally.case(f"{path.name}: all reversed", check_all(heqi, bare, chosen, day))
        tally.case(f"{path.name}: income refunded, the rest reversed",
                   check_refunded(heqi, bare, day))
        text, found = whole, entries(whole)
        chosen = [(date, place) for date, place, can in found if can]
        for entry in rng.sample(chosen, min(ALONE, len(chosen))):
            tally.case(f"{path.name}: {entry[0]} #{entry[1]} reversed",
                       check_one(heqi, text, entry, day))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
