"""Bytes to text and back, and the characters a person should know of."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reading.decode import MOST, check_characters, decode, encode

STORY = "The pool on Oak Street closed.\n\nMayor Ana Ruiz said: “It’s the café we’ll miss.”\n"


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_marked_or_utf8_file_is_read_without_a_word(bom: bytes, encoding: str) -> None:
    data = bom + STORY.encode(encoding)
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.bom, decoded.problems) == (STORY, encoding, bom, ())
    assert decoded.is_text
    assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\r\nb\r\nc\n", "\r\n"),
        ("a\rb\r", "\r"),
        ("a\nb\nc\r\n", "\n"),
        ("a\r\rb\r\nc", "\r"),
    ],
)
def test_line_ends_stay_and_the_usual_one_is_named(text: str, newline: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.newline) == (text, newline)


def test_windows_1252_is_reported_with_its_first_byte_and_can_be_written_back() -> None:
    text = "Oak Street\nMolière said “no”.\n"
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding, decoded.writable) == (text, "cp1252", True)
    (problem,) = decoded.problems
    assert problem.code == "file-encoding"
    assert "byte 15 (line 2)" in problem.message
    assert text[problem.start : problem.end] == "è"
    assert encode(text, decoded) == text.encode("cp1252")
    with pytest.raises(ValueError, match="encode"):
        encode(text + "שלום", decoded)


def test_a_paragraph_pasted_in_another_encoding_leaves_the_rest_as_it_is() -> None:
    data = "The café closed.\n\n".encode() + "“No,” Ruiz said.".encode("cp1252") + "\n\nThe café opened.\n".encode()
    decoded = decode(data)
    assert decoded.text == "The café closed.\n\n“No,” Ruiz said.\n\nThe café opened.\n"
    assert [(p.code, decoded.text[p.start : p.end]) for p in decoded.problems] == [("file-encoding", "“")]
    assert "(line 3)" in decoded.problems[0].message
    assert not decoded.writable
    with pytest.raises(ValueError, match="not wholly utf-8"):
        encode(decoded.text, decoded)


def test_a_file_that_ends_inside_a_character_is_said_to_be_cut_off() -> None:
    decoded = decode("The bill was £4 and €".encode()[:-1])
    assert decoded.text.startswith("The bill was £4 and â")
    assert "ends inside" in decoded.problems[0].message
    assert decoded.problems[0].start == len("The bill was £4 and ")
    assert not decoded.writable


def test_a_byte_that_no_encoding_has_is_still_a_character() -> None:
    decoded = decode(b"The pool \x81 closed.")
    assert decoded.text == "The pool \x81 closed."
    assert decoded.problems[0].code == "file-encoding"
    assert not decoded.writable


def test_a_mark_that_lies_is_reported() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "Pool".encode("utf-16-le") + b"\x00")
    assert decoded.text == "Pool\ufffd"
    assert "byte 10 " in decoded.problems[0].message
    assert not decoded.writable


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04word/document.xml", "office"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"{\\rtf1\\ansi The pool closed.}", "RTF"),
        (bytes(range(256)) * 20, "not look like text"),
        (b"\0" * 100, "not look like text"),
        (STORY.encode("utf-16-le"), "UTF-16 without a byte order mark; save the file as UTF-8"),
        (STORY.encode("utf-16-be"), "UTF-16 without a byte order mark; save the file as UTF-8"),
    ],
)
def test_what_is_no_text_is_empty_and_says_what_it_is(data: bytes, word: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.is_text, decoded.writable) == ("", False, False)
    assert [p.code for p in decoded.problems] == ["file-not-text"]
    assert word in decoded.problems[0].message


def test_a_git_lfs_pointer_is_not_the_article() -> None:
    decoded = decode(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    assert not decoded.is_text
    assert [p.code for p in decoded.problems] == ["file-lfs-pointer"]


def test_a_stray_control_does_not_make_a_story_binary() -> None:
    decoded = decode(b"The pool closed.\0 It was \x1b[31mred\x1b[0m.\n")
    assert decoded.is_text
    assert decoded.text.startswith("The pool closed.\0")


@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_and_what_is_writable_comes_back_exactly(data: bytes) -> None:
    decoded = decode(data)
    if decoded.writable:
        assert encode(decoded.text, decoded) == data
    for problem in (*decoded.problems, *check_characters(decoded.text)):
        assert 0 <= problem.start <= problem.end <= len(decoded.text)
    decoded.text.encode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_valid_text_is_never_changed(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    decoded = decode(data)
    assert (decoded.text, decoded.problems, encode(decoded.text, decoded)) == (text, (), data)


# Characters


def found(text: str) -> list[tuple[str, str]]:
    return [(p.code, text[p.start : p.end]) for p in check_characters(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pool\0 closed\x1b[1m.", [("file-control-characters", "\0")]),
        ("The pool\x0bclosed.", [("file-control-characters", "\x0b")]),
        ("The \u202epool\u202c closed.", [("file-bidi-control", "\u202e")]),
        ("مسبح \u202eclosed\u202c.", [("file-bidi-control", "\u202e")]),
        ("The \u2067pool\u2069 closed.", [("file-bidi-control", "\u2067")]),
        ("The po\u200bol and the la\u200bke.", [("file-invisible-characters", "\u200b")]),
        ("The po\xadol.", [("file-invisible-characters", "\xad")]),
        ("A\u2060b.\r\nC\u2060d.", [("file-invisible-characters", "\u2060")] * 2),
        ("The pool\u2028closed.", [("file-invisible-characters", "\u2028")]),
        ("The pool \ufeffclosed.", [("file-invisible-characters", "\ufeff")]),
        ("The pool\u200e closed.", [("file-invisible-characters", "\u200e")]),
        ("Itâ€™s the cafÃ© we miss.\rItâ€™s closed.", [("file-mojibake", "â€™"), ("file-mojibake", "â€™")]),
        ("It cost Â£4.", [("file-mojibake", "Â£")]),
        ("It cost â‚¬4.", [("file-mojibake", "â‚¬")]),
        ("The caf\ufffd closed.", [("file-mojibake", "\ufffd")]),
        ("<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> desk\n", [("file-conflict-markers", "<<<<<<< HEAD")]),
        ("A.\r<<<<<<< a\rB.\r||||||| c\rC.\r=======\rD.\r>>>>>>> b", [("file-conflict-markers", "<<<<<<< a")]),
    ],
)
def test_what_nobody_meant_to_type_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "The château on the rue de l’Âge d’Or, “âgée”, cost 5\xa0million € in SÃO.",
        "A family 👩‍👩‍👧‍👦, a flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿, a heart ❤️‍🔥.",
        "The sign said می‌خواهم and क्‍ष.",
        "The word שלום\u200f, she said, was \u2067العربية\u2069.",
        "ภาษา\u200bไทย is spoken.",
        "Pool closes\n=======\n\nThe pool closed.\n",
        "<<<<<<< is how a conflict begins.",
        "The pool\tclosed.\r\n",
    ],
)
def test_what_a_language_needs_is_let_be(text: str) -> None:
    assert found(text) == []


def test_the_guess_at_garbled_text_is_told() -> None:
    assert "“â€™” is garbled text, probably “’”" in check_characters("Itâ€™s")[0].message


def test_a_flood_of_one_kind_is_capped() -> None:
    text = "po\u200bol â€™ \u202e\n" * 500
    codes = [p.code for p in check_characters(text)]
    assert [codes.count(code) for code in sorted(set(codes))] == [MOST] * 3


@pytest.mark.parametrize("text", ["\u200e" * 300_000 + "א", "é" + "\0" * 300_000, "<<<<<<< \n" * 50_000, "â" * 300_000])
def test_long_lines_of_suspects_are_read_once(text: str) -> None:
    assert len(check_characters(text)) <= 1
