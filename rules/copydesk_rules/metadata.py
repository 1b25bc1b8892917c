"""The facts above the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Good, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags


@rule(
    "metadata-parse",
    severity="error",
    summary="Metadata cannot be read as it is written",
    bad=[
        "---\ntitle: ^Pool: closed for good^\n---\nThe pool closed.\n",
        "---\ntitle: Pool closes\nstatus: draft\n^status^: published\n---\nThe pool closed.\n",
        "^---^\ntitle: Pool closes\n\nThe pool closed.\n",
    ],
    good=[
        "---\ntitle: Pool closes\nauthor: Ana Ruiz\n---\nThe pool closed.\n",
        "---\ntitle: 'Pool: closed for good'\n---\nThe pool closed.\n",
        "---\n\nThe pool closed.\n",
        "The pool closed.\n\n---\n\nThe council met.\n",
        Good('+++\ntitle = "Pool closes"\n+++\nThe pool closed.\n'),
    ],
)
def metadata_parses(article: Article) -> Flags:
    """The metadata block is what every machine downstream reads first, so it must read one way only.

    An unquoted colon in a title, a key written twice, a tab, a closing line that is missing: each makes some
    program read something else, or nothing.
    """
    for problem in article.problems:
        if problem.code == "metadata-parse":
            yield flag(problem, problem.message)
