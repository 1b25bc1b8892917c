"""The verbs that report what somebody said, in all their forms.

Two classes: a verb of *saying* takes a whole sentence in quotation marks (said, asked, wrote); a verb of
*naming* takes a piece of one (called it "a win", vowed to "fight").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_SAYING = (
    "acknowledge add admit advise agree allege announce answer argue ask assert assure boast caution chant chime claim "
    "comment complain concede conclude confess confirm continue counter cry declare demand deny email emphasize "
    "emphasise exclaim explain insist interject joke lament maintain mention muse mutter note observe object opine "
    "plead post predict proclaim promise protest quip read recall recount reflect reiterate remark remember remind "
    "repeat reply report respond reveal say scream shout sigh state stress suggest tell testify text tweet urge vow "
    "warn whisper wonder write yell"
)
_NAMING = (
    "accuse assail blast call characterize characterise cite criticize criticise decry deem denounce deride describe "
    "dismiss dub hail label mock name pledge portray praise quote refer slam speak talk term threaten title"
)
#: Verbs of saying and naming that sentences without quotation marks seldom need, but that a speaker in the tag has.
_RARE = (
    "affirm apologise apologize appeal attack attest bark bellow bemoan blame blare blurt brag cable carp cheer chide "
    "coin compare complain condemn confide contend contest crack croak crow deadpan deflect echo elaborate estimate "
    "exhort expound express figure fret fume gloat gripe grouse growl grumble guess gush holler implore imply "
    "indicate inquire intone jeer jest lash lecture liken marvel moan mumble murmur offer plead pray press pronounce "
    "prophesy propose query question rant react reason rebut recite recommend rejoin relate remonstrate retort "
    "retweet roar sang scoff scold scrawl shriek shrug sing snap snarl sneer sob sputter surmise swear taunt tease "
    "thank theorise theorize thunder tout underline underscore vent venture voice volunteer wail weigh welcome whine "
    "wisecrack worry"
)
#: Those of them that report speech in the reporter's words when "that" follows.
_ARGUING = "affirm attest contend contest estimate imply indicate reason surmise theorize underline underscore"
_IRREGULAR = {
    "read": "reads read reading",
    "say": "says said saying",
    "sing": "sings sang sung singing",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
}
_DOUBLING = frozenset({"admit", "brag", "dub", "fret", "quip", "rebut", "refer", "slam", "snap", "sob"})


@cache
def saying_verbs() -> Mapping[str, str]:
    """Every form of a verb of saying, lower case, and its lemma: "said" -> "say"."""
    return _forms(_SAYING)


@cache
def reporting_verbs() -> Mapping[str, str]:
    """Every form of a verb of saying or of naming, lower case, and its lemma: "called" -> "call"."""
    return {**_forms(_NAMING), **saying_verbs()}


@cache
def arguing_verbs() -> Mapping[str, str]:
    """Every form of a rarer verb that reports speech before "that", lower case, and its lemma."""
    return _forms(_ARGUING)


@cache
def cue_verbs() -> Mapping[str, str]:
    """Every form of a verb that can credit a quotation, the rare ones too, lower case, and its lemma."""
    return {**_forms(_RARE), **reporting_verbs()}


def _forms(lemmas: str) -> dict[str, str]:
    return {form: lemma for lemma in lemmas.split() for form in (lemma, *_inflected(lemma))}


def _inflected(lemma: str) -> list[str]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma].split()
    if lemma[-1] == "y" and lemma[-2] not in "aeiou":
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma.removesuffix("e")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return [third, stem + "ed", stem + "ing"]
