"""The dateline: `CITY, State, Date (AGENCY) dash` at the start of a story, and what is none."""

from __future__ import annotations

import re
from functools import cache

from copydesk.model.article import Dateline
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.placenames import is_city, is_no_place, is_region, is_section
from copydesk.reading.stamps import find_date

#: Small words inside names of places.
_SMALL = "of the de del la le les el al di da do du sur upon am an and in on near y au aux"
#: A dateline is never longer than this, dash included.
_LONGEST = 110
_DASH = r"[—–―_|-]+"
_PLACE = (
    r"[\[(]?\s*(?P<city>[^\W\d_][\w.'’/&\s-]*?)"
    r"(?P<rest>(?:,[^,()\[\]/]{0,40}+|\s*\([^()]{1,40}\),?|\s*\[[^\[\]]{1,40}\],?|\s*/[^/]{1,40}/,?)*)\s*[\])]?\s*"
)
_PART = r"\((?P<paren>[^()]*)\)|\[(?P<bracket>[^\[\]]*)\]|/(?P<slash>[^/]*)/|(?P<plain>[^,()\[\]/]+)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return compiled(_DASH), compiled(_PLACE), compiled(_PART)


def parse_dateline(text: str, start: int, end: int, *, strict: bool = False) -> Dateline | None:
    """The dateline that opens text[start:end], or None.

    `text` is the article with markup blanked out. A place in capitals is enough, if copy that begins
    with a capital, a figure or a quotation follows the dash. A place in mixed case must be one: with a
    state or country, or a city that datelines print alone; and no second dash may pair with the first.
    strict: for a paragraph that does not open the story: no section labels, no bare unknown place.
    """
    dash, place, part = _patterns()
    stop = min(end, start + _LONGEST)
    for mark in dash.finditer(text, start, stop):
        if not _parts(text, mark):
            continue
        opening = place.fullmatch(text, start, mark.start())
        if opening is None:
            return None
        rest = text[mark.end() : min(end, mark.end() + _LONGEST)].lstrip(" \t\r\n\xa0\"'“‘«*_[(")
        found = _read(text, opening, part)
        if rest and found is not None:
            return _judge(text, start, end, Span(*mark.span()), found, rest, strict)
    return None


def _parts(text: str, mark: re.Match[str]) -> bool:
    """Whether a dash parts words: a long one always does, a hyphen or bar only beside a space or a bracket."""
    dash = mark.group()
    if dash in ("—", "–", "―", "--", "---"):
        return True
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if dash not in ("-", "_", "|"):
        return False
    return (before.isspace() and (after.isspace() or after.isupper() or after in '“"')) or (
        dash == "-" and before in ")]" and after.isspace()
    )


class _Parts:
    """What stands before the dash: places as spans, each perhaps None."""

    __slots__ = ("agency", "city", "date", "region")

    def __init__(self, city: Span) -> None:
        self.city = city
        self.region: Span | None = None
        self.date: Span | None = None
        self.agency: Span | None = None


def _read(text: str, opening: re.Match[str], part: re.Pattern[str]) -> _Parts | None:
    """The parts of a dateline, or None when something in it belongs to none of them."""
    city = opening.group("city")
    found = _Parts(Span(opening.start("city"), opening.start("city") + len(city.rstrip())))
    at, stop = opening.span("rest")
    date = find_date(text, at, stop)
    stretches = [(at, stop)]
    if date:
        found.date = date
        stretches = [(at, date.start), (date.end, stop)]
    for first, last in stretches:
        for piece in part.finditer(text, first, last):
            kind = piece.lastgroup or ""
            span = _trim(text, *piece.span(kind))
            if span.start == span.end or text[span.start : span.end] in "()[]":
                continue
            name = text[span.start : span.end]
            if kind == "plain" and found.region is None and len(name.split()) <= 4 and name[0].isupper():
                found.region = span
            elif kind != "plain" and found.agency is None and len(name.split()) <= 5:
                found.agency = span
            else:
                return None
    if found.region is None:
        tail = compiled(r"\s(D\.?C\.?)$").search(text, *found.city)
        if tail:
            found.region = Span(*tail.span(1))
            found.city = Span(found.city.start, tail.start())
    return found


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\r\n,;\xa0":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,;\xa0":
        end -= 1
    return Span(start, end)


def _judge(text: str, start: int, end: int, dash: Span, parts: _Parts, rest: str, strict: bool) -> Dateline | None:
    """A dateline of these parts if they are believable as one."""
    city = text[slice(*parts.city)]
    words = city.replace("/", " / ").split()
    if not 1 <= len(words) <= 6:
        return None
    capitals = city == city.upper() or city.replace("Mc", "MC", 1).replace("Mac", "MAC", 1).isupper()
    if not capitals and not all(word[0].isupper() or word.lower() in _SMALL.split() or word == "/" for word in words):
        return None
    known = is_city(city)
    region = text[slice(*parts.region)] if parts.region else ""
    placed = bool(region) and is_region(region)
    label = is_section(city) and not (parts.region or parts.agency or parts.date) and not known
    if region and not placed and not capitals:
        return None
    if is_no_place(words[0]) or (label and strict):
        return None
    follows = rest[0].isupper() or rest[0].isdigit() or rest[0] in "$£€#@" or not rest[0].isascii()
    sure = known or placed or bool(parts.date) or bool(parts.agency)
    if capitals:
        believable = (follows or sure) if not strict else follows and sure
        believable = believable and (follows or not _pairs(text, dash, end))
    else:
        believable = follows and (known or placed or label) and not _pairs(text, dash, end)
    if not believable or (not sure and not label and len(city) < 4 and capitals):
        return None
    return Dateline(
        None,
        start,
        dash.end,
        city=parts.city,
        dash=dash,
        region=parts.region,
        date=parts.date,
        agency=parts.agency,
        is_label=label,
    )


def _pairs(text: str, dash: Span, end: int) -> bool:
    """Whether a dash of the same form comes again in the same sentence: then both set off an aside."""
    mark = text[dash.start : dash.end]
    close = compiled(r"[.!?](?:\s|$)").search(text, dash.end, end)
    again = text.find(f" {mark} " if mark in "-_|" else mark, dash.end, close.start() if close else end)
    return again >= 0
