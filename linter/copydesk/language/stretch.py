"""One stretch of copy read left to right, token by token, with each token's neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from copydesk.model.article import MARKUP
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.language.tokens import Tokens
    from copydesk.model.article import Article

#: Space between words, and space or none: patterns that parse copy allow masked markup in it.
GAP = rf"[\s{MARKUP}]++"
SPACE = rf"[\s{MARKUP}]*+"

#: Plural nouns without an s, and what else can follow a count.
_COUNTED = frozenset(
    "people men women children percent million billion trillion hundred thousand dozen feet more other of new "
    "adults".split()
)
#: Words that end in s and are no plural noun.
_NOT_PLURAL = frozenset(
    "as is was has his this its us does plus versus across towards besides perhaps always sometimes unless thus less "
    "marks falls comes begins starts ends opens closes looks brings sees means represents seems appears remains "
    "becomes says celebrates commemorates honors recognizes makes gives takes news yes".split()
)


class Stretch:
    """The tokens `first` to `stop` of a zone that ends at `end`. A neighbour beyond them is an empty word."""

    __slots__ = ("article", "end", "ends", "first", "lower", "prose", "starts", "stop")

    def __init__(self, article: Article, tokens: Tokens, start: int, end: int) -> None:
        self.article = article
        self.prose = article.prose
        self.starts, self.ends, self.lower = tokens.starts, tokens.ends, tokens.lower
        self.first = tokens.index(start)
        self.stop = tokens.index(end)
        self.end = end

    def word(self, i: int) -> str:
        """Token `i`, lower case."""
        return self.lower[i] if self.first <= i < self.stop else ""

    def is_word(self, i: int) -> bool:
        """Whether token `i` is a word of letters."""
        return self.first <= i < self.stop and self.lower[i][0].isalpha()

    def is_number(self, i: int) -> bool:
        """Whether token `i` is a number in figures."""
        return self.first <= i < self.stop and self.lower[i][0].isdecimal()

    def capital(self, i: int) -> bool:
        """Whether token `i` is a word with a capital."""
        return self.is_word(i) and self.prose[self.starts[i]].isupper()

    def shouted(self, i: int) -> bool:
        """Whether token `i` is a word in capitals throughout."""
        return self.is_word(i) and self.prose[self.starts[i] : self.ends[i]].isupper()

    def opens(self, i: int) -> bool:
        """Whether token `i` opens a sentence or a clause: nothing, or a mark, stands before it."""
        return i <= self.first or self.word(i - 1) in '.?!:;—–"“”(•'

    def glued(self, i: int) -> bool:
        """Whether token `i` stands right after the one before it, without space."""
        return self.first < i < self.stop and self.ends[i - 1] == self.starts[i]

    def counted(self, i: int) -> bool:
        """Whether token `i` looks like what a number before it counts: "people", "votes", "million"."""
        word = self.word(i)
        if word in _COUNTED:
            return True
        return len(word) > 3 and word[-1] == "s" and word not in _NOT_PLURAL and word[-2] != "s" and not self.capital(i)

    def part_of(self, indexes: list[int]) -> list[int]:
        """Those of `indexes`, sorted, that are tokens of the stretch."""
        return indexes[bisect_left(indexes, self.first) : bisect_left(indexes, self.stop)]

    def match(self, pattern: str, at: int) -> re.Match[str] | None:
        """What `pattern` matches at offset `at`, within the stretch."""
        return compiled(pattern).match(self.prose, at, self.end)

    def after(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset, self.first, self.stop)
