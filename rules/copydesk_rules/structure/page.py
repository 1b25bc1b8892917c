"""What is printed twice, left over, or out of its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, Span, compiled, flag, rule
from copydesk_rules._case import is_sentence_case, is_title_case, to_sentence_case, to_title_case
from copydesk_rules._links import find_links

if TYPE_CHECKING:
    from copydesk import Article, Flags, Subhead, Zone

_FERRY = "The Harlow ferry stays at its dock through Friday while a crew from Oak Falls mends the ramp that ice broke."
#: Metadata whose words are printed above the story; None is the copy itself.
_PRINTED = (None, "deck", "dek", "subtitle", "subheadline")
_NAMES = {
    "headline": "headline", "deck": "deck", "lead": "lead", "body": "paragraph", "subhead": "subhead",
}  # fmt: skip


@rule(
    "structure-duplicate-paragraph",
    severity="error",
    summary="Same words printed twice",
    fix="unsafe",
    bad=[
        Bad(f"{_FERRY}\n\nNobody was aboard.\n\n^{_FERRY}^\n\nWork starts in May.",
            f"{_FERRY}\n\nNobody was aboard.\n\n\n\nWork starts in May."),
        Bad(f"---\ntitle: Ferry stays in\ndeck: {_FERRY}\n---\nBy Ana Ruiz\n\n^{_FERRY}^\n\nNobody was aboard.",
            f"---\ntitle: Ferry stays in\ndeck: {_FERRY}\n---\nBy Ana Ruiz\n\n\n\nNobody was aboard."),
        Bad(f"{_FERRY}\n\nNobody was aboard.\n\n^{_FERRY.replace('Friday', 'late Friday')}^\n\nWork starts in May.",
            f"{_FERRY}\n\nNobody was aboard.\n\n\n\nWork starts in May."),
    ],
    good=[
        f"{_FERRY}\n\nNobody was aboard.\n\nWork starts in May.",
        "“No,” he said.\n\nNobody was aboard.\n\n“No,” he said.",
        f"{_FERRY}\n\nNobody was aboard.\n\n> {_FERRY}",
        f"---\ntitle: Ferry stays in\ndescription: {_FERRY}\n---\n{_FERRY}\n\nNobody was aboard.",
        f"{_FERRY}\n\nNobody was aboard.\n\n"
        "The Harlow ferry stays at its dock through Monday while a crew from Elm Falls mends the ramp that ice broke.",
    ],
)  # fmt: skip
def says_it_once(article: Article) -> Flags:
    """A paragraph, headline or deck that stands in the story twice was pasted twice.

    Paragraphs count from 12 words on, when nine words in ten are the same. Pull quotes, refrains of a few
    words and the metadata's own summary are no repeats.
    """
    for zone in article.zones_of(Kind.REPEAT):
        first = zone.repeats
        if first is None or first.key not in _PRINTED or zone.key is not None:
            continue
        least = 2 if first.kind in (Kind.HEADLINE, Kind.DECK) else 12
        if article.count_words(zone.start, zone.end) >= least:
            line, _ = article.lines.line_column(first.start)
            what = _NAMES.get(first.kind.value, "words")
            yield flag(zone, f"Printed again: this is the {what} of line {line}", replace="")
    for again, first in _repeated(article):
        line, _ = article.lines.line_column(first.start)
        yield flag(_trimmed(again), f"Printed again; first at line {line}", replace="")


def _repeated(article: Article) -> Iterator[tuple[Zone, Zone]]:
    """Paragraphs that say an earlier one again, each with the first. Candidates begin or end with the same words."""
    seen: dict[tuple[str, ...], Zone] = {}
    tokens = article.tokens
    for zone in article.zones_of(Kind.LEAD, Kind.BODY):
        span = tokens.between(zone.start, zone.end)
        if len(span) < 12:
            continue
        keys = (
            ("<", *tokens.lower[span.start : span.start + 4]),
            (">", *tokens.lower[span.stop - 5 : span.stop]),
        )
        earlier = next((seen[key] for key in keys if key in seen and _alike(zone, seen[key])), None)
        if earlier is None:
            for key in keys:
                seen.setdefault(key, zone)
        else:
            yield zone, earlier


def _alike(zone: Zone, other: Zone) -> bool:
    """Whether two paragraphs say the same in the same words: all of 12 or more, or nine in ten of at least 20."""
    one, two = _words_of(zone), _words_of(other)
    longest, shortest = max(len(one), len(two)), min(len(one), len(two))
    if one != two and (shortest < 20 or (Counter(one) & Counter(two)).total() < 0.9 * longest):
        return False
    return shortest >= 12 and _facts_of(zone) == _facts_of(other) and _mostly_quoted(zone) == _mostly_quoted(other)


def _words_of(zone: Zone) -> list[str]:
    tokens = zone.article.tokens
    span = tokens.between(zone.start, zone.end)
    return [word for word in tokens.lower[span.start : span.stop] if word[0].isalnum()]


def _facts_of(zone: Zone) -> list[str]:
    """The names and figures of a paragraph: where these differ, a like sentence says another thing."""
    words = compiled(r"[^\W_]+").findall(zone.prose)[1:]
    return [word for word in words if word[0].isupper() or word[0].isdigit()]


def _mostly_quoted(zone: Zone) -> bool:
    """Whether more of a paragraph is quotation than not: a letter may be quoted first and printed whole below."""
    inside = [(max(q.start, zone.start), min(q.end, zone.end)) for q in zone.article.quotes]
    return 2 * sum(end - start for start, end in inside if start < end) > zone.end - zone.start


def _trimmed(zone: Zone) -> Span:
    """A zone without the white space around its words."""
    said = zone.text
    return Span(zone.start + len(said) - len(said.lstrip()), zone.end - (len(said) - len(said.rstrip())))


@rule(
    "structure-boilerplate",
    severity="suggestion",
    summary="Standing text of the outlet or the site in the story",
    fix="unsafe",
    bad=[
        Bad(
            "The pool closed Monday after a pump failed.\n\nWork starts in May, the city said.\n\n"
            "^The Harlow Post is dedicated to honest coverage of the valley.^",
            "The pool closed Monday after a pump failed.\n\nWork starts in May, the city said.\n\n",
        ),
        Bad(
            "The pool closed Monday after a pump failed.\n\nWork starts in May, the city said.\n\n"
            "^Subscribe to our newsletter for more stories like this^",
            "The pool closed Monday after a pump failed.\n\nWork starts in May, the city said.\n\n",
        ),
    ],
    good=[
        "The pool closed Monday after a pump failed.\n\nWork starts in May, the city said.",
        "The pool closed Monday.\n\nThe mayor is committed to a new one by summer, he said.\n\nWork starts in May.",
    ],
)
def leaves_template_to_the_template(article: Article) -> Flags:
    """What stands under every story (about the paper, subscribe, contact, all rights reserved) is the template's.

    Pasted into the copy it is printed twice, and searched, quoted and counted as the story.
    """
    for first, last in _runs(article, Kind.BOILERPLATE):
        yield flag(
            Span(first.start, last.end), "Standing text: it belongs to the template, not to the story", replace=""
        )


def _runs(article: Article, kind: Kind) -> Iterator[tuple[Zone, Zone]]:
    """First and last zone of each unbroken row of zones of a kind."""
    first: Zone | None = None
    last: Zone | None = None
    for zone in (*article.zones, None):
        if zone is not None and zone.kind is kind:
            first, last = first or zone, zone
        elif first is not None and last is not None:
            yield first, last
            first = last = None


@rule(
    "structure-excerpt-ellipsis",
    severity="warning",
    summary="Cut-off excerpt of the story left above it",
    bad=[
        "^The orchard on Mill Road lost half its blossoms to frost, and …^\n\nFrost hits orchard\n\nBy Ana Ruiz\n\n"
        "The orchard on Mill Road lost half its blossoms to frost, and pickers fear a thin fall.\n\nSnow is due.",
        "^The bridge reopened Sunday, three weeks after a barge hit it, and the ...^\n\nBridge reopens\n\n"
        "By Tom Lee\n\n"
        "The bridge reopened Sunday, three weeks after a barge hit it, and the ferry stopped.\n\nDrivers cheered.",
    ],
    good=[
        "Frost hits orchard\n\nBy Ana Ruiz\n\nThe orchard on Mill Road lost half its blossoms to frost.\n\n"
        "Snow is due.",
        "And then the lights went out …\n\nThe storm reached Midtown at noon Monday.\n\nNobody was hurt.",
    ],
)
def has_no_excerpt(article: Article) -> Flags:
    """An excerpt that a site cuts off with “…” came along with the copy; it is the story's own beginning again."""
    for zone in article.zones_of(Kind.EXCERPT):
        if zone.key is None and compiled(r"(?:…|\.{3})[\])]?\W*$|read(?:ing| more)\W*$", re.I).search(zone.text[-40:]):
            yield flag(_trimmed(zone), f"An excerpt cut off in mid-sentence{_of_line(article, zone)}: delete it")


def _of_line(article: Article, zone: Zone) -> str:
    first = zone.repeats
    if first is None:
        return ""
    return f" (the {_NAMES.get(first.kind.value, 'words')} of line {article.lines.line_column(first.start)[0]})"


@rule(
    "structure-subhead-case",
    severity="suggestion",
    summary="Subhead’s capitals are not the house’s",
    fix="unsafe",
    bad=[
        Bad(
            "The league argued for an hour about its creaking bleachers.\n\n## ^An Hour of Argument Over Bleachers^\n\n"
            "The argument over the bleachers took all of an hour, Mo Khan said.\n",
            "The league argued for an hour about its creaking bleachers.\n\n## An hour of argument over bleachers\n\n"
            "The argument over the bleachers took all of an hour, Mo Khan said.\n",
        ),
        Bad(
            "The council heard from Mo Khan about the Midtown plan for schools.\n\n"
            "## ^Khan’s School Plan and Midtown’s Answer^\n\n"
            "An answer to the plan for a school is due, Khan told Midtown.\n",
            "The council heard from Mo Khan about the Midtown plan for schools.\n\n"
            "## Khan’s school plan and Midtown’s answer\n\n"
            "An answer to the plan for a school is due, Khan told Midtown.\n",
        ),
    ],
    good=[
        "The league argued.\n\n## An hour of argument over bleachers\n\nThe argument went on.\n",
        "The council heard.\n\n## The Old Pool and New Rink Act of 2007\n\nThe pool and the rink are old.\n",
        "The council heard from Mo Khan and Ana Ruiz.\n\n## Mo Khan and Ana Ruiz\n\n"
        "The two, Khan and Ruiz, are friends.\n",
        Good("The league argued.\n\n## An Hour of Argument\n\nThe argument went on.\n", options={"style": "title"}),
    ],
)
def subhead_case(subhead: Subhead, *, style: str = "sentence") -> Flags:
    """Subheads take the capitals of headlines: in AP style the first word and names, nothing else.

    A subhead that ends in a figure of three digits or more is the name of an act, a year or a sum.
    `style = "title"` asks for title case (NYT).
    """
    article = subhead.article
    if style == "title":
        if is_sentence_case(article, subhead):
            yield flag(_bare(subhead), "Subheads are in title case", edits=to_title_case(article, subhead))
    elif not compiled(r"\d{3}\W*$").search(subhead.text) and is_title_case(article, subhead):
        message = "Subheads are in sentence case: only the first word and names take a capital"
        yield flag(_bare(subhead), message, edits=to_sentence_case(article, subhead))


def _bare(subhead: Subhead) -> Span:
    """The subhead's words without markup around them."""
    said = subhead.prose
    return Span(
        subhead.start + len(said) - len(said.lstrip("\u2060 \t")),
        subhead.end - len(said) + len(said.rstrip("\u2060 \t")),
    )


@rule(
    "structure-heading-level",
    severity="suggestion",
    summary="Heading is out of its level",
    fix="safe",
    bad=[
        Bad("# Pool closes\n\nThe pool closed Monday.\n\n## Reaction\n\nSwimmers wept.\n\n^####^ Next\n\n"
            "Work starts in May.\n",
            "# Pool closes\n\nThe pool closed Monday.\n\n## Reaction\n\nSwimmers wept.\n\n### Next\n\n"
            "Work starts in May.\n"),
        Bad("---\ntitle: Pool closes\n---\nThe pool closed Monday.\n\n^#^ Reaction\n\nSwimmers wept.\n",
            "---\ntitle: Pool closes\n---\nThe pool closed Monday.\n\n## Reaction\n\nSwimmers wept.\n"),
        Bad("# Pool closes\n\nThe pool closed Monday after a pump failed.\n\n^**Reaction**^\n\n"
            "Swimmers wept at the gate.\n",
            "# Pool closes\n\nThe pool closed Monday after a pump failed.\n\n## Reaction\n\n"
            "Swimmers wept at the gate.\n"),
    ],
    good=[
        "# Pool closes\n\nThe pool closed Monday.\n\n## Reaction\n\nSwimmers wept.\n\n### Next\n\n"
        "Work starts in May.\n",
        "# Pool closes\n\nThe pool closed Monday.\n\n**Reaction.** Swimmers wept.\n",
        "# Pool closes\n\nThe pool closed Monday.\n\n**What do you do now that it is closed?**\n\nWe wait.\n",
        "# Pool closes\n\nThe pool closed Monday.\n\n**AR: What now?**\n\n**MK:** We wait.\n",
        "---\ntitle: Pool closes\n---\nThe pool closed Monday.\n\n### Reaction\n\nSwimmers wept.\n",
    ],
)  # fmt: skip
def heading_level(article: Article) -> Flags:
    """Under the title, headings go down one level at a time, and a heading is marked as one, not set in bold.

    Readers who listen to a page move by its headings; a level left out sends them looking for what is missing.
    """
    if article.format not in ("markdown", "mdx"):
        return
    previous = 0
    titled = bool(article.front_matter.field("title", "headline"))
    for zone in article.zones_of(Kind.HEADLINE, Kind.SUBHEAD):
        marks = _marks(zone)
        if zone.key is not None:
            continue
        if marks is None:
            bold = compiled(r"(\*\*|__)([^*_\n]+?):?\1:?").fullmatch(zone.text.strip())
            if bold and zone.kind is Kind.SUBHEAD and not _is_spoken(bold[2]):
                replacement = f"{'#' * max(previous, 2)} {bold[2]}"
                yield flag(_trimmed(zone), "A heading is marked with “#”, not set in bold", replace=replacement)
            continue
        level = marks.end - marks.start
        if level == 1 and titled:
            yield flag(marks, "The title is the only heading of the first level", replace="##")
            level = 2
        elif previous and level > previous + 1:
            message = f"A heading of level {level} under one of level {previous}"
            yield flag(marks, message, replace="#" * (previous + 1))
            level = previous + 1
        titled = titled or level == 1
        previous = level


def _is_spoken(bold: str) -> bool:
    """Whether a bold line is an interviewer's question, a speaker's, or a time and place."""
    return bool(compiled(r"[\w.’' ]{1,30}:\s|.*\d[ap:.]").match(bold)) or (bold.endswith("?") and bold.count(" ") > 3)


def _marks(zone: Zone) -> Span | None:
    """The `#` marks of a Markdown heading, or None when it has none."""
    text = zone.article.text
    line = max(text.rfind("\n", 0, zone.start), text.rfind("\r", 0, zone.start)) + 1
    match = compiled(r"[ \t]{0,3}(#{1,6})[ \t]").match(text, line, zone.start + 8)
    return Span(*match.span(1)) if match and match.end() <= zone.start + 7 and match.start(1) <= zone.start else None


@rule(
    "structure-word-count",
    severity="suggestion",
    summary="Story is out of its length",
    bad=[
        Bad("---\ntitle: Pool closes\nkind: ^news^\n---\nThe pool closed.\n"),
        Bad("---\ntitle: Pool closes\nbudget: ^3 words^\n---\nThe pool on Oak Street closed Monday.\n"),
    ],
    good=[
        "---\ntitle: Pool closes\nbudget: 300\n---\nThe pool on Oak Street closed Monday.\n",
        "---\ntitle: Pool closes\n---\nThe pool on Oak Street closed Monday.\n",
        "---\ntitle: Pool closes\nkind: column\n---\nThe pool on Oak Street closed Monday.\n",
    ],
)
def story_fits(
    article: Article,
    *,
    brief: tuple[int, ...] = (80, 250),
    news: tuple[int, ...] = (250, 900),
    feature: tuple[int, ...] = (800, 3000),
) -> Flags:
    """A story that says its `kind:` or its `budget:` keeps to it.

    Briefs have 80 to 250 words, news 250 to 900, features 800 to 3,000.
    Stories that say neither are not measured.
    """
    front, words = article.front_matter, article.words
    budget = front.field("budget", "word_budget", "wordcount_budget")
    most = compiled(r"\d[\d,]*").search(front.scalar("budget", "word_budget", "wordcount_budget") or "")
    if budget and most:
        if words > int(most[0].replace(",", "")):
            yield flag(budget.node, f"The story has {words} words, its budget is {most[0]}")
        return
    kind = front.field("kind", "type", "genre")
    limits = {"brief": brief, "news": news, "feature": feature}.get(
        (front.scalar("kind", "type", "genre") or "").lower()
    )
    if kind and limits and not limits[0] <= words <= limits[1]:
        yield flag(kind.node, f"The story has {words} words; a {kind.node.value} has {limits[0]} to {limits[1]:,}")


@rule(
    "structure-link-text",
    severity="warning",
    summary="Link’s words do not say where it leads",
    bad=[
        "The ruling is [^here^](https://example.org/ruling).\n",
        "[^Click here^](https://example.org/a) for the report.\n",
        "See [^https://example.org/a^](https://example.org/a).\n",
        "The creamery’s books are [^at this link^](https://example.org/books).\n",
        "The [budget](https://example.org/a) and the [^budget^](https://example.org/b) differ.\n",
        Bad('<p>The ruling is <a href="https://example.org/r">^here^</a>.</p>', path="draft.html"),
    ],
    good=[
        "The [ruling](https://example.org/ruling) came Monday.\n",
        "[Here Lies the Miller](https://example.org/play) was staged.\n",
        "The [budget](https://example.org/a) passed. See the [budget](https://example.org/a).\n",
        "Type `[here](x)` to make a link.\n",
    ],
)
def link_says_where_to(article: Article) -> Flags:
    """A link is read on its own, in a list, aloud: “here” and “read more” say nothing there, nor does an address.

    Two links with the same words and different targets are a suggestion only.
    """
    targets: dict[str, str] = {}
    for link in find_links(article):
        words = " ".join(link.words.strip("*_").split())
        folded = words.casefold().strip(" .,:;!»›→>*_[]()")
        if folded in _EMPTY_WORDS:
            yield flag(link.text, f"“{words}” does not say where the link leads")
        elif compiled(r"https?://\S+$|www\.[^\s/]+/\S+$").match(folded):
            yield flag(link.text, "An address as a link’s words: say what is there")
        elif folded and link.url and targets.setdefault(folded, link.url) != link.url:
            yield flag(link.text, f"“{words}” leads to two different places", severity="suggestion")


_EMPTY_WORDS = frozenset(
    "here|right here|over here|click|click here|click this|click this link|this|this link|the link|link|read more|more|"
    "learn more|see more|view more|find out more|know more|more info|more information|see here|read here|go here|"
    "check it out|continue|continue reading|tap here|visit here|this page|this website|see this|read this|"
    "click for more|read more here|learn more here|find out more here|at this link|via this link".split("|")
)


@rule(
    "structure-link-http",
    severity="suggestion",
    summary="Link is unencrypted, tracked or not public",
    bad=[
        "The [ruling](^http://example.org/ruling^) came Monday.\n",
        "The [ruling](https://example.org/ruling?^utm_source=mail^) came Monday.\n",
        "The [ruling](^https://staging.example.org/ruling^) came Monday.\n",
        "The [ruling](^http://localhost:8000/ruling^) came Monday.\n",
    ],
    good=[
        "The [ruling](https://example.org/ruling) came Monday.\n",
        "The [ruling](https://example.org/ruling?id=7) came Monday.\n",
        "“Go to http://example.org,” he said.\n",
    ],
)
def link_is_fit_to_print(article: Article) -> Flags:
    """Readers are sent to https, without the parameters that track them, and never to the newsroom's own test sites."""
    for link in find_links(article):
        private = compiled(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|192\.168\.|10\.\d|[\w.-]*\b(?:staging|"
                           r"stage|preview|"
            r"test|dev)\.|"
            r"[\w.-]+\.(?:local|test|internal)\b)", re.I).match(link.url)  # fmt: skip
        tracked = compiled(
            r"(?<=[?&])(?:utm_\w+|fbclid|gclid|dclid|mc_[ce]id|igshid|_hsenc|_hsmi|mkt_tok)=[^&#]*"
        ).search(link.url)
        if private:
            yield flag(link.place, "The link leads to a site that readers cannot reach")
        elif tracked:
            at = link.place.start
            yield flag(Span(at + tracked.start(), at + tracked.end()), "The link carries a tracking parameter")
        elif link.url.lower().startswith("http://"):
            yield flag(link.place, "The link is not encrypted: try https")


@rule(
    "structure-end-mark",
    severity="suggestion",
    summary="End mark left in the copy",
    fix="safe",
    bad=[
        Bad("The fair is over.\n\n^-30-^", "The fair is over.\n\n"),
        Bad("The fair ended Sunday.\n\n^###^\n", "The fair ended Sunday.\n\n\n"),
        Bad("The creamery shut Monday.\n\n^-ends-^\n", "The creamery shut Monday.\n\n\n"),
    ],
    good=[
        "The barn thermometer read -30 at dawn.",
        "The fair is over.\n\n### What vendors say\n\nSales were slow.",
        "The fair is over.",
    ],
)
def has_no_end_mark(article: Article) -> Flags:
    """“-30-”, “###” and “ENDS” told a typesetter where to stop; today they are printed."""
    for zone in article.zones_of(Kind.END):
        yield flag(zone, f"“{zone.text}” is left from a typescript", replace="")


@rule(
    "structure-empty-section",
    severity="error",
    summary="Heading with nothing under it",
    bad=[
        "The fair is over.\n\n^## What vendors say^\n\n## What is left\n\nCleanup begins today.\n",
        "The fair is over.\n\nWork starts in May.\n\n^## What vendors say^\n",
        Bad("<h1>Fair ends</h1><p>The fair is over.</p>^<h2>Vendors speak</h2>^<h2>Next</h2><p>Work starts in May.</p>",
            path="draft.html"),
    ],
    good=[
        "The fair is over.\n\n## What vendors say\n\nSales were slow.\n",
        "The fair is over.\n\n## What vendors say\n\n### On the midway\n\nSales were slow.\n",
        "The fair is over.\n\n## The plan\n\n![A map](plan.png)\n\n## What vendors say\n\nSales were slow.\n",
        "Fair ends\n\nThe fair is over.\n",
    ],
)  # fmt: skip
def section_has_text(article: Article) -> Flags:
    """A heading promises text; one that is followed by a heading of its own rank, or by nothing, was left behind."""
    headings = [zone for zone in article.zones_of(Kind.HEADLINE, Kind.SUBHEAD) if zone.level and zone.key is None]
    for heading, following in zip(headings, (*headings[1:], None), strict=False):
        if heading.kind is not Kind.SUBHEAD or (following is not None and following.level > heading.level):
            continue
        own = _heading_span(heading)
        end = _heading_span(following).start if following else len(article.text)
        between = article.text[own.end : end]
        if not compiled(r"<!--.*?-->|</?(?:div|section|article|main|body|html)\b[^>]*>", re.S).sub("", between).strip():
            yield flag(own, "Nothing stands under this heading")


def _heading_span(heading: Zone) -> Span:
    """A heading with its Markdown marks or its HTML tags."""
    text = heading.article.text
    start, end = heading.start, heading.end
    tag = compiled(r"<h[1-6]\b[^<>]*>\s*$", re.I).search(text[max(0, start - 200) : start])
    if tag:
        close = compiled(r"\s*</h[1-6]\s*>", re.I).match(text, end)
        return Span(max(0, start - 200) + tag.start(), close.end() if close else end)
    marks = _marks(heading)
    closing = compiled(r"[ \t]*#*(?:[ \t]*\r?\n(?:=+|-+)(?=[ \t]*(?:[\r\n]|$)))?").match(text, end)
    return Span(marks.start if marks else start, closing.end() if closing and closing[0].strip() else end)


@rule(
    "structure-list-in-news",
    severity="suggestion",
    summary="List is long or early for a news story",
    bad=[
        "The council has nine plans.\n\nThey are:\n\nHere is each.\n\n"
        "^- Pool\n- Rink\n- Park\n- Mill\n- Road\n- Dock\n- Hall\n- Barn^\n\nNone is paid for.\n",
        "---\ntitle: Plans\nkind: news\n---\nThe council has two plans.\n\n^- Pool\n- Rink^\n\nNeither is paid for.\n",
    ],
    good=[
        "The council has plans.\n\nThere are three.\n\nThey are these.\n\n- Pool\n- Rink\n- Park\n\n"
        "None is paid for.\n",
        "---\ntitle: Plans\nkind: explainer\n---\nThe plans:\n\n"
        "- Pool\n- Rink\n- Park\n- Mill\n- Road\n- Dock\n- Hall\n- Barn\n",
    ],
)
def news_is_told(article: Article, *, most: int = 7, after: int = 3) -> Flags:
    """News is told in sentences: a list of more than seven items, or before the third paragraph, is notes.

    How early a list stands is judged only where `kind:` says news; guides and explainers are let be.
    """
    kind = (article.front_matter.scalar("kind", "type", "genre") or "").lower()
    if kind not in ("", "news", "brief"):
        return
    paragraphs = 0
    items: list[Zone] = []
    for zone in (*article.zones, None):
        if zone is not None and zone.kind is Kind.LIST:
            items.append(zone)
            continue
        if items:
            whole = Span(_line_start(items[0]), items[-1].end)
            top = min(item.level for item in items)
            count = sum(item.level == top for item in items)
            if count > most:
                yield flag(whole, f"A list of {count} items; tell the first few in sentences")
            elif kind and paragraphs < after - 1:
                yield flag(whole, f"A list before the {_ORDINALS.get(after, f'{after}th')} paragraph of a news story")
            items = []
        if zone is not None and zone.kind in (Kind.LEAD, Kind.BODY):
            paragraphs += 1


_ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def _line_start(zone: Zone) -> int:
    """Where a list item's mark stands."""
    text = zone.article.text
    match = compiled(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+$").search(text[max(0, zone.start - 8) : zone.start])
    return zone.start - len(match[0]) if match else zone.start
