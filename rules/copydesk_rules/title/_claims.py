"""What the titles of a story claim, and what the registry of office-holders says of each on the story's date.

A claim is judged only when it is plain: one person, an office that the registry knows, the jurisdiction it is said
to be in, the newsroom's own words, no hypothesis, no story of another year.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk import PROSE, Kind, compiled
from copydesk_rules._facts import distance, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Context, Office, Person

#: Words before a title that claim it for the past, and for the future.
FORMER = ("former", "ex", "onetime", "one-time", "erstwhile", "past")
ELECT = ("elect", "designate")
_ZONES = PROSE | {Kind.HEADLINE, Kind.SUBHEAD}
#: Offices of which a surname alone, without a place, says whose: one in the world's news at a time.
_WIDE = frozenset(
    "president vice-president prime-minister chancellor secretary-of-state defense-secretary treasury-secretary "
    "attorney-general pope un-secretary-general".split()
)
#: Titles of a story that are judged, and characters of its sentence that are read on either side: more is no story.
_MOST, _REACH = 400, 400


class Seat(NamedTuple):
    """An office in a jurisdiction, by the registry's ids; jurisdiction None where the title names none."""

    office: str
    jurisdiction: str | None


class Claim(NamedTuple):
    """A title beside a name, and the registry's answer.

    who: the registry's person.  seats: what the title may mean.  state: "in", "before", "after", "edge", "unknown"
    or "never" (no term at all in any of the seats).  terms: the rows that decide, by their start.
    """

    office: Office
    person: Person
    who: Any
    seats: tuple[Seat, ...]
    state: str
    terms: tuple[Any, ...]


def claims(article: Article, context: Context) -> tuple[Claim, ...]:
    """The titles of the newsroom's own words that the registry can say something of, judged once a story."""
    return article.computed("titles judged", lambda a: tuple(_judged(a, context)))


def _judged(article: Article, context: Context) -> Any:
    on = article.date.value
    if on is None:
        return
    for office in article.offices[:_MOST]:
        person = office.person
        if person is None or office.kind == "courtesy" or not _plain(article, office, person):
            continue
        for mention in _people(article, office):
            claim = _claim(office, mention, context, on)
            if claim is not None:
                yield claim


#: Offices of which the registry has the holders without gaps, where it has them at all.
_FULL = frozenset(
    "president prime-minister chancellor foreign-minister defence-minister secretary-of-state vice-president governor "
    "defense-secretary secretary-general".split()
)


def strangers(article: Article, context: Context) -> Iterator[tuple[Office, Person, Any]]:
    """Titles of people of whom the registry knows nothing, in offices that it knows someone else to hold on the day.

    Office, mention, and the holder's term. Only offices of one holder, in a place that the story names.
    """
    on = article.date.value
    if on is None:
        return
    for office in article.offices[:_MOST]:
        person = office.person
        if person is None or not person.is_full or office.marks or office.plural or office.kind != "formal":
            continue
        if office.place == "after a name" or not _plain(article, office, person):
            continue
        registry = context.registry
        seats = () if _is_exempt(office, registry.exempt) else _seats(office, registry)
        if len(seats) != 1 or seats[0].office not in _FULL or registry.people(person.name):
            continue
        held = registry.holder(seats[0].office, seats[0].jurisdiction, on) if seats[0].jurisdiction else ()
        holders = [term for term in held if term.end is not None or on <= term.as_of]
        if len(holders) == 1 and not _alike(person.name, registry.person(holders[0].person)):
            yield office, person, holders[0]


def _alike(name: str, holder: Any) -> bool:
    """Whether two names may be one in two spellings: a word of one is within two letters of a word of the other."""
    others = [word for form in (holder.name, *holder.aliases) for word in fold(form).replace("-", " ").split()]
    return any(
        word == other or (min(len(word), len(other)) > 3 and distance(word, other) <= 2)
        for word in fold(name).replace("-", " ").split() for other in others
    )  # fmt: skip


def _people(article: Article, office: Office) -> list[Person]:
    """Whose the title is: of a plural all those it stands before."""
    assert office.person is not None
    if not office.plural:
        return [office.person]
    return [person for person in article.people if person.title is office]


def _plain(article: Article, office: Office, person: Person) -> bool:
    """Whether the title is said of the person by the newsroom, and of nothing that is named after him."""
    zone = office.zone
    first, last = min(office.start, person.start), max(office.end, person.end)
    if zone is None or zone.kind not in _ZONES or (zone.kind is not Kind.HEADLINE and article.is_quoted(first, last)):
        return False
    if zone.kind is Kind.HEADLINE and article.is_quoted(first, last):
        return False
    if office.place == "after a name" and compiled(r"[ \u00a0]\w+(?:ed|ing|en)[ \u00a0]").search(
        article.prose, person.end, office.start
    ):
        return False
    named = compiled(_NAMED_THING).match(article.prose, last, last + 40)
    if named is None:
        return True
    return zone.kind is Kind.HEADLINE and compiled(r" [A-Z][a-z]*[a-rt-z]s ").match(named[0]) is not None


#: What makes a title and a name the name of something else: a library, an era, an airport.
_NAMED_THING = (
    r"(?:[’']s?)?[ \u00a0](?:[A-Z][a-z]+[ \u00a0]){0,2}(?:Cottage|Library|Center|Centre|Airport|Street|Avenue|"
    r"Boulevard|Drive|Road|Highway|Bridge|Tunnel|Act|Doctrine|Cup|Plan|Memorial|Museum|Park|School|Elementary|High|College|"
    r"University|Institute|Foundation|Hospital|Building|Plaza|Square|Tower|Stadium|Arena|Award|Prize|Medal|Trail|Hotel|"
    r"Day|Dam|Monument|House|Home|Island|Fellowship|Scholarship|Trophy|Lecture)\b|[-–][Ee]ra\b"
)


def _claim(office: Office, person: Person, context: Context, on: date) -> Claim | None:
    """What the registry says of one person in one title; None when it cannot know whom or what is meant."""
    registry = context.registry
    found = () if _is_exempt(office, registry.exempt) else _seats(office, registry)
    if not found:
        return None
    who = _who(person, found, registry, marked=bool(office.marks))
    if who is None:
        return None
    rank = {"in": 0, "edge": 1, "unknown": 2, "after": 3, "before": 4, "never": 5}
    best: tuple[str, tuple[Any, ...]] = ("never", ())
    for seat in found:
        status = registry.status(who, seat.office, seat.jurisdiction, on)
        state = "never" if status.state == "unknown" and not status.terms else str(status.state)
        if rank[state] < rank[best[0]]:
            best = (state, status.terms)
    if best[0] == "unknown":
        context.cannot_judge(office)
    return Claim(office, person, who, found, *best)


def _is_exempt(office: Office, phrases: tuple[str, ...]) -> bool:
    """Whether the title's head stands in one of the newsroom's phrases in which none is judged."""
    prose, head = office.article.prose, office.head
    for phrase in phrases:
        at = prose.find(phrase, max(head.start - len(phrase), 0), head.end + len(phrase))
        if 0 <= at <= head.start < at + len(phrase):
            return True
    return False


def title_words(office: Office) -> list[str]:
    """The title without what is claimed of it, in lower case: ["ukrainian", "prime", "minister"]."""
    prose = office.article.prose
    start = min(office.form_span.start, office.qualifier.start if office.qualifier else office.form_span.start)
    text = prose[start : office.form_span.end].replace("’", "'")
    for mark in sorted(office.marks, reverse=True):
        if start <= mark.start and mark.end <= office.form_span.end:
            text = text[: mark.start - start] + text[mark.end - start :]
    return [word.strip("-,") for word in text.lower().split() if word.strip("-,")]


def _seats(office: Office, registry: Any) -> tuple[Seat, ...]:
    """What a title may mean; nothing when its qualifier is no place that the registry knows."""
    words = title_words(office)
    forms = registry.office_plurals if office.plural else registry.office_forms()
    for i in range(len(words)):
        ids = forms.get(" ".join(words[i:]))
        if not ids:
            continue
        if i and words[i - 1] in ("senate", "state", "council", "house", "board", "club", "party", "county", "city"):
            return ()
        places = _places(office, " ".join(words[:i]), registry)
        if places is None:
            return ()
        return tuple(Seat(id, _seat_of(id, place)) for id in ids for place in places or (None,))
    return ()


#: Words for a jurisdiction that owns an office without a name: “the country’s former president”.
_LANDS = frozenset("country nation state republic kingdom".split())


def _is_dateline(office: Office, registry: Any) -> bool:
    """Whether a place before a title is rather what is left of a dateline: “WASHINGTON Sen. Lee”, “Salem, Ore. Lee”."""
    assert office.qualifier is not None
    prose, (start, end) = office.article.prose, office.qualifier
    place = prose[start:end]
    if place in ("DC", "D.C.") or (
        len(place.replace(".", "")) > 4 and place.isupper() and not prose[end : office.end].isupper()
    ):
        return True
    before = prose[max(start - 40, 0) : start].rstrip()
    if before[-1:] != "," or office.possessive or office.place == "after a name":
        return False
    city = before[:-1].split()[-1:]
    if not city or not city[0][0].isupper() or city[0].endswith("day"):
        return False
    return not any(place in registry.jurisdictions[id].demonyms for id in registry.jurisdiction(place))


def _seat_of(id: str, place: str | None) -> str | None:
    """Where an office is held: a U.S. senator is some state's."""
    return None if place == "US" and id in ("senator", "representative") else place


def _places(office: Office, before: str, registry: Any) -> tuple[str, ...] | None:
    """The jurisdictions that a title names, () for none, None for one that the registry does not know."""
    prose = office.article.prose
    owner = compiled(r"(?<!\w)([a-z]+)[’']s?[ \u00a0]$").search(prose, max(office.start - 24, 0), office.start)
    if owner is not None and owner[1] not in _LANDS:
        return None
    if before:
        if office.qualifier is not None and _is_dateline(office, registry):
            return None
        found = registry.jurisdiction(before)
        return tuple(found) or None
    if office.complement is not None:
        behind = prose[office.complement.start : office.complement.end].removesuffix(".")
        found = registry.jurisdiction(behind)
        if not found and office.person is not None and office.place == "before a name":
            return ()
        return tuple(found) or None
    if office.place == "before a name" and office.person is not None and not office.plural:
        whose = compiled(r" of (?:the )?((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+)").match(prose, office.person.end)
        return tuple(registry.jurisdiction(whose[1].removesuffix("."))) if whose else ()
    if office.place != "before a name" and prose[office.end : office.end + 4] in (" of ", " for", " at "):
        return None
    return ()


def _who(person: Person, seats: tuple[Seat, ...], registry: Any, *, marked: bool) -> Any:
    """The one person of the registry whom a mention names, or None.

    A surname alone names somebody when the story has the full name, or when one person only of that surname has
    held the office; of several it is the last to hold it, unless the title is claimed for the past or the future.
    """
    identity = person.identity
    name = person.name if person.is_full else identity.name if identity.given else ""
    if name:
        if person.nickname:
            name = f"{person.given} {person.surname}"
        found = registry.people(name)
        if len(found) > 1:
            offices = {seat.office for seat in seats}
            found = tuple(p for p in found if any(term.office in offices for term in registry.terms(p)))
        return found[0] if len(found) == 1 else None
    wide = any(seat.office in _WIDE or seat.jurisdiction is not None for seat in seats)
    if not wide:
        return None
    held = {
        p: max(terms)
        for p in registry.surnamed(person.surname)
        if (
            terms := [
                term.start or date.min
                for term in registry.terms(p)
                if any(term.office == s.office and s.jurisdiction in (None, term.jurisdiction) for s in seats)
            ]
        )
    }
    if len(held) == 1 or (len(held) > 1 and not marked):
        return max(held, key=lambda p: held[p])
    return None


def reported(article: Article) -> set[int]:
    """Where the titles begin that a rule of this family has spoken of: what is said once is not said twice."""
    return article.computed("titles reported", lambda _: set())


# -- what a sentence is about


def is_hypothetical(claim: Claim) -> bool:
    """Whether the sentence only supposes the title: if, once, when she becomes, a President Lee, would be."""
    office = claim.office
    before, _, after = around(claim)
    if compiled(r"(?:\b(?:an?|another|any|every|no)[ \u00a0]+)$", 2).search(before):
        return office.place == "before a name"
    if office.marks:
        return compiled(_BECOMES, 2).search(before) is not None
    return bool(compiled(_SUPPOSES, 2).search(before) or compiled(_MAY, 2).match(after))


_BECOMES = (
    r"\b(?:becom\w+|became|(?:will|would|to) be|be called|(?:once|when|if|until|after)[ \u00a0][^,;]{1,40}[ \u00a0]is)"
    r"[ \u00a0]+(?:the[ \u00a0]+|an?[ \u00a0]+)?$"
)
_MAY = r",?[ \u00a0](?:would|could|might|becomes?|may)\b(?!.{0,60}\b(?:said|told)\b)"
_SUPPOSES = (
    r"\b(?:if|once|becom(?:e|es|ing)|(?:would|could|might)[ \u00a0](?:be|become|have)|imagin\w+|suppos\w+|"
    r"hypothetical\w*|fictional|(?:will|to) be(?:come)?|portray\w*|played|impersonat\w*|as though|dreams?|possib\w+|"
    r"prospect of|potential)\b"
)


def around(claim: Claim) -> tuple[str, str, str]:
    """The claim's sentence: what stands before title and name, these, and what stands behind."""
    article, office, person = claim.office.article, claim.office, claim.person
    first, last = min(office.start, person.start), max(office.end, person.end)
    if office.plural:
        last = max([last, *(other.end for other in article.people if other.title is office)])
    sentence = article.sentence_at(office.start)
    start, end = (sentence.start, max(sentence.end, last)) if sentence else (first, last)
    prose = article.prose
    return prose[max(start, first - _REACH) : first], prose[first:last], prose[last : min(end, last + _REACH)]


def other_year(article: Article, claim: Claim) -> bool:
    """Whether the sentence is of another year than the story's."""
    on = article.date.value
    return on is None or other_year_in("".join(around(claim)), on)


def other_year_in(text: str, on: date) -> bool:
    """Whether a text names another year than that of a day."""
    years = compiled(r"(?<![\d$.,-])(?:1[89]|20)\d\d(?![\d,]*\d|[ \u00a0](?:people|feet|acres))").findall(text)
    return any(int(year) != on.year for year in years)


def looks_back(claim: Claim) -> bool:
    """Whether the sentence tells of former times, by its words."""
    return is_of_past("".join(around(claim)))


def is_of_past(text: str) -> bool:
    """Whether a text has words that look back."""
    return compiled(_PAST, 2).search(text) is not None


_PAST = (
    r"\b(?:ago|then-\w+|at the time|in those days|decades?|centur(?:y|ies)|anniversar\w+|history|historic(?:al)?|"
    r"biograph\w+|memoirs?|"
    r"recall\w*|remember\w*|reminisc\w*|commemorat\w*|back (?:in|when)|during (?:his|her|the)|under|nominated by|"
    r"appointed by|signed by|named by|last (?:year|decade|century|administration)|years? (?:earlier|before)|"
    r"the late|late(?= (?!\w+day|in|on|at|last|this|night|afternoon)\w)|"
    r"previous(?:ly)?|predecessors?|era|died|funeral|buried|legacy|archives?|first term|era|since|whose|served as|"
    r"worked for|aides? to|advis[eo]rs? to|once|used to|had (?:been|served)|assassinat\w+|formerly|as early as|"
    r"documentary|novel|film|movie|statue|portrait|museum|library|birthplace|birthday)\b|[’']\d0s\b|\b(?:19|20)\d0s\b"
)


def day_of(day: date) -> str:
    """A date as the message prints it: Jan. 20, 2017."""
    months = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
    return f"{months[day.month - 1]} {day.day}, {day.year}"


def being(term: Any) -> str:
    """The verb before an office and `interval`: one “has been” what one still is, and “is” what one was for a time."""
    return "has been" if term.end is None else "is"


def interval(term: Any) -> str:
    """A term in words: “Jan. 20, 2017, to Jan. 20, 2021”, with its source."""
    began = day_of(term.start) if term.start else "an unknown day"
    if term.precision == "month" and term.start:
        began = f"{day_of(term.start).split()[0]} {term.start.year}"
    if term.end is None:
        known = "" if term.as_of == date.max else f", known up to {day_of(term.as_of)}"
        span = f"since {began}{known}"
    else:
        ended = day_of(term.end) if term.precision != "month" else f"{day_of(term.end).split()[0]} {term.end.year}"
        span = f"from {began}{',' if ',' in began else ''} to {ended}"
    return f"{span}; source: {term.source}"
