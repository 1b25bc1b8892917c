"""A run with something of everything, made by hand: every format's golden file shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

import pytest

from copydesk.model.article import Article
from copydesk.model.violation import Certainty, CheckError, Edit, Fix, Report, Safety, Severity, Suppressed, Violation
from copydesk.report.run import FileResult, Run, with_details

ABOUT = {
    "date-weekday-mismatch": (
        "Weekday does not match the date",
        """A weekday printed beside a full date must be that date's weekday.

    Readers plan by weekdays; a wrong one sends them on the wrong day.

        The vote is Wednesday, Feb. 12, 2025.
    """,
        Severity.ERROR,
        Certainty.HIGH,
    ),
    "usage-news-conference": (
        "Use news conference", "Broadcasters come too, so it is no press conference.", Severity.WARNING, Certainty.HIGH,
    ),
    "lead-length": ("Lead is too long", "A lead of more than 30 words loses its reader.", Severity.SUGGESTION,
                    Certainty.MEDIUM),
}  # fmt: skip


class Rule(NamedTuple):
    id: str
    summary: str
    doc: str
    severity: Severity
    certainty: Certainty


def describe(rule_id: str) -> Rule | None:
    return Rule(rule_id, *ABOUT[rule_id]) if rule_id in ABOUT else None


class Desk:
    """Makes violations from the words they stand on."""

    def __init__(self, text: str, path: str) -> None:
        self.article = Article(text, path=path)

    def violation(
        self,
        rule: str,
        words: str,
        message: str,
        *,
        severity: Severity = Severity.ERROR,
        certainty: Certainty = Certainty.HIGH,
        edits: Iterable[tuple[str, str]] = (),
        safety: Safety = Safety.SAFE,
        at: int | None = None,
    ) -> Violation:
        """`edits` are (words, new words); `at` is the place when `words` does not say it."""
        start = self.article.text.index(words) if at is None else at
        end = start + len(words)
        lines = self.article.lines
        made = []
        for was, new in edits:
            place = self.article.text.index(was, start) if was else end
            made.append(Edit(place, place + len(was), new))
        known = describe(rule)
        return Violation(
            rule, severity, certainty, message, start, end, *lines.line_column(start), *lines.line_column(end), "body",
            Fix(tuple(made), safety) if made else None, known.summary if known else "", f"{rule}\0{words}",
        )  # fmt: skip

    def result(self, *violations: Violation, **more: object) -> FileResult:
        """The file's result, sorted as a checked one is."""
        ordered = tuple(sorted(violations, key=lambda v: (v.start, v.end, v.rule)))
        return with_details(self.article, Report(self.article.path, ordered, **more))  # type: ignore[arg-type]


COUNCIL = """---
title: City Council Approves Budget
---

MIDTOWN (AP) -- The City Council approved a $4.2 million budget for parks, libraries, road repairs, two new buses and
the long-promised footbridge over the Mill River on Tuesday, Feb. 12, 2025, after three hours of debate.

Mayor Ana Ruiz called a press conference.\tShe said it was “a good night for the city” .
"""
ODD = (
    "Tom Lee wrote 東京 here ,and \x1b[31mthis\x1b[0m is\u202e odd.\n\n"
    + "The river rose again. " * 30
    + "The sheriff,, who lives in Midtown, saw it. "
    + "It fell by noon. " * 30
    + "\n"
)


def council(path: str = "stories/council.md") -> FileResult:
    """Several severities, fixes of each kind, a violation over two lines, one let stand."""
    desk = Desk(COUNCIL, path)
    lead = COUNCIL[COUNCIL.index("The City") : COUNCIL.index("\n\nMayor")]
    return desk.result(
        desk.violation(
            "date-weekday-mismatch", "Tuesday", "Feb. 12, 2025, was a Wednesday", edits=[("Tuesday", "Wednesday")],
            safety=Safety.UNSAFE,
        ),
        desk.violation(
            "lead-length", lead, "Lead has 38 words; 30 is plenty", severity=Severity.SUGGESTION,
            certainty=Certainty.MEDIUM,
        ),
        desk.violation(
            "dateline-dash", "--", "Use a dash with a space on both sides", at=COUNCIL.index("-- The"),
            edits=[("--", "—")],
        ),
        desk.violation(
            "usage-news-conference", "press conference", "Use “news conference”", severity=Severity.WARNING,
            edits=[("press conference", "news conference")],
        ),
        desk.violation("punctuation-space", " .", "Space before a full stop", edits=[(" .", "."), ("", "\n")]),
        date=date(2025, 2, 11),
        date_origin="front matter",
        words=51,
        status="draft",
        suppressed=(
            Suppressed(desk.violation("headline-case", "City Council", "Use sentence case"), "the paper's own style"),
        ),
        capped=(("punctuation-space", 37),),
    )  # fmt: skip


def odd(path: str = "stories/a%0A::error::b,c.md") -> FileResult:
    """Wide and control characters, a long line, an insertion and a deletion, a name that would be a command."""
    desk = Desk(ODD, path)
    return desk.result(
        desk.violation("punctuation-space", " ,", "Space before a comma", edits=[(" ,", ",")]),
        desk.violation("text-control", "\x1b", "Control character \x1b\nin the text"),
        desk.violation("punctuation-twice", ",,", "Comma\r\n::error::twice 100%", edits=[(",", "")]),
        desk.violation(
            "byline-missing", "", "No byline", at=0, severity=Severity.WARNING, certainty=Certainty.LOW,
            edits=[("", "By Tom Lee\n\n")], safety=Safety.UNSAFE,
        ),
        desk.violation("punctuation-comma", "Midtown", "Comma <needed>", edits=[("", ",")]),
        words=200,
    )  # fmt: skip


def missing() -> FileResult:
    """A file that could not be read."""
    return FileResult(Report("stories/missing.md", (), errors=(CheckError("unreadable-file", "No such file"),)))


def clean() -> FileResult:
    """A file without violations."""
    return FileResult(Report("stories/river.md", (), words=12))


@pytest.fixture(scope="session")
def run() -> Run:
    return Run("1.2.3", Severity.ERROR, describe)


@pytest.fixture
def results() -> list[FileResult]:
    return [odd(), council(), missing(), clean()]


@pytest.fixture(scope="session")
def desk() -> Callable[[str, str], Desk]:
    return Desk
