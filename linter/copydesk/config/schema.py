"""What a configuration file may say, and one file's sayings as a layer of values with their origins."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from copydesk.checking.registry import VALE
from copydesk.config.error import did_you_mean, listed
from copydesk.config.glob import Glob
from copydesk.config.toml import Document, Key
from copydesk.config.words import Entry, read_word_file, read_words
from copydesk.model.record import NamedTuple
from copydesk.paths import shown

SEVERITIES = ("error", "warning", "suggestion", "off")
#: Lists to which a later layer adds; any other value of a later layer takes the place of the earlier one.
ADDED = ("extend_select", "ignore", "exclude", "vocabulary", "titles", "examples")


class Origin(NamedTuple):
    """Where a value was set: a file with its line, or a command's option."""

    where: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.where}:{self.line}" if self.line else self.where


class Value(NamedTuple):
    """A value and where it was set; a list that several layers add to has several origins."""

    value: Any
    origins: tuple[Origin, ...]


#: Values by key: ("house",), ("rules", "lead-length", "severity"), ("rules", "lead-length", "warn") …
Values = dict[tuple[str, ...], Value]


class Override(NamedTuple):
    """Values for the paths that one of the globs matches."""

    globs: tuple[Glob, ...]
    values: Values


class Layer(NamedTuple):
    """What one file says."""

    values: Values
    overrides: tuple[Override, ...] = ()


class HouseExample(NamedTuple):
    """A sentence that a house keeps to test itself: carets mark all that its `rules` (every one when empty) report.

    fixed: the text after their fixes, None when they offer none.  date: the story's date, ISO.
    """

    text: str
    rules: tuple[str, ...] = ()
    fixed: str | None = None
    date: str | None = None
    origin: Origin = Origin("")


class _Type(NamedTuple):
    """A type of value: what to call it, an example, and how to take it, None when it does not fit."""

    called: str
    example: str
    take: Callable[[Any], Any]


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _strings(value: Any) -> tuple[str, ...] | None:
    return tuple(value) if isinstance(value, list) and all(isinstance(item, str) and item for item in value) else None


def _string_or_strings(value: Any) -> tuple[str, ...] | None:
    return (value,) if isinstance(value, str) and value else _strings(value)


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _level(value: Any) -> str | None:
    return value if value in SEVERITIES[:3] else None


_LIST = "a list of strings"
_SETTINGS: Mapping[str, _Type] = {
    "extends": _Type("a house, a path, or a list of them", '["../base.toml"]', _string_or_strings),
    "house": _Type("the name of a house or a path", '"ap"', _string),
    "select": _Type(_LIST, '["date", "quote-nested"]', _strings),
    "extend_select": _Type(_LIST, '["date-on-omit"]', _strings),
    "ignore": _Type(_LIST, '["usage"]', _strings),
    "fail_on": _Type('"error", "warning" or "suggestion"', '"error"', _level),
    "max_per_rule": _Type("a whole number, 0 for no limit", "100", _count),
    "sections": _Type(_LIST, '["Politics", "Sports"]', _strings),
    "packs": _Type(_LIST, '["./desk"]', _strings),
    "exclude": _Type(_LIST, '["drafts/", "*.tmpl.md"]', _strings),
    "extensions": _Type(_LIST, '[".md", ".txt"]', _strings),
    "vocabulary": _Type(_LIST, '["style/words.csv"]', _strings),
    "titles": _Type("a path or a list of them", '["titles.toml"]', _string_or_strings),
}
_TABLES = ("rules", "words", "examples", "overrides")
#: What a house may say, and what may be said for some paths only.
HOUSE_KEYS = (
    "extends", "select", "extend_select", "ignore", "fail_on", "max_per_rule", "sections", "rules", "words",
    "vocabulary", "examples",
)  # fmt: skip
OVERRIDE_KEYS = ("paths", "house", "select", "extend_select", "ignore", "fail_on", "max_per_rule", "sections", "rules")


def setting(name: str) -> str:
    """A key as the engine spells it: `fail-on` and `fail_on` are one."""
    return name.replace("-", "_")


def key(name: str) -> str:
    """A key as people write it."""
    return name.replace("_", "-")


def place(name: str, folder: Path) -> str:
    """A house's or pack's name as it is; a path (it has a slash, or ends in .toml) made absolute from `folder`.

    What stands behind `vale:` is a path always.
    """
    if name.startswith(VALE):
        return VALE + Path(os.path.normpath(folder / name.removeprefix(VALE))).as_posix()
    is_path = "/" in name or name.startswith(".") or name.endswith(".toml")
    return Path(os.path.normpath(folder / name)).as_posix() if is_path else name


def read_layer(document: Document, *, under: Key = (), house: bool = False) -> tuple[Layer, list[str]]:
    """What `document` says below the table `under`, and what is wrong with it.

    Rules and their options are taken as they come: `copydesk.config.check` knows which there are.
    """
    table: Any = document.table
    for part in under:
        table = table.get(part) if isinstance(table, Mapping) else None
    reader = _Reader(document, under)
    if not isinstance(table, Mapping):
        reader.complain((), f"[{'.'.join(map(str, under))}] must be a table")
        return Layer({}), reader.problems
    known = HOUSE_KEYS if house else (*_SETTINGS, *_TABLES)
    values = reader.values(table, (), known)
    overrides = () if house else tuple(reader.overrides(table.get("overrides", ())))
    return Layer(values, overrides), reader.problems


class _Reader:
    """Reads one document and collects what is wrong, so that a person can mend it all at once."""

    def __init__(self, document: Document, under: Key) -> None:
        self.document = document
        self.under = under
        self.problems: list[str] = []

    def origin(self, at: Key) -> Origin:
        return Origin(shown(self.document.path), self.document.line(*self.under, *at))

    def complain(self, at: Key, what: str) -> None:
        self.problems.append(f"{self.origin(at)}: {what}")

    def values(self, table: Mapping[str, Any], at: Key, known: Iterable[str]) -> Values:
        """The settings of a table, those that fit."""
        found: Values = {}
        for name, value in table.items():
            here = (*at, name)
            if setting(name) not in known:
                self.unknown(here, name, known)
            elif setting(name) == "rules":
                found.update(self.rules(value, here))
            elif setting(name) == "words":
                found.update(self.words(value, here))
            elif setting(name) == "examples":
                found["examples",] = Value(tuple(self.examples(value)), (self.origin(here),))
            elif setting(name) not in ("paths", "overrides"):
                taken = _SETTINGS[setting(name)].take(value)
                if taken is None:
                    self.misfit(here, name, _SETTINGS[setting(name)], value)
                elif (setting(name),) in found:
                    self.complain(here, f'"{name}" is given twice')
                else:
                    found[setting(name),] = Value(self.placed(setting(name), taken, here), (self.origin(here),))
        if ("vocabulary",) in found:
            for path in found["vocabulary",].value:
                found = {**self.word_file(Path(path)), **found}
        return found

    def placed(self, name: str, value: Any, at: Key) -> Any:
        """`value` with what is relative to the document's folder made absolute."""
        folder = self.document.path.parent
        if name == "house":
            return place(value, folder)
        if name in ("vocabulary", "titles"):
            return tuple(Path(os.path.normpath(folder / item)).as_posix() for item in value)
        if name in ("extends", "packs"):
            return tuple(place(item, folder) for item in value)
        if name == "exclude":
            return tuple(self.globs(value, at))
        if name == "extensions":
            return tuple(f".{item.lstrip('.').lower()}" for item in value)
        return value

    def unknown(self, at: Key, name: str, known: Iterable[str]) -> None:
        everywhere = (*_SETTINGS, *_TABLES, "paths")
        if setting(name) in everywhere:
            place = "in [[overrides]]" if "paths" in known else "in a house" if "house" not in known else "here"
            self.complain(at, f'"{name}" cannot be set {place}; it may hold {listed(key(k) for k in known)}')
        else:
            self.complain(at, f'there is no setting "{name}"{did_you_mean(key(name), map(key, known))}')

    def misfit(self, at: Key, name: str, wanted: _Type, value: Any) -> None:
        example = f"write {key(name)} = {wanted.example}"
        self.complain(at, f'"{name}" must be {wanted.called}, not {described(value)}; {example}')

    def rules(self, table: Any, at: Key) -> Values:
        """The `[rules.<id>]` tables; `id = "off"` is short for `[rules.id] severity = "off"`."""
        found: Values = {}
        if not isinstance(table, Mapping):
            self.complain(at, f'"rules" must be a table, not {described(table)}; write [rules.lead-length]')
            return found
        for rule_id, given in table.items():
            here = (*at, rule_id)
            if isinstance(given, str):
                given = {"severity": given}
            if not isinstance(given, Mapping):
                self.complain(here, f"[rules.{rule_id}] must be a table or a severity, not {described(given)}")
                continue
            for name, value in given.items():
                option = setting(name)
                if option == "severity" and value not in SEVERITIES:
                    severities = ", ".join(f'"{s}"' for s in SEVERITIES)
                    guess = did_you_mean(str(value), SEVERITIES)
                    self.complain((*here, name), f"a severity is one of {severities}, not {described(value)}{guess}")
                elif ("rules", rule_id, option) in found:
                    self.complain((*here, name), f'"{name}" is given twice')
                else:
                    found["rules", rule_id, option] = Value(value, (self.origin((*here, name)),))
        return found

    def words(self, table: Any, at: Key) -> Values:
        """The `[words]` table."""
        file, line = shown(self.document.path), self.document.line
        complain = self._complaint(file)
        return _worded(file, read_words(table, lambda phrase: line(*self.under, *at, phrase), complain))

    def word_file(self, path: Path) -> Values:
        """A file of words."""
        return _worded(shown(path), read_word_file(path, self._complaint(shown(path))))

    def _complaint(self, file: str) -> Callable[[int, str], None]:
        return lambda line, what: self.problems.append(f"{Origin(file, line)}: {what}")

    def examples(self, tables: Any) -> Iterable[HouseExample]:
        """The `[[examples]]` tables."""
        if not isinstance(tables, list | tuple) or not all(isinstance(table, Mapping) for table in tables):
            self.complain(("examples",), '"examples" must be a list of tables; write [[examples]], twice bracketed')
            return
        for i, table in enumerate(tables):
            at = ("examples", i)
            taken = {name: table.get(name) for name in ("text", "fixed", "date")}
            rules = _string_or_strings(table.get("rules", [])) if "rules" in table else ()
            unknown = next((name for name in table if name not in HouseExample._fields[:-1]), None)
            if unknown:
                self.complain(
                    (*at, unknown), f'an example has no key "{unknown}"; it may have text, rules, fixed, date'
                )
            elif rules is None or not all(said is None or isinstance(said, str) for said in taken.values()):
                self.complain(at, "text, fixed and date are strings, rules a list of ids")
            elif not taken["text"] or taken["text"].count("^") % 2:
                self.complain(
                    at, "an example needs a text in which carets mark what is reported: A ^press conference^."
                )
            else:
                yield HouseExample(taken["text"], rules, taken["fixed"], taken["date"], self.origin(at))

    def overrides(self, tables: Any) -> Iterable[Override]:
        """The `[[overrides]]` tables."""
        if not isinstance(tables, list | tuple) or not all(isinstance(table, Mapping) for table in tables):
            self.complain(("overrides",), '"overrides" must be a list of tables; write [[overrides]], twice bracketed')
            return
        for i, table in enumerate(tables):
            at = ("overrides", i)
            values = self.values(table, at, OVERRIDE_KEYS)
            paths = _strings(table.get("paths"))
            if not paths:
                self.complain(at, '[[overrides]] needs the paths it is for; write paths = ["opinion/**"]')
            else:
                yield Override(tuple(self.globs(paths, (*at, "paths"))), values)

    def globs(self, patterns: Iterable[str], at: Key) -> Iterable[Glob]:
        """Patterns, relative to the document's folder."""
        for pattern in patterns:
            glob = Glob(self.document.path.parent.as_posix(), pattern)
            try:
                if pattern.startswith("!"):
                    self.complain(at, f'"{pattern}": a pattern cannot be turned round with "!"')
                glob.matches(f"{glob.folder}/x")
                yield glob
            except re.error as error:
                self.complain(at, f'"{pattern}" is no pattern for paths: {error}')


def _worded(file: str, entries: Iterable[Entry]) -> Values:
    """Entries of a word list as values."""
    return {("words", entry.phrase): Value(entry.words, (Origin(file, entry.line),)) for entry in entries}


def described(value: Any) -> str:
    """A TOML value in words, for an error message."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, list | tuple):
        return "a list"
    return "a table" if isinstance(value, Mapping) else "a date or time"
