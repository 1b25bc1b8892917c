"""Fixes made in the text: whole, never overlapping, repeated until nothing is left to do, then verified."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable

from copydesk.model.article import Article, Kind
from copydesk.model.record import NamedTuple
from copydesk.model.violation import Edit, Report, Safety, Violation

#: Rounds after which fixes that call each other forth are given up.
ROUNDS = 20


class Fixed(NamedTuple):
    """The outcome: the new text, how many fixes were made, the report on the new text, and what was refused.

    refused: for each fix that was taken back, its rule and why.
    """

    text: str
    applied: int
    report: Report
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def remaining(self) -> tuple[Violation, ...]:
        """The violations of the new text."""
        return self.report.violations


def apply_fixes(text: str, violations: Iterable[Violation], safety: Safety) -> tuple[str, list[Violation]]:
    """`text` with the fixes of `violations` up to `safety`, and those that were made.

    Of fixes that overlap the first wins; the others wait for the next round. An edit that two fixes share
    is made once.
    """
    wanted = sorted(
        (v for v in violations if v.fix and v.fix.edits and (safety is Safety.UNSAFE or v.fix.safety is Safety.SAFE)),
        key=lambda v: (_edits(v)[0].start, v.end, v.rule),
    )
    made: list[Violation] = []
    taken: list[Edit] = []
    for violation in wanted:
        if all(_fits(edit, taken) for edit in _edits(violation)):
            for edit in _edits(violation):
                if edit not in taken[bisect_left(taken, edit) :][:1]:
                    insort(taken, edit)
            made.append(violation)
    pieces, at = [], 0
    for edit in taken:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]]), made


def _edits(violation: Violation) -> tuple[Edit, ...]:
    return violation.fix.edits if violation.fix else ()


def _fits(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit is one of the sorted `taken`, or touches none of them."""
    i = bisect_left(taken, edit)
    if taken[i : i + 1] == [edit]:
        return True
    return not any(_collide(edit, other) for other in taken[max(i - 1, 0) : i + 1])


def _collide(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same text; two that begin at one place collide too."""
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def fix_until_stable(
    text: str,
    read: Callable[[str], Article],
    check: Callable[[Article], Report],
    safety: Safety,
    in_quotes: Collection[str],
) -> Fixed:
    """Fix `text` until no fix is left or ROUNDS are over. Rules named in `in_quotes` may move marks in quotations.

    A round whose result breaks a promise (front matter, zones, quotations) is made again fix by fix, and the
    fixes that break it are left out.
    """
    article = read(text)
    report = check(article)
    applied = 0
    refused: dict[str, str] = {}
    seen = {text}
    for _ in range(ROUNDS):
        usable = [v for v in report.violations if v.rule not in refused]
        fixed, made = apply_fixes(article.text, usable, safety)
        if not made or fixed in seen:
            break
        after = read(fixed)
        broken = broken_promise(article, after, made, in_quotes)
        if broken:
            refused.update(_culprits(article, made, read, safety, in_quotes))
            continue
        seen.add(fixed)
        refused.clear()  # in the new text they may do no harm
        article, report = after, check(after)
        applied += len(made)
    return Fixed(article.text, applied, report, tuple(sorted(refused.items())))


def _culprits(
    article: Article, made: list[Violation], read: Callable[[str], Article], safety: Safety, in_quotes: Collection[str]
) -> dict[str, str]:
    """The rules whose fixes break a promise when each is made alone; all of them when none does alone."""
    found: dict[str, str] = {}
    for rule_id in dict.fromkeys(v.rule for v in made):
        alone, its = apply_fixes(article.text, [v for v in made if v.rule == rule_id], safety)
        why = broken_promise(article, read(alone), its, in_quotes)
        if why:
            found[rule_id] = why
    return found or {v.rule: "its fixes and others together change more than they say" for v in made}


def broken_promise(before: Article, after: Article, made: list[Violation], in_quotes: Collection[str]) -> str:
    """Why the fixed article must not be kept, or "" when all promises hold."""
    if _metadata(before) != _metadata(after):
        return "the front matter would no longer have the same keys"
    edits = [edit for v in made for edit in _edits(v)]
    removed = [edit for edit in edits if not edit.text.strip()]
    if _kinds(before, removed) != _kinds(after, ()):
        return "the parts of the story would no longer be the same"
    moves_marks = any(v.rule in in_quotes for v in made)
    if _quotations(before, edits if moves_marks else removed, moves_marks) != _quotations(after, (), moves_marks):
        return "the words of a quotation would change"
    return ""


def _metadata(article: Article) -> tuple[str, tuple[str, ...]]:
    return article.front_matter.form, tuple(field.key for field in article.front_matter.fields)


def _kinds(article: Article, removed: Iterable[Edit]) -> list[Kind]:
    """The zones' kinds, less the blocks that were taken out whole."""
    return [zone.kind for zone in article.zones if not _covered(zone.start, zone.end, removed)]


def _quotations(article: Article, edits: Iterable[Edit], words_only: bool) -> list[object]:
    """Each quotation's text, or only its words, less those that edits take out, or whose marks they take off."""
    texts = [
        quote.text
        for quote in article.quotes
        if not _covered(quote.start, quote.end, edits)
        and not (_covered(quote.start, quote.inner_start, edits) and _covered(quote.inner_end, quote.end, edits))
    ]
    return [re.findall(r"\w+", text) if words_only else text for text in texts]


def _covered(start: int, end: int, edits: Iterable[Edit]) -> bool:
    """Whether one of the edits takes the place of all of [start, end)."""
    return any(edit.start <= start and end <= edit.end for edit in edits)
