"""What the metadata answer for: sign-offs, consent, kinds of story."""

import pytest

import copydesk
from copydesk_rules._copy import has_consent, has_signoff, is_voiced

STORY = "Nell Park, 15, was charged with theft from the mill.\n"


def found(rule: str, text: str, **given: str) -> int:
    return len(copydesk.check_text(text, select=(rule,), **given).violations)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("signoffs", "signed"),
    [
        ("signoffs: {copy: al, legal: jw}", True),
        ("signoffs:\n  legal: {by: jw, at: 2025-02-12}", True),
        ("signoffs: [copy, legal]", True),
        ("signoffs: {copy: al}", False),
        ("signoffs: {legal: }", False),
        ("signoffs: {legal: pending}", False),
        ("title: legal", False),
    ],
)
def test_a_lawyers_signoff_is_read_in_every_form(signoffs: str, signed: bool) -> None:
    text = f"---\nstatus: ready\n{signoffs}\n---\n{STORY}"
    assert has_signoff(copydesk.read_article(text), "legal") is signed
    assert found("legal-signoff-trigger", text) == (not signed)
    assert found("sensitivity-minor", text) == (not signed)


def test_consent_answers_for_a_name() -> None:
    text = "---\nconsent: {}\n---\nNell Park, who was raped in May, testified.\n"
    assert found("sensitivity-sexual-assault", text.format("no")) == 1
    assert found("sensitivity-sexual-assault", text.format("signed")) == 0
    assert has_consent(copydesk.read_article(text.format("signed")))


@pytest.mark.parametrize("key", ["kind: opinion", "section: Opinion", "type: column", "category: Review"])
def test_kinds_in_which_the_writer_is_heard(key: str) -> None:
    assert is_voiced(copydesk.read_article(f"---\n{key}\n---\nSadly, the mill shut.\n"))
    assert not is_voiced(copydesk.read_article("---\nkind: news\n---\nSadly, the mill shut.\n"))


def test_a_libel_in_quotation_marks_is_a_suggestion() -> None:
    plain = copydesk.check_text("Cole Baker embezzled $9,000.", select=("legal-crime-as-fact",)).violations
    quoted = copydesk.check_text("“Cole Baker embezzled $9,000.”", select=("legal-crime-as-fact",)).violations
    assert [v.severity for v in plain] == ["warning"]
    assert [v.severity for v in quoted] == ["suggestion"]


@pytest.mark.parametrize(
    ("house", "fixed"),
    [
        ("ap", "Lee was arrested on a theft charge."),
        ("guardian", "Lee was arrested on suspicion of theft."),
        ("nyt", "Lee was arrested and charged with theft."),
    ],
)
def test_arrests_in_the_words_of_the_house(house: str, fixed: str) -> None:
    text = "Lee was arrested for theft."
    (violation,) = copydesk.check_text(text, house=house, select=("legal-arrested-for",)).violations
    assert violation.fix is not None
    (edit,) = violation.fix.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == fixed
