"""What is wrong with a configuration, said so that a person can mend it."""

from __future__ import annotations

from collections.abc import Iterable


class ConfigError(Exception):
    """One or more things wrong with the settings: a line each, `file:line: what is wrong; what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """`; did you mean "…"?` with the choice nearest to `word`, or "" when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def listed(words: Iterable[str]) -> str:
    """`a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
