"""How hard a story is to read: eight indexes from our own sentences and syllables, and what makes a sentence hard.

The story is its lead, its body and its block quotations; headlines, decks, captions and lists are counted apart.
A sentence of which more than half stands in quotation marks is speech, as a block quotation is: an editor may not
shorten it. All other sentences are narration.

A word is what `Article.count_words` counts; addresses of the web and of mail are none. The first word of a sentence is
taken for a common word, any other that begins with a capital for a name.

Sources: R. Flesch, J. Applied Psychology 32 (1948), reading ease; J. P. Kincaid and others, Navy report 8-75 (1975),
grade and ARI; R. Gunning, The Technique of Clear Writing (1952), fog; G. H. McLaughlin, J. of Reading 12 (1969), SMOG;
M. Coleman and T. L. Liau, J. Applied Psychology 60 (1975); E. Dale and J. Chall, Educational Research Bulletin 27
(1948); C. H. Björnsson, Läsbarhet (1968), LIX.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from copydesk.language.syllables import data_lines, syllables
from copydesk.model.article import MARKUP, OBJECT, Kind
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

if TYPE_CHECKING:
    from copydesk.language.sentences import Sentence
    from copydesk.model.article import Article

#: A word as `Article.count_words` has it, with the sign of a currency before it and a period or % behind.
_WORD = r"[$£€]?\w++(?:[^\s\w—–]++\w++)*+[.%]?"
_ADDRESS = r"://|\bwww\.|\w@\w|\w\.(?:com|org|net|edu|gov|mil|int|info|io|co\.uk)\b|^\w[\w-]*(?:/[\w.-]+){2,}"
#: What is longer is no word (a key, a picture as text); it is cut, so that the cache of words stays small.
_LONGEST = 100
#: SMOG was made for 30 sentences; of fewer it says little.
SMOG_SENTENCES = 30
_STORY = (Kind.LEAD, Kind.BODY, Kind.BLOCKQUOTE)
#: The rest of the page.
_PARTS = {
    "headlines": (Kind.HEADLINE, Kind.SUBHEAD),
    "deck": (Kind.DECK,),
    "captions": (Kind.CAPTION,),
    "lists": (Kind.LIST,),
}


class Counts(NamedTuple):
    """What the formulas are fed with.

    letters: of the alphabet.  characters: letters and digits.  polysyllables: words of three syllables and more.
    complex: those that Gunning calls hard: no names, no compounds, no -ed, -es or -ing that makes the third.
    long: words of more than six letters.  unfamiliar: words that Dale and Chall do not list; names are familiar.
    names, name_syllables: the words taken for names.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    letters: int = 0
    characters: int = 0
    polysyllables: int = 0
    complex: int = 0
    long: int = 0
    unfamiliar: int = 0
    names: int = 0
    name_syllables: int = 0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*map(sum, zip(self, other, strict=True)))

    def less(self, other: Counts) -> Counts:
        """This without a part of it."""
        return Counts(*(mine - its for mine, its in zip(self, other, strict=True)))

    @property
    def words_a_sentence(self) -> float:
        """The average length of a sentence, in words; 0 without one."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_a_word(self) -> float:
        """The average length of a word, in syllables; 0 without one."""
        return self.syllables / self.words if self.words else 0.0

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade."""
        return flesch_kincaid(self)

    def indexes(self) -> dict[str, float]:
        """Every index by the name that reports give it."""
        return {name: formula(self) for name, formula in INDEXES.items()}

    @property
    def without_names(self) -> Counts:
        """The same with every name as long as the average of the other words: nobody can choose a shorter name."""
        others = self.words - self.names
        if not self.names or not others:
            return self
        return self._replace(syllables=round((self.syllables - self.name_syllables) * self.words / others))


# --- the formulas ---------------------------------------------------------------------------------------------------


def flesch_reading_ease(c: Counts) -> float:
    """Flesch: 100 is very easy, 60 plain English, below 30 hard."""
    return 206.835 - 1.015 * c.words_a_sentence - 84.6 * c.syllables_a_word if c.words else 0.0


def flesch_kincaid(c: Counts) -> float:
    """The grade of an American school that reads it."""
    return 0.39 * c.words_a_sentence + 11.8 * c.syllables_a_word - 15.59 if c.words else 0.0


def gunning_fog(c: Counts) -> float:
    """The years of schooling that it asks for."""
    return 0.4 * (c.words_a_sentence + 100 * c.complex / c.words) if c.words else 0.0


def smog(c: Counts) -> float:
    """The grade of a reader who understands all of it; made for SMOG_SENTENCES sentences or more."""
    return 1.043 * sqrt(30 * c.polysyllables / c.sentences) + 3.1291 if c.sentences else 0.0


def automated_readability(c: Counts) -> float:
    """A grade from the strokes of a typewriter."""
    return 4.71 * c.characters / c.words + 0.5 * c.words_a_sentence - 21.43 if c.words else 0.0


def coleman_liau(c: Counts) -> float:
    """A grade from letters and sentences in a hundred words."""
    return 5.88 * c.letters / c.words - 29.6 * c.sentences / c.words - 15.8 if c.words else 0.0


def dale_chall(c: Counts) -> float:
    """Dale and Chall's raw score: 4.9 and less for grade 4, 9 and more for college."""
    if not c.words:
        return 0.0
    share = 100 * c.unfamiliar / c.words
    return 0.1579 * share + 0.0496 * c.words_a_sentence + (3.6365 if share > 5 else 0)


def lix(c: Counts) -> float:
    """Björnsson's index: 30 is easy, 40 a newspaper, 60 hard."""
    return c.words_a_sentence + 100 * c.long / c.words if c.words else 0.0


#: Every index by the name that reports give it.
INDEXES: Mapping[str, Callable[[Counts], float]] = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid": flesch_kincaid,
    "gunning_fog": gunning_fog,
    "smog": smog,
    "ari": automated_readability,
    "coleman_liau": coleman_liau,
    "dale_chall": dale_chall,
    "lix": lix,
}


# --- words ----------------------------------------------------------------------------------------------------------


#: The counts of a word are kept as one number, so many bits each: a sum of these numbers is the sum of all counts.
_BITS = 24
#: One sentence, packed.
_SENTENCE = 1


def _packed(counts: Counts) -> int:
    packed = 0
    for count in reversed(counts):
        packed = packed << _BITS | count
    return packed


def _unpacked(packed: int) -> Counts:
    return Counts(*[packed >> _BITS * place & (1 << _BITS) - 1 for place in range(len(Counts._fields))])


@lru_cache(maxsize=1 << 16)
def _packed_token(token: str) -> int:
    """What stands between two spaces: a word with the marks around it, two with a dash between, or none."""
    return sum(map(_packed_word, compiled(_WORD).findall(token)))


@lru_cache(maxsize=1 << 16)
def _packed_word(written: str) -> int:
    return _packed(count_word(written))


def count_word(written: str) -> Counts:
    """One word as written, marks around it included; all zeros for an address, which nobody reads."""
    if written.isalpha() and written.islower():
        return _counted(written, syllables(written))
    word = written.replace(MARKUP, "").replace(OBJECT, "")
    if compiled(_ADDRESS).search(word):
        return Counts()
    return _counted("".join(c for c in word if c.isalnum() or c in "-'’").strip("-'’"), syllables(word))


def _counted(bare: str, spoken: int) -> Counts:
    characters = sum(map(str.isalnum, bare))
    letters = sum(map(str.isalpha, bare))
    is_name = bare[:1].isupper()
    return Counts(
        words=1,
        syllables=spoken,
        letters=letters,
        characters=characters,
        polysyllables=int(spoken > 2),
        complex=int(spoken > 2 and not is_name and bare.isalpha() and not _grown(bare, spoken)),
        long=int(letters > 6),
        unfamiliar=int(not (is_name or letters == 0 or is_familiar(bare))),
        names=int(is_name),
        name_syllables=spoken if is_name else 0,
    )


def _grown(word: str, spoken: int) -> bool:
    """Whether a word of three syllables owes the third to -ed, -es or -ing."""
    return spoken == 3 and compiled(r"(?:ing|[td]ed|(?:[csxzg]|[cs]h)es)\Z").search(word) is not None


@cache
def familiar_words() -> frozenset[str]:
    """Dale and Chall's list of the words that children of the fourth grade know."""
    return frozenset(word for line in data_lines("familiar_words") for word in line.split())


def is_familiar(word: str) -> bool:
    """Whether Dale and Chall list a word, or the word that it is a regular form of; a compound with all its parts."""
    known = familiar_words()
    word = word.lower().replace("’", "'")
    if word in known:
        return True
    if "-" in word:
        return all(is_familiar(part) for part in word.split("-"))
    return not known.isdisjoint(_stems(word.removesuffix("'s").removesuffix("'")))


def _stems(word: str) -> Iterable[str]:
    """The words that this can be a regular form of."""
    yield word
    for ending in ("s", "es", "d", "ed", "r", "er", "st", "est", "ing", "ly", "n't"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield stem
            if stem[-1] == "i":
                yield stem[:-1] + "y"
            if ending == "ing":
                yield stem + "e"
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


# --- stories --------------------------------------------------------------------------------------------------------


class Load(NamedTuple):
    """A sentence of the story and what it asks of a reader."""

    sentence: Sentence
    is_speech: bool
    packed: int

    @property
    def counts(self) -> Counts:
        """Its counts."""
        return _unpacked(self.packed)

    @property
    def reasons(self) -> Reasons:
        """What makes it hard."""
        return _reasons(self)


class Measures(NamedTuple):
    """The story of an article, sentence by sentence."""

    loads: tuple[Load, ...]

    @property
    def story(self) -> Counts:
        """Narration and speech together."""
        return _unpacked(sum(load.packed for load in self.loads))

    @property
    def narration(self) -> Counts:
        """What the newsroom says itself, and may shorten."""
        return _unpacked(sum(load.packed for load in self.loads if not load.is_speech))

    @property
    def speech(self) -> Counts:
        """What is mostly quotation."""
        return _unpacked(sum(load.packed for load in self.loads if load.is_speech))

    def hardest(self) -> list[tuple[float, Load]]:
        """The sentences of narration, the hardest first, each with its cost.

        The cost of a sentence is how much the grade of the narration would fall without it.
        """
        own = [load for load in self.loads if not load.is_speech]
        whole = sum(load.packed for load in own)
        grade = _unpacked(whole).grade
        costs = [(grade - _unpacked(whole - load.packed).grade, load) for load in own]
        return sorted(costs, key=lambda entry: -entry[0])


def measure_readability(article: Article) -> Measures:
    """The story of an article counted: `Article.readability`."""
    is_speech = _speech_test(article)
    loads = []
    for zone in article.zones_of(*_STORY):
        for sentence in zone.sentences:
            packed = _packed_sentence(sentence)
            if packed:
                loads.append(Load(sentence, zone.kind is Kind.BLOCKQUOTE or is_speech(sentence), packed))
    return Measures(tuple(loads))


def other_parts(article: Article) -> dict[str, Counts]:
    """The counts of the page's parts beside the story, by name; without those that it has not."""
    found = {}
    for name, kinds in _PARTS.items():
        packed = sum(_packed_sentence(sentence) for zone in article.zones_of(*kinds) for sentence in zone.sentences)
        if packed:
            found[name] = _unpacked(packed)
    return found


def _packed_sentence(sentence: Sentence) -> int:
    tokens = sentence.article.prose[sentence.start : sentence.end].split()
    if max(map(len, tokens), default=0) > _LONGEST:
        tokens = [token[:_LONGEST] for token in tokens]
    if tokens and tokens[0][1:].islower() and tokens[0][-1] != ".":
        tokens[0] = tokens[0].lower()
    packed = sum(map(_packed_token, tokens))
    return packed and packed + _SENTENCE


def _speech_test(article: Article) -> Callable[[Sentence], bool]:
    """A test whether more than half of a sentence's characters stand in quotation marks."""
    quotes = [quote for quote in article.quotes if not quote.level]
    starts = [quote.start for quote in quotes]

    def is_speech(sentence: Sentence) -> bool:
        covered, i = 0, bisect_right(starts, sentence.end) - 1
        while i >= 0 and quotes[i].end > sentence.start:
            covered += min(sentence.end, quotes[i].end) - max(sentence.start, quotes[i].start)
            i -= 1
        return 2 * covered > sentence.end - sentence.start

    return is_speech


# --- what makes a sentence hard -------------------------------------------------------------------------------------

#: Words that open a clause within a sentence.
_OPENERS = frozenset(
    "that which who whom whose where when while because although though if unless until since whereas after before "
    "whether as so".split()
)


class Reasons(NamedTuple):
    """What makes a sentence hard. clauses: openers of clauses after the first word.  words: of four syllables or more,
    names apart.  passive: as written, "" for none."""

    length: int
    clauses: int
    words: tuple[str, ...]
    passive: str

    def __str__(self) -> str:
        said = [f"{self.length} words"]
        if self.clauses > 1:
            said.append(f"{self.clauses} clauses")
        if self.words:
            said.append(f"hard words ({', '.join(self.words)})")
        if self.passive:
            said.append(f"passive ({self.passive})")
        return ", ".join(said)


def _reasons(load: Load) -> Reasons:
    article, start, end = load.sentence.article, load.sentence.start, load.sentence.end
    words = [word.replace(MARKUP, "") for word in compiled(_WORD).findall(article.prose, start, end)]
    bare = [word.rstrip(".,;:!?”’\"')]") for word in words]
    bare[:1] = [bare[0].lower()]  # a sentence's first word is taken for a common word
    clauses = 1 + sum(word.lower() in _OPENERS for word in bare[1:])
    hard = dict.fromkeys(word for word in bare if word.islower() and word.isalpha() and syllables(word) > 3)
    passive = next((found.text for found in article.passives if start <= found.start < end), "")
    return Reasons(load.counts.words, clauses, tuple(hard)[:4], " ".join(passive.split()))
