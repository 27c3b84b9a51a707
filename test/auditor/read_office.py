"""Reads what an agreement says of office and capital: bodies and votes, money that is due, leaving.

One plain function a form, as in reader.py, which calls these by the first word of a statement.
"""
from dataclasses import dataclass, field
from fractions import Fraction

from .words import DATE, Cursor, Text, Unknown, read_duration


@dataclass
class Majority:
    """`more than 1/2 of all`: a part of votes; base is "" where the text does not say."""
    share: Fraction
    strict: bool
    base: str = ""


@dataclass
class Body:
    name: str
    kind: str
    seats: tuple = None         # ("each", None or kind) or ("list", names)
    votes: tuple = ("one",)     # ("one",), ("per", votes, amount), ("by", measure, cap or None)
    quorum: Majority = None
    majority: Majority = None
    number: str = ""


@dataclass
class Decision:
    """Who decides on a matter: a `decide` line."""
    body: str
    majority: Majority
    groups: list                # (name or word for parties, Majority)
    number: str


@dataclass
class Dues:
    items: list                 # (who, amount) or (who, (share, least, most))
    day: tuple                  # (month, day)
    number: str


@dataclass
class Step:
    """A line of `arrears`: what is reached after so long."""
    kind: str
    after: tuple = (0, 0, 0)
    value: object = None


@dataclass
class Arrears:
    steps: list
    number: str
    rate: Fraction = Fraction(0)    # a day
    bears_after: tuple = None


@dataclass
class Ending:
    """What `leave`, `expelled` and `dissolve` say."""
    leave: tuple = None         # (duration, share, measure or None, clause)
    keeps: dict = field(default_factory=dict)       # measure: share
    expelled: str = ""          # its clause
    dissolve: object = None     # a Clause
    has: set = field(default_factory=set)


MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]


def read_majority(words):
    strict = words.has("more", "than")
    share, base = words.share(), ""
    if words.has("of"):
        base = words.take()
    return Majority(share, strict, base)


def read_measure(words):
    if words.has("stake", "of"):
        return "stake", words.name()
    if words.has("score", "of"):
        return "score", words.name()
    return (words.take(),)


# ---- bodies -------------------------------------------------------------------------------------

def read_body(terms, words, line, number):
    body = Body(words.name(), words.take(), number=number)
    for child in line.children:
        below = Cursor(child.words, terms.digits)
        key = below.take()
        if key == "seats":
            body.seats = read_seats(below)
        elif key == "votes":
            body.votes = read_votes(below)
        elif key == "quorum":
            body.quorum = read_majority(below)
        elif key == "pass":
            body.majority = read_majority(below)
        elif key not in ("hosted", "zh"):
            raise Unknown(" ".join(child.words))
    terms.bodies[body.name] = body


def read_seats(words):
    if words.has("one", "each"):
        kind = words.take()
        return "each", None if kind == "member" else kind
    names = [words.name()]
    while words.has(","):
        names.append(words.name())
    return "list", names


def read_votes(words):
    if words.has("one", "each"):
        return ("one",)
    if words.has("by"):
        measure, cap = read_measure(words), None
        if words.has(",", "at", "most"):
            cap = words.share()
            words.need("each")
        return "by", measure, cap
    count = words.number()
    words.need("per")
    amount = words.money()
    words.need("of", "dues")
    return "per", count, amount


def read_decide(terms, words, _line, number):
    matter = words.take()
    words.need("by")
    decision = Decision(words.name(), None, [], number)
    if words.is_share() or words.peek() == "more":
        decision.majority = read_majority(words)
    if words.has("and"):
        decision.groups.append((words.name(), read_majority(words)))
        while words.has(","):
            decision.groups.append((words.name(), read_majority(words)))
    terms.decisions[matter] = decision
    if not words.end():
        raise Unknown(" ".join(words.words))


def read_veto_right(terms, words, _line, number):
    words.need("in")
    body = words.name()
    words.need("by")
    who = [words.name()]
    while words.has(","):
        who.append(words.name())
    words.need("within")
    terms.vetoes.append((body, who, read_duration(words), number))


# ---- money that is due --------------------------------------------------------------------------

def read_dues(terms, words, _line, number):
    words.need("yearly")
    items = []
    while True:
        items.append((words.name(), read_dues_amount(words)))
        if not words.has(","):
            break
    words.need("due")
    day = int(words.number())
    terms.dues = Dues(items, (MONTHS.index(words.take()) + 1, day), number)


def read_dues_amount(words):
    if not words.is_share():
        return words.money()
    share, least, most = words.share(), 0, None
    words.need("of", "sales")
    if words.has(",", "at", "least"):
        least = words.money()
    if words.has(",", "at", "most"):
        most = words.money()
    return share, least, most


def read_arrears(terms, words, line, number):
    arrears = Arrears([], number)
    for child in line.children:
        below = Cursor(child.words, terms.digits)
        if below.has("bear"):
            arrears.rate = below.share()
            if below.take() == "yearly":
                arrears.rate /= 365
            arrears.bears_after = read_after(below) if below.peek() == "after" else (0, 0, 0)
            continue
        arrears.steps.append(read_step(below))
    terms.arrears = arrears


def read_after(words):
    words.need("after")
    return read_duration(words)


def read_step(words):
    kind, value = words.take(), None
    if kind == "no":
        words.need("vote")
    elif kind == "forced":
        words.need("sale")
    elif kind == "dilute":
        value = words.share()
    elif kind == "covered":
        words.need("by", "others", "by")
        value = read_measure(words)
    after = read_after(words)
    if kind == "out":
        value = words.has("as", "leaving")
    if not words.end():
        raise Unknown(" ".join(words.words))
    return Step(kind, after, value)


def read_grants(terms, words, line, _number):
    words.need("are", "restricted")
    for child in line.children:
        terms.eligible = [word for word in child.words[1:] if word != ","]


# ---- leaving, the end ---------------------------------------------------------------------------

def read_leave(terms, words, _line, number):
    words.need("on")
    time, share, measure = read_duration(words), None, None
    words.need("notice")
    if words.has(",", "buy", "out"):
        share = words.share()
        words.need("of")
        measure = words.take()
    terms.ending.leave = time, share, measure, number
    terms.ending.has.add("leave")


def read_expelled(terms, words, _line, number):
    terms.ending.expelled = number
    terms.ending.has.add("expelled")
    while True:
        if words.has("keep", "no"):
            terms.ending.keeps[words.take()] = Fraction(0)
        elif words.has("keep"):
            share = words.share()
            words.need("of")
            terms.ending.keeps[words.take()] = share
        elif words.has("stay", "bound", "to"):
            words.name()
        else:
            words.need("licences", "granted", "go", "on")
        if not words.has(","):
            break


# ---- entries ------------------------------------------------------------------------------------

def read_motion(words, _line, _terms):
    given = {"name": words.name(), "about": None, "by": None}
    words.take()
    words.need("to")
    given["body"] = words.name()
    words.need("on")
    given["matter"] = words.take()
    if words.has("of"):
        given["about"] = words.name()
    if words.has("by"):
        given["by"] = words.date()
    return given


def read_vote(words, _line, _terms):
    given = {"name": words.name(), "party": words.name(), "ballot": words.take()}
    return given | {"other": words.name() if words.has("for") else None}


def read_meeting(words, _line, _terms):
    given = {"body": words.name(), "parties": [words.name()]}
    while words.has(","):
        given["parties"].append(words.name())
    return given


def read_decide_motion(words, _line, _terms):
    given = {"name": words.name(), "state": None}
    if words.peek() in ("carried", "lost"):
        given["state"] = words.take()
    return given


def read_veto(words, _line, _terms):
    return {"name": words.name(), "party": words.name(), "why": isinstance(words.peek(), Text)}


def read_budget(words, line, _terms):
    return {"year": int(words.number()), "heads": [child.words[0] for child in line.children]}


def read_supplement(words, _line, _terms):
    given = {"amount": words.money()}
    words.need("for")
    return given | {"project": words.name()}


def read_staff(words, _line, terms):
    given = {"person": words.take(), "share": Fraction(1)}
    if not words.has("fulltime"):
        given["share"] = words.share()
    words.need("in")
    given["body"] = words.name()
    words.need("employed", "by")
    given["party"] = words.name()
    return given | {"until": words.date() if words.has("until") else None}


def read_return(words, _line, _terms):
    given = {"amount": words.money()}
    words.need("grant", "to")
    return given | {"payer": words.take()}


def read_appraise(words, _line, _terms):
    given = {"party": words.name(), "number": words.number()}
    words.need("on")
    return given | {"score": words.name()}


def read_sales(words):
    """Sales of a party or a licensee."""
    given = {"amount": words.money(), "field": None, "territory": None, "others": 0}
    words.need("sales")
    for key, word in (("field", "in"), ("territory", "territory")):
        if words.has(word):
            given[key] = words.take()
    words.need("over")
    given["first"] = words.date()
    words.need("to")
    given["last"] = words.date()
    if words.has(",", "other", "royalties"):
        given["others"] = words.money()
    return given


def read_passed_on(words):
    """A result, a stake, or capital: what is offered or transferred."""
    if words.is_share():
        given = {"what": "stake", "amount": words.share()}
        words.need("stake", "of")
        given["name"] = words.name()
    elif words.is_number():
        given = {"what": "capital", "amount": words.money(), "name": words.need("capital")}
    else:
        given = {"what": "result", "amount": None, "name": words.name()}
    return given


def read_offers(words):
    given = read_passed_on(words)
    words.need("to")
    given["taker"] = words.take()
    return given | {"price": words.money() if words.has("at") else None}


def read_cited(words):
    """An entry by its date and its place on that day; `#1` may be missing."""
    day, place = words.date(), 1
    if (words.peek() or "").startswith("#"):
        place = int(words.take()[1:])
    return day, place


def read_answer(words):
    """`accepts DATE`, `waives DATE`, `waives RESULT`."""
    if DATE.match(words.peek() or ""):
        return {"result": None, "offer": read_cited(words)}
    return {"result": words.name(), "offer": None}


OF_TERMS = {"body": read_body, "decide": read_decide, "veto": read_veto_right, "dues": read_dues,
            "arrears": read_arrears, "grants": read_grants, "leave": read_leave,
            "expelled": read_expelled}
OF_ENTRIES = {"motion": read_motion, "vote": read_vote, "meeting": read_meeting,
              "decide": read_decide_motion, "veto": read_veto, "budget": read_budget,
              "supplement": read_supplement, "staff": read_staff, "return": read_return,
              "appraise": read_appraise,
              "expel": lambda words, _line, _terms: {"party": words.name()},
              "renew": lambda words, _line, _terms: {"time": read_duration(words)},
              "dissolve": lambda words, _line, _terms: {},
              "amend": lambda words, line, _terms: {"articles": line.children}}
OF_PARTIES = {"reports": read_sales, "offers": read_offers, "waives": read_answer,
              "accepts": read_answer, "leaves": lambda words: {}}
