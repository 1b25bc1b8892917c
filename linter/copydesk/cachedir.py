"""Where copydesk keeps what it can make again at any time."""

from __future__ import annotations

import os
import sys

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
