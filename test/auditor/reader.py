"""Reads heqi texts of the auditor's subset: English keywords, no includes, terms and entries.

Written from the language pages alone, as one plain function a form. read_office.py has the forms of
office and capital, tiers.py the clauses, words.py lines and words. What the auditor does not know raises Unknown: then there is nothing to judge.
"""
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from . import read_office
from .tiers import Clause, Tier, read_basis, read_bear, read_recipients, read_share, read_tier, tiers_of, read_game
from .words import DATE, DIGITS, Cursor, Line, Text, Unknown, lines_of, read_duration

KINDS = {"generic", "key", "proprietary"}


@dataclass
class Project:
    name: str
    kind: str = ""
    funded: list = field(default_factory=list)
    milestones: set = field(default_factory=set)
    number: str = ""
    joiner: Fraction = None     # what a late joiner pays of its part of the cost
    decliner: Fraction = None   # what others have before who declined is back


@dataclass
class Terms:
    name: str = ""
    founded: date = None
    currency: str = "CNY"
    digits: int = 2
    rounding: str = "cumulative 1"
    parties: dict = field(default_factory=dict)
    groups: dict = field(default_factory=dict)
    stakes: dict = field(default_factory=dict)
    pledges: dict = field(default_factory=dict)
    in_kind: tuple = (Fraction(1), None)
    funds: dict = field(default_factory=dict)
    projects: dict = field(default_factory=dict)
    shares: list = field(default_factory=list)
    bears: list = field(default_factory=list)
    bodies: dict = field(default_factory=dict)
    decisions: dict = field(default_factory=dict)   # matter: Decision
    vetoes: list = field(default_factory=list)
    motions: set = field(default_factory=set)       # names that entries may cite last
    dues: object = None
    arrears: object = None
    eligible: list = None
    ending: object = field(default_factory=read_office.Ending)
    lines: list = field(default_factory=list)       # the statements, for amendments
    lead: str = None
    one: dict = field(default_factory=dict)         # member: its group that counts as one
    form: str = ""
    term: tuple = None
    games: dict = field(default_factory=dict)
    lifted: set = field(default_factory=set)        # causes that lift a cap
    owned: dict = field(default_factory=dict)       # of a project, or None: of all of them
    unused: tuple = None            # (years, months, days), recipients
    refusal: tuple = None           # how long an offer runs
    always: list = field(default_factory=list)      # (fund or None, "least" or "most", amount)

    def bases(self):
        """What the clauses divide by."""
        for clause in [*self.shares, *self.bears]:
            for tier in tiers_of(clause.tiers):
                yield from (tier.basis, *(factor for factor, _ in tier.adjusted))


@dataclass
class Party:
    name: str
    kind: str
    since: date
    until: date = date.max      # no member from this day on
    expelled: date = date.max   # has no rights from this day on

    def member_on(self, day):
        return self.since <= day < self.until

    def member_in(self, period, day):
        """On a day, or, where there is a period, on a day of it."""
        first, last = period or (day, day + timedelta(1))
        return self.since <= last - timedelta(1) and first < self.until and self.since <= day


def read_terms(lines):
    """Everything that is not dated."""
    terms = Terms(lines=lines)
    for line in lines:
        first = line.words[0]
        if first == "alliance":
            read_head(terms, line)
        elif first == "article":
            number = line.words[1]
            for count, child in enumerate(line.children, 1):
                read_clause(terms, child, f"{number}.{count}")
        elif not DATE.match(first) and first not in ("language", "rule"):
            raise Unknown(first)
    return terms


def read_head(terms, line):
    terms.name = line.words[1]
    for child in line.children:
        words = Cursor(child.words)
        key = words.take()
        if key == "founded":
            terms.founded = words.date()
        elif key == "currency":
            terms.currency = words.take()
            terms.digits = DIGITS.get(terms.currency, 2)
        elif key == "rounding":
            terms.rounding = " ".join(words.words[1:])
        elif key == "form":
            terms.form = words.take()
        elif key == "term":
            terms.term = read_duration(words)


RECORDED = {"covenant", "dispute", "publication", "goal", "failure", "government", "example",
            "rule"}


def read_clause(terms, line, number):
    words = Cursor(line.words, terms.digits)
    first = words.take()
    readers = {"party": read_party, "group": read_group, "stakes": read_stakes, "fund": read_fund,
               "project": read_project, "share": read_share, "bear": read_bear,
               "always": read_always, "results": read_owned, "unused": read_unused,
               "first": read_refusal, "game": read_game, "dissolve": read_dissolve, **read_office.OF_TERMS}
    if first in readers:
        readers[first](terms, words, line, number)
    elif words.peek() == "pledges":
        words.take()
        read_pledge(terms, first, words, line, number)
    elif first == "in" and words.has("kind", "counts"):
        rate, cap = words.share(), None
        if words.has(",", "at", "most"):
            cap = words.share()
        terms.in_kind = rate, cap
    elif first == "liability" and words.has("cap", "lifted", "by"):
        terms.lifted = set(" ".join(line.words[4:]).split(" , "))
    elif first not in RECORDED and not ("use" in line.words and "for" in line.words):
        raise Unknown(" ".join(line.words))


def read_party(terms, words, line, _number):
    name, kind = words.name(), words.take()
    terms.parties[name] = Party(name, kind, terms.founded)
    if words.words[-1] == "lead":
        terms.lead = name


def read_group(terms, words, line, _number):
    name = words.name()
    words.need("of")
    terms.groups[name] = [words.name()]
    while words.has(","):
        terms.groups[name].append(words.name())
    if words.has("counts", "as", "one") or any(child.words[:1] == ["counts"]
                                               for child in line.children):
        terms.one |= {party: name for party in terms.groups[name]}


def read_table(lines, mode, digits):
    """Dated shares: fractions that make one."""
    shares = {}
    for child in lines:
        words = Cursor(child.words, digits)
        name = words.name()
        shares[name] = words.share() if words.is_share() else words.number()
    whole = sum(shares.values())
    return {name: value / whole for name, value in shares.items()} if mode else shares


def read_stakes(terms, words, line, _number):
    name = words.name()
    mode = words.peek() in ("in", "normalised")
    terms.stakes[name] = [(terms.founded, read_table(line.children, mode, terms.digits))]


def read_pledge(terms, party, words, line, number):
    amount, tranches = words.money(), []
    if words.has("due"):
        tranches = [(Fraction(1), words.date())]
    for child in line.children:
        below = Cursor(child.words, terms.digits)
        share = below.share()
        below.need("due")
        tranches.append((share, below.date()))
    terms.pledges[party] = amount, tranches, number


def read_fund(terms, words, line, _number):
    target = None
    for child in line.children:
        if child.words[0] == "target":
            target = Cursor(child.words[1:], terms.digits).money()
    terms.funds[words.name()] = target


def read_project(terms, words, line, number):
    project = Project(words.name(), number=number)
    words.take()
    if words.peek() in KINDS:
        project.kind = words.take()
    for child in line.children:
        below = Cursor(child.words, terms.digits)
        key = below.take()
        if key == "funded":
            project.funded = read_shares(below)
        elif key == "milestone":
            project.milestones.add(below.name())
        elif key == "late":
            below.need("joiner", "pays")
            project.joiner = below.share()
        elif key == "decliner":
            below.need("excluded", "until")
            project.decliner = below.share()
    terms.projects[project.name] = project


def read_always(terms, words, _line, _number):
    fund = words.name() if words.has("fund") else words.need("cash")
    words.need("at")
    side = words.take()
    terms.always.append((fund, side, words.money()))


def read_owned(terms, words, _line, _number):
    """Who owns: None (nobody alone), a table of shares, or a tier."""
    project = words.name() if words.has("of", "project") else words.need("of", "projects")
    words.need("owned", "by")
    if words.has("alliance"):
        terms.owned[project] = None
    elif words.peek(1) and words.peek(1).endswith("%"):
        terms.owned[project] = dict(read_shares(words))
    else:
        terms.owned[project] = Tier("owned", to=read_recipients(words), basis=read_basis(words))
    if not words.end():
        raise Unknown(" ".join(words.words))


def read_unused(terms, words, _line, _number):
    time = read_duration(words)
    words.need("returns", "to")
    terms.unused = time, read_recipients(words)


def read_refusal(terms, words, _line, _number):
    words.need("refusal")
    terms.refusal = read_duration(words)


def read_shares(words):
    """NAME [SHARE], NAME [SHARE] …"""
    shares = []
    while True:
        name = words.name()
        shares.append((name, words.share() if words.is_share() else None))
        if not words.has(","):
            return shares


def read_dissolve(terms, _words, line, number):
    tiers = []
    for at, child in enumerate(line.children, 1):
        if child.words[0] in ("debts", "unspent"):
            continue
        tiers.append(read_tier(child, str(at), terms.digits))
    terms.ending.dissolve = Clause(number, "surplus", ("all",), tiers)
    terms.ending.has.add("dissolve")


@dataclass
class Entry:
    """A dated statement: its kind, what is written in it, and the motion that it cites."""
    date: date
    kind: str
    line: Line
    given: dict
    motion: str = None


PLAIN = {"sign", "appoint", "deliver", "accepted", "refused", "goal"}
FILINGS = {"file", "granted", "lapsed", "opposed"}
USES = {"adopt", "publish", "standard", "train", "diffuse"}
LATER = {"effective", "redetermine", "reverse", "refund", "intent", "gross"}


def without_tail(words, terms):
    """The words without evidence, and the motion that is cited last."""
    words, motion = list(words), None
    if len(words) > 2 and words[-2] == "by" and words[-1] in terms.motions:
        motion = words[-1]
        del words[-2:]
    if len(words) > 3 and words[-1].startswith("sha256:"):
        del words[-3:]
    return words, motion


def read_entry(line, terms):
    """One dated statement."""
    bare, motion = without_tail(line.words, terms)
    words = Cursor(bare, terms.digits)
    day, first = words.date(), words.peek()
    entry = Entry(day, first, line, {}, motion)
    reader = READERS.get(first)
    if reader:
        words.take()
        entry.given = reader(words, line, terms)
        if first == "motion":
            terms.motions.add(entry.given["name"])
        return entry
    if first in PLAIN:
        entry.kind, entry.given = "plain", read_plain(words)
        return entry
    if first in FILINGS | USES:
        words.take()
        entry.kind = "filing" if first in FILINGS else "use"
        entry.given = {"what": first, "result": words.name()}
        return entry
    if first in LATER:
        entry.kind, entry.given = "later", {"word": first}
        return entry
    entry.given["party"], verb = words.name(), words.take()
    entry.kind = verb
    if verb == "gives" and words.peek() == "notice":
        entry.kind = "notice"
        return entry
    if verb in READERS_OF_PARTIES:
        entry.given |= READERS_OF_PARTIES[verb](words)
        return entry
    raise Unknown(" ".join(line.words))


def read_plain(words):
    """What changes no figure."""
    words.take()
    return {}


def read_background(words, _line, _terms):
    given = {"name": words.name(), "what": words.take()}
    words.take()
    words.need("of")
    return given | {"owners": read_shares(words)}


def take_options(words, given, **readers):
    """Parts that may stand in any order."""
    while not words.end() and not isinstance(words.peek(), Text):
        key = words.take()
        if key not in readers:
            raise Unknown(" ".join(words.words))
        given |= readers[key](words)
    return given


def for_project(words):
    return {"project": words.name()}


def over(words):
    first = words.date()
    words.need("to")
    return {"over": (first, words.date())}


def read_call(words, _line, _terms):
    given = {"amount": words.money()}

    def by(words):
        if words.has("stake", "of"):
            return {"basis": ("stake", words.name())}
        return {"basis": (words.take(),)}

    return take_options(words, given, by=by, over=over, due=lambda w: {"due": w.date()},
                        **{"for": for_project})


def payer(words):
    return {"payer": words.take()}


def read_grant(words, _line, _terms):
    given = {"amount": words.money()}
    words.need("from")
    return take_options(words, given | payer(words), **{"for": for_project})


def read_income(words, _line, _terms):
    given = {"amount": words.money()}
    words.need("from")
    given["quoted"] = isinstance(words.peek(), Text)
    return take_options(words, given | payer(words), over=over,
                        of=lambda w: {"of": w.name()}, **{"class": lambda w: {"class": w.take()},
                                                          "for": for_project})


def read_spend(words, _line, _terms):
    given = {"amount": words.money(), "category": words.name()}

    def source(words):
        return {"fund": words.name()} if words.has("fund") else {"grant": words.take()}

    return take_options(words, given, **{"for": for_project, "from": source})


def read_loss(words, _line, _terms):
    return read_of_it(words, {"amount": words.money()})


def read_of_it(words, given):
    """What a loss belongs to, and what of it somebody else bears."""
    if words.has("of"):
        given["of"] = words.name()
    while words.has(","):
        part = words.money()
        words.need("of", "it")
        if words.has("insured"):
            given["insured"] = part
        else:
            words.need("by", "silence", "of")
            given |= {"grown": part, "silent": words.name()}
    return given


def read_liability(words, _line, _terms):
    given = {"amount": words.money()}
    words.need("to")
    words.take()
    return read_of_it(words, given)


def read_warns(words):
    words.need("of", "failure", "of")
    return {"project": words.name()}


def read_work(words, _line, _terms):
    given = {"party": words.name(), "months": words.number()}
    words.need("months", "on")
    return given | for_project(words)


def read_result(words, _line, _terms):
    given = {"name": words.name(), "makers": [], "what": words.peek()}
    words.take()
    words.take()
    return take_options(words, given, by=lambda w: {"makers": read_shares(w)},
                        **{"from": for_project})


def read_license(words, line, terms):
    given = {"name": words.name()}
    words.need("of")
    given["results"] = read_shares(words)
    words.need("to")
    given["to"] = str(words.take())
    if words.peek() in ("exclusive", "nonexclusive", "sole"):
        given["exclusive"] = words.take()
    for key, word, read in (("field", "in", words.take), ("territory", "territory", words.take),
                            ("until", "until", words.date), ("under", "under", words.name)):
        if words.has(word):
            given[key] = read()
    given |= {"fees": [], "ladder": []}
    for child in line.children:
        read_licence_line(given, Cursor(child.words, terms.digits), line)
    return given


def read_licence_line(given, words, line):
    key = words.take()
    if key == "fee":
        units = words.money()
        given["fees"].append((words.date() if words.has("due") else date.fromisoformat(line.words[0]),
                              units))
    elif key == "royalty":
        rate, limit = words.share(), None
        words.need("of", "sales")
        if words.has("up", "to"):
            limit = words.money()
            words.need("in", "all")
        if words.has(",", "at", "least"):
            given["minimum"] = words.money()
        given["ladder"].append((rate, limit))
    elif key == "deduct":
        part, most = words.share(), None
        words.need("of", "other", "royalties")
        if words.has(",", "at", "most"):
            most = words.share()
            words.need("of", "royalty")
        given["deduct"] = part, most, words.has(",", "carried", "forward")
    elif key == "all":
        words.need("royalties", "at", "most")
        rate, least = words.share(), Fraction(0)
        words.need("of", "sales")
        if words.has(",", "own", "at", "least"):
            least = words.share()
        given["most"] = rate, least
    else:
        given["sublicences"] = True


def read_milestone(words, _line, _terms):
    project, _, name = words.name().partition(".")
    return {"project": project, "name": name, "state": words.take()}


def read_join(words, _line, _terms):
    return {"name": words.name(), "kind": words.take()}


def read_stakes_entry(words, line, terms):
    name, mode = words.name(), words.peek()
    table = None if mode == "none" else read_table(line.children, mode in ("in", "normalised"),
                                                   terms.digits)
    return {"name": name, "table": table}


def read_transfer(words, _line, _terms):
    given = read_office.read_passed_on(words)
    words.need("from")
    given["giver"] = words.name()
    words.need("to")
    given["taker"] = words.name()
    return given | {"price": words.money() if words.has("at") else None}


def read_repay(words, _line, _terms):
    given = {"party": words.name(), "amount": words.money()}
    words.need("loan")
    return given


def read_appraise(words, _line, _terms):
    given = {"party": words.name(), "points": words.number()}
    words.need("on")
    return given | {"score": words.name()}


READERS = {
    "appraise": read_appraise, "call": read_call, "grant": read_grant, "income": read_income, "spend": read_spend,
    "loss": read_loss, "liability": read_liability, "work": read_work, "result": read_result, "license": read_license,
    "milestone": read_milestone, "join": read_join, "stakes": read_stakes_entry,
    "repay": read_repay, "transfer": read_transfer, "background": read_background,
    "settle": lambda words, _line, _terms: {},
    "pay": lambda words, _line, _terms: {"party": words.name(), "amount": words.money()},
    "start": lambda words, _line, _terms: {"project": words.name()},
    "stop": lambda words, _line, _terms: {"project": words.name()},
    "agree": lambda words, _line, _terms: {"of": words.date(), "party": words.name()},
    "dispute": lambda words, _line, _terms: {"of": words.date(), "party": words.name()},
    **read_office.OF_ENTRIES}


def read_pays(words):
    given = {"amount": words.money(), "nature": words.take()}
    return take_options(words, given, **{"for": for_project})


def read_gives(words):
    given = {"amount": words.money(), "what": words.take()}
    return take_options(words, given, **{"for": for_project})


def read_spends(words):
    given = {"amount": words.money(), "category": words.name()}
    return take_options(words, given, **{"for": for_project})


def read_joins(words):
    given = {"project": words.name()}
    return given | {"share": words.share() if words.has("with") else None}


READERS_OF_PARTIES = {"declines": for_project, "joins": read_joins,
                      "pays": read_pays, "gives": read_gives, "spends": read_spends,
                      **read_office.OF_PARTIES, "warns": read_warns}


def read(text):
    """Terms, and the entries in their order."""
    lines = lines_of(text)
    terms = read_terms(lines)
    terms.motions = {line.words[2] for line in lines if line.words[1:2] == ["motion"]}
    return terms, [read_entry(line, terms) for line in lines if DATE.match(line.words[0])]
