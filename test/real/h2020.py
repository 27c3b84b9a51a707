"""What a Horizon 2020 consortium must settle to, from the table, without the converter."""
import csv
import gzip
from fractions import Fraction

from real import bounds
from real.cumulative import Stream
from support import differences, minor_units, run

ZERO = "0.00"


def projects(path):
    """rcn → its lines."""
    found = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found.setdefault(row["rcn"], []).append(row)
    return found


def contribution(row):
    amount = Fraction(row["contribution"]) * 100
    assert amount.denominator == 1
    return int(amount)


def instalments(grant):
    first = int(Fraction(40, 100) * grant)
    second = int(Fraction(40, 100) * grant)
    return [first, second, grant - first - second]


def decimal(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def figures_of(rows):
    """Party → its figures: nobody is called for anything, all that is received is due."""
    nothing = dict.fromkeys("called borne charges paid_in paid_out set_off owes".split(), ZERO)
    return {"m" + row["pic"]: {**nothing, "received": row_amount, "due": row_amount}
            for row in rows for row_amount in [decimal(contribution(row))]}


def but_zeros(amounts):
    return {key: amount for key, amount in amounts.items() if amount}


def lines_of(rows):
    """(entry, party) → cents of each instalment, by the cumulative rule."""
    shares = [contribution(row) for row in rows]
    stream = Stream(len(rows))
    return {(entry, "m" + row["pic"]): amount
            for entry, units in enumerate(instalments(sum(shares)), 1)
            for row, amount in zip(rows, stream.split(units, shares))}


def check(heqi, rows, text):
    """What heqi gets wrong about one consortium."""
    outcome = run(heqi, "settle", "--lines", "-", text=text)
    if outcome.code != 0 or not outcome.json:
        return [str(outcome)]
    expected, got = figures_of(rows), outcome.json["parties"]
    problems = [] if list(expected) == list(got) else ["parties, or their order, differ"]
    for party, figures in expected.items():
        problems += differences(figures, got.get(party, {}), party + " ")
    received = {(line["entry"], line["to"]): minor_units(line["amount"])
                for line in outcome.json["lines"] if line["figure"] == "received"}
    problems += bounds.broken(outcome.json["lines"])
    return problems + differences(but_zeros(lines_of(rows)), but_zeros(received), "line ")
