"""Which of the people an article names a speaker is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from copydesk.model.article import TEXT

if TYPE_CHECKING:
    from copydesk.language.people import Identity, Person
    from copydesk.model.article import Article, Located

#: Pronouns that can only mean a person named before.
_PERSONAL = frozenset({"he", "she", "who"})


def identity_of(speaker: Located, kind: str) -> Identity | None:
    """The person that the words of a speaker name, or that a pronoun can mean; None when that is not safe.

    kind: "named" or "pronoun".  A name is that of the last person inside the words. He and she are resolved only
    when one person alone was named, in the newsroom's words, since the paragraph before began; who is the person
    named right before it.
    """
    people = speaker.article.people
    starts = speaker.article.computed("people starts", _starts)
    at = bisect_left(starts, speaker.start)
    if kind == "named":
        inside = people[at : bisect_left(starts, speaker.end)]
        return inside[-1].identity if inside and inside[-1].end <= speaker.end else None
    word = speaker.text.lower()
    if word not in _PERSONAL:
        return None
    if word == "who":
        near = people[at - 1] if at else None
        between = speaker.article.prose[near.end : speaker.start] if near else ""
        return near.identity if near and len(between) < 40 and not set(between) & set('.;:“”"') else None
    candidates = _candidates(people[bisect_left(starts, _since(speaker)) : at])
    return candidates[0] if len(candidates) == 1 else None


def _candidates(named: tuple[Person, ...]) -> list[Identity]:
    found: list[Identity] = []
    for person in named:
        if not person.quoted and person.identity not in found:
            found.append(person.identity)
    return found


def _since(speaker: Located) -> int:
    """Where the paragraph before that of the speaker begins."""
    starts = speaker.article.computed("paragraph starts", _paragraphs)
    return starts[max(bisect_right(starts, speaker.start) - 2, 0)] if starts else 0


def _paragraphs(article: Article) -> list[int]:
    return [zone.start for zone in article.zones if zone.kind in TEXT]


def _starts(article: Article) -> list[int]:
    return [person.start for person in article.people]
