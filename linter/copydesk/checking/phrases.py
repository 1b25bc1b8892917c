"""Rules that are only words: their TOML form, and one index that finds them all in one pass.

```toml
[usage-news-conference]
summary = "Not only the press comes"
severity = "warning"
why = "..."
swap = { "press conference" = "news conference" }       # rule's own fix safety ("safe" unless `fix` says)
unsafe = { "..." = "..." }                              # a fix that a person must look at
flag = ["..."]                                          # no fix
except = ["press conference room"]                      # longer phrases that shield what is inside them
keep = []                                               # gives it the option `keep`: phrases that a house lets be
bad = [["A ^press conference^ is set.", "A news conference is set."]]
good = ["A news conference is set."]
```
A phrase in lower case matches lower case, and a capital at the start of a sentence; elsewhere a capital
makes it a name, which is let be. A phrase written with capitals matches just as written; where its replacement
begins small ("Internet" = "internet"), not where a sentence, a headline or a name wants the capital. Of two phrases
of a rule that begin at the same word, the longer counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from copydesk.checking.rule import Bad, Flag, Good, Rule, flag
from copydesk.language.determiners import wants_an
from copydesk.language.tokens import TOKEN
from copydesk.model.article import PROSE, Article, Kind
from copydesk.model.record import NamedTuple
from copydesk.model.violation import Certainty, Edit, Safety, Severity
from copydesk.patterns import compiled

_KEYS = frozenset(
    ("summary", "severity", "certainty", "why", "fix", "swap", "unsafe", "flag", "except", "keep", "bad", "good",
     "zones", "in_quotes", "default")
)  # fmt: skip
_POSSESSIVE = frozenset(("'s", "’s"))
#: Where phrases are looked for unless a rule says otherwise.
PHRASE_ZONES = PROSE | {Kind.HEADLINE, Kind.SUBHEAD}


class Row(NamedTuple):
    """One phrase of a rule. replacement None: flag only.  cased: match just as written.

    note: said after the message.  severity: in the place of the rule's.
    """

    phrase: str
    replacement: str | None
    safety: Safety
    cased: bool
    note: str = ""
    severity: Severity | None = None


class Hit(NamedTuple):
    """A phrase found: token indexes [first, last], and the row it is."""

    start: int
    end: int
    rule_id: str
    row: Row


class PhraseError(ValueError):
    """A phrase file that cannot be used; the message says which rule and why."""


def read_rules(text: str, where: str) -> list[tuple[Rule, tuple[Row, ...], tuple[str, ...]]]:
    """The rules of one phrase file: each with its rows and its shielding phrases. Raises PhraseError."""
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PhraseError(f"{where}: not valid TOML: {error}") from None
    return [_read_rule(rule_id, table, where) for rule_id, table in tables.items()]


def _read_rule(rule_id: str, table: Mapping[str, Any], where: str) -> tuple[Rule, tuple[Row, ...], tuple[str, ...]]:
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise PhraseError(f"{where}: [{rule_id}] has no key {unknown[0]!r}; it may have {', '.join(sorted(_KEYS))}")
    fix = table.get("fix", "safe" if table.get("swap") else "unsafe" if table.get("unsafe") else "none")
    usual = Safety.UNSAFE if fix == "unsafe" else Safety.SAFE
    rows = [_row(phrase, to, usual) for phrase, to in table.get("swap", {}).items()]
    rows += [_row(phrase, to, Safety.UNSAFE) for phrase, to in table.get("unsafe", {}).items()]
    rows += [_row(phrase, None, usual) for phrase in table.get("flag", ())]
    rule = Rule(
        id=rule_id,
        summary=table["summary"],
        severity=Severity(table["severity"]),
        certainty=Certainty(table.get("certainty", "high")),
        fix=fix,
        reads="Phrase",
        doc=table.get("why", ""),
        check=None,
        bad=tuple(Bad(b) if isinstance(b, str) else Bad(*b) for b in table.get("bad", ())),
        good=tuple(Good(g) for g in table.get("good", ())),
        options={"keep": tuple(table["keep"])} if "keep" in table else {},
        zones=frozenset(Kind(z) for z in table.get("zones", PHRASE_ZONES)),
        in_quotes=table.get("in_quotes", False),
        takes_context=False,
        default=table.get("default", True),
        module=where,
    )
    return rule, tuple(rows), tuple(table.get("except", ()))


def _row(phrase: str, replacement: str | None, safety: Safety) -> Row:
    return Row(phrase, replacement, safety, phrase != phrase.lower())


class PhraseIndex:
    """A trie of token sequences over all phrase rules of a plan: one walk over the tokens finds every phrase.

    The branch of a first word grows when an article has that word: most articles have few of them.
    """

    __slots__ = ("_scan", "_trie", "_waiting")

    def __init__(self, rows: Iterable[tuple[str, Row]], shields: Iterable[str]) -> None:
        self._trie: dict[Any, Any] = {}
        self._waiting: dict[str, list[tuple[str, tuple[str, Row] | None]]] = {}
        self._scan = compiled(TOKEN).finditer
        for rule_id, row in rows:
            self._await(row.phrase, (rule_id, row))
        for phrase in shields:
            self._await(phrase, None)

    def _await(self, phrase: str, entry: tuple[str, Row] | None) -> None:
        """Put a phrase by under its first word."""
        folded = phrase.lower().replace("’", "'")
        first = folded.partition(" ")[0]
        if not first.isalpha():
            first = next(self._scan(folded)).group()
        self._waiting.setdefault(first, []).append((phrase, entry))

    def _branch(self, word: str) -> dict[Any, Any] | None:
        """The branch of a first word, grown when it was not; None when no phrase begins with it."""
        for phrase, entry in self._waiting.pop(word, ()):
            self._add(phrase, entry)
        branch: dict[Any, Any] | None = self._trie.get(word)
        return branch

    def _add(self, phrase: str, entry: tuple[str, Row] | None) -> None:
        """Keys are (word, stands apart from the one before); the entries of a phrase lie under None."""
        node = self._trie
        for n, (word, apart) in enumerate(self._words(phrase)):
            node = node.setdefault((word, apart) if n else word, {})
        node.setdefault(None, []).append(entry)

    def _words(self, phrase: str) -> Iterator[tuple[str, bool]]:
        """The tokens of a phrase, and whether a space stands before each."""
        folded = phrase.lower().replace("’", "'")
        if folded.replace(" ", "").isalpha():
            yield from ((word, True) for word in folded.split(" "))
            return
        end = 0
        for match in self._scan(folded):
            yield match.group(), match.start() > end
            end = match.end()

    def find(self, article: Article) -> Iterator[Hit]:
        """Every phrase in the article, unless a longer shielding phrase holds it."""
        tokens = article.tokens
        starts, ends, lower = tokens.starts, tokens.ends, tokens.lower
        count, trie, waiting = len(lower), self._trie, self._waiting
        found: list[Hit] = []
        shielded: list[tuple[int, int]] = []
        for i, word in enumerate(lower):
            node = self._branch(word) if word in waiting else trie.get(word)
            if node is None:
                node = _last(self._branch(word[:-2])) if word[-2:] in _POSSESSIVE else None
                if node is None:
                    continue
            j = i
            longest: dict[tuple[str, bool], Hit] = {}
            while True:
                for entry in node.get(None, ()):
                    if entry is None:
                        shielded.append((starts[i], ends[j]))
                    else:
                        end = ends[j] - 2 if lower[j][-2:] in _POSSESSIVE and entry[1].phrase[-2:] != "'s" else ends[j]
                        longest[entry[0], entry[1].cased] = Hit(starts[i], end, *entry)
                j += 1
                if j >= count:
                    break
                word, apart = lower[j], starts[j] > ends[j - 1]
                following = node.get((word, apart))
                if following is None and word[-2:] in _POSSESSIVE:
                    following = _last(node.get((word[:-2], apart)))
                if following is None:
                    break
                node = following
            found += longest.values()
        covered = _Cover(shielded)
        for hit in found:
            if not covered.holds(hit.start, hit.end) and _as_written(article, hit):
                yield hit


def _last(node: dict[Any, Any] | None) -> dict[Any, Any] | None:
    """What ends with this word: after a possessive's s nothing of a phrase follows."""
    return {None: node[None]} if node and None in node else None


class _Cover:
    """Whether a stretch lies within one of many, given in order of their starts."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in stretches]
        self._reach = list(accumulate((end for _, end in stretches), max))

    def holds(self, start: int, end: int) -> bool:
        i = bisect_right(self._starts, start) - 1
        return i >= 0 and self._reach[i] >= end


def _as_written(article: Article, hit: Hit) -> bool:
    """Whether the capitals of the hit are those of the phrase, or of a phrase that begins a sentence.

    What goes on with a hyphen is another word: the “more better” of “more better-known names” is none. Nor is
    what a slash, a period or an at sign ties to an address.
    """
    zone = article.zone_at(hit.start)
    if zone is None or hit.end > zone.end or compiled(r"-\w").match(article.prose, hit.end):
        return False
    if article.prose[max(hit.start - 1, 0) : hit.start] in ("/", ".", "@"):
        return False
    written = article.text[hit.start : hit.end]
    if hit.row.cased:
        return written.replace("’", "'") == hit.row.phrase.replace("’", "'") and not _needs_capital(article, hit)
    if written == written.lower():
        return True
    return written[1:] == written[1:].lower() and _begins_sentence(article, hit)


def _begins_sentence(article: Article, hit: Hit) -> bool:
    sentence = article.sentence_at(hit.start)
    return sentence is not None and sentence.opens_at(hit.start)


def _needs_capital(article: Article, hit: Hit) -> bool:
    """Whether the capital that the replacement would take away is a sentence's, a headline's or a name's."""
    if not (hit.row.phrase[0].isupper() and (hit.row.replacement or "A")[0].islower()):
        return False
    zone = article.zone_at(hit.start)
    if zone is None or zone.kind not in PROSE or _begins_sentence(article, hit):
        return True
    before = compiled(r"\b[A-Z][\w’'-]*[ \u00a0]$").search(article.prose, max(zone.start, hit.start - 30), hit.start)
    named = compiled(r"[ \u00a0](?:of [\w ]{0,10})?[A-Z]").match(article.prose, hit.end)
    sentence = article.sentence_at(hit.start)
    return named is not None or (before is not None and sentence is not None and before.start() > sentence.start)


def replacement_for(written: str, replacement: str) -> str:
    """`replacement` with the capital that `written` begins with."""
    if written[:1].isupper() and replacement[:1].islower():
        return replacement[:1].upper() + replacement[1:]
    return replacement


def phrase_flag(article: Article, hit: Hit, summary: str) -> Flag:
    """What is said of a phrase, with the preferred words when the row has them."""
    written = article.text[hit.start : hit.end]
    note = f" ({hit.row.note})" if hit.row.note else ""
    if hit.row.replacement is None:
        return flag(hit, f"{summary}: “{written}”{note}")
    better = hit.row.replacement if hit.row.cased else replacement_for(written, hit.row.replacement)
    edits = (*_article_edit(article, hit.start, written, better), Edit(hit.start, hit.end, better))
    only_marks = better == f"“{written}”"
    said = better if only_marks else f"“{better}”, not “{written}”"
    return flag(hit, f"{summary}: {said}{note}", edits=edits, safety=hit.row.safety)


def _article_edit(article: Article, start: int, written: str, better: str) -> tuple[Edit, ...]:
    """The edit of an “a” or “an” before a phrase whose replacement wants the other."""
    before = compiled(r"\b([Aa])(n?) $").search(article.prose, max(0, start - 3), start)
    if before is None or wants_an(written) == wants_an(better):
        return ()
    return (Edit(before.start(), start - 1, before[1] + ("n" if wants_an(better) else "")),)
