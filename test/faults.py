#!/usr/bin/env python3
"""Seeds the faults of test/auditor/faults into heqi, one by one, and lets the auditor look for each.

    test/faults.py [--scenarios N] [--seed S] [NAME...]

The tree is copied, so that nothing here changes. Of each fault is told the number of the scenario
that found it, which the program without the fault passes; one that N scenarios do not find, or that
does not fit the source, is a failure.
"""
import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
import auditor_test
from auditor import seeded
from support import Tally

SCENARIOS = 2000


def differs(heqi, seed):
    return bool(auditor_test.judge((str(heqi), seed))[2])


def found_by(heqi, sound, scenarios, seed):
    """The number of the first scenario that differs by the fault, or None."""
    for number in range(1, scenarios + 1):
        at = seed + number - 1
        if differs(heqi, at) and not differs(sound, at):
            return number
    return None


def check(tree, sound, fault, options):
    if not fault.fits(tree):
        return ["its old text does not stand in the source once"], "-"
    fault.seed(tree)
    began = time.monotonic()
    try:
        number = found_by(seeded.build(tree), sound, options.scenarios, options.seed)
    finally:
        fault.seed(tree, back=True)
    told = f"{number or 'never':>6} {time.monotonic() - began:6.0f} s"
    return [] if number else [f"not found in {options.scenarios} scenarios"], told


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--scenarios", type=int, default=SCENARIOS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        tree = seeded.copied(Path(folder) / "heqi")
        sound = shutil.copy(seeded.build(tree), Path(folder) / "sound")
        for fault in seeded.faults():
            if options.names and fault.name not in options.names:
                continue
            problems, told = check(tree, sound, fault, options)
            print(f"{told}  {fault.name:28} {fault.path}: {fault.breaks}", flush=True)
            tally.case(fault.name, problems)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
