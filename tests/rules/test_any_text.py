"""What holds for every text: no rule of the layout fails, and what it says points into the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.checking.plan import build_plan
from copydesk.checking.registry import load_rules
from copydesk.checking.runner import check_article
from copydesk.checking.select import Selection
from copydesk.reading.read import read_article

FAMILIES = (
    "byline",
    "dateline",
    "structure",
    "lead",
    "readability",
    "headline",
    "sourcing",
    "metadata",
    "file",
    "title",
)
PLAN = build_plan(load_rules(), Selection(select=FAMILIES))
PIECES = [
    "---\n", "title: ", "author: ", "deck: ", "kind: news\n", "status: ready\n", "# ", "## ", "**", "_", "- ", "> ",
    "By ", "BY ", "Ana Ruiz", "ANA RUIZ", "Dr. ", ", PhD", " & ", ", ", " | ", "Staff Writer", "March 4, 2025",
    "MOSCOW", "Kyiv, UKRAINE", "FRESNO, CA", " — ", " – ", " (AP) ", "POLITICS", "former President ", "Gov. Lee",
    " took office last month", "his inauguration last month", "“No,” ", "said Monday", ".", "…", "\n", "\n\n", "-30-",
    "[here](http://example.org)", "<a href='x'>here</a>", "<h2>", "</h2>", "This story was condensed from ", "word ",
    "The Council Votes To Close ", "\u2060", "\u202e", "é", "İ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_rules_of_the_layout_hold_on_any_text(text: str, path: str) -> None:
    report = check_article(read_article(text, path=path), PLAN)
    assert [v.message for v in report.violations if v.rule == "internal-error"] == []
    for violation in report.violations:
        assert 0 <= violation.start <= violation.end <= len(text)
        for edit in violation.fix.edits if violation.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)
