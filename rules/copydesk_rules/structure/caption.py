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
#: Words in -ing that are things, not what somebody does.
_THINGS = (
    "evening|morning|meeting|building|hearing|opening|closing|training|wedding|parking|crossing|landing|painting|drawing|"
    "filing|ruling|reading|funding|housing|shooting|fishing|gathering|briefing|ceiling|clearing|shopping|swimming|boxing|"
    "skating|spring|string|king|ring|wing|thing|during|including|according|following"
)
_SIDE = "left|right|center|centre|top|bottom|second from left|second from right"
#: Somebody, and what that somebody does, as no sentence tells it: “Adler waving”.
_IDLE = (
    rf"(?:(?:The |A |An )?[a-z]+|(?:[A-Z][a-z]+ )?[a-z]+s|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,4}})(?:, (?:{_SIDE}),)? "
    rf"(?P<verb>(?!(?:{_THINGS})\b)[a-z]{{3,}}ing)\b(?! (?:is|are|was|were)\b)(?!,)"
)
_FINITE = r"\b(?:is|are|was|were|has|have|had|will|can|does|do|did)\b|\b[a-z]+(?:[^s]s|ed)\b(?= )"
_FEWEST = 5


@rule(
    "structure-caption",
    severity="warning",
    summary="A caption that is no sentence",
    bad=[
        Bad("June Adler ^waving^ from the ferry Monday.", zone="caption"),
        Bad("The captain, left, ^pulling^ the new belt, Nov. 3, 2025.", zone="caption"),
        Bad("June Adler ^speaking^", zone="caption"),
        Bad("Divers ^looking^ for the belt in Midtown, Nov. 3, 2025.", zone="caption"),
        Bad("June Adler waves from the ferry on Mond^ay^", zone="caption"),
        Bad("^June Adler waves from the ferry.^", zone="caption", options={"dated": True}),
    ],
    good=[
        Good("June Adler waves from the ferry Monday.", zone="caption"),
        Good("June Adler, waving from the ferry, thanks its riders, Nov. 3, 2025.", zone="caption"),
        Good("Photo by Tom Lee", zone="caption"),
        Good("June Adler", zone="caption"),
        Good("Evening on the river.", zone="caption"),
        Good("The board meeting in Midtown on Monday.", zone="caption"),
        Good("Swimming is allowed on Mondays in Midtown.", zone="caption"),
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
        if compiled(_CREDIT).search(said):
            continue
        idle = compiled(_IDLE).match(said)
        sentence = article.count_words(zone.start, zone.end) >= _FEWEST
        if idle and not compiled(_FINITE).search(said[idle.end("verb") :].split(".")[0]):
            yield flag(Span(at + idle.start("verb"), at + idle.end("verb")), "Say it in the present tense")
        elif sentence and said[-1].isalpha() and said[0].isupper() and compiled(_PRESENT).search(said):
            end = at + len(said)
            yield flag(Span(end - 2, end), "End a caption with a period")
        elif sentence and dated and not compiled(_DAY).search(said):
            yield flag(Span(at, at + len(said)), "Say when the picture was taken")


#: A verb, it seems, so that the caption is a sentence.
_PRESENT = r"\b(?:[a-z]+s|is|are|has|have)\b"
