"""Punctuation at quotation marks: where the comma and the period go, and the marks of omission."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Part, flag, rule
from copydesk_rules.quote._around import (
    PLAIN,
    attribution_after,
    begins_sentence,
    is_clause,
    is_in_prose,
    quote_ending_at,
)

if TYPE_CHECKING:
    from copydesk import Flags, Match, Quote

#: Stands in `prose` for a masked character of markup, and for one of code or an address.
_MARKUP, _OBJECT = "\u2060", "\ufffc"


@rule(
    "quote-punct-inside",
    severity="warning",
    summary="Comma and period go inside the closing quotation mark",
    fix="safe",
    in_quotes=True,
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
        'The pipe is 6".',
        "The file is named “pool.csv”.",
        Good("They chanted “no”, then left.", options={"inside": False}),
    ],
)
def punctuation_is_inside(quote: Quote, *, inside: bool = True) -> Flags:
    """American usage puts comma and period before the closing mark, whatever the sense.

    Colon, semicolon, question mark and exclamation mark stand where they belong. A file's name, an address
    or what a reader types keeps its marks free of punctuation. Option `inside`: false for houses that
    punctuate by the sense, as British ones do.
    """
    if not inside or quote.level or not quote.closed or not is_in_prose(quote):
        return
    prose, at = quote.article.prose, quote.end
    if prose[at : at + 1] not in (".", ",") or not (at + 1 == len(prose) or prose[at + 1].isspace()):
        return
    close = _first_of_closing_marks(quote)
    words = prose[quote.inner_start : close].rstrip(_MARKUP)
    if not words or not (words[-1].isalnum() or words[-1] in "%)]$") or _is_literal(words):
        return
    if prose[max(quote.start - 3, 0) : quote.start] == '": ':  # a value of JSON that no mask covers
        return
    name = "Period" if prose[at] == "." else "Comma"
    marks = quote.article.text[close:at]
    yield flag(Part(close, at + 1), f"{name} goes inside the closing quotation mark", replace=prose[at] + marks)


def _first_of_closing_marks(quote: Quote) -> int:
    """Where the run of closing marks begins that ends with this quotation's own."""
    at = quote.inner_end
    inner = quote_ending_at(quote.article, at)
    while inner is not None:
        at = inner.inner_end
        inner = quote_ending_at(quote.article, at)
    return at


def _is_literal(words: str) -> bool:
    """Whether it is something to type or click: an address, a file's name, code."""
    last = words.split()[-1]
    return _OBJECT in words or any(c in last for c in "/\\_=<>@#") or "." in last.rstrip(".")


@rule(
    "quote-comma-attribution",
    severity="error",
    summary="A comma parts a quotation from the attribution that follows",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad("“The pool is closing^”^ Ruiz told the council.", fixed="“The pool is closing,” Ruiz told the council."),
        Bad("“We won^”^ Lee said.", fixed="“We won,” Lee said."),
        Bad("“It is over^”^ said Councilman Tom Lee.", fixed="“It is over,” said Councilman Tom Lee."),
        Bad('"We tried it all^"^ the mayor said.', fixed='"We tried it all," the mayor said.'),
        Bad("“Who closed the pool^”^ Ruiz asked.", fixed="“Who closed the pool?” Ruiz asked."),
    ],
    good=[
        "“Who won?” Lee said.",
        "“We won!” Lee said.",
        "“We won,” Lee said.",
        "The “winner” Lee said he liked the odds.",
        "Her play “Oak Street” Lee said was a hit.",
        "“Oak Street” Lee said was a hit.",
        "“We shall not be moved” Lee said was her favorite song.",
        "“We won —” Lee said, and stopped.",
    ],
)
def comma_before_attribution(quote: Quote) -> Flags:
    """A comma, inside the closing mark, parts a quotation from "Lee said" after it.

    Only a whole quotation at the start of a sentence counts: a fragment can be part of the sentence's
    grammar (the “winner” Lee said he backed), and a title can be what somebody speaks about.
    """
    if quote.level or not quote.closed or not is_in_prose(quote) or not is_clause(quote):
        return
    prose = quote.article.prose
    if not prose[quote.inner_end - 1].isalnum() or not begins_sentence(quote):
        return
    attribution = attribution_after(quote)
    if attribution is None or _is_about(prose[attribution.verb.end : attribution.verb.end + 12]):
        return
    mark = Part(quote.inner_end, quote.end)
    if prose[attribution.verb.start : attribution.verb.end] in ("asked", "asks"):
        message = "Put a question mark, or a comma, before the attribution"
        yield flag(mark, message, replace=f"?{quote.close_mark}", safety="unsafe")
    else:
        yield flag(mark, "Put a comma before the attribution", replace=f",{quote.close_mark}")


def _is_about(following: str) -> bool:
    """Whether what follows "Lee said" makes the quotation its subject: was, is, has …"""
    word = following.split()[:1]
    return bool(word) and word[0] in ("was", "were", "is", "are", "has", "had", "would", "will", "could", "should")


@rule(
    "quote-period-before-said",
    severity="error",
    summary="Comma, not period, before the attribution that follows",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad("“We won^.^” Lee said.", fixed="“We won,” Lee said."),
        Bad("“The pool is closing^.^” he said.", fixed="“The pool is closing,” he said."),
        Bad("“It is over^.^” said Councilman Tom Lee.", fixed="“It is over,” said Councilman Tom Lee."),
        Bad('"We tried it all^.^" Ruiz told reporters Monday.', fixed='"We tried it all," Ruiz told reporters Monday.'),
    ],
    good=[
        "“We won,” Lee said.",
        "“We won.” Then the mayor said the pool was closing.",
        "“We won.” Lee said nothing more.",
        "“We won.” Lee said he was happy.",
        "“We won.” Lee said, “It was close.”",
        "“We live in the U.S.” Lee said.",
        "“We won …” Lee said.",
        "“We won.” The clerk told the mayor to sit down.",
    ],
)
def no_period_before_attribution(quote: Quote) -> Flags:
    """A quotation and its attribution are one sentence: a comma stands before the closing mark, no period.

    "Lee said" alone makes no sentence, so the period cuts the speaker off. When said has an object of its
    own (Lee said he was happy), the period is right and another sentence begins.
    """
    if quote.level or not quote.closed or not is_in_prose(quote):
        return
    prose, close = quote.article.prose, _first_of_closing_marks(quote)
    words = prose[quote.inner_start : close].split()
    if not words or not re.fullmatch(r"[^.]*\w\.", words[-1]):
        return
    attribution = attribution_after(quote)
    sentence = attribution and quote.article.sentence_at(attribution.verb.start)
    if not attribution or not sentence:
        return
    rest = prose[max(attribution.verb.end, attribution.speaker.end) : sentence.end]
    if _tail().fullmatch(rest):
        yield flag(Part(close - 1, close), "A comma goes before the attribution", replace=",")


@cache
def _tail() -> re.Pattern[str]:
    """What may follow "Lee said" when it is all of the sentence: nothing, whom it was said to, when and where."""
    day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    when = rf"(?:on |late |early )?{day}(?: (?:morning|afternoon|evening|night))?|later"
    group = r"(?:council|board|committee|crowd|court|jury|judge|panel|newspaper)"
    whom = rf"reporters|the {group}|The [A-Z][a-z]+ [A-Z][a-z]+"
    where = r"(?:in|at|during|after|before) (?:a|an|the) (?:[a-z]+ ){0,3}[a-z]+"
    return re.compile(rf"(?: (?:{whom}))?(?: (?:{when}))?(?: {where})?(?: (?:{when}))?\.")


@rule(
    "quote-intro-comma",
    severity="warning",
    summary="Comma after said before a full quotation",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad("Lee ^said^ “We won the vote.”", fixed="Lee said, “We won the vote.”"),
        Bad("Ruiz ^asked^ “Who closed the pool?”", fixed="Ruiz asked, “Who closed the pool?”"),
        Bad('Lee ^said^ "We won. It is over."', fixed='Lee said: "We won. It is over."'),
    ],
    good=[
        "Lee said, “We won the vote.”",
        "Lee said: “We won the vote. It is over.”",
        "Lee said it was “a long night.”",
        "Lee said that “We will go” was the slogan.",
        "Lee said “No” twice.",
        "Nobody said “We will go” in public.",
        "The sign said “Keep Out.”",
    ],
)
def comma_after_said(quote: Quote) -> Flags:
    """Said takes a comma before a quotation that is a full sentence, a colon before one of two or more.

    A fragment runs on without a mark: Lee said it was “a long night.” So does a word that is named.
    """
    if quote.level or not quote.closed or not is_in_prose(quote) or not is_clause(quote):
        return
    prose = quote.article.prose
    before = _said_before().search(prose, max(quote.start - 24, 0), quote.start)
    if before is None or before.group(1) not in PLAIN or prose[quote.inner_end - 1] not in ".?!":
        return
    sentences = quote.article.sentences_in(quote.inner_start, quote.inner_end)
    mark = ":" if sentences else ","
    verb = Part(before.start(1), before.end(1))
    said = before.group(1)
    name = "colon" if mark == ":" else "comma"
    yield flag(verb, f"Put a {name} after {said}", edits=(Edit(verb.start, verb.end, said + mark),))


@cache
def _said_before() -> re.Pattern[str]:
    return re.compile(r"\b([a-z]+) \Z")


@rule(
    "quote-ellipsis",
    severity="suggestion",
    summary="Ellipsis in a quotation: three periods with a space on each side",
    fix="safe",
    zones=("deck", "lead", "body", "list", "caption", "notice"),
    in_quotes=True,
    pattern=r"…|(?<!\.)\.\.\.(?!\.)|(?<!\.)\.[ \u00a0]\.[ \u00a0]\.(?![ \u00a0]?\.)",
    hints=("…", "...", ". . ."),
    bad=[
        Bad("“I have had it ^…^ and I will call,” Lee said.", fixed="“I have had it ... and I will call,” Lee said."),
        Bad("“We tried^…^we lost,” Ruiz said.", fixed="“We tried ... we lost,” Ruiz said."),
        Bad("“We tried^...^ and we lost,” Ruiz said.", fixed="“We tried ... and we lost,” Ruiz said."),
        Bad("“^… ^we won the vote,” Lee said.", fixed="“we won the vote,” Lee said."),
        Bad("“We tried ^. . .^ and lost,” Ruiz said.", fixed="“We tried ... and lost,” Ruiz said."),
    ],
    good=[
        "“I have had it ... and I will call,” Lee said.",
        "“I thought …” Lee said, and fell silent.",
        "“We lost. ... It is over,” Ruiz said.",
        "The story went on … and on.",
        Good("“I have had it … and I will call,” Lee said.", options={"periods": False}),
    ],
)
def ellipsis_is_spaced(match: Match, *, periods: bool = True) -> Flags:
    """Words left out of a quotation are marked by three periods, a space before and after.

    None is needed where a quotation begins, since nobody takes its first word for the speaker's first. At
    the end it can mean that the voice trails off, and is left alone. Option `periods`: false for houses
    that print the one character or leave the spaces out.
    """
    zone, prose, text = match.zone, match.article.prose, match.text
    if zone is None or match.end >= zone.end or not match.quoted:
        return
    before, after = prose[match.start - 1 : match.start], prose[match.end : match.end + 1]
    if before in ("“", '"', "‘") and (after.isspace() or after.isalpha()):
        end = match.end + len(prose[match.end : match.end + 2]) - len(prose[match.end : match.end + 2].lstrip())
        yield flag(Part(match.start, end), "No ellipsis where a quotation begins", replace="")
        return
    if not periods or not after or after in ".,;:!?)]”’\"'" or before in ".!?":
        return
    spaced = ("" if before.isspace() else " ") + "..." + ("" if after.isspace() else " ")
    if spaced != text:
        yield flag(match, "Three periods with a space on each side", replace=spaced)
