"""`copydesk titles`: who held which office on a day, by which rows, and how those rows are kept right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.options import complain, write

if TYPE_CHECKING:
    from copydesk.knowledge.model import Term
    from copydesk.knowledge.phrase import Answer
    from copydesk.knowledge.registry import Registry

#: Days without a holder of an office that are worth a word, and days after which a newsroom's open term wants a look.
GAP, AGE = 62, 400


def _day(ctx: click.Context, param: click.Parameter, given: str | None) -> date:
    try:
        return date.fromisoformat(given) if given else date.today()
    except ValueError:
        raise click.BadParameter(f"{given!r} is no date; write 2025-02-12") from None


_date = click.option("--date", "on", callback=_day, metavar="DATE", help="The day asked about; today by default.")
_form = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
_own = click.option(
    "--titles",
    "own",
    multiple=True,
    metavar="FILE",
    help="Read this titles.toml or CSV, in the place of those that the configuration names.",
)


@click.group("titles", short_help="Ask who held which office when, and keep the answer right.")
def command() -> None:
    """Ask the registry of office-holders, and keep it right.

    It has the facts that come with copydesk and those of the files that `titles` names in copydesk.toml.
    """


def _registry(own: tuple[str, ...]) -> Registry:
    """The registry of the working directory's configuration, or of the files that are named. Raises ConfigError."""
    from copydesk.config.error import ConfigError
    from copydesk.config.load import Configs
    from copydesk.knowledge.own import OwnFactsError
    from copydesk.knowledge.registry import open_registry, reopen_registry

    if not own:
        return open_registry(Configs().config_for(Path.cwd()).titles)
    try:
        return reopen_registry(str(Path(path).absolute()) for path in own)
    except OwnFactsError as error:
        raise ConfigError(*error.problems) from None


# -- who ------------------------------------------------------------------------------------------------------------


@command.command("who", short_help="What offices someone holds on a day, and held.")
@click.argument("name")
@_date
@_form
@_own
@click.pass_context
def who(ctx: click.Context, name: str, on: date, form: str, own: tuple[str, ...]) -> None:
    """Show the offices of NAME, a full name or a surname: those held on the day are marked *.

    Exit status: 0 found, 1 nobody of that name.
    """
    registry = _registry(own)
    people = registry.people(name) or registry.surnamed(name)
    if not people:
        complain(f"the registry knows nobody called {name}")
        ctx.exit(1)
    if form == "json":
        _write_json([
            {"name": person.name, "aliases": list(person.aliases),
             "terms": [_as_data(term, registry, on) for term in registry.terms(person)]}
            for person in people
        ])  # fmt: skip
        return
    lines: list[str] = []
    for person in people:
        lines.append(f"{person.name}, {on}")
        lines += _table(registry.terms(person), registry, on)
    write("\n".join(lines) + "\n")


# -- why ------------------------------------------------------------------------------------------------------------


@command.command("why", short_help="Whether a title is right on a day, and by which rows.")
@click.argument("phrase")
@_date
@_form
@_own
@click.pass_context
def why(ctx: click.Context, phrase: str, on: date, form: str, own: tuple[str, ...]) -> None:
    """Judge PHRASE, a title with a name such as "former President Donald Trump", and show the rows used.

    Exit status: 0 judged, 1 the registry cannot tell.
    """
    from copydesk.knowledge.phrase import answers, read_title

    registry = _registry(own)
    title = read_title(phrase, registry)
    found = list(answers(title, registry, on))
    if form == "json":
        _write_json({
            "phrase": phrase, "date": str(on), "claim": title.claim,
            "answers": [
                {"person": a.person.name, "office": a.office, "jurisdiction": a.jurisdiction, "state": a.status.state,
                 "agrees": a.agrees, "rows": [_as_data(term, registry, on) for term in a.status.terms]}
                for a in found
            ],
        })  # fmt: skip
    elif found:
        write("\n".join(line for answer in found for line in _answer(answer, title.claim, registry, on)) + "\n")
    else:
        complain(_nothing(title, phrase, registry))
    ctx.exit(0 if any(answer.agrees is not None for answer in found) else 1)


def _answer(answer: Answer, claim: str, registry: Registry, on: date) -> Iterator[str]:
    """An answer in words, with its rows."""
    office, place = registry.offices[answer.office].title, registry.jurisdictions[answer.jurisdiction].name
    state = {
        "in": "holds the office",
        "before": "does not hold the office yet",
        "after": "no longer holds the office",
        "edge": "takes over or leaves about that day",
        "unknown": "may or may not hold the office: the registry is not sure of that day",
    }[answer.status.state]
    verdict = {True: "right", False: f"wrong: called {claim}", None: "not judged"}[answer.agrees]
    if answer.agrees is False and claim == "now":
        verdict = "wrong, unless it tells of the past"
    yield f"{answer.person.name}, {office}, {place}: on {on} {state} ({verdict})"
    yield from _table(answer.status.terms, registry, on)


def _nothing(title: Any, phrase: str, registry: Registry) -> str:
    """Why there is no answer."""
    if not title.people:
        return f"the registry knows no name in “{phrase}”"
    names = ", ".join(person.name for person in title.people)
    if not title.offices:
        return f"no office is known by the words before or after {names}"
    if title.place and not title.places:
        return f"the registry knows no place “{title.place}”"
    offices = " or ".join(registry.offices[id].title for id in title.offices)
    return f"the registry has no term of {names} as {offices}" + (f", {title.place}" if title.place else "")


# -- check ----------------------------------------------------------------------------------------------------------


@command.command("check", short_help="Look for overlaps, gaps and stale rows.")
@click.option("--bundled", is_flag=True, help="Look at the facts that come with copydesk too.")
@_date
@_own
@click.pass_context
def check(ctx: click.Context, bundled: bool, on: date, own: tuple[str, ...]) -> None:
    """Look for what is wrong in the newsroom's own facts, and what wants a look.

    Exit status: 0 nothing is wrong, 1 the newsroom's facts overlap, refer to nothing or are out of date.
    """
    from copydesk.config.error import ConfigError

    try:
        registry = _registry(own)
    except ConfigError as error:
        write("".join(f"{problem}\n" for problem in error.problems))
        ctx.exit(1)
    mine = [term for term in registry.every_term() if term.own]
    stale = list(_stale(mine, registry, on))
    notes = list(_gaps(mine, registry)) + list(_old(mine, registry, on))
    if bundled:
        rest = [term for term in registry.every_term() if not term.own]
        notes += [*_overlaps(rest, registry), *_gaps(rest, registry), *_stale(rest, registry, on)]
    lines = [*(f"wrong: {line}" for line in stale), *(f"note: {line}" for line in notes)]
    every = list(registry.every_term())
    opened = sum(term.end is None for term in every)
    known = sum(term.end is None and term.last_known >= on for term in every)
    lines.append(
        f"{len(every)} terms, {len(mine)} of the newsroom's own; {known} of {opened} open ones can be judged on {on}"
    )
    write("\n".join(lines) + "\n")
    ctx.exit(int(bool(stale)))


def _stale(terms: Iterable[Term], registry: Registry, on: date) -> Iterator[str]:
    for term in terms:
        if term.end is None and term.scheduled_end is not None and term.scheduled_end < on:
            yield f"{_said(term, registry)}: was to end on {term.scheduled_end}, and is still open"


def _old(terms: Iterable[Term], registry: Registry, on: date) -> Iterator[str]:
    for term in terms:
        checked = term.as_of if term.as_of < date.max else term.start
        if term.end is None and checked is not None and (on - checked).days > AGE:
            yield f"{_said(term, registry)}: open, and not looked at since {checked}"


def _gaps(terms: Iterable[Term], registry: Registry) -> Iterator[str]:
    for one, other in _neighbours(terms, registry):
        if one.end and other.start and (other.start - one.end).days > GAP + one.slack + other.slack:
            yield f"{_said(one, registry)}: nobody from {one.end} to {other.start}"


def _overlaps(terms: Iterable[Term], registry: Registry) -> Iterator[str]:
    from itertools import groupby

    from copydesk.knowledge.spans import overlaps

    for (office, _), rows in groupby(terms, key=lambda term: (term.office, term.jurisdiction)):
        if registry.offices[office].single:
            for one, other in overlaps(rows):
                yield f"{_said(one, registry)}: overlaps {_said(other, registry)}"


def _neighbours(terms: Iterable[Term], registry: Registry) -> Iterator[tuple[Term, Term]]:
    """Terms of one single-holder office that follow each other, those known by year apart."""
    from itertools import pairwise

    rows = [term for term in terms if registry.offices[term.office].single and term.precision != "year"]
    for one, other in pairwise(rows):
        if (one.office, one.jurisdiction) == (other.office, other.jurisdiction):
            yield one, other


# -- refresh --------------------------------------------------------------------------------------------------------


@command.command("refresh", short_help="Ask Wikidata what is new, as a file to review.")
@click.option(
    "--endpoint",
    envvar="COPYDESK_SPARQL",
    metavar="URL",
    help="The SPARQL service; Wikidata's by default, or $COPYDESK_SPARQL.",
)
@click.option("--country", "countries", multiple=True, metavar="ISO", help="Heads of this country only (US, UA …).")
@click.option("--office", "offices", multiple=True, metavar="ITEM", help="This office too, a Wikidata item (Q11696).")
@click.option(
    "--since", callback=_day, default="2000-01-01", show_default=True, metavar="DATE", help="Terms from then."
)
@click.option("--output", "-o", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.csv")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60, show_default=True, metavar="SECONDS")
@click.option("--tries", type=click.IntRange(min=1, max=10), default=4, show_default=True)
@click.option("--page", type=click.IntRange(min=1), default=2000, show_default=True, help="Rows asked for at a time.")
@_own
@click.pass_context
def refresh(
    ctx: click.Context,
    endpoint: str | None,
    countries: tuple[str, ...],
    offices: tuple[str, ...],
    since: date,
    output: Path,
    timeout: float,
    tries: int,
    page: int,
    own: tuple[str, ...],
) -> None:
    """Ask Wikidata for heads of state and of government, and write what the registry lacks to a CSV file.

    Nothing is taken over: read the file, keep the rows that are right, and name it under `titles` in copydesk.toml.
    This is the one command of copydesk that uses the network.
    """
    import re

    from copydesk.knowledge.wikidata import ENDPOINT, Service, SparqlError, differences, fetch

    for what, given, shape in (("country", countries, r"[A-Z]{2}"), ("office", offices, r"Q\d+")):
        wrong = next((one for one in given if not re.fullmatch(shape, one)), None)
        if wrong is not None:
            raise click.BadParameter(f"{wrong!r} is no {'ISO code' if what == 'country' else 'Wikidata item'}")
    registry = _registry(own)
    if not countries and not offices:
        codes = (place.id for place in registry.jurisdictions.values() if place.kind == "country")
        countries = tuple(sorted(code for code in codes if re.fullmatch(r"[A-Z]{2}", code)))
    today = date.today()
    try:
        held = fetch(
            Service(endpoint or ENDPOINT, timeout=timeout, tries=tries), countries, offices, since=since, page=page
        )
    except SparqlError as error:
        complain(str(error))
        ctx.exit(2)
    rows = list(differences(held, registry, today))
    _write_csv(output, rows)
    write(f"{len(held)} terms read, {len(rows)} that the registry lacks written to {output}\n")


def _write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    """Write rows of `COLUMNS` to `path`, all of them or none. Raises ClickException when it cannot be written."""
    import csv
    from io import StringIO

    from copydesk.knowledge.own import COLUMNS
    from copydesk.running.files import FileError, write_atomically

    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    try:
        write_atomically(str(path), text.getvalue().encode())
    except (FileError, OSError) as error:
        raise click.ClickException(f"{path}: {error}") from None


# -- rows in words --------------------------------------------------------------------------------------------------


def _said(term: Term, registry: Registry) -> str:
    from copydesk.knowledge.spans import span_of

    person = registry.person(term.person)
    office, place = registry.offices[term.office].title, registry.jurisdictions[term.jurisdiction].name
    return f"{person.name if person else term.person}, {office}, {place} ({span_of(term)})"


def _table(terms: Iterable[Term], registry: Registry, on: date) -> Iterator[str]:
    """Rows as lines: a mark for those that cover the day, the dates, the office, where each comes from."""
    from copydesk.knowledge.spans import span_of

    for term in terms:
        mark = {"in": "*", "edge": "~", "unknown": "?"}.get(term.state(on), " ")
        office, place = registry.offices[term.office].title, registry.jurisdictions[term.jurisdiction].name
        more = [f"known up to {term.as_of}"] if term.end is None and term.as_of < date.max else []
        more += [f"give or take {term.slack} days"] if term.slack else []
        more += ["acting"] if term.acting else []
        more += [term.note] if term.note else []
        yield f"  {mark} {span_of(term):26} {office}, {place} [{'; '.join([*more, term.source])}]"


def _as_data(term: Term, registry: Registry, on: date) -> dict[str, Any]:
    """A row for JSON."""
    return {
        "office": term.office, "jurisdiction": term.jurisdiction, "start": _iso(term.start), "end": _iso(term.end),
        "precision": term.precision, "slack": term.slack, "acting": term.acting,
        "scheduled_end": _iso(term.scheduled_end), "as_of": _iso(term.as_of if term.as_of < date.max else None),
        "source": term.source, "note": term.note, "state": term.state(on),
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _write_json(data: Any) -> None:
    from json import dumps

    write(dumps(data, ensure_ascii=False, indent=2) + "\n")
