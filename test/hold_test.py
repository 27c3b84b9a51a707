#!/usr/bin/env python3
"""Settles texts piece by piece, with entries written late among them.

Books made by chance and the examples, with their settlements, get several entries moved behind later
ones as `LATER effective DAY …`; what is then accepted must settle alike at once, folding anew from
the founding for each of them, and in pieces (test/unit/hold_test.c, which says what is compared).
The books as they were made go through it, too.

    test/hold_test.py [HEQI]
"""
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from auditor.generate import scenario
from late_test import moved, movable, places, statements
from support import ROOT, Tally, find_heqi, no_binary, text_of

BOOKS = 120
LATE = 6  # entries of a text that are written late


def with_late(text, rng):
    """Some entries written late, one after the other; what declares a name stays before its use."""
    for _ in range(LATE):
        head, journal = statements(text)
        can = [at for at in movable(journal) if places(journal, at)]
        if not can:
            return text
        at = rng.choice(can)
        text = moved(head, journal, at, rng.choice(places(journal, at)[:40]))
    return text


def texts(rng):
    for name in ("coating", "three"):
        plain = text_of(ROOT / "examples" / f"{name}.heqi")
        for turn in range(6):
            yield f"{name} {turn}", with_late(plain, rng)
    for path in sorted((ROOT / "test" / "texts").glob("*.heqi")):
        yield path.name, with_late(text_of(path), rng)
    for seed in range(BOOKS):
        made = scenario(seed)
        if made.refused:
            continue
        yield f"book {seed}", made.text()
        yield f"book {seed}, late", with_late(made.text(), rng)


def check(program, path):
    done = subprocess.run([program, path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          cwd=ROOT, check=False)
    if done.returncode == 0:
        return []
    said = done.stdout.decode("utf-8", "replace")
    return [re.sub(r"^\[.*\n", "", said, flags=re.M)[:2000]]


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI", "HEQI_RELEASE")
    if not heqi:
        return no_binary()
    program = Path(heqi).parent / "test" / "unit" / "unit_hold_test"
    tally, rng = Tally(), random.Random(20261124)
    if not program.exists():
        tally.case("the program that settles in pieces is built", [f"no {program}"])
        return tally.end()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts(rng):
            path = Path(folder) / "text.heqi"
            path.write_text(text, encoding="utf-8")
            tally.case(name, check(program, path))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
