#!/usr/bin/env python3
"""heqi tally on the command line: the minutes of a motion as text in both languages and as JSON, on
any day, and what it says where there is no such motion. How votes are counted is held by
test/unit/authority_test.c. The last line of the output is "N passed, N failed"."""
import json
import subprocess
import sys

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
COUNCIL = "examples/council.heqi"
CAPITAL = b"""alliance sample "A sample"
  founded 2012-08-29
  currency CNY
article 1 "Members"
  party a enterprise "A" lead
  party b enterprise "B"
  party c university "C"
article 2 "Decisions"
  body council decision
    seats one each member
    votes by capital, at most 50% each
    pass  more than 1/2 of all
2013-01-01 a pays 60.50 capital
2013-01-01 b pays 30 capital
2013-02-01 motion M "M" to council on budget
2013-02-02 vote M a yes
2013-02-03 decide M
"""
TABLE = """seat          votes  ballot
------------  -----  ------------
haihe             1  yes
jinmen-group      1  yes
bohai             1  –
tech              1  yes
ocean             1  no (by tech)
process           1  present
"""

tally = support.Tally()


def run(*words, stdin=b""):
    return subprocess.run([HEQI, "tally", *words], cwd=support.ROOT, input=stdin, capture_output=True)


def case(name, done, code, out=(), err=""):
    problems = [] if done.returncode == code else [f"exit {done.returncode}, not {code}"]
    problems += [f"lacks {text!r}: {done.stdout.decode()!r}" for text in out
                 if text not in done.stdout.decode()]
    if err not in done.stderr.decode() or (not err and done.stderr):
        problems.append(f"stderr holds {done.stderr.decode()!r}")
    tally.case(name, problems)


def fields(done, **wanted):
    told = json.loads(done.stdout)
    return [f"{key}: {told[key]!r}, not {value!r}" for key, value in wanted.items()
            if told[key] != value]


def test_text():
    case("a carried motion", run(COUNCIL, "M1"), 0, [
        'M1 "Start desalting": start\nput to council on 2020-04-10, decided on 2020-04-20\n', TABLE,
        "\n6 seats, 2/3 = 4; present 5; needs 3 of 5 present; yes 3; enterprises: needs 2 of 2 "
        "present, yes 2: carried\n"])
    case("a lost motion", run(COUNCIL, "M3"), 0, [
        "bohai             1  recused\n", "needs 4 of 6 in all; yes 3: lost\n"])
    case("a vetoed motion", run(COUNCIL, "M4"), 0, [
        'vetoed on 2021-03-12 by haihe: "it would disclose the pilot plant before the filing"\n'])
    case("in Chinese", run(COUNCIL, "M3", "--lang", "zh"), 0, [
        "bohai            1  回避\n", "6 席，2/3 为 4；出席 5；全部 6 中须 4；赞成 3：未通过\n"])
    case("before the decision", run(COUNCIL, "M2", "--at", "2020-06-12"), 0, [
        ", open\n", "open; if decided now: 6 seats, 2/3 = 4; present 3, no quorum; needs 4 of 6"])
    case("before the veto", run(COUNCIL, "M4", "--at", "2021-03-11"), 0, ["yes 4: carried\n"])


def test_json():
    told = run(COUNCIL, "M1", "--json")
    tally.case("a carried motion, JSON", fields(
        told, motion="M1", matter="start", body="council", seats=6, present=5, yes="3", no="1",
        abstain="0", quorum={"needed": 4, "reached": True},
        **{"pass": {"needed": "3", "of": "present", "whole": "5", "reached": True}},
        groups=[{"group": "enterprises", "seats": 3, "present": 2, "yes": 2, "needed": 2,
                 "of": "present", "whole": 2, "reached": True}], vetoes=[], result="carried"))
    seats = {s["seat"]: s for s in json.loads(told.stdout)["electorate"]}
    wanted = {"seat": "ocean", "votes": "1", "present": True, "recused": False, "ballot": "no",
              "by": "tech"}
    tally.case("the electorate, JSON", [] if seats["ocean"] == wanted else [f"{seats['ocean']}"])
    tally.case("a vetoed motion, JSON", fields(
        run(COUNCIL, "M4", "--json"), result="vetoed", matter="papers", groups=[],
        vetoes=[{"date": "2021-03-12", "party": "haihe",
                 "reason": "it would disclose the pilot plant before the filing"}]))
    for at, result in ("2020-06-12", "open"), ("2020-06-20", "carried"):
        tally.case(f"on {at}, JSON", fields(run(COUNCIL, "M2", "--json", "--at", at), result=result))
    tally.case("the language does not change JSON", [] if run(
        COUNCIL, "M3", "--json").stdout == run(COUNCIL, "M3", "--json", "--lang=zh").stdout
        else ["it does"])
    tally.case("weighted votes are exact", fields(
        run("-", "M", "--json", stdin=CAPITAL), seats=3, present=1, yes="181/4", no="0",
        quorum=None, **{"pass": {"needed": "3763/100", "of": "all", "whole": "301/4",
                                 "reached": True}}, result="carried"))


def test_refusals():
    case("an unknown motion", run(COUNCIL, "M9"), 2, err="no motion called `M9` is put by 2021-03-12")
    case("a party is no motion", run(COUNCIL, "haihe"), 2, err="no motion called `haihe`")
    case("not yet put", run(COUNCIL, "M1", "--at", "2020-04-09"), 2, err="is put by 2020-04-09")
    case("no motion named", run(COUNCIL), 2, err="`tally` needs more: FILE... MOTION")
    case("no date", run(COUNCIL, "M1", "--at", "soon"), 2, err="needs a date")
    case("no file", run("nope", "M1"), 3, err="no file `nope`")
    case("a text with errors", run("-", "M", stdin=CAPITAL + b"2013-02-04 vote M b no\n"), 1,
         err="error E332")


def main():
    if not HEQI:
        return support.no_binary()
    test_text()
    test_json()
    test_refusals()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
