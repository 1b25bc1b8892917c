"""Readability rules: how severe, where they point, and what they leave out."""

import pytest

import copydesk

LONG = " ".join(["The old dam at the bend of the river leaked", *["and leaked"] * 18, "again."])
VERY_LONG = " ".join(["The old dam at the bend of the river leaked", *["and leaked"] * 33, "again."])
SHORT = "It rained. Crews came. Nobody was hurt. Lee wept. The boats sank. "


def found(text: str, rule: str, house: str = "ap") -> list[copydesk.Violation]:
    return [v for v in copydesk.check_text(text, select=(rule,), house=house).violations if v.rule == rule]


def test_a_very_long_sentence_is_a_warning_and_a_long_one_a_suggestion() -> None:
    (long,) = found(f"It rained.\n\n{LONG}", "readability-sentence-length")
    (very_long,) = found(f"It rained.\n\n{VERY_LONG}", "readability-sentence-length")
    assert (long.severity, very_long.severity) == ("suggestion", "warning")
    assert long.message.startswith("47 words")


def test_one_long_sentence_among_many_is_let_be_but_not_a_very_long_one() -> None:
    many = f"It rained.\n\n{SHORT * 5}\n\n"
    assert found(many + LONG, "readability-sentence-length") == []
    assert len(found(many + VERY_LONG, "readability-sentence-length")) == 1
    assert len(found(f"{many}{LONG} {LONG}", "readability-sentence-length")) == 1


def test_the_longest_of_several_is_named_once() -> None:
    text = f"It rained.\n\n{LONG}\n\n{LONG[:-1]} and again.\n\n{LONG}"
    (one,) = found(text, "readability-sentence-length")
    assert text[one.start : one.end].endswith("and again.")
    assert one.message.endswith("3 of the story’s sentences are over 40")


@pytest.mark.parametrize(("house", "count"), [("bbc", 1), ("ap", 0), ("nyt", 0)])
def test_houses_differ_in_the_average(house: str, count: int) -> None:
    sentence = "Crews of the old river town dug out the canal by hand and fed the geese before the rain came in again."
    thirty = sentence[:-1] + " from the lake on the wide plain in the far west."
    text = f"{sentence.replace('canal', 'pond')}\n\n{sentence} {thirty} {sentence}"
    assert len(found(text, "readability-sentence-length", house)) == count


def test_the_grade_leaves_out_names_and_quotations() -> None:
    names = "".join(
        f"Alexandra Papadimitriou of Indianapolis sold {n} hens to Bartholomew Montgomery.\n\n" for n in range(9, 29)
    )
    assert found(f"It rained.\n\n{names}", "readability-grade") == []
    heavy = "considerable additional municipal expenditure necessitates administrative reconsideration"
    said = "".join(f"“In {n} years {heavy},” Lee said.\n\n" for n in range(9, 29))
    assert found(f"It rained.\n\n{said}", "readability-grade") == []
    told = "".join(f"In {n} years {heavy}, officials said.\n\n" for n in range(9, 29))
    (one,) = found(f"It rained.\n\n{told}", "readability-grade")
    assert "hard words (considerable, additional, municipal, expenditure)" in one.message


def test_an_article_has_one_finding_of_a_kind() -> None:
    figures = "Of 312 hens, 40 fled, 19 drowned, 7 were stolen and 4 sailed."
    fuller = "Of 312 hens, 40 fled, 19 drowned, 7 were stolen, 6 slept and 4 sailed."
    text = f"It rained.\n\n{figures}\n\n{fuller}\n\n{figures}"
    (one,) = found(text, "readability-number-density")
    assert text[one.start : one.end] == fuller
