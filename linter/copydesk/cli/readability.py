"""`copydesk readability FILE...`: how hard drafts are to read, and which sentences make them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from copydesk.cli.options import complain, file_options, terminal_columns, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.model.article import Article
    from copydesk.report.readability import Page, Version


@click.command("readability", short_help="Measure how hard drafts are to read.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|-...")
@file_options
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--max-grade", type=float, metavar="N", help="Exit 1 when a draft’s narration is above grade N.")
@click.option("--hardest", type=click.IntRange(0), default=5, show_default=True, help="How many sentences to show.")
@click.option("--since", metavar="REV", help="The trend: every version since this git revision.")
@click.option(
    "--engine",
    type=click.Choice(["copydesk", "textstat"]),
    default="copydesk",
    show_default=True,
    help="Who counts; textstat is a second opinion.",
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    max_grade: float | None,
    hardest: int,
    since: str | None,
    engine: str,
    date: str | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
) -> None:
    """Measure FILE: eight indexes for the story, its narration and its speech, and for headlines, captions and lists.

    The grade is the Flesch-Kincaid grade of the narration: an editor may not shorten a quotation. Then the sentences
    that cost most, with their lines and what makes them hard. In a folder all drafts are read; - is standard input.

    Exit status: 0, 1 a grade above --max-grade, 2 a file or its history cannot be read (the others are measured).
    """
    from copydesk.cli.check import find_files, piped_draft
    from copydesk.config.load import Configs, option_values
    from copydesk.reading.read import read_article
    from copydesk.report import readability as report
    from copydesk.running.files import FileError, read_bytes
    from copydesk.running.revisions import HistoryError
    from copydesk.running.second_opinion import NoSecondOpinion

    where = Configs(option_values(exclude=exclude))
    piped = piped_draft(paths, stdin_filename)
    if piped is not None and since:
        raise click.UsageError("--since needs files: standard input has no history")
    if since and engine != "copydesk":
        raise click.UsageError("--since is measured by copydesk alone")

    def read(data: bytes, path: str) -> Article:
        return read_article(data, path=path, date=date)

    files = [stdin_filename or "-"] if piped is not None else find_files(paths, where, force_exclude)
    pages: list[Page] = []
    trends: list[tuple[str, list[Version]]] = []
    failed = False
    for path in files:
        try:
            article = read(piped if piped is not None else read_bytes(path), path)
            if article.format == "none":
                raise FileError("file-not-text", article.problems[0].message if article.problems else "No text")
            if since:
                trends.append((path, _trend(article, since, read)))
            made = report.page(article, most=hardest)
            pages.append(made if engine == "copydesk" else _second(article, made))
        except (FileError, HistoryError) as error:
            complain(f"{path}: {error}")
            failed = True
        except NoSecondOpinion as error:
            raise click.UsageError(f"--engine textstat: {error}") from error
    write(_written(form, pages, trends if since else None))
    above = [made for made in pages if max_grade is not None and made.grade is not None and made.grade > max_grade]
    for made in above:
        complain(f"{made.path}: grade {made.grade:.1f} is above {max_grade:g}")
    ctx.exit(2 if failed else int(bool(above)))


def _written(form: str, pages: list[Page], trends: list[tuple[str, list[Version]]] | None) -> str:
    """The pages, or the trends when there are any, in a format."""
    from copydesk.report import readability as report

    if form == "json":
        return report.as_json(pages) if trends is None else report.trend_json(trends)
    if form == "csv":
        return report.as_csv(pages) if trends is None else report.trend_csv(trends)
    columns = terminal_columns()
    if trends is None:
        return "\n".join(report.as_table(made, columns) for made in pages)
    return "\n".join(report.trend_table(path, versions, columns) for path, versions in trends)


def _trend(article: Article, since: str, read: Callable[[bytes, str], Article]) -> list[Version]:
    """The versions of a draft that git keeps, and the one at hand when it differs from the last."""
    from copydesk.report.readability import version
    from copydesk.running.revisions import revisions

    kept = revisions(article.path, since)
    drafts = [(one, read(one.data, article.path)) for one in kept]
    made = [version(one.commit, one.date, one.subject, draft) for one, draft in drafts]
    if not drafts or drafts[-1][1].text != article.text:
        made.append(version("", "", "(not committed)", article))
    return made


def _second(article: Article, made: Page) -> Page:
    """The page with textstat's counts of the story, the narration and the speech; it knows no other parts."""
    from copydesk.report.readability import Part, plain_text
    from copydesk.running.second_opinion import second_opinion

    parts, engine = [], "textstat"
    for part in made.parts:
        if part.name in ("story", "narration", "speech"):
            opinion = second_opinion(plain_text(article, part=part.name))
            engine = f"textstat, syllables from {opinion.dictionary}"
            parts.append(Part(part.name, opinion.sentences, opinion.words, opinion.syllables, opinion.indexes))
    return made._replace(engine=engine, parts=tuple(parts), hardest=(), longest=(0, 0))
