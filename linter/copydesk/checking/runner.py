"""One article through a plan: streams are walked, rules flag, and policy turns flags into a report."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from time import perf_counter
from typing import Any

from copydesk.checking.phrases import Hit, phrase_flag
from copydesk.checking.plan import Bound, Plan
from copydesk.checking.registry import ADAPTERS
from copydesk.checking.rule import FILTERED, STREAMS, Context, Flag, Match, flag
from copydesk.checking.stet import STET_RULES, Stet, find_stets, judge
from copydesk.checking.vocabulary import ACCEPTED, SPELLERS
from copydesk.model.article import Article, Zone, folded
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.model.violation import Certainty, Edit, Fix, Report, Safety, Severity, Suppressed, Violation
from copydesk.patterns import compiled

#: Violations of one rule that a report keeps; the rest are counted in `Report.capped`. So many are a habit, no slip.
MOST = 100

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_WHOLE = frozenset({"Paragraph", "Sentence"})


class _Found(NamedTuple):
    bound: Bound
    flag: Flag


def check_article(
    article: Article,
    plan: Plan,
    context: Context | None = None,
    *,
    known: Iterable[str] = (),
    most: int = MOST,
    timings: dict[str, float] | None = None,
) -> Report:
    """Everything `plan` says of `article`. Never raises for what a rule does: that is an `internal-error`.

    known: ids that a stet may name (the plan's own when empty).  most: violations kept a rule, 0 for all.
    timings: when given, seconds a rule are added to it, those of all phrase rules as one.
    """
    unjudged: set[tuple[int, int]] = set()
    notes: set[str] = set()
    run = _Run(article, (context or Context())._replace(unjudged=unjudged, notes=notes), timings)
    for stream, bounds in plan.streams.items():
        run.stream(stream, bounds)
    if plan.patterns:
        run.patterns(plan)
    if plan.phrase_rules or plan.words:
        run.phrases(plan)
    violations, suppressed = _let_stand(article, plan, _violations(article, run.found, run.own_words), tuple(known))
    for rule_id, what in run.crashes.items():
        message = f"The rule {rule_id} failed ({what}); the other rules ran. Please report this"
        violations.append(
            _violation(article, "internal-error", Severity.ERROR, Certainty.HIGH, flag(Span(0, 0), message))
        )
    violations.sort(key=lambda v: (v.start, v.end, v.rule))
    kept, capped = _cap(violations, most or len(violations))
    return Report(
        article.path, tuple(kept), tuple(suppressed), (), article.date.value, article.date.origin,
        article.words, article.status, capped, len(unjudged), tuple(sorted(notes)),
    )  # fmt: skip


class _Run:
    """The walk over one article: what was found, and which rules failed how."""

    def __init__(self, article: Article, context: Context, timings: dict[str, float] | None) -> None:
        self.article = article
        self.context = context
        self.timings = timings
        self.lower = folded(article.text)
        self.words = sorted(set(compiled(r"[^\W\d_]+").findall(self.lower)))
        self.known_hints: dict[str, bool] = {}
        self.found: list[_Found] = []
        self.own_words: list[Hit] = []
        self.crashes: dict[str, str] = {}

    def stream(self, name: str, bounds: list[Bound]) -> None:
        """Hand each item of a stream to the rules that read it, where their zones and quotation policy allow."""
        article = self.article
        bounds = [bound for bound in bounds if not bound.rule.hints or any(map(self.has, bound.rule.hints))]
        if not bounds:
            return
        try:
            items = tuple(STREAMS[name](article))
        except Exception as error:
            self.crashes.update((bound.rule.id, _said(error)) for bound in bounds)
            return
        if name not in FILTERED:
            for item in items:
                for bound in bounds:
                    self.call(bound, item)
            return
        for item in items:
            zone = article.zone_at(item.start)
            if zone is None:
                continue
            kind = zone.kind
            quoted: bool | None = False if name in _WHOLE else None
            for bound in bounds:
                rule = bound.rule
                if kind not in rule.zones:
                    continue
                if not rule.in_quotes:
                    if quoted is None:
                        quoted = item.quoted
                    if quoted:
                        continue
                self.call(bound, item)

    def patterns(self, plan: Plan) -> None:
        """Search each pattern in those of its zones in which one of its hints occurs."""
        article = self.article
        for bound in plan.patterns:
            rule = bound.rule
            hints = [hint for hint in rule.hints if self.has(hint)]
            if rule.hints and not hints:
                continue
            zones = self.hinted(hints) if hints else article.zones
            pattern = compiled(rule.pattern or "", rule.flags)
            for zone in zones:
                if zone.kind not in rule.zones:
                    continue
                for match in pattern.finditer(article.prose, zone.start, zone.end):
                    if rule.in_quotes or not article.is_quoted(match.start(), match.end()):
                        self.call(bound, Match(article, match))

    def has(self, hint: str) -> bool:
        """Whether a word of the article begins with the hint; a hint that is more than letters may stand anywhere."""
        found = self.known_hints.get(hint)
        if found is None:
            begins = _beginning(hint)
            at = bisect_left(self.words, begins)
            found = not begins or (at < len(self.words) and self.words[at].startswith(begins))
            found = self.known_hints[hint] = found and (begins == hint or hint in self.lower)
        return found

    def hinted(self, hints: list[str]) -> list[Zone]:
        """The zones that hold one of the hints, in order."""
        article = self.article
        folded = article.folded
        found: dict[int, Zone] = {}
        for hint in hints:
            at = folded.find(hint)
            while at >= 0:
                zone = article.zone_at(at)
                if zone is not None:
                    found[zone.start] = zone
                at = folded.find(hint, max(zone.end, at + 1) if zone else at + 1)
        return [found[start] for start in sorted(found)]

    def phrases(self, plan: Plan) -> None:
        """Find all phrases in one pass."""
        article = self.article
        began = perf_counter() if self.timings is not None else 0.0
        for hit in plan.phrases.find(article):
            if hit.rule_id.startswith("words-"):
                self.own_words.append(hit)
            if hit.rule_id == ACCEPTED:
                continue
            bound = plan.bound[hit.rule_id]
            if hit.row.severity is not None:
                bound = bound._replace(severity=hit.row.severity)
            zone = article.zone_at(hit.start)
            if zone is None or zone.kind not in bound.rule.zones:
                continue
            if bound.rule.in_quotes or not article.is_quoted(hit.start, hit.end):
                self.found.append(_Found(bound, phrase_flag(article, hit, bound.rule.summary)))
        if self.timings is not None:
            self.timings["(phrases)"] = self.timings.get("(phrases)", 0.0) + perf_counter() - began

    def call(self, bound: Bound, item: Any) -> None:
        """One call of one rule."""
        began = perf_counter() if self.timings is not None else 0.0
        try:
            flags = bound.check(item, self.context) if bound.rule.takes_context else bound.check(item)
            if flags is not None:
                for one in flags:
                    self.found.append(_Found(bound, one))
        except Exception as error:
            self.crashes[bound.rule.id] = _said(error)
        if self.timings is not None:
            self.timings[bound.rule.id] = self.timings.get(bound.rule.id, 0.0) + perf_counter() - began


@cache
def _beginning(hint: str) -> str:
    """Letters with which a word must begin where a hint stands: the longest run of them after a mark in it.

    "" when there is none: every word begins so.
    """
    if hint.isalpha():
        return hint
    runs = [match for match in compiled(r"[^\W\d_]+").finditer(hint) if match.start()]
    return max((match.group() for match in runs), key=len, default="")


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _violations(article: Article, found: list[_Found], own_words: list[Hit]) -> list[Violation]:
    """Flags as violations, the same place and rule once. Where the newsroom has its own words, no speller has a say."""
    once: dict[tuple[int, int, str], Violation] = {}
    for bound, one in _own_first(found):
        place = (one.start, one.end, bound.rule.id)
        if place in once or _parts_word(article, one):
            continue
        if own_words and bound.rule.family in SPELLERS and _is_settled(bound.rule.id, one, own_words):
            continue
        severity = bound.severity
        if one.severity is not None and one.severity.rank < severity.rank:
            severity = one.severity
        fix = _fix(article, bound, one)
        certainty = one.certainty or bound.rule.certainty
        once[place] = _violation(article, bound.rule.id, severity, certainty, one, fix, bound.rule.summary)
    return list(once.values())


def _own_first(found: list[_Found]) -> list[_Found]:
    """Flags less those of other linters' rules that repeat one of ours, at the same words or a few more, or another."""
    others = [one for one in found if one.bound.rule.pack in ADAPTERS]
    if not others:
        return found
    own = sorted((one.flag.start, one.flag.end) for one in found if one.bound.rule.pack not in ADAPTERS)
    said: set[tuple[int, int]] = set()
    repeated: set[int] = set()
    for one in others:
        start, end = one.flag.start, one.flag.end
        most = 3 * (end - start)
        near = own[bisect_left(own, (start - most, 0)) : bisect_left(own, (end, 0))]
        if (start, end) in said or any(start < last and last - first <= most for first, last in near):
            repeated.add(id(one))
        said.add((start, end))
    return [one for one in found if id(one) not in repeated]


def _is_settled(rule_id: str, one: Flag, own_words: list[Hit]) -> bool:
    """Whether the newsroom's words say what to write at a flag's place, and another rule's flag it is."""
    return any(one.start < hit.end and hit.start < one.end and hit.rule_id != rule_id for hit in own_words)


def _parts_word(article: Article, one: Flag) -> bool:
    """Whether a flag ends or begins where an invisible character parts a word: its rule took half a word for one."""
    text = article.text
    ends = text[one.end : one.end + 1] in _INVISIBLE and text[one.end - 1 : one.end].isalpha()
    begins = text[max(one.start - 1, 0) : one.start] in _INVISIBLE and text[one.start : one.start + 1].isalpha()
    return ends or begins


def _fix(article: Article, bound: Bound, one: Flag) -> Fix | None:
    """The flag's fix, unless it would change a source's words, or cut a word that an invisible character parts."""
    if not one.edits:
        return None
    for edit in one.edits:
        beside = article.text[max(edit.start - 1, 0) : edit.start], article.text[edit.end : edit.end + 1]
        if not _INVISIBLE.isdisjoint(beside) or _cuts_reference(article, edit):
            return None
        if article.is_quoted(edit.start, edit.end) and not (bound.rule.in_quotes and _same_words(article, edit)):
            return None
    safety = one.safety or (Safety.UNSAFE if bound.rule.fix == "unsafe" else Safety.SAFE)
    return Fix(one.edits, safety)


def _cuts_reference(article: Article, edit: Edit) -> bool:
    """Whether an edit begins or ends inside a character reference such as `&rdquo;`, which reads as one character."""
    first, last = max(edit.start - 33, 0), edit.end + 33
    if article.text.find("&", first, last) < 0:
        return False
    references = compiled(r"&#?\w{1,31};").finditer(article.text, first, last)
    return any(ref.start() < at < ref.end() for ref in references for at in (edit.start, edit.end))


def _same_words(article: Article, edit: Edit) -> bool:
    """Whether an edit in a quotation leaves its words as they are and moves marks and spaces only."""
    return compiled(r"\w+").findall(article.text[edit.start : edit.end]) == compiled(r"\w+").findall(edit.text)


def _violation(
    article: Article,
    rule_id: str,
    severity: Severity,
    certainty: Certainty,
    one: Flag,
    fix: Fix | None = None,
    help: str = "",
) -> Violation:
    line, column = article.lines.line_column(one.start)
    end_line, end_column = article.lines.line_column(one.end)
    zone = article.zone_at(one.start)
    kind = zone.kind.value if zone else "front matter" if one.start < article.front_matter.end else "none"
    text = article.text
    around = " ".join(
        (*text[max(0, one.start - 60) : one.start].split()[-4:], "|", *text[one.end : one.end + 60].split()[:4])
    )
    identity = f"{rule_id}\0{kind}\0{text[one.start : one.end].casefold()}\0{around.casefold()}"
    return Violation(
        rule_id, severity, certainty, one.message, one.start, one.end, line, column, end_line, end_column,
        kind, fix, help, identity,
    )  # fmt: skip


def _let_stand(
    article: Article, plan: Plan, violations: list[Violation], known: tuple[str, ...]
) -> tuple[list[Violation], list[Suppressed]]:
    """Violations less those that a stet lets stand, plus what is wrong with the stets."""
    stets = find_stets(article) if article.comments or article.front_matter.field("stet") else ()
    if not stets:
        return violations, []
    kept: list[Violation] = []
    suppressed: list[Suppressed] = []
    used: set[Stet] = set()
    for violation in violations:
        stet = next((s for s in stets if s.reason and s.lets(violation.rule, violation.start)), None)
        if stet is None:
            kept.append(violation)
        else:
            used.add(stet)
            suppressed.append(Suppressed(violation, stet.reason))
    enabled = [rule_id for rule_id in plan.bound if not rule_id.startswith("stet-")]
    own = {rule.id for rule in STET_RULES}
    for rule_id, one in judge(stets, used, {*known, *plan.bound} - own, enabled):
        bound = plan.bound.get(rule_id)
        if bound is not None:
            fix = Fix(one.edits, Safety.SAFE) if one.edits else None
            kept.append(_violation(article, rule_id, bound.severity, Certainty.HIGH, one, fix, bound.rule.summary))
    return kept, suppressed


def _cap(violations: list[Violation], most: int) -> tuple[list[Violation], tuple[tuple[str, int], ...]]:
    """At most `most` violations a rule, and how many more there were of which; occurrences are told apart."""
    counts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    kept: list[Violation] = []
    for violation in violations:
        counts[violation.rule] += 1
        if counts[violation.rule] > most:
            continue
        seen[violation.identity] += 1
        if seen[violation.identity] > 1:
            violation = violation._replace(identity=f"{violation.identity}\0{seen[violation.identity]}")
        kept.append(violation)
    over: Mapping[str, int] = {rule_id: count - most for rule_id, count in counts.items() if count > most}
    return kept, tuple(sorted(over.items()))
