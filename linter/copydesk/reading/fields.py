"""What the readers of YAML, TOML and JSON share: how a written value is understood, and how trouble is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from copydesk.model.article import Field, Problem
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: No metadata that a newsroom writes nests this deep; a file that does is broken or means harm.
DEEPEST = 200


class Metadata(NamedTuple):
    """The fields of a block, and what is wrong with it."""

    fields: tuple[Field, ...]
    problems: tuple[Problem, ...] = ()


def problem(message: str, start: int, end: int) -> Problem:
    """Trouble with the front matter; the message goes on from its name."""
    return Problem("metadata-parse", f"front matter: {message}", start, end)


def understand(written: str) -> Any:
    """The value of a word that stands without quotation marks: None, a bool, an int, or the text as written.

    Dates, times and fractions stay as written, and so does all that only YAML 1.1 takes for something
    else: `no` is the country code, `12:30` a time of day, `010` a number with its zero.
    """
    if written in _WORDS:
        return _WORDS[written]
    if len(written) <= 18 and compiled(r"[-+]?(?:0|[1-9][0-9]*)").fullmatch(written):
        return int(written)
    return written


_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def unique(fields: Iterable[Field]) -> tuple[dict[str, Field], list[Problem]]:
    """The fields by key, the first of each; and a problem at every later one of the same key."""
    found: dict[str, Field] = {}
    problems = []
    for field in fields:
        if found.setdefault(field.key, field) is not field:
            message = f"“{field.key}” stands here twice; delete one of the two"
            problems.append(problem(message, field.key_start, field.key_end))
    return found, problems
