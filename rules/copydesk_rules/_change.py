"""Changes that the copy states twice: from one number to another, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import compiled

if TYPE_CHECKING:
    from copydesk import Article, Number

_NOUN = (
    r"(?:increase|decrease|rise|drop|decline|jump|gain|fall|growth|reduction|hike|surge|cut|raise|loss|improvement|"
    r"spike|"
    r"slide|plunge|bump|dip|change|leap)"
)
_ROUGHLY = (
    r"(?:about|nearly|almost|more than|over|roughly|around|some|at least|approximately|just under|just over|"
    r"under|less than)"
)
#: What may stand between the two ends and the change: ", a ", " — up about ", " in March, or ".
_THEN = (
    rf"(?:[ \u00a0][\w.’'-]+){{0,5}}?(?:,| [—–]|[—–]| \(| -)[ \u00a0]?"
    rf"(?:(?:or|up|down|an?|for an?|which is an?|representing an?|marking an?|meaning an?|{_NOUN} of|an? {_NOUN} of|"
    rf"(?:an?|for an?) (?:annual |yearly |total |net |overall )?{_NOUN} of)[ \u00a0])?(?P<roughly>{_ROUGHLY}[ \u00a0])?"
)
#: What may stand between the change and the first end: " from ", " increase, from ".
_FIRST = rf"(?:[ \u00a0]{_NOUN})?(?:[ \u00a0]in[ \u00a0]\w+(?:[ \u00a0]\w+)?)?,?[ \u00a0](?:from|to)[ \u00a0]"
_UP_FROM = r",? (?:up|down) from "
_OTHER_BASE = (
    r"(?i)annuali|adjust|inflation|compound|per year|a year\b|annually|each year|a month\b|on average|"
    r"average annual|points?\b"
)


class Change(NamedTuple):
    """A change from `old` to `new`, and the amount or percentage that the copy says it is.

    roughly: whether "about" or the like stands before what is stated.
    """

    old: Number
    new: Number
    stated: Number
    roughly: bool


def find_changes(article: Article) -> tuple[Change, ...]:
    """The changes that state both ends and the difference, in one sentence."""
    numbers = [n for n in article.numbers if n.within is None and not n.tied and n.label is None]
    found = []
    for i in range(len(numbers) - 1):
        one, other = numbers[i], numbers[i + 1]
        first, second = one.before(), other.before()
        if second == "from" and compiled(_UP_FROM).fullmatch(article.prose, one.end, other.start):
            old, new = other, one
        elif {first, second} == {"from", "to"} and _side_by_side(one, other):
            old, new = (one, other) if first == "from" else (other, one)
        else:
            continue
        if old.kind != new.kind or old.measure != new.measure or (old.scale is None) != (new.scale is None):
            continue
        stated = _stated_after(numbers, i + 2, other) or _stated_before(numbers, i - 1, one)
        if stated is not None and not _has_other_base(stated[0]):
            found.append(Change(old, new, *stated))
    return tuple(found)


def _side_by_side(one: Number, other: Number) -> bool:
    between = one.article.prose[one.end : other.start]
    return (
        len(between) < 50
        and compiled(r"(?:[ \u00a0][\w’'-]+){0,5}[ \u00a0](?:to|from)[ \u00a0]").fullmatch(between) is not None
    )


def _stated_after(numbers: list[Number], i: int, last: Number) -> tuple[Number, bool] | None:
    if i >= len(numbers):
        return None
    stated, prose = numbers[i], last.article.prose
    match = compiled(_THEN).fullmatch(prose, last.end, stated.start) if stated.start - last.end < 90 else None
    if match is None:
        return None
    between = match.group()
    led = compiled(rf"\b(?:or|up|down|of)[ \u00a0](?:{_ROUGHLY}[ \u00a0])?$").search(between) is not None
    named = compiled(rf"[ \u00a0-](?:\w+[ \u00a0])?{_NOUN}\b").match(prose, stated.end) is not None
    if stated.kind == "percent":
        return (stated, bool(match["roughly"])) if led or named else None
    same = stated.kind == last.kind and stated.measure == last.measure
    return (stated, bool(match["roughly"])) if same and (between.rstrip().endswith(" of") or named) else None


def _stated_before(numbers: list[Number], i: int, first: Number) -> tuple[Number, bool] | None:
    if i < 0:
        return None
    stated, prose = numbers[i], first.article.prose
    if stated.kind != "percent" or first.start - stated.end > 60:
        return None
    if compiled(_FIRST).fullmatch(prose, stated.end, first.start) is None:
        return None
    before = prose[max(stated.start - 15, 0) : stated.start]
    return stated, compiled(rf"\b{_ROUGHLY}[ \u00a0]$").search(before) is not None


def _has_other_base(stated: Number) -> bool:
    """Whether the change is counted otherwise: a year, adjusted for inflation, in points."""
    prose = stated.article.prose
    return compiled(_OTHER_BASE).search(prose[max(stated.start - 25, 0) : stated.end + 40]) is not None


def slack(number: Number) -> float:
    """How far a printed number may be from what it was rounded from: half its last digit; 0 for a plain count."""
    figure = number.article.text[number.figure.start : number.figure.end]
    if number.spelled:
        return 0.0
    whole, point, decimals = figure.replace(",", "").partition(".")
    printed = float(f"{whole}.{decimals or 0}")
    scale = number.value / printed if printed else 1.0
    if point:
        return float(abs(0.5 * 10.0 ** -len(decimals) * scale))
    zeros = len(whole) - len(whole.rstrip("0"))
    if number.scale is not None or number.kind == "percent":
        return abs(0.5 * scale)
    return 0.5 * 10.0 ** (zeros - 1) if zeros > 2 else 0.0
