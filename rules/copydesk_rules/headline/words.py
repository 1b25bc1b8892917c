"""The words of a headline: how many, how plain, and who says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, Span, compiled, flag, rule
from copydesk_rules._initialisms import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Flags, Headline, Located


@rule(
    "headline-length",
    severity="suggestion",
    summary="A headline too long to be shown whole",
    bad=[
        "---\ntitle: ^Ferry between Harlow Falls and Midtown stops for the third time this month after a belt snaps "
        "under deck^\n---\nThe ferry stopped.\n",
        Bad("---\ntitle: ^Ferry stops for the third time^\n---\nThe ferry stopped.\n", options={"longest": 20}),
    ],
    good=[
        "---\ntitle: Ferry stops for the third time this month\n---\nThe ferry stopped.\n",
        "---\nseo_title: Short\ntitle: Ferry stops\n---\nThe ferry stopped.\n",
        Good("---\ntitle: Ferry stops for the third time\n---\nThe ferry stopped.\n", options={"longest": 40}),
    ],
)
def headline_fits(headline: Headline, *, longest: int = 95) -> Flags:
    """Searches, phones and lists cut a headline after some 60 to 70 characters, and readers stop before that.

    `longest` is the most characters a house allows; its own tools may want fewer.
    """
    said = headline.prose.replace("\u2060", "").strip()
    if len(said) > longest:
        yield flag(headline, f"Shorten it: {len(said)} characters, of which lists and phones show about 70")


#: Past forms that are no participles.
_PAST = (
    "went|took|saw|gave|knew|wrote|fell|rose|began|broke|chose|drove|flew|grew|spoke|stole|swore|threw|wore|came|became|"
    "ran|sank|shook|froze|forgot|fought|voted|agreed|decided|refused|vowed|pledged|declined|failed|resigned|arrived|"
    "apologized|apologised|testified|warned|stated|said"
)
#: Past forms that may be participles (“Man arrested in theft”), and are none before an object.
_TRANSITIVE = (
    "approved|rejected|destroyed|arrested|banned|blocked|signed|vetoed|passed|launched|announced|unveiled|endorsed|backed|"
    "slammed|won|lost|hit|seized|released|adopted|delayed|canceled|cancelled|closed|opened|sued|told|met|defeated|damaged"
)
#: What stands behind a participle in a headline, and is no object.
_NO_OBJECT = (
    "by|in|at|on|for|after|before|over|as|to|from|with|without|amid|during|under|near|of|off|out|up|down|into|against|"
    "about|until|since|while|when|because|despite|not|no|again|twice|once|overnight|overseas|abroad|early|late|here|"
    "there|downtown|today|indefinitely|temporarily|unanimously|and|or|but|than|dead|free|alive|\\w+day"
)
#: Words of headlines that look back, ask, or have their verb elsewhere.
_LOOKS_BACK = (
    r"\b(?:how|why|when|what|who|that|which|where|after|before|as|since|if|years? ago|i|we|my|our|once|then|was|were|"
    r"had|has|have|is|are|never|history|life|died|remember\w*|will|would|can|could|should|may|might|must)\b|"
    r"\b(?:1\d|20)\d\d\b|[:?…]"
)


@rule(
    "headline-tense",
    severity="suggestion",
    certainty="medium",
    summary="Headlines tell the past in the present tense",
    bad=[
        "---\ntitle: Ferry captain ^resigned^ over belt\n---\nThe captain resigned Monday.\n",
        "---\ntitle: Board ^voted^ to sell ferry\n---\nThe board voted Monday.\n",
        "---\ntitle: Storm ^destroyed^ ferry dock\n---\nThe storm came Monday.\n",
    ],
    good=[
        "---\ntitle: Ferry captain resigns over belt\n---\nThe captain resigned Monday.\n",
        "---\ntitle: Captain who resigned over belt is back\n---\nHe is back.\n",
        "---\ntitle: Ferry stopped by belt\n---\nIt was stopped Monday.\n",
        "---\ntitle: Ferry dock destroyed in storm\n---\nThe storm came Monday.\n",
        "---\ntitle: Owners’ failed bid costs ferry line\n---\nThe bid failed.\n",
        "---\ntitle: How the ferry came to Midtown\n---\nIt came in 1911.\n",
        "---\ntitle: 'Adler: ‘We said no’'\n---\nShe said so.\n",
        "---\ntitle: In 1911, a ferry came to Midtown\n---\nIt was new.\n",
        "---\ntitle: Ferry will be run\n---\nIt will.\n",
    ],
)
def headline_in_present_tense(headline: Headline) -> Flags:
    """A headline tells what happened in the present tense (“Board votes”), and what will in the infinitive.

    Only past forms that cannot be participles are reported, as the headline's first verb. History, obituaries and
    features (“How …”), quotations and clauses with who, what or after are let be.
    """
    said = headline.prose
    if compiled(_LOOKS_BACK, re.I).search(said):
        return
    active = rf"(?:{_PAST})\b(?! to (?:be|have)\b)|(?:{_TRANSITIVE}) (?!(?:{_NO_OBJECT})\b)(?=[\w$‘“])"
    match = compiled(rf"^[^,;]{{2,60}}?(?<![’'])(?<![’']s) (?P<verb>{active})").search(said)
    if match is None or compiled(r"(?:\bto|\s\w+s) $").search(said[: match.start("verb")]):
        return
    start = headline.start + match.start("verb")
    place = Span(start, start + len(match["verb"].rstrip()))
    if not headline.article.is_quoted(*place):
        yield flag(place, "Put it in the present tense")


_BAIT = (
    r"you(?: won[’']t|[’']ll never) believe|what happen(?:ed|s) next|one (?:weird|simple) trick|"
    r"this one (?:weird |simple |easy )?(?:trick|thing|tip|secret|word|photo|chart)|doctors hate|"
    r"will (?:blow your mind|shock you|make you (?:cry|smile|laugh|think twice)|surprise you|melt your heart|"
    r"restore your faith)|(?:the internet|twitter|every(?:one|body)) (?:is losing|is going|can[’']t (?:stop|get over))|"
    r"broke the internet|gone wrong|jaw-dropping|mind-blowing|faith in humanity|before it[’']s too late|"
    r"number \d+ will|the answer (?:may|might|will) surprise you|nobody is talking about|"
    r"they don[’']t want you to know|SHOCKING|INSANE|EPIC|(?-i:You )need to see|wait till you see|wait until you see"
)


@rule(
    "headline-clickbait",
    severity="warning",
    summary="A headline that baits",
    bad=[
        "---\ntitle: ^You won’t believe^ what stopped the ferry\n---\nA belt stopped it.\n",
        "---\ntitle: The ferry stopped, and ^what happened next^ is a story\n---\nA belt snapped.\n",
        "---\ntitle: ^Here’s why^ the ferry stopped\n---\nA belt snapped.\n",
    ],
    good=[
        "---\ntitle: Belt stops ferry\n---\nIt snapped.\n",
        "---\ntitle: Adler reads ‘You Won’t Believe This’ aboard\n---\nIt is a book.\n",
        "---\ntitle: Why the ferry stopped\n---\nA belt snapped.\n",
        "---\ntitle: Belt stops ferry\n---\nYou won’t believe what it cost, Adler said.\n",
    ],
)
def headline_does_not_bait(headline: Headline) -> Flags:
    """A headline tells the news; one that hides it to be clicked on is what readers leave a site for.

    “Here’s why” and its like are only suggestions: explainers live on them.
    """
    article = headline.article
    for match in compiled(rf"(?<!\w)(?:{_BAIT})(?!\w)", re.I).finditer(article.prose, headline.start, headline.end):
        if match[0].upper() != match[0] and match[0].upper() in ("SHOCKING", "INSANE", "EPIC"):
            continue
        if not article.is_quoted(*match.span()):
            yield flag(Span(*match.span()), "Tell the news instead")
    soft = compiled(r"(?<!\w)(?:here[’']s (?:why|how|what)|(?:everything|what) you need to know)(?!\w)", re.I)
    for match in soft.finditer(article.prose, headline.start, headline.end):
        if not article.is_quoted(*match.span()):
            yield flag(Span(*match.span()), "Tell the answer instead", severity="suggestion")


_EMPTY = frozenset(
    "that this with from have will over into about after before more than their they what when where which while your "
    "been without says said first last year years week".split()
)


@rule(
    "headline-duplicate-words",
    severity="suggestion",
    summary="A word stands twice in the headline, or the deck says the headline again",
    bad=[
        "---\ntitle: Ferry board votes to close ferry ^board^\n---\nThe vote was Monday.\n",
        "---\ntitle: Belt stops ferry\ndeck: ^Belt stops ferry.^\n---\nA belt snapped Monday.\n",
        "# Belt stops ferry\n\n^Belt stops ferry.^ It snapped Monday.\n",
    ],
    good=[
        "---\ntitle: New York, New York: ferry turns 100\n---\nIt is old.\n",
        "---\ntitle: Belt stops ferry\ndeck: Repairs take a week\n---\nA belt snapped Monday.\n",
        "---\ntitle: Bora Bora ferry stops\n---\nIt stopped.\n",
        "---\ntitle: From ferry to ferry in a day\n---\nIt can be done.\n",
        "---\ntitle: 'Ferry riders: ‘A ferry is a ferry’'\n---\nThey said so.\n",
    ],
)
def headline_words_stand_once(headline: Headline) -> Flags:
    """A headline has room for each word once. A second one tells the reader that the desk had no better."""
    article = headline.article
    seen: dict[str, re.Match[str]] = {}
    twice: list[re.Match[str]] = []
    for match in compiled(r"(?<![\w’‘'.-])[^\W\d_]{4,}(?![\w’‘'-]|\.\w)").finditer(
        article.prose, headline.start, headline.end
    ):
        word = match[0].lower()
        if word in _EMPTY or article.is_quoted(*match.span()):
            continue
        if word not in seen:
            seen[word] = match
        elif _is_repeat(article.prose[seen[word].end() : match.start()], match[0]):
            twice.append(match)
    if twice:
        yield flag(Span(*twice[-1].span()), f"“{twice[-1][0]}” stands twice; find another word or none")
    said = _words(headline.prose)
    for below in _below(headline):
        if said and _words(below.prose) == said:
            yield flag(below, "This is the headline again; say something new")


def _below(headline: Headline) -> Iterator[Located]:
    """The decks and the lead's first sentence; what the metadata calls summary or description has a rule of its own."""
    article = headline.article
    yield from (deck for deck in article.zones_of(Kind.DECK) if deck.key not in _DESCRIPTIONS)
    for lead in article.zones_of(Kind.LEAD):
        yield from lead.sentences[:1]


_DESCRIPTIONS = ("dek", "summary", "description", "excerpt", "teaser")


def _is_repeat(between: str, word: str) -> bool:
    """Whether a word said again is a repetition, not a name said twice or a set phrase (“from ferry to ferry”)."""
    apart = between.strip()
    if not apart or apart in (
        ",",
        "and",
        "to",
        "by",
        "after",
        "upon",
        "for",
        "in",
        "with",
        "or",
        "vs.",
        "v.",
        "will be",
        "means",
        "is",
        "is a",
    ):
        return False
    return not (word[0].isupper() and "," in apart)


def _words(text: str) -> list[str]:
    return compiled(r"\w+").findall(text.lower())


_WHO = (
    "mayor|senator|congressman|congresswoman|governor|president|official|officer|deputy|sheriff|policeman|cop|teacher|"
    "coach|priest|pastor|bishop|doctor|nurse|lawyer|judge|banker|executive|ceo|chief|principal|professor|councilman|"
    "councilwoman|councilor|treasurer|clerk|manager|owner|driver|man|woman|teen|boy|girl|couple|father|mother|husband|"
    "wife|son|daughter|brother|sister|student|soldier|guard|aide|minister|lawmaker|contractor|developer|landlord"
)
_CRIMES = (
    "stole|steals|embezzled|embezzles|raped|rapes|murdered|murders|molested|molests|defrauded|defrauds|bribed|bribes|"
    "robbed|robs|kidnapped|kidnaps|assaulted|assaults|abused|abuses|swindled|swindles|laundered|launders|groped|gropes|"
    "strangled|strangles|poisoned|poisons"
)


@rule(
    "headline-attribution",
    severity="suggestion",
    certainty="medium",
    summary="A headline states a crime as a fact and names no source",
    bad=[
        "---\ntitle: Clerk ^stole^ $40,000 from ferry fund\n---\nThe clerk was charged Monday.\n",
        "---\ntitle: Midtown coach ^assaulted^ rower\n---\nPolice are looking into it.\n",
    ],
    good=[
        "---\ntitle: Prosecutors say clerk stole $40,000\n---\nShe was charged Monday.\n",
        "---\ntitle: Clerk stole $40,000 from ferry fund\n---\nThe clerk pleaded guilty Monday.\n",
        "---\ntitle: Storm robs ferry of riders\n---\nIt rained.\n",
        "---\ntitle: Clerk accused of theft\n---\nShe was charged.\n",
        "---\ntitle: Guard steals ball and wins for Midtown\n---\nMidtown won Monday.\n",
        "---\ntitle: Man robbed at ferry dock\n---\nPolice are looking for a thief.\n",
        "---\ntitle: 'Suit: Coach assaulted rower'\n---\nThe suit was filed Monday.\n",
    ],
)
def headline_crime_has_a_source(headline: Headline) -> Flags:
    """Until a court has found it, a crime is what somebody says: “Prosecutors say clerk stole”. A headline without its
    source is the libel that is read most. Silent when the story tells of a conviction or a plea of guilt.
    """
    article = headline.article
    said = headline.prose
    source = (
        r"\b(?:say|says|said|accus\w+|alleg\w+|charg\w+|convict\w+|guilty|sentenc\w+|admit\w*|confess\w*|jail\w*|"
        r"police|"
        r"prosecutors?|court|suit|lawsuit|jury|claims?|report\w*|suspect\w*|trial|indict\w+|who|was|were|been|is|are|"
        r"not|never|didn[’']t)\b|[:?‘“\"]"
    )
    here = (
        r"(?! (?:by|of|at|in|on|near|while|outside|inside|(?:the )?(?:ball|base|bases|show|scene|spotlight|limelight|"
        r"win|game|victory|hearts?|thunder))\b)(?=\s\S)"
    )
    match = compiled(rf"\b(?:{_WHO})s? (?P<verb>{_CRIMES}){here}", re.I).search(said)
    if match is None or compiled(source, re.I).search(said):
        return
    found = r"\b(?:convicted|pleaded guilty|pled guilty|found guilty|sentenced|admitted|confessed|conviction)\b"
    if not compiled(found).search(article.prose, headline.end):
        place = Span(headline.start + match.start("verb"), headline.start + match.end("verb"))
        yield flag(place, "Say who says so: police, prosecutors, a lawsuit")


@rule(
    "headline-abbreviation",
    severity="suggestion",
    summary="An abbreviation in the headline that few readers know",
    bad=[
        "---\ntitle: ^MRFC^ sells ferry\n---\nThe Midtown River Ferry Co. sold its ferry Monday.\n",
        "# Ferry riders sue ^MRFC^\n\nThe riders of the Midtown River Ferry Co. sued it Monday.\n",
    ],
    good=[
        "---\ntitle: FBI searches ferry\n---\nThe FBI came Monday.\n",
        "---\ntitle: FERRY SOLD BY MRFC\n---\nIt was sold Monday.\n",
        "---\ntitle: Henry VIII’s ferry found\n---\nIt was found Monday.\n",
        "---\ntitle: Ferry is SOLD\n---\nIt was sold Monday.\n",
        Good("---\ntitle: MRFC sells ferry\n---\nIt was sold.\n", options={"also": ("MRFC",)}),
    ],
)
def headline_in_words(headline: Headline, *, also: tuple[str, ...] = ()) -> Flags:
    """A headline stands alone, in lists and on phones: an abbreviation that only insiders know tells nobody anything.

    Those that everybody knows are let be; `also` names those that a newsroom's readers know. Words in capitals for
    emphasis are another rule's.
    """
    article = headline.article
    if not any(c.islower() for c in headline.prose):
        return
    pattern = compiled(r"(?<![\w.&/’'-])[A-Z]{3,6}(?![\w&/-]|\.\w)")
    for match in pattern.finditer(article.prose, headline.start, headline.end):
        letters = match[0]
        if letters in known() or letters in also or set(letters) <= set("IVXLC") or article.is_quoted(*match.span()):
            continue
        if not re.search(rf"(?<!\w){letters.capitalize()}(?!\w)|(?<!\w){letters.lower()}(?!\w)", article.prose):
            yield flag(Span(*match.span()), f"Say in words what {letters} is")
            return
