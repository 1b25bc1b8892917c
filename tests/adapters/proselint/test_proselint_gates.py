"""A gate never keeps a finding out, and opens for little else."""

import re
from pathlib import Path

import pytest
from hypothesis import given as holds_for
from hypothesis import settings
from hypothesis import strategies as st

from copydesk import cachedir
from copydesk.adapters.proselint import gates
from copydesk.adapters.proselint.given import given, given_whole
from copydesk.adapters.proselint.library import checks_by_path, findings, is_about_marks
from copydesk.adapters.proselint.needles import EDGE, needles_of
from copydesk.adapters.proselint.rules import rules
from copydesk.model.article import Article
from copydesk.reading.read import read_article

GATES = gates.learn(checks_by_path())
NEEDLES = sorted(
    {gate[0] for those in GATES.words.values() for gate in those}
    | {gate[0] for those in GATES.parts.values() for _, gate in those}
)
GLUE = [
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    ", ",
    ". ",
    "-",
    "'s ",
    "*",
    "“",
    "”",
    "2",
    " very ",
    " more ",
    "but ",
    "\u00a0",
    "!",
]


@pytest.mark.parametrize(
    ("pattern", "needles"),
    [
        (r"\btodo\b", {f"{EDGE}todo{EDGE}"}),
        (r"(?<![A-Za-z'-])(?:alot|ne)(?![A-Za-z'-])", {f"{EDGE}alot{EDGE}", f"{EDGE}ne{EDGE}"}),
        (r"more than .{1,10} all", {"more than "}),
        (r"(?<!at\s)\bmost\s+whole\b", {f"{EDGE}most whole{EDGE}"}),
        (r"the n-?word", {"the n-word", "the nword"}),
        (r"a[\x{2013}\x{2014}]b", {"a–b", "a—b"}),
        (r"sharpest (shed|box)", {"sharpest shed", "sharpest box"}),
        (r"(\w+)(\s+\1)+", set()),
        (r"[a-z]*", set()),
        (r"(unclosed", set()),
    ],
)
def test_needles(pattern: str, needles: set[str]) -> None:
    assert needles_of(pattern) == needles


@st.composite
def patterns(draw: st.DrawFn) -> str:
    word = st.text("abc ", min_size=1, max_size=4)
    piece = st.one_of(
        word,
        word.map(lambda w: f"(?:{w})?"),
        st.lists(word, min_size=2, max_size=4).map(lambda ws: f"(?:{'|'.join(ws)})"),
        word.map(lambda w: f"(?:{w})+"),
        st.sampled_from([r"\w", r"\s+", r"[xyz]", r".{1,3}", r"[^a]", r"\d*", r"(?!q)"]),
    )
    return "".join(draw(st.lists(piece, min_size=1, max_size=5)))


@settings(max_examples=300)
@holds_for(st.data())
def test_every_match_of_a_pattern_holds_one_of_its_needles(data: st.DataObject) -> None:
    pattern = data.draw(patterns())
    match = data.draw(st.from_regex(pattern, fullmatch=True))
    needles = needles_of(pattern)
    spaced = " ".join(re.split(r"\s+", match))
    assert not needles or any(" ".join(re.split(r"\s+", needle.replace(EDGE, ""))) in spaced for needle in needles)


def all_findings(article: Article) -> list[str]:
    """The paths of the checks that find something, gates or not."""
    return [
        path
        for path, checks in checks_by_path().items()
        for check in checks
        if any(findings(check, given_whole(article) if is_about_marks(check) else given(article)))
    ]


@settings(max_examples=60, deadline=None)
@holds_for(st.lists(st.tuples(st.sampled_from(NEEDLES), st.sampled_from(GLUE), st.booleans()), max_size=12))
def test_a_gate_is_open_where_something_is_found(pieces: list[tuple[str, str, bool]]) -> None:
    words = ((needle.replace(EDGE, ""), glue, capital) for needle, glue, capital in pieces)
    text = "".join((needle.capitalize() if capital else needle) + glue for needle, glue, capital in words)
    article = read_article(f"Aside, {text}", path="draft.md")
    assert [path for path in all_findings(article) if not gates.may_match(article, path)] == []


def test_an_ordinary_story_opens_no_gate_of_a_rule_that_is_on() -> None:
    story = """By Ana Ruiz

    MIDTOWN, Ill. (AP) — The harbor board voted 5-2 on Monday to close the old pier, which carries 300 riders a day.

    “It is absolutely essential,” said Tom Lee, who chairs the board. “At the end of the day it's a win-win.”

    Engineers found rust in May. Repairs begin on Tuesday and will cost $3 million, more than the town spent last year.
    """
    article = read_article(story)
    on = [rule.check.path for rule in rules() if rule.default]  # type: ignore[union-attr]
    assert [path for path in on if gates.may_match(article, path)] == []


def test_every_rule_that_is_on_has_a_gate() -> None:
    on = {rule.check.path for rule in rules() if rule.default}  # type: ignore[union-attr]
    assert [path for path, those in GATES.parts.items() for letters, _ in those if path in on and not letters] == []
    assert on <= {gate[1] for those in GATES.words.values() for gate in those} | set(GATES.parts)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cachedir, "in_use", str(tmp_path))
    gates.gates_of_installed.cache_clear()
    yield tmp_path
    gates.gates_of_installed.cache_clear()


def test_gates_are_learned_once_and_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learned = gates.gates_of_installed()
    assert [file.name for file in kept.iterdir()] != []
    gates.gates_of_installed.cache_clear()
    monkeypatch.setattr(gates, "learn", lambda checks: pytest.fail("learned again"))
    assert gates.gates_of_installed() == learned


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\xe3"])
def test_a_broken_file_is_no_file(kept: Path, broken: bytes) -> None:
    learned = gates.gates_of_installed()
    (file,) = kept.iterdir()
    file.write_bytes(broken)
    gates.gates_of_installed.cache_clear()
    assert gates.gates_of_installed() == learned
    assert file.read_bytes() != broken


def test_another_version_is_learned_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gates.gates_of_installed()
    gates.gates_of_installed.cache_clear()
    monkeypatch.setattr(gates, "_stamp", lambda: "another")
    learned = []
    monkeypatch.setattr(gates, "learn", lambda checks: learned.append(1) or GATES)
    assert gates.gates_of_installed() is GATES
    assert learned == [1]
