"""“A” or “an”."""

from __future__ import annotations

from copydesk.patterns import compiled


def wants_an(phrase: str) -> bool:
    """Whether “an” stands before these words, by their first letters."""
    return compiled(r"(?!u(?:n[ai]|s[eu]|ti|b[ei])|one|eu)[aeiou]|hono|hour|heir").match(phrase.lower()) is not None
