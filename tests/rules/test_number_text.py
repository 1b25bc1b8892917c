"""What holds for every text: no rule on numbers fails, and their fixes come to an end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk

FAMILIES = ("number", "money", "percent")
PIECES = [
    "5", "12", "1500", "2,500,000", "0.05", ".60", "3/4", "1/2", "$", "US$", "£", "€", "¢", "%", " percent",
    " per cent", " percentage points", " dollars", " million", "M", "bn", "K", "five", "twelve", "twenty-two",
    "three million", "first", "3rd", "tenth", "thirds", " year old", "-years-old", " feet", " foot", " pounds",
    " degrees", "-", "–", " to ", " and ", " between ", " from ", " rose ", " fell ", ", a ", " increase", " of ",
    " people", " voters", ": ", " — ", "#", "No. ", " number one", "voted ", "-member board ", " times less",
    "World War 2", "Phase II", " ", "\n", "“", "”", ". ", "A ", "Route ", "*", "\u2060", "é",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["ap", "nyt", "guardian", "bbc", "reuters"]))
def test_rules_on_numbers_hold_on_any_text(text: str, house: str) -> None:
    report = copydesk.check_text(text, house=house, select=FAMILIES)
    assert [v.message for v in report.violations if v.rule == "internal-error"] == []
    for violation in report.violations:
        assert 0 <= violation.start < violation.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_fixes_come_to_an_end(text: str) -> None:
    for _ in range(8):
        violations = copydesk.check_text(text, select=FAMILIES).violations
        edits = sorted({edit for v in violations if v.fix for edit in v.fix.edits}, reverse=True)
        if not edits:
            return
        before = len(text) + 1
        for start, end, new in edits:
            if end <= before:
                text, before = text[:start] + new + text[end:], start
    raise AssertionError(f"the fixes never end: {text!r}")
