"""Reads heqi texts just far enough to know which amounts stand where: statements, dates, numbers.

This is not a parser of the language. A statement begins in the first column and goes on over the
indented lines below it; one that begins with a date is an entry, and entries are counted in reading
order, included files in the place where they are included.
"""
import re
from fractions import Fraction

DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
TEXT = re.compile(r'"(?:\\.|[^"\\])*"|“[^”]*”')
# A comment opens the line or follows a space; after a date, `#2` tells which entry of that day.
COMMENT = re.compile(r'("(?:\\.|[^"\\])*"|“[^”]*”)'
                     r"|(?:^|(?<=\s))(?:(?<!\d{4}-\d\d-\d\d )#|#(?!\d)).*")
INCLUDE = re.compile(r'^(?:include|引入|包含)\s*["“]([^"”]*)["”]')
NUMBER = re.compile(r"(?<![0-9A-Za-z_.\-#])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![0-9A-Za-z_%％\-])")
RATE = re.compile(r"([\d,.]+) [A-Z]{3} (?:at|汇率) ([\d.]+)")
REVERSED = re.compile(r"(?:reverse|冲正|更正)\s*(\d{4}-\d{2}-\d{2})(?: #(\d+))?")
MAIN = re.compile(r"^(alliance|联盟)\s", re.M)


def number(text):
    return Fraction(text.replace(",", ""))


def amounts(statement):
    """Every number of a statement that may be an amount: no date, no percentage, nothing quoted."""
    bare = DATE.sub(" ", TEXT.sub(" ", statement))
    found = {number(whole + rest) for whole, rest in NUMBER.findall(bare)}
    return found | {number(sum_) * number(rate) for sum_, rate in RATE.findall(bare)}


def lines_of(path):
    """The lines of a text and, in their places, of the texts that it includes; no comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = COMMENT.sub(lambda found: found[1] or "", line)
        included = INCLUDE.match(line)
        if included:
            yield from lines_of(path.parent / included[1])
        else:
            yield line.rstrip()


class Journal:
    """A text: its entries, numbered from 1, and the amounts that its terms speak of."""

    def __init__(self, path):
        statements = []
        for line in filter(None, lines_of(path)):
            if line[0].isspace() and statements:
                statements[-1] += "\n" + line
            else:
                statements.append(line)
        self.entries = [line for line in statements if DATE.match(line)]
        terms = "\n".join(line for line in statements if not DATE.match(line))
        self.terms = amounts(terms)

    def entry(self, number):
        return self.entries[number - 1]

    def reversed_by(self, entry):
        """The statement that a correction takes back, if the entry is one."""
        found = REVERSED.search(entry, 10)
        if not found:
            return ""
        same_day = [other for other in self.entries if other.startswith(found[1])]
        return same_day[int(found[2] or 1) - 1]

    def written_at(self, number):
        """The amounts that a leaf citing this entry may have; the terms' where it cites none."""
        if number is None:
            return self.terms
        entry = self.entry(number)
        return amounts(entry) | amounts(self.reversed_by(entry))


def texts(folder):
    """The files that hold an alliance of their own; the others are parts that these include."""
    return [path for path in sorted(folder.rglob("*.heqi"))
            if MAIN.search(path.read_text(encoding="utf-8"))]
