"""Which capitalised words of an article are names of people.

A name is taken for a person's when something says so: a title before it, a known given name, initials or a
suffix, an age, a role or a verb of saying beside it, its last word alone later on. Companies, places, works and
buildings have last words of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language.names import (
    CAPITALS,
    COMPANIES,
    DOUBTFUL,
    FAMILY_FIRST,
    NO_GIVEN,
    NO_SURNAME,
    PARTICLES,
    PLACES,
    SOMETIMES_SURNAME,
    SUFFIXES,
    fold,
    given_names,
    looks_like_surname,
)
from copydesk.language.verbs import saying_verbs
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.language.offices import Office
    from copydesk.model.article import Zone

_BLANK = " \u00a0\n"
#: Longest name, in words; longer runs of capitals are no name.
_LONGEST = 6
#: Names that an article is read for: more is no article.
_MOST = 5000
_ARTICLES = frozenset("a an the his her its their one who whose".split())
OPENERS = ("“", '"', "‘", "(")
_CLOSERS = "”\"’')"
_NICKNAME = r"[ \u00a0][“\"‘'(][A-Z][\w .’'-]{1,20}[”\"’')][ \u00a0]"
_AGE = r",[ \u00a0]\d{1,3}(?=[,.;])|[ \u00a0]\(\d{1,3}\)"
_ROLE = (
    r",[ \u00a0](?:(?P<trade>(?:an?|the|its|their|his|her)[ \u00a0](?:[\w-]+[ \u00a0]){0,2}"
    r"(?:judge|lawyer|attorney|teacher|nurse|farmer|baker|student|professor|engineer|mother|father|grand(?:mother|father)|resident|analyst|economist|doctor|physician|"
    r"surgeon|writer|author|artist|coach|freshman|sophomore|volunteer|researcher|scientist|driver|activist|pastor|"
    r"musician|singer|actor|widow|neighbor|carpenter|welder|historian|retiree|director|president|chief|founder|mayor|"
    r"chair\w*|secretary|manager|spokes\w+|minister|principal|superintendent|coordinator|treasurer|editor|clerk)\b)|"
    r"(?:an?|the|his|her|its|their|one)[ \u00a0](?=[a-z])|who[ \u00a0]|whose[ \u00a0]|[DRI]-|"
    r"(?:[\w’-]+[ \u00a0]){0,3}"
    r"(?:[Cc]hief|[Pp]resident|[Dd]irector|[Pp]rofessor|(?:[Cc]o-)?[Ff]ounder|[Ee]ditor|[Hh]ead|[Aa]uthor|[Cc]hair\w*|[Mm]ayor|"
    r"[Ss]ecretary|[Mm]anager|[Oo]wner|[Pp]artner|[Ll]awyer|[Aa]ttorney|[Ss]pokes\w+|[Cc]oach|[Mm]inister|[Oo]fficer|[Aa]nalyst|"
    r"[Ll]eader|[Ss]uperintendent|[Pp]rincipal|[Cc]oordinator|[Tt]reasurer|[Rr]esearcher|[Ss]cientist|[Ee]conomist|[Cc]lerk)\b)"
)
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July September October November "
    "December".split()
)
#: Titles that are also first words of other names: General Motors, Chief Wahoo Park.
_COMMON = frozenset("general chief officer state chair executive leader manager".split())
#: Words before a name that is a thing's or a place's.
_BEFORE_THINGS = frozenset("the this that its our at in near".split())
_SURNAMES_OF_PLACES = frozenset(
    "jordan london york israel england washington france berlin houston ireland holland paris".split()
)
#: First words of the names of places, storms and undertakings.
_PLACE_HEADS = frozenset(
    "san santa los las saint st mount mt fort ft lake cape port hurricane tropical operation project camp interstate "
    "route el rio villa puerto isle".split()
)
#: Words that begin a sentence and are given names too: what follows decides.
_KEPT = frozenset("Will May Mark Hope Grace Christian Art Jordan Santiago Chase Rich Guy".split())
_DOES = frozenset(
    "led leads ran runs won lost met took takes has had is was will would wants wanted left opened called founded "
    "joined wept moved spoke told knew knows thinks thought says works worked grew lives lived died studied teaches "
    "taught plays played helped rose signed voted resigned retired denied accused defended visited attended "
    "spent made came went began became received married moved hopes hoped plans planned heads headed serves "
    "served".split()
)


@cache
def _nobody() -> frozenset[str]:
    """Capitalised words that, alone, can be nobody: most of those that begin sentences."""
    return frozenset(word.capitalize() for word in NO_GIVEN) - _KEPT | _CALENDAR | {"I"}


class Word(NamedTuple):
    start: int
    end: int
    text: str


class Name(NamedTuple):
    """A run of capitalised words that may be a name; title stands right before it."""

    words: tuple[Word, ...]
    title: Office | None
    zone: Zone

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


@cache
def _run() -> str:
    """A pattern of capitalised words in a row, particles between them."""
    particle = "|".join(sorted(PARTICLES - {"y", "e", "do", "ten", "lo"}, key=len, reverse=True))
    name = r"(?:\.(?:[A-Z]\.)*(?![a-z])|[^\W\d_]*+(?:(?:(?<=\bJr)|(?<=\bSr)|(?<=\bSt))\.)?(?:[’'-][^\W\d_]++)*+)"
    joined = rf"(?:(?:[Aa]l|[Ee]l|as|ad|an|[Uu]l|ash|az)-|d[’'])?[{CAPITALS}]{name}"
    gap = r"[ \u00a0\n](?<! \n)(?!\n)"
    behind = rf"(?:[{CAPITALS}]{name}|(?=[abdeltuvzAEU])(?:(?:{particle}){gap}){{0,3}}{joined})"
    return rf"[{CAPITALS}]{name}(?:{gap}{behind})*+"


class NameReader:
    """Reads the names of one article. singles: what may be a later mention of somebody, by itself no name."""

    __slots__ = ("offices", "prose", "singles", "titles")

    def __init__(self, prose: str, offices: list[Office]) -> None:
        self.prose = prose
        self.offices = offices
        self.titles = {office.start for office in offices if office.kind == "formal"}
        self.singles: list[Name] = []

    def runs(self, zone: Zone) -> list[tuple[Word, ...]]:
        """The runs of capitalised words in a zone, less those that can be nobody."""
        nobody = _nobody()
        found = compiled(_run()).finditer(self.prose, zone.start, zone.end)
        return [_words(*match.span(), text) for match in found if (text := match[0]) not in nobody]

    def names(self, zone: Zone, runs: list[tuple[Word, ...]]) -> Iterator[Name]:
        """The possible names of a zone: what its runs of capitals are when titles are taken out.

        A word by itself, with no title and no nickname beside it, goes to `singles`.
        """
        prose, offices = self.prose, self.offices
        owners = {office.complement.start: office for office in offices if office.complement is not None}
        i, n = 0, len(offices)
        for words in runs:
            start = words[0].start
            before = prose[start - 1] if start else " "
            if before.isalnum() or before in "@#_":
                continue
            while i < n and offices[i].end < start - 2:
                i += 1
            if len(words) == 1 and (i == n or offices[i].start >= words[0].end):
                word = _alone(words[0])
                if word is None:
                    continue
                name = Name((word,), None, zone)
                if prose[word.end + 1 : word.end + 2] in OPENERS or (start > 1 and prose[start - 2] in _CLOSERS):
                    yield name
                elif len(self.singles) < _MOST:
                    self.singles.append(name)
                continue
            owner = owners.get(start)
            size = _place_size(words) if owner is not None else 0
            if owner is not None and size and len(words) > size + 1:
                owner.complement = Span(start, words[size - 1].end)
                yield from self._pieces(list(words[size:]), owner, zone)
                continue
            title: Office | None = None
            left: list[Word] = []
            j = i
            for word in words:
                while j < n and offices[j].end < word.start:
                    if word.start - offices[j].end <= 1 and prose[offices[j].end] in _BLANK:
                        if left:
                            yield from self._pieces(left, title, zone)
                            left = []
                        title = offices[j]
                    j += 1
                if j < n and offices[j].start < word.end and word.start < offices[j].end:
                    if left:
                        yield from self._pieces(left, title, zone)
                        left, title = [], None
                    continue
                left.append(word)
            if left:
                yield from self._pieces(left, title, zone)

    def _pieces(self, words: list[Word], title: Office | None, zone: Zone) -> Iterator[Name]:
        """The names that a stretch of capitals holds: parted at possessives and words of the calendar."""
        left: list[Word] = []
        if title is None and fold(words[0].text) in _PLACE_HEADS:
            return
        for word in words:
            text = word.text
            own = text.endswith(("'s", "’s"))
            if own or text.endswith(("s'", "s’")):
                if own:
                    word = Word(word.start, word.end - 2, text[:-2])
                left.append(word)
                yield from self._trimmed(left, title, zone)
                left, title = [], None
            elif (
                not left
                and title is None
                and (
                    (text.lower().rstrip(".") in NO_GIVEN and text not in _KEPT)
                    or (text in ("May", "March", "June") and len(words) > 1 and words[1].text in PARTICLES)
                )
            ):
                continue
            elif text in _CALENDAR:
                if left:
                    yield from self._trimmed(left, title, zone)
                left, title = [], None
            else:
                left.append(word)
        if left:
            yield from self._trimmed(left, title, zone)

    def _trimmed(self, words: list[Word], title: Office | None, zone: Zone) -> Iterator[Name]:
        while words and (words[0].text in PARTICLES or words[0].text.lower() in SUFFIXES):
            words = words[1:]
        while words and (words[-1].text in PARTICLES):
            words = words[:-1]
        if words:
            yield Name(tuple(words), title, zone)

    def people(self, names: list[Name]) -> Iterator[Name]:
        """Those of the possible names that are people's; the rest are put by in `singles`.

        A last word counts for a name that is else in doubt when it stands alone, or behind a plain given name.
        """
        lone = {name.words[0].text for name in (*self.singles, *names) if len(name.words) == 1 and name.title is None}
        lone.update(
            name.words[-1].text for name in names
            if len(name.words) > 1 and fold(name.words[0].text) not in DOUBTFUL
            and fold(name.words[0].text) in given_names()
        )  # fmt: skip
        for name in self._joined(names[:_MOST]):
            if len(name.words) == 1 and name.title is None:
                self.singles.append(name)
            elif self._is_person(name, lone):
                yield name
            elif name.title is None:
                self.singles.append(name)

    def _joined(self, names: list[Name]) -> Iterator[Name]:
        """Names whose nickname, in quotation marks or parentheses, parted them, made whole."""
        i, prose = 0, self.prose
        while i < len(names):
            name = names[i]
            behind = name.words[-1].end + 1
            if prose[behind : behind + 1] in OPENERS and prose[behind - 1] in _BLANK:
                nick = compiled(_NICKNAME).match(self.prose, name.end)
                j = i + 1
                while nick and j < len(names) and names[j].end < nick.end():
                    j += 1
                known = j < len(names) and (
                    fold(name.words[0].text) in given_names() or looks_like_surname(names[j].words[-1].text)
                )
                if nick and known and j < len(names) and names[j].start == nick.end() and names[j].title is None:
                    word = Word(nick.start() + 1, nick.end() - 1, nick[0][1:-1])
                    yield Name((*name.words, word, *names[j].words), name.title, name.zone)
                    i = j + 1
                    continue
            yield name
            i += 1

    def _is_person(self, name: Name, lone: set[str]) -> bool:
        """Whether anything says that a name is a person's, and nothing that it is something else's."""
        words = [word for word in name.words if not word.text.startswith(OPENERS)]
        if len(words) > _LONGEST:
            return False
        last = words[-2] if len(words) > 1 and fold(words[-1].text) in SUFFIXES else words[-1]
        first_word = fold(words[0].text)
        given = first_word in given_names() or first_word.split("-")[0] in given_names()
        sure = given and first_word not in DOUBTFUL
        if name.title is not None:
            return self._titled(name, words, fold(last.text), sure)
        if _is_something_else(words, fold(last.text), given=given, sure=sure):
            return False
        if sure and self.prose[max(name.start - 4, 0) : name.start].lower() not in ("the ", "the\u00a0", "the\n"):
            return True
        score = 2 * sure or given
        score += self._form(name, words)
        score += self._company(name, sure=sure)
        return score + looks_like_surname(last.text) + (score < 2 and last.text in lone) >= 2

    def _form(self, name: Name, words: list[Word]) -> int:
        """What the parts of a name say for it: initials, a suffix, a nickname, particles, a surname in front."""
        first, last = words[0].text, words[-1].text
        score = 2 * (is_initials(first) and first != "U.S.")
        score += 2 * any(is_initials(word.text) and len(word.text) == 2 for word in words[1:-1])
        score += 3 * (len(words) > 1 and fold(last) in SUFFIXES)
        score += 2 * (len(words) < len(name.words))
        score += any(word.text in PARTICLES for word in words)
        if fold(first) in FAMILY_FIRST and len(words) < 4:
            score += 2 if last.partition("-")[2][:1].islower() else 1
        return score

    def _company(self, name: Name, *, sure: bool) -> int:
        """What stands beside a name says for it, or against: an age, a role, a verb; “the”, “in”."""
        prose = self.prose
        score = 0
        if compiled(_AGE).match(prose, name.end):
            score = 3
        elif prose[name.end : name.end + 1] == ",":
            role = compiled(_ROLE).match(prose, name.end)
            article = role is not None and not role["trade"] and role[0][2:].split()[0] in _ARTICLES
            score = 0 if role is None else 1 if article else 2
            behind = name.end + 2 + 4 * prose.startswith("the ", name.end + 2)
            score = score or int(behind in self.titles)
        elif prose[name.end : name.end + 1] in _BLANK:
            following = prose[name.end + 1 : name.end + 20].split(" ", 1)[0].rstrip(",.")
            score += following in saying_verbs() or following in _DOES
        before = prose[max(name.zone.start, name.start - 24) : name.start].split()
        word = before[-1].lower() if before else ""
        score += word in ("said", "says", "asked", "added", "named")
        score -= 2 * (not sure and word in _BEFORE_THINGS)
        return score - (word == "the" and len(name.words) > 1)

    def _titled(self, name: Name, words: list[Word], last_word: str, sure: bool) -> bool:
        """Whether what follows a title is a name: “President Lee”, not “President Street” or “General Motors”."""
        title = name.title
        assert title is not None
        first = fold(words[0].text)
        given, alone = first in given_names(), len(words) == 1
        if title.word in _COMMON and not (sure or " " in title.form or title.abbreviated):
            return given if not alone else title.word != "general" and looks_like_surname(words[0].text)
        if last_word in NO_SURNAME and not (sure and last_word in SOMETIMES_SURNAME):
            return alone and last_word in SOMETIMES_SURNAME and looks_like_surname(words[0].text)
        if (first in NO_GIVEN and words[0].text not in _KEPT) or (title.word == "private" and not sure):
            return False
        if title.kind == "job":
            if alone and title.word == "professor":
                return True
            if alone:
                return looks_like_surname(words[0].text) and not self.prose[title.head.start].isupper()
            return given or looks_like_surname(words[-1].text) or is_initials(words[0].text)
        is_initialism = alone and words[0].text.isupper() and 1 < len(words[0].text) <= 4
        return not is_initialism and (first not in PLACES or given)


def _place_size(words: tuple[Word, ...]) -> int:
    """How many of the first words are a country, as in “president of South Korea Moon Jae-in”."""
    if words[0].text in ("New", "North", "South", "United", "Saudi", "Sri", "Costa", "El", "Czech", "Northern"):
        return 2
    return int(fold(words[0].text) in PLACES)


def _is_something_else(words: list[Word], last_word: str, *, given: bool, sure: bool) -> bool:
    """Whether capitalised words are plainly a company's, a place's, a work's."""
    first = words[0].text
    if " ".join(fold(word.text) for word in words) in COMPANIES:
        return True
    if last_word in NO_SURNAME and not (sure and last_word in SOMETIMES_SURNAME and len(words) <= 3):
        return True
    if last_word in PLACES - _SURNAMES_OF_PLACES:
        return True
    if given:
        return False
    if len(first) > 1 and (fold(first) in PLACES or (first.isupper() and len(first) > 2 and not is_initials(first))):
        return True
    return any(fold(word.text) in NO_SURNAME - SOMETIMES_SURNAME for word in words[1:-1])


def _alone(word: Word) -> Word | None:
    """What a capitalised word by itself is as a name, less its possessive s; None for one that can be nobody."""
    text = word.text
    if text[-2:] in ("'s", "’s"):
        text = text[:-2]
        word = Word(word.start, word.end - 2, text)
    elif text[-2:] not in ("s'", "s’") and text not in _KEPT and text.lower().rstrip(".") in NO_GIVEN:
        return None
    folded = fold(text)
    if text in _CALENDAR or text in PARTICLES or folded in _PLACE_HEADS or text.lower() in SUFFIXES:
        return None
    return word


def _words(start: int, end: int, text: str) -> tuple[Word, ...]:
    if " " not in text and "\u00a0" not in text and "\n" not in text:
        return (Word(start, end, text),)
    found = []
    at = start
    for piece in text.replace("\n", " ").replace("\u00a0", " ").split(" "):
        found.append(Word(at, at + len(piece), piece))
        at += len(piece) + 1
    return tuple(found)


def is_initials(text: str) -> bool:
    """J., J.D., W — letters with periods, or one letter."""
    return len(text.replace(".", "")) <= 2 and text.replace(".", "").isupper() and ("." in text or len(text) == 1)


def without_possessive(text: str) -> str:
    return text[:-2] if text.endswith(("'s", "’s", "'S", "’S")) else text


def unowned(word: Word) -> Word:
    text = without_possessive(word.text)
    return Word(word.start, word.start + len(text), text)
