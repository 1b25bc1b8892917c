"""A quotation that is not in the source word for word, laid beside the passage that it is most like."""

from __future__ import annotations

from collections import defaultdict

from copydesk.comparing.passages import Stream
from copydesk.comparing.words import weight
from copydesk.model.record import NamedTuple

#: Words of a quotation that are laid beside the source at a time.
LONGEST = 400
#: Places of a word that are looked at; a word in more places says little about where a quotation is from.
_COMMON = 64
#: Passages that are tried.
_TRIED = 4
#: How far apart, in words, two hints at a passage may lie.
_BUCKET = 12
#: Runs of matching words at the edges are kept when they weigh this much more than the gap before them.
_GAP = 0.25


class Step(NamedTuple):
    """One step of an alignment: source words [a, b) of the stream stand for draft words [c, d).

    tag: "equal", "replace", "delete" (the source's words are not in the draft) or "insert".
    """

    tag: str
    a: int
    b: int
    c: int
    d: int


class Alignment(NamedTuple):
    """The steps, which cover the quotation; the share of the words' weight that is equal in both."""

    steps: tuple[Step, ...]
    share: float


def align(forms: list[str], stream: Stream) -> Alignment | None:
    """The quotation beside the passage of the source that it has most in common with; None when it has nothing."""
    if len(forms) <= LONGEST:
        return _align(forms, stream)
    steps: list[Step] = []
    share = 0.0
    for at in range(0, len(forms), LONGEST):
        part = _align(forms[at : at + LONGEST], stream)
        if part is None:
            steps.append(Step("insert", 0, 0, at, min(at + LONGEST, len(forms))))
        else:
            steps += (step._replace(c=step.c + at, d=step.d + at) for step in part.steps)
            share += part.share * min(LONGEST, len(forms) - at) / len(forms)
    return Alignment(tuple(steps), share) if share else None


def _align(forms: list[str], stream: Stream) -> Alignment | None:
    best: Alignment | None = None
    for start, end in _candidates(forms, stream):
        found = _beside(forms, stream, start, end)
        if found and (best is None or found.share > best.share):
            best = found
    return best


def _candidates(forms: list[str], stream: Stream) -> list[tuple[int, int]]:
    """Stretches of the stream in which words of the quotation stand about where they should, the likeliest first."""
    votes: dict[int, float] = defaultdict(float)
    for i, form in enumerate(forms):
        places = stream.positions.get(form, ())
        if len(places) > _COMMON:
            continue
        for at in places:
            votes[(at - i) // _BUCKET] += weight(form) / len(places) ** 0.5
    scored = {bucket: vote + votes.get(bucket + 1, 0.0) for bucket, vote in votes.items()}
    likeliest = sorted(scored, key=lambda bucket: (-scored[bucket], bucket))[:_TRIED]
    slack = max(_BUCKET, len(forms) // 2)
    return [
        (max(bucket * _BUCKET - slack, 0), min((bucket + 2) * _BUCKET + len(forms) + slack, len(stream)))
        for bucket in likeliest
    ]


def _beside(forms: list[str], stream: Stream, start: int, end: int) -> Alignment | None:
    """The quotation beside its core in a stretch of the stream."""
    from rapidfuzz.distance import LCSseq, Levenshtein

    window = stream.forms[start:end]
    runs = [(op.src_start, op.src_end, op.dest_start) for op in LCSseq.opcodes(window, forms) if op.tag == "equal"]
    core = _core(runs, window)
    if core is None:
        return None
    first, last = core
    before = next(draft for a, _, draft in runs if a == first)
    after = next(len(forms) - draft - (b - a) for a, b, draft in runs if b == last)
    first = _reach(stream, start + first, -before) - start
    last = _reach(stream, start + last - 1, after) - start + 1
    window = stream.forms[start + first : start + last]
    steps = tuple(
        Step(op.tag, op.src_start + start + first, op.src_end + start + first, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(window, forms)
    )
    while steps[0].tag == "delete":
        steps = steps[1:]
    while steps[-1].tag == "delete":
        steps = steps[:-1]
    equal = sum(weight(form) for step in steps if step.tag == "equal" for form in forms[step.c : step.d])
    return Alignment(steps, equal / sum(map(weight, forms)))


def _reach(stream: Stream, at: int, words: int) -> int:
    """The word so many words from `at` in its sentence, or the sentence's last: what the draft may have changed."""
    step = 1 if words > 0 else -1
    for _ in range(abs(words)):
        if not 0 <= at + step < len(stream) or stream.sentences[at + step] != stream.sentences[at]:
            break
        at += step
    return at


def _core(runs: list[tuple[int, int, int]], window: list[str]) -> tuple[int, int] | None:
    """Where the runs of common words begin and end, less those at the edges that lie far off."""
    weights = [sum(map(weight, window[a:b])) for a, b, _ in runs]
    first, last = 0, len(runs) - 1
    while first < last and weights[first] < _GAP * _gap(runs, first):
        first += 1
    while first < last and weights[last] < _GAP * _gap(runs, last - 1):
        last -= 1
    return (runs[first][0], runs[last][1]) if runs else None


def _gap(runs: list[tuple[int, int, int]], i: int) -> int:
    """The words of the source between a run and the next that have no counterpart in the quotation."""
    (_, end, draft), (start, _, other) = runs[i], runs[i + 1]
    return max(start - end - max(other - draft - (runs[i][1] - runs[i][0]), 0), 0)
