"""How a path is named to people."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """`path` as people read it: from the working directory when it lies below."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()
