"""A rule in words, for `explain`, the list of rules and the reference: as text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from copydesk.config.known import called, option_types
from copydesk.config.schema import key
from copydesk.model.article import PROSE
from copydesk.model.record import NamedTuple

if TYPE_CHECKING:
    from copydesk.checking.rule import Bad, Good, Rule

#: What each house sets for each rule; see `copydesk.config.load.house_rules`.
Houses = Mapping[str, Mapping[str, Mapping[str, Any]]]
_FIXES = {"safe": "safe fix", "unsafe": "fix on request (--unsafe)", "none": "no fix"}
_INDENT = "    "


class Option(NamedTuple):
    """An option: its name as written in a configuration, its default, and what it takes, in words."""

    name: str
    default: Any
    takes: str


def options(rule: Rule) -> tuple[Option, ...]:
    """The rule's options, in the order in which it declares them."""
    return tuple(
        Option(key(name), default, " or ".join(map(called, option_types(rule, name))))
        for name, default in rule.options.items()
    )


def facts(rule: Rule) -> str:
    """`error, high certainty, safe fix`, with what is unusual."""
    said = [str(rule.severity), f"{rule.certainty} certainty", _FIXES[rule.fix]]
    if not rule.default:
        said.append("off by default")
    if rule.in_quotes:
        said.append("reads quotations too")
    if rule.zones and rule.zones < PROSE:
        said.append(f"reads {', '.join(sorted(rule.zones))} only")
    return ", ".join(said)


def written(value: Any) -> str:
    """A setting's value as a configuration file has it."""
    from json import dumps

    if isinstance(value, tuple | list | frozenset | set):
        return f"[{', '.join(written(v) for v in (value if isinstance(value, tuple | list) else sorted(value)))}]"
    return "unset" if value is None else dumps(value, ensure_ascii=False, default=str)


def as_text(rule: Rule, houses: Houses) -> str:
    """The whole of a rule for a terminal."""
    return "\n".join(_text(rule, houses)) + "\n"


def _text(rule: Rule, houses: Houses) -> Iterator[str]:
    yield f"{rule.id}: {rule.summary}"
    yield f"{facts(rule)}; from {rule.pack}"
    if rule.doc:
        yield ""
        yield cleandoc(rule.doc)
    taken = options(rule)
    if taken:
        yield "\nOptions"
        yield from (f"{_INDENT}{o.name} = {written(o.default)}  ({o.takes})" for o in taken)
    set_by = {house: rules[rule.id] for house, rules in houses.items() if rule.id in rules}
    if set_by:
        yield "\nHouses"
        yield from (f"{_INDENT}{house}: {settings(given)}" for house, given in set_by.items())
    if rule.bad:
        yield "\nWrong"
    for bad in rule.bad:
        yield from _example(bad, "-")
        if bad.fixed is not None:
            yield from _indented(bad.fixed, "+")
    if rule.good:
        yield "\nRight"
    for good in rule.good:
        yield from _example(good, "=")
    yield f"\nTo let it stand once: <!-- stet {rule.id}: the reason -->"
    yield f'To turn it off: [rules.{rule.id}] severity = "off", or --ignore {rule.id}'


def settings(given: Mapping[str, Any]) -> str:
    """`off`, or `severity = "warning", form = "dmy"`."""
    if given.get("severity") == "off":
        return "off"
    return ", ".join(f"{key(name)} = {written(value)}" for name, value in given.items())


def _example(example: Bad | Good, mark: str) -> Iterator[str]:
    yield from _indented(example.text, mark)
    said = circumstances(example)
    if said:
        yield f"{_INDENT}  ({said})"


def _indented(text: str, mark: str) -> Iterator[str]:
    for i, line in enumerate(_lines(text)):
        yield f"{_INDENT}{mark if i == 0 else ' '} {line}".rstrip()


def circumstances(example: Bad | Good) -> str:
    """What an example needs besides its text: `story of 2025-02-12; house guardian`."""
    said = [
        f"story of {example.date}" if example.date else "",
        f"house {example.house}" if example.house != "ap" else "",
        f"as {example.zone}" if example.zone else "",
        f"status {example.status}" if example.status else "",
        f"status before {example.previous_status}" if example.previous_status else "",
        f"at {example.now}" if example.now else "",
        ", ".join(f"{name} = {written(value)}" for name, value in example.options.items()),
        f"source: {' '.join(example.source.split())}" if example.source else "",
    ]
    return "; ".join(part for part in said if part)


def _lines(text: str) -> list[str]:
    """The lines of an example, what cannot be seen made visible."""
    from copydesk.report.display import harmless

    return [harmless(line) for line in text.rstrip("\n").split("\n")]


def as_markdown(rule: Rule, houses: Houses) -> str:
    """The whole of a rule as a section of the reference."""
    return "\n".join(_markdown(rule, houses)) + "\n"


def _markdown(rule: Rule, houses: Houses) -> Iterator[str]:
    yield f"### {rule.id}\n"
    yield f"{rule.summary}. *{facts(rule).capitalize()}.*\n"
    if rule.doc:
        yield f"{cleandoc(rule.doc)}\n"
    taken = options(rule)
    if taken:
        yield "| Option | Default | Takes |\n|---|---|---|"
        yield from (f"| `{o.name}` | `{written(o.default)}` | {o.takes} |" for o in taken)
        yield ""
    set_by = {house: rules[rule.id] for house, rules in houses.items() if rule.id in rules}
    if set_by:
        yield f"Houses: {'; '.join(f'{house}: `{settings(given)}`' for house, given in set_by.items())}.\n"
    if rule.bad or rule.good:
        yield "\n".join(("```diff", *_diff(rule), "```"))


def _diff(rule: Rule) -> Iterator[str]:
    for bad in rule.bad:
        said = circumstances(bad)
        if said:
            yield f"# {said}"
        yield from (f"-{line}" for line in _lines(bad.text))
        if bad.fixed is not None:
            yield from (f"+{line}" for line in _lines(bad.fixed))
    for good in rule.good:
        said = circumstances(good)
        if said:
            yield f"# {said}"
        yield from (f" {line}" for line in _lines(good.text))


def as_data(rule: Rule, houses: Houses) -> dict[str, Any]:
    """A rule's metadata, fit for JSON."""
    return {
        "id": rule.id,
        "family": rule.family,
        "summary": rule.summary,
        "severity": rule.severity,
        "certainty": rule.certainty,
        "fix": rule.fix,
        "default": rule.default,
        "pack": rule.pack,
        "doc": cleandoc(rule.doc),
        "options": {o.name: {"default": _plain(o.default), "takes": o.takes} for o in options(rule)},
        "houses": {house: rules[rule.id] for house, rules in houses.items() if rule.id in rules},
        "bad": [{"text": bad.text, "fixed": bad.fixed, "with": circumstances(bad)} for bad in rule.bad],
        "good": [{"text": good.text, "with": circumstances(good)} for good in rule.good],
    }


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset | set) else value
