"""Annotations survive any name and message, and never outnumber what GitHub shows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.violation import Certainty, Severity
from copydesk.report import render
from copydesk.report.run import Run, failure


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it: its name, properties and message."""
    assert line.startswith("::")
    command, _, data = line[2:].partition("::")
    name, _, said = command.partition(" ")
    properties = dict(part.split("=", 1) for part in said.split(","))
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {key: value.replace(code, char) for key, value in properties.items()}
        data = data.replace(code, char) if char not in ":," else data
    return name, properties, data


@given(path=st.text(min_size=1), message=st.text(min_size=1))
def test_any_name_and_message_make_one_command(path: str, message: str, desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", path)
    said = render("github", run, [one.result(one.violation("x-y", "Ruiz", message)), failure(path, "x", message)])
    lines = said.removesuffix("\n").split("\n")
    assert len(lines) == 2
    for line in lines:
        assert "\r" not in line
        name, properties, data = read(line)
        assert (name, properties["file"]) == ("error", path)
        assert len(data.splitlines()) <= 1
    assert read(lines[1])[1] == {
        "file": path, "line": "1", "endLine": "1", "col": "5", "endColumn": "9", "title": "copydesk x-y",
    }  # fmt: skip


def test_a_name_cannot_give_commands(desk: Any, run: Run) -> None:
    one = desk("Ana", "a%0A::error::x\n::warning::y.md")
    said = render("github", run, [one.result(one.violation("x-y", "Ana", "100%\r\n::error::z"))])
    assert said == (
        "::error file=a%250A%3A%3Aerror%3A%3Ax%0A%3A%3Awarning%3A%3Ay.md,line=1,endLine=1,col=1,endColumn=4,"
        "title=copydesk x-y::100%25 ::error::z\n"
    )


def test_columns_only_on_one_line(desk: Any, run: Run) -> None:
    one = desk("Ana\nRuiz", "a.md")
    _, properties, _ = read(render("github", run, [one.result(one.violation("x-y", "Ana\nRuiz", "m"))]))
    assert {"line": "1", "endLine": "2"}.items() <= properties.items()
    assert not properties.keys() & {"col", "endColumn"}


@pytest.mark.parametrize(("severity", "kind"), [("error", "error"), ("warning", "warning"), ("suggestion", "notice")])
def test_ten_of_a_kind_the_most_certain_first(severity: str, kind: str, desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", "a.md")
    sure = ["low"] * 8 + ["high"] * 4 + ["medium"] * 2
    results = [
        one.result(one.violation(f"x-{i}", "Ana", "m", severity=Severity(severity), certainty=Certainty(c)))
        for i, c in enumerate(sure)
    ]
    *commands, more = render("github", run, results).splitlines()
    titles = [read(line)[1]["title"] for line in commands]
    assert titles == [f"copydesk x-{i}" for i in (8, 9, 10, 11, 12, 13, 0, 1, 2, 3)]
    assert all(read(line)[0] == kind for line in commands)
    assert more == f"copydesk: 4 {kind}s more than GitHub shows: run `copydesk check` to see all."


def test_ten_errors_leave_room_for_ten_warnings(desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", "a.md")
    found = [one.violation(f"x-{s}-{i}", "Ana", "m", severity=s) for s in Severity for i in range(11)]
    *commands, more = render("github", run, [one.result(*found)]).splitlines()
    assert len(commands) == 30
    assert more.startswith("copydesk: 1 error, 1 warning and 1 notice more than GitHub shows")


def test_ten_are_not_too_many(desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", "a.md")
    lines = render("github", run, [one.result(*(one.violation(f"x-{i}", "Ana", "m") for i in range(10)))]).splitlines()
    assert len(lines) == 10
    assert all(line.startswith("::error ") for line in lines)


def test_paths_are_the_repositorys(desk: Any, run: Run) -> None:
    one = desk("Ana", "/newsroom/stories/a.md")
    said = render("github", run._replace(root="/newsroom"), [one.result(one.violation("x-y", "Ana", "m"))])
    assert read(said)[1]["file"] == "stories/a.md"
