#!/usr/bin/env python3
"""heqi on the command line: every option, every exit code, both languages, every way in which the
outside world can refuse. What is wrong with a text is not the matter here (test/errors_test.py),
but where complaints go, in which form, and what a call leaves behind.

Exit codes: 0 clean, 1 errors in the text, 2 wrong call, 3 cannot run. The last line of the output
is "N passed, N failed"."""
import json
import os
import re
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
RELEASE = support.find_heqi("", "HEQI_RELEASE")
EXAMPLE = "examples/consortia/p212593.heqi"
GOOD = b'alliance sample "A sample"\n  founded 2012-08-29\n'
BAD = b"allianc sample\n"
SHOWN = re.compile(r"^(.*):(\d+):(\d+): (\S+) ([A-Z]\d+): (.*)$", re.M)
SHOWN_ZH = re.compile(r"^(.*):(\d+):(\d+): (\S+) ([A-Z]\d+)：(.*)$", re.M)
QUICK_S = 20  # far more than is needed, with the sanitizers and on a busy machine
PLAIN_ENV = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG")}



def framed(*messages):
    """Messages of JSON-RPC as a client sends them."""
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


# What is said to commands that talk with another program.
TALK = {"lsp": framed({"id": 1, "method": "initialize", "params": {"capabilities": {}}},
                      {"id": 2, "method": "shutdown"}, {"method": "exit"})}

tally = support.Tally()


class Run:
    """One call: exit code, what it wrote, how long it took."""

    def __init__(self, *words, stdin=b"", env=None, cwd=support.ROOT, **more):
        begin = time.monotonic()
        more.setdefault("stdout", subprocess.PIPE)
        if not isinstance(stdin, bytes):
            more["stdin"] = stdin
        else:
            more["input"] = stdin
        done = subprocess.run([HEQI, *words], stderr=subprocess.PIPE, cwd=cwd,
                              env={**PLAIN_ENV, **(env or {})}, timeout=300, **more)
        self.seconds = time.monotonic() - begin
        self.code, self.out = done.returncode, (done.stdout or b"").decode()
        self.err = done.stderr.decode()

    def problems(self, code, out=None, err=None):
        """What differs: out and err are texts to find, or "" where nothing may be written."""
        found = []
        if self.code != code:
            found.append(f"exit {self.code}, not {code}")
        for name, written, wanted in ("stdout", self.out, out), ("stderr", self.err, err):
            if wanted == "" and written:
                found.append(f"{name} holds {written[:200]!r}")
            elif wanted and wanted not in written:
                found.append(f"{name} lacks {wanted!r}: {written[:300]!r}")
        return found

    def findings(self):
        """The findings of --json; a text that is no JSON of this form raises."""
        document = json.loads(self.out)
        keys = {"code", "severity", "file", "line", "col", "message", "hint"}
        for finding in document["findings"]:
            if finding.keys() != keys or not isinstance(finding["line"], int):
                raise ValueError(f"a finding of another form: {finding}")
        return document["findings"]

    def codes(self):
        return [code for _, _, _, _, code, _ in SHOWN.findall(self.err)]


def expect(name, run, code, out=None, err=None, more=()):
    tally.case(name, run.problems(code, out, err) + list(more))


def same(what, got, wanted):
    return [] if got == wanted else [f"{what}: {got!r}, not {wanted!r}"]


def commands():
    """The table of commands, as heqi tells it to machines."""
    return json.loads(Run("help", "--json").out)["commands"]


# ---- help -----------------------------------------------------------------------------------

def test_overview():
    bare = Run()
    expect("no command is a wrong call", bare, 2, out="", err="Usage: heqi")
    for words in (["--help"], ["help"], ["--help", "--lang", "en"]):
        expect(" ".join(words), Run(*words), 0, err="", more=same("help", Run(*words).out, bare.err))
    for command in commands():
        row = re.search(rf"^  {command['name']} .*  {re.escape(command['summary'])}$", bare.err, re.M)
        tally.case(f"the overview lists {command['name']}", [] if row else ["it does not"])
    chinese = Run("--help", "--lang", "zh")
    expect("the overview in Chinese", chinese, 0, out="用法：heqi", err="")


def test_command_help(command):
    name = command["name"]
    for lang, title in ("en", "Example:"), ("zh", "示例："):
        shown = Run(name, "--help", "--lang", lang)
        expect(f"{name} --help --lang {lang}", shown, 0, out=title, err="",
               more=same("help NAME", Run("help", name, "--lang", lang).out, shown.out))
    english = Run(name, "--help").out
    expect(f"--help {name}", Run("--help", name), 0, out=english)
    lines = [line.strip() for line in english.splitlines()]
    example = lines[lines.index("Example:") + 1]
    tally.case(f"the example of {name} is that of the table",
               same("example", example, "heqi " + command["example"]))
    for option in command["options"]:
        row = re.search(rf"^  --{option['name']}\b.*{re.escape(option['summary'])}$", english, re.M)
        tally.case(f"{name} --help explains --{option['name']}", [] if row else ["it does not"])
    words = shlex.split(example)[1:]
    ran = Run(*words, stdin=TALK.get(name, b""))
    expect(f"the example of {name} runs", ran, 0, more=[] if ran.out else ["it prints nothing"])
    if name not in TALK:
        as_json = Run(*words, "--json")
        json.loads(as_json.out)
        expect(f"the example of {name} with --json", as_json, 0, err="")
    told = json.loads(Run(name, "--help", "--json").out)["commands"]
    tally.case(f"{name} --help --json", same("commands", told, [command]))


def test_help_of_codes():
    english = Run("help", "E101")
    expect("help E101", english, 0, out="error E101: a tab stands here\ncause: Indentation")
    for piece in ("\nremedy: use spaces", "\nExample, of which `heqi check E101.heqi` says E101:\n",
                  '\n- article 2\t"Capital"\n+ article 2 "Capital"\n'):
        tally.case(f"help E101 has {piece!r}", [] if piece in english.out else [english.out])
    expect("help E101 in Chinese", Run("help", "E101", "--lang=zh"), 0, out="错误 E101：此处有制表符")
    row = json.loads(Run("help", "E112", "--json").out)
    tally.case("help E112 --json", same("keys", set(row), {"code", "severity", "message", "hint", "cause", "remedy",
                                                       "command", "example"})
               + same("severity", row["severity"], "error"))
    expect("help of nothing known", Run("help", "E1O1"), 2, out="", err="did you mean `E101`?")
    table = (support.ROOT / support_diag_table()).read_text()
    for code in re.findall(r"^DIAG\((\w+),", table, re.M):
        told = Run("help", code)
        tally.case(f"help {code}", told.problems(0, f" {code}: ", ""))


def support_diag_table():
    return "src/base/diag_table.h"


def test_version():
    built = re.search(r"version: '([\d.]+)'", (support.ROOT / "meson.build").read_text())[1]
    expect("--version", Run("--version"), 0, out=f"heqi {built}\n", err="")
    expect("--version beside a command", Run("check", "--version"), 0, out=f"heqi {built}\n")


# ---- the call -------------------------------------------------------------------------------

def test_wrong_calls():
    for name, words, said in [
        ("an unknown command", ["chekc", "x"], "no command `chekc`; did you mean `check`?"),
        ("a command like no other", ["frobnicate"], "no command `frobnicate`\n"),
        ("an unknown option", ["check", "x", "--jsno"], "no option `--jsno`; did you mean `--json`?"),
        ("an option like no other", ["check", "x", "--frobnicate=1"], "no option `--frobnicate`\n"),
        ("a short option", ["check", "-j", "x"], "no option `-j`"),
        ("a value that is missing", ["check", "x", "--lang"], "`--lang` needs a value: en|zh"),
        ("an option for a value", ["check", "--lang", "--json", "x"], "`--lang` needs a value"),
        ("a value that is not wanted", ["check", "--json=1", "x"], "`--json` takes no value"),
        ("a value of another kind", ["check", "--lang", "fr", "x"], "`fr` is no value"),
        ("an empty value", ["check", "--lang=", "x"], "`` is no value"),
        ("an option given twice", ["check", "--lang=en", "--lang", "en", "x"], "is given twice"),
        ("no file", ["check"], "`check` needs more: FILE..."),
        ("two files where one is read", ["fmt", "a", "b"], "`fmt` takes no `b`"),
        ("standard input twice", ["check", "-", "x", "-"], "can be read only once"),
        ("two topics", ["help", "check", "fmt"], "`help` takes no `fmt`"),
        ("an unknown command with --help", ["chekc", "--help"], "did you mean `check`?"),
        ("an empty command", [""], "no command ``"),
        ("control characters", ["a\x1b[2J"], "no command `a\ufffd[2J`"),
        ("bytes that are no text", [b"ch\xffck"], "no command `ch\ufffdck`"),
    ]:
        run = Run(*words)
        expect(f"wrong call: {name}", run, 2, out="", err="heqi: ")
        expect(f"what is said of it: {name}", run, 2, err=said)
        expect(f"where to look: {name}", run, 2, err="--help` says how it is called\n")
    expect("a wrong call in the language of an option behind it",
           Run("chekc", "--lang", "zh"), 2, out="", err="没有“chekc”这个命令；您是想写“check”吗？")
    expect("the first fault is the one that is said",
           Run("check", "--one", "--two"), 2, err="heqi: there is no option `--one`")


def test_options_anywhere(folder):
    (folder / "--json").write_bytes(BAD)
    (folder / "bad").write_bytes(BAD)
    wanted = Run("check", "bad", "--json", "--lang", "zh", cwd=folder).out
    for words in (["--json", "check", "--lang", "zh", "bad"], ["--lang=zh", "--json", "check", "bad"],
                  ["check", "--json", "--json", "bad", "--lang=zh"],
                  ["--json", "--lang=zh", "--", "check", "bad"]):
        run = Run(*words, cwd=folder)
        expect(" ".join(words), run, 1, err="", more=same("stdout", run.out, wanted))
    expect("behind -- an option is a file", Run("check", "--", "--json", cwd=folder), 1, out="",
           err="--json:1:1: error E129")


def test_languages(folder):
    (folder / "bad").write_bytes(BAD)
    for env, chinese in [
        ({}, False), ({"LANG": "C"}, False), ({"LANG": "zh_CN.UTF-8"}, True), ({"LANG": "zh"}, True),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, True), ({"LC_MESSAGES": "en", "LANG": "zh"}, False),
        ({"LC_ALL": "C", "LC_MESSAGES": "zh", "LANG": "zh"}, False), ({"LC_ALL": "zh_CN"}, True),
        ({"LC_ALL": "", "LANG": "zh_CN"}, True),
    ]:
        run = Run("check", "bad", cwd=folder, env=env)
        expect(f"messages under {env}", run, 1, out="", err="错误 E129：" if chinese else "error E129: ")
    zh = {"LANG": "zh_CN.UTF-8"}
    expect("--lang is stronger", Run("check", "bad", "--lang=en", cwd=folder, env=zh), 1, err="error E129")
    expect("a missing file in Chinese", Run("check", "no", cwd=folder, env=zh), 3, out="",
           err="heqi: 没有“no”这个文件\n")
    english = Run("fmt", EXAMPLE).out
    expect("fmt writes English keywords wherever it runs", Run("fmt", EXAMPLE, env=zh), 0, err="",
           more=same("text", Run("fmt", EXAMPLE, env=zh).out, english))
    expect("fmt complains in the language of the place", Run("fmt", "bad", cwd=folder, env=zh), 1,
           out="", err="错误 E129")
    expect("fmt --lang zh", Run("fmt", "--lang", "zh", EXAMPLE), 0, out="\n联盟 p212593 ", err="")


# ---- check ----------------------------------------------------------------------------------

MANY = b"""alliance sample "\xe6\xa0\xb7" nonsense
  founded 2012-13-01
\tcurrency XYZ
  # \xe5\xa4\x87\xe6\xb3\xa8
  term "\xe6\xb6\x82\xe6\x96\x99
article 1 "A" ; \xef\xbc\x9b
2012-09-31 settle
2012-09-30 \xe7\xbb\x93\xe7\xae\x97 1.2.3
"""


def test_check(folder):
    (folder / "many").write_bytes(MANY)
    (folder / "good").write_bytes(GOOD + b"2013-01-01 settle\n")
    expect("a clean text", Run("check", "good", cwd=folder), 0, err="",
           out="dated statements: 1; nothing to remark\n")
    expect("a clean text in Chinese", Run("check", "good", "--lang=zh", cwd=folder), 0, err="",
           out="带日期的语句：1 条；未发现问题\n")
    expect("a clean text, JSON", Run("check", "good", "--json", cwd=folder), 0, err="",
           out='{"findings":[]}\n')
    expect("a text with a note", Run("check", EXAMPLE), 0, out="dated statements: 4; 2 notes\n",
           err=": note N101: not signed by 3 of 3 members\n")
    told = Run("check", EXAMPLE, "--json")
    expect("a text with a note, JSON", told, 0, err="",
           more=same("severities", [f["severity"] for f in told.findings()], ["note", "note"]))
    finding = Run("check", "test/errors/F101.heqi")
    expect("a text with a finding", finding, 1, out="1 finding, ", err=": finding F101: ")
    expect("a text with a finding, JSON", Run("check", "test/errors/F101.heqi", "--json"), 1, err="")
    for lang, pattern, word in ("en", SHOWN, "error"), ("zh", SHOWN_ZH, "错误"):
        text = Run("check", "many", "--lang", lang, cwd=folder)
        expect(f"errors, {lang}", text, 1, out="")
        shown = [(f, int(line), int(col), code, message)
                 for f, line, col, severity, code, message in pattern.findall(text.err)]
        told = Run("check", "many", "--json", "--lang", lang, cwd=folder)
        expect(f"errors as JSON, {lang}", told, 1, err="")
        found = told.findings()
        listed = [(f["file"], f["line"], f["col"], f["code"], f["message"]) for f in found]
        tally.case(f"text and JSON say the same, {lang}", same("findings", listed, shown)
                   + ([] if len(listed) > 4 else ["too few to tell"]))
        tally.case(f"hints stand in both, {lang}",
                   [f"{f['hint']!r} is not in the text" for f in found if f["hint"] not in text.err])
        foreign = [f["message"] for f in found if lang == "zh"
                   and re.search("[a-z]{3}", f["message"].replace("nonsense", ""))]
        tally.case(f"no English words among Chinese ones, {lang}", foreign)
        tally.case(f"severities, {lang}", same("severity", {f["severity"] for f in found}, {"error"})
                   + ([] if f" {word} E" in text.err else ["not in the text"]))


def test_floods(folder):
    (folder / "flood").write_bytes(BAD * 150)
    text = Run("check", "flood", cwd=folder)
    expect("a flood is cut", text, 1, out="", err="… and 50 more that are not shown\n",
           more=same("shown", len(text.codes()), 100))
    told = Run("check", "flood", "--json", cwd=folder)
    expect("a flood is cut in JSON", told, 1, err="", more=same("listed", len(told.findings()), 100)
           + same("more", json.loads(told.out)["more"], 50))
    expect("a flood in Chinese", Run("check", "flood", "--lang=zh", cwd=folder), 1, err="……另有 50 条未显示\n")
    (folder / "flood").write_bytes(BAD * 100)
    run = Run("check", "flood", "--json", cwd=folder)
    tally.case("what just fits is not cut", same("keys", list(json.loads(run.out)), ["findings"]))
    (folder / "flood").write_bytes(BAD * 20_000)
    run = Run("check", "flood", cwd=folder)
    expect("a large flood is over soon", run, 1, err="19900 more",
           more=[] if run.seconds < QUICK_S else [f"it takes {run.seconds:.1f} s"])


# ---- files ----------------------------------------------------------------------------------

def test_standard_input(folder):
    expect("- is standard input", Run("check", "-", stdin=GOOD), 0, out="dated statements: 0", err="")
    expect("errors in standard input", Run("check", "-", stdin=BAD), 1, out="", err="-:1:1: error E129")
    expect("nothing at all", Run("check", "-"), 1, out="", err="-:1:1: error E205")
    large = GOOD + b"# a comment that fills\n" * 20_000 + BAD
    expect("more than a pipe holds", Run("check", "-", stdin=large), 1, err="-:20003:1: error E129")
    (folder / "text").write_bytes(BAD + b"\n" + BAD)
    with open(folder / "text", "rb") as f:
        expect("a file as standard input", Run("check", "-", stdin=f), 1, err="-:3:1: error E129")
    with open(folder / "text", "rb", buffering=0) as f:
        f.read(len(BAD))
        run = Run("check", "-", stdin=f)
        expect("what is left of a file", run, 1, err="-:2:1: error E129",
               more=same("errors", len(run.codes()), 1))
    expect("closed standard input", Run("check", "-", stdin=None, preexec_fn=lambda: os.close(0)), 3,
           out="", err="heqi: `-` cannot be read: Bad file descriptor")
    expect("standard input beside files", Run("check", "text", "-", cwd=folder, stdin=BAD), 1,
           err="-:1:1: error")
    expect("fmt of standard input", Run("fmt", "-", stdin=GOOD), 0, err="",
           more=same("text", Run("fmt", "-", stdin=GOOD).out.encode(), GOOD))
    expect("a file called - is not standard input", Run("check", "./-", cwd=folder), 3, err="no file `./-`")


def test_files(folder):
    (folder / "good").write_bytes(GOOD)
    (folder / "bad").write_bytes(BAD)
    (folder / "empty").touch()
    (folder / "folder").mkdir()
    os.symlink("good", folder / "link")
    os.symlink("nowhere", folder / "broken")
    for name, words, code, said in [
        ("a missing file", ["nope"], 3, "heqi: there is no file `nope`\n"),
        ("a name with a control character", ["a\x07b"], 3, "no file `a\ufffdb`"),
        ("a folder", ["folder"], 3, "heqi: `folder` is a folder, not a file\n"),
        ("a link to nothing", ["broken"], 3, "no file `broken`"),
        ("a file as a folder", ["good/x"], 3, "heqi: `good/x` cannot be read: Not a directory\n"),
        ("a name that is too long", ["x" * 300], 3, "cannot be read: File name too long\n"),
        ("an empty name", [""], 3, "no file ``"),
        ("what the kernel refuses to give", ["/proc/self/mem"], 3, "cannot be read: Input/output error"),
        ("one file of two missing", ["good", "nope"], 3, "no file `nope`"),
        ("a file whose size is not known", ["/proc/self/status"], 1, "/proc/self/status:1:"),
        ("the second of two", ["good", "bad"], 1, "bad:1:1: error E129"),
        ("the first of two", ["bad", "good"], 1, "bad:1:1: error E129"),
        ("an empty file", ["empty"], 1, "empty:1:1: error E205"),
        ("a device without a text", ["/dev/null"], 1, "/dev/null:1:1: error E205"),
        ("an empty file beside another", ["empty", "good"], 0, ""),
        ("a link to a file", ["link"], 0, ""),
    ]:
        run = Run("check", *words, cwd=folder)
        expect(name, run, code, out=None if code == 0 else "", err=said)
    run = Run("check", "nope", "--json", cwd=folder)
    expect("JSON is no reason to hide that it cannot run", run, 3, out="", err="no file `nope`")
    if os.geteuid() == 0:
        tally.skip("a file that may not be read: this user may read all")
    else:
        (folder / "secret").write_bytes(GOOD)
        (folder / "secret").chmod(0)
        expect("a file that may not be read", Run("check", "secret", cwd=folder), 3, out="",
               err="heqi: `secret` may not be read: permission denied\n")


def test_sizes(folder):
    """A mapped file ends where its page may end: reading one byte too far would crash."""
    for size in (4095, 4096, 4097, 8192, 65536):
        for end in (b"\n", b"x", b" ", b'"', b"\xe5\xb1\x82", b"# c", b"1", b",", b"\r", b"\\", b"\xe5"):
            text = GOOD + b"#" * (size - len(GOOD) - 1 - len(end)) + b"\n" + end
            (folder / "page").write_bytes(text)
            run = Run("check", "page", cwd=folder)
            wanted = (0,) if end in (b"\n", b" ", b"# c", b"\r") else (1,)
            tally.case(f"a file of {size} bytes that ends in {end!r}",
                       [] if run.code in wanted else [f"exit {run.code}: {run.err[:200]}"])


def test_odd_names(folder):
    name = b"\xffname \xe5.heqi"
    with open(os.fsencode(folder) + b"/" + name, "wb") as f:
        f.write(BAD)
    run = Run("check", name, cwd=folder)
    expect("a name that is not UTF-8", run, 1, out="", err="\ufffdname \ufffd.heqi:1:1: error")
    told = Run("check", name, "--json", cwd=folder)
    expect("a name that is not UTF-8, JSON", told, 1, err="",
           more=same("file", told.findings()[0]["file"], "\ufffdname \ufffd.heqi"))
    (folder / 'a "quoted" \\ name').write_bytes(BAD)
    told = Run("check", 'a "quoted" \\ name', "--json", cwd=folder)
    expect("a name to be escaped", told, 1, more=same("file", told.findings()[0]["file"],
                                                      'a "quoted" \\ name'))


# ---- output ---------------------------------------------------------------------------------

def test_output(folder):
    (folder / "bad").write_bytes(BAD)
    bad = str(folder / "bad")
    for name, words in [("check", ["check", EXAMPLE]), ("fmt", ["fmt", EXAMPLE]), ("help", ["help"]),
                        ("--version", ["--version"]), ("JSON", ["check", "--json", bad])]:
        with open("/dev/full", "wb") as full:
            expect(f"{name} on a full disk", Run(*words, stdout=full), 3,
                   err="heqi: the output cannot be written: No space left on device\n")
        read_end, write_end = os.pipe()
        os.close(read_end)
        expect(f"{name} into a pipe nobody reads", Run(*words, stdout=write_end), 3,
               err="heqi: the output cannot be written: Broken pipe\n")
        os.close(write_end)
        expect(f"{name} without standard output", Run(*words, preexec_fn=lambda: os.close(1)), 3,
               err="heqi: the output cannot be written: Bad file descriptor\n")
    expect("without standard output, but with nothing to write",
           Run("check", bad, preexec_fn=lambda: os.close(1)), 1, err="error E129")
    run = subprocess.run([HEQI, "check", bad], preexec_fn=lambda: os.close(2), env=PLAIN_ENV,
                         stdout=subprocess.PIPE)
    tally.case("without standard error", same("exit", run.returncode, 1) + same("stdout", run.stdout, b""))


def test_memory(folder):
    if not RELEASE:
        tally.skip("no release build: memory cannot be limited under the sanitizers")
        return
    (folder / "large").write_bytes(GOOD + b"2013-01-01 settle\n" * 1_000_000)
    limit = 60 << 20

    def little_memory():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    for words in (["check"], ["check", "--json"], ["fmt"]):
        run = subprocess.run([RELEASE, *words, "large"], cwd=folder, preexec_fn=little_memory,
                             capture_output=True, env=PLAIN_ENV)
        tally.case(f"{' '.join(words)} without enough memory",
                   same("exit", run.returncode, 3) + same("stdout", run.stdout, b"")
                   + same("stderr", run.stderr, b"heqi: out of memory\n"))


# ---- includes -------------------------------------------------------------------------------

def include_of(*names):
    return b"".join(b'include "%s"\n' % name.encode() for name in names)


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


def expect_one(name, run, place, code):
    """Exactly one complaint, with a place and a code."""
    problems = run.problems(1, "", f"{place}: error {code}: ")
    if len(run.codes()) != 1:
        problems.append(f"complaints: {run.codes()}")
    if run.seconds > QUICK_S:
        problems.append(f"it takes {run.seconds:.1f} s")
    tally.case(name, problems)


def test_includes(folder):
    write(folder, main=GOOD + include_of("sub/one", "two"), sub__one=include_of("deeper/three", "../two"),
          sub__deeper__three=b"# three\n2013-01-01 settle\n", two=b"2014-01-01 settle\n")
    expect("files are read from where the including one is", Run("check", "main", cwd=folder), 0,
           out="dated statements: 3", err="")
    expect("from another folder too", Run("check", str(folder / "main")), 0, out="dated statements: 3")
    write(folder, sub__deeper__three=BAD)
    expect_one("an error in an included file", Run("check", "main", cwd=folder), "sub/deeper/three:1:1",
               "E129")
    expect("an absolute path", Run("check", "-", stdin=GOOD + include_of(str(folder / "two"))), 0,
           out="dated statements: 1")
    expect("standard input includes from the current folder",
           Run("check", "-", stdin=GOOD + include_of("two"), cwd=folder), 0, out="dated statements: 1")
    write(folder, quoted=GOOD + b'include "a \\"b\\" \\\\ c"\n', **{'a "b" \\ c': b"2014-01-01 settle\n"})
    expect("a name with quotes", Run("check", "quoted", cwd=folder), 0, out="dated statements: 1")
    kept = Run("fmt", "-", stdin=include_of("nowhere"))
    expect("fmt names what is included", kept, 0, err="", more=same("text", kept.out.encode(),
                                                                    include_of("nowhere")))


def test_refused_includes(folder):
    (folder / "folder").mkdir()
    os.mkfifo(folder / "fifo")
    for path in ("nope", "folder", "fifo", "/dev/zero", "", "nope/../nope", "x" * 5000, "-"):
        run = Run("check", "-", stdin=GOOD + include_of(path), cwd=folder)
        expect_one(f"include {path[:20]!r}", run, "-:3:1", "E123")
    run = Run("check", "-", stdin=GOOD + b'include "a\0b"\n', cwd=folder)
    tally.case("a name with a zero byte", run.problems(1, "", "-:3:"))
    with open(folder / "large", "wb") as f:
        f.truncate(5_000_000_000)  # a hole: it takes no room
    expect_one("an include of five gigabytes", Run("check", "-", stdin=include_of("large"), cwd=folder),
               "-:1:1", "E121")
    expect_one("a file of five gigabytes", Run("check", "large", cwd=folder), "large:1:1", "E121")


def test_cycles(folder):
    write(folder, self=include_of("self"), a=include_of("b"), b=b"\n" + include_of("sub/c"),
          sub__c=include_of("../a"), dots=include_of("./sub/../dots"), linked=include_of("link"))
    os.symlink("linked", folder / "link")
    os.link(folder / "dots", folder / "hard")
    for name, place in [("self", "self:1:1"), ("a", "sub/c:1:1"), ("dots", "dots:1:1"),
                        ("linked", "linked:1:1"), ("./self", "./self:1:1"), ("hard", "hard:1:1")]:
        expect_one(f"a cycle from {name}", Run("check", name, cwd=folder), place, "E124")
    with open(folder / "self", "rb") as f:
        expect_one("a cycle from standard input", Run("check", "-", stdin=f, cwd=folder), "-:1:1", "E124")
    write(folder, diamond=GOOD + include_of("left", "right"), left=include_of("end"), right=include_of("end"),
          end=b"2014-01-01 settle\n")
    expect("the same file twice is no cycle", Run("check", "diamond", cwd=folder), 0,
           out="dated statements: 2", err="")


def write_chain(folder, count):
    for i in range(count - 1):
        (folder / f"f{i}").write_bytes(include_of(f"f{i + 1}"))
    (folder / f"f{count - 1}").write_bytes(GOOD + b"2014-01-01 settle\n")


def test_deep_includes(folder):
    write_chain(folder, 64)
    expect("64 files deep", Run("check", "f0", cwd=folder), 0, out="dated statements: 1", err="")
    write_chain(folder, 65)
    expect_one("65 files deep", Run("check", "f0", cwd=folder), "f63:1:1", "E122")
    write_chain(folder, 100)
    expect_one("100 files deep", Run("check", "f0", cwd=folder), "f63:1:1", "E122")
    told = Run("check", "f0", "--json", cwd=folder)
    tally.case("100 files deep, JSON", same("codes", [f["code"] for f in told.findings()], ["E122"]))
    for i in range(63):
        (folder / f"f{i}").write_bytes(include_of(*[f"f{i + 1}"] * 2))
    (folder / "f63").write_bytes(b"# the end\n")
    expect_one("files that double 63 times", Run("check", "f0", cwd=folder), "f62:1:1", "E121")
    (folder / "many").write_bytes(include_of(*["f63"] * 100_000))
    expect_one("a hundred thousand includes", Run("check", "many", cwd=folder), "many:4096:1", "E121")
    run = Run("check", *["f63"] * 5000, cwd=folder)
    tally.case("five thousand files", run.problems(1, "", "error E121: `f63` cannot be added")
               + same("complaints", run.codes(), ["E121"]))


# ---- settle, explain, balance ---------------------------------------------------------------

FIGURES = [["settle"], ["settle", "--lines"], ["balance"], ["explain", "--party", "lighthouse"]]
ONE_PARTY = GOOD + b"""article 1 "Members"
  party lighthouse enterprise "A firm" lead
  lighthouse pledges 10 due 2013-01-01
2013-01-01 lighthouse pays 10 capital
"""


def test_figures(folder):
    (folder / "good").write_bytes(ONE_PARTY)
    (folder / "bad").write_bytes(ONE_PARTY + b"2013-02-01 lighthose pays 10 capital\n")
    (folder / "finding").write_bytes((support.ROOT / "test/errors/F101.heqi").read_bytes())
    for words in FIGURES:
        name = " ".join(words)
        expect(f"{name} of a text", Run(*words, "good", cwd=folder), 0, out="10.00", err="")
        told = Run(*words, "good", "--json", cwd=folder)
        expect(f"{name} --json", told, 0, err="", more=same("kind", type(json.loads(told.out)), dict))
        chinese = Run(*words, "good", "--lang=zh", cwd=folder)
        expect(f"{name} in Chinese", chinese, 0, out="10.00", err="")
        wrong = Run(*words, "bad", cwd=folder)
        expect(f"{name} of a text with errors", wrong, 1, out="", err="bad:7:1: error E202")
        told = Run(*words, "bad", "--json", cwd=folder)
        expect(f"{name} of a text with errors, JSON", told, 1, err="",
               more=same("codes", [f["code"] for f in told.findings() if f["severity"] == "error"],
                         ["E202"]))
        expect(f"{name} of what is not there", Run(*words, "nope", "--json"), 3, out="",
               err="no file `nope`")
        with open("/dev/full", "wb") as full:
            expect(f"{name} on a full disk", Run(*words, "good", stdout=full, cwd=folder), 3,
                   err="No space left")
        finding = Run(*words, "finding", "--json", cwd=folder)
        expect(f"{name} goes on where there is a finding", finding, 0, err=": finding F101: ",
               more=same("kind", type(json.loads(finding.out)), dict))


def test_options_of_figures():
    for words in (["settle", "--until"], ["balance", "--at"], ["explain", "--party", "unshared", "--until"]):
        name = " ".join(words)
        for date in ("2013-02-30", "2013-1-1", "yesterday", "", "2013-01-010", "２０１３-０１-０１"):
            expect(f"{name} {date!r}", Run(*words, date, EXAMPLE), 2, out="",
                   err=f"needs a date as 2012-08-29, not `{date}`")
        early = Run(*words, "2018-04-01", EXAMPLE, "--json")
        expect(f"{name} a day", early, 0, err="")
        expect(f"{name} the day before the founding", Run(*words, "2018-03-31", EXAMPLE, "--json"),
               0, err="")
    early = json.loads(Run("settle", EXAMPLE, "--json", "--until=2018-04-01").out)
    tally.case("a settlement of an early day",
               same("until", early["until"], "2018-04-01")
               + same("received", early["parties"]["m965160477"]["received"], "7999.98"))
    late = json.loads(Run("balance", EXAMPLE, "--json", "--at=2018-12-31").out)
    tally.case("a balance of an early day", same("at", late["at"], "2018-12-31"))
    for party, line, said in [
        ("m965160477", "0", "needs a number from 1, not `0`"), ("m965160477", "x", "not `x`"),
        ("m965160477", "-1", "not `-1`"), ("m965160477", "99999999999999999999", "needs a number"),
        ("m965160477", "2", "line 2 is none of `m965160477`"), ("m965160477", "10", "line 10 is none"),
        ("unshared", "1", "line 1 is none of `unshared`"), ("nobody", "1", "called `nobody`"),
        ("fund nothing", "1", "called `nothing`"), ("p212593", "1", "called `p212593`"),
    ]:
        expect(f"explain --party {party} --line {line}",
               Run("explain", EXAMPLE, "--party", party, f"--line={line}"), 2, out="", err=said)
    expect("explain without a party", Run("explain", EXAMPLE), 2, out="", err="--party")
    expect("until is not for balance", Run("balance", EXAMPLE, "--until=2018-12-31"), 2, out="",
           err="`balance` takes no option `--until`")
    expect("a date needs no look at the file", Run("settle", "nope", "--until=x"), 2, out="",
           err="needs a date")
    for party in "unshared", "uncovered":
        told = Run("explain", EXAMPLE, "--json", "--party", party)
        expect(f"explain {party}", told, 0, err="",
               more=same("amount", json.loads(told.out)["amount"], "0.00"))


# ---- fmt ------------------------------------------------------------------------------------

def test_fmt(folder):
    for path in sorted((support.ROOT / "examples").rglob("*.heqi")):
        name = str(path.relative_to(support.ROOT))
        for lang in "en", "zh":
            once = Run("fmt", "--lang", lang, name)
            again = Run("fmt", "--lang", lang, "-", stdin=once.out.encode())
            expect(f"fmt --lang {lang} of {name}", once, 0, err="",
                   more=same("formatted again", again.out == once.out and again.code, 0))
        back = Run("fmt", "-", stdin=Run("fmt", "--lang", "zh", name).out.encode())
        tally.case(f"{name} to Chinese and back", same("same", back.out == Run("fmt", name).out, True))
    told = Run("fmt", EXAMPLE, "--json")
    expect("fmt --json", told, 0, err="",
           more=same("text", json.loads(told.out), {"text": Run("fmt", EXAMPLE).out}))
    (folder / "bad").write_bytes(GOOD + BAD)
    expect("a text with errors is not written", Run("fmt", "bad", cwd=folder), 1, out="",
           err="bad:3:1: error E129")
    told = Run("fmt", "bad", "--json", cwd=folder)
    expect("a text with errors, JSON", told, 1, err="",
           more=same("codes", [f["code"] for f in told.findings()], ["E129"]))
    expect("fmt of nothing", Run("fmt", "-"), 0, out="", err="")


def main():
    if not HEQI:
        return support.no_binary()
    test_overview()
    for command in commands():
        test_command_help(command)
    test_help_of_codes()
    test_version()
    test_wrong_calls()
    test_options_of_figures()
    for test in (test_options_anywhere, test_languages, test_check, test_floods, test_standard_input,
                 test_files, test_sizes, test_odd_names, test_output, test_memory, test_includes,
                 test_refused_includes, test_cycles, test_deep_includes, test_figures, test_fmt):
        with tempfile.TemporaryDirectory() as folder:
            test(Path(folder))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
