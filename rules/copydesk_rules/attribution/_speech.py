"""What the rules about attribution share: attributions in the newsroom's own words, documents, sources nearby."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from copydesk import PROSE, Kind, Span, compiled
from copydesk_rules._links import find_links

if TYPE_CHECKING:
    from copydesk import Article, Attribution, Located, Quote, Sentence

#: How many characters on each side of a word its sentence is read: no sentence of news is longer.
REACH = 800
#: Things that say what is written in them.
_DOCUMENTS = frozenset(
    "act ad ads affidavit agreement agenda amendment announcement app article audit ballot bill biography blog book "
    "bulletin certificate chart charter citation clause code column commercial complaint constitution contract copy "
    "data decision declaration decree deed diary dictionary directive document documents editorial email emails entry "
    "essay figures file filing filings findings flier flyer form graph guide guidelines handbook headline indictment "
    "inscription instructions invitation invoice judgment label law lawsuit leaflet legend letter letters license "
    "list listing log manual map measure memo memoir memorandum menu message minutes motion note notes notice opinion "
    "order ordinance page pamphlet paper permit petition placard plan plaque policy post poster posting preamble "
    "proclamation proposal prospectus record records regulation regulations release report reports resolution review "
    "ruling rule rules schedule scripture sign signs site slogan spot statement statute statutes story study studies "
    "suit sticker summary survey text ticket title transcript treaty tweet tweets verdict warning warrant website "
    "will word writ".split()
)
#: Words before which "claims" and "comments" are nouns.
_BEFORE_NOUNS = frozenset(
    "the a an his her their its our my your these those any no such of to for by with about over after from recent "
    "baseless".split()
)
#: Words that show a court or the police at work, where claims and allegations are what is reported.
_COURT = (
    r"\b(?:accus\w+|affidavit|arraign\w+|arrest\w*|attorneys?|charged?|charges|complaint|convict\w*|court\w*|"
    r"defendants?|deposition|detectives?|filing|guilt\w*|indict\w*|investigators?|judge|jur(?:y|ors?)|lawsuits?|"
    r"lawyers?|petition|plaintiffs?|plea|pleaded|police|prosecut\w+|sheriff\S*|sued|suits?|testif\w+|testimony|"
    r"trial|warrants?|investigations?|probe|inquiry|shootings?|murders?|killings?)\b"
)


def spoken(article: Article) -> list[Attribution]:
    """The attributions in the newsroom's own words: not in headlines, nor inside a quotation."""
    return article.computed("attributions in prose", _spoken)


def _spoken(article: Article) -> list[Attribution]:
    return [
        attribution
        for attribution in article.attributions
        if (zone := attribution.zone) is not None
        and zone.kind in PROSE
        and not article.is_quoted(attribution.cue.start, attribution.cue.end)
        and not _is_noun(attribution)
    ]


def _is_noun(attribution: Attribution) -> bool:
    """Whether the cue is a noun after all: his claims that, the comments."""
    cue = attribution.cue
    before = cue.article.prose[max(cue.start - 14, 0) : cue.start].lower().split()
    return cue.prose.endswith("s") and bool(before) and before[-1] in _BEFORE_NOUNS


def has_spoken(article: Article, start: int, end: int) -> bool:
    """Whether somebody is credited with words, quoted or not, in a stretch."""
    starts = article.computed("attributions' starts", lambda a: [attribution.start for attribution in a.attributions])
    return bisect_left(starts, start) < bisect_left(starts, end)


def verb_of(attribution: Attribution) -> Span:
    """The verb itself: the cue's last word, less its auxiliaries."""
    cue = attribution.cue
    word = compiled(r"[\w’'-]+\W*\Z").search(cue.prose)
    start = cue.start + word.start() if word else cue.start
    return Span(start, start + len(cue.article.prose[start : cue.end].rstrip(" \u2060,:")))


def is_finite(attribution: Attribution) -> bool:
    """Whether its verb tells that something was or is said: claimed, claims, claiming; not will claim, to claim."""
    verb = verb_of(attribution)
    if verb.start > attribution.cue.start and not attribution.cue.prose.lower().startswith(("has ", "have ", "had ")):
        return False
    return attribution.article.prose[verb.start : verb.end].endswith(("d", "s", "ing"))


def is_document(speaker: Located | None) -> bool:
    """Whether the speaker is something written rather than somebody: the report, a city memo, it."""
    if speaker is None:
        return False
    return is_document_word(last_word(speaker)) or speaker.prose.lower() in ("it", "which", "that", "this")


def is_document_word(word: str) -> bool:
    """Whether a word names something written: report, memo."""
    return word.lower() in _DOCUMENTS


def last_word(speaker: Located) -> str:
    """The last word of a speaker's noun phrase, less what an "of" or a comma adds."""
    head = compiled(r",| (?:of|for|from|at|in|on|with|who|that|to) ").split(speaker.prose, 1)[0].split()
    return head[-1] if head else ""


def is_court(article: Article, start: int, end: int) -> bool:
    """Whether the copy in this stretch tells of a court, the police or a charge."""
    return compiled(_COURT).search(article.folded, start, end) is not None


def sentences_around(article: Article, at: int, *, before: int = 0, after: int = 0) -> Span:
    """From the start of so many sentences before the one that holds `at` to the end of so many after it.

    Within its paragraph, and within `REACH` characters on each side.
    """
    zone = article.zone_at(at)
    low, high = (zone.start, zone.end) if zone else (at, at)
    starts = article.computed("starts of sentences", lambda a: [sentence.start for sentence in a.sentences])
    i = bisect_right(starts, at) - 1
    first, last = max(i - before, 0), min(i + after, len(starts) - 1)
    if i >= 0:
        low, high = max(low, starts[first]), min(high, article.sentences[last].end)
    return Span(max(low, at - REACH), min(high, at + REACH))


def story_sentences(article: Article, at: int, *, before: int = 0, after: int = 0) -> tuple[Sentence, ...]:
    """So many sentences of the story that begin before `at` and from `at` on, headings and captions left out."""
    starts, sentences = article.computed("sentences of the story", _story_sentences)
    i = bisect_left(starts, at)
    return sentences[max(i - before, 0) : i + after]


def _story_sentences(article: Article) -> tuple[list[int], tuple[Sentence, ...]]:
    zones = article.zones_of(Kind.LEAD, Kind.BODY, Kind.LIST)
    sentences = tuple(sentence for zone in zones for sentence in zone.sentences)
    return [sentence.start for sentence in sentences], sentences


def own_words(article: Article) -> str:
    """The newsroom's own words in lower case, quotations blank, character for character."""
    return article.computed("own words", _own_words)


def _own_words(article: Article) -> str:
    pieces, at = [], 0
    for quote in article.quotes:
        if quote.end > at:
            start = max(quote.start, at)
            pieces += [article.folded[at:start], " " * (quote.end - start)]
            at = quote.end
    return "".join([*pieces, article.folded[at:]])


def has_link(article: Article, start: int, end: int) -> bool:
    """Whether a link stands in this stretch: the reader can follow it to the source."""
    starts = article.computed("starts of links", lambda a: [link.text.start for link in find_links(a)])
    return bisect_left(starts, start) < bisect_left(starts, end)


def is_running_copy(quote: Quote) -> bool:
    """Whether a quotation stands, whole and by itself, in the story's paragraphs."""
    return (
        quote.level == 0 and quote.closed and not quote.orphan and quote.zone.kind in (Kind.LEAD, Kind.BODY, Kind.LIST)
    )
