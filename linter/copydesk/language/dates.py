"""Dates as newsrooms write them: every form, its parts, and the day it means.

Silence is the rule in doubt: "May" is a month only where nothing else is possible, "In March 12 people left" has
no twelfth of March, and "August Wilson" no month at all. The dateline's own date is the dateline's
(`Dateline.date`), not a mention.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from copydesk.language.calendar import (
    MONTH_WORDS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAY_WORDS,
    WEEKDAYS,
    candidates,
    day_of,
    days_in,
    shifted,
)
from copydesk.language.numbers import cardinal_before
from copydesk.language.stretch import GAP, SPACE, Stretch
from copydesk.language.tokens import tokenise
from copydesk.model.article import TEXT, Kind, Located
from copydesk.model.span import Span

if TYPE_CHECKING:
    from re import Match

    from copydesk.model.article import Article


class Form(StrEnum):
    """How a date is written."""

    MONTH_DAY = "month-day"  # Feb. 12; February 12th, 2025
    DAY_MONTH = "day-month"  # 12 February 2025; the 12th of February
    MONTH_YEAR = "month-year"  # February 2025; March of 2024
    MONTH = "month"
    DAY = "day"  # one end of a range whose other end names the month: the 12 of "Feb. 10-12"
    NUMERIC = "numeric"  # 2025-02-12; 2/12/2025; 12.02.2025
    WEEKDAY = "weekday"  # Monday; last Tuesday; this coming Friday
    YEAR = "year"
    DECADE = "decade"  # the 1990s; the ’90s
    SEASON = "season"  # spring 2025
    RELATIVE_DAY = "relative-day"  # today, yesterday, tomorrow, tonight
    RELATIVE_PERIOD = "relative-period"  # last month, this week
    RELATIVE_SPAN = "relative-span"  # three years ago, five weeks earlier


class DatePart(NamedTuple):
    """A part of a date: where it stands, its number, and its full name ("February", "Monday", "2025")."""

    start: int
    end: int
    number: int
    name: str


class DateRange(Located):
    """Two dates and what joins them: "from Feb. 20 to Feb. 25", "2020-2024", "between 2021 and 2024".

    opener: "from" or "between", part of the range.  joiner: the dash or the word between the two.
    """

    __slots__ = ("first", "joiner", "last", "opener")

    def __init__(
        self, article: Article, first: DateMention, joiner: Span, last: DateMention, opener: Span | None
    ) -> None:
        super().__init__(article, opener.start if opener else first.start, last.end)
        self.first = first
        self.joiner = joiner
        self.last = last
        self.opener = opener


class DateMention(Located):
    """A date in the copy. Parts that are not written are None.

    calendar: all of it but the weekday and what belongs to that.  weekday, month, day, year: the parts; an
    abbreviation's period belongs to its part. A decade's year is its first. The 12 of "Feb. 10-12" has the
    month of its range, which stands outside its span.  ordinal: the "th" of a day.  comma: the comma before the year.  of: the "of" before the year or
    the month.  relation: "last", "next", "this coming", "ago".  count, unit: of a relative span or period.
    approximate: "nearly", "about" stands before it.

    value: the day meant, a day of the week, the first day of the month, year … meant; None when that is not certain.
    candidates: every day it can mean, the likeliest first.  resolved: how value was found: "written", "range" (the
    year stands at the range's other end or with the next day), "nearest" (to the story's date), "relative" (counted from it), or
    "".  precision: "day", "week", "month", "season", "year", "decade", "century".  range: the range it is an end of.
    """

    __slots__ = (
        "approximate", "calendar", "candidates", "comma", "count", "day", "form", "month", "of", "ordinal", "precision", "range",
        "relation", "resolved", "unit", "value", "weekday", "year",
    )  # fmt: skip

    def __init__(
        self,
        article: Article,
        start: int,
        end: int,
        form: Form,
        *,
        precision: str = "day",
        weekday: DatePart | None = None,
        month: DatePart | None = None,
        day: DatePart | None = None,
        year: DatePart | None = None,
        ordinal: Span | None = None,
        comma: Span | None = None,
        of: Span | None = None,
        relation: Span | None = None,
        count: float | None = None,
        unit: str | None = None,
        approximate: bool = False,
    ) -> None:
        super().__init__(article, start, end)
        self.form = form
        self.precision = precision
        self.calendar = Span(start, end)
        self.weekday = weekday
        self.month = month
        self.day = day
        self.year = year
        self.ordinal = ordinal
        self.comma = comma
        self.of = of
        self.relation = relation
        self.count = count
        self.unit = unit
        self.approximate = approximate
        self.range: DateRange | None = None
        self.value: date | None = None
        self.candidates: tuple[date, ...] = ()
        self.resolved = ""

    @property
    def impossible(self) -> bool:
        """Whether the calendar has no such day. "Feb. 29" without a year is possible."""
        if self.month is None or self.day is None:
            return False
        year = self.year.number if self.year else None
        return not (1 <= self.month.number <= 12 and 1 <= self.day.number <= days_in(self.month.number, year))

    @property
    def before(self) -> str:
        """The word or mark before it in its sentence or zone, lower case; "" at the start."""
        return self._neighbour(-1)

    @property
    def after(self) -> str:
        """The word or mark after it, lower case; "" at the end of its zone."""
        return self._neighbour(1)

    def _neighbour(self, step: int) -> str:
        tokens, zone = self.article.tokens, self.zone
        i = tokens.index(self.start) - 1 if step < 0 else tokens.index(self.end)
        if zone is None or not 0 <= i < len(tokens) or not zone.start <= tokens.starts[i] < zone.end:
            return ""
        return tokens.lower[i]


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """The dates of all zones of text, and of bylines and printed stamps, sorted; none overlaps another."""
    found: list[DateMention] = []
    for zone in article.zones:
        if zone.kind in TEXT:
            start = max((d.end for d in article.datelines if zone.start <= d.start < zone.end), default=zone.start)
            found += _read(Stretch(article, article.tokens, start, zone.end))
        elif zone.kind in (Kind.BYLINE, Kind.STAMP):
            stretch = (zone.start, zone.end)
            found += _read(Stretch(article, tokenise(article.prose, (stretch,)), *stretch))
    return tuple(found)


def _read(s: Stretch) -> list[DateMention]:
    """The dates of one stretch, ranges joined and days resolved."""
    found: list[DateMention] = []
    at = s.starts[s.first] if s.first < s.stop else 0
    starts, lower = s.starts, s.lower
    readers = _READERS
    for i in range(s.first, s.stop):
        read = readers.get(lower[i])
        if read is None:
            if not lower[i][0].isdecimal():
                continue
            read = _number
        if starts[i] < at:
            continue
        for mention in read(s, i):
            if mention.start >= at:
                found.append(mention)
                at = mention.end
    if found:
        _join(s, found)
        story = s.article.date.value
        for i, mention in enumerate(found):
            shared = found[i + 1] if i + 1 < len(found) and found[i + 1].form is Form.DAY else None
            _resolve(mention, story, shared)
    return found


# --- days of a month ----------------------------------------------------------------------------------------------

_NO_DAY = r"(?!\w|[.:/]\d|,\d{3}(?!\d)|%)"
_ORDINAL = r"(?P<ordinal>[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])?"
_MONTH_DAY = rf"(?P<month>[^\W\d_]{{3,9}})(?:(?P<stop>\.){SPACE}|{GAP})(?P<day>\d\d?){_ORDINAL}{_NO_DAY}"
_DAY_MONTH = (
    rf"(?P<day>\d\d?){_ORDINAL}{GAP}(?:(?P<of>of){GAP})?(?P<month>[^\W\d_]{{3,9}}+)(?P<stop>\.(?!\w))?(?!['’]?[^\W_])"
)
_MORE_DAYS = (
    rf"(?:(?P<dash>{SPACE}[-–]{SPACE})|{GAP}(?P<joiner>to|through|and|until){GAP})(?P<day>\d\d?){_ORDINAL}{_NO_DAY}"
)
_YEAR = rf"(?:{SPACE}(?P<comma>,){SPACE}|{GAP})(?:(?P<of>of){GAP})?(?P<year>\d{{4}})(?![\w%]|[.,:/]\d|[-–]\d{{3}})"
_WEEKDAY_AFTER = rf"{SPACE}\({SPACE}(?:a{GAP})?(?P<one>[A-Z][a-z]{{2,5}}day)(?=\))|,{GAP}a{GAP}(?P<two>[A-Z][a-z]{{2,5}}day)\b"

#: After these a month-day may be a month and a count: "Since March 12 people have died".
_LOOSE = frozenset("since by until till before after during from through".split())
_PERSONS = frozenset(
    "people persons men women children students workers residents soldiers officers employees families members voters "
    "percent million billion thousand hundred dozen more other".split()
)
#: Before a day-month without a year.
_ON = frozenset("on by until till since from before after to and or between dated starting beginning".split())
#: Before a figure that counts or numbers what follows.
_COUNTING = frozenset("the a an of all only just about some at least chapter section page no number route room".split())
#: Months that are also names or words.
_NAMES = frozenset({"march", "april", "may", "june", "august", "january"})
_ABBREVIATED = frozenset("jan feb febr mar apr jun jul aug sep sept oct nov dec".split())
#: After a figure that is an hour.
_HALVES = frozenset({"a.m.", "p.m.", "am", "pm"})


def _month(s: Stretch, i: int) -> list[DateMention]:
    """Dates that begin with a month."""
    if not _is_month(s, i):
        return []
    return _month_day(s, i) or _month_year(s, i) or _month_alone(s, i)


def _is_month(s: Stretch, i: int) -> bool:
    """Whether token `i` can be a month by its case: a capital, or a full name that is no other word."""
    return s.capital(i) or (len(s.word(i)) > 4 and s.word(i) not in _NAMES)


def _month_part(s: Stretch, i: int, stop: bool) -> DatePart:
    number = MONTH_WORDS[s.lower[i]]
    return DatePart(s.starts[i], s.ends[i] + stop, number, MONTHS[number - 1])


def _month_day(s: Stretch, i: int) -> list[DateMention]:
    match = s.match(_MONTH_DAY, s.starts[i])
    if match is None or (match["stop"] and s.word(i) not in _ABBREVIATED):
        return []
    day, end = int(match["day"]), match.end()
    if day == 0 or (not match["stop"] and s.word(i) in ("mar", "dec", "jan") and _is_name_before(s, i)):
        return []
    more = _more_days(s, i, end)
    tail = more.end if more else end
    year = _year_part(s, tail, after_day=True)
    following = s.after(year[0].end if year else tail)
    if not year and not more and (not match["ordinal"] and _counts(s, i, following) or day > 31 and s.is_word(following)):
        return []
    if day > 39:
        return []
    mention = DateMention(
        s.article, s.starts[i], end, Form.MONTH_DAY,
        month=_month_part(s, i, bool(match["stop"])), day=_day_part(match), ordinal=_span(match, "ordinal"),
    )  # fmt: skip
    last = more or mention
    if year:
        last.year, last.comma, last.of = year
        last.end = last.year.end
        last.calendar = Span(last.start, last.end)
    if more:
        more.month = mention.month
        return [mention, more]
    _trailing_weekday(s, mention)
    return [mention]


def _is_name_before(s: Stretch, i: int) -> bool:
    """Whether the word before is capitalised as part of a name: "Del Mar"."""
    return s.capital(i - 1) and not s.opens(i - 1) and s.word(i - 1) not in WEEKDAY_WORDS


def _counts(s: Stretch, i: int, following: int) -> bool:
    """Whether the figure after month `i` counts what follows it: "In March 12 people left"."""
    before = s.word(i - 1)
    if before == "in":
        return s.counted(following)
    return (before in _LOOSE or s.opens(i)) and s.word(following) in _PERSONS


def _more_days(s: Stretch, i: int, end: int) -> DateMention | None:
    """The other end of a range of days within a month: the 12 of "Feb. 10-12"."""
    match = s.match(_MORE_DAYS, end)
    if match is None:
        return None
    opener = s.word(i - 1)
    joiner = match["joiner"]
    following = s.after(match.end())
    fits = not joiner or joiner == "through" or (opener == "from" and joiner != "and") or opener == "between"
    if joiner == "and":
        fits = fits or not s.is_word(following)
    if not fits or not 1 <= int(match["day"]) <= 31 or s.counted(following) or s.word(following) in _HALVES:
        return None
    return DateMention(
        s.article, match.start("day"), match.end(), Form.DAY, day=_day_part(match), ordinal=_span(match, "ordinal")
    )


def _day_month(s: Stretch, i: int) -> list[DateMention]:
    """Dates that begin with the day of the month."""
    match = s.match(_DAY_MONTH, s.starts[i])
    if match is None or match["month"].lower() not in MONTH_WORDS or not 1 <= int(match["day"]) <= 31:
        return []
    j = s.after(match.start("month"))
    stop = bool(match["stop"]) and s.word(j) in _ABBREVIATED
    article, the = bool(match["of"] or match["ordinal"]), s.word(i - 1) == "the"
    if not s.capital(j) or (match["of"] and not (match["ordinal"] or the)):
        return []
    end = match.end("stop") if stop else match.end("month")
    year = _year_part(s, end)
    if not year and not article and not _day_month_alone(s, i, s.after(end)):
        return []
    if not year and s.match(rf"{SPACE}\d\d?\b", end):
        return []
    start = s.starts[i - 1] if the and article else s.starts[i]
    mention = DateMention(
        s.article, start, end, Form.DAY_MONTH,
        month=_month_part(s, j, stop), day=_day_part(match), ordinal=_span(match, "ordinal"), of=_span(match, "of"),
    )  # fmt: skip
    if year:
        mention.year, mention.comma, _ = year
        mention.end = year[0].end
        mention.calendar = Span(start, mention.end)
    earlier = _earlier_day(s, i)
    if earlier is None:
        return [mention]
    earlier.month = mention.month
    return [earlier, mention]


def _day_month_alone(s: Stretch, i: int, following: int) -> bool:
    """Whether a day and month without a year are a date by what stands around them."""
    before = s.word(i - 1)
    if before in ("-", "–"):
        return s.glued(i) and s.is_number(i - 2)
    placed = before in _ON or before in WEEKDAY_WORDS or (before == "," and s.word(i - 2) in WEEKDAY_WORDS)
    if not s.is_word(following) and not s.is_number(following):
        return placed or (s.is_word(i - 1) and not s.capital(i - 1) and before not in _COUNTING)
    return placed and not s.capital(following) and not s.counted(following)


def _earlier_day(s: Stretch, i: int) -> DateMention | None:
    """The first end of a range of days before a month: the 10 of "10-12 February"."""
    if not (s.word(i - 1) in ("-", "–") and s.glued(i) and s.glued(i - 1) and s.is_number(i - 2)):
        return None
    start, end = s.starts[i - 2], s.ends[i - 2]
    if end - start > 2 or not 1 <= int(s.lower[i - 2]) <= 31:
        return None
    return DateMention(
        s.article, start, end, Form.DAY, day=DatePart(start, end, int(s.lower[i - 2]), s.lower[i - 2])
    )


def _trailing_weekday(s: Stretch, mention: DateMention) -> None:
    """Take in a weekday that follows the date: "Feb. 12 (Wednesday)", "Feb. 12, a Wednesday"."""
    match = s.match(_WEEKDAY_AFTER, mention.end)
    if match:
        group = "one" if match["one"] else "two"
        number = WEEKDAY_WORDS.get(match[group].lower())
        if number is not None:
            mention.weekday = DatePart(*match.span(group), number, WEEKDAYS[number])
            mention.end = match.end(group)


def _day_part(match: Match[str]) -> DatePart:
    return DatePart(*match.span("day"), int(match["day"]), str(int(match["day"])))


def _year_part(s: Stretch, at: int, *, after_day: bool = False) -> tuple[DatePart, Span | None, Span | None] | None:
    """The year that follows a day or month at `at`, its comma and its "of".

    None when the figure counts what follows: "March 3 2025 people", "In February, 2025 candidates".
    """
    match = s.match(_YEAR, at)
    if match is None or not 1000 <= int(match["year"]) <= 2199:
        return None
    if after_day != bool(match["comma"]) and s.counted(s.after(match.end())):
        return None
    year = int(match["year"])
    return DatePart(*match.span("year"), year, str(year)), _span(match, "comma"), _span(match, "of")


def _span(match: Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match[group] else None


# --- months, seasons and years --------------------------------------------------------------------------------------

#: Before a month that stands alone.
_IN = frozenset(
    "in since until till by of last next this early late mid mid- through throughout from every each during to for "
    "between before after around".split()
)
#: Of these, those after which even a month that is also a name is a month.
_SURE = frozenset("since until till last next early late mid throughout during".split())


def _month_year(s: Stretch, i: int) -> list[DateMention]:
    stop = s.word(i + 1) == "." and s.glued(i + 1) and s.word(i) in _ABBREVIATED
    part = _month_part(s, i, stop)
    year = _year_part(s, part.end)
    if year is None:
        return []
    return [
        DateMention(
            s.article, part.start, year[0].end, Form.MONTH_YEAR,
            precision="month", month=part, year=year[0], comma=year[1], of=year[2],
        )
    ]  # fmt: skip


def _month_alone(s: Stretch, i: int) -> list[DateMention]:
    word, before = s.word(i), s.word(i - 1)
    abbreviated = word in _ABBREVIATED
    stop = abbreviated and s.word(i + 1) == "." and s.glued(i + 1)
    mid = before == "-" and s.word(i - 2) == "mid"
    if abbreviated:
        following = i + 2 if stop else i + 1
        certain = (stop or word not in ("jan", "mar", "dec", "sep")) and (
            (before in _IN and (stop or not s.capital(following)))
            or (stop and s.opens(i) and s.is_word(following) and not s.capital(following))
        )
    elif word in _NAMES:
        named = s.capital(i + 1) and s.word(i + 1) not in WEEKDAY_WORDS
        certain = mid or before in _SURE or (before in _IN and not named) or (before == "in" and word in ("may", "march"))
    else:
        certain = not (s.capital(i + 1) and s.prose[s.ends[i] : s.starts[i + 1]].isspace() and before not in _IN)
    if not certain or s.word(i + 1) in ("'", "-") and not mid and abbreviated:
        return []
    part = _month_part(s, i, stop)
    return [DateMention(s.article, part.start, part.end, Form.MONTH, precision="month", month=part)]


#: Before a year that stands alone.
_YEAR_AFTER = frozenset("in since by until till from through during before after between early late mid circa".split())
#: Before "of" and a year.
_YEAR_OF = frozenset(
    "spring summer fall autumn winter end start beginning rest half part middle election elections census recession "
    "class crisis season session summer as months month days weeks".split()
)
_FISCAL = frozenset({"fiscal", "fy"})
_FOUR = r"(?P<year>\d{4})"
_DASHED = rf"(?P<joiner>[-–])(?P<last>\d{{4}}|\d\d)(?![\w-]|[.,:/]\d)"
_SPOKEN = rf"{GAP}(?P<joiner>to|through|until|and){GAP}(?P<last>\d{{4}})(?![\w%]|[.,:/]\d)"


def _year(s: Stretch, i: int) -> list[DateMention]:
    """A year by itself, or two that are a range."""
    year = int(s.lower[i])
    if not 1000 <= year <= 2199 or (s.glued(i) and s.word(i - 1) not in "(“\"[—–'‘’"):
        return []
    before = s.word(i - 1)
    start, end = s.starts[i], s.ends[i]
    spoken = before in ("from", "between") and s.match(_SPOKEN, end)
    dashed = s.match(_DASHED, end)
    joined = spoken or dashed
    first = DateMention(
        s.article, start, end, Form.YEAR, precision="year", year=DatePart(start, end, year, s.lower[i])
    )
    if not joined:
        return [first] if _is_year(s, i) else []
    last = int(joined["last"])
    if len(joined["last"]) == 2:
        last += year // 100 * 100
    following = s.after(joined.end())
    bracketed = before == "(" and s.word(following) == ")"
    placed = before in _YEAR_AFTER or before in ("the", "of", "for") or bracketed
    if not placed or _is_fiscal(s, i) or not 1000 <= last <= 2199 or (s.counted(following) and not bracketed):
        return []
    span = joined.span("last")
    return [
        first,
        DateMention(s.article, *span, Form.YEAR, precision="year", year=DatePart(*span, last, str(last))),
    ]


def _is_year(s: Stretch, i: int) -> bool:
    """Whether the four figures at token `i` are a year by what stands around them."""
    before, after = s.word(i - 1), s.word(i + 1)
    if after in ("%", "$", "/") or (after in ("-", ":") and s.glued(i + 1)) or s.counted(i + 1) or _is_fiscal(s, i):
        return False
    if before == "of":
        return s.word(i - 2) in _YEAR_OF
    if before == "-":
        return s.word(i - 2) in ("mid", "late", "early", "pre", "post")
    if before == "(":
        return after in (")", ",", ";")
    if before == "year":
        return s.word(i - 2) != "fiscal"
    return before in _YEAR_AFTER and (before != "by" or int(s.lower[i]) >= 1900)


def _is_fiscal(s: Stretch, i: int) -> bool:
    """Whether the year is a budget's: no date."""
    return s.word(i - 1) in _FISCAL or (s.word(i - 1) in ("year", "years") and s.word(i - 2) in _FISCAL)


_DECADE = r"(?P<year>\d{3}0|\d0)(?P<mark>['’‘])?[sS](?!\w)"


def _decade(s: Stretch, i: int) -> list[DateMention]:
    """ "the 1990s", "the ’90s", and the same with a stray apostrophe ("1990's")."""
    match = s.match(_DECADE, s.starts[i])
    if match is None:
        return []
    start, year = s.starts[i], int(match["year"])
    if len(match["year"]) == 2:
        if s.word(i - 1) not in ("'", "‘") or not s.glued(i):
            return []
        start = s.starts[i - 1]
        year = 1900 + year
    elif s.glued(i) and s.word(i - 1) not in "-–/(":
        return []
    part = DatePart(s.starts[i], s.ends[i], year, f"{year}s")
    return [DateMention(s.article, start, match.end(), Form.DECADE, precision="decade", year=part)]


def _season(s: Stretch, i: int) -> list[DateMention]:
    """A season with its year, or "last spring"."""
    number = SEASONS[s.lower[i]]
    year = _year_part(s, s.ends[i])
    if year:
        mention = DateMention(
            s.article, s.starts[i], year[0].end, Form.SEASON,
            precision="season", year=year[0], comma=year[1], of=year[2], unit="season", count=number,
        )  # fmt: skip
        return [mention]
    return _period(s, i)


# --- figures --------------------------------------------------------------------------------------------------------

_ISO = r"(?P<year>[12]\d{3})(?P<by>[-/.])(?P<month>\d\d?)(?P=by)(?P<day>\d\d?)(?![\w/]|[-.:]\w)"
_FIGURES = r"(?P<one>\d\d?)(?P<by>[-/.])(?P<two>\d\d?)(?P=by)(?P<year>\d{4}|\d\d)(?![\w/%]|[-.:,]\w)"
#: Before figures that are no date: a version, a section of a law.
_NO_DATES = frozenset(
    "version versions v section sections sec chapter article paragraph rule title release no number page part volume "
    "ip score".split()
)


def _number(s: Stretch, i: int) -> list[DateMention]:
    """Dates that begin with a figure."""
    figure, following = s.lower[i], s.word(i + 1)
    if len(figure) == 4 and figure.isdigit():
        if following in ("-", "/") and (numeric := _numeric(s, i, _ISO)):
            return numeric
        return (_decade(s, i) if following in ("s", "'") else []) or _year(s, i)
    if len(figure) <= 2:
        if following in MONTH_WORDS or following in _AFTER_DAY:
            return _day_month(s, i)
        if following in ("/", "-"):
            return _numeric(s, i, _FIGURES) or _month_after_range(s, i)
        if following == "–":
            return _month_after_range(s, i)
        return _decade(s, i) if following in ("s", "'") else []
    return _numeric(s, i, _FIGURES) if figure.count(".") == 2 else []


_AFTER_DAY = frozenset({"st", "nd", "rd", "th", "of"})


def _month_after_range(s: Stretch, i: int) -> list[DateMention]:
    """ "10-12 February": the range's first figure leads to the second."""
    return _day_month(s, i + 2) if s.is_number(i + 2) and s.glued(i + 2) and len(s.lower[i + 2]) <= 2 else []


def _numeric(s: Stretch, i: int, pattern: str) -> list[DateMention]:
    """An all-figure date. The order of day and month is certain only when one of them is over 12."""
    match = s.match(pattern, s.starts[i])
    if match is None or s.word(i - 1) in _NO_DATES or (s.glued(i) and s.word(i - 1) not in "(“\"[—'‘’"):
        return []
    year = int(match["year"])
    if len(match["year"]) == 2:
        if match["by"] == "-" or (match["by"] == "." and len(match[0]) < 8):
            return []
        year += 2000 if year < 50 else 1900
    elif not 1000 <= year <= 2199:
        return []
    first, second = ("month", "day") if pattern is _ISO else ("one", "two")
    if pattern is _FIGURES and int(match["one"]) > 12 >= int(match["two"]):
        first, second = "two", "one"
    month, day = int(match[first]), int(match[second])
    if not 1 <= day <= 31 or not 1 <= month <= 31:
        return []
    mention = DateMention(
        s.article, match.start(), match.end(), Form.NUMERIC,
        month=DatePart(*match.span(first), month, MONTHS[month - 1] if month <= 12 else match[first]),
        day=DatePart(*match.span(second), day, str(day)), year=DatePart(*match.span("year"), year, str(year)),
    )  # fmt: skip
    ambiguous = pattern is _FIGURES and day <= 12 and day != month
    if ambiguous:
        ways = (day_of(year, month, day), day_of(year, day, month))
        mention.candidates = tuple(way for way in ways if way)
    return [mention]


# --- weekdays -------------------------------------------------------------------------------------------------------

_FULL_WEEKDAYS = frozenset(name.lower() for name in WEEKDAYS)
#: Abbreviations that are no other word, with a period or without.
_SHORT_WEEKDAYS = frozenset({"tue", "tues", "thu", "thur", "thurs", "weds"})
#: Words that make a name of the weekday after them: "Black Friday", "Palm Sunday".
_NAMED_DAYS = frozenset(
    "black good super fat ash giving cyber easter palm bloody shrove holy whit maundy clean spy ruby sheffield taco "
    "casual throwback manic freaky".split()
)
_WEEKDAY_CUES = frozenset("on and or through to until by every next last this from since late early - – & , / (".split())
#: Between two weekdays.
_TO = frozenset("- – / & and or to through".split())
#: Before "last" when it is a verb.
_MAY_LAST = frozenset("will would can could may might must should to not did".split())
#: Before "last Friday" when it is one of a row: "the last Friday of the month".
_ONE_OF = frozenset("the a every each its their his her our your my".split())


def _weekday(s: Stretch, i: int) -> list[DateMention]:
    """A weekday, with the date beside it and with the "last" or "next" before it."""
    if not _is_weekday(s, i):
        return []
    stop = s.word(i) not in _FULL_WEEKDAYS and s.word(i + 1) == "." and s.glued(i + 1)
    number = WEEKDAY_WORDS[s.lower[i]]
    part = DatePart(s.starts[i], s.ends[i] + stop, number, WEEKDAYS[number])
    following = i + 2 if stop else i + 1
    if s.word(i - 1) in _NAMED_DAYS and s.capital(i - 1):
        return []
    dated = [] if _is_listed(s, i) else _date_beside(s, following)
    mention = dated[0] if dated else DateMention(s.article, part.start, part.end, Form.WEEKDAY)
    mention.weekday = part
    mention.start = part.start
    relation = _relation(s, i, following)
    if relation:
        mention.relation = relation
        mention.start = relation.start
    return dated or [mention]


def _is_weekday(s: Stretch, i: int) -> bool:
    word = s.word(i)
    if word in _FULL_WEEKDAYS:
        return True
    if not s.capital(i) or s.shouted(i):
        return False
    stop = s.word(i + 1) == "." and s.glued(i + 1)
    following = i + 2 if stop else i + 1
    dated = s.word(following + (s.word(following) == ",")) in MONTH_WORDS
    if dated or word in _SHORT_WEEKDAYS:
        return True
    joined = s.word(following) in _TO and s.word(following + 1) in WEEKDAY_WORDS and s.capital(following + 1)
    if not stop:
        listed = s.word(i - 1) in ("-", "–") and s.word(i - 2) in WEEKDAY_WORDS
        return listed or (joined and s.word(following) in ("-", "–"))
    if joined:
        return True
    cued = s.word(i - 1) in _WEEKDAY_CUES
    return cued or (s.is_word(i - 1) and not s.capital(i - 1) and s.word(i - 1) != "the" and not s.capital(following))


def _is_listed(s: Stretch, i: int) -> bool:
    """Whether the weekday is joined to another: "Monday-Wednesday, Feb. 10-12", "Monday and Tuesday, Feb. 3 and 4"."""
    before = i - 1
    return s.word(before) in _TO and (
        s.word(before - 1) in WEEKDAY_WORDS or (s.word(before - 1) == "." and s.word(before - 2) in WEEKDAY_WORDS)
    )


def _date_beside(s: Stretch, i: int) -> list[DateMention]:
    """The date of a day that follows a weekday: ", Feb. 12", " 12 February", " the 12th of February"."""
    if s.word(i) == ",":
        i += 1
    if s.word(i) == "the":
        i += 1
    if s.word(i) in MONTH_WORDS and _is_month(s, i):
        return _month_day(s, i)
    if s.is_number(i) and s.word(i + 1) in _AFTER_DAY | MONTH_WORDS.keys():
        return _day_month(s, i)
    if s.is_number(i) and s.word(i + 1) in ("/", "-"):
        return _numeric(s, i, _ISO if len(s.lower[i]) == 4 else _FIGURES)
    return []


def _relation(s: Stretch, i: int, following: int) -> Span | None:
    """The "last", "next", "this coming" before weekday `i`; None for "the last Friday of the month"."""
    first = i - 1
    if s.word(first) in ("coming", "past", "upcoming") and s.word(first - 1) in ("this", "next"):
        first -= 1
    elif s.word(first) not in ("last", "next", "this"):
        return None
    if s.word(first - 1) in _ONE_OF or (s.word(first) == "last" and s.word(first - 1) in _MAY_LAST):
        return None
    if s.word(following) in ("of", "before", "after") or (
        s.word(following) == "in" and (s.word(following + 1) in MONTH_WORDS or s.word(following + 1) in _ONE_OF)
    ):
        return None
    return Span(s.starts[first], s.ends[i - 1])


# --- counted from the story's day -----------------------------------------------------------------------------------

_DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}
_ROUGHLY = frozenset(
    "about around nearly almost roughly some over under than least approximately just most to".split()
)


def _relative_day(s: Stretch, i: int) -> list[DateMention]:
    return [DateMention(s.article, s.starts[i], s.ends[i], Form.RELATIVE_DAY, count=_DAYS_AWAY[s.lower[i]], unit="day")]


def _period(s: Stretch, i: int) -> list[DateMention]:
    """ "last month", "this week", "next spring"; not "the last week of May"."""
    step = s.word(i - 1)
    if step not in ("last", "next", "this") or s.word(i - 2) in _ONE_OF or s.word(i + 1) == "of":
        return []
    unit = "season" if s.lower[i] in SEASONS else UNITS.get(s.lower[i], s.lower[i])
    relation = Span(s.starts[i - 1], s.ends[i - 1])
    return [
        DateMention(
            s.article, relation.start, s.ends[i], Form.RELATIVE_PERIOD,
            precision=unit, relation=relation, count=_STEPS[step], unit=unit,
        )
    ]  # fmt: skip


def _ago(s: Stretch, i: int) -> list[DateMention]:
    """ "three years ago", "a year and a half earlier"."""
    unit_at, half = i - 1, 0.0
    if s.lower[max(i - 3, 0) : i] == ["and", "a", "half"]:
        unit_at, half = i - 4, 0.5
    unit = UNITS.get(s.word(unit_at))
    if unit is None:
        return []
    counted_at = unit_at
    if s.lower[max(unit_at - 3, 0) : unit_at] == ["and", "a", "half"]:
        counted_at, half = unit_at - 3, 0.5
    quantity = cardinal_before(s, counted_at)
    if quantity is None:
        return []
    count, first = quantity
    direction = 1 if s.lower[i] == "later" else -1
    mention = DateMention(
        s.article, s.starts[first], s.ends[i], Form.RELATIVE_SPAN,
        precision=unit, relation=Span(s.starts[i], s.ends[i]), count=direction * (count + half), unit=unit,
        approximate=bool(half) or s.word(first - 1) in _ROUGHLY,
    )  # fmt: skip
    return [mention]


# --- ranges and values ----------------------------------------------------------------------------------------------

_JOINER = rf"(?:{SPACE}(?P<dash>[-–]){SPACE}|{GAP}(?P<word>to|through|until|till|and){GAP})"
_FINER = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4, "decade": 5, "century": 6}
_JOINABLE = frozenset(
    {Form.MONTH_DAY, Form.DAY_MONTH, Form.MONTH_YEAR, Form.MONTH, Form.DAY, Form.NUMERIC, Form.WEEKDAY, Form.YEAR,
     Form.DECADE}
)  # fmt: skip


def _join(s: Stretch, found: list[DateMention]) -> None:
    """Make ranges of neighbours that a dash, "to" or "between … and" joins."""
    import re

    joiner = re.compile(_JOINER)
    for first, last in zip(found, found[1:], strict=False):
        if last.start - first.end > 20 or first.form not in _JOINABLE or last.form not in _JOINABLE or first.range:
            continue
        match = joiner.fullmatch(s.prose, first.end, last.start)
        if match is None or not _alike(first, last):
            continue
        before = s.after(first.start) - 1
        opener = s.word(before) if s.word(before) in ("from", "between") else ""
        word = match["word"] or ""
        if (word == "and" and opener != "between") or (not opener and word in ("to", "until", "till")):
            continue
        span = Span(s.starts[before], s.ends[before]) if opener else None
        group = "dash" if match["dash"] else "word"
        first.range = last.range = DateRange(s.article, first, Span(*match.span(group)), last, span)


def _alike(first: DateMention, last: DateMention) -> bool:
    """Whether two dates can be ends of one range."""
    return first.precision == last.precision and (first.form is Form.WEEKDAY) == (last.form is Form.WEEKDAY)


def _resolve(mention: DateMention, story: date | None, shared: DateMention | None) -> None:
    """Work out the day that a mention means. shared: the second day of its month, when one follows ("June 8 and 9")."""
    month = mention.month.number if mention.month else None
    year, how = (mention.year.number, "written") if mention.year else (None, "")
    if mention.day and month:
        last = mention.range.last if mention.range else shared
        if year is None and last and last.year:
            before = last.month is not None and month > last.month.number
            year, how = (last.year.number - before if last.year else None), "range"
        if mention.candidates:
            return
        if year is not None:
            found = day_of(year, month, mention.day.number)
            mention.candidates = (found,) if found else ()
        elif story:
            mention.candidates, how = candidates(month, mention.day.number, story), "nearest"
        if len(mention.candidates) == 1:
            mention.value, mention.resolved = mention.candidates[0], how
    elif year is not None:
        mention.value, mention.resolved = day_of(year, month or 1, 1), "written"
    elif story and mention.unit and mention.form is not Form.SEASON:
        _resolve_relative(mention, story)


def _resolve_relative(mention: DateMention, story: date) -> None:
    if mention.count is None or mention.unit is None or mention.unit not in _FINER or mention.unit == "season":
        return
    if mention.form is Form.RELATIVE_SPAN:
        if mention.article.text[mention.end - 3 : mention.end].lower() != "ago":
            return
        mention.value = shifted(story, mention.unit, mention.count)
    elif mention.form is Form.RELATIVE_DAY:
        mention.value = story + timedelta(int(mention.count))
    elif mention.unit in ("week", "month", "year"):
        moved = shifted(story, mention.unit, mention.count)
        if moved and mention.unit != "week":
            moved = moved.replace(day=1, month=moved.month if mention.unit == "month" else 1)
        mention.value = moved
    mention.resolved = "relative" if mention.value else ""


_Reader = Callable[[Stretch, int], list[DateMention]]
#: What reads on from a word that a date can begin or end with.
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(MONTH_WORDS, _month),
    **dict.fromkeys(WEEKDAY_WORDS, _weekday),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys(_DAYS_AWAY, _relative_day),
    **dict.fromkeys(("ago", "earlier", "later"), _ago),
    **dict.fromkeys(("week", "weekend", "month", "year", "decade", "century"), _period),
}
