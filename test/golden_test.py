#!/usr/bin/env python3
"""What heqi says about the examples, compared with what is stored in test/golden.

    test/golden_test.py              compares
    test/golden_test.py --accept     stores what heqi says now: read the diff before committing it

A golden file begins with the command that it is the output of; so do fenced blocks of the README,
which are held to it too. JSON is stored a small value a line, so that a diff shows what changed.
HEQI, else build/heqi, is the program.
"""
import difflib
import json
import os
import re
import shlex
import subprocess
import sys

sys.dont_write_bytecode = True
from support import ROOT, Tally, find_heqi, no_binary

GOLDEN = ROOT / "test" / "golden"
PAGES = [ROOT / "README.md"]
SHOWN = re.compile(r"^```\n\$ heqi (.*)\n(?:.*\n)*?```$", re.M)
COLUMNS = 100
DIFF_LINES = 20

COATING, THREE, THREE_ZH = (f"examples/{name}.heqi" for name in ("coating", "three", "three-zh"))
ANNEX = "examples/coating-annex.heqi"
CONSORTIUM, VENTURE = "examples/consortia/p212593.heqi", "examples/ventures/volund.heqi"
# What `./dev run` explains: a share of the rest of a licence income, behind `until cost repaid`.
OF_REST = ("explain", COATING, "--party", "pentium", "--line", "394")

CASES = {
    "coating/settle": ("settle", COATING),
    "coating/settle-zh": ("settle", "--lang", "zh", COATING),
    "coating/settle-2014": ("settle", "--until", "2014-12-31", COATING),
    "coating/lines": ("settle", "--lines", COATING),
    "coating/lines-json": ("settle", "--json", "--lines", COATING),
    "coating/explain-pentium": ("explain", COATING, "--party", "pentium"),
    "coating/explain-coating-07": ("explain", COATING, "--party", "coating-07"),
    "coating/explain-univ-a-zh": ("explain", COATING, "--party", "univ-a", "--lang", "zh"),
    "coating/explain-reserve": ("explain", COATING, "--party", "fund reserve"),
    "coating/explain-of-rest": OF_REST,
    "coating/explain-of-rest-zh": (*OF_REST, "--lang", "zh"),
    "coating/explain-of-rest-json": (*OF_REST, "--json"),
    "coating/balance": ("balance", COATING),
    "coating/balance-zh": ("balance", "--lang", "zh", COATING),
    "coating/balance-2013": ("balance", "--at", "2013-12-31", COATING),
    "coating/balance-json": ("balance", "--json", COATING),
    "coating/check": ("check", COATING),
    "coating/fair": ("fair", COATING),
    "coating/fair-zh": ("fair", "--lang", "zh", COATING),
    "coating/fmt-zh": ("fmt", "--lang", "zh", COATING),
    "coating/print": ("print", ANNEX),
    "coating/print-zh": ("print", "--lang", "zh", ANNEX),
    "three-zh/print-zh": ("print", "--lang", "zh", THREE_ZH),
    "three/settle": ("settle", "--lines", THREE),
    "three/settle-json": ("settle", "--lines", "--json", THREE),
    "three/explain-lab": ("explain", THREE, "--party", "lab"),
    "three/explain-lab-json": ("explain", THREE, "--party", "lab", "--json"),
    "three/balance": ("balance", THREE),
    "three/check": ("check", THREE),
    "three/fmt-zh": ("fmt", "--lang", "zh", THREE),
    "three-zh/settle": ("settle", "--lines", "--lang", "zh", THREE_ZH),
    "three-zh/explain": ("explain", THREE_ZH, "--party", "研究院", "--lang", "zh"),
    "three-zh/fmt-en": ("fmt", "--lang", "en", THREE_ZH),
    "consortium/settle": ("settle", CONSORTIUM),
    "consortium/explain": ("explain", CONSORTIUM, "--party", "m965160477"),
    "venture/settle": ("settle", VENTURE),
    "venture/check": ("check", VENTURE),
}


def pretty(value, indent=0):
    """JSON with every value on one line that fits, in the order in which heqi wrote it."""
    flat = json.dumps(value, ensure_ascii=False)
    if indent + len(flat) <= COLUMNS or not isinstance(value, (dict, list)) or not value:
        return flat
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        rows = [f"{json.dumps(key, ensure_ascii=False)}: {pretty(item, indent + 1)}"
                for key, item in value.items()]
        return "{\n" + ",\n".join(pad + row for row in rows) + "}"
    return "[\n" + ",\n".join(pad + pretty(item, indent + 1) for item in value) + "]"


def quoted(argument):
    return f'"{argument}"' if " " in argument else argument


def output_of(heqi, arguments):
    """What the command prints, complaints first, under the command itself."""
    env = {**os.environ, "LC_ALL": "C"}  # the language of a run is said by --lang alone
    done = subprocess.run([heqi, *arguments], cwd=ROOT, env=env, capture_output=True)
    text = done.stdout.decode()
    if "--json" in arguments and text:
        text = pretty(json.loads(text)) + "\n"
    code = f"(exit {done.returncode})\n" if done.returncode else ""
    return f"$ heqi {' '.join(map(quoted, arguments))}\n{done.stderr.decode()}{code}{text}"


def page_with_outputs(heqi, page):
    """The page with what its commands print now in its fenced blocks."""
    def block(match):
        return f"```\n{output_of(heqi, shlex.split(match[1]))}```"
    return SHOWN.sub(block, page.read_text(encoding="utf-8"))


def difference(stored, said):
    lines = list(difflib.unified_diff(stored.splitlines(), said.splitlines(), "stored", "said",
                                      lineterm="", n=1))
    more = [f"… {len(lines) - DIFF_LINES} more lines"] if len(lines) > DIFF_LINES else []
    return "\n".join(["differs; --accept stores it", *lines[:DIFF_LINES], *more])


def accept(heqi):
    for path in GOLDEN.glob("*/*.txt"):
        if str(path.relative_to(GOLDEN).with_suffix("")) not in CASES:
            path.unlink()
    for name, arguments in CASES.items():
        path = GOLDEN / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output_of(heqi, arguments), encoding="utf-8")
    for page in PAGES:
        page.write_text(page_with_outputs(heqi, page), encoding="utf-8")


def compare(heqi, tally):
    for name, arguments in CASES.items():
        path = GOLDEN / f"{name}.txt"
        stored = path.read_text(encoding="utf-8") if path.is_file() else ""
        said = output_of(heqi, arguments)
        tally.case(name, [] if stored == said else [difference(stored, said)])
    for page in PAGES:
        stored, said = page.read_text(encoding="utf-8"), page_with_outputs(heqi, page)
        tally.case(page.name, [] if stored == said else [difference(stored, said)])


def json_of(heqi, *arguments):
    done = subprocess.run([heqi, *arguments, "--json"], cwd=ROOT, capture_output=True)
    return json.loads(done.stdout)


def compare_twins(heqi, tally):
    """The Chinese twin of three.heqi comes to the same figures, party by party, line by line."""
    english = json_of(heqi, "settle", "--lines", THREE)
    chinese = json_of(heqi, "settle", "--lines", THREE_ZH)
    names = dict(zip(chinese["parties"], english["parties"]))
    figures = {names[party]: figures for party, figures in chinese["parties"].items()}
    tally.case("twins: figures", [] if figures == english["parties"] else [f"{figures}"])
    kept = ("line", "entry", "date", "clause", "tier", "exact", "amount", "kind", "figure")
    problems = [f"line {one['line']}: {one} and {other}"
                for one, other in zip(english["lines"], chinese["lines"], strict=True)
                if one["to"] != names[other["to"]] or any(one[key] != other[key] for key in kept)]
    tally.case("twins: lines", problems)
    fits = len((ROOT / THREE).read_text(encoding="utf-8").splitlines()) <= 24
    tally.case("twins: a screen", [] if fits else ["more than 24 lines"])


def check_dev(tally):
    """./dev run explains the line that is stored here."""
    named = dict(re.findall(r"^(EXAMPLE|EXPLAIN_\w+)=(.*)$", (ROOT / "dev").read_text(), re.M))
    line = ("explain", named["EXAMPLE"], "--party", named["EXPLAIN_PARTY"],
            "--line", named["EXPLAIN_LINE"])
    tally.case("./dev run", [] if line == OF_REST else [f"it explains {' '.join(line)}"])


def main():
    heqi = find_heqi(None, "HEQI")
    if not heqi:
        return no_binary()
    if "--accept" in sys.argv[1:]:
        accept(heqi)
    tally = Tally()
    compare(heqi, tally)
    compare_twins(heqi, tally)
    check_dev(tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
