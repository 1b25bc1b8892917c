"""Titles as of the story's date: word orders, guards, what is said once, and a newsroom's own office-holders."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk import check_text
from copydesk.config.load import Configs

DATED = (
    "title-former-incumbent", "title-elect-inaugurated", "title-not-incumbent", "title-wrong-office",
    "title-wrong-jurisdiction", "title-registry", "title-conflict",
)  # fmt: skip


def rules_of(text: str, date: str | None) -> list[str]:
    return [violation.rule for violation in check_text(text, date=date, select=DATED).violations]


@pytest.mark.parametrize(
    "text",
    [
        "Police closed the road for former President Barack Obama.",
        "The song was for Barack Obama, the former president.",
        "The former U.S. president, Barack Obama, liked the song.",
        "Ex-President Barack Obama liked the song.",
        "---\ntitle: Former President Obama Likes Song\n---\n\nNothing else was said.",
        "Former President of the United States Barack Obama liked the song.",
    ],
)
def test_former_in_every_word_order(text: str) -> None:
    assert rules_of(text, "2014-05-06") == ["title-former-incumbent"]
    assert rules_of(text, "2018-05-06") == []
    assert rules_of(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "“Former President Barack Obama liked the song,” Tom Lee said.",
        "In 2009, former President Barack Obama liked the song.",
        "Soon he will become former President Barack Obama.",
        "The Former President Barack Obama Library opened.",
    ],
)
def test_former_is_let_be(text: str) -> None:
    assert rules_of(text, "2014-05-06") == []


@pytest.mark.parametrize(
    "text",
    [
        "President Barack Obama said the song was good.",
        "“It is a good song,” President Barack Obama told reporters.",
        "Late Monday, U.S. President Barack Obama said the song was good.",
        "Asked about it in Oslo on Monday, he left. Speaking at noon Monday, President Barack Obama praised the song.",
        "Barack Obama, the current president, liked the song.",
        "Barack Obama, the president, said Monday that he liked the song.",
        "The president, Barack Obama, said Monday that he liked the song.",
        "Presidents Barack Obama and Vladimir Putin met in Oslo on Monday.",
        "---\ntitle: U.S. President Barack Obama Opens Harbor Tunnel\n---\n\nNothing else was said.",
    ],
)
def test_a_present_claim_in_every_word_order(text: str) -> None:
    assert "title-not-incumbent" in rules_of(text, "2019-05-06")
    assert "title-not-incumbent" not in rules_of(text, "2015-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "In those days President Barack Obama said the song was good.",
        "President Barack Obama said the song was good. That was in 2011.",
        "It was the year of the flood, 2011.\n\nPresident Barack Obama said the song was good.",
        "President Barack Obama told the choir in an interview that the song was good.",
        "President Ronald Reagan said the song was good.",
        "The song was written under President Barack Obama, who said Monday that it was good.",
    ],
)
def test_what_was_said_in_another_time_is_no_present_claim(text: str) -> None:
    assert rules_of(text, "2019-05-06") == []


def test_an_earlier_former_is_right_of_its_time() -> None:
    text = "After former California Gov. Jerry Brown spoke at length, the choir left."
    assert rules_of(text, "2014-05-06") == []
    assert rules_of("The choir sang for former California Gov. Jerry Brown.", "2014-05-06") == [
        "title-former-incumbent"
    ]


def test_a_place_behind_the_name_tells_which_office() -> None:
    assert rules_of("Prime Minister Pedro Sánchez of Portugal left.", "2022-05-17") == ["title-wrong-jurisdiction"]
    assert rules_of("Prime Minister Pedro Sánchez of Spain left.", "2022-05-17") == []


def test_of_several_of_a_surname_the_last_is_meant() -> None:
    text = "---\ntitle: President Bush vows to sing\n---\n\nNothing else was said."
    assert rules_of(text, "2012-05-15") == ["title-not-incumbent"]
    assert rules_of(text, "2006-05-16") == []
    assert rules_of("A gift for former President Bush.", "2006-05-16") == []


@pytest.mark.parametrize(
    "text",
    [
        "The grant was announced by former Sheriff Nell Moss.\n\nMoss was sworn in last month.",
        "A brief by former Attorney General Raul Ibarra Soto drew fire.\n\nIbarra Soto took the oath two weeks ago.",
        "Farmers back former Gov. Luz Ibarra Soto.\n\nIbarra Soto’s inauguration last month drew thousands.",
        "A gift came from the former mayor, Dana Holt.\n\nHolt, a Democrat, took the oath of office last week.",
        "Records name former Gov. Ana Ruiz.\n\nThe current governor, Ana Ruiz, declined to comment.",
        "A letter names former Presidents Lyle Ames and Joan Birch.\n\nBirch retook office last month.",
    ],
)
def test_a_story_at_odds_with_itself(text: str) -> None:
    assert rules_of(text, None) == ["title-conflict"]


@pytest.mark.parametrize(
    "text",
    [
        "The grant was announced by former Sheriff Nell Moss.\n\nMoss was sworn in last month as a commissioner.",
        "The grant was announced by former Attorney General Nell Moss.\n\nGov. Moss was sworn in last month.",
        "Former Sen. Nell Moss spoke.\n\nMoss was sworn in last month.",
        "Former Mayor Tom Lee spoke.\n\nLee was sworn in to the Planning Commission last week.",
        "Former Mayor Tom Lee spoke.\n\nMayor Mo Khan, who beat Lee, took office last month.",
        "Former Attorney General Nell Moss spoke.\n\nMoss was sworn in last month. The new governor left.",
        "Former Mayor Tom Lee spoke.\n\nLee, whose wife took office last month, left.",
    ],
)
def test_a_story_that_agrees_with_itself(text: str) -> None:
    assert rules_of(text, None) == []


def test_on_the_days_of_a_handover_both_are_right() -> None:
    for day in ("2017-01-19", "2017-01-20", "2017-01-21"):
        assert rules_of("Former President Barack Obama met President Donald Trump on Friday.", day) == []


def test_nothing_is_said_twice() -> None:
    text = "A gift for former President Joe Biden.\n\nSince his inauguration last month, Biden has sold two cars."
    assert rules_of(text, "2021-02-12") == ["title-former-incumbent"]
    assert rules_of(text, None) == ["title-conflict"]


def test_the_message_has_the_interval_and_its_source_and_no_fix() -> None:
    (violation,) = check_text("A gift for former President Joe Biden.", date="2022-05-06", select=DATED).violations
    assert "Joe Biden is president (United States) from Jan. 20, 2021, to Jan. 20, 2025" in violation.message
    assert "source: " in violation.message
    assert violation.fix is None


def test_facts_past_their_time_keep_quiet() -> None:
    assert rules_of("A gift for former President Donald Trump.", "2031-05-06") == []


TITLES = """
[exempt]
phrases = ["Former Harlow Falls Mayor Nell Park Bridge", "President Nell Vale"]

[[term]]
person = "Nell Park"
office = "Mayor"
place = "Harlow Falls"
start = 2024-01-08
end = 2026-01-08
source = "city clerk"

[[term]]
person = "Tom Lee"
office = "Mayor"
place = "Harlow Falls"
start = 2026-01-08
source = "city clerk, checked 2026-02-01"
"""


def test_a_newsroom_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / ".git").mkdir()
    (tmp_path / "titles.toml").write_text(TITLES, encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text('titles = ["titles.toml"]\nselect = ["title"]\n', encoding="utf-8")
    settings = Configs().settings_for(tmp_path / "draft.md")
    text = "Former Harlow Falls Mayor Nell Park cut the ribbon."
    assert [v.rule for v in check_text(text, date="2025-03-03", settings=settings).violations] == [
        "title-former-incumbent"
    ]
    assert not check_text(text, date="2026-03-03", settings=settings).violations
    stranger = "U.S. President Nell Vale opened the pool Monday."
    assert rules_of(stranger, "2022-05-17") == ["title-wrong-office"]
    assert not check_text(stranger, date="2022-05-17", settings=settings).violations
    exempt = "The Former Harlow Falls Mayor Nell Park Bridge opened."
    assert not check_text(exempt, date="2025-03-03", settings=settings).violations
