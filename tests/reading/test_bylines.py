"""Bylines: every part at its place, and lines that begin with "By" and are none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.model.article import Byline
from copydesk.reading.byline import continues_byline, continues_names, parse_byline


def parts(text: str, *, bare: bool = False) -> dict[str, object]:
    """The parts of a byline as text; empty when it is none."""
    byline = parse_byline(text, 0, len(text), bare=bare)
    if byline is None:
        return {}
    found: dict[str, object] = {"names": [text[slice(*name)] for name in byline.names]}
    if byline.joiners:
        found["joiners"] = [text[slice(*joiner)] for joiner in byline.joiners]
    for part in ("prefix", "role", "outlet", "stamp", "contact", "trailing"):
        span = getattr(byline, part)
        if span:
            found[part] = text[slice(*span)]
    return found


@pytest.mark.parametrize(
    ("line", "prefix", "name"),
    [
        ("By Lena Ortiz", "By", "Lena Ortiz"),
        ("BY LENA ORTIZ", "BY", "LENA ORTIZ"),
        ("by Lena Ortiz", "by", "Lena Ortiz"),
        ("by lena ortiz", "by", "lena ortiz"),
        ("By: Lena Ortiz", "By:", "Lena Ortiz"),
        ("Written by Lena Ortiz", "Written by", "Lena Ortiz"),
        ("Story by Lena Ortiz", "Story by", "Lena Ortiz"),
        ("Reported by Lena Ortiz", "Reported by", "Lena Ortiz"),
        ("Author: Lena Ortiz", "Author:", "Lena Ortiz"),
        ("Words: Lena Ortiz", "Words:", "Lena Ortiz"),
        ("By\nLena Ortiz", "By", "Lena Ortiz"),
        ("From staff reports", "From", "staff reports"),
    ],
)
def test_prefix(line: str, prefix: str, name: str) -> None:
    assert parts(line) == {"prefix": prefix, "names": [name]}


@pytest.mark.parametrize(
    "name",
    [
        "Ursula K. Le Guin Jr.",
        "Inés de la Peña-O’Dowd",
        "J.D. van der Berg III",
        "Zoë Ní Bhriain",
        "Omar bin Said al-Farsi",
        "bell hooks",
        "Robert Vance, Jr.",
        "Dr. Lena Ortiz",
        "Lena Ortiz, PhD",
        "Staff Sgt. Ana Ruiz",
        "王小明",
        "Author Name",
        "TK",
        "Staff",
        "Admin",
        "N/A",
        "Midtown Times staff",
        "The Associated Press",
        "the Editorial Board",
        "Staff and Wire Reports",
    ],
)
def test_names_of_every_shape(name: str) -> None:
    assert parts(f"By {name}") == {"prefix": "By", "names": [name]}


@pytest.mark.parametrize(
    ("line", "names", "joiners"),
    [
        ("By Nell Moss and Ike Dunn", ["Nell Moss", "Ike Dunn"], ["and"]),
        ("By Ana Ruiz & Tom Lee", ["Ana Ruiz", "Tom Lee"], ["&"]),
        ("By Ana Ruiz/Tom Lee", ["Ana Ruiz", "Tom Lee"], ["/"]),
        ("By Ana Ruiz with Tom Lee", ["Ana Ruiz", "Tom Lee"], ["with"]),
        ("By Nell Moss, Ike Dunn and Flo Marsh", ["Nell Moss", "Ike Dunn", "Flo Marsh"], [",", "and"]),
        ("By Nell Moss, Ike Dunn, and Flo Marsh", ["Nell Moss", "Ike Dunn", "Flo Marsh"], [",", ", and"]),
        ("By Ana Ruiz, Tom Lee, & Mo Khan", ["Ana Ruiz", "Tom Lee", "Mo Khan"], [",", ", &"]),
        ("By Ana Ruiz,\nTom Lee and Mo Khan", ["Ana Ruiz", "Tom Lee", "Mo Khan"], [",", "and"]),
        ("By Ana Ruiz and\nTom Lee", ["Ana Ruiz", "Tom Lee"], ["and"]),
        ("By Ana Ruiz in Midtown and Tom Lee in Easton", ["Ana Ruiz", "Tom Lee"], ["and"]),
    ],
)
def test_joiners(line: str, names: list[str], joiners: list[str]) -> None:
    assert parts(line) == {"prefix": "By", "names": names, "joiners": joiners}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Tom Lee, Staff Writer", {"role": "Staff Writer"}),
        ("By Tom Lee, Reuters", {"outlet": "Reuters"}),
        ("By Tom Lee for The Midtown Times", {"outlet": "The Midtown Times"}),
        ("By Tom Lee, City Editor at The Midtown Times", {"role": "City Editor", "outlet": "The Midtown Times"}),
        ("By Tom Lee | Midtown Gazette", {"outlet": "Midtown Gazette"}),
        ("By Tom Lee | Article Published on March 4, 2025", {"stamp": "Article Published on March 4, 2025"}),
        ("By Tom Lee - Updated 9:30 a.m. EST, March 4, 2025", {"stamp": "Updated 9:30 a.m. EST, March 4, 2025"}),
        ("By Tom Lee | Mar. 4, 2025", {"stamp": "Mar. 4, 2025"}),
        ("By Tom Lee (tlee@midtown.example)", {"contact": "tlee@midtown.example"}),
        ("By Tom Lee, @tomlee", {"contact": "@tomlee"}),
        ("By Tom Lee, 555-010-0199", {"contact": "555-010-0199"}),
        ("By Tom Lee;", {"trailing": ";"}),
        ("By Tom Lee |", {"trailing": "|"}),
        ("By Tom Lee,\nThe Midtown Times", {"outlet": "The Midtown Times", "trailing": ","}),
        ("By Tom Lee on March 4, 2025", {"stamp": "March 4, 2025"}),
        ("By Tom Lee. Additional reporting by Mo Khan.", {}),
        ("By Tom Lee. Photos by Mo Khan.", {}),
    ],
)
def test_what_goes_with_a_name(line: str, expected: dict[str, object]) -> None:
    assert parts(line) == {"prefix": "By", "names": ["Tom Lee"], **expected}


def test_all_parts_jammed_together() -> None:
    line = "By Ana Ruiz,\nCourts Reporter, The Midtown Times | Story Published on March 4, 2025"
    assert parts(line) == {
        "prefix": "By",
        "names": ["Ana Ruiz"],
        "role": "Courts Reporter",
        "outlet": "The Midtown Times",
        "stamp": "Story Published on March 4, 2025",
        "trailing": ",",
    }


def test_date_before_the_prefix() -> None:
    line = "Posted on March 4, 2025 by Ana Ruiz"
    assert parts(line) == {"prefix": "by", "names": ["Ana Ruiz"], "stamp": "Posted on March 4, 2025"}


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the water had gone.",
        "By Friday the water had gone",
        "By March 2026, three pools will be open",
        "By 2030, half of the fleet will be electric",
        "By the Numbers",
        "By Popular Demand, Pool Stays Open",
        "By default",
        "By and large",
        "By Land and by Sea",
        "By Ana Ruiz, the council’s president, the plan was dead, members said",
        "Bypass opens Monday",
        "Buy now",
    ],
)
def test_lines_that_are_no_byline(line: str) -> None:
    assert parts(line) == {}


def test_bare_lines_need_more_than_a_name() -> None:
    assert parts("Tom Lee | Staff Writer", bare=True) == {"names": ["Tom Lee"], "role": "Staff Writer"}
    assert parts("Tom Lee | March 4, 2025", bare=True) == {"names": ["Tom Lee"], "stamp": "March 4, 2025"}
    assert parts("Tom Lee", bare=True) == {}
    assert parts("Council Backs Plan, Mayor Says", bare=True) == {}
    assert parts("Police Chief, Fire Chief Resign", bare=True) == {}
    assert parts("Tom Lee | Staff Writer") == {}


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("Harbor Reporter, The Harlow Post", True),
        ("The Midtown Times", True),
        ("tlee@midtown.example", True),
        ("Staff Reporter | March 4, 2025", True),
        ("Senior editor quits after row", False),
        ("Council Backs Flood Plan", False),
        ("The council met Monday.", False),
    ],
)
def test_lines_that_go_on_from_a_byline(line: str, goes_on: bool) -> None:
    assert continues_byline(line) is goes_on


def test_lines_that_go_on_with_names() -> None:
    assert continues_names("Tom Lee and Mo Khan")
    assert continues_names("and Mo Khan")
    assert not continues_names("Harbor Reporter, The Harlow Post")


WORDS = st.sampled_from(
    "By|by|Nell Moss|ike|Dunn|,|;|&|and|with|/|\n|(|)|PhD|Jr.|—|Staff Writer|The Midtown Times|Published|March 4, 2025"
    "|a@b.example|@ike|in|for|.".split("|")
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)), st.booleans())
@example("By ,\n,", False)
@example("BY A;&", False)
def test_parts_lie_inside_in_order(text: str, bare: bool) -> None:
    byline = parse_byline(text, 0, len(text), bare=bare)
    if byline is None:
        return
    assert byline.names
    assert len(byline.joiners) < len(byline.names)
    check_spans(byline)


def check_spans(byline: Byline) -> None:
    """Every part inside the byline, and names in order without overlap."""
    single = [byline.prefix, byline.role, byline.outlet, byline.stamp, byline.contact, byline.trailing]
    for span in [*byline.names, *byline.joiners, *(span for span in single if span)]:
        assert byline.start <= span.start < span.end <= byline.end
    for before, after in zip(byline.names, byline.names[1:], strict=False):
        assert before.end <= after.start
