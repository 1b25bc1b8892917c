"""Settings made into plans, one plan for all files that share their settings."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from copydesk.checking.outline import outline
from copydesk.checking.plan import Plan, build_plan
from copydesk.checking.select import Selection
from copydesk.config.settings import Settings


@lru_cache(maxsize=64)
def plan_for(settings: Settings) -> Plan:
    """The plan of these settings, built at first use. Raises PackError when a pack cannot be loaded."""
    options: dict[str, dict[str, Any]] = {}
    for rule_id, option, value in settings.options:
        options.setdefault(rule_id, {})[option] = value
    selection = Selection(settings.select, settings.extend_select, settings.ignore)
    return build_plan(outline(settings.packs), selection, dict(settings.severities), options, settings.words)
