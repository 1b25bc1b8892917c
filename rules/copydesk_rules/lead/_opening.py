"""Where a lead begins, and whether it is hard news."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk import Article, Lead

#: Kinds of copy whose openings take their time.
_SLOW = frozenset(
    "feature features profile obituary opinion column editorial essay review analysis interview letter explainer "
    "newsletter blog podcast recipe".split()
)


def is_slow(article: Article) -> bool:
    """Whether the metadata says that this is no hard news."""
    kind = article.front_matter.scalar("kind", "type", "genre")
    return kind is not None and kind.lower() in _SLOW


def after_dateline(lead: Lead) -> int:
    """Where the lead's own words begin."""
    start = lead.start
    for dateline in lead.article.datelines:
        if lead.start <= dateline.start < lead.end:
            start = dateline.end
    while start < lead.end and not lead.article.prose[start].strip("\u2060"):
        start += 1
    while start < lead.end and lead.article.prose[start].isspace():
        start += 1
    return start


def count_sentences(lead: Lead, start: int) -> int:
    """How many sentences of the lead reach beyond `start`."""
    return sum(sentence.end > start for sentence in lead.sentences)
