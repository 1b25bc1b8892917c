"""What a check says: violations with their fixes, and the report that holds them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from copydesk.model.record import NamedTuple


class Severity(StrEnum):
    """How bad a violation is if it is true."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for suggestion, 1 for warning, 2 for error."""
        return _RANKS[self]


_RANKS = {Severity.SUGGESTION: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Certainty(StrEnum):
    """How sure the rule is that it is true."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Safety(StrEnum):
    """Whether a machine may make the edit without a person reading the story."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Put `text` in the place of [start, end); an insertion has start == end."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that belong together: all are made, or none. Sorted by start, never overlapping."""

    edits: tuple[Edit, ...]
    safety: Safety


class Violation(NamedTuple):
    """One finding. Offsets are code points, 0-based, half-open; lines and columns are 1-based."""

    rule: str
    severity: Severity
    certainty: Certainty
    message: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    zone: str
    fix: Fix | None
    help: str
    identity: str

    @property
    def family(self) -> str:
        """The first word of the rule's id."""
        return self.rule.partition("-")[0]

    @property
    def fingerprint(self) -> str:
        """16 hex digits that stay the same while text above or below changes: no line, no column."""
        from hashlib import blake2b

        return blake2b(self.identity.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Suppressed(NamedTuple):
    """A violation that was let stand, and why."""

    violation: Violation
    reason: str


class CheckError(NamedTuple):
    """Something that kept part of the check from running: an unreadable file, a rule that raised."""

    code: str
    message: str
    line: int = 0


class Report(NamedTuple):
    """All that was said of one article. Violations are sorted by start, end and rule.

    unjudged: titles that the registry of office-holders knows too little of to judge.
    notes: what kept some rules from working, whatever the article; sorted.
    """

    path: str
    violations: tuple[Violation, ...]
    suppressed: tuple[Suppressed, ...] = ()
    errors: tuple[CheckError, ...] = ()
    date: date | None = None
    date_origin: str = "none"
    words: int = 0
    status: str | None = None
    capped: tuple[tuple[str, int], ...] = ()
    unjudged: int = 0
    notes: tuple[str, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The highest severity in the report, or None when it is clean."""
        return max((v.severity for v in self.violations), key=lambda s: s.rank, default=None)
