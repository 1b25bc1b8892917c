"""Studies, polls, posts and other outlets: what a story leans on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Match, Span, compiled, flag, rule
from copydesk_rules._links import find_links

if TYPE_CHECKING:
    from copydesk import Article, Flags, Sentence

_FOUND = (
    r"(?:found|finds|find|shows?|showed|suggest(?:s|ed)?|revealed|reveals|concluded|concludes|indicates?|"
    r"indicated)"
)


@rule(
    "sourcing-claim-no-link",
    severity="suggestion",
    certainty="medium",
    summary="A study or report that the story does not name",
    pattern=rf"\b(?:[Aa]|[Oo]ne|[Aa]nother|[Tt]he latest|[Rr]ecent|[Nn]ew|[Ss]everal|[Ss]ome|[Mm]any)"
    rf"(?: (?:new|recent|latest|major|large|small|federal|scientific|independent|different|separate|earlier))*"
    rf" (?:study|studies|survey|surveys|analysis|research|data)(?: that)? (?:has |have |had |also )?{_FOUND}\b",
    hints=("study", "studies", "survey", "analysis", "research", "data"),
    bad=[
        "^A new study found^ that ferries are late on Mondays. Riders were not surprised.",
        "^Recent research shows^ that belts snap in the cold.",
    ],
    good=[
        "A new study in the journal Belt found that ferries are late on Mondays.",
        "A new study found that ferries are late. Harlow College published it in May.",
        "A new study found that ferries are [late on Mondays](https://example.org/late).",
        "“A new study found we are late,” the captain said.",
        "The study of belts found favor with her.",
    ],
)
def claim_has_an_origin(match: Match) -> Flags:
    """“A new study found” helps no reader to find it: name who made it, or link to it. A name or a link in the same or
    a neighboring paragraph will do.
    """
    article = match.article
    zone = match.zone
    if zone is None:
        return
    zones = [other for other in article.zones if other.kind in ("lead", "body", "list")]
    at = zones.index(zone) if zone in zones else -1
    near = zones[max(at - 1, 0) : at + 2] if at >= 0 else [zone]
    if any(link.text.start < near[-1].end and near[0].start < link.text.end for link in find_links(article)):
        return
    for other in near:
        for name in compiled(r"(?<=[a-z,;:(”’] )[A-Z][\w’'&.-]+").finditer(article.prose, other.start, other.end):
            if not compiled(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Americans?|I$|I’|U\.S").match(name[0]):
                return
    yield flag(match, "Name who found it, or link to it")


@rule(
    "sourcing-poll-detail",
    severity="warning",
    summary="A poll’s result without what it takes to judge it",
    bad=[
        "^A poll found 61% of riders want a new ferry.^ The line has none.",
        "^A recent survey shows that 4 in 10 riders, or 40%, swim.^",
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
    ],
)
def poll_has_its_details(sentence: Sentence) -> Flags:
    """Without the pollster, the number of people asked, the days and the margin of error, a poll's figure is worth
    nothing: AP has them in every story on a poll. They may stand anywhere in the story.

    With a pollster named, or one of the others given, it is a suggestion; with two of them nothing is said.
    """
    article = sentence.article
    said = sentence.prose
    if "poll" not in said.lower() and "survey" not in said.lower():
        return
    poll = compiled(
        rf"\b(?:polls?|surveys?)\b[^.;“”\"]{{0,80}}?\b{_FOUND}\b[^;“”\"]{{0,120}}?\d(?:\d|\.)*(?:%| "
        rf"percent\b)"
    ).search(said)
    if poll is None or article.is_quoted(sentence.start + poll.start(), sentence.start + poll.end()):
        return
    story = article.prose[article.front_matter.end :]
    people = (
        "people|adults|voters|respondents|Americans|residents|riders|adult|likely|registered|households|"
        "participants|students|parents|workers|women|men|users|readers|owners|members"
    )
    given = [
        compiled(rf"\b\d[\d,]{{2,}}\s+(?:[\w-]+ ){{0,3}}(?:{people})\b", re.I).search(story),
        compiled(r"margin of (?:sampling )?error|plus or minus|percentage points?, plus|±", re.I).search(story),
        compiled(
            r"\b(?:conducted|taken|surveyed|carried out|asked|polled|fielded|"
            r"interviewed)\b[^.\n]{0,80}\d",
            re.I,
        ).search(story),
    ]
    named = compiled(
        r"[A-Z][\w’'&-]+(?:[ /-](?:[A-Z][\w’'&-]+|of|and|for|the))* (?:\w+ )?(?:poll|survey)s?\b|"
        r"\b(?:poll|survey)s? (?:\w+ ){0,3}(?:by|from|for) (?:the )?[A-Z]|\b(?:Pew|Gallup|Quinnipiac|"
        r"Ipsos|YouGov|Marist|Nielsen|comScore|Forrester|Gartner|Census)\b"
    ).search(story)
    count = sum(map(bool, given))
    if count < 2 and not (named and count):
        end = len(said.rstrip("\u2060 \n"))
        place = Span(sentence.start, sentence.start + end)
        yield flag(
            place, "Give pollster, sample, dates and margin of error", severity="suggestion" if named or count else None
        )


@rule(
    "sourcing-wikipedia",
    severity="warning",
    summary="Wikipedia as a source",
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
    if "ikipedia" not in article.text:
        return
    headline = article.title.text.lower() if article.title else ""
    if "wiki" in headline or article.folded.count("wikipedia", article.front_matter.end) > 3:
        return
    claim = compiled(
        r"\baccording to (?:\w+ )?Wikipedia\b|\bWikipedia(?:’s \w+| (?:page|article|entry))? (?:says|said|states|"
        r"notes|lists|"
        r"describes|defines|explains|has it)\b|\b(?:as )?(?:cited|noted|stated|listed|reported|defined) (?:on|in|by) "
        r"Wikipedia\b",
        re.I,
    )
    for zone in article.zones:
        for match in claim.finditer(article.prose, zone.start, zone.end):
            if not article.is_quoted(*match.span()):
                yield flag(Span(*match.span()), "Find what Wikipedia itself rests on")
    for link in find_links(article) if links else ():
        if compiled(r"(?:https?:)?//(?:\w+\.)*wikipedia\.org/").match(link.url):
            yield flag(link.text, "Link to what Wikipedia itself rests on", severity="suggestion")


@rule(
    "sourcing-social",
    severity="suggestion",
    certainty="medium",
    summary="A post or video that nobody says was verified",
    pattern=r"\b(?:[Aa]|[Oo]ne|[Tt]he|[Aa]nother|[Vv]iral|[Aa]mateur|[Cc]ellphone|[Vv]ideos?|[Pp]osts?|[Pp]hotos?|"
    r"[Ff]ootage|[Cc]lips?)"
    r"(?: (?:viral|video|videos|short|widely shared|cellphone|amateur|unverified))* ?(?:post|tweet|video|clip|"
    r"footage|photo|image|livestream)?s?"
    r" (?:that was |that were )?(?:posted|shared|circulating|circulated|published|uploaded|spreading|going viral|"
    r"making the rounds)"
    r" (?:widely )?(?:on|to|across) (?:social media|X|Twitter|Facebook|TikTok|Instagram|Telegram|YouTube|WhatsApp|"
    r"Reddit|the internet|Snapchat|Threads)"
    r"(?: on \w+day)? (?:appears? to show|appeared to show|shows?|showed|purports? to|claims?|claimed|suggests?)",
    hints=(
        "social media",
        "twitter",
        "facebook",
        "tiktok",
        "instagram",
        "telegram",
        "youtube",
        " x ",
        "whatsapp",
        "reddit",
        "viral",
    ),
    bad=[
        "^A video posted on social media shows^ the ferry on fire. It was Monday.",
        "^Footage shared on Telegram appeared to show^ a belt. It was worn.",
    ],
    good=[
        "A video posted on social media, and verified by The Midtown Times, shows the ferry on fire.",
        "A video posted on social media shows the ferry on fire. The Times could not independently verify it.",
        "The ferry line posted a video on Facebook that shows the belt.",
        "“A video posted on X shows it,” the captain said.",
    ],
)
def posts_are_verified(match: Match) -> Flags:
    """Anyone can post anything: say how it is known to be real, or that it could not be verified."""
    story = match.article.folded
    known = (
        r"verif|authentic|geolocat|confirmed (?:that |by )|could not (?:be )?(?:independently|immediately)|"
        r"matched|reviewed by"
    )
    if not compiled(known).search(story):
        yield flag(match, "Say whether it was verified, and how")


@rule(
    "sourcing-outlet-name",
    severity="suggestion",
    summary="Another outlet’s report without its name",
    pattern=r"\b(?:(?:[Ll]ocal|[Nn]ews|[Ss]tate|[Mm]edia|[Pp]ress|[Pp]ublished|[Vv]arious|[Ss]everal|[Mm]ultiple|"
    r"[Ff]oreign|[Rr]ussian|[Ii]sraeli|[Cc]hinese|[Uu]krainian) )"
    r"(?:media|news|press|outlets|reports|media outlets|news outlets|media reports|news reports)(?: outlets| reports|"
    r" organizations)?"
    r" (?:have |has |had |also )?(?:reported|said|say|says|report|claimed|claim|suggested|suggest|indicated|quoted)\b|"
    r"\b[Aa]ccording to (?:(?:local|several|multiple|some|published|various|state|news|media|press) )+(?:media|"
    r"reports?|outlets|news reports?)\b|"
    r"\b[Rr]eports (?:say|said|suggest|suggested|claim|indicate)\b",
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
    ],
)
def outlet_is_named(match: Match) -> Flags:
    """Credit whose report it is: “the Harlow Falls Post reported”. “Media reports” hides who checked the fact, if
    anyone did. A story that names an outlet in the same sentence is let be.
    """
    sentence = match.article.sentence_at(match.start)
    said = match.article.prose[match.end : sentence.end] if sentence else ""
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
    hints=("to announce", "to present", "to introduce", "to offer", "to unveil", "to welcome", "to launch",
           "to partner", "to share", "to host", "to join", "to release", "to sponsor", "leading", "world-class", "immediate release"),
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
