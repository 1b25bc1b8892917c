"""The constructions that credit a quotation, each a small function that looks at one sentence.

A construction gets the sentence and the quotation's item in it, and answers with who speaks, by which words, and how
sure that is; or None when it does not apply. `CONSTRUCTIONS` has them in the order in which they are asked. A new one
is a function with examples in its docstring (a line `text -> speaker | cue`, run by the tests) and a place there.
"""

from __future__ import annotations

from collections.abc import Callable

from copydesk.language.clauses import Sentence
from copydesk.language.passage import QUOTED, REACH, Chunk, Passage
from copydesk.language.subjects import (
    BE,
    Clause,
    before_open_aside,
    is_passive,
    last_verb,
    main_clause,
    main_clause_breaks,
    phrase_ending,
    verb_after,
)
from copydesk.language.verbs import cue_verbs, saying_verbs
from copydesk.language.wordclasses import (
    DETERMINERS,
    HEARD,
    NOUNS,
    OPINING,
    PHRASAL,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH_NOUNS,
    SUBORDINATORS,
    TEMPORAL,
)
from copydesk.model.article import MARKUP
from copydesk.model.record import NamedTuple

POSSESSIVES = frozenset("his her their its my our your".split())
#: Conjunctions that open a clause of time, which what is said seldom goes on in.
_OCCASIONAL = frozenset("when after while before".split())
#: How many characters after its verb a subject is still taken for the speaker, when the verb is none of speech.
_SUBJECT_REACH = 80
#: How many characters a series of quotations that goes on from there has at most.
_SERIES_REACH = 1000
_DASHES = frozenset("—–-―~")
_TAGS = frozenset({"tag after", "inverted tag"})
_AFTER_NOUN = frozenset({"that", "to", "of", "for", ":", ",", QUOTED, "—"}) | TEMPORAL


class Found(NamedTuple):
    """A construction's answer in items: who speaks, the cue, how it was found in a word or two, how sure it is."""

    speaker: Chunk
    cue: Chunk | None
    how: str
    confidence: float

    @property
    def is_tag(self) -> bool:
        """Whether a tag behind the quotation decided."""
        return self.how in _TAGS


def attribute(s: Sentence, at: int) -> Found | None:
    """Who says the quotation at item `at`, by the first construction that applies."""
    for construction in CONSTRUCTIONS:
        found = construction(s, at)
        if found is not None:
            return found
    return None


def tag_after(s: Sentence, at: int) -> Found | None:
    """A tag behind the quotation, in either order.

    “The pool leaks,” Ana Ruiz said Monday. -> Ana Ruiz | said
    “The pool leaks,” said former lifeguard Ana Ruiz, who swims. -> former lifeguard Ana Ruiz | said
    “Why now?” the coach of the swimmers asked. -> the coach | asked
    “It leaks,” Ruiz, a lifeguard at the pool, told reporters. -> Ruiz | told
    “It leaks,” Ruiz and Park wrote. -> Ruiz and Park | wrote
    “It leaks.” Ruiz said. -> Ruiz | said
    “It leaks,” Ruiz shrugged. -> Ruiz | shrugged
    “A sieve,” is how Ruiz put it. -> Ruiz | put
    “It leaks,” Ruiz said in June, according to the diary of the coach. -> the diary | according to
    """
    p, high = s.p, s.high
    i = at + 1
    begins = opens_tag(p, at)
    ends = p.quoted[at].inner.rstrip()[-1:]
    goes_on = i == high and at == s.low and ends
    if goes_on:
        high = min(p.size, i + (REACH if ends in "?!…" else 6))
    while i < high and p.words[i] in ",—–-":
        begins = True
        i += 1
    is_piece = p.quoted[at].inner[:1].islower()
    if i >= high or (not begins and is_piece):
        return None
    while p.is_adverb(i):
        i += 1
    if p.word(i) == "as":
        found = tag_at(p, i + 1, high)
        return found if found and found.cue and found.cue.first == found.speaker.last else None
    if p.word(i) in BE and p.word(i + 1) == "how":
        return tag_at(p, i + 2, high)
    if is_piece and at > s.low and p.word(i) not in saying_verbs():
        found = tag_at(p, i, high)
    else:
        found = inverted_at(p, i, high) or tag_at(p, i, high)
    if found is None:
        return _odd_tag(p, i, high) if begins and not is_piece else None
    if goes_on and not _ends_tag(p, found, strict=ends not in "?!…"):
        return None
    return _second_hand(p, found, high) or found


def _second_hand(p: Passage, found: Found, high: int) -> Found | None:
    """The outer source of a tag, as a paragraph credits one level only: Lee said, according to the diary."""
    for i in range(max(found.speaker.last, found.cue.last if found.cue else 0), high):
        if p.words[i] == QUOTED:
            return None
        if p.words[i] == "according" and p.words[i - 1] in (",", ")") and p.word(i + 1) == "to":
            chunk = p.chunk_at(i + 2, high, whole=True)
            return Found(chunk, Chunk(i, i + 2), "late according to", 0.85) if chunk else None
    return None


def _ends_tag(p: Passage, found: Found, *, strict: bool) -> bool:
    """Whether a tag in a sentence of its own is all of it, or (not strict) does not turn into: Lee went on to win."""
    after = p.word(max(found.cue.last if found.cue else 0, found.speaker.last))
    return after in (".", "") or after in TEMPORAL if strict else after != "to"


def _odd_tag(p: Passage, i: int, high: int) -> Found | None:
    """A tag whose verb does not speak: Lee smiled; shuddered Lee."""
    word = p.word(i)
    if word.endswith("ed") and not p.is_capital(i) and (chunk := p.chunk_at(i + 1, high, whole=True)):
        return Found(chunk, Chunk(i, i + 1), "inverted tag", 0.8) if p.is_capital(chunk.first) else None
    chunk = p.chunk_at(i, high)
    if chunk is None or p.words[i - 1] in (".", "!", "?") or not (p.is_capital(i) or p.words[i] in PRONOUNS):
        return None
    verb = chunk.last
    while verb < high and p.is_adverb(verb):
        verb += 1
    if verb < high and p.words[verb].endswith("ed") and p.word(verb + 1) in (".", ",", ""):
        return Found(chunk, Chunk(verb, verb + 1), "tag after", 0.8)
    return None


def according_to(s: Sentence, at: int) -> Found | None:
    """The quotation, and at once its source.

    “The pool is shut,” according to a notice on the door. -> a notice | according to
    """
    p = s.p
    i = at + 1 + (s.p.word(at + 1) == ",")
    if i < s.high and p.words[i] == "according" and p.word(i + 1) == "to":
        chunk = p.chunk_at(i + 2, s.high, whole=True)
        return Found(chunk, Chunk(i, i + 2), "according to", 0.9) if chunk else None
    return None


def vox_pop(s: Sentence, at: int) -> Found | None:
    """A dash and a name, as under a list of voices.

    “I swim every day.” — Ana Ruiz, baker -> Ana Ruiz
    """
    p = s.p
    if p.word(at + 1) not in _DASHES or at + 2 >= p.size:
        return None
    first = at + 2 + (p.word(at + 2) == "-")
    chunk = p.chunk_at(first, min(p.size, first + REACH), whole=True)
    if chunk and p.is_capital(chunk.first) and p.word(chunk.last) in ("", ",", ".", "(", QUOTED, "of", "on", "in"):
        return Found(chunk, None, "vox pop", 0.9)
    return None


def inverted_before(s: Sentence, at: int) -> Found | None:
    """A tag in the middle, its verb first.

    For the swimmers, explained Ana Ruiz, “it is over for this year.” -> Ana Ruiz | explained
    """
    p = s.p
    if p.word(at - 1) not in (",", ":"):
        return None
    for i in range(at - 2, max(s.low, at - 25), -1):
        if p.words[i] in (",", QUOTED) and cue_verbs().get(p.word(i + 1)) not in HEARD:
            found = inverted_at(p, i + 1, at)
            if found and p.words[i + 1] in saying_verbs():
                return found._replace(how="inverted before")
    return None


def by_colon(s: Sentence, at: int) -> Found | None:
    """What stands before a colon: a name, a clause of any verb, a verb and its subject.

    RUIZ: “The pool leaks.” -> RUIZ
    Ruiz put it more plainly: “The pool leaks.” -> Ruiz | put
    Replied Ruiz: “The pool leaks.” -> Ruiz | Replied
    Here’s Ruiz in June: “The pool leaks.” -> Ruiz
    """
    p = s.p
    if p.word(at - 1) != ":" or at - 1 <= s.low:
        return None
    first = p.words[s.low]
    if first in cue_verbs() and first != cue_verbs()[first] and p.is_capital(s.low + 1):
        chunk = p.chunk_at(s.low + 1, at, whole=True)
        return Found(chunk, Chunk(s.low, s.low + 1), "inverted lead-in", 0.9) if chunk else None
    if at - s.low < 12 and p.is_capital(s.low) and first not in PREPOSITIONS:
        named = p.chunk_at(s.low, at, whole=True)
        if named and p.word(named.last) in (":", ",", "(", "of") and not any(map(p.is_verb, range(s.low, at - 1))):
            return Found(named, None, "transcript", 0.9)
    chunk = phrase_ending(p, at - 2, s.low)
    if (
        chunk
        and not any(map(p.is_verb, range(chunk.first, at - 1)))
        and (chunk.first == s.low or p.words[chunk.first - 1] in "—–-•")
    ):
        return Found(chunk, None, "transcript", 0.9)
    for clause in s.cues_before(at):
        return Found(clause.subject, cue_of(p, clause), "colon", 0.9)
    for i in range(at - 2, max(s.low, at - REACH) - 1, -1):
        if p.words[i] in ("here's", "from") and p.begins_phrase(i + 1) and (chunk := _with_partner(p, i + 1, at)):
            return Found(chunk, None, "colon", 0.6)
    return None


def lead_in(s: Sentence, at: int) -> Found | None:
    """A verb of saying, and a quotation that is a sentence.

    Ruiz said, “The pool leaks.” -> Ruiz | said
    On Monday, the coach of the team told swimmers, “It leaks.” -> the coach | told
    As Ruiz pointed out, “It leaks.” -> Ruiz | pointed
    """
    p = s.p
    before = p.word(at - 1)
    if not begins_sentence(p, at) or (before not in (",", ":") and before not in cue_verbs()):
        return None
    for clause in s.cues_before(at):
        word = p.words[clause.verb]
        if word not in saying_verbs() and word in cue_verbs() and at - clause.verb > 1:
            continue
        if at - clause.verb > 25 or QUOTED in p.words[clause.verb : at]:
            return None
        return Found(clause.subject, cue_of(p, clause), "lead-in", 0.95)
    return None


def in_words(s: Sentence, at: int) -> Found | None:
    """In somebody's words.

    The pool is, in the words of the coach, “a sieve.” -> the coach | words
    In Ruiz’s words, the pool is “a sieve.” -> Ruiz’s | words
    """
    p = s.p
    for i in range(max(s.low, at - 14), at):
        if p.words[i] != "words":
            continue
        if p.word(i + 1) == "of" and p.word(i - 2) == "in":
            chunk = p.chunk_at(i + 2, at, whole=True)
        else:
            chunk = _possessor(p, i - 1, s.low)
            if chunk and p.word(chunk.first - 1) != "in":
                continue
        if chunk:
            return Found(chunk, Chunk(i, i + 1), "in the words of", 0.8)
    return None


def agent(s: Sentence, at: int) -> Found | None:
    """Who does what a passive verb says.

    The pool was called “a sieve” by Ana Ruiz. -> Ana Ruiz | called
    A pool described by Ana Ruiz as “a sieve” shut down. -> Ana Ruiz | described by
    """
    p = s.p
    after = p.word(at + 1) == "by"
    for i in range(at - 1, max(s.low, at - 12), -1):
        if p.words[i] == "by" and not after and p.word(i - 1).endswith(("ed", "seen")):
            chunk = p.chunk_at(i + 1, at)
            if chunk and p.word(chunk.last) == "as":
                return Found(chunk, Chunk(i - 1, i + 1), "agent", 0.7)
        if after and p.words[i] in cue_verbs() and p.words[i].endswith("ed"):
            chunk = p.chunk_at(at + 2, s.high, whole=True)
            return Found(chunk, Chunk(i, i + 1), "agent", 0.8) if chunk and is_passive(p, i) else None
    return None


def late_tag(s: Sentence, at: int) -> Found | None:
    """A tag at the sentence's end, for all of it.

    It was “a sieve” from the day it opened, Ruiz said. -> Ruiz | said
    The water is “cold,” since nobody heats it, said coach Ana Ruiz. -> coach Ana Ruiz | said
    The pool was “a sieve” in June, according to the coach. -> the coach | according to
    """
    p = s.p
    if not p.has_anchor(at + 1, s.high):
        return None
    for i in range(at + 1, min(s.high, at + 2 * REACH)):
        word = p.words[i]
        if word == "according" and p.word(i + 1) == "to":
            chunk = p.chunk_at(i + 2, s.high, whole=True)
            return Found(chunk, Chunk(i, i + 2), "late according to", 0.85) if chunk else None
        if word in (",", "—", "–"):
            first = i + 1
            while p.is_adverb(first) or p.word(first) == "as":
                first += 1
            found = inverted_at(p, first, s.high) or tag_at(p, first, s.high)
            if (
                found
                and found.cue
                and is_complete(p, max(found.cue.last, found.speaker.last), found.cue.last - 1, s.high)
            ):
                speaker = before_open_aside(p, found.speaker, at + 1)
                return found._replace(speaker=speaker, how="late tag", confidence=0.85)
    return None


def according_before(s: Sentence, at: int) -> Found | None:
    """The source first.

    According to the coach, the pool was “a sieve” in June. -> the coach | According to
    """
    p = s.p
    if not p.has_anchor(s.low, at):
        return None
    for i in range(max(s.low, at - REACH), at):
        if p.words[i] == "according" and p.word(i + 1) == "to":
            chunk = p.chunk_at(i + 2, at, whole=True)
            return Found(chunk, Chunk(i, i + 2), "according to before", 0.85) if chunk else None
    return None


def by_noun(s: Sentence, at: int) -> Found | None:
    """A noun of speech and whose it is.

    Park scorned Ruiz’s claim that the pool was “a sieve” all year. -> Ruiz’s | claim
    Park scorned her promise to “plug every hole” by June. -> her | promise
    """
    p = s.p
    if p.word(at + 1) in SPEECH_NOUNS and p.word(at - 1) not in POSSESSIVES and (chunk := _possessor(p, at - 1, s.low)):
        return Found(chunk, Chunk(at + 1, at + 2), "noun", 0.7)
    is_open = False
    for i in range(at - 1, max(s.low, at - 14), -1):
        word = p.words[i]
        if word in SPEECH_NOUNS and p.word(i + 1) in _AFTER_NOUN and not s.is_cue(i):
            if is_open and p.word(i + 1) != "that":
                return None
            j = i - 1
            while j > max(s.low, i - 4) and p.is_nominal(j) and not _is_possessive(p.words[j]):
                j -= 1
            chunk = _possessor(p, j, s.low)
            if chunk:
                return Found(chunk, Chunk(i, i + 1), "noun", 0.7)
        if word in saying_verbs() and word not in SPEECH_NOUNS and (p.is_verb(i) or p.is_participle(i)):
            return None
        is_open = is_open or (p.is_verb(i) and word not in NOUNS and p.words[i - 1] != "to")
    return None


def by_clause(s: Sentence, at: int) -> Found | None:
    """The outermost verb of saying whose clause reaches the quotation, or the nearest verb of naming.

    Ruiz said Park had called the pool “a sieve.” -> Ruiz | said
    Ruiz praised Park, calling him “a plumber of genius.” -> Ruiz | calling
    The coach, who swims, dismissed the pool as “a sieve.” -> The coach | dismissed
    Ruiz closed what she called the “worst pool” in town. -> Ruiz | called
    """
    p, main = s.p, s.main
    best: Clause | None = None
    for clause in s.cues_before(at):
        is_fronted = main is not None and clause.verb < main.subject.first and main.begins < at
        if is_fronted and p.word(clause.subject.first - 1) != "as":
            continue
        if best is None:
            best = clause
            if p.word(at - 1) == "," and clause.verb == at - 2 and p.word(clause.subject.first - 1) == ",":
                break
        elif _stands_apart(p, clause, best):
            break
        elif p.words[clause.verb] in saying_verbs() and p.words[clause.subject.first] != "who":
            best = clause
    if best is None:
        return None
    first = best.subject.first
    if main and main.begins < first and p.words[first] in PRONOUNS and p.words[first - 1] == "what":
        return Found(main.subject, cue_of(p, best), "clause", 0.7)
    how = "participle" if p.words[best.verb].endswith("ing") else "clause"
    return Found(best.subject, cue_of(p, best), how, 0.8)


def _stands_apart(p: Passage, outer: Clause, inner: Clause) -> bool:
    """Whether `inner`, which comes later, is no part of what is said in `outer`: Lee said so, but Roe called it …"""
    first = inner.subject.first
    if first <= outer.verb:
        return main_clause_breaks(p, outer.verb, inner.verb)
    before = p.words[first - 1]
    if before in ("and", "but", "with") or (before in _OCCASIONAL and p.words[first] not in PRONOUNS):
        return True
    return main_clause_breaks(p, outer.verb, first)


def _reaches(p: Passage, verb: int, at: int, factor: int) -> bool:
    """Whether a verb that is none of speech stands near enough, or the quotations of a series lead up to it."""
    if p.starts[at] - p.starts[verb] > _SERIES_REACH:
        return False
    for i in range(verb + 1, at + 1):
        if p.words[i] == QUOTED:
            if p.starts[i] - p.ends[verb] > factor * _SUBJECT_REACH:
                return False
            verb = i
    return True


def fronted(s: Sentence, at: int) -> Found | None:
    """A participle that opens the sentence, before its subject.

    Noting that the pool was “a sieve,” Ruiz shut it. -> Ruiz | Noting
    """
    main, first = s.main, s.p.words[s.low]
    if main is None or main.subject.first <= at or not first.endswith("ing"):
        return None
    if first not in cue_verbs() or first == "speaking":
        return None
    return Found(main.subject, Chunk(s.low, s.low + 1), "participle", 0.7)


def by_subject(s: Sentence, at: int) -> Found | None:
    """No verb of saying: the subject of the sentence.

    Ruiz wants to “plug every hole” in the pool. -> Ruiz | wants
    Ruiz’s answer was that the pool was “a sieve” and no more. -> Ruiz’s | was
    Though she brushed it off as “a drip,” the pool leaks. -> she | brushed
    """
    p, main = s.p, s.main
    if (main is None or main.begins >= at) and p.words[s.low] in SUBORDINATORS:
        if p.words[at - 1] == "," and p.words[s.low] != "as":
            return None
        main = main_clause(p, s.low + 1, at)
    if main is None or main.begins >= at or p.words[main.subject.first] in ("it", "that", "this", "there"):
        return None
    if not _reaches(p, main.begins, at, 2 if p.words[main.verb] in OPINING else 1):
        return None
    is_past = p.word(main.verb + 1) != "to" and (p.words[main.verb].endswith("ed") or p.words[main.verb] in cue_verbs())
    if is_past and not p.is_participle(main.verb) and not BE.isdisjoint(p.words[main.begins : main.verb]):
        return None
    if main.verb == main.begins and p.words[main.verb] in BE:
        for i in range(*main.subject):
            if _is_possessive(p.words[i]) and (owner := _possessor(p, i, s.low)):
                return Found(owner, cue_of(p, main), "subject", 0.5)
    return Found(main.subject, cue_of(p, main), "subject", 0.5)


CONSTRUCTIONS: tuple[Callable[[Sentence, int], Found | None], ...] = (
    tag_after, according_to, vox_pop, inverted_before, by_colon, lead_in, in_words, agent, late_tag, according_before,
    by_noun, by_clause, fronted, by_subject,
)  # fmt: skip


def _with_partner(p: Passage, first: int, high: int) -> Chunk | None:
    """The noun phrase that begins at `first`, with a second one behind "and"."""
    chunk = p.chunk_at(first, high, whole=True)
    if chunk and p.word(chunk.last) == "and" and (partner := p.chunk_at(chunk.last + 1, high, whole=True)):
        return Chunk(first, partner.last)
    return chunk


def opens_tag(p: Passage, at: int) -> bool:
    """Whether the quotation ends in a comma, a question or exclamation mark or a dash, as before a tag."""
    quote = p.quoted[at]
    return p.prose[quote.inner_start : quote.inner_end].rstrip(MARKUP + " ”’'\"")[-1:] in tuple(",?!—–-…")


def begins_sentence(p: Passage, at: int) -> bool:
    """Whether the quotation's words begin as a sentence does, with a capital."""
    return p.quoted[at].inner.lstrip("[(…. ")[:1].isupper() if at in p.quoted else True


def inverted_at(p: Passage, i: int, high: int) -> Found | None:
    """said Lee, says the mayor: a verb of saying at `i` and its subject after it."""
    word = p.word(i)
    lemma = cue_verbs().get(word)
    if lemma is None or word.endswith("ing") or p.is_capital(i) or lemma in HEARD - {"ask", "answer"}:
        return None
    if word == lemma and (word != "read" or p.word(i + 1) not in DETERMINERS):
        return None
    chunk = p.chunk_at(i + 1, high, whole=True)
    if chunk and p.words[chunk.first] not in ("that", "this", "it"):
        return Found(chunk, Chunk(i, i + 1), "inverted tag", 0.95)
    return None


def tag_at(p: Passage, i: int, high: int) -> Found | None:
    """Lee said, the mayor of the town once told reporters: a noun phrase at `i` and its verb of saying."""
    chunk = p.chunk_at(i, high)
    if chunk is None or p.words[i] in ("that", "which") or _is_verb_form(p, i):
        return None
    if p.word(chunk.last) == "and" and (partner := p.chunk_at(chunk.last + 1, high)):
        chunk = Chunk(chunk.first, partner.last)
    verb = verb_after(p, chunk.last, high)
    if verb is None:
        return None
    main = last_verb(p, verb, high)
    phrasal = (p.word(main), p.word(main + 1)) in PHRASAL and p.word(main + 2) != "to"
    if p.words[main] in NOUNS and p.words[main] == cue_verbs().get(p.words[main]) and not _agrees(p, chunk):
        return None
    if phrasal or p.words[main] in cue_verbs():
        return Found(chunk, Chunk(verb, main + 1), "tag after", 0.97)
    return None


def _agrees(p: Passage, subject: Chunk) -> bool:
    """Whether a verb without an ending can follow: they report, residents report, Lee and Roe report; not: his rant."""
    last = p.words[subject.last - 1]
    return last in PRONOUNS or last.endswith("s") or p.is_capital(subject.last - 1) or "and" in p.words[slice(*subject)]


def _is_verb_form(p: Passage, i: int) -> bool:
    """Whether a tag cannot begin with the word at `i` since it is a verb: seeing; but state Sen. Lee."""
    if p.is_capital(i) or (p.words[i] in NOUNS and p.is_capital(i + 1)):
        return False
    return p.words[i].endswith("ing") or p.is_verb(i)


def is_complete(p: Passage, after: int, verb: int, high: int) -> bool:
    """Whether what was said does not follow the verb: , Lee said in a speech. But not: , Lee said he was ill."""
    word = p.word(after)
    if after >= high or word in ".,?!;—)" or word in PREPOSITIONS or word in TEMPORAL or p.is_adverb(after):
        return QUOTED not in p.words[after : min(high, after + 3)]
    if cue_verbs().get(p.words[verb]) == "tell":
        return QUOTED not in p.words[after : min(high, after + REACH)]
    return False


def cue_of(p: Passage, clause: Clause) -> Chunk:
    """The verb of a clause with its auxiliaries."""
    first = clause.begins
    while first < clause.verb and p.is_adverb(first):
        first += 1
    return Chunk(first, clause.verb + 1)


def _is_possessive(word: str) -> bool:
    return word in POSSESSIVES or word.endswith(("'s", "s'"))


def _possessor(p: Passage, last: int, low: int) -> Chunk | None:
    """Whose it is, when a possessive stands at `last`."""
    word = p.word(last)
    if last < low or not _is_possessive(word):
        return None
    if word in POSSESSIVES:
        return Chunk(last, last + 1)
    chunk = p.chunk_ending(last, low)
    while chunk and not p.is_capital(chunk.first) and p.is_capital(chunk.last - 1):
        chunk = Chunk(chunk.first + 1, chunk.last)
    return chunk
