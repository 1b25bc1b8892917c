"""Quotations against the text that the draft was made from: whether its words and its speakers are the source's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Span, flag, rule

if TYPE_CHECKING:
    from copydesk import Comparison, Difference, Flags

#: The source of the examples.
_SOURCE = (
    "The ferry is safe from the budget knife until spring, Mayor Tom Lee said.\n\n"
    "“We will not sell the ferry to anyone who asks,” Lee said. “It belongs to the town, all three decks of it, "
    "and the town has paid for every bolt.”\n\n"
    "“My crew has nine people and one coffee pot,” said Nell Park, who pilots the ferry. “We share.”\n"
)


@rule(
    "quote-altered",
    severity="error",
    summary="A quotation has other words than its source",
    bad=[
        Bad("“We ^will^ sell the ferry to anyone who asks,” Lee said.", source=_SOURCE),
        Bad("“My crew has ^seven^ people and one coffee pot,” Park said.", source=_SOURCE),
        Bad("“It belongs to ^this^ town, all three decks of it,” Lee said.", source=_SOURCE),
        Bad("“We ^will^ … sell the ferry to anyone who asks,” Lee said.", source=_SOURCE),
        Bad("“We will not sell the ferry ^cheaply^ to anyone who asks,” Lee said.", source=_SOURCE),
    ],
    good=[
        Good("“We will not sell the ferry to anyone who asks,” Lee said.", source=_SOURCE),
        Good("“It belongs to the town … and the town has paid for every bolt,” Lee said.", source=_SOURCE),
        Good("“We will not,” Lee said, “sell the ferry to anyone who asks.”", source=_SOURCE),
        Good('"[The town] will not sell the ferry to anyone who asks," Lee said.', source=_SOURCE),
        Good("“My crew has 9 people and one coffee pot,” Park said.", source=_SOURCE),
        "“We will sell the ferry to anyone who asks,” Lee said.",
    ],
)
def quotation_has_the_words_of_its_source(one: Comparison) -> Flags:
    """What stands between quotation marks is what was said, word for word.

    The source is the text that the front matter names (`source: {text: path}`). Dots for words left out, words in
    brackets, a capital at the start, punctuation at the end, the form of marks, dashes, figures and spelling may
    differ. Dots that hide a “not”, or join what stands apart, may not. The source may be right or wrong: look it up,
    since no machine may mend what somebody said.
    """
    if one.verdict == "altered":
        place = one.differences[0].draft_span if one.differences else Span(one.start, one.end)
        severity, certainty = (None, None) if one.is_sure else ("warning", "medium")
        yield flag(place, _altered(one), severity=severity, certainty=certainty)


@rule(
    "quote-not-in-source",
    severity="warning",
    summary="A quotation that the source does not have",
    certainty="medium",
    bad=[
        Bad("^“The ferry is safe from the budget knife,”^ Lee said.", source=_SOURCE),
        Bad("^“Every pilot on this river drinks too much tea,”^ Park said.", source=_SOURCE),
        Bad("^“The ferry will be safe from the knife until the spring,”^ Lee said.", source=_SOURCE),
    ],
    good=[
        Good("“It belongs to the town,” Lee said.", source=_SOURCE),
        Good("The ferry is safe, Lee said. The “safe” ferry leaks.", source=_SOURCE),
        Good("“My crew has nine people,” Park said. “We share.”", source=_SOURCE),
        Good("Every pilot on this river drinks too much tea, Park said.", source=_SOURCE),
        "“Every pilot on this river drinks too much tea,” Park said.",
    ],
)
def quotation_is_in_its_source(one: Comparison) -> Flags:
    """A quotation in adapted copy has to be in the copy it was adapted from, and in quotation marks there.

    What the source says in its own words is a paraphrase: between quotation marks it becomes something that nobody
    said. Words that the newsroom heard itself are not in the source either; a stet says so. Quotations of fewer than
    four words are let be.
    """
    if one.verdict == "paraphrase":
        yield flag(one.quotes[0], "The source says this in its own words, not in quotation marks")
    elif one.verdict == "absent":
        yield flag(one.quotes[0], "The source does not have this quotation")


@rule(
    "attribution-differs",
    severity="warning",
    summary="The source credits somebody else with the quotation",
    certainty="medium",
    bad=[
        Bad("“We will not sell the ferry to anyone who asks,” ^Nell Park^ said.", source=_SOURCE),
        Bad("“My crew has nine people and one coffee pot,” ^Tom Lee^ said.", source=_SOURCE),
    ],
    good=[
        Good("“We will not sell the ferry to anyone who asks,” Tom Lee said.", source=_SOURCE),
        Good("“We will not sell the ferry to anyone who asks,” the mayor said.", source=_SOURCE),
        Good("“My crew has nine people and one coffee pot,” Nell said.", source=_SOURCE),
        "“We will not sell the ferry to anyone who asks,” Nell Park said.",
    ],
)
def speaker_is_the_source_s(one: Comparison) -> Flags:
    """The right words in the wrong mouth are as wrong as wrong words.

    A speaker who is named in the draft is held against one who is named in the source, by last name; pronouns and
    nouns (the mayor, a spokesman) are not.
    """
    if one.speakers:
        ours, theirs = one.speakers
        yield flag(ours, f"The source has {' '.join(theirs.text.split())} say this")


def _altered(one: Comparison) -> str:
    """What is different, in a sentence."""
    if one.why:
        return f"{one.why[0].upper()}{one.why[1:]}"
    text = one.quotes[0].article.text
    said = [_difference(d, text[slice(*d.draft_span)]) for d in one.differences]
    more = f"; and {len(said) - 3} more" if len(said) > 3 else ""
    return f"The source has {'; '.join(said[:3])}{more}"


def _difference(one: Difference, beside: str) -> str:
    if not one.draft:
        return f"“{_short(one.source)}” after “{_short(beside)}”"
    if not one.source:
        return f"no “{_short(one.draft)}”"
    return f"“{_short(one.source)}”, not “{_short(one.draft)}”"


def _short(words: str) -> str:
    """Words for a message, the middle of many left out."""
    listed = words.split()
    return words if len(listed) <= 10 else " ".join([*listed[:5], "…", *listed[-4:]])
