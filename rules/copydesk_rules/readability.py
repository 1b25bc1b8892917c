"""How much a reader is asked to hold at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, Paragraph, Sentence

_LONG = (
    "Pickers at the Moss family orchard filled every crate on the hill by noon on Saturday, then hauled ladders, "
    "baskets and a borrowed cider press down to the lower rows before the hail could reach them."
)


@rule(
    "readability-sentence-length",
    severity="warning",
    summary="Sentence is too long",
    zones=("lead", "body", "deck", "notice"),
    bad=[
        f"The crop is in.\n\n^{_LONG}^ Nobody was hurt.",
        f"The crop is in.\n\n^{_LONG[:-1]}, which it did while the last of them were still tying a tarp.^",
        Bad("The crop is in.\n\n^Pickers at the Moss family orchard filled every crate.^", options={"suggest": 8}),
    ],
    good=[
        "The crop is in.\n\nPickers brought down the last crates Saturday. Hail followed.",
        "The crop is in.\n\n“" + _LONG[:-1] + ",” Mo Khan said.",
        "The list names the pool at Mill Bend, with its two slides; the rink behind the mill, with its new roof; the "
        "park at Low Water, with its band shell and its ponds; and the track that the high school shares.",
        Good(f"The crop is in.\n\n{_LONG}", options={"suggest": 50, "warn": 60}),
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
        "^The Otters lost. They fired a coach. They found a field. It flooded. They dug a ditch. They won.^",
        f"The crop is in.\n\n^{_LONG} {_LONG[:-1]}, and the cider was poured at dusk in a barn that smelled of rain.^",
    ],
    good=[
        "The Otters lost. They fired a coach. They found a field.\n\nIt flooded. They dug a ditch. They won.",
        "> We lost. We fired a coach. We found a field. It flooded. We dug a ditch. We won.",
        Good("The Otters lost. They fired a coach. They found a field. It flooded.", options={"sentences": 5}),
        "---\ntitle: Mud\nkind: feature\n---\nThe Otters lost. They fired a coach. It rained. They dug. They won.",
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
