"""A newsroom's own facts: titles.toml, and its CSV twin for many rows at once.

[[term]]                      # someone takes an office
person = "Dolores Pinter"
office = "mayor"
place = "Harlow Falls"
start = 2024-01-08

[[end]]                       # someone gives one up
person = "Keir Starmer"
office = "prime minister"
place = "United Kingdom"
end = 2026-07-20

[[office]]                    # an office that copydesk does not know
title = "harbor master"

[exempt]
phrases = ["President Street"]

[namesake]
"Robin Trump" = "a baker in Harlow Falls"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from copydesk.knowledge.model import Jurisdiction, Office, Person, Precision, Term
from copydesk.knowledge.names import fold, form_key, form_words, surname_of
from copydesk.knowledge.spans import ALWAYS, overlap, overlaps, span_of
from copydesk.knowledge.tables import Facts
from copydesk.model.record import NamedTuple
from copydesk.paths import shown
from copydesk.patterns import compiled

#: Things wrong that are named at once; the rest of a file can wait.
MOST = 100
#: Columns of the CSV twin; `change` is "term" or "end".
COLUMNS = (
    "change", "person", "aliases", "office", "place", "start", "end", "acting", "scheduled_end", "as_of", "same_person",
    "source", "note",
)  # fmt: skip
_TERM = frozenset(COLUMNS) - {"change"}
_END = frozenset({"person", "office", "place", "end", "source", "note"})
_OFFICE = frozenset({"title", "before", "after", "abbr", "plurals", "single"})
_TABLES: Mapping[str, frozenset[str]] = {"term": _TERM, "end": _END, "office": _OFFICE}
_DATES = frozenset({"start", "end", "scheduled_end", "as_of"})


class OwnFactsError(ValueError):
    """One or more things wrong with a newsroom's facts: a line each, `file:line: what is wrong; what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class OwnFacts(NamedTuple):
    """What a newsroom says beside terms. exempt: phrases.  namesakes: names that are no one's, and why."""

    exempt: tuple[str, ...] = ()
    namesakes: Mapping[str, str] = {}


class _Entry(NamedTuple):
    """A table or row as it was written, and where. kind: "term", "end" or "office"."""

    kind: str
    said: Mapping[str, Any]
    where: str


def merge_own(facts: Facts, own: Sequence[str]) -> tuple[Facts, OwnFacts]:
    """The facts with the newsroom's on top; `facts` itself is changed. Raises OwnFactsError, with all that is wrong."""
    if not own:
        return facts, OwnFacts()
    merger = _Merger(facts)
    entries: list[_Entry] = []
    for path in own:
        try:
            entries += merger.read(path)
        except OSError as error:
            merger.complain(shown(Path(path)), f"cannot be read: {error.strerror or error}")
        except UnicodeDecodeError as error:
            merger.complain(shown(Path(path)), f"not UTF-8 (byte {error.start}); save the file as UTF-8")
    for kind, take in (("office", merger.office), ("term", merger.term), ("end", merger.end)):
        for entry in entries:
            if entry.kind == kind:
                take(entry)
    merger.check_overlaps()
    if merger.problems:
        raise OwnFactsError(*dict.fromkeys(merger.problems))
    return merger.facts(), OwnFacts(tuple(merger.exempt), merger.namesakes)


class _Merger:
    """The bundled facts with indexes, the newsroom's terms beside them, and what is wrong so far."""

    def __init__(self, facts: Facts) -> None:
        self.bundled = facts
        self.problems: list[str] = []
        self.exempt: list[str] = []
        self.namesakes: dict[str, str] = {}
        self.own: list[tuple[Term, str]] = []
        self._terms: dict[tuple[str, str, str], list[Term]] = {}
        for term in facts.terms:
            self._terms.setdefault((term.person, term.office, term.jurisdiction), []).append(term)
        self._held = {(office, place) for _, office, place in self._terms}
        self._offices: dict[str, list[str]] = {}
        for office in facts.offices.values():
            self._add_office(office)
        self._places: dict[str, list[str]] = {}
        for place in facts.jurisdictions.values():
            for form in (place.id, place.name, *place.short, *place.demonyms):
                ids = self._places.setdefault(form_key(form), [])
                if place.id not in ids:
                    ids.append(place.id)
        self._names: dict[str, list[str]] = {}
        for person in facts.people.values():
            self._add_names(person)

    def facts(self) -> Facts:
        """Everything, the newsroom's terms in the place of those that they replace."""
        terms = [term for rows in self._terms.values() for term in rows]
        return self.bundled._replace(terms=terms)

    def complain(self, where: str, what: str) -> None:
        self.problems.append(f"{where}: {what}")

    # -- reading ----------------------------------------------------------------------------------------------------

    def read(self, path: str) -> list[_Entry]:
        """The entries of a file, by its ending."""
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
        if path.lower().endswith(".csv"):
            return list(self._csv(text, shown(Path(path))))
        if path.lower().endswith(".toml"):
            return list(self._toml(text.replace("\r\n", "\n"), shown(Path(path))))
        self.complain(shown(Path(path)), "a file of titles ends in .toml or .csv")
        return []

    def _toml(self, text: str, path: str) -> Iterator[_Entry]:
        import tomllib

        try:
            document = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            what, _, at = str(error).partition(" (at line ")
            line = at.split(",")[0] if at[:1].isdigit() else str(text.count("\n") + 1)
            return self.complain(f"{path}:{line}", f"not valid TOML: {what[:1].lower()}{what[1:]}")
        except (ValueError, RecursionError) as error:
            return self.complain(path, f"not valid TOML: {error}")
        for name, value in document.items():
            where = f"{path}:{_line_of(text, name)}"
            if name in _TABLES:
                if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
                    self.complain(where, f"write [[{name}]], twice bracketed, once for each")
                    continue
                for number, table in enumerate(value):
                    yield _Entry(name, table, f"{path}:{_line_of(text, name, number)}")
            elif name == "exempt" and isinstance(value, dict):
                phrases = value.get("phrases")
                if set(value) != {"phrases"} or not _strings(phrases):
                    self.complain(where, 'write [exempt] and phrases = ["President Street"]')
                else:
                    self.exempt += phrases or ()
            elif name == "namesake" and isinstance(value, dict):
                for who, why in value.items():
                    if isinstance(why, str):
                        self.namesakes[who] = why
                    else:
                        self.complain(where, f'say who "{who}" is: "{who}" = "a baker"')
            else:
                tables = ("[[term]]", "[[end]]", "[[office]]", "[exempt]", "[namesake]")
                self.complain(where, f'there is no table "{name}"; there are {", ".join(tables)}')

    def _csv(self, text: str, path: str) -> Iterator[_Entry]:
        import csv

        reader = csv.reader(text.splitlines(keepends=True))
        header = [cell.strip().lower() for cell in next(reader, [])]
        unknown = [name for name in header if name not in COLUMNS]
        if unknown or "person" not in header:
            wrong = f'there is no column "{unknown[0]}"' if unknown else "the first row must name the columns"
            return self.complain(f"{path}:1", f"{wrong}; the columns are {', '.join(COLUMNS)}")
        for cells in reader:
            where = f"{path}:{reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                self.complain(where, f"has {len(cells)} cells, and the first row names {len(header)}")
                continue
            said: dict[str, Any] = {
                name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()
            }
            kind = said.pop("change", "term")
            if kind not in ("term", "end"):
                self.complain(where, f'a change is "term" or "end", not "{kind}"')
                continue
            if "aliases" in said:
                said["aliases"] = [alias.strip() for alias in said["aliases"].split(";") if alias.strip()]
            for name in ("acting", "same_person"):
                if name in said:
                    said[name] = {"true": True, "yes": True, name: True, "false": False, "no": False}.get(
                        said[name].lower(), said[name]
                    )
            yield _Entry(kind, said, where)

    # -- entries ----------------------------------------------------------------------------------------------------

    def office(self, entry: _Entry) -> None:
        """Take an `[[office]]`."""
        if not self._fits(entry, ("title",)):
            return
        said = entry.said
        title = str(said["title"])
        if form_words(title) in self._offices:
            self.complain(entry.where, f'the office "{title}" is known already')
            return
        before = _list(said.get("before")) or (" ".join(_capital(word) for word in title.split()),)
        plurals = _list(said.get("plurals")) or tuple(f"{form.lower()}s" for form in before)
        id = fold(title).replace(" ", "-")
        office = Office(
            id, title, before, _list(said.get("after")), str(said.get("abbr", "")), plurals, said.get("single", True)
        )
        self.bundled.offices[id] = office
        self._add_office(office)

    def term(self, entry: _Entry) -> None:
        """Take a `[[term]]`: it replaces what it overlaps of the same person's bundled terms in the office."""
        if not self._fits(entry, ("person", "office", "place", "start")):
            return
        said, where = entry.said, entry.where
        place = self._place(entry, new=True)
        office = self._office(entry, place) if place else None
        start, end = self._date(entry, "start"), self._date(entry, "end", last=True)
        scheduled, as_of = self._date(entry, "scheduled_end"), self._date(entry, "as_of")
        if not (place and office and start):
            return
        if end and end[0] <= start[0]:
            self.complain(where, f"ends on {end[0]}, which is not after its start on {start[0]}")
            return
        person = self._person(entry, office, place)
        if person is None:
            return
        precision: Precision = "month" if "month" in (start[1], end[1] if end else "") else "day"
        term = Term(
            person, office, place, start[0], end[0] if end else None, precision, 0, bool(said.get("acting")),
            scheduled[0] if scheduled else None, as_of[0] if as_of else ALWAYS,
            str(said.get("source") or f"{where}"), str(said.get("note", "")), True,
        )  # fmt: skip
        rows = self._terms.setdefault((person, office, place), [])
        rows[:] = [row for row in rows if row.own or not overlap(row, term)]
        rows.append(term)
        self.own.append((term, where))

    def end(self, entry: _Entry) -> None:
        """Take an `[[end]]`: it closes the open term of that person in that office."""
        if not self._fits(entry, ("person", "office", "place", "end")):
            return
        place = self._place(entry, new=False)
        office = self._office(entry, place) if place else None
        end = self._date(entry, "end")
        if not (place and office and end):
            return
        for id in self._named(str(entry.said["person"])):
            rows = self._terms.get((id, office, place), [])
            for number, row in enumerate(rows):
                if row.end is not None and abs(row.end - end[0]) > timedelta(62):
                    continue
                if row.start and row.start >= end[0]:
                    self.complain(entry.where, f"ends on {end[0]}, before the term began on {row.start}")
                    return
                source = str(entry.said.get("source") or entry.where)
                rows[number] = row._replace(end=end[0], scheduled_end=None, slack=0, source=source, own=True)
                self.own.append((rows[number], entry.where))
                return
        who, what, where = (str(entry.said[name]) for name in ("person", "office", "place"))
        self.complain(entry.where, f"{who} has no open term as {what} of {where}; add a [[term]] with both dates")

    def check_overlaps(self) -> None:
        """Complain of the newsroom's terms that overlap another's in an office that one person holds."""
        where = {id(term): place for term, place in self.own}
        offices = {(term.office, term.jurisdiction) for term, _ in self.own if self.bundled.offices[term.office].single}
        rows: dict[tuple[str, str], list[Term]] = {}
        for (_, office, place), terms in self._terms.items():
            if (office, place) in offices:
                rows.setdefault((office, place), []).extend(terms)
        for (office, place), terms in rows.items():
            for one, other in overlaps(terms):
                mine = [term for term in (other, one) if id(term) in where]
                if mine:
                    rest = one if mine[0] is other else other
                    title = f"{self.bundled.offices[office].title} of {self.bundled.jurisdictions[place].name}"
                    self.complain(
                        where[id(mine[0])],
                        f"{self._name(mine[0])} as {title} ({span_of(mine[0])}) overlaps {self._name(rest)} "
                        f"({span_of(rest)}); end one with [[end]], or write acting = true",
                    )
                    if len(self.problems) >= MOST:
                        return

    # -- what entries name ------------------------------------------------------------------------------------------

    def _fits(self, entry: _Entry, needed: Iterable[str]) -> bool:
        """Whether an entry has what it needs, of the right types, and nothing else."""
        good = True
        known = _TABLES[entry.kind]
        for name, value in entry.said.items():
            wrong = ""
            if name not in known:
                from difflib import get_close_matches

                near = get_close_matches(name, sorted(known), n=1)
                wrong = f'[[{entry.kind}]] has no "{name}"' + (f'; did you mean "{near[0]}"?' if near else "")
            elif name in ("aliases", "before", "after", "plurals"):
                wrong = "" if isinstance(value, str) or _strings(value) else f'"{name}" must be a list of strings'
            elif name in ("acting", "single", "same_person"):
                wrong = "" if isinstance(value, bool) else f'"{name}" must be true or false'
            elif name not in _DATES and (not isinstance(value, str) or not value.strip()):
                wrong = f'"{name}" must be a string'
            if wrong:
                self.complain(entry.where, wrong)
                good = False
        missing = [name for name in needed if name not in entry.said]
        if missing:
            self.complain(entry.where, f"[[{entry.kind}]] needs {' and '.join(missing)}")
        return good and not missing

    def _date(self, entry: _Entry, name: str, *, last: bool = False) -> tuple[date, Precision] | None:
        """A date of an entry with its precision; None when there is none or it is none. last: the end of a month."""
        value = entry.said.get(name)
        if value is None:
            return None
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return value, "day"
        if isinstance(value, str) and compiled(r"\d{4}-\d\d").fullmatch(value):
            value, month = f"{value}-01", True
        else:
            month = False
        try:
            found = date.fromisoformat(value)
        except (TypeError, ValueError):
            self.complain(entry.where, f'"{name}" is no date: {value}; write 2024-01-08, or "2024-01" for a month')
            return None
        if month and last:
            found = (found + timedelta(31)).replace(day=1)
        return found, "month" if month else "day"

    def _place(self, entry: _Entry, *, new: bool) -> str | None:
        """The id of an entry's place; one that nobody knows is made when `new`."""
        name = str(entry.said["place"])
        ids = self._places.get(form_key(name), [])
        if len(ids) == 1:
            return ids[0]
        if ids:
            which = " or ".join(f'"{id}"' for id in ids)
            self.complain(entry.where, f'"{name}" is several places; write place = {which}')
            return None
        if not new:
            self.complain(entry.where, f'there is no place "{name}" in which anyone held an office')
            return None
        id = fold(name).replace(" ", "-")
        self.bundled.jurisdictions[id] = Jurisdiction(id, name, (), (), "place", "")
        self._places[form_key(name)] = [id]
        return id

    def _office(self, entry: _Entry, place: str) -> str | None:
        """The id of an entry's office: of several that share a form, the one that has holders there."""
        name = str(entry.said["office"])
        ids = self._offices.get(form_words(name), [])
        held = [id for id in ids if (id, place) in self._held]
        titled = [id for id in ids if form_words(self.bundled.offices[id].title) == form_words(name)]
        for choice in (held, titled, ids):
            if len(choice) == 1:
                self._held.add((choice[0], place))
                return choice[0]
        if ids:
            which = " or ".join(f'"{self.bundled.offices[id].title}"' for id in held or ids)
            self.complain(entry.where, f'"{name}" is several offices; write office = {which}')
        else:
            from difflib import get_close_matches

            near = get_close_matches(form_words(name), list(self._offices), n=1, cutoff=0.75)
            guess = f'; did you mean "{near[0]}"?' if near else ""
            self.complain(
                entry.where, f'there is no office "{name}"{guess} (a new one: [[office]] with title = "{name}")'
            )
        return None

    def _person(self, entry: _Entry, office: str, place: str) -> str | None:
        """The id of an entry's person: one who is known, by their terms or because it says so, or a new one."""
        name = str(entry.said["person"])
        same = entry.said.get("same_person")
        ids = [] if same is False else self._named(name)
        held = [id for id in ids if (id, office, place) in self._terms]
        chosen = held or ([id for id in ids if id.startswith("own:")] if same is None else ids)
        if len(chosen) == 1:
            self._add_aliases(chosen[0], entry)
            return chosen[0]
        if chosen:
            self.complain(entry.where, f"there are several {name}s: {', '.join(chosen)}")
            return None
        if ids and same is None:
            known = "; ".join(self._about(id) for id in ids)
            self.complain(entry.where, f"is this {known}? Write same_person = true or same_person = false")
            return None
        id = f"own:{fold(name).replace(' ', '-')}"
        person = Person(id, name, _list(entry.said.get("aliases")), surname_of(name), False)
        self.bundled.people[id] = person
        self._add_names(person)
        return id

    def _add_aliases(self, id: str, entry: _Entry) -> None:
        person = self.bundled.people[id]
        aliases = tuple(dict.fromkeys((*person.aliases, *_list(entry.said.get("aliases")))))
        self.bundled.people[id] = person._replace(aliases=aliases)
        self._add_names(self.bundled.people[id])

    def _named(self, name: str) -> list[str]:
        return self._names.get(fold(name), [])

    def _name(self, term: Term) -> str:
        return self.bundled.people[term.person].name

    def _about(self, id: str) -> str:
        """A person of the bundled facts in words, to ask whether it is the one."""
        rows = [term for (who, _, _), terms in self._terms.items() if who == id for term in terms]
        latest = max(rows, key=lambda term: term.start or date.min)
        title, place = self.bundled.offices[latest.office].title, self.bundled.jurisdictions[latest.jurisdiction].name
        return f"{self.bundled.people[id].name}, {title} of {place} ({span_of(latest)})"

    def _add_names(self, person: Person) -> None:
        for name in (person.name, *person.aliases):
            ids = self._names.setdefault(fold(name), [])
            if person.id not in ids:
                ids.append(person.id)

    def _add_office(self, office: Office) -> None:
        for form in (office.title, *office.before, *office.after, office.abbr):
            ids = self._offices.setdefault(form_words(form), []) if form else []
            if office.id not in ids:
                ids.append(office.id)


def _line_of(text: str, table: str, number: int = 0) -> int:
    """The line of the `number`th header `[[table]]` or `[table]`, or of the key; the first line when there is none."""
    name = re.escape(table)
    header = rf"^[ \t]*(?:\[\[?[ \t]*[\"']?{name}[\"']?[ \t]*[\].]|[\"']?{name}[\"']?[ \t]*[=.])"
    places = [match.start() for match in re.finditer(header, text, re.MULTILINE)]
    return text.count("\n", 0, places[min(number, len(places) - 1)]) + 1 if places else 1


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _list(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _capital(word: str) -> str:
    return word if word in ("of", "the", "for", "to", "and") else word[:1].upper() + word[1:]
