"""`copydesk people`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

DRAFT = """---
title: Obama likes song
date: 2014-05-06
---

The song was for former President Barack Obama and Ana Ruiz, a baker.

Obama liked it.
"""


@pytest.fixture
def draft(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("XDG_CACHE_HOME", str(newsroom / "cache"))
    (newsroom / "draft.md").write_text(DRAFT, encoding="utf-8")
    return newsroom


def test_the_table_has_titles_as_written_and_what_the_registry_says(run: Run, draft: Path) -> None:
    result = run("people", "draft.md")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "draft.md: 2 people, 2014-05-06"
    obama = next(line for line in lines if "Barack Obama" in line)
    assert obama.split()[:2] == ["2", "3"]
    assert "former President" in obama
    assert "president (United States) since 2009-01-20" in obama


def test_json(run: Run, draft: Path) -> None:
    document = json.loads(run("people", "draft.md", "--format", "json").output)
    assert document["schema"] == 1
    (file,) = document["files"]
    assert (file["path"], file["date"]) == ("draft.md", "2014-05-06")
    found = [(person["name"], person["mentions"], person["line"]) for person in file["people"]]
    assert found == [("Barack Obama", 3, 2), ("Ana Ruiz", 1, 6)]


def test_the_date_can_be_another(run: Run, draft: Path) -> None:
    assert "was president (United States) until 2017-01-20" in run("people", "draft.md", "--date", "2018-05-06").output


def test_standard_input(run: Run, draft: Path) -> None:
    result = run("people", "-", piped=b"Tom Lee left.\n")
    assert result.exit_code == 0
    assert "Tom Lee" in result.output


def test_a_file_that_is_not_there(run: Run, draft: Path) -> None:
    result = run("people", "draft.md", "gone.md")
    assert result.exit_code == 2
    assert "gone.md" in result.output
    assert "Barack Obama" in result.output


def test_a_date_that_is_none(run: Run, draft: Path) -> None:
    result = run("people", "draft.md", "--date", "yesterday")
    assert result.exit_code == 2
    assert "is no date" in result.output
