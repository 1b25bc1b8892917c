"""A file is read with a limit and written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from copydesk.model.article import Article
from copydesk.model.violation import Certainty, Report, Severity, Violation
from copydesk.running import files
from copydesk.running.files import FileError, Replacement, check_file, read_bytes, write_atomically


def read(data: bytes, path: str) -> Article:
    return Article(data.decode(), path=path)


def check(article: Article) -> Report:
    found = Violation(
        "x-y", Severity.ERROR, Certainty.HIGH, "m", 4, 8, 1, 5, 1, 9, "body", None, "", "i",
    )  # fmt: skip
    return Report(article.path, (found,), words=2)


def test_a_file_is_read_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Ana Ruiz")
    result = check_file(str(path), read, check)
    assert (result.report.path, result.report.words, result.details[0].passage.text) == (str(path), 2, "Ana Ruiz")


def failed(path: Path) -> tuple[str, str]:
    (error,) = check_file(str(path), read, check).report.errors
    return error.code, error.message


def test_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.symlink("nowhere.md", tmp_path / "dangling.md")
    os.symlink("loop.md", tmp_path / "loop.md")
    assert failed(tmp_path / "missing.md") == ("unreadable-file", "No such file or folder")
    assert failed(tmp_path / "folder")[0] == "unreadable-file"
    assert failed(tmp_path / "dangling.md") == ("unreadable-file", "A link to nowhere.md, which leads nowhere")
    assert failed(tmp_path / "loop.md") == ("unreadable-file", "A link to loop.md, which leads nowhere")
    assert failed(tmp_path / "a\0b.md")[0] == "unreadable-file"
    assert failed(tmp_path / ("x" * 300))[0] == "unreadable-file"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Ana Ruiz")
    path.chmod(0)
    assert failed(path) == ("unreadable-file", "Permission denied")


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    (tmp_path / "a.md").write_bytes(b"x" * 10)
    (tmp_path / "b.md").write_bytes(b"x" * 11)
    assert read_bytes(str(tmp_path / "a.md")) == b"x" * 10
    assert failed(tmp_path / "b.md")[0] == "file-too-large"


def test_what_checking_raises_is_an_internal_error(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xff")
    code, message = failed(path)
    assert code == "internal-error"
    assert message.startswith("UnicodeDecodeError: ")


def test_writing_keeps_permissions_and_follows_links(tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.md"
    os.symlink("real.md", link)
    write_atomically(str(link), b"new", was=b"old")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["link.md", "real.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"an editor's work")
    with pytest.raises(FileError, match="changed while it was checked"):
        write_atomically(str(path), b"new", was=b"old")
    assert path.read_bytes() == b"an editor's work"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_file_that_went_away_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="No such file"):
        write_atomically(str(tmp_path / "a.md"), b"new", was=b"old")
    assert os.listdir(tmp_path) == []


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "a.md"), b"new")
    (tmp_path / "b.md").write_bytes(b"new")
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "b.md").stat().st_mode


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="No space left"):
        write_atomically(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.md"]


def test_no_folder_to_write_in(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="Cannot write"):
        Replacement(str(tmp_path / "no" / "a.md"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write every file")
def test_a_protected_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(FileError, match="write-protected"):
        write_atomically(str(path), b"new")
    assert path.read_bytes() == b"old"


def test_a_device_is_written_to_not_replaced() -> None:
    before = os.stat(os.devnull)
    write_atomically(os.devnull, b"new")
    assert os.stat(os.devnull).st_mode == before.st_mode
