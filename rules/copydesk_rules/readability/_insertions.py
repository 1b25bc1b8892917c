"""What stands between a subject and its verb, told by commas: “Lee, who …, a former …, said”."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Span, compiled

if TYPE_CHECKING:
    from copydesk import Sentence

#: The most words that a subject may have before its first comma.
_SUBJECT = 8
_OPENS = (
    r"(?:who|whom|whose|which|that|where|a|an|the|one of|formerly|now|then|once|both|all|each|himself|herself|"
    r"itself|themselves|along with|together with|as well as|including|like|unlike|according to|under|after|before|"
    r"despite|because|when|while|with|if|although|though|in|at|on|by|for|from|\w+(?:ed|ing)|built|known|born|led|made|"
    r"held|set|run|seen|given|written|drawn|long)\b"
)
_VERB = (
    r"(?:(?:also|now|still|then|later|soon|once|never|always|already|again|twice|\w+ly) )*(?:is|are|was|were|has|have|"
    r"had|will|would|can|could|may|might|must|should|does|did|do|said|says|told|tells|went|goes|came|comes|made|makes|took|"
    r"takes|gave|gives|got|gets|won|wins|lost|loses|left|leaves|put|cut|set|hit|ran|runs|rose|rises|fell|falls|grew|"
    r"grows|began|begins|became|becomes|led|leads|held|holds|kept|keeps|met|meets|paid|pays|sold|sells|bought|buys|"
    r"sent|sends|spent|spends|spoke|speaks|stood|stands|thought|wrote|writes|shut|drew|draws|drove|drives|broke|breaks|"
    r"brought|brings|built|builds|chose|found|finds|fought|flew|knew|knows|saw|sees|shot|sat|sits|sank|swam|sang|threw|"
    r"wore|\w{2,}ed|\w{3,}(?:ts|ns|ls|ds|ks|ves|ges|ces|ses|shes|ches))\b"
)
#: Before the subject's first comma these show that it is none: the sentence has its verb, or opens with a phrase.
_NO_SUBJECT = (
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|said|says|told)\b|"
    r"^(?:in|on|at|after|before|when|while|if|as|because|although|though|since|until|unless|by|for|from|with|without|"
    r"under|over|during|despite|but|and|so|yet|however|meanwhile|still|instead|also|later|then|now|today|yesterday|"
    r"last|next|according|among|amid|through|to|of|against|between|around|about|like|unlike|once|first|second|finally|"
    r"\w+ly|\w+ing)\b"
)


class Insertions(NamedTuple):
    """What is inserted between a subject and its verb. spans: one an insertion, without the commas."""

    subject: Span
    spans: tuple[Span, ...]
    verb: int


def find_insertions(sentence: Sentence) -> Insertions | None:
    """The insertions of a sentence that begins with its subject; None when it has none, or they cannot be told."""
    article, start = sentence.article, sentence.start
    folded = article.folded
    commas = [match.start() for match in compiled(r",(?=[\s\u2060])").finditer(folded, start, sentence.end)]
    if len(commas) < 2 or article.count_words(start, commas[0]) > _SUBJECT:
        return None
    if compiled(_NO_SUBJECT).search(folded[start : commas[0]]):
        return None
    spans: list[Span] = []
    for before, after in pairwise(commas):
        begins = before + 2
        opens = compiled(_OPENS).match(folded, begins)
        if opens is not None:
            spans.append(Span(begins, after))
        elif spans and not compiled(_VERB).match(folded, begins):
            spans[-1] = Span(spans[-1].start, after)
        elif not compiled(r"\d{1,3}\Z").match(folded, begins, after):
            return None
        if spans and compiled(_VERB).match(folded, after + 2):
            return Insertions(Span(start, commas[0]), tuple(spans), after + 2)
    return None
