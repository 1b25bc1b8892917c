"""How numbers are printed, and what is read off the copy beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.numbers import Number
from copydesk.model.article import Article, Kind, Zone
from copydesk_rules._amounts import glued, in_figures, in_millions, in_order, in_words, is_plural, noun_after


def first(text: str) -> Number:
    return Article(text, zones=[Zone(Kind.BODY, 0, len(text))]).numbers[0]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (22, "twenty-two"),
        (104, "one hundred four"),
        (1200, "one thousand two hundred"),
    ],
)
def test_in_words(value: int, words: str) -> None:
    assert in_words(value) == words


@given(st.integers(1, 999_999))
def test_words_are_read_back_as_the_number(value: int) -> None:
    assert first(f"They saw {in_words(value)} birds.").value == value


@given(st.integers(1, 10**13))
def test_figures_are_read_back_as_the_number(value: int) -> None:
    assert first(f"They saw {in_figures(value)} birds.").value == value


@pytest.mark.parametrize(
    ("value", "right"),
    [
        (5_000_000, "5 million"),
        (2_750_000, "2.75 million"),
        (1_250_000_000, "1.25 billion"),
        (5_000_123, None),
        (999_999, None),
    ],
)
def test_in_millions(value: int, right: str | None) -> None:
    assert in_millions(value) == right


@pytest.mark.parametrize(
    ("value", "right"),
    [(1, "first"), (9, "ninth"), (11, "11th"), (12, "12th"), (21, "21st"), (42, "42nd"), (113, "113th")],
)
def test_in_order(value: int, right: str) -> None:
    assert in_order(value) == right


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They saw 5 birds.", "birds"),
        ("They saw 5 other city workers there.", "workers"),
        ("They saw 5 two-story houses.", "houses"),
        ("They saw 5 of the birds.", ""),
        ("They came at 5 in buses.", ""),
        ("They saw 5 this.", ""),
    ],
)
def test_noun_after(text: str, noun: str) -> None:
    assert noun_after(first(text)) == noun


@pytest.mark.parametrize(
    ("text", "is_part"),
    [("The 49ers won.", True), ("A 3D film.", True), ("See 5/day.", True), ("He saw 5 dogs.", False)],
)
def test_glued(text: str, is_part: bool) -> None:
    assert glued(first(text)) is is_part


@pytest.mark.parametrize(
    ("word", "plural"), [("people", True), ("counties", True), ("was", False), ("glass", False), ("bus", False)]
)
def test_is_plural(word: str, plural: bool) -> None:
    assert is_plural(word) is plural
