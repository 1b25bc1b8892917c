"""What rules about crime and the law share: how far a case has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk import Article

_CONVICTED = (
    "convicted",
    "conviction",
    "pleaded guilty",
    "found guilty",
    "guilty verdict",
    "guilty plea",
    "sentenced to",
)


def has_conviction(article: Article) -> bool:
    """Whether the law has spoken on somebody in it."""
    return any(word in article.folded for word in _CONVICTED)
