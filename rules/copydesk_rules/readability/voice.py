"""Passive verbs, and sentences that begin alike."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, Located, compiled, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, Sentence

#: What is done to people and needs no doer to be named: the police arrest, the jury convicts, the voters elect.
_NO_DOER = frozenset(
    "accused acquitted appointed arraigned arrested assassinated booked buried charged cited convicted crushed "
    "detained drafted elected executed expelled extradited fired found hanged honored hospitalized hurt identified "
    "impeached incarcerated indicted inducted injured jailed killed knighted laid nominated ordained paralyzed paroled "
    "ordered promoted pronounced rescued released sentenced shot slain stabbed stranded sued suspended sworn trapped "
    "wounded".split()
)


#: Before “by” these name a feeling, a company, a cause or a court, and turning them around gains nothing.
_NO_TURN = frozenset(
    "accompanied acquitted affected alarmed angered appalled appointed bolstered buoyed caused confounded convicted "
    "disgusted disturbed driven elected encouraged fascinated filled flanked followed heartened horrified humbled "
    "impacted impressed intrigued joined led marked moved nominated outraged plagued preceded replaced required "
    "saddened sentenced shaken shocked struck succeeded surrounded touched".split()
)
#: The writer, heard; who says I, we or you three times over means to.
_VOICES = frozenset("i we you i'm we're you're it's let's".split())


@rule(
    "readability-passive",
    severity="suggestion",
    certainty="medium",
    summary="Passive verbs",
    bad=[
        "The bakery ^was robbed by^ two clowns Sunday.\n\nThey took rye.",
        "Two clowns ^were arrested by^ a deputy Sunday.\n\nThey had rye.",
        "The bakery shut.\n\nThe oven ^was sold^. It was hauled off by mule. The sign was painted over. Nobody sang. "
        "Lee wept. The lease was torn up. Ruiz left. The cat was fed. The street is dark. It rained.",
        Bad("The bakery shut.\n\nThe oven ^was sold^. The sign was cut up. Lee ran. Ruiz sang.", options={"least": 4}),
    ],
    good=[
        "Two clowns robbed the bakery Sunday.\n\nThey took rye.",
        "Two clowns were arrested Sunday.\n\nThey took rye.",
        "Cole was born in Easton.\n\nThe mill is located on the river. He was tired.",
        "“The oven was stolen by a clown,” Lee said.",
        "Cole was joined by nine bakers Sunday, as is required by law.\n\nThey took rye.",
        "The bakery shut.\n\nThe oven was sold. Lee wept. Ruiz left. Nobody sang. The street is dark. It rained. "
        "The cat ran. A bell rang. The mayor waved. Two boys threw rye.",
        Good("The bakery shut.\n\nThe oven was sold. It was cold. Lee ran.", options={"least": 20}),
    ],
)
def story_is_active(article: Article, *, share: int = 25, least: int = 10) -> Flags:
    """Who did it comes first: “Police searched the mill”, not “The mill was searched by police”.

    Pointed at are a lead's passive that names the doer after “by”, and the first passive of a narration of `least`
    sentences or more of which over `share` percent have one. Verbs whose doer goes without saying (was arrested, was
    elected) and participles that are adjectives (was tired, is located) do not count, nor do quotations.
    """
    if not article.passives:
        return
    lead = next(iter(article.zones_of(Kind.LEAD)), None)
    for found in article.passives:
        in_lead = lead is not None and lead.start <= found.start < lead.end
        if in_lead and found.has_agent and found.participle not in _NO_TURN and not found.quoted:
            yield flag(found, f"Who did it comes first: turn “{' '.join(found.text.split())}” around")
            return
    passives = [found for found in article.passives if found.participle not in _NO_DOER]
    if len(passives) * 100 <= share * least:
        return
    narrated = {load.sentence.start for load in article.readability.loads if not load.is_speech}
    if len(narrated) < least:
        return
    hits = [found for found in passives if not found.quoted]
    starts = {sentence.start for found in hits if (sentence := article.sentence_at(found.start)) is not None}
    count = len(starts & narrated)
    if 100 * count > share * len(narrated):
        first = next(found for found in hits if _start(article, found) in narrated)
        yield flag(first, f"{count} of {len(narrated)} sentences are passive; say who does what")


def _start(article: Article, found: Located) -> int:
    sentence = article.sentence_at(found.start)
    return sentence.start if sentence is not None else -1


@rule(
    "readability-opening-repetition",
    severity="suggestion",
    summary="Three sentences in a row begin with the same word",
    bad=[
        "The bakery shut.\n\n^Bakers wept. Bakers sang. Bakers left.^ It rained.",
        "^The oven is cold. The sign is gone. The cat ran.^",
        "^They baked. They sold. They slept. They left.^ It rained.",
    ],
    good=[
        "The oven is cold. The sign is gone. A cat ran.",
        "“We baked. We sold. We slept,” Lee said.",
        "> They baked. They sold. They slept.",
        "We baked. We sold. We slept.",
        "Did they bake? Did they sell? Did they sleep?",
        "The oven is cold.\n\nThe sign is gone.\n\nThe cat ran.",
        Good("They baked. They sold. They slept. It rained.", options={"row": 4}),
    ],
)
def openings_vary(article: Article, *, row: int = 3) -> Flags:
    """Three sentences of a paragraph that begin with the same word read like a list. The longest such row of the story
    is pointed at. Questions, quotations and writers who say we or you repeat on purpose
    and are let be.
    """
    found: list[list[Sentence]] = []
    for zone in article.zones_of(Kind.LEAD, Kind.BODY):
        sentences = zone.sentences
        if len(sentences) < row:
            continue
        for word, group in groupby(sentences, key=_first_word):
            run = list(group)
            if len(run) >= row and word and word not in _VOICES and not any(map(_is_meant, run)):
                found.append(run)
    if found:
        run = max(found, key=len)
        word = _first_word(run[0]).capitalize()
        yield flag(Located(article, run[0].start, run[-1].end), f"{len(run)} sentences in a row begin with “{word}”")


def _is_meant(sentence: Sentence) -> bool:
    """Whether it is a question or has a quotation, which repeat on purpose."""
    return sentence.quoted or sentence.prose.rstrip("\u2060*_ ").endswith("?")


def _first_word(sentence: Sentence) -> str:
    """The word that a sentence begins with, in lower case; "" for a figure or a quotation."""
    match = compiled(r"\u2060*([^\W\d_]+(?:'[^\W\d_]+)?)").match(sentence.article.folded, sentence.start)
    return match[1] if match else ""
