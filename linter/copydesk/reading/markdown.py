"""Markdown: blocks by CommonMark's rules and tables; their marks, and everything that is no copy, masked.

Copy that is nothing but paragraphs and `#` headings is read line by line here; at the first line that could
be anything else, markdown-it's block parser decides, which takes longer to import than most drafts to read.
The two agree wherever the first does not give up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from copydesk.model.article import MARKUP, OBJECT
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.blocks import Blocks, RawBlock
from copydesk.reading.inline import Inline, fold_label
from copydesk.reading.tags import Mask
from copydesk.reading.templates import HIDDEN, hide_templates

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

#: How a line begins that is, or may be, more than a paragraph's or a `#` heading's.
_NOT_PLAIN = (
    r"(?: {0,3}\t| {4}| {0,3}(?:>|<[A-Za-z/!?]|```|~~~|[-+*](?![^ \t\r\n])|\d{1,9}[.)](?![^ \t\r\n])"
    r"|\[(?:[^\r\n]*\]:|[^\]\r\n]*(?![^\r\n]))|[-*_=:|][-*_=:| \t]*(?![^\r\n])))"
)


def read_markdown(text: str, start: int = 0, *, mdx: bool = False) -> Blocks:
    """The blocks of the Markdown from `start`, a line's beginning, to the end.

    A paragraph of a block quotation is a "quote", one of a list an "item" of the list's depth; HTML blocks
    are read as HTML. What has nothing to read (an image, an address, a comment alone) is no block, only
    masked; all that stands between blocks is masked as markup. mdx: see `hide_templates`.
    """
    hidden = hide_templates(text, start, mdx=mdx)
    body = _Body(hidden.text)
    body.regions += [(at, end) for at, end, _ in hidden.masks]
    if _is_plain(hidden.text, start):
        _read_plain(body, start)
    else:
        _read_parsed(body, start)
    masks = sorted([*hidden.masks, *body.masks, *body.between(start)])
    comments = sorted([*hidden.comments, *body.comments, *body.inline.comments])
    return Blocks(tuple(body.blocks), tuple(masks), tuple(comments))


class _Body:
    """What has been read of a text so far. regions: the stretches that were looked into, blocks or not."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[RawBlock] = []
        self.masks: list[Mask] = []
        self.comments: list[Span] = []
        self.regions: list[tuple[int, int]] = []
        self.inline = Inline(text)

    def add(self, kind: str, lines: list[Span], level: int = 0) -> None:
        """A block of copy. lines: without indentation, container marks and spaces at their ends."""
        start, end = lines[0].start, lines[-1].end
        masks = self.inline.read(start, end)
        if len(lines) > 1:
            masks = sorted([*masks, *self._line_marks(lines)])
        self.masks += masks
        self.regions.append((start, end))
        if self._has_copy(start, end, masks):
            self.blocks.append(RawBlock(kind, start, end, level))

    def add_heading(self, line: Span, level: int, kind: str = "heading") -> None:
        """A heading from its first `#` on. One that has no words is the mark that ends a story (`###`)."""
        words = self.text[line.start + level : line.end].strip(" \t")
        bare = words.rstrip("#")
        if bare != words and (not bare or bare[-1] in " \t"):
            words = bare.rstrip(" \t")
        if words.strip("# \t"):
            start = self.text.index(words, line.start + level)
            self.add(kind, [Span(start, start + len(words))], level if kind == "heading" else 0)
        else:
            self.add("paragraph", [line])

    def add_code(self, start: int, end: int) -> None:
        end = start + len(self.text[start:end].rstrip(" \t\r\n"))
        self.blocks.append(RawBlock("code", start, end))
        self.masks.append((start, end, OBJECT))
        self.regions.append((start, end))

    def add_html(self, lines: list[Span], *, quoted: bool) -> None:
        """A block of HTML. In a quotation its lines are read one by one, since marks stand between them."""
        from copydesk.reading.html import read_html

        for start, end in lines if quoted else [(lines[0].start, lines[-1].end)]:
            found = read_html(self.text, start, end)
            for block in found.blocks:
                inside = found.masks[bisect_left(found.masks, (block.start,)) : bisect_left(found.masks, (block.end,))]
                if block.kind == "code" or self._has_copy(block.start, block.end, inside):
                    self.blocks.append(block._replace(kind="quote", level=0) if quoted else block)
            self.masks += found.masks
            self.comments += found.comments
            self.regions.append((start, end))

    def add_table(self, rows: list[Span]) -> None:
        """A table: its second row and the bars between its cells are markup."""
        start, end = rows[0].start, rows[-1].end
        bars = compiled(r"(?<!\\)\|").finditer(self.text, start, end)
        masks = [*self.inline.read(start, end), (*rows[1], MARKUP), *((bar.start(), bar.end(), MARKUP) for bar in bars)]
        self.masks += masks
        self.regions.append((start, end))
        if self._has_copy(start, end, sorted(masks)):
            self.blocks.append(RawBlock("table", start, end))

    def between(self, start: int) -> Iterator[Mask]:
        """Masks over whatever stands outside all regions."""
        at = start
        for region_start, region_end in [*sorted(self.regions), (len(self.text), len(self.text))]:
            if region_start > at:
                gap = self.text[at:region_start]
                bare = gap.strip()
                if bare:
                    first = at + gap.index(bare[0])
                    yield first, first + len(bare), MARKUP
            at = max(at, region_end)

    def _line_marks(self, lines: list[Span]) -> Iterator[Mask]:
        """Masks over what stands between a block's lines: hard breaks, indentation, the marks of containers."""
        for line, following in pairwise(lines):
            if following.start - line.end > 1:
                between = self.text[line.end : following.start]
                spaces = len(between) - len(between.lstrip(" \t"))
                if spaces > 1:
                    yield line.end, line.end + spaces, MARKUP
                last = line.end + max(between.rfind("\n"), between.rfind("\r")) + 1
                if last < following.start:
                    yield last, following.start, MARKUP

    def _has_copy(self, start: int, end: int, masks: Collection[Mask]) -> bool:
        """Whether anything to read is left beside the masks, which are sorted. A character reference is to read."""
        at = start
        for mask_start, mask_end, mark in masks:
            if mask_start >= end:
                break
            if mask_end > start and (mark not in (MARKUP, OBJECT) or self._is_copy(at, mask_start)):
                return True
            at = max(at, mask_end)
        return self._is_copy(at, end)

    def _is_copy(self, start: int, end: int) -> bool:
        piece = self.text[start:end]
        return bool(piece.replace(HIDDEN, "").strip()) if HIDDEN in piece else bool(piece) and not piece.isspace()


# Paragraphs and headings alone


def _is_plain(text: str, start: int) -> bool:
    """Whether no line can be anything but a paragraph's, a heading's or blank."""
    if compiled(_NOT_PLAIN).match(text, start):
        return False
    return not compiled(rf"[\r\n]{_NOT_PLAIN}").search(text, start)


def _read_plain(body: _Body, start: int) -> None:
    """Read lines into paragraphs; a blank line or a heading ends one."""
    paragraph: list[Span] = []
    heading = compiled(r" *(?P<marks>#{1,6})(?![^ \t\r\n])")
    for line in _lines(body.text, start):
        head = heading.match(body.text, line.start, line.end)
        bare = _stripped(body.text, line)
        if bare.start < bare.end and not head:
            paragraph.append(bare)
            continue
        if paragraph:
            body.add("paragraph", paragraph)
            paragraph = []
        if head:
            body.add_heading(bare, len(head["marks"]))
    if paragraph:
        body.add("paragraph", paragraph)


def _lines(text: str, start: int) -> Iterator[Span]:
    """The lines from `start` on without their ends: what LF, CRLF or a lone CR ends, and the rest."""
    for line in compiled(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)").finditer(text, start):
        yield Span(*line.span(1))


def _stripped(text: str, line: Span) -> Span:
    words = text[line.start : line.end]
    bare = words.strip(" \t")
    start = line.start + len(words) - len(words.lstrip(" \t"))
    return Span(start, start + len(bare))


# Everything else, by the parser


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _read_parsed(body: _Body, start: int) -> None:
    """Read the blocks that markdown-it finds; it gives lines, and their places come from the lines' ends."""
    lines = list(_lines(body.text, start))
    # To Python more is a space than to Markdown: hidden, so that lines are not stripped of it.
    source = compiled(r"[^\S \t\r\n]").sub(HIDDEN, body.text[start:])
    source = compiled(r"\r\n?").sub("\n", source) if "\r" in source else source
    tokens: list[Any] = []
    definitions: dict[str, Any] = {}
    parser = _parser()
    parser.block.parse(source, parser, definitions, tokens)
    body.inline.references = {fold_label(label) for label in definitions.get("references", ())}
    quotes = lists = 0
    heading = table = None
    for token in tokens:
        if token.type in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
        elif token.type.endswith(("_list_open", "_list_close")):
            lists += token.nesting
        elif token.type.startswith("heading"):
            heading = token if token.nesting > 0 else None
        elif token.type.startswith("table"):
            table = token if token.nesting > 0 else None
            if table:
                body.add_table(lines[table.map[0] : table.map[1]])
        elif token.type == "inline" and not table:
            kind, level = ("quote", 0) if quotes else ("item", lists) if lists else ("paragraph", 0)
            spans = _words_of_lines(body.text, lines, token)
            if not heading:
                body.add(kind, spans, level)
            elif heading.markup in "=-":
                body.add("quote" if quotes else "heading", spans, 0 if quotes else int(heading.tag[1]))
            else:
                marks = Span(body.text.index("#", lines[token.map[0]].start), spans[0].end)
                body.add_heading(marks, int(heading.tag[1]), "quote" if quotes else "heading")
        elif token.type in ("fence", "code_block"):
            body.add_code(lines[token.map[0]].start, lines[token.map[1] - 1].end)
        elif token.type == "html_block":
            body.add_html(_words_of_lines(body.text, lines, token), quoted=quotes > 0)


def _words_of_lines(text: str, lines: list[Span], token: Any) -> list[Span]:
    """Where a token's lines of content stand: each ends a line of the text, whatever marks stand before it."""
    contents = token.content.rstrip("\n").split("\n")
    first = token.map[0]
    spans = []
    for line, content in zip(lines[first : first + len(contents)], contents, strict=True):
        end = _stripped(text, line).end
        spans.append(Span(end - len(content.strip(" \t")), end))
    return spans
