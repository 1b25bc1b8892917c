"""`copydesk new-rule`: the beginning of a rule of one's own, complete enough to pass `copydesk test`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from copydesk.cli.options import complain

WORDS = """\
[{id}]
summary = "Say {better}, not {worse}"
severity = "warning"
why = "Say here why the house prefers {better}; `copydesk explain {id}` prints it."
swap = {{ "{worse}" = "{better}" }}
bad = [
    ["The council heard of a ^{worse}^ plan.", "The council heard of a {better} plan."],
    ["^{Worse}^ is how the plan was called.", "{Better} is how the plan was called."],
]
good = ["The council heard of a {better} plan.", "“It is {worse},” the mayor said."]
"""
CODE_HEAD = '''\
"""The desk's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, flag, rule

if TYPE_CHECKING:
    from copydesk import Flags, Sentence
'''
CODE = '''

@rule(
    "{id}",
    severity="suggestion",
    summary="A sentence begins with “{Worse}”",
    bad=[
        Bad("^{Worse}^ is late.", fixed="{Better} is late."),
        Bad("It rained. ^{Worse}^ was shut.", fixed="It rained. {Better} was shut."),
    ],
    good=["{Better} is late.", "“{Worse} is late,” the mayor said."],
    fix="unsafe",
)
def {name}(sentence: Sentence, *, word: str = "{Worse}", better: str = "{Better}") -> Flags:
    """Say here what the rule asks for and why; `copydesk explain {id}` prints it."""
    if sentence.text.startswith(f"{{word}} "):
        yield flag(sentence.part(sentence.start, sentence.start + len(word)), f"Begin with {{better}}", replace=better)
'''


@click.command("new-rule", short_help="Begin a rule of your own, with its examples.")
@click.argument("rule_id", metavar="FAMILY-NAME")
@click.option("--pack", "folder", default="desk", show_default=True, metavar="FOLDER", help="Your pack's folder.")
@click.option("--code", is_flag=True, help="A Python function, not a table of words.")
@click.option("--instead-of", "worse", default="blue-sky", show_default=True, metavar="WORD", help="What to report.")
@click.option("--use", "better", default="long-term", show_default=True, metavar="WORD", help="What to write instead.")
@click.pass_context
def command(ctx: click.Context, rule_id: str, folder: str, code: bool, worse: str, better: str) -> None:
    """Add the rule FAMILY-NAME to your pack: a table of words in FOLDER/phrases, or with --code a Python function.

    It is a whole rule with two wrong and two right examples, which `copydesk test FOLDER` runs; make it yours.
    """
    problem = _problem(rule_id, worse, better)
    if problem:
        complain(problem)
        ctx.exit(2)
    family, _, rest = rule_id.partition("-")
    fields = {
        "id": rule_id, "name": rest.replace("-", "_"), "worse": worse, "better": better,
        "Worse": worse[:1].upper() + worse[1:], "Better": better[:1].upper() + better[1:],
    }  # fmt: skip
    pack = Path(folder)
    path = pack / f"{family}.py" if code else pack / "phrases" / f"{family}.toml"
    before = path.read_text(encoding="utf-8") if path.exists() else CODE_HEAD if code else ""
    parts = [before.rstrip("\n") + "\n"] if before else []
    parts.append((CODE if code else WORDS).format(**fields))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(("" if code else "\n").join(parts), encoding="utf-8")
    click.echo(f"Wrote {rule_id} to {path}. Test it with: copydesk test {_said(pack)}")
    click.echo(f'To check drafts with it, copydesk.toml needs: packs = ["{_said(pack)}"]')


def _said(pack: Path) -> str:
    """A pack's folder as settings name it."""
    said = pack.as_posix()
    return said if said.startswith((".", "/")) else f"./{said}"


def _problem(rule_id: str, worse: str, better: str) -> str | None:
    """Why this cannot become a rule, None when it can."""
    from copydesk.cli.options import known_rules

    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+", rule_id):
        name = re.sub(r"[^a-z0-9]+", "-", rule_id.lower()).strip("-") or "name"
        return f'"{rule_id}" is no rule id; write a family and a name in small letters: desk-{name}'
    if rule_id in known_rules()[0].rules:
        return f'there is a rule "{rule_id}" already; see: copydesk explain {rule_id}'
    for word in (worse, better):
        if not word.strip() or any(c in word for c in '"^\n\\{}'):
            return f"“{word}” cannot be a phrase: it is empty, or has a quotation mark, a caret, a brace or a backslash"
    if worse == better:
        return "--instead-of and --use are the same"
    return None
