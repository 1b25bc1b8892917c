"""Which files are found: git's rules for ignoring, the same order every time, no trap for odd names and links."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.running.discover import discover

EXTENSIONS = (".md", ".txt")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str, text: str = "Story.\n") -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(*paths: str, **more: object) -> list[str]:
    return [path.as_posix() for path in discover(paths, extensions=EXTENSIONS, **more)]  # type: ignore[arg-type]


def test_folders_are_searched_for_articles(desk: Path) -> None:
    put("b.md", "a/two.txt", "a/one.MD", "a/data.csv", "a/deep/er/c.md", "README")
    assert found(".") == ["a/deep/er/c.md", "a/one.MD", "a/two.txt", "b.md"]
    assert found("a") == found("a/") == found("./a") == ["a/deep/er/c.md", "a/one.MD", "a/two.txt"]
    assert found(str(desk / "a" / "deep")) == [f"{desk.as_posix()}/a/deep/er/c.md"]


def test_each_file_once_sorted_by_name(desk: Path) -> None:
    put("b.md", "a.md", "c/d.md")
    assert found("c", "b.md", ".", "./a.md", "c/d.md", "c/../b.md") == ["a.md", "b.md", "c/d.md"]


def test_a_named_file_is_always_checked(desk: Path) -> None:
    put("notes.rst", ".hidden.md", "node_modules/x.md", "drafts/y.md")
    put(".gitignore", text="*.md\n")
    names = [".hidden.md", "drafts/y.md", "node_modules/x.md", "notes.rst"]
    assert found(*names, exclude=lambda path: True) == names
    assert found(".") == []


def test_forced_exclusion_holds_for_named_files(desk: Path) -> None:
    put("a.md", "b.md")
    asked: list[str] = []

    def exclude(path: str) -> bool:
        asked.append(path)
        return path.endswith("/a.md")

    assert found("a.md", "b.md", exclude=exclude, force_exclude=True) == ["b.md"]
    assert asked == [(desk / name).as_posix() for name in ("a.md", "b.md")]


def test_excluded_folders_are_not_searched(desk: Path) -> None:
    put("archive/2019/a.md", "opinion/b.md", "opinion/c.md")
    assert found(".", exclude=lambda path: path.endswith(("/archive", "/c.md"))) == ["opinion/b.md"]


def test_what_never_holds_articles(desk: Path) -> None:
    put(".git/x.md", ".venv/x.md", "venv/x.md", "node_modules/p/x.md", ".github/x.md", "a/._b.md", "a/b.md")
    assert found(".") == ["a/b.md"]


def test_a_missing_name_is_handed_on(desk: Path) -> None:
    assert found("nowhere.md", "no/where") == ["no/where", "nowhere.md"]


@pytest.mark.parametrize("name", ["-dash.md", "spaces & ünïcode — “q”.md", "percent_%0A::error::x.md", "a\nb.md"])
def test_odd_names(name: str, desk: Path) -> None:
    put(f"./{name}")
    assert found(".") == found(name) == [name]


def test_a_folder_named_like_an_article(desk: Path) -> None:
    put("x.md/inner.txt", "y.md")
    assert found(".") == ["x.md/inner.txt", "y.md"]
    assert found("x.md") == ["x.md/inner.txt"]


def test_links(desk: Path) -> None:
    put("stories/a.md", "other/b.md")
    os.symlink("a.md", "stories/again.md")
    os.symlink("loop.md", "stories/loop.md")
    os.symlink("nowhere.md", "stories/dangling.md")
    os.symlink("..", "stories/up")
    os.symlink("../other/b.md", "stories/b.md")
    assert found("stories") == ["stories/a.md", "stories/b.md"]
    assert found(".") == ["other/b.md", "stories/a.md"]
    assert found("stories/loop.md", "stories/dangling.md") == ["stories/dangling.md", "stories/loop.md"]
    assert "stories/up/other/b.md" in found("stories/up")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read every folder")
def test_a_folder_that_cannot_be_read_is_handed_on(desk: Path) -> None:
    put("shut/a.md", "b.md")
    os.chmod("shut", 0)
    try:
        assert found(".") == ["b.md", "shut"]
    finally:
        os.chmod("shut", 0o755)


def test_what_is_no_file(desk: Path) -> None:
    os.mkfifo("pipe.md")
    assert found(".") == []
    assert found("pipe.md") == ["pipe.md"]


def test_ignore_files(desk: Path) -> None:
    put("a.md", "b.md", "build/c.md", "news/b.md", "news/keep.md", "news/old/d.md", "news/old/keep.md", "wire.md")
    put(".gitignore", text="# comment\n\n/b.md\nbuild/\nkeep.md\n[invalid\n")
    put("news/.gitignore", text="!keep.md\n/old\n")
    put(".copydeskignore", text="wire.md\n")
    assert found(".") == ["a.md", "news/b.md", "news/keep.md"]
    assert "build/c.md" in found(".", respect_gitignore=False)


def test_copydeskignore_overrules_gitignore(desk: Path) -> None:
    put("a.md", "b.md")
    put(".gitignore", text="a.md\n")
    put(".copydeskignore", text="!a.md\nb.md\n")
    assert found(".") == ["a.md"]


def test_ignore_files_above_count_within_the_repository(desk: Path) -> None:
    put("repo/news/a.md", "repo/news/b.md", "repo/news/c.md", "repo/out/d.md")
    put(".gitignore", text="*.md\n")
    put("repo/.gitignore", text="a.md\nout/\n")
    put("repo/.git/info/exclude", text="b.md\n")
    assert found("repo/news") == ["repo/news/c.md"]
    assert found("repo/out") == ["repo/out/d.md"], "a folder that is named is searched though it is ignored"


def test_the_same_as_git(desk: Path) -> None:
    put("a.md", "b/a.md", "b/c/a.md", "b/c/keep.md", "d/e.md", "d/f/e.md", "ünï.md", "x y.md")
    put("lib/keep/z.md", "lib/z.md")
    put(".gitignore", text="b/**/a.md\n!b/a.md\nd/*\n!d/f/\n\\#x\nx\\ y.md\nlib/*\n!lib/keep/\n")
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "-c", "core.quotePath=off", "ls-files", "--others", "--exclude-standard", "*.md"],
        check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert found(".") == sorted(listed.stdout.splitlines())


def test_a_named_file_needs_no_ignore_library(desk: Path) -> None:
    put("a.md", "b/c.md")
    code = (
        "import sys\nfrom copydesk.running.discover import discover\n"
        "list(discover(['a.md', 'b'], extensions=['.md']))\n"
        "assert 'pathspec' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
