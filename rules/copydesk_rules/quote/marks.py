"""Quotation marks: every one has its partner, inner ones differ from outer ones, and all are of one sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Span, flag, rule
from copydesk_rules.quote._around import PRONOUNS, attribution_after, is_in_prose, outer_of, quotes_in, zone_after

if TYPE_CHECKING:
    from copydesk import Article, Flags, Quote, Zone

_CURLY = {'"': ("“", "”"), "''": ("“", "”"), "``": ("“", "”"), "'": ("‘", "’")}
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_DOUBLE = frozenset({"“", '"'})


@rule(
    "quote-unbalanced",
    severity="error",
    summary="Quotation mark without its partner",
    fix="none",
    bad=[
        Bad("^“^We won, Ruiz said.\n\nShe went home."),
        Bad("Lee asked, ^“^Where is the pie?\n\nThe dog hid."),
        Bad('^"^The ferry is full, Lee said.\n\nRain fell.'),
        Bad("We won,^”^ Ruiz said."),
        Bad("“We won,” Ruiz said. It rained,^”^ she added."),
    ],
    good=[
        "“It began early.\n\n“It went on all day.\n\n“It is over,” Ruiz said.",
        '"It began early.\n\n"It is over," Ruiz said.',
        'The pipe is 6" wide, the screen 27”; he is 6\'2" tall.',
        "It was the ’90s, and the dogs’ owner liked rock ’n’ roll.",
        "“She told me, ‘Go home,’” Lee said.",
        'The chart reads `"open` in the code.',
    ],
)
def quote_is_closed(quote: Quote) -> Flags:
    """Every quotation mark needs its partner in the same paragraph.

    An opening mark that nothing closes, or a closing mark that nothing opened, leaves the reader to guess
    where the source's words end: the worst thing a quotation can do. A quotation that runs on is no fault:
    each paragraph opens again and only the last closes. Primes, apostrophes and ditto marks are none of it.
    """
    if not quote.orphan or not is_in_prose(quote):
        return
    if quote.open_mark:
        mark = Span(quote.start, quote.inner_start)
        yield flag(mark, f"{quote.open_mark} opens a quotation that this paragraph never closes")
    else:
        mark = Span(quote.inner_end, quote.end)
        yield flag(mark, f"{quote.close_mark} closes a quotation that nothing opened")


@rule(
    "quote-nested",
    severity="warning",
    summary="A quotation inside a quotation takes the other marks",
    certainty="medium",
    fix="unsafe",
    in_quotes=True,
    bad=[
        Bad("“She yelled ^“row”^ at us,” Ruiz said.", fixed="“She yelled ‘row’ at us,” Ruiz said."),
        Bad('"He wrote ^"pay up"^ and rang," Lee said.', fixed="\"He wrote 'pay up' and rang,\" Lee said."),
    ],
    good=[
        "“She yelled ‘row’ at us,” Ruiz said.",
        "“We won,” Ruiz said, and “we lost,” Lee said.",
        "‘She yelled “row” at us,’ Ruiz said.",
        "“We won, Lee said. “It was close,” he added.",
        "“We call it “a win,” Lee said. “It was close. It is over.”",
    ],
)
def nested_quote_alternates(quote: Quote) -> Flags:
    """Quotation marks inside quotation marks alternate: double outside, single inside, double again.

    Two sets of the same marks run into each other, and the reader takes the first closing mark for the end.
    """
    if quote.level != 1 or not quote.closed or not is_in_prose(quote):
        return
    outer = outer_of(quote)
    if outer is None or quote.open_mark not in _DOUBLE or outer.open_mark not in _DOUBLE:
        return
    if quote.start == outer.inner_start or quote.article.computed("doubtful nesting", _doubtful)[quote.zone]:
        return
    single = ("‘", "’") if quote.open_mark == "“" else ("'", "'")
    edits = (Edit(quote.start, quote.inner_start, single[0]), Edit(quote.inner_end, quote.end, single[1]))
    yield flag(quote, "A quotation inside a quotation takes single marks", edits=edits)


def _doubtful(article: Article) -> dict[Zone, bool]:
    """By zone: whether an attribution follows an inner quotation, so that the outer one may just lack its close."""
    found: dict[Zone, bool] = {}
    for quote in article.quotes:
        if quote.level:
            found[quote.zone] = found.get(quote.zone, False) or attribution_after(quote) is not None
    return found


@rule(
    "quote-multi-para",
    severity="warning",
    summary="A quotation over paragraphs opens in each and closes only in the last",
    certainty="medium",
    fix="none",
    bad=[
        Bad("“It began early in the day.\n\n^It^ ended late,” Ruiz said."),
        Bad("“It began early in the day.^”^\n\n“It ended late,” Ruiz said."),
        Bad("“It began early in the day and it went on for hours.^”^\n\n“It ended late, and we went home,” he said."),
    ],
    good=[
        "“It began early in the day.\n\n“It ended late,” Ruiz said.",
        "“It began early in the day,” Lee said.\n\n“It ended late,” Ruiz said.",
        "“It began early,” Lee said.\n\n“It went on for hours in the rain.”\n\n“It ended late,” Ruiz said.",
        "“Did it begin early in the day, and did it go on for hours?”\n\n“It ended late,” Ruiz said.",
        "“It began early in the day and it went on for hours.”\n\n“It ended late,” said the clerk, Tom Lee.",
        "“It began early.”\n\n“Did it?”",
        "“We want three things:\n\n- A pool.\n\nThat is all,” Ruiz said.",
        "“It began early.\n\nThe clerk left.",
    ],
)
def running_quote_reopens(article: Article) -> Flags:
    """A quotation that runs over paragraphs opens again in each paragraph and closes only in the last.

    A closing mark at a paragraph's end says that the speaker is done; when the next paragraph opens with
    quotation marks and nothing names a speaker between, the reader takes it for somebody else.
    """
    before: Quote | None = None
    for quote in article.quotes:
        if quote.level or not is_in_prose(quote):
            continue
        words = quote.inner.split(None, 1)
        if quote.continues and not quote.open_mark:
            if words and quote.zone.kind != "list" and (before is None or before.open_mark):
                message = "The quotation goes on from the paragraph before; open it again here"
                yield flag(Span(quote.start, quote.start + len(words[0])), message)
        elif quote.closed and not quote.orphan and _closes_too_early(quote):
            message = "If the next paragraph goes on with this quotation, leave the closing mark off here"
            yield flag(Span(quote.inner_end, quote.end), message)
        before = quote


def _closes_too_early(quote: Quote) -> bool:
    """Whether it fills a paragraph and seems to go on in the next, which opens with a quotation and names nobody new.

    A short line that the next paragraph does not attribute is dialogue; so is a question.
    """
    zone = quote.zone
    if zone.kind == "list" or quote.inner[-1:] != "." or not _fills(quote, zone):
        return False
    following = zone_after(zone)
    if following is None or following.kind != "body":
        return False
    opening = next(iter(quotes_in(following)), None)
    if opening is None or not opening.closed or not following.prose.lstrip().startswith(opening.prose):
        return False
    speaker = attribution_after(opening)
    if speaker is not None:
        return not speaker.is_new and not _is_anothers(quote, speaker.name)
    return _fills(opening, following) and len(quote.inner.split()) >= 10


def _is_anothers(quote: Quote, name: str) -> bool:
    """Whether the copy before credits a quotation without a tag to somebody of another last name."""
    speaker = quote.speaker
    if speaker is None or not name:
        return False
    last = speaker.prose.split(",")[0].split()[-1]
    return last[0].isupper() and last.lower() not in PRONOUNS and last != name


def _fills(quote: Quote, zone: Zone) -> bool:
    """Whether the quotation is all of its paragraph, a mark or two of markup aside."""
    return quote.end - quote.start + 8 > zone.end - zone.start and zone.prose.strip() == quote.prose


@rule(
    "quote-mixed-marks",
    severity="suggestion",
    summary="Straight and curly quotation marks in one article",
    fix="safe",
    in_quotes=True,
    bad=[
        Bad('^"^We won,” Ruiz said.', fixed="“We won,” Ruiz said."),
        Bad(
            "“We won,” Ruiz said.\n\nLee called it ^\"^a ^'^good^'^ day^\"^ for “all.”",
            fixed="“We won,” Ruiz said.\n\nLee called it “a ‘good’ day” for “all.”",
        ),
        Bad('"We won," Ruiz said. ^“^It is over^”^ and "done."', fixed='"We won," Ruiz said. "It is over" and "done."'),
        Bad(
            '“We won,” Ruiz said. “It is over.” Lee said ^"^no^"^ and "not yet."',
            fixed="“We won,” Ruiz said. “It is over.” Lee said “no” and “not yet.”",
            options={"most": 2},
        ),
    ],
    good=[
        "“We won,” Ruiz said. “It is over.”",
        '"We won," Ruiz said. "It is over."',
        '“We won,” Ruiz said of the 27" pipe.',
        '---\ntitle: "Pool closes"\n---\n“We won,” Ruiz said.',
        "“We don't know,” Ruiz said.",
    ],
)
def marks_are_of_one_sort(article: Article, *, most: int = 10) -> Flags:
    """One article has one sort of quotation marks, straight or curly; the rarer sort changes.

    A mixture is the trace of copy pasted from elsewhere. Apostrophes, primes, code and metadata do not
    count. Every mark has its own finding up to `most`; the last of these mends all that are left.
    """
    marks = _all_marks(article)
    straight = [mark for mark in marks if mark[2] in _CURLY]
    curly = [mark for mark in marks if mark[2] in _STRAIGHT]
    if not straight or not curly:
        return
    if len(straight) <= len(curly):
        edits = [Edit(start, end, _CURLY[text][side]) for start, end, text, side in straight]
        message = "Straight quotation mark in an article with curly ones"
    else:
        edits = [Edit(start, end, _STRAIGHT[text]) for start, end, text, _ in curly]
        message = "Curly quotation mark in an article with straight ones"
    for edit in edits[: most - 1]:
        yield flag(edit, message, replace=edit.text)
    rest = edits[most - 1 :]
    if rest:
        more = f", and {len(rest) - 1} more" if len(rest) > 1 else ""
        yield flag(rest[0], message + more, edits=rest)


def _all_marks(article: Article) -> list[tuple[int, int, str, int]]:
    """Every quotation mark of the copy: start, end, text, and 0 for an opening or 1 for a closing one."""
    marks: list[tuple[int, int, str, int]] = []
    for quote in article.quotes:
        if is_in_prose(quote):
            if quote.open_mark:
                marks.append((quote.start, quote.inner_start, quote.open_mark, 0))
            if quote.close_mark:
                marks.append((quote.inner_end, quote.end, quote.close_mark, 1))
    return sorted(marks)
