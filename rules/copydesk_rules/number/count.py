"""What counts: in words below 10, in figures from there, never a figure to begin a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, compiled, flag, rule
from copydesk_rules._amounts import (
    capital_after,
    capital_before,
    glued,
    in_figures,
    in_words,
    is_plural,
    is_running_copy,
    noun_after,
    number_word,
    numbers_in,
    shares_scale,
)

if TYPE_CHECKING:
    from copydesk import Count, Flags, Number

_RELATIVE = ("relative-span", "relative-period")
#: What AP counts in figures at any size.
_FIGURES_ALWAYS = frozenset(
    "points votes parts pixels bits bytes decimals servings reps megapixels cores percent digits stars "
    "cents dollars degrees miles inches feet yards pounds ounces meters kilometers euros".split()
)
_TIED_BY = frozenset("to by on for in of and point pointer pointers iron wood ups over under off".split())


def _in_running_copy(number: Number) -> bool:
    """Whether it is no part of a date or time other than a span such as "3 years ago"."""
    return number.within is None or getattr(number.within, "form", "") in _RELATIVE


@rule(
    "number-spell-under-10",
    severity="warning",
    fix="safe",
    summary="Numbers below 10 are words",
    bad=[
        Bad("Divers raised ^4^ canoes from the harbor.", fixed="Divers raised four canoes from the harbor."),
        Bad("The choir lost ^7^ of its altos.", fixed="The choir lost seven of its altos."),
        Bad("A ^3^-bedroom cottage burned.", fixed="A three-bedroom cottage burned."),
        Bad("The ferry was idle for ^6^ weeks.", fixed="The ferry was idle for six weeks."),
        Bad("The vet saw ^2^ or ^3^ stray dogs.", fixed="The vet saw two or three stray dogs."),
    ],
    good=[
        "Divers raised four canoes from the harbor.",
        "The Owls beat the Gulls 5-4 on a 3-point play.",
        "Lee, 8, and his sister, 6, sold lemonade for 5 cents.",
        "It snowed 3 inches on Route 9 by 4 p.m., and it was 5 degrees.",
        "She read Chapter 4 on page 3, then slept in Room 5 with an iPhone 6 charger.",
        "Channel 4 viewers saw the No. 2 seed lose.",
        "Profits rose 4% to $5 million on 6 million sales.",
        "About 2 in 5 voters and 3 of 7 judges said no.",
        "“We lost 3 goats,” Ruiz said.",
        "The camp takes children 5 years and older.",
        Good("The farm has 3 goats and 12 hens.", options={"series": True}),
    ],
)
def spell_small(number: Count, *, series: bool = False) -> Flags:
    """One to nine are words, 10 and up figures (AP Stylebook, "numerals"; the other houses agree). Figures stay for
    ages, dates, times, sums, percentages, dimensions, weights, speeds, temperatures, scores, votes, ratios, and for
    what is numbered: chapters, rooms, routes, grades, models. `series` keeps the figure in a sentence that has a
    figure from 10 up too.
    """
    if number.spelled or number.value >= 10 or number.tied or number.scale or not isinstance(number.value, int):
        return
    if number.value < 0 or not _in_running_copy(number) or glued(number) or not _counts_small(number):
        return
    if number.opens_sentence or (series and _in_series(number)):
        return
    yield flag(number.figure, f"Write “{in_words(number.value)}”", replace=in_words(number.value))


def _counts_small(number: Number) -> bool:
    """Whether it plainly counts things: a noun follows, and nothing says that it is a label, a ratio or a score."""
    if capital_before(number) or number.before() in (
        "-",
        "–",
        ".",
        "no",
        "x",
        "plus",
        "minus",
        "times",
        "through",
        "$",
    ):
        return False
    if number.before() in ("in", "of") and (number_word(number.before(2)) or number.before(2) == "out"):
        return False
    if number.kind == "duration":
        return not _is_age_or_clock(number)
    if _follows_label(number):
        return False
    if number.before() == "," and number.before(2) in ("kb", "mb", "gb"):
        return False
    if number.after() == "-":
        word = number.after(2)
        if word in ("to", "or", "and") and number.after(4) == "-":
            small = number.after(3).isdecimal() and len(number.after(3)) == 1
            return small and number.after(5).isalpha() and number.after(7) != "old" and number.after(5) not in _UNITS
        return len(word) > 2 and word.isalpha() and word not in _TIED_BY and not capital_after(number, 2)
    if number.after() in ("to", "or") and number.after(2).isdecimal() and len(number.after(2)) == 1:
        noun = noun_after(number, first=3)
        return bool(noun) and noun not in _FIGURES_ALWAYS
    if number.after() == "of":
        if number_word(number.after(3)):
            return False
        return number.after(2) in (
            "the",
            "them",
            "its",
            "his",
            "her",
            "their",
            "our",
            "these",
            "those",
            "us",
            "whom",
            "which",
        )
    if number.before() in _HARMED or (number.after() in ("were", "are") and number.before() in _OF_ALL):
        return not number.after()[:1].isdecimal()
    if number.value == 1:
        word = number.after()
        if number.before() in ("and", "just", "only", "least"):
            return len(word) > 2 and word.isalpha() and word not in _NO_SUBJECT
        return word in _ONE_OF_THEM
    noun = noun_after(number)
    return bool(noun) and noun not in _FIGURES_ALWAYS and not capital_after(number, 1)


_HARMED = frozenset("killed injured wounded hurt killing injuring wounding arrested hospitalized sickened".split())
_UNITS = frozenset("foot inch mile yard pound ounce acre meter kilometer degree percent cent dollar point".split())
_OF_ALL = frozenset("only all least nearly about almost some other these those".split())
_ONE_OF_THEM = frozenset(
    "person man woman child boy girl victim student teacher worker player patient voter house home car truck boat dog "
    "cat horse building school team company county city state country other more arrest death injury firefighter "
    "officer soldier passenger resident family business member vote meeting case goal game".split()
)


def _follows_label(number: Number) -> bool:
    """Whether it goes on with what a word numbers: the 5 of "Rooms 3 and 5"."""
    if number.before() not in ("and", "or", "to", ",", "&") or not number.before(2).isdecimal():
        return False
    return not number.before(3).isalpha() or is_plural(number.before(3)) or number.before(3) in ("ages", "age")


def _is_age_or_clock(number: Number) -> bool:
    """Whether a span of time is an age ("5 years and older") or a running time ("2 hours, 5 minutes")."""
    if number.after() in ("and", "or") and number.after(2) in (
        "older", "younger", "up", "under", "above", "over", "below",
    ):  # fmt: skip
        return True
    return (number.after() in (",", "and") and number.after(2).isdecimal() and number.after(3) in _CLOCK) or (
        number.before() in (",", "and") and number.before(2) in _CLOCK and number.before(3)[:1].isdecimal()
    )


_CLOCK = frozenset("hour hours minute minutes second seconds month months day days".split())


def _in_series(number: Number) -> bool:
    sentence = number.article.sentence_at(number.start)
    near = numbers_in(number.article, sentence.start, sentence.end) if sentence else ()
    return any(other.value >= 10 and not other.spelled and other.kind == "cardinal" for other in near[:100])


@rule(
    "number-figure-over-9",
    severity="warning",
    fix="safe",
    summary="Numbers from 10 up are figures",
    bad=[
        Bad("The flood drowned ^fifteen^ sheep.", fixed="The flood drowned 15 sheep."),
        Bad("It took ^twenty-two^ volunteers ^eleven^ hours.", fixed="It took 22 volunteers 11 hours."),
        Bad("Some ^three thousand five hundred^ kites flew.", fixed="Some 3,500 kites flew."),
        Bad("They missed the ^forty^-minute concert.", fixed="They missed the 40-minute concert."),
    ],
    good=[
        "Fifteen sheep drowned.",
        "“Twelve Lean Cows” opens Friday; it was told a hundred times.",
        "The odds were ten to one, and one in ten agreed.",
        "Her twenty-something neighbors gave one hundred percent.",
        "A Ten Pines guide saw two-thirds of it in thousands of pictures.",
        "“We lost fifteen sheep,” Ruiz said.",
    ],
)
def figures_from_ten(number: Count) -> Flags:
    """10 and up are figures (AP Stylebook, "numerals"). A sentence still begins with the word; names, titles, casual
    uses ("a hundred times", "one in ten") and quotations are let be. Ages, sums, percentages, dimensions and millions
    have rules of their own.
    """
    if not number.spelled or number.value < 10 or number.value >= 10**6 or not isinstance(number.value, int):
        return
    words = number.article.text[number.figure.start : number.figure.end]
    if not words.islower() or not _in_running_copy(number) or number.opens_sentence or _is_casual(number):
        return
    yield flag(number.figure, f"Write {in_figures(number.value)}", replace=in_figures(number.value))


def _is_casual(number: Number) -> bool:
    """Whether the number is a manner of speaking or part of a longer number or name."""
    before, after = number.before(), number.after()
    if number_word(before) or number_word(after) or before == "-" or capital_before(number):
        return True
    if before in ("in", "of") and (number_word(number.before(2)) or number.before(2) == "out"):
        return True
    if (before == "," and number_word(number.before(2))) or (number.value >= 100 and shares_scale(number)):
        return True
    if before == "and" and number.before(2) in ("hundred", "thousand"):
        return True
    if after == "to" and number.after(2) == "one":
        return True
    if after == "-":
        return number_word(number.after(2)) or number.after(2).startswith("something") or capital_after(number, 2)
    if number.value in (100, 1000) and after in ("times", "ways", "and", "or", ",", "."):
        return True
    return (after == "of" and number.after(2) == "fame") or after in ("winks", "commandments", "percenter")


@rule(
    "number-sentence-start",
    severity="error",
    fix="unsafe",
    summary="No sentence begins with a figure",
    bad=[
        Bad("^14^ barges sank.", fixed="Fourteen barges sank."),
        Bad(
            "The dam broke. ^120^ cabins were swept away.",
            fixed="The dam broke. One hundred twenty cabins were swept away.",
        ),
        Bad("^3^ million bees escaped.", fixed="Three million bees escaped."),
        Bad("^6^-year-old Ana Lee won.", fixed="Six-year-old Ana Lee won."),
    ],
    good=[
        "Fourteen barges sank.",
        "2019 was a wet year.",
        "3M left town, and 49ers fans wept.",
        "50 Cent will sing at the fair.",
        "911 calls went unanswered for an hour.",
        "- 14 barges sank.\n- 12 cabins burned.",
        "1. Fill the kettle.",
        "“14 barges sank,” the pilot said.",
    ],
)
def sentence_start(number: Number) -> Flags:
    """A sentence does not begin with a figure: spell it, or better, recast (AP Stylebook, "numerals"). A year may begin
    one, and so may a name that has a figure (3M, 50 Cent, 911). Percentages are `percent-sentence-start`'s.
    """
    if number.spelled or number.kind in ("money", "percent", "label", "ordinal") or number.tied or number.within:
        return
    if not number.opens_sentence or glued(number) or not is_running_copy(number):
        return
    if not _goes_on(number):
        return
    figure = number.article.text[number.figure.start : number.figure.end]
    prose = number.article.prose
    if prose[number.start - 1 : number.start] in ("(", "[", "-", "–"):
        return
    if compiled(_CITED).search(prose, max(number.start - 8, 0), number.start):
        return
    value = number.value / 10**6 if number.scale else number.value
    if (len(figure) == 4 and figure.isdecimal() and 1000 <= int(figure) < 2200) or figure in _CALLED:
        return
    words = (
        in_words(int(figure.replace(",", ""))) if "." not in figure and value < 10**6 and number.value >= 0 else None
    )
    words = words and words[0].upper() + words[1:]
    message = f"Begin with “{words}”, or recast" if words else "Recast: no sentence begins with a figure"
    yield flag(number.figure, message, replace=words)


#: Telephone numbers and forms that are names.
_CALLED = frozenset("211 311 411 511 711 811 911 988 999 112 401 403 404 501 529 1040 1099".split())


def _goes_on(number: Number) -> bool:
    """Whether lower-case words go on after it: "14 barges", "120 were hurt", "5-year-old"."""
    if number.unit is not None:
        return number.article.text[number.unit.start].islower()
    n = 2 if number.after() == "-" else 1
    word = number.after(n)
    if number.value == 1 and word not in _ONE_OF_THEM:
        return False
    if len(word) < 2 or not word.isalpha() or word in _NO_SUBJECT:
        return False
    return not capital_after(number, n) or _is_people(number, n)


#: After a figure at the head of a sentence, these show that it is a name or a note's number.
_NO_SUBJECT = frozenset(
    "as only also and or but if would could should will can may might must does did do says said has to in on at by "
    "for "
    "from with is shall provides requires applies".split()
)
#: An abbreviation before the figure that the sentence does not really begin with.
_CITED = r"\b(?:Res|Sec|Art|Fig|Ch|Vol|pp?|Nos?|Rep|Sen|St|Dr|Mr|Ms|Ave|Inc|Rev|Stat|Pub|Ex|Eq|Ref|Par)\.\s*$"


def _is_people(number: Number, n: int) -> bool:
    """Whether a capitalised plural follows that is no name: "12 Democrats voted", "20 Americans died"."""
    word = number.after(n)
    return n == 1 and word.endswith(("ans", "ists", "ats", "ese")) and not capital_after(number, 2)
