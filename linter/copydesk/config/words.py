"""A newsroom's word lists, as editors keep them: `[words]` tables in TOML, and CSV files.

```toml
[words]
"e-mail" = "email"                                     # write this instead
"irregardless" = { reason = "not a word here" }        # do not write this
"utilize" = { use = "use", severity = "suggestion", fix = "unsafe", except = ["utilize fully"] }
"Harlow Falls" = { wrong = ["Harlowe Falls"] }         # how a name is spelled
"Coloma Centre" = true                                 # right as it is: never called a misspelling
"okay" = false                                         # no more: what the house below, or a rule, says of it
```
A CSV file has the same in columns: word, use, wrong, accept, reason, severity, fix, except; only `word` is needed, and
several phrases in one cell are parted by `|`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from copydesk.checking.vocabulary import Word
from copydesk.config.error import did_you_mean, listed
from copydesk.config.toml import read_toml
from copydesk.model.record import NamedTuple

SEVERITIES = ("error", "warning", "suggestion")
COLUMNS = ("word", "use", "wrong", "accept", "reason", "severity", "fix", "except")
_KEYS = COLUMNS[1:]


class Entry(NamedTuple):
    """What a list says of one phrase: its words, and the line, 0 where unknown."""

    phrase: str
    words: tuple[Word, ...]
    line: int


def read_words(table: Any, line: Callable[[str], int], complain: Callable[[int, str], None]) -> Iterator[Entry]:
    """The entries of a `[words]` table. `line` tells where a phrase stands; `complain(line, what)` hears of faults."""
    if not isinstance(table, Mapping):
        complain(0, '"words" must be a table; write [words] and below it "e-mail" = "email"')
        return
    for phrase, given in table.items():
        at = line(phrase)
        if isinstance(given, str):
            given = {"use": given}
        elif isinstance(given, bool):
            given = {"accept": True} if given else None
        if given is None:
            yield Entry(phrase, (Word(phrase, "forgotten"),), at)
        elif not isinstance(given, Mapping):
            complain(at, f'"{phrase}" must be what to write instead, a table, true or false')
        else:
            yield from _entry(phrase, given, at, complain)


def read_word_file(path: Path, complain: Callable[[int, str], None]) -> Iterator[Entry]:
    """The entries of a CSV file, or of a TOML file's `[words]`. Raises ConfigError for TOML that cannot be read."""
    if path.suffix.lower() == ".toml":
        document = read_toml(path)
        for name in document.table:
            if name != "words":
                complain(document.line(name), f'a word list holds [words] and nothing else, not "{name}"')
        yield from read_words(document.table.get("words", {}), lambda p: document.line("words", p), complain)
        return
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        complain(0, f"cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        complain(0, f"not UTF-8 (byte {error.start}); save it as CSV UTF-8")
    else:
        yield from _rows(text, complain)


def _rows(text: str, complain: Callable[[int, str], None]) -> Iterator[Entry]:
    import csv

    header = text.split("\n", 1)[0]
    parting = max(",;\t", key=header.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=parting)
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        unknown = next((name for name in columns if name not in COLUMNS), None)
        if "word" not in columns or unknown is not None:
            guess = did_you_mean(unknown, COLUMNS) if unknown else ""
            what = f'there is no column "{unknown}"{guess}' if unknown else 'the first line must have a column "word"'
            complain(1, f"{what}; the columns are {listed(COLUMNS)}")
            return
        for row in rows:
            cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if cell.strip()}
            if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
                complain(
                    rows.line_num, f"{len(row)} cells, but {len(columns)} columns; put quotation marks round commas"
                )
            elif cells:
                yield from _row(cells, rows.line_num, complain)
    except csv.Error as error:
        complain(rows.line_num, f"not valid CSV: {error}")


def _row(cells: dict[str, str], line: int, complain: Callable[[int, str], None]) -> Iterator[Entry]:
    phrase = cells.pop("word", "")
    if not phrase:
        complain(line, "this row has no word")
        return
    given: dict[str, Any] = dict(cells)
    for name in ("wrong", "except"):
        if name in given:
            given[name] = [one.strip() for one in given[name].split("|") if one.strip()]
    if "accept" in given:
        given["accept"] = given["accept"].lower() in ("yes", "y", "true", "x", "1")
    yield from _entry(phrase, given, line, complain)


def _entry(phrase: str, given: Mapping[str, Any], line: int, complain: Callable[[int, str], None]) -> Iterator[Entry]:
    """One entry out of its keys, unless something is wrong with it."""
    problem = _problem(phrase, given)
    if problem:
        complain(line, f'"{phrase}": {problem}')
        return
    rest = (
        given.get("reason", ""), given.get("severity", ""), given.get("fix", "safe"), tuple(given.get("except", ())),
    )  # fmt: skip
    if "wrong" in given:
        words = tuple(Word(wrong, "name", phrase, *rest) for wrong in given["wrong"])
    elif "use" in given:
        words = (Word(phrase, "use", given["use"], *rest),)
    elif given.get("accept"):
        words = (Word(phrase, "accepted"),)
    else:
        words = (Word(phrase, "banned", None, *rest),)
    yield Entry(phrase, words, line)


def _problem(phrase: str, given: Mapping[str, Any]) -> str | None:
    """What is wrong with an entry, None when nothing is."""
    unknown = next((name for name in given if name not in _KEYS), None)
    if unknown:
        return f'there is no key "{unknown}"{did_you_mean(unknown, _KEYS)}; an entry may have {listed(_KEYS)}'
    if not any(c.isalnum() for c in phrase):
        return "a phrase needs a letter or a figure"
    for name in ("use", "reason", "severity", "fix"):
        if not isinstance(given.get(name, ""), str):
            return f'"{name}" must be a string'
    for name in ("wrong", "except"):
        said = given.get(name, [])
        if not isinstance(said, list) or not all(isinstance(one, str) and one.strip() for one in said):
            return f'"{name}" must be a list of phrases'
    if len([name for name in ("use", "wrong", "accept") if given.get(name)]) > 1:
        return 'an entry has one of "use", "wrong" and "accept"'
    if given.get("severity", "warning") not in SEVERITIES:
        return f'a severity is one of {listed(SEVERITIES)}, not "{given["severity"]}"'
    if given.get("fix", "safe") not in ("safe", "unsafe"):
        return f'"fix" is "safe" or "unsafe", not "{given["fix"]}"'
    if given.get("use") == phrase or phrase in given.get("wrong", ()):
        return "it is said to be written as itself"
    return None


def circles(words: Mapping[str, tuple[Word, ...]]) -> Iterator[tuple[str, str]]:
    """Phrases whose replacement the list replaces or bans in turn, with what is wrong, in order."""
    flagged = {word.phrase for found in words.values() for word in found if word.kind in ("use", "banned", "name")}
    for phrase, found in words.items():
        for word in found:
            if word.use in flagged:
                yield phrase, f'"{word.use}" is to be written for "{word.phrase}", but the list has it as wrong too'
