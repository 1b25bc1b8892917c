"""Whether a draft and its source credit the same person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.language.quotes import Quote
    from copydesk.model.article import Located

#: How sure both texts' analyses must be.
_SURE = 0.6
#: From this likeness on, 0 to 100, two last names may be one.
_SPELLINGS = 70
_ACRONYM = 6
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: A name with one of these is an organisation's or a document's, whose spokesman may be named instead.
_BODIES = frozenset(
    "ministry department police council court university college school company inc corp association union committee "
    "office agency party board bank group institute foundation commission house senate congress government service "
    "hospital church city county state states team club times post news press report statement journal".split()
)


def differ(draft: Quote, source: Quote) -> tuple[Located, Located] | None:
    """The two speakers when they are surely two people, else None.

    Only a named speaker is held against a named one, by last name; where one's names are among the other's
    ("Nell" and "Nell Park") they are one.
    """
    ours, theirs = _named(draft), _named(source)
    if ours is None or theirs is None:
        return None
    names, others = _names(ours.text), _names(theirs.text)
    if _is_one(names, others) or _is_one(_names_of(draft, ours), _names_of(source, theirs)):
        return None
    if not _BODIES.isdisjoint((*names, *others)) or _is_acronym(ours.text) or _is_acronym(theirs.text):
        return None
    return None if _alike(names[-1], others[-1]) else (ours, theirs)


def _alike(name: str, other: str) -> bool:
    """Whether two last names may be one, spelled in two ways: Peña and Pena, Zelensky and Zelenskyy."""
    from rapidfuzz.fuzz import ratio

    return ratio(name, other) >= _SPELLINGS


def _is_acronym(text: str) -> bool:
    """Whether a speaker is letters such as FBI, which stand for a body."""
    return text.isupper() and len(text) <= _ACRONYM


def agree(draft: Quote, source: Quote) -> bool:
    """Whether both credit the same person by name."""
    ours, theirs = _named(draft), _named(source)
    if ours is None or theirs is None:
        return False
    return _is_one(_names(ours.text), _names(theirs.text)) or _is_one(_names_of(draft, ours), _names_of(source, theirs))


def _is_one(names: list[str], others: list[str]) -> bool:
    """Whether two names may be one person's; a speaker without a name may be anybody."""
    return not names or not others or names[-1] in others or others[-1] in names


def _names_of(quote: Quote, speaker: Located) -> list[str]:
    """The names of a speaker: those of the person, when the article has them in full elsewhere."""
    person = quote.person
    return _names(person.name if person else speaker.text)


def last_name(name: str) -> str:
    """The last name of "Mayor Tom Lee of Easton", lower case; "" when no word of it has a capital."""
    return next(reversed(_names(name)), "")


def _named(quote: Quote) -> Located | None:
    """The speaker, when it is a name and the analysis is sure of it."""
    sure = quote.confidence >= _SURE and quote.speaker_kind == "named"
    return quote.speaker if sure else None


def _names(text: str) -> list[str]:
    """The words of a name that begin with a capital, lower case, up to a comma: "Mayor Tom Lee of Easton" -> … lee."""
    names: list[str] = []
    for word in text.split():
        bare = word.strip(".,;:()[]“”\"'’‘").removesuffix("’s").removesuffix("'s")
        if bare.lower() in ("of", "from", "who", "at", "for"):
            break
        if bare[:1].isupper() and bare.lower().strip(".") not in _SUFFIXES:
            names += bare.lower().split("-")
        if word.endswith(",") and names:
            break
    return names
