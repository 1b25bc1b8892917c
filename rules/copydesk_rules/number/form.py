"""Fractions, dimensions, ordinals and temperatures: how the house prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules._amounts import capital_before, glued, in_figures, in_order, in_words, number_word, sentence_text

if TYPE_CHECKING:
    from copydesk import Flags, Measure, Number, Ordinal

_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
#: After a fraction that is a share of something.
_SHARED = frozenset("of the majority full empty vote as more less larger smaller".split())
#: Games and years have quarters and halves that are no shares.
_HAVE_QUARTERS = frozenset(
    "game games season match play period year contest growth decline football basketball action losses gains profits "
    "profit contraction expansion data results earnings work college school".split()
)
_BY = frozenset("by about nearly almost over than only roughly another to remaining the other".split())


@rule(
    "number-fraction",
    severity="warning",
    fix="safe",
    summary="Fractions below 1 are words with a hyphen",
    bad=[
        Bad("Frost killed ^3/4^ of the vines.", fixed="Frost killed three-quarters of the vines."),
        Bad("The reservoir is ^1/2^ full.", fixed="The reservoir is half full."),
        Bad("^Two thirds^ of the vines died.", fixed="Two-thirds of the vines died."),
        Bad("The yield fell by ^one third^.", fixed="The yield fell by one-third."),
    ],
    good=[
        "Frost killed two-thirds of the vines.",
        "The stall is open 24/7; the odds are 50/50.",
        "Add 1/2 cup of sugar and 1 1/2 cups of flour.",
        "She had two seconds and two thirds in the regatta.",
        "They led for three quarters of the game.",
        "“I saw two thirds of it,” Lee said.",
    ],
)
def fractions(number: Number) -> Flags:
    """Two-thirds, three-quarters, half: words with a hyphen below 1 (AP Stylebook, "fractions"). Recipes, mixed figures
    (1 1/2), dates and scores are let be, and quarters of games and business years.
    """
    if number.kind == "fraction":
        yield from _spelled_fraction(number)
    elif number.tied and not number.spelled and number.article.prose[number.end : number.end + 1] == "/":
        yield from _figure_fraction(number)


def _spelled_fraction(number: Number) -> Flags:
    text = number.article.prose[number.start : number.end]
    gap = text.find(" ")
    if gap < 0 or "-" in text or number.after() == "-":
        return
    after = number.after()
    if after == "of" and ("quarter" in text or "half" in text or "halves" in text):
        following = {number.after(n) for n in (2, 3, 4)}
        if following & _HAVE_QUARTERS:
            return
    share = after in _SHARED or (number.before() in _BY and after in ("", ".", ",", ";", "to", "in", "since", "from"))
    if share and not (after == "the" and text.startswith("one")):
        edit = Edit(number.start + gap, number.start + gap + 1, "-")
        yield flag(number, "A fraction has a hyphen", edits=[edit])


def _figure_fraction(number: Number) -> Flags:
    article = number.article
    match = compiled(r"(\d)/(\d{1,2})(?![\d/.,%–-]|\w)").match(article.prose, number.figure.start)
    if match is None or number.before()[:1].isdecimal() or number.before() in ("-", "/", "$", "on", "section"):
        return
    top, bottom = int(match[1]), int(match[2])
    part = _PARTS.get(bottom)
    following = number.after(3)
    if part is None or not 0 < top < bottom or following not in _SHARED or (top > 1 and bottom % top == 0):
        return
    words = part if bottom == 2 else f"{in_words(top)}-{part}{'s' if top > 1 else ''}"
    if number.opens_sentence:
        words = words[0].upper() + words[1:]
    yield flag(Span(*match.span()), f"Write “{words}”", replace=words)


_LENGTHS = frozenset(
    "inch foot yard mile meter metre kilometer kilometre centimeter centimetre millimeter pound ounce kilogram gram "
    "mph kph knot".split()
)
_MODIFIERS = frozenset("inch foot yard mile meter kilometer pound ounce acre ton gallon".split())
_SHORT = {"ft": ("foot", "feet"), "lb": ("pound", "pounds"), "oz": ("ounce", "ounces"), "yd": ("yard", "yards")}
_COINED = frozenset("note notes coin coins".split())
_TALL = frozenset("tall high long wide deep thick apart away off up down".split())
_WEATHER = frozenset("fahrenheit celsius below above warmer cooler colder hotter f c".split())
_NO_NOUN = frozenset(
    "and or but to of in on at by from for with than per a an the is was were are as that which who into over under "
    "after before because when while if down up above below from around between long".split()
)


@rule(
    "number-dimension",
    severity="warning",
    fix="safe",
    summary="Dimensions are figures, with a hyphen before a noun",
    bad=[
        Bad("The hikers were ^three miles^ from camp.", fixed="The hikers were 3 miles from camp."),
        Bad("The pike was ^four feet^ long.", fixed="The pike was 4 feet long."),
        Bad("A ^nine foot^ gate fell.", fixed="A 9-foot gate fell."),
        Bad("A ^12 foot^ gate fell.", fixed="A 12-foot gate fell."),
        Bad("The ^two-pound^ trout won.", fixed="The 2-pound trout won."),
        Bad("It warmed ^five degrees^ Fahrenheit.", fixed="It warmed 5 degrees Fahrenheit."),
        Bad(
            "The pike weighed ^9 lbs.^ and a gate was ^8 ft^ high.",
            fixed="The pike weighed 9 pounds and a gate was 8 feet high.",
        ),
    ],
    good=[
        "The hikers were 3 miles from camp, at a 12-foot gate.",
        "Six feet of snow fell.",
        "The feud is six feet under; they went the whole nine yards.",
        "He has one foot in the door and landed on two feet.",
        "She holds two degrees from Midtown College.",
        "Lee is 6 foot 2 and lifts 5 pound notes.",
        "“It was three miles,” Ruiz said.",
        Good("The hikers were three miles from camp.", options={"words_below": 10}),
    ],
)
def dimensions(measure: Measure, *, words_below: int = 0) -> Flags:
    """6 feet tall, a 6-foot man, 5 miles: figures with lengths, distances, weights, speeds and temperatures (AP
    Stylebook, "dimensions", "distances"). `words_below` is the number from which the house has figures. Idioms are
    let be ("six feet under", "the whole nine yards").
    """
    if measure.within is not None or measure.tied or measure.unit is None or measure.value <= 0:
        return
    if not measure.spelled:
        if glued(measure):
            return
    elif measure.value < words_below or not _is_dimension(measure):
        return
    right, end = _printed(measure, measure.unit)
    if right != measure.article.text[measure.start : end]:
        yield flag(Span(measure.start, end), f"Write {right}", replace=right)


def _is_dimension(measure: Measure) -> bool:
    """Whether a number in words is a dimension that takes a figure."""
    name, after = measure.measure.rpartition(" ")[2], measure.after()
    if measure.opens_sentence or not measure.text.islower() or not isinstance(measure.value, int):
        return False
    measures = name in _LENGTHS or (name == "degree" and after in _WEATHER)
    return measures and not _is_idiom(measure, name, after)


def _printed(measure: Measure, unit: Span) -> tuple[str, int]:
    """The dimension as AP prints it: "6 feet", "6-foot", and where what it replaces ends."""
    text, after, one = measure.article.text, measure.after(), measure.value == 1
    figure = in_figures(measure.value) if measure.spelled else text[measure.start : measure.figure.end]
    gap, word, end = text[measure.figure.end : unit.start], text[unit.start : unit.end], measure.end
    modifies = after[:1].isalpha() and after not in _NO_NOUN and after not in _TALL and not number_word(after)
    if measure.measure in _SHORT and word.islower():
        singular, plural = _SHORT[measure.measure]
        gap, word = ("-", singular) if modifies and not one else (" ", singular if one else plural)
        end += compiled(r"\.(?=[ \u00a0][a-z])").match(measure.article.prose, end) is not None
    elif gap == " " and word in _MODIFIERS and not one and isinstance(measure.value, int):
        if after in _TALL:
            word = {"foot": "feet", "inch": "inches"}.get(word, f"{word}s")
        elif modifies and after not in _COINED:
            gap = "-"
    return figure + gap + word, end


def _is_idiom(measure: Measure, name: str, after: str) -> bool:
    """Whether the words measure nothing: "six feet under", "one foot in the grave", "two left feet"."""
    if name == "foot":
        if after in ("under", "in", "on", "out", "off", "forward", "planted") and measure.value in (1, 2, 6):
            return True
        if measure.before() in ("own", "with", "on", "their", "his", "her", "its"):
            return True
        return after == "pole" or measure.after(2) == "pole" or number_word(after)
    if name == "yard":
        return measure.before() == "whole"
    if name == "pound":
        return after in ("sterling", "note", "notes", "coin")
    return name == "inch" and measure.value == 1 and not measure.hyphenated


_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_PLACED = frozenset("finished placed came ranked was were finish finishing place placing finishes".split())


@rule(
    "number-ordinal",
    severity="warning",
    fix="safe",
    summary="First to ninth in words, 10th up in figures",
    bad=[
        Bad("It was Park’s ^3rd^ regatta.", fixed="It was Park’s third regatta."),
        Bad("The ^eleventh^ ferry sank.", fixed="The 11th ferry sank."),
        Bad("Her ^thirty-second^ novel is out.", fixed="Her 32nd novel is out."),
        Bad("Park finished ^4th^.", fixed="Park finished fourth."),
    ],
    good=[
        "Park’s third regatta was the 11th ferry race.",
        "The bakery is on Ninth Avenue, near 2nd Street.",
        "The 2nd and 3rd Cavalry and the 2nd District court cited the Fifth Amendment.",
        "The vote came at the eleventh hour.",
        "The bolt is a tenth of an inch too long.",
        "“It was my 3rd regatta,” Park said.",
    ],
)
def ordinals(ordinal: Ordinal) -> Flags:
    """First through ninth are words, 10th and up figures (AP Stylebook, "numerals"). Streets, military units, courts,
    districts and amendments have forms of their own.
    """
    value, after = ordinal.value, ordinal.after()
    if ordinal.within is not None or not isinstance(value, int) or capital_before(ordinal):
        return
    at = ordinal.after_span(2 if after == "-" else 1).start
    if ordinal.article.prose[at : at + 1].isupper() or (not ordinal.spelled and _is_glued(ordinal)):
        return
    if ordinal.spelled:
        wrong = value >= 10 and not ordinal.opens_sentence and ordinal.text.islower() and not _is_part(ordinal)
    else:
        wrong = 0 < value < 10 and ordinal.before() not in ("-", "–") and _ranks(ordinal)
    if wrong:
        right = in_order(value)
        right = right[0].upper() + right[1:] if ordinal.opens_sentence else right
        yield flag(ordinal, f"Write {right}", replace=right)


def _ranks(ordinal: Ordinal) -> bool:
    """Whether an ordinal in figures ranks something: "3rd place", "finished 3rd", "1st and 2nd place"."""
    noun = ordinal.after(2) if ordinal.after() == "-" else ordinal.after()
    if len(noun) > 2 and noun.isalpha() and noun not in ("and", "the", "through", "for", "with", "from"):
        return True
    if noun in ("and", "or", "to") and ordinal.after(2)[:1].isdecimal() and ordinal.after(3) in _ENDINGS:
        at = ordinal.after_span(4).start
        return not ordinal.article.prose[at : at + 1].isupper()
    return ordinal.before() in _PLACED


def _is_glued(ordinal: Ordinal) -> bool:
    """Whether an ordinal in figures is part of something longer: "1st/2nd", "#1st"."""
    prose = ordinal.article.prose
    return prose[ordinal.end : ordinal.end + 1] in ("/", "_") or prose[ordinal.start - 1 : ordinal.start] in ("/", "#")


def _is_part(ordinal: Ordinal) -> bool:
    """Whether it is a fraction's or an idiom's: "a tenth of", "the eleventh hour"."""
    before, after = ordinal.before(), ordinal.after()
    if before in ("-", "–") or number_word(before):
        return True
    if (before in ("a", "one", "each", "per") and after in ("of", "the", "as")) or after in ("commandment", "man"):
        return True
    return ordinal.value == 11 and "hour" in (after, ordinal.after(2))


_COLD = (
    r"(?i)\b(?:temperatures?|degrees?|fahrenheit|celsius|wind ?chills?|mercury|thermometers?|overnight lows?|lows?)\b"
)


@rule(
    "number-negative",
    severity="suggestion",
    fix="safe",
    summary="“Minus” for temperatures below zero",
    bad=[
        Bad("It was ^-9 degrees^ at the dam.", fixed="It was minus 9 degrees at the dam."),
        Bad("The overnight low was ^-14^.", fixed="The overnight low was minus 14."),
    ],
    good=[
        "It was minus 9 degrees at the dam.",
        "The gauge reads from 3 -5 degrees up.",
        "The Owls lost 7-4 in 20-degree cold.",
        "“It was -9 degrees,” Lee said.",
    ],
)
def below_zero(number: Number) -> Flags:
    """Minus 5 degrees: the word, not a hyphen, which is easily lost (AP Stylebook, "temperatures")."""
    if number.value >= 0 or number.kind not in ("measure", "cardinal") or number.before()[:1].isdecimal():
        return
    sign = number.article.prose[number.start]
    if sign not in "-−–" or number.figure.start != number.start + 1:
        return
    if number.measure != "degree" and not compiled(_COLD).search(sentence_text(number, 300)):
        return
    yield flag(number, "Write “minus”", edits=[Edit(number.start, number.start + 1, "minus ")])
