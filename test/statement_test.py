#!/usr/bin/env python3
"""heqi statement: for every member of many texts the movements lead from the opening to the closing
balance and are the lines of `heqi settle`; a period cut in two joins again; text, CSV, workbook and
PDF say the same figures, twice the same bytes, in both languages.

The last line is "N passed, N failed"."""
import csv
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
TEXTS = [support.ROOT / name for name in (
    "examples/coating.heqi", "examples/three.heqi", "examples/three-zh.heqi",
    *(str(path.relative_to(support.ROOT)) for folder in ("test/books", "test/texts")
      for path in sorted(support.ROOT.glob(folder + "/*.heqi"))))]
COATING = str(support.ROOT / "examples/coating.heqi")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DUE = {"received": 1, "paid_out": -1, "set_off": -1}
OWES = {"called": 1, "borne": 1, "charges": 1, "paid_in": -1, "set_off": -1}

tally = support.Tally()


def told(*words):
    outcome = support.run(HEQI, *map(str, words))
    if outcome.code != 0 or outcome.json is None:
        raise RuntimeError(f"{words}: {outcome}")
    return outcome.json


def lacks(statement, wanted):
    """What of a statement is not as wanted."""
    return support.differences(wanted, {key: statement[key] for key in wanted})


def moved(lines, signs):
    return sum(signs.get(line["figure"], 0) * Decimal(line["amount"]) for line in lines)


def pair(balance):
    return Decimal(balance["due"]), Decimal(balance["owes"])


def movements_wrong(statement):
    """The movements lead from one balance to the other; the roundings add up."""
    due, owes = pair(statement["opening"])
    lines = statement["lines"]
    if (due + moved(lines, DUE), owes + moved(lines, OWES)) != pair(statement["closing"]):
        yield "the movements do not lead from the opening to the closing balance"
    rounded = sum(Fraction(line["amount"].replace(".", "")) - Fraction(line["exact"])
                  for line in lines if "exact" in line)
    if rounded != Fraction(statement["rounded"]):
        yield f"rounded {statement['rounded']}, not {rounded}"


def statement_wrong(path, settled, party):
    whole = told("statement", path, "--party", party)
    yield from movements_wrong(whole)
    figures = settled["parties"][party]
    if pair(whole["closing"]) != (Decimal(figures["due"]), Decimal(figures["owes"])):
        yield f"closing {whole['closing']}, settled {figures}"
    own = [(line["line"], line["amount"]) for line in settled["lines"] if line["to"] == party]
    if own != [(line["line"], line["amount"]) for line in whole["lines"]]:
        yield "other lines than those of the settlement"
    days = sorted({line["date"] for line in whole["lines"]})
    if not days:
        return
    second = told("statement", path, "--party", party, "--from", days[len(days) // 2])
    yield from movements_wrong(second)
    first = len(whole["lines"]) - len(second["lines"])
    if second["lines"] != whole["lines"][first:]:
        yield "the second half has other lines"
    if second["closing"] != whole["closing"]:
        yield "the second half closes elsewhere"


def check_all():
    told_of = 0
    for path in TEXTS:
        outcome = support.run(HEQI, "settle", str(path), "--lines")
        if outcome.code != 0 or outcome.json is None:
            continue  # a text that is refused for its own reason
        told_of += 1
        for party in outcome.json["parties"]:
            tally.case(f"{path.name} {party}", list(statement_wrong(path, outcome.json, party)))
    tally.case("texts were told of", [] if told_of >= 8 else [f"only {told_of}"])


# ---- by hand ----

HAND = """alliance pair "Pair"
  founded 2020-01-01
  form contract
  liable mill
article 1 "Parties and benefit"
  party mill enterprise "Mill" lead
  party lab university "Lab"
  stakes alliance
    mill 2/3
    lab 1/3
  share any income
    rest to members by stake of alliance
2020-03-01 income 100.00 from "Buyer" class product
2020-06-30 settle
2020-07-01 pay lab 33.00
2020-07-02 dispute 2020-06-30 lab "=cmd() is no formula here"
"""


def by_hand():
    """100.00 at 2/3 and 1/3: lab gets 33.33, a third of a fen less than its share; 33.00 is paid."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pair.heqi"
        path.write_text(HAND)
        outcome = support.run(HEQI, "statement", str(path), "--party", "lab", "--from",
                              "2020-07-01")
        wrong = [str(outcome)] if outcome.code else []
        if not wrong:
            s = outcome.json
            wrong = lacks(s, {
                "opening": {"due": "33.33", "owes": "0.00"},
                "closing": {"due": "0.33", "owes": "0.00"}, "rounded": "0",
                "disputed": [{"entry": 4, "date": "2020-07-02", "settlement": "2020-06-30"}]})
            wrong += lacks(told("statement", path, "--party", "lab"), {"rounded": "-1/3"})
        tally.case("by hand", wrong)
        agreed = HAND + "2020-07-03 agree 2020-06-30 lab\n"
        path.write_text(agreed)
        taken_back = told("statement", path, "--party", "lab")
        tally.case("a dispute taken back", lacks(taken_back, {"disputed": []}))


# ---- the ways in which it is written ----

def written(folder, name, *words):
    path = Path(folder) / name
    done = subprocess.run([HEQI, "statement", COATING, "--party", "pentium", *words, str(path)],
                          capture_output=True)
    if done.returncode or done.stdout or done.stderr:
        raise RuntimeError(f"{words}: exit {done.returncode} {done.stderr!r} {done.stdout[:80]!r}")
    return path.read_bytes()


def amounts_of(statement):
    """Every amount of the table, as it is shown there: balances and movements."""
    for line in statement["lines"]:
        for signs in (DUE, OWES):
            if line["figure"] in signs and Decimal(line["amount"]):
                yield signs[line["figure"]] * Decimal(line["amount"])


def csv_wrong(data, statement):
    rows = list(csv.reader(io.StringIO(data.decode())))
    if [len(row) for row in rows] != [6] * len(rows):
        yield "rows of another length than six cells"
    found = [Decimal(cell) for row in rows[2:-1] for cell in row[4:6] if cell]
    if found != list(amounts_of(statement)):
        yield "other movements"
    if tuple(map(Decimal, rows[-1][4:6])) != pair(statement["closing"]):
        yield f"closes with {rows[-1]}"


def workbook_wrong(data, statement):
    book = zipfile.ZipFile(io.BytesIO(data))
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    if sheet.findall(f".//{SHEET}f"):
        yield "holds a formula"
    numbers = [Decimal(repr(round(float(cell.find(f"{SHEET}v").text), 2)))
               for cell in sheet.iter(f"{SHEET}c")
               if cell.get("t") is None and cell.find(f"{SHEET}v") is not None]
    wanted = list(amounts_of(statement))
    if numbers[2:2 + len(wanted)] != wanted:
        yield "other movements"


def pdf_wrong(path, statement, title):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True).stdout.decode()
    if title not in text:
        yield f"no `{title}`"
    found = [Decimal(amount.replace(",", ""))
             for amount in re.findall(r"(?<=\s)-?[\d,]+\.\d\d(?=\s)", text)]
    missing = [amount for amount in amounts_of(statement) if amount not in found]
    if missing:
        yield f"lacks {missing[:3]}"


def check_written():
    statement = told("statement", COATING, "--party", "pentium")
    for lang, title in (("en", "Statement of account"), ("zh", "对账单")):
        with tempfile.TemporaryDirectory() as folder:
            for option, wrong in (("csv", csv_wrong), ("xlsx", workbook_wrong)):
                data = written(folder, "a", "--lang", lang, "--" + option)
                tally.case(f"{option} {lang}", list(wrong(data, statement)))
                again = written(folder, "b", "--lang", lang, "--" + option)
                tally.case(f"{option} {lang} again", [] if data == again else ["other bytes"])
            pdf = written(folder, "a", "--lang", lang, "--pdf")
            again = written(folder, "b", "--lang", lang, "--pdf")
            tally.case(f"pdf {lang} again", [] if pdf == again else ["other bytes"])
            if shutil.which("pdftotext"):
                tally.case(f"pdf {lang}", list(pdf_wrong(Path(folder) / "a", statement, title)))
            else:
                tally.skip("pdftotext is not installed")
            left = [path.name for path in Path(folder).iterdir() if path.name not in "ab"]
            tally.case(f"nothing else is left ({lang})", left)


def check_refusals():
    for name, words, said in (
            ("no party", [], "--party"), ("unknown", ["--party", "nobody"], "nobody"),
            ("turned round", ["--party", "pentium", "--from", "2015-01-01", "--until",
                              "2014-01-01"], "2014-01-01")):
        done = subprocess.run([HEQI, "statement", COATING, *words], capture_output=True)
        wrong = [] if done.returncode == 2 and not done.stdout else [f"exit {done.returncode}"]
        if said not in done.stderr.decode():
            wrong.append(done.stderr.decode())
        tally.case(name, wrong)
    for option in ("--pdf", "--xlsx", "--csv"):
        done = subprocess.run([HEQI, "statement", COATING, "--party", "pentium", option,
                               "/nowhere/at/all"], capture_output=True)
        wrong = [] if done.returncode == 3 and b"/nowhere/at/all" in done.stderr else [str(done)]
        tally.case(f"cannot write {option}", wrong)


def main():
    check_all()
    by_hand()
    check_written()
    check_refusals()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
