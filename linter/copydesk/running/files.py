"""One file: read with a limit, checked, and written back whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from copydesk.report.run import FileResult, failure, with_details

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.model.article import Article
    from copydesk.model.violation import Report

#: Larger files are no articles; reading stops there.
MOST_BYTES = 20_000_000


class FileError(Exception):
    """A file that cannot be read or written. code: what kind; str() says why, for a person."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def check_file(path: str, read: Callable[[bytes, str], Article], check: Callable[[Article], Report]) -> FileResult:
    """The result of one file: `read` makes an article of its bytes and its path, `check` the report.

    Never raises for what a file is or holds: what cannot be read is an error in the report.
    """
    try:
        article = read(read_bytes(path), path)
        return with_details(article, check(article))
    except FileError as error:
        return failure(path, error.code, str(error))
    except Exception as error:
        return failure(path, "internal-error", f"{type(error).__name__}: {error}; please report this")


def read_bytes(path: str) -> bytes:
    """The bytes of a file. Raises FileError for one that cannot be read or is larger than MOST_BYTES."""
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise FileError("unreadable-file", _why(path, error)) from error
    if len(data) > MOST_BYTES:
        raise FileError("file-too-large", f"Larger than {MOST_BYTES // 1_000_000} MB: no article, so it is not read")
    return data


def _why(path: str, error: OSError | ValueError) -> str:
    """Why a file cannot be read, in words."""
    if os.path.islink(path) and not os.path.exists(path):
        return f"A link to {os.readlink(path)}, which leads nowhere"
    if isinstance(error, FileNotFoundError):
        return "No such file or folder"
    if isinstance(error, IsADirectoryError):
        return "This folder cannot be read: permission denied"
    if isinstance(error, PermissionError):
        return "Permission denied"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


class Replacement:
    """A file's next version, written beside it; it takes the file's place on `commit`, whole, or never.

    Links are followed: what they lead to is replaced. Permissions are kept. What is no regular file (a pipe,
    /dev/stderr) is written to directly. Raises FileError when the folder or the file cannot be written.
    """

    def __init__(self, path: str) -> None:
        self._path = os.path.realpath(path)
        self._beside: str | None = None
        with _said(path):
            self._file = self._open()

    def _open(self) -> BinaryIO:
        try:
            now = os.stat(self._path)
        except FileNotFoundError:
            now = None
        if now is not None:
            if not stat.S_ISREG(now.st_mode):
                return open(self._path, "wb")
            if not os.access(self._path, os.W_OK):
                raise PermissionError(0, "it is write-protected")
        beside = os.path.join(os.path.dirname(self._path), f".copydesk-{os.getpid()}-{id(self):x}.tmp")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        self._beside = beside
        if now is not None:
            _keep_mode(beside, now)
        return open(handle, "wb")

    def write(self, data: bytes) -> None:
        """Add to the next version."""
        with _said(self._path):
            self._file.write(data)

    def commit(self) -> None:
        """Put what was written in the file's place."""
        with _said(self._path):
            self._file.flush()
            if self._beside is not None:
                os.fsync(self._file.fileno())
            self._file.close()
            if self._beside is not None:
                os.replace(self._beside, self._path)
                self._beside = None

    def discard(self) -> None:
        """Leave the file as it was. Does nothing after `commit`."""
        with suppress(OSError):
            self._file.close()
        if self._beside is not None:
            with suppress(OSError):
                os.unlink(self._beside)
            self._beside = None


@contextmanager
def _said(path: str) -> Iterator[None]:
    """A failure to write `path`, as a FileError."""
    try:
        yield
    except OSError as error:
        raise FileError("unwritable-file", f"Cannot write {path}: {error.strerror or error}") from error


def _keep_mode(path: str, like: os.stat_result) -> None:
    """Give a new file the permissions of the old one, and its owner where that is allowed."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, like.st_uid, like.st_gid)
    os.chmod(path, stat.S_IMODE(like.st_mode))


def write_atomically(path: str, data: bytes, *, was: bytes | None = None) -> None:
    """Write a file whole: readers see the old bytes or the new, never a part.

    was: the bytes that `data` was made from; the file is left alone when it holds others by now.
    Raises FileError when it changed meanwhile or cannot be written.
    """
    new = Replacement(path)
    try:
        new.write(data)
        if was is not None and read_bytes(path) != was:
            raise FileError("changed-file", f"{path} changed while it was checked; it is left as it is")
        new.commit()
    finally:
        new.discard()
