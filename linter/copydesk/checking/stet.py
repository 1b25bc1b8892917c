"""Stet, "let it stand": violations that an editor lets be, with a reason.

`<!-- stet RULE[, RULE]: reason -->` lets the next block stand, or its own when it stands at the block's end;
`<!-- stet-file RULE: reason -->` the whole file; MDX has `{/* stet RULE: reason */}`. Front matter
`stet: [{rule: …, reason: …}]` is for formats without comments. RULE is an id, a family or a prefix. Without a
reason nothing is let stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from copydesk.checking.rule import Bad, Flag, Good, Rule, flag
from copydesk.checking.select import covers
from copydesk.model.article import Article, Field, Node
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.model.violation import Certainty, Edit, Severity
from copydesk.patterns import compiled

_COMMENT = (
    r"(?:<!--|\{/\*)\s*(?P<scope>stet-file|stet)\b\s*(?P<rules>[^:>*]*?)\s*"
    r"(?::\s*(?P<reason>.*?)\s*)?(?:-->|\*/\})"
)


class Stet(NamedTuple):
    """One request to let something stand. `block` is None for the whole file; `place` is the request itself."""

    rules: tuple[str, ...]
    reason: str
    block: Span | None
    place: Span
    removable: bool

    def lets(self, rule_id: str, start: int) -> bool:
        """Whether a violation of this rule that begins at `start` may stand."""
        inside = self.block is None or self.block.start <= start < max(self.block.end, self.block.start + 1)
        return inside and any(covers(name, rule_id) for name in self.rules)


def find_stets(article: Article) -> tuple[Stet, ...]:
    """All stets of an article, comments first, then front matter."""
    return (*_in_comments(article), *_in_front_matter(article))


def _in_comments(article: Article) -> Iterator[Stet]:
    pattern = compiled(_COMMENT, re.DOTALL)
    for span in article.comments:
        match = pattern.fullmatch(article.text, span.start, span.end)
        if match is None:
            continue
        names = tuple(name for name in compiled(r"[\s,]+").split(match["rules"]) if name)
        block = None if match["scope"] == "stet-file" else _block_of(article, span)
        yield Stet(names, match["reason"] or "", block, span, True)


def _block_of(article: Article, comment: Span) -> Span:
    """The block a comment speaks of: its own when only the comment follows in it, else the next one."""
    for zone in article.zones:
        if zone.start <= comment.start < zone.end and article.prose[zone.start : comment.start].strip(
            "\u2060\ufffc \t"
        ):
            return Span(zone.start, zone.end)
        if zone.end > comment.end:
            line = article.zones_on_line(zone)
            return Span(line[0].start, line[-1].end)
        if zone.end <= comment.start and not article.text[zone.end : comment.start].strip(" \t"):
            line = article.zones_on_line(zone)
            return Span(line[0].start, zone.end)
    return Span(comment.end, comment.end)


def _in_front_matter(article: Article) -> Iterator[Stet]:
    field = article.front_matter.field("stet")
    if field is None:
        return
    for node in field.node.items:
        parts: Mapping[str, Field] = node.value if isinstance(node.value, Mapping) else {}
        names = _words(parts.get("rule") or parts.get("rules")) if parts else tuple(str(node.value or "").split())
        reason = parts["reason"].node.value if "reason" in parts else ""
        yield Stet(names, str(reason or ""), None, Span(node.start, node.end), False)


def _words(field: Field | None) -> tuple[str, ...]:
    items: tuple[Node, ...] = field.node.items if field else ()
    return tuple(str(item.value) for item in items)


def judge(
    stets: Iterable[Stet], used: Collection[Stet], known: Collection[str], enabled: Collection[str]
) -> Iterator[tuple[str, Flag]]:
    """What is wrong with the stets themselves, as (rule id, flag)."""
    for stet in stets:
        place = Span(*stet.place)
        strange = [name for name in stet.rules if not any(covers(name, rule_id) for rule_id in known)]
        if not stet.rules or strange:
            what = f"There is no rule {strange[0]!r}" if strange else "This stet names no rule"
            yield "stet-unknown", flag(place, f"{what}; run `copydesk rules` for the list")
        elif not stet.reason:
            yield "stet-reason", flag(place, "This stet gives no reason, so nothing is let stand: add “: why”")
        elif stet not in used and any(covers(name, rule_id) for name in stet.rules for rule_id in enabled):
            edits = (Edit(*stet.place, ""),) if stet.removable else ()
            yield (
                "stet-unused",
                flag(place, f"Nothing here breaks {', '.join(stet.rules)}: remove the stet", edits=edits),
            )


def _own(
    rule_id: str, severity: str, summary: str, doc: str, bad: tuple[Bad, ...], good: tuple[str, ...], fix: str
) -> Rule:
    return Rule(
        rule_id, summary, Severity(severity), Certainty.HIGH, fix, "Report", doc, None, bad,
        tuple(Good(text) for text in good), {}, frozenset(), True, False, True, module=__name__,
    )  # fmt: skip


_STANDS = "<!-- stet usage-news-conference: the hall’s own name -->\nA press conference is set.\n"
_STANDS_FILE = "<!-- stet-file usage: archive copy -->\n\nA press conference is set.\n"

#: The rules that the runner itself carries out: they speak of the stets, not of the copy.
STET_RULES = (
    _own(
        "stet-unused", "warning", "A stet that lets nothing stand",
        "The violation it spoke of is gone, or it stands in the wrong place. Left behind, it would hide the next one.",
        (
            Bad("^<!-- stet usage-news-conference: its name -->^\nA meeting is set.\n", fixed="\nA meeting is set.\n"),
            Bad("^<!-- stet-file usage: archive copy -->^\n\nA meeting is set.\n", fixed="\n\nA meeting is set.\n"),
        ),
        (_STANDS, _STANDS_FILE), "safe",
    ),
    _own(
        "stet-reason", "error", "A stet without a reason",
        "Whoever reads the story next must see why a rule was set aside. Without a reason nothing is let stand.",
        (
            Bad("^<!-- stet usage-news-conference -->^\nA press conference is set.\n"),
            Bad("^<!-- stet-file usage: -->^\n\nA press conference is set.\n"),
        ),
        (_STANDS, _STANDS_FILE), "none",
    ),
    _own(
        "stet-unknown", "error", "A stet that names no known rule",
        "A misspelled rule lets nothing stand, and nobody would notice.",
        (
            Bad("^<!-- stet usage-news-conferense: its name -->^\nA meeting is set.\n"),
            Bad("^<!-- stet : its name -->^\nA meeting is set.\n"),
        ),
        (_STANDS, _STANDS_FILE), "none",
    ),
)  # fmt: skip
