from hypothesis import given
from hypothesis import strategies as st

from copydesk.checking.fixer import apply_fixes
from copydesk.model.violation import Certainty, Edit, Fix, Safety, Severity, Violation


def violation(*edits: tuple[int, int, str], safety: Safety = Safety.SAFE, rule: str = "a-b") -> Violation:
    made = tuple(Edit(*edit) for edit in edits)
    fix = Fix(made, safety) if made else None
    start, end = (made[0].start, made[-1].end) if made else (0, 0)
    return Violation(rule, Severity.ERROR, Certainty.HIGH, "", start, end, 1, 1, 1, 1, "body", fix, "", "")


def test_fixes_are_made_whole_or_not_at_all() -> None:
    pair = violation((0, 1, "X"), (4, 5, "Y"))
    clash = violation((1, 2, "Q"), (4, 5, "Z"), rule="c-d")
    assert apply_fixes("abcdef", [pair, clash], Safety.SAFE) == ("XbcdYf", [pair])


def test_unsafe_fixes_wait_for_a_person() -> None:
    risky = violation((0, 1, "X"), safety=Safety.UNSAFE)
    assert apply_fixes("abc", [risky], Safety.SAFE) == ("abc", [])
    assert apply_fixes("abc", [risky], Safety.UNSAFE)[0] == "Xbc"


def test_an_edit_that_two_fixes_share_is_made_once() -> None:
    one, two = violation((0, 0, "“")), violation((0, 0, "“"), (3, 3, "”"), rule="c-d")
    assert apply_fixes("abc", [one, two], Safety.SAFE)[0] == "“abc”"


def test_touching_edits_are_both_made() -> None:
    assert apply_fixes("abcd", [violation((0, 2, "X")), violation((2, 4, "Y"))], Safety.SAFE)[0] == "XY"


edits = st.tuples(st.integers(0, 20), st.integers(0, 5), st.text("xy", max_size=3)).map(
    lambda t: (t[0], t[0] + t[1], t[2])
)


@given(st.lists(edits, max_size=12))
def test_what_no_fix_covers_stays_as_it_is(spans: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz"
    fixed, made = apply_fixes(text, [violation(span) for span in spans], Safety.SAFE)
    covered = {i for v in made if v.fix for e in v.fix.edits for i in range(e.start, e.end)}
    kept = "".join(c for i, c in enumerate(text) if i not in covered)
    assert "".join(c for c in fixed if c not in "xy" or c in kept).replace("x", "").replace("y", "") == kept.replace(
        "x", ""
    ).replace("y", "")
    assert len(fixed) == len(text) + sum(
        len(e.text) - (e.end - e.start) for e in {e for v in made if v.fix for e in v.fix.edits}
    )
