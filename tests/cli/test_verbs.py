"""The other verbs, and how the command starts."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from copydesk import __version__
from copydesk.cli import VERBS
from copydesk.cli.init import HOOKS, add_hook
from copydesk.config.load import find_houses
from copydesk.config.toml import read_toml

Run = Callable[..., Result]


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"copydesk {__version__}\n"
    help = run("--help").stdout
    assert all(f"  {verb} " in help for verb in VERBS)
    assert run("-h").stdout == help


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(run: Run, verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert f"Usage: copydesk {verb}" in result.stdout


# explain and rules


def test_explain_says_all_there_is_of_a_rule(run: Run) -> None:
    said = run("explain", "byline-joiner").stdout
    assert said.startswith("byline-joiner: Bylines join names")
    for part in (
        "error, high certainty, safe fix",
        "Wrong",
        "Right",
        "^&^",
        "stet byline-joiner",
        "--ignore byline-joiner",
    ):
        assert part in said


def test_explain_shows_options_and_houses(run: Run, newsroom: Path) -> None:
    said = run("explain", "dateline-dash").stdout
    assert 'dash = "—"  (a string)' in said
    assert "Houses" in said


def test_explain_takes_a_family(run: Run) -> None:
    said = run("explain", "byline", "--format", "json").stdout
    assert {rule["family"] for rule in json.loads(said)} == {"byline"}


def test_explain_guesses_what_was_meant(run: Run) -> None:
    result = run("explain", "byline-joinr")
    assert result.exit_code == 2
    assert result.stderr == 'copydesk: there is no rule "byline-joinr"; did you mean "byline-joiner"?\n'


def test_explain_works_beside_a_wrong_configuration(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text("nonsense = 1\n")
    assert run("explain", "byline-joiner").exit_code == 0
    assert run("rules").exit_code == 0


def test_rules_are_listed(run: Run) -> None:
    table = run("rules").stdout.splitlines()
    ids = [rule["id"] for rule in json.loads(run("rules", "--format", "json").stdout)]
    assert [line.split()[0] for line in table[:-1]] == ids
    assert table[-1].startswith(f"{len(ids)} rules")
    assert [line for line in run("rules", "--format", "markdown").stdout.splitlines() if line.startswith("### ")] == [
        f"### {rule}" for rule in sorted(ids, key=lambda rule: rule.partition("-")[0])
    ]


def test_rules_takes_selectors(run: Run) -> None:
    assert all(line.startswith("byline-") for line in run("rules", "byline").stdout.splitlines()[:-1])
    assert run("rules", "bylin").exit_code == 2


# config


def test_config_shows_settings_as_toml(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text(
        'ignore = ["usage-wordy"]\nexclude = ["drafts/"]\n'
        '[rules.byline-case]\nseverity = "error"\nstylised = ["é\\n"]\n'
    )
    shown = run("config").stdout
    (newsroom / "again.toml").write_text(shown, encoding="utf-8")
    table = read_toml(newsroom / "again.toml").table
    assert table["ignore"] == ["usage-wordy"]
    assert table["exclude"] == ["drafts/"]
    assert table["rules"]["byline-case"] == {"severity": "error", "stylised": ["é\n"]}
    assert run("config", "--config", "again.toml").stdout.partition("\n")[2] == shown.partition("\n")[2]


def test_config_shows_where_each_value_comes_from(run: Run, newsroom: Path) -> None:
    (newsroom / "base.toml").write_text('ignore = ["usage-wordy"]\n')
    (newsroom / "copydesk.toml").write_text(
        'extends = "base.toml"\nignore = ["usage-cliche"]\n\n'
        '[[overrides]]\npaths = ["opinion/**"]\nfail-on = "warning"\n'
    )
    shown = run("config", "opinion/a.md", "--show-origin", "--select", "usage,byline").stdout
    assert 'fail-on = "warning"  # copydesk.toml:6\n' in shown
    assert 'select = ["usage", "byline"]  # --select\n' in shown
    assert 'house = "ap"  # default\n' in shown
    assert (
        'ignore = ["usage-wordy", "usage-cliche"]  # base.toml:1, copydesk.toml:2\n'
        in run("config", "--show-origin").stdout
    )


# init


def test_init_writes_a_configuration_that_is_in_force(run: Run, newsroom: Path) -> None:
    assert run("init", "--house", "ap", "--no-hook").exit_code == 0
    assert 'house = "ap"  # copydesk.toml:' in run("config", "--show-origin").stdout
    assert not (newsroom / HOOKS).exists()


def test_every_commented_line_of_init_is_a_setting(run: Run, newsroom: Path) -> None:
    run("init")
    path = newsroom / "copydesk.toml"
    lines = [line.removeprefix("# ") for line in path.read_text().splitlines()]
    path.write_text("\n".join(line for line in lines if " = " in line.split("(")[0] or line.startswith("[")))
    assert 'select = ["date' in (text := path.read_text()) or "ignore" in text
    result = run("config")
    assert [line for line in result.stderr.splitlines() if "there is no setting" in line or "TOML" in line] == []


def test_init_never_writes_over_without_force(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text("# mine\n")
    result = run("init")
    assert result.exit_code == 2
    assert "stays as it is" in result.stderr
    assert (newsroom / "copydesk.toml").read_text() == "# mine\n"
    assert run("init", "--hook").exit_code == 0
    assert (newsroom / "copydesk.toml").read_text() == "# mine\n"
    assert (newsroom / HOOKS).exists()
    assert run("init", "--force").exit_code == 0
    assert (newsroom / "copydesk.toml").read_text() != "# mine\n"


def test_init_knows_the_houses(run: Run, newsroom: Path) -> None:
    result = run("init", "--house", "gaurdian")
    assert result.exit_code == 2
    assert not (newsroom / "copydesk.toml").exists()
    for house in find_houses():
        assert run("init", "--house", house, "--force").exit_code == 0
        assert run("config").exit_code == 0


def test_the_hook_is_written_or_added(tmp_path: Path) -> None:
    path = tmp_path / HOOKS
    add_hook(path)
    assert [hook["id"] for hook in yaml.safe_load(path.read_text())["repos"][0]["hooks"]] == ["copydesk"]
    before = path.read_text()
    assert "has the hook already" in add_hook(path)
    assert path.read_text() == before


@pytest.mark.parametrize(
    "text",
    [
        "repos:\n- repo: local\n  hooks: []\n",
        "repos:\n  - repo: local\n    hooks: []\n",
        "repos:\n  - repo: local\n    hooks: []  # none\n\n# the end\ndefault_stages: [pre-push]\n",
        "fail_fast: true\nrepos:\n-   repo: local\n    hooks: []",
        "repos:\r\n- repo: local\r\n  hooks: []\r\n",
    ],
)
def test_the_hook_is_added_and_all_else_stays(tmp_path: Path, text: str) -> None:
    path = tmp_path / HOOKS
    path.write_bytes(text.encode())
    add_hook(path)
    now = path.read_bytes().decode()
    assert all(line in now.splitlines() for line in text.splitlines())
    before, after = yaml.safe_load(text), yaml.safe_load(now)
    assert after["repos"][:-1] == before["repos"]
    assert after["repos"][-1]["hooks"][0]["id"] == "copydesk"
    assert ("\r\n" in text) == ("\r\n" in now)


@pytest.mark.parametrize(
    "text", ["repos: []\n", "repos: [{repo: local, hooks: []}]\n", "", "- x\n", "repos: [\n", "repos: 1\n"]
)
def test_a_hook_that_cannot_be_added_is_shown(tmp_path: Path, text: str) -> None:
    path = tmp_path / HOOKS
    path.write_text(text)
    assert "entry: copydesk check" in add_hook(path)
    assert path.read_text() == text


@given(st.text())
def test_whatever_the_hooks_file_holds_it_is_added_to_or_left(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "hooks.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert add_hook(path)


# starting


def modules_of(*args: str) -> set[str]:
    """The modules that are imported when `copydesk` runs with these arguments."""
    code = (
        "import sys\nfrom copydesk.cli import main\n"
        f"try:\n    main({list(args)!r})\nfinally:\n    print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return set(run.stderr.split())


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("check", "--help")])
def test_what_only_speaks_of_the_command_imports_next_to_nothing(args: tuple[str, ...]) -> None:
    modules = modules_of(*args)
    ours = {name for name in modules if name.partition(".")[0] in ("copydesk", "copydesk_rules")}
    allowed = {"copydesk", "copydesk.cli", "copydesk.cli.check", "copydesk.cli.options", "copydesk.config"}
    allowed |= {"copydesk.cachedir", "copydesk.patterns"}
    assert ours <= allowed | {"copydesk.config.error", "copydesk.report"}
    assert not modules & {"yaml", "markdown_it", "pathspec", "tomllib", "json", "difflib"}


def test_checking_a_file_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("The pool closed Monday.\n")
    modules_of("check", "--isolated", str(draft))  # the first run of all learns what the others need not
    modules = modules_of("check", "--isolated", str(draft))
    assert "copydesk.checking.runner" in modules
    unneeded = {
        "yaml",
        "markdown_it",
        "pathspec",
        "json",
        "difflib",
        "multiprocessing",
        "concurrent.futures",
        "asyncio",
    }
    assert not modules & unneeded
    assert not {"copydesk.report.sarif", "copydesk.cli.fix", "copydesk.reading.markdown"} & modules


# the installed command


def copydesk(*args: str, piped: bytes = b"", cwd: Path) -> subprocess.CompletedProcess[bytes]:
    command = Path(sys.executable).with_name("copydesk")
    return subprocess.run([str(command), *args], input=piped, capture_output=True, cwd=cwd, check=False)


def test_the_installed_command_checks_a_draft(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("By Ana Ruiz & Tom Lee\n\nThe council met.\n")
    done = copydesk("a.md", "--select", "byline-joiner", "--format", "concise", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(b"a.md:1:13: error byline-joiner")


def test_a_pipe_that_closes_early_is_no_crash(tmp_path: Path) -> None:
    for i in range(300):
        (tmp_path / f"{i}.md").write_text("The mayor called a press conference for Friday.\n" * 20)
    command = Path(sys.executable).with_name("copydesk")
    with subprocess.Popen(
        [str(command), "check", "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert b"Traceback" not in said
    assert b"internal error" not in said


def test_a_pipe_that_stays_open_is_not_waited_for(newsroom: Path) -> None:
    (newsroom / "a.md").write_text("The pool closed Monday.\n")
    command = Path(sys.executable).with_name("copydesk")
    with subprocess.Popen(
        [str(command), "check"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=newsroom
    ) as process:
        assert process.wait(timeout=60) == 0
