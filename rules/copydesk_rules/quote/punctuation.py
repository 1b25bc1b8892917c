"""Punctuation at quotation marks: where the comma and the period go, and the marks of omission."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules.quote._around import (
    COMPLETE,
    SAID,
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
        Bad("Lee called the pie “a marvel^”.^", fixed="Lee called the pie “a marvel.”"),
        Bad("Fans yelled “safe^”,^ then sat.", fixed="Fans yelled “safe,” then sat."),
        Bad('Park said the ice was "gone^",^ and rowed.', fixed='Park said the ice was "gone," and rowed.'),
        Bad("“He called her ‘a wizard^’”.^", fixed="“He called her ‘a wizard.’”"),
        Bad("The sign read ‘Ferry full^’.^", fixed="The sign read ‘Ferry full.’"),
    ],
    good=[
        "Lee called the pie “a marvel.”",
        "Did Lee call the pie “a marvel”?",
        "Park said the ice was “gone”; she rowed.",
        "“Where is the pie?”, he asked.",
        "The pen was the goats’. They ate it.",
        'The plank is 9".',
        "Save the list as “pies.csv”.",
        Good("Fans yelled “safe”, then sat.", options={"inside": False}),
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
    yield flag(Span(close, at + 1), f"{name} goes inside the closing quotation mark", replace=prose[at] + marks)


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
        Bad("“The ferry is leaking^”^ Park told the board.", fixed="“The ferry is leaking,” Park told the board."),
        Bad("“They lost^”^ Ruiz said.", fixed="“They lost,” Ruiz said."),
        Bad("“It has thawed^”^ said Alderman Cy Brandt.", fixed="“It has thawed,” said Alderman Cy Brandt."),
        Bad('"We tasted every pie^"^ the judge said.', fixed='"We tasted every pie," the judge said.'),
        Bad("“Never^”^ Park replied.", fixed="“Never,” Park replied."),
        Bad("“The ice is too thin^”^ Lt. B.J. Tran warned.", fixed="“The ice is too thin,” Lt. B.J. Tran warned."),
        Bad("“Geese ate the seed^”^ according to Lee.", fixed="“Geese ate the seed,” according to Lee."),
        Bad("“Who sank the ferry^”^ Lee asked.", fixed="“Who sank the ferry?” Lee asked."),
    ],
    good=[
        "“Who lost?” Ruiz said.",
        "“They lost!” Ruiz said.",
        "“They lost,” Ruiz said.",
        "The “champion” Ruiz said she liked the crust.",
        "His ballad “River Road” Ruiz said was too long.",
        "“River Road” Ruiz said was too long.",
        "“You are my sunshine” Ruiz said was the choir’s best number.",
        "“They lost —” Ruiz said, and stopped.",
    ],
)
def comma_before_attribution(quote: Quote) -> Flags:
    """A comma, inside the closing mark, parts a quotation from "Lee said" after it.

    Only a whole quotation at the start of a sentence counts: a fragment can be part of the sentence's
    grammar (the “champion” Ruiz said she backed), and a title can be what somebody speaks about.
    """
    if quote.level or not quote.closed or not is_in_prose(quote):
        return
    prose = quote.article.prose
    if not prose[quote.inner_end - 1].isalnum() or not begins_sentence(quote):
        return
    mark = Span(quote.inner_end, quote.end)
    attribution = attribution_after(quote)
    if attribution is None:
        if is_clause(quote) and prose.startswith(" according to ", quote.end):
            yield flag(mark, "Put a comma before the attribution", replace=f",{quote.close_mark}")
        return
    end = max(attribution.verb.end, attribution.speaker.end)
    after = prose[end : end + 12]
    if _is_about(after) or not (is_clause(quote) or (quote.inner.isalpha() and after[:1] == ".")):
        return
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
        Bad("“They lost^.^” Ruiz said.", fixed="“They lost,” Ruiz said."),
        Bad("“The ferry is leaking^.^” she said.", fixed="“The ferry is leaking,” she said."),
        Bad("“It has thawed^.^” said Alderman Cy Brandt.", fixed="“It has thawed,” said Alderman Cy Brandt."),
        Bad("“The ice is thin^.^” warned Cy Brandt, a skater.", fixed="“The ice is thin,” warned Cy Brandt, a skater."),
        Bad("“They lost^.^” Ruiz admitted, grinning.", fixed="“They lost,” Ruiz admitted, grinning."),
        Bad('"We ate every pie^.^" Lee told reporters Sunday.', fixed='"We ate every pie," Lee told reporters Sunday.'),
    ],
    good=[
        "“They lost,” Ruiz said.",
        "“They lost.” Then the coach said his season was done.",
        "“They lost.” Ruiz said little else.",
        "“They lost.” Ruiz said she was tired.",
        "“They lost.” The fans yelled.",
        "“They lost.” Ruiz said, “It rained.”",
        "“She bakes in the U.K.” Ruiz said.",
        "“They lost …” Ruiz said.",
        "“They lost.” The umpire told the fans to go home.",
    ],
)
def no_period_before_attribution(quote: Quote) -> Flags:
    """A quotation and its attribution are one sentence: a comma stands before the closing mark, no period.

    "Lee said" alone makes no sentence, so the period cuts the speaker off. When said has an object of its
    own (Ruiz said she was tired), the period is right and another sentence begins.
    """
    if quote.level or not quote.closed or not is_in_prose(quote):
        return
    prose, close = quote.article.prose, _first_of_closing_marks(quote)
    words = prose[quote.inner_start : close].split()
    if not words or not compiled(r"[^.]*\w\.").fullmatch(words[-1]):
        return
    attribution = attribution_after(quote)
    sentence = attribution and quote.article.sentence_at(attribution.verb.start)
    if not attribution or not sentence:
        return
    verb, speaker = attribution.verb, attribution.speaker
    rest = prose[max(verb.end, speaker.end) : sentence.end]
    inverted, alone = verb.start < speaker.start, prose[verb.start : verb.end] not in COMPLETE
    if inverted or (_tail().fullmatch(rest) and (alone or prose[speaker.start].islower())):
        yield flag(Span(close - 1, close), "A comma goes before the attribution", replace=",")


@cache
def _tail() -> re.Pattern[str]:
    """What may follow "Lee said" when it is all of the sentence: nothing, whom it was said to, when and where."""
    day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    when = rf"(?:on |late |early )?{day}(?: (?:morning|afternoon|evening|night))?|later"
    group = r"(?:council|board|committee|crowd|court|jury|judge|panel|newspaper)"
    whom = rf"reporters|the {group}|The [A-Z][a-z]+ [A-Z][a-z]+"
    where = r"(?:in|at|during|after|before) (?:a|an|the) (?:[a-z]+ ){0,3}[a-z]+"
    return compiled(rf"(?: (?:{whom}))?(?: (?:{when}))?(?: {where})?(?: (?:{when}))?(?:, [a-z]+ing\b[^.“\"]*)?\.")


@rule(
    "quote-intro-comma",
    severity="warning",
    summary="Comma after said before a full quotation",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad("Ruiz ^said^ “They lost the game.”", fixed="Ruiz said, “They lost the game.”"),
        Bad("Park ^warned^ “They sank it,” and dived.", fixed="Park warned, “They sank it,” and dived."),
        Bad("Lee ^asked^ “Who sank the ferry?”", fixed="Lee asked, “Who sank the ferry?”"),
        Bad('Ruiz ^said^ "They lost. It rained."', fixed='Ruiz said: "They lost. It rained."'),
    ],
    good=[
        "Ruiz said, “They lost the game.”",
        "Ruiz said: “They lost the game. It rained.”",
        "Park said the crust was “a bit burnt.”",
        "Ruiz said that “We can row” was the motto.",
        "Park said “Maybe” twice.",
        "Park shouted “Bring pie!” as a greeting.",
        "No one said “We can row” out loud.",
        "The crate said “Eat Fresh.”",
    ],
)
def comma_after_said(quote: Quote) -> Flags:
    """Said takes a comma before a quotation that is a full sentence, a colon before one of two or more.

    A fragment runs on without a mark: Park said the crust was “a bit burnt.” So does a word that is named.
    """
    if quote.level or not quote.closed or not is_in_prose(quote) or not is_clause(quote):
        return
    prose = quote.article.prose
    before = _said_before().search(prose, max(quote.start - 24, 0), quote.start)
    if before is None or before.group(1) not in SAID or prose[quote.inner_end - 1] not in ".?!,":
        return
    sentences = quote.article.sentences_in(quote.inner_start, quote.inner_end)
    mark = ":" if sentences else ","
    verb = Span(before.start(1), before.end(1))
    said = before.group(1)
    name = "colon" if mark == ":" else "comma"
    yield flag(verb, f"Put a {name} after {said}", edits=(Edit(verb.start, verb.end, said + mark),))


@cache
def _said_before() -> re.Pattern[str]:
    return compiled(r"\b([a-z]+) \Z")


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
        Bad(
            "“The oven broke ^…^ but we baked on,” Park said.", fixed="“The oven broke ... but we baked on,” Park said."
        ),
        Bad("“She rowed^…^it sank,” Lee said.", fixed="“She rowed ... it sank,” Lee said."),
        Bad("“She rowed^...^ and it sank,” Lee said.", fixed="“She rowed ... and it sank,” Lee said."),
        Bad("“^… ^they lost the game,” Ruiz said.", fixed="“they lost the game,” Ruiz said."),
        Bad("“She rowed ^. . .^ and sank,” Lee said.", fixed="“She rowed ... and sank,” Lee said."),
    ],
    good=[
        "“The oven broke ... but we baked on,” Park said.",
        "“My boat …” Ruiz said, and looked away.",
        "“It sank. ... She swam,” Lee said.",
        "The sermon ran … and ran.",
        Good("“The oven broke … but we baked on,” Park said.", options={"periods": False}),
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
        yield flag(Span(match.start, end), "No ellipsis where a quotation begins", replace="")
        return
    if not periods or not after or after in ".,;:!?)]”’\"'" or before in ".!?":
        return
    spaced = ("" if before.isspace() else " ") + "..." + ("" if after.isspace() else " ")
    if spaced != text:
        yield flag(match, "Three periods with a space on each side", replace=spaced)
