"""Plain text: paragraphs parted by blank lines, or one to a line, as copy pasted from a CMS is written.

Which of the two is decided by shape, in `paragraphs`: a line break is a wrap when the next line goes on
in lower case, or when its first word would not have fitted on the line above; any other break is one
that the writer made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.model.article import OBJECT
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.blocks import Blocks, RawBlock

_BULLET = r"[ \t]*(?:[*•·▪◦‣]|-|\d{1,2}[.)])[ \t]+(?=\S)"
_URL = r"(?:https?://|www\.)[^\s<>\"“”]+"
_EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
_TERMINAL = ".!?…:。"
_CLOSERS = "\"'”’»)]*_"
#: No one wraps lines narrower than this; a shorter "width" is only a run of short lines.
_NARROWEST = 60
#: Lines longer than this on average are paragraphs.
_LONG = 160
#: How many groups of lines the top of a story is.
_TOP = 4


def read_text(text: str, start: int) -> Blocks:
    """The blocks of plain text from `start` on; bare URLs and e-mail addresses are masked as objects."""
    groups: list[list[Span]] = []
    items: list[RawBlock] = []
    bullet = compiled(_BULLET).match
    for group in line_groups(text, start):
        marks = [bullet(text, line.start, line.end) for line in group]
        if any(marks):
            _part_items(text, group, marks, groups, items)
        else:
            groups.append(group)
    blocks = [RawBlock("paragraph", span.start, span.end) for span in paragraphs(text, groups)]
    return Blocks(tuple(sorted(blocks + items, key=lambda block: block.start)), tuple(_objects(text, start)))


def _part_items(
    text: str,
    group: list[Span],
    marks: Sequence[re.Match[str] | None],
    groups: list[list[Span]],
    items: list[RawBlock],
) -> None:
    """Divide a group of lines into list items, with the lines that go on with them, and other lines."""
    loose: list[Span] = []
    in_item = False
    for i, (line, mark) in enumerate(zip(group, marks, strict=True)):
        if mark:
            items.append(RawBlock("item", mark.end(), line.end, 1))
            in_item = True
        elif in_item and (text[line.start - 1] in " \t" or _breaks(text, group[i - 1 : i + 1]) == ["wrap"]):
            items[-1] = items[-1]._replace(end=line.end)
        else:
            in_item = False
            loose.append(line)
            continue
        if loose:
            groups.append(loose)
            loose = []
    if loose:
        groups.append(loose)


def line_groups(text: str, start: int, end: int | None = None) -> list[list[Span]]:
    """The lines from `start` on, without surrounding spaces, grouped as blank lines part them."""
    groups: list[list[Span]] = []
    last = -1
    for match in compiled(r"[^\r\n]+").finditer(text, start, len(text) if end is None else end):
        line = match.group()
        words = line.strip()
        if not words:
            continue
        first = match.start() + (line.index(words[0]) if line[0] != words[0] else 0)
        span = Span(first, first + len(words))
        gap = text[last : match.start()] if last >= 0 else ""
        if last >= 0 and gap in ("\n", "\r", "\r\n"):
            groups[-1].append(span)
        else:
            groups.append([span])
        last = match.end()
    return groups


def paragraphs(text: str, groups: Sequence[Sequence[Span]], *, loose: bool = True) -> list[Span]:
    """Paragraphs out of groups of lines, whether a paragraph is a group or a line.

    The file is written one paragraph a line when next to no break in it is a wrap and blank lines are
    rare or the lines long. Otherwise a single group is divided when none of its breaks is a wrap and one
    at least stands after a line that is no sentence: a headline over a byline, a byline over a role. Not
    `loose` (Markdown, where a line break means nothing): only at the top of the story.
    """
    many = [group for group in groups if len(group) > 1]
    if not many:
        return [Span(group[0].start, group[-1].end) for group in groups]
    breaks = [_breaks(text, group) for group in many]
    kinds = [kind for found in breaks for kind in found]
    lines = [line for group in many for line in group]
    mean = sum(line.end - line.start for line in lines) / len(lines)
    by_line = kinds.count("wrap") * 10 <= len(kinds) and ((len(groups) - 1) * 4 <= len(kinds) or mean > _LONG)
    found: list[Span] = []
    at = iter(breaks)
    for i, group in enumerate(groups):
        here = next(at) if len(group) > 1 else []
        if not here or not (by_line or ((loose or i < _TOP) and _is_set_apart(text, group, here))):
            found.append(Span(group[0].start, group[-1].end))
            continue
        start = group[0].start
        for line, following, kind in zip(group, group[1:], here, strict=False):
            if kind != "wrap":
                found.append(Span(start, line.end))
                start = following.start
        found.append(Span(start, group[-1].end))
    return found


def _breaks(text: str, group: Sequence[Span]) -> list[str]:
    """What each line break inside a group is: "wrap", "break", or "either"."""
    width = max(_NARROWEST, max(line.end - line.start for line in group))
    found = []
    for line, following in pairwise(group):
        head = text[following.start : min(following.end, following.start + width)]
        first = head.split(None, 1)[0]
        opening = first.lstrip("\"'“‘([*_")
        fits = line.end - line.start + 1 + len(first) <= width
        if opening[:1].islower() and "@" not in opening and not opening.startswith(("http", "www.")):
            found.append("wrap")
        elif fits:
            found.append("break")
        else:
            found.append("either" if ends_sentence(text, line.start, line.end) else "wrap")
    return found


def _is_set_apart(text: str, group: Sequence[Span], breaks: Sequence[str]) -> bool:
    """Whether a group of lines is several paragraphs in a file that otherwise parts them by blank lines."""
    if "wrap" in breaks or "break" not in breaks:
        return False
    mean = sum(line.end - line.start for line in group) / len(group)
    return mean > _LONG or any(not ends_sentence(text, line.start, line.end) for line in group[:-1])


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] ends as a sentence does, closing marks aside."""
    while end > start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > start and text[end - 1] in _TERMINAL


def _objects(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Masks of the URLs and e-mail addresses that stand bare in the text."""
    if "://" in text or "www." in text:
        for match in compiled(_URL).finditer(text, start):
            yield match.start(), match.start() + len(match.group().rstrip(".,;:!?)]'’”")), OBJECT
    if "@" in text:
        for match in compiled(_EMAIL).finditer(text, start):
            yield match.start(), match.end(), OBJECT
