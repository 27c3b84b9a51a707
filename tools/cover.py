#!/usr/bin/env python3
"""Prints the coverage of the tests, a layer a row, from a summary that gcovr wrote as JSON.

Branches inside CHECK() are left out by ./dev cover: their other side is an abort that no test of a
right program can reach."""

import json
import sys


def add_up(files):
    """Sums of (lines covered, lines, branches covered, branches) by layer, and over all."""
    sums = {}
    for entry in files:
        layer = entry["filename"].split("/")[1]
        figures = [entry[key] for key in ("line_covered", "line_total",
                                          "branch_covered", "branch_total")]
        for name in (layer, "all"):
            sums[name] = [a + b for a, b in zip(sums.get(name, [0] * 4), figures)]
    return sums


def percent(covered, total):
    return f"{100 * covered / total:5.1f}%" if total else "    –"


def main():
    with open(sys.argv[1], encoding="utf-8") as summary:
        files = json.load(summary)["files"]
    sums = add_up(files)
    total = sums.pop("all", [0] * 4)
    print(f"{'layer':10} {'lines':>7} {'covered':>8} {'branches':>9} {'covered':>8}")
    rows = [*sorted(sums.items()), ("all", total)]
    for layer, (lines, line_total, branches, branch_total) in rows:
        print(f"{layer:10} {line_total:7} {percent(lines, line_total):>8} "
              f"{branch_total:9} {percent(branches, branch_total):>8}")


if __name__ == "__main__":
    main()
