"""Numbers: figures and words, their worth, kind and unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.numbers import Number, figure_value
from copydesk.model.article import Article, Kind, Zone


def numbers(text: str) -> tuple[Number, ...]:
    return Article(text, zones=[Zone(Kind.BODY, 0, len(text))]).numbers


def only(text: str) -> Number:
    (number,) = numbers(text)
    return number


@pytest.mark.parametrize(
    ("text", "number", "value", "kind", "measure"),
    [
        ("They hired 5 people.", "5", 5, "cardinal", ""),
        ("They hired 2,500 people.", "2,500", 2500, "cardinal", ""),
        ("They hired twenty-five people.", "twenty-five", 25, "cardinal", ""),
        ("They hired one hundred and four people.", "one hundred and four", 104, "cardinal", ""),
        ("They hired two thousand five hundred people.", "two thousand five hundred", 2500, "cardinal", ""),
        ("About 5 million people came.", "5 million", 5_000_000, "cardinal", ""),
        ("About 12K fans came.", "12K", 12_000, "cardinal", ""),
        ("It cost $5 million.", "$5 million", 5_000_000, "money", "dollar"),
        ("It cost US$5.", "US$5", 5, "money", "dollar"),
        ("It cost £5m.", "£5m", 5_000_000, "money", "pound"),
        ("It cost $2.5-billion.", "$2.5-billion", 2_500_000_000, "money", "dollar"),
        ("It cost five dollars.", "five dollars", 5, "money", "dollar"),
        ("It cost 100€.", "100€", 100, "money", "euro"),
        ("It rose 5%.", "5%", 5, "percent", "percent"),
        ("It rose 40 per cent.", "40 per cent", 40, "percent", "percent"),
        ("It rose 3 percentage points.", "3 percentage points", 3, "percent", "percent"),
        ("A 5-year-old boy sang.", "5-year-old", 5, "age", "year"),
        ("She is nine years old.", "nine years old", 9, "age", "year"),
        ("Lee, aged 40, sang.", "40", 40, "age", "year"),
        ("It took 12 years.", "12 years", 12, "duration", "year"),
        ("It is 6 feet deep.", "6 feet", 6, "measure", "foot"),
        ("A 6-foot wall fell.", "6-foot", 6, "measure", "foot"),
        ("It was -5 degrees.", "-5 degrees", -5, "measure", "degree"),
        ("It was minus 5 degrees.", "minus 5 degrees", -5, "measure", "degree"),
        ("She came 5th.", "5th", 5, "ordinal", ""),
        ("She came twenty-first.", "twenty-first", 21, "ordinal", ""),
        ("Two-thirds agreed.", "Two-thirds", 2 / 3, "fraction", ""),
        ("She lives off Route 9.", "9", 9, "label", ""),
        ("The song is No. 3.", "3", 3, "label", ""),
        ("It cost $.60.", "$.60", 0.6, "money", "dollar"),
        ("It cost $5 bn.", "$5 bn", 5_000_000_000, "money", "dollar"),
        ("It cost 100 € then.", "100 €", 100, "money", "euro"),
        ("It weighs 9 pounds.", "9 pounds", 9, "measure", "pound"),
        ("It covers 12 square miles.", "12 square miles", 12, "measure", "square mile"),
        ("She is 9 years of age.", "9 years of age", 9, "age", "year"),
        ("Children ages 4 and up sang.", "4", 4, "age", "year"),
        ("She ranked number one.", "one", 1, "label", ""),
    ],
)
def test_kinds(text: str, number: str, value: float, kind: str, measure: str) -> None:
    found = only(text)
    assert (found.text, found.value, str(found.kind), found.measure) == (number, value, kind, measure)


@pytest.mark.parametrize(
    "text",
    [
        "No one knows.",
        "One of them sang.",
        "That one fell.",
        "The G7 met an F-16 pilot.",
        "It is version 1.2.3.",
        "Wait a second.",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert [number.text for number in numbers(text)] == []


@pytest.mark.parametrize("text", ["The Rams won 24-17.", "Crews work 24/7.", "The screen is 16:9."])
def test_figures_tied_to_one_another(text: str) -> None:
    assert [number.tied for number in numbers(text)] == [True, True]


def test_numbers_of_dates_and_times_name_their_mention() -> None:
    article = Article("On Feb. 12 at 9 a.m. 40 people left, three years ago.")
    article = Article(article.text, zones=[Zone(Kind.BODY, 0, len(article.text))])
    assert [number.within and number.within.text for number in article.numbers] == [
        "Feb. 12", "9 a.m.", None, "three years ago",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "value"),
    [("2,500", 2500), ("0.5", 0.5), ("1,234,567.25", 1234567.25), ("1.2.3", None), ("12,2025", None), ("1,2", None)],
)
def test_figure_value(figure: str, value: float | None) -> None:
    assert figure_value(figure) == value


PIECES = st.sampled_from(
    "5 2,500 1.2.3 $ US$ € % percent per cent million bn m - – minus five twenty hundred and one first third thirds "
    "half year years old No . : / th degrees ° C feet aged".split(" ")
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40), st.sampled_from([" ", "", "\u2060"]))
def test_numbers_are_sorted_within_the_text(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    at = 0
    for number in numbers(text):
        assert at <= number.start <= number.figure.start < number.figure.end <= number.end <= len(text)
        at = number.end


@given(st.integers(0, 10**12))
def test_figures_are_read_back(value: int) -> None:
    assert only(f"They counted {value:,} birds in all.").value == value


def test_neighbours_stop_at_the_block() -> None:
    number = only("Some 5 miles off")
    assert (number.before(), number.before(2), number.after(), number.after(2)) == ("some", "", "off", "")
    assert number.after_span(2).start == number.after_span(2).end == number.end


@pytest.mark.parametrize(
    ("text", "opens"), [("Five came.", True), ("“5 came.", True), ("They saw 5.", False), ("Oh. 5 came.", True)]
)
def test_opens_sentence(text: str, opens: bool) -> None:
    assert only(text).opens_sentence is opens


def test_pounds_are_money_beside_a_pound_sign() -> None:
    assert [str(number.kind) for number in numbers("It cost £5, then 9 pounds.")] == ["money", "money"]
