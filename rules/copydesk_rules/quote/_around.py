"""What stands around a quotation: the zone, the sentence, an outer quotation, a plain attribution after it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk import PROSE, Part

if TYPE_CHECKING:
    from copydesk import Article, Quote

#: Verbs that do nothing but attribute, in the forms an attribution has.
PLAIN = frozenset("said says asked asks added adds told tells replied replies wrote writes explained answered".split())
PRONOUNS = frozenset("he she they we i it you".split())
_DETERMINERS = frozenset("the a an his her their another one".split())
_ADVERBS = frozenset("also later then again once recently".split())
_LITTLE = frozenset("a an the and or but nor of in on at to for from by with as is vs".split())


class Attribution(NamedTuple):
    """Who says it, and the verb. is_name: the speaker is a proper name, not "he" or "the mayor"."""

    speaker: Part
    verb: Part
    is_name: bool


def attribution_after(quote: Quote) -> Attribution | None:
    """The attribution that follows the closing mark at once, when words alone make it: "Lee said", "said Lee"."""
    article, zone = quote.article, quote.zone
    if zone is None:
        return None
    words = _words(article.prose, quote.end, min(zone.end, quote.end + 120))
    if len(words) < 2:
        return None
    texts = [article.prose[word.start : word.end] for word in words]
    if texts[0] in PLAIN:
        size = _subject(texts[1:])
        if not size or texts[1] in PRONOUNS:
            return None
        return Attribution(Part(words[1].start, words[size].end), words[0], texts[1][0].isupper())
    size = _subject(texts)
    at = size + (size < len(texts) and texts[size] in _ADVERBS)
    if not size or at == len(texts) or texts[at] not in PLAIN:
        return None
    is_name = texts[0][0].isupper() and texts[0].lower() not in PRONOUNS | _DETERMINERS
    return Attribution(Part(words[0].start, words[size - 1].end), words[at], is_name)


def _subject(texts: list[str]) -> int:
    """How many words from the first make a subject: a pronoun, a name, or a determiner and its noun."""
    first = texts[0].lower()
    if first in PRONOUNS:
        return 1
    if first in _DETERMINERS:
        verb = next((i for i, text in enumerate(texts[:6]) if text in PLAIN or text in _ADVERBS), len(texts))
        return min(verb, 5) if verb > 1 else 0
    return next((i for i, text in enumerate(texts[:6]) if not text[0].isupper()), 0 if len(texts) > 5 else len(texts))


def _words(prose: str, at: int, stop: int) -> list[Part]:
    """The words from `at` on, one space apart; the first other mark ends them."""
    found: list[Part] = []
    for match in _word().finditer(prose, at, stop):
        if match.start() != at:
            break
        found.append(Part(match.start(1), match.end()))
        at = match.end()
    return found


@cache
def _word() -> re.Pattern[str]:
    """A space and a word; a period belongs to it only after an initial or a title (J., Sen.)."""
    return re.compile(r"[ \u00a0]((?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Sgt|Lt|Capt|Col|Gen|Rev)\.|[^\W\d_]+(?:[-’'][^\W\d_]+)*)")


def is_in_prose(quote: Quote) -> bool:
    """Whether it stands in the newsroom's own copy rather than a headline, a block quotation or a table."""
    zone = quote.zone
    return zone is not None and zone.kind in PROSE


def begins_sentence(quote: Quote) -> bool:
    """Whether nothing of its sentence stands before it."""
    sentence = quote.article.sentence_at(quote.start)
    return sentence is not None and sentence.start == quote.start


def is_clause(quote: Quote) -> bool:
    """Whether its words read as a sentence or the start of one: a capital first, two words or more, no title."""
    words = quote.inner.split()
    if len(words) < 2 or not words[0][0].isupper():
        return False
    return any(word[0].islower() and word not in _LITTLE for word in words)


def outer_of(quote: Quote) -> Quote | None:
    """The quotation it stands inside, if any."""
    return quote.article.computed("outer quotations", _outers).get((quote.start, quote.end))


def _outers(article: Article) -> dict[tuple[int, int], Quote]:
    outers: dict[tuple[int, int], Quote] = {}
    around: list[Quote] = []
    for quote in article.quotes:
        while around and around[-1].end <= quote.start:
            around.pop()
        if around:
            outers[quote.start, quote.end] = around[-1]
        if not quote.orphan:
            around.append(quote)
    return outers
