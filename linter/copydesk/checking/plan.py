"""A plan: the enabled rules, grouped by what they read, with their options bound. Built once per settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from copydesk.checking.phrases import PhraseIndex
from copydesk.checking.registry import Registry
from copydesk.checking.rule import Flag, Rule
from copydesk.checking.select import Selection
from copydesk.checking.vocabulary import Word, rows_of
from copydesk.model.record import NamedTuple
from copydesk.model.violation import Severity


class Bound(NamedTuple):
    """A rule ready to run: options bound, severity decided."""

    rule: Rule
    check: Callable[..., Iterable[Flag] | None]
    severity: Severity


class Plan:
    """What a run needs of the rules. Pure data once built; the phrase index and patterns are made at first use."""

    def __init__(self, registry: Registry, bound: Mapping[str, Bound], words: tuple[Word, ...] = ()) -> None:
        self.bound = bound
        self.words = words
        self.streams: dict[str, list[Bound]] = {}
        self.patterns: list[Bound] = []
        self._registry = registry
        self._index: PhraseIndex | None = None
        for one in bound.values():
            if one.rule.reads == "Match":
                self.patterns.append(one)
            elif one.rule.check is not None:
                self.streams.setdefault(one.rule.reads, []).append(one)
        self.phrase_rules = [rule_id for rule_id in bound if rule_id in registry.rows]

    def __contains__(self, rule_id: str) -> bool:
        return rule_id in self.bound

    @property
    def phrases(self) -> PhraseIndex:
        """One index over the rows of all enabled phrase rules."""
        if self._index is None:
            own = {word.phrase for word in self.words}
            rows = [
                (rule_id, row)
                for rule_id in self.phrase_rules
                for kept in (own.union(self._kept(rule_id)),)
                for row in self._registry.rows[rule_id]
                if row.phrase not in kept
            ]
            rows += rows_of(self.words, self.bound)
            shields = [phrase for rule_id in self.phrase_rules for phrase in self._registry.shields[rule_id]]
            shields += [phrase for word in self.words for phrase in word.exceptions]
            self._index = PhraseIndex(rows, shields)
        return self._index

    def _kept(self, rule_id: str) -> tuple[str, ...]:
        """The phrases of a rule that its option `keep` lets be."""
        bound = self.bound[rule_id]
        given: Mapping[str, Any] = getattr(bound.check, "keywords", {})
        kept: tuple[str, ...] = given.get("keep", bound.rule.options.get("keep", ()))
        return kept


def build_plan(
    registry: Registry,
    selection: Selection = Selection(),  # noqa: B008 (immutable)
    severities: Mapping[str, str] = {},
    options: Mapping[str, Mapping[str, Any]] = {},
    words: tuple[Word, ...] = (),
) -> Plan:
    """The plan for a selection. `severities` by rule id, where "off" silences and any other turns a rule on that is
    off by default; `options` by rule id and name.  words: the newsroom's own,
    which go before those of the packs.
    """
    bound: dict[str, Bound] = {}
    for rule_id, rule in registry.rules.items():
        severity = severities.get(rule_id, rule.severity)
        default = rule.default or rule_id in severities or (rule.with_family and selection.names_family(rule.family))
        if severity == "off" or not selection.wants(rule_id, default=default):
            continue
        given = {name: value for name, value in options.get(rule_id, {}).items() if name in rule.options}
        check = rule.check or _silent
        bound[rule_id] = Bound(rule, partial(check, **given) if given else check, Severity(severity))
    own = {word.phrase for word in words}
    return Plan(registry, bound, (*(word for word in registry.words if word.phrase not in own), *words))


def _silent(*_: Any) -> None:
    """The check of a rule that the runner itself carries out."""
