"""Times of day: how the house writes them, and whether they can be true."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date as Date
from datetime import timedelta
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules.date._style import ends_sentence

if TYPE_CHECKING:
    from copydesk import DateMention, Flags, TimeMention


def _kept_stop(time: TimeMention) -> str:
    """The period that must stay when the time's own last period goes: "." at a sentence's end."""
    return "." if time.text.endswith(".") and ends_sentence(time.article, time.end) else ""


def _is_twelve(time: TimeMention) -> bool:
    """Whether it is 12 o'clock sharp in figures: `time-noon-midnight`'s."""
    hour, minute = time.hour, time.minute
    return hour is not None and hour.number == 12 and (minute is None or minute.number == 0)


@rule(
    "time-ampm-form",
    severity="warning",
    fix="safe",
    summary="a.m. and p.m. are written in the house's form",
    bad=[
        Bad("The last ferry docks at ^11 PM.^", fixed="The last ferry docks at 11 p.m."),
        Bad("Judging begins at ^7 P.M.^ Saturday.", fixed="Judging begins at 7 p.m. Saturday."),
        Bad("The ovens are lit at ^4:45am^, Lee said.", fixed="The ovens are lit at 4:45 a.m., Lee said."),
        Bad("Judging begins at ^10 a.m^ Friday.", fixed="Judging begins at 10 a.m. Friday."),
        Bad("Supper is at ^5:20 p.m.^ today.", fixed="Supper is at 5.20pm today.", options={"form": "10.30pm"}),
        Bad("The last ferry docks at ^11 p.m.^", fixed="The last ferry docks at 11pm.", options={"form": "10:30pm"}),
    ],
    good=[
        "Her truck gets only AM stations.",
        "AM Best graded the county’s insurer.",
        "The orchard opens at 8:20 a.m., the cider press at 1 p.m.",
        "“Bring a pie by 5 PM,” the poster said.",
        "The four PM hopefuls toured a dairy.",
        Good("The orchard opens at 8.20am.", options={"form": "10.30pm"}),
    ],
)
def meridiem(time: TimeMention, *, form: str = "10:30 p.m.") -> Flags:
    """AP, Reuters and The New York Times write 10 a.m., 10:30 p.m.; The Guardian 10am, 10.30pm; the BBC 10am, 10:30pm.
    `form` is half past ten in the evening as the house writes it. Noon and midnight in figures are
    `time-noon-midnight`'s.
    """
    if time.form != "twelve" or time.hour is None or time.impossible or _is_twelve(time):
        return
    edits = _reformed(time, form)
    minute = time.minute.number if time.minute else None
    if edits:
        yield flag(time, f"Write {_printed(time.hour.number, minute, time.half, form)}", edits=edits)


def _printed(hour: int, minute: int | None, half: str | None, form: str) -> str:
    """A time as a house prints it whose half past ten in the evening is `form`."""
    digits = f"{hour}{form[2]}{minute:02}" if minute is not None else str(hour)
    return digits + (f" {(half or '')[:1]}.m." if form.endswith(".") else half or "")


def _reformed(time: TimeMention, form: str) -> list[Edit]:
    """The edits that bring a time with a.m. or p.m. into the house's form; none when it is."""
    hour, minute, article = time.hour, time.minute, time.article
    if hour is None:
        return []
    edits = []
    if minute and article.text[hour.end : minute.start] != form[2]:
        edits.append(Edit(hour.end, minute.start, form[2]))
    right = _printed(0, None, time.half, form)[1:]
    right += "" if right.endswith(".") else _kept_stop(time)
    before = (minute or hour).end
    if " ".join(article.text[before : time.end].replace("\n", " ").split(" ")) != right:
        edits.append(Edit(before, time.end, right))
    return edits


@rule(
    "time-zero-minutes",
    severity="warning",
    fix="safe",
    summary="No :00 in a time",
    bad=[
        Bad("Ferry passes go on sale at ^8:00 a.m.^ Tuesday.", fixed="Ferry passes go on sale at 8 a.m. Tuesday."),
        Bad("The press runs from ^1:00^ to 4:45 p.m.", fixed="The press runs from 1 to 4:45 p.m."),
    ],
    good=[
        "The odds on the gray mare were 5:00 to 2.",
        "Ferry passes go on sale at 8 a.m.",
        "The relay team finished in 7:00 even.",
        "The last tour leaves at 3:20 p.m.",
        "The freighter sailed at 16:00 UTC.",
    ],
)
def zero_minutes(time: TimeMention) -> Flags:
    """A full hour has no :00: 9 a.m. (AP Stylebook, "times"). The 24-hour clock keeps it: 14:00."""
    if time.minute is None or time.hour is None or time.minute.number or time.half is None or _is_twelve(time):
        return
    if time.form in ("twelve", "bare") and not time.impossible:
        yield flag(time, "Drop the :00", edits=[Edit(time.hour.end, time.minute.end, "")])


@rule(
    "time-noon-midnight",
    severity="error",
    fix="safe",
    summary="Twelve is noon or midnight, in a word",
    bad=[
        Bad("The pie auction starts at ^12 p.m.^ Saturday.", fixed="The pie auction starts at noon Saturday."),
        Bad("The mill whistle blows at ^12 noon^ on weekdays.", fixed="The mill whistle blows at noon on weekdays."),
        Bad("Ferries stop at ^12 Midnight^ all week.", fixed="Ferries stop at midnight all week."),
        Bad("The footbridge shuts at ^12:00 midnight^.", fixed="The footbridge shuts at midnight."),
        Bad("The footbridge shuts at ^12 a.m.^", fixed="The footbridge shuts at midnight."),
        Bad("Ferries run from 7 a.m. to ^12pm.^", fixed="Ferries run from 7 a.m. to noon."),
    ],
    good=[
        "The pie auction starts at 12:40 p.m. Saturday.",
        "Volunteers packed 12 noon lunches and nine suppers.",
        "The footbridge shuts at midnight.",
        "“Call me at 12 p.m.,” her text said.",
    ],
)
def noon(time: TimeMention) -> Flags:
    """12 p.m. is read as midnight by some and as noon by others; 12 noon says twelve twice (AP Stylebook, "noon").
    A time such as 12:20 p.m. is let be.
    """
    if not _is_twelve(time) or time.form not in ("twelve", "named"):
        return
    if time.form == "twelve" and time.range and time.range.first is time and time.meridiem is None:
        return
    word = "noon" if time.half == "pm" or (time.named and time.value and time.value.hour == 12) else "midnight"
    yield flag(time, f"Write {word}", replace=word + _kept_stop(time))


_PARTS = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm", "tonight": "pm"}


@rule(
    "time-redundant",
    severity="warning",
    fix="safe",
    summary="a.m. already says morning",
    bad=[
        Bad("Rolls sell out by ^9 a.m. in the morning^ most days.", fixed="Rolls sell out by 9 a.m. most days."),
        Bad("The first boat leaves at ^5 a.m. in the morning^.", fixed="The first boat leaves at 5 a.m."),
        Bad("The band plays at ^9 p.m. tonight^ on the green.", fixed="The band plays at 9 p.m. on the green."),
        Bad("The barn caught fire at ^3 a.m. Thursday morning^.", fixed="The barn caught fire at 3 a.m. Thursday."),
    ],
    good=[
        "The first boat leaves at 5 in the morning.",
        "The first boat leaves at 5 a.m. The morning fog is gone by then.",
        "Around 11 p.m. the night baker clocks in.",
        "The barn caught fire at 3 a.m. Thursday.",
        "“We were picking by 5 a.m. in the morning!” Ruiz said.",
    ],
)
def redundant(time: TimeMention) -> Flags:
    """9 a.m. in the morning, 7 p.m. tonight: the part of the day is said twice (AP Stylebook, "a.m., p.m.").

    The edit takes in the "a.m.", so that it is never made together with that of `time-ampm-form`: the two would leave
    two periods at a sentence's end.
    """
    part = time.part_of_day
    if part is None or time.half is None:
        return
    words = time.article.text[part.start : part.end].lower().split()
    if _PARTS[words[-1]] != time.half and not (
        words[-1] == "night" and time.hour and time.hour.number in (12, 1, 2, 3)
    ):
        return
    start = time.zone_name.start if time.zone_name else time.meridiem.start if time.meridiem else time.end
    day = (
        "" if words[0] in ("in", "at", "tonight", "this") else f" {time.article.text[part.start : part.end].split()[0]}"
    )
    kept = time.article.text[start : time.zone_name.end if time.zone_name else time.end]
    cut = Edit(start, part.end + _doubled_stop(time, part.end, day), kept + day)
    yield flag(Span(time.start, part.end), "a.m. and p.m. already say which part of the day", edits=[cut])


def _doubled_stop(time: TimeMention, end: int, day: str) -> int:
    """1 when the sentence's period right after `end` would come to stand after the one of "a.m.", else 0."""
    clashes = not day and time.text.endswith(".") and time.zone_name is None
    return 1 if clashes and time.article.text[end : end + 1] == "." else 0


@rule(
    "time-24h",
    severity="warning",
    certainty="medium",
    fix="unsafe",
    summary="The clock has the house's hours, 12 or 24",
    bad=[
        Bad("The parade stepped off at ^15:20^.", fixed="The parade stepped off at 3:20 p.m."),
        Bad("The potluck begins at ^19:00^, Lee said.", fixed="The potluck begins at 7 p.m., Lee said."),
        Bad(
            "It docked at ^4:10pm^ Sunday.",
            fixed="It docked at 16:10 Sunday.",
            options={"clock": 24, "form": "10:30pm"},
        ),
    ],
    good=[
        "The drive-in shows its films in 16:9.",
        "Park took the 5-kilometer race in 16:45.",
        "The choir sang a setting of Psalm 104:33.",
        "The parade stepped off at 3:20 p.m.",
        "The buoy broke loose at 0415 GMT.",
        Good("The parade stepped off at 15:20.", options={"clock": 24}),
    ],
)
def clock_hours(time: TimeMention, *, clock: int = 12, form: str = "10:30 p.m.") -> Flags:
    """Most houses print 2:30 p.m., the BBC 14:30 (`clock = 24`). `form` is half past ten in the evening as the house
    writes it with a.m. and p.m.; a time that is not in that form is `time-ampm-form`'s first. A time with GMT or UTC is
    left alone, as are scores, ratios, verses and race results.
    """
    value, hour = time.value, time.hour
    if value is None or hour is None:
        return
    if clock == 24:
        if time.form == "twelve" and not (_is_twelve(time) or time.range or _reformed(time, form)):
            yield flag(time, "Write the 24-hour clock", replace=f"{value:%H:%M}" + _kept_stop(time))
    elif time.form == "clock" and time.zone_name is None and hour.end - hour.start == 2:
        half = "pm" if value.hour >= 12 else "am"
        if compiled(_RECORDING).search(time.article.prose[max(time.start - 100, 0) : time.end + 60]):
            return
        right = _printed(value.hour % 12 or 12, value.minute or None, half, form)
        doubled = right.endswith(".") and time.article.text[time.end : time.end + 1] == "."
        yield flag(time, f"Write {right}", replace=right[:-1] if doubled else right)


@rule(
    "time-impossible",
    severity="error",
    summary="No clock shows that time",
    bad=[
        "The barge sailed at ^26:15^.",
        "Choir practice is at ^14 p.m.^ Thursday.",
        "A shuttle stops here at ^9:85 a.m.^ daily.",
    ],
    good=[
        "The barge sailed at 9:55 a.m. Thursday.",
        "Her sermon drew on Psalm 78:72.",
        "Midtown beat Easton 31:14.",
        "Park swam the last leg in 1:68.",
    ],
)
def possible_time(time: TimeMention) -> Flags:
    """An hour over 24, a minute over 59, or 13 to 23 o'clock with a.m. or p.m. No fix: ask."""
    if not time.impossible:
        return
    around = time.article.prose[max(time.start - 100, 0) : time.end + 60]
    if time.form != "clock" or not compiled(_RECORDING).search(around):
        yield flag(time, "There is no such time")


#: Where figures with a colon count from the start of a recording or a game.
_RECORDING = (
    r"\b(?:[Vv]ideos?|clip|recording|podcast|episode|webinar|presentation|track|song|"
    r"half|period|quarter|minute|scored)\b"
)


@rule(
    "time-range-words",
    severity="warning",
    fix="safe",
    summary="“From” pairs with “to”, “between” with “and”",
    bad=[
        Bad("Story hour runs ^from 3-5 p.m.^ Tuesday.", fixed="Story hour runs from 3 to 5 p.m. Tuesday."),
        Bad("Snow fell ^between 1-3 a.m.^ Friday.", fixed="Snow fell between 1 and 3 a.m. Friday."),
        Bad("Snow fell ^between 1 to 3 a.m.^ Friday.", fixed="Snow fell between 1 and 3 a.m. Friday."),
    ],
    good=[
        "Story hour is 3-5 p.m. Tuesday.",
        "Story hour runs from 3 to 5 p.m.",
        "Pickers work from 6 a.m. until noon.",
        "“From 3-5 p.m.,” the card said.",
    ],
)
def range_words(time: TimeMention) -> Flags:
    """From 3 to 5 p.m., between 1 and 3 a.m.; a hyphen only in 3-5 p.m. with neither (AP Stylebook, "times")."""
    run = time.range
    if run is None or run.opener is None or time is not run.first:
        return
    text = time.article.text
    opener = text[run.opener.start : run.opener.end].lower()
    joiner = text[run.joiner.start : run.joiner.end]
    if joiner in ("-", "–") or (opener == "between" and joiner in ("to", "until", "till")):
        word = "to" if opener == "from" else "and"
        edit = Edit(run.first.end, run.last.start, f" {word} ")
        yield flag(run, f"“{opener}” goes with “{word}”", edits=[edit])


#: Places that keep one clock all the year.
_STEADY = (
    r"\b(?:Ariz(?:ona|\.)|Phoenix|Tucson|Flagstaff|Mesa|Scottsdale|Tempe|Yuma|Hawaii|Honolulu|Panama|Jamaica|Kingston|"
    r"Canc[uú]n|Cayman|Colombia|Bogot[aá]|Peru|Lima|Ecuador|Quito|Haiti|Saskatchewan|Regina|Saskatoon|Mexico|"
    r"Costa Rica|"
    r"Guatemala|Honduras|Nicaragua|El Salvador|Belize|Sonora|Yukon|Whitehorse|Philippines|Manila|China|Beijing|Dakar)\b"
)


@rule(
    "time-zone-dst",
    severity="warning",
    certainty="medium",
    summary="Standard and daylight time follow the date",
    bad=[
        Bad("Fireworks begin at 9:30 p.m. ^EST^ on Aug. 9.", date="2025-07-30"),
        Bad("The cattle auction closes at 10 a.m. ^CDT^ on Feb. 6.", date="2025-01-28"),
        Bad("Ruiz will sing at 7 p.m. ^EST^ Thursday.", date="2025-07-08"),
    ],
    good=[
        Good("Fireworks begin at 9:30 p.m. EDT on Aug. 9.", date="2025-07-30"),
        Good("Fireworks begin at 9:30 p.m. ET on Aug. 9.", date="2025-07-30"),
        Good("Bids close in Tucson at 5 p.m. MST on Aug. 9.", date="2025-02-20"),
        Good("The buoy broke loose at 4 a.m. GMT on Aug. 9.", date="2025-08-12"),
        "Fireworks begin at 9:30 p.m. EST on Aug. 9.",
    ],
)
def daylight_time(time: TimeMention) -> Flags:
    """EST is for winter, EDT for summer; ET is right all year. The date is the sentence's, else the story's when that
    is no fortnight around a change of the clocks. Arizona, Hawaii and others that never change are left alone.
    """
    if time.zone_name is None:
        return
    article = time.article
    name = article.text[time.zone_name.start : time.zone_name.end]
    if not compiled(r"[ECMP][SD]T|AK[SD]T|BST").fullmatch(name):
        return
    named = [d for d in _dates_beside(time) if d.form != "weekday"]  # a weekday is near the story
    story = article.date.value
    days = [d.candidates or (d.value,) for d in named if d.precision == "day"]
    day = days[0][0] if len(days) == 1 else None
    if day is None and not named and story and abs(_change_distance(story)) > 14:
        day = story
    if day is None or day.year < 1987:
        return
    summer, says_summer = _is_summer(day, name), name == "BST" or name[-2] == "D"
    if summer == says_summer or day in _changes(day.year, name):
        return
    if any(_is_summer(other, name) != summer for other in (days[0] if days else ()) if other):
        return
    if article.computed("steady clocks", lambda a: compiled(_STEADY).search(a.prose) is not None):
        return
    right = "GMT" if name == "BST" else name[:-2] + ("DT" if summer else "ST")
    yield flag(time.zone_name, f"On {day:%Y-%m-%d} the clocks show {right}")


def _dates_beside(time: TimeMention) -> list[DateMention]:
    """The dates in the sentence of a time, the nearest few on either side."""
    article = time.article
    sentence = article.sentence_at(time.start)
    start, end = (sentence.start, sentence.end) if sentence else (time.start, time.end)
    i = _dates_until(time)
    return [d for d in article.dates[max(i - 4, 0) : i + 4] if start <= d.start < end]


def _dates_until(time: TimeMention) -> int:
    """How many dates of the article begin before a time."""
    starts = time.article.computed("date starts", lambda article: [d.start for d in article.dates])
    return bisect_left(starts, time.start)


def _sunday(year: int, month: int, which: int) -> Date:
    """The `which`-th Sunday of a month; the last for -1."""
    first = Date(year, month, 1)
    if which > 0:
        return first + timedelta((6 - first.weekday()) % 7 + 7 * (which - 1))
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return last - timedelta((last.weekday() + 1) % 7)


def _changes(year: int, name: str) -> tuple[Date, Date]:
    """The days on which summer time begins and ends."""
    if name == "BST":
        return _sunday(year, 3, -1), _sunday(year, 10, -1)
    if year >= 2007:
        return _sunday(year, 3, 2), _sunday(year, 11, 1)
    return _sunday(year, 4, 1), _sunday(year, 10, -1)


def _is_summer(day: Date, name: str) -> bool:
    begin, finish = _changes(day.year, name)
    return begin <= day < finish


def _change_distance(day: Date) -> int:
    """Days to the nearest American change of the clocks."""
    return min(abs((day - change).days) for change in _changes(day.year, "EST"))


@rule(
    "time-date-place",
    severity="suggestion",
    certainty="low",
    summary="Time, then date, then place",
    bad=[
        "The quilters gather ^at Grange Hall on Oct. 9 at 7:30 p.m.^",
        "Park signs books ^Thursday at 7 p.m.^ at the library.",
    ],
    good=[
        "The quilters gather at 7:30 p.m. Oct. 9 at Grange Hall.",
        "He waited at Grange Hall for a ride.",
        "Park signs books at 7 p.m. Thursday at the library.",
        "“See you Sunday at 5 p.m.,” Ruiz said.",
    ],
)
def time_before_date(time: TimeMention) -> Flags:
    """An event's time comes first, then the day, then the place: 7 p.m. Thursday at the library (AP Stylebook, "time
    element"). The other houses leave the order free.
    """
    article = time.article
    before_it = _dates_until(time)
    day = article.dates[before_it - 1] if before_it else None
    if day is None or day.end > time.start or day.form not in ("month-day", "weekday") or day.range or time.range:
        return
    if not compiled(r",?\s+(?:at|from)\s+").fullmatch(article.prose[day.end : time.start]):
        return
    before = article.prose[max(day.start - 60, 0) : day.start]
    place = compiled(r"\b(?:in|at)\s+(?:the\s+)?[A-Z][\w'’.]*(?:\s+[A-Z][\w'’.]*)*,?\s+(?:on\s+)?$").search(before)
    start = day.start - len(place[0]) if place else day.start
    yield flag(Span(start, time.end), "AP’s order is time, date, place")


@rule(
    "time-oclock",
    severity="suggestion",
    certainty="medium",
    summary="Give a.m. or p.m. in the place of o'clock",
    bad=["The bakery opens at ^6 o'clock^ Saturday.", "The mill whistle blew at ^five o’clock^."],
    good=[
        "“One O’Clock Jump” opens the concert at 8 p.m.",
        "The bakery opens at 6 a.m.",
        "“Be home by 5 o’clock,” Ruiz said.",
        "The tune One O’Clock Jump closes the set.",
    ],
)
def oclock(time: TimeMention) -> Flags:
    """ "O'clock" is for quotations and a tone on purpose (AP Stylebook, "o'clock"). Whether it was a.m. or p.m. only
    the writer knows: no fix.
    """
    if time.form == "oclock":
        yield flag(time, "Say a.m. or p.m.; keep “o’clock” for quotations")
