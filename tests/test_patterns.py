"""Patterns compile once, and come back from the file of an earlier run just as they were."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import patterns
from copydesk.cachedir import cache_folder

SOURCES = [
    (r"\bfoo(?P<tail>\w+)|(?P<mark>[“”\u2000-\u3000é])", re.I),
    (r"(?<!\w)(?:Mon|Tues)day(?!\w)", 0),
    (r"(?s:a.b)(?:x(?=y))?+[^\W\d_]{2,5}?", re.M),
    (r"(a)(b)?(?P<c>c)\1", re.I | re.S),
    ("", 0),
]
TEXTS = ["", "a Food “mark", "Monday, tuesday", "a\nbxyzab", "ABCA abca"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in (("_ready", {}), ("_kept", None), ("_file", ""), ("_new", 0)):
        monkeypatch.setattr(patterns, name, value)
    return tmp_path / "deep" / "patterns"


def start_again(file: Path) -> None:
    patterns._ready.clear()
    patterns.remember(str(file))


def looks(pattern: re.Pattern[str]) -> list[object]:
    found = [(m.span(), m.groupdict(), m.groups()) for text in TEXTS for m in pattern.finditer(text)]
    return [pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), found]


def test_a_pattern_is_compiled_once(file: Path) -> None:
    assert patterns.compiled("a+b") is patterns.compiled("a+b")
    assert patterns.compiled("a+b", re.I) is not patterns.compiled("a+b")


def test_patterns_come_back_as_they_were(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_again(file)
    for source, flags in SOURCES:
        assert looks(patterns.compiled(source, flags)) == looks(re.compile(source, flags))
    patterns.keep()
    start_again(file)
    monkeypatch.setattr("re._compiler._code", None)
    for source, flags in SOURCES:
        assert looks(patterns.compiled(source, flags)) == looks(re.compile(source, flags)), "re's own cache has these"
    assert not patterns._new


def test_what_another_run_kept_is_not_lost(file: Path) -> None:
    start_again(file)
    patterns.compiled("one")
    patterns.keep()
    start_again(file)
    patterns.compiled("two")
    assert patterns._kept is not None
    patterns._kept.pop(("one", 0), None)
    patterns.keep()
    start_again(file)
    assert set(patterns._kept or {}) == {("one", 0), ("two", 0)}


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_file_that_does_not_read_is_no_file(file: Path, damage: bytes | None) -> None:
    start_again(file)
    patterns.compiled("sea(?:l|t)")
    patterns.keep()
    data = file.read_bytes()
    file.write_bytes(data[:-3] + b"\0\0\0" if damage is None else damage)
    start_again(file)
    assert patterns._kept == {}
    assert patterns.compiled("sea(?:l|t)").match("seat")


def test_a_folder_that_cannot_be_written_is_let_be(file: Path) -> None:
    file.parent.write_text("a file where the folder should be")
    start_again(file)
    assert patterns.compiled("x").match("x")
    patterns.keep()
    assert file.parent.is_file()


def test_a_wrong_pattern_raises_what_re_raises(file: Path) -> None:
    start_again(file)
    with pytest.raises(re.error):
        patterns.compiled("(")


@pytest.mark.filterwarnings("ignore::FutureWarning")
@given(st.text(alphabet="ab|()?*+[]^$.\\wé“-{}1,", max_size=12))
def test_every_pattern_means_what_re_makes_of_it(source: str) -> None:
    try:
        expected = re.compile(source)
    except (re.error, OverflowError):
        return
    entry = patterns._made(source, 0)
    assert looks(patterns._sre_pattern(source, entry)) == looks(expected)


def test_the_command_keeps_patterns_and_a_second_run_reads_them(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The council met on Tuesday, and “it was long,” Ana Ruiz said.\n")
    command = [sys.executable, "-m", "copydesk", "check", "--exit-zero", str(draft)]
    env = {**os.environ, "COPYDESK_CACHE": str(tmp_path / "cache")}
    runs = [subprocess.run(command, env=env, capture_output=True, check=True).stdout for _ in range(2)]
    (kept,) = (tmp_path / "cache").glob("patterns*")
    assert kept.stat().st_size > 1000
    assert runs[0] == runs[1]
    off = subprocess.run(command, env={**env, "COPYDESK_CACHE": "off"}, capture_output=True, check=True).stdout
    assert off == runs[0]


def test_the_cache_folder_is_the_user_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_CACHE", "off")
    assert cache_folder() is None
    monkeypatch.setenv("COPYDESK_CACHE", "/somewhere")
    assert cache_folder() == "/somewhere"
    monkeypatch.delenv("COPYDESK_CACHE")
    for platform, place in (("linux", "/home/ana/.cache/copydesk"), ("darwin", "/home/ana/Library/Caches/copydesk")):
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setenv("HOME", "/home/ana")
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        assert cache_folder() == place
