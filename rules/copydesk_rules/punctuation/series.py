"""Commas in series and around appositives, and what follows a colon."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Good, Span, compiled, flag, rule
from copydesk_rules._facts import countries, fold, states
from copydesk_rules._habit import in_copy, slips_or_habit, words_in_use
from copydesk_rules.date._style import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flag, Flags

_DETERMINERS = frozenset("a an the his her its their our my your this that these those some any no every each".split())
#: Words with which an aside or a clause begins, so that the commas around it are no series.
_OPENERS = frozenset(
    "who whom whose which that where when while if as because since although though unless until before after but "
    "so yet nor or and then too also however meanwhile therefore instead perhaps maybe moreover furthermore "
    "likewise otherwise nevertheless nonetheless indeed finally first second third including such especially "
    "particularly namely along together like not even of in on at by for from with without to into near between "
    "during under over about he she they we it i you there here said says say adding please well yes no etc now "
    "today tomorrow yesterday is are was were be been has have had will would can could may might must should does "
    "did do more most rather".split()
)
_CLAUSE = frozenset(
    "also how whether something anything all he she they we it i you there here this that these those who which "
    "what when where while if as because since then so but not now is are was were has have had will would can "
    "could may might must should does did do it's there's they're we're he's she's let please in on at by for from "
    "with to of after before during".split()
)
_INTRO = frozenset(
    "when while if as because since although though after before in on at for with by during from to under over "
    "without within despite once until unless through throughout following according given like unlike among".split()
)
_SUFFIXES = frozenset("jr sr inc ltd llc co corp ii iii iv md phd esq".split())


@rule(
    "punct-serial-comma",
    severity="suggestion",
    certainty="medium",
    fix="safe",
    summary="No comma before the last “and” of a simple series",
    bad=[
        Bad("The boats are red, green^, and^ gray.", fixed="The boats are red, green and gray."),
        Bad("Lee, Park^, and^ Ruiz rowed.", fixed="Lee, Park and Ruiz rowed."),
        Bad("Bring bread, cheese^, or^ pie.", fixed="Bring bread, cheese or pie."),
        Bad("Bakers, millers^, and^ grocers met.", fixed="Bakers, millers and grocers met."),
        Bad("He fed the hens, the geese^, and^ the goat.", fixed="He fed the hens, the geese and the goat."),
    ],
    good=[
        "The boats are red, green and gray.",
        "Park, the baker, and Ruiz rowed.",
        "She ate bread and jam, pie, and fish and chips.",
        "The rain stopped, crews returned, and the ferry sailed.",
        "He came from Austin, Texas, and Ruiz from Ohio.",
        "Park, 44, and Ruiz, 31, rowed.",
        "When the rain stopped, boats left, and fans cheered.",
        "The ferry, however, and its crew were late.",
        "On May 3, 2024, and again in June, it sank.",
        "“The boats are red, green, and gray,” Lee said.",
    ],
)
def serial_comma(article: Article) -> Flags:
    """AP, Reuters, The Guardian, the BBC and The New York Times set no comma before the conjunction of a simple series
    (AP Stylebook, "comma"). Only short items of one shape count: a series with an "and" inside an item, with phrases or
    with clauses keeps its comma. An article that has it throughout is reported once.
    """
    if ", and " in article.prose or ", or " in article.prose:
        yield from slips_or_habit(_serial(article), few=1)


def _serial(article: Article) -> Iterator[Flag]:
    prose = article.prose
    for match in compiled(r", (and|or) ").finditer(prose):
        if prose.rfind(",", max(match.start() - 40, 0), match.start()) < 0:
            continue
        zone, sentence = article.zone_at(match.start()), article.sentence_at(match.start())
        if sentence is None or zone is None or zone.kind not in PROSE:
            continue
        before = prose[max(sentence.start, match.start() - 160) : match.start()]
        after = prose[match.end() : min(sentence.end, match.end() + 80)]
        if _is_simple(before, after) and not article.is_quoted(*match.span()):
            where = Span(match.start(), match.end() - 1)
            yield flag(where, f"No comma before “{match[1]}” in a simple series", replace=f" {match[1]}")


def _breaks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return compiled(r"[,;:.!?—–()\[\]“”\"…]"), compiled(r"\b(?:and|or|nor|but)\b")


def _is_simple(before: str, after: str) -> bool:
    """Whether the words before and after a conjunction are the last three items of a simple series."""
    mark, conjunction = _breaks()
    head, comma, second = before.rpartition(",")
    if not comma:
        return False
    edges = [m.end() for m in mark.finditer(head)]
    first = head[edges[-1] :] if edges else head
    opens = not edges
    last = mark.split(after, maxsplit=1)[0]
    if any(conjunction.search(item) for item in (first, second, last)):
        return False
    return _alike(first.split(), second.split(), last.split(), opens=opens)


def _alike(first: list[str], second: list[str], last: list[str], *, opens: bool) -> bool:
    """Whether three items are of one shape: names, figures, or nouns with the same or no determiner."""
    if not first or not last or not 1 <= len(second) <= 3:
        return False
    if any(not word.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalnum() for word in second):
        return False
    a, b, c = first[-1], second[0], last[0]
    if opens and first[0].lower() in _INTRO:
        return False
    if b[0].isdigit():
        return a[0].isdigit() and c[0].isdigit() and len(second) == 1 and len(b) < 4
    if b[0].isupper():
        return a[0].isupper() and c[0].isupper() and _are_names(a, second)
    if b in _OPENERS or not a[0].islower() or c.lower() in _CLAUSE or not c[0].islower():
        return opens and len(first) == 1 and a[0].isupper() and b not in _OPENERS and _are_nouns(a, second, last, first)
    return _are_nouns(a, second, last, first)


def _are_names(before: str, second: list[str]) -> bool:
    """Whether the item in the middle is a name, and not the state, year or suffix that belongs to the one before."""
    if not all(word[0].isupper() or word in ("of", "de", "the") for word in second):
        return False
    name = fold(" ".join(second))
    return name not in _SUFFIXES and not (_is_region(name) and not _is_region(fold(before)))


def _is_region(name: str) -> bool:
    return name in states() or name in countries()


def _are_nouns(before: str, second: list[str], last: list[str], first: list[str]) -> bool:
    """Whether three items in small letters are of one form."""
    begins, ends, after = second[0], second[-1], last[0]
    if begins in _OPENERS or after in _CLAUSE or not all(word[0].islower() for word in second):
        return False
    if any(is_past(word) for word in (*second[1:], *last[2:3])) and len(second) > 2:
        return False
    if begins in _DETERMINERS or after in _DETERMINERS:
        return begins == after and begins in (word.lower() for word in first[-3:])
    if (len(second) > 1 and ends.endswith("ed")) or (len(second) == 3 and not set(second) & _CONNECTIVES):
        return False
    if len(last) > 1 and last[1] in _AUXILIARIES and len(first) > 3:
        return False
    if len(second) > 1:
        return True
    if begins.endswith("ed"):
        return is_past(before) or is_past(after)
    return not any(
        begins.endswith(form) and not before.endswith(form) and not after.endswith(form) for form in ("ly", "ing")
    )


#: Words inside an item of three that is a noun all the same: "cost of living".
_CONNECTIVES = frozenset("of for in".split())
_AUXILIARIES = frozenset("is are was were has have had will would can could may might must should did does do".split())


#: Nouns for what a person is, in small letters after the name.
_ROLES = (
    r"mayor|president|vice president|director|executive director|manager|general manager|chair|chairman|chairwoman|"
    r"chairperson|chief|deputy chief|police chief|fire chief|sheriff|spokesman|spokeswoman|spokesperson|secretary|"
    r"treasurer|owner|co-owner|founder|co-founder|chief executive|chief executive officer|CEO|principal|superintendent|"
    r"professor|associate professor|assistant professor|coach|head coach|captain|leader|head|dean|editor|governor|"
    r"senator|attorney|lawyer|member|resident|pastor|commissioner|administrator|coordinator|analyst|economist|"
    r"researcher|author|partner"
)
_VERBS = (
    r"said|says|told|announced|added|asked|wrote|warned|argued|explained|noted|called|testified|confirmed|declined|"
    r"agreed|voted|denied|promised|replied|plans|wants|believes|thinks|has|is|was|will|won|died|resigned|rowed|led|"
    r"took|opened|signed|spoke"
)


@rule(
    "punct-apposition-comma",
    severity="warning",
    certainty="medium",
    summary="An appositive that a comma opens, a comma closes",
    bad=[
        "Cy Brandt, mayor of ^Easton^ said the ferry sank.",
        "Ana Ruiz, the ferry’s captain, and Jo Park, owner of the ^Blue Goose^ told the board.",
        "Jo Park, a ^spokesman^ declined to say.",
        "Mo Khan, principal at ^Elm High School^ resigned Monday.",
    ],
    good=[
        "Cy Brandt, mayor of Easton, said the ferry sank.",
        "Mayor Cy Brandt said the ferry sank.",
        "Jo Park, a spokesman, declined to say.",
        "Beside Jo Park, members of Easton’s crew said little.",
        "According to Jo Park, director of Easton Ferries said nothing of the kind.",
    ],
)  # fmt: skip
def apposition_is_closed(article: Article) -> Flags:
    """What a person is, set off by a comma after the name, is set off by another before the verb (AP Stylebook,
    "comma"): a reader takes the job for the subject otherwise. Seen only where a verb follows a title at once.
    """
    if _role_words().isdisjoint(words_in_use(article)):
        return
    for match in in_copy(article, compiled(_APPOSITIVE)):
        sentence = article.sentence_at(match.start())
        if sentence is None:
            continue
        name = compiled(_PERSON).search(article.prose, max(sentence.start, match.start() - 50), match.start())
        if name is None:
            continue
        before = article.prose[sentence.start : name.start()].strip("“\"‘'( \u2060")
        if not before or before.endswith((", and", ", but")):
            start, end = match.span("of") if match["of"] else match.span("title")
            start = end - len(match["title"].split()[-1]) if not match["of"] else start
            yield flag(Span(start, end), "Close the appositive with a comma")


@cache
def _role_words() -> frozenset[str]:
    """The last words of the titles."""
    return frozenset(role.rpartition(" ")[2].rpartition("-")[2].lower() for role in _ROLES.split("|"))


_PERSON = r"(?<![\w’'-])[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}\Z"
_APPOSITIVE = (
    rf", (?:the |a |an )?(?:(?:[a-z]+|U\.S\.) )??(?P<title>{_ROLES})"
    r"(?: (?:of|for|at|with) (?:the )?(?P<of>[A-Z][\w’'&-]*(?: (?:of |for |and |the )?[A-Z][\w’'&-]*){0,5}))?"
    rf" (?:{_VERBS})\b"
)


@rule(
    "punct-colon-case",
    severity="warning",
    certainty="medium",
    fix="safe",
    summary="A capital after a colon begins a full sentence, and only that",
    bad=[
        Bad("The crew has one hope: ^To^ row home.", fixed="The crew has one hope: to row home."),
        Bad("Two things sank it: ^Rain^ and ice.", fixed="Two things sank it: rain and ice."),
        Bad("Park was sure: ^the^ boat will float.", fixed="Park was sure: The boat will float."),
        Bad("He knew one thing: ^it^ was over.", fixed="He knew one thing: It was over."),
        Bad(
            "He knew one thing: ^It^ was over.", fixed="He knew one thing: it was over.", options={"sentence": "lower"}
        ),
    ],
    good=[
        "The crew has one hope: to row home.",
        "Park was sure: The boat will float.",
        "The crew has one fear: Easton.",
        "The boats leave at 9:30 a.m. and 10:15 a.m.",
        "Park said: “To row is to live.”",
        "Note: To row, bring oars.",
        Good("Park was sure: the boat will float.", options={"sentence": "lower"}),
    ],
)
def case_after_colon(article: Article, *, sentence: str = "capital") -> Flags:
    """After a colon AP gives a capital to a name and to what is a sentence by itself, and to nothing else (AP
    Stylebook, "colon"). British houses leave a sentence small too (`sentence = "lower"`). Labels, lists and quotations
    are let be.
    """
    if ": " in article.prose:
        for match in in_copy(article, _after_colon(), PROSE):
            yield from _colon(article, match, sentence)


def _after_colon() -> re.Pattern[str]:
    return compiled(r": (?P<word>[^\W\d_]+)(?=[ ,])")


#: Characters of a sentence that is looked at: a longer one is none.
_LONGEST = 600
#: Words that are never a name, though they stand with a capital.
_PLAIN = frozenset(
    "To A An The For By With In On At From Of And Or Not More Better Less Fewer Rain Snow Money Water Time Jobs People "
    "Food Work Keep Make Get Stop How Why What Who When Where Whether His Her Their Its Our".split()
)
_SUBJECTS = frozenset("he she they we it there this that i you the a an his her their its our".split())


def _colon(article: Article, match: re.Match[str], style: str) -> Iterator[Flag]:
    """What is wrong with the word after one colon."""
    held = article.sentence_at(match.start())
    if held is None or held.end - held.start > _LONGEST or not article.prose[match.start() - 1].islower():
        return
    prose, word = article.prose, match["word"]
    lead = prose[held.start : match.start()].split()
    rest = prose[match.end() : held.end]
    if lead[:1] == ["Dear"] or rest[1:2].isupper():
        return
    if len(lead) < 3 or not held.text.rstrip().endswith((".", "?", "!")) or ":" in rest or "\n" in rest.strip():
        return
    where = Span(*match.span("word"))
    whole = _is_sentence(word, rest)
    if style == "capital":
        if word in _PLAIN and whole is False:
            yield flag(where, "No full sentence follows the colon", replace=word[0].lower() + word[1:])
        elif word.islower() and whole:
            yield flag(where, "A full sentence follows the colon", replace=word[0].upper() + word[1:])
    elif word != "I" and word[0].isupper() and word.lower() in _SUBJECTS and whole:
        yield flag(where, "A small letter follows the colon", replace=word[0].lower() + word[1:])


def _is_sentence(word: str, rest: str) -> bool | None:
    """Whether `word` and what follows it are a full sentence; None when that is not plain."""
    words = [w.strip(',.;?!“”"’') for w in rest.split()]
    finite = [i for i, w in enumerate(words[:6]) if w in _FINITE]
    if word.lower() in _SUBJECTS:
        near = 1 if word.lower() in ("he", "she", "they", "we", "it", "there", "this", "that", "i", "you") else 4
        clause = (
            any(w in ("who", "that", "which", "whose", "where", "when", "if", "as") for w in words[: finite[0]])
            if finite
            else True
        )
        if finite and not clause and finite[0] < near and (near == 1 or finite[0] > 0):
            return True
    if finite or len(words) > 12 or ("," in rest and word.lower() in _SUBJECTS | {"to"}):
        return None
    if word.lower() == "to":
        return False
    short = len(words) <= 4 and not any(w.endswith(("ed", "s")) and i for i, w in enumerate(words[:-1]))
    return False if short and word.lower() not in ("he", "she", "they", "we", "it", "there", "i", "you") else None


_FINITE = frozenset(
    "is are was were has have had will would can could may might must should does did do isn’t aren’t wasn’t weren’t "
    "won’t can’t couldn’t doesn’t didn’t don’t hasn’t haven’t said says".split()
)
