"""The registry's tables as files: tab-separated, one fact a row, sorted, `#` for comments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from copydesk.knowledge.model import Jurisdiction, Office, Person, Precision, Term
from copydesk.knowledge.names import surname_of
from copydesk.model.record import NamedTuple

#: The tables, in the order in which they refer to one another.
TABLES = ("offices", "jurisdictions", "people", "terms")


class TableError(ValueError):
    """A row that says nothing usable: `file:line: what is wrong`."""


class Facts(NamedTuple):
    """Everything the registry is built from, by id, and the terms as they come."""

    offices: dict[str, Office]
    jurisdictions: dict[str, Jurisdiction]
    people: dict[str, Person]
    terms: list[Term]


def read_facts(folder: Path) -> Facts:
    """The tables in `folder`. Raises TableError for a row that refers to nothing, and OSError."""
    offices = {row.id: row for row in map(_office, _rows(folder / "offices.tsv"))}
    jurisdictions = {row.id: row for row in map(_jurisdiction, _rows(folder / "jurisdictions.tsv"))}
    people = {row.id: row for row in map(_person, _rows(folder / "people.tsv"))}
    terms: list[Term] = []
    for row in _rows(folder / "terms.tsv"):
        term = _term(row)
        missing = [
            what for what, known in ((term.person, people), (term.office, offices), (term.jurisdiction, jurisdictions))
            if what not in known
        ]  # fmt: skip
        if missing:
            raise TableError(f"{row}: refers to {', '.join(missing)}, of which no table knows")
        terms.append(term)
    return Facts(offices, jurisdictions, people, terms)


class _Row(tuple[str, ...]):
    """The cells of a row, which knows its place for complaints."""

    where = ""

    def __str__(self) -> str:
        return self.where


def _rows(path: Path) -> Iterator[_Row]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            row = _Row(line.split("\t"))
            row.where = f"{path}:{number}"
            yield row


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


def _office(row: _Row) -> Office:
    id, title, before, after, abbr, plurals, single = _cells(row, 7)
    return Office(id, title, _list(before), _list(after), abbr, _list(plurals), single == "single")


def _jurisdiction(row: _Row) -> Jurisdiction:
    id, name, demonyms, short, kind, parent = _cells(row, 6)
    return Jurisdiction(id, name, _list(demonyms), _list(short), kind, parent)


def _person(row: _Row) -> Person:
    id, name, aliases, surname = _cells(row, 4)
    return Person(id, name, _list(aliases), surname or surname_of(name), False)


def _term(row: _Row) -> Term:
    person, office, jurisdiction, start, end, precision, slack, acting, scheduled, as_of, source, note = _cells(row, 12)
    try:
        return Term(
            person, office, jurisdiction, _date(start), _date(end), _precision(precision), int(slack or 0),
            acting == "acting", _date(scheduled), date.fromisoformat(as_of), source, note,
        )  # fmt: skip
    except ValueError as error:
        raise TableError(f"{row}: {error}") from None


def _cells(row: _Row, number: int) -> _Row:
    if len(row) != number:
        raise TableError(f"{row}: has {len(row)} cells, not {number}")
    return row


def _date(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _precision(cell: str) -> Precision:
    if cell not in ("day", "month", "year"):
        raise ValueError(f"a precision is day, month or year, not {cell!r}")
    return cell  # type: ignore[return-value]
