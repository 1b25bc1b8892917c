"""Names as they are compared: case, accents, full points, hyphens, suffixes and middle initials aside."""

from __future__ import annotations

from functools import lru_cache

from copydesk.patterns import compiled

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS = str.maketrans({
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
    "’": "'", "‘": "'", "ʻ": "'", "-": " ", "‐": " ", "‑": " ", "\u00a0": " ",
})  # fmt: skip


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name as it is compared: "Luiz Inácio Lula da Silva Jr." is "luiz inacio lula da silva", "J. D." is "jd"."""
    words = plain(name).replace(",", " ").split()
    kept: list[str] = []
    initials = False
    for word in words:
        letters = word.replace(".", "")
        single = len(letters) == 1
        if single and initials:
            kept[-1] += letters
        elif letters:
            kept.append(letters)
        initials = single or (initials and not letters)
    while len(kept) > 1 and kept[-1] in _SUFFIXES:
        kept.pop()
    return " ".join(kept)


def without_initials(name: str) -> str:
    """`fold` of a name less its middle initials: "John F. Kennedy" is "john kennedy"."""
    first, *rest = name.split(" ")
    return fold(" ".join([first, *(word for word in rest if not compiled(r"(?:[A-Z]\.?){1,2}").fullmatch(word))]))


def plain(text: str) -> str:
    """`text` in lower case without accents, its apostrophes straight and its hyphens spaces."""
    lower = text.casefold().translate(_LETTERS)
    if lower.isascii():
        return lower
    from unicodedata import combining, normalize

    apart = normalize("NFKD", normalize("NFKD", lower).casefold())
    return "".join(c for c in apart if not combining(c)).translate(_LETTERS)


def surname_of(name: str) -> str:
    """The last name of a name in news form, with the particles that belong to it: "von der Leyen"."""
    words = [word for word in name.replace(",", "").split() if fold(word) not in _SUFFIXES]
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return " ".join(words[at:])


def form_key(form: str) -> str:
    """A jurisdiction's form as it is compared: no article, no full points, no possessive."""
    key = plain(form).replace(".", "").strip().removesuffix("'s").removesuffix("'")
    return " ".join(key.split()).removeprefix("the ")


def form_words(form: str) -> str:
    """An office's form as it is compared: lower case, straight apostrophes, single spaces."""
    return " ".join(form.casefold().replace("’", "'").split())
