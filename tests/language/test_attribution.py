"""Who says what: speakers over sentences and paragraphs, and the clauses that credit them."""

from __future__ import annotations

import re

import pytest

from copydesk.language.attribution import Attribution
from copydesk.language.quotes import Quote
from copydesk.model.article import Article, Kind, Zone


def draft(text: str, kind: Kind = Kind.BODY) -> Article:
    return Article(text, zones=[Zone(kind, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)])


def speakers(text: str) -> list[str | None]:
    return [quote.speaker.text if quote.speaker else None for quote in draft(text).quotes]


def only(text: str) -> Quote:
    (quote,) = draft(text).quotes
    return quote


def credited(text: str) -> Attribution:
    (attribution,) = draft(text).attributions
    return attribution


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the hearer is never the speaker
        ("“We sank,” the captain told Park.", ["the captain"]),
        ("Ruiz told the harbor board, “We sank.”", ["Ruiz"]),
        # appositives and asides are stepped over
        ("“We sank,” Ruiz, who ran the Easton office, said.", ["Ruiz"]),
        ("Tom Lee (the cook, not the mayor) said, “We sank.”", ["Tom Lee"]),
        ("Ruiz — a diver since June — said the hull was “rotten.”", ["Ruiz"]),
        ("Nell Park of Midtown, Oregon, said, “We sank.”", ["Nell Park"]),
        # possessive chains
        ("“We sank,” said Ruiz’s lawyer, Sam Roe.", ["Ruiz’s lawyer"]),
        # roles and organizations
        ("“We sank,” said former harbor master Ana Ruiz.", ["former harbor master Ana Ruiz"]),
        ("The harbor board said the hull was “rotten.”", ["The harbor board"]),
        ("“We sank,” a spokesman for the ferry line said.", ["a spokesman"]),
        # split, gone on, floated
        ("“We sailed,” Lee said. “We sank.” He wept. “We swam.”", ["Lee", "Lee", "Lee"]),
        ("“We sailed,” Lee said, “and we sank.”", ["Lee", "Lee"]),
        ("“We sailed,” Lee said.\n\n“We sank.”", ["Lee", "Lee"]),
        ("“We sailed. “We sank,” Lee said.", ["Lee", "Lee"]),
        # over paragraphs
        ("Lee wrote: “We sailed.\n\n“We sank.”", ["Lee", "Lee"]),
        ("Lee put it in a letter:\n\n“We sank in June.”", ["Lee"]),
        ("Lee said the ferry was late.\n\n“We sank on the way.”", ["Lee"]),
        ("“We sank.”\n\nThe bridge is open.", [None]),
        # clauses inside clauses
        ("Ruiz said Lee had called the ferry “a sieve.”", ["Ruiz"]),
        ("Lee left, and Ruiz called the ferry “a sieve.”", ["Ruiz"]),
        ("Ruiz bailed and, in a letter, said the ferry was “a sieve.”", ["Ruiz"]),
        ("While Park slept, Ruiz praised Lee, calling him “a born sailor.”", ["Ruiz"]),
        ("Asked about the hull, Ruiz said it was “rotten.”", ["Ruiz"]),
        ("Lee, who cooks, said the hull was “rotten.”", ["Lee"]),
        ("The cook who heard the mayor said the hull was “rotten.”", ["The cook"]),
        ("Ruiz and Lee said the hull was “rotten.”", ["Ruiz and Lee"]),
        # forms that are nouns as often as verbs
        ("Ruiz called Lee’s email to the board “a lie.”", ["Ruiz"]),
        ("White House press secretary Ana Ruiz said the hull was “rotten.”", ["White House press secretary Ana Ruiz"]),
        ("“We sank,” state Sen. Ana Ruiz said.", ["state Sen. Ana Ruiz"]),
        ("Ruiz scorned the cooks that level such attacks, saying the hull was “sound.”", ["Ruiz"]),
        # the outer source of what somebody says
        ("“We sank,” Lee said in June, according to two divers. “We swam.”", ["two divers", "two divers"]),
        ("The hull was “rotten,” according to a log kept by Lee.", ["a log kept by Lee"]),
        # what bears or shows the words
        ("She held up a sign saying “Save the ferry.”", ["a sign"]),
        ("Footage of Lee saying “We sank” made the rounds.", ["Lee"]),
        ("Ruiz hung it under a headline that said, “The ferry sank.”", ["a headline"]),
        # two clauses
        ("Park left after Lee called the ferry “a sieve.”", ["Lee"]),
        ("Park said she left after Lee called the ferry “a sieve.”", ["Lee"]),
        ("Lee shut the line, and the next morning the cooks’ union called it “a shame.”", ["the cooks’ union"]),
        ("Lee joked that the ferry was older than he was, but went on to say, “We love it.”", ["Lee"]),
        ("Ana Ruiz, a diver who ran the office has called the ferry “a sieve.”", ["Ana Ruiz"]),
        ("Lee, who, on a ferry in May, called it “a sieve.”", ["who"]),
        ("If the rain stops, Lee said, it sails. Lee is sure. If not, “it stays in port.”", [None]),
        ("“We tried,” Lee said. If the rain stops, “we may sail.”", ["Lee", "Lee"]),
        # names that are months, verbs, adverbs elsewhere
        ("“We sank,” said June Adler.", ["June Adler"]),
        ("April Reyes said the hull was “rotten.”", ["April Reyes"]),
        ("In April Reyes said the hull was “rotten.”", ["Reyes"]),
        ("Will Grant called the ferry “a sieve.”", ["Will Grant"]),
        ("According to May Chen, the ferry was “a sieve.”", ["May Chen"]),
        ("“We sank,” Pat Long said.", ["Pat Long"]),
        ("On Monday, Ana March called the ferry “a sieve.”", ["Ana March"]),
        # series, and a verb that is none of speech
        ("Ruiz charged the board with “sloth,” “greed” and “a want of any sense at all.”", ["Ruiz"] * 3),
        (
            "Ruiz sent a crate of plums to all the cooks and the stokers of the old ferry at Easton, her “last crew.”",
            [None],
        ),
        # a name on a line of its own
        ("Lee said no.\n\n“The ferry is all that we have left here.”\n\n— Ana Ruiz, cook", ["Ana Ruiz"]),
    ],
)
def test_speakers(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We sank,” Lee said.", "named"),
        ("“We sank,” she said.", "pronoun"),
        ("She’d said the hull was “rotten.”", "pronoun"),
        ("“We sank,” the cook said.", "noun"),
        ("The cook said the hull was “rotten.”", "noun"),
        ("“We sank.”", ""),
    ],
)
def test_kind_of_speaker(text: str, kind: str) -> None:
    assert only(text).speaker_kind == kind


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("“We sank,” Lee said.", [True]),
        ("“Why?” Lee asked.", [True]),
        ("Lee said, “We sank.”", [True]),
        ("“We sailed,” Lee said, “and we sank.”", [True, True]),
        ("Lee called the hull “rotten.”", [False]),
        ("Lee called the “Easton Star” a wreck.", [False]),
    ],
)
def test_whole_sentences(text: str, whole: list[bool]) -> None:
    assert [quote.whole for quote in draft(text).quotes] == whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sank,” Lee quietly said.", ("Lee", "said", "say", "after", "speaker first", 1)),
        ("“We sank,” said Lee.", ("Lee", "said", "say", "after", "verb first", 1)),
        ("Lee has said, “We sank.”", ("Lee", "has said", "say", "before", "speaker first", 1)),
        ("“We sailed,” Lee said. “We sank.”", ("Lee", "said", "say", "between", "speaker first", 2)),
        ("Lee announced that the hull was rotten.", ("Lee", "announced", "announce", "", "speaker first", 0)),
        ("The hull was rotten, said Lee.", ("Lee", "said", "say", "", "verb first", 0)),
        ("The hull is rotten, according to Lee.", ("Lee", "according to", "according to", "", "verb first", 0)),
    ],
)
def test_attributions(text: str, expected: tuple[str, str, str, str, str, int]) -> None:
    found = credited(text)
    assert found.speaker is not None
    assert (
        found.speaker.text, found.cue.text, found.lemma, found.position, found.order, len(found.quotes),
    ) == expected  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("“We agree,” Moss echoed.", "echo"),
        ("“They never ask us,” whined Moss.", "whine"),
        ("Moss indicated that the ferry would sail.", "indicate"),
        ("“The hull is fine,” Moss said, according to the log.", "say"),
    ],
)
def test_verbs_of_attributions(text: str, lemma: str) -> None:
    assert draft(text).attributions[0].lemma == lemma


def test_an_attribution_without_a_clause_is_none() -> None:
    assert draft("Lee announced a plan. Ruiz wrote a book.").attributions == ()


def test_the_adverb_of_a_cue() -> None:
    text = "“We sank,” Lee said quietly."
    adverb = credited(text).adverb
    assert adverb is not None
    assert text[adverb.start : adverb.end] == "quietly"
    assert credited("“We sank,” Lee said.").adverb is None


def test_the_person_of_a_speaker() -> None:
    text = "Ana Ruiz said the ovens were cold.\n\n“We sold nothing,” Ruiz said. “We wept,” she said."
    first, second = draft(text).quotes
    assert first.person is not None
    assert first.person.name == "Ana Ruiz"
    assert second.person is first.person


def test_a_pronoun_that_two_people_fit_is_nobody() -> None:
    text = "Ana Ruiz called Nell Park on Monday. “We sold nothing,” she said."
    assert only(text).person is None
