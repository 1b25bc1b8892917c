"""A newsroom's own facts on top of the bundled ones."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from copydesk.knowledge.own import OwnFactsError
from copydesk.knowledge.registry import Registry, reopen_registry


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    yield
    monkeypatch.undo()
    reopen_registry()


def with_own(tmp_path: Path, text: str, name: str = "titles.toml") -> Registry:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return reopen_registry([path])


def problems(tmp_path: Path, text: str, name: str = "titles.toml") -> tuple[str, ...]:
    with pytest.raises(OwnFactsError) as caught:
        with_own(tmp_path, text, name)
    return tuple(caught.value.problems)


MAYOR = """
[[term]]
person = "Dolores Pinter"
aliases = ["Dee Pinter"]
office = "Mayor"
place = "Harlow Falls"
start = 2024-01-08
source = "city clerk"
"""


def test_a_local_office_holder(tmp_path: Path) -> None:
    registry = with_own(tmp_path, MAYOR)
    (pinter,) = registry.people("Dee Pinter")
    (place,) = registry.jurisdiction("Harlow Falls")
    assert registry.status(pinter, "mayor", place, date(2040, 1, 1)).state == "in"
    assert registry.status(pinter, "mayor", place, date(2023, 1, 1)).state == "before"
    assert registry.people("Joe Biden")


def test_a_bundled_open_term_is_closed(tmp_path: Path) -> None:
    text = '[[end]]\nperson = "Emmanuel Macron"\noffice = "president"\nplace = "France"\nend = 2026-10-01\n'
    registry = with_own(tmp_path, text)
    (macron,) = registry.people("Emmanuel Macron")
    assert registry.status(macron, "president", "FR", date(2026, 11, 1)).state == "after"
    (last,) = registry.status(macron, "president", "FR", date(2026, 11, 1)).terms
    assert last.own


def test_a_newsroom_row_takes_the_place_of_the_bundled_one(tmp_path: Path) -> None:
    text = (
        '[[term]]\nperson = "Joe Biden"\noffice = "president"\nplace = "U.S."\nstart = 2021-01-21\nend = 2025-01-20\n'
    )
    registry = with_own(tmp_path, text)
    (biden,) = registry.people("Joe Biden")
    rows = [term for term in registry.terms(biden) if term.office == "president"]
    assert [(term.start, term.own) for term in rows] == [(date(2021, 1, 21), True)]


def test_months_phrases_namesakes_and_offices(tmp_path: Path) -> None:
    text = """
[[office]]
title = "harbor master"
[[term]]
person = "Tom Lee"
office = "harbor master"
place = "Midtown"
start = "2024-03"
end = "2025-02"
[exempt]
phrases = ["President Street"]
[namesake]
"Mike Johnson" = "a baker in Midtown"
"""
    registry = with_own(tmp_path, text)
    (lee,) = registry.people("Tom Lee")
    (term,) = registry.terms(lee)
    assert (term.start, term.end, term.precision) == (date(2024, 3, 1), date(2025, 3, 1), "month")
    assert registry.office_forms()["harbor master"] == ("harbor-master",)
    assert registry.exempt == ("President Street",)
    assert registry.people("Mike Johnson") == ()


def test_a_name_of_a_bundled_person_must_say_whether_it_is_the_same(tmp_path: Path) -> None:
    text = MAYOR.replace("Dolores Pinter", "Mike Johnson").replace('aliases = ["Dee Pinter"]\n', "")
    (problem,) = problems(tmp_path, text)
    assert problem.startswith("titles.toml:2: is this Mike Johnson, House speaker of United States")
    registry = with_own(tmp_path, text + "same_person = false\n")
    assert len(registry.people("Mike Johnson")) == 2


def test_csv_says_the_same(tmp_path: Path) -> None:
    text = "change,person,aliases,office,place,start,end,acting\n"
    text += "term,Dolores Pinter,Dee Pinter;D. Pinter,mayor,Harlow Falls,2024-01-08,,\n\n"
    text += "term,Sam Fry,,mayor,Harlow Falls,2020-01-08,2024-01-08,\n"
    text += "end,Emmanuel Macron,,president,FR,,2026-10-01,\n"
    registry = with_own(tmp_path, text, "titles.csv")
    assert registry.people("D. Pinter") == registry.people("Dolores Pinter") != ()
    (macron,) = registry.people("Emmanuel Macron")
    assert registry.status(macron, "president", "FR", date(2027, 1, 1)).state == "after"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (MAYOR.replace("2024-01-08", '"January 8, 2024"'), 'titles.toml:2: "start" is no date: January 8, 2024'),
        (MAYOR + "end = 2023-01-01\n", "titles.toml:2: ends on 2023-01-01, which is not after its start"),
        (MAYOR.replace('"Mayor"', '"Mayer"'), 'titles.toml:2: there is no office "Mayer"; did you mean "mayor"?'),
        (MAYOR.replace("person", "persn"), 'titles.toml:2: [[term]] has no "persn"; did you mean "person"?'),
        (MAYOR.replace("start = 2024-01-08\n", ""), "titles.toml:2: [[term]] needs start"),
        (MAYOR.replace("Harlow Falls", "Georgia"), 'titles.toml:2: "Georgia" is several places; write place = "GE" or'),
        (
            MAYOR + MAYOR.replace("Dolores Pinter", "Sam Fry").replace("Dee", "Sammy"),
            "titles.toml:10: Sam Fry as mayor of Harlow Falls (since 2024-01-08) overlaps Dolores Pinter",
        ),
        (
            '[[term]]\nperson = "Sam Fry"\noffice = "president"\nplace = "France"\nstart = 2026-06-01\n',
            "titles.toml:1: Sam Fry as president of France (since 2026-06-01) overlaps Emmanuel Macron",
        ),
        (
            '[[end]]\nperson = "Sam Fry"\noffice = "mayor"\nplace = "France"\nend = 2026-06-01\n',
            "titles.toml:1: Sam Fry has no open term as mayor of France",
        ),
        ("[[term]\n", "titles.toml:1: not valid TOML"),
        ("[terms]\n", 'titles.toml:1: there is no table "terms"'),
        ("term = 3\n", "titles.toml:1: write [[term]], twice bracketed"),
        ("[exempt]\nphrases = 3\n", "titles.toml:1: write [exempt] and phrases ="),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    assert any(found.startswith(problem) for found in problems(tmp_path, text)), problems(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name,office\nSam Fry,mayor\n", 'titles.csv:1: there is no column "name"'),
        ("person,office,place,start\nSam Fry,mayor\n", "titles.csv:2: has 2 cells, and the first row names 4"),
        ("change,person\nbegin,Sam Fry\n", 'titles.csv:2: a change is "term" or "end", not "begin"'),
    ],
)
def test_what_is_wrong_in_a_csv_is_said_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    assert problems(tmp_path, text, "titles.csv")[0].startswith(problem)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    wrong = MAYOR.replace("2024-01-08", '"soon"')
    found = problems(tmp_path, wrong + wrong.replace("Pinter", "Fry"))
    assert [problem.split(":")[1] for problem in found] == ["2", "10"]


def test_acting_terms_may_overlap(tmp_path: Path) -> None:
    other = MAYOR.replace("Dolores Pinter", "Sam Fry").replace("Dee", "Sammy") + "acting = true\n"
    assert with_own(tmp_path, MAYOR + other).people("Sam Fry")
