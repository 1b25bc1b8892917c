"""`copydesk people FILE...`: whom a draft names, by what titles, and who holds which office on its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from copydesk.cli.options import complain, file_options, terminal_columns, write

if TYPE_CHECKING:
    from datetime import date as Date

    from copydesk.report.roll import Entry


@click.command("people", short_help="List the people, their titles, and what the registry says of them.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|-...")
@file_options
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    date: str | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
) -> None:
    """List the people of FILE: line of the first reference, mentions, titles as written, what the registry says.

    The registry of office-holders is asked for the story's date. In a folder all drafts are read; - is standard input.

    Exit status: 0, or 2 when a file cannot be read (the others are listed).
    """
    from copydesk.cli.check import find_files, piped_draft
    from copydesk.config.load import Configs, option_values
    from copydesk.knowledge.registry import open_registry
    from copydesk.reading.read import read_article
    from copydesk.report import roll
    from copydesk.running.files import FileError, read_bytes

    where = Configs(option_values(exclude=exclude))
    piped = piped_draft(paths, stdin_filename)
    files = [stdin_filename or "-"] if piped is not None else find_files(paths, where, force_exclude)
    listed: list[tuple[str, Date | None, list[Entry]]] = []
    failed = False
    for path in files:
        try:
            article = read_article(piped if piped is not None else read_bytes(path), path=path, date=date)
            if article.format == "none":
                raise FileError("file-not-text", article.problems[0].message if article.problems else "No text")
        except FileError as error:
            complain(f"{path}: {error}")
            failed = True
            continue
        registry = open_registry(where.settings_for(path).titles)
        listed.append((path, article.date.value, roll.entries(article, registry)))
    if form == "json":
        write(roll.as_json(listed))
    else:
        columns = terminal_columns()
        write("\n".join(roll.as_table(path, people, on, columns) for path, on, people in listed))
    ctx.exit(2 if failed else 0)
