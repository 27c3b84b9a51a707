#!/usr/bin/env python3
"""The TextMate grammar of editors/vscode: fresh, and its colours are those that the language has.

A small engine, which takes the leftmost match of the patterns in their order as TextMate does,
colours the examples. What it takes for a word of the language, a new name, a text, a comment or a
number is compared with what `heqi lsp` reads there: a place that can be renamed is a name, one that
has something to tell on hovering and cannot be renamed is a word.

Limits: the expressions run in Python's re, not in Oniguruma; tools/textmate.py uses only what both
read alike. A name that is spelled like a word has the colour of the word: such names are left out.

The last line is "N passed, N failed"."""
import json
import re
import subprocess
import sys

import lsp_client as client
import support

HEQI = support.find_heqi("", "HEQI")
FOLDER = support.ROOT / "editors" / "vscode"
TEXTS = ["examples/three.heqi", "examples/three-zh.heqi", "examples/council.heqi",
         "examples/coating.heqi", "test/lsp/council.heqi", "test/lsp/rough.heqi"]
URI = "file:///t/a.heqi"
KEYWORD, NAME = "keyword.other.heqi", "entity.name.type.heqi"

tally = support.Tally()


def flatten(grammar, part):
    """The patterns behind an include, in order."""
    rule = grammar["repository"][part["include"][1:]] if "include" in part else part
    if "match" in rule:
        return [rule]
    return [leaf for inner in rule["patterns"] for leaf in flatten(grammar, inner)]


def colours(rules, line):
    """(begin, end, scope) of a line."""
    at = 0
    while at <= len(line):
        found = [(match.start(), number, match) for number, (regex, _) in enumerate(rules)
                 if (match := regex.search(line, at)) and match.end() > match.start()]
        if not found:
            return
        _, number, match = min(found, key=lambda x: x[:2])
        rule = rules[number][1]
        if "name" in rule:
            yield match.start(), match.end(), rule["name"]
        for group, capture in rule.get("captures", {}).items():
            yield *match.span(int(group)), capture["name"]
        at = match.end()


def read_colours(rules, text):
    """The scope of every letter."""
    scopes = [""] * len(text)
    begin = 0
    for line in text.split("\n"):
        for start, end, scope in colours(rules, line):
            scopes[begin + start:begin + end] = [scope] * (end - start)
        begin += len(line) + 1
    return scopes


def words_of(text):
    """The begins of all words, those in texts and comments too."""
    return [found.start() for found in re.finditer(r"(?<![\w-])[^\W\d_][\w-]*", text)]


def read_server(text, places):
    """What the server reads at each place: "name", "word" or ""."""
    run = client.Replay(HEQI, client.begin() + [client.opened(URI, text)] + [
        client.asked(f"{what} {at}", what, URI, client.position(text, at))
        for at in places for what in ("prepareRename", "hover")] + client.END)
    return {at: "name" if run.answer(f"prepareRename {at}") else
            "word" if run.answer(f"hover {at}") else "" for at in places}


def judge(rules, keywords, name):
    text = (support.ROOT / name).read_text()
    scopes, places = read_colours(rules, text), words_of(text)
    read = read_server(text, places)
    problems, seen = [], {"name": 0, "word": 0, "": 0}
    for at in places:
        word = re.match(r"[\w-]+", text[at:])[0]
        scope = scopes[at]
        if read[at] == "name" and word in keywords and scope != NAME:
            continue
        if re.fullmatch("第.+条", word):
            continue
        seen[read[at]] += 1
        wanted = {"name": scope in ("", NAME), "word": scope == KEYWORD,
                  "": scope != KEYWORD or not scope}[read[at]]
        if not wanted:
            line = text.count("\n", 0, at) + 1
            problems.append(f"{name}:{line}: {word} is {read[at] or 'neither'}, but has {scope!r}")
    return problems, seen


def main():
    if not HEQI:
        return support.no_binary()
    fresh = subprocess.run([sys.executable, support.ROOT / "tools" / "textmate.py", "--check"],
                           capture_output=True, text=True)
    tally.case("the grammar is fresh", [fresh.stdout] if fresh.returncode else [])
    grammar = json.loads((FOLDER / "syntaxes" / "heqi.tmLanguage.json").read_text())
    rules = [(re.compile(rule["match"]), rule) for part in grammar["patterns"]
             for rule in flatten(grammar, part)]
    keywords = set(re.findall(r"[\w-]+", " ".join(
        rule["match"] for _, rule in rules if rule.get("name") == KEYWORD)))
    for name in TEXTS:
        problems, seen = judge(rules, keywords, name)
        tally.case(f"colours of {name}", problems)
        tally.case(f"{name} has words, names and texts", [] if all(seen.values()) else [str(seen)])
    for line, wanted in [
            ("2013-02-01 reverse 2013-02-01 #2 # why", ["constant.numeric.date.heqi", KEYWORD,
             "constant.numeric.date.heqi", "constant.numeric.date.heqi",
             "comment.line.number-sign.heqi"]),
            ('# "no text"', ["comment.line.number-sign.heqi"]),
            ('  zh "a \\" # b" # c', [KEYWORD, "string.quoted.double.heqi",
                                      "comment.line.number-sign.heqi"]),
            ("p-1 12,000.50 60% 1/3 x#y", ["constant.numeric.heqi"] * 3),
            ("2013-12-01 milestone paint.fund met", ["constant.numeric.date.heqi", KEYWORD, KEYWORD])]:
        got = [scope for _, _, scope in colours(rules, line)]
        tally.case(line, [] if got == wanted else [f"{got}, not {wanted}"])
    package = json.loads((FOLDER / "package.json").read_text())
    paths = [g["path"] for g in package["contributes"]["grammars"]] + [package["main"]] + [
        x["configuration"] for x in package["contributes"]["languages"]]
    tally.case("what package.json names is there",
               [path for path in paths if not (FOLDER / path).is_file()])
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
