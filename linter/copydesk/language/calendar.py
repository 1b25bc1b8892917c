"""The calendar's words and its arithmetic: months, weekdays, seasons, units of time, the nearest such day."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: Every way a month is written, lower case, to its number.
MONTH_WORDS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
#: Every way a weekday is written, lower case, to its number; Monday is 0, as in `date.weekday()`.
WEEKDAY_WORDS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS = {"winter": 1, "spring": 2, "summer": 3, "autumn": 4, "fall": 4}
#: Units of time and how many days they have, about.
UNIT_DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525}
UNITS = {unit: unit for unit in UNIT_DAYS} | {f"{unit}s": unit for unit in UNIT_DAYS} | {"centuries": "century"}

#: A month-day without a year within this many days of the story is that day and no other year's.
CLOSE = 30


def days_in(month: int, year: int | None = None) -> int:
    """How many days `month` has; February without a year may have 29."""
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(month, year):
        return date(year, month, day)
    return None


def candidates(month: int, day: int, story: date) -> tuple[date, ...]:
    """The days that "Feb. 12" can mean in a story of that date, the nearest first.

    Style omits the year of the story's own calendar year, writers omit that of any near date. So it is the
    nearest such day when that lies close to the story or in its year, else the nearest or the story year's.
    """
    days = [found for year in (story.year - 1, story.year, story.year + 1) if (found := day_of(year, month, day))]
    if not days:
        return ()
    nearest = min(days, key=lambda found: abs(found - story))
    if nearest.year == story.year or abs(nearest - story) <= timedelta(CLOSE):
        return (nearest,)
    return (nearest, *(found for found in days if found.year == story.year))


def shifted(day: date, unit: str, count: float) -> date | None:
    """`day` moved by `count` units ("week", "month" …); None beyond the calendar's ends."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(round(count * UNIT_DAYS[unit]))
        months = round(count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, days_in(month + 1, year)))
    except (ValueError, OverflowError):
        return None
