#!/usr/bin/env python3
"""heqi explain --dot: what it writes is a graph in the language of Graphviz, every node is reached
from the figure and declared once, and the amounts are those of the tree that --json writes.

The last line is "N passed, N failed"."""
import re
import subprocess
import sys
from fractions import Fraction

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
NODE = re.compile(r'  n(\d+) \[label="((?:[^"\\]|\\.)*)"(, shape=box)?\];')
EDGE = re.compile(r"  n(\d+) -> n(\d+)( \[style=dashed\])?;")
CALLS = (("coating.heqi", "pentium", 394), ("coating.heqi", "lighthouse", 1),
         ("three.heqi", "lab", None), ("three-zh.heqi", "研究院", None))

tally = support.Tally()


def amounts_of(node, found):
    """Every amount of a JSON tree, in minor units."""
    minor = Fraction(node.get("exact", node["amount"].replace(".", "")))
    found.add(int(minor))
    for child in node.get("children", []) + node.get("basis", []):
        amounts_of(child, found)
    return found


def graph_wrong(text, tree):
    lines = text.split("\n")
    if lines[:2] != ["digraph explanation {", "  rankdir=LR;"] or lines[-2:] != ["}", ""]:
        yield "no graph"
    nodes, edges = {}, []
    for line in lines[2:-2]:
        if match := NODE.fullmatch(line):
            if match[1] in nodes:
                yield f"n{match[1]} is declared twice"
            nodes[match[1]] = (match[2].split("\\n")[0], bool(match[3]))
        elif match := EDGE.fullmatch(line):
            edges.append((match[1], match[2], bool(match[3])))
        else:
            yield f"neither node nor edge: {line}"
    reached, open_nodes = set(), ["1"]
    while open_nodes:
        node = open_nodes.pop()
        if node not in reached:
            reached.add(node)
            open_nodes += [to for start, to, _ in edges if start == node]
    if reached != nodes.keys():
        yield f"reached {len(reached)} of {len(nodes)} nodes"
    inner = {start for start, _, dashed in edges if not dashed}
    if any(box == (name in inner) for name, (_, box) in nodes.items()):
        yield "a box that is no leaf, or a leaf that is no box"
    shown = {int(Fraction(amount.replace(".", ""))) for amount, _ in nodes.values()}
    if shown != amounts_of(tree, set()):
        yield f"other amounts: {sorted(shown ^ amounts_of(tree, set()))[:5]}"


BOOK = """alliance t "T"
  founded 2012-01-01
  currency CNY
article 1 "Members"
  party a enterprise "A" lead
  party b university "B"
  project p "P"
  share sale
    until cost times 2 repaid to funders by cost
    rest to b
"""


def size_of(receipts, *form):
    """How much is told of a book in which before every receipt more cost is borne."""
    text = BOOK + "".join(f"2012-02-01 a spends {20 + k % 7} x for p\n"
                          f"2012-02-01 income {30 + k % 5} from m class sale of p\n"
                          for k in range(receipts))
    done = subprocess.run([HEQI, "explain", "-", "--party", "a", *form], input=text.encode(),
                          capture_output=True, check=True)
    return len(done.stdout)


def check_growth(tally):
    """Twice the book is told in twice the length, though every line rests on all before it."""
    for form in ("--json", "--dot"):
        half, whole = size_of(1000, form), size_of(2000, form)
        tally.case(f"explain {form} grows with the book",
                   [] if whole < 2.2 * half else [f"{half} bytes of 1000, {whole} of 2000"])


def main():
    check_growth(tally)
    for name, party, line in CALLS:
        words = ["explain", str(support.ROOT / "examples" / name), "--party", party]
        words += ["--line", str(line)] if line else []
        told = support.run(HEQI, *words)
        done = subprocess.run([HEQI, *words, "--dot"], capture_output=True)
        wrong = [str(told), str(done)] if told.code or done.returncode else list(
            graph_wrong(done.stdout.decode(), told.json))
        tally.case(f"{name} {party} {line or ''}", wrong)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
