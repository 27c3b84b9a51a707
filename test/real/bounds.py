"""The theorem of docs/rounding.md, held against what heqi says of itself, entry by entry.

Every line of `settle --lines` tells what its recipient was entitled to and what it was given, so
that how far everyone of a stream is ahead or behind is known after each entry.
"""
from collections import defaultdict
from fractions import Fraction

from support import minor_units

GRAIN = Fraction(1, 10**12)     # for each change of weights


def most_behind(recipients):
    return sum((Fraction(1, i) for i in range(2, recipients + 1)), Fraction(0))


def splits_of(lines):
    """{stream: [{recipient: (entitled, given)}, …]}, in minor units, in the order of entries."""
    streams = defaultdict(dict)
    for line in lines:
        if line["kind"] not in ("share", "call"):
            continue
        split = streams[line["kind"], line["clause"], line["tier"], line["scope"]].setdefault(
            line["entry"], {})
        split[line["to"]] = (Fraction(line["exact"]), minor_units(line["amount"]))
    return {stream: list(splits.values()) for stream, splits in streams.items()}


def broken(lines):
    """What passes the bounds: nobody ahead by more than 1 - 1/n, or behind by more than H_n - 1;
    where all who are ahead are due a unit, nobody off by more than 1 - 1/n."""
    problems = []
    for stream, splits in splits_of(lines).items():
        behind = defaultdict(Fraction)
        for count, split in enumerate(splits):
            condition = all(split.get(who, (0, 0))[0] >= 1
                            for who, off in behind.items() if off < 0)
            for who, (entitled, given) in split.items():
                behind[who] += entitled - given
            n, slack = len(behind), count * GRAIN
            ahead = 1 - Fraction(1, n) + slack
            most = ahead if condition else most_behind(n) + slack
            off = {who: off for who, off in behind.items() if not -ahead <= off <= most}
            if off:
                problems.append(f"{' '.join(map(str, stream))}, split {count + 1} among {n}: "
                                f"{ {who: float(part) for who, part in off.items()} }")
    return problems
