"""A rule of Vale's as its YAML file says it, held against what Vale knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from copydesk.model.record import NamedTuple
from copydesk.model.violation import Severity
from copydesk.paths import shown

_COMMON = "extends message level link limit scope name description action"
#: The extension points, each with the keys it takes beside the common ones.
POINTS: Mapping[str, str] = {
    "existence": "append exceptions ignorecase nonword raw tokens vocab",
    "substitution": "capitalize exceptions ignorecase nonword pos swap vocab",
    "occurrence": "ignorecase max min token",
    "repetition": "alpha exceptions ignorecase max tokens vocab",
    "consistency": "either ignorecase nonword",
    "conditional": "exceptions first ignorecase second vocab",
    "capitalization": "exceptions indicators match prefix style threshold vocab",
    "readability": "grade metrics",
    "metric": "condition formula",
    "sequence": "ignorecase tokens",
    "spelling": "",
    "script": "",
}
#: The extension points that need what copydesk has not: a dictionary, Vale's scripting language.
UNMET: Mapping[str, str] = {
    "spelling": "it needs a spelling dictionary",
    "script": "it needs Vale's scripting language",
}
_YES = frozenset(("true", "yes", "on", "y", "1"))
_SCOPES = frozenset(
    "text heading table figure list paragraph sentence alt attr title blockquote summary raw h1 h2 h3 h4 h5 h6 header "
    "cell caption md txt html markdown".split()
)


class StyleError(ValueError):
    """A file of a style that cannot be used; the message names the file, the line, and what is wrong."""


class Definition:
    """What one file says. `style` and `name` are Vale's; keys are lower case; scalars are strings as written."""

    def __init__(self, path: Path, values: Mapping[str, Any], lines: Mapping[str, int]) -> None:
        self.path = path
        self.style = path.parent.name
        self.name = path.name.split(".")[0]
        self.values = values
        self._lines = lines
        self.notes: list[str] = []

    @property
    def check(self) -> str:
        """The rule as Vale calls it: `Style.Rule`."""
        return f"{self.style}.{self.name}"

    @property
    def point(self) -> str:
        """The extension point."""
        return self.string("extends")

    @property
    def severity(self) -> Severity:
        """Vale's level is our severity."""
        return Severity(self.string("level") or "warning")

    @property
    def scope(self) -> tuple[str, ...]:
        """Where it looks, as it says."""
        return self.strings("scope") or ("text",)

    @property
    def action(self) -> tuple[str, tuple[str, ...]]:
        """What mends it: the action's name and its parameters."""
        given = self.values.get("action")
        if not isinstance(given, Mapping):
            return "", ()
        params = given.get("params") or []
        return str(given.get("name", "")), tuple(map(str, params)) if isinstance(params, list) else (str(params),)

    def has(self, key: str) -> bool:
        """Whether the file has a key."""
        return key in self.values

    def string(self, key: str) -> str:
        """A scalar, "" when there is none. Raises StyleError when it is no scalar."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.error(f'"{key}" must be a string', key)
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """A yes or no."""
        value = self.string(key)
        return value.lower() in _YES if value else default

    def number(self, key: str) -> float:
        """A number, 0 when there is none. Raises StyleError when it is no number."""
        value = self.string(key)
        try:
            return float(value or 0)
        except ValueError:
            raise self.error(f'"{key}" must be a number, not "{value}"', key) from None

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings; one alone is a list of itself. Raises StyleError when it is neither."""
        value = self.values.get(key, [])
        if isinstance(value, str):
            return (value,) if value else ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.error(f'"{key}" must be a list of strings', key)
        return tuple(value)

    def pairs(self, key: str) -> dict[str, str]:
        """A mapping of strings. Raises StyleError when it is none."""
        value = self.values.get(key, {})
        if not isinstance(value, Mapping) or not all(isinstance(one, str) for one in value.values()):
            raise self.error(f'"{key}" must be a mapping of strings', key)
        return dict(value)

    def error(self, what: str, key: str = "") -> StyleError:
        """A complaint about a key, with its line."""
        return StyleError(f"{shown(self.path)}:{self._lines.get(key, 1)}: {what}")

    def note(self, what: str) -> None:
        """Put by what cannot be honoured."""
        self.notes.append(f"{shown(self.path)}: {self.check}: {what}")


class _Yaml(NamedTuple):
    value: Any
    lines: dict[str, int]


def read_definition(path: Path) -> Definition:
    """The rule in the file at `path`. Raises StyleError."""
    read = _read_yaml(path)
    if not isinstance(read.value, Mapping):
        raise StyleError(f"{shown(path)}:1: a rule is a mapping with “extends” and “message”")
    definition = Definition(path, {str(key).lower(): value for key, value in read.value.items()}, read.lines)
    if not definition.has("extends"):
        raise definition.error("the key “extends” is missing")
    point = definition.point
    if point not in POINTS:
        raise definition.error(f"“extends” must be one of {', '.join(POINTS)}, not “{point}”", "extends")
    if not definition.has("message"):
        raise definition.error("the key “message” is missing")
    if definition.has("level") and definition.string("level") not in ("suggestion", "warning", "error"):
        raise definition.error("“level” must be suggestion, warning or error", "level")
    if point not in UNMET:
        known = {*_COMMON.split(), *POINTS[point].split()}
        for key in sorted(set(definition.values) - known):
            definition.note(f"the key “{key}” is left out of account")
    return definition


def _read_yaml(path: Path) -> _Yaml:
    """A YAML file and the lines of its top keys; scalars stay strings, so that `yes: no` is a pair of words."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        # Go's YAML knows the escape \\' in double quotation marks; to a regular expression it is a plain apostrophe.
        made = loader(path.read_bytes().decode("utf-8-sig").replace("\\'", "'"))
        node = made.get_single_node()
        lines = {}
        if isinstance(node, yaml.MappingNode):
            lines = {str(key.value).lower(): key.start_mark.line + 1 for key, _ in node.value}
        return _Yaml(made.construct_document(node) if node else {}, lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise StyleError(f"{shown(path)}:{mark.line + 1 if mark else 1}: not valid YAML: {error.problem}") from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise StyleError(f"{shown(path)}:1: not valid YAML: {' '.join(str(error).split())}") from None
    except OSError as error:
        raise StyleError(f"{shown(path)}: cannot be read: {error.strerror or error}") from None


def unknown_scopes(scope: tuple[str, ...]) -> list[str]:
    """The parts of a scope that copydesk has no zone for."""
    parts = [part.strip().removeprefix("~").strip() for one in scope for part in one.split("&")]
    return [part for part in parts if not set(part.split(".")) <= _SCOPES]
