"""Money: how the house prints a sum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules._amounts import glued, in_figures, in_millions, sentence_text, shares_scale

if TYPE_CHECKING:
    from copydesk import Flags, Money

#: Markets count to the cent.
_MARKET = r"\b(?:shares?|stocks?|dividends?|per share|futures|bushel|barrel|nasdaq|nyse|earnings|cents a share)\b"


def _sentence_says(money: Money, pattern: str) -> bool:
    """Whether the sentence around a sum has the pattern; looked for once a sentence."""
    sentence = money.article.sentence_at(money.start)
    place = sentence.start if sentence else -1
    return money.article.computed(
        f"money {place} {pattern}",
        lambda _: compiled(pattern, re.IGNORECASE).search(sentence_text(money)) is not None,
    )


def _written(money: Money, span: Span) -> str:
    return money.article.text[span.start : span.end]


@rule(
    "money-dollar-word",
    severity="warning",
    fix="safe",
    summary="A $ sign with the figure, not the word",
    bad=[
        Bad("The toll is ^8 dollars^.", fixed="The toll is $8."),
        Bad("The toll is ^three dollars^ a car.", fixed="The toll is $3 a car."),
        Bad("The bell cost ^40 million dollars^.", fixed="The bell cost $40 million."),
        Bad("She paid with a ^20-dollar^ bill.", fixed="She paid with a $20 bill."),
    ],
    good=[
        "The toll is $8.",
        "It is a million-dollar bell, and not worth a dollar.",
        "Thirty dollars buys a pass.",
        "The toll is 8 Canadian dollars; dollars are scarce.",
        "“It was eight dollars,” Lee said.",
        "She bet her bottom dollar on it.",
    ],
)
def dollar_word(money: Money) -> Flags:
    """$5, not 5 dollars or five dollars (AP Stylebook, "dollars"). Millions in words are `number-million-form`'s; a
    sentence begins with the words, and "a dollar" is let be.
    """
    if money.measure != "dollar" or money.symbol or money.unit is None or money.tied or glued(money) or money.value < 0:
        return
    if money.spelled and (not money.text.islower() or money.value >= 10**6 or shares_scale(money)):
        return
    if money.opens_sentence or money.after() in ("canadian", "australian") or _written(money, money.unit).isupper():
        return
    if money.hyphenated and _written(money, money.unit) != "dollar":
        return
    figure = _written(money, money.figure)
    amount = in_figures(money.value) if money.spelled else figure
    scale = f" {_written(money, money.scale)}" if money.scale else ""
    yield flag(money, f"Write ${amount}{scale}", replace=f"${amount}{scale}")


@rule(
    "money-redundant",
    severity="error",
    fix="safe",
    summary="The sign already says the currency",
    bad=[
        Bad("The toll is ^$8 dollars^.", fixed="The toll is $8."),
        Bad("The bell cost ^$4 million dollars^.", fixed="The bell cost $4 million."),
        Bad("The tea is ^£9 pounds^ a tin.", fixed="The tea is £9 a tin."),
        Bad("It is a ^$3 million-dollar^ bell.", fixed="It is a $3 million bell."),
    ],
    good=[
        "The toll is $8.",
        "She found $8. Dollars fell from his coat.",
        "He paid $8, dollars that he had saved.",
        "“It was $8 dollars,” Lee said.",
    ],
)
def redundant(money: Money) -> Flags:
    """$5 million dollars says dollars twice."""
    if money.symbol is None:
        return
    words = _CURRENCIES.get(_written(money, money.symbol)[-1])
    if words is None:
        return
    end = money.scale.end if money.scale else money.figure.end
    match = compiled(rf"[ \u00a0-](?:(?:US|U\.S\.)[ \u00a0])?(?:{words})\b(?![.’'-]?\w)").match(
        money.article.prose, end
    )
    if match is not None:
        edit = Edit(end, match.end(), "")
        yield flag(Span(money.start, match.end()), "The sign already says it", edits=[edit])


_CURRENCIES = {"$": "dollars?", "£": "pounds?", "€": "euros?", "¥": "yen", "₹": "rupees?", "¢": "cents?"}


@rule(
    "money-zero-cents",
    severity="warning",
    fix="safe",
    summary="No .00 in a sum",
    bad=[
        Bad("A bun is ^$3.00^.", fixed="A bun is $3."),
        Bad("The boat went for ^$1,450.00^ at auction.", fixed="The boat went for $1,450 at auction."),
    ],
    good=[
        "A bun is $3.",
        "Buns went up from $2.00 to $2.40.",
        "The stock closed at $14.00.",
        "“A bun is $3.00,” the card said.",
    ],
)
def zero_cents(money: Money) -> Flags:
    """$5, not $5.00, unless sums with cents stand beside it (AP Stylebook, "cents"). Share prices keep theirs."""
    figure = _written(money, money.figure)
    if not figure.endswith(".00") or money.scale or not (money.symbol or money.unit):
        return
    if _sentence_says(money, rf"\d\.(?!00)\d\d\b|{_MARKET}"):
        return
    edit = Edit(money.figure.end - 3, money.figure.end, "")
    place = Span(money.start, max(money.figure.end, money.end))
    yield flag(place, "Drop the .00", edits=[edit])


@rule(
    "money-abbrev",
    severity="error",
    fix="safe",
    summary="Million and billion are spelled out in sums",
    bad=[
        Bad("The dam cost ^$8M^.", fixed="The dam cost $8 million."),
        Bad("The dam cost ^$8.3bn^.", fixed="The dam cost $8.3 billion."),
        Bad("The grant is ^£60K^ a year.", fixed="The grant is £60,000 a year."),
    ],
    good=[
        "The dam cost $8 million.",
        "She bought a $5 Mustang in a raffle.",
        Good("Dam costs $8M", zone="headline"),
        "“It cost $8M,” Lee said.",
        "Type $1B2 in the cell.",
    ],
)
def sum_letters(money: Money) -> Flags:
    """$5 million, $1.2 billion, $40,000 (AP Stylebook, "millions, billions"); headlines may have $5M. The Guardian
    and the BBC write £5m and £5bn.
    """
    if money.symbol is None or money.scale is None or len(_written(money, money.scale)) > 3 or money.tied:
        return
    end = money.scale.end
    if money.article.prose[end : end + 1].isalnum():
        return
    letters = _written(money, money.scale).lower()
    sign, figure = _written(money, money.symbol), _written(money, money.figure)
    if letters == "k":
        right = f"{sign}{in_figures(money.value)}"
    else:
        right = f"{sign}{figure} {_SCALES[letters]}"
    yield flag(Span(money.start, end), f"Write {right}", replace=right)


_SCALES = {"m": "million", "mn": "million", "mln": "million", "b": "billion", "bn": "billion", "tn": "trillion"}
#: Sums that a court or a contract sets to the dollar.
_LEGAL = (
    r"\b(?:damages|restitution|verdict|judgment|bail|bond|forfeit\w*|jury|ordered to pay|lawsuit|fined?|settlement)\b"
)


@rule(
    "money-full-zeros",
    severity="warning",
    fix="safe",
    summary="Round millions are a figure and a word",
    bad=[
        Bad("The dam cost ^$8,000,000^.", fixed="The dam cost $8 million."),
        Bad("The levy raised ^$3,400,000^ last year.", fixed="The levy raised $3.4 million last year."),
        Bad("The fleet is worth ^$1,250,000,000^.", fixed="The fleet is worth $1.25 billion."),
    ],
    good=[
        "The dam cost $8 million.",
        "The levy raised $3,412,907.",
        "A jury set damages at $2,000,000.",
        "“It cost $8,000,000,” Lee said.",
    ],
)
def full_zeros(money: Money) -> Flags:
    """$5 million, $2.5 billion (AP Stylebook, "millions, billions"). Exact sums keep their figures, and so do the
    sums of courts.
    """
    if money.symbol is None or money.scale or money.tied or money.value < 10**6 or _sentence_says(money, _LEGAL):
        return
    right = in_millions(money.value)
    if right is not None:
        sign = _written(money, money.symbol)
        place = Span(money.start, money.figure.end)
        yield flag(place, f"Write {sign}{right}", replace=f"{sign}{right}")


@rule(
    "money-cents",
    severity="warning",
    fix="safe",
    summary="Sums below a dollar are a figure and “cents”",
    bad=[
        Bad("The levy is ^$0.07^ a can.", fixed="The levy is 7 cents a can."),
        Bad("A plum is ^60¢^.", fixed="A plum is 60 cents."),
        Bad("A plum is ^¢60^.", fixed="A plum is 60 cents."),
        Bad("A plum is ^$.60^ at the stall.", fixed="A plum is 60 cents at the stall."),
        Bad("A plum is ^fifty cents^.", fixed="A plum is 50 cents."),
    ],
    good=[
        "The levy is 7 cents a can.",
        "A plum rose from $0.95 to $1.10.",
        "The stock fell $0.05 a share.",
        "It is worth $0.6 million.",
        "He put in his two cents’ worth.",
        "“A plum is 60¢,” the card said.",
    ],
)
def cents(money: Money) -> Flags:
    """5 cents, not $0.05 or 5¢ (AP Stylebook, "cents"). Prices of shares and rows of sums with dollars are let be."""
    if money.scale or money.tied or glued(money) or (money.spelled and money.opens_sentence):
        return
    if money.measure == "cent":
        yield from _cent_sign(money)
        return
    if money.symbol is None or _written(money, money.symbol) != "$":
        return
    whole, point, decimals = _written(money, money.figure).partition(".")
    if not (point and whole in ("", "0") and len(decimals) in (2, 3) and money.value):
        return
    tied = money.article.prose[money.figure.end : money.figure.end + 1] in ("-", "–")
    if not tied and not _sentence_says(money, rf"\$[1-9][\d,]*\.\d\d|{_MARKET}"):
        right = f"{round(money.value * 100, 1):g} cents"
        yield flag(Span(money.start, money.figure.end), f"Write {right}", replace=right)


def _cent_sign(money: Money) -> Flags:
    written = money.text
    if "¢" in written:
        yield flag(money, "Write cents", replace=f"{_written(money, money.figure)} cents")
    elif money.spelled and written.islower() and money.value not in (1, 2) and not money.hyphenated:
        yield flag(money, "Write the figure", replace=f"{money.value} cents")


@rule(
    "money-us-prefix",
    severity="warning",
    fix="safe",
    summary="US$ only beside other dollars",
    bad=[
        Bad("The dam cost ^US$8 million^.", fixed="The dam cost $8 million."),
        Bad("Entry is ^US$15^ a head.", fixed="Entry is $15 a head."),
    ],
    good=[
        "The dam cost $8 million.",
        "The dam cost US$8 million, or C$11 million.",
        "Entry is US$15; Australian dollars are taken.",
        "“Entry is US$15,” the sign said.",
    ],
)
def us_prefix(money: Money) -> Flags:
    """A dollar is a U.S. dollar unless the story has others (AP Stylebook, "dollars")."""
    if money.symbol is None or _written(money, money.symbol).upper() not in ("US$", "USD$"):
        return
    if money.article.computed("other dollars", lambda a: compiled(_OTHER_DOLLARS).search(a.prose) is not None):
        return
    yield flag(money, "Write $", edits=[Edit(money.symbol.start, money.symbol.end, "$")])


_OTHER_DOLLARS = (
    r"\b(?:C|A|HK|NZ|S|AU|CA|CAN|NT|TT|JA?|BZ|R)\$|\b(?:Canadian|Australian|Hong Kong|New Zealand|Singapore|"
    r"Taiwan(?:ese)?|Jamaican|"
    r"Bahamian|Barbadian|Fijian) dollars?\b|\b(?:CAD|AUD|HKD|NZD|SGD)\b"
)
#: From the lower sum's figure on: "-10 million", " to $2 billion".
_TO_MILLIONS = (
    r"(?P<join>-|–| to )(?:[$£€])?(?P<high>\d[\d,]*(?:\.\d+)?)[ \u00a0-](?P<scale>million|billion|trillion)\b"
)


@rule(
    "money-range",
    severity="suggestion",
    fix="unsafe",
    summary="In a range of sums, each has its unit",
    bad=[
        Bad("The dam will cost ^$6-8 million^.", fixed="The dam will cost $6 million to $8 million."),
        Bad("They want ^$1.5 to $2 billion^.", fixed="They want $1.5 billion to $2 billion."),
        Bad("It costs ^$6–8 million^ a year.", fixed="It costs $6 million to $8 million a year."),
    ],
    good=[
        "The dam will cost $6 million to $8 million.",
        "The fine is $6-$8.",
        "“It is $6-8 million,” Lee said.",
        "The pot grew from $6 to $8 million.",
    ],
)
def sum_range(money: Money) -> Flags:
    """$5-10 million may begin at five dollars: $5 million to $10 million (AP Stylebook, "millions, billions")."""
    if money.symbol is None or money.scale is not None:
        return
    match = compiled(_TO_MILLIONS).match(money.article.prose, money.figure.end)
    if match is None or money.before() == "from":
        return
    sign, low, high, scale = _written(money, money.symbol), _written(money, money.figure), match["high"], match["scale"]
    if money.value < float(high.replace(",", "")):
        right = f"{sign}{low} {scale} {'and' if money.before() == 'between' else 'to'} {sign}{high} {scale}"
        yield flag(Span(money.start, match.end()), f"Write {right}", replace=right)


@rule(
    "money-hyphen",
    severity="warning",
    fix="safe",
    summary="No hyphen between a sum and million",
    bad=[
        Bad("A ^$7-million^ bell was hung.", fixed="A $7 million bell was hung."),
        Bad("The ^£1.5-billion^ tunnel leaks.", fixed="The £1.5 billion tunnel leaks."),
    ],
    good=[
        "A $7 million bell was hung.",
        "It is a multimillion-dollar bell.",
        "The million-dollar bell rang.",
        "“It is a $7-million bell,” Lee said.",
    ],
)
def sum_hyphen(money: Money) -> Flags:
    """A $5 million project has no hyphen (AP Stylebook, "millions, billions")."""
    if money.symbol is None or money.scale is None or money.tied:
        return
    if money.article.prose[money.figure.end : money.scale.start] in ("-", "–", "‑"):
        place = Span(money.start, money.scale.end)
        yield flag(place, "No hyphen", edits=[Edit(money.figure.end, money.scale.start, " ")])


@rule(
    "money-currency-order",
    severity="error",
    fix="safe",
    summary="The sign stands before the figure",
    bad=[
        Bad("The toll is ^8$^.", fixed="The toll is $8."),
        Bad("The tour costs ^250€^ a head.", fixed="The tour costs €250 a head."),
        Bad("The tour costs ^250 €^ a head.", fixed="The tour costs €250 a head."),
        Bad("He paid ^1,200£^ for it.", fixed="He paid £1,200 for it."),
    ],
    good=[
        "The toll is $8.",
        "Press 8 $ to hang up.",
        "The formula is $8$ in that language.",
        "“It is 8$,” the sign said.",
        "They drew 5 $20 bills.",
    ],
)
def sign_first(money: Money) -> Flags:
    """$5, €100: in English the currency sign stands before the figure."""
    if money.symbol is not None or money.unit is None or money.spelled or money.tied or money.scale:
        return
    sign, prose = _written(money, money.unit), money.article.prose
    beside = prose[money.start - 1 : money.start], prose[money.end : money.end + 1]
    if (
        sign in ("$", "£", "€")
        and beside[0] not in tuple("$£€=+*^/\\")
        and not (beside[1].isalnum() or beside[1] in tuple("({[_"))
    ):
        yield flag(money, f"Write {sign}{_written(money, money.figure)}", replace=sign + _written(money, money.figure))
