#!/usr/bin/env python3
"""heqi print: the contract holds every clause under its number, in eleven parts, in both languages;
the digest is that of what was agreed; Markdown, HTML, PDF and JSON say the same, twice the same bytes;
no name can become markup; an amended text reads as it did on the day.

The last line is "N passed, N failed"."""
import functools
import html.parser
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
TEXTS = [path for folder in ("examples", "examples/consortia", "examples/ventures", "test/books")
         for path in sorted((support.ROOT / folder).glob("*.heqi"))]
COATING = support.ROOT / "examples/coating.heqi"
PARTS = {"en": [f"Part {n}." for n in range(1, 12)],
         "zh": [f"第{n}部分" for n in "一 二 三 四 五 六 七 八 九 十 十一".split()]}
LANGUAGES = ("en", "zh")
HOSTILE = '<script>alert(1)</script> & "x" \'y\' `z` *w* _v_ [a](http://b) | # <!-- --> &amp;'
SMALL = '''alliance small "Small"
  founded 2020-01-01
article 1 "Members"
  party a enterprise "A"
  party b enterprise "B"
  fund f "F"
'''

tally = support.Tally()


def heqi(*words, text=None):
    """Exit code and standard output of a run, as bytes."""
    done = subprocess.run([HEQI, *map(str, words)], input=text and text.encode(),
                          capture_output=True)
    return done.returncode, done.stdout


def printed(path, *words, text=None):
    code, out = heqi("print", *words, path, text=text)
    if code:
        raise RuntimeError(f"{path} {words}: exit {code} {out[:300]!r}")
    return out


@functools.lru_cache(maxsize=None)
def contract(path, lang="en", *words, text=None):
    return json.loads(printed(path, "--json", "--lang", lang, *words, text=text))


def all_text(told):
    """Every text of a contract in JSON."""
    for part in told["parts"]:
        yield part["title"]
        for article in part["articles"]:
            yield article["title"]
            for clause in article["clauses"]:
                yield clause.get("number", "")
                yield clause.get("text", "")
                yield from (cell for row in clause.get("rows", []) for cell in row)


def clauses_of(text):
    """The numbers of all clauses of a text in English or Chinese spelling, articles in order."""
    number = count = 0
    for line in text.splitlines():
        article = re.match(r"article (\d+) ", line)
        if article:
            number, count = int(article[1]), 0
        elif line and not line.startswith(" "):
            number = 0
        elif number and re.match(r"  [^ #]", line):
            count += 1
            yield f"{number}.{count}"


def numbers_wrong(path, lang):
    told = contract(path, lang)
    numbers = {clause.get("number") for part in told["parts"] for article in part["articles"]
               for clause in article["clauses"]}
    numbers |= {row[0] for part in told["parts"][:1] for article in part["articles"]
                for clause in article["clauses"] for row in clause.get("rows", [])}
    canonical = heqi("fmt", "--lang", "en", path)[1].decode()
    for number in clauses_of(canonical):
        if number not in numbers:
            yield f"{lang}: clause {number} is missing"
    titles = [part["title"] for part in told["parts"]]
    found = [title for title in titles
             if any(title.startswith(part) for part in PARTS[lang])]
    if len(found) != 11:
        yield f"{lang}: parts {titles}"


def text_wrong(path):
    digests = set()
    for lang in LANGUAGES:
        yield from numbers_wrong(path, lang)
        digests.add(contract(path, lang)["digest"])
        spelled = heqi("fmt", "--lang", lang, path)[1].decode()
        if not re.search("^(include|引入) ", spelled, re.M):
            digests.add(contract("-", "en", text=spelled)["digest"])
        if printed(path, "--lang", lang) != printed(path, "--lang", lang):
            yield f"{lang}: other bytes"
    if len(digests) != 1:
        yield f"digests differ: {digests}"


# ---- the digest ----

def digest_wrong():
    def digest(text, *words):
        return contract("-", "en", *words, text=text)["digest"]
    base = digest(SMALL)
    same = {"a comment": SMALL.replace("\n  fund", "\n  # remark\n  fund"),
            "the version": "language 1\n" + SMALL,
            "spaces": SMALL.replace('party a enterprise', 'party   a   enterprise'),
            "the journal": SMALL + '2020-02-01 income 10 from x class sale\n'}
    other = {"a letter": SMALL.replace('"F"', '"G"'),
             "a clause": SMALL + '  covenant secrecy "s"\n',
             "the order": SMALL.replace('party a', 'party c')}
    for what, text in same.items():
        if digest(text) != base:
            yield f"{what} changes the digest"
    for what, text in other.items():
        if digest(text) == base:
            yield f"{what} does not change the digest"


# ---- silence, amendments, signatures ----

def silence_wrong():
    told = {lang: "\n".join(all_text(contract("-", lang, text=SMALL))) for lang in LANGUAGES}
    for lang, texts in {
            "en": ("This Agreement provides nothing on this part.", "Civil Code art. 973",
                   "Civil Code art. 970"),
            "zh": ("本协议就本部分未作约定。", "民法典第973条", "民法典第970条")}.items():
        for text in texts:
            if text not in told[lang]:
                yield f"{lang}: no {text}"
    agreed = "\n".join(all_text(contract("-", "en", text=SMALL.replace(
        "article 1", "  liable a\narticle 1", 1))))
    if "art. 973" in agreed:
        yield "the note stays although the term is there"


AMENDED = SMALL + '''article 2 "Sales"
  share sale
    rest to members equally
2020-03-01 amend
  article 2 "Sales and fund"
    share sale
      40% to fund f
      rest to members equally
2020-04-01 join c university "C"
'''


def amendment_wrong():
    before, after = (contract("-", "en", "--at", day, text=AMENDED)
                     for day in ("2020-02-29", "2020-03-01"))
    for told, has in ((before, False), (after, True)):
        if any("40%" in text for text in all_text(told)) != has:
            yield f"40% {'is missing' if has else 'stands too early'}"
        if any("Article 2 Sales and fund" in text for text in all_text(told)) != has:
            yield "the list of amendments or the title is wrong"
    if before["digest"] == after["digest"]:
        yield "the digest stays"
    plain = AMENDED.split("2020-03-01")[0].split("article 2")[0]
    consolidated = plain + '''article 2 "Sales and fund"
  share sale
    40% to fund f
    rest to members equally
'''
    if contract("-", "en", text=consolidated)["digest"] != after["digest"]:
        yield "the consolidated text has another digest"
    joined = {row[0] for part in contract("-", "en", text=AMENDED)["parts"][-1:]
              for article in part["articles"] for clause in article["clauses"]
              for row in clause.get("rows", [])}
    if not any(cell.startswith("C (seal)") for cell in joined):
        yield "who joined has no place to sign"


AGREED_LATER = SMALL + '''2020-03-01 amend
  article 2 "Disputes"
    dispute court "The court at the seat of a"
'''


def silence_of_day_wrong():
    """The note on a subject ends with the day on which the subject is agreed."""
    for lang, note in (("en", "Nothing is agreed on where disputes go."), ("zh", "本协议未约定争议解决。")):
        for day, there in (("2020-02-29", True), ("2020-03-01", False)):
            texts = all_text(contract("-", lang, "--at", day, text=AGREED_LATER))
            if any(text.startswith(note) for text in texts) != there:
                yield f"{lang}, {day}: the note {'is missing' if there else 'stays'}"


VOTES = SMALL + '''  body council decision "Council"
    seats one each member
    votes one each
    quorum 2/3
    pass more than 1/2 of all
  decide amendment by council 3/4 of all
  stakes s zh "份额"
    a 50%
    b 50%
  project p "P"
    milestone m by 2021-01-01 zh "中试"
  share sale
    rest to members by stake of s
2020-02-01 join c university "C"
'''


def arithmetic_wrong():
    """Majorities are told in seats and votes of the day; names have their Chinese."""
    for day, lang, pieces in (
            ("2020-01-31", "zh", ("（现为2席中的2席）", "（现为2票中的2票）", "里程碑“中试”（m）",
                                  "份额表“份额”（s）", "按“份额”份额比例")),
            ("2020-02-01", "zh", ("（现为3席中的2席）", "（现为3票中的2票）", "（现为3票中的3票）")),
            ("2020-02-01", "en", ("(today 2 of 3 seats)", "(today 3 of 3 votes)", "milestone “m”"))):
        told = "\n".join(all_text(contract("-", lang, "--at", day, text=VOTES)))
        for piece in pieces:
            if piece not in told:
                yield f"{day}, {lang}: no {piece}"


RENAMED = SMALL + '''  a pledges 10
2020-03-01 amend
  article 1 "Members"
    party a enterprise "A Limited"
    party b enterprise "B"
    fund f "F"
    a pledges 10
'''


def renamed_wrong():
    for day, name in (("2020-02-29", "A"), ("2020-03-01", "A Limited")):
        texts = list(all_text(contract("-", "en", "--at", day, text=RENAMED)))
        if not any(text.startswith(f"{name} pledges") for text in texts) or name not in texts:
            yield f"{day}: not {name}"


def signatures_wrong():
    told = contract(COATING)
    rows = [row for article in told["parts"][-1]["articles"] for clause in article["clauses"]
            for row in clause.get("rows", [])]
    if len(rows) != 22:
        yield f"{len(rows)} parties sign"
    if rows and (not rows[0][1].startswith("Signed") or rows[0][2] != "29 August 2012"):
        yield f"the first signature: {rows[0]}"
    blank = contract("-", "zh", text=SMALL)["parts"][-1]["articles"][0]["clauses"][-1]["rows"]
    if "____" not in blank[0][1] or "盖章" not in blank[0][0]:
        yield f"no place to sign: {blank[0]}"


# ---- files ----

class Page(html.parser.HTMLParser):
    """Tags that are opened and closed, attributes, and the text between them."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.faults, self.words = [], [], [], []
        self.lang = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.lang = dict(attrs).get("lang", self.lang)
        if any(name not in ("lang", "class", "charset", "name", "content") for name, _ in attrs):
            self.faults.append(f"<{tag} {attrs}>")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        self.words.append(data)


def hostile_text():
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    return SMALL.replace('"A"', f'"{quoted}"').replace('"Small"', f'"{quoted}"') + \
        f'  covenant secrecy "{quoted}"\n  a pledges 10\n'


def hostile_wrong():
    page = Page(printed("-", "--html", "-", text=hostile_text()).decode())
    if page.faults or page.open:
        yield f"HTML: {page.faults} {page.open}"
    if set(page.tags) & {"script", "img", "a", "iframe"}:
        yield f"HTML: {set(page.tags)}"
    if HOSTILE not in "".join(page.words):
        yield "HTML: the name is not there as it is"
    markdown = printed("-", text=hostile_text()).decode()
    for raw in ("<script", "](http", "`z`", " *w*", "<!--", "x\" | "):
        if re.search(r"(?<!\\)" + re.escape(raw), markdown):
            yield f"Markdown: {raw} is markup"
    rows = [line for line in markdown.splitlines() if line.startswith("| 1.1 |")]
    if len(rows) != 1 or len(re.findall(r"(?<!\\)\|", rows[0])) != 7:
        yield f"Markdown: a name makes cells: {rows}"


def html_wrong():
    for lang, code in (("en", "en"), ("zh", "zh-CN")):
        raw = printed(COATING, "--lang", lang, "--html", "-").decode()
        page = Page(raw)
        if page.faults or page.open or page.lang != code:
            yield f"{lang}: {page.faults[:3]} {page.open} {page.lang}"
        text = "".join(page.words)
        told = contract(COATING, lang)
        missing = [piece for piece in all_text(told) if piece.replace("\n", "") not in text]
        if missing:
            yield f"{lang}: not in the page: {missing[:2]}"
        if told["digest"] not in text or re.search(r"https?:|url\(|@import", raw):
            yield f"{lang}: no digest, or something from outside"


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True,
                          check=True).stdout.decode()


def squeezed(text):
    return re.sub(r"\s+", "", text)


def pdf_wrong(folder):
    for lang in LANGUAGES:
        first, second = folder / "a.pdf", folder / "b.pdf"
        for path in (first, second):
            printed(COATING, "--lang", lang, "--pdf", path)
        if first.read_bytes() != second.read_bytes():
            yield f"{lang}: other bytes"
        told = contract(COATING, lang)
        pages = pdf_text(first).split("\f")[:-1]
        for number, page in enumerate(pages, 1):
            if told["digest"] not in page or f"{number} / {len(pages)}" not in page:
                yield f"{lang}: page {number} has no digest or number"
        # Across a page break stands the margin: whole clauses are looked for on one page.
        text = squeezed("".join(pages))
        pieces = [line for piece in all_text(told) for line in piece.split("\n")]
        found = [piece for piece in pieces if squeezed(piece) in text]
        if len(found) < len(pieces) * 0.97:
            missing = [piece for piece in pieces if squeezed(piece) not in text]
            yield f"{lang}: {len(missing)} of {len(pieces)} pieces are missing: {missing[:2]}"


def check(name, problems):
    tally.case(name, list(problems))


def main():
    if not HEQI:
        return support.no_binary()
    for path in TEXTS:
        check(f"{path.name}: every clause stands in it, one digest", text_wrong(path))
    check("the digest is that of what was agreed", digest_wrong())
    check("a part that is silent says so, with the law", silence_wrong())
    check("a part is silent on the day on which it is", silence_of_day_wrong())
    check("majorities are told in seats and votes", arithmetic_wrong())
    check("the text of a day", amendment_wrong())
    check("a party is called as the text of the day calls it", renamed_wrong())
    check("every party signs", signatures_wrong())
    check("no name becomes markup", hostile_wrong())
    check("HTML holds all of it, and nothing from outside", html_wrong())
    if shutil.which("pdftotext"):
        with tempfile.TemporaryDirectory() as folder:
            check("PDF holds all of it, twice the same bytes", pdf_wrong(Path(folder)))
    else:
        tally.skip("pdftotext is not installed")
    for option in ("--pdf", "--html"):
        code = heqi("print", option, "/nowhere/at/all", COATING)[0]
        check(f"cannot write {option}", [] if code == 3 else [f"exit {code}"])
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
