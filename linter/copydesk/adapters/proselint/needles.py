"""What a regular expression cannot match without: strings of which every match holds one.

Most patterns of a stylebook are words and phrases, and most articles have none of them: looking for the words first
spares the patterns. Both dialects that proselint uses are read, those of `re` and of RE2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Any

from copydesk.patterns import compiled

#: Stands in a needle where a word begins or ends.
EDGE = "\b"
#: More strings than this for one pattern are not worth looking for one by one.
MOST = 600

#: All that a piece of a pattern can match, None when that is too much; and strings of which every match holds one.
_Known = tuple[frozenset[str] | None, frozenset[str] | None]
_NOTHING: _Known = (None, None)
_SPACE = frozenset({" "})


def needles_of(pattern: str) -> frozenset[str]:
    """Strings of which every match of `pattern` holds one, in its own case, with EDGE where a word begins or ends.

    White space of any length is one space in them. Empty when there are none to be had: the pattern may match
    anything, or is not understood.
    """
    words = compiled(r"(\\b)?([\w ,'-]+)(\\b)?").fullmatch(pattern)
    if words:
        return frozenset({EDGE * bool(words[1]) + words[2] + EDGE * bool(words[3])})
    from re import _parser  # type: ignore[attr-defined]

    try:
        parsed = _parser.parse(_as_re(pattern))
        exact, required = _sequence(parsed)
    except (re.error, OverflowError, RecursionError):
        return frozenset()
    return _better(exact, required) or frozenset()


def _as_re(pattern: str) -> str:
    r"""A pattern of RE2 as `re` spells it: `\x{2014}` is one character."""
    return re.sub(r"\\x\{([0-9A-Fa-f]+)\}", lambda code: re.escape(chr(int(code[1], 16))), pattern)


def _sequence(items: Iterable[Any]) -> _Known:
    run: frozenset[str] = frozenset({""})
    best: frozenset[str] | None = None
    whole = True
    for item in items:
        exact, required = _item(*item)
        if exact is not None and len(run) * len(exact) <= MOST:
            run = frozenset(map("".join, product(run, exact)))
            continue
        whole = False
        best = _better(_better(best, run), required)
        run = exact if exact is not None else frozenset({""})
    return (run if whole else None), _better(best, run)


def _item(op: Any, value: Any) -> _Known:
    """What is known of one node of a parsed pattern."""
    name = str(op)
    if name == "LITERAL":
        return frozenset({chr(value)}), None
    if name == "IN":
        return _class(value)
    if name == "AT":
        return frozenset({EDGE if str(value) == "AT_BOUNDARY" else ""}), None
    if name == "BRANCH":
        return _branch([_sequence(branch) for branch in value[1]])
    if name == "SUBPATTERN":
        return _sequence(value[-1])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return _repeat(*value)
    if name in ("ASSERT", "ASSERT_NOT"):
        # “No letter beside it” is proselint's stricter edge of a word.
        stands_apart = name == "ASSERT_NOT" and len(value[1]) == 1 and str(value[1][0][0]) == "IN"
        return frozenset({EDGE if stands_apart else ""}), None
    return _NOTHING


def _class(members: list[tuple[Any, Any]]) -> _Known:
    """A class of a few characters, each by itself; white space is a space."""
    if [str(member) for _, member in members] == ["CATEGORY_SPACE"]:
        return _SPACE, None
    if len(members) <= 4 and all(str(op) == "LITERAL" for op, _ in members):
        return frozenset(chr(code) for _, code in members), None
    return _NOTHING


def _branch(ways: list[_Known]) -> _Known:
    exact: frozenset[str] | None = frozenset()
    required: frozenset[str] | None = frozenset()
    for one, needed in ways:
        exact = None if exact is None or one is None else exact | one
        best = _better(one, needed)
        required = None if required is None or best is None else required | best
    return (exact if exact is not None and len(exact) <= MOST else None), required


def _repeat(least: int, most: int, inner: Iterable[Any]) -> _Known:
    exact, required = _sequence(inner)
    if least and exact == _SPACE:
        return _SPACE, None
    if most == 1 and exact is not None:
        return (exact if least else exact | {""}), None
    return (None, _better(exact, required)) if least else _NOTHING


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The set that is likelier to be missing from a text: the one whose least telling string tells more."""
    return max((one, other), key=_telling) if _telling(one) or _telling(other) else None


def _telling(strings: frozenset[str] | None) -> int:
    """The letters of a set's shortest string, 0 for a set that says nothing."""
    return min((sum(map(str.isalnum, string)) for string in strings), default=0) if strings else 0
