"""The opening paragraph of a news story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Span, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, Lead

#: Kinds of copy whose openings take their time.
_SLOW = frozenset(
    "feature features profile obituary opinion column editorial essay review analysis interview letter".split()
)
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
    if _is_slow(lead.article):
        return
    start = _after_dateline(lead)
    words = lead.article.count_words(start, lead.end)
    if words > suggest:
        mild = words <= warn or _sentences(lead, start) > 1
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
    if _is_slow(lead.article):
        return
    start = _after_dateline(lead)
    count = _sentences(lead, start)
    if count > most:
        yield flag(Span(start, lead.end), f"The lead has {count} sentences; {most} are enough")


def _is_slow(article: Article) -> bool:
    kind = article.front_matter.scalar("kind", "type", "genre")
    return bool(kind) and kind.lower().strip() in _SLOW  # type: ignore[union-attr]


def _after_dateline(lead: Lead) -> int:
    """Where the lead's own words begin."""
    start = lead.start
    for dateline in lead.article.datelines:
        if lead.start <= dateline.start < lead.end:
            start = dateline.end
    while start < lead.end and not lead.article.prose[start].strip("\u2060"):
        start += 1
    while start < lead.end and lead.article.prose[start].isspace():
        start += 1
    return start


def _sentences(lead: Lead, start: int) -> int:
    return sum(sentence.end > start for sentence in lead.sentences)
