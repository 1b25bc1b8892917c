"""What stands over the story."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Kind, Part, flag, rule
from copydesk_rules._case import is_sentence_case, is_title_case, to_sentence_case, to_title_case, usage

if TYPE_CHECKING:
    from copydesk import Article, Flags, Headline

#: Words of five letters and more that are written in capitals for good.
_ACRONYMS = frozenset(
    "AARP ACLU AIPAC AMTRAK ANZUS ASCAP ASEAN AUKUS AWACS BAFTA BRICS CAFTA COBRA COVID COVAX DARPA DEFCON ECOWAS EBITDA "
    "FEMA FIFA FIBA FIDE HIPAA HUAWEI ICANN IEEE IKEA INTERPOL IUCN LGBTQ LGBTQIA MERCOSUR MENSA MINUSTAH MONUSCO NAACP "
    "NAFTA NASCAR NASDAQ NATO NCAA NICAP NORAD NSYNC OPEC OSHA OSIRIS PETA REALTOR RINO SCOTUS POTUS FLOTUS SEATO SWAPO "
    "SWIFT TARP UEFA UNAIDS UNCTAD UNESCO UNHCR UNICEF UNIFIL UNRWA USAID USAF USMCA USPS YMCA YWCA ISIS CENTCOM AFRICOM "
    "NORTHCOM SOUTHCOM INDOPACOM STRATCOM CYBERCOM SOCOM CONCACAF CONMEBOL CALFIRE CICAD CITGO CISPA DREAM EPCOT".split()
)
#: Slugs of the desk that headlines shout.
_SHOUTS = frozenset(
    "BREAKING EXCLUSIVE UPDATE UPDATED WATCH VIDEO PHOTOS DEVELOPING URGENT ALERT CORRECTED OPINION".split()
)
_ABBREVIATION = (
    r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]|\b(?:Inc|Co|Corp|Ltd|Bros|Jr|Sr|Dr|Mr|Mrs|Ms|St|Ave|Blvd|Rd|No|vs|etc|Gov|Sen|Rep|Gen|"
    r"Lt|Sgt|Capt|Col|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|"
    r"Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo|Ph\.D|Esq|a\.m|p\.m)|\.\.)$"
)


@rule(
    "headline-case",
    severity="warning",
    summary="Headline’s capitals are not the house’s",
    fix="unsafe",
    bad=[
        Bad(
            "---\ntitle: ^Council Votes to Close Old Pool After Long Debate^\n---\n"
            "The council voted to close the old pool. A long debate came before the vote.\n",
            "---\ntitle: Council votes to close old pool after long debate\n---\n"
            "The council voted to close the old pool. A long debate came before the vote.\n",
        ),
        Bad(
            "---\ntitle: ^Khan Says Midtown Budget Leaves Schools Short of Money^\n---\n"
            "The Midtown budget leaves schools short, Mo Khan said. He wants more money from Midtown.\n",
            "---\ntitle: Khan says Midtown budget leaves schools short of money\n---\n"
            "The Midtown budget leaves schools short, Mo Khan said. He wants more money from Midtown.\n",
        ),
        Bad(
            "---\ntitle: ^council votes to close school^\n---\nThe council voted Monday.\n",
            "---\ntitle: Council Votes to Close School\n---\nThe council voted Monday.\n",
            options={"style": "title"},
        ),
    ],
    good=[
        "---\ntitle: Council votes to close old pool after long debate\n---\nThe council voted to close the old pool.\n",
        "---\ntitle: Khan meets Ruiz at Midtown Chess Club\n---\nThe mayor, Mo Khan, met Ana Ruiz at Midtown Chess Club.\n",
        "---\ntitle: Sens. Ana Ruiz, Tom Lee visit Oak Falls\n---\nThe senators, Ana Ruiz and Tom Lee, were in Oak Falls.\n",
        "---\ntitle: 'Talks stall: Midtown waits for NATO'\n---\nThe talks stalled.\n",
        "---\ntitle: Ruiz reads ‘The Old Man and the Sea’ to pupils\n---\nThe pupils listened.\n",
        Good("---\ntitle: Council Votes to Close School\n---\nThe council voted.\n", options={"style": "title"}),
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
        Bad("# Council votes to close pool^.^\n\nThe council voted Monday to close the pool.\n",
            "# Council votes to close pool\n\nThe council voted Monday to close the pool.\n"),
    ],
    good=[
        "---\ntitle: Council votes to close pool\n---\nThe council voted.\n",
        "---\ntitle: Pool will be sold to Lee Inc.\n---\nThe pool will be sold.\n",
        "---\ntitle: Talks with the U.S.\n---\nThe talks go on.\n",
        "---\ntitle: The mayor was asked about the pool ...\n---\nHe said nothing.\n",
        "---\ntitle: The pool is closed. The bills keep coming.\n---\nThe bills came Monday.\n",
        "---\ntitle: Is the pool closed?\n---\nIt is.\n",
    ],
)  # fmt: skip
def headline_ends_without_period(headline: Headline) -> Flags:
    """A headline ends without a period. Abbreviations keep theirs, and so do headlines of several sentences."""
    said = headline.prose.rstrip(" \u2060\t")
    at = headline.start + len(said) - 1
    if not said.endswith(".") or _abbreviated().search(said[:-1]) or re.search(r"[.!?…][’”\"']?\s", said[:-1]):
        return
    if not headline.article.is_quoted(at, at + 1):
        yield flag(Part(at, at + 1), "No period at the end of a headline", replace="")


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(_ABBREVIATION)


@rule(
    "headline-allcaps",
    severity="error",
    summary="Headline or a word of it is in capitals",
    fix="unsafe",
    bad=[
        Bad("---\ntitle: ^COUNCIL VOTES TO CLOSE MIDTOWN POOL^\n---\nThe Midtown council voted to close the pool.\n",
            "---\ntitle: Council votes to close Midtown pool\n---\nThe Midtown council voted to close the pool.\n"),
        Bad("---\ntitle: '^BREAKING^: Council votes to close pool'\n---\nThe council voted.\n",
            "---\ntitle: 'Breaking: Council votes to close pool'\n---\nThe council voted.\n"),
        Bad("---\ntitle: Pool is NEVER to ^REOPEN^\n---\nThe pool will not reopen.\n",
            "---\ntitle: Pool is NEVER to reopen\n---\nThe pool will not reopen.\n"),
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

    A single word counts when the story has it in small letters, or when it is a slug such as “BREAKING”;
    acronyms and names in capitals are let be. The fix takes the capitals of names from the story.
    """
    article = headline.article
    words = list(re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)*", headline.prose))
    shouted = [w for w in words if len(w[0]) >= 5 and w[0].isupper() and w[0] not in _ACRONYMS]
    known = usage(article) if shouted else None
    if not shouted or known is None:
        return
    letters = [c for c in headline.prose if c.isalpha()]
    if len(words) > 2 and len(shouted) > 1 and not any(c.islower() for c in letters):
        calm = _calm(headline, known.small, known.capital)
        yield flag(headline, "The headline is in capitals", edits=calm)
        return
    for word in shouted:
        part = Part(headline.start + word.start(), headline.start + word.end())
        lower = word[0].lower()
        in_capitals = re.search(rf"(?<!\w){re.escape(word[0])}(?!\w)", article.prose[headline.end :])
        if (lower in known.small or word[0] in _SHOUTS) and not in_capitals and not article.is_quoted(*part):
            right = word[0].capitalize() if word.start() == 0 or word[0] in _SHOUTS else lower
            yield flag(part, f"“{word[0]}” is shouted", replace=right)


def _calm(headline: Headline, small: dict[str, int], capital: dict[str, int]) -> list[Edit]:
    """Edits that put a headline in capitals into sentence case, names as the story writes them."""
    edits = []
    opens = True
    for match in re.finditer(r"([^\W\d_]+(?:['’][^\W\d_]+)*)|[^\w\s]", headline.prose):
        if match[1] is None:
            opens = opens or match[0] in ":.?!"
            continue
        lower = match[1].lower()
        bare = lower.replace("’", "'").removesuffix("'s")
        start = headline.start + match.start()
        if match[1] not in _ACRONYMS:
            name = capital.get(bare, 0) > small.get(bare, 0)
            edits.append(Edit(start, start + len(lower), lower.capitalize() if opens or name else lower))
        opens = False
    return edits
