"""A source, made ready to be searched: what it has in quotation marks, and all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from copydesk.comparing.speakers import last_name
from copydesk.comparing.words import source_words
from copydesk.model.article import TEXT, Kind
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.language.quotes import Quote
    from copydesk.model.article import Article

#: In the place of a quotation's number: the reporter's own words, and those of a block quotation.
OUTSIDE, BLOCK = -1, -2
#: Occurrences of a word that are looked at one by one; where there are more, the text is searched as a string.
MANY = 256
#: Characters that such searches may read in all: hostile texts must end too.
_BUDGET = 60_000_000
#: How many characters may stand between two pieces of what one speaker says.
_BETWEEN = 250
#: How many may where a paragraph ends between them: an attribution and no more.
_TAG = 80
#: Words that a reporter does not say of himself, and the share of them from which a text is somebody's own.
_FIRST_PERSON = frozenset("i i'm i've i'd i'll my me we we're we've we'd we'll our us".split())
_PERSONAL = 0.03
#: Fewer turns ("LEE: …") than this make no transcript.
_TURNS = 3


class Stream:
    """Words in order, with the passage and the sentence that each stands in.

    forms, starts, ends: of each word.  passages: a number a word; a new one begins where somebody else speaks, or where
    the speech breaks off.  sentences: likewise.  quotes: the number of the quotation, or OUTSIDE, or BLOCK.
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.passages: list[int] = []
        self.sentences: list[int] = []
        self.quotes: list[int] = []
        self._spent = 0

    def add(self, text: str, start: int, end: int, passage: int, quote: int) -> None:
        """Add the words of `text[start:end]`."""
        sentence = self.sentences[-1] + 1 if self.sentences else 0
        at = end
        for word in source_words(text, start, end):
            if word.start > at + 1 and _ends_sentence(text, at, word.start):
                sentence += 1
            self.forms.append(word.form)
            self.starts.append(word.start)
            self.ends.append(word.end)
            self.passages.append(passage)
            self.sentences.append(sentence)
            self.quotes.append(quote)
            at = word.end

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for i, form in enumerate(self.forms):
            found.setdefault(form, []).append(i)
        return found

    def find(self, forms: list[str]) -> list[int]:
        """Where these words stand in a row: the index of the first word of each place, at most MANY."""
        rarest, least = 0, len(self.forms) + 1
        for i, form in enumerate(forms):
            number = len(self.positions.get(form, ()))
            if number < least:
                rarest, least = i, number
        if not least or least > len(self.forms):
            return []
        if least > MANY:
            return self._search(forms)
        size = len(forms)
        starts = (at - rarest for at in self.positions[forms[rarest]])
        return [at for at in starts if at >= 0 and self.forms[at : at + size] == forms]

    def _search(self, forms: list[str]) -> list[int]:
        """`find`, in the text as one string, for words that are everywhere."""
        joined, offsets = self._joined
        wanted = f" {' '.join(forms)} "
        found: list[int] = []
        at = -1
        while len(found) < MANY and self._spent < _BUDGET:
            began = at + 1
            at = joined.find(wanted, began)
            self._spent += (at if at >= 0 else len(joined)) - began + len(wanted)
            if at < 0:
                break
            found.append(bisect_left(offsets, at))
        return found

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        offsets, at = [], 0
        for form in self.forms:
            offsets.append(at)
            at += len(form) + 1
        return f" {' '.join(self.forms)} ", offsets


class Passages:
    """What a source says.

    speech: the words that it has in quotation marks or as block quotations.  whole: all of its words. Most sources tell
    the two apart; a transcript, a statement or a page without quotation marks does not (see `is_marked`).
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.quotes = [quote for quote in article.quotes if not quote.level]
        self.speech = Stream()
        self._fill()

    @cached_property
    def is_marked(self) -> bool:
        """Whether what is not in quotation marks is the reporter's own."""
        if not self.speech.forms or len(list(_turns(self.article))) >= _TURNS:
            return False
        own = [form for form, quote in zip(self.whole.forms, self.whole.quotes, strict=True) if quote == OUTSIDE]
        return sum(form in _FIRST_PERSON for form in own) <= _PERSONAL * len(own)

    @cached_property
    def whole(self) -> Stream:
        """All words; a new passage begins with each turn of a transcript."""
        stream = Stream()
        turns = set(_turns(self.article))
        starts = [quote.start for quote in self.quotes]
        passage = 0
        for zone in self.article.zones:
            if zone.kind not in TEXT:
                continue
            passage += zone.start in turns
            at = zone.start
            outside = BLOCK if zone.kind is Kind.BLOCKQUOTE else OUTSIDE
            for i in range(bisect_left(starts, zone.start), bisect_left(starts, zone.end)):
                quote = self.quotes[i]
                if quote.start < at:
                    continue
                stream.add(self.article.prose, at, quote.start, passage, outside)
                stream.add(self.article.prose, quote.start, min(quote.end, zone.end), passage, i)
                at = quote.end
            if at < zone.end:
                stream.add(self.article.prose, at, zone.end, passage, outside)
        return stream

    def _fill(self) -> None:
        """The words in quotation marks and block quotations; pieces of one speech are one passage."""
        passage = 0
        before: Quote | None = None
        for start, end, i in sorted(self._stretches()):
            quote = self.quotes[i] if i >= 0 else None
            if not (quote and before and _goes_on(before, quote)):
                passage += 1
            self.speech.add(self.article.prose, start, end, passage, i)
            before = quote

    def _stretches(self) -> Iterable[tuple[int, int, int]]:
        blocks = self.article.zones_of(Kind.BLOCKQUOTE)
        yield from ((zone.start, zone.end, BLOCK) for zone in blocks)
        for i, quote in enumerate(self.quotes):
            if quote.zone.kind is not Kind.BLOCKQUOTE and quote.zone.kind in TEXT:
                yield quote.inner_start, quote.inner_end, i


def _goes_on(before: Quote, quote: Quote) -> bool:
    """Whether a quotation goes on with the one before it: only an attribution between, and nobody else's name.

    In the next paragraph the same name has to stand, or no speaker at all.
    """
    if quote.continues:
        return True
    between = quote.start - before.end
    if not 0 <= between <= _BETWEEN:
        return False
    first, second = _name(before), _name(quote)
    if first and second and first != second:
        return False
    if quote.zone is before.zone:
        return True
    return between <= _TAG and bool(first) and (first == second or quote.speaker is None)


def _name(quote: Quote) -> str:
    """The last name of a speaker who is named."""
    return last_name(quote.speaker.text) if quote.speaker and quote.speaker_kind == "named" else ""


def _turns(article: Article) -> Iterator[int]:
    """Where the turns of a transcript begin: LEE: …, Q: …"""
    turn = compiled(r"\s*(?:[A-Z][A-Z.'’ -]{1,40}|[QA]|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}):\s")
    for zone in article.zones:
        if zone.kind in TEXT and turn.match(article.prose, zone.start, min(zone.end, zone.start + 60)):
            yield zone.start


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two words."""
    between = text[start:end]
    return text[end].isupper() and any(mark in between for mark in ".?!…")
