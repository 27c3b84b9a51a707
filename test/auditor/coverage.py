"""What the generator must reach: each pair stands in Alliance.seen when it was executed once."""

BASES = ["none", "equally", "stake", "capital", "pledge", "cost", "invention", "work", "risk",
         "ownership", "patents"]
TIERS = ["percent", "of_rest", "amount", "yearly", "upto", "rest"]
UNTIL = ["until cost", "until capital", "until pledge"]
SETS = ["members", "enterprises", "universities", "institutes", "makers", "owners", "funders",
        "workers",
        "party", "group"]
SCOPES = ["all", "together", "project", "kind", "each", "result"]
ENTRIES = ["pays", "gives", "grant", "call", "spend", "spends", "work", "result", "background",
           "license", "income", "loss", "liability", "stakes", "join", "settle", "pay", "repay", "plain",
           "milestone", "start", "stop", "agree", "filing", "use", "offers", "waives",
           "declines", "joins"]
TAKING_PART = ["withheld", "withheld to the end", "back", "new", "pays"]
TRANSFERS = ["stake", "capital", "result"]
OWNED = ["makers", "table", "alliance", "makers invention", "funders cost", "members stake",
         "members ownership", "p0 none", "returned to makers", "returned to members"]
REFUSALS = ["E301", "E302", "E303", "E304", "E306", "E307", "E308", "E309", "E310", "E311", "E312",
            "E313", "E314", "E316", "E350", "E357", "E359", "E370", "E371", "E372", "E376", "E381",
            "E390", "E391", "E401"]
OFFICE = ["reports", "notice", "leaves", "expel", "return", "motion", "vote", "meeting", "decide",
          "budget", "renew", "appraise"]
ARREARS = ["interest", "dilute", "forfeit", "out"]
OFFICE_REFUSALS = ["E307", "E330", "E384"]
MOTIONS = ["carried present", "lost present", "lost all", "lost cast", "one in meeting",
           "one written", "by in meeting", "by written", "per in meeting"]
LIMITS = ["until  binds", "until  does not bind", "rest cap binds", "rest cap does not bind",
          "upto cap binds", "percent cap binds", "a fund, share", "a fund, bear",
          "a share part is full", "a bear part is full", "a void part, a rest", "a void part, no rest"]
MONEY = ["an advance", "an advance pays call", "an advance pays capital", "an advance pays loss",
         "a surplus", "a deficit", "a set-off leaves some", "a set-off of all",
         "spent some from grants and calls", "spent common money"]
RETURNS = ["simple", "compound"]
GUARDS = [*(f"{measure} {how}" for measure in ("income", "capital", "pledge", "cost", "risk")
            for how in ("runs", "is over")), "cuts a receipt"]
ADJUSTED = ["capital", "cost", "invention", "pledge", "risk", "stake", "work", "by nothing",
            "below nothing"]
LOSS = ["a warning", "grown by silence", "insured liability", "insured project loss"]
LICENCES = ["a report", "exclusive", "sole", "nonexclusive"]
RARE = {("refusal", "E401")}     # demanded where every pair is
EVERY_PAIR = 10000      # scenarios that must reach every pair of tier and measure

WIDER = ["dues", "sales", "score", "game"]
LOOKING = ["profit", "guarantee", "guarantee yearly", "return cost", "return capital"]


def wanted():
    for basis in WIDER:
        for tier in ("percent", "rest"):
            yield "tier", f"share {tier} {basis}"
    for tier in LOOKING:
        for basis in ("equally", "stake", "capital", "none", "cost"):
            yield "tier", f"share {tier} {basis}"
    for measure in ("cost", "capital", "pledge"):
        yield "tier", f"share until {measure} divided"

    for basis in [*BASES, "fund"]:
        for tier in TIERS:
            yield "tier", f"share {tier} {basis}"
        for part in ("percent", "rest"):
            yield "tier", f"share part {part} {basis}"
        for tier in ("percent", "upto", "rest"):
            yield "tier", f"bear {tier} {basis}"
    for basis in BASES:
        for tier in UNTIL:
            yield "tier", f"share {tier} {basis}"
    for word in SETS:
        yield "recipient", f"share {word}"
        yield "recipient", f"bear {word}"
    yield "recipient", "share others"
    yield "recipient", "share fund"
    yield "recipient", "bear fund"
    for scope in SCOPES:
        yield "scope", f"share {scope}"
        yield "scope", f"bear {scope}"
    for basis in ("stake", "equally"):
        yield "over", basis
    for group, names in (("entry", ENTRIES), ("refusal", REFUSALS), ("limit", LIMITS),
                         ("money", MONEY), ("transfer", TRANSFERS), ("owned", OWNED),
                         ("taking part", TAKING_PART),
                         ("entry", OFFICE), ("arrears", ARREARS), ("motion", MOTIONS),
                         ("refusal", OFFICE_REFUSALS), ("leaving", ["leave", "expelled"]),
                         ("due", ["tranche", "dues", "dues by later sales"]),
                         ("return", RETURNS), ("guard", GUARDS),
                         ("adjusted", ADJUSTED), ("loss", LOSS), ("licence", LICENCES),
                         ("told later", ["late", "redetermined", "blamed"])):
        for name in names:
            yield group, name


WANTED = list(wanted())
