"""The words around dates: weekdays, decades, seasons, ranges, anniversaries, eras."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules.date._style import is_short, kept_stop

if TYPE_CHECKING:
    from copydesk import DateMention, Flags, Match


@rule(
    "date-weekday-abbrev",
    severity="error",
    fix="safe",
    summary="Weekdays are spelled out",
    bad=[
        Bad("The dairy delivers ^Mon.^ and ^Sat.^ mornings.", fixed="The dairy delivers Monday and Saturday mornings."),
        Bad("The auction is ^Tues.^, Sept. 17.", fixed="The auction is Tuesday, Sept. 17."),
        Bad("The rink is lit ^Fri^-^Sun^ in January.", fixed="The rink is lit Friday-Sunday in January."),
        Bad("The auction is on ^Thurs.^", fixed="The auction is on Thursday."),
    ],
    good=[
        "He bought the Sun. It lost money.",
        "The judge Sat. No one spoke.",
        "The dairy delivers Monday.",
        "Mon and Khmer are spoken there.",
        "“Back Thurs.,” the card said.",
    ],
)
def weekday_spelled_out(date: DateMention) -> Flags:
    """Weekdays are spelled out in copy, in every house; tables may use three letters (AP, "days of the week")."""
    weekday = date.weekday
    if weekday and is_short(date, weekday):
        yield flag(weekday, "Spell out the weekday", replace=weekday.name + kept_stop(date.article, weekday.end))


@rule(
    "date-decade",
    severity="error",
    fix="safe",
    summary="Decades have no apostrophe before the s",
    bad=[
        Bad("The cannery shut in the ^1970's^.", fixed="The cannery shut in the 1970s."),
        Bad("She danced on ice in the ^80's^.", fixed="She danced on ice in the ’80s."),
        Bad("Floats from the mid-^1970's^ rust there.", fixed="Floats from the mid-1970s rust there."),
        Bad("She danced on ice in the ^‘80s^.", fixed="She danced on ice in the ’80s."),
        Bad("She danced on ice in the ^’80s^.", fixed="She danced on ice in the 80s.", options={"apostrophe": False}),
    ],
    good=[
        "The baker is in his 80s.",
        "1980's last storm wrecked the pier.",
        "The cannery shut in the 1970s, she danced in the ’80s.",
        "Lows will be in the 40's by Sunday.",
        "It draws women in their 20's and 30's.",
        "It was one of 1980's worst storms.",
        "“Those were the 1970's,” Cole wrote.",
        Good("She danced on ice in the 80s.", options={"apostrophe": False}),
    ],
    pattern=r"(?<![\w$£€.,/])(?P<open>['’‘])?(?P<figures>(?:1\d|20)\d0|\d0)(?P<inner>['’‘])?s(?![\w-])",
    hints=("0's", "0‘s", "0s"),
)
def decade(match: Match, *, apostrophe: bool = True) -> Flags:
    """Decades are the 1990s, without an apostrophe; one replaces the dropped century in the ’90s (AP, Reuters, The
    New York Times), and The Guardian and the BBC print none at all (`apostrophe = false`).

    Ages and temperatures ("in her 90s", "highs in the 90s") are no decades, "1990's top song" is a possessive.
    """
    figures, inner, opening = match.group("figures"), match.group("inner"), match.group("open")
    text = match.article.prose
    before = text[max(match.start - 30, 0) : match.start].lower()
    cued = compiled(r"(?:\b(?:the|early|late|and|or|mid)|(?:mid|pre|post)-)[\s\u2060]*$").search(before) is not None
    if len(figures) == 4:
        if inner and not opening and cued:
            yield flag(match, f"Write {figures}s", replace=f"{figures}s")
        return
    right = f"’{figures}s" if apostrophe else f"{figures}s"
    around = text[max(match.start - 80, 0) : match.end + 80].lower()
    if not cued or compiled(_DEGREES).search(around) or compiled(_AGES).search(before):
        return
    if inner or opening == "‘" or (opening and not apostrophe):
        yield flag(match, f"Write {right}", replace=right)


#: Before figures that are ages or degrees: "in her 20’s and 30’s", "the low 90’s".
_AGES = r"\b(?:his|her|hers|their|our|my|your|whose|ages?|aged|low|lower|upper|high|women|men|people)\b"
_DEGREES = (
    r"\b(?:temperatures?|temps|degrees?|highs?|lows?|mercury|heat|thermometers?|weather|forecast|overnight|sunny|chilly|"
    r"cold|warm|wind|winds|percent|scores?|scored|shot|rounds?|mph|humidity)\b"
)


@rule(
    "date-season-case",
    severity="warning",
    fix="safe",
    summary="Seasons are lower case",
    bad=[
        Bad("The bridge opens in ^Spring^ 2025.", fixed="The bridge opens in spring 2025."),
        Bad("Enrollment fell in the ^Fall^ semester.", fixed="Enrollment fell in the fall semester."),
        Bad("She will retire this ^Summer^.", fixed="She will retire this summer."),
        Bad("Kayaks are out from ^Spring^ to ^Fall^.", fixed="Kayaks are out from spring to fall."),
        Bad("Bakers expect to rehire in the ^Fall^.", fixed="Bakers expect to rehire in the fall."),
    ],
    good=[
        "The Winter Carnival begins with a parade.",
        "Arab Spring protests filled the square.",
        "Summer was brief on the island.",
        "He moved to Spring Hill.",
        "The Summer of Love began there.",
        "Summer Lee spoke in the spring.",
        "He wrote about the Fall of Rome.",
    ],
    pattern=r"(?<=[^\W\d_])[\s\u2060]+(?P<season>Spring|Summer|Autumn|Fall|Winter)(?![\w'’-])",
    hints=("spring", "summer", "autumn", "fall", "winter"),
)
def season(match: Match) -> Flags:
    """Seasons are common nouns: spring, fall, the winter term (AP Stylebook, "seasons"). Names keep their capital: the
    Winter Carnival, Arab Spring, Summer Lee.
    """
    place = match.span("season")
    word = match.group("season")
    before, after = _around(match, place)
    in_name = after[:1].isupper() or compiled(_NAMED_AFTER).match(match.article.prose[place.end : place.end + 24])
    said = match.article.prose[max(match.start - 24, 0) : match.start].lower()
    ranged = after in ("to", "through") and compiled(r"\bfrom[\s\u2060]*$").search(said)
    if in_name or not (ranged or compiled(_SEASON_CUE).search(said)) or (before[:1].isupper() and not _opens(match)):
        return
    timed = compiled(r"\b(?:in|by|until|during) the[\s\u2060]*$").search(said) and after != "of"
    if word == "Fall" and before.lower() in ("the", "of") and not (timed or _school(after)):
        return
    yield flag(place, "Seasons are lower case", replace=word.lower())


#: What stands before a season that is no name.
_SEASON_CUE = (
    r"\b(?:in|by|this|last|next|the|early|late|since|during|every|each|until|through|a|its|their|our|one|"
    r"(?:end|start|beginning|rest|middle|part|semester|term|class) of|"
    r"(?:spring|summer|autumn|fall|winter) (?:and|or|to|through))[\s\u2060]*$"
)


#: "of" or a year, and a capital: "Summer of Love", "Spring 2024 Summit".
_NAMED_AFTER = r"\s+(?:of\s+(?:the\s+)?|\d{4}\s+)[A-Z]"


def _school(after: str) -> bool:
    return after.isdigit() or after in ("semester", "term", "quarter", "season", "classes", "election", "elections")


def _around(match: Match, place: Span) -> tuple[str, str]:
    """The words before and after; "" for none. What stands across a mark is none."""
    text = match.article.prose
    before = compiled(r"([^\W_]+)$").search(text[max(match.start - 20, 0) : match.start])
    after = compiled(r"[\s\u2060]+([^\W_]+)").match(text[place.end : place.end + 30])
    return before[1] if before else "", after[1] if after else ""


def _opens(match: Match) -> bool:
    """Whether the word before is the first of its sentence, so that its capital says nothing."""
    sentence = match.article.sentence_at(match.start - 1)
    if sentence is None or match.start - sentence.start > 20:
        return False
    return " " not in match.article.prose[sentence.start : match.start].strip("\"'“‘\u2060 ")


@rule(
    "date-era",
    severity="suggestion",
    certainty="medium",
    fix="safe",
    summary="A.D. stands before the year, B.C. after it",
    bad=[
        Bad("The wall dates to ^96 A.D.^", fixed="The wall dates to A.D. 96."),
        Bad("The wall of ^96 AD^ still stands.", "The wall of AD 96 still stands.", options={"periods": False}),
        Bad("The tomb dates to ^B.C. 44^.", fixed="The tomb dates to 44 B.C."),
        Bad("The tomb, sealed in ^500 BCE^, is empty.", fixed="The tomb, sealed in 500 B.C., is empty."),
    ],
    good=[
        "The wall dates to A.D. 96, the tomb to 44 B.C.",
        "The wall dates to the second century A.D.",
        "Fires burned in Vancouver, BC, in 2021.",
        "They ran 96 ad campaigns.",
    ],
    pattern=r"(?<![\w.,$/-])(?:(?P<year>\d{1,4})[\s\u2060]*(?P<after>A\.D\.|AD\b|BCE\b|B\.C\.E\.)"
    r"|(?P<before>B\.C\.|BC\b)[\s\u2060]*(?P<late>\d{1,4})(?![\w,.%]\d|[\w%]))",
    hints=("a.d.", "ad", "b.c.", "bc"),
)  # fmt: skip
def era(match: Match, *, periods: bool = True) -> Flags:
    """A.D. goes before the figure, B.C. after it (AP Stylebook); C.E. and B.C.E. are for quotations and scholars.

    `periods = false` prints AD and BC, as Reuters, The Guardian and the BBC do.
    """
    mark = (match.group("after") or match.group("before")).replace(".", "")
    year = match.group("year") or match.group("late")
    stop = kept_stop(match.article, match.end)
    if mark == "BC" and match.article.prose[max(match.start - 2, 0) : match.start] == ", ":
        return
    if mark == "AD":
        right = f"{'A.D.' if periods else 'AD'} {year}{stop}"
    else:
        name = "B.C." if periods else "BC"
        right = f"{year} {name}" + ("" if periods else stop)
    if right.endswith(".") and match.article.text[match.end : match.end + 1] == ".":
        yield flag(match, f"Write {right}", replace=right, edits=[Edit(match.end, match.end + 1, "")])
    else:
        yield flag(match, f"Write {right}", replace=right)


@rule(
    "date-range-words",
    severity="error",
    fix="safe",
    summary="“From” pairs with “to”, “between” with “and”",
    bad=[
        Bad("Cole ran the bakery ^from 2016-2019^.", fixed="Cole ran the bakery from 2016 to 2019."),
        Bad("Ruiz coached here ^between 2017-2022^.", fixed="Ruiz coached here between 2017 and 2022."),
        Bad("Ruiz coached here ^between 2017 to 2022^.", fixed="Ruiz coached here between 2017 and 2022."),
        Bad("Squid boats sail ^from June-August^.", fixed="Squid boats sail from June to August."),
        Bad("The camp lasts ^from Aug. 6-9^.", fixed="The camp lasts from Aug. 6 to 9."),
        Bad("It grew ^from 2008-09^.", fixed="It grew from 2008 to 2009."),
        Bad("It fell ^between 2008-09^ and rose again.", fixed="It fell between 2008 and 2009 and rose again."),
    ],
    good=[
        "Cole ran the bakery from 2016 to 2019.",
        "Cole ran the bakery in 2016-2019.",
        "Ruiz coached here from 2017 through 2022.",
        "Costs rose from 2008-09 to 2010-11.",
        "The club fell from the 2020-21 season on.",
    ],
)
def range_words(date: DateMention) -> Flags:
    """A range that opens with “from” goes on with “to”, one with “between” goes on with “and”; a hyphen joins only
    figures that have neither (AP Stylebook, "from").
    """
    run = date.range
    if run is None or run.opener is None or date is not run.first:
        return
    text = date.article.text
    opener = text[run.opener.start : run.opener.end].lower()
    joiner = text[run.joiner.start : run.joiner.end]
    if joiner not in ("-", "–") and not (opener == "between" and joiner in ("to", "through", "until", "till")):
        return
    goes_on = compiled(_GOES_ON).match(date.article.prose[run.end : run.end + 24])
    if goes_on or run.last.after in ("season", "school", "budget", "academic", "fiscal", "term"):
        return
    word = "to" if opener == "from" else "and"
    first_end = (run.first.ordinal or run.first).end
    comma = "," if run.first.comma and run.first.form == "month-day" else ""
    edits = [Edit(first_end, run.last.start, f"{comma} {word} ")]
    year = run.last.year
    if run.last.form == "year" and year and year.end - year.start == 2:
        edits.append(Edit(year.start, year.end, year.name))
    yield flag(run, f"“{opener}” goes with “{word}”", edits=edits)


#: After a range that is itself one end of a longer one: "from 2008-09 to 2010-11".
_GOES_ON = r"\s+(?:to|through|until|and)\s+(?:\d|[A-Z][a-z]+\.?\s+\d)"
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "four": "fourth", "five": "fifth", "six": "sixth",
    "seven": "seventh", "eight": "eighth", "nine": "ninth", "ten": "10th", "eleven": "11th", "twelve": "12th",
    "fifteen": "15th", "twenty": "20th", "twenty-five": "25th", "thirty": "30th", "forty": "40th", "fifty": "50th",
    "sixty": "60th", "seventy": "70th", "seventy-five": "75th", "eighty": "80th", "ninety": "90th", "hundred": "100th",
}  # fmt: skip
_SMALL = tuple(_ORDINALS.values())[:9]


@rule(
    "date-anniversary",
    severity="warning",
    fix="safe",
    summary="An anniversary takes an ordinal; nothing is annual the first time",
    bad=[
        Bad("The mill marked its ^five-year^ anniversary.", fixed="The mill marked its fifth anniversary."),
        Bad("It is the ^20 year^ anniversary of the flood.", fixed="It is the 20th anniversary of the flood."),
        Bad("The club held its ^first annual^ gala.", fixed="The club held its inaugural gala."),
        Bad("The club will hold ^a first annual^ gala.", fixed="The club will hold an inaugural gala."),
        Bad("They met on their ^six-month^ anniversary."),
    ],
    good=[
        "The mill marked its fifth anniversary.",
        "The club held its inaugural gala.",
        "It was the first anniversary of the flood.",
        "A five-year plan marks the anniversary.",
        "The first annual report was late.",
    ],
    pattern=r"\b(?P<count>\d{1,3}|[a-z]+(?:-five)?)[- ](?P<unit>year|month|week)[- ]anniversar(?:y|ies)\b"
    r"|\b(?P<article>an?\s+)?first[- ](?:ever\s+)?annual\b"
    r"(?!\s+(?:report|budget|review|income|loss|profit|decline|increase|drop))",
    flags=re.IGNORECASE,
    hints=("anniversar", "annual"),
)
def anniversary(match: Match) -> Flags:
    """“Anniversary” has the year in it: the first anniversary, not the one-year anniversary. An event is annual only
    the second time; the first is the inaugural one (AP Stylebook, "annual", "anniversary"). Months have no
    anniversaries, but people do speak of them: no fix, a suggestion.
    """
    count = match.group("count").lower()
    if not count:
        capital = match.text[0].isupper()
        right = "an inaugural" if match.group("article") else "inaugural"
        yield flag(match, "The first is the inaugural one", replace=right.capitalize() if capital else right)
        return
    place = Span(match.start, match.span("unit").end)
    if match.group("unit").lower() != "year":
        yield flag(place, "An anniversary is of years", severity="suggestion", certainty="low")
        return
    number = int(count) if count.isdigit() else 0
    right = _ORDINALS.get(count, "")
    if 1 <= number <= len(_SMALL):
        right = _SMALL[number - 1]
    elif number:
        right = f"{number}{_suffix(number)}"
    if right:
        yield flag(
            place, f"Write {right} anniversary", replace=right.capitalize() if match.text[0].isupper() else right
        )


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
