"""JUnit XML can be read by any XML reader, and fails exactly when the run does."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.violation import Severity
from copydesk.report import render
from copydesk.report.run import FileResult, Run, Totals, failure


def read(said: str) -> ElementTree.Element:
    return ElementTree.fromstring(said.encode("utf-8", "backslashreplace"))


@given(path=st.text(min_size=1), message=st.text(min_size=1))
def test_any_name_and_message_are_xml(path: str, message: str, desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", path)
    suites = read(render("junit", run, [one.result(one.violation("x-y", "Ana", message)), failure(path, "c", message)]))
    assert len(suites) == 2
    assert len(suites.findall("testsuite/testcase/failure")) == 1
    assert len(suites.findall("testsuite/testcase/error")) == 1


def test_names_come_back(desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", 'naïve <"q"> & \t x.md')
    case = read(render("junit", run, [one.result(one.violation("x-y", "Ruiz", "a\x1b\x0b<b> ]]> 'c'"))]))[0][0]
    assert case.get("classname") == case.get("file") == 'naïve <"q"> & \t x.md'
    assert (case.get("name"), case.get("line")) == ("x-y (1:5)", "1")
    assert case[0].attrib == {"message": "a␛ <b> ]]> 'c'", "type": "error"}


def test_the_counts_are_those_of_the_cases(run: Run, results: list[FileResult]) -> None:
    suites = read(render("junit", run, results))
    assert [suite.get("name") for suite in suites] == [result.report.path for result in results]
    for suite in suites:
        assert int(suite.attrib["tests"]) == len(suite) > 0
        for kind in ("failure", "error"):
            assert int(suite.attrib[f"{kind}s"]) == len(suite.findall(f"testcase/{kind}"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))


@pytest.mark.parametrize("fail_on", Severity)
def test_it_fails_exactly_when_the_run_does(fail_on: Severity, desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", "a.md")
    for severity in Severity:
        result = one.result(one.violation("x-y", "Ana", "m", severity=severity))
        totals = Totals()
        totals.add(result)
        suites = read(render("junit", run._replace(fail_on=fail_on), [result]))
        assert bool(suites.findall("testsuite/testcase/failure")) == (totals.status(fail_on) == 1)
