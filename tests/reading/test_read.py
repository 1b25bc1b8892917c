"""Reading a source whole: format, problems, and the story's date with where it came from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.article import Kind
from copydesk.reading.read import read_article, zone_article

BODY = "The Midtown council voted on Tuesday to close the Oak Street pool.\n\nThe vote was 7-2.\n"


@pytest.mark.parametrize(
    ("path", "text", "format"),
    [
        ("story.md", BODY, "markdown"),
        ("story.markdown", BODY, "markdown"),
        ("story.MDX", BODY, "mdx"),
        ("story.txt", "# Not a heading\n\n" + BODY, "text"),
        ("story.htm", "<p>" + BODY, "html"),
        ("-", BODY, "text"),
        ("-", "# Council closes pool\n\n" + BODY, "markdown"),
        ("-", "---\ntitle: Council closes pool\n---\n" + BODY, "markdown"),
        ("-", "<!DOCTYPE html>\n<p>" + BODY, "html"),
    ],
)
def test_format(path: str, text: str, format: str) -> None:
    assert read_article(text, path=path).format == format


def test_bytes_and_text_read_alike() -> None:
    text = "Council closes pool\n\n“It was time,” said Lena Ortiz.\n"
    from_text, from_bytes = read_article(text), read_article(text.encode())
    assert from_bytes.text == from_text.text
    assert [(z.kind, z.start, z.end) for z in from_bytes.zones] == [(z.kind, z.start, z.end) for z in from_text.zones]


def test_what_is_no_text_is_an_empty_article_with_a_problem() -> None:
    article = read_article(b"\x89PNG\r\n\x1a\n" + bytes(200), path="story.md")
    assert (article.text, article.zones) == ("", ())
    assert article.problems


def test_line_ends_of_every_kind_give_the_same_zones() -> None:
    lines = "Council closes pool\n\nBy Tom Lee\n\n" + BODY
    kinds = [zone.kind for zone in read_article(lines).zones]
    assert kinds == [Kind.HEADLINE, Kind.BYLINE, Kind.LEAD, Kind.BODY]
    for end in ("\r\n", "\r"):
        assert [zone.kind for zone in read_article(lines.replace("\n", end)).zones] == kinds


def test_addresses_are_objects_in_prose() -> None:
    text = "Write to desk@midtown.example or see https://midtown.example/pool.\n"
    article = read_article(text, path="story.txt")
    assert "@" not in article.prose
    assert "://" not in article.prose
    assert article.prose.endswith(".\n")


def dated(text: str, path: str = "story.md", given: str | date | None = None) -> tuple[str, str | None]:
    """Where the story's date came from, and the date."""
    found = read_article(text, path=path, date=given).date
    return found.origin, found.value.isoformat() if found.value else None


FRONT = "---\ntitle: Council closes pool\ndate: {}\n---\n"
STAMPED = "Council closes pool\n\nBy Tom Lee\n\nPublished March 5, 2025\n\n"


def test_date_in_order_of_trust() -> None:
    everything = FRONT.format("2025-03-04") + STAMPED + "MIDTOWN, Ohio, March 6, 2025 (AP) — " + BODY
    path = "2025-03-07-pool.md"
    assert dated(everything, path, "2025-03-03") == ("option", "2025-03-03")
    assert dated(everything, path, date(2025, 3, 3)) == ("option", "2025-03-03")
    assert dated(everything, path) == ("front matter", "2025-03-04")
    assert dated(STAMPED + "MIDTOWN, Ohio, March 6, 2025 (AP) — " + BODY, path) == ("stamp", "2025-03-05")
    assert dated("MIDTOWN, Ohio, March 6, 2025 (AP) — " + BODY, path) == ("dateline", "2025-03-06")
    assert dated("MIDTOWN, Ohio, March 6 (AP) — " + BODY, path) == ("file name", "2025-03-07")
    assert dated(BODY, "posts/2025-03-07/pool.md") == ("none", None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T23:30:00-05:00", "2025-03-04"),
        ("2025-03-04 09:11:00 -0500", "2025-03-04"),
        ("March 4, 2025", "2025-03-04"),
        ("Mar. 4, 2025", "2025-03-04"),
        ("Tuesday, March 4, 2025", "2025-03-04"),
        ("4 March 2025", "2025-03-04"),
        ("13/4/2025", "2025-04-13"),
        ("4/13/2025", "2025-04-13"),
    ],
)
def test_front_matter_dates(value: str, expected: str) -> None:
    assert dated(FRONT.format(value) + BODY) == ("front matter", expected)


@pytest.mark.parametrize("value", ["2025-02-30", "3/4/2025", "next week", "2025-13-01", "''", "[2025]"])
def test_what_is_no_date_is_passed_over(value: str) -> None:
    assert dated(FRONT.format(value) + BODY, "2025-03-07-pool.md") == ("file name", "2025-03-07")


def test_a_date_in_a_later_alias_is_found() -> None:
    assert dated("---\ntitle: Pool\npublished: 2025-03-04\n---\n" + BODY) == ("front matter", "2025-03-04")


def test_the_date_s_place() -> None:
    text = "Council closes pool\n\nBy Tom Lee | Updated March 4, 2025\n\n" + BODY
    found = read_article(text).date
    assert (found.origin, text[found.start : found.end]) == ("stamp", "Updated March 4, 2025")


def test_a_date_line_inside_the_story_is_not_its_date() -> None:
    text = "Council writes\n\nThe council sent a letter.\n\nMarch 4, 2020\n\nDear governor, the pool leaks.\n"
    assert dated(text, "story.txt") == ("none", None)


def test_a_bad_date_of_the_caller_s_is_an_error() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        read_article(BODY, date="yesterday")


def test_zone_article() -> None:
    article = zone_article("Council Closes Pool\n", Kind.HEADLINE, date="2025-03-04")
    (zone,) = article.zones
    assert (zone.kind, zone.text, article.date.origin) == (Kind.HEADLINE, "Council Closes Pool", "option")
    byline = zone_article("By Tom Lee", "byline").bylines[0]
    assert [byline.article.text[slice(*name)] for name in byline.names] == ["Tom Lee"]
    assert zone_article("  \n", "lead").zones == ()


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode)), st.sampled_from(["a.md", "a.txt", "a.html", "a.mdx", "a"]))
def test_any_bytes_give_an_article(source: bytes, path: str) -> None:
    article = read_article(source, path=path)
    assert len(article.prose) == len(article.text)
