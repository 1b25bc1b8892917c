"""The command's own modules in one file of the cache folder.

A short run reads two hundred small files of compiled modules, which takes an eighth of it. `install` puts a finder
before Python's own that takes them from one file; `keep` writes what a run has imported and the file lacked. A module
counts only while its source is what it was, by place, size and time, as Python judges its own compiled files; and the
file only when nobody but the user can have written it.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any
from zlib import crc32

from copydesk import cachedir

PACKAGES = ("copydesk", "copydesk_rules")

#: A module: its source's place, size and time; whether it is a package; where its code begins and ends in the file.
_Entry = tuple[str, int, int, bool, int, int]


class Bundle:
    """A finder and loader of modules whose code stands in one file. missed: a module of ours was not there."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.missed = False
        self._codes = memoryview(b"")
        self._entries: dict[str, _Entry] = {}
        with suppress(OSError, ValueError, EOFError, TypeError):
            self._read()

    def _read(self) -> None:
        info = os.stat(self.path)
        if hasattr(os, "getuid") and (info.st_uid != os.getuid() or info.st_mode & 0o022):
            return
        with open(self.path, "rb") as file:
            data = memoryview(file.read())
        stamp = _stamp()
        at = len(stamp) + 4
        if bytes(data[: len(stamp)]) == stamp:
            codes = at + int.from_bytes(data[len(stamp) : at], "big")
            self._entries = marshal.loads(data[at:codes])
            self._codes = data[codes:]

    def find_spec(self, name: str, path: Any = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module of ours is, when its code stands here and its source is unchanged."""
        entry = self._entries.get(name)
        if entry is None or _facts(entry[0]) != entry[1:3]:
            self.missed = self.missed or name.partition(".")[0] in PACKAGES
            return None
        spec = ModuleSpec(name, self, origin=entry[0], is_package=entry[3])  # type: ignore[arg-type]
        spec.has_location = True
        if entry[3]:
            spec.submodule_search_locations = [os.path.dirname(entry[0])]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Python makes the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run a module's code."""
        exec(self._code(self._entries[module.__name__]), module.__dict__)

    def _code(self, entry: _Entry) -> Any:
        return marshal.loads(self._codes[entry[4] : entry[5]])

    def keep(self) -> None:
        """Write the file anew, whole, when this run imported a module that it lacks."""
        if not self.missed:
            return
        entries: dict[str, _Entry] = {}
        codes = bytearray()
        for name, module in sorted(sys.modules.items()):
            place = getattr(module, "__file__", None) or ""
            facts = _facts(place)
            if name.partition(".")[0] not in PACKAGES or not place.endswith(".py") or facts is None:
                continue
            kept = self._entries.get(name)
            code = self._codes[kept[4] : kept[5]] if kept and kept[:3] == (place, *facts) else _compiled(module)
            if code:
                entries[name] = (place, *facts, hasattr(module, "__path__"), len(codes), len(codes) + len(code))
                codes += code
        for name in self._entries.keys() - entries.keys():
            place, size, time, is_package, start, end = self._entries[name]
            entries[name] = (place, size, time, is_package, len(codes), len(codes) + end - start)
            codes += self._codes[start:end]
        index = marshal.dumps(entries)
        cachedir.put(self.path, _stamp() + len(index).to_bytes(4, "big") + index + codes)


def install() -> Bundle | None:
    """Put the bundle of this installation before Python's own finders; None where there is no cache folder."""
    folder = cachedir.cache_folder()
    if folder is None:
        return None
    places = crc32("\n".join((os.path.dirname(__file__), *sys.path[1:])).encode("utf-8", "surrogateescape"))
    bundle = Bundle(os.path.join(folder, f"modules-{sys.implementation.cache_tag}-{places:08x}"))
    sys.meta_path.insert(0, bundle)
    return bundle


def _stamp() -> bytes:
    return f"copydesk modules 1 {sys.hexversion:x}\n".encode()


def _facts(place: str) -> tuple[int, int] | None:
    """A source's size and time of change; None when it is not there."""
    try:
        info = os.stat(place)
    except OSError:
        return None
    return info.st_size, info.st_mtime_ns


def _compiled(module: ModuleType) -> bytes:
    """A module's code, as Python's own loader has it."""
    loader: Any = getattr(module.__spec__, "loader", None)
    code = loader.get_code(module.__name__) if hasattr(loader, "get_code") else None
    return marshal.dumps(code) if code is not None else b""
