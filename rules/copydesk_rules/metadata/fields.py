"""Which facts a story's metadata has, and how each is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import ALIASES, Bad, Context, Good, Kind, Span, compiled, flag, rule
from copydesk_rules._facts import distance
from copydesk_rules.metadata._values import images, mapping, names_of, rank, said

if TYPE_CHECKING:
    from copydesk import Article, Flags, FrontMatter


@rule(
    "metadata-required",
    severity="error",
    summary="Metadata lacks what this status asks for",
    bad=[
        "^---^\ntitle: Ferry quits\nstatus: copy\nauthor: June Adler\n---\nThe ferry quit Monday.\n",
        "^---^\nstatus: draft\nauthor: June Adler\n---\nthe ferry quit monday after a belt snapped under the deck\n",
        "^+++^\ntitle = 'Ferry quits'\nstatus = 'ready'\nauthor = 'June Adler'\nslug = 'ferry'\nsection = 'news'\n"
        "date = 2025-03-03\n+++\nThe ferry quit Monday.\n",
        "^---^\ntitle: Ferry quits\nauthor: June Adler\nstatus: ready\nslug: ferry\nsection: news\ndate: 2025-03-03\n"
        "deck: A belt snapped\nimage: belt.jpg\n---\nThe ferry quit.\n",
    ],
    good=[
        "---\nheadline: Ferry quits\nbyline: June Adler\nstatus: draft\n---\nThe ferry quit Monday.\n",
        "---\nhed: Ferry quits\nbyline: June Adler\nstatus: copy\nslug: ferry\ncategory: news\npub_date: 2025-03-03\n"
        "---\nThe ferry quit Monday.\n",
        "---\ntitle: Ferry quits\n---\nThe ferry quit Monday.\n",
        "---\ntitle: Ferry quits\nstatus: simmering\n---\nThe ferry quit Monday.\n",
        "---\nstatus: draft\n---\n# Ferry quits\n\nBy June Adler\n\nThe ferry quit Monday.\n",
        "---\ntitle: Ferry quits\nauthor: June Adler\nstatus: ready\nslug: ferry\nsection: news\ndate: 2025-03-03\n"
        "deck: A belt snapped\nimage:\n  src: belt.jpg\n  alt: A belt\n  credit: Tom Lee\n---\nThe ferry quit.\n",
    ],
)
def metadata_is_complete(
    front: FrontMatter,
    context: Context,
    *,
    draft: tuple[str, ...] = ("title", "author"),
    copy: tuple[str, ...] = ("slug", "section", "date"),
    ready: tuple[str, ...] = ("deck", "image alt", "image credit"),
) -> Flags:
    """A draft says what it is called and whose it is; the copy desk also needs the slug, the section and the date;
    a story that is ready has its deck too, and words and a credit for the images in its metadata. Each status asks for
    what those before it ask for.

    A headline, byline, date or deck in the story itself will do. Without a status nothing is known and nothing is said.
    """
    article = front.article
    reached = rank(context.status or article.status)
    if not front or reached is None:
        return
    wanted = [name for least, names in ((1, draft), (3, copy), (5, ready)) if reached >= least for name in names]
    missing = [name for name in wanted if not _has(article, name)]
    if missing:
        fence = compiled(r"\s*(---|\+\+\+|\{)").match(article.text, front.start)
        place = Span(*fence.span(1)) if fence else Span(front.start, front.start + 1)
        yield flag(place, f"At status {context.status or article.status} the metadata needs {_listed(missing)}")


def _has(article: Article, name: str) -> bool:
    """Whether the metadata, or the story itself, says this."""
    if name.startswith("image "):
        return _has_of_images(article, name.removeprefix("image "))
    field = article.front_matter.field(*names_of(name))
    if field is not None and field.node.value not in (None, "", ()):
        return True
    story = {"title": bool(article.title), "author": bool(article.bylines), "deck": bool(article.zones_of(Kind.DECK))}
    return article.date.value is not None if name == "date" else story.get(name, False)


def _has_of_images(article: Article, key: str) -> bool:
    """Whether each image in the metadata has this, in its own fields or in one beside it (`image_alt`)."""
    beside = article.front_matter.scalar(f"image_{key}", f"photo_{key}", f"cover_{key}", key)
    return bool(beside) or all(
        said(own.get(key)) or said(own.get("decorative")).lower() in ("true", "yes") for _, own in images(article)
    )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


@rule(
    "metadata-unknown-key",
    severity="suggestion",
    fix="unsafe",
    summary="A key of the metadata looks misspelled",
    bad=[
        Bad(
            "---\ntitle: Ferry quits\n^auther^: June Adler\n---\nThe ferry quit Monday.\n",
            fixed="---\ntitle: Ferry quits\nauthor: June Adler\n---\nThe ferry quit Monday.\n",
        ),
        Bad(
            "---\ntitle: Ferry quits\n^catagory^: news\n---\nThe ferry quit Monday.\n",
            fixed="---\ntitle: Ferry quits\ncategory: news\n---\nThe ferry quit Monday.\n",
        ),
        Bad(
            "---\n^tilte^: Ferry quits\n---\nThe ferry quit Monday.\n",
            fixed="---\ntitle: Ferry quits\n---\nThe ferry quit Monday.\n",
        ),
    ],
    good=[
        "---\ntitle: Ferry quits\nauthor: June Adler\nweight: 3\nlayout: post\ntheme_color: blue\n---\nNo boat came.\n",
        Good("---\ntitle: Ferry quits\nautor: June Adler\n---\nNo boat came.\n", options={"also": ("autor",)}),
        "---\ntitle: Ferry quits\nsubtitles: true\nsource: none\nsources: none\ndates: none\n---\nNo boat came.\n",
    ],
)
def metadata_keys_are_known(front: FrontMatter, *, also: tuple[str, ...] = ()) -> Flags:
    """A key that is one slip away from one that every program knows ("auther", "catagory") is lost to all of them.

    Keys of a theme's or a newsroom's own are let be; `also` names those that look like slips and are none.
    """
    known = {*(name for names in ALIASES.values() for name in names), *_KEYS}
    let_be = {*known, *_LIKE_KEYS, *also}
    present = {field.key.lower() for field in front.fields}
    for field in front.fields:
        name = field.key.lower()
        if len(name) >= 4 and not let_be & _forms(name):
            meant = _meant(name, known - present)
            if meant:
                place = Span(field.key_start, field.key_end)
                yield flag(place, f"No program knows “{field.key}”; write {meant}", replace=meant)


def _forms(name: str) -> set[str]:
    """A key and those that differ from it as a plural or a past form does."""
    return {name, name.rstrip("s"), name + "s", name + "d", name.removesuffix("d"), name.removesuffix("ed")}


def _meant(name: str, known: set[str]) -> str:
    """The known key that is a slip away, two for a long one; "" when there is none."""
    near = [
        (slips, other)
        for other in known
        if other[0] == name[0] and len(other) >= 4 and abs(len(other) - len(name)) < 2
        and (slips := distance(name, other)) <= (1 if len(name) < _LONG_KEY else 2)
    ]  # fmt: skip
    return min(near)[1] if near else ""


#: From this length on a key may have two slips.
_LONG_KEY = 8
_KEYS = frozenset(
    "slug tags keywords image images lang language layout draft permalink url type template kind updated modified "
    "lastmod embargo corrections correction signoffs editor copyeditor notes location place weight aliases stet credit "
    "caption canonical canonical_url toc comments featured pinned series issue volume photographer priority version "
    "id".split()
)
#: Keys of somebody's own that look like slips.
_LIKE_KEYS = frozenset("stats stage event rating edition parent order topic stated".split())


@rule(
    "metadata-section-unknown",
    severity="error",
    summary="The section is none of the newsroom's",
    bad=[
        Bad("---\ntitle: A\nsection: ^polytics^\n---\nThe ferry quit.\n", options={"sections": ("Politics", "Sports")}),
        Bad(
            "---\ntitle: A\ncategories: [sports, ^sprots^]\n---\nThe ferry quit.\n",
            options={"sections": ("Politics", "Sports")},
        ),
    ],
    good=[
        Good("---\ntitle: A\nsection: politics\n---\nThe ferry quit.\n", options={"sections": ("Politics", "Sports")}),
        Good("---\ntitle: A\nsection: Politics/Local\n---\nQuit.\n", options={"sections": ("Politics", "Sports")}),
        "---\ntitle: A\nsection: Anything\n---\nThe ferry quit.\n",
    ],
)
def section_is_known(front: FrontMatter, context: Context, *, sections: tuple[str, ...] = ()) -> Flags:
    """A story filed under a section that does not exist appears nowhere. The sections are those that the settings name
    (`sections = [...]`); without them nothing is known and nothing is said.
    """
    known = {_plain(name): name for name in (*sections, *(context.sections or ()))}
    field = front.field(*ALIASES["section"])
    if not known or field is None:
        return
    from difflib import get_close_matches

    for node in field.node.items:
        name = str(node.value or "").strip()
        if name and _plain(name) not in known and _plain(name.partition("/")[0]) not in known:
            close = get_close_matches(_plain(name), known, 1)
            yield flag(node, f"There is no section “{name}”" + (f"; is it {known[close[0]]}?" if close else ""))


def _plain(name: str) -> str:
    return compiled(r"[\W_]+").sub("-", name.lower()).strip("-")


@rule(
    "metadata-author-prefix",
    severity="error",
    fix="safe",
    summary="The author in the metadata is a bare name",
    bad=[
        Bad(
            "---\ntitle: Ferry quits\nbyline: ^By June Adler^\n---\nThe ferry quit.\n",
            fixed="---\ntitle: Ferry quits\nbyline: June Adler\n---\nThe ferry quit.\n",
        ),
        Bad(
            "---\ntitle: Ferry quits\nauthors:\n  - ^by Karl Obi^\n  - June Adler\n---\nThe ferry quit.\n",
            fixed="---\ntitle: Ferry quits\nauthors:\n  - Karl Obi\n  - June Adler\n---\nThe ferry quit.\n",
        ),
        Bad(
            "---\ntitle: Ferry quits\nauthor: ^June Adler <june@midtowntimes.example>^\n---\nThe ferry quit.\n",
            fixed="---\ntitle: Ferry quits\nauthor: June Adler\n---\nThe ferry quit.\n",
        ),
        Bad(
            '---\ntitle: Ferry quits\nauthor: "^<a href=/june>June Adler</a>^"\n---\nThe ferry quit.\n',
            fixed='---\ntitle: Ferry quits\nauthor: "June Adler"\n---\nThe ferry quit.\n',
        ),
        "---\ntitle: Ferry quits\nauthor: ^june@midtowntimes.example^\n---\nThe ferry quit.\n",
    ],
    good=[
        "---\ntitle: Ferry quits\nauthor: June Adler\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\nauthor: Byron Shaw\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\nauthor:\n  name: June Adler\n  email: june@midtowntimes.example\n---\nNo boat.\n",
        Good("---\ntitle: A\nbyline: By June Adler\n---\nThe ferry quit.\n", options={"prefix": True}),
    ],
)
def author_is_a_name(front: FrontMatter, *, prefix: bool = False) -> Flags:
    """The page adds “By”, the link and the address itself: in the metadata an author is a name and nothing else.

    `prefix` allows “By” for programs that print the field as it is.
    """
    article = front.article
    for name in ALIASES["author"]:
        field = front.field(name)
        for node in field.node.items if field else ():
            place = mapping(node).get("name")
            node = place.node if place else node
            written = node.value if isinstance(node.value, str) else ""
            bare = _bare_name(written, prefix=prefix)
            if bare != written.strip():
                as_written = article.text[node.start : node.end] == written
                yield flag(node, "Write the bare name", replace=bare if bare and as_written else None)


def _bare_name(written: str, *, prefix: bool) -> str:
    """A name without tags, addresses and, unless `prefix` allows it, “By”."""
    bare = compiled(r"<[^<>]*>|\s*[(<]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)]?").sub("", written)
    if not prefix:
        bare = compiled(r"^\s*[Bb][Yy]:?\s+(?=\S)").sub("", bare)
    return bare.strip(" \t,;|")


@rule(
    "metadata-slug-format",
    severity="error",
    fix="safe",
    summary="A slug is small letters, figures and single hyphens",
    bad=[
        Bad(
            "---\ntitle: Ferry quits\nslug: ^Ferry_Quits!^\n---\nThe ferry quit.\n",
            fixed="---\ntitle: Ferry quits\nslug: ferry-quits\n---\nThe ferry quit.\n",
        ),
        Bad(
            "---\ntitle: Ferry quits\nslug: ^ferry--quits-^\n---\nThe ferry quit.\n",
            fixed="---\ntitle: Ferry quits\nslug: ferry-quits\n---\nThe ferry quit.\n",
        ),
        Bad(
            "---\ntitle: Ferry quits\nslug: ^São Paulo’s ferry^\n---\nThe ferry quit.\n",
            fixed="---\ntitle: Ferry quits\nslug: sao-paulos-ferry\n---\nThe ferry quit.\n",
        ),
        Bad(
            "---\ntitle: Ferry quits\nslug: ^2025-03-03-ferry-quits^\n---\nThe ferry quit.\n",
            fixed="---\ntitle: Ferry quits\nslug: ferry-quits\n---\nThe ferry quit.\n",
        ),
        "---\ntitle: A\nslug: ^a-very-long-slug-that-goes-on-and-on-until-nobody-can-say-it-or-type-it-or-even-see-it^"
        "\n---\nThe ferry quit.\n",
    ],
    good=[
        "---\ntitle: Ferry quits\nslug: ferry-quits-2025\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\nslugline: FERRY-Quits, 1st Ld\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\nslug: news/ferry-quits\n---\nThe ferry quit.\n",
        "---\ntitle: Ferry quits\nslug:\n---\nThe ferry quit.\n",
    ],
)
def slug_is_plain(front: FrontMatter, *, longest: int = 80) -> Flags:
    """A slug becomes the story's address: small letters a to z, figures, single hyphens between, at most `longest`
    characters, without a date and without runs of small words, which are suggestions. Folders before it are let be, and
    so is the slugline, which is another thing.
    """
    article = front.article
    field = front.field("slug")
    written = said(field)
    if field is None or not written:
        return
    folder, slash, name = written.rpartition("/")
    plain = _slug(name)
    if name != plain:
        whole = article.text[field.node.start : field.node.end] == written
        better = folder + slash + plain if plain and whole and len(plain) <= longest else None
        yield flag(field.node, "Write small letters, figures and single hyphens only", replace=better)
    elif len(name) > longest:
        yield flag(field.node, f"Shorten it: {len(name)} characters, at most {longest}")
    elif compiled(_DATED).match(name):
        better = folder + slash + compiled(_DATED).sub("", name)
        message = "Leave the date out; the metadata has it"
        yield flag(field.node, message, replace=better, safety="unsafe", severity="suggestion")
    elif compiled(rf"(?:^|-)(?:{_SMALL})(?:-(?:{_SMALL})){{2}}(?:-|$)").search(name):
        yield flag(field.node, "Leave small words out", severity="suggestion")


#: A date in front of a slug.
_DATED = r"(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d-(?=[a-z0-9])"
_SMALL = "a|an|the|of|in|on|at|to|for|and|or|by|with|as|is"


def _slug(name: str) -> str:
    """A name as an address has it."""
    from unicodedata import normalize

    plain = normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    plain = compiled(r"(?<=\w)'(?=s\b)").sub("", plain.replace("’", "'"))
    return compiled(r"[^a-z0-9]+").sub("-", plain).strip("-")
