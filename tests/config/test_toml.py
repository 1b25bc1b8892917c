"""TOML with line numbers."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.config.error import ConfigError
from copydesk.config.toml import parse_toml, read_toml

HERE = Path("/newsroom/copydesk.toml")

TEXT = '''\
# house = "bbc"
house = "ap"
select = [
    "date",  # [not.a.table]
    "quote",
]
note = """
[rules.fake]
x = 1
"""
"odd key" = 'C:\\[a]'

[rules]
lead-length.severity = "off"
date-ordinal = { severity = "warning" }

[rules.quote-nested]
severity = "error"

[[overrides]]
paths = ["opinion/**"]
[overrides.rules.date-ordinal]
severity = "off"

[[overrides]]
paths = ["sports/**"]
'''


def test_every_key_has_its_line() -> None:
    document = parse_toml(TEXT, HERE)
    assert document.line("house") == 2
    assert document.line("select") == 3
    assert document.line("note") == 7
    assert document.line("odd key") == 11
    assert document.line("rules") == 13
    assert document.line("rules", "lead-length", "severity") == 14
    assert document.line("rules", "date-ordinal", "severity") == 15  # of an inline table: its key's
    assert document.line("rules", "quote-nested", "severity") == 18
    assert document.line("overrides", 0, "paths") == 21
    assert document.line("overrides", 0, "rules", "date-ordinal", "severity") == 23
    assert document.line("overrides", 1, "paths") == 26
    assert document.line("rules", "fake") == 13
    assert document.line("nowhere") == 0


def test_lines_count_in_files_with_crlf_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_bytes(b'\xef\xbb\xbf# first\r\nhouse = "ap"\r\n')
    assert read_toml(path).line("house") == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('house = "ap\n', "/newsroom/copydesk.toml:1:12: not valid TOML: "),
        ('house = "ap"\nselect = [\n', "/newsroom/copydesk.toml:2: not valid TOML: "),
        ('house = "ap"\nhouse = "bbc"\n', "/newsroom/copydesk.toml:2:14: not valid TOML: "),
        ("max-per-rule = " + "9" * 5000, "/newsroom/copydesk.toml: not valid TOML: Exceeds the limit"),
        ("x = " + "[" * 5000, "/newsroom/copydesk.toml: not valid TOML: nested too deeply"),
    ],
)
def test_broken_toml_is_named_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_toml(text, HERE)
    assert str(raised.value).startswith(said)


def test_a_file_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_bytes(b'house = "caf\xe9"\n')
    with pytest.raises(ConfigError, match=r"copydesk.toml: not UTF-8 \(byte 12\); save the file as UTF-8"):
        read_toml(path)


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").mkdir()
    with pytest.raises(ConfigError, match=r"copydesk.toml: cannot be read: Is a directory"):
        read_toml(tmp_path / "copydesk.toml")


_bare = st.text("abcdefghijklmnopqrstuvwxyz-_", min_size=1, max_size=6)
_values = st.sampled_from(
    ["1", '"[x]"', "'#'", "[1,\n 2]", '{ a = "}" }', '"""\n[t]\nk = 1"""', "'''\n'''''", "true # [no]"]
)


@given(st.lists(st.tuples(_bare, _values), unique_by=lambda row: row[0], max_size=8))
def test_the_line_found_is_the_line_written(rows: list[tuple[str, str]]) -> None:
    lines: dict[str, int] = {}
    text = ""
    for name, value in rows:
        lines[name] = text.count("\n") + 1
        text += f"{name} = {value}\n"
    document = parse_toml(text, HERE)
    assert {name: document.line(name) for name in lines} == lines


@given(st.text())
@example("a = 1979-99-99")
@example("[a]\n[a]")
@example("= 1")
@example('"""')
@example("a.b.c = 1\na.b = 2")
def test_any_text_is_read_or_is_a_config_error(text: str) -> None:
    error = None
    try:
        parse_toml(text, HERE)
    except ConfigError as raised:
        error = raised
    assert error is None or str(error).startswith("/newsroom/copydesk.toml")
