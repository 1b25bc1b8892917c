"""The tables that rules look facts up in are whole, sorted and agree with each other."""

from copydesk_rules._facts import cities, fold, states, table


def test_states_are_all_there() -> None:
    rows = table("states")
    assert sum(row[4] == "United States" for row in rows) == 51
    assert sum(row[4] == "Canada" for row in rows) == 13
    assert {name for name, dateline, *_, country in rows if name == dateline and country == "United States"} == {
        "Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Texas", "Utah"
    }  # fmt: skip


def test_every_form_of_a_state_leads_to_it() -> None:
    for name, dateline, postal, others, _ in table("states"):
        for form in (name, dateline, postal, *filter(None, others.split(";"))):
            assert states()[fold(form)].name == name, form


def test_thirty_american_cities_stand_alone() -> None:
    american = {state.dateline for state in states().values() if state.country == "United States"}
    assert sum(city.alone and city.region in american for city in cities().values()) == 30


def test_a_state_after_a_city_is_in_its_dateline_form() -> None:
    for city in cities().values():
        state = states().get(fold(city.region))
        if state and state.name != "Georgia":
            assert city.region == state.dateline, city


def test_tables_are_sorted_and_even() -> None:
    for name in ("countries", "dateline_cities"):
        rows = table(name)
        assert list(rows) == sorted(rows), name
        assert len({len(row) for row in rows}) == 1, name


def test_fold_makes_names_comparable() -> None:
    assert fold("São  Paulo") == "sao paulo"
    assert fold("N. Dak.") == "n dak"
    assert fold("O’Brien") == "o'brien"
