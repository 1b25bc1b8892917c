"""The narrator’s voice: no opinion, no I and no you in news, no intensifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Edit, flag, rule, wants_an
from copydesk_rules._copy import Place, is_voiced, like, places

if TYPE_CHECKING:
    from copydesk import Article, Flags


@rule(
    "usage-editorialising",
    severity="warning",
    summary="The narrator’s opinion in news copy",
    certainty="medium",
    bad=[
        "^Sadly^, the bakery shut.",
        "The plan, ^of course^, leaked.",
        "^Unfortunately^ for Easton, the ferry sank.",
        "The ^so-called^ reform cut two buses.",
        "Nine bakers saw the ^stunning^ defeat.",
    ],
    good=[
        "The pier is clearly marked, and clearly visible at night.",
        "“Obviously, the oven was cold,” Ruiz said.",
        "---\nkind: opinion\n---\nSadly, the bakery shut.\n",
        "The course of the river matters in a first-aid course.",
        "The speech was controversial, Lee said.",
    ],
)
def no_opinion_of_ours(article: Article) -> Flags:
    """News says what happened; clearly, sadly and of course say what to think of it.

    An adverb that comments on the whole sentence is a warning. Adjectives that judge (stunning, brutal, controversial,
    unwavering, so-called) are suggestions, as is the adverb of somebody whom the sentence names. Opinion, reviews and
    other kinds of story in which the writer is heard (`kind:`) are let be.
    """
    found = list(places(article, _COMMENTS | _JUDGEMENTS | {"course", "called", "needless"}, zones=PROSE))
    if not found or is_voiced(article):
        return
    for place in found:
        word, end = place.word(0), 0
        if word == "course":
            if place.word(-1) != "of" or (place.word(1) not in _BREAK and place.word(-2) not in _BREAK):
                continue
            place, end = place.at(-1), 1
        elif word == "called":
            if (place.word(-2), place.word(-1)) != ("so", "-"):
                continue
            place, end = place.at(-2), 2
        elif word == "needless":
            end = 2 if (place.word(1), place.word(2)) == ("to", "say") else -1
        elif word in _COMMENTS:
            end = 0 if _comments(place) else -1
        elif place.word(-1) in ("not", "-") or place.word(1) == "-" or place.word(1) in _SENSES.get(word, ()):
            end = -1
        if end >= 0:
            judges, said = word in _JUDGEMENTS, any(f" {verb}" in place.sentence().prose for verb in _SAYING)
            if not (judges and said):
                mild = judges or said or word == "called" or _before_verb(place)
                yield flag(place.to(end), "Whose opinion is this?", severity="suggestion" if mild else None)


_SAYING = ("said", "says", "told", "wrote", "according", "added", "argued", "called")
_BREAK = ("", ",", ".", "—", "–", ";", "and", "but")
_COMMENTS = frozenset(
    "clearly obviously shockingly sadly tragically unfortunately ironically thankfully fortunately regrettably "
    "predictably unsurprisingly astonishingly amazingly incredibly disturbingly alarmingly undoubtedly mercifully "
    "hopefully inexplicably".split()
)
_JUDGEMENTS = frozenset(
    "stunning unwavering controversial brutal shocking outrageous disgraceful horrific regime".split()
)
#: After a judging word, what makes it a plain one.
_SENSES = {
    "brutal": ("force", "honesty", "cold", "heat"),
    "regime": ("change",),
    "stunning": ("grenade", "device", "devices"),
}


def _before_verb(place: Place) -> bool:
    """Whether it stands before a verb in the past with its subject before it: the mayor clearly lied."""
    after, before = place.word(1), place.word(-1)
    verb = (after.endswith("ed") and len(after) > 4 and after not in _PLAINLY) or after in _PAST
    return verb and before.isalpha() and before not in _NO_SUBJECT


_PLAINLY = frozenset(
    "marked labeled labelled defined stated posted identified printed outlined explained visible articulated expressed "
    "displayed established documented demonstrated delineated signed written illustrated needed detailed structured "
    "communicated indicated described shaped".split()
)
_PAST = frozenset("lied lost won died fell broke knew meant felt cost".split())
_NO_SUBJECT = frozenset(
    "and or but is are was were be been being has have had not more most very so as a an the that which to".split()
)


def _comments(place: Place) -> bool:
    """Whether an adverb comments on its sentence: it begins it or stands between commas."""
    after = place.word(1)
    if _before_verb(place):
        return True
    if place.begins_sentence():
        return after == "," or after == "for" or place.word(0) not in ("clearly", "incredibly", "amazingly")
    return place.word(-1) in (",", "—", "–") and after in (",", "—", "–")


@rule(
    "usage-first-person",
    severity="warning",
    summary="I and we in news copy",
    certainty="medium",
    bad=[
        "^We^ asked the baker for the recipe.",
        "The mayor told ^us^ that the pier is shut.",
        "The ferry, ^I^ was told, sank.",
    ],
    good=[
        "“We asked the baker,” Ruiz said.",
        "World War I and Title I money, on I-95, with Elizabeth I.",
        "---\nsection: Opinion\n---\nWe asked the baker for the recipe.\n",
        "The U.S. team flew to the US Open.",
        "I baked. I rowed. I sang. We ate, and our boat sank.",
    ],
)
def newsroom_stays_out(article: Article, *, most: int = 3) -> Flags:
    """The story is not about its writer: the newsroom is named, or is “a reporter”.

    Option `most`: where the narrator says I, we or our more often, the piece is a column, a blog or a letter
    that lacks its `kind:`, and nothing is reported. A numeral (World War I, Title I, I-95) is no pronoun. One finding a
    story; only where the narrator asks, hears or sees is it a warning.
    """
    found = [place for place in places(article, _FIRST, zones=PROSE) if _is_pronoun(place)]
    if not found or is_voiced(article, most):
        return
    reporting = next((place for place in found if _reports(place)), None)
    yield flag(reporting or found[0], "News is told without the narrator", severity=None if reporting else "suggestion")


_FIRST = frozenset("i i'm i've i'd i'll we we're we've we'd we'll our ours us me my myself ourselves".split())
_REPORTING = frozenset(
    "reached asked contacted spoke interviewed called visited emailed requested obtained reviewed learned reported met "
    "saw talked sat".split()
)
_TOLD = frozenset("told showed gave sent invited assured".split())


def _reports(place: Place) -> bool:
    """Whether it is the newsroom at work: we asked, told us."""
    return place.word(1) in _REPORTING or (place.word(0) in ("us", "me") and place.word(-1) in _TOLD)


def _is_pronoun(place: Place) -> bool:
    written, before = place.text, place.written(-1)
    if written in ("US", "ME"):
        return False
    if place.word(0) == "i":
        numeral = before[:1].isupper() and before.isalpha() and not place.begins_sentence()
        named = before.lower() in (
            "type",
            "phase",
            "stage",
            "class",
            "part",
            "title",
            "tier",
            "level",
            "grade",
            "chapter",
        )
        return written == "I" and not numeral and not named and place.word(1) not in ("-", ".", "–", ")", "/", "&", "&")
    if written.isupper() and len(written) > 1:
        return False
    return place.begins_sentence() or written.islower()


@rule(
    "usage-second-person",
    severity="suggestion",
    summary="You in hard news",
    certainty="medium",
    bad=[
        "From the pier ^you^ can see three ferries.",
        "The toll comes out of ^your^ pocket, and you pay twice.",
    ],
    good=[
        "“You can see three ferries,” Ruiz said.",
        "---\nkind: guide\n---\nFrom the pier you can see three ferries.\n",
        "She sent a thank-you note to say thank you.",
        "You knead. You bake. You wait, and your bread is done before your tea.",
    ],
)
def reader_stays_out(article: Article, *, most: int = 3) -> Flags:
    """Hard news is told of people, not to the reader. One finding a story, and none where you and your stand
    more than `most` times (a guide, a blog), where `kind:` says so, or in a question.
    """
    spoken = places(article, ("you", "your", "you're", "you'll", "yours"), zones=PROSE)
    found = [place for place in spoken if place.word(-1) not in ("thank", "-")]
    if found and not is_voiced(article, most) and not found[0].sentence().prose.rstrip().endswith("?"):
        yield flag(found[0], "Say who: residents, drivers, patients")


@rule(
    "usage-intensifier",
    severity="suggestion",
    summary="An intensifier that can go",
    fix="safe",
    bad=[
        Bad("A ^very large^ goat ate the sign.", fixed="A large goat ate the sign."),
        Bad("Hers is a ^very old^ ferry.", fixed="Hers is an old ferry."),
        Bad("The pier is ^extremely long^ and really wet and very icy.", fixed="The pier is long and wet and icy."),
    ],
    good=[
        "The very first ferry and the Very Rev. Tom Lee were late.",
        "The pier is not very long, and not quite done.",
        "“It was very cold,” Ruiz said.",
        "Quite a few bakers came, very much at ease.",
    ],
)
def plain_adjective(article: Article) -> Flags:
    """Very, really, extremely: the adjective is stronger alone, or another one is wanted.

    One finding a story, at the first of them; its fix takes all away. Not after not or so, nor where the word
    is needed (the very first, quite a few, very much).
    """
    found = [place for place in places(article, _INTENSIFIERS, zones=PROSE) if _can_go(place)]
    if not found:
        return
    first = found[0]
    edits = [edit for place in found for edit in _without(place)]
    rest = f" ({len(found)} in this story)" if len(found) > 1 else ""
    yield flag(first.to(1), f"“{first.word(1)}” says it{rest}", edits=edits)


_INTENSIFIERS = frozenset("quite very really totally extremely incredibly".split())
#: After an intensifier: words that need it, and words that it does not strengthen.
_NEEDS = frozenset(
    "first last same least best worst beginning end idea thing top nature existence moment much few many little well "
    "people day heart essence fact rev reverend own act bottom core start notion a an the like so literally some not "
    "one it that this often soon important real is are was were does do did has had".split()
)
_BEFORE_IT = frozenset(
    "not n't so too how as more never hardly the this that these those his her their its our my your isn't wasn't "
    "aren't weren't didn't doesn't don't can't couldn't won't wouldn't haven't hasn't if or and nor".split()
)


def _can_go(place: Place) -> bool:
    """Whether an adjective or a participle in plain letters follows, and no negation stands before."""
    after = place.word(1)
    if place.text[0].isupper() or not after.isalpha() or not place.written(1).islower() or len(after) < 3:
        return False
    if after in _NEEDS or (after.endswith("ly") and after not in _PLAIN) or place.word(-1) in _BEFORE_IT - {"and"}:
        return False
    return place.word(0) in ("very", "extremely", "incredibly") or _is_adjective(after)


def _is_adjective(word: str) -> bool:
    """Whether it can be told from a verb, after really or quite: it ends as adjectives do, or is a plain one."""
    return word in _PLAIN or word.endswith(("ous", "ful", "ible", "able", "ic", "al", "ive", "less", "ant", "ent"))


_PLAIN = frozenset(
    "large small big little long short high low old young new hot cold wet dry icy rich poor hard easy fast slow "
    "strong weak clear dark bright loud quiet busy cheap fresh deep wide heavy light sad happy angry proud tired "
    "likely unlikely early ugly costly deadly lonely lovely friendly good unique destroyed exhausted strange rare "
    "common simple pretty tough close far".split()
)


def _without(place: Place) -> list[Edit]:
    """The edits that take it away, and mend the article before it."""
    edits = [Edit(place.start, place.at(1).start, "")]
    if place.word(-1) in ("a", "an"):
        article = place.at(-1)
        wanted = "an" if wants_an(place.word(1)) else "a"
        if wanted != article.word(0):
            edits.insert(0, Edit(article.start, article.end, like(article.text, wanted)))
    return edits
