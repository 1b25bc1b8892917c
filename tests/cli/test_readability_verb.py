"""`copydesk readability`."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

EASY = (
    "---\ntitle: Trouble at Mill Bend\n---\nThe dam leaks.\n\n“It has for years,” Tom Lee said. Crews came at noon.\n"
)
HARD = (
    "The dam leaks.\n\nMunicipal administrators anticipated considerable expenditure, which was approved by officials "
    "who communicated that the deteriorating infrastructure necessitated rehabilitation. It rained.\n"
)


@pytest.fixture
def drafts(newsroom: Path) -> Path:
    (newsroom / "easy.md").write_text(EASY, encoding="utf-8")
    (newsroom / "hard.md").write_text(HARD, encoding="utf-8")
    return newsroom


def test_table(run: Run, drafts: Path) -> None:
    shown = run("readability", "hard.md")
    assert shown.exit_code == 0
    first, *rest = shown.output.splitlines()
    assert first.startswith("hard.md: grade ")
    assert first.endswith("23 words, 3 sentences, the longest 18 words (line 3)")
    assert [line.split()[0] for line in rest if line.startswith(("story", "narration", "speech"))] == [
        "story",
        "narration",
    ]
    hardest = next(line for line in rest if line.startswith("line 3, "))
    assert "18 words, 4 clauses, hard words (municipal, administrators, anticipated, considerable)" in hardest
    assert any(line.lstrip().startswith("Municipal administrators") for line in rest)


def test_json(run: Run, drafts: Path) -> None:
    document = json.loads(run("readability", "easy.md", "hard.md", "--format", "json").output)
    assert document["schema"] == 1
    easy, hard = document["files"]
    assert set(easy["parts"]) == {"story", "narration", "speech", "headlines"}
    assert easy["parts"]["speech"]["words"] == 7
    assert easy["grade"] < hard["grade"]
    (worst, *_) = hard["hardest"]
    assert HARD[worst["start"] : worst["end"]].startswith("Municipal")
    assert (worst["line"], worst["words"]) == (3, 18)


def test_csv(run: Run, drafts: Path) -> None:
    lines = list(csv.DictReader(run("readability", ".", "--format", "csv").output.splitlines()))
    assert {(line["file"], line["part"]) for line in lines} >= {("easy.md", "speech"), ("hard.md", "narration")}
    assert all(float(line["lix"]) >= 0 for line in lines)


def test_max_grade(run: Run, drafts: Path) -> None:
    assert run("readability", "easy.md", "--max-grade", "8").exit_code == 0
    above = run("readability", "easy.md", "hard.md", "--max-grade", "8")
    assert above.exit_code == 1
    assert "hard.md: grade" in above.stderr
    assert "easy.md" not in above.stderr


def test_what_cannot_be_read_is_said_and_the_rest_is_measured(run: Run, drafts: Path) -> None:
    shown = run("readability", "nowhere.md", "easy.md")
    assert shown.exit_code == 2
    assert "nowhere.md: No such file" in shown.stderr
    assert "easy.md: grade" in shown.stdout


def test_standard_input(run: Run) -> None:
    shown = run("readability", "-", "--stdin-filename", "a.md", "--format", "json", piped=EASY.encode())
    assert json.loads(shown.output)["files"][0]["parts"]["story"]["sentences"] == 3
    assert run("readability", "-", "--since", "HEAD", piped=b"x").exit_code == 2


def test_a_draft_without_a_story(run: Run, newsroom: Path) -> None:
    (newsroom / "empty.md").write_text("# Dam\n")
    shown = run("readability", "empty.md", "--max-grade", "1")
    assert (shown.exit_code, shown.output) == (0, "empty.md: no story to measure\n")


def test_trend(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Ana Ruiz", "-c", "user.email=ruiz@midtown.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    (tmp_path / ".git").rmdir() if (tmp_path / ".git").is_dir() else None
    git("init", "-q")
    draft = tmp_path / "dam.md"
    draft.write_text(HARD, encoding="utf-8")
    git("add", "dam.md")
    git("commit", "-q", "-m", "As it came")
    draft.write_text(EASY, encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Edited")
    draft.write_text(EASY + "\nIt rained.\n", encoding="utf-8")
    document = json.loads(run("readability", "dam.md", "--since", "HEAD~1", "--format", "json").output)
    versions = document["files"][0]["versions"]
    assert [one["subject"] for one in versions] == ["As it came", "Edited", "(not committed)"]
    assert versions[0]["grade"] > versions[1]["grade"]
    assert versions[2]["words"] == versions[1]["words"] + 2
    table = run("readability", "dam.md", "--since", "HEAD~1").output
    assert table.splitlines()[0] == "dam.md: 3 versions"
    rows = list(
        csv.DictReader(run("readability", "dam.md", "--since", "HEAD~1", "--format", "csv").output.splitlines())
    )
    assert [row["subject"] for row in rows] == ["As it came", "Edited", "(not committed)"]
    wrong = run("readability", "dam.md", "--since", "nowhere")
    assert wrong.exit_code == 2
    assert "git knows no revision 'nowhere'" in wrong.stderr


def test_textstat_is_a_second_opinion(run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("textstat")
    (file,) = json.loads(run("readability", "easy.md", "--engine", "textstat", "--format", "json").output)["files"]
    assert file["engine"].startswith("textstat, syllables from ")
    assert set(file["parts"]) == {"story", "narration", "speech"}
    assert run("readability", "easy.md", "--engine", "textstat", "--since", "HEAD").exit_code == 2


def test_a_missing_textstat_is_said(run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copydesk.running import second_opinion

    def missing(name: str) -> None:
        raise ImportError(name)

    second_opinion._textstat.cache_clear()
    monkeypatch.setattr(second_opinion, "import_module", missing)
    shown = run("readability", "easy.md", "--engine", "textstat")
    assert shown.exit_code == 2
    assert "pip install 'copydesk[readability]'" in shown.output
    second_opinion._textstat.cache_clear()
