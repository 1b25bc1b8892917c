"""TOML with line numbers: the standard parser for the values, a small scanner for where the keys stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from copydesk.config.error import ConfigError
from copydesk.model.record import NamedTuple
from copydesk.paths import shown
from copydesk.patterns import compiled

Key = tuple[str | int, ...]

_TOKEN = (
    r"(?P<text>\"\"\"(?:\\.|[^\\])*?\"\"\"\"{0,2}|'''.*?''''{0,2}|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
    r"|(?P<comment>#[^\n]*)|(?P<word>[A-Za-z0-9_-]+)|(?P<mark>[\[\]{}=\n])|."
)


class Document(NamedTuple):
    """A TOML file as read: what it says, and the 1-based line of each key, tables and list items included."""

    path: Path
    table: Mapping[str, Any]
    lines: Mapping[Key, int]

    def line(self, *key: str | int) -> int:
        """The line of `key`, or of what it stands in."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 0)


def read_toml(path: Path) -> Document:
    """The file at `path`. Raises ConfigError when it cannot be read or is not TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{shown(path)}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(path)}: not UTF-8 (byte {error.start}); save the file as UTF-8") from None
    return parse_toml(text, path)


def parse_toml(text: str, path: Path) -> Document:
    """`text` as the file at `path`. Raises ConfigError when it is not TOML."""
    import tomllib

    text = text.replace("\r\n", "\n")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        at = re.match(r"line (\d+), column (\d+)", place)
        where = f"{at[1]}:{at[2]}" if at else str(text.rstrip("\n").count("\n") + 1)
        raise ConfigError(f"{shown(path)}:{where}: not valid TOML: {what[:1].lower()}{what[1:]}") from None
    except (ValueError, RecursionError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ConfigError(f"{shown(path)}: not valid TOML: {what}") from None
    return Document(path, table, _key_lines(text))


def _key_lines(text: str) -> dict[Key, int]:
    """The line of every key of a valid TOML text; `[[x]]` tables are numbered, inline tables are their key's."""
    lines: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    parts: list[str] = []
    line, depth, header, in_value = 1, 0, 0, False
    for token in compiled(_TOKEN, re.DOTALL).finditer(text):
        mark, said = token["mark"], token["word"] or token["text"]
        if mark == "\n":
            line += 1
            if depth == 0:
                parts, header, in_value = [], 0, False
        elif in_value:
            depth += (mark in ("[", "{")) - (mark in ("]", "}")) if mark else 0
            line += token.group().count("\n")
        elif mark == "[":
            header += 1
        elif mark == "]" and parts:
            table = _numbered(parts, counts, new=header == 2)
            for i in range(1, len(table) + 1):
                lines.setdefault(table[:i], line)
            parts = []
        elif mark == "=":
            in_value = True
            for i in range(1, len(parts) + 1):
                lines.setdefault((*table, *parts[:i]), line)
        elif said:
            parts.append(said.strip("\"'"))
    return lines


def _numbered(parts: list[str], counts: dict[Key, int], *, new: bool) -> Key:
    """A header's key with the numbers of the `[[x]]` tables that it stands in; `new` begins another of its own."""
    key: Key = ()
    for i, part in enumerate(parts):
        key = (*key, part)
        if new and i == len(parts) - 1:
            counts[key] = counts.get(key, -1) + 1
        if key in counts:
            key = (*key, counts[key])
    return key
