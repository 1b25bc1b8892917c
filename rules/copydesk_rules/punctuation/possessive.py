"""Possessives of words that end in s."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Bad, Good, compiled, flag, rule
from copydesk_rules._habit import in_copy

if TYPE_CHECKING:
    from copydesk import Article, Flags

#: Singular common nouns in -s, -ss and -us.
_SINGULARS = frozenset(
    "abscess abyss actress address albatross bass boss brass buttress bypass carcass chess class compass "
    "cross cutlass cypress distress dress duchess empress excess eyewitness fitness fortress glass goddess "
    "governess grass happiness harness headdress heiress hostess illness kiss landmass lass lioness loss mass mattress "
    "mess mistress moss mess overpass pass press princess process progress recess seamstress sickness stewardess "
    "stress success surplus toss trespass underpass waitress wilderness witness business countess baroness bus bonus "
    "cactus campus caucus census chorus circus citrus consensus exodus fetus focus fungus genius hiatus "
    "hippopotamus impetus locus lotus minibus mucus nucleus octopus omnibus platypus prospectus radius rhombus rumpus "
    "sinus status stimulus syllabus thesaurus trolleybus uterus versus virus walrus coronavirus atlas canvas gas "
    "lens iris trellis tennis metropolis pancreas alias bias christmas".split()
)
#: First names, family names and places in -s that a sentence can own things by.
_NAMES = frozenset(
    "Adams Agnes Congress Alexis Amos Andrews Arkansas Athens Barnes Bates Brooks Brussels Burns Carlos Charles Chris "
    "Collins Dallas Davis Dennis Dickens Dolores Douglas Edwards Ellis Evans Fields Flores Francis Frances Gibbs "
    "Giles Gladys Gonzales Haas Harris Hastings Hawkins Hayes Higgins Hobbs Hodges Holmes Hopkins Hughes Hicks "
    "Illinois Iris Jacobs James Jenkins Jennings Jess Joris Jones Kansas Keats Klaas Lewis Lois Louis Lucas Marcos "
    "Marcus Massachusetts Mathis Matthews Mathews Mills Miles Morales Morris Moss Myers Myles Nichols Nicholas "
    "Niklas Odysseus Owens Paris Parks Perkins Peters Phillips Phyllis Powers Rhodes Rivas Rios Robbins Roberts "
    "Rodgers Rogers Ross Rubens Russ Sachs Sanders Silas Simmons Simons Sims Stevens Texas Thomas Tobias Torres "
    "Travis Tunis Ulysses Vargas Venus Vilnius Walters Watkins Watts Weiss Welles Wells Wess Wilkins Willis "
    "Williams Woods Yeats Zeus".split()
)
#: Words after a contraction of "is" or "has", which no possessive has.
_CONTRACTED = frozenset(
    "a an the not been got gone here there going just also still now never always being back in on at out up off over "
    "done so too very no about all only already made taken come become said".split()
)


@rule(
    "punct-possessive-proper-s",
    severity="warning",
    fix="safe",
    summary="The possessive of a name in s has the house’s form",
    bad=[
        Bad("^Hayes’s^ boat sank.", fixed="Hayes’ boat sank."),
        Bad("Fans booed ^Kansas’s^ team.", fixed="Fans booed Kansas’ team."),
        Bad("She watched ^CBS's^ report.", fixed="She watched CBS' report."),
        Bad("^Hayes’^ boat sank.", fixed="Hayes’s boat sank.", options={"s": True}),
    ],
    good=[
        "Hayes’ boat sank.",
        "The Hayeses’ boat sank.",
        "Lee said James’s been rowing.",
        "The waitress’s boat sank.",
        "Boss’s orders sank the boat.",
        "“Hayes’s boat sank,” Lee said.",
        Good("Hayes’s boat sank.", options={"s": True}),
        Good("The Williamses’ boat sank, and the Red Sox’ bus.", options={"s": True}),
    ],
)
def proper_name_in_s(article: Article, *, s: bool = False) -> Flags:
    """AP adds an apostrophe alone to a singular name that ends in s: Dickens’ novels (AP Stylebook, "possessives").
    The Guardian, the BBC and The New York Times write Dickens’s (`s = true`); then only names that are known to be
    singular are flagged.
    """
    for one in _possessives(article):
        written = article.text[one.start : one.end]
        if s and not one.s and one.word in _NAMES and not _is_plural(article, one):
            yield flag(one, f"The house writes {written}s", replace=f"{written}s")
        elif not s and one.s and _is_name(article, one) and not _is_contraction(one):
            yield flag(one, f"The house writes {written[:-1]}", replace=written[:-1])


@rule(
    "punct-possessive-common-s",
    severity="warning",
    fix="safe",
    summary="A singular noun in s takes an apostrophe and an s",
    bad=[
        Bad("The ^waitress’^ boat sank.", fixed="The waitress’s boat sank."),
        Bad("The ^virus'^ spread slowed.", fixed="The virus's spread slowed."),
        Bad("A ^bus’^ brakes failed.", fixed="A bus’s brakes failed."),
    ],
    good=[
        "The waitress’s boat sank.",
        "The waitresses’ boat sank.",
        "For goodness’ sake, Lee said.",
        "She called it ‘a heavenly class’ and left.",
        "The menus’ prices rose.",
        "The boys’ boat sank.",
    ],
)
def common_noun_in_s(article: Article) -> Flags:
    """Since 2019 AP adds ’s to every singular common noun in s: the witness’s story (AP Stylebook, "possessives").
    "For goodness’ sake" and its like keep the apostrophe alone.
    """
    for one in _possessives(article):
        if one.s or one.next == "sake":
            continue
        if one.word in _SINGULARS or (one.word.islower() and one.word.endswith("ss")):
            right = f"{article.text[one.start : one.end]}s"
            yield flag(one, f"A singular noun takes ’s: {right}", replace=right)


class Possessive(NamedTuple):
    """A word in s with an apostrophe: James’, James’s. s: it has one more.  next: the word that follows, "" none."""

    start: int
    end: int
    word: str
    s: bool
    next: str


def _possessives(article: Article) -> tuple[Possessive, ...]:
    """Those outside quotation marks, found once for both rules."""
    return article.computed("possessives in s", _find)


def _find(article: Article) -> tuple[Possessive, ...]:
    folded = article.folded
    if "s's" not in folded and "s' " not in folded:
        return ()
    found = []
    for match in in_copy(article, compiled(r"[sS][’'](?:(?P<s>s)(?!\w)|(?= ))(?: (?P<next>[\w’']+))?")):
        start = match.start()
        while start and (match.string[start - 1].isalnum() or match.string[start - 1] in ".-"):
            start -= 1
        word = match.string[start : match.start() + 1]
        if word[0].isalpha() and match.string[start - 1 : start] not in ("’", "'"):
            end = match.start() + (3 if match["s"] else 2)
            found.append(Possessive(start, end, word, bool(match["s"]), match["next"] or ""))
    return tuple(found)


def _is_contraction(one: Possessive) -> bool:
    """Whether ’s is short for "is" or "has": "James’s been rowing"."""
    is_noun = one.next in ("building", "wedding", "ruling", "hearing")
    return one.next in _CONTRACTED or (one.next.endswith("ing") and not is_noun)


def _is_plural(article: Article, one: Possessive) -> bool:
    """Whether "the" stands before a name, as it does before a family's or a team's."""
    return article.folded[max(one.start - 4, 0) : one.start] == "the "


def _is_name(article: Article, one: Possessive) -> bool:
    """Whether the word is a singular name: with a capital that the sentence's beginning does not explain."""
    word = one.word
    if not word[0].isupper() or word.lower() in _SINGULARS or (word[-1] == "S" and not word.isupper()):
        return False
    sentence = article.sentence_at(one.start)
    opens = sentence is not None and one.start - sentence.start < 2
    return not opens or not word.endswith("ss") or word in _NAMES
