"""HTML: headings, paragraphs, items, quotations, captions and tables, however badly the tags are closed."""

from __future__ import annotations

import re

from copydesk.model.article import MARKUP, OBJECT
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.blocks import Blocks, RawBlock
from copydesk.reading.tags import NOT_COPY, REFERENCE, TAG, Mask, reference_masks, tag_name

#: Elements that end the paragraph before them and begin another.
_BLOCK = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta ol optgroup option p section "
    "summary table tbody td tfoot th thead tr ul".split()
)
#: Elements that are no part of the story, shown or not.
_ASIDE = NOT_COPY | frozenset("audio button canvas iframe nav noscript object pre select title video".split())


def read_html(text: str, start: int, end: int | None = None) -> Blocks:
    """The blocks of the HTML in text[start:end]; each runs from its first to its last character of copy.

    Tags and comments are masked as markup, code, scripts, images and players as objects. The title of the
    page stands in for a heading of level 1 when there is none. Two line breaks in a row part paragraphs;
    so does one after a short line (a byline, an address) or a sentence.
    """
    page = _Page(text, len(text) if end is None else end)
    page.read(start)
    return page.blocks()


class _Page:
    """What has been read so far, and what is open."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.found: list[RawBlock] = []
        self.masks: list[Mask] = []
        self.comments: list[Span] = []
        self.title: RawBlock | None = None
        self.unclosed: set[str] = set()
        self.copy: Span | None = None
        self.broken = False
        self.heading = 0
        self.depth = {"blockquote": 0, "list": 0, "figcaption": 0, "table": 0}

    def blocks(self) -> Blocks:
        if self.title and not any(block.kind == "heading" and block.level == 1 for block in self.found):
            self.found = sorted([*self.found, self.title], key=lambda block: block.start)
        elif self.title:
            self.masks.append((self.title.start, self.title.end, OBJECT))
        return Blocks(tuple(self.found), tuple(sorted(self.masks)), tuple(self.comments))

    def read(self, at: int) -> None:
        """Read on from `at` to the end."""
        sign = compiled(r"<(?=[A-Za-z/!?])|&(?=[#A-Za-z])")
        tag, reference = compiled(TAG), compiled(REFERENCE)
        while match := sign.search(self.text, at, self.end):
            here = match.start()
            self._copy(at, here)
            if self.text.startswith("<!--", here):
                at = self._comment(here)
            elif found := tag.match(self.text, here, self.end):
                at = self._tag(found)
            else:
                at = here + 1
                written = reference.match(self.text, here, self.end)
                if written:
                    self.masks += reference_masks(self.text, *written.span())
                    at = written.end()
                self._copy(here, at)
        self._copy(at, self.end)
        self.depth["table"] = 0
        self._break()

    def _copy(self, start: int, end: int) -> None:
        """Add the text from start to end to the block that is being read."""
        piece = self.text[start:end]
        if piece and not piece.isspace():
            end = start + len(piece.rstrip())
            start += len(piece) - len(piece.lstrip())
            if self.broken and self.copy and self._ends_line(self.copy, self.text[start]):
                self._break()
            self.copy = Span(self.copy.start if self.copy else start, end)
            self.broken = False

    def _ends_line(self, line: Span, following: str) -> bool:
        """Whether a single line break ends a block: what is before it is a short line or ends a sentence."""
        whole = line.end - line.start < 80 or self.text[line.end - 1] in '.!?…:;”"’)'
        return whole and not self.heading and not following.islower()

    def _break(self) -> None:
        """End the block that is being read; in a table, nothing ends before the table does."""
        if self.copy and not self.depth["table"]:
            self.found.append(RawBlock(self._kind(), *self.copy, self._level()))
            self.copy = None
        if not self.depth["table"]:
            self.heading = 0
        self.broken = False

    def _kind(self) -> str:
        if self.depth["figcaption"]:
            return "caption"
        if self.depth["blockquote"]:
            return "quote"
        if self.heading:
            return "heading"
        return "item" if self.depth["list"] else "paragraph"

    def _level(self) -> int:
        return {"heading": self.heading, "item": self.depth["list"]}.get(self._kind(), 0)

    def _comment(self, start: int) -> int:
        """A comment; one that is never closed reaches to the end, as it does in a browser."""
        closing = self.text.find("-->", start + 2, self.end)
        end = closing + 3 if closing >= 0 else self.end
        self.masks.append((start, end, MARKUP))
        self.comments.append(Span(start, end))
        return end

    def _tag(self, tag: re.Match[str]) -> int:
        start, end = tag.span()
        name = tag_name(tag)
        closes = self.text.startswith("</", start)
        self.masks.append((start, end, OBJECT if name in ("img", "embed", "input") else MARKUP))
        if name in _ASIDE and not closes:
            return self._aside(name, end)
        if name == "br":
            if self.broken:
                self._break()
            self.broken = True
        elif name in _BLOCK:
            if name == "table" and closes and self.depth["table"] == 1:
                self._end_table()
            self._break()
            self._open(name, -1 if closes else 1)
        return end

    def _end_table(self) -> None:
        self.depth["table"] = 0
        if self.copy:
            self.found.append(RawBlock("table", *self.copy))
            self.copy = None

    def _open(self, name: str, by: int) -> None:
        """Go one level into an element, or out of it (by -1)."""
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            self.heading = int(name[1]) if by > 0 else 0
        elif name == "figure":
            self.depth["figcaption"] = 0
        else:
            kind = "list" if name in ("ul", "ol", "menu", "dir") else name
            if kind in self.depth:
                self.depth[kind] = max(0, self.depth[kind] + by)

    def _aside(self, name: str, at: int) -> int:
        """An element that holds no copy, up to its closing tag; ignored when it has none."""
        closing = None
        if name not in self.unclosed:
            closing = re.compile(rf"</{re.escape(name)}(?![\w-])", re.I).search(self.text, at, self.end)
        if not closing:
            self.unclosed.add(name)
            if name not in ("script", "style"):
                return at
        end = closing.start() if closing else self.end
        inside = self.text[at:end]
        start, stop = at + len(inside) - len(inside.lstrip()), at + len(inside.rstrip())
        if name in ("pre", "title"):
            self._break()
        if stop <= start:
            return end
        if name == "title" and not self.title and not self.depth["table"]:
            self.title = RawBlock("heading", start, stop, 1)
            for written in compiled(REFERENCE).finditer(self.text, start, stop):
                self.masks += reference_masks(self.text, *written.span())
            return end
        self.masks.append((at, end, OBJECT))
        if name == "pre" and not self.depth["table"]:
            self.found.append(RawBlock("code", start, stop))
        return end
