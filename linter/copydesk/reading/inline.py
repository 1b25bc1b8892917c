"""The marks inside a block of Markdown: what of it a reader never sees as words.

One scan from mark to mark, linear in the block: no mark is looked at twice, and none looks further ahead
than to the next of its kind. It follows CommonMark where that matters to copy: precedence of code, links
and tags over emphasis, the flanking rules, and brackets that are only brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from copydesk.model.article import MARKUP, OBJECT
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.tags import COMMENT, NOT_COPY, REFERENCE, TAG, Mask, reference_masks, tag_name

#: One class of characters, which `re` searches for several times as fast as for anything else.
_MARK = r"[\\`*_~\[\]<&@:]"
_ADDRESS = r"[^\s<>\"“”\[\]`|]+"
_AUTOLINK = r"<(?:[A-Za-z][\w+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^{|}-]{1,64}@[\w.-]+)>"
_TITLE = r"""\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"""
#: Link destinations nest no deeper; the limit keeps unclosed ones cheap.
_DEEPEST = 8
#: Longest label of a reference link.
_LONGEST_LABEL = 999


class Run:
    """A run of emphasis marks, some of which may still find their partners."""

    __slots__ = ("at", "closes", "end", "length", "mark", "opens")

    def __init__(self, text: str, at: int, end: int, start: int, stop: int) -> None:
        self.mark = text[at]
        self.at = at
        self.end = end
        self.length = end - at
        before = text[at - 1] if at > start else " "
        after = text[end] if end < stop else " "
        left = not after.isspace() and (after.isalnum() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or not after.isalnum())
        self.opens = left and (self.mark != "_" or not right or not before.isalnum())
        self.closes = right and (self.mark != "_" or not left or not after.isalnum())

    def pairs_with(self, closer: Run) -> bool:
        """CommonMark's rule of three: `*a**b*` is one emphasis, not two."""
        odd = (self.closes or closer.opens) and (self.length + closer.length) % 3 == 0
        return self.mark == closer.mark and not (odd and (self.length % 3 or closer.length % 3))


class Inline:
    """Reads blocks of one text. `references`: labels that link definitions stand for, case folded."""

    def __init__(self, text: str, references: Collection[str] = ()) -> None:
        self.text = text
        self.references = references
        self.comments: list[Span] = []
        self.masks: list[Mask] = []
        self.next_mark = re.compile(rf"{_MARK}|www\." if "www." in text else _MARK).search

    def read(self, start: int, end: int) -> list[Mask]:
        """The masks of the block at start to end, sorted; its comments are added to `comments`."""
        self.start = start
        self.end = end
        self.masks = []
        self.runs: list[Run] = []
        self.brackets: list[tuple[int, bool, int]] = []
        self.backticks: dict[int, list[int]] | None = None
        self.unclosed: set[str] = set()
        at = start
        while match := self.next_mark(self.text, at, end):
            at = self._take(match[0], match.start())
        self._emphasise(0)
        self.masks.sort()
        return self.masks

    def _take(self, mark: str, at: int) -> int:
        """Deal with the mark at `at`; where to go on."""
        if mark == "\\":
            return self._escape(at)
        if mark == "`":
            return self._code(at)
        if mark in "*_~":
            return self._run(mark, at)
        if mark == "[":
            return self._open_bracket(at)
        if mark == "]":
            return self._close_bracket(at)
        if mark == "<":
            return self._angle(at)
        if mark == "&":
            return self._reference(at)
        if mark == "@":
            return self._email(at)
        if mark == ":":
            return self._scheme(at)
        return at + 1 if self.text[at - 1 : at].isalnum() else self._url(at, at)

    def _mask(self, start: int, end: int, mark: str) -> int:
        self.masks.append((start, end, mark))
        return end

    def _escape(self, at: int) -> int:
        after = self.text[at + 1 : min(at + 2, self.end)]
        if after and (after in "\r\n" or (after.isascii() and not after.isalnum() and not after.isspace())):
            self._mask(at, at + 1, MARKUP)
            return at + 2
        return at + 1

    def _code(self, at: int) -> int:
        run = compiled("`+")
        if self.backticks is None:
            self.backticks = {}
            for ticks in run.finditer(self.text, at, self.end):
                self.backticks.setdefault(len(ticks[0]), []).append(ticks.start())
        opening = run.match(self.text, at, self.end)
        end = opening.end() if opening else at + 1
        closings = self.backticks.get(end - at, [])
        i = bisect_left(closings, end)
        if i < len(closings):
            return self._mask(at, closings[i] + end - at, OBJECT)
        return end

    def _run(self, mark: str, at: int) -> int:
        found = re.compile(rf"\{mark}+").match(self.text, at, self.end)
        end = found.end() if found else at + 1
        if mark != "~" or end - at == 2:
            self.runs.append(Run(self.text, at, end, self.start, self.end))
        return end

    def _emphasise(self, first: int) -> None:
        """Pair the runs from the `first` on, and forget them; what finds no partner is an asterisk, no mark."""
        open_runs: list[Run] = []
        bottoms: dict[tuple[str, bool, int], int] = {}  # below these nothing pairs: keeps the search linear
        for run in self.runs[first:]:
            kind = (run.mark, run.opens, run.length % 3)
            while run.closes and run.at < run.end:
                bottom = bottoms.get(kind, 0)
                i = len(open_runs) - 1
                while i >= bottom and not open_runs[i].pairs_with(run):
                    i -= 1
                if i < bottom:
                    bottoms[kind] = len(open_runs)
                    break
                opener = open_runs[i]
                width = 2 if min(opener.end - opener.at, run.end - run.at) > 1 else 1
                self._mask(opener.end - width, opener.end, MARKUP)
                self._mask(run.at, run.at + width, MARKUP)
                opener.end -= width
                run.at += width
                del open_runs[i + (opener.end > opener.at) :]
                bottoms = {k: min(height, len(open_runs)) for k, height in bottoms.items()}
            if run.opens and run.at < run.end:
                open_runs.append(run)
        del self.runs[first:]

    def _open_bracket(self, at: int) -> int:
        note = compiled(r"\[\^[^\]\s]{1,99}\]:?").match(self.text, at, self.end)
        if note:
            whole = at == self.start or note[0][-1] != ":"
            return self._mask(at, note.end() if whole else note.end() - 1, MARKUP)
        image = at > self.start and self.text[at - 1] == "!" and self.text[at - 2 : at - 1] != "\\"
        self.brackets.append((at + 1, image, len(self.runs)))
        return at + 1

    def _close_bracket(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        inside, image, runs = self.brackets.pop()
        end = self._link_tail(at + 1) or self._careless_tail(at + 1) or self._label_tail(inside, at)
        if not end:
            return at + 1
        self._emphasise(runs)
        if image:
            return self._mask(inside - 2, end, OBJECT)
        self._mask(inside - 1, inside, MARKUP)
        return self._mask(at, end, MARKUP)

    def _link_tail(self, at: int) -> int:
        """The end of `(destination "title")` at `at`; 0 when there is none."""
        text, end = self.text, self.end
        opening = compiled(r"\(\s*+(?P<angled><[^<>\r\n]*>)?").match(text, at, end)
        if not opening:
            return 0
        at = opening.end()
        depth = 0
        if not opening["angled"]:
            for match in compiled(r"[()\s]|\\.").finditer(text, at, end):
                at = match.start()
                depth += (match[0] == "(") - (match[0] == ")")
                if depth > _DEEPEST:
                    return 0
                if depth < 0 or match[0].isspace():
                    break
            else:
                return 0
        tail = compiled(rf"(?:{_TITLE})?\s*+\)", re.S).match(text, at, end)
        return tail.end() if tail and depth <= 0 else 0

    def _careless_tail(self, at: int) -> int:
        """The end of what sites leave where a link was: an address with spaces in it, or a title without any."""
        careless = compiled(r"\((?:\s*+\"[^\"\r\n]*+\"|(?:https?://|mailto:|/)[^()\r\n]*+)\)")
        tail = careless.match(self.text, at, self.end)
        return tail.end() if tail else 0

    def _label_tail(self, inside: int, at: int) -> int:
        """The end of a reference link whose text ends at `at`: `[text][label]`, `[label][]` or `[label]`."""
        if not self.references:
            return 0
        label = compiled(rf"\[[^\[\]]{{0,{_LONGEST_LABEL}}}\]").match(self.text, at + 1, self.end)
        if label and len(label[0]) > 2:
            return label.end() if fold_label(label[0][1:-1]) in self.references else 0
        if at - inside <= _LONGEST_LABEL and fold_label(self.text[inside:at]) in self.references:
            return label.end() if label else at + 1
        return 0

    def _angle(self, at: int) -> int:
        text, end = self.text, self.end
        link = compiled(_AUTOLINK).match(text, at, end)
        if link:
            return self._mask(at, link.end(), OBJECT)
        comment = compiled(COMMENT, re.S).match(text, at, end)
        if comment:
            self.comments.append(Span(*comment.span()))
            return self._mask(at, comment.end(), MARKUP)
        tag = compiled(TAG).match(text, at, end)
        if not tag:
            return at + 1
        name = tag_name(tag)
        self._mask(at, tag.end(), OBJECT if name in ("img", "embed") else MARKUP)
        if name in NOT_COPY and text[at + 1] != "/" and name not in self.unclosed:
            closing = re.compile(rf"</{re.escape(name)}(?![\w-])", re.I).search(text, tag.end(), end)
            if not closing:
                self.unclosed.add(name)
            elif closing.start() > tag.end():
                return self._mask(tag.end(), closing.start(), OBJECT)
        return tag.end()

    def _reference(self, at: int) -> int:
        reference = compiled(REFERENCE).match(self.text, at, self.end)
        if not reference:
            return at + 1
        self.masks += reference_masks(self.text, *reference.span())
        return reference.end()

    def _email(self, at: int) -> int:
        domain = compiled(r"@[\w-]+(?:\.[\w-]+)+").match(self.text, at, self.end)
        if not domain:
            return at + 1
        name = compiled(r"[\w.+-]+\Z").search(self.text[max(self.start, at - 64) : at])
        return self._mask(at - len(name[0]), domain.end(), OBJECT) if name else at + 1

    def _scheme(self, at: int) -> int:
        """A colon: what `https://` begins is an address."""
        before = self.text[max(self.start, at - 6) : at]
        scheme = (
            compiled(r"(?<![^\W_])(?:https?|ftp)\Z", re.I).search(before) if self.text.startswith("://", at) else None
        )
        return self._url(at - len(scheme[0]), at + 3) if scheme else at + 1

    def _url(self, start: int, at: int) -> int:
        """A bare address that begins at `start`, without the punctuation after it and a parenthesis it did not open."""
        found = compiled(_ADDRESS).match(self.text, at, self.end)
        if not found:
            return at
        url = self.text[start : found.end()]
        spare = url.count(")") - url.count("(")
        size = len(url)
        while url[size - 1] in "?!.,:;*_~'’‘" or (url[size - 1] == ")" and spare > 0):
            spare -= url[size - 1] == ")"
            size -= 1
        return self._mask(start, start + size, OBJECT)


def fold_label(label: str) -> str:
    """A link label as it is compared: without regard to case and to how much space parts its words."""
    return " ".join(label.split()).casefold()
