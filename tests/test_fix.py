"""Fixing a whole draft: what is mended, what is left, what is refused."""

import copydesk
from copydesk.model.violation import Safety


def test_safe_fixes_are_made_and_the_rest_is_reported() -> None:
    draft = "---\ntitle: Pool closes\n---\n\nBy Ana Ruiz,\n\nA kiln cooled on Feb 12 after a press conference today.\n"
    fixed = copydesk.fix_text(draft, date="2025-03-20")
    assert fixed.text == draft.replace("Ruiz,", "Ruiz").replace("Feb 12", "Feb. 12").replace("press", "news")
    assert fixed.applied == 3
    assert [v.rule for v in fixed.remaining if v.fix and v.fix.safety is Safety.SAFE] == []
    assert "date-today-yesterday" in {v.rule for v in fixed.remaining}


def test_a_source_s_words_stay_and_the_marks_around_them_move() -> None:
    draft = "“Come towards me at 7:00 AM”, Lee said at a press conference. He called it “a win”.\n"
    assert copydesk.fix_text(draft, unsafe=True).text == (
        "“Come towards me at 7:00 AM,” Lee said at a news conference. He called it “a win.”\n"
    )


def test_marks_that_a_rule_takes_off_are_no_broken_promise() -> None:
    assert copydesk.fix_text("Her so-called “friends” ate the pie, he wrote.\n").text == (
        "Her so-called friends ate the pie, he wrote.\n"
    )


def test_the_article_before_a_word_follows_it() -> None:
    assert copydesk.fix_text("The pie was an added bonus for rowers.\n").text == "The pie was a bonus for rowers.\n"


def test_line_ends_and_front_matter_are_kept() -> None:
    draft = "---\r\ntitle: A press conference\r\nauthor: Ana Ruiz\r\n---\r\nThe vote is on Feb 12.\r\n"
    fixed = copydesk.fix_text(draft, date="2025-03-20").text
    assert fixed == draft.replace("press", "news").replace("Feb 12", "Feb. 12")


def test_character_references_are_not_cut() -> None:
    draft = "<p>By Ana Ruiz</p>\n<p>She called it &ldquo;a win&rdquo;. A press conference &amp; a vote followed.</p>\n"
    assert copydesk.fix_text(draft, path="draft.html").text == draft.replace("press", "news")


def test_a_word_that_an_invisible_character_parts_is_left_alone() -> None:
    draft = "The council met on Tues\u2060day.\n"
    assert copydesk.fix_text(draft, unsafe=True, ignore=("file",)).text == draft


def test_a_stet_in_mdx_lets_stand() -> None:
    draft = "{/* stet usage-news-conference: its name */}\n\nShe held a press conference there on Oak Street.\n"
    assert copydesk.fix_text(draft, path="draft.mdx").text == draft


def test_what_stands_in_code_links_and_comments_is_left_alone() -> None:
    draft = "Run `press conference` [here](http://midtown.example/press conference) <!-- press conference --> now.\n"
    assert copydesk.fix_text(draft, unsafe=True, ignore=("structure",)).text == draft
