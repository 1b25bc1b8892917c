"""copydesk: a newsroom's copy desk. The public API; everything is imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from copydesk.api import check_paths, check_text, fix_text, read_article, rules
    from copydesk.checking.rule import Bad, Context, Flag, Flags, Good, Match, Rule, flag, rule
    from copydesk.comparing.verdict import Comparison, Difference, Verdict
    from copydesk.language.attribution import Attribution
    from copydesk.language.dates import DateMention
    from copydesk.language.determiners import wants_an
    from copydesk.language.names import given_names, looks_like_surname
    from copydesk.language.numbers import Age, Count, Measure, Money, Number, Ordinal, Percent
    from copydesk.language.offices import Office, plural_of
    from copydesk.language.people import Identity, Person, lone_names
    from copydesk.language.quotes import Quote
    from copydesk.language.sentences import Sentence
    from copydesk.language.times import TimeMention
    from copydesk.model.article import (
        ALIASES,
        PROSE,
        Article,
        Block,
        Byline,
        Dateline,
        Deck,
        Field,
        FrontMatter,
        Headline,
        Kind,
        Lead,
        Located,
        Node,
        Paragraph,
        Subhead,
        Zone,
    )
    from copydesk.model.span import LineIndex, Span
    from copydesk.model.violation import (
        Certainty,
        CheckError,
        Edit,
        Fix,
        Report,
        Safety,
        Severity,
        Suppressed,
        Violation,
    )
    from copydesk.patterns import compiled

_HOME = {
    "copydesk.api": "check_paths check_text fix_text read_article rules",
    "copydesk.checking.rule": "Bad Context Flag Flags Good Match Rule flag rule",
    "copydesk.comparing.verdict": "Comparison Difference Verdict",
    "copydesk.language.attribution": "Attribution",
    "copydesk.language.dates": "DateMention",
    "copydesk.language.determiners": "wants_an",
    "copydesk.language.names": "given_names looks_like_surname",
    "copydesk.language.numbers": "Age Count Measure Money Number Ordinal Percent",
    "copydesk.language.offices": "Office plural_of",
    "copydesk.language.people": "Identity Person lone_names",
    "copydesk.language.quotes": "Quote",
    "copydesk.language.sentences": "Sentence",
    "copydesk.language.times": "TimeMention",
    "copydesk.model.article": "ALIASES PROSE Article Block Byline Dateline Deck Field FrontMatter Headline Kind Lead "
    "Located Node Paragraph Subhead Zone",
    "copydesk.model.span": "LineIndex Span",
    "copydesk.model.violation": "Certainty CheckError Edit Fix Report Safety Severity Suppressed Violation",
    "copydesk.patterns": "compiled",
}
_WHERE = {name: module for module, names in _HOME.items() for name in names.split()}

__all__ = [
    "ALIASES",
    "PROSE",
    "Age",
    "Article",
    "Attribution",
    "Bad",
    "Block",
    "Byline",
    "Certainty",
    "CheckError",
    "Comparison",
    "Context",
    "Count",
    "DateMention",
    "Dateline",
    "Deck",
    "Difference",
    "Edit",
    "Field",
    "Fix",
    "Flag",
    "Flags",
    "FrontMatter",
    "Good",
    "Headline",
    "Identity",
    "Kind",
    "Lead",
    "LineIndex",
    "Located",
    "Match",
    "Measure",
    "Money",
    "Node",
    "Number",
    "Office",
    "Ordinal",
    "Paragraph",
    "Percent",
    "Person",
    "Quote",
    "Report",
    "Rule",
    "Safety",
    "Sentence",
    "Severity",
    "Span",
    "Subhead",
    "Suppressed",
    "TimeMention",
    "Verdict",
    "Violation",
    "Zone",
    "check_paths",
    "check_text",
    "compiled",
    "fix_text",
    "flag",
    "given_names",
    "lone_names",
    "looks_like_surname",
    "plural_of",
    "read_article",
    "rule",
    "rules",
    "wants_an",
]


def __getattr__(name: str) -> Any:
    module = _WHERE.get(name)
    if module is None:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    found = getattr(import_module(module), name)
    globals()[name] = found
    return found
