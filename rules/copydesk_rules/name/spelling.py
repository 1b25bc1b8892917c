"""One name, one spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Kind, Span, compiled, flag, lone_names, rule
from copydesk_rules._facts import distance, fold
from copydesk_rules.name._people import STORY, in_story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flags, Identity, Person


@rule(
    "name-inconsistent",
    severity="warning",
    summary="One person’s name is spelled two ways",
    certainty="medium",
    bad=[
        "Ana Petrenko sang. Later ^Petrenco^ said it was fun. Petrenko left.",
        "Mayor Tom Kowalski sang. ^Tom Kovalski^ danced. Kowalski left.",
    ],
    good=[
        "Ana Petrenko sang. Petrenko left.",
        "Ana Lee sang for Tom Leigh. Later Leigh danced, and so did Lee.",
        "The twins Max and Maxine Park sang.",
        "Stephen Ruiz and Steven Ruiz sang.",
        "“Petrenco sang,” she said of Ana Petrenko.",
    ],
)
def inconsistent(article: Article) -> Flags:
    """Two spellings in one story of what looks like one name: one of them is wrong.

    The same given name or title with surnames a letter or two apart, or a surname that nobody in the story has and
    that is a letter off one that somebody has. The rarer spelling is flagged, once.
    """
    yield from _two_of_one(article)
    yield from _strays(article)


def _two_of_one(article: Article) -> Iterator:  # type: ignore[type-arg]
    """Two people with one given name and surnames that are almost one."""
    full: dict[str, list[Identity]] = {}
    seen: set[int] = set()
    for person in article.people:
        identity = person.identity
        if id(identity) not in seen and identity.given and identity.surname and not person.shared:
            seen.add(id(identity))
            full.setdefault(fold(identity.given), []).append(identity)
    for group in full.values():
        for i, one in enumerate(group):
            for two in group[i + 1 :]:
                if _is_slip(fold(one.surname), fold(two.surname)):
                    rare, usual = sorted((one, two), key=lambda d: (len(d.mentions), d is one))
                    mention = next((m for m in rare.mentions if in_story(m)), None)
                    if mention is not None:
                        yield flag(mention, f"Elsewhere in the story: “{usual.name}”")


def _strays(article: Article) -> Iterator:  # type: ignore[type-arg]
    """Surnames that say something, that nobody has, and that are a letter off somebody's."""
    identities = {id(p.identity): p.identity for p in article.people if p.is_full}
    surnames = {fold(d.surname): d for d in identities.values() if len(d.surname) > 4}
    if not surnames:
        return
    told: set[str] = set()
    for word in lone_names(article):
        written = article.prose[word.start : word.end]
        name = fold(written)
        if len(name) < 5 or name in surnames or name in told:
            continue
        near = next((d for surname, d in surnames.items() if name[0] == surname[0] and _is_slip(name, surname)), None)
        if near is None or not _acts(article, word) or _is_word(article, written):
            continue
        told.add(name)
        yield flag(word, f"Elsewhere in the story: “{near.surname}”")


def _acts(article: Article, word: Span) -> bool:
    """Whether the newsroom has the word do something: “Lee said”, “Lee’s left”, “Lee opened”."""
    zone = article.zone_at(word.start)
    if zone is None or zone.kind not in STORY or article.is_quoted(word.start, word.end):
        return False
    return compiled(_DOES).match(article.prose, word.end) is not None


_DOES = (
    r"(?:[’']s)?[ \u00a0](?:said|says|told|added|wrote|is|was|has|had|will|left|went|won|spoke|met|called|[a-z]+ed)\b"
)


def _is_word(article: Article, word: str) -> bool:
    """Whether the story has it in small letters, or behind “the”: it is no name."""
    lower = word.lower()
    return compiled(r"(?<!\w)" + lower + r"(?!\w)").search(article.prose) is not None or (
        f"the {lower}" in article.folded
    )


def _is_slip(one: str, two: str) -> bool:
    """Whether two surnames are a letter apart, or two in a long one: never a plural, never two names of their own."""
    if one == two or abs(len(one) - len(two)) > 2 or min(len(one), len(two)) < 5 or one[0] != two[0]:
        return False
    if one in (f"{two}s", f"{two}es") or two in (f"{one}s", f"{one}es"):
        return False
    return distance(one, two) <= (2 if min(len(one), len(two)) >= 8 else 1)


@rule(
    "name-middle-initial",
    severity="suggestion",
    summary="One person with and without a middle initial",
    bad=[
        "Ana Q. Ruiz sang. Then ^Ana Ruiz^ danced.",
        "Tom Lee sang for the club. It was ^Tom J. Lee^ who danced.",
    ],
    good=[
        "Ana Q. Ruiz sang. Ruiz danced.",
        "Ana Q. Ruiz sang. Ana R. Ruiz danced.",
        "Ana Q. Ruiz sang. “Ana Ruiz danced,” she said.",
    ],
)
def middle_initial(article: Article) -> Flags:
    """A name in full has its middle initial every time or never. The form that comes second is flagged, once."""
    told: set[int] = set()
    forms: dict[int, tuple[str, ...]] = {}
    for person in article.people:
        key = id(person.identity)
        if not person.is_full or person.shared or key in told or not in_story(person) or not _in_sentence(person):
            continue
        known = forms.setdefault(key, person.initials)
        if bool(known) != bool(person.initials):
            told.add(key)
            yield flag(person, f"First named {'with' if known else 'without'} a middle initial")


def _in_sentence(person: Person) -> bool:
    """Whether the name stands in a sentence, and not in a list, an address or a signature."""
    sentence = person.article.sentence_at(person.start)
    return sentence is not None and sentence.prose.rstrip('”"’ \u2060)')[-1:] == "."


@rule(
    "name-organisation-drift",
    severity="suggestion",
    summary="One body has two names",
    certainty="medium",
    hints=(" council", "school board", "school committee", "board of education"),
    bad=[
        "The Midtown City Council met. Later the ^Midtown Town Council^ left.",
        "The Harlow School Board met. Parents told the ^Harlow Board of Education^ to wait.",
    ],
    good=[
        "The Midtown City Council met. The Harlow Town Council met too.",
        "The Midtown City Council met. The City Council left.",
        "The Midtown Planning Board met. The Midtown School Board left.",
    ],
)
def organisation_drift(article: Article) -> Flags:
    """A public body keeps one name in a story: the Midtown City Council is not its Town Council a paragraph later."""
    first: dict[tuple[str, str], str] = {}
    told: set[tuple[str, str]] = set()
    for zone in article.zones_of(Kind.LEAD, Kind.BODY):
        for match in compiled(_BODY).finditer(article.prose, zone.start, zone.end):
            kind = "council" if match["council"] else "school"
            key = match["place"], kind
            form = (match["council"] or match["school"]).lower()
            if first.setdefault(key, form) != form and key not in told and not article.is_quoted(*match.span()):
                told.add(key)
                before = f"{match['place']} {first[key].title().replace(' Of ', ' of ')}"
                yield flag(Span(*match.span()), f"Named “{before}” before")


_BODY = (
    r"(?<![\w’'-])(?!The[ \u00a0])(?P<place>[A-Z][a-z]+(?:[ \u00a0][A-Z][a-z]+)??)[ \u00a0]"
    r"(?:(?P<council>(?:City|Town|Village|County|Borough|Municipal)"
    r"[ \u00a0]Council)|(?P<school>School[ \u00a0](?:Board|Committee)|Board[ \u00a0]of[ \u00a0]Education))(?!\w)"
)
