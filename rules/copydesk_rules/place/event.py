"""Where it happened: places that contradict each other, and cities abroad without their country."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Good, Kind, Span, compiled, flag, rule
from copydesk_rules._facts import cities, countries, fold, states, table
from copydesk_rules._habit import words_in_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flag, Flags

_EVENTS = (
    "attack|strike|airstrike|raid|blast|explosion|bombing|shelling|bombardment|assault|shooting|stabbing|fire|blaze|"
    "crash|"
    "collision|derailment|collapse|earthquake|quake|tornado|flood|flooding|landslide|robbery|killing|protest|rally|"
    "march|"
    "riot|stampede|kidnapping|hit-and-run|wildfire|spill|leak|sinking"
)
#: A city's name; "of" inside it, as in Isle of Man, is seldom a city's.
_CITY = r"(?P<{}>[A-Z][\w’-]+(?: (?:[A-Z][\w’-]+|de|del|al|el)){{0,3}})"
_WHEN = (
    r"(?:\s(?:early|late|on|last|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|afternoon|evening|night|"
    r"overnight|this|"
    r"week|weekend|month)\b){0,5}"
)
_HARM = (
    "damaged|destroyed|injured|wounded|killed|hit|struck|set|leveled|gutted|left|shattered|wrecked|burned|hurt|sank|"
    "tore|"
    "flattened|toppled|closed|shut|displaced|forced|trapped|claimed|blocked"
)


@rule(
    "place-conflict",
    severity="suggestion",
    certainty="medium",
    summary="One event, one place",
    bad=[
        "A rocket attack ^on Kharkiv^ late Friday wrecked a bakery in the southern city of Odesa.",
        "The fire ^in Tampa^ on Monday gutted a bakery in the town of Salem.",
        "A blast ^in Toledo^ injured two bakers in Akron, Ohio, and wrecked an oven.",
    ],
    good=[
        "Kharkiv said a rocket attack wrecked a bakery in Odesa.",
        "A rocket attack on Kharkiv and Odesa late Friday wrecked a bakery.",
        "A rocket attack on Kharkiv wrecked a bakery, and one in the city of Odesa killed two.",
        "A rocket attack on Ukraine wrecked a bakery in the city of Odesa.",
        "A fire in Tampa on Monday gutted a bakery in the Ybor City district.",
        "After the fire in Tampa, crews gutted a bakery in the town of Salem.",
        Good("Fire in Tampa kills two bakers", zone="headline"),
    ],
)
def one_place(article: Article) -> Flags:
    """An attack on one city cannot damage homes in another: one of the two is wrong. Seen where a sentence has an
    event at one city do harm in another, and where the headline, deck or a caption has the event in a city that the
    story, which has it elsewhere, never names. A capital that stands for its government, a country or a state, and
    events in several cities are let be.
    """
    events = sorted(_event_words() & words_in_use(article))
    for match in _placed_events(article, events):
        if not article.is_quoted(*match.span()) and _contradicts(match):
            yield flag(Span(*match.span("first")), f"{match['here']}, or {match['there']}? One event, two places")
    if events:
        yield from _told_elsewhere(article)


@cache
def _event_words() -> frozenset[str]:
    return frozenset(_EVENTS.split("|"))


def _placed_events(article: Article, events: list[str]) -> Iterator[re.Match[str]]:
    """The clauses in which one of `events` is at a city and does harm in another."""
    pattern = compiled(_ONE_CLAUSE)
    for event in events:
        at = article.folded.find(f" {event} ")
        while at >= 0:
            zone = article.zone_at(at)
            end = at + len(event) + 1
            if zone is not None and zone.kind in (Kind.LEAD, Kind.BODY, Kind.DECK, Kind.CAPTION):
                match = pattern.match(article.prose, end, zone.end)
                if match is not None:
                    yield match
            at = article.folded.find(f" {event} ", end)


#: What follows an event: a city, when, harm, and a city again.
_ONE_CLAUSE = (
    rf" (?P<first>(?:on|in|at|near|outside) {_CITY.format('here')}){_WHEN},? (?:that )?(?:\w+ly )?(?:{_HARM}) "
    r"(?P<between>[^.;:!?“”]{0,120}?)\b(?:in|at|near|across) "
    rf"(?P<kind>(?:the )(?:[\w-]+ ){{0,3}}?(?:city|town|village|port|capital|suburb) of )?{_CITY.format('there')}"
)


def _contradicts(match: re.Match[str]) -> bool:
    """Whether two places of one event cannot both be right."""
    here, there = fold(match["here"]), fold(match["there"])
    between = compiled(rf"\band (?={_HARM})").sub("", match["between"])
    if (
        here in there
        or there in here
        or compiled(
            r"\b(?:and|while|but|as|after|before|when|which|"
            r"who)\b"
        ).search(between)
    ):
        return False
    if _is_region(here) or _is_region(there):
        return False
    return _is_city(here) and (bool(match["kind"]) or _is_city(there))


def _is_region(name: str) -> bool:
    return name in states() or name in countries()


@cache
def _foreign_names() -> tuple[tuple[str, str], ...]:
    """Cities abroad, and the country that AP prints after them."""
    named = countries() | {"england", "scotland", "wales", "northern ireland", "west bank", "gaza strip"}
    listed = ((city.name, city.region) for city in cities().values() if not city.alone and fold(city.region) in named)
    abroad = ((row[0], row[1]) for row in table("cities_abroad"))
    return tuple((name, country) for name, country in (*listed, *abroad) if name != "Lima")  # more often Ohio's


@cache
def _foreign() -> frozenset[str]:
    return frozenset(fold(name) for name, _ in _foreign_names())


#: U.S. cities that events happen in, beside those of datelines.
_AMERICAN = frozenset(
    "akron|dayton|salem|anaheim|irvine|mesa|plano|laredo|lubbock|garland|irving|chandler|gilbert|hialeah|fremont|"
    "modesto|"
    "tampa|toledo|newark|arlington|aurora|amarillo|brownsville|mckinney|frisco|huntsville|knoxville|worcester|tempe|"
    "peoria|"
    "lexington|evansville|flint|gary|uvalde|parkland|newtown|paterson|yonkers|bridgeport|stamford|waterbury|scranton|"
    "erie|"
    "allentown|bakersfield|stockton|riverside|pasadena|glendale|burbank|compton|fontana|oxnard|visalia|salinas|"
    "redding".split("|")
)


def _is_city(name: str) -> bool:
    return name in cities() or name in _foreign() or name in _AMERICAN


def _placed_event() -> re.Pattern[str]:
    return compiled(rf"(?i:\b(?P<event>{_EVENTS})) (?P<first>(?:on|in|at|near|outside) {_CITY.format('here')})")


def _told_elsewhere(article: Article) -> Iterator[Flag]:
    """An event that a headline, deck or caption has in a city that the story never names, and the story in another."""
    heads = article.zones_of(Kind.HEADLINE, Kind.DECK, Kind.CAPTION)
    story = article.zones_of(Kind.LEAD, Kind.BODY, Kind.LIST, Kind.BLOCKQUOTE)
    if not heads or not story:
        return
    told = " ".join(zone.prose for zone in story)
    for zone in heads:
        for match in _placed_event().finditer(article.prose, zone.start, zone.end):
            here = _known_part(match["here"])
            if not here or re.search(rf"\b{re.escape(here)}\b", told, re.I) or _dateline_is(article, here):
                continue
            places = {
                _known_part(m["here"])
                for m in _placed_event().finditer(told)
                if m["event"].lower() == match["event"].lower()
            } - {""}
            if len(places) == 1:
                end = match.start("here") + len(here)
                yield flag(Span(match.start("first"), end), f"The story has it in {places.pop()}")


def _known_part(name: str) -> str:
    """The known city that begins a capitalised run, "" when none does: a headline's capitals run on."""
    words = name.split()
    for length in range(len(words), 0, -1):
        if _is_city(fold(" ".join(words[:length]))):
            return " ".join(words[:length])
    return ""


def _dateline_is(article: Article, name: str) -> bool:
    return any(fold(name) in fold(line.text) for line in article.datelines)


@rule(
    "place-first-reference-country",
    severity="suggestion",
    certainty="medium",
    summary="A city abroad is placed by its country at first",
    bad=[
        "Park opened a bakery in ^Nairobi^ in May.",
        "A boat from ^Kisumu^ sank.\n\nPark rowed home to Easton.",
    ],
    good=[
        "Park opened a bakery in Nairobi, Kenya, in May.",
        "Park opened a Kenyan bakery in Nairobi.",
        "KISUMU, Kenya — A boat from Nairobi sank.",
        "Kenya has bakers.\n\nPark met two in Nairobi.",
        "Park opened a bakery in Paris in May.",
        "“I baked in Nairobi,” Park said.",
    ],
)
def country_on_first_reference(article: Article, *, alone: tuple[str, ...] = ()) -> Flags:
    """A city abroad that AP's datelines do not print by itself is given its country at the first mention, unless the
    country, or its people, are named before it or beside it (AP Stylebook, "datelines"). `alone` adds cities that a
    house's readers know.
    """
    for name, country in _cities_named(article):
        first = compiled(rf"\b(?:{_TO_A_PLACE}) ({re.escape(name)})(?![\w’'-])(?!, | [A-Z])").search(article.prose)
        zone = article.zone_at(first.start(1)) if first else None
        if first is None or zone is None or zone.kind not in (Kind.LEAD, Kind.BODY) or name in alone:
            continue
        if not article.is_quoted(*first.span(1)) and not _is_placed(article, country, zone.end):
            yield flag(Span(*first.span(1)), f"Name the country: {name}, {country}")


_TO_A_PLACE = "in|at|near|from|to|of|outside|around|into|through|between|toward"


def _is_placed(article: Article, country: str, end: int) -> bool:
    """Whether the country or its people are named in the article up to the end of this paragraph."""
    names = [country, *_adjectives().get(country, ())]
    told = article.prose[:end]
    return any(name in told or name.upper() in told for name in names) or any(
        fold(country) in fold(line.text) for line in article.datelines
    )


def _cities_named(article: Article) -> list[tuple[str, str]]:
    """The cities abroad whose name stands in the article, with their countries, in order of their names."""
    first = _by_first_word()
    found = [city for word in first.keys() & words_in_use(article) for city in first[word] if city[0] in article.prose]
    return sorted(found)


@cache
def _by_first_word() -> dict[str, list[tuple[str, str]]]:
    """The cities abroad by the first word of their names, as tokens have it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, country in _foreign_names():
        found.setdefault(compiled(r"[ -]").split(name)[0].lower().replace("’", "'"), []).append((name, country))
    return found


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    found = {country: tuple(forms.split(";")) for country, forms in table("countries")}
    found.update({"England": ("English", "British", "U.K.", "Britain"), "Scotland": ("Scottish", "Scot", "Britain")})
    found.update({"Gaza Strip": ("Gaza", "Palestinian"), "West Bank": ("Palestinian",), "Wales": ("Welsh", "Britain")})
    return found
