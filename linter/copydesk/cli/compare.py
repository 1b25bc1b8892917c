"""`copydesk compare DRAFT SOURCE`: a draft's quotations against the text it was made from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from copydesk.cli.check import wants_color
from copydesk.cli.options import complain, terminal_columns, write

if TYPE_CHECKING:
    from copydesk.model.article import Article


@click.command("compare", short_help="Hold a draft's quotations against its source.")
@click.argument("draft", metavar="DRAFT|-")
@click.argument("source", metavar="SOURCE|-")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--color/--no-color", default=None, help="Colour, or none; by default on a terminal only.")
@click.pass_context
def command(ctx: click.Context, /, draft: str, source: str, form: str, color: bool | None) -> None:
    """Hold every quotation of DRAFT against SOURCE, the text that it was made from.

    Each is exact, permitted (dots, brackets, a first capital, punctuation, spelling), altered, paraphrase (the source
    has it, but not in quotation marks), absent, or unjudged (too short). [-the source's words-] {+the draft's words+}.

    Exit status: 0 all stand, 1 some are altered, absent, a paraphrase or somebody else's, 2 a file cannot be read.
    """
    from copydesk.report import comparison as report
    from copydesk.running.files import FileError

    if draft == source == "-":
        raise click.UsageError("standard input can be the draft or the source, not both")
    articles: list[Article] = []
    for path in (draft, source):
        try:
            articles.append(read_named(path))
        except FileError as error:
            complain(f"{path}: {error}")
    if len(articles) < 2:
        ctx.exit(2)
    articles[0].source = articles[1]
    compared = articles[0].comparisons
    if form == "json":
        write(report.as_json(draft, source, compared))
    elif form == "csv":
        write(report.as_csv(compared))
    else:
        write(report.as_text(draft, source, compared, terminal_columns(), color=wants_color(color)))
    ctx.exit(int(any(one.fails for one in compared)))


def read_named(path: str) -> Article:
    """The article at `path`, or on standard input for "-". Raises FileError, also for what is no text."""
    from copydesk.reading.read import read_article
    from copydesk.running.files import MOST_BYTES, FileError, read_bytes

    data = sys.stdin.buffer.read(MOST_BYTES + 1) if path == "-" else read_bytes(path)
    if len(data) > MOST_BYTES:
        raise FileError("file-too-large", f"Larger than {MOST_BYTES // 1_000_000} MB: no article, so it is not read")
    article = read_article(data, path=path)
    if article.format == "none":
        raise FileError("file-not-text", article.problems[0].message if article.problems else "No text")
    return article
