"""A newsroom's repository as the working directory, and the command run in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import main


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COPYDESK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(newsroom: Path) -> Callable[..., Result]:
    """Runs `copydesk` with these arguments; nothing is piped in unless `piped` says so."""

    def invoke(*args: str, piped: bytes = b"") -> Result:
        return CliRunner().invoke(main, args, input=piped, prog_name="copydesk")

    return invoke
