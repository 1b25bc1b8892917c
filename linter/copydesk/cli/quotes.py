"""`copydesk quotes FILE...`: the ledger of quotations, for a standards editor before publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from copydesk.cli.options import complain, terminal_columns, write

if TYPE_CHECKING:
    from copydesk.report.ledger import Entry


@click.command("quotes", short_help="List the quotations and who says them.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Also titles, nicknames and words held at arm's length.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], form: str, everything: bool) -> None:
    """List the quotations of FILE: speaker as written, what kind of speaker, cue, how sure, line; and words a speaker.

    In a folder all drafts are read; - is standard input. Long quotations are shortened in the table only.

    Exit status: 0, or 2 when a file cannot be read (the others are listed).
    """
    from copydesk.cli.compare import read_named
    from copydesk.report import ledger
    from copydesk.running.files import FileError

    listed: list[tuple[str, list[Entry]]] = []
    failed = False
    for path in _files(paths):
        try:
            listed.append((path, ledger.entries(read_named(path), everything=everything)))
        except FileError as error:
            complain(f"{path}: {error}")
            failed = True
    if form == "json":
        write(ledger.as_json(listed))
    elif form == "csv":
        write(ledger.as_csv(listed))
    else:
        columns = terminal_columns()
        write("\n".join(ledger.as_table(path, entries, columns) for path, entries in listed))
    ctx.exit(2 if failed else 0)


def _files(paths: tuple[str, ...]) -> list[str]:
    """What is named, and the drafts in folders."""
    import os

    from copydesk.config.settings import EXTENSIONS
    from copydesk.running.discover import discover

    if "-" in paths and len(paths) > 1:
        raise click.UsageError("“-” (standard input) stands alone, without other paths")
    return [*paths] if "-" in paths else [os.fspath(path) for path in discover(paths, extensions=EXTENSIONS)]
