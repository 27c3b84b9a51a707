#!/usr/bin/env python3
"""heqi exit: what it foretells is what the settlement says when the member does leave on that day; and
the notice, the price, what goes on, in both languages and as JSON. The last line of the output is "N
passed, N failed"."""
import json
import subprocess
import sys

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
TEXT = """alliance sample "A sample"
  founded 2012-08-29
  currency CNY
  liable b
article 1 "Members"
  party a enterprise "A" lead
  party b enterprise "B"
  party c university "C"
article 2 "Money"
  project p "P" key
    lead b
  b pledges 1,000
    60% due 2012-10-01
    40% due 2014-10-01
  share sale
    rest to members equally
article 8 "Leaving"
  leave on 90 days notice, buy out 1/3 of capital
  covenant secrecy "Secret."
2012-09-01 b pays 500 capital
2012-09-02 b pays 50 loan
2012-09-03 result R patent "R" from p by b 50%, c 50%
2012-09-04 license L of R to "X"
2012-11-01 income 90 from x class sale
"""
NOTICE = "2013-01-01 b gives notice\n"
# 500 of 600 are paid; a third of 500 is 166.66, and the 100 that are owed are set off. After the
# set-off of 30 its capital is 530; if it leaves 500 − 166.66 + 100.
STAYS = {"capital": "530.00", "called": "600.00", "received": "30.00", "charges": "0.00", "paid_in": "500.00",
         "set_off": "30.00", "due": "0.00", "owes": "70.00", "loan": "50.00", "uncalled": "400.00"}
LEAVES = {"capital": "433.34", "called": "600.00", "received": "196.66", "charges": "0.00", "paid_in": "500.00",
          "set_off": "100.00", "due": "96.66", "owes": "0.00", "loan": "50.00", "uncalled": "0.00"}
GOES_ON = [("liable", "sample"), ("leads", "p"), ("covenant", "secrecy"), ("maker", "R"),
           ("licence", "L")]

tally = support.Tally()


def run(text, *words):
    return subprocess.run([HEQI, *words], input=text.encode(), capture_output=True, cwd=support.ROOT)


def told(text, *words):
    return json.loads(run(text, "exit", "-", *words, "--json").stdout)


def test_figures():
    got = told(TEXT, "b", "--at", "2013-02-01")
    wanted = {"party": "b", "at": "2013-02-01", "currency": "CNY", "noticed": None,
              "may_leave": "2013-05-02", "grants": None, "stays": STAYS, "leaves": LEAVES,
              "price": {"clause": "8.1", "measure": "capital", "value": "500.00",
                        "fraction": "1/3", "amount": "166.66"},
              "goes_on": [{"what": what, "name": name} for what, name in GOES_ON]}
    tally.case("the figures worked out by hand", support.differences(wanted, got))
    got = told(TEXT + NOTICE, "b", "--at", "2013-02-01")
    tally.case("a notice that was given", support.differences(
        {"noticed": "2013-01-01", "may_leave": "2013-04-01"},
        {key: got[key] for key in ("noticed", "may_leave")}))


def test_comes_true():
    """The entry itself, on the first day foretold, gives the figures foretold; a day earlier it is
    refused with that day."""
    text = TEXT + NOTICE
    foretold = told(text, "b", "--at", "2013-04-01")
    settled = json.loads(run(text + "2013-04-01 b leaves\n", "settle", "-", "--json").stdout)
    figures = {key: foretold["leaves"][key] for key in settled["parties"]["b"]
               if key in foretold["leaves"]}
    problems = support.differences({key: settled["parties"]["b"][key] for key in figures}, figures)
    early = run(text + "2013-03-31 b leaves\n", "settle", "-")
    if early.returncode != 1 or b"2013-04-01 at the earliest" not in early.stderr:
        problems.append(f"a day earlier: {early.returncode} {early.stderr.decode()[:300]}")
    if len(figures) < 6:
        problems.append(f"only {list(figures)} were compared")
    tally.case("what is foretold comes true", problems)


def test_examples():
    """Whoever of the coating alliance leaves: what is foretold is what the entry does."""
    text = (support.ROOT / "examples" / "coating.heqi").read_text()
    text = text.replace("leave on 90 days notice", "leave on 0 days notice")
    last = "2016-02-29"
    parties = json.loads(run(text, "settle", "-", "--json", "--until", last).stdout)["parties"]
    for party in list(parties)[:8:2]:
        foretold = told(text, party, "--at", last)["leaves"]
        left = run(text + f"{last} {party} leaves\n", "settle", "-", "--json")
        problems = [] if left.returncode == 0 else [left.stdout.decode()[-300:]]
        if not problems:
            settled = json.loads(left.stdout)["parties"][party]
            problems = [f"{key}: {settled[key]}, foretold {foretold[key]}"
                        for key in settled if settled[key] != foretold.get(key, settled[key])]
        tally.case(f"{party} of the coating alliance", problems)


def test_words():
    done = run(TEXT, "exit", "-", "b", "--at", "2013-02-01")
    wanted = ["It is paid 166.66 = 500.00 × 1/3 of capital (clause 8.1)",
              "it may leave on 2013-05-02 at the earliest", "leads the project p"]
    tally.case("in words", [f"lacks {w!r}" for w in wanted if w not in done.stdout.decode()])
    done = run(TEXT, "exit", "-", "b", "--at", "2013-02-01", "--lang", "zh")
    wanted = ["退出价款（第 8.1 款）：出资额 500.00 × 1/3 = 166.66", "牵头项目 p"]
    tally.case("in Chinese words", [f"lacks {w!r}" for w in wanted if w not in done.stdout.decode()])
    silent = TEXT.replace("  leave on 90 days notice, buy out 1/3 of capital\n", "")
    tally.case("nothing is paid", [] if told(silent, "b")["price"] is None else ["a price"])


def test_grants():
    """b had 60 of a grant and spent 25 of it on what grants may pay for."""
    text = TEXT.replace("1/3 of capital", "1/3 of capital, return unspent grants") + (
        '2012-11-02 grant 60 from "Ministry" for p\n2012-11-03 b spends 25 testing for p\n')
    text = text.replace("  share sale\n", "  share grant\n    rest to b\n  share sale\n")
    got = told(text, "b", "--at", "2013-02-01")
    tally.case("grants that go back", support.differences(
        {"grants": {"clause": "8.1", "received": "60.00", "returns": "35.00"}},
        {"grants": got["grants"]}) + ([] if got["leaves"]["charges"] == "35.00" else [got["leaves"]]))
    words = run(text, "exit", "-", "b", "--at", "2013-02-01").stdout.decode()
    tally.case("in words", [] if "Of 60.00 of grants it returns 35.00 (clause 8.1)" in words else [words])


def test_refusals():
    gone = TEXT + NOTICE + "2013-05-01 b leaves\n"
    unpriced = TEXT.replace("of capital", "of work")
    for name, text, words, code, err in [
            ("nobody", TEXT, ["d"], 2, "there is no member called `d`"),
            ("who left", gone, ["b", "--at", "2013-05-01"], 2, "`b` is no member on 2013-05-01"),
            ("no date", TEXT, ["b", "--at", "soon"], 2, "soon"),
            ("no price", unpriced, ["b"], 1, "E235"),
            ("a wrong text", TEXT + "2013-01-01 pay b 500\n", ["b"], 1, "E309")]:
        done = run(text, "exit", "-", *words)
        problems = [] if done.returncode == code else [f"exit {done.returncode}"]
        if err not in done.stderr.decode() or done.stdout:
            problems.append(f"{done.stdout.decode()[:100]!r} {done.stderr.decode()[:300]!r}")
        tally.case(f"refused: {name}", problems)


def main():
    if not HEQI:
        return support.no_binary()
    test_figures()
    test_comes_true()
    test_examples()
    test_words()
    test_grants()
    test_refusals()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
