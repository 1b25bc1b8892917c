"""`copydesk check`."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
WRONG = "The mayor called a press conference for Friday.\n"
RIGHT = "The mayor called a news conference for Friday.\n"
ONLY = ("--select", "usage-news-conference")


def violations(result: Result) -> list[tuple[str, int, str]]:
    """Path, line and rule of each violation of a JSON report."""
    files = json.loads(result.stdout)["files"]
    return [(file["path"], v["line"], v["rule"]) for file in files for v in file["violations"]]


def test_a_violation_is_printed_with_its_place(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    result = run("check", "a.md", *ONLY, "--format", "concise")
    assert result.stdout.startswith("a.md:1:20: warning usage-news-conference ")
    assert result.stderr == ""


@pytest.mark.parametrize(("fail_on", "status"), [(None, 0), ("error", 0), ("warning", 1), ("suggestion", 1)])
def test_the_status_is_1_at_or_above_fail_on(run: Run, newsroom: Path, fail_on: str | None, status: int) -> None:
    (newsroom / "a.md").write_text(WRONG)
    option = ("--fail-on", fail_on) if fail_on else ()
    assert run("check", "a.md", *ONLY, *option).exit_code == status
    assert run("check", "a.md", *ONLY, *option, "--exit-zero").exit_code == 0


def test_clean_copy_is_0(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(RIGHT)
    assert run("check", "a.md", *ONLY, "--fail-on", "suggestion").exit_code == 0


def test_fail_on_of_a_path_counts_there(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text('[[overrides]]\npaths = ["strict/**"]\nfail-on = "warning"\n')
    (newsroom / "strict").mkdir()
    (newsroom / "strict" / "a.md").write_text(WRONG)
    (newsroom / "b.md").write_text(WRONG)
    assert run("check", "b.md", *ONLY).exit_code == 0
    assert run("check", *ONLY).exit_code == 1


def test_check_is_taken_for_granted(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    assert run("a.md", *ONLY).stdout == run("check", "a.md", *ONLY).stdout
    assert run(*ONLY, "a.md").stdout == run("check", "a.md", *ONLY).stdout


def test_no_path_means_the_folder(run: Run, newsroom: Path) -> None:
    (newsroom / "news").mkdir()
    (newsroom / "news" / "a.md").write_text(WRONG)
    (newsroom / "b.txt").write_text(RIGHT)
    (newsroom / "notes.py").write_text("press conference")
    result = run("check", "--format", "json", *ONLY)
    assert violations(result) == [("news/a.md", 1, "usage-news-conference")]
    assert [file["path"] for file in json.loads(result.stdout)["files"]] == ["b.txt", "news/a.md"]


@pytest.mark.parametrize("args", [("check", "-"), ("-",)])
def test_standard_input_is_read(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args, *ONLY, "--format", "json", piped=WRONG.encode())
    assert violations(result) == [("-", 1, "usage-news-conference")]


def test_standard_input_stands_for_a_file_and_has_its_settings(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text(
        '[[overrides]]\npaths = ["opinion/**"]\nrules.usage-news-conference = "error"\n'
    )
    said = run("check", "-", "--stdin-filename", "opinion/a.md", "--format", "json", piped=WRONG.encode())
    assert ("opinion/a.md", 1, "usage-news-conference") in violations(said)
    assert said.exit_code == 1
    assert run("check", "-", "--stdin-filename", "news/a.md", piped=WRONG.encode()).exit_code == 0


def test_an_empty_standard_input_is_an_empty_draft_when_asked_for(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    assert violations(run("check", "-", *ONLY, "--format", "json")) == []


def test_standard_input_stands_alone(run: Run) -> None:
    result = run("check", "-", "a.md")
    assert result.exit_code == 2
    assert "stands alone" in result.stderr


def test_a_missing_file_is_reported_and_the_others_are_checked(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    result = run("check", "gone.md", "a.md", *ONLY, "--format", "concise")
    assert result.exit_code == 2
    assert "gone.md: error unreadable-file No such file" in result.stdout
    assert "a.md:1:20: warning" in result.stdout


def test_a_misspelled_verb_is_guessed(run: Run) -> None:
    result = run("chekc")
    assert result.exit_code == 2
    assert 'there is neither a file nor a verb "chekc"; did you mean "check"?' in result.stderr


def test_what_is_no_text_is_reported_and_the_others_are_checked(run: Run, newsroom: Path) -> None:
    (newsroom / "image.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (newsroom / "old.md").write_bytes("The caf\xe9 held a press conference.\n".encode("cp1252"))
    (newsroom / "folder.md").mkdir()
    (newsroom / "folder.md" / "in.md").write_text(WRONG)
    result = run("check", "--select", "usage-news-conference,file", "--format", "json")
    assert result.exit_code == 1
    assert [(path, rule) for path, _, rule in violations(result)] == [
        ("folder.md/in.md", "usage-news-conference"),
        ("image.md", "file-not-text"),
        ("old.md", "file-encoding"),
        ("old.md", "usage-news-conference"),
    ]


def test_several_outputs_in_one_run(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    result = run("check", "a.md", *ONLY, "--output", "json:out/report.json", "--output", "sarif:report.sarif")
    assert "warning usage-news-conference" in result.stdout
    assert json.loads((newsroom / "out" / "report.json").read_text())["files"][0]["path"] == "a.md"
    assert json.loads((newsroom / "report.sarif").read_text())["version"] == "2.1.0"


@pytest.mark.parametrize("output", ["report.json", "yaml:x", "json:"])
def test_an_output_that_cannot_be_is_a_usage_error(run: Run, newsroom: Path, output: str) -> None:
    (newsroom / "a.md").write_text(RIGHT)
    result = run("check", "a.md", "--output", output)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_the_same_bytes_whatever_the_jobs(run: Run, newsroom: Path) -> None:
    for i in range(90):
        (newsroom / f"{i}.md").write_text(WRONG if i % 3 else RIGHT)
    (newsroom / "bad.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    one, two = (run("check", *ONLY, "--jobs", jobs, "--format", "json") for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert len(violations(one)) == 60


def test_exclude_holds_for_searches_and_when_forced_for_names(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text('exclude = ["drafts/"]\n')
    for name in ("drafts/a.md", "tmp/b.md", "c.md"):
        (newsroom / name).parent.mkdir(exist_ok=True)
        (newsroom / name).write_text(WRONG)

    def checked(*args: str) -> list[str]:
        return [path for path, _, _ in violations(run("check", *ONLY, "--format", "json", *args))]

    assert checked() == ["c.md", "tmp/b.md"]
    assert checked("--exclude", "tmp") == ["c.md"]
    assert checked("drafts/a.md") == ["drafts/a.md"]
    assert checked("drafts/a.md", "c.md", "--force-exclude") == ["c.md"]


def test_colour_is_for_terminals_or_on_request(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (newsroom / "a.md").write_text(WRONG)

    def coloured(*args: str) -> bool:
        return b"\x1b[" in run("check", "a.md", *ONLY, *args).stdout_bytes

    assert not coloured()
    assert coloured("--color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert coloured()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured()


def test_quiet_prints_violations_and_nothing_else(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(RIGHT)
    assert run("check", "a.md", *ONLY, "--quiet").stdout == ""
    assert run("check", "a.md", *ONLY).stdout != ""


def test_timings_are_on_stderr(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text("By Ana Ruiz & Tom Lee\n\nThe council met.\n")
    result = run("check", "a.md", "--select", "byline-joiner", "--timings")
    assert "byline-joiner" in result.stderr
    assert "1 rules, 1 files" in result.stderr


def test_the_date_is_given(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(RIGHT)
    report = json.loads(run("check", "a.md", "--date", "2025-02-12", "--format", "json").stdout)
    assert (report["files"][0]["date"], report["files"][0]["date_origin"]) == ("2025-02-12", "option")
    wrong = run("check", "a.md", "--date", "Feb. 12")
    assert wrong.exit_code == 2
    assert "'Feb. 12' is no date; write 2025-02-12" in wrong.stderr


def test_the_status_is_given(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text("The pool closed Monday.\n")
    assert run("check", "a.md", "--select", "byline-missing").exit_code == 0
    assert run("check", "a.md", "--select", "byline-missing", "--status", "published").exit_code == 1


def test_a_wrong_configuration_is_2_and_says_where(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text('hous = "ap"\nselect = 1\n')
    (newsroom / "a.md").write_text(WRONG)
    result = run("check", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        'copydesk: copydesk.toml:1: there is no setting "hous"; did you mean "house"?',
        'copydesk: copydesk.toml:2: "select" must be a list of strings, not the number 1; '
        'write select = ["date", "quote-nested"]',
    ]
    assert run("check", "--isolated", *ONLY).exit_code == 0


def test_a_named_configuration_is_read(run: Run, newsroom: Path) -> None:
    (newsroom / "a.md").write_text(WRONG)
    (newsroom / "strict.toml").write_text('fail-on = "warning"\n')
    assert run("check", "a.md", *ONLY, "--config", "strict.toml").exit_code == 1
    assert run("check", "a.md", "--config", "gone.toml").exit_code == 2
    assert run("check", "a.md", "--config", "strict.toml", "--isolated").exit_code == 2


def test_a_crash_is_one_line_and_2(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (newsroom / "a.md").write_text(WRONG)

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("copydesk.running.discover.discover", crash)
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert result.stderr == (
        "copydesk: internal error: RuntimeError: two lines; please report this "
        "(COPYDESK_DEBUG=1 shows where it happened)\n"
    )
    monkeypatch.setenv("COPYDESK_DEBUG", "1")
    assert isinstance(run("check", "a.md").exception, RuntimeError)


def test_a_rule_that_raises_is_2_and_the_others_run(run: Run, newsroom: Path) -> None:
    (newsroom / "desk").mkdir()
    (newsroom / "desk" / "bad.py").write_text(
        "from __future__ import annotations\nfrom copydesk import Article, Flags, rule\n"
        "@rule('desk-bad', severity='error', summary='Raises')\n"
        "def bad(article: Article) -> Flags:\n    raise ValueError('no')\n    yield\n"
    )
    (newsroom / "copydesk.toml").write_text('packs = ["./desk"]\n')
    (newsroom / "a.md").write_text(WRONG)
    result = run("check", "a.md", "--select", "desk-bad,usage-news-conference", "--format", "json")
    assert result.exit_code == 2
    assert {rule for _, _, rule in violations(result)} == {"internal-error", "usage-news-conference"}


@pytest.mark.skipif(os.name != "posix", reason="POSIX names files in bytes")
def test_a_file_name_that_is_no_text_is_checked(run: Run, newsroom: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (newsroom / name).write_text(WRONG)
    result = run("check", *ONLY, "--format", "concise")
    assert result.exit_code == 0
    assert "usage-news-conference" in result.stdout
