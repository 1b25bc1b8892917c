"""`copydesk check`: drafts in, violations out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.options import LEVELS, complain, configs, file_options, settings_options
from copydesk.report import FORMATS

if TYPE_CHECKING:
    from copydesk.cli.desk import Desk
    from copydesk.config.load import Configs
    from copydesk.report.run import FileResult, Run
    from copydesk.running.outputs import Outputs

#: Drafts above which memory matters more than a few milliseconds of start-up.
MANY = 20


@click.command("check", short_help="Check drafts (the default verb).")
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@settings_options
@file_options
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--output", "outputs", multiple=True, metavar="FORMAT:FILE", help="Also write a report to a file.")
@click.option("--fail-on", type=click.Choice(LEVELS), help="The least severity that makes the exit status 1.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever violations there are.")
@click.option("--status", help="The editorial status of every draft, in the place of its own.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Processes; all processors by default.")
@click.option("--timings", is_flag=True, help="Say on stderr how long each rule took.")
@click.option("--color/--no-color", default=None, help="Colour, or none; by default on a terminal only.")
@click.option("--quiet", "-q", is_flag=True, help="Print violations and nothing else.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    date: str | None,
    status: str | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    jobs: int | None,
    timings: bool,
    color: bool | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Check drafts: files, folders (the working directory by default), or standard input (-).

    Exit status: 0 clean, 1 violations at or above --fail-on, 2 usage, configuration or internal error.
    """
    from copydesk.cli.desk import Desk

    where = configs(**options, fail_on=fail_on, exclude=exclude)
    desk = Desk(where, date=date, status=status, timings={} if timings else None)
    piped = piped_draft(paths, stdin_filename)
    if piped is None:
        files = find_files(paths, where, force_exclude)
        results = check_files(files, desk, jobs)
    else:
        files = [stdin_filename or "-"]
        results = (desk.check_piped(data, files[0]) for data in (piped,))
    run = run_facts(where, quiet)
    failed = False
    with closing(results), _outputs(run, form, outputs, wants_color(color)) as out:
        for result in results:
            out.add(result)
            failed = failed or fails(result, where)
    if desk.timings is not None:
        _tell_timings(desk.timings, len(files))
    for note in out.totals.notes:
        complain(note)
    if form == "text" and out.totals.unjudged:
        _tell_unjudged(out.totals.unjudged, where)
    broken = out.totals.status(run.fail_on) == 2
    ctx.exit(2 if broken else int(failed and not exit_zero))


def _outputs(run: Run, form: str, others: tuple[str, ...], color: bool) -> Outputs:
    """Where the reports go: to standard output in the format `form`, and to `others`, each FORMAT:FILE."""
    from copydesk.running.files import FileError
    from copydesk.running.outputs import Output, Outputs, parse_output

    try:
        return Outputs(run, [Output(form), *map(parse_output, others)], sys.stdout, color=color)
    except (FileError, ValueError) as error:
        raise click.UsageError(str(error)) from None


def piped_draft(paths: tuple[str, ...], stdin_filename: str | None) -> bytes | None:
    """The bytes on standard input when they are what is to be checked, else None.

    They are for `-`, and for --stdin-filename without a path. A pipe alone does not say so: what a build leaves open on
    standard input would be waited for without end.
    """
    from copydesk.running.files import MOST_BYTES

    if "-" in paths and len(paths) > 1:
        raise click.UsageError("“-” (standard input) stands alone, without other paths")
    asked = "-" in paths or (not paths and stdin_filename is not None)
    if not asked:
        return None
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise click.UsageError(f"standard input is larger than {MOST_BYTES // 1_000_000} MB: no article")
    return data


def find_files(paths: tuple[str, ...], where: Configs, force_exclude: bool) -> list[str]:
    """The files that are named, and the drafts in the folders that are; the working directory when none is.

    Raises ConfigError when the settings of any of them are wrong, so that nothing is reported before.
    """
    from copydesk.cli import VERBS
    from copydesk.config.error import did_you_mean
    from copydesk.running.discover import discover

    for path in paths:
        if path.isalpha() and not os.path.exists(path):
            guess = did_you_mean(path, VERBS)
            if guess:
                raise click.UsageError(f'there is neither a file nor a verb "{path}"{guess}')
    extensions = where.config_for(Path.cwd()).extensions
    found = discover(paths or (".",), extensions=extensions, exclude=where.excludes, force_exclude=force_exclude)
    files = [os.fspath(path) for path in found]
    for file in files:
        where.settings_for(file)
    if len(files) > MANY:
        gc.enable()
    return files


def check_files(files: list[str], desk: Desk, jobs: int | None) -> Generator[FileResult]:
    """The results of the files, in order, with progress on a terminal."""
    from copydesk.running.parallel import run_files
    from copydesk.running.progress import Progress

    progress = Progress(len(files), sys.stderr)
    for result in run_files(files, desk, 1 if desk.timings is not None else jobs):
        progress.clear()
        yield result
        progress.step()
    progress.clear()


def fails(result: FileResult, where: Configs) -> bool:
    """Whether a result fails the run by the settings of its place."""
    worst = result.report.worst
    return worst is not None and worst.rank >= where.settings_for(result.report.path).fail_on.rank


def run_facts(where: Configs, quiet: bool = False) -> Run:
    """What reporters may know of the run."""
    from copydesk import __version__
    from copydesk.checking.registry import load_rules
    from copydesk.report.run import Run

    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    settings = where.settings_for(here / "-")
    return Run(__version__, settings.fail_on, lambda rule: load_rules(settings.packs).get(rule), str(root), quiet)


def wants_color(asked: bool | None) -> bool:
    """Whether to colour standard output: as asked, as NO_COLOR and FORCE_COLOR say, or on a terminal."""
    if asked is not None:
        return asked
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _tell_unjudged(titles: int, where: Configs) -> None:
    """How many titles nobody could judge, and where the registry ends, on stderr."""
    from copydesk.knowledge.registry import open_registry

    ends = open_registry(where.settings_for(Path.cwd() / "-").titles).as_of
    count = "1 title was" if titles == 1 else f"{titles} titles were"
    click.echo(f"copydesk: {count} not checked: the registry of office-holders ends on {ends} or earlier", err=True)


def _tell_timings(timings: dict[str, float], files: int) -> None:
    """The rules and their times, slowest first, on stderr."""
    total = sum(timings.values())
    click.echo(f"{'rule':40} {'ms':>9} {'share':>6}", err=True)
    for rule_id, seconds in sorted(timings.items(), key=lambda row: (-row[1], row[0])):
        click.echo(f"{rule_id:40} {seconds * 1000:9.2f} {seconds / total if total else 0:6.1%}", err=True)
    click.echo(f"{f'{len(timings)} rules, {files} files':40} {total * 1000:9.2f}", err=True)
