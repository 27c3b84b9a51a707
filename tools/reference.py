#!/usr/bin/env python3
"""Writes the parts of the documentation that are made from tables of the source:

    docs/forms.md    every form, part and word of the language, in English and Chinese, and what
                     becomes of it, from src/lang/form_table.h, keyword_table.h and the table of
                     handlers in src/fold/fold.c
    docs/errors.md   every diagnostic, from src/base/diag_table.h and the files of test/errors
    docs/silence.md  what may apply where an agreement is silent, from src/review/silence_table.h

Without an argument the files are written; with --check nothing is, and the exit code is 1 where
one of them is stale. test/docs_test.py runs that."""

import difflib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANG = ROOT / "src" / "lang"
DIAG_TABLE = ROOT / "src" / "base" / "diag_table.h"
HANDLERS = ROOT / "src" / "fold" / "fold.c"
SILENCE_TABLE = ROOT / "src" / "review" / "silence_table.h"
ERRORS = ROOT / "test" / "errors"

# ---- reading tables ---------------------------------------------------------------------------

TOKEN = re.compile(r'/\*(?P<comment>.*?)\*/|"(?P<text>(?:[^"\\]|\\.)*)"|(?P<word>\w+)'
                   r"|(?P<mark>[(),])|\s+", re.S)


def rows(text):
    """Yields (macro, arguments) of every row of a table, and ("", comment) of comments between."""
    name, args, depth = "", None, 0
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError(f"cannot read the table at {text[at:at + 40]!r}")
        at = match.end()
        if match["comment"] is not None:
            if depth == 0:
                yield "", match["comment"]
        elif match["text"] is not None:
            args[-1] += match["text"].replace('\\"', '"').replace("\\\\", "\\")
        elif match["mark"] == "(":
            args, depth = [""], depth + 1
        elif match["mark"] == ")":
            depth -= 1
            yield name, args
        elif match["mark"] == ",":
            args.append("")
        elif match["word"] and depth:
            args[-1] += match["word"]
        elif match["word"]:
            name = match["word"]


class Tables:
    """The language as its tables say it."""

    def __init__(self):
        self.sections = []  # (title, [(id, block, opens, english, chinese)])
        self.phrases = {}   # name: [(english, chinese)]
        self.sets = {}      # name: [word]
        self.keywords = []  # (spellings, tag, chinese, meaning), and (None, title) between
        self.read_forms()
        self.read_keywords()
        self.support = dict(re.findall(r"\[F_(\w+)\] = \{(\w+),", HANDLERS.read_text()))
        if not self.support:
            raise ValueError(f"no table of handlers in {HANDLERS}")
        self.opened_by = {}
        for _, forms in self.sections:
            for form in forms:
                self.opened_by.setdefault(form[2], []).append(form)

    def read_forms(self):
        for macro, args in rows((LANG / "form_table.h").read_text()):
            title = re.fullmatch(r" ---- (.*) ---- ", args) if not macro else None
            if title and title[1] != "parts of statements":
                self.sections.append((title[1], []))
            elif macro == "CHOICES":
                self.sets[args[0]] = args[1].split("|")
            elif macro == "PHRASE":
                self.phrases.setdefault(args[0], []).append((args[1], args[2]))
            elif macro == "FORM":
                self.sections[-1][1].append(tuple(args))

    def read_keywords(self):
        for macro, args in rows((LANG / "keyword_table.h").read_text()):
            if macro == "KEYWORD":
                english, tag, chinese, meaning = args
                self.keywords.append((english.split("|"), tag, chinese, meaning))
            elif "\n" not in args:
                self.keywords.append((None, args.strip()))

    def chinese(self, word):
        """The printed Chinese spelling of word or word/tag; the word itself where it has none."""
        word, _, tag = word.partition("/")
        for row in self.keywords:
            if row[0] and row[0][0] == word and row[1] == tag:
                return row[2].split("|")[0] or word
        return word


# ---- patterns for people ----------------------------------------------------------------------

VALUE = {
    "text": ('"…"', "“…”"), "money": ("AMOUNT", "金额"), "number": ("NUMBER", "数字"),
    "integer": ("N", "整数"), "share": ("P%", "百分比"), "part": ("SHARE", "份额"),
    "date": ("DATE", "日期"), "duration": ("DURATION", "期间"), "monthday": ("DAY", "月日"),
    "currency": ("CODE", "币种"), "article": ("第六条", "第六条"),
    "ref": ("DATE #N", "日期 #序号"), "digest": ("sha256:…", "sha256:…"),
    "path": ("PROJECT.MILESTONE", "项目.里程碑"), "names": ("NAME …", "名称 …"),
    "word": ("WORD", "词"),
}
NAMES = {"name", "pname", "new", "pnew"}
ROLES_ZH = {"party": "成员", "other": "成员", "members": "成员", "proxy": "成员", "payer": "付款方",
            "licensee": "被许可方"}
ROLES_EN = {"of": "NAME", "by": "NAME", "subject": "MATTER", "proxy": "OTHER", "project2": "PROJECT",
            "members": "MEMBER"}
PIECE = re.compile(r"\{(?P<role>\w+)(?P<kind>==?|:)(?P<what>[^,;}]+)(?P<list>[,;])?\}"
                   r"|(?P<word>[^\s\[\](){}<>|,~]+)|(?P<mark>[\[\](){}<>|,~])")


def render_value(tables, match, chinese):
    role, what = match["role"], match["what"].strip()
    if match["kind"] == "==":
        return tables.chinese(what) if chinese else what
    if match["kind"] == "=":
        named = what in tables.sets
        text = what.removesuffix("_ZH") if named else tables.chinese(what) if chinese else what
    elif what in NAMES:
        english = ROLES_EN.get(role, role.upper())
        text = ROLES_ZH.get(role, "名称") if chinese else english
    elif what in VALUE:
        text = VALUE[what][chinese]
    else:
        text = what
    comma = {",": "、" if chinese else ",", ";": "，" if chinese else ","}.get(match["list"])
    return f"{text}{comma}{'' if chinese else ' '}…" if comma else text


def join(pieces, chinese):
    """Words with a space between, brackets close to what they hold, commas as the language does."""
    text = ""
    for piece in pieces:
        tight = not text or text[-1] in "[(" or piece[0] in "])," or text.endswith("~")
        if piece == "," and chinese:
            piece, tight = "，", True
        if text.endswith("，"):
            tight = True
        text = text.removesuffix("~") + ("" if tight else " ") + piece
    return text.removesuffix("~")


def render(tables, english, chinese_pattern, chinese):
    """One row as people read it: the pattern of a language, its keywords spelled out."""
    pattern = chinese_pattern.split("||")[-1] if chinese and chinese_pattern else english
    pieces = []
    for match in PIECE.finditer(pattern):
        if match["role"]:
            pieces.append(render_value(tables, match, chinese))
        elif match["word"]:
            word = match["word"]
            spelled = tables.chinese(word) if chinese else word.partition("/")[0]
            pieces.append(spelled)
        elif match["mark"] == "~":
            pieces.append("~")
        elif match["mark"] not in "<>":
            pieces.append(match["mark"])
    merged = []
    for piece in pieces:
        if piece == "~" and merged:
            merged[-1] += "~"
        else:
            merged.append(piece)
    return join(merged, chinese)


def cell(text):
    return "`" + text.replace("|", "\\|") + "`"


# ---- docs/forms.md ----------------------------------------------------------------------------

GENERATED = "<!-- Written by tools/reference.py from {}. Do not edit. -->\n"
SUPPORT = {"EXECUTED": "executed", "RECORDED": "recorded"}
FORMS_HEAD = """# Forms and words

Every statement of the language, in English and in Chinese. What the forms mean, what they change
and what refuses them is told in [language.md](language.md).

`AMOUNT`, `DATE`, `P%` and other words in capitals stand for values or for the parts and sets
listed below; `[…]` may be missing; of `(… | …)` one stands; `X, …` is a list. Brackets in a row,
`[of X] [for X]`, may stand in any order in most entries. Each form is called by its row in
src/lang/form_table.h.

Every dated statement may end in `["remark"] [file "…" sha256:…] [by MOTION]`.
"""


def block_title(tables, block):
    """"alliance" for what stands under that statement."""
    if block == "TOP":
        return "not indented"
    if block == "DATED":
        return "behind a date"
    return "under " + " or ".join(dict.fromkeys(
        words_of(tables, form) for form in tables.opened_by.get(block, [])))


def words_of(tables, form):
    """The first words of a form: what it is known by. A tier begins with a part."""
    words = []
    for match in PIECE.finditer(form[3]):
        if not match["word"]:
            if words:
                break
            continue
        words.append(match["word"].partition("/")[0])
    return "`" + " ".join(words[:2]) + "`" if form[0] not in ("TIER", "BEARER", "W_TIER") else "a tier"


def forms_text(tables):
    out = [GENERATED.format("src/lang/form_table.h, keyword_table.h and src/fold/fold.c"), FORMS_HEAD]
    for title, forms in tables.sections:
        dated = any(form[1] == "DATED" for form in forms)
        out.append(f"\n## {title[0].upper() + title[1:]}\n\n")
        if dated:
            out.append("The last column tells what becomes of the entry: *executed*; *recorded*, it\n"
                       "changes no figure.\n\n")
            out.append("| form | English | Chinese | |\n|---|---|---|---|\n")
        else:
            out.append("| form | where | English | Chinese |\n|---|---|---|---|\n")
        for form in forms:
            name, block, _, english, chinese = form
            en, zh = (cell(render(tables, english, chinese, zh)) for zh in (False, True))
            if dated:
                own = SUPPORT[tables.support[name]] if block == "DATED" else None
                own = own if block == "DATED" else block_title(tables, block)
                out.append(f"| {name} | {en} | {zh} | {own} |\n")
            else:
                out.append(f"| {name} | {block_title(tables, block)} | {en} | {zh} |\n")
    out.append("\n## Parts of statements\n\n| part | English | Chinese |\n|---|---|---|\n")
    for name, variants in tables.phrases.items():
        for english, chinese in variants:
            en, zh = (cell(render(tables, english, chinese, zh)) for zh in (False, True))
            out.append(f"| {name} | {en} | {zh} |\n")
    out.append("\n## Sets of words\n\nOne word of the set stands.\n\n"
               "| set | English | Chinese |\n|---|---|---|\n")
    for name, words in tables.sets.items():
        if name.endswith("_ZH"):
            continue
        english = ", ".join(w.replace("+", " ").partition("/")[0] for w in words)
        spelled = tables.sets.get(name + "_ZH", words)
        chinese = "、".join("".join(tables.chinese(p) for p in w.split("+")) for w in spelled)
        out.append(f"| {name} | {english} | {chinese} |\n")
    out.append("\n## Words\n\nThe first of several spellings is the one that is printed. A word without\n"
               "a Chinese spelling stands only in forms that Chinese orders in its own way.\n\n"
               "| English | Chinese | meaning |\n|---|---|---|\n")
    for row in tables.keywords:
        if row[0] is None:
            continue
        spellings, tag, chinese, meaning = row
        told = f" ({tag})" if tag else ""
        out.append(f"| {' or '.join(spellings)}{told} | {chinese.replace('|', '、')} | {meaning} |\n")
    return "".join(out)


# ---- docs/errors.md ---------------------------------------------------------------------------

GROUPS = [
    ("E1", "Reading and form", "The text cannot be read, or a statement has no known form."),
    ("E2", "Names and terms", "What the agreement says does not hold together."),
    ("E3", "Entries", "An entry contradicts the agreement or the entries before it."),
    ("E4", "Leaving and the end, rules, amendments, rules for claims, and the range of figures",
     "What an entry or a term asks for cannot be."),
    ("F", "Findings", "The figures stand, but something is not as agreed; `check` exits 1."),
    ("W", "Warnings", "Probably not what was meant."),
    ("N", "Notes", "Worth knowing."),
]
ERRORS_HEAD = """# Errors, findings, warnings, notes

What heqi says about a text, by code: the sentence, why it says so, what to do, and how a text that
provokes it is corrected; `heqi help CODE` shows the same with the whole text, in English and
Chinese. Each complaint comes with file, line and column, the line itself with the place underlined,
and a hint. An error stops every command with exit code 1 and no figures; a finding makes `check`
exit 1; warnings and notes change nothing. `…` stands for what is filled in; in the texts
`{{5 a}}` stands for five times "a".
"""


class Page:
    """What the file of a code says (src/report/catalogue.h), and what corrects its text."""

    LABELS = {"# cause: ": "cause", "# 原因：": "原因", "# remedy: ": "remedy", "# 办法：": "办法"}

    def __init__(self, path):
        self.path, self.said = path, {}
        self.replaced, self.added = {}, {}
        lines = path.read_text(errors="replace").split("\n")
        self.read_about(lines)
        self.text = [line for line in lines if not line.startswith("#")]
        self.corrected = [new for number, line in enumerate(lines, 1) for new in self.mended(number, line)]

    def read_about(self, lines):
        label = None
        for line in lines:
            if line.startswith("#   ") and label:
                space = "" if label in ("原因", "办法") else " "
                self.said[label] += space + line.removeprefix("#   ")
                continue
            begin = next((b for b in self.LABELS if line.startswith(b)), None)
            label = self.LABELS[begin] if begin else None
            if label:
                self.said[label] = line.removeprefix(begin)
            mend = re.match(r"# mend (\d+)(?:-(\d+))?(\+?):(?: (.*))?$", line)
            if mend and mend[3]:
                self.added.setdefault(int(mend[1]), []).append(mend[4])
            elif mend:
                for number in range(int(mend[1]), int(mend[2] or mend[1]) + 1):
                    self.replaced[number] = None
                self.replaced[int(mend[1])] = mend[4]

    def mended(self, number, line):
        """The lines that stand for a line of the file in the corrected text."""
        own = [] if line.startswith("#") else [line]
        if number in self.replaced:
            own = [self.replaced[number]] if self.replaced[number] else []
        return own + self.added.get(number, [])

    def change(self):
        """The lines taken out and put in, behind the one that stands before them."""
        out = []
        matcher = difflib.SequenceMatcher(None, self.text, self.corrected, False)
        for tag, i, j, k, m in matcher.get_opcodes():
            if tag == "equal":
                out += [f"  {line}" for line in self.text[max(i, j - 1):j] if j < len(self.text)]
            else:
                out += [f"- {line}" for line in self.text[i:j]]
                out += [f"+ {line}" for line in self.corrected[k:m]]
        return [line for line in out if line.strip(" +-")]


def page_text(code):
    """Cause, remedy and correction of a code, with links to its texts."""
    path = next(path for path in sorted(ERRORS.glob(f"{code}*.heqi"))
                if re.match(code + r"(?![0-9A-Za-z])", path.name))
    own = Page(path)
    pages = [own] + [Page(path) for path in sorted((ERRORS / code).glob("*.heqi"))]
    out = [f"\n{own.said[label]}\n" for label in ("cause", "原因", "remedy", "办法")
           if label in own.said]
    change = [line for page in pages for line in page.change()]
    out.append("\n```diff\n" + "\n".join(change) + "\n```\n")
    links = [f"[{path.relative_to(ERRORS)}](../{path.relative_to(ROOT)})"
             for path in [page.path for page in pages] + sorted((ERRORS / "zh").glob(f"{code}.heqi"))]
    return "".join(out) + f"\n{', '.join(links)}\n"


def errors_text():
    table = [args for macro, args in rows(DIAG_TABLE.read_text()) if macro == "DIAG"]
    out = [GENERATED.format("src/base/diag_table.h and test/errors"), ERRORS_HEAD]
    shown = 0
    for prefix, title, meaning in GROUPS:
        out.append(f"\n## {title}\n\n{meaning}\n")
        for code, _, english, hint, chinese, chinese_hint in table:
            if not code.startswith(prefix):
                continue
            shown += 1
            fill = lambda text: re.sub(r"\{\d\}", "…", text).replace("`…`", "“…”")
            out.append(f"\n### {code}\n\n{fill(english)}.")
            out.append(f" *{fill(hint)}.*\n" if hint else "\n")
            out.append(f"\n{fill(chinese)}。" + (f"*{fill(chinese_hint)}。*\n" if chinese_hint else "\n"))
            out.append(page_text(code))
    if shown != len(table):
        raise ValueError("a code belongs to no group of GROUPS")
    return "".join(out)


SILENCE_HEAD = """
# Where an agreement is silent

`heqi check` notes (N120) every subject that an agreement of more than one party in CNY has and says
nothing of, with the default of the law of China that may apply and its article. It is no verdict:
which contract an agreement is taken for, a court decides. Each article was read for this table in the
texts in force in April 2025 (github.com/LawRefBook/Laws as of 2025-04-19: the Civil Code; the Civil
Procedure Law of 2023, whose articles 24 and 35 are those of 2021; the Patent Law of 2020 and its Rules
of 2023; the Company Law of 2023); what they say is put in short words of our own. Later changes were
not looked for.

| nothing is agreed on | what may apply | where it stands | to agree otherwise |
|---|---|---|---|
"""


def silence_text():
    out = [GENERATED.format("src/review/silence_table.h"), SILENCE_HEAD]
    for macro, args in rows(SILENCE_TABLE.read_text()):
        if macro != "SILENCE":
            continue
        english, chinese = args[2:6], args[6:10]
        out.append("| " + " | ".join(f"{one}<br>{other}"
                                     for one, other in zip(english, chinese)) + " |\n")
    return "".join(out)


# ---- the command ------------------------------------------------------------------------------

def main():
    texts = {ROOT / "docs" / "forms.md": forms_text(Tables()),
             ROOT / "docs" / "errors.md": errors_text(),
             ROOT / "docs" / "silence.md": silence_text()}
    stale = [path for path, text in texts.items()
             if not path.exists() or path.read_text() != text]
    if sys.argv[1:] == ["--check"]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale: run tools/reference.py")
        return 1 if stale else 0
    if sys.argv[1:]:
        sys.exit(__doc__)
    for path in stale:
        path.write_text(texts[path])
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
