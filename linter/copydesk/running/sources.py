"""The text that a draft was made from: `source: {text: path/to/source.txt}` in its front matter."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from copydesk.model.article import ALIASES
from copydesk.model.violation import CheckError
from copydesk.reading.read import read_article
from copydesk.running.files import FileError, read_bytes

if TYPE_CHECKING:
    from copydesk.config.load import Configs
    from copydesk.model.article import Article, Node
    from copydesk.model.violation import Report

#: The code of the error that says why a source's text was not read.
UNREADABLE = "unreadable-source"


def check_with_source(article: Article, configs: Configs, check: Callable[[Article], Report]) -> Report:
    """`check(article)` with the source that its front matter names, and an error when that cannot be read.

    Whatever is wrong with the source, everything else is checked.
    """
    error = attach_source(article, configs)
    report = check(article)
    return report._replace(errors=(*report.errors, error)) if error else report


def attach_source(article: Article, configs: Configs) -> CheckError | None:
    """Read the source that the front matter names, if it names one, and hang it on the article; else say why not.

    The path is looked for in the draft's folder, then in that of its configuration. One that leaves the repository is
    not followed.
    """
    node = _named(article)
    if node is None:
        return None
    try:
        article.source = _read(node, article.path, configs)
    except FileError as why:
        return CheckError(UNREADABLE, str(why), article.lines.line_column(node.start)[0])
    return None


def _named(article: Article) -> Node | None:
    """The value of `source: text:` in the front matter; the first, when several sources are listed."""
    field = article.front_matter.field(*ALIASES["source"])
    for node in field.node.items if field else ():
        if isinstance(node.value, Mapping):
            for key, inner in node.value.items():
                if key.lower() == "text" and inner.node.value is not None:
                    found: Node = inner.node
                    return found
    return None


def _read(node: Node, draft: str, configs: Configs) -> Article:
    """The article at the path that a node names. Raises FileError."""
    from pathlib import Path

    named = node.value
    if not isinstance(named, str) or not named.strip():
        raise FileError(UNREADABLE, "source.text must be the path of a file with the source’s text")
    if "\0" in named or named.startswith(("/", "\\")) or named[1:2] == ":":  # on any system, for any other
        raise FileError(UNREADABLE, f"source.text must be a path within the repository, not {named}")
    folder = os.path.dirname(os.path.abspath(draft))
    config = configs.config_for(Path(folder) / "-").path
    folders = list(dict.fromkeys([folder, *([os.path.dirname(os.path.abspath(config))] if config else [])]))
    root = _root(folders)
    paths = [os.path.realpath(os.path.join(one, named)) for one in folders]
    inside = [path for path in paths if path.startswith(os.path.join(root, ""))]
    if not inside:
        raise FileError(UNREADABLE, f"source.text leaves the repository: {named} is not read")
    path = next((path for path in inside if os.path.exists(path)), None)
    if path is None:
        looked = " and ".join(os.path.relpath(path, root) for path in inside)
        raise FileError(UNREADABLE, f"There is no source text {named}: looked for {looked}, from the repository’s root")
    return read_source(path, named)


def read_source(path: str, named: str) -> Article:
    """The article that the file at `path` is; `named` is how messages call it. Raises FileError, also without words."""
    if os.path.isdir(path):
        raise FileError(UNREADABLE, f"The source text {named} is a folder")
    try:
        article = read_article(read_bytes(path), path=path)
    except FileError as error:
        raise FileError(UNREADABLE, f"The source text {named} cannot be read: {error}") from error
    if article.format == "none":
        raise FileError(UNREADABLE, f"The source text {named} is no text")
    if not article.zones:
        raise FileError(UNREADABLE, f"The source text {named} is empty")
    return article


def _root(folders: list[str]) -> str:
    """The repository that the draft lies in; without one the configuration's folder, or the draft's."""
    from pathlib import Path

    draft = Path(folders[0])
    for here in (draft, *draft.parents):
        if (here / ".git").exists():
            return os.path.realpath(here)
    return os.path.realpath(folders[-1])
