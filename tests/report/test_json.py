"""The JSON is what the published schema says, for every run."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from copydesk.model.violation import Severity
from copydesk.report import render
from copydesk.report.run import FileResult, Run, Totals, failure


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(files("copydesk.report").joinpath("schema.json").read_text("utf-8"))


def test_the_schema_is_a_schema(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)


def test_a_run_is_valid(schema: Any, run: Run, results: list[FileResult]) -> None:
    document = json.loads(render("json", run, results))
    Draft202012Validator(schema).validate(document)
    assert [entry["path"] for entry in document["files"]] == [result.report.path for result in results]


def test_the_schema_names_every_member(schema: Any, run: Run, results: list[FileResult]) -> None:
    def closed(part: Any) -> Any:
        if isinstance(part, dict):
            made = {key: closed(value) for key, value in part.items()}
            return {"additionalProperties": False, **made} if "required" in made and "reason" not in str(part) else made
        return [closed(item) for item in part] if isinstance(part, list) else part

    document = json.loads(render("json", run, results))
    for entry in document["files"]:
        for suppressed in entry["suppressed"]:
            assert suppressed.pop("reason")
        entry["suppressed"] = []
    Draft202012Validator(closed(schema)).validate(document)


@given(text=st.text(min_size=1), path=st.text(min_size=1), message=st.text(min_size=1))
def test_any_text_and_name_come_back(text: str, path: str, message: str, schema: Any, desk: Any, run: Run) -> None:
    one = desk(text, path)
    found = one.violation("x-y", text, message, edits=[(text, message)])
    document = json.loads(render("json", run, [one.result(found), failure(path, "unreadable-file", message)]))
    Draft202012Validator(schema).validate(document)
    first, second = document["files"]
    assert (first["path"], second["errors"][0]["message"]) == (path, message)
    said = first["violations"][0]
    assert text[said["start"] : said["end"]] == text
    assert said["fix"]["edits"] == [{"start": 0, "end": len(text), "text": message}]


def test_one_file_a_line_in_a_stable_order(run: Run, results: list[FileResult]) -> None:
    lines = render("json", run, results).split("\n")
    assert [json.loads(line.rstrip(","))["path"] for line in lines[1:-2]] == [r.report.path for r in results]
    keys = list(json.loads(lines[2].rstrip(","))["violations"][0])
    assert keys[:5] == ["rule", "family", "severity", "certainty", "message"]


def test_the_exit_status(desk: Any) -> None:
    one = desk("Ana Ruiz", "a.md")

    def status(fail_on: str, *found: tuple[str, str]) -> int:
        totals = Totals()
        totals.add(one.result(*(one.violation(rule, "Ana", "m", severity=Severity(s)) for rule, s in found)))
        return totals.status(Severity(fail_on))

    assert status("error") == 0
    assert status("error", ("x-y", "warning")) == 0
    assert status("warning", ("x-y", "warning")) == 1
    assert status("suggestion", ("x-y", "suggestion")) == 1
    assert status("error", ("x-y", "error")) == 1
    assert status("error", ("internal-error", "error"), ("x-y", "error")) == 2
    totals = Totals()
    totals.add(failure("a.md", "unreadable-file", "No such file"))
    assert totals.status(Severity.ERROR) == 2
