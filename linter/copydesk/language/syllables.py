"""How many syllables a word has when it is read aloud: rules, and a table of the words that the rules miss.

The rules count groups of vowels and mend the count by letter patterns: “ia” parts (+1), an “e” is silent before
“ment” (-1). Patterns and exceptions are facts in data/syllables.txt, derived from the CMU Pronouncing Dictionary by
benchmarks/syllables.py, which also measures how often both are right.

What is no plain word is read as a newscaster reads it: initialisms letter by letter (FBI is three, W alone is three),
“Sen.” and “Jan.” in full, figures as numbers (1918 is “nineteen eighteen”, $3.5 “three point five dollars”; R. Flesch,
The Art of Readable Writing, 1949, counts them so). A compound is the sum of its parts.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Parts of a written word that are read one after another.
_PART = r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[$£€%&@]"
_VOWELS = r"[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüý]+"
#: Abbreviations that are read in full when a period follows.
_IN_FULL = {
    1: "St Ft Mt Pt Rd",
    2: "Mr Mrs Dr Sgt Aug Jr Sr Capt Maj Col Pvt Hwy Ga Tex Vt Kan",
    3: "Sen Sens Gov Lt Gen Rev Prof Cmdr Adm Cpl Sept Oct Nov Dec Ave Blvd Ltd Co Dept Ark Del Fla Ill Ky Md Mich "
    "Mo Mont Neb Nev Ore Tenn Va Wash Wis Wyo",
    4: "Jan Feb Corp Ala Ariz Calif Colo Conn Ind Mass Minn Miss Okla Pa",
    5: "Rep Reps Inc Supt La",
}
_FIVE = 5
#: Initialisms of four letters or more that have a vowel and are spelled all the same.
_SPELLED = frozenset(
    "AARP ACLU AFSCME ASPCA CFPB ESPN IAEA IEEE IBEW LGBTQ NAACP NCAA UAW UCLA USAF USCIS USDA USPS USTR".split()
)
#: Initialisms of three letters that are read as words.
_READ = frozenset("CAT COP HUD MAD NAP PAC PIN RAM SAG SIM".split())
#: 25th and 1990s have no syllable more than 25 and 1990.
_FIGURE_ENDINGS = frozenset(("st", "nd", "rd", "th", "s"))
_SYMBOLS = {"$": 2, "£": 1, "€": 2, "%": 2, "&": 1, "@": 1}


class Known(NamedTuple):
    """What the counts rest on. patterns: by their first two letters (“.” for a word's edge), the letters and what they
    add to the vowel groups.  exceptions: the counts of words that the patterns miss.
    """

    patterns: dict[str, list[tuple[str, int]]]
    exceptions: dict[str, int]


def data_lines(name: str) -> list[str]:
    """The lines of a data file beside this module, those of its heading apart."""
    with open(os.path.join(os.path.dirname(__file__), "data", f"{name}.txt"), encoding="utf-8") as lines:
        return [line for line in lines if not line.startswith("#")]


@cache
def known() -> Known:
    """The bundled patterns and exceptions."""
    patterns: dict[str, int] = {}
    exceptions: dict[str, int] = {}
    for line in data_lines("syllables"):
        count, _, entries = line.partition(" ")
        table = patterns if count[0] in "+-" else exceptions
        table.update(dict.fromkeys(entries.split(), int(count)))
    return known_from(patterns, exceptions)


def known_from(patterns: Mapping[str, int], exceptions: dict[str, int]) -> Known:
    """`Known` of patterns and what they add."""
    by_start: dict[str, list[tuple[str, int]]] = {}
    for pattern, more in patterns.items():
        by_start.setdefault(pattern[:2], []).append((pattern, more))
    return Known(by_start, exceptions)


@lru_cache(maxsize=1 << 16)
def syllables(written: str) -> int:
    """The syllables of a word as written, marks around it included; 0 when nothing of it is read aloud."""
    if written.isalpha() and written.islower():
        return plain_syllables(written, known())
    return sum(_part(written, *match.span()) for match in compiled(_PART).finditer(written))


def _part(written: str, start: int, end: int) -> int:
    """The syllables of one part of a written word."""
    part = written[start:end]
    if part[0].isdecimal():
        return figure_syllables(part)
    if part in _SYMBOLS:
        return _SYMBOLS[part]
    if part in _FIGURE_ENDINGS and written[start - 1 : start].isdecimal():
        return 0
    if len(part) == 1:
        return 3 if part in "wW" else 1
    if written[end : end + 1] == "." and part in _in_full():
        return _in_full()[part]
    letters = part.rstrip("s") if part[:-1].isupper() else part
    if letters.isupper() and _is_spelled(letters):
        return len(letters) + 2 * letters.count("W")
    return plain_syllables(part.lower().replace("’", "'"), known())


@cache
def _in_full() -> dict[str, int]:
    return {word: count for count, words in _IN_FULL.items() for word in words.split()}


def _is_spelled(letters: str) -> bool:
    """Whether an initialism is read letter by letter: FBI, HTML; not NASA, nor THE in a line of capitals."""
    if letters in _SPELLED:
        return True
    if letters in _READ or len(letters) > _FIVE:
        return False
    return letters.lower() not in _short_words() if len(letters) <= 3 else not compiled("[AEIOUY]").search(letters)


@cache
def _short_words() -> frozenset[str]:
    """Words of up to three letters that stand in capitals in headings and for emphasis."""
    return frozenset(
        "a act add age ago aid air all an and any are arm art as ask at bad ban bar be bed big bit boy bus but buy by "
        "can car cut dad day did die do dog dry due eat egg end eye far few fit fix fly for fun gas get go god got gun "
        "guy had has he her him his hit hot how i if in is it its job joy key kid law lay led leg let lie lot low man "
        "map may me men met mom my new no nor not now odd of off oil old on one or our out own pay per put ran raw red "
        "rid run sad sat saw say sea see set sex she sir sit six sky so son sun tax tea ten the tie to too top toy try "
        "two up use van via war was way we web wet who why win woman won yes yet you".split()
    )


def plain_syllables(word: str, facts: Known) -> int:
    """The syllables of a word in lower case with straight apostrophes, by the given facts."""
    found = facts.exceptions.get(word)
    if found is not None:
        return found
    if "'" in word:
        return _contracted(word, facts)
    groups = len(compiled(_VOWELS).findall(word))
    if not groups:
        return len(word) + 2 * word.count("w") if len(word) <= _FIVE else 1
    edged, patterns = f".{word}.", facts.patterns
    for at in range(len(word) + 1):
        for pattern, more in patterns.get(edged[at : at + 2], ()):
            if edged.startswith(pattern, at):
                groups += more
    return max(groups, 1)


def _contracted(word: str, facts: Known) -> int:
    """A word with an apostrophe: its parts, and what an ending adds (boss's, didn't, that'll)."""
    stem, _, ending = word.rpartition("'")
    if ending == "t" and stem.endswith("n"):
        return plain_syllables(stem[:-1], facts) + (stem[-2:-1] not in "aeiou") if len(stem) > 1 else 1
    base = plain_syllables(stem, facts)
    if ending == "s":
        return base + bool(compiled(r"(?:[sxz]|[cs]h|[cgsz]e)\Z").search(stem))
    if ending in ("ll", "ve"):
        return base + (stem[-1:] not in "aeiouy")
    return base if ending in ("", "d", "re", "m") else base + plain_syllables(ending, facts)


#: Syllables of the numbers below 20, and of the tens.
_SMALL = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_SCALES = (0, 2, 2, 2, 2)


def figure_syllables(figure: str) -> int:
    """The syllables of a number in figures: 25 is three, 1,200 six, 3.5 three, 1987 six as the year it looks like.

    Numbers of more than 15 digits are read digit by digit.
    """
    whole, point, decimals = figure.replace(",", "").partition(".")
    digits = sum(_SMALL[int(digit)] for digit in decimals if digit != ".")
    if len(whole) > 3 * len(_SCALES):
        return digits + sum(_SMALL[int(digit)] for digit in whole)
    if len(figure) == 4 and figure.isdecimal() and "1100" <= figure < "2100" and figure[1:3] != "00":
        return _year(figure)
    return _cardinal(int(whole)) + (1 + digits if point else 0)


def _year(figure: str) -> int:
    """1918, read as two numbers: nineteen eighteen, nineteen-oh-five, nineteen hundred."""
    century, rest = int(figure[:2]), int(figure[2:])
    return _cardinal(century) + (2 if rest == 0 else _cardinal(rest) + (rest < 10))


def _cardinal(number: int) -> int:
    """A whole number below 10 to the 15th, without “and”."""
    if number == 0:
        return _SMALL[0]
    total, scale = 0, 0
    while number:
        number, group = divmod(number, 1000)
        hundreds, rest = divmod(group, 100)
        if hundreds:
            total += _SMALL[hundreds] + 2
        if rest:
            total += _SMALL[rest] if rest < 20 else _TENS[rest // 10] + (_SMALL[rest % 10] if rest % 10 else 0)
        total += _SCALES[scale] if group else 0
        scale += 1
    return total
