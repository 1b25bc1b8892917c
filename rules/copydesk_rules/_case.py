"""Capitals in a headline or subhead: sentence case or title case, judged by the story's own words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Edit, Kind
from copydesk_rules._facts import cities, fold, states, table

if TYPE_CHECKING:
    from copydesk import Article, Zone

#: Words that title case leaves small, and that are no names.
_SMALL = frozenset(
    "a an the and but or nor for so yet as at by in of off on per to up via vs v with from into over onto upon amid "
    "than that when while after before about against among around behind below beyond despite during except inside "
    "near outside since through toward towards under until unless within without between across along if because "
    "is are was be been am do does did has have had it its their his her our your my this these those not no".split()
)
#: Words of headlines that are no names whatever surrounds them.
_COMMON = frozenset(
    "about access accuses adds admits adopts again against agrees ahead aims alert amid announces announcing another "
    "answers anything applauds appoints approves arrested arrives ask asks attack attacks awards back backs bad bans "
    "battle beats became become becomes began begin begins behind believe believes benefits best better between "
    "beyond bid bids bill blasts board boost boosts both bring brings brought budget build building builds built "
    "business call called calls campaign case cases celebrates century challenge challenges change changes charged "
    "charges children claims climbs close closed closes closing collapse coming commends concerns condemns connect "
    "considers cost costs could court crash create creates creating crime crisis criticizes cuts dead deadly deal "
    "deals death debate debates decade decision delays demands denies departs designing despite develop develops "
    "dies different discover discusses domestic down drops each early easy edge efforts eight election elects "
    "emergency endorses ends engage every everyone expands explore extends eyes face faced faces facts fails falls "
    "family fears federal feel few fight fights final find finding finds fire fires first five focus foreign found "
    "four free from full funding future gains gets getting give given gives giving global goes going good government "
    "group grows growth guide half halts hard have health hearing help helping helps high hinges hires hits holds "
    "home honors hope hopes hosts house housing how hundred hundreds hurt idea ideas images impact important improve "
    "improves improving increase increases increasing injured inside insists into introduces introducing "
    "investigation issues jobs joins jumps keep keeping keeps kept key killed kills know knows large last late "
    "launches law lawsuit lead leaders leads learn learned learning least leave leaves led left less lessons life "
    "like little live lives local long look looking looks loses loss losses low made makes making many measuring "
    "meet meeting meets million missing money month months more most mourns move moved moves mulls names national "
    "near need needs never new news next night nine nothing offer offers officers officials old open opens "
    "opportunities opportunity opposes other our ousts outside over own passes past pays people plan plans play "
    "played plays pleads plunges police pool power practices praises present presents price prices private probes "
    "problem problems process program project proposes protect protecting protects protest provide provides "
    "providing public push pushes put puts questions quits raises rate rates read ready reasons record records "
    "reduce reduces reducing rejects relations releases remains remembers reopens report reports resigns resources "
    "results resumes return returns reveals rips rise rises risk risks road role rule rules runs safe safety said "
    "sales same saving say says school schools season second see seeks seen sees sets seven several share shares "
    "sharing shooting should show showed shows shuts signs simple sinks six slams slides slips small smart soars "
    "solution solutions some something spring stand stands start started starts statement steps still stop stops "
    "stories storm story strategy strike student students study success sues summer support surges take takes taking "
    "talks tax taxes teaching tell tells ten tension testing tests than thanks their them these they things think "
    "thinks third this thousand thousands threat threats three through time tips today told tomorrow took tools tops "
    "touts town trade tried tries troop troops try turn turned turns two under understand understanding unveils "
    "update urges use used uses using visits vote voters votes vows wage wages want wants warns ways week weekend "
    "weeks weighs welcomes what when where which while will wins winter with withdrawal women work workers working "
    "world worse would write writes written wrote year years young your".split()
)
_ENDINGS = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ing", "ings", "ance", "ence", "ities", "ously", "fully",
    "ally", "ship", "ships",
)  # fmt: skip


#: Marks after which a word may take a capital without being a name.
_OPENERS = frozenset('.!?:“"‘(—–…•*')


class Usage(NamedTuple):
    """How often a body word stands in small letters, and capitalised inside a sentence; by its lower case.

    written: the capitalised form, with the capitals it has inside ("DeWine").
    """

    small: dict[str, int]
    capital: dict[str, int]
    written: dict[str, str]


def usage(article: Article) -> Usage:
    """The story's own use of capitals in the words of its headlines, decks and subheads, read once."""
    return article.computed("use of capitals", _read_usage)


def _read_usage(article: Article) -> Usage:
    tokens, prose = article.tokens, article.prose
    wanted: set[str] = set()
    for zone in article.zones_of(Kind.HEADLINE, Kind.DECK, Kind.SUBHEAD):
        for match in _scan().finditer(prose, zone.start, zone.end):
            if match[1]:
                wanted.update(_forms(match[1].lower().replace("’", "'")))
    found = Usage({}, {}, {})
    for zone in article.zones_of(Kind.LEAD, Kind.BODY, Kind.LIST, Kind.BLOCKQUOTE, Kind.CAPTION):
        span = tokens.between(zone.start, zone.end)
        for i in [i for i in span if tokens.lower[i] in wanted]:
            word, at = tokens.lower[i], tokens.starts[i]
            if prose[at].islower():
                found.small[word] = found.small.get(word, 0) + 1
            elif i > span.start and tokens.lower[i - 1] not in _OPENERS:
                found.capital[word] = found.capital.get(word, 0) + 1
                found.written[word] = prose[at : tokens.ends[i]]
    return found


def _forms(word: str) -> tuple[str, ...]:
    """A word without its possessive, that possessive, and its near forms."""
    bare = word.removesuffix("'s")
    return (bare, bare + "'s", bare + "s", bare.removesuffix("s"), bare.removesuffix("es"), bare + "d", bare + "ed")


class Word(NamedTuple):
    """A word of a headline. opens: it begins the headline, or what follows a colon or an end mark."""

    start: int
    end: int
    text: str
    opens: bool

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words_of(article: Article, zone: Zone) -> list[Word]:
    """The words of a headline, those in quotation marks and all-capital ones left out."""
    found = []
    opens = True
    for match in _scan().finditer(article.prose, zone.start, zone.end):
        if match[1] is None:
            opens = opens or match[0] in ":.?!—…"
            continue
        text = match[1]
        plain = text.isalpha() or re.fullmatch(r"[^\W\d_]+['’][^\W\d_]+", text)
        if (
            plain
            and not article.is_quoted(*match.span())
            and not (len(text) > 1 and any(c.isupper() for c in text[1:]))
        ):
            found.append(Word(match.start(), match.end(), text, opens))
        opens = False
    return found


@cache
def _scan() -> re.Pattern[str]:
    return re.compile(r"((?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)*)|[^\w\s]")


def is_title_case(article: Article, zone: Zone) -> bool:
    """Whether a headline capitalises words that are no names, as title case does.

    Words that the story capitalises inside its sentences are names; a long word in small letters, which
    title case never leaves, or too few words known to be common keep the verdict at no.
    """
    words = [w for w in words_of(article, zone) if not w.opens]
    if sum(w.capital for w in words) < 2:
        return False
    long = [w for w in words if len(w.text) >= 4]
    capitals = [w for w in long if w.capital]
    small = [w for w in long if not w.capital and w.lower not in _SMALL]
    stressed = [w for w in words if w.capital and w.lower in _SMALL]
    if len(capitals) < 2 or len(capitals) < 0.7 * (len(capitals) + len(small)) or (small and not stressed):
        return False
    known = usage(article)
    names = [w for w in capitals if _is_name(w.lower, known)]
    common = [w for w in capitals if _is_common(w.lower, known)]
    unknown = len(capitals) - len(names)
    return 2 * len(names) < len(capitals) and unknown >= 2 and 2 * len(common) >= unknown


def _is_name(word: str, known: Usage) -> bool:
    return any(known.capital.get(form, 0) > known.small.get(form, 0) for form in _forms(word)[:2])


def _is_common(word: str, known: Usage) -> bool:
    """Whether a word is no name: the story has it, or a near form, in small letters, or the language does."""
    if _is_name(word, known):
        return False
    bare = word.removesuffix("'s")
    in_story = any(form in known.small for form in _forms(word))
    return in_story or bare in _COMMON or bare in _SMALL or bare.endswith(_ENDINGS)


def is_common(word: str, known: Usage) -> bool:
    """Whether the story, or the language, has a lower-case word in small letters."""
    return word in known.small or word in _COMMON or word in _SMALL


def to_sentence_case(article: Article, zone: Zone) -> list[Edit]:
    """Edits that make small every capital that the story itself, or the language, has no use for.

    A name in a headline stands in its story too: of a story long enough, a word that it never has with a capital
    inside a sentence, and that is no place or day, is none.
    """
    known = usage(article)
    told = article.words >= _TELLING
    return [
        Edit(w.start, w.start + 1, w.text[0].lower())
        for w in words_of(article, zone)
        if w.capital and not w.opens and w.text != "I" and _is_small(w.lower, known, told=told)
    ]


#: Words of a story that names what its headline names.
_TELLING = 120


def _is_small(word: str, known: Usage, *, told: bool) -> bool:
    bare = word.removesuffix("'s")
    if any(known.capital.get(form, 0) for form in _forms(word)[:2]):
        return False
    if bare in known.small or bare in _SMALL or bare in _COMMON:
        return True
    return told and bare not in _proper()


@cache
def _proper() -> frozenset[str]:
    """Single words that are names wherever they stand: places, nationalities, days, months."""
    countries = (form for name, forms in table("countries") for form in (name, *forms.split(";")))
    names = {fold(name) for name in (*cities(), *states(), *countries)}
    calendar = (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december christmas easter thanksgiving ramadan english spanish french god"
    )
    return frozenset(word for name in names for word in name.split()) | frozenset(calendar.split())


def is_sentence_case(article: Article, zone: Zone) -> bool:
    """Whether a headline leaves words small that title case capitalises."""
    long = [w for w in words_of(article, zone) if not w.opens and len(w.text) >= 4 and w.lower not in _SMALL]
    return sum(not w.capital for w in long) >= 2


def to_title_case(article: Article, zone: Zone) -> list[Edit]:
    """Edits that capitalise every word but the small ones; the first and last word always."""
    words = words_of(article, zone)
    return [
        Edit(w.start, w.start + 1, w.text[0].upper())
        for w in words
        if not w.capital and (w.opens or w is words[-1] or w.lower not in _ARTICLES)
    ]


_ARTICLES = frozenset(
    "a an the and but or nor for as at by in of off on per to up via vs v with from into over".split()
)
