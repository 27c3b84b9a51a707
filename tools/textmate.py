#!/usr/bin/env python3
"""Writes editors/vscode/syntaxes/heqi.tmLanguage.json, the colours of the language for editors that
read TextMate grammars, from src/lang/keyword_table.h and form_table.h.

A TextMate grammar knows no context: a project that is called like a word of the language has the
colour of that word, unless it is just being declared. The expressions keep to what Oniguruma, which
editors use, and Python's re, by which test/textmate_test.py tries them, read alike.

Without an argument the file is written; with --check nothing is, and the exit code is 1 where it is
stale. test/textmate_test.py runs that."""

import json
import re
import sys

import reference

TARGET = reference.ROOT / "editors" / "vscode" / "syntaxes" / "heqi.tmLanguage.json"

HAN = "一-鿿〇"
NAME = r"[^\W\d_][\w-]*"
APART = r"(?<![\w-])"    # no part of a name before …
BEHIND = r"(?![\w-])"    # … nor behind
DATE = r"\d{4}-\d{2}-\d{2}"
CHINESE_DATE = r"\d{1,4}年\d{1,2}月\d{1,2}日"
NUMBER = r"\d[\d,]*(?:\.\d+)?[万亿]?"
NUMERAL = "[零一二三四五六七八九十百千万]+"


def spellings(tables):
    """All words of the language, English and Chinese, the longest first."""
    english, chinese = set(), set()
    for row in tables.keywords:
        if row[0]:
            english.update(word for word in row[0] if word)
            chinese.update(word for word in row[2].split("|") if word)
    for _, forms in tables.sections:
        for form in forms:
            chinese.update(chinese_words(form[4]))
    for variants in tables.phrases.values():
        for _, pattern in variants:
            chinese.update(chinese_words(pattern))
    for name, words in tables.sets.items():
        if name.endswith("_ZH"):
            chinese.update(words)
    order = lambda words: sorted(words, key=lambda word: (-len(word), word))
    return order(english), order(chinese)


def chinese_words(pattern):
    """The words of a Chinese pattern that stand in it as they are."""
    bare = re.sub(r"\{\w+==?([^,;}]+)[,;]?\}", r" \1 ", pattern)
    bare = re.sub(r"\{[^}]*\}", " ", bare)
    return re.findall(rf"[{HAN}]+", bare)


def declaring_words(tables, dated):
    """Words behind which a new name stands: party NAME, join NAME, license NAME."""
    words = set()
    for _, forms in tables.sections:
        for form in forms:
            match = re.match(r"(\S+) \{name:p?new\}", form[3])
            if match and (form[1] == "DATED") == dated:
                words.update({match[1].partition("/")[0], tables.chinese(match[1])})
    return sorted(words)


def declaration(tables, dated, place):
    return {"match": rf"{place}({alternatives(declaring_words(tables, dated))})[ ]+"
                     rf"({NAME})(?![\w.-])",
            "captures": {"1": {"name": "keyword.other.heqi"},
                         "2": {"name": "entity.name.type.heqi"}}}


def alternatives(words):
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def grammar(tables):
    english, chinese = spellings(tables)
    run = rf"{APART}{alternatives(chinese)}+{BEHIND}"
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "comment": "Written by tools/textmate.py. Do not edit.",
        "name": "heqi",
        "scopeName": "source.heqi",
        "fileTypes": ["heqi"],
        "patterns": [{"include": f"#{part}"} for part in
                     ("comment", "text", "declaration", "date", "number", "article", "keyword")],
        "repository": {
            "comment": {
                "name": "comment.line.number-sign.heqi",
                "match": rf"(?<![^ ])(?<!\d{{4}}-\d{{2}}-\d{{2}} )#.*$|"
                         rf"(?<=\d{{4}}-\d{{2}}-\d{{2}} )#(?!\d).*$"},
            "text": {"patterns": [
                {"name": "string.quoted.double.heqi", "match": r'"(?:[^"\\]|\\.)*"?'},
                {"name": "string.quoted.other.heqi", "match": r"“(?:[^”\\]|\\.)*”?"}]},
            "declaration": {"patterns": [
                declaration(tables, False, "(?:(?<=^)|(?<=^  )|(?<=^    )|(?<=^      ))"),
                declaration(tables, True, f"(?<={DATE} )")]},
            "date": {"patterns": [
                {"name": "constant.numeric.date.heqi", "match": rf"{APART}{DATE}{BEHIND}"},
                {"name": "constant.numeric.date.heqi", "match": rf"{APART}{CHINESE_DATE}"},
                {"name": "constant.numeric.date.heqi", "match": r"#\d+"}]},
            "number": {"patterns": [
                {"name": "constant.other.digest.heqi", "match": r"sha256:\w+"},
                {"name": "constant.numeric.heqi",
                 "match": rf"{APART}{NUMBER}(?:[%％]|/\d+)?"},
                {"name": "constant.numeric.heqi",
                 "match": rf"{APART}{NUMERAL}分之{NUMERAL}{BEHIND}"}]},
            "article": {"name": "keyword.other.heqi",
                        "match": r"第[一二三四五六七八九十百千〇零两\d]+条"},
            "keyword": {"patterns": [
                {"name": "keyword.other.heqi",
                 "match": rf"(?<![\w.-]){alternatives(english)}{BEHIND}(?!\.\w)"},
                {"name": "keyword.other.heqi", "match": run}]},
        },
    }


def main():
    text = json.dumps(grammar(reference.Tables()), ensure_ascii=False, indent=2) + "\n"
    fresh = TARGET.exists() and TARGET.read_text() == text
    if sys.argv[1:] == ["--check"]:
        if not fresh:
            print(f"{TARGET.relative_to(reference.ROOT)} is stale: run tools/textmate.py")
        return 0 if fresh else 1
    if sys.argv[1:]:
        sys.exit(__doc__)
    if not fresh:
        TARGET.write_text(text)
        print(f"wrote {TARGET.relative_to(reference.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
