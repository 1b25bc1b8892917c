"""How long the opening paragraph is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Span, flag, rule
from copydesk_rules.lead._opening import after_dateline, count_sentences, is_slow

if TYPE_CHECKING:
    from copydesk import Flags, Lead

_LONG = (
    "The ferry line said Thursday it would drop its dawn boat to Heron Island after a winter in which bakers, "
    "deckhands and two school nurses begged for the crossing and a bookkeeper found that it carried nine riders a day."
)  # fmt: skip
_VERY_LONG = _LONG[:-1] + ", a figure that the line had left out of every report it sent to the island since August."


@rule(
    "lead-length",
    severity="warning",
    summary="Lead is too long",
    bad=[
        f"^{_LONG}^\n\nThe last boat sails in May.",
        f"^{_VERY_LONG}^\n\nThe last boat sails in May.",
        f"HERON ISLAND, Maine — ^{_LONG}^\n\nThe last boat sails in May.",
        Bad(
            "^The Otters beat Harlow Falls on Saturday to win the valley league.^\n\nThe score was 6-2.",
            options={"suggest": 10},
        ),
    ],
    good=[
        "The Otters beat Harlow Falls on Saturday to win the valley league, their first title.\n\nThe score was 6-2.",
        f"---\ntitle: The dawn boat\nkind: feature\n---\n{_LONG}\n\nThe last boat sails in May.",
        f"The dawn boat will stop.\n\n{_LONG}",
        Good(f"{_LONG}\n\nThe last boat sails in May.", options={"suggest": 40, "warn": 50}),
    ],
)
def lead_is_short(lead: Lead, *, suggest: int = 30, warn: int = 40) -> Flags:
    """A news lead is one sentence of up to 30 words; over 40 it is two leads.

    The dateline is not counted. Leads of several sentences, which features and scenes open with, draw no
    more than a suggestion, and features, opinion and obituaries (`kind:`) none.
    """
    if is_slow(lead.article):
        return
    start = after_dateline(lead)
    words = lead.article.count_words(start, lead.end)
    if words > suggest:
        mild = words <= warn or count_sentences(lead, start) > 1
        yield flag(
            Span(start, lead.end), f"The lead has {words} words; aim for {suggest} at most",
            severity="suggestion" if mild else None,
        )  # fmt: skip


@rule(
    "lead-sentences",
    severity="suggestion",
    summary="Lead has too many sentences",
    bad=[
        "^The Otters won Saturday. They beat Harlow Falls. They had not won since May.^\n\nThe score was 6-2.",
        Bad("^The Otters won Saturday. They beat Harlow Falls.^\n\nThe score was 6-2.", options={"most": 1}),
    ],
    good=[
        "The Otters won the valley league Saturday.\n\nThe score was 6-2.",
        "The Otters won Saturday. They beat Harlow Falls.\n\nThe score was 6-2.",
        "---\ntitle: The pool\nkind: feature\n---\nIt is 6 a.m. The gate is shut. Mo Khan waits.\n\nThe vote was 5-4.",
    ],
)
def lead_is_one_thought(lead: Lead, *, most: int = 2) -> Flags:
    """A hard-news lead says one thing, in one sentence or two. Features and opinion (`kind:`) are let be."""
    if is_slow(lead.article):
        return
    start = after_dateline(lead)
    count = count_sentences(lead, start)
    if count > most:
        yield flag(Span(start, lead.end), f"The lead has {count} sentences; {most} are enough")
