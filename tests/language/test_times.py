"""Times of day: every form, the traps, the parts."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.times import TimeMention
from copydesk.model.article import Article, Kind, Zone


def times(text: str) -> tuple[TimeMention, ...]:
    return Article(text, zones=[Zone(Kind.BODY, 0, len(text))]).times


def said(mention: TimeMention, part: tuple[int, ...] | None) -> str | None:
    return None if part is None else mention.article.text[part[0] : part[1]]


@pytest.mark.parametrize(
    ("text", "mention", "form", "value"),
    [
        ("Doors open at 10 a.m. Friday.", "10 a.m.", "twelve", time(10)),
        ("Doors open at 10:30pm Friday.", "10:30pm", "twelve", time(22, 30)),
        ("Doors open at 9.30pm Friday.", "9.30pm", "twelve", time(21, 30)),
        ("The ovens cool at 5 P.M. Sunday.", "5 P.M.", "twelve", time(17)),
        ("Doors open at 10 a.m, Lee said.", "10 a.m", "twelve", time(10)),
        ("The last ferry sails at 10 PM.", "10 PM.", "twelve", time(22)),
        ("The mill whistle blows at 12 p.m. sharp.", "12 p.m.", "twelve", time(12)),
        ("Gates close at 12 a.m. daily.", "12 a.m.", "twelve", time(0)),
        ("A cannon is fired at 12 noon daily.", "12 noon", "named", time(12)),
        ("Gates close at 12:00 midnight.", "12:00 midnight", "named", time(0)),
        ("Gates close at midnight.", "midnight", "named", time(0)),
        ("The train left at 14:30.", "14:30", "clock", time(14, 30)),
        ("The train left at 09:15.", "09:15", "clock", time(9, 15)),
        ("The train left at 9:15.", "9:15", "clock", None),
        ("The quake struck at 1430 GMT.", "1430", "clock", time(14, 30)),
        ("The bell rang at 4 o’clock.", "4 o’clock", "oclock", None),
        ("The bell rang at four o'clock.", "four o'clock", "oclock", None),
    ],
)
def test_forms(text: str, mention: str, form: str, value: time | None) -> None:
    (found,) = times(text)
    assert (found.text, str(found.form), found.value) == (mention, form, value)


@pytest.mark.parametrize(
    "text",
    [
        "Ball games stay on the AM band, and AM Best rates the insurer.",
        "He was on 570 AM radio.",
        "Odds on the gray mare were 4:00 to 1 and the print is 3:2.",
        "The plaque cites Psalm 104:33 in full.",
        "She ran it in 2:03:59, he in 1:45.",
        "Volunteers packed 12 noon lunches.",
        "Paint it midnight-blue Midnight Express style.",
        "It struck at 18:30 of the third period.",
        "Twelve O’Clock High is on.",
        "In 2016 PM Lee resigned.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert [mention.text for mention in times(text) if mention.form != "named"] == []


@pytest.mark.parametrize("text", ["at 25:10", "at 10:75", "at 13 p.m.", "at 10:75 a.m."])
def test_impossible(text: str) -> None:
    (found,) = times(f"The train left {text} Monday.")
    assert found.impossible
    assert found.value is None


@pytest.mark.parametrize(
    ("text", "stretch", "opener", "first", "last"),
    [
        ("The ice is free from 8-10 a.m. daily.", "from 8-10 a.m.", "from", time(8), time(10)),
        ("The bakery sells bread 7 to 10:30 a.m. daily.", "7 to 10:30 a.m.", None, time(7), time(10, 30)),
        ("It rained between 2 and 4 p.m. Sunday.", "between 2 and 4 p.m.", "between", time(14), time(16)),
        ("It is open 9am-5pm daily.", "9am-5pm", None, time(9), time(17)),
        ("The ice is free from 8:00 to 10 a.m. daily.", "from 8:00 to 10 a.m.", "from", time(8), time(10)),
        ("It is open from 10 a.m. to noon daily.", "from 10 a.m. to noon", "from", time(10), time(12)),
        ("It is open from 14:00 to 16:00 daily.", "from 14:00 to 16:00", "from", time(14), time(16)),
    ],
)
def test_ranges(text: str, stretch: str, opener: str | None, first: time, last: time) -> None:
    one, other = times(text)
    assert one.range is not None
    assert one.range is other.range
    assert (one.range.text, said(one, one.range.opener), one.value, other.value) == (stretch, opener, first, last)


def test_a_day_before_to_is_no_hour() -> None:
    assert [mention.text for mention in times("They moved it from March 3 to 11 a.m. Monday.")] == ["11 a.m."]


def test_zone_and_part_of_day() -> None:
    (found,) = times("The game is at 8:15 p.m. EST Tuesday night.")
    assert said(found, found.hour) == "8"
    assert said(found, found.minute) == "15"
    assert said(found, found.meridiem) == "p.m."
    assert said(found, found.zone_name) == "EST"
    assert said(found, found.part_of_day) == "Tuesday night"


def test_the_next_sentence_is_no_part_of_day() -> None:
    (found,) = times("The ferry left at 7 a.m. The morning rush was over.")
    assert found.part_of_day is None


PIECES = st.sampled_from(
    "9 11 10:30 9.30 25:10 a.m. AM pm P.M. a.m noon midnight o'clock 12 from to between and - – at EST GMT 1400 hours "
    "in the morning tonight Tuesday night : . ,".split(" ")
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40), st.sampled_from([" ", "", "\u2060"]))
def test_mentions_are_sorted_within_the_text_and_apart(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    at = 0
    for mention in times(text):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.value is None or not mention.impossible
        at = mention.end


@given(st.integers(1, 12), st.integers(0, 59), st.sampled_from(["a.m.", "p.m."]))
def test_every_time_is_read_back(hour: int, minute: int, half: str) -> None:
    (found,) = times(f"The club met at {hour}:{minute:02} {half} Friday in Midtown.")
    assert found.value == time(hour % 12 + (12 if half == "p.m." else 0), minute)
