"""Every rule of the built-in pack is complete, and its own examples hold."""

import pytest

from copydesk.checking.examples import HouseTables, complaints
from copydesk.checking.registry import load_rules
from copydesk.config.load import house_rules

REGISTRY = load_rules()
HOUSES = HouseTables(house_rules())


@pytest.mark.parametrize("rule_id", REGISTRY.rules)
def test_rule_is_complete_and_its_examples_hold(rule_id: str) -> None:
    assert list(complaints(REGISTRY.rules[rule_id], REGISTRY, HOUSES)) == []


def test_ids_are_family_and_kebab_name() -> None:
    assert [
        i for i in REGISTRY.rules if not all(part.isalnum() and part == part.lower() for part in i.split("-"))
    ] == []
    assert [i for i in REGISTRY.rules if "-" not in i] == []


def test_renamed_rules_lead_to_rules_that_exist() -> None:
    assert [new for new in REGISTRY.redirects.values() if new not in REGISTRY.rules] == []
    assert [old for old in REGISTRY.redirects if old in REGISTRY.rules] == []
