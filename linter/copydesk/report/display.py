"""Source text made fit to be shown: one line, no control over the terminal, its width known."""

from __future__ import annotations

import os

#: Format characters that terminals join emoji and letters with; the others are shown as a replacement mark.
_JOINERS = "\u200c\u200d"
TAB = "    "


def harmless(text: str, tab: str = TAB) -> str:
    """`text` with control, bidirectional and other invisible characters made visible.

    A C0 control becomes its picture ("␛"), anything else that is no mark on paper "�", a tab `tab`.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _picture(c, tab) for c in text)


def _picture(char: str, tab: str) -> str:
    from unicodedata import category

    if char == "\t":
        return tab
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    return char if char in _JOINERS or category(char) in ("Zs", "Cn") else "�"


def width(text: str) -> int:
    """How many columns a terminal gives to `text` (from `harmless`)."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    columns = 0
    for char in text:
        if char < "\u0300":
            columns += 1
        elif char not in _JOINERS and category(char) not in ("Mn", "Me"):
            columns += 2 if east_asian_width(char) in "WF" else 1
    return columns


def one_line(text: str) -> str:
    """A message as one harmless line."""
    return harmless(text if text.isprintable() else " ".join(text.splitlines()), " ")


def shown_path(path: str) -> str:
    """A file's name for people: undecodable bytes as \\xNN, no control characters, no leading colon.

    A name such as "::error::x.md" at a line's start would be a command to GitHub's runner.
    """
    if not path.isprintable():
        path = harmless(path_bytes(path).decode("utf-8", "backslashreplace"), "␉")
    return f".{os.sep}{path}" if path.startswith(":") else path


def path_bytes(path: str) -> bytes:
    """A file's name as the file system has it, as far as a string can say."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")


def from_root(path: str, root: str | None) -> str:
    """`path` relative to the absolute folder `root` when it lies in it, else absolute; as it is without a root."""
    if root is None:
        return path
    path = os.path.abspath(path)
    relative = os.path.relpath(path, root)
    return path if relative.split(os.sep, 1)[0] == os.pardir else relative


def counted(number: int, noun: str) -> str:
    """`1 file`, `1,200 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(words: list[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
