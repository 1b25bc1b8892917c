"""Attributions: the clauses that credit speech, and which quotations each of them credits.

Paragraphs are read in order, sentence by sentence. A quotation's speaker is what a construction finds in its sentence
(`copydesk.language.constructions`); failing that, the one who spoke before in the paragraph, who is announced by the
colon that ends the paragraph before, who goes on from there, or who spoke last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.language.clauses import Sentence
from copydesk.language.constructions import (
    POSSESSIVES,
    Found,
    attribute,
    by_clause,
    by_colon,
    cue_of,
    inverted_at,
    is_complete,
)  # fmt: skip
from copydesk.language.passage import Chunk, Passage, anchor_tokens
from copydesk.language.verbs import cue_verbs, saying_verbs
from copydesk.language.wordclasses import (
    CONTRACTED,
    DETERMINERS,
    DONE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TEMPORAL,
    telling_words,
)
from copydesk.model.article import MARKUP, TEXT, Located
from copydesk.model.record import NamedTuple
from copydesk.model.span import Span
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.language.quotes import Quote
    from copydesk.model.article import Article, Zone


class Attribution(Located):
    """A clause that credits speech, from the first to the last word of its speaker and its cue.

    speaker: who says it, None when a verb stands alone ("it was said").  cue: the verb with its auxiliaries, or
    "according to".  lemma: the verb's, "say", or "according to".  position: the clause stands "before", "after" or
    "between" its quotations, "" when it credits none.  order: "speaker first", "verb first" or "".
    quotes: what it credits in quotation marks, in its paragraph; empty for speech in the reporter's words.
    adverb: an adverb in -ly that says how it was said.
    """

    __slots__ = ("adverb", "cue", "lemma", "order", "position", "quotes", "speaker")

    def __init__(
        self,
        speaker: Located | None,
        cue: Located,
        lemma: str,
        *,
        quotes: tuple[Quote, ...] = (),
        adverb: Span | None = None,
    ) -> None:
        first = min(speaker.start, cue.start) if speaker else cue.start
        last = max(speaker.end, cue.end) if speaker else cue.end
        super().__init__(cue.article, first, last)
        self.speaker = speaker
        self.cue = cue
        self.lemma = lemma
        self.quotes = quotes
        self.adverb = adverb
        self.order = "" if speaker is None else "speaker first" if speaker.start < cue.start else "verb first"
        self.position = ""
        if quotes:
            before, after = quotes[-1].start > last, quotes[0].start < first
            self.position = "between" if before and after else "before" if before else "after"


class Credit(NamedTuple):
    """What the analysis says of one quotation; see `Quote` for the fields."""

    speaker: Located | None = None
    cue: Located | None = None
    how: str = ""
    confidence: float = 0.0
    speaker_kind: str = ""


def credits(article: Article) -> Mapping[tuple[int, int], Credit]:
    """What is known of each outer quotation, by its start and end."""
    return article.computed("speakers", _Reader).credits


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """The attributions of all text zones, in order."""
    return tuple(article.computed("speakers", _Reader).attributions())


#: How many characters after the last cue a quotation on its own is still taken for the same speaker's.
_FLOATING_REACH = 200
#: How quotations are credited that go on after another of their paragraph.
_GOING_ON = frozenset({"same paragraph", "same sentence", "split"})


#: Tom Lee, coach / — Tom Lee / -Lee, in a letter.
_SIGNATURE = r"(?=[—–―~-]|[^,]{5,40},)[—–―~-]*\s*([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})(?=,|\s*$)"
_LONGEST_SIGNATURE = 100


class _Paragraph:
    """A zone as its passage and its sentences."""

    __slots__ = ("passage", "quotes", "sentences", "zone")

    def __init__(self, zone: Zone, quotes: list[Quote]) -> None:
        self.zone = zone
        self.quotes = quotes
        self.passage = Passage(zone.article, zone, quotes)
        self.sentences = [Sentence(self.passage, *pair) for pair in pairwise(sorted(self.passage.bounds))]


class _Reader:
    """Reads an article's paragraphs in order and credits their quotations.

    credits: what was found, by the quotation's place.  found: the answers whose words a quotation's paragraph has.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.credits: dict[tuple[int, int], Credit] = {}
        self.found: dict[tuple[int, int], Found] = {}
        self.zones = [zone for zone in article.zones if zone.kind in TEXT]
        self.by_zone: dict[int, list[Quote]] = {}
        self._paragraphs: dict[int, _Paragraph] = {}
        for quote in article.quotes:
            if not quote.level:
                self.by_zone.setdefault(quote.zone.start, []).append(quote)
        last: Credit | None = None
        for k, zone in enumerate(self.zones):
            if zone.start in self.by_zone:
                last = self._read(k, last)

    def paragraph(self, zone: Zone) -> _Paragraph:
        """The paragraph of a zone, made once."""
        found = self._paragraphs.get(zone.start)
        if found is None:
            found = self._paragraphs[zone.start] = _Paragraph(zone, self.by_zone.get(zone.start, []))
        return found

    def _read(self, k: int, last: Credit | None) -> Credit | None:
        """Credit the quotations of the zone at `k`, where `last` spoke last; who speaks last then."""
        paragraph = self.paragraph(self.zones[k])
        p = paragraph.passage
        spoken: Credit | None = None
        waiting: list[tuple[Quote, int]] = []
        items = iter(sorted(p.quoted))
        at = next(items, None)
        for n, sentence in enumerate(paragraph.sentences):
            here = []
            while at is not None and at < sentence.high:
                here.append(at)
                at = next(items, None)
            answers = [attribute(sentence, i) for i in here]
            tag = next((answer for answer in answers if answer and answer.is_tag), None)
            tagged = opened = False
            for i, answer in zip(here, answers, strict=True):
                quote = p.quoted[i]
                if answer and answer.how == "subject" and tag:
                    answer = tag
                if tagged and spoken and p.word(i - 1) == "," and (answer is None or answer.how == "clause"):
                    self._give(quote, spoken._replace(how="split"))
                    continue
                if answer is not None:
                    tagged = tagged or answer.is_tag
                    spoken = _credit(p, answer)
                    self.found[quote.start, quote.end] = answer
                    self._give(quote, spoken)
                    for other, _ in waiting if answer.is_tag else ():
                        if other.inner[:1].isupper():
                            self._give(other, spoken._replace(how="later tag"))
                            self.found[other.start, other.end] = answer
                    waiting = []
                elif quote.continues and last and k and self._is_credited(self.zones[k - 1]):
                    spoken = self._give(quote, last._replace(how="continued"))
                elif spoken and i == sentence.low:
                    opened = True
                    self._give(quote, spoken._replace(how="same paragraph"))
                elif spoken and (tagged or opened or quote.inner[:1].isupper() or _completes(sentence, i)):
                    self._give(quote, spoken._replace(how="same sentence"))
                elif i == 0 and (led := self._led_in(k)):
                    spoken = self._give(quote, led)
                else:
                    waiting.append((quote, n))
        for quote, n in waiting:
            if quote is paragraph.quotes[-1] and (signed := self._signed(k, quote)):
                spoken = self._give(quote, signed)
                continue
            alone = paragraph.sentences[n]
            if alone.high - alone.low > 3 or (n == 0 and k and self._ends_in_colon(self.zones[k - 1])):
                continue
            floated = (self._narrated(k, n) or last) if quote.inner[:1].isupper() else None
            if floated and floated.cue and quote.start - floated.cue.start < _FLOATING_REACH:
                self._give(quote, floated._replace(how="floating", confidence=0.5))
        return spoken or last

    def _give(self, quote: Quote, credit: Credit) -> Credit:
        self.credits[quote.start, quote.end] = credit
        return credit

    def _led_in(self, k: int) -> Credit | None:
        """The speaker whom the paragraph before announces, when it ends in a colon."""
        if k == 0 or not self._ends_in_colon(self.zones[k - 1]):
            return None
        paragraph = self.paragraph(self.zones[k - 1])
        if not paragraph.sentences:
            return None
        sentence = paragraph.sentences[-1]
        found = by_colon(sentence, sentence.high) or by_clause(sentence, sentence.high)
        return _credit(paragraph.passage, found)._replace(how="colon before") if found else None

    def _signed(self, k: int, quote: Quote) -> Credit | None:
        """The name that stands alone in the paragraph after a quotation, as under one that is pulled out."""
        zone = self.zones[k]
        if k + 1 == len(self.zones) or self.article.prose[quote.end : zone.end].strip(MARKUP + " \n\r\t"):
            return None
        after = self.zones[k + 1]
        if after.end - after.start > _LONGEST_SIGNATURE or self._ends_in_colon(after):
            return None
        found = compiled(_SIGNATURE).match(self.article.prose, after.start, after.end)
        passage = self.paragraph(after).passage
        if found is None or any(map(passage.is_verb, range(passage.size))):
            return None
        return Credit(Located(self.article, *found.span(1)), None, "signature", 0.8, "named")

    def _ends_in_colon(self, zone: Zone) -> bool:
        return self.article.prose[zone.start : zone.end].rstrip(MARKUP + " \n\r\t").endswith(":")

    def _is_credited(self, zone: Zone) -> bool:
        """Whether the last quotation of a zone has a speaker; true of a zone without quotations."""
        quotes = self.by_zone.get(zone.start)
        return not quotes or (quotes[-1].start, quotes[-1].end) in self.credits

    def _narrated(self, k: int, n: int) -> Credit | None:
        """Who speaks, in the reporter's words, in the sentence right before sentence `n` of zone `k`."""
        if n == 0 and k == 0:
            return None
        paragraph = self.paragraph(self.zones[k if n else k - 1])
        if not paragraph.sentences:
            return None
        sentence = paragraph.sentences[n - 1]
        p = paragraph.passage
        if sentence.high - 1 in p.quoted:
            return None
        found = by_clause(sentence, sentence.high)
        return _credit(p, found)._replace(how="floating", confidence=0.5) if found else None

    def attributions(self) -> Iterator[Attribution]:
        """Every attribution in order: those that credit a quotation, and those of speech in the reporter's words."""
        tokens, telling = self.article.tokens, telling_words()
        anchors = self.article.computed("anchors", anchor_tokens)
        places = [tokens.starts[k] for k in anchors if tokens.lower[k] in telling]
        for zone in self.zones:
            if zone.start not in self.by_zone and bisect_left(places, zone.start) == bisect_left(places, zone.end):
                continue
            paragraph = self.paragraph(zone)
            groups = self._credited(paragraph)
            for sentence in paragraph.sentences:
                for found in _narrated_speech(sentence):
                    if found.cue:
                        groups.setdefault(found.cue.last, (found, []))
            for last in sorted(groups):
                found, quotes = groups[last]
                if found.cue:
                    yield _attribution(paragraph.passage, found, found.cue, tuple(quotes))

    def _credited(self, paragraph: _Paragraph) -> dict[int, tuple[Found, list[Quote]]]:
        """The answers that credit quotations of a paragraph, with these, by the end of their cue."""
        groups: dict[int, tuple[Found, list[Quote]]] = {}
        latest = -1
        for quote in paragraph.quotes:
            place = quote.start, quote.end
            found = self.found.get(place)
            if found and found.cue:
                latest = found.cue.last
                groups.setdefault(latest, (found, []))[1].append(quote)
            elif latest in groups and place in self.credits and self.credits[place].how in _GOING_ON:
                groups[latest][1].append(quote)
        return groups


def _completes(s: Sentence, at: int) -> bool:
    """Whether the quotation is the main clause of a sentence that begins in the reporter's words: If it rains, “…”"""
    return s.p.words[at - 1] == "," and s.p.words[s.low] in SUBORDINATORS


def _narrated_speech(s: Sentence) -> Iterator[Found]:
    """Speech in the reporter's words: Lee said the vote was late; the vote was late, said Lee; according to Lee."""
    p, telling = s.p, telling_words()
    for i in p.anchors[bisect_left(p.anchors, s.low) : bisect_left(p.anchors, s.high)]:
        if p.words[i] not in telling:
            continue
        if p.words[i] == "according":
            chunk = p.chunk_at(i + 2, s.high, whole=True) if p.words[i + 1] == "to" else None
            if chunk:
                yield Found(chunk, Chunk(i, i + 2), "according to", 0.9)
        elif _takes_clause(p, i, s.high) and (clause := s.clause_at(i)):
            last = clause.subject.last - 1
            if p.words[i] in saying_verbs() or p.is_capital(last) or p.words[last] in PRONOUNS:
                yield Found(clause.subject, cue_of(p, clause), "clause", 0.8)
        elif p.words[i - 1] == ",":
            found = inverted_at(p, i, s.high)
            if found and is_complete(p, found.speaker.last, i, s.high):
                yield found


def _takes_clause(p: Passage, verb: int, high: int) -> bool:
    """Whether what was said stands with the verb as a clause: that …, he was …, or before it: , Lee said."""
    lemma = saying_verbs().get(p.words[verb])
    i = verb + 1
    if lemma is None or lemma == "say":
        return lemma is not None or p.words[i] == "that"
    if lemma == "tell" and (hearer := p.chunk_at(i, high)):
        i = hearer.last
    while i < min(high, verb + 8) and (p.is_adverb(i) or p.word(i) in _TIMES):
        i += 1
    word = p.word(i)
    if word == "that":
        return True
    chunk = p.chunk_at(i, high)
    if chunk and chunk.last < high and p.is_verb(chunk.last):
        return True
    return word in (".", "") and p.word(verb - 1) not in DETERMINERS and _has_comma_before(p, verb)


def _has_comma_before(p: Passage, verb: int) -> bool:
    return "," in p.words[max(0, verb - 8) : verb]


_TIMES = frozenset(
    "on in at monday tuesday wednesday thursday friday saturday sunday a the statement interview letter".split()
)


def _attribution(p: Passage, found: Found, cue: Chunk, quotes: tuple[Quote, ...]) -> Attribution:
    verb = p.words[cue.first if p.words[cue.first] == "according" else cue.last - 1]
    if verb not in cue_verbs() and p.words[cue.first] in cue_verbs():
        verb = p.words[cue.first]
    lemma = "according to" if verb == "according" else cue_verbs().get(verb, verb)
    adverb = None
    for i in (cue.first - 1, *range(cue.first, cue.last), cue.last):
        if p.word(i).endswith("ly") and p.is_adverb(i):
            adverb = Span(p.starts[i], p.ends[i])
    return Attribution(_speaker(p, found.speaker), _located(p, cue), lemma, quotes=quotes, adverb=adverb)


def _credit(p: Passage, found: Found) -> Credit:
    cue = _located(p, found.cue) if found.cue else None
    return Credit(_speaker(p, _with_participle(p, found)), cue, found.how, found.confidence, _kind(p, found.speaker))


def _with_participle(p: Passage, found: Found) -> Chunk:
    """The speaker with what was done to it, as one phrase: a poll taken in June, audio obtained by the Times."""
    chunk, cue = found.speaker, found.cue
    i = chunk.last
    if p.is_capital(i - 1) or p.is_capital(i) or not p.word(i).endswith(DONE) or (cue and cue.first <= i < cue.last):
        return chunk
    if p.word(i + 1) != "by" and (cue is None or cue.first > i):
        return chunk
    after = p.chunk_at(i + 2, p.size, whole=True) if p.word(i + 1) in PREPOSITIONS else None
    if after is None and p.word(i + 1) not in TEMPORAL:
        return chunk
    return Chunk(chunk.first, after.last if after else i + 2)


def _located(p: Passage, chunk: Chunk) -> Located:
    return Located(p.article, p.starts[chunk.first], p.ends[chunk.last - 1])


def _speaker(p: Passage, chunk: Chunk) -> Located:
    """The speaker's words; of "he'd" the pronoun."""
    first = p.words[chunk.first]
    if first in CONTRACTED:
        return Located(p.article, p.starts[chunk.first], p.starts[chunk.first] + first.index("'"))
    return _located(p, chunk)


def _kind(p: Passage, chunk: Chunk) -> str:
    first = p.words[chunk.first]
    if first in PRONOUNS or first in CONTRACTED or (first in POSSESSIVES and chunk.last - chunk.first == 1):
        return "pronoun"
    return "named" if any(p.is_capital(i) and _names(p, i) for i in range(chunk.first, chunk.last)) else "noun"


def _names(p: Passage, i: int) -> bool:
    """Whether a capital at `i` is a name's, not that of a word which begins a sentence."""
    return i not in p.bounds or (p.words[i] not in DETERMINERS and p.word(i + 1) != "" and not p.words[i].endswith("s"))
