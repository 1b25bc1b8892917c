"""A quotation of the draft, made ready to be compared: its words, and the places where it may differ."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from copydesk.comparing.words import negates, tokens
from copydesk.model.record import NamedTuple

#: Words of the source that dots, or an attribution in the middle, may pass over.
_OMITTED = 80
#: Words of the source that a bracket may stand for.
_REPLACED = 12
#: Likewise words in parentheses, which as a rule are added to a pronoun or a name.
_EXPLAINED = 2


class Joint(StrEnum):
    """What stands between two words of a quotation and says that the source has something else there."""

    OMISSION = "omission"
    INSERT = "insert"
    SPLIT = "split"


class Place(NamedTuple):
    """A joint before a word.

    kind: which.  most: the words of the source that it may stand for.  negates: words in brackets turn the statement
    round.  words: those in brackets, by their forms, which the source may have too.
    """

    kind: Joint
    most: int = _OMITTED
    negates: bool = False
    words: tuple[str, ...] = ()


class Said:
    """The words of one quotation, or of several pieces that one attribution parts.

    forms, starts, ends: of each word, offsets of the text.  joints: by the index of the word that follows.
    edges: those before the first and after the last word, which may stand for anything.
    """

    __slots__ = ("edges", "ends", "forms", "joints", "starts", "text")

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], *, parentheses: bool = False) -> None:
        self.text = text
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.joints: dict[int, Place] = {}
        self.edges: list[Place] = []
        for number, (start, end) in enumerate(spans):
            if number:
                self._join(Place(Joint.SPLIT))
            self._read(start, end, parentheses)
        for at in (0, len(self.forms)):
            if at in self.joints:
                self.edges.append(self.joints.pop(at))

    def _read(self, start: int, end: int, parentheses: bool) -> None:
        insert = -1  # where the last insert ended
        for kind, (word_form, at, stop) in tokens(self.text, start, end, parentheses=parentheses):
            if kind == "omission":
                self._join(Place(Joint.OMISSION))
            elif kind == "word":
                if insert >= 0 and self.text[insert:at] in ("", "’", "'"):  # [the town]’s: the ending is part of it
                    continue
                self.forms.append(word_form)
                self.starts.append(at)
                self.ends.append(stop)
            elif self.text[at + 1 : stop - 1].strip().lower() != "sic":
                if self.ends and self.ends[-1] == at:  # vote[d]: the bracket is part of the word
                    del self.forms[-1], self.starts[-1], self.ends[-1]
                insert = stop
                words = tuple(token.word.form for token in tokens(self.text, at + 1, stop - 1))
                most = _REPLACED if self.text[at] == "[" else _EXPLAINED
                self._join(Place(Joint.INSERT, most, any(map(negates, words)), words))

    def _join(self, place: Place) -> None:
        """Add a joint; an insert says more than an omission beside it, and both more than a split."""
        at = len(self.forms)
        if at not in self.joints or place.kind is Joint.INSERT or self.joints[at].kind is Joint.SPLIT:
            self.joints[at] = place

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def segments(self) -> list[tuple[int, int]]:
        """The stretches of words between joints: first word, and the one after the last."""
        edges = [0, *sorted(self.joints), len(self.forms)]
        return list(pairwise(edges))
