"""What is told later: a late entry, redetermined shares.

Then heqi has to come to the figures that the auditor finds where all was told in time. That holds
without settlements and payouts, for what these booked stands.
"""
import re
from datetime import timedelta

from . import compare

LATE = re.compile(r"\S+ (income|grant|call|loss|liability|spend|work|\S+ (pays|spends|gives)) ")
FIGURES = ("called", "received", "borne", "paid_in", "due", "owes")


def statements(lines):
    """Top lines with what is indented below them."""
    found = []
    for line in lines:
        if line.startswith(" ") and found:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def without_settlements(text):
    return [block for block in statements(text.splitlines())
            if not re.match(r"\S+ (settle|agree|dispute|pay|repay|\S+ pays \S+ loan|"
                            r"\S+ pays \S+ USD at \S+ loan)\b", block[0])]


def text_of(blocks):
    return "".join(line + "\n" for block in blocks for line in block)


def same_figures(heqi, told, in_time, day, lifted=()):
    """heqi on what was told later against the auditor on what was told in time."""
    with compare.Asked(heqi, in_time) as asked:     # for ties of 10^-12 only, as in compare.py
        lines = (asked.ask("settle", "--lines", "--until", day.isoformat()).json or {}).get("lines")
    expected = compare.expect(in_time, day, compare.groups_of(lines or ()) if not lifted else None, lifted)
    if "code" in expected:
        return []       # it would be refused in time, so it is no late entry
    with compare.Asked(heqi, told) as asked:
        got = asked.ask("settle").json
        balance = asked.ask("balance").json
    if any(found["code"] == compare.TOO_FINE for found in (got or {}).get("findings", ())):
        return []
    if not got or "parties" not in got:
        return [f"figures expected, got {got}"]
    found = [f"{name} {figure}: expected {figures[figure]}, got {got['parties'][name][figure]}"
             for name, figures in expected["parties"].items() for figure in FIGURES
             if figures[figure] != got["parties"][name][figure]]
    found += [f"{name}: expected {expected[name]}, got {got[name]}"
              for name in ("funds", "unshared", "uncovered") if expected[name] != got[name]]
    return found + [f"balance {name}: expected {amount}, got {balance['accounts'].get(name)}"
                    for name, amount in expected["accounts"].items()
                    if balance["accounts"].get(name) != amount]


def late(heqi, maker, text):
    """One entry is written at the end, as of the day on which it stood; but a call is due on the day
    it is written where it does not say otherwise."""
    blocks = without_settlements(text)
    at = [i for i, block in enumerate(blocks) if LATE.match(block[0])
          and not (" call " in block[0][10:16] and " due " not in block[0])]
    if not at:
        return None
    moved = blocks.pop(maker.pick(at))
    day, rest = moved[0].split(" ", 1)
    written = maker.today + timedelta(1)
    if "code" in compare.expect(text_of(blocks)):
        return None     # what comes late helps no entry that is written before
    told = text_of(blocks) + f"{written} effective {day} {rest}\n"
    behind = next((i for i, block in enumerate(blocks)
                   if block[0][:4].isdigit() and block[0][:10] > day), len(blocks))
    blocks.insert(behind, moved)
    return same_figures(heqi, told, text_of(blocks), written)


def blamed(heqi, maker, text):
    """Who caused a loss is found out later: it is shared as if that had been known at once."""
    if "cap lifted" not in text:
        return None
    blocks = without_settlements(text)
    kept = text_of(blocks)
    entries = [block[0] for block in blocks if block[0][:4].isdigit()]
    at = [number for number, line in enumerate(entries, 1) if re.match(r"\S+ (loss|liability) ", line)]
    if not at or "code" in compare.expect(kept):
        return None
    number, party = maker.pick(at), maker.pick(maker.parties)
    day = entries[number - 1][:10]
    place = sum(line[:10] == day for line in entries[:number])
    written = maker.today + timedelta(1)
    told = kept + f"{written} intent {party} in {day} #{place}\n"
    return same_figures(heqi, told, kept, written, {number: {party}})


def redetermined(heqi, maker, text):
    """A table gets other shares from its first day on."""
    blocks, name = without_settlements(text), maker.pick(maker.stakes)
    written, shares = maker.today + timedelta(1), maker.table("", maker.parties[:1] + maker.known)
    told = text_of(blocks) + f"{written} redetermine stakes {name}{shares[0]}\n" \
        + "".join(line + "\n" for line in shares[1:])
    kept = [block for block in blocks if not re.match(
        rf"\S+ (stakes {name}|transfer \S+ stake of {name})\b", block[0])]
    lines = text_of(kept).splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"  stakes {name}"))
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith("    "))
    lines[start:end] = [f"  stakes {name}{shares[0]}", *("  " + line for line in shares[1:])]
    return same_figures(heqi, told, "\n".join(lines) + "\n", written)
