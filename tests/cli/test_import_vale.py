"""Vale styles in a newsroom's repository: as packs of its configuration, and out of its .vale.ini."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

INI = """\
# Midtown
StylesPath = styles
MinAlertLevel = suggestion
Vocab = Midtown
Packages = Google, \\
  write-good

[formats]
qmd = md

[*]
BasedOnStyles = House
House.Weasel = suggestion

[*.{md,txt}]
BasedOnStyles = House, Desk
House.Terms = NO
TokenIgnores = (\\$+[^$]+\\$+)

[opinion/*.md]
House.Weasel = NO
Other.Rule = YES
"""


@pytest.fixture(autouse=True)
def styles(newsroom: Path) -> Path:
    for name, text in {
        "House/Weasel.yml": "extends: existence\nmessage: \"Avoid '%s'.\"\ntokens: [very]\n",
        "House/Terms.yml": "extends: substitution\nmessage: \"Use '%s' for '%s'.\"\nlevel: error\n"
        "action: {name: replace}\nswap: {utilize: use}\n",
        "House/Hint.yml": "extends: existence\nmessage: Hint\nlevel: suggestion\ntokens: [perhaps]\n",
        "Desk/Spelling.yml": "extends: spelling\nmessage: \"'%s'?\"\n",
        "Desk/Quite.yml": "extends: existence\nmessage: \"Not '%s'.\"\ntokens: [quite]\n",
    }.items():
        path = newsroom / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return newsroom / "styles"


def rules_in(result: Result) -> list[str]:
    return [line.split()[2] for line in result.stdout.splitlines() if ": error " in line or ": warning " in line or
            ": suggestion " in line]  # fmt: skip


def test_a_style_is_a_pack(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text('packs = ["vale:styles/House"]\nselect = ["vale"]\n')
    (newsroom / "a.md").write_text("They utilize a very old mill. “A very old one,” he said.\n")
    checked = run("a.md")
    assert rules_in(checked) == ["vale-house-terms", "vale-house-weasel"]
    assert checked.exit_code == 1
    assert run("fix", "a.md").exit_code == 0
    assert (newsroom / "a.md").read_text() == "They use a very old mill. “A very old one,” he said.\n"
    assert "vale-house-weasel" in run("rules", "vale").stdout
    assert "quotes = false" in run("explain", "vale-house-weasel").stdout


def test_the_path_counts_from_the_configuration(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (newsroom / "copydesk.toml").write_text('packs = ["vale:styles/House"]\nselect = ["vale"]\n')
    (newsroom / "desk").mkdir()
    (newsroom / "desk" / "a.md").write_text("A very old mill.\n")
    monkeypatch.chdir(newsroom / "desk")
    assert rules_in(run("a.md")) == ["vale-house-weasel"]


def test_severities_and_options_are_set_as_for_any_rule(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text(
        'packs = ["vale:styles/House"]\nselect = ["vale"]\n'
        '[rules.vale-house-weasel]\nseverity = "error"\nquotes = true\n[rules.vale-house-terms]\nseverity = "off"\n'
    )
    (newsroom / "a.md").write_text("They utilize it. “A very old one,” he said.\n")
    checked = run("a.md")
    assert rules_in(checked) == ["vale-house-weasel"]
    assert checked.exit_code == 1
    (newsroom / "copydesk.toml").write_text('packs = ["vale:styles/House"]\n[rules.vale-house-weasel]\nquote = true\n')
    assert 'has no option "quote"' in run("a.md").stderr


def test_a_broken_rule_is_a_line_on_stderr(run: Run, newsroom: Path, styles: Path) -> None:
    (newsroom / "copydesk.toml").write_text('packs = ["vale:styles/Broken"]\n')
    (newsroom / "a.md").write_text("It rained.\n")
    (styles / "Broken").mkdir()
    (styles / "Broken" / "A.yml").write_text("extends: existence\nmessage: [\n")
    checked = run("a.md")
    assert checked.exit_code == 2
    assert "copydesk.toml:1:" in checked.stderr
    assert "Broken/A.yml:3: not valid YAML" in checked.stderr


def test_what_cannot_be_honoured_is_said_once(run: Run, newsroom: Path, caplog: pytest.LogCaptureFixture) -> None:
    (newsroom / "copydesk.toml").write_text('packs = ["vale:styles/Desk"]\nselect = ["vale"]\n')
    for number in range(3):
        (newsroom / f"{number}.md").write_text("It was quite old.\n")
    assert rules_in(run(".")) == ["vale-desk-quite"] * 3
    assert [record.getMessage().count("Desk.Spelling") for record in caplog.records] == [1]


def test_an_ini_becomes_a_configuration_that_checks_alike(run: Run, newsroom: Path) -> None:
    (newsroom / ".vale.ini").write_text(INI)
    made = run("import-vale")
    assert made.exit_code == 0
    text = (newsroom / "copydesk.toml").read_text()
    table = tomllib.loads(text)
    assert table["packs"] == ["vale:styles/House", "vale:styles/Desk"]
    assert table["ignore"] == ["vale-desk"]
    assert table["rules"] == {"vale-house-weasel": {"severity": "suggestion"}}
    assert [override["paths"] for override in table["overrides"]] == [["*.md", "*.txt"], ["opinion/**.md"]]
    for left in ("Packages = Google, write-good", "qmd = md", "TokenIgnores", "Other.Rule", "Desk.Spelling"):
        assert left in made.stderr
        assert left in text
    draft = "They utilize a very old mill. It is quite old. It is perhaps new.\n"
    (newsroom / "opinion").mkdir()
    for name in ("a.md", "a.html", "opinion/b.md"):
        (newsroom / name).write_text(draft)
    assert set(rules_in(run("a.html"))) >= {"vale-house-terms", "vale-house-weasel", "vale-house-hint"}
    assert "vale-desk-quite" not in rules_in(run("a.html"))
    found = [rule for rule in rules_in(run("a.md")) if rule.startswith("vale")]
    assert found == ["vale-house-weasel", "vale-desk-quite", "vale-house-hint"]
    found = [rule for rule in rules_in(run("opinion/b.md")) if rule.startswith("vale")]
    assert found == ["vale-desk-quite", "vale-house-hint"]


def test_below_the_least_level_nothing_runs(run: Run, newsroom: Path) -> None:
    (newsroom / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = House\nHouse.Hint = error\n")
    made = tomllib.loads(run("import-vale", "--stdout").stdout)
    assert "ignore" not in made
    (newsroom / ".vale.ini").write_text("StylesPath = styles\nMinAlertLevel = error\n[*]\nBasedOnStyles = House\n")
    made = tomllib.loads(run("import-vale", "--stdout").stdout)
    assert sorted(made["ignore"]) == ["vale-house-hint", "vale-house-weasel"]
    assert not (newsroom / "copydesk.toml").exists()


def test_rules_turned_on_alone(run: Run, newsroom: Path) -> None:
    (newsroom / ".vale.ini").write_text(
        "StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nHouse.Terms = YES\n\n[*.md]\nHouse.Weasel = YES\n"
    )
    assert run("import-vale", "--house", "bbc").exit_code == 0
    (newsroom / "a.md").write_text("They utilize a very old mill, perhaps.\n")
    (newsroom / "a.txt").write_text("They utilize a very old mill, perhaps.\n")
    assert [rule for rule in rules_in(run("a.md")) if "vale" in rule] == ["vale-house-terms", "vale-house-weasel"]
    assert [rule for rule in rules_in(run("a.txt")) if "vale" in rule] == ["vale-house-terms"]
    assert 'house = "bbc"' in (newsroom / "copydesk.toml").read_text()


def test_a_configuration_that_is_there_stays(run: Run, newsroom: Path) -> None:
    (newsroom / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = House\n")
    (newsroom / "copydesk.toml").write_text('house = "bbc"\n')
    assert run("import-vale").exit_code == 2
    assert (newsroom / "copydesk.toml").read_text() == 'house = "bbc"\n'
    assert run("import-vale", "--force").exit_code == 0
    assert "vale:styles/House" in (newsroom / "copydesk.toml").read_text()
    assert run("import-vale", "nowhere.ini").exit_code == 2


def test_a_style_without_rules_is_named(run: Run, newsroom: Path) -> None:
    (newsroom / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = House, Google\n")
    made = run("import-vale")
    assert made.exit_code == 0
    assert "Google" in made.stderr
    assert tomllib.loads((newsroom / "copydesk.toml").read_text())["packs"] == ["vale:styles/House"]
