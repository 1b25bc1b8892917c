"""Units to zones: which paragraph is headline, deck, lead, subhead, notice, and which says another again.

A draft is read from its top. What a line is by its own words comes first (`units`); then copies are set
aside (`repeats`); of what remains above the story the headline and the deck are found by shape and place,
and the first paragraph after them is the lead. What the markup says goes before what the shape says.
"""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.model.article import Byline, Dateline, FrontMatter, Kind, Zone
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled
from copydesk.reading.blocks import Blocks
from copydesk.reading.dateline import parse_dateline
from copydesk.reading.repeats import Openings, Part, word_starts, words_of
from copydesk.reading.shapes import is_cut, is_foot, is_label
from copydesk.reading.units import (
    FOOT,
    TOP,
    Unit,
    emphasis,
    find_units,
    front_matter_units,
    name_by_words,
    take_bylines,
    unmasked,
)

#: More words than a standfirst has; a longer paragraph above the story is a note about it.
_STANDFIRST = 45
#: A line of fewer words that trails off is a headline, not an excerpt.
_SHORTEST_EXCERPT = 12
#: Someone speaks in an interview or a transcript.
_SPEAKER = r"[A-Z][A-Z. ]*:\s|\w+:\s.*\?$"
#: A subhead in plain text: a few words from a capital or a figure on, no end of a sentence.
_SUBHEAD = r"[^\W_a-z]\S*(?:\s+\S+){0,11}(?<![.,;:!…])(?<![.?!][”\"])$"
_HANGING = r"\s(?:and|or|the|an?|of|in|to|for|with|by|from|on|at|that|is|are|was)$"
#: Deck keys whose text is metadata when it only says the lead or the headline again.
_DERIVED = ("summary", "description", "excerpt", "teaser")


class Structure(NamedTuple):
    """The parts of a draft. Zones are sorted and never overlap; a dateline or byline lies in one of them."""

    zones: tuple[Zone, ...]
    bylines: tuple[Byline, ...]
    datelines: tuple[Dateline, ...]


def find_structure(text: str, blocks: Blocks, front_matter: FrontMatter, *, by_line: bool) -> Structure:
    """The parts of a draft, from its format's blocks. by_line: a line may be a paragraph (all but HTML)."""
    view = unmasked(text, blocks)
    units = find_units(text, view, blocks.blocks, by_line=by_line)
    meta = front_matter_units(text, front_matter)
    bylines = take_bylines(units, view)
    name_by_words(units)
    draft = _Draft(units, meta, text, view)
    draft.read()
    every = sorted([*meta, *units], key=lambda unit: unit.start)
    return Structure(_zones(every), tuple(bylines), tuple(draft.datelines))


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
            if not _is_derived(unit):
                openings.add(-1 - k, unit.said)
        top = [i for i, unit in enumerate(self.units[:TOP]) if unit.kind is None]
        for i in top:
            self._add_opening(openings, i)
        for i in top:
            said = self.units[i].said
            if " | " in said:
                # A page's title as browsers show it: "Council closes pool | The Midtown Times".
                same = openings.same(said.rpartition(" | ")[0])
                if same not in (None, i) and same not in self.copies:
                    self.copies[i] = [Part(0, 0, same, True)]
                    continue
            cut = is_cut(said)
            if not cut and not openings.shared(said):
                continue
            parts = openings.parts(said, {i, *self.copies}, cut=cut)
            if cut and len(parts) == 1 and said.count(" ") < _SHORTEST_EXCERPT:
                continue
            if parts and (cut or self._is_copy_of(i, parts[0].source)):
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
        for i in self._under_decks(below, headline=headline or self.titled):
            unit = self.units[i]
            if unit.raw != "heading" and not (len(below) > 1 and (self._is_bold(unit) or self._heads_list(i))):
                unit.kind = Kind.LEAD
                return i
            unit.kind = Kind.SUBHEAD
        return len(self.units)

    def _under_decks(self, below: list[int], *, headline: bool) -> list[int]:
        """The story without what stands above its dateline: a sentence or two of deck, or a headline with a period."""
        units = self.units
        for n, i in enumerate(below[:3]):
            if units[i].is_copy and parse_dateline(self.view, units[i].at, units[i].end):
                for k in below[:n]:
                    units[k].kind = Kind.SUBHEAD if units[k].raw == "heading" else Kind.DECK
                if n and not headline:
                    units[below[0]].kind = Kind.HEADLINE
                return below[n:]
            if units[i].said.count(" ") > _STANDFIRST:
                break
        return below

    def _heads_list(self, i: int) -> bool:
        """Whether a line stands over a list: "Key points"."""
        return self.units[i].is_line and i + 1 < len(self.units) and self.units[i + 1].kind is Kind.LIST

    def _is_bold(self, unit: Unit) -> bool:
        """Whether it is a line all in bold: a heading by another name."""
        if len(unit.said) >= 100 or not unit.is_line or compiled(_SPEAKER).match(unit.said):
            return False
        return emphasis(self.text[unit.start : unit.end]) == "bold"

    def _top_byline(self, rest: list[int]) -> int | None:
        """The byline that stands between the headline and the story, not at the story's foot."""
        for i, unit in enumerate(self.units[:TOP]):
            if unit.kind is Kind.BYLINE:
                above = [k for k in rest if k < i]
                copy = [self.units[k].said for k in above if self.units[k].is_copy]
                begun = len(copy) > 2 or any(said.count(" ") > _STANDFIRST and not is_cut(said) for said in copy)
                return i if rest and rest[-1] > i and len(above) <= 6 and not begun else None
        return None

    def _stands_above(self, i: int, following: int) -> bool:
        """Whether a line under the byline is still no copy: a deck, a label."""
        unit = self.units[i]
        return unit.is_line and unit.raw != "heading" and (self.units[following].is_copy or is_label(unit.said))

    def _count_above(self, rest: list[int]) -> int:
        """How many of the first paragraphs stand above an unsigned story: its headline, decks and labels."""
        units = self.units
        count = 0
        for n, i in enumerate(rest[:4]):
            if units[i].raw == "heading" and units[i].level == 1 and sum(units[k].is_copy for k in rest[:n]) < 2:
                count = n + 1
                break
        if not count:
            if not rest or not units[rest[0]].is_title or units[rest[0]].raw == "heading":
                return 0
            first = units[rest[0]]
            dateline = parse_dateline(self.view, first.at, first.end)
            if (first.asks and len(rest) < 3) or (dateline and not dateline.is_label):
                return 0
            count = 1
        while count < min(len(rest) - 1, 4):
            unit = units[rest[count]]
            if unit.raw == "heading" or self._is_bold(unit) or self._heads_list(rest[count]):
                break
            if compiled(r"\w+:\s").match(unit.said):
                break
            if emphasis(self.text[unit.start : unit.end]) != "italic" and (not unit.is_line or unit.asks):
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
        shaped = [i for i in lines if units[i].is_title]
        headline = -1
        if headings:
            headline = min(headings, key=lambda i: (units[i].level, i))
        elif self.titled:
            words = set(words_of(self.meta[0].said))
            headline = next((i for i in shaped if len(words & set(words_of(units[i].said))) * 2 > len(words)), -1)
        elif shaped:
            # A page's first line is its title; the line that says it again is the headline.
            title = self.copies[0][0].source if 0 in self.copies and len(self.copies[0]) == 1 else -1
            headline = title if title in shaped else shaped[0]
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
            elif i > headline and said.count(" ") > _STANDFIRST:
                units[i].kind = Kind.NOTICE
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
            elif i < len(units) - FOOT:
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
            same = known.same(unit.said) if i >= TOP else None
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
        unit, before, after = units[i], units[i - 1], units[min(i + 1, len(units) - 1)]
        if not 0 < i < len(units) - 1 or after.kind not in (None, Kind.LIST, Kind.BLOCKQUOTE):
            return False
        if self._is_bold(unit):
            return unit.said[-1] != ":"
        return (
            not headed
            and len(unit.said) <= 100
            and compiled(_SUBHEAD).match(unit.said) is not None
            and not compiled(_HANGING).search(unit.said)
            and not compiled(r"\w+:\s").match(unit.said)
            and not compiled(_SPEAKER).match(unit.said)
            and emphasis(self.text[unit.start : unit.end]) != "italic"
            and before.kind in (Kind.LEAD, Kind.BODY, Kind.LIST, Kind.BLOCKQUOTE)
            and (before.is_copy or before.kind is not Kind.BODY)
            and after.is_copy
            and after.said.count(" ") > 7
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
        for i, unit in enumerate(self.units[:TOP]):
            if unit.kind in (Kind.HEADLINE, Kind.LEAD):
                self._add_opening(told, i)
        if self.titled:
            told.add(-1, self.meta[0].said)
        for unit in self.meta:
            again = told.parts(unit.said, set(), cut=True) if _is_derived(unit) else ()
            if again:
                unit.kind = Kind.EXCERPT
                unit.repeats = self.source(again[0].source)

    def _divide(self, unit: Unit, parts: list[Part]) -> None:
        """Divide a copy made of several paragraphs into what repeats headline or deck, and what is an excerpt."""
        words = word_starts(unit.said)
        starts = [unit.start, *(unit.at + words[part.first] for part in parts[1:]), unit.end]
        cut = is_cut(unit.said)
        for n, part in enumerate(parts):
            source = self.source(part.source)
            excerpt = cut and (source.kind not in (Kind.HEADLINE, Kind.DECK) or n == len(parts) - 1)
            end = unit.end if excerpt else starts[n + 1]
            piece = Unit("copy", starts[n], starts[n] + len(self.text[starts[n] : end].rstrip()), 0, self.view)
            piece.kind = Kind.EXCERPT if excerpt else Kind.REPEAT
            piece.repeats = source
            unit.parts.append(piece)
            if excerpt:
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


def _is_derived(unit: Unit) -> bool:
    """Whether it is metadata that a site takes from the story: the story does not repeat it, it repeats the story."""
    return unit.key is not None and unit.key.lower() in _DERIVED


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
