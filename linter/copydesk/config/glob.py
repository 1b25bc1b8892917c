"""Patterns for paths, as in .gitignore, relative to the folder of the file they are written in."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.model.record import NamedTuple


class Glob(NamedTuple):
    """A pattern and the absolute folder it counts from.

    `opinion/**`, `/opinion` and `opinion/2024-*.md` count from the folder; `*.md` and `drafts/`, without
    an inner slash, match at any depth; what matches a folder matches all that lies below it.
    """

    folder: str
    pattern: str

    def matches(self, path: str) -> bool:
        """Whether it covers an absolute path, written with `/`."""
        folder = self.folder.rstrip("/") + "/"
        return path.startswith(folder) and _compiled(self.pattern).fullmatch(path, len(folder)) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_translated(pattern), re.DOTALL)


def _translated(pattern: str) -> str:
    """The regular expression of a pattern, for paths without a leading slash."""
    body = pattern.strip("/")
    start = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    body = body.removesuffix("/**")
    return start + re.sub(r"\*\*/|\*+|\?|\[!?[^]/]+\]|.", _piece, body, flags=re.DOTALL) + "(?:/.*)?"


def _piece(match: re.Match[str]) -> str:
    piece = match.group()
    if piece == "**/":
        return "(?:.*/)?"
    if piece == "?":
        return "[^/]"
    if piece.startswith("*"):
        return ".*" if len(piece) > 1 else "[^/]*"
    if len(piece) > 1:
        inside = piece[1:-1].replace("\\", "\\\\")
        return f"[^{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return re.escape(piece)
