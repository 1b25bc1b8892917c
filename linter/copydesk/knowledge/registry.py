"""The registry of office-holders: who held which office on a day. Opened when a rule first asks, then kept.

registry = open_registry()
(biden,) = registry.people("Joe Biden")
registry.status(biden, "president", "US", date(2025, 2, 12)).state  # "after"
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.knowledge.model import RANK_WORDS, Jurisdiction, Office, Person, Status, Term, status_of
from copydesk.knowledge.names import fold, form_key, form_words, without_initials

if TYPE_CHECKING:
    from copydesk.knowledge.store import Store

#: The package whose `data/` holds the bundled tables, by name only: the engine imports no rule.
BUNDLED = "copydesk_rules"


def open_registry(own: Iterable[str | os.PathLike[str]] = (), tables: Path | None = None) -> Registry:
    """The registry of the bundled facts and of a newsroom's own; the same one for the same files.

    own: paths of titles.toml or CSV files, whose facts win.  tables: a folder in the place of the bundled tables.
    Raises OwnFactsError when a newsroom's file has something wrong, and never for a cache that cannot be used.
    """
    return _open(tuple(os.fspath(path) for path in own), tables or bundled_tables(), os.getpid())


def reopen_registry(own: Iterable[str | os.PathLike[str]] = (), tables: Path | None = None) -> Registry:
    """`open_registry` for one who cannot know whether the files are still what they were when last opened."""
    _open.cache_clear()
    return open_registry(own, tables)


@lru_cache(maxsize=16)
def _open(own: tuple[str, ...], tables: Path, process: int) -> Registry:
    # A connection must not cross a fork: each process opens its own.
    from copydesk.knowledge.store import open_store

    return Registry(open_store(tables, own))


@cache
def bundled_tables() -> Path:
    """The folder of the tables that come with copydesk."""
    from importlib.util import find_spec

    spec = find_spec(BUNDLED)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the package {BUNDLED} and its tables are not installed")
    return Path(spec.origin).parent / "data" / "officeholders"


class Registry:
    """Look-ups. Names and forms are compared without case, accents, full points in initials, or "Jr."."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._people: dict[str, tuple[Person, ...]] = {}
        self._surnames: dict[str, tuple[Person, ...]] = {}
        self._terms: dict[str, tuple[Term, ...]] = {}
        self._holders: dict[tuple[str, str], tuple[Term, ...]] = {}

    def people(self, name: str) -> tuple[Person, ...]:
        """Those who have this full name or alias, or have it less middle initials. A newsroom's namesake is no one.

        "Jr." tells a son from a father of the same name, and counts for nothing else.
        """
        found = self._people.get(name)
        if found is None:
            found = () if fold(name) in self.namesakes else self._named(name)
            self._people[name] = found
        return found

    def _named(self, name: str) -> tuple[Person, ...]:
        found = self._store.people("name", fold(name)) or self._store.people("name", without_initials(name))
        if len(found) > 1 and name.rstrip(".").endswith(" Jr"):
            found = tuple(person for person in found if person.name.endswith("Jr.")) or found
        return found

    def surnamed(self, surname: str) -> tuple[Person, ...]:
        """Those of this surname, particles ("von der Leyen") in or left out; `surname_safe` when there is one only."""
        found = self._surnames.get(surname)
        if found is None:
            found = self._surnames[surname] = self._store.people("surname", fold(surname))
        return found

    def person(self, id: str) -> Person | None:
        """The person of an id."""
        return next(iter(self._store.people("id", id)), None)

    def terms(self, person: Person | str) -> tuple[Term, ...]:
        """Every term of a person, by start."""
        id = person if isinstance(person, str) else person.id
        found = self._terms.get(id)
        if found is None:
            found = self._terms[id] = self._store.terms_of(id)
        return found

    def holders(self, office: str, jurisdiction: str) -> tuple[Term, ...]:
        """Every term of an office in a jurisdiction, by start."""
        key = office, jurisdiction
        found = self._holders.get(key)
        if found is None:
            found = self._holders[key] = self._store.holders(office, jurisdiction)
        return found

    def every_term(self) -> Iterator[Term]:
        """Every term there is, by office, jurisdiction and start."""
        return self._store.terms()

    def holder(self, office: str, jurisdiction: str, on: date) -> tuple[Term, ...]:
        """The terms of an office that surely cover a day."""
        return tuple(term for term in self.holders(office, jurisdiction) if term.state(on) == "in")

    def status(self, person: Person | str, office: str, jurisdiction: str | None, on: date) -> Status:
        """Whether a person held an office on a day; jurisdiction None for any that has it. See `Status`."""
        return status_of(
            (term for term in self.terms(person)
             if term.office == office and jurisdiction in (None, term.jurisdiction)),
            on,
        )  # fmt: skip

    @cached_property
    def offices(self) -> Mapping[str, Office]:
        """Every office by its id."""
        return self._store.offices()

    @cached_property
    def jurisdictions(self) -> Mapping[str, Jurisdiction]:
        """Every jurisdiction by its id."""
        return self._store.jurisdictions()

    def office_forms(self) -> Mapping[str, tuple[str, ...]]:
        """The words for offices, in lower case with straight apostrophes, and the ids that each may mean.

        "governor" and "gov.", "secretary of state", "foreign minister", "vice president"; words of rank such as
        "former" and "acting" are in `rank_words`, plurals in `office_plurals`.
        """
        return self._office_forms

    @cached_property
    def _office_forms(self) -> Mapping[str, tuple[str, ...]]:
        return Forms(self._store, "office")

    @cached_property
    def office_plurals(self) -> Mapping[str, tuple[str, ...]]:
        """The words for several holders ("presidents", "govs.", "secretaries of state") and the ids they may mean."""
        return Forms(self._store, "plural")

    @property
    def rank_words(self) -> frozenset[str]:
        """Words that change what a title claims and are no part of an office's form."""
        return RANK_WORDS

    def offices_in(self, form: str, jurisdiction: str) -> tuple[str, ...]:
        """The offices that `form` means in a jurisdiction: those of its ids that someone in the registry held there."""
        ids = self.office_forms().get(form_words(form), ())
        return tuple(id for id in ids if self.holders(id, jurisdiction))

    def jurisdiction(self, form: str) -> tuple[str, ...]:
        """The ids that a name, a demonym or a short form may mean; "Georgia" means two, and "the Kremlin" none."""
        return self._places.get(form_key(form), ())

    @cached_property
    def _places(self) -> Mapping[str, tuple[str, ...]]:
        return Forms(self._store, "place")

    @cached_property
    def exempt(self) -> tuple[str, ...]:
        """The newsroom's phrases in which no title is judged ("President Street")."""
        return self._store.exempt()

    @cached_property
    def namesakes(self) -> Mapping[str, str]:
        """Folded names that the newsroom says are no one in the registry, and why."""
        return self._store.namesakes()

    @cached_property
    def as_of(self) -> date | None:
        """The last day up to which any row is known to be right, None for an empty registry."""
        return self._store.as_of()


class Forms(Mapping[str, tuple[str, ...]]):
    """Forms of one kind and the ids that each means, looked up when asked for."""

    def __init__(self, store: Store, kind: str) -> None:
        self._store = store
        self._kind = kind
        self._found: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, form: str) -> tuple[str, ...]:
        found = self._found.get(form)
        if found is None:
            found = self._found[form] = self._store.form(self._kind, form)
        if not found:
            raise KeyError(form)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.forms(self._kind))

    def __len__(self) -> int:
        return len(self._store.forms(self._kind))
