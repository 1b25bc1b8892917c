"""Blocks to zones: which paragraph is headline, deck, byline, lead, subhead, notice, and which says another again.

A draft is read from its top. What a line is by its own words comes first (`shapes`, `byline`); then copies
are set aside (`repeats`); of what remains above the story the headline and the deck are found by shape and
place, and the first paragraph after them is the lead. What the markup says goes before what the shape says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from copydesk.model.article import ALIASES, OBJECT, Byline, Dateline, FrontMatter, Kind, Zone, masked
from copydesk.model.span import Span
from copydesk.reading.blocks import Blocks, RawBlock
from copydesk.reading.byline import continues_byline, continues_names, opens_byline, parse_byline
from copydesk.reading.dateline import parse_dateline
from copydesk.reading.repeats import Openings, Part, word_starts, words_of
from copydesk.reading.shapes import end_marks, is_cut, is_foot, is_label, line_kind
from copydesk.reading.text import ends_sentence, line_groups, paragraphs

#: How many paragraphs the top of a draft is, and how many its foot.
_TOP = 16
_FOOT = 6
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
#: Deck keys whose text is metadata when it only says the lead or the headline again.
_DERIVED = ("summary", "description", "excerpt", "teaser")


class Structure(NamedTuple):
    """The parts of a draft. Zones are sorted and never overlap; a dateline or byline lies in one of them."""

    zones: tuple[Zone, ...]
    bylines: tuple[Byline, ...]
    datelines: tuple[Dateline, ...]


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
        """Whether it ends as a sentence does."""
        said = self.said
        return ends_sentence(said, 0, len(said)) and not said.endswith(("?", "!"))

    @property
    def is_line(self) -> bool:
        """Whether it has the shape of a headline: short, and not ended as a sentence."""
        said = self.said
        if len(said) > 220 or said.count(" ") > 30 or said[-1] in ",;":
            return False
        return not self.closes or re.search(_ABBREVIATION, said) is not None or _is_capitalised(said)

    @property
    def is_copy(self) -> bool:
        """Whether it reads as a paragraph of a story."""
        return self.raw != "heading" and (self.closes or self.said.count(" ") > 30 or self.said[-1] in "?!")


def _is_capitalised(said: str) -> bool:
    """Whether a line is set as headlines are and sentences are not: its long words begin with capitals."""
    words = [word.lstrip("\"'“‘([") for word in said.split()]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) * 5 >= len(long) * 4


def find_structure(text: str, blocks: Blocks, front_matter: FrontMatter, *, by_line: bool) -> Structure:
    """The parts of a draft, from its format's blocks. by_line: a line may be a paragraph (all but HTML)."""
    view = masked(text, [(*mask[:2], " ") for mask in blocks.masks if not _is_address(text, mask)])
    units = _mark_ends(_units(text, view, blocks.blocks, by_line), text, view, front_matter.end)
    meta = _front_matter_units(text, front_matter)
    bylines = _take_bylines(units, view)
    for i, unit in enumerate(units):
        if unit.kind is None and unit.raw == "paragraph":
            unit.kind = line_kind(unit.said, edge=i < _TOP or i >= len(units) - _FOOT)
    draft = _Draft(units, meta, text, view)
    draft.read()
    every = sorted([*meta, *units], key=lambda unit: unit.start)
    return Structure(_zones(every), tuple(bylines), tuple(draft.datelines))


def _is_address(text: str, mask: tuple[int, int, str]) -> bool:
    """Whether a masked stretch is a printed e-mail address, which a byline may hold."""
    start, end, mark = mask
    return mark == OBJECT and end - start < 100 and "@" in text[start:end] and ":" not in text[start:end]


# Blocks to units


def _units(text: str, view: str, blocks: Iterable[RawBlock], by_line: bool) -> list[Unit]:
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
    return [unit for unit in found if re.search(r"[^\W_]", unit.said)]


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
    for i in range(at, min(at + _BEFORE_BYLINE, len(lines) - 1)):
        said = view[slice(*lines[i])].strip()
        if len(said) < 160 and opens_byline(said) and parse_byline(view, *lines[i]):
            found.extend(Unit("paragraph", *line, 0, view) for line in lines[at : i + 1])
            at = i + 1
            while at < len(lines) - 1 and _continues(view[slice(*lines[at])].strip()):
                found.append(Unit("paragraph", *lines[at], 0, view))
                at += 1
            break
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
        return "" if re.search(r"(?<!\w)_(?!_)|(?<!_)_(?!\w)", source[1:-1].replace("__", "")) else "italic"
    tag = re.match(r"<(em|i|strong|b)\b[^>]*>", source, re.I)
    if tag and source.lower().endswith(f"</{tag.group(1).lower()}>"):
        return "italic" if tag.group(1).lower() in ("em", "i") else "bold"
    return ""


def _mark_ends(units: list[Unit], text: str, view: str, start: int) -> list[Unit]:
    """Put the marks of the story's end among the units, in the place of what overlaps them."""
    for mark in end_marks(text, start):
        if any(unit.kind is Kind.CODE and unit.start <= mark.start < unit.end for unit in units):
            continue
        units = [unit for unit in units if unit.end <= mark.start or unit.start >= mark.end]
        end = Unit("end", *mark, 0, view)
        end.kind = Kind.END
        units.append(end)
    units.sort(key=lambda unit: unit.start)
    return units


def _front_matter_units(text: str, front_matter: FrontMatter) -> list[Unit]:
    """The title and the decks that stand in the front matter."""
    found = []
    title = front_matter.field(*ALIASES["title"])
    for kind, field in [(Kind.HEADLINE, title), *((Kind.DECK, front_matter.field(key)) for key in ALIASES["deck"])]:
        if field and isinstance(field.node.value, str) and field.node.value.strip() and field.node.start < field.node.end:
            unit = Unit("meta", field.node.start, field.node.end, 0, text)
            unit.kind = kind
            unit.key = field.key
            found.append(unit)
    return found


def _take_bylines(units: list[Unit], view: str) -> list[Byline]:
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
    parted = opens or re.search(r"[,|/(–—·•]| - ", unit.said)
    byline = parse_byline(view, unit.at, unit.end, bare=not opens) if parted else None
    after = units[i + 1] if i + 1 < len(units) and units[i + 1].kind is None else None
    if not parted and unit.said.count(" ") > 3:
        return None
    if byline is None and after and len(after.said) < 160 and (opens or continues_byline(after.said)):
        byline = parse_byline(view, unit.at, after.end, bare=not opens)
        if byline:
            unit.end = after.end
            del units[i + 1]
    while byline and i + 1 < len(units) and units[i + 1].kind is None:
        after = units[i + 1]
        adjacent = not view[unit.end : after.start].strip(" \t*_") in ("\n\n", "\r\n\r\n", "\r\r")
        more = adjacent and view[unit.start : unit.end].rstrip(" \t*_").endswith((",", "&", "and", ";"))
        if not (continues_byline(after.said) or (more and continues_names(after.said))):
            break
        longer = parse_byline(view, unit.at, after.end, bare=not opens)
        if longer is None:
            break
        byline = longer
        unit.end = after.end
        del units[i + 1]
    return byline


# Units to kinds


class _Draft:
    """A draft whose paragraphs are being told apart."""

    def __init__(self, units: list[Unit], meta: list[Unit], text: str, view: str) -> None:
        self.units = units
        self.meta = meta
        self.text = text
        self.view = view
        self.titled = any(unit.kind is Kind.HEADLINE for unit in meta)
        self.copies: dict[int, list[Part]] = {}
        self.datelines: list[Dateline] = []

    def read(self) -> None:
        """Give every unit its kind."""
        self._find_copies()
        lead = self._read_top()
        self._read_foot(lead)
        self._read_body(lead)
        self._settle_copies()
        self._take_datelines(lead)

    def source(self, number: int) -> Unit:
        """The unit a `Part` names; front matter has negative numbers."""
        return self.units[number] if number >= 0 else self.meta[-1 - number]

    def _find_copies(self) -> None:
        """Find what at the draft's top is said again below, or was said above."""
        openings = Openings()
        for k, unit in enumerate(self.meta):
            openings.add(-1 - k, unit.said)
        top = [i for i, unit in enumerate(self.units[:_TOP]) if unit.kind is None]
        for i in top:
            self._add_opening(openings, i)
        for i in top:
            said = self.units[i].said
            cut = is_cut(said)
            if not cut and not openings.shared(said):
                continue
            parts = openings.parts(said, {i, *self.copies}, cut=cut)
            if len(parts) > 1 or (parts and (cut or self._is_copy_of(i, parts[0].source))):
                self.copies[i] = parts

    def _add_opening(self, openings: Openings, i: int) -> None:
        """Make a paragraph's first words known, and those after its dateline."""
        unit = self.units[i]
        openings.add(i, unit.said)
        dateline = parse_dateline(self.view, unit.at, unit.end) if unit.is_copy else None
        if dateline:
            openings.add(i, self.view[dateline.end : unit.end])

    def _is_copy_of(self, i: int, j: int) -> bool:
        """Which of two paragraphs of the same words is the copy: not the one that stands nearer the story."""
        if j < 0:
            return True
        first, last = sorted((i, j))
        above, below = self.units[first], self.units[last]
        if above.raw != below.raw and "heading" in (above.raw, below.raw):
            return self.units[i].raw != "heading"
        between = [k for k in range(first + 1, last) if k not in self.copies]
        if any(self.units[k].kind is Kind.BYLINE for k in between):
            return i == first
        if any(self.units[k].kind is None and self.units[k].is_copy for k in between):
            return i == last
        return i == first

    def _read_top(self) -> int:
        """Find headline, decks and labels; the lead's index, or the number of units when there is no lead."""
        rest = [i for i, unit in enumerate(self.units) if unit.kind is None and i not in self.copies]
        byline = self._top_byline(rest)
        if byline is None:
            above = rest[: self._count_above(rest)]
        else:
            above = [i for i in rest if i < byline]
        below = rest[len(above) :]
        headline = self._name_above(above, signed=byline is not None)
        while byline is not None and len(below) > 1 and self._stands_above(below[0], below[1]):
            unit = self.units[below.pop(0)]
            if is_label(unit.said):
                unit.kind = Kind.LABEL
            elif headline or self.titled:
                unit.kind = Kind.DECK
            else:
                unit.kind = Kind.HEADLINE
                headline = True
        for i in below:
            unit = self.units[i]
            if unit.raw != "heading" and not (self._is_bold(unit) and len(below) > 1):
                unit.kind = Kind.LEAD
                return i
            unit.kind = Kind.SUBHEAD
        return len(self.units)

    def _is_bold(self, unit: Unit) -> bool:
        """Whether it is a line all in bold: a heading by another name."""
        return len(unit.said) < 100 and unit.is_line and emphasis(self.text[unit.start : unit.end]) == "bold"

    def _top_byline(self, rest: list[int]) -> int | None:
        """The byline that stands between the headline and the story, not at the story's foot."""
        for i, unit in enumerate(self.units[:_TOP]):
            if unit.kind is Kind.BYLINE:
                above = [k for k in rest if k < i]
                copy = sum(self.units[k].is_copy for k in above)
                return i if rest and rest[-1] > i and copy <= 2 and len(above) <= 6 else None
        return None

    def _stands_above(self, i: int, following: int) -> bool:
        """Whether a line under the byline is still no copy: a deck, a label."""
        unit = self.units[i]
        return unit.is_line and unit.raw != "heading" and (self.units[following].is_copy or is_label(unit.said))

    def _count_above(self, rest: list[int]) -> int:
        """How many of the first paragraphs stand above an unsigned story: its headline, decks and labels."""
        units = self.units
        count = 0
        for n, i in enumerate(rest[:6]):
            if units[i].raw == "heading" and units[i].level == 1:
                count = n + 1
                break
        if not count:
            if not rest or not units[rest[0]].is_line or units[rest[0]].raw == "heading":
                return 0
            if units[rest[0]].said[-1] in "?!" and len(rest) < 3:
                return 0
            count = 1
        while count < min(len(rest) - 1, 4):
            unit = units[rest[count]]
            standfirst = unit.said.count(" ") < 60 and emphasis(self.text[unit.start : unit.end]) == "italic"
            if unit.raw == "heading" or not (unit.is_line or standfirst) or unit.said[-1] in "?!" or self._is_bold(unit):
                break
            count += 1
        while count and not any(units[i].is_copy or units[i].said.count(" ") > 8 for i in rest[count:]):
            if units[rest[count - 1]].raw == "heading":
                break
            count -= 1
        return count

    def _name_above(self, above: list[int], *, signed: bool) -> bool:
        """Name the lines above the story; whether there is a headline among them."""
        units = self.units
        lines = [i for i in above if not is_label(units[i].said)] or above
        headings = [i for i in lines if units[i].raw == "heading"]
        shaped = [i for i in lines if units[i].is_line]
        headline = -1
        if headings:
            headline = min(headings, key=lambda i: (units[i].level, i))
        elif self.titled:
            title = set(words_of(self.meta[0].said))
            headline = next((i for i in shaped if len(title & set(words_of(units[i].said))) * 2 > len(title)), -1)
        elif shaped:
            headline = shaped[0]
        elif signed and lines:
            headline = lines[0]
        for i in above:
            said = units[i].said
            if i == headline:
                units[i].kind = Kind.HEADLINE
            elif is_label(said) or (i < headline and said.isupper() and said.count(" ") < 3):
                units[i].kind = Kind.LABEL
            elif i < headline and is_cut(said):
                units[i].kind = Kind.EXCERPT
            else:
                units[i].kind = Kind.DECK
        return headline >= 0

    def _read_foot(self, lead: int) -> None:
        """Tell what stands under the story: boilerplate, and a line in italics about the writer."""
        units = self.units
        story = [i for i, unit in enumerate(units) if i > lead and unit.kind is None]
        ends = [i for i, unit in enumerate(units) if unit.kind is Kind.END and i * 2 > len(units)]
        about = False
        for i in story:
            unit = units[i]
            if ends and i > ends[0]:
                unit.kind = Kind.BOILERPLATE
            elif i < len(units) - _FOOT:
                continue
            elif about or is_foot(unit.said):
                unit.kind = Kind.BOILERPLATE
                about = about or unit.is_line
            elif i == story[-1] and emphasis(self.text[unit.start : unit.end]) == "italic":
                unit.kind = Kind.NOTICE

    def _read_body(self, lead: int) -> None:
        """Tell subheads and later repeats from body copy."""
        units = self.units
        known = Openings()
        for number, unit in [*((-1 - k, m) for k, m in enumerate(self.meta)), *enumerate(units[: lead + 1])]:
            if unit.kind in (Kind.HEADLINE, Kind.DECK, Kind.LEAD):
                known.add(number, unit.said)
        headed = any(unit.raw == "heading" for unit in units[lead + 1 :])
        for i, unit in enumerate(units):
            if unit.kind is not None or i in self.copies:
                continue
            same = known.same(unit.said) if i >= _TOP else None
            if same is not None:
                self.copies[i] = [Part(0, 0, same, True)]
                continue
            if unit.raw == "heading" or self._is_subhead(i, headed):
                unit.kind = Kind.SUBHEAD
            else:
                unit.kind = Kind.BODY

    def _is_subhead(self, i: int, headed: bool) -> bool:
        """Whether a paragraph is a heading by its shape: bold, or a short line between paragraphs."""
        units = self.units
        said = units[i].said
        if len(said) > 100 or said.count(" ") > 11 or said[-1] in ".,;:!…" or not 0 < i < len(units) - 1:
            return False
        if not (said[0].isupper() or said[0].isdigit()) or units[i + 1].kind not in (None, Kind.LIST, Kind.BLOCKQUOTE):
            return False
        if self._is_bold(units[i]):
            return True
        before, after = units[i - 1], units[i + 1]
        return (
            not headed
            and before.kind in (Kind.LEAD, Kind.BODY, Kind.LIST, Kind.BLOCKQUOTE)
            and (before.is_copy or before.kind is not Kind.BODY)
            and after.is_copy
            and after.said.count(" ") > 7
            and not re.match(r"[QA]\s*[:.]", said)
        )

    def _settle_copies(self) -> None:
        """Make each copy a repeat or an excerpt of what it repeats; what repeats plain body copy is body."""
        for i, parts in self.copies.items():
            unit = self.units[i]
            source = self.source(parts[0].source)
            if len(parts) == 1 and not is_cut(unit.said):
                known = source.kind in (Kind.HEADLINE, Kind.DECK, Kind.LEAD)
                unit.kind = Kind.REPEAT if known else Kind.BODY
                unit.repeats = source if known else None
            else:
                self._divide(unit, parts)
        told = Openings()
        for i, unit in enumerate(self.units[:_TOP]):
            if unit.kind in (Kind.HEADLINE, Kind.LEAD):
                self._add_opening(told, i)
        if self.titled:
            told.add(-1, self.meta[0].said)
        for unit in self.meta:
            again = told.parts(unit.said, set(), cut=True) if unit.key and unit.key.lower() in _DERIVED else ()
            if again:
                unit.kind = Kind.EXCERPT
                unit.repeats = self.source(again[0].source)

    def _divide(self, unit: Unit, parts: list[Part]) -> None:
        """Divide a copy made of several paragraphs into what repeats headline or deck, and what is an excerpt."""
        starts = word_starts(unit.said)
        cut = is_cut(unit.said)
        for n, part in enumerate(parts):
            source = self.source(part.source)
            start = unit.start if n == 0 else unit.at + starts[part.first]
            kind = Kind.REPEAT
            if cut and (source.kind not in (Kind.HEADLINE, Kind.DECK) or n == len(parts) - 1):
                kind = Kind.EXCERPT
            piece = Unit("copy", start, unit.end, 0, self.view)
            piece.kind = kind
            piece.repeats = source
            if unit.parts:
                before = unit.parts[-1]
                before.end = start - (len(self.text[before.start : start]) - len(self.text[before.start : start].rstrip()))
            unit.parts.append(piece)
            if kind is Kind.EXCERPT:
                break

    def _take_datelines(self, lead: int) -> None:
        """Find the dateline of the lead, and of any later paragraph that surely opens a story of its own."""
        for i, unit in enumerate(self.units):
            if unit.kind is Kind.LEAD or (unit.kind is Kind.BODY and unit.said[:2].isupper()):
                dateline = parse_dateline(self.view, unit.at, unit.end, strict=i != lead)
                if dateline:
                    self.datelines.append(dateline)
                    place = Unit("dateline", unit.start, dateline.end, 0, self.view)
                    place.kind = Kind.DATELINE
                    story = Unit("paragraph", dateline.end, unit.end, 0, self.view)
                    story.start = story.at
                    story.kind = unit.kind
                    unit.parts = [place, story]


def _zones(units: Sequence[Unit]) -> tuple[Zone, ...]:
    """The zones of all units, sorted, each ending where the next begins at the latest."""
    found: list[Zone] = []
    made: list[tuple[Zone, Unit]] = []
    for unit in units:
        pieces = unit.parts or [unit]
        for piece in pieces:
            zone = Zone(piece.kind or Kind.BODY, piece.start, piece.end, level=unit.level, key=unit.key)
            if found and zone.start < found[-1].end:
                zone.start = found[-1].end
            if zone.start >= zone.end:
                continue
            piece.zone = zone
            found.append(zone)
            made.append((zone, piece))
        unit.zone = pieces[-1].zone
    for zone, piece in made:
        zone.repeats = piece.repeats.zone if piece.repeats else None
    return tuple(found)
