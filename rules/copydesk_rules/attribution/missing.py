"""A quotation that nobody says."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk import Bad, Good, compiled, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, Quote, Zone

_STORY = frozenset({"lead", "body"})
_DASHES = ("—", "–", "―", "-", "~")
#: How the next paragraph names the speaker.
_NAMING = ("That was how ", "That is how ", "That’s how ", "That's how ", "So said ", "So wrote ")
#: Words of a sentence that promise what somebody said.
_ANNOUNCING = (
    "following statement",
    "this statement",
    "the following",
    "spoke with",
    "spoke to",
    "speaking with",
    "talked to",
    "talk to",
    "talked with",
    "sat down with",
    "met with",
    "meet with",
    "responded",
    "agreed.",
    "issued a statement",
)
#: Words that do so where nobody said anything yet.
_OCCASIONS = ("answer", "explained", "clarified", "to an interview", "get an interview", "the author", "the article")
#: How somebody feels who speaks next: Ruiz was furious.
_MOODS = frozenset(
    "adamant angry blunt defiant delighted disappointed elated emphatic enraged frustrated furious grateful heartened "
    "hopeful incredulous optimistic outraged pleased proud relieved resigned sarcastic skeptical stunned surprised "
    "thrilled unapologetic undeterred unfazed unimpressed unmoved upset worried".split()
)
_BEING = frozenset("is was are were felt feels seemed sounded remains remained".split())
#: A name for what was quoted, in the paragraph that explains it.
_EXPLAINING = ("adage", "proverb", "maxim", "slogan", "motto", "old saying", "this charge", "this claim", "those words")
#: An attribution that stands inside the marks, since the copy lacks the marks around it.
_SWALLOWED = r",\s(?:(?:said|says)\s[A-Z]|(?:[A-Z][\w.’'-]+\s){1,4}(?:said|says)[.,])"
#: How many words a sentence about somebody's mood has at most.
_SHORT = 20
#: A zone of more characters than this is no paragraph.
_LONGEST = 10_000
#: More quotations than this are not looked through for one that is pulled out.
_MANY = 500
_PRONOUNS = frozenset("he she his her him".split())
_BLANK = " \t\r\n\u00a0\u2060"


@rule(
    "attribution-missing",
    severity="warning",
    summary="Nobody is credited with this quotation",
    fix="none",
    bad=[
        "The ferry sank at its pier.\n\n^“Nobody told us that the hull had rusted through.”^\n\nDivers go down Friday.",
        "The hearing drew bakers and beekeepers. ^“Our ovens have been cold since the first of May.”^ It ends at noon.",
        Bad("The pier is gone.\n\n^“The tide took it.”^\n\nThe pier reopens in May.", options={"min_words": 4}),
    ],
    good=[
        "“Nobody told us that the hull had rusted through,” Ruiz said.",
        "Ruiz was furious.\n\n“Nobody told us that the hull had rusted through,” she said. “We sail in it daily.”",
        "Lee put it in a letter to the harbor board:\n\n“Nobody told us that the hull had rusted through.”",
        "“The hull had rusted through for years.\n\n“Nobody told us that it had,” Ruiz said.",
        "“The hull had rusted through for all to see.” — Ana Ruiz\n\n“We should have looked years ago.” — Tom Lee",
        "“The hull had rusted through for all to see.”\n\nThat was how Ana Ruiz, a diver, put it.",
        "RUIZ: “The hull had rusted through for all to see.”\n\nLEE: “Then why did nobody call us?”",
        "Her novel “The Long Winter of the Ferry Captain” won.",
        "A sign at the pier reads “Keep off the hull until further notice.”",
        "“What the tide takes, it keeps forever.”\n\nThat adage hangs in every kitchen at the harbor.",
        "“The hull had rusted through for years, said Ruiz. We should have looked.”\n\nDivers go down Friday.",
        "Ruiz, a diver at the pier, was furious.\n\n“Nobody told us that the hull had rusted through.”",
        "“The hull was gone,” sayd Ruiz. “Nobody told us that it had rusted through.”",
        Good("“The tide took it.”\n\nThe pier reopens in May."),
    ],
)
def quotation_has_speaker(article: Article, *, min_words: int = 5) -> Flags:
    """A whole sentence in quotation marks needs somebody who says it, in its paragraph or right beside it.

    What counts as a speaker: a tag before or behind, a name and a colon, a dash and a name, a paragraph before that
    quotes, promises speech or ends in a colon, a sentence after that names the speaker. Pieces inside a sentence are
    left alone. Option `min_words`: shorter quotations pass. Source: the AP Stylebook (attribution).
    """
    after = {zone.start: following for zone, following in pairwise(article.zones)}
    before = {following.start: zone for zone, following in pairwise(article.zones)}
    quoting = {quote.zone.start for quote in article.quotes}
    previous: Quote | None = None
    for quote in article.quotes:
        earlier, previous = previous, quote
        if (
            quote.zone.end - quote.zone.start > _LONGEST
            or quote.zone.kind not in _STORY
            or not quote.closed
            or quote.orphan
            or quote.level
        ):
            continue
        if article.count_words(quote.inner_start, quote.inner_end) < min_words or not _stands_alone(quote):
            continue
        if _follows_words(quote, earlier):
            continue
        if not _is_credited(quote, before.get(quote.zone.start), after.get(quote.zone.start), quoting):
            yield flag(quote, "Who says this? Name the speaker")


def _stands_alone(quote: Quote) -> bool:
    """Whether the quotation is a sentence by itself that ends inside its marks, or whose tag is cut off."""
    sentences = quote.article.sentences_in(quote.start, quote.end)
    begins = bool(sentences) and sentences[0].start == quote.start
    ends = quote.inner.rstrip(_BLANK + "’'\"”")[-1:]
    if ends == "," and not quote.article.prose[quote.end : quote.zone.end].strip(_BLANK):
        return begins
    return begins and sentences[-1].end == quote.end and ends in (".", "!", "?", "…")


def _is_credited(quote: Quote, before: Zone | None, after: Zone | None, quoting: set[int]) -> bool:
    """Whether the copy says who speaks; `quoting`: the zones that have quotations."""
    if quote.speaker is not None and quote.how != "floating":
        return True
    if quote.continues or quote.continued or not quote.whole:
        return True
    if _words(after).startswith((*_DASHES, *_NAMING)) or _announces(before) or _is_pulled(quote):
        return True
    if _is_explained(after) or _is_linked(quote) or compiled(_SWALLOWED).search(quote.inner):
        return True
    if before is not None and before.start in quoting:
        return True
    around = _around(quote)
    if not around or "\ufffc" in around:
        return bool(around)
    if quote.speaker is not None or quote.zone.prose[quote.end - quote.zone.start :].lstrip(_BLANK).startswith(_NAMING):
        return True
    return not _PRONOUNS.isdisjoint(around.lower().split()) or any(
        not person.quoted for person in quote.article.people if quote.zone.start <= person.start < quote.zone.end
    )


def _announces(before: Zone | None) -> bool:
    """Whether the paragraph before promises speech: it ends in a colon, asks, or tells of a statement or a talk."""
    if before is None:
        return False
    text = _words(before)
    if text.endswith((":", ",", ";", "?", "—")):
        return True
    sentences = before.sentences
    last = sentences[-1].prose.lower() if sentences else ""
    if any(word in last for word in _ANNOUNCING) or "the following statement" in text.lower():
        return True
    felt = {word.strip(".,") for word in last.split()}
    if not _MOODS.isdisjoint(felt) and not _BEING.isdisjoint(felt) and len(felt) < _SHORT:
        return True
    return " said" not in last and " told" not in last and any(word in last for word in _OCCASIONS)


def _is_pulled(quote: Quote) -> bool:
    """Whether it is pulled out of the story: it stands above the dateline, or its words stand in the copy again."""
    datelines = quote.article.datelines
    if datelines and quote.start < datelines[0].start:
        return True
    if len(quote.article.quotes) > _MANY:
        return False
    words = quote.inner.strip(_BLANK + ".,’'\"”")
    return any(other is not quote and other.speaker and words in other.inner for other in quote.article.quotes)


def _is_explained(after: Zone | None) -> bool:
    """Whether the paragraph after calls it an adage, a slogan, a charge."""
    beginning = _words(after)[:120].lower()
    return any(word in beginning for word in _EXPLAINING)


def _is_linked(quote: Quote) -> bool:
    """Whether it is the text of a link, which leads to its source."""
    source = quote.article.text
    return source[quote.end : quote.zone.end].lstrip("*_").startswith("](")


def _around(quote: Quote) -> str:
    """What else stands in its paragraph; nothing when it has lines of its own."""
    zone = quote.zone
    prose = quote.article.prose
    before, after = prose[zone.start : quote.start].rstrip(" "), prose[quote.end : zone.end].lstrip(" ")
    if before[-1:] in ("", "\n") and after[:1] in ("", "\n"):
        return ""
    return (before + after).strip(_BLANK)


def _follows_words(quote: Quote, earlier: Quote | None) -> bool:
    """Whether the quotation before it stands in its paragraph, and the reporter's words between the two."""
    if earlier is None or earlier.start < quote.zone.start:
        return False
    return any(map(str.isalpha, quote.article.prose[earlier.end : quote.start]))


def _words(zone: Zone | None) -> str:
    return zone.prose.strip(_BLANK) if zone is not None else ""
