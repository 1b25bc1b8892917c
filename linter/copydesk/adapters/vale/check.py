"""A Vale rule as copydesk calls it: what all extension points have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from copydesk.adapters.vale.actions import Action
from copydesk.adapters.vale.blocks import Block, Scope, Text, read_scope, text_of
from copydesk.adapters.vale.controls import is_off
from copydesk.adapters.vale.definition import Definition
from copydesk.adapters.vale.dialect import Untranslatable
from copydesk.adapters.vale.terms import Exceptions, Term, Terms, make_term, translatable
from copydesk.checking.rule import Flag, flag
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.model.article import Article


class Finding(NamedTuple):
    """A stretch of a block that breaks the rule, and the words that go into the message.

    better: what to put in its place, None for nothing.
    """

    block: Block
    start: int
    end: int
    subs: tuple[str, ...]
    better: str | None = None


class Unmet(Exception):
    """What keeps a rule from being honoured at all."""


class Check:
    """One rule. A subclass is an extension point: `prepare` reads the definition, `find` finds.

    options: what a newsroom may set, with the values of the file.
    """

    #: Scopes that the point reads whatever the file says.
    fixed_scope: tuple[str, ...] = ()

    def __init__(self, definition: Definition, accepted: tuple[str, ...]) -> None:
        self.definition = definition
        self.check = definition.check
        self.message = definition.string("message")
        self.scope: Scope = read_scope(self.fixed_scope or definition.scope)
        self.action = Action(*definition.action)
        self.accepted = accepted if definition.flag("vocab", default=True) else ()
        self.options: dict[str, Any] = {"quotes": False, "limit": int(definition.number("limit"))}
        self.prepare(definition)

    @property
    def safety(self) -> str:
        """The safety of its fixes."""
        return self.action.safety

    def prepare(self, definition: Definition) -> None:
        """Take what the point needs from the definition. Raises Unmet, StyleError or Untranslatable."""
        raise NotImplementedError

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        """What breaks the rule, in the order of the text."""
        raise NotImplementedError

    def __call__(self, article: Article, **given: Any) -> Iterator[Flag]:
        """The rule's findings in an article, those in quotation marks left out unless `quotes` is set."""
        options = {**self.options, **given}
        left = options["limit"] or -1
        for finding in self.find(text_of(article), options):
            span = finding.block.span(finding.start, finding.end)
            if is_off(article, self.check, span.start):
                continue
            message = worded(self.message, finding.subs)
            yield self._flag(article, span, message, finding.better)
            left -= 1
            if left == 0:
                return

    def _flag(self, article: Article, span: Span, message: str, better: str | None) -> Flag:
        if better is None:
            return flag(span, message)
        edit = self.action.edit(article, span, better)
        return flag(span, message, edits=[edit] if edit else [], safety=self.safety)

    def is_open(self, block: Block, start: int, end: int, options: Mapping[str, Any]) -> bool:
        """Whether a stretch is for the rule to judge: no source's words, unless it asks for these."""
        if options["quotes"] or ("blockquote" in block.sections and self.scope.names("blockquote")):
            return True
        span = block.span(start, end)
        return not block.article.is_quoted(span.start, span.end)

    def take_exceptions(self, definition: Definition) -> None:
        """Read what the rule lets be; what cannot be translated is noted and left out."""
        self.options["exceptions"] = tuple(_taken(definition, definition.strings("exceptions")))
        self.accepted = tuple(_taken(definition, self.accepted))

    def exceptions(self, options: Mapping[str, Any]) -> tuple[str, ...]:
        """What the rule lets be: its own exceptions, or the newsroom's, and the accepted words."""
        return (*options["exceptions"], *self.accepted)

    def lets_be(self, text: str, options: Mapping[str, Any]) -> bool:
        """Whether the text has one of the rule's exceptions."""
        return Exceptions(self.exceptions(options)).cover(text)


def _taken(definition: Definition, words: Iterable[str]) -> Iterator[str]:
    """The exceptions that can be translated; the others are noted."""
    for word, problem in translatable(words):
        if problem:
            definition.note(f"the exception “{word}” cannot be translated ({problem})")
        else:
            yield word


def terms_of(
    definition: Definition, tokens: tuple[str, ...], *, ignorecase: bool = False, nonword: bool = False
) -> tuple[Terms, tuple[int, ...]]:
    """The terms of tokens, and which token each is of; one that cannot be translated is noted.

    Raises Unmet when none can.
    """
    terms: list[Term] = []
    places: list[int] = []
    for place, token in enumerate(tokens):
        if not token.strip():
            continue
        try:
            terms.append(make_term(token, ignorecase=ignorecase, nonword=nonword))
            places.append(place)
        except Untranslatable as error:
            definition.note(f"the pattern “{token}” cannot be translated ({error}) and is left out")
    if not terms and tokens:
        raise Unmet("none of its patterns can be translated")
    return Terms(terms), tuple(places)


def worded(message: str, subs: tuple[str, ...]) -> str:
    """A message with `%s` and `%[2]s` filled in, as Go's fmt does it; line ends are spaces."""
    used = 0
    pieces: list[str] = []
    at = 0
    for mark in compiled(r"%%|%(?:\[(\d+)\])?[sdv]").finditer(message):
        pieces.append(message[at : mark.start()])
        at = mark.end()
        if mark.group() == "%%":
            pieces.append("%")
            continue
        used = int(mark[1]) if mark[1] else used + 1
        pieces.append(subs[used - 1] if 0 < used <= len(subs) else "")
    return " ".join(("".join(pieces) + message[at:]).split())


def listed_or(words: tuple[str, ...]) -> str:
    """'a', 'b', or 'c', as Vale lists replacements."""
    quoted = [f"'{word}'" for word in words]
    return " or ".join(quoted) if len(quoted) < 3 else f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
