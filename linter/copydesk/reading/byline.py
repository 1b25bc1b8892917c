"""The byline: who wrote the story, in which role, for which outlet, and what else was put on the line.

    By Nell Moss,
    Harbor Correspondent, The Harlow Post | Story Posted on June 3, 2024

A byline is read as fields parted by commas, bars and line ends. The first field after "By" holds names,
whatever it says ("By Staff"); a later field holds names only if they look like names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from copydesk.model.article import Byline
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.stamps import find_stamp, is_stamp

_PREFIX = (
    r"(?:(?:an?\s+|the\s+)?(?:article|story|stories|text|words|report|reporting|analysis|opinion|commentary|column|essay"
    r"|review|interview|guest\s+post|post|contributed|written|reported|posted|compiled|submitted|authored|published)"
    r"(?:\s+and\s+[a-z]+)?\s+)?by(?=[\s:]|$)[ \t]*:?"
    r"|(?:authors?|byline|words|text|story|writers?|reporters?)[ \t]*:"
    r"|from(?=\s+(?:our\s+)?(?:staff|wire|news\s+services))"
)
_AFTER_NAME = (
    r"(?:Jr\.?|Sr\.?|II|III|IV|Ph\.?\s?D\.?|M\.?D\.?|Esq\.?|J\.?D\.?|M\.?B\.?A\.?|R\.?N\.?|D\.?O\.?|C\.?P\.?A\.?"
    r"|Ed\.?D\.?|D\.?D\.?S\.?|D\.?V\.?M\.?|M\.?[AS]\.?|B\.?[AS]\.?)"
)
_MARK = (
    r"[,;]\s*(?:and|&|with)(?=\s)|\s(?:and|&|with)[ \t]*[\r\n]+|[\r\n]+[ \t]*(?:and|&|with)(?=\s)|[;|·•()\[\]{}<>]"
    rf"|,(?!\s*{_AFTER_NAME}(?=\s*(?:[,;|&\r\n)]|and\b|$)))|"
    r"(?<![Nn])/|[\r\n]+|(?<=\s)[-–—](?=\s|$)|—"
    r"|(?<=\w)\.\s+(?=[A-Z][a-z]+(?:\s+[a-z]+)?\s+by\b)"
)
_JOINER = r"(?<=\s)(?:and|with|\+)(?=\s)|&"
_CONTACT = (
    r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{2,30}"
    r"|(?<![\w-])(?:\+?1[-. ])?(?:\(\d{3}\)|\d{3})[-./ ]{1,2}\d{3}[-. ]\d{4}(?!\d)"
)
_ROLE = (
    r"\b(?:reporters?|writers?|editors?|editor-in-chief|correspondents?|columnists?|contributors?|journalists?|staff"
    r"|producers?|photographers?|photojournalists?|videographers?|analysts?|critics?|reviewers?|chief|interns?|fellow"
    r"|anchor|director|manager|specialist|strategist|administrator|secretary|professor|president|officer"
    r"|chair(?:man|woman)?|founder|freelancer?|stringer|blogger|author|commentator|advis[eo]r|senator|designer|developer"
    r"|engineer|publisher|ceo|co-?founder|teacher|student)\b(?=\s*(?:$|[,&-]|(?:and|at|for|of|in|on|with|covering)\b))"
    r"|^special\s+to\b"
)
#: The article that some titles keep.
_PULPIT = r"^[Tt]he\s+(?=(?:(?:Most|Right|Very)\s+)?(?:Rev|Hon)\b)"
#: A machine credited with the words: the one writer whose name may hold figures.
_MACHINE = (
    r"(?:an?\s+)?(?:\w+\s)?(?:(?:chat ?)?gpt|claude|copilot|gemini|llama|grok|deepseek|qwen|ai)\b"
    r"(?:[ -]?(?:v?\d[\w.]*|(?-i:[A-Z]\w*)|assistant|chatbot|bot|model|tool)){0,3}$"
)
#: Roles that tell a byline without "By" from a speaker's name and office.
_DESK = r"report|writer|edit|correspond|column|contrib|journal|staff|photograph|critic|producer|special\s+to|blog"
_OUTLET = (
    r"\b(?:times|post|news|newsroom|press|tribune|herald|journal|gazette|chronicle|star|sun|sentinel|observer|guardian"
    r"|reuters|bbc|ap|afp|cnn|npr|pbs|upi|bloomberg|agency|magazine|daily|weekly|review|record|register|dispatch|courier"
    r"|ledger|globe|telegraph|independent|standard|wire|services?|network|radio|tv|television|media|mercury|examiner"
    r"|inquirer|enquirer|advocate|bulletin|beacon|argus|echo|express|digest|monitor|republic|democrat|statesman"
    r"|intelligencer|bee|citizen|banner|eagle|corp\.?|inc\.?|llc|university|college|school|institute|center|centre"
    r"|department|council|association|foundation|society|group|company|bureau|board|\w+\.(?:com|org|net|co\.uk))(?=$|\s+(?:of|for|in)\b)"
)
_CREDIT = (
    r"(?:additional|photo\w*|picture\w*|image\w*|video\w*|edit\w*|illustrat\w*|graphic\w*|produced|review\w*|fact)"
    r"\b.*\bby\b"
)
_PLACE_OR_PAPER = r"\s+(?:(?P<place>in)|for|of|from|at)\s+(?=\S)"
_ABBREVIATED = rf"(?:\b{_AFTER_NAME}|\b[A-Z]\.|\b(?:Inc|Co|Corp|Ltd|St|[ap]\.m)\.)$"
#: Words of which a name stands in for one: "By Staff", "By Author Name", "By TK".
_STAND_INS = (
    "staff admin administrator author authors name tk tktk unknown anonymous reporter writer editor test lorem ipsum "
    "your placeholder xxx n/a na none insert here first last byline a the wire reports report our newsroom desk and "
    "guest contributor contributors team bureau news services editors reporters writers user correspondent"
)
_PARTICLES = (
    "de da di do du dos das del della der den des van von vander ter ten te zu zum zur af av bin ibn bint abu al el la "
    "le los y e i d'"
)
#: What follows "By" in lines that are no bylines: "By Monday", "By the numbers", "By popular demand".
_NO_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february march july september "
    "october november december any popular design default law then now night day land sea air train far comparison "
    "contrast chance accident hand numbers all some most no my his her their its this that these those age invitation "
    "request way means virtue noon midnight today tomorrow next last one two three four five six seven eight nine ten "
    "year mid late early winter spring fall the a an and or"
)


class Field(NamedTuple):
    """A stretch of a byline between two marks. kind: "stamp" or "contact" where it is known beforehand."""

    start: int
    end: int
    kind: str = ""


@cache
def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def parse_byline(text: str, start: int, end: int, *, bare: bool = False) -> Byline | None:
    """The byline that text[start:end] is, or None when it is none: "By noon the bread was gone."

    `text` is the article with markup blanked out; the stretch may hold several lines. bare: a line
    without "By" may be one too, if a role, an outlet, an address or a date goes with the name.
    A name's span takes in rank and degree ("Dr. Lena Ortiz", "Lena Ortiz, PhD"), since they stand in
    the name's place. A comma before "and" belongs to the joiner.
    """
    start, end = _strip(text, start, end)
    prefix = _prefix(text, start, end)
    if prefix is None and not bare:
        return None
    reading = _Reading(text, prefixed=prefix is not None)
    if prefix and prefix.start() > start:
        reading.stamp = find_stamp(text, start, prefix.start())
    for item in _items(text, prefix.end() if prefix else start, end):
        if not reading.take(item):
            return None
    if not reading.is_byline(end):
        return None
    return Byline(
        None,
        start,
        end,
        prefix=_strip(text, *prefix.span()) if prefix else None,
        names=tuple(reading.names),
        joiners=tuple(reading.joiners),
        role=reading.role,
        outlet=reading.outlet,
        stamp=reading.stamp,
        contact=reading.contact,
        trailing=reading.trailing,
    )


def opens_byline(line: str) -> bool:
    """Whether a line begins with "By" or a variant of it, or with a date and then "by": it is worth parsing."""
    return _prefix(line, 0, len(line)) is not None


def _prefix(text: str, start: int, end: int) -> re.Match[str] | None:
    """The "By" of a byline, at its start or after a printed date: "March 4, 2025 by Ana Ruiz"."""
    pattern = compiled(_PREFIX, re.I)
    found = pattern.match(text, start, end)
    if found or end - start > 120:
        return found
    at = text.find(" by ", start, end)
    if at < 0 or not is_stamp(text[start:at].rstrip(" |·,-–—")):
        return None
    return pattern.match(text, at + 1, end)


def continues_byline(line: str) -> bool:
    """Whether a line under a byline goes on with it: a role, an outlet, an address."""
    if len(line) > 160 or _ends_sentence(line, len(line)) or opens_byline(line):
        return False
    kinds = [_kind(line, item) for item in _items(line, 0, len(line)) if isinstance(item, Field)]
    return bool(kinds) and kinds[0] in ("role", "outlet", "contact") and "other" not in kinds


def continues_names(line: str) -> bool:
    """Whether a line goes on with a list of names: "Tom Lee and Mo Khan", "and Mo Khan"."""
    if len(line) > 160 or _ends_sentence(line, len(line)):
        return False
    at = len(line) - len(compiled(r"^(?:and|&|with)\s+").sub("", line))
    first = next((item for item in _items(line, at, len(line)) if isinstance(item, Field)), None)
    return first is not None and _kind(line, first) == "name"


class _Reading:
    """What has been read of a byline so far, field by field."""

    def __init__(self, text: str, *, prefixed: bool) -> None:
        self.text = text
        self.prefixed = prefixed
        self.names: list[Span] = []
        self.joiners: list[Span] = []
        self.role: Span | None = None
        self.outlet: Span | None = None
        self.stamp: Span | None = None
        self.contact: Span | None = None
        self.trailing: Span | None = None
        self.marks: list[Span] = []
        self.last = ""

    def take(self, item: Field | Span) -> bool:
        """Add the next mark or field; False when the stretch can be no byline."""
        if not isinstance(item, Field):
            if self.text[item.start] in "\r\n":
                self._note_stray()
            self.marks.append(item)
            return True
        kind = _kind(self.text, item) if self.names or not self.prefixed else "name"
        if not self.names and kind != "name":
            return False
        if kind == "name" and not self._take_names(item):
            if not self.names:
                return False
            kind = "outlet" if self._mark() == "|" else "other"
        span = Span(item.start, item.end)
        if kind == "role":
            self._take_role(span)
        elif kind == "outlet":
            self.outlet = self.outlet or span
        elif kind == "stamp":
            self.stamp = self.stamp or span
        elif kind == "contact":
            self.contact = self.contact or span
        elif kind == "other" and not self._bears(span):
            return False
        self.marks.clear()
        self.last = kind
        return True

    def is_byline(self, end: int) -> bool:
        """Whether all that was read makes a byline."""
        if self.marks:
            self._note_stray()
        if not self.names:
            return False
        if _ends_sentence(self.text, end) and self.last in ("name", "other"):
            last = self.names[-1]
            if self.text[end - 1] != "." or last.end != end or not _is_name(self.text[slice(*last)], 2):
                return False
            self.names[-1], self.trailing = Span(last.start, end - 1), Span(end - 1, end)
        if self.prefixed:
            return True
        role = self.role if self.role and compiled(_DESK, re.I).search(self.text, *self.role) else None
        more = role or self.outlet or self.stamp or self.contact
        names = [self.text[slice(*name)] for name in self.names]
        return more is not None and all(_is_name(name, 2) and name.count(" ") < 4 for name in names)

    def _mark(self) -> str:
        return self.text[self.marks[0].start] if self.marks else ""

    def _note_stray(self) -> None:
        """A comma, semicolon, bar or dash with nothing after it on its line is stray, unless names go on."""
        stray = next((mark for mark in self.marks if self.text[mark.start] in ",;|·•/-–—"), None)
        if stray and stray.end - stray.start == 1 and self.trailing is None:
            self.trailing = stray

    def _take_names(self, field: Field) -> bool:
        """Read the names in a field; False when it holds something else."""
        first = not self.names
        text = self.text
        if not first and (self.role or self.outlet or self.stamp or self._mark() == "|"):
            return False
        whole = text[field.start : field.end]
        if first and _is_stand_in(whole):
            self.names.append(Span(field.start, field.end))
            return True
        pieces = list(_pieces(text, field))
        found: list[Span] = []
        for piece in pieces:
            name, rest = _part_name(text, piece)
            said = compiled(_PULPIT).sub("", text[slice(*name)])
            if not _is_name(said, 1 if first else 2) and not (first and _may_sign(said)):
                return False
            if rest and not (self.prefixed or _is_outlet(text[slice(*rest)])):
                return False
            found.append(name)
            self.outlet = self.outlet or rest
        if not found:
            return False
        if not first:
            between = next((mark for mark in self.marks if text[slice(*mark)].strip()), None)
            if between is None:
                return False
            self.joiners.append(_strip(text, *between))
            if self.trailing == between:
                self.trailing = None
        for before, after in pairwise(pieces):
            self.joiners.append(_strip(text, before.end, after.start))
        self.names.extend(found)
        return True

    def _take_role(self, field: Span) -> None:
        """A role, the outlet after "at" or "for", and a further author after "and"."""
        text = self.text
        pieces = list(_pieces(text, field))
        last = pieces[-1]
        if len(pieces) > 1 and _is_name(text[slice(*last)], 2) and not _is_role(text[slice(*last)]):
            self.names.append(last)
            self.joiners.append(_strip(text, pieces[-2].end, last.start))
            field = Span(field.start, pieces[-2].end)
        if self.role is None:
            role, outlet = _part_name(text, field)
            if outlet and not _is_outlet(text[slice(*outlet)]):
                role, outlet = field, None
            self.role = role
            self.outlet = self.outlet or outlet

    def _bears(self, span: Span) -> bool:
        """Whether a field that is none of the known parts may stand in a byline: a few words, no clause."""
        words = self.text[slice(*span)].split()
        return len(words) <= 8 and (len(words) <= 3 or not words[0][:1].islower())


def _items(text: str, start: int, end: int) -> Iterator[Field | Span]:
    """The fields of a byline, and between them its marks as bare spans, in order."""
    said = text[start:end]
    figures = compiled(r"\d").search(said) is not None
    islands: list[Field] = []
    if figures or "@" in said:
        islands = [Field(*match.span(), "contact") for match in compiled(_CONTACT).finditer(text, start, end)]
    stamp = find_stamp(text, start, end) if figures or "ago" in said else None
    if stamp:
        islands = [i for i in islands if i.end <= stamp.start or i.start >= stamp.end]
        islands.append(Field(stamp.start, stamp.end, "stamp"))
    at = start
    for island in [*sorted(islands), Field(end, end)]:
        for mark in compiled(_MARK).finditer(text, at, island.start):
            yield from _field(text, at, mark.start())
            yield Span(*mark.span())
            at = mark.end()
        yield from _field(text, at, island.start)
        if island.kind:
            yield island
        at = island.end


def _field(text: str, start: int, end: int) -> Iterator[Field]:
    span = _strip(text, start, end)
    if text[max(start, span.end - 3) : span.end] in (" on", " at"):
        span = _strip(text, start, span.end - 3)
    if span.start < span.end:
        yield Field(*span)


def _kind(text: str, field: Field) -> str:
    """What a field that is not the first most looks like."""
    if field.kind:
        return field.kind
    said = text[field.start : field.end]
    if compiled(_CREDIT, re.I).match(said):
        return "credit"
    if _is_role(said):
        return "role"
    if _is_outlet(said):
        return "outlet"
    if all(_is_name(text[slice(*_part_name(text, piece)[0])], 2) for piece in _pieces(text, field)):
        return "name"
    return "other"


def _is_role(said: str) -> bool:
    return len(said) < 90 and said.count(" ") < 9 and compiled(_ROLE, re.I).search(said) is not None


def _is_outlet(said: str) -> bool:
    said = said.removeprefix("the ")
    return said.count(" ") < 6 and said[:1].isupper() and compiled(_OUTLET, re.I).search(said) is not None


def _is_stand_in(said: str) -> bool:
    """Whether this stands where a name should: "Staff", "Author Name", "Midtown Times staff"."""
    words = said.lower().split()
    known = _listed(_STAND_INS)
    return all(word.strip(".") in known for word in words) or (said[0].isupper() and words[-1] in ("staff", "reports"))


def _may_sign(said: str) -> bool:
    """Whether this may sign a story though it is no person: an outlet, a desk, a bell hooks, a machine."""
    if compiled(_MACHINE, re.I).match(said):
        return True
    if _is_outlet(said) or _is_role(said):
        return len(said.split()) <= 6 and (said[0].isupper() or said.lower().startswith("the "))
    words = said.split()
    known = _listed(_NO_NAMES)
    return said.islower() and 2 <= len(words) <= 4 and all(w not in known and w.isalpha() for w in words)


def _is_name(said: str, least: int) -> bool:
    """Whether this looks like a person's name of at least so many words."""
    words = said.split()
    if not least <= len(words) <= 8 or words[0].lower().strip(".") in _listed(_NO_NAMES):
        return False
    if least > 1 and (_is_outlet(said) or _is_role(said)):
        return False
    names = 0
    for word in words:
        bare = word.strip("\"'“”‘’()")
        if bare and (bare[0].isupper() or (bare[0].isalpha() and not bare[0].islower())):
            names += not any(c.isdigit() for c in bare)
        elif bare.lower() not in _listed(_PARTICLES) and not bare.startswith(("d'", "d’", "al-", "el-", "ben-")):
            return False
    return names >= least and all(c.isalpha() or c in " ,.'’‘“”\"()-‐‑\u00b7\u0300\u0301" for c in said)


def _pieces(text: str, field: Field | Span) -> Iterator[Span]:
    """What "and", "&" and "with" part a field into."""
    at = field[0]
    for joiner in compiled(_JOINER).finditer(text, field[0], field[1]):
        if text[at : joiner.start()].strip():
            yield _strip(text, at, joiner.start())
        at = joiner.end()
    if text[at : field[1]].strip():
        yield _strip(text, at, field[1])


def _part_name(text: str, span: Span) -> tuple[Span, Span | None]:
    """A name, or a role, and the outlet that "for" or "of" puts after it; a place after "in" is dropped."""
    match = compiled(_PLACE_OR_PAPER).search(text, *span)
    if match is None:
        return span, None
    return Span(span.start, match.start()), None if match.group("place") else Span(match.end(), span.end)


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _ends_sentence(text: str, end: int) -> bool:
    """Whether the copy before `end` ends as a sentence, an abbreviation's period aside."""
    tail = text[max(0, end - 12) : end].rstrip("\"'”’)]* \t\r\n")
    return tail.endswith((".", "?", "!", ":")) and compiled(_ABBREVIATED).search(tail) is None
