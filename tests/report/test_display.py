"""What is shown has no power over the terminal, and its width is known."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.display import counted, from_root, harmless, listed, one_line, shown_path, width

ANYTHING = st.text(st.characters())


@given(ANYTHING)
def test_nothing_shown_controls_a_terminal(text: str) -> None:
    for shown in (harmless(text), one_line(text), shown_path(text)):
        assert not {category(c) for c in shown} & {"Cc", "Zl", "Zp"}
        assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\ufeff")


@given(ANYTHING, ANYTHING)
def test_harmless_goes_character_by_character(one: str, other: str) -> None:
    assert harmless(one + other) == harmless(one) + harmless(other)
    assert width(harmless(one + other)) == width(harmless(one)) + width(harmless(other))


@given(ANYTHING)
def test_a_message_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "columns"),
    [("plain", 5), ("", 0), ("東京", 4), ("é", 1), ("e\u0301", 1), ("“q”", 3), ("👩‍💻", 4), ("a\u00a0b", 3)],
)
def test_width_in_a_terminal(text: str, columns: int) -> None:
    assert width(harmless(text)) == columns


def test_what_cannot_be_seen_is_shown() -> None:
    assert harmless("a\tb\x1b[2Jc\x7f\u200b\u2028\u202e\ue000") == "a    b␛[2Jc␡����"
    assert harmless("no\u00a0break, café, 東京, 👩‍💻") == "no\u00a0break, café, 東京, 👩‍💻"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("stories/council.md", "stories/council.md"),
        ("naïve “q” & x.md", "naïve “q” & x.md"),
        ("a\n::error::b.md", "a␊::error::b.md"),
        ("::error::x.md", "./::error::x.md"),
        ("caf\udce9.md", "caf\\xe9.md"),
    ],
)
def test_names_of_files(path: str, shown: str) -> None:
    assert shown_path(path) == shown


def test_paths_from_a_root(tmp_path: object) -> None:
    assert from_root("stories/a.md", None) == "stories/a.md"
    assert from_root(f"{tmp_path}/stories/a.md", str(tmp_path)) == "stories/a.md"
    assert from_root(f"{tmp_path}/..b.md", str(tmp_path)) == "..b.md"
    assert from_root(f"{tmp_path}/a.md", f"{tmp_path}/stories") == f"{tmp_path}/a.md"


def test_numbers_and_lists_in_words() -> None:
    assert [counted(1, "error"), counted(1200, "file"), counted(0, "file")] == ["1 error", "1,200 files", "0 files"]
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
