"""Dates: every form a newsroom writes, the traps, the parts and the day meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.dates import DateMention
from copydesk.model.article import Article, ArticleDate, Dateline, Kind, Zone
from copydesk.model.span import Span

STORY = date(2025, 2, 12)


def article(text: str, story: date | None = STORY, kind: Kind = Kind.BODY) -> Article:
    return Article(text, zones=[Zone(kind, 0, len(text))], date=ArticleDate(story, "option"))


def dates(text: str, story: date | None = STORY) -> tuple[DateMention, ...]:
    return article(text, story).dates


def only(text: str, story: date | None = STORY) -> DateMention:
    (mention,) = dates(text, story)
    return mention


def said(mention: DateMention, part: tuple[int, ...] | None) -> str | None:
    return None if part is None else mention.article.text[part[0] : part[1]]


@pytest.mark.parametrize(
    ("text", "mention", "form", "value"),
    [
        ("Lee was hired Feb. 12, 2024, in Midtown.", "Feb. 12, 2024", "month-day", date(2024, 2, 12)),
        ("Lee was hired February 12th 2024.", "February 12th 2024", "month-day", date(2024, 2, 12)),
        ("Lee was hired SEPT. 3.", "SEPT. 3", "month-day", None),
        ("Lee was hired Feb.12, 2024.", "Feb.12, 2024", "month-day", date(2024, 2, 12)),
        ("The bakery opened on the 9th of August, 2023.", "the 9th of August, 2023", "day-month", date(2023, 8, 9)),
        ("Lee was hired 12 February 2024.", "12 February 2024", "day-month", date(2024, 2, 12)),
        ("Lee was hired on 12 Feb.", "12 Feb.", "day-month", date(2025, 2, 12)),
        ("Lee was hired in March of 2024.", "March of 2024", "month-year", date(2024, 3, 1)),
        ("Lee was hired in March, 2024.", "March, 2024", "month-year", date(2024, 3, 1)),
        ("Lee was hired in mid-March.", "March", "month", None),
        ("Lee was hired in May.", "May", "month", None),
        ("The ferry has run late since Sept., Lee said.", "Sept.", "month", None),
        ("Lee was hired 2024-02-12.", "2024-02-12", "numeric", date(2024, 2, 12)),
        ("The oven was lit 17/6/2023.", "17/6/2023", "numeric", date(2023, 6, 17)),
        ("The oven was lit 8/11/2023.", "8/11/2023", "numeric", None),
        ("Lee was hired 12.31.2024.", "12.31.2024", "numeric", date(2024, 12, 31)),
        ("Lee was hired 2/14/24.", "2/14/24", "numeric", date(2024, 2, 14)),
        ("Lee was hired Monday.", "Monday", "weekday", None),
        ("Lee was hired on Tues., the clerk said.", "Tues.", "weekday", None),
        ("Lee was hired this coming Friday.", "this coming Friday", "weekday", None),
        ("Lee was hired yesterday.", "yesterday", "relative-day", date(2025, 2, 11)),
        ("Lee was hired last month.", "last month", "relative-period", date(2025, 1, 1)),
        ("Lee was hired next year.", "next year", "relative-period", date(2026, 1, 1)),
        ("Lee was hired three years ago.", "three years ago", "relative-span", date(2022, 2, 12)),
        ("Lee was hired 12 days ago.", "12 days ago", "relative-span", date(2025, 1, 31)),
        ("Lee was hired twenty-five years ago.", "twenty-five years ago", "relative-span", date(2000, 2, 12)),
        ("Lee was hired five weeks earlier.", "five weeks earlier", "relative-span", None),
        ("Lee was hired in 2019.", "2019", "year", date(2019, 1, 1)),
        ("Lee was hired in the 1990s.", "1990s", "decade", date(1990, 1, 1)),
        ("Lee was hired in the ’90s.", "’90s", "decade", date(1990, 1, 1)),
        ("Lee was hired in spring 2024.", "spring 2024", "season", date(2024, 1, 1)),
    ],
)
def test_forms(text: str, mention: str, form: str, value: date | None) -> None:
    found = only(text)
    assert (found.text, str(found.form), found.value) == (mention, form, value)


@pytest.mark.parametrize(
    "text",
    [
        "Playwright August Wilson spoke with April Smith and Theresa May.",
        "We may march on, they sat in the sun and wed.",
        "The diner is open 24/7, its owners split it 50/50, and a wall recalls 9/11.",
        "The Rams won 24-17 and the part is 555-12-2034.",
        "The map is at harlow.example/2023/11/08/parade now.",
        "The fix is in version 1.2.2025 of the code.",
        "The parade turns at 9th Avenue by the 21st Amendment saloon.",
        "She sat in the 104th Congress.",
        "The port lost money in fiscal 2022 and fiscal year 2023.",
        "The Clean Ponds Act of 2007 passed.",
        "In 2000 homes the lights were out.",
        "The baker was in his 80s.",
        "The Sun. Nobody in Harlow reads it.",
        "The 30 September Movement was banned.",
        "The strike changed the last week of nothing.",
        "A total of 2000 was raised.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [mention.text for mention in dates(text)] == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("In February 12 nurses left.", ["February"]),
        ("In April, 3,500 trees bloomed.", ["April"]),
        ("In February, 2025 candidates filed.", ["February"]),
        ("On March 3 2,025 people came.", ["March 3"]),
        ("On March 3 2025 people came.", ["March 3"]),
        ("On Saturday, June 7 bakers will compete.", ["Saturday, June 7"]),
        ("The last Friday of May is free.", ["Friday", "May"]),
        ("The bakery sells out by Black Friday, Nov. 29.", ["Nov. 29"]),
        ("The ferry runs Tues. and Thurs. in winter.", ["Tues.", "Thurs."]),
        ("The club meets from March 3 to 11 a.m. daily.", ["March 3"]),
        ("In May, 2024 champion Lee ran.", ["May"]),
        ("The squid boats sail from June-August.", ["June", "August"]),
        ("The Aug. haul beat that of May 2, 2021.", ["Aug.", "May 2, 2021"]),
        ("It was their 5th March title.", []),
        ("Between May and June 31 cases were found.", ["May"]),
        ("He had May 8 wins.", []),
    ],
)
def test_where_a_date_ends(text: str, mentions: list[str]) -> None:
    assert [mention.text for mention in dates(text)] == mentions


def test_parts() -> None:
    found = only("The vote was Tues., Sept. 3rd, 2024, in Midtown.")
    assert found.text == "Tues., Sept. 3rd, 2024"
    assert said(found, found.calendar) == "Sept. 3rd, 2024"
    assert said(found, found.weekday) == "Tues."
    assert said(found, found.month) == "Sept."
    assert said(found, found.ordinal) == "rd"
    assert said(found, found.comma) == ","
    assert found.weekday is not None
    assert (found.weekday.number, found.weekday.name) == (1, "Tuesday")
    assert found.month is not None
    assert (found.month.number, found.month.name) == (9, "September")
    assert found.before == "was"
    assert found.after == ","


@pytest.mark.parametrize("text", ["The vote is Feb. 12 (Wednesday).", "The vote is Feb. 12, a Wednesday."])
def test_a_weekday_may_follow(text: str) -> None:
    found = only(text)
    assert said(found, found.weekday) == "Wednesday"
    assert said(found, found.calendar) == "Feb. 12"


def test_a_listed_weekday_is_not_the_date_s() -> None:
    assert [mention.text for mention in dates("It runs Monday-Wednesday, Feb. 10-12.")] == [
        "Monday", "Wednesday", "Feb. 10", "12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "stretch", "opener", "first", "last"),
    [
        ("He led it from 2020 to 2024.", "from 2020 to 2024", "from", "2020", "2024"),
        ("He led it from 2020-2024.", "from 2020-2024", "from", "2020", "2024"),
        ("He led it between 2018 and 2021.", "between 2018 and 2021", "between", "2018", "2021"),
        ("Cole (1940-2020) was mayor.", "1940-2020", None, "1940", "2020"),
        ("It ran from Nov. 20 to Feb. 10.", "from Nov. 20 to Feb. 10", "from", "Nov. 20", "Feb. 10"),
        ("It ran Feb. 10-12, 2024.", "Feb. 10-12, 2024", None, "Feb. 10", "12, 2024"),
        ("It ran on 10-12 February.", "10-12 February", None, "10", "12 February"),
        ("It is open Monday-Friday.", "Monday-Friday", None, "Monday", "Friday"),
    ],
)
def test_ranges(text: str, stretch: str, opener: str | None, first: str, last: str) -> None:
    one, other = dates(text)
    assert one.range is not None
    assert one.range is other.range
    assert (one.range.text, one.text, other.text) == (stretch, first, last)
    assert said(one, one.range.opener) == opener


def test_the_year_at_a_range_s_end_is_that_of_its_beginning() -> None:
    first, last = dates("It ran Dec. 30-Jan. 2, 2024.")
    assert (first.value, last.value) == (date(2023, 12, 30), date(2024, 1, 2))
    first, second = dates("She came June 8 and 9, 2004.")
    assert (first.value, second.value) == (date(2004, 6, 8), date(2004, 6, 9))


@pytest.mark.parametrize(
    ("text", "story", "value", "resolved"),
    [
        ("The vote is March 14.", STORY, date(2025, 3, 14), "nearest"),
        ("He quit Jan. 3.", STORY, date(2025, 1, 3), "nearest"),
        ("He quit Dec. 28.", date(2025, 1, 10), date(2024, 12, 28), "nearest"),
        ("He quit Dec. 3.", STORY, None, ""),
        ("He quit Dec. 3.", None, None, ""),
        ("He quit Dec. 3, 2024.", None, date(2024, 12, 3), "written"),
        ("The mill burned on a Feb. 29.", date(2024, 3, 1), date(2024, 2, 29), "nearest"),
    ],
)
def test_a_missing_year_is_supplied_only_when_it_is_certain(
    text: str, story: date | None, value: date | None, resolved: str
) -> None:
    found = only(text, story)
    assert (found.value, found.resolved) == (value, resolved)


def test_an_uncertain_year_leaves_its_candidates() -> None:
    assert only("He quit Dec. 3.").candidates == (date(2024, 12, 3), date(2025, 12, 3))
    assert only("He quit 9/12/2024.").candidates == (date(2024, 9, 12), date(2024, 12, 9))


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("It ends Feb. 30.", True),
        ("It ends June 31, 2026.", True),
        ("The dam broke Feb. 29, 1999.", True),
        ("The dam broke Feb. 29, 1996.", False),
        ("The twins came on a Feb. 29.", False),
        ("It ends 2025-13-01.", True),
        ("It ends May 31.", False),
    ],
)
def test_impossible(text: str, impossible: bool) -> None:
    assert only(text).impossible is impossible


def test_approximate_spans() -> None:
    assert only("It fell nearly 10 years ago.").approximate
    assert only("It fell a year and a half ago.").count == -1.5
    assert not only("It fell 10 years ago.").approximate


def test_a_date_does_not_reach_into_the_next_block() -> None:
    text = "Rain until Feb.\n12 crews came."
    split = Article(text, zones=[Zone(Kind.BODY, 0, 15), Zone(Kind.BODY, 16, len(text))])
    assert [mention.text for mention in split.dates] == ["Feb."]


def test_bylines_and_stamps_are_read_and_code_is_not() -> None:
    text = "Published Feb. 3, 2025"
    assert [mention.value for mention in article(text, kind=Kind.STAMP).dates] == [date(2025, 2, 3)]
    assert article(text, kind=Kind.CODE).dates == ()


def test_the_dateline_s_date_is_the_dateline_s() -> None:
    text = "AUSTIN, Texas, Feb. 12 (AP) — The board met Feb. 3."
    line = Dateline(None, 0, 30, city=Span(0, 6), dash=Span(28, 29), date=Span(15, 22))
    found = Article(text, zones=[Zone(Kind.LEAD, 0, len(text))], datelines=[line]).dates
    assert [mention.text for mention in found] == ["Feb. 3"]


def test_markup_between_the_parts() -> None:
    text = "It is on **Feb.** 12."
    marked = Article(text, zones=[Zone(Kind.BODY, 0, len(text))], masks=[(9, 11, "\u2060"), (15, 17, "\u2060")])
    (found,) = marked.dates
    assert found.text == "Feb.** 12"


PIECES = st.sampled_from(
    "Feb. February MAY March sept 12 12th 2025 1990's ’90s 3 the of from to between and - – / . , ( ) Monday Tues. "
    "last this today ago years week 2/12/2025 2025-02-12 12.31.2025 in on since spring \n “ ” a three".split(" ")
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40), st.sampled_from([" ", "", "\u2060"]))
def test_mentions_are_sorted_within_the_text_and_apart(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    at = 0
    for mention in article(text).dates:
        assert at <= mention.start < mention.end <= len(text)
        assert mention.start <= mention.calendar.start < mention.calendar.end <= mention.end
        for part in (mention.day, mention.year, mention.weekday, mention.ordinal, mention.comma):
            assert part is None or mention.start <= part.start < part.end <= mention.end
        if mention.value:
            assert not mention.impossible
        at = mention.end


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["{0:%B} {1}, {2}", "{1} {0:%B} {2}", "{0}"]))
def test_every_full_date_is_read_back(day: date, form: str) -> None:
    found = only(f"The mill closed on {form.format(day, day.day, day.year)} for good.")
    assert (found.value, found.resolved) == (day, "written")
