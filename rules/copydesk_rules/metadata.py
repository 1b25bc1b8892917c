"""The facts above the story."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from copydesk import ALIASES, Bad, Good, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags

#: Keys whose values are dates.
_DATES = (*ALIASES["date"], "updated", "modified", "lastmod")


@rule(
    "metadata-parse",
    severity="error",
    summary="Metadata cannot be read as it is written",
    bad=[
        "---\ntitle: ^Pool: closed for good^\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\nstatus: draft\n^status^: published\n---\nThe pool closed.\n",
        "^---^\ntitle: Pool closes\n\nThe pool closed.\n",
    ],
    good=[
        "---\ntitle: Pool closes\nauthor: Ana Ruiz\n---\nThe pool closed.\n",
        "---\ntitle: 'Pool: closed for good'\n---\nThe pool closed.\n",
        "---\n\nThe pool closed.\n",
        "The pool closed.\n\n---\n\nThe council met.\n",
        Good('+++\ntitle = "Pool closes"\n+++\nThe pool closed.\n'),
    ],
)
def metadata_parses(article: Article) -> Flags:
    """The metadata block is what every machine downstream reads first, so it must read one way only.

    An unquoted colon in a title, a key written twice, a tab, a closing line that is missing: each makes some
    program read something else, or nothing.
    """
    for problem in article.problems:
        if problem.code == "metadata-parse":
            yield flag(problem, problem.message)


@rule(
    "metadata-date-format",
    severity="error",
    fix="safe",
    summary="Dates in the metadata are written as ISO 8601 has them",
    bad=[
        Bad(
            "---\ntitle: Pool closes\ndate: ^Feb. 12, 2025^\n---\nThe pool closed.\n",
            fixed="---\ntitle: Pool closes\ndate: 2025-02-12\n---\nThe pool closed.\n",
        ),
        Bad(
            "---\ntitle: Pool closes\ndate: ^2025-2-3^\n---\nThe pool closed.\n",
            fixed="---\ntitle: Pool closes\ndate: 2025-02-03\n---\nThe pool closed.\n",
        ),
        "---\ntitle: Pool closes\ndate: ^2025-02-30^\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\nupdated: ^12/02/2025^\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\ndate: ^2025-02-12 25:10^\n---\nThe pool closed.\n",
    ],
    good=[
        "---\ntitle: Pool closes\ndate: 2025-02-12\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\ndate: 2021-06-18 14:45:00 -0700\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\ndate: 2025-02-12T10:00:00+05:30\nupdated: 2025-02-12T11:30Z\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\ndate:\n---\nThe pool closed.\n",
    ],
)
def metadata_dates_are_iso(article: Article, *, keys: tuple[str, ...] = _DATES) -> Flags:
    """Programs that publish read `2025-02-12` one way only; `02/12/2025` they read as they please.

    A date, or a date and time with or without a zone, as ISO 8601 has it, with a space allowed for the T. What can be
    told for certain is put right; a date that no calendar has is only pointed at.
    """
    for key in keys:
        field = article.front_matter.field(key)
        if field is None or not isinstance(field.node.value, str | int):
            continue
        node = field.node
        written = article.text[node.start : node.end].strip()
        if not written or _is_iso(written):
            continue
        if re.match(_ISO, written):
            yield flag(node, f"{written} is no date or time there is")
            continue
        known = article.date.value if article.date.start == node.start and article.date.value else _loose(written)
        certain = known is not None and (written[:4].isdecimal() or any(c.isalpha() for c in written))
        iso = known.isoformat() if known is not None and certain else None
        yield flag(node, f"Write {iso}" if iso else "Write the date as year-month-day: 2025-02-12", replace=iso)


_ISO = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)? ?(?:Z|[+-]\d\d:?\d\d)?)?$"


def _is_iso(written: str) -> bool:
    """Whether it is a date, or a date and time, that a calendar and a clock have."""
    if not re.match(_ISO, written):
        return False
    try:
        datetime.fromisoformat(re.sub(r" (?=[+-]\d\d:?\d\d$|Z$)", "", written))
    except ValueError:
        return False
    return True


def _loose(written: str) -> date | None:
    """The date of year, month and day in figures with any marks between them: 2025-2-3, 2025/02/03."""
    parts = re.fullmatch(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)", written)
    try:
        return date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None
