"""How far a long run has come, on a terminal only."""

from __future__ import annotations

import os
from time import monotonic
from typing import TextIO

#: Seconds before anything is shown, and between two updates.
DELAY, PAUSE = 1.0, 0.1


class Progress:
    """A line such as `Checked 412 of 1,797 files` that is written over itself and leaves nothing behind.

    Shown when `stream` is a terminal that can go back in a line, and the run takes longer than DELAY.
    Call `clear` before anything else is written to the terminal.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._done = 0
        self._width = 0
        self._next = monotonic() + DELAY
        self._wanted = stream.isatty() and os.environ.get("TERM") != "dumb"

    def step(self) -> None:
        """One more file is done."""
        self._done += 1
        if self._wanted and monotonic() >= self._next:
            line = f"Checked {self._done:,} of {self._total:,} files"
            self._write(line.ljust(self._width))
            self._width = len(line)
            self._next = monotonic() + PAUSE

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            self._write(" " * self._width + "\r")
            self._width = 0

    def _write(self, line: str) -> None:
        self._stream.write("\r" + line)
        self._stream.flush()
