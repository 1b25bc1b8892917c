"""The compiled facts: kept, shared, broken, forbidden."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from copydesk.knowledge import store
from copydesk.knowledge.registry import Registry, open_registry, reopen_registry
from copydesk.knowledge.store import open_store
from copydesk.knowledge.tables import TableError

ROWS = {
    "offices": "mayor\tmayor\tMayor\t\t\tmayors\tsingle",
    "jurisdictions": "midtown\tMidtown\t\t\tplace\t",
    "people": "nell-moss\tNell Moss\t\t",
    "terms": "nell-moss\tmayor\tmidtown\t2020-01-06\t\tday\t0\t\t\t2026-01-01\tcity clerk\t",
}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "cache # 100%?"
    monkeypatch.setenv("COPYDESK_CACHE", str(folder))
    yield folder
    monkeypatch.undo()
    reopen_registry()


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, row in ROWS.items():
        (folder / f"{name}.tsv").write_text(f"# a comment\n{row}\n", encoding="utf-8")
    return folder


def mayor(tables: Path) -> str:
    return Registry(open_store(tables)).people("Nell Moss")[0].name


def files(cache: Path) -> list[Path]:
    return sorted(cache.glob("titles-*.sqlite"))


def test_the_second_process_reads_what_the_first_compiled(
    cache: Path, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mayor(tables) == "Nell Moss"
    assert len(files(cache)) == 1
    monkeypatch.setattr(store, "_make", lambda *_: pytest.fail("compiled again"))
    assert mayor(tables) == "Nell Moss"
    assert not list(cache.glob(".*.part"))


def test_changed_tables_are_compiled_anew(cache: Path, tables: Path) -> None:
    mayor(tables)
    (tables / "people.tsv").write_text("nell-moss\tNell Moss\tEleanor Moss\t\n", encoding="utf-8")
    assert Registry(open_store(tables)).people("Eleanor Moss")
    assert len(files(cache)) == 2


def test_another_version_makes_a_file_of_its_own(cache: Path, tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mayor(tables)
    monkeypatch.setattr("copydesk.__version__", "99.0")
    assert mayor(tables) == "Nell Moss"
    assert len(files(cache)) == 2


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: b"no database at all", lambda data: data[: len(data) // 2]]
)
def test_a_broken_file_is_made_again(cache: Path, tables: Path, damage: object) -> None:
    mayor(tables)
    (file,) = files(cache)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))  # type: ignore[operator]
    assert mayor(tables) == "Nell Moss"
    assert sqlite3.connect(file).execute("SELECT count(*) FROM term").fetchone() == (1,)


def test_a_file_that_breaks_while_it_is_read_is_left_for_memory(cache: Path, tables: Path) -> None:
    mayor(tables)
    (file,) = files(cache)
    size = file.stat().st_size
    page = 4096
    data = bytearray(file.read_bytes())
    for start in range(page, size, page):
        data[start : start + 100] = b"\xff" * 100
    compiled = open_store(tables)
    with open(file, "r+b") as stream:
        stream.write(data)
    assert Registry(compiled).people("Nell Moss")


def test_facts_stay_in_memory_where_nothing_can_be_written(
    tmp_path: Path, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("COPYDESK_CACHE", str(blocked))
    assert mayor(tables) == "Nell Moss"
    monkeypatch.setenv("COPYDESK_CACHE", "off")
    assert mayor(tables) == "Nell Moss"
    assert blocked.read_text() == "not a folder"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind")
def test_a_read_only_folder_is_no_trouble(cache: Path, tables: Path) -> None:
    cache.mkdir()
    cache.chmod(0o500)
    try:
        assert mayor(tables) == "Nell Moss"
        assert not files(cache)
    finally:
        cache.chmod(0o700)


def test_processes_may_compile_at_once(cache: Path, tables: Path) -> None:
    code = "import sys; from pathlib import Path; from copydesk.knowledge.registry import Registry, open_registry\n"
    code += "print(open_registry(tables=Path(sys.argv[1])).people('Nell Moss')[0].name)"
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tables)], stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    assert {process.communicate()[0].strip() for process in running} == {"Nell Moss"}
    assert len(files(cache)) == 1
    assert not list(cache.glob(".*.part"))


def test_old_files_are_thrown_away(cache: Path, tables: Path) -> None:
    cache.mkdir()
    old, new = cache / "titles-00000000.sqlite", cache / "titles-11111111.sqlite"
    old.write_bytes(b"")
    new.write_bytes(b"")
    os.utime(old, (0, 0))
    mayor(tables)
    assert not old.exists()
    assert new.exists()


def test_a_row_that_refers_to_nothing_is_named_with_its_line(cache: Path, tables: Path) -> None:
    (tables / "people.tsv").write_text("", encoding="utf-8")
    with pytest.raises(TableError, match=r"terms\.tsv:2: refers to nell-moss"):
        open_store(tables)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_connection_is_not_shared_across_a_fork(cache: Path) -> None:
    ours = open_registry()
    assert open_registry() is ours
    child = os.fork()
    if child == 0:
        theirs = open_registry()
        state = theirs.status("joe-biden", "president", "US", date(2022, 1, 1)).state
        os._exit(0 if theirs is not ours and state == "in" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
