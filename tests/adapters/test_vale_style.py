"""A folder of Vale rules as a pack: ids, severities, vocabularies, and what is said of that which cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.adapters.vale.definition import POINTS, StyleError
from copydesk.adapters.vale.formula import Formula, FormulaError
from copydesk.adapters.vale.style import read_style, rule_id
from copydesk.checking.plan import build_plan
from copydesk.checking.registry import PackError, Registry, load_rules
from copydesk.checking.runner import check_article
from copydesk.checking.select import Selection
from copydesk.reading.read import read_article

WEASEL = (
    "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: {level}\nlink: https://example.com/weasel\ntokens: [very]\n"
)


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "styles" / "House").mkdir(parents=True)
    return tmp_path / "styles"


def put(styles: Path, name: str, text: str) -> Path:
    path = styles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found_by(styles: Path, text: str, pack: str = "House") -> list[tuple[str, str]]:
    """Rules and words of what a pack reports, by itself."""
    read, _ = read_style(styles / pack)
    registry = load_rules()
    rules = {rule.id: rule for rule in (*read.rules, *registry.rules.values())}
    plan = build_plan(Registry(rules, registry.rows, registry.shields, {}, read.words), Selection(("vale", "words")))
    return [(v.rule, text[v.start : v.end]) for v in check_article(read_article(text), plan).violations]


@pytest.mark.parametrize(
    ("style", "name", "id"),
    [
        ("House", "SentenceLength", "vale-house-sentence-length"),
        ("write-good", "E-Prime", "vale-write-good-e-prime"),
        ("Microsoft", "AMPM", "vale-microsoft-ampm"),
        ("Google", "URLFormat", "vale-google-url-format"),
        ("The_Desk", "a.b", "vale-the-desk-a-b"),
    ],
)
def test_ids_are_kebab_case(style: str, name: str, id: str) -> None:
    assert rule_id(style, name) == id


@pytest.mark.parametrize("level", ["suggestion", "warning", "error"])
def test_the_level_is_the_severity_and_the_documentation_is_the_files(styles: Path, level: str) -> None:
    put(styles, "House/Weasel.yml", WEASEL.format(level=level))
    (rule,) = read_style(styles / "House")[0].rules
    assert (rule.id, rule.severity, rule.family, rule.summary) == ("vale-house-weasel", level, "vale", "Avoid …")
    assert "https://example.com/weasel" in rule.doc


def test_without_a_level_a_rule_warns(styles: Path) -> None:
    put(styles, "House/A.yml", "extends: existence\nmessage: A\ntokens: [very]\n")
    assert read_style(styles / "House")[0].rules[0].severity == "warning"


def test_all_styles_below_a_folder_are_one_pack(styles: Path) -> None:
    put(styles, "House/A.yml", "extends: existence\nmessage: A\ntokens: [very]\n")
    put(styles, "Desk/A.yml", "extends: existence\nmessage: A\ntokens: [quite]\n")
    put(styles, "config/other/A.yml", "no: rule\n")
    assert [rule.id for rule in read_style(styles)[0].rules] == ["vale-desk-a", "vale-house-a"]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("extends: existence\nmessage: 'A\ntokens: [very]\n", 4, "not valid YAML"),
        ("extends: existence\nmessage: A\n  tokens: [very]\n", 3, "not valid YAML"),
        ("- a\n", 1, "a mapping"),
        ("message: A\n", 1, "“extends” is missing"),
        ("extends: existence\ntokens: [very]\n", 1, "“message” is missing"),
        ("message: A\nextends: presence\n", 2, "not “presence”"),
        ("extends: existence\nmessage: A\nlevel: fatal\n", 3, "“level” must be"),
        ("extends: existence\nmessage: A\ntokens:\n  - a: b\n", 3, '"tokens" must be a list of strings'),
        ("extends: occurrence\nmessage: A\ntoken: a\nmax: many\n", 4, '"max" must be a number'),
        ("extends: readability\nmessage: A\ngrade: 8\nmetrics: [Guess]\n", 4, "“metrics” are of"),
        ("extends: metric\nmessage: A\nformula: words /\ncondition: '> 1'\n", 3, "is no formula"),
        ("extends: sequence\nmessage: A\ntokens: [a]\n", 3, "“tokens” must be a list of mappings"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(styles: Path, text: str, line: int, what: str) -> None:
    path = put(styles, "House/A.yml", text)
    with pytest.raises(StyleError) as error:
        read_style(styles / "House")
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert what in str(error.value)


def test_a_folder_that_is_not_there_is_a_pack_error(styles: Path) -> None:
    with pytest.raises(PackError, match="no such folder"):
        load_rules(("copydesk_rules", f"vale:{styles}/Nobody"))
    with pytest.raises(PackError, match="no Vale rule"):
        load_rules(("copydesk_rules", f"vale:{styles}/House"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("extends: spelling\nmessage: A\ncustom: true\n", "spelling dictionary"),
        ("extends: script\nmessage: A\nscript: x\n", "scripting language"),
        ("extends: existence\nmessage: A\n", "no tokens"),
        ("extends: existence\nmessage: A\ntokens: ['(?<!a+)b']\n", "(?<!a+)b"),
        ("extends: conditional\nmessage: A\nfirst: '(?<!a+)b'\nsecond: b\n", "cannot be translated"),
        ("extends: sequence\nmessage: A\ntokens:\n  - tag: NN\n", "no tagger"),
    ],
)
def test_a_rule_that_cannot_be_honoured_is_named_and_the_others_stay(styles: Path, text: str, what: str) -> None:
    put(styles, "House/A.yml", text)
    put(styles, "House/B.yml", WEASEL.format(level="error"))
    pack, notes = read_style(styles / "House")
    assert [rule.id for rule in pack.rules] == ["vale-house-b"]
    assert any("House.A" in note for note in notes)
    assert what in " ".join(notes)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("extends: existence\nmessage: A\ntokens: [very, '\\h']\n", "the escape \\h"),
        ("extends: existence\nmessage: A\ncolour: red\ntokens: [very]\n", "“colour”"),
        ("extends: existence\nmessage: A\nscope: comment.line\ntokens: [very]\n", "“comment.line”"),
        ("extends: existence\nmessage: A\nexceptions: ['\\h']\ntokens: [very]\n", "the exception"),
        ("extends: existence\nmessage: A\ntokens: [very]\naction: {name: suggest, params: [x]}\n", "“suggest”"),
        ("extends: substitution\nmessage: A\npos: NN\nswap: {very: most}\n", "no tagger"),
    ],
)
def test_a_part_that_cannot_be_honoured_is_named_and_the_rest_stands(styles: Path, text: str, what: str) -> None:
    put(styles, "House/A.yml", text)
    pack, notes = read_style(styles / "House")
    assert [rule.id for rule in pack.rules] == ["vale-house-a"]
    assert len(notes) == 1
    assert what in notes[0]


def test_two_rules_of_one_id_are_told_apart_by_name(styles: Path) -> None:
    put(styles, "House/ABar.yml", WEASEL.format(level="error"))
    put(styles, "House/a_bar.yml", WEASEL.format(level="error"))
    pack, notes = read_style(styles / "House")
    assert len(pack.rules) == 1
    assert "taken by another rule" in notes[0]


def test_words_like_yes_and_no_stay_words(styles: Path) -> None:
    put(styles, "House/A.yml", "extends: substitution\nmessage: '%s %s'\nswap:\n  yes: no\n  1st: first\n")
    assert found_by(styles, "He said yes on the 1st day.") == [("vale-house-a", "yes"), ("vale-house-a", "1st")]


def test_vocabularies_come_with_the_pack(styles: Path) -> None:
    put(styles, "House/A.yml", "extends: existence\nmessage: A\ntokens: ['[A-Z]{3,}']\n")
    put(styles, "config/vocabularies/Midtown/accept.txt", "# transit\n\nMTA\nNY[CS]\n")
    put(styles, "config/vocabularies/Midtown/reject.txt", "okay\n[Cc]huffed\nv\\d+\n")
    text = "The MTA, NYC and the XYZ were okay and chuffed."
    assert found_by(styles, text) == [("vale-house-a", "XYZ"), ("words-banned", "okay"), ("words-banned", "chuffed")]
    assert any("v\\d+" in note for note in read_style(styles / "House")[1])


def test_exceptions_of_the_newsrooms_own_leave_the_vocabulary_be(styles: Path) -> None:
    put(styles, "House/A.yml", "extends: existence\nmessage: A\nexceptions: [ABC]\ntokens: ['[A-Z]{3,}']\n")
    put(styles, "Vocab/Midtown/accept.txt", "MTA\n")
    pack, _ = read_style(styles / "House")
    rules = {rule.id: rule for rule in pack.rules}
    plan = build_plan(Registry(rules, {}, {}, {}), options={"vale-house-a": {"exceptions": ("XYZ",)}})
    found = check_article(read_article("The MTA, the ABC and the XYZ met."), plan).violations
    assert [(v.start, v.end) for v in found] == [(13, 16)]


def test_a_rule_may_be_deaf_to_the_vocabulary(styles: Path) -> None:
    put(styles, "House/A.yml", "extends: existence\nmessage: A\nvocab: false\ntokens: ['[A-Z]{3,}']\n")
    put(styles, "Vocab/Midtown/accept.txt", "MTA\n")
    assert found_by(styles, "The MTA met.") == [("vale-house-a", "MTA")]


def test_only_the_vocabularies_that_the_ini_names_count(styles: Path) -> None:
    put(styles, "House/A.yml", "extends: existence\nmessage: A\ntokens: ['[A-Z]{3,}']\n")
    put(styles, "config/vocabularies/Midtown/accept.txt", "MTA\n")
    put(styles, "config/vocabularies/Harlow/accept.txt", "XYZ\n")
    put(styles, "../.vale.ini", "StylesPath = styles\nVocab = Midtown\n")
    assert found_by(styles, "The MTA met the XYZ.") == [("vale-house-a", "XYZ")]


def test_vales_own_style_repeats_and_knows_terms(styles: Path) -> None:
    put(styles, "Vocab/Midtown/accept.txt", "GitHub\n")
    text = "It was the the github page."
    assert found_by(styles, text, "Vale") == [("vale-vale-repetition", "the the"), ("vale-vale-terms", "github")]


def test_summaries_are_short(styles: Path) -> None:
    put(styles, "House/A.yml", f"extends: existence\nmessage: \"'%s' {'is a word ' * 20}.\"\ntokens: [very]\n")
    assert len(read_style(styles / "House")[0].rules[0].summary) <= 80


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("words / sentences", 8.0),
        ("0.39 * (words / sentences) + 2", 5.12),
        ("math.sqrt(words)", 4.0),
        ("words > 10 && sentences < 3", True),
        ("!(words > 10) || sentences == 2", True),
        ("heading.h2 + 1", 1.0),
        ("words / heading_h2", None),
        ("nobody", None),
    ],
)
def test_formulas_come_to_what_they_should(formula: str, value: float | None) -> None:
    found = Formula(formula).value({"words": 16.0, "sentences": 2.0, "heading_h2": 0.0})
    assert found == pytest.approx(value) if value is not None else found is None


@pytest.mark.parametrize("formula", ["", "words +", "[1]", "lambda: 1", "(x := 1)", "f'{words}'", "words[0]"])
def test_a_formula_is_arithmetic_and_no_more(formula: str) -> None:
    with pytest.raises(FormulaError):
        Formula(formula)


def test_a_formula_reaches_nothing_else() -> None:
    assert Formula("__import__('os')").value({}) is None
    assert Formula("words.__class__").value({"words": 1.0}) is None


keys = sorted({key for known in POINTS.values() for key in known.split()} | {"scope", "level", "action", "limit"})
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 40),
    st.sampled_from(["mill", r"\b\w+\b", "$title", "(", "~heading", "%s"]),
)
values = st.one_of(
    scalars,
    st.lists(scalars, max_size=3),
    st.dictionaries(st.sampled_from(["name", "params", "pattern", "mill", "pond", "skip"]), scalars, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(["pattern", "tag", "skip", "negate"]), scalars, max_size=3), max_size=3),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(POINTS)), st.dictionaries(st.sampled_from(keys), values, max_size=6))
def test_any_file_is_a_rule_or_is_refused(tmp_path: Path, point: str, said: dict[str, Any]) -> None:
    put(tmp_path, "House/A.yml", json.dumps({"extends": point, "message": "'%s'", **said}))
    try:
        pack, _ = read_style(tmp_path / "House")
    except StyleError:
        return
    plan = build_plan(Registry({rule.id: rule for rule in pack.rules}, {}, {}, {}))
    text = "# The mill\n\nThe mill, the pond. “A mill,” he said.\n\n- A `mill`\n\n> The mill\n"
    found = check_article(read_article(text), plan).violations
    assert "internal-error" not in {violation.rule for violation in found}
