"""`source: text:` in the front matter: found, refused, missing, and the checks that run all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import copydesk
from copydesk.cli import main

SOURCE = "“We will not sell the ferry to anyone who asks,” Mayor Tom Lee said Monday.\n"
DRAFT = """---
title: Ferry stays
source:
  name: Harlow Post
  text: {path}
---
“We will sell the ferry to anyone who asks,” Lee said at a press conference.
"""
RULES = ("--select", "quote-altered,usage-news-conference", "--format", "concise", "--quiet")


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    room = tmp_path / "room"
    for folder in (".git", "drafts", "sources"):
        (room / folder).mkdir(parents=True)
    (room / "sources" / "ferry.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "outside.txt").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(room)
    return room


@pytest.fixture
def check(newsroom: Path) -> Callable[..., Result]:
    """`copydesk check` on a draft whose front matter names this path."""

    def run(path: str, verb: str = "check", *more: str) -> Result:
        (newsroom / "drafts" / "a.md").write_text(DRAFT.format(path=path), encoding="utf-8")
        return CliRunner().invoke(main, [verb, "drafts/a.md", *(RULES if verb == "check" else RULES[:2]), *more])

    return run


ALTERED = "drafts/a.md:7:5: error quote-altered The source has “not” after “will”\n"
OTHER = "drafts/a.md:7:60: warning usage-news-conference"


def test_the_path_is_relative_to_the_draft(check: Callable[..., Result]) -> None:
    result = check("../sources/ferry.txt")
    assert result.stdout.startswith(ALTERED)
    assert result.exit_code == 1


def test_or_to_the_configuration(check: Callable[..., Result], newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text("")
    assert check("sources/ferry.txt").stdout.startswith(ALTERED)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("../sources/fery.txt", "There is no source text ../sources/fery.txt: looked for sources/fery.txt"),
        ("../../outside.txt", "source.text leaves the repository: ../../outside.txt is not read"),
        ("/etc/passwd", "source.text must be a path within the repository, not /etc/passwd"),
        ("C:\\\\secret.txt", "source.text must be a path within the repository"),
        ("../sources", "The source text ../sources is a folder"),
        ("[a, b]", "source.text must be the path of a file"),
        ('"a\\0b"', "source.text must be a path within the repository"),
    ],
)
def test_what_cannot_be_read_is_an_error_and_the_rest_is_checked(
    check: Callable[..., Result], path: str, says: str
) -> None:
    result = check(path)
    assert result.stdout.startswith(f"drafts/a.md:5: error unreadable-source {says}")
    assert OTHER in result.stdout
    assert result.exit_code == 2


def test_links_that_leave_the_repository_are_not_followed(check: Callable[..., Result], newsroom: Path) -> None:
    (newsroom / "sources" / "link.txt").symlink_to(newsroom.parent / "outside.txt")
    assert "leaves the repository" in check("../sources/link.txt").stdout


def test_a_source_that_is_no_text_or_empty(check: Callable[..., Result], newsroom: Path) -> None:
    (newsroom / "sources" / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (newsroom / "sources" / "b.txt").write_bytes(b" \n")
    assert "The source text ../sources/a.txt is no text" in check("../sources/a.txt").stdout
    assert "The source text ../sources/b.txt is empty" in check("../sources/b.txt").stdout


def test_fix_reads_it_and_never_mends_a_quotation(check: Callable[..., Result], newsroom: Path) -> None:
    result = check("../sources/ferry.txt", "fix")
    assert result.exit_code == 1
    assert "quote-altered" in result.stdout
    text = (newsroom / "drafts" / "a.md").read_text(encoding="utf-8")
    assert "“We will sell the ferry to anyone who asks,”" in text
    assert "news conference" in text
    assert check("nowhere.txt", "fix").exit_code == 2


def test_check_paths_reads_it(check: Callable[..., Result], newsroom: Path) -> None:
    check("../sources/ferry.txt")
    (report,) = copydesk.check_paths(["drafts"])
    assert "quote-altered" in {violation.rule for violation in report.violations}
    check("nowhere.txt")
    (report,) = copydesk.check_paths(["drafts"])
    assert [(error.code, error.line) for error in report.errors] == [("unreadable-source", 5)]


def test_a_piped_draft_has_the_source_of_the_file_it_stands_for(newsroom: Path) -> None:
    draft = DRAFT.format(path="../sources/ferry.txt").encode()
    result = CliRunner().invoke(main, ["check", "-", "--stdin-filename", "drafts/b.md", *RULES], input=draft)
    assert result.stdout.startswith(ALTERED.replace("a.md", "b.md"))


def test_a_caller_s_source_counts() -> None:
    draft = "“We will sell the ferry to anyone who asks,” Lee said.\n"
    report = copydesk.check_text(draft, source=SOURCE, select=["quote-altered"])
    assert [v.message for v in report.violations] == ["The source has “not” after “will”"]
    assert copydesk.fix_text(draft, source=SOURCE.encode(), select=["quote-altered"]).text == draft
    assert copydesk.check_text(draft, select=["quote-altered"]).violations == ()
