"""What a site's generator writes into Markdown: Hugo shortcodes, Liquid and Mustache, attribute lists, MDX.

They are hidden before Markdown is read, each character of theirs behind a HIDDEN one, so that nothing in
them looks like markup or copy; a line of nothing else becomes blank, which makes a block of what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from copydesk.model.article import MARKUP, OBJECT
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.tags import TAG, Mask

#: Stands in for a character of a template: to Markdown a letter, to a reader nothing.
HIDDEN = "\ue000"
#: Paired tags whose inside is code, not copy. (The inside of `comment` is neither.)
_NOT_COPY = ("comment", "highlight", "codeblock", "mermaid", "katex", "math", "raw")


class Hidden(NamedTuple):
    """A text with its templates hidden, the same length; their masks, and the comments among them."""

    text: str
    masks: tuple[Mask, ...] = ()
    comments: tuple[Span, ...] = ()


def hide_templates(text: str, start: int, *, mdx: bool = False) -> Hidden:
    """Hide what a generator would replace, from `start` on. mdx: imports, exports, JSX and expressions as well."""
    if not mdx and "{" not in text:
        return Hidden(text)
    masks = list(_mdx(text, start) if mdx else _templates(text, start))
    comments = tuple(Span(at, end) for at, end, _ in masks if text.startswith("{/*", at))
    return Hidden(_hide(text, start, masks), tuple(masks), comments)


def _hide(text: str, start: int, masks: list[Mask]) -> str:
    """Put HIDDEN for what is masked, keeping line ends; and spaces where a line holds nothing else."""
    if not masks:
        return text
    pieces, at = [], 0
    for mask_start, mask_end, _ in masks:
        pieces += [text[at:mask_start], compiled(r"[^\r\n]").sub(HIDDEN, text[mask_start:mask_end])]
        at = mask_end
    hidden = "".join([*pieces, text[at:]])
    body = compiled(rf"(?<![^\r\n])[ \t{HIDDEN}]++(?![^\r\n])").sub(lambda line: " " * len(line[0]), hidden[start:])
    return hidden[:start] + body


def _templates(text: str, start: int) -> Iterator[Mask]:
    """Shortcodes, tags and variables stand for a thing; those that open or close a stretch of copy are markup."""
    blank = r"(?:\r\n?+|\n)[ \t]*[\r\n]"
    pattern = (
        rf"\{{\{{[<%]?\s*+(?P<slash>/?)\s*+(?P<short>[\w./-]*+)(?:(?!\{{\{{|\}}\}}|{blank}).)*+\}}\}}"
        rf"|\{{%-?\s*+(?P<tag>\w*+)(?:(?!\{{%|%\}}|{blank}).)*+%\}}"
        r"|\{[:#.][^{}\r\n]*\}"
    )
    found = list(re.compile(pattern, re.S).finditer(text, start))
    closings: dict[str, list[int]] = {}
    for i, match in enumerate(found):
        closed = _closes(match)
        if closed:
            closings.setdefault(closed, []).append(i)
    i = 0
    while i < len(found):
        match = found[i]
        name = match["short"] or match["tag"] or ""
        closing = closings.get(name, [])
        later = bisect_left(closing, i + 1)
        opens = later < len(closing)
        if opens and name in _NOT_COPY:
            i = closing[later]
            yield match.start(), found[i].end(), MARKUP if name == "comment" else OBJECT
        elif opens or _closes(match) or name in ("", "else", "elsif", "when"):
            yield match.start(), match.end(), MARKUP
        else:
            yield match.start(), match.end(), OBJECT
        i += 1


def _closes(match: re.Match[str]) -> str:
    """The name of what a template closes, "" when it closes nothing."""
    if match["slash"]:
        return str(match["short"])
    tag = match["tag"] or ""
    return tag[3:] if tag.startswith("end") else ""


def _mdx(text: str, start: int) -> Iterator[Mask]:
    """Import and export statements, `{expressions}` and JSX tags, outermost first."""
    statement = compiled(
        r"(?<![^\r\n])(?:import\s++(?:[^\r\n]*\bfrom\s*[\"']|[\"'{*])|export\s++(?:const|let|var|function|class|default|\{|\*))"
        r"[^\r\n]*(?:(?:\r\n?+|\n)(?![ \t]*(?:[\r\n]|\Z))[^\r\n]*)*+"
    )
    spans = [(match.start(), match.end(), OBJECT) for match in statement.finditer(text, start)]
    rest = _hide(text, len(text), spans)
    braces = [(at, end, MARKUP if rest.startswith("{/*", at) else OBJECT) for at, end in _outermost_braces(rest, start)]
    rest = _hide(rest, len(text), braces)
    tags = [
        (match.start(), match.end(), OBJECT if compiled(r"[^<]/>\Z").search(match[0]) else MARKUP)
        for match in compiled(rf"{TAG}|</?>").finditer(rest, start)
    ]
    at = 0
    for span in sorted(spans + braces + tags):
        if span[0] >= at:  # not inside a tag that has been given already
            yield span
            at = span[1]


def _outermost_braces(text: str, start: int) -> list[tuple[int, int]]:
    """Matching braces that stand in no other matching pair."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in compiled(r"[{}]").finditer(text, start):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            at = opened.pop()
            while pairs and pairs[-1][0] > at:
                pairs.pop()
            pairs.append((at, match.end()))
    return pairs
