"""The extension point capitalization: headings in title case, in sentence case, in capitals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from copydesk.adapters.vale.blocks import Text
from copydesk.adapters.vale.check import Check, Finding
from copydesk.adapters.vale.definition import Definition
from copydesk.adapters.vale.dialect import translated
from copydesk.patterns import compiled

#: Small in titles whatever the style, unless first or last.
_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
#: Small in Chicago's titles too.
_PREPOSITIONS = frozenset(
    "with from into during including until against among throughout despite towards upon concerning about over through "
    "before between after since without under within along following across beyond around down near above".split()
)
_WORD = r"[^\W_*][^\s/-]*|\*[^\s/-]*"
_SPACED_WORD = r"(?:[^\W_]|\*)[^\s]*"
_USUAL_THRESHOLD = 0.8


class Capitalization(Check):
    """Reports a block that is not in the case its rule asks for."""

    @property
    def safety(self) -> str:
        """A person must look at the names."""
        return "unsafe"

    def prepare(self, definition: Definition) -> None:
        self.take_exceptions(definition)
        match = definition.string("match")
        threshold = definition.number("threshold") or _USUAL_THRESHOLD
        self.options["threshold"] = float(threshold)
        self.indicators = definition.strings("indicators")
        self.prefix = translated(definition.string("prefix"))
        self.is_chicago = definition.string("style") == "Chicago"
        cases: Mapping[str, Callable[[str, Mapping[str, Any]], tuple[str, bool]]] = {
            "$title": self._title,
            "$sentence": self._sentence,
            "$lower": lambda text, options: _whole(text, text.lower()),
            "$upper": lambda text, options: _whole(text, text.upper()),
        }
        if match in cases:
            self.judge = cases[match]
        else:
            pattern = translated(match)
            self.judge = lambda text, options: (match, compiled(pattern).search(text) is not None)
        self.is_rewritten = match in ("$title", "$sentence")

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        for block in text.blocks(self.scope):
            written = block.text.strip()
            if not written:
                continue
            expected, is_right = self.judge(written, options)
            if is_right or (not self.is_rewritten and self.lets_be(written, options)):
                continue
            start = block.text.index(written)
            end = start + len(written)
            if self.is_open(block, start, end, options):
                better = expected if self.is_rewritten and self.action.name == "replace" else None
                yield Finding(block, start, end, (written, expected), better)

    def _title(self, text: str, options: Mapping[str, Any]) -> tuple[str, bool]:
        words = self._words(_WORD, text)
        small = _SMALL | _PREPOSITIONS if self.is_chicago else _SMALL
        better = []
        for number, (start, written) in enumerate(words):
            bare = written.lower().rstrip(".,;:!?’'\")")
            known = self._known(written, options)
            begins = number == 0 or text[max(start - 3, 0) : start].rstrip()[-1:] in (":", "—", "–")
            if known is not None or (bare == "to" and not begins):  # small before a noun, large in an infinitive
                better.append(known or written)
            elif begins or number == len(words) - 1 or bare not in small:
                better.append(written[:1].upper() + written[1:])
            else:
                better.append(written.lower())
        made = _with(text, words, better)
        return made, self._share(text, made, options, capitals=True) >= options["threshold"]

    def _sentence(self, text: str, options: Mapping[str, Any]) -> tuple[str, bool]:
        words = self._words(_SPACED_WORD, text)
        better = []
        for number, (_, written) in enumerate(words):
            known = self._known(written, options)
            begins = number == 0 or self._indicates(words[number - 1][1], number - 1)
            better.append(known or (written[:1].upper() + written[1:].lower() if begins else written.lower()))
        made = _with(text, words, better)
        if words and words[0][1] not in (better[0], words[0][1].capitalize()):
            return made, False
        return made, self._share(text, made, options, capitals=False) >= options["threshold"]

    def _words(self, pattern: str, text: str) -> list[tuple[int, str]]:
        """The words that are judged, those behind the prefix, and where each begins."""
        return [(word.start(), word.group()) for word in compiled(pattern).finditer(text, self._begin(text))]

    def _begin(self, text: str) -> int:
        """Where the words begin that are judged: behind the prefix."""
        prefix = compiled(self.prefix).match(text) if self.prefix else None
        return prefix.end() if prefix else 0

    def _indicates(self, word: str, number: int) -> bool:
        """Whether what follows a word begins anew."""
        if any(word.endswith(mark) and word != mark for mark in self.indicators):
            return True
        return number == 0 and compiled(r"\d+\.").search(word) is not None

    def _known(self, word: str, options: Mapping[str, Any]) -> str | None:
        """A word of the exceptions, as they have it; None for any other."""
        for entry in self.exceptions(options):
            if entry.lower() == word.lower():
                return str(entry)
            if compiled(_whole_words(entry)).search(word):
                return word
        return None

    def _share(self, text: str, made: str, options: Mapping[str, Any], *, capitals: bool) -> float:
        """How much of the words is as it should be; words within an exception count as right.

        capitals: so do words in capitals.
        """
        words = [word.span() for word in compiled(_SPACED_WORD).finditer(text)]
        starts = [start for start, _ in words]
        right = {
            number
            for number, (start, end) in enumerate(words)
            if text[start:end] == made[start:end] or (capitals and text[start:end].isupper())
        }
        for entry in self.exceptions(options):
            for found in compiled(_whole_words(entry)).finditer(text):
                right.update(range(bisect_left(starts, found.start()), bisect_left(starts, found.end())))
        return len(right) / len(words) if words else 1.0


def _with(text: str, words: list[tuple[int, str]], better: list[str]) -> str:
    """The text with better words of the same length in the places of its words."""
    pieces: list[str] = []
    at = 0
    for (start, written), new in zip(words, better, strict=True):
        pieces += (text[at:start], new if len(new) == len(written) else written)
        at = start + len(written)
    return "".join(pieces) + text[at:]


@cache
def _whole_words(entry: str) -> str:
    return rf"\b(?:{translated(entry)})\b"


def _whole(text: str, expected: str) -> tuple[str, bool]:
    return expected, text == expected
