#!/usr/bin/env python3
"""Each term of the coating alliance and its annex, taken out: the gap is told.

Every statement of the head and the articles, with what stands below it, is removed in turn. What
must then be said stands in TERMS by the words with which the statement begins: a code with a piece
of its message, or a rule of a pack that is no longer met. It must be new: what the whole text says
already does not count. A statement that no row knows fails, and so does a row that knows none.

LAWS lists the rules of law L01 to L31 that the notes rest on; each has a text that draws its note
and the least that silences it. Rules of packs have theirs in packs_test.py.

The last line of the output is "N passed, N failed"."""
import re
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
EXAMPLES = support.ROOT / "examples"
PACKS = sorted(path.stem for path in (support.ROOT / "rules").glob("*.heqi"))
tally = support.Tally()

# The begin of the statement above, " > ", and of the statement: what is told. The first row that
# fits counts; several codes, separated by "|", are as good.
TERMS = [
    (r"alliance ", "E205", "no `alliance`"),
    (r".* > zh ", "N153", "print English"),
    (r"alliance .* > founded", "E219", "founded"),
    (r"alliance .* > term", "N120", "how long the alliance lasts"),
    (r"alliance .* > currency", "N120", "the currency"),
    (r"alliance .* > form", "N120", "the legal form"),
    (r"alliance .* > liable", "N120", "answers to third parties"),
    (r"alliance .* > settles", "N120", "when accounts are settled"),
    (r"alliance .* > goal", "E202", "no goal called"),
    (r"article 1 ", "E202", "no member called"),
    (r"article 2 ", "N120", "how the members decide"),
    (r"article 3 ", "E202", "no fund called"),
    (r"article 4 ", "E202", "no project called"),
    (r"article 5 ", "N120", "who owns the results"),
    (r"article 6 ", "N120", "how income from the results is shared"),
    (r"article 7 ", "N120", "who bears the loss"),
    (r"article 8 ", "N120", "leaving before the end"),
    (r"article 9 ", "", ""),  # the examples are there to tell of other terms
    (r"party .* > signs", "N120", "who signs for each member"),
    (r"article .* > party", "E202", "no member called"),
    (r"article .* > stakes", "E202", "no table of stakes"),
    (r"stakes .* > ", "E207", "not to 100%"),
    (r"article .* > covenant standing", "cn-2008", "R02"),
    (r"article .* > covenant principles", "cn-drafting", "P1"),
    (r"article .* > covenant tasks", "cn-drafting", "P2"),
    (r"article .* > covenant recitals", "cn-drafting", "P0r"),
    (r"article .* > covenant delegation", "N110", "start, stop, licence, appointment"),
    (r"article .* > covenant acceptance", "N120", "how milestones are accepted"),
    (r"article .* > covenant evaluation", "cn-2008", "R20"),
    (r"article .* > covenant reporting", "cn-2008", "R21"),
    (r"article .* > covenant accounts", "cn-2008", "R10"),
    (r"article .* > covenant supervision", "cn-2008", "R09"),
    (r"article .* > covenant improvement", "N120", "later improvements"),
    (r"article .* > covenant rewards", "N120", "what the people get"),
    (r"article .* > covenant pricing", "N120", "finds the price"),
    (r"article .* > covenant secrecy", "N120|E202", "secrecy"),
    (r"article .* > covenant breach", "N120", "what a breach costs"),
    (r"article .* > covenant liquidation", "N120", "who winds the alliance up"),
    (r"article .* > covenant force-majeure", "N120", "force majeure"),
    (r"article .* > covenant law", "N120", "the law that governs"),
    (r"article .* > covenant notices", "N120", "how notice is given"),
    (r"article .* > covenant effect", "N120", "takes effect"),
    (r"article .* > covenant copies", "cn-drafting", "P11"),
    (r"article .* > body", "E202", "no body called"),
    (r"body .* > seats", "E240", "seats"),
    (r"body .* > votes", "N120", "what a vote in the body"),
    (r"body .* > quorum", "N128", "one of its 22 seats"),
    (r"body .* > pass", "E240", "pass"),
    (r"body .* > hosted", "cn-2008", "R10"),
    (r"article .* > decide amendment", "N120", "decides on an amendment"),
    (r"article .* > decide admission", "N120", "admits new members"),
    (r"article .* > decide expulsion", "N120", "expels a member"),
    (r"article .* > decide transfer", "N120", "transfer of a member's share"),
    (r"article .* > decide renewal", "N120", "go on behind the term"),
    (r"article .* > decide dissolution", "N120", "end the alliance early"),
    (r"article .* > veto", "desca", "D6v"),
    (r"article .* > .* pledges", "N154", "21 of 22"),
    (r".* pledges .* > ", "E211", "not 100%"),
    (r"article .* > in kind", "N120", "contribution in kind"),
    (r"article .* > arrears", "N120", "a member does not pay"),
    (r"arrears > notice", "N152", "a demand"),
    (r"arrears > bear", "N152", "interest"),
    (r"arrears > no vote", "N152", "votes"),
    (r"arrears > out", "N152", "the end"),
    (r"article .* > fund", "E202", "no fund called"),
    (r"fund .* > target", "N155", "5%"),
    (r"article .* > grants are", "N120", "what grants may be spent on"),
    (r"article .* > project", "E202", "no project called"),
    (r"project .* > lead", "N129", "is led by nobody"),
    (r"project .* > budget", "N129", "has no budget"),
    (r"project .* > funded", "N120", "who pays for each project"),
    (r"project .* > work", "N120", "who does what"),
    (r"project .* > milestone", "E314|W107", ""),
    (r"project .* > late joiner", "N120", "joins a project later"),
    (r"project .* > decliner", "N120", "does not join"),
    (r"article .* > results of", "N120", "who owns the results"),
    (r"article .* > members use free for research", "N120", "results for research"),
    (r"article .* > members use fairly for business", "N120", "results in business"),
    (r"article .* > background", "N120", "bring into a project"),
    (r"article .* > publication", "N120", "publication of results"),
    (r"article .* > first refusal", "N120", "take up what an owner sells"),
    (r"article .* > unused", "N120", "nobody uses"),
    (r"article .* > government funded", "N120", "results that a grant pays for"),
    (r"article .* > share surplus", "N120", "the surplus"),
    (r"article .* > share", "F130", ""),
    (r"share .* > rest", "E216", "no `rest`"),
    (r"rest > ", "E213", "not 100%"),
    (r"share .* > ", "F130", ""),
    (r"article .* > bear project loss", "N120", "who bears the loss"),
    (r"article .* > bear liability", "N120", "owed to third parties"),
    (r"bear project loss > rest", "N123", "nobody bears all"),
    (r"bear project loss > ", "F130", ""),
    (r"bear liability > ", "E228", ""),
    (r"article .* > liability cap", "N120", "intent and gross negligence"),
    (r"article .* > failure notice", "N120", "a project is failing"),
    (r"article .* > leave", "N120", "leaving before the end"),
    (r"article .* > expelled", "N120", "expelled keeps"),
    (r"article .* > dissolve", "N120", "what is left at the end"),
    (r"dissolve > debts", "N120", "debts at the end"),
    (r"dissolve > unspent", "N120", "unspent grants at the end"),
    (r"dissolve > until", "F130", ""),
    (r"dissolve > rest", "N120", "what is left at the end"),
    (r"article .* > dispute", "N120", "where disputes go"),
    (r"article .* > example", "", ""),
]


def statements(lines):
    """Yields (first, last, path) of each statement of terms: lines [first, last) are it and what
    stands below it, path says above/it."""
    above = []
    for i, line in enumerate(lines):
        words = line.strip()
        if not words or words.startswith("#") or words.startswith("language"):
            continue
        if re.match(r"\d{4}-", line):
            return
        level = len(line) - len(line.lstrip())
        del above[level // 2:]
        last = i + 1
        while last < len(lines) and (not lines[last].strip() or lines[last].startswith(" " * (level + 1))):
            last += 1
        words = re.sub(r"\s+", " ", words)
        yield i, last, (above[-1] + " > " if above else "") + words
        above.append(words)


def told(folder, text, pack=None):
    """What is said of the alliance with its annex: (code, message), or (pack, rule not met)."""
    folder.mkdir(exist_ok=True)
    shutil.copy(EXAMPLES / "coating-annex.heqi", folder)
    (folder / "coating.heqi").write_text(text)
    words = ["--rules", pack] if pack else []
    done = support.run(HEQI, "check", *words, str(folder / "coating-annex.heqi"))
    if done.json is None:
        return {("?", str(done))}
    said = {(f["code"], f["message"]) for f in done.json["findings"]}
    return said | {(pack, r["rule"]) for r in done.json.get("rules", []) if r["outcome"] == "not_met"}


def lacking(folder, text, row, whole):
    """What the row expects and is not said."""
    _, codes, piece = row
    new = set()
    for pack in [p for p in PACKS if p in codes.split("|")] or [None]:
        new |= told(folder, text, pack) - whole[pack]
    if any(code in codes.split("|") and piece in message for code, message in new):
        return []
    return [f"expected {codes} with {piece!r}, new is {sorted(new)[:4]}"]


def test_terms(folder):
    text = (EXAMPLES / "coating.heqi").read_text()
    lines = text.split("\n")
    whole = {pack: told(folder / "whole", text, pack) for pack in [None, *PACKS]}
    tally.case("the whole is clean", [f"{c}: {m}" for said in whole.values() for c, m in said])
    met, jobs = set(), []
    for first, last, path in statements(lines):
        row = next((row for row in TERMS if re.match(row[0] + "[^>]*$", path)), None)
        met.add(row)
        if row is None:
            tally.case(f"line {first + 1}: {path}", ["no row says what must be told"])
            continue
        jobs.append((path, first, last, row))

    def judge(job):
        path, first, last, row = job
        changed = "\n".join(lines[:first] + lines[last:])
        return path, lacking(folder / f"l{first}", changed, row, whole) if row[1] else []
    with ThreadPoolExecutor(2) as pool:
        for path, problems in pool.map(judge, jobs):
            tally.case(f"without {path}", problems)
    unused = [row[0] for row in TERMS if row not in met and row[1]]
    tally.case("every row is used", unused)


# ---- the law ----

PAIR = '''alliance pair "A pair"
  founded 2012-01-01
  form contract
article 1 "Members"
  party a enterprise "A"
  party b enterprise "B"
  project p "P"
  results of projects owned by makers by invention
  members use fairly for business
  share sale
    rest to members equally
  bear project loss
    rest equally from members
'''
PARTNERS = PAIR.replace("form contract", "form partnership")
FIRM = PAIR.replace("form contract", "form company") + "2012-02-01 a gives 100 technology\n"
LICENSED = PAIR + '''2012-02-01 result R patent "R" from p by a
2012-03-01 license L of R to "X" nonexclusive
'''
COUNCIL = PAIR + '''  body council decision
    seats one each member
    votes one each
    quorum 2/3
    pass 2/3 of present
  decide amendment by council
'''
COATING = "coating"  # the terms of the example alliance

# A rule of law; a text that says enough; what is replaced in it, by what; what is told then: codes
# with a piece of the message, which names the article.
LAWS = [
    ("L01", COATING, "  form     contract .*\n", "", [("N120", "Conversion of Results Law art. 26")]),
    ("L02", COATING, "  goal (.*\n    zh .*\n  goal )?.*\n    zh .*\n(?=\n)", "",
     [("N120", "Law on Scientific and Technological Progress art. 31")]),
    ("L03", COATING, "  bear project loss\n(    .*\n){3}", "", [("N120", "Civil Code art. 858, 972")]),
    ("L03 benefit", PAIR, "  share sale\n.*\n", "", [("N120", "(Civil Code art. 972)")]),
    ("L04", COUNCIL, "  body council(.*\n)*", "", [("N120", "by the consent of all (Civil Code art. 970)")]),
    ("L05", COATING, "  liable .*\n", "", [("N120", "Civil Code art. 973)"), ("N123", "uncovered")]),
    ("L06", COATING, "  share surplus\n.*\n.*\n", "", [("N120", "Civil Code art. 969")]),
    ("L07", COATING, "  decide transfer .*\n", "", [("N120", "Civil Code art. 974")]),
    ("L08", COATING, "  term .*\n", "", [("N120", "Civil Code art. 976")]),
    ("L09", COATING, "  dissolve\n(    .*\n){4}", "", [("N120", "Civil Code art. 978, 972")]),
    ("L10 profit", PARTNERS, "rest to members equally", "rest to a",
     [("W105", "Partnership Enterprise Law art. 33")]),
    ("L10 loss", PARTNERS, "rest equally from members", "rest from b",
     [("W105", "Partnership Enterprise Law art. 33")]),
    ("L11", PAIR.replace("form contract", "form association").replace("rest to members equally",
     "rest to fund f") + '  fund f "F"\n', "rest to fund f", "rest to members equally",
     [("E221", "Civil Code 87")]),
    ("L12", PARTNERS + "  bear liability\n    equally from members\n", "  bear liability\n.*\n", "",
     [("N120", "Civil Code art. 104")]),
    ("L13", COATING, "  covenant breach .*\n    zh .*\n", "", [("N120", "Civil Code art. 577, 585, 856")]),
    ("L14", COATING, "  failure notice .*\n", "", [("N120", "(Civil Code art. 858)")]),
    ("L15", PAIR, "  results of .*\n", "", [("N120", "Civil Code art. 860, Conversion")]),
    ("L16", COATING, "  results of .*\n", "",
     [("N120", "Civil Code art. 859"), ("N120", "Civil Code art. 860, Conversion")]),
    ("L17", COATING, "  members use .*\n  members use .*\n", "", [("N120", "Civil Code art. 861")]),
    ("L18", COATING, "  members use fairly .*\n", "", [("N120", "Patent Law art. 14")]),
    ("L19", COATING, "  covenant improvement .*\n.*\n", "", [("N120", "Civil Code art. 875")]),
    ("L20", LICENSED + "  fee 100\n", "  fee 100\n", "", [("N151", "Civil Code art. 510, 511(2), 846")]),
    ("L21", FIRM.replace("2012-02", '  covenant technology "a keeps it"\n2012-02'),
     "  covenant technology .*\n", "", [("N120", "Interpretation on Technology Contracts art. 16")]),
    ("L22", COATING, "  covenant law ", '  covenant grant-back "x"\n    zh "x"\n  covenant law ',
     [("N130", "Civil Code art. 850, Interpretation on Technology Contracts art. 10(1)")]),
    ("L23", COATING, "  arrears\n(    .*\n){4}", "",
     [("N120", "Interpretation on Technology Contracts art. 15")]),
    ("L24", COATING, "  covenant breach .*\n    zh .*\n", "", [("N120", "Civil Code art. 577, 585, 856")]),
    ("L25", PAIR, "  results of .*\n", "", [("N120", "Conversion of Results Law art. 40")]),
    ("L26", COATING, "stay bound to secrecy, |  covenant secrecy .*\n    zh .*\n", "",
     [("N120", "Conversion of Results Law art. 41")]),
    ("L27", COATING, "  covenant rewards .*\n    zh .*\n", "", [("N120", "Conversion of Results Law art. 45")]),
    ("L28", COATING, "  covenant pricing .*\n    zh .*\n", "", [("N120", "Conversion of Results Law art. 18, 43")]),
    ("L29", COATING, "  government funded .*\n", "",
     [("N120", "Law on Scientific and Technological Progress art. 32")]),
    ("L30", PAIR + '  covenant rewards "half"\n', "  covenant rewards .*\n", "",
     [("N120", "Rules for the Patent Law art. 93")]),
    ("L31", COATING, "  covenant law ", '  covenant 固定价格 "一致"\n  covenant law ',
     [("N130", "Antimonopoly Law art. 17(1), 20")]),
]


def said_of(text):
    """Codes and messages of a text; of a note on silence that other silence hides is told nothing."""
    done = support.run(HEQI, "check", "-", text=text)
    return {(f["code"], f["message"]) for f in (done.json or {"findings": []})["findings"]}


def test_laws():
    terms = (EXAMPLES / "coating.heqi").read_text().split("\n# ---- 2012")[0] + "\n"
    for law, base, pattern, instead, expected in LAWS:
        base = terms if base == COATING else base
        changed = re.sub(pattern, instead, base)
        new, gone = said_of(changed) - said_of(base), said_of(base) - said_of(changed)
        new = {(c, m) for c, m in new if c not in ("N102",)}
        problems = [] if changed != base else ["the edit changes nothing"]
        for code, piece in expected:
            hits = {(c, m) for c, m in new if c == code and piece in m}
            problems += [] if len(hits) == 1 else [f"{code} {piece}: {sorted(hits)}"]
            new -= hits
        problems += [f"also told: {c}: {m}" for c, m in new]
        tally.case(law, problems)
    numbers = {row[0][:3] for row in LAWS}
    tally.case("every rule of law", [f"L{n:02}" for n in range(1, 32) if f"L{n:02}" not in numbers])


def test_subjects():
    """Every row of the table of silence is drawn by some removal, here or in the unit test."""
    rows = re.findall(r"^SILENCE\(\s*(\w+),", (support.ROOT / "src/review/silence_table.h").read_text(), re.M)
    cases = (support.ROOT / "test/unit/silence_test.c").read_text()
    tally.case("every subject has a case", [row for row in rows if f"{{SILENCE_{row}," not in cases])


def main():
    if not HEQI:
        return support.no_binary()
    with tempfile.TemporaryDirectory() as folder:
        test_terms(Path(folder))
    test_laws()
    test_subjects()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
