"""The versions of a draft in git."""

import subprocess
from pathlib import Path

import pytest

from copydesk.running.revisions import HistoryError, revisions


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ana Ruiz", "-c", "user.email=ruiz@midtown.example", "-c", "commit.gpgsign=false")
    run = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return run.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / "desk").mkdir()
    return tmp_path


def commit(repository: Path, subject: str, **files: str) -> str:
    for name, text in files.items():
        (repository / "desk" / f"{name}.md").write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", subject)
    return git(repository, "rev-parse", "HEAD")


def test_versions_since_a_revision_oldest_first(repository: Path) -> None:
    first = commit(repository, "first", dam="The dam leaks.\n")
    commit(repository, "another", mill="The mill is shut.\n")
    third = commit(repository, "third | “better”", dam="The dam leaks badly.\n")
    found = revisions(str(repository / "desk" / "dam.md"), first)
    assert [(one.commit, one.subject, one.data) for one in found] == [
        (first, "first", b"The dam leaks.\n"),
        (third, "third | “better”", b"The dam leaks badly.\n"),
    ]
    assert all(one.date[:2] == "20" for one in found)


def test_a_file_newer_than_the_revision_begins_with_its_first_commit(repository: Path) -> None:
    first = commit(repository, "first", dam="The dam leaks.\n")
    second = commit(repository, "second", mill="The mill is shut.\n")
    assert [one.commit for one in revisions(str(repository / "desk" / "mill.md"), first)] == [second]


def test_renames_and_odd_names_are_followed(repository: Path) -> None:
    first = commit(repository, "first", **{"dräft one": "The dam leaks. Nobody came to mend it all summer long.\n"})
    git(repository, "mv", "desk/dräft one.md", "desk/dam.md")
    second = commit(repository, "second")
    commit(repository, "third", dam="The dam leaks. Nobody came to mend it all summer.\n")
    found = revisions(str(repository / "desk" / "dam.md"), first)
    assert [one.subject for one in found] == ["second", "third"]
    assert found[0].commit == second


def test_what_git_cannot_tell_is_said(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(repository, "first", dam="The dam leaks.\n")
    with pytest.raises(HistoryError, match="no revision 'nowhere'"):
        revisions(str(repository / "desk" / "dam.md"), "nowhere")
    (repository / "new.md").write_text("It rained.\n")
    with pytest.raises(HistoryError, match="does not know this file"):
        revisions(str(repository / "new.md"), "HEAD")
    outside = tmp_path_factory.mktemp("outside") / "dam.md"
    outside.write_text("The dam leaks.\n")
    with pytest.raises(HistoryError, match="not in a git repository"):
        revisions(str(outside), "HEAD")
    with pytest.raises(HistoryError, match="no such file"):
        revisions(str(outside.parent / "nowhere" / "dam.md"), "HEAD")


def test_a_missing_git_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, "first", dam="The dam leaks.\n")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HistoryError, match="git cannot be run"):
        revisions(str(repository / "desk" / "dam.md"), "HEAD")
