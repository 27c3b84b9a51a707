"""Holds what heqi says of a text against what the auditor says."""
import os
import re
import subprocess
import tempfile
from fractions import Fraction

from support import run

from .clauses import Refused
from .engine import audit

# Entitlements under a limit are whole 10^-12 of a unit in heqi; the auditor's are exact until then.
# Where stakes pass on again and again, their shares become too fine for heqi, and it says so.
TOO_FINE = "E209"
IN_A_LINE_BELOW = ("E382",)         # where heqi names a line under the entry
GRAIN_SLACK = Fraction(1, 10**9)


def money(amount, digits):
    """Minor units as heqi writes them."""
    sign, plain = "-" if amount < 0 else "", str(abs(amount)).rjust(digits + 1, "0")
    return sign + (f"{plain[:-digits]}.{plain[-digits:]}" if digits else plain)


def as_json(result, digits):
    """The auditor's result, written as heqi's; only `exact` stays a fraction."""
    def written(amount):
        return money(amount, digits)

    return result | {
        "parties": {name: {figure: written(amount) for figure, amount in figures.items()}
                    for name, figures in result["parties"].items()},
        "funds": {name: written(amount) for name, amount in result["funds"].items()},
        "unshared": written(result["unshared"]), "uncovered": written(result["uncovered"]),
        "lines": [line | {"line": number, "amount": written(line["amount"])}
                  for number, line in enumerate(result["lines"], 1)],
        "licences": [[name, *map(written, amounts)] for name, *amounts in result["licences"]],
        "accounts": {name: written(amount) for name, amount in result["accounts"].items()}}


def expect(text, until=None, groups_told=None, lifted=()):
    """What heqi must say: figures, or {"code", "entry"} of its first error."""
    try:
        result = audit(text, until, groups_told, lifted)
    except Refused as why:
        return {"code": why.code, "entry": why.entry}
    return as_json(result, result.pop("digits"))


def groups_of(lines):
    """What heqi gave the parties of each tier, entry by entry: {key: [{party: units}, …]}."""
    groups, last = {}, None
    for line in (line for line in lines if line["kind"] in ("share", "loss")):
        key = line["entry"], line["clause"], line["tier"], line["scope"]
        units = int(line["amount"].replace(".", ""))
        if key == last and line["to"] not in groups[key][-1]:
            groups[key][-1][line["to"]] = units
        else:
            groups.setdefault(key, []).append({line["to"]: units})
        last = key
    return groups


class Asked:
    """heqi's answers about one text, which stands in a file as long as they are asked."""

    def __init__(self, heqi, text):
        self.heqi = heqi
        handle, self.path = tempfile.mkstemp(suffix=".heqi")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.unlink(self.path)

    def ask(self, *words):
        return run(self.heqi, *words, self.path)


def first_error(outcome):
    """The code of the first error that heqi reports, and its line."""
    for finding in (outcome.json or {}).get("findings", ()):
        if finding["severity"] == "error":
            return finding["code"], finding["line"], finding["message"]
    return None, None, ""


def line_of_entry(text, number):
    """The line of the text in which an entry stands."""
    count = 0
    for at, line in enumerate(text.splitlines(), 1):
        count += line[:4].isdigit() and line[4:5] == "-"
        if count == number:
            return at
    return None


def differences(heqi, text, expected, until=None):
    """What heqi says otherwise, a word or a few each; nothing if it agrees.

    Entitlements under limits are whole 10^-12 of a unit in heqi. Where two are equally far behind
    but for that, the auditor takes heqi's word who comes first, after it has seen that it is so."""
    options = ("--until", until.isoformat()) if until else ()
    with Asked(heqi, text) as asked:
        settled = asked.ask("settle", "--lines", *options)
        balance = asked.ask("balance", *(("--at", until.isoformat()) if until else ()))
        licences = licences_of(asked, until) if expected.get("licences") else []
    lines = settled.json.get("lines") if settled.json else None
    if first_error(settled)[0] == TOO_FINE and re.search(r"dilute|forfeit|transfer .* stake", text):
        return []
    if "code" in expected and lines:
        expected = expect(text, until, groups_of(lines))
    if "code" in expected:
        code, at, _ = first_error(settled)
        wanted = expected["code"], line_of_entry(text, expected["entry"])
        below = code in IN_A_LINE_BELOW
        if settled.code == 1 and code == wanted[0] and (below or at == (wanted[1] or at)):
            return []
        return [f"code: expected {wanted[0]} at line {wanted[1]}, got {code or 'figures'} at {at}"]
    if settled.code != 0 or not settled.json:
        return [f"code: expected figures, got {' '.join(map(str, first_error(settled)))} {settled}"]
    found = different_figures(expected, settled.json, (balance.json or {}).get("accounts", {}))
    if found:
        expected = expect(text, until, groups_of(settled.json["lines"]))
        found = different_figures(expected, settled.json, (balance.json or {}).get("accounts", {}))
    return found + [f"licence: expected {' '.join(mine)}, got {' '.join(other)}"
                    for mine, other in zip(expected["licences"], licences) if mine != other]


def licences_of(asked, until):
    """The register of licences: name, sales, fallen due, paid, open."""
    rows = asked.ask("show", "licences", *(("--at", until.isoformat()) if until else ())).json.get("rows", ())
    return [[row[key] for key in ("licence", "sales", "claimed", "paid", "open")] for row in rows]


def different_figures(expected, got, accounts):
    found = [f"{key}: expected {expected[key]}, got {got.get(key)}"
             for key in ("alliance", "currency", "until", "rounding", "unshared", "uncovered")
             if expected[key] != got.get(key)]
    found += different_parties(expected["parties"], got["parties"])
    found += [f"fund {name}: expected {amount}, got {got['funds'].get(name)}"
              for name, amount in expected["funds"].items()
              if amount != got["funds"].get(name)]
    found += different_lines(expected["lines"], got["lines"])
    found += [f"balance {name}: expected {expected['accounts'].get(name)}, got {accounts.get(name)}"
              for name in sorted(accounts.keys() | expected["accounts"].keys())
              if accounts.get(name) != expected["accounts"].get(name)]
    return found


def different_parties(expected, got):
    if list(expected) != list(got):
        yield f"parties: expected {', '.join(expected)}, got {', '.join(got)}"
        return
    for name, figures in expected.items():
        for figure, amount in figures.items():
            if got[name].get(figure) != amount:
                yield f"{name} {figure}: expected {amount}, got {got[name].get(figure)}"


def told(line):
    return " ".join(str(line[key]) for key in ("entry", "date", "clause", "tier", "scope", "to",
                                               "exact", "amount", "kind", "figure"))


def different_lines(expected, got):
    """The first line that differs."""
    for mine, other in zip(expected, got):
        exact = Fraction(other["exact"])
        if mine | {"exact": 0} != other | {"exact": 0} \
                or abs(mine["exact"] - exact) > GRAIN_SLACK:
            yield f"line {mine['line']}: expected {told(mine)}, got {told(other)}"
            return
    if len(expected) != len(got):
        more = (expected if len(expected) > len(got) else got)[min(len(expected), len(got))]
        yield f"lines: expected {len(expected)}, got {len(got)}; one more is {told(more)}"


def formatted(asked, language):
    """The text as heqi writes it in a language."""
    done = subprocess.run([asked.heqi, "fmt", "--lang", language, asked.path],
                          capture_output=True, check=True)
    return done.stdout.decode()


def different_counts(expected, got):
    """What `heqi tally` says of a motion otherwise."""
    def plain(value):
        if isinstance(value, dict):
            return {key: plain(part) for key, part in value.items()}
        if isinstance(value, list):
            return [plain(part) for part in value]
        return str(value) if isinstance(value, (int, Fraction)) and not isinstance(value, bool) \
            else value

    for key, value in expected.items():
        mine, other = plain(value), plain(got.get(key))
        if key == "electorate":
            mine = [seat | {"votes": "" if seat["recused"] else seat["votes"]} for seat in mine]
            other = [{word: seat.get(word) for word in mine[0]}
                     | ({"votes": ""} if seat.get("recused") else {}) for seat in other or ()]
        if key == "groups":     # a class without a seat is not asked
            other = [group for group in other if group["seats"] != "0"]
        if key == "pass" and expected["whole_votes"] is False:      # parts of votes, as it shows them
            mine, other = mine | {"needed": ""}, other | {"needed": ""}
        if mine != other and key != "whole_votes":
            yield f"{key}: expected {mine}, got {other}"
