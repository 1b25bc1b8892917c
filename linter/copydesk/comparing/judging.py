"""The judgement: which differences between a quotation and its source may stand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.comparing.alignment import Alignment, Step, align
from copydesk.comparing.chains import Chain, Fault, find_chain, find_patches
from copydesk.comparing.changes import merged, names_of_changes, permitted
from copydesk.comparing.passages import OUTSIDE, Passages, Stream
from copydesk.comparing.said import Said
from copydesk.comparing.shown import difference, word_by_word
from copydesk.comparing.verdict import Difference, Run, Verdict
from copydesk.comparing.words import LITTLE, negates, weight
from copydesk.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Fewer words than this stand in any text by chance: only that they are found is said of them.
LEAST = 4
#: The share of its words, weighed, that an altered quotation has in common with its source.
_ALTERED = 0.5
#: That share for a quotation that the source has in its own words only.
_PARAPHRASED = 0.62
#: From this share on the source's own quotation is surely the one that was altered.
_SURE = 0.8
#: Words that show how the source goes on where a quotation jumps elsewhere.
_GOES_ON = 4
#: From this share on an altered quotation is surely this one, and no other that the source lacks.
_LIKE = 0.75
#: Words in a row that, found elsewhere in the source, were taken from there.
_TAKEN = 4

#: So many words in parentheses that begin alike are the same.
_OWN = 3
#: How far before a sentence that was cut out a “not” is looked for, and the words that begin a clause of its own.
_BEHIND = 8
_CLAUSES = frozenset("and but or so because since although though while when if as until before after".split())
_CUT = "the source turns this round before it begins"
_FAULTS = {
    Fault.NEGATION: "what is left out or put in turns the statement round",
    Fault.APART: "joins words that stand apart in the source",
    Fault.ORDER: "puts the source’s words in another order",
}


class Judgement(NamedTuple):
    """A verdict with its reasons; see `Comparison`. words: the first and last word of the stream, -1 for none."""

    verdict: Verdict
    changes: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    runs: tuple[Run, ...] = ()
    why: str = ""
    share: float = 1.0
    stream: Stream | None = None
    words: tuple[int, int] = (-1, -1)
    is_sure: bool = True


def judge(
    text: str,
    spans: Sequence[tuple[int, int]],
    source: Passages,
    *,
    is_speech: bool = True,
    is_sentence: bool = False,
) -> Judgement:
    """The judgement on what stands in `text[start:end]` of each span.

    is_speech: False for titles and words held at arm's length, of which only that they are found is said.
    is_sentence: they are given as a sentence of the speaker's rather than as a piece of the reporter's.
    """
    said = Said(text, spans)
    if not said.forms:
        return Judgement(Verdict.UNJUDGED)
    found = _found(said, source)
    if not _stands(found) and any("(" in text[start:end] for start, end in spans):
        other = Said(text, spans, parentheses=True)
        bracketed = _found(other, source) if other.forms and not _has_parentheses(source, other) else found
        if _stands(bracketed):
            found = bracketed
    if is_sentence and _stands(found) and _cut_from_negation(found, source):
        return found._replace(verdict=Verdict.ALTERED, changes=(), why=_CUT, is_sure=False)
    if not _stands(found) and (len(said) < LEAST or not is_speech):
        return Judgement(Verdict.UNJUDGED)
    return found


def _stands(judgement: Judgement) -> bool:
    return judgement.verdict in (Verdict.EXACT, Verdict.PERMITTED)


def _has_parentheses(source: Passages, said: Said) -> bool:
    """Whether what a quotation has in parentheses stands in the source, so that nobody put it in."""
    places = (*said.joints.values(), *said.edges)
    return any(len(place.words) >= _OWN and source.whole.find(list(place.words[:_OWN])) for place in places)


def _cut_from_negation(found: Judgement, source: Passages) -> bool:
    """Whether a sentence begins in the middle of the source's, behind what turns it round: “I don’t think” it will."""
    stream, at = found.stream, found.words[0]
    if stream is None or at < 1:
        return False
    for i in range(at - 1, max(at - _BEHIND, 0) - 1, -1):
        between = source.article.prose[stream.ends[i] : stream.starts[i + 1]]
        if stream.sentences[i] != stream.sentences[at] or stream.passages[i] != stream.passages[at]:
            return False
        if any(mark in between for mark in ",;:—–(") or stream.forms[i] in _CLAUSES:
            return False
        if negates(stream.forms[i]):
            return True
    return False


def _found(said: Said, source: Passages) -> Judgement:
    """The quotation in the source's speech, else in all of its words."""
    spoken = _in_stream(said, source, source.speech)
    if spoken and (_stands(spoken) or (spoken.share >= _SURE and source.is_marked)):
        return spoken
    if not source.is_marked:
        whole = _in_stream(said, source, source.whole)
        return max(spoken, whole, key=_merit) or Judgement(Verdict.ABSENT, share=0.0)
    told = _in_stream(said, source, source.whole, least=_PARAPHRASED) if len(said) >= LEAST else None
    if told and told.stream and (spoken is None or told.share > spoken.share + 0.1):
        first, last = told.words
        outside = [form for form, quote in _between(told.stream, first, last) if quote == OUTSIDE]
        if any(form not in LITTLE for form in outside):
            return told._replace(verdict=Verdict.PARAPHRASE, changes=())
    return spoken or Judgement(Verdict.ABSENT, share=0.0)


def _merit(judgement: Judgement | None) -> tuple[bool, float]:
    """How good a judgement is for the draft."""
    return (_stands(judgement), judgement.share) if judgement else (False, 0.0)


def _between(stream: Stream, first: int, last: int) -> Iterable[tuple[str, int]]:
    return zip(stream.forms[first : last + 1], stream.quotes[first : last + 1], strict=True)


def _in_stream(said: Said, source: Passages, stream: Stream, least: float = _ALTERED) -> Judgement | None:
    """The judgement by one stream; None when the quotation is not there."""
    text = source.article.prose
    chain = find_chain(said, stream)
    if chain:
        return _by_chain(said, text, stream, chain)
    patches = find_patches(said, stream)
    if patches:
        return _by_patches(said, text, stream, patches)
    alignment = align(said.forms, stream)
    return _by_alignment(said, text, stream, alignment, least) if alignment else None


def _by_chain(said: Said, text: str, stream: Stream, chain: Chain) -> Judgement:
    """Every word is there, in order: only how the segments follow each other can be wrong. text: the source's."""
    steps: list[Step] = []
    at = chain.starts[0]
    for (first, last), start in zip(said.segments, chain.starts, strict=True):
        if start > at:
            steps.append(Step("delete", at, start, first, first))
        at = start + last - first
        steps.append(Step("equal", start, at, first, last))
    words = (min(chain.starts), max(step.b for step in steps) - 1)
    if chain.fault:
        faulty = [step for step in steps if step.tag == "delete" and step.c == chain.joint]
        runs = tuple(word_by_word(said, text, stream, steps))
        differences = tuple(difference(said, text, stream, step) for step in faulty)
        is_sure = chain.fault is Fault.NEGATION
        return Judgement(Verdict.ALTERED, (), differences, runs, _FAULTS[chain.fault], 1.0, stream, words, is_sure)
    changes = tuple(dict.fromkeys(names_of_changes(said, text, stream, steps)))
    verdict = Verdict.PERMITTED if changes else Verdict.EXACT
    return Judgement(verdict, changes, (), (), "", 1.0, stream, words)


def _by_patches(said: Said, text: str, stream: Stream, patches: list[tuple[int, int]]) -> Judgement:
    """Words of several places, put together as if they were said in one breath."""
    steps: list[Step] = []
    at = 0
    for start, size in patches:
        if steps:
            end = steps[-1].b
            goes_on = min(end + _GOES_ON, len(stream))
            steps.append(Step("delete", end, goes_on, at, at))
        steps.append(Step("equal", start, start + size, at, at + size))
        at += size
    back = any(after[0] < before[0] for before, after in pairwise(patches))
    order = back and len({stream.passages[start] for start, _ in patches}) == 1
    runs = tuple(word_by_word(said, text, stream, steps))
    first, size = patches[0]
    why = _FAULTS[Fault.ORDER if order else Fault.APART]
    return Judgement(Verdict.ALTERED, (), (), runs, why, 1.0, stream, (first, first + size - 1), False)


def _by_alignment(said: Said, text: str, stream: Stream, alignment: Alignment, least: float) -> Judgement | None:
    """Some words differ: they may by their spelling, or where the quotation says that it leaves something out."""
    wrong: list[Step] = []
    may: list[str] = []
    steps = merged(said, stream, alignment.steps)
    for step in steps:
        change = permitted(said, stream, step)
        if change:
            may.append(change)
        elif step.tag != "equal":
            wrong.append(step)
    share = alignment.share
    why = ""
    for step in wrong:
        if step.d - step.c >= _TAKEN and stream.find(said.forms[step.c : step.d]):
            share += sum(map(weight, said.forms[step.c : step.d])) / sum(map(weight, said.forms))
            why = _FAULTS[Fault.APART]
    if share < least:
        return None
    words = (steps[0].a, max(step.b for step in steps) - 1)
    if not wrong:
        changes = tuple(dict.fromkeys([*may, *names_of_changes(said, text, stream, steps)]))
        return Judgement(Verdict.PERMITTED, changes, (), (), "", 1.0, stream, words)
    differences = tuple(difference(said, text, stream, step) for step in wrong)
    runs = tuple(word_by_word(said, text, stream, steps))
    is_sure = not why and share >= _LIKE
    return Judgement(Verdict.ALTERED, (), differences, runs, why, share, stream, words, is_sure)
