#!/usr/bin/env python3
"""heqi export, judged by the programs that it exports to: hledger, ledger and beancount accept the
file and show the balances of `heqi balance`, at the end and at a date in the middle, for every
example and for a text that posts to every account. Every transaction is read back from hledger and
from the CSV. The spellings of accounts are undone here, by the words of src/report/export.h alone.

A program that is not installed is passed over with a message. The last line is "N passed, N
failed"."""
import collections
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
from decimal import Decimal
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
POSTINGS = support.ROOT / "test" / "books" / "postings.heqi"
ENDED = support.ROOT / "test" / "texts" / "dissolved.heqi"
TEXTS = [path for folder in ("test/books", "test/texts", "examples")
         for path in sorted(support.ROOT.glob(folder + "/**/*.heqi"))]
ENV = {**os.environ, "LC_ALL": "C.UTF-8"}
DIGITS = "alliance d \"D\"\n  founded 2020-01-01\n  currency {0}\n  form company\n" \
         "article 1 \"A\"\n  party a enterprise \"A\" lead\n" \
         "2020-02-01 income {1} from \"x\" class service\n2020-02-02 spend {2} heat\n"

tally = support.Tally()


def call(*words):
    done = subprocess.run(words, capture_output=True, env=ENV, timeout=300)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def heqi(*words):
    """What a call of heqi that must succeed writes."""
    code, out, err = call(HEQI, *map(str, words))
    if code != 0:
        raise RuntimeError(f"heqi {' '.join(map(str, words))}: exit {code}: {err[:300]}")
    return out


def amount(text):
    """A decimal and the currency behind it, as hledger, ledger and beancount print amounts."""
    number, _, currency = text.strip().replace(",", "").partition(" ")
    return Decimal(number), currency.strip()


# ---- spellings, undone ----------------------------------------------------------------------

def from_hledger(name):
    head, colon, part = name.rpartition(":")
    return head + colon + ("" if part == "%" else urllib.parse.unquote(part, errors="strict"))


def from_beancount(name):
    def part(text):
        text = text[1:] if text[0] == "0" else text[0].lower() + text[1:]
        return re.sub(r"-x([0-9a-f]+)-", lambda m: chr(int(m[1], 16)), text)
    return ":".join(map(part, name.split(":")))


# ---- what each program says -----------------------------------------------------------------

def hledger_balances(path):
    code, out, err = call("hledger", "-f", path, "bal", "--flat", "-N", "-O", "csv")
    rows = list(csv.reader(io.StringIO(out)))[1:]
    return {from_hledger(name): amount(text) for name, text in rows}, code, err


def ledger_balances(path):
    code, out, err = call("ledger", "-f", path, "bal", "--flat", "--no-total",
                          "--balance-format", "%(account)\t%(amount)\n")
    rows = (line.split("\t") for line in out.splitlines())
    return {from_hledger(name): amount(text) for name, text in rows}, code, err


def beancount_balances(path):
    """sum(number), because sum(position) of beancount 2.3.5 fails above a billion."""
    code, out, err = call("bean-query", "-f", "csv", path,
                          "select account, sum(number), currency group by account, currency")
    rows = [] if "(empty)" in out else list(csv.reader(io.StringIO(out)))[1:]
    sums = {from_beancount(name.strip()): (Decimal(number.strip()), currency.strip())
            for name, number, currency in rows}
    return {name: value for name, value in sums.items() if value[0]}, code, err


READERS = {
    "hledger": ("hledger", hledger_balances, [["hledger", "check", "--strict", "-f"]]),
    "ledger": ("hledger", ledger_balances, []),
    "bean-query": ("beancount", beancount_balances, [["bean-check"]]),
}


def expected_balances(path, at):
    told = json.loads(heqi("balance", path, "--json", *at))
    return {name: (Decimal(text), told["currency"]) for name, text in told["accounts"].items()
            if Decimal(text)}


def test_balances(path, at, folder):
    expected = expected_balances(path, at)
    for program, (form, balances, checks) in READERS.items():
        if not shutil.which(program):
            continue
        written = Path(folder) / f"book.{form}"
        written.write_text(heqi("export", form, path, *at))
        got, code, err = balances(str(written))
        wrong = support.differences(expected, got)
        if code or err:
            wrong.append(f"exit {code}: {err[:300]}")
        for check in checks:
            code, out, err = call(*check, str(written))
            if code or out or err:
                wrong.append(f"{check[0]} says: {(out + err)[:300]}")
        tally.case(f"{path.name} {' '.join(at)} in {program}", wrong)


# ---- every transaction, read back -----------------------------------------------------------

def transactions_of_heqi(path):
    told = json.loads(heqi("export", "csv", path, "--json"))
    return [(t["entry"], t["date"], [(p["account"], Decimal(p["amount"])) for p in t["postings"]],
             t["text"]) for t in told["transactions"]]


def transactions_of_hledger(path, folder):
    written = Path(folder) / "book.hledger"
    written.write_text(heqi("export", "hledger", path))
    read = json.loads(call("hledger", "-f", str(written), "print", "-O", "json")[1])
    for t in read:
        postings = []
        for p in t["tpostings"]:
            quantity = p["pamount"][0]["aquantity"]
            exact = Decimal(quantity["decimalMantissa"]).scaleb(-quantity["decimalPlaces"])
            postings.append((from_hledger(p["paccount"]), exact))
        yield int(t["tcode"]) if t["tcode"] else None, t["tdate"], postings


def test_transactions(path, folder):
    told = transactions_of_heqi(path)
    unbalanced = [t[0] for t in told if sum(a for _, a in t[2])]
    tally.case(f"{path.name}: every transaction sums to zero", unbalanced)
    if shutil.which("hledger"):
        read = list(transactions_of_hledger(path, folder))
        tally.case(f"{path.name}: hledger reads every transaction back",
                   [f"{a} became {b}" for a, b in zip([t[:3] for t in told], read) if a != b]
                   + [f"{len(told)} became {len(read)}"] * (len(told) != len(read)))
    rows = list(csv.DictReader(io.StringIO(heqi("export", "csv", path), newline="")))
    flat = [(str(t[0] or ""), t[1], *p, t[3]) for t in told for p in t[2]]
    got = [(r["entry"], r["date"], r["account"], Decimal(r["amount"]),
            re.sub(r"^'(?=[=+@＝＋－＠-])", "", r["text"])) for r in rows]
    tally.case(f"{path.name}: the CSV holds every posting",
               [f"{a} became {b}" for a, b in zip(flat, got) if a != b]
               + [f"{len(flat)} became {len(got)}"] * (len(flat) != len(got)))


def account_kinds():
    """The accounts there are, by their fixed words: the table of src/state/state.c."""
    source = (support.ROOT / "src" / "state" / "state.c").read_text()
    return set(re.findall(r'\[ACCOUNT_\w+\] = \{"([a-z:]+)"', source))


def test_every_account():
    kinds, met = account_kinds(), collections.defaultdict(set)
    for path in POSTINGS, ENDED:
        for _, _, postings, _ in transactions_of_heqi(path):
            for name, value in postings:
                kind = max((k for k in kinds if name.startswith(k)), key=len)
                met[kind].add(value > 0)
    tally.case("the text of every posting reaches every account", sorted(kinds - met.keys()))


# ---- forms ----------------------------------------------------------------------------------

def test_csv():
    written = heqi("export", "csv", POSTINGS)
    lines = written.split("\r\n")
    wrong = []
    if lines[0] != "entry,date,account,amount,currency,text" or lines[-1] != "":
        wrong.append("head or end")
    if "\n" in written.replace("\r\n", ""):
        wrong.append("a bare line feed")
    for row in csv.reader(io.StringIO(written, newline="")):
        if len(row) != 6:
            wrong.append(f"{len(row)} cells: {row}")
        wrong += [f"a formula: {cell}" for cell in row[:3] + row[4:]
                  if re.match(r"[=+\-@＝＋－＠\x00-\x1f]", cell)]
        if row[0] != "entry" and not re.fullmatch(r"-?\d+\.\d\d", row[3]):
            wrong.append(f"no amount: {row[3]}")
    tally.case("the CSV keeps RFC 4180, and no cell is a formula", wrong)


def test_digits(folder):
    for currency, earned, spent in ("JPY", "120", "7"), ("KWD", "1.005", "0.005"), \
            ("CNY", "0.01", "90,000,000,000,000.00"):
        path = Path(folder) / f"{currency}.heqi"
        path.write_text(DIGITS.format(currency, earned, spent))
        test_balances(path, [], folder)


def test_refusals(folder):
    path = Path(folder) / "wrong.heqi"
    path.write_text(DIGITS.format("CNY", "1", "1") + "2020-03-01 pay a 5\n")
    for form in "hledger", "beancount", "csv":
        code, out, err = call(HEQI, "export", form, str(path))
        tally.case(f"{form}: an error leaves nothing on standard output",
                   [f"exit {code}, {out[:100]!r}"] if code != 1 or out or "E309" not in err else [])
    code, out, err = call(HEQI, "export", "hledgr", str(path))
    tally.case("an unknown format", [err] if code != 2 or out or "`hledger`" not in err else [])
    code, out, err = call(HEQI, "export", "csv")
    tally.case("no file", [err] if code != 2 or out else [])


def middle_date(path):
    """A date of the text between its entries."""
    dates = sorted(set(re.findall(r"^(\d{4}-\d\d-\d\d) ", support.text_of(path), re.M)))
    return dates[len(dates) // 2] if dates else None


def test_nothing_left(folder):
    """After the end and the last payment hledger finds nothing in any account; before it does."""
    if not shutil.which("hledger"):
        return
    problems = []
    for at, empty in ([], True), (["--at", "2014-01-05"], False):
        written = Path(folder) / "ended.hledger"
        written.write_text(heqi("export", "hledger", ENDED, *at))
        got, code, err = hledger_balances(str(written))
        if code or err or (not got) != empty:
            problems.append(f"{at}: exit {code}: {err[:300]} {got}")
    tally.case("nothing is left at the end", problems)


def main():
    if not HEQI:
        return support.no_binary()
    for program in READERS:
        if not shutil.which(program):
            tally.skip(f"{program} is not installed")
    with tempfile.TemporaryDirectory() as folder:
        for path in TEXTS:
            middle = middle_date(path)
            test_balances(path, [], folder)
            if middle:
                test_balances(path, ["--at", middle], folder)
            test_transactions(path, folder)
        test_nothing_left(folder)
        test_every_account()
        test_csv()
        test_digits(folder)
        test_refusals(folder)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
