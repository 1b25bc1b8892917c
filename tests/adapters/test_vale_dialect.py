"""Patterns of regexp2 said in Python's dialect, and the hints that gate them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.adapters.vale.dialect import Untranslatable, is_plain, translated
from copydesk.adapters.vale.terms import make_term, required
from copydesk.adapters.vale.vocabulary import spellings_of


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (r"(?i)mill", "MILL", "MAL"),
        (r"mill(?i)pond", "millPOND", "MILLpond"),
        (r"a(?i)b|c", "C", "A"),
        (r"a(?i:b)c", "aBc", "abC"),
        (r"(?-i)Mill|(?i)pond", "POND", "MILL"),
        (r"(?<n>ab)\d\k<n>", "ab1ab", "ab1ac"),
        (r"(?'n'ab)\d\k{n}", "ab1ab", "ab1ac"),
        (r"(?P<n>ab)(?P=n)", "abab", "abac"),
        (r"\p{Lu}\p{Ll}", "Éa", "éa"),
        (r"[\p{L}'-]+", "O'Brien-Élan", "12"),
        (r"[^\p{L}]", "1", "é"),
        (r"\P{L}", "1", "é"),
        (r"[\P{L}]", "1", "é"),
        (r"\pL\pN", "é5", "55"),
        (r"\p{Greek}", "λ", "l"),
        (r"[[:alpha:]_]+", "ab_", "12"),
        (r"x\{2", "x{2", "xx"),
        (r"x{,2}", "x{,2}", "xx"),
        (r"x{2}", "xx", "x{2}"),
        (r"(?<=our|the) mill", "the mill", None),
        (r"\Qa.b\E+", "a.b", "axb"),
        (r"\x{e9}", "é", "e"),
        (r"[a&&b]", "&", "c"),
        (r"[]a]", "]", "b"),
        (r"mill(?#the old one)s", "mills", "mill"),
        (r"(?>ab|a)c", "abc", "ac" + "x"),
    ],
)
def test_translations_match_what_they_should(pattern: str, matching: str, other: str | None) -> None:
    made = re.compile(translated(pattern))
    assert made.search(matching)
    assert other is None or made.fullmatch(other) is None


def test_a_look_behind_may_have_alternatives_of_several_widths() -> None:
    made = re.compile(translated(r"(?<!city |county )council"))
    assert [m.start() for m in made.finditer("council, city council, county council")] == [0]


@pytest.mark.parametrize(
    "pattern",
    [r"(?<!a+)b", r"(x", r"x)", r"[a-z-[aeiou]]", r"\h", r"(?U)x", r"\p{Nonsense}", "[abc", "a**", "\\", r"[[:nope:]]"],
)
def test_what_cannot_be_said_is_named(pattern: str) -> None:
    with pytest.raises(Untranslatable):
        translated(pattern)


@given(st.text(alphabet="ab(?i)|[]{}\\^$.*+-:<>=!PkpLQEx1,' ", max_size=24))
def test_any_text_is_a_pattern_or_is_refused(pattern: str) -> None:
    try:
        made = translated(pattern)
    except Untranslatable:
        return
    re.compile(made)


#: Patterns put together of what Vale's users write.
patterns = st.recursive(
    st.one_of(
        st.sampled_from(["mill", "pond", "Harbor", "x", "e-mail", r"\s+", r"\b", r"\w+", ".", "[Mm]ill", "s?", "in "]),
        st.text(alphabet="abcdefgh ", min_size=1, max_size=6),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part})*"),
        inner.map(lambda part: f"({part}){{2}}"),
        inner.map(lambda part: f"(?i){part}"),
    ),
    max_leaves=8,
)


@given(patterns, st.data())
def test_no_match_lacks_its_hints(pattern: str, data: st.DataObject) -> None:
    made = translated(pattern)
    matching = data.draw(st.from_regex(made, fullmatch=True))
    hints = required(pattern)
    assert not hints or any(hint in matching.lower() for hint in hints)


@pytest.mark.parametrize(
    ("pattern", "hints"),
    [
        ("utilize", ("utilize",)),
        (r"(?:utiliz|utilis)e[sd]?", ("utiliz", "utilis")),
        (r"colou?r", ("colo",)),
        (r"\w+ed", ()),
        (r"mill|\d+", ()),
        (r"(?!no)mill", ("mill",)),
        ("(?x) # a mill", ()),
    ],
)
def test_hints_are_what_a_match_must_have(pattern: str, hints: tuple[str, ...]) -> None:
    assert required(pattern) == hints


def test_plain_words_are_no_patterns() -> None:
    assert is_plain("in the event that")
    assert not is_plain("mills?")
    assert make_term("Mill", ignorecase=True).phrase == "mill"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("Midtown", ("Midtown",)),
        ("[Kk]eyed", ("Keyed", "keyed")),
        ("colou?r", ("color", "colour")),
        ("web(?:site|page)s?", ("website", "websites", "webpage", "webpages")),
        (r"St\. Ann", ("St. Ann",)),
        (r"\bmill\b", ("mill",)),
        ("(?i)okay", ("okay", "Okay", "OKAY")),
        (r"v\d+", ()),
        ("[a-z]+", ()),
        ("mill.*", ()),
        ("(mill", ()),
    ],
)
def test_simple_patterns_are_lists_of_words(entry: str, words: tuple[str, ...]) -> None:
    assert sorted(spellings_of(entry)) == sorted(words)
