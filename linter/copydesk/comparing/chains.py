"""A quotation found word for word: its segments, one after another, in one passage of the source."""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum
from itertools import pairwise

from copydesk.comparing.passages import Stream
from copydesk.comparing.said import Joint, Place, Said
from copydesk.comparing.words import negates
from copydesk.model.record import NamedTuple

#: Words between two pieces that follow closely on each other.
_NEAR = 12
#: Segments shorter than this stand in every text: that they are somewhere says nothing.
_TELLING = 3
#: A quotation of more segments is no quotation, and would take too long.
_SEGMENTS = 40
#: The fewest words of a piece that was surely taken from a place, and the most such pieces.
_PATCH, _PATCHES = 4, 4
#: How many places of the segment before are tried for each place of a segment.
_TRIED = 3


class Fault(IntEnum):
    """What is wrong with how the segments follow each other, the least first."""

    NONE = 0
    NEGATION = 1
    APART = 2
    ORDER = 3


class Chain(NamedTuple):
    """Where the segments stand in the stream: the first word of each. joint: the first that is at fault."""

    starts: tuple[int, ...]
    fault: Fault = Fault.NONE
    joint: int = 0
    skipped: int = 0

    @property
    def rank(self) -> tuple[int, int]:
        """The less the better."""
        return self.fault, self.skipped


def find_chain(said: Said, stream: Stream) -> Chain | None:
    """The best place of a quotation whose every word is in the source in this order; None when there is none."""
    best: dict[int, Chain] = {}
    segments = said.segments
    if len(segments) > _SEGMENTS:
        return None
    for number, (first, last) in enumerate(segments):
        found = stream.find(said.forms[first:last])
        if not found:
            return None
        size = last - first
        if number == 0:
            best = {at + size: Chain((at,), _inside(stream, at, at + size)) for at in found}
        else:
            best = _next(stream, best, found, size, said.joints[first], first)
    chain = min(best.values(), key=lambda one: one.rank, default=None)
    if chain and chain.fault > Fault.NEGATION and min(last - first for first, last in segments) < _TELLING:
        return None
    return chain


def _next(
    stream: Stream, before: dict[int, Chain], found: list[int], size: int, place: Place, joint: int
) -> dict[int, Chain]:
    """The best chain that ends with each place found."""
    ends = sorted(before)
    chains: dict[int, Chain] = {}
    for at in found:
        near = bisect_right(ends, at)
        tried = [
            _joined(stream, before[end], end, at, size, place, joint) for end in ends[max(near - _TRIED, 0) : near]
        ]
        if not tried:
            least = min(before.values(), key=lambda one: one.rank)
            tried = [Chain((*least.starts, at), Fault.ORDER, joint, least.skipped)]
        chains[at + size] = min(tried, key=lambda one: one.rank)
    return chains


def _joined(stream: Stream, chain: Chain, end: int, at: int, size: int, place: Place, joint: int) -> Chain:
    fault = joint_fault(stream, end, at, place) or _inside(stream, at, at + size)
    skipped = chain.skipped + at - end
    if fault > chain.fault:
        return Chain((*chain.starts, at), fault, joint, skipped)
    return Chain((*chain.starts, at), chain.fault, chain.joint, skipped)


def joint_fault(stream: Stream, end: int, at: int, place: Place) -> Fault:
    """What is wrong when a joint stands for the words from `end` to `at` of the stream."""
    if stream.passages[end - 1] != stream.passages[at]:
        return Fault.APART
    if place.words and tuple(stream.forms[end:at]) == place.words:
        return Fault.NONE
    if at - end > place.most:
        return Fault.APART
    if place.kind is Joint.INSERT:
        hidden = any(map(negates, stream.forms[end:at]))
        return Fault.NEGATION if hidden != place.negates else Fault.NONE
    return Fault.NEGATION if _hides_negation(stream, end, at) else Fault.NONE


def _hides_negation(stream: Stream, end: int, at: int) -> bool:
    """Whether the words left out turn round what is kept: “not” in a sentence that is kept in part, or a plain “No.”"""
    kept = (stream.sentences[end - 1], stream.sentences[at])
    for i in range(end, at):
        if negates(stream.forms[i]):
            sentence = stream.sentences[i]
            alone = stream.sentences[max(i - 3, 0) : i + 4].count(sentence) <= 3
            if sentence in kept or alone:
                return True
    return False


def _inside(stream: Stream, first: int, last: int) -> Fault:
    """Whether words in a row are one passage's."""
    return Fault.APART if stream.passages[first] != stream.passages[last - 1] else Fault.NONE


def find_patches(said: Said, stream: Stream) -> list[tuple[int, int]]:
    """A quotation put together from a few places of the source: the first word and the size of each, else nothing.

    Pieces that follow closely on each other are no patchwork: there only a few words were dropped.
    """
    patches: list[tuple[int, int]] = []
    at, size = 0, len(said)
    while at < size:
        if len(patches) == _PATCHES or size - at < _PATCH:
            return []
        low, high, start = 0, size - at + 1, -1
        while high - low > 1:  # the longest beginning of what is left that stands in the source
            middle = (low + high) // 2
            found = stream.find(said.forms[at : at + middle])
            if found:
                low, start = middle, found[0]
            else:
                high = middle
        if low < _PATCH:
            return []
        patches.append((start, low))
        at += low
    steps = (after[0] - before[0] - before[1] for before, after in pairwise(patches))
    return [] if all(0 <= step <= _NEAR for step in steps) else patches
