"""Quotation marks: which open, which close, and which are none."""

from __future__ import annotations

import re

import pytest

from copydesk.language.quotes import Quote, stray_marks
from copydesk.model.article import MARKUP, Article, Kind, Zone


def draft(text: str, kind: Kind = Kind.BODY, masks: tuple[tuple[int, int, str], ...] = ()) -> Article:
    zones = [Zone(kind, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return Article(text, zones=zones, masks=masks)


def quoted(text: str) -> list[tuple[int, str]]:
    """The level and text of every quotation."""
    return [(quote.level, quote.text) for quote in draft(text).quotes]


def only(text: str) -> Quote:
    (quote,) = draft(text).quotes
    return quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” Lee said. “It is over.”", [(0, "“We won,”"), (0, "“It is over.”")]),
        ('"We won," Lee said. "It is over."', [(0, '"We won,"'), (0, '"It is over."')]),
        ('“We won," Lee said.', [(0, '“We won,"')]),
        ('"We won,” Lee said.', [(0, '"We won,”')]),
        ("''We won,'' Lee said.", [(0, "''We won,''")]),
        ("``We won,'' Lee said.", [(0, "``We won,''")]),
        ("‘‘We won,’’ Lee said.", [(0, "‘‘We won,’’")]),
        ("‘We won,’ Lee said.", [(0, "‘We won,’")]),
        ("'We won,' Lee said.", [(0, "'We won,'")]),
        ("«We won» and „we lost“ and »we drew« she said.", [(0, "«We won»"), (0, "„we lost“"), (0, "»we drew«")]),
        # inside one another
        ("“He said ‘go,’” she said.", [(0, "“He said ‘go,’”"), (1, "‘go,’")]),
        ("\"He said 'go,'\" she said.", [(0, "\"He said 'go,'\""), (1, "'go,'")]),
        ("''He said 'go,''' she said.", [(0, "''He said 'go,'''"), (1, "'go,'")]),
        ("“They yelled “jump” at us,” he wrote.", [(0, "“They yelled “jump” at us,”"), (1, "“jump”")]),
        ("‘“Stop” is what he said,’ she said.", [(0, "‘“Stop” is what he said,’"), (1, "“Stop”")]),
        ("“‘Go,’ he said,” she said.", [(0, "“‘Go,’ he said,”"), (1, "‘Go,’")]),
        # marks that no space gives away
        ('Lee said—"no"—and left.', [(0, '"no"')]),
        ('He chose ("maybe") not.', [(0, '"maybe"')]),
        ('The "stop"and the "go".', [(0, '"stop"'), (0, '"go"')]),
        ('He said " yes " twice.', [(0, '" yes "')]),
        ('"...and we won," he said.', [(0, '"...and we won,"')]),
        ("The “first of its kind“ plan.", [(0, "“first of its kind“")]),
        ("He called it ”a win” twice.", [(0, "”a win”")]),
        ("\u202a”We won,” Lee said.", [(0, "”We won,”")]),
        ("“We won. “", [(0, "“We won. “")]),
    ],
)
def test_pairs(text: str, expected: list[tuple[int, str]]) -> None:
    assert quoted(text) == expected
    assert all(quote.closed and not quote.orphan for quote in draft(text).quotes)


@pytest.mark.parametrize(
    "text",
    [
        "It was the ’90s, ’tis said, and rock ’n’ roll was the dogs’ favorite at 5 o’clock.",
        "It was the '90s, 'tis said, and rock 'n' roll was the dogs' favorite at 5 o'clock.",
        "The class of ‘08 met.",
        'He is 6\'2" tall and she is 5’ 10” tall; the pipe is 6" wide, the screen 27”.',
        'Lee\t"\tditto',
        "She lives in Hawai‘i. The dogs run.",
        "Read more »",
        "The visitors''s guide and the visitor’’s guide.",
        "Type `` to begin.",
    ],
)
def test_apostrophes_primes_and_dittos_are_no_quotations(text: str) -> None:
    article = draft(text)
    assert article.quotes == ()
    assert stray_marks(article) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The dogs’ tails wagged,’ he said.", "‘The dogs’ tails wagged,’"),
        ("'We're goin' home,' he said, in the '90s.", "'We're goin' home,'"),
        ("‘Rock ’n’ roll,’ he said.", "‘Rock ’n’ roll,’"),
        ('"I bought a 27" screen," he said.', '"I bought a 27" screen,"'),
        ("“I am 5’ 10” tall,” he said.", "“I am 5’ 10” tall,”"),
        ('He is 6\'2" and said "no" twice.', '"no"'),
        ("“It was the ’90s,” he said.", "“It was the ’90s,”"),
        ('The word "1990s" is there.', '"1990s"'),
    ],
)
def test_quotations_with_apostrophes_and_primes(text: str, expected: str) -> None:
    assert quoted(text) == [(0, expected)]


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’"])
def test_a_quotation_over_paragraphs(opening: str, closing: str) -> None:
    text = f"Lee said: {opening}It began early.\n\n{opening}It went on.\n\n{opening}It is over,{closing} she said."
    first, second, third = draft(text).quotes
    assert [first.text, second.text] == [f"{opening}It began early.", f"{opening}It went on."]
    assert (first.continues, first.continued, first.closed) == (False, True, False)
    assert (second.continues, second.continued, second.closed) == (True, True, False)
    assert (third.continues, third.continued, third.closed) == (True, False, True)
    assert not any(quote.orphan for quote in (first, second, third))


def test_other_zones_may_stand_between_the_paragraphs() -> None:
    text = "“It began.\nA caption\n“It ended,” Lee said."
    kinds = (Kind.BODY, Kind.CAPTION, Kind.BODY)
    spans = [m.span() for m in re.finditer(r"[^\n]+", text)]
    article = Article(text, zones=[Zone(k, *s) for k, s in zip(kinds, spans, strict=True)])
    assert [(q.continued, q.orphan) for q in article.quotes] == [(True, False), (False, False)]


def test_a_paragraph_that_does_not_reopen() -> None:
    first, second = draft("“It began.\n\nIt ended,” Lee said.").quotes
    assert (first.continued, second.continues, second.closed) == (True, True, True)
    assert (second.text, second.open_mark) == ("It ended,”", "")


def test_a_statement_opened_once_and_closed_paragraphs_later() -> None:
    article = draft("Lee wrote: “It began.\n\nIt went on.\n\nIt ended.”\n\nThe pool is open.")
    assert [(q.text, q.continues, q.continued, q.orphan) for q in article.quotes] == [
        ("“It began.", False, True, False),
        ("It went on.", True, True, False),
        ("It ended.”", True, False, False),
    ]
    assert not article.is_quoted(len(article.text) - 5, len(article.text))


def test_paragraphs_without_marks_do_not_carry_a_quotation_to_the_next_opening() -> None:
    first, second = draft("“It began.\n\nThe clerk left.\n\n“It ended,” Lee said.").quotes
    assert (first.orphan, second.continues) == (True, False)


def test_a_missing_close_costs_one_paragraph() -> None:
    article = draft("“We won, Lee said. “Yes,” he added.\n\nThe pool “closed” Monday.")
    orphan, inside, after = article.quotes
    assert orphan.orphan
    assert not orphan.closed
    assert orphan.text == "“We won, Lee said. “Yes,” he added."
    assert (inside.level, inside.text) == (0, "“Yes,”")
    assert (after.level, after.text) == (0, "“closed”")
    assert article.is_quoted(10, 11)
    assert not article.is_quoted(article.text.index("pool"), article.text.index("pool") + 4)


def test_a_missing_opening_is_a_stray_mark() -> None:
    article = draft("“Yes,” Lee said. We won,” he added.")
    assert [article.text[s.start : s.end] for s in stray_marks(article)] == ["”"]
    stretch = article.quotes[1]
    assert (stretch.orphan, stretch.open_mark, stretch.text) == (True, "", "Lee said. We won,”")


def test_marks_inside_markup() -> None:
    text = "**“We won,”** Lee said."
    article = draft(text, masks=((0, 2, MARKUP), (11, 13, MARKUP)))
    assert [quote.text for quote in article.quotes] == ["“We won,”"]


def test_attributes_of_stray_markup_are_no_quotations() -> None:
    assert quoted('The <embed id="4711" by="lee"> is left over.') == []


def test_inner_span() -> None:
    quote = only("Then: ''We won,'' Lee said.")
    assert (quote.open_mark, quote.close_mark, quote.inner) == ("''", "''", "We won,")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We won the vote,” Lee said.", "speech"),
        ("Lee called it “absurd” Monday.", "speech"),
        ("“Never,” Lee said.", "speech"),
        ("Lee spoke on MTV’s “Good Night” on Monday.", "title"),
        ("The film “Oak Street” opens Friday.", "title"),
        ("A screening of “The Long Walk Home” is free.", "title"),
        ("Tom “Doc” Lee won.", "nickname"),
        ("The word “historic” is in the memo twice.", "word"),
        ("The “historic” vote is off.", "scare"),
        ("Lee said the “historic” vote was off.", "speech"),
        ("Lee keeps a boat at the city’s “hut” by the pier.", "scare"),
        ("Lee lives in a “hut” — a hall, in fact.", "scare"),
        ("Lee won on the slogan “Fix The Ferry” in May.", "speech"),
        ("“Like Easton. Or Midtown,” Lee said.", "speech"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_a_quotation_inside_another_is_not_the_speakers() -> None:
    assert [quote.kind for quote in draft("“He said ‘go away now,’” Lee said.").quotes] == ["speech", "other"]
