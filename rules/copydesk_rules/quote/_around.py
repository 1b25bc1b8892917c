"""What stands around a quotation: the zone, the sentence, an outer quotation, a plain attribution after it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from copydesk import PROSE, Span, compiled

if TYPE_CHECKING:
    from copydesk import Article, Quote, Zone

#: Verbs that attribute and that need what was said, in the forms an attribution has.
SAID = frozenset(
    "said says asked asks added adds told tells replied replies wrote writes explained explains answered warned warns "
    "insisted insists recalled noted stated declared remarked announced exclaimed admitted acknowledged conceded "
    "asserted".split()
)
#: Verbs of which that is not so: they argued; she testified.
COMPLETE = frozenset("argued testified responded continued countered joked shouted yelled".split())
PLAIN = SAID | COMPLETE
PRONOUNS = frozenset("he she they we i it you".split())
_DETERMINERS = frozenset("the a an his her their another one".split())
_PARTICLES = frozenset("de da del della der di du la le van von bin ibn al el".split())
_ADVERBS = frozenset("also later then again once recently".split())
_LITTLE = frozenset("a an the and or but nor of in on at to for from by with as is vs".split())


class Tag(NamedTuple):
    """Who says it, and the verb.

    name: the speaker's last name, "" when it is a pronoun or a noun.  is_new: more than a pronoun or a last
    name, as a speaker is introduced.
    """

    speaker: Span
    verb: Span
    name: str
    is_new: bool


def attribution_after(quote: Quote, verbs: frozenset[str] = PLAIN) -> Tag | None:
    """The attribution that follows the closing mark at once, when words alone make it: "Lee said", "said Lee".

    verbs: the forms that count as its verb.
    """
    article = quote.article
    words = _words(article.prose, quote.end, min(quote.zone.end, quote.end + 120))
    if len(words) < 2:
        return None
    texts = [article.prose[word.start : word.end] for word in words]
    if texts[0] in verbs:
        verb, subject = 0, 1
        size = 0 if texts[1] in PRONOUNS else _subject(texts[1:], verbs)
    else:
        subject, size = 0, _subject(texts, verbs)
        verb = size + (size < len(texts) and texts[size] in _ADVERBS)
    if not size or verb == len(texts) or texts[verb] not in verbs:
        return None
    speaker = texts[subject : subject + size]
    is_pronoun = speaker[0].lower() in PRONOUNS
    is_name = speaker[0][0].isupper() and not is_pronoun and speaker[0].lower() not in _DETERMINERS
    return Tag(
        Span(words[subject].start, words[subject + size - 1].end),
        words[verb],
        speaker[-1] if is_name else "",
        not is_pronoun and not (is_name and size == 1),
    )


def _subject(texts: list[str], verbs: frozenset[str]) -> int:
    """How many words from the first make a subject: a pronoun, a name, or a determiner and its noun."""
    first = texts[0].lower()
    if first in PRONOUNS:
        return 1
    if first in _DETERMINERS:
        size = next((i for i, text in enumerate(texts[:5]) if text in verbs or text in _ADVERBS), len(texts[:5]))
        return size if size > 1 else 0
    size = next((i for i, text in enumerate(texts[:5]) if not text[0].isupper()), len(texts[:5]))
    return size if size and not texts[size - 1].endswith(("’s", "'s")) else 0


def _words(prose: str, at: int, stop: int) -> list[Span]:
    """The words from `at` on, one space apart; the first other mark ends them."""
    found: list[Span] = []
    for match in _word().finditer(prose, at, stop):
        if match.start() != at:
            break
        found.append(Span(match.start(1), match.end()))
        at = match.end()
    return found


@cache
def _word() -> re.Pattern[str]:
    """A space and a word; a period belongs to it only after an initial or a title (J., Sen.)."""
    title = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Sgt|Lt|Capt|Col|Gen|Rev|Cpl|Pvt|Maj|Adm|Cmdr|Det|Prof|Supt)\."
    return compiled(rf"[ \u00a0]({title}|(?:[A-Z]\.)+|[^\W\d_]+(?:[-’'][^\W\d_]+)*)")


def speaker_beside(quote: Quote) -> tuple[Span, str] | None:
    """The attribution that touches a quotation, before or after it, and the last name of whom it credits.

    None when there is none, when it credits no name, or when the analysis is not sure.
    """
    speaker, cue = quote.speaker, quote.cue
    if speaker is None or cue is None or quote.confidence < 0.85:
        return None
    start, end = min(speaker.start, cue.start), max(speaker.end, cue.end)
    if not (0 < start - quote.end <= 2 or 0 < quote.start - end <= 3):
        return None
    words = speaker.prose.split(",")[0].split()
    if not words or any(not word[0].isupper() and word not in _PARTICLES for word in words):
        return None
    name = words[-1]
    return None if name.lower() in PRONOUNS or name.endswith(("’s", "'s")) else (Span(start, end), name)


def is_in_prose(quote: Quote) -> bool:
    """Whether it stands in the newsroom's own copy rather than a headline, a block quotation or a table."""
    return quote.zone.kind in PROSE


def begins_sentence(quote: Quote) -> bool:
    """Whether nothing of its sentence stands before it."""
    sentence = quote.article.sentence_at(quote.start)
    return sentence is not None and sentence.start == quote.start


def is_clause(quote: Quote) -> bool:
    """Whether its words read as a sentence or the start of one: a capital first, two words or more, no title."""
    words = quote.inner.split()
    return len(words) > 1 and words[0][0].isupper() and not is_title_case(words)


def is_title_case(words: list[str]) -> bool:
    """Whether every word has a capital but those that a title leaves small."""
    return not any(word[0].islower() and word not in _LITTLE for word in words)


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


def quote_ending_at(article: Article, offset: int) -> Quote | None:
    """The quotation whose closing mark ends at `offset`."""
    return article.computed("quotation ends", lambda a: {q.end: q for q in a.quotes if q.closed}).get(offset)


def quotes_in(zone: Zone) -> list[Quote]:
    """The quotations of a zone, in order."""
    return zone.article.computed("quotations by zone", _by_zone).get(zone.start, [])


def _by_zone(article: Article) -> dict[int, list[Quote]]:
    found: dict[int, list[Quote]] = {}
    for quote in article.quotes:
        found.setdefault(quote.zone.start, []).append(quote)
    return found


def zone_after(zone: Zone) -> Zone | None:
    """The zone that follows."""
    return zone.article.computed("zones after", lambda a: {z.start: n for z, n in pairwise(a.zones)}).get(zone.start)
