"""What a comparison says of one quotation."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from copydesk.model.article import MARKUP
from copydesk.model.record import NamedTuple

if TYPE_CHECKING:
    from copydesk.language.quotes import Quote
    from copydesk.model.article import Located
    from copydesk.model.span import Span


class Verdict(StrEnum):
    """How a quotation of the draft stands in the source.

    exact: word for word, mark for mark.  permitted: with changes that an editor may make (dots, brackets, a first
    capital, punctuation, spelling).  altered: other words.  paraphrase: the source says it, but not in quotation marks.
    absent: not there.  unjudged: not there, and too short, a title or a word held at arm's length.
    """

    EXACT = "exact"
    PERMITTED = "permitted"
    ALTERED = "altered"
    PARAPHRASE = "paraphrase"
    ABSENT = "absent"
    UNJUDGED = "unjudged"


class Difference(NamedTuple):
    """Words of the source in the place of which the draft has others; either may be "". draft_span: in the draft."""

    source: str
    draft: str
    draft_span: Span


class Run(NamedTuple):
    """A stretch of the word-by-word comparison: `same` words, or the source's against the draft's."""

    same: str
    source: str = ""
    draft: str = ""


class Comparison(NamedTuple):
    """One quotation of the draft against the source.

    quotes: its pieces; more than one when an attribution stands in the middle of a sentence.
    changes: names of the permitted changes, in order.  differences, runs: what an altered one has otherwise, and all of
    it word by word.  why: what else is wrong, "" when nothing is.  share: the part of the words, weighed, that agree.
    passage: where the source has it.  source_quotes: the quotations there.  speakers: the draft's and the source's
    speaker when they surely differ.  is_sure: False where an altered one may as well be another quotation, or joins
    what one might say in one breath.
    """

    quotes: tuple[Quote, ...]
    verdict: Verdict
    changes: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    runs: tuple[Run, ...] = ()
    why: str = ""
    share: float = 1.0
    passage: Located | None = None
    source_quotes: tuple[Quote, ...] = ()
    speakers: tuple[Located, Located] | None = None
    is_sure: bool = True

    @property
    def start(self) -> int:
        """Where the quotation begins in the draft."""
        return self.quotes[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.quotes[-1].end

    @property
    def text(self) -> str:
        """The words in quotation marks, as a reader of the draft sees them; pieces parted by " / "."""
        return " / ".join(" ".join(quote.inner.replace(MARKUP, "").split()) for quote in self.quotes)

    @property
    def fails(self) -> bool:
        """Whether an editor has to look at it."""
        return self.speakers is not None or self.verdict in (Verdict.ALTERED, Verdict.PARAPHRASE, Verdict.ABSENT)
