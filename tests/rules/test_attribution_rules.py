"""Attribution: what the rules' own examples cannot show, which are severities, groups and fixes over whole stories."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import Report, check_text, fix_text

NAMES = st.sampled_from(["Nell Park", "Tom Lee", "Ana Ruiz", "Brandt", "the ferry captain", "she"])
WORDS = st.sampled_from(["The ice is thin", "Nobody rowed home", "We sold the barn in May", "It leaks"])


def found(text: str, rule: str, house: str = "ap") -> Report:
    return check_text(text, select=(rule,), house=house)


def test_a_loaded_verb_weighs_less_in_the_reporters_own_words() -> None:
    report = found("“The ice is thin,” Park claimed.\n\nLee claimed that it was thick.", "attribution-loaded-verb")
    assert [str(violation.severity) for violation in report.violations] == ["warning", "suggestion"]


def test_synonyms_of_said_are_one_finding_that_mends_them_all() -> None:
    story = "“It leaks,” Park stated.\n\n“It sank,” Lee remarked. “Twice,” he opined.\n\n“No,” Ruiz states."
    (violation,) = found(story, "attribution-said-synonym").violations
    assert violation.fix is not None
    assert len(violation.fix.edits) == 4
    mended = fix_text(story, select=("attribution-said-synonym",), unsafe=True).text
    assert mended == "“It leaks,” Park said.\n\n“It sank,” Lee said. “Twice,” he said.\n\n“No,” Ruiz says."


def test_a_crowd_that_the_next_sentence_names_is_only_a_hint() -> None:
    bare = "Critics say the ferry is small. It has nine seats."
    named = "Critics say the ferry is small. Ana Ruiz of Heron College has measured it."
    assert [str(v.severity) for v in found(bare, "attribution-vague").violations] == ["warning"]
    assert [str(v.severity) for v in found(named, "attribution-vague").violations] == ["suggestion"]


def test_a_link_is_a_source() -> None:
    linked = (
        "Studies [show](https://heron.example/a) that geese nap. The line is reportedly [dead](https://heron.example)."
    )
    assert not found(linked, "attribution-vague").violations
    assert not found(linked, "attribution-hearsay").violations


@pytest.mark.parametrize("house", ["guardian", "bbc"])
def test_british_houses_let_the_verb_stand_first(house: str) -> None:
    text = "“It leaks,” said Park.\n\nIt is understood that it sank.\n\nIt was old, according to Nell Park."
    for rule in ("attribution-order", "attribution-hearsay", "attribution-according-to-person"):
        assert found(text, rule).violations
        assert not found(text, rule, house=house).violations


def test_how_a_statement_came_is_asked_only_when_selected() -> None:
    text = (
        "“" + "We value each of our riders and regret the delay of the ferry. " * 3 + "We are sorry,” the company said."
    )
    rule = "attribution-email"
    assert [v.rule for v in found(text, rule).violations] == [rule]
    assert rule not in {v.rule for v in check_text(text).violations}


PIECES = st.sampled_from(
    [
        "“", "”", '"', "‘", "’", ",", ".", "?", "!", ":", " ", "\n\n", "- ", "> ", "…", "[", "](http://a.example)", "İ",
        " said ", " claimed that ", " laughed", " told the board ", "angrily", "Nell Park", "Tom Lee", "he", "she",
        "Critics say ", "some ", "reportedly ", "according to ", "It is thin", " that ", "We ", "(sic)", "so-called ",
        "\u2060",
    ]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_no_text_breaks_a_rule(text: str, path: str) -> None:
    report = check_text(text, path=path, select=("attribution", "attribution-email", "quote", "quote-scare"))
    assert [v.message for v in report.violations if v.rule == "internal-error"] == []


@given(NAMES, WORDS, WORDS)
def test_turning_the_order_leaves_nothing_to_turn(name: str, first: str, second: str) -> None:
    text = f"“{first},” said {name}. “{second},” {name} said."
    fixed = fix_text(text, select=("attribution-order",)).text
    assert fixed == text.replace(f"said {name}.", f"{name} said.")
    assert not found(fixed, "attribution-order").violations


@given(st.lists(st.tuples(NAMES, WORDS, st.sampled_from(["said", "claimed", "noted", "said softly"])), max_size=6))
def test_quotations_are_never_edited(lines: list[tuple[str, str, str]]) -> None:
    text = "\n\n".join(f"“{words},” {name} {verb}." for name, words, verb in lines)
    fixed = fix_text(text, select=("attribution",), unsafe=True).text
    assert [line.split("”")[0] for line in fixed.split("\n\n")] == [line.split("”")[0] for line in text.split("\n\n")]
