"""Who is said to hold, to have held or to have just taken which office: read from one story, no registry.

Everything here rather misses than guesses: a person is a surname with one first name in the story, an event
counts only with its person and a time that is surely recent, and a clause about another year says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Kind
from copydesk_rules._facts import fold, states, table

if TYPE_CHECKING:
    from copydesk import Article, Sentence, Zone

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
#: Offices that one takes by an inauguration, and those whose holder "took office" without more words.
_INAUGURATED = frozenset({"president", "governor", "mayor", "county executive"})
_TAKEN = _INAUGURATED | {"prime minister", "first minister", "premier", "chancellor", "taoiseach"}
#: Offices whose qualifier is always a place; before the others it may be a company, a college or a union.
_LOCAL = frozenset(
    {"mayor", "governor", "county executive", "prime minister", "first minister", "premier", "taoiseach"}
)
#: Offices of which one person may hold several: their qualifiers must be the same words.
_MANY = frozenset({"chair", "secretary", "minister", "commissioner", "treasurer", "superintendent", "ambassador"})
_FORMER = frozenset({"former", "ex", "onetime", "one-time", "erstwhile"})
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_SHORT_MONTHS = "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.".split()
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
#: Characters of a sentence, and mentions of a story, that are looked at: more is no story.
_LONGEST, _MOST = 1200, 100

_CAPITAL = "A-Z\u00c0-\u00de\u0100-\u017f"
_TOKEN = rf"(?:(?:[A-Z]\.)+|[{_CAPITAL}][^\W\d_]+(?:[-’'][{_CAPITAL}][^\W\d_]+)*)"
#: Small words that tell whose office it is: "state Sen.", "city council President".
_SEATS = (
    r"(?:state|city|county|student|student\s+body|class|union|club|council|board|company|committee|tribal|village|"
    r"town|township|party|faculty|campus|school|school\s+board|college|university|bank|senate|house|assembly|"
    r"regional|provincial|parish|borough|team)"
)
_NAME = rf"{_TOKEN}(?:\s+(?:(?:de|da|di|del|der|den|van|von|bin|al|la|dos|el)\s+){{0,2}}{_TOKEN}){{0,3}}"


class Mention(NamedTuple):
    """A person called by an office. start:end is the whole phrase, "former U.S. President Donald Trump".

    state: "former", "elect", "now" (the bare title), "sure" ("the current
    mayor") or "other" ("acting Mayor Lee").  place: the words between, `fold`ed.  name_start: where the name begins.
    """

    start: int
    end: int
    state: str
    office: str
    place: str
    given: str
    surname: str


class Taking(NamedTuple):
    """A person said to have taken an office lately. office: "" when the words do not say which.

    inaugurated: the words are those of an inauguration.  pronoun: the person is told from "his" or "since taking".
    """

    start: int
    end: int
    surname: str
    office: str
    place: str
    inaugurated: bool
    pronoun: bool


def story_sentences(article: Article) -> Iterator[tuple[Zone, Sentence]]:
    """The sentences of the newsroom's own prose below the headline, each with its zone."""
    for zone in article.zones_of(*STORY_ZONES):
        for sentence in zone.sentences:
            yield zone, sentence


@cache
def _office_words() -> str:
    words = sorted(_OFFICES, key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words) + ")"


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<office>{_office_words()})(?P<elect>-(?:elect|designate))?\s+(?P<name>{_NAME})")


@cache
def _mark() -> re.Pattern[str]:
    """What stands before the office: a mark such as "former", then the office's place or portfolio."""
    return re.compile(
        rf"(?:(?<!\w)(?P<mark>(?i:former|ex|onetime|one-time|erstwhile))[\s-]+(?:(?:longtime|popular|embattled|"
        rf"disgraced|(?:one|two|three|four)-term|"
        rf"interim)\s+)?)?(?P<place>(?:{_SEATS}\s+)?(?:(?:{_TOKEN})(?:[’']s?)?\s+){{0,4}}(?:{_SEATS}\s+)?)$"
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


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(
        rf",\s+(?:(?:who\s+is\s+|now\s+)?(?:an?\s+|the\s+)?)(?P<mark>(?i:former|ex|onetime|one-time|current|sitting|"
        rf"incumbent|new))[\s-]+(?P<place>(?:{_TOKEN}\s+){{0,3}})(?P<office>{_office_words()})(?!\s+[A-Z])(?!\w)"
    )


def speaks_of_former(article: Article) -> bool:
    """Whether anyone at all is called former holder of an office, or its elect: a quick look."""
    folded = article.folded
    office = re.compile(_office_words())
    for mark in ("former", "ex-", "onetime", "one-time", "erstwhile", "-elect", "-designate"):
        at = folded.find(mark)
        while at >= 0:
            if mark[0] == "-" or office.search(folded, at, at + 90):
                return True
            at = folded.find(mark, at + 1)
    return False


def find_mentions(article: Article) -> list[Mention]:
    """Everyone called by an office in the story's own prose, quotations left out; the first `_MOST` of them."""
    mentions = (m for z in article.zones_of(*STORY_ZONES) for m in _mentions_in(article.prose, z.start, z.end))
    return list(islice((m for m in mentions if not article.is_quoted(m.start, m.end)), _MOST))


def _mentions_in(prose: str, start: int, end: int) -> Iterator[Mention]:
    for match in _before_name().finditer(prose, start, end):
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
            yield Mention(at, name_end, state, _office(match["office"]), place, *_split(name))
    for match in _after_name().finditer(prose, start, end):
        ahead = re.search(rf"({_NAME})$", prose[max(start, match.start() - 60) : match.start()])
        name, _ = _person(ahead[1], 0) if ahead else ("", 0)
        if name:
            mark = match["mark"].lower()
            state = "former" if mark in _FORMER else "now" if mark == "new" else "sure"
            office, place = _office(match["office"]), _place(match["place"])
            yield Mention(match.start("mark"), match.end("office"), state, office, place, *_split(name))


def _office(words: str) -> str:
    return _OFFICES[" ".join(words.lower().replace("-", " ").split())]


def _person(name: str, start: int) -> tuple[str, int]:
    """A name without the day, month or suffix that runs on from it, and where it ends."""
    tokens = list(re.finditer(r"\S+", name))
    while tokens and (tokens[-1][0] in _DAYS or tokens[-1][0] in _MONTHS or tokens[-1][0] in _SHORT_MONTHS):
        tokens.pop()
    end = start + tokens[-1].end() if tokens else start
    while tokens and re.fullmatch(r"(?:Jr|Sr)\.?|II|III|IV|(?:[A-Z]\.)+", tokens[-1][0]):
        tokens.pop()
    return " ".join(t[0] for t in tokens), end


def _split(name: str) -> tuple[str, str]:
    """Given name and surname, `fold`ed; a single word is a surname."""
    words = fold(name).split()
    return (words[0] if len(words) > 1 else ""), words[-1]


def _place(words: str) -> str:
    """The qualifier before an office, `fold`ed, without the words that only open the sentence."""
    parts = [w for w in words.split() if w not in _DAYS]
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


def find_takings(article: Article) -> list[Taking]:
    """Everyone whom the story's own prose shows newly in office: an event, a person and a recent time."""
    return list(islice((t for t in _takings(article) if not article.is_quoted(t.start, t.end)), _MOST))


def _takings(article: Article) -> Iterator[Taking]:
    before: tuple[Zone, Sentence] | None = None
    people: frozenset[str] | None = None
    for zone, sentence in story_sentences(article):
        text = article.prose[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
        if _trigger().search(text) and not _other_year(article, text):
            people = _surnames(article) if people is None else people
            previous = before[1] if before and before[0] is zone else None
            yield from _takings_in(article, sentence, text, previous, people)
        before = zone, sentence


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(r"inaugurat|swearing|sworn|investiture|office|oath|power|\bterm\b|presidency|White House")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\d$£€.,])(?:1[5-9]|20)\d\d(?!\d|[.,]\d)s?")


def _other_year(article: Article, text: str) -> bool:
    """Whether the words name a year that is not the story's own."""
    own = article.date.value
    return any(own is None or year[0] != str(own.year) for year in _year().finditer(text))


def surely_present(article: Article, sentence: Sentence) -> bool:
    """Whether nothing in a sentence sets it in another time; what is too long to be a sentence is not looked at."""
    if sentence.end - sentence.start > _LONGEST:
        return False
    text = article.prose[sentence.start : sentence.end]
    return not _other_year(article, text) and not _elsewhen().search(text)


@cache
def _elsewhen() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:at the time|back then|then-|(?:years?|decades?) (?:ago|earlier|later)|(?:first|previous|earlier|"
        r"second) term|administration|presidency|tenure|era|out of office|(?:when|while) former)\b|\bwould (?:later|"
        r"go on)\b|\bhad been\b"
    )


_HELD = r"(?:office|power|the\s+presidency|the\s+premiership|the\s+governorship)"
_AUX = r"(?:(?:has|had|was|were|is|been|being|formally|officially|again|only|just|also|first)\s+)"
_TERM = r"(?:second|third|fourth|new)\s+term"


@cache
def _core() -> re.Pattern[str]:
    """The words for taking an office: a thing of its owner's, what a subject did, or what came "since doing"."""
    back = r"(?:back\s+)?"
    return re.compile(
        rf"\b(?:(?P<own>inauguration|swearing[- ]in|investiture|return\s+to\s+(?:{_HELD}|the\s+White\s+House)|"
        rf"{_TERM}\s+(?:began|started|opened))|(?P<did>took\s+{back}(?:{_HELD}|the\s+oath(?:\s+of\s+office)?)|"
        rf"(?:(?:re)?assumed|retook|regained|reclaimed|returned\s+to)\s+{_HELD}|(?:began|started|opened)\s+(?:his|"
        rf"her)\s+{_TERM}|(?:(?<=was\s)|(?<=been\s))(?:sworn\s+{back}in(?:to\s+office)?|(?:re)?inaugurated))|"
        rf"(?P<since>taking\s+{back}(?:{_HELD}|the\s+oath(?:\s+of\s+office)?)|(?:(?:re)?assuming|retaking|"
        rf"returning\s+to)\s+{_HELD}|returning\s+to\s+the\s+White\s+House|being\s+(?:sworn\s+{back}in|inaugurated)|"
        rf"(?:beginning|starting)\s+(?:his|her)\s+{_TERM}))\b"
    )


@cache
def _time() -> re.Pattern[str]:
    """A recent time: `past` is over by its own words, `dated` only if the verb says so."""
    month = "(?:" + "|".join([*_MONTHS, *(re.escape(m) for m in _SHORT_MONTHS)]) + ")"
    count = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|a\s+few|several|some)"
    return re.compile(
        rf"(?i:(?:just|only|barely|about|nearly|less\s+than|more\s+than)\s+)?(?:(?P<past>(?i:last)\s+(?:week|weekend|"
        rf"month|year|spring|summer|fall|autumn|winter|{month})|(?i:earlier)\s+(?:this|in\s+the)\s+(?:week|month|"
        rf"year)|(?i:{count})\s+(?:days?|weeks?|months?)\s+ago|(?i:this)\s+(?:past\s+)?(?:week|month|year|{month}))|"
        rf"(?P<dated>(?:(?i:in|on)\s+(?:early\s+|mid-|late\s+)?{month}|"
        rf"{month}(?=\s+\d))(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+\d{{4}})?(?!\s+\d)))(?!\w)"
    )


@cache
def _fill() -> re.Pattern[str]:
    """What may stand between the event and its time: "as the 47th president", never another clause."""
    return re.compile(r",?(?:\s+(?!(?:but|and|who|that|which|when|while|until|before)\b)[\w’'.-]+){0,8}?\s+$")


@cache
def _whose() -> re.Pattern[str]:
    """The owner right before an event that is a thing, and whether "since" goes before him."""
    return re.compile(
        rf"(?P<since>\b(?:[Ss]ince|[Aa]fter|[Ff]ollowing|[Uu]pon)\s+)?(?<!\w)(?P<who>his|her|"
        rf"{_TOKEN}(?=[’']))(?:[’']s?)?\s+(?:(?!first\b|previous\b|earlier\b)[\w-]+\s+){{0,2}}$"
    )


@cache
def _doer() -> re.Pattern[str]:
    """The subject right before a verb."""
    return re.compile(rf"(?<!\w)(?P<who>he|she|who|{_TOKEN}),?\s+{_AUX}{{0,4}}$")


@cache
def _elsewhere() -> re.Pattern[str]:
    """Words that make the event another's, or one to come."""
    return re.compile(r"\b(?:will|would|attend\w*|skip\w*|boycott\w*|watch\w*|miss|missed|invited?)\b")


def _takings_in(
    article: Article, sentence: Sentence, text: str, previous: Sentence | None, people: frozenset[str]
) -> Iterator[Taking]:
    for core in _core().finditer(text):
        when = next(
            (t for t in _time().finditer(text, core.end()) if _fill().fullmatch(text, core.end(), t.start())), None
        )
        opening = next((t for t in _time().finditer(text, 0, core.start()) if core.lastgroup == "did"), None)
        kind, end = core.lastgroup, (when or core).end()
        if (when is None and opening is None) or _elsewhere().search(text, 0, end):
            continue
        if kind == "since":
            before = re.search(r"\b(?:since|after|upon|following)\s+$", text[: core.start()], re.I)
            who, sure = "", bool(before)
        else:
            before = (_whose() if kind == "own" else _doer()).search(text[: core.start()])
            who = before["who"] if before else ""
            sure = bool(before) and (kind == "did" or bool(before["since"]) or bool(when and when["past"]))  # type: ignore[index]
        if not before or not sure or (when is None and not _joined(text, opening, before)):
            continue
        pronoun = who in ("", "his", "her", "he", "she")
        if pronoun:
            surname = _subject(article, sentence, text, end, previous, people)
        else:
            surname = _antecedent(text[: before.start()]) if who == "who" else fold(who)
        if surname:
            office, place = _named_office(text)
            start = sentence.start + (opening if when is None and opening else before).start()
            yield Taking(start, sentence.start + end, surname, office, place, "inaugurat" in core[0], pronoun)


def _named_office(text: str) -> tuple[str, str]:
    """The office that "as" names in a sentence about taking one, and its qualifier: "as finance minister"."""
    match = _as_office().search(text)
    if match is None:
        return "", ""
    return _office(match["office"]), fold(f"{match['before']} {match['after'] or ''}")


@cache
def _as_office() -> re.Pattern[str]:
    return re.compile(
        rf"\bas\s+(?:the\s+|an?\s+)?(?P<before>(?:[\w.’'-]+\s+){{0,3}}?)(?P<office>{_office_words()})(?!\w)"
        rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?P<after>[\w.’'-]+(?:\s+[A-Z][\w’'-]+)?))?"
    )


def _joined(text: str, opening: re.Match[str] | None, subject: re.Match[str]) -> bool:
    """Whether a time stands right before the subject: "Last month, Lee took office"."""
    return opening is not None and not text[opening.end() : subject.start()].strip(" ,\n")


def _antecedent(before: str) -> str:
    """The surname that "…, who" goes with: `Lee, who` or `Lee, 67, who`."""
    match = re.search(rf"({_TOKEN})(?:,\s+\d{{1,3}})?,?\s*$", before)
    return fold(match[1]) if match else ""


def _subject(
    article: Article, sentence: Sentence, text: str, end: int, previous: Sentence | None, people: frozenset[str]
) -> str:
    """The one person who is the subject of a sentence, or of the one before when this one names nobody."""
    here = _people_in(text, people)
    earlier = _people_in(article.prose[previous.start : previous.end], people) if previous is not None else set()
    if len(here) == 1 and earlier <= here:
        (surname,) = here
        return surname if _leads(text[end:], surname, r"\s*,\s*") or _leads(text, surname, "") else ""
    if not here and previous is not None and len(earlier) == 1:
        (surname,) = earlier
        return surname if _leads(article.prose[previous.start : previous.end], surname, "") else ""
    return ""


def _leads(text: str, surname: str, opening: str) -> bool:
    """Whether a clause begins with the person, title and first name allowed."""
    match = re.match(rf"{opening}(?:(?:[Ff]ormer\s+)?(?:{_TOKEN}\s+){{0,2}}{_office_words()}\s+)?({_NAME})", text)
    return bool(match) and _split(match[1])[1] == surname  # type: ignore[index]


def _people_in(text: str, people: frozenset[str]) -> set[str]:
    return {fold(word) for word in re.findall(_TOKEN, text) if fold(word) in people}


def _surnames(article: Article) -> frozenset[str]:
    """Surnames of the story: the last words of names in its own prose, `fold`ed."""
    found = {m.surname for m in find_mentions(article)}
    pattern = re.compile(rf"{_TOKEN}(?:\s+{_TOKEN}){{1,3}}")
    alone = re.compile(rf"(?<!\w)({_TOKEN})\s+(?:said|says|told|has|had|was|is|took|spoke|met|won|will|would)\b")
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
    pattern = re.compile(rf"({_TOKEN})[ \u00a0](?:(?:[A-Z]\.[ \u00a0]?)+)?({_TOKEN})")
    for zone in article.zones_of(*STORY_ZONES):
        for match in pattern.finditer(article.prose, zone.start, zone.end):
            if fold(match[2]) == surname and fold(match[1]) not in _NO_GIVEN and not _office_or_place(match[1]):
                found.add(fold(match[1]))
    return found


def _office_or_place(word: str) -> bool:
    return bool(re.fullmatch(_office_words(), word)) or is_place(word) or word in _DAYS or word in _MONTHS


def fits(mention: Mention, taking: Taking, all_mentions: list[Mention]) -> bool:
    """Whether `taking` shows that the office of `mention` is its person's now."""
    if taking.surname != mention.surname:
        return False
    its = [m for m in all_mentions if m.surname == mention.surname]
    if taking.office:
        return taking.office == mention.office and _same_post(mention, taking)
    if mention.office not in (_INAUGURATED if taking.inaugurated else _TAKEN) or any(
        m.office != mention.office for m in its
    ):
        return False
    if mention.place and mention.office not in _LOCAL and not is_place(mention.place):
        return False
    return not taking.pronoun or not any(_rival(mention, other) for other in all_mentions)


def _same_post(mention: Mention, taking: Taking) -> bool:
    """Whether the qualifiers of an office once held and of one just taken can be one: the same ministry, the "
    "same state."""
    if mention.office in _MANY:
        return bool(mention.place) and mention.place in taking.place
    return not (is_place(mention.place) and is_place(taking.place) and mention.place != taking.place)


def _rival(mention: Mention, other: Mention) -> bool:
    """Whether "his" might be another holder of the same office."""
    return (
        other.surname != mention.surname
        and other.state != "former"
        and other.office == mention.office
        and not (is_place(other.place) and is_place(mention.place) and other.place != mention.place)
    )


def same_seat(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one person and one office, as far as the words tell."""
    if one.office in _MANY and not one.place:
        return False
    strict = one.office in _MANY or not all(
        not m.place or m.office in _LOCAL or is_place(m.place) for m in (one, other)
    )
    if strict and one.place != other.place:
        return False
    return (
        one.surname == other.surname
        and one.office == other.office
        and (one.place == other.place or not one.place or not other.place)
        and (one.given == other.given or not one.given or not other.given)
    )


def leaves(article: Article, surname: str) -> bool:
    """Whether the story tells, this year, of the person's leaving an office."""
    for _, sentence in story_sentences(article):
        text = article.prose[sentence.start : sentence.end]
        if (
            _leaving().search(text)
            and surname in _people_in(text, frozenset({surname}))
            and not _other_year(article, text)
        ):
            return True
    return False


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:resign(?:ed|s|ation)|step(?:ped|s|ping) (?:down|aside)|(?:was|been) (?:ousted|removed|deposed|"
        r"overthrown|recalled|unseated|fired|dismissed|voted out)|ouster|removal from office|(?:left|leaving|"
        r"leaves) office|died|(?:his|her) death|late president|impeached and removed|successor|succeeded by|"
        r"lost (?:his|her) seat|toppled)\b"
    )


def rises(text: str) -> bool:
    """Whether what follows a "former" title is itself the return to office: "former Gov. Lee was sworn in"."""
    return bool(
        re.match(
            r",?\s+(?:(?:has|had|was|is|will|be|been|formally|officially|again|also)\s+){0,3}(?:won|win|wins|took|"
            r"takes?|sworn|inaugurated|return(?:ed|s)?|reclaim(?:ed|s)?|regain(?:ed|s)?|retook|assum(?:ed|es?)|"
            r"becom(?:es?|ing)|became|defeat(?:ed|s)?|beat|began|begins?|start(?:ed|s)?|elected|re-?elected|chosen|"
            r"picked|come|came)\b",
            text,
        )
    )


def claims_now(article: Article, mention: Mention, sentence: Sentence) -> bool:
    """Whether "President Lee said Monday" says that Lee is president now: subject, verb and a present time."""
    if not surely_present(article, sentence):
        return False
    if mention.state == "sure":
        return True
    before = article.prose[sentence.start : mention.start]
    after = article.prose[mention.end : sentence.end]
    if re.search(r"\b(?:when|while|as|during|after|before|under|until|if|once|where)\b", before, re.I):
        return False
    opens = not before.strip("“”\"'’ \u2060") or before.rstrip()[-1:] in '”"'
    speaks = re.match(
        r",?\s+(?:said|told|announced|wrote|added|warned|vowed|ordered|signed|urged|declined|met|plans|says|is|"
        r"will|has)\b"
        r"[^.;]{0,80}", after,
    )  # fmt: skip
    if not opens or not speaks:
        return False
    present = re.match(r",?\s+(?:plans|says|is|will|has)\b", after)
    day = re.search(rf"\b(?:{'|'.join(_DAYS)}|today|yesterday|this (?:week|morning|month)|last week)\b", speaks[0])
    return bool(present or day)
