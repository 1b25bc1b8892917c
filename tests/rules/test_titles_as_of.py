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
phrases = ["Former Harlow Falls Mayor Nell Park Bridge"]

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
    exempt = "The Former Harlow Falls Mayor Nell Park Bridge opened."
    assert not check_text(exempt, date="2025-03-03", settings=settings).violations
