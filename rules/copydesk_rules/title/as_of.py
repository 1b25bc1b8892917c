"""Titles as of the story's date, by the registry of office-holders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from copydesk import Bad, Good, Span, compiled, flag, rule
from copydesk_rules.title._claims import (
    ELECT,
    FORMER,
    Claim,
    around,
    being,
    claims,
    day_of,
    interval,
    is_hypothetical,
    looks_back,
    other_year,
    reported,
    strangers,
)
from copydesk_rules.title._today import claims_today

if TYPE_CHECKING:
    from copydesk import Article, Context, Flag, Flags


def _span(claim: Claim) -> Span:
    """The title and the name beside it."""
    return Span(min(claim.office.start, claim.person.start), max(claim.office.end, claim.person.end))


def _called(claim: Claim, context: Context) -> str:
    """The office that the registry's rows are of: “president (United States)”."""
    term = claim.terms[-1]
    return _seat_name(context.registry, term.office, term.jurisdiction)


def _seat_name(registry: Any, office: str, jurisdiction: str) -> str:
    """An office and where it is held, by the registry's ids: “governor (Ohio)”."""
    return f"{registry.offices[office].title} ({registry.jurisdictions[jurisdiction].name})"


@rule(
    "title-former-incumbent",
    severity="error",
    summary="“Former” before someone who holds the office on the story’s date",
    hints=("former", "ex-", "onetime", "one-time", "erstwhile", "past"),
    bad=[
        Bad("Aides to ^former President Barack Obama^ wrote the draft.", date="2014-05-06"),
        Bad("The letter was for ^ex-President Donald Trump^.", date="2019-08-14"),
        Bad("^Donald Trump, the former president^, cut the ribbon.", date="2019-08-14"),
    ],
    good=[
        Good("Former President Barack Obama wrote the foreword.", date="2018-05-06"),
        Good("When Barack Obama is a former president, the library will open.", date="2016-05-06"),
        Good("“Former President Barack Obama did it,” said Tom Lee.", date="2014-05-06"),
        Good("In 2022, former President Donald Trump bought a boat from the club.", date="2025-05-06"),
        Good("Former President Donald Trump left the hall.", date="2025-01-20"),
    ],
)
def former_incumbent(article: Article, context: Context) -> Flags:
    """Nobody is a former president while being president.

    The registry of office-holders is asked for the story's date, and only about a person whom the story names
    plainly. Days of a handover, another year in the sentence, what is only supposed, and quotations keep the rule
    silent; so do facts too old for the story. Nothing is changed by machine: the message has the term and its source.
    """
    for claim in claims(article, context):
        if not claim.office.marked(*FORMER) or claim.office.marked("acting", "interim", *ELECT):
            continue
        if claim.state != "in" or is_hypothetical(claim) or other_year(article, claim) or _may_be_namesake(claim):
            continue
        if _was_out(claim, context) and _tells_a_past(claim):
            continue
        reported(article).add(claim.office.start)
        term = claim.terms[-1]
        held = f"{claim.who.name} {being(term)} {_called(claim, context)} {interval(term)}"
        yield flag(_span(claim), f"Not former: {held}")


def _was_out(claim: Claim, context: Context) -> bool:
    """Whether the person held the office before the present term too: there was a time when “former” was right."""
    term = claim.terms[-1]
    return any(
        (other.office, other.jurisdiction) == (term.office, term.jurisdiction)
        and other.end is not None
        and term.start is not None
        and (term.start - other.end).days > 300
        for other in context.registry.terms(claim.who)
    )


def _tells_a_past(claim: Claim) -> bool:
    """Whether the sentence is of another time, or the title in a clause that gives the time: “After Lee spoke, …”."""
    before = around(claim)[0]
    if compiled(r"\W*(?:after|when|while|before|until)\b[^,;]*$", 2).match(before):
        return True
    return compiled(_LONG_AGO, 2).search("".join(around(claim))) is not None


_LONG_AGO = r"\b(?:ago|at the time|decades?|recall\w*|remember\w*|anniversar\w+|histor\w+|back then)\b|\d0s\b"


def _may_be_namesake(claim: Claim) -> bool:
    """Whether a lawmaker's name is no sure sign: no state beside it, and others of the surname."""
    return not claim.who.surname_safe and all(s.office == "representative" and not s.jurisdiction for s in claim.seats)


@rule(
    "title-elect-inaugurated",
    severity="error",
    summary="“-elect” after the day of taking office",
    hints=("-elect", "–elect", "-designate", "–designate"),
    bad=[
        Bad("The mayor met ^President-elect Joe Biden^.", date="2021-03-02"),
        Bad("The mayor met ^U.S. President-elect Donald Trump^.", date="2017-02-02"),
    ],
    good=[
        Good("The mayor met President-elect Joe Biden.", date="2020-12-02"),
        Good("In 2020, President-elect Joe Biden chose a cabinet.", date="2021-03-02"),
        Good("President-elect Donald Trump came by car.", date="2025-01-20"),
    ],
)
def elect_inaugurated(article: Article, context: Context) -> Flags:
    """Who has taken office is no longer “elect”. By the registry of office-holders, as of the story's date."""
    for claim in claims(article, context):
        if not claim.office.marked(*ELECT) or claim.state != "in":
            continue
        if claim.office.marked("then") or is_hypothetical(claim) or other_year(article, claim):
            continue
        if _tells_of_then(claim):
            continue
        reported(article).add(claim.office.start)
        term = claim.terms[-1]
        began = f"took office {day_of(term.start)}" if term.start else "has taken office"
        yield flag(_span(claim), f"{claim.who.name} {began} as {_called(claim, context)}; source: {term.source}")


def _tells_of_then(claim: Claim) -> bool:
    """Whether the sentence says that it tells of the time before the office."""
    return compiled(_BEFORE_OFFICE).search("".join(around(claim))) is not None


_BEFORE_OFFICE = (
    r"\b(?:ago|at the time|last (?:year|fall|autumn|winter|November|December)|the transition|back (?:in|when)|when|"
    r"while still|before (?:his|her|the) inauguration|in (?:November|December))\b"
)


@rule(
    "title-not-incumbent",
    severity="warning",
    summary="A bare title for someone who does not hold the office on the story’s date",
    bad=[
        Bad("^President Donald Trump^ told a crowd Sunday that he would run.", date="2022-05-03"),
        Bad("^U.S. President Barack Obama^ on Tuesday praised the band.", date="2018-05-03"),
        Bad("---\ntitle: ^President Obama^ signs bridge bill\n---\n\nNothing else was said.", date="2018-05-03"),
    ],
    good=[
        Good("President Barack Obama told a crowd Sunday that he would run.", date="2011-05-03"),
        Good("The bridge was named by President Barack Obama, the mayor said Tuesday.", date="2018-05-03"),
        Good("It was 10 years ago Tuesday that President Barack Obama opened the hall.", date="2021-05-04"),
        Good("Then-President Barack Obama praised the band Tuesday.", date="2018-05-03"),
        Good("The mayor spoke Tuesday at the President Barack Obama Library.", date="2018-05-03"),
        Good("Former President Barack Obama praised the band Tuesday.", date="2018-05-03"),
    ],
)
def not_incumbent(article: Article, context: Context) -> Flags:
    """Someone who has left an office, or not yet taken it, has it in front of the name only in stories of that time.

    The rule speaks only where the sentence says that it is of today: the person does something on a weekday, today
    or this week, or in a headline in the present tense, with no word that looks back. By the registry of
    office-holders.
    """
    for claim in claims(article, context):
        if claim.office.marks and not claim.office.marked("current", "sitting", "incumbent"):
            continue
        if claim.state not in ("after", "before") or (
            claim.office.place == "after a name" and not _is_now(article, claim)
        ):
            continue
        if _has_moved(claim, context) or other_year(article, claim) or is_hypothetical(claim):
            continue
        if not claims_today(article, claim) and (not claim.office.marks or looks_back(claim)):
            continue
        reported(article).add(claim.office.start)
        term = claim.terms[-1] if claim.state == "after" else claim.terms[0]
        tense = "was" if claim.state == "after" else "would be"
        yield flag(_span(claim), f"{claim.who.name} {tense} {_called(claim, context)} {interval(term)}")


def _is_now(article: Article, claim: Claim) -> bool:
    """Whether an appositive says that the office is held: “, the president,” and not “, president from …”."""
    after = article.prose[claim.office.end : claim.office.end + 30]
    return compiled(r"(?:[ \u00a0]of[ \u00a0][\w’. -]+?)?,[ \u00a0]").match(after) is not None


@rule(
    "title-wrong-office",
    severity="warning",
    summary="Someone in office is given another office, which someone else holds",
    bad=[
        Bad("^House Speaker Kamala Harris^ closed the session.", date="2021-06-08"),
        Bad("^Vice President Antony Blinken^ came to the fair.", date="2021-06-08"),
    ],
    good=[
        Good("Secretary of State Antony Blinken came to the fair.", date="2021-06-08"),
        Good("A Vice President Antony Blinken is hard to imagine.", date="2021-06-08"),
    ],
)
def wrong_office(article: Article, context: Context) -> Flags:
    """The foreign minister is not the prime minister.

    By the registry of office-holders: the person, named in full, never held the office that the story gives them,
    is in another one on the story's date, and somebody else holds the one that is named. Of somebody whom the registry
    does not know it is said with less certainty, and only where the story is plainly of today.
    """
    for claim in claims(article, context):
        if claim.office.marks or not _is_sure(article, claim):
            continue
        if claim.state == "after" and _has_moved(claim, context) and not other_year(article, claim):
            now = [term for term in context.registry.terms(claim.who) if term.office in _SEATS]
            found = _is_instead(claim, now, context.registry) if claims_today(article, claim) else None
        else:
            found = _real_office(claim, context) if claim.state == "never" else None
        if found:
            reported(article).add(claim.office.start)
            yield flag(_span(claim), found)
    for office, person, term in strangers(article, context):
        claim = Claim(office, person, None, (), "never", (term,))
        if is_hypothetical(claim) or other_year(article, claim) or not claims_today(article, claim):
            continue
        reported(article).add(office.start)
        yield flag(_span(claim), f"{_holder(term, context.registry)} {interval(term)}", certainty="medium")


def _holder(term: Any, registry: Any) -> str:
    """Who holds the office of a row: “Tom Lee has been mayor (Midtown)”."""
    person = registry.person(term.person)
    name = person.name if person else term.person
    return f"{name} {being(term)} {_seat_name(registry, term.office, term.jurisdiction)}"


#: The two chambers: who moves from one to the other has changed seats, not left.
_SEATS = ("senator", "representative")


def _has_moved(claim: Claim, context: Context) -> bool:
    """Whether a seat that the person left was followed by the one in the other chamber, held on the story's date."""
    on = claim.office.article.date.value
    if on is None or claim.state != "after" or not all(seat.office in _SEATS for seat in claim.seats):
        return False
    return any(term.office in _SEATS and term.state(on) == "in" for term in context.registry.terms(claim.who))


def _is_sure(article: Article, claim: Claim) -> bool:
    """Whether a title that the person never had is plainly claimed, of somebody named in full."""
    if is_hypothetical(claim) or not (claim.person.is_full or claim.person.identity.given):
        return False
    return not compiled(r"[-–](?:nominee|candidate|hopeful|in-waiting)|[ \u00a0](?:nominee|candidate|hopeful)").match(
        article.prose, claim.office.end
    )


def _real_office(claim: Claim, context: Context) -> str | None:
    """What the person is on the story's date, when the office claimed is another's and of the person's own country."""
    registry, on = context.registry, claim.office.article.date.value
    now = [] if on is None else [term for term in registry.terms(claim.who) if term.state(on) == "in"]
    if not now or on is None:
        return None
    homes = {_nation(registry, term.jurisdiction) for term in now}
    chamber = {"representative": "house-", "senator": "senate-"}
    for seat in claim.seats:
        place = seat.jurisdiction
        leads = chamber.get(seat.office, "-")
        if any(term.office == seat.office or term.office.startswith(leads) for term in now):
            return None
        office = registry.offices[seat.office]
        places = [place] if place else [term.jurisdiction for term in now]
        for where in places:
            if place is None and _nation(registry, where) not in homes:
                continue
            if not office.single:
                if registry.holders(seat.office, where) or seat.office in ("senator", "representative"):
                    return _is_instead(claim, now, registry)
                continue
            holders = registry.holder(seat.office, where, on)
            if holders and all(term.person != claim.who.id for term in holders):
                return _is_instead(claim, now, registry)
    return None


def _is_instead(claim: Claim, now: list[Any], registry: Any) -> str:
    """What someone is: “Ana Ruiz has been senator (Ohio) since …”."""
    term = now[-1]
    return f"{claim.who.name} {being(term)} {_seat_name(registry, term.office, term.jurisdiction)} {interval(term)}"


def _nation(registry: Any, jurisdiction: str) -> str:
    """The country that a jurisdiction belongs to: a state's, or itself."""
    place = registry.jurisdictions[jurisdiction]
    return str(place.parent or place.id)


@rule(
    "title-wrong-jurisdiction",
    severity="warning",
    summary="Someone in office is given the office of another country or state",
    bad=[
        Bad("^French President Joe Biden^ came to the fair.", date="2022-06-08"),
        Bad("^Joe Biden, the Polish president^, came to the fair.", date="2022-06-08"),
    ],
    good=[
        Good("U.S. President Joe Biden came to the fair.", date="2022-06-08"),
        Good("French President Emmanuel Macron came to the fair.", date="2022-06-08"),
    ],
)
def wrong_jurisdiction(article: Article, context: Context) -> Flags:
    """The president of one country is not that of another. By the registry of office-holders, as of the story's date.

    The person is named in full, holds the same office elsewhere on that date, and never held it in the place that
    the story names. The state behind a lawmaker's party letter is read too.
    """
    on = article.date.value
    for claim in claims(article, context):
        if on is None or claim.office.marks or not _is_sure(article, claim):
            continue
        if claim.state == "never" and all(seat.jurisdiction for seat in claim.seats):
            offices = {seat.office for seat in claim.seats}
            now = [t for t in context.registry.terms(claim.who) if t.office in offices and t.state(on) == "in"]
            if now:
                reported(article).add(claim.office.start)
                yield flag(_span(claim), _is_instead(claim, now, context.registry))
                continue
        elsewhere = _party_state(article, claim, context)
        if elsewhere is not None:
            yield elsewhere


def _party_state(article: Article, claim: Claim, context: Context) -> Flag | None:
    """The state behind a lawmaker's party letter, when the registry has the lawmaker elsewhere."""
    if claim.state != "in":
        return None
    match = compiled(r",[ \u00a0]([DRI]-([A-Z][\w.]+(?:[ \u00a0][A-Z][\w.]+)?))").match(article.prose, claim.person.end)
    if match is None:
        return None
    named = context.registry.jurisdiction(match[2]) or context.registry.jurisdiction(match[2].split(" ")[0])
    states = {term.jurisdiction for term in claim.terms}
    if not named or states & set(named) or not all(state.startswith("US-") for state in states):
        return None
    return flag(Span(*match.span(1)), _is_instead(claim, list(claim.terms), context.registry))


@rule(
    "title-registry",
    severity="warning",
    summary="“Sen.” or “Rep.” before someone of the other chamber",
    bad=[
        Bad("The town thanked ^Rep. Chuck Grassley^ for the road.", date="2022-06-08"),
        Bad("The town thanked ^Sen. Nancy Pelosi^ for the road.", date="2022-06-08"),
    ],
    good=[
        Good("The town thanked Sen. Chuck Grassley for the road.", date="2022-06-08"),
        Good("In 1978, the town thanked Rep. Chuck Grassley for the road.", date="2022-06-08"),
        Good("The town thanked state Rep. Chuck Grassley for the road.", date="2022-06-08"),
        "The town thanked Rep. Chuck Grassley for the road.",
    ],
)
def other_chamber(article: Article, context: Context) -> Flags:
    """A lawmaker sits in one chamber of Congress. By the registry of office-holders, as of the story's date.

    What `title-wrong-office` has said already is not said again: this rule also speaks where the story does not say
    plainly that it is of today. Another year in the sentence, or words that look back, keep it silent.
    """
    on = article.date.value
    for claim in claims(article, context):
        if on is None or claim.office.marks or claim.office.start in reported(article) or not _is_sure(article, claim):
            continue
        if claim.state not in ("never", "after") or not all(seat.office in _SEATS for seat in claim.seats):
            continue
        if other_year(article, claim) or looks_back(claim):
            continue
        now = [t for t in context.registry.terms(claim.who) if t.office in _SEATS and t.state(on) == "in"]
        if now and all(term.office != seat.office for term in now for seat in claim.seats):
            reported(article).add(claim.office.start)
            yield flag(_span(claim), _is_instead(claim, now, context.registry))
