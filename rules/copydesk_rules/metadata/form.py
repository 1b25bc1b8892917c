"""The facts above the story."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from copydesk import ALIASES, Bad, Good, compiled, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, FrontMatter

#: Keys whose values are dates.
_DATES = (*ALIASES["date"], "updated", "modified", "lastmod")


@rule(
    "metadata-parse",
    severity="error",
    summary="Metadata cannot be read as it is written",
    bad=[
        "---\ntitle: ^Pool: closed for good^\n---\nNo boat came.\n",
        "---\ntitle: Ferry late again\nstatus: draft\n^status^: published\n---\nNo boat came.\n",
        "^---^\ntitle: Ferry late again\n\nNo boat came.\n",
    ],
    good=[
        "---\ntitle: Ferry late again\nauthor: June Adler\n---\nNo boat came.\n",
        "---\ntitle: 'Pool: closed for good'\n---\nNo boat came.\n",
        "---\n\nNo boat came.\n",
        "No boat came.\n\n---\n\nThe council met.\n",
        Good('+++\ntitle = "Pool closes"\n+++\nNo boat came.\n'),
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
            "---\ntitle: Ferry late again\ndate: ^Nov. 3, 2025^\n---\nNo boat came.\n",
            fixed="---\ntitle: Ferry late again\ndate: 2025-11-03\n---\nNo boat came.\n",
        ),
        Bad(
            "---\ntitle: Ferry late again\ndate: ^2025-2-3^\n---\nNo boat came.\n",
            fixed="---\ntitle: Ferry late again\ndate: 2025-02-03\n---\nNo boat came.\n",
        ),
        Bad(
            "---\ntitle: Creamery shuts\nupdated: ^Friday, 4 October 2024^\n---\nThe creamery shut.\n",
            fixed="---\ntitle: Creamery shuts\nupdated: 2024-10-04\n---\nThe creamery shut.\n",
        ),
        "---\ntitle: Ferry late again\ndate: ^2025-02-30^\n---\nNo boat came.\n",
        "---\ntitle: Ferry late again\nupdated: ^12/02/2025^\n---\nNo boat came.\n",
        "---\ntitle: Ferry late again\ndate: ^2025-02-12 25:10^\n---\nNo boat came.\n",
    ],
    good=[
        "---\ntitle: Ferry late again\ndate: 2025-11-03\n---\nNo boat came.\n",
        "---\ntitle: Ferry late again\ndate: 2021-06-18 14:45:00 -0700\n---\nNo boat came.\n",
        "---\ntitle: Ferry late\ndate: 2025-11-03T10:00:00+05:30\nupdated: 2025-02-12T11:30Z\n---\nNo boat came.\n",
        "---\ntitle: Ferry late again\ndate:\n---\nNo boat came.\n",
    ],
)
def metadata_dates_are_iso(front: FrontMatter, *, keys: tuple[str, ...] = _DATES) -> Flags:
    """Programs that publish read `2025-02-12` one way only; `02/12/2025` they read as they please.

    A date, or a date and time with or without a zone, as ISO 8601 has it, with a space allowed for the T. What can be
    told for certain is put right; a date that no calendar has is only pointed at.
    """
    article = front.article
    for key in keys:
        field = front.field(key)
        if field is None or not isinstance(field.node.value, str | int):
            continue
        node = field.node
        written = article.text[node.start : node.end].strip()
        if not written or _is_iso(written):
            continue
        if compiled(_ISO).match(written):
            yield flag(node, f"{written} is no date or time there is")
            continue
        known = article.date.value if article.date.start == node.start and article.date.value else _loose(written)
        certain = known is not None and (written[:4].isdecimal() or any(c.isalpha() for c in written))
        iso = known.isoformat() if known is not None and certain else None
        yield flag(node, f"Write {iso}" if iso else "Write the date as year-month-day: 2025-02-12", replace=iso)


_ISO = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)? ?(?:Z|[+-]\d\d:?\d\d)?)?$"


def _is_iso(written: str) -> bool:
    """Whether it is a date, or a date and time, that a calendar and a clock have."""
    if not compiled(_ISO).match(written):
        return False
    try:
        datetime.fromisoformat(compiled(r" (?=[+-]\d\d:?\d\d$|Z$)").sub("", written))
    except ValueError:
        return False
    return True


def _loose(written: str) -> date | None:
    """The date of a year, month and day in figures, "2025-2-3", or with its month's name, "Fri., 4 Oct. 2024"."""
    parts = compiled(r"(\d{4})([-/.]?)(\d\d?)\2(\d\d?)").fullmatch(written)
    named = compiled(
        r"(?:[A-Z][a-z]{2,8}\.?,? )?(?:(\d\d?)(?:st|nd|rd|th)? )?([A-Z][a-z]{2,8})\.?"
        r"(?: (\d\d?)(?:st|nd|rd|th)?)?,? (\d{4})"
    ).fullmatch(written)
    try:
        if parts and (parts[2] or len(written) == 8):
            return date(int(parts[1]), int(parts[3]), int(parts[4]))
        if named and bool(named[1]) != bool(named[3]):
            return date(int(named[4]), _MONTHS.index(named[2][:3].lower()) + 1, int(named[1] or named[3]))
    except ValueError:
        pass
    return None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
