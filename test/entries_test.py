#!/usr/bin/env python3
"""Walks the table of entry kinds: each is accepted once, and refused for every reason there is.

The kinds are the rows of src/fold/fold.c. The reasons of a kind are the codes that its handler can
report: those in the functions of src/fold that it calls, and those that these call, found in the
sources. Each kind must have an accepted case in test/entries, and each of its reasons a refused one;
so a new kind, or a new refusal, fails here until it has its case. What can stand in the way of any
entry is tried on every accepted case: the order of dates, the founding, a name that is not declared,
a dissolution, and a decision where the matter of the kind asks for one.

A file of test/entries is an agreement, and cases behind it, each added to it by itself:

    # accepts PAYS                      the last entry is of this kind, and nothing is reported
    # refuses LEAVES E411 by 2.2        the last entry is refused; message or hint cites the clause
    # finds SPEND F101                  it is accepted, and found

    test/entries_test.py [HEQI]

The last line of the output is "N passed, N failed"."""
import re
import sys

sys.dont_write_bytecode = True
from docs_test import Matcher
from support import ROOT, Tally, differences, find_heqi, no_binary, run

FUNCTION = re.compile(r"^(static )?(?:[\w ]+[\s*]+)(\w+)\([^;{}]*?\)\n\{\n(.*?)^\}", re.M | re.S)
ROW = re.compile(r"\[F_(\w+)\] = \{(\w+), (\w+)\}")
CASE = re.compile(r"^# (accepts|refuses|finds) (\w+)(?: ([EF]\d+))?(?: by ([^:\n]+))?(?::.*)?$", re.M)
# What is not of the kind itself: the calendar, which charges interest too, and a fold anew of others.
OTHERS = {"fold_execute", "fold_calendar", "fold_late", "fold_book_interest"}
# A figure may leave its range in any entry, and claimants be too many: test/unit and test/errors.
OF_ANY = {"E401", "E453"}
# Only calls, and what they pass on, ask that somebody has a share: what is shared passes on instead.
NOBODY = {"E312": {"CALL"}}
# Refusals that no clause of an agreement stands behind: what the entry says by itself, or against
# another entry or the book. Every other one cites its clause, where its case says `by`.
NO_CLAUSE = {
    "E202": "a name that is missing",
    "E441": "the entry it takes back", "E443": "a term that is missing", "E442": "an entry behind",
    "E106": "numbers", "E206": "numbers", "E209": "numbers", "E308": "where an entry names the stakes",
    "E270": "the book", "E271": "an entry before", "E272": "no entry before",
    "E273": "an entry before", "E274": "its words", "E275": "a line that is missing", "E304": "its words", "E306": "its words", "E315": "its words", "E371": "its words",
    "E382": "its words", "E455": "its words", "E459": "its words", "E416": "its words", "E347": "its words", "E240": "a line that is missing",
    "E336": "a clause that is missing", "E309": "the book", "E312": "the book", "E313": "the book",
    "E370": "the book", "E372": "the book", "E383": "the book", "E385": "the book",
    "E311": "an entry before", "E316": "no entry before", "E320": "no entry before",
    "E321": "an entry before", "E322": "the entry it takes back", "E331": "the motion",
    "E332": "the decision", "E333": "the motion", "E334": "the motion", "E339": "the motion",
    "E346": "the motion", "E350": "no entry before", "E355": "no entry before",
    "E357": "who owns", "E358": "no entry before", "E360": "the licence", "E361": "the licence",
    "E362": "the licence", "E363": "the licence", "E364": "the licence", "E365": "a report before",
    "E366": "the licence", "E367": "the licence", "E373": "the entry cited", "E380": "clauses missing",
    "E410": "an entry before", "E414": "the motion", "E415": "the dissolution",
    "E392": "its words", "E395": "the entry before",
    "E434": "the amendment", "E435": "the book", "E436": "its words", "E265": "the book"}
# Background is its owners', whatever clauses say of results.
NEVER = {("BACKGROUND", "E308")}
# Settlements, votes and decisions take effect on the day they are written.
LAST = "2014-12-31"
ON_ITS_DAY = {"SETTLE", "MOTION", "VOTE", "MEETING", "DECIDE_MOTION", "VETO"}
# Refusals that rest on what was written before, whenever it took effect.
BY_ORDER = {"E341"}
# Names that need not be declared: of somebody outside the alliance, of a table that begins here.
FREE = {("DIFFUSION", "pentium"), ("OFFER", "lighthouse"), ("STAKE_OFFER", "cri"),
        ("STAKES_ENTRY", "field")}


def functions(folder):
    """Bodies by (file, name); a function that is not static by (None, name)."""
    found = {}
    for path in sorted((ROOT / "src" / folder).glob("*.c")):
        for static, name, body in FUNCTION.findall(path.read_text()):
            found[path if static else None, name] = path, body
    return found


def reasons(known, handler):
    """The codes that a handler can report, itself or by what it calls."""
    seen, open_ = set(), [(None, handler)]
    while open_:
        key = open_.pop()
        if key in seen or key[1] in OTHERS:
            continue
        seen.add(key)
        path, body = known[key]
        for word in set(re.findall(r"\b[a-z_]\w+\b", body)):
            open_ += [k for k in ((path, word), (None, word)) if k in known][:1]
    return {code for key in seen for code in re.findall(r"\b[EF]\d{3}\b", known[key][1])} - OF_ANY


def matters():
    """The kinds that a body may have to decide, by src/pact/decisions.c, with their matters."""
    text = (ROOT / "src" / "pact" / "decisions.c").read_text()
    return {kind: matter.replace("_", "-") for kind, matter in re.findall(r"\{F_(\w+), MATTER_(\w+)\}", text)}


def winding_up():
    """The kinds that may follow a dissolution."""
    text = (ROOT / "src" / "fold" / "dissolve.c").read_text()
    return set(re.findall(r"\[F_(\w+)\] = 1", text))


class Case:
    """One case: its entry is the last of the kind in its body, behind which others may stand."""

    def __init__(self, path, matcher, head, match, body):
        self.what, self.kind, self.code, self.clause = match.groups()
        self.name = f"{path.name}: {match[0][2:]}"
        self.head, self.body = head, body
        self.text = head + body
        lines = body.split("\n")
        ours = [i for i, l in enumerate(lines)
                if re.match(r"\d{4}-", l) and matcher.form(l, ["TOP"], 0) == self.kind]
        self.found = bool(ours)
        self.at = ours[-1] if ours else 0
        self.line = head.count("\n") + self.at + 1
        self.entry = lines[self.at]


def cases(matcher):
    for path in sorted((ROOT / "test" / "entries").glob("*.heqi")):
        text = path.read_text()
        marks = list(CASE.finditer(text))
        ends = [m.start() for m in marks[1:]] + [len(text)]
        for match, end in zip(marks, ends):
            yield Case(path, matcher, text[:marks[0].start()], match, text[match.end() + 1:end])


def reported(heqi, text, lang="en"):
    """The errors and findings of a text; that spending passed what is released stands before an overrun."""
    done = run(heqi, "check", "--lang", lang, "-", text=text)
    beside = {"F101"} if re.search(r"^\S+ (?:effective \S+ )?overrun ", text, re.M) else set()
    found = (done.json or {}).get("findings", [])
    return done, [f for f in found if f["severity"] in ("error", "finding") and f["code"] not in beside]


def cites(finding, clause):
    return re.search(rf"(?<![\d.]){re.escape(clause)}(?![\d])", finding["message"] + finding["hint"])


def judge(heqi, case):
    """What is wrong with a case."""
    if not case.found:
        return ["it has no entry of this kind"]
    done, found = reported(heqi, case.text)
    if [f["code"] for f in found] != ([case.code] if case.code else []):
        return [f"it reports {[f['code'] for f in found]}: {done}"]
    # What an entry charges is refused at the clause that it is charged by.
    if found and case.head.count("\n") < found[0]["line"] < case.line:
        return [f"it is reported in line {found[0]['line']}, not {case.line}: {done}"]
    settled = run(heqi, "settle", "-", text=case.text)
    if settled.code != (case.what == "refuses"):
        return [f"settle ends with {settled}"]
    problems = []
    if case.what == "refuses" and not case.clause and case.code not in NO_CLAUSE:
        problems.append("the case says not by which clause")
    for lang in ("en", "zh") if case.what != "accepts" else ():
        _, (one,) = reported(heqi, case.text, lang)
        if case.clause and not cites(one, case.clause if lang == "en" else case.clause.split()[-1]) \
                and not (lang == "zh" and "第九百七十六条" in one["message"]):
            problems.append(f"clause {case.clause} is not cited: {one['message']}")
        if not one["hint"]:
            problems.append(f"it does not say what would allow it: {one['message']}")
    return problems


# ---- what can stand in the way of any entry ---------------------------------------------------

def refused(heqi, case, entry, code, before="", after=""):
    """Problems unless the case, with another last entry, is refused for this reason."""
    lines = case.body.split("\n")
    lines[case.at] = entry
    if before:
        lines.insert(case.at, before)
    _, found = reported(heqi, case.head + after + "\n".join(lines))
    codes = [f["code"] for f in found]
    return [] if code in codes else [f"{entry!r} is not refused with {code}: {codes}"]


def names_of(case):
    """The names that the terms declare, and earlier entries."""
    text = case.text[:case.text.rindex(case.entry)]
    found = re.findall(r"^ +(?:party|project|fund|body|stakes) (\w+)", case.head, re.M)
    return set(found + re.findall(r"^\S+ (?:result|license|motion|background) (\w+)", text, re.M))


def check_any(heqi, case, tally):
    date, rest = case.entry[:10], case.entry[11:]
    rest = re.sub(r"^effective \S+ ", "", rest)
    sign = "sign lighthouse \"Its legal representative\""
    tally.case(f"{case.kind} out of order",
               refused(heqi, case, case.entry, "E301", before=f"2099-01-01 {sign}"))
    tally.case(f"{case.kind} before the founding",
               refused(heqi, case, f"{date} effective 2012-08-28 {rest}", "E302")
               # Where no table of stakes holds yet.
               and refused(heqi, case, f"{date} effective 2012-08-28 {rest}", "E308"))
    tally.case(f"{case.kind} effective behind its date",
               refused(heqi, case, f"{date} effective 2098-01-01 {rest}", "E305"))
    unquoted = re.sub(r'"[^"]*"', "", rest)
    for name in names_of(case):
        if re.search(rf"(?<![\w-]){name}(?![\w-])", unquoted) and (case.kind, name) not in FREE:
            entry = re.sub(rf"(?<![\w-]){name}(?![\w-])", "nobody-of-that-name", rest)
            _, found = reported(heqi, case.head + "\n".join(
                case.body.split("\n")[:case.at] + [f"{date} {entry}"] + case.body.split("\n")[case.at + 1:]))
            tally.case(f"{case.kind} with a name for {name} that nothing has",
                       [] if found and found[0]["severity"] == "error" else [f"{entry!r} is accepted"])


def check_late(heqi, case, tally):
    """Written on a later day than it took effect on, it is accepted or refused as in its place, and
    the figures are the same."""
    if case.kind in ("DISSOLVE_ENTRY", "AMEND") or " effective " in case.entry:
        return
    date, rest = case.entry[:10], case.entry[11:]
    lines = case.body.split("\n")
    lines[case.at] = f"2012-12-31 effective {date} {rest}"
    if date >= "2012-12-31":
        lines[case.at] = f"2013-12-31 effective {date} {rest}"
    done, found = reported(heqi, case.head + "\n".join(lines))
    wanted = {"E440"} if case.kind in ON_ITS_DAY else {case.code}
    if case.code in BY_ORDER:
        return
    got = {f["code"] for f in found} or {None}
    problems = [] if got == wanted else [f"{sorted(map(str, got))}: {done}"]
    if case.what == "accepts" and case.kind not in ON_ITS_DAY and not problems:
        for words in ("settle", "--until", LAST), ("balance", "--at", LAST):
            on_time = run(heqi, *words, "-", text=case.text).json
            late = run(heqi, *words, "-", text=case.head + "\n".join(lines)).json
            for what in ("parties", "funds", "accounts"):
                problems += differences(on_time.get(what, {}), late.get(what, {}))
    tally.case(f"{case.name}, written late", problems)


def check_decided(heqi, case, matter, tally):
    """Where a clause lets a body decide on the matter, the entry is refused without a motion."""
    if re.search(rf"^ +decide {matter.lower()} ", case.text, re.M):
        return
    terms = ("article 98 \"Decisions\"\n  body assembly decision\n    seats one each member\n"
             f"    pass 2/3 of present\n  decide {matter.lower()} by assembly\n")
    head = re.search(r"^\d{4}-", case.head, re.M)
    at = head.start() if head else len(case.head)
    text = case.head[:at] + terms + case.head[at:] + case.body
    done, found = reported(heqi, text)
    line = case.line + terms.count("\n")
    problems = []
    if [(f["code"], f["line"]) for f in found[-1:]] != [("E307", line)]:
        problems = [f"undecided it is not refused: {done}"]
    elif not cites(found[-1], "98.2"):
        problems = [f"clause 98.2 is not cited: {found[-1]['message']}"]
    tally.case(f"{case.kind} undecided", problems)


def check_dissolved(heqi, case, tally):
    """Behind a dissolution only what winds the alliance up is accepted."""
    if case.kind == "DISSOLVE_ENTRY":
        return
    problems = refused(heqi, case, case.entry, "E415", before=f"{case.entry[:10]} dissolve")
    ends = case.kind in winding_up()
    if ends and not problems and case.kind not in ("PAYS", "REVERSE"):
        tally.case(f"{case.kind} when dissolved", ["it is refused"])
    else:
        tally.case(f"{case.kind} when dissolved", [] if ends else problems)


def main():
    heqi = find_heqi(sys.argv[1] if len(sys.argv) > 1 else None, "HEQI")
    if not heqi:
        return no_binary()
    tally, matcher, known, decided = Tally(), Matcher(), functions("fold"), matters()
    all_cases = list(cases(matcher))
    done = {(case.what, case.kind, case.code) for case in all_cases}
    for case in all_cases:
        tally.case(case.name, judge(heqi, case))
    table = re.search(r"^static const struct entry_row rows.*?^\};", (ROOT / "src/fold/fold.c").read_text(),
                      re.M | re.S)[0]
    for kind, support, handler in ROW.findall(table):
        tally.case(f"{kind} is accepted", [] if ("accepts", kind, None) in done else ["in no case"])
        for code in sorted(reasons(known, handler)) if handler != "NULL" else ():
            what = "finds" if code[0] == "F" else "refuses"
            if kind in NOBODY.get(code, {kind}) and (kind, code) not in NEVER:
                tally.case(f"{kind} {what} {code}", [] if (what, kind, code) in done else ["in no case"])
    for case in all_cases:
        check_late(heqi, case, tally)
        if case.what == "accepts":
            check_any(heqi, case, tally)
            check_dissolved(heqi, case, tally)
            if case.kind in decided:
                check_decided(heqi, case, decided[case.kind], tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
