"""What rules about words share: where a word stands, what stands beside it, and what kind of story it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copydesk import PROSE, Edit, Kind, Located, compiled, wants_an

if TYPE_CHECKING:
    from copydesk import Article

#: The newsroom's own prose and the heads above it.
COPY = PROSE | {Kind.HEADLINE, Kind.SUBHEAD}

#: Kinds of story (`kind:`, `type:`, `genre:`, `section:`) in which the writer's own voice may be heard.
_VOICED = frozenset(
    "opinion opinions op-ed column columns columnist editorial editorials commentary comment essay essays review "
    "reviews analysis letter letters newsletter blog blogs diary first-person interview q&a advice explainer "
    "service guide how-to feature features travel food recipe recipes obituary".split()
)


#: How many characters of marks can stand before a sentence's first word.
_LEADING = 60
#: How many characters before and after a word are looked at as its sentence: no sentence of news is longer.
_NEAR = 600


class Place(Located):
    """A word of the article and its neighbours. index: its place among the article's tokens."""

    __slots__ = ("index",)

    def __init__(self, article: Article, index: int) -> None:
        tokens = article.tokens
        super().__init__(article, tokens.starts[index], tokens.ends[index])
        self.index = index

    def word(self, by: int) -> str:
        """The token `by` places on (negative: before), lower case; "" outside the paragraph."""
        i, tokens, zone = self.index + by, self.article.tokens, self.zone
        inside = 0 <= i < len(tokens) and zone is not None and zone.start <= tokens.starts[i] < zone.end
        return tokens.lower[i] if inside else ""

    def written(self, by: int) -> str:
        """The token `by` places on as it is written; "" outside the paragraph."""
        tokens = self.article.tokens
        return self.article.text[tokens.starts[self.index + by] : tokens.ends[self.index + by]] if self.word(by) else ""

    def at(self, by: int) -> Place:
        """The place of the word `by` places on, which must be there."""
        return Place(self.article, self.index + by)

    def to(self, by: int) -> Located:
        """The stretch from this word to the end of the one `by` places on."""
        return self.part(self.start, self.at(by).end)

    def begins_sentence(self) -> bool:
        """Whether no word stands before it in its sentence."""
        sentence = self.article.sentence_at(self.start)
        return sentence is not None and self.start - sentence.start <= _LEADING and sentence.opens_at(self.start)

    def is_name(self) -> bool:
        """Whether its capital is a name's: it does not begin a sentence, or another capital follows."""
        return self.text[0].isupper() and (not self.begins_sentence() or self.written(1)[:1].isupper())

    def sentence(self) -> Located:
        """The sentence it stands in; of one without end, a stretch around it."""
        sentence = self.article.sentence_at(self.start)
        if sentence is None:
            return self
        if sentence.end - sentence.start <= 2 * _NEAR:
            return sentence
        first = sentence.start + (self.start - sentence.start) // _NEAR * _NEAR
        return self.part(max(sentence.start, first - _NEAR // 2), min(sentence.end, first + 2 * _NEAR))


def places(
    article: Article, words: Iterable[str], *, zones: frozenset[Kind] = COPY, in_quotes: bool = False
) -> Iterator[Place]:
    """Where any of `words` (lower case, straight apostrophes) stands in `zones`, in order; not in quotations."""
    tokens = article.tokens
    for i in tokens.among(words):
        start = tokens.starts[i]
        zone = article.zone_at(start)
        if zone is not None and zone.kind in zones and (in_quotes or not article.is_quoted(start, tokens.ends[i])):
            yield Place(article, i)


def like(written: str, word: str) -> str:
    """`word` with the capitals of `written`: of its first letter, or of all of them."""
    if written[:1].isupper():
        return word.upper() if len(written) > 1 and written.isupper() else word[:1].upper() + word[1:]
    return word


def with_article(place: Place, end: int, better: str) -> list[Edit]:
    """The edit of a stretch that begins with `place`, and that of an “a” or “an” before it which it changes."""
    edits, before = [Edit(place.start, end, better)], place.word(-1)
    if before in ("a", "an"):
        wanted = "an" if wants_an(better) else "a"
        if wanted != before:
            edits.insert(0, Edit(place.at(-1).start, place.at(-1).end, like(place.written(-1), wanted)))
    return edits


def is_voiced(article: Article, most: int = 4) -> bool:
    """Whether the writer is heard in it and may be: the metadata call it opinion, service or the like, or the
    narrator says I, we or you more than `most` times, as columns, letters and blogs do that lack their `kind:`.
    """
    return _is_of_voiced_kind(article) or article.computed("voices", _count_voices) > most


def _count_voices(article: Article) -> int:
    spoken = places(article, _I_AND_YOU, zones=PROSE)
    return sum(place.text not in ("US", "ME") and place.word(1) != "-" for place in spoken)


_I_AND_YOU = frozenset(
    "i i'm i've i'd i'll we we're we've we'd we'll our us me my you your you're you'll you've".split()
)


def _is_of_voiced_kind(article: Article) -> bool:
    front = article.front_matter
    return any(
        not _VOICED.isdisjoint(compiled(r"[^\w&-]+").split((front.scalar(key) or "").lower()))
        for key in ("kind", "type", "genre", "section", "category")
        if front.field(key)
    )


def has_signoff(article: Article, desk: str) -> bool:
    """Whether the metadata hold a sign-off of `desk` ("legal") or name it as a key that says yes."""
    field = article.front_matter.field("signoffs", "signoff", "sign-offs", "approvals")
    if field is None:
        return False
    value = field.node.value
    if isinstance(value, dict):
        return any(
            key.lower() == desk and row.node.value not in (None, "", False, "no", "pending")
            for key, row in value.items()
        )
    return any(desk in str(node.value).lower() for node in field.node.items)


def has_consent(article: Article) -> bool:
    """Whether the metadata record that those who are named agreed (`consent:`)."""
    return (article.front_matter.scalar("consent", "consents") or "no").lower() not in (
        "no",
        "false",
        "none",
        "null",
        "",
    )


#: A person's name: two words with capitals or more, with initials, particles and suffixes between.
NAME = (
    r"[A-Z][\w’'-]+(?:\s(?:[A-Z]\.(?:\s?[A-Z]\.)?|[“\"][^”\"\n]{1,20}[”\"]|(?:de|la|van|von|bin|al|der)(?=\s)))*"
    r"(?:\s[A-Z][\w’'-]+){1,3}(?:,?\s(?:Jr|Sr)\.|\sI{2,3}\b)?"
)
_NO_PERSON = frozenset(
    "the a an county city state university college school hospital department police court senate house congress "
    "republican republicans democrat democrats democratic party bank company corp inc group council commission "
    "committee board agency association street avenue road river lake north south east west new united national "
    "federal american monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december islamic army navy force guard union league church museum "
    "times post news service bureau center centre office district international co. foundation institute society "
    "club team supreme board’s act in on at as by when while after before but and if for from with his her their it "
    "he she they this that these those who what where".split()
)


def is_person(name: str) -> bool:
    """Whether two capitals in a row can be a person's name, and hold no word of places and bodies."""
    return _NO_PERSON.isdisjoint(word.lower() for word in name.split())
