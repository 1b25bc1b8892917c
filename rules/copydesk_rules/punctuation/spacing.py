"""Spaces, doubled marks, dashes and exclamation points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Edit, Good, Kind, Span, compiled, flag, rule
from copydesk_rules._habit import in_copy, slips_or_habit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flag, Flags, Match

#: Zones whose words are typed in a row; tables and code have spaces of their own.
_TYPED = PROSE | {Kind.HEADLINE, Kind.SUBHEAD, Kind.BLOCKQUOTE}
_PARAGRAPHS = PROSE - {Kind.LIST}
#: Stand in `prose` for a masked character of markup, and for one of code or an address.
_MARKUP, _OBJECT = "\u2060", "\ufffc"


@rule(
    "punct-double-space",
    severity="suggestion",
    fix="safe",
    summary="One space between words and between sentences",
    in_quotes=True,
    bad=[
        Bad("The ferry sank.^  ^Nobody was aboard.", fixed="The ferry sank. Nobody was aboard."),
        Bad("Park rowed^   ^home.", fixed="Park rowed home."),
        Bad("“It leaked.^  ^We swam,” Lee said.", fixed="“It leaked. We swam,” Lee said."),
    ],
    good=[
        "The ferry sank. Nobody was aboard.",
        "The ferry sank.  \nNobody was aboard.",
        "Type `row  home` to begin.",
        "    row  home\n",
    ],
)
def one_space(article: Article) -> Flags:
    """Two spaces after a period come from typewriters (AP Stylebook, "spacing"). An article full of them is reported
    once. Line ends, tables, indents and code are let be.
    """
    if "  " in article.prose:
        yield from slips_or_habit(
            flag(Span(*gap.span()), "One space is enough", replace=" ")
            for gap in in_copy(article, compiled(r"  +(?=\S)"), _TYPED, quoted=True)
            if not article.prose[gap.start() - 1].isspace()
            and _OBJECT not in article.prose[gap.start() - 1 : gap.end() + 1]
        )


@rule(
    "punct-repeated",
    severity="warning",
    fix="safe",
    summary="A mark stands once, with no space before it",
    pattern=(
        r",{2,}\.?|,\.(?!\d)|;{2,}|(?<=[^\s.…/])\.\.(?![.…\w/])|[!?]{2,}|(?<=\w)[ \u00a0]+(?:[,;](?=\s)|"
        r"\.(?=\s|\Z)(?!\s*[.…]))"
    ),
    hints=("!", "?", ";", ",,", ",.", "..", " ,", " ."),
    bad=[
        Bad("The ferry sank^..^ Nobody swam.", fixed="The ferry sank. Nobody swam."),
        Bad("Park rowed^ ,^ then swam.", fixed="Park rowed, then swam."),
        Bad("The ferry sank^,,^ and Park swam.", fixed="The ferry sank, and Park swam."),
        Bad("Who sank it^?!^ Nobody knows.", fixed="Who sank it? Nobody knows."),
        Bad("Park rowed home^ .^", fixed="Park rowed home."),
    ],
    good=[
        "Park waited ... and rowed.",
        "Park waited . . . and rowed.",
        "Park waited… and rowed.",
        "The art is in `../boats` now.",
        "The art is in ../boats/red now.",
        "“Who sank it?!” she yelled.",
        "The firm moved to .NET in May.",
    ],
)
def mark_stands_once(match: Match) -> Flags:
    """Doubled commas, periods and end marks, and a space before a comma or period, are slips of typing."""
    marks = match.group().strip(" \u00a0")
    if marks[0] in "!?":
        right = "?" if "?" in marks else "!"
    elif "." in marks:
        right = "."
    else:
        right = marks[0]
    yield flag(match, f"Write {right} once, with no space before it", replace=right)


@rule(
    "punct-dash-form",
    severity="suggestion",
    fix="safe",
    summary="The dash has the house’s form",
    bad=[
        Bad("The boats^--^all nine^--^sank.", fixed="The boats — all nine — sank."),
        Bad("The boats^—^all nine^—^sank.", fixed="The boats — all nine — sank."),
        Bad("The boats ^–^ all nine ^–^ sank.", fixed="The boats — all nine — sank."),
        Bad("The boats ^--^ all nine ^--^ sank.", fixed="The boats — all nine — sank."),
        Bad("The boats ^-^ all nine ^-^ sank.", fixed="The boats — all nine — sank."),
        Bad("The boats ^—^ all nine ^—^ sank.", fixed="The boats – all nine – sank.", options={"dash": " – "}),
    ],
    good=[
        "The boats — all nine — sank.",
        "The ferry runs May 3–5.",
        "Pages 10 – 20 are wet.",
        "The 9-5 win came late.",
        "Run ferry --help to begin.",
        "The boats sank.\n\n---\n\nPark swam.",
        "“The boats--all nine--sank,” Lee said.",
        Good("The boats – all nine – sank.", options={"dash": " – "}),
        Good("The boats - all nine - sank.", options={"dash": " – ", "also": ("-",)}),
    ],
)
def dash_form(article: Article, *, dash: str = " — ", also: tuple[str, ...] = ()) -> Flags:
    """AP and The New York Times set an em dash between spaces, Reuters a hyphen, British houses an en dash (AP
    Stylebook, "dash"). Ranges of figures and hyphens in words are no dashes. An article that has another form
    throughout is reported once. Options: `dash`, with its spaces; `also`, marks that are let be.
    """
    prose = article.prose
    if any(mark in prose for mark in ("—", "--", " – ", " - ")):
        yield from slips_or_habit(_dashes(article, dash, also), few=2)


def _dashes(article: Article, dash: str, also: tuple[str, ...]) -> Iterator[Flag]:
    prose, mark = article.prose, dash.strip()
    for match in in_copy(article, compiled(_dash_pattern(prose)), _PARAGRAPHS):
        found = match[0].strip()
        start, end = match.end() - len(found), match.end()
        before, after = prose[start - 1 : start], prose[end : end + 1]
        if found in also or found not in _DASHES or not _joins_words(article, start, end):
            continue
        if found == "-" and not (compiled(r"[a-z,]").match(prose[start - 2]) and prose[end + 1 : end + 2].islower()):
            continue
        wanted = mark
        if dash != mark:
            wanted = ("" if before.isspace() else " ") + mark + ("" if after.isspace() else " ")
        if found != wanted and not (before.isspace() and not after.isspace() and found == "--"):
            yield flag(Span(start, end), f"The house’s dash is “{dash}”", replace=wanted)


def _dash_pattern(prose: str) -> str:
    """A pattern for those dashes that the article has: a hyphen between spaces is dear to look for."""
    forms = {"--": "--+", "—": "—+", " – ": " –(?= )", " - ": " -(?= )"}
    return "|".join(pattern for mark, pattern in forms.items() if mark in prose)


_DASHES = frozenset(("--", "—", "–", "-"))


def _joins_words(article: Article, start: int, end: int) -> bool:
    """Whether words of one line stand on both sides of a dash, and no figures that make a range of it."""
    prose, zone = article.prose, article.zone_at(start)
    if zone is None or start == zone.start or prose[start - 1] in f"\n{_OBJECT}" or prose[end : end + 1] in _OBJECT:
        return False
    left = prose[max(zone.start, start - 12) : start].rstrip(f" \u00a0{_MARKUP}")
    right = prose[end : min(zone.end, end + 12)].lstrip(f" \u00a0{_MARKUP}")
    if not left or not right or left[-1] in "\n—-|“(" or right[0] in "\n—-|”)":
        return False
    return not (right[0].isdigit() and (left[-1].isdigit() or left.endswith((".m.", "am", "pm"))))


@rule(
    "punct-exclamation",
    severity="suggestion",
    summary="No exclamation point outside quotation marks",
    bad=[
        "The ferry is back^!^",
        "The team won^!^ Fans rowed home.",
        "What a ferry^!^",
    ],
    good=[
        "Yahoo! cut 40 jobs.",
        "She won on “Jeopardy!” in May.",
        "“We won!” Park said.",
        "The choir sang songs from Oklahoma! on the green.",
        "The team won. Fans rowed home.",
    ],
)
def exclamation(article: Article) -> Flags:
    """News does not raise its voice (AP Stylebook, "exclamation point"). Names that end in one, and what a source
    shouts, keep theirs. An article full of them is reported once.
    """
    if "!" in article.prose:
        yield from slips_or_habit(
            (
                flag(Span(*match.span()), "Let the news speak: no exclamation point")
                for match in in_copy(article, compiled(r"!+(?![\w=\[(<!])"), PROSE)
                if not _is_name(article.prose, match.start(), match.end())
            ),
            few=1,
        )


_NAMED = frozenset(
    "Yahoo Jeopardy Oklahoma Mia Ahoy Wham Jeb Rouge Oliver Dolly Yum Joomla Airplane Tora Panic Hadestown".split()
)


def _is_name(prose: str, start: int, end: int) -> bool:
    """Whether the mark is a name's: one that is known, or a capitalised word in a sentence that goes on."""
    word = compiled(r"[^\w]").split(prose[max(start - 20, 0) : start])[-1]
    goes_on = compiled(r"\s[^\W\d_]").match(prose[end : end + 2]) is not None and prose[end + 1].islower()
    return word in _NAMED or (word[:1].isupper() and goes_on)


@rule(
    "punct-whitespace",
    severity="warning",
    fix="safe",
    summary="No stray spaces, tabs or garbled marks",
    in_quotes=True,
    bad=[
        Bad("Park^â€™^s boat sank.", fixed="Park’s boat sank."),
        Bad("The ferry^\u00a0^sank.", fixed="The ferry sank."),
        Bad("The ferry^\t^sank.", fixed="The ferry sank."),
        Bad("The ferry sank.^ ^\n\nPark swam.", fixed="The ferry sank.\n\nPark swam."),
        Bad("It sank.^\r\n^Park swam.\nLee rowed.\nRuiz ate.", fixed="It sank.\nPark swam.\nLee rowed.\nRuiz ate."),
    ],
    good=[
        "Park’s boat sank.",
        "The ferry sank.  \nPark swam.",
        "Le maire a dit « non\u00a0» hier\u00a0!",
        "Type `row\thome` to begin.",
    ],
)  # fmt: skip
def whitespace(article: Article) -> Flags:
    """Spaces that do not break, tabs and spaces at a line's end travel into the page; garbled marks such as those of
    UTF-8 read as Windows-1252 are seen by every reader. Two spaces at the end of a line of Markdown break it, and
    French spaces its marks.
    """
    text = article.text
    if "Ã" in text or "Â" in text or "â" in text:
        yield from _garbled(article)
    if "\u00a0" in text or "\t" in text or "\u200b" in text:
        yield from slips_or_habit(_odd_spaces(article), few=2)
    if " \n" in text or "\t" in text or text[-1:] == " ":
        yield from slips_or_habit(_trailing(article), few=1)
    if "\r" in text:
        yield from _mixed_line_ends(article)


def _mojibake() -> re.Pattern[str]:
    return compiled(r"[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")


def _garbled(article: Article) -> Iterator[Flag]:
    """UTF-8 that was read as Windows-1252: encoding it again and decoding it right gives the mark."""
    for match in in_copy(article, _mojibake(), _TYPED, quoted=True):
        for length in (3, 2):
            right = _ungarbled(match[0][:length]) if len(match[0]) >= length else None
            if right:
                yield flag(Span(match.start(), match.start() + length), f"Garbled “{right}”", replace=right)
                break


def _ungarbled(seen: str) -> str | None:
    """The one character that `seen` was, or None."""
    try:
        right = b"".join(_byte(c) for c in seen).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return right.replace("\u00a0", " ") if len(right) == 1 else None


def _byte(c: str) -> bytes:
    """The byte that Windows-1252 shows as `c`; the five that it leaves empty stand for themselves."""
    return bytes((ord(c),)) if ord(c) < 0x100 else c.encode("cp1252")


def _odd() -> re.Pattern[str]:
    return compiled(r"(?<![\s«])(?:[\u00a0\t]+|\u200b)(?![\s»:;!?])(?=.)")


def _odd_spaces(article: Article) -> Iterator[Flag]:
    for match in in_copy(article, _odd(), _TYPED, quoted=True):
        names = {"\u00a0": "A space that does not break", "\t": "A tab", "\u200b": "A space of no width"}
        right = "" if match[0] == "\u200b" else " "
        yield flag(
            Span(*match.span()), f"{names[match[0][0]]}: type a plain space", replace=right, severity="suggestion"
        )


def _line_end() -> re.Pattern[str]:
    return compiled(r"(?<=[^ \t\r\n])[ \t]{1,200}(?=\r?\n|\Z)")


def _trailing(article: Article) -> Iterator[Flag]:
    text = article.text
    for match in _line_end().finditer(text, article.front_matter.end):
        zone = article.zone_at(match.start() - 1)
        breaks = (
            len(match[0]) > 1
            and text[match.end() :].lstrip("\r\n")[:1] != ""
            and text[match.end() + 1 :][:1] not in "\r\n"
        )
        if zone is None or zone.kind not in _TYPED or breaks:
            continue
        edit = Edit(match.start(), match.end(), "")
        yield flag(Span(*match.span()), "Spaces at the end of a line", edits=[edit], severity="suggestion")


def _mixed_line_ends(article: Article) -> Iterator[Flag]:
    """One finding when some lines end as Windows ends them and others do not; the fewer give way."""
    text = article.text
    windows = [m.start() for m in compiled("\r\n").finditer(text)]
    plain = [m.start() for m in compiled(r"(?<!\r)\n").finditer(text)]
    if not plain or not windows:
        return
    wrong, right = (windows, "\n") if len(windows) <= len(plain) else (plain, "\r\n")
    length = 2 if right == "\n" else 1
    edits = [Edit(at, at + length, right) for at in wrong]
    where = Span(wrong[0], wrong[0] + length)
    yield flag(where, "Lines end in two different ways", edits=edits, severity="suggestion")
