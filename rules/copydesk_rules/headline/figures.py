"""Numbers and names in a headline, and whether the story has them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, Span, compiled, flag, rule
from copydesk_rules._case import is_title_case

if TYPE_CHECKING:
    from copydesk import Article, Flags, Headline, Number, Zone

_FIGURES = {w: str(n) for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
#: What a number word before or after says that it counts nothing: idioms and set names.
_AFTER = frozenset("seas horsemen musketeers wonders corners cheers fold way o'clock o’clock".split())
_BEFORE = frozenset("big final fab high give take number no channel group chapter act formula phase top".split())
#: Numbers beside which another is a part of an idiom, a range or a score; and what may link them.
_NUMBERS = frozenset((*_FIGURES, "one", "point", "hundred", "thousand"))
_LINKS = frozenset("and by or to".split())
_TIED = frozenset(
    "day days week weeks month months year years hour hours minute minutes mile miles foot feet inch inches pound acre "
    "car alarm story point run game goal seat man woman person vote term bedroom".split()
)


@rule(
    "headline-numerals",
    severity="warning",
    summary="Headlines take figures for all numbers",
    fix="safe",
    bad=[
        Bad(
            "---\ntitle: Belt stops ^three^ ferries\n---\nThe ferries stopped Monday.\n",
            "---\ntitle: Belt stops 3 ferries\n---\nThe ferries stopped Monday.\n",
        ),
        Bad(
            "# ^Seven^ sheep swim home after ferry stops\n\nThe sheep swam Monday.\n",
            "# 7 sheep swim home after ferry stops\n\nThe sheep swam Monday.\n",
        ),
        Bad(
            "# ^Two^ Midtown pilots quit ferry\n\nThe pilots quit Monday.\n",
            "# 2 Midtown pilots quit ferry\n\nThe pilots quit Monday.\n",
        ),
        Bad(
            "---\ntitle: Ferry back after ^nine^-day halt\n---\nThe ferry ran Monday.\n",
            "---\ntitle: Ferry back after 9-day halt\n---\nThe ferry ran Monday.\n",
        ),
    ],
    good=[
        "---\ntitle: No one aboard as ferry stops\n---\nThe ferry stopped.\n",
        "---\ntitle: One by one, sheep swim home\n---\nThe sheep swam.\n",
        "---\ntitle: Ferry stops at Three Rivers dock\n---\nThe ferry stopped at Three Rivers.\n",
        "---\ntitle: Two by two, sheep board the ferry\n---\nThe sheep came.\n",
        "---\ntitle: Ministers of the Group of Seven ride ferry\n---\nThe ministers rode it Monday.\n",
        "---\ntitle: Adler reads ‘Three Men in a Boat’ to sheep\n---\nThe sheep listened.\n",
        Good("---\ntitle: Belt stops three ferries\n---\nThey stopped.\n", options={"least": 10}),
    ],
)
def headline_numbers_are_figures(headline: Headline, *, least: int = 2) -> Flags:
    """Every number from two up is a figure in a headline, for room and for the eye. “One” is a pronoun as often as a
    number; names and idioms keep their words. `least` is the smallest number that a house writes in figures.
    """
    article = headline.article
    pattern = compiled(rf"(?<![\w’'-])(?:{'|'.join(_FIGURES)})(?![\w’'])", re.I)
    for match in pattern.finditer(article.prose, headline.start, headline.end):
        figure = _FIGURES[match[0].lower()]
        if int(figure) < least or article.is_quoted(*match.span()):
            continue
        before = article.prose[max(headline.start, match.start() - _NEAR) : match.start()]
        after = article.prose[match.end() : min(headline.end, match.end() + _NEAR)]
        if not _is_idiom(before, after) and not (match[0][0].isupper() and _is_name(headline, match[0], before, after)):
            yield flag(Span(*match.span()), f"Write {figure} in a headline", replace=figure)


#: So many characters before and behind a number word tell what it is.
_NEAR = 60


def _is_idiom(before: str, after: str) -> bool:
    """Whether a number word counts nothing here: “two by two”, “nine to five”, “high five”."""
    said = compiled(r"[\w’']+").findall(before.lower())[-2:]
    follows = compiled(r"[\w’']+").findall(after.lower())[:2]
    if after.startswith("-"):
        return not follows or follows[0] not in _TIED
    if said and (said[-1] in _BEFORE or said[-1] in _NUMBERS or (said[-1] in _LINKS and said[0] in _NUMBERS)):
        return True
    return bool(follows) and (
        follows[0] in _AFTER or follows[0] in _FIGURES or (follows[0] in _LINKS and follows[-1] in _NUMBERS)
    )


def _is_name(headline: Headline, written: str, before: str, after: str) -> bool:
    """Whether a number word is part of a name: “Three Rivers”, “Group of Seven”.

    In sentence case a capital inside the headline says so. At its beginning, and in title case, the story may use the
    name; else the words that follow must look like one.
    """
    article = headline.article
    title_case = article.computed(f"title case at {headline.start}", lambda article: is_title_case(article, headline))
    begins = not before.strip(" \u2060‘’“”\"'") or before.rstrip().endswith(":")
    if not title_case and not begins:
        return True
    following = compiled(r"[ \u00a0](?P<first>[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*(?: (?P<next>[a-z]+))?").match(after)
    if following is None:
        return False
    phrase = f"{written} {following['first']}"
    used = article.prose.find(phrase, headline.end)
    if used >= 0:
        return compiled(r"[a-z,] $").search(article.prose, max(used - 20, 0), used) is not None
    return not (title_case or _is_counted(following["first"], following["next"] or ""))


def _is_counted(capital: str, following: str) -> bool:
    """Whether what a capital word names can be counted: “Americans”, or “Midtown” before “officers”."""
    if capital.endswith("s"):
        return capital.endswith(("ans", "crats", "aelis", "aqis", "nis", "Marines", "Muslims", "Jews"))
    return following in ("men", "women", "people", "children") or bool(
        compiled(r"[a-z]{2,}[^su]s").fullmatch(following)
    )


@rule(
    "headline-not-in-body",
    severity="warning",
    certainty="medium",
    summary="A number or name in the headline differs from the story’s",
    bad=[
        "---\ntitle: ^5^ hurt as ferry stops\n---\nFour people were hurt Monday when the ferry stopped.\n",
        "---\ntitle: ^3^ arrested on ferry\n---\nPolice arrested two people Monday on the ferry.\n",
        "---\ntitle: Line to sell ^6^ ferries\n---\nThe line will sell five ferries, it said Monday.\n",
        "---\ntitle: Midtown to pay ^$3 million^ for ferry\n---\nMidtown will pay $2.4 million for a ferry.\n",
        "---\ntitle: Ferry captain ^Okonkwa^ quits\n---\nCapt. Uche Okonkwo quit Monday. Okonkwo ran the ferry.\n",
    ],
    good=[
        "---\ntitle: 5 hurt as ferry stops\n---\nFive people were hurt Monday when the ferry stopped.\n",
        "---\ntitle: Nearly 400 stranded as ferry stops\n---\nThe ferry left 387 people stranded Monday.\n",
        "---\ntitle: 6 ways to cross the river\n---\nThe ferry is one. A boat holds four people.\n",
        "---\ntitle: Ferry captain’s son quits\n---\nCapt. Uche Okonkwo said his son quit Monday.\n",
        "---\ntitle: Kremlin denies sinking ferry\n---\nMoscow did not sink the ferry, it said Monday.\n",
        "---\ntitle: 4 hurt on 2 ferries\n---\nThree people were hurt on one ferry Monday and one on another.\n",
        "---\ntitle: Line to sell 6 ferries\n---\nThe line will sell half of its dozen ferries, and two other lines "
        "three ferries each.\n",
    ],
)
def headline_agrees_with_story(article: Article) -> Flags:
    """Headlines are written last and in haste: a count that the story does not have, or a name spelled otherwise than
    in the story, is the mistake that everybody sees. Decks are held to it too.

    A number is compared with every number of the story, in figures and words, rounding and sums allowed for; it is
    reported only when the story counts the same things otherwise. A name is reported when the story has one just a
    letter or two away, and never this one.
    """
    for zone in article.zones_of(Kind.HEADLINE, Kind.DECK):
        if compiled(rf"\d|\b(?:{'|'.join(_FIGURES)})\b", re.I).search(article.prose, zone.start, zone.end):
            yield from _wrong_numbers(article, zone)
        if not is_title_case(article, zone):
            yield from _wrong_names(article, zone)


def _wrong_numbers(article: Article, head: Zone) -> Flags:
    """Counts in a headline that the story has otherwise."""
    numbers = article.numbers[:_MOST_READ]
    story = [n for n in numbers if (zone := n.zone) is not None and zone.kind in _TELLING]
    heads = [n for n in numbers if head.start <= n.start < head.end and _counts(n)]
    for number in heads[:_MOST_ADDED]:
        near = _same_thing(number, story)
        sure = number.kind == "money" or bool(_befallen(number))
        if (
            near
            and (sure or not compiled(_LISTS, re.I).search(head.prose))
            and not _is_told(number.value, [n.value for n in story])
        ):
            said = " or ".join(dict.fromkeys(other.text for other in near[:2]))
            message = f"The story says {said}; make them agree"
            yield flag(number, message, severity=None if sure else "suggestion")


#: Headlines of lists and guides, whose number the reader is to count.
_LISTS = r"\b(?:how|why|what|you|your|we|our|tips|lessons|takeaways|questions|reasons)\b|:"
#: Zones that tell the story, against which its heads are checked.
_TELLING = frozenset({Kind.LEAD, Kind.BODY, Kind.LIST, Kind.BLOCKQUOTE, Kind.CAPTION, Kind.TABLE})
#: So many numbers of a story are read, and so many added up: headlines tell of what stands near the top.
_MOST_READ = 300
_MOST_ADDED = 20


def _is_told(value: float, told: list[float]) -> bool:
    """Whether a story's numbers hold this one, rounded perhaps, or two or three of them add up to it."""
    few = told[:_MOST_ADDED]
    sums = (sum(terms) for size in (2, 3) for terms in combinations(few, size))
    return any(_agree(value, other) for other in told) or value in sums


def _agree(one: float, other: float) -> bool:
    """Whether two numbers are the same but for rounding."""
    return one == other or (min(one, other) >= 20 and abs(one - other) <= 0.1 * max(one, other))


def _counts(number: Number) -> bool:
    """Whether it counts things or money; a number between commas is an age (“Lee, 5, died”)."""
    prose = number.article.prose
    is_age = prose.endswith(", ", 0, number.start) and prose.startswith(",", number.end)
    return number.kind in ("cardinal", "money") and not (number.tied or number.label or number.within or is_age)


def _same_thing(number: Number, story: list[Number]) -> list[Number]:
    """Numbers of the story that say of the same thing how many: money for money, the hurt for the hurt, jobs for jobs.

    Of money, and of things that the story counts in several ways, nothing is known.
    """
    same = [o for o in story if _counts(o) and o.kind == number.kind and o.measure == number.measure]
    if number.kind == "money":
        sums = {other.value for other in same}
        return same if len(sums) == 1 and number.value / 5 < max(sums) < number.value * 5 else []
    if number.value > 10_000 or 1900 <= number.value < 2100:
        return []
    about = _befallen(number)
    if about:
        near = [other for other in same if _befallen(other) == about and not _is_earlier(other)]
        return [] if any(map(_is_part, near)) else near
    thing = _thing(number)
    near = [other for other in same if thing and _thing(other) == thing]
    return near if len({other.value for other in near}) == 1 else []


def _is_part(number: Number) -> bool:
    """Whether a number is said with somebody else: “a mother and four children”, “two men and a boy”."""
    beside = f"{number.before()} {number.article.prose[number.end : number.end + 40].lower()}"
    return compiled(r"and |[^.;:\n]*? and (?:an?|his|her|their|its|the|one|another)\b").match(beside) is not None


def _is_earlier(number: Number) -> bool:
    """Whether its sentence tells of another time or of others."""
    sentence = number.article.sentence_at(number.start)
    past = (
        r"\b(?:ago|previous(?:ly)?|earlier|another|other|elsewhere|since|last (?:year|month|week)|in (?:19|20)\d\d)\b"
    )
    return sentence is not None and compiled(past).search(sentence.prose.lower()) is not None


def _befallen(number: Number) -> str:
    """What befell those who are counted, told by the first such word behind the number, or one right before it."""
    prose = number.article.prose
    behind = compiled(r"[.;:\d\n]").split(prose[number.end : number.end + 60].lower())[0]
    before = compiled(r"[.;:,\d\n]").split(prose[max(number.start - 25, 0) : number.start].lower())[-1]
    for word in (*behind.split()[:6], *before.split()[-2:]):
        for group, forms in _BEFALLEN.items():
            if word.strip(",’'”") in forms:
                return group
    return ""


_BEFALLEN = {
    "dead": frozenset("dead killed kills killing die died dies deaths fatalities".split()),
    "hurt": frozenset("hurt hurts hurting injured injures injuring wounded wounds wounding injuries".split()),
    "held": frozenset("arrested arrests arresting detained charged jailed".split()),
    "missing": frozenset("missing".split()),
}


def _thing(number: Number) -> str:
    """The plural noun right behind a number, or behind one word more; "" when none is sure."""
    for at in (1, 2):
        word = number.after(at)
        if compiled(r"[a-z]{2,}[^su]s").fullmatch(word):
            return "" if word in _UNSURE else word
    return ""


#: Plurals that say nothing of what is counted, or are verbs.
_UNSURE = frozenset(
    "people this does goes days weeks months years hours minutes times ways things points percents others members "
    "towns says gets wins hits dies tells makes takes votes needs wants plans faces seats games runs goals counts "
    "charges cases lives tips questions reasons steps takeaways lessons facts".split()
)


def _wrong_names(article: Article, head: Zone) -> Flags:
    """Names in a headline in sentence case that the story spells otherwise."""
    mentions = compiled(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]{4,}(?![\w-])").finditer(article.prose, head.start, head.end)
    unknown = [m for m in mentions if m[0].lower() not in article.folded[head.end :]]
    if not unknown:
        return
    names = Counter(compiled(r"(?<![\w’'])[A-Z][a-zà-ÿ]{4,}(?![\w’'-]*\w)").findall(article.prose, head.end))
    for match in unknown:
        near = [other for other, times in names.items() if times > 1 and _is_slip(match[0], other)]
        if len(near) == 1 and not article.is_quoted(*match.span()):
            yield flag(Span(*match.span()), f"The story has “{near[0]}”; spell it one way")


def _is_slip(name: str, other: str) -> bool:
    """Whether one is the other with a letter or two wrong, and neither is a form of the other."""
    one, two = name.lower(), other.lower()
    if one[0] != two[0] or abs(len(one) - len(two)) > 1 or one.startswith(two) or two.startswith(one):
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= (0.8 if len(one) < 7 else 0.84)
