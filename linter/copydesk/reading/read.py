"""A source, bytes or text, to an Article: format, front matter, blocks, parts, and the story's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from typing import TYPE_CHECKING

from copydesk.model.article import ALIASES, MARKUP, STORY, Article, ArticleDate, FrontMatter, Kind, Problem, Zone
from copydesk.patterns import compiled
from copydesk.reading.byline import parse_byline
from copydesk.reading.dateline import parse_dateline
from copydesk.reading.decode import check_characters, decode
from copydesk.reading.frontmatter import read_front_matter
from copydesk.reading.stamps import printed_date
from copydesk.reading.structure import Structure, find_structure

if TYPE_CHECKING:
    from copydesk.reading.blocks import Blocks

_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".mdx": "mdx", ".txt": "text", ".html": "html", ".htm": "html"}
_FILE_DATE = r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)"


def read_article(
    text: str | bytes,
    *,
    path: str = "draft.md",
    date: str | Date | None = None,
    source: str | bytes | Article | None = None,
) -> Article:
    """Read a draft. Any text gives an Article: one that is no text is empty, with the problems that say so.

    path names the format (by its suffix; without a known one the content does) and may hold a date; it
    is never opened. date: the story's date, a date or "YYYY-MM-DD", where the caller knows it. source: the text
    that the draft was made from, to hold its quotations against. Raises ValueError for a `date` that is none.
    """
    given = Date.fromisoformat(date) if isinstance(date, str) else date
    problems: list[Problem] = []
    if isinstance(text, bytes):
        decoded = decode(text)
        problems.extend(decoded.problems)
        text = decoded.text
        if not decoded.is_text:
            return Article("", path=path, format="none", problems=problems, date=_given(given))
    problems.extend(check_characters(text))
    front_matter, found = read_front_matter(text)
    problems.extend(found)
    format = _format_of(path, text, front_matter)
    blocks = _read_blocks(text, front_matter.end, format)
    problems.extend(blocks.problems)
    structure = find_structure(text, blocks, front_matter, by_line=format != "html")
    return Article(
        text,
        path=path,
        format=format,
        zones=structure.zones,
        masks=[*_front_matter_masks(front_matter, structure.zones), *blocks.masks],
        front_matter=front_matter,
        bylines=structure.bylines,
        datelines=structure.datelines,
        comments=blocks.comments,
        problems=problems,
        date=_given(given) or _story_date(text, path, front_matter, structure),
        source=source if source is None or isinstance(source, Article) else read_article(source, path="source"),
    )


def zone_article(text: str, kind: Kind | str, *, path: str = "draft.md", date: str | Date | None = None) -> Article:
    """An article that is one zone of this kind and nothing else, for examples: a headline, a caption, a byline."""
    given = Date.fromisoformat(date) if isinstance(date, str) else date
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    zones = [Zone(Kind(kind), start, end)] if start < end else []
    byline = parse_byline(text, start, end, bare=True) if kind == Kind.BYLINE else None
    dateline = parse_dateline(text, start, len(text)) if kind == Kind.DATELINE else None
    return Article(
        text,
        path=path,
        zones=zones,
        bylines=[byline] if byline else (),
        datelines=[dateline] if dateline else (),
        date=_given(given),
    )


def _format_of(path: str, text: str, front_matter: FrontMatter) -> str:
    """The format by the path's suffix, or by what the text begins with or holds."""
    found = _SUFFIXES.get("." + path.rpartition(".")[2].lower())
    if found:
        return found
    top = text[front_matter.end : front_matter.end + 1000]
    if compiled(r"\s*<(?:!doctype\s+html|html|head|body|article|p|h1|div)\b", re.I).match(top):
        return "html"
    if front_matter or compiled(r"(?m)^(?:#{1,6} \S|[ \t]*[*-] \S|> \S|```)|\]\(\S{1,400}\)|\*\*\S").search(text):
        return "markdown"
    return "text"


def _read_blocks(text: str, start: int, format: str) -> Blocks:
    """The blocks of the body, by the reader of its format."""
    if format == "text":
        from copydesk.reading.text import read_text

        return read_text(text, start)
    if format == "html":
        from copydesk.reading.html import read_html

        return read_html(text, start)
    from copydesk.reading.markdown import read_markdown

    return read_markdown(text, start, mdx=format == "mdx")


def _front_matter_masks(front_matter: FrontMatter, zones: tuple[Zone, ...]) -> Iterator[tuple[int, int, str]]:
    """Masks over all of the front matter but the values that are zones."""
    at = front_matter.start
    for zone in zones:
        if zone.start >= front_matter.end:
            break
        yield at, zone.start, MARKUP
        at = zone.end
    if at < front_matter.end:
        yield at, front_matter.end, MARKUP


def _given(date: Date | None) -> ArticleDate | None:
    return ArticleDate(date, "option") if date else None


def _story_date(text: str, path: str, front_matter: FrontMatter, structure: Structure) -> ArticleDate:
    """The story's date: front matter, else a printed stamp, else the dateline, else the file's name."""
    for key in ALIASES["date"]:
        field = front_matter.field(key)
        value = front_matter.scalar(key)
        found = printed_date(value) if value and field else None
        if found and field:
            return ArticleDate(found, "front matter", field.node.start, field.node.end)
    for origin, start, end in _printed_dates(structure):
        found = printed_date(text, start, end)
        if found:
            return ArticleDate(found, origin, start, end)
    for match in compiled(_FILE_DATE).finditer(re.split(r"[/\\]", path)[-1]):
        found = printed_date(match.group())
        if found:
            return ArticleDate(found, "file name")
    return ArticleDate(None)


def _printed_dates(structure: Structure) -> Iterator[tuple[str, int, int]]:
    """Where a draft prints its date: stamps and bylines outside the story, then datelines."""
    story = [zone for zone in structure.zones if zone.kind in STORY]
    first = story[0].start if story else 0
    last = story[-1].end if story else 0
    stamps = [zone for zone in structure.zones if zone.kind is Kind.STAMP and not first < zone.start < last]
    printed = sorted(
        [(zone.start, zone.end) for zone in stamps] + [tuple(b.stamp) for b in structure.bylines if b.stamp]
    )
    yield from (("stamp", start, end) for start, end in printed)
    yield from (("dateline", *dateline.date) for dateline in structure.datelines[:1] if dateline.date)
