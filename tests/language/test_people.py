"""People: who is named, by which parts, and which mentions are one person's."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import read_article


def names(text: str) -> list[str]:
    return [person.text for person in read_article(text).people]


def identities(text: str) -> list[tuple[str, str]]:
    return [(person.text, person.identity.name) for person in read_article(text).people]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ana Ruiz left.", ("Ana", "", "Ruiz", "")),
        ("George W. Bush left.", ("George", "", "Bush", "")),
        ("J.D. Vance left.", ("J.D.", "", "Vance", "")),
        ("Martin Luther King Jr. left.", ("Martin Luther", "", "King", "Jr.")),
        ("Ursula von der Leyen left.", ("Ursula", "von der", "von der Leyen", "")),
        ("Xi Jinping left.", ("Jinping", "", "Xi", "")),
        ("Kim Jong Un left.", ("Jong Un", "", "Kim", "")),
        ("Ban Ki-moon left.", ("Ki-moon", "", "Ban", "")),
        ("Jeanine Áñez left.", ("Jeanine", "", "Áñez", "")),
        ("Robert De Niro left.", ("Robert", "De", "De Niro", "")),
    ],
)
def test_the_parts_of_a_name(text: str, parts: tuple[str, str, str, str]) -> None:
    (person,) = read_article(text).people
    assert (person.given, person.particles, person.surname, person.suffix) == parts


def test_initials_and_nicknames_are_told_apart() -> None:
    (bush,) = read_article("George W. Bush left.").people
    assert bush.initials == ("W.",)
    for text in ("Paul “Bear” Lee left.", "Paul (Bear) Lee left."):
        (lee,) = read_article(text).people
        assert (lee.given, lee.nickname, lee.surname) == ("Paul", "Bear", "Lee")


@pytest.mark.parametrize(
    "text",
    [
        "The Lincoln Center opened in New York.",
        "The Trump Organization closed Harlow Park.",
        "Hurricane Maria came on Tuesday.",
        "General Motors and Wells Fargo left Fort Leonard Wood.",
        "The Affordable Care Act stands.",
        "San Diego beat Los Angeles.",
        "It is in Mount Vernon.",
    ],
)
def test_companies_places_and_storms_are_nobody(text: str) -> None:
    assert names(text) == []


def test_a_surname_names_whom_the_article_names_in_full() -> None:
    text = "Mayor Ana Ruiz met Tom Lee. Ruiz left. Lee’s car broke. “Ruiz left,” he said. Kowalski sang."
    assert identities(text) == [
        ("Ana Ruiz", "Ana Ruiz"), ("Tom Lee", "Tom Lee"), ("Ruiz", "Ana Ruiz"), ("Lee", "Tom Lee"),
        ("Ruiz", "Ana Ruiz"),
    ]  # fmt: skip


def test_a_surname_alone_of_a_couple_names_the_one_last_named_in_full() -> None:
    text = "Ana Lee sang. Tom Lee danced. Lee left. Ana Lee came. Lee left."
    assert [name for text, name in identities(text) if text == "Lee"] == ["Tom Lee", "Ana Lee"]


def test_a_couple_shares_the_surname() -> None:
    bill, hillary = read_article("Bill and Hillary Clinton spoke.").people
    assert (bill.name, bill.shared) == ("Bill Clinton", True)
    assert hillary.identity is not bill.identity


def test_a_double_surname_and_particles_are_known_again() -> None:
    assert identities(
        "José Luis Rodríguez Zapatero met Ursula von der Leyen. Rodríguez Zapatero and von der Leyen ate."
    )[2:] == [("Rodríguez Zapatero", "José Luis Rodríguez Zapatero"), ("von der Leyen", "Ursula von der Leyen")]


def test_short_and_long_given_names_are_one_person() -> None:
    people = read_article("Robert Lee sang. Bob Lee danced.").people
    assert people[0].identity is people[1].identity


def test_names_in_capitals_and_in_title_case_headlines() -> None:
    text = "# LEE SIGNS BILL AS RUIZ WATCHES\n\nTom Lee signed. Ana Ruiz watched."
    assert identities(text)[:2] == [("LEE", "Tom Lee"), ("RUIZ", "Ana Ruiz")]
    (person,) = read_article("# President Petrenko Signs Bridge Bill\n\nNothing else was said.").people
    assert person.text == "Petrenko"


@pytest.mark.parametrize(
    "text",
    [
        "Tesni Vale, 44, left.",
        "Tesni Vale, the director of the pool, left.",
        "Judge Tesni Vale left.",
        "“No,” said Oluwadara Vale, who left.",
        "Oluwadara Vale Jr. left.",
        "O.B. Vale left.",
    ],
)
def test_what_says_that_a_name_is_a_person(text: str) -> None:
    assert len(names(text)) == 1


def test_two_surnames_are_one_persons() -> None:
    text = "Sen. Luz Ibarra Soto left. Ibarra Soto, 51, was late. Soto waved."
    people = read_article(text).people
    assert [person.surname for person in people] == ["Ibarra Soto", "Ibarra Soto", "Soto"]
    assert len({id(person.identity) for person in people}) == 1
    assert people[0].identity.given == "Luz"
    assert len({name for _, name in identities("Mary Ann Lee left. Ann Lee, 51, stayed.")}) == 2


def test_a_surname_behind_a_plain_given_name_settles_a_doubtful_one() -> None:
    assert names("Bill Tolliver and Hilda Tolliver left.") == ["Bill Tolliver", "Hilda Tolliver"]


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Mayor Dick Tolliver Visits Flooded Town", "Dick Tolliver"),
        ("Mayor Tom Q. Tolliver Visits Flooded Town", "Tom Q. Tolliver"),
        ("Mayor Tolliver Visits Flooded Town", "Tolliver"),
        ("Mayor Park Geun-hye Visits Flooded Town", "Park Geun-hye"),
        ("Mayor Luz Ibarra Soto to Visit Town", "Luz Ibarra Soto"),
        ("MAYOR LUZ IBARRA OPENS BRIDGE", "LUZ IBARRA"),
    ],
)
def test_a_name_in_a_headline_ends_before_the_verb(headline: str, name: str) -> None:
    text = f"---\ntitle: {headline}\n---\n\nNothing else was said."
    assert names(text) == [name]


def test_mentions_know_their_titles() -> None:
    text = "Former Presidents Ana Park, Tom Q. Lee and Mo Khan met Gov. Ana Ruiz."
    assert [person.title and person.title.text for person in read_article(text).people] == [
        "Former Presidents", "Former Presidents", "Former Presidents", "Gov.",
    ]  # fmt: skip


PIECES = st.sampled_from(
    [
        *"Ana Tom Ruiz Lee President Gov. former and of the , . “ ” ( ) said Jr. J. von der Leyen ’s # Mr. 34".split(),
        "\n\n",
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_people_stand_in_order_and_every_one_has_an_identity(pieces: list[str]) -> None:
    article = read_article(" ".join(pieces))
    people = article.people
    assert [p.start for p in people] == sorted(p.start for p in people)
    for person in people:
        assert person in person.identity.mentions
        assert article.text[person.start : person.end] == person.text
        assert person.given or person.surname
    for one, two in pairwise(people):
        assert one.end <= two.start


@given(st.text(max_size=200))
def test_any_text_has_people_and_offices(text: str) -> None:
    article = read_article(text)
    assert all(0 <= person.start < person.end <= len(article.text) for person in article.people)
    assert all(office.start <= office.head.start < office.head.end <= office.end for office in article.offices)
