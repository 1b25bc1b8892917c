"""Sentences of running copy: one text zone at a time, split where news copy ends a sentence.

A period, question mark, exclamation mark or ellipsis ends a sentence when a space follows and what comes
next can begin one. Abbreviations do not: titles never end a sentence (Sen. Lee), some words do only before
no figure (No. 5, Jan. 5), the rest only before a word that plainly begins another (U.S. They, Inc. The), and
p.m. does unless the time goes on (p.m. Monday, p.m. EDT). In heads no abbreviation ends a sentence.

Quotations: a sentence that ends inside quotation marks ends there, closing mark included, so that
“We won. We did it,” Lee said. is two: “We won. and We did it,” Lee said. What goes on in lower case does
not begin one (“Really?” she asked.), nor does an attribution after ? or ! or … (“Why?” Lee asked.).
A zone without a final period (a heading, a list item) ends its last sentence all the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.language.verbs import saying_verbs
from copydesk.model.article import MARKUP, TEXT, Kind, Located
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.model.article import Article, Zone

#: Before a name; never the end of a sentence. Written as here: "Gen. Lee", but "the last gen. He".
_TITLES = (
    "Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Fr Msgr Hon Gov Govs Lt Gen Col Maj Capt Cmdr Cpl Sgt Pfc Pvt Adm "
    "Brig Cdr Spc Ens Sen Sens Rep Reps Pres Amb Supt Dep Asst Insp Det Dist Ald Atty Assoc v vs viz e.g i.e cf d.b.a "
    "a.k.a"
)
#: Before a figure: No. 5, Jan. 5, p. 12.
_COUNTED = "No Nos no nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Sec Art Ch Fig Figs Vol Ex p pp par ca"
#: End a sentence only before a starter.
_SHORT = (
    "St Ste Mt Ft Del Inc Co Cos Corp Ltd LLC Bros Assn Dept Univ Jr Sr Ave Blvd Rd Ln Ct Pl Hwy Rte Bldg Apt Esq Ph.D "
    "Intl Natl etc al approx dept govt Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo "
    "Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Jan Feb Mar Apr Aug Sept Oct Nov Dec Mon Tue Tues Wed "
    "Thu Thur Thurs Fri"
)
#: Words that begin a sentence and are seldom part of a name.
_STARTERS = (
    "a about according after all also although among an and another any anyone are as asked at because before both but "
    "by can could despite did do does during each earlier either even every everyone few following for former from "
    "given he he’s her here his how however i i’m if in indeed instead is it it’s its just last later like many maybe "
    "meanwhile more most much my neither nobody none nor not nothing now of officials on once only or other others our "
    "over perhaps several she she’s should since so some someone soon still such than that that’s the their them then "
    "there there’s these they they’re this those though three through thus to today under unless until was we we’re "
    "were what when where whether which while who why with without would yet you your"
)
#: What may follow a.m. and p.m. without ending the sentence.
_TIME_GOES_ON = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr aug sept oct nov dec et est edt ct cst cdt mt mst mdt pt pst "
    "pdt gmt utc bst eastern central mountain pacific"
)
#: Names that end in an exclamation mark.
_EXCLAIMED = frozenset({"Yahoo", "Jeopardy"})

_CLOSING = f".?!…\"”’'»)\\]{MARKUP}"
_END = rf"[.?!…][{_CLOSING}]*(?:[ \u00a0](?=\.(?:[\s.…]|\Z))[{_CLOSING}]+)*"
_GAP = rf"[\s{MARKUP}]*"
_BLANK = f" \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u2028\u2029{MARKUP}"
_OPENING = "\"“‘'«([{¿¡" + MARKUP
_BEFORE = r"(?:[^\W_]+[.'’])*[^\W_]+\Z"
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"


class Sentence(Located):
    """One sentence, from its first character to its last, closing quotation marks and brackets included."""

    __slots__ = ()

    def opens_at(self, offset: int) -> bool:
        """Whether no letter or digit of it stands before `offset`, so that a word there has a sentence's capital."""
        return compiled(r"[^\W_]").search(self.article.prose, self.start, offset) is None


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of all text zones, in order; together they hold every word of these zones."""
    return tuple(
        Sentence(article, start, end)
        for zone in article.zones
        if zone.kind in TEXT
        for start, end in _Splitter(article.prose, zone).split()
    )


class _Tables(NamedTuple):
    """What splitting looks up, made at first use."""

    end: re.Pattern[str]
    before: re.Pattern[str]
    gap: re.Pattern[str]
    word: re.Pattern[str]
    titles: frozenset[str]
    counted: frozenset[str]
    short: frozenset[str]
    starters: frozenset[str]
    time_goes_on: frozenset[str]


@cache
def _tables() -> _Tables:
    return _Tables(
        compiled(_END),
        compiled(_BEFORE),
        compiled(_GAP),
        compiled(_WORD),
        frozenset(_TITLES.split()),
        frozenset(_COUNTED.split()),
        frozenset(_SHORT.split()),
        frozenset(_STARTERS.split()),
        frozenset(_TIME_GOES_ON.split()),
    )


class _Splitter:
    """Splits one zone."""

    __slots__ = ("is_head", "prose", "stop", "tables", "zone")

    def __init__(self, prose: str, zone: Zone) -> None:
        self.prose = prose
        self.zone = zone
        self.stop = zone.end
        self.is_head = zone.kind in (Kind.HEADLINE, Kind.SUBHEAD)
        self.tables = _tables()

    def split(self) -> list[tuple[int, int]]:
        """The (start, end) of every sentence."""
        found: list[tuple[int, int]] = []
        start = self._after_gap(self.zone.start)
        for run in self.tables.end.finditer(self.prose, start, self.stop):
            after = self._after_gap(run.end())
            if run.end() == after or after == self.stop:
                continue
            marks = run.group().rstrip(MARKUP)
            if self._ends_sentence(start, run.start(), marks, after):
                found.append((start, run.start() + len(marks)))
                start = after
        end = start + len(self.prose[start : self.stop].rstrip(_BLANK))
        if end > start:
            found.append((start, end))
        return found

    def _after_gap(self, at: int) -> int:
        match = self.tables.gap.match(self.prose, at, self.stop)
        return match.end() if match else at

    def _ends_sentence(self, start: int, at: int, marks: str, after: int) -> bool:
        """Whether the end marks at `at` end the sentence begun at `start`, when the text goes on at `after`."""
        begins = after
        while begins < self.stop and self.prose[begins] in _OPENING:
            begins += 1
        if begins == self.stop or self.prose[begins].islower() or self.prose[after] in ".,;:!?)—–-":
            return False
        ending = marks.rstrip("\"”’'»)]")
        quoted = marks[-1] in "\"”’'»"
        if ending == ".":
            return not self._abbreviates(start, at, begins, quoted)
        if ending[0] == "!" and self._word_before(start, at) in _EXCLAIMED:
            return self._starter(begins)
        if ending[0] == "…" or ending[:2] == "..":
            if quoted:
                return not self._attributes(after)
            return not self.prose[at - 1].isspace() or self._starter(begins)
        return ending[0] == "." or not (quoted and self._attributes(after))

    def _abbreviates(self, start: int, at: int, begins: int, quoted: bool) -> bool:
        """Whether a period is an abbreviation's, in a sentence that goes on at `begins`."""
        word = self._word_before(start, at)
        if not word or (quoted and self.prose[at - len(word) - 1] not in _OPENING):
            return False
        tables, is_figure = self.tables, self.prose[begins].isdigit()
        if word.isdigit():
            return at - len(word) == start
        if word in tables.titles or (is_figure and word in tables.counted):
            return True
        if word in ("a.m", "p.m"):
            return self._word_at(begins) in tables.time_goes_on or self.prose[begins + 1 : begins + 2] == "."
        if word not in tables.short and not _is_initials(word):
            return False
        return self.is_head or not self._starter(begins)

    def _word_before(self, start: int, at: int) -> str:
        """The word, inner periods included, that touches `at`."""
        match = self.tables.before.search(self.prose, max(start, at - 24), at)
        return match.group() if match else ""

    def _word_at(self, at: int) -> str:
        """The word that begins at `at`, in lower case."""
        match = self.tables.word.match(self.prose, at, self.stop)
        return match.group().lower().replace("'", "’") if match else ""

    def _starter(self, at: int) -> bool:
        """Whether the word at `at` plainly begins a sentence: They, The; not Senate, nor the initial A."""
        word = self._word_at(at)
        return word in self.tables.starters and not (len(word) == 1 and self.prose[at + 1 : at + 2] == ".")

    def _attributes(self, at: int) -> bool:
        """Whether an attribution stands at `at`: a name of a word or more, and a verb of saying."""
        if self._starter(at):
            return False
        words = self.prose[at : min(at + 80, self.stop)].split()[:6]
        lower = next((i for i, word in enumerate(words) if not word[0].isupper() or word[-1] in "!?"), 0)
        return lower > 0 and words[lower].strip(".,:;") in saying_verbs()


def _is_initials(word: str) -> bool:
    """J, U.S, M.D: letters that stand for words."""
    parts = word.split(".")
    return (len(word) == 1 or len(parts) > 1) and all(len(part) <= 2 and part.isalpha() for part in parts)
