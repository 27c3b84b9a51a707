#!/usr/bin/env python3
"""The faults of test/auditor/faults still stand in the source: `./dev faults` seeds them."""
import sys

sys.dont_write_bytecode = True
from auditor import seeded
from support import Tally

LEAST = 30
ROOMS = {"share", "fold", "state", "num", "settle"}


def main():
    tally, found = Tally(), list(seeded.faults())
    for fault in found:
        fits = fault.old != fault.new and fault.fits(seeded.ROOT)
        tally.case(fault.name, [] if fits else [f"its old text does not stand in {fault.path} once"])
    tally.case("enough of them", [] if len(found) >= LEAST else [f"{len(found)} faults only"])
    rooms = {fault.path.split("/")[1] for fault in found}
    tally.case("in every room", [f"none in src/{room}" for room in sorted(ROOMS - rooms)])
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
