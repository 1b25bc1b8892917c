"""Positions. Everything is a code-point offset in the decoded source, 0-based and half-open.

Lines, columns, bytes and UTF-16 units exist at the borders only, and `LineIndex` makes them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from copydesk.model.record import NamedTuple


class Span(NamedTuple):
    """A stretch of text: `start` to `end`, code points, 0-based, half-open."""

    start: int
    end: int


class LineIndex:
    """Turns offsets into what editors and reporters count in.

    A line ends at LF, CRLF or a lone CR, as editors have it; U+2028, NEL, VT and FF do not end a line.
    """

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", text))]

    def __len__(self) -> int:
        return len(self._starts)

    def line_column(self, offset: int) -> tuple[int, int]:
        """1-based line and 1-based column, in code points, of `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """The span of 1-based `line`, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a 1-based line and column; past the line's end gives the line's end."""
        span = self.line_span(line)
        return min(span.start + column - 1, span.end)

    def utf16_column(self, offset: int) -> int:
        """1-based column of `offset` in UTF-16 code units (language servers, SARIF viewers)."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return len(self._text[start:offset].encode("utf-16-le", "surrogatepass")) // 2 + 1

    def byte_offset(self, offset: int) -> int:
        """0-based UTF-8 byte offset of `offset` from the start of the text."""
        return len(self._text[:offset].encode("utf-8", "surrogatepass"))
