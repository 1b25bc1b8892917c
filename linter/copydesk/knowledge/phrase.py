"""A title and a name as a phrase, looked up in the registry: "former Florida Gov. Ron DeSantis"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from copydesk.knowledge.model import Person, Status
from copydesk.knowledge.names import form_words
from copydesk.knowledge.registry import Registry
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: Words of a phrase that claim an office for the past, and for the future.
_FORMER = frozenset("former ex onetime one-time then late past erstwhile".split())
_ELECT = frozenset("elect designate incoming".split())


class Title(NamedTuple):
    """What a phrase says. claim: "former", "elect" or "now".  offices, places: ids that its words may mean.

    place: the words for the place, "" for none.
    """

    claim: str
    people: tuple[Person, ...]
    offices: tuple[str, ...]
    places: tuple[str, ...]
    place: str


class Answer(NamedTuple):
    """What the registry says of one person in one office. agrees: whether the phrase is right; None when unknown."""

    person: Person
    office: str
    jurisdiction: str
    status: Status
    agrees: bool | None


def read_title(phrase: str, registry: Registry) -> Title:
    """The parts of a phrase, the title before the name or, with a comma, after it."""
    head, comma, tail = phrase.partition(",")
    words = head.split()
    if comma and registry.people(head.strip()):
        people, before = registry.people(head.strip()), tail.strip(" ,.").split()
    else:
        people, before = _people_at_end(words, registry)
    claim = "now"
    kept: list[str] = []
    for word in before:
        bare = word.lower().strip(",")
        prefix, _, rest = bare.partition("-")
        suffix = bare.rpartition("-")[2]
        if bare in _FORMER or (prefix in ("ex", "then") and rest):
            claim = "former"
            kept += [word.split("-", 1)[1]] if rest and prefix in ("ex", "then") else []
        elif suffix in _ELECT:
            claim = "elect"
            kept += [word.rpartition("-")[0]] if "-" in bare else []
        elif bare not in ("the", "a", "an", "who", "is", "current", "sitting"):
            kept.append(word)
    offices, place = _office(kept, registry)
    return Title(claim, people, offices, registry.jurisdiction(place) if place else (), place)


def _people_at_end(words: list[str], registry: Registry) -> tuple[tuple[Person, ...], list[str]]:
    """The longest name at the end of some words, and the words before it; a surname only right behind an office."""
    forms = registry.office_forms()
    names = [" ".join(words[start:]).strip("“”\"'.,") for start in range(len(words))]
    for start, name in enumerate(names):
        people = registry.people(name)
        if people:
            return people, words[:start]
    for start, name in enumerate(names):
        people = registry.surnamed(name)
        if people and any(form_words(" ".join(words[i:start])) in forms for i in range(start)):
            return people, words[:start]
    return (), words


def _office(words: list[str], registry: Registry) -> tuple[tuple[str, ...], str]:
    """The offices that a title means, and its place: "Florida Gov.", "governor of Florida"."""
    forms = registry.office_forms()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            ids = forms.get(form_words(" ".join(words[start:end])), ())
            rest = [*words[:start], *words[end:]]
            if ids:
                return ids, compiled(r"^(?:of|for|at|to)\s+(?:the\s+)?", re.IGNORECASE).sub("", " ".join(rest))
    return (), ""


def answers(title: Title, registry: Registry, on: date) -> Iterator[Answer]:
    """What the registry says of each person in each office that the phrase may mean; nothing where there is no row."""
    for person in title.people:
        held = {(term.office, term.jurisdiction) for term in registry.terms(person)}
        for office, place in sorted(held):
            if office not in title.offices or (title.place and place not in title.places):
                continue
            status = registry.status(person, office, place, on)
            yield Answer(person, office, place, status, _agrees(title.claim, status.state))


def _agrees(claim: str, state: str) -> bool | None:
    """Whether a claim is right of a state; None where a day or the registry's age leaves it open."""
    right = {"now": ("in",), "former": ("after",), "elect": ("before", "after")}[claim]
    return None if state in ("edge", "unknown") else state in right
