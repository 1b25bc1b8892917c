"""The form of a date: months, ordinals, commas, figures, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
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
        Bad("The cannery burned ^September^ 9, 2021, at dawn.", fixed="The cannery burned Sept. 9, 2021, at dawn."),
        Bad("Tryouts are ^October^ 4 and ^November^ 8.", fixed="Tryouts are Oct. 4 and Nov. 8."),
        Bad("The camp lasts ^August^ 6-9.", fixed="The camp lasts Aug. 6-9."),
        Bad("Skating starts 4 ^Nov.^ 2026.", fixed="Skating starts 4 November 2026.", options={"form": "full"}),
        Bad("Skating ends on 9 ^Feb.^", fixed="Skating ends on 9 February.", options={"form": "full"}),
    ],
    good=[
        "The Owls won March 4 and April 1.",
        "The painter August Macke 3 times drew the harbor.",
        "In October 9 bakers quit the shop.",
        "Her novel “November 9” sold out in a day.",
        "“Be there October 4,” the coach texted.",
        "The August 9 Museum drew 300 guests.",
        "Picking starts in October.",
        Good("Skating starts 4 November 2026.", options={"form": "full"}),
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
        Bad("The ferry is idle since ^Nov.^, Cole said.", fixed="The ferry is idle since November, Cole said."),
        Bad("The rink opened in ^Jan.^ 2019.", fixed="The rink opened in January 2019."),
        Bad("No one has bid since ^Aug.^", fixed="No one has bid since August."),
        Bad("The ^Aug.^ crab haul broke a record.", fixed="The August crab haul broke a record."),
        Bad("^Sept.^ rain ruined the hay.", fixed="September rain ruined the hay."),
    ],
    good=[
        "The show hangs from Aug. 8 to Oct. 1.",
        "No one has bid since August.",
        "The rink opened in January 2019.",
        "“Since Oct., not a cent,” Cole said.",
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
        Bad("The regatta starts ^Jul.^ 20.", fixed="The regatta starts July 20."),
        Bad("Milk ran short in ^Apr.^ 2022.", fixed="Milk ran short in April 2022."),
        Bad("Tickets go on sale ^Mar^ 11.", fixed="Tickets go on sale March 11."),
        Bad("The rink opens 11 ^Mar^ 2026.", fixed="The rink opens 11 March 2026.", options={"order": "dmy"}),
    ],
    good=[
        "Their truck loan has a 7% APR.",
        "The regatta starts July 20.",
        "The bar in Del Mar 2 blocks inland reopened.",
        "“Up to Apr. 2022 we sold out,” Olsen said.",
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
        Bad("The regatta starts ^Sep.^ 12.", fixed="The regatta starts Sept. 12."),
        Bad("Skaters raced ^Feb^ 8.", fixed="Skaters raced Feb. 8."),
        Bad("The ferry stopped ^NOV.^ 14.", fixed="The ferry stopped Nov. 14."),
        Bad("Her kiln blew ^oct.^ 6.", fixed="Her kiln blew Oct. 6."),
    ],
    good=[
        "The regatta starts Sept. 12.",
        "Octavia 3 and two more trawlers sank.",
        "SKATERS RACE FEB. 8 ON OAK POND.",
        "“Back on Feb 8,” the note read.",
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
        Bad("Skating starts Nov. ^3rd^.", fixed="Skating starts Nov. 3."),
        Bad("Thieves hit the bakery on ^the 21st of January^.", fixed="Thieves hit the bakery on Jan. 21."),
        Bad("The rink was sold ^2nd May 2019^.", fixed="The rink was sold May 2, 2019."),
        Bad("Boats lined up for the ^4th^ of July.", fixed="Boats lined up for the Fourth of July."),
        Bad("It was sold on ^2nd^ May 2019.", fixed="It was sold on 2 May 2019.", options={"order": "dmy"}),
        Bad("It was sold on ^the 2nd of May^.", fixed="It was sold on 2 May.", options={"order": "dmy"}),
    ],
    good=[
        "A truck tipped over on 31st Street.",
        "The 21st Amendment was toasted May 2.",
        "Olsen placed 31st on May 2.",
        "He sat in the 96th Congress.",
        "Rent is due on the 21st.",
        "The April 9th Committee had no comment.",
        "Boats lined up for the Fourth of July.",
    ],
)
def ordinal(date: DateMention, *, order: str = "mdy") -> Flags:
    """A date takes a plain figure in every house: Nov. 3 or 3 November, never Nov. 3rd or the 3rd of November.

    Streets, amendments, congresses and "the 12th" by itself are no dates. `order` is the house's ("mdy" or "dmy").
    """
    day, month = date.day, date.month
    if day is None or month is None or not (date.ordinal or date.of) or is_name(date):
        return
    if date.form in ("month-day", "day"):
        if date.ordinal:
            yield flag(Span(day.start, date.ordinal.end), "No ordinal on a date", replace=day.name)
    elif date.form == "day-month":
        target = date.calendar
        if order == "dmy" and date.of is None and date.ordinal:
            yield flag(Span(day.start, date.ordinal.end), "No ordinal on a date", replace=day.name)
        elif written(date, target).lower() == "the 4th of july":
            yield flag(Span(day.start, day.end + 2), "Spell out the holiday", replace="Fourth")
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
        Bad("The barn burned ^Oct. 21 1974^.", fixed="The barn burned Oct. 21, 1974."),
        Bad("The camp lasted ^Aug. 6-9 2022^.", fixed="The camp lasted Aug. 6-9, 2022."),
        Bad("The rink closed Sunday, ^May 5 2024^.", fixed="The rink closed Sunday, May 5, 2024."),
    ],
    good=[
        "The barn burned Oct. 21, 1974.",
        "On May 5 1,974 riders came.",
        "On May 5 1974 riders came.",
        "The rink closed 5 May 2024.",
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
    yield flag(Span(month.start, year.end), "Put a comma between day and year", edits=[Edit(end, end, ",")])


@rule(
    "date-year-comma-after",
    severity="warning",
    fix="safe",
    summary="A comma follows the year when the sentence goes on",
    bad=[
        Bad(
            "A pact sealed Nov. 9, ^1987^ keeps the pier open.",
            fixed="A pact sealed Nov. 9, 1987, keeps the pier open.",
        ),
        Bad("The Sept. 30, ^1999^ blaze took the depot.", fixed="The Sept. 30, 1999, blaze took the depot."),
        Bad("On Dec. 14, ^2012^ Midtown lost its dairy.", fixed="On Dec. 14, 2012, Midtown lost its dairy."),
    ],
    good=[
        "The dairy failed (Dec. 14, 2012) and jobs went.",
        "In December 2012 the dairy failed.",
        "The dairy failed Dec. 14, 2012; jobs went.",
        "The dairy failed Dec. 14, 2012.",
        "The dairy failed Dec. 14, 2012 — a shock.",
        "A Dec. 14, 2012-style failure is near.",
    ],
)
def comma_after_year(date: DateMention) -> Flags:
    """A year after month and day is set off by a second comma when the sentence goes on, before a noun as well:
    the Sept. 30, 1999, blaze (AP Stylebook, "months").
    """
    year = date.year
    if year is None or date.comma is None or date.form not in ("month-day", "day") or date.end > year.end:
        return
    prose = date.article.prose
    after = compiled(r"[ \t\u2060 ]+(?:\r?\n)?(?=[\w$])|\r?\n(?=[a-z])").match(prose[year.end : year.end + 12])
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
        Bad("Cole bought it in ^October, 2016^.", fixed="Cole bought it in October 2016."),
        Bad("An ^October, 2016^ audit cleared Cole.", fixed="An October 2016 audit cleared Cole."),
        Bad("They met in ^June of 2011^.", fixed="They met in June 2011."),
    ],
    good=[
        "In May, 2,014 pickers came.",
        "In July, of all times, the pipes froze.",
        "In October, 1900 pies were sold.",
        "Cole bought it in October 2016.",
        "Cole bought it Oct. 9, 2016.",
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
        Bad("Tryouts begin ^2026-09-14^.", fixed="Tryouts begin Sept. 14, 2026."),
        Bad("Olsen took office ^22/5/2023^.", fixed="Olsen took office May 22, 2023."),
        Bad("Olsen took office ^7/8/2023^."),
        Bad("The pier permit lapses ^11.30.2026^.", fixed="The pier permit lapses Nov. 30, 2026."),
        Bad("The permit lapses ^30/11/2026^.", fixed="The permit lapses 30 November 2026.", options={"order": "dmy"}),
    ],
    good=[
        "Nurses are there 24/7, and the split is 50/50.",
        "Maps are at midtown.example/2024/09/18/ferry online.",
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
        Bad("Skating began ^4 November 2023^.", fixed="Skating began Nov. 4, 2023."),
        Bad("The camp was on ^6-9 August 2022^.", fixed="The camp was on Aug. 6-9, 2022."),
        Bad("Skating ends on ^Feb. 9, 2026^.", "Skating ends on 9 February 2026.", options={"order": "dmy"}),
        Bad("The ^May 5, 2024^, auction flopped.", fixed="The 5 May 2024 auction flopped.", options={"order": "dmy"}),
        Bad("The camp lasted ^Aug. 6-9, 2022^.", fixed="The camp lasted 6-9 August 2022.", options={"order": "dmy"}),
    ],
    good=[
        "In 9 separate letters Cole refused.",
        "“Return by 9 February 2026,” the slip said.",
        "The 26 July Movement was banned.",
        "The 9 August babies are well.",
        Good("Skating ends on 9 February 2026.", options={"order": "dmy"}),
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
        days = written(date, Span(run.first.day.start, run.last.day.end))
    right = in_order(month.name, days, order, year.number if year else None)
    stop = kept_stop(date.article, target.end) if year is None and order == "mdy" else ""
    yield flag(target, f"Write {right}", replace=right + stop, edits=_modifier_comma(date, target.end, order))


def _modifier_comma(date: DateMention, end: int, order: str) -> list[Edit]:
    """The comma that sets off an American year before a noun, and that a British date has no use for."""
    modifies = order == "dmy" and date.year and date.before in ("the", "a", "an", "its", "their", "his", "her")
    return [Edit(end, end + 1, "")] if modifies and date.article.text[end : end + 1] == "," else []
