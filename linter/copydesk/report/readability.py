"""How hard drafts are to read, for people and for machines: indexes a part, the hardest sentences, a trend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from copydesk.language.readability import SMOG_SENTENCES, Counts, other_parts
from copydesk.model.article import MARKUP, OBJECT
from copydesk.model.record import NamedTuple
from copydesk.report.display import counted, shown_path
from copydesk.report.table import fitted, rows, shown

if TYPE_CHECKING:
    from copydesk.model.article import Article

#: Changes only when something is taken away or means something else; additions keep it.
SCHEMA = 1
#: The indexes in the order of the table, and their heads.
_HEADS = {
    "flesch_kincaid": "grade",
    "flesch_reading_ease": "ease",
    "gunning_fog": "fog",
    "smog": "SMOG",
    "ari": "ARI",
    "coleman_liau": "C-L",
    "dale_chall": "D-C",
    "lix": "LIX",
}
#: Columns that narrow terminals do without.
_WIDE = 100


class Part(NamedTuple):
    """The counts and indexes of a part of the page."""

    name: str
    sentences: int
    words: int
    syllables: int
    indexes: Mapping[str, float]

    @property
    def words_a_sentence(self) -> float:
        """The average length of a sentence, in words."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade."""
        return self.indexes["flesch_kincaid"]


class Hard(NamedTuple):
    """A sentence of narration, its place (code points), and how much the narration's grade would fall without it."""

    line: int
    start: int
    end: int
    words: int
    cost: float
    why: str
    sentence: str


class Page(NamedTuple):
    """One draft. parts: the story first, then its narration and its speech, then the rest of the page.

    engine: who counted.  longest: the line and the words of the longest sentence of the story.
    """

    path: str
    engine: str
    parts: tuple[Part, ...]
    hardest: tuple[Hard, ...]
    longest: tuple[int, int]

    @property
    def grade(self) -> float | None:
        """The grade of what the newsroom says itself; of the whole story when all of it is speech; None without one."""
        found = {part.name: part for part in self.parts}
        part = found.get("narration") or found.get("story")
        return part.grade if part else None


class Version(NamedTuple):
    """One version of a draft in a trend."""

    commit: str
    date: str
    subject: str
    words: int
    words_a_sentence: float
    grade: float | None


def page(article: Article, *, most: int = 5) -> Page:
    """What our own counts say of an article, with the `most` hardest sentences."""
    measures = article.readability
    found = {"story": measures.story, "narration": measures.narration, "speech": measures.speech}
    parts = tuple(_part(name, counts) for name, counts in {**found, **other_parts(article)}.items() if counts.words)
    longest = max(measures.loads, key=lambda load: load.counts.words, default=None)
    where = (_line(article, longest.sentence.start), longest.counts.words) if longest else (0, 0)
    return Page(article.path, "copydesk", parts, tuple(_hardest(article, most)), where)


def _part(name: str, counts: Counts) -> Part:
    return Part(name, counts.sentences, counts.words, counts.syllables, counts.indexes())


def _hardest(article: Article, most: int) -> Iterator[Hard]:
    for cost, load in article.readability.hardest()[:most]:
        sentence = load.sentence
        if cost > 0:
            yield Hard(
                _line(article, sentence.start), sentence.start, sentence.end, load.counts.words, round(cost, 2),
                str(load.reasons), " ".join(sentence.prose.replace(MARKUP, "").replace(OBJECT, "").split()),
            )  # fmt: skip


def _line(article: Article, offset: int) -> int:
    return article.lines.line_column(offset)[0]


def plain_text(article: Article, *, part: str = "story") -> str:
    """The sentences of a part of the story ("story", "narration", "speech") without markup, a paragraph a line."""
    pieces: list[str] = []
    zone = None
    for load in article.readability.loads:
        if part == "story" or (part == "speech") == load.is_speech:
            text = " ".join(load.sentence.prose.replace(MARKUP, "").replace(OBJECT, "").split())
            same = zone is not None and load.sentence.zone is zone
            pieces.append(f" {text}" if same else f"\n{text}")
            zone = load.sentence.zone
    return "".join(pieces).strip()


def version(commit: str, date: str, subject: str, article: Article) -> Version:
    """An article as a version in a trend."""
    made = page(article, most=0)
    story = next((part for part in made.parts if part.name == "story"), None)
    if story is None:
        return Version(commit, date, subject, 0, 0.0, None)
    return Version(commit, date, subject, story.words, round(story.words_a_sentence, 1), _rounded(made.grade))


# --- for people -----------------------------------------------------------------------------------------------------


def as_table(made: Page, columns: int) -> str:
    """One draft for a terminal so many columns wide."""
    return "".join(f"{line}\n" for line in _table(made, columns))


def _table(made: Page, columns: int) -> Iterator[str]:
    if made.grade is None:
        yield f"{shown_path(made.path)}: no story to measure"
        return
    story = made.parts[0]
    longest = f", the longest {made.longest[1]} words (line {made.longest[0]})" if made.longest[0] else ""
    yield (
        f"{shown_path(made.path)}: grade {made.grade:.1f}, {counted(story.words, 'word')}, "
        f"{counted(story.sentences, 'sentence')}{longest}"
    )
    if made.engine != "copydesk":
        yield f"counted by {made.engine}"
    yield ""
    heads = list(_HEADS) if columns >= _WIDE else ["flesch_kincaid", "flesch_reading_ease", "gunning_fog", "lix"]
    header = ("part", "sentences", "words", "w/sent", "syl/w", *(_HEADS[name] for name in heads))
    cells = [
        (
            part.name, str(part.sentences), str(part.words), f"{part.words_a_sentence:.1f}",
            f"{part.syllables / part.words:.2f}" if part.words else "", *(_index(part, name) for name in heads),
        )
        for part in made.parts
    ]  # fmt: skip
    yield from rows(header, cells, (12, 9, 7, 6, 5, *(6 for _ in heads)), columns)
    if made.hardest:
        yield ""
        yield "Hardest sentences of the narration, and how much its grade would fall without each"
        for hard in made.hardest:
            yield f"line {hard.line}, {hard.cost:.2f}: {shown(hard.why)}"
            yield f"    {fitted(shown(hard.sentence), columns - 4)}"


def _index(part: Part, name: str) -> str:
    """An index as the table shows it; none where the formula is not made for so little text."""
    if name == "smog" and part.sentences < SMOG_SENTENCES:
        return "-"
    return f"{part.indexes[name]:.0f}" if name in ("flesch_reading_ease", "lix") else f"{part.indexes[name]:.1f}"


def trend_table(path: str, versions: Sequence[Version], columns: int) -> str:
    """The versions of one draft, the oldest first, for a terminal so many columns wide."""
    lines = [f"{shown_path(path)}: {counted(len(versions), 'version')}"]
    if versions:
        cells = [
            (
                one.date[:10], one.commit[:9], "-" if one.grade is None else f"{one.grade:.1f}", str(one.words),
                f"{one.words_a_sentence:.1f}", shown(one.subject),
            )
            for one in versions
        ]  # fmt: skip
        lines += rows(("date", "commit", "grade", "words", "w/sent", "subject"), cells, (10, 9, 5, 7, 6, 0), columns)
    return "".join(f"{line}\n" for line in lines)


# --- for machines ---------------------------------------------------------------------------------------------------


def as_json(pages: Iterable[Page]) -> str:
    """The document `{"schema", "files": [{"path", "engine", "grade", "parts", "hardest", "longest"}]}`."""
    files = [
        {
            "path": made.path,
            "engine": made.engine,
            "grade": _rounded(made.grade),
            "parts": {part.name: _as_data(part) for part in made.parts},
            "hardest": [hard._asdict() for hard in made.hardest],
            "longest": {"line": made.longest[0], "words": made.longest[1]} if made.longest[0] else None,
        }
        for made in pages
    ]
    return _dumped({"schema": SCHEMA, "files": files})


def _as_data(part: Part) -> dict[str, Any]:
    counts = {"sentences": part.sentences, "words": part.words, "syllables": part.syllables}
    return counts | {name: _rounded(part.indexes[name]) for name in _HEADS}


def trend_json(trends: Iterable[tuple[str, Sequence[Version]]]) -> str:
    """The document `{"schema", "files": [{"path", "versions"}]}`."""
    files = [{"path": path, "versions": [one._asdict() for one in versions]} for path, versions in trends]
    return _dumped({"schema": SCHEMA, "files": files})


def as_csv(pages: Iterable[Page]) -> str:
    """One row a part of a draft, with a header."""
    header = ("file", "engine", "part", "sentences", "words", "syllables", *_HEADS)
    return _csv(
        header,
        (
            (made.path, made.engine, part.name, *_as_data(part).values()) for made in pages for part in made.parts
        ),
    )  # fmt: skip


def trend_csv(trends: Iterable[tuple[str, Sequence[Version]]]) -> str:
    """One row a version, with a header."""
    return _csv(("file", *Version._fields), ((path, *one) for path, versions in trends for one in versions))


def _csv(header: Sequence[str], lines: Iterable[Sequence[Any]]) -> str:
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return out.getvalue()


def _dumped(document: dict[str, Any]) -> str:
    from json import dumps

    return dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
