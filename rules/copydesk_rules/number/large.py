"""Thousands and millions: commas, words and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Span, flag, rule
from copydesk_rules._amounts import (
    capital_after,
    capital_before,
    glued,
    in_figures,
    in_millions,
    is_plural,
    noun_after,
    shares_scale,
)

if TYPE_CHECKING:
    from copydesk import Flags, Number

_ABOUT = frozenset("about around some nearly almost roughly approximately over than least most only additional".split())
#: Before a figure that is a year.
_IN_YEAR = frozenset(
    "in since by until till from during after before early late mid the its his her their our this of through "
    "between circa fiscal".split()
)
#: What is counted by the thousand and never comes in a year's edition.
_COUNTED_ONLY = frozenset(
    "people men women children jobs homes houses acres troops soldiers families miles feet animals employees workers "
    "pounds tons tonnes gallons meters kilometers square dollars euros trees books copies barrels cattle sheep cows "
    "chickens birds fish workers students residents protesters demonstrators marchers guests visitors fans spectators "
    "customers passengers vehicles cars bottles pieces signatures names seats rooms beds meals doses tests".split()
)


@rule(
    "number-thousand-comma",
    severity="warning",
    fix="safe",
    summary="A comma in numbers from 1,000 up",
    bad=[
        Bad("Nearly ^1800^ runners signed up.", fixed="Nearly 1,800 runners signed up."),
        Bad("Hail ruined ^23000^ acres of corn.", fixed="Hail ruined 23,000 acres of corn."),
        Bad("The organ cost $^4500^.", fixed="The organ cost $4,500."),
        Bad("It flew at ^8000^ feet.", fixed="It flew at 8,000 feet."),
    ],
    good=[
        "Nearly 1,800 runners signed up.",
        "The 2016 runners met again in 2019.",
        "Call 555-0199 or write to Box 4500, Midtown, Ohio 44101.",
        "Boeing 7470 parts cost more at 1500 GMT.",
        "Police shut the 1200 block of Cedar Lane.",
        "Lee ran the 1500 in Paris in 2012.",
    ],
)
def thousands(number: Number) -> Flags:
    """Figures from 1,000 up have a comma (AP Stylebook, "numerals"); years, addresses, models, times, codes and page
    numbers have none. Figures that may be a year are let be unless what follows can only be counted.
    """
    figure = number.figure
    length = figure.end - figure.start
    if length < 4 or number.spelled or number.tied or number.scale or number.within or number.value < 1000:
        return
    digits = number.article.text[figure.start : figure.end].partition(".")[0]
    if not digits.isdecimal() or digits[0] == "0" or not isinstance(number.value, int):
        return
    if glued(number) or not _is_amount(number, len(digits) == 4 and 1400 <= number.value < 2200):
        return
    if in_millions(number.value) is None:
        yield flag(figure, f"Write {number.value:,}", replace=f"{number.value:,}")


def _is_amount(number: Number, perhaps_year: bool) -> bool:
    """Whether figures without a comma are surely an amount."""
    if number.symbol is not None:
        return True
    before = number.before()
    if capital_before(number) or number.kind in ("label", "ordinal") or before in ("no", "-", ".", "(", "route"):
        return False
    if number.kind in ("percent", "money"):
        return True
    if number.kind in ("measure", "duration"):
        return not perhaps_year or number.hyphenated or before not in _IN_YEAR
    if number.kind != "cardinal":
        return False
    if capital_after(number, 1):
        return False
    if perhaps_year:
        counted = number.after() in _COUNTED_ONLY
        if before in ("over", "than") and number.value >= 1980:
            return counted
        if before in _ABOUT:
            return is_plural(number.after())
        return counted and before not in _IN_YEAR and before not in ("and", "or", ",", "")
    noun = noun_after(number, 2)
    return bool(noun) and noun != "series"


@rule(
    "number-million-form",
    severity="warning",
    fix="safe",
    summary="Round millions are a figure and a word",
    bad=[
        Bad("The valley has ^4,000,000^ vines.", fixed="The valley has 4 million vines."),
        Bad("Rust killed ^2,750,000^ elms.", fixed="Rust killed 2.75 million elms."),
        Bad("Rust killed ^three million^ elms.", fixed="Rust killed 3 million elms."),
        Bad("The organ cost ^two million dollars^.", fixed="The organ cost $2 million."),
    ],
    good=[
        "The valley has 4 million vines.",
        "The census found 4,000,123 vines.",
        "It was a chance of one in a million, not one in ten million.",
        "Two million vines died.",
        "“We lost two million vines,” Lee said.",
    ],
)
def millions(number: Number) -> Flags:
    """5 million, 2.5 billion: a figure with the word, two decimals at most (AP Stylebook, "millions, billions"). An
    exact count such as 4,000,123 keeps its figures. Sums with a sign are `money-full-zeros`'s.
    """
    value = number.value
    if value < 10**6 or number.scale or number.symbol or number.tied or number.within:
        return
    right = in_millions(value)
    if right is None or number.kind not in ("cardinal", "measure", "money", "duration"):
        return
    if number.spelled:
        words = number.article.text[number.figure.start : number.figure.end]
        if not words.islower() or number.opens_sentence or number.after() == "times":
            return
        if number.before() in ("in", "point") or shares_scale(number):
            return
        if number.measure == "dollar" and not number.hyphenated:
            yield flag(number, f"Write ${right}", replace=f"${right}")
            return
    elif (
        number.opens_sentence
        or glued(number)
        or "," not in number.article.text[number.figure.start : number.figure.end]
    ):
        return
    yield flag(number.figure, f"Write {right}", replace=right)


#: Nouns after a lower-case m that metres do not have.
_MILLION_OF = frozenset(
    "people users viewers followers subscribers voters visitors customers views downloads copies barrels homes "
    "households jobs workers children passengers vehicles cars doses tonnes tons residents migrants refugees".split()
)
#: What K and B stand before that are no thousands and billions.
_OTHER_K = frozenset("runs races runners walks monitors tvs displays videos cameras pencils screens batteries".split())


@rule(
    "number-million-abbrev",
    severity="error",
    fix="safe",
    summary="Million and thousand are not cut to a letter",
    bad=[
        Bad("The app has ^4.5M^ users.", fixed="The app has 4.5 million users."),
        Bad("The parade drew ^15K^ fans.", fixed="The parade drew 15,000 fans."),
        Bad("About ^3bn^ bees died.", fixed="About 3 billion bees died."),
        Bad("The station has ^1m^ viewers.", fixed="The station has 1 million viewers."),
    ],
    good=[
        "The app has 4.5 million users.",
        "Ruiz won the 10K run and the 100m dash.",
        "The M25 was shut, and the B-52 grounded.",
        "Her 401(k) paid for a 4K TV.",
        "The wall is 5m high.",
        "“We have 4.5M users,” the post said.",
    ],
)
def million_letters(number: Number) -> Flags:
    """Million, billion and thousand are words or figures in text: 3.2 million people, 12,000 fans. Metres, races (10K),
    screens (4K) and headlines are let be; The Guardian and the BBC write m and bn.
    """
    if number.spelled or number.symbol or number.tied or number.kind == "money":
        return
    letters = number.scale or (number.after_span(1) if number.after() == "m" else None)
    if letters is None or letters.end - letters.start > 3 or capital_before(number):
        return
    suffix = number.article.text[letters.start : letters.end]
    adjoining = letters.start == number.figure.end
    value = number.value if number.scale else round(number.value * 10**6)
    noun = _noun_after_letters(number)
    if suffix.lower() in ("bn", "mn", "mln", "tn"):
        sure = True
    elif not adjoining:
        sure = False
    elif suffix == "m":
        sure = noun in _MILLION_OF
    elif suffix in ("M", "B"):
        figure = number.article.text[number.figure.start : number.figure.end]
        sure = (bool(noun) and noun not in _OTHER_K) or (suffix == "M" and "." in figure)
    else:
        sure = bool(noun) and noun not in _OTHER_K
    if sure:
        yield flag(Span(number.start, letters.end), f"Write {in_figures(value)}", replace=in_figures(value))


def _noun_after_letters(number: Number) -> str:
    """The noun after the letters; an “m” is no part of the number yet."""
    if number.scale is None:
        return number.after(2) if is_plural(number.after(2)) else ""
    return noun_after(number, 2)
