"""What one article is checked with: every setting resolved, house and overrides included."""

from __future__ import annotations

from typing import Any

from copydesk.checking.registry import BUILT_IN
from copydesk.checking.runner import MOST
from copydesk.checking.vocabulary import Word
from copydesk.config.glob import Glob
from copydesk.model.record import NamedTuple
from copydesk.model.violation import Severity

#: What directories are searched for.
EXTENSIONS = (".md", ".markdown", ".mdx", ".txt", ".html", ".htm")


class Settings(NamedTuple):
    """Hashable and picklable, so that a plan can be cached by it and sent to a worker.

    house: the house's name, for display; what it says is merged into the rest.
    select: None for every rule that is on by default; entries are "ALL", ids or leading words of ids.
    severities: (rule id, "error" | "warning" | "suggestion" | "off"), sorted.
    options: (rule id, option, value), sorted; lists are tuples.
    fail_on: the least severity that makes the exit status 1.
    max_per_rule: violations of one rule kept in one article, 0 for all.
    sections: the newsroom's section names, None when it named none.
    words: its vocabulary.  titles: its files of office-holders.
    exclude: paths to leave out when folders are searched.  extensions: endings of drafts.
    """

    house: str = "ap"
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str, Any], ...] = ()
    fail_on: Severity = Severity.ERROR
    max_per_rule: int = MOST
    sections: tuple[str, ...] | None = None
    packs: tuple[str, ...] = (BUILT_IN,)
    words: tuple[Word, ...] = ()
    titles: tuple[str, ...] = ()
    exclude: tuple[Glob, ...] = ()
    extensions: tuple[str, ...] = EXTENSIONS

    def severity_of(self, rule_id: str) -> str | None:
        """What the house or the newsroom made of the rule's severity ("off" too); None for the rule's own."""
        return next((severity for rule, severity in self.severities if rule == rule_id), None)

    def options_of(self, rule_id: str) -> dict[str, Any]:
        """The options that differ from the rule's own defaults."""
        return {option: value for rule, option, value in self.options if rule == rule_id}
