"""Hyphens between words: none after an adverb in -ly, one in a compound before its noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Span, compiled, flag, rule
from copydesk_rules._habit import words_in_use

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match

#: Words in -ly that are no adverbs, or are adjectives and nouns as well.
_NO_ADVERBS = frozenset(
    "ally anomaly apply assembly barfly beastly belly biannually bimonthly biweekly bodily brotherly bubbly bully "
    "burly butterfly chilly comely comply costly courtly cowardly cuddly curly daily dally daughterly deadly "
    "deathly dolly doily dragonfly early earthly elderly family fatherly fly folly fortnightly friendly frilly "
    "gadfly gangly ghastly ghostly giggly gnarly godly goodly googly gravelly grisly gully heavenly hilly holly "
    "holy homely homily hourly imply italy jelly jolly july kindly leisurely lily likely lively lonely lovely lowly "
    "manly masterly matronly measly melancholy miserly monopoly monthly motherly multiply neighborly neighbourly "
    "nightly oily only orderly oligopoly otherworldly panoply pearly ply poly portly potbelly princely priestly "
    "quarterly queenly rally rely reply resupply saintly scaly scholarly semiweekly shapely shelly sickly silly "
    "sisterly sly smelly spindly sprightly squiggly stately steely sully supply surly tally timely treacly triply "
    "ugly underbelly unfriendly ungodly unholy unlikely unruly unseemly weekly wily wobbly womanly woolly wooly "
    "worldly wrinkly yearly".split()
)


@rule(
    "punct-ly-hyphen",
    severity="warning",
    fix="safe",
    summary="No hyphen after an adverb in -ly",
    pattern=r"(?<![\w’'-])(?P<adverb>[A-Za-z][a-z]{2,}ly)-(?P<word>[a-z]{3,})(?![\w-])",
    hints=("ly-",),
    bad=[
        Bad("A ^freshly-painted^ boat sank.", fixed="A freshly painted boat sank."),
        Bad("^Badly-built^ boats sank.", fixed="Badly built boats sank."),
        Bad("The ^recently-retired^ baker rows.", fixed="The recently retired baker rows."),
    ],
    good=[
        "A freshly painted boat sank.",
        "The family-run bakery shut.",
        "An early-season storm sank it.",
        "The Kelly-owned boat sank.",
        "A friendly-looking dog rowed.",
        "Italy-based bakers met.",
        "The only-ever winner rowed.",
    ],
)  # fmt: skip
def no_hyphen_after_ly(match: Match) -> Flags:
    """An adverb in -ly cannot belong to anything but the word that follows, so that no hyphen need say so (AP
    Stylebook, "hyphen"). Nouns and adjectives in -ly (family-run, only-child) take one.
    """
    adverb = match.group("adverb")
    if adverb.lower() in _NO_ADVERBS or match.group("word") in ("and", "like"):
        return
    sentence = match.article.sentence_at(match.start)
    if adverb[0].isupper() and (sentence is None or match.start - sentence.start > 1):
        return
    yield flag(match, "No hyphen after an adverb in -ly", replace=f"{adverb} {match.group('word')}")


#: Compounds that take a hyphen before a noun and are open after it, by their last word.
_COMPOUNDS = {
    "time": "full part real all", "term": "long short medium near", "profile": "high low", "quality": "high low top",
    "income": "low middle high", "speed": "high", "tech": "high low", "risk": "high low", "level": "high low top entry",
    "end": "high low", "cost": "low high", "scale": "large small full", "range": "long short medium",
    "distance": "long short", "standing": "long", "running": "long", "lived": "short long", "lasting": "long",
    "life": "real", "minute": "last", "class": "world first", "known": "well little", "established": "well",
    "respected": "well", "funded": "well taxpayer", "selling": "best", "winning": "award prize",
    "breaking": "record", "setting": "record", "reaching": "far", "hitting": "hard", "growing": "fast",
    "moving": "fast slow", "family": "single", "collar": "blue white", "run": "state government", "made": "man",
    "ended": "open", "ranging": "wide", "edge": "cutting", "saving": "life", "threatening": "life",
    "consuming": "time", "wing": "right left", "art": "state-of-the", "date": "up-to", "day": "day-to",
    "door": "door-to", "face": "face-to", "clock": "around-the", "scenes": "behind-the", "pocket": "out-of",
}  # fmt: skip
#: Words that cannot be the noun, nor an adjective before it.
_NO_NOUNS = frozenset(
    "a an the and or nor but so yet of in on at by for from to with as than that this these those which who whom whose "
    "when where while if because since until unless after before during about into over under through without within "
    "is are was were be been being am has have had having do does did will would can could may might must should shall "
    "not no it its he she they we you i his her their our your my them him us me there here then now again also too "
    "only just even still already soon later earlier ago once twice yes anyway instead however although though despite "
    "amid against among between across around near off out up down per via each every both either neither some any all "
    "such more most less least much many few several other another one two three four five six seven eight nine ten "
    "very really quite rather said says say going go goes went get gets got make makes made take takes took works "
    "worked working starting beginning last next".split()
)
#: Words after which a noun with its modifiers stands.
_BEFORE = frozenset(
    "a an the his her its their our my your this that these those every any some no another each one two three four "
    "five six new old first second many few several of for with as more most".split()
)


@rule(
    "punct-compound-modifier",
    severity="suggestion",
    certainty="medium",
    fix="safe",
    summary="A compound before its noun takes a hyphen",
    bad=[
        Bad("Park wants a ^part time^ job.", fixed="Park wants a part-time job."),
        Bad("The ^short term^ fix failed.", fixed="The short-term fix failed."),
        Bad("It was a ^last minute^ change.", fixed="It was a last-minute change."),
        Bad("Easton built a ^state of the art^ mill.", fixed="Easton built a state-of-the-art mill."),
    ],
    good=[
        "Park works part time.",
        "Park works part time as a baker.",
        "In the short term the fix failed.",
        "Park wants a part-time job.",
        "The high school student sold real estate.",
        "Park is well known in Easton.",
        "Rents will fall over the long term, Lee said.",
    ],
)
def compound_before_noun(article: Article) -> Flags:
    """A full-time job is held full time: words that modify a noun together are joined before it (AP Stylebook,
    "hyphen"). Only compounds that are known to need it are read, after a determiner and before a noun; high school,
    real estate and others that nobody misreads stay open.
    """
    folded = article.folded
    for compound in _possible(article):
        at = folded.find(f" {compound} ")
        while at >= 0:
            words = Span(at + 1, at + 1 + len(compound))
            if _modifies(article, words) and not article.is_quoted(*words):
                joined = article.text[words.start : words.end].replace(" ", "-")
                yield flag(words, f"Write {joined} before a noun", replace=joined)
            at = folded.find(f" {compound} ", words.end)


def _possible(article: Article) -> list[str]:
    """The compounds whose first and last words the article has."""
    words = words_in_use(article)
    return [
        f"{first.replace('-', ' ')} {last}"
        for last in _COMPOUNDS.keys() & words
        for first in _COMPOUNDS[last].split()
        if first.partition("-")[0] in words
    ]


def _modifies(article: Article, compound: Span) -> bool:
    """Whether a determiner stands before a compound and what may be its noun after it."""
    zone = article.zone_at(compound.start)
    if zone is None or zone.kind not in PROSE or article.text[compound.end] != " ":
        return False
    noun = compiled(r" ([a-z]{3,})(?![\w’'-])").match(article.prose, compound.end, zone.end)
    before = article.folded[max(zone.start, compound.start - 40) : compound.start].split()
    if noun is None or noun[1] in _NO_NOUNS or noun[1].endswith("ly") or not before or before[-1] not in _BEFORE:
        return False
    adverbial = before[-1] in ("the", "of") and before[-2:-1] and before[-2] in _PREPOSITIONS
    last = article.folded[compound.start : compound.end].rpartition(" ")[2]
    return not (adverbial and last in ("term", "run", "time", "end", "level", "minute", "edge"))


_PREPOSITIONS = frozenset("in over for on at of with by at to".split())
