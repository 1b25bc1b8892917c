"""An article: its text, its zones, and what its language says, each analysis computed once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from copydesk.model.record import NamedTuple
from copydesk.model.span import LineIndex, Span

if TYPE_CHECKING:
    from copydesk.comparing.verdict import Comparison
    from copydesk.language.attribution import Attribution
    from copydesk.language.dates import DateMention
    from copydesk.language.numbers import Number
    from copydesk.language.offices import Office
    from copydesk.language.passives import Passive
    from copydesk.language.people import Person
    from copydesk.language.quotes import Quote
    from copydesk.language.readability import Measures
    from copydesk.language.sentences import Sentence
    from copydesk.language.times import TimeMention
    from copydesk.language.tokens import Tokens

T = TypeVar("T")

#: A word from its first letter or digit on; possessive, so that no text makes it slow.
_WORD = r"\w[^\s—–]*+"

#: Stands in `Article.prose` for one masked character of markup: neither a word nor a space.
MARKUP = "\u2060"
#: Stands in `Article.prose` for one masked character of code, a URL, an image, a shortcode.
OBJECT = "\ufffc"


class Kind(StrEnum):
    """What part of the story a zone is."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    STAMP = "stamp"
    LABEL = "label"
    DATELINE = "dateline"
    LEAD = "lead"
    BODY = "body"
    LIST = "list"
    SUBHEAD = "subhead"
    BLOCKQUOTE = "blockquote"
    CAPTION = "caption"
    TABLE = "table"
    CODE = "code"
    NOTICE = "notice"
    BOILERPLATE = "boilerplate"
    REPEAT = "repeat"
    EXCERPT = "excerpt"
    END = "end"


#: Zones that are running copy of the story.
STORY = frozenset({Kind.LEAD, Kind.BODY, Kind.LIST, Kind.BLOCKQUOTE})
#: Zones whose sentences are the newsroom's own prose: what most rules read.
PROSE = frozenset({Kind.DECK, Kind.LEAD, Kind.BODY, Kind.LIST, Kind.CAPTION, Kind.NOTICE})
#: Zones that hold sentences at all; sentences and quotations are looked for in these.
TEXT = PROSE | {Kind.HEADLINE, Kind.SUBHEAD, Kind.BLOCKQUOTE, Kind.BOILERPLATE, Kind.REPEAT, Kind.EXCERPT, Kind.TABLE}


class Located:
    """A stretch of an article: code points of the decoded source, 0-based, half-open."""

    __slots__ = ("article", "end", "start")
    article: Article

    def __init__(self, article: Article | None, start: int, end: int) -> None:
        if article is not None:
            self.article = article
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        """The words as written in the source."""
        return self.article.text[self.start : self.end]

    @property
    def prose(self) -> str:
        """The words with markup masked, the same length as `text`."""
        return self.article.prose[self.start : self.end]

    @property
    def zone(self) -> Zone | None:
        """The zone this begins in."""
        return self.article.zone_at(self.start)

    @property
    def quoted(self) -> bool:
        """Whether any of it lies in quotation marks or in a block quotation."""
        return self.article.is_quoted(self.start, self.end)

    @property
    def words(self) -> int:
        """How many words it has (see `Article.count_words`)."""
        return self.article.count_words(self.start, self.end)

    def part(self, start: int, end: int) -> Located:
        """Another stretch of the same article (absolute offsets)."""
        return Located(self.article, start, end)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.start}:{self.end} {self.text[:40]!r}>"


class Zone(Located):
    """A block of the article and what it is. Zones are sorted and never overlap.

    level: heading or list depth, where it has one.  key: the front-matter key a zone's text stands
    under.  repeats: for a REPEAT or EXCERPT, the zone whose words it says again.
    """

    __slots__ = ("_sentences", "key", "kind", "level", "repeats")

    def __init__(self, kind: Kind, start: int, end: int, *, level: int = 0, key: str | None = None) -> None:
        super().__init__(None, start, end)
        self.kind = kind
        self.level = level
        self.key = key
        self.repeats: Zone | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of this zone."""
        return self.article.sentences_in(self.start, self.end)


class Block(Zone):
    """What a rule that reads every zone names; like the names below, it is only ever an annotation."""

    __slots__ = ()


class Paragraph(Zone):
    """A zone, to a rule that reads zones of its choice, paragraph by paragraph."""

    __slots__ = ()


class Headline(Zone):
    """A headline zone, to a rule that reads headlines."""

    __slots__ = ()


class Deck(Zone):
    """A deck zone, to a rule that reads decks."""

    __slots__ = ()


class Lead(Zone):
    """The lead's zone, to a rule that reads it."""

    __slots__ = ()


class Subhead(Zone):
    """A subhead's zone, to a rule that reads subheads."""

    __slots__ = ()


class Byline(Located):
    """A printed byline, its parts told apart; each part is None or empty when it is not there.

    prefix: "By", "Written by", "Author:" ….  names: one a person.  joiners: what stands between names.
    role, outlet: "Harbor Correspondent", "The Harlow Post".  stamp: a printed publication date and its words.
    contact: an e-mail address, telephone number or handle.  trailing: a stray mark at a line's end.
    """

    __slots__ = ("contact", "joiners", "names", "outlet", "prefix", "role", "stamp", "trailing")

    def __init__(
        self,
        article: Article | None,
        start: int,
        end: int,
        *,
        prefix: Span | None = None,
        names: tuple[Span, ...] = (),
        joiners: tuple[Span, ...] = (),
        role: Span | None = None,
        outlet: Span | None = None,
        stamp: Span | None = None,
        contact: Span | None = None,
        trailing: Span | None = None,
    ) -> None:
        super().__init__(article, start, end)
        self.prefix = prefix
        self.names = names
        self.joiners = joiners
        self.role = role
        self.outlet = outlet
        self.stamp = stamp
        self.contact = contact
        self.trailing = trailing


class Dateline(Located):
    """The place line that opens the story: `CITY, State, Date (AGENCY) dash`. Its end is the dash's end.

    is_label: the place is no place but a section name ("POLITICS –").
    """

    __slots__ = ("agency", "city", "dash", "date", "is_label", "region")

    def __init__(
        self,
        article: Article | None,
        start: int,
        end: int,
        *,
        city: Span,
        dash: Span,
        region: Span | None = None,
        date: Span | None = None,
        agency: Span | None = None,
        is_label: bool = False,
    ) -> None:
        super().__init__(article, start, end)
        self.city = city
        self.dash = dash
        self.region = region
        self.date = date
        self.agency = agency
        self.is_label = is_label


class Node(NamedTuple):
    """A front-matter value with its place: a scalar, a tuple of nodes, or a `dict[str, Field]`.

    A scalar is a str, an int, a bool or None; dates, times and fractions are str, as written.
    `start:end` is the value without its quotation marks when it is a plain scalar on one line.
    """

    value: Any
    start: int
    end: int

    @property
    def items(self) -> tuple[Node, ...]:
        """The nodes of a list; a scalar is a list of itself."""
        return self.value if isinstance(self.value, tuple) else (self,)


class Field(NamedTuple):
    """One key of the front matter: where the key stands, and its value."""

    key: str
    key_start: int
    key_end: int
    node: Node


class FrontMatter(Located):
    """The metadata block at the top of a file, `---` or `+++` lines included; empty when there is none.

    form: "yaml", "toml", "json" or "none".
    """

    __slots__ = ("fields", "form")

    def __init__(
        self, article: Article | None, start: int, end: int, *, form: str = "none", fields: tuple[Field, ...] = ()
    ) -> None:
        super().__init__(article, start, end)
        self.form = form
        self.fields = fields

    def field(self, *names: str) -> Field | None:
        """The first of `names` that is present, matched without regard to case."""
        for name in names:
            for field in self.fields:
                if field.key.lower() == name:
                    return field
        return None

    def scalar(self, *names: str) -> str | None:
        """The text of the first of `names` whose value is a plain scalar, stripped; None when absent or null."""
        field = self.field(*names)
        if field is None or field.node.value is None or isinstance(field.node.value, tuple | Mapping):
            return None
        return str(field.node.value).strip()

    def __bool__(self) -> bool:
        return self.form != "none"


#: Front-matter keys that name the same thing, most usual first.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "hed", "post_title"),
    "deck": ("deck", "dek", "subtitle", "subheadline", "summary", "description", "excerpt", "teaser"),
    "author": ("author", "authors", "byline", "bylines", "contributors"),
    "date": ("date", "pub_date", "pubdate", "published", "published_at", "datepublished", "publish_date"),
    "status": ("status", "state"),
    "source": ("source", "sources"),
    "section": ("section", "category", "categories", "desk"),
    "dateline": ("dateline",),
}


class ArticleDate(NamedTuple):
    """The story's own date and where it was found; the machine's clock is never asked.

    origin: "option", "front matter", "stamp", "dateline", "file name" or "none".
    """

    value: date | None
    origin: str = "none"
    start: int = 0
    end: int = 0


class Problem(NamedTuple):
    """Something reading met that a person should know: code is a rule's id, offsets are code points."""

    code: str
    message: str
    start: int
    end: int


class Analysis(Generic[T]):
    """A lazily computed fact about an article, found by name so that the model imports nothing.

    `Analysis("package.module:function")` calls `function(article)` at first use and keeps the answer.
    """

    __slots__ = ("_name", "_where")

    def __init__(self, where: str) -> None:
        self._where = where

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, article: None, owner: type) -> Analysis[T]: ...
    @overload
    def __get__(self, article: Article, owner: type) -> T: ...
    def __get__(self, article: Article | None, owner: type) -> Analysis[T] | T:
        if article is None:
            return self
        module, _, function = self._where.partition(":")
        found: T = getattr(import_module(module), function)(article)
        article.__dict__[self._name] = found
        return found


class Article:
    """One draft. `text` is the decoded source, whole; every offset anywhere is into it.

    prose: `text` with all that is not prose (markup, code, URLs, front matter keys) masked by MARKUP
    or OBJECT, character for character, so that a pattern matched in it stands at the same offsets.
    source: the text that the draft was made from, where the caller has it.
    """

    tokens: Analysis[Tokens] = Analysis("copydesk.language.tokens:find_tokens")
    sentences: Analysis[tuple[Sentence, ...]] = Analysis("copydesk.language.sentences:find_sentences")
    quotes: Analysis[tuple[Quote, ...]] = Analysis("copydesk.language.quotes:find_quotes")
    comparisons: Analysis[tuple[Comparison, ...]] = Analysis("copydesk.comparing.quotations:compare_quotations")
    attributions: Analysis[tuple[Attribution, ...]] = Analysis("copydesk.language.attribution:find_attributions")
    dates: Analysis[tuple[DateMention, ...]] = Analysis("copydesk.language.dates:find_dates")
    times: Analysis[tuple[TimeMention, ...]] = Analysis("copydesk.language.times:find_times")
    people: Analysis[tuple[Person, ...]] = Analysis("copydesk.language.people:find_people")
    offices: Analysis[tuple[Office, ...]] = Analysis("copydesk.language.offices:find_offices")
    numbers: Analysis[tuple[Number, ...]] = Analysis("copydesk.language.numbers:find_numbers")
    passives: Analysis[tuple[Passive, ...]] = Analysis("copydesk.language.passives:find_passives")
    readability: Analysis[Measures] = Analysis("copydesk.language.readability:measure_readability")

    def __init__(
        self,
        text: str,
        *,
        path: str = "draft.md",
        format: str = "text",
        zones: Iterable[Zone] = (),
        masks: Iterable[tuple[int, int, str]] = (),
        front_matter: FrontMatter | None = None,
        bylines: Iterable[Byline] = (),
        datelines: Iterable[Dateline] = (),
        comments: Iterable[Span] = (),
        problems: Iterable[Problem] = (),
        date: ArticleDate | None = None,
        source: Article | None = None,
    ) -> None:
        self.text = text
        self.source = source
        self.path = path
        self.format = format
        self.zones = tuple(zones)
        self.front_matter = front_matter or FrontMatter(None, 0, 0)
        self.bylines = tuple(bylines)
        self.datelines = tuple(datelines)
        self.comments = tuple(comments)
        self.problems = tuple(problems)
        self.date = date or ArticleDate(None)
        for part in (*self.zones, *self.bylines, *self.datelines, self.front_matter):
            part.article = self
        self.prose = masked(text, masks)
        self._zone_starts = [zone.start for zone in self.zones]

    @property
    def lines(self) -> LineIndex:
        """Lines and columns of this text, computed at first use."""
        return self.computed("lines", lambda article: LineIndex(article.text))

    def computed(self, name: str, compute: Callable[[Article], T]) -> T:
        """What `compute(self)` gives, computed once a name; for facts a pack needs in several rules."""
        cache = self.__dict__.setdefault("_computed", {})
        if name not in cache:
            cache[name] = compute(self)
        found: T = cache[name]
        return found

    def zones_of(self, *kinds: Kind) -> tuple[Zone, ...]:
        """The zones of these kinds, in order."""
        return tuple(zone for zone in self.zones if zone.kind in kinds)

    def zone_at(self, offset: int) -> Zone | None:
        """The zone that holds `offset`, or None between zones."""
        i = bisect_right(self._zone_starts, offset) - 1
        return self.zones[i] if i >= 0 and offset < max(self.zones[i].end, self.zones[i].start + 1) else None

    def zones_on_line(self, zone: Zone) -> tuple[Zone, ...]:
        """The zones of `zone`'s printed paragraph: a dateline and the lead after it are two zones of one."""
        if zone.kind is Kind.DATELINE:
            after = self.zones[self.zones.index(zone) + 1 :][:1]
            return (zone, *after)
        before = self.zones[max(self.zones.index(zone) - 1, 0) : self.zones.index(zone)]
        return (*(z for z in before if z.kind is Kind.DATELINE), zone)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether any of [start, end) lies inside quotation marks or in a block quotation."""
        starts, ends = self.computed("quoted", _quoted_stretches)
        i = bisect_left(ends, start + 1)
        return i < len(starts) and starts[i] < max(end, start + 1)

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that begin in [start, end)."""
        starts = self.computed("sentence starts", lambda a: [s.start for s in a.sentences])
        return self.sentences[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`."""
        starts = self.computed("sentence starts", lambda a: [s.start for s in a.sentences])
        i = bisect_right(starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def people_in(self, start: int, end: int) -> tuple[Person, ...]:
        """The mentions of people that begin in [start, end)."""
        starts = self.computed("people's starts", lambda a: [person.start for person in a.people])
        return self.people[bisect_left(starts, start) : bisect_left(starts, end)]

    def count_words(self, start: int, end: int) -> int:
        """Words that begin in [start, end): letters or digits between spaces and long dashes; compounds are one."""
        starts = self.computed("word starts", lambda a: [m.start() for m in re.finditer(_WORD, a.prose)])
        return bisect_left(starts, end) - bisect_left(starts, start)

    @property
    def folded(self) -> str:
        """`prose` in lower case with straight apostrophes, character for character."""
        return self.computed("folded", lambda article: folded(article.prose))

    @property
    def words(self) -> int:
        """Words of the story proper: lead, body, lists and block quotations."""
        return self.computed("words", lambda a: sum(a.count_words(z.start, z.end) for z in a.zones if z.kind in STORY))

    @property
    def title(self) -> Zone | None:
        """The headline, if the article has one."""
        return next((zone for zone in self.zones if zone.kind is Kind.HEADLINE), None)

    @property
    def status(self) -> str | None:
        """The editorial status in the front matter, lower case."""
        status = self.front_matter.scalar(*ALIASES["status"])
        return status.lower() if status else None


def masked(text: str, masks: Iterable[tuple[int, int, str]]) -> str:
    """`text` with each (start, end, character) stretch replaced, length kept; line ends stay line ends."""
    pieces, at = [], 0
    for start, end, mark in sorted(masks):
        if end <= at:
            continue
        start = max(start, at)
        pieces.append(text[at:start])
        covered = text[start:end]
        if "\n" in covered or "\r" in covered:
            pieces.append("".join(c if c in "\r\n" else mark for c in covered))
        else:
            pieces.append(mark * (end - start))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def folded(prose: str) -> str:
    """Lower case and straight apostrophes, the length kept: a few capitals (İ) have longer small letters."""
    lower = prose.lower()
    if len(lower) != len(prose):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in prose)
    return lower.replace("’", "'")


def _quoted_stretches(article: Article) -> tuple[list[int], list[int]]:
    """Starts and ends of all quoted stretches, merged and sorted."""
    spans = [(quote.start, quote.end) for quote in article.quotes]
    spans += [(zone.start, zone.end) for zone in article.zones if zone.kind is Kind.BLOCKQUOTE]
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
