"""For programs: schema.json beside this module describes it. One file a line, so that it can be read as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copydesk.model.violation import Fix, Report, Violation
    from copydesk.report.run import FileResult, Run, Totals

#: Changes only when something is taken away or means something else; additions keep it.
SCHEMA = 1


class Json:
    """The document `{"schema", "tool", "files", "summary"}`."""

    def __init__(self, run: Run, color: bool) -> None:
        self._run = run
        self._separator = "\n"

    def begin(self) -> str:
        tool = {"name": "copydesk", "version": self._run.version}
        return f'{{"schema": {SCHEMA}, "tool": {_dumps(tool)}, "files": ['

    def file(self, result: FileResult) -> str:
        separator, self._separator = self._separator, ",\n"
        return separator + _dumps(file_object(result.report))

    def end(self, totals: Totals) -> str:
        return f'\n], "summary": {_dumps(_summary(totals))}}}\n'


def _summary(totals: Totals) -> dict[str, Any]:
    return {
        "files": totals.files,
        "files_with_violations": totals.flagged,
        "files_failed": totals.failed,
        "words": totals.words,
        "violations": totals.violations,
        **{severity.value: number for severity, number in totals.counts.items()},
        "fixable": totals.safe,
        "fixable_unsafe": totals.unsafe,
        "suppressed": totals.suppressed,
        "not_listed": totals.capped,
    }


def file_object(report: Report) -> dict[str, Any]:
    """One report as the entry of `files`."""
    return {
        "path": report.path,
        "date": report.date.isoformat() if report.date else None,
        "date_origin": report.date_origin,
        "words": report.words,
        "status": report.status,
        "violations": [violation_object(v) for v in report.violations],
        "suppressed": [{**violation_object(s.violation), "reason": s.reason} for s in report.suppressed],
        "errors": [error._asdict() for error in report.errors],
        "not_listed": dict(report.capped),
    }


def violation_object(violation: Violation) -> dict[str, Any]:
    """One violation as an entry of `violations`."""
    v = violation
    return {
        "rule": v.rule,
        "family": v.family,
        "severity": v.severity.value,
        "certainty": v.certainty.value,
        "message": v.message,
        "zone": v.zone,
        "start": v.start,
        "end": v.end,
        "line": v.line,
        "column": v.column,
        "end_line": v.end_line,
        "end_column": v.end_column,
        "fix": _fix_object(v.fix),
        "fingerprint": v.fingerprint,
        "help": v.help,
    }


def _fix_object(fix: Fix | None) -> dict[str, Any] | None:
    return fix and {"safety": fix.safety.value, "edits": [edit._asdict() for edit in fix.edits]}


def _dumps(value: object) -> str:
    from json import dumps

    return dumps(value, ensure_ascii=False)
