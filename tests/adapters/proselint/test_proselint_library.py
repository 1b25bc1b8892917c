"""Whatever proselint is installed, or none: one message, no findings, and the other rules run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import copydesk
from copydesk.adapters.proselint import gates, library
from copydesk.model.violation import Report

TEXT = "The pier is closed irregardless. A press conference is set."


@pytest.fixture
def afresh() -> Iterator[None]:
    library._load.cache_clear()
    gates.gates_of_installed.cache_clear()
    yield
    library._load.cache_clear()
    gates.gates_of_installed.cache_clear()


def checked_with(monkeypatch: pytest.MonkeyPatch, **modules: ModuleType | None) -> Report:
    for name in [name for name in sys.modules if name.partition(".")[0] == "proselint"]:
        monkeypatch.delitem(sys.modules, name)
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name.replace("_dot_", "."), module)
    return copydesk.check_text(TEXT)


def module(name: str, **attributes: object) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(attributes)
    return made


class Check:
    """A check as 0.16 has them, with something changed."""

    path = "nonwords"
    message = "Nonword."
    flags = SimpleNamespace(allow_quotes=False)
    engine = SimpleNamespace(opts=SimpleNamespace(case_insensitive=True))
    check_type = SimpleNamespace(items=("irregardless",))

    def _replace(self, engine: object) -> "Check":
        made = type(self)()
        made.engine = engine
        return made

    def check(self, text: str) -> list[object]:
        return list(self.engine.make_set("\\b{}\\b", ("irregardless",)).finditer(text))

    def check_with_flags(self, text: str) -> list[object]:
        at = text.find("irregardless")
        return [SimpleNamespace(span=(at, at + 12), message="Nonword.", replacements="regardless")]


class OtherResult(Check):
    def check_with_flags(self, text: str) -> list[object]:
        return [SimpleNamespace(start=1, stop=2, text="Nonword.")]


class OtherSearch(Check):
    def check(self, text: str) -> list[object]:
        return self.engine.scan(text)


class Raising(Check):
    def check_with_flags(self, text: str) -> list[object]:
        raise RuntimeError("no dictionary")


def silent_with_one_note(report: Report) -> str:
    assert [v.rule for v in report.violations if v.rule == "internal-error" or v.family == "proselint"] == []
    assert "usage-news-conference" in {v.rule for v in report.violations}
    (note,) = report.notes
    return note


def test_a_check_that_is_as_expected_is_used(afresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = module("proselint.checks", __register__=(Check(),))
    report = checked_with(monkeypatch, proselint=module("proselint"), proselint_dot_checks=fake)
    assert [TEXT[v.start : v.end] for v in report.violations if v.family == "proselint"] == ["irregardless"]
    assert report.notes == ()


@pytest.mark.parametrize("kind", [OtherResult, OtherSearch, Raising])
def test_checks_of_another_kind(kind: type[Check], afresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = module("proselint.checks", __register__=(kind(),))
    report = checked_with(monkeypatch, proselint=module("proselint"), proselint_dot_checks=fake)
    assert "proselint" in silent_with_one_note(report)


@pytest.mark.parametrize("register", [None, 3, (), ("nonwords",), (SimpleNamespace(path="nonwords"),)])
def test_a_register_of_another_kind(register: object, afresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = module("proselint.checks", __register__=register)
    report = checked_with(monkeypatch, proselint=module("proselint"), proselint_dot_checks=fake)
    if register == ():
        assert report.notes == ()
    else:
        assert "none that copydesk knows" in silent_with_one_note(report)


def test_a_version_without_a_register(afresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    report = checked_with(monkeypatch, proselint=module("proselint"), proselint_dot_checks=module("proselint.checks"))
    assert "none that copydesk knows" in silent_with_one_note(report)


class Uninstalled:
    """A finder of modules for a machine without proselint."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        if name.partition(".")[0] == "proselint":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def test_no_proselint_at_all(afresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", [Uninstalled, *sys.meta_path])
    note = silent_with_one_note(checked_with(monkeypatch))
    assert "cannot be imported" in note
    assert "--ignore proselint" in note


def run(folder: Path, *arguments: str, without: bool) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COPYDESK_CACHE": str(folder / "cache")}
    if without:
        (folder / "other" / "proselint").mkdir(parents=True)
        (folder / "other" / "proselint" / "__init__.py").write_text("raise RuntimeError('of another time')\n")
        environment["PYTHONPATH"] = str(folder / "other")
    command = [sys.executable, "-m", "copydesk", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)


def test_a_run_over_many_files_says_it_once(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for i in range(50):
        (drafts / f"{i}.md").write_text(TEXT)
    done = run(tmp_path, "check", "drafts", "--jobs", "2", "--exit-zero", without=True)
    assert done.returncode == 0
    (line,) = done.stderr.splitlines()
    assert line.startswith("copydesk: proselint")
    assert done.stdout.count("usage-news-conference") == 50


def test_proselint_is_imported_for_what_it_may_find_only(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The pier is closed until the harbor board votes on it.\n")
    (tmp_path / "b.md").write_text(TEXT)
    assert run(tmp_path, "check", "a.md", without=False).returncode == 0
    for name, wanted in (("a.md", False), ("b.md", True)):
        code = (
            "import sys\nfrom click.testing import CliRunner\nfrom copydesk.cli import main\n"
            f"CliRunner().invoke(main, ['check', '{name}'])\nprint('proselint' in sys.modules, 're2' in sys.modules)"
        )
        environment = {**os.environ, "COPYDESK_CACHE": str(tmp_path / "cache")}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=environment, check=True
        )
        assert done.stdout.split() == [str(wanted)] * 2
