"""YAML front matter by position, from the parser's events: no recursion, no aliases, no tags, nothing constructed.

`_read_simple` reads what most drafts have, `key: value` lines and flat lists, without importing a parser;
at anything else it gives up and PyYAML decides. The two agree wherever the first does not give up.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from copydesk.model.article import Field, Node, Problem
from copydesk.patterns import compiled
from copydesk.reading.fields import DEEPEST, Metadata, problem, understand, unique

_NOT_YAML = r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
#: How many problems one block reports: after the first few, more only hide them.
_MOST = 5


def read_yaml(text: str, start: int, end: int) -> Metadata:
    """The fields of the YAML in text[start:end]; of a broken one, those that can be read by themselves."""
    simple = _read_simple(text, start, end)
    if simple is not None:
        fields, doubled = unique(simple)
        return Metadata(tuple(fields.values()), tuple(doubled[:_MOST]))
    try:
        reader = _Reader(text, start, end)
    except _Unreadable as error:
        return _read_in_parts(text, start, end, error.problem)
    return Metadata(tuple(reader.fields.values()), tuple(reader.problems[:_MOST]))


class _Unreadable(Exception):
    """The block, or the part of it, cannot be read; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


# Simple blocks, by hand


def _read_simple(text: str, start: int, end: int) -> list[Field] | None:
    """The fields of a block of `key: value` lines and flat lists; None when it has anything else in it."""
    if not text[start:end].replace("\n", "").replace("\r", "").isprintable():
        return None
    line = compiled(
        r"(?:(?P<key>[A-Za-z_][\w-]*):(?=[ \r\n]|\Z)|(?P<dash> *- +)|(?= *(?:#|[\r\n]|\Z)))"
        r"(?P<value>[^\r\n]*)(?:\r\n|\n|\r|\Z)"
    )
    fields: list[Field] = []
    items: list[Node] = []
    dash = None  # of the list that is being read; "" where one may begin
    at = start
    while at < end:
        match = line.match(text, at, end)
        if not match:
            return None
        at = match.end()
        value = match["value"].strip(" ")
        place = match.start("value") + len(match["value"]) - len(match["value"].lstrip(" "))
        if match["key"] is not None:
            node = _simple_list(value, place) if value.startswith("[") else _simple_scalar(value, place)
            if node is None:
                return None
            if not value:
                node = Node(None, match.end("key") + 1, match.end("key") + 1)
            fields.append(Field(match["key"], match.start("key"), match.end("key"), node))
            items, dash = [], None if value else ""
        elif match["dash"]:
            node = _simple_scalar(value, place) if value else None
            if node is None or dash not in ("", match["dash"]):
                return None
            dash = match["dash"]
            items.append(node)
            fields[-1] = fields[-1]._replace(node=Node(tuple(items), items[0].start, node.end))
    return fields


def _simple_scalar(value: str, at: int) -> Node | None:
    """A scalar on one line, or None when a parser must say what it is."""
    if value[:1] in ("'", '"'):
        mark, inside = value[0], value[1:-1]
        if len(value) < 2 or value[-1] != mark or mark in inside or (mark == '"' and "\\" in inside):
            return None
        return Node(inside, at + 1, at + 1 + len(inside))
    if value.startswith(tuple("-?:,[]{}#&*!|>%@`")) or ": " in value or " #" in value or value.endswith(":"):
        return None
    return Node(understand(value), at, at + len(value))


def _simple_list(value: str, at: int) -> Node | None:
    """A list in brackets of scalars that hold no brackets and commas of their own."""
    if value[-1] != "]" or compiled(r"[\[\]{}]").search(value[1:-1]):
        return None
    nodes = []
    place = at + 1
    for item in value[1:-1].split(","):
        inside = item.strip(" ")
        node = _simple_scalar(inside, place + len(item) - len(item.lstrip(" "))) if inside else None
        if node is None or (inside[0] not in "\"'" and compiled("[:\"'?]").search(inside)):
            return None
        nodes.append(node)
        place += len(item) + 1
    return Node(tuple(nodes), at, at + len(value))


# Everything else, by the parser's events


class _Open:
    """A list or mapping that is being read."""

    __slots__ = ("at", "fields", "flow", "is_list", "items", "key")

    def __init__(self, event: Any) -> None:
        self.is_list = type(event).__name__ == "SequenceStartEvent"
        self.flow = bool(event.flow_style)
        self.at = event.start_mark.index
        self.items: list[Node] = []
        self.fields: list[Field] = []
        self.key: tuple[str, int, int] | None = None


class _Reader:
    """Reads one document into `fields`; what is refused but can be read past goes to `problems`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.fields: dict[str, Field] = {}
        self.problems: list[Problem] = []
        self.refused: set[str] = set()
        self.open: list[_Open] = []
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(text[start:end], Loader=loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            at = start + (mark.index if mark else 0)
            raise _Unreadable(_explain(error.problem or "", text, start, end, at)) from None
        except (yaml.YAMLError, UnicodeError):
            raise _Unreadable(_not_yaml(text, start, end)) from None

    def _take(self, event: Any) -> None:
        kind = type(event).__name__
        if kind == "DocumentStartEvent" and event.explicit:
            raise _Unreadable(problem("it holds a second document; delete this line", *self._span(event)))
        if kind in ("ScalarEvent", "AliasEvent", "SequenceStartEvent", "MappingStartEvent"):
            self._refuse(event, kind)
            if not self.open and kind != "MappingStartEvent":
                message = "it must be a mapping, that is, lines of the form “key: value”"
                raise _Unreadable(problem(message, self.start, _line_end(self.text, self.start, self.end)))
        if kind == "ScalarEvent":
            self._add(self._scalar(event))
        elif kind == "AliasEvent":
            self._add(Node(None, *self._span(event)))
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            self.open.append(_Open(event))
            if len(self.open) > DEEPEST:
                message = f"it is nested more than {DEEPEST} levels deep; write it flat"
                start, end = self._span(event)
                raise _Unreadable(problem(message, start, max(end, start + 1)))
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self._close(self.open.pop(), self.start + event.end_mark.index)

    def _span(self, event: Any) -> tuple[int, int]:
        return self.start + event.start_mark.index, self.start + event.end_mark.index

    def _refuse(self, event: Any, kind: str) -> None:
        """Anchors, aliases and tags: they can blow a small file up, or name code to run."""
        message = None
        if kind == "AliasEvent" or event.anchor:
            message = "anchors (&) and aliases (*) are not allowed; write the value out, or put it in quotation marks"
        elif event.tag and event.tag not in ("!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))):
            message = f"the tag {event.tag.replace('tag:yaml.org,2002:', '!!')} is not allowed; delete it"
        if message and message not in self.refused:
            self.refused.add(message)
            self.problems.append(problem(message, *self._span(event)))

    def _scalar(self, event: Any) -> Node:
        start, end = self._span(event)
        if event.style in ("'", '"'):
            start = self.text.find(event.style, start, end) + 1
            return Node(event.value, start, max(start, end - 1))
        written = self.text[start:end]
        if event.style in ("|", ">"):
            head = compiled(r"[^\r\n]*\s*").match(written)
            start += head.end() if head else 0
            return Node(event.value, start, max(start, end - len(written) + len(written.rstrip())))
        if event.tag and written.endswith(event.value):  # the tag is part of the mark
            return Node(event.value, end - len(event.value), end)
        return Node(understand(event.value), start, end)

    def _add(self, node: Node) -> None:
        """Put a node where it belongs: into a list, or as a key or its value into a mapping."""
        parent = self.open[-1]
        if parent.is_list:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = (self._key(node), node.start, node.end)
        else:
            parent.fields.append(Field(*parent.key, node))
            parent.key = None

    def _key(self, node: Node) -> str:
        if isinstance(node.value, tuple | dict) or node.start == node.end:
            end = max(node.end, node.start + 1)
            self.problems.append(problem("a key must be a word, such as “title”", node.start, end))
        return node.value if isinstance(node.value, str) else self.text[node.start : node.end]

    def _close(self, ended: _Open, end: int) -> None:
        start = self.start + ended.at
        nodes = ended.items if ended.is_list else [field.node for field in ended.fields]
        if nodes and not ended.flow:
            start, end = nodes[0].start if ended.is_list else ended.fields[0].key_start, nodes[-1].end
        if ended.is_list:
            self._add(Node(tuple(ended.items), start, end))
            return
        fields, doubled = unique(ended.fields)
        self.problems += doubled
        if self.open:
            self._add(Node(fields, start, end))
        else:
            self.fields = fields


# Broken blocks


def _read_in_parts(text: str, start: int, end: int, whole: Problem) -> Metadata:
    """What can be read of a broken block: each unindented line, with the lines that belong to it, by itself."""
    fields: list[Field] = []
    problems: list[Problem] = []
    for part_start, part_end in _parts(text, start, end):
        try:
            reader = _Reader(text, part_start, part_end)
        except _Unreadable as error:
            problems.append(error.problem)
            fields += _plainly(text, part_start, part_end)
        else:
            fields += reader.fields.values()
            problems += reader.problems
    found, doubled = unique(fields)
    return Metadata(tuple(found.values()), tuple(([*problems, *doubled] or [whole])[:_MOST]))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begins = [m.start() for m in compiled(r"(?<![^\r\n])(?![ \t\r\n#\]}]|-[ \t])[^\r\n]").finditer(text, start, end)]
    return pairwise([*begins, end])


def _plainly(text: str, start: int, end: int) -> Iterator[Field]:
    """The field of a `key: value` line that is no YAML, its value taken as written."""
    match = compiled(r"(?P<key>[\w-]+)[ \t]*:[ \t]+(?P<value>[^\s\[{|>&*!][^\r\n]*)").match(text, start, end)
    if match:
        value = match["value"].rstrip()
        at = match.start("value")
        if value[0] in "\"'":
            value = value[1:].removesuffix(value[0])
            at += 1
        yield Field(match["key"], *match.span("key"), Node(value, at, at + len(value)))


def _not_yaml(text: str, start: int, end: int) -> Problem:
    match = compiled(_NOT_YAML).search(text, start, end)
    at = match.start() if match else start
    return problem(f"a control character (U+{ord(text[at]):04X}) stands in it; delete it", at, at + 1)


def _explain(said: str, text: str, start: int, end: int, at: int) -> Problem:
    """What the parser says, in words that tell an editor what to do, at the value that must change."""
    at = min(at, max(start, end - 1))
    line_start = max(text.rfind("\n", start, at), text.rfind("\r", start, at), start - 1) + 1
    line = compiled(r"(?P<key>[^\r\n:]*):[ \t]*(?P<value>[^\r\n]*[^\s])?").match(text, line_start, end)
    key = line["key"].strip(" -\t") if line else ""
    value = line.span("value") if line and line["value"] else (at, at + 1)
    quote = "put the value in quotation marks"
    if "mapping values" in said:
        return problem(f"“{key}” has a colon followed by a space in it; {quote}", *value)
    if text[at] == "\t" or "tab" in said:
        return problem("a tab indents this line; use spaces", at, at + 1)
    if "cannot start" in said:
        return problem(f"a value cannot begin with {text[at]}; {quote}", at, at + 1)
    if "unexpected end of stream" in said:
        opened = compiled(r"(?<=[ \t\[{,])[\"']").search(text, start, end)
        place = opened.span() if opened else (at, at + 1)
        return problem("a quotation mark is opened here and never closed; close it", *place)
    if "',' or" in said:
        opened = compiled(r"[\[{]").search(text, line.start("value") if line and line["value"] else start, end)
        place = opened.span() if opened else (at, at + 1)
        return problem(f"a bracket is opened here and never closed; close it, or {quote}", *place)
    if "expected ':'" in said:
        return problem("this line is not of the form “key: value”", start, _line_end(text, start, end))
    if "escape" in said:
        return problem("a backslash in double quotation marks; use single ones, or double the backslash", at, at + 1)
    if "expected key" in said or "<block end>" in said:
        message = f"“{key}” has a value and more; put all of it in quotation marks, or mend the indentation"
        return problem(message, *value)
    return problem(f"it cannot be read here ({said or 'not YAML'}); {quote}", at, at + 1)


def _line_end(text: str, at: int, end: int) -> int:
    match = compiled(r"[^\r\n]*").match(text, at, end)
    return match.end() if match else end
