#!/usr/bin/env python3
"""Real agreements through heqi: all Horizon 2020 consortia and Norwegian fields of ../shared/data.

The texts come from tools/; what they must settle to is reckoned here from the tables themselves,
in fractions. Without the tables only the checks of the reckoning itself run, and the rest says
`skipped`.

    test/real_test.py [HEQI] [--short]

HEQI is the binary; else the variable HEQI_RELEASE or HEQI names it, else it is build/heqi.
"""
import argparse
import functools
import multiprocessing
import random
import sys
from collections import Counter
from fractions import Fraction

sys.dont_write_bytecode = True
from real import bounds, cumulative, h2020, ncs, register
from support import ROOT, SHARED, Tally, differences, find_heqi, no_binary, run

sys.path.insert(0, str(ROOT / "tools"))
import h2020_to_heqi
import ncs_to_heqi

# Found from the tables by ncs.coverage, day by day: years with a sum to call (or to share), by how
# much of the year the shares cover.
CALLED_YEARS = {"whole": 837, "partly": 64, "none": 39}
SHARED_YEARS = {"whole": 873, "partly": 12, "none": 5}
WRONG_SETS = 12
# What the 739 changes of share sets were, and how many transfers these are.
CHANGES = {"transfers": 696, "redetermination": 8, "table": 35}
TRANSFERS = 864
FIELDS, CONSORTIA = 63, 4381
WORKERS = 2
SHORT_STEP = 60         # --short: every sixtieth consortium
SHORT_FIELDS = ("FRIGG", "JETTE", "TROLL", "URD", "VALHALL", "VOLUND", "ÅSGARD")


def unless(holds, problem):
    """No problem if it holds, else this one."""
    return [] if holds else [str(problem)]


def check_reckoning(tally):
    """The reference itself: quick as literal, the theorem's counterexample, no drift."""
    dice = random.Random(1)
    problems = []
    for _ in range(300):
        members = dice.randint(1, 6)
        quick = cumulative.Stream(members)
        literal = cumulative.Stream(members, cumulative.one_at_a_time)
        for _ in range(12):
            units, weights = dice.randint(0, 40), [dice.randint(0, 5) for _ in range(members)]
            if any(weights) and quick.split(units, weights) != literal.split(units, weights):
                problems.append(f"{units} by {weights}")
    tally.case("many units at once as one at a time", problems)

    stream = cumulative.Stream(4)
    for units, among in ((5, (1, 1, 1, 1)), (4, (0, 1, 1, 1)), (3, (0, 0, 1, 1))):
        stream.split(units, among)
    off = max(stream.behind) - Fraction(13, 12)
    tally.case("0.05 among four, 0.04 among three, 0.03 among two leaves the fourth 1 1/12 behind",
               unless(abs(off) < Fraction(1, 10**11), str(off)))

    check_bounds(tally)

    stream = cumulative.Stream(3)
    shares = [sum(parts) for parts in zip(*(stream.split(1, (1, 1, 1)) for _ in range(300)))]
    tally.case("300 cents one by one among three are 100 each", unless(shares == [100] * 3, shares))


def lines_of(splits):
    """Lines as heqi writes them, of [(weights, given)] of one stream."""
    return [{"kind": "share", "clause": "1.1", "tier": "1", "scope": None, "entry": entry,
             "to": f"m{i}", "exact": str(Fraction(sum(given) * weight, sum(weights))),
             "amount": f"0.{units:02}"}
            for entry, (weights, given) in enumerate(splits)
            for i, (weight, units) in enumerate(zip(weights, given))]


def check_bounds(tally):
    """The bounds let the counterexample pass, and nothing that is worse."""
    worst = [((1, 1, 1, 1), (2, 1, 1, 1)), ((0, 1, 1, 1), (0, 2, 1, 1)), ((0, 0, 1, 1), (0, 0, 2, 1))]
    tally.case("the bound is met, not passed", bounds.broken(lines_of(worst)))
    for name, splits in (("too far behind", worst + [((0, 0, 1, 1), (0, 0, 1, 0))]),
                         ("too far ahead", [((1, 1), (2, 0))]),
                         ("off by more where all are due a unit",
                          [((1, 1, 1), (2, 1, 1)), ((3, 3, 2), (4, 3, 1))])):
        tally.case(f"{name} is found", unless(bounds.broken(lines_of(splits)), "passes"))


def check_consortium(heqi, job):
    rows, project = job
    return h2020.check(heqi, rows, h2020_to_heqi.text_of(project))


def check_consortia(tally, pool, heqi, table, short):
    """All consortia; the converter and the expectation each read the table for themselves."""
    projects = h2020.projects(table)
    converted = {project.rcn: project for project in h2020_to_heqi.read_consortia(table)}
    counts = len(projects), len(converted)
    tally.case("every consortium of the table", unless(counts == (CONSORTIA, CONSORTIA), counts))
    names = list(projects)[::SHORT_STEP if short else 1]
    jobs = ((projects[rcn], converted[rcn]) for rcn in names)
    results = pool.imap(functools.partial(check_consortium, heqi), jobs, chunksize=16)
    for rcn, problems in zip(names, results):
        tally.case(f"consortium {rcn}", problems)


def check_field(heqi, job):
    """[(case, problems)] of one field: settled as it is, or refused as it is and settled scaled."""
    field, converted = job
    plain, scaled = (ncs_to_heqi.text_of(converted, normalised) for normalised in (False, True))
    if not field.wrong_sets:
        same = unless(plain == scaled, "--normalised changes a text whose shares are right")
        return [(field.name, ncs.check(heqi, field, plain) + same + findings(heqi, plain))]
    return [(f"{field.name} refused", ncs.check_refused(heqi, field, plain)),
            (f"{field.name} normalised", ncs.check(heqi, field, scaled) + findings(heqi, scaled))]


def findings(heqi, text):
    """A field's text that settles has no findings for check either, only notes and warnings."""
    outcome = run(heqi, "check", "-", text=text)
    return unless(outcome.code == 0, f"check: {outcome}")


def check_counts(tally, fields, converted, without_licensees):
    """What the tables hold: by their days, by the converter's account, by the constants above."""
    texts = "".join(map(ncs_to_heqi.text_of, converted.values()))
    for sums, listed, constants in (("called", "investments", CALLED_YEARS),
                                    ("shared", "income", SHARED_YEARS)):
        years = [year for field in converted.values() for year in getattr(field, listed)]
        account = Counter("none" if year.uncovered else "partly" if year.partly else "whole"
                          for year in years)
        tally.case(f"years {sums}", differences(constants, ncs.coverage(fields, sums), "tables ")
                   + differences(constants, account, "converter "))
        noted = texts.count(f" is not {sums}: no shares are known")
        tally.case(f"years not {sums} are listed", unless(noted == constants["none"], noted))
    wrong = sum(len(field.wrong_sets) for field in fields.values())
    tally.case("share sets that miss 100", unless(wrong == WRONG_SETS, wrong))
    tally.case("every field", unless(len(fields) == FIELDS and fields.keys() == converted.keys(),
                                     fields.keys() ^ converted.keys()))
    tally.case("figures without licensees",
               unless(without_licensees == ["33/9-6 DELTA"], without_licensees))


def check_fields(tally, pool, heqi, folder, short):
    fields = ncs.read(folder)
    listed, without_licensees = ncs_to_heqi.read_fields(folder)
    converted = {field.name: field for field in listed}
    check_counts(tally, fields, converted, without_licensees)
    names = SHORT_FIELDS if short else sorted(fields)
    jobs = ((fields[name], converted[name]) for name in names)
    for cases in pool.imap(functools.partial(check_field, heqi), jobs):
        for name, problems in cases:
            tally.case(f"field {name}", problems)


def check_register_of(heqi, job):
    field, converted, operators = job
    text = ncs_to_heqi.text_of(converted, normalised=True, register=True)
    return register.check(heqi, field, text, operators)


def check_register(tally, pool, heqi, folder, short):
    """The register run as entries, not as tables: stakes of every date, figures, operators."""
    fields, operators = ncs.read(folder), register.operators(folder)
    converted = {field.name: field for field in ncs_to_heqi.read_fields(folder)[0]}
    pairs = [pair for field in converted.values() for pair in zip(field.sets, field.sets[1:])]
    kinds = Counter(ncs_to_heqi.change_of(*pair) for pair in pairs)
    tally.case("what the changes were", differences(CHANGES, kinds))
    made = sum(len(ncs_to_heqi.transfers(*pair)) for pair in pairs
               if ncs_to_heqi.change_of(*pair) == "transfers")
    tally.case("every transfer", unless(made == TRANSFERS, made))
    names = SHORT_FIELDS if short else sorted(fields)
    jobs = ((fields[name], converted[name], operators.get(name, [])) for name in names)
    results = pool.imap(functools.partial(check_register_of, heqi), jobs)
    for name, problems in zip(names, results):
        tally.case(f"register of {name}", problems)


def check_shipped(tally, consortia, fields):
    """The texts under examples/ are what the converters write today."""
    listed, _ = ncs_to_heqi.read_fields(fields)
    made = {f"ventures/{ncs_to_heqi.slug(field.name)}.heqi": ncs_to_heqi.text_of(field, True)
            for field in listed}
    made |= {f"consortia/p{project.rcn}.heqi": h2020_to_heqi.text_of(project)
             for project in h2020_to_heqi.read_consortia(consortia)}
    shipped = [path for folder in ("consortia", "ventures")
               for path in sorted((ROOT / "examples" / folder).glob("*.heqi"))]
    tally.case("examples are shipped", unless(len(shipped) >= 7, len(shipped)))
    for path in shipped:
        name = f"{path.parent.name}/{path.name}"
        same = made.get(name) == path.read_text(encoding="utf-8")
        tally.case(name, unless(same, "the converter writes another text"))


def main():
    parser = argparse.ArgumentParser(description="Settles real consortia and fields.")
    parser.add_argument("heqi", nargs="?", help="the binary")
    parser.add_argument("--short", action="store_true",
                        help="a fixed part of the consortia and fields only")
    given = parser.parse_args()
    tally = Tally()
    check_reckoning(tally)
    consortia = SHARED / "h2020_participations" / "h2020_multi_exact.csv.gz"
    fields = SHARED / "ncs_joint_ventures"
    if not (consortia.exists() and fields.is_dir()):
        tally.skip("../shared/data is not here")
        return tally.end()
    heqi = find_heqi(given.heqi, "HEQI_RELEASE", "HEQI")
    if not heqi:
        return no_binary()
    check_shipped(tally, consortia, fields)
    with multiprocessing.Pool(WORKERS) as pool:
        check_consortia(tally, pool, heqi, consortia, given.short)
        check_fields(tally, pool, heqi, fields, given.short)
        check_register(tally, pool, heqi, fields, given.short)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
