"""The houses that ship: what each lets pass and what it does not."""

import pytest

from copydesk import check_text
from copydesk.checking.registry import load_rules
from copydesk.config.known import take
from copydesk.config.load import find_houses, house_rules, settings_of
from copydesk.config.plans import plan_for

HOUSES = ("ap", "bbc", "guardian", "nyt", "reuters")


def found(text: str, house: str) -> set[str]:
    """The rules, of those that houses differ in, that are broken in a sentence of a story of February 2025."""
    report = check_text(text, house=house, date="2025-02-12", path="a.md")
    return {v.rule for v in report.violations} & set().union(*(set(rules) for rules in house_rules().values()))


def test_all_five_ship() -> None:
    assert tuple(sorted(find_houses())) == HOUSES


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_names_only_rules_and_options_that_there_are(house: str) -> None:
    settings = settings_of(house)
    assert settings.house == house
    plan = plan_for(settings)
    assert not [rule for rule, severity in settings.severities if severity == "off" and rule in plan]


def test_every_option_of_every_rule_can_be_set() -> None:
    for rule in load_rules().rules.values():
        for option, default in rule.options.items():
            if default is not None:
                value = list(default) if isinstance(default, tuple | frozenset) else default
                taken, problem = take(rule, option, value)
                assert (problem, hash(taken) is None) == (None, False), f"{rule.id}.{option}"
            assert take(rule, option, {})[1], f"{rule.id}.{option} takes anything"


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_says_nothing_that_is_the_default(house: str) -> None:
    usual = plan_for(settings_of("ap")).bound
    said = settings_of(house)
    assert not [rule for rule, severity in said.severities if rule in usual and usual[rule].severity == severity]
    assert not [row for row in said.options if usual[row[0]].rule.options[row[1]] == row[2]]


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("The court in Boise ruled on Feb. 28, 2024, for the city.", {"ap", "nyt", "reuters"}),
        ("The court in Boise ruled on 28 February 2024 for the city.", {"bbc", "guardian"}),
        ("The pool opens at 10:30 p.m. for swimmers.", {"ap", "nyt", "reuters"}),
        ("The pool opens at 10.30pm for swimmers.", {"guardian"}),
        ("The pool opens at 10:30pm for swimmers.", {"bbc"}),
        ("She called the plan “a disgrace”.", {"bbc", "guardian"}),
        ("She called the plan “a disgrace.”", {"ap", "bbc", "guardian", "nyt", "reuters"}),
        ("The mayor called a press conference for the morning.", {"guardian"}),
        ("They ran towards the school.", {"bbc", "guardian"}),
        (
            "---\nsource: Reuters\n---\nLONDON, Feb 12 (Reuters) - Shares of the bank rose in early trading.",
            {"bbc", "guardian", "reuters"},
        ),
        ("Board Agrees to Sell the Historic Ferry\n\nThe board agreed to sell the ferry.", {"nyt"}),
    ],
)
def test_each_house_lets_its_own_forms_pass(text: str, houses: set[str]) -> None:
    assert {house for house in HOUSES if not found(text, house)} == houses
