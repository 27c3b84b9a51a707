#!/usr/bin/env python3
"""Published cases of sharing and rounding, written as agreements and settled by heqi.

Each case names what was published and what heqi makes of it: the same where the source is exact, and
where the source rounded on the way, how far it is off and why.

    test/published_test.py [HEQI]
"""
import sys
from fractions import Fraction

sys.dont_write_bytecode = True
from support import Tally, find_heqi, no_binary, run

HEAD = """alliance t "T"
  founded 2012-01-01
  currency {currency}
  rounding {rounding}
article 1 "Members"
"""


class Case:
    """A text, settled, and what is said of it."""

    def __init__(self, heqi, members, terms, journal, currency="USD", rounding="cumulative 1"):
        text = HEAD.format(currency=currency, rounding=rounding)
        text += "".join(f'  party {name} enterprise "{name.upper()}"\n' for name in members.split())
        self.outcome = run(heqi, "settle", "--lines", "-", text=text + terms + journal)
        self.json = self.outcome.json or {}

    def of(self, figure):
        """The figure of every member, in their order."""
        return " ".join(figures[figure] for figures in self.json.get("parties", {}).values())

    def exact(self, **wanted):
        """What the lines of a kind were exactly, in minor units."""
        return [Fraction(line["exact"]) for line in self.json.get("lines", [])
                if all(line[key] == value for key, value in wanted.items())]

    def compare(self, tally, name, wanted):
        """wanted: {figure: "amounts of all members"}, or of uncovered, unshared the one amount."""
        got = {key: self.json[key] if key in self.json else self.of(key) for key in wanted}
        tally.case(name, [] if got == wanted else [f"{got}, not {wanted}: {self.outcome}"])


def fractions(text):
    return [Fraction(word) for word in text.split()]


# ---- splitting cents ------------------------------------------------------------------------

EQUAL = "  share sale\n    rest to members equally\n"
EXPENSE = "{date} call {amount} by stake of s\n"


def rounding(heqi, tally):
    # Oracle Joint Venture Management, "Rounding Partner": 301.50 among four of 25% is billed as
    # 75.38 three times and 75.36: each is rounded, and one partner takes the 0.02.
    four = "  stakes s\n    a 25%\n    b 25%\n    c 25%\n    d 25%\n"
    published = fractions("75.38 75.38 75.38 75.36")
    once = Case(heqi, "a b c d", four, EXPENSE.format(date="2012-02-01", amount="301.50"))
    once.compare(tally, "301.50 over four", {"called": "75.38 75.38 75.37 75.37"})
    exact = Fraction("75.375")
    off = [max(abs(part - exact) for part in parts)
           for parts in (published, fractions(once.of("called")))]
    tally.case("301.50: the published partner is off by 0.015, nobody here by more than 0.005",
               [] if off == fractions("0.015 0.005") else [str(off)])
    year = "".join(EXPENSE.format(date=f"2012-{month:02}-01", amount="301.50")
                   for month in range(1, 13))
    Case(heqi, "a b c d", four, year).compare(
        tally, "301.50 twelve times: 904.50 each, where a rounding partner would have 904.32",
        {"called": "904.50 904.50 904.50 904.50"})

    Case(heqi, "a b", "  stakes s\n    a 75%\n    b 25%\n",
         EXPENSE.format(date="2012-02-01", amount="99.99")).compare(
        tally, "99.99 at 75 and 25: 74.9925 and 24.9975", {"called": "74.99 25.00"})

    six, sale = "a b c d e f", "2012-02-{:02} income {} from m class sale\n"
    Case(heqi, six, EQUAL, sale.format(1, 613), currency="JPY").compare(
        tally, "613 over six", {"received": "103 102 102 102 102 102"})
    Case(heqi, six, EQUAL, "".join(sale.format(day, 613) for day in range(1, 7)),
         currency="JPY").compare(tally, "613 over six, six times", {"received": " ".join(6 * ["613"])})
    Case(heqi, six, EQUAL, "".join(sale.format(day, 613) for day in range(1, 7)), currency="JPY",
         rounding="per split").compare(
        tally, "613 over six, six times, each by itself", {"received": "618 612 612 612 612 612"})
    Case(heqi, "a b c", EQUAL, sale.format(1, "220.00")).compare(
        tally, "220.00 over three", {"received": "73.34 73.33 73.33"})


# ---- losses under caps ----------------------------------------------------------------------

def capped_losses(heqi, tally):
    # Water-filling: 5:3:2, at most 400, 150 and 150.
    terms = """  a pledges 400
  b pledges 150
  c pledges 150
  project p "P"
  stakes blame in parts
    a 5
    b 3
    c 2
  bear project loss
    by stake of blame from a, b, c, at most 100% of pledge each
"""
    loss = "2012-02-01 loss {} of p\n"
    first = Case(heqi, "a b c", terms, loss.format(600))
    first.compare(tally, "a loss of 600 by 5:3:2 under 400, 150, 150",
                  {"borne": "321.43 150.00 128.57", "uncovered": "0.00"})
    exact = first.exact(kind="loss")
    wanted = [Fraction(2250, 7) * 100, Fraction(15000), Fraction(900, 7) * 100]
    near = len(exact) == 3 and all(abs(x - y) < Fraction(1, 10**9) for x, y in zip(exact, wanted))
    tally.case("… exactly 2250/7, 150 and 900/7", [] if near else [str(exact)])
    Case(heqi, "a b c", terms, loss.format(800)).compare(
        tally, "a loss of 800: all caps are reached, 100 are uncovered",
        {"borne": "400.00 150.00 150.00", "uncovered": "100.00"})
    Case(heqi, "a b c", terms, loss.format(600) + loss.format(200)).compare(
        tally, "the same in two losses", {"borne": "400.00 150.00 150.00", "uncovered": "100.00"})


# ---- a third for a quarter ------------------------------------------------------------------

def promote(heqi, tally):
    # Who pays a/b of the cost for c/d of the interest pays P = ad/bc times its share: here 4/3.
    terms = """  stakes interest
    a 1/4
    b 3/4
  project well "Well"
    funded a 1/3, b 2/3
  share sale
    rest to members by stake of interest
"""
    case = Case(heqi, "a b", terms, "2012-02-01 call 1,200,000 for well\n"
                                    "2012-03-01 income 1,200,000 from m class sale of well\n")
    case.compare(tally, "a third of the cost for a quarter of the income",
                 {"called": "400000.00 800000.00", "received": "300000.00 900000.00"})
    paid, got = ([Fraction(word) for word in case.of(key).split()] for key in ("called", "received"))
    factor = paid[0] / got[0] if got and got[0] else None
    tally.case("the promote factor is 4/3", [] if factor == Fraction(4, 3) else [str(factor)])


# ---- a Shapley value corrected by risk ------------------------------------------------------

def risk_modified(heqi, tally):
    # Enterprise, university and finance (Mathematical Problems in Engineering 2022, 8942299, table
    # 11): million yuan by Shapley, and each one's part of the risk. Published are 12.518, 6.299 and
    # 0.743, from differences to a third that were rounded to 0.390, -0.328 and -0.062.
    terms = """  stakes worth in parts
    a 4.890
    b 12.714
    c 1.956
  stakes hazard in parts
    a 0.723
    b 0.005
    c 0.272
  share sale
    rest to members by stake of worth adjusted by stake of hazard 100%
"""
    case = Case(heqi, "a b c", terms, "2012-02-01 income 19,560,000 from m class sale\n",
                currency="CNY")
    case.compare(tally, "the Shapley value of three, corrected by risk",
                 {"received": "12511880.00 6291800.00 756320.00"})
    phi, risk = fractions("4.890 12.714 1.956"), fractions("0.723 0.005 0.272")
    rounded = [part + delta * Fraction("19.56")
               for part, delta in zip(phi, fractions("0.390 -0.328 -0.062"))]
    published = fractions("12.518 6.299 0.743")
    near = all(abs(x - y) < Fraction(1, 1000) for x, y in zip(rounded, published))
    tally.case("the published figures follow from rounding on the way", [] if near else [str(rounded)])
    exact = [part + (share - Fraction(1, 3)) * Fraction("19.56") for part, share in zip(phi, risk)]
    got = [Fraction(word) / 10**6 for word in case.of("received").split()]
    tally.case("heqi's are the exact ones", [] if got == exact else [f"{got}, not {exact}"])


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    tally = Tally()
    for check in (rounding, capped_losses, promote, risk_modified):
        check(heqi, tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
