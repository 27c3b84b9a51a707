#!/usr/bin/env python3
"""Measures heqi against ledger and hledger on the same content, and against itself.

1. The same figures: a journal of 10,000 entries must give the same sum in every account in all
   three programs. Speed of a wrong answer is not measured.
2. `balance` of one million entries: time and memory of the three, and of a bare reader of the text
   (bench/reader.c) as the floor.
3. `settle` of one million entries with 300,000 receipts through a clause of four tiers, where what
   weighs changes daily or before nearly every receipt, against `balance` of the same journal
   without the clause.
4. Linearity: time and memory an entry, from ten thousand to ten million.
5. Shapley values and nucleoli of tables of 20 to 28 players, beside a pass that only reads the
   table; voting power, beside looking at each coalition. Processor time. Whether a program among
   the Debian packages could stand beside them was not looked into.

The programs of a part run in turn, round by round, so that what else the machine does falls on all
of them alike; the first run of each, which fills caches, is thrown away, and each figure is the
median of the others. A program that takes long takes part in fewer rounds (hledger at a million
entries takes a minute: in one, without a first run). Wall and processor time and the peak of resident memory come from wait4; memory below that
of this script cannot be seen, because a child starts as its copy. The texts are made by bench/gen
in build/bench. --quick measures a tenth of the size, --own leaves the other programs out."""

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
FOLDER = BUILD / "bench"
HEQI = os.environ.get("HEQI", str(BUILD / "heqi"))

# What the program is held to, at a million entries.
TARGET_ENTRIES = 1_000_000
LEDGER_TIMES_MIN = 40
HLEDGER_TIMES_MIN = 200
LEDGER_MEMORY_MIN = 8
SETTLE_TIMES_MAX = {"daily": 4, "every": 5}
LINEAR_TIMES_MAX = 1.5  # time an entry at the largest size against that at 100,000
SHAPLEY_TIMES_MAX = 1.5  # of a pass that only reads the table
POWER_SECONDS_MAX = [0.00005, 0.1, 0.2]  # the lines of power_bench
NUCLEOLUS_SECONDS_MAX = {20: 0.010, 24: 0.15, 26: 0.6, 28: 2.0}
PARTS = ["balance", "settle", "linear", "game"]


class Failed(Exception):
    """A program under measure ended with an error."""


def run_once(command):
    """(wall s, cpu s, peak MiB) of one run, its output thrown away."""
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            errors.seek(0)
            said = errors.read(2000).decode("utf-8", "replace").strip()
            raise Failed(f"{' '.join(command)}: exit {child.returncode}\n{said}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(contest):
    """The median of each figure of every command, in a list of (command, runs, warm-up runs)."""
    contest = [([str(word) for word in command], runs, warm) for command, runs, warm in contest]
    samples = [[] for _ in contest]
    for command, _, warm in contest:
        for _ in range(warm):
            run_once(command)
    rounds = max(runs for _, runs, _ in contest)
    for turn in range(rounds):
        for (command, runs, _), taken in zip(contest, samples):
            if (turn + 1) * runs // rounds > turn * runs // rounds:  # spread evenly
                taken.append(run_once(command))
    return [medians(command, taken) for (command, _, _), taken in zip(contest, samples)]


def medians(command, samples):
    wall, cpu, peak = (statistics.median(column) for column in zip(*samples))
    return {"command": " ".join(Path(word).name for word in command), "runs": len(samples),
            "wall_s": wall, "cpu_s": cpu, "peak_mib": peak}


def generate(mix, count, *more):
    """A text of bench/gen in build/bench, made only where it is missing or older than the maker."""
    maker = FOLDER / "gen"
    name = "-".join([mix, str(count), *[m for m in more if m in ("clause", "bare")]])
    text = FOLDER / f"{name}.heqi"
    ledger = [FOLDER / f"{name}.journal"] if "ledger" in more else []
    wanted = [text, *ledger]
    if any(not w.exists() or w.stat().st_mtime < maker.stat().st_mtime for w in wanted):
        arguments = ledger if mix == "mixed" else [m for m in more]
        subprocess.run([maker, mix, str(count), text, *arguments], check=True)
    return wanted


# ---- the same figures -----------------------------------------------------------------------

def output_of(command):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise Failed(f"{command[0]}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout.decode("utf-8")


def accounts_of_heqi(text):
    written = output_of([HEQI, "balance", "--json", text])
    try:
        accounts = json.loads(written)["accounts"]
    except (ValueError, KeyError) as unreadable:
        raise Failed(f"heqi balance --json wrote no accounts: {written[:200]!r}") from unreadable
    return {name: Decimal(amount) for name, amount in accounts.items() if Decimal(amount) != 0}


def accounts_of_flat_report(report):
    """Accounts of the plain report of ledger and hledger: an amount, spaces, a name."""
    rows = re.findall(r"^ *(-?[\d.]+)  (\S.*)$", report, re.M)
    return {name: Decimal(amount) for amount, name in rows if Decimal(amount) != 0}


def same_figures(others):
    text, journal = generate("mixed", 10_000, "ledger")
    own = accounts_of_heqi(text)
    for program in others:
        report = output_of([program, "-f", journal, "bal", "--flat"])
        theirs = accounts_of_flat_report(report)
        wrong = sorted(n for n in own.keys() | theirs.keys() if own.get(n) != theirs.get(n))
        if wrong:
            n = wrong[0]
            raise Failed(f"{len(wrong)} accounts differ from {program}'s, first {n}: "
                         f"heqi {own.get(n)}, {program} {theirs.get(n)}")
        print(f"10,000 entries: {len(own)} accounts, each the same in heqi and {program}")


# ---- tables ---------------------------------------------------------------------------------

def heading(text):
    print(f"\n{text}\n  {'':34}{'wall s':>9}{'cpu s':>9}{'peak MiB':>10}   {'ratio':>8}  target")


def row(name, figures, ratio=None, target="", met=True):
    """Prints a row; returns whether its target is met."""
    ratio_text = f"×{ratio:.1f}" if ratio is not None else ""
    verdict = f"{target} {'met' if met else 'MISSED'}" if target else ""
    print(f"  {name:34}{figures['wall_s']:9.3f}{figures['cpu_s']:9.3f}{figures['peak_mib']:10.1f}"
          f"   {ratio_text:>8}  {verdict}", flush=True)
    return met


def bench_balance(count, runs, others, results):
    full = count >= TARGET_ENTRIES  # the targets are for a million entries: small ones start too fast
    text, journal = generate("mixed", count, "ledger")
    sizes = f"{text.stat().st_size / 1e6:.1f} MB as heqi, {journal.stat().st_size / 1e6:.1f} MB"
    heading(f"balance of {count:,} entries ({sizes} as ledger)")
    rivals = [rival for rival in [("ledger", [], LEDGER_TIMES_MIN), ("ledger", ["--flat"], 0),
                                  ("hledger", [], HLEDGER_TIMES_MIN)] if rival[0] in others]
    contest = [([HEQI, "balance", text], runs, 1), ([FOLDER / "reader", text], runs, 1)]
    for program, options, _ in rivals:
        once = program == "hledger" and full
        contest.append(([program, "-f", journal, "bal", *options],
                        1 if once else min(runs, 3), 0 if once else 1))
    own, floor, *measured = measure(contest)
    results += [own, floor, *measured]
    met = row("bare reader (the floor)", floor, floor["wall_s"] / own["wall_s"])
    met &= row("heqi balance", own)
    for (program, options, times_min), theirs in zip(rivals, measured):
        ratio = theirs["wall_s"] / own["wall_s"]
        name = " ".join([program, "balance", *options])
        target = f"≥ {times_min}" if times_min and full else ""
        met &= row(name, theirs, ratio, target, not target or ratio >= times_min)
        if program == "ledger" and not options:
            ratio = theirs["peak_mib"] / own["peak_mib"]
            good = not full or ratio >= LEDGER_MEMORY_MIN
            verdict = f"≥ {LEDGER_MEMORY_MIN} {'met' if good else 'MISSED'}" if full else ""
            print(f"  {'memory of ledger to that of heqi':34}{'':28}   {f'×{ratio:.1f}':>8}  {verdict}")
            met &= good
    return met


def bench_settle(count, runs, results):
    heading(f"settle of {count:,} entries, {count * 3 // 10:,} of them receipts through four tiers")
    met = True
    for mix, times_max in SETTLE_TIMES_MAX.items():
        [with_clause] = generate(mix, count, "clause")
        [bare] = generate(mix, count, "bare")
        yardstick, settled = measure([([HEQI, "balance", bare], runs, 1),
                                      ([HEQI, "settle", with_clause], runs, 1)])
        results += [yardstick, settled]
        ratio = settled["wall_s"] / yardstick["wall_s"]
        row(f"balance without the clause, {mix}", yardstick)
        met &= row(f"settle, weights change {mix}", settled, ratio, f"≤ {times_max}",
                   ratio <= times_max)
    return met


def bench_linear(sizes, runs, results):
    print(f"\nlinearity of balance\n  {'entries':>12}{'wall s':>10}{'ns an entry':>13}"
          f"{'peak MiB':>10}{'bytes an entry':>16}")
    each = {}
    texts = [text for count in sizes for text in generate("mixed", count)]
    measured = measure([([HEQI, "balance", text], runs if count < 10_000_000 else min(runs, 3), 1)
                        for count, text in zip(sizes, texts)])
    results += measured
    for count, text, figures in zip(sizes, texts, measured):
        if count >= 10_000_000:
            text.unlink()  # half a gigabyte that nobody needs again
        each[count] = figures["wall_s"] / count
        print(f"  {count:12,}{figures['wall_s']:10.3f}{each[count] * 1e9:13.0f}"
              f"{figures['peak_mib']:10.1f}{figures['peak_mib'] * 2**20 / count:16.0f}", flush=True)
    # Ten thousand entries take a few milliseconds, most of them the start of a process: the
    # verdict is from the second size up.
    ratio = each[sizes[-1]] / each[sizes[1]]
    met = ratio <= LINEAR_TIMES_MAX
    print(f"  time an entry at {sizes[-1]:,} to that at {sizes[1]:,}: ×{ratio:.2f}  "
          f"≤ {LINEAR_TIMES_MAX} {'met' if met else 'MISSED'}")
    return met


# ---- games ----------------------------------------------------------------------------------

def bench_game(players, results):
    """Values of a table against reading it, in one process and turn by turn."""
    print("\nShapley values and nucleoli of a table, beside only reading it")
    said = output_of([BUILD / "bench" / "game_bench", str(players)])
    met = True
    for line in said.splitlines():
        seconds, times = map(float, re.search(r" ([\d.]+) s, x([\d.]+)$", line).groups())
        most = NUCLEOLUS_SECONDS_MAX.get(int(line.split()[0]))
        good = seconds <= most if "nucleolus" in line else times <= SHAPLEY_TIMES_MAX
        target = f"≤ {most} s" if "nucleolus" in line else f"≤ ×{SHAPLEY_TIMES_MAX}"
        met &= good
        print(f"  {line}  {target} {'met' if good else 'MISSED'}")
        results.append({"part": "game", "line": line})
    return met & bench_power(results)


def bench_power(results):
    """Voting power, the least of it beside looking at each coalition."""
    print("\npower in weighted voting")
    lines = output_of([BUILD / "bench" / "power_bench"]).splitlines()
    met = True
    for line, most in zip(lines, POWER_SECONDS_MAX):
        seconds = float(re.search(r": ([\d.]+) s", line).group(1))
        met &= seconds <= most
        print(f"  {line}  ≤ {most} s {'met' if seconds <= most else 'MISSED'}")
        results.append({"part": "power", "line": line})
    return met


def machine():
    model = ""
    try:
        cpuinfo = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        model = (re.search(r"model name\s*: (.*)", cpuinfo) or [""])[1]
    except OSError:
        pass
    load = os.getloadavg()[0]
    return f"{model or platform.machine()}, {os.cpu_count()} processors, load {load:.1f} at the start"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="100,000 entries, three runs each")
    parser.add_argument("--own", action="store_true", help="heqi only")
    parser.add_argument("--runs", type=int, default=0, help="runs of each (5; --quick 3)")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part")
    options = parser.parse_args()
    count = 100_000 if options.quick else 1_000_000
    sizes = [10_000, 100_000, 1_000_000] + ([] if options.quick else [10_000_000])
    runs = options.runs or (3 if options.quick else 5)
    parts = options.only or PARTS
    others = [] if options.own else ["ledger", "hledger"]

    print(machine())
    results, met = [], True
    try:
        same_figures(others)
        if "balance" in parts:
            met &= bench_balance(count, runs, others, results)
        if "settle" in parts:
            met &= bench_settle(count, runs, results)
        if "linear" in parts:
            met &= bench_linear(sizes, runs, results)
        if "game" in parts:
            met &= bench_game(24 if options.quick else 28, results)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    (FOLDER / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print("\nall targets met" if met else "\na target was missed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
