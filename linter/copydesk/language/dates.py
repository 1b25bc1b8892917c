"""Dates in the copy: what a mention of one is, where they are, and which days they mean.

How each form is read off the page is `dateforms`. The dateline's own date is the dateline's (`Dateline.date`),
not a mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.language.calendar import candidates, day_of, days_in, shifted
from copydesk.language.ranges import Range
from copydesk.language.stretch import GAP, SPACE, Stretch
from copydesk.language.tokens import tokenise
from copydesk.model.article import TEXT, Kind, Located
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled

if TYPE_CHECKING:
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


class DateRange(Range["DateMention"]):
    """Two dates and what joins them: "from June 3 to June 9", "2020-2024", "between 2021 and 2024"."""

    __slots__ = ()


class DateMention(Located):
    """A date in the copy. Parts that are not written are None.

    calendar: all of it but the weekday and what belongs to that.  weekday, month, day, year: the parts; an
    abbreviation's period belongs to its part. A decade's year is its first. The 12 of "Feb. 10-12" has the month of
    its range, which stands outside its span.  ordinal: the "th" of a day.  comma: the one before the year.
    of: the "of" before the year or the month.  relation: "last", "next", "this coming", "ago".
    count, unit: of a relative span or period.  approximate: "nearly", "about" stands before it.

    value: the day meant, a day of the week, the first day of the month, year … meant; None when that is not certain.
    candidates: every day it can mean, the likeliest first.  resolved: how value was found: "written", "range" (the
    year stands at the range's other end or with the next day), "nearest" (to the story's date), "relative" (counted
    from it), or "".  precision: "day", "week", "month", "season", "year", "decade", "century".
    range: the range it is an end of.
    """

    __slots__ = (
        "approximate", "calendar", "candidates", "comma", "count", "day", "form", "month", "of", "ordinal",
        "precision", "range", "relation", "resolved", "unit", "value", "weekday", "year",
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
    from copydesk.language.dateforms import READERS

    found: list[DateMention] = []
    tokens = article.tokens
    words = tokens.among(READERS.keys(), figures=True)
    for zone in article.zones:
        if zone.kind in TEXT:
            start = max((d.end for d in article.datelines if zone.start <= d.start < zone.end), default=zone.start)
            s = Stretch(article, tokens, start, zone.end)
            found += _read(s, s.part_of(words))
        elif zone.kind in (Kind.BYLINE, Kind.STAMP):
            stretch = (zone.start, zone.end)
            line = tokenise(article.prose, (stretch,))
            found += _read(Stretch(article, line, *stretch), line.among(READERS.keys(), figures=True))
    return tuple(found)


def _read(s: Stretch, words: Sequence[int]) -> list[DateMention]:
    """The dates of one stretch, each at one of the tokens `words`; ranges joined and days resolved."""
    from copydesk.language.dateforms import READERS, number

    found: list[DateMention] = []
    at = s.starts[s.first] if s.first < s.stop else 0
    starts, lower = s.starts, s.lower
    for i in words:
        if starts[i] < at:
            continue
        for mention in READERS.get(lower[i], number)(s, i):
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


_JOINER = rf"(?:{SPACE}(?P<dash>[-–]){SPACE}|(?P<comma>,)?{GAP}(?P<word>to|through|until|till|and){GAP})"
_FINER = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4, "decade": 5, "century": 6}
_JOINABLE = frozenset(
    {Form.MONTH_DAY, Form.DAY_MONTH, Form.MONTH_YEAR, Form.MONTH, Form.DAY, Form.NUMERIC, Form.WEEKDAY, Form.YEAR,
     Form.DECADE}
)  # fmt: skip


def _join(s: Stretch, found: list[DateMention]) -> None:
    """Make ranges of neighbours that a dash, "to" or "between … and" joins."""
    joiner = compiled(_JOINER)
    for first, last in pairwise(found):
        if last.start - first.end > 20 or first.form not in _JOINABLE or last.form not in _JOINABLE or first.range:
            continue
        match = joiner.fullmatch(s.prose, first.end, last.start)
        if match is None or not _alike(first, last) or (match["comma"] and not first.comma):
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
            if mention.weekday and not mention.range:
                on = mention.weekday.number
                mention.candidates = tuple(d for d in mention.candidates if d.weekday() == on) or mention.candidates
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
