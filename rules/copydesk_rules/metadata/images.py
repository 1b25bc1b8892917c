"""Images: what those who do not see them are told, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Good, Span, compiled, flag, rule
from copydesk_rules.metadata._values import images, said

if TYPE_CHECKING:
    from copydesk import Article, Field, Flags, FrontMatter

_EMPTY_WORDS = frozenset("image photo picture img pic photograph graphic untitled alt placeholder screenshot".split())


class _Image(NamedTuple):
    """An image in the story. alt: None when nothing is said of it.  place: where it stands."""

    place: Span
    alt: str | None


@rule(
    "metadata-image-alt",
    severity="error",
    summary="An image without words for those who cannot see it",
    hints=("![", "<img", "image", "photo", "cover", "thumbnail"),
    bad=[
        "The pool closed.\n\n^![](pool.jpg)^\n\nIt leaks.\n",
        "---\ntitle: Pool closes\nimage:\n  src: pool.jpg\n  alt: ^''^\n---\nThe pool closed.\n",
        "The pool closed.\n\n^![IMG_2041.JPG](pool.jpg)^\n\nIt leaks.\n",
        "The pool closed.\n\n^![DSC_0007](pool_(old).jpg)^\n\nIt leaks.\n",
        'The pool closed.\n\n^<img src="pool.jpg">^\n\nIt leaks.\n',
        "The pool closed.\n\n^![image](pool.jpg)^\n\nIt leaks.\n",
    ],
    good=[
        "The pool closed.\n\n![Swimmers leave the Harlow pool](pool.jpg)\n\nIt leaks.\n",
        "---\ntitle: Pool closes\nimage:\n  src: rule.png\n  alt: ''\n  decorative: true\n---\nThe pool closed.\n",
        'The pool closed.\n\n<img src="rule.png" alt="">\n\nIt leaks.\n',
        "The pool closed. Write `![](pool.jpg)` for an image.\n",
        Good("The pool closed. See ![](pool.jpg)", path="draft.txt"),
    ],
)
def images_have_words(article: Article, *, longest: int = 150) -> Flags:
    """Readers who cannot see an image hear its alternative text. A file's name or the word “image” tells them nothing,
    and more than `longest` characters is a caption, not a description. Decoration is marked as such: `alt=""` in HTML,
    `decorative: true` in the metadata.
    """
    for image in _images(article):
        problem = _problem(image.alt, longest)
        if problem:
            yield flag(image.place, problem, severity="suggestion" if problem.endswith("caption") else None)
    for field, own in images(article):
        if not own or said(own.get("decorative")).lower() in ("true", "yes"):
            continue
        alt = own.get("alt") or own.get("alt_text") or own.get("alttext")
        problem = _problem(said(alt) if alt else None, longest)
        if problem:
            yield flag(_place(article, alt or field), problem)


def _place(article: Article, field: Field) -> Span:
    """Where a value stands, its first line; an empty one with its quotation marks."""
    start, end = field.node.start, field.node.end
    if start == end and article.text[start - 1 : start] in ("'", '"'):
        return Span(start - 1, end + 1)
    first_line = article.text.find("\n", start, end)
    return Span(start, first_line if first_line > start else max(end, start + 1))


def _problem(alt: str | None, longest: int) -> str | None:
    """What is wrong with an alternative text; None when nothing is."""
    if not alt or not alt.strip():
        return "Say what the image shows, for readers who cannot see it"
    words = alt.strip().lower()
    camera = r"(?:img|dsc[fn]?|pxl|image|photo|screen ?shot)[_ -]?\d[\w.-]*"
    file_name = compiled(rf"[\w ()%-]+\.(?:jpe?g|png|gif|webp|svg|tiff?|heic)|{camera}").fullmatch(words)
    if file_name or words.strip(".") in _EMPTY_WORDS:
        return f"“{alt.strip()}” does not say what the image shows; write what it does"
    return f"Shorten it: {len(alt)} characters; more than {longest} is a caption" if len(alt) > longest else None


def _images(article: Article) -> list[_Image]:
    """The images in the story's text, in order; those in code are none."""
    return article.computed("images", _read_images)


def _read_images(article: Article) -> list[_Image]:
    text, start = article.text, article.front_matter.end
    found: list[_Image] = []
    if article.format in ("markdown", "mdx") and "![" in text:
        pattern = compiled(r"!\[([^\[\]\n]{0,400})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)|\[[^\[\]\n]{0,100}\])")
        found += [_Image(Span(*m.span()), m[1]) for m in pattern.finditer(text, start) if _is_shown(article, m.start())]
    if article.format != "text" and "<img" in text:
        pattern = compiled(r"<img\b([^<>]{0,1000})>")
        for match in pattern.finditer(text, start):
            if _is_shown(article, match.start()):
                alt = compiled(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))").search(match[1])
                words = next((group for group in alt.groups() if group is not None), "") if alt else None
                if words == "" or "presentation" in match[1] or "aria-hidden" in match[1]:
                    continue
                found.append(_Image(Span(*match.span()), words))
    return sorted(found)


def _is_shown(article: Article, at: int) -> bool:
    """Whether reading took this for an object by itself, not for a part of some code."""
    in_line = at > 0 and article.prose[at - 1] == "\ufffc" and article.text[at - 1] not in ")]>"
    return article.prose[at] == "\ufffc" and not in_line and not any(s <= at < e for s, e in _fenced(article))


def _fenced(article: Article) -> list[tuple[int, int]]:
    """The fenced blocks of code."""
    return article.computed("fenced code", _read_fenced)


def _read_fenced(article: Article) -> list[tuple[int, int]]:
    if article.format not in ("markdown", "mdx"):
        return []
    fences = compiled(r"(?m)^ {0,3}(`{3,}|~{3,})[^\n]*$").finditer(article.text, article.front_matter.end)
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for fence in fences:
        if opened is None:
            opened = fence.start(), fence[1]
        elif fence[1].startswith(opened[1]):
            found.append((opened[0], fence.end()))
            opened = None
    return found if opened is None else [*found, (opened[0], len(article.text))]


@rule(
    "metadata-image-credit",
    severity="warning",
    summary="An image in the metadata without a credit",
    bad=[
        "---\ntitle: Pool closes\nimage:\n  ^src: pool.jpg^\n  alt: Swimmers leave the pool\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\nimage: ^pool.jpg^\n---\nThe pool closed.\n",
    ],
    good=[
        "---\ntitle: Pool closes\nimage:\n  src: pool.jpg\n  alt: Swimmers\n  credit: Tom Lee\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\nimage: pool.jpg\nimage_credit: Tom Lee\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\nimage: pool.jpg\n---\nThe pool closed.\n\n*Photo by Tom Lee*\n",
        "---\ntitle: Pool closes\nimage:\n  src: map.svg\n  alt: A map\n  kind: graphic\n---\nThe pool closed.\n",
    ],
)
def images_have_credits(front: FrontMatter) -> Flags:
    """Whose picture it is stands with the picture: `credit`, `photographer` or `source` beside the image, or a credit
    line in the story. A newsroom's own graphics (`kind: graphic`, an SVG file) need none.
    """
    article = front.article
    beside = (f"{prefix}_{key}" for prefix in ("image", "photo", "cover") for key in _CREDITS)
    in_story = r"(?i)\b(?:photos?|images?|picture)(?: by|:| credit)|/getty|via ap\b"
    if front.field("credit", "photographer", *beside) or compiled(in_story).search(article.text, front.end):
        return
    for field, own in images(article):
        source = own.get("src") or own.get("url") or own.get("file") or own.get("filename") or own.get("path")
        name = (said(source) if own else str(field.node.value)).lower()
        kind = said(own.get("kind") or own.get("type")).lower()
        own_graphic = name.endswith(".svg") or kind in ("graphic", "chart", "map")
        if name and not own_graphic and not any(key in own for key in (*_CREDITS, *_CAPTIONS)):
            yield flag(Span(source.key_start, source.node.end) if source else field.node, "Say whose picture this is")


_CREDITS = ("credit", "credits", "photographer", "source", "attribution", "copyright")
#: Captions, at whose end a credit stands as often as not.
_CAPTIONS = ("caption", "cutline")
