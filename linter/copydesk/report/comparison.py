"""A draft's quotations against its source: as a table with the differences word by word, as JSON, as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from copydesk.comparing.verdict import Run, Verdict
from copydesk.report.display import counted, listed, shown_path, width
from copydesk.report.table import GAP, fitted, padded, shown, wrapped

if TYPE_CHECKING:
    from copydesk.comparing.verdict import Comparison
    from copydesk.model.article import Located

#: Changes only when something is taken away or means something else; additions keep it.
SCHEMA = 1
_PAINT = {
    Verdict.EXACT: "32",
    Verdict.PERMITTED: "32",
    Verdict.ALTERED: "31",
    Verdict.PARAPHRASE: "33",
    Verdict.ABSENT: "31",
    Verdict.UNJUDGED: "2",
}
_GONE, _NEW = "31;9", "32;4"
_SPEAKER = 24
_SAID = {
    Verdict.EXACT: "as in the source",
    Verdict.PERMITTED: "with permitted changes",
    Verdict.ALTERED: "altered",
    Verdict.PARAPHRASE: "paraphrased in the source",
    Verdict.ABSENT: "not in the source",
    Verdict.UNJUDGED: "too short to judge, or no speech",
}
COLUMNS = tuple("line verdict speaker quotation difference changes why source_line source_speaker source".split())


def as_text(draft: str, source: str, compared: Sequence[Comparison], columns: int, *, color: bool = False) -> str:
    """The table, for a terminal so many columns wide, and the sums."""
    return "".join(f"{line}\n" for line in _lines(draft, source, compared, columns, color))


def _lines(draft: str, source: str, compared: Sequence[Comparison], columns: int, color: bool) -> Iterator[str]:
    yield f"{shown_path(draft)} against {shown_path(source)}"
    yield ""
    lines = [str(_line(one.quotes[0])) for one in compared]
    speakers = [shown(_speaker(one)) for one in compared]
    wide = (
        max(map(len, ("line", *lines))),
        max(map(len, Verdict)),
        min(_SPEAKER, max(map(width, ("speaker", *speakers)))),
    )
    indent = sum(wide) + len(GAP) * 3
    left = max(columns - indent, 20)
    if compared:
        header = zip(("line", "verdict", "speaker"), wide, strict=True)
        yield GAP.join([*(padded(name, size) for name, size in header), "quotation"])
    for one, line, speaker in zip(compared, lines, speakers, strict=True):
        verdict = padded(one.verdict, wide[1])
        verdict = f"\x1b[{_PAINT[one.verdict]}m{verdict}\x1b[0m" if color else verdict
        start = GAP.join([f"{line:>{wide[0]}}", verdict, padded(fitted(speaker, wide[2]), wide[2]), ""])
        said = [_painted(words) for words in wrapped(_words(one, color), left)]
        said += [f"({shown(note)})" for note in _notes(one)]
        for i, piece in enumerate(said or [""]):
            yield f"{start if i == 0 else ' ' * indent}{piece}".rstrip()
    if compared:
        yield ""
    yield _summary(compared)


def _words(one: Comparison, color: bool) -> Iterator[tuple[str, str]]:
    """The quotation, word by word with what differs: (word, style)."""
    for run in one.runs or (Run(one.text),):
        for words, style, sign in ((run.same, "", ""), (run.source, _GONE, "[-|-]"), (run.draft, _NEW, "{+|+}")):
            pieces = shown(words).split()
            if sign and pieces and not color:
                before, _, after = sign.partition("|")
                pieces[0] = before + pieces[0]
                pieces[-1] += after
            yield from ((piece, style if color else "") for piece in pieces)


def _painted(words: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"\x1b[{style}m{word}\x1b[0m" if style else word for word, style in words)


def _notes(one: Comparison) -> Iterator[str]:
    """What is to be said beside the words."""
    if one.why:
        yield one.why
    if one.verdict is Verdict.PARAPHRASE:
        yield "the source has this in its own words, not in quotation marks"
    if one.changes:
        yield ", ".join(one.changes)
    if one.speakers:
        yield f"the source has {one.speakers[1].text} say this"
    if one.passage and one.fails:
        yield f"line {_line(one.passage)} of the source"


def _summary(compared: Sequence[Comparison]) -> str:
    if not compared:
        return "The draft quotes nobody."
    counts = Counter(one.verdict for one in compared)
    said = [f"{counts[verdict]} {_SAID[verdict]}" for verdict in Verdict if counts[verdict]]
    others = sum(one.speakers is not None for one in compared)
    credited = f" {counted(others, 'quotation')} credited to somebody else." if others else ""
    return f"{counted(len(compared), 'quotation')}: {listed(said)}.{credited}"


def as_json(draft: str, source: str, compared: Sequence[Comparison]) -> str:
    """The document `{"schema", "draft", "source", "quotations", "summary"}`."""
    from json import dumps

    counts = Counter(one.verdict for one in compared)
    document = {
        "schema": SCHEMA,
        "draft": draft,
        "source": source,
        "quotations": [_object(one) for one in compared],
        "summary": {verdict.value: counts[verdict] for verdict in Verdict},
    }
    return dumps(document, ensure_ascii=False, indent=2) + "\n"


def _object(one: Comparison) -> dict[str, Any]:
    return {
        "line": _line(one.quotes[0]),
        "start": one.start,
        "end": one.end,
        "verdict": one.verdict.value,
        "speaker": _speaker(one),
        "quotation": " ".join(one.text.split()),
        "difference": _difference(one),
        "differences": [
            {"source": d.source, "draft": d.draft, "start": d.draft_span.start, "end": d.draft_span.end}
            for d in one.differences
        ],
        "changes": list(one.changes),
        "why": one.why,
        "share": round(one.share, 3),
        "source": _passage(one.passage),
        "source_speaker": one.speakers[1].text if one.speakers else None,
    }


def _passage(passage: Located | None) -> dict[str, Any] | None:
    """Where the source has it; offsets are code points of the source."""
    if passage is None:
        return None
    text = " ".join(passage.text.split())
    return {"line": _line(passage), "start": passage.start, "end": passage.end, "text": text}


def as_csv(compared: Sequence[Comparison]) -> str:
    """One row a quotation, with a header."""
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in compared:
        said = _object(one)
        place = said["source"] or {"line": "", "text": ""}
        writer.writerow(
            [
                *(said[name] for name in COLUMNS[:5]),
                "; ".join(one.changes),
                one.why,
                place["line"],
                said["source_speaker"] or "",
                place["text"],
            ]
        )
    return out.getvalue()


def _difference(one: Comparison) -> str:
    """All of it word by word, `[-source's-]{+draft's+}`; "" when nothing differs."""
    return " ".join(word for word, _ in _words(one, color=False)) if one.runs else ""


def _line(place: Located) -> int:
    return place.article.lines.line_column(place.start)[0]


def _speaker(one: Comparison) -> str:
    return next((" ".join(quote.speaker.text.split()) for quote in one.quotes if quote.speaker), "")
