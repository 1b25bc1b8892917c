"""Progress is for people who wait at a terminal, and leaves nothing behind."""

from __future__ import annotations

import io

import pytest

from copydesk.running import progress
from copydesk.running.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    monkeypatch.delenv("TERM", raising=False)
    return now


def run(stream: io.StringIO, clock: list[float], seconds: float) -> None:
    shown = Progress(2000, stream)
    for _ in range(2000):
        clock[0] += seconds / 2000
        shown.step()
    shown.clear()


def test_a_long_run_on_a_terminal(clock: list[float]) -> None:
    stream = Terminal()
    run(stream, clock, 4)
    lines = stream.getvalue().split("\r")[1:]
    assert lines[0] == "Checked 501 of 2,000 files"
    assert 25 < len(lines) < 35
    assert lines[-2:] == [" " * len(lines[-3]), ""]


def test_nothing_for_a_short_run_a_pipe_or_a_simple_terminal(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    short, pipe, simple = Terminal(), io.StringIO(), Terminal()
    run(short, clock, 0.9)
    run(pipe, clock, 9)
    monkeypatch.setenv("TERM", "dumb")
    run(simple, clock, 9)
    assert [stream.getvalue() for stream in (short, pipe, simple)] == [""] * 3
