"""Who is named where, for rules that ask whom a pronoun means or whether a name is a person's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk import compiled

if TYPE_CHECKING:
    from copydesk import Article, Person

#: Surnames so common that one of them alone, in a brief that names nobody in full, is a person.
_COMMON = (
    "Adams Ali Allen Anderson Bailey Baker Bennett Brandt Brooks Burke Campbell Carter Chen Clark Cohen Cole "
    "Collins Cooper Cruz Davis Diaz Doe Dunn Edwards Evans Fisher Flores Foster Garcia Gomez Gonzalez Gray Griffin "
    "Gupta Haley Hall Hansen Harris Hernandez Hoffman Howard Hughes Ivanov Jackson Jenkins Johnson Jones Katz "
    "Keller Kelly Khan Kim Klein Kowalski Larsen Lee Levy Lewis Lopez Martin Martinez Meyer Miller Mitchell Moore "
    "Morales Morgan Morris Moss Muller Murphy Myers Nelson Nguyen Novak Olsen Ortega Ortiz Park Parker Patel Perez "
    "Peterson Petrov Phillips Powell Price Ramirez Ramos Reyes Richardson Rivera Roberts Robinson Rodriguez Roe "
    "Rogers Ross Rossi Ruiz Russell Sanchez Sanders Santos Schmidt Schultz Scott Shah Silva Simmons Singh Smith "
    "Stewart Sullivan Tanaka Taylor Thomas Thompson Torres Turner Vargas Vega Wagner Walker Watson Webb Weber Weiss "
    "Williams Wilson Wong Wright Yang Zhang"
)
_MEN = (
    "aaron adam alan albert alexander alfred andrew anthony arthur barry ben barack benjamin bernard bernie bill "
    "billy bob bobby boris brad bradley brandon brian bruce bryan carl carlos charles charlie chris christopher chuck "
    "craig dan daniel dave david dennis derek diego dmitry don donald doug douglas duncan ed eddie edward emmanuel "
    "eric erik ernest ethan eugene evan francisco frank fred gary gavin george gerald glenn gordon graham greg "
    "gregory harold harry henry howard hugh ian igor ivan jack jacob jaime james jamie jason jeff jeffrey jeremy "
    "jerry jim jimmy joe joel john johnny jon jonathan jorge jose joseph josh joshua juan justin karl keith ken "
    "kenneth kevin kyle larry lawrence leonard liam louis lucas luis luke malcolm marcus mario mark martin matt "
    "matthew mel michael miguel mike mitch mohammed muhammad nathan neil nicholas nick noah norman oliver omar oscar "
    "owen pablo patrick paul pedro pete peter phil philip phillip rafael ralph ray raymond ricardo richard rick rob "
    "robert roberto roger ron ronald roy russell ryan sam samuel scott sean sergei seth simon stanley stephen steve "
    "steven stuart ted terry theodore thomas tim timothy todd tom tommy tony travis trevor tyler victor vincent "
    "vladimir volodymyr walter warren wayne will william zachary"
)
_WOMEN = (
    "abigail alexandra alice alison allison amanda amber amy ana andrea angela anita ann anna anne annie ashley "
    "barbara beth betty beverly bonnie brenda bridget brittany carla carmen carol caroline carolyn catherine "
    "charlotte cheryl christina christine cindy claire claudia colleen connie crystal cynthia dana danielle dawn "
    "debbie deborah debra denise diana diane donna dorothy eileen elaine eleanor elena elizabeth ella ellen emily "
    "emma erica erin esther eva evelyn fatima fiona frances gail gina gloria grace hannah heather heidi helen hillary "
    "holly irene isabel jackie jacqueline jane janet janice jean jennifer jenny jessica jill joan joanna joanne "
    "josephine joyce judith judy julia julie karen kate katherine kathleen kathryn kathy katie kayla kelly kerry kim "
    "kimberly kristen kristin laura lauren leah leslie linda lisa liz lori louise lucia lucy lydia lynn madeline "
    "margaret maria marie marilyn martha mary maureen megan melanie melissa michelle molly monica nancy naomi natalie "
    "nell nicole nina nora olga olivia pamela patricia patty paula peggy penny rachel rebecca renee rita roberta "
    "robin rosa rose ruth sally samantha sandra sara sarah sharon sheila shirley sofia sonia sophia sophie stephanie "
    "sue susan suzanne sylvia tamara tammy tara teresa theresa tiffany tina valerie vanessa veronica vicki victoria "
    "virginia vivian wendy yolanda yvonne"
)


def names_in(article: Article, start: int, end: int) -> dict[str, str]:
    """The people named in a stretch outside quotations, by surname: "man", "woman", or "" where nothing tells."""
    found: dict[str, str] = {}
    for person in article.people_in(start, end):
        if not article.is_quoted(person.start, person.end) and not _belongs(article, person.end):
            found[person.identity.surname or person.identity.name] = _sex(article, person)
    for match in compiled(r"(?<![\w’'-])[A-Z][a-z]+(?![\w-])").finditer(article.prose, start, end):
        name = match.group()
        if name in surnames() and name not in found and not article.is_quoted(*match.span()):
            found[name] = ""
    return found


def _belongs(article: Article, end: int) -> bool:
    """Whether a name that ends here only says whose something is: Park’s oar, the Park campaign."""
    owned = (
        r"['’]s?\b| (?:administration|aides?|allies|ally|camp|campaign|family|foundation|supporters?|team|voters?)\b"
    )
    return compiled(owned).match(article.prose, end) is not None


@cache
def surnames() -> frozenset[str]:
    """Surnames that are taken for a person's even alone."""
    return frozenset(_COMMON.split())


def _sex(article: Article, person: Person) -> str:
    """ "man" or "woman" by the courtesy title or the given name, else ""."""
    courtesy = article.prose[max(person.start - 5, 0) : person.start].split()[-1:]
    if courtesy in (["Mr."], ["Mrs."], ["Ms."]):
        return "man" if courtesy == ["Mr."] else "woman"
    given = person.identity.given.partition(" ")[0].lower()
    return "man" if given in _men() else "woman" if given in _women() else ""


@cache
def _men() -> frozenset[str]:
    return frozenset(_MEN.split())


@cache
def _women() -> frozenset[str]:
    return frozenset(_WOMEN.split())
