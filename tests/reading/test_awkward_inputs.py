"""Files as they come: cut off, mixed up, mislabelled, hostile or huge. Reading never raises and says what is wrong."""

import codecs
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.article import MARKUP, OBJECT, FrontMatter, masked
from copydesk.reading.blocks import Blocks
from copydesk.reading.decode import MOST, check_characters, decode, encode
from copydesk.reading.frontmatter import read_front_matter
from copydesk.reading.html import read_html
from copydesk.reading.markdown import read_markdown

FRONT = '---\ntitle: "Midtown pool closes for good"\nauthor: Ana Ruiz\ndate: 2025-02-12\n---\n\n'
PARAGRAPHS = [
    "MIDTOWN — The pool on Oak Street closed on Wednesday, the parks office said.",
    "“We swam here for 60 years,” said Tom Lee, who lives next door. “It was ours.”",
    "The city needs $1.2 million to mend the roof.",
]
BODY = "\n\n".join(PARAGRAPHS) + "\n"
STORY = FRONT + BODY


class Reading(NamedTuple):
    """A file read as Markdown or HTML. problems: code and the words at its place."""

    text: str
    front: FrontMatter
    blocks: Blocks
    problems: list[tuple[str, str]]

    @property
    def codes(self) -> list[str]:
        return [code for code, _ in self.problems]

    @property
    def words(self) -> list[str]:
        """What a reader sees of each block."""
        prose = masked(self.text, self.blocks.masks)
        return [prose[b.start : b.end].replace(MARKUP, "").replace(OBJECT, "") for b in self.blocks.blocks]


def read(data: bytes | str, name: str = "draft.md") -> Reading:
    """Read a file's bytes as the whole program does."""
    decoded = decode(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    text = decoded.text
    front, found = read_front_matter(text)
    if name.endswith(".html"):
        blocks = read_html(text, front.end)
    else:
        blocks = read_markdown(text, front.end, mdx=name.endswith(".mdx"))
    problems = [*decoded.problems, *check_characters(text), *found, *blocks.problems]
    assert all(0 <= p.start <= p.end <= len(text) for p in problems)
    return Reading(text, front, blocks, [(p.code, text[p.start : p.end]) for p in problems])


# Encodings


@pytest.mark.parametrize("bom", [codecs.BOM_UTF8, b""])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_change_nothing(bom: bytes, end: str) -> None:
    reading = read(bom + STORY.replace("\n", end).encode())
    assert reading.problems == []
    assert reading.words == PARAGRAPHS
    assert reading.front.scalar("title") == "Midtown pool closes for good"


def test_mixed_line_ends_are_kept() -> None:
    data = (FRONT.replace("\n", "\r\n") + BODY).encode()
    reading = read(data)
    assert (reading.words, reading.problems) == (PARAGRAPHS, [])
    decoded = decode(data)
    assert encode(decoded.text, decoded) == data


def test_no_newline_at_the_end() -> None:
    reading = read(STORY.rstrip("\n"))
    assert reading.words == PARAGRAPHS
    assert reading.blocks.blocks[-1].end == len(reading.text)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_with_a_mark_are_read(encoding: str) -> None:
    assert read(STORY.encode(encoding)).words == PARAGRAPHS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_encodings_without_a_mark_are_no_text(encoding: str) -> None:
    reading = read(STORY.encode(encoding))
    assert (reading.codes, reading.words) == (["file-not-text"], [])


def test_an_old_encoding_is_one_problem_at_its_first_character() -> None:
    reading = read(STORY.encode("cp1252"))
    assert reading.problems == [("file-encoding", "—")]
    assert reading.words == PARAGRAPHS


def test_a_pasted_paragraph_of_an_old_encoding_spoils_nothing_else() -> None:
    reading = read(STORY.encode() + "\nHe said “no” – twice.\n".encode("cp1252"))
    assert reading.problems == [("file-encoding", "“")]
    assert reading.words == [*PARAGRAPHS, "He said “no” – twice."]


def test_a_file_cut_inside_a_character_is_told_at_its_end() -> None:
    reading = read((STORY + "\nThe café").encode()[:-1])
    assert reading.problems == [("file-encoding", "Ã")]
    assert reading.words[:3] == PARAGRAPHS


def test_garbled_text_is_told_once_a_line() -> None:
    garbled = BODY.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    assert read(FRONT + garbled).codes == ["file-mojibake"] * 2


@pytest.mark.parametrize(
    ("sentence", "code", "at"),
    [
        ("A NUL \0 and \x1b[31mred\x1b[0m.", "file-control-characters", "\0"),
        ("One\x0btwo\x0cthree\x85four.", "file-control-characters", "\x0b"),
        ("One\u2028two\u2029three.", "file-invisible-characters", "\u2028"),
        ("A bak\u200ber left her ov\xaden on over\u2060night.", "file-invisible-characters", "\u200b"),
        ("The \u202etxt.exe\u202c file.", "file-bidi-control", "\u202e"),
    ],
)
def test_characters_nobody_sees_are_told_and_kept(sentence: str, code: str, at: str) -> None:
    reading = read(f"{STORY}\n{sentence}\n")
    assert (code, at) in reading.problems
    assert reading.words[3] == sentence.replace(MARKUP, "")


def test_odd_line_separators_do_not_end_lines() -> None:
    text = STORY + "\nOne\u2028# two\u2029- three\x85> four\x0bfive\x0csix\n"
    assert len(read(text).words) == 4


@pytest.mark.parametrize(
    "sentence",
    [
        "The prime minister, דוד לוי, said שלום.",
        "The minister, محمد علي, said “نعم” on Tuesday.",
        "A family 👩‍👩‍👧‍👦 with a flag 🇬🇧, a thumb 👍🏽, an e\u0301 and an ﬁ.",
        "The Сouncil met at a caf\u00e9\u00a0–\u202f12\u20093.",
        '“Curly,” ‘single,’ "straight," «guillemets», 5\'10", the \'90s, rock ’n’ roll.',
    ],
)
def test_other_scripts_and_marks_are_let_be(sentence: str) -> None:
    reading = read(f"{STORY}\n{sentence}\n")
    assert (reading.problems, reading.words[3]) == ([], sentence)


# What is no article


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", []),
        (codecs.BOM_UTF8, []),
        (b"\n" * 500, []),
        (b"\r\n \t\r\n", []),
        (FRONT.encode(), []),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", ["file-not-text"]),
        (bytes(n * 7919 % 256 for n in range(65_536)), ["file-not-text"]),
        (b"PK\x03\x04\x14\0word/document.xml", ["file-not-text"]),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n", ["file-lfs-pointer"]),
    ],
)
def test_no_copy_is_no_blocks(data: bytes, codes: list[str]) -> None:
    reading = read(data)
    assert (reading.words, reading.codes) == ([], codes)


def test_a_merge_conflict_is_told_at_its_first_mark() -> None:
    text = FRONT + "<<<<<<< HEAD\n" + PARAGRAPHS[0] + "\n=======\nThe pool stays.\n>>>>>>> desk\n"
    assert read(text).problems == [("file-conflict-markers", "<<<<<<< HEAD")]


# Metadata


@pytest.mark.parametrize(
    ("front", "at"),
    [
        ("---\ntitle: Pool: what now\n---\n", "Pool: what now"),
        ("---\nstatus: draft\nstatus: published\n---\n", "status"),
        ("---\na: &a [x]\nb: [*a, *a]\n---\n", "&a ["),
        ("---\ntitle: !!python/object/apply:os.getcwd []\n---\n", "!!python/object/apply:os.getcwd ["),
        ("---\n- a\n- b\n---\n", "- a"),
        ("---\njust words\n---\n", "just words"),
        ("---\ntitle: Pool\nstatus: draft\n", "---"),
        ('+++\ntitle = "x\ndate = 2025-02-12\n+++\n', 'title = "x'),
        ('{\n "title": Pool\n}\n', "P"),
        ("---\na: " + "[" * 3000 + "]" * 3000 + "\n---\n", "["),
        ("---\n" + "".join(" " * n + "a:\n" for n in range(400)) + "---\n", "a"),
    ],
)
def test_broken_metadata_is_one_problem_and_the_story_is_read(front: str, at: str) -> None:
    reading = read(front + BODY)
    assert reading.codes == ["metadata-parse"]
    assert reading.problems[0][1] in (at, "a")
    assert reading.words == PARAGRAPHS


@pytest.mark.parametrize(
    ("front", "title", "author"),
    [
        ("---\ntitle: NO\nauthor: [NO, On, 2.0]\nprinted: 11:45\ndate: 2025-04-31\nedition: 007\n---\n", "NO", None),
        ("---\ntitle: 2024\nauthor: {name: Ana}\nauthors:\n  - Tom Lee\n  - {name: Bo}\n  - null\n---\n", "2024", None),
        ('+++\ntitle = "Pool"\nauthor = "Ana Ruiz"\ndate = 2025-02-12T10:00:00\n[b]\na = 1\n+++\n', "Pool", "Ana Ruiz"),
        ('{\n "title": "Pool",\n "author": "Ana Ruiz"\n}\n\n', "Pool", "Ana Ruiz"),
        ('---\ntitle: "a\\n::error::b"\nauthor: Ana Ruiz\n---\n', "a\n::error::b", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_metadata_of_every_kind_is_read(front: str, title: str, author: str | None) -> None:
    reading = read(front + BODY)
    assert reading.problems == []
    assert (reading.front.scalar("title"), reading.front.scalar("author")) == (title, author)
    assert reading.words == PARAGRAPHS


def test_rules_are_no_metadata() -> None:
    reading = read(f"First.\n\n---\n\n{BODY}\n---\n\nLast.\n")
    assert not reading.front
    assert (reading.problems, reading.words) == ([], ["First.", *PARAGRAPHS, "Last."])


# Markup


def test_an_unclosed_fence_makes_code_of_the_rest() -> None:
    reading = read(STORY + "\n```\n" + BODY)
    assert [b.kind for b in reading.blocks.blocks] == ["paragraph"] * 3 + ["code"]


@pytest.mark.parametrize("name", ["draft.md", "draft.html"])
def test_unclosed_html_and_comments(name: str) -> None:
    reading = read(f"<div><p>Open\n\n{PARAGRAPHS[0]}\n\n<!-- never closed\n\n{BODY}", name)
    assert " ".join(reading.words).split() == f"Open {PARAGRAPHS[0]}".split()
    assert len(reading.blocks.comments) == 1


def test_shortcodes_are_masked_and_what_they_enclose_is_copy() -> None:
    text = (
        '{{< figure src="mill.png" alt="A sign: \\"shut\\"" >}}\n\n{{% callout %}}\n'
        + BODY
        + "{{% /callout %}}\n\n{{< x >}} {{< y >}}\n"
    )
    assert read(FRONT + text).words == PARAGRAPHS


def test_mdx_is_masked() -> None:
    text = f'import A from "../a"\nexport const b = {{a: 1}}\n\n{BODY}\n<A data={{[1]}} c="a -- b" />\n\n{{b.a}}\n'
    assert read(text, "draft.mdx").words == PARAGRAPHS


# Too much of it. The sizes are such that anything but one pass would be noticed.

HUGE = {
    "one line": "The pool closed on Oak Street. " * 33_000,
    "one word": "a" * 1_000_000,
    "spaces": "a" + " " * 1_000_000 + "b",
    "quotation marks": '"' * 100_000 + "\n\n" + "“" * 50_000,
    "punctuation": "\n\n".join(mark * 30_000 for mark in ".!-*_[(<&`~|\\@:"),
    "unclosed marks": "* _ [ ( " * 10_000,
    "paragraphs": "A.\n\n" * 50_000,
    "items": "- A.\n" * 5_000,
    "quotations": "> " * 2_000 + "deep\n\n" + "".join("  " * n + "- item\n" for n in range(500)),
    "story": BODY * 4_000,
}


@pytest.mark.parametrize("name", ["draft.md", "draft.mdx", "draft.html"])
@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_huge_bodies_are_read(text: str, name: str) -> None:
    reading = read(FRONT + text, name)
    assert reading.blocks.blocks
    assert reading.problems == []


@pytest.mark.parametrize("value", ['"{}"', "{}", "|\n  {}", "[{}]"])
def test_huge_metadata_is_read(value: str) -> None:
    reading = read(f"---\ntitle: {value.format('the pool ' * 260_000)}\n---\n{BODY}")
    assert (reading.problems, reading.words) == ([], PARAGRAPHS)


def test_floods_of_problems_are_capped() -> None:
    reading = read(FRONT + "co\u200buncil â€™ \u202e\n\n<<<<<<< a\n=======\n>>>>>>> b\n\n" * 200)
    assert {code: reading.codes.count(code) for code in reading.codes} == {
        "file-bidi-control": MOST,
        "file-invisible-characters": MOST,
        "file-mojibake": MOST,
        "file-conflict-markers": 200,
    }


@given(
    st.binary(max_size=120),
    st.sampled_from([b"", b"---\n", b"+++\n", b"{", b"<p>"]),
    st.sampled_from(["a.md", "a.html"]),
)
def test_any_bytes_are_read(data: bytes, begin: bytes, name: str) -> None:
    reading = read(begin + data, name)
    assert len(masked(reading.text, reading.blocks.masks)) == len(reading.text)
