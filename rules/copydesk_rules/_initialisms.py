"""Initialisms of an article, found once: FBI, F.B.I., CEOs, and those that brackets introduce."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk import PROSE, compiled
from copydesk_rules._facts import table

if TYPE_CHECKING:
    from copydesk import Article


class Initialism(NamedTuple):
    """Capitals that stand for words. letters: without periods.  suffix: "s", "’s" or "".

    shouted: among other words in capitals, so that it may be no initialism.
    """

    start: int
    end: int
    letters: str
    dotted: bool
    suffix: str
    shouted: bool


class Introduction(NamedTuple):
    """ "(NLRB)" after a name that it is short for; `start:end` with the brackets."""

    start: int
    end: int
    letters: str


def initialisms(article: Article) -> tuple[Initialism, ...]:
    """Those outside quotation marks in the story's own prose, in order."""
    return article.computed("initialisms", _find)


def _pattern() -> re.Pattern[str]:
    return compiled(
        r"[A-Z](?:[A-Z&]*[A-Z](?![A-Z&.]*\w\.\w)|(?:\.[A-Z])+(?:\.(?!\w)|(?![\w.])))(?P<suffix>s\b|[’']s\b)?(?![\w@/&])"
    )


def _find(article: Article) -> tuple[Initialism, ...]:
    prose = article.prose
    found = []
    for match in _pattern().finditer(prose):
        start, end = match.start(), match.start("suffix") if match["suffix"] else match.end()
        before = prose[start - 1 : start]
        if before.isalnum() or before in _JOINED:
            continue
        zone = article.zone_at(start)
        if zone is None or zone.kind not in PROSE or article.is_quoted(start, match.end()):
            continue
        dotted = prose[start + 1] == "."
        letters = prose[start:end].replace(".", "")
        shouted = not dotted and _is_shouted(prose, start, match.end(), zone.start, zone.end)
        found.append(Initialism(start, end, letters, dotted, match["suffix"] or "", shouted))
    return tuple(found)


#: Characters before capitals that make them part of a longer word, a tag or an address.
_JOINED = frozenset("_.@#$/&")


def _is_shouted(prose: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether the word right beside it is in capitals too: "STOP THE PRESS", not "the FBI, CIA and NSA"."""
    before = prose[max(first, start - 20) : start].rsplit(None, 1)[-1:] if prose[start - 1] == " " else []
    after = prose[end + 1 : min(last, end + 20)].split(None, 1)[:1] if prose[end : end + 1] == " " else []
    after = [word.rstrip(",.;:!?)") for word in after]
    return any(word.isalpha() and word.isupper() and len(word) > 1 for word in (*before, *after))


#: Small words that an initialism leaves out, or takes by their first letter.
_SMALL = frozenset("of and the for in on to at a an with de la du y & by from".split())


def introductions(article: Article) -> tuple[Introduction, ...]:
    """Short forms that stand in brackets after the name they are short for."""
    return article.computed("introductions", _find_introductions)


def _bracketed() -> re.Pattern[str]:
    return compiled(r"\([“\"]?(?:the )?(?P<letters>[A-Z][A-Za-z&.-]{0,8}[A-Z])s?[”\"]?\)")


def _find_introductions(article: Article) -> tuple[Introduction, ...]:
    prose = article.prose
    if "(" not in prose:
        return ()
    found = []
    for match in _bracketed().finditer(prose):
        zone = article.zone_at(match.start())
        letters = match["letters"].replace(".", "")
        if (
            prose[match.start() - 1] != " "
            or zone is None
            or zone.kind not in PROSE
            or article.is_quoted(*match.span())
        ):
            continue
        before = prose[max(zone.start, match.start() - 120) : match.start()]
        if _is_short_for(letters, before):
            found.append(Introduction(match.start(), match.end(), letters))
    return tuple(found)


def _is_short_for(letters: str, before: str) -> bool:
    """Whether the capitalised name that ends `before` has these initials, in order, from its first word on."""
    words = compiled(r"[\s/-]+").split(re.split(r"[.;:!?,“”\"()]\s", before)[-1].strip())
    name: list[str] = []
    for word in reversed(words):
        if not word or not (word[0].isupper() or word in _SMALL):
            break
        name.insert(0, word)
    initials = [c for c in letters if c.isupper()]
    if len(initials) < 2:
        return False
    for i, word in enumerate(name):
        if word[0] == initials[0] and len(name) - i >= 2 and _spells(name[i:], initials):
            return True
    return False


def _spells(name: list[str], initials: list[str]) -> bool:
    """Whether every capitalised word but one gives its initial, in order."""
    rest = list(initials)
    missed = 0
    for word in name:
        if rest and word[0].upper() == rest[0]:
            rest.pop(0)
        elif (rest and word[0].isupper() and rest[0] in word.upper()[1:]) or word[0].isupper():
            missed += 1
    return missed <= 1 and len(rest) <= (1 if len(initials) > 3 else 0)


def initials(article: Article) -> tuple[str, str]:
    """The first letter of every word of the article, in order: without its small words, and with them.

    Commas, hyphens and slashes count for nothing; other marks stand as they are.
    """
    return article.computed("initials", _initials)


def _initials(article: Article) -> tuple[str, str]:
    words = article.tokens.lower
    full = "".join([word[0] for word in words])
    plain = "".join([word[0] for word in words if word not in _SMALL])
    for mark in ",-/&":
        full, plain = full.replace(mark, ""), plain.replace(mark, "")
    return plain, full


@cache
def known() -> frozenset[str]:
    """Initialisms that nobody spells out (`data/initialisms.tsv`)."""
    return frozenset(row[0] for row in table("initialisms"))
