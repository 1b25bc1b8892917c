from copydesk.checking.select import Selection


def wants(rule_id: str, *, default: bool = True, **given: tuple[str, ...]) -> bool:
    return Selection(**given).wants(rule_id, default=default)


def test_without_a_selection_the_defaults_run() -> None:
    assert wants("date-ordinal")
    assert not wants("date-on-omit", default=False)


def test_select_narrows_to_ids_families_and_prefixes() -> None:
    assert wants("date-ordinal", select=("date",))
    assert wants("date-month-abbrev", select=("date-month",))
    assert wants("date-ordinal", select=("date-ordinal",))
    assert not wants("time-24h", select=("date",))
    assert not wants("dateline-dash", select=("date",)), "a family is a whole word"
    assert wants("time-24h", select=("ALL",))


def test_a_rule_off_by_default_needs_its_whole_id() -> None:
    assert not wants("date-on-omit", default=False, select=("date",))
    assert wants("date-on-omit", default=False, select=("date-on-omit",))
    assert wants("date-on-omit", default=False, extend_select=("date-on-omit",))


def test_extend_select_adds_to_the_defaults() -> None:
    assert wants("byline-case", extend_select=("date-on-omit",))


def test_the_longer_match_wins_and_ignore_wins_a_tie() -> None:
    assert not wants("date-ordinal", ignore=("date",))
    assert wants("date-ordinal", select=("date-ordinal",), ignore=("date",))
    assert not wants("date-ordinal", select=("date",), ignore=("date-ordinal",))
    assert not wants("date-ordinal", select=("date-ordinal",), ignore=("date-ordinal",))
    assert not wants("date-ordinal", ignore=("ALL",))
    assert wants("date-ordinal", extend_select=("date",), ignore=("ALL",))


def test_unknown_selectors_are_named() -> None:
    chosen = Selection(("date", "dat"), ("nope",), ("ALL", "date-ordinl"))
    assert chosen.unknown(["date-ordinal"]) == ("dat", "nope", "date-ordinl")
