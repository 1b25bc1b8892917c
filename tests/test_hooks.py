"""The hooks, run by pre-commit itself in a real repository, from this checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")

CLEAN = """---
title: Pool to reopen Saturday
author: Ana Ruiz
date: 2025-06-12
---

By Ana Ruiz

The city pool on Oak Street will reopen Saturday after repairs.
"""
FIXABLE = CLEAN.replace("after repairs", "after a press conference")
BROKEN = CLEAN.replace("By Ana Ruiz\n", "By Ana Ruiz,\n")

CONFIG = """
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: copydesk
      - id: copydesk-fix
        stages: [manual]
"""


def run(*command: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        [str(c) for c in command], cwd=cwd, env=clean | env, capture_output=True, text=True, check=False
    )


def git(cwd: Path, *arguments: object) -> str:
    named = ("-c", "user.name=Desk", "-c", "user.email=desk@midtown.example", "-c", "init.defaultBranch=main")
    done = run("git", *named, *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository of this checkout as it is now, uncommitted changes included, and its revision."""
    copy = tmp_path_factory.mktemp("hooks") / "copydesk"
    copy.mkdir()
    for name in run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT).stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    git(copy, "init", "-q")
    git(copy, "add", "-A")
    git(copy, "commit", "-qm", "all")
    return copy, git(copy, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps the environment it builds, one for all tests here."""
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def newsroom(tmp_path: Path, hooks: tuple[Path, str]) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / ".pre-commit-config.yaml").write_text(CONFIG.format(repo=hooks[0], rev=hooks[1]), encoding="utf-8")
    (tmp_path / "articles").mkdir()
    return tmp_path


def file(newsroom: Path, name: str, text: str) -> Path:
    path = newsroom / "articles" / name
    path.write_text(text, encoding="utf-8")
    git(newsroom, "add", "-A")
    return path


def test_a_commit_with_an_error_is_stopped_and_told_why(newsroom: Path, store: str) -> None:
    file(newsroom, "pool.md", BROKEN)
    done = run(PRE_COMMIT, "run", "--all-files", cwd=newsroom, PRE_COMMIT_HOME=store)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "articles/pool.md:7:12: error byline-trailing-comma" in done.stdout


def test_clean_copy_passes_and_odd_names_do_no_harm(newsroom: Path, store: str) -> None:
    for name in ("pool.md", "with space & “quotes”.md", "-dash.md"):
        file(newsroom, name, CLEAN)
    done = run(PRE_COMMIT, "run", "--all-files", cwd=newsroom, PRE_COMMIT_HOME=store)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_fixing_hook_mends_the_file_and_stops_the_commit(newsroom: Path, store: str) -> None:
    path = file(newsroom, "pool.md", FIXABLE)
    command = (PRE_COMMIT, "run", "copydesk-fix", "--hook-stage", "manual", "--all-files")
    done = run(*command, cwd=newsroom, PRE_COMMIT_HOME=store)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    assert path.read_text(encoding="utf-8") == FIXABLE.replace("press conference", "news conference")
    git(newsroom, "add", "-A")
    assert run(*command, cwd=newsroom, PRE_COMMIT_HOME=store).returncode == 0
