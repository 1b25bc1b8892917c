"""Values of the metadata, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from copydesk import ALIASES

if TYPE_CHECKING:
    from copydesk import Article, Field, Node

#: The way of a story, each state with its rank; what a later state requires it keeps requiring.
STATES: Mapping[str, int] = {
    name: rank
    for rank, names in enumerate(
        (
            "pitch idea assigned", "draft drafting in-progress", "edit editing review in-review pending submitted",
            "copy copy-edit copyedit", "legal", "ready approved scheduled embargoed",
            "published publish live updated corrected archived",
        )
    )
    for name in names.split()
}  # fmt: skip


def rank(status: str | None) -> int | None:
    """How far a status is on a story's way; None for one that is not known."""
    return STATES.get((status or "").lower().strip().replace(" ", "-").replace("_", "-"))


def names_of(key: str) -> tuple[str, ...]:
    """The names under which a fact may stand."""
    return ALIASES.get(key, (key,))


def mapping(node: Node) -> Mapping[str, Field]:
    """The fields of a value that is a mapping, keys in lower case; empty for any other."""
    return {key.lower(): field for key, field in node.value.items()} if isinstance(node.value, Mapping) else {}


def said(field: Field | None) -> str:
    """The text of a plain value, stripped; "" for none."""
    if field is None or field.node.value is None or isinstance(field.node.value, tuple | Mapping):
        return ""
    return str(field.node.value).strip()


def instant(field: Field | None) -> datetime | None:
    """The time, or the day, that a value in ISO 8601 names; None for any other value."""
    written = said(field)
    try:
        return datetime.fromisoformat(written.replace(" +", "+").replace(" -", "-"))
    except ValueError:
        return None


def images(article: Article) -> Iterator[tuple[Field, Mapping[str, Field]]]:
    """The images that the metadata names, each with its own fields (none when only its address stands there)."""
    for key in ("image", "images", "featured_image", "header_image", "cover", "lead_image", "photo", "thumbnail"):
        field = article.front_matter.field(key)
        if field is None or not field.node.value:
            continue
        for node in field.node.items:
            yield field._replace(node=node), mapping(node)
