"""A newsroom's repository with a pack of its own, so that these tests hold whatever rules copydesk has."""

from collections.abc import Callable
from pathlib import Path

import pytest

PACK = '''\
from __future__ import annotations

from typing import Literal

from copydesk import Flags, Lead, flag, rule


@rule("desk-lead-length", severity="warning", summary="Lead is long")
def lead_length(
    lead: Lead,
    *,
    most: int = 30,
    share: float = 0.5,
    words: tuple[str, ...] = ("a",),
    days: tuple[int, ...] = (1,),
    form: Literal["mdy", "dmy"] = "mdy",
    strict: bool = False,
    source: str | None = None,
) -> Flags:
    """Long leads lose readers."""
    if lead.words > most:
        yield flag(lead, "long")


@rule("desk-kicker", severity="error", summary="Kicker", default=False)
def kicker(lead: Lead) -> Flags:
    """Kickers."""
    yield flag(lead, "kicker")
'''


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Path]:
    """Writes files into a repository with the pack ./desk, and makes it the working directory."""

    def make(files: dict[str, str]) -> Path:
        (tmp_path / ".git").mkdir()
        for name, text in {
            "desk/desk_rules.py": PACK,
            "desk/__init__.py": "REDIRECTS = {'desk-intro': 'desk-lead-length'}",
            **files,
        }.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make
