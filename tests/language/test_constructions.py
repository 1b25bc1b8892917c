"""The constructions that credit quotations, by the examples in their docstrings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from copydesk.language.clauses import Sentence
from copydesk.language.constructions import CONSTRUCTIONS, Found, attribute
from copydesk.language.passage import Passage
from copydesk.model.article import Article, Kind, Zone


def draft(text: str) -> Article:
    return Article(text, zones=[Zone(Kind.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)])


def examples() -> Iterator[tuple[str, str, str, str]]:
    """Construction, text, speaker, cue of every example."""
    for construction in CONSTRUCTIONS:
        for line in (construction.__doc__ or "").splitlines():
            text, arrow, answer = line.strip().partition(" -> ")
            if arrow:
                speaker, _, cue = answer.partition(" | ")
                yield construction.__name__, text, speaker, cue


@pytest.mark.parametrize(("name", "text", "speaker", "cue"), list(examples()))
def test_examples(name: str, text: str, speaker: str, cue: str) -> None:
    (quote,) = draft(text).quotes
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.cue.text if quote.cue else "") == (speaker, cue)


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda c: str(c.__name__))
def test_every_construction_has_an_example_that_it_decides(
    construction: Callable[[Sentence, int], Found | None],
) -> None:
    from copydesk.language.clauses import Sentence

    decided = 0
    for name, text, _, _ in examples():
        if name != construction.__name__:
            continue
        article = draft(text)
        p = Passage(article, article.zones[0], list(article.quotes))
        bounds = sorted(p.bounds)
        for low, high in pairwise(bounds):
            for at in p.quoted:
                if low <= at < high:
                    found = construction(Sentence(p, low, high), at)
                    decided += found is not None and found == attribute(Sentence(p, low, high), at)
    assert decided
