"""Vale's comments in a draft: `<!-- vale off -->`, `<!-- vale on -->`, `<!-- vale House.Terms = NO -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.model.article import Article

_COMMENT = r"(?:<!--|\{/\*|<!\[CDATA\[)?\s*vale (?:(off|on)|(\S+\.\S+)\s*=\s*(YES|NO))\s*(?:-->|\*/\})?"


class _Control(NamedTuple):
    at: int
    check: str
    is_off: bool


def is_off(article: Article, check: str, offset: int) -> bool:
    """Whether a comment before `offset` turns the rule off, or all of them, and none turns it on again."""
    controls = article.computed("vale controls", _controls)
    all_off = rule_off = False
    for control in controls:
        if control.at > offset:
            break
        if not control.check:
            all_off = control.is_off
        elif control.check == check:
            rule_off = control.is_off
    return all_off or rule_off


def _controls(article: Article) -> list[_Control]:
    found = []
    for comment in article.comments:
        said = compiled(_COMMENT).fullmatch(article.text[comment.start : comment.end].strip())
        if said:
            found.append(_Control(comment.end, said[2] or "", said[1] == "off" or said[3] == "NO"))
    return found
