#!/usr/bin/env python3
"""The fuzz targets hold on every text that their fuzzing learned (fuzz/corpus) and on those it
started from: the same judgements that ./dev fuzz makes of arbitrary texts, without its tools.

The last line of the output is "N passed, N failed"."""
import subprocess
import sys
from pathlib import Path

import support

HEQI = support.find_heqi("", "HEQI")
FUZZ = support.ROOT / "fuzz"

tally = support.Tally()


def texts_of(target):
    """The corpus of a target, and what ./dev fuzz puts beside it."""
    seeds = sorted((FUZZ / "seeds").glob("*")) if target == "lsp" else \
        sorted((support.ROOT / "test" / "errors").glob("*.heqi"))
    return sorted((FUZZ / "corpus" / target).glob("*")) + seeds


def judge(program, texts):
    done = subprocess.run([program, *map(str, texts)], capture_output=True, timeout=500)
    said = done.stderr.decode(errors="replace").splitlines()
    if done.returncode == 0 and done.stdout.decode() == f"{len(texts)} texts\n":
        return []
    return [f"exit {done.returncode}", *said[-12:]]


def main():
    if not HEQI:
        return support.no_binary()
    for target in ("lex", "parse", "format", "lsp"):
        program, texts = Path(HEQI).parent / "fuzz" / f"{target}_fuzz", texts_of(target)
        learned = list((FUZZ / "corpus" / target).glob("*"))
        tally.case(f"{target} has a corpus", [] if len(learned) > 20 else [f"of {len(learned)}"])
        tally.case(f"{target} on {len(texts)} texts", judge(program, texts))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
