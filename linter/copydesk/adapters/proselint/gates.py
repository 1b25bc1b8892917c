"""Which of proselint's checks could find anything in an article, told without proselint.

Each check's patterns say what they cannot match without (`needles`). All checks' needles together are looked for in one
pass: an article's words lead to the few needles that have one of them, and only those are searched for. The needles of
the installed version are learned once, and kept where there is a cache folder.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

from copydesk import __version__, cachedir
from copydesk.adapters.proselint.given import given
from copydesk.adapters.proselint.library import Unusable, checks_by_path
from copydesk.adapters.proselint.needles import EDGE, needles_of
from copydesk.model.article import Article
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: What a check looks for that does its searching out of our hearing.
SAID = {"misc.greylist": ("obviously", "utilize")}


#: A needle, the path of the check that cannot match without it, and whether capitals count.
Gate = tuple[str, str, bool]


class Gates(NamedTuple):
    """words: gates by a word of their needle.  parts: by path, those whose needle may begin and end inside words, each
    after its longest stretch of letters.

    A check without needles has the one that stands in every text: "".
    """

    words: Mapping[str, tuple[Gate, ...]]
    parts: Mapping[str, tuple[tuple[str, Gate], ...]]


class _Searched(NamedTuple):
    """What needles are looked for in: the text that proselint would be given, runs of white space as one space."""

    exact: str
    lower: str


def may_match(article: Article, path: str) -> bool:
    """Whether the checks of this path could find something in an article; where not, they cannot. Raises Unusable."""
    if any(_stands(gate, article) for gate in article.computed("proselint near", _near).get(path, ())):
        return True
    folded = article.folded
    parts = gates_of_installed().parts.get(path, ())
    return any(letters in folded and _stands(gate, article) for letters, gate in parts)


def _near(article: Article) -> dict[str, list[Gate]]:
    """By path, the gates of which a word stands in the article."""
    gates = gates_of_installed().words
    words = set(article.tokens.lower)
    for word in tuple(words):
        if "'" in word:
            words.update(word.split("'"))
    near: dict[str, list[Gate]] = {}
    for word in gates.keys() & words:
        for gate in gates[word]:
            if words.issuperset(_whole_words(gate[0])):
                near.setdefault(gate[1], []).append(gate)
    return near


@cache
def _whole_words(needle: str) -> frozenset[str]:
    """The words of a needle that stand in it whole: those between spaces, and those at an edge that it asks for."""
    first, *rest = needle.split(" ")
    whole = [first] if first.startswith(EDGE) and (rest or first.endswith(EDGE)) else []
    whole += rest[:-1]
    whole += rest[-1:] if rest and rest[-1].endswith(EDGE) else []
    return frozenset(word.lower() for word in (part.replace(EDGE, "") for part in whole) if word.isalpha())


def _stands(gate: Gate, article: Article) -> bool:
    """Whether a gate's needle stands in what proselint would be given, with the edges of words that it asks for."""
    needle, _, cased = gate
    searched = article.computed("proselint searched", _searched)
    text = searched.exact if cased else searched.lower
    bare = needle.replace(EDGE, "")
    apart_before = needle.startswith(EDGE) and bare[0].isalnum()
    apart_after = needle.endswith(EDGE) and bare[-1].isalnum()
    at = text.find(bare)
    while at >= 0:
        joined = (apart_before and text[at - 1].isalpha()) or (apart_after and text[at + len(bare)].isalpha())
        if not joined:
            return True
        at = text.find(bare, at + 1)
    return False


def _searched(article: Article) -> _Searched:
    text = f" {' '.join(given(article).text.split())} "
    return _Searched(text, text.lower())


@cache
def gates_of_installed() -> Gates:
    """The gates of the installed proselint's checks. Raises Unusable."""
    if not cachedir.in_use:
        return learn(checks_by_path())
    path = os.path.join(cachedir.in_use, f"proselint-{sys.implementation.cache_tag}")
    stamp = _stamp()
    kept = _read(path, stamp)
    if kept is None:
        kept = learn(checks_by_path())
        _write(path, stamp, kept)
    return kept


def learn(checks: Mapping[str, Iterable[Any]]) -> Gates:
    """The gates of some checks by path, from their patterns. Raises Unusable."""
    words: dict[str, tuple[Gate, ...]] = {}
    parts: dict[str, tuple[tuple[str, Gate], ...]] = {}
    for gate in dict.fromkeys(
        gate for path, those in checks.items() for check in those for gate in _gates(path, check)
    ):
        needle, path, _ = gate
        word = _word(needle)
        if word:
            words[word] = (*words.get(word, ()), gate)
        else:
            parts[path] = (*parts.get(path, ()), (_letters(needle), gate))
    return Gates(words, parts)


def _gates(path: str, check: Any) -> Iterator[Gate]:
    """The gates of one check."""
    cased = not check.engine.opts.case_insensitive
    needles = set(SAID.get(path, ()))
    for pattern in () if needles else _Listener.patterns_of(check):
        needles |= needles_of(pattern) or {""}
    for needle in needles or {""}:
        spaced = " ".join(needle.split())
        yield spaced if cased else spaced.lower(), path, cased


def _word(needle: str) -> str:
    """The longest of a needle's words that stand between spaces or edges, lower case; "" when there is none."""
    spaced = needle.lower().replace(EDGE, " ")
    return max(compiled(r"(?<=[^\w'])[a-z]{2,}(?=[^\w'])").findall(spaced), key=len, default="")


def _letters(needle: str) -> str:
    """The longest stretch of a needle's letters and figures, lower case."""
    return max(compiled(r"\w+").findall(needle.lower()), key=len, default="")


class _Listener:
    """In the place of a check's engine: hears which patterns the check would search for, and finds nothing."""

    def __init__(self, opts: Any) -> None:
        self.opts = opts
        self.patterns: list[str] = []

    @classmethod
    def patterns_of(cls, check: Any) -> list[str]:
        """All patterns that a check searches for; empty when it does not say. Raises Unusable."""
        listener = cls(check.engine.opts)
        try:
            list(check._replace(engine=listener).check("\n"))
        except Exception as error:
            raise Unusable(f"proselint does not say what {check.path} looks for: {error}") from None
        return listener.patterns

    def finditer(self, pattern: str, text: str) -> Iterable[Any]:
        self.patterns.append(pattern)
        return iter(())

    def make_set(self, padding: Any, patterns: Iterable[str], *_: Any) -> _ListenerSet:
        self.patterns += map(padding.format, patterns)
        return _ListenerSet()


class _ListenerSet:
    """What a listener makes of several patterns."""

    def finditer(self, text: str) -> Iterable[Any]:
        return iter(())

    def exists_in(self, text: str) -> bool:
        return True


def _stamp() -> str:
    """What changes with another proselint or other code here: the places, sizes and times of both."""
    try:
        spec = find_spec("proselint")
    except (ImportError, ValueError):
        spec = None
    home = os.path.dirname(spec.origin) if spec and spec.origin else ""
    here = os.path.dirname(__file__)
    files = [os.path.join(home, name) for name in ("__init__.py", "version.py", "checks", "registry")]
    files += [os.path.join(here, name) for name in ("gates.py", "needles.py")]
    lines = [f"{__version__} {sys.hexversion:x}"]
    for file in files:
        try:
            info = os.stat(file)
        except OSError:
            continue
        lines.append(f"{file} {info.st_size} {info.st_mtime_ns}")
    return "\n".join(lines)


def _read(path: str, stamp: str) -> Gates | None:
    import marshal

    try:
        with open(path, "rb") as file:
            kept_stamp, words, parts = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return Gates(words, parts) if kept_stamp == stamp else None


def _write(path: str, stamp: str, gates: Gates) -> None:
    """Keep the gates, whole; or not at all, when the folder cannot be written."""
    import marshal

    cachedir.put(path, marshal.dumps((stamp, dict(gates.words), dict(gates.parts))))
