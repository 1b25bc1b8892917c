"""States after their cities, and Washington."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk import PROSE, Bad, Edit, Good, Kind, Span, compiled, flag, rule
from copydesk_rules._facts import cities, countries, fold, states, table
from copydesk_rules.date._style import kept_stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flags, Match


class CityState(NamedTuple):
    """ "Austin, Texas": a city and the state after it, in the words of the story.

    state: the state's whole name.  led: a preposition, or nothing, stands before the city, so that no list holds it.
    """

    city: Span
    region: Span
    name: str
    state: str
    led: bool


def city_states(article: Article) -> tuple[CityState, ...]:
    """Every city with its state outside quotation marks, found once; addresses with a house number or ZIP are left
    out.
    """
    return article.computed("cities with states", lambda article: tuple(_find(article)))


def _pattern() -> re.Pattern[str]:
    return compiled(
        r", (?P<region>(?:(?:New|North|South|West|Rhode|British|Nova|District|N|S|W)\.? (?:of )?)?[A-Z][A-Za-z]*"
        r"(?:\.[A-Za-z]+)*\.?)(?![\w-])(?! \d{5})"
    )


def _city() -> re.Pattern[str]:
    return compiled(
        r"(?:\b(?P<lead>[a-z]+|[A-Z][a-z]+) )??(?P<city>(?:(?:St|Ft|Mt)\. |(?:De|La|Le|El|San|Los|Las) )?[A-Z][\w’'-]*"
        r"(?: (?:[A-Z][\w’'-]*|of|de|du)){0,3})\Z"
    )


_LEADS = frozenset("in at from near of to outside around through via between toward into leaving left".split())


def _find(article: Article) -> Iterator[CityState]:
    prose = article.prose
    starts = _starts()
    for match in _pattern().finditer(prose):
        found = _region(match["region"]) if match["region"].split(" ")[0].rstrip(".") in starts else None
        zone = article.zone_at(match.start())
        if found is None or zone is None or zone.kind not in PROSE:
            continue
        written, state = found
        start = max(zone.start, match.start() - 60)
        before = _city().search(prose, start, match.start())
        if before is None or article.is_quoted(*match.span()) or _is_address(prose[start : match.start()]):
            continue
        city, lead = _split(prose, before)
        name = prose[city.start : city.end]
        known = fold(name) in cities()
        if fold(name) in states() and fold(name) not in ("new york", "washington"):
            continue
        if fold(name) in countries() or name in _CALENDAR:
            continue
        region = Span(match.start("region"), match.start("region") + len(written))
        yield CityState(city, region, written, state, lead in _LEADS or known)


def _split(prose: str, before: re.Match[str]) -> tuple[Span, str]:
    """The city, and the word before it; a word that begins the match may be the sentence's "In"."""
    start, end = before.span("city")
    owner = compiled(r"\w+[’']s ").search(prose, start, end)
    if owner is not None:
        return Span(owner.end(), end), owner[0].strip()
    first, _, rest = prose[start:end].partition(" ")
    if rest and first.lower() in _LEADS:
        return Span(start + len(first) + 1, end), first.lower()
    lead = compiled(r"([A-Za-z]+) \Z").search(prose[max(start - 16, 0) : start])
    return Span(start, end), lead[1].lower() if lead else ""


def _region(written: str) -> tuple[str, str] | None:
    """The state that begins these words, as written and by its whole name; None when it is none."""
    for words in (written, written.split(" ")[0]):
        bare = words.rstrip(".")
        state = states().get(fold(words))
        if state is None:
            continue
        if bare == state.name or (bare.isupper() and "." not in bare and len(bare) > 1):
            return bare, state.name
        initials = words.isupper() or len(bare) == 1
        if initials and words.rstrip(".") != state.dateline.rstrip(".") and state.country != "Canada":
            return None
        if words.endswith(".") or "." in bare or bare in _PLAIN_SHORT:
            return words, state.name
    return None


@cache
def _starts() -> frozenset[str]:
    """The first words of the forms of states' names, without their last period."""
    return frozenset(
        form.split(" ")[0].rstrip(".") for row in table("states") for form in (*row[:3], *row[3].split(";"))
    )


#: Short forms that are nothing else, even without their period.
_PLAIN_SHORT = frozenset("Calif Fla Tenn Conn Okla Wis Minn Mich Ariz Colo Neb".split())


_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December However Yes No Well Now Today Then".split()
)


def _is_address(before: str) -> bool:
    """Whether a house number and a street stand before the city."""
    return compiled(_ADDRESS).search(before) is not None and compiled(_COUNT).search(before) is None


_ADDRESS = r"\b\d+ (?:[\w.’'-]+ ){1,4}(?:\w+\.?),? [^,]*\Z|\b(?:Box|Suite|Ste\.|Room) \S+, [^,]*\Z|\b[DRI]-[\w ]+\Z"
_COUNT = r"\b(?:miles|kilometers|people|years?|days|\d{4}) "


def _is_listed(article: Article, place: CityState) -> bool:
    """Whether a list, not a sentence, holds the city."""
    zone = article.zone_at(place.region.start)
    return zone is not None and zone.kind is Kind.LIST


#: Codes that are also words or degrees, after a name that need be no city.
_DOUBTFUL = frozenset("IN OR ME OK HI OH PA MA MD AL ID DE LA CO CT MS VA PE NB AB ON MO MI MT DC CA GA".split())


@rule(
    "place-state-spell",
    severity="warning",
    fix="safe",
    summary="The state after a city is spelled out in text",
    bad=[
        Bad("Park moved to Salem, ^OR^, in May.", fixed="Park moved to Salem, Oregon, in May."),
        Bad("The boat was built in Tampa, ^Fla.^", fixed="The boat was built in Tampa, Florida."),
        Bad("Lee rows in Reno, ^Nev.^, on weekends.", fixed="Lee rows in Reno, Nevada, on weekends."),
        Bad("Lee rows in Reno, ^Nevada^, now.", fixed="Lee rows in Reno, Nev., now.", options={"form": "short"}),
    ],
    good=[
        "Park moved to Salem, Oregon, in May.",
        "TAMPA, Fla. — The boat sank.",
        "Sen. Ana Ruiz, R-Fla., rowed home.",
        "Write to 40 Gull St., Tampa, FL 33601.",
        "The doctor, Jo Park, MD, rowed home.",
        "She moved to Washington, D.C., in May.",
        "Lee asked, OK?",
        "“I row in Reno, Nev.,” Lee said.",
    ],
)
def state_is_spelled(article: Article, *, form: str = "full") -> Flags:
    """Since May 1, 2014, AP spells the state in the body; short forms are for datelines, party tags and photo credits
    (AP Stylebook, "state names"). `form = "short"`: the traditional short form after a city, as in The New York
    Times.
    """
    short = {state.name: state.dateline for state in states().values()}
    for place in city_states(article):
        if place.state == "District of Columbia" or _is_listed(article, place):
            continue
        right = place.state if form == "full" else short[place.state]
        if place.name == right or (not place.led and place.name in _DOUBTFUL):
            continue
        stop = kept_stop(article, place.region.end) if not right.endswith(".") else ""
        yield flag(place.region, f"Write {right}", replace=right + stop)


@rule(
    "place-state-comma",
    severity="warning",
    certainty="medium",
    fix="safe",
    summary="A state has commas on both sides",
    bad=[
        Bad("The boat sank near Tampa, ^Florida^ on Monday.", fixed="The boat sank near Tampa, Florida, on Monday."),
        Bad("In Salem, ^Oregon^ boats sank.", fixed="In Salem, Oregon, boats sank."),
        Bad("Boats from Washington, ^D.C.^ sank.", fixed="Boats from Washington, D.C., sank."),
        Bad("Park left Reno, ^Nevada^ and rowed.", fixed="Park left Reno, Nevada, and rowed."),
    ],
    good=[
        "The boat sank near Tampa, Florida, on Monday.",
        "The boat sank near Tampa, Florida.",
        "Park left Tampa, Florida (and his boat).",
        "Tampa, Florida-based Gull Boats shut.",
        "Tampa, Florida’s boats sank.",
        "Boats left Ohio, Florida and Oregon.",
        "Boats sank in Chicago, Texas and Maine.",
        "Lee rows for a Tampa, Florida boat club.",
    ],
)
def comma_after_state(article: Article) -> Flags:
    """A state is set off by commas on both sides (AP Stylebook, "state names"), unless the sentence ends there."""
    for place in city_states(article):
        after = _after().match(article.prose, place.region.end)
        if after is None or not place.led:
            continue
        before = article.prose[max(place.city.start - 12, 0) : place.city.start]
        determined = compiled(r"\b(?:an?|the|this|his|her|their|its|our|my|your|\w+[’']s) \Z", re.I).search(before)
        if determined or _is_list(article, place, after["word"]):
            continue
        edit = Edit(place.region.end, place.region.end, ",")
        yield flag(place.region, "Close the state with a comma", edits=[edit])


def _after() -> re.Pattern[str]:
    return compiled(r" (?P<word>[a-z]+|\d+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?! ?\()")


def _is_list(article: Article, place: CityState, word: str) -> bool:
    """Whether the city and the state are items of a list: "in Chicago, Texas and Maine"."""
    if word not in ("and", "or", "to"):
        return False
    city = cities().get(fold(article.prose[place.city.start : place.city.end]))
    state = states().get(fold(city.region)) if city else None
    return compiled(r" \w+ [A-Z]").match(article.prose[place.region.end :][:12]) is not None and (
        state is None or state.name != place.state
    )


def _opens_story(match: Match) -> bool:
    """Whether it stands at a paragraph's start with a dash, colon or bracket after it: a dateline in its own way."""
    zone, article = match.zone, match.article
    before = article.prose[zone.start : match.start] if zone else ""
    return (
        not before.strip("( \u2060")
        and compiled(r"\)| ?[–—:-]").match(article.prose[match.end : match.end + 3]) is not None
    )


@rule(
    "place-washington",
    severity="suggestion",
    fix="safe",
    summary="Washington, D.C., in the house’s form",
    pattern=(
        r"(?P<city>Washington)(?P<comma>,?) (?P<dc>DC\b|D\.C\b\.?|D\. C\.)(?![\w’'-])|"
        r"(?<=[a-z] )(?P<alone>DC)\b(?![-/’'\w])"
    ),
    hints=("washington", "dc"),
    bad=[
        Bad("Park rowed to ^Washington, DC^.", fixed="Park rowed to Washington, D.C."),
        Bad("Park rowed to ^Washington DC^ in May.", fixed="Park rowed to Washington, D.C. in May."),
        Bad("Park lives in ^Washington D.C.^", fixed="Park lives in Washington, D.C."),
        Bad("Park lives in ^DC^ now.", fixed="Park lives in Washington now."),
        Bad("Park lives in ^Washington, D.C.^", fixed="Park lives in Washington DC.",
            options={"form": "Washington DC"}),
    ],
    good=[
        "Park rowed to Washington, D.C., in May.",
        "Park rowed to Washington in May.",
        "Park reads DC Comics to AC/DC songs.",
        "Write to 40 C St., Washington, DC 20002.",
        "Park rowed across Washington state.",
        "The motor runs on DC power.",
        Good("Park lives in Washington DC.", options={"form": "Washington DC"}),
    ],
)  # fmt: skip
def washington(match: Match, *, form: str = "Washington, D.C.") -> Flags:
    """Washington, D.C., with periods and commas (the second is `place-state-comma`'s); plain Washington is enough where
    nobody thinks of the state (AP Stylebook, "District of Columbia"). `form` is the house's: The Guardian and the BBC
    write Washington DC.
    """
    article, end = match.article, match.end
    after = article.prose[end : end + 12]
    if compiled(r",? \d{5}").match(after) or _opens_story(match):
        return
    if match.group("alone"):
        if not compiled(
            r" (?:Comics|Universe|United|Circuit|power|current|motor|voltage|Films|Studios|charg|"
            r"fast)"
        ).match(after):
            where = match.span("alone")
            yield flag(where, "Write Washington", replace="Washington", safety="unsafe")
        return
    if match.text == form or (match.text + after[:1] == form):
        return
    right = form
    if form.endswith("."):
        if after[:1] == ".":
            right = form[:-1]
    else:
        right += kept_stop(article, end)
    yield flag(match, f"Write {form}", replace=right)
