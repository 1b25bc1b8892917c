"""Blocks to units: the paragraphs and lines of a draft, bylines put together, before it is said what each is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from copydesk.model.article import ALIASES, MARKUP, OBJECT, Byline, FrontMatter, Kind, Zone, masked
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.blocks import Blocks, RawBlock
from copydesk.reading.byline import continues_byline, continues_names, opens_byline, parse_byline
from copydesk.reading.shapes import end_marks, line_kind
from copydesk.reading.text import ends_sentence, line_groups, paragraphs

#: How many paragraphs the top of a draft is, and how many its foot.
TOP = 16
FOOT = 6
#: How many lines may go on from a byline.
_BYLINE_LINES = 5
#: How many lines of a wrapped paragraph may stand above a byline in it.
_BEFORE_BYLINE = 4
_RAW = {
    "item": Kind.LIST,
    "quote": Kind.BLOCKQUOTE,
    "table": Kind.TABLE,
    "code": Kind.CODE,
    "caption": Kind.CAPTION,
}
_ABBREVIATION = r"(?:\b[A-Z]\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|[ap]\.m|vs|St)\.)[\"'”’)]*$"


class Unit:
    """One paragraph or line on its way to become a zone.

    said: its words without markup, `at` where they begin.  raw: what its format calls it.
    """

    __slots__ = ("at", "end", "key", "kind", "level", "parts", "raw", "repeats", "said", "start", "zone")

    def __init__(self, raw: str, start: int, end: int, level: int, view: str) -> None:
        self.raw = raw
        self.start = start
        self.end = end
        self.level = level
        whole = view[start:end]
        self.said = whole.strip()
        self.at = start + len(whole) - len(whole.lstrip())
        self.kind: Kind | None = _RAW.get(raw)
        self.key: str | None = None
        self.repeats: Unit | None = None
        self.parts: list[Unit] = []
        self.zone: Zone | None = None

    @property
    def closes(self) -> bool:
        """Whether it ends as a sentence does, and not with a question or a call, as headlines may."""
        said = self.said
        return ends_sentence(said, 0, len(said)) and not self.asks

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark or an exclamation mark."""
        return self.said.rstrip("\"'”’»)]")[-1:] in ("?", "!")

    @property
    def is_line(self) -> bool:
        """Whether it has the shape of a headline: short, and not ended as a sentence."""
        said = self.said
        if len(said) > 220 or said.count(" ") > 30 or said[-1] in ",;":
            return False
        return not self.closes or compiled(_ABBREVIATION).search(said) is not None

    @property
    def is_title(self) -> bool:
        """Whether it may be a headline: such a line, or one that trails off or has a headline's capitals."""
        said = self.said
        if self.is_line or (said.endswith(("...", "…")) and said.count(" ") < 12):
            return True
        return len(said) <= 220 and _is_capitalised(said)

    @property
    def is_copy(self) -> bool:
        """Whether it reads as a paragraph of a story."""
        return self.raw != "heading" and (self.closes or self.asks or self.said.count(" ") > 30)


def _is_capitalised(said: str) -> bool:
    """Whether a line is set as headlines are and sentences are not: its long words begin with capitals."""
    words = [word.lstrip("\"'“‘([") for word in said.split()]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) * 10 >= len(long) * 9


def unmasked(text: str, blocks: Blocks) -> str:
    """The text with its markup blanked out, character for character; printed e-mail addresses stay, and what
    character references stand for."""
    blanks = [(start, end, " " if mark in MARKUP + OBJECT else mark) for start, end, mark in blocks.masks]
    return masked(
        text, [blank for blank, mask in zip(blanks, blocks.masks, strict=True) if not _is_address(text, mask)]
    )


def _is_address(text: str, mask: tuple[int, int, str]) -> bool:
    """Whether a masked stretch is a printed e-mail address, which a byline may hold."""
    start, end, mark = mask
    return mark == OBJECT and end - start < 100 and "@" in text[start:end] and ":" not in text[start:end]


def find_units(text: str, view: str, blocks: Iterable[RawBlock], *, by_line: bool) -> list[Unit]:
    """The blocks as units, in order; those that say themselves what they are have their kind.

    by_line: a line may be a paragraph of its own (in all formats but HTML).
    """
    units = _mark_ends(_divided(text, view, blocks, by_line), text, view)
    name_by_words(units, but=opens_byline)
    return units


def name_by_words(units: list[Unit], but: Callable[[str], bool] = lambda said: False) -> None:
    """Give the paragraphs that say by their own words what they are their kind, those apart that `but` is true of."""
    for i, unit in enumerate(units):
        if unit.kind is None and unit.raw == "paragraph" and not but(unit.said):
            kind = line_kind(unit.said, edge=i < TOP or i >= len(units) - FOOT)
            # "Photos: …" or "Correction: …" as the very first line is a headline.
            titled = i == 0 and kind in (Kind.CAPTION, Kind.NOTICE) and unit.said[0] not in "([" and unit.is_line
            unit.kind = None if titled else kind


def _divided(text: str, view: str, blocks: Iterable[RawBlock], by_line: bool) -> list[Unit]:
    """The blocks as units; a block of lines that are paragraphs of their own is divided."""
    found: list[Unit] = []
    groups: list[list[Span]] = []
    for block in blocks:
        if block.kind == "paragraph" and by_line:
            one = _is_one_line(text, block.start, block.end)
            groups.extend([[Span(block.start, block.end)]] if one else line_groups(text, block.start, block.end))
        else:
            found.append(Unit(block.kind, block.start, block.end, block.level, view))
    groups.sort()
    for span in paragraphs(text, groups, loose=False):
        found.extend(_set_off(text, view, span))
    found.sort(key=lambda unit: unit.start)
    for image, unit in pairwise(found):
        if not image.said and unit.raw == "paragraph" and emphasis(text[unit.start : unit.end]) == "italic":
            unit.kind = Kind.CAPTION
    return [unit for unit in found if compiled(r"[^\W_]").search(unit.said)]


def _is_one_line(text: str, start: int, end: int) -> bool:
    return text.find("\n", start, end) < 0 and text.find("\r", start, end) < 0


def _set_off(text: str, view: str, span: Span) -> list[Unit]:
    """A paragraph as units: image lines, and a byline with the lines above it and on from it, stand apart."""
    lines = [span] if _is_one_line(text, *span) else line_groups(text, *span)[0]
    found = []
    at = 0
    while at < len(lines) - 1 and not view[slice(*lines[at])].strip():
        found.append(Unit("paragraph", *lines[at], 0, view))
        at += 1
    for i in range(at, min(at + _BEFORE_BYLINE, len(lines))):
        said = view[slice(*lines[i])].strip()
        if len(lines) > 1 and len(said) < 160 and opens_byline(said) and parse_byline(view, *lines[i]):
            after = i + 1
            while after < len(lines) and _continues(view[slice(*lines[after])].strip()):
                after += 1
            found.extend(Unit("paragraph", *line, 0, view) for line in lines[at:after])
            at = after
            break
    if at < len(lines):
        found.append(Unit("paragraph", lines[at].start, span.end, 0, view))
    return found


def _continues(said: str) -> bool:
    return continues_byline(said) or continues_names(said)


def emphasis(source: str) -> str:
    """How a whole paragraph of Markdown or HTML is set: "bold", "italic" or "" for neither."""
    source = source.strip().rstrip("\\")
    for mark in ("**", "__"):
        if source.startswith(mark) and source.endswith(mark) and len(source) > 4:
            return "bold" if mark not in source[2:-2] else ""
    if source[:1] == "*" and source[-1:] == "*" and len(source) > 2:
        return "" if "*" in source[1:-1].replace("**", "") else "italic"
    if source[:1] == "_" and source[-1:] == "_" and len(source) > 2:
        return "" if compiled(r"(?<!\w)_(?!_)|(?<!_)_(?!\w)").search(source[1:-1].replace("__", "")) else "italic"
    tag = compiled(r"<(em|i|strong|b)\b[^>]*>", re.I).match(source)
    if tag and source.lower().endswith(f"</{tag.group(1).lower()}>"):
        return "italic" if tag.group(1).lower() in ("em", "i") else "bold"
    return ""


def _mark_ends(units: list[Unit], text: str, view: str) -> list[Unit]:
    """Put the marks of the story's end among the units, in the place of what overlaps them."""
    marks = end_marks(text, units[0].start) if units else []
    if not marks:
        return units
    found = []
    at = 0
    for unit in units:
        while at < len(marks) and marks[at].end <= unit.start:
            found.append(_end_unit(marks[at], view))
            at += 1
        if at == len(marks) or unit.end <= marks[at].start or unit.kind is Kind.CODE:
            found.append(unit)
        if unit.kind is Kind.CODE:
            while at < len(marks) and marks[at].start < unit.end:
                at += 1
    return found + [_end_unit(mark, view) for mark in marks[at:]]


def _end_unit(mark: Span, view: str) -> Unit:
    unit = Unit("end", *mark, 0, view)
    unit.kind = Kind.END
    return unit


def front_matter_units(text: str, front_matter: FrontMatter) -> list[Unit]:
    """The title and the decks that stand in the front matter."""
    found = []
    title = front_matter.field(*ALIASES["title"])
    for kind, field in [(Kind.HEADLINE, title), *((Kind.DECK, front_matter.field(key)) for key in ALIASES["deck"])]:
        if field is None or not isinstance(field.node.value, str):
            continue
        start, end = field.node.start, field.node.end
        if text[start:end].strip():
            unit = Unit("meta", start, end, 0, text)
            unit.kind = kind
            unit.key = field.key
            found.append(unit)
    return found


def take_bylines(units: list[Unit], view: str) -> list[Byline]:
    """The bylines; their units are marked, and what goes on from one is made part of it."""
    found = []
    copy = 0
    i = 0
    while i < len(units):
        unit = units[i]
        byline = None
        if unit.kind is None and len(unit.said) < 220 and (copy < 2 or unit.said[:1] in "BbWwS"):
            byline = _byline_at(units, i, view, bare=0 < i < 8 and copy < 2)
        if byline:
            unit.kind = Kind.BYLINE
            found.append(byline)
        elif unit.kind is None and unit.is_copy:
            copy += 1
        i += 1
    return found


def _byline_at(units: list[Unit], i: int, view: str, *, bare: bool) -> Byline | None:
    """The byline that begins with unit i; the units that go on with it are taken out of the list."""
    unit = units[i]
    opens = opens_byline(unit.said)
    if not opens and not (bare and len(unit.said) < 120 and unit.said[0].isupper() and not unit.closes):
        return None
    parted = opens or compiled(r"[,|/(–—·•]| - ").search(unit.said)
    byline = parse_byline(view, unit.at, unit.end, bare=not opens) if parted else None
    if not parted and unit.said.count(" ") > 3:
        return None
    after = units[i + 1] if byline is None and i + 1 < len(units) else None
    if (
        after
        and len(after.said) < 160
        and (
            (after.kind is None and (opens or continues_byline(after.said)))
            or (after.kind is Kind.STAMP and not parted and units[i - 1].said.count(" ") > 2)
        )
    ):
        byline = parse_byline(view, unit.at, after.end, bare=not opens)
        if byline:
            unit.end = after.end
            del units[i + 1]
    for after in units[i + 1 : i + 1 + _BYLINE_LINES] if byline else ():
        if after.kind not in (None, Kind.BOILERPLATE):
            break
        goes_on = view[unit.start : unit.end].rstrip().endswith((",", "&", "and", ";"))
        names = goes_on and len(compiled(r"\r\n|\n|\r").findall(view[unit.end : after.start])) == 1
        if not (continues_byline(after.said) or (names and continues_names(after.said))):
            break
        longer = parse_byline(view, unit.at, after.end, bare=not opens)
        if longer is None:
            break
        byline = longer
        unit.end = after.end
        del units[i + 1]
    return byline
