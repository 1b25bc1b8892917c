"""Two mentions of one kind and what joins them: "from June 3 to June 9", "9-11 a.m."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from copydesk.model.article import Located

if TYPE_CHECKING:
    from copydesk.model.article import Article
    from copydesk.model.span import Span

M = TypeVar("M", bound=Located)


class Range(Located, Generic[M]):
    """From `first` to `last`. opener: "from" or "between", part of the range.  joiner: the dash or word between."""

    __slots__ = ("first", "joiner", "last", "opener")

    def __init__(self, article: Article, first: M, joiner: Span, last: M, opener: Span | None) -> None:
        super().__init__(article, opener.start if opener else first.start, last.end)
        self.first = first
        self.joiner = joiner
        self.last = last
        self.opener = opener
