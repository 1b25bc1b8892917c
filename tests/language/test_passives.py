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


@pytest.mark.parametrize(
    ("text", "has_agent"),
    [
        ("Rye was taken by two clowns.", True),
        ("Rye was taken by 12 bakers.", True),
        ("Rye was taken by something.", True),
        ("Rye was taken by Dowling.", True),
        ("Rye is made by placing it in an oven.", False),
        ("Rye was lost by slowly drying it.", False),
        ("Rye was cut by over 8 percent.", False),
        ("Rye was cut by $12 a ton.", False),
        ("The bill was passed by unanimous consent.", False),
        ("The bill was passed by a vote of 9-2.", False),
        ("Rye was lost by accident.", False),
        ("Rye was sold by Friday.", False),
    ],
)
def test_a_measure_a_means_and_a_day_are_no_agent(text: str, has_agent: bool) -> None:
    (passive,) = read_article(text).passives
    assert passive.has_agent is has_agent
