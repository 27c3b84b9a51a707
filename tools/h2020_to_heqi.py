#!/usr/bin/env python3
"""Writes Horizon 2020 consortia as heqi texts: agreements that pay out the published shares.

The data is a table of participations, one line a partner (columns rcn, role, pic, type,
contribution, country, start_date, end_date, max_contribution, …), plain or gzipped. Each project
becomes one text:

- a party `m<pic>` a partner, its kind from `type`; the coordinator is the lead of the alliance
  and of the project;
- the published contributions are stakes in parts; the grant is shared by them;
- the grant comes in three instalments of 40 %, 40 % and 20 %: on the start date, half-way and on
  the end date. The first two are rounded down to the cent, the last is what remains. Instalments
  and dates are assumed, not published;
- the last line settles on the end date, and the term is the least number of whole years that
  reaches beyond it.

What the table leaves open:
- A partner named twice in one project is one party, with the sum of its contributions and the
  kind of its first line. (No project of the tables that these texts were made from has one.)
- A contribution of zero makes a party without a stake.
- A project whose contributions are not all known, or do not add up to its grant to the cent, is
  refused, never repaired.
- Nothing here asks for several partners; the project of a single one gets a text like the others.

Amounts are read as decimals and kept as whole cents; the same table gives the same bytes.
"""
import argparse
import csv
import datetime
import gzip
import pathlib
import re
import sys

KINDS = {"HES": "university", "PRC": "enterprise", "REC": "institute",
         "PUB": "public", "OTH": "other"}

HEAD = """\
# Horizon 2020 project {rcn}: the published contributions, paid out as the grant comes in.
# Source: European Union, CORDIS, state of 2020-12-14 (CC BY 4.0), through
# github.com/zambujo/eunets (MIT). Made by tools/h2020_to_heqi.py.
# Assumed: three instalments of 40 %, 40 % and 20 %, and their dates.
"""


class BadData(Exception):
    """The table says something that cannot become an agreement."""


class Partner:
    """One organisation in a consortium; its contribution in cents."""

    def __init__(self, pic, kind, country, contribution, leads):
        self.pic, self.kind, self.country = pic, kind, country
        self.contribution, self.leads = contribution, leads

    @property
    def name(self):
        return "m" + self.pic


class Consortium:
    """One project: partners in the order of the table, the grant in cents, the dates."""

    def __init__(self, rcn, partners, grant, start, end):
        self.rcn, self.partners, self.grant = rcn, partners, grant
        self.start, self.end = start, end

    @property
    def lead(self):
        return next((partner for partner in self.partners if partner.leads), None)


def cents(text):
    """The decimal string as whole cents; anything else, or a third decimal, is refused."""
    found = re.fullmatch(r"([0-9]+)(?:\.([0-9]{1,2}))?", text)
    if not found:
        raise BadData(f"{text!r} is no amount of money")
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def money(amount):
    """Cents as heqi writes money: 1,234.50."""
    return f"{amount // 100:,}.{amount % 100:02d}"


def instalments(grant):
    """40 %, 40 %, both rounded down to the cent, and what remains."""
    part = grant * 40 // 100
    return part, part, grant - 2 * part


def years_later(date, years):
    """The same day in another year; 29 February becomes the 28th where there is none."""
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return date.replace(year=date.year + years, day=28)


def term(start, end):
    """The least number of whole years after which the last day is over."""
    years = 1
    while years_later(start, years) <= end:
        years += 1
    return f"{years} years" if years > 1 else "12 months"


def partners_of(rows):
    """The partners of one project; lines of the same organisation are put together."""
    partners = {}
    for row in rows:
        if row["type"] not in KINDS:
            raise BadData(f"organisation {row['pic']} is of the unknown type {row['type']!r}")
        amount, leads = cents(row["contribution"]), row["role"] == "coordinator"
        if row["pic"] in partners:
            partners[row["pic"]].contribution += amount
            partners[row["pic"]].leads |= leads
        else:
            kind = KINDS[row["type"]]
            partners[row["pic"]] = Partner(row["pic"], kind, row["country"], amount, leads)
    return list(partners.values())


def consortium_of(rcn, rows):
    """One project from its lines; what it got must be the sum of what its partners got."""
    partners, grant = partners_of(rows), cents(rows[0]["max_contribution"])
    if sum(partner.contribution for partner in partners) != grant:
        raise BadData("the contributions do not add up to the grant")
    if sum(partner.leads for partner in partners) > 1:
        raise BadData("more than one coordinator")
    start, end = (datetime.date.fromisoformat(rows[0][name]) for name in ("start_date", "end_date"))
    if end < start:
        raise BadData("it ends before it starts")
    return Consortium(rcn, partners, grant, start, end)


def rows_by_project(path):
    """The table's lines, put together by project, projects in the order of the table."""
    opener = gzip.open if str(path).endswith(".gz") else open
    projects = {}
    with opener(path, "rt", encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            projects.setdefault(row["rcn"], []).append(row)
    return projects


def read_consortia(path, rcns=None):
    """All consortia of the table, or the named ones. BadData names the project."""
    projects = rows_by_project(path)
    for rcn in projects if rcns is None else rcns:
        if rcn not in projects:
            raise BadData(f"project {rcn}: not in {path}")
        try:
            yield consortium_of(rcn, projects[rcn])
        except BadData as why:
            raise BadData(f"project {rcn}: {why}") from None


def party_lines(project):
    for partner in project.partners:
        lead = " lead" if partner.leads else ""
        yield f'  party {partner.name} {partner.kind} "PIC {partner.pic}, {partner.country}"{lead}'


def stake_lines(project):
    yield "  stakes contributions in parts"
    for partner in project.partners:
        if partner.contribution:
            yield f"    {partner.name} {money(partner.contribution)}"


def entry_lines(project):
    half_way = project.start + (project.end - project.start) // 2
    for day, amount in zip((project.start, half_way, project.end), instalments(project.grant)):
        if amount:
            yield f'{day} grant {money(amount)} from "European Commission" for work'
    yield f"{project.end} settle"


def text_of(project):
    """The whole heqi text of one consortium."""
    lead = project.lead
    lines = [
        f'alliance p{project.rcn} "Horizon 2020 project {project.rcn}"',
        f"  founded  {project.start}",
        f"  term     {term(project.start, project.end)}",
        "  currency EUR",
        "  form     contract",
        *([f"  liable   {lead.name}"] if lead else []),
        "",
        'article 1 "Members"',
        *party_lines(project),
        *stake_lines(project),
        "",
        'article 2 "Grant"',
        '  project work "The work of the grant agreement" key',
        *([f"    lead {lead.name}"] if lead else []),
        "  share grant of project work",
        "    rest to members by stake of contributions",
        "",
        *entry_lines(project),
    ]
    return HEAD.format(rcn=project.rcn) + "\n" + "\n".join(lines) + "\n"


def write_all(path, folder, rcns):
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for project in read_consortia(path, rcns):
        (folder / f"p{project.rcn}.heqi").write_text(text_of(project), encoding="utf-8")
        count += 1
    print(f"{count} consortia written to {folder}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(
        description="Writes Horizon 2020 consortia as heqi texts.",
        epilog="Example: h2020_to_heqi.py h2020_cases.csv --rcn 193201 > p193201.heqi")
    parser.add_argument("table", type=pathlib.Path,
                        help="participations, one line a partner (.csv or .csv.gz)")
    parser.add_argument("--rcn", action="append", metavar="N",
                        help="this project only; may be given several times")
    parser.add_argument("--into", type=pathlib.Path, metavar="FOLDER",
                        help="write p<rcn>.heqi for each project here instead of printing one")
    given = parser.parse_args()
    if not given.into and len(given.rcn or ()) != 1:
        parser.error("name one project with --rcn, or a folder with --into")
    try:
        if given.into:
            write_all(given.table, given.into, given.rcn)
        else:
            sys.stdout.write(text_of(next(read_consortia(given.table, given.rcn))))
    except (BadData, OSError) as why:
        sys.exit(f"h2020_to_heqi: {why}")


if __name__ == "__main__":
    main()
