"""Where the eye can rest on a page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, flag, rule
from copydesk_rules.readability._story import is_long_form

if TYPE_CHECKING:
    from copydesk import Article, Flags, Zone


def _paragraphs(first: int, last: int) -> str:
    """Paragraphs of twenty words for the examples."""
    return "".join(
        f"Crew {n} dug out the canal by hand, fed the geese, and went home before the rain came in again.\n\n"
        for n in range(first, last)
    )


_LAST = "Crew 99 dug out the canal by hand, fed the geese, and went home before the rain came in again."


@rule(
    "readability-subheads",
    severity="suggestion",
    summary="Subheads are too few or too many",
    bad=[
        f"# Canal\n\n{_paragraphs(1, 46)}^{_LAST}^\n\n{_paragraphs(50, 53)}",
        f"# Canal\n\n{_paragraphs(1, 9)}## Geese\n\n{_paragraphs(10, 12)}## ^Rain^\n\n{_paragraphs(20, 22)}"
        f"## Mud\n\n{_paragraphs(30, 40)}",
        Bad(f"# Canal\n\n{_paragraphs(1, 11)}^{_LAST}^\n\n", options={"longest": 200}),
    ],
    good=[
        f"# Canal\n\n{_paragraphs(1, 40)}",
        f"# Canal\n\n{_paragraphs(1, 8)}## Geese\n\n{_paragraphs(10, 18)}## Rain\n\n{_paragraphs(20, 28)}",
        f"---\ntitle: Canal\nkind: feature\n---\n{_paragraphs(1, 60)}",
        Good(f"# Canal\n\n{_paragraphs(1, 60)}", options={"longest": 2000}),
    ],
)
def page_has_rests(article: Article, *, longest: int = 900, shortest: int = 100) -> Flags:
    """A page of 900 words (`longest`) without a subhead is a wall; subheads fewer than 100 words apart (`shortest`),
    half of them or more, are a list. Pointed at is the paragraph where a subhead is missing, or the first that comes
    too soon. Numbered subheads are let be, as are features, opinion and reviews (`kind:`).
    """
    if article.words <= 2 * shortest or is_long_form(article):
        return
    subheads = article.zones_of(Kind.SUBHEAD)
    if not subheads:
        if article.words > longest:
            yield flag(_paragraph_at(article, longest), f"{article.words} words and no subhead; one belongs about here")
        return
    gaps = [
        (article.count_words(before.end, after.start), after)
        for before, after in pairwise(subheads)
        if before.level == after.level and not after.text[:1].isdigit()
    ]
    close = [(words, after) for words, after in gaps if words < shortest]
    if len(gaps) > 1 and 2 * len(close) >= len(gaps):
        words, after = close[0]
        yield flag(after, f"A subhead after {words} words; {shortest} should stand between them")


def _paragraph_at(article: Article, words: int) -> Zone:
    """The paragraph in which the story has so many words."""
    counted = 0
    story = article.zones_of(Kind.LEAD, Kind.BODY, Kind.LIST, Kind.BLOCKQUOTE)
    for zone in story:
        counted += zone.words
        if counted > words:
            return zone
    return story[-1]
