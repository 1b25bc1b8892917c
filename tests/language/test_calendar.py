"""The calendar's arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.calendar import candidates, day_of, days_in, shifted

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))


def test_days_in_a_month() -> None:
    assert [days_in(month, 2025) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert [days_in(2, year) for year in (1900, 2000, 2023, 2024)] == [28, 29, 28, 29]
    assert days_in(2) == 29


@given(DAYS)
def test_the_day_itself_is_always_a_candidate(story: date) -> None:
    assert candidates(story.month, story.day, story) == (story,)


@given(DAYS, st.integers(-25, 25))
def test_a_close_day_is_certain(story: date, away: int) -> None:
    day = story + timedelta(away)
    assert candidates(day.month, day.day, story) == (day,)


@pytest.mark.parametrize(
    ("month", "day", "found"),
    [
        (3, 14, (date(2025, 3, 14),)),
        (12, 25, (date(2024, 12, 25), date(2025, 12, 25))),
        (2, 30, ()),
    ],
)
def test_a_far_day_may_be_this_year_s_too(month: int, day: int, found: tuple[date, ...]) -> None:
    assert candidates(month, day, date(2025, 2, 12)) == found


@pytest.mark.parametrize(
    ("unit", "count", "day"),
    [
        ("day", -1, date(2024, 3, 30)),
        ("week", 2, date(2024, 4, 14)),
        ("month", -1, date(2024, 2, 29)),
        ("year", -1.5, date(2022, 9, 30)),
        ("decade", -1, date(2014, 3, 31)),
        ("century", -30, None),
    ],
)
def test_shifted(unit: str, count: float, day: date | None) -> None:
    assert shifted(date(2024, 3, 31), unit, count) == day


def test_no_such_day() -> None:
    assert day_of(2023, 2, 29) is None
    assert day_of(2024, 13, 1) is None
    assert day_of(0, 1, 1) is None
