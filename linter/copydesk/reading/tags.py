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


def reference_masks(start: int, end: int, written: str) -> tuple[Mask, ...]:
    """How the character reference `written` (`&rsquo;`) looks in prose: its character, then markup.

    So a quotation mark, a dash or an accented letter is seen by who reads prose, at the reference's place;
    a space or an invisible character is markup altogether. A word parts after a letter written so. An edit
    must take the whole reference or none of it.
    """
    from html import unescape

    character = unescape(written)
    if len(character) != 1:
        return ()
    if not character.isprintable() or character.isspace():
        return ((start, end, MARKUP),)
    return (start, start + 1, character), (start + 1, end, MARKUP)
