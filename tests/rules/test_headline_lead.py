"""Heads, openings, sources and metadata: what the rules' own examples cannot show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import check_text, fix_text

HEAD = "---\ntitle: {}\n---\nThe ferry stopped Monday.\n"


def found(rule: str, text: str, house: str = "ap") -> list[tuple[str, str]]:
    """What a rule reports, with its severity."""
    report = check_text(text, path="draft.md", house=house, select=(rule,))
    return [(text[v.start : v.end], v.severity.value) for v in report.violations]


@pytest.mark.parametrize(
    ("house", "reported"),
    [("ap", ["U.S.", "U.K."]), ("reuters", ["U.K."]), ("guardian", ["U.S.", "U.K."]), ("nyt", [])],
)
def test_initials_keep_their_periods_where_the_house_has_them(house: str, reported: list[str]) -> None:
    hits = found("headline-us-periods", HEAD.format("U.S. ferry reaches U.K. port"), house)
    assert [words for words, _ in hits] == reported


@pytest.mark.parametrize(("house", "reported"), [("ap", 2), ("bbc", 2), ("nyt", 1)])
def test_small_numbers_are_words_in_one_house(house: str, reported: int) -> None:
    assert len(found("headline-numerals", HEAD.format("Ferry takes nine riders and ten dogs"), house)) == reported


@pytest.mark.parametrize(
    ("rule", "text", "ap", "guardian", "bbc"),
    [
        ("sourcing-anonymous-bare", "Sources said the ferry will stop.", "error", "warning", "warning"),
        ("sourcing-anonymous-byline", "By Staff\n\nA deckhand asked not to be named for fear.", "warning", None, None),
        (
            "sourcing-anonymous-reason",
            "A deckhand asked not to be named. Rain fell.",
            "warning",
            "warning",
            "suggestion",
        ),
        ("lead-no-time", "A judge rejected the suit.", "suggestion", None, None),
        ("headline-exclamation-question", HEAD.format("Ferry to stop?"), "suggestion", "suggestion", None),
    ],
)
def test_houses_differ_in_severity(rule: str, text: str, ap: str, guardian: str | None, bbc: str | None) -> None:
    for house, severity in (("ap", ap), ("guardian", guardian), ("bbc", bbc)):
        assert [level for _, level in found(rule, text, house)] == ([severity] if severity else [])


def test_counts_of_others_do_not_contradict_a_headline() -> None:
    body = "A mother and four children died Monday. Last year three people died there."
    assert found("headline-not-in-body", f"---\ntitle: 5 dead in ferry fire\n---\n{body}\n") == []


def test_a_summary_like_the_title_is_reported_once() -> None:
    text = "---\ntitle: Ferry stops for good\nsummary: Ferry stops for good\n---\nIt stopped Monday.\n"
    report = check_text(text, path="draft.md", select=("headline-duplicate-words", "metadata-description"))
    assert [v.rule for v in report.violations] == ["metadata-description"]


PIECES = [
    "---\n", "title: ", "deck: ", "author: ", "slug: ", "date: 2025-02-12\n", "updated: 2025-02-10\n", "image: a.jpg\n",
    "# ", "“", "”", '"', "‘", "’", "'", "U.S. ", "Five ", "four ", "3 killed ", "Three Rivers ", "!", "?", ".", ", ",
    "\n", "\n\n", "By Ana Ruiz <a@b.example>", "By ", "A_b C", "sources said ", "A poll found 5% ", "on Monday, ",
    "![](a.jpg)", "<img src=a>", "You won’t believe ", "stole $2M", "MRFC ", "on condition of anonymity ",
]  # fmt: skip
FAMILIES = ("headline", "lead", "sourcing", "metadata", "structure-caption")


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_fixes_keep_quotations_and_come_to_an_end(text: str) -> None:
    fixed = fix_text(text, path="draft.md", select=FAMILIES)
    again = fix_text(fixed.text, path="draft.md", select=FAMILIES)
    assert again.text == fixed.text
    report = check_text(fixed.text, path="draft.md", select=FAMILIES)
    assert all(v.rule != "internal-error" and 0 <= v.start <= v.end <= len(fixed.text) for v in report.violations)
