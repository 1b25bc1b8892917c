"""Verbs that report speech, in all their forms."""

from __future__ import annotations

import pytest

from copydesk.language.verbs import reporting_verbs, saying_verbs


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("says", "say"),
        ("told", "tell"),
        ("wrote", "write"),
        ("replied", "reply"),
        ("admitted", "admit"),
        ("admitting", "admit"),
        ("confesses", "confess"),
        ("announcing", "announce"),
        ("read", "read"),
    ],
)
def test_forms_of_saying(form: str, lemma: str) -> None:
    assert saying_verbs()[form] == lemma


def test_naming_verbs_report_but_do_not_say() -> None:
    assert reporting_verbs()["dubbed"] == "dub"
    assert reporting_verbs()["called"] == "call"
    assert "called" not in saying_verbs()
    assert saying_verbs().items() <= reporting_verbs().items()
