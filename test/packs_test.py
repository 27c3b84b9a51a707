#!/usr/bin/env python3
"""The rule packs of rules/: a whole agreement meets every rule of every pack; with one thing taken
out, exactly the rules that ask for it are not met, and say what is missing.

So each edit below shows a text that fails a rule, and, read backwards, the least that meets it.
Every rule of every pack must stand in one of them. What is expected stands in the table, not in
the packs. The last line of the output is "N passed, N failed"."""
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
PACKS = sorted((support.ROOT / "rules").glob("*.heqi"))
tally = support.Tally()

WHOLE = '''alliance whole "A whole agreement"
  founded 2012-01-01
  term 10 years
  currency CNY
  form contract
  liable a
  goal G1 "Less solvent" by 2016-12-31
article 1 "Members"
  party a enterprise "A" lead
    signs "legal representative"
  party b enterprise "B"
    signs "legal representative"
  party c university "C"
    signs "president"
  stakes s
    a 50%
    b 30%
    c 20%
  covenant standing "Members lead their field"
  covenant principles "Market rules, national goals, needs of industry, guidance"
  covenant recitals "None can do it alone"
  covenant tasks "Joint research, standards, platform, transfer, training"
article 2 "Decisions"
  body council decision
    seats one each member
    quorum 2/3
    pass 2/3 of present
  body experts advisory
  body office executive
    hosted by a
  decide amendment by council
  decide admission by council
  decide dissolution by council
  veto in council by affected within 15 days
  covenant evaluation "After two years"
  covenant reporting "Important facts are reported"
article 3 "Money"
  a pledges 600
  b pledges 400
  c pledges 100
  grants are restricted
  covenant accounts "Booked apart"
  covenant supervision "Looked at once a year"
article 4 "Projects"
  project paint "Paint" key
    lead a
    budget 1,000
    milestone done by 2015-12-31
    funded a 40%, b 20%, c 10%, grant 30%
    work c 60%, a 40%
article 5 "Results"
  results of projects owned by makers by invention
  members use free for research
  background use free for work
  publication notice 45 days, objection 30 days
  first refusal 45 days
  government funded diffuse within 3 years
  share licence income
    rest to members equally
article 7 "Risk"
  bear project loss
    rest equally from members
  bear liability
    by capital from members, at most 100% of pledge each
  liability cap lifted by intent
article 8 "The end"
  leave on 90 days notice
  expelled keep no capital
  dissolve
    debts first
    rest to members equally
  dispute arbitration "…"
  covenant breach "Who breaches answers for it"
  covenant secrecy "What is learned stays secret"
  covenant liquidation "By two members"
  covenant force-majeure "Who it stops is excused"
  covenant law "Of China"
  covenant notices "In writing"
  covenant effect "When all have signed"
  covenant copies "One each"
2012-01-02 sign a "A"
2012-01-02 sign b "B"
2012-01-02 sign c "C"
2012-02-01 staff "S" fulltime in office employed by a
2012-03-01 a pays 600 capital
2012-03-01 b pays 400 capital
2012-03-01 c pays 100 capital
2012-04-01 grant 300 from "The state" for paint
2013-02-01 result P1 patent "Paint" from paint by c
2015-12-01 diffuse P1 "open days"
2016-06-01 settle
'''

# What is taken out or put in (a regular expression, by what), and which rules are not met then, with
# a word of what they say is missing.
EDITS = [
    (r"  founded 2012-01-01", "  founded 2010-01-01", {}),
    (r"  term 10 years\n", "", {"R17": "term N years", "D3": "term"}),
    (r"  form contract\n", "", {"T1": "form contract"}),
    (r"  liable a\n", "", {"R07": "liable NAME"}),
    (r"  goal .*\n", "", {"R04": "goals", "P2": "goals"}),
    (r" by 2016-12-31", "", {"R04": "deadline"}),
    (r"    signs \"president\"\n", "", {"P0": "signatory"}),
    (r"  covenant recitals .*\n", "", {"P0r": "covenant recitals"}),
    (r"    lead a\n", "", {"P6": "lead"}),
    (r"    milestone .*\n", "", {"P6": "milestones"}),
    (r"  covenant liquidation .*\n", "", {"P8": "liquidation"}),
    (r"  covenant force-majeure .*\n", "", {"P10": "force-majeure"}),
    (r"  covenant law .*\n", "", {"P10": "law"}),
    (r"  covenant notices .*\n", "", {"P10": "notices"}),
    (r"  covenant effect .*\n", "", {"P10": "effect"}),
    (r"  covenant copies .*\n", "", {"P11": "copies"}),
    (r"party c university", "party c enterprise", {"R01": "universities"}),
    (r"party c university", "party c society", {"R01": "institutes"}),
    (r"party b enterprise", "party b person", {"R01": "at most 0 of `persons`", "E1": "1/3"}),
    (r' "A" lead', ' "A"', {"D6": "`lead`"}),
    (r"  covenant standing .*\n", "", {"R02": "covenant standing"}),
    (r"  covenant principles .*\n", "", {"P1": "covenant principles"}),
    (r"  covenant principles .*\n  covenant recitals .*\n", "", {"R18": "covenant principles", "P1": "covenant principles", "P0r": "recitals"}),
    (r"  covenant tasks .*\n", "", {"R19": "standards", "P2": "covenant tasks"}),
    (r"    quorum 2/3\n", "", {"D6": "quorum", "P3": "quorum"}),
    (r"    pass 2/3 of present\n((.*\n){3})(  decide .*\n){3}  veto .*\n", r"\1",
     {"R06": "majority", "D6": "majority", "R15": "decide admission", "D6r": "decide dissolution",
      "D6v": "veto", "P3": "majority", "P4": "decide admission"}),
    (r"  body experts advisory\n", "", {"R06": "advisory-body"}),
    (r"    hosted by a\n", "", {"R10": "host"}),
    (r"  decide amendment .*\n", "", {"D6r": "decide amendment"}),
    (r"  decide admission .*\n", "", {"R15": "decide admission", "D6r": "decide admission", "P4": "decide admission"}),
    (r"  veto .*\n", "", {"D6v": "veto"}),
    (r"  covenant evaluation .*\n", "", {"R20": "covenant evaluation"}),
    (r"  covenant reporting .*\n", "", {"R21": "covenant reporting"}),
    (r"  grants are restricted\n", "", {"R11": "restricted", "D7": "restricted"}),
    (r"  covenant accounts .*\n", "", {"R09": "accounts", "R10": "accounts", "P5": "accounts"}),
    (r"  covenant supervision .*\n", "", {"R09": "supervisory-body"}),
    (r"    budget 1,000\n", "", {"D7": "budget", "P6": "budget"}),
    (r"    work .*\n", "", {"R05": "work", "T2": "work", "P2": "work"}),
    (r"  results of .*\n", "", {"R13": "ownership", "T4": "ownership", "D8": "ownership", "P7": "ownership"}),
    (r"  members use .*\n", "", {"R13": "use-rights", "R23": "use-rights", "D9": "use-rights", "P7": "use-rights"}),
    (r"  background use .*\n", "", {"D9": "background-rights", "P7": "background-rights"}),
    (r"  publication .*\n", "", {"D8p": "publication"}),
    (r"  first refusal .*\n", "", {"D8t": "first refusal"}),
    (r"  government funded .*\n", "", {"R16": "diffusion"}),
    (r"2015-12-01 diffuse .*\n", "", {"R16": "P1"}),
    (r"  share licence income\n.*\n", "", {"R13": "income-sharing", "T5": "income-sharing", "P7": "income-sharing"}),
    (r"  bear (.*\n){2}  bear (.*\n){2}", "", {"T6": "loss-sharing", "E4": "loss-sharing",
                                            "D5": "liability-cap"}),
    (r", at most 100% of pledge each", "", {"D5": "liability-cap"}),
    (r"  liability cap .*\n", "", {"D5": "cap-lifted"}),
    (r"  leave on .*\n", "", {"D9l": "leave on", "P4": "leave on"}),
    (r"  expelled .*\n", "", {"D9l": "expelled", "P9": "expelled"}),
    (r"  dispute .*\n", "", {"D11": "dispute", "P10": "dispute"}),
    (r"  dissolve\n.*\n.*\n", "", {"P8": "dissolution"}),
    (r"  covenant breach .*\n", "", {"R14": "arrears", "T7": "arrears", "D4": "covenant breach", "P9": "covenant breach"}),
    (r"  covenant secrecy .*\n", "", {"D10": "covenant secrecy", "P10": "covenant secrecy"}),
    (r"2012-01-02 sign b .*\n", "", {"R03": "of b", "D12": "of b", "P12": "of b"}),
    (r"2012-02-01 staff .*\n", "", {"R08": "full-time-staff"}),
    (r"2012-03-01 b pays .*\n2012-03-01 c pays 100", "2012-03-01 c pays 700",
     {"E2": "now 6/13"}),
    (r"grant 300", "grant 1,200", {"R12": "now 11/23", "E3": "now 11/23"}),
    (r"  stakes s\n(?:    .*\n){3}((?:.*\n)*)(?:  [abc] pledges .*\n){3}", r"\1",
     {"T3": "pledges", "P5": "pledges"}),
    (r"(  [abc] pledges .*\n){3}", "  a pledges 600\n", {}),
    (r"2013-02-01 result .*\n(.*\n)*", "", {"R22": "years"}),
    (r"  party b enterprise \"B\"\n", '  party d society "D"\n  party b enterprise "B"\n',
     {"R03": "of d", "R05": "of d", "D12": "of d", "E1": "now 1/2", "P0": "of d", "P12": "of d"}),
    (r"  rest equally from members", "  rest equally from a", {}),
    (r"stakes s\n    a 50%\n    b 30%\n    c 20%", "stakes s\n    a 100%", {}),
]


def table(pack, text, *more):
    """The rules of a pack, by name, as they stand for a text; and the exit code."""
    done = support.run(HEQI, "check", "--rules", pack, "-", *more, text=text)
    rules = (done.json or {}).get("rules")
    return done, {rule["rule"]: rule for rule in rules} if rules is not None else None


def unmet(text):
    """What the packs say is missing, by rule; all rules that there are."""
    missing, names = {}, set()
    for pack in PACKS:
        done, rules = table(pack.stem, text)
        if rules is None:
            return {"?": f"{pack.stem}: {done}"}, names
        names |= set(rules)
        lacks = {n: r["missing"] for n, r in rules.items() if r["outcome"] == "not_met"}
        strict = sum(rules[n]["strength"] != "may" for n in lacks)
        said = [f["code"] for f in done.json["findings"] if f["severity"] == "finding"]
        if said.count("F150") != strict or done.code != (1 if said else 0):
            missing["exit"] = f"{pack.stem}: exit {done.code}, {said} for {strict} rules"
        for name, rule in rules.items():
            if rule["met"] and not rule["shown"]:
                missing[name] = "met by nothing that is shown"
        missing.update(lacks)
    return missing, names


def test_edits():
    """Each edit, and that no rule of a pack is without one."""
    missing, names = unmet(WHOLE)
    tally.case("whole", [f"{n}: {m}" for n, m in missing.items()])
    tried = set()
    for pattern, instead, expected in EDITS:
        text, count = re.subn(pattern, instead, WHOLE, count=1)
        missing, _ = unmet(text)
        problems = [] if count and text != WHOLE else ["the edit changes nothing"]
        problems += [f"{n} is not met: {m}" for n, m in missing.items() if n not in expected]
        for name, word in expected.items():
            if word not in missing.get(name, ""):
                problems.append(f"{name}: expected {word!r} to be missing, got {missing.get(name)}")
        tally.case(pattern, problems)
        tried |= set(expected)
    tally.case("every rule is tried", [f"{n} has no edit" for n in sorted(names - tried)])


def test_example():
    """The example alliance meets the rules it would be held to."""
    for pack in PACKS:
        done = support.run(HEQI, "check", "--rules", pack.stem, "examples/coating.heqi")
        lacks = [r["rule"] + ": " + r["missing"] for r in done.json["rules"] if not r["met"]]
        tally.case(f"coating, {pack.stem}", lacks + ([] if done.code == 0 else [str(done)]))


DEEDS = [
    (r"  covenant standing .*\n", "2015-12-02 appraise a 90 on standing by experts", "R02"),
    (r"  covenant evaluation .*\n", "2015-12-02 appraise a 90 on work by experts", "R20"),
    (r"  covenant tasks .*\n", "2015-12-02 standard P1 by a \"S\"\n2015-12-02 train P1 by c \"T\"\n"
     "2015-12-02 adopt P1 by b \"A\"", "R19"),
    (r"  covenant reporting .*\n", "  decide reporting by council", "R21"),
    (r"  covenant breach .*\n", "  arrears\n    notice after 30 days", "D4"),
]


def test_deeds():
    """What the book shows done, or another term says, meets a rule as a covenant of its name does."""
    for pattern, instead, rule in DEEDS:
        without = re.sub(pattern, "", WHOLE)
        place = "2016-06-01 settle" if instead[0].isdigit() else "article 7"
        done = without.replace(place, instead + "\n" + place, 1)
        pack = "desca" if rule[0] == "D" else "cn-2008"
        got = {text: table(pack, text)[1][rule]["met"] for text in (without, done)}
        tally.case(f"{rule} by deeds", [] if got == {without: False, done: True} else [instead])


def test_does_not_apply():
    """Rules on government money, without any."""
    text = WHOLE.replace(", grant 30%", "").replace("c 10%", "c 40%")
    text = re.sub(r"2012-04-01 grant .*\n", "", text)
    text = re.sub(r"  grants are .*\n|  government .*\n", "", text)
    _, rules = table("cn-2008", text)
    got = {n: (rules[n]["outcome"], rules[n]["met"], rules[n]["missing"]) for n in ("R11", "R16")}
    tally.case("no grants", support.differences(
        {"R11": ("not_applicable", False, ""), "R16": ("not_applicable", False, "")}, got))


def test_own_pack():
    """A pack of the user's own, in Chinese, with bounds that just hold and just do not."""
    pack = ('规则 A “成员” 必须\n  联盟 有 不少于 3 成员\n  依据 “自定”\n'
            '规则 B “更多成员” 必须\n  联盟 有 超过 3 成员\n'
            '规则 C “至多” 必须\n  联盟 有 不超过 2 企业\n'
            '规则 D “约定” 宜\n  联盟 有 以下之一 约定 保密、约定 secrecy\n  每个 项目 有 研发分工\n'
            '规则 E “可选” 可\n  仅当 联盟 有 财政资助\n  联盟 有 修订 决议\n')
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.heqi"
        path.write_text(pack)
        done, rules = table(str(path), WHOLE)
        if rules is None:
            return tally.case("own pack", [str(done)])
        got = {name: rule["met"] for name, rule in rules.items()}
        tally.case("own pack", support.differences(
            {"A": True, "B": False, "C": True, "D": True, "E": True}, got)
            + ([] if done.code == 1 else [f"exit {done.code}"]))
        english = subprocess.run([HEQI, "fmt", "--lang", "en", str(path)], capture_output=True)
        path.write_bytes(english.stdout)
        _, rules = table(str(path), WHOLE)
        tally.case("own pack in English", support.differences(
            {"A": True, "B": False, "C": True, "D": True, "E": True},
            {name: rule["met"] for name, rule in (rules or {}).items()}))
        # A rule more in a pack that is shipped: a text, no program.
        path.write_text((support.ROOT / "rules/cn-2008.heqi").read_text() + '''
rule R99 "Two standards are set" must
  alliance has at least 2 standards
  because "own"
rule R98 "The council decides on a brand" should
  zh "由理事会决定商标"
  alliance has one of decision on brand, decision on 商标
''')
        _, rules = table(str(path), WHOLE)
        tally.case("a rule more", [] if rules and "R01" in rules and not rules["R99"]["met"]
                   and not rules["R98"]["met"] else [str(rules)])
        _, rules = table(str(path), WHOLE.replace("  veto in", "  decide 商标 by council\n  veto in"))
        tally.case("and met", [] if rules and rules["R98"]["met"] else [str(rules and rules["R98"])])
        path.write_text(pack)
        chinese = subprocess.run([HEQI, "fmt", "--lang", "en", str(path)], capture_output=True)
        tally.case("fmt of a pack", [] if b"alliance has at least 3" in chinese.stdout
                   else [chinese.stdout.decode() + chinese.stderr.decode()])


def columns(line):
    """Terminal columns: wide letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def test_texts():
    """The table for people, and packs that are not there."""
    def run(*words):
        return subprocess.run([HEQI, "check", *words, "-"], input=WHOLE.encode(),
                              capture_output=True)
    said = run("--rules", "cn-2008", "--lang", "zh").stdout.decode()
    tally.case("Chinese table", [w for w in ("R07", "必须", "满足", "明确对外承担责任的主体", "liable a",
                                             "国科发政〔2008〕770号 (3)") if w not in said])
    for lang in ("en", "zh"):
        for pack in PACKS:
            lines = run("--rules", pack.stem, "--lang", lang).stdout.decode().splitlines()
            wide = [line for line in lines if columns(line) > 100]
            tally.case(f"{pack.stem} in {lang} fits 100 columns", wide)
    done = run("--rules", "nothing")
    tally.case("no such pack", [] if done.returncode == 2 and b"cn-2008" in done.stderr else
               [f"exit {done.returncode}: {done.stderr.decode()}"])
    done = run("--rules", "nothing.heqi")
    tally.case("no such file", [] if done.returncode == 3 else [f"exit {done.returncode}"])


def test_facts_are_told():
    """Every fact that rules can ask for stands in the manual, in both languages."""
    rows = re.findall(r'^FACT\((\w+), "([^"]+)", "([^"]+)"',
                      (support.ROOT / "src/review/fact_table.h").read_text(), re.M)
    manual = (support.ROOT / "docs/language.md").read_text()
    kinds = {"ALLIANCE": "alliance", "MEMBER": "party", "PROJECT": "project", "GOAL": "goal",
             "RESULT": "result"}
    tally.case("facts in the manual", [en for of, en, zh in rows
               if f"| {kinds[of]} | `{en}` | {zh} |" not in manual] or ([] if rows else ["none"]))


def main():
    test_edits()
    test_example()
    test_deeds()
    test_does_not_apply()
    test_own_pack()
    test_texts()
    test_facts_are_told()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
