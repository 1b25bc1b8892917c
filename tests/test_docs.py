"""What the documentation shows is true."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.checking.examples import HouseTables, complaints
from copydesk.checking.registry import load_rules
from copydesk.config.load import Configs

ROOT = Path(__file__).parent.parent
DOCS = sorted(ROOT.glob("docs/*.md"))


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_the_rule_in_writing_rules_is_complete(tmp_path: Path) -> None:
    (tmp_path / "lead.py").write_text(blocks(ROOT / "docs" / "writing-rules.md", "python")[0], encoding="utf-8")
    registry = load_rules((str(tmp_path),))
    assert list(complaints(registry.rules["desk-lead-the"], registry, HouseTables())) == []


def test_the_phrases_in_writing_rules_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "phrases").mkdir()
    phrases = tmp_path / "phrases" / "words.toml"
    phrases.write_text(blocks(ROOT / "docs" / "writing-rules.md", "toml")[0], encoding="utf-8")
    registry = load_rules((str(tmp_path),))
    found = list(complaints(registry.rules["usage-news-conference"], registry, HouseTables()))
    assert [c for c in found if "needs two" not in c] == []


def test_the_phrases_in_the_readme_are_complete(tmp_path: Path) -> None:
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "words.toml").write_text(blocks(ROOT / "README.md", "toml")[2], encoding="utf-8")
    registry = load_rules((str(tmp_path),))
    assert list(complaints(registry.rules["usage-news-conference"], registry, HouseTables())) == []


def test_the_settings_in_the_readme_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text(blocks(ROOT / "README.md", "toml")[0], encoding="utf-8")
    (tmp_path / "opinion").mkdir()
    settings = Configs().settings_for(tmp_path / "opinion" / "a.md")
    assert settings.options_of("lead-length") == {"warn": 45}
    assert settings.ignore == ("usage-cliche", "lead", "structure-boilerplate")


def test_the_words_in_the_readme_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "copydesk.toml").write_text(blocks(ROOT / "README.md", "toml")[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = subprocess.run([sys.executable, "-m", "copydesk", "test"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "1 example: all hold.\n")


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS], ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", prose)
    missing = [t for t in targets if "://" not in t and not (path.parent / t).exists()]
    assert missing == []


def test_the_generated_pages_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
