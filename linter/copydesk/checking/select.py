"""Which rules run: select and ignore by id, family or prefix; the longest match decides."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.model.record import NamedTuple

ALL = "ALL"


def covers(selector: str, rule_id: str) -> bool:
    """Whether `selector` names the rule: ALL, its id, or leading words of it ("date", "date-month")."""
    return selector == ALL or rule_id == selector or rule_id.startswith(selector + "-")


def best(selectors: Iterable[str], rule_id: str) -> int:
    """The length of the longest selector that covers the rule, 0 for ALL, -1 when none does."""
    return max((0 if s == ALL else len(s) for s in selectors if covers(s, rule_id)), default=-1)


class Selection(NamedTuple):
    """What was asked for. `select` of None means every rule that is on by default."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, rule_id: str, *, default: bool) -> bool:
        """Whether the rule runs. One that is off by default runs only when its whole id is selected.

        Where select and ignore both match, the longer match wins, and ignore wins a tie.
        """
        named = (*(self.select or ()), *self.extend_select)
        chosen = best(named, rule_id)
        if self.select is None:
            chosen = max(chosen, 0)
        if chosen < 0 or chosen <= best(self.ignore, rule_id):
            return False
        return default or rule_id in named

    def names_family(self, family: str) -> bool:
        """Whether a family is selected by its name, and not among all others only."""
        return family in (*(self.select or ()), *self.extend_select)

    def unknown(self, known: Iterable[str]) -> tuple[str, ...]:
        """Selectors that cover no known rule."""
        ids = tuple(known)
        given = (*(self.select or ()), *self.extend_select, *self.ignore)
        return tuple(s for s in given if not any(covers(s, rule_id) for rule_id in ids))
