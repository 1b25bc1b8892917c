"""Sources without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import ALIASES, Match, Span, compiled, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags

_SAY = (
    r"(?:said|says|say|told|tell|confirmed|confirm|added|claimed|claim|indicated|revealed|suggested|insisted|described|"
    r"disclosed|warned|alleged|report(?:ed)?)"
)
#: Words that say of a source that its name is withheld.
_WITHHELD = (
    r"\b(?:(?:speaking|spoke|talked|said|asked|agreed to (?:speak|talk)|discussed \w+(?: \w+){0,3}|comment\w*) )?"
    r"(?:up)?on (?:the )?condition (?:of anonymity|that (?:he|she|they|their|his|her) (?:name |identity )?"
    r"(?:not|remain)\b)|"
    r"\b(?:asked|wanted|requested|preferred|wished|asking|requesting|chose) (?:(?:not to|to not) be "
    r"(?:named|identified|quoted)|to remain anonymous)|"
    r"\b(?:declined|refused|declining) to be (?:named|identified|quoted by name)|"
    r"\b(?:requested|requesting|asked for|asking for|granted|was granted|were granted|on) anonymity\b|"
    r"\b(?:spoke|speaking|said|told \w+) anonymously|\bwho (?:did|do) not want to be (?:named|identified)|"
    r"\bwhose names? (?:was|were|is|are|has been|have been) (?:withheld|not being used)"
)
#: Sources that have no name, and of whom nobody says so.
_UNNAMED = (
    r"\b(?:a|one|two|three|four|several|multiple) (?:person|people|officials?|aides?|executives?|advisers?) "
    r"(?:(?:close to|familiar with|briefed on|involved in|with (?:direct )?knowledge of) [^,.;“”\n]{2,60}? |who know "
    r"[^,.;“”\n]{2,40} )(?:said|told|confirmed)\b|"
    r"\b(?:two|three|four|several|multiple) (?:[\w.]+ ){0,3}(?:officials|aides) (?:said|told|confirmed)\b"
)
_REASON = (
    r"\b(?:because|since|for fear|fearing|feared|fears|afraid|out of (?:concern|fear)|citing|due to|given the|"
    r"authori[sz]ed|permitted|allowed|retaliat\w*|reprisal\w*|retribution|sensitiv\w+|confidential\w*|"
    r"to (?:discuss|describe|speak|talk|share|protect|avoid|detail|offer|disclose|comment|reveal|preserve|"
    r"recount|be candid)|"
    r"in order to|so as not|so that|lest|ongoing|pending|private(?:ly)?|internal|"
    r"under (?:the )?(?:\w+ ){0,3}(?:rules|terms|policy|protocol|guidelines)|not (?:yet )?public|safety|"
    r"security (?:reasons|concerns)|in line with|in keeping with|as (?:he|she|they|the|is) |risk\w*|jeopardi\w+|"
    r"lose (?:his|her|their) jobs?)"
)


@rule(
    "sourcing-anonymous-reason",
    severity="warning",
    summary="An anonymous source without the reason for it",
    pattern=rf"(?P<unnamed>{_UNNAMED})|{_WITHHELD}",
    flags=re.I,
    hints=(
        "anonymity",
        "anonymous",
        "condition that",
        "be named",
        "be identified",
        "be quoted",
        "withheld",
        "not being",
        "familiar with",
        "close to",
        "briefed on",
        "knowledge of",
        "involved in",
        "people who know",
        "officials ",
        "aides ",
    ),
    bad=[
        "A deckhand, worn out, ^spoke on condition of anonymity^. His ferry is old. It stops often.",
        "Two riders, who ^declined to be identified^, saw the belt. It was worn. The ferry stopped.",
        "The captain ^asked not to be named^. The ferry stopped. It is old.",
        "^A person familiar with the sale said^ the price was low. The ferry is old. It stops often.",
        "The ferry will be sold, ^two county officials said^. It is old. It stops often.",
    ],
    good=[
        "A deckhand spoke on condition of anonymity because he was not allowed to speak for the ferry line.",
        "A deckhand spoke on condition of anonymity. He feared for his job. The ferry is old.",
        "“I spoke on condition of anonymity,” wrote a deckhand.",
        "Riders voted in secret. The ferry line counted.",
        "The ferry will be named for a captain. It is old.",
        "The group Riders Anonymous met on the ferry.",
        "Ferry officials said the belt snapped. It was old. They have another.",
        "Two county officials said the ferry will be sold. They spoke on condition of anonymity for fear of the board.",
    ],
)
def anonymity_has_a_reason(match: Match, *, within: int = 2) -> Flags:
    """A reader is told why a source has no name: because the person may not speak publicly, for fear of losing a job.

    The reason may stand in the same sentence or in one of the `within` next to it. AP asks for it in every story. Of
    “a person familiar with the deal” and “two officials”, whose names may stand elsewhere, it is only a suggestion.
    """
    article = match.article
    unnamed = bool(match.group("unnamed"))
    if unnamed and article.computed("anonymity", _speaks_of_anonymity):
        return
    sentence = article.sentence_at(match.start)
    if sentence is None:
        return
    zone = article.zone_at(match.start)
    near = article.sentences_in(sentence.start, zone.end + 400 if zone else sentence.end)[: within + 1]
    before = article.sentences_in(max(sentence.start - 300, 0), sentence.start)[-1:]
    said = " ".join(one.prose for one in (*before, *near))
    named_after = compiled(r"\b(?:ship|ferry|to|will|would|can|could) $").search(
        article.folded, sentence.start, match.start
    )
    if not named_after and not compiled(_REASON, re.I).search(said):
        yield flag(match, "Say why the source has no name", severity="suggestion" if unnamed else None)


def _speaks_of_anonymity(article: Article) -> bool:
    return compiled(r"anonym|not to be named|to be identified").search(article.folded) is not None


#: Sources with nothing said of them: who they are to be asked of the words around.
_BARE = (
    r"(?P<who>\b(?:(?:A|One|The|An unnamed|An anonymous|Unnamed|Anonymous|Multiple|Several|Some|Two|Three) )?sources?)"
    rf" (?:have |has |had |also |later )?{_SAY}\b(?! (?:to be|by)\b)|"
    r"\baccording to (?P<whom>(?:an? |one |unnamed |anonymous |multiple |several |two |three )*sources?)"
    r"(?= ?[,.;:\n]| (?:and|but|that|on) |$)"
)


@rule(
    "sourcing-anonymous-bare",
    severity="error",
    summary="A source of whom nothing at all is said",
    pattern=_BARE,
    flags=re.I,
    hints=("source",),
    bad=[
        "^Sources said^ the ferry will be sold.",
        "The ferry will be sold, ^a source told^ The Midtown Times.",
        "^Multiple sources confirmed^ the sale. The line did not.",
        "The sale is near, ^sources say^.",
        "The sale is near, ^according to sources^.",
    ],
    good=[
        "Two deckhands on the ferry said it will be sold.",
        "A source close to the ferry line said it will be sold. The source said the price was low.",
        "Police sources said the ferry was searched.",
        "The ferry’s power sources reported faults.",
        "Two sources familiar with the sale said the price was low.",
        "“Sources said it was sold,” the captain said.",
        "The source code told the whole story.",
        "According to sources at the county, it will be sold.",
    ],
)
def source_is_described(match: Match) -> Flags:
    """“Sources said” asks the reader to trust nobody in particular. Say what the source is and how it knows: “two aides
    to the mayor”. A source that was described before may come back as “the source”.
    """
    article = match.article
    who = (match.group("who") or match.group("whom")).lower()
    if match.group("who") and not _stands_alone(article.prose[max(match.start - 30, 0) : match.start]):
        return
    again = not who.startswith(("a ", "one ", "an "))
    if not again or match.start < article.computed("described source", _first_described):
        yield flag(match, "Say what the source is and how it knows")


def _first_described(article: Article) -> int:
    """Where a source is first described: “a source close to the mayor”; behind the story if none is."""
    described = (
        r"\bsources?,? (?:close|familiar|with|in|at|from|inside|within|who|briefed|involved|near|on|for|of|said to)\b"
    )
    found = compiled(described, re.I).search(article.prose, article.front_matter.end)
    return found.start() if found else len(article.prose)


def _stands_alone(before: str) -> bool:
    """Whether no word right before “sources” says which they are (“police sources”)."""
    joined = (
        r"(?:^|[.!?:;,“”—–-] ?|\b(?:and|but|that|as|while|when|after|because|then|also|say|said|what|however|if) )$"
    )
    return not compiled(r"[\w’'-]+ $").search(before) or bool(compiled(joined, re.I).search(before))


@rule(
    "sourcing-anonymous-byline",
    severity="warning",
    summary="Anonymous sources in a story that nobody signs",
    hints=("anonym", "to be named", "be identified", "on condition", "on the condition", "sources "),
    bad=[
        "By ^Midtown Times staff^\n\nA deckhand spoke on condition of anonymity because he feared for his job.",
        "---\ntitle: Ferry stops\nauthor: ^Staff^\n---\nA deckhand asked not to be named because he feared for his "
        "job.\n",
    ],
    good=[
        "By Ana Ruiz\n\nA deckhand spoke on condition of anonymity because he feared for his job.",
        "---\ntitle: Ferry stops\nauthor: Ana Ruiz\n---\nA deckhand asked not to be named for fear of the line.\n",
        "By Midtown Times staff\n\nThe ferry stopped Monday.",
        "A deckhand spoke on condition of anonymity because he feared for his job.",
    ],
)
def anonymous_sources_need_a_signature(article: Article) -> Flags:
    """Where a source has no name the reporter must have one: somebody answers for what is told. Only a story that is
    signed by a collective or by nobody is reported; a story without any byline may have it elsewhere.
    """
    field = article.front_matter.field(*ALIASES["author"])
    places = [Span(*name) for byline in article.bylines for name in byline.names]
    if field is not None:
        places += [Span(node.start, node.end) for node in field.node.items if isinstance(node.value, str)]
    if not places or not all(_is_collective(article.text[place.start : place.end]) for place in places):
        return
    uses = compiled(rf"{_WITHHELD}|\bsources (?:say|said|told)\b", re.I)
    if any(not article.is_quoted(*use.span()) for use in uses.finditer(article.prose, article.front_matter.end)):
        yield flag(places[0], "Name the reporter: the story has an anonymous source")


def _is_collective(name: str) -> bool:
    """Whether a credit is no person's: a staff, a desk, an agency."""
    return compiled(
        r"\b(?:staff|desk|team|newsroom|editors?|reporters?|wire|reports?|admin|bureau|service|services|press|news|"
        r"media|board|correspondents?)\b",
        re.I,
    ).search(name) is not None  # fmt: skip
