"""Studies, polls, posts and other outlets: what a story leans on."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from copydesk import Match, Span, compiled, flag, rule
from copydesk_rules._links import find_links

if TYPE_CHECKING:
    from copydesk import Article, Flags, Sentence

_FOUND = (
    r"(?:found|finds?|shows?|showed|suggest(?:s|ed)?|revealed|reveals|concluded|concludes|indicates?|indicated|warns|"
    r"warned)"
)
_THE_LIKE = r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he latest|[Rr]ecent|[Nn]ew|[Ss]everal|[Ss]ome|[Mm]any|[Tt]wo|[Tt]hree)"
_KIND = (
    r"(?: (?:new|recent|latest|major|large|small|federal|scientific|independent|different|separate|earlier|online|"
    r"national|statewide|government))*"
)
#: A study that is said to have found something, with nothing said of whose it is.
_CLAIM = (
    rf"\b{_THE_LIKE}{_KIND} (?:study|studies|surveys?|polls?|analysis|research|data|report)(?: that)? "
    rf"(?:has |have |had |also )?(?:{_FOUND}|says?|said)\b|"
    rf"\b(?:[Ss]tudies|[Rr]esearch|[Dd]ata|[Ss]urveys|[Pp]olls) (?:has |have |also )?{_FOUND}\b|"
    r"\b(?:[Aa]|[Aa]nother|[Nn]ew) (?:new )?(?:lawsuit|complaint)s? (?:claims?|claimed|alleges?|alleged|says?|said)\b"
)


@rule(
    "sourcing-claim-no-link",
    severity="suggestion",
    certainty="medium",
    summary="A study or report that the story does not name",
    pattern=_CLAIM,
    hints=("study", "studies", "survey", "poll", "analysis", "research", "data ", "report", "lawsuit", "complaint"),
    bad=[
        "^A new study found^ that ferries are late on Mondays. Riders were not surprised.",
        "^Recent research shows^ that belts snap in the cold.",
        "^Studies suggest^ that ferries calm the Midtown poor.",
        "^A lawsuit claims^ the ferry line knew of it.",
    ],
    good=[
        "Ferries are late on Mondays, and a new study of the Belt Institute found that it is no accident.",
        "A new study found that ferries are late. Harlow College published it in May.",
        "A new study found that ferries are [late on Mondays](https://example.org/late).",
        "“A new study found we are late,” the captain said.",
        "The study of belts found favor with her.",
        "Ferries are late, Harlow College says. A new study found that belts snap in the cold.",
        "A police report said the belt was cut.",
    ],
)
def claim_has_an_origin(match: Match) -> Flags:
    """“A new study found” helps no reader to find it: name who made it, or link to it. A name in the same sentence or
    the next to it, where names of makers stand, or a link in the paragraph will do.
    """
    article, zone = match.article, match.zone
    sentence = article.sentence_at(match.start)
    if zone is None or sentence is None or _is_of_somebody(match):
        return
    if _has_link(article, zone.start, zone.end):
        return
    before = article.sentences_in(max(sentence.start - _NEAR, 0), sentence.start)[-1:]
    after = article.sentences_in(sentence.end, sentence.end + _NEAR)[:1]
    start, end = (before or (sentence,))[0].start, (after or (sentence,))[-1].end
    start, end = max(start, match.start - 2 * _NEAR), min(end, match.end + 2 * _NEAR)
    if not compiled(_MAKER).search(article.prose, start, end):
        yield flag(match, "Name who made it, or link to it")


#: A sentence longer than this many characters is not read to its end.
_NEAR = 400


def _has_link(article: Article, start: int, end: int) -> bool:
    """Whether a link stands in a stretch."""
    links = find_links(article)
    at = bisect_left(links, start, key=lambda link: link.text.start)
    return at < len(links) and links[at].text.start < end


def _is_of_somebody(match: Match) -> bool:
    """Whether a word right before says whose study it is: “Harlow data show”, “police reports say”, “her research”."""
    before = match.article.prose[max(match.start - 30, 0) : match.start]
    joined = r"(?:^|[.!?:;,“”—–-] ?|\s(?:and|but|that|as|while|when|because|what|however|if|although|where) )$"
    bare = match.group()[0].lower() not in "ao" and compiled(r"[\w’'-]+ $").search(before) is not None
    return bare and not compiled(joined, re.I).search(before)


#: Who makes studies, and where they are told of.
_MAKER = (
    r"\b(?:according to|by|from|at|in the journal|published in|published by|for the|commissioned by|filed by|filed in|"
    r"against) (?:the |an? |(?:[a-z]+ ){0,3}at (?:the )?)?[A-Z]|"
    r"\b(?!(?:New|Recent|Several|Many|Some|The|This|That|Another|Two|Three|One|Studies|Data) )[A-Z][\w’.-]+ "
    r"(?:\w+ )?(?:researchers|scientists|economists|study|survey|poll|analysis|report|data|said|says|found|published|"
    r"released|surveyed|polled|conducted)\b|"
    r"\b(?:University|College|Institute|Institution|Center|Centre|Foundation|Association|Department|Bureau|Agency|"
    r"Council|Journal|Commission|Court)\b|\b(?:researchers|scientists) at\b"
)


@rule(
    "sourcing-poll-detail",
    severity="warning",
    summary="A poll’s result without what it takes to judge it",
    hints=("poll", "survey"),
    bad=[
        "^A poll found 61% of riders want a new ferry.^ The line has none.",
        "^A recent survey shows that 4 in 10 riders, or 40%, swim.^",
        "^In a new poll, 55% of riders want a ferry.^",
        "^Marsh leads Khan 48% to 41% in a recent poll.^",
    ],
    good=[
        "A Harlow College poll of 803 riders, taken March 3-5 with a margin of error of 3.5 points, found 61% want a "
        "ferry.",
        "A poll found 61% of riders want a new ferry. Harlow College asked 803 riders March 3-5; the margin of error "
        "is 3.",
        "The pole fell on 61% of the ferry.",
        "The ferry polled 61% of the vote.",
        "“A poll found 61% want it,” the captain said.",
        "Poll workers found 61% of the booths shut.",
        "A land survey crew found a slope of 5%.",
    ],
)
def poll_has_its_details(sentence: Sentence) -> Flags:
    """Without the pollster, the number of people asked, the days and the margin of error, a poll's figure is worth
    nothing: AP has them in every story on a poll. They may stand anywhere in the story.

    With a pollster named or linked to, or one of the others given, it is a suggestion; with two of them nothing is
    said.
    """
    article = sentence.article
    said = sentence.prose
    poll = compiled(_POLL, re.I).search(said) if _mentions_poll(said.lower()) else None
    if poll is None or article.is_quoted(sentence.start + poll.start(), sentence.start + poll.end()):
        return
    given, named = article.computed("poll details", _read_poll_details)
    named = named or _has_link(article, sentence.start, sentence.end)
    if given < 2 and not (named and given):
        place = Span(sentence.start, sentence.start + len(said.rstrip("\u2060 \n")))
        severity = "suggestion" if named or given else None
        yield flag(place, "Give pollster, sample, dates and margin of error", severity=severity)


def _read_poll_details(article: Article) -> tuple[int, bool]:
    """How many details of a poll the story gives, and whether it names a pollster."""
    start = article.front_matter.end
    given = sum(bool(compiled(detail, re.I).search(article.prose, start)) for detail in _POLL_DETAILS)
    return given, compiled(_POLLSTER).search(article.prose, start) is not None


def _mentions_poll(said: str) -> bool:
    return "poll" in said or "survey" in said


_SHARE = r"\d(?:\d|\.)*(?:%| percent\b)|\b(?:\d|one|two|three|seven|nine) in (?:\d+|ten)\b"
_A_POLL = (
    r"\b(?:an?|the|one|another|new|recent|latest|[a-z]+’s)(?: (?!land|soil|site|title|aerial|geolog)[\w-]+){0,3} "
    r"(?:poll|survey)\b(?! (?:crews?|workers?|tax|takers?|stations?|ships?))"
)
#: What a poll found, in either order.
_POLL = (
    rf"(?:{_A_POLL}|(?<!-)\b(?:polls|surveys)\b)[^.;“”\"]{{0,80}}?\b{_FOUND}\b[^;“”\"]{{0,120}}?(?:{_SHARE})|"
    rf"\b(?:in|according to) (?:{_A_POLL}|(?:recent |new |the )*(?:polls|surveys)\b)[^.;“”\"]{{0,60}}?(?:{_SHARE})|"
    rf"(?:{_SHARE})[^.;“”\"]{{0,100}}? (?:in|according to) (?:{_A_POLL}|(?:recent |new |the )*(?:polls|surveys)\b)"
)
#: How many were asked; how exact it is; when they were asked.
_POLL_DETAILS = (
    r"\b\d[\d,]{2,}\s+(?:[\w-]+ ){0,3}(?:people|adults?|voters|respondents|Americans|residents|riders|likely|"
    r"registered|households|participants|students|parents|workers|women|men|users|readers|owners|members)\b",
    r"margin of (?:sampling )?error|plus or minus|percentage points?, plus|±",
    r"\b(?:conducted|taken|surveyed|carried out|asked|polled|fielded|interviewed)\b[^.\n]{0,80}\d",
)
_POLLSTER = (
    r"\b(?!(?:A|An|The|One|In|Another|New|Recent|This) )[A-Z][\w’'&-]{1,30}"
    r"(?:[ /-](?:[A-Z][\w’'&-]{1,30}|of|and|for|the)){0,8} (?:\w+ )?(?:poll|survey)s?\b|"
    r"\b(?:poll|survey)s? (?:\w+ ){0,3}(?:by|from|for) (?:the )?[A-Z]|"
    r"\b(?:Pew|Gallup|Quinnipiac|Ipsos|YouGov|Marist|Nielsen|comScore|Forrester|Gartner|Census)\b"
)


_WIKIPEDIA_SAYS = (
    r"\baccording to (?:\w+ )?Wikipedia\b|"
    r"\bWikipedia(?:’s \w+| (?:page|article|entry))? (?:says|said|states|notes|lists|describes|defines|explains|"
    r"has it)\b|"
    r"\b(?:as )?(?:cited|noted|stated|listed|reported|defined) (?:on|in|by) Wikipedia\b"
)


@rule(
    "sourcing-wikipedia",
    severity="warning",
    summary="Wikipedia as a source",
    hints=("wikipedia",),
    bad=[
        "The ferry is from 1911, ^according to Wikipedia^.",
        "^Wikipedia says^ the ferry is from 1911.",
        "The ferry is [^from 1911^](https://en.wikipedia.org/wiki/Ferry).",
    ],
    good=[
        "The ferry is from 1911, according to the county archive.",
        "# Wikipedia turns 25\n\nWikipedia says it has 60 million articles.",
        "Mo Khan edits Wikipedia. His ferry is on Wikipedia, and Wikipedia has a photo. He likes Wikipedia.",
        "“It is on Wikipedia,” the captain said.",
    ],
)
def no_encyclopedia_as_a_source(article: Article, *, links: bool = True) -> Flags:
    """Anyone can edit it, so it proves nothing: find what its article itself rests on. A story about Wikipedia is
    let be. `links = false` lets links to it be.
    """
    headline = article.title.text.lower() if article.title else ""
    if "wiki" in headline or article.folded.count("wikipedia", article.front_matter.end) > 3:
        return
    for zone in article.zones:
        for match in compiled(_WIKIPEDIA_SAYS, re.I).finditer(article.prose, zone.start, zone.end):
            if not article.is_quoted(*match.span()):
                yield flag(Span(*match.span()), "Cite what Wikipedia itself rests on")
    for link in find_links(article) if links else ():
        if compiled(r"(?:https?:)?//(?:\w+\.)*wikipedia\.org/").match(link.url):
            yield flag(link.text, "Link to what Wikipedia itself rests on", severity="suggestion")


_POST = r"(?:post|tweet|video|clip|footage|photo|image|livestream|recording|message)s?"
_SHOWS = (
    r"(?:appears? to show|appeared to show|shows?|showed|purports? to|purported to|claims?|claimed|suggests?|alleges?)"
)
_SITE = (
    r"(?:social media|X|Twitter|Facebook|TikTok|Instagram|Telegram|YouTube|WhatsApp|Reddit|the internet|Snapchat|"
    r"Threads)"
)
_SHARED = (
    rf"(?:posted|shared|circulating|circulated|published|uploaded|spreading|going viral|making the rounds)"
    rf"(?: widely)? (?:online|(?:on|to|across) {_SITE})(?: on \w+day)?"
)
_HEARSAY = (
    rf"\b(?:(?:[Aa]|[Oo]ne|[Tt]he|[Aa]nother|[Ss]everal|[Tt]wo) )?(?:[Vv]iral |[Aa]mateur |[Cc]ellphone |"
    rf"[Ww]idely shared |[Ss]hort |[Uu]nverified )*(?i:{_POST}) (?:that (?:was|were) )?{_SHARED} {_SHOWS}\b|"
    rf"\b(?:[Aa]|[Tt]he|[Aa]nother|[Ss]everal)(?: (?:viral|amateur|unverified|widely shared|social media))+ {_POST} "
    rf"{_SHOWS}\b|"
    rf"\b(?:[Aa]|[Oo]ne|[Aa]nother) (?:post|tweet|message)s? on {_SITE} {_SHOWS}\b|"
    rf"\b(?:[Aa]|[Aa]nother) (?:video|clip|tweet) {_SHOWS}\b"
)


@rule(
    "sourcing-social",
    severity="suggestion",
    certainty="medium",
    summary="A post or video that nobody says was verified",
    pattern=_HEARSAY,
    hints=("post", "tweet", "video", "clip", "footage", "viral", "circulat", "livestream"),
    bad=[
        "^A video posted on social media shows^ the ferry on fire. It was Monday.",
        "^Footage shared on Telegram appeared to show^ a belt. It was worn.",
        "^A viral video shows^ the ferry on fire. It was Monday.",
    ],
    good=[
        "A video posted on social media, and verified by The Midtown Times, shows the ferry on fire.",
        "A video posted on social media shows the ferry on fire. The Times could not independently verify it.",
        "The ferry line posted a video on Facebook that shows the belt.",
        "“A video posted on X shows it,” the captain said.",
        "A police video shows the ferry on fire.",
        "A video released by the county shows the ferry on fire.",
    ],
)
def posts_are_verified(match: Match) -> Flags:
    """Anyone can post anything: say how it is known to be real, or that it could not be verified."""
    if not match.article.computed("verified", _is_verified):
        yield flag(match, "Say whether it was verified, and how")


def _is_verified(article: Article) -> bool:
    """Whether the story says anywhere that something was verified, or could not be."""
    known = (
        r"verif|authentic|geolocat|confirmed (?:that |by )|could not (?:be )?(?:independently|immediately)|"
        r"matched|reviewed by"
    )
    return compiled(known).search(article.folded) is not None


_WHOSE = (
    r"(?:[Ll]ocal|[Nn]ews|[Ss]tate|[Mm]edia|[Pp]ress|[Pp]ublished|[Vv]arious|[Ss]ome|[Ss]everal|[Mm]ultiple|[Ff]oreign|"
    r"[Rr]ussian|[Ii]sraeli|[Cc]hinese|[Uu]krainian|[Ii]ranian|[Tt]urkish|[Ii]ndian)"
)
_PRESS = r"(?:media|news|press|outlets|reports|organizations)(?: (?:outlets|reports|organizations))?"
_REPORT = (
    r"(?:have |has |had |also )?(?:reported|said|says?|report|claimed|claim|suggested|suggest|indicated|quoted)\b"
    r"(?! (?:on|to|for) )"
)
_SOME_OUTLET = (
    rf"\b(?:{_WHOSE} )+{_PRESS} {_REPORT}|"
    r"\b[Aa]ccording to (?:(?:local|several|multiple|some|published|various|state|news|media|press) )+"
    r"(?:media|reports?|outlets|news reports?)\b|"
    r"(?<![\w’'-] )\b(?:(?:[Rr]ecent|[Uu]nconfirmed|[Ee]arly|[Ii]nitial|[Oo]ther) )?[Rr]eports "
    r"(?:say|said|suggest|suggested|claim|claimed|indicate)\b"
)


@rule(
    "sourcing-outlet-name",
    severity="suggestion",
    summary="Another outlet’s report without its name",
    pattern=_SOME_OUTLET,
    hints=("media", "reports", "outlets", "press"),
    bad=[
        "^Local media reported^ that the ferry was sold.",
        "The ferry was sold, ^according to media reports^.",
        "^Reports suggest^ the ferry was sold.",
    ],
    good=[
        "The Harlow Falls Post reported that the ferry was sold.",
        "According to reports by the county, the ferry was sold.",
        "“Local media reported it,” the captain said.",
        "The press reported to the gate. The media were late.",
        "Inspection reports said the belt was worn.",
    ],
)
def outlet_is_named(match: Match) -> Flags:
    """Credit whose report it is: “the Harlow Falls Post reported”. “Media reports” hides who checked the fact, if
    anyone did. A story that names an outlet in the same sentence is let be.
    """
    sentence = match.article.sentence_at(match.start)
    said = match.article.prose[match.end : min(sentence.end, match.end + _NEAR)] if sentence else ""
    if not compiled(
        r"\b(?:Reuters|AP|Associated Press|CNN|BBC|Times|Post|News|Journal|Herald|Tribune|Guardian|"
        r"Agence|TASS|Xinhua|including|such as|like|by the|from the)\b"
    ).search(said):
        yield flag(match, "Name the outlet")


@rule(
    "sourcing-press-release",
    severity="suggestion",
    summary="The voice of a press release",
    pattern=r"\b(?:is|are|was|were|am|’m|’re|be) (?:so |very |extremely |incredibly |both )?"
    r"(?:excited|pleased|proud|thrilled|delighted|honou?red|happy|humbled) (?:and \w+ )?to "
    r"(?:announce|present|introduce|offer|unveil|welcome|launch|partner|share|host|join|release|sponsor)\b|"
    r"\b(?:leading provider of|industry-leading|world-class (?:team|solution|service)\w*|for immediate release)\b",
    flags=re.I,
    hints=(
        "excited", "pleased", "proud", "thrilled", "delighted", "honored", "honoured", "happy", "humbled",
        "leading provider", "industry-leading", "world-class", "immediate release",
    ),
    bad=[
        "The ferry line ^is thrilled to announce^ a new belt.",
        "Harlow Belts, an ^industry-leading^ maker, sold it.",
    ],
    good=[
        "The ferry line announced a new belt.",
        "“We are thrilled to announce a belt,” the captain said.",
        "Riders were happy to share the bench.",
        "The captain was leading provider ships upriver.",
    ],
)  # fmt: skip
def no_press_release(match: Match) -> Flags:
    """A company is not “thrilled to announce” in news copy; it announced. Such words are its own, copied."""
    if match.group().lower().endswith(("to share", "to join", "to host", "to welcome")) and not compiled(
        r"\b(?:news|announce|that|our|this)\b"
    ).match(match.article.prose[match.end : match.end + 12].strip()):
        return
    yield flag(match, "Tell what was done, in your own words")
