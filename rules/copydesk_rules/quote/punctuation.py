"""Punctuation at quotation marks: where the comma and the period go, and the marks of omission."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Part, flag, rule
from copydesk_rules.quote._around import PLAIN, attribution_after, begins_sentence, is_clause, is_in_prose

if TYPE_CHECKING:
    from copydesk import Flags, Match, Quote


@rule(
    "quote-punct-inside",
    severity="warning",
    summary="Comma and period go inside the closing quotation mark",
    fix="safe",
    bad=[
        Bad("Ruiz called it “a shame^”.^", fixed="Ruiz called it “a shame.”"),
        Bad("They chanted “no^”,^ then left.", fixed="They chanted “no,” then left."),
        Bad('Lee said it was "over^",^ and left.', fixed='Lee said it was "over," and left.'),
        Bad("“She called it ‘a shame^’”.^", fixed="“She called it ‘a shame.’”"),
        Bad("The headline said ‘Pool closes^’.^", fixed="The headline said ‘Pool closes.’"),
    ],
    good=[
        "Ruiz called it “a shame.”",
        "Did she call it “a shame”?",
        "She said it was “over”; he left.",
        "“Who won?”, he asked.",
        "It was the dogs’. They left.",
        "The pipe is 6\".",
        "Type “copydesk.toml”.",
        Good("They chanted “no”, then left.", options={"inside": False}),
    ],
)
def punctuation_is_inside(quote: Quote, *, inside: bool = True) -> Flags:
    """American usage puts comma and period before the closing mark, whatever the sense; British usage does not.

    Colon, semicolon, question and exclamation mark stand where they belong in either. What a reader types
    or clicks, a file's name or an address keeps its marks free of punctuation. Option `inside`: false for
    houses that punctuate by the sense.
    """
    article = quote.article
    if not inside or quote.level or not quote.closed or not is_in_prose(quote):
        return
    prose, at = article.prose, quote.end
    if prose[at : at + 1] not in (".", ",") or not (at + 1 == len(prose) or prose[at + 1].isspace()):
        return
    close = _first_closing_mark(quote)
    words = prose[quote.inner_start : close].rstrip(MARKUP)
    if not words or not (words[-1].isalnum() or words[-1] in "%)]$’'") or _is_literal(words):
        return
    marks = article.text[close:at]
    yield flag(
        Part(close, at + 1),
        f"{'Period' if prose[at] == '.' else 'Comma'} goes inside the closing mark",
        replace=prose[at] + marks,
    )


def _first_closing_mark(quote: Quote) -> int:
    """Where the run of closing marks begins that ends with this quotation's own."""
    prose, at = quote.article.prose, quote.inner_end
    while at > quote.inner_start and prose[at - 1] in "’”\"'" and quote.article.is_quoted(at - 1, at):
        inner = [q for q in quote.article.quotes if q.end == at and q.start > quote.start]
        if not inner:
            break
        at = inner[0].inner_end
    return at
