"""Sentences of news copy: where they end, and where they only seem to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.sentences import find_sentences
from copydesk.model.article import MARKUP, OBJECT, Article, Kind, Zone


def draft(text: str, kind: Kind = Kind.BODY, masks: tuple[tuple[int, int, str], ...] = ()) -> Article:
    zones = [Zone(kind, m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
    return Article(text, zones=zones, masks=masks)


def sentences(text: str, kind: Kind = Kind.BODY) -> list[str]:
    return [sentence.text for sentence in find_sentences(draft(text, kind))]


@pytest.mark.parametrize(
    "text",
    [
        # one sentence each, whatever its periods look like
        "Mr. Lee met Gov. Ana Ruiz and Sens. Tom Lee and J.K. Moore on Jan. 5.",
        "The U.S. Senate and the U.S. Capitol Police met Lt. Col. J. R. Lee of St. Paul.",
        "Dr. Ruiz, Ph.D., is No. 3 on the list; see p. 12 and Fig. 2.",
        "The vote is at 3 p.m. Monday, 4 p.m. EDT and 9 a.m. March 3.",
        "Midtown Water Co. Inc. paid $3.5 million, or 2.75 percent, to Acme Corp. Chairman Tom Lee.",
        "She left San Jose, Calif., for Reno, Nev. Mayor Tom Lee stayed.",
        "“Really?” she asked.",
        "“Why now?” Ana Ruiz asked.",
        "“Stop!” Councilman Tom Lee shouted.",
        "“I thought …” Lee said.",
        "“We tried ... and we lost,” Lee said.",
        "We waited ... Lee never came.",
        "He waited . . . and left.",
        "The site midtown.example.com has it.",
        "The plan (it passed.) was hers.",
        "Police v. Lee, et al. is the case.",
        "Rock ’n’ roll in the ’90s, etc., was loud.",
        "1. The pool closes.",
        "Yahoo! News reported it.",
        "The firm, iPod maker. iPhone sales rose.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pool closed. It reopens Monday.", ["The pool closed.", "It reopens Monday."]),
        ("He lives in the U.S. They moved in May.", ["He lives in the U.S.", "They moved in May."]),
        ("It opened at 9 p.m. Ruiz spoke.", ["It opened at 9 p.m.", "Ruiz spoke."]),
        ("She works for Acme Inc. The firm closed.", ["She works for Acme Inc.", "The firm closed."]),
        ("He was ill. Smith stayed home.", ["He was ill.", "Smith stayed home."]),
        ("“We won. We did it,” Lee said.", ["“We won.", "We did it,” Lee said."]),
        ("“We won.” Lee left.", ["“We won.”", "Lee left."]),
        ('"We won," he said. "It is over."', ['"We won," he said.', '"It is over."']),
        ("“Who won?” He left.", ["“Who won?”", "He left."]),
        ("“Was it so?” Lee did not answer.", ["“Was it so?”", "Lee did not answer."]),
        ("What?! No! Yes.", ["What?!", "No!", "Yes."]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("He left. ... She stayed.", ["He left. ...", "She stayed."]),
        ("We lost … The rest is known.", ["We lost …", "The rest is known."]),
        ("It was late... Nobody came.", ["It was late...", "Nobody came."]),
        ("Costs rose in 2020. 12 people left.", ["Costs rose in 2020.", "12 people left."]),
        ("No. That is final.", ["No.", "That is final."]),
        ("She lives on Main St. The house is red.", ["She lives on Main St.", "The house is red."]),
        ("A line\nthat wraps. Another\none.", ["A line\nthat wraps.", "Another\none."]),
    ],
)
def test_several_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_heads_do_not_end_at_an_abbreviation() -> None:
    assert sentences("Mayor Leaves U.S. In Spring", Kind.HEADLINE) == ["Mayor Leaves U.S. In Spring"]
    assert sentences("Pool closed? It is now", Kind.HEADLINE) == ["Pool closed?", "It is now"]


def test_zones_part_sentences_and_only_text_zones_have_any() -> None:
    article = Article(
        "A heading\n\nBody one. Body two.\n\nprint(1.)",
        zones=[Zone(Kind.SUBHEAD, 0, 9), Zone(Kind.BODY, 11, 30), Zone(Kind.CODE, 32, 41)],
    )
    assert [s.text for s in find_sentences(article)] == ["A heading", "Body one.", "Body two."]


def test_markup_is_not_part_of_a_sentence_edge() -> None:
    text = "**“We won.”** [They](x) left."
    masks = ((0, 2, MARKUP), (11, 13, MARKUP), (14, 15, MARKUP), (19, 20, MARKUP), (20, 23, OBJECT))
    article = draft(text, masks=masks)
    assert [s.text for s in find_sentences(article)] == ["“We won.”", "They](x) left."]


def test_words() -> None:
    assert [s.words for s in draft("“We won the vote,” Lee said. He left.").sentences] == [6, 2]


PIECES = ["U.S. ", "Mr. ", "“", "”", '"', "...", "…", ". ", "! ", "? ", "He ", "said ", "3.5 ", "\n", "\u2060", " "]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    article = draft(text.replace("\r", " "))
    found = article.sentences
    at = 0
    for sentence in found:
        assert at <= sentence.start < sentence.end
        assert sentence.zone is not None
        assert sentence.end <= sentence.zone.end
        assert sentence.text.strip()
        at = sentence.end
    tokens = article.tokens
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        home = article.sentence_at(start)
        assert home is not None
        assert end <= home.end


def test_floods_end() -> None:
    for text in ("." * 300_000, ". " * 150_000, "A. " * 100_000, ".”" * 150_000, "? " * 150_000, "x" * 300_000):
        assert find_sentences(draft(text))
