"""Terms beside one another: which overlap, and what their dates are in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from copydesk.knowledge.model import Term

#: `as_of` of a term that its newsroom holds to be right until it says otherwise.
ALWAYS = date.max


def span_of(term: Term) -> str:
    """A term's dates in words: "2021-01-20 to 2025-01-20", "since 2025-01-20"."""
    start = f"{term.start}" if term.start else "?"
    if term.precision != "day":
        start = start[: 7 if term.precision == "month" else 4]
    if term.end is None:
        return f"since {start}"
    return f"{start} to {str(term.end)[: len(start) if term.start else 10]}"


def overlaps(terms: Iterable[Term]) -> Iterator[tuple[Term, Term]]:
    """Pairs of different people's terms in one office that overlap by more than both tolerate; acting ones never do."""
    rows = sorted((term for term in terms if not term.acting), key=lambda term: (term.start or date.min, term.person))
    open_rows: list[Term] = []
    for row in rows:
        open_rows = [earlier for earlier in open_rows if overlap(earlier, row)]
        yield from ((earlier, row) for earlier in open_rows if earlier.person != row.person)
        open_rows.append(row)


def overlap(one: Term, other: Term) -> bool:
    """Whether two terms have more days in common than the sources' tolerance."""
    near = max(one.tolerance, other.tolerance)
    first, second = sorted((one, other), key=lambda term: term.start or date.min)
    end = first.end or (first.as_of if first.as_of < ALWAYS else date.max)
    start = second.start or date.min
    if start == date.min:
        return True
    return start < end and end - start > near
