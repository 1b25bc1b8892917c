"""`copydesk init`: a commented copydesk.toml, and the hook in .pre-commit-config.yaml."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import complain

CONFIG = """\
# What copydesk checks in this repository. Everything here is optional; `copydesk config --show-origin`
# shows what is in force and where it comes from, `copydesk rules` lists the rules.

# The house style: {houses}, or a file of your own that builds on one
# (house = "./midtown.toml", and in that file: extends = "ap").
house = {house}

# Rules to leave out or to add: ids ("date-ordinal"), families ("date") or leading words ("date-month").
# ignore = ["readability"]
# extend-select = ["date-on-omit"]

# The least severity that fails a hook or a build: "error", "warning" or "suggestion".
# fail-on = "error"

# The newsroom's sections: a dateline may not be one of them.
# sections = ["News", "Politics", "Sports"]

# Paths to leave out when folders are searched, as in .gitignore.
# exclude = ["drafts/", "*.tmpl.md"]

# Rules of your own beside those that come with copydesk: a folder here, or an installed package.
# packs = ["./desk"]

# One rule's severity ("error", "warning", "suggestion", "off") and options; see `copydesk explain lead-length`.
# [rules.lead-length]
# severity = "suggestion"

# Other settings for some paths.
# [[overrides]]
# paths = ["opinion/**"]
# ignore = ["lead"]
"""
HOOK = """\
- repo: local
  hooks:
    - id: copydesk
      name: copydesk
      entry: copydesk check --force-exclude
      language: system
      types_or: [markdown, mdx, html, plain-text]
"""
HOOKS = ".pre-commit-config.yaml"


@click.command("init", short_help="Write a copydesk.toml and add the pre-commit hook.")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--house", default="ap", show_default=True, metavar="NAME|PATH", help="House style to begin with.")
@click.option("--hook/--no-hook", default=None, help=f"Add the hook to {HOOKS}, or not, without asking.")
@click.option("--force", is_flag=True, help="Write over a copydesk.toml that is there.")
@click.pass_context
def command(ctx: click.Context, folder: Path, house: str, hook: bool | None, force: bool) -> None:
    """Write a commented copydesk.toml into FOLDER and offer the pre-commit hook."""
    from json import dumps

    from copydesk.checking.registry import BUILT_IN
    from copydesk.config.load import find_houses, read_house
    from copydesk.config.schema import Origin, place

    read_house(place(house, folder.absolute()), (BUILT_IN,), Origin("--house"))
    path = folder / "copydesk.toml"
    if path.exists() and not force:
        complain(f"{path} is there already and stays as it is; --force writes over it")
        if not hook:
            ctx.exit(2)
    else:
        text = CONFIG.format(house=dumps(house, ensure_ascii=False), houses=", ".join(find_houses()))
        path.write_text(text, encoding="utf-8")
        click.echo(f"Wrote {path} (house {house}).")
    if hook is None and sys.stdin.isatty():
        hook = click.confirm(f"Add the hook to {HOOKS}?", default=True)
    if hook:
        click.echo(add_hook(folder / HOOKS))
    elif hook is None:
        click.echo("To check every commit: copydesk init --hook")


def add_hook(path: Path) -> str:
    """Add the hook to a pre-commit configuration and say what was done. What is there stays as it is."""
    if not path.exists():
        path.write_text(f"repos:\n{_indented(HOOK, 2)}", encoding="utf-8")
        return f"Wrote {path} with the hook. Run: pre-commit install"
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    changed = _with_hook(text)
    if changed is None:
        return f"{path} cannot be added to by a machine; put this under its repos:\n\n{_indented(HOOK, 2)}"
    if changed == text:
        return f"{path} has the hook already."
    path.write_bytes(changed.encode("utf-8", "surrogateescape"))
    return f"Added the hook to {path}. Run: pre-commit install"


def _with_hook(text: str) -> str | None:
    """The YAML `text` with the hook as the last of its repos; `text` when it is there; None when it cannot be."""
    import yaml

    try:
        before = yaml.safe_load(text)
        root: Any = yaml.compose(text)
    except yaml.YAMLError:
        return None
    repos = before.get("repos") if isinstance(before, dict) else None
    if not isinstance(repos, list) or not all(isinstance(repo, dict) for repo in repos) or not repos:
        return None
    ids = [hook.get("id") for repo in repos for hook in repo.get("hooks") or () if isinstance(hook, dict)]
    if "copydesk" in ids:
        return text
    items = next(value for key, value in root.value if key.value == "repos")
    if items.flow_style:
        return None
    dash = text.rindex("-", 0, items.value[0].start_mark.index)
    indent = dash - (text.rfind("\n", 0, dash) + 1)
    end = len(text[: items.value[-1].end_mark.index].rstrip())
    line = text.find("\n", end)
    end, gap = (len(text), "\n") if line < 0 else (line + 1, "")
    newline = "\r\n" if "\r\n" in text else "\n"
    changed = text[:end] + (gap + _indented(HOOK, indent)).replace("\n", newline) + text[end:]
    try:
        after = yaml.safe_load(changed)
    except yaml.YAMLError:
        return None
    kept = {**after, "repos": after["repos"][:-1]} == before if isinstance(after, dict) else False
    return changed if kept else None


def _indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())
