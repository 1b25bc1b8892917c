"""HTML's marks in a text, each where it stands: tags, comments, character references.

Not `html.parser`: it needs minutes for a few hundred kilobytes of `<a b='<a'`, gives lines and columns to be
turned back, and reads comments differently from one Python to the next. A tag here never reaches past the
next `<`, so that looking for one at every `<` stays linear in the text.
"""

from __future__ import annotations

import re

from copydesk.model.article import MARKUP

Mask = tuple[int, int, str]

#: A tag, a declaration or a processing instruction; its attributes may be badly quoted.
TAG = (
    r"""<(?:/?(?P<name>[A-Za-z][\w:.-]*+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>"""
    r"|/?(?P<odd>[A-Za-z][\w:.-]*+)[^<>]*>|[!?][^<>]*>)"
)
#: A comment that is closed before another begins.
COMMENT = r"<!--(?:(?!<!--|-->).)*+-->"
REFERENCE = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
#: Elements whose text is not copy but code, or is not shown.
NOT_COPY = frozenset({"code", "kbd", "samp", "tt", "var", "script", "style", "template", "textarea", "svg", "math"})


def tag_name(tag: re.Match[str]) -> str:
    """The element's name in lower case, "" for a declaration."""
    return (tag["name"] or tag["odd"] or "").lower()


def reference_masks(text: str, start: int, end: int) -> tuple[Mask, ...]:
    """How the character reference at start to end (`&rsquo;`) looks in prose: its character and, for the rest, markup.

    So a quotation mark, a dash or an accented letter is seen by who reads prose. A closing mark stands at the
    reference's end and any other character at its beginning, where the words they belong to are; a space or an
    invisible character is markup altogether. A word parts after a letter written so, and an edit must take the
    whole reference or none of it.
    """
    from html import unescape
    from unicodedata import category

    character = unescape(text[start:end])
    if len(character) != 1:
        return ()
    if not character.isprintable() or character.isspace():
        return ((start, end, MARKUP),)
    before = text[start - 1 : start]
    if category(character) in ("Pf", "Pe") or (character in "\"'" and before.strip(" \t\r\n>([—–-")):
        return (start, end - 1, MARKUP), (end - 1, end, character)
    return (start, start + 1, character), (start + 1, end, MARKUP)
