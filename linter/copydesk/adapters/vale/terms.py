"""The words that a Vale rule looks for: each a pattern of its own, compiled when an article may have it.

Vale makes one pattern of a rule's tokens. A thousand alternatives are tried at every character; here each token has
hints, words or parts of words without which it cannot match, and those whose hints an article lacks are not tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from copydesk.adapters.vale.blocks import Block, Scope, Text
from copydesk.adapters.vale.dialect import Untranslatable, is_plain, translated
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: A hint shorter than this says too little; more alternatives than this are no hint.
_SHORTEST, _MOST = 3, 12
_SKIPPED_GROUPS = ("?=", "?!", "?<=", "?<!", "?#", "?(", "?P=")


class Term(NamedTuple):
    """One alternative. pattern: as Python has it, whole.

    phrase: plain words, lower case, that it matches and nothing else; "" for a pattern.
    written: the same where capitals count, "" where they do not.
    parts: it matches only texts with one of these; with neither it is always tried.
    """

    pattern: str
    phrase: str = ""
    written: str = ""
    parts: tuple[str, ...] = ()

    @property
    def is_word(self) -> bool:
        """Whether it is one plain word, which is looked up and not searched for."""
        return self.phrase.isalnum()

    @property
    def key(self) -> str:
        """The longest word of the phrase."""
        return max(compiled(r"\w+").findall(self.phrase), key=len, default="")

    def may_match(self, text: Text) -> bool:
        """Whether a text has what the term cannot do without."""
        if self.phrase:
            return self.phrase in text.words if self.is_word else self.phrase in text.folded
        return not self.parts or any(part in text.folded for part in self.parts)


class Terms:
    """The terms of a rule; those that are words are kept by their longest word, so that few are asked."""

    __slots__ = ("_by_key", "_others", "all")

    def __init__(self, terms: Iterable[Term]) -> None:
        self.all = tuple(terms)
        self._by_key: dict[str, list[tuple[int, Term]]] = {}
        self._others: list[tuple[int, Term]] = []
        for index, term in enumerate(self.all):
            kept = self._by_key.setdefault(term.key, []) if term.key else self._others
            kept.append((index, term))

    def active(self, text: Text) -> list[tuple[int, Term]]:
        """The terms that a text may have, each with its number."""
        likely = [one for key in self._by_key.keys() & text.words for one in self._by_key[key]]
        return sorted(one for one in (*likely, *self._others) if one[1].may_match(text))


class Hit(NamedTuple):
    """A term found in a block: where, which of the terms it is, and the match where a pattern found it."""

    block: Block
    start: int
    end: int
    term: int
    match: re.Match[str] | None = None

    @property
    def text(self) -> str:
        """The words found."""
        return self.block.text[self.start : self.end]


def make_term(token: str, *, ignorecase: bool = False, nonword: bool = False) -> Term:
    """The term of a token, between word boundaries unless it is `nonword`. Raises Untranslatable."""
    plain = is_plain(token)
    source = token if plain else translated(token)
    case = "(?im:" if ignorecase else "(?m:"
    if nonword:
        return Term(f"{case}{source})", parts=required(token))
    pattern = rf"{case}\b(?:{source})\b)"
    if plain:
        return Term(pattern, _folded(token), "" if ignorecase else token)
    return Term(pattern, parts=required(token))


def find_terms(terms: Terms, text: Text, scope: Scope) -> Iterator[Hit]:
    """Where the terms stand in the blocks of a scope. Of two that begin at one place the first counts; none overlap."""
    active = terms.active(text)
    if not active:
        return
    found: dict[int, list[Hit]] = {}
    patterns = [(index, compiled(term.pattern).finditer) for index, term in active if not term.is_word]
    blocks = text.blocks(scope)
    if patterns:
        for place, block in enumerate(blocks):
            for index, find in patterns:
                for match in find(block.text):
                    if match.end() > match.start():
                        found.setdefault(place, []).append(Hit(block, *match.span(), index, match))
    places = text.word_places(scope) if len(patterns) < len(active) else {}
    for index, term in active:
        for place, start in places.get(term.phrase, ()) if term.is_word else ():
            block, end = blocks[place], start + len(term.phrase)
            if not term.written or block.text.startswith(term.written, start):
                found.setdefault(place, []).append(Hit(block, start, end, index))
    for place in sorted(found):
        reached = 0
        for hit in sorted(found[place], key=lambda one: (one.start, one.term)):
            if hit.start >= reached:
                reached = hit.end
                yield hit


class Exceptions:
    """What a rule lets be: texts in which one of these words or patterns occurs."""

    __slots__ = ("_pattern",)

    def __init__(self, words: Iterable[str]) -> None:
        self._pattern = _exception_pattern(tuple(words))

    def cover(self, text: str) -> bool:
        """Whether the text has one of them."""
        return bool(self._pattern) and compiled(self._pattern).search(text) is not None


@cache
def _exception_pattern(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return rf"(?m:\b(?:{'|'.join(f'(?:{translated(word)})' for word in ordered)})\b)" if ordered else ""


def translatable(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words, each with what keeps it from being translated, "" when nothing does."""
    for word in words:
        try:
            if not is_plain(word):
                translated(word)
        except Untranslatable as error:
            yield word, str(error)
        else:
            yield word, ""


def required(pattern: str) -> tuple[str, ...]:
    """Lower-case parts of words of which a match has one; none when the pattern does not tell."""
    if compiled(r"\(\?[a-z]*x").search(pattern):  # what looks like letters may be a comment
        return ()
    scanner = _Scanner(pattern)
    found = scanner.branches()
    return found if scanner.at == len(pattern) else ()


class _Scanner:
    """Reads a pattern for the letters that every match has: of each branch the longest run of them."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def branches(self) -> tuple[str, ...]:
        """What one must have, up to the end of the group."""
        found: list[str] = []
        is_known = True
        while True:
            best = self.branch()
            found += best
            is_known = is_known and bool(best)
            if not self.pattern.startswith("|", self.at):
                break
            self.at += 1
        return tuple(dict.fromkeys(found)) if is_known and len(found) <= _MOST else ()

    def branch(self) -> tuple[str, ...]:
        best: tuple[str, ...] = ()
        run = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            letters = self.atom()
            is_optional = compiled(r"[?*]|\{0?,").match(self.pattern, self.at)
            repeated = compiled(r"(?:[?*+]|\{\d*,?\d*\})[?+]?").match(self.pattern, self.at)
            if repeated:
                self.at = repeated.end()
            if isinstance(letters, tuple):
                best = best if is_optional else _better(best, letters)
                letters = ""
            if letters and not is_optional:
                run += letters
            if not letters or repeated:
                best = _better(best, (run,))
                run = ""
        return _better(best, (run,))

    def atom(self) -> str | tuple[str, ...]:
        """One letter that must be there, "" for anything else, and of a group what it must have."""
        char = self.pattern[self.at]
        self.at += 1
        if char == "(":
            return self.group()
        if char == "[":
            end = compiled(r"\^?\]?(?:\[:\^?\w+:\]|\\.|[^]\\])*\]").match(self.pattern, self.at)
            self.at = end.end() if end else len(self.pattern) + 1
            return ""
        if char == "\\":
            escape = compiled(r"[pP](?:\{\^?\w+\}|.)|x(?:\{\w+\}|\w\w)|u\w{4}|k.\w+.|.").match(self.pattern, self.at)
            self.at = escape.end() if escape else len(self.pattern) + 1
            return ""
        return _folded(char) if char.isalnum() or char in "'’-" else ""

    def group(self) -> tuple[str, ...] | str:
        is_skipped = self.pattern.startswith(_SKIPPED_GROUPS, self.at)
        opening = compiled(r"\?(?:P?<\w+>|'\w+'|[a-zA-Z-]*:?|[<!=>#]*)").match(self.pattern, self.at)
        if opening:
            self.at = opening.end()
        found = self.branches()
        self.at += 1
        return "" if is_skipped else found


def _better(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Of two sets of parts the one whose shortest is longer; none that is too short."""
    length = min(map(len, other), default=0)
    return other if length >= _SHORTEST and length > min(map(len, one), default=0) else one


def _folded(text: str) -> str:
    return text.lower().replace("’", "'")
