"""What reporters are given: the facts of a run, one result a file as it comes, and the totals at the end.

A result carries the few words of the source that a reader is shown, never the article, so that a run
over thousands of files needs no more memory than a run over one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from copydesk.model.record import NamedTuple
from copydesk.model.violation import CheckError, Report, Safety, Severity

if TYPE_CHECKING:
    from copydesk.model.article import Article
    from copydesk.model.span import LineIndex
    from copydesk.model.violation import Certainty, Edit, Violation

#: Code points of a source line that are shown; longer lines are cut around the violation.
WIDTH = 100
#: How far a cut may move to fall between words.
_SNAP = 15
#: Code points kept of what an edit takes out, for display.
_KEPT = 200
#: The violation that says a rule failed: it makes the exit status 2.
INTERNAL_ERROR = "internal-error"


class About(Protocol):
    """What a reporter may want to know of a rule; `copydesk.checking.rule.Rule` has it all."""

    @property
    def id(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def doc(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def certainty(self) -> Certainty: ...


class Run(NamedTuple):
    """The facts of a run. describe: a rule's metadata by its id, None for an unknown one.

    fail_on: the least severity that makes the run fail.  root: the absolute folder that paths in SARIF are
    relative to (the repository's), None for paths as they were given.  quiet: no summary for people.
    """

    version: str
    fail_on: Severity = Severity.ERROR
    describe: Callable[[str], About | None] = lambda rule_id: None
    root: str | None = None
    quiet: bool = False


class Passage(NamedTuple):
    """The part of a source line that is shown. column: 1-based, of its first character; cuts at either end."""

    text: str
    column: int
    cut_before: bool = False
    cut_after: bool = False


class Change(NamedTuple):
    """What an edit does, for readers: where, the words it takes out, and for an insertion the word before it."""

    line: int
    column: int
    end_line: int
    end_column: int
    was: str
    after: str = ""


class Detail(NamedTuple):
    """What is shown beside a violation: its source line, and a `Change` for each edit of its fix."""

    passage: Passage
    changes: tuple[Change, ...] = ()


class FileResult(NamedTuple):
    """One file's report. details: one a violation, in the same order."""

    report: Report
    details: tuple[Detail, ...] = ()


class Totals:
    """The counts of a run, added up as results come.

    failed: files that could not be checked, or not in full.  safe, unsafe: violations with such a fix.
    notes: what kept rules from working, each once, in the order in which it came up.
    """

    __slots__ = (
        "_broken", "capped", "counts", "failed", "files", "flagged", "notes", "safe", "suppressed", "unjudged",
        "unsafe", "words",
    )  # fmt: skip

    def __init__(self) -> None:
        self.files = self.flagged = self.failed = 0
        self.safe = self.unsafe = 0
        self.suppressed = self.capped = self.words = self.unjudged = 0
        self.notes: dict[str, None] = {}
        self.counts = dict.fromkeys(Severity, 0)
        self._broken = False

    def add(self, result: FileResult) -> None:
        """Count one file's report."""
        report = result.report
        self.files += 1
        self.flagged += bool(report.violations)
        self.failed += bool(report.errors)
        self.words += report.words
        self.unjudged += report.unjudged
        self.notes.update(dict.fromkeys(report.notes))
        self.suppressed += len(report.suppressed)
        self.capped += sum(number for _, number in report.capped)
        self._broken = self._broken or bool(report.errors)
        for violation in report.violations:
            self.counts[violation.severity] += 1
            self._broken = self._broken or violation.rule == INTERNAL_ERROR
            if violation.fix is not None:
                if violation.fix.safety is Safety.SAFE:
                    self.safe += 1
                else:
                    self.unsafe += 1

    @property
    def violations(self) -> int:
        """All violations, of every severity."""
        return sum(self.counts.values())

    def status(self, fail_on: Severity) -> int:
        """The exit status: 2 when something kept a check from running, 1 for violations at or above `fail_on`."""
        if self._broken:
            return 2
        return int(any(number and severity.rank >= fail_on.rank for severity, number in self.counts.items()))


class Reporter(Protocol):
    """A format. Each call gives the text to write at that point, "" for nothing yet."""

    def __init__(self, run: Run, color: bool) -> None: ...
    def begin(self) -> str: ...
    def file(self, result: FileResult) -> str: ...
    def end(self, totals: Totals) -> str: ...


def with_details(article: Article, report: Report) -> FileResult:
    """The report of `article` with what readers are shown of the source."""
    lines = article.lines
    return FileResult(report, tuple(_detail(article.text, lines, v) for v in report.violations))


def failure(path: str, code: str, message: str) -> FileResult:
    """The result of a file that could not be checked."""
    return FileResult(Report(path, (), errors=(CheckError(code, message),)))


def _detail(text: str, lines: LineIndex, violation: Violation) -> Detail:
    edits: Iterable[Edit] = violation.fix.edits if violation.fix else ()
    return Detail(_passage(text, lines, violation), tuple(_change(text, lines, edit) for edit in edits))


def _passage(text: str, lines: LineIndex, violation: Violation) -> Passage:
    """The violation's first line, cut between words to WIDTH around where it begins."""
    line = lines.line_span(violation.line)
    begin, finish = line.start, line.end
    start, end = violation.start, min(violation.end, line.end)
    if finish - begin > WIDTH:
        margin = max(WIDTH - (end - start), WIDTH // 5) // 2
        begin = max(line.start, min(start - margin, line.end - WIDTH))
        finish = min(line.end, begin + WIDTH)
        space = text.find(" ", begin, min(begin + _SNAP, start))
        if begin > line.start and space >= 0:
            begin = space + 1
        space = text.rfind(" ", max(finish - _SNAP, end if end < finish else 0), finish)
        if finish < line.end and space >= 0:
            finish = space
    return Passage(text[begin:finish], begin - line.start + 1, begin > line.start, finish < line.end)


def _change(text: str, lines: LineIndex, edit: Edit) -> Change:
    was = text[edit.start : min(edit.end, edit.start + _KEPT)]
    after = "" if was else text[max(edit.start - _KEPT // 5, 0) : edit.start]
    word = after.split()[-1] if after and not after[-1].isspace() else ""
    return Change(*lines.line_column(edit.start), *lines.line_column(edit.end), was, word)
