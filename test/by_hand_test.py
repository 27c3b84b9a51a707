#!/usr/bin/env python3
"""Figures of the coating alliance worked out by hand, from its text alone, and compared.

Nothing here is read from heqi or computed the way heqi does it: the sums are copied from
examples/coating.heqi with the day on which they stand there, the steps are the ones a bookkeeper
would take, in fractions. What heqi rounds may be off by less than a fen here and there; what it
calls `exact` may not, but for 10^-12 fen where a limit was looked at.

    test/by_hand_test.py [HEQI]
"""
import sys
from fractions import Fraction

sys.dont_write_bytecode = True
from support import ROOT, Tally, find_heqi, no_binary, run

COATING = str(ROOT / "examples" / "coating.heqi")
GRAIN = Fraction(1, 10**12)
PERCENT = Fraction(1, 100)

# ---- what stands in the text ----------------------------------------------------------------

PLEDGES = {  # article 3
    "lighthouse": 3_000_000, "pentium": 2_000_000, "coating-03": 750_000, "coating-04": 600_000,
    "coating-05": 500_000, "coating-06": 500_000, "coating-07": 375_000, "coating-08": 375_000,
    "coating-09": 300_000, "coating-10": 300_000, "coating-11": 250_000, "coating-12": 225_000,
    "coating-13": 200_000, "coating-14": 200_000, "univ-a": 250_000, "univ-b": 200_000,
    "univ-c": 150_000, "univ-d": 125_000, "inst-a": 375_000, "inst-b": 250_000,
    "inst-c": 150_000, "society-a": 25_000,
}
ENTERPRISES = list(PLEDGES)[:14]
STAKES = {"lighthouse": 18, "pentium": 12, **dict.fromkeys(ENTERPRISES[2:], 4),
          **dict.fromkeys(list(PLEDGES)[14:21], 3), "society-a": 1}

# What the members had put into the waterborne project by 2015-08-20: the call of 2012-11-15 by
# stake, paid on 2012-12-27; the call of 2013-09-20 on its funders, paid on 2013-10-24; own cost.
WATERBORNE = {name: Fraction(2_400_000 * stake, 100) for name, stake in STAKES.items()}
for name, paid in {"lighthouse": "857142.86", "pentium": "571428.57",
                   "coating-03": "285714.29", "coating-04": "285714.28"}.items():
    WATERBORNE[name] += Fraction(paid)
WATERBORNE["lighthouse"] += 300_000 + 380_000           # 2013-03-20, 2015-08-10
WATERBORNE["inst-a"] += 150_000                         # 2013-03-29
WATERBORNE["univ-a"] += 120_000                         # 2014-05-15
WATERBORNE["pentium"] += 240_000                        # 2015-05-18

# The same for uv: the call of 2013-03-01 on its funders, own trials of pentium and coating-05.
UV = {"pentium": 600_000 + 260_000, "lighthouse": 300_000, "coating-05": 300_000 + 110_000,
      "coating-06": 300_000}


# ---- what heqi says -------------------------------------------------------------------------

class Said:
    def __init__(self, heqi):
        self.heqi = heqi
        self.lines = self.settle("--lines")["lines"]

    def settle(self, *options):
        outcome = run(self.heqi, "settle", COATING, *options)
        if outcome.code != 0 or not outcome.json:
            raise SystemExit(str(outcome))
        return outcome.json

    def exact(self, to, date, tier, kind="share"):
        """The exact amounts of the lines of one tier for one recipient on one day, in yuan."""
        return [Fraction(line["exact"]) / 100 for line in self.lines
                if (line["to"], line["date"], line["tier"], line["kind"]) == (to, date, tier, kind)]

    def party(self, name, *options):
        figures = self.settle(*options)["parties"][name]
        return {figure: Fraction(amount) for figure, amount in figures.items()}


def compare(tally, name, by_hand, said, grain=Fraction(0)):
    by_hand = list(map(Fraction, by_hand))
    fits = len(by_hand) == len(said) and all(
        abs(hand - other) <= grain for hand, other in zip(by_hand, said))
    tally.case(name, [] if fits else [f"by hand {by_hand}, heqi says {said}"])


# ---- a licence fee through all tiers of clause 6.1 ------------------------------------------

def licence_income(said, tally):
    """5,200,000 from L2 on 2015-08-20: 60% of it belong to P1, 40% to P2, both of waterborne."""
    day = "2015-08-20"
    first, second = 5_200_000 * 60 * PERCENT, 5_200_000 * 40 * PERCENT
    compare(tally, "tier 1: a tenth to the fund generic", [first / 10, second / 10],
            said.exact("fund generic", day, "1"))
    compare(tally, "tier 3: 15% to makers, lighthouse made a fifth of P1 and two of P2",
            [first * 15 * PERCENT / 5, second * 15 * PERCENT * 2 / 5],
            said.exact("lighthouse", day, "3"))

    # 70% are left. Before, 70% of 1,500,000, 2,400,000 and 900,000 and 95% of the sale of 420,000
    # went to repay 5,590,000; what is still open comes out of the part of P1.
    cost = sum(WATERBORNE.values())
    before = (1_500_000 + 2_400_000 + 900_000) * 70 * PERCENT + 420_000 * 95 * PERCENT
    still_open = cost - before
    assert (cost, before, still_open) == (5_590_000, 3_759_000, 1_831_000)
    tier_4 = [line for line in said.lines if (line["date"], line["tier"]) == (day, "4")]
    compare(tally, "tier 4: all that was open", [still_open],
            [sum(Fraction(line["amount"]) for line in tier_4)])

    # With it everybody has had exactly its cost back, over all receipts until then.
    for name in ("lighthouse", "pentium", "coating-09", "society-a"):
        had = [said.exact(name, date, tier) for date, tier in (
            ("2014-02-10", "4"), ("2014-07-08", "2"), ("2014-10-15", "4"), ("2015-02-05", "4"),
            (day, "4"))]
        compare(tally, f"tier 4: {name} has its cost back", [WATERBORNE[name]],
                [sum(map(sum, had))], 7 * GRAIN)

    rest = [first * 70 * PERCENT - still_open, second * 70 * PERCENT]
    assert rest == [353_000, 1_456_000]
    capital = Fraction(2_000_000, sum(PLEDGES.values()))     # by then all pledges are paid
    compare(tally, "tier 5.1: 60% by capital, pentium", [part * 60 * PERCENT * capital
                                                         for part in rest],
            said.exact("pentium", day, "5.1"))
    compare(tally, "tier 5.2: 30% to makers, inst-a made half of P1",
            [rest[0] * 30 * PERCENT / 2], said.exact("inst-a", day, "5.2"))
    compare(tally, "tier 5.3: 10% to 22 members equally",
            [part * 10 * PERCENT / 22 for part in rest], said.exact("society-a", day, "5.3"))
    # The line that ./dev run explains: 353,000.00 x 60% x 2,000,000/11,100,000.
    explained = [line["amount"] for line in said.lines
                 if (line["to"], line["date"], line["tier"]) == ("pentium", day, "5.1")]
    tally.case("tier 5.1: 38,162.16", [] if explained[0] == "38162.16" else [str(explained)])


# ---- two losses of the project that failed --------------------------------------------------

def fill(amount, weights, room):
    """Parts an amount by weights; who would bear more than its room bears that, the others more."""
    part = amount / Fraction(sum(weights.values()))
    full = [name for name, weight in weights.items() if part * weight > room[name]]
    if not full:
        return {name: part * weight for name, weight in weights.items()}
    open_ = {name: weight for name, weight in weights.items() if name not in full}
    left = amount - sum(room[name] for name in full)
    return {**{name: room[name] for name in full}, **(fill(left, open_, room) if open_ else {})}


def losses(said, tally):
    room = {name: Fraction(PLEDGES[name], 5) for name in UV}         # at most 20% of the pledge
    # 2014-11-20: 700,000. The reserve holds 5% of the three receipts so far.
    reserve = (1_500_000 + 420_000 + 2_400_000) * 5 * PERCENT
    assert reserve == 216_000
    compare(tally, "first loss: the reserve", [-reserve],
            said.exact("fund reserve", "2014-11-20", "1", "draw"))
    borne = fill(700_000 - reserve, UV, room)
    assert borne["coating-05"] == 100_000                            # its cap: 106,117.65 else
    for name, amount in borne.items():
        compare(tally, f"first loss: {name}", [amount],
                said.exact(name, "2014-11-20", "2", "loss"), GRAIN)

    # 2015-11-10: 1,250,000. The reserve has a fifth of the surplus of 2014 and 5% of 900,000 and
    # 5,200,000; the funders bear what their caps leave; all enterprises bear the rest by capital.
    surplus = (380_000 + 520_000 + Fraction("118250.40") + Fraction("142806.75")
               - 260_000 - 300_000)
    reserve = Fraction(round(surplus * 20), 100) + (900_000 + 5_200_000) * 5 * PERCENT
    assert (surplus, reserve) == (Fraction("601057.15"), Fraction("425211.43"))
    compare(tally, "second loss: the reserve", [-reserve],
            said.exact("fund reserve", "2015-11-10", "1", "draw"))
    for name in UV:
        more = [room[name] - borne[name]] if room[name] > borne[name] else []
        compare(tally, f"second loss: {name} up to its cap", more,
                said.exact(name, "2015-11-10", "2", "loss"), GRAIN)
    rest = 1_250_000 - reserve - (sum(room.values()) - sum(borne.values()))
    assert rest == Fraction("108788.57")
    capital = sum(PLEDGES[name] for name in ENTERPRISES)
    for name in ("lighthouse", "coating-03", "coating-14"):
        compare(tally, f"second loss: the rest, {name}", [rest * PLEDGES[name] / capital],
                said.exact(name, "2015-11-10", "3", "loss"))


# ---- tranches, in kind, set-off -------------------------------------------------------------

def settlements(said, tally):
    # coating-07 has not paid the last fifth of its 375,000 when 2014 is settled.
    owed = said.party("coating-07", "--until", "2014-12-31")
    missing = 375_000 * 20 * PERCENT - owed["received"]
    compare(tally, "coating-07: its tranche is set off as far as it goes",
            [owed["received"], 0, missing], [owed["set_off"], owed["due"], owed["owes"]])
    compare(tally, "coating-07: the rest came in money on 2015-01-16", [Fraction("920.89"), 0],
            [missing, said.party("coating-07", "--until", "2015-01-31")["owes"]])
    # coating-12 had not paid 45,000 either, but has received more.
    ahead = said.party("coating-12", "--until", "2014-12-31")
    compare(tally, "coating-12: set off, and some is due", [45_000, ahead["received"] - 45_000, 0],
            [ahead["set_off"], ahead["due"], ahead["owes"]])
    # univ-a: 80% of 125,000 count; of 80% of 50,000 only what half of the pledge leaves.
    university = said.party("univ-a", "--until", "2013-12-31")
    in_kind = 125_000 * 80 * PERCENT + min(50_000 * 80 * PERCENT, 250_000 / 2 - 100_000)
    compare(tally, "univ-a: in kind, cash and its part of a call",
            [in_kind + 50_000 + 75_000 + 2_400_000 * 3 * PERCENT, 250_000 + 72_000],
            [university["paid_in"], university["called"]])
    # 2016-02-29: the call of 1,000,000 is overdue, that of 600,000 (30:20:10:10) is not yet.
    for name, share in (("lighthouse", Fraction(3, 7)), ("pentium", Fraction(2, 7))):
        last = said.party(name)
        compare(tally, f"{name} owes the call that is not due yet", [600_000 * share],
                [last["owes"]], Fraction(1, 100))


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    said, tally = Said(heqi), Tally()
    licence_income(said, tally)
    losses(said, tally)
    settlements(said, tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
