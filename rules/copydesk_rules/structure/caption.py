"""Captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, Span, compiled, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags

_DAY = (
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:19|20)\d\d\b|"
    r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? \d"
)
_CREDIT = (
    r"(?i)^\W*(?:photos?|images?|graphic|illustration|courtesy|credit|file photo|screenshot|video)\b[^.]*$|\bvia\b|/"
)


@rule(
    "structure-caption",
    severity="warning",
    summary="A caption that is no sentence",
    bad=[
        Bad("June Adler ^waving^ from the ferry Monday.", zone="caption"),
        Bad("The captain, left, ^pulling^ the new belt, Nov. 3, 2025.", zone="caption"),
        Bad("June Adler waves from the ferry on Mond^ay^", zone="caption"),
        Bad("^June Adler waves from the ferry.^", zone="caption", options={"dated": True}),
    ],
    good=[
        Good("June Adler waves from the ferry Monday.", zone="caption"),
        Good("June Adler, waving from the ferry, thanks its riders, Nov. 3, 2025.", zone="caption"),
        Good("Photo by Tom Lee", zone="caption"),
        Good("June Adler", zone="caption"),
        Good("Evening on the river.", zone="caption"),
    ],
)
def caption_is_a_sentence(article: Article, *, dated: bool = False) -> Flags:
    """A caption's first sentence tells in the present tense what the picture shows (“Adler waves”, not “Adler waving”)
    and ends in a period. `dated` asks for the day or the year too, as AP does of news photos.

    A name alone and a credit line are let be.
    """
    for zone in article.zones_of(Kind.CAPTION):
        said = zone.prose.strip("\u2060 \n*_")
        at = zone.start + zone.prose.find(said)
        if compiled(_CREDIT).search(said) or article.count_words(zone.start, zone.end) < 5:
            continue
        idle = compiled(
            r"(?:The |A |An )?(?:[A-Z][\w.’'-]+|[a-z]+)(?: [A-Z][\w.’'-]+){0,3}(?:, (?:left|right|center|top|"
            r"bottom),)? "
            r"(?P<verb>(?!Evening|Morning)[a-z]{3,}ing) (?!(?:is|are|was|were)\b)[^,]{3,}"
        ).match(said)
        finite = r"\b(?:is|are|was|were|has|have|had|will|can|does|do|did)\b|\b[a-z]+(?:[^s]s|ed)\b(?= )"
        if idle and not compiled(finite).search(said[idle.end("verb") :].split(".")[0]):
            yield flag(Span(at + idle.start("verb"), at + idle.end("verb")), "Present tense in a caption")
        elif said[-1].isalpha() and said[:1].isupper() and compiled(r"\b(?:[a-z]+s|is|are|has|have)\b").search(said):
            end = at + len(said)
            yield flag(Span(end - 2, end), "End a caption with a period")
        elif dated and not compiled(_DAY).search(said):
            yield flag(Span(at, at + len(said)), "Say when the picture was taken")
