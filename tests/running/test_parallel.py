"""Many processes give what one gives, and nothing that a file does to one of them loses another file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from copydesk.model.violation import Report
from copydesk.report.run import FileResult
from copydesk.running import parallel
from copydesk.running.parallel import processors, run_files

PATHS = [f"stories/{i:03}.md" for i in range(100)]


def work(path: str) -> FileResult:
    """The number in the name as the count of words."""
    return FileResult(Report(path, (), words=int(path[-6:-3])))


def fragile(path: str) -> FileResult:
    """Work that some files end, one way or another."""
    if path.endswith(("013.md", "077.md")):
        os._exit(7)
    if path.endswith("050.md"):
        raise ZeroDivisionError("no rule")
    return work(path)


def pids(path: str) -> FileResult:
    return FileResult(Report(path, (), words=os.getpid()))


def said(results: Iterator[FileResult]) -> list[tuple[str, int, str]]:
    return [(r.report.path, r.report.words, "".join(e.code for e in r.report.errors)) for r in results]


EXPECTED = [(path, i, "") for i, path in enumerate(PATHS)]


@pytest.mark.parametrize("jobs", [1, 2, 5, None])
@pytest.mark.parametrize("number", [0, 1, parallel.FEW - 1, parallel.FEW, 100])
def test_the_same_results_in_the_same_order(jobs: int | None, number: int) -> None:
    assert said(run_files(PATHS[:number], work, jobs)) == EXPECTED[:number]


def test_few_files_stay_in_this_process() -> None:
    assert {r.report.words for r in run_files(PATHS[: parallel.FEW - 1], pids, 2)} == {os.getpid()}
    assert {r.report.words for r in run_files(PATHS, pids, 1)} == {os.getpid()}
    used = {r.report.words for r in run_files(PATHS, pids, 2)}
    assert os.getpid() not in used
    assert 1 <= len(used) <= 2


def test_a_file_that_ends_its_process_is_an_error_and_no_other_is_lost() -> None:
    expected = [(path, 0, "internal-error") if i in (13, 50, 77) else (path, i, "") for i, path in enumerate(PATHS)]
    assert said(run_files(PATHS, fragile, 2)) == expected


def test_without_processes_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("no processes")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    assert said(run_files(PATHS, work, 2)) == EXPECTED


def test_without_semaphores_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "multiprocessing.synchronize", None)
    assert {r.report.words for r in run_files(PATHS, pids, 2)} == {os.getpid()}


def test_not_far_ahead_of_the_reader(tmp_path: Path) -> None:
    class Noted:
        def __call__(self, path: str) -> FileResult:
            (tmp_path / os.path.basename(path)).touch()
            return work(path)

    import multiprocessing

    if multiprocessing.get_start_method() != "fork":
        pytest.skip("a class inside a test cannot be sent to a new process")
    many = [f"stories/{i:03}.md" for i in range(999)]
    results = run_files(many, Noted(), 2)
    assert said(islice(results, 1)) == EXPECTED[:1]
    time.sleep(0.3)
    assert len(os.listdir(tmp_path)) <= (2 * parallel.AHEAD + 1) * parallel.CHUNK
    results.close()  # type: ignore[attr-defined]


def test_processors_are_counted() -> None:
    assert processors() >= 1


SLOW = """
import sys, time
from copydesk.running.parallel import run_files
def slow(path):
    print("begun", flush=True)
    time.sleep(3600)
if __name__ == "__main__":
    try:
        list(run_files([str(i) for i in range(100)], slow, 2))
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        sys.exit(130)
"""


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run that has begun and would take an hour, in a group of processes of its own."""
    if os.name == "nt":
        pytest.skip("signals to a group of processes")
    script = tmp_path / "slow.py"
    script.write_text(SLOW)
    process = subprocess.Popen([sys.executable, str(script)], stdout=-1, stderr=-1, start_new_session=True)
    assert process.stdout is not None
    process.stdout.readline()
    yield process
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_an_interruption_ends_all_processes_at_once(slow: subprocess.Popen[bytes]) -> None:
    os.killpg(slow.pid, signal.SIGINT)
    _, errors = slow.communicate(timeout=20)  # ends when no process holds the pipes any more
    assert (slow.returncode, errors) == (130, b"interrupted\n")


def test_no_process_outlives_a_run_that_is_killed(slow: subprocess.Popen[bytes]) -> None:
    slow.kill()
    assert slow.communicate(timeout=20)[1] == b""


def test_importing_is_light() -> None:
    heavy = ["json", "concurrent", "multiprocessing", "xml", "pathspec", "tempfile", "urllib"]
    modules = [
        "report", "report.run", "report.text", "report.json_", "report.sarif", "report.github", "report.junit",
        "running.discover", "running.files", "running.parallel", "running.progress", "running.outputs",
    ]  # fmt: skip
    code = (
        "import sys; before = {*sys.modules}\n"
        + "".join(f"import copydesk.{module}\n" for module in modules)
        + f"assert not ({{*sys.modules}} - before) & {{*{heavy}}}, sorted({{*sys.modules}} - before)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
