"""Who is called by which office in a story, and whose names stand in it: read from its words, no registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Kind
from copydesk_rules._facts import fold, states, table

if TYPE_CHECKING:
    from copydesk import Article

#: Offices by the words that name them, before a name or after "as".
_OFFICES = {
    "president": "president", "vice president": "vice president", "prime minister": "prime minister",
    "deputy prime minister": "deputy prime minister", "first minister": "first minister", "premier": "premier",
    "chancellor": "chancellor", "taoiseach": "taoiseach", "governor": "governor", "gov.": "governor",
    "lieutenant governor": "lieutenant governor", "lt. gov.": "lieutenant governor", "mayor": "mayor",
    "deputy mayor": "deputy mayor", "vice mayor": "vice mayor", "county executive": "county executive",
    "senator": "senator", "sen.": "senator", "representative": "representative", "rep.": "representative",
    "congressman": "representative", "congresswoman": "representative", "speaker": "speaker",
    "secretary of state": "secretary of state", "secretary general": "secretary-general", "secretary": "secretary",
    "minister": "minister", "foreign minister": "foreign minister", "attorney general": "attorney general",
    "district attorney": "district attorney", "chief justice": "chief justice", "sheriff": "sheriff",
    "police chief": "police chief", "chief executive officer": "chief executive",
    "chief executive": "chief executive", "ceo": "chief executive", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "superintendent": "superintendent", "commissioner": "commissioner",
    "treasurer": "treasurer", "comptroller": "comptroller", "ambassador": "ambassador", "city manager": "city manager",
}  # fmt: skip
#: Offices whose qualifier is always a place; before the others it may be a company, a college or a union.
LOCAL = frozenset({"mayor", "governor", "county executive", "prime minister", "first minister", "premier", "taoiseach"})
#: Offices of which one person may hold several: their qualifiers must be the same words.
MANY = frozenset({"chair", "secretary", "minister", "commissioner", "treasurer", "superintendent", "ambassador"})
_FORMER = frozenset({"former", "ex", "onetime", "one-time", "erstwhile"})
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.".split()
#: Capitalised words that stand before a surname and are no first name.
_NO_GIVEN = frozenset(
    "a after against all although an and are as asked at because before both but by can could did does during even "
    "for from had has have how if in is it like meanwhile neither nor of on once only or over since so still than "
    "that the then though to under unlike until was were what when where whether which while who why will with would "
    "yet mr mrs ms miss mx dr sir dame lord lady rev judge justice king queen prince princess pope gen col capt maj "
    "sgt lt cmdr adm democrat republican democratic conservative labour labor liberal".split()
)
#: Last words of capitalised names that are no people.
_NO_PERSON = frozenset(
    "house senate congress parliament court council party city county state states street avenue university college "
    "school department office administration agency committee commission conference union nations association center "
    "bank force one times post news press program act war day week".split()
)

#: Where the newsroom speaks below the headline.
STORY_ZONES = (Kind.LEAD, Kind.BODY, Kind.LIST, Kind.DECK, Kind.CAPTION)
#: Mentions of a story that are looked at: more is no story.
MOST = 100

_CAPITAL = "A-Z\u00c0-\u00de\u0100-\u017f"
TOKEN = rf"(?:(?:[A-Z]\.)+|[{_CAPITAL}][^\W\d_]+(?:[-’'][{_CAPITAL}][^\W\d_]+)*)"
#: Small words that tell whose office it is: "state Sen.", "city council President".
_SEATS = (
    r"(?:state|city|county|student|student\s+body|class|union|club|council|board|company|committee|tribal|village|"
    r"town|township|party|faculty|campus|school|school\s+board|college|university|bank|senate|house|assembly|"
    r"regional|provincial|parish|borough|team)"
)
NAME = rf"{TOKEN}(?:\s+(?:(?:de|da|di|del|der|den|van|von|bin|al|la|dos|el)\s+){{0,2}}{TOKEN}){{0,3}}"


class Mention(NamedTuple):
    """A person called by an office. start:end is the whole phrase, "former Midtown Mayor Nell Moss".

    state: "former", "elect", "now" (the bare title), "sure" ("the current mayor") or "other" ("acting Mayor Lee").
    place: the words between, `fold`ed, as the names are.
    """

    start: int
    end: int
    state: str
    office: str
    place: str
    given: str
    surname: str


@cache
def office_words() -> str:
    """A pattern of all words for an office, in any case."""
    words = sorted(_OFFICES, key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words) + ")"


@cache
def before_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<office>{office_words()})(?P<elect>-(?:elect|designate))?\s+(?P<name>{NAME})")


@cache
def _mark() -> re.Pattern[str]:
    """What stands before the office: a mark such as "former", then the office's place or portfolio."""
    return re.compile(
        rf"(?:(?<!\w)(?P<mark>(?i:former|ex|onetime|one-time|erstwhile))[\s-]+(?:(?:longtime|popular|embattled|"
        rf"disgraced|(?:one|two|three|four)-term|interim)\s+)?)?"
        rf"(?P<place>(?:{_SEATS}\s+)?(?:(?:{TOKEN})(?:[’']s?)?\s+){{0,4}}(?:{_SEATS}\s+)?)$"
    )


@cache
def _unsure() -> re.Pattern[str]:
    """Words before a title that keep it from being its holder's today."""
    return re.compile(
        r"\b(?:(?:former|ex|onetime|one-time|erstwhile|then|late|acting|interim|outgoing|incoming|future|deposed|"
        r"ousted|vice|deputy|assistant|associate|past|retired|would-be|shadow)\b[^.,;:“”\"()]{0,30}|(?:an?|another|"
        r"any|every|no|first|fellow|self-styled|aspiring|rival)[\s-]+)$",
        re.I,
    )


_AFTER_COMMA = (
    r",\s+(?:(?:who\s+is\s+|now\s+)?(?:an?\s+|the\s+)?)"
    r"(?P<mark>(?i:former|ex|onetime|one-time|current|sitting|incumbent|new))[\s-]+"
)


@cache
def _after_comma() -> re.Pattern[str]:
    """How what `_after_name` finds begins: quick to make and to look for."""
    return re.compile(_AFTER_COMMA)


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(rf"{_AFTER_COMMA}(?P<place>(?:{TOKEN}\s+){{0,3}})(?P<office>{office_words()})(?!\s+[A-Z])(?!\w)")


def speaks_of_former(article: Article) -> bool:
    """Whether anyone at all is called former holder of an office, or its elect: a quick look."""
    folded = article.folded
    for mark in ("former", "ex-", "onetime", "one-time", "erstwhile", "-elect", "-designate"):
        at = folded.find(mark)
        while at >= 0:
            ahead = folded[at : at + 90]
            if mark[0] == "-" or any(office in ahead for office in _OFFICES):
                return True
            at = folded.find(mark, at + 1)
    return False


def find_mentions(article: Article) -> list[Mention]:
    """Everyone called by an office in the story's own prose, quotations left out; the first `MOST` of them."""
    mentions = (m for z in article.zones_of(*STORY_ZONES) for m in _mentions_in(article.prose, z.start, z.end))
    return list(islice((m for m in mentions if not article.is_quoted(m.start, m.end)), MOST))


def _mentions_in(prose: str, start: int, end: int) -> Iterator[Mention]:
    for match in before_name().finditer(prose, start, end):
        before = prose[max(start, match.start() - 60) : match.start()]
        left = _mark().search(before)
        former = bool(left and left["mark"])
        name, name_end = _person(match["name"], match.start("name"))
        if name:
            at = match.start() - (len(left[0]) if left and former else 0)
            state = (
                "former" if former else "elect" if match["elect"] else "other" if _unsure().search(before) else "now"
            )
            place = _place(left["place"] if left else "")
            yield Mention(at, name_end, state, office_of(match["office"]), place, *split_name(name))
    if _after_comma().search(prose, start, end) is None:
        return
    for match in _after_name().finditer(prose, start, end):
        ahead = re.search(rf"({NAME})$", prose[max(start, match.start() - 60) : match.start()])
        name, _ = _person(ahead[1], 0) if ahead else ("", 0)
        if name:
            mark = match["mark"].lower()
            state = "former" if mark in _FORMER else "now" if mark == "new" else "sure"
            office, place = office_of(match["office"]), _place(match["place"])
            yield Mention(match.start("mark"), match.end("office"), state, office, place, *split_name(name))


def office_of(words: str) -> str:
    """The office that words matched by `office_words` mean."""
    return _OFFICES[" ".join(words.lower().replace("-", " ").split())]


def _person(name: str, start: int) -> tuple[str, int]:
    """A name without the day, month or suffix that runs on from it, and where it ends."""
    tokens = list(re.finditer(r"\S+", name))
    while tokens and (tokens[-1][0] in DAYS or tokens[-1][0] in MONTHS or tokens[-1][0] in SHORT_MONTHS):
        tokens.pop()
    end = start + tokens[-1].end() if tokens else start
    while tokens and re.fullmatch(r"(?:Jr|Sr)\.?|II|III|IV|(?:[A-Z]\.)+", tokens[-1][0]):
        tokens.pop()
    return " ".join(t[0] for t in tokens), end


def split_name(name: str) -> tuple[str, str]:
    """Given name and surname, `fold`ed; a single word is a surname."""
    words = fold(name).split()
    return (words[0] if len(words) > 1 else ""), words[-1]


def _place(words: str) -> str:
    """The qualifier before an office, `fold`ed, without the words that only open the sentence."""
    parts = [w for w in words.split() if w not in DAYS]
    while parts and fold(parts[0]) in _NO_GIVEN:
        parts.pop(0)
    return fold(" ".join(parts))


@cache
def _places() -> frozenset[str]:
    nations = {fold(form) for name, forms in table("countries") for form in (name, *forms.split(";"))}
    return frozenset(nations | {name for name in states() if len(name) > 3} | {"us", "uk", "eu"})


def is_place(words: str) -> bool:
    """Whether a qualifier is a country, its adjective or a state."""
    return fold(words) in _places()


def same_seat(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one person and one office, as far as the words tell."""
    if one.office in MANY and not one.place:
        return False
    strict = one.office in MANY or not all(not m.place or m.office in LOCAL or is_place(m.place) for m in (one, other))
    if strict and one.place != other.place:
        return False
    return (
        one.surname == other.surname
        and one.office == other.office
        and (one.place == other.place or not one.place or not other.place)
        and (one.given == other.given or not one.given or not other.given)
    )


def people_in(text: str, people: frozenset[str]) -> set[str]:
    """Those of `people` whose surnames stand in a text."""
    return {fold(word) for word in re.findall(TOKEN, text) if fold(word) in people}


def surnames(article: Article) -> frozenset[str]:
    """Surnames of the story: the last words of names in its own prose, `fold`ed."""
    found = {m.surname for m in find_mentions(article)}
    pattern = re.compile(rf"{TOKEN}(?:\s+{TOKEN}){{1,3}}")
    alone = re.compile(rf"(?<!\w)({TOKEN})\s+(?:said|says|told|has|had|was|is|took|spoke|met|won|will|would)\b")
    for zone in article.zones_of(*STORY_ZONES):
        for match in pattern.finditer(article.prose, zone.start, zone.end):
            name, _ = _person(match[0], 0)
            last = fold(name).rpartition(" ")[2]
            if last and last not in _NO_PERSON:
                found.add(last)
        found |= {fold(match[1]) for match in alone.finditer(article.prose, zone.start, zone.end)}
    return frozenset(found - _NO_GIVEN - _NO_PERSON)


def given_names(article: Article, surname: str) -> set[str]:
    """The first names that stand before `surname` in the story's own prose, `fold`ed."""
    found = set()
    pattern = re.compile(rf"({TOKEN})[ \u00a0](?:(?:[A-Z]\.[ \u00a0]?)+)?({TOKEN})")
    for zone in article.zones_of(*STORY_ZONES):
        for match in pattern.finditer(article.prose, zone.start, zone.end):
            if fold(match[2]) == surname and fold(match[1]) not in _NO_GIVEN and not _office_or_place(match[1]):
                found.add(fold(match[1]))
    return found


def _office_or_place(word: str) -> bool:
    return bool(re.fullmatch(office_words(), word)) or is_place(word) or word in DAYS or word in MONTHS
