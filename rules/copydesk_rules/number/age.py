"""Ages: figures always, and hyphens where they modify or name a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules._amounts import in_figures, in_words

if TYPE_CHECKING:
    from copydesk import Age, Flags

_PEOPLE = frozenset(
    "boy girl boys girls man woman men women child children son daughter sons daughters brother sister brothers "
    "sisters "
    "toddler toddlers baby infant student students teen teenager teenagers patient victim suspect driver passenger "
    "resident native player kid kids twin twins grandson granddaughter niece nephew cousin father mother who dog cat "
    "horse puppy kitten".split()
)


@rule(
    "number-age-figures",
    severity="error",
    fix="safe",
    summary="Ages are figures",
    bad=[
        Bad("A ^seven^-year-old boy found the ring.", fixed="A 7-year-old boy found the ring."),
        Bad("The baker is ^fifty-one^ years old.", fixed="The baker is 51 years old."),
        Bad("Ruiz learned the fiddle at age ^six^.", fixed="Ruiz learned the fiddle at age 6."),
        Bad("The ^three^-week-old calves are twins.", fixed="The 3-week-old calves are twins."),
    ],
    good=[
        "A 7-year-old boy found the ring.",
        "Seven-year-old Mo Khan found the ring.",
        "The seven-year lease runs out.",
        "“My seven-year-old sings,” Lee said.",
        "The two-century-old mill fell.",
        Good("The six-year-old bridge leaks.", options={"things": False}),
    ],
)
def age_figures(age: Age, *, things: bool = True) -> Flags:
    """Ages of people, animals and things are figures (AP Stylebook, "ages"). With `things` off, as at The New York
    Times, things of one to nine years have words. A sentence begins with the word.
    """
    if not age.spelled or age.measure in ("century", "decade") or age.before(2) in ("old", "ice", "golden"):
        return
    words = age.article.text[age.figure.start : age.figure.end]
    if not words.islower() or age.opens_sentence or age.after() == "hundred":
        return
    if not things and age.value < 10 and age.unit and age.after() not in _PEOPLE and not age.text.endswith("s"):
        return
    if isinstance(age.value, int):
        yield flag(age.figure, f"Write {in_figures(age.value)}", replace=in_figures(age.value))
    if age.hyphenated and age.before() in ("and", "or", "to") and age.before(2) == "-":
        tokens = age.article.tokens
        small, at = _small(age.before(3)), age.first - 3
        if small is not None:
            yield flag(Span(tokens.starts[at], tokens.ends[at]), f"Write {small}", replace=str(small))
    if age.unit is None and age.after() in ("to", "and", "or", "through"):
        small, place = _small(age.after(2)), age.after_span(2)
        if small is not None and age.after(3) in ("", ".", ",", ")", ";"):
            yield flag(place, f"Write {small}", replace=str(small))


def _small(word: str) -> int | None:
    """The number below 20 that a word is."""
    return next((n for n in range(1, 20) if in_words(n) == word), None)


_TAIL = r"([ \u00a0]+|[-–‑])(year|month|week|day)(s?)([ \u00a0]+|[-–‑])old(s?)"
_BE = frozenset("is was are were be been being 's 're turned turns turning".split())
_PRONOUNS = frozenset("he's she's it's that's who's they're we're i'm you're".split())
_ADVERBS = frozenset("about nearly only just now almost over already roughly around approximately then still".split())
_DETERMINERS = frozenset("a an the this that his her their our my your its another each every".split())
#: Words after an age that show that it modifies none of them.
_NO_NOUN = frozenset(
    "and or but when while who whose with in at on to from for of as by after before if because than now today then "
    "when so the a an is was were are has had have will would may can said says this last next".split()
)


@rule(
    "number-age-hyphen",
    severity="error",
    fix="safe",
    summary="Hyphens in a 5-year-old boy, none in 5 years old",
    bad=[
        Bad("A ^16 year old^ sailor won.", fixed="A 16-year-old sailor won."),
        Bad("The goat is ^3-years-old^.", fixed="The goat is 3 years old."),
        Bad("Judges gave the ^9 year olds^ ribbons.", fixed="Judges gave the 9-year-olds ribbons."),
        Bad("A ^16-year old^ won.", fixed="A 16-year-old won."),
        Bad("Her ^2 years old^ colt ran.", fixed="Her 2-year-old colt ran."),
    ],
    good=[
        "A 16-year-old sailor won.",
        "The goat is 3 years old.",
        "The goat, 3 years old, won a ribbon; a lamb 1 year old came second.",
        "Judges gave the 9-year-olds ribbons.",
        "“He is a 10 year old pest,” Lee said.",
        "The mill was 100 years old when it burned.",
    ],
)
def age_hyphens(age: Age) -> Flags:
    """A 5-year-old boy, the 5-year-olds, but she is 5 years old: hyphens before a noun and for one, none after a verb
    (AP Stylebook, "ages").
    """
    if age.unit is None:
        return
    match = compiled(_TAIL).fullmatch(age.article.prose, age.figure.end, age.end)
    if match is None:
        return
    unit, many, olds = match[2], match[3], match[5]
    hyphens = sum(not match[n].isspace() for n in (1, 4))
    right = _right_tail(age, unit, many, olds, hyphens)
    if right != ("-" if not match[1].isspace() else " ") + unit + many + ("-" if not match[4].isspace() else " ") + (
        "old" + olds
    ):
        edit = Edit(age.figure.end, age.end, right)
        yield flag(age, f"Write “{age.article.text[age.start : age.figure.end]}{right}”", edits=[edit])


def _right_tail(age: Age, unit: str, many: str, olds: str, hyphens: int) -> str:
    """What should follow the figure: "-year-old", "-year-olds", " years old"."""
    plain = f" {unit}{'' if age.value == 1 else 's'} old"
    if olds:
        return f"-{unit}-olds"
    before = age.before(2) if age.before() in _ADVERBS else age.before()
    after = age.after()
    modifies = after[:1].isalpha() and after not in _NO_NOUN
    if before in _BE or before.endswith(("'s", "'re")):
        predicate = not modifies or (before in _BE and bool(many and not hyphens))
    elif before in _DETERMINERS:
        predicate = bool(many) and not modifies and not hyphens
    elif before == "," and after == ",":
        predicate = True
    else:
        predicate = hyphens == 0 and (bool(many) or age.value == 1)
    if hyphens == 2 and not many:
        predicate = predicate and (before in _BE or before in _PRONOUNS) and not after[:1].isalpha()
    return plain if predicate else f"-{unit}-old"
