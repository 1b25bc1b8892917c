"""Passive verbs."""

import pytest

from copydesk.api import read_article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill was sold in May.", ["was sold"]),
        ("The mill was quietly sold by its owner.", ["was quietly sold by"]),
        ("The votes have been counted and the bridge is being rebuilt.", ["been counted", "is being rebuilt"]),
        ("Eels were not seen again.", ["were not seen"]),
        ("The mill is located on the river, and Cole was tired and born in Easton.", []),
        ("The hens are fed. A hundred geese were there.", []),
        ("She was a seed merchant.", []),
        ("They sold the mill.", []),
    ],
)
def test_passives(text: str, found: list[str]) -> None:
    assert [passive.text for passive in read_article(text).passives] == found


def test_the_agent_is_told() -> None:
    with_agent, without = read_article("Rye was taken by clowns. Rye was taken.").passives
    assert with_agent.has_agent
    assert not without.has_agent
    assert with_agent.participle == "taken"
