"""The versions of a file that git keeps."""

from __future__ import annotations

import os
import subprocess

from copydesk.model.record import NamedTuple

_SEPARATOR = "\x1f"


class HistoryError(Exception):
    """git cannot tell; the message says why, for a person."""


class Revision(NamedTuple):
    """A commit that changed a file. date: ISO, of the commit.  data: the file as it was then, whole."""

    commit: str
    date: str
    subject: str
    data: bytes


def revisions(path: str, since: str) -> list[Revision]:
    """The file as it was at `since`, when it was there, and after each later commit that changed it, the oldest first.

    Renames are followed. Raises HistoryError outside a repository, for an unknown revision and for a file that git
    does not know.
    """
    folder = os.path.dirname(os.path.abspath(path))
    name = os.path.basename(path)
    if not os.path.isdir(folder):
        raise HistoryError("no such file or folder")
    if _git(folder, "rev-parse", "--is-inside-work-tree", check=False).strip() != b"true":
        raise HistoryError("not in a git repository: --since needs its history")
    start = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}", check=False)
    if not start.strip():
        raise HistoryError(f"git knows no revision {since!r}")
    top = start.decode().strip()
    if not _git(folder, "ls-files", "--", name).strip():
        raise HistoryError("git does not know this file")
    wanted = f"--format=%x1e%H{_SEPARATOR}%cI{_SEPARATOR}%s"
    log = _git(folder, "log", "--follow", "--name-only", "-z", wanted, f"{top}..HEAD", "--", name)
    found = [_revision(folder, entry) for entry in _entries(log)]
    before = _at(folder, top, found[-1][1] if found else _from_top(folder, name))
    first = [before] if before is not None else []
    return first + [revision for revision, _ in reversed(found) if revision is not None]


def _entries(log: bytes) -> list[tuple[str, str, str, str]]:
    """Commit, date, subject and path of each entry of a log."""
    entries = []
    for entry in log.decode("utf-8", "surrogateescape").split("\x1e")[1:]:
        header, _, paths = entry.partition("\0")
        commit, date, subject = header.strip("\n").split(_SEPARATOR, 2)
        entries.append((commit, date, subject, paths.strip("\0\n")))
    return entries


def _revision(folder: str, entry: tuple[str, str, str, str]) -> tuple[Revision | None, str]:
    """The version that a commit left, None where it took the file away; and the file's path at that time."""
    commit, date, subject, path = entry
    data = _shown(folder, commit, path)
    return (Revision(commit, date, subject, data) if data is not None else None), path


def _at(folder: str, commit: str, path: str) -> Revision | None:
    """The version of a path at a commit that need not have changed it."""
    data = _shown(folder, commit, path)
    if data is None:
        return None
    shown = _git(folder, "show", "--no-patch", f"--format=%cI{_SEPARATOR}%s", commit)
    date, _, subject = shown.decode("utf-8", "replace").strip().partition(_SEPARATOR)
    return Revision(commit, date, subject, data)


def _shown(folder: str, commit: str, path: str) -> bytes | None:
    """The bytes of a path of the repository's root at a commit; None when it is not there."""
    kind = _git(folder, "cat-file", "-t", f"{commit}:{path}", check=False).strip()
    return _git(folder, "cat-file", "blob", f"{commit}:{path}") if kind == b"blob" else None


def _from_top(folder: str, name: str) -> str:
    """The path of a file from the repository's root."""
    shown = _git(folder, "ls-files", "--full-name", "-z", "--", name)
    return shown.decode("utf-8", "surrogateescape").split("\0")[0]


def _git(folder: str, *arguments: str, check: bool = True) -> bytes:
    """What git prints, run in a folder; b"" when it fails and need not succeed."""
    command = ["git", "--no-pager", "-c", "core.quotePath=false", *arguments]
    try:
        run = subprocess.run(command, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError as error:
        raise HistoryError(f"git cannot be run: {error.strerror or error}") from error
    if run.returncode:
        if not check:
            return b""
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise HistoryError(f"git {arguments[0]} failed: {said[-1] if said else run.returncode}")
    return run.stdout
