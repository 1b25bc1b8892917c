"""Zones: drafts of many makes, read by shape, in plain text, Markdown and HTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.article import STORY, Article, Kind
from copydesk.reading.read import read_article

LEAD = (
    "The Midtown council voted 7-2 on Tuesday to close the Oak Street pool after an inspector found cracks in its "
    "north wall."
)
SECOND = "The vote ends a debate that began in the spring, when swimmers first complained of falling tiles."
QUOTED = "“We could not wait for another season,” said Lena Ortiz, who chairs the parks committee. “It was time.”"
LAST = "The committee meets again on March 18 at City Hall, and the meeting is open to all."
TITLE = "Council closes Oak Street pool"
DECK = "Cracks in the north wall could bring it down"


def told(article: Article) -> list[tuple[str, str]]:
    """Every zone's kind and words."""
    return [(str(zone.kind), zone.text) for zone in article.zones]


def as_lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


def as_blocks(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


layouts = pytest.mark.parametrize(
    ("layout", "path"),
    [(as_lines, "draft.txt"), (as_lines, "draft.md"), (as_blocks, "draft.txt"), (as_blocks, "draft.md")],
    ids=["lines.txt", "lines.md", "blocks.txt", "blocks.md"],
)


@layouts
def test_pasted_page_with_everything_twice(layout, path) -> None:
    """The deck and the lead jammed on the first line, cut off, before the story itself."""
    jammed = f"{DECK} POLITICS - {LEAD} The vote ends a …"
    text = layout(
        jammed,
        TITLE,
        "By Ana Ruiz,",
        "City Hall Reporter, The Harlow Post | Story Posted on March 4, 2025",
        DECK,
        f"POLITICS – {LEAD}",
        SECOND,
        "A Long Debate in the Council",
        QUOTED,
        LAST,
        "This story is adapted from one that ran first in the Easton Gazette.",
        "The Harlow Post works hard to bring you honest, local reporting every day.",
    )
    article = read_article(text, path=path)
    assert [kind for kind, _ in told(article)] == [
        *("repeat", "excerpt", "headline", "byline", "deck", "dateline", "lead", "body", "subhead", "body", "body"),
        *("notice", "boilerplate"),
    ]
    deck, excerpt = article.zones[:2]
    assert (deck.text, excerpt.text) == (DECK, jammed[len(DECK) + 1 :])
    assert deck.repeats is article.zones_of(Kind.DECK)[0]
    assert excerpt.repeats is article.zones_of(Kind.LEAD)[0]
    assert article.zones_of(Kind.LEAD)[0].text == LEAD
    (dateline,) = article.datelines
    assert (text[slice(*dateline.city)], dateline.is_label) == ("POLITICS", True)
    (byline,) = article.bylines
    assert [text[slice(*name)] for name in byline.names] == ["Ana Ruiz"]
    assert byline.trailing is not None
    assert text[slice(*byline.trailing)] == ","


@layouts
def test_excerpt_first_and_headline_twice(layout, path) -> None:
    text = layout(f"{LEAD} The vote ends a debate that …", TITLE, TITLE, "By Tom Lee", LEAD, SECOND, QUOTED, LAST)
    article = read_article(text, path=path)
    assert [kind for kind, _ in told(article)] == ["excerpt", "repeat", "headline", "byline", "lead", *["body"] * 3]
    assert article.zones[0].repeats is article.zones[4]
    assert article.zones[1].repeats is article.zones[2]


@layouts
def test_deck_after_the_byline(layout, path) -> None:
    text = layout(TITLE, "By Tom Lee", DECK, LEAD, SECOND, QUOTED, LAST)
    assert told(read_article(text, path=path))[:4] == [
        ("headline", TITLE),
        ("byline", "By Tom Lee"),
        ("deck", DECK),
        ("lead", LEAD),
    ]


@layouts
def test_the_same_headline_deck_and_lead_jammed_with_dots(layout, path) -> None:
    text = layout(
        f"{TITLE} {DECK} {LEAD} The vote ends a debate...",
        TITLE,
        DECK,
        "Tom Lee | City Hall Reporter",
        f"MIDTOWN, Ohio — {LEAD}",
        SECOND,
        QUOTED,
        LAST,
    )
    article = read_article(text, path=path)
    assert [kind for kind, _ in told(article)] == [
        *("repeat", "repeat", "excerpt", "headline", "deck", "byline", "dateline", "lead", "body", "body", "body"),
    ]
    assert [zone.repeats.kind for zone in article.zones[:3] if zone.repeats] == ["headline", "deck", "lead"]


@layouts
def test_lead_printed_above_the_headline_whole(layout, path) -> None:
    text = layout(LEAD, TITLE, "By Tom Lee, Staff Writer", LEAD, SECOND, QUOTED, LAST)
    article = read_article(text, path=path)
    assert [kind for kind, _ in told(article)][:4] == ["repeat", "headline", "byline", "lead"]
    assert article.zones[0].repeats is article.zones[3]


@layouts
def test_lead_printed_again_below(layout, path) -> None:
    article = read_article(layout(TITLE, "By Tom Lee", LEAD, SECOND, LEAD, QUOTED, LAST), path=path)
    assert [kind for kind, _ in told(article)] == ["headline", "byline", "lead", "body", "repeat", "body", "body"]
    assert article.zones[4].repeats is article.zones[2]


@layouts
def test_byline_first_then_headline(layout, path) -> None:
    text = layout("By Tom Lee", TITLE, LEAD, SECOND, QUOTED, LAST)
    assert [kind for kind, _ in told(read_article(text, path=path))][:3] == ["byline", "headline", "lead"]


def test_by_on_a_line_of_its_own() -> None:
    article = read_article(as_blocks(TITLE, "By", "Tom Lee", "March 4, 2025", LEAD, SECOND), path="draft.txt")
    assert told(article)[1:4] == [("byline", "By\n\nTom Lee"), ("stamp", "March 4, 2025"), ("lead", LEAD)]


def test_wrapped_list_of_authors_is_one_byline() -> None:
    article = read_article(f"By Ana Ruiz,\nTom Lee and Mo Khan\n\n{LEAD}\n\n{SECOND}\n", path="draft.md")
    assert told(article)[0] == ("byline", "By Ana Ruiz,\nTom Lee and Mo Khan")
    assert article.bylines[0].trailing is None
    assert len(article.bylines[0].names) == 3


def test_byline_at_the_end() -> None:
    article = read_article(as_blocks(TITLE, LEAD, SECOND, QUOTED, "By Tom Lee"), path="draft.txt")
    assert [kind for kind, _ in told(article)] == ["headline", "lead", "body", "body", "byline"]


def test_wire_copy_with_only_a_dateline() -> None:
    article = read_article(as_blocks(f"MIDTOWN, Ohio (AP) — {LEAD}", SECOND, QUOTED), path="draft.txt")
    assert told(article)[:2] == [("dateline", "MIDTOWN, Ohio (AP) —"), ("lead", LEAD)]


def test_press_release() -> None:
    text = (
        "FOR IMMEDIATE RELEASE\nMarch 4, 2025\nContact: Lena Ortiz\n(555) 010-0199\npress@midtown.example\n\n"
        f"City Closes Oak Street Pool for Repairs\nWork will take eight months\n\n(Midtown, OH) – {LEAD}\n\n{SECOND}"
        "\n\n###\n\nAbout the Parks Department\nThe department runs 14 pools and 60 playgrounds.\n"
    )
    article = read_article(text, path="release.txt")
    assert [kind for kind, _ in told(article)] == [
        *("boilerplate", "stamp", "boilerplate", "boilerplate", "boilerplate", "headline", "deck", "dateline", "lead"),
        *("body", "end", "boilerplate", "boilerplate"),
    ]
    assert article.date.origin == "stamp"


def test_blog_post_without_byline() -> None:
    text = as_blocks(
        "Why we moved our archive",
        "Last year our archive lived in three places. Now it lives in one.",
        "The first attempt",
        "We began with a list of every story since 1987, and it was wrong by noon on the first day.",
        "What comes next?",
        "Nobody knows where the photos are, so ask the librarian before you ask the server.",
    )
    assert [kind for kind, _ in told(read_article(text, path="post.txt"))] == [
        *("headline", "lead", "subhead", "body", "subhead", "body"),
    ]


def test_bold_label_and_bold_word() -> None:
    article = read_article(f"# {TITLE}\n\n**OPINION** – {LEAD}\n\n{SECOND}\n", path="draft.md")
    assert [kind for kind, _ in told(article)] == ["headline", "dateline", "lead", "body"]
    assert article.datelines[0].is_label
    article = read_article(f"**BREAKING:** {LEAD}\n\n{SECOND}\n", path="draft.md")
    assert [kind for kind, _ in told(article)] == ["lead", "body"]


def test_questions_and_answers_are_no_subheads() -> None:
    text = as_blocks(
        "Five questions for Lena Ortiz",
        "Lena Ortiz has chaired the parks committee for six years. She spoke to The Midtown Times on Monday.",
        "Q: Why close the pool now?",
        "A: Because the wall is cracked, and because nobody could tell us how long it would stand.",
        "ORTIZ: And the tiles",
        "A public meeting comes first, then a plan and then the money, in that order.",
    )
    kinds = [kind for kind, _ in told(read_article(text, path="draft.txt"))]
    assert kinds == ["headline", "lead", "body", "body", "body", "body"]


def test_letters_and_addresses_are_no_subheads() -> None:
    text = as_blocks(
        *("Council writes to the governor", LEAD, "The letter reads:", "Governor Mo Khan", "1 Capitol Square"),
        *("Midtown, OH 43000", "Dear Governor Khan:", SECOND, "Sincerely,", "Lena Ortiz", "Tom Lee"),
    )
    assert Kind.SUBHEAD not in {zone.kind for zone in read_article(text, path="draft.txt").zones}


def test_all_the_furniture() -> None:
    text = as_blocks(
        "POLITICS",
        TITLE,
        "Cracks could bring it down, an inspector told members before the vote.",
        "By Nell Moss and Ike Dunn\nStaff Writers",
        "Published March 4, 2025",
        "Photo: The Oak Street pool on Monday. (Mo Khan/The Midtown Times)",
        f"MIDTOWN, Ohio — {LEAD}",
        SECOND,
        "A long debate",
        QUOTED,
        LAST,
        "Correction: An earlier version of this story gave the wrong date for the next meeting.",
        "Mo Khan contributed to this report.",
        "Follow us on Facebook",
        "-30-",
    )
    assert [kind for kind, _ in told(read_article(text, path="draft.txt"))] == [
        *("label", "headline", "deck", "byline", "stamp", "caption", "dateline", "lead", "body", "subhead", "body"),
        *("body", "notice", "notice", "boilerplate", "end"),
    ]


@layouts
def test_page_title_and_buttons(layout, path) -> None:
    text = layout(
        *(f"{TITLE} | The Midtown Times", "Home > News > Politics", TITLE, "Share", "Tweet", "4 min read"),
        *("March 4, 2025 by Tom Lee", LEAD, SECOND, QUOTED, LAST),
    )
    article = read_article(text, path=path)
    assert [kind for kind, _ in told(article)][:8] == [
        *("repeat", "boilerplate", "headline", "boilerplate", "boilerplate", "boilerplate", "byline", "lead"),
    ]
    assert article.zones[0].repeats is article.zones[2]


@layouts
def test_a_sentence_above_the_dateline_is_a_deck(layout, path) -> None:
    text = layout(TITLE, "By Tom Lee", f"{DECK}.", f"MIDTOWN, Ohio — {LEAD}", SECOND, QUOTED)
    assert told(read_article(text, path=path))[2:5] == [
        ("deck", f"{DECK}."),
        ("dateline", "MIDTOWN, Ohio —"),
        ("lead", LEAD),
    ]


@layouts
def test_a_name_over_a_date_is_a_byline(layout, path) -> None:
    article = read_article(layout(TITLE, "Tom Lee", "March 4, 2025", LEAD, SECOND, QUOTED), path=path)
    assert [kind for kind, _ in told(article)][:3] == ["headline", "byline", "lead"]
    assert article.date.value is not None


def test_a_line_over_a_list_is_a_subhead() -> None:
    text = f"# {TITLE}\n\nKey points\n\n- The wall is cracked.\n- The vote was 7-2.\n\n{LEAD}\n\n{SECOND}\n"
    assert [kind for kind, _ in told(read_article(text, path="draft.md"))] == [
        *("headline", "subhead", "list", "list", "lead", "body"),
    ]


def test_the_disease_in_markdown_dress() -> None:
    text = (
        f"{DECK} {LEAD} The vote ends [...]\n\n# {TITLE}\n\n**By Ana Ruiz,**\n*Courts Reporter, The Midtown Times | "
        f"Published March 4, 2025*\n\n*{DECK}*\n\nNEWS -- {LEAD}\n\n{SECOND}\n\n**A Long Debate**\n\n{QUOTED}\n"
    )
    article = read_article(text, path="draft.md")
    assert [kind for kind, _ in told(article)] == [
        *("repeat", "excerpt", "headline", "byline", "deck", "dateline", "lead", "body", "subhead", "body"),
    ]
    (byline,) = article.bylines
    assert byline.trailing is not None
    assert byline.role is not None
    assert text[slice(*byline.role)] == "Courts Reporter"


def test_front_matter_holds_headline_deck_and_an_excerpt() -> None:
    text = (
        f'---\ntitle: {TITLE}\ndescription: "{LEAD[:90]}…"\ndek: {DECK}\n---\n\n# {TITLE}\n\nBy Tom Lee\n\n{LEAD}\n\n'
        f"{SECOND}\n\n## What comes next\n\n{QUOTED}\n"
    )
    article = read_article(text, path="draft.md")
    assert [(zone.kind, zone.key) for zone in article.zones[:4]] == [
        (Kind.HEADLINE, "title"),
        (Kind.EXCERPT, "description"),
        (Kind.DECK, "dek"),
        (Kind.REPEAT, None),
    ]
    headline, excerpt, _, repeat = article.zones[:4]
    assert headline.text == TITLE
    assert repeat.repeats is headline
    assert excerpt.repeats is article.zones_of(Kind.LEAD)[0]
    assert article.prose[headline.start : headline.end] == TITLE
    assert "title" not in article.prose


def test_front_matter_deck_of_its_own_is_a_deck() -> None:
    article = read_article(f"---\ntitle: {TITLE}\nsummary: {DECK}\n---\n{LEAD}\n", path="draft.md")
    assert [(zone.kind, zone.key) for zone in article.zones[:2]] == [(Kind.HEADLINE, "title"), (Kind.DECK, "summary")]


def test_the_first_heading_is_the_headline_and_later_ones_are_subheads() -> None:
    article = read_article(f"# {TITLE}\n\n{LEAD}\n\n# What comes next\n\n{SECOND}\n", path="draft.md")
    assert [kind for kind, _ in told(article)] == ["headline", "lead", "subhead", "body"]
    assert [kind for kind, _ in told(read_article(f"# {TITLE}", path="draft.md"))] == ["headline"]


def test_italics_are_deck_above_and_notice_below() -> None:
    text = f"# {TITLE}\n\n*{DECK}.*\n\n{LEAD}\n\n{SECOND}\n\n*Tom Lee covers City Hall for The Midtown Times.*\n"
    assert [kind for kind, _ in told(read_article(text, path="draft.md"))] == [
        *("headline", "deck", "lead", "body", "notice"),
    ]


def test_wrapped_markdown_stays_whole_and_gives_up_its_byline() -> None:
    text = (
        f"# {TITLE}\n\nBy Tom Lee\nStaff Writer\nThe Midtown council voted 7-2 on Tuesday to close the Oak Street\n"
        "pool after an inspector found cracks in its north wall. The vote came\nafter two hours.\n\n"
        "The vote ends a debate that began in the spring, when swimmers first\ncomplained of falling tiles.\n"
    )
    article = read_article(text, path="draft.md")
    assert [kind for kind, _ in told(article)] == ["headline", "byline", "lead", "body"]
    assert article.zones[1].text == "By Tom Lee\nStaff Writer"


def test_line_under_an_image_is_its_caption() -> None:
    text = f"# {TITLE}\n\n![The pool](pool.jpg)\n*The pool on Monday.*\n\n{LEAD}\n\n{SECOND}\n"
    assert [kind for kind, _ in told(read_article(text, path="draft.md"))] == ["headline", "caption", "lead", "body"]


def test_html() -> None:
    text = (
        f'<html><body><h1>{TITLE}</h1>\n<p>By <a href="/tom">Tom Lee</a></p>\n<p>MIDTOWN, Ohio — {LEAD}</p>\n'
        f"<p>{SECOND}</p>\n<h2>What comes next</h2>\n<p>{QUOTED}</p></body></html>"
    )
    article = read_article(text, path="draft.html")
    assert [kind for kind, _ in told(article)] == [
        *("headline", "byline", "dateline", "lead", "body", "subhead", "body"),
    ]
    assert [text[slice(*name)] for name in article.bylines[0].names] == ["Tom Lee"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (LEAD, ["lead"]),
        ("Council closes pool", ["lead"]),
        ("Council closes pool\n\nIt leaked.", ["headline", "lead"]),
        ("Who sank the Heron ferry?\n\nA jury met Monday.", ["lead", "body"]),
        (f"{TITLE}.\nBy Tom Lee\n\n{LEAD}\n\n{SECOND}", ["headline", "byline", "lead", "body"]),
        (f"Is the Pool Safe?\n\n{LEAD}\n\n{SECOND}", ["headline", "lead", "body"]),
        (f"EXCLUSIVE\n\n{TITLE}\n\nBy Tom Lee\n\n{LEAD}", ["label", "headline", "byline", "lead"]),
        ("The pool leaked.\n\n-30-", ["lead", "end"]),
        ("It fell to -30 degrees on Monday.", ["lead"]),
        ("", []),
    ],
)
def test_short_drafts(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in told(read_article(text, path="draft.txt"))] == kinds
    assert [kind for kind, _ in told(read_article(text, path="draft.md"))] == kinds


def test_a_film_adapted_from_a_novel_is_no_notice() -> None:
    text = as_blocks(TITLE, LEAD, "The musical was adapted from a comic strip by Lena Ortiz.")
    assert Kind.NOTICE not in {zone.kind for zone in read_article(text, path="draft.txt").zones}


SNIPPETS = st.sampled_from(
    [
        *(TITLE, DECK, LEAD, SECOND, QUOTED, "MIDTOWN, Ohio — " + LEAD, LEAD[:60] + "…", "By Tom Lee", "By", "Tom Lee"),
        *("Staff Writer, The Midtown Times", "POLITICS", "March 4, 2025", "###", "-30-", "Photo: Mo Khan", "* one"),
        *("> said", "## What next", "**Bold line**", "*italic*", "![](a.jpg)", "<p>", "```", "---", "title: x"),
        *("İstanbul ß", "\u2060"),
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", ""])
DRAFTS = st.lists(st.tuples(SNIPPETS, BREAKS), max_size=14).map(lambda pairs: "".join(a + b for a, b in pairs))
PATHS = st.sampled_from(["a.txt", "a.md", "a.html", "a.mdx", "a"])


@settings(max_examples=150, deadline=None)
@given(st.one_of(DRAFTS, st.text()), PATHS)
def test_zones_are_sorted_apart_and_in_range(text: str, path: str) -> None:
    article = read_article(text, path=path)
    last = 0
    for zone in article.zones:
        assert last <= zone.start < zone.end <= len(text)
        last = zone.end
        assert zone.repeats is None or (zone.repeats in article.zones and zone.repeats is not zone)
    assert len(article.prose) == len(text)
    assert sum(zone.kind is Kind.LEAD for zone in article.zones) <= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([TITLE, DECK, LEAD, SECOND, QUOTED, "By Tom Lee", LAST]), max_size=9), st.booleans())
def test_every_line_of_a_plain_draft_lies_in_a_zone(paragraphs: list[str], lines: bool) -> None:
    text = (as_lines if lines else as_blocks)(*paragraphs)
    for path in ("draft.txt", "draft.md"):
        article = read_article(text, path=path)
        at = 0
        for paragraph in paragraphs:
            at = text.index(paragraph, at)
            assert article.zone_at(at) is not None
            at += len(paragraph)
        if LEAD in paragraphs or SECOND in paragraphs:
            assert any(zone.kind in STORY for zone in article.zones)


def test_metadata_taken_from_the_story_does_not_make_the_lead_a_copy() -> None:
    lead = "The orchard on Mill Road opened its cider barn Saturday, a week before the first frost."
    article = read_article(f"---\ntitle: Cider barn opens\ndescription: {lead}\n---\n\n{lead}\n\nCups are free.\n")
    assert [str(zone.kind) for zone in article.zones] == ["headline", "excerpt", "lead", "body"]
    assert article.zones[1].repeats is article.zones[2]


def test_a_credit_at_the_foot_is_a_notice() -> None:
    article = read_article(
        "Pool to close\n\nBy Ana Ruiz\n\nThe council voted Monday.\n\nNo one spoke.\n\n"
        "Reporting by Tom Lee; editing by Mo Khan.\n",
        path="draft.txt",
    )
    assert [str(zone.kind) for zone in article.zones][-1] == "notice"


def test_a_dateline_is_seen_through_a_character_reference() -> None:
    article = read_article(
        "<h1>Pool closes</h1><p>MIDTOWN, Ohio &mdash; The council&rsquo;s vote.</p>", path="draft.html"
    )
    assert [article.text[d.city.start : d.city.end] for d in article.datelines] == ["MIDTOWN"]
    assert [zone.text for zone in article.zones_of(Kind.LEAD)] == ["The council&rsquo;s vote."]
