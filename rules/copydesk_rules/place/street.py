"""Streets and directions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Good, Match, compiled, flag, rule
from copydesk_rules._facts import countries, fold
from copydesk_rules._habit import in_copy, where_used
from copydesk_rules.date._style import ends_sentence

if TYPE_CHECKING:
    from copydesk import Article, Flags

_ABBREVIATED = {"Avenue": "Ave.", "Boulevard": "Blvd.", "Street": "St."}
_SPELLED = {
    "Ave": "Avenue", "Av": "Avenue", "Blvd": "Boulevard", "St": "Street", "Rd": "Road", "Dr": "Drive", "Ln": "Lane",
    "Ct": "Court", "Pl": "Place", "Ter": "Terrace", "Pkwy": "Parkway", "Hwy": "Highway", "Cir": "Circle",
    "Sq": "Square", "Aly": "Alley",
}  # fmt: skip
#: A street's name and the house number before it, up to the word for what kind of street it is.
_BEFORE = (
    r"(?:(?<![\w.,$£€#:-])(?P<number>\d{1,5}(?:-\d{1,4})?(?:½|[A-Z])?) )?"
    r"(?P<name>(?:(?:[NSEW]|[NS][EW])\.? |(?:North|South|East|West) )?"
    r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w’'-]*\.?)(?: [A-Z][\w’'-]+){0,2}) \Z"
)


@rule(
    "place-street-abbrev",
    severity="warning",
    fix="safe",
    summary="Ave., Blvd. and St. with a house number only; other streets spelled out",
    bad=[
        Bad("Boats sank at 40 Gull ^Street^ on Monday.", fixed="Boats sank at 40 Gull St. on Monday."),
        Bad("Park rows on Gull ^Ave.^ with Lee.", fixed="Park rows on Gull Avenue with Lee."),
        Bad("Park lives at 9 Gull ^Rd.^", fixed="Park lives at 9 Gull Road."),
        Bad("Park lives at 9 Gull ^Boulevard^.", fixed="Park lives at 9 Gull Blvd."),
        Bad("Park lives at 9 Gull ^St.^ now.", fixed="Park lives at 9 Gull Street now.", options={"abbreviate": False}),
    ],
    good=[
        "Boats sank at 40 Gull St. on Monday.",
        "Park rows on Gull Avenue with Lee.",
        "The 900 block of Gull Street is wet.",
        "Dr. Jo Park lives on Gull Road.",
        "Park prays at St. Olaf Church.",
        "He joined Saint Gull St. Olaf in May.",
        "In 2008, Wall Street fell; in 2010 Wall Street rose.",
        "“I live on Gull Ave.,” Park said.",
        Good("Park lives at 9 Gull Street now.", options={"abbreviate": False}),
    ],
)  # fmt: skip
def street(article: Article, *, abbreviate: bool = True) -> Flags:
    """Ave., Blvd. and St. only with a house number: 1600 Pennsylvania Ave., on Pennsylvania Avenue. Road, Drive, Lane
    and the rest are always spelled out (AP Stylebook, "addresses"). `abbreviate = false` spells them all.
    """
    for match in where_used(article, _STREET_WORDS, _STREET):
        yield from _street(match, abbreviate)


_STREET_WORDS = frozenset("avenue boulevard street ave av blvd st rd dr ln ct pl ter pkwy hwy cir sq aly".split())
_STREET = (
    r"(?:Avenue|Boulevard|Street)(?![\w’'-])|(?:Ave|Av|Blvd|St|Rd|Dr|Ln|Ct|Pl|Ter|Pkwy|Hwy|Cir|Sq|Aly)\b\.?(?![\w’'])"
)


def _street(match: Match, abbreviate: bool) -> Flags:
    article, kind = match.article, match.text.rstrip(".")
    start = max(match.zone.start if match.zone else 0, match.start - 48)
    before = compiled(_BEFORE).search(article.prose, start, match.start)
    if before is None or before["name"] in ("The", "In", "On", "At"):
        return
    numbered = bool(before["number"]) and not _is_year(before)
    after = article.prose[match.end : match.end + 12]
    if kind in _ABBREVIATED:
        if numbered and abbreviate and not _is_address_block(match):
            short = _ABBREVIATED[kind]
            yield flag(match, f"With a number: {short}", replace=short[:-1] if after[:1] == "." else short)
        return
    in_address = compiled(r",? [^,]{0,20},? [A-Z]{2} \d{5}").match(after) is not None
    if in_address or (numbered and abbreviate and kind in ("Ave", "Blvd", "St")):
        return
    ends = ends_sentence(article, match.end)
    if kind in ("St", "Dr", "Ct", "Pl", "Sq", "Cir", "Ter", "Av"):
        names = compiled(r" [A-Z]").match(after) is not None and not ends
        if not match.text.endswith(".") or names or not (numbered or _is_led(before)):
            return
    full = _SPELLED[kind]
    kept = "." if match.text.endswith(".") and ends and after[:1] != "." else ""
    yield flag(match, f"Spell out {full}", replace=full + kept)


def _is_address_block(match: Match) -> bool:
    """Whether the paragraph is an address and nothing else: a short one without a word in small letters."""
    zone = match.zone
    return (
        zone is not None
        and zone.end - zone.start < 200
        and compiled(r"(?<![\w’'])[a-z]{2,}").search(zone.prose) is None
    )


def _is_year(street: re.Match[str]) -> bool:
    """Whether the figure before a street is a year or a count: "in 2010 Wall Street rose"."""
    before = street.string[max(street.start() - 12, 0) : street.start()].rstrip().rpartition(" ")[2].lower()
    number = street["number"]
    year = number.isdigit() and 1800 <= int(number) < 2100
    return (year and before != "at") or before in _COUNTED


#: Words before a figure that is no house number: "of the 40 Oak Street stores", "on Sept. 4 Elm Street closed".
_COUNTED = frozenset("of the jan. feb. march april may june july aug. sept. oct. nov. dec.".split())


def _is_led(street: re.Match[str]) -> bool:
    """Whether a word that goes with streets stands before the name: on, at, of, along …"""
    before = street.string[max(street.start() - 16, 0) : street.start()].split()
    return bool(before) and before[-1].lower() in _LEADS


_LEADS = frozenset("on at of along near off and from to down up across between the block".split())


#: Verbs of motion, and distances, before a direction.
_MOVES = frozenset(
    "drove driving drives drive headed heading head heads went going go goes traveled travelled traveling "
    "travelling travel moved moving walked walking walk ran running flew flying fly turned turning turn sailed "
    "sailing marched marching rode riding fled fleeing continued continuing rowed rowing looked looking faced "
    "facing blew blowing veered raced drifted pushed swept hiked hiking biked steered pointed pointing migrated "
    "shifted tracked due just mile miles kilometers feet blocks block yards".split()
)
#: Words that may follow a direction that is no part of a name.
_AFTER = (
    r"(?=[.,;]|\Z| (?:on|along|of|from|toward|towards|into|to|in|through|across|for|past|at|and|with|over|down|up|"
    r"after|before|until|when|while|around|about)\b)"
)


@rule(
    "place-compass-case",
    severity="suggestion",
    certainty="medium",
    fix="safe",
    summary="Directions are small, regions have a capital",
    bad=[
        Bad("Park rowed ^North^ on the lake.", fixed="Park rowed north on the lake."),
        Bad("The boat sank 9 miles ^South^ of Easton.", fixed="The boat sank 9 miles south of Easton."),
        Bad("Boats sell well in the ^midwest^.", fixed="Boats sell well in the Midwest."),
        Bad("In May the ^south^ votes again.", fixed="In May the South votes again."),
        Bad("Boats sank off ^Northern^ Lebanon.", fixed="Boats sank off northern Lebanon."),
    ],
    good=[
        "Park rowed north on the lake.",
        "Park drove across North Dakota to the West Coast.",
        "The boat left South Korea for the West.",
        "Boats sank in northern Lebanon and Northern Ireland.",
        "They moved to the South Side.",
        "Park went West Side to see Lee.",
        Good("Boats sell well in the midwest.", options={"regions": False}),
    ],
)  # fmt: skip
def compass(article: Article, *, regions: bool = True) -> Flags:
    """North is a direction, the North a region: he drove west, the cowboys rode out of the West (AP Stylebook,
    "directions and regions"). `regions = false` leaves the regions of houses that write most of them small.
    """
    if any(direction in article.prose for direction in ("North", "South", "East", "West", "Central")):
        for found in in_copy(article, compiled(_DIRECTION)):
            yield from _direction(Match(article, found))
    if regions:
        yield from _regions(article)


def _regions(article: Article) -> Flags:
    """Regions in small letters: the midwest, southern California."""
    regions = where_used(article, _REGION_WORDS, _REGION)
    halves = where_used(article, frozenset({"california"}), r"(?P<name>northern|southern) California\b")
    for match in (*regions, *halves):
        right = " ".join(word.capitalize() for word in match.group("name").split())
        yield flag(match.span("name"), f"The region is “{right}”", replace=right)


_DIRECTION = (
    rf"(?P<direction>(?:North|South)(?:east|west|bound|ward)?|(?:East|West)(?:bound|ward)?)\b{_AFTER}|"
    r"(?P<country>(?:North|South)(?:east|west)?ern|Eastern|Western|Central) (?P<land>[A-Z][a-z]+)(?![\w-])(?! [A-Z])"
)
_REGION_WORDS = frozenset("south midwest northeast northwest coast east belt plains side".split())
_REGION = (
    r"the (?P<name>deep south|midwest|pacific northwest|gulf coast|middle east|far east|bible belt|rust belt|sun belt|"
    r"great plains|east coast|west coast|south side|(?:south|northeast)(?= (?:votes?|voted|rose|seceded|lost|won)\b))\b"
    r"(?! of\b)"
)


def _direction(match: Match) -> Flags:
    """A direction after a verb of motion or a distance, or part of a country, with a capital."""
    if match.group("direction"):
        before = match.article.prose[max(match.start - 16, 0) : match.start].split(" ")
        if len(before) > 1 and not before[-1] and before[-2].rpartition("\n")[2].lower() in _MOVES:
            yield flag(match, "A direction is small", replace=match.text.lower())
    elif fold(match.group("land")) in _plain_countries() and not _begins(match):
        yield flag(match.span("country"), "Part of a country is small", replace=match.group("country").lower())


def _begins(match: Match) -> bool:
    """Whether the word has its capital from the sentence, or from a name that goes on."""
    sentence = match.article.sentence_at(match.start)
    before = match.article.prose[max(match.start - 2, 0) : match.start]
    named = compiled(r"[A-Z][\w’'.]* (?:of |for |in |and |the ){0,2}\Z").search(
        match.article.prose[max(match.start - 30, 0) : match.start]
    )
    return sentence is None or sentence.start >= match.start - 1 or before[-1:] in '“"' or named is not None


@cache
def _plain_countries() -> frozenset[str]:
    """Countries whose parts have no name of their own."""
    return countries() - {
        "ireland",
        "cyprus",
        "australia",
        "samoa",
        "sahara",
        "africa",
        "mariana",
    }
