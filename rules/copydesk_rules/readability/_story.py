"""What several of these rules ask of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Kind

if TYPE_CHECKING:
    from copydesk import Article

#: Kinds of copy that run longer than news.
_LONG_FORMS = frozenset(
    "feature features longform opinion column editorial essay review interview analysis profile podcast transcript "
    "recipe".split()
)
#: Sections whose copy is full of figures.
_FIGURES = frozenset("sports sport markets market results scores business-data data weather elections".split())


def is_long_form(article: Article) -> bool:
    """Whether the metadata call it a feature, opinion or the like."""
    kind = article.front_matter.scalar("kind", "type", "genre")
    return kind is not None and kind.lower() in _LONG_FORMS


def is_of_figures(article: Article) -> bool:
    """Whether the metadata file it under sports, markets or results."""
    section = article.front_matter.scalar("section", "category", "desk", "kind")
    return section is not None and section.lower() in _FIGURES


def has_body(article: Article) -> bool:
    """Whether the story goes on after the lead."""
    return any(zone.kind is Kind.BODY for zone in article.zones)
