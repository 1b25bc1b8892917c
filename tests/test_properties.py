"""What must hold for every text, through the whole engine."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.model.article import Article

FRAGMENTS = [
    "---\ntitle: Council Votes To Close The Pool\nauthor: Ana Ruiz\ndate: 2025-02-12\n---\n",
    "By Ana Ruiz,\nStaff Writer | Story Posted on June 3, 2024",
    "BY TOM LEE",
    "FRESNO, CA -- The council met February 11th at 7:00 PM in a press conference.",
    "NEWS – The pool, which opened in June, 1965, closed in the 1990's.",
    "“We won”, Ruiz said. “It was … a press conference.”",
    '"We will not go," she said.\n\n"And that is that," she added.',
    "“It is late. Smith said. The vote on Monday, Feb. 12 2025 is off.",
    "‘Tis the season, the clerk said, at 12 p.m. or 12 midnight.",
    "He said “the so-called “experts” came towards us”.",
    "> A source’s own words: come towards me at 7:00 AM.",
    "## What Happens Next",
    "- in order to vote",
    "<!-- stet usage: a reason -->",
    "The **press conference** is at `7:00 PM` [in order to](http://midtown.example/press conference).",
    "Correction: An earlier version said Feb 12th.",
    "-30-",
    "<<<<<<< HEAD",
    "été à l’hôtel 😀 \u202e\u200b naïve",
    "",
]
drafts = st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("\n\n".join)
messy = st.text(alphabet="abZ .,“”\"'‘’—-\n\r\t#>*_[]()<>!|:;1290/\u200b\u2028é😀", max_size=120)
paths = st.sampled_from(["draft.md", "draft.txt", "draft.html", "draft.mdx", "2025-02-12-pool.md"])
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def quoted_words(article: Article) -> list[list[str]]:
    return [re.findall(r"\w+", quote.text) for quote in article.quotes]


@unhurried
@given(st.one_of(drafts, messy), paths)
def test_any_text_gives_a_report_with_places_in_the_text(text: str, path: str) -> None:
    report = copydesk.check_text(text, path=path)
    assert [v for v in report.violations if v.rule == "internal-error"] == []
    for v in report.violations:
        assert 0 <= v.start <= v.end <= len(text)
        lines = copydesk.LineIndex(text)
        assert lines.line_column(v.start) == (v.line, v.column)
        assert v.fix is None or all(0 <= e.start <= e.end <= len(text) for e in v.fix.edits)
    assert report == copydesk.check_text(text, path=path)


@unhurried
@given(st.one_of(drafts, messy), paths, st.booleans())
def test_fixes_reach_a_fixpoint_and_keep_every_quoted_word(text: str, path: str, unsafe: bool) -> None:
    fixed = copydesk.fix_text(text, path=path, unsafe=unsafe)
    again = copydesk.fix_text(fixed.text, path=path, unsafe=unsafe)
    assert again.text == fixed.text
    before, after = copydesk.read_article(text, path=path), copydesk.read_article(fixed.text, path=path)
    if not unsafe:
        assert quoted_words(before) == quoted_words(after)
    assert [f.key for f in before.front_matter.fields] == [f.key for f in after.front_matter.fields]


@unhurried
@given(drafts)
def test_without_the_rules_about_marks_quotations_stay_byte_identical(text: str) -> None:
    fixed = copydesk.fix_text(text, ignore=("quote",))
    before = [quote.text for quote in copydesk.read_article(text).quotes]
    assert before == [quote.text for quote in copydesk.read_article(fixed.text).quotes]


@unhurried
@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(data: bytes) -> None:
    article = copydesk.read_article(data)
    assert all(0 <= zone.start <= zone.end <= len(article.text) for zone in article.zones)


@pytest.mark.parametrize("folder", ["published"])
def test_the_example_newsroom_s_published_copy_is_clean(folder: str) -> None:
    home = Path(__file__).parent.parent / "examples" / "newsroom" / "articles" / folder
    assert [v for report in copydesk.check_paths([home]) for v in report.violations] == []
