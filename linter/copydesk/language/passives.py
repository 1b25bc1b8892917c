"""Passive verbs: a form of “be” and a past participle, with adverbs between.

Found by form alone. Participles that have become adjectives (was tired, is located, was born) are let be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.article import Located
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.model.article import Article

_BE = r" (?:is|are|was|were|be|been|being|am)"
_BETWEEN = (
    r"(?: (?:\w{2,}ly|not|never|also|been|being|still|now|later|soon|once|again|already|then|only|just|often|first|all|"
    r"both|since))"
)
_IRREGULAR = (
    "beaten|begun|bitten|blown|borne|bought|bound|broken|brought|built|burnt|cast|caught|chosen|cut|dealt|drawn|driven|"
    "dug|eaten|fed|felt|fought|found|forbidden|forgiven|forgotten|frozen|given|grown|heard|held|hidden|hit|hung|hurt|"
    "kept|known|laid|led|left|lent|lit|lost|made|meant|met|mistaken|paid|proven|put|quoted|read|ridden|risen|run|said|"
    "seen|sent|set|sewn|shaken|shot|shown|shut|slain|sold|sought|spent|spoken|split|spread|stolen|stricken|struck|"
    "stuck|sung|sunk|sworn|swept|taken|taught|thought|thrown|told|torn|undone|upheld|withdrawn|withheld|woken|won|worn|"
    "woven|written"
)
_PASSIVE = (
    rf"{_BE}{_BETWEEN}{{0,2}} (?P<participle>(?:over|under|re|mis|un)?(?:\w{{2,}}ed|{_IRREGULAR}))\b(?P<by> by\b)?"
)
#: After “by”, what is no doer: a measure, a vote, a means, a day.
_NO_AGENT = (
    r" (?:(?:an?|the|over|under|about|almost|nearly|some|up to|at least|as much as|(?:more|less) than) ){0,2}(?:"
    r"(?:[$£€]|(?:\d[\d.,]*|\w+)(?: (?:million|billion))? ?(?:%|percent|per cent|percentage|points?|cents?|dollars?|"
    r"euros?|pounds?|degrees?|inches|feet|votes?)\b)|"
    r"(?:\w+ ){0,2}(?:votes?|margins?|consent|acclamation|ballot|accident|mistake|default|design|chance)\b|"
    r"(?:hand|mail|e-?mail|phone|telephone|law|half|then|now|noon|midnight|tonight|tomorrow|dawn|dusk|next|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d)\b)"
)
#: What is done, not who does it: made by placing rye in an oven.
_DOING = r" (?:\w+ly )?(?!something|nothing|anything|everything)[a-z]{3,}ing\b"
#: Participles that say what somebody or something is like, and -ed words that are none.
_ADJECTIVES = frozenset(
    "accustomed advanced aged alleged allowed amazed amused ashamed based blessed bored born borne bound certified "
    "comforted committed complicated concerned confused convinced crowded dated dedicated delighted depressed "
    "designed detailed determined devoted disabled disappointed divided divorced done dressed educated embarrassed "
    "engaged enthused entitled equipped estimated excited exhausted expected experienced filled finished focused "
    "frightened frustrated gone grounded headed honored hundred indebted inclined indeed infrared informed inspired "
    "intended interested involved isolated known left limited located lost married mistaken motivated naked need "
    "needed opposed overwhelmed packed pleased poised prepared privileged qualified rated red related relaxed "
    "relieved reserved retired rooted sacred satisfied scared scheduled set shocked situated skilled sophisticated "
    "speed staffed stressed stuck supposed surprised talented terrified thrilled tired troubled unchanged underrated "
    "united unlimited unmatched unprecedented used used-to vested wanted wicked worried worn bed fed embed shed sled "
    "bleed breed deed feed greed seed steed weed exceed proceed succeed agreed".split()
)


class Passive(Located):
    """One passive verb, from its form of “be” on; with its “by” when the agent follows."""

    __slots__ = ("has_agent", "participle")

    def __init__(self, article: Article, start: int, end: int, participle: str, has_agent: bool) -> None:
        super().__init__(article, start, end)
        self.participle = participle
        self.has_agent = has_agent


def find_passives(article: Article) -> tuple[Passive, ...]:
    """The passive verbs of all the prose, in order."""
    return tuple(_find(article))


def _find(article: Article) -> Iterator[Passive]:
    for match in compiled(_PASSIVE).finditer(article.folded):
        participle, by = match["participle"], match["by"] is not None
        if participle in _ADJECTIVES and not (by and participle not in ("used", "hundred")):
            continue
        has_agent = by and _is_agent(article, match.end())
        yield Passive(
            article, match.start() + 1, match.end() if has_agent else match.end("participle"), participle, has_agent
        )


def _is_agent(article: Article, by: int) -> bool:
    """Whether what follows “by”, which ends at `by`, does what is done."""
    if compiled(_NO_AGENT).match(article.folded, by):
        return False
    return compiled(_DOING).match(article.prose, by) is None
