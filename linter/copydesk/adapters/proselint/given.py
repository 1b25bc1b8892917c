"""What proselint is given to read: the story's own words as plain text, and the way back to the article.

Quotations, code, links, front matter and zones that no rule of the family reads are blanked. Markup is left out, but
for a space where it alone parts words. Line breaks inside a paragraph and fixed spaces are spaces, and apostrophes are
straight, as its patterns spell them. A run of a hundred letters or figures is no word, and would keep its search for
repetitions for hours: it is blanked too.
"""

from __future__ import annotations

from copydesk.checking.phrases import PHRASE_ZONES
from copydesk.model.article import MARKUP, OBJECT, Article, masked
from copydesk.patterns import compiled


class Given:
    """A text for proselint.

    It begins and ends with a line break that the article lacks: proselint's patterns want something before the first
    word and after the last.
    """

    __slots__ = ("_marked", "_places", "text")

    def __init__(self, marked: str) -> None:
        if MARKUP in marked:
            marked = compiled(rf"(?<=\w){MARKUP}(?={MARKUP}*\w)").sub(" ", marked)
        text = marked.replace(MARKUP, "")
        if max(map(len, text.replace(OBJECT, " ").split()), default=0) >= 100:
            text = compiled(r"\b\w{100,}+").sub(lambda run: OBJECT * len(run[0]), text)
        self.text = text
        self._marked = marked
        self._places: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the text, less the spaces at its ends, as a stretch of the article."""
        found = self.text[start:end]
        start += len(found) - len(found.lstrip())
        end = max(end - len(found) + len(found.rstrip()), start)
        if len(self.text) == len(self._marked):
            return start - 1, end - 1
        if self._places is None:
            self._places = [i for i, c in enumerate(self._marked, -1) if c != MARKUP]
        return self._places[start], self._places[max(end - 1, start)] + 1


def given(article: Article) -> Given:
    """What proselint may judge of an article: nothing in quotation marks."""
    return article.computed("proselint text", lambda a: _given(a, masked(a.prose, _quotations(a))))


def given_whole(article: Article) -> Given:
    """The same with the quotations, for checks of the quotation marks themselves."""
    return article.computed("proselint whole text", lambda a: _given(a, a.prose))


def _quotations(article: Article) -> list[tuple[int, int, str]]:
    return [(quote.start, quote.end, OBJECT) for quote in article.quotes]


def _given(article: Article, prose: str) -> Given:
    pieces, at = ["\n"], 0
    for zone in article.zones:
        if zone.kind in PHRASE_ZONES:
            paragraph = prose[zone.start : zone.end].replace("\n", " ").replace("\r", " ")
            pieces += ("\n" * (zone.start - at), paragraph)
            at = zone.end
    pieces.append("\n")
    return Given("".join(pieces).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " "))
