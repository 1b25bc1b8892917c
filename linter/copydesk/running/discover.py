"""Which files a run checks: what was named, and the articles in the folders that were named."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec

#: Ignore files read in each folder; of patterns in one folder those of the first count before the second's.
IGNORE_FILES = (".copydeskignore", ".gitignore")
#: Folders that never hold a newsroom's own articles, beside those whose name begins with a dot.
SKIPPED = frozenset({"node_modules", "venv", "__pycache__", "site-packages"})

_Specs = tuple[tuple[str, "GitIgnoreSpec"], ...]


def discover(
    paths: Iterable[str | os.PathLike[str]],
    *,
    extensions: Collection[str],
    exclude: Callable[[str], bool] | None = None,
    respect_gitignore: bool = True,
    force_exclude: bool = False,
) -> Iterator[Path]:
    """The files to check, each once, sorted by name; written as they were named.

    A file that is named is always checked, whatever its extension, even when it does not exist: reading
    it then says why it cannot be read. With `force_exclude` (for hooks, which name files themselves) `exclude`
    holds for it too. Folders are searched for files with one of `extensions` (with their dot, in any
    case), leaving out what begins with a dot, SKIPPED folders, what an ignore file covers, and what
    `exclude` says of an absolute path. Links to folders are not followed on the way.
    """
    from pathlib import Path

    endings = tuple(extension.lower() for extension in extensions)
    excluded = exclude or (lambda path: False)
    found: dict[str, str] = {}
    for named in paths:
        path = os.fspath(named)
        if os.path.isdir(path):
            for file in _walk(path, endings, excluded, respect_gitignore):
                found.setdefault(os.path.normpath(file), file)
        elif not (force_exclude and excluded(_posix(os.path.abspath(path)))):
            found.setdefault(os.path.normpath(path), path)
    return map(Path, sorted(_without_links_to_found(found)))


def _without_links_to_found(found: dict[str, str]) -> list[str]:
    """The files, less links to files that are there themselves."""
    links = {file for file in found if os.path.islink(file)}
    if not links:
        return list(found.values())
    real = {os.path.realpath(file) for file in found if file not in links}
    return [file for key, file in found.items() if key not in links or os.path.realpath(key) not in real]


def _walk(folder: str, endings: tuple[str, ...], excluded: Callable[[str], bool], ignores: bool) -> Iterator[str]:
    """The articles below a folder that was named. A folder that cannot be read is given itself, to be reported."""
    top = os.path.abspath(folder)
    specs = _outer_specs(top) if ignores else ()
    waiting = [("" if folder == os.curdir else folder, top, specs)]
    while waiting:
        shown, absolute, specs = waiting.pop()
        if ignores:
            specs = (*_specs_in(absolute), *specs)
        try:
            entries = list(os.scandir(absolute))
        except OSError:
            yield shown or folder
            continue
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            if name in SKIPPED if is_folder else not (name.lower().endswith(endings) and os.path.isfile(entry.path)):
                continue
            if excluded(_posix(entry.path)) or _ignored(f"{entry.path}/" if is_folder else entry.path, specs):
                continue
            if is_folder:
                waiting.append((os.path.join(shown, name), entry.path, specs))
            else:
                yield os.path.join(shown, name)


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def _outer_specs(top: str) -> _Specs:
    """The ignore files of the folders above `top` in its repository, innermost first; none when they cover `top`."""
    above = []
    folder = top
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ()
        above.append(parent)
        folder = parent
    specs = tuple(spec for parent in above for spec in _specs_in(parent))
    specs += _spec(folder, os.path.join(folder, ".git", "info", "exclude"))
    return () if any(_ignored(f"{inner}/", specs) for inner in (top, *above[:-1])) else specs


def _specs_in(folder: str) -> _Specs:
    return tuple(spec for name in IGNORE_FILES for spec in _spec(folder, os.path.join(folder, name)))


def _spec(folder: str, file: str) -> _Specs:
    """The patterns of an ignore file, for what lies in `folder`; none when there are none or it cannot be read."""
    try:
        with open(file, encoding="utf-8-sig", errors="surrogateescape") as lines:
            patterns = [line.rstrip("\n") for line in lines if line.strip() and not line.startswith("#")]
    except OSError:
        return ()
    if not patterns:
        return ()
    from pathspec import GitIgnoreSpec

    return ((folder, GitIgnoreSpec.from_lines(filter(_is_valid, patterns))),)


def _is_valid(pattern: str) -> bool:
    """Whether an ignore file's line can be read; git too passes over one that cannot."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return False
    return True


def _ignored(path: str, specs: _Specs) -> bool:
    """Whether the innermost pattern that says anything of an absolute path ignores it."""
    for folder, spec in specs:
        inside = path[len(folder) :].lstrip(os.sep)
        said = spec.check_file(_posix(inside)).include
        if said is not None:
            return said
    return False
