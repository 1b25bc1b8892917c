"""Copy that a lawyer, or the person it is about, should see before readers do."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Good, Span, compiled, flag, rule
from copydesk_rules._copy import (
    COPY,
    NAME,
    Place,
    has_signoff,
    is_person,
    is_voiced,
    like,
    places,
    with_article,
)
from copydesk_rules.legal._court import has_conviction

if TYPE_CHECKING:
    from copydesk import Article, Flags


@rule(
    "legal-hot-words",
    severity="warning",
    summary="The narrator calls a person corrupt, a liar, a racist",
    certainty="medium",
    in_quotes=True,
    bad=[
        "The ^corrupt^ mayor rowed home.",
        "Cole Baker is a ^liar^ and a baker.",
        "The ferry belongs to ^fraudster^ Cole Baker.",
        "The ^incompetent^ sheriff lost the goat.",
    ],
    good=[
        "The mayor, charged with bribery, rowed home.",
        "A law on corrupt officials and racist remarks passed.",
        "Cole Baker, a fraudster, was convicted in May. The corrupt mayor was too.",
        "---\nsignoffs:\n  legal: jw\n---\nThe corrupt mayor rowed home.\n",
        "Nazi Germany lost the war.",
    ],
)
def no_hot_words(article: Article) -> Flags:
    """A word that ruins a name needs a court’s finding, a quotation with a source, and a lawyer’s sign-off.

    Reported of one person: before an office or a name, or after “Name is a”. In quotation marks it is a suggestion,
    because who repeats a libel publishes it. Silent when the article tells of a conviction.
    """
    found = [p for p in places(article, _HOT, zones=PROSE, in_quotes=True) if p.text.islower() or p.begins_sentence()]
    if not found or has_conviction(article) or has_signoff(article, "legal"):
        return
    for place in found:
        if (place.word(0) in _HOT_ADJECTIVES and _is_of_person(place)) or (
            place.word(0) in _HOT_NOUNS and _is_label(place)
        ):
            severity = "suggestion" if place.quoted else None
            yield flag(place, "Whose finding is this? Let a lawyer see it", severity=severity)


_HOT_ADJECTIVES = frozenset("corrupt crooked racist incompetent bigoted dishonest fraudulent lying".split())
_HOT_NOUNS = frozenset(
    "fraudster crook liar racist pedophile paedophile nazi conman swindler bigot rapist murderer thief criminal "
    "traitor cheat charlatan quack predator".split()
)
_HOT = _HOT_NOUNS | _HOT_ADJECTIVES
_OFFICES = frozenset(
    "mayor senator governor president congressman congresswoman judge sheriff cop officer councilman commissioner "
    "treasurer minister lawmaker politician official prosecutor banker businessman doctor priest principal "
    "superintendent chief lawyer attorney contractor ceo executive landlord".split()
)


def _is_of_person(place: Place) -> bool:
    """Whether one person's office or name follows: the corrupt mayor, crooked Cole Baker."""
    if place.word(1) in _OFFICES:
        return place.word(-1) in (
            "the",
            "this",
            "that",
            "his",
            "her",
            "their",
            "town's",
            "city's",
            "its",
            "former",
        ) or (place.begins_sentence() and place.written(2)[:1].isupper())
    name = compiled(rf"\s(?P<name>{NAME})").match(place.article.prose, place.end)
    before = compiled(rf"(?P<name>{NAME})\s(?:is|was|has\sbeen)\s(?:\w+ly\s)?\Z")
    owner = before.search(place.article.prose, _since(place), place.start)
    return bool((name and is_person(name["name"])) or (owner and is_person(owner["name"])))


def _is_label(place: Place) -> bool:
    """Whether it is said of a name: Cole Baker is a liar, fraudster Cole Baker, Cole Baker, a crook,."""
    prose = place.article.prose
    name = compiled(rf"\s(?P<name>{NAME})").match(prose, place.end)
    if name and is_person(name["name"]) and place.word(-1) not in ("accused", "alleged", "suspected"):
        return True
    if place.word(1).isalpha() and place.word(1) not in _GOES_ON:
        return False
    before = compiled(
        rf"(?P<name>{NAME})(?:\s(?:is|was|has\sbeen|remains)|,)\s(?:an?|the)\s(?:\w+\s){{0,2}}?\Z"
    ).search(prose, _since(place), place.start)
    words = {place.word(-n) for n in range(1, 5)}
    return bool(
        before and is_person(before["name"]) and not words & {"not", "no", "never", "alleged", "accused", "suspected"}
    )


_GOES_ON = frozenset(
    "and or but who whose in of on at with from for to as because when while that since is was has".split()
)


def _since(place: Place) -> int:
    """Where its sentence begins, but no more than 90 characters back."""
    sentence = place.article.sentence_at(place.start)
    return max(sentence.start if sentence else 0, place.start - 90)


@rule(
    "legal-signoff-trigger",
    severity="warning",
    summary="Ready without a lawyer’s sign-off",
    bad=[
        "^---^\nstatus: ready\nsignoffs:\n  copy: al\n---\nA lawsuit says that the pier leaks.\n",
        "^---^\nstatus: ready\n---\nCole Baker is charged with theft.\n",
    ],
    good=[
        "---\nstatus: ready\nsignoffs:\n  copy: al\n  legal: jw\n---\nA lawsuit says that the pier leaks.\n",
        "---\nstatus: draft\n---\nA lawsuit says that the pier leaks.\n",
        "---\nstatus: ready\nsignoffs:\n  copy: al\n---\nMinor repairs closed the leaky pier.\n",
        "---\nstatus: ready\nkind: listing\n---\nCole Baker is charged with theft.\n",
    ],
)
def lawyer_has_seen_it(
    article: Article,
    *,
    words: tuple[str, ...] = (
        "lawsuit", "lawsuits", "charged with", "alleged", "allegedly", "alleges", "allegation", "allegations",
        "accused", "a minor", "minors", "leaked", "hacked documents", "hacked emails", "libel", "defamation", "sued",
    ),
    statuses: tuple[str, ...] = ("ready", "scheduled"),
) -> Flags:  # fmt: skip
    """A story with a lawsuit, a charge, an accusation, a minor or leaked papers goes to a lawyer before it is ready.

    Option `words`: what sends a story there.  `statuses`: from which status on.  Court listings (`kind:`) are let be.
    """
    if article.status not in statuses or has_signoff(article, "legal"):
        return
    kind = (article.front_matter.scalar("kind", "type") or "").lower()
    if "listing" in kind or "docket" in kind:
        return
    phrases = (r"\s+".join(map(re.escape, word.split())) for word in words)
    pattern = compiled(rf"\b(?:{'|'.join(phrases)})\b")
    for zone in article.zones:
        match = pattern.search(article.folded, zone.start, zone.end) if zone.kind in COPY else None
        if match and (match[0] != "a minor" or not article.folded[match.end() + 1 :].startswith(_MINOR_THINGS)):
            start = article.front_matter.start
            yield flag(Span(start, start + 3), f"“{match[0]}” asks for a lawyer’s sign-off: signoffs.legal")
            return


_MINOR_THINGS = (
    "league", "injur", "damage", "offense", "crash", "change", "role", "repair", "issue", "problem", "leak", "detail",
    "part", "key", "fire", "earthquake", "accident", "delay", "party", "figure", "character", "flood", "one", "setback",
)  # fmt: skip


@rule(
    "legal-no-response",
    severity="suggestion",
    summary="An accusation without an answer",
    certainty="low",
    bad=[
        "Nell Park ^accused^ Cole Baker of watering the cider.",
        "A lawsuit ^accuses^ the mill of dumping dough.\n\nIt was filed Monday.",
    ],
    good=[
        "Nell Park accused Cole Baker of watering the cider. Baker denied it.",
        "A lawsuit accuses the mill of dumping dough. The mill declined to comment.",
        "Cole Baker, accused of theft, was convicted Monday.",
        "The cider stands accused of nothing.",
    ],
)
def accused_answers(article: Article) -> Flags:
    """Whoever is accused gets to answer, or the story says that they were asked: declined to comment, did not respond.

    Looks for any denial, answer or attempt in the whole story. Verdicts and pleas are a court’s record and need none.
    """
    found = [place for place in places(article, _ACCUSES, zones=PROSE) if _is_accusation(place)]
    if found and not is_voiced(article) and not compiled(_ANSWERED).search(article.folded) and not _speaks(found[0]):
        yield flag(found[0], "What does the accused say? Seek comment, or say that it was sought")


_ACCUSES = frozenset("accused accuses accusing alleges alleged sued sues".split())
_ANSWERED = (
    r"\b(?:denie[sd]|deny|denying|denial|declined?\s+to\s+(?:comment|answer|discuss|speak)|(?:not|"
    r"n't)\s+(?:immediately\s+)?"
    r"(?:respond|return|reply|comment|be\s+reached)|no\s+comment|request(?:s|ed)?\s+for\s+(?:a\s+)?comment|responded|"
    r"replied|"
    r"rejected|disputed?|disputes|pleaded|convicted|found\s+guilty|sentenced|acquitted|called\s+the\s+(?:claims?|"
    r"allegations?|"
    r"lawsuit|accusations?)|spokes(?:man|woman|person)|apologi[sz]ed|statement|(?:his|her|their|its)\s+(?:lawyers?|"
    r"attorneys?)|"
    r"lawyers?\s+for|attorneys?\s+for|unavailable|could\s+not\s+be|settled|admitted|defended|verdict|indicted|"
    r"seek\s+comment)\b"
)


def _speaks(place: Place) -> bool:
    """Whether the accused, named right after the verb, is quoted somewhere."""
    name = compiled(rf"\s(?P<name>{NAME})").match(place.article.prose, place.end)
    surname = name["name"].split()[-1] if name else place.written(1)
    if not surname[:1].isupper():
        return False
    said = rf"\b{re.escape(surname)}\s(?:said|says|told|wrote)\b|\bsaid\s(?:\w+\s)?{re.escape(surname)}\b"
    return re.search(said, place.article.prose) is not None


def _is_accusation(place: Place) -> bool:
    """Whether somebody accuses somebody by name: a capital or a body follows."""
    word, after = place.word(0), place.word(1)
    if word in ("alleges", "alleged"):
        return word == "alleges" and (
            after in ("that", "the", "his", "her", "its", "he", "she") or place.written(1)[:1].isupper()
        )
    if word in ("sued", "sues"):
        return place.written(1)[:1].isupper() or after in ("the", "his", "her", "its")
    target = place.written(1)[:1].isupper() or after in ("the", "his", "her", "its", "their", "a", "an", "him", "them")
    return target and any(place.word(n) == "of" for n in range(2, 9))


#: A trademark in lower case, and the thing.
_MARKS = {
    "kleenex": "tissue", "kleenexes": "tissues", "band-aid": "bandage", "band-aids": "bandages", "taser": "stun gun",
    "tasers": "stun guns", "realtor": "real estate agent", "realtors": "real estate agents", "popsicle": "ice pop",
    "popsicles": "ice pops", "jet ski": "personal watercraft", "jet skis": "personal watercraft",
    "jet-ski": "personal watercraft", "velcro": "fabric fastener", "xerox": "photocopy", "xeroxes": "photocopies",
    "frisbee": "flying disc", "frisbees": "flying discs", "jacuzzi": "hot tub", "jacuzzis": "hot tubs",
    "crock-pot": "slow cooker", "crock-pots": "slow cookers", "crockpot": "slow cooker", "crockpots": "slow cookers",
    "q-tip": "cotton swab", "q-tips": "cotton swabs", "post-it": "sticky note", "post-its": "sticky notes",
    "post-it note": "sticky note", "post-it notes": "sticky notes", "scotch tape": "transparent tape",
    "vaseline": "petroleum jelly", "chapstick": "lip balm", "styrofoam": "plastic foam",
    "rollerblades": "in-line skates",
    "rollerblading": "in-line skating", "saran wrap": "plastic wrap", "super glue": "instant glue",
    "bubble wrap": "cushioning wrap", "breathalyzer": "breath test", "breathalyzers": "breath tests",
    "ping-pong": "table tennis", "ping pong": "table tennis", "plexiglas": "clear plastic", "sharpie": "marker",
    "sharpies": "markers", "xeroxed": "photocopied", "xeroxing": "photocopying", "photoshopped": "digitally altered",
    "photoshop": "digitally alter", "photoshopping": "digitally altering", "googled": "searched online for",
    "googling": "searching online for", "tasered": "shocked with a stun gun", "tased": "shocked with a stun gun",
    "tasering": "using a stun gun on", "seeing eye dog": "guide dog", "seeing eye dogs": "guide dogs",
    "dumpster": "dumpster", "dumpsters": "dumpsters",
}  # fmt: skip
_BRANDED = frozenset(
    "maker makers brand brands branded company inc inc. corp corp. corporation international parent trademark stock "
    "shares products owner ceo executives group camera software app store stores factory plant sales ads logo plc "
    "ltd".split()
)


@rule(
    "legal-trademark",
    severity="suggestion",
    summary="A trademark for the thing",
    fix="safe",
    bad=[
        Bad("She dried the goat with a ^Kleenex^.", fixed="She dried the goat with a tissue."),
        Bad("A man was ^tasered^ on the pier.", fixed="A man was shocked with a stun gun on the pier."),
        Bad("Police ^Tasered^ a goat.", fixed="Police used a stun gun on a goat."),
        Bad("He put a ^Band-Aid^ on the oven.", fixed="He put a bandage on the oven."),
        Bad("Nine ^Jet Skis^ sank.", fixed="Nine personal watercraft sank."),
        Bad("The clerk made a ^Xerox^ of an old ^Popsicle^.", fixed="The clerk made a photocopy of an old ice pop."),
    ],
    good=[
        "She works for the maker of Kleenex, near a Kleenex factory of Kleenex maker Cole & Co.",
        "Taser International sued. Google and Xerox Corp. gained.",
        "“Pass me a Kleenex,” Ruiz said.",
        "The National Association of Realtors met Realtor Nell Park by a dumpster.",
        "Xerox cut nine jobs.",
    ],
)
def trademark_for_the_thing(article: Article, *, keep: tuple[str, ...] = ()) -> Flags:
    """A trademark is one maker’s; the thing has a name of its own (AP writes dumpster small: that one is no longer
    a trademark). The company, its brand and names are let be, as are words of the option `keep`.
    """
    firsts = _first_words()
    for place in places(article, firsts.keys(), zones=PROSE):
        mark = next((m for m in firsts[place.word(0)] if _stands(place, m)), None)
        if mark is None or mark in keep:
            continue
        written = place.part(place.start, place.start + len(mark))
        better = _thing(place, mark)
        if mark in _NO_LONGER:
            if place.text[0].isupper() and not place.begins_sentence():
                yield flag(written, f"AP writes {better} with a small letter", replace=better)
        elif not _is_company(place, mark):
            edits = with_article(place, written.end, better)
            yield flag(written, f"“{better}”, unless the brand is meant", edits=edits)


#: Trademarks of the past: written small.
_NO_LONGER = ("dumpster", "dumpsters")


@cache
def _first_words() -> dict[str, list[str]]:
    """The trademarks by their first word, the longest first."""
    firsts: dict[str, list[str]] = {}
    for mark in sorted(_MARKS, key=len, reverse=True):
        firsts.setdefault(mark.replace("-", " ").split()[0], []).append(mark)
    return firsts


def _stands(place: Place, mark: str) -> bool:
    folded, end = place.article.folded, place.start + len(mark)
    return folded.startswith(mark, place.start) and not folded[end : end + 1].isalnum()


def _thing(place: Place, mark: str) -> str:
    """The thing's name, as it fits the sentence."""
    if mark in ("googled", "googling"):
        named = (
            place.word(1) in ("the", "a", "an", "his", "her", "their", "its", "“", '"', "‘")
            or place.written(1)[:1].isupper()
        )
        return like(place.text if place.begins_sentence() else "", _MARKS[mark].removesuffix("" if named else " for"))
    if mark in ("tasered", "tased") and place.word(-1) not in (
        "was",
        "were",
        "been",
        "being",
        "is",
        "be",
        "are",
        "got",
    ):
        return "used a stun gun on"
    return like(place.text if place.begins_sentence() else "", _MARKS[mark])


def _is_company(place: Place, mark: str) -> bool:
    """Whether the company, its brand or a name is meant."""
    tokens = len(mark.replace("-", " - ").split())
    after, before = place.word(tokens), place.word(-1)
    if (
        before in ("makes", "make", "sells", "made", "owns", "invented", "buys")
        or after in _BRANDED
        or place.written(tokens)[:1].isupper()
        or (after == "-" and mark not in ("velcro",))
    ):
        return True
    if place.begins_sentence() and place.text[0].isupper() and not mark.endswith(("s", "ed", "ing")):
        return True
    if before == "of" and (place.word(-2) in ("maker", "makers", "owner") or place.written(-2)[:1].isupper()):
        return True
    if place.written(-1)[:1].isupper() and not place.at(-1).begins_sentence():
        return True
    if (
        mark in ("xerox", "velcro", "realtor", "taser", "vaseline", "photoshop", "frisbee", "sharpie")
        and before not in _COUNTS
    ):
        return place.text[:1].isupper() and (
            before in ("", "by", "for", "from", "at", "said", ",", "'s", "in", "to", "and") or place.begins_sentence()
        )
    return False


_COUNTS = frozenset("a an the his her their its some two three several many with every each old new".split())


@rule(
    "legal-juror-contempt",
    severity="suggestion",
    summary="A past that jurors must not read of",
    certainty="low",
    default=False,
    bad=[
        Bad("Cole Baker, who has a ^previous conviction^, goes on trial Monday.", house="guardian"),
        Bad("Nell Park was charged on Friday. She ^confessed^ to the theft.", house="bbc"),
    ],
    good=[
        Good("Cole Baker goes on trial Monday.", house="guardian"),
        Good("Cole Baker was jailed for life. He has a previous conviction.", house="bbc"),
        Good("The poet confessed that she bakes.", house="guardian"),
        "Cole Baker goes on trial Monday.",
    ],
)
def nothing_against_the_trial(article: Article) -> Flags:
    """British law: once somebody is arrested or charged, what could sway a jury (earlier convictions, a confession,
    bad character) is contempt of court until the verdict. The Guardian and the BBC turn the rule on.

    Silent in an article that tells of a verdict or a sentence.
    """
    folded = article.folded
    if not compiled(_ACTIVE).search(folded) or compiled(_VERDICT).search(folded):
        return
    for zone in article.zones:
        if zone.kind in COPY:
            for match in compiled(_PAST).finditer(folded, zone.start, zone.end):
                yield flag(Span(*match.span()), "Proceedings are active: is this contempt of court?")


_ACTIVE = (
    r"\b(?:charged|arrested|on\s+trial|stand\s+trial|trial\s+(?:begins|began|continues|opens)|court\s+(?:appearance|"
    r"hearing)|"
    r"in\s+custody|remanded|accused|jury|defendant|pleaded\s+not\s+guilty|crown\s+court)\b"
)
_VERDICT = (
    r"\b(?:found\s+(?:not\s+)?guilty|was\s+(?:jailed|sentenced|convicted|acquitted|cleared)|were\s+(?:jailed|"
    r"sentenced|convicted|"
    r"acquitted|cleared)|jailed\s+for|sentenced\s+to|verdict|pleaded\s+guilty|admitted\s+in\s+court)\b"
)
_PAST = (
    r"\b(?:previous(?:ly)?\s+(?:convictions?|convicted|jailed|arrested|offen[cs]es?)|past\s+convictions?|"
    r"earlier\s+convictions?|"
    r"prior\s+(?:convictions?|offen[cs]es?|arrests?)|criminal\s+(?:record|past|history)|confessed(?!\s+that)|"
    r"confession|"
    r"history\s+of\s+(?:violence|crime|abuse|offending|theft)|known\s+to\s+(?:the\s+)?police|already\s+served|"
    r"ex-convict|repeat\s+offender|"
    r"string\s+of\s+convictions|convictions?\s+for|served\s+time)\b"
)
