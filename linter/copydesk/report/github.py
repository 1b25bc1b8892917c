"""Annotations for GitHub Actions: workflow commands on standard output, the most certain first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.violation import Certainty, Severity
from copydesk.report.display import counted, from_root, listed, one_line

if TYPE_CHECKING:
    from copydesk.model.violation import CheckError, Violation
    from copydesk.report.run import FileResult, Run, Totals

#: GitHub shows ten annotations of a kind for a step and drops the rest without a word.
MOST = 10
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_DOUBT = {Certainty.HIGH: 1, Certainty.MEDIUM: 2, Certainty.LOW: 3}


class GitHub:
    """Up to ten of each kind, then a line that says how many more there are."""

    def __init__(self, run: Run, color: bool) -> None:
        self._root = run.root
        self._kept: dict[str, list[tuple[int, int, str]]] = {kind: [] for kind in _KINDS.values()}
        self._seen = dict.fromkeys(self._kept, 0)

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        path = from_root(result.report.path, self._root)
        for error in result.report.errors:
            self._keep("error", 0, _error(path, error))
        for violation in result.report.violations:
            kind = _KINDS[violation.severity]
            self._keep(kind, _DOUBT[violation.certainty], _annotation(kind, path, violation))
        return ""

    def end(self, totals: Totals) -> str:
        lines = [line for kept in self._kept.values() for *_, line in kept]
        more = [counted(self._seen[kind] - len(kept), kind) for kind, kept in self._kept.items()]
        more = [said for said in more if not said.startswith("0 ")]
        if more:
            lines.append(f"copydesk: {listed(more)} more than GitHub shows: run `copydesk check` to see all.")
        return "".join(f"{line}\n" for line in lines)

    def _keep(self, kind: str, doubt: int, line: str) -> None:
        kept = self._kept[kind]
        kept.append((doubt, self._seen[kind], line))
        kept.sort()
        del kept[MOST:]
        self._seen[kind] += 1


def _annotation(kind: str, path: str, violation: Violation) -> str:
    """The command; GitHub takes columns only for what lies on one line."""
    v = violation
    place = f"line={v.line},endLine={v.end_line}"
    if v.line == v.end_line:
        place += f",col={v.column},endColumn={v.end_column}"
    return f"::{kind} file={_property(path)},{place},title={_property(f'copydesk {v.rule}')}::{_data(v.message)}"


def _error(path: str, error: CheckError) -> str:
    title = _property(f"copydesk {error.code}")
    return f"::error file={_property(path)},line={error.line or 1},title={title}::{_data(error.message)}"


def _data(text: str) -> str:
    """A command's message: one line, as GitHub's runner unescapes it."""
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    """A command's property: `%`, line ends, `:` and `,` would end it or add another."""
    for char in "%\r\n:,":
        text = text.replace(char, f"%{ord(char):02X}")
    return text
