"""Tables of words and the rules that read them: what the examples of the rules cannot show."""

import re

from hypothesis import given
from hypothesis import strategies as st

import copydesk
from copydesk import wants_an
from copydesk_rules._copy import places, with_article
from copydesk_rules._facts import table
from copydesk_rules.usage._spellings import to_uk, to_us

WORDS = st.sampled_from(
    "the a of bakers baker rowed stole raped arrested for less very , . “ ” I we that which who".split()
)


def spans(rule: str, text: str, **given: str) -> list[str]:
    return [text[v.start : v.end] for v in copydesk.check_text(text, select=(rule,), **given).violations]  # type: ignore[arg-type]


def test_no_spelling_is_its_own_twin() -> None:
    assert all(uk != us for uk, us in to_us().items())
    assert all(us != uk for us, uk in to_uk().items())


def test_what_is_made_american_is_not_taken_for_british() -> None:
    assert not set(to_us().values()) & to_us().keys()
    assert not set(to_uk().values()) & to_uk().keys()


def test_words_alike_in_both_are_in_neither_table() -> None:
    alike = (
        "exercise advise surprise compromise enterprise promise franchise glamour contour precise wise practice".split()
    )
    assert not set(alike) & to_us().keys()
    assert not set(alike) & to_uk().keys()


def test_confusables_have_patterns_that_compile_and_pairs_that_fit() -> None:
    for written, meant, before, after in table("confusables"):
        wrong, right = written.split("|"), meant.split("|")
        assert len(right) in (1, len(wrong)), written
        assert not set(wrong) & set(right), written
        for pattern in (before, after):
            re.compile(pattern.replace(" ", r"\s+"))


def test_a_word_said_four_times_is_one_finding() -> None:
    assert spans("usage-repeat-word", "Snow shut the the the the fair.") == ["the the the the"]


def test_writers_who_say_i_throughout_are_let_be() -> None:
    once = "I rowed home. The pier is shut."
    assert spans("usage-first-person", once) == ["I"]
    assert spans("usage-first-person", once + " We ate, and I sang, and our oven fell." * 2) == []


def test_house_spells_its_own_english() -> None:
    text = "The color of the harbour is gray."
    assert spans("usage-us-uk-spelling", text) == ["harbour"]
    assert spans("usage-us-uk-spelling", text, house="guardian") == ["color", "gray"]


def test_marks_of_chat_programs_are_found_in_addresses() -> None:
    text = "See [the toll](https://ferry.example/toll?utm_source=chatgpt.com&x=1)."
    assert spans("usage-ai-leftover", text) == ["utm_source=chatgpt.com"]


def test_article_before_a_replacement_fits() -> None:
    article = copydesk.read_article("He is an actor and a fireman.")
    (place,) = places(article, {"actor"})
    assert [edit.text for edit in with_article(place, place.end, "baker")] == ["a", "baker"]
    assert wants_an("hour")
    assert wants_an("actor")
    assert not wants_an("unit")
    assert not wants_an("baker")


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_places_are_the_words_asked_for(text: str) -> None:
    article = copydesk.read_article(text, path="draft.txt")
    for place in places(article, {"bakers", "less"}, in_quotes=True):
        assert place.word(0) in ("bakers", "less")
        assert article.folded[place.start : place.end] == place.word(0)
        assert place.index in article.tokens.where[place.word(0)]
        assert place.sentence().start <= place.start < place.end <= place.sentence().end


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_rule_of_these_families_fails(text: str) -> None:
    found = copydesk.check_text(text, select=("usage", "sensitivity", "legal")).violations
    assert [v for v in found if v.rule == "internal-error"] == []
