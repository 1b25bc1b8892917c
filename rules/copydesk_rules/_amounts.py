"""How a number is printed, and what the copy beside it says that it counts."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk import Article, Located, Number

_TO_19 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NTHS = "zeroth first second third fourth fifth sixth seventh eighth ninth"
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def in_words(value: int) -> str:
    """A whole number below a million in words, as AP has it: "one hundred four", "twenty-two thousand"."""
    if value < 20:
        return _TO_19.split()[value]
    if value < 100:
        tens, rest = divmod(value, 10)
        return _TENS.split()[tens - 2] + (f"-{in_words(rest)}" if rest else "")
    scale, name = (1000, "thousand") if value >= 1000 else (100, "hundred")
    count, rest = divmod(value, scale)
    return f"{in_words(count)} {name}" + (f" {in_words(rest)}" if rest else "")


def in_figures(value: float) -> str:
    """A number in figures, with commas; round millions as "2.5 million"."""
    return in_millions(value) or (f"{value:,}" if isinstance(value, int) else f"{value:,.10g}")


def in_millions(value: float) -> str | None:
    """ "2.5 million", "1.25 billion": what has at most two decimals so; None for any other number."""
    for scale, name in _SCALES:
        if value >= scale:
            count = round(value / scale, 2)
            return f"{count:g} {name}" if abs(count * scale - value) < 1 else None
    return None


def in_order(value: int) -> str:
    """ "third" up to ninth, "10th" from there (AP Stylebook, "numerals")."""
    if value < 10:
        return _NTHS.split()[value]
    last = 0 if value % 100 in (11, 12, 13) else value % 10
    return f"{value}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


_PLURALS = frozenset(
    "people men women children teeth feet geese mice oxen police cattle sheep deer fish salmon aircraft spacecraft "
    "series species others more dozen personnel staff alumni criteria media crises lives wives wolves knives halves "
    "firemen policemen gunmen fishermen businessmen servicemen councilmen congressmen congresswomen grandchildren "
    "schoolchildren troops matches addresses classes businesses losses passes masses glasses dresses bosses illnesses "
    "witnesses processes crosses actresses waitresses princesses goddesses mattresses fortresses eyewitnesses "
    "analyses".split()
)
_NOT_PLURAL = frozenset(
    "this his hers its is was has as us does goes says yes plus minus across versus always perhaps besides towards "
    "afterwards unless thus less news politics physics mathematics economics athletics business address process access "
    "success progress congress press boss loss class glass grass dress pass mass cross kiss miss gross bus gas bias "
    "basis crisis analysis status campus virus focus bonus census consensus various previous serious famous dangerous "
    "religious precious continuous nervous anonymous enormous tremendous numerous obvious indoors outdoors overseas "
    "nowadays sometimes hours' days' years' weeks' months' ourselves themselves yourselves ones falls includes".split()
)
#: A modifier is none of these: they end the words that a number can count.
_FUNCTION = frozenset(
    "a an the and or but nor so yet of in on at by to for from with without within into onto upon over under above "
    "below between among through during before after since until till against about around near off out up down per "
    "via like than as if because while when where who whom whose which that this these those it he she they we you i "
    "is are was were be been being am has have had do does did will would can could may might must shall should not "
    "no never also then there here ago later earlier today yesterday tomorrow tonight now again already ever just only "
    "his her its their our my your them him us me said says went came got made took gave saw left told each x "
    "times".split()
)


_OPENERS = frozenset(
    "some nearly almost about roughly approximately another all only both exactly least most many more additional "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in _PLURALS:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "s'" and word not in _NOT_PLURAL


def noun_after(number: Number, most: int = 4, first: int = 1) -> str:
    """The plural noun that a number counts, modifiers passed over ("5 more city workers"); "" when none is plain.

    most: how many modifiers at most.  first: the token after the number to begin with.
    """
    passed = 0
    for n in range(first, first + most + 2):
        word = number.after(n)
        if word == "-" and n > first:
            continue
        if not word[:1].isalpha() or (word in _FUNCTION and word != "times") or passed >= most:
            return ""
        if is_plural(word) and number.after(n + 1) != "-":
            return word
        passed += 1
    return ""


def capital_before(number: Number) -> bool:
    """Whether a name stands right before the number: "Channel 4", "iPhone 5"; "The" and the like are no names."""
    word = number.before()
    if not word[:1].isalpha() or word in _FUNCTION or word in _OPENERS or word.endswith("'s"):
        return False
    at = number.start - 1
    prose = number.article.prose
    while at >= 0 and not prose[at].isalnum():
        at -= 1
    return any(c.isupper() for c in prose[at - len(word) + 1 : at + 1])


def capital_after(number: Number, n: int) -> bool:
    """Whether the `n`th token after the number has a capital."""
    start = number.after_span(n).start
    return number.article.prose[start : start + 1].isupper()


def glued(number: Number) -> bool:
    """Whether the figure is part of something longer: "49ers", "3D", "5'", "#2", "4/day"."""
    prose, span = number.article.prose, number.figure
    after, before = prose[span.end : span.end + 1], prose[span.start - 1 : span.start]
    return after.isalpha() or after in tuple("'’\"”″′/_+*=°") or before in tuple("#/\\_:+*=^~<>@&")


def shares_scale(number: Number) -> bool:
    """Whether the number before it has its scale or unit from this one: "two to three thousand", "two or five
    dollars".
    """
    word = number.before(2)
    return number.before() in ("to", "and", "or", "-", "–") and number_word(word) and not word.isdecimal()


def numbers_in(article: Article, start: int, end: int) -> tuple[Number, ...]:
    """The numbers that begin in [start, end)."""
    starts = article.computed("number starts", lambda a: [number.start for number in a.numbers])
    return article.numbers[bisect_left(starts, start) : bisect_left(starts, end)]


def sentence_text(number: Located, most: int = 1000) -> str:
    """The sentence that holds a number, no further than `most` characters from it on either side."""
    sentence = number.article.sentence_at(number.start)
    if sentence is None:
        return ""
    return number.article.prose[max(sentence.start, number.start - most) : min(sentence.end, number.end + most)]


def is_running_copy(number: Located) -> bool:
    """Whether it stands in a paragraph of whole sentences, not in a list, a heading or a caption."""
    zone = number.zone
    if zone is None or zone.kind not in ("lead", "body"):
        return False
    return (
        number.article.prose[max(zone.end - 12, zone.start) : zone.end]
        .rstrip("\u2060”\"’') \n")
        .endswith((".", "?", "!", ":"))
    )


def in_prose(item: Located) -> bool:
    """Whether the newsroom's own words hold it: running copy, outside quotation marks."""
    zone = item.zone
    return zone is not None and zone.kind in ("deck", "lead", "body", "list", "caption", "notice") and not item.quoted


def number_word(word: str) -> bool:
    """Whether a lower-case token is a number, in figures or words."""
    return word[:1].isdecimal() or word in _number_words()


@cache
def _number_words() -> frozenset[str]:
    return frozenset(f"{_TO_19} {_TENS} hundred thousand million billion".split())
