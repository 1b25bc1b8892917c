"""Who held which office when, by the bundled facts and by small tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.knowledge.model import GRACE, Term, status_of
from copydesk.knowledge.names import fold, form_key, surname_of, without_initials
from copydesk.knowledge.registry import Registry, bundled_tables, open_registry
from copydesk.knowledge.tables import read_facts


@pytest.fixture(scope="module")
def registry() -> Registry:
    return open_registry()


def term(start: str | None, end: str | None = None, **more: object) -> Term:
    facts = {"precision": "day", "slack": 0, "acting": False, "scheduled_end": None, "as_of": date(2026, 1, 1)}
    facts |= more
    return Term(
        "ana-ruiz", "mayor", "midtown", date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None, source="test", **facts,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Luiz Inácio Lula da Silva", "luiz inacio lula da silva"),
        ("Robert F. Kennedy Jr.", "robert f kennedy"),
        ("JD Vance", "jd vance"),
        ("J. D. Vance", "jd vance"),
        ("J.D. Vance", "jd vance"),
        ("George H. W. Bush", "george hw bush"),
        ("Ban Ki-moon", "ban ki moon"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Lech Wałęsa", "lech walesa"),
        ("Beto O’Rourke", "beto o'rourke"),
        ("Jon Huntsman, Jr.", "jon huntsman"),
    ],
)
def test_names_are_compared_without_what_copy_varies(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=40))
def test_folding_is_a_fixpoint(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_middle_initials_are_left_out() -> None:
    assert without_initials("John F. Kennedy") == "john kennedy"
    assert without_initials("George H.W. Bush") == "george bush"
    assert without_initials("J. Edgar Hoover") == "j edgar hoover"


def test_particles_belong_to_a_surname() -> None:
    assert surname_of("Ursula von der Leyen") == "von der Leyen"
    assert surname_of("Al Gore Jr.") == "Gore"


def test_places_are_compared_without_points_article_and_possessive() -> None:
    assert form_key("the U.S.") == form_key("US") == "us"
    assert form_key("Ukraine’s") == "ukraine"


class TestState:
    def test_a_closed_term_decides_with_a_day_to_spare_at_either_end(self) -> None:
        row = term("2020-03-10", "2024-03-10")
        found = [row.state(date(2020, 3, day)) for day in (8, 9, 10, 11, 12)]
        assert found == ["before", "edge", "edge", "edge", "in"]
        assert [row.state(date(2024, 3, day)) for day in (8, 9, 11, 12)] == ["in", "edge", "edge", "after"]

    def test_months_get_a_month_and_years_never_decide(self) -> None:
        month = term("2020-03-01", "2024-03-31", precision="month")
        assert month.state(date(2020, 3, 30)) == "edge"
        assert month.state(date(2020, 4, 5)) == "in"
        year = term("2020-01-01", "2024-12-31", precision="year")
        assert {year.state(date(y, 6, 1)) for y in (2015, 2022, 2030)} == {"unknown"}

    def test_sources_that_differ_widen_the_edge(self) -> None:
        assert term("2020-03-10", slack=10).state(date(2020, 3, 20)) == "edge"
        assert term("2020-03-10", slack=10).state(date(2020, 3, 22)) == "in"

    def test_an_open_term_is_known_up_to_its_source_and_the_grace_period(self) -> None:
        row = term("2020-03-10", as_of=date(2026, 1, 1))
        last = date(2026, 1, 1) + timedelta(GRACE)
        assert row.state(last) == "in"
        assert row.state(last + timedelta(1)) == "unknown"

    def test_a_scheduled_end_is_no_event_but_ends_what_is_known(self) -> None:
        row = term("2020-03-10", as_of=date(2026, 1, 1), scheduled_end=date(2026, 2, 1))
        assert row.state(date(2026, 1, 30)) == "in"
        assert row.state(date(2026, 2, 3)) == "unknown"

    def test_what_a_newsroom_says_holds_until_it_says_otherwise(self) -> None:
        assert term("2020-03-10", as_of=date.max).state(date(2099, 1, 1)) == "in"

    def test_an_unknown_start_decides_after_the_end_only(self) -> None:
        row = term(None, "2014-10-01")
        assert row.state(date(2014, 1, 1)) == "unknown"
        assert row.state(date(2015, 1, 1)) == "after"


def test_a_second_term_makes_an_old_holder_one_again() -> None:
    rows = [term("2017-01-20", "2021-01-20"), term("2025-01-20")]
    found = {
        day: status_of(rows, date.fromisoformat(day))
        for day in ("2016-01-01", "2019-01-01", "2023-01-01", "2025-02-12")
    }
    assert [status.state for status in found.values()] == ["before", "in", "after", "in"]
    assert found["2025-02-12"].terms == (rows[1],)
    assert found["2023-01-01"].terms == tuple(rows)
    assert status_of([], date(2025, 1, 1)) == ("unknown", ())


class TestBundled:
    def test_the_tables_refer_to_nothing_that_is_not_there(self) -> None:
        facts = read_facts(bundled_tables())
        assert len(facts.terms) >= 3000
        assert {term.person for term in facts.terms} == set(facts.people)
        assert not [t for t in facts.terms if t.start and t.end and t.end <= t.start]
        assert not [t for t in facts.terms if t.start is None and t.end is None]

    def test_the_tables_are_sorted_and_have_no_row_twice(self) -> None:
        for name in ("people", "offices", "jurisdictions"):
            rows = [r for r in (bundled_tables() / f"{name}.tsv").read_text("utf-8").split("\n") if r and r[0] != "#"]
            assert rows == sorted(set(rows))
        terms = [
            r.split("\t") for r in (bundled_tables() / "terms.tsv").read_text("utf-8").split("\n") if r and r[0] != "#"
        ]
        keys = [(r[2], r[1], r[3], r[0]) for r in terms]
        assert keys == sorted(set(keys))

    @pytest.mark.parametrize(
        ("name", "office", "place", "on", "state"),
        [
            ("Donald Trump", "president", "US", "2025-02-12", "in"),
            ("Donald J. Trump", "president", "US", "2022-02-12", "after"),
            ("Joe Biden", "president", "US", "2025-01-20", "edge"),
            ("Joe Biden", "president", "US", "2025-11-04", "after"),
            ("Barack Obama", "president", "US", "2008-11-25", "before"),
            ("Volodymyr Zelensky", "president", "UA", "2022-03-08", "in"),
            ("Lula", "president", "BR", "2023-04-12", "in"),
            ("Lula", "president", "BR", "2015-04-12", "after"),
            ("Kevin Rudd", "prime-minister", "AU", "2012-03-20", "after"),
            ("Kevin Rudd", "prime-minister", "AU", "2013-07-10", "in"),
            ("Marco Rubio", "secretary-of-state", "US", "2025-03-01", "in"),
            ("Kristi Noem", "governor", "US-SD", "2025-05-06", "after"),
            ("Angela Merkel", "chancellor", "DE", "2022-03-01", "after"),
            ("Keir Starmer", "prime-minister", "GB", "2026-08-18", "after"),
            ("Ban Ki Moon", "secretary-general", "UN", "2015-09-28", "in"),
            ("Ted Cruz", "senator", "US-TX", "2025-03-06", "in"),
            ("Vladimir Putin", "president", "RU", "2030-01-01", "unknown"),
        ],
    )
    def test_leaders(self, registry: Registry, name: str, office: str, place: str, on: str, state: str) -> None:
        (person,) = registry.people(name)
        assert registry.status(person, office, place, date.fromisoformat(on)).state == state
        assert registry.status(person, office, None, date.fromisoformat(on)).state == state

    def test_one_name_may_be_several_people(self, registry: Registry) -> None:
        assert len(registry.people("George Bush")) == 2
        assert [p.name for p in registry.people("George H. W. Bush")] == ["George H.W. Bush"]
        assert [p.name for p in registry.people("Robert F. Kennedy, Jr.")] == ["Robert F. Kennedy Jr."]
        assert len(registry.people("Robert F. Kennedy")) == 2
        assert registry.people("Ana Ruiz") == ()

    def test_a_surname_is_safe_when_one_person_has_it(self, registry: Registry) -> None:
        (merkel,) = registry.surnamed("Merkel")
        assert merkel.surname_safe
        bushes = registry.surnamed("Bush")
        assert len(bushes) > 1
        assert not any(bush.surname_safe for bush in bushes)
        assert [p.name for p in registry.surnamed("von der Leyen")] == ["Ursula von der Leyen"]

    def test_office_forms(self, registry: Registry) -> None:
        forms = registry.office_forms()
        assert forms["gov."] == forms["governor"] == ("governor",)
        assert forms["vice president"] == ("vice-president",)
        assert "former" not in forms
        assert registry.office_plurals["secretaries of state"] == ("secretary-of-state",)
        assert registry.office_plurals["govs."] == ("governor",)
        assert registry.offices_in("Premier", "CN") == ("premier",)
        assert registry.offices_in("foreign secretary", "GB") == ("foreign-minister",)
        assert registry.offices_in("defense secretary", "US") == ("defense-secretary",)

    def test_jurisdictions(self, registry: Registry) -> None:
        assert registry.jurisdiction("U.S.") == registry.jurisdiction("American") == ("US",)
        assert registry.jurisdiction("Georgia") == ("GE", "US-GA")
        assert registry.jurisdiction("Turkish") == registry.jurisdiction("Türkiye") == ("TR",)
        assert registry.jurisdiction("N.Y.") == ("US-NY",)
        assert registry.jurisdiction("the Kremlin") == ()

    def test_holders(self, registry: Registry) -> None:
        names = [term.person for term in registry.holder("president", "US", date(2010, 1, 1))]
        assert names == ["barack-obama"]
        starts = [term.start for term in registry.holders("president", "US")]
        assert starts == sorted(starts)

    def test_every_single_holder_office_has_one_holder_at_a_time(self, registry: Registry) -> None:
        days = [date(year, 6, 15) for year in range(2001, 2023)]
        for office, place in (
            ("president", "US"),
            ("governor", "US-NY"),
            ("prime-minister", "GB"),
            ("chancellor", "DE"),
        ):
            for day in days:
                assert len(registry.holder(office, place, day)) == 1, (office, place, day)
