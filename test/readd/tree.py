"""Adds an explanation up from its leaves, by what docs/language.md says a node means.

leaf: its entry's whole amount. share: the one child times the fraction, exact. sum: the children
added. round: the child plus the rounding, which must be small; only here is the node's own amount
taken, because a rounding rests on the whole stream and not on this tree. Everything else that a
node says of itself is compared with what its children give.
"""
from fractions import Fraction


class WrongTree(Exception):
    """The tree is malformed, or does not add up."""


def exact(text):
    """A decimal or a fraction as it stands in the JSON."""
    return Fraction(text.replace(",", ""))


class Adder:
    """Evaluates trees; knows the minor unit, how far roundings may go, what is written where."""

    def __init__(self, digits, most_units, written_at):
        self.unit = Fraction(1, 10**digits)
        self.furthest = most_units * self.unit
        self.written_at = written_at

    def value(self, node):
        """What the tree comes to, from its leaves up."""
        children = [self.value(child) for child in node.get("children") or ()]
        kinds = {"leaf": self.leaf, "share": self.share, "sum": self.sum, "round": self.round}
        if node.get("op") not in kinds:
            raise WrongTree(f"unknown op {node.get('op')!r}")
        return kinds[node["op"]](node, children)

    def leaf(self, node, children):
        amount = exact(node["amount"])
        if children:
            raise WrongTree("a leaf with children")
        if amount and abs(amount) not in self.written_at(node.get("entry")):
            raise WrongTree(f"{node['amount']} is not written at entry {node.get('entry')}")
        return amount

    def share(self, node, children):
        if len(children) != 1:
            raise WrongTree(f"a share of {len(children)} children")
        return self.agreeing(node, children[0] * exact(node["fraction"]))

    def sum(self, node, children):
        return self.agreeing(node, sum(children, Fraction(0)))

    def round(self, node, children):
        if len(children) != 1:
            raise WrongTree(f"a rounding of {len(children)} children")
        amount = exact(node["amount"])
        if (amount / self.unit).denominator != 1:
            raise WrongTree(f"rounded to {node['amount']}, which is not whole")
        if abs(amount - children[0]) > self.furthest:
            raise WrongTree(f"{float(children[0])} rounded as far as {node['amount']}")
        return amount

    def agreeing(self, node, value):
        """The value, if the amount that the node shows is the same; a shown one may be cut off."""
        shown = exact(node["amount"])
        whole = (value / self.unit).denominator == 1
        if shown != value and (whole or abs(shown - value) >= self.unit):
            raise WrongTree(f"a {node['op']} shows {node['amount']}, its leaves give {value}")
        return value
