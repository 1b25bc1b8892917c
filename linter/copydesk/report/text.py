"""For a terminal: each violation with its source line, the words underlined, and what a fix would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.violation import Safety, Severity
from copydesk.report.display import counted, harmless, listed, one_line, shown_path, width

if TYPE_CHECKING:
    from copydesk.model.violation import Edit, Report, Violation
    from copydesk.report.run import Change, Detail, FileResult, Passage, Run, Totals

_BOLD, _DIM, _GREEN, _CYAN = "1", "2", "32", "36"
_PAINT = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "34"}
#: Characters of a fix's words that a help line shows, and edits that it lists.
_LONG, _MANY = 60, 3


class Concise:
    """One line a violation: `path:line:column: severity rule message`, `[*]` when `copydesk fix` mends it."""

    def __init__(self, run: Run, color: bool) -> None:
        self._color = color
        self._quiet = run.quiet

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        report = result.report
        marks = (" [*]" if v.fix and v.fix.safety is Safety.SAFE else "" for v in report.violations)
        lines = [self._headline(report.path, v) + mark for v, mark in zip(report.violations, marks, strict=True)]
        return "".join(f"{line}\n" for line in [*self._errors(report), *lines, *self._capped(report)])

    def end(self, totals: Totals) -> str:
        """The summary: what was found, in how many files, and what can be fixed."""
        if self._quiet:
            return ""
        if not totals.files:
            return "No files to check.\n"
        said = [self._found(totals)]
        if totals.safe or totals.unsafe:
            said.append(_fixable(totals))
        if totals.suppressed:
            said.append(f"{totals.suppressed:,} let stand.")
        if totals.failed:
            failed = f"{counted(totals.failed, 'file')} could not be checked."
            said.append(self._paint(failed, _BOLD, _PAINT[Severity.ERROR]))
        return " ".join(said) + "\n"

    def _found(self, totals: Totals) -> str:
        numbers = [counted(number, severity) for severity, number in totals.counts.items() if number]
        if not numbers:
            return self._paint(f"No violations in {counted(totals.files, 'file')}.", _GREEN)
        part = f"{totals.flagged:,} of " if totals.flagged < totals.files else ""
        return self._paint(f"Found {listed(numbers)} in {part}{counted(totals.files, 'file')}.", _BOLD)

    def _headline(self, path: str, violation: Violation) -> str:
        place = f"{self._paint(shown_path(path), _BOLD)}:{violation.line}:{violation.column}:"
        severity = self._paint(violation.severity, _BOLD, _PAINT[violation.severity])
        return f"{place} {severity} {self._paint(violation.rule, _BOLD)} {one_line(violation.message)}"

    def _errors(self, report: Report) -> list[str]:
        """What kept the file from being checked, a line each."""
        path = self._paint(shown_path(report.path), _BOLD)
        label = self._paint("error", _BOLD, _PAINT[Severity.ERROR])
        return [
            f"{path}:{f'{error.line}:' if error.line else ''} {label} {self._paint(error.code, _BOLD)} "
            f"{one_line(error.message)}"
            for error in report.errors
        ]

    def _capped(self, report: Report) -> list[str]:
        path = self._paint(shown_path(report.path), _BOLD)
        return [f"{path}: {number:,} more of {rule} not listed" for rule, number in report.capped]

    def _paint(self, text: str, *codes: str) -> str:
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self._color else text


class Text(Concise):
    """Each violation as a paragraph: the line above, the source underlined, and a help line for a fix."""

    def file(self, result: FileResult) -> str:
        report = result.report
        gutter = max((len(str(v.line)) for v in report.violations), default=0)
        blocks = [f"{line}\n" for line in self._errors(report)]
        for violation, detail in zip(report.violations, result.details, strict=True):
            blocks.append(
                f"{self._headline(report.path, violation)}\n"
                f"{self._source(violation, detail.passage, gutter)}{self._help(violation, detail, gutter)}"
            )
        blocks += [f"{line}\n" for line in self._capped(report)]
        return "".join(f"{block}\n" for block in blocks)

    def _source(self, violation: Violation, passage: Passage, gutter: int) -> str:
        """The source line and the underline, each after the gutter."""
        first = violation.column - passage.column
        last = len(passage.text) if violation.end_line > violation.line else violation.end_column - passage.column
        before, under = harmless(passage.text[:first]), harmless(passage.text[first:last])
        dots = "…" if passage.cut_before else ""
        line = f"{dots}{harmless(passage.text)}{'…' if passage.cut_after else ''}".rstrip()
        blank = " " * width(dots + before)
        marks = self._paint("^" * max(width(under), 1), _BOLD, _PAINT[violation.severity])
        further = f" to line {violation.end_line}" if violation.end_line > violation.line else ""
        bar = self._paint("|", _DIM)
        return (
            f"{self._paint(f'{violation.line:>{gutter + 1}}', _DIM)} {bar} {line}\n"
            f"{'':{gutter + 1}} {bar} {blank}{marks}{further}\n"
        )

    def _help(self, violation: Violation, detail: Detail, gutter: int) -> str:
        if violation.fix is None:
            return ""
        edits = violation.fix.edits
        if len(edits) > _MANY:
            said = f"{len(edits)} edits that belong together"
        else:
            said = "; ".join(_said(*pair) for pair in zip(edits, detail.changes, strict=True))
        unsafe = " (needs --unsafe)" if violation.fix.safety is Safety.UNSAFE else ""
        return f"{'':{gutter + 1}} {self._paint('=', _DIM)} {self._paint('help:', _CYAN)} {said}{unsafe}\n"


def _said(edit: Edit, change: Change) -> str:
    """What an edit does: `“Tuesday” → “Wednesday”`, `delete “,”`, `insert “,” after “2025”`, `" → “`."""
    if not edit.text:
        return f"delete {_quoted(change.was)}"
    if change.was:
        if "“" in edit.text or "”" in edit.text:
            return f"{_shortened(change.was)} → {_shortened(edit.text)}"
        return f"{_quoted(change.was)} → {_quoted(edit.text)}"
    return f"insert {_quoted(edit.text)}" + (f" after {_quoted(change.after)}" if change.after else "")


def _quoted(words: str) -> str:
    return f"“{_shortened(words)}”"


def _shortened(words: str) -> str:
    if len(words) > _LONG:
        words = f"{words[: _LONG // 2].rstrip()} … {words[-_LONG // 3 :].lstrip()}"
    return harmless(words, "␉")


def _fixable(totals: Totals) -> str:
    if not totals.safe:
        return f"{totals.unsafe:,} fixable with `copydesk fix --unsafe`."
    more = f", {totals.unsafe:,} more with --unsafe" if totals.unsafe else ""
    return f"{totals.safe:,} fixable with `copydesk fix`{more}."
