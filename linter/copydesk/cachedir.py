"""Where copydesk keeps what it can make again at any time."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

#: The folder in which this process keeps what it can make again; "" in a library, which writes nothing unasked.
in_use = ""


def cache_folder() -> str | None:
    """The folder for files that may be deleted at any time; None when COPYDESK_CACHE is "off".

    $COPYDESK_CACHE, or `copydesk` in the user's cache folder: $XDG_CACHE_HOME or ~/.cache, ~/Library/Caches on a Mac,
    %LOCALAPPDATA% on Windows. It need not exist, nor be writable: whoever writes there goes on when that fails.
    """
    chosen = os.environ.get("COPYDESK_CACHE")
    if chosen:
        return None if chosen == "off" else chosen
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    elif sys.platform == "darwin":
        home = os.path.expanduser("~/Library/Caches")
    else:
        home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(home, "copydesk")


def put(path: str, data: bytes) -> bool:
    """Write a file of the cache folder, whole, for the user alone; whether it could be written."""
    beside = f"{path}.{os.getpid()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
            os.replace(beside, path)
        except OSError:
            os.unlink(beside)
        else:
            return True
    return False
