import pytest

import copydesk
from copydesk.checking.phrases import PhraseError, PhraseIndex, Row, read_rules
from copydesk.model.article import Article, Kind, Zone
from copydesk.model.violation import Safety


def article(text: str) -> Article:
    return Article(text, zones=[Zone(Kind.BODY, 0, len(text))])


def found(text: str, *phrases: str, shields: tuple[str, ...] = ()) -> list[str]:
    rows = [("x-y", Row(p, None, Safety.SAFE, p != p.lower())) for p in phrases]
    return [text[hit.start : hit.end] for hit in PhraseIndex(rows, shields).find(article(text))]


def test_phrases_are_words_not_letters() -> None:
    assert found("They set a record, then reset a record.", "set a record") == ["set a record"]


def test_only_spaces_may_part_the_words() -> None:
    assert found("The press, conference aides said, left the press  conference.", "press conference") == [
        "press  conference"
    ]
    assert found("An e-mail and an e mail.", "e-mail") == ["e-mail"]


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    text = "Advisor Lee left. The firm Oak Advisor hired an advisor. OAK ADVISOR"
    assert found(text, "advisor") == ["Advisor", "advisor"]
    assert found("The World Wide Web Site opened. Web site owners met.", "web site") == ["Web site"]


def test_a_phrase_with_capitals_matches_as_written() -> None:
    assert found("The Ukraine and the Ukraine", "the Ukraine") == ["the Ukraine"]


def test_a_shield_lets_what_is_inside_it_be() -> None:
    text = "A press conference room, a press conference."
    assert len(found(text, "press conference", shields=("press conference room",))) == 1


def test_apostrophes_are_one() -> None:
    assert found("It’s own and it's own", "it's own") == ["It’s own", "it's own"]


def test_of_phrases_that_begin_together_the_longest_counts() -> None:
    assert found("at this point in time", "at this point", "at this point in time") == ["at this point in time"]
    assert found("at this point", "at this point", "at this point in time") == ["at this point"]


def test_a_possessive_is_the_phrase_and_its_s() -> None:
    assert found("The press conference’s end, the advisor's pen.", "press conference", "advisor") == [
        "press conference",
        "advisor",
    ]
    assert found("The press’s conference", "press conference") == []


def test_an_address_holds_no_phrase() -> None:
    assert found("See midtown.example/towards, tom@towards and/towards towards.", "towards") == ["towards"]


def test_a_capital_goes_only_where_nothing_else_wants_it() -> None:
    rows = [("x-y", Row("Internet", "internet", Safety.SAFE, True))]
    text = "Internet use grew. The Internet Society of Oak Internet put the Internet of Things on the Internet."
    assert [hit.start for hit in PhraseIndex(rows, ()).find(article(text))] == [text.rindex("Internet")]


def test_a_phrase_does_not_run_from_one_block_into_the_next() -> None:
    text = "the press\n\nconference"
    two = Article(text, zones=[Zone(Kind.BODY, 0, 9), Zone(Kind.BODY, 11, 21)])
    rows = [("x-y", Row("press conference", None, Safety.SAFE, False))]
    assert list(PhraseIndex(rows, ()).find(two)) == []


def test_a_misspelled_key_is_an_error_that_names_the_rule() -> None:
    with pytest.raises(PhraseError, match=r"\[usage-x\] has no key 'swop'"):
        read_rules('[usage-x]\nsummary = "X"\nseverity = "error"\nswop = {}\n', "words.toml")


def test_broken_toml_names_the_file() -> None:
    with pytest.raises(PhraseError, match=r"words\.toml"):
        read_rules("[usage-x\n", "words.toml")


def test_a_house_lets_a_phrase_be() -> None:
    text = "Tom Lee asked an advisor about healthcare."
    assert [v.message[-13:] for v in copydesk.check_text(text, select=("usage-house-spelling",)).violations] == [
        "not “advisor”",
        " “healthcare”",
    ]
    kept = copydesk.check_text(text, select=("usage-house-spelling",), house="reuters").violations
    assert [text[v.start : v.end] for v in kept] == ["advisor"]
