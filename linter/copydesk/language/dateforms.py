"""How each form of a date is read off the page: months, days, years, figures, weekdays, "three years ago".

A reader is called at a token that a date can begin or end with, and gives the mentions that it finds there. Silence
is the rule in doubt: "May" is a month only where nothing else is possible, "In March 12 people left" has no twelfth
of March, and "August Wilson" no month at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from copydesk.language.calendar import MONTH_WORDS, MONTHS, SEASONS, UNITS, WEEKDAY_WORDS, WEEKDAYS, day_of, days_in
from copydesk.language.dates import DateMention, DatePart, Form
from copydesk.language.numbers import cardinal_before
from copydesk.language.stretch import GAP, SPACE, Stretch
from copydesk.model.span import Span

if TYPE_CHECKING:
    from re import Match

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
_WEEKDAY_AFTER = (
    rf"{SPACE}\({SPACE}(?:a{GAP})?(?P<one>[A-Z][a-z]{{2,5}}day)(?=\))|,{GAP}a{GAP}(?P<two>[A-Z][a-z]{{2,5}}day)\b"
)

#: After these a month-day may be a month and a count: "Since March 12 people have died".
_LOOSE = frozenset("since by until till before after during from through".split())
#: Before a month-day that describes a noun: "the May 8 votes".
_BEFORE_DAY = frozenset("on the a this that and or of his her its their our for to".split()) | _LOOSE
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
    """Whether token `i` can be a month by its case: a capital, a full name that is no other word, or "oct. 4"."""
    word = s.word(i)
    if s.capital(i) or (len(word) > 4 and word not in _NAMES):
        return True
    return word in _ABBREVIATED and word != "mar" and s.word(i + 1) == "." and s.glued(i + 1) and s.is_number(i + 2)


def _month_part(s: Stretch, i: int, stop: bool) -> DatePart:
    number = MONTH_WORDS[s.lower[i]]
    return DatePart(s.starts[i], s.ends[i] + stop, number, MONTHS[number - 1])


def _month_day(s: Stretch, i: int) -> list[DateMention]:
    match = s.match(_MONTH_DAY, s.starts[i])
    if match is None or (match["stop"] and s.word(i) not in _ABBREVIATED):
        return []
    end = match.end()
    if not match["stop"] and s.word(i) in ("mar", "dec", "jan", "jun") and _is_name_before(s, i):
        return []
    more = _more_days(s, i, end)
    tail = more.end if more else end
    year = _year_part(s, tail, after_day=True)
    if not (year or more or match["ordinal"]) and _counts(s, i, int(match["day"]), s.after(tail)):
        return []
    if not 1 <= int(match["day"]) <= 39:
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


def _counts(s: Stretch, i: int, figure: int, following: int) -> bool:
    """Whether the figure after month `i` counts what follows it: "In March 12 people left"."""
    before = s.word(i - 1)
    if figure > 31 and s.is_word(following):
        return True
    if before == "in" or figure > days_in(MONTH_WORDS[s.lower[i]]):
        return s.counted(following)
    if s.word(i) in ("may", "march") and s.is_word(i - 1) and not s.capital(i - 1) and before not in _BEFORE_DAY:
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
    following = s.after(end)
    if not year and not match["of"] and s.word(i - 1) in _ARTICLES and s.is_word(following):
        return []  # "their 5th March title"
    if not year and not article and not _day_month_alone(s, i, following):
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
    return DateMention(s.article, start, end, Form.DAY, day=DatePart(start, end, int(s.lower[i - 2]), s.lower[i - 2]))


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


def _year_part(
    s: Stretch, at: int, *, after_day: bool = False, modifies: bool = False
) -> tuple[DatePart, Span | None, Span | None] | None:
    """The year that follows a day or month at `at`, its comma and its "of".

    None when the figure counts or names what follows: "March 3 2025 people", "In February, 2025 champion Lee"; it
    cannot where the month modifies a noun: "a February, 2025 report".
    """
    match = s.match(_YEAR, at)
    if match is None or not 1000 <= int(match["year"]) <= 2199:
        return None
    following = s.after(match.end())
    if after_day and not match["comma"] and s.counted(following):
        return None
    loose = match["comma"] and not after_day and not modifies
    if loose and s.is_word(following) and s.word(following) not in _AFTER_YEAR:
        return None
    year = int(match["year"])
    return DatePart(*match.span("year"), year, str(year)), _span(match, "comma"), _span(match, "of")


#: Words that can follow a year after a month and a comma; any other may be what the figure counts or names.
_AFTER_YEAR = frozenset(
    "and or but when where while as after before because since until during following for from in on at by to of with "
    "the a an he she it they we who which that was were is are had has have".split()
)


def _span(match: Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match[group] else None


# --- months, seasons and years --------------------------------------------------------------------------------------

#: Before a month that stands alone.
_IN = frozenset(
    "in since until till by of last next this early late mid mid- through throughout from every each during to for "
    "between before after around".split()
)
#: Before a month that modifies a noun: "a February report".
_ARTICLES = frozenset("a an the its their his her our this that".split())
#: Of these, those after which even a month that is also a name is a month.
_SURE = frozenset("since until till last next early late mid throughout during".split())


def _month_year(s: Stretch, i: int) -> list[DateMention]:
    stop = s.word(i + 1) == "." and s.glued(i + 1) and s.word(i) in _ABBREVIATED
    part = _month_part(s, i, stop)
    year = _year_part(s, part.end, modifies=s.word(i - 1) in _ARTICLES)
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
    listed = _follows_month(s, i)
    if abbreviated:
        following = i + 2 if stop else i + 1
        if word == "jan" and before not in _SURE and before not in ("in", "from", "through", "between"):
            return []
        certain = (stop or word not in ("jan", "mar", "dec", "sep")) and (
            ((before in _IN or before == "that" or listed or mid) and (stop or not s.capital(following)))
            or (
                stop
                and (s.opens(i) or not s.capital(i - 1) or before in _ARTICLES)
                and s.is_word(following)
                and not s.capital(following)
            )
        )
    elif word in _NAMES:
        named = s.capital(i + 1) and s.word(i + 1) not in WEEKDAY_WORDS
        certain = (
            mid
            or before in _SURE
            or ((before in _IN or (listed and before != "and")) and not named)
            or (before == "in" and word in ("may", "march"))
        )
    else:
        certain = not (s.capital(i + 1) and s.prose[s.ends[i] : s.starts[i + 1]].isspace() and before not in _IN)
    if not certain or (s.word(i + 1) in ("'", "-") and not mid and abbreviated):
        return []
    part = _month_part(s, i, stop)
    return [DateMention(s.article, part.start, part.end, Form.MONTH, precision="month", month=part)]


def _follows_month(s: Stretch, i: int) -> bool:
    """Whether token `i` is joined to a month before it: "in Jan. and Feb.", "June-August"."""
    last = i - 2 - (s.word(i - 2) == ".")
    joined = s.word(i - 1) in ("and", "or") or (s.word(i - 1) in ("-", "–") and s.glued(i))
    return joined and s.word(last) in MONTH_WORDS and s.capital(last)


#: Before a year that stands alone.
_YEAR_AFTER = frozenset(
    "in since by until till from through during before after between early late mid circa born".split()
)
#: Before "of" and a year.
_YEAR_OF = frozenset(
    "spring summer fall autumn winter end start beginning rest half part middle election elections census recession "
    "class crisis season session summer as months month days weeks".split()
)
_FISCAL = frozenset({"fiscal", "fy"})
_LAST = r"(?P<last>\d{4}|\d\d)(?![\w-]|[.,:/]\d)"
_DASHED = rf"(?P<joiner>[-–]){_LAST}"
_SPACED = rf"{SPACE}(?P<joiner>[-–]){SPACE}{_LAST}"
_SPOKEN = rf"{GAP}(?P<joiner>to|through|until|and){GAP}(?P<last>\d{{4}})(?![\w%]|[.,:/]\d)"


def _year(s: Stretch, i: int) -> list[DateMention]:
    """A year by itself, or two that are a range."""
    year = int(s.lower[i])
    if not 1000 <= year <= 2199 or (s.glued(i) and s.word(i - 1) not in "(“\"[—–'‘’"):
        return []
    before = s.word(i - 1)
    start, end = s.starts[i], s.ends[i]
    spoken = before in ("from", "between") and s.match(_SPOKEN, end)
    dashed = s.match(_SPACED if before in ("from", "between") else _DASHED, end)
    joined = spoken or dashed
    first = DateMention(s.article, start, end, Form.YEAR, precision="year", year=DatePart(start, end, year, s.lower[i]))
    if not joined:
        return [first] if _is_year(s, i) else []
    last = int(joined["last"])
    if len(joined["last"]) == 2:
        last += year // 100 * 100
    following = s.after(joined.end())
    bracketed = before == "(" and s.word(following) == ")"
    placed = before in _YEAR_AFTER or before in _ARTICLES or before in ("of", "for", "years") or bracketed
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


def number(s: Stretch, i: int) -> list[DateMention]:
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
_WEEKDAY_CUES = frozenset(
    "on and or through to until by every next last this from since late early - – & , / (".split()
)
#: Between two weekdays.
_TO = frozenset("- – / & and or to through".split())
#: Before "last" when it is a verb.
_MAY_LAST = frozenset("will would can could may might must should to not did".split())
#: Before "last Friday" when it is one of a row: "the last Friday of every term".
_PERIODS = frozenset("month year season term semester quarter week calendar".split())
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
    """The "last", "next", "this coming" before weekday `i`; None for "the last Friday of every term"."""
    first = i - 1
    if s.word(first) in ("coming", "past", "upcoming") and s.word(first - 1) in ("this", "next"):
        first -= 1
    elif s.word(first) not in ("last", "next", "this"):
        return None
    if s.word(first - 1) in _ONE_OF or (s.word(first) == "last" and s.word(first - 1) in _MAY_LAST):
        return None
    after = s.word(following)
    if after == "of" or (after in ("before", "after") and s.word(first) == "last"):
        return None
    period = following + 1 + (s.word(following + 1) in _ONE_OF)
    if after == "in" and (s.word(period) in MONTH_WORDS or s.word(period) in _PERIODS):
        return None
    return Span(s.starts[first], s.ends[i - 1])


# --- counted from the story's day -----------------------------------------------------------------------------------

_DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}
_ROUGHLY = frozenset("about around nearly almost roughly some over under than least approximately just most to".split())


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
    if s.word(first) in ("a", "an") and s.word(first - 1) == "half":
        count, first = count / 2, first - 1
    direction = 1 if s.lower[i] == "later" else -1
    mention = DateMention(
        s.article, s.starts[first], s.ends[i], Form.RELATIVE_SPAN,
        precision=unit, relation=Span(s.starts[i], s.ends[i]), count=direction * (count + half), unit=unit,
        approximate=bool(half) or s.word(first - 1) in _ROUGHLY,
    )  # fmt: skip
    return [mention]


_Reader = Callable[[Stretch, int], list[DateMention]]
#: What reads on from a word that a date can begin or end with.
READERS: dict[str, _Reader] = {
    **dict.fromkeys(MONTH_WORDS, _month),
    **dict.fromkeys(WEEKDAY_WORDS, _weekday),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys(_DAYS_AWAY, _relative_day),
    **dict.fromkeys(("ago", "earlier", "later"), _ago),
    **dict.fromkeys(("week", "weekend", "month", "year", "decade", "century"), _period),
}
