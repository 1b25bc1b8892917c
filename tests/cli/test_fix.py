"""`copydesk fix`."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
WRONG = "The mayor called a press conference for Friday.\n"
RIGHT = "The mayor called a news conference for Friday.\n"
ONLY = ("--select", "usage-news-conference")
MIXED = ("--select", "usage-news-conference,usage-wordy")


def test_a_file_is_fixed_in_place(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    result = run("fix", "a.md", *ONLY)
    assert (newsroom / "a.md").read_text() == RIGHT
    assert result.exit_code == 0
    assert "Fixed 1 violation in 1 file.\n" in result.stdout


def test_clean_copy_is_not_written(run: Run, newsroom: Path) -> None:
    path = newsroom / "a.md"
    path.write_text(RIGHT)
    before = path.stat()
    assert run("fix", "a.md", *ONLY).exit_code == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_is_left_is_reported(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text("By ANA RUIZ\n\n" + WRONG)
    result = run("fix", "a.md", "--select", "usage-news-conference,byline-case", "--fail-on", "warning")
    assert "byline-case" in result.stdout
    assert result.exit_code == 1
    assert (newsroom / "a.md").read_text() == "By ANA RUIZ\n\n" + RIGHT


def test_unsafe_fixes_are_made_on_request(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text("By ANA RUIZ\n\n" + RIGHT)
    assert run("fix", "a.md", "--select", "byline-case", "--unsafe", "--fail-on", "warning").exit_code == 0
    assert (newsroom / "a.md").read_text() == "By Ana Ruiz\n\n" + RIGHT


def test_diff_shows_and_writes_nothing(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG.strip())
    result = run("fix", "a.md", *ONLY, "--diff")
    assert result.stdout == (
        f"--- a.md\n+++ a.md\n@@ -1 +1 @@\n-{WRONG}\\ No newline at end of file\n+{RIGHT}\\ No newline at end of file\n"
    )
    assert result.stderr == "Would fix 1 violation in 1 file.\n"
    assert result.exit_code == 1
    assert (newsroom / "a.md").read_text() == WRONG.strip()
    (newsroom / "a.md").write_text(RIGHT)
    assert run("fix", "a.md", *ONLY, "--diff").exit_code == 0


def test_the_diff_is_one_that_git_applies(run: Run, newsroom: Path) -> None:
    (newsroom / ".git").rmdir()
    (newsroom / "a.md").write_bytes(f"One.\r\n\r\n{WRONG}\u2028Two.\x0cThree".replace("\n", "\r\n").encode())
    (newsroom / "b.md").write_text("".join(f"Item {i} passed.\n\n" for i in range(9)) + WRONG)
    (newsroom / "fix.patch").write_bytes(run("fix", *ONLY, "--diff").stdout_bytes)
    subprocess.run(["git", "apply", "-p0", "fix.patch"], cwd=newsroom, check=True)
    assert run("check", *ONLY, "--fail-on", "suggestion").exit_code == 0


def test_standard_input_goes_to_standard_output(run: Run, newsroom: Path) -> None:
    result = run("fix", "-", *ONLY, piped=WRONG.encode())
    assert result.stdout == RIGHT
    assert "Fixed 1 violation in 1 file." in result.stderr
    assert run("fix", "-", *ONLY, piped=RIGHT.encode()).stdout == RIGHT
    assert run("fix", "-", *ONLY, "--diff", piped=WRONG.encode()).stdout.startswith("--- -\n+++ -\n@@")


def test_what_cannot_be_read_comes_out_as_it_went_in(run: Run) -> None:
    result = run("fix", "-", *ONLY, piped=b"\x89PNG\r\n\x1a\n\0\0")
    assert result.stdout_bytes == b"\x89PNG\r\n\x1a\n\0\0"


def test_bytes_that_were_not_touched_stay_as_they_were(run: Run, newsroom: Path) -> None:
    for name, before, after in (
        ("bom.md", b"\xef\xbb\xbf" + WRONG.encode(), b"\xef\xbb\xbf" + RIGHT.encode()),
        ("crlf.md", b"One.\r\n\r\n" + WRONG.encode(), b"One.\r\n\r\n" + RIGHT.encode()),
        ("old.md", "Caf\xe9.\n\n".encode("cp1252") + WRONG.encode(), "Caf\xe9.\n\n".encode("cp1252") + RIGHT.encode()),
        ("wide.md", b"\xff\xfe" + WRONG.encode("utf-16-le"), b"\xff\xfe" + RIGHT.encode("utf-16-le")),
    ):
        (newsroom / name).write_bytes(before)
        run("fix", name, *ONLY)
        assert (newsroom / name).read_bytes() == after, name


def test_words_in_quotation_marks_are_never_fixed(run: Run, newsroom: Path) -> None:
    text = "“The press conference is over,” Ruiz said.\n"
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    run("fix", "--unsafe")
    assert (newsroom / "a.md").read_text(encoding="utf-8") == text


def test_a_missing_file_is_reported_and_the_others_are_fixed(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    result = run("fix", "gone.md", "a.md", *ONLY)
    assert result.exit_code == 2
    assert "gone.md" in result.stdout
    assert (newsroom / "a.md").read_text() == RIGHT
