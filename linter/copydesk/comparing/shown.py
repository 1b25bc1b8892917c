"""A comparison in words, as a reader sees it: what differs, and all of it word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.comparing.alignment import Step
from copydesk.comparing.changes import permitted, source_pieces
from copydesk.comparing.passages import Stream
from copydesk.comparing.said import Joint, Said
from copydesk.comparing.verdict import Difference, Run
from copydesk.model.article import MARKUP
from copydesk.model.span import Span

#: Of a longer stretch of the source only so many words at either end are shown.
_SHOWN = 8


def difference(said: Said, text: str, stream: Stream, step: Step) -> Difference:
    """A step in words, as both texts have them."""
    if step.c < step.d:
        span = Span(said.starts[step.c], said.ends[step.d - 1])
    else:  # what is left out stands between two words, of which the first is pointed at
        at = max(min(step.c, len(said)) - 1, 0)
        span = Span(said.starts[at], said.ends[at])
    return Difference(_source_text(text, stream, step), _draft_text(said, step), span)


def word_by_word(said: Said, text: str, stream: Stream, steps: Iterable[Step]) -> Iterator[Run]:
    """The comparison word by word. Changes that may stand are shown as the draft has them."""
    for step in steps:
        if step.tag == "equal" or (step.c < step.d and permitted(said, stream, step)):
            yield Run(_draft_text(said, step))
        elif step.c < step.d:
            yield Run("", _source_text(text, stream, step), _draft_text(said, step))
        else:
            place = said.joints.get(step.c)
            sign = {Joint.OMISSION: "…", Joint.INSERT: "[…]", Joint.SPLIT: "/"}[place.kind] if place else ""
            if permitted(said, stream, step):
                yield Run(sign)
            else:
                yield Run("", _source_text(text, stream, step), sign)


def _draft_text(said: Said, step: Step) -> str:
    if step.c == step.d:
        return ""
    return " ".join(said.text[said.starts[step.c] : said.ends[step.d - 1]].replace(MARKUP, "").split())


def _source_text(text: str, stream: Stream, step: Step) -> str:
    """The source's words for a reader: of many only the first and the last."""
    words = " ".join(source_pieces(text, stream, step)).replace(MARKUP, "").split()
    return " ".join(words if len(words) <= 3 * _SHOWN else [*words[:_SHOWN], "…", *words[-_SHOWN:]])
