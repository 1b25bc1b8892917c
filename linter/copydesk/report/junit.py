"""JUnit XML: a test suite a file, a test case a violation, or one that passes for a clean file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.report.display import one_line

if TYPE_CHECKING:
    from copydesk.model.violation import CheckError, Violation
    from copydesk.report.run import FileResult, Run, Totals


class JUnit:
    """Violations at or above `fail_on` fail; the rest are skipped tests, so that the result is the exit status's."""

    def __init__(self, run: Run, color: bool) -> None:
        self._fail_on = run.fail_on

    def begin(self) -> str:
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="copydesk">\n'

    def file(self, result: FileResult) -> str:
        report = result.report
        failures = sum(v.severity.rank >= self._fail_on.rank for v in report.violations)
        cases = [_error(report.path, error) for error in report.errors]
        cases += [self._case(report.path, violation) for violation in report.violations]
        suite = _attributes(
            name=report.path,
            tests=max(len(cases), 1),
            failures=failures,
            errors=len(report.errors),
            skipped=len(report.violations) - failures,
        )
        clean = f"    <testcase {_attributes(classname=report.path, name='copydesk', file=report.path)}/>\n"
        return f"  <testsuite {suite}>\n{''.join(cases) or clean}  </testsuite>\n"

    def end(self, totals: Totals) -> str:
        return "</testsuites>\n"

    def _case(self, path: str, violation: Violation) -> str:
        v = violation
        name = f"{v.rule} ({v.line}:{v.column})"
        case = _attributes(classname=path, name=name, file=path, line=v.line)
        message = one_line(v.message)
        if v.severity.rank >= self._fail_on.rank:
            words = f"{path}:{v.line}:{v.column}: {v.severity} {v.rule} {message}"
            said = f"<failure {_attributes(message=message, type=v.severity)}>{_escaped(words)}</failure>"
        else:
            said = f"<skipped {_attributes(message=f'{v.severity}: {message}')}/>"
        return f"    <testcase {case}>{said}</testcase>\n"


def _error(path: str, error: CheckError) -> str:
    case = _attributes(classname=path, name=error.code, file=path)
    said = _attributes(message=one_line(error.message), type=error.code)
    return f"    <testcase {case}><error {said}/></testcase>\n"


def _attributes(**values: object) -> str:
    return " ".join(f'{name}="{_escaped(str(value))}"' for name, value in values.items())


def _escaped(text: str) -> str:
    """Text for XML 1.0: marks as entities, characters that XML cannot hold replaced."""
    if not text.isprintable():
        text = "".join(c if _allowed(c) else "\ufffd" for c in text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def _allowed(char: str) -> bool:
    return " " <= char < "\ud800" or char in "\t\n\r" or "\ue000" <= char < "\ufffe" or char > "\uffff"
