#!/usr/bin/env python3
"""The journals of the bench, judged by a second, slow and plain computation.

What is measured must be right: `balance` of the mixed journal must give in every account what the
ledger text of the same content adds up to, and `settle` of the daily and the every journal must
give every party, within the bounds of the rounding rule, what a computation in decimals of sixty
digits entitles it to. That one knows only the forms the bench writes and shares no code with heqi.

The last line is "N passed, N failed"."""

import filecmp
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from decimal import Decimal, localcontext
from pathlib import Path

sys.dont_write_bytecode = True
from support import Tally, differences, find_heqi, minor_units, no_binary, run

ENTRIES = 4000
# Streams a party stands in: makers of four results, funders of four projects, members by capital;
# each may be off by H_22 - 1 = 2.69 units, and the tiers' own splits by a unit each.
OFF_MOST = Decimal(9 * 3)


def generate(gen, *arguments):
    subprocess.run([str(gen), *map(str, arguments)], check=True)


def fen(text):
    return int(Decimal(text.replace(",", "")) * 100)


# ---- balance ----------------------------------------------------------------------------------

def booked(journal):
    """The sum of every account of a ledger text, in fen."""
    sums = Counter()
    for transaction in journal.read_text().split("\n\n"):
        open_account, rest = None, 0
        for line in transaction.split("\n")[1:]:
            account, _, amount = line.strip().partition("  ")
            if amount:
                sums[account] += fen(amount)
                rest -= fen(amount)
            elif account:
                open_account = account
        if open_account:
            sums[open_account] += rest
    return {account: sum_ for account, sum_ in sums.items() if sum_}


def judge_balance(tally, heqi, gen, folder):
    text, journal = folder / "mixed.heqi", folder / "mixed.journal"
    generate(gen, "mixed", ENTRIES, text, journal)
    outcome = run(heqi, "balance", str(text))
    problems = [] if outcome.code == 0 and outcome.json else [str(outcome)]
    if not problems:
        accounts = {n: minor_units(a) for n, a in outcome.json["accounts"].items()}
        problems = differences(booked(journal), {n: a for n, a in accounts.items() if a})
    tally.case("balance of the mixed journal", problems)


# ---- settle -----------------------------------------------------------------------------------

RESULT = re.compile(r"\S+ result (R\d) patent \"Result\" from (\w+) by (.*)")
LICENSE = re.compile(r"\S+ license (\w+) of (R\d) ")
CAPITAL = re.compile(r"\S+ (\w+) pays (\S+) capital")
COST = re.compile(r"\S+ (\w+) spends (\S+) testing for (\w+)")
RECEIPT = re.compile(r"\S+ income (\S+) from (dispersion\d)$")


class Plain:
    """The clause of the bench, word for word: 10% to the fund, 15% to the makers, the cost repaid,
    the rest by capital."""

    def __init__(self):
        self.capital = Counter()
        self.cost = defaultdict(Counter)    # by project
        self.repaid = defaultdict(Counter)  # by project: what the third tier entitled to so far
        self.makers, self.project, self.result = {}, {}, {}
        self.entitled, self.fund, self.receipts = Counter(), Decimal(0), 0

    def read(self, line):
        if match := RECEIPT.match(line):
            self.share(fen(match[1]), self.result[match[2]])
        elif match := CAPITAL.match(line):
            self.capital[match[1]] += fen(match[2])
        elif match := COST.match(line):
            self.cost[match[3]][match[1]] += fen(match[2])
        elif match := RESULT.match(line):
            percents = (part.split() for part in match[3].split(", "))
            self.makers[match[1]] = {who: int(percent[:-1]) for who, percent in percents}
            self.project[match[1]] = match[2]
        elif match := LICENSE.match(line):
            self.result[match[1]] = match[2]

    def give(self, amount, weights):
        total = sum(weights.values())
        for who, weight in weights.items():
            self.entitled[who] += amount * weight / total

    def share(self, units, result):
        amount = Decimal(units)
        self.receipts += units
        self.fund += amount / 10
        self.give(amount * 15 / 100, self.makers[result])
        left = self.repay(amount * 75 / 100, self.project[result])
        if self.capital:
            self.give(left, self.capital)

    def repay(self, left, project):
        """The third tier: by cost, nobody beyond what is open for it; what one cannot take goes
        round to the others. Returns what is left."""
        cost, repaid = self.cost[project], self.repaid[project]
        while left > 0:
            room = {who: cost[who] - repaid[who] for who in cost if cost[who] > repaid[who]}
            if not room:
                break
            weight = sum(cost[who] for who in room)
            given = {who: min(left * cost[who] / weight, room[who]) for who in room}
            for who, part in given.items():
                repaid[who] += part
                self.entitled[who] += part
            full = all(given[who] < room[who] for who in room)
            left -= sum(given.values())
            if full:
                left = Decimal(0)
        return left


def judge_settle(tally, heqi, gen, folder, mix):
    text = folder / f"{mix}.heqi"
    generate(gen, mix, ENTRIES, text, "clause")
    plain = Plain()
    with localcontext() as context:
        context.prec = 60
        for line in text.read_text().splitlines():
            plain.read(line)
    outcome = run(heqi, "settle", str(text))
    if outcome.code != 0 or not outcome.json:
        tally.case(f"settle of the {mix} journal", [str(outcome)])
        return
    settled = outcome.json
    got = {who: minor_units(figures["received"]) for who, figures in settled["parties"].items()}
    tally.case(f"{mix}: each party receives what it is entitled to", [
        f"{who}: entitled to {plain.entitled[who]:.2f} fen, received {got[who]}"
        for who in got if abs(plain.entitled[who] - got[who]) > OFF_MOST])
    fund = minor_units(settled["funds"]["generic"])
    tally.case(f"{mix}: the fund receives a tenth",
               [f"{fund} of {plain.fund}"] if abs(fund - plain.fund) > OFF_MOST else [])
    total = sum(got.values()) + fund + minor_units(settled["unshared"])
    tally.case(f"{mix}: every fen of the receipts is shared",
               [f"{total} of {plain.receipts}"] if total != plain.receipts else [])


def main():
    heqi = find_heqi(None, "HEQI")
    gen = Path(heqi).parent / "bench" / "gen" if heqi else None
    if not heqi or not gen.is_file():
        return no_binary()
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for again in ("a", "b"):
            generate(gen, "every", ENTRIES, folder / again, "clause")
        same = filecmp.cmp(folder / "a", folder / "b", shallow=False)
        tally.case("the same arguments, the same bytes", [] if same else ["they differ"])
        dated = re.findall(r"^20\d\d-", (folder / "a").read_text(), re.M)
        setup = re.findall(r"^2012-", (folder / "a").read_text(), re.M)
        tally.case("as many entries as were asked for",
                   differences({"entries": ENTRIES}, {"entries": len(dated) - len(setup)}))
        judge_balance(tally, heqi, gen, folder)
        for mix in ("daily", "every"):
            judge_settle(tally, heqi, gen, folder, mix)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
