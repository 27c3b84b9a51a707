"""Reads `share` and `bear` clauses: their scopes, tiers, guards, recipients and bases."""
from dataclasses import dataclass, field
from fractions import Fraction

from .words import Cursor, Unknown

MEASURES = {"capital", "pledge", "cost", "invention", "work", "risk", "ownership", "patents",
            "dues", "sales"}
SETS = {"members": None, "enterprises": "enterprise", "universities": "university",
        "institutes": "institute", "makers": None, "owners": None, "funders": None, "workers": None,
        "others": None}
METHODS = {"shapley", "weighted shapley", "owen", "nucleolus", "prenucleolus",
           "per-capita nucleolus", "tau", "gately", "nash", "raiffa", "banzhaf", "cis", "ensc"}


@dataclass
class Tier:
    """One line of a clause. kind: percent, of_rest, amount, yearly, upto, until, return, profit,
    guarantee, guarantee yearly, while, rest."""
    path: str
    kind: str = "rest"
    value: object = None        # a share or units
    measure: str = ""           # of until, return and while
    times: Fraction = Fraction(1)
    name: str = ""              # whom a catch-up or a guarantee is for
    compound: bool = False
    to: list = field(default_factory=list)
    basis: tuple = None
    adjusted: list = field(default_factory=list)    # (basis, share)
    parts: list = field(default_factory=list)
    cap: tuple = None       # of a loss: (percent, measure) or (None, amount)


@dataclass
class Clause:
    number: str
    what: str               # a class of income, or a kind of loss
    scope: tuple
    tiers: list
    returns: list = field(default_factory=list)     # clawbacks: (party, share of profit)


@dataclass
class Game:
    """What coalitions would make: players in order, worths by frozenset."""
    players: list
    cost: bool
    named: dict = field(default_factory=dict)
    weights: dict = None
    unions: list = field(default_factory=list)


def read_game(terms, words, line, _number):
    name, players = words.name(), []
    words.need("of")
    while True:
        word = words.name()
        players += terms.groups.get(word, [word])
        if not words.has(","):
            break
    game = terms.games[name] = Game(players, words.has("in", "cost"))
    for child in line.children:
        below = Cursor(child.words, terms.digits)
        if below.has("weights"):
            game.weights = {}
            while not below.end():
                player = below.name()
                game.weights[player] = below.share() if below.is_share() else below.number()
                below.has(",")
        elif below.has("unions"):
            game.unions = [word for word in child.words[1:] if word != ","]
        else:
            *names, number = child.words
            part = players if names == ["all"] else [party for word in names
                                                     for party in terms.groups.get(word, [word])]
            game.named[frozenset(part)] = Cursor([number]).number()


def tiers_of(tiers):
    """All lines of a clause, at every depth."""
    for tier in tiers:
        yield tier
        yield from tiers_of(tier.parts)


def read_scope(words):
    if not words.has("of"):
        return ("all",)
    if words.has("project"):
        return "project", words.name()
    if words.has("each", "result"):
        return ("each",)
    if words.has("result"):
        return "result", words.name()
    if words.has("all", "projects", "together"):
        return ("together",)
    kind = words.take()
    words.need("projects")
    return "kind", kind


def read_share(terms, words, line, number):
    what = words.take()
    words.has("income")
    scope = read_scope(words)
    lines = [child for child in line.children if child.words[0] != "at"]
    tiers = [read_tier(child, str(i), terms.digits) for i, child in enumerate(lines, 1)]
    clause = Clause(number, what, scope, tiers)
    for child in line.children:
        if child.words[0] == "at":
            clause.returns.append(read_clawback(Cursor(child.words, terms.digits)))
    terms.shares.append(clause)


def read_clawback(words):
    words.need("at", "dissolution")
    party = words.name()
    words.need("returns", "what", "exceeds")
    share = words.share()
    words.need("of", "profit")
    return party, share


def read_amount(tier, words):
    """What a tier takes; leaves the tier at `rest` without one."""
    if words.has("until"):
        read_until(tier, words)
    elif words.has("up", "to"):
        tier.kind, tier.value = "upto", words.money()
        words.need("in", "all")
    elif words.is_share():
        tier.kind, tier.value = "percent", words.share()
        if words.has("of", "rest"):
            tier.kind = "of_rest"
        elif words.has("yearly"):
            tier.kind, tier.compound = "return", words.has("compound")
            words.need("on")
            tier.measure = words.take()
    elif words.is_number():
        tier.kind, tier.value = "amount", words.money()
        if words.has("yearly"):
            tier.kind = "yearly"
    else:
        return words.has("rest")
    return True


def read_until(tier, words):
    if words.peek(1) != "has":
        tier.kind, tier.measure = "until", words.take()
        if words.has("times"):
            tier.times = words.number()
        words.need("repaid")
        return
    tier.name = words.name()
    words.need("has")
    if words.is_share():
        tier.kind, tier.value = "profit", words.share()
        words.need("of", "profit")
    else:
        tier.kind, tier.value = "guarantee", words.money()
        if words.has("yearly"):
            tier.kind = "guarantee yearly"


def read_recipients(words):
    """Sets, parties, groups, funds: ("fund", NAME) or ("set", NAME) or ("name", NAME)."""
    found = []
    while True:
        if words.has("fund"):
            found.append(("fund", words.name()))
        else:
            word = words.name()
            found.append(("set" if word in SETS else "name", word))
        if words.peek() != "," or words.peek(1) == "at":
            return found
        words.take()


def read_measure(words):
    """What shares are found by: a tuple, or None."""
    if words.has("stake", "of"):
        return "stake", words.name()
    if words.has("score", "of"):
        return "score", words.name()
    if words.peek() in MEASURES:
        return (words.take(),)
    for method in METHODS:
        if words.has(*method.split(), "of"):
            return "game", method, words.name()
    return None


def read_basis(words):
    if words.has("equally"):
        return ("equally",)
    if words.peek() != "by":
        return None
    at = words.at
    words.take()
    basis = read_measure(words)
    if basis is None:
        words.at = at
    return basis


def read_adjusted(words):
    found = []
    if words.has("adjusted", "by"):
        while True:
            found.append((read_measure(words), words.share()))
            if not words.has(","):
                break
    return found


def read_tier(line, path, digits):
    words, tier = Cursor(line.words, digits), Tier(path)
    if words.has("while"):
        tier.kind, tier.measure = "while", words.take()
        words.need("under")
        tier.value = words.money()
    elif not read_amount(tier, words):
        raise Unknown(" ".join(line.words))
    if words.has("to"):
        tier.to, tier.basis = read_recipients(words), read_basis(words)
        tier.adjusted = read_adjusted(words)
    tier.parts = [read_tier(child, f"{path}.{i}", digits)
                  for i, child in enumerate(line.children, 1)]
    if not words.end():
        raise Unknown(" ".join(line.words))
    return tier


def read_bear(terms, words, line, number):
    what = words.take()
    if what in ("project", "cost"):
        what += " " + words.take()
    scope = read_scope(words)
    tiers = [read_bearer(child, str(i), terms.digits) for i, child in enumerate(line.children, 1)]
    terms.bears.append(Clause(number, what, scope, tiers))


def read_bearer(line, path, digits):
    words, tier = Cursor(line.words, digits), Tier(path)
    read_amount(tier, words)
    tier.basis = read_basis(words)
    tier.adjusted = read_adjusted(words)
    if words.has("from"):
        tier.to = read_recipients(words)
        if words.has(",", "at", "most"):
            tier.cap = read_cap(words)
    tier.parts = [read_bearer(child, f"{path}.{i}", digits)
                  for i, child in enumerate(line.children, 1)]
    if not words.end() or not (tier.to or tier.parts):
        raise Unknown(" ".join(line.words))
    return tier


def read_cap(words):
    if words.is_share():
        share = words.share()
        words.need("of")
        cap = share, words.take()
    else:
        cap = None, words.money()
    words.need("each")
    return cap
