"""JSON front matter, as Hugo has it: an object that opens the file. json says whether it is JSON; we say where."""

from __future__ import annotations

from copydesk.model.article import Field, Node
from copydesk.patterns import compiled
from copydesk.reading.fields import DEEPEST, Metadata, problem, understand, unique


def read_json(text: str) -> tuple[int, Metadata]:
    """Where the object that opens `text` ends, its line end included, and its fields."""
    import json

    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        message = f"it is not JSON here ({error.msg}); mend it, or write the metadata as YAML between two --- lines"
        return _probable_end(text), Metadata((), (problem(message, error.pos, min(error.pos + 1, len(text))),))
    except (RecursionError, ValueError):
        return _probable_end(text), Metadata((), (problem("it cannot be read: too deep, or a number too long", 0, 1),))
    line_end = compiled(r"[ \t]*(?:\r\n|\n|\r)?").match(text, end)
    return (line_end.end() if line_end else end), _fields(text, end)


def _probable_end(text: str) -> int:
    """The end of a broken object: its closing line, or else the first blank line."""
    closing = compiled(r"(?<![^\r\n])\}[ \t]*(?:\r\n|\n|\r|\Z)").search(text)
    blank = compiled(r"(?:\r\n?+|\n)[ \t]*(?=\r|\n)").search(text)
    ends = [match.end() for match in (closing, blank) if match]
    return min(ends, default=len(text))


def _fields(text: str, end: int) -> Metadata:
    """The fields of the valid object text[0:end], read with a stack of our own."""
    problems = []
    stack: list[tuple[int, list[Node], list[Field]]] = []
    keys: list[tuple[str, int, int]] = []
    fields: dict[str, Field] = {}
    pattern = compiled(r'"(?P<string>(?:[^"\\]|\\.)*+)"(?P<colon>\s*:)?|(?P<word>[\w+.-]+)|(?P<mark>[\[\]{}])')
    for match in pattern.finditer(text, 0, end):
        start = match.start()
        if match["mark"] and match["mark"] in "[{":
            stack.append((start, [], []))
            if len(stack) > DEEPEST:
                return Metadata((), (problem(f"it is nested more than {DEEPEST} levels deep", start, start + 1),))
            continue
        if match["colon"]:
            keys.append((_unescaped(match["string"]), *match.span("string")))
            continue
        if match["mark"] == "]":
            opened, items, _ = stack.pop()
            node = Node(tuple(items), opened, match.end())
        elif match["mark"]:
            opened, _, members = stack.pop()
            fields, doubled = unique(members)
            problems += doubled
            node = Node(fields, opened, match.end())
        elif match["string"] is not None:
            node = Node(_unescaped(match["string"]), *match.span("string"))
        else:
            node = Node(understand(match["word"]), *match.span("word"))
        if stack and text[stack[-1][0]] == "{":
            stack[-1][2].append(Field(*keys.pop(), node))
        elif stack:
            stack[-1][1].append(node)
    return Metadata(tuple(fields.values()), tuple(problems))


def _unescaped(inside: str) -> str:
    if "\\" not in inside:
        return inside
    import json

    written: str = json.loads(f'"{inside}"')
    return written
