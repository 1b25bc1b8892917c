"""The story's words printed again: excerpts, a headline twice, a deck and a lead jammed on one line.

Copies are told by their words alone: no case, no punctuation, no apostrophes. A copy is made of the
openings of other paragraphs, one or several in a row, the last perhaps cut off.
"""

from __future__ import annotations

from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

_WORD = r"[^\W_]+(?:['’][^\W_]+)*"
#: So many words tell one opening from another.
_KEY = 3
#: The share of a copy's words that may be its own.
_GAPS = 0.2
#: A copy made of more paragraphs than this is no copy.
_MOST = 8


class Part(NamedTuple):
    """Words first:last of a copy, found again at the opening of paragraph `source`; whole: all of its words."""

    first: int
    last: int
    source: int
    whole: bool


def words_of(said: str) -> list[str]:
    """The words by which copies are told."""
    return _fold(compiled(_WORD).findall(said))


def _fold(words: list[str]) -> list[str]:
    if not words:
        return []
    return "\n".join(words).casefold().replace("’", "").replace("'", "").split("\n")


def _key(said: str) -> tuple[str, ...]:
    """The first words of a paragraph."""
    match = compiled(rf"[\W_]*({_WORD})(?:[\W_]+({_WORD}))?(?:[\W_]+({_WORD}))?").match(said)
    return tuple(_fold([word for word in match.groups() if word])) if match else ()


def word_starts(said: str) -> list[int]:
    """Where the words of `words_of` begin."""
    return [match.start() for match in compiled(_WORD).finditer(said)]


class Openings:
    """Paragraphs indexed by their first words; a paragraph may have several openings."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        self._first: set[str] = set()
        self._words: dict[str, list[str]] = {}

    def add(self, source: int, said: str) -> None:
        """Make `said` an opening of paragraph `source`."""
        key = _key(said)
        if key:
            self._by_key.setdefault(key, []).append((source, said))
            self._first.add(key[0])

    def shared(self, said: str) -> bool:
        """Whether a paragraph in the index has its first words in common with another one."""
        return len({source for source, _ in self._by_key.get(_key(said), ())}) > 1

    def same(self, said: str) -> int | None:
        """The first paragraph that has exactly these words."""
        rivals = self._by_key.get(_key(said))
        if not rivals:
            return None
        words = words_of(said)
        return next((source for source, theirs in rivals if self._told(theirs) == words), None)

    def parts(self, said: str, but: set[int], *, cut: bool) -> list[Part]:
        """What a paragraph is made of, without the paragraphs `but`; empty if it is no copy.

        A copy is one other paragraph whole, or a row of them, the last perhaps cut. cut: it ends in an ellipsis.
        """
        words = words_of(said)
        found: list[Part] = []
        at = lost = 0
        while at < len(words) and len(found) <= _MOST:
            best = None
            rivals = self._by_key.get(tuple(words[at : at + _KEY]), ()) if words[at] in self._first else ()
            for source, said_there in rivals:
                if source in but:
                    continue
                theirs = self._told(said_there)
                same = _common(words, at, theirs)
                whole = same == len(theirs)
                kept = whole or at + same == len(words) or same >= 2 * _KEY
                if kept and (best is None or at + same > best.last):
                    best = Part(at, at + same, source, whole)
            if best:
                found.append(best)
                at = best.last
                continue
            at += 1
            lost += 1
            if lost > len(words) * _GAPS:
                return []
        if not found or at < len(words):
            return []
        alone = found[0]
        if cut or len(found) > 1 or (alone.whole and alone.first <= _KEY and alone.last == len(words)):
            return found
        return []

    def _told(self, said: str) -> list[str]:
        if said not in self._words:
            self._words[said] = words_of(said)
        return self._words[said]


def _common(words: list[str], at: int, theirs: list[str]) -> int:
    """How many words from `at` on are the first of `theirs`; the very last may be cut short."""
    last = len(words) - 1
    for same, other in enumerate(theirs):
        i = at + same
        if i > last:
            return same
        if words[i] != other and not (i == last and same >= _KEY and other.startswith(words[i])):
            return same
    return len(theirs)
