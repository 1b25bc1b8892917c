"""Vale's regular expressions, as Python has them.

Vale matches with regexp2, .NET's dialect with some of Go's. What differs is written anew: named groups `(?<n>…)`, flags
in the middle `(?i)`, classes of Unicode `\\p{L}`, POSIX classes `[[:alpha:]]`, alternatives of several widths in a
look-behind, `\\z`. What Python cannot say is `Untranslatable`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copydesk.patterns import compiled

_POSIX = {
    "alpha": "A-Za-z", "digit": "0-9", "alnum": "0-9A-Za-z", "word": r"\w", "space": r"\s", "upper": "A-Z",
    "lower": "a-z", "punct": r"!-/:-@\[-`{-~", "blank": r" \t", "xdigit": "0-9A-Fa-f", "cntrl": r"\x00-\x1f\x7f",
    "ascii": r"\x00-\x7f",
}  # fmt: skip
_SCRIPTS = frozenset(
    "Arabic Armenian Cyrillic Devanagari Georgian Greek Hangul Hebrew Hiragana Katakana Latin Thai".split()
)
_ESCAPES = frozenset("wWdDsSbBAntrfvxu0123456789")
_SPECIAL = frozenset("[&~|")


class Untranslatable(ValueError):
    """A pattern that Python cannot be given; the message says what in it."""


def translated(pattern: str) -> str:
    """`pattern` for Python's `re`. Raises Untranslatable, also for one that is no pattern in either dialect."""
    made = _Translator(pattern).whole()
    try:
        compiled(made)
    except (re.error, OverflowError, RecursionError) as error:
        raise Untranslatable(str(error)) from None
    return made


def is_plain(pattern: str) -> bool:
    """Whether a pattern is only words: letters, figures, spaces and marks that mean themselves."""
    return compiled(r"[\w ’'/,&%@#:;!~-]+").fullmatch(pattern) is not None


class _Translator:
    """One pass over a pattern, a group within a group."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def whole(self) -> str:
        made = "|".join(self.branches())
        if self.at < len(self.pattern):
            raise Untranslatable("unbalanced parenthesis")
        return made

    def branches(self) -> list[str]:
        """The alternatives up to the end of the group; flags set on the way hold for all that follows in it."""
        done: list[str] = []
        pieces: list[str] = []
        flags: list[str] = []
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.take("|"):
                done.append("".join(pieces) + ")" * len(flags))
                pieces = list(flags)
                continue
            switch = compiled(r"\(\?([a-zA-Z]*(?:-[a-zA-Z]+)?)\)").match(self.pattern, self.at)
            if switch is None:
                pieces.append(self.piece())
                continue
            self.at = switch.end()
            opened = _flags(switch[1])
            if opened:
                flags.append(f"(?{opened}:")
                pieces.append(flags[-1])
        return [*done, "".join(pieces) + ")" * len(flags)]

    def take(self, what: str) -> bool:
        """Whether `what` stands here; if so it is passed over."""
        if not self.pattern.startswith(what, self.at):
            return False
        self.at += len(what)
        return True

    def next(self) -> str:
        if self.at == len(self.pattern):
            raise Untranslatable("the pattern ends too early")
        self.at += 1
        return self.pattern[self.at - 1]

    def piece(self) -> str:
        char = self.next()
        if char == "(":
            return self.group()
        if char == "[":
            return self.char_class()
        if char == "\\":
            return self.escape()
        if char == "{" and not compiled(r"\d+(?:,\d*)?\}").match(self.pattern, self.at):
            return r"\{"
        return char

    def group(self) -> str:
        opening = self.opening()
        if opening is None:
            return ""
        inside = self.branches()
        if not self.take(")"):
            raise Untranslatable("missing ), unterminated group")
        if opening == "(?<!":
            return "".join(f"(?<!{branch})" for branch in inside)
        if opening == "(?<=" and len(inside) > 1:
            return f"(?:{'|'.join(f'(?<={branch})' for branch in inside)})"
        return f"{opening}{'|'.join(inside)})"

    def opening(self) -> str | None:
        """How a group begins in Python, None for a comment."""
        if not self.take("?"):
            return "("
        if self.take("#"):
            end = self.pattern.find(")", self.at)
            self.at = end + 1 if end >= 0 else len(self.pattern)
            return None
        for same in ("<=", "<!", ":", "=", "!", ">"):
            if self.take(same):
                return f"(?{same}"
        named = compiled(r"P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)'").match(self.pattern, self.at)
        if named:
            self.at = named.end()
            return f"(?P<{named[1] or named[2]}>"
        recalled = compiled(r"P=(\w+)(?=\))|(?=\()").match(self.pattern, self.at)
        if recalled and recalled[1]:
            self.at = recalled.end()
            return f"(?P={recalled[1]}"
        condition = compiled(r"\((\w+)\)").match(self.pattern, self.at)
        if condition:
            self.at = condition.end()
            return f"(?({condition[1]})"
        switched = compiled(r"([a-zA-Z]*(?:-[a-zA-Z]+)?):").match(self.pattern, self.at)
        if switched:
            self.at = switched.end()
            return f"(?{_flags(switched[1])}:"
        raise Untranslatable(f"the group (?{self.pattern[self.at : self.at + 3]}")

    def escape(self) -> str:
        char = self.next()
        if char in "pP":
            members, negated = self.unicode_class(char)
            return f"[{'^' if negated else ''}{members}]"
        if char in "zZ":
            return r"\Z" if char == "z" else r"(?=\n?\Z)"
        if char == "k":
            named = compiled(r"[<'{](\w+)[>'}]").match(self.pattern, self.at)
            if named:
                self.at = named.end()
                return f"(?P={named[1]})"
        if char == "Q":
            end = self.pattern.find(r"\E", self.at)
            end = end if end >= 0 else len(self.pattern)
            quoted = re.escape(self.pattern[self.at : end])
            self.at = min(end + 2, len(self.pattern))
            return quoted
        return self.plain_escape(char)

    def plain_escape(self, char: str) -> str:
        """An escape that means the same within a class and outside of one."""
        if char == "x":
            braced = compiled(r"\{([0-9A-Fa-f]+)\}").match(self.pattern, self.at)
            if braced:
                self.at = braced.end()
                return re.escape(chr(min(int(braced[1], 16), 0x10FFFF)))
        if char == "e":
            return r"\x1b"
        if char.isascii() and char.isalnum() and char not in _ESCAPES:
            raise Untranslatable(rf"the escape \{char}")
        return f"\\{char}"

    def unicode_class(self, char: str) -> tuple[str, bool]:
        """The members of `\\p{…}` or `\\P{…}`, as a class has them, and whether it is all others that are meant."""
        named = compiled(r"\{(\^?)(\w+)\}|([A-Z])").match(self.pattern, self.at)
        if named is None:
            raise Untranslatable(rf"the escape \{char}")
        self.at = named.end()
        return _members(named[2] or named[3]), (char == "P") != bool(named[1])

    def char_class(self) -> str:
        negated = "^" if self.take("^") else ""
        pieces = ["\\]"] if self.take("]") else []
        while not self.take("]"):
            posix = compiled(r"\[:(\^?)(\w+):\]").match(self.pattern, self.at)
            if posix:
                self.at = posix.end()
                if posix[1] or posix[2] not in _POSIX:
                    raise Untranslatable(f"the class {posix.group()}")
                pieces.append(_POSIX[posix[2]])
                continue
            char = self.next()
            if char == "-" and self.pattern.startswith("[", self.at):
                raise Untranslatable("a class less a class, as in [a-z-[aeiou]]")
            if char == "\\":
                char = self.next()
                if char in "pP":
                    members, others = self.unicode_class(char)
                    pieces.append(_others(members) if others else members)
                else:
                    pieces.append(self.plain_escape(char))
            else:
                pieces.append(f"\\{char}" if char in _SPECIAL else char)
        return f"[{negated}{''.join(pieces)}]"


def _flags(said: str) -> str:
    """Flags as a group of Python's takes them; "" when they change nothing that Python knows."""
    on, _, off = said.partition("-")
    if set(on + off) - set("imsxn"):
        raise Untranslatable(f"the flag (?{said})")
    if "n" in on:
        raise Untranslatable("the flag (?n)")
    off = off.replace("n", "")
    return f"{on}-{off}" if off else on


@cache
def _members(name: str) -> str:
    """What belongs to a general category ("L", "Lu") or a script ("Greek"), as ranges of the first Unicode plane."""
    return _ranges(_belonging(name))


def _belonging(name: str) -> Iterator[int]:
    import unicodedata

    if name in _SCRIPTS:
        called = name.upper() + " "
        return (code for code in range(0x10000) if unicodedata.name(chr(code), "").startswith(called))
    if name == "Han":
        return iter((*range(0x2E80, 0x2FD6), *range(0x3005, 0x3008), *range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)))
    found = [code for code in range(0x10000) if unicodedata.category(chr(code)).startswith(name)]
    if not found or len(name) > 2:
        raise Untranslatable(rf"the class \p{{{name}}}")
    return iter(found)


def _others(members: str) -> str:
    """The ranges of the first Unicode plane that `members` leaves out."""
    inside = compiled(f"[{members}]")
    return _ranges(code for code in range(0x10000) if not inside.match(chr(code)))


def _ranges(codes: Iterator[int]) -> str:
    made: list[str] = []
    first = last = -2
    for code in (*codes, -1):
        if code == last + 1:
            last = code
            continue
        if first >= 0:
            made.append(f"\\u{first:04x}" + (f"-\\u{last:04x}" if last > first else ""))
        first = last = code
    return "".join(made)
