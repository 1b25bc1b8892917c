"""The command's modules come from one file, for as long as their sources are the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.model.record import NamedTuple

SHOW = (
    "import sys\nsys.argv = ['copydesk', 'check', '--exit-zero', 'draft.txt']\n"
    "import copydesk.bundle\nbundle = copydesk.bundle.install()\n"
    "from copydesk.cli import main\n"
    "try:\n    main(standalone_mode=False)\nexcept SystemExit:\n    pass\n"
    "if bundle: bundle.keep()\n"
    "ours = [m for n, m in sys.modules.items() if n.partition('.')[0] in copydesk.bundle.PACKAGES]\n"
    "print(sum(getattr(m.__spec__, 'loader', None) is bundle for m in ours), len(ours), file=sys.stderr)\n"
)


def run(home: Path, cache: str) -> tuple[str, int, int]:
    """What a run prints, and how many of our modules came from the file, of how many."""
    env = {**os.environ, "COPYDESK_CACHE": cache}
    done = subprocess.run([sys.executable, "-c", SHOW], env=env, cwd=home, capture_output=True, text=True, check=True)
    taken, ours = done.stderr.split()[-2:]
    return done.stdout, int(taken), int(ours)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(
        "By Ana Ruiz & Tom Lee\n\nThe ferry came on Feb 3rd, and “it was late,” Mo said.\n"
    )
    return tmp_path


def test_a_second_run_takes_its_modules_from_one_file(home: Path) -> None:
    cache = str(home / "cache")
    first, taken, _ = run(home, cache)
    assert taken == 0
    run(home, cache)  # the first run of all imports what the others need not
    third, taken, ours = run(home, cache)
    assert taken > 50
    assert ours - taken < 6
    assert third == first == run(home, "off")[0]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"copydesk modules 1 0\n\0\0\0\0"])
def test_a_file_that_does_not_read_is_no_file(home: Path, damage: bytes) -> None:
    cache = home / "cache"
    first, _, _ = run(home, str(cache))
    (file,) = cache.glob("modules-*")
    file.write_bytes(damage)
    again, taken, _ = run(home, str(cache))
    assert (again, taken) == (first, 0)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner here")
def test_a_file_that_others_may_write_is_not_trusted(home: Path) -> None:
    run(home, str(home / "cache"))
    (file,) = (home / "cache").glob("modules-*")
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o666)
    assert run(home, str(home / "cache"))[1] == 0


def test_a_module_that_changed_is_read_from_its_source(home: Path) -> None:
    package = home / "copydesk_rules"
    package.mkdir()
    source = package / "__init__.py"
    code = (
        "import sys, copydesk.bundle\nbundle = copydesk.bundle.install()\n"
        "import copydesk_rules\nprint(copydesk_rules.WORD, copydesk_rules.__spec__.loader is bundle)\nbundle.keep()\n"
    )
    env = {**os.environ, "COPYDESK_CACHE": str(home / "cache"), "PYTHONPATH": str(home)}
    said = []
    for word in ("one", "one", "three"):
        source.write_text(f"WORD = {word!r}\n")
        os.utime(source, (1_700_000_000 + len(word), 1_700_000_000 + len(word)))
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        said.append(done.stdout.split())
    assert said == [["one", "False"], ["one", "True"], ["three", "False"]]


class Place(NamedTuple):
    """A record made our way."""

    start: int
    end: int = 9
    note: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start


def test_a_record_is_a_named_tuple() -> None:
    place = Place(2, note="x")
    assert place == (2, 9, "x")
    assert (place.length, place._fields, Place._field_defaults) == (7, ("start", "end", "note"), {"end": 9, "note": ""})
    assert place._replace(end=3).length == 1
    assert (Place.__doc__, Place.__module__) == ("A record made our way.", __name__)
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]
