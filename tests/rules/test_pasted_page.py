"""Whole drafts: a page that was copied with its furniture gives one line for each thing wrong with it."""

import datetime

from copydesk import check_text

HEADLINE = "Harlow Falls Plan Leaves River Towns Waiting for an Answer"
DECK = "Mayors Warn of Another Spring Flood Without New Walls"
LEAD = (
    "The water board said on Tuesday that it would not build the new walls this year and declined to say whether "
    "it had spoken with former Gov. Ana Ruiz, whose plan for them it had praised, about the reasons for the delay."
)
PAGE = f"""{HEADLINE} REGION - {LEAD} The mayors …
{DECK}


By Tom Lee,
Staff Reporter, The Midtown Times | Story Posted on March 4, 2025
{HEADLINE}
REGION – {LEAD}
The mayors of the river towns met at noon and asked the board to meet them. The board did not answer their letter.
Ruiz’s Plan and the Towns’ Answer
In the weeks from the election to her inauguration two months ago, Ruiz promised the towns their walls. The towns wait.
Another flood would cost the towns more than the walls would, Mo Khan, the mayor of Low Water, said.
This story was adapted from a report published in the Harlow Falls Post.

The Midtown Times is dedicated to bringing fair and timely news to its readers.
"""
WANTED = [
    ("structure-duplicate-paragraph", HEADLINE),
    ("structure-excerpt-ellipsis", f"REGION - {LEAD} The mayors …"),
    ("headline-case", DECK),
    ("byline-trailing-comma", ","),
    ("byline-role-line", "Staff Reporter, The Midtown Times | Story Posted on March 4, 2025"),
    ("headline-case", HEADLINE),
    ("dateline-section-label", "REGION"),
    ("dateline-dash", "–"),
    ("lead-length", LEAD),
    ("title-conflict", "former Gov. Ana Ruiz"),
    ("structure-subhead-case", "Ruiz’s Plan and the Towns’ Answer"),
    ("sourcing-adapted-notice", "This story was adapted from a report published in the Harlow Falls Post."),
    ("structure-boilerplate", "The Midtown Times is dedicated to bringing fair and timely news to its readers."),
]
FAMILIES = ("byline", "dateline", "structure", "lead", "headline", "sourcing", "title", "file", "metadata")


def found(text: str, path: str) -> list[tuple[str, str]]:
    report = check_text(text, path=path, date=datetime.date(2025, 3, 4))
    return [(v.rule, text[v.start : v.end]) for v in report.violations if v.family in FAMILIES]


def test_each_part_of_a_pasted_page_is_told_once() -> None:
    assert found(PAGE, "draft.txt") == WANTED


def test_the_format_makes_no_difference() -> None:
    assert found(PAGE, "draft.md") == WANTED


def test_a_clean_story_is_let_be() -> None:
    story = f"""---
title: Board leaves river towns waiting for flood walls
author: Tom Lee
date: 2025-03-04
---
By Tom Lee

HARLOW FALLS, Ohio — {LEAD.split(" and declined")[0]}.

Former Gov. Mo Khan, who left office in January, had promised the walls. Gov. Ana Ruiz, his successor, has not.

## What the towns want

The towns, among them [Low Water](https://example.org/low-water), want to meet the board.
"""
    assert found(story, "draft.md") == []
