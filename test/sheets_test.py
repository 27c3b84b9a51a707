#!/usr/bin/env python3
"""heqi balance --sheet, against a second computation: the position from the trial balance, the
income statement from the difference of two trial balances, the cash flow from the transactions of
`heqi export`, sorted by the words of their entries. For every text and several periods; and for a
small alliance by hand.

The last line is "N passed, N failed"."""
import collections
import re
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
SMALL = support.ROOT / "test" / "books" / "registers.heqi"
TEXTS = [path for folder in ("test/books", "test/texts", "examples")
         for path in sorted(support.ROOT.glob(folder + "/**/*.heqi"))]
CREDIT = ("liabilities:", "equity:", "income:")  # the sheets show these with credit positive
NATURES = {"capital": "capital", "call": "calls", "dues": "dues", "loan": "loans",
           "loss": "losses", "interest": "interest",
           "出资额": "capital", "催缴款": "calls", "会费": "dues", "借款": "loans",
           "损失款": "losses", "利息": "interest"}
WORDS = {"grant": "grants", "财政资助": "grants", "income": "income", "收入": "income",
         "refund": "income", "退款": "income", "return": "grants", "退回": "grants",
         "spend": "spending", "支出": "spending", "支用": "spending", "开支": "spending",
         "liability": "losses", "赔偿责任": "losses",    # what an insurer pays of it
         "pay": "payments", "支付": "payments", "repay": "loans", "归还": "loans"}

tally = support.Tally()


def told(path, *words):
    """The JSON of a balance that must succeed."""
    outcome = support.run(HEQI, "balance", str(path), *words)
    if outcome.code != 0 or outcome.json is None:
        raise RuntimeError(f"balance {path} {words}: {outcome}")
    return outcome.json


def accounts(path, at):
    return {name: Decimal(amount) for name, amount in told(path, "--at", at)["accounts"].items()}


def signed(name, amount):
    return -amount if name.startswith(CREDIT) else amount


def lines(sheet, section):
    return {name: Decimal(amount) for name, amount in sheet["sections"][section]["lines"].items()}


def totals_wrong(sheet):
    """Sections whose total is not that of their lines."""
    for name, section in sheet["sections"].items():
        if isinstance(section["total"], str):
            if sum(map(Decimal, section["lines"].values())) != Decimal(section["total"]):
                yield f"total of {name}"
            continue
        for column, total in section["total"].items():
            if sum(Decimal(line[column]) for line in section["lines"].values()) != Decimal(total):
                yield f"total {column} of {name}"


def day_before(day):
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


# ---- each sheet -----------------------------------------------------------------------------

def test_position(path, at):
    sheet, balance = told(path, "--sheet", "position", "--at", at), accounts(path, at)
    wrong = list(totals_wrong(sheet))
    for section in "assets", "liabilities", "equity":
        got = lines(sheet, section)
        result = got.pop("result", None)
        expected = {n: signed(n, a) for n, a in balance.items() if n.startswith(section + ":")}
        wrong += support.differences(expected, got)
        if section == "equity" and result != sum(
                -a for n, a in balance.items() if n.startswith(("income:", "expenses:"))):
            wrong.append(f"result {result}")
    if len(set(sheet["sums"].values())) != 1:
        wrong.append(f"sums {sheet['sums']}")
    tally.case(f"position of {path.name} at {at}", wrong)


def gathered(path, begin, at):
    """What the closings of a liquidation took out of each account: no income and no expense."""
    sums = collections.Counter()
    if not re.search(r"^\d{4}-\d\d-\d\d (dissolve|解散)", support.text_of(path), re.M):
        return sums
    for t in support.run(HEQI, "export", "csv", str(path), "--at", at).json["transactions"]:
        if t["date"] >= begin and any(p["account"] == "equity:liquidation" for p in t["postings"]):
            for p in t["postings"]:
                sums[p["account"]] += Decimal(p["amount"])
    return sums


def test_income(path, begin, at):
    sheet = told(path, "--sheet", "income", "--from", begin, "--at", at)
    before, after, out = accounts(path, day_before(begin)), accounts(path, at), gathered(path, begin, at)
    moved = {n: after.get(n, 0) - before.get(n, 0) - out[n]
             for n in before.keys() | after.keys() | out.keys()}
    sections = {"income": ("income:", -1), "expenses": ("expenses:", 1),
                "distributed": ("equity:distributed:", 1), "covered": ("equity:losses", -1)}
    wrong, total = list(totals_wrong(sheet)), {}
    for section, (prefix, sign) in sections.items():
        expected = {n: sign * a for n, a in moved.items() if n.startswith(prefix) and a}
        wrong += support.differences(expected, lines(sheet, section))
        total[section] = sum(expected.values())
    sums = {"result": total["income"] - total["expenses"]}
    sums["left"] = sums["result"] - total["distributed"] + total["covered"]
    wrong += support.differences(sums, {n: Decimal(a) for n, a in sheet["sums"].items()})
    tally.case(f"income of {path.name} from {begin} to {at}", wrong)


def statements(path):
    """The dated statements, by number and by date and place of the day."""
    found, places = [], collections.Counter()
    for line in support.text_of(path).splitlines():
        if not re.match(r"\d{4}-\d\d-\d\d ", line):
            continue
        places[line[:10]] += 1
        text = re.sub(r"^(effective|生效于) *\S+ *", "", line[11:])
        found.append((f"{line[:10]} #{places[line[:10]]}", text))
    return found


def activity(texts, number):
    """What the money of an entry is for, by its words."""
    text = texts[number - 1][1]
    target = re.match(r"(?:reverse|冲销) *(\S+)(?: (#\d+))?", text)
    if target:
        cited = f"{target[1]} {target[2] or '#1'}"
        return activity(texts, [name for name, _ in texts].index(cited) + 1)
    paid = re.match(r"\S+ +(?:pays|实缴|缴付) +[\d,.]+(?: [A-Z]{3}[^出]*)? *(\S+)", text)
    if paid:
        return NATURES[paid[1]]
    return next((kind for word, kind in WORDS.items() if re.match(word + r"\b", text)
                 or (ord(word[0]) > 127 and text.startswith(word))), "other")


def flows_of(path, begin, at):
    done = support.run(HEQI, "export", "csv", str(path), "--at", at).json
    texts, flows, before = statements(path), {}, Decimal(0)
    for t in done["transactions"]:
        for p in t["postings"]:
            if p["account"] != "assets:cash":
                continue
            minor = Decimal(p["amount"])
            if t["date"] < begin:
                before += minor
                continue
            flow = flows.setdefault(activity(texts, t["entry"]), [Decimal(0), Decimal(0)])
            flow[minor < 0] += minor
    return {name: (i, o, i + o) for name, (i, o) in flows.items()}, before


def test_cashflow(path, begin, at):
    sheet = told(path, "--sheet", "cashflow", "--from", begin, "--at", at)
    expected, before = flows_of(path, begin, at)
    got = {name: tuple(map(Decimal, line.values()))
           for name, line in sheet["sections"]["activities"]["lines"].items()}
    wrong = list(totals_wrong(sheet)) + support.differences(expected, got)
    sums = {n: Decimal(a) for n, a in sheet["sums"].items()}
    after = accounts(path, at).get("assets:cash", Decimal(0))
    wrong += support.differences({"before": before, "net": after - before, "after": after}, sums)
    tally.case(f"cash flow of {path.name} from {begin} to {at}", wrong)


# ---- by hand, and the call ------------------------------------------------------------------

def test_by_hand():
    """600 of capital, 2,000 of grants, 400 earned; 150 and 40 spent; 400 distributed."""
    position = told(SMALL, "--sheet", "position")
    tally.case("position by hand", support.differences(
        {"assets": "2910.00", "liabilities_and_equity": "2910.00"}, position["sums"])
        + support.differences({"assets": "2910.00", "liabilities": "2300.00", "equity": "610.00"},
                              {n: s["total"] for n, s in position["sections"].items()}))
    income = told(SMALL, "--sheet", "income", "--from", "2020-06-01", "--at", "2020-12-31")
    tally.case("income by hand", support.differences({"result": "360.00", "left": "-40.00"},
                                                     income["sums"]))
    flow = told(SMALL, "--sheet", "cashflow", "--from", "2020-05-01")
    tally.case("cash flow by hand", support.differences(
        {"before": "2600.00", "net": "210.00", "after": "2810.00"}, flow["sums"]))


def call(*words):
    done = subprocess.run([HEQI, "balance", str(SMALL), *words], capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_calls():
    plain, trial = call("--json"), call("--json", "--sheet", "trial")
    tally.case("trial is what there was before", [] if plain == trial else [str(trial)])
    for words in (["--from", "2020-05-01"], ["--from", "2020-05-01", "--sheet", "position"],
                  ["--sheet", "profit"], ["--sheet", "income", "--from", "May"]):
        code, out, err = call(*words)
        tally.case(f"refused: {words}", [] if code == 2 and not out and err else [out, err])
    for sheet, ends in (("position", "资产等于负债加权益。"), ("income", "等于结余。"),
                        ("cashflow", "即现金科目余额。")):
        code, out, err = call("--sheet", sheet, "--lang", "zh")
        tally.case(f"{sheet} in Chinese", [] if out.endswith(ends + "\n") else [out, err])
        code, out, err = call("--sheet", sheet, "--lang", "en")
        wide = [line for line in out.splitlines() if line != line.rstrip()]
        tally.case(f"{sheet} in English", wide if code == 0 and len(out) > 400 else [out, err])


def periods(path):
    dates = sorted(set(re.findall(r"^(\d{4}-\d\d-\d\d) ", support.text_of(path), re.M)))
    if not dates:
        return []
    third = dates[len(dates) // 3]
    return [(dates[0], dates[-1]), (third, dates[-1]), (third, dates[2 * len(dates) // 3])]


def main():
    if not HEQI:
        return support.no_binary()
    for path in TEXTS:
        for begin, at in dict.fromkeys(periods(path)):
            test_position(path, at)
            test_income(path, begin, at)
            test_cashflow(path, begin, at)
    test_by_hand()
    test_calls()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
