"""`copydesk compare` and `copydesk quotes`."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

SOURCE = """Ferry stays

The ferry is safe until spring, Mayor Tom Lee said.

“We will not sell the ferry to anyone who asks,” Lee said. “It belongs to the town, all three decks of it.”

“My crew has nine people and one coffee pot,” said Nell Park, the pilot.
"""
DRAFT = """“We will sell the ferry to anyone who asks,” Lee said.

“It belongs to the town … all three decks of it,” Lee said.

“The ferry is safe until spring,” Lee said.

“Every pilot on this river drinks too much tea,” Park said.

“My crew has nine people and one coffee pot,” Tom Lee said.
"""


@pytest.fixture
def texts(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "90")
    (newsroom / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (newsroom / "source.txt").write_text(SOURCE, encoding="utf-8")
    return newsroom


# compare


def test_the_table_shows_each_quotation_and_what_differs(run: Run, texts: Path) -> None:
    result = run("compare", "draft.txt", "source.txt")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == "draft.txt against source.txt"
    assert lines[2].split() == ["line", "verdict", "speaker", "quotation"]
    assert "   1  altered     Lee      We will [-not-] sell the ferry to anyone who asks" in lines
    assert any(line.startswith("   3  permitted") for line in lines)
    assert any(line.startswith("   5  paraphrase") for line in lines)
    assert any(line.startswith("   7  absent") for line in lines)
    assert any("(the source has Nell Park say this)" in line for line in lines)
    assert max(map(len, lines[:-1])) <= 90
    assert lines[-1].startswith("5 quotations: 1 as in the source, 1 with permitted changes, 1 altered")
    assert "\x1b" not in result.stdout


def test_colour_takes_the_place_of_the_signs(run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = run("compare", "draft.txt", "source.txt", "--color").stdout
    assert "\x1b[31;9mnot\x1b[0m" in coloured
    assert "[-" not in coloured
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in run("compare", "draft.txt", "source.txt").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("compare", "draft.txt", "source.txt").stdout


def test_json_and_csv_say_the_same(run: Run, texts: Path) -> None:
    document = json.loads(run("compare", "draft.txt", "source.txt", "--format", "json").stdout)
    assert (document["schema"], document["draft"], document["source"]) == (1, "draft.txt", "source.txt")
    verdicts = ["altered", "permitted", "paraphrase", "absent", "exact"]
    assert [one["verdict"] for one in document["quotations"]] == verdicts
    assert document["quotations"][0]["differences"] == [{"source": "not", "draft": "", "start": 4, "end": 8}]
    assert document["quotations"][4]["source_speaker"] == "Nell Park"
    assert document["summary"] == dict.fromkeys([*verdicts, "unjudged"], 1) | {"unjudged": 0}
    rows = list(csv.DictReader(io.StringIO(run("compare", "draft.txt", "source.txt", "--format", "csv").stdout)))
    assert [row["verdict"] for row in rows] == verdicts
    assert rows[0]["difference"] == "We will [-not-] sell the ferry to anyone who asks"
    assert rows[0]["source_line"] == "5"


def test_a_faithful_draft_passes(run: Run, texts: Path) -> None:
    assert run("compare", "source.txt", "source.txt").exit_code == 0
    (texts / "none.txt").write_text("Nobody spoke.\n")
    result = run("compare", "none.txt", "source.txt")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "The draft quotes nobody.")


def test_either_may_be_piped(run: Run, texts: Path) -> None:
    assert run("compare", "-", "source.txt", piped=DRAFT.encode()).exit_code == 1
    assert run("compare", "source.txt", "-", piped=SOURCE.encode()).exit_code == 0
    assert run("compare", "-", "-").exit_code == 2


def test_files_in_old_encodings_are_read(run: Run, texts: Path) -> None:
    (texts / "old.txt").write_bytes(SOURCE.encode("cp1252"))
    assert run("compare", "source.txt", "old.txt").exit_code == 0


def test_what_cannot_be_read_is_said(run: Run, texts: Path) -> None:
    (texts / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    result = run("compare", "nowhere.txt", "picture.txt")
    assert result.exit_code == 2
    assert result.stdout == ""
    said = result.stderr.splitlines()
    assert said[0] == "copydesk: nowhere.txt: No such file or folder"
    assert said[1].startswith("copydesk: picture.txt: ")


def test_a_check_without_a_source_imports_nothing_of_this(texts: Path) -> None:
    code = "import sys\nfrom copydesk.cli import main\ntry:\n    main(['check', '--isolated', 'draft.txt'])\n"
    code += "finally:\n    print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=texts)
    modules = set(run.stderr.split())
    assert "copydesk.running.sources" in modules
    assert not [name for name in modules if name.startswith(("copydesk.comparing", "rapidfuzz"))]


# quotes


def test_the_ledger_lists_quotations_and_sums_words(run: Run, texts: Path) -> None:
    result = run("quotes", "source.txt")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "source.txt: 3 quotations"
    assert lines[1].split() == ["line", "speaker", "kind", "person", "cue", "sure", "words", "quotation"]
    assert lines[2].startswith("5     Lee        named  Tom Lee    said")
    assert lines[-2].split() == ["20", "69%", "2", "Tom", "Lee"]
    assert lines[-1].split() == ["9", "31%", "1", "Nell", "Park"]


def test_long_quotations_are_shortened_in_the_table_only(
    run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "We rowed " + "and rowed " * 40 + "home"
    (texts / "long.txt").write_text(f"“{long},” Lee said.\n", encoding="utf-8")
    for columns in ("40", "70", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        table = run("quotes", "long.txt").stdout
        assert "…" in table
        assert max(map(len, table.splitlines())) <= int(columns)
    assert json.loads(run("quotes", "long.txt", "--format", "json").stdout)["files"][0]["quotations"][0][
        "quotation"
    ].startswith(long)
    (row,) = csv.DictReader(io.StringIO(run("quotes", "long.txt", "--format", "csv").stdout))
    assert row["quotation"] == f"{long},"
    assert row["words"] == str(len(long.split()))


def test_the_ledger_as_json(run: Run, texts: Path) -> None:
    document = json.loads(run("quotes", "source.txt", "draft.txt", "--format", "json").stdout)
    assert document["schema"] == 1
    assert [file["path"] for file in document["files"]] == ["draft.txt", "source.txt"]
    first = document["files"][1]["quotations"][0]
    assert first["line"] == 5
    assert SOURCE[first["start"] : first["end"]] == "“We will not sell the ferry to anyone who asks,”"
    assert (first["speaker"], first["kind"], first["cue"], first["words"]) == ("Lee", "named", "said", 10)
    assert 0.5 < first["sure"] <= 1
    assert document["files"][1]["speakers"][0] == {"speaker": "Tom Lee", "quotations": 2, "words": 20}


def test_the_ledger_as_csv_of_several_files(run: Run, texts: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("quotes", ".", "--format", "csv").stdout)))
    assert [row["file"] for row in rows] == ["draft.txt"] * 5 + ["source.txt"] * 3


def test_titles_are_listed_when_asked_for(run: Run, texts: Path) -> None:
    (texts / "film.txt").write_text("Lee watched “The Slow Boat to Easton” twice.\n", encoding="utf-8")
    assert run("quotes", "film.txt").stdout == "film.txt: 0 quotations\n"
    assert "Slow Boat" in run("quotes", "film.txt", "--all").stdout


def test_a_file_that_cannot_be_read_does_not_keep_the_others(run: Run, texts: Path) -> None:
    (texts / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    result = run("quotes", "nowhere.txt", "picture.txt", "source.txt")
    assert result.exit_code == 2
    assert result.stdout.startswith("source.txt: 3 quotations")
    assert result.stderr.startswith("copydesk: nowhere.txt: No such file or folder\ncopydesk: picture.txt: ")


def test_the_ledger_of_a_piped_draft(run: Run, texts: Path) -> None:
    assert run("quotes", "-", piped=SOURCE.encode("utf-16")).stdout.startswith("-: 3 quotations")
    assert run("quotes", "-", "source.txt").exit_code == 2
    assert run("quotes").exit_code == 2


def test_markup_is_not_listed(run: Run, texts: Path) -> None:
    (texts / "bold.md").write_text("“We will **not** sell [the ferry](https://example.org/f),” Lee said.\n")
    (texts / "page.html").write_text("<p>&ldquo;We won&rsquo;t sell <b>the ferry</b>,&rdquo; Lee said.</p>")
    files = json.loads(run("quotes", "bold.md", "page.html", "--format", "json").stdout)["files"]
    assert [file["quotations"][0]["quotation"] for file in files] == [
        "We will not sell the ferry,",
        "We won’t sell the ferry,",
    ]
    assert "�" not in run("compare", "bold.md", "source.txt").stdout


def test_nothing_of_a_draft_commands_the_terminal(run: Run, texts: Path) -> None:
    (texts / "evil.txt").write_text("“We \x1b[2Jwill not sell the ferry,” Lee said.\n", encoding="utf-8")
    assert "\x1b" not in run("quotes", "evil.txt").stdout
    assert "\x1b" not in run("compare", "evil.txt", "source.txt").stdout
