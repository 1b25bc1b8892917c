"""Where reports go: one to standard output and any number to files, in one run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TextIO

from copydesk.model.record import NamedTuple
from copydesk.report import FORMATS, reporter
from copydesk.report.run import Totals
from copydesk.running.files import FileError, Replacement

if TYPE_CHECKING:
    from copydesk.report.run import FileResult, Reporter, Run

#: Formats for people: written in the terminal's own encoding. The others are UTF-8 whatever the terminal.
_FOR_PEOPLE = ("text", "concise")


class Output(NamedTuple):
    """A format and the file it goes to; None for standard output."""

    format: str
    path: str | None = None


def parse_output(said: str) -> Output:
    """`FORMAT:PATH` as on the command line. Raises ValueError that says what is wrong with it."""
    format, colon, path = said.partition(":")
    if not colon or not path:
        raise ValueError(f"{said!r} is not FORMAT:PATH, such as sarif:copydesk.sarif")
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; the formats are {', '.join(FORMATS)}")
    return Output(format, path)


class _Sink(Protocol):
    def write(self, text: str) -> None: ...
    def commit(self) -> None: ...
    def discard(self) -> None: ...


class Outputs:
    """The reports of a run, written as results come. Use it in a `with`.

    Files appear when the run has ended, whole; after an exception they are as they were before it. Raises
    FileError for a file that cannot be written, ValueError for two reports to the same file.
    """

    def __init__(self, run: Run, outputs: Sequence[Output], stdout: TextIO, *, color: bool = False) -> None:
        files = [os.path.realpath(output.path) for output in outputs if output.path is not None]
        if len({*files}) < len(files):
            raise ValueError("two outputs go to the same file")
        self.totals = Totals()
        self._stdout = stdout
        self._reports: list[tuple[Reporter, _Sink]] = []
        try:
            for output in outputs:
                made = reporter(output.format, run, color=color and output.path is None)
                self._reports.append((made, self._sink(output)))
        except BaseException:
            self._end(commit=False)
            raise

    def _sink(self, output: Output) -> _Sink:
        if output.path is None:
            return _Stream(self._stdout, own_encoding=output.format in _FOR_PEOPLE)
        return _File(output.path)

    def __enter__(self) -> Outputs:
        for report, sink in self._reports:
            sink.write(report.begin())
        return self

    def add(self, result: FileResult) -> None:
        """Report one file."""
        self.totals.add(result)
        for report, sink in self._reports:
            sink.write(report.file(result))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                for report, sink in self._reports:
                    sink.write(report.end(self.totals))
                self._end(commit=True)
        finally:
            self._end(commit=False)

    def _end(self, *, commit: bool) -> None:
        for _, sink in self._reports:
            if commit:
                sink.commit()
            else:
                sink.discard()


class _Stream:
    """Standard output: `\\n` on every system, and no character that it cannot take."""

    def __init__(self, stream: TextIO, *, own_encoding: bool) -> None:
        self._stream = stream
        self._encoding = (own_encoding and stream.encoding) or "utf-8"

    def write(self, text: str) -> None:
        if not text:
            return
        self._stream.flush()
        buffer = getattr(self._stream, "buffer", None)
        if buffer is None:
            self._stream.write(text)
        else:
            buffer.write(text.encode(self._encoding, "backslashreplace"))
            buffer.flush()

    def commit(self) -> None:
        pass

    def discard(self) -> None:
        pass


class _File:
    """A file that takes its place when the run has ended; its folder is made when it is not there."""

    def __init__(self, path: str) -> None:
        try:
            os.makedirs(os.path.dirname(os.path.realpath(path)), exist_ok=True)
        except OSError as error:
            raise FileError("unwritable-file", f"Cannot write {path}: {error.strerror or error}") from error
        self._new = Replacement(path)

    def write(self, text: str) -> None:
        self._new.write(text.encode("utf-8", "backslashreplace"))

    def commit(self) -> None:
        self._new.commit()

    def discard(self) -> None:
        self._new.discard()
