"""The command `copydesk`: one module a verb, imported when it is used."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any

import click

from copydesk import __version__, cachedir, patterns

#: The verbs in the order of the help; each is the `command` of the module of its name.
VERBS = {
    "check": "Check drafts (the default verb: `copydesk DRAFT.md`).",
    "fix": "Make the fixes that need no editor.",
    "quotes": "List the quotations and who says them.",
    "compare": "Hold a draft's quotations against its source.",
    "people": "List the people, their titles, and what the registry says of them.",
    "readability": "Measure how hard drafts are to read, and name the hardest sentences.",
    "titles": "Ask who held which office when, and keep the answer right.",
    "explain": "Explain a rule, with examples and house settings.",
    "rules": "List the rules.",
    "config": "Show the settings and where each comes from.",
    "init": "Write a copydesk.toml and add the pre-commit hook.",
    "test": "Run the examples of a pack or a house.",
    "new-rule": "Begin a rule of your own, with its examples.",
    "import-vale": "Make a copydesk.toml of a .vale.ini.",
}
INTERRUPTED = 130


class Verbs(click.Group):
    """A group that imports a verb when it is used, takes `check` for granted, and never shows a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"copydesk.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `check` for granted before paths and options."""
        if args and args[0] not in (*VERBS, "--help", "-h", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; whatever it raises becomes a line on stderr and exit status 2."""
        from copydesk.cli.options import complain
        from copydesk.config.error import ConfigError

        cachedir.in_use = cachedir.cache_folder() or ""
        if cachedir.in_use:
            patterns.remember(os.path.join(cachedir.in_use, f"patterns-{sys.implementation.cache_tag}"))
        gc.disable()  # a command over a few drafts ends before its garbage matters; see `find_files`
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except ConfigError as error:
            for problem in error.problems:
                complain(problem)
            ctx.exit(2)
        except (KeyboardInterrupt, click.Abort):
            complain("interrupted")
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if os.environ.get("COPYDESK_DEBUG"):
                raise
            what = " ".join(f"{type(error).__name__}: {error}".split())
            complain(f"internal error: {what}; please report this (COPYDESK_DEBUG=1 shows where it happened)")
            ctx.exit(2)
        finally:
            patterns.keep()
            cachedir.in_use = ""
            gc.freeze()  # nor is what is left worth a search for cycles when the process ends
            gc.enable()


@click.group(
    cls=Verbs,
    no_args_is_help=True,
    subcommand_metavar="[VERB] [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="copydesk %(version)s")
def main() -> None:
    """A newsroom's copy desk: checks drafts for house style, attribution, titles, dates and workflow.

    Exit status: 0 clean, 1 violations at or above --fail-on, 2 usage, configuration or internal error.
    """
