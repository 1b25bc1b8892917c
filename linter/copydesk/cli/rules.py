"""`copydesk rules`: every rule there is, as a table, as JSON, or as the reference in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from copydesk.cli.options import complain, known_rules, write

if TYPE_CHECKING:
    from copydesk.checking.rule import Rule


@click.command("rules", short_help="List the rules.")
@click.argument("selectors", metavar="[RULES]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, selectors: tuple[str, ...], form: str) -> None:
    """List the rules, all or those that RULES (ids, families or prefixes) name.

    The packs are those of the configuration of the working directory.
    """
    from copydesk.checking.select import covers
    from copydesk.config.error import did_you_mean

    registry, packs = known_rules()
    for selector in selectors:
        if not any(covers(selector, rule_id) for rule_id in registry.rules):
            families = {rule.family for rule in registry.rules.values()}
            complain(f'there is no rule or family "{selector}"{did_you_mean(selector, (*registry.rules, *families))}')
            ctx.exit(2)
    chosen = [rule for rule in registry.rules.values() if not selectors or any(covers(s, rule.id) for s in selectors)]
    if form == "text":
        write("".join(f"{line}\n" for line in _table(chosen)))
        return
    from copydesk.cli.describe import as_data, as_markdown
    from copydesk.config.load import house_rules

    houses = house_rules(packs)
    if form == "json":
        from json import dumps

        write(dumps([as_data(rule, houses) for rule in chosen], ensure_ascii=False, indent=2) + "\n")
        return
    for family, members in groupby(sorted(chosen, key=lambda rule: rule.family), lambda rule: rule.family):
        write(f"## {family}\n\n" + "\n".join(as_markdown(rule, houses) for rule in members) + "\n")


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    """Id, severity, fix and summary in columns."""
    rules = list(rules)
    wide = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        fix = {"safe": "fix", "unsafe": "fix?", "none": ""}[rule.fix]
        off = " (off by default)" if not rule.default else ""
        yield f"{rule.id:{wide}}  {rule.severity:10}  {fix:4}  {rule.summary}{off}"
    yield f"{len(rules)} rules; fix: `copydesk fix` makes it, fix?: with --unsafe. More: copydesk explain RULE"
