"""Printed dates: "June 3, 2024" in a dateline, "Story Posted on June 3, 2024" under a headline."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from copydesk.model.span import Span
from copydesk.patterns import compiled

_MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|Jun(?:e|\b\.?)|Jul(?:y|\b\.?)"
    r"|Aug(?:ust|\b\.?)|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)"
_DAY = r"(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th)?"
#: A date as newspapers print it; its groups are numbered by form, see `_value`.
_DATE = (
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
    rf"(?:{_VERB}\s*(?:(?:on|at)\s+|:\s*|[-–—]\s+)?(?:{_CLOCK},?\s+(?:on\s+)?)?)?(?:{_DATE}(?:{_CLOCK})?)"
    rf"|{_VERB}\s*(?:(?:on|at)\s+|:\s*)?(?:\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\b\.?)?|(?:\d+|an?)\s+\w+\s+ago)"
)
_BETWEEN = r"\s*(?:[|·•,;/–—-]|\)?\s*\(|(?=\[))\s*"
_READING_TIME = r"\d+[\s-]*min(?:ute)?s?(?:\s+read)?"


@cache
def _stamp() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{_STAMP})", re.I)


def is_stamp(line: str) -> bool:
    """Whether a line is a publication date, or several, and nothing else but the time it takes to read."""
    if len(line) >= 140 or not compiled(r"\d").search(line):
        return False
    line = line.rstrip(" \t|.)]").lstrip("([ \t")
    at = 0
    while match := _stamp().match(line, at) or (at and compiled(_READING_TIME).match(line, at)):
        at = match.end()
        if at == len(line):
            return True
        between = compiled(_BETWEEN).match(line, at)
        if between is None or between.end() == at:
            return False
        at = between.end()
    return False


def find_stamp(text: str, start: int, end: int) -> Span | None:
    """The first printed date in text[start:end] with the words that announce it and its clock time."""
    match = _stamp().search(text, start, end)
    return Span(*match.span()) if match else None


def find_date(text: str, start: int, end: int) -> Span | None:
    """The first bare date in text[start:end], with or without its year."""
    match = compiled(_DATE, re.I).search(text, start, end) if compiled(r"\d").search(text[start:end]) else None
    return Span(*match.span()) if match else None


def printed_date(text: str, start: int = 0, end: int | None = None) -> date | None:
    """The first whole date (with its year) printed in text[start:end]; None when there is none or it is no date.

    Of "3/4/2025" the order is unknown, so it is no date; "13/4/2025" and "4/13/2025" are.
    """
    for match in _stamp().finditer(text, start, len(text) if end is None else end):
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
