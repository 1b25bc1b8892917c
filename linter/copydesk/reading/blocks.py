"""What a format's reader hands to `structure`: blocks of text in order, and what to mask."""

from __future__ import annotations

from copydesk.model.article import Problem
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span


class RawBlock(NamedTuple):
    """A block of the source and what its format calls it. Offsets are code points, half-open, line end excluded.

    kind: "paragraph", "heading", "item" (of a list), "quote" (a paragraph of a block quotation),
    "table", "code", "caption".  level: heading level or list depth, 0 where it has none.
    A heading's or item's marks ("## ", "- ", "> ") are outside the block.
    """

    kind: str
    start: int
    end: int
    level: int = 0


class Blocks(NamedTuple):
    """A format's reading of a text. comments: `<!-- … -->` spans (in MDX also `{/* … */}`).

    masks: (start, end, MARKUP or OBJECT); one character long, also what a reference such as `&mdash;` stands for.
    """

    blocks: tuple[RawBlock, ...]
    masks: tuple[tuple[int, int, str], ...] = ()
    comments: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
