"""The promise to callers."""

import pickle
from pathlib import Path

import pytest

import copydesk
from copydesk.config.error import ConfigError
from copydesk.config.load import settings_of

DRAFT = "The barge sank Sept 9 after a press conference.\n"


def test_select_and_ignore() -> None:
    assert {v.rule for v in copydesk.check_text(DRAFT, date="2025-11-03").violations} == {
        "date-month-abbrev-form",
        "usage-news-conference",
    }
    assert [v.rule for v in copydesk.check_text(DRAFT, select=("usage",)).violations] == ["usage-news-conference"]
    assert copydesk.check_text(DRAFT, ignore=("usage", "date")).violations == ()


def test_a_selector_that_names_no_rule_is_warned_of_and_the_others_hold() -> None:
    with pytest.warns(UserWarning, match="no rule or family usage-nowhere"):
        report = copydesk.check_text(DRAFT, select=("usage-nowhere", "usage-news-conference"))
    assert [v.rule for v in report.violations] == ["usage-news-conference"]


def test_an_unknown_house_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(ConfigError, match="there are ap, bbc, guardian, nyt and reuters"):
        copydesk.check_text(DRAFT, house="midtown")


def test_reports_and_settings_travel_between_processes() -> None:
    report = copydesk.check_text(DRAFT)
    assert pickle.loads(pickle.dumps(report)) == report
    settings = settings_of("guardian")
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_the_story_s_date_and_where_it_was_found() -> None:
    assert copydesk.check_text(DRAFT).date_origin == "none"
    assert copydesk.check_text(DRAFT, path="2025-11-03-barge.md").date_origin == "file name"
    assert copydesk.check_text(f"---\ndate: 2025-11-03\n---\n{DRAFT}").date_origin == "front matter"
    assert copydesk.check_text(DRAFT, date="2025-11-03").date_origin == "option"


def test_check_paths_reads_files_with_the_settings_of_their_place(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('select = ["usage"]\n')
    (tmp_path / "a.md").write_text(DRAFT)
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    reports = list(copydesk.check_paths([tmp_path]))
    assert [Path(r.path).name for r in reports] == ["a.md", "b.txt"]
    assert [v.rule for v in reports[0].violations] == ["usage-news-conference"]


def test_every_public_name_is_there() -> None:
    assert [name for name in copydesk.__all__ if not hasattr(copydesk, name)] == []
