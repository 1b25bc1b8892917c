"""Brackets: closed when they are opened, and few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import PROSE, Kind, Span, compiled, flag, rule
from copydesk_rules._habit import in_copy, slips_or_habit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flag, Flags, Zone

#: Zones of running copy in which a bracket is a bracket.
_RUNNING = PROSE | {Kind.BLOCKQUOTE, Kind.HEADLINE}
_CLOSES = {")": "(", "]": "["}


@rule(
    "punct-unclosed-bracket",
    severity="warning",
    summary="A bracket that is opened is closed",
    bad=[
        "The boat ^(^a red one sank.",
        "The boat, a red one^)^ sank.",
        "Lee called it ^[^a boat and left.",
    ],
    good=[
        "The boat (a red one) sank.",
        "1) The boat sank. 2) Park swam.",
        "The choices are: a) row, b) swim.",
        "Park wrote “home soon :)” and rowed.",
        "(The boat is red.\n\nIts oars are gray.)",
        "“[The boat] sank,” Lee said.",
    ],
)
def bracket_is_closed(article: Article) -> Flags:
    """A bracket without its partner leaves the reader inside an aside. Numbers and letters of a list, smileys and
    brackets that run over several paragraphs are let be.
    """
    prose = article.prose
    if prose.count("(") != prose.count(")") or prose.count("[") != prose.count("]"):
        for zone in article.zones_of(*_RUNNING):
            yield from _unpaired(zone)


def _unpaired(paragraph: Zone) -> Iterator[Flag]:
    prose = paragraph.prose
    if prose.count("(") == prose.count(")") and prose.count("[") == prose.count("]"):
        return
    opened: list[tuple[str, int]] = []
    for match in _brackets().finditer(prose):
        bracket = match["bracket"]
        if not bracket:
            continue
        at = paragraph.start + match.start("bracket")
        if bracket in "([":
            opened.append((bracket, at))
        elif opened and opened[-1][0] == _CLOSES[bracket]:
            opened.pop()
        elif not _runs_on(paragraph, _CLOSES[bracket], bracket, -1):
            yield flag(Span(at, at + 1), "Nothing opens this bracket")
    for bracket, at in opened:
        close = ")" if bracket == "(" else "]"
        if not _runs_on(paragraph, bracket, close, 1):
            yield flag(Span(at, at + 1), "Nothing closes this bracket")


def _brackets() -> re.Pattern[str]:
    """A bracket; a list's "1)", "a)" and "iv)", and a smiley, are taken without one."""
    return compiled(
        r"(?<![\w(])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|[:;=8][-o^']?[()\[\]]|[()\[\]][-o^']?[:;=](?!\w)|(?P<bracket>[()\[\]])"
    )


def _runs_on(zone: Zone, opening: str, closing: str, step: int) -> bool:
    """Whether a nearby paragraph, after this one or before it, has the partner too many."""
    zones = zone.article.zones
    places = zone.article.computed("zone places", lambda article: {z.start: i for i, z in enumerate(article.zones)})
    at = places[zone.start] + step
    near = zones[at : at + 4] if step > 0 else zones[max(at - 3, 0) : at + 1]
    wanted, other = (closing, opening) if step > 0 else (opening, closing)
    return any(z.prose.count(wanted) > z.prose.count(other) for z in near)


@rule(
    "punct-parentheses",
    severity="suggestion",
    certainty="medium",
    summary="Commas or dashes, not parentheses, in a lead; one pair a paragraph",
    bad=[
        "The ferry ^(which leaked)^ sank.\n\nPark swam.",
        "Park swam.\n\nThe ferry (which leaked) sank ^(off Easton)^ in May.",
    ],
    good=[
        "The ferry sank.\n\nPark (the captain) swam.",
        "Sen. Jo Park (D-Maine) swam.\n\nLee rowed.",
        "The Easton Ferry Line (EFL) shut.\n\nLee rowed.",
        "It is 9 miles (14 kilometers) to Easton.\n\nLee rowed.",
    ],
)
def few_parentheses(article: Article) -> Flags:
    """Parentheses jar the reader (AP Stylebook, "parentheses"): recast, or use commas or dashes. A lead does without,
    a paragraph has one pair at most. Parties, ages, conversions, short forms and links in brackets are let be.
    """
    if "(" in article.prose:
        yield from slips_or_habit(_asides(article), few=1)


def _aside() -> re.Pattern[str]:
    """Brackets with words of the newsroom in them: small letters, and no figure or link."""
    return compiled(
        r"\((?![DRI]-|[DRI],)(?=[^()]*[a-z]{3})(?![^()]*(?:[\d@\ufffc]|\b(?:pictured|left|right|above|see)\b))[^()]{4,300}\)"
    )


def _asides(article: Article) -> Iterator[Flag]:
    by_zone: dict[int, list[Span]] = {}
    for match in in_copy(article, _aside(), frozenset({Kind.LEAD, Kind.BODY})):
        zone = article.zone_at(match.start())
        if zone is not None and match.start() > zone.start and article.prose[match.start() - 1] in " \n\u2060":
            by_zone.setdefault(zone.start, []).append(Span(*match.span()))
    for start, found in by_zone.items():
        zone = article.zone_at(start)
        first = 0 if zone is not None and zone.kind is Kind.LEAD else 1
        if len(found) > first:
            yield flag(_run(article, found, first), "Recast, or use commas or dashes")


def _run(article: Article, asides: list[Span], first: int) -> Span:
    """An aside with those that follow it at once."""
    end = asides[first].end
    for aside in asides[first + 1 :]:
        if article.prose[end : aside.start].strip():
            break
        end = aside.end
    return Span(asides[first].start, end)
