"""What the rules of a pack are, without their code: enough to plan a check; the code comes when a rule is first called.

Importing three hundred rules, with all their examples, takes longer than checking an article with them. Where there is
a cache folder a pack's outline is kept there, and used as long as the pack's files are the same; a rule's module is
imported when the rule meets something to read. An outline has no documentation and no examples.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from copydesk import __version__, cachedir
from copydesk.checking.phrases import Row
from copydesk.checking.registry import ADAPTERS, BUILT_IN, VALE, Registry, import_pack, load_rules, with_styles
from copydesk.checking.rule import Flag, Rule
from copydesk.model.article import Kind
from copydesk.model.violation import Certainty, Safety, Severity


class Later:
    """A rule's function, imported when it is first called or asked for its annotations."""

    __slots__ = ("_check", "module", "name")

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name
        self._check: Any = None

    @property
    def check(self) -> Any:
        """The function itself."""
        if self._check is None:
            self._check = getattr(import_module(self.module), self.name)
        return self._check

    def __call__(self, *args: Any, **options: Any) -> Iterable[Flag] | None:
        found: Iterable[Flag] | None = self.check(*args, **options)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return Later, (self.module, self.name)


@cache
def outline(packs: tuple[str, ...] = (BUILT_IN,)) -> Registry:
    """The registry of `packs`, with rules that are imported when called where an outline is kept. Raises PackError."""
    files = tuple(pack for pack in packs if not pack.startswith(VALE))
    if files != packs:  # styles are read whole: their rules are data
        return with_styles(outline(files), packs)
    if not cachedir.in_use or any(not _is_lasting(pack) for pack in packs):
        return load_rules(packs)
    path = os.path.join(cachedir.in_use, f"outline-{sys.implementation.cache_tag}")
    stamp = _stamp(packs)
    kept = _read(path, stamp)
    if kept is None:
        registry = load_rules(packs)
        _write(path, stamp, registry)
        return registry
    return kept


def _is_lasting(pack: str) -> bool:
    """Whether a pack's modules have names by which they can be imported later."""
    return not pack.startswith((".", "/"))


def _stamp(packs: Iterable[str]) -> str:
    """What changes when any file of a pack does: this version, and each file's place, size and time."""
    files = [f"{__version__} {sys.hexversion:x}"]
    for pack in (*packs, *(module.rpartition(".")[0] for module in ADAPTERS.values())):
        home = os.path.dirname(str(import_pack(pack).__file__))
        files += (f"{path} {info.st_size} {info.st_mtime_ns}" for path, info in sorted(_files(home)))
    return "\n".join(files)


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    for entry in os.scandir(folder):
        if entry.is_dir() and not entry.name.startswith(("_", ".", "data", "houses")):
            yield from _files(entry.path)
        elif entry.name.endswith((".py", ".toml")):
            yield entry.path, entry.stat()


def _read(path: str, stamp: str) -> Registry | None:
    import marshal

    try:
        with open(path, "rb") as file:
            kept_stamp, rules, rows, shields, redirects = marshal.loads(file.read())
        if kept_stamp != stamp:
            return None
        zones: dict[tuple[str, ...], frozenset[Kind]] = {}
        return Registry(
            {rule.id: rule for rule in (_rule(fields, zones) for fields in rules)},
            {rule_id: tuple(_row(*row) for row in found) for rule_id, found in rows.items()},
            shields,
            redirects,
        )
    except (OSError, ValueError, EOFError, TypeError, KeyError):
        return None


def _rule(fields: tuple[Any, ...], zones: dict[tuple[str, ...], frozenset[Kind]]) -> Rule:
    (
        rule_id, summary, severity, certainty, fix, reads, module, name, options, kinds, in_quotes, takes_context,
        default, pattern, flags, hints, pack, with_family,
    ) = fields  # fmt: skip
    check = Later(module, name) if name else None
    if kinds not in zones:
        zones[kinds] = frozenset(map(Kind, kinds))
    return Rule(
        rule_id, summary, _SEVERITIES[severity], _CERTAINTIES[certainty], fix, reads, "", check, (), (), options,
        zones[kinds], in_quotes, takes_context, default, pattern, flags, hints, module, pack, with_family,
    )  # fmt: skip


_SEVERITIES = {str(one): one for one in Severity}
_CERTAINTIES = {str(one): one for one in Certainty}
_SAFETIES = {str(one): one for one in Safety}


def _row(phrase: str, replacement: str | None, safety: str, cased: bool) -> Row:
    return Row(phrase, replacement, _SAFETIES[safety], cased)


def _write(path: str, stamp: str, registry: Registry) -> None:
    """Keep an outline, whole; or not at all, when the folder cannot be written or an option is of a kind of its own."""
    import marshal

    rules = [
        (
            rule.id, rule.summary, str(rule.severity), str(rule.certainty), rule.fix, rule.reads, rule.module,
            rule.check.__name__ if rule.check else "", dict(rule.options), tuple(map(str, sorted(rule.zones))),
            rule.in_quotes, rule.takes_context, rule.default, rule.pattern, int(rule.flags), rule.hints, rule.pack,
            rule.with_family,
        )
        for rule in registry.rules.values()
    ]  # fmt: skip
    rows = {
        rule_id: [(*row[:2], str(row.safety), row.cased) for row in found] for rule_id, found in registry.rows.items()
    }
    try:
        data = marshal.dumps((stamp, rules, rows, dict(registry.shields), dict(registry.redirects)))
    except ValueError:
        return
    cachedir.put(path, data)
