"""People in the text: who is named where, and which mentions are one person's.

A name is taken for a person's when something says so: a title before it, a known given name, initials or a
suffix, an age, a role or a verb of saying beside it, its last word alone later on. Companies, places, works and
buildings have last words of their own. A surname alone is a mention of the person whom the article names in full.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk.language.names import (
    CAPITALS,
    DOUBTFUL,
    FAMILY_FIRST,
    NO_GIVEN,
    NO_SURNAME,
    PARTICLES,
    SUFFIXES,
    fold,
    given_names,
    looks_like_surname,
    short_forms,
)
from copydesk.language.naming import OPENERS, Name, NameReader, Word, is_initials, unowned, without_possessive
from copydesk.language.offices import ZONES, Office, OfficeReader
from copydesk.model.article import Kind, Located
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.model.article import Article

_HEADS = frozenset({Kind.HEADLINE, Kind.SUBHEAD})
#: Capital particles that belong to a surname behind a given name: Robert De Niro, Dick Van Dyke.
_CAPITAL_PARTICLES = frozenset("De Van Von Le La Del Di St. El Al Mc Abu Ben Bin Der Den".split())
#: Surnames before two given names: Kim Jong Un.
_BEFORE_TWO = frozenset("kim park lee moon choi cho nguyen tran to han yoon roh".split())


class Person(Located):
    """A mention of a person, from the first word of the name to the last, a possessive's s left out.

    given: "Volodymyr", "J.D.", "" when it is not written.  initials: those in the middle.  surname: with its
    particles ("von der Leyen"), "" for a given name alone; surname_span where it stands.  particles, suffix, nickname:
    "" where there is none.  title: the office right before the name, or None.  identity: whom it names.
    shared: the given name of a couple, whose surname stands behind the other's ("Bill and Hillary Clinton").
    """

    __slots__ = (
        "given", "identity", "initials", "nickname", "particles", "shared", "suffix", "surname", "surname_span",
        "title",
    )  # fmt: skip

    def __init__(self, article: Article, start: int, end: int) -> None:
        super().__init__(article, start, end)
        self.given = ""
        self.initials: tuple[str, ...] = ()
        self.particles = ""
        self.surname = ""
        self.surname_span = Span(start, end)
        self.suffix = ""
        self.nickname = ""
        self.title: Office | None = None
        self.shared = False
        self.identity: Identity

    @property
    def is_full(self) -> bool:
        """Whether it has a given name, or initials for one, and a surname."""
        return bool(self.given and self.surname)

    @property
    def name(self) -> str:
        """The name in full as this mention has it, on one line."""
        if self.shared:
            return f"{self.given} {self.surname}"
        return " ".join(self.text.split())


class Identity:
    """One person of the article. name: the fullest form.  mentions: in order."""

    __slots__ = ("given", "mentions", "name", "surname")

    def __init__(self, name: str, given: str, surname: str) -> None:
        self.name = name
        self.given = given
        self.surname = surname
        self.mentions: list[Person] = []

    @property
    def first(self) -> Person:
        """The first mention."""
        return self.mentions[0]

    def __repr__(self) -> str:
        return f"<Identity {self.name!r}: {len(self.mentions)}>"


class Reading(NamedTuple):
    """What reading an article for people gives."""

    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    lone: tuple[Span, ...]


def find_people(article: Article) -> tuple[Person, ...]:
    """Every mention of a person, in order."""
    return read_people(article).people


def lone_names(article: Article) -> tuple[Span, ...]:
    """Capitalised words that stand by themselves and name nobody whom the article names in full, in order."""
    return read_people(article).lone


def read_people(article: Article) -> Reading:
    """The people and the titles of an article, read together, once."""
    return article.computed("people and offices", lambda a: _Reader(a).read())


class _Reader:
    """Reads one article: its names become mentions, and the mentions people."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.prose = article.prose
        self.offices = OfficeReader(article).read()
        self.office_starts = [office.start for office in self.offices]
        self.people: list[Person] = []
        self.identities: list[Identity] = []
        self.by_tail: dict[str, list[Identity]] = {}
        self.has_particles = False
        self.first_words: set[str] = set()
        self.unsettled: dict[int, Person] = {}
        self._full: dict[int, list[int]] = {}
        self.lone: list[Span] = []

    def read(self) -> Reading:
        reader = NameReader(self.prose, self.offices)
        names: list[Name] = []
        heads: list[tuple[Word, ...]] = []
        for zone in self.article.zones:
            if zone.kind in _HEADS:
                heads += reader.runs(zone)
            elif zone.kind in ZONES:
                names += reader.names(zone, reader.runs(zone))
        later: list[Name] = []
        for name in reader.people(names):
            later += self._add(name)
        later = sorted([*later, *reader.singles], key=_start)
        coupled = self._add_couples()
        for name in later:
            if name.start not in coupled:
                self._add_later(name)
        self.first_words = {tail.partition(" ")[0] for tail in self.by_tail} if heads else set()
        for words in heads:
            self._read_head(words)
        self.people.sort(key=lambda person: person.start)
        self._link()
        for identity in self.identities:
            identity.mentions.sort(key=lambda person: person.start)
        return Reading(tuple(self.people), tuple(self.offices), tuple(self.lone))

    # -- who is who

    def _make(self, words: tuple[Word, ...]) -> Person:
        """A mention, its parts told apart."""
        person = Person(self.article, words[0].start, words[-1].end)
        rest = list(words)
        nick = next((word for word in rest if word.text.startswith(OPENERS)), None)
        if nick is not None:
            person.nickname = nick.text.strip("“”\"‘’'() ")
            rest.remove(nick)
        if len(rest) > 1 and fold(rest[-1].text) in SUFFIXES:
            person.suffix = rest.pop().text
        if len(rest) == 1:
            person.surname = rest[0].text
            person.surname_span = Span(rest[0].start, rest[0].end)
            return person
        if rest[0].text.lower() in PARTICLES and rest[1].text in PARTICLES:
            person.particles = " ".join(word.text for word in rest[:-1])
            person.surname = " ".join(word.text for word in rest)
            person.surname_span = Span(rest[0].start, rest[-1].end)
            return person
        if _is_family_first(rest):
            person.surname = rest[0].text
            person.surname_span = Span(rest[0].start, rest[0].end)
            person.given = " ".join(word.text for word in rest[1:])
            return person
        at = len(rest) - 1
        while at > 1 and rest[at - 1].text in PARTICLES:
            at -= 1
        while at > 1 and rest[at - 1].text in _CAPITAL_PARTICLES:
            at -= 1
        person.particles = " ".join(word.text for word in rest[at:-1])
        person.surname = " ".join(word.text for word in rest[at:])
        person.surname_span = Span(rest[at].start, rest[-1].end)
        front = rest[:at]
        person.given = front[0].text
        person.initials = tuple(word.text for word in front[1:] if is_initials(word.text))
        others = [word.text for word in front[1:] if not is_initials(word.text)]
        if others:
            person.given = " ".join([person.given, *others])
        return person

    def _add(self, name: Name) -> tuple[Name, ...]:
        """A mention of its own right: with its title, or a name in full; the name when it is to be settled later."""
        person = self._make(name.words)
        person.title = name.title
        if name.title is not None and name.title.person is None:
            name.title.person = person
        self.people.append(person)
        if person.given:
            self._settle(person)
            return ()
        self.unsettled[name.start] = person
        return (name,)

    def _settle(self, person: Person) -> None:
        """Put a full name with the identity that it names, or a new one."""
        for identity in self.by_tail.get(fold(person.surname), ()):
            if identity.surname and fold(identity.surname) == fold(person.surname) and _same_given(identity, person):
                if len(person.name) > len(identity.name) or not identity.given:
                    identity.name, identity.given = person.name, person.given
                self._join(identity, person)
                return
        longer = self._of_two_surnames(person)
        self._join(longer or self._new(person), person)

    def _of_two_surnames(self, person: Person) -> Identity | None:
        """Whom the last two words of a longer name name again: López Obrador, of Andrés Manuel López Obrador."""
        words = person.name.split()
        if len(words) != 2 or person.suffix or fold(words[0]) in given_names() or is_initials(words[0]):
            return None
        known = [d for d in self.by_tail.get(fold(person.name), ()) if d.given and fold(d.name) != fold(person.name)]
        if len(known) != 1:
            return None
        for mention in (person, *known[0].mentions):
            if mention.given and not mention.shared and fold(mention.name).endswith(fold(person.name)):
                mention.given = " ".join(mention.name.split()[:-2])
                mention.surname = person.name
                start = mention.end - len(person.text)
                mention.surname_span = Span(start, mention.end)
        known[0].given, known[0].surname = known[0].name.removesuffix(person.name).strip(), person.name
        return known[0]

    def _join(self, identity: Identity, person: Person) -> None:
        person.identity = identity
        identity.mentions.append(person)
        self.has_particles = self.has_particles or bool(person.particles)
        for tail in _tails(person):
            known = self.by_tail.setdefault(tail, [])
            if identity not in known:
                known.append(identity)

    def _add_later(self, name: Name) -> None:
        """A single word, or a titled one: whom the article names so."""
        start = name.start
        person = self.unsettled.get(start)
        words = name.words
        key = fold(words[0].text) if len(words) == 1 else _folded(words)
        known = self.by_tail.get(key, [])
        if len(words) == 1 and person is None and self.has_particles:
            longer, first = self._with_particles(key, start)
            if longer:
                known, start = longer, first
        if person is None:
            if not known:
                if len(words) == 1:
                    self.lone.append(Span(start, words[0].end))
                return
            if len(words) > 1 and fold(known[0].name) == key:
                person = self._make(name.words)
            else:
                person = self._later_mention(start, name.end, known)
            if person is None:
                return
            self.people.append(person)
        self._join(self._nearest(known, person.start) if known else self._new(person), person)

    def _with_particles(self, key: str, start: int) -> tuple[list[Identity], int]:
        """Whom a surname names together with the particles before it, and where these begin: von der Leyen."""
        before = self.prose[max(start - 12, 0) : start].lower().split(" ")
        if len(before) < 3 or before[-1] or before[-2] not in PARTICLES:
            return [], start
        for n in (3, 2):
            if len(before) > n:
                known = self.by_tail.get(" ".join([*before[-n:-1], key]), [])
                if known:
                    return known, start - len(" ".join(before[-n:]))
        return [], start

    def _later_mention(self, start: int, end: int, known: list[Identity]) -> Person | None:
        """A surname, or a given name, by itself. A given name that is as often another word is nobody."""
        person = Person(self.article, start, end)
        person.surname = " ".join(self.prose[start:end].split())
        word = fold(person.surname)
        if word == fold(known[0].given) and all(word != fold(identity.surname) for identity in known):
            if word in DOUBTFUL or person.surname.isupper():
                return None
            person.given, person.surname = person.surname, ""
        return person

    def _new(self, person: Person) -> Identity:
        """A person whom no other mention names."""
        identity = Identity(person.name, person.given, person.surname)
        self.identities.append(identity)
        return identity

    def _nearest(self, known: list[Identity], start: int) -> Identity:
        """Of several people of one surname, the one last named in full before `start`; else the first."""
        best, last = known[0], -1
        for identity in known if len(known) > 1 else ():
            starts = self._full.get(id(identity))
            if starts is None:
                starts = self._full[id(identity)] = sorted(m.start for m in identity.mentions if m.is_full)
            i = bisect_left(starts, start)
            if i and starts[i - 1] > last:
                best, last = identity, starts[i - 1]
        return best

    def _add_couples(self) -> set[int]:
        """“Bill and Hillary Clinton”: the first is a Clinton too. Where such given names stand."""
        found: set[int] = set()
        taken = {person.start for person in self.people}
        titles = {office.end + 1: office for office in self.offices}
        for person in [p for p in self.people if p.is_full]:
            match = compiled(_COUPLE).search(self.prose, max(person.start - 40, 0), person.start)
            if match is None or fold(match[1]) not in given_names() or match.start(1) in taken:
                continue
            known = self.by_tail.get(fold(match[1]), ())
            if any(identity.given and fold(identity.surname) == fold(match[1]) for identity in known):
                continue
            found.add(match.start(1))
            other = Person(self.article, *match.span(1))
            other.given, other.surname, other.shared = match[1], person.surname, True
            if person.title is None:
                other.title = titles.get(other.start)
                if other.title is not None:
                    other.title.person = other
            self.people.append(other)
            self._settle(other)
        return found

    # -- headlines

    def _read_head(self, words: tuple[Word, ...]) -> None:
        """Names of a headline: known from the story, behind a title, or plain by their words."""
        i = 0
        while i < len(words):
            title, inside = self._title_at(words[i].start)
            size, identity = (0, None) if inside else self._known(words, i)
            if not size and not inside:
                size = _size_in_head(words[i : i + 4], title)
            if size:
                person = self._make((*words[i : i + size - 1], unowned(words[i + size - 1])))
                person.title = title
                if title is not None:
                    title.person = person
                self.people.append(person)
                if identity is not None:
                    self._join(identity, person)
                elif person.given:
                    self._settle(person)
                else:
                    known = self.by_tail.get(fold(person.surname))
                    self._join(known[0] if known else self._new(person), person)
                self.first_words.update(tail.partition(" ")[0] for tail in _tails(person))
            i += size or 1

    def _title_at(self, at: int) -> tuple[Office | None, bool]:
        """The title right before `at`, and whether `at` stands in one itself."""
        i = bisect_right(self.office_starts, at)
        near = self.offices[max(i - 2, 0) : i]
        inside = any(office.start <= at < office.end for office in near)
        return next((office for office in near if at - office.end == 1), None), inside

    def _known(self, words: tuple[Word, ...], i: int) -> tuple[int, Identity | None]:
        """How many words from the i-th on name a person of the story, and whom."""
        if fold(without_possessive(words[i].text)) not in self.first_words:
            return 0, None
        for size in (4, 3, 2, 1):
            if i + size > len(words):
                continue
            texts = [word.text for word in words[i : i + size]]
            texts[-1] = without_possessive(texts[-1])
            known = self.by_tail.get(" ".join(map(fold, texts)))
            if known and not (size == 1 and fold(texts[0]) == fold(known[0].given) != fold(known[0].surname)):
                return size, known[0]
        return 0, None

    # -- titles and their people

    def _link(self) -> None:
        """Give every title its place and its person."""
        starts = [person.start for person in self.people]
        for office in self.offices:
            if office.person is not None:
                office.place = "before a name"
                if office.plural:
                    self._share(office, bisect_right(starts, office.person.start))
                continue
            i = bisect_left(starts, office.start)
            if i < len(starts) and self._is_set_off(office, self.people[i]):
                office.place, office.set_off, office.person = "before a name", True, self.people[i]
            elif i and self._is_behind(office, self.people[i - 1]):
                office.place, office.person = "after a name", self.people[i - 1]

    def _is_set_off(self, office: Office, person: Person) -> bool:
        """Whether a name in commas says who is meant: “the president, Joe Biden,”."""
        end = office.complement.end if office.complement else office.end
        if not (office.determined or office.possessive) or person.start - end != 2:
            return False
        if self.prose[end] != "," or compiled(r"[,.;—]|[ \u00a0]—").match(self.prose, person.end) is None:
            return False
        sentence = self.article.sentence_at(office.start)
        before = self.prose[max(sentence.start, office.start - 200) : office.start].split() if sentence else []
        return not before or before[0].lower() not in _SUBORDINATE or any(word[-1] == "," for word in before)

    def _is_behind(self, office: Office, person: Person) -> bool:
        """Whether the title is set off behind the name: “Joe Biden, then the vice president,”."""
        if office.plural or not 0 < office.start - person.end < _REACH:
            return False
        return compiled(_APPOSITIVE).fullmatch(self.prose, person.end, office.start) is not None

    def _share(self, office: Office, i: int) -> None:
        """The others behind a plural title: “Presidents Ana Ruiz and Tom Lee”."""
        last = self.people[i - 1]
        while i < len(self.people) and compiled(_ALSO).fullmatch(self.prose, last.end, self.people[i].start):
            last = self.people[i]
            if last.title is not None:
                break
            last.title = office
            i += 1


#: Words that begin a clause whose comma may stand between a title and the name of another: When he met the mayor, Lee …
_SUBORDINATE = frozenset(
    "when as after while if before because since once until though although asked speaking with by in".split()
)
#: How far behind a name its title may begin.
_REACH = 70
_COUPLE = rf"(?<!\w)([{CAPITALS}][\w’-]+)[ \u00a0](?:and|&)[ \u00a0]$"
_ALSO = (
    r"(?:[ \u00a0]of(?:[ \u00a0][A-Z][\w.]+){1,3})?(?:,[ \u00a0](?:[DRI]|Ind|Dem|Rep)\.?-[\w.]+(?:[ \u00a0][A-Z]\w+)?)?"
    r"(?:,[ \u00a0]\d\d)?(?:,?[ \u00a0](?:and|or|&)[ \u00a0]|,[ \u00a0])"
)
_APPOSITIVE = (
    r"(?:,[ \u00a0](?:[DRI]-[\w.]+|\d{1,3}|Jr\.|[A-Z]{2,4}|[A-Z]\w?\.[A-Z]\.))?"
    r"(?:,|[ \u00a0][—–-]|[ \u00a0]\()[ \u00a0]?"
    r"(?:who[ \u00a0](?:is|was|serves|served|has[ \u00a0](?:been|served))[ \u00a0](?:as[ \u00a0])?)?"
    r"(?:(?:then|now|also|currently|formerly|once|previously|himself|herself)[ \u00a0])?"
    r"(?:(?:the|an?|his|her|its|their|our|my|one|both)[ \u00a0])?(?:[\w’'.-]+[ \u00a0]){0,3}"
)


def _size_in_head(words: tuple[Word, ...], title: Office | None) -> int:
    """How many words of a headline are a name that the story does not have: a title, or a plain name, says so."""
    first, *others = [fold(without_possessive(word.text)) for word in words]
    is_given = first in given_names()
    if title is None or title.kind == "job":
        if not is_given or first in NO_GIVEN or not others:
            return 0
        fits = looks_like_surname(others[0]) or (title is not None and first not in DOUBTFUL)
        return 2 if fits and others[0] not in NO_SURNAME else 0
    if first in FAMILY_FIRST and others and "-" in words[1].text:
        return 2
    if first in NO_GIVEN or (first in NO_SURNAME and not is_given):
        return 0
    size = 1
    while size < len(others) + 1 and not _ends_name(others[size - 1]):
        size += 1
    return size if size <= _IN_HEAD else 2 if is_given else 1


#: Longest name of a headline, in words.
_IN_HEAD = 3


def _ends_name(word: str) -> bool:
    """Whether a headline's word is no more of a name: a verb, a thing, a day."""
    if word in NO_SURNAME or word in NO_GIVEN or word in ("to", "will", "is", "in"):
        return True
    return word.endswith(("s", "ed", "ing")) and not looks_like_surname(word)


def _is_family_first(words: list[Word]) -> bool:
    """Whether the surname stands first: Xi Jinping, Kim Jong Un, Ban Ki-moon."""
    first = fold(words[0].text)
    if first not in FAMILY_FIRST or len(words) > 3:
        return False
    given = words[1].text
    if "-" in given and given.split("-")[1][:1].islower():
        return True
    if fold(given) in given_names():
        return False
    return first in _BEFORE_TWO if len(words) == 3 else not looks_like_surname(given)


def _same_given(identity: Identity, person: Person) -> bool:
    """Whether two given names can be one person's: the same, a short form, an initial."""
    one, two = fold(identity.given), fold(person.given)
    if not one or not two or one == two:
        return True
    first, second = one.split()[0], two.split()[0]
    if first == second:
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    short = short_forms()
    return second in short.get(first, ()) or first in short.get(second, ())


def _start(name: Name) -> int:
    return name.words[0].start


def _folded(words: tuple[Word, ...]) -> str:
    return " ".join(fold(word.text) for word in words if not word.text.startswith(OPENERS))


def _tails(person: Person) -> Iterator[str]:
    """The forms by which a later mention may name the person: Leyen, von der Leyen, López Obrador, Xi."""
    if person.shared:
        yield fold(person.surname)
        return
    words = [fold(word) for word in person.name.split() if fold(word) not in SUFFIXES and not word.startswith(OPENERS)]
    for n in range(len(words)):
        yield " ".join(words[n:])
    if person.suffix:
        yield " ".join([*words, fold(person.suffix)])
    yield fold(person.surname)
    if person.given:
        yield fold(person.given.split()[0])
