"""What stands inside quotation marks: how much of it, whose, and what should not be there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Part, flag, rule
from copydesk_rules.quote._around import attribution_after, begins_sentence, is_in_prose, is_title_case, quotes_in

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
    "’cause": "because",
}


@rule(
    "quote-so-called",
    severity="warning",
    summary="No quotation marks after so-called",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad("The so-called ^“experts”^ were wrong, he wrote.", fixed="The so-called experts were wrong, he wrote."),
        Bad('Lee left the so-called ^"dream team"^ in May.', fixed="Lee left the so-called dream team in May."),
        Bad("He met the so-called ^“experts.”^", fixed="He met the so-called experts."),
    ],
    good=[
        "The so-called experts were wrong, he wrote.",
        "The “experts” were wrong, he wrote.",
        "Lee read the so-called “Plan for a New and Better Midtown” aloud.",
        "“The so-called ‘experts’ were wrong,” Lee said.",
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
        Bad("The ^“historic”^ vote is off.", fixed=None),
        Bad('Midtown lost its ^"crown jewel"^ in the fire.', fixed=None),
    ],
    good=[
        "The word “historic” appears twice in the memo.",
        "Lee called the vote “historic” on Monday.",
        "Tom “Doc” Lee won.",
        "The film “Oak Street” opens Friday.",
        "“Historic,” Lee said.",
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
        Bad("^“We waited for the bus in the rain,”^ Ruiz said.", options={"most": 6}),
        Bad("Lee said, ^“" + "We waited, and we waited, and we waited for it. " * 7 + "It never came.”^"),
    ],
    good=[
        "“We waited for the bus in the rain,” Ruiz said.",
        Good("“We waited,” Ruiz said. “We went home.”", options={"most": 4}),
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
    bad=["“We ain’t ^(sic)^ going,” Lee said.", "“Their ^[sic]^ going,” the memo says."],
    good=["“We are not going,” Lee said.", "The dog was told to sic (attack) him."],
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
        "“^[They] took [it] [away]^,” Ruiz said.",
        "“We asked ^[the mayor] and [the clerk]^ to stay,” Lee said.",
    ],
    good=[
        "“They took [the bench] away,” Ruiz said.",
        "They took [it] [away], Ruiz said.",
        Good("“[They] took [it] away,” Ruiz said.", options={"most": 2}),
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
        span = Part(quote.inner_start + found[0].start(), quote.inner_start + found[-1].end())
        yield flag(span, f"{len(found)} insertions in one quotation: paraphrase it")


@cache
def _insertion() -> re.Pattern[str]:
    """Words in square brackets: no footnote mark, no omission, no change of a capital."""
    return re.compile(r"\[(?!sic\])[^\W\d][^\[\]\n]+\]")


@rule(
    "quote-dialect",
    severity="suggestion",
    summary="Nonstandard spelling in a quotation",
    fix="none",
    in_quotes=True,
    pattern=r"\b(?:gonna|wanna|gotta|gimme|lemme|dunno|kinda|sorta|outta|coulda|shoulda|woulda|whatcha)\b|['’]cause\b",
    hints=("onna", "anna", "otta", "gimme", "lemme", "dunno", "kinda", "sorta", "outta", "oulda", "whatcha", "cause"),
    bad=["“We ^wanna^ win,” Ruiz said.", "“I left ^’cause^ it was late,” Lee said.", '"I\'m ^gonna^ go," she said.'],
    good=[
        "“We want to win,” Ruiz said.",
        "The song “Gonna Go Home” is hers.",
        "He left because it was late.",
        "We’re gonna need a bigger pool.",
    ],
)
def standard_spelling(match: Match) -> Flags:
    """Do not spell out how somebody speaks: it reads as mockery, and most people speak so.

    Write the standard words, or paraphrase. Lyrics and posts that are quoted as text can stand.
    """
    if match.quoted:
        standard = _SPELLED[match.text.replace("'", "’")]
        yield flag(match, f"Write {standard} or paraphrase")


@rule(
    "quote-verbatim-duplicate",
    severity="warning",
    summary="The same quotation twice in one article",
    fix="none",
    bad=[
        "“We will open the pool in May,” Ruiz said.\n\nLee nodded.\n\nIt is true: ^“We will open the pool in May.”^",
        "“We will open the pool in May.”\n\nThe board met.\n\nLee said, ^“We will open the pool, in May!”^",
    ],
    good=[
        "“We will open the pool in May,” Ruiz said.\n\n“We will close it in June,” Lee said.",
        "“We will,” Ruiz said.\n\nThe board met.\n\n“We will,” Lee said.",
        "She read “The Long Way Home to Midtown Again.”\n\nLee read “The Long Way Home to Midtown Again” too.",
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
        if len(words) >= least and not is_title_case(words):
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
        "^“Yes, we will go,” Ruiz said. “No, we will not,” Lee said.^",
        "^“Yes,” Ruiz said. “No,” Lee said.^",
        "It was late. ^“We are done here,” said Ana Ruiz. “They are not done at all,” said Tom Lee.^",
    ],
    good=[
        "“Yes, we will go,” Ruiz said. “But not today,” she said.",
        "“Yes, we will go,” Ana Ruiz said. “But not today,” Ruiz said.",
        "“Yes, we will go,” Ruiz said.\n\n“No, we will not,” Lee said.",
        "“Yes,” Ruiz said. He thought of “no,” Lee said.",
    ],
)
def one_speaker_a_paragraph(paragraph: Paragraph) -> Flags:
    """A new speaker takes a new paragraph.

    Counts only where two whole quotations each have a name of their own right behind them.
    """
    article, quotes = paragraph.article, quotes_in(paragraph)
    if len(quotes) < 2:
        return
    first: tuple[Quote, str] | None = None
    for quote in quotes:
        if quote.level or not quote.closed or quote.inner[-1:] not in (",", "?", "!") or not begins_sentence(quote):
            continue
        attribution = attribution_after(quote)
        if attribution is None or not attribution.name:
            continue
        name = attribution.name
        if first is not None and first[1] != name:
            sentence = article.sentence_at(attribution.verb.start)
            end = sentence.end if sentence else attribution.verb.end
            yield flag(Part(first[0].start, end), f"{name} speaks after {first[1]}: begin a paragraph")
            return
        first = first or (quote, name)
