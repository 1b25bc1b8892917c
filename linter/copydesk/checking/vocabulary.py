"""A newsroom's own words: what to write instead, what not to write, how names are spelled, and what is right.

Editors keep them in the settings (`copydesk.config.words` reads them); here they become phrases of three rules, found
in the same pass as all other phrases, and names that no rule calls misspelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.checking.phrases import PHRASE_ZONES, Row
from copydesk.checking.rule import Bad, Good, Rule
from copydesk.model.record import NamedTuple
from copydesk.model.violation import Certainty, Safety, Severity

#: What hits of accepted words are filed under; no rule has this id.
ACCEPTED = "words-accepted"
#: Families whose rules may call a word misspelled or ill chosen: they are silent on accepted words.
SPELLERS = frozenset(("name", "place", "proselint", "usage", "words"))


class Word(NamedTuple):
    """One phrase of the vocabulary.

    kind: "use" (write `use` instead), "banned", "name" (`use` is how it is spelled), "accepted" (let it be) or
    "forgotten". Whatever it is, no phrase rule of a pack has a say in the very same phrase.
    severity: "" for the rule's own.  fix: "safe" or "unsafe".  exceptions: longer phrases in which it may stand.
    """

    phrase: str
    kind: str
    use: str | None = None
    reason: str = ""
    severity: str = ""
    fix: str = "safe"
    exceptions: tuple[str, ...] = ()


def rows_of(words: Iterable[Word], wanted: Iterable[str]) -> Iterator[tuple[str, Row]]:
    """The phrase rows of the words, each with its rule's id; those of rules that are not `wanted` are left out."""
    rules = {*wanted, ACCEPTED}
    for word in words:
        rule_id = f"words-{word.kind}"
        if rule_id in rules:
            severity = Severity(word.severity) if word.severity else None
            cased = word.phrase != word.phrase.lower()
            yield rule_id, Row(word.phrase, word.use, Safety(word.fix), cased, word.reason, severity)


def _rule(rule_id: str, summary: str, doc: str, fix: str, bad: tuple[Bad, ...], good: tuple[Good, ...]) -> Rule:
    return Rule(
        id=rule_id, summary=summary, severity=Severity.WARNING, certainty=Certainty.HIGH, fix=fix, reads="Phrase",
        doc=doc, check=None, bad=bad, good=good, options={}, zones=PHRASE_ZONES, in_quotes=False, takes_context=False,
        default=True, module=__name__,
    )  # fmt: skip


_EMAIL = {"words": (Word("e-mail", "use", "email", "no hyphen since 2011", exceptions=("e-mail list",)),)}
_CHUFFED = {"words": (Word("chuffed", "banned", reason="readers abroad do not know it"),)}
_TOWN = {"words": (Word("Harlowe Falls", "name", "Harlow Falls"), Word("Bar Harlowe Falls", "accepted"))}

WORD_RULES = (
    _rule(
        "words-use",
        "The house word list prefers another word",
        "The newsroom's own list (`[words]` in its settings, or a CSV file named in `vocabulary`) says what to write "
        "instead. The entry gives the reason, the severity, whether the fix is safe, and where the word may stand.",
        "safe",
        (
            Bad("He sent an ^e-mail^ at noon.", "He sent an email at noon.", options=_EMAIL),
            Bad("^E-mail^ was down all day.", "Email was down all day.", options=_EMAIL),
        ),
        (
            Good("“I never got that e-mail,” she said.", options=_EMAIL),
            Good("She left the e-mail list.", options=_EMAIL),
        ),
    ),
    _rule(
        "words-banned",
        "The house word list bans this word",
        "The newsroom's own list (`[words]` in its settings, or a CSV file named in `vocabulary`) has this word "
        "without another for it: write the sentence anew. The entry gives the reason.",
        "none",
        (
            Bad("The mayor was ^chuffed^ with the vote.", options=_CHUFFED),
            Bad("^Chuffed^ was the word at the depot.", options=_CHUFFED),
        ),
        (
            Good("“I am chuffed,” the mayor said.", options=_CHUFFED),
            Good("The train chuffs up the hill.", options=_CHUFFED),
        ),
    ),
    _rule(
        "words-name",
        "The house word list spells this name otherwise",
        "The newsroom's own list (`[words]` in its settings, or a CSV file named in `vocabulary`) has the names that "
        "its reporters get wrong, each with the spelling that was checked. Wrong spellings match just as listed.",
        "safe",
        (
            Bad("The bridge at ^Harlowe Falls^ is shut.", "The bridge at Harlow Falls is shut.", options=_TOWN),
            Bad("^Harlowe Falls^’ mayor resigned.", "Harlow Falls’ mayor resigned.", options=_TOWN),
        ),
        (
            Good("The Bar Harlowe Falls opened in May.", options=_TOWN),
            Good("The bridge at Harlow Falls is shut.", options=_TOWN),
        ),
    ),
)
