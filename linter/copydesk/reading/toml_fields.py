"""TOML front matter by position: tomllib says whether it is TOML, a scan of its statements where the values stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from copydesk.model.article import Field, Node, Problem
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.fields import Metadata, problem, understand, unique

_STRING = (
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}|"(?:[^"\\\r\n]|\\.)*+"'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}|'[^'\r\n]*+'"
)
_WORD = r"[A-Za-z0-9_-]+"
_KEY = rf"(?:{_WORD}|{_STRING})(?:[ \t]*\.[ \t]*(?:{_WORD}|{_STRING}))*"


class _Statement(NamedTuple):
    """`key = value`, or a `[table]` or `[[tables]]` header, which has no value."""

    keys: tuple[str, ...]
    key: Span
    value: Span | None
    repeats: bool = False


def read_toml(text: str, start: int, end: int) -> Metadata:
    """The fields of the TOML in text[start:end]; of a broken one, those whose lines can be read by themselves."""
    import tomllib

    try:
        tomllib.loads(text[start:end])
        return Metadata(tuple(_read_tables(text, start, end).values()))
    except tomllib.TOMLDecodeError as error:
        trouble = _explain(str(error), text, start, end)
    except RecursionError:
        trouble = problem("it is nested too deep; write it flat", start, start + 1)
    found, _ = unique(_plainly(text, start, end))
    return Metadata(tuple(found.values()), (trouble,))


def _read_tables(text: str, start: int, end: int) -> dict[str, Field]:
    root: dict[str, Field] = {}
    table = root
    arrays: list[tuple[dict[str, Field], str]] = []
    for statement in _statements(text, start, end):
        if statement.value is None:
            table = _table(root, statement, arrays)
        else:
            parent = _table(table, statement._replace(keys=statement.keys[:-1]), arrays)
            key = statement.keys[-1]
            parent[key] = Field(key, *statement.key, _node(text, *statement.value))
    for parent, key in arrays:
        field = parent[key]
        parent[key] = field._replace(node=field.node._replace(value=tuple(field.node.value)))
    return root


def _table(
    table: dict[str, Field], statement: _Statement, arrays: list[tuple[dict[str, Field], str]]
) -> dict[str, Field]:
    """The table that a statement's keys lead to, made where it is not there yet.

    An array of tables is a list while it grows, and is noted in `arrays`.
    """
    for depth, key in enumerate(statement.keys, 1):
        repeats = statement.repeats and depth == len(statement.keys)
        if key not in table:
            table[key] = Field(key, *statement.key, Node([] if repeats else {}, *statement.key))
            if repeats:
                arrays.append((table, key))
        inside = table[key].node.value
        if repeats:
            inside.append(Node({}, *statement.key))
        table = inside[-1].value if isinstance(inside, list) else inside
    return table


def _statements(text: str, start: int, end: int) -> Iterator[_Statement]:
    """The statements of valid TOML, in order."""
    pattern = compiled(
        rf"\[(?P<again>\[)?[ \t]*(?P<table>{_KEY})[ \t]*\]+|(?P<key>{_KEY})[ \t]*=[ \t]*|#[^\r\n]*|\s+", re.S
    )
    at = start
    while match := pattern.match(text, at, end):
        at = match.end()
        if match["table"]:
            yield _Statement(_keys(match["table"]), Span(*match.span("table")), None, match["again"] is not None)
        elif match["key"]:
            value = Span(at, _value_end(text, at, end))
            yield _Statement(_keys(match["key"]), Span(*match.span("key")), value)
            at = value.end


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(
        part if part[0] not in "\"'" else _load(part) for part in compiled(rf"{_WORD}|{_STRING}", re.S).findall(dotted)
    )


def _value_end(text: str, at: int, end: int) -> int:
    """Where the value that begins at `at` ends: a string, a balanced bracket, or the rest of the line."""
    string = compiled(_STRING, re.S).match(text, at, end)
    if string:
        return string.end()
    pattern = compiled(rf"{_STRING}|#[^\r\n]*|(?P<open>[\[{{])|(?P<close>[\]}}])|[\r\n]", re.S)
    depth = 0
    for match in pattern.finditer(text, at, end):
        depth += (match["open"] is not None) - (match["close"] is not None)
        if depth == 0 and match["close"]:
            return match.end()
        if depth == 0:
            return at + len(text[at : match.start()].rstrip(" \t"))
    return at + len(text[at:end].rstrip())


def _load(written: str) -> Any:
    import tomllib

    return tomllib.loads(f"value = {written}")["value"]


def _node(text: str, start: int, end: int) -> Node:
    """A value with its place. Dates and fractions stay as written; of a flat list, each item has its place."""
    value = _load(text[start:end])
    if isinstance(value, str):
        marks = 3 if text.startswith(('"""', "'''"), start) else 1
        return Node(value, start + marks, end - marks)
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        words = compiled(rf"{_STRING}|(?P<comment>#[^\r\n]*)|[^\s,\[\]#]+", re.S).finditer(text, start, end)
        places = [word.span() for word in words if not word["comment"]]
        if len(places) == len(value):
            return Node(tuple(_node(text, *place) for place in places), start, end)
    return _as_node(value, text[start:end], start, end)


def _as_node(value: Any, written: str, start: int, end: int) -> Node:
    """A value whose parts all stand somewhere in start to end."""
    if isinstance(value, list):
        return Node(tuple(_as_node(item, str(item), start, end) for item in value), start, end)
    if isinstance(value, dict):
        fields = {k: Field(k, start, start, _as_node(v, str(v), start, end)) for k, v in value.items()}
        return Node(fields, start, end)
    if isinstance(value, float | date | time):
        return Node(written, start, end)
    return Node(value, start, end)


def _explain(said: str, text: str, start: int, end: int) -> Problem:
    """tomllib's message, at its line."""
    place = compiled(r" \(at (?:line (\d+), column \d+|end of document)\)").search(said)
    lines = [m.span() for m in compiled(r"(?<![^\r\n])[^\r\n]*").finditer(text, start, end)]
    number = min(int(place[1]), len(lines)) - 1 if place and place[1] else len(lines) - 1
    what = said[: place.start()] if place else said
    return problem(f"this line is not TOML ({what}); mend it, its quotation marks first", *lines[number])


def _plainly(text: str, start: int, end: int) -> Iterator[Field]:
    """The `key = value` lines before the first table, each value as written."""
    for match in compiled(
        rf"(?<![^\r\n])(?:(?P<key>{_WORD})[ \t]*=[ \t]*(?P<mark>[\"']?)(?P<value>[^\r\n\"'\[{{][^\r\n]*)|(?P<table>\[))"
    ).finditer(text, start, end):
        if match["table"]:
            return
        value = match["value"].rstrip().removesuffix(match["mark"])
        at = match.start("value")
        node = Node(value if match["mark"] else understand(value), at, at + len(value))
        yield Field(match["key"], *match.span("key"), node)
