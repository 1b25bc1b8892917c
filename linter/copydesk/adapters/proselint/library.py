"""The installed proselint: its checks by path, and what they find, in whatever version of it there is.

Nothing here is imported before a check is known to be worth its while. What proselint does that this module does not
expect, in its next version or in a broken installation, is one `Unusable` and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from copydesk.adapters.proselint.given import Given
from copydesk.model.record import NamedTuple

#: Findings of one check that are looked at. proselint counts through the text for each, so that many take long.
MOST = 500


class Unusable(Exception):
    """proselint cannot be used; the message says why, for a person."""


class Finding(NamedTuple):
    """What a check found: code points of the article, what is said of them, and what to write instead."""

    start: int
    end: int
    message: str
    replacement: str | None


def checks_by_path() -> Mapping[str, tuple[Any, ...]]:
    """proselint's checks by their dotted path, as they are registered. Raises Unusable."""
    loaded = _load()
    if isinstance(loaded, str):
        raise Unusable(loaded)
    return loaded


@cache
def _load() -> Mapping[str, tuple[Any, ...]] | str:
    """The checks by path; or why there are none. Either is found out once."""
    try:
        from proselint.checks import __register__  # type: ignore[import-untyped]
    except ImportError as error:
        return _missing(error)
    except Exception as error:
        return _strange(error)
    found: dict[str, tuple[Any, ...]] = {}
    try:
        for check in __register__:
            if not (callable(check.check_with_flags) and check.engine.opts and check.message and check.flags):
                return _strange(TypeError("its checks are of another kind"))
            found[check.path] = (*found.get(check.path, ()), check)
    except (AttributeError, TypeError) as error:
        return _strange(error)
    return found


def _missing(error: ImportError) -> str:
    if (error.name or "").partition(".")[0] == "proselint" and error.name != "proselint":
        return _strange(error)
    return f"proselint cannot be imported ({error}): its rules are silent. Install it, or use --ignore proselint"


def _strange(error: Exception) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        name = f"proselint {version('proselint')}"
    except PackageNotFoundError:
        name = "this proselint"
    said = f"{type(error).__name__}: {error}"
    return (
        f"{name} is none that copydesk knows ({said}): its rules are silent. Use proselint 0.16, or --ignore proselint"
    )


def is_about_marks(check: Any) -> bool:
    """Whether a check reads quotation marks, and so must be given the quotations."""
    return bool(check.flags.allow_quotes)


def findings(check: Any, text: Given) -> Iterator[Finding]:
    """What one check finds, whole words only. Raises Unusable."""
    try:
        for result in islice(check.check_with_flags(text.text), MOST):
            whole = _whole(check, text.text, *result.span)
            if whole is not None:
                yield _finding(check, result, text, *whole)
    except Exception as error:
        raise Unusable(_strange(error)) from None


def _finding(check: Any, result: Any, text: Given, start: int, end: int) -> Finding:
    """A result in the article's places; without the backslashes of patterns, and without “None” for a word it lacks."""
    found = text.text[start:end].strip()
    message, replacement = result.message, result.replacements
    if replacement is None:
        replacement = _replacement(check, found)
        message = check.message.format(replacement, found) if replacement else message
    return Finding(*text.span(start, end), _plain(message), _plain(replacement) if replacement else None)


def _plain(words: str) -> str:
    return words.replace("\\.", ".")


def _whole(check: Any, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole words of a result; None when what it found is no more than part of a word.

    Once a check's phrases stand in a text as words, proselint looks for them without regard to words: it finds "nigh"
    in "night", and "deplane" where its pattern has "deplaned" too. Lists of allowed words give the second letter of a
    word for its first. A check that is a bare pattern means what it finds.
    """
    kind = check.check_type
    start -= hasattr(kind, "allowed")
    first, last = start, end
    while text[first - 1 : first + 1].isalpha() and first:
        first -= 1
    while text[last - 1 : last + 1].isalpha() and last < len(text) - 1:
        last += 1
    if (first, last) == (start, end) or hasattr(kind, "pattern"):
        return start, end
    patterns = getattr(kind, "items", ())
    return (first, last) if any(check.engine.fullmatch(one, text[first:last]) for one in patterns) else None


def _replacement(check: Any, found: str) -> str | None:
    """What to write for `found`, where the check looks a pattern up as if it were a word, and says "None"."""
    items = getattr(check.check_type, "items", ())
    if not isinstance(items, Mapping):
        return None
    return next((to for pattern, to in items.items() if check.engine.fullmatch(pattern, found)), None)
