"""What Vale's readability and metric rules count: words, sentences, syllables, headings, from our own analyses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from copydesk.adapters.vale.blocks import paragraphs
from copydesk.language.readability import (
    Counts,
    automated_readability,
    coleman_liau,
    flesch_kincaid,
    gunning_fog,
    measure_readability,
    other_parts,
    smog,
)
from copydesk.model.article import Article, Kind
from copydesk.model.record import NamedTuple

#: The grades by Vale's names.
GRADES: Mapping[str, Callable[[Counts], float]] = {
    "Gunning Fog": gunning_fog,
    "Coleman-Liau": coleman_liau,
    "Flesch-Kincaid": flesch_kincaid,
    "SMOG": smog,
    "Automated Readability": automated_readability,
}
#: Variables of formulas that count blocks.
_BLOCKS = {Kind.LIST: "list", Kind.BLOCKQUOTE: "blockquote", Kind.CODE: "pre"}


class Measures(NamedTuple):
    """The counts of paragraphs, lists and block quotations, and all that a formula may name."""

    counts: Counts
    variables: Mapping[str, float]


def measures_of(article: Article) -> Measures:
    """The measures of an article, computed once."""
    return article.computed("vale measures", _measure)


def _measure(article: Article) -> Measures:
    counts = measure_readability(article).story.plus(other_parts(article).get("lists", Counts()))
    blocks = Counter(_BLOCKS[zone.kind] for zone in article.zones if zone.kind in _BLOCKS)
    headings = (zone for zone in article.zones if zone.kind in (Kind.HEADLINE, Kind.SUBHEAD))
    blocks.update(f"heading_h{zone.level or 1}" for zone in headings)
    variables = {
        **dict.fromkeys((f"heading_h{level}" for level in range(1, 7)), 0.0),
        **dict.fromkeys(_BLOCKS.values(), 0.0),
        **{name: float(count) for name, count in blocks.items()},
        "words": float(counts.words),
        "sentences": float(counts.sentences),
        "paragraphs": float(len(paragraphs(article))),
        "characters": float(counts.characters),
        "syllables": float(counts.syllables),
        "complex_words": float(counts.complex),
        "long_words": float(counts.long),
        "polysyllabic_words": float(counts.polysyllables),
    }
    return Measures(counts, variables)
