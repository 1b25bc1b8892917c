"""Readability: what is counted, the formulas, narration apart from speech, and what makes a sentence hard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.api import read_article
from copydesk.language.readability import INDEXES, Counts, count_word, is_familiar, other_parts

STORY = (
    "---\ntitle: The dam leaks\n---\n"
    "MIDTOWN — The dam at Mill Bend leaks, the town’s engineer said Monday.\n\n"
    "“We saw it in May. We told the council then, and nobody came,” Tom Lee said.\n\n"
    "> Nobody came, and nobody called us back.\n\n"
    "Crews will patch it by June 3.\n\n- Sandbags\n- A pump\n"
)


def test_formulas_by_hand() -> None:
    counts = Counts(
        sentences=4, words=100, syllables=150, letters=450, characters=460, polysyllables=12, complex=10, long=30,
        unfamiliar=20,
    )  # fmt: skip
    expected = {
        "flesch_reading_ease": 206.835 - 1.015 * 25 - 84.6 * 1.5,
        "flesch_kincaid": 0.39 * 25 + 11.8 * 1.5 - 15.59,
        "gunning_fog": 0.4 * (25 + 10),
        "smog": 1.043 * (30 * 12 / 4) ** 0.5 + 3.1291,
        "ari": 4.71 * 4.6 + 0.5 * 25 - 21.43,
        "coleman_liau": 0.0588 * 450 - 0.296 * 4 - 15.8,
        "dale_chall": 0.1579 * 20 + 0.0496 * 25 + 3.6365,
        "lix": 25 + 30,
    }
    assert counts.indexes() == pytest.approx(expected)


def test_dale_chall_adds_nothing_to_an_easy_text() -> None:
    assert Counts(sentences=10, words=100, unfamiliar=5).indexes()["dale_chall"] == pytest.approx(0.7895 + 0.496)


def test_nothing_has_no_grade_and_no_error() -> None:
    assert set(Counts().indexes().values()) == {0.0}
    assert read_article("").readability.loads == ()


def test_narration_and_speech_apart() -> None:
    measures = read_article(STORY).readability
    assert [load.is_speech for load in measures.loads] == [False, True, True, True, False]
    assert measures.story.sentences == 5
    assert measures.narration.words + measures.speech.words == measures.story.words
    assert measures.story.words == 11 + 16 + 7 + 7


def test_other_parts_are_counted_apart() -> None:
    parts = other_parts(read_article(STORY))
    assert parts["headlines"].words == 3
    assert parts["lists"].words == 3


def test_a_name_is_no_hard_word() -> None:
    assert count_word("Colorado").complex == 0
    assert count_word("colorado").complex == 1
    assert count_word("Colorado").names == 1
    assert count_word("Colorado").unfamiliar == 0


@pytest.mark.parametrize(
    ("word", "hard"),
    [
        ("municipal", 1),
        ("cathedral", 1),
        ("wanted", 0),
        ("repeated", 0),  # the third syllable is the -ed
        ("insisting", 0),
        ("advances", 0),
        ("well-meaning-man", 0),  # a compound
    ],
)
def test_words_that_gunning_calls_hard(word: str, hard: int) -> None:
    assert count_word(word).complex == hard


@pytest.mark.parametrize(
    "written", ["www.midtown.example/news", "https://midtown.gov", "desk@midtown.org", "midtown.com,"]
)
def test_an_address_is_no_word(written: str) -> None:
    assert count_word(written) == Counts()


@pytest.mark.parametrize("word", ["boy", "boys", "boy’s", "carried", "running", "happier", "making", "don’t"])
def test_familiar_words_and_their_forms(word: str) -> None:
    assert is_familiar(word)


@pytest.mark.parametrize("word", ["reservoir", "municipal", "notwithstanding"])
def test_unfamiliar_words(word: str) -> None:
    assert not is_familiar(word)


def test_names_weigh_as_much_as_other_words() -> None:
    counts = Counts(sentences=1, words=10, syllables=22, names=2, name_syllables=10)
    assert counts.without_names.syllables == 15
    assert counts._replace(names=0, name_syllables=0).without_names.syllables == 22


def test_the_hardest_sentence_costs_most() -> None:
    heavy = (
        "Administrators anticipated considerable municipal expenditure, which was approved by officials who said that "
        "the deteriorating infrastructure necessitated it."
    )
    article = read_article(f"The dam leaks.\n\nIt rained. {heavy} Lee left. The geese slept.")
    cost, load = article.readability.hardest()[0]
    assert load.sentence.text == heavy
    story = article.readability.narration
    assert cost == pytest.approx(story.grade - story.less(load.counts).grade)
    why = load.reasons
    assert why.length == 18
    assert why.clauses == 4
    assert why.words[0] == "administrators"
    assert why.passive == "was approved by"
    assert str(why).startswith("18 words, 4 clauses, hard words (administrators, anticipated")


def test_markup_is_not_counted() -> None:
    plain = read_article("The old dam leaks badly.").readability.story
    marked = read_article("The **old** dam [leaks](https://midtown.example/dam) bad*ly*.").readability.story
    assert marked == plain


@given(st.text(alphabet="abc DE.,”“’-1%$\n*é", max_size=200))
def test_counts_hold_together(text: str) -> None:
    article = read_article(text)
    measures = article.readability
    story = measures.story
    assert story == measures.narration.plus(measures.speech)
    assert story.sentences == len(measures.loads)
    assert story.complex <= story.polysyllables <= story.words
    assert story.letters <= story.characters
    assert story.long <= story.words
    for load in measures.loads:
        assert 0 < load.counts.words <= article.count_words(load.sentence.start, load.sentence.end)
    assert set(story.indexes()) == set(INDEXES)
