"""Which word names the day: the weekday near the story's date, month and day further off, a year when it is needed."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules.date._style import (
    WEEKDAYS,
    in_house_order,
    is_name,
    is_past,
    kept_stop,
    long_form,
    other_years,
    sentence_of,
    years_in,
)

if TYPE_CHECKING:
    from copydesk import DateMention, Flags

_RUNNING = ("deck", "lead", "body")
#: AP counts seven days; the seventh is the same weekday again and would mislead.
_NEAR = 6


def _days_away(date: DateMention) -> int | None:
    """Days from the story's date; None when either is not known or the paragraph tells of another year."""
    story = date.article.date.value
    if story is None or date.value is None or date.precision != "day":
        return None
    if date.year is None and other_years(date):
        return None
    return (date.value - story).days


@rule(
    "date-weekday-near",
    severity="suggestion",
    certainty="medium",
    fix="unsafe",
    summary="Within a week of the story, name the weekday",
    zones=_RUNNING,
    bad=[
        Bad("Ferry workers will strike ^Oct. 20^.", fixed="Ferry workers will strike Friday.", date="2023-10-18"),
        Bad("The bake sale on ^Oct. 16^ drew 90.", fixed="The bake sale on Monday drew 90.", date="2023-10-18"),
    ],
    good=[
        Good("Ferry workers will strike Nov. 20.", date="2023-10-18"),
        Good("Ferry workers will strike Oct. 25.", date="2023-10-18"),
        Good("The apple festival lasts Oct. 20-22.", date="2023-10-18"),
        Good("Her twins were born Oct. 20 at the clinic.", date="2023-10-18"),
        "Ferry workers will strike Oct. 20.",
    ],
)
def near_day_by_weekday(date: DateMention, *, order: str = "mdy") -> Flags:
    """Within seven days of the story AP and the others name the weekday: readers know Friday, and look up Feb. 14.

    The same weekday a week off is left alone, as are ranges, births and deaths, and names made of a date.
    """
    if not in_house_order(date, order) or date.year or date.weekday or date.range or is_name(date):
        return
    if date.before in ("a", "an"):
        return
    away = _days_away(date)
    if away is None or abs(away) > _NEAR or date.value is None:
        return
    start, _ = sentence_of(date)
    said = date.article.prose[start : date.start].lower()
    if compiled(_NO_WEEKDAY).search(said) or compiled(r"\s*(?:,|and|or|to|[-–])\s*\d").match(
        date.article.prose[date.end : date.end + 8]
    ):
        return
    weekday = WEEKDAYS[date.value.weekday()]
    yield flag(date, f"That is {weekday}", replace=weekday + kept_stop(date.article, date.end))


#: What before a date near the story forbids to put a weekday in its place.
_NO_WEEKDAY = (
    r"\b(?:born|died|founded|anniversary|dated)\b"
    r"|day (?:after|before|following)\s*$|\b(?:day|eve|today|tomorrow|yesterday|tonight|this|through|since),?\s*$"
)


@rule(
    "date-weekday-far",
    severity="warning",
    certainty="medium",
    fix="unsafe",
    summary="Weekday or date, not both",
    zones=_RUNNING,
    bad=[
        Bad(
            "Ferry workers will strike ^Monday, Nov. 20^.",
            fixed="Ferry workers will strike Nov. 20.",
            date="2023-10-18",
        ),
        Bad("Pickers walked out ^Monday, Oct. 16^.", fixed="Pickers walked out Monday.", date="2023-10-18"),
        Bad(
            "Pickers quit ^Monday, Oct. 16^.",
            fixed="Pickers quit Oct. 16.",
            date="2023-10-18",
            options={"keep": "date"},
        ),
    ],
    good=[
        Good("Ferry workers will strike Nov. 20.", date="2023-10-18"),
        Good("Ferry workers will strike Monday.", date="2023-10-18"),
        Good("On Thursday, Nov. 28, 1918, the depot burned.", date="2023-10-18"),
        Good("Pickers walked out Tuesday, Oct. 16.", date="2023-10-18"),
        Good("Monday, Nov. 20: Ferry workers strike.", date="2023-10-18"),
        "Ferry workers will strike Monday, Nov. 20.",
    ],
)
def weekday_and_date(date: DateMention, *, keep: str = "nearer") -> Flags:
    """AP wants the weekday within a week of the story and month and day further off, never both. Reuters keeps the date
    (`keep = "date"`). A weekday that does not fit its date is `date-weekday-mismatch`'s, one with "next" before it is
    first `date-last-next-weekday`'s, and an entry of a calendar ("Monday, Nov. 20: …") wants both.
    """
    weekday, value, story = date.weekday, date.value, date.article.date.value
    if weekday is None or date.month is None or date.range or date.relation or value is None or story is None:
        return
    if weekday.start > date.calendar.start or weekday.number != value.weekday() or date.form == "numeric":
        return
    away = _days_away(date)
    if away is None or abs(away) > 366 or (date.year and date.year.number != story.year):
        return
    if (
        date.zone
        and date.start == date.zone.start
        and compiled(r"\s*[-–—:]").match(date.article.prose[date.end : date.end + 4])
    ):
        return
    target = Span(weekday.start, date.calendar.end)
    if abs(away) <= _NEAR and keep != "date":
        yield flag(target, "Within a week the weekday is enough", replace=weekday.name)
    else:
        dropped = Edit(weekday.start, date.calendar.start, "")
        yield flag(target, "The date is enough; drop the weekday", edits=[dropped])


@rule(
    "date-last-next-weekday",
    severity="warning",
    fix="unsafe",
    summary="No “last”, “next” or “this” before a weekday",
    zones=_RUNNING,
    bad=[
        Bad("The baker quit ^last Thursday^.", fixed="The baker quit Thursday."),
        Bad("Skaters return ^this Sunday^.", fixed="Skaters return Sunday."),
        Bad("Coaches will gather ^this coming Tuesday^ on the pier.", fixed="Coaches will gather Tuesday on the pier."),
    ],
    good=[
        "The market shuts on the last Sunday of each season.",
        "Her lease ran out last year.",
        "The heat will last Tuesday through Saturday.",
        "Bands play the last Thursday in July.",
        "“She sold it last Friday,” Cole said.",
    ],
)
def last_or_next_weekday(date: DateMention) -> Flags:
    """The verb's tense says which way; readers do not agree which day "next Friday" is (AP, "time element")."""
    weekday, relation = date.weekday, date.relation
    if (
        weekday is None
        or relation is None
        or compiled(r"['’]s [A-Z]").match(date.article.prose[weekday.end : weekday.end + 4])
    ):
        return
    stop = kept_stop(date.article, weekday.end)
    yield flag(Span(relation.start, weekday.end), "The tense says which; drop the word before the weekday",
               replace=weekday.name + stop)  # fmt: skip


@rule(
    "date-today-yesterday",
    severity="suggestion",
    certainty="medium",
    fix="unsafe",
    summary="Name the weekday for today, yesterday, tomorrow and tonight",
    zones=_RUNNING,
    bad=[
        Bad("The coach retired ^today^.", fixed="The coach retired Wednesday.", date="2023-10-18"),
        Bad(
            "A judge will tour the dairy ^tomorrow^.", fixed="A judge will tour the dairy Thursday.", date="2023-10-18"
        ),
        Bad("Cole said ^yesterday^ he will sell.", fixed="Cole said Tuesday he will sell.", date="2023-10-18"),
        Bad("The choir will sing ^tonight^.", fixed="The choir will sing Wednesday night.", date="2023-10-18"),
        Bad("A barge sank ^today^."),
        Bad("Cole lost a barge ^yesterday^.", fixed="Cole lost a barge Tuesday.", date="2023-10-18"),
        Bad("A pilot ^yesterday^ sank a barge.", fixed="A pilot Tuesday sank a barge.", date="2023-10-18"),
    ],
    good=[
        "Her pie recipe ran in Baking Today.",
        "Cole sang twice on the “Today” program.",
        "Today, one orchard in three is idle.",
        "The ferry of today carries cars.",
        "Today’s bakers start earlier.",
        "They planted for a greener tomorrow.",
        "The kiln cools until the day after tomorrow.",
        "The cannery is a theater today.",
        "“They will sail tomorrow,” Cole said.",
    ],
)
def relative_day(date: DateMention) -> Flags:
    """“Today” is another day for the reader of tomorrow's page, or of the archive: name the weekday (AP Stylebook,
    "today, tonight"; Reuters, The Guardian online and the BBC alike).

    Only for an event: "today" for the present age, "the leaders of tomorrow" and names stay.
    """
    if date.form != "relative-day" or not _is_event(date):
        return
    word = date.text.lower()
    night = " night" if word == "tonight" else ""
    message = f"Name the day instead of “{word}”"
    if date.value is None:
        yield flag(date, message)
    else:
        yield flag(date, message, replace=WEEKDAYS[date.value.weekday()] + night)


#: Before "today" in the sense of nowadays, "tomorrow" of the future, and so on.
_NOT_A_DAY = frozenset(
    "of as than like a an the our your their even still here and or better brighter every from only in to usa since "
    "both for about between – —".split()
)
_PRESENT = frozenset(
    "is are am has have do does can may must remain remains exist exists live lives face faces need needs continue "
    "continues use uses know knows see sees think want wants work works stand stands would could should might".split()
)
_PLANNED = frozenset("expected set scheduled due slated planned likely poised announcing launching releasing".split())
#: Verbs that in the present say what is to happen: "the board meets today".
_TIMETABLE = frozenset(
    "meet meets open opens begin begins start starts vote votes go goes play plays return returns arrive arrives end "
    "ends close closes launch launches gather gathers host hosts resume resumes leave leaves expire expires debut "
    "debuts depart departs decide decides unveil unveils release releases visit visits strike strikes".split()
)
_CLAUSE = frozenset(', ; : — – that which who where while because although though but when if ( ) “ ” "'.split())


def _is_event(date: DateMention) -> bool:
    """Whether a relative day says when something happened or will."""
    tokens, article = date.article.tokens, date.article
    start, end = sentence_of(date)
    at, first, stop = tokens.index(date.start), tokens.index(start), tokens.index(end)
    words = tokens.lower
    before = words[at - 1] if at > first else ""
    after = words[at + 1] if at + 1 < stop else ""
    written = date.text
    if (written[0].isupper() and at > first and before not in "“\"‘'•*") or (written.isupper() and len(written) > 1):
        return False
    if compiled(r"[\s\u2060]*['’-]").match(article.prose[date.end : date.end + 3]) or after in ("show", "night"):
        return False
    if after in ("and", "or") and (at + 2 >= stop or words[at + 2].capitalize() not in WEEKDAYS):
        return False
    if before in ("a.m.", "p.m.", "am", "pm"):
        return False
    word = written.lower()
    if word != "today":
        held = words[max(at - 2, first) : at]
        loose = {"until", "since", "by", "for", "from", "and", "to", "about", "only", "in"}
        described = word == "tomorrow" and len(held) == 2 and held[0] in ("a", "our") and not is_past(after)
        from_a_day = held in (["day", "before"], ["day", "after"])
        return not any(w in _NOT_A_DAY - loose for w in held[-1:]) and not described and not from_a_day
    if before == "for" and at - 2 >= first and words[at - 2] in _PLANNED:
        return True
    if before in _NOT_A_DAY:
        return False
    if is_past(after) or (after in ("is", "are") and at + 2 < stop and words[at + 2] in _PLANNED):
        return True
    if at == first:
        return _verb_says_event(words[at + 1 : stop])
    clause = []
    for i in range(at - 1, first - 1, -1):
        if words[i] in _CLAUSE:
            break
        clause.append(words[i])
    return _verb_says_event(clause[::-1])


def _verb_says_event(words: list[str]) -> bool:
    """Whether the first verb among `words` tells of an event: in the past, or planned."""
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word == "will":
            return True
        if word in ("was", "were"):
            return True
        if word in ("is", "are", "am") and following in _PLANNED:
            return True
        if word in _PRESENT:
            return False
        if is_past(word) and word != "used":
            return True
    return not _TIMETABLE.isdisjoint(words) and len(words) < 8


@rule(
    "date-redundant-year",
    severity="suggestion",
    fix="safe",
    summary="The story's own year is left out",
    zones=_RUNNING,
    bad=[
        Bad(
            "Ferry workers will strike Nov. 20^, 2023^.", fixed="Ferry workers will strike Nov. 20.", date="2023-10-18"
        ),
        Bad(
            "Cole left on Sept. 5^, 2023,^ without a word.",
            fixed="Cole left on Sept. 5 without a word.",
            date="2023-10-18",
        ),
        Bad(
            "Ruiz, promoted June 6^, 2023^, is leaving.", fixed="Ruiz, promoted June 6, is leaving.", date="2023-10-18"
        ),
        Bad("The rink shut on 6 June^ 2023^.", "The rink shut on 6 June.", date="2023-10-18", options={"order": "dmy"}),
    ],
    good=[
        Good("Grants for fiscal 2023 are gone.", date="2023-10-18"),
        Good("The ferry sank Sept. 5, 2021.", date="2023-10-18"),
        Good("Sales doubled from May 1, 2022, to May 1, 2023.", date="2023-10-18"),
        Good("The pier permit lapsed Jan. 6, 2023.", date="2023-01-12"),
        "Ferry workers will strike Nov. 20, 2023.",
    ],
)
def own_year(date: DateMention, *, order: str = "mdy") -> Flags:
    """A date in the story's year needs no year (AP Stylebook, "years"; the other houses alike).

    It stays where the sentence compares years, in births and deaths, within 30 days of New Year, where the same day of
    another year is nearer, where the weekday does not fit, and where the commas are not in order yet: that is
    `date-year-comma-before`'s and `date-year-comma-after`'s.
    """
    story, year, day, value = date.article.date.value, date.year, date.day, date.value
    if story is None or year is None or day is None or date.month is None or value is None or date.range:
        return
    if not in_house_order(date, order) or year.number != story.year or date.end > year.end:
        return
    if date.weekday and date.weekday.number != value.weekday():
        return
    if abs((value - story).days) > 183 or _close_to_new_year(story):
        return
    start, end = sentence_of(date)
    sentence = date.article.prose[start:end]
    if years_in(date.article, start, end) - {story.year} or compiled(r"\b(?:born|died|fiscal|expires?d?)\b").search(
        sentence
    ):
        return
    begin = max(day.end, date.month.end, date.ordinal.end if date.ordinal else 0)
    after = date.article.prose[year.end : year.end + 20]
    if compiled(r"\s*\|").match(after) or (
        date.form == "month-day" and (not date.comma or compiled(r"[\s\u2060]+\w").match(after))
    ):
        return
    finish = year.end
    if date.form == "month-day" and after[:1] == "," and _comma_goes(date, start, after):
        finish += 1
    yield flag(Span(begin, finish), f"The story is of {story.year} itself", replace="")


def _close_to_new_year(day: Date) -> bool:
    return (day.month == 1 and day.day <= 30) or (day.month == 12 and day.day > 1)


def _comma_goes(date: DateMention, sentence_start: int, after: str) -> bool:
    """Whether the comma after the year was the year's alone and goes with it."""
    if compiled(
        r",[\s\u2060]+(?:(?:and|but|or|which|who|whose|where|when|while|because|as|so|with|\w+ing)\b|[A-Z“\"])"
    ).match(after):
        return False
    said = date.article.prose[sentence_start : date.start]
    return "," not in said.rstrip()[:-1] and not said.rstrip().endswith(",")


@rule(
    "date-year-needed",
    severity="warning",
    certainty="medium",
    fix="unsafe",
    summary="A date in another year needs its year",
    zones=_RUNNING,
    bad=[
        Bad("Two men drowned ^Oct. 9^ off Midtown.", "Two men drowned Oct. 9, 2023, off Midtown.", date="2024-03-06"),
        Bad("The cannery burned ^Nov. 18^.", fixed="The cannery burned Nov. 18, 2023.", date="2024-03-06"),
        Bad("On ^Oct. 9^, two men drowned.", fixed="On Oct. 9, 2023, two men drowned.", date="2024-03-06"),
        Bad("The ferry will sail again ^Feb. 4^.", fixed="The ferry will sail again Feb. 4, 2025.", date="2024-06-19"),
    ],
    good=[
        Good("Two men drowned Oct. 9, 2023, off Midtown.", date="2024-03-06"),
        Good("Two men drowned Dec. 20 off Midtown.", date="2024-01-10"),
        Good("The regatta was set for Oct. 9.", date="2024-03-06"),
        Good("The league scheduled a final for Nov. 18.", date="2024-03-06"),
        Good("Flag Day, June 14, was left off the calendar.", date="2024-03-06"),
        Good("In 2017 two men drowned Oct. 9 off Midtown.", date="2024-03-06"),
        Good("On Oct. 9, two men are to be honored, Cole said.", date="2024-03-06"),
        "Two men drowned Oct. 9 off Midtown.",
    ],
)  # fmt: skip
def year_needed(date: DateMention, *, order: str = "mdy") -> Flags:
    """AP leaves out the year of the story's own year only. What happened on a day that has not come yet this year
    happened last year, what will happen on one gone by will next year: the year has to be said.

    A date within 45 days of the story needs none. Dates that were set, planned or put off are no events.
    """
    story = date.article.date.value
    if story is None or date.day is None or date.month is None or date.year or date.weekday or date.range:
        return
    if not in_house_order(date, order) or is_name(date) or date.impossible:
        return
    this_year = (date.month.number, date.day.number)
    today = (story.month, story.day)
    tense = _tense(date)
    if tense == "past" and this_year > today:
        year = story.year - 1
    elif tense == "future" and this_year < today:
        year = story.year + 1
    else:
        return
    if this_year == (2, 29):
        return
    meant = Date(year, *this_year)
    if abs((meant - story).days) <= 45 or other_years(date):
        return
    with_year = f", {year}" if order == "mdy" else f" {year}"
    if order == "mdy" and compiled(r"[\s\u2060]+\w").match(date.article.prose[date.end : date.end + 6]):
        with_year += ","
    edit = Edit(date.calendar.end, date.calendar.end, with_year)
    verb = "was" if tense == "past" else "is"
    yield flag(date.calendar, f"That {verb} {long_form(meant)}: say the year", edits=[edit])


#: Words that make the date of a plan of it.
_PLAN = (
    r"\b(?:scheduled?|set|slated|planned|due|expected|proposed|postponed|delayed|extended|moved|pushed|until|deadline|"
    r"expires?d?|annual|annually|every|each|anniversary|would|could|should|may|might|holiday|trial date|if|designated|"
    r"marks?|marked|observed|celebrated|by|before|to)\b"
)


def _tense(date: DateMention) -> str:
    """ "past" or "future" when the verb before the date, or after one that has none before it, says so, else ""."""
    start, _ = sentence_of(date)
    said = date.article.prose[start : date.start].lower()
    clause = compiled(r"[,;:—–()“”\"]").split(said)[-1]
    words = compiled(r"[a-z'’]+").findall(clause)
    if compiled(_PLAN).search(clause):
        return ""
    if words[-1:] == ["on"]:
        words.pop()
    if "will" in words:
        return "" if compiled(r"\b(?:after|following|since)\b").search(clause) else "future"
    if words and is_past(words[-1]) and words[-1] not in ("was", "were", "had", "held"):
        return "past"
    verbs = _past_verbs(words)
    if not verbs and clause == said and compiled(r"^\s*$|\bon\s*$").search(said):
        return _tense_after(date, opens=not words)
    if not verbs or len(words) - verbs[0] > 8 or not _ANNOUNCING.isdisjoint(words) or "to" in words[verbs[0] :]:
        return ""
    return "past"


def _past_verbs(words: list[str]) -> list[int]:
    return [i for i, word in enumerate(words) if is_past(word) and (i == 0 or words[i - 1] not in _BEFORE_NOUN)]


def _tense_after(date: DateMention, *, opens: bool) -> str:
    """The tense of "On Nov. 3, the dam failed"; the verb must follow at once when the date does not open the sentence:
    "The fire on Nov. 3 hurt two".
    """
    _, end = sentence_of(date)
    clause = compiled(r"[,;:—–()“”\"]").split(re.sub(r"^,", "", date.article.prose[date.end : end].lower()))[0]
    words = compiled(r"[a-z'’]+").findall(clause)
    if compiled(_PLAN).search(clause) or not _ANNOUNCING.isdisjoint(words):
        return ""
    verbs = _past_verbs(words)
    if opens and "will" in words[:8]:
        return "future"
    return "past" if verbs and verbs[0] <= (6 if opens else 0) and "will" not in words else ""


#: After these a word in -ed describes a noun: "the ruined mill", "open and structured data".
_BEFORE_NOUN = frozenset("the a an and or of its their his her our this that for with in on".split())
#: Verbs whose object is a plan: "announced a concert Nov. 20".
_ANNOUNCING = frozenset(
    "announced approved confirmed booked called promised offered ordered agreed vowed said told hoped wanted urged "
    "asked introduced submitted reported released sent wrote invited requested given had held".split()
)


@rule(
    "date-on-omit",
    severity="suggestion",
    certainty="low",
    default=False,
    summary="No “on” before a date or weekday when it is clear without",
    zones=_RUNNING,
    bad=["Lee arrived ^on^ Monday.", "The board met ^on^ Feb. 3."],
    good=[
        "Lee arrived Monday.",
        "On Monday, the board met.",
        "The board met Ruiz on Monday.",
        "“He came on Monday,” Lee said.",
    ],
)
def on_before_day(date: DateMention) -> Flags:
    """AP drops “on” before a date or weekday unless a name stands before it ("met Ruiz on Monday") or the sentence
    begins with it (AP Stylebook, "on"). Reuters and the BBC keep it; off unless a house asks for it.
    """
    if date.before != "on" or date.form not in ("weekday", "month-day"):
        return
    article = date.article
    tokens = article.tokens
    on = tokens.index(date.start) - 1
    start, _ = sentence_of(date)
    if on - 1 < tokens.index(start):
        return
    held = article.prose[tokens.starts[on - 1]]
    if held.islower() and tokens.ends[on - 1] < tokens.starts[on]:
        yield flag(Span(tokens.starts[on], tokens.ends[on]), "AP leaves out “on” before a day")
