"""Each extension point and key of Vale's, on texts with the very places marked that Vale reports."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from copydesk.adapters.vale.style import Pack, read_style
from copydesk.checking.examples import strip_carets
from copydesk.checking.fixer import apply_fixes
from copydesk.checking.plan import build_plan
from copydesk.checking.registry import Registry
from copydesk.checking.runner import check_article
from copydesk.model.violation import Safety, Violation
from copydesk.reading.read import read_article

RULES = tomllib.loads((Path(__file__).parent / "vale_cases.toml").read_text(encoding="utf-8"))["rules"]


def cases() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for rule in RULES:
        for case in rule["cases"]:
            yield rule["name"], {"text": case} if isinstance(case, str) else case


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pack, list[str]]:
    folder = tmp_path_factory.mktemp("styles") / "House"
    folder.mkdir()
    for rule in RULES:
        (folder / f"{rule['name']}.yml").write_text(rule["yaml"].lstrip(), encoding="utf-8")
    return read_style(folder)


def check(pack: Pack, name: str, text: str, **options: Any) -> list[Violation]:
    """What the rule of this name says of a Markdown text."""
    rules = {rule.id: rule for rule in pack.rules if rule.module and rule.check.check == f"House.{name}"}  # type: ignore[union-attr]
    plan = build_plan(Registry(rules, {}, {}, {}), options=dict.fromkeys(rules, options))
    return list(check_article(read_article(text, path="draft.md"), plan).violations)


@pytest.mark.parametrize(("name", "case"), list(cases()))
def test_a_rule_reports_what_is_marked(house: tuple[Pack, list[str]], name: str, case: Mapping[str, Any]) -> None:
    text, spans = strip_carets(case["text"] + "\n")
    found = check(house[0], name, text, **case.get("options", {}))
    assert sorted((v.start, v.end) for v in found) == spans
    if "fixed" in case:
        assert apply_fixes(text, found, Safety.UNSAFE)[0] == case["fixed"] + "\n"
    else:
        assert not [v for v in found if v.fix is not None and name not in ("Terms", "SentenceCase")]


def test_what_needs_a_tagger_is_named_and_left_out(house: tuple[Pack, list[str]]) -> None:
    pack, notes = house
    assert "vale-house-tagged" not in {rule.id for rule in pack.rules}
    assert [note for note in notes if "House.Tagged" in note and "tagger" in note]
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("Weasel", "It was very late.", "Avoid 'very'."),
        ("Terms", "They utilize it.", "Use 'use' instead of 'utilize'."),
        ("Terms", "He read whilst she wrote.", "Use 'while' or 'when' instead of 'whilst'."),
        ("Casing", "The midtown times is here.", "Use 'Midtown Times' instead of 'midtown times'."),
        ("Params", "It is close by today.", "Write 'nearby' for 'close by'."),
        ("Commas", "Mills, bridges, roads, towns.", "More than two commas (3)."),
        ("Sections", "It rained.", "Too few headings (0.00)"),
        ("Steps", "It was the town council there.", "Write 'town council' otherwise"),
        ("TitleCase", "# The mayor and the mill pond\n", "'The mayor and the mill pond' should be in title case"),
    ],
)
def test_messages_are_vales(house: tuple[Pack, list[str]], name: str, text: str, message: str) -> None:
    assert [v.message for v in check(house[0], name, text)] == [message]


def test_a_replacement_is_safe_and_a_cut_is_not(house: tuple[Pack, list[str]]) -> None:
    for name, text, safety in (
        ("Terms", "They utilize it.", Safety.SAFE),
        ("Remove", "It actually rained.", Safety.UNSAFE),
        ("Edit", "It is 5 km. long.", Safety.UNSAFE),
        ("SentenceCase", "# The Mayor And The Mill\n\nText.", Safety.UNSAFE),
    ):
        fix = check(house[0], name, text)[0].fix
        assert fix is not None
        assert fix.safety is safety


@pytest.mark.parametrize(
    ("name", "text", "options", "count"),
    [
        ("Commas", "Mills, bridges, roads, towns.", {"max": 3}, 0),
        ("Length", "It was a long day.", {"max": 4}, 1),
        ("Grade", "The cat sat on the old mat.", {"grade": -9.0}, 1),
        ("Weasel", "A very very very old mill.", {"limit": 1}, 1),
        ("Exceptions", "The MTA met.", {"exceptions": ("MTA",)}, 0),
        ("TitleCase", "# The mayor Votes\n", {"threshold": 0.5}, 0),
    ],
)
def test_a_newsroom_sets_options(
    house: tuple[Pack, list[str]], name: str, text: str, options: dict[str, Any], count: int
) -> None:
    assert len(check(house[0], name, text, **options)) == count
