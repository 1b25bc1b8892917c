"""Word lists: what editors write in TOML and CSV, and what the check makes of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import check_text
from copydesk.checking.vocabulary import Word
from copydesk.config.error import ConfigError
from copydesk.config.load import Configs
from copydesk.config.settings import Settings
from copydesk.config.words import circles, read_word_file, read_words

Newsroom = Callable[[dict[str, str]], Path]


def settings(path: str = "a.md") -> Settings:
    return Configs().settings_for(path)


def found(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    here = settings(path)
    return [(v.rule, text[v.start : v.end]) for v in check_text(text, settings=here).violations if v.zone == "lead"]


def faults(table: object) -> list[str]:
    heard: list[str] = []
    list(read_words(table, lambda phrase: 1, lambda line, what: heard.append(what)))
    return heard


def test_each_kind_of_entry(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": "[words]\n"
            '"trolley" = "tram"\n'
            '"irregardless" = { reason = "no such word", severity = "error" }\n'
            '"ring road" = { use = "beltway", fix = "unsafe", except = ["inner ring road"] }\n'
            '"Harlow Falls" = { wrong = ["Harlowe Falls", "Harlow Fall"] }\n'
        }
    )
    text = "The trolley from Harlowe Falls runs irregardless of the ring road, not the inner ring road."
    report = check_text(text, settings=settings())
    said = {text[v.start : v.end]: v for v in report.violations if v.rule.startswith("words-")}
    assert {word: (v.rule, str(v.severity)) for word, v in said.items()} == {
        "trolley": ("words-use", "warning"),
        "Harlowe Falls": ("words-name", "warning"),
        "irregardless": ("words-banned", "error"),
        "ring road": ("words-use", "warning"),
    }
    assert said["irregardless"].message.endswith("“irregardless” (no such word)")
    assert said["irregardless"].fix is None
    fix = said["ring road"].fix
    assert fix is not None
    assert (fix.safety, fix.edits[0].text) == ("unsafe", "beltway")


def test_nearer_words_count_and_false_forgets(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": 'house = "./midtown.toml"\n[words]\n"trolley" = false\n"lorry" = "van"\n"okay" = false\n',
            "midtown.toml": 'extends = "ap"\n[words]\n"trolley" = "tram"\n"lorry" = "truck"\n"kerb" = "curb"\n',
        }
    )
    report = check_text("The trolley and the lorry stood at the kerb, okay.", settings=settings())
    assert [v.fix.edits[0].text for v in report.violations if v.fix and v.zone == "lead"] == ["van", "curb"]


def test_a_house_word_takes_the_place_of_a_rule_s_own_phrase(newsroom: Newsroom) -> None:
    assert found("He sent an e-mail to all.") == [("usage-house-spelling", "e-mail")]
    newsroom({"copydesk.toml": '[words]\n"e-mail" = { use = "message" }\n'})
    assert found("He sent an e-mail to all.") == [("words-use", "e-mail")]


def test_accepted_words_are_no_misspellings(newsroom: Newsroom) -> None:
    text = "The okay from Okay Corral came, and the e-mail too."
    assert ("usage-house-spelling", "e-mail") in found(text)
    newsroom({"copydesk.toml": '[words]\n"and the e-mail" = true\n'})
    assert ("usage-house-spelling", "e-mail") not in found(text)
    assert ("usage-house-spelling", "okay") in found(text)


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_a_table_from_a_spreadsheet(newsroom: Newsroom, parting: str) -> None:
    rows = [
        ("Word", "use", "wrong", "reason", "severity", "except", "accept"),
        ("trolley", "tram", "", "“tram” since 1911", "error", "trolley bus|trolley pole", ""),
        ("Harlow Falls", "", "Harlowe Falls|Harlow Fall", "", "", "", ""),
        ("Centre Field", "", "", "", "", "", "yes"),
        ("", "", "", "", "", "", ""),
        ("irregardless", "", "", "", "", "", ""),
    ]
    sheet = "\ufeff" + "\r\n".join(parting.join(row) for row in rows)
    newsroom({"copydesk.toml": 'vocabulary = ["style/words.csv"]\n', "style/words.csv": sheet})
    assert set(settings().words) == {
        Word("trolley", "use", "tram", "“tram” since 1911", "error", "safe", ("trolley bus", "trolley pole")),
        Word("Harlowe Falls", "name", "Harlow Falls"),
        Word("Harlow Fall", "name", "Harlow Falls"),
        Word("Centre Field", "accepted"),
        Word("irregardless", "banned"),
    }


def test_the_settings_own_words_count_more_than_a_file_s(newsroom: Newsroom) -> None:
    newsroom(
        {
            "copydesk.toml": 'vocabulary = ["a.csv", "b.toml"]\n[words]\n"lorry" = "truck"\n',
            "a.csv": "word,use\nlorry,van\nkerb,curb\n",
            "b.toml": '[words]\n"tyre" = "tire"\n',
        }
    )
    assert {word.phrase: word.use for word in settings().words} == {"lorry": "truck", "kerb": "curb", "tyre": "tire"}


@pytest.mark.parametrize(
    ("sheet", "what"),
    [
        ("term,use\na,b\n", '1: there is no column "term"'),
        ("use\nb\n", '1: the first line must have a column "word"'),
        ("word,use\n,b\n", "2: this row has no word"),
        ("word,use\na,b,c\n", "2: 3 cells, but 2 columns; put quotation marks round commas"),
        ("word,severity\na,errr\n", '2: "a": a severity is one of error, warning and suggestion, not "errr"'),
        ("word,use\nok,good\nfine,ok\n", '3: "ok" is to be written for "fine", but the list has it as wrong too'),
        ('word,use\n"a,b\n', ""),
    ],
)
def test_what_is_wrong_in_a_sheet_is_said_with_its_line(newsroom: Newsroom, sheet: str, what: str) -> None:
    newsroom({"copydesk.toml": 'vocabulary = ["w.csv"]\n', "w.csv": sheet})
    if not what:
        settings()
        return
    with pytest.raises(ConfigError) as raised:
        settings()
    assert [problem for problem in raised.value.problems if problem.startswith(f"w.csv:{what}")]


@pytest.mark.parametrize("data", [None, b"word\n\xff\xfe\n"])
def test_a_file_that_cannot_be_read(newsroom: Newsroom, data: bytes | None) -> None:
    root = newsroom({"copydesk.toml": 'vocabulary = ["w.csv"]\n'})
    if data is not None:
        (root / "w.csv").write_bytes(data)
    with pytest.raises(ConfigError, match=r"w\.csv: (cannot be read: No such file|not UTF-8 \(byte 5\))"):
        settings()


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ([], '"words" must be a table'),
        ({"a": 3}, '"a" must be what to write instead, a table, true or false'),
        ({"a": {"usse": "b"}}, 'there is no key "usse"; did you mean "use"?'),
        ({"a": {"use": 1}}, '"use" must be a string'),
        ({"a": {"except": "b"}}, '"except" must be a list of phrases'),
        ({"A": {"use": "b", "wrong": ["c"]}}, 'an entry has one of "use", "wrong" and "accept"'),
        ({"a": {"use": "b", "fix": "maybe"}}, '"fix" is "safe" or "unsafe", not "maybe"'),
        ({"a": "a"}, "it is said to be written as itself"),
        ({"…": "a"}, "a phrase needs a letter or a figure"),
    ],
)
def test_what_is_wrong_in_a_table(table: object, what: str) -> None:
    (said,) = faults(table)
    assert what in said


def test_circles_are_found() -> None:
    words = {"a": (Word("a", "use", "b"),), "b": (Word("b", "banned"),), "c": (Word("c", "use", "d"),)}
    assert [phrase for phrase, _ in circles(words)] == ["a"]


@given(st.text(max_size=200))
def test_every_sheet_is_read_or_refused(text: str) -> None:
    class Sheet(type(Path())):  # type: ignore[misc]
        def read_bytes(self) -> bytes:
            return text.encode("utf-8", "surrogatepass")

    heard: list[tuple[int, str]] = []
    entries: Iterator[object] = read_word_file(Sheet("w.csv"), lambda line, what: heard.append((line, what)))
    assert all(entries) or heard
