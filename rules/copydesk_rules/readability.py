"""How much a reader is asked to hold at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, Paragraph, Sentence

_LONG = (
    "The council voted Monday night to close the pool on Oak Street after a hearing at which neighbors, "
    "swimmers and two "
    "former lifeguards asked it for one more summer and an engineer said the pipes would not last."
)


@rule(
    "readability-sentence-length",
    severity="warning",
    summary="Sentence is too long",
    zones=("lead", "body", "deck", "notice"),
    bad=[
        f"The pool is closed.\n\n^{_LONG}^ The vote was 5-4.",
        f"The pool is closed.\n\n^{_LONG[:-1]}, a finding that the parks department had kept to itself since spring.^",
        Bad("The pool is closed.\n\n^The council voted to close the pool on Oak Street.^", options={"suggest": 8}),
    ],
    good=[
        "The pool is closed.\n\nThe council voted to close it Monday. The vote was 5-4.",
        "The pool is closed.\n\n“" + _LONG[:-1] + ",” Mo Khan said.",
        "The list names the pool on Oak Street, with its two slides; the rink behind the mill, with its new roof; the "
        "park at Low Water, with its band shell and its ponds; and the track that the high school shares.",
        Good(f"The pool is closed.\n\n{_LONG}", options={"suggest": 50, "warn": 60}),
    ],
)
def sentence_is_short(sentence: Sentence, *, suggest: int = 30, warn: int = 40) -> Flags:
    """Over 30 words a sentence asks for a second reading, over 40 it gets none.

    Sentences that are mostly quotation are the source's, and lists parted by semicolons read themselves. Of a lead
    that is one sentence lead-length speaks.
    """
    article, zone = sentence.article, sentence.zone
    if zone is None or (zone.kind == "lead" and len(zone.sentences) == 1):
        return
    if sentence.end - sentence.start < 4 * suggest or _most_words(article, sentence.start, sentence.end) <= suggest:
        return
    words = article.count_words(sentence.start, sentence.end)
    if words <= suggest or sentence.prose.count(";") > 1 or 2 * _quoted_words(sentence) > words:
        return
    mild = words <= warn
    yield flag(sentence, f"{words} words in one sentence; {suggest} are a lot", severity="suggestion" if mild else None)


def _most_words(article: Article, start: int, end: int) -> int:
    """At least as many as the words of a stretch: counted by the spaces and dashes alone."""
    prose = article.prose
    return 1 + sum(prose.count(mark, start, end) for mark in " \n\r\t\u00a0—–")


def _quoted_words(sentence: Sentence) -> int:
    """How many of a sentence's words stand in quotation marks."""
    article = sentence.article
    return sum(
        article.count_words(max(quote.start, sentence.start), min(quote.end, sentence.end))
        for quote in article.quotes
        if quote.start < sentence.end and sentence.start < quote.end
    )


@rule(
    "readability-paragraph-length",
    severity="suggestion",
    summary="Paragraph is too long for news",
    zones=("lead", "body"),
    bad=[
        "^The council met. It heard a plan. It took a vote. It lost. It voted again. It won.^",
        f"The pool is closed.\n\n^{_LONG} {_LONG[:-1]}, and the vote was 5-4 with two members away for the week.^",
    ],
    good=[
        "The council met. It heard a plan. It took a vote.\n\nIt lost. It voted again. It won.",
        "> We met. We heard a plan. We took a vote. We lost. We voted again. We won.",
        Good("The council met. It heard a plan. It took a vote. It lost.", options={"sentences": 5}),
        "---\ntitle: The pool\nkind: feature\n---\nThe council met. It heard a plan. It took a vote. It lost. It won.",
    ],
)
def paragraph_is_short(paragraph: Paragraph, *, sentences: int = 3, words: int = 80) -> Flags:
    """A newspaper's column makes four sentences a grey block: up to three, or 80 words, in news.

    Features, opinion and reviews (`kind:`) run longer and are let be.
    """
    article = paragraph.article
    kind = (article.front_matter.scalar("kind", "type", "genre") or "").lower()
    if kind in ("feature", "opinion", "column", "editorial", "essay", "review", "interview", "analysis"):
        return
    count = len(paragraph.sentences)
    if count > sentences:
        yield flag(paragraph, f"{count} sentences in one paragraph; {sentences} are enough in news")
    elif _most_words(article, paragraph.start, paragraph.end) > words and paragraph.words > words:
        yield flag(paragraph, f"{paragraph.words} words in one paragraph; {words} are enough in news")
