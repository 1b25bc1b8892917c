"""The ledger of quotations: what is quoted, who says it, by which words, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from copydesk.model.article import MARKUP
from copydesk.model.record import NamedTuple
from copydesk.report.display import counted, shown_path
from copydesk.report.table import rows, shown

if TYPE_CHECKING:
    from copydesk.language.quotes import Quote
    from copydesk.model.article import Article

#: Changes only when something is taken away or means something else; additions keep it.
SCHEMA = 1
#: The widest that the columns of the table may be; the quotation takes what is left.
_WIDEST = {"line": 6, "speaker": 26, "kind": 8, "person": 22, "cue": 14, "sure": 5, "words": 5, "quotation": 0}
#: Narrower terminals than these do without some columns.
_NARROW, _NARROWEST = 90, 60


class Entry(NamedTuple):
    """One quotation. Offsets are code points; `start:end` with its marks. sure: of the speaker, 0 to 1."""

    file: str
    line: int
    start: int
    end: int
    quotation: str
    words: int
    what: str
    speaker: str
    kind: str
    person: str
    cue: str
    sure: float


class Share(NamedTuple):
    """How much of a draft's quotations is one speaker's."""

    speaker: str
    quotations: int
    words: int


def entries(article: Article, *, everything: bool = False) -> list[Entry]:
    """The outer quotations of an article that are speech, in order; `everything`: titles, nicknames and words too."""
    return [_entry(quote) for quote in article.quotes if not quote.level and (everything or quote.kind == "speech")]


def _entry(quote: Quote) -> Entry:
    article = quote.article
    return Entry(
        article.path,
        article.lines.line_column(quote.start)[0],
        quote.start,
        quote.end,
        " ".join(quote.inner.replace(MARKUP, "").split()),
        article.count_words(quote.inner_start, quote.inner_end),
        quote.kind,
        " ".join(quote.speaker.text.split()) if quote.speaker else "",
        quote.speaker_kind,
        " ".join(quote.person.name.split()) if quote.person else "",
        " ".join(quote.cue.text.split()) if quote.cue else "",
        round(quote.confidence, 2),
    )


def shares(listed: Iterable[Entry]) -> list[Share]:
    """The words quoted a speaker, most first. A last name counts for the only full name that it can mean."""
    listed = list(listed)
    people = {entry.person for entry in listed if entry.person}
    names: dict[tuple[str, str], str] = {}
    sums: dict[tuple[str, str], list[int]] = {}
    for entry in listed:
        said = entry.person or entry.speaker
        key = _key(entry, people)
        if len(said) > len(names.get(key, "")):
            names[key] = said
        total = sums.setdefault(key, [0, 0])
        total[0] += 1
        total[1] += entry.words
    made = [Share(names.get(key, ""), *total) for key, total in sums.items()]
    return sorted(made, key=lambda share: (-share.words, share.speaker))


def _key(entry: Entry, people: Iterable[str]) -> tuple[str, str]:
    """What entries of one speaker have in common."""
    from copydesk.comparing.speakers import last_name

    if entry.person or entry.kind != "named":
        return ("named", entry.person) if entry.person else (entry.kind, entry.speaker.lower())
    last = last_name(entry.speaker)
    called = [name for name in people if last_name(name) == last]
    return "named", called[0] if len(called) == 1 else last or entry.speaker.lower()


def as_table(path: str, listed: Sequence[Entry], columns: int) -> str:
    """The quotations of one draft and the words quoted a speaker, for a terminal so many columns wide."""
    return "".join(f"{line}\n" for line in _table(path, listed, columns))


def _table(path: str, listed: Sequence[Entry], columns: int) -> Iterator[str]:
    yield f"{shown_path(path)}: {counted(len(listed), 'quotation')}"
    if not listed:
        return
    names = list(_WIDEST)
    if columns < _NARROW or not any(entry.person for entry in listed):
        names.remove("person")
    if columns < _NARROWEST:
        names = ["line", "speaker", "quotation"]
    cells = [[_cell(entry, name) for name in names] for entry in listed]
    yield from rows(names, cells, [_WIDEST[name] for name in names], columns)
    yield ""
    total = sum(share.words for share in shares(listed))
    header = ("words", "share", "quotations", "speaker")
    summed = [
        (str(s.words), f"{s.words / total:.0%}" if total else "", str(s.quotations), shown(s.speaker) or "(nobody)")
        for s in shares(listed)
    ]
    yield from rows(header, summed, (9, 5, 10, 0), columns)


def _cell(entry: Entry, name: str) -> str:
    if name == "sure":
        return f"{entry.sure:.0%}" if entry.speaker else ""
    if name == "quotation":
        return f"“{shown(entry.quotation)}”"
    return shown(str(getattr(entry, name)))


def as_json(files: Iterable[tuple[str, Sequence[Entry]]]) -> str:
    """The document `{"schema", "files": [{"path", "quotations", "speakers"}]}`."""
    from json import dumps

    document = {
        "schema": SCHEMA,
        "files": [
            {
                "path": path,
                "quotations": [{k: v for k, v in entry._asdict().items() if k != "file"} for entry in listed],
                "speakers": [share._asdict() for share in shares(listed)],
            }
            for path, listed in files
        ],
    }
    return dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_csv(files: Iterable[tuple[str, Sequence[Entry]]]) -> str:
    """One row a quotation, with a header."""
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Entry._fields)
    writer.writerows(entry for _, listed in files for entry in listed)
    return out.getvalue()
