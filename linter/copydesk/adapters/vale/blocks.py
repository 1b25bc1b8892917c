"""What Vale calls a block: a stretch of text with a scope, found in our zones.

A block's text is the zone's prose as a reader sees it: markup is gone, code is asterisks, as in Vale, and every
character knows where it stands in the source. Bylines, datelines, stamps and copies of the headline are no block.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from os.path import splitext
from typing import TYPE_CHECKING

from copydesk.model.article import MARKUP, OBJECT, TEXT, Kind, folded
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.model.article import Article, Zone

#: Zones that are paragraphs to Vale.
_PARAGRAPHS = frozenset({Kind.DECK, Kind.LEAD, Kind.BODY, Kind.NOTICE, Kind.BOILERPLATE, Kind.CAPTION})
_SUMMARY = _PARAGRAPHS - {Kind.CAPTION} | {Kind.LIST, Kind.BLOCKQUOTE}
_READ = TEXT - {Kind.REPEAT, Kind.EXCERPT}
_KEPT = rf"[^{MARKUP}{OBJECT}\r]+|{OBJECT}+"
_ALT = r"!\[([^\]\n]*)\]|<img\b[^>]*?\balt=(?:\"([^\"]*)\"|'([^']*)')"
#: What the files of an article without marks of structure are.
_PLAIN = ("text",)


class Block:
    """Text, what it is (the sections of Vale's scope), and where each of its characters stands in the source."""

    __slots__ = ("_sources", "_starts", "article", "sections", "text")

    def __init__(self, article: Article, sections: frozenset[str], pieces: Iterable[tuple[str, int]]) -> None:
        self.article = article
        self.sections = sections
        self._starts: list[int] = []
        self._sources: list[int] = []
        texts: list[str] = []
        length = 0
        for text, source in pieces:
            self._starts.append(length)
            self._sources.append(source)
            texts.append(text)
            length += len(text)
        self.text = "".join(texts)

    def span(self, start: int, end: int) -> Span:
        """The source of [start, end) of the text; of an empty stretch, the place."""
        first = self._source(start)
        return Span(first, self._source(end - 1) + 1 if end > start else first)

    def whole(self) -> Span:
        """The source of the text without the white space around it."""
        text = self.text
        start = len(text) - len(text.lstrip())
        return self.span(start, max(len(text.rstrip()), start))

    def _source(self, offset: int) -> int:
        piece = bisect_right(self._starts, offset) - 1
        return self._sources[piece] + offset - self._starts[piece] if piece >= 0 else 0


class Scope(NamedTuple):
    """Where a rule looks. choices: of which one must hold, each of parts that all must: sections, and whether not."""

    choices: tuple[tuple[tuple[frozenset[str], bool], ...], ...]

    def covers(self, block: Block) -> bool:
        """Whether a rule of this scope reads `block`."""
        return any(_holds(parts, block.sections) for parts in self.choices)

    def names(self, section: str) -> bool:
        """Whether it speaks of `section`, unless to leave it out."""
        return any(section in part and not negated for parts in self.choices for part, negated in parts)


def _holds(parts: tuple[tuple[frozenset[str], bool], ...], sections: frozenset[str]) -> bool:
    is_sized = "raw" in sections or "summary" in sections
    return all(not (part <= sections or is_sized) if negated else part <= sections for part, negated in parts)


@cache
def read_scope(said: tuple[str, ...]) -> Scope:
    """A scope as a rule says it: `heading.h2`, `~blockquote`, `text & ~heading`, several of which one must hold."""
    return Scope(
        tuple(
            tuple(
                (frozenset(part.strip().removeprefix("~").strip().split(".")), part.strip().startswith("~"))
                for part in one.split("&")
            )
            for one in said
        )
    )


class Text:
    """An article as Vale rules read it; made once an article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._blocks: dict[Scope, tuple[Block, ...]] = {}
        self._made: dict[str, tuple[Block, ...]] = {}
        self._places: dict[Scope, dict[str, list[tuple[int, int]]]] = {}
        shown = article.prose.replace(MARKUP, "") if MARKUP in article.prose else ""
        #: All there is to read, lower case, and its words: what a rule's hints are looked for in.
        self.folded = f"{folded(article.text)}\n{folded(shown)}" if shown else folded(article.text)
        self.words = frozenset(compiled(r"\w+").findall(self.folded))

    def blocks(self, scope: Scope) -> tuple[Block, ...]:
        """The blocks of a scope, in the order of the source."""
        found = self._blocks.get(scope)
        if found is None:
            kinds = ("text", *(size for size in ("paragraph", "sentence", "summary", "raw") if scope.names(size)))
            found = tuple(block for kind in kinds for block in self._all(kind) if scope.covers(block))
            self._blocks[scope] = found
        return found

    def word_places(self, scope: Scope) -> dict[str, list[tuple[int, int]]]:
        """Where each word stands in the blocks of a scope, in lower case: the block's number and the word's start."""
        places = self._places.get(scope)
        if places is None:
            places = self._places[scope] = {}
            find = compiled(r"\w+").finditer
            for number, block in enumerate(self.blocks(scope)):
                for word in find(folded(block.text)):
                    places.setdefault(word.group(), []).append((number, word.start()))
        return places

    @property
    def top(self) -> Block:
        """The first block there is; an empty one where there is none."""
        return next(iter(self._all("text")), Block(self.article, frozenset(), ()))

    def _all(self, kind: str) -> tuple[Block, ...]:
        if kind not in self._made:
            self._made[kind] = tuple(_MAKERS[kind](self.article))
        return self._made[kind]


def text_of(article: Article) -> Text:
    """The article as Vale rules read it."""
    return article.computed("vale text", Text)


def _zones(article: Article, kinds: frozenset[Kind] = _READ) -> Iterator[Zone]:
    return (zone for zone in article.zones if zone.kind in kinds)


def _pieces(article: Article, start: int, end: int) -> Iterator[tuple[str, int]]:
    """What a reader sees of [start, end), with its source: no markup and no images, asterisks for code."""
    for kept in compiled(_KEPT).finditer(article.prose, start, end):
        if not kept.group().startswith(OBJECT):
            yield kept.group(), kept.start()
        elif article.text[kept.start()] not in "![":
            yield "*" * len(kept.group()), kept.start()


def _sections(article: Article, *names: str) -> frozenset[str]:
    return frozenset((*names, splitext(article.path)[1].lstrip(".").lower() or article.format))


def _named(article: Article, zone: Zone) -> frozenset[str]:
    """The sections of a zone's scope."""
    text = () if article.format in _PLAIN else ("text",)
    if zone.kind in (Kind.HEADLINE, Kind.SUBHEAD):
        level = zone.level or (1 if zone.kind is Kind.HEADLINE else 0)
        return _sections(article, *text, "heading", *([f"h{level}"] if level else []))
    if zone.kind is Kind.CAPTION:
        return _sections(article, *text, "figure", "caption")
    other = {Kind.LIST: "list", Kind.BLOCKQUOTE: "blockquote"}.get(zone.kind)
    return _sections(article, *text, *([other] if other else []))


def _texts(article: Article) -> Iterator[Block]:
    """Headings, paragraphs, list items … each a block; of a file without structure the whole is one more."""
    found = [
        Block(article, _named(article, zone), _pieces(article, zone.start, zone.end))
        for zone in _zones(article)
        if zone.kind is not Kind.TABLE
    ]
    if article.format in _PLAIN:
        found.append(Block(article, _sections(article, "text"), _joined(article, _zones(article))))
    else:
        found += (*_cells(article), *_alternatives(article))
        found.sort(key=lambda block: block.span(0, 0).start)
    return iter(found)


def _joined(article: Article, zones: Iterable[Zone]) -> Iterator[tuple[str, int]]:
    """The texts of several zones, an empty line between them."""
    end = None
    for zone in zones:
        if end is not None:
            yield "\n\n", end
        yield from _pieces(article, zone.start, zone.end)
        end = zone.end


def paragraphs(article: Article) -> list[Zone]:
    """The zones that Vale's summary is made of: paragraphs, list items and block quotations."""
    return list(_zones(article, _SUMMARY))


def _paragraphs(article: Article) -> Iterator[Block]:
    for zone in _zones(article, _PARAGRAPHS):
        yield Block(article, _sections(article, "paragraph"), _pieces(article, zone.start, zone.end))


def _sentences(article: Article) -> Iterator[Block]:
    for zone in _zones(article, _PARAGRAPHS):
        for sentence in zone.sentences:
            yield Block(article, _sections(article, "sentence"), _pieces(article, sentence.start, sentence.end))


def _summary(article: Article) -> Iterator[Block]:
    yield Block(article, _sections(article, "summary"), _joined(article, _zones(article, _SUMMARY)))


def _raw(article: Article) -> Iterator[Block]:
    lines = compiled(r"[^\r]+").finditer(article.text)
    yield Block(article, _sections(article, "raw"), ((line.group(), line.start()) for line in lines))


def _alternatives(article: Article) -> Iterator[Block]:
    """The texts that stand for images."""
    if OBJECT not in article.prose and "<img" not in article.text:
        return
    for image in compiled(_ALT).finditer(article.text):
        group = image.lastindex
        if group and image.group(group).strip() and article.prose[image.start()] in (MARKUP, OBJECT):
            yield Block(article, _sections(article, "text", "attr", "alt"), [(image.group(group), image.start(group))])


def _cells(article: Article) -> Iterator[Block]:
    """The cells of tables; the row above the line of hyphens is the header."""
    for zone in _zones(article, frozenset({Kind.TABLE})):
        lines = list(compiled(r"[^\r\n]+").finditer(article.text, zone.start, zone.end))
        is_ruled = len(lines) > 1 and not lines[1].group().strip("|-: \t")
        for row, line in enumerate(lines):
            part = "header" if is_ruled and row == 0 else "cell"
            for cell in compiled(r"(?:\\\||[^|])+").finditer(article.text, *line.span()):
                block = Block(article, _sections(article, "text", "table", part), _pieces(article, *cell.span()))
                if block.text.strip():
                    yield block


_MAKERS = {
    "text": _texts,
    "paragraph": _paragraphs,
    "sentence": _sentences,
    "summary": _summary,
    "raw": _raw,
}
