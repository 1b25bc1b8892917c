"""A folder of Vale's rules as a pack of ours: `packs = ["vale:styles/House"]`.

Each YAML file is a rule, `House.Terms` is `vale-house-terms`. With the rules come the vocabularies that lie beside
them: those that a .vale.ini above the styles names, or all where there is none. `styles/Vale`, which is no folder, is
Vale's own style as far as it needs no dictionary. What cannot be honoured is logged, once; the rest is honoured.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from copydesk.adapters.vale.casing import Capitalization
from copydesk.adapters.vale.check import Check, Unmet
from copydesk.adapters.vale.counting import Metric, Occurrence, Readability
from copydesk.adapters.vale.definition import UNMET, Definition, StyleError, read_definition, unknown_scopes
from copydesk.adapters.vale.dialect import Untranslatable
from copydesk.adapters.vale.ini import find_ini, read_ini
from copydesk.adapters.vale.matching import (
    Conditional,
    Consistency,
    Existence,
    Repetition,
    Sequence,
    Substitution,
)
from copydesk.adapters.vale.vocabulary import Vocabulary, read_vocabulary
from copydesk.checking.rule import Rule
from copydesk.checking.vocabulary import Word
from copydesk.model.article import TEXT
from copydesk.model.record import NamedTuple
from copydesk.model.violation import Certainty
from copydesk.paths import shown
from copydesk.patterns import compiled

#: The extension points that can be honoured.
CHECKS: dict[str, type[Check]] = {
    "existence": Existence,
    "substitution": Substitution,
    "occurrence": Occurrence,
    "repetition": Repetition,
    "consistency": Consistency,
    "conditional": Conditional,
    "capitalization": Capitalization,
    "readability": Readability,
    "metric": Metric,
    "sequence": Sequence,
}
#: Folders beside the styles that hold no rules.
_NO_STYLES = ("config", "Vocab", ".vale-config")
#: Vale's own style.
VALE = "Vale"


class Pack(NamedTuple):
    """The rules of a style, and the words of its vocabularies."""

    rules: tuple[Rule, ...]
    words: tuple[Word, ...]


@cache
def read_pack(folder: str) -> Pack:
    """The style in a folder, or all styles below it. Raises StyleError; logs what cannot be honoured."""
    pack, notes = read_style(Path(folder))
    if not _is_worker():
        log = logging.getLogger("copydesk")
        for note in notes:
            log.warning("copydesk: %s", note)
    return pack


def _is_worker() -> bool:
    """Whether this process works for another, which has said the same already."""
    process = sys.modules.get("multiprocessing.process")
    return process is not None and process.parent_process() is not None


def read_style(folder: Path) -> tuple[Pack, list[str]]:
    """The style in a folder and what of it cannot be honoured, in words. Raises StyleError."""
    if not folder.is_dir() and folder.name != VALE:
        raise StyleError(f"{shown(folder)}: there is no such folder of Vale rules")
    files = [path for path in sorted(folder.rglob("*.yml")) if path.relative_to(folder).parts[0] not in _NO_STYLES]
    if folder.is_dir() and not files:
        raise StyleError(f"{shown(folder)}: there is no Vale rule (*.yml) in this folder")
    vocabulary = _vocabulary(folder)
    words, patterns = vocabulary.words()
    notes = [f"{shown(folder.parent)}: the word “{pattern}” is a pattern of too many words" for pattern in patterns]
    definitions = [read_definition(path) for path in files]
    if folder.name == VALE and not folder.is_dir():
        definitions += _own_style(folder, vocabulary)
    rules: dict[str, Rule] = {}
    for definition in definitions:
        rule = _rule(definition, vocabulary)
        if rule is not None and rule.id in rules:
            definition.note(f"its id {rule.id} is taken by another rule")
        elif rule is not None:
            rules[rule.id] = rule
        notes += definition.notes
    return Pack(tuple(rules.values()), words), notes


def _vocabulary(folder: Path) -> Vocabulary:
    """The vocabularies that go with a style, or with a folder of styles."""
    ini = find_ini(folder)
    names = read_ini(ini).vocabularies if ini else None
    for styles in (folder, folder.parent):
        found = read_vocabulary(styles, names)
        if found.accepted or found.rejected:
            return found
    return Vocabulary()


def _rule(definition: Definition, vocabulary: Vocabulary) -> Rule | None:
    """A definition as a rule, None when it cannot be honoured."""
    point = definition.point
    unmet = UNMET.get(point, "")
    if not unmet:
        try:
            check = CHECKS[point](definition, vocabulary.accepted)
        except Unmet as error:
            unmet = str(error)
        except Untranslatable as error:
            unmet = f"its pattern cannot be translated ({error})"
    if unmet:
        definition.note(f"this {point} rule cannot be honoured: {unmet}")
        return None
    for scope in unknown_scopes(definition.scope):
        definition.note(f"there is nothing of the scope “{scope}” here")
    problem = check.action.unmet()
    if problem:
        definition.note(problem)
    return Rule(
        id=rule_id(definition.style, definition.name),
        summary=_summary(definition),
        severity=definition.severity,
        certainty=Certainty.MEDIUM,
        fix="none" if check.action.fix == "none" else check.safety,
        reads="Article",
        doc=_doc(definition),
        check=check,
        bad=(),
        good=(),
        options=check.options,
        zones=frozenset(TEXT),
        in_quotes=False,
        takes_context=False,
        default=True,
        module=__name__,
    )


def rule_id(style: str, name: str) -> str:
    """`vale-house-sentence-length` for House.SentenceLength."""
    return f"vale-{_kebab(style)}-{_kebab(name)}".rstrip("-")


def _kebab(name: str) -> str:
    parted = compiled(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])").sub("-", name)
    return compiled(r"[^a-z0-9]+").sub("-", parted.lower()).strip("-")


def _summary(definition: Definition) -> str:
    said = compiled(r"[\"'“‘]?%(?:\[\d+\])?[sdv][\"'”’]?").sub("…", definition.string("message")).replace("%%", "%")
    said = " ".join(said.split()).rstrip(".") or definition.check
    return said if len(said) <= 80 else f"{said[:79].rstrip(' .')}…"


def _doc(definition: Definition) -> str:
    said = [f"The rule {definition.check} of a Vale style ({definition.point}): {definition.string('message')}"]
    if definition.string("description"):
        said.append(definition.string("description"))
    if definition.string("link"):
        said.append(f"See {definition.string('link')}")
    return "\n\n".join(said)


def _own_style(folder: Path, vocabulary: Vocabulary) -> Iterator[Definition]:
    """The rules that come with Vale: Repetition and Terms. Rejected words are the newsroom's banned words already."""
    rules: dict[str, dict[str, object]] = {
        "Repetition": {
            "extends": "repetition", "message": "'%s' is repeated!", "level": "error", "alpha": "true",
            "tokens": [r"[^\s]+"], "action": {"name": "edit", "params": ["truncate", " "]},
        },
        "Terms": {
            "extends": "substitution", "message": "Use '%s' instead of '%s'.", "level": "error", "ignorecase": "true",
            "vocab": "false", "swap": dict(_phrases(vocabulary.accepted)), "action": {"name": "replace"},
        },
        "Spelling": {"extends": "spelling", "message": "Did you really mean '%s'?", "level": "error"},
    }  # fmt: skip
    for name, values in rules.items():
        if name != "Terms" or values["swap"]:
            yield Definition(folder / f"{name}.yml", values, {})


def _phrases(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((word.lower(), word) for word in words if all(c.isalnum() or c in " -" for c in word))
