"""How a headline is written: its capitals and its end."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Kind, Span, compiled, flag, rule
from copydesk_rules._case import (
    Usage,
    is_common,
    is_sentence_case,
    is_title_case,
    to_sentence_case,
    to_title_case,
    usage,
)

if TYPE_CHECKING:
    from copydesk import Article, Flags, Headline

#: Words of five letters and more that are written in capitals for good.
_ACRONYMS = frozenset(
    "AARP ACLU AIPAC AMTRAK ANZUS ASCAP ASEAN AUKUS AWACS BAFTA BRICS CAFTA COBRA COVID COVAX DARPA DEFCON "
    "ECOWAS EBITDA "
    "FEMA FIFA FIBA FIDE HIPAA HUAWEI ICANN IEEE IKEA INTERPOL IUCN LGBTQ LGBTQIA MERCOSUR MENSA MINUSTAH "
    "MONUSCO NAACP "
    "NAFTA NASCAR NASDAQ NATO NCAA NICAP NORAD NSYNC OPEC OSHA OSIRIS PETA REALTOR RINO SCOTUS POTUS FLOTUS "
    "SEATO SWAPO "
    "SWIFT TARP UEFA UNAIDS UNCTAD UNESCO UNHCR UNICEF UNIFIL UNRWA USAID USAF USMCA USPS YMCA YWCA ISIS "
    "CENTCOM AFRICOM "
    "NORTHCOM SOUTHCOM INDOPACOM STRATCOM CYBERCOM SOCOM CONCACAF CONMEBOL CALFIRE CICAD CITGO CISPA DREAM "
    "EPCOT".split()
)
#: Slugs of the desk that headlines shout.
_SHOUTS = frozenset(
    "BREAKING EXCLUSIVE UPDATE UPDATED WATCH VIDEO PHOTOS DEVELOPING URGENT ALERT CORRECTED OPINION".split()
)
_ABBREVIATION = (
    r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]|\b(?:Inc|Co|Corp|Ltd|Bros|Jr|Sr|Dr|Mr|Mrs|Ms|St|Ave|Blvd|Rd|No|vs|etc|Gov|Sen|Rep|"
    r"Gen|Lt|Sgt|Capt|Col|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|"
    r"Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo|Ph\.D|Esq|a\.m|p\.m)|\.\.)$"
)


@rule(
    "headline-case",
    severity="warning",
    summary="Headline’s capitals are not the house’s",
    fix="unsafe",
    bad=[
        Bad(
            "---\ntitle: ^Board Agrees to Sell Small Ferry After Slow Season^\n---\n"
            "The board agreed to sell the small ferry. A slow season came before the sale.\n",
            "---\ntitle: Board agrees to sell small ferry after slow season\n---\n"
            "The board agreed to sell the small ferry. A slow season came before the sale.\n",
        ),
        Bad(
            "---\ntitle: ^Khan Says Midtown Budget Leaves Schools Short of Money^\n---\n"
            "The Midtown budget leaves schools short, Mo Khan said. He wants more money from Midtown.\n",
            "---\ntitle: Khan says Midtown budget leaves schools short of money\n---\n"
            "The Midtown budget leaves schools short, Mo Khan said. He wants more money from Midtown.\n",
        ),
        Bad(
            "---\ntitle: ^Deputies Hunt Runaway Goat From Peach Farm^\n---\nA runaway goat ate peach trees.\n",
            "---\ntitle: Deputies hunt runaway goat from peach farm\n---\nA runaway goat ate peach trees.\n",
        ),
        Bad(
            "---\ntitle: ^orchard opens its cider barn^\n---\nThe barn opened Monday.\n",
            "---\ntitle: Orchard Opens Its Cider Barn\n---\nThe barn opened Monday.\n",
            options={"style": "title"},
        ),
    ],
    good=[
        "---\ntitle: Board agrees to sell small ferry after slow season\n---\n"
        "The board agreed to sell the small ferry.\n",
        "---\ntitle: Khan meets Ruiz at Midtown Chess Club\n---\n"
        "The mayor, Mo Khan, met Ana Ruiz at Midtown Chess Club.\n",
        "---\ntitle: Sens. Ana Ruiz, Tom Lee visit Oak Falls\n---\n"
        "The senators, Ana Ruiz and Tom Lee, were in Oak Falls.\n",
        "---\ntitle: 'Talks stall: Midtown waits for NATO'\n---\nThe talks stalled.\n",
        "---\ntitle: Ruiz reads ‘The Old Man and the Sea’ to pupils\n---\nThe pupils listened.\n",
        Good("---\ntitle: Orchard Opens Its Cider Barn\n---\nThe barn opened.\n", options={"style": "title"}),
    ],
)
def headline_case(article: Article, *, style: str = "sentence") -> Flags:
    """AP headlines are in sentence case: the first word and names take a capital, nothing else does.
    So are decks that are no sentences.

    What is a name the story tells: a word it capitalises inside its sentences. The fix makes small only
    words that the story itself has in small letters, or that are no names in any story.
    `style = "title"` asks for title case (NYT).
    """
    for zone in article.zones_of(Kind.HEADLINE, Kind.DECK):
        if zone.kind is Kind.DECK and zone.text.rstrip("*_ ").endswith((".", ".”", '."')):
            continue
        if style == "title" and zone.kind is Kind.HEADLINE and is_sentence_case(article, zone):
            yield flag(zone, "Headlines are in title case", edits=to_title_case(article, zone))
        elif style == "sentence" and is_title_case(article, zone):
            message = f"{zone.kind.capitalize()}s are in sentence case: only the first word and names take a capital"
            yield flag(zone, message, edits=to_sentence_case(article, zone))


@rule(
    "headline-end-period",
    severity="error",
    summary="Headline ends in a period",
    fix="safe",
    bad=[
        Bad("---\ntitle: Council votes to close pool^.^\n---\nThe council voted.\n",
            "---\ntitle: Council votes to close pool\n---\nThe council voted.\n"),
        Bad("# Orchard lets pickers in early^.^\n\nThe orchard let pickers in Saturday, a week early.\n",
            "# Orchard lets pickers in early\n\nThe orchard let pickers in Saturday, a week early.\n"),
    ],
    good=[
        "---\ntitle: Council votes to close pool\n---\nThe council voted.\n",
        "---\ntitle: Pool will be sold to Lee Inc.\n---\nThe pool will be sold.\n",
        "---\ntitle: Talks with the U.S.\n---\nThe talks go on.\n",
        "---\ntitle: The mayor was asked about the pool ...\n---\nHe said nothing.\n",
        "---\ntitle: The pool is closed. The bills keep coming.\n---\nThe bills came Monday.\n",
        "---\ntitle: Is the pool closed?\n---\nIt is.\n",
        "A note first.\n\n---\n\nSALEM, Ore. — Pickers came early this year.\n",
    ],
)  # fmt: skip
def headline_ends_without_period(headline: Headline) -> Flags:
    """A headline ends without a period. Abbreviations keep theirs, and so do headlines of several sentences.

    A line that is a headline by its place alone, in an unsigned draft, may be a sentence after all.
    """
    if headline.key is None and not headline.level and not headline.article.bylines:
        return
    said = headline.prose.rstrip(" \u2060\t")
    at = headline.start + len(said) - 1
    if not said.endswith(".") or _abbreviated().search(said[:-1]) or compiled(r"[.!?…][’”\"']?\s").search(said[:-1]):
        return
    if not headline.article.is_quoted(at, at + 1):
        yield flag(Span(at, at + 1), "No period at the end of a headline", replace="")


@cache
def _abbreviated() -> re.Pattern[str]:
    return compiled(_ABBREVIATION)


@rule(
    "headline-allcaps",
    severity="error",
    summary="Headline or a word of it is in capitals",
    fix="unsafe",
    bad=[
        Bad("---\ntitle: ^BAKERY MOVES INTO OLD HARLOW MILL^\n---\nA bakery will move into the old mill in Harlow.\n",
            "---\ntitle: Bakery moves into old Harlow mill\n---\nA bakery will move into the old mill in Harlow.\n"),
        Bad("---\ntitle: '^BREAKING^: Council votes to close pool'\n---\nThe council voted.\n",
            "---\ntitle: 'Breaking: Council votes to close pool'\n---\nThe council voted.\n"),
        Bad("---\ntitle: Pool is not to ^REOPEN^\n---\nThe pool will not reopen.\n",
            "---\ntitle: Pool is not to reopen\n---\nThe pool will not reopen.\n"),
    ],
    good=[
        "---\ntitle: Council votes to close pool\n---\nThe council voted.\n",
        "---\ntitle: UNICEF and NASCAR open a school\n---\nThe school opened.\n",
        "---\ntitle: USDOT, NHTSA sue\n---\nThe agencies sued.\n",
        "---\ntitle: MIDCOM says dam is safe\n---\nThe dam is safe, MIDCOM said.\n",
    ],
)  # fmt: skip
def headline_is_not_shouted(headline: Headline) -> Flags:
    """No headline, and no word in one, is in capitals for emphasis.

    A single word counts when the story, or any story, has it in small letters, or when it is a slug such as
    “BREAKING”; acronyms and names in capitals are let be. A whole headline in capitals may be a template’s work,
    and is only a suggestion. The fix takes the capitals of names from the story.
    """
    article = headline.article
    words = list(compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*").finditer(headline.prose))
    shouted = [w for w in words if len(w[0]) >= 5 and w[0].isupper() and w[0] not in _ACRONYMS]
    if not shouted:
        return
    known = usage(article)
    common = [w for w in shouted if is_common(w[0].lower(), known) or w[0] in _SHOUTS]
    if len(words) > 1 and (common or len(shouted) > 1) and not any(c.islower() for c in headline.prose):
        yield flag(headline, "The headline is in capitals", edits=_calm(headline, known), severity="suggestion")
        return
    for word in common:
        part = Span(headline.start + word.start(), headline.start + word.end())
        in_capitals = re.search(rf"(?<!\w){re.escape(word[0])}(?!\w)", article.prose[headline.end :])
        if not in_capitals and not article.is_quoted(*part):
            calm = word[0].lower() if word.start() and word[0] not in _SHOUTS else word[0].capitalize()
            yield flag(part, f"“{word[0]}” is shouted", replace=calm)


def _calm(headline: Headline, known: Usage) -> list[Edit]:
    """Edits that put a headline in capitals into sentence case, names as the story writes them; quotations are "
    "let be."""
    edits = []
    opens = True
    for match in compiled(r"((?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)|[^\w\s]").finditer(headline.prose):
        if match[1] is None:
            opens = opens or match[0] in ":?!"
            continue
        start, end = headline.start + match.start(), headline.start + match.end()
        lower = match[1].lower()
        bare = lower.replace("’", "'").removesuffix("'s")
        name = known.capital.get(bare, 0) > known.small.get(bare, 0)
        if "." not in lower and match[1] not in _ACRONYMS and not headline.article.is_quoted(start, end):
            calm = known.written[bare] + lower[len(bare) :] if name else lower
            edits.append(Edit(start, end, calm[0].upper() + calm[1:] if opens or bare in _TITLES else calm))
        opens = bare in _TITLES
    return edits


#: Titles that stand before a name in any headline that has them in capitals.
_TITLES = frozenset("sen sens rep reps gov govs dr mr mrs ms st lt gen sgt capt".split())
