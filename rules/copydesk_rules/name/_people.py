"""Whom a story names: what several rules ask of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Kind
from copydesk_rules.title._forms import people_of_surname

if TYPE_CHECKING:
    from copydesk import Article, Person

STORY = (Kind.LEAD, Kind.BODY, Kind.LIST)
#: Titles whose holders go by one name.
ONE_NAME = frozenset(
    "king queen prince princess pope emperor empress sultan emir ayatollah cardinal archbishop father rabbi imam duke "
    "duchess chaplain deacon monsignor".split()
)


def in_story(person: Person) -> bool:
    """Whether a mention stands in the newsroom's own running text."""
    zone = person.zone
    return zone is not None and zone.kind in STORY and not person.quoted


def shares_surname(article: Article, person: Person) -> bool:
    """Whether the story names another person of the same surname."""
    return people_of_surname(article, person.surname or person.identity.surname) > 1
