"""The extension points that look for words: existence, substitution, repetition, consistency, conditional, sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from copydesk.adapters.vale.actions import filled
from copydesk.adapters.vale.blocks import Text
from copydesk.adapters.vale.check import Check, Finding, Unmet, listed_or, terms_of
from copydesk.adapters.vale.definition import Definition
from copydesk.adapters.vale.dialect import Untranslatable, translated
from copydesk.adapters.vale.terms import Hit, Term, find_terms, make_term, required
from copydesk.checking.phrases import replacement_for
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled


class Existence(Check):
    """Reports its tokens."""

    def prepare(self, definition: Definition) -> None:
        self.take_exceptions(definition)
        raw = "".join(definition.strings("raw"))
        tokens = tuple(token for token in definition.strings("tokens") if token.strip())
        case, nonword = definition.flag("ignorecase"), definition.flag("nonword")
        if raw:
            between = f"(?:{'|'.join(tokens)})"
            tail = (between if nonword else rf"\b{between}\b") if tokens else ""
            pattern = tail + raw if definition.flag("append") else raw + tail
            self.terms, _ = terms_of(definition, (pattern,), ignorecase=case, nonword=True)
        elif tokens:
            self.terms, _ = terms_of(definition, tokens, ignorecase=case, nonword=nonword)
        else:
            raise Unmet("it has no tokens")

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        for hit in find_terms(self.terms, text, self.scope):
            found = hit.text
            if not self.lets_be(found.strip(), options) and self.is_open(hit.block, hit.start, hit.end, options):
                better = self.action.better(found)
                yield Finding(hit.block, hit.start, hit.end, (found, *_said(self.action.params, better)), better)


def _said(params: tuple[str, ...], better: str | None) -> tuple[str, ...]:
    """What an action proposes, as a message has it."""
    return (better,) if better is not None else (listed_or(params),) if params else ()


class Substitution(Check):
    """Reports the keys of `swap`, each with its value."""

    def prepare(self, definition: Definition) -> None:
        self.take_exceptions(definition)
        swap = sorted(definition.pairs("swap").items(), key=lambda pair: len(pair[0]), reverse=True)
        if not swap:
            raise Unmet("it has nothing to swap")
        if definition.string("pos"):
            definition.note("“pos” is left out of account: copydesk has no tagger for it")
        self.terms, places = terms_of(
            definition,
            tuple(key for key, _ in swap),
            ignorecase=definition.flag("ignorecase"),
            nonword=definition.flag("nonword"),
        )
        self.values = [swap[place][1] for place in places]
        self.capitalize = definition.flag("capitalize")
        if self.action.name == "replace" and not self.action.params:
            for quoted in ("'%s'", '"%s"'):
                if self.message.count(quoted) == 2:
                    self.message = self.message.replace(quoted, "%s", 1)

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        for hit in find_terms(self.terms, text, self.scope):
            observed, expected = hit.text.strip(), self.values[hit.term]
            if "$" in expected and hit.match is not None:
                expected = filled(expected, hit.match)
            if _says(expected, observed) or self.lets_be(observed, options):
                continue
            if self.is_open(hit.block, hit.start, hit.end, options):
                yield self._finding(hit, expected, observed)

    def _finding(self, hit: Hit, expected: str, observed: str) -> Finding:
        """What is said of a match, and what to write where that is one thing."""
        if self.capitalize and observed[:1].isupper():
            expected = "|".join(one[:1].upper() + one[1:] for one in expected.split("|"))
        if self.action.name != "replace" or self.action.params:
            return Finding(hit.block, hit.start, hit.end, (expected, observed), self.action.better(hit.text))
        choices = tuple(expected.split("|"))
        better = choices[0] if len(choices) == 1 else None
        if better and _begins_sentence(hit):
            better = replacement_for(observed, better)
        subs = listed_or(choices), observed
        return Finding(hit.block, hit.start, hit.end, subs, better if better != observed else None)


def _says(expected: str, observed: str) -> bool:
    """Whether what is written is what is wanted: the same, or one of what a pattern stands for."""
    if expected == observed or compiled(r"[\w -]*").fullmatch(expected):
        return expected == observed
    pattern = _wanted(expected)
    return pattern is not None and pattern.fullmatch(observed) is not None


@cache
def _wanted(expected: str) -> re.Pattern[str] | None:
    try:
        return compiled(translated(expected))
    except Untranslatable:
        return None


def _begins_sentence(hit: Hit) -> bool:
    """Whether a term is the first word of its sentence, which gives it a capital."""
    article, at = hit.block.article, hit.block.span(hit.start, hit.end).start
    sentence = article.sentence_at(at)
    return sentence is None or sentence.opens_at(at)


class Repetition(Check):
    """Reports a token that follows upon itself."""

    def prepare(self, definition: Definition) -> None:
        self.take_exceptions(definition)
        self.is_alpha, self.ignores_case = definition.flag("alpha"), definition.flag("ignorecase")
        self.options["max"] = int(definition.number("max"))
        tokens = definition.strings("tokens")
        if not tokens:
            raise Unmet("it has no tokens")
        self.term = make_term("|".join(tokens), ignorecase=self.ignores_case, nonword=True)

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        if not self.term.may_match(text):
            return
        find = compiled(self.term.pattern).finditer
        for block in text.blocks(self.scope):
            before, began, count = "", 0, 0
            for match in find(block.text):
                word = match.group().strip()
                same = word.lower() == before.lower() if self.ignores_case else word == before
                if word and same and (word.isalpha() or not self.is_alpha):
                    count += 1
                    found = block.text[began : match.end()]
                    if count > options["max"] and "\n" not in found and not self.lets_be(found, options):
                        if self.is_open(block, began, match.end(), options):
                            yield Finding(block, began, match.end(), (word,), self.action.better(found))
                        count = 0
                before, began = word, match.start()


class Consistency(Check):
    """Reports the second of two ways to write one thing."""

    def prepare(self, definition: Definition) -> None:
        pairs = definition.pairs("either")
        if not pairs:
            raise Unmet("it has no pairs")
        case, nonword = definition.flag("ignorecase"), definition.flag("nonword")
        self.pairs = [terms_of(definition, pair, ignorecase=case, nonword=nonword)[0] for pair in pairs.items()]

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        for pair in self.pairs:
            if not all(term.may_match(text) for term in pair.all):
                continue
            seen: set[int] = set()
            last: dict[int, Finding] = {}
            for hit in find_terms(pair, text, self.scope):
                if self.is_open(hit.block, hit.start, hit.end, options):
                    seen.add(hit.term)
                    if len(seen) > 1:
                        better = self.action.better(hit.text)
                        last[id(hit.block)] = Finding(hit.block, hit.start, hit.end, (hit.text,), better)
            yield from last.values()


class Conditional(Check):
    """Reports a `first` for which no `second` has been given: WHO without World Health Organization (WHO)."""

    def prepare(self, definition: Definition) -> None:
        self.take_exceptions(definition)
        case = "(?i:" if definition.flag("ignorecase") else "(?:"
        self.first = f"{case}{translated(definition.string('first'))})"
        self.second = f"{case}{translated(definition.string('second'))})"
        self.hints = Term(self.first, parts=required(definition.string("first")))

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        if not self.hints.may_match(text):
            return
        first, second = compiled(self.first), compiled(self.second)
        given: set[str] = set()
        for block in text.blocks(self.scope):
            for match in second.finditer(block.text):
                given.update(group for group in match.groups() if group)
            for match in first.finditer(block.text):
                found = match.group()
                if not found or found in given or self.lets_be(found, options):
                    continue
                if self.is_open(block, *match.span(), options):
                    yield Finding(block, *match.span(), (found,), self.action.better(found))


class _Step(NamedTuple):
    """One word of a sequence: a pattern that it has, or has not, and how many words may stand before it."""

    pattern: str
    is_negated: bool
    skip: int

    def takes(self, word: str) -> bool:
        return not self.pattern or bool(compiled(self.pattern).search(word)) != self.is_negated


class Sequence(Check):
    """Reports words that follow one another, sentence by sentence."""

    fixed_scope = ("sentence",)

    def prepare(self, definition: Definition) -> None:
        given = definition.values.get("tokens", [])
        if not isinstance(given, list) or not all(isinstance(token, Mapping) for token in given) or not given:
            raise definition.error("“tokens” must be a list of mappings", "tokens")
        if any(token.get("tag") for token in given):
            raise Unmet("its tokens have tags, and copydesk has no tagger for them")
        case = "(?im:" if definition.flag("ignorecase") else "(?m:"
        self.steps = tuple(
            _Step(
                f"{case}{translated(str(token['pattern']))})" if token.get("pattern") else "",
                str(token.get("negate", "")).lower() == "true",
                int(token["skip"]) if str(token.get("skip", "")).isdigit() else 0,
            )
            for token in given
        )
        wanted = [
            str(token["pattern"])
            for token, step in zip(given, self.steps, strict=True)
            if not step.is_negated and step.pattern
        ]
        if not wanted:
            raise Unmet("none of its tokens says what to look for")
        self.hints = Term("", parts=max((required(pattern) for pattern in wanted), key=len))

    def find(self, text: Text, options: Mapping[str, Any]) -> Iterator[Finding]:
        if not self.hints.may_match(text):
            return
        for block in text.blocks(self.scope):
            words = list(compiled(_SEQUENCE_WORD).finditer(block.text))
            shown = [word.group() for word in words]
            at = 0
            while at < len(words):
                end = self._reach(shown, at)
                if end is None:
                    at += 1
                    continue
                span = words[at].start(), words[end - 1].end()
                if self.is_open(block, *span, options):
                    found = block.text[slice(*span)]
                    yield Finding(block, *span, tuple(shown[at:end]), self.action.better(found))
                at = end

    def _reach(self, words: list[str], at: int) -> int | None:
        """Where a sequence that begins at the word `at` ends, None when there is none."""
        for number, step in enumerate(self.steps):
            skipped = step.skip if number else 0
            found = next((i for i in range(at, min(at + skipped + 1, len(words))) if step.takes(words[i])), None)
            if found is None:
                return None
            at = found + 1
        return at


#: Words as the Penn Treebank parts them: do | n't, Lee | 's, and every mark by itself.
_SEQUENCE_WORD = (
    r"(?i)[a-z]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|(?:[a-z]\.){2,}|\w+(?:[-.,/]\w+)*|\.{3}|[^\s\w]"
)
