"""Arithmetic: what a sentence says of its own figures."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

import copydesk


def flagged(text: str, rule: str) -> list[str]:
    violations = copydesk.check_text(text, select=(rule,)).violations
    return [text[v.start : v.end] for v in violations if v.rule == rule]


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_change_that_follows_is_let_be(old: int, new: int) -> None:
    assume(old != new)
    share = round(abs(new / old - 1) * 100)
    verb, noun = ("rose", "increase") if new > old else ("fell", "drop")
    assert not flagged(f"Ridership {verb} from {old} to {new}, a {share}% {noun}.", "number-change-mismatch")


@given(st.integers(10, 999), st.integers(10, 999), st.integers(5, 60))
def test_a_change_that_does_not_follow_is_flagged(old: int, new: int, off: int) -> None:
    assume(old != new)
    share = round(abs(new / old - 1) * 100)
    wrong = share + max(off, round(share * 0.05) + 2)
    text = f"Ridership went from {old} to {new}, a {wrong}% change."
    assert flagged(text, "number-change-mismatch") == [f"{wrong}%"]


@given(st.lists(st.integers(2, 9), min_size=2, max_size=2), st.integers(-3, 3))
def test_parts_and_their_whole(parts: list[int], off: int) -> None:
    whole = sum(parts) + off
    assume(whole >= 2 and whole / 2 <= sum(parts) <= 2 * whole)
    text = f"Guides lost {whole} hikers: {parts[0]} men and {parts[1]} women."
    assert flagged(text, "number-sum-mismatch") == ([f"{whole} hikers"] if off else [])


@given(st.integers(3, 25), st.integers(0, 25), st.integers(0, 25))
def test_no_more_votes_than_members(members: int, ayes: int, noes: int) -> None:
    text = f"The {members}-member board voted {ayes}-{noes} to sell the mill."
    broke_a_tie = ayes + noes == members + 1 and abs(ayes - noes) == 1
    expected = [f"{ayes}-{noes}"] if ayes + noes > members and not broke_a_tie else []
    assert flagged(text, "number-sum-mismatch") == expected


@given(st.integers(5, 60), st.integers(1, 30))
def test_points_are_no_percentage(old: int, points: int) -> None:
    share = points / old * 100
    assume(abs(share - points) > 1.5)
    text = f"Turnout rose from {old}% to {old + points}%, a {points}% increase."
    assert flagged(text, "percent-points") == [f"{points}%"]
    right = f"Turnout rose from {old}% to {old + points}%, a {points} percentage point increase."
    assert not flagged(right, "percent-points")
    assert not flagged(right, "number-change-mismatch")


def test_rounding_is_allowed_for() -> None:
    assert not flagged("Sales rose from $1.1 million to $1.3 million, a 14% gain.", "number-change-mismatch")
    assert flagged("Sales rose from $1.10 million to $1.30 million, a 14% gain.", "number-change-mismatch") == ["14%"]


def test_both_orders_of_the_ends() -> None:
    rule = "number-change-mismatch"
    assert flagged("Ridership rose 50% to 300 from 250.", rule) == ["50%"]
    assert flagged("Ridership was 300, up from 250, a 50% increase.", rule) == ["50%"]
    assert not flagged("Ridership rose 20% to 300 from 250.", rule)
