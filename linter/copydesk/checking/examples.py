"""The examples of a rule, run as tests: for the built-in pack's tests and for authors of other packs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from copydesk.checking.fixer import apply_fixes
from copydesk.checking.plan import Plan, build_plan
from copydesk.checking.registry import ADAPTERS, VALE, Registry
from copydesk.checking.rule import Bad, Context, Good, Rule
from copydesk.checking.runner import check_article
from copydesk.checking.select import Selection
from copydesk.checking.vocabulary import Word
from copydesk.model.article import Article, Kind
from copydesk.model.violation import Safety, Violation
from copydesk.reading.read import read_article, zone_article


def strip_carets(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without `^`, and the spans that pairs of them mark. Raises ValueError for an odd count."""
    pieces = marked.split("^")
    if len(pieces) % 2 == 0:
        raise ValueError(f"odd number of carets in {marked!r}")
    spans, at = [], 0
    for i, piece in enumerate(pieces):
        if i % 2:
            spans.append((at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), spans


def complaints(rule: Rule, registry: Registry, houses: HouseTables) -> Iterator[str]:
    """All that is wrong with a rule and its examples, a sentence each; nothing when it is complete.

    Another linter's rule that is off by default may have none: its examples are in that linter's own tests. Rules of
    Vale's have no place for any.
    """
    borrowed = (rule.pack in ADAPTERS and not rule.default) or rule.pack.startswith(VALE)
    if (len(rule.bad) < 2 or len(rule.good) < 2) and not borrowed:
        yield f"{rule.id}: needs two bad and two good examples, has {len(rule.bad)} and {len(rule.good)}"
    if not rule.doc:
        yield f"{rule.id}: has no documentation"
    if len(rule.summary) > 80 or rule.summary.endswith("."):
        yield f"{rule.id}: its summary must be at most 80 characters, without a final period"
    if rule.fix not in ("safe", "unsafe", "none"):
        yield f"{rule.id}: fix must be safe, unsafe or none, not {rule.fix!r}"
    for bad in rule.bad:
        yield from _bad(rule, bad, registry, houses)
    for good in rule.good:
        found = check_example(rule, good, good.text, registry, houses)
        if found:
            yield f"{rule.id}: must be silent on {good.text!r}, says {_spans(found)}"


def _bad(rule: Rule, bad: Bad, registry: Registry, houses: HouseTables) -> Iterator[str]:
    text, spans = strip_carets(bad.text)
    found = check_example(rule, bad, text, registry, houses)
    if [(v.start, v.end) for v in found] != spans:
        yield f"{rule.id}: on {bad.text!r} it flags {_spans(found)}"
        return
    fixes = [v.fix for v in found if v.fix is not None]
    if bad.fixed is None:
        if fixes:
            yield f"{rule.id}: {bad.text!r} has a fix that the example does not show"
        return
    if not fixes:
        yield f"{rule.id}: {bad.text!r} has no fix, the example shows one"
        return
    fixed, _ = apply_fixes(text, found, Safety.UNSAFE)
    if fixed != bad.fixed:
        yield f"{rule.id}: fixing {bad.text!r} gives {fixed!r}, not {bad.fixed!r}"
        return
    again = [v for v in check_example(rule, bad, fixed, registry, houses) if v.fix is not None]
    if again:
        yield f"{rule.id}: still flags {_spans(again)} after its own fix in {fixed!r}"


def check_example(
    rule: Rule, example: Bad | Good, text: str, registry: Registry, houses: HouseTables
) -> list[Violation]:
    """What the rule alone says of an example's text."""
    plan = _plan(rule.id, example.house, tuple(sorted(example.options.items())), registry, houses)
    now = datetime.datetime.fromisoformat(example.now) if example.now else None
    context = Context(example.house, now, example.status, example.previous_status)
    report = check_article(example_article(example, text), plan, context)
    return [v for v in report.violations if v.rule in (rule.id, "internal-error")]


def example_article(example: Bad | Good, text: str) -> Article:
    """The article that an example is: a whole draft, or one zone."""
    if example.zone is not None:
        return zone_article(text, Kind(example.zone))
    date = datetime.date.fromisoformat(example.date) if example.date else None
    draft = text.encode(example.encoding) if example.encoding else text
    return read_article(draft, path=example.path, date=date, source=example.source)


class HouseTables:
    """The `[rules]` tables of the houses that examples name: severities and options by house."""

    def __init__(self, tables: dict[str, dict[str, dict[str, object]]] | None = None) -> None:
        self.tables = tables or {}


@lru_cache(maxsize=64)
def _plan(
    rule_id: str, house: str, options: tuple[tuple[str, object], ...], registry: Registry, houses: HouseTables
) -> Plan:
    table = houses.tables.get(house, {})
    severities = {name: str(row["severity"]) for name, row in table.items() if "severity" in row}
    own: dict[str, Any] = {**table.get(rule_id, {}), **dict(options)}
    words: tuple[Word, ...] = tuple(own.pop("words", ()))
    others = () if rule_id.startswith("stet-") else None
    selection = Selection((rule_id,)) if others is None else Selection()
    return build_plan(registry, selection, severities, {**table, rule_id: own}, words)


def _spans(found: list[Violation]) -> str:
    return ", ".join(f"[{v.start}:{v.end}] {v.message}" for v in found) or "nothing"
