"""Tables for a terminal: columns that fit it, long cells shortened in the middle or wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copydesk.report.display import harmless, width

#: What stands between columns.
GAP = "  "


def shown(text: str) -> str:
    """Words of a draft as one harmless line."""
    return harmless(" ".join(text.split()), " ")


def fitted(text: str, columns: int) -> str:
    """`text` (from `shown`) in so many columns: its beginning and its end, with dots between, when it is longer."""
    if width(text) <= columns:
        return text
    if columns < 3:
        return _cut(text, columns)
    head = _at_word(_cut(text, columns // 2))
    tail = _at_word(_cut(text[::-1], columns - 1 - width(head)))[::-1]
    return f"{head.rstrip()}…{tail.lstrip()}"


def _at_word(piece: str) -> str:
    """A piece less the part of a word at its end, when that leaves more than half."""
    space = piece.rfind(" ")
    return piece[:space] if space > len(piece) // 2 else piece


def _cut(text: str, columns: int) -> str:
    """As much of `text` as fits."""
    used = 0
    for i, char in enumerate(text):
        used += width(char)
        if used > columns:
            return text[:i]
    return text


def padded(text: str, columns: int) -> str:
    """`text` with spaces behind it up to so many columns."""
    return text + " " * (columns - width(text))


def rows(header: Sequence[str], cells: Sequence[Sequence[str]], most: Sequence[int], columns: int) -> Iterator[str]:
    """Lines of a table, the header first. `most`: the widest each column may be; the last one takes what is left."""
    wide = [
        min(limit, max(width(row[i]) for row in (header, *cells))) for i, limit in enumerate(most[: len(header) - 1])
    ]
    left = max(columns - sum(wide) - len(GAP) * len(wide), 10)
    for row in (header, *cells):
        line = [padded(fitted(cell, limit), limit) for cell, limit in zip(row[:-1], wide, strict=True)]
        yield GAP.join([*line, fitted(row[-1], left)]).rstrip()


def wrapped(words: Iterable[tuple[str, str]], columns: int) -> Iterator[list[tuple[str, str]]]:
    """(word, style) pairs in lines of so many columns; a longer word has a line of its own."""
    line: list[tuple[str, str]] = []
    used = 0
    for word, style in words:
        size = width(word)
        if line and used + 1 + size > columns:
            yield line
            line, used = [], 0
        used += size + bool(line)
        line.append((word, style))
    if line:
        yield line
