#!/usr/bin/env python3
"""What the answers of `heqi lsp` have in common, whatever the text: every word of a text is offered
where it stands, a text that came by edits is read as one that was opened whole, what formatting and
renaming change leads to the text that it should; and streams that are cut, damaged or never end.

The last line is "N passed, N failed"."""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import lsp_client as client
import support

sys.path.insert(0, str(support.ROOT / "tools"))
import reference  # noqa: E402 (it stands in tools)

HEQI = support.find_heqi("", "HEQI")
TEXTS = ["examples/three.heqi", "examples/three-zh.heqi", "examples/council.heqi",
         "examples/coating.heqi", "rules/cn-2008.heqi", "test/lsp/council.heqi"]
URI = "file:///t/a.heqi"
WORD = re.compile(r'"(?:[^"\\]|\\.)*"|“[^”]*”|#[^\n]*|[^\W\d_][\w-]*(?:\.[^\W\d_][\w-]*)?')
SEED = int(os.environ.get("HEQI_SEED", "1"))

tally = support.Tally()


def read(name):
    return (support.ROOT / name).read_text()


def replay(*messages, params=None, **more):
    """A session that begins and ends well, with some messages between."""
    run = client.Replay(HEQI, client.begin(**(params or {})) + list(messages) + client.END, **more)
    if run.code or run.err:
        raise AssertionError(f"exit {run.code}: {run.err[:2000]}")
    return run


# ---- completion: what stands there is what is offered -------------------------------------------

def words_of(text):
    """(begin, word) of every word that is no text, comment or part of a number."""
    for found in WORD.finditer(text):
        if found[0][0] not in '"“#' and not (found.start() and text[found.start() - 1].isdigit()):
            yield found.start(), found[0]


def declared(text, at):
    """Whether a word is a new name: nothing can be offered for it."""
    line = text[text.rfind("\n", 0, at) + 1:at].split("#")[0]
    return bool(re.search(
        r"(?:^| )(?:alliance|party|group|stakes|body|fund|project|milestone|covenant|game|rule|goal|"
        r"join|motion|result|license|background|appoint .* as|decide|"
        r"联盟|成员|集团|份额表|机构|基金|项目|里程碑|约定|博弈|规则|目标|加入|议案|成果|许可|背景技术|"
        r"决议|effective|生效|covenant|有|has|of|的)\s*$", line))


def test_completion(name):
    """Every word that is neither new nor outside is among what is offered at its begin."""
    text = read(name)
    words = [(at, word) for at, word in words_of(text) if not declared(text, at)]
    random.Random(SEED).shuffle(words)
    words = words[:400]
    run = replay(client.opened(URI, text),
                 *(client.asked(n + 10, "completion", URI, client.position(text, at))
                   for n, (at, _) in enumerate(words)))
    missed = []
    for n, (at, word) in enumerate(words):
        labels = [item["label"] for item in run.answer(n + 10) or []]
        # Several words in a row, or Chinese ones side by side, are offered one by one.
        if not any(label.split()[0] == word or word.startswith(label.replace(" ", ""))
                   for label in labels):
            line = text.count("\n", 0, at) + 1
            missed.append(f"{name}:{line}: {word} is not among {labels[:6]}")
    # Categories, offices, payers and currencies may be new at every place.
    tally.case(f"completion offers the words of {name} ({len(words)}, {len(missed)} free)",
               missed if len(missed) * 12 > len(words) else [])
    return missed


def test_values():
    """What is offered where no word and no name stands, and that nothing else of it is."""
    english = 'alliance a "A"\n  founded 2012-01-01\n'
    chinese = "联盟 甲 “甲”\n  成立 2012-01-01\n第一条 “成员”\n  成员 灯塔 企业 “灯塔🏭”\n"
    cases = [(english + "  currency ", {"CNY", "JPY", "KWD"}, {"days"}),
             (english + "  term 10 ", {"days", "months", "years"}, {"CNY"}),
             (english + 'rule R "x" must\n  alliance has ', {"liable", "goals"}, {"deadline", "CNY"}),
             (english + 'rule R "x" must\n  every goal has ', {"deadline"}, {"liable"}),
             (english + 'article 7 "M"\n  party l enterprise "L"\narticle ', {"8"}, {"7"}),
             (english + 'article 1 "M"\n  party l enterprise "L"\n2013-01-01 l pays 100 U', {"USD"}, {"days"}),
             (chinese, {"第二条", "规则"}, {"第一条"}),
             (chinese + "第", {"第二条"}, set()),
             (chinese + "  退出 提前 90", {"日", "个月", "年"}, {"CNY"}),
             (chinese + "规则 R “x” 必须\n  联盟 有 ", {"对外责任主体", "目标"}, {"期限日"})]
    for text, wanted, unwanted in cases:
        place = {"line": text.count("\n"), "character": client.units(text.split("\n")[-1], "utf-16")}
        ask = {"id": 5, "method": "textDocument/completion",
               "params": {"textDocument": {"uri": "file:///t/a.heqi"}, "position": place}}
        opened = {"method": "textDocument/didOpen",
                  "params": {"textDocument": {"uri": "file:///t/a.heqi", "version": 1, "text": text}}}
        run = client.Replay(HEQI, [*client.begin(), opened, ask, *client.END])
        labels = {item["label"] for item in run.answer(5) or []}
        tally.case(f"values behind {text[-20:]!r}", [f"lacks {x}" for x in wanted - labels] +
                   [f"has {x}" for x in unwanted & labels])


def test_meanings():
    """Every word of the language has one meaning in Chinese, and there are no others."""
    tables = reference.Tables()
    known = {(row[0][0], row[1]) for row in tables.keywords if row[0]}
    path = support.ROOT / "src" / "lsp" / "meaning_table.h"
    named = [tuple(args[:2]) for macro, args in reference.rows(path.read_text()) if macro]
    tally.case("meanings in Chinese", [f"{word}" for word in named if word not in known] +
               [f"{word} has none" for word in known if word not in named] +
               [f"{word} stands twice" for word in set(named) if named.count(word) > 1])


# ---- edits ---------------------------------------------------------------------------------------

def random_edit(rng, text):
    begin = rng.randrange(len(text) + 1)
    end = min(len(text), begin + rng.choice([0, 0, 1, 3, 40]))
    return begin, end, rng.choice(["", "x", "\n", "  ", "涂料", "🏭", "\r\n", "\"", "# 注", " 10%\n"])


def test_edits(encoding):
    """What came by edits is told of as what was opened whole."""
    rng = random.Random(SEED)
    text = read("test/lsp/council.heqi") + "# 🏭 涂料\n"
    messages = [client.opened(URI, text)]
    wanted = {"general": {"positionEncodings": [encoding]}}
    for version in range(2, 60):
        begin, end, new = random_edit(rng, text)
        # A line break in two parts would be counted differently before and behind.
        if "\r" in text[max(0, begin - 1):end + 1]:
            continue
        messages.append({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": URI, "version": version},
            "contentChanges": [{"range": client.span(text, begin, end, encoding), "text": new}]}})
        text = text[:begin] + new + text[end:]
        if version % 10 == 0:
            messages.append(client.asked(1000 + version, "foldingRange", URI))
    edited = replay(*messages, params={"capabilities": wanted})
    whole = replay(client.opened(URI, text), params={"capabilities": wanted})
    tally.case(f"edits in {encoding} lead to the same text",
               [] if edited.diagnostics(URI) == whole.diagnostics(URI) else
               [f"{edited.diagnostics(URI)} and {whole.diagnostics(URI)}"])


def test_incomplete(name):
    """A text that lacks some of its lines is told of, whatever they were."""
    rng = random.Random(SEED)
    lines = read(name).split("\n")
    heads = [n for n, line in enumerate(lines) if line and line[0] not in " #"]
    variants = [set(rng.sample(range(len(lines)), 3)) for _ in range(20)]
    variants += [{n} for n in heads[:12]] + [set(heads[:1] + [n]) for n in range(0, len(lines), 9)]
    messages = [client.opened(URI, "")]
    for version, dropped in enumerate(variants, 2):
        text = "\n".join(line for n, line in enumerate(lines) if n not in dropped)
        messages += [{"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": URI, "version": version}, "contentChanges": [{"text": text}]}},
            client.asked(1000 + version, "inlayHint", URI)]
    run = replay(*messages)
    told = sum("params" in message for message in run.messages)
    tally.case(f"{name} without some of its lines", [] if told == len(variants) else
               [f"told of {told} of {len(variants)} texts"])


def canonical(text, lang):
    done = subprocess.run([HEQI, "fmt", "--lang", lang, "-"], input=text.encode(),
                          capture_output=True)
    return done.stdout.decode()


def test_formatting(name):
    """The edits make the canonical text of it."""
    text = read(name)
    lang = "zh" if re.search(r"^(?:联盟|第)", text, re.M) else "en"
    loose = re.sub(r"(?m)^(\s*\S+) ", r"\1   ", text)
    for kind, before in ("as it is", text), ("with spaces", loose):
        for encoding in "utf-16", "utf-8":
            run = replay(client.opened(URI, before), client.asked(9, "formatting", URI),
                         params={"capabilities": {"general": {"positionEncodings": [encoding]}}})
            after = client.applied(before, run.answer(9), encoding)
            wanted = canonical(before, lang)
            tally.case(f"formatting {name} {kind}, {encoding}",
                       [] if after == wanted and wanted else ["another text"])
    run = replay(client.opened(URI, wanted), client.asked(9, "formatting", URI))
    tally.case(f"{name} formatted twice", [] if run.answer(9) == [] else ["it changes again"])


def figures(text):
    done = subprocess.run([HEQI, "settle", "--json", "-"], input=text.encode(), capture_output=True)
    return done.stdout.decode()


def test_renaming():
    """A renamed text settles to the same, under another name."""
    text = read("examples/coating.heqi")
    before = figures(text)
    for old in "lighthouse", "waterborne", "generic", "council", "P1", "L1", "alliance":
        at = re.search(rf"^[ \d-]*(?:party|project|fund|body|result|license|stakes) +({old})\b", text,
                       re.M).start(1)
        run = replay(client.opened(URI, text),
                     client.asked(9, "rename", URI, client.position(text, at), newName="Zz-新名"))
        edits = run.answer(9).get("changes", {}).get(URI)
        after = client.applied(text, edits) if edits else ""
        back = figures(after).replace("Zz-新名", old)
        tally.case(f"renaming {old} changes no figure", [] if back == before else
                   [f"{run.answer(9)!s:.200} {back[:200]}"])


# ---- files ---------------------------------------------------------------------------------------

def test_disk():
    """Included files come from the disk, and from the editor once they are open there."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        part, whole = folder / "teil 1.heqi", folder / "whole.heqi"
        part.write_text('article 1 "M"\n  party a enterprise "A"\n')
        text = ('alliance w "W"\n  founded 2012-01-01\n  currency EUR\n  liable a\n'
                'include "./x/../teil 1.heqi"\ninclude "none.heqi"\n')
        uri = "file://" + str(whole)
        part_uri = "file://" + str(part).replace(" ", "%20")
        at = client.position(text, text.index("liable a") + 7)
        gone = text.replace('include "none.heqi"\n', "")
        run = replay(client.opened(uri, text), client.asked(9, "definition", uri, at),
                     client.opened(part_uri, part.read_text().replace("party a", "party b")),
                     {"method": "textDocument/didChange", "params": {
                         "textDocument": {"uri": uri, "version": 2},
                         "contentChanges": [{"text": gone}]}},
                     client.asked(10, "definition", uri, at))
        first, second = run.answer(9), run.answer(10)
        tally.case("a definition in a file on the disk",
                   [] if first and first[0]["uri"] == part_uri else [f"{first}"])
        codes = [d["code"] for d in run.diagnostics(uri)]
        tally.case("the open file counts", [] if "E202" in codes else [f"{codes}, {second}"])
        told = [m["params"] for m in run.messages if m.get("method", "").endswith("Diagnostics")]
        tally.case("a file that cannot be read is told of", [] if any(
            d["code"] == "E123" for p in told for d in p["diagnostics"]) else [f"{told}"])


def test_part_alone():
    """A part that is open alone is read in the file beside it that includes it."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        part = 'article 1 "M"\n  party a enterprise "A"\n'
        (folder / "part.heqi").write_text(part)
        (folder / "aa.heqi").write_text('alliance x "X"\n  founded 2012-01-01\ninclude "other.heqi"\n')
        (folder / "whole.heqi").write_text(
            'alliance w "W"\n  founded 2012-01-01\n  liable a\ninclude "part.heqi"\n')
        uri, whole = (f"file://{folder}/{name}.heqi" for name in ("part", "whole"))
        run = replay(client.opened(uri, part),
                     client.asked(9, "rename", uri, client.position(part, part.index("a enter")),
                                  newName="b"),
                     {"method": "textDocument/didChange", "params": {
                         "textDocument": {"uri": uri, "version": 2},
                         "contentChanges": [{"text": part.replace("party a", "party c")}]}})
        tally.case("a part open alone changes the whole", [] if
                   sorted(run.answer(9).get("changes", {})) == sorted([uri, whole])
                   else [f"{run.answer(9)}"])
        told = [d["code"] for d in run.diagnostics(whole) or []]
        tally.case("what a part breaks is told of the whole", [] if "E202" in told else [f"{told}"])
        tally.case("the part itself is sound", [] if not any(
            d["severity"] == 1 for d in run.diagnostics(uri)) else [f"{run.diagnostics(uri)}"])


# ---- streams -------------------------------------------------------------------------------------

def talk(data, pieces=None):
    """Exit code and messages of a server that gets these bytes, in pieces if wanted."""
    server = subprocess.Popen([HEQI, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
    try:
        for at in range(0, len(data), pieces or max(1, len(data))):
            server.stdin.write(data[at:at + (pieces or len(data))])
            server.stdin.flush()
    except BrokenPipeError:
        pass
    out, err = server.communicate(timeout=60)
    return server.returncode, [json.loads(body) for body in client.unframed(out)], err.decode()


def codes_of(messages):
    return [m["error"]["code"] for m in messages if "error" in m]


def expect(name, data, code, errors, pieces=None):
    got, messages, err = talk(data, pieces)
    problems = [] if got == code else [f"exit {got}, not {code}"]
    if codes_of(messages) != errors:
        problems.append(f"errors {codes_of(messages)}, not {errors}")
    tally.case(name, problems + ([err[:500]] if err else []))
    return messages


def test_streams():
    start, stop = (b"".join(map(client.framed, part)) for part in (client.begin(), client.END))
    good = client.framed({"id": 5, "method": "textDocument/hover", "params": {}})
    expect("nothing at all", b"", 0, [])
    expect("a good session", start + good + stop, 0, [])
    expect("byte by byte", start + good + stop, 0, [], pieces=1)
    expect("exit without shutdown", start + client.framed({"method": "exit"}), 1, [])
    expect("the client is gone", start, 1, [])
    expect("the client is gone in a message", start + good[:-3], 1, [])
    expect("no JSON", start + b"Content-Length: 3\r\n\r\n{,}" + stop, 0, [-32700])
    expect("two keys alike", start + b'Content-Length: 13\r\n\r\n{"a":1,"a":2}' + stop, 0, [-32700])
    expect("no UTF-8", start + b'Content-Length: 9\r\n\r\n{"a":"\xff"}' + stop, 0, [-32700])
    deep = b"[" * 100000
    expect("too deep", start + b"Content-Length: 100000\r\n\r\n" + deep + stop, 0, [-32700])
    expect("header fields in any case and order", start + b"content-type: x\r\nCONTENT-LENGTH:  2\r\n"
           b"\r\n{}" + stop, 0, [-32600])
    expect("no length", start + b"X: 1\r\n\r\n" + stop, 1, [-32700])
    expect("a length that is no number", start + b"Content-Length: 1x\r\n\r\n" + stop, 1, [-32700])
    expect("a length below zero", start + b"Content-Length: -1\r\n\r\n" + stop, 1, [-32700])
    expect("two lengths", start + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 1, [-32700])
    expect("a header without end", start + b"X" * 10000, 1, [-32700])
    expect("a length beyond all", start + b"Content-Length: 999999999999999999\r\n\r\n" + stop, 1,
           [-32600])
    long = b"Content-Length: 67108865\r\n\r\n" + b" " * 67108865
    expect("a message that is too long is passed over", start + long + good + stop, 0, [-32600])
    many = b"".join(client.framed({"id": n, "method": "textDocument/hover", "params": {}})
                    for n in range(1000))
    messages = expect("a thousand requests", start + many + stop, 0, [])
    tally.case("each is answered in its turn", [] if [m["id"] for m in messages[1:-1]] ==
               list(range(1000)) else ["not so"])
    nul = client.opened(URI, 'alliance a "A\0"\n')
    messages = expect("a zero in a text", start + client.framed(nul) + stop, 0, [])
    tally.case("a zero in a text is told of", [] if any("params" in m for m in messages) else
               [f"{messages}"])


def main():
    if not HEQI:
        return support.no_binary()
    for name in TEXTS:
        test_completion(name)
        test_formatting(name)
        test_incomplete(name)
    for encoding in "utf-16", "utf-8":
        test_edits(encoding)
    test_meanings()
    test_values()
    test_renaming()
    test_disk()
    test_part_alone()
    test_streams()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
