"""Tables for a terminal, and what the ledger sums."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk import read_article
from copydesk.report.display import width
from copydesk.report.ledger import Entry, entries, shares
from copydesk.report.table import fitted, rows, shown, wrapped


@given(st.text(max_size=80), st.integers(1, 60))
def test_a_cell_fits_its_column_and_keeps_both_ends(text: str, columns: int) -> None:
    text = shown(text)
    cell = fitted(text, columns)
    assert width(cell) <= columns
    assert cell == text or columns < 3 or "…" in cell


def test_a_long_cell_is_cut_between_words() -> None:
    assert fitted("We rowed over the river and home again", 25) == "We rowed…and home again"


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=90)), max_size=5), st.integers(20, 90))
def test_rows_fit_the_terminal(cells: list[tuple[str, str]], columns: int) -> None:
    table = [(shown(name), shown(said)) for name, said in cells]
    assert all(width(line) <= columns for line in rows(("who", "what"), table, (8, 0), columns))


@given(st.lists(st.text("abc", min_size=1, max_size=12), max_size=20), st.integers(5, 40))
def test_words_are_wrapped_in_order(words: list[str], columns: int) -> None:
    lines = list(wrapped([(word, "") for word in words], columns))
    assert [word for line in lines for word, _ in line] == words
    assert all(len(line) == 1 or width(" ".join(word for word, _ in line)) <= columns for line in lines)


def entry(speaker: str, kind: str, person: str, words: int) -> Entry:
    return Entry("a.md", 1, 0, 1, "x", words, "speech", speaker, kind, person, "said", 0.9)


def test_a_last_name_counts_for_the_only_person_it_can_mean() -> None:
    listed = [
        entry("Mayor Tom Lee", "named", "Tom Lee", 5),
        entry("Lee", "named", "", 7),
        entry("he", "pronoun", "Tom Lee", 2),
        entry("she", "pronoun", "", 3),
        entry("", "", "", 1),
    ]
    assert shares(listed) == [("Tom Lee", 3, 14), ("she", 1, 3), ("", 1, 1)]
    two = [*listed[:2], entry("Ann Lee", "named", "Ann Lee", 4)]
    assert shares(two) == [("Lee", 1, 7), ("Tom Lee", 1, 5), ("Ann Lee", 1, 4)]


def test_entries_are_the_outer_quotations_that_are_speech() -> None:
    article = read_article("“He told me ‘go home’ twice,” Lee said of “The Slow Boat to Easton.”\n", path="a.txt")
    assert [one.quotation for one in entries(article)] == ["He told me ‘go home’ twice,"]
    assert len(entries(article, everything=True)) == 2
