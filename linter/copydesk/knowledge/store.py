"""The facts compiled: an SQLite file in the user's cache directory, made anew when the facts change.

A file is named after what it was made from, written whole and then moved into place, so that processes of any version
may make and read files at once. Where nothing can be written, and where a file is broken, the facts are kept in memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from copydesk.cachedir import cache_folder
from copydesk.knowledge.model import Jurisdiction, Office, Person, Term
from copydesk.knowledge.tables import TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection

    from copydesk.knowledge.own import OwnFacts
    from copydesk.knowledge.tables import Facts

#: The form of the file: another form, another number.
FORMAT = 3
#: Seconds after which a file that was made and not remade is thrown away.
OLD = 60 * 24 * 3600

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE office (id TEXT PRIMARY KEY, title, before, after, abbr, plurals, single) WITHOUT ROWID;
CREATE TABLE jurisdiction (id TEXT PRIMARY KEY, name, demonyms, short, kind, parent) WITHOUT ROWID;
CREATE TABLE form (kind TEXT, key TEXT, ids, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE person (id TEXT PRIMARY KEY, name, aliases, surname, safe) WITHOUT ROWID;
CREATE TABLE name (key TEXT, person TEXT, PRIMARY KEY (key, person)) WITHOUT ROWID;
CREATE TABLE surname (key TEXT, person TEXT, PRIMARY KEY (key, person)) WITHOUT ROWID;
CREATE TABLE term (person TEXT, office TEXT, jurisdiction TEXT, start, end, precision, slack, acting, scheduled_end,
    as_of, source, note, own);
CREATE TABLE exempt (phrase TEXT);
CREATE TABLE namesake (key TEXT PRIMARY KEY, why) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX term_person ON term (person, start);
CREATE INDEX term_office ON term (office, jurisdiction, start);
"""


def open_store(tables: Path, own: Sequence[str] = ()) -> Store:
    """The compiled facts of a folder of tables and a newsroom's files: from the cache, or made now.

    Raises OwnFactsError when a newsroom's file has something wrong, TableError for a broken table.
    """
    stamp = stamp_of((*(str(tables / f"{name}.tsv") for name in TABLES), *own))
    folder = cache_folder()
    path = Path(folder, f"titles-{crc32(stamp.encode()):08x}.sqlite") if folder else None
    connection = _open_file(path, stamp) if path else None
    if connection is None:
        connection = _make(tables, own, stamp)
        if path:
            _keep(connection, path)
    return Store(connection, lambda: _make(tables, own, stamp))


def stamp_of(files: Iterable[str]) -> str:
    """What stands for the contents of files: this code's version, and each file's path, size and time of change."""
    from copydesk import __version__

    parts = [f"{FORMAT} {__version__}"]
    for file in files:
        try:
            stat = os.stat(file)
            parts.append(f"{file} {stat.st_size} {stat.st_mtime_ns}")
        except OSError:
            parts.append(f"{file} missing")
    return "\n".join(parts)


def _open_file(path: Path, stamp: str) -> Connection | None:
    """The file at `path` when it is whole and was made from what `stamp` says, else None."""
    import sqlite3

    try:
        size = os.stat(path).st_size
        place = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        slash = "" if place.startswith("/") else "/"
        connection = sqlite3.connect(f"file:{slash}{place}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except (OSError, sqlite3.Error):
        return None
    try:
        (pages,) = connection.execute(
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
        ).fetchone()
        (made_from,) = connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone() or ("",)
    except sqlite3.Error:
        pages = made_from = None
    if pages == size and made_from == stamp:
        return connection
    connection.close()
    return None


def _make(tables: Path, own: Sequence[str], stamp: str) -> Connection:
    """The facts in memory."""
    import sqlite3

    from copydesk.knowledge.own import merge_own
    from copydesk.knowledge.tables import read_facts

    facts, more = merge_own(read_facts(tables), own)
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.executescript(_SCHEMA)
    connection.execute("BEGIN")
    _fill(connection, facts, more, stamp)
    connection.execute("COMMIT")
    connection.executescript(_INDEXES)
    return connection


def _fill(connection: Connection, facts: Facts, own: OwnFacts, stamp: str) -> None:
    """Write every fact, and the keys by which names are looked up."""
    from copydesk.knowledge.names import fold, without_initials

    names: set[tuple[str, str]] = set()
    surnames: dict[str, set[str]] = {}
    for person in facts.people.values():
        for name in (person.name, *person.aliases):
            names.update(((fold(name), person.id), (without_initials(name), person.id)))
        whole = fold(person.surname)
        for key in {whole, whole.rpartition(" ")[2]}:
            surnames.setdefault(key, set()).add(person.id)
    put = connection.executemany
    put("INSERT INTO name VALUES (?, ?)", sorted(names))
    put("INSERT INTO surname VALUES (?, ?)", ((key, id) for key in sorted(surnames) for id in sorted(surnames[key])))
    put(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
        ((p.id, p.name, ";".join(p.aliases), p.surname, len(surnames[fold(p.surname)]) == 1)
         for p in facts.people.values()),
    )  # fmt: skip
    put("INSERT INTO office VALUES (?, ?, ?, ?, ?, ?, ?)", map(_flat, facts.offices.values()))
    put("INSERT INTO jurisdiction VALUES (?, ?, ?, ?, ?, ?)", map(_flat, facts.jurisdictions.values()))
    put(f"INSERT INTO term VALUES ({', '.join('?' * len(Term._fields))})", map(_flat, facts.terms))
    put("INSERT INTO form VALUES (?, ?, ?)", _forms(facts))
    put("INSERT INTO exempt VALUES (?)", ((phrase,) for phrase in own.exempt))
    put("INSERT INTO namesake VALUES (?, ?)", ((fold(name), why) for name, why in own.namesakes.items()))
    put("INSERT INTO meta VALUES ('stamp', ?)", ((stamp,),))


def _forms(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """The kinds and keys of the forms of offices and places, and the ids that each may mean."""
    from copydesk.knowledge.names import form_key, form_words

    found: dict[tuple[str, str], dict[str, None]] = {}
    for office in facts.offices.values():
        for form in filter(None, (office.title, *office.before, *office.after, office.abbr)):
            found.setdefault(("office", form_words(form)), {})[office.id] = None
        for form in office.plurals:
            found.setdefault(("plural", form_words(form)), {})[office.id] = None
    for place in facts.jurisdictions.values():
        for form in (place.name, *place.demonyms, *place.short):
            found.setdefault(("place", form_key(form)), {})[place.id] = None
    return ((kind, key, ";".join(ids)) for (kind, key), ids in found.items())


def _flat(row: tuple[Any, ...]) -> list[Any]:
    """A row's values as SQLite keeps them."""
    return [
        ";".join(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, date) else value
        for value in row
    ]


def _keep(connection: Connection, path: Path) -> None:
    """Write the facts to `path` for the next process; what keeps it from being written costs time, nothing else."""
    import sqlite3

    part = path.with_name(f".{path.stem}-{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection.execute("VACUUM INTO ?", (str(part),))
        os.replace(part, path)
        _discard_old(path)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            part.unlink()


def _discard_old(path: Path) -> None:
    from time import time

    for other in path.parent.glob("titles-*.sqlite"):
        with suppress(OSError):
            if other != path and other.stat().st_mtime < time() - OLD:
                other.unlink()


class Store:
    """Rows out of the compiled facts. A file that turns out to be broken is left for facts in memory."""

    def __init__(self, connection: Connection, make: Callable[[], Connection]) -> None:
        self._connection = connection
        self._make = make

    def people(self, by: str, key: str) -> tuple[Person, ...]:
        """Those with a folded "name" or "surname", or of an "id"."""
        if by == "id":
            rows = self._rows("SELECT * FROM person WHERE id = ?", key)
        else:
            rows = self._rows(
                f"SELECT person.* FROM {by} JOIN person ON person.id = {by}.person WHERE {by}.key = ? ORDER BY id", key
            )
        return tuple(Person(id, name, _list(also), last, bool(safe)) for id, name, also, last, safe in rows)

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """A person's terms, by start."""
        return tuple(map(_term, self._rows("SELECT * FROM term WHERE person = ? ORDER BY start, office", person)))

    def holders(self, office: str, jurisdiction: str) -> tuple[Term, ...]:
        """The terms of an office in a jurisdiction, by start."""
        query = "SELECT * FROM term WHERE office = ? AND jurisdiction = ? ORDER BY start, person"
        return tuple(map(_term, self._rows(query, office, jurisdiction)))

    def terms(self) -> Iterator[Term]:
        """Every term, by office, jurisdiction and start."""
        return map(_term, self._rows("SELECT * FROM term ORDER BY office, jurisdiction, start, person"))

    def offices(self) -> dict[str, Office]:
        """Every office by its id."""
        return {
            id: Office(id, title, _list(before), _list(after), abbr, _list(plurals), bool(single))
            for id, title, before, after, abbr, plurals, single in self._rows("SELECT * FROM office")
        }

    def jurisdictions(self) -> dict[str, Jurisdiction]:
        """Every jurisdiction by its id."""
        return {
            id: Jurisdiction(id, name, _list(demonyms), _list(short), kind, parent)
            for id, name, demonyms, short, kind, parent in self._rows("SELECT * FROM jurisdiction")
        }

    def form(self, kind: str, key: str) -> tuple[str, ...]:
        """The ids that a form may mean; kind: "office", "plural" or "place"."""
        rows = self._rows("SELECT ids FROM form WHERE kind = ? AND key = ?", kind, key)
        return _list(rows[0][0]) if rows else ()

    def forms(self, kind: str) -> list[str]:
        """Every form of a kind."""
        return [key for (key,) in self._rows("SELECT key FROM form WHERE kind = ?", kind)]

    def exempt(self) -> tuple[str, ...]:
        """The newsroom's exempt phrases."""
        return tuple(phrase for (phrase,) in self._rows("SELECT phrase FROM exempt"))

    def namesakes(self) -> dict[str, str]:
        """The newsroom's namesakes: folded name, and why."""
        return dict(self._rows("SELECT key, why FROM namesake"))

    def as_of(self) -> date | None:
        """The latest day up to which a bundled row is known to be right."""
        ((latest,),) = self._rows("SELECT max(as_of) FROM term WHERE as_of < '9999'")
        return _date(latest)

    def _rows(self, query: str, *values: str) -> list[Any]:
        import sqlite3

        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            self._connection = self._make()
            return self._connection.execute(query, values).fetchall()


def _term(row: tuple[Any, ...]) -> Term:
    person, office, place, start, end, precision, slack, acting, scheduled, as_of, source, note, own = row
    return Term(
        person, office, place, _date(start), _date(end), precision, slack, bool(acting), _date(scheduled),
        date.fromisoformat(as_of), source, note, bool(own),
    )  # fmt: skip


def _date(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
