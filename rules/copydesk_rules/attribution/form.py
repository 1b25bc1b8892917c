"""The form of an attribution: its order, its tense, its place, one of it, and how what it credits came in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules.attribution._speech import (
    has_spoken,
    is_document,
    is_running_copy,
    last_word,
    own_words,
    sentences_around,
    spoken,
    verb_of,
)
from copydesk_rules.quote._around import PLAIN, attribution_after, is_clause

if TYPE_CHECKING:
    from copydesk import Article, Attribution, Flags, Located, Quote

#: Titles that stand before names, as far as an attribution often has them.
_TITLES = frozenset(
    "Adm Bishop Capt Captain Cardinal Chairman Chairwoman Chancellor Chief Col Commissioner Congressman Congresswoman "
    "Cmdr Coach Councilman Councilwoman Deputy Detective Dr Father Gen General Gov Governor Judge Justice King Leader "
    "Lt Maj Mayor Minister Mr Mrs Ms Officer President Prince Princess Prof Professor Queen Rabbi Rep Representative "
    "Reps Rev Secretary Sen Senator Senators Sens Sgt Sheriff Sister Speaker Superintendent".split()
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#: What may follow "said Lee" or "Lee said" when nothing more is said of the speaker.
_ENDS = rf"\s*(?:[.;—–]|\Z|\n|,? [“\"]| (?:on |late |early )?{_DAY}\b)"


@rule(
    "attribution-order",
    severity="suggestion",
    summary="The speaker before the verb: Smith said",
    fix="safe",
    bad=[
        Bad("“The oar broke,” ^said Park^.", fixed="“The oar broke,” Park said."),
        Bad("“The oar broke,” ^said Nell Park^ on Monday.", fixed="“The oar broke,” Nell Park said on Monday."),
        Bad("“Who broke it?” ^asked the coach^. “You?”", fixed="“Who broke it?” the coach asked. “You?”"),
        Bad(
            "“It broke,” ^said Park^. “It was old.”\n\n“It was new,” said Lee.",
            fixed="“It broke,” Park said. “It was old.”\n\n“It was new,” Lee said.",
        ),
    ],
    good=[
        "“The oar broke,” Park said.",
        "“The oar broke,” said Park, who has rowed since she was 9.",
        "“The oar broke,” said rowing club treasurer Nell Park.",
        "“The oar broke,” said Coach Nell Park.",
        "“The oar broke,” said Nell Park and Tom Lee.",
        "“The oar broke,” said Park of the rowing club.",
        Good("“The oar broke,” said Park.", house="guardian"),
        Good("“The oar broke,” said Park.", house="bbc"),
    ],
)
def speaker_stands_first(article: Article, *, most: int = 3) -> Flags:
    """Subject before verb, as people speak: Park said. Where a title or a role stands at the name, said may lead.

    One finding an article, at the first, mends them all. Option `most`: the words of a speaker that do not yet make
    a long description.
    """
    edits: list[Edit] = []
    for attribution in spoken(article):
        speaker, verb = attribution.speaker, verb_of(attribution)
        if (
            speaker is None
            or attribution.order != "verb first"
            or not attribution.quotes
            or attribution.lemma == "tell"
        ):
            continue
        if _is_described(speaker, most) or article.prose[verb.end : speaker.start] != " ":
            continue
        if article.prose[verb.start : verb.end] in PLAIN and compiled(_ENDS).match(article.prose, speaker.end):
            said, who = article.text[verb.start : verb.end], article.text[speaker.start : speaker.end]
            edits.append(Edit(verb.start, speaker.end, f"{who} {said}"))
    if edits:
        more = f" (and {len(edits) - 1} more)" if len(edits) > 1 else ""
        yield flag(edits[0], f"Write {edits[0].text}{more}", edits=edits)


def _is_described(speaker: Located, most: int) -> bool:
    """Whether a speaker is more than a name, a pronoun or a noun: a title or a role stands before the name."""
    words = speaker.prose.split()
    if len(words) > most or words[0].rstrip(".") in _TITLES:
        return True
    return words[0][0].islower() and words[0] not in ("the", "a", "an", "he", "she", "they") and len(words) > 1


@rule(
    "attribution-tense",
    severity="suggestion",
    summary="Says and said in one news story",
    certainty="low",
    bad=[
        "“It leaks,” Park ^says^.\n\n“It does not,” Ruiz said.",
        "Park ^says^ the boat leaks. Ruiz said it does not.",
        "“It leaks,” Park said. “It is old.”\n\n“It is new,” Lee said.\n\n“It is both,” the captain ^says^.",
    ],
    good=[
        "“It leaks,” Park said.\n\n“It does not,” Ruiz said.",
        "“It leaks,” Park says.\n\n“It does not,” Ruiz says.",
        "“It leaks,” Park said.\n\n“Keep out,” the sign says.",
        "“It leaks,” Park said. The boat, which Lee says he likes, was old.",
        "---\nkind: feature\n---\n“It leaks,” Park says.\n\n“It does not,” Ruiz said.",
        "“It leaks,” Park says.\n\n“It does not,” Ruiz says.\n\n“It did,” Lee said in May.",
    ],
)
def attributions_keep_one_tense(article: Article) -> Flags:
    """Hard news is told in the past: said. Says belongs in features, and where it is the rule it can stand.

    One finding an article, at the first says among as many saids or more. What a document or a sign says it still says.
    """
    kind = article.front_matter.scalar("kind", "type", "genre")
    if kind and kind.lower() in ("feature", "features", "profile", "column", "opinion", "review", "essay", "interview"):
        return
    present: list[Span] = []
    past = 0
    for attribution in spoken(article):
        speaker, verb = attribution.speaker, verb_of(attribution)
        if speaker is None or is_document(speaker):
            continue
        said = article.prose[verb.start : verb.end]
        touches = verb.start in (speaker.end + 1, attribution.start)
        if touches and said == "says" and (_begins_sentence(attribution) or any(q.whole for q in attribution.quotes)):
            present.append(verb)
        past += touches and said == "said"
    if present and past >= len(present):
        yield flag(present[0], "Said elsewhere in this story: keep to one tense")


#: A subject, a verb that attributes and its comma or colon, right before a quotation.
_BEFORE = (
    r"(?P<who>(?:[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4}|(?:the|a|an|The|A|An) (?:[\w’-]+ ){0,3}?[\w’-]+|[Hh]e|[Ss]he|"
    r"[Tt]hey|I|[Ww]e)(?P<verb> [a-z]+)(?: reporters| (?:the|a) [a-z]+)?[,:]) \Z"
)
#: Words that make the attribution before a quotation part of another sentence: When Park said, “…,” Lee left.
_SUBORDINATE = r"\b(?:[Ww]hen|[Aa]fter|[Aa]s|[Ii]f|[Bb]ecause|[Ww]hile|[Aa]lthough|[Ss]ince|who|that|where)\b"


def _begins_sentence(attribution: Attribution) -> bool:
    """Whether a full sentence begins with it: Park says; not one whom Park says she knows, nor a heading."""
    sentence = attribution.article.sentence_at(attribution.start)
    return sentence is not None and sentence.start == attribution.start and not sentence.prose[-1].isalnum()


@rule(
    "attribution-double",
    severity="warning",
    summary="Two attributions for one quotation",
    certainty="medium",
    bad=[
        "^Park said,^ “The ice is thin,” she said.",
        "On Monday, ^the coach told the crowd:^ “It is thin,” he added.",
        "^According to Lee,^ “The ice is thin,” he said.",
    ],
    good=[
        "Park said, “The ice is thin.”",
        "“The ice,” Park said, “is thin,” and she added that it was wet.",
        "“The ice is thin,” Park said, “and wet,” she added.",
        "Lee recalled, “‘The ice is thin,’ he said.”",
        "When Park said, “The ice is thin,” Lee said he would skate.",
        "Park said, “The ice is thin,” and Lee said it was not.",
    ],
)
def attributed_once(quote: Quote) -> Flags:
    """One quotation, one attribution: Park said, “It is thin,” she said credits it twice.

    An attribution between two pieces of a quotation belongs to both, and is none of it.
    """
    if not is_running_copy(quote) or quote.inner[-1:] not in (",", "?", "!"):
        return
    prose = quote.article.prose
    if prose[quote.start - 2 : quote.start] not in (", ", ": "):
        return
    after = attribution_after(quote)
    if after is None:
        return
    end = max(after.speaker.end, after.verb.end)
    if not compiled(_ENDS).match(prose, end) and prose[end : end + 1] != ",":
        return
    start = sentences_around(quote.article, quote.start - 1).start
    last = _quotation_before(quote)
    if last is not None and last.end >= start:
        return
    before = compiled(_BEFORE).search(prose, max(start, quote.start - 90), quote.start)
    if before and before["verb"].strip() in PLAIN:
        if not compiled(_SUBORDINATE).search(prose, start, before.start()):
            yield flag(Span(*before.span("who")), "Attributed here and again after the quotation")
        return
    cited = compiled(r"According to [^“\"”.]{1,60},(?= \Z)").match(prose, start, quote.start)
    if cited:
        yield flag(Span(*cited.span()), "Attributed here and again after the quotation")


@rule(
    "attribution-late",
    severity="suggestion",
    summary="Attribution comes late in a long quotation",
    bad=[
        Bad("^“The ice is thin. It broke at noon. Nobody fell in,” Park said^.", options={"most": 8}),
        "^“The ice broke at noon, when the band was on it. We pulled the drummer out by his scarf and the tuba by its "
        "strap. Nobody was hurt, but the drum went under and we have not seen it since, and the mayor wants to know "
        "who will pay for it,” said Nell Park^.",
    ],
    good=[
        "“The ice is thin. Nobody fell in,” Park said.",
        Good("“The ice is thin,” Park said. “It broke at noon. Nobody fell in.”", options={"most": 8}),
        Good("Park said: “The ice is thin. It broke at noon. Nobody fell in.”", options={"most": 8}),
        Good("Park was blunt:\n\n“The ice is thin. It broke at noon. Nobody fell in,” she said.", options={"most": 8}),
    ],
)
def attribution_comes_early(quote: Quote, *, most: int = 40) -> Flags:
    """A long quotation names its speaker at its first natural break: “The ice is thin,” Park said. “It broke at noon.”

    Counts where a quotation of two sentences or more begins a paragraph and the reader learns only after `most` words
    who speaks.
    """
    if quote.end - quote.start < 3 * most or not is_running_copy(quote) or quote.continues or quote.kind != "speech":
        return
    article, zone = quote.article, quote.zone
    if quote.inner[-1:] not in (",", "?", "!", "…") or article.count_words(quote.inner_start, quote.inner_end) < most:
        return
    if len(article.sentences_in(quote.start, quote.end)) < 2:
        return
    before = _quotation_before(quote)
    if before is not None and before.end > zone.start - 200 and _same_speaker(before, quote):
        return  # the reader has just heard who speaks
    is_led_in = article.prose[max(zone.start - 60, quote.start - 80, 0) : quote.start].rstrip("\n \u2060").endswith(":")
    if is_led_in or has_spoken(article, zone.start, quote.start):
        return
    end = _tag_end(quote)
    if end:
        yield flag(Span(quote.start, end), "Name the speaker at the quotation’s first break")


def _quotation_before(quote: Quote) -> Quote | None:
    """The outer quotation before an outer one."""
    return quote.article.computed("quotations before", _quotations_before).get(quote.start)


def _quotations_before(article: Article) -> dict[int, Quote]:
    """By the start of each outer quotation: the one before it."""
    return {after.start: before for before, after in pairwise(q for q in article.quotes if not q.level)}


def _same_speaker(first: Quote, second: Quote) -> bool:
    """Whether both are credited to the same last name, pronoun or noun."""
    one, other = first.speaker, second.speaker
    return one is not None and other is not None and last_word(one) == last_word(other)


def _tag_end(quote: Quote) -> int:
    """Where the attribution behind a quotation ends; 0 when none stands there."""
    after = attribution_after(quote)
    if after is not None:
        return max(after.speaker.end, after.verb.end)
    speaker, cue = quote.speaker, quote.cue
    if speaker is None or cue is None or not quote.end <= min(speaker.start, cue.start) < quote.end + 60:
        return 0
    return max(speaker.end, cue.end)


#: Words that begin a sentence with a capital and are no names.
_STARTERS = frozenset(
    "we he she they it you this that these those there here my our your his her their its a an the no not nobody "
    "nothing everyone everybody everything someone somebody something some many most all each every both if when while "
    "because although though since unless what who why how where so but and or then now today it’s it's we’re we're "
    "we’ve we've we’ll we'll they’re they're he’s he's she’s she's that’s that's there’s there's you’re you're don’t "
    "don't let’s let's let people in on at by for from with without after before as maybe perhaps never always".split()
)


@rule(
    "attribution-that-capital",
    severity="warning",
    summary="That before a quotation that is a full sentence",
    fix="unsafe",
    in_quotes=True,
    bad=[
        Bad("Park said ^that “We rowed all night.”^", fixed="Park said, “We rowed all night.”"),
        Bad('The coach told them ^that "It is over,"^ and left.', fixed='The coach told them, "It is over," and left.'),
    ],
    good=[
        "Park said that “we rowed all night.”",
        "Park said that “I rowed all night” was her motto.",
        "Park said that “Easton is asleep.”",
        "Park said, “We rowed all night.”",
        "Park said that “The Slow Boat” was her favorite song.",
        "She found that “We Rowed” sold best.",
    ],
)
def that_leads_no_sentence(quote: Quote) -> Flags:
    """That joins a clause to its sentence; a quotation that is a sentence of its own takes a comma in its place.

    Or quote a fragment: Park said that “we rowed all night.” Silent where the first word may be a name.
    """
    if not is_running_copy(quote) or not is_clause(quote):
        return
    prose = quote.article.prose
    before = compiled(r"\b([a-z]+)( (?:reporters|them|him|her|us|me|the [a-z]+|[A-Z][a-z]+))?( that) \Z").search(
        prose, max(quote.start - 50, quote.zone.start), quote.start
    )
    if before is None or before[1] not in PLAIN:
        return
    first, second, *_ = [*quote.inner.split(None, 2), ""]
    if first.rstrip(",").lower() not in _STARTERS or (second[:1].isupper() and second not in ("I", "I’m", "I'm")):
        return
    if compiled(r" (?:was|is|were|are)\b").match(prose, quote.end):
        return
    place = Span(before.start(3) + 1, quote.end)
    yield flag(place, "Drop that, or quote a fragment", edits=(Edit(*before.span(3), ","),))


#: How a statement came in, and where else one is made.
_CHANNEL = (
    r"\b(?:statement|e-?mail(?:ed)?|text(?:ed)?|texts|letter|post(?:ed|s)?|tweet(?:ed|s)?|wrote|written|writes|release|memo|"
    r"report|filing|interview(?:ed)?|phone|telephone|call|conference|hearing|testif\w+|testimony|speech|told|meeting|debate|"
    r"rally|briefing|tape|video|broadcast|podcast|show|website|x|facebook|instagram|by email|message|spokes\w+ told|"
    r"reporters|remarks|court|council|read)\b"
)
_BODIES = frozenset(
    "agency airline association authority bank board brand bureau campaign chain charity church club college "
    "commission committee company corporation council department district embassy firm foundation government group "
    "hospital institute league maker manufacturer ministry network office organization organisation party publisher "
    "retailer school store studio team trust union university utility inc corp co llc ltd".split()
)


@rule(
    "attribution-email",
    severity="suggestion",
    summary="A body’s written statement: say how it came",
    certainty="low",
    default=False,
    bad=[
        "“The company takes the safety of its ovens seriously and is working with the fire marshal to find out how the "
        "barn burned, and will say more when it can,” ^the company said^.",
        "“We regret the delay of the ferry, we value each of our riders, and we remain committed to serving the people "
        "of the island for many years to come,” ^Heron Ferry Co. said^.",
    ],
    good=[
        "“The company takes the safety of its ovens seriously and is working with the fire marshal to find out how the "
        "barn burned, and will say more when it can,” the company said in a statement.",
        "“We regret the delay,” the company said.",
        "“We row home at night, since the lamps of the island are bright enough and the lake is calm, and nobody has "
        "ever lost an oar on the way, not even the mayor,” Lee said.",
    ],
)
def statement_says_how_it_came(article: Article, *, least: int = 15) -> Flags:
    """What a body says at length it wrote: say once whether by letter, email or post.

    Off unless selected, since only the reporter knows. Option `least`: the words of a quotation from which it counts.
    """
    told: set[str] = set()
    for attribution in spoken(article):
        speaker = attribution.speaker
        if speaker is None or attribution.lemma not in ("say", "add", "state"):
            continue
        if speaker.prose.rstrip(".").split()[-1].lower() not in _BODIES or _names_an_officer(attribution):
            continue
        name = speaker.prose.lower().removeprefix("the ")
        sentence = sentences_around(article, attribution.cue.start)
        if compiled(_CHANNEL).search(own_words(article), sentence.start, sentence.end):
            told.add(name)
        elif name not in told and any(quote.words >= least for quote in attribution.quotes):
            told.add(name)
            yield flag(attribution, "In a statement, in an email? Say how this came")


def _names_an_officer(attribution: Attribution) -> bool:
    """Whether the speaker's name goes on behind the attribution: said the Association | of Bakers' President."""
    return compiled(r" (?:of|for|[A-Z])|, [A-Z]").match(attribution.article.prose, attribution.end) is not None
