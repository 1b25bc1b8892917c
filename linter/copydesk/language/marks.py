"""Quotation marks of one paragraph: found, told from apostrophes and primes, and paired.

Double marks (curly, straight, doubled singles, guillemets) are decided by their shape: a mark with a space
before it opens, one with a space after it closes, and where the shape does not tell, whether one is open
does. Any double mark may close any other, since mixed pairs are slips of typing. A single mark opens only
where a later one closes it inside the same quotation; every other single mark is an apostrophe or a prime.
What is in marks after an equals sign is an attribute of stray markup, not a quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from copydesk.model.article import MARKUP
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

if TYPE_CHECKING:
    import re

DOUBLE = frozenset({'"', "“", "”", "„", "‟", "«", "»", "''", "‘‘", "’’", "``"})
SINGLE = frozenset("'‘’‚‛")

_ANY = "\"“”„‟«»'‘’‚‛`"
_THIN = "\u00a0\u2009\u200a\u202f"
#: A run of marks; an apostrophe inside a word or a number is none, nor is what UTF-8 read as Windows-1252 leaves.
_RUN = rf"(?<!â€)[{_ANY}](?!(?<=\w['’])\w)[{_ANY}{_THIN}{MARKUP}]*"
_MARK = r"''|‘‘|’’|``|[\"“”„‟«»'‘’‚‛]"
#: Three straight marks at a close are a single and then a double one.
_MARK_AT_CLOSE = rf"'(?=''(?!'))|{_MARK}"
#: What may follow an apostrophe that begins a word: ’90s, ’08, ’tis, ’em, rock ’n’ roll.
_CLIPPED = (
    r"(?i:\d0s|\d\d|tis|twas|twere|twill|em|til|till|cause|cuz|coz|n|bout|round|neath|gainst|cept|fraid|nother|sup"
    r"|s|re|ve|ll|d|m|t)\b"
)
#: Characters that show nothing and part no words: masked markup, zero-width and direction marks.
_INVISIBLE = frozenset(MARKUP + "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_OPENS, _CLOSES = 1, 2
_EITHER = _OPENS | _CLOSES
#: How far from its opening a closing single mark may stand that could as well be a plural's apostrophe.
_NEAR = 80


class Mark(NamedTuple):
    """One quotation mark.

    shape: by the characters around its run of marks it opens, it closes, either, or (0) they do not tell.
    before, after: those characters, "" at the paragraph's ends.
    """

    start: int
    end: int
    text: str
    shape: int
    before: str
    after: str


class Pairing:
    """A paragraph's marks, paired.

    pairs: (opening, closing), an inner pair before the one that holds it.  open: openings without a close,
    outermost first.  strays: closing double marks without an opening.
    """

    __slots__ = ("_doubles", "_marks", "_prose", "open", "pairs", "strays")

    def __init__(self, prose: str, marks: list[Mark]) -> None:
        self.pairs: list[tuple[Mark, Mark]] = []
        self.open: list[Mark] = []
        self.strays: list[Mark] = []
        self._prose = prose
        self._marks = marks
        self._doubles: list[Mark] = []
        for i, mark in enumerate(marks):
            if mark.text in DOUBLE:
                self._take_double(i, mark)
            elif self._opens_single(mark):
                self.open.append(mark)
            elif self._single_is_open() and self._closes_single(i, mark):
                self.pairs.append((self.open.pop(), mark))

    def _take_double(self, i: int, mark: Mark) -> None:
        role = self._role(i, mark)
        if role == _OPENS:
            self.open.append(mark)
            self._doubles.append(mark)
        elif role == _CLOSES and not self._close_two_singles(mark):
            if not self._doubles:
                self.open.clear()
                self.strays.append(mark)
                return
            opening = self._doubles.pop()
            while self.open.pop() is not opening:
                pass
            if opening.before != "=":
                self.pairs.append((opening, mark))

    def _role(self, i: int, mark: Mark) -> int:
        """Whether a double mark opens or closes here; 0 when it is no quotation mark at all."""
        text, shape, is_open = mark.text, mark.shape, bool(self._doubles)
        if not is_open and (mark.before == "=" or (text in "”»" and not mark.before)):
            return _OPENS
        if text in "“„‟«``‘‘":
            turned = shape == _CLOSES or (is_open and (not mark.after or self._doubles[-1].text in "„‟"))
            return _CLOSES if turned else _OPENS
        if text in "”»":
            role = _OPENS if shape == _OPENS and not is_open else _CLOSES
        elif shape in (_OPENS, _CLOSES):
            role = shape
        elif is_open:
            role = _CLOSES
        elif text in ("''", "’’") and shape == 0 and mark.before.isalnum():
            role = 0
        elif shape == _EITHER:
            later = self._next(i, DOUBLE)
            role = _OPENS if later is not None and later.shape & _CLOSES else 0
        else:
            role = _OPENS
        return 0 if role == _CLOSES and self._is_inch(i, mark) else role

    def _is_inch(self, i: int, mark: Mark) -> bool:
        """6'2", 27” screen: a mark after a figure that closes nothing, or that a closing mark still follows."""
        if not mark.before.isdigit() or mark.text == "»":
            return False
        if not self._doubles:
            return True
        figure = self._prose[max(mark.start - 4, 0) : mark.start]
        if compiled(r"\d['’′]\s?\d").search(figure):
            return True
        later = self._next(i, DOUBLE)
        return later is not None and later.shape == _CLOSES and len(self._doubles) == 1 and not figure.isdigit()

    def _close_two_singles(self, mark: Mark) -> bool:
        """Read '' as two single closes, when single marks are open and no doubled ones are."""
        if mark.text not in ("''", "’’") or not self._single_is_open():
            return False
        if self._doubles and self._doubles[-1].text in ("''", "‘‘", "``"):
            return False
        for start in (mark.start, mark.start + 1):
            if self._single_is_open():
                half = mark._replace(start=start, end=start + 1, text=mark.text[0])
                self.pairs.append((self.open.pop(), half))
        return True

    def _opens_single(self, mark: Mark) -> bool:
        if mark.text == "’" or not (mark.after.isalnum() or mark.after in "$#@([…."):
            return False
        if mark.before and not mark.before.isspace() and mark.before not in "([{—–-/":
            return False
        return bool(mark.after) and not _patterns().clipped(self._prose, mark.end)

    def _single_is_open(self) -> bool:
        return bool(self.open) and self.open[-1].text in SINGLE

    def _closes_single(self, i: int, mark: Mark) -> bool:
        """Whether a single mark closes the open one; after a plural's s a surer one, later, is preferred."""
        if mark.text not in "'’" or not mark.before or mark.before.isspace() or mark.after.isalnum():
            return False
        if mark.before in "nN" and self._prose[mark.start - 2] in "'’":
            return False
        if _is_sure(mark, self._prose):
            return True
        later = self._next(i, SINGLE, until=DOUBLE if self._doubles else frozenset())
        if later is not None and _is_sure(later, self._prose):
            return False
        return mark.start - self.open[-1].start <= _NEAR

    def _next(self, i: int, family: frozenset[str], until: frozenset[str] = frozenset()) -> Mark | None:
        """The next mark of a family, if none of `until` comes before it."""
        for j in range(i + 1, len(self._marks)):
            if self._marks[j].text in family:
                return self._marks[j]
            if self._marks[j].text in until:
                return None
        return None


def pair_marks(prose: str, start: int, end: int) -> Pairing | None:
    """Pair the quotation marks of the paragraph `prose[start:end]`; None when it has none."""
    patterns = _patterns()
    marks: list[Mark] = []
    for run in patterns.runs(prose, start, end):
        text, at = run.group(), run.start()
        after_at = at + len(text.rstrip(_THIN))
        before = _beside(prose, at - 1, start - 1, -1)
        after = _beside(prose, after_at, end, 1)
        shape = _shape(before, after, prose[after_at + 1 : after_at + 2])
        if len(text) > 1:
            split = patterns.marks_at_close if shape == _CLOSES else patterns.marks
            marks += [Mark(at + m.start(), at + m.end(), m.group(), shape, before, after) for m in split(text)]
        elif text != "`":
            marks.append(Mark(at, at + 1, text, shape, before, after))
    return Pairing(prose, marks) if marks else None


class _Patterns(NamedTuple):
    runs: Callable[[str, int, int], Iterator[re.Match[str]]]
    marks: Callable[[str], Iterator[re.Match[str]]]
    marks_at_close: Callable[[str], Iterator[re.Match[str]]]
    clipped: Callable[[str, int], re.Match[str] | None]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        compiled(_RUN).finditer,
        compiled(_MARK).finditer,
        compiled(_MARK_AT_CLOSE).finditer,
        compiled(_CLIPPED).match,
    )


def _beside(prose: str, at: int, stop: int, step: int) -> str:
    """The first visible character from `at` towards `stop`, or "" when there is none."""
    while at != stop:
        if prose[at] not in _INVISIBLE:
            return prose[at]
        at += step
    return ""


def _shape(before: str, after: str, second: str) -> int:
    opens = _OPENS if not before or before.isspace() or before in "([{" else 0
    closes = _CLOSES if not after or after.isspace() or after in ".,!?;:)]}%" else 0
    return opens if opens and after == second == "." else opens | closes


def _is_sure(mark: Mark, prose: str) -> bool:
    """Whether a single closing mark cannot be a plural's or a clipped word's apostrophe (dogs’, goin’, 6')."""
    if mark.before in '.,!?…;:"”)' or not mark.after or mark.after in '.,!?…;:"”)]—–':
        return True
    return not (mark.before in "sSxXzZ" or mark.before.isdigit() or prose[mark.start - 2 : mark.start].lower() == "in")
