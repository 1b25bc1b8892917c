"""What an editor may change in a quotation: its writing, and words where dots or brackets say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from copydesk.comparing.alignment import Step
from copydesk.comparing.chains import joint_fault
from copydesk.comparing.passages import Stream
from copydesk.comparing.said import Joint, Said
from copydesk.comparing.words import same_spelling
from copydesk.model.article import MARKUP
from copydesk.patterns import compiled

_JOINTS = {
    Joint.OMISSION: "words left out",
    Joint.INSERT: "words in brackets",
    Joint.SPLIT: "parted by the attribution",
}
#: What a quotation may end with, before its mark.
_ENDS = (".", ",", ";", ":", "!", "?", "…", "—", "–")


def merged(said: Said, stream: Stream, steps: Iterable[Step]) -> list[Step]:
    """The steps, with neighbours made one where together they are the same word written otherwise."""
    found: list[Step] = []
    for step in steps:
        if found and "equal" not in (step.tag, found[-1].tag):
            both = Step("replace", found[-1].a, step.b, found[-1].c, step.d)
            if same_spelling(stream.forms[both.a : both.b], said.forms[both.c : both.d]):
                found[-1] = both
                continue
        found.append(step)
    return found


def permitted(said: Said, stream: Stream, step: Step) -> str:
    """The name of the permitted change that a step is, "" when it is none."""
    if step.tag == "replace" and same_spelling(stream.forms[step.a : step.b], said.forms[step.c : step.d]):
        return "spelling"
    place = said.joints.get(step.c)
    if step.tag == "delete" and place and step.a > 0 and step.b < len(stream):
        return "" if joint_fault(stream, step.a, step.b, place) else _JOINTS[place.kind]
    return ""


def names_of_changes(said: Said, text: str, stream: Stream, steps: Iterable[Step]) -> Iterator[str]:
    """The names of what was changed though the words are the same. text: the source's."""
    equal = (0, 0)
    for place in (*said.joints.values(), *said.edges):
        yield _JOINTS[place.kind]
    for step in steps:
        if step.tag != "equal":
            continue
        equal = (said.ends[step.d - 1], stream.ends[step.b - 1])
        ours = said.text[said.starts[step.c] : said.ends[step.d - 1]]
        theirs = " ".join(source_pieces(text, stream, step))
        if ours != theirs:
            yield from _written(ours, theirs)
    ours, theirs = _mark_at(said.text, equal[0]), _mark_at(text, equal[1])
    if ours in _ENDS and ours != theirs:
        yield "punctuation at the end"


def _mark_at(text: str, at: int) -> str:
    """The first character from `at` on that is no markup."""
    while text[at : at + 1] == MARKUP:
        at += 1
    return text[at : at + 1]


def _written(ours: str, theirs: str) -> Iterator[str]:
    """The ways in which the same words are written otherwise."""
    for name, pattern in _aspects().items():
        if pattern.findall(ours) != pattern.findall(theirs):
            yield name
    pair = [compiled(r"\w+").findall(text.replace(MARKUP, "")) for text in (ours, theirs)]
    if pair[0] != pair[1]:
        lower = [[word.lower() for word in words] for words in pair]
        yield "capitals" if lower[0] == lower[1] else "spelling"


@cache
def _aspects() -> dict[str, re.Pattern[str]]:
    return {
        "quotation marks": compiled("[\"“”„‟«»'‘’‚‛`]"),
        "dashes": compiled("[-‐‑‒–—]+"),
        "punctuation": compiled("[.,;:!?…()]"),
    }


def source_pieces(text: str, stream: Stream, step: Step) -> Iterator[str]:
    """The source's words of a step, without what stands between two of its quotations."""
    first = step.a
    for i in range(step.a, step.b):
        if i + 1 == step.b or stream.quotes[i + 1] != stream.quotes[i]:
            yield text[stream.starts[first] : stream.ends[i]]
            first = i + 1
