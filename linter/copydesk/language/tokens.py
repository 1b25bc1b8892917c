"""Words, numbers and marks of an article, once, for every analysis and rule that needs them.

A word is letters with inner apostrophes ("don’t", "O’Brien"); an initialism with periods ("U.S.",
"a.m.") is one word; hyphens part words. A number is digits with inner commas and points. Any other
character that is neither space nor masked markup is a mark of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from copydesk.model.article import MARKUP, OBJECT, TEXT

if TYPE_CHECKING:
    from copydesk.model.article import Article

WORD, NUMBER, PUNCT, THING = "w", "n", "p", "o"

_TOKEN = (
    r"(?P<w>(?:[A-Za-z]\.){2,}(?![A-Za-z])|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<n>\d+(?:[.,]\d+)*)"
    rf"|(?P<o>{OBJECT}+)"
    rf"|(?P<p>[^\s\w{MARKUP}{OBJECT}]|_)"
)


class Tokens:
    """Parallel lists, one entry a token: starts, ends, lower (lower case, straight apostrophes), kinds.

    kinds: WORD, NUMBER, PUNCT or THING (code, a URL, an image). Only text zones are tokenised.
    """

    __slots__ = ("ends", "kinds", "lower", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lower: list[str] = []
        self.kinds: list[str] = []

    def __len__(self) -> int:
        return len(self.starts)

    def index(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> range:
        """Indexes of the tokens that start in [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def find_tokens(article: Article) -> Tokens:
    """The tokens of all text zones, in order."""
    return tokenise(article.prose, ((zone.start, zone.end) for zone in article.zones if zone.kind in TEXT))


def tokenise(prose: str, stretches: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens of some stretches of masked prose, in order."""
    found = Tokens()
    starts, ends, lower, kinds = found.starts, found.ends, found.lower, found.kinds
    scan = re.compile(_TOKEN).finditer
    for start, end in stretches:
        for match in scan(prose, start, end):
            starts.append(match.start())
            ends.append(match.end())
            lower.append(match.group().lower().replace("’", "'"))
            kinds.append(match.lastgroup or PUNCT)
    return found
