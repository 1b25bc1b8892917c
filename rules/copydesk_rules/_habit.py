"""What several rules share: marks found in running copy, and a slip told from a habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import PROSE, Kind, Match, compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, KeysView

    from copydesk import Article, Flag, Flags


def in_copy(
    article: Article, pattern: re.Pattern[str], zones: frozenset[Kind] = PROSE, *, quoted: bool = False
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the article's `zones`, those in quotation marks only if `quoted`."""
    for match in pattern.finditer(article.prose):
        zone = article.zone_at(match.start())
        if zone is None or zone.kind not in zones or match.end() > zone.end:
            continue
        if quoted or not article.is_quoted(match.start(), match.end()):
            yield match


def words_in_use(article: Article) -> KeysView[str]:
    """Every word of the article in small letters, as tokens have them; tells cheaply whether a rule has work."""
    return article.tokens.where.keys()


def where_used(article: Article, words: frozenset[str], pattern: str) -> Iterator[Match]:
    """The matches of `pattern` in the newsroom's own prose, looked for only if the article has one of `words`."""
    if not words_in_use(article).isdisjoint(words):
        for match in in_copy(article, compiled(pattern)):
            yield Match(article, match)


def slips_or_habit(flags: Iterable[Flag], few: int = 3) -> Flags:
    """Each finding by itself when there are few in the article; else one, at the first, that mends them all."""
    found = list(flags)
    if len(found) <= few:
        yield from found
        return
    first = found[0]
    edits = tuple(sorted(edit for one in found for edit in one.edits))
    yield first._replace(message=f"{first.message} (and {len(found) - 1} more in this article)", edits=edits)
