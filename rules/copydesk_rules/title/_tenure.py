"""Who has just taken an office, and whether that contradicts what a story calls the person.

Everything here rather misses than guesses: a person is a surname with one first name in the story, an event
counts only with its person and a time that is surely recent, and a clause about another year says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from copydesk_rules._facts import fold
from copydesk_rules.title._offices import (
    DAYS,
    LOCAL,
    MANY,
    MONTHS,
    MOST,
    NAME,
    SHORT_MONTHS,
    STORY_ZONES,
    TOKEN,
    Mention,
    before_name,
    is_place,
    office_of,
    office_words,
    people_in,
    split_name,
    surnames,
)

if TYPE_CHECKING:
    from copydesk import Article, Sentence, Zone

#: Offices that one takes by an inauguration, and those whose holder "took office" without more words.
_INAUGURATED = frozenset({"president", "governor", "mayor", "county executive"})
_TAKEN = _INAUGURATED | {"prime minister", "first minister", "premier", "chancellor", "taoiseach"}
#: Characters of a sentence that are looked at: more is no sentence.
_LONGEST = 1200


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


def find_takings(article: Article) -> list[Taking]:
    """Everyone whom the story's own prose shows newly in office: an event, a person and a recent time."""
    return list(islice((t for t in _takings(article) if not article.is_quoted(t.start, t.end)), MOST))


def _takings(article: Article) -> Iterator[Taking]:
    before: tuple[Zone, Sentence] | None = None
    people: frozenset[str] | None = None
    for zone, sentence in story_sentences(article):
        text = article.prose[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
        if _trigger().search(text) and not _other_year(article, text):
            people = surnames(article) if people is None else people
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
        rf"(?:(?:re)?assumed|retook|regained|reclaimed|returned\s+to)\s+{_HELD}|returned\s+to\s+the\s+White\s+House|(?:began|started|opened)\s+(?:his|"
        rf"her)\s+{_TERM}|(?:(?<=was\s)|(?<=been\s))(?:sworn\s+{back}in(?:to\s+office)?|(?:re)?inaugurated))|"
        rf"(?P<since>taking\s+{back}(?:{_HELD}|the\s+oath(?:\s+of\s+office)?)|(?:(?:re)?assuming|retaking|"
        rf"returning\s+to)\s+{_HELD}|returning\s+to\s+the\s+White\s+House|being\s+(?:sworn\s+{back}in|inaugurated)|"
        rf"(?:beginning|starting)\s+(?:his|her)\s+{_TERM}))\b"
    )


@cache
def _time() -> re.Pattern[str]:
    """A recent time: `past` is over by its own words, `dated` only if the verb says so."""
    month = "(?:" + "|".join([*MONTHS, *(re.escape(m) for m in SHORT_MONTHS)]) + ")"
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
        rf"{TOKEN}(?=[’']))(?:[’']s?)?\s+(?:(?!first\b|previous\b|earlier\b)[\w-]+\s+){{0,2}}$"
    )


@cache
def _doer() -> re.Pattern[str]:
    """The subject right before a verb."""
    return re.compile(rf"(?<!\w)(?P<who>he|she|who|{TOKEN}),?\s+{_AUX}{{0,4}}$")


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
    match = _as_office().search(text) if re.search(r"\bas\s", text) else None
    if match is None:
        return "", ""
    return office_of(match["office"]), fold(f"{match['before']} {match['after'] or ''}")


@cache
def _as_office() -> re.Pattern[str]:
    return re.compile(
        rf"\bas\s+(?:the\s+|an?\s+)?(?P<before>(?:[\w.’'-]+\s+){{0,3}}?)(?P<office>{office_words()})(?!\w)"
        rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?P<after>[\w.’'-]+(?:\s+[A-Z][\w’'-]+)?))?"
    )


def _joined(text: str, opening: re.Match[str] | None, subject: re.Match[str]) -> bool:
    """Whether a time stands right before the subject: "Last month, Lee took office"."""
    return opening is not None and not text[opening.end() : subject.start()].strip(" ,\n")


def _antecedent(before: str) -> str:
    """The surname that "…, who" goes with: `Lee, who` or `Lee, 67, who`."""
    match = re.search(rf"({TOKEN})(?:,\s+\d{{1,3}})?,?\s*$", before)
    return fold(match[1]) if match else ""


def _subject(
    article: Article, sentence: Sentence, text: str, end: int, previous: Sentence | None, people: frozenset[str]
) -> str:
    """The one person who is the subject of a sentence, or of the one before when this one names nobody."""
    here = people_in(text, people)
    earlier = people_in(article.prose[previous.start : previous.end], people) if previous is not None else set()
    if len(here) == 1 and earlier <= here:
        (surname,) = here
        return surname if _leads(text[end:], surname, r"\s*,\s*") or _leads(text, surname, "") else ""
    if not here and previous is not None and len(earlier) == 1:
        (surname,) = earlier
        return surname if _leads(article.prose[previous.start : previous.end], surname, "") else ""
    return ""


def _leads(text: str, surname: str, opening: str) -> bool:
    """Whether a clause begins with the person, title and first name allowed."""
    head = re.match(opening, text)
    if head is None:
        return False
    titled = before_name().search(text, head.end(), head.end() + 120)
    if titled and re.fullmatch(rf"(?:[Ff]ormer\s+)?(?:{TOKEN}\s+){{0,2}}", text[head.end() : titled.start()]):
        return split_name(titled["name"])[1] == surname
    name = re.match(NAME, text[head.end() :])
    return name is not None and split_name(name[0])[1] == surname


def fits(mention: Mention, taking: Taking, all_mentions: list[Mention]) -> bool:
    """Whether `taking` shows that the office of `mention` is its person's now."""
    if taking.surname != mention.surname:
        return False
    if taking.office:
        return taking.office == mention.office and _same_post(mention, taking)
    if mention.office not in (_INAUGURATED if taking.inaugurated else _TAKEN):
        return False
    if any(m.surname == mention.surname and m.office != mention.office for m in all_mentions):
        return False
    if mention.place and mention.office not in LOCAL and not is_place(mention.place):
        return False
    return not taking.pronoun or not any(_rival(mention, other) for other in all_mentions)


def _same_post(mention: Mention, taking: Taking) -> bool:
    """Whether an office once held and one just taken can be the same by their qualifiers: ministry, state."""
    if mention.office in MANY:
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


def leaves(article: Article, surname: str) -> bool:
    """Whether the story tells, this year, of the person's leaving an office."""
    for _, sentence in story_sentences(article):
        text = article.prose[sentence.start : sentence.end]
        if (
            _leaving().search(text)
            and surname in people_in(text, frozenset({surname}))
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
        r"will|has)\b[^.;]{0,80}", after,
    )  # fmt: skip
    if not opens or not speaks:
        return False
    present = re.match(r",?\s+(?:plans|says|is|will|has)\b", after)
    day = re.search(rf"\b(?:{'|'.join(DAYS)}|today|yesterday|this (?:week|morning|month)|last week)\b", speaks[0])
    return bool(present or day)
