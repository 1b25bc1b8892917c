"""Titles in the text: offices, ranks and occupations before a name, after it, and alone.

A title is read from its head, the word that names it ("minister"), outward: what belongs to the office ("deputy
foreign"), what is claimed of it ("former", "acting"), whose it is ("Ukrainian", "Clinton College") and, behind
the head, of what ("of state", "of Ukraine"). Whether it is anybody's on the story's date is for rules to say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language.names import CAPITALS, DOUBTFUL, fold, given_names
from copydesk.model.article import Kind, Located
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.language.people import Person
    from copydesk.model.article import Article

#: Zones in which people and their titles are looked for.
ZONES = frozenset(
    (
        Kind.HEADLINE,
        Kind.DECK,
        Kind.LEAD,
        Kind.BODY,
        Kind.LIST,
        Kind.SUBHEAD,
        Kind.BLOCKQUOTE,
        Kind.CAPTION,
        Kind.NOTICE,
    )
)
#: Formal titles: capitals before a name, none after it or alone. The last word of each.
_FORMAL = frozenset(
    "president chancellor premier governor senator representative congressman congresswoman mayor secretary minister "
    "speaker king queen pope emperor empress sultan emir ambassador judge justice magistrate sheriff treasurer "
    "comptroller superintendent commissioner councilman councilwoman councilmember councilor councillor alderman "
    "alderwoman assemblyman assemblywoman assemblymember delegate dean provost chairman chairwoman chairperson chair "
    "director administrator general chief lieutenant captain sergeant major colonel admiral commander corporal marshal "
    "constable detective officer inspector rabbi imam archbishop cardinal bishop deacon monsignor reverend taoiseach "
    "whip leader prosecutor attorney executive manager prince princess ayatollah chaplain private deputy trooper "
    "professor doctor undersecretary envoy coroner clerk auditor ombudsman lawmaker congressmember".split()
)
#: Abbreviations before a name, less their period, and the word each stands for.
ABBREVIATIONS = {
    "gov": "governor", "lt gov": "lieutenant governor", "sen": "senator", "rep": "representative", "dr": "doctor",
    "rev": "reverend", "gen": "general", "lt": "lieutenant", "sgt": "sergeant", "cpl": "corporal", "adm": "admiral",
    "capt": "captain", "maj": "major", "col": "colonel", "cmdr": "commander", "pres": "president", "prof": "professor",
    "supt": "superintendent", "det": "detective", "msgr": "monsignor", "pfc": "private", "pvt": "private",
    "brig": "brigadier", "spc": "specialist", "amb": "ambassador", "fr": "father", "insp": "inspector",
}  # fmt: skip
_PLURAL_ABBREVIATIONS = {"govs": "gov", "sens": "sen", "reps": "rep", "drs": "dr", "revs": "rev", "gens": "gen"}
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "messrs", "mmes"})
#: Occupations and descriptions: small letters before a name.
JOBS = frozenset(
    "activist actor actress adviser advisor aide analyst anchor architect artist astronaut astronomer athlete attorney "
    "author banker baritone bassist biologist blogger bookkeeper botanist broker builder businessman businesswoman "
    "candidate carpenter cartoonist cellist chef chemist choreographer climatologist coach co-founder colleague "
    "columnist comedian commentator composer conductor consultant contractor correspondent cowboy critic curator "
    "dancer defendant defenseman democrat demographer dentist designer developer dissident doctor drummer ecologist "
    "economist editor educator engineer entertainer entrepreneur epidemiologist essayist evangelist farmer filmmaker "
    "financier firefighter footballer forward founder gardener geographer geologist goalkeeper golfer guard guitarist "
    "historian host humorist illustrator industrialist investor journalist keeper lawyer lecturer librarian linebacker "
    "lobbyist mathematician mechanic meteorologist midfielder midwife model mogul musician naturalist neighbor "
    "neurologist novelist nurse nutritionist organizer organist owner painter paralegal paramedic paratrooper partner "
    "pastor pathologist pediatrician pharmacist philanthropist philosopher photographer photojournalist physician "
    "physicist pianist pilot pitcher planner playwright plumber poet politician pollster presenter printer producer "
    "professor programmer promoter psychiatrist psychologist publicist publisher quarterback rapper realtor "
    "receptionist reporter republican researcher resident sculptor secretary singer skater sociologist soloist "
    "songwriter soprano spokesman spokesperson spokeswoman sportscaster statistician stockbroker strategist striker "
    "student stylist surgeon surveyor swimmer teacher technician tenor therapist toxicologist trainer translator "
    "trumpeter tutor tycoon veteran veterinarian videographer violinist virologist vocalist volunteer waiter waitress "
    "welder writer zoologist cofounder ceo".split()
)
#: Words before a head that belong to the office.
PART = frozenset(
    "vice deputy first second assistant associate undersecretary under prime foreign defense defence interior finance "
    "justice home treasury health education energy labor labour commerce agriculture transportation transport homeland "
    "security veterans affairs housing human services urban development war state press attorney lieutenant lt lt. "
    "chief police fire district city county town village majority minority opposition party executive managing general "
    "senior junior minister secretary police surgeon solicitor inspector postmaster major brigadier rear staff master "
    "sergeant command gunnery petty warrant crown ways trade economy environment culture sports economic budget "
    "intelligence national international campaign communications operating financial technology information marketing "
    "bureau regional associate presiding administrative appeals circuit superior municipal magistrate high "
    "commissioner "
    "principal school athletic program artistic music creative medical research planning public works fire grand "
    "emergency management supreme european crown detective co lord special u.s. chairman house senate cabinet".split()
)
#: Words that say what is claimed of an office; the house's hyphenated ones are read with their hyphens.
MARKS = frozenset(
    "former ex then late acting interim outgoing incoming caretaker onetime one-time erstwhile sometime past retired "
    "current sitting incumbent new newly longtime long-time ousted deposed disgraced future would-be shadow honorary "
    "two-term three-term one-term four-term embattled newly-elected newly-appointed designate elect emeritus emerita "
    "now-former now self-proclaimed self-declared de-facto nominal ceremonial presumptive would exiled impeached "
    "jailed slain fallen".split()
)
_DETERMINERS = frozenset(
    "the a an his her their its our my your this that these those each every any some no both all another either "
    "neither several many few most one two three four five six seven eight nine ten dozen dozens hundreds".split()
)
#: Whose it is, behind the title: "of Ukraine", "of the United States", "for Georgia's 5th District".
_OF = rf"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?([{CAPITALS}][\w.’-]*(?:[ \u00a0][{CAPITALS}][\w.’-]*)*)"
#: What may follow a head as its portfolio, without its "of".
_PORTFOLIO = (
    r"(?:the[ \u00a0])?(?:State|Defen[sc]e|War|Treasury|Labor|Commerce|Education|Energy|Agriculture|Interior|"
    r"Transportation|Homeland Security|Health and Human Services|Housing and Urban Development|Veterans Affairs|"
    r"(?:Foreign|Internal|Home|European|Economic) (?:and European )?Affairs|Finance|Justice|Health|Environment|House|"
    r"Staff|National Intelligence|Police|Army|Navy|Air Force|FBI|CIA|Representatives|Management and Budget|Schools|"
    r"Education|Public Works|Economy|Culture|Transport|Trade|state|defen[sc]e|war|treasury|labor|commerce|interior|"
    r"staff|schools|police|finance|justice|health|national intelligence|foreign affairs)(?![\w-])"
)


_ELECT = r"[-–](elect|designate|Elect|Designate|ELECT)(?!\w)"
#: Abbreviations that are other words, or parts of them, without their period.
_NEED_POINT = frozenset(
    {"rep", "lt", "gov", "sen", "reps", "fr", "col", "maj", "amb", "rev", "gen", "adm", "det", "insp"}
)
_SECRETARY = ("secretary", "secretaries")
#: How far before its head, in characters and in words, a title may begin.
_REACH, _MOST = 90, 9
#: Words that a hyphen joins to the head: secretary-general.
_HYPHENED = frozenset("secretary secretaries vice co".split())
#: Bodies whose officers a title names: House speaker, city council president.
_BODIES = frozenset("house senate city county town village state cabinet party".split())
#: Heads before which these are words of the title itself: city manager.
_LOCAL = frozenset("manager attorney clerk".split())


class Mark(NamedTuple):
    """A word that says what is claimed of an office: "former", "elect". word: lower case, no hyphen."""

    start: int
    end: int
    word: str


class Office(Located):
    """A title as written, from its first word to its last, without the name it goes with.

    head: the word that names it, abbreviated or not.  word: that in lower case, spelled out, singular.
    form: the words of the office in lower case, "deputy foreign minister", "secretary of state".
    form_span: their place.  qualifier: whose it is, before the office: "Ukrainian", "Clinton College", or None.
    complement: whose it is, behind it: "Ukraine" of "president of Ukraine", or None.
    marks: "former", "acting", "elect" …, in order.  abbreviated: "Gov.".
    kind: "formal", "job" or "courtesy".  place: "before a name", "after a name" or "alone".
    set_off: a comma parts it from the name.  plural, possessive ("Bolivia's interim president").
    determined: an article or the like stands before it.  person: whose it is, if a name stands beside it.
    """

    __slots__ = (
        "abbreviated", "complement", "determined", "form", "form_span", "head", "kind", "marks", "person", "place",
        "plural", "possessive", "qualifier", "set_off", "word",
    )  # fmt: skip

    def __init__(self, article: Article, start: int, end: int, head: Span, word: str) -> None:
        super().__init__(article, start, end)
        self.head = head
        self.word = word
        self.form = word
        self.form_span = head
        self.qualifier: Span | None = None
        self.complement: Span | None = None
        self.marks: tuple[Mark, ...] = ()
        self.abbreviated = False
        self.kind = "formal"
        self.place = "alone"
        self.set_off = False
        self.plural = False
        self.possessive = False
        self.determined = False
        self.person: Person | None = None

    def marked(self, *words: str) -> bool:
        """Whether one of `words` is claimed of the office: `marked("former", "ex")`."""
        return any(mark.word in words for mark in self.marks)


def find_offices(article: Article) -> tuple[Office, ...]:
    """Every title of the article, in order."""
    from copydesk.language.people import read_people

    return read_people(article).offices


@cache
def _heads() -> dict[str, tuple[str, str, bool]]:
    """Words that name a title, by the token in lower case: the word in full, its kind, whether it is plural."""
    found: dict[str, tuple[str, str, bool]] = {}
    for words, kind in ((JOBS, "job"), (_FORMAL, "formal")):
        for word in words:
            found[word] = (word, kind, False)
            found[plural_of(word)] = (word, kind, True)
    for short, word in ABBREVIATIONS.items():
        if " " not in short:
            found[short] = (word, "formal", False)
    for plural, short in _PLURAL_ABBREVIATIONS.items():
        found[plural] = (ABBREVIATIONS[short], "formal", True)
    found.update((word, (word, "courtesy", False)) for word in COURTESY)
    for word in ("attorney", "professor", "doctor", "secretary", "officer", "manager", "clerk", "executive", "deputy"):
        found[word] = (word, "formal" if word in ("doctor", "officer", "deputy") else "job", False)
    found.update([(f"{word}'s", entry) for word, entry in found.items()])
    return found


def plural_of(word: str) -> str:
    """The plural of a title's head."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ss", "ch", "x")) else "s")


class OfficeReader:
    """Reads the titles of one article."""

    __slots__ = ("article", "prose")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.prose = article.prose

    def read(self) -> list[Office]:
        """All titles, in order; none of them knows its person yet."""
        tokens, heads = self.article.tokens, _heads()
        bounds = [(zone.start, zone.end) for zone in self.article.zones if zone.kind in ZONES]
        begins = [start for start, _ in bounds]
        found: list[Office] = []
        for i in [i for i, token in enumerate(tokens.lower) if token in heads]:
            token, start, end = tokens.lower[i], tokens.starts[i], tokens.ends[i]
            if token[-2:] == "'s":
                token, end = token[:-2], end - 2
            at = bisect_left(begins, start + 1) - 1
            if at < 0 or end > bounds[at][1] or not self._can_be_title(token, start, end, bounds[at][0]):
                continue
            office = self._office(token, start, end, bounds[at][0])
            if office is None:
                continue
            while found and found[-1].end > office.start:
                if self._is_parted(found[-1], office):
                    office.start, office.qualifier = office.form_span.start, None
                    office.marks = tuple(mark for mark in office.marks if mark.start >= office.start)
                else:
                    found.pop()
            found.append(office)
        return found

    def _is_parted(self, one: Office, other: Office) -> bool:
        """Whether a verb in capitals stands between two titles of a headline: President Lee Names Envoy."""
        between = self.prose[one.end : other.form_span.start].split()
        return len(between) > 1 and any(len(word) > 3 and word[-1] == "s" and word[-2] not in "s'’" for word in between)

    def _can_be_title(self, token: str, start: int, end: int, floor: int) -> bool:
        """Whether a head is written as one: “Gov.”, but no “rep” and “@president”."""
        prose = self.prose
        if start > floor and prose[start - 1] in "@#/.":
            return False
        if token in _NEED_POINT:
            return prose[end : end + 1] == "."
        if token == "justice" and prose.startswith((" Department", " Ministry"), end):
            return False
        is_short = token in ABBREVIATIONS or token in _PLURAL_ABBREVIATIONS or token in COURTESY
        return prose[start].isupper() or not is_short

    def _office(self, token: str, start: int, end: int, floor: int) -> Office | None:
        word, kind, plural = _heads()[token]
        is_short = token in ABBREVIATIONS or token in _PLURAL_ABBREVIATIONS or token in COURTESY
        abbreviated = is_short and self.prose[end : end + 1] == "."
        if word == "general" and self.prose[max(start - 12, 0) : start - 1].lower().endswith(_SECRETARY):
            word = "secretary-general"
        office = Office(self.article, start, end + abbreviated, Span(start, end + abbreviated), word)
        office.kind, office.plural, office.abbreviated = kind, plural, abbreviated
        self._behind(office)
        return office if self._before(office, floor) else None

    def _behind(self, office: Office) -> None:
        """Read what belongs to the title behind its head: -elect, of state, of Ukraine."""
        prose, at = self.prose, office.end
        if prose[at : at + 1] in ("-", "–"):
            elect = compiled(_ELECT).match(prose, at)
            if elect:
                office.marks = (Mark(elect.start(1), elect.end(1), elect[1].lower()),)
                office.end = at = elect.end()
        if prose.startswith((" of ", " for ", " of\u00a0", "\u00a0of "), at):
            portfolio = compiled(rf"[ \u00a0](?:of|for)[ \u00a0](?P<what>{_PORTFOLIO})").match(prose, at)
            if portfolio:
                office.end = at = portfolio.end()
                office.form = f"{office.form} of {portfolio['what']}".lower().replace("of the ", "of ")
                office.form_span = Span(office.head.start, at)
                office.kind = "formal"
        elif prose.startswith((" emeritus", " emerita"), at):
            end = at + (9 if prose[at + 8] == "u" else 8)
            office.marks = (*office.marks, Mark(at + 1, end, "emeritus"))
            office.end = at = end
        if prose.startswith((" of ", " for "), at):
            whose = compiled(_OF).match(prose, at)
            if whose:
                office.complement = Span(*whose.span(1))

    def _before(self, office: Office, floor: int) -> bool:
        """Read what belongs to the title before its head, word by word back to what cannot.

        False when the head is no title but a surname: Stephen King.
        """
        prose = self.prose
        parts = _Parts(office.head.start)
        for first, last in _words_before(prose, max(floor, office.head.start - _REACH), office.head.start):
            text = prose[first:last]
            if text[-1] in ',;:)”"!?' or (text[-1] == "." and not _abbreviates(text)):
                break
            word = text.rstrip(".").lower()
            hyphen = prose[last] == "-"
            if _is_mark(word, text, hyphen, nearest=last == office.head.start - 1):
                parts.mark(first, last, word)
            elif hyphen and not parts.marks and parts.qualifier is None and word not in _HYPHENED and text.islower():
                break
            elif parts.takes_form and office.word in _NAMES_TOO and word in _LAWMAKERS:
                return False
            elif parts.takes_form and _is_part(word, text, prose, office):
                if _is_short_title(text, office):
                    return False
                if office.kind == "courtesy":
                    break
                if word in _BODIES and (text[0].isupper() or word == "party") and office.word not in _LOCAL:
                    parts.qualify(first, last)
                else:
                    parts.take(first, "" if office.word == "secretary-general" and word == "secretary" else word)
            elif word in _DETERMINERS or (text[0].islower() and text.endswith(("'s", "’s", "s’"))):
                office.determined = True
                break
            elif text[0].isupper() and word not in _NOT_QUALIFIER and office.kind != "courtesy":
                owner = text.endswith(("'s", "’s", "s’"))
                if owner and parts.qualifier is not None:
                    break
                parts.qualify(first, last)
                office.possessive = office.possessive or owner
            else:
                break
        return self._take(office, parts)

    def _take(self, office: Office, parts: _Parts) -> bool:
        """Give the office what was read before its head; False when the head is a surname after all."""
        prose, qualifier = self.prose, parts.qualifier
        if parts.words:
            office.form = " ".join([*parts.words, office.form])
            if office.kind == "job" and not _stays_job(office.word, parts.words):
                office.kind = "formal"
        elif qualifier is not None and not parts.marks and office.word in _SURNAMES_TOO and office.kind != "courtesy":
            names = prose[qualifier.start : qualifier.end].split()
            if prose[office.head.start].isupper() and any(fold(name) in given_names() - DOUBTFUL for name in names):
                return False
        office.form_span = Span(parts.form_start, office.form_span.end)
        office.qualifier = qualifier
        office.marks = (*parts.marks, *office.marks)
        office.start = parts.start
        return True


class _Parts:
    """What is read before a head: the words of the form, what is claimed of it, whose it is; nearest last."""

    __slots__ = ("form_start", "marks", "qualifier", "start", "words")

    def __init__(self, start: int) -> None:
        self.start = self.form_start = start
        self.words: list[str] = []
        self.marks: list[Mark] = []
        self.qualifier: Span | None = None

    @property
    def takes_form(self) -> bool:
        """Whether words read now can still belong to the form."""
        return not self.marks and self.qualifier is None

    def mark(self, first: int, last: int, word: str) -> None:
        self.marks.insert(0, Mark(first, last, word))
        self.start = first

    def take(self, first: int, word: str) -> None:
        if word:
            self.words.insert(0, ABBREVIATIONS.get(word, word))
        self.start = self.form_start = first

    def qualify(self, first: int, last: int) -> None:
        self.qualifier = Span(first, self.qualifier.end if self.qualifier else last)
        self.start = first


def _is_mark(word: str, text: str, hyphen: bool, *, nearest: bool) -> bool:
    """Whether a word says what is claimed of an office; the New of New York does not."""
    if word in MARKS:
        return nearest or text != "New"
    return hyphen and word == "one"


def _is_part(word: str, text: str, prose: str, office: Office) -> bool:
    """Whether a word belongs to the form: written as the head is, both capitals or both small."""
    if (word not in PART and word not in ABBREVIATIONS) or (word == "under" and office.word != "secretary"):
        return False
    if text == "state" and office.word in ("senator", "representative"):
        return True
    return text[0].isupper() == prose[office.head.start].isupper() or "." in text


def _is_short_title(text: str, office: Office) -> bool:
    """Whether an abbreviated title makes the head a name: Dr. King."""
    return text[-1] == "." and office.word in _SURNAMES_TOO and not office.abbreviated and text.lower() != "lt."


def _stays_job(word: str, parts: list[str]) -> bool:
    """Whether an occupation stays one with these words before it: press secretary, senior editor, city clerk."""
    if word == "attorney":
        return "district" not in parts and "county" not in parts and "city" not in parts
    if word == "secretary":
        return "press" in parts or "executive" in parts
    return word in JOBS and word != "officer"


#: Heads that are surnames after a given name.
_SURNAMES_TOO = frozenset(
    "king queen prince princess dean judge chair major marshal pope bishop deacon cardinal constable sergeant "
    "chancellor "
    "speaker clerk private deputy officer leader guard host pastor porter potter baker farmer gardener carpenter "
    "painter singer cook butler chief captain general justice provost mayor chaplain keeper driver pitcher model "
    "student owner partner editor miss coach nurse walker builder welder archer forward governor engineer".split()
)
#: Heads that are given names or surnames right behind another title: Senator Dean Heller.
_NAMES_TOO = frozenset({"dean", "king", "prince", "pope", "bishop", "judge", "major"})
_LAWMAKERS = frozenset("senator representative congressman congresswoman governor mayor sheriff sen rep gov".split())
_NOT_QUALIFIER = frozenset(
    "following including joining thanks dear unlike the a an in on at by with for from to of and but or as when "
    "while if after before since until although though "
    "because said says told asked meanwhile then also only even both either neither not once where who which that "
    "this these those his her their its our my your mr mrs ms so yet still like unlike under over between against "
    "during among monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)


def _abbreviates(text: str) -> bool:
    """Whether a word with a period is an abbreviation and not a sentence's last: U.S., S.C., Lt."""
    bare = text[:-1]
    return "." in bare or bare.lower() in ABBREVIATIONS or bare in _STATES


_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn "
    "Vt Va Wash Wis Wyo St Mt Ft Inc Corp Co".split()
)


def _words_before(prose: str, floor: int, start: int) -> Iterator[tuple[int, int]]:
    """The words before `start`, nearest first, parted by single spaces or a hyphen; masked markup ends them."""
    last = start
    for _ in range(_MOST):
        if last <= floor or prose[last - 1] not in " -\u00a0\n" or prose[last - 2 : last] == "\n\n":
            return
        end = last - 1
        first = max(prose.rfind(" ", floor, end), floor - 1) + 1
        if not prose[first:end].isalnum():
            first = end
        while first > floor and (prose[first - 1].isalnum() or prose[first - 1] in ".’'&"):
            first -= 1
        while first < end and prose[first] in "’'":
            first += 1
        if first == end:
            return
        yield first, end
        last = first
