"""SARIF 2.1.0, as GitHub's code scanning and editors' viewers read it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from copydesk.model.violation import Certainty, Severity
from copydesk.report.display import from_root, one_line, path_bytes

if TYPE_CHECKING:
    from copydesk.model.violation import CheckError, Violation
    from copydesk.report.run import Detail, FileResult, Run, Totals

#: GitHub shows this many results of a run and drops the rest.
MOST_RESULTS = 5000
#: GitHub's limit for a description.
_DESCRIPTION = 1024
_HOME = "SRCROOT"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
_SURE = {Certainty.LOW: 0, Certainty.MEDIUM: 1, Certainty.HIGH: 2}


class Sarif:
    """One run. Of more results than GitHub shows the most severe and most certain are kept."""

    def __init__(self, run: Run, color: bool) -> None:
        self._run = run
        self._kept: list[tuple[int, int, int, Violation, dict[str, Any]]] = []
        self._seen = 0
        self._notices: list[dict[str, Any]] = []

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        from heapq import heappush, heappushpop

        report = result.report
        place = self._place(report.path)
        self._notices += [_notice(error, place) for error in report.errors]
        for violation, detail in zip(report.violations, result.details, strict=True):
            self._seen += 1
            entry = (
                violation.severity.rank, _SURE[violation.certainty], -self._seen, violation,
                _result(violation, detail, place),
            )  # fmt: skip
            if len(self._kept) < MOST_RESULTS:
                heappush(self._kept, entry)
            else:
                heappushpop(self._kept, entry)
        return ""

    def end(self, totals: Totals) -> str:
        from json import dumps

        kept = [(violation, result) for *_, violation, result in sorted(self._kept, key=lambda entry: -entry[2])]
        first = {violation.rule: violation for violation, _ in reversed(kept)}
        ids = sorted(first)
        index = {rule_id: i for i, rule_id in enumerate(ids)}
        for violation, result in kept:
            result["ruleIndex"] = index[violation.rule]
        notices = list(self._notices)
        if self._seen > len(kept):
            said = f"The {len(kept):,} most severe of {self._seen:,} results are listed: GitHub shows no more of a run."
            notices.append({"level": "note", "message": {"text": said}})
        document = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": self._driver([self._rule(first[rule_id]) for rule_id in ids])},
                    "columnKind": "unicodeCodePoints",
                    "originalUriBaseIds": {_HOME: self._home()},
                    "invocations": [
                        {
                            "executionSuccessful": totals.status(self._run.fail_on) < 2,
                            "toolExecutionNotifications": notices,
                        }
                    ],
                    "results": [result for _, result in kept],
                }
            ],
        }
        return dumps(document, ensure_ascii=False) + "\n"

    def _driver(self, rules: list[dict[str, Any]]) -> dict[str, Any]:
        version = self._run.version
        return {"name": "copydesk", "version": version, "semanticVersion": version, "rules": rules}

    def _rule(self, violation: Violation) -> dict[str, Any]:
        """The rule of a violation; its own metadata where it is known."""
        rule_id = violation.rule
        about = self._run.describe(rule_id)
        summary = about.summary if about else violation.help or rule_id
        doc = _dedented(about.doc if about else "") or summary
        severity = about.severity if about else violation.severity
        certainty = about.certainty if about else violation.certainty
        return {
            "id": rule_id,
            "name": "".join(word.capitalize() for word in rule_id.split("-")),
            "shortDescription": {"text": summary[:_DESCRIPTION]},
            "fullDescription": {"text": " ".join(doc.partition("\n\n")[0].split())[:_DESCRIPTION]},
            "help": {"text": doc, "markdown": f"**{summary}**\n\n{doc}\n\nMore: `copydesk explain {rule_id}`"},
            "defaultConfiguration": {"level": _LEVELS[severity]},
            "properties": {
                "tags": [violation.family],
                "precision": certainty.value,
                "problem.severity": _PROBLEM[severity],
            },
        }

    def _home(self) -> dict[str, Any]:
        said = {"description": {"text": "The folder that the articles' paths are relative to"}}
        return {"uri": _file_uri(self._run.root) + "/", **said} if self._run.root else said

    def _place(self, path: str) -> dict[str, str]:
        """Where a file is: relative to the run's root when it lies in it."""
        path = from_root(path, self._run.root)
        if os.path.isabs(path):
            return {"uri": _file_uri(path)}
        return {"uri": _uri(path), "uriBaseId": _HOME}


def _result(violation: Violation, detail: Detail, place: dict[str, str]) -> dict[str, Any]:
    region = _region(violation.line, violation.column, violation.end_line, violation.end_column)
    result: dict[str, Any] = {
        "ruleId": violation.rule,
        "ruleIndex": 0,
        "level": _LEVELS[violation.severity],
        "message": {"text": _text(violation.message)},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        # Not "primaryLocationLineHash": GitHub's upload step makes that itself and warns of any other value.
        "partialFingerprints": {"copydesk/v1": violation.fingerprint},
        "properties": {"certainty": violation.certainty.value, "zone": violation.zone},
    }
    if violation.fix is not None:
        replacements = [
            {
                "deletedRegion": _region(change.line, change.column, change.end_line, change.end_column),
                "insertedContent": {"text": edit.text},
            }
            for edit, change in zip(violation.fix.edits, detail.changes, strict=True)
        ]
        result["fixes"] = [
            {
                "description": {"text": f"{violation.help or violation.message} ({violation.fix.safety})"},
                "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
            }
        ]
    return result


def _region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _notice(error: CheckError, place: dict[str, str]) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": place}
    if error.line:
        where["region"] = {"startLine": error.line}
    return {
        "descriptor": {"id": error.code},
        "level": "error",
        "message": {"text": _text(error.message)},
        "locations": [{"physicalLocation": where}],
    }


def _text(message: str) -> str:
    """A message in which nothing is a link: `[words](target)` would be one."""
    return one_line(message).replace("](", "\\](")


def _dedented(doc: str) -> str:
    """A docstring without the indentation of its later lines."""
    first, *rest = doc.strip().splitlines() or [""]
    indent = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    return "\n".join([first, *(line[indent:].rstrip() for line in rest)])


def _uri(path: str) -> str:
    """A relative path as a URI reference, byte for byte; never one that looks as if it had a scheme."""
    from urllib.parse import quote

    return quote(path_bytes(path.replace(os.sep, "/")), safe="/")


def _file_uri(path: str) -> str:
    return "file:///" + _uri(path).lstrip("/")
