"""The command: what `copydesk` on the path and `python -m copydesk` run."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress


def run() -> None:
    """Run the command and end the process.

    Hooks run it often and briefly: no garbage is looked for while it starts, and once its output is written nothing
    is taken down piece by piece (together a twentieth of a short run).
    """
    gc.disable()
    from copydesk.bundle import install

    bundle = install()
    from copydesk.cli import main

    try:
        main()
    except SystemExit as end:
        if bundle is not None:
            bundle.keep()
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
            if end.code is None or isinstance(end.code, int):
                os._exit(end.code or 0)
        raise


if __name__ == "__main__":
    run()
