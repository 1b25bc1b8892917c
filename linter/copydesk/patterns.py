"""Regular expressions, compiled once a process; and, where a run says so, once a machine.

A stylebook is several hundred patterns, more than `re` keeps for a process (512), and compiling those that a short
run needs costs more than matching them. `compiled` keeps every one. After `remember(file)` it takes the compiled
code from that file, and `keep` writes what was new: a run that finds all its patterns there compiles none.

What is kept is the matcher's code as `re` itself makes it, under its pattern and flags, for one version of Python.
The matcher validates code that it is given; a file that does not read is a file that is not there.
"""

from __future__ import annotations

import re
import sys
from typing import Any

#: (pattern, flags) -> final flags, code as bytes, number of groups, names of the groups
_Entry = tuple[int, bytes, int, dict[str, int]]

_ready: dict[tuple[str, int], re.Pattern[str]] = {}
_kept: dict[tuple[str, int], _Entry] | None = None
_file = ""
_new = 0


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, made at its first use. Raises re.error."""
    found = _ready.get((source, flags))
    if found is None:
        found = re.compile(source, flags) if _kept is None else _from_kept(source, flags)
        _ready[source, flags] = found
    return found


def remember(file: str) -> None:
    """Take compiled patterns from `file`, which `keep` wrote on an earlier run; it need not exist."""
    global _file, _kept
    _file = file
    _kept = _read(file)


def keep() -> None:
    """Write what `remember`'s file lacks, whole; does nothing when it lacks nothing or cannot be written."""
    global _new
    if not (_new and _kept):
        return
    import marshal
    from zlib import crc32

    from copydesk import cachedir

    data = marshal.dumps({**_read(_file), **_kept})
    if cachedir.put(_file, _stamp() + crc32(data).to_bytes(4, "big") + data):
        _new = 0


def _stamp() -> bytes:
    """What code made for another Python lacks; it begins the file."""
    return f"copydesk patterns 1 {sys.implementation.cache_tag} {sys.hexversion:x} {sys.maxsize:x}\n".encode()


def _read(path: str) -> dict[tuple[str, int], _Entry]:
    import marshal
    from zlib import crc32

    stamp = _stamp()
    try:
        with open(path, "rb") as file:
            data = file.read()
        body = memoryview(data)[len(stamp) + 4 :]
        if not data.startswith(stamp) or data[len(stamp) : len(stamp) + 4] != crc32(body).to_bytes(4, "big"):
            return {}
        found: dict[tuple[str, int], _Entry] = marshal.loads(body)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return found


def _from_kept(source: str, flags: int) -> re.Pattern[str]:
    """The pattern from its kept code; compiled, and its code put by, when there is none."""
    try:
        return _sre_pattern(source, _entry(source, flags))
    except (ImportError, AttributeError, TypeError, RuntimeError, OverflowError):
        return re.compile(source, flags)


def _entry(source: str, flags: int) -> _Entry:
    global _new
    assert _kept is not None
    entry = _kept.get((source, int(flags)))
    if entry is None:
        entry = _kept[source, int(flags)] = _made(source, flags)
        _new += 1
    return entry


def _made(source: str, flags: int) -> _Entry:
    """What `re.compile` makes of a pattern, before it hands it to the matcher."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict)


def _sre_pattern(source: str, entry: _Entry) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]
    from array import array

    flags, code, groups, index = entry
    names: list[Any] = [None] * (groups + 1)
    for name, number in index.items():
        names[number] = name
    made: re.Pattern[str] = _sre.compile(source, flags, array("I", code).tolist(), groups, index, tuple(names))
    return made
