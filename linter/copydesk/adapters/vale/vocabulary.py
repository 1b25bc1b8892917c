"""Vale's vocabularies: accept.txt and reject.txt, whose entries are words or patterns.

They lie in `config/vocabularies/NAME/` below the styles, or, as older versions of Vale have it, in `Vocab/NAME/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from copydesk.checking.vocabulary import Word
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: Where vocabularies lie below the folder of the styles.
PLACES = ("config/vocabularies", "Vocab")
#: Spellings of one entry beyond which it is no word but a pattern.
_MOST = 48


class Vocabulary(NamedTuple):
    """The entries of one or more vocabularies, as written."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()

    def words(self) -> tuple[tuple[Word, ...], tuple[str, ...]]:
        """Entries as the newsroom's own words, and those that are patterns of too many words."""
        words: list[Word] = []
        patterns: list[str] = []
        for kind, entries in (("accepted", self.accepted), ("banned", self.rejected)):
            for entry in entries:
                spellings = spellings_of(entry)
                if not spellings:
                    patterns.append(entry)
                words += (Word(spelling, kind) for spelling in spellings)
        return tuple(dict.fromkeys(words)), tuple(patterns)


def read_vocabulary(styles: Path, names: tuple[str, ...] | None) -> Vocabulary:
    """The vocabularies of these names below a folder of styles; all that are there when `names` is None."""
    accepted: list[str] = []
    rejected: list[str] = []
    for folder in _folders(styles, names):
        for name, entries in (("accept.txt", accepted), ("reject.txt", rejected)):
            for path in sorted(folder.rglob(name)):
                entries += _entries(path.read_text(encoding="utf-8-sig", errors="replace"))
    return Vocabulary(tuple(dict.fromkeys(accepted)), tuple(dict.fromkeys(rejected)))


def _folders(styles: Path, names: tuple[str, ...] | None) -> Iterator[Path]:
    for place in PLACES:
        home = styles / place
        if home.is_dir():
            yield from (
                folder
                for folder in sorted(home.iterdir())
                if folder.is_dir() and (names is None or folder.name in names)
            )


def _entries(text: str) -> Iterator[str]:
    """One a line; a line that begins with `# ` is a comment."""
    return (line for line in map(str.strip, text.splitlines()) if line and not line.startswith("# "))


def spellings_of(entry: str) -> tuple[str, ...]:
    """The words that a simple pattern stands for, () for any other.

    Simple are `[Kk]eyed`, `colou?r`, `web(?:site|page)s?`, `(?i)okay`.
    """
    entry, flags = entry.removeprefix("(?-i)"), entry.startswith("(?i)")
    reader = _Spellings(entry.removeprefix("(?i)"))
    found = reader.branches()
    if found is None or reader.at < len(reader.pattern):
        return ()
    words = [word for word in found if any(c.isalnum() for c in word)]
    if flags:
        words = [spelled for word in words for spelled in (word.lower(), word.capitalize(), word.title(), word.upper())]
    return tuple(dict.fromkeys(words))


class _Spellings:
    """Reads a pattern as a list of words, while it is one."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def branches(self) -> list[str] | None:
        found: list[str] = []
        while True:
            branch = self.branch()
            if branch is None:
                return None
            found += branch
            if not self.pattern.startswith("|", self.at):
                return found if len(found) <= _MOST else None
            self.at += 1

    def branch(self) -> list[str] | None:
        parts: list[list[str]] = []
        count = 1
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            atom = self.atom()
            if atom is None:
                return None
            if self.pattern.startswith("?", self.at):
                self.at += 1
                atom = ["", *atom]
            parts.append(atom)
            count *= len(atom)
            if count > _MOST:
                return None
        return ["".join(pieces) for pieces in product(*parts)]

    def atom(self) -> list[str] | None:
        """The ways to write what stands here, None when that is no short list."""
        char = self.pattern[self.at]
        self.at += 1
        if char == "[":
            members = compiled(r"([^\]\\^\-\[]+)\]").match(self.pattern, self.at)
            if members is None:
                return None
            self.at = members.end()
            return list(members[1])
        if char == "(":
            if self.pattern.startswith("?", self.at):
                if not self.pattern.startswith("?:", self.at):
                    return None
                self.at += 2
            found = self.branches()
            if found is None or not self.pattern.startswith(")", self.at):
                return None
            self.at += 1
            return found
        if char == "\\":
            escaped = self.pattern[self.at : self.at + 1]
            self.at += 1
            if escaped == "b":
                return [""]
            return [escaped] if escaped and not escaped.isalnum() else None
        return None if char in "]*+{}^$.?" else [char]
