"""The links of a story: their words and where they lead."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Span, compiled

if TYPE_CHECKING:
    from copydesk import Article


class Link(NamedTuple):
    """A link. text: where its words stand.  place: where its address stands.  url: "" for a reference."""

    text: Span
    words: str
    place: Span
    url: str


def find_links(article: Article) -> tuple[Link, ...]:
    """The links of a Markdown or HTML story, in order, read once; those inside code are none."""
    return article.computed("links", _read_links)


def _read_links(article: Article) -> tuple[Link, ...]:
    text = article.text
    found = []
    if article.format in ("markdown", "mdx") and ("](" in text or "][" in text):
        found += [_link(m) for m in _markdown().finditer(text, article.front_matter.end) if _is_masked(article, m)]
    if article.format != "text" and "<a " in text.lower():
        found += [_link(m) for m in _html().finditer(text, article.front_matter.end) if _is_masked(article, m)]
    return tuple(sorted(found))


def _link(match: re.Match[str]) -> Link:
    text, url = Span(*match.span("text")), match["url"] or ""
    return Link(text, match["text"], Span(*match.span("url")) if url else text, url)


def _is_masked(article: Article, match: re.Match[str]) -> bool:
    """Whether reading took this for markup with words inside, not for code."""
    return article.prose[match.start()] == "\u2060"


@cache
def _markdown() -> re.Pattern[str]:
    return compiled(
        r"\[(?<!!\[)(?P<text>[^\[\]\n]{1,300})\](?:\(\s*<?(?P<url>[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,500})?)>?"
        r"(?:\s+[\"'(][^\n]{0,300}?[\"')])?\s*\)|\[[^\[\]\n]{0,100}\])"
    )


@cache
def _html() -> re.Pattern[str]:
    return compiled(
        r"<a\s(?:[^<>]{0,300}?\s)?href\s*=\s*[\"']?(?P<url>[^\s\"'<>]{0,2000})[\"']?[^<>]{0,300}>(?P<text>[^<>]{1,300})</a>",
        re.I,
    )
