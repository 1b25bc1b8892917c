"""`copydesk explain RULE`: what a rule is for, its options, its examples, and what houses make of it."""

from __future__ import annotations

from typing import Any

import click

from copydesk.cli.options import complain, known_rules, write


@click.command("explain", short_help="Explain a rule, with examples and house settings.")
@click.argument("names", metavar="RULE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], form: str) -> None:
    """Explain RULE: what it says and why, its options, its fix, wrong and right examples, houses.

    In the examples carets mark what is reported, and a line with + is the text after the fix.
    A family, such as `date`, explains all of its rules.
    """
    from copydesk.checking.select import covers
    from copydesk.cli.describe import as_data, as_markdown, as_text
    from copydesk.config.error import did_you_mean
    from copydesk.config.load import house_rules

    registry, packs = known_rules()
    chosen: dict[str, Any] = {}
    for name in names:
        rule = registry.get(name)
        found = {rule.id: rule} if rule else {r.id: r for r in registry.rules.values() if covers(name, r.id)}
        if not found:
            families = {rule.family for rule in registry.rules.values()}
            guess = did_you_mean(name, (*registry.rules, *registry.redirects, *families))
            complain(f'there is no rule "{name}"{guess or "; see: copydesk rules"}')
            ctx.exit(2)
        chosen.update(found)
    houses = house_rules(packs)
    if form == "json":
        from json import dumps

        write(dumps([as_data(rule, houses) for rule in chosen.values()], ensure_ascii=False, indent=2) + "\n")
        return
    say = as_markdown if form == "markdown" else as_text
    write("\n".join(say(rule, houses) for rule in chosen.values()))
