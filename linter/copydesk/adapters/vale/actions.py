"""Vale's actions as our fixes: what a rule says to put in the place of what it found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from copydesk.adapters.vale.dialect import Untranslatable, translated
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.model.violation import Edit
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.model.article import Article

#: Ways to cut characters off; `remove`, and `replace` for `regex`, are what Vale 2 called them.
_STRIPS: Mapping[str, Callable[[str, str], str]] = {
    "trim": str.strip, "remove": str.strip, "trim_left": str.lstrip, "trim_right": str.rstrip,
}  # fmt: skip


class Action(NamedTuple):
    """An action: replace, remove, edit, convert or suggest; "" for none."""

    name: str
    params: tuple[str, ...] = ()

    @property
    def safety(self) -> str:
        """Words that the style names are put in by a machine; what is cut or computed is for a person to look at."""
        return "safe" if self.name == "replace" else "unsafe"

    @property
    def fix(self) -> str:
        """The safety of a rule's fixes, "none" where there are none."""
        return self.safety if self.name in ("replace", "remove", "edit") else "none"

    def unmet(self) -> str:
        """What of it cannot be honoured, "" when nothing."""
        if self.name in ("suggest", "convert"):
            return f"the action “{self.name}” cannot be carried out"
        if self.name == "edit":
            return "" if self._edited("") is not None else f"the edit “{' '.join(self.params)}” cannot be carried out"
        known = self.name in ("", "replace", "remove")
        return "" if known else f"there is no action “{self.name}”"

    def better(self, found: str) -> str | None:
        """What to write for `found`, where the action itself says so and says one thing."""
        if self.name == "replace" and len(self.params) == 1:
            return self.params[0]
        if self.name == "remove":
            return ""
        return self._edited(found) if self.name == "edit" else None

    def _edited(self, found: str) -> str | None:
        how, *params = self.params or ("",)
        if how in ("regex", "replace") and len(params) == 2:
            try:
                pattern = compiled(translated(params[0]))
            except Untranslatable:
                return None
            return pattern.sub(lambda match: filled(params[1], match), found).strip()
        if how in _STRIPS and len(params) == 1:
            return _STRIPS[how](found, params[0]).strip()
        if how == "truncate" and len(params) == 1 and params[0]:
            return found.split(params[0])[0].strip()
        if how == "split" and len(params) == 2 and params[0] and params[1].isdigit():
            parts = found.split(params[0])
            return parts[int(params[1])].strip() if int(params[1]) < len(parts) else found
        return None

    def edit(self, article: Article, span: Span, better: str) -> Edit | None:
        """The edit that puts `better` in; None where markup stands within the stretch. A word goes with its space."""
        if article.prose[span.start : span.end] != article.text[span.start : span.end]:
            return None
        end = span.end
        if not better and article.text[end : end + 1] == " " and article.text[max(span.start - 1, 0) : span.start] in (
            "", " ", "\n",
        ):  # fmt: skip
            end += 1
        return Edit(span.start, end, better)


def filled(template: str, match: re.Match[str]) -> str:
    """A replacement with `$1`, `${1}` and `${name}` filled in from a match; `$$` is a dollar sign."""

    def group(mark: re.Match[str]) -> str:
        if mark.group() == "$$":
            return "$"
        name = mark[1] or mark[2]
        try:
            return match.group(int(name) if name.isdigit() else name) or ""
        except (IndexError, KeyError):
            return mark.group()

    return compiled(r"\$\$|\$\{(\w+)\}|\$(\d+)").sub(group, template)
