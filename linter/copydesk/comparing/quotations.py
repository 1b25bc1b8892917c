"""The quotations of a draft against its source, each found, found altered, or not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.comparing.judging import LEAST, Judgement, judge
from copydesk.comparing.passages import Passages
from copydesk.comparing.speakers import agree, differ
from copydesk.comparing.verdict import Comparison, Verdict
from copydesk.model.article import MARKUP, STORY, Kind, Located

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.language.quotes import Quote
    from copydesk.model.article import Article

#: Zones whose quotations are somebody's words.
_QUOTING = (STORY - {Kind.BLOCKQUOTE}) | {Kind.HEADLINE, Kind.DECK, Kind.CAPTION, Kind.SUBHEAD}
#: Characters of an attribution that parts a sentence: “We will,” the mayor said on Monday, “rebuild.”
_ATTRIBUTION = 120


def compare_quotations(article: Article) -> tuple[Comparison, ...]:
    """Every outer quotation of the draft against `article.source`, in order; none without a source."""
    if article.source is None:
        return ()
    quotations = list(_quotations(article))
    return compare(quotations, Passages(article.source)) if quotations else ()


def compare(quotations: list[tuple[Quote, ...]], source: Passages) -> tuple[Comparison, ...]:
    """Quotations, each with the pieces that attributions part, against a source."""
    return tuple(_compare(pieces, source) for pieces in quotations)


def _compare(pieces: tuple[Quote, ...], source: Passages) -> Comparison:
    first = pieces[0]
    is_speech = first.kind == "speech" and not first.orphan and not _is_title(first)
    spans = [(quote.inner_start, quote.inner_end) for quote in pieces]
    is_sentence = first.whole and first.inner[:1].isupper() and _stands_alone(first)
    found = judge(first.article.prose, spans, source, is_speech=is_speech, is_sentence=is_sentence)
    if first.zone.kind is Kind.BLOCKQUOTE and found.verdict in (Verdict.ABSENT, Verdict.PARAPHRASE):
        found = found._replace(verdict=Verdict.UNJUDGED, differences=(), runs=())  # a note is set off in the same way
    passage, quotes = _passage(found, source)
    is_there = found.verdict in (Verdict.EXACT, Verdict.PERMITTED, Verdict.ALTERED)
    is_telling = is_there and sum(len(quote.inner.split()) for quote in pieces) >= LEAST
    return Comparison(
        pieces,
        found.verdict,
        found.changes,
        found.differences,
        found.runs,
        found.why,
        found.share,
        passage,
        quotes,
        _speakers(pieces, quotes) if is_telling else None,
        found.is_sure,
    )


def _stands_alone(quote: Quote) -> bool:
    """Whether nothing of the reporter's sentence runs into it: said, “We …” rather than said that “We …”"""
    before = quote.article.prose[max(quote.start - 3, quote.zone.start) : quote.start].strip(f" \t\r\n{MARKUP}")
    return not before or not before[-1].isalnum()


def _is_title(quote: Quote) -> bool:
    """Whether it is written as titles are: every longer word with a capital."""
    longer = [word for word in quote.inner.split() if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer)


def _speakers(pieces: tuple[Quote, ...], quotes: tuple[Quote, ...]) -> tuple[Located, Located] | None:
    """The draft's and the source's speaker when they surely differ."""
    pairs = [(ours, theirs) for ours in pieces for theirs in quotes]
    if any(agree(ours, theirs) for ours, theirs in pairs):
        return None
    return next((found for found in (differ(*pair) for pair in pairs) if found), None)


def _passage(found: Judgement, source: Passages) -> tuple[Located | None, tuple[Quote, ...]]:
    """Where the source has it, and its quotations there."""
    if found.stream is None:
        return None, ()
    first, last = found.words
    stream = found.stream
    numbers = sorted({i for i in stream.quotes[first : last + 1] if i >= 0})
    place = Located(source.article, stream.starts[first], stream.ends[last])
    return place, tuple(source.quotes[i] for i in numbers)


def _quotations(article: Article) -> Iterator[tuple[Quote, ...]]:
    """The outer quotations of the story and its block quotations; what one sentence's attribution parts, together."""
    pieces: list[Quote] = []
    for quote in sorted((*_outer(article), *_blocks(article)), key=lambda quote: quote.start):
        if pieces and not _parted(pieces[-1], quote):
            yield tuple(pieces)
            pieces = []
        pieces.append(quote)
    if pieces:
        yield tuple(pieces)


def _outer(article: Article) -> Iterator[Quote]:
    return (quote for quote in article.quotes if not quote.level and quote.zone.kind in _QUOTING)


def _blocks(article: Article) -> Iterator[Quote]:
    """Block quotations: quotations without marks."""
    from copydesk.language.quotes import Quote

    for zone in article.zones_of(Kind.BLOCKQUOTE):
        if article.prose[zone.start : zone.end].strip(f" \t\r\n{MARKUP}"):
            yield Quote(zone, zone.start, zone.end, "", "")


def _parted(before: Quote, quote: Quote) -> bool:
    """Whether an attribution parts one sentence: “We will,” she said, “rebuild.”"""
    if quote.zone is not before.zone or not before.inner.rstrip().endswith(","):
        return False
    between = quote.article.prose[before.end : quote.start].strip()
    return len(between) <= _ATTRIBUTION and between.endswith(",") and quote.inner.lstrip()[:1].islower()
