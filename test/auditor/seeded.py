"""Faults that are seeded into heqi, one at a time, to see whether the auditor finds them.

A file of `faults` names a source file and what breaks, and has the exact old and new text. The faults
were chosen by reading src/; no other part of the auditor knows it.
"""
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "faults"
ROOT = FOLDER.parents[2]

@dataclass
class Fault:
    name: str
    path: str
    breaks: str
    old: str
    new: str

    def fits(self, tree):
        return (tree / self.path).read_text(encoding="utf-8").count(self.old) == 1

    def seed(self, tree, back=False):
        """Puts the fault in, or takes it out."""
        path = tree / self.path
        old, new = (self.new, self.old) if back else (self.old, self.new)
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def faults():
    for path in sorted(FOLDER.glob("*.fault")):
        head, rest = path.read_text(encoding="utf-8").split("\n--- old\n")
        old, new = rest.split("\n--- new\n")
        source, breaks = head.split(": ", 1)
        yield Fault(path.stem, source, breaks, old, new.removesuffix("\n"))


def copied(to):
    """A copy of the tree with a build folder of its own."""
    def ignored(folder, names):
        return [name for name in names if name in (".git", "__pycache__")
                or (Path(folder) == ROOT and name.startswith("build"))]

    shutil.copytree(ROOT, to, ignore=ignored, dirs_exist_ok=True)
    subprocess.run(["meson", "setup", "build", "--buildtype=release", "-Dwerror=false"], cwd=to,
                   check=True, capture_output=True)
    return to


def build(tree):
    """Builds heqi; raises where that fails."""
    subprocess.run(["ninja", "-C", "build", "heqi"], cwd=tree, check=True, capture_output=True)
    return str(tree / "build" / "heqi")
