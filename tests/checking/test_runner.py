"""Streams, zones, quotation policy, crashes, caps and severities of the runner."""

from collections.abc import Callable

from copydesk import Context, Flags, Kind, Lead, Match, Paragraph, Sentence, flag, rule
from copydesk.checking.plan import Plan, build_plan
from copydesk.checking.registry import Registry
from copydesk.checking.runner import check_article
from copydesk.checking.select import Selection
from copydesk.model.article import Article, Zone
from copydesk.model.violation import Edit, Report


def plan(*checks: Callable[..., object], **severities: str) -> Plan:
    rules = {check.__copydesk_rule__.id: check.__copydesk_rule__ for check in checks}  # type: ignore[attr-defined]
    named = {name.replace("_", "-"): value for name, value in severities.items()}
    return build_plan(Registry(rules, {}, {}, {}), Selection(), named)


def article(*parts: tuple[Kind, str]) -> Article:
    zones, text = [], ""
    for kind, words in parts:
        zones.append(Zone(kind, len(text), len(text) + len(words)))
        text += words + "\n\n"
    return Article(text, zones=zones)


def said(report: Report) -> list[tuple[str, int, int]]:
    return [(v.rule, v.start, v.end) for v in report.violations]


@rule("x-word", severity="error", summary="Word", pattern=r"\bword\b", hints=("word",), fix="safe")
def word(match: Match) -> Flags:
    """Flags the word."""
    yield flag(match, "word", replace="term")


@rule("x-marks", severity="error", summary="Marks", pattern=r"word,”", in_quotes=True, fix="safe")
def marks(match: Match) -> Flags:
    """Moves a mark inside a quotation, and would change a word."""
    yield flag(match, "moves a mark", replace="word”,")
    yield flag(match.span(0), "changes a word", edits=[Edit(match.start, match.end, "term,”")])


@rule("x-crash", severity="warning", summary="Crash")
def crash(lead: Lead) -> Flags:
    """Raises."""
    raise RuntimeError(f"no {lead.text}")
    yield


@rule("x-long", severity="warning", summary="Long")
def long(sentence: Sentence, *, most: int = 3) -> Flags:
    """Flags long sentences, mildly when they are just over."""
    if sentence.words > most:
        yield flag(sentence, "long", severity="suggestion" if sentence.words == most + 1 else None)


@rule("x-status", severity="error", summary="Status")
def status(paragraph: Paragraph, context: Context) -> Flags:
    """Flags every paragraph of a killed story."""
    if context.status == "killed":
        yield flag(paragraph, "killed")


def test_a_rule_sees_its_zones_only() -> None:
    draft = article((Kind.HEADLINE, "A word"), (Kind.LEAD, "One word."), (Kind.CODE, "word"), (Kind.BODY, "A word."))
    assert [start for _, start, _ in said(check_article(draft, plan(word)))] == [12, 27]


def test_a_rule_is_silent_in_quotation_marks() -> None:
    draft = article((Kind.LEAD, "“A word,” he said. A word."), (Kind.BLOCKQUOTE, "A word of theirs."))
    assert len(check_article(draft, plan(word)).violations) == 1


def test_fixes_in_quotations_may_move_marks_but_no_words() -> None:
    draft = article((Kind.LEAD, "“A word,” he said."))
    first = check_article(draft, plan(marks)).violations[0]
    assert first.fix is not None
    assert first.fix.edits[0].text == "word”,"

    @rule("x-words", severity="error", summary="Words", pattern="word", in_quotes=True, fix="safe")
    def words(match: Match) -> Flags:
        """Would rewrite a source."""
        yield flag(match, "rewrites", replace="term")

    assert check_article(draft, plan(words)).violations[0].fix is None


def test_a_rule_that_raises_is_named_and_the_others_run() -> None:
    report = check_article(article((Kind.LEAD, "One word.")), plan(crash, word))
    assert [v.rule for v in report.violations] == ["internal-error", "x-word"]
    assert "x-crash failed (RuntimeError: no One word.)" in report.violations[0].message


def test_options_and_severities() -> None:
    draft = article((Kind.LEAD, "One two three four. One two three four five."))
    report = check_article(draft, plan(long))
    assert [str(v.severity) for v in report.violations] == ["suggestion", "warning"]
    assert [str(v.severity) for v in check_article(draft, plan(long, x_long="error")).violations] == [
        "suggestion",
        "error",
    ]
    assert check_article(draft, plan(long, x_long="off")).violations == ()


def test_the_context_reaches_rules_that_ask_for_it() -> None:
    draft = article((Kind.LEAD, "One."), (Kind.BODY, "Two."))
    assert check_article(draft, plan(status)).violations == ()
    assert len(check_article(draft, plan(status), Context(status="killed")).violations) == 2


def test_many_violations_of_one_rule_are_counted_not_kept() -> None:
    draft = article((Kind.LEAD, "word " * 50))
    report = check_article(draft, plan(word), most=10)
    assert len(report.violations) == 10
    assert report.capped == (("x-word", 40),)
    assert check_article(draft, plan(word), most=0).capped == ()


def test_fingerprints_hold_while_text_moves_and_tell_occurrences_apart() -> None:
    before = check_article(article((Kind.LEAD, "One word. One word. One word. One word.")), plan(word)).violations
    after = check_article(
        article((Kind.DECK, "New."), (Kind.LEAD, "One word. One word. One word. One word.")), plan(word)
    )
    assert len({v.fingerprint for v in before}) == 4
    assert before[-1].fingerprint in {v.fingerprint for v in after.violations}


def test_timings_are_kept_a_rule() -> None:
    timings: dict[str, float] = {}
    check_article(article((Kind.LEAD, "One word.")), plan(word, long), timings=timings)
    assert set(timings) == {"x-word", "x-long"}
