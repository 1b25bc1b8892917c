"""Times of day as newsrooms write them: every form, its parts, and the clock time it means.

A colon does not make a time: a score, a ratio, a verse and a race result have one too. Figures with a colon and
no "a.m." are a time only where the copy says so, with "at", "from", "until" or a time zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING

from copydesk.language.ranges import Range
from copydesk.language.stretch import GAP, SPACE, Stretch
from copydesk.model.article import TEXT, Located
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span

if TYPE_CHECKING:
    from re import Match

    from copydesk.model.article import Article


class TimeForm(StrEnum):
    """How a time is written."""

    TWELVE = "twelve"  # 10 a.m.; 10:30pm
    CLOCK = "clock"  # 14:30; 1400 GMT; "at 9:30"
    OCLOCK = "oclock"  # 4 o'clock
    NAMED = "named"  # noon; 12 midnight
    BARE = "bare"  # the 7 of "from 7 to 10 p.m."


class ClockPart(NamedTuple):
    """The hour or the minute: where it stands and its number."""

    start: int
    end: int
    number: int


class TimeRange(Range["TimeMention"]):
    """Two times and what joins them: "from 7 to 10 p.m.", "7-10 p.m."."""

    __slots__ = ()


class TimeMention(Located):
    """A time of day in the copy. Parts that are not written are None.

    hour, minute: the figures.  half: "am" or "pm" as written, a range's first time has that of its last when it has
    none of its own.  meridiem: the a.m. or p.m., every form, its last period included.  named: "noon" or "midnight".
    zone_name: "EST", "GMT" …  part_of_day: words that say the half again ("in the morning", "tonight").
    value: the time meant, None when the half is not known or the clock has no such time.  range: the
    range it is an end of.
    """

    __slots__ = (
        "form", "half", "hour", "meridiem", "minute", "named", "part_of_day", "range", "value", "zone_name",
    )  # fmt: skip

    def __init__(self, article: Article, start: int, end: int, form: TimeForm) -> None:
        super().__init__(article, start, end)
        self.form = form
        self.hour: ClockPart | None = None
        self.minute: ClockPart | None = None
        self.half: str | None = None
        self.meridiem: Span | None = None
        self.named: Span | None = None
        self.zone_name: Span | None = None
        self.part_of_day: Span | None = None
        self.value: time | None = None
        self.range: TimeRange | None = None

    @property
    def impossible(self) -> bool:
        """Whether no clock shows it: hour 25, minute 75, "13 p.m."."""
        if self.hour is None:
            return False
        minute = self.minute.number if self.minute else 0
        if minute > 59:
            return True
        if self.form is TimeForm.CLOCK:
            return self.hour.number > 24 or (self.hour.number == 24 and minute > 0)
        return self.hour.number > 12


def find_times(article: Article) -> tuple[TimeMention, ...]:
    """The times of all text zones, sorted; none overlaps another."""
    found: list[TimeMention] = []
    tokens = article.tokens
    hours = tokens.among(_NAMED | _SPOKEN, figures=True)
    for zone in article.zones:
        if zone.kind in TEXT:
            s = Stretch(article, tokens, zone.start, zone.end)
            found += _read(s, s.part_of(hours))
    return tuple(found)


_AFTER_HOUR = frozenset({":", "am", "pm", "a.m.", "p.m.", "a", "p", "noon", "midnight", "o'clock", "oclock"})
_NAMED = frozenset({"noon", "midnight"})
_SPOKEN = frozenset({"o'clock", "oclock"})


def _read(s: Stretch, hours: Sequence[int]) -> list[TimeMention]:
    """The times of one stretch, each at one of the tokens `hours`."""
    found: list[TimeMention] = []
    lower = s.lower
    at = 0
    for i in hours:
        if s.starts[i] < at:
            continue
        if lower[i][0].isdecimal():
            after = s.word(i + 1)
            if after in _AFTER_HOUR:
                mention = _clock(s, i)
            elif after in _MILITARY and len(lower[i]) == 4:
                mention = _four_figures(s, i)
            else:
                continue
        elif lower[i] in _NAMED:
            mention = _alone(s, i)
        else:
            mention = _spoken(s, i)
        if mention and mention.start >= at:
            _open_range(s, mention, found)
            found.append(mention)
            at = mention.end
    return found


# --- one time -------------------------------------------------------------------------------------------------------

_MERIDIEM = rf"{SPACE}(?P<meridiem>(?P<half>[aApP])(?:\.{SPACE})?[mM]\b\.?)(?!['’]?\w)"
_HOUR = r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))?(?![\d:])"
_TWELVE = _HOUR + _MERIDIEM
_WORDED = _HOUR + rf"(?:{GAP}|-)(?P<word>[Nn]oon|[Mm]idnight|o['’]?clock)\b"
_COLON = r"(?P<hour>\d\d?):(?P<minute>\d\d)(?![\d:]|[.,]\d)"
#: The rest of a range whose last time has the "a.m.".
_RANGED = rf"(?:{SPACE}[-–]{SPACE}|{GAP}(?:to|and|until){GAP})\d\d?(?::\d\d)?{_MERIDIEM}"
_ZONES = r"[ECMP][SD]?T|AK[SD]T|HST|GMT|BST|UTC|CET|CEST|IST|JST"
_ZONE = rf"{GAP}\(?(?P<zone>{_ZONES})\b"
#: Before a clock time without "a.m.".
_AT = frozenset("at from until till by before after between around about since to and".split())
#: After four figures on the 24-hour clock.
_MILITARY = frozenset("gmt utc bst hours hrs est edt local".split())
#: After figures with a colon that are a game's clock, a ratio or a length.
_NOT_CLOCK = frozenset("of remaining left to ratio odds aspect mark minutes seconds into".split())
_DAY_PART = (
    rf"{GAP}(?P<part>in{GAP}the{GAP}(?:morning|afternoon|evening)|at{GAP}night|tonight"
    rf"|this{GAP}(?:morning|afternoon|evening)"
    rf"|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|yesterday){GAP}(?:morning|afternoon|evening|night))\b"
)


def _clock(s: Stretch, i: int) -> TimeMention | None:
    """The time whose hour is token `i`."""
    if s.glued(i) and s.word(i - 1) not in "([\"“'‘’—–-/":
        return None
    twelve = s.match(_TWELVE, s.starts[i])
    if twelve and _is_meridiem(s, twelve):
        return _twelve(s, twelve)
    worded = s.match(_WORDED, s.starts[i])
    if worded:
        return _worded(s, i, worded)
    colon = s.match(_COLON, s.starts[i])
    return _colon(s, i, colon) if colon else None


def _is_meridiem(s: Stretch, match: Match[str]) -> bool:
    """Whether "am" or "pm" after the hour is one: not "AM radio", not "the 3 PM candidates", not "I, 50, am"."""
    hour = int(match["hour"])
    written = match["meridiem"]
    if hour > 12:
        return hour < 24 and ("." in written or written.islower())
    if written.isupper() and "." not in written:
        following = s.word(s.after(match.end()))
        return following not in ("radio", "station", "stations", "dial", "band", "frequency", "broadcast")
    return True


def _twelve(s: Stretch, match: Match[str]) -> TimeMention:
    mention = TimeMention(s.article, match.start(), match.end(), TimeForm.TWELVE)
    _figures(mention, match)
    mention.meridiem = Span(*match.span("meridiem"))
    mention.half = match["half"].lower() + "m"
    mention.value = _value(mention)
    _tail(s, mention)
    return mention


def _worded(s: Stretch, i: int, match: Match[str]) -> TimeMention | None:
    """ "12 noon", "12:00 midnight", "4 o'clock"; not "12 noon meals"."""
    word = match["word"].lower()
    if word in _NAMED:
        following = s.after(match.end())
        if int(match["hour"]) != 12 or (s.word(i - 1) not in _AT and s.counted(following)):
            return None
    mention = TimeMention(s.article, match.start(), match.end(), TimeForm.NAMED if word in _NAMED else TimeForm.OCLOCK)
    _figures(mention, match)
    if word in _NAMED:
        mention.named = Span(*match.span("word"))
        mention.value = time(12 if word == "noon" else 0)
    _tail(s, mention)
    return mention


def _colon(s: Stretch, i: int, match: Match[str]) -> TimeMention | None:
    """Figures with a colon, when the copy around them makes them a time."""
    following = s.after(match.end())
    zone = s.match(_ZONE, match.end())
    ranged = s.match(_RANGED, match.end())
    counts = s.word(following) in _NOT_CLOCK and s.word(following + 2) != ":"
    if not ranged and not zone and (s.word(i - 1) not in _AT or counts):
        return None
    if s.word(i - 1) in ("to", "and") and not zone and not ranged and s.word(i - 3) != ":":
        return None
    mention = TimeMention(s.article, match.start(), match.end(), TimeForm.BARE if ranged else TimeForm.CLOCK)
    _figures(mention, match)
    mention.value = _value(mention)
    _tail(s, mention)
    return mention


def _four_figures(s: Stretch, i: int) -> TimeMention | None:
    """ "1400 GMT", "0900 hours"."""
    start = s.starts[i]
    word = s.word(i + 1)
    if (
        not s.lower[i].isdigit()
        or (word in ("hours", "hrs") and s.word(i - 1) != "at")
        or (word == "local" and s.word(i + 2) != "time")
    ):
        return None
    mention = TimeMention(s.article, start, s.ends[i], TimeForm.CLOCK)
    mention.hour = ClockPart(start, start + 2, int(s.lower[i][:2]))
    mention.minute = ClockPart(start + 2, start + 4, int(s.lower[i][2:]))
    if mention.impossible:
        return None
    mention.value = _value(mention)
    _tail(s, mention)
    return mention


def _alone(s: Stretch, i: int) -> TimeMention | None:
    """Noon or midnight, where it is a time: "at noon", not "midnight blue"."""
    if (s.capital(i) and not s.opens(i)) or s.is_number(i - 1) or s.counted(i + 1):
        return None
    mention = TimeMention(s.article, s.starts[i], s.ends[i], TimeForm.NAMED)
    mention.named = Span(mention.start, mention.end)
    mention.value = time(12 if s.lower[i] == "noon" else 0)
    return mention


def _spoken(s: Stretch, i: int) -> TimeMention | None:
    """ "four o'clock": the hour in words."""
    if s.capital(i) or s.word(i - 1) not in _HOURS:
        return None
    mention = TimeMention(s.article, s.starts[i - 1], s.ends[i], TimeForm.OCLOCK)
    mention.hour = ClockPart(s.starts[i - 1], s.ends[i - 1], _HOURS[s.word(i - 1)])
    _tail(s, mention)
    return mention


_HOURS = {
    word: hour for hour, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}


def _figures(mention: TimeMention, match: Match[str]) -> None:
    mention.hour = ClockPart(*match.span("hour"), int(match["hour"]))
    if match["minute"]:
        mention.minute = ClockPart(*match.span("minute"), int(match["minute"]))


def _value(mention: TimeMention) -> time | None:
    """The clock time; None when it is impossible or its half of the day unknown."""
    if mention.hour is None or mention.impossible:
        return None
    hour, minute = mention.hour.number, mention.minute.number if mention.minute else 0
    if mention.half:
        return time(hour % 12 + (12 if mention.half == "pm" else 0), minute)
    padded = mention.hour.end - mention.hour.start == 2 and hour < 10
    return time(hour % 24, minute) if mention.form is TimeForm.CLOCK and (hour > 12 or padded) else None


def _tail(s: Stretch, mention: TimeMention) -> None:
    """The time zone and the part of the day that follow; they are not inside the mention's span."""
    at = mention.end
    zone = s.match(_ZONE, at)
    if zone:
        mention.zone_name = Span(*zone.span("zone"))
        at = zone.end()
    part = s.match(_DAY_PART, at)
    if part:
        mention.part_of_day = Span(*part.span("part"))


# --- ranges ---------------------------------------------------------------------------------------------------------

_JOINERS = frozenset("- – to and until till".split())


def _open_range(s: Stretch, last: TimeMention, found: list[TimeMention]) -> None:
    """Find what comes before `last` in a range, a bare "9" or a whole time, and join the two."""
    i = s.after(last.start) - 1
    joiner = s.word(i)
    if joiner not in _JOINERS:
        return
    whole = bool(found) and s.after(found[-1].end) == i
    first = found[-1] if whole else _bare(s, i - 1)
    if first is not None and last.form is TimeForm.CLOCK and first.form is TimeForm.BARE:
        return
    if first is None or (found and not whole and first.start < found[-1].end):
        return
    before = s.after(first.start) - 1
    opener = s.word(before) if s.word(before) in ("from", "between") else ""
    if joiner == "and" and opener != "between":
        return
    if not whole:
        found.append(first)
    if first.half is None and first.hour and last.hour and first.hour.number % 12 <= last.hour.number % 12:
        first.half = last.half
        first.value = _value(first)
    span = Span(s.starts[before], s.ends[before]) if opener else None
    first.range = last.range = TimeRange(s.article, first, Span(s.starts[i], s.ends[i]), last, span)


_MONTH_BEFORE = frozenset(
    "january february march april may june july august september october november december".split()
)


def _bare(s: Stretch, i: int) -> TimeMention | None:
    """The hour, with its minutes, that ends at token `i` and has no a.m. of its own."""
    if not s.is_number(i) or not s.lower[i].isdigit():
        return None
    first = i - 2 if s.word(i - 1) == ":" and s.glued(i) and s.glued(i - 1) and s.is_number(i - 2) else i
    hour = s.lower[first]
    if len(hour) > 2 or not 1 <= int(hour) <= 24 or s.word(first - 1) in _MONTH_BEFORE or s.word(first - 1) == ".":
        return None
    mention = TimeMention(s.article, s.starts[first], s.ends[i], TimeForm.BARE)
    mention.hour = ClockPart(s.starts[first], s.ends[first], int(hour))
    if first != i:
        mention.minute = ClockPart(s.starts[i], s.ends[i], int(s.lower[i]))
    return mention
