"""One quotation against a source: verdicts, differences, speakers."""

import sys

import pytest

from copydesk import Comparison, read_article

SOURCE = """The ferry is safe until spring, Mayor Tom Lee said.

“We will not sell the ferry to anyone who asks,” Lee said. “It belongs to the town, all three decks of it.”

“My crew has nine people and one coffee pot,” said Nell Park, the pilot. “We share.”
"""


def compared(draft: str, source: str = SOURCE) -> Comparison:
    (one,) = read_article(draft, path="a.txt", source=source).comparisons
    return one


def test_without_a_source_nothing_is_compared_or_imported() -> None:
    assert read_article("“We will,” Lee said.").comparisons == ()


def test_exact_words_need_no_rapidfuzz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
    assert compared("“We will not sell the ferry to anyone who asks,” Lee said.").verdict == "exact"


@pytest.mark.parametrize(
    ("draft", "changes"),
    [
        ("“We will not sell the ferry.”", ("punctuation at the end",)),
        ("Lee said that “we will not sell the ferry to anyone who asks,”", ("capitals",)),
        ("“We will … sell three boats,” he said. “[T]he town, all 3 decks of it.”", None),
        ("“We will not sell [it] to anyone who asks,” Lee said.", ("words in brackets",)),
        ("“It belongs … all three decks of it.”", ("words left out",)),
        ("“My crew has 9 people and one coffee pot,” Park said.", ("spelling",)),
        ("“My crew,” Park said, “has nine people.”", ("parted by the attribution", "punctuation at the end")),
    ],
)
def test_permitted_changes_have_names(draft: str, changes: tuple[str, ...] | None) -> None:
    *_, last = read_article(draft, path="a.txt", source=SOURCE).comparisons
    assert last.verdict == "permitted"
    assert changes is None or last.changes == changes


def test_a_difference_is_shown_word_by_word() -> None:
    draft = "“My crew has seven people and a coffee pot,” Park said."
    one = compared(draft)
    assert [(d.source, d.draft, draft[slice(*d.draft_span)]) for d in one.differences] == [
        ("nine", "seven", "seven"),
        ("one", "a", "a"),
    ]
    assert [tuple(run) for run in one.runs] == [
        ("My crew has", "", ""),
        ("", "nine", "seven"),
        ("people and", "", ""),
        ("", "one", "a"),
        ("coffee pot", "", ""),
    ]
    assert one.passage is not None
    assert one.passage.text == "My crew has nine people and one coffee pot"


def test_what_is_left_out_is_pointed_at_by_the_word_before() -> None:
    draft = "“We will sell the ferry to anyone who asks,” Lee said."
    (difference,) = compared(draft).differences
    assert (difference.source, difference.draft, draft[slice(*difference.draft_span)]) == ("not", "", "will")


def test_a_paraphrase_in_quotation_marks_is_no_quotation() -> None:
    one = compared("“The ferry is safe until spring,” Lee said.")
    assert one.verdict == "paraphrase"
    assert one.fails


@pytest.mark.parametrize(
    "draft",
    ["“We share,” Lee said.", "Call it “safe and sound,” Lee said.", "He read “The Slow Boat to Easton” twice."],
)
def test_little_is_said_of_little(draft: str) -> None:
    assert compared(draft).verdict in ("exact", "permitted", "unjudged")


@pytest.mark.parametrize("speaker", ["Tom Lee said", "the mayor said", "he said", "Mayor Lee said", "said Tom Lee, 61"])
def test_the_same_or_an_unnamed_speaker_is_let_be(speaker: str) -> None:
    assert compared(f"“We will not sell the ferry to anyone who asks,” {speaker}.").speakers is None


def test_another_speaker_is_named() -> None:
    one = compared("“We will not sell the ferry to anyone who asks,” Nell Park said.")
    assert one.speakers is not None
    assert [speaker.text for speaker in one.speakers] == ["Nell Park", "Lee"]
    assert one.verdict == "exact"
    assert one.fails


@pytest.mark.parametrize(
    ("ours", "theirs", "are_two"),
    [
        ("Nell Park", "Park", False),
        ("Nell", "Nell Park", False),
        ("Mayor Tom Lee", "Tom Lee Jr.", False),
        ("Ana Ruiz-Peña", "Ruiz", False),
        ("Ana Pena", "Ana Peña", False),
        ("Dr. Sayle", "Amina Sayle", False),
        ("Tom Lee", "the Midtown Police Department", False),
        ("Tom Lee", "FBI", False),
        ("Tom Lee", "she", False),
        ("Tom Lee", "Nell Park", True),
        ("Lee", "Park", True),
        ("Councilman Ray Ostrow", "Vera Stamm", True),
    ],
)
def test_speakers_differ_only_when_that_is_sure(ours: str, theirs: str, are_two: bool) -> None:
    said = "“We will not sell the ferry to anyone who asks,” {} said.\n"
    assert (compared(said.format(ours), said.format(theirs)).speakers is not None) == are_two


def test_a_transcript_has_all_words_spoken() -> None:
    transcript = (
        "LEE: We will not sell it to anyone who asks.\n\nPARK: Who asked you that?\n\nLEE: Nobody did so far.\n"
    )
    assert compared("“We will not sell it to anyone who asks.”", transcript).verdict == "exact"
    assert compared("“We will sell it to anyone who asks,” Lee said.", transcript).verdict == "altered"
    assert compared("“We will not sell it … Who asked you that?” Lee said.", transcript).verdict == "altered"


def test_a_statement_without_marks_has_all_words_spoken() -> None:
    statement = "The town of Easton is sad to see the ferry go. It served three generations and sank twice.\n"
    assert compared("“It served three generations and sank twice.”", statement).verdict == "exact"


def test_an_official_s_own_text_is_spoken_though_it_quotes() -> None:
    text = (
        "I love this ferry and I will keep it. My mother rowed it. “Row on, my girl,” she used to tell me. I rowed.\n"
    )
    assert compared("“I love this ferry and I will keep it.”", text).verdict == "exact"


def test_a_source_s_split_quotation_may_be_joined() -> None:
    draft = "“We will not sell the ferry to anyone who asks. It belongs to the town,” Lee said."
    assert compared(draft).verdict == "permitted"


def test_a_source_s_parted_sentence_may_be_joined() -> None:
    source = "“We will not,” Lee said, “sell the ferry to anyone.”\n"
    assert compared("“We will not sell the ferry to anyone.”", source).verdict == "exact"
    assert compared("“We will sell the ferry to anyone,” Lee said.", source).verdict == "altered"


@pytest.mark.parametrize(
    ("source", "stands"),
    [
        ("“I don’t think we should sell the ferry,” Lee said.", False),
        ("“Nobody here believes that we should sell the ferry,” Lee said.", False),
        ("“It is not cheap, but we should sell the ferry,” Lee said.", True),
        ("“I do not sleep because we should sell the ferry,” Lee said.", True),
        ("“It is not cheap. We should sell the ferry,” Lee said.", True),
        ("“I think we should sell the ferry,” Lee said.", True),
    ],
)
def test_a_sentence_is_not_cut_from_what_turns_it_round(source: str, stands: bool) -> None:
    one = compared("“We should sell the ferry,” Lee said.", source)
    assert (one.verdict in ("exact", "permitted")) == stands
    piece = compared("Lee said nobody thinks that “we should sell the ferry.”", source)
    assert piece.verdict in ("exact", "permitted")


def test_parentheses_are_the_reporter_s_or_the_source_s() -> None:
    source = "“The ferry (which my father built in one winter) will not be sold,” Park said.\n"
    assert (
        compared("“The ferry (which my father built in one winter) will not be sold,” she said.", source).verdict
        == "exact"
    )
    assert compared("“The ferry (which my father built in one summer) will not be sold.”", source).verdict == "altered"
    assert (
        compared("“The ferry (the Nell) belongs to the town.”", "“The ferry belongs to the town.”").verdict
        == "permitted"
    )
    assert compared("“(The ferry) belongs to the town.”", "“It belongs to the town.”").verdict == "permitted"


def test_a_source_in_html_is_read_as_its_reader_sees_it() -> None:
    page = (
        "<h1>Ferry</h1><p>The ferry&rsquo;s hull is not sound, Lee said.</p>"
        "<p>&ldquo;I wouldn&rsquo;t call it <em>sound</em>,&rdquo; said Nell Park. &ldquo;I&rsquo;d call it wet.&rdquo;"
        "</p>"
        "<blockquote>We will pump until we sink, and we have two pumps.</blockquote>"
    )

    def verdict(draft: str) -> str:
        source = read_article(page, path="ferry.html")
        return str(read_article(draft, path="a.txt", source=source).comparisons[0].verdict)

    assert verdict("“I wouldn’t call it sound,” Park said.") == "exact"
    assert verdict("“I would call it sound, I’d call it wet,” Park said.") == "altered"
    assert verdict("“We will pump until we sink,” Park said.") in ("exact", "permitted")
    assert verdict("“The hull is not sound at all,” Lee said.") == "paraphrase"


def test_block_quotations_are_compared_and_notes_are_not_missed() -> None:
    draft = "Lee wrote:\n\n> We will sell the ferry to anyone who asks.\n\n> Updates with the vote of the council.\n"
    altered, note = read_article(draft, path="a.md", source=SOURCE).comparisons
    assert (altered.verdict, note.verdict) == ("altered", "unjudged")


def test_a_source_s_insert_is_not_the_speaker_s_word() -> None:
    source = "“The deal hurts [the ferry’s] crew more than anyone,” Park said.\n"
    assert compared("“The deal hurts the ferry’s crew more than anyone,” Park said.", source).verdict == "altered"
    assert compared("“The deal hurts [the ferry’s] crew more than anyone,” Park said.", source).verdict == "permitted"
