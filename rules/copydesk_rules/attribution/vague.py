"""Attribution to nobody in particular: experts say, some believe, it is widely thought, studies show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from copydesk import PROSE, Span, compiled, flag, rule
from copydesk_rules.attribution._speech import has_link, sentences_around, story_sentences

if TYPE_CHECKING:
    from copydesk import Article, Flags

#: People who are quoted as a crowd; the second lot may be those that a study or a body just named has.
_NOBODY = frozenset(
    "experts critics observers analysts insiders pundits commentators skeptics sceptics detractors naysayers "
    "proponents watchdogs strategists sources".split()
)
_SOMEBODY = frozenset(
    "scholars historians economists scientists researchers officials doctors opponents supporters advocates "
    "activists".split()
)
_ADVERB = "(?:(?:also|now|still|often|long|generally|largely|widely|increasingly|already|privately|broadly|commonly) )?"
_OPINION = (
    "say|said|believed?|think|thought|argued?|contend(?:ed)?|fear(?:ed)?|warn(?:ed)?|worry|worried|"
    "suggest(?:ed)?|predict(?:ed)?|agreed?|doubt(?:ed)?|claim(?:ed)?|maintain(?:ed)?|question(?:ed)?|"
    "caution(?:ed)?|speculated?|expect(?:ed)?|noted?|complain(?:ed)?|alleged?|insist(?:ed)?|acknowledged?|"
    "counter(?:ed)?|wonder(?:ed)?|call(?:ed)?|charged?|decry|decried|point out|pointed out"
)
_MOOD = (
    "skeptical|sceptical|divided|split|unconvinced|doubtful|wary|concerned|worried|hopeful|cautious|optimistic|"
    "pessimistic|uncertain|unsure|unimpressed|puzzled|baffled|alarmed"
)
#: What makes a crowd speak, right behind it.
_SPEAKS = (
    rf" (?:(?:have|had) )?{_ADVERB}(?:(?P<opinion>{_OPINION})"
    rf"|(?:remain(?:ed)?|are|were) (?:(?:deeply|largely|highly) )?(?:{_MOOD}))(?![\w-])"
)
#: What makes it speak before it stands, at a clause's end: said critics; according to some experts.
_SPOKE = r"\b(?:said|say|according to)(?: some| many| most| several)? \Z"
_SOME = r"(?<![\w'-])(?:some|many|most|several) \Z"
#: The other ways in which nobody speaks, by their first words.
_PHRASES = {
    **dict.fromkeys(
        ("some ", "many "),
        rf"(?:some|many)(?: people| residents| voters)? {_ADVERB}"
        r"(?:say|believe|argue|fear|warn|worry|claim|contend|think|suggest)(?![\w-])",
    ),
    **dict.fromkeys(
        ("it is ", "it's ", "it was ", "it has been "),
        rf"it(?: is|'s| was| has been) (?:{_ADVERB}(?:believed|thought|rumou?red|feared)"
        r"|said(?= that\b)"
        r"|(?:widely|generally|commonly|often) (?:accepted|acknowledged|assumed|said|agreed|understood))(?![\w-])",
    ),
    "people ": r"people (?:say|believe|think)(?![\w-])",
    **dict.fromkeys(
        ("studies ", "research "),
        rf"(?:studies|research) (?:(?:have|has) )?{_ADVERB}"
        r"(?:shows?|shown|suggests?|suggested|indicates?|indicated|finds?|found|proves?|proven)(?![\w-])",
    ),
}
#: Words that make a crowd, or a heap of studies, no less vague.
_ANY = frozenset(
    "industry legal health policy political military security medical outside independent leading local senior unnamed "
    "unidentified anonymous environmental economic financial foreign academic technical market some many most several "
    "various seasoned longtime public election energy climate housing transit tax trade education other recent "
    "numerous".split()
)
#: Words after which a clause, and its subject, begins.
_BEGINNERS = frozenset(
    "that as but and while although because though where which when if what whether since so however meanwhile yet or "
    "still today unless until nor".split()
)
#: Bodies whose officials need no second naming.
_BODIES = (
    r"\b(?:administration|agency|agencies|authority|board|bureau|campaign|city|college|commission|committee|company|"
    r"council|county|court|department|district|embassy|fire|government|hospital|ministry|office|police|prison|school|"
    r"sheriff|state|tribe|university|utility|village|town|white house|zoo|park|airport|league|union|army|navy|military|"
    r"federal|u\.s|eu|nato)\b"
)


class _Vague(NamedTuple):
    """A vague source and its verb. crowd: who, "" for a phrase.  is_weak: it may be less vague than it looks."""

    place: Span
    crowd: str
    is_weak: bool


@rule(
    "attribution-vague",
    severity="warning",
    summary="Attribution to nobody in particular",
    certainty="medium",
    bad=[
        "Even so, ^critics say^ the new ferry is too small.",
        "^It is widely believed^ that the bakery will close.",
        "The bridge is sound, ^experts say^.",
        "But legal ^experts doubt^ the lease.",
        "^Some say^ the well is haunted.",
        "^Studies show^ that geese sleep badly.",
        "^Officials said^ the ferry was late.",
        "The well is dry, ^according to observers^.",
    ],
    good=[
        "Police said the ferry was late.",
        "Experts at Heron College said the bridge is sound.",
        "Two economists who read the lease for The Midtown Times doubted it.",
        "“Critics say what they like,” Ruiz said.",
        "The mayor’s critics say the ferry is too small.",
        "The county health department shut the well. Officials said it was dry.",
        "The critics said the play was long.",
        "Experts said, among them Ana Ruiz of Heron College, that the bridge is sound.",
        "Studies [show](https://heron.example/geese) that geese sleep badly.",
        "A panel of experts said the bridge is sound.",
    ],
)
def source_has_a_name(article: Article) -> Flags:
    """Experts, critics and some are nobody: name the person, the body or the study, or say how many and who.

    It is only a suggestion where the next sentence names one of them, where the word may stand for people named
    before (officials, researchers), and for what a crowd said in the past. Silent where the words around say whose
    experts they are, or a link leads to them.
    """
    for vague in _vague_sources(article):
        start, end = vague.place
        zone = article.zone_at(start)
        if (
            zone is None
            or zone.kind not in PROSE
            or article.is_quoted(start, end)
            or not _begins_clause(article, start)
        ):
            continue
        own = sentences_around(article, start)
        if article.prose[start].isupper() and start > own.start and article.prose[start - 1] == " ":
            continue  # a name: the Center for Policy Research
        if _names_some(article.prose[end : own.end]) or has_link(article, own.start, own.end):
            continue
        if vague.crowd == "officials" and _has_body(article, start, own.end):
            continue
        mild = vague.is_weak or any(_names_speaker(s.prose[:400]) for s in story_sentences(article, own.end, after=3))
        yield flag(vague.place, "Who? Name the source", severity="suggestion" if mild else None)


def _vague_sources(article: Article) -> Iterator[_Vague]:
    """Every crowd or phrase that speaks; where it stands in its sentence is not yet looked at."""
    folded = article.folded
    for crowd in (*_NOBODY, *_SOMEBODY):
        for at in _places(folded, crowd):
            end = at + len(crowd)
            speaks = compiled(_SPEAKS).match(folded, end)
            if speaks:
                past = (speaks["opinion"] or "").endswith(("d", "t"))
                some = compiled(_SOME).search(folded, max(at - 9, 0), at)
                yield _Vague(Span(some.start() if some else at, speaks.end()), crowd, past or crowd in _SOMEBODY)
            elif folded[end : end + 1] in (".", ",", ";"):
                spoke = compiled(_SPOKE).search(folded, max(at - 26, 0), at)
                if spoke:
                    yield _Vague(Span(spoke.start(), end), crowd, False)
    for words, pattern in _PHRASES.items():
        for at in _places(folded, words):
            found = compiled(pattern).match(folded, at)
            if found:
                yield _Vague(Span(at, found.end()), "", words in ("some ", "many ", "people "))


def _places(folded: str, words: str) -> Iterator[int]:
    """Where `words` begin, no letter or hyphen before them."""
    at = folded.find(words)
    while at >= 0:
        if at == 0 or not (folded[at - 1].isalnum() or folded[at - 1] in "-'"):
            yield at
        at = folded.find(words, at + 1)


def _begins_clause(article: Article, at: int) -> bool:
    """Whether nothing but a vague adjective stands between the beginning of a clause and `at`."""
    words = compiled(r"(?:[^\W\d_]|['’])+|\S").findall(article.prose[max(at - 60, 0) : at])
    while words and words[-1].lower() in _ANY:
        words.pop()
    if not words or not words[-1][-1].isalpha():
        return not words or words[-1] in ".,;:—–-!?)”\"’'…"
    last = words[-1].lower()
    if last == "and" and len(words) > 1 and words[-2].endswith("s"):
        return False  # residents and officials said
    if last == "of":  # a growing number of experts
        return len(words) > 1 and words[-2].lower() == "number"
    return last in _BEGINNERS


def _names_some(rest: str) -> bool:
    """Whether the sentence goes on to name some of them: including Ana Ruiz."""
    named = compiled(r"\b(?:including|such as|among them|like|notably|led by) (?:\w+ ){0,4}?[A-Z]").search(rest)
    return named is not None


def _names_speaker(sentence: str) -> bool:
    """Whether a sentence begins with a name of two words, or credits one."""
    return compiled(
        r"[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]* )?[A-Z][\w’'-]+|.*\b(?:said|says|according to) (?:\w+ ){0,3}?[A-Z]"
        r"|.*[A-Z][\w’'-]+,? (?:said|says)\b"
    ).match(sentence) is not None  # fmt: skip


def _has_body(article: Article, start: int, end: int) -> bool:
    """Whether a body whose officials these may be is named in the sentence or the 600 characters before."""
    return compiled(_BODIES).search(article.folded, max(start - 600, article.front_matter.end), end) is not None
