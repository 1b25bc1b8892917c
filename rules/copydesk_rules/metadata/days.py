"""The days in the metadata, against each other and against the file's name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from copydesk import ALIASES, Bad, Good, compiled, flag, rule
from copydesk_rules.metadata._values import instant, mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Field, Flags, FrontMatter

_LATER = ("updated", "modified", "lastmod", "last_modified", "date_modified", "datemodified", "updated_at", "corrected")
_CORRECTIONS = ("corrections", "correction")
_EARLIER = ("created", "created_at", "embargo", "embargo_until", "embargoed_until")


@rule(
    "metadata-date-order",
    severity="error",
    summary="Dates in the metadata contradict each other",
    bad=[
        "---\ntitle: Ferry quits\ndate: 2025-02-12\nupdated: ^2025-02-10^\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\ndate: 2025-02-12T06:00:00-05:00\nembargo: ^2025-02-12T09:00:00-05:00^\n---\nNone.\n",
        "---\ntitle: Ferry quits\ndate: 2025-02-12\ncreated: ^2025-03-01^\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\ndate: 2025-02-12\ncorrections:\n  - date: ^2025-02-11^\n    text: A belt.\n---\n"
        "The ferry quit.\n",
    ],
    good=[
        "---\ntitle: Ferry quits\ndate: 2025-02-12\nupdated: 2025-02-12\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\ndate: 2025-02-12\nupdated: 2025-02-14T08:00:00Z\nembargo: 2025-02-12\n---\nNone.\n",
        "---\ntitle: Ferry quits\ndate: 2025-02-12T23:30:00-05:00\nupdated: 2025-02-13T05:30:00Z\n---\nNo boat.\n",
        "---\ntitle: Ferry quits\nupdated: 2025-02-10\n---\nThe ferry quit.\n",
    ],
)
def dates_are_in_order(front: FrontMatter) -> Flags:
    """A story is written before it is published and changed after: `updated` and the dates of corrections cannot come
    before `date`, nor `created` or `embargo` after it. A time without a zone is compared by its day.
    """
    published = front.field(*ALIASES["date"])
    if instant(published) is None:
        return
    for field in _changes(front):
        if _before(field, published):
            yield flag(field.node, "Mend the dates: this comes before the date of publication")
    for name in _EARLIER:
        made = front.field(name)
        if made is not None and _before(published, made):
            yield flag(made.node, "Mend the dates: this comes after the date of publication")


def _changes(front: FrontMatter) -> Iterator[Field]:
    """The fields that say when the story was changed, those of its corrections too."""
    yield from filter(None, map(front.field, _LATER))
    for field in filter(None, map(front.field, _CORRECTIONS)):
        yield from filter(None, (mapping(node).get("date") for node in field.node.items))


def _before(first: Field | None, second: Field | None) -> bool:
    """Whether the first is surely earlier than the second."""
    one, other = instant(first), instant(second)
    if one is None or other is None:
        return False
    if one.tzinfo and other.tzinfo:
        return _as_utc(one) < _as_utc(other) and not (_is_day(first) or _is_day(second))
    return one.date() < other.date()


def _as_utc(time: datetime) -> datetime:
    return time.astimezone(UTC)


def _is_day(field: Field | None) -> bool:
    return field is not None and len(str(field.node.value).strip()) <= 10


@rule(
    "metadata-date-filename",
    severity="warning",
    summary="The file's name has another date than the metadata",
    bad=[
        Bad("---\ntitle: A\ndate: ^2025-02-12^\n---\nThe ferry quit.\n", path="2025-02-10-ferry.md"),
        Bad("---\ntitle: A\ndate: ^2025-02-12T09:00:00-05:00^\n---\nNo boat.\n", path="news/2024-02-12-ferry.md"),
    ],
    good=[
        Good("---\ntitle: A\ndate: 2025-02-12\n---\nThe ferry quit.\n", path="2025-02-12-ferry.md"),
        Good("---\ntitle: A\ndate: 2025-02-12T23:00:00-05:00\n---\nThe ferry quit.\n", path="2025-02-13-ferry.md"),
        Good("---\ntitle: A\ndate: 2025-02-12\n---\nThe ferry quit.\n", path="ferry-2025.md"),
    ],
)
def file_name_has_the_date(front: FrontMatter, *, slack: int = 1) -> Flags:
    """Many programs take a story's date from its file's name, others from the metadata: they must not differ.

    `slack` days are let be for a time with a zone, since a date near midnight is two dates in two zones.
    """
    article = front.article
    named = compiled(r"(?:^|[/\\])((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)[^/\\]*$").search(article.path)
    field = front.field(*ALIASES["date"])
    time = instant(field)
    if named is None or time is None or field is None:
        return
    try:
        day = date(int(named[1]), int(named[2]), int(named[3]))
    except ValueError:
        return
    if abs((time.date() - day).days) > (0 if _is_day(field) else slack):
        yield flag(field.node, f"The file's name says {day.isoformat()}; make them agree")
