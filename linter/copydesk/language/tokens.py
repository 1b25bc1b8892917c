"""Words, numbers and marks of an article, once, for every analysis and rule that needs them.

A word is letters with inner apostrophes ("don’t", "O’Brien"); an initialism with periods ("U.S.",
"a.m.") is one word; hyphens part words. A number is digits with inner commas and points. Any other
character that is neither space nor masked markup is a mark of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from copydesk.model.article import MARKUP, OBJECT, TEXT, folded
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.model.article import Article

#: One token; the phrase index reads phrases with it too, so that both agree on what a token is.
TOKEN = (
    r"[^\W\d_]{2,}(?:['’ʼ][^\W\d_]+)*|(?:[A-Za-z]\.){2,}(?![A-Za-z])|[^\W\d_](?:['’ʼ][^\W\d_]+)*"
    rf"|[^\s\w{MARKUP}{OBJECT}]|\d+(?:[.,]\d+)*|{OBJECT}+|_"
)


class Tokens:
    """Parallel lists, one entry a token: starts, ends, lower (lower case, straight apostrophes).

    Only text zones are tokenised.
    """

    __slots__ = ("_where", "ends", "lower", "starts")

    def __init__(self, starts: list[int], ends: list[int], lower: list[str]) -> None:
        self.starts = starts
        self.ends = ends
        self.lower = lower
        self._where: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def index(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    @property
    def where(self) -> dict[str, list[int]]:
        """Every word and mark, and the indexes of the tokens that it is; made at first use."""
        if not self._where:
            where = self._where
            for i, word in enumerate(self.lower):
                if word in where:
                    where[word].append(i)
                else:
                    where[word] = [i]
        return self._where

    def among(self, words: Iterable[str], *, figures: bool = False) -> list[int]:
        """The indexes, in order, of the tokens that are one of `words`; with `figures`, of numbers in figures too."""
        where = self.where
        wanted = where.keys() & words
        if figures:
            wanted.update(word for word in where if word[0].isdecimal())
        return sorted(i for word in wanted for i in where[word])

    def between(self, start: int, end: int) -> range:
        """Indexes of the tokens that start in [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def find_tokens(article: Article) -> Tokens:
    """The tokens of all text zones, in order."""
    scan, folded = compiled(TOKEN).finditer, article.folded
    zones = [zone for zone in article.zones if zone.kind in TEXT]
    return _tokens(folded, [match.span() for zone in zones for match in scan(folded, zone.start, zone.end)])


def tokenise(prose: str, stretches: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens of some stretches of masked prose, in order."""
    scan, lower = compiled(TOKEN).finditer, folded(prose)
    return _tokens(lower, [match.span() for start, end in stretches for match in scan(lower, start, end)])


def _tokens(lower: str, spans: list[tuple[int, int]]) -> Tokens:
    return Tokens([start for start, _ in spans], [end for _, end in spans], [lower[start:end] for start, end in spans])
