"""HTML: blocks by element, whatever is left unclosed."""

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.article import MARKUP, OBJECT, masked
from copydesk.reading.html import read_html
from copydesk.reading.tags import TAG, tag_name


def seen(text: str) -> list[tuple[str, int, str]]:
    """Each block's kind, level and words: markup dropped, one □ for a run of objects."""
    read = read_html(text, 0)
    prose = masked(text, read.masks).replace(MARKUP, "")
    spans = [masked(text, read.masks)[b.start : b.end].replace(MARKUP, "") for b in read.blocks]
    assert OBJECT in prose or all(OBJECT not in span for span in spans)
    return [
        (block.kind, block.level, re.sub(f"(?:{OBJECT}[\r\n]*)+", "□", span))
        for block, span in zip(read.blocks, spans, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("The pool closed.", [("paragraph", 0, "The pool closed.")]),
        ("<h1>One</h1><p>Two.<p>Three.", [("heading", 1, "One"), ("paragraph", 0, "Two."), ("paragraph", 0, "Three.")]),
        ("<H2 class=x>Why</H2>\n<P>One <b>two</b>, <a href='x'>three</a>.</P>", [
            ("heading", 2, "Why"), ("paragraph", 0, "One two, three.")]),
        ("<ul><li>One<ol><li>Two</ol><li>Three</ul>Four", [
            ("item", 1, "One"), ("item", 2, "Two"), ("item", 1, "Three"), ("paragraph", 0, "Four")]),
        ("<blockquote><p>One.</p><h3>Two</h3></blockquote><p>Three.", [
            ("quote", 0, "One."), ("quote", 0, "Two"), ("paragraph", 0, "Three.")]),
        ("<figure><img src=a alt='Lee > Ruiz'><figcaption><p>Lee.</p></figcaption></figure>One.", [
            ("caption", 0, "Lee."), ("paragraph", 0, "One.")]),
        ("<table><tr><td>One</td><td><p>Two</table>Three.", [("table", 0, "OneTwo"), ("paragraph", 0, "Three.")]),
        ("One.<pre>x <b>y</b></pre>Two <code>z</code>.", [
            ("paragraph", 0, "One."), ("code", 0, "□"), ("paragraph", 0, "Two □.")]),
        ("<script>if (a < b) '<p>'</script><style>p {}</style><p>One.", [("paragraph", 0, "One.")]),
        ("<p>By Ana Ruiz<br>The Midtown Times", [
            ("paragraph", 0, "By Ana Ruiz"), ("paragraph", 0, "The Midtown Times")]),
        ("<h1>Pool<br>Closes</h1>", [("heading", 1, "PoolCloses")]),
        ("<p>One<br>two<br />\n<br>Three", [("paragraph", 0, "Onetwo"), ("paragraph", 0, "Three")]),
        ("<title>Pool | Times</title><p>One.", [("heading", 1, "Pool | Times"), ("paragraph", 0, "One.")]),
        ("<title>Pool | Times</title><h1>Pool</h1>", [("heading", 1, "Pool")]),
        ("<!DOCTYPE html><?xml a?><html><body><nav>Home</nav><div>One.</div>", [("paragraph", 0, "One.")]),
        ("<p>5 < 6 &lt; 7 &amp; AT&T &mdash; &ldquo;x&rdquo;&nbsp;y", [("paragraph", 0, "5 < 6 < 7 & AT&T — “x”y")]),
        ("<div><p>One <!-- never closed <p>Two.", [("paragraph", 0, "One")]),
        ("<p>One <!-- a <!-- b --> two.", [("paragraph", 0, "One  two.")]),
        ("<p>One <b two", [("paragraph", 0, "One <b two")]),
        ("</p></ul></table></h1></blockquote><p>One.", [("paragraph", 0, "One.")]),
        ("<h1>One<p>Two</h1>", [("heading", 1, "One"), ("paragraph", 0, "Two")]),
        ("<script>x <p>One.", []),
        ("<pre>One.<p>Two.", [("paragraph", 0, "One."), ("paragraph", 0, "Two.")]),
        ("<p class=it's>One.</p>", [("paragraph", 0, "One.")]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert seen(text) == expected


def test_blocks_run_from_first_to_last_word_of_the_source() -> None:
    text = "<p>\r\n <b>The</b> pool\r\n <i>closed</i>. </p>"
    (block,) = read_html(text, 0).blocks
    assert text[block.start : block.end] == "The</b> pool\r\n <i>closed</i>."


def test_only_the_given_stretch_is_read() -> None:
    text = "<p>One.</p><p>Two.</p><p>Three.</p>"
    read = read_html(text, 11, 22)
    assert [text[b.start : b.end] for b in read.blocks] == ["Two."]
    assert [text[a:b] for a, b, _ in read.masks] == ["<p>", "</p>"]


def test_comments_are_reported() -> None:
    text = "<p>One.<!-- stet a: b --></p><!-- c -->"
    assert [text[a:b] for a, b in read_html(text, 0).comments] == ["<!-- stet a: b -->", "<!-- c -->"]


def test_a_title_with_a_reference_reads_as_written() -> None:
    assert seen("<title>Q&amp;A</title>") == [("heading", 1, "Q&A")]


NAMES = st.sampled_from("p b h2 li ul td table title pre script br blockquote figcaption".split())
PIECES = st.one_of(
    NAMES.map("<{}>".format),
    NAMES.map("</{}>".format),
    st.sampled_from("a|b c|\n\n| |\r|&amp;|&nbsp;|&x;|<!--|-->|<|>|\"|'|<a b='|\u00a0".split("|")),
)


@given(st.lists(PIECES, max_size=16).map("".join) | st.text(max_size=40), st.sampled_from(["", "x<p>"]))
def test_any_text_is_read(body: str, before: str) -> None:
    text, start = before + body, len(before)
    read = read_html(text, start)
    at = start
    for block in read.blocks:
        assert at <= block.start < block.end <= len(text)
        at = block.end
    assert list(read.masks) == sorted(read.masks)
    assert all(start <= a < b <= len(text) and len(mark) == 1 for a, b, mark in read.masks)
    assert all(start <= a < b <= len(text) for a, b in read.comments)


class Tags(HTMLParser):
    """The standard library's opinion on where which tags stand."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append((self.getpos()[1], tag))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((self.getpos()[1], tag))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.handle_starttag(tag, attrs)


VALUE = st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=8)
TAGS = st.builds(
    lambda name, value, quote, tail: f"<{name} a={quote}{escape(value)}{quote}{tail}",
    st.sampled_from(["p", "B", "h1", "my-tag", "x:y"]),
    VALUE,
    st.sampled_from("'\""),
    st.sampled_from([">", " >", " b>", "/>"]),
)
WELL_FORMED = st.lists(TAGS | st.sampled_from(["</p>", "</B>", "<br>"]) | VALUE.map(escape), max_size=8).map("".join)


@given(WELL_FORMED)
def test_tags_are_those_that_the_standard_library_finds(text: str) -> None:
    assert [(match.start(), tag_name(match)) for match in re.finditer(TAG, text)] == Tags(text).found


@pytest.mark.parametrize(
    "text",
    ["<a b='<a' " * 30_000, "<!--" * 50_000, "<" * 200_000, "<p>a" * 30_000, "<code>" * 30_000, "<pre>" * 30_000,
     "&amp;" * 30_000, "&" * 200_000, "<a " + "b " * 100_000, "<" + "a" * 200_000, "<table>" * 30_000, "<br>a" * 30_000,
     "</ul>" * 30_000, "<title>" * 30_000, "<a" + " " * 200_000, "<![CDATA[" * 30_000, "a" * 300_000],
    ids=lambda text: repr(text[:10]),
)  # fmt: skip
def test_floods_are_read_in_one_pass(text: str) -> None:
    read = read_html(text, 0)
    assert all(0 <= block.start < block.end <= len(text) for block in read.blocks)
