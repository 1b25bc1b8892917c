"""Numbers in the copy, in figures and in words: what they are worth and what they measure.

Every number of a text zone is here, those inside dates and times too; such a one names the mention it is part
of (`within`), so that a rule about amounts can leave it alone. What is no number is not here: a version
("1.2.3"), an address on a network, digits inside a word ("G7", "F-16", "401(k)").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from copydesk.language.stretch import Stretch
from copydesk.model.article import TEXT, Located
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span

if TYPE_CHECKING:
    from copydesk.model.article import Article

_UNITS_TO_19 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_SMALL = {word: value for value, word in enumerate(_UNITS_TO_19.split())}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NTH = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
} | {word.removesuffix("y") + "ieth": value for word, value in _TENS.items()}
_WORDS = _SMALL | _TENS
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + s: value for word, value in _NTH.items() if value > 2 for s in ("", "s")
}
#: Scales written as letters right after a figure.
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
#: Those of them that are no word or unit after a space either.
_SPACED = frozenset({"mn", "mln", "bn", "tn"})
_SYMBOLS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₩": "won", "₽": "ruble", "¢": "cent"}


#: Marks and markup that may stand before a sentence's first word.
_MARKS = 40


class NumberKind(StrEnum):
    """What a number says."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    DURATION = "duration"
    MEASURE = "measure"  # distance, weight, speed, temperature …
    LABEL = "label"  # No. 3, Route 9, Chapter 4


class Number(Located):
    """A number with what belongs to it: its currency sign, scale and unit.

    value: its worth, scale included (an int when whole).  figure: the digits, or the number words.
    spelled: in words.  kind: what it says.  symbol: the currency sign, letters included ("US$").  scale: "million",
    "bn".  unit: the word or mark that says what it measures ("%", "dollars", "years old", "miles").
    measure: that unit's plain name ("percent", "dollar", "year", "mile").  hyphenated: a hyphen ties it to
    its unit.  tied: a mark ties it to another number ("3-2", "16:9", "24/7").  label: the word it numbers
    ("Route").  within: the date or time that it is part of.  first, stop: its first token and the one after its last.
    """

    __slots__ = (
        "_block", "figure", "first", "hyphenated", "kind", "label", "measure", "scale", "spelled", "stop", "symbol",
        "tied", "unit", "value", "within",
    )  # fmt: skip

    def __init__(self, article: Article, start: int, end: int, value: float, *, spelled: bool) -> None:
        super().__init__(article, start, end)
        self.value = value
        self.figure = Span(start, end)
        self.spelled = spelled
        self.kind = NumberKind.CARDINAL
        self.symbol: Span | None = None
        self.scale: Span | None = None
        self.unit: Span | None = None
        self.measure = ""
        self.hyphenated = False
        self.tied = False
        self.label: Span | None = None
        self.within: Located | None = None
        self.first = self.stop = 0
        self._block = (0, 0)

    def before(self, n: int = 1) -> str:
        """The `n`th token before the number, lower case; "" beyond the block's start."""
        at = self.first - n
        return self.article.tokens.lower[at] if at >= self._block[0] else ""

    def after(self, n: int = 1) -> str:
        """The `n`th token after the number and its unit, lower case; "" beyond the block's end."""
        at = self.stop + n - 1
        return self.article.tokens.lower[at] if at < self._block[1] else ""

    def after_span(self, n: int = 1) -> Span:
        """Where the `n`th token after the number stands; empty, at the number's end, beyond the block."""
        at, tokens = self.stop + n - 1, self.article.tokens
        return Span(tokens.starts[at], tokens.ends[at]) if at < self._block[1] else Span(self.end, self.end)

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing but marks stands before it in its sentence."""
        sentence = self.article.sentence_at(self.start)
        return sentence is not None and self.start - sentence.start <= _MARKS and sentence.opens_at(self.start)


class Count(Number):
    """A plain number, one that counts or a span of time; like the names below, it is only ever an annotation."""

    __slots__ = ()


class Money(Number):
    """A sum of money, to a rule that reads sums."""

    __slots__ = ()


class Percent(Number):
    """A percentage, to a rule that reads percentages."""

    __slots__ = ()


class Age(Number):
    """An age, to a rule that reads ages."""

    __slots__ = ()


class Measure(Number):
    """A distance, weight, speed or temperature, to a rule that reads these."""

    __slots__ = ()


class Ordinal(Number):
    """A place in an order, to a rule that reads these: "third", "21st"."""

    __slots__ = ()


def find_numbers(article: Article) -> tuple[Number, ...]:
    """The numbers of all text zones, sorted; none overlaps another."""
    found: list[Number] = []
    tokens = article.tokens
    openers = tokens.among(_STARTS, figures=True)
    for zone in article.zones:
        if zone.kind in TEXT:
            s = Stretch(article, tokens, zone.start, zone.end)
            found += _read(s, s.part_of(openers))
    if found:
        _place(found, article.dates)
        _place(found, article.times)
    return tuple(found)


def _read(s: Stretch, openers: Sequence[int]) -> list[Number]:
    """The numbers of one stretch, each begun by one of the tokens `openers`."""
    found: list[Number] = []
    after = s.first
    for i in openers:
        if i < after:
            continue
        word = s.lower[i]
        read = _spelled(s, i) if word in _STARTS else _figure(s, i) if word < ":" else None  # digits of ASCII only
        if read:
            number, after = read
            while s.starts[i] > number.start:
                i -= 1
            number.first, number.stop, number._block = i, after, (s.first, s.stop)
            found.append(number)
    return found


def _place(numbers: Sequence[Number], mentions: Sequence[Located]) -> None:
    """Tell each number which of `mentions` it is part of."""
    if not mentions:
        return
    starts = [mention.start for mention in mentions]
    for number in numbers:
        i = bisect_right(starts, number.figure.start) - 1
        if i >= 0 and number.figure.start < mentions[i].end:
            number.within = mentions[i]
            if number.kind is NumberKind.LABEL:
                number.kind, number.label = NumberKind.CARDINAL, None


# --- words ----------------------------------------------------------------------------------------------------------

_STARTS = frozenset(_WORDS) | frozenset(_NTH) | {"minus"}
#: "one" is no number between these: "no one", "one of", "that one".
_NO_ONE = frozenset("no any every some each this that which another".split())
_PRONOUN_AFTER = frozenset("of another who whose that which is was".split())
#: Before "second" the unit of time, before "third" the part.
_PART_OF = frozenset("a one per every each".split())


class _Phrase(NamedTuple):
    value: int
    stop: int


def read_cardinal(s: Stretch, i: int) -> _Phrase | None:
    """The number that the words from token `i` on say, and the token after it; None when they say none."""
    total = current = 0
    at, last = i, ""
    while True:
        word = s.word(at)
        if word in _TENS and last in ("", "scale", "and"):
            current, last = current + _TENS[word], "tens"
        elif word in _SMALL and (last in ("", "scale", "and") or (last == "tens" and 0 < _SMALL[word] < 10)):
            current, last = current + _SMALL[word], "small"
        elif word == "hundred" and last == "small" and current % 100 < 20:
            current, last = current * 100, "scale"
        elif word in _SCALES and word != "hundred" and last and last != "and":
            total, current, last = total + max(current, 1) * _SCALES[word], 0, "scale"
        elif word == "-" and last == "tens" and 0 < _SMALL.get(s.word(at + 1), 0) < 10:
            pass
        elif word == "and" and last == "scale" and s.word(at + 1) in _WORDS:
            last = "and"
        else:
            return _Phrase(total + current, at) if last else None
        at += 1


def cardinal_before(s: Stretch, i: int) -> tuple[float, int] | None:
    """The number that ends right before token `i`, in figures or words ("a" is one), and its first token."""
    before = i - 1
    if s.is_number(before):
        value = figure_value(s.lower[before])
        return None if value is None else (value, before)
    if s.word(before) in ("a", "an"):
        return 1, before
    if s.word(before) == "dozen" and s.word(before - 1) == "a":
        return 12, before - 1
    first = i
    while i - first < 8 and (s.word(first - 1) in _WORDS or s.word(first - 1) in _SCALES or s.word(first - 1) == "-"):
        first -= 1
    if first < i and s.word(first) != "-":
        phrase = read_cardinal(s, first)
        if phrase and phrase.stop == i:
            return phrase.value, first
    return None


def figure_value(figure: str) -> float | None:
    """What "2,500.5" is worth; None for what is no single number ("1.2.3", "12,2025")."""
    whole, point, decimals = figure.partition(".")
    groups = whole.split(",")
    if (
        len(whole) > 25
        or any(len(group) != 3 for group in groups[1:])
        or (len(groups) > 1 and not 0 < len(groups[0]) < 4)
        or (point and not decimals.isdigit())
    ):
        return None
    return float("".join(groups) + "." + decimals) if decimals else int("".join(groups))


def _spelled(s: Stretch, i: int) -> tuple[Number, int] | None:
    """The number in words at token `i`."""
    first = i
    if s.word(i) == "minus":
        i += 1
        if s.is_number(i):
            return _figure(s, i)
    phrase = read_cardinal(s, i)
    if phrase is None:
        return _ordinal(s, i)
    value, stop = phrase
    if value == 1 and stop == i + 1 and _is_pronoun(s, i):
        return None
    if s.word(stop) == "-" and s.word(stop + 1) in _NTH and value % 10 == 0:
        return _made(s, first, stop + 2, value + _NTH[s.word(stop + 1)], NumberKind.ORDINAL), stop + 2
    part = stop + (s.word(stop) == "-")
    if s.word(part) in _PARTS and value < _PARTS[s.word(part)] and (value > 1) == s.word(part).endswith("s"):
        return _made(s, first, part + 1, value / _PARTS[s.word(part)], NumberKind.FRACTION), part + 1
    number = Number(s.article, s.starts[first], s.ends[stop - 1], -value if first != i else value, spelled=True)
    return number, _unit(s, number, first, stop)


def _is_pronoun(s: Stretch, i: int) -> bool:
    """Whether the "one" at token `i` counts nothing: "no one", "one of them", "that one."."""
    following = s.word(i + 1)
    if s.word(i - 1) == "number":
        return False
    return s.word(i - 1) in _NO_ONE or following in _PRONOUN_AFTER or not (s.is_word(i + 1) or following == "-")


def _ordinal(s: Stretch, i: int) -> tuple[Number, int] | None:
    value = _NTH.get(s.word(i))
    if value is None or (s.word(i) == "second" and s.word(i - 1) in _PART_OF):
        return None
    return _made(s, i, i + 1, value, NumberKind.ORDINAL), i + 1


def _made(s: Stretch, first: int, stop: int, value: float, kind: NumberKind) -> Number:
    number = Number(s.article, s.starts[first], s.ends[stop - 1], value, spelled=True)
    number.kind = kind
    return number


# --- figures --------------------------------------------------------------------------------------------------------

_DASHES = frozenset("-–−")


def _figure(s: Stretch, i: int) -> tuple[Number, int] | None:
    """The number in figures at token `i`."""
    value = figure_value(s.lower[i])
    glued = s.glued(i)
    before = s.word(i - 1)
    if (
        value is None
        or (glued and s.is_word(i - 1))
        or (glued and before in _DASHES and s.glued(i - 1) and s.is_word(i - 2))
    ):
        return None
    number = Number(s.article, s.starts[i], s.ends[i], value, spelled=False)
    first = i
    if glued and before == "." and s.glued(i - 1) and s.word(i - 2) in _SYMBOLS and isinstance(value, int):
        number.value = value / 10 ** (s.ends[i] - s.starts[i])
        number.figure = Span(s.starts[i - 1], s.ends[i])
        before, i = s.word(i - 2), i - 1
    if glued and before in _SYMBOLS:
        first = i - 2 if s.glued(i - 1) and s.is_word(i - 2) and len(s.lower[i - 2]) <= 3 else i - 1
        number.symbol = Span(s.starts[first], s.ends[i - 1])
        number.start = number.symbol.start
        number.kind, number.measure = NumberKind.MONEY, _SYMBOLS[before]
    if s.word(first - 1) == "minus" or (s.word(first - 1) in ("-", "−") and s.glued(first) and not s.glued(first - 1)):
        number.value = -value
        number.start = s.starts[first - 1]
    i = s.after(number.figure.end) - 1
    number.tied = _tied(s, i)
    return number, _figure_tail(s, number, first, i)


def _tied(s: Stretch, i: int) -> bool:
    """Whether a dash, slash or colon joins the figure to another."""
    joined = ("-", "–", "/", ":")
    back = s.glued(i) and s.word(i - 1) in joined and s.glued(i - 1) and s.is_number(i - 2)
    return back or (s.glued(i + 1) and s.word(i + 1) in joined and s.glued(i + 2) and s.is_number(i + 2))


def _figure_tail(s: Stretch, number: Number, first: int, i: int) -> int:
    """Read on after the figure: "th", "bn", " million", the unit. The token after all that."""
    after = i + 1
    if s.glued(after) and s.is_word(after):
        suffix = s.lower[after]
        if suffix in ("st", "nd", "rd", "th"):
            number.kind, number.end = NumberKind.ORDINAL, s.ends[after]
            return after + 1
        if suffix in _LETTERS and (number.symbol or suffix != "m"):
            number.scale = Span(s.starts[after], s.ends[after])
            number.value = _whole(number.value * _LETTERS[suffix])
            number.end = number.scale.end
            after += 1
    elif s.word(after) in _SPACED:
        number.scale = Span(s.starts[after], s.ends[after])
        number.value = _whole(number.value * _LETTERS[s.lower[after]])
        number.end = number.scale.end
        after += 1
    elif s.word(after) in _SCALES or (s.word(after) == "-" and s.glued(after) and s.word(after + 1) in _SCALES):
        number.hyphenated = s.word(after) == "-"
        at = after + number.hyphenated
        number.scale = Span(s.starts[at], s.ends[at])
        number.value = _whole(number.value * _SCALES[s.lower[at]])
        number.end = number.scale.end
        after = at + 1
    if number.symbol and s.word(after) not in ("dollars", "pounds", "euros", "cents"):
        return after
    return _unit(s, number, first, after)


def _whole(value: float) -> float:
    return round(value) if abs(value - round(value)) < 1e-6 else value


# --- units ----------------------------------------------------------------------------------------------------------

_MEASURES = {
    NumberKind.MONEY: "dollar cent euro yen yuan peso rupee ruble franc penny",
    NumberKind.DURATION: "second minute hour day week month year decade century",
    NumberKind.MEASURE: "inch foot yard mile acre pound ounce ton gallon quart pint liter litre meter metre kilometer "
    "kilometre centimeter centimetre millimeter millimetre gram kilogram degree knot hectare watt kilowatt megawatt "
    "byte megabyte gigabyte mph kph km kg cm mm lb oz ft yd teaspoon tablespoon cup volt amp calorie carat "
    "terabyte petabyte milligram mg nanometer micron milliliter ml",
}
_IRREGULAR = {"feet": "foot", "inches": "inch", "centuries": "century", "pennies": "penny", "yen": "yen"}


def _table() -> dict[str, tuple[NumberKind, str]]:
    made = {word + s: (kind, word) for kind, words in _MEASURES.items() for word in words.split() for s in ("", "s")}
    made.update({plural: made[word] for plural, word in _IRREGULAR.items()})
    return made


_TABLE = _table()
#: Lower-case words that a figure after them numbers.
_NUMBERED = frozenset(
    "chapter page room route grade phase section article line item step level verse volume gate track seed "
    "apartment flight channel type class category tier stage unit district ward precinct zone area act scene part "
    "episode season game week day lane exit mile marker highway interstate bus pier platform terminal hall size "
    "figure fig table question version option lot box rule title proposition measure amendment bill number no "
    "paragraph appendix exhibit extension magnitude serial session code zip docket count square grades chapters "
    "pages sections rooms titles classes tiers levels steps weeks parts lines phases stages exits districts wards "
    "numbers nos hole holes formula division".split()
)


def _unit(s: Stretch, number: Number, first: int, at: int) -> int:
    """Read the unit at token `at` into `number`. The token after it."""
    hyphen = s.word(at) == "-" and s.glued(at) and s.glued(at + 1)
    word_at = at + hyphen
    word = s.word(word_at)
    squared = word in ("square", "cubic", "nautical") and s.word(word_at + 1) in _TABLE
    if squared:
        word = s.word(word_at + 1)
    if word in ("%", "percent", "percentage") or (word == "per" and s.word(word_at + 1) == "cent"):
        stop = word_at + 1 + (word == "per" or (word == "percentage" and s.word(word_at + 1) in ("point", "points")))
        return _measured(s, number, word_at, stop, NumberKind.PERCENT, "percent", hyphen)
    if word == "°":
        stop = word_at + 1 + (s.word(word_at + 1) in ("c", "f"))
        return _measured(s, number, word_at, stop, NumberKind.MEASURE, "degree", hyphen)
    if (
        word in _SYMBOLS
        and (s.glued(word_at) or word in "€£")
        and not (s.glued(word_at + 1) and s.is_number(word_at + 1))
    ):
        return _measured(s, number, word_at, word_at + 1, NumberKind.MONEY, _SYMBOLS[word], hyphen)
    kind, measure = _TABLE.get(word, (None, ""))
    if kind is NumberKind.DURATION:
        old = word_at + 1 + (s.word(word_at + 1) == "-")
        if s.word(old) in ("old", "olds"):
            return _measured(s, number, word_at, old + 1, NumberKind.AGE, measure, hyphen)
        if s.word(word_at + 1) == "of" and s.word(word_at + 2) == "age":
            return _measured(s, number, word_at, word_at + 3, NumberKind.AGE, measure, hyphen)
    if kind is not None:
        measure = f"{s.word(word_at)} {measure}" if squared else measure
        if measure == "pound" and s.article.computed("sterling", lambda article: "£" in article.text):
            kind = NumberKind.MONEY
        return _measured(s, number, word_at, word_at + 1 + squared, kind, measure, hyphen)
    if s.word(first - 1) in ("aged", "age", "ages"):
        number.kind, number.measure = NumberKind.AGE, "year"
    else:
        _labelled(s, number, first, at)
    return at


def _measured(s: Stretch, number: Number, first: int, stop: int, kind: NumberKind, measure: str, hyphen: bool) -> int:
    number.kind, number.measure, number.hyphenated = kind, measure, number.hyphenated or hyphen
    number.unit = Span(s.starts[first], s.ends[stop - 1])
    number.end = number.unit.end
    return stop


def _labelled(s: Stretch, number: Number, first: int, after: int) -> None:
    """See whether a word before the number is what it numbers: "No. 3", "Route 9", "page 4"."""
    before = first - 1
    if s.word(before) == "." and s.word(before - 1) == "no":
        before -= 1
    elif s.word(before) not in _NUMBERED and (
        not s.capital(before) or s.opens(before) or s.counted(after) or number.spelled
    ):
        return
    if s.first <= before:
        number.kind, number.label = NumberKind.LABEL, Span(s.starts[before], s.ends[first - 1])
