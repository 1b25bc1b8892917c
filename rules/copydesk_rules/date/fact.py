"""Whether a date can be true: against the calendar, the story's date and the other dates in the sentence."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Edit, Good, Kind, Span, compiled, flag, rule
from copydesk_rules.date._style import MONTHS, WEEKDAYS, long_form, other_years, sentence_of

if TYPE_CHECKING:
    from copydesk import Article, DateMention, Flags


@rule(
    "date-weekday-mismatch",
    severity="error",
    summary="The weekday does not match the date",
    bad=[
        Bad("The regatta was ^Saturday^, Aug. 6, 2023."),
        Bad("The recital is ^Friday^, Oct. 26.", date="2023-10-18"),
        Bad("The orchard opened on ^Monday^ 6 August 2023."),
        Bad("The regatta is Aug. 6, 2023, a ^Saturday^."),
    ],
    good=[
        "The regatta was Sunday, Aug. 6, 2023.",
        Good("Stores hire extra hands for Black Friday, Nov. 24.", date="2023-10-18"),
        Good("On Tuesday, Nov. 7 riders get in free.", date="2023-10-18"),
        Good("The camp lasts Friday-Sunday, Oct. 20-22.", date="2023-10-18"),
        Good("The ferry stops Sunday, Dec. 15.", date="2024-02-14"),
        Good("In 1936 the river rose. Boats came Thursday, March 19, and took people off.", date="2025-02-12"),
        "The recital is Friday, Oct. 26.",
        "“It was Saturday, Aug. 6, 2023,” Cole said.",
    ],
)
def weekday_matches(date: DateMention) -> Flags:
    """A weekday beside a date must be that date's weekday. Without a year the date is the nearest to the story, or,
    more than 30 days off, one in the story's year may be meant as well; without a story date the rule is silent, and so
    it is where the paragraph tells of another year.
    """
    weekday, story = date.weekday, date.article.date.value
    if weekday is None or date.month is None or not date.candidates or date.candidates[0].year < 1800:
        return
    if date.year is None and (story is None or other_years(date)):
        return
    if all(day.weekday() != weekday.number for day in date.candidates):
        meant = date.candidates[0]
        yield flag(weekday, f"{long_form(meant)}, is a {WEEKDAYS[meant.weekday()]}")


@rule(
    "date-impossible",
    severity="error",
    summary="The calendar has no such day",
    bad=[
        "The coupon is good through ^Feb. 30^.",
        "Their twins arrived ^Feb. 29, 2022^.",
        "Ferry passes lapse ^June 31^, 2027.",
        "The film permit runs out ^2024-13-05^.",
    ],
    good=[
        "Their twins arrived Feb. 29, 2020.",
        "Her birthday falls on a Feb. 29.",
        "On May 31, ferry passes lapse.",
        "“You will get it on Feb. 30,” Cole said.",
    ],
)
def possible(date: DateMention) -> Flags:
    """A day that its month does not have: Feb. 30, June 31, Feb. 29 in a common year, month 13. No fix: ask."""
    month, day, year = date.month, date.day, date.year
    if month is None or day is None or not date.impossible:
        return
    if date.form == "numeric":
        yield flag(date.calendar, "There is no such day")
        return
    leap = month.number == 2 and day.number == 29
    end = year.end if leap and year else date.ordinal.end if date.ordinal else max(day.end, date.calendar.start)
    if date.form == "day-month":
        end = year.end if leap and year else month.end
    start = date.calendar.start
    what = f"{year.name} is no leap year" if leap and year else f"{month.name} has no {day.number} days"
    yield flag(Span(start, end), f"There is no such day: {what}")


@rule(
    "date-range-order",
    severity="warning",
    summary="A range ends before it begins",
    bad=[
        "The rink is open ^from Jan. 20 to Jan. 10^.",
        "Cole ran the bakery ^from 2019 to 2016^.",
        "Ruiz coached here ^between 2022 and 2017^.",
        "The regatta lasts ^July 19-12^.",
        "Olsen owned the scow ^from May 2, 2021, to May 9, 2017^.",
    ],
    good=[
        "Cole ran the bakery from 2016 to 2019.",
        "The slope is open from Dec. 5 to March 2.",
        "The crowd counted back from 30 to zero.",
        "The fort stood from 300 to 50 B.C.",
        "The film goes from 2019 back to 2011.",
    ],
)
def range_order(date: DateMention) -> Flags:
    """A range goes forward: from Feb. 10 to Feb. 20. Without years only two days of one month can be told apart, since
    a season may run over New Year.
    """
    run = date.range
    if run is None or date is not run.first:
        return
    first, last = run.first, run.last
    if first.form == "weekday" or compiled(r"\s*B\.?C").match(date.article.prose[run.end : run.end + 5]):
        return
    if _backward(first, last):
        yield flag(run, "The range ends before it begins")


def _backward(first: DateMention, last: DateMention) -> bool:
    if first.year and last.year:
        return bool(first.value and last.value and first.precision == last.precision and last.value < first.value)
    same_month = first.month and last.month and first.month.number == last.month.number
    days = first.day and last.day and last.day.number < first.day.number
    return bool(same_month and days and not first.year and first.form != "numeric")


#: How far a relative span may be off before it is wrong, in days, by its unit.
_SLACK = {"day": 2, "week": 8, "month": 45, "year": 366, "decade": 1100, "century": 9200}


@rule(
    "date-relative-check",
    severity="warning",
    certainty="medium",
    summary="“Years ago” and the date beside it disagree",
    bad=[
        Bad("The ferry sank ^six years ago^, in 2021.", date="2024-09-18"),
        Bad("The bakery changed hands ^last month^, on April 6, Cole said.", date="2024-09-18"),
        Bad("The dam broke in 1998, ^14 years ago^.", date="2024-09-18"),
        Bad("The rink shut ^a decade ago^, in 2018.", date="2024-09-18"),
    ],
    good=[
        Good("The ferry sank three years ago, in 2021.", date="2024-09-18"),
        Good("The dam broke in 1998, 26 years ago.", date="2024-09-18"),
        Good("The dam broke half a century ago, in 1975.", date="2024-09-18"),
        Good("Four years ago Ruiz sold to Cole, who went broke in 2022.", date="2024-09-18"),
        Good("Six years ago the dairy, built in 1931, shut.", date="2024-09-18"),
        Good("“That was six years ago, in 2021,” she said.", date="2024-09-18"),
        "The ferry sank six years ago, in 2021.",
    ],
)
def relative_agrees(date: DateMention) -> Flags:
    """A span counted from the story and the date in apposition to it must agree within rounding: a year for years, a
    month for months, more after "nearly" or "about". Only dates right beside each other are compared.
    """
    if date.value is None or date.resolved != "relative" or date.unit not in _SLACK or date.form == "relative-day":
        return
    for anchor in _beside(date):
        gap = _gap(date, anchor)
        slack = _SLACK[date.unit]
        if date.approximate or date.unit in ("decade", "century"):
            slack = int(slack * min(abs(date.count or 1), 1))  # half a century is rounded less than one
            slack = max(slack, int(slack * abs(date.count or 1) * 0.25) + slack)
        if gap is not None and gap > slack:
            yield flag(date, f"{date.text.capitalize()} is {_said(date.value, date.unit)}, not {anchor.text}")


def _beside(date: DateMention) -> list[DateMention]:
    """The absolute dates right before and after, joined by a comma or "in" alone."""
    article = date.article
    places = article.computed("date places", lambda a: {mention.start: i for i, mention in enumerate(a.dates)})
    i = places[date.start]
    found = []
    for one, other, anchor in ((i - 1, i, i - 1), (i, i + 1, i + 1)):
        if one < 0 or other >= len(article.dates):
            continue
        between = article.prose[article.dates[one].end : article.dates[other].start]
        if compiled(r"\s*[,(—–-]?\s*(?:back\s+)?(?:in|on|about|around)?\s*", re.ASCII).fullmatch(between):
            mention = article.dates[anchor]
            if mention.year or mention.day or mention.form == "month":
                found.append(mention)
    return found


def _gap(date: DateMention, anchor: DateMention) -> float | None:
    """Days between the span's day and the nearest that the anchor can mean; None when they cannot be compared."""
    story, value = date.article.date.value, date.value
    if story is None or value is None or anchor.range or anchor.form == "decade":
        return None
    if anchor.candidates:
        if date.unit == "month":
            return min(abs(_months(value) - _months(day)) for day in anchor.candidates) * 30.0
        return min(abs((value - day).days) for day in anchor.candidates)
    if anchor.form == "month" and anchor.month and date.unit == "month":
        apart = (value.month - anchor.month.number) % 12
        return min(apart, 12 - apart) * 30.0
    if anchor.precision == "year" and anchor.year and date.unit in ("year", "decade", "century"):
        return abs(value.year - anchor.year.number) * 365.25
    if anchor.precision == "month" and anchor.month and anchor.year:
        return abs(_months(value) - _months(Date(anchor.year.number, anchor.month.number, 1))) * 30.0
    return None


def _months(day: Date) -> int:
    return day.year * 12 + day.month


def _said(value: Date, unit: str) -> str:
    if unit in ("year", "decade", "century"):
        return str(value.year)
    return f"{MONTHS[value.month - 1]} {value.year}" if unit == "month" else long_form(value)


_AGE = (
    r"(?:,?\s+(?:and\s+)?(?:is|turns|turned|now)(?:\s+now)?\s+|,\s+|\baged?\s+)(?P<age>\d{1,3})(?:\s+years?\s+old)?"
    r"(?=[.,;)]|\s+and\b|\s+(?:last|this)\s+(?:week|month|year)\b|\s+(?:on\s+)?[A-Z][a-z]{2,5}day\b|\s*$)"
)
_AGED = r"\b(?P<age>\d{1,3})-year-old\b"
_AGE_BEFORE = r",\s+(?P<age>\d{1,3}),\s+(?:who\s+)?(?:was\s+)?born\b"
_AGE_AT_DEATH = r"(?:\bwas|\bat|\baged?|\bage\s+of)\s+(?P<age>\d{1,3})(?=[.,;)]|\s*$)"
_DIED = (
    r"\bdied\b[^.;]{0,40}?\b(?:at|aged)\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?(?P<age>\d{1,3})\b(?!\s+(?:a\.?m|p\.?m)|:)"
)
_DIED_NOW = r"\bdied\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,)"
_WHEN_DIED = r"\s*\)?,?\s+was\s+(?P<age>\d{1,3})\s+when\s+(?:he|she|they)\s+died\b"
_NOW = r"\s*(?:He|She)(?:\s+is|,\s+now)\s+(?:now\s+)?(?P<age>\d{1,3})(?=[.,;]|\s+years?\s+old)"


@rule(
    "date-age-mismatch",
    severity="warning",
    certainty="medium",
    summary="An age and a year of birth disagree",
    bad=[
        Bad("Park (1921-1998) died at ^66^."),
        Bad("Park (1921-1998) was ^66^ when he died."),
        Bad("Born in 1984, Vance is ^50^.", date="2024-09-18"),
        Bad("Vance, born in 1984, is ^50^.", date="2024-09-18"),
        Bad("Olsen was born May 9, 1962, and is ^48^.", date="2024-09-18"),
        Bad("Olsen was born in 1962. She is ^48^.", date="2024-09-18"),
        Bad("Olsen, ^48^, was born in 1962.", date="2024-09-18"),
        Bad("Park, born in 1931, died Sunday at ^66^.", date="2024-09-18"),
        "Park, who was born in 1921 and died in 1998, was ^66^.",
    ],
    good=[
        Good("Vance, born in 1984, is 40.", date="2024-09-18"),
        Good("Vance, born in 1984, is 39.", date="2024-09-18"),
        Good("Vance, born in 1984, turns 41 on Sunday.", date="2024-09-18"),
        Good("Vance, born in 1984, was 9 when the rink opened.", date="2024-09-18"),
        "Vance, born in 1984, is 50.",
        "Park (1921-1998) died at 76.",
        "Park (1921-1998) died at 6:15 a.m.",
        Good("Vance, born in 1984, manages 60 pickers.", date="2024-09-18"),
    ],
)
def age_agrees(date: DateMention) -> Flags:
    """The year of birth and the age, or the years of a life and the age at death, must agree within a year. An age at a
    past event ("was 12 when") is not compared.
    """
    if date.year is None:
        return
    article = date.article
    start, end = sentence_of(date)
    if date.range and date.range.first is date and article.prose[date.start - 1 : date.start] == "(":
        last = date.range.last.year
        found = compiled(_DIED).search(article.prose, date.range.end, end)
        found = compiled(_WHEN_DIED).match(article.prose, date.range.end, end) or found
        if found and last:
            yield from _compare(found, last.number - date.year.number, "years of life")
        return
    story = article.date.value
    said = article.prose[start : date.start].rstrip()
    if not compiled(r"\b[Bb]orn(?:\s+(?:in|on))?(?:\s+[A-Z]\w+,?(?:\s+[A-Z]\w+,?)?(?:\s+(?:in|on))?)?$").search(said):
        return
    if story and compiled(_DIED_NOW).search(article.prose, date.end, end):
        found = compiled(_DIED).search(article.prose, date.end, end)
        if found:
            yield from _compare(found, story.year - date.year.number, "year of birth")
        return
    died = compiled(r"\bdied\b[^.;]{0,40}?\bin\s+(?P<year>\d{4})\b").search(article.prose, start, end)
    if died or compiled(r"\bdied\b").search(article.prose[start:end]):
        found = died and compiled(_AGE_AT_DEATH).search(article.prose, date.end, end)
        if died and found:
            yield from _compare(found, int(died["year"]) - date.year.number, "years of life")
        return
    if story is None:
        return
    zone = date.zone
    for pattern, low, high in (
        (_AGE, date.end, end),
        (_AGED, start, date.start),
        (_AGE_BEFORE, start, date.start),
        (_NOW, end, zone.end if zone else end),
    ):
        words = compiled(pattern)
        found = words.match(article.prose, low, high) if pattern is _NOW else words.search(article.prose, low, high)
        if found:
            yield from _compare(found, story.year - date.year.number, "year of birth")
            return


def _compare(found: re.Match[str], years: int, what: str) -> Flags:
    """Flag an age that is neither `years` nor one less, with a year's slack on either side."""
    age = int(found["age"])
    if not years - 2 <= age <= years + 1:
        yield flag(Span(*found.span("age")), f"The {what} makes it {years - 1} or {years}")


@rule(
    "date-body-stamp",
    severity="warning",
    fix="unsafe",
    summary="A publication stamp is metadata, not copy",
    bad=[
        Bad(
            "---\ndate: 2024-09-18\n---\nBy Mia Olsen | ^Story Posted on September 19, 2024^\n\nThe rink shut.",
            fixed="---\ndate: 2024-09-18\n---\nBy Mia Olsen\n\nThe rink shut.",
        ),
        Bad(
            "By Jo Vance | ^Published on Sept. 9, 2024^\n\nThe ferry sank Friday.",
            fixed="By Jo Vance\n\nThe ferry sank Friday.",
        ),
    ],
    good=[
        "---\ndate: 2024-09-18\n---\nBy Mia Olsen\n\nHis first cookbook was published on September 19, 2024.",
        "---\ndate: 2024-09-18\n---\nBy Mia Olsen\n\nThe ferry sank Friday.",
    ],
)
def stamp(article: Article) -> Flags:
    """When a story was published stands in its metadata (`date:`), where a system can use it; a printed stamp repeats
    it and goes stale. One that disagrees with the metadata is a warning, one that agrees a suggestion.
    """
    known = article.date.value if article.date.origin == "front matter" else None
    stamps = [byline.stamp for byline in article.bylines if byline.stamp]
    printed_on = compiled(r"\b(?:published|posted|updated|modified|filed)\b", re.IGNORECASE)
    stamps += [Span(zone.start, zone.end) for zone in article.zones_of(Kind.STAMP) if printed_on.search(zone.prose)]
    for place in sorted({(part[0], part[1]) for part in stamps}):
        printed = next((d.value for d in article.dates if place[0] <= d.start < place[1] and d.value), None)
        wrong = known is not None and printed is not None and known != printed
        message = (
            f"The stamp says another day than the metadata ({long_form(known)})"
            if wrong and known
            else ("A publication stamp belongs in the metadata")
        )
        start = place[0]
        joint = compiled(r"\s*[|•·–—,-]\s*$").search(article.prose[max(start - 6, 0) : start])
        cut = Edit(start - len(joint[0]) if joint else start, place[1], "")
        yield flag(Span(*place), message, edits=[cut], severity="warning" if wrong else "suggestion")


_HOLIDAYS = (
    r"(?P<name>Thanksgiving(?: Day)?|Election Day|Labor Day|Memorial Day|Martin Luther King(?:,? Jr\.?)? Day|MLK Day|"
    r"Presidents['’]? Day|Columbus Day|Black Friday|Cyber Monday|Good Friday|Ash Wednesday|Easter(?: Sunday)?|"
    r"Palm Sunday|Mother['’]s Day|Father['’]s Day|Juneteenth|Independence Day|Halloween|Veterans Day|"
    r"Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|Valentine['’]s Day|St\. Patrick['’]s Day|Groundhog Day|"
    r"Flag Day)"
    r"\s*(?:,|\(|is on|falls on|is|on)?\s*$"
)
_FIXED = {
    "juneteenth": (6, 19), "independence day": (7, 4), "halloween": (10, 31), "veterans day": (11, 11),
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "valentine's day": (2, 14), "st. patrick's day": (3, 17), "groundhog day": (2, 2),
    "flag day": (6, 14),
}  # fmt: skip
#: Month, weekday (Monday is 0) and which one of the month; -1 is the last.
_FLOATING = {
    "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1), "mlk day": (1, 0, 3),
    "presidents day": (2, 0, 3), "columbus day": (10, 0, 2),
}  # fmt: skip
_BY_EASTER = {"easter": 0, "good friday": -2, "palm sunday": -7, "ash wednesday": -46}


@rule(
    "date-holiday-weekday",
    severity="suggestion",
    certainty="medium",
    summary="A holiday does not fall on that date",
    zones=PROSE,
    bad=[
        "The bakery shuts for Thanksgiving, ^Nov. 24, 2023^.",
        Bad("Ferries are free on Election Day, ^Nov. 7^.", date="2022-10-17"),
        "The choir sings on Easter Sunday, ^April 2, 2023^.",
        Bad("The parade is on Halloween, ^Oct. 30^.", date="2023-10-02"),
    ],
    good=[
        "The bakery shuts for Thanksgiving, Nov. 23, 2023.",
        Good("Ferries are free on Election Day, Nov. 8.", date="2022-10-17"),
        "The choir sings on Easter Sunday, April 9, 2023.",
        "Toronto cooks served Thanksgiving, Oct. 9, 2023.",
        "Buses stop for Veterans Day (observed), Nov. 10, 2023.",
        "Snow fell all Black Friday, Nov. 24, 2023.",
    ],
)
def holiday(date: DateMention) -> Flags:
    """A holiday's date is arithmetic: Thanksgiving is the fourth Thursday in November, Easter goes by the moon. Only a
    date right after the holiday's name is checked; Canada's Thanksgiving and Orthodox Easter are allowed for.
    """
    if date.month is None or date.day is None or not date.candidates:
        return
    match = compiled(_HOLIDAYS).search(date.article.prose[max(date.start - 50, 0) : date.start])
    if match is None or (date.year is None and date.article.date.value is None):
        return
    name = match["name"].lower().replace("’", "'")
    if all(not _falls_on(name, day) for day in date.candidates):
        yield flag(date.calendar, f"{match['name']} is not on that day")


def _falls_on(name: str, day: Date) -> bool:
    """Whether the holiday can be that day."""
    if name in _FIXED:
        return (day.month, day.day) == _FIXED[name]
    if name == "election day":
        return day.weekday() == 1 and (day.month != 11 or 2 <= day.day <= 8)
    if name in ("mother's day", "father's day"):
        return day.weekday() == 6
    if name in ("black friday", "cyber monday"):
        return day == _nth(day.year, 11, 3, 4) + timedelta(1 if name == "black friday" else 4)
    plain = name.removesuffix(" sunday")
    if plain in _BY_EASTER or name == "palm sunday":
        shift = timedelta(_BY_EASTER.get(name, _BY_EASTER.get(plain, 0)))
        return day in (_easter(day.year) + shift, _orthodox_easter(day.year) + shift)
    if name.startswith("martin luther king"):
        name = "mlk day"
    name = name.removesuffix(" day") if name.startswith("thanksgiving") else name.replace("'", "")
    if name == "thanksgiving" and day.month == 10:
        return day == _nth(day.year, 10, 0, 2)
    return day == _nth(day.year, *_FLOATING[name])


def _nth(year: int, month: int, weekday: int, which: int) -> Date:
    """The `which`-th such weekday of a month; the last for -1."""
    if which < 0:
        last = Date(year, month + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = Date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> Date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return Date(year, month, day + 1)


def _orthodox_easter(year: int) -> Date:
    """Easter Sunday of the Orthodox churches, in today's calendar (Meeus's Julian algorithm, for 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return Date(year, month, day + 1) + timedelta(13)
