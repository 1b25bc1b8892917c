"""Subjects and verbs in a passage: the phrase that does what a verb says, and the verb that follows a phrase."""

from __future__ import annotations

from copydesk.language.passage import QUOTED, REACH, Chunk, Passage
from copydesk.language.verbs import cue_verbs, saying_verbs
from copydesk.language.wordclasses import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    REFLEXIVES,
    RELATIVES,
    STANDING,
    STATES,
    SUBORDINATORS,
    TEMPORAL,
)  # fmt: skip
from copydesk.model.record import NamedTuple

_DASHES = frozenset("—–-―")
COMMAS = frozenset(",—–―")
_STOPS = frozenset({",", "—", "–", ":", ";", QUOTED})
#: What a noun phrase may follow that begins a clause.
OPENERS = frozenset(
    "that because as when while if but and so though whether before after since which what whom where than".split()
) | {QUOTED, ",", "—", "–", ":", ";", "("}
#: Words of "last week", "two days later", "on the same day".
_TIMES = frozenset(
    "last this that on next the early late in a of at later just first earlier days hours weeks months years minutes "
    "one two three four five six few several moments less than".split()
)
#: Prepositions that hang a phrase on a noun.
_NOMINAL = frozenset("of in at for from on with to by against about inside near under between among behind".split())
_PLACING = frozenset("of in from at near".split())
#: Prepositions that are never conjunctions: what follows them is no subject.
LEADING = PREPOSITIONS - SUBORDINATORS - {"like", "than"}
_AFTER_PARTICIPLE = frozenset("by about if whether in on at to as with from why how what and for".split()) | TEMPORAL
_BREAKERS = frozenset("and but while though as so although".split())
_PARTIES = frozenset({"republican", "democratic", "american"})
BE = frozenset("is are was were be been being".split())


class Clause(NamedTuple):
    """A subject and its verb: the items of the subject, the first item of the verb's group, and the verb itself."""

    subject: Chunk
    begins: int
    verb: int


def main_clause(p: Passage, low: int, high: int) -> Clause | None:
    """The first clause between `low` and `high` that has a subject and a verb of its own."""
    i = low
    for _ in range(6):
        while i < high and (p.words[i] in CONJUNCTIONS or p.words[i] in COMMAS or p.words[i] == "…" or p.is_adverb(i)):
            i += 1
        while i < high and is_time(p, i):
            i += 1
        if p.word(i) in ("about", "around", "over") and p.word(i + 1)[:1].isdigit():
            i += 1
        if i < high and _can_begin(p, i, low) and (clause := _clause_at(p, i, high)):
            return clause
        while i < high and p.words[i] not in _STOPS:
            i += 1
        i += 1
        if i >= high:
            break
    return None


def _can_begin(p: Passage, i: int, low: int) -> bool:
    """Whether a subject may begin at `i`: no “On”, “When”, “Asked about”, “Last week”."""
    word = p.words[i]
    if word in PREPOSITIONS or word in SUBORDINATORS or word in RELATIVES or word.endswith("ing") or is_time(p, i):
        return False
    return not (word.endswith("ed") and i == low and p.word(i + 1) in _AFTER_PARTICIPLE)


def _clause_at(p: Passage, i: int, high: int) -> Clause | None:
    chunk = p.chunk_at(i, high)
    verb = verb_after(p, chunk.last, high) if chunk else None
    if chunk is None or verb is None:
        return None
    if p.word(chunk.last) == "and" and (partner := p.chunk_at(chunk.last + 1, high)) and partner.last <= verb:
        chunk = Chunk(chunk.first, partner.last)
    return Clause(chunk, verb, last_verb(p, verb, high))


def is_time(p: Passage, i: int) -> bool:
    """Whether a phrase of time begins there: Last week, Hours later, Two days ago."""
    word = p.word(i)
    if not (word in TEMPORAL or word in _TIMES) or p.is_named(i):
        return False
    return any(p.word(j) in TEMPORAL for j in (i, i + 1, i + 2))


def verb_after(p: Passage, at: int, high: int) -> int | None:
    """The first item of the verb group that follows a subject ending at `at`, asides and phrases skipped."""
    i, stop = at, min(high, at + REACH)
    while 0 <= i < stop:
        word = p.words[i]
        if p.is_verb(i):
            if word not in NOUNS or i == at or not p.is_nominal(i - 1):
                return i
            i += 1
        elif word == "(":
            while i < stop and p.words[i] != ")":
                i += 1
            i += 1
        elif word in COMMAS or (word == "-" and not p.touches(i)):
            i = _over_aside(p, i, stop)
        elif p.is_adverb(i) or word in TEMPORAL or word in REFLEXIVES:
            i += 1
        elif word in PREPOSITIONS:
            chunk = p.chunk_at(i + 1, stop)
            i = chunk.last if chunk else i + 1
        elif word in ("who", "which", "that", "whose") or (i == at and word.endswith("ing")):
            i = _over_relative(p, i, stop)
        elif word == "and":
            chunk = p.chunk_at(i + 1, stop)
            i = chunk.last if chunk else -1
        else:
            beside = i == at or p.is_adverb(i - 1) or p.words[i - 1] in COMMAS
            return i if beside and word.isalpha() and p.is_nominal(i) and not p.is_capital(i) else None
    return None


def last_verb(p: Passage, first: int, high: int) -> int:
    """The main verb of the group that begins at `first`: said in "has not yet said"."""
    i = first
    while i + 1 < high and p.words[i] in AUXILIARIES:
        after = i + 1
        while after < high and (p.is_adverb(after) or p.words[after] == "not"):
            after += 1
        if after == high or not (p.is_verb(after) or p.is_participle(after) or p.words[after] in cue_verbs()):
            break
        i = after
    return i


def phrase_ending(p: Passage, last: int, low: int) -> Chunk | None:
    """The noun phrase that ends with item `last`, stepping left over "of Ohio", "in the red hat" to its head."""
    chunk = p.chunk_ending(last, low)
    for _ in range(4):
        if chunk is None:
            return None
        chunk = _without_state(p, chunk, low)
        before = chunk.first - 1
        if before <= low or p.words[before] not in _NOMINAL:
            break
        head = p.chunk_ending(over_time(p, before - 1, low), low)
        if head and head.last - head.first > 1 and p.is_participle(head.last - 1):
            head = Chunk(head.first, head.last - 1)
        if head is None or (head.first in p.bounds and p.words[head.last - 1].endswith(("ing", "ed"))):
            break
        chunk = head
    return _with_partners(p, chunk, low) if chunk else None


def _without_state(p: Passage, chunk: Chunk, low: int) -> Chunk:
    """The town instead of its state: Salem, in "of Salem, Oregon"."""
    before = chunk.first - 1
    if before - 2 > low and p.words[before] == "," and p.words[chunk.last - 1] in STATES and p.is_capital(before - 1):
        town = p.chunk_ending(before - 1, low)
        if town and p.word(town.first - 1) in _PLACING and p.is_capital(town.first):
            return town
    return chunk


def _with_partners(p: Passage, chunk: Chunk, low: int) -> Chunk:
    """Lee and Roe, or Lee, Roe and Poe: the names that stand before the last one."""
    before = chunk.first - 1
    if before <= low or p.words[before] != "and" or p.is_capital(chunk.first) != p.is_capital(before - 1):
        return chunk
    partner = p.chunk_ending(before - 1, low)
    while partner and p.is_capital(partner.last - 1) == p.is_capital(chunk.last - 1):
        chunk = Chunk(partner.first, chunk.last)
        comma = chunk.first - 1
        if comma <= low or p.words[comma] != "," or not (p.is_capital(comma - 1) and p.is_capital(chunk.first)):
            break
        partner = p.chunk_ending(comma - 1, low)
    return chunk


def before_aside(p: Passage, j: int, low: int) -> Chunk | None:
    """The noun phrase before an aside that ends at `j` with a comma, a bracket or a dash."""
    low = max(low, j - REACH)
    if p.words[j] == ")":
        return phrase_ending(p, _open_bracket(p, j, low) - 1, low)
    if p.words[j] == "," and p.word(j - 1) == ")":
        chunk = phrase_ending(p, _open_bracket(p, j - 1, low) - 1, low)
        if chunk and (chunk.first == low or p.words[chunk.first - 1] in OPENERS):
            return chunk
    found: Chunk | None = None
    marks = (",",) if p.words[j] == "," else ("—", "–", "-", ",")
    for i in range(j - 1, low, -1):
        if p.words[i] in (";", ":", QUOTED):
            break
        if p.words[i] not in marks or (p.words[i] == "-" and p.touches(i)):
            continue
        if p.words[i - 1] == "who":
            return Chunk(i - 1, i)
        last = i - 1 if p.words[i - 1] != ")" else _open_bracket(p, i - 1, low) - 1
        chunk = phrase_ending(p, last, low)
        if chunk is None or is_time(p, chunk.first):
            continue
        if chunk.first in p.bounds and p.words[chunk.first].endswith(("ing", "ed")):
            continue
        before = p.word(chunk.first - 1)
        if chunk.first <= low or before in OPENERS:
            found = chunk
            if before not in COMMAS:
                break
    return found


def before_open_aside(p: Passage, chunk: Chunk, low: int) -> Chunk:
    """Lee, in “Lee, the coach who swims said”: the name before an aside that no comma closes."""
    before = chunk.first - 2
    if before < low or p.words[before + 1] != "," or p.words[chunk.first] not in ("a", "an", "the"):
        return chunk
    if p.is_capital(chunk.last - 1) or not p.is_capital(before):
        return chunk
    name = p.chunk_ending(before, low)
    if name and p.is_capital(name.first) and (name.first <= low or p.words[name.first - 1] in ("that", QUOTED)):
        return name
    return chunk


def _open_bracket(p: Passage, i: int, low: int) -> int:
    while i > low and p.words[i] != "(":
        i -= 1
    return i


def _over_aside(p: Passage, at: int, stop: int) -> int:
    """The item after an aside that begins at `at` with a comma or a dash; -1 when it never ends before a verb."""
    closing = COMMAS if p.words[at] == "," else _DASHES
    relative = p.word(at + 1) in RELATIVES
    for i in range(at + 1, stop):
        word = p.words[i]
        if word == QUOTED or (word in closing and not (word == "-" and p.touches(i))):
            if starts_verb(p, i + 1):
                return i + 1
        elif word in (";", ":"):
            return -1
        elif i > at + 1 and not relative and word in saying_verbs() and p.is_verb(i) and p.is_capital(i - 1):
            return i
    return -1


def _over_relative(p: Passage, at: int, stop: int) -> int:
    """The verb after a relative clause without commas: the aide who heard it said."""
    verbs = 0
    for i in range(at + 1, min(stop, at + 25)):
        word = p.words[i]
        if word in (";", ":"):
            return -1
        if word == ",":
            return i if _over_aside(p, i, stop) > 0 else i + 1 if starts_verb(p, i + 1) else -1
        if p.is_verb(i) and p.words[i - 1] not in AUXILIARIES:
            verbs += 1
            if verbs > 1 and word in cue_verbs():
                return i
    return -1


def starts_verb(p: Passage, i: int) -> bool:
    """Whether a verb stands at `i`, adverbs before it apart."""
    while p.is_adverb(i):
        i += 1
    after = p.word(i + 1)
    if p.word(i).endswith("s") and not p.is_capital(i) and p.is_nominal(i) and not p.is_verb(i):
        return after in DETERMINERS or after in ("that", "to", QUOTED)
    return p.is_verb(i)


def over_time(p: Passage, j: int, low: int) -> int:
    """Step left over "on Monday", "this week", "later that day", "in the past"."""
    if p.words[j] == "past" and p.word(j - 1) == "the" and p.word(j - 2) == "in":
        return j - 3
    while j >= low and p.words[j] in TEMPORAL and not p.is_named(j):
        j -= 1
        while j >= low and (p.words[j] in _TIMES or p.is_adverb(j)):
            j -= 1
    return j


def is_noun(p: Passage, i: int, low: int) -> bool:
    """Whether a verb's form is a noun here: after a determiner, a possessive, an adjective, or before of."""
    word, before, after = p.words[i], p.word(i - 1), p.word(i + 1)
    if (before in STANDING or before in REFLEXIVES) and word not in NOUNS:
        return False
    if before in DETERMINERS or (_is_possessive(before) and before not in ("he's", "she's", "it's", "who's")):
        return True
    if before in PREPOSITIONS and before not in SUBORDINATORS:
        return before != "to"
    if word not in NOUNS or before in AUXILIARIES or before in PRONOUNS or before in RELATIVES:
        return False
    if before in ("-", "to") or before in CONJUNCTIONS:
        return False
    if p.is_verb(i - 1) and before not in NOUNS:
        return True
    if after in ("of", "from", "by") or p.is_verb(i + 1):
        return True
    chunk = p.chunk_ending(i - 1, low)
    if chunk is None:
        return not p.is_adverb(i - 1)
    if chunk.first > low and p.words[chunk.first - 1] in LEADING and p.words[chunk.first - 1] != "of":
        return True
    if after == ":" and any(_is_possessive(p.words[k]) for k in range(chunk.first, chunk.last)):
        return True
    is_plural = before.endswith("s") and not p.is_capital(i - 1)
    if not word.endswith("s"):
        return not is_plural
    return is_plural or before in _PARTIES or not (p.is_capital(i - 1) or p.words[chunk.first] in DETERMINERS)


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def main_clause_breaks(p: Passage, first: int, last: int) -> bool:
    """Whether a new main clause begins between two items: “, but”, “;”."""
    for i in range(first, last):
        word = p.words[i]
        if word == ";" or (word == "," and p.word(i + 1) in _BREAKERS):
            return True
    return False


def is_passive(p: Passage, verb: int) -> bool:
    """Whether the verb at `verb` is passive: was called, is often described."""
    return p.word(verb - 1) in BE or p.is_adverb(verb - 1)
