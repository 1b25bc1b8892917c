"""Each format against the file in golden/; COPYDESK_UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from copydesk.report import FORMATS, render
from copydesk.report.run import FileResult, Run

GOLDEN = Path(__file__).parent / "golden"


def check(name: str, said: str) -> None:
    path = GOLDEN / name
    if name.startswith("sarif"):  # for people who read a changed golden file
        said = json.dumps(json.loads(said), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("COPYDESK_UPDATE_GOLDEN"):
        path.write_bytes(said.encode())
    assert said == path.read_bytes().decode()


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_what_its_golden_file_says(format: str, run: Run, results: list[FileResult]) -> None:
    check(f"{format}.out", render(format, run, results))


def test_text_in_colour(run: Run, results: list[FileResult]) -> None:
    check("text-colour.out", render("text", run, results, color=True))


@pytest.mark.parametrize("format", FORMATS)
def test_a_run_over_nothing(format: str, run: Run) -> None:
    check(f"{format}-empty.out", render(format, run, []))
