"""A rule: one function with its documentation, options, examples and check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from copydesk.model.article import PROSE, Article, Kind, Located
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.model.violation import Certainty, Edit, Safety, Severity

if TYPE_CHECKING:
    from copydesk.knowledge.registry import Registry

#: What a rule can read: the name its first parameter is annotated with, and where the items come from.
STREAMS: Mapping[str, Callable[[Article], Iterable[Any]]] = {
    "Article": lambda article: (article,),
    "FrontMatter": lambda article: (article.front_matter,) if article.front_matter else (),
    "Headline": lambda article: article.zones_of(Kind.HEADLINE),
    "Deck": lambda article: article.zones_of(Kind.DECK),
    "Byline": lambda article: article.bylines,
    "Dateline": lambda article: article.datelines,
    "Lead": lambda article: article.zones_of(Kind.LEAD),
    "Subhead": lambda article: article.zones_of(Kind.SUBHEAD),
    "Paragraph": lambda article: article.zones,
    "Block": lambda article: article.zones,
    "Sentence": lambda article: article.sentences,
    "Quote": lambda article: article.quotes,
    "Attribution": lambda article: article.attributions,
    "Person": lambda article: article.people,
    "Office": lambda article: article.offices,
    "Comparison": lambda article: article.comparisons if article.source is not None else (),
    "DateMention": lambda article: article.dates,
    "TimeMention": lambda article: article.times,
    "Number": lambda article: article.numbers,
    "Count": lambda article: _numbers(article, "cardinal", "duration"),
    "Money": lambda article: _numbers(article, "money"),
    "Percent": lambda article: _numbers(article, "percent"),
    "Age": lambda article: _numbers(article, "age"),
    "Measure": lambda article: _numbers(article, "measure"),
    "Ordinal": lambda article: _numbers(article, "ordinal"),
}
#: Streams of language inside zones: a rule that reads one sees only its zones, and no quoted item unless
#: it declares `in_quotes`. The other streams are handed over whole.
FILTERED = frozenset(
    "Paragraph Sentence Person Office DateMention TimeMention Number Count Money Percent Age Measure "
    "Ordinal Match".split()
)


def _numbers(article: Article, *kinds: str) -> Iterator[Any]:
    """The numbers of some kinds, in order."""
    return (number for number in article.numbers if number.kind in kinds)


class HasSpan(Protocol):
    """Anything with a place in the article."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Flag(NamedTuple):
    """What a rule yields: where, what, and perhaps how to mend it. None takes the rule's own value."""

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...] = ()
    safety: Safety | None = None
    severity: Severity | None = None
    certainty: Certainty | None = None


Flags = Iterator[Flag]


def flag(
    target: HasSpan,
    message: str,
    *,
    replace: str | None = None,
    edits: Iterable[Edit] = (),
    safety: str | None = None,
    severity: str | None = None,
    certainty: str | None = None,
) -> Flag:
    """Report `target`. `replace` is the text to put in its place; `edits` are edits elsewhere.

    safety, severity and certainty override the rule's own for this one finding.
    """
    made = tuple(edits) if replace is None else (Edit(target.start, target.end, replace), *edits)
    return Flag(
        target.start,
        target.end,
        message,
        tuple(sorted(made)),
        Safety(safety) if safety else None,
        Severity(severity) if severity else None,
        Certainty(certainty) if certainty else None,
    )


class Context(NamedTuple):
    """What a rule may know beside the article. `now` is None unless the caller gave a time.

    A rule asks for it with a second positional parameter: `def check(article: Article, context: Context)`.
    titles: the newsroom's files of office-holders.  unjudged: where the titles stand that could not be judged.
    notes: what kept rules from working, said once a run.
    """

    house: str = "ap"
    now: datetime | None = None
    status: str | None = None
    previous_status: str | None = None
    sections: tuple[str, ...] | None = None
    titles: tuple[str, ...] = ()
    unjudged: set[tuple[int, int]] | None = None
    notes: set[str] | None = None

    @property
    def registry(self) -> Registry:
        """Who held which office when: the bundled facts and the newsroom's own; opened when first asked for."""
        from copydesk.knowledge.registry import open_registry

        return open_registry(self.titles)

    def cannot_judge(self, target: HasSpan) -> None:
        """Note a title that the registry's facts are too old for; the run says once how many there were."""
        if self.unjudged is not None:
            self.unjudged.add((target.start, target.end))

    def note(self, message: str) -> None:
        """Say what keeps rules from working at all, whatever the article; the run says each message once."""
        if self.notes is not None:
            self.notes.add(message)


class Match(Located):
    """One match of a rule's `pattern` in the article's prose."""

    __slots__ = ("match",)

    def __init__(self, article: Article, match: re.Match[str]) -> None:
        super().__init__(article, *match.span())
        self.match = match

    def group(self, name: int | str = 0) -> str:
        """The text of a group, "" when it took no part."""
        return self.match.group(name) or ""

    def span(self, name: int | str) -> Span:
        """Where a group stands."""
        return Span(*self.match.span(name))


class Bad(NamedTuple):
    """An example that the rule must flag: `^carets^` mark the exact spans, `fixed` is the text after the fixes.

    date: the story's date, ISO.  zone: what the whole text is ("headline", "body" …) when it is not an
    article by itself.  options: the rule's options, and as `words` the newsroom's own.
    status, previous_status, now: the context.
    `fixed` is made with the rule's fixes of any safety; None means that the rule offers none.
    encoding: the text is read as a file of bytes in this encoding.  source: the text that the draft was made from.
    """

    text: str
    fixed: str | None = None
    date: str | None = None
    zone: str | None = None
    house: str = "ap"
    options: Mapping[str, Any] = {}
    path: str = "draft.md"
    status: str | None = None
    previous_status: str | None = None
    now: str | None = None
    encoding: str | None = None
    source: str | None = None


class Good(NamedTuple):
    """An example on which the rule must stay silent; the fields are those of `Bad`."""

    text: str
    date: str | None = None
    zone: str | None = None
    house: str = "ap"
    options: Mapping[str, Any] = {}
    path: str = "draft.md"
    status: str | None = None
    previous_status: str | None = None
    now: str | None = None
    encoding: str | None = None
    source: str | None = None


Check = Callable[..., Iterable[Flag] | None]
C = TypeVar("C", bound=Check)


class Rule(NamedTuple):
    """Everything known about a rule. `check` is the function; phrase rules have rows instead.

    reads: the stream's name.  takes_context: whether `check` wants the `Context`.  zones: where it looks.
    pattern: for the Match stream, a regular expression.  hints: words of which one must occur.
    fix: "safe", "unsafe" or "none": the default safety of its fixes.  default: on unless a house says no.
    with_family: when it is off by default, whether selecting its family turns it on, as selecting its id does.
    """

    id: str
    summary: str
    severity: Severity
    certainty: Certainty
    fix: str
    reads: str
    doc: str
    check: Check | None
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    options: Mapping[str, Any]
    zones: frozenset[Kind]
    in_quotes: bool
    takes_context: bool
    default: bool
    pattern: str | None = None
    flags: int = 0
    hints: tuple[str, ...] = ()
    module: str = ""
    pack: str = ""
    with_family: bool = False

    @property
    def family(self) -> str:
        """The first word of the id."""
        return self.id.partition("-")[0]


def rule(
    id: str,
    *,
    severity: str,
    summary: str,
    certainty: str = "high",
    fix: str = "none",
    bad: Iterable[Bad | str] = (),
    good: Iterable[Good | str] = (),
    zones: Iterable[Kind | str] = PROSE,
    in_quotes: bool = False,
    default: bool = True,
    pattern: str | None = None,
    flags: int = 0,
    hints: Iterable[str] = (),
) -> Callable[[C], C]:
    """Make a rule of a function: the registry of the pack finds it by the mark left on it.

    The first parameter's annotation names the stream it reads (see STREAMS); a second positional
    parameter receives the Context; keyword-only parameters with defaults are its options; the docstring
    is its documentation. A rule with `hints` (lower case, straight apostrophes) is called only for an article with a
    word that begins with one of them; a hint that is more than letters may stand anywhere. With `pattern` the stream is
    Match: `re` finds it in the masked prose, only in zones with one of the hints. Raises TypeError for an unknown
    stream.
    """

    def mark(check: C) -> C:
        code = check.__code__
        names = code.co_varnames[: code.co_argcount]
        reads = _stream(check, names)
        if reads not in STREAMS and reads != "Match":
            known = ", ".join((*STREAMS, "Match"))
            raise TypeError(f"rule {id}: the first parameter's annotation must be one of {known}, not {reads!r}")
        if (reads == "Match") != (pattern is not None):
            raise TypeError(f"rule {id}: a Match is what a rule with pattern= reads, and no other")
        made = Rule(
            id=id,
            summary=summary,
            severity=Severity(severity),
            certainty=Certainty(certainty),
            fix=fix,
            reads=reads,
            doc=(check.__doc__ or "").strip(),
            check=check,
            bad=tuple(Bad(b) if isinstance(b, str) else b for b in bad),
            good=tuple(Good(g) if isinstance(g, str) else g for g in good),
            options=dict(check.__kwdefaults__ or {}),
            zones=frozenset(Kind(z) for z in zones),
            in_quotes=in_quotes,
            takes_context=len(names) > 1,
            default=default,
            pattern=pattern,
            flags=flags,
            hints=tuple(hints),
            module=check.__module__,
        )
        check.__copydesk_rule__ = made  # type: ignore[attr-defined]
        return check

    return mark


def _stream(check: Check, names: tuple[str, ...]) -> str:
    """The name of the first parameter's annotation, be it a class or, with postponed annotations, a string."""
    annotation = check.__annotations__.get(names[0]) if names else None
    return str(getattr(annotation, "__name__", annotation)).rpartition(".")[2]


__all__ = [
    "FILTERED",
    "STREAMS",
    "Bad",
    "Context",
    "Edit",
    "Flag",
    "Flags",
    "Good",
    "HasSpan",
    "Match",
    "Rule",
    "date",
    "flag",
    "rule",
]
