"""Options that several verbs share, and what they come to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from copydesk.checking.registry import Registry
    from copydesk.config.load import Configs

F = TypeVar("F", bound=Callable[..., Any])
LEVELS = ("error", "warning", "suggestion")


def _split(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """`--select date,quote --select lead` as one list."""
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())


def rule_list(name: str, help: str) -> Callable[[F], F]:
    """An option that takes rules: ids, families or prefixes, parted by commas, any number of times."""
    return click.option(name, multiple=True, metavar="RULES", callback=_split, help=help)


def settings_options(command: F) -> F:
    """The options that say what is checked and by which house; `configs` makes the answer of them."""
    options: tuple[Callable[[F], F], ...] = (
        click.option("--isolated", "--no-config", is_flag=True, help="Read no configuration file."),
        click.option(
            "--config",
            "file",
            metavar="FILE",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="Read this configuration, not the nearest one.",
        ),
        rule_list("--ignore", "Rules to leave out."),
        rule_list("--extend-select", "Rules to add, those that are off by default too."),
        rule_list("--select", "Check these rules only: ids, families or prefixes, or ALL."),
        click.option("--house", metavar="NAME|PATH", help="House style: ap, bbc, guardian, nyt, reuters, or a file."),
    )
    for option in options:
        command = option(command)
    return command


def _iso_date(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    from datetime import date

    try:
        return date.fromisoformat(given).isoformat() if given else None
    except ValueError:
        raise click.BadParameter(f"{given!r} is no date; write 2025-02-12") from None


def file_options(command: F) -> F:
    """The options that say which drafts are read, and as of when."""
    options: tuple[Callable[[F], F], ...] = (
        click.option("--force-exclude", is_flag=True, help="Let excluded paths be, even those that are named."),
        click.option("--exclude", multiple=True, metavar="PATTERN", help="Paths to leave out, as in .gitignore."),
        click.option("--stdin-filename", metavar="PATH", help="The file that standard input stands for."),
        click.option("--date", callback=_iso_date, metavar="DATE", help="Every story's date, in the place of its own."),
    )
    for option in options:
        command = option(command)
    return command


def configs(
    house: str | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    file: Path | None,
    isolated: bool,
    **more: Any,
) -> Configs:
    """The configuration of any path under these options. `more` is other settings, None where not given."""
    from copydesk.config.load import Configs, option_values

    given = option_values(house=house, select=select, extend_select=extend_select, ignore=ignore, **more)
    if file and isolated:
        raise click.UsageError("--config and --isolated contradict each other")
    return Configs(given, file=file.absolute() if file else None, isolated=isolated)


def known_rules() -> tuple[Registry, tuple[str, ...]]:
    """The rules, and the packs they come from, that the working directory's configuration names.

    A configuration that has something wrong must not keep anyone from looking up what would be right.
    """
    from copydesk.checking.registry import BUILT_IN, PackError, load_rules
    from copydesk.config.error import ConfigError
    from copydesk.config.load import Configs

    try:
        packs = Configs().config_for(Path.cwd()).packs
        return load_rules(packs), packs
    except (ConfigError, PackError):
        return load_rules((BUILT_IN,)), (BUILT_IN,)


def terminal_columns() -> int:
    """How wide the terminal is, or $COLUMNS; 100 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def complain(what: str) -> None:
    """One line on stderr that says what went wrong."""
    click.echo(f"copydesk: {what}", err=True)


def write(text: str) -> None:
    """Put `text` on stdout as UTF-8, whatever the terminal's encoding is; what cannot be encoded is escaped."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
