"""Words of a quotation and of a source, in a form in which the same spoken word is the same string.

Capitals, the shape of apostrophes, periods in initials and commas in figures do not count, and a number in
words is its figure: they are how a word is written down, not what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from copydesk.model.article import MARKUP
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: Words that turn a statement round; an omission must not hide one.
_NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely unless".split()
)
#: Words that every text is full of: that they agree says little.
LITTLE = frozenset(
    "a an the and or but nor so of in on at to for from by with as if than that this these those there here i you he "
    "she it we they me him her us them my your his its our their is are was were be been being am do does did have has "
    "had will would can could should may might must not no it's that's i'm we're they're don't what who which when "
    "where how all just very".split()
)
_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {word: str(number * 10) for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_SPELLED = {"%": "percent", "pct": "percent", "okay": "ok"}
_MULTIPLES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
#: Longer figures are no numbers that anybody says.
_DIGITS = 18
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"

#: Letters of one word; markup and character references may stand between them.
_LETTERS = rf"[^\W\d_]++(?:{MARKUP}*+['’ʼ]?{MARKUP}*+[^\W\d_]++)*+"
_WORD = (
    rf"(?i:\bper[ \u00a0]cent\b|\b(?:{_TENS})[-‐‑](?:{_ONES})\b)|(?:[^\W\d_]\.)+[^\W\d_]\b\.?|"
    rf"\[[^\W\d_]\]{_LETTERS}|{_LETTERS}|"
    r"\d+(?:[.,]\d+)*|[$£€¥%]"
)
_OMISSION = r"[\[(][ \u00a0]?(?:\.[ \u00a0]?){2,5}[\])]|[\[(]…[\])]|\.(?:[ \u00a0]?\.){2,3}|…"
#: A bracket is at most this long: a missing close must not swallow the quotation.
_INSERT = r"\[[^\[\]\n]{1,200}\]"


class Word(NamedTuple):
    """One word: its form, and where it stands, code points of its text."""

    form: str
    start: int
    end: int


class Token(NamedTuple):
    """One thing in a quotation: a "word", an "omission" (...), or an "insert" ([the mayor])."""

    kind: str
    word: Word


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Tokens of a quotation, without and with parentheses read as inserts."""
    rest = rf"(?P<omission>{_OMISSION})|(?P<word>{_WORD})|(?P<insert>{_INSERT}"
    return re.compile(rf"{rest})"), re.compile(rf"{rest}|\([^()\n]{{1,200}}\))")


def tokens(text: str, start: int, end: int, *, parentheses: bool = False) -> Iterator[Token]:
    """What `text[start:end]` consists of. `parentheses`: words in them are inserts, as those in brackets are."""
    for match in _patterns()[parentheses].finditer(text, start, end):
        kind = match.lastgroup or "word"
        yield Token(kind, Word(form(match.group()) if kind == "word" else "", *match.span()))


def source_words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a source. Those that its writer put in brackets have a form of their own: nobody spoke them."""
    for match in _patterns()[False].finditer(text, start, end):
        kind = match.lastgroup
        if kind == "word":
            yield Word(form(match.group()), *match.span())
        elif kind == "insert" and match.group().lower() != "[sic]":
            for _, one in tokens(text, match.start() + 1, match.end() - 1):
                yield one._replace(form=f"[{one.form}")


@lru_cache(maxsize=20_000)
def form(word: str) -> str:
    """A word as it is compared."""
    lower = word.lower()
    if lower.isascii() and lower.isalpha():
        return _FIGURES.get(lower) or _SPELLED.get(lower, lower)
    lower = lower.replace("’", "'").replace("ʼ", "'").replace(MARKUP, "")
    if lower[0] == "[":
        return form(lower.replace("[", "").replace("]", ""))
    if lower[0].isdigit():
        return lower.replace(",", "")
    if "-" in lower or "‐" in lower or "‑" in lower:
        tens, _, ones = lower.replace("‐", "-").replace("‑", "-").partition("-")
        return str(int(_FIGURES.get(tens, "0")) + int(_FIGURES.get(ones, "0")))
    if lower.startswith("per") and lower.endswith("cent"):
        return "percent"
    if "." in lower:
        return lower.replace(".", "")
    return _SPELLED.get(lower, lower)


def negates(word: str) -> bool:
    """Whether a word, by its form, turns a statement round."""
    word = word.removeprefix("[")
    return word in _NEGATIONS or word.endswith("n't")


def weight(word: str) -> float:
    """How much it says that a word is in both texts."""
    return 0.35 if word in LITTLE else 1.0


def same_spelling(one: list[str], other: list[str]) -> bool:
    """Whether words differ in hyphens, accents, British and American endings or a number's form only."""
    if not one or not other:
        return False
    return _letters(one) == _letters(other) or (_value(one) is not None and _value(one) == _value(other))


def _value(words: list[str]) -> int | None:
    """What a number in words and figures comes to: 250 thousand, one hundred and five; None for anything else."""
    total = below = 0
    for word in words:
        if word.isdecimal():
            below += int(word) if len(word) < _DIGITS else 0
        elif word == "hundred":
            below = max(below, 1) * 100
        elif word in _MULTIPLES:
            total += max(below, 1) * _MULTIPLES[word]
            below = 0
        elif word != "and":
            return None
    return total + below if any(word != "and" for word in words) else None


def _letters(words: list[str]) -> str:
    from unicodedata import normalize

    joined = "".join(_american(word) for word in words)
    if joined.isascii():
        return joined
    return "".join(c for c in normalize("NFKD", joined) if c.isalnum())


@cache
def _british() -> re.Pattern[str]:
    return compiled(
        r"(?<=[b-df-hj-np-tv-z])our(?=(?:s|ed|ing|er|ers|able|ite|ites|al|hood|hoods|ful|less)?\b)|"
        r"(?<=\bpracti)s|(?<=\w{4})(?<!\bpract)is(?=(?:e|es|ed|ing|er|ers|ation|ations)\b)|(?<=[bt])re(?=s?\b)|(?<=program)me|(?<=catalog)ue|"
        r"(?<=dialog)ue|(?<=fen)ce\b|(?<=licen)ce\b|(?<=[a-z]{2}[aeiou])l(?=l(?:ed|ing|er|ers)\b)|^grey"
    )


def _american(word: str) -> str:
    """A word with the American one of two endings; only ever held against another that went the same way."""
    return _british().sub(_ending, word)


def _ending(match: re.Match[str]) -> str:
    return {"our": "or", "is": "iz", "re": "er", "ce": "se", "s": "c", "grey": "gray"}.get(match.group(), "")
