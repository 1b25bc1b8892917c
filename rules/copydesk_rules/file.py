"""The file itself: whether it is text, all of it, and nothing but the story's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Span, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags


def _found(article: Article, code: str) -> Flags:
    """What reading met of this kind."""
    for problem in article.problems:
        if problem.code == code:
            yield flag(problem, problem.message[:1].upper() + problem.message[1:])


@rule(
    "file-not-text",
    severity="error",
    summary="File is not text",
    bad=[
        Bad("^^%PDF-1.7 The pool closed.", encoding="utf-8"),
        Bad("^^\x00\x01\x02\x03pool\x04\x05\x06\x07", encoding="utf-8"),
        Bad("^^The pool closed Monday.", encoding="utf-16-be"),
    ],
    good=[Good("The pool closed.", encoding="utf-8"), "The %PDF mark opens every PDF file.", "The pool\tclosed."],
)
def file_is_text(article: Article) -> Flags:
    """A picture, a Word file or text in an encoding that nothing names stands under an article's name.

    Nothing in it was checked.
    """
    yield from _found(article, "file-not-text")


@rule(
    "file-lfs-pointer",
    severity="error",
    summary="File points to the article and is not the article",
    bad=[
        Bad("^^version https://git-lfs.github.com/spec/v1\noid sha256:9f86d081\nsize 4096\n", encoding="utf-8"),
        Bad("^^version https://git-lfs.github.com/spec/v2\noid sha256:60303ae2\nsize 12\n", encoding="utf-8"),
    ],
    good=[
        Good("Pool closes\n\nThe version at https://git-lfs.github.com/spec/v1 is old.", encoding="utf-8"),
        "The pool closed.",
    ],
)
def file_is_here(article: Article) -> Flags:
    """Git LFS left its pointer in the article's place; `git lfs pull` fetches the article itself."""
    yield from _found(article, "file-lfs-pointer")


@rule(
    "file-encoding",
    severity="warning",
    summary="File is not in the encoding it should be",
    bad=[
        Bad("The caf^é^ on Oak Street closed.", encoding="cp1252"),
        Bad("The mayor said ^“^no.”", encoding="cp1252"),
    ],
    good=[
        Good("The café on Oak Street closed.", encoding="utf-8"),
        Good("The café on Oak Street closed.", encoding="utf-8-sig"),
        Good("The café on Oak Street closed.", encoding="utf-16"),
    ],
)
def file_is_utf8(article: Article) -> Flags:
    """Copy is UTF-8: in any other encoding the next program prints its dashes, quotation marks and accents wrong."""
    yield from _found(article, "file-encoding")


@rule(
    "file-control-characters",
    severity="warning",
    summary="Control characters in the text",
    bad=["The pool closed^\x07^ Monday.", "The pool ^\x1b^[1mclosed Monday."],
    good=["The pool closed Monday.", "The pool\tclosed Monday.\r\n"],
)
def file_has_no_controls(article: Article) -> Flags:
    """Bytes that tell a terminal or a printer something have no place in copy."""
    yield from _found(article, "file-control-characters")


@rule(
    "file-bidi-control",
    severity="error",
    summary="Invisible mark that turns the order of the text",
    bad=["The pool ^\u202e^closed Monday.", "The vote was ^\u2066^5-4 Monday."],
    good=["The pool closed Monday.", "The sign read שלום\u200f Monday."],
)
def file_reads_as_written(article: Article) -> Flags:
    """An override shows readers other words than a search, a lawyer or a machine reads in the file.

    Isolates and embeddings are let be on lines that hold right-to-left letters.
    """
    yield from _found(article, "file-bidi-control")


@rule(
    "file-invisible-characters",
    severity="warning",
    summary="Invisible characters in the text",
    bad=["The po^\u200b^ol closed Monday.", "The coun^\xad^cil met Monday."],
    good=["The pool closed Monday.", "The family 👩\u200d👧 came Monday.", "The pool cost $4\xa0million."],
)
def file_shows_all_it_has(article: Article) -> Flags:
    """Zero-width spaces and soft hyphens come along when copy is pasted; they part words for searches and checks.

    Scripts and emoji that are spelled with joiners keep them.
    """
    yield from _found(article, "file-invisible-characters")


@rule(
    "file-mojibake",
    severity="warning",
    summary="Garbled characters",
    bad=["The mayorâ€™s plan failed.".replace("â€™", "^â€™^"), "The caf^Ã©^ closed Monday."],
    good=["The mayor’s plan failed.", "The café closed Monday.", "The village of Âncora voted."],
)
def file_is_not_garbled(article: Article) -> Flags:
    """“â€™” was an apostrophe once: the text was read in the wrong encoding and saved."""
    yield from _found(article, "file-mojibake")


@rule(
    "file-conflict-markers",
    severity="error",
    summary="Git merge conflict left in the text",
    bad=[
        "The pool\n^<<<<<<< HEAD^\nclosed Monday.\n=======\nclosed Tuesday.\n>>>>>>> desk\n",
        "^<<<<<<< ours^\nPool closes\n=======\nPool to close\n>>>>>>> theirs\n\nThe pool closed.\n",
    ],
    good=["Pool closes\n=======\n\nThe pool closed Monday.\n", "The pool closed Monday."],
)
def file_is_merged(article: Article) -> Flags:
    """Two versions of the story stand between Git's marks, and both would be printed."""
    yield from _found(article, "file-conflict-markers")


@rule(
    "file-empty",
    severity="warning",
    summary="Article has no text",
    bad=["^^", "^^\n\n", "^---^\ntitle: Pool closes\n---\n", "^---^\ntitle: Pool closes\n---\n\n<!-- to come -->\n"],
    good=["The pool closed.", "---\ntitle: Pool closes\n---\nThe pool closed.", "![The pool](pool.png)"],
)
def file_has_a_story(article: Article) -> Flags:
    """A file without a line of copy is a placeholder; a site prints it as an empty page."""
    if any(problem.code in ("file-not-text", "file-lfs-pointer") for problem in article.problems):
        return
    front = article.front_matter
    comments = [(c.start, c.end) for c in article.comments]
    body, at = [], front.end
    for start, end in (*comments, (len(article.text), len(article.text))):
        body.append(article.text[at:start])
        at = max(at, end)
    if not any(part.strip("\ufeff\u200b \t\r\n\f\v\u2028\u2029\x85") for part in body):
        yield flag(
            Span(front.start, front.start + 3 if front else 0),
            "There is no story under the metadata" if front else "The file is empty",
        )
