"""What a page shows of a story elsewhere: its title and description in lists, and the data for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from copydesk import ALIASES, Bad, Good, Kind, Span, compiled, flag, rule
from copydesk_rules.metadata._values import said

if TYPE_CHECKING:
    from copydesk import Article, Flags, FrontMatter


@rule(
    "metadata-title-length",
    severity="suggestion",
    summary="A title too long or too short for lists and searches",
    bad=[
        "---\ntitle: ^Ferry^\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits again\nseo_title: ^"
        "The Harlow Falls ferry quits again after a belt snaps under its deck^\n---\nThe ferry quit.\n",
        "---\ntitle: ^The Harlow Falls ferry quits for the third time in a month after a belt snaps under its deck and "
        "nobody has a spare^\n---\nThe ferry quit.\n",
    ],
    good=[
        "---\ntitle: Ferry quits again\n---\nThe ferry quit.\n",
        "---\ntitle: ''\n---\nThe ferry quit.\n",
        "# Ferry\n\nThe ferry quit.\n",
    ],
)
def title_has_a_good_length(front: FrontMatter, *, shortest: int = 15, longest: int = 100, search: int = 60) -> Flags:
    """Lists and searches cut a title that is too long (`search` characters for one that is written for searches) and
    show nothing worth clicking in one that is too short.
    """
    for names, most in ((ALIASES["title"], longest), (("seo_title", "seotitle", "meta_title"), search)):
        field = front.field(*names)
        written = said(field)
        if field is None or not written:
            continue
        if len(written) > most:
            yield flag(field.node, f"Shorten it: {len(written)} characters, of which {most} are shown")
        elif len(written) < shortest:
            yield flag(field.node, f"Say more: {len(written)} characters; {shortest} or more")


@rule(
    "metadata-description",
    severity="suggestion",
    summary="A description that adds nothing or is cut",
    bad=[
        "---\ntitle: Ferry quits again\ndescription: ^Ferry quits again.^\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits again\nsummary: ^"
        "The Harlow Falls ferry quit for the third time this month on Monday after a belt snapped under its deck, and "
        "the county, which runs it, has no spare belt and no date for one^\n---\nThe ferry quit.\n",
    ],
    good=[
        "---\ntitle: Ferry quits again\ndescription: A belt snapped under the deck.\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits again\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits again\ndeck: A belt snapped\n---\nThe ferry quit.\n",
    ],
)
def description_adds_something(front: FrontMatter, *, longest: int = 160) -> Flags:
    """Under the title in a list stands the description: it must not say the title again, and what is longer than
    `longest` characters is cut.
    """
    title = said(front.field(*ALIASES["title"]))
    for name in _DESCRIPTIONS:
        field = front.field(name)
        written = said(field)
        if field is None or not written:
            continue
        if title and _words(written) == _words(title):
            yield flag(field.node, "This is the title again; say something new")
        elif len(written) > longest:
            yield flag(field.node, f"Shorten it: {len(written)} characters; after {longest} it is cut")


_DESCRIPTIONS = ("dek", "description", "summary", "excerpt", "teaser", "seo_description", "meta_description")


def _words(text: str) -> list[str]:
    return compiled(r"\w+").findall(text.lower())


@rule(
    "metadata-duplicate-title",
    severity="suggestion",
    summary="A heading in the story repeats or contradicts the title",
    bad=[
        "---\ntitle: Ferry quits again\n---\n# ^Ferry quits again^\n\nThe ferry quit.\n",
        "---\ntitle: Ferry quits again\n---\n# ^Belt snaps on the river^\n\nThe ferry quit.\n",
    ],
    good=[
        "---\ntitle: Ferry quits again\n---\nThe ferry quit.\n\n## A third time\n\nThe belt snapped.\n",
        "# Ferry quits again\n\nThe ferry quit.\n",
        Good("<title>Ferry quits | The Midtown Times</title><h1>Ferry quits</h1><p>It quit.</p>", path="draft.html"),
    ],
)  # fmt: skip
def one_title(front: FrontMatter) -> Flags:
    """The page prints the title of the metadata; a first-level heading in the story prints it once more, or another."""
    article = front.article
    field = front.field(*ALIASES["title"])
    title = said(field)
    if not title or article.format not in ("markdown", "mdx") or "\n# " not in article.text:
        return
    heading = compiled(r"(?m)^# +(?P<words>[^\n]*?)[ #]*$").search(article.text, front.end)
    zone = article.zone_at(heading.start("words")) if heading else None
    if heading is None or zone is None or zone.kind not in (Kind.HEADLINE, Kind.SUBHEAD, Kind.REPEAT):
        return
    same = _words(heading["words"]) == _words(title)
    message = "Take it out: the page prints the title" if same else f"Keep one title; the metadata say “{title}”"
    yield flag(Span(*heading.span("words")), message)


@rule(
    "metadata-jsonld",
    severity="suggestion",
    summary="The page's NewsArticle data lacks what searches ask for",
    hints=("ld+json",),
    bad=[
        Bad(
            '^<script type="application/ld+json">^{"@type": "NewsArticle", "headline": "Ferry quits"}</script>'
            "<h1>Ferry quits</h1><p>The ferry quit.</p>",
            path="draft.html",
        ),
        Bad(
            '<script type="application/ld+json">{"@type": ^oops^}</script><h1>Ferry quits</h1><p>The ferry quit.</p>',
            path="draft.html",
        ),
    ],
    good=[
        Good(
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferry quits", '
            '"datePublished": "2025-02-12", "dateModified": "2025-02-12", "author": [{"@type": "Person", "name": '
            '"June Adler"}], "image": "pool.jpg"}]}</script><h1>Ferry quits</h1><p>The ferry quit.</p>',
            path="draft.html",
        ),
        Good(
            '<script type="application/ld+json">{"@type": "Organization"}</script><p>The ferry quit.</p>', path="a.html"
        ),
    ],
)
def page_data_is_complete(
    article: Article,
    *,
    wanted: tuple[str, ...] = ("headline", "datePublished", "dateModified", "author.name", "image"),
) -> Flags:
    """Search engines show a story by its NewsArticle data (schema.org): headline, dates, author's name and image.
    A story published as HTML carries it in a script element of the type application/ld+json.
    """
    if article.format != "html" or "ld+json" not in article.text:
        return
    from json import JSONDecodeError, loads

    pattern = compiled(r"(?is)(<script\b[^<>]*ld\+json[^<>]*>)(.{0,100000}?)</script\s*>")
    for match in pattern.finditer(article.text):
        try:
            data = loads(match[2])
        except JSONDecodeError as error:
            at = match.start(2) + error.pos
            word = compiled(r"[^\s,}\]]+").match(article.text, at)
            yield flag(
                Span(*word.span()) if word else Span(match.start(1), match.end(1)), f"Not valid JSON: {error.msg}"
            )
            continue
        for thing in _articles(data):
            missing = [path for path in wanted if not _at(thing, path.split("."))]
            if missing:
                yield flag(Span(*match.span(1)), f"Add to the NewsArticle: {', '.join(missing)}")


def _articles(data: Any) -> Iterator[Mapping[str, Any]]:
    """The news articles in a page's data, those in lists and graphs too."""
    for thing in data if isinstance(data, list) else [data]:
        if not isinstance(thing, dict):
            continue
        kinds = thing.get("@type", ())
        if any(str(kind).endswith("NewsArticle") for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield thing
        yield from _articles(thing.get("@graph", []))


def _at(thing: Any, path: list[str]) -> Any:
    """What stands at a path, through lists; None when it does not."""
    if isinstance(thing, list):
        return next((found for one in thing if (found := _at(one, path))), None)
    if not path:
        return thing
    return _at(thing.get(path[0]), path[1:]) if isinstance(thing, dict) else None
