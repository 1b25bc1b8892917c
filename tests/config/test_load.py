"""Configuration files found, layered and resolved; what is wrong in them said with its place and a remedy."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.config.error import ConfigError
from copydesk.config.load import Config, Configs, find_config, find_houses, option_values, read_config, settings_of
from copydesk.config.plans import plan_for
from copydesk.config.schema import read_layer
from copydesk.config.settings import Settings
from copydesk.config.toml import parse_toml
from copydesk.model.violation import Severity

Newsroom = Callable[[dict[str, str]], Path]
DESK = 'packs = ["./desk"]\n'


def settings(path: str = "a.md", **options: object) -> Settings:
    return Configs(option_values(**options)).settings_for(path)


def problems(path: str = "a.md", **options: object) -> list[str]:
    with pytest.raises(ConfigError) as raised:
        settings(path, **options)
    return list(raised.value.problems)


# Finding


def test_the_nearest_file_speaks(newsroom: Newsroom) -> None:
    root = newsroom(
        {"copydesk.toml": "max-per-rule = 1", "east/copydesk.toml": "max-per-rule = 2", "east/north/a.md": ""}
    )
    configs = Configs()
    assert configs.settings_for("a.md").max_per_rule == 1
    assert configs.settings_for("east/north/a.md").max_per_rule == 2
    assert find_config(root / "east" / "north") == root / "east" / "copydesk.toml"


@pytest.mark.parametrize("name", ["copydesk.toml", ".copydesk.toml"])
def test_both_names_are_found(newsroom: Newsroom, name: str) -> None:
    newsroom({name: "max-per-rule = 7"})
    assert settings().max_per_rule == 7


def test_pyproject_speaks_when_it_has_a_table_for_copydesk(newsroom: Newsroom) -> None:
    newsroom({"pyproject.toml": "[tool.copydesk]\nmax-per-rule = 7\n", "sub/pyproject.toml": "[project]\nname = 'x'\n"})
    assert settings("sub/a.md").max_per_rule == 7


def test_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text("max-per-rule = 7")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert find_config(tmp_path / "repository") is None
    assert find_config(tmp_path) == tmp_path / "copydesk.toml"


def test_isolated_reads_no_file(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": "nonsense = 1"})
    assert Configs(isolated=True).settings_for("a.md") == Settings()


def test_a_named_file_speaks_for_every_path(newsroom: Newsroom) -> None:
    root = newsroom({"copydesk.toml": "max-per-rule = 1", "other/x.toml": "max-per-rule = 9"})
    assert Configs(file=root / "other" / "x.toml").settings_for("a.md").max_per_rule == 9


# Layers


def test_what_is_extended_is_weaker_and_lists_are_added_to(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": 'extends = ["shared/base.toml"]\nfail-on = "suggestion"\nignore = ["usage"]\n',
            "shared/base.toml": 'packs = ["../desk"]\nfail-on = "warning"\nignore = ["byline"]\nmax-per-rule = 5\n'
            "[rules.desk-lead-length]\nmost = 20\nstrict = true\n",
        }
    )
    found = settings()
    assert (found.fail_on, found.ignore, found.max_per_rule) == (Severity.SUGGESTION, ("byline", "usage"), 5)
    assert found.options_of("desk-lead-length") == {"most": 20, "strict": True}


def test_select_begins_anew(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": 'ignore = ["usage"]\nextend-select = ["byline"]\n'})
    assert settings().ignore == ("usage",)
    assert settings(select=("usage",))[1:4] == (("usage",), (), ())
    assert settings(select=("usage",), ignore=("usage-cliche",)).ignore == ("usage-cliche",)


def test_overrides_hold_for_their_paths_only(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": DESK + "[rules.desk-lead-length]\nmost = 20\n"
            '[[overrides]]\npaths = ["opinion/**", "blog/"]\nignore = ["byline"]\nrules.desk-lead-length.most = 50\n'
            '[[overrides]]\npaths = ["opinion/letters/**"]\nignore = ["usage"]\nfail-on = "warning"\n',
        }
    )
    assert settings("news/a.md").ignore == ()
    assert settings("opinion/a.md").ignore == ("byline",)
    letters = settings("opinion/letters/a.md")
    assert (letters.ignore, letters.fail_on) == (("byline", "usage"), Severity.WARNING)
    assert settings("opinion/a.md").options_of("desk-lead-length") == {"most": 50}
    assert settings("news/blog/a.md").options_of("desk-lead-length") == {"most": 50}


def test_the_command_line_is_strongest(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": 'fail-on = "error"\n[[overrides]]\npaths = ["*.md"]\nfail-on = "suggestion"\n'})
    assert settings(fail_on="warning").fail_on is Severity.WARNING


def test_many_files_share_few_settings_and_plans(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": '[[overrides]]\npaths = ["opinion/**"]\nignore = ["usage"]\n'})
    configs = Configs()
    paths = [f"{section}/{i}.md" for i in range(300) for section in ("news", "opinion")]
    assert len({id(configs.settings_for(path)) for path in paths}) == 2
    assert len({id(plan_for(configs.settings_for(path))) for path in paths}) == 2


def test_settings_can_be_hashed_and_pickled(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": DESK + 'exclude = ["x/"]\nsections = ["News"]\nrules.desk-lead-length.words = ["b"]\n'})
    configs = Configs()
    found = configs.settings_for("a.md")
    assert hash(pickle.loads(pickle.dumps(found))) == hash(found)
    assert pickle.loads(pickle.dumps(configs)).settings_for("a.md") == found


def test_dashes_and_underscores_are_one(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": 'max_per_rule = 3\nfail-on = "warning"\n'})
    assert settings()[6:8] == (Severity.WARNING, 3)


def test_extensions_and_exclude(newsroom: Newsroom) -> None:
    root = newsroom({"copydesk.toml": 'extensions = ["TXT", ".md"]\nexclude = ["drafts/"]\n'})
    config = Configs(option_values(exclude=("*.tmp.md",))).config_for(root)
    assert config.extensions == (".txt", ".md")
    assert config.excludes(f"{root.as_posix()}/x/drafts")
    assert config.excludes(f"{root.as_posix()}/a.tmp.md")
    assert not config.excludes(f"{root.as_posix()}/a.md")


# Houses


def test_a_house_of_ones_own_builds_on_another(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": DESK + 'house = "style/midtown.toml"\nrules.desk-lead-length.most = 12\n',
            "style/midtown.toml": 'extends = "ap"\n[rules.desk-lead-length]\nmost = 25\nstrict = true\n',
        }
    )
    found = settings()
    assert found.house == "midtown"
    assert found.options_of("desk-lead-length") == {"most": 12, "strict": True}


def test_a_pack_brings_its_own_houses(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": DESK + 'house = "east"\n', "desk/houses/east.toml": 'rules.desk-lead-length = "off"\n'})
    assert settings().severities == (("desk-lead-length", "off"),)


def test_an_override_may_have_another_house(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": DESK + '[[overrides]]\npaths = ["east/**"]\nhouse = "east"\n',
            "desk/houses/east.toml": 'rules.desk-lead-length = "off"\n',
        }
    )
    assert settings("west/a.md").house == "ap"
    assert settings("east/a.md")[0] == "east"
    assert settings("east/a.md").severity_of("desk-lead-length") == "off"


@pytest.mark.parametrize("house", sorted(find_houses()))
def test_every_house_that_ships_fits_the_rules(house: str) -> None:
    assert settings_of(house).house == house


def test_an_own_severity_is_stronger_than_the_houses(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": DESK + 'house = "east"\nrules.desk-lead-length = "error"\n',
            "desk/houses/east.toml": 'rules.desk-lead-length = "off"\n',
        }
    )
    assert settings().severity_of("desk-lead-length") == "error"
    assert plan_for(settings()).bound["desk-lead-length"].severity is Severity.ERROR


def test_a_severity_turns_on_what_is_off_by_default(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": DESK})
    assert "desk-kicker" not in plan_for(settings())
    assert "desk-kicker" in plan_for(settings(extend_select=("desk-kicker",)))
    Path("copydesk.toml").write_text(DESK + 'rules.desk-kicker = "warning"\n')
    assert plan_for(settings()).bound["desk-kicker"].severity is Severity.WARNING
    assert "desk-kicker" not in plan_for(settings(ignore=("desk",)))


# What is wrong


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('hous = "ap"', '1: there is no setting "hous"; did you mean "house"?'),
        ("zzz = 1", '1: there is no setting "zzz"'),
        ("paths = ['x']", '1: "paths" cannot be set here; it may hold extends, house, select, extend-select, '),
        (
            "\nselect = 'date'",
            '2: "select" must be a list of strings, not "date"; write select = ["date", "quote-nested"]',
        ),
        ("select = [1]", '1: "select" must be a list of strings, not a list; write select = '),
        (
            "fail-on = 'err'",
            '1: "fail-on" must be "error", "warning" or "suggestion", not "err"; write fail-on = "error"',
        ),
        (
            "max-per-rule = -1",
            '1: "max-per-rule" must be a whole number, 0 for no limit, not the number -1; write max-per-rule = 100',
        ),
        (
            "max-per-rule = true",
            '1: "max-per-rule" must be a whole number, 0 for no limit, not true; write max-per-rule = 100',
        ),
        (
            "house = 2025-02-12",
            '1: "house" must be the name of a house or a path, not a date or time; write house = "ap"',
        ),
        ("fail-on = 'error'\nfail_on = 'error'", '2: "fail_on" is given twice'),
        ("rules = 'x'", '1: "rules" must be a table, not "x"; write [rules.lead-length]'),
        ("rules.lead-length = 3", "1: [rules.lead-length] must be a table or a severity, not the number 3"),
        (
            "[rules.desk-kicker]\nseverity = 'warn'",
            '2: a severity is one of "error", "warning", "suggestion", "off", not "warn"; did you mean "warning"?',
        ),
        ("overrides = 1", '1: "overrides" must be a list of tables; write [[overrides]], twice bracketed'),
        ("[overrides]\npaths = ['x']", '1: "overrides" must be a list of tables; write [[overrides]], twice bracketed'),
        ("[[overrides]]\nignore = ['x']", '1: [[overrides]] needs the paths it is for; write paths = ["opinion/**"]'),
        (
            "[[overrides]]\npaths = ['x']\npacks = ['y']",
            '3: "packs" cannot be set in [[overrides]]; it may hold paths, ',
        ),
        ("[[overrides]]\npaths = ['x']\nignor = ['y']", '3: there is no setting "ignor"; did you mean "ignore"?'),
        ("exclude = ['!x']", '1: "!x": a pattern cannot be turned round with "!"'),
        ("exclude = ['[z-a]']", '1: "[z-a]" is no pattern for paths: bad character range z-a'),
        ("house = 'gaurdian'\npacks = ['./desk']", '1: there is no house "gaurdian"'),
        ("house = './midtown.toml'", "1: there is no house file midtown.toml"),
        ("extends = './base.toml'", "1: extends base.toml, but there is no such file"),
        ("packs = ['./dsk']", "1: pack "),
        ("packs = ['no_such_pack']", "1: pack 'no_such_pack' cannot be imported"),
        ("select = ['desk-leed']", '1: there is no rule or family "desk-leed"; did you mean "desk-lead-length"?'),
        ("ignore = ['qqqq']", '1: there is no rule or family "qqqq"; see: copydesk rules'),
        (
            "\n\nrules.desk-led-length = 'off'",
            '3: there is no rule "desk-led-length"; did you mean "desk-lead-length"?',
        ),
        (
            "[rules.desk-lead-length]\nmots = 3",
            '2: rule "desk-lead-length" has no option "mots"; did you mean "most"?; it takes severity, most, share, ',
        ),
        ("[rules.desk-kicker]\nx = 3", '2: rule "desk-kicker" has no option "x"; it takes severity'),
        (
            "rules.desk-lead-length.most = '3'",
            '1: option "most" of rule "desk-lead-length" must be a whole number, not "3"',
        ),
        (
            "rules.desk-lead-length.most = 1.5",
            '1: option "most" of rule "desk-lead-length" must be a whole number, not the',
        ),
        (
            "rules.desk-lead-length.share = true",
            '1: option "share" of rule "desk-lead-length" must be a number, not true',
        ),
        (
            "rules.desk-lead-length.strict = 1",
            '1: option "strict" of rule "desk-lead-length" must be true or false, not the',
        ),
        (
            "rules.desk-lead-length.words = ['a', 1]",
            '1: option "words" of rule "desk-lead-length" must be a list, each a string',
        ),
        (
            "rules.desk-lead-length.days = ['a']",
            '1: option "days" of rule "desk-lead-length" must be a list, each a whole number',
        ),
        (
            "rules.desk-lead-length.form = 'ymd'",
            '1: option "form" of rule "desk-lead-length" must be "mdy" or "dmy", not "ymd"',
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_a_remedy(newsroom: Newsroom, text: str, said: str) -> None:
    root = newsroom({"copydesk.toml": text})
    pack = {} if "packs" in text else {"packs": (f"{root.as_posix()}/desk",)}
    assert problems("x", **pack)[0].startswith(f"copydesk.toml:{said}")


def test_everything_wrong_is_said_at_once(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": 'hous = "ap"\nselect = 1\n\n[rules.byline-case]\nseverity = "loud"\n'})
    assert [problem.partition(": ")[0] for problem in problems()] == [f"copydesk.toml:{line}" for line in (1, 2, 5)]


def test_what_is_wrong_in_what_is_extended_is_said_there(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": 'extends = "base.toml"\n', "base.toml": "\nhous = 1\n"})
    assert problems() == ['base.toml:2: there is no setting "hous"; did you mean "house"?']


def test_extends_in_a_circle_is_shown_as_one(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": 'extends = "b.toml"', "b.toml": '\nextends = "./copydesk.toml"'})
    assert problems() == ["b.toml:2: extends goes round in a circle: copydesk.toml -> b.toml -> copydesk.toml"]


def test_a_house_has_no_overrides_and_no_house(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": 'house = "./m.toml"', "m.toml": 'house = "bbc"\n[[overrides]]\npaths = ["x"]\n'})
    said = [problem.partition(";")[0] for problem in problems()]
    assert said == ['m.toml:1: "house" cannot be set in a house', 'm.toml:2: "overrides" cannot be set in a house']


def test_options_of_the_command_line_are_named(newsroom: Newsroom) -> None:
    newsroom({})
    assert problems(select=("bylin",)) == ['--select: there is no rule or family "bylin"; did you mean "byline"?']
    assert problems(house="app")[0].startswith('--house: there is no house "app"')


def test_a_renamed_rule_and_all_are_understood(newsroom: Newsroom) -> None:
    newsroom({"copydesk.toml": DESK + 'select = ["all"]\nignore = ["desk-intro"]\nrules.desk-intro.most = 3\n'})
    found = settings()
    assert (found.select, found.ignore) == (("ALL",), ("desk-lead-length",))
    assert found.options_of("desk-lead-length") == {"most": 3}


def test_options_arrive_as_the_rule_takes_them(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": DESK + "[rules.desk-lead-length]\nshare = 1\nwords = ['b', 'c']\ndays = [2]\n"
            "form = 'dmy'\nsource = 'x'\n"
        }
    )
    options = settings().options_of("desk-lead-length")
    assert options == {"share": 1.0, "words": ("b", "c"), "days": (2,), "form": "dmy", "source": "x"}
    assert isinstance(options["share"], float)


# What holds for every text

_KEYS = st.sampled_from(
    [
        "house",
        "select",
        "ignore",
        "extends",
        "rules",
        "overrides",
        "paths",
        "fail-on",
        "exclude",
        "packs",
        "x",
        "severity",
    ]
)
_SCALARS = st.sampled_from(
    ['"ap"', '"error"', '"a/b"', '"["', "1", "-1", "true", "1.5", "1979-05-27", "[]", '["x"]', "{}"]
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """TOML that looks like a configuration and mostly is not one."""
    lines = []
    for _ in range(draw(st.integers(0, 8))):
        key = ".".join(draw(st.lists(_KEYS, min_size=1, max_size=3)))
        lines.append(draw(st.sampled_from([f"[{key}]", f"[[{key}]]", f"{key} = {draw(_SCALARS)}"])))
    return "\n".join(lines)


@given(st.one_of(documents(), st.text()))
def test_any_text_is_a_configuration_or_a_config_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    error = ConfigError("fine")
    try:
        Config(read_config(path), path=path).settings_for(path.as_posix())
    except ConfigError as raised:
        error = raised
    assert error.problems


@given(documents())
def test_a_layer_reads_any_table(text: str) -> None:
    try:
        document = parse_toml(text, Path("/newsroom/copydesk.toml"))
    except ConfigError:
        return
    layer, wrong = read_layer(document)
    for value in layer.values.values():
        assert all(origin.line > 0 for origin in value.origins)
    assert all(problem.startswith("/newsroom/copydesk.toml:") for problem in wrong)
