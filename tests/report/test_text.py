"""The underline is under the words, whatever the line holds; help lines say what a fix would write."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.violation import Safety, Severity
from copydesk.report import render
from copydesk.report.display import harmless, width
from copydesk.report.run import WIDTH, FileResult, Run

LINE = st.text(st.one_of(st.characters(), st.sampled_from(" \tabc東é\u0301“”")), min_size=1, max_size=300)


@given(data=st.data())
def test_the_marks_stand_under_the_words(data: Any, desk: Any, run: Run) -> None:
    text = data.draw(LINE)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    one = desk(text, "a.md")
    said = render("text", run, [one.result(one.violation("x-y", text[start:end], "m", at=start))])
    assert all(c == "\n" or c.isprintable() or c in "\u200c\u200d" or harmless(c) == c for c in said)
    _, source, marks, *_ = said.split("\n")
    column = marks.index("^")
    stars = marks[column:].partition(" ")[0]
    source = source.ljust(column)  # spaces at a line's end are not shown
    places = [i for i in range(len(source) + 1) if width(source[:i]) == column]  # several before a combining mark
    first_line = next(iter(text[start:end].replace("\r", "\n").split("\n")), "")
    under = harmless(first_line)
    shown = [source[at:] for at in places]
    assert any(s.startswith(under.rstrip()) or under.startswith(s.rstrip("…")) for s in shown)
    assert len(stars) <= max(width(under), 1)


def test_a_long_line_is_cut_between_words(desk: Any, run: Run) -> None:
    one = desk("The river rose. " * 500 + "The sheriff,, saw it. " + "It fell by noon. " * 500, "a.md")
    said = render("text", run, [one.result(one.violation("x-y", ",,", "Twice"))])
    source = said.split("\n")[1].partition("| ")[2]
    assert len(source) <= WIDTH + 2
    assert source.startswith("…")
    assert source.endswith("…")
    assert "The sheriff,, saw it." in source
    assert {source[1:].split()[0], source[:-1].split()[-1]} <= {"The", "river", "rose.", "It", "fell", "by", "noon."}


def test_a_span_longer_than_the_window_is_marked_to_its_edge(desk: Any, run: Run) -> None:
    text = "Ana Ruiz said " + "the bridge is safe and " * 20 + "that was that."
    one = desk(text, "a.md")
    source, marks = render("text", run, [one.result(one.violation("x-y", text[14:-5], "Long"))]).split("\n")[1:3]
    assert source.endswith("…")
    assert len(marks) == len(source) - 1
    assert marks.index("^") == source.index("the bridge")


@pytest.mark.parametrize(
    ("words", "edits", "safety", "help"),
    [
        ("Tuesday", [("Tuesday", "Wednesday")], Safety.SAFE, "“Tuesday” → “Wednesday”"),
        ("Tuesday", [("Tuesday", "Wednesday")], Safety.UNSAFE, "“Tuesday” → “Wednesday” (needs --unsafe)"),
        (" ,", [(" ", "")], Safety.SAFE, "delete “ ”"),
        ("Tuesday", [("", ",")], Safety.SAFE, "insert “,” after “Tuesday”"),
        ("met ", [("", "\t")], Safety.SAFE, "insert “␉”"),
        ("met", [("met", "meets"), ("Tuesday", "today")], Safety.SAFE, "“met” → “meets”; “Tuesday” → “today”"),
        ("met", [(w, w.upper()) for w in ("met", "on", "Tuesday", "budget")], Safety.SAFE,
         "4 edits that belong together"),
        ("met", [("met", "x" * 100)], Safety.SAFE, f"“met” → “{'x' * 30} … {'x' * 20}”"),
    ],
)  # fmt: skip
def test_help_says_what_a_fix_writes(
    words: str, edits: list[tuple[str, str]], safety: Safety, help: str, desk: Any, run: Run
) -> None:
    one = desk("The council met  on Tuesday , to pass the budget.", "a.md")
    said = render("text", run, [one.result(one.violation("x-y", words, "m", edits=edits, safety=safety))])
    assert said.split("\n")[3].strip() == f"= help: {help}"


@pytest.mark.parametrize(
    ("severities", "summary"),
    [
        ([], "No violations in 1 file."),
        (["error"], "Found 1 error in 1 file."),
        (["error", "error", "warning"], "Found 2 errors and 1 warning in 1 file."),
        (["suggestion"] * 2, "Found 2 suggestions in 1 file."),
    ],
)
def test_summary(severities: list[str], summary: str, desk: Any, run: Run) -> None:
    one = desk("Ana Ruiz", "a.md")
    found = [one.violation("x-y", "Ana", "m", severity=Severity(s)) for s in severities]
    assert render("text", run, [one.result(*found)]).split("\n")[-2] == summary
    assert render("concise", run, [one.result(*found)]).split("\n")[-2] == summary


def test_quiet_leaves_the_summary_out(results: list[FileResult], run: Run) -> None:
    for format in ("text", "concise"):
        whole = render(format, run, results)
        quiet = render(format, run._replace(quiet=True), results)
        assert whole.startswith(quiet)
        assert whole.removeprefix(quiet).startswith("Found 7 errors")


def test_colour_changes_nothing_but_colour(results: list[FileResult], run: Run) -> None:
    import re

    for format in ("text", "concise"):
        coloured = render(format, run, results, color=True)
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(format, run, results)
