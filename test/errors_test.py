#!/usr/bin/env python3
"""Every diagnostic has a file in test/errors that provokes it, and it alone.

The file is named after the code. Its first line says what is wrong; comments behind it say what
heqi must find:

    # expect: E112 at 4:13                 in this file, line and column
    # expect: E121 at E121/b.heqi:13:1     in a file that this one includes
    # run: settle                          the command, where it is not check

All errors, findings and warnings must be the expected ones, in their order; notes only count where
one is expected. What else such a file says (src/report/catalogue.h) `heqi help CODE` shows: cause,
remedy, the example and what corrects it. Each page is complete, in both languages; the example it
shows provokes the code with the command it shows, and corrected nothing is left but notes of
others. Texts that cannot be read cannot be translated: they have a twin in test/errors/zh.
 What would be too large to store is written here before the run: {{129 a}} in a
file becomes a hundred and twenty-nine times "a", where @ is the number of the time and | a line
break; and E122 gets the files that it includes.

The last line of the output is "N passed, N failed"."""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
RELEASE = support.find_heqi("", "HEQI_RELEASE")
ERRORS = support.ROOT / "test" / "errors"
TABLE = support.ROOT / "src" / "base" / "diag_table.h"
EXPECT = re.compile(r"^# expect: ([A-Z]\d+) at (?:(\S+):)?(\d+):(\d+)$", re.M)
RUN = re.compile(r"^# run: (.+)$", re.M)
REPEAT = re.compile(rb"\{\{(\d+) ([^}]*)\}\}")
HAN = re.compile("[\u4e00-\u9fff]")
QUICK_S = 30

tally = support.Tally()


def catalogue():
    """The codes of the table, and whether they have a hint."""
    rows = re.findall(r"^DIAG\((\w+),(.*?)\)\n(?=DIAG|\Z|//|/\*)", TABLE.read_text(), re.M | re.S)
    texts = {code: re.findall(r'"((?:[^"\\]|\\.)*)"(?=\s*(?:,|$))', row) for code, row in rows}
    return {code: bool(row[1]) for code, row in texts.items()}


def repeated(match):
    """What stands for {{TIMES TEXT}}."""
    times, text = int(match[1]), match[2].replace(b"|", b"\n")
    if b"@" not in text:
        return text * times
    return b"".join(text.replace(b"@", b"%d" % i) for i in range(1, times + 1))


def prepare(folder):
    """The files as they are run."""
    shutil.copytree(ERRORS, folder, dirs_exist_ok=True)
    for path in folder.rglob("*.heqi"):
        lines = path.read_bytes().split(b"\n")
        path.write_bytes(b"\n".join(line if line.startswith(b"#") else REPEAT.sub(repeated, line)
                                    for line in lines))
    (folder / "generated").mkdir()
    for i in range(1, 100):
        (folder / "generated" / f"{i}.heqi").write_text(f'include "{i + 1}.heqi"\n')


def run(words, path, lang, cwd):
    """The findings of one run as JSON; None if it is none, and what is wrong with the run."""
    begin = time.monotonic()
    done = subprocess.run([HEQI, *words, "--json", "--lang", lang, path], cwd=cwd,
                          capture_output=True, timeout=300)
    problems = []
    if time.monotonic() - begin > QUICK_S:
        problems.append(f"it takes {time.monotonic() - begin:.1f} s")
    try:
        findings = json.loads(done.stdout)["findings"]
    except (ValueError, KeyError):
        return None, [f"exit {done.returncode}, no findings: {done.stdout[:200]} {done.stderr[:300]}"]
    heavy = any(f["severity"] in ("error", "finding") for f in findings)
    if done.returncode != int(heavy):
        problems.append(f"exit {done.returncode}: {done.stderr[:300]}")
    return findings, problems


def judge(name, text, codes, cwd):
    """What is wrong with the run of one file, beside its texts."""
    expected = [(code, file or name, int(line), int(col))
                for code, file, line, col in EXPECT.findall(text)]
    wanted = {code for code, *_ in expected}
    own = re.match(r"(?:zh/)?([A-Z]\d+)", name)[1]
    if own not in wanted:
        return [f"it does not expect {own}"]
    words = RUN.search(text)[1].split() if RUN.search(text) else ["check"]
    findings, problems = run(words, name, "en", cwd)
    if findings is None:
        return problems
    found = [(f["code"], f["file"], f["line"], f["col"]) for f in findings
             if f["severity"] != "note" or f["code"] in wanted]
    if found != expected:
        problems.append(f"expected {expected}, found {found}")
    chinese, more = run(words, name, "zh", cwd)
    problems += more
    for one, other in zip(findings, chinese or []):
        if not one["message"] or not HAN.search(other["message"]):
            problems.append(f"{one['code']} says {one['message']!r}, {other['message']!r}")
        foreign = set(re.findall(r"\b[A-Za-z]{3,}\b", other["message"], re.A)) - set(re.findall(r"\w+", text))
        if foreign - {"UTF"}:
            problems.append(f"{one['code']} speaks English in Chinese: {other['message']!r}")
        if one["code"] == own and codes[own] and not (one["hint"] and HAN.search(other["hint"])):
            problems.append(f"{own} hints {one['hint']!r}, {other['hint']!r}")
    return problems


def test_files(folder):
    codes = catalogue()
    named = sorted(path.name for path in ERRORS.glob("*.heqi"))
    named += sorted(f"zh/{path.name}" for path in (ERRORS / "zh").glob("*.heqi"))
    for code in codes:
        if not any(re.match(code + r"(?![0-9A-Za-z])", name) for name in named):
            tally.case(f"{code} has a file", ["it has none"])
    for name in named:
        text = (ERRORS / name).read_text(errors="replace")
        first = text.split("\n", 1)[0]
        problems = judge(name, text, codes, folder)
        if not re.match(r"# [A-Z].*[.;a-z]$", first):
            problems.append(f"the first line does not say what is wrong: {first!r}")
        tally.case(name, problems)


# ---- what `heqi help CODE` shows -------------------------------------------------------------

def write_texts(folder, page, which):
    """The texts of an example, as they are or corrected; U+FFFD stands for a byte that is no UTF-8."""
    for text in page["example"]:
        path = folder / text["name"]
        path.parent.mkdir(exist_ok=True)
        data = text[which].encode().replace("\ufffd".encode(), b"\xe9")
        path.write_bytes(REPEAT.sub(repeated, data))


def found_by(page, program, cwd):
    """(code, severity) of all that the command of the page finds."""
    words = page["command"].split()[1:]
    done = subprocess.run([program, *words, "--json"], cwd=cwd, capture_output=True, timeout=300)
    findings = json.loads(done.stdout).get("findings", [])
    return [(f["code"], f["severity"]) for f in findings]


def judge_page(page, lang, program, cwd):
    code, problems = page["code"], []
    path = next(p for p in ERRORS.glob(f"{code}*.heqi") if re.match(code + r"(?!\d)", p.name))
    beside = {one[0] for one in EXPECT.findall(path.read_text(errors="replace"))} - {code}
    for key in ("message", "cause", "remedy"):
        if not page[key] or "…" == page[key] or (lang == "zh" and not HAN.search(page[key])):
            problems.append(f"{key}: {page[key]!r}")
    if not page["cause"].endswith("." if lang == "en" else "。"):
        problems.append(f"the cause is no sentence: {page['cause']!r}")
    if lang == "zh" and not HAN.search(page["example"][0]["text"]):
        problems.append(f"the example is not in Chinese: test/errors/zh/{code}.heqi is missing")
    write_texts(cwd, page, "text")
    found = found_by(page, program, cwd)
    if {c for c, severity in found if severity != "note" or c == code} - beside != {code}:
        problems.append(f"the example gives {found}")
    if all(text["text"] == text["corrected"] for text in page["example"]):
        return problems + ["no `# mend` corrects it"]
    write_texts(cwd, page, "corrected")
    left = [(c, severity) for c, severity in found_by(page, program, cwd)
            if (severity != "note" or c == code) and c not in beside]
    return problems + ([f"corrected it gives {left}"] if left else [])


def test_pages(folder):
    program = RELEASE or HEQI
    causes = {}
    for code in catalogue():
        for lang in ("en", "zh"):
            done = subprocess.run([program, "help", code, "--json", "--lang", lang],
                                  capture_output=True, text=True)
            page = json.loads(done.stdout)
            problems = judge_page(page, lang, program, folder)
            other = causes.setdefault(page["cause"], code)
            if page["cause"] and other != code:
                problems.append(f"the cause is that of {other}, word for word")
            tally.case(f"the page of {code}, {lang}", problems)


def test_huge_line(folder):
    """A line of two hundred megabytes: refused at its begin, and soon."""
    if not RELEASE:
        tally.skip("no release build: a line of 200 MB takes too long under the sanitizers")
        return
    (folder / "huge").write_bytes(b"a" * 200_000_000)
    begin = time.monotonic()
    done = subprocess.run([RELEASE, "check", "--json", "huge"], cwd=folder, capture_output=True)
    seconds = time.monotonic() - begin
    found = [(f["code"], f["line"], f["col"]) for f in json.loads(done.stdout)["findings"]]
    problems = [] if ("E111", 1, 1) in found and done.returncode == 1 else [f"found {found}"]
    if seconds > QUICK_S:
        problems.append(f"it takes {seconds:.1f} s")
    tally.case("a line of 200 MB", problems)


def main():
    if not HEQI:
        return support.no_binary()
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        test_files(Path(folder))
        test_pages(Path(folder))
        test_huge_line(Path(folder))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
