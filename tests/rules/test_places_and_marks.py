"""Places, abbreviations and punctuation: what holds for every text, and what takes more than a sentence to show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.checking.plan import build_plan
from copydesk.checking.registry import load_rules
from copydesk.checking.runner import check_article
from copydesk.checking.select import Selection
from copydesk.reading.read import read_article
from copydesk_rules._facts import table

FAMILIES = ("place", "abbreviation", "punct")
PLAN = build_plan(load_rules(), Selection(select=FAMILIES))
PIECES = [
    "Reno, Nevada ", "in Salem, OR", ", Fla.", "Washington DC", "the US ", "U.N.", "F.B.I.", "EFLA ", "(EFLA) ",
    "Easton Ferry Line Association ", "CEO’s ", "Gull Boats, Inc. ", "Easton Ferry Company ", "e.g. ", "etc.", " & ",
    "40 Gull Street ", "on Elm Ave. ", "drove North ", "fire in Tampa injured two in the city of Akron ", "red, white",
    ", and ", " or ", "--", "—", " – ", " - ", "  ", "!", "!!", ",,", "..", " ,", "â€™", "\u00a0", "\t", " \n", "\r\n",
    "James’s ", "the boss’ ", "newly-built ", "a full time job ", "non-profit ", "(", ")", "[", "]", ": To ", ": the ",
    "Ann Lee, mayor of Easton said ", "“", "”", "\n\n", "- ", "**", "İ", "\u2060", "word ", "Word ", ".", ",",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["a.md", "a.txt"]))
def test_rules_hold_on_any_text(text: str, path: str) -> None:
    report = check_article(read_article(text, path=path), PLAN)
    assert [v.message for v in report.violations if v.rule == "internal-error"] == []
    for violation in report.violations:
        assert 0 <= violation.start < violation.end <= len(text)
        for edit in violation.fix.edits if violation.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    ["a, b, and c ", "(", "a—b ", "! ", "US ", "A.", "in Reno, Nevada ", "40 Elm Street ", "a: To b ", "s's ", "Aa, "],
)
def test_an_endless_line_ends(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    report = check_article(read_article(text), PLAN)
    assert [v.message for v in report.violations if v.rule == "internal-error"] == []


def found(text: str, rule: str, **how: object) -> list[str]:
    report = copydesk.check_text(text, select=(rule,), **how)  # type: ignore[arg-type]
    return [text[v.start : v.end] for v in report.violations]


def test_a_strike_on_one_city_that_harms_another_is_a_conflict() -> None:
    story = (
        "Officials said Tuesday that a rocket strike on Odesa early Monday wounded a baker and wrecked six ovens in "
        "the eastern city of Poltava."
    )
    assert found(story, "place-conflict") == ["on Odesa"]
    assert found(story.replace("on Odesa", "on Odesa and Poltava"), "place-conflict") == []


def test_a_headline_and_its_story_name_one_place() -> None:
    story = "---\ntitle: Flood in Dayton ruins 40 bakeries\n---\nA flood in Toledo ruined 40 bakeries Monday.\n"
    assert found(story, "place-conflict") == ["in Dayton"]
    assert found(story + "\nBakers in Dayton sent bread.\n", "place-conflict") == []


def test_a_habit_is_reported_once_and_mended_everywhere() -> None:
    text = "Oars, ropes, and nails sank.\n\nBread, pies, and jam floated.\n\nHens, geese, and goats swam.\n"
    assert found(text, "punct-serial-comma") == [", and"]
    fixed = copydesk.fix_text(text, select=("punct-serial-comma",)).text
    assert fixed == text.replace(", and", " and")


def test_a_comma_follows_washington_when_its_periods_are_set() -> None:
    text = "Park rowed to Washington DC on Monday.\n"
    fixed = copydesk.fix_text(text, select=("place-washington", "place-state-comma")).text
    assert fixed == "Park rowed to Washington, D.C., on Monday.\n"


@pytest.mark.parametrize(
    ("house", "text", "rule", "expected"),
    [
        ("guardian", "Boats of the U.S. navy sank.", "place-us-periods", ["U.S."]),
        ("reuters", "Boats of the U.K. navy sank.", "place-us-periods", ["U.K."]),
        ("reuters", "Boats of the U.N. sank.", "place-us-periods", []),
        ("nyt", "Park rows in Reno, Nevada.", "place-state-spell", ["Nevada"]),
        ("bbc", "The boats – all nine – sank.", "punct-dash-form", []),
        ("guardian", "Easton Boats, Inc. sank.", "abbreviation-company", []),
        ("nyt", "Hayes’ boat sank.", "punct-possessive-proper-s", ["Hayes’"]),
        ("guardian", "Park lives at 9 Gull St. now.", "place-street-abbrev", ["St."]),
    ],
)
def test_houses_differ(house: str, text: str, rule: str, expected: list[str]) -> None:
    assert found(text, rule, house=house) == expected


def test_initialisms_are_spelled_out_before_or_right_after() -> None:
    assert found("The EFLA, or Easton Ferry Line Association, met.", "abbreviation-undefined") == []
    assert found("The EFLA met.\n\nLater the Easton Ferry Line Association dined.", "abbreviation-undefined") == []
    assert found("The EFLA met.", "abbreviation-undefined") == ["EFLA"]


def test_tables_are_sorted_and_even() -> None:
    for name in ("cities_abroad", "initialisms"):
        rows = table(name)
        assert list(rows) == sorted(rows), name
        assert len({len(row) for row in rows}) == 1, name
