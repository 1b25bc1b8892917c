"""A sentence's clauses of saying: its verbs that can credit speech, each with its subject."""

from __future__ import annotations

from bisect import bisect_left

from copydesk.language.passage import QUOTED, REACH, Chunk, Passage
from copydesk.language.subjects import (
    BE,
    COMMAS,
    LEADING,
    OPENERS,
    Clause,
    before_aside,
    before_open_aside,
    is_noun,
    main_clause,
    over_time,
    phrase_ending,
)  # fmt: skip
from copydesk.language.verbs import cue_verbs, saying_verbs
from copydesk.language.wordclasses import (
    AUXILIARIES,
    CONTRACTED,
    DETERMINERS,
    DOCUMENTS,
    HEARD,
    NOUNS,
    NUMBERS,
    PHRASAL,
    PREPOSITIONS,
    PRONOUNS,
    RECORDINGS,
    REFLEXIVES,
    RELATIVES,
    SIGNS,
    TEMPORAL,
)  # fmt: skip

_NAMED = frozenset("called titled named labeled dubbed entitled".split())
#: What follows those before a name: an ad called “Scam”, a trick called the “hook”.
_NAMES = frozenset({QUOTED, ",", "a", "an", "the"})
_PASSIVE = ("ed", "told", "written", "said")


class Sentence:
    """The items `low:high` of a passage: one sentence, quotations taken as one item each."""

    __slots__ = ("_cues", "_main", "high", "low", "p")

    def __init__(self, p: Passage, low: int, high: int) -> None:
        self.p = p
        self.low = low
        self.high = high
        self._cues: list[Clause] | None = None
        self._main: tuple[Clause | None] | None = None

    @property
    def cues(self) -> list[Clause]:
        """The clauses whose verb can credit a quotation, in order."""
        if self._cues is None:
            verbs, words, anchors = cue_verbs(), self.p.words, self.p.anchors
            self._cues = []
            for i in anchors[bisect_left(anchors, self.low) : bisect_left(anchors, self.high)]:
                phrasal = (words[i], self.p.word(i + 1)) in PHRASAL and self.p.word(i + 2) != "to"
                if words[i] in verbs or phrasal:
                    clause = self._cue(i)
                    if clause:
                        self._cues.append(clause)
        return self._cues

    @property
    def main(self) -> Clause | None:
        """The first clause that has a subject and a verb of its own."""
        if self._main is None:
            self._main = (main_clause(self.p, self.low, self.high),)
        return self._main[0]

    def cues_before(self, at: int) -> list[Clause]:
        """The clauses of `cues` whose verb stands before `at`, within reach, the nearest first."""
        cues = self.cues
        last = bisect_left(cues, at, key=lambda clause: clause.verb)
        first = bisect_left(cues, at - 2 * REACH, key=lambda clause: clause.verb)
        return cues[first:last][::-1]

    def is_cue(self, i: int) -> bool:
        """Whether the verb at `i` is one of `cues`."""
        return self._known(i) is not None

    def clause_at(self, i: int) -> Clause | None:
        """The clause whose verb stands at `i`, as `cues` has it."""
        if self._cues is None and not self.p.is_participle(i):
            return self._cue(i)
        return self._known(i)

    def _known(self, i: int) -> Clause | None:
        cues = self.cues
        k = bisect_left(cues, i, key=lambda clause: clause.verb)
        return cues[k] if k < len(cues) and cues[k].verb == i else None

    def _cue(self, i: int) -> Clause | None:
        """The clause of the verb at `i`; None when it is a noun, a name, or has no subject."""
        p, word = self.p, self.p.words[i]
        if p.is_capital(i):
            return None
        if word.endswith("ing"):
            return self._participle(i)
        if p.word(i - 1) == "," and saying_verbs().get(word, "tell") not in HEARD:
            chunk = p.chunk_at(i + 1, self.high, whole=True)
            if chunk and p.word(chunk.last) in ("", ",", ".") and p.is_capital(chunk.last - 1):
                return Clause(chunk, i, i)
        if is_noun(p, i, self.low):
            return None
        clause = self._subject_of(i)
        return self._maker(clause) if clause and word in _NAMED and p.words[i + 1] in _NAMES else clause

    def _maker(self, clause: Clause) -> Clause | None:
        """An ad called “Scam”: who made it, the subject of the sentence."""
        p, (first, last) = self.p, clause.subject
        if p.words[first] not in ("a", "an", "the") or first == self.low or p.words[first - 1] in OPENERS:
            return clause
        if any(map(p.is_capital, range(first, last))):
            return clause
        main = self.main
        return Clause(main.subject, main.begins, main.verb) if main and main.begins < first else None

    def _participle(self, i: int) -> Clause | None:
        """The subject of saying, calling …: the name right before it, that of a verb before, or the sentence's."""
        p, low = self.p, self.low
        j = i - 1
        if p.is_nominal(j) and not p.is_capital(j) and p.is_nominal(i + 1) and p.words[i + 1] != "reporters":
            return None
        while j >= low and p.is_adverb(j):
            j -= 1
        if j < low:
            return None
        word = p.words[j]
        if word in CONTRACTED:
            return Clause(Chunk(j, j + 1), i, i)
        if word in AUXILIARIES:
            return self._subject_of(i)
        if (p.is_nominal(j) or word in PRONOUNS) and (chunk := self._saying_itself(j)):
            return Clause(chunk, i, i)
        if word == "and" and self._cues and p.words[self._cues[-1].verb].endswith("ing"):
            return Clause(self._cues[-1].subject, i, i)
        if word in DETERMINERS:
            return None
        if word == "," and j - 1 > low and p.words[j - 1] in cue_verbs() and p.words[j - 1] not in NOUNS:
            said = None if is_noun(p, j - 1, low) else self._subject_of(j - 1)
            if said:
                return Clause(said.subject, i, i)
        found = self._coordinate(j, i, i)
        if found is None and word == "," and (chunk := phrase_ending(p, j - 1, low)) and chunk.first == low:
            return Clause(chunk, i, i)
        return found

    def _saying_itself(self, last: int) -> Chunk | None:
        """The phrase that ends at `last`, when a participle after it is its own: with Lee saying, a sign saying."""
        p = self.p
        chunk = p.chunk_ending(last, self.low)
        if chunk is None or p.words[last] in DOCUMENTS or p.words[last] in TEMPORAL:
            return None
        before = p.word(chunk.first - 1)
        if before == "and" or (before == "of" and p.word(chunk.first - 2) not in RECORDINGS):
            whole = phrase_ending(p, last, self.low)
            chunk = whole if whole and not p.is_verb(whole.first) else chunk
            before = p.word(chunk.first - 1)
        if chunk.first == self.low or (p.is_capital(last) and before not in ("on", "at", "in", "to")):
            return chunk
        if p.words[last] in SIGNS and p.words[chunk.first] in DETERMINERS:
            return chunk
        return chunk if p.words[chunk.first] in DETERMINERS and before not in PREPOSITIONS - {"with"} else None

    def _subject_of(self, verb: int) -> Clause | None:
        """The verb at `verb` with its subject, looked for to its left."""
        p, low = self.p, max(self.low, verb - REACH)
        j = verb - 1
        while j >= low and ((p.words[j] in _GROUP and not p.is_named(j)) or p.is_adverb(j)):
            j -= 1
        begins = j + 1
        group = p.words[begins:verb]
        if p.words[verb].endswith(_PASSIVE) and not BE.isdisjoint(group):
            agent = p.chunk_at(verb + 2, self.high) if p.word(verb + 1) == "by" else None
            return Clause(agent, begins, verb) if agent else None
        if "to" in group:
            return self._of_infinitive(j, verb)
        if p.words[verb + 1] == "as" and p.words[verb - 1] == "," and p.words[verb].endswith("ed"):
            return None
        j = over_time(p, j, low)
        while j >= low and ((p.words[j] in AUXILIARIES and not p.is_named(j)) or p.is_adverb(j)):
            j -= 1
        if j < low:
            return None
        word = p.words[j]
        if word in RELATIVES:
            chunk = Chunk(j, j + 1) if word == "who" else self._antecedent(j, low)
            return Clause(chunk, begins, verb) if chunk else None
        if word in COMMAS or word == ")" or (word == "-" and not p.touches(j)):
            chunk = before_aside(p, j, low)
            if chunk:
                return Clause(chunk, begins, verb)
        if word in (",", "and", "but", "then", "or"):
            return self._coordinate(j, begins, verb)
        chunk = phrase_ending(p, j, low)
        if chunk and chunk.first > low and _is_led(p, chunk):
            k = chunk.first - 2
            while k >= low and (p.words[k] in AUXILIARIES or p.is_adverb(k)):
                k -= 1
            if k >= low and p.words[k] in PRONOUNS:
                return Clause(Chunk(k, k + 1), begins, verb)
            if p.is_capital(chunk.last - 1) and (name := _after_occasion(p, chunk)):
                return Clause(name, begins, verb)
            return self._coordinate(j, begins, verb)
        if chunk is None or (p.words[chunk.first] not in PRONOUNS and p.word(chunk.first - 1) not in OPENERS):
            chunk = self._before_who(chunk.first if chunk else j + 1) or chunk
        if chunk and p.word(verb + 1) != ",":
            chunk = before_open_aside(p, chunk, low)
        return Clause(chunk, begins, verb) if chunk else None

    def _antecedent(self, j: int, low: int) -> Chunk | None:
        """What "which" or "that" at `j` stands for."""
        if self.p.words[j] not in ("which", "that"):
            return None
        last = j - 1 - (self.p.word(j - 1) == ",")
        if self.p.words[last] in DOCUMENTS or self.p.words[last] in SIGNS:
            return self.p.chunk_ending(last, low)
        return phrase_ending(self.p, last, low)

    def _before_who(self, first: int) -> Chunk | None:
        """The aide, in "the aide who heard the mayor said", where the phrase before the verb begins at `first`."""
        p = self.p
        verbs = 0
        for k in range(first - 1, max(self.low, first - 14), -1):
            word = p.words[k]
            if word in (",", QUOTED, ";", ":", "that", "and"):
                return None
            if word == "who":
                return phrase_ending(p, k - 1, self.low) if verbs and p.is_nominal(k - 1) else None
            verbs += p.is_verb(k)
        return None

    def _of_infinitive(self, j: int, verb: int) -> Clause | None:
        """Lee went on to say, Lee was asked to say; and "for Lee to say"."""
        p = self.p
        chunk = p.chunk_ending(j, self.low)
        if chunk and p.word(chunk.first - 1) == "for":
            return Clause(chunk, verb, verb)
        for k in range(j, max(self.low, j - 15), -1):
            if p.words[k] in NOUNS or p.words[k - 1] == "who" or not p.is_verb(k):
                continue
            if p.words[k - 1] in ("and", "but"):
                return self._coordinate(k - 1, verb, verb)
            named = p.words[k - 1] in PRONOUNS or (p.is_capital(k - 1) and p.is_nominal(k - 1))
            found = self._subject_of(k) if named else None
            if found:
                return Clause(found.subject, verb, verb)
        main = self.main
        return Clause(main.subject, verb, verb) if main and main.begins < verb else None

    def _coordinate(self, j: int, begins: int, verb: int) -> Clause | None:
        """The second verb of a clause: Lee left and, in a letter, said."""
        p = self.p
        for i in range(j - 1, max(self.low, j - REACH), -1):
            if p.words[i] == ";" or (p.words[i] == "," and p.word(i + 1) in _COORDINATORS):
                found = main_clause(p, i + 1 + (p.words[i] == ","), verb)
                if found and found.begins < j and found.subject.first - i < 8:
                    return Clause(found.subject, begins, verb)
        main = self.main
        if main is None or main.begins >= verb:
            return None
        if p.words[main.subject.first] in ("this", "it", "that"):
            for k in range(j - 1, max(main.verb, j - REACH), -1):
                if p.is_verb(k) and p.is_nominal(k - 1) and (near := self._subject_of(k)):
                    return Clause(near.subject, begins, verb)
        return Clause(main.subject, begins, verb)


def _after_occasion(p: Passage, chunk: Chunk) -> Chunk | None:
    """The name that follows an occasion without a comma: In a radio interview Lee said."""
    first = chunk.last - 1
    while first > chunk.first and p.is_capital(first - 1):
        first -= 1
    return Chunk(first, chunk.last) if p.words[first - 1] in DOCUMENTS and first > chunk.first else None


def _is_led(p: Passage, chunk: Chunk) -> bool:
    """Whether a preposition leads a phrase, so that it is no subject: at the hearing; but about four in 10 voters."""
    word, before = p.words[chunk.first], p.word(chunk.first - 1)
    return before in LEADING and word not in PRONOUNS and not (before == "about" and word in NUMBERS)


#: What may stand in a verb's group before the verb, adverbs apart.
_GROUP = AUXILIARIES | REFLEXIVES | {"to", "not"}
_COORDINATORS = frozenset("and but while so as when".split())
