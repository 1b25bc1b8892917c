"""Printed dates: "Feb. 12, 2025" in a dateline, "Article Published on February 12, 2025" under a headline."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from copydesk.model.span import Span

_MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|Jun(?:e|\b\.?)|Jul(?:y|\b\.?)"
    r"|Aug(?:ust|\b\.?)|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)"
_DAY = r"(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th)?"
#: A date as newspapers print it; groups month/day/year by form, see `printed_date`.
DATE = (
    rf"{_WEEKDAY}?(?:(?P<month1>{_MONTH})\s+{_DAY.format(n=1)}(?!\d)(?:\s*,?\s+(?P<year1>\d{{4}})(?!\d))?"
    rf"|{_DAY.format(n=2)}\s+(?P<month2>{_MONTH})(?:,?\s+(?P<year2>\d{{4}})(?!\d))?"
    r"|(?P<year3>\d{4})[-/](?P<month3>\d{2})[-/](?P<day3>\d{2})(?!\d)"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year4>\d{4}|\d{2})(?!\d))"
)
_CLOCK = (
    r"(?:(?:T|\s*[,|·•]|\s+at|\s+[-–—])?\s*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?"
    r"|(?:\s*,|\s+at|\s+[-–—])?\s*\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*\(?(?:Z|[+-]\d{2}:?\d{2}|[ECMP][SD]?T|GMT|UTC|BST|CET)\)?)?"
)
_WHAT = r"(?:(?:article|story|post|page|report|first|last|originally|date|time|news)\s+)*"
_VERB = rf"{_WHAT}(?:published|posted|updated|modified|created|issued|released|filed|revised|dated?)"
_STAMP = (
    rf"(?:{_VERB}\s*(?:(?:on|at)\s+|:\s*|[-–—]\s+)?(?:{_CLOCK},?\s+(?:on\s+)?)?)?(?:{DATE}(?:{_CLOCK})?)"
    rf"|{_VERB}\s*(?:(?:on|at)\s+|:\s*)?(?:\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\b\.?)?|(?:\d+|an?)\s+\w+\s+ago)"
)
_REST = r"(?:\s*[|·•,;/(\[–—-]\s*(?:\d+\s*[- ]?min(?:ute)?s?(?:\s+read)?|(?:{stamp}))\)?)*"
_GROUP_NAME = r"\?P<\w+>"


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_STAMP})", re.I)


@cache
def _stamp_line() -> re.Pattern[str]:
    stamp = re.sub(_GROUP_NAME, "?:", _STAMP)
    return re.compile(rf"[(\[]?(?:{stamp})[)\]]?{_REST.format(stamp=stamp)}[)\]]?\s*[|.]?", re.I)


def is_stamp(line: str) -> bool:
    """Whether a line is a publication date and nothing else."""
    return len(line) < 140 and any(map(str.isdigit, line)) and _stamp_line().fullmatch(line) is not None


def find_stamp(text: str, start: int, end: int) -> Span | None:
    """The first printed date in text[start:end] with the words that announce it and its clock time."""
    match = _stamp().search(text, start, end)
    return Span(*match.span()) if match else None


@cache
def _date() -> re.Pattern[str]:
    return re.compile(DATE, re.I)


def printed_date(text: str, start: int = 0, end: int | None = None) -> date | None:
    """The first whole date (with its year) printed in text[start:end]; None when there is none or it is no date.

    Of "3/4/2025" the order is unknown, so it is no date; "13/4/2025" and "4/13/2025" are.
    """
    for match in _date().finditer(text, start, len(text) if end is None else end):
        found = _value(match)
        if found:
            return found
    return None


def _value(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    try:
        if part["year1"]:
            return date(int(part["year1"]), _month(part["month1"]), int(part["day1"]))
        if part["year2"]:
            return date(int(part["year2"]), _month(part["month2"]), int(part["day2"]))
        if part["year3"]:
            return date(int(part["year3"]), int(part["month3"]), int(part["day3"]))
        if part["year4"] and len(part["year4"]) == 4:
            first, second = int(part["first"]), int(part["second"])
            if first > 12 or first == second:
                return date(int(part["year4"]), second, first)
            if second > 12:
                return date(int(part["year4"]), first, second)
    except ValueError:
        pass
    return None


def _month(name: str) -> int:
    return "janfebmaraprmayjunjulaugsepoctnovdec".index(name[:3].lower()) // 3 + 1
