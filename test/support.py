"""What the outside checks share: running heqi, reading its amounts, counting what passed."""
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"


def find_heqi(given, *variables):
    """The binary: the argument, else the first variable that is set, else build/heqi; or None."""
    named = [given, *map(os.environ.get, variables), ROOT / "build" / "heqi"]
    path = pathlib.Path(next(filter(None, named))).resolve()
    return str(path) if os.access(path, os.X_OK) and path.is_file() else None


def text_of(path):
    """A text with what it includes in the place of the include."""
    return re.sub(r'^include "(.*)"$', lambda named: text_of(path.parent / named[1]),
                  path.read_text(), flags=re.M)


class Outcome:
    """What one run of heqi gave: exit code, JSON (None if the output is none), complaints."""

    def __init__(self, code, out, err):
        self.code, self.err = code, err
        try:
            self.json = json.loads(out)
        except ValueError:
            self.json = None

    def __str__(self):
        complaint = " ".join(self.err.split()) or json.dumps(self.json, ensure_ascii=False)
        return f"exit {self.code}: {complaint[:300]}"


def run(heqi, *arguments, text=None):
    """Runs heqi with --json; a text goes to its standard input, for the file named `-`."""
    done = subprocess.run([heqi, *arguments, "--json"], input=(text or "").encode(),
                          capture_output=True)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace"))


class Tally:
    """Counts cases; says at once which failed, but not more than a screenful."""

    SHOWN = 40

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def case(self, name, problems):
        """One case; problems is a list of what is wrong with it, empty if nothing is."""
        if not problems:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= self.SHOWN:
            more = f" (and {len(problems) - 3} more)" if len(problems) > 3 else ""
            print(f"FAILED {name}: " + "; ".join(problems[:3]) + more)
        elif self.failed == self.SHOWN + 1:
            print("… further failures are only counted")

    def skip(self, why):
        """Some cases cannot run here: they count as one that was passed over."""
        print(f"skipped: {why}")
        self.skipped += 1

    def end(self):
        """The last line of the output; the exit code."""
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        print(f"{self.passed} passed, {self.failed} failed{skipped}", flush=True)
        return 1 if self.failed else 0


def differences(expected, got, what=""):
    """What differs between two dictionaries, in words."""
    return [f"{what}{key}: expected {expected.get(key)}, got {got.get(key)}"
            for key in expected.keys() | got.keys() if expected.get(key) != got.get(key)]


def minor_units(text, digits=2):
    """A money string as whole minor units; it must be written with all of its digits."""
    sign, plain = (-1, text[1:]) if text.startswith("-") else (1, text)
    whole, _, rest = plain.partition(".")
    if not whole.isdigit() or len(rest) != digits or not (rest.isdigit() or digits == 0):
        raise ValueError(f"{text!r} is no amount with {digits} decimals")
    return sign * int(whole + rest)


def no_binary():
    print("there is no heqi to run: build it first, or name it", file=sys.stderr)
    return 2
