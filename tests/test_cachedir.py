"""Files that can be made again are written whole or not at all."""

import os
from pathlib import Path

import pytest

from copydesk.cachedir import put


def test_a_file_is_written_whole_in_a_folder_that_need_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "kept"
    assert put(str(path), b"one")
    assert put(str(path), b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(path.parent) == ["kept"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_it_is_the_user_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    assert put(str(path), b"one")
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    assert not put(str(tmp_path / "kept"), b"one")
    (tmp_path / "file").write_text("no folder")
    assert not put(str(tmp_path / "file" / "kept"), b"one")
    assert sorted(os.listdir(tmp_path)) == ["file", "kept"]
