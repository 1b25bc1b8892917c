"""One finding for a habit: what a story does again and again is said once, with a fix for every place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Edit, Span, flag

if TYPE_CHECKING:
    from copydesk import Flag, Flags

#: So many of a kind in a story are a slip; more are a habit.
SLIPS = 1


class Slip(NamedTuple):
    """One place: where, what is said of it, and how it is mended."""

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...] = ()


def grouped(slips: Iterable[Slip]) -> Flags:
    """A finding for a slip; for more than one of a kind one finding, at the first, that counts the others."""
    found: Sequence[Slip] = list(slips)
    if len(found) <= SLIPS:
        for slip in found:
            yield _flag(slip, slip.message, slip.edits)
        return
    first = found[0]
    edits = tuple(edit for slip in found for edit in slip.edits)
    yield _flag(first, f"{first.message} ({len(found) - 1} more here)", edits)


def _flag(slip: Slip, message: str, edits: tuple[Edit, ...]) -> Flag:
    return flag(Span(slip.start, slip.end), message, edits=edits)
