"""The extension points that count: occurrence, readability, metric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.adapters.vale.blocks import Block, Text
from copydesk.adapters.vale.check import Check, Finding, Unmet
from copydesk.adapters.vale.definition import Definition
from copydesk.adapters.vale.dialect import translated
from copydesk.adapters.vale.formula import Formula, FormulaError
from copydesk.adapters.vale.measures import GRADES, measures_of
from copydesk.patterns import compiled


class Occurrence(Check):
    """Reports a block that has a token too often, or not often enough."""

    def prepare(self, definition: Definition) -> None:
        token = definition.string("token")
        if not token:
            raise Unmet("it has no token")
        self.pattern = f"{'(?i:' if definition.flag('ignorecase') else '(?:'}{translated(token)})"
        self.options["max"] = int(definition.number("max"))
        self.options["min"] = int(definition.number("min"))

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        most, least = options["max"], options["min"]
        find = compiled(self.pattern).finditer
        for block in text.blocks(self.scope):
            spans = [match.span() for match in find(block.text)]
            if not (most and len(spans) > most) and not least:
                continue
            if not self.is_open(block, 0, len(block.text), options):
                spans = [span for span in spans if self.is_open(block, *span, options)]
            count = len(spans)
            if (most and count > most) or (least and count < least):
                if not spans:
                    yield _at_the_top(block, (str(count),))
                    continue
                shown = [(start, end) for start, end in spans if block.text[start:end].strip("*@ \t\n")]
                if shown:
                    yield Finding(block, *shown[0], (str(count),))


class Readability(Check):
    """Reports an article above a school grade."""

    fixed_scope = ("summary",)

    def prepare(self, definition: Definition) -> None:
        self.metrics = definition.strings("metrics")
        unknown = [name for name in self.metrics if name not in GRADES]
        if unknown or not self.metrics:
            raise definition.error(f"“metrics” are of {', '.join(GRADES)}", "metrics")
        self.options["grade"] = definition.number("grade")

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        counts = measures_of(text.article).counts
        if not counts.words:
            return
        grade = sum(GRADES[name](counts) for name in self.metrics) / len(self.metrics)
        if grade > options["grade"]:
            yield _at_the_top(text.top, (f"{grade:.2f}",))


class Metric(Check):
    """Reports an article for which a formula over its words, sentences … meets a condition."""

    fixed_scope = ("summary",)

    def prepare(self, definition: Definition) -> None:
        try:
            self.formula = Formula(definition.string("formula"))
            self.condition = Formula(f"0 {definition.string('condition')}")
        except FormulaError as error:
            raise definition.error(str(error), "formula") from None

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        counts, variables = measures_of(text.article)
        if not counts.words:
            return
        result = self.formula.value(variables)
        if result is not None and self.condition.value(variables, first=result):
            yield _at_the_top(text.top, (f"{result:.2f}",))


def _at_the_top(block: Block, subs: tuple[str, ...]) -> Finding:
    """What is said of a block as a whole, at its first word."""
    first = compiled(r"\S+").search(block.text)
    return Finding(block, *(first.span() if first else (0, 0)), subs)
