#!/usr/bin/env python3
"""A long text is read by several threads, a short one line by line: both must say the same.

The same text is given to heqi once as one file that is long enough to be read ahead, and once cut
into files that are not: figures, JSON and books must be the same bytes. Then lines of it are
spoilt, and every error must be told at its line, in the order of the text.

The last line is "N passed, N failed"."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from support import ROOT, Tally, find_heqi, no_binary

ENTRIES = 50_000
PART_ENTRIES = 7_000

HEAD = """\
alliance longone "A long journal"
  founded 2012-01-01
  currency CNY

article 1 "Members"
  party p enterprise "Enterprise"
  party u university "University"
  project w "Work" key

article 2 "Income"
  share sale income
    50% to p
    rest to u

"""


def limit(name):
    text = (ROOT / "src/base/limits.h").read_text(encoding="utf-8")
    factors = re.search(rf"{name} \((\d+)u << (\d+)\)", text).groups()
    return int(factors[0]) << int(factors[1])


def entry(i):
    """One of the kinds that bring new names and cite earlier ones, or plain money."""
    date = f"20{12 + i // 10_000}-{1 + i // 1000 % 10:02}-{1 + i // 40 % 25:02}"
    if i % 1000 == 3:
        return f'{date} result R{i} patent "Result {i}" from w by p 1/2, u 1/2'
    if i % 1000 == 4:
        return f"{date} file R{i - 1}"
    if i % 7 == 0:
        return f"{date} income {i + 1}.{i % 100:02} from payer{i % 3001} class sale of w"
    if i % 7 == 1:
        return f"{date} spend {i % 90 + 1} material{i % 11} for w"
    if i % 7 == 2:
        return f"{date} 支出 {i % 90 + 1} 检测{i % 5} 用于 w"
    return f'{date} {"pu"[i % 2]} pays {i % 500 + 1}.{i % 100:02} capital "remark {i}"'


def run(heqi, *words):
    return subprocess.run([heqi, *map(str, words)], capture_output=True, text=True,
                          encoding="utf-8")


def write_parts(folder, lines):
    """The text as files of which none is read ahead; they join to the same lines."""
    parts = []
    for first in range(0, len(lines), PART_ENTRIES):
        part = folder / f"part{first}.heqi"
        text = "\n".join(lines[first:first + PART_ENTRIES]) + "\n"
        part.write_text((HEAD if first == 0 else "") + text, encoding="utf-8")
        assert part.stat().st_size < limit("LIMIT_AHEAD_BYTES_MIN")
        parts.append(part)
    return parts


def same_bytes(tally, heqi, whole, parts):
    for words in (["balance"], ["balance", "--json"], ["settle", "--json"], ["settle", "--lines"],
                  ["export", "hledger"], ["check"]):
        one, many = run(heqi, *words, whole), run(heqi, *words, *parts)
        problems = [] if one.stdout == many.stdout else ["another output"]
        problems += [r.stderr[:500] for r in (one, many) if r.returncode != 0]
        tally.case(" ".join(words) + " of one long file and of short ones", problems)


def errors_at_their_lines(tally, heqi, folder, lines):
    spoilt = folder / "spoilt.heqi"
    before = HEAD.count("\n")
    for places in ([0], [ENTRIES - 1], [ENTRIES // 2], list(range(11, ENTRIES, 997))):
        bad = list(lines)
        for i in places:
            bad[i] = bad[i][:11] + "nothing of the kind"
        spoilt.write_text(HEAD + "\n".join(bad), encoding="utf-8")
        done = run(heqi, "check", spoilt)
        told = [int(n) for n in re.findall(r"\.heqi:(\d+):\d+: error", done.stderr + done.stdout)]
        right = done.returncode == 1 and told == [before + i + 1 for i in places]
        tally.case(f"{len(places)} spoilt lines, the first {places[0] + 1}",
                   [] if right else [f"exit {done.returncode}, errors at {told[:20]}"])


def main():
    heqi = find_heqi(None, "HEQI")
    if not heqi:
        return no_binary()
    tally = Tally()
    lines = [entry(i) for i in range(ENTRIES)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "whole.heqi"
        whole.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
        long_enough = whole.stat().st_size > 2 * limit("LIMIT_AHEAD_BYTES_MIN")
        tally.case("the text is long enough", [] if long_enough else ["it is not"])
        same_bytes(tally, heqi, whole, write_parts(folder, lines))
        errors_at_their_lines(tally, heqi, folder, lines)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
