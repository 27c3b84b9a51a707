#!/usr/bin/env python3
"""The documentation is true: its examples run, and what is made from tables is fresh.

Every ```heqi block of docs/language.md is a text, and runs:

    ```heqi                 a whole text
    ```heqi text=NAME       … which later blocks may go on from
    ```heqi after=NAME      goes on behind that text; text=OTHER may stand beside it
    ```heqi … check         is only checked

What a block must give stands in it, in comments that begin a line; all but check needs one:

    # settles: a received 431,000.00, fund f 5.00, unshared 0.00      in `heqi settle`
    # settles until 2013-12-31: …                                     the same with --until
    # balance: assets:cash 5.00                                       in `heqi balance`
    # refuses: E214                                 `settle` says just that, notes left out
    # finds: F101                                   the same, but the figures stand

A block in ```text or ```json with words behind it is what heqi prints on the text before it:
```text settle --lang zh.

Every block that is not refused is also written in Chinese by `heqi fmt`, must settle to the same
figures, and come back as it was. Every form of the language stands in some example: each statement
is matched by the patterns of src/lang/form_table.h in a second way, as regular expressions.

docs/forms.md, docs/errors.md and docs/silence.md must be what tools/reference.py makes of the tables now.

docs/architecture.md names every file of src under its layer, and no other; its table of layers is
the one that test/tidy_test.py enforces.

With --write the blocks that show output are written anew, to be looked at as a difference.

The last line is "N passed, N failed"."""

import fnmatch
import json
import re
import subprocess
import sys

import support

sys.path.insert(0, str(support.ROOT / "tools"))
import reference  # noqa: E402 (it stands in tools)
import tidy_test  # noqa: E402

WRITE = "--write" in sys.argv
HEQI = support.find_heqi("", "HEQI")
PAGE = support.ROOT / "docs" / "language.md"
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)
DIRECTIVE = re.compile(r"^# (settles(?: until \S+)?|balance|refuses|finds): (.*)$", re.M)
PLACEHOLDER = "…"

tally = support.Tally()


# ---- running ----------------------------------------------------------------------------------

def heqi(words, text):
    """Exit code, standard output, standard error of a run on a text."""
    done = subprocess.run([HEQI, *words, "-"], input=text.encode(), capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace")


def codes(text, command="check"):
    """What a command reports, notes left out, and its exit code."""
    code, out, err = heqi([command, "--json"], text)
    try:
        found = json.loads(out).get("findings", [])
    except ValueError:
        return code, [f"exit {code}: {err[:300]}"]
    if command != "check" and not found:  # figures; what was reported stands beside them
        found = [{"severity": "finding", "code": c}
                 for c in re.findall(r"(?:error|finding|warning) ([EFW]\d+):", err)]
    return code, [f["code"] for f in found if f["severity"] != "note"]


def figure(settlement, name):
    words = name.split()
    if words[0] == "fund":
        return settlement["funds"].get(words[1])
    if len(words) == 1:
        return settlement.get(words[0])
    return settlement["parties"].get(words[0], {}).get(words[1])


def expected_figures(wanted):
    """"a received 431,000.00, fund f 5.00" as pairs; a comma and a space part them."""
    return [item.rsplit(" ", 1) for item in wanted.split(", ")]


def judge_figures(text, command, wanted):
    words = command.split()
    options = ["--until", words[2]] if "until" in words else []
    program = "balance" if command == "balance" else "settle"
    code, out, err = heqi([program, "--json", *options], text)
    if code:
        return [f"{program} exits {code}: {err[:400]}{out[:400]}"]
    result = json.loads(out)
    problems = []
    for name, amount in expected_figures(wanted):
        got = result["accounts"].get(name, "0.00") if program == "balance" else figure(result, name)
        if got != amount.replace(",", ""):
            problems.append(f"{name} is {got}, not {amount}")
    return problems


def judge_directive(text, command, wanted):
    if command.startswith(("settles", "balance")):
        return judge_figures(text, command, wanted)
    want = wanted.split()
    code, got = codes(text, "settle")
    problems = [] if got == want else [f"settle reports {got}, not {want}"]
    if (code == 0) != (command == "finds"):
        problems.append(f"settle exits {code}")
    return problems


# ---- there and back through Chinese -----------------------------------------------------------

def judge_chinese(text):
    code, english, err = heqi(["fmt", "--lang", "en"], text)
    if code:
        return [f"fmt exits {code}: {err[:300]}"]
    _, chinese, _ = heqi(["fmt", "--lang", "zh"], text)
    _, back, _ = heqi(["fmt", "--lang", "en"], chinese)
    problems = [] if back == english else ["through Chinese and back it is another text"]
    if heqi(["fmt", "--lang", "zh"], back)[1] != chinese:
        problems.append("Chinese is written in two ways")
    first, second = (heqi(["settle", "--json"], t)[:2] for t in (text, chinese))
    if first[0] != second[0] or (first[0] == 0 and first[1] != second[1]):
        problems.append("in Chinese it settles to other figures")
    if codes(chinese) != codes(text):
        problems.append(f"in Chinese it is checked differently: {codes(chinese)}")
    return problems


# ---- which forms a text uses ------------------------------------------------------------------

NAME = r"[^\W\d][\w-]*"
NUMBER = r"\d[\d,]*(?:\.\d+)?"
SHARE = rf"(?:{NUMBER}%|\d+/\d+)"
DATE = r"\d{4}-\d\d-\d\d"
TEXT = r'"(?:[^"\\]|\\.)*"'
VALUES = {
    "names": rf"{NAME}(?: {NAME})*", "path": rf"{NAME}\.{NAME}", "text": TEXT,
    "money": rf"{NUMBER}(?: [A-Z]{{3}}(?: at {NUMBER})?)?", "number": NUMBER, "integer": NUMBER,
    "share": SHARE, "part": rf"(?:{SHARE}|{NUMBER})", "date": DATE,
    "duration": rf"{NUMBER} (?:days?|months?|years?)", "monthday": r"\d+ [A-Z][a-z]+",
    "currency": "[A-Z]{3}", "article": "第.+条", "ref": rf"{DATE}(?: #\d+)?",
    "digest": r"sha256:\w+", "word": NAME,
    **{kind: NAME for kind in reference.NAMES},
}
TAIL = rf'(?:\s*{TEXT})?(?:\s*file {TEXT} sha256:\w+)?(?:\s*by {NAME})?'


def without_comment(line):
    """The line up to a `#` that opens it or follows a space, outside quotes; `DATE #n` is none."""
    quoted = False
    for at, char in enumerate(line):
        if char == '"' and (at == 0 or line[at - 1] != "\\"):
            quoted = not quoted
        cited = re.search(rf"{DATE} $", line[:at]) and re.match(r"\d", line[at + 1:])
        if char == "#" and not quoted and (at == 0 or line[at - 1] == " ") and not cited:
            return line[:at]
    return line


class Matcher:
    """The patterns of the forms as regular expressions, in English."""

    def __init__(self):
        self.tables = reference.Tables()
        self.spellings = {}
        for row in self.tables.keywords:
            if row[0]:
                key = row[0][0] + (f"/{row[1]}" if row[1] else "")
                self.spellings[key] = "(?:" + "|".join(map(re.escape, row[0])) + ")"
        self.by_block = {}
        self.opens = {}
        for _, forms in self.tables.sections:
            for name, block, opens, english, _ in forms:
                tail = TAIL if block == "DATED" else ""
                pattern = re.compile(self.pattern(english) + tail)
                self.by_block.setdefault(block, []).append((name, pattern))
                self.opens[name] = opens

    def keyword(self, word):
        return self.spellings.get(word, re.escape(word.partition("/")[0]))

    def value(self, match):
        what = match["what"].strip()
        if match["kind"] == "=" and what in self.tables.sets:
            words = (r"\s+".join(map(self.keyword, w.split("+"))) for w in self.tables.sets[what])
            one = "(?:" + "|".join(words) + ")"
        elif match["kind"] == "=":
            one = self.keyword(what)
        elif what in VALUES:
            one = f"(?:{VALUES[what]})"
        else:
            rows = (self.pattern(english) for english, _ in self.tables.phrases[what])
            one = "(?:" + "|".join(rows) + ")"
        one = rf"\s*{one}(?![\w-])"
        return rf"{one}(?:\s*,{one})*" if match["list"] else one

    def pattern(self, english):
        out = []
        for match in reference.PIECE.finditer(english):
            if match["role"]:
                out.append(self.value(match))
            elif match["word"]:
                out.append(rf"\s*{self.keyword(match['word'])}(?![\w-])")
            else:
                out.append({"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "<": "(?:(?:",
                            ">": ")*)", "|": "|", ",": r"\s*,", "~": ""}[match["mark"]])
        return "".join(out)

    def forms(self, text):
        """(line, form or None) of every statement."""
        blocks = ["TOP"]
        statement, depth = "", 0
        for raw in text.split("\n"):
            line = without_comment(raw).rstrip()
            if not line.strip():
                continue
            if not statement:
                depth = (len(line) - len(line.lstrip())) // 2
            statement = f"{statement} {line.strip()}".strip()
            if statement.endswith(","):
                continue
            yield statement, self.form(statement, blocks, depth)
            statement = ""

    def form(self, statement, blocks, depth):
        del blocks[depth + 1:]
        block = blocks[depth] if depth < len(blocks) else "NONE"
        body = re.sub(rf"^{DATE}(?: effective {DATE})?\s+", "", statement)
        if body != statement and block in ("TOP", "EXAMPLE"):
            block = "DATED"
        for name, pattern in self.by_block.get(block, []):
            if pattern.fullmatch(body):
                blocks.append(self.opens[name])
                return name
        return None


# ---- the page ---------------------------------------------------------------------------------

class Page:
    def __init__(self, matcher):
        self.texts = {}
        self.last = ""
        self.outputs = []  # (from, to, text) of blocks of output
        self.matcher = matcher
        self.seen = set()

    def example(self, where, info, body):
        words = info.split()
        named = dict(word.split("=") for word in words if "=" in word)
        text = self.texts.get(named.get("after"), "") + body
        self.last = text
        if "text" in named:
            self.texts[named["text"]] = text
        if "after" in named and named["after"] not in self.texts:
            tally.case(where, [f"there is no text {named['after']} above"])
            return
        directives = DIRECTIVE.findall(body)
        problems = []
        refused = any(command == "refuses" for command, _ in directives)
        if not directives and "check" not in words:
            problems.append("it says neither what it gives nor that it is only checked")
        for command, wanted in directives:
            problems += judge_directive(text, command, wanted)
        if not refused:
            if "check" in words and codes(text) != (0, []):
                problems.append(f"check reports {codes(text)}")
            problems += judge_chinese(text)
            for statement, form in self.matcher.forms(heqi(["fmt", "--lang", "en"], text)[1]):
                if form:
                    self.seen.add(form)
                else:
                    problems.append(f"no pattern matches: {statement}")
        tally.case(where, problems)

    def output(self, where, match):
        kind, info, body = match.groups()
        code, out, err = heqi(info.split(), self.last)
        problems = [] if code in (0, 1) else [f"exit {code}: {err[:300]}"]
        if kind == "json" and not problems:
            out = json.dumps(json.loads(out), indent=1, ensure_ascii=False)
        if out.rstrip("\n") != body.rstrip("\n"):
            problems.append(f"it prints\n{out}")
        self.outputs.append((match.start(3), match.end(3), out.rstrip("\n") + "\n"))
        tally.case(where, [] if WRITE else problems)


def test_page():
    text = PAGE.read_text()
    page = Page(Matcher())
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        where = f"{PAGE.name}:{line} ```{match[1]}{match[2]}"
        if match[1] == "heqi":
            page.example(where, match[2], match[3])
        elif match[1] in ("text", "json") and match[2].strip():
            page.output(where, match)
    for start, end, out in reversed(page.outputs if WRITE else []):
        text = text[:start] + out + text[end:]
    if WRITE:
        PAGE.write_text(text)
    for _, forms in page.matcher.tables.sections:
        for name, *_ in forms:
            tally.case(f"form {name}", [] if name in page.seen else ["it stands in no example"])


def test_tables():
    done = subprocess.run([sys.executable, support.ROOT / "tools" / "reference.py", "--check"],
                          capture_output=True, text=True)
    tally.case("what is made from tables", [done.stdout + done.stderr] if done.returncode else [])


def test_architecture():
    text = (support.ROOT / "docs" / "architecture.md").read_text()
    layers = sorted(p.name for p in (support.ROOT / "src").iterdir() if p.is_dir())
    rows = dict(re.findall(r"^\| src/(\w+) \| .* \| ([^|]*) \|$", text, re.M))
    for layer in layers:
        allowed = set(re.findall(r"\w+", rows.get(layer, "none")))
        wanted = tidy_test.INCLUDES[layer] & set(layers)
        tally.case(f"layer {layer}", [] if allowed == wanted else [f"{allowed}, not {wanted}"])
        section = re.search(rf"^## src/{layer}$(.*?)(?=^## |\Z)", text, re.M | re.S)
        named = set(re.findall(r"`([\w*]+\.[ch])`", section[1] if section else ""))
        files = {p.name for p in (support.ROOT / "src" / layer).glob("*.[ch]")}
        unnamed = {f for f in files if not any(fnmatch.fnmatch(f, n) for n in named)}
        gone = {n for n in named if not fnmatch.filter(files, n)}
        tally.case(f"files of {layer}", [f"not in the walk: {f}" for f in sorted(unnamed)] +
                   [f"there is no {n}" for n in sorted(gone)])


def main():
    if not HEQI:
        return support.no_binary()
    test_tables()
    test_architecture()
    test_page()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
