"""An outline says of rules what the rules say of themselves, and fetches their code when it is wanted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk import cachedir
from copydesk.checking import outline
from copydesk.checking.outline import Later
from copydesk.checking.plan import build_plan
from copydesk.checking.registry import BUILT_IN, load_rules
from copydesk.checking.runner import check_article
from copydesk.reading.read import read_article

DRAFT = """---
title: U.S. Lends Midtown a Ferry
---
By Ana Ruiz

On Monday, the ferry came at 10:00 p.m. in the evening. “It is late,” smiled the captain, who sent an e-mail.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(cachedir, "in_use", str(tmp_path / "kept"))
    outline.outline.cache_clear()
    yield tmp_path / "kept"
    outline.outline.cache_clear()


def again() -> object:
    outline.outline.cache_clear()
    return outline.outline((BUILT_IN,))


def test_it_says_what_the_rules_say(folder: Path) -> None:
    whole = outline.outline((BUILT_IN,))
    assert whole is load_rules((BUILT_IN,))
    kept = again()
    assert kept is not whole
    assert list(kept.rules) == list(whole.rules)
    for rule_id, rule in whole.rules.items():
        bare = rule._replace(doc="", bad=(), good=(), check=None)
        assert kept.rules[rule_id]._replace(check=None) == bare
    assert dict(kept.rows) == dict(whole.rows)
    assert dict(kept.shields) == dict(whole.shields)
    assert dict(kept.redirects) == dict(whole.redirects)


def test_it_finds_what_the_rules_find(folder: Path) -> None:
    whole, kept = outline.outline((BUILT_IN,)), again()
    article = read_article(DRAFT)
    found = check_article(article, build_plan(whole)).violations
    assert len(found) > 4
    assert check_article(article, build_plan(kept)).violations == found


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\xe3\x00\x00\x00\x00"])
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    whole = outline.outline((BUILT_IN,))
    (path,) = folder.iterdir()
    path.write_bytes(damage)
    assert again() is whole
    assert again() is not whole


def test_a_pack_that_changed_is_read_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = outline.outline((BUILT_IN,))
    monkeypatch.setattr(outline, "__version__", "99")
    assert again() is whole


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    assert outline.outline((BUILT_IN,)) is load_rules((BUILT_IN,))
    assert again() is load_rules((BUILT_IN,))


def test_packs_in_folders_are_read_whole(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    packs = (BUILT_IN, f"{tmp_path}/desk")
    assert outline.outline(packs) is load_rules(packs)
    assert not folder.exists()


def test_a_rule_s_code_comes_when_it_is_called() -> None:
    later = Later("copydesk_rules.headline.form", "headline_case")
    assert later._check is None
    assert list(later(read_article(DRAFT), style="title")) == []
    assert later.check.__name__ == "headline_case"


def test_a_second_run_imports_only_the_rules_that_meet_something(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The ferry came.\n")
    code = (
        "import sys, atexit\nfrom copydesk.cli import main\n"
        "rules = lambda: sorted(m for m in sys.modules if m.startswith('copydesk_rules.'))\n"
        "atexit.register(lambda: print(*rules(), file=sys.stderr))\n"
        f"main(['check', '--exit-zero', {str(draft)!r}])"
    )
    env = {**os.environ, "COPYDESK_CACHE": str(tmp_path / "cache")}
    first, second = (
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stderr.split()
        for _ in range(2)
    )
    assert len(second) < len(first)
    assert "copydesk_rules.money" not in second
