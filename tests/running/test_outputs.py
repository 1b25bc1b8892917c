"""Several reports in one run; files appear whole or not at all."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from copydesk.model.violation import Certainty, Report, Severity, Violation
from copydesk.report import render
from copydesk.report.run import Detail, FileResult, Passage, Run
from copydesk.running.files import FileError
from copydesk.running.outputs import Output, Outputs, parse_output

RUN = Run("1.2.3")
FOUND = Violation("x-y", Severity.ERROR, Certainty.HIGH, "Sagt “über”", 0, 3, 1, 1, 1, 4, "body", None, "", "i")
RESULTS = [FileResult(Report(f"stories/{name}.md", (FOUND,)), (Detail(Passage("Ana", 1)),)) for name in "ab"]


def terminal(encoding: str = "utf-8") -> tuple[io.BytesIO, io.TextIOWrapper]:
    buffer = io.BytesIO()
    return buffer, io.TextIOWrapper(buffer, encoding=encoding, newline="\r\n")


def write(outputs: list[Output], stdout: io.TextIOWrapper, *, color: bool = False) -> Outputs:
    with Outputs(RUN, outputs, stdout, color=color) as reports:
        for result in RESULTS:
            reports.add(result)
    return reports


def test_one_run_several_reports(tmp_path: Path) -> None:
    buffer, stdout = terminal()
    wanted = [Output("text"), *(Output(f, str(tmp_path / "out" / f)) for f in ("json", "sarif", "junit", "text"))]
    reports = write(wanted, stdout, color=True)
    assert buffer.getvalue().decode() == render("text", RUN, RESULTS, color=True)
    for format in ("json", "sarif", "junit", "text"):
        assert (tmp_path / "out" / format).read_bytes().decode() == render(format, RUN, RESULTS)
    assert len(os.listdir(tmp_path / "out")) == 4
    assert reports.totals.violations == 2


def test_a_terminal_that_cannot_take_every_character() -> None:
    buffer, stdout = terminal("ascii")
    write([Output("concise")], stdout)
    assert b"Sagt \\u201c\\xfcber\\u201d" in buffer.getvalue()
    buffer, stdout = terminal("ascii")
    write([Output("json")], stdout)
    assert json.loads(buffer.getvalue().decode("utf-8"))["files"][0]["violations"][0]["message"] == "Sagt “über”"


def test_after_an_exception_files_are_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    _, stdout = terminal()
    reports = Outputs(RUN, [Output("json", str(path))], stdout)

    def fail() -> None:
        with reports:
            reports.add(RESULTS[0])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.json"]


def test_a_file_that_cannot_be_written_is_said_before_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    _, stdout = terminal()
    good, bad = Output("json", str(tmp_path / "a.json")), Output("json", str(tmp_path / "file" / "b.json"))
    with pytest.raises(FileError, match="Cannot write"):
        Outputs(RUN, [good, bad], stdout)
    assert os.listdir(tmp_path) == ["file"]


def test_two_reports_to_one_file(tmp_path: Path) -> None:
    _, stdout = terminal()
    same = [Output("json", str(tmp_path / "a")), Output("sarif", str(tmp_path / "." / "a"))]
    with pytest.raises(ValueError, match="the same file"):
        Outputs(RUN, same, stdout)


def test_parse() -> None:
    assert parse_output("sarif:out/a:b.sarif") == Output("sarif", "out/a:b.sarif")
    for said, why in (("sarif", "FORMAT:PATH"), ("json:", "FORMAT:PATH"), ("xml:a", "unknown format 'xml'; the")):
        with pytest.raises(ValueError, match=why):
            parse_output(said)
