"""Who has just taken an office, and whether that contradicts what a story calls the person.

Everything here rather misses than guesses: an event counts only with its person and a time that is surely recent,
and a clause about another year says nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Kind, compiled
from copydesk_rules._facts import fold, states, table

if TYPE_CHECKING:
    import re

    from copydesk import Article, Identity, Office, Person, Sentence, Zone

#: Where the newsroom speaks below the headline.
STORY_ZONES = (Kind.LEAD, Kind.BODY, Kind.LIST, Kind.DECK, Kind.CAPTION)
#: Offices that one takes by an inauguration; those whose holder "took office" without more words; those sworn in.
_INAUGURATED = frozenset({"president", "governor", "mayor", "county executive"})
_TAKEN = _INAUGURATED | {"prime minister", "first minister", "premier", "chancellor", "taoiseach"}
_SWORN = _TAKEN | frozenset(
    "sheriff|attorney general|district attorney|lieutenant governor|vice president|treasurer|comptroller|"
    "deputy prime minister|police chief|chief justice|district judge|county judge".split("|")
)
#: Offices whose qualifier is always a place; before the others it may be a company, a college or a union.
_LOCAL = frozenset(
    "mayor|governor|county executive|prime minister|first minister|premier|taoiseach|sheriff|district attorney|"
    "attorney general|lieutenant governor".split("|")
)
#: Last words of offices of which one person may hold several: their qualifiers must be the same words.
_MANY = frozenset("chair secretary minister commissioner treasurer superintendent ambassador director".split())
#: Offices by another of their names.
_SAME = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "congressman": "representative",
    "congresswoman": "representative", "chief executive officer": "chief executive", "ceo": "chief executive",
}  # fmt: skip
#: Events of a story that are looked at, and characters of a sentence: more is no story, and no sentence.
_MOST, _LONGEST = 100, 1200


class Taking(NamedTuple):
    """A person said to have taken an office lately. posts: the offices that the sentence names, with their places.

    named: whether "as" says which.  pronoun: the person is told from "his" or "since taking".  event: the words for it.
    """

    start: int
    end: int
    who: Identity
    posts: tuple[tuple[str, str], ...]
    named: bool
    pronoun: bool
    event: str


def post_of(office: Office) -> str:
    """The office by its words, one form for each: "defense secretary" for "secretary of defense"."""
    form = office.form
    head, of, what = form.partition(" of ")
    if of and head in ("secretary", "minister"):
        form = f"{what} {head}"
    return _SAME.get(form, form)


def place_of(office: Office) -> str:
    """Whose the office is, `fold`ed; "" when the title does not say."""
    span = office.qualifier or office.complement
    return "" if span is None else fold(office.article.prose[span.start : span.end]).removesuffix("'s")


def is_many(post: str) -> bool:
    """Whether one may hold several offices of the name."""
    return post.rpartition(" ")[2] in _MANY


@cache
def _places() -> frozenset[str]:
    nations = {fold(form) for name, forms in table("countries") for form in (name, *forms.split(";"))}
    return frozenset(nations | {name for name in states() if len(name) > 3} | {"us", "uk", "eu"})


def _is_seat(post: str, place: str) -> bool:
    """Whether what stands before an office is where it is held, and not a company or a college."""
    return not place or post in _LOCAL or place in _places()


def same_seat(one: Office, other: Office) -> bool:
    """Whether two titles are of one office, as far as the words tell."""
    post, place, there = post_of(one), place_of(one), place_of(other)
    if post != post_of(other) or (is_many(post) and post.count(" ") == 0 and not place):
        return False
    sure = not is_many(post) and _is_seat(post, place) and _is_seat(post, there)
    return place == there or (sure and not (place and there))


def story_sentences(article: Article) -> Iterator[tuple[Zone, Sentence]]:
    """The sentences of the newsroom's own prose below the headline, each with its zone."""
    for zone in article.zones_of(*STORY_ZONES):
        for sentence in zone.sentences:
            yield zone, sentence


def _offices_in(article: Article, start: int, end: int) -> tuple[Office, ...]:
    starts = article.computed("titles' starts", lambda a: [office.start for office in a.offices])
    return article.offices[bisect_left(starts, start) : bisect_left(starts, end)]


def find_takings(article: Article) -> list[Taking]:
    """Everyone whom the story's own prose shows newly in office: an event, a person and a recent time."""
    return list(islice((t for t in _takings(article) if not article.is_quoted(t.start, t.end)), _MOST))


_TRIGGERS = "inaugurat swearing sworn investiture office oath power term presidency white house".split()


def _takings(article: Article) -> Iterator[Taking]:
    before: tuple[Zone, Sentence] | None = None
    for zone, sentence in story_sentences(article):
        end = min(sentence.end, sentence.start + _LONGEST)
        small = article.folded[sentence.start : end]
        if any(word in small for word in _TRIGGERS) and not _other_year(article, article.prose[sentence.start : end]):
            previous = before[1] if before and before[0] is zone else None
            yield from _takings_in(article, sentence, end, previous)
        before = zone, sentence


def _other_year(article: Article, text: str) -> bool:
    """Whether the words name a year that is not the story's own."""
    own = article.date.value
    years = compiled(r"(?<![\d$£€.,])(?:1[5-9]|20)\d\d(?!\d|[.,]\d)s?").findall(text)
    return any(own is None or year != str(own.year) for year in years)


def surely_present(article: Article, sentence: Sentence) -> bool:
    """Whether nothing in a sentence sets it in another time; what is too long to be a sentence is not looked at."""
    if sentence.end - sentence.start > _LONGEST:
        return False
    text = article.prose[sentence.start : sentence.end]
    return not _other_year(article, text) and not compiled(_ELSEWHEN).search(text)


_ELSEWHEN = (
    r"\b(?:at the time|back then|then-|(?:years?|decades?) (?:ago|earlier|later)|(?:first|previous|earlier|"
    r"second) term|administration|presidency|tenure|era|out of office|(?:when|while) former)\b|\bwould (?:later|"
    r"go on)\b|\bhad been\b"
)
_HELD = r"(?:office|power|the\s+presidency|the\s+premiership|the\s+governorship)"
_AUX = r"(?:(?:has|had|was|were|is|been|being|formally|officially|again|only|just|also|first)\s+)"
_TERM = r"(?:second|third|fourth|new)\s+term"
#: The words for taking an office: a thing of its owner's, what a subject did, or what came "since doing".
_EVENT = (
    rf"\b(?:(?P<own>inauguration|swearing[- ]in|investiture|return\s+to\s+(?:{_HELD}|the\s+White\s+House)|"
    rf"{_TERM}\s+(?:began|started|opened))|(?P<did>took\s+(?:back\s+)?(?:{_HELD}|the\s+oath(?:\s+of\s+office)?)|"
    rf"(?:(?:re)?assumed|retook|regained|reclaimed|returned\s+to)\s+{_HELD}|returned\s+to\s+the\s+White\s+House|"
    rf"(?:began|started|opened)\s+(?:his|her)\s+{_TERM}|"
    r"(?:(?<=was\s)|(?<=been\s))(?:sworn\s+(?:back\s+)?in(?:to\s+office)?|(?:re)?inaugurated))|"
    rf"(?P<since>taking\s+(?:back\s+)?(?:{_HELD}|the\s+oath(?:\s+of\s+office)?)|(?:(?:re)?assuming|retaking|"
    rf"returning\s+to)\s+{_HELD}|returning\s+to\s+the\s+White\s+House|being\s+(?:sworn\s+(?:back\s+)?in|inaugurated)|"
    rf"(?:beginning|starting)\s+(?:his|her)\s+{_TERM}))\b"
    r"(?!\s+(?:(?:on)?to\s+(?:the|an?)|on\s+(?:the|an?)\s+(?:\w+\s+){0,3}(?i:board|council|commission|committee|court))\s)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
#: A recent time: `past` is over by its own words, `dated` only if the verb says so.
_TIME = (
    r"(?i:(?:just|only|barely|about|nearly|less\s+than|more\s+than)\s+)?(?:(?P<past>(?i:last)\s+(?:week|weekend|"
    rf"month|year|spring|summer|fall|autumn|winter|{_MONTH})|(?i:earlier)\s+(?:this|in\s+the)\s+(?:week|month|"
    r"year)|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|a\s+few|several|some)\s+"
    rf"(?:days?|weeks?|months?)\s+ago|(?i:this)\s+(?:past\s+)?(?:week|month|year|{_MONTH}))|"
    rf"(?P<dated>(?:(?i:in|on)\s+(?:early\s+|mid-|late\s+)?{_MONTH}|"
    rf"{_MONTH}(?=\s+\d))(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+\d{{4}})?(?!\s+\d)))(?!\w)"
)
#: What may stand between the event and its time: "as the 47th president", never another clause.
_FILL = r",?(?:\s+(?!(?:but|and|who|that|which|when|while|until|before)\b)[\w’'.-]+){0,8}?\s+$"
#: Words that make the event another's, or one to come.
_ANOTHERS = r"\b(?:will|would|attend\w*|skip\w*|boycott\w*|watch\w*|miss|missed|invited?)\b"
#: What stands between a subject and what it did, or between an owner and his own.
_DID = rf"(?:,\s[^,;:“”\"]{{1,60}},)?(?:,?\s+who)?\s+{_AUX}{{0,4}}"
_OF_WHOM = r"\bwho(?:se)?(?:\s+[\w.-]+){1,3}\s+$"
_OWNS = r"[’']s?\s+(?:(?!first\b|previous\b|earlier\b)[\w-]+\s+){0,2}"
_SINCE = r"\b(?:[Ss]ince|[Aa]fter|[Ff]ollowing|[Uu]pon)\s+"


def _takings_in(article: Article, sentence: Sentence, end: int, previous: Sentence | None) -> Iterator[Taking]:
    prose, first = article.prose, sentence.start
    for event in compiled(_EVENT).finditer(prose, first, end):
        when = _when(prose, event.end(), end)
        done = event.lastgroup == "did"
        opening = compiled(_TIME).search(prose, first, event.start()) if done else None
        last = (when or event).end()
        if (when is None and opening is None) or compiled(_ANOTHERS).search(prose, first, last):
            continue
        start, who = _subject(article, first, event)
        if start < 0:
            continue
        if event.lastgroup == "own" and not (when and when["past"]) and not _follows_since(prose, first, start):
            continue
        if when is None and (opening is None or prose[opening.end() : start].strip(" ,\n")):
            continue
        pronoun = who is None
        who = who or _whom(article, sentence, last, previous)
        if who is not None:
            begin = opening.start() if when is None and opening else start
            posts, named = _posts(article, first, end)
            yield Taking(begin, last, who, posts, named, pronoun, event[0])


def _when(prose: str, start: int, end: int) -> re.Match[str] | None:
    """The time of an event that ends at `start`, in its own clause."""
    times = compiled(_TIME).finditer(prose, start, end)
    return next((time for time in times if compiled(_FILL).fullmatch(prose, start, time.start())), None)


def _subject(article: Article, first: int, event: re.Match[str]) -> tuple[int, Identity | None]:
    """Where the subject or owner of an event stands, and who it is: None for a pronoun; -1 for nobody."""
    prose, at = article.prose, event.start()
    if event.lastgroup == "since":
        since = compiled(rf"{_SINCE}$").search(prose, first, at)
        return (since.start() if since else -1), None
    owns = event.lastgroup == "own"
    nearest = next((p for p in reversed(article.people_in(first, at)) if p.end <= at), None)
    if nearest is not None and not compiled(_OF_WHOM).search(prose, first, nearest.start):
        end = nearest.end - (owns and prose[nearest.end - 1] in "’'")
        if compiled(_OWNS if owns else _DID).fullmatch(prose, end, at):
            return nearest.start, nearest.identity
    pronoun = compiled(
        r"(?<!\w)(?:[Hh]is|[Hh]er)\s+(?:(?!first\b|previous\b|earlier\b)[\w-]+\s+){0,2}$"
        if owns else rf"(?<!\w)(?:[Hh]e|[Ss]he)\s+{_AUX}{{0,4}}$"
    ).search(prose, first, at)  # fmt: skip
    return (pronoun.start() if pronoun else -1), None


def _follows_since(prose: str, first: int, start: int) -> bool:
    return compiled(rf"{_SINCE}$").search(prose, first, start) is not None


def _whom(article: Article, sentence: Sentence, end: int, previous: Sentence | None) -> Identity | None:
    """The one person who is the subject of a sentence, or of the one before when this one names nobody."""
    here = {id(p.identity): p for p in reversed(article.people_in(sentence.start, sentence.end))}
    earlier = article.people_in(previous.start, previous.end) if previous is not None else ()
    before = {id(p.identity): p for p in reversed(earlier)}
    if len(here) == 1 and before.keys() <= here.keys():
        mentions = article.people_in(sentence.start, sentence.end)
        behind = compiled(r"\s*,\s*").match(article.prose, end)
        starts = {_first_word(article, sentence.start), behind.end() if behind else -1}
        return next((p.identity for p in mentions if _title_start(p) in starts), None)
    if not here and previous is not None and len(before) == 1 and _title_start(earlier[0]) == _first_word(
        article, previous.start
    ):  # fmt: skip
        return earlier[0].identity
    return None


def _title_start(person: Person) -> int:
    return person.start if person.title is None else person.title.start


def _first_word(article: Article, start: int) -> int:
    """Where the first letter or figure at or behind `start` stands."""
    found = compiled(r"\w").search(article.prose, start)
    return found.start() if found else start


def _posts(article: Article, start: int, end: int) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The offices that a sentence about taking one names, only those behind "as" if there are any; and whether."""
    offices = [office for office in _offices_in(article, start, end) if office.kind == "formal"]
    behind = [
        office for office in offices
        if compiled(r"\bas\s+(?:the\s+|an?\s+|its\s+|\w+[’']s?\s+|\d+\w\w\s+|[a-z]+\s+)*$").search(
            article.prose, max(start, office.start - 60), office.start
        )
    ]  # fmt: skip
    return tuple((post_of(office), place_of(office)) for office in behind or offices), bool(behind)


def fits(office: Office, person: Person, taking: Taking) -> bool:
    """Whether `taking` shows that the office is its person's now."""
    article, post, place = office.article, post_of(office), place_of(office)
    if taking.who is not person.identity:
        return False
    if taking.named:
        return any(post == named and _same_post(post, place, there) for named, there in taking.posts)
    if post not in _posts_taken(taking.event) or any(named != post for named, _ in taking.posts):
        return False
    titles: Sequence[Office] = titles_of(article).get(id(person.identity), ())
    if post not in _TAKEN:
        titles = (*titles, *_offices_near(article, taking))
    if any(other.kind == "formal" and post_of(other) != post for other in titles) or not _is_seat(post, place):
        return False
    return not taking.pronoun or not any(_rivals(office, person, other) for other in article.offices)


def _offices_near(article: Article, taking: Taking) -> tuple[Office, ...]:
    """The titles in the paragraph of an event."""
    zone = article.zone_at(taking.start)
    return () if zone is None else _offices_in(article, zone.start, zone.end)


def _posts_taken(event: str) -> frozenset[str]:
    """The offices that the words for an event alone may mean."""
    if "inaugurat" in event:
        return _INAUGURATED
    return _SWORN if event.startswith(("sworn", "swearing", "being sworn")) or "oath" in event else _TAKEN


def _same_post(post: str, place: str, there: str) -> bool:
    """Whether an office once held and one just taken can be the same by where they are held."""
    if is_many(post) and " " not in post:
        return bool(place) and place == there
    return not (place in _places() and there in _places() and place != there)


def _rivals(office: Office, person: Person, other: Office) -> bool:
    """Whether "his" might be another holder of the same office."""
    if other.person is None or other.person.identity is person.identity or other.marked("former", "ex"):
        return False
    place, there = place_of(office), place_of(other)
    apart = place != there and place in _places() and there in _places()
    return post_of(other) == post_of(office) and not apart


def titles_of(article: Article) -> dict[int, list[Office]]:
    """The titles that the story gives each person, by identity."""
    return article.computed("titles by person", _titles_by_person)


def _titles_by_person(article: Article) -> dict[int, list[Office]]:
    found: dict[int, list[Office]] = {}
    for office in article.offices:
        if office.person is not None and office.kind != "courtesy":
            found.setdefault(id(office.person.identity), []).append(office)
    return found


def leaves(article: Article, who: Identity) -> bool:
    """Whether the story tells, this year, of the person's leaving an office."""
    return any(
        any(person.identity is who for person in article.people_in(sentence.start, sentence.end))
        and not _other_year(article, article.prose[sentence.start : sentence.end])
        for _, sentence in story_sentences(article)
        if compiled(_LEAVING).search(article.prose, sentence.start, sentence.end)
    )


_LEAVING = (
    r"\b(?:resign(?:ed|s|ation)|step(?:ped|s|ping) (?:down|aside)|(?:was|been) (?:ousted|removed|deposed|"
    r"overthrown|recalled|unseated|fired|dismissed|voted out)|ouster|removal from office|(?:left|leaving|"
    r"leaves) office|died|(?:his|her) death|late president|impeached and removed|successor|succeeded by|"
    r"lost (?:his|her) seat|toppled)\b"
)


def rises(text: str) -> bool:
    """Whether what follows a "former" title is itself the return to office: "former Gov. Lee was sworn in"."""
    return compiled(_RISES).match(text) is not None


_RISES = (
    r",?\s+(?:(?:has|had|was|is|will|be|been|formally|officially|again|also)\s+){0,3}(?:won|win|wins|took|"
    r"takes?|sworn|inaugurated|return(?:ed|s)?|reclaim(?:ed|s)?|regain(?:ed|s)?|retook|assum(?:ed|es?)|"
    r"becom(?:es?|ing)|became|defeat(?:ed|s)?|beat|began|begins?|start(?:ed|s)?|elected|re-?elected|chosen|"
    r"picked|come|came)\b"
)


def claims_now(office: Office, person: Person, sentence: Sentence) -> bool:
    """Whether "President Lee said Monday" says that Lee is president now: subject, verb and a present time."""
    article = office.article
    if not surely_present(article, sentence):
        return False
    if office.marked("current", "sitting", "incumbent"):
        return True
    if office.place != "before a name" or office.set_off:
        return False
    before, after = article.prose[sentence.start : office.start], article.prose[person.end : sentence.end]
    if before.strip("“”\"'’ \u2060") and before.rstrip()[-1:] not in '”"':
        return False
    if compiled(r"\b(?:when|while|as|during|after|before|under|until|if|once|where)\b", 2).search(before):
        return False
    speaks = compiled(_SPEAKS).match(after)
    if speaks is None:
        return False
    return speaks["now"] is not None or compiled(_DAY).search(speaks[0]) is not None


_SPEAKS = (
    r",?\s+(?:(?:on\s+)?[A-Z][a-z]+day\s+)?(?:(?P<now>plans|says|is|will|has)|said|told|announced|wrote|added|warned|vowed|ordered|signed|urged|"
    r"declined|met)\b[^.;]{0,80}"
)
_DAY = r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this (?:week|morning|month)|last week)\b"
