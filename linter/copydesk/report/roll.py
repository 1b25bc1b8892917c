"""The roll of a story: whom it names, what it calls them, and what the registry of office-holders says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from copydesk.model.record import NamedTuple
from copydesk.report.display import shown_path
from copydesk.report.table import rows, shown

if TYPE_CHECKING:
    from copydesk.knowledge.model import Term
    from copydesk.knowledge.registry import Registry
    from copydesk.language.people import Identity
    from copydesk.model.article import Article

#: Changes only when something is taken away or means something else; additions keep it.
SCHEMA = 1
_COLUMNS = {"line": 6, "mentions": 8, "name": 28, "titles": 44, "registry": 0}


class Entry(NamedTuple):
    """One person. line: of the first reference.  titles: as written, each once.  registry: one line an office."""

    name: str
    line: int
    start: int
    end: int
    mentions: int
    titles: tuple[str, ...]
    registry: tuple[str, ...]


def entries(article: Article, registry: Registry) -> list[Entry]:
    """The people of an article, in the order of their first references."""
    titles: dict[int, dict[str, None]] = {}
    for office in article.offices:
        if office.person is not None:
            written = " ".join(office.text.split())
            titles.setdefault(id(office.person.identity), {})[written] = None
    for person in article.people:
        if person.title is not None:
            written = " ".join(person.title.text.split())
            titles.setdefault(id(person.identity), {})[written] = None
    identities: dict[int, Identity] = {id(person.identity): person.identity for person in article.people}
    return [
        _entry(article, identity, tuple(titles.get(key, ())), registry) for key, identity in identities.items()
    ]  # fmt: skip


def _entry(article: Article, identity: Identity, titles: tuple[str, ...], registry: Registry) -> Entry:
    first = identity.first
    return Entry(
        " ".join(identity.name.split()),
        article.lines.line_column(first.start)[0],
        first.start,
        first.end,
        len(identity.mentions),
        titles,
        tuple(_known(registry, identity, article.date.value)) if titles or identity.given else (),
    )


def _known(registry: Registry, identity: Identity, on: date | None) -> Iterator[str]:
    """What the registry has on someone: the offices held on the day, else the last one before it."""
    if not identity.given:
        return
    found = registry.people(identity.name)
    if len(found) > 1:
        yield f"{len(found)} people of this name"
    if len(found) != 1:
        return
    terms = registry.terms(found[0])
    if on is None:
        yield "the story has no date"
        return
    states = [(term, term.state(on)) for term in terms]
    now = [term for term, state in states if state == "in"]
    for term in now:
        yield f"{_seat(registry, term)} since {term.start}"
    if now:
        return
    unsure = [term for term, state in states if state in ("edge", "unknown")]
    for term in unsure[-1:]:
        yield f"perhaps {_seat(registry, term)}: known up to {term.as_of}"
    past = [term for term, state in states if state == "after"]
    for term in () if unsure else past[-1:]:
        yield f"was {_seat(registry, term)} until {term.end}"
    if not unsure and not past and terms:
        yield f"not yet {_seat(registry, terms[0])}: from {terms[0].start}"


def _seat(registry: Registry, term: Term) -> str:
    return f"{registry.offices[term.office].title} ({registry.jurisdictions[term.jurisdiction].name})"


def as_table(path: str, listed: Sequence[Entry], on: date | None, columns: int) -> str:
    """The people of one draft, for a terminal so many columns wide."""
    lines = [f"{shown_path(path)}: {len(listed)} {'person' if len(listed) == 1 else 'people'}, {on or 'no date'}"]
    if listed:
        cells = [
            (str(e.line), str(e.mentions), shown(e.name), shown("; ".join(e.titles)), "; ".join(e.registry))
            for e in listed
        ]  # fmt: skip
        lines += rows(tuple(_COLUMNS), cells, tuple(_COLUMNS.values()), columns)
    return "".join(f"{line}\n" for line in lines)


def as_json(files: Iterable[tuple[str, date | None, Sequence[Entry]]]) -> str:
    """The document `{"schema", "files": [{"path", "date", "people"}]}`."""
    from json import dumps

    document = {
        "schema": SCHEMA,
        "files": [
            {"path": path, "date": on.isoformat() if on else None, "people": [entry._asdict() for entry in listed]}
            for path, on, listed in files
        ],
    }
    return dumps(document, ensure_ascii=False, indent=2) + "\n"
