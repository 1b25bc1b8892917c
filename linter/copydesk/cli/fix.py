"""`copydesk fix`: the fixes that need no editor, made in the files, or shown as a diff."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.check import fails, find_files, piped_draft, run_facts, wants_color
from copydesk.cli.options import LEVELS, complain, configs, file_options, settings_options, write

if TYPE_CHECKING:
    from copydesk.cli.desk import Desk, Mended


@click.command("fix", short_help="Make the fixes that need no editor.")
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option("--diff", is_flag=True, help="Show what would change as a unified diff; write nothing.")
@click.option("--unsafe", is_flag=True, help="Make the fixes too that an editor should look at.")
@settings_options
@file_options
@click.option("--fail-on", type=click.Choice(LEVELS), help="The least severity left that makes the exit status 1.")
@click.option("--color/--no-color", default=None, help="Colour, or none; by default on a terminal only.")
@click.option("--quiet", "-q", is_flag=True, help="Print the violations that are left and nothing else.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    diff: bool,
    unsafe: bool,
    fail_on: str | None,
    date: str | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    color: bool | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Fix drafts in place: files, folders (the working directory by default), or standard input to standard output.

    No word in quotation marks is touched, nor are front-matter keys. What is left is reported.
    Exit status: 0 nothing left, 1 violations left at or above --fail-on (with --diff: something would
    change), 2 usage, configuration or internal error.
    """
    from copydesk.cli.desk import Desk
    from copydesk.running.outputs import Output, Outputs

    where = configs(**options, fail_on=fail_on, exclude=exclude)
    desk = Desk(where, date=date)
    piped = piped_draft(paths, stdin_filename)
    if piped is None:
        mended = _mend_files(find_files(paths, where, force_exclude), desk, unsafe=unsafe, write=not diff)
    else:
        mended = iter([desk.mend_piped(piped, stdin_filename or "-", unsafe=unsafe)])
    run = run_facts(where, quiet)
    reports = [] if diff else [Output("text")]
    changed = applied = failing = 0
    with Outputs(run, reports, sys.stdout if piped is None else sys.stderr, color=wants_color(color)) as out:
        for one in mended:
            out.add(one.result)
            failing += fails(one.result, where)
            if one.fixed is None:
                if piped is not None and not diff:
                    _write_bytes(piped)
                continue
            changed += one.fixed.text != one.before
            applied += one.fixed.applied
            path = one.result.report.path
            for rule_id, why in one.fixed.refused:
                complain(f"{path}: a fix of {rule_id} was left out: {why}")
            if diff:
                write("".join(unified_diff(path, one.before, one.fixed.text)))
            elif piped is not None:
                _write_bytes(one.data)
    for note in out.totals.notes:
        complain(note)
    if applied and not quiet:
        files = f"{changed} file{'s' if changed > 1 else ''}"
        said = f"{'Would fix' if diff else 'Fixed'} {applied} violation{'s' if applied > 1 else ''} in {files}."
        click.echo(said, err=diff or piped is not None)
    broken = out.totals.status(run.fail_on) == 2
    ctx.exit(2 if broken else int(changed > 0 if diff else failing > 0))


def _mend_files(files: list[str], desk: Desk, *, unsafe: bool, write: bool) -> Iterator[Mended]:
    """Each file fixed, with progress on a terminal."""
    from copydesk.running.progress import Progress

    progress = Progress(len(files), sys.stderr)
    for file in files:
        mended = desk.mend(file, unsafe=unsafe, write=write)
        progress.clear()
        yield mended
        progress.step()
    progress.clear()


def _write_bytes(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def unified_diff(path: str, before: str, after: str) -> Iterable[str]:
    """The change as `patch -p0` and `git apply -p0` take it; nothing when there is none."""
    import re
    from difflib import unified_diff as diff

    old, new = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    for line in diff(old, new, path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
