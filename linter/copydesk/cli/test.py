"""`copydesk test`: the examples of a pack's rules and of a house, run as tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from copydesk.cli.options import complain

if TYPE_CHECKING:
    from copydesk.config.load import Config
    from copydesk.config.schema import HouseExample
    from copydesk.config.settings import Settings


@click.command("test", short_help="Run the examples of a pack or a house.")
@click.argument("targets", metavar="[PACK|HOUSE|CONFIG]...", nargs=-1)
@click.pass_context
def command(ctx: click.Context, targets: tuple[str, ...]) -> None:
    """Run the examples of packs (a folder or an import name) and of houses (a name, or a TOML file).

    Without a target: those of the packs, the house and the `[[examples]]` that the working directory's configuration
    names. Each rule must report its bad examples at the very places that carets mark, be silent on the good ones,
    and leave nothing to fix after its own fix. Exit status: 0 when all hold, 1 when some do not, 2 when a target
    cannot be read.
    """
    count = 0
    wrong: list[str] = []
    for pack, house in _parts(targets):
        for done, complaint in _pack_examples(pack) if pack else _house_examples(house):
            count += done
            wrong += [complaint] if complaint else []
    for complaint in wrong:
        click.echo(complaint)
    if not count:
        complain("there are no examples here; name a pack or a house, or add [[examples]] to copydesk.toml")
        ctx.exit(2)
    verdict = _counted(len(wrong), "complaint") if wrong else "all hold"
    click.echo(f"{_counted(count, 'example')}: {verdict}.")
    ctx.exit(1 if wrong else 0)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _parts(targets: tuple[str, ...]) -> Iterator[tuple[str, Config | None]]:
    """What to test: a pack by name, or a configuration whose examples to run."""
    from copydesk.checking.registry import BUILT_IN
    from copydesk.config.load import FILES, Config, Configs, find_houses, option_values, read_config
    from copydesk.config.schema import place

    here = Path.cwd()
    if not targets:
        config = Configs().config_for(here)
        yield from ((pack, None) for pack in config.packs if pack != BUILT_IN)
        yield "", config
    for target in targets:
        path = Path(target)
        if path.name in FILES and path.is_file():
            yield "", Config(read_config(path.absolute()), path=path.absolute())
        elif path.suffix == ".toml" or (target in find_houses() and not path.is_dir()):
            yield "", Config(options=option_values(house=target))
        else:
            yield place(target if "/" in target or not path.is_dir() else f"./{target}", here), None


def _pack_examples(pack: str) -> Iterator[tuple[int, str]]:
    """The examples of each rule of a pack, counted, and what is wrong with them."""
    from copydesk.checking.examples import HouseTables, complaints
    from copydesk.checking.registry import BUILT_IN, PackError, load_rules
    from copydesk.config.error import ConfigError
    from copydesk.config.load import house_rules

    packs = tuple(dict.fromkeys((BUILT_IN, pack)))
    try:
        registry = load_rules(packs)
    except PackError as error:
        raise ConfigError(str(error)) from None
    houses = HouseTables(house_rules(packs))
    for rule in registry.rules.values():
        if rule.pack == pack:
            yield len(rule.bad) + len(rule.good), ""
            yield from ((0, complaint) for complaint in complaints(rule, registry, houses))


def _house_examples(config: Config | None) -> Iterator[tuple[int, str]]:
    """The `[[examples]]` of a configuration and its house, one after another, and what is wrong with them."""
    from copydesk.config.load import settings_from

    values = config.values_for((Path.cwd() / "draft.md").as_posix()) if config else {}
    if ("examples",) not in values:
        return
    settings = settings_from(values)
    for example in values["examples",].value:
        yield 1, _complaint(example, settings)


def _complaint(example: HouseExample, settings: Settings) -> str:
    """What is wrong with one example of a house, "" when it holds."""
    from copydesk.api import check_text
    from copydesk.checking.examples import strip_carets
    from copydesk.checking.fixer import apply_fixes
    from copydesk.model.violation import Safety

    text, spans = strip_carets(example.text)
    if example.rules:
        settings = settings._replace(select=example.rules, extend_select=())
    found = check_text(text, date=example.date, settings=settings).violations
    if [(v.start, v.end) for v in found] != spans:
        said = ", ".join(f"“{text[v.start : v.end]}” ({v.rule})" for v in found) or "nothing"
        return f"{example.origin}: in “{example.text}” it reports {said}"
    fixed, _ = apply_fixes(text, list(found), Safety.UNSAFE)
    if example.fixed is not None and fixed != example.fixed:
        return f"{example.origin}: “{text}” is fixed to “{fixed}”, not “{example.fixed}”"
    return ""
