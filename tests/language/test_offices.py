"""Titles: what belongs to the office, what is claimed of it, whose it is, and beside whose name it stands."""

from __future__ import annotations

import pytest

from copydesk import Article, Office, read_article


def only(text: str) -> Office:
    (office,) = read_article(text).offices
    return office


def whose(article: Article, office: Office) -> str:
    return article.prose[office.qualifier.start : office.qualifier.end] if office.qualifier else ""


@pytest.mark.parametrize(
    ("text", "form", "qualifier", "marks"),
    [
        ("Former U.S. President Joe Lee left.", "president", "U.S.", ["former"]),
        ("Ukrainian First Deputy Prime Minister Ana Ruiz left.", "first deputy prime minister", "Ukrainian", []),
        ("Secretary of State Ana Ruiz left.", "secretary of state", "", []),
        ("Director of National Intelligence Ana Ruiz left.", "director of national intelligence", "", []),
        ("New York Gov. Ana Ruiz left.", "governor", "New York", []),
        ("House Majority Leader Tom Lee left.", "majority leader", "House", []),
        ("U.N. Secretary-General Tom Lee left.", "secretary-general", "U.N.", []),
        ("then-Vice President Tom Lee left.", "vice president", "", ["then"]),
        ("Acting Labor Secretary Ana Ruiz left.", "labor secretary", "", ["acting"]),
        ("Lt. Gov. Ana Ruiz left.", "lieutenant governor", "", []),
        ("President-elect Ana Ruiz left.", "president", "", ["elect"]),
        ("Harlow College President Ana Ruiz left.", "president", "Harlow College", []),
        ("state Sen. Ana Ruiz left.", "state senator", "", []),
        ("White House press secretary Ana Ruiz left.", "press secretary", "White House", []),
    ],
)
def test_a_title_before_a_name(text: str, form: str, qualifier: str, marks: list[str]) -> None:
    office = only(text)
    assert (office.form, whose(office.article, office), [m.word for m in office.marks]) == (form, qualifier, marks)
    assert office.place == "before a name"
    assert office.person is not None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ana Ruiz, the former mayor, left.", "mayor"),
        ("Ana Ruiz, Police Chief since May, left.", "police chief"),
        ("Ana Ruiz, 54, president of the club, left.", "president"),
        ("Ana Ruiz, who was vice president, left.", "vice president"),
        ("Ana Ruiz, D-Ohio, the senator, left.", "senator"),
    ],
)
def test_a_title_behind_a_name(text: str, form: str) -> None:
    office = only(text)
    assert (office.form, office.place) == (form, "after a name")
    assert office.person is not None
    assert office.person.text == "Ana Ruiz"


def test_a_name_in_commas_behind_a_title() -> None:
    for text in ("The former president, Joe Lee, left.", "Bolivia’s interim president, Ana Ruiz, left."):
        office = only(text)
        assert (office.place, office.set_off) == ("before a name", True)


def test_a_title_alone() -> None:
    office = only("The mayor left.")
    assert (office.place, office.person, office.determined) == ("alone", None, True)
    assert only("The Gov. left.").abbreviated


def test_whose_it_is_behind_the_title() -> None:
    office = only("Ana Ruiz, the president of Ukraine, left.")
    assert office.complement is not None
    assert office.article.prose[office.complement.start : office.complement.end] == "Ukraine"
    office = only("President of South Korea Moon Jae-in left.")
    assert office.person is not None
    assert office.person.text == "Moon Jae-in"


@pytest.mark.parametrize("text", ["Stephen King left.", "Dr. King left.", "We met at the Martin Luther King Jr. site."])
def test_surnames_that_are_titles_too(text: str) -> None:
    assert all(office.word != "king" for office in read_article(text).offices)


def test_a_given_name_behind_a_title_is_no_title() -> None:
    office = only("Senator Dean Vale left.")
    assert (office.text, office.person and office.person.text) == ("Senator", "Dean Vale")
    assert only("Under President Vale, it fell.").text == "President"


def test_a_verb_in_capitals_parts_two_titles() -> None:
    text = "---\ntitle: President Vale Names New Envoy\n---\n\nNothing else was said."
    first, second = read_article(text).offices
    assert (first.text, first.person and first.person.text) == ("President", "Vale")
    assert second.text.endswith("Envoy")
    assert second.qualifier is None


def test_plurals() -> None:
    office = only("Sens. Ana Ruiz, D-Ohio, and Tom Lee, R-Utah, left.")
    assert office.plural
    assert [p.text for p in office.article.people if p.title is office] == ["Ana Ruiz", "Tom Lee"]
