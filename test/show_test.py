#!/usr/bin/env python3
"""heqi show: every register of a small alliance as it was worked out by hand (its text says it in a
screen), and over all examples what the registers must have in common with the accounts: funds,
grants and what is due to members are accounts of the balance, stakes make one, entries are the
dated statements. Then the call: names, files, both languages.

The last line is "N passed, N failed"."""
import collections
import json
import re
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
RELEASE = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI_RELEASE", "HEQI")
BOOKS = support.ROOT / "test" / "books"
SMALL = BOOKS / "registers.heqi"
TEXTS = [path for folder in ("test/books", "test/texts", "examples")
         for path in sorted(support.ROOT.glob(folder + "/**/*.heqi"))]

tally = support.Tally()

# Rows by kind and date: the cells in the order of the columns, None where there is nothing.
EXPECTED = {
    ("members", "2020-07-31"): [
        ("anna", "enterprise", "Anna Ltd.", "2020-01-01", "yes", "yes", "0.00", "60.00"),
        ("ben", "university", "University of Ben", "2020-01-01", "no", "yes", "0.00", "40.00")],
    ("members", "2020-12-01"): [
        ("anna", "enterprise", "Anna Ltd.", "2020-01-01", "yes", "yes", "150.00", "60.00"),
        ("ben", "university", "University of Ben", "2020-01-01", "no", "yes", "75.00", "40.00"),
        ("carl", "institute", "Carl", "2020-08-01", "no", "yes", "75.00", "0.00")],
    ("offers", "2020-12-02"): [
        ("2020-12-02 #1", "carl", "alliance", "1/8", "Wax Fund", "900.00", "2021-01-16", "open",
         "anna", "2/3", None),
        ("2020-12-02 #1", "carl", "alliance", "1/8", "Wax Fund", "900.00", "2021-01-16", "open",
         "ben", "1/3", None)],
    ("offers", "2020-12-03"): [
        ("2020-12-02 #1", "carl", "alliance", "1/8", "Wax Fund", "900.00", "2021-01-16",
         "taken up", "anna", "0", None),
        ("2020-12-02 #1", "carl", "alliance", "1/8", "Wax Fund", "900.00", "2021-01-16",
         "taken up", "ben", "1", "accepts")],
    ("stakes", "2020-09-30"): [("alliance", "anna", "3/5", "2020-01-01"),
                               ("alliance", "ben", "2/5", "2020-01-01")],
    ("stakes", "2020-10-01"): [("alliance", "anna", "1/2", "2020-10-01"),
                               ("alliance", "ben", "1/4", "2020-10-01"),
                               ("alliance", "carl", "1/4", "2020-10-01")],
    ("funds", "2020-11-30"): [("reserve", "100.00", "0.00", "100.00", "300.00")],
    ("funds", "2020-12-01"): [("reserve", "100.00", "40.00", "60.00", "300.00")],
    ("projects", "2020-01-01"): [
        ("wax", "key", "anna", "planned", "10000.00", "2000.00", "0.00", "0.00", "0.00")],
    ("projects", "2020-12-01"): [
        ("wax", "key", "anna", "started", "10000.00", "5000.00", "150.00", "1850.00", "100.00")],
    ("results", "2020-06-30"): [
        ("B1", "know-how", "Melting", None, "2020-02-01", "yes", None, "ben 1", None, None, None,
         0, 0)],
    ("results", "2020-07-01"): [
        ("B1", "know-how", "Melting", None, "2020-02-01", "yes", None, "ben 1", None, None, None,
         0, 0),
        ("P1", "patent", "Bright wax", "wax", "2020-07-01", "no", "anna 1/3, ben 2/3",
         "anna 1/3, ben 2/3", "5.1", None, None, 0, 0)],
    ("background", "2020-01-31"): [],
    ("background", "2020-02-01"): [
        ("B1", "know-how", "Melting", "ben 1", "wax", "2020-02-01")],
    ("licences", "2020-08-31"): [],
    ("licences", "2020-09-01"): [
        ("L1", "P1", "Candle Works", "nonexclusive", "candles", None, "2020-09-01", "2025-01-01",
         None, "0.00", "0.00", "0.00", "0.00")],
    ("licences", "2020-12-01"): [
        ("L1", "P1", "Candle Works", "nonexclusive", "candles", None, "2020-09-01", "2025-01-01",
         None, "0.00", "0.00", "400.00", "0.00")],
    ("adoption", "2020-11-30"): [],
    ("adoption", "2020-12-01"): [("P1", "anna", "yes", "line 1, 40 t a year", "2020-12-01")],
    ("capital", "2020-02-29"): [
        ("anna", "1000.00", "0.00", "600.00", "0.00", "600.00", "0.00"),
        ("ben", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00")],
    ("capital", "2021-03-01"): [
        ("anna", "1000.00", "1000.00", "600.00", "0.00", "600.00", "400.00"),
        ("ben", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"),
        ("carl", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00")],
    ("debts", "2020-07-01"): [
        ("anna", "call", "wax", "2020-07-01", "open", "60.00", "0.00", "60.00"),
        ("ben", "call", "wax", "2020-07-01", "open", "40.00", "0.00", "40.00")],
    ("debts", "2021-03-02"): [
        ("anna", "capital", None, "2021-03-01", "overdue", "500.00", "100.00", "400.00"),
        ("anna", "call", "wax", "2020-07-01", "overdue", "60.00", "0.00", "60.00"),
        ("ben", "call", "wax", "2020-07-01", "overdue", "40.00", "0.00", "40.00")],
    ("arrears", "2020-07-01"): [],
    ("arrears", "2020-12-01"): [
        ("anna", "call", "wax", "2020-07-01", "60.00", 153, "notice", "2020-08-31", "in force"),
        ("anna", "call", "wax", "2020-07-01", "60.00", 153, "no vote", "2021-08-06", "ahead"),
        ("ben", "call", "wax", "2020-07-01", "40.00", 153, "notice", "2020-08-31", "in force"),
        ("ben", "call", "wax", "2020-07-01", "40.00", 153, "no vote", "2021-08-06", "ahead")],
    ("grants", "2020-03-31"): [],
    ("grants", "2020-12-01"): [("Ministry of Bees", "2000.00", "0.00", "2000.00")],
    ("budgets", "2020-11-30"): [],
    ("budgets", "2020-12-01"): [("2020", "flasks", "200.00", "150.00", "50.00"),
                                ("2020", "labels", "35.00", "40.00", "-5.00")],
    ("bodies", "2020-12-01"): [
        ("office", "executive", "staff", "Dora", "anna", None, None),
        ("office", "executive", "staff", "Emil", "ben", None, "2020-12-31"),
        ("watch", "supervisory", "seat", "anna", None, None, None),
        ("watch", "supervisory", "seat", "carl", None, None, None),
        ("watch", "supervisory", "appointed", "F. G.", "ben", "chair", "2020-12-31")],
    ("bodies", "2021-01-01"): [
        ("office", "executive", "staff", "Dora", "anna", None, None),
        ("watch", "supervisory", "seat", "anna", None, None, None),
        ("watch", "supervisory", "seat", "carl", None, None, None)],
    ("bodies", "2020-01-01"): [
        ("office", "executive", None, None, None, None, None),
        ("watch", "supervisory", "seat", "anna", None, None, None)],
    ("scores", "2020-12-02"): [],
    ("scores", "2020-12-03"): [("ben", "contribution", "92.5", "2020-12-03", None)],
    ("staff", "2020-12-01"): [
        ("Dora", "office", "yes", "1", "anna", "2020-12-01", None),
        ("Emil", "office", "no", "1/2", "ben", "2020-12-01", "2020-12-31")],
    ("staff", "2021-01-01"): [("Dora", "office", "yes", "1", "anna", "2020-12-01", None)],
    ("entries", "2020-02-01"): [
        (1, "2020-01-02 #1", None, 'sign anna "A. A."'),
        (2, "2020-02-01 #1", "600.00", "anna pays 600 capital"),
        (3, "2020-02-01 #2", None, 'background B1 know-how "Melting" of ben for wax')],
}


def show(kind, *words, heqi=None):
    """The rows of a call that must succeed."""
    outcome = support.run(heqi or HEQI, "show", kind, *map(str, words))
    if outcome.code != 0 or outcome.json is None:
        raise RuntimeError(f"show {kind} {words}: {outcome}")
    return outcome.json["rows"]


def cells(rows):
    return [tuple(row.values()) for row in rows]


def plain(*words):
    done = subprocess.run([HEQI, "show", *map(str, words)], capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def kinds():
    """What the help lists, in a language."""
    told = subprocess.run([HEQI, "show", "--help", "--lang", "en"], capture_output=True).stdout
    told_zh = subprocess.run([HEQI, "show", "--help", "--lang", "zh"], capture_output=True).stdout
    listed = [re.findall(r"^  (\w+)  ", t.decode().split("\n\n")[2], re.M) for t in (told, told_zh)]
    return list(zip(*listed))


def test_by_hand():
    for (kind, at), rows in EXPECTED.items():
        got = cells(show(kind, SMALL, "--at", at))
        tally.case(f"{kind} at {at}", [] if got == rows else [f"{got}, not {rows}"])
    left_out = {name for name, _ in kinds()} - {kind for kind, _ in EXPECTED}
    tally.case("every kind is worked out", sorted(left_out))


# ---- against the accounts -------------------------------------------------------------------

def sums(rows, key, column):
    """Sums that are not zero, by key."""
    total = collections.Counter()
    for row in rows:
        total[row[key]] += Decimal(row[column])
    return {name: value for name, value in total.items() if value}


def accounts(balance, prefix):
    """The accounts under a prefix, credit positive."""
    return {name[len(prefix):]: -Decimal(amount) for name, amount in balance.items()
            if name.startswith(prefix) and Decimal(amount)}


def dates_of(path):
    """Every date of the texts of the tests, four of an example."""
    dates = sorted(set(re.findall(r"^(\d{4}-\d\d-\d\d) ", support.text_of(path), re.M)))
    if "examples" not in path.parts:
        return dates
    return [dates[i * (len(dates) - 1) // 3] for i in range(4)] if dates else []


def test_accounts(path, at):
    words = path, "--at", at
    balance = support.run(RELEASE, "balance", *map(str, words)).json["accounts"]
    shown = show("members", *words, heqi=RELEASE)
    members = sums(shown, "member", "due")
    wrong_signs = [row["member"] for row in shown if row["due"][0] == "-" or row["owes"][0] == "-"]
    wrong = [f"{name} has a negative figure" for name in wrong_signs]
    wrong += support.differences(accounts(balance, "equity:fund:"),
                                 sums(show("funds", *words, heqi=RELEASE), "fund", "balance"), "fund ")
    wrong += support.differences(accounts(balance, "liabilities:grant:"),
                                 sums(show("grants", *words, heqi=RELEASE), "payer", "held"), "grant ")
    due = {m: a for m, a in accounts(balance, "liabilities:payable:").items() if a > 0}
    wrong += support.differences({m: a for m, a in due.items() if m in members}, members, "due ")
    stakes = collections.Counter()
    for row in show("stakes", *words, heqi=RELEASE):
        stakes[row["stakes"]] += Fraction(row["share"])
    wrong += [f"stakes {name} make {total}" for name, total in stakes.items() if total != 1]
    dated = re.findall(r"^(\d{4}-\d\d-\d\d) ", support.text_of(path), re.M)
    entries = show("entries", *words, heqi=RELEASE)
    if [row["cited"][:10] for row in entries] != [date for date in dated if date <= at]:
        wrong.append(f"{len(entries)} entries")
    for row in show("capital", *words, heqi=RELEASE):
        if Decimal(row["paid"]) + Decimal(row["in_kind"]) != Decimal(row["capital"]):
            wrong.append(f"capital of {row['member']}")
    for row in show("debts", *words, heqi=RELEASE):
        if Decimal(row["amount"]) - Decimal(row["paid"]) != Decimal(row["open"]):
            wrong.append(f"debt of {row['member']}")
        if (row["state"] == "overdue") != (row["due"] < at):
            wrong.append(f"state of {row}")
    tally.case(f"{path.name} at {at}", wrong)


# ---- the call -------------------------------------------------------------------------------

def test_names():
    cases = [("members", "anna", ["anna"]), ("stakes", "ben", ["alliance"]),
             ("stakes", "alliance", ["alliance"] * 3), ("results", "wax", ["P1"]),
             ("licences", "Candle Works", ["L1"]), ("debts", "carl", []),
             ("grants", "Ministry of Bees", ["Ministry of Bees"]), ("entries", "wax", None)]
    cases += [("budget", "flasks", ["2020"]), ("grant", "Ministry of Bees", ["Ministry of Bees"]),
              ("staff", "Emil", ["Emil"]), ("project", "wax", ["wax"])]
    for kind, name, firsts in cases:
        rows = show(kind, name, SMALL)
        got = [row[0] for row in cells(rows)]
        wrong = [] if firsts is None or got == firsts else [f"{got}, not {firsts}"]
        if kind == "entries" and [row["entry"] for row in rows] != [3, 4, 5, 6, 7, 8, 9]:
            wrong.append(str(rows))
        tally.case(f"{kind} {name}", wrong)


def refused(name, outcome, code, said):
    got, out, err = outcome
    problems = [] if got == code else [f"exit {got}, not {code}"]
    if out:
        problems.append(f"stdout {out[:100]!r}")
    if said not in err:
        problems.append(f"stderr {err[:200]!r}")
    tally.case(name, problems)


def test_calls():
    refused("an unknown kind", plain("membrs", SMALL), 2, "did you mean `members`?")
    refused("an unknown name", plain("members", "nobody", SMALL), 2, "`nobody`")
    refused("no file", plain("members"), 2, "KIND [NAME] FILE...")
    refused("a name alone is a file", plain("members", "anna"), 3, "no file `anna`")
    refused("a file that is not there", plain("members", "anna.heqi", SMALL), 3, "`anna.heqi`")
    refused("no date", plain("members", SMALL, "--at", "today"), 2, "--at")
    broken = SMALL.read_text() + "2021-01-01 pay anna 1,000,000\n"
    done = subprocess.run([HEQI, "show", "funds", "reserve", "-"], input=broken.encode(),
                          capture_output=True)
    refused("an error leaves nothing", (done.returncode, done.stdout.decode(),
                                        done.stderr.decode()), 1, "E309")
    two = support.run(HEQI, "show", "entries", str(SMALL), "-", text="2021-01-01 settle\n")
    tally.case("two files are one text", [] if len(two.json["rows"]) == 23 else [str(two)])


def test_languages():
    for name, name_zh in kinds():
        for word in name, name_zh:
            code, out, err = plain(word, SMALL, "--lang", "zh")
            tally.case(f"show {word} in Chinese",
                       [] if code == 0 and f"\n{name_zh}，截至 2020-12-03，" in out else [out + err])
        same = json.dumps(show(name, SMALL)) == json.dumps(show(name_zh, SMALL, "--lang", "zh"))
        tally.case(f"JSON of {name} has one language", [] if same else ["it has two"])
        code, out, err = plain(name, SMALL, "--lang", "en")
        lines = out.splitlines()
        wide = [line for line in lines[2:] if line != line.rstrip()]
        tally.case(f"show {name} in English", wide if code == 0 and len(lines) > 4 else [out + err])


def main():
    if not HEQI:
        return support.no_binary()
    test_by_hand()
    for path in TEXTS:
        for at in dict.fromkeys(dates_of(path)):
            test_accounts(path, at)
    test_names()
    test_calls()
    test_languages()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
