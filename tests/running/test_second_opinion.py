"""textstat as the oracle of our formulas, and as a second opinion that never reaches for the network.

Given textstat's own counts, our formulas give textstat's scores. Where the grades differ by more than half a grade,
the texts say why: their sentences were counted by hand, and the syllables are compared word by word.
"""

import re
import socket
from importlib import import_module
from typing import Any

import pytest

from copydesk.api import read_article
from copydesk.language.readability import Counts, flesch_kincaid
from copydesk.language.syllables import syllables
from copydesk.report.readability import plain_text
from copydesk.running import second_opinion as module
from copydesk.running.second_opinion import NoSecondOpinion, second_opinion

textstat = pytest.importorskip("textstat")

#: Texts, and how many sentences each has by hand.
TEXTS = [
    ("The dam at Mill Bend leaks. Crews will patch it in May. The town will pay for the work.", 3),
    ("The U.S. Senate voted 52-48 on Tuesday. Sen. Ana Ruiz voted no. She left the U.S. Capitol at 3 p.m. on foot.", 3),
    ("Dr. Tom Lee met Gov. J. K. Moore at 9:30 a.m. Friday. They spoke about St. Paul, Minn., and its bridges.", 2),
    ("“We won. We did it,” Lee said. “Nobody thought we could.” The crowd went home at dusk.", 4),
    ("Sales rose 3.5% to $4.2 million in 2024. The mill paid $1.50 a share. It paid nothing in 2023.", 3),
    ("“Really?” she asked. “Why now?” The mayor shrugged! Nobody had an answer for her that night.", 4),
    ("Mr. Cole of Harlow Inc. sued Easton Corp. on Jan. 5. The judge, a former U.S. attorney, threw the case out.", 2),
    ("Is it over? It is. No. 5 on the list, a well-known baker, said she would go on until Dec. 31.", 3),
    ("The committee’s recommendation, which was adopted unanimously, requires considerable additional expenditure.", 1),
    ("Go. Stay. Wait here for the boat. It comes at 6. It leaves at 7 with everyone who has a ticket.", 5),
    ("Prices at the J.P. Hart & Co. store fell 2.5 points, from 10.4 to 7.9, vs. a rise of 1.1 in Easton.", 1),
    ("The ferry, the oldest in the state, sank on Sept. 9 off Heron Island. No one drowned. Two dogs swam ashore.", 3),
    ("The N.Y. and N.J. governors met in D.C. on Monday. They agreed to dredge the bay. Work starts in 2027.", 3),
    ("Police found the body at 2 a.m. They had been told where to look. The coroner said the man had been shot.", 3),
    ("Ruiz, 41, a Ph.D. from Midtown State Univ., studies eels. Eels, she says, know more than people think.", 2),
    (
        "Municipal administrators anticipated deteriorating infrastructure. Expenditures necessitated reconsideration.",
        2,
    ),
    ("The river rose 4.5 feet in an hour. Mud came through the doors of St. Anne’s school. Nobody was hurt.", 3),
    ("He said no... and then he said yes. The vote was 5-4. A recount is set for Feb. 2 at City Hall.", 3),
    ("Lt. Col. Mia Fox, Capt. Ed Dunn and Sgt. Al Roy flew home on Tuesday. Their plane was late by 6.5 hours.", 2),
    ("Every area business created different ideas. The people being interviewed were usually tired by evening.", 2),
    ("Harlow Falls, Ill., has no bank. The last one, First Harlow Ltd., closed on Aug. 1. Its vault is a cafe now.", 3),
    ("The plan is simple: Sell the boats, fill the pond, plant rye. It is also, the mayor says, the only one left.", 2),
]


def textstats_counts(text: str) -> Counts:
    """What textstat counts, as our formulas take it."""
    backend = import_module("textstat.backend.counts._count_difficult_words")
    return Counts(
        sentences=textstat.sentence_count(text),
        words=textstat.lexicon_count(text),
        syllables=textstat.syllable_count(text),
        letters=textstat.letter_count(text),
        characters=textstat.char_count(text),
        polysyllables=textstat.polysyllabcount(text),
        complex=backend.count_difficult_words(text, "en_US", 3),
        long=textstat.long_word_count(text),
        unfamiliar=backend.count_difficult_words(text, "en_US", 0),
    )


@pytest.mark.parametrize("text", [text for text, _ in TEXTS])
def test_our_formulas_given_textstats_counts_give_its_scores(text: str) -> None:
    theirs = second_opinion(text).indexes
    counts = textstats_counts(text)
    ours = counts.indexes()
    for name in ("flesch_reading_ease", "flesch_kincaid", "gunning_fog", "smog", "dale_chall", "lix"):
        assert ours[name] == pytest.approx(theirs[name], abs=0.006), name
    # textstat rounds Coleman and Liau's 0.0588 to 0.058.
    rounded = ours["coleman_liau"] - 0.08 * counts.letters / counts.words
    assert rounded == pytest.approx(theirs["coleman_liau"], abs=0.006)
    # textstat divides the characters, but not the words of a sentence, by words that may be bare marks.
    marks = counts.characters / textstat.lexicon_count(text, removepunct=False)
    with_marks = 4.71 * marks + 0.5 * counts.words_a_sentence - 21.43
    assert with_marks == pytest.approx(theirs["ari"], abs=0.006)


@pytest.mark.parametrize(("text", "sentences"), TEXTS)
def test_our_sentences_are_those_counted_by_hand(text: str, sentences: int) -> None:
    assert read_article(text).readability.story.sentences == sentences


@pytest.mark.parametrize(("text", "sentences"), TEXTS)
def test_a_difference_of_half_a_grade_is_explained(text: str, sentences: int) -> None:
    article = read_article(text)
    ours, opinion = article.readability.story, second_opinion(text)
    theirs = ours._replace(sentences=opinion.sentences, words=opinion.words, syllables=opinion.syllables)
    assert flesch_kincaid(theirs) == pytest.approx(opinion.indexes["flesch_kincaid"], abs=0.006)
    if abs(ours.grade - theirs.grade) <= 0.5:
        return
    by_sentences = ours._replace(sentences=theirs.sentences).grade - ours.grade
    by_words = theirs.grade - ours.grade - by_sentences
    if abs(by_sentences) > 0.25:
        assert opinion.sentences != sentences == ours.sentences
    if abs(by_words) > 0.25:
        differing = differences(text)
        assert sum(differing.values()) == ours.syllables - opinion.syllables
        assert differing


def differences(text: str) -> dict[str, int]:
    """The words of which we count more or fewer syllables than textstat, and by how many."""
    found: dict[str, int] = {}
    for word in re.findall(r"\$?\w[^\s—–]*", text):
        by = syllables(word) - textstat.syllable_count(word)
        if by:
            found[word] = found.get(word, 0) + by
    return found


def test_what_differs_is_what_we_read_aloud_and_textstat_does_not() -> None:
    assert differences("The U.S. Senate voted 52-48.") == {"U.S.": 1, "52-48.": 5}
    assert differences("Sales rose to $4.2 million in 2024.")["2024."] == 4
    assert differences("The old ferry sank off the island on a Sunday.") == {}


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*args: Any, **more: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    module._textstat.cache_clear()
    assert second_opinion("Nothing is fetched for this one sentence of ours.").words == 9


def test_without_the_dictionary_hyphenation_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    nltk = import_module("nltk")
    missing = type("Missing", (), {"dict": staticmethod(_no_data)})()
    monkeypatch.setitem(vars(nltk.corpus), "cmudict", missing)
    monkeypatch.setattr(module, "import_module", lambda name: _only(name, ("nltk", "textstat")))
    module._textstat.cache_clear()
    found, name = module._dictionary(nltk)
    assert found is None
    assert "not installed" in name
    module._textstat.cache_clear()


def test_without_textstat_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "import_module", lambda name: _only(name, ()))
    module._textstat.cache_clear()
    with pytest.raises(NoSecondOpinion, match=r"pip install 'copydesk\[readability\]'"):
        second_opinion("No such package.")
    module._textstat.cache_clear()


def _no_data() -> None:
    raise LookupError


def _only(name: str, there: tuple[str, ...]) -> Any:
    if name not in there:
        raise ImportError(name)
    return import_module(name)


def test_plain_text_is_the_story_without_markup() -> None:
    article = read_article("# Dam\n\nThe **dam** leaks. “It leaks badly,” Lee said.\n\nIt rained.\n\n- A list\n")
    assert plain_text(article) == "The dam leaks. “It leaks badly,” Lee said.\nIt rained."
    assert plain_text(article, part="narration") == "The dam leaks.\nIt rained."
