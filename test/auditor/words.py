"""Words and lines of a heqi text, and a cursor that walks over the words of a statement.

A statement becomes a list of words (texts, numbers and commas apart), its indented lines become its
children. What the auditor does not know raises Unknown: then there is nothing to judge.
"""
import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

WORD = re.compile(r'"((?:\\.|[^"\\])*)"|(,)|((?:[^\s,"]|(?<=\d),(?=\d{3}(?!\d)))+)')
DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
NUMBER = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?$|\d+(\.\d+)?$")
CURRENCY = re.compile(r"[A-Z]{3}$")
# `2013-02-01 #2` cites an entry; elsewhere `#` behind a space begins a comment.
COMMENT = re.compile(r'("(?:\\.|[^"\\])*")|(?:^|(?<= ))(?<!\d\d-\d\d )#.*|(?<=\d\d-\d\d )#(?!\d).*')
DIGITS = {"JPY": 0, "KRW": 0, "KWD": 3, "BHD": 3}


class Unknown(Exception):
    """A form that the auditor does not read."""


class Text(str):
    """A quoted text, so that it is never taken for a word."""


@dataclass
class Line:
    """A statement: its words, the statements under it, where it stands."""
    words: list
    number: int
    children: list = field(default_factory=list)


def words_of(line):
    found = []
    for text, comma, word in WORD.findall(line):
        if comma or word:
            found.append(comma or word)
        else:
            found.append(Text(text.replace('\\"', '"').replace("\\\\", "\\")))
    return found


def lines_of(text):
    """The statements of the first level, with those below them."""
    top, stack, continued = [], [], False
    for number, raw in enumerate(text.splitlines(), 1):
        bare = COMMENT.sub(lambda found: found[1] or "", raw).rstrip()
        if not bare:
            continue
        if continued:
            stack[-1].words += words_of(bare)
        else:
            depth = (len(bare) - len(bare.lstrip(" "))) // 2
            line = Line(words_of(bare), number)
            del stack[depth:]
            (stack[-1].children if stack else top).append(line)
            stack.append(line)
        continued = bare.endswith(",")
    return top


class Cursor:
    """Walks over the words of a statement."""

    def __init__(self, words, digits=2):
        self.words, self.at, self.digits = words, 0, digits

    def peek(self, ahead=0):
        place = self.at + ahead
        return self.words[place] if place < len(self.words) else None

    def take(self):
        word = self.peek()
        if word is None:
            raise Unknown(f"{' '.join(self.words)}: ends early")
        self.at += 1
        return word

    def has(self, *wanted):
        """Takes these words if they are the next ones."""
        if all(self.peek(i) == word and not isinstance(self.peek(i), Text)
               for i, word in enumerate(wanted)):
            self.at += len(wanted)
            return True
        return False

    def need(self, *wanted):
        if not self.has(*wanted):
            raise Unknown(f"{' '.join(self.words)}: no {' '.join(wanted)}")

    def end(self):
        return self.at == len(self.words)

    def is_number(self, ahead=0):
        return bool(NUMBER.match(self.peek(ahead) or ""))

    def number(self):
        word = self.take()
        if not NUMBER.match(word):
            raise Unknown(f"{word} is no number")
        return Fraction(word.replace(",", ""))

    def money(self):
        """Minor units; another currency at its rate, half a unit rounded up."""
        amount, scale = self.number(), 10**self.digits
        if CURRENCY.match(self.peek() or "") and not isinstance(self.peek(), Text):
            self.take()
            if self.has("at"):
                return int(amount * self.number() * scale + Fraction(1, 2))
        if (amount * scale).denominator != 1:
            raise Unknown(f"{amount} is finer than the currency")
        return int(amount * scale)

    def is_share(self):
        word = self.peek() or ""
        return word.endswith("%") or bool(re.match(r"\d+/\d+$", word))

    def share(self):
        word = self.take()
        if word.endswith("%"):
            return Fraction(word[:-1].replace(",", "")) / 100
        if "/" in word:
            return Fraction(word)
        raise Unknown(f"{word} is no share")

    def date(self):
        word = self.take()
        if not DATE.match(word):
            raise Unknown(f"{word} is no date")
        return date.fromisoformat(word)

    def name(self):
        word = self.take()
        if isinstance(word, Text) or word == ",":
            raise Unknown(f"{word} is no name")
        return word


def read_duration(words):
    """(years, months, days)"""
    count, unit = int(words.number()), words.take().rstrip("s")
    return tuple(count if unit == name else 0 for name in ("year", "month", "day"))
