#!/usr/bin/env python3
"""heqi diff: every kind of clause of the coating alliance altered, one at a time, and what is told of
it: the clause, whether it is major, who gains, who loses.

The last line of the output is "N passed, N failed"."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import support

HEQI = support.find_heqi(sys.argv[1] if len(sys.argv) > 1 else "", "HEQI")
COATING = (support.ROOT / "examples/coating.heqi").read_text()

# (what is written instead of what, clause, kind, severity, who gains, who loses)
CASES = [
    ("15%               to makers by", "20%               to makers by",
     "6.1", "altered", "major", ["makers"], []),
    ("5%                to fund reserve\n    15%", "5%                to lighthouse\n    15%",
     "6.1", "altered", "major", ["lighthouse"], ["fund reserve"]),
    ("    coating-03 4%\n    coating-04 4%", "    coating-03 3%\n    coating-04 5%",
     "1.23", "altered", "major", ["coating-04"], ["coating-03"]),
    ("society-a pledges 25,000", "society-a pledges 30,000",
     "3.22", "altered", "major", [], ["society-a"]),
    ("veto in council by affected", "veto in council by members",
     "2.10", "altered", "major", ["members"], ["affected"]),
    ("  decide transfer    by council\n", "", "2.7", "removed", "major", [], ["council"]),
    ("decide expulsion   by council 2/3 of all", "decide expulsion   by council 3/4 of all",
     "2.6", "altered", "major", [], []),
    ("members use fairly for business", "members use free for business",
     "5.3", "altered", "major", ["members"], []),
    ("results of projects owned by makers by invention", "results of projects owned by alliance",
     "5.1", "altered", "major", ["the alliance"], ["makers"]),
    ("funded    pentium 40%, lighthouse 20%", "funded    pentium 20%, lighthouse 40%",
     "4.2", "altered", "major", ["pentium"], ["lighthouse"]),
    ("liable   lighthouse", "liable   pentium", "", "altered", "major", ["lighthouse"], ["pentium"]),
    ("term     10 years", "term     12 years", "", "altered", "major", [], []),
    ("  first refusal 45 days\n", "", "5.6", "removed", "major", [], []),
    ('party coating-05 enterprise "Coating enterprise 05"', 'party coating-05 enterprise "Five"',
     "1.5", "altered", "minor", [], []),
    ('article 3 "Capital"', 'article 3 "Money"', "3", "altered", "minor", [], []),
    ("VOC below 50 g/L", "VOC below 40 g/L", "", "altered", "minor", [], []),
    ("settles  yearly", "settles  quarterly", "", "altered", "major", [], []),
    ("A breach not cured in 30 days", "A breach not cured in 60 days",
     None, "altered", "major", [], []),
]

tally = support.Tally()


def diff(old, new, *options):
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / name) for name in ("old.heqi", "new.heqi")]
        for path, text in zip(paths, (old, new)):
            Path(path).write_text(text)
        done = subprocess.run([HEQI, "diff", *paths, *options], capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr


def changes(old, new):
    code, out, err = diff(old, new, "--json")
    if code:
        raise ValueError(err)
    return json.loads(out)["changes"]


def test_case(before, after, clause, kind, severity, gains, loses):
    name = f"{before.strip()!r} to {after.strip()!r}"
    if COATING.count(before) != 1:
        tally.case(name, [f"stands {COATING.count(before)} times in the example"])
        return
    found = changes(COATING, COATING.replace(before, after))
    if len(found) != 1:
        tally.case(name, [f"{len(found)} changes: {found}"])
        return
    got = found[0]
    wanted = {"change": kind, "severity": severity, "gains": gains, "loses": loses}
    if clause is not None:
        wanted["clause"] = clause
    tally.case(name, support.differences(wanted, {key: got[key] for key in wanted}))
    # Backwards, whoever gains loses.
    back = changes(COATING.replace(before, after), COATING)[0]
    wanted = {"gains": loses, "loses": gains, "severity": severity}
    tally.case(name + ", taken back", support.differences(wanted, {key: back[key] for key in wanted}))


def test_same():
    zh = subprocess.run([HEQI, "fmt", "--lang", "zh", str(support.ROOT / "examples/coating.heqi")],
                        capture_output=True, text=True).stdout
    tally.case("the other language is no change", [str(c) for c in changes(COATING, zh)][:3])
    spaced = COATING.replace("12,000", "12000").replace("pledges 3,000,000", "pledges 3000000")
    tally.case("another spelling is no change", [str(c) for c in changes(COATING, spaced)])
    code, out, _ = diff(COATING, COATING)
    tally.case("the same", [] if code == 0 and out == "The two agreements say the same.\n" else [out])


def test_moved():
    refusal = "  first refusal 45 days\n"
    moved = re.sub(r"(article 8 .*\n)", r"\1" + refusal, COATING.replace(refusal, ""))
    kinds = [(c["change"], c["severity"]) for c in changes(COATING, moved)]
    tally.case("a clause in another article", [] if kinds == [("moved", "minor")] else [str(kinds)])


def test_tier():
    added = COATING.replace("    until cost repaid to funders by cost   # what",
                            "    2% to workers by work\n    until cost repaid to funders by cost   # what")
    found = changes(COATING, added)
    lines = found[0]["lines"] if found else []
    wanted = [{"before": None, "after": "2% to workers by work"}]
    tally.case("a line is added inside a clause", [] if lines == wanted else [str(found)])
    tally.case("who gains by it", [] if found[0]["gains"] == ["workers"] else [str(found)])


def test_words():
    new = COATING.replace("15%               to makers by", "20%               to makers by")
    for lang, wanted in (
            ("en", "1 change: 1 major, 0 minor\n\n6.1 share licence income: altered, major\n"
                   "    was: 15% to makers by invention\n    now: 20% to makers by invention\n"
                   "    gain: makers\n"),
            ("zh", "共 1 处变化：重大 1 处，轻微 0 处\n\n6.1 share licence income：修改，重大\n"
                   "    原：15% to makers by invention\n    现：20% to makers by invention\n"
                   "    受益：完成方\n")):
        _, out, _ = diff(COATING, new, "--lang", lang)
        tally.case(f"in {lang}", [] if out == wanted else [out])


def test_refusals():
    code, out, err = diff(COATING, COATING.replace("share licence", "shar licence"), "--lang", "en")
    tally.case("a text with errors is refused",
               [] if code == 1 and not out and "new.heqi" in err else [out[:100] + err])


def main():
    for case in CASES:
        test_case(*case)
    test_same()
    test_moved()
    test_tier()
    test_words()
    test_refusals()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
