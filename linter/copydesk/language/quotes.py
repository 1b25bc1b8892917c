"""Quotations: what an article has in quotation marks, and what it is.

Marks are paired paragraph by paragraph (`copydesk.language.marks`). A quotation that runs over paragraphs
opens again in each and closes in the last; each paragraph gives one `Quote`, tied to its neighbours by
`continues` and `continued`. One that is opened once and closed paragraphs later, with no mark between, is
tied in the same way. Pairing starts afresh in every paragraph, so a missing mark costs no more than its own:
there an `orphan` stands, from the mark to the paragraph's end (or, when the opening is missing,
from the quotation before to the mark), because a source's words must not be touched in doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.language.marks import DOUBLE, SINGLE, Mark, pair_marks
from copydesk.language.verbs import reporting_verbs
from copydesk.model.article import MARKUP, STORY, TEXT, Kind, Located
from copydesk.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.language.attribution import Credit
    from copydesk.language.people import Identity
    from copydesk.model.article import Article, Zone


_BLANK = f" \t\r\n\u00a0{MARKUP}"
_EDGES = ".,;:!?()[]—–…" + "".join(SINGLE) + "".join(DOUBLE) + MARKUP
#: How the words of a whole sentence end inside their marks; its period may be a comma before a tag.
_ENDS = tuple(".,?!…—–-")
_HEADS = frozenset({Kind.HEADLINE, Kind.SUBHEAD})
#: How many characters around a quotation its reporting verb is looked for.
_REACH = 200
#: A word before the opening mark that says what follows is a word, not a saying.
_MENTIONS = frozenset("word words term terms phrase phrases expression letters nickname acronym alias".split())
#: A word before the opening mark that says what follows is the name of a work.
_WORKS = frozenset(
    "on of in show series film movie documentary drama comedy sitcom thriller book novel memoir biography poem play "
    "musical song songs album single opera podcast program programme broadcast column essay article magazine game "
    "newsletter exhibition painting titled entitled named bestseller hit video host author star watch watched".split()
)
#: A word shortly before the opening mark that says what follows is called out, however it is spelled.
_CALLS = frozenset("slogan motto mantra cry chant chants cries shouts chanting shouting".split())
#: How a quotation is credited that may be no speech at all.
_DOUBTFUL = frozenset({"", "subject"})
_LITTLE = frozenset("a an the and or but nor of in on at to for from by with as is vs vs. v. de la".split())


class Quote(Located):
    """A stretch in quotation marks within one paragraph; `start:end` with its marks, `inner_start:inner_end` without.

    level: 0, or how many quotations it stands inside.
    closed: it has its closing mark.  continues: it goes on with a quotation of the paragraph before.
    continued: it goes on in the next paragraph.  orphan: one of its marks is missing and no neighbouring
    paragraph explains that.
    open_mark, close_mark: the marks as written, "" where there is none.
    kind: "speech", "scare" (a word held at arm's length), "title" (of a work), "nickname", "word" (a term or
    a name that is mentioned), "other" (a quotation inside another, an orphan).

    Who says it is found out when one of these is first asked for, for the whole article:
    speaker, cue: who says it, and the words that say so; each None when the copy has none.
    speaker_kind: "named", "pronoun", "noun" or "".  how: the construction that decided ("tag after", "lead-in",
    "continued" …).  confidence: of the speaker, 0 to 1.  whole: its words are a sentence of their own rather than
    a piece inside the reporter's.  person: whom the speaker is, where that is safe to say.
    """

    __slots__ = (
        "_kind",
        "_zone",
        "close_mark",
        "closed",
        "continued",
        "continues",
        "inner_end",
        "inner_start",
        "level",
        "open_mark",
        "orphan",
    )

    def __init__(self, zone: Zone, start: int, end: int, open_mark: str, close_mark: str) -> None:
        super().__init__(zone.article, start, end)
        self._zone = zone
        self.inner_start = start + len(open_mark)
        self.inner_end = end - len(close_mark)
        self.open_mark = open_mark
        self.close_mark = close_mark
        self.closed = bool(close_mark)
        self.level = 0
        self.continues = False
        self.continued = False
        self.orphan = False
        self._kind = ""

    @property
    def zone(self) -> Zone:
        """The zone it stands in."""
        return self._zone

    @property
    def inner(self) -> str:
        """The words between the marks, markup masked."""
        return self.article.prose[self.inner_start : self.inner_end]

    @property
    def kind(self) -> str:
        """What it is: "speech", "scare", "title", "nickname", "word" or "other"."""
        if not self._kind:
            self._kind = "other" if self.level or (self.orphan and not self.open_mark) else _kind(self)
            if self._kind == "speech" and _is_short_name(self) and self.speaker is None:
                self._kind = "word"
            elif self._kind == "scare" and self.how not in _DOUBTFUL:
                self._kind = "speech"
            elif self._kind == "speech" and _is_aside(self) and self.how in _DOUBTFUL:
                self._kind = "scare"
        return self._kind

    @property
    def _credit(self) -> Credit:
        return self.article.computed("credits", _credits)(self.start, self.end)

    @property
    def speaker(self) -> Located | None:
        """Who says it: the words that name the speaker."""
        return self._credit.speaker

    @property
    def cue(self) -> Located | None:
        """The words that say so: the verb with its auxiliaries, or "according to"."""
        return self._credit.cue

    @property
    def speaker_kind(self) -> str:
        """What the speaker is: "named", "pronoun", "noun", or "" when there is none."""
        return self._credit.speaker_kind

    @property
    def how(self) -> str:
        """The construction that decided, "" when none did."""
        return self._credit.how

    @property
    def confidence(self) -> float:
        """How sure the speaker is, 0 to 1."""
        return self._credit.confidence

    @property
    def whole(self) -> bool:
        """Whether its words are a sentence of their own, or its later piece, rather than a piece of the reporter's."""
        if self.level or self.kind != "speech":
            return False
        words = self.inner.strip(_EDGES + " ")
        if self.continues or self.how == "split":
            return True
        ends = self.inner.rstrip(_BLANK + "’'”\"")[-1:]
        return bool(words) and (words[0].isupper() or words[0].isdigit()) and (ends in _ENDS or not self.closed)

    @property
    def person(self) -> Identity | None:
        """Whom the speaker is, where that is safe to say: the person named, or the only one a pronoun can mean."""
        speaker = self.speaker
        if speaker is None or self.speaker_kind == "noun":
            return None
        from copydesk.language.speakers import identity_of

        return identity_of(speaker, self.speaker_kind)


def _credits(article: Article) -> Callable[[int, int], Credit]:
    """Finds what is known of the speaker of a quotation by its place; imported when a speaker is first asked for."""
    from copydesk.language.attribution import Credit, credits

    known, nothing = credits(article), Credit()
    return lambda start, end: known.get((start, end), nothing)


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotations of all text zones, in order; one that holds another comes before it."""
    return article.computed("quotation marks", _read)[0]


def stray_marks(article: Article) -> tuple[Span, ...]:
    """The closing double marks that nothing opened, in order."""
    return article.computed("quotation marks", _read)[1]


def _read(article: Article) -> tuple[tuple[Quote, ...], tuple[Span, ...]]:
    quotes: list[Quote] = []
    strays: list[Span] = []
    running: list[Quote] = []
    for zone in article.zones:
        if zone.kind not in TEXT:
            continue
        paragraph = _Paragraph(zone)
        if zone.kind in STORY:
            quotes += paragraph.settle(running)
            running = paragraph.running
        else:
            quotes += _given_up(paragraph.running)
        quotes += paragraph.unopened()
        quotes += paragraph.quotes
        strays += [Span(mark.start, mark.end) for mark in paragraph.strays]
    quotes += _given_up(running)
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    _describe(quotes)
    return tuple(quotes), tuple(strays)


class _Paragraph:
    """The quotations of one zone.

    quotes: those whose end is known, an inner one before the one that holds it.  running: the pieces of a
    quotation still open at the zone's end, those of earlier paragraphs first; empty when none is.
    strays: closing double marks without an opening.  has_doubles: it has double marks at all.
    """

    __slots__ = ("end", "has_doubles", "prose", "quotes", "running", "start", "strays", "zone")

    def __init__(self, zone: Zone) -> None:
        self.zone = zone
        self.prose = zone.article.prose
        self.quotes: list[Quote] = []
        self.running: list[Quote] = []
        self.strays: list[Mark] = []
        self.has_doubles = False
        words = self.prose[zone.start : zone.end].rstrip(_BLANK)
        self.end = zone.start + len(words)
        self.start = self.end - len(words.lstrip(_BLANK))
        marks = pair_marks(self.prose, zone.start, self.end)
        if marks is None:
            return
        self.quotes += [Quote(zone, a.start, b.end, a.text, b.text) for a, b in marks.pairs]
        self.strays = [mark for mark in marks.strays if mark.text != "»"]
        left = [mark for mark in marks.open if mark.text not in ("«", "``") and mark.before != "="]
        doubles = [mark for mark in left if mark.text not in SINGLE]
        self.has_doubles = bool(doubles or self.strays or any(a.text not in SINGLE for a, _ in marks.pairs))
        if len(doubles) > 1:
            self.quotes += _given_up([self._piece(doubles[0])])
        if doubles:
            self.running = [self._piece(doubles[-1])]
        elif left and self._begins_speech(left[0]):
            self.running = [self._piece(left[0])]

    def settle(self, before: list[Quote]) -> list[Quote]:
        """Tie the pieces that earlier paragraphs left open to this one; those of them whose end is known now."""
        if not before:
            return []
        if not self.has_doubles and before[0].open_mark not in SINGLE:
            before.append(Quote(self.zone, self.start, self.end, "", ""))
            self.running = before
            return []
        opening = self._going_on(before[-1])
        if opening is None:
            return _given_up(before)
        _tie(before, opening)
        if opening in self.running:
            before += self.running
            self.running = before
            return []
        return before

    def unopened(self) -> list[Quote]:
        """A stretch for every stray mark, back to the quotation before it."""
        found = []
        at, i = self.start if self.strays else 0, 0
        for mark in self.strays:
            while i < len(self.quotes) and self.quotes[i].end <= mark.start:
                at = max(at, self.quotes[i].end)
                i += 1
            words = self.prose[at : mark.start].lstrip(_BLANK)
            if words:
                stretch = Quote(self.zone, mark.start - len(words), mark.end, "", mark.text)
                stretch.orphan = True
                found.append(stretch)
            at = mark.end
        return found

    def _piece(self, mark: Mark) -> Quote:
        return Quote(self.zone, mark.start, self.end, mark.text, "")

    def _begins_speech(self, mark: Mark) -> bool:
        """Whether a single mark without a close could open speech that runs on: it stands first, or after , or :"""
        return mark.start == self.start or self.prose[: mark.start].rstrip(_BLANK).endswith((",", ":"))

    def _going_on(self, last: Quote) -> Quote | None:
        """The quotation here that goes on with `last`, if one does: it begins the paragraph, or was not reopened."""
        single = last.open_mark in SINGLE
        if last.open_mark:
            for quote in (*self.quotes, *self.running):
                if quote.start == self.start and (quote.open_mark in SINGLE) == single:
                    return quote
        if single or not self.strays or any(quote.start < self.strays[0].start for quote in self.quotes):
            return None
        mark = self.strays.pop(0)
        quote = Quote(self.zone, self.start, mark.end, "", mark.text)
        self.quotes.append(quote)
        return quote


def _tie(pieces: list[Quote], following: Quote) -> None:
    """Make `following` go on with the last of `pieces`, and with paragraphs without any mark the one before them."""
    following.continues = True
    for piece in reversed(pieces):
        piece.continued = True
        if piece.open_mark:
            return
        piece.continues = True


def _given_up(running: list[Quote]) -> list[Quote]:
    """Pieces of a quotation that nothing closes: the last is an orphan; single marks were apostrophes after all."""
    while running and not running[-1].open_mark:
        running.pop()
    if not running or running[0].open_mark in SINGLE:
        return []
    running[-1].orphan = True
    return running


def _describe(quotes: list[Quote]) -> None:
    """Set the level. What follows an orphan's mark in its paragraph does not stand inside it."""
    ends: list[int] = []
    for quote in quotes:
        while ends and ends[-1] <= quote.start:
            ends.pop()
        quote.level = len(ends)
        if not quote.orphan:
            ends.append(quote.end)


def _kind(quote: Quote) -> str:
    """What an outer quotation is, by its words and its neighbours. In doubt it is speech."""
    prose, zone = quote.article.prose, quote.zone
    words = prose[quote.inner_start : min(quote.inner_end, quote.inner_start + 100)].split()
    if zone.kind in _HEADS or not 0 < len(words) <= 8 or not quote.closed or quote.continues:
        return "speech"
    before = prose[max(quote.start - 40, zone.start) : quote.start].split()
    last = before[-1].lower().strip(_EDGES) if before else ""
    after = prose[quote.end : quote.end + 2]
    runs_on = words[-1][-1].isalpha() and after[:1] == " " and after[1:].isalpha()
    if last in _MENTIONS:
        return "speech" if _has_cue(quote) else "word"
    if last in reporting_verbs() or not _CALLS.isdisjoint(map(str.lower, before[-2:])):
        return "speech"
    if _is_title_case(words):
        if runs_on and len(words) <= 2 and _is_name(before) and after[1].isupper():
            return "nickname"
        if last in _WORKS or last.endswith(("’s", "'s")):
            return "title"
        return "title" if len(words) > 1 and not _has_cue(quote) else "speech"
    if runs_on and len(words) <= 2 and words[0][0].islower():
        return "speech" if _has_cue(quote) else "scare"
    return "speech"


def _is_short_name(quote: Quote) -> bool:
    """Whether it is a few words that begin with a capital, or stands in a head: “Yes,” but also “Boss” on a hat."""
    words = quote.inner.split(maxsplit=5)
    if quote.zone.kind in _HEADS:
        return True
    return quote.closed and 0 < len(words) <= 4 and words[0][:1].isupper() and words[-1][-1] not in ".!?…"


def _is_aside(quote: Quote) -> bool:
    """Whether it is a few words without a capital that somebody owns, or that a mark cuts off: Lee's “hut” — a barn."""
    words = quote.inner.split(maxsplit=5)
    if not quote.closed or not 0 < len(words) <= 5 or not words[0][0].islower() or quote.level:
        return False
    before = quote.article.prose[max(quote.start - 20, quote.zone.start) : quote.start].rstrip()
    if before.endswith(("’s", "'s", "s’", "s'")):
        return True
    after = quote.article.prose[quote.end : quote.end + 2]
    return words[-1][-1].isalpha() and not (after[:1].isspace() and after[1:].isalpha())


def _is_title_case(words: list[str]) -> bool:
    """Whether every word that counts begins with a capital, as a work's title has it."""
    if not words[0][0].isupper() or any(len(w) > 3 and w[-1] == "." for w in words[:-1]):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w in _LITTLE for w in words)


def _is_name(before: list[str]) -> bool:
    """Whether a first name or initials stand last in `before`: George “Jay” Lee, but not At “Jay” or He met. “Jay”"""
    return bool(before) and before[-1][0].isupper() and (before[-1].isalpha() or before[-1][1:2] == ".")


def _has_cue(quote: Quote) -> bool:
    """Whether its sentence has a reporting verb outside the quotation, within some thirty words."""
    sentence = quote.article.sentence_at(quote.start)
    if sentence is None:
        return False
    verbs, prose = reporting_verbs(), quote.article.prose
    before = prose[max(sentence.start, quote.start - _REACH) : quote.start]
    after = prose[quote.end : min(sentence.end, quote.end + _REACH)]
    return any(word.lower().strip(_EDGES) in verbs or word == "according" for word in (before + after).split())
