"""What stands inside quotation marks: how much of it, whose, and what should not be there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules.attribution._speech import is_document
from copydesk_rules.quote._around import (
    attribution_after,
    begins_sentence,
    is_clause,
    is_in_prose,
    is_title_case,
    quote_ending_at,
    quotes_in,
    speaker_beside,
)

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match, Paragraph, Quote

_SPELLED = {
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "gimme": "give me",
    "lemme": "let me",
    "dunno": "don’t know",
    "kinda": "kind of",
    "sorta": "sort of",
    "outta": "out of",
    "coulda": "could have",
    "shoulda": "should have",
    "woulda": "would have",
    "whatcha": "what are you",
    "gotcha": "got you",
    "hafta": "have to",
    "oughta": "ought to",
    "tryna": "trying to",
    "’cause": "because",
    "’bout": "about",
}


@rule(
    "quote-so-called",
    severity="warning",
    summary="No quotation marks after so-called",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad("The so-called ^“homemade”^ pies came frozen.", fixed="The so-called homemade pies came frozen."),
        Bad('Park quit the so-called ^"pie mafia"^ last fall.', fixed="Park quit the so-called pie mafia last fall."),
        Bad("Nobody phoned the so-called ^“fixers.”^", fixed="Nobody phoned the so-called fixers."),
    ],
    good=[
        "The so-called homemade pies came frozen.",
        "The “homemade” pies came frozen.",
        "Ruiz mocked the so-called “Charter for Cleaner and Quieter Ferries” in print.",
        "“The so-called ‘homemade’ pies came frozen,” Ruiz said.",
    ],
)
def so_called_has_no_marks(quote: Quote) -> Flags:
    """So-called says by itself that the word is another's; quotation marks say it a second time.

    A longer name keeps its marks, since they show where it ends.
    """
    if quote.level or not quote.closed or not is_in_prose(quote) or len(quote.inner.split()) > 3:
        return
    prose = quote.article.prose
    if prose[max(quote.start - 10, 0) : quote.start].lower() not in ("so-called ", "so called "):
        return
    edits = (Edit(quote.start, quote.inner_start, ""), Edit(quote.inner_end, quote.end, ""))
    yield flag(quote, "So-called needs no quotation marks", edits=edits)


@rule(
    "quote-scare",
    severity="suggestion",
    summary="A word or two in quotation marks without a speaker",
    certainty="low",
    fix="none",
    default=False,
    bad=[
        Bad("The ^“haunted”^ barn is for sale.", fixed=None),
        Bad('Easton sold its ^"golden acre"^ at a loss.', fixed=None),
    ],
    good=[
        "The word “organic” is stamped on both crates.",
        "Ruiz called the barn “haunted” on Sunday.",
        "Nell “Biscuit” Park pitched.",
        "The play “River Road” closes Thursday.",
        "“Haunted,” Ruiz said.",
    ],
)
def scare_quote(quote: Quote) -> Flags:
    """Marks around a word or two, with no speaker in the sentence, hold the word at arm's length.

    Say whose word it is, or drop the marks. Terms that are explained, titles and nicknames are left alone.
    """
    if quote.kind == "scare" and is_in_prose(quote):
        yield flag(quote, "Whose words are these? Name the speaker or drop the marks")


@rule(
    "quote-length",
    severity="suggestion",
    summary="Quotation too long: paraphrase part of it",
    fix="none",
    bad=[
        Bad("^“The geese came back before the ice left,”^ Lee said.", options={"most": 6}),
        Bad("Ruiz said, ^“" + "We picked, and we picked, and we picked some more. " * 7 + "It was no use.”^"),
    ],
    good=[
        "“The geese came back before the ice left,” Lee said.",
        Good("“We baked,” Lee said. “We slept late.”", options={"most": 4}),
    ],
)
def quote_is_short(quote: Quote, *, most: int = 60) -> Flags:
    """A long quotation loses the reader; its best sentence, with the rest in the reporter's words, does not.

    Each paragraph of a quotation counts by itself. Option `most`: the words that pass.
    """
    if quote.level or quote.orphan or quote.end - quote.start < 2 * most or not is_in_prose(quote):
        return
    words = quote.article.count_words(quote.inner_start, quote.inner_end)
    if words > most:
        yield flag(quote, f"This quotation has {words} words; {most} are enough")


@rule(
    "quote-sic",
    severity="suggestion",
    summary="Paraphrase rather than print sic",
    fix="none",
    in_quotes=True,
    pattern=r"[(\[]\W?sic\W?[)\]]",
    flags=re.IGNORECASE,
    hints=("sic",),
    bad=["“The goats has ^(sic)^ got out,” Ruiz said.", "“Your ^[sic]^ all invited,” the flyer says."],
    good=["“The goats got out,” Ruiz said.", "Lee taught the terrier to sic (chase) geese."],
)
def no_sic(match: Match) -> Flags:
    """Sic tells the reader that the paper noticed a slip, and shames the speaker; a paraphrase does neither."""
    yield flag(match, "Paraphrase instead of pointing at the slip")


@rule(
    "quote-brackets",
    severity="suggestion",
    summary="Many insertions in one quotation: paraphrase",
    fix="none",
    bad=[
        "“^[She] sold [them] [cheap]^,” Lee said.",
        "“He begged ^[the baker] and [her sister]^ to reopen,” Park said.",
    ],
    good=[
        "“She sold [the ovens] cheap,” Lee said.",
        "She sold [them] [cheap], Lee said.",
        Good("“[She] sold [them] cheap,” Lee said.", options={"most": 2}),
    ],
)
def few_insertions(quote: Quote, *, most: int = 1) -> Flags:
    """Words in square brackets are not the speaker's; more than one such insertion asks for a paraphrase.

    Option `most`: the insertions that pass.
    """
    if quote.level or quote.orphan or "[" not in quote.text or not is_in_prose(quote):
        return
    found = list(_insertion().finditer(quote.inner))
    if len(found) > most:
        span = Span(quote.inner_start + found[0].start(), quote.inner_start + found[-1].end())
        yield flag(span, f"{len(found)} insertions in one quotation: paraphrase it")


@cache
def _insertion() -> re.Pattern[str]:
    """Words in square brackets: no footnote mark, no omission, no change of a capital."""
    return compiled(r"\[(?!sic\])[^\W\d][^\[\]\n]+\]")


@rule(
    "quote-dialect",
    severity="suggestion",
    summary="Nonstandard spelling in a quotation",
    fix="none",
    in_quotes=True,
    pattern=r"\b(?:gonna|wanna|gotta|gimme|lemme|dunno|kinda|sorta|outta|coulda|shoulda|woulda|whatcha|hafta|oughta|tryna)"
    r"\b|['’](?:cause|bout)\b|\b[a-z]{2,}in['’](?!\w)",
    flags=re.IGNORECASE,
    hints=tuple(
        "gonna wanna gotta gimme lemme dunno kinda sorta outta coulda shoulda woulda whatcha hafta oughta tryna cause "
        "’bout 'bout in’ in'".split()
    ),
    bad=[
        "“We ^gotta^ milk the cows,” Lee said.",
        "“We closed ^’cause^ the flour ran out,” Ruiz said.",
        '"She\'s ^gonna^ row," he said.',
        "“^Gotta^ feed the hens,” Ruiz said.",
        "“The hens are ^layin’^ again,” Ruiz said.",
    ],
    good=[
        "“We have to milk the cows,” Lee said.",
        "Her ballad “Gonna Row Back” won a ribbon.",
        "It closed because the flour ran out.",
        "They’re gonna run out of flour.",
        "“He told us ‘come back in’ and we did,” Ruiz said.",
        "“He sang ‘once again’ and bowed,” Ruiz said.",
    ],
)
def standard_spelling(match: Match) -> Flags:
    """Do not spell out how somebody speaks: it reads as mockery, and most people speak so.

    Write the standard words, or paraphrase. Lyrics and posts that are quoted as text can stand.
    """
    if not match.quoted or quote_ending_at(match.article, match.end):
        return
    if match.text[0].isupper() and not match.article.prose[match.end + 1 : match.end + 2].islower():
        return  # a capital that no sentence explains: a title
    spelling = match.text.lower().replace("'", "’")
    standard = _SPELLED.get(spelling) or f"{spelling[:-1]}g"
    yield flag(match, f"Write {standard} or paraphrase")


@rule(
    "quote-verbatim-duplicate",
    severity="warning",
    summary="The same quotation twice in one article",
    fix="none",
    bad=[
        "“The orchard gate stays shut till spring,” Lee said.\n\nPark shrugged.\n\n"
        "Nothing changed: ^“The orchard gate stays shut till spring.”^",
        "“The orchard gate stays shut till spring.”\n\nSnow fell.\n\n"
        "Ruiz said, ^“The orchard gate stays shut, till spring!”^",
    ],
    good=[
        "“The orchard gate stays shut till spring,” Lee said.\n\n“The orchard gate opens again in April,” Ruiz said.",
        "“It might,” Ruiz said.\n\nThe fog thinned.\n\n“It might,” Lee said.",
        "He hummed “The Slow Boat Back to Easton Again.”\n\nPark hummed “The Slow Boat Back to Easton Again” too.",
        "The law says, “No boat may land here after dusk.”\n\n“No boat may land here after dusk,” the law says again.",
        "Over the door is “a pie for each and every child,” and “a pie for each and every child” is on the menu.",
    ],
)
def quote_appears_once(article: Article, *, least: int = 6) -> Flags:
    """A quotation of some length that stands in the story twice was pasted twice, or one place needs another.

    Option `least`: the words from which it counts.
    """
    alike: dict[tuple[str, ...], list[Quote]] = {}
    for quote in article.quotes:
        if quote.level or quote.orphan or quote.zone.kind not in ("lead", "body", "list"):
            continue
        words = quote.inner.split()
        if len(words) >= least and not is_title_case(words) and _is_said(quote, words, least):
            alike.setdefault(_bare(words[:2]), []).append(quote)
    for quotes in alike.values():
        if len(quotes) == 1:
            continue
        seen: dict[tuple[str, ...], Quote] = {}
        for quote in quotes:
            first = seen.setdefault(_bare(quote.inner.split()), quote)
            if first is not quote:
                line, _ = article.lines.line_column(first.start)
                yield flag(quote, f"The same quotation stands on line {line}")


def _is_said(quote: Quote, words: list[str], least: int) -> bool:
    """Whether it is somebody's words: a sentence, or a long piece that is credited; no motto, no document's text."""
    if is_document(quote.speaker):
        return False
    return words[0][0].isupper() or (len(words) >= least + 4 and quote.speaker is not None)


def _bare(words: list[str]) -> tuple[str, ...]:
    """Words without capitals and the punctuation at their ends."""
    return tuple(word.strip(".,;:!?").lower() for word in words)


@rule(
    "quote-two-speakers",
    severity="warning",
    summary="Two speakers quoted in one paragraph",
    certainty="medium",
    fix="none",
    bad=[
        "^“The blue ribbon is mine,” Park said. “You burned the crust,” Ruiz said.^",
        "^“Heads,” Lee said. “Tails,” Park said.^",
        "Snow fell. ^“The road is shut,” said Nell Park. “Nobody told the plow crew,” said Tom Lee.^",
        "^Park said, “The road is shut.” Lee said, “Nobody told the plow crew.”^ Snow fell.",
        "^“The road is shut,” said Rep. Nell Park. “Nobody told the crew,” said Sen. Tom Lee.^",
    ],
    good=[
        "“The blue ribbon is mine,” Park said. “You burned the crust,” she said.",
        "“The blue ribbon is mine,” Nell Park said. “You burned the crust,” Park said.",
        "“The blue ribbon is mine,” Park said.\n\n“You burned the crust,” Ruiz said.",
        "“Heads,” Lee said. She wanted “tails,” Park said.",
    ],
)
def one_speaker_a_paragraph(paragraph: Paragraph) -> Flags:
    """A new speaker takes a new paragraph.

    Counts only where two whole quotations each have a name of their own right beside them.
    """
    article, quotes = paragraph.article, quotes_in(paragraph)
    if len(quotes) < 2:
        return
    first: tuple[int, str] | None = None
    for quote in quotes:
        if quote.level or not quote.closed:
            continue
        credited = _credited(quote)
        if credited is None:
            continue
        tag, name = credited
        if first is not None and first[1] != name:
            sentence = article.sentence_at(max(tag.start, quote.end - 1))
            end = sentence.end if sentence else max(tag.end, quote.end)
            yield flag(Span(first[0], end), f"{name} speaks after {first[1]}: begin a paragraph")
            return
        first = first or (min(quote.start, tag.start), name)


def _credited(quote: Quote) -> tuple[Span, str] | None:
    """The attribution beside a whole quotation, and the last name in it: “Heads,” Lee said; Lee said: “Heads.”"""
    if quote.inner[-1:] in (",", "?", "!") and begins_sentence(quote):
        after = attribution_after(quote)
        if after is not None:
            tag = Span(min(after.speaker.start, after.verb.start), max(after.speaker.end, after.verb.end))
            return (tag, after.name) if after.name else None
        beside = speaker_beside(quote)
        return beside if beside and beside[0].start > quote.end else None
    if not is_clause(quote) or quote.article.prose[quote.start - 2 : quote.start] not in (", ", ": "):
        return None
    beside = speaker_beside(quote)
    return beside if beside and beside[0].end < quote.start else None
