"""The pack's facts: tables of tab-separated values under `data/`, each read when first asked for."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME.tsv`; empty lines and lines that begin with `#` are left out."""
    from pathlib import Path

    lines = (Path(__file__).parent / "data" / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


class State(NamedTuple):
    """A U.S. state or Canadian province. dateline: its AP form after a city."""

    name: str
    dateline: str
    country: str


@cache
def states() -> dict[str, State]:
    """Every written form of every state and province, `fold`ed, and the state that it means."""
    found: dict[str, State] = {}
    for name, dateline, postal, others, country in table("states"):
        state = State(name, dateline, country)
        for form in (name, dateline, postal, *filter(None, others.split(";"))):
            found.setdefault(fold(form), state)
    return found


@cache
def countries() -> frozenset[str]:
    """The countries' names, `fold`ed."""
    return frozenset(fold(name) for name, _ in table("countries"))


class City(NamedTuple):
    """A city of datelines. region: what stands after it, "" unknown.  alone: AP prints it by itself."""

    name: str
    region: str
    alone: bool


@cache
def cities() -> dict[str, City]:
    """The cities of `data/dateline_cities.tsv` by `fold`ed name."""
    return {fold(name): City(name, region, printed == "alone") for name, region, printed in table("dateline_cities")}


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name as it is compared: lower case, no accents, no periods, single spaces, straight apostrophes."""
    plain = name if name.isascii() else _unaccented(name)
    return " ".join(plain.replace("’", "'").replace(".", "").casefold().split())


def _unaccented(name: str) -> str:
    from unicodedata import combining, normalize

    return "".join(c for c in normalize("NFKD", name) if not combining(c))


def distance(one: str, two: str) -> int:
    """Edits between two words, a swap of neighbours counted as one."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
