"""Where a statement comes from: hearsay, a person for whom said would do, a pronoun that could be anybody's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Good, Span, compiled, flag, rule
from copydesk_rules.attribution._persons import names_in, surnames
from copydesk_rules.attribution._speech import (
    has_link,
    has_spoken,
    is_court,
    is_document_word,
    is_running_copy,
    own_words,
    sentences_around,
    story_sentences,
)

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match, Quote

_HEARSAY = (
    r"\b(?:reportedly|allegedly|purportedly|it(?: is|['’]s) understood(?= (?:that|the|he|she|they|it|there|a|an)\b)"
    r"|it(?: has| had)? emerged(?= (?:that|on|late|this|last|yesterday|today|[a-z]{3,6}day)\b)"
    r"|it(?: is| was| has been) reported(?= that\b)"
    r"|(?:is|are|was|were) (?:said|rumou?red|reputed|alleged) to(?= (?:be|have|own|want|earn|hold|plan|owe|live)\b))"
)
#: Words of a sentence that say where it comes from.
_SOURCE = (
    r"\b(?:according to|said|says|say|told|tells|wrote|writes|testif\w+|report(?:ed|s|ing)?|announced|confirmed|"
    r"alleg(?:es|ed|ing)|accus\w+|charg(?:ed|es|ing)|claims|complain(?:t|ts|ed)|indict\w+|affidavits?|lawsuits?|suit|"
    r"filings?|court|police|prosecutors?|investigators?|sheriff|documents?|records|warrants?|memo|sources?|obtained|"
    r"convicted|pleaded|sentenced|cited|citing|quoted|quoting|posted|tweeted)\b"
)


@rule(
    "attribution-hearsay",
    severity="warning",
    summary="Hearsay without a source",
    certainty="medium",
    pattern=_HEARSAY,
    flags=re.IGNORECASE,
    hints=("reportedly", "allegedly", "purportedly", "understood", "emerged", "reported that", "said to", "ored to",
           "oured to", "reputed to", "alleged to"),
    bad=[
        "The ferry line is ^reportedly^ for sale.",
        "The baker ^allegedly^ burned the barn.",
        "^It is understood^ that the coach will quit.",
        "^It emerged^ Sunday that the well is dry.",
        "The heir ^is said to^ own nine barns.",
        "Park ^reportedly^ told the crew to row home.",
    ],
    good=[
        "The ferry line is reportedly for sale, two of its captains said.",
        "He allegedly burned the barn, the indictment says.",
        "Police arrested a baker. He allegedly burned the barn.",
        "“They reportedly row at night,” Ruiz said.",
        "A seal emerged from the lake.",
        "Ruiz is understood by nobody.",
        "The line is reportedly dead, according to Lee.",
        "The line is [reportedly](https://heron.example/sale) for sale.",
        Good("It is understood that the coach will quit.", house="guardian"),
    ],
)  # fmt: skip
def hearsay_has_a_source(match: Match, *, allow: tuple[str, ...] = ()) -> Flags:
    """Reportedly, allegedly and it is understood say that somebody says so, and hide who: name the source.

    Silent where the sentence has a source, or a link to one; for allegedly, also where a charge, a suit or the
    police stand in the sentences around. Option `allow`: forms that a house uses, such as "it is understood".
    """
    article, text = match.article, match.text.lower().replace("’", "'")
    own = sentences_around(article, match.start)
    if any(text.startswith(form) for form in allow) or has_link(article, own.start, own.end):
        return
    verb = compiled(r"\s*\S+\s").match(article.folded, match.end, own.end)  # the one that the word goes with
    rest = verb.end() if verb else match.end
    if _has_source(article, own.start, match.start) or _has_source(article, rest, own.end):
        return
    around = sentences_around(article, match.start, before=2, after=1)
    if text.startswith("alleg") or " alleged" in text:
        if is_court(article, around.start, match.start) or is_court(article, match.end, around.end):
            return
    elif has_link(article, around.start, around.end) or _has_report(article, around, own):
        return
    yield flag(match, "Who says so? Name the source")


def _has_source(article: Article, start: int, end: int) -> bool:
    return compiled(_SOURCE).search(article.folded, start, end) is not None


def _has_report(article: Article, around: Span, own: Span) -> bool:
    """Whether the sentences around one's own tell of a report or give what they say to a source."""
    report = compiled(r"\b(?:according to|reported|reports)\b")
    before = report.search(article.folded, around.start, own.start)
    return before is not None or report.search(article.folded, own.end, around.end) is not None


#: What may stand between "according to" and the name: a title, a role.
_ROLE = r"(?:(?!(?:by|of|in|from|the|a|an|for|with|and|on|to)\b)(?:[A-Z][a-z]{1,4}\.|(?:[A-Z]\.)+|[\w’'-]+) ){0,5}"


@rule(
    "attribution-according-to-person",
    severity="suggestion",
    summary="According to a person: write said",
    certainty="low",
    pattern=r"\b[Aa]ccording to (?P<who>(?:(?:[a-z]+ ){0,3}?(?:[A-Z][\w’'.-]*,? ){0,5})?[A-Z][\w’'-]+)",
    hints=("according to",),
    bad=[
        "The bakery will close, ^according to Nell Park^.",
        "^According to Mayor Ana Ruiz^, the well is dry.",
        "Tom Lee swims.\n\nThe lake is cold, ^according to Lee^, who measured it.",
        "The lake is cold, ^according to ferry captain Tom Lee^.",
    ],
    good=[
        "The bakery will close, according to a court filing.",
        "The bakery will close, according to The Harlow Falls Post.",
        "The lake is cold, according to Tom Lee’s diary.",
        "The lake is cold, according to a survey by Tom Lee.",
        "The lake is cold, according to Heron College.",
        "“It is cold, according to Tom Lee,” Ruiz said.",
        Good("The bakery will close, according to Nell Park.", house="guardian"),
    ],
)
def people_say(match: Match) -> Flags:
    """According to credits papers, figures and bodies; a person said it, and the phrase hints that it may not be so."""
    article, start = match.article, match.match.start("who")
    for person in article.people_in(start, start + 70):
        if article.prose[person.end : person.end + 2] in ("’s", "'s"):
            continue
        between = article.prose[start : person.start]
        if compiled(_ROLE).fullmatch(between) and not any(is_document_word(word) for word in between.split()):
            yield flag(Span(match.start, person.end), f"Write {person.surname or person.text} said")
        return
    name = match.group("who")
    if name in surnames() and not compiled(r"[’']|-| (?:[A-Z&]|and [A-Z])").match(article.prose, match.end):
        yield flag(match, f"Write {name} said")


#: Words for people that a pronoun can mean.
_PEOPLE = (
    r"\b(?:m[ae]n|wom[ae]n|boy|girl|mother|father|mom|dad|parent|sister|brother|son|daughter|wife|husband|widow|friend|"
    r"neighbou?r|student|pupil|resident|victim|suspect|defendant|patient|nurse|doctor|pope|king|queen|prince|princess|"
    r"president|mayor|judge|guest|coach|chief|captain|clerk|cook|guard|chef|pilot|star|player|candidate|veteran|official|"
    r"politician|aide|witness|expert|critic|artist|activist|minister|priest|saint|hero|singer|someone|somebody|"
    r"member|applicant|agent|student|spokes\w+|chair\w*|\w{3,}(?:er|or|ist|ian|man|woman|person))\b"
)


@rule(
    "attribution-pronoun-orphan",
    severity="suggestion",
    summary="He or she could be any of several people, or nobody named",
    certainty="low",
    bad=[
        "Tom Lee met Sam Roe at the lake. “It is cold,” ^he^ said.",
        "Ana Ruiz and Nell Park argued over the pie.\n\n“It was mine,” ^she^ said.",
        "Snow fell. The bakery was shut. “It was the oven,” ^he^ said.",
    ],
    good=[
        "Tom Lee met Ana Ruiz at the lake. “It is cold,” he said.",
        "Tom Lee met Sam Roe at the lake. “It is cold,” Lee said.\n\n“It is wet,” he said.",
        "Tom Lee swam. He was alone.\n\nThe water was cold. “I liked it,” he said.",
        "The baker was cross. “It was the oven,” he said.",
        "Tom Lee met Sam Roe. He was late. “It is cold,” he said.",
        "Tom Lee met Sam Roe at the lake. “It is cold,” they said.",
    ],
)
def pronoun_has_one_owner(quote: Quote) -> Flags:
    """Whoever speaks as he or she must be the one person the reader can think of.

    A hint where the last sentence to name anybody, of the two before, names several who could be meant and none of
    them spoke last, or where nobody at all has been named or described.
    """
    if quote.speaker_kind != "pronoun" or not is_running_copy(quote):
        return
    article, speaker = quote.article, quote.speaker
    if speaker is None or speaker.text not in ("he", "she") or not 0 <= speaker.start - quote.end < 30:
        return
    before = story_sentences(article, quote.start, before=3)
    recent = [sentence for sentence in before if sentence.end <= quote.start][-2:]
    since = recent[0].start if recent else quote.zone.start
    chain = r"\b(?:he|him|his)\b" if speaker.text == "he" else r"\b(?:she|hers?)\b"
    if compiled(chain).search(own_words(article), since, quote.start):
        return  # whoever that was is meant
    other = "woman" if speaker.text == "he" else "man"
    stretches = [*((s.start, s.end) for s in recent), (recent[-1].end if recent else since, quote.start)]
    for start, end in reversed(stretches):
        names = names_in(article, start, end)
        meant = [name for name, sex in names.items() if sex != other]
        if len(meant) >= 2 and not has_spoken(article, since, quote.start):
            yield flag(speaker, f"{speaker.text.capitalize()} may be {' or '.join(meant)}")
        if names:
            return
    top = article.front_matter.end
    if not names_in(article, top, quote.start) and not compiled(_PEOPLE).search(article.folded, top, quote.start):
        yield flag(speaker, f"Nobody has been named whom {speaker.text} could mean")
