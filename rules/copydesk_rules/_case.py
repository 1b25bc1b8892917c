"""Capitals in a headline or subhead: sentence case or title case, judged by the story's own words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Edit, Kind, compiled
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
    "about accept accepts access accuses adds admits adopts again against agrees ahead aims alert amend amid angry "
    "animal announces announcing another answers anything apartments applauds appoints approval approve approves "
    "arrested arrives ask asks attack attacks award awards back backs bad ban bank banks bans battle battles beats "
    "became become becomes began begin begins behind believe believes benefit benefits best better between beyond bid "
    "bids bike bill blasts blaze blocks board bond bonds boost boosts both bridge bring brings brought budget build "
    "building builds built bus buses business buyer buys call called calls calm campaign case cases celebrates "
    "century challenge challenges change changes charged charges cheaper chief chiefs child children choice choices "
    "church claims clash clashes classes clears clerk climb climbs close closed closes closing coach collapse college "
    "coming commends company complaint concerns condemns connect considers contract cost costs could council councils "
    "county court crash create creates creating crew crews crime crisis criticizes crowd cuts dam dead deadly deal "
    "deals death debate debates debt decade decision delays demands denies departs deputies deputy designing despite "
    "develop develops dies different disaster discover discusses district doctors dog dogs domestic down downtown "
    "draws drive driver drivers drop drops drought each early earns easy edge efforts eight election elects emergency "
    "endorses ends engage engineer engineers events every everyone expand expands explore extends eyes face faced "
    "faces facts fails falls family farm farmer farmers fears federal fee feel fees ferry few fewer fight fights "
    "final find finding finds fire firefighters fires firm first five flood floods focus food force forces foreign "
    "former found four free from fuel full funding fundraiser future gains gas gets getting give given gives giving "
    "global goes going good government grant grants group groups grows growth guide guilty gun guns half halts harbor "
    "hard have headed health hearing help helping helps high highway hinges hires historic hits holds home honors "
    "hope hopes hospital hospitals hosts house housing how hundred hundreds hunt hurt icy idea ideas images impact "
    "important improve improves improving increase increases increasing injured inmate inmates inside insists into "
    "introduces introducing investigation issues jobs joins judge judges jumps jury keep keeping keeps kept key kids "
    "killed kills know knows laid lake land landlords large last late launches law laws lawsuit lead leader leaders "
    "leads learn learned learning least leave leaves led left legal less lessons library life like limit limits "
    "little live lives loan loans local long look looking looks loses loss losses lottery low made makes making man "
    "many mayor mayors measuring meet meeting meets men merger mill million missing money month months more most "
    "motion mourns move moved moves mulls names national near nears need needs neighbors never new news next night "
    "nine nothing nurses offer offers officers offices officials old open opens opportunities opportunity opposes "
    "other our ousts outside over own owners parade parents park parking parks passes past patients patrol pays "
    "people phone phones plan plans plant plants play played plays plea pleads plunges police pool port posts power "
    "practices praises present presents pressure price prices prison private probe probes problem problems process "
    "program project promise promises property proposes protect protecting protects protest protesters provide "
    "provides providing public push pushes put puts questions quiet quits raid rain raises rally rate rates reach "
    "reaches read ready reasons rebuild record records reduce reduces reducing rejects relations releases remains "
    "remembers rent rents reopens report reports rescue rescued rescues resident residents resigns resources results "
    "resumes return returns reveals rider riders rips rise rises risk risks rival rivals river road robbery role "
    "rolls roof rough rule rules runs safe safety said sale sales same save saving say says scandal school schools "
    "scientists season second see seek seeks seen sees senior seniors sets settle settles seven several sewer share "
    "shares sharing shelter shooting shop shops should show showed shows shut shutdown shuts sick signs simple sinks "
    "six slams slides slips slow small smart snow soars solution solutions some something sparks spending spot spread "
    "spreads spring square staff staffing stand stands start started starts state statement states steps still stop "
    "stops store stores stories storm story strategy street streets strike strikes student students study subway "
    "success sues summer support surges suspect suspects take takes taking talk talks tax taxes teacher teachers "
    "teaching team teams teen teens tell tells ten tenant tenants tension testing tests than thanks their them these "
    "they thief things think thinks third this thousand thousands threat threats three through time tiny tips today "
    "told tomorrow took tools tops tough touts town trade traffic trail train trains trash trees trial tried tries "
    "troop troops truck trucks trustees try tuition turn turned turns two under understand understanding union unions "
    "unveils update upset urge urges use used uses using utility vaccine victim victims village visits volunteer "
    "volunteers vote voter voters votes vows wage wages wait waits walk want wants warning warnings warns water ways "
    "weather week weekend weeks weighs welcomes what when where which while wildfire will win wins winter with "
    "withdrawal woman women word work workers workforce working world worse would write writes written wrote yard "
    "year years young your zoning".split()
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
        plain = text.isalpha() or compiled(r"[^\W\d_]+['’][^\W\d_]+").fullmatch(text)
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
    return compiled(r"((?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)*)|[^\w\s]")


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
    sure = 2 * len(common) + len(stressed) >= unknown and bool(common)
    return 2 * len(names) < len(capitals) and unknown >= 2 and sure


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
