"""`copydesk config`: the settings that a path is checked with, as TOML, each with its origin on request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.options import configs, settings_options, write

if TYPE_CHECKING:
    from copydesk.checking.vocabulary import Word
    from copydesk.config.schema import Value, Values


@click.command("config", short_help="Show the settings and where each comes from.")
@click.argument("path", default=".")
@click.option("--show-origin", is_flag=True, help="Say for each setting which file and line, house or option set it.")
@settings_options
def command(path: str, show_origin: bool, **options: Any) -> None:
    """Show the settings that PATH (the working directory by default) is checked with, as TOML.

    Every setting is listed, those at their defaults too; rules only where something was set for them.
    """
    from copydesk.paths import shown

    where = Path(path).absolute()
    config = configs(**options).config_for(where)
    lines = [f"# {shown(config.path) if config.path else 'no configuration file'}"]
    lines += _lines(config.values_for(where.as_posix()), show_origin)
    write("\n".join(lines) + "\n")


def _lines(values: Values, show_origin: bool) -> Iterator[str]:
    from copydesk.config.schema import Origin, Value, key
    from copydesk.config.settings import Settings

    default = (Origin("default"),)
    for name, usual in Settings._field_defaults.items():
        if name in ("severities", "options", "words"):
            continue
        if name == "packs":
            usual = ()
        value = values.get((name,)) or Value(usual, default)
        if value.value is not None:
            yield _line(key(name), value, show_origin)
        elif show_origin:
            yield f"# {key(name)} is not set"
    if ("vocabulary",) in values:
        yield _line("vocabulary", values["vocabulary",], show_origin)
    words = {at[1]: value for at, value in values.items() if at[0] == "words"}
    if words:
        yield from ("", "[words]")
    for phrase in sorted(words):
        yield _line(_toml(phrase), words[phrase]._replace(value=_entry(words[phrase].value)), show_origin)
    last = ""
    for at in sorted(at for at in values if at[0] == "rules"):
        if at[1] != last:
            yield from ("", f"[rules.{at[1]}]")
            last = at[1]
        yield _line(key(at[2]), values[at], show_origin)


def _line(name: str, value: Value, show_origin: bool) -> str:
    said = f"{name} = {_toml(value.value)}"
    return f"{said}  # {', '.join(dict.fromkeys(map(str, value.origins)))}" if show_origin else said


def _entry(words: tuple[Word, ...]) -> Any:
    """The words of an entry as the table that it is."""
    if words[0].kind in ("accepted", "forgotten"):
        return words[0].kind == "accepted"
    first = words[0]
    table: dict[str, Any] = {"wrong": tuple(word.phrase for word in words)} if first.kind == "name" else {}
    table |= {"use": first.use} if first.kind == "use" else {}
    table |= {"reason": first.reason} if first.reason else {}
    table |= {"severity": first.severity} if first.severity else {}
    table |= {"fix": first.fix} if first.fix != "safe" else {}
    table |= {"except": first.exceptions} if first.exceptions else {}
    return first.use if list(table) == ["use"] else table


def _toml(value: Any) -> str:
    """A value as TOML writes it."""
    from json import dumps

    from copydesk.config.glob import Glob

    if isinstance(value, Glob):
        value = value.pattern
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_toml(one)}' for name, one in value.items())} }}" if value else "{}"
    return dumps(value, ensure_ascii=False)
