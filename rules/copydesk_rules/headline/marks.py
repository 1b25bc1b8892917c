"""Marks in a headline: quotation marks, periods, exclamation and question marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule

if TYPE_CHECKING:
    from copydesk import Flags, Headline


@rule(
    "headline-quotes-single",
    severity="warning",
    summary="Headlines take single quotation marks",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad(
            "---\ntitle: Ferry captain calls belt ^“a joke”^\n---\nThe ferry stopped Monday.\n",
            "---\ntitle: Ferry captain calls belt ‘a joke’\n---\nThe ferry stopped Monday.\n",
        ),
        Bad(
            '# Adler: ^"We will not pay"^ for belt\n\nThe ferry stopped Monday.\n',
            "# Adler: 'We will not pay' for belt\n\nThe ferry stopped Monday.\n",
        ),
        Bad(
            "---\ntitle: 'Adler: ^\"We will not pay\"^'\n---\nThe ferry stopped Monday.\n",
            "---\ntitle: 'Adler: ‘We will not pay’'\n---\nThe ferry stopped Monday.\n",
        ),
        "# Adler: ^“We won't pay ‘one cent’”^\n\nThe ferry stopped Monday.\n",
    ],
    good=[
        "---\ntitle: Ferry captain calls belt ‘a joke’\n---\nThe ferry stopped Monday.\n",
        '---\ntitle: "Ferry captain quits"\n---\nThe ferry stopped Monday.\n',
        "---\ntitle: Ferry captain quits\n---\nHe called the belt “a joke.”\n",
        '# A 12" belt stops the ferry\n\nThe ferry stopped Monday.\n',
        Good("# Captain calls belt “a joke”\n\nThe ferry stopped.\n", options={"marks": "double"}),
    ],
)
def headline_quotes_are_single(headline: Headline, *, marks: str = "single") -> Flags:
    """Headlines take single quotation marks: they save room, and every house here has them so.

    The quotation marks of a YAML value are no part of the headline. A quotation that holds another, or an
    apostrophe that would end it, is only pointed at. `marks = "double"` turns the rule off.
    """
    article = headline.article
    if marks != "single":
        return
    message = "Put it in single quotation marks"
    for quote in article.quotes:
        if quote.start < headline.start or quote.end > headline.end or quote.level or not quote.close_mark:
            continue
        if quote.open_mark not in ('"', "“", "”"):
            continue
        straight = quote.open_mark == '"'
        inside = article.text[quote.inner_start : quote.inner_end]
        value_in_single = article.text[headline.start - 1 : headline.start] == "'"
        if "\\" in inside or ("‘" in inside or (straight and not value_in_single and "'" in inside)):
            yield flag(quote, message)
            continue
        opening, closing = ("'", "'") if straight and not value_in_single else ("‘", "’")
        edits = (
            Edit(quote.start, quote.inner_start, opening),
            Edit(quote.inner_end, quote.end, closing),
        )
        yield flag(quote, message, edits=edits)


@rule(
    "headline-us-periods",
    severity="warning",
    summary="No periods in US, UK, UN and the like in a headline",
    fix="safe",
    bad=[
        Bad(
            "---\ntitle: ^U.S.^ lends Midtown a ferry\n---\nThe ferry came Monday.\n",
            "---\ntitle: US lends Midtown a ferry\n---\nThe ferry came Monday.\n",
        ),
        Bad(
            "# Ferry from ^N.Y.^ reaches ^U.K.^\n\nThe ferry came Monday.\n",
            "# Ferry from NY reaches UK\n\nThe ferry came Monday.\n",
        ),
    ],
    good=[
        "---\ntitle: Ferry leaves Duluth, Minn.\n---\nThe ferry came Monday.\n",
        "---\ntitle: US lends Midtown a ferry\n---\nThe U.S. lent it Monday.\n",
        "---\ntitle: J.D. Salinger’s ferry sold\n---\nThe ferry was sold.\n",
        "---\ntitle: Ferry leaves at 6 a.m.\n---\nThe ferry left.\n",
        Good("---\ntitle: U.S. lends Midtown a ferry\n---\nThe ferry came.\n", options={"keep": ("U.S.",)}),
    ],
)
def headline_initials_without_periods(headline: Headline, *, keep: tuple[str, ...] = ()) -> Flags:
    """Headlines drop the periods of US, UK, UN, EU and of two-letter states; abbreviations with small letters (Mich.)
    keep theirs. `keep` lists those that a house writes with periods.
    """
    if "." not in headline.text:
        return
    pattern = compiled(
        r"(?<![\w.])(?:U\.S\.A|U\.A\.E|U\.S|U\.K|U\.N|E\.U|D\.C|L\.A|N\.[CDHJMY]|R\.I|S\.[CD])\.(?![A-Za-z]\.)"
    )
    for match in pattern.finditer(headline.article.prose, headline.start, headline.end):
        if match[0] not in keep:
            plain = match[0].replace(".", "")
            yield flag(Span(*match.span()), f"Write {plain} in a headline", replace=plain)


@rule(
    "headline-exclamation-question",
    severity="warning",
    summary="A headline that exclaims, or asks what it should tell",
    bad=[
        "---\ntitle: Ferry runs again^!^\n---\nThe ferry ran Monday.\n",
        "---\ntitle: Ferry to be sold^?^\n---\nThe ferry may be sold, a memo says.\n",
    ],
    good=[
        "---\ntitle: Why did the ferry stop?\n---\nA belt snapped.\n",
        "---\ntitle: ‘Jeopardy!’ champion buys ferry\n---\nShe bought it Monday.\n",
        "---\ntitle: Yahoo! buys ferry\n---\nIt was bought Monday.\n",
        "---\ntitle: 'Ferries: can they pay?'\n---\nThey can.\n",
        "---\ntitle: Ferry runs again\n---\nThe ferry ran! It did.\n",
        Good("---\ntitle: Ferry to be sold?\n---\nIt may be.\n", options={"questions": True}),
    ],
)
def headline_tells(headline: Headline, *, questions: bool = False) -> Flags:
    """News does not exclaim. A statement with a question mark (“Ferry to be sold?”) passes a rumor on; say who says so.

    A true question, with its question word or verb in front, is an explainer's headline and is let be; so are
    quotations and names that end in a mark. `questions` lets every question be.
    """
    article = headline.article
    said = headline.prose.rstrip(" \u2060\t")
    at = headline.start + len(said) - 1
    named = said.endswith(_NAMES)
    if not said or said[-1] not in "!?" or named or article.is_quoted(at, at + 1):
        return
    if said[-1] == "!":
        yield flag(Span(at, at + 1), "Take the exclamation mark out")
    elif not questions and not _asks(compiled(r"[:;.!?–—]\s+").split(said[:-1])[-1]):
        yield flag(Span(at, at + 1), "Tell it, and say who says so", severity="suggestion")


#: Names that end in a mark.
_NAMES = ("Yahoo!", "Yum!", "Jeopardy!", "Oklahoma!", "Mamma Mia!")


def _asks(last: str) -> bool:
    """Whether words before a question mark are a question by their form."""
    opens = (
        r"(?:so |and |but |or )?(?:(?:who|what|where|how|here)[’']s|whom|whose|when|why|which|is|are|was|were|am|do|"
        r"does|did|can|could|should|shall|will|would|may|might|must|has|have|had|ain|isn|aren|don|doesn|won|wouldn|shouldn|"
        r"ready|remember|got|want|need|looking|thinking|wondering|worried|any\w*)\b"
    )
    holds = r"\b(?:who|whom|whose|what|where|when|why|how|which|or not|right|really)\b"
    return bool(compiled(opens, re.I).match(last) or compiled(holds, re.I).search(last))
