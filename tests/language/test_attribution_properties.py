"""What holds of speakers and attributions in every text, and that none is too much."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.article import Article, Kind, Zone

WORDS = (
    "“ ” \" ' Lee she who the a of de mayor said says told calling it that by claim and but as has quickly Monday "
    "A. Mr. , . : ; ? — - ( ) rotten Ruiz’s"
)
PIECES = st.sampled_from(
    [*WORDS.split(), "\n\n", "Ana Ruiz", "according to", "in the words of", "We sank", "We sank.", "went on"]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=120))


def draft(text: str) -> Article:
    return Article(text, zones=[Zone(Kind.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)])


@given(TEXTS)
def test_speakers_and_cues_stand_in_the_text_outside_their_quotation(text: str) -> None:
    for quote in draft(text).quotes:
        assert (quote.speaker is None) == (quote.how == "") == (quote.speaker_kind == "")
        assert 0.0 <= quote.confidence <= 1.0
        for part in (quote.speaker, quote.cue):
            if part is not None:
                assert 0 <= part.start < part.end <= len(text)
                assert part.end <= quote.start or part.start >= quote.end
        assert quote.kind
        assert quote.whole in (True, False)
        if quote.speaker is None:
            assert quote.person is None


@given(TEXTS)
def test_attributions_are_in_order_and_credit_their_own_quotations(text: str) -> None:
    before = -1
    for attribution in draft(text).attributions:
        assert attribution.start <= attribution.cue.start < attribution.cue.end <= attribution.end
        assert attribution.cue.start > before
        before = attribution.cue.start
        assert attribution.lemma
        assert bool(attribution.position) == bool(attribution.quotes)
        for quote in attribution.quotes:
            assert quote.speaker is not None
            assert attribution.speaker is not None
            assert quote.speaker.text == attribution.speaker.text


def test_floods_end() -> None:
    for flood in (
        "“a” " * 50_000,
        "“A.” Lee " * 30_000,
        "“a” said " * 30_000,
        "Lee said, “A,” and “b” " * 20_000,
        "Lee, " * 50_000 + "said “a.”",
        "said " * 50_000 + "“a.”",
        "the “a” of the said - " * 20_000,
        "Lee " * 50_000 + "said “a.”",
        "who said, “a” " * 20_000,
        "“A” ( " * 30_000,
        "calling, “a” and saying " * 20_000,
        "“A.”\n\n" * 20_000,
    ):
        article = draft(flood)
        assert len(article.attributions) >= 0
        assert article.quotes[0].kind
