"""The rules of the family: one for each path of proselint's checks, from the table beside this module.

What each rule is (its id, severity, whether it is on) is ours and stays, whatever proselint is installed; what it finds
and says is proselint's. A rule whose check the installed proselint lacks is silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from copydesk.adapters.proselint.gates import may_match
from copydesk.adapters.proselint.given import given, given_whole
from copydesk.adapters.proselint.library import Finding, Unusable, checks_by_path, findings, is_about_marks
from copydesk.checking.phrases import PHRASE_ZONES
from copydesk.checking.rule import Bad, Context, Flag, Good, Rule, flag
from copydesk.model.article import MARKUP, Article
from copydesk.model.span import Span
from copydesk.model.violation import Certainty, Severity

#: Before the path in the name of a rule's check.
_NAMED = "check "
#: What some lists have and a news desk lets be: by path, the default of the option `keep`.
_KEPT: Mapping[str, tuple[str, ...]] = {
    "annotations.misc": ("todo",),
    "misc.capitalization.months": ("august",),
    "nonwords": ("pettifogger", "squelch"),
    "oxymorons": ("conspicuous absence",),
    "redundancy.ras_syndrome": ("act test", "salt talks", "sat test"),
    "social_awareness.lgbtq.terms": ("special rights",),
}
#: What the documentation of each rule ends with.
_CREDIT = (
    "This is the check `{path}` of proselint, with its words and its message. It reads what the newsroom writes "
    "itself, never quotations, code or front matter. Where a rule of copydesk's own flags the same words it is silent. "
    "The option `keep` lists words of the check that the newsroom lets be."
)


class Consulted:
    """The check of one rule: what proselint's checks of one path say of an article."""

    __slots__ = ("__name__", "path")

    def __init__(self, path: str) -> None:
        self.__name__ = _NAMED + path
        self.path = path

    def __call__(self, article: Article, context: Context, *, keep: tuple[str, ...] | None = None) -> Iterator[Flag]:
        kept = _KEPT.get(self.path, ()) if keep is None else keep
        try:
            if may_match(article, self.path):
                for check in checks_by_path().get(self.path, ()):
                    text = given_whole(article) if is_about_marks(check) else given(article)
                    for finding in findings(check, text):
                        if not _is_kept(article.text[finding.start : finding.end], kept):
                            yield _flag(article, finding)
        except Unusable as problem:
            context.note(str(problem))


def _is_kept(found: str, kept: tuple[str, ...]) -> bool:
    """Whether words are let be: as they are listed, or with a capital at the beginning of words that the list lacks."""
    begins = " ".join(word[:1].lower() + word[1:] for word in found.split())
    return found in kept or begins in kept


def _flag(article: Article, finding: Finding) -> Flag:
    """A finding as a flag; what to write instead is its fix, where that can be put in the place of the words."""
    where = Span(finding.start, finding.end)
    instead = _instead(article.prose[finding.start : finding.end], finding.replacement)
    return flag(where, finding.message, replace=instead, safety="unsafe")


def _instead(found: str, replacement: str | None) -> str | None:
    """What can be put in the place of `found`, with its capital; None for a choice, and where markup is inside."""
    if not replacement or MARKUP in found or any(mark in replacement for mark in ("/", "' or ", "..", "\\")):
        return None
    if replacement.endswith(".") and not found.endswith("."):
        return None
    if found[:1].isupper() and not found.isupper():
        return replacement[0].upper() + replacement[1:]
    return replacement


def rules() -> Iterator[Rule]:
    """Every rule of the family, in the order of the table."""
    for path, row in _table().items():
        yield _rule(path, row)


def __getattr__(name: str) -> Consulted:
    """The check of a rule by its name: what an outline of the rules imports when the rule is first called."""
    if not name.startswith(_NAMED):
        raise AttributeError(name)
    return Consulted(name.removeprefix(_NAMED))


def id_of(path: str) -> str:
    """The rule's id for a path: `misc.false_plurals` is `proselint-misc-false-plurals`."""
    return "proselint-" + path.replace(".", "-").replace("_", "-")


def _table() -> Mapping[str, Mapping[str, Any]]:
    import tomllib

    return tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))


def _rule(path: str, row: Mapping[str, Any]) -> Rule:
    return Rule(
        id=id_of(path),
        summary=row["summary"],
        severity=Severity(row.get("severity", "suggestion")),
        certainty=Certainty.MEDIUM,
        fix=row.get("fix", "none"),
        reads="Article",
        doc=f"{row['why']} {_CREDIT.format(path=path)}",
        check=Consulted(path),
        bad=tuple(Bad(bad) if isinstance(bad, str) else Bad(*bad) for bad in row.get("bad", ())),
        good=tuple(map(Good, row.get("good", ()))),
        options={"keep": _KEPT.get(path, ())},
        zones=PHRASE_ZONES,
        in_quotes=False,
        takes_context=True,
        default=row.get("default", False),
        with_family=row.get("with_family", True),
        module=__name__,
    )
