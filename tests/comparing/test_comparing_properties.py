"""What holds for any draft and any source."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from copydesk import Comparison, read_article

PIECES = [
    "“", "”", '"', "‘", "’", " ", "\n\n", ", ", ". ", "… ", "...", "[", "]", "[the town] ", "(he meant Easton) ", "—",
    "not ", "no ", "We ", "will ", "sell ", "the ", "ferry ", "ferry, ", "ten ", "10,000 ", "50% ", "per cent ", "$5 ",
    "U.S. ", "twenty-five ", "e-mail ", "Lee said", " Park said, ", "LEE: ", "> ", "**", "colour ", "é", "\u2060", "İ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)
WORDS = st.lists(
    st.sampled_from(
        "we they the a bridge ferry town will is was and but in May people asked Tuesday 300 three children's it's "
        "winter paid".split()
    ),
    min_size=5,
    max_size=30,
)


@given(TEXTS, TEXTS, st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_any_two_texts_compare(draft: str, source: str, path: str) -> None:
    article = read_article(draft, path=path, source=source)
    at = 0
    for one in article.comparisons:
        assert at <= one.start < one.end <= len(draft)
        at = one.start
        assert 0 <= one.share <= 1.0 + 1e-9
        if one.passage is not None:
            assert 0 <= one.passage.start < one.passage.end <= len(source)
        for difference in one.differences:
            start, end = difference.draft_span
            assert one.start <= start < end <= one.end
        if one.verdict == "altered":
            assert one.runs or one.why
            assert one.differences or one.why


def only(draft: str, source: str) -> Comparison:
    found = read_article(draft, path="a.txt", source=source).comparisons
    assert len(found) == 1
    return found[0]


@given(TEXTS, WORDS, TEXTS, st.data())
def test_what_is_copied_with_permitted_edits_stands(
    before: str, words: list[str], after: str, data: st.DataObject
) -> None:
    assume(not any(mark in text for text in (before, after) for mark in "\"'“”„‟‘’‚‛«»`<>[]-*_#|~=+\\&:"))
    source = f"{before}\n\n“{' '.join(words)},” Ana Ruiz said.\n\n{after}"
    edit = data.draw(
        st.sampled_from(["none", "cut", "capital", "dots", "brackets", "replaced", "marks", "spaces", "end"])
    )
    at = data.draw(st.integers(1, len(words) - 1))
    to = data.draw(st.integers(at, len(words) - 1))
    said = " ".join(words)
    if edit == "cut":
        said = " ".join(words[:to])
    elif edit == "capital":
        said = said[0].swapcase() + said[1:]
    elif edit == "dots":
        said = " ".join([*words[:at], data.draw(st.sampled_from(["…", "...", "[...]", ". . ."])), *words[to:]])
    elif edit == "brackets":
        said = " ".join([*words[:at], "[a remark of the reporter]", *words[at:]])
    elif edit == "replaced":
        said = " ".join([*words[:at], "[whatever]", *words[min(to, at + 10) :]])
    elif edit == "marks":
        said = said.replace("'", "’")
    elif edit == "spaces":
        said = said.replace(" ", "  ")
    end = data.draw(st.sampled_from([",", ".", "?", "!", ""])) if edit == "end" else ","
    one = only(f"“{said}{end}” Ana Ruiz said.", source)
    assert one.verdict in ("exact", "permitted", "unjudged"), (one.differences, one.why)
    assert one.speakers is None
