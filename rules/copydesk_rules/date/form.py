"""The form of a date: months, ordinals, commas, figures, order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Part, Span, flag, rule
from copydesk_rules.date._style import (
    MONTHS,
    SHORT,
    ends_sentence,
    in_order,
    is_line,
    is_name,
    is_short,
    kept_stop,
    sentence_of,
    written,
)

if TYPE_CHECKING:
    from copydesk import DateMention, Flags

_PROSE = ("deck", "lead", "body", "list", "caption", "notice")
_NEVER = frozenset({"March", "April", "June", "July"})


@rule(
    "date-month-abbrev",
    severity="warning",
    fix="safe",
    summary="Months with a day are written in the house's form",
    zones=(*_PROSE, "byline", "stamp"),
    bad=[
        Bad("The trial opened ^September^ 3, 2024, in Midtown.", fixed="The trial opened Sept. 3, 2024, in Midtown."),
        Bad("Polls open ^October^ 13 and ^November^ 20.", fixed="Polls open Oct. 13 and Nov. 20."),
        Bad("The fair runs ^August^ 10-12.", fixed="The fair runs Aug. 10-12."),
        Bad("The fair opens 12 ^Feb.^ 2025.", fixed="The fair opens 12 February 2025.", options={"form": "full"}),
        Bad("The fair closes on 3 ^Oct.^", fixed="The fair closes on 3 October.", options={"form": "full"}),
    ],
    good=[
        "The board met March 7 and April 9.",
        "The playwright August Wilson 2 years earlier had left.",
        "In February 12 nurses left the clinic.",
        "The film “October 17” opens in two theaters.",
        "“Come on February 12,” the flyer read.",
        "The September 11 Memorial reopened.",
        "Work ends in February.",
        Good("The fair opens 12 February 2025.", options={"form": "full"}),
    ],
)
def month_with_day(date: DateMention, *, form: str = "abbreviated") -> Flags:
    """With a day number AP, Reuters and The New York Times abbreviate Jan., Feb., Aug., Sept., Oct., Nov. and Dec.,
    and spell out March to July. The Guardian and the BBC spell out every month (`form = "full"`).

    Only dates in the house's own order are looked at: one in the wrong order is `date-dmy-order`'s, which mends the
    month as well. Names made of a date ("the September 11 Memorial") stay.
    """
    month = date.month
    if month is None or date.day is None or date.impossible or is_name(date) or is_line(date):
        return
    if form == "full":
        if date.form == "day-month" and is_short(date, month):
            yield flag(month, "Spell out the month", replace=month.name + kept_stop(date.article, month.end))
    elif date.form == "month-day" and month.name in SHORT and not is_short(date, month):
        yield flag(month, "Abbreviate the month with a day", replace=SHORT[month.name])


@rule(
    "date-month-spell-alone",
    severity="error",
    fix="safe",
    summary="A month without a day is spelled out",
    bad=[
        Bad("The road is shut since ^Sept.^, Lee said.", fixed="The road is shut since September, Lee said."),
        Bad("The plant opened in ^Feb.^ 2025.", fixed="The plant opened in February 2025."),
        Bad("The road has been shut since ^Oct.^", fixed="The road has been shut since October."),
        Bad("^Dec.^ sales rose.", fixed="December sales rose."),
    ],
    good=[
        "The term runs from Jan. 3 to Feb. 9.",
        "The road has been shut since September.",
        "The plant opened in February 2025.",
        "“Since Sept., nothing,” Lee said.",
    ],
)  # fmt: skip
def month_alone(date: DateMention) -> Flags:
    """A month that stands alone or with only a year is never abbreviated, in any house (AP Stylebook, "months").

    March, April, June and July, which are never abbreviated at all, are `date-month-never-abbrev`'s.
    """
    month = date.month
    if date.form not in ("month", "month-year") or month is None or month.name in _NEVER:
        return
    if is_short(date, month):
        yield flag(month, "Spell out a month without a day", replace=month.name + kept_stop(date.article, month.end))


@rule(
    "date-month-never-abbrev",
    severity="error",
    fix="safe",
    summary="March, April, June and July are never abbreviated",
    bad=[
        Bad("School ends ^Jun.^ 12.", fixed="School ends June 12."),
        Bad("Rents rose in ^Apr.^ 2024.", fixed="Rents rose in April 2024."),
        Bad("The fair opens ^Mar^ 7.", fixed="The fair opens March 7."),
        Bad("The fair opens 7 ^Mar^ 2025.", fixed="The fair opens 7 March 2025.", options={"order": "dmy"}),
    ],
    good=[
        "The card carries a 19% APR.",
        "School ends June 12.",
        "The villa in Del Mar 7 miles away was sold.",
        "“Until Apr. 2024 it was fine,” Ruiz said.",
    ],
)
def month_never_abbreviated(date: DateMention, *, order: str = "mdy") -> Flags:
    """March, April, May, June and July are spelled out everywhere but in tables (AP Stylebook, "months")."""
    month = date.month
    wrong_order = date.form == ("day-month" if order == "mdy" else "month-day")
    if month is None or date.form in ("numeric", "day") or wrong_order or month.name not in _NEVER:
        return
    if is_short(date, month):
        stop = kept_stop(date.article, month.end) if date.day is None or date.form == "day-month" else ""
        yield flag(month, f"Spell out {month.name}", replace=month.name + stop)


@rule(
    "date-month-abbrev-form",
    severity="error",
    fix="safe",
    summary="A month's abbreviation has its one right form",
    bad=[
        Bad("The trial opens ^Sep.^ 3.", fixed="The trial opens Sept. 3."),
        Bad("The board meets ^Feb^ 20.", fixed="The board meets Feb. 20."),
        Bad("It closed ^NOV.^ 5.", fixed="It closed Nov. 5."),
    ],
    good=[
        "The trial opens Sept. 3.",
        "Deca 1 and other chess engines were tested.",
        "THE BOARD MEETS FEB. 20 AT NOON.",
        "“See you Feb 20,” the mayor wrote.",
    ],
)
def month_abbreviation(date: DateMention) -> Flags:
    """The abbreviations are Jan., Feb., Aug., Sept., Oct., Nov. and Dec., with capital and period (AP, "months")."""
    month = date.month
    if date.form != "month-day" or month is None or month.name not in SHORT or date.impossible:
        return
    now, right = written(date, month), SHORT[month.name]
    if not is_short(date, month) or now == right or (now.isupper() and _shouts(date)):
        return
    yield flag(month, f"Write {right}", replace=right)


def _shouts(date: DateMention) -> bool:
    """Whether the whole sentence is in capitals."""
    start, end = sentence_of(date)
    return date.article.prose[start:end].isupper()


@rule(
    "date-ordinal",
    severity="warning",
    fix="safe",
    summary="No st, nd, rd or th on a date",
    bad=[
        Bad("Polls open Aug. ^2nd^.", fixed="Polls open Aug. 2."),
        Bad("He was arrested on ^the 12th of February^.", fixed="He was arrested on Feb. 12."),
        Bad("It opened ^3rd March 2024^.", fixed="It opened March 3, 2024."),
        Bad("Crowds came for the ^4th^ of July.", fixed="Crowds came for the Fourth of July."),
        Bad("It opened on ^3rd^ March 2024.", fixed="It opened on 3 March 2024.", options={"order": "dmy"}),
        Bad("It opened on ^the 3rd of March^.", fixed="It opened on 3 March.", options={"order": "dmy"}),
    ],
    good=[
        "The fire began on 12th Street.",
        "The 14th Amendment was cited on March 3.",
        "She finished 12th on March 3.",
        "It was the 119th Congress.",
        "The vote is on the 12th.",
        "The January 6th Committee met.",
        "Crowds came for the Fourth of July.",
    ],
)
def ordinal(date: DateMention, *, order: str = "mdy") -> Flags:
    """A date takes a plain figure in every house: Feb. 12 or 12 February, never Feb. 12th or the 12th of February.

    Streets, amendments, congresses and "the 12th" by itself are no dates. `order` is the house's ("mdy" or "dmy").
    """
    day, month = date.day, date.month
    if day is None or month is None or not (date.ordinal or date.of) or is_name(date):
        return
    if date.form in ("month-day", "day"):
        if date.ordinal:
            yield flag(Part(day.start, date.ordinal.end), "No ordinal on a date", replace=day.name)
    elif date.form == "day-month":
        target = date.calendar
        if order == "dmy" and date.of is None and date.ordinal:
            yield flag(Part(day.start, date.ordinal.end), "No ordinal on a date", replace=day.name)
        elif written(date, target).lower() == "the 4th of july":
            yield flag(Part(day.start, day.end + 2), "Spell out the holiday", replace="Fourth")
        elif not date.range:
            right = in_order(month.name, day.number, order, date.year.number if date.year else None)
            stop = kept_stop(date.article, target.end) if date.year is None else ""
            yield flag(target, f"Write {right}", replace=right + stop)


@rule(
    "date-year-comma-before",
    severity="error",
    fix="safe",
    summary="A comma stands between day and year",
    bad=[
        Bad("He was born ^Feb. 12 1980^.", fixed="He was born Feb. 12, 1980."),
        Bad("The fair ran ^Aug. 10-12 2023^.", fixed="The fair ran Aug. 10-12, 2023."),
        Bad("It opened Monday, ^March 3 2025^.", fixed="It opened Monday, March 3, 2025."),
    ],
    good=[
        "He was born Feb. 12, 1980.",
        "On March 3 2,025 people marched.",
        "On March 3 2025 people marched.",
        "It opened 3 March 2025.",
    ],
)
def comma_before_year(date: DateMention) -> Flags:
    """Month, day and year in that order need a comma between day and year (AP Stylebook, "months")."""
    year, day, month = date.year, date.day, date.month
    if not (year and day and month) or date.comma or date.of or date.form not in ("month-day", "day"):
        return
    if year.start < day.end:
        return
    end = date.ordinal.end if date.ordinal else day.end
    yield flag(Part(month.start, year.end), "Put a comma between day and year", edits=[Edit(end, end, ",")])


@rule(
    "date-year-comma-after",
    severity="warning",
    fix="safe",
    summary="A comma follows the year when the sentence goes on",
    bad=[
        Bad("A law signed Aug. 5, ^1993^ covers the case.", fixed="A law signed Aug. 5, 1993, covers the case."),
        Bad("The Jan. 6, ^2021^ attack came first.", fixed="The Jan. 6, 2021, attack came first."),
        Bad("On Feb. 24, ^2022^ Midtown shut its port.", fixed="On Feb. 24, 2022, Midtown shut its port."),
    ],
    good=[
        "The port shut (Feb. 24, 2022) and trade slowed.",
        "In February 2022 the port shut.",
        "The port shut Feb. 24, 2022; trade slowed.",
        "The port shut Feb. 24, 2022.",
        "The port shut Feb. 24, 2022 — a first.",
        "The Feb. 24, 2022-style shutdown is over.",
    ],
)
def comma_after_year(date: DateMention) -> Flags:
    """A year after month and day is set off by a second comma when the sentence goes on, before a noun as well:
    the Jan. 6, 2021, attack (AP Stylebook, "months").
    """
    year = date.year
    if year is None or date.comma is None or date.form not in ("month-day", "day") or date.end > year.end:
        return
    prose = date.article.prose
    after = re.match(r"[ \t\u2060 ]+(?:\r?\n)?(?=[\w$])|\r?\n(?=[a-z])", prose[year.end : year.end + 12])
    zone = date.zone
    labelled = prose[max(date.start - 3, 0) : date.start].rstrip().endswith(":")
    if (
        after
        and not labelled
        and zone
        and year.end + after.end() < zone.end
        and not ends_sentence(date.article, year.end)
    ):
        yield flag(year, "Set off the year with a second comma", edits=[Edit(year.end, year.end, ",")])


@rule(
    "date-month-year-comma",
    severity="error",
    fix="safe",
    summary="No comma and no “of” between month and year",
    bad=[
        Bad("It opened in ^February, 2024^.", fixed="It opened in February 2024."),
        Bad("It shut in ^March of 2024^.", fixed="It shut in March 2024."),
    ],
    good=[
        "In March, 2,000 people marched.",
        "In June, of all months, it snowed.",
        "In February, 2025 candidates filed.",
        "It opened in February 2024.",
        "It opened Feb. 3, 2024.",
    ],
)
def comma_in_month_year(date: DateMention) -> Flags:
    """Month and year stand together without a comma: February 2024, not February, 2024 nor March of 2024."""
    if date.form != "month-year" or date.month is None or date.year is None or not (date.comma or date.of):
        return
    between = Edit(date.month.end, date.year.start, " ")
    yield flag(date, f"Nothing between month and year: {date.month.name} {date.year.name}", edits=[between])


@rule(
    "date-numeric",
    severity="warning",
    fix="unsafe",
    summary="No all-figure dates in copy",
    bad=[
        Bad("The hearing is set for ^2025-02-20^.", fixed="The hearing is set for Feb. 20, 2025."),
        Bad("She was hired ^13/2/2024^.", fixed="She was hired Feb. 13, 2024."),
        Bad("She was hired ^9/12/2024^."),
        Bad("The lease ends ^12.31.2025^.", fixed="The lease ends Dec. 31, 2025."),
        Bad("The lease ends ^31/12/2025^.", fixed="The lease ends 31 December 2025.", options={"order": "dmy"}),
    ],
    good=[
        "Crews work 24/7 on the bridge, 50/50 in pay.",
        "See midtown.example/2025/02/12/bridge for photos.",
        "They remembered 9/11 and 9/11/2001.",
        "The fix is in version 1.2.2025.",
        "Call 555-12-2034.",
    ],
)
def all_figures(date: DateMention, *, order: str = "mdy") -> Flags:
    """Dates in copy have a month in words: readers on the two sides of the Atlantic read 9/12 as two different days.

    A fix is offered only when the figures can mean one day. 24/7, 9/11 and scores are no dates.
    """
    if date.form != "numeric" or date.impossible:
        return
    if date.value is None:
        if written(date, date.calendar) not in ("9/11/2001", "9/11/01"):
            yield flag(date.calendar, "Write the month in words; these figures can mean two days")
        return
    right = in_order(MONTHS[date.value.month - 1], date.value.day, order, date.value.year)
    yield flag(date.calendar, f"Write the month in words: {right}", replace=right)


@rule(
    "date-dmy-order",
    severity="warning",
    fix="safe",
    summary="Day, month and year stand in the house's order",
    bad=[
        Bad("The trial opened ^12 February 2025^.", fixed="The trial opened Feb. 12, 2025."),
        Bad("The fair ran on ^10-12 August 2023^.", fixed="The fair ran on Aug. 10-12, 2023."),
        Bad("The trial opens on ^Feb. 20, 2025^.", "The trial opens on 20 February 2025.", options={"order": "dmy"}),
        Bad("The ^March 3, 2025^, vote failed.", fixed="The 3 March 2025 vote failed.", options={"order": "dmy"}),
        Bad("The fair ran ^Aug. 10-12, 2023^.", fixed="The fair ran 10-12 August 2023.", options={"order": "dmy"}),
    ],
    good=[
        "In 12 different filings the firm said no.",
        "“Report by 20 February 2025,” the order said.",
        "The 30 September Movement was banned.",
        "The 12 March graduates spoke.",
        Good("The trial opens on 20 February 2025.", options={"order": "dmy"}),
    ],
)
def order_of_day_and_month(date: DateMention, *, order: str = "mdy") -> Flags:
    """American houses print Feb. 12, 2025, British ones 12 February 2025 (`order = "dmy"`).

    The fix puts the month in the house's form too. A date with an ordinal is `date-ordinal`'s.
    """
    month, day, year, target, run = date.month, date.day, date.year, date.calendar, date.range
    if date.form != ("day-month" if order == "mdy" else "month-day") or month is None or day is None:
        return
    if date.impossible or is_name(date) or date.ordinal or date.of:
        return
    days = day.name
    if run and "day" in (run.first.form, run.last.form) and run.first.day and run.last.day:
        if run.first.ordinal or run.last.ordinal:
            return
        target, year = Span(run.first.calendar.start, run.last.calendar.end), run.last.year
        days = written(date, Part(run.first.day.start, run.last.day.end))
    right = in_order(month.name, days, order, year.number if year else None)
    stop = kept_stop(date.article, target.end) if year is None and order == "mdy" else ""
    yield flag(target, f"Write {right}", replace=right + stop, edits=_modifier_comma(date, target.end, order))


def _modifier_comma(date: DateMention, end: int, order: str) -> list[Edit]:
    """The comma that sets off an American year before a noun, and that a British date has no use for."""
    modifies = order == "dmy" and date.year and date.before in ("the", "a", "an", "its", "their", "his", "her")
    return [Edit(end, end + 1, "")] if modifies and date.article.text[end : end + 1] == "," else []
