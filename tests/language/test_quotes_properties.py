"""What holds for the quotations of every text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.quotes import stray_marks
from copydesk.model.article import STORY, Article, Kind, Zone

MARKS = ["“", "”", '"', "‘", "’", "'", "''", "``", "«", "»", "„", "‟", "‚", "`", '="', "6'2\"", "27”", "’90s", "dogs’"]
WORDS = ["Lee said", " ", " ", ", ", ". ", "We won", "!", "—", "(", ")", "\n", "\n\n", "\u2060", "\u00a0", "x"]
TEXTS = st.lists(st.sampled_from(MARKS) | st.sampled_from(WORDS) | st.text(max_size=2), max_size=80).map("".join)
KINDS = st.lists(st.sampled_from([Kind.BODY, Kind.LEAD, Kind.HEADLINE, Kind.CAPTION, Kind.CODE]), min_size=1)


def draft(text: str, kinds: list[Kind]) -> Article:
    spans = [m.span() for m in re.finditer(r"[^\n]+", text)]
    return Article(text, zones=[Zone(kinds[i % len(kinds)], *span) for i, span in enumerate(spans)])


@given(TEXTS, KINDS)
def test_quotations_are_sorted_well_nested_and_in_their_zone(text: str, kinds: list[Kind]) -> None:
    article = draft(text, kinds)
    around: list[int] = []
    before = (-1, 0)
    for quote in article.quotes:
        assert before <= (quote.start, -quote.end)
        before = (quote.start, -quote.end)
        assert quote.start <= quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        assert text.startswith(quote.open_mark, quote.start)
        assert text.endswith(quote.close_mark, 0, quote.end)
        assert quote.zone is not None
        assert quote.end <= quote.zone.end
        assert quote.zone.kind is not Kind.CODE
        while around and around[-1] <= quote.start:
            around.pop()
        assert not around or quote.end <= around[-1]
        around.append(quote.end)


@given(TEXTS, KINDS)
def test_levels_count_the_quotations_around(text: str, kinds: list[Kind]) -> None:
    quotes = draft(text, kinds).quotes
    for i, quote in enumerate(quotes):
        assert quote.level == sum(not other.orphan and quote.start < other.end for other in quotes[:i])


@given(TEXTS, KINDS)
def test_every_open_end_is_explained(text: str, kinds: list[Kind]) -> None:
    article = draft(text, kinds)
    for quote in article.quotes:
        assert quote.closed == bool(quote.close_mark)
        assert quote.closed or quote.continued or quote.orphan
        assert quote.open_mark or quote.continues or quote.orphan
        if quote.continues or quote.continued:
            assert quote.zone is not None
            assert quote.zone.kind in STORY
    continued = sum(quote.continued for quote in article.quotes)
    assert continued == sum(quote.continues for quote in article.quotes)


@given(TEXTS, KINDS)
def test_stray_marks_are_marks_outside_every_pair(text: str, kinds: list[Kind]) -> None:
    article = draft(text, kinds)
    for mark in stray_marks(article):
        assert text[mark.start : mark.end] in ('"', "“", "”", "''", "’’", "«", "``", "‘‘", "‟", "„")
        assert not any(q.start <= mark.start < q.end and q.closed and not q.orphan for q in article.quotes)


@given(TEXTS)
def test_a_paragraph_without_marks_changes_nothing_elsewhere(text: str) -> None:
    plain = draft(text + "\n\nThe pool closed.", [Kind.CAPTION])
    assert [q.text for q in plain.quotes] == [q.text for q in draft(text, [Kind.CAPTION]).quotes]


def test_floods_of_marks_end() -> None:
    for flood in (
        '"' * 100_000 + "“" * 50_000,
        "” " * 100_000,
        "'a " * 100_000,
        "s' " * 100_000,
        "‘a “b " * 50_000,
        'a"b' * 50_000,
        '5" ' * 100_000,
        "'''" * 50_000,
        "‘dogs’ " * 50_000,
        "\u2060“" * 50_000,
    ):
        article = draft(flood, [Kind.BODY])
        assert article.is_quoted(0, len(flood)) in (True, False)
