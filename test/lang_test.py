#!/usr/bin/env python3
"""Texts people write go through `heqi fmt` and back.

Every text of test/lang and of the examples, and every text of test/lang that stands beside as
NAME.zh, must be printed in both languages; what was printed once is not changed by printing it
again; and from English to Chinese and back, or the other way round, it is the same bytes. Comments
and blank lines survive. NAME.zh holds the Chinese that NAME.heqi is printed as, so that a change of
the Chinese tables is seen and read; `lang_test.py --accept` writes them anew.

The last line of the output is "N passed, N failed"."""
import re
import subprocess
import sys

import support

HEQI = support.find_heqi("", "HEQI")
LANG = support.ROOT / "test" / "lang"
TEXTS = sorted([*LANG.glob("*.heqi"), *LANG.glob("*.zh"), *support.ROOT.glob("examples/*/*.heqi")])
COMMENT = re.compile(r'"(?:\\.|[^"\\])*"|“[^”]*”|\d-\d\d #\d|(?:^|(?<= ))(#.*?) *$', re.M)

tally = support.Tally()


def printed(text, lang):
    """The text as heqi prints it; what is wrong instead."""
    done = subprocess.run([HEQI, "fmt", "--lang", lang, "-"], input=text.encode(),
                          capture_output=True)
    if done.returncode or done.stderr:
        return None, [f"fmt --lang {lang}: exit {done.returncode}: {done.stderr.decode()[:400]}"]
    return done.stdout.decode(), []


def comments(text):
    """In the order of the alphabet: one inside a statement is moved before it."""
    return sorted(match[1] for match in COMMENT.finditer(text) if match[1])


def paragraphs(text):
    """How many groups of lines blank lines divide it into."""
    return len(re.findall(r"(?:.*\S.*\n?)+", text))


def judge(text):
    by_lang = {}
    for lang in "en", "zh":
        by_lang[lang], problems = printed(text, lang)
        if problems:
            return problems
    problems = []
    for start in "en", "zh":
        for lang in "en", "zh":
            again, more = printed(by_lang[start], lang)
            problems += more
            if again is not None and again != by_lang[lang]:
                problems.append(f"{start} printed as {lang} differs from the text printed as {lang}")
        if comments(by_lang[start]) != comments(text):
            problems.append(f"comments are not the same in {start}")
        if paragraphs(by_lang[start]) != paragraphs(text):
            problems.append(f"{start} has {paragraphs(by_lang[start])} paragraphs of {paragraphs(text)}")
    return problems


def test_texts():
    for path in TEXTS:
        tally.case(str(path.relative_to(support.ROOT)), judge(path.read_text()))


def test_chinese(accept):
    for path in sorted(LANG.glob("*.heqi")):
        golden = path.with_suffix(".zh")
        text, problems = printed(path.read_text(), "zh")
        if accept and not problems:
            golden.write_text(text)
        elif not problems and (not golden.exists() or golden.read_text() != text):
            problems = ["not what is printed; read the difference, then --accept it"]
        tally.case(golden.name, problems)


def main():
    if not HEQI:
        return support.no_binary()
    test_texts()
    test_chinese("--accept" in sys.argv)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
