"""`copydesk import-vale`: a .vale.ini made into a copydesk.toml."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.options import complain


@click.command("import-vale", short_help="Make a copydesk.toml of a .vale.ini.")
@click.argument("file", default=".vale.ini", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Where to write it.")
@click.option("--house", default="ap", show_default=True, metavar="NAME|PATH", help="House style to build on.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print it; write nothing.")
@click.option("--force", is_flag=True, help="Write over a copydesk.toml that is there.")
@click.pass_context
def command(ctx: click.Context, file: Path, output: Path | None, house: str, to_stdout: bool, force: bool) -> None:
    """Write a copydesk.toml beside FILE (.vale.ini by default) that says the same.

    Styles become packs, levels severities, sections overrides. What has no counterpart is listed in the file, as
    comments, and on stderr, as are the rules that copydesk cannot honour.
    """
    from copydesk.adapters.vale.definition import StyleError
    from copydesk.adapters.vale.importing import imported
    from copydesk.adapters.vale.ini import read_ini
    from copydesk.cli.options import write

    file = file.absolute()
    path = output.absolute() if output else file.parent / "copydesk.toml"
    if path.exists() and not (force or to_stdout):
        complain(f"{output or path} is there already and stays as it is; --force writes over it")
        ctx.exit(2)
    try:
        made = imported(read_ini(file), path.parent, house)
    except (StyleError, OSError, UnicodeDecodeError) as error:
        complain(str(error))
        ctx.exit(2)
    for said in made.left_out:
        complain(f"left out: {said}")
    if to_stdout:
        write(made.text)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.text, encoding="utf-8")
    click.echo(f"Wrote {output or path.name}. Check a draft with: copydesk check DRAFT")
