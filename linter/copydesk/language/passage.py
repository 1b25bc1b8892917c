"""A paragraph as a row of items, each quotation one of them, and the noun phrases and verbs in the row.

Finding who says something needs no grammar of the whole sentence, only a few questions, and this module answers them
by the words' classes and by their capitals: which noun phrase ends here, which begins here, is this word a verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from copydesk.language.verbs import cue_verbs
from copydesk.language.wordclasses import (
    ABBREVIATED,
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BEFORE_MONTHS,
    CONTRACTED,
    DETERMINERS,
    DOING,
    DONE,
    GIVEN,
    NOT_ADVERBS,
    NOUNS,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    STANDING,
    SURNAMES,
    TEMPORAL,
    anchor_words,
    closed,
)  # fmt: skip
from copydesk.model.record import NamedTuple

if TYPE_CHECKING:
    from copydesk.language.quotes import Quote
    from copydesk.language.tokens import Tokens
    from copydesk.model.article import Article, Zone

#: Stands in the row for one quotation.
QUOTED = "“”"
#: Blank words behind the last, so that the next few and those before the first can be asked for.
_BLANKS = [""] * 8
#: How many items a verb, its subject or a tag is looked for.
REACH = 60
#: How many items a noun phrase has at most.
LONGEST = 24
#: Small words inside names.
_PARTICLES = frozenset("de la van von der del al bin".split())
_JOINTS = frozenset(".&-/'’")


def anchor_tokens(article: Article) -> list[int]:
    """The tokens that can be a cue's verb or the first word of "according to", in order."""
    known = anchor_words()
    return [k for k, word in enumerate(article.tokens.lower) if word in known]


class Chunk(NamedTuple):
    """A noun phrase: the items from `first` up to `last`, which is not part of it."""

    first: int
    last: int


class Passage:
    """The items of one zone in reading order: words, marks, and each outer quotation as QUOTED.

    words: lower case with straight apostrophes, and blanks behind the last.  starts, ends: their places in the
    article.  quoted: the quotation of an item.  size: how many items there are.  bounds: the items that begin a
    sentence, and `size`.  anchors: those that can be a cue's verb or the first word of "according to", in order.
    """

    __slots__ = ("anchors", "article", "bounds", "ends", "prose", "quoted", "size", "starts", "words")

    def __init__(self, article: Article, zone: Zone, quotes: Sequence[Quote]) -> None:
        tokens = article.tokens
        self.article = article
        self.prose = article.prose
        self.words: list[str] = []
        self.anchors: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quoted: dict[int, Quote] = {}
        at = zone.start
        for quote in quotes:
            self._take(tokens, at, quote.start)
            self.quoted[len(self.words)] = quote
            self.words.append(QUOTED)
            self.starts.append(quote.start)
            self.ends.append(quote.end)
            at = quote.end
        self._take(tokens, at, zone.end)
        self.size = len(self.words)
        self.words += _BLANKS
        self.bounds = {0, self.size}
        for sentence in zone.sentences:
            i = bisect_left(self.starts, sentence.start)
            if i < self.size and self.starts[i] == sentence.start:
                self.bounds.add(i)

    def _take(self, tokens: Tokens, start: int, end: int) -> None:
        items = tokens.between(start, end)
        known = self.article.computed("anchors", anchor_tokens)
        moved = len(self.words) - items.start
        self.anchors += [k + moved for k in known[bisect_left(known, items.start) : bisect_left(known, items.stop)]]
        self.words += tokens.lower[items.start : items.stop]
        self.starts += tokens.starts[items.start : items.stop]
        self.ends += tokens.ends[items.start : items.stop]

    def word(self, i: int) -> str:
        """The word at `i`, "" outside the row."""
        return self.words[i] if 0 <= i < self.size else ""

    def is_capital(self, i: int) -> bool:
        """Whether the word begins with a capital."""
        return 0 <= i < self.size and self.prose[self.starts[i]].isupper()

    def has_anchor(self, first: int, last: int) -> bool:
        """Whether one of `anchors` stands between two items."""
        anchors = self.anchors
        k = bisect_left(anchors, first)
        return k < len(anchors) and anchors[k] < last

    def begins_phrase(self, i: int) -> bool:
        """Whether a capital or a determiner stands there."""
        return self.word(i) in DETERMINERS or self.is_capital(i)

    def touches(self, i: int) -> bool:
        """Whether no space stands between `i` and the item after it."""
        return i + 1 < self.size and self.ends[i] == self.starts[i + 1]

    # Word classes

    def is_named(self, i: int) -> bool:
        """Whether a month, a time, a verb or an adverb is a name there: June Adler, Will Grant, Pat Long."""
        word, before, after = self.words[i], self.words[i - 1], self.words[i + 1]
        if not (word in GIVEN or word in SURNAMES) or not self.is_capital(i):
            return False
        if self.is_capital(i + 1):
            if word not in GIVEN or after in TEMPORAL or after in closed() - SURNAMES or before in BEFORE_MONTHS:
                return False
            return word not in AUXILIARIES or i not in self.bounds or self._declares(i + 2)
        if word not in SURNAMES or not self.is_capital(i - 1) or after.isdigit():
            return False
        return before.isalpha() and before not in closed() - GIVEN and (before not in TEMPORAL or before in GIVEN)

    def _declares(self, i: int) -> bool:
        """Whether a finite verb or a mark stands there, as after a name: said, wrote; but not: Will Lee say?"""
        word = self.words[i]
        return word in (",", ":", "(") or (self.is_verb(i) and word != cue_verbs().get(word))

    def is_adverb(self, i: int) -> bool:
        """Whether an adverb stands there: also, later, any word in -ly that is none of a few nouns."""
        word = self.words[i]
        if word in ADVERBS:
            adverb = word not in SURNAMES or not self.is_named(i)
        elif word.endswith("ly"):
            adverb = word not in NOT_ADVERBS and (i in self.bounds or not self.is_capital(i))
        else:
            return False
        return adverb and not (self.words[i + 1] == "-" and self.touches(i))

    def is_nominal(self, i: int) -> bool:
        """Whether the word can be part of a noun phrase: a name, a noun, an adjective, a number."""
        word = self.words[i]
        if word not in closed():
            if not word or not (word[0].isalnum() or word[0] == "$"):
                return False
            return word not in TEMPORAL or self.words[i - 1] == "-" or self.is_named(i)
        if word in GIVEN or word in SURNAMES:
            if self.is_named(i):
                return True
            if word == "may" and self.words[i - 1] in BEFORE_MONTHS:
                return False
        if word in TEMPORAL:
            return False
        if self.words[i + 1] == "-" and self.touches(i) and self.touches(i + 1):
            return True
        if not self.is_capital(i):
            return False
        if len(word) == 1 and self.words[i + 1] == "." and self.touches(i):
            return True
        return i not in self.bounds and word not in PRONOUNS and word not in DETERMINERS

    def is_verb(self, i: int) -> bool:
        """Whether the word has the form of a finite verb or of an auxiliary."""
        word = self.words[i]
        if word in AUXILIARIES:
            return not ((word in GIVEN or word in SURNAMES) and self.is_named(i))
        if self.is_capital(i):
            return word in DOING and i in self.bounds and not self.is_capital(i + 1)
        if word in DOING:
            return True
        if not word or word.endswith("ing"):
            return False
        return word in cue_verbs() or (word.endswith("ed") and len(word) > 3 and word not in ADJECTIVES)

    # Noun phrases

    def chunk_ending(self, last: int, low: int) -> Chunk | None:
        """The noun phrase whose last item is `last`, not reaching below `low`."""
        word = self.words[last]
        low = max(low, last - LONGEST)
        if last < low:
            return None
        if word in PRONOUNS or word in CONTRACTED or word in STANDING:
            return Chunk(last, last + 1)
        if word in NUMBERS and self.words[last + 1] in ("in", "of"):
            return Chunk(last, last + 1)
        if word == "." and self.words[last - 1] in ABBREVIATED:
            last -= 1
        elif not self.is_nominal(last):
            return None
        first = last
        while first > low and self._joins(first - 1):
            first -= 1
        for _ in range(2):
            if first > low and self.words[first - 1] in DETERMINERS and not self._is_that(first - 1):
                first -= 1
        if first == last and word.endswith("ed") and not self.is_capital(last):
            return None
        return Chunk(first, last + 1)

    def chunk_at(self, first: int, high: int, *, whole: bool = False) -> Chunk | None:
        """The noun phrase that begins at `first`, not reaching `high`; `whole`: no verb can follow it."""
        word = self.words[first]
        high = min(high, first + LONGEST)
        if first >= high:
            return None
        i = first
        while i < high and self.words[i] in DETERMINERS and not self._is_that(i):
            i += 1
        if i == first and (word in PRONOUNS or word in CONTRACTED):
            return Chunk(first, first + 1)
        begun = i
        while i < high:
            if i > begun and self._breaks_off(i, whole=whole):
                break
            if (
                (i > first and self.words[i] in TEMPORAL and self.is_nominal(i + 1))
                or (self.is_nominal(i) and not (not whole and i > begun and self._turns_verb(i)))
                or (i > begun and self._joins(i) and i + 1 < high and self.is_nominal(i + 1))
            ):
                i += 1
            else:
                break
        if i == begun and not ((i == first + 1 and word in STANDING) or word == "one"):
            return None
        return Chunk(first, i)

    def _turns_verb(self, i: int) -> bool:
        """Whether the word at `i`, after a nominal one, is the verb rather than more of the phrase."""
        word = self.words[i]
        if self.is_capital(i) or word in PEOPLE or self.words[i - 1] in ("-", "/"):
            return False
        if self.is_verb(i):
            return word not in NOUNS or not (self.is_verb(i + 1) or self.is_nominal(i + 1) or self.words[i + 1] == "-")
        if not word.endswith("s") or word.endswith(("ss", "'s")) or self.is_verb(i + 1) or self.touches(i):
            return False
        after = self.words[i + 1]
        return self.is_capital(i - 1) or after in ("that", "to", QUOTED) or after in DETERMINERS

    def _breaks_off(self, i: int, *, whole: bool) -> bool:
        """Whether an adverb or a participle ends the phrase before `i`: Lee strongly denied; the aide speaking up."""
        if self.is_adverb(i):
            return self.is_capital(i - 1) or not self.is_nominal(i + 1) or self.is_verb(i + 1)
        if self.words[i] in ("last", "next", "past") and self.words[i + 1] in TEMPORAL:
            return True
        if self.words[i].endswith(DONE) and self.words[i + 1] in PREPOSITIONS and not self.is_capital(i):
            return self.words[i + 1] == "by" or self.words[i].endswith("ed")
        if self.words[i].endswith("ing") and not self.is_capital(i) and self.words[i - 1] != "-":
            return not self.is_nominal(i + 1) or (self.is_capital(i - 1) and not whole)
        return False

    def _is_that(self, i: int) -> bool:
        """Whether a conjunction stands there that looks like a determiner: that Americans, that he."""
        return self.words[i] == "that" and (
            self.words[i + 1] in PRONOUNS or self.is_capital(i + 1) or self.words[i + 1] in DETERMINERS
        )

    def _joins(self, i: int) -> bool:
        """Whether `i` belongs to the noun phrase that goes on after it."""
        word = self.words[i]
        if word == ".":
            before = self.words[i - 1]
            return len(before) == 1 or before in ABBREVIATED or (before in TEMPORAL and self.words[i + 1].isdigit())
        if word == "and" or word == ":":
            return self.touches(i) and self.touches(i - 1) and (word == "and" or self.words[i + 1].isdigit())
        if word in _JOINTS:
            owned = word in "'’" and self.words[i - 1].endswith("s") and self.touches(i - 1)
            return word == "&" or owned or self.touches(i)
        if word in _PARTICLES:
            return self.is_capital(i + 1)
        if word == "of":
            return False
        if word in ("later", "earlier") and self.is_nominal(i + 1) and self.words[i - 1] in DETERMINERS:
            return True
        if word in TEMPORAL and not self.is_named(i):
            return (self.is_nominal(i + 1) and not self.is_capital(i + 1)) or self.words[i + 1] == "."
        if not self.is_nominal(i) or (word.endswith("ing") and self.is_capital(i + 1) and not self.is_capital(i)):
            return False
        if self.is_capital(i) or (word in NOUNS and (not word.endswith("s") or word.endswith("ss"))):
            return True
        return not (self.is_verb(i) or self.is_adverb(i))

    def is_participle(self, i: int) -> bool:
        """Whether a word in -ing stands there that is no name: saying, but not Sterling."""
        return self.words[i].endswith("ing") and not self.is_capital(i)
