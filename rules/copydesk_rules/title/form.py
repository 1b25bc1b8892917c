"""Short forms of titles, long ones, party letters, titles said twice."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Edit, Good, Span, compiled, flag, given_names, plural_of, rule
from copydesk_rules._facts import fold, states
from copydesk_rules.title._forms import ABBREVIATED, is_plain_zone, people_of_surname
from copydesk_rules.title._grouped import Slip, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flags, Office, Person

#: Military ranks, which are also other words: they count only before a name in full.
_RANKS = frozenset(
    {"general", "major", "captain", "lieutenant", "sergeant", "corporal", "admiral", "commander", "colonel"}
)


#: What a party’s letter stands behind.
_PARTY_HINTS = (
    "(d-",
    "(r-",
    "(i-",
    "(d–",
    "(r–",
    ", d-",
    ", r-",
    ", i-",
    "(d/",
    "(r/",
    "(dem",
    "(rep",
    "(d,",
    "(r,",
    "(ind",
)


@rule(
    "title-abbrev-before-name",
    severity="suggestion",
    summary="Abbreviate Gov., Lt. Gov., Sen., Rep., Dr. and military ranks before a name",
    fix="safe",
    bad=[
        Bad("^Governor^ Ana Ruiz sang.", "Gov. Ana Ruiz sang."),
        Bad("A song for ^Senators^ Tom Lee and Ana Ruiz.", "A song for Sens. Tom Lee and Ana Ruiz."),
        Bad("^Lieutenant Governor^ Ana Ruiz sang.", "Lt. Gov. Ana Ruiz sang."),
        Bad("^Doctor^ Ana Ruiz, a surgeon, sang.", "Dr. Ana Ruiz, a surgeon, sang."),
        Bad("Former ^Representative^ Tom Lee sang.", "Former Rep. Tom Lee sang."),
    ],
    good=[
        "Gov. Ana Ruiz sang.",
        "Mayor Ana Ruiz sang for Professor Tom Lee.",
        "“Governor Ana Ruiz sang,” she said.",
        "Senator Heights is a town of 40.",
        "The Governor’s Ball sold out.",
        Good("Senator Ana Ruiz sang.", house="nyt"),
    ],
)
def short_before_name(article: Article, *, titles: tuple[str, ...] = tuple(ABBREVIATED)) -> Flags:
    """Some titles are abbreviated before a name, in quotations never: Gov., Lt. Gov., Sen., Rep., Dr., military ranks.

    President, mayor, professor, superintendent, detective and the rest are always spelled out. Where a story has more
    than one, one finding speaks for all. `titles` are those that the house abbreviates.
    """
    return grouped(
        Slip(place.start, place.end, f"Before a name, write “{right}”", (Edit(place.start, place.end, right),))
        for office in article.offices
        if office.form in titles and _is_spelled_out(office)
        for place, right in ((office.form_span, ABBREVIATED[office.form][office.plural]),)
    )


def _is_spelled_out(office: Office) -> bool:
    """Whether a title that has an abbreviation is written out before a name."""
    person = office.person
    if person is None or office.place != "before a name" or office.set_off or office.abbreviated or office.quoted:
        return False
    if office.form not in ABBREVIATED or not office.article.prose[office.head.start].isupper():
        return False
    if office.word == "doctor" and person.name in ("Pepper", "Who", "Dre", "Martens", "Phil", "Oz"):
        return False
    if office.word in _RANKS and not _is_ranked(office, person):
        return False
    return is_plain_zone(office) and not office.determined


def _is_ranked(office: Office, person: Person) -> bool:
    if not person.is_full or not office.article.prose[office.head.start].isupper():
        return False
    if office.qualifier is not None:
        prose = office.article.prose
        return " " in office.form and prose[office.qualifier.start : office.qualifier.end] in _FORCES
    return " " in office.form or fold(person.given.split()[0]) in given_names() or "." in person.given


_FORCES = ("Army", "Navy", "Air Force", "Marine", "Marine Corps", "Coast Guard", "U.S. Army", "U.S. Navy")


@rule(
    "title-abbrev-alone",
    severity="warning",
    summary="Spell a title out where no name follows",
    fix="safe",
    bad=[
        Bad("The ^Gov.^ sang for us.", "The governor sang for us."),
        Bad("A ^Sen.^ from Ohio sang.", "A senator from Ohio sang."),
        Bad("Both ^Reps.^ sang.", "Both representatives sang."),
        Bad("She sang for the ^Lt. Gov.^ and left.", "She sang for the lieutenant governor and left."),
    ],
    good=[
        "Gov. Ana Ruiz sang.",
        "The gov.uk website is slow.",
        "The reps of the firm sang.",
        "Sens. Tom Lee and Ana Ruiz sang.",
    ],
)
def full_alone(office: Office) -> Flags:
    """Gov., Sen., Rep. and the like stand only before names: the governor, two senators."""
    if office.person is not None or not office.abbreviated or office.kind != "formal" or not is_plain_zone(office):
        return
    article = office.article
    prose = article.prose
    if office.word in ("reverend", "president", "father", "professor") or office.qualifier is not None:
        return
    if not prose[office.form_span.start].isupper():
        return
    if not compiled(_DETERMINER, 2).search(prose, max(office.start - 16, 0), office.start):
        return
    behind = prose[office.end : office.end + 3]
    if not compiled(r"[ \u00a0][a-z(]|[,;:”\"’]|\s*$|\n").match(behind):
        return
    right = plural_of(office.form) if office.plural else office.form
    yield flag(office.form_span, f"Without a name, write “{right}”", replace=right)


_DETERMINER = (
    r"(?<![\w-])(?:the|a|an|each|every|any|some|no|both|another|our|his|her|their|this|that|these|those|two|three|four|"
    r"five|six|seven|eight|nine|ten|several|many|few|\w+[’']s)[ \u00a0]$"
)


@rule(
    "title-long-before-name",
    severity="suggestion",
    summary="A title of four words or more reads better behind the name",
    bad=[
        "It was ^Deputy Assistant Fire Commissioner^ Tom Lee who sang.",
        "^Assistant Deputy Chief Operating Officer^ Ana Ruiz sang.",
    ],
    good=[
        "Norwegian Deputy Finance Minister Nora Lund sang.",
        "Senate Majority Leader John Thune sang.",
        "Tom Lee, the deputy assistant parks commissioner, sang.",
    ],
    certainty="medium",
)
def long_before_name(office: Office, *, most: int = 3) -> Flags:
    """A long title before the name hides the name: “Ana Ruiz, the assistant deputy chief operating officer.”

    `most` is how many words a title may have there; a nationality or a place before it is not counted.
    """
    if office.place != "before a name" or office.set_off or office.person is None or not is_plain_zone(office):
        return
    words = [
        w
        for w in office.form.replace("-", " ").split()
        if w not in ("of", "and", "first", "lieutenant", "u.s.", "homeland")
    ]
    if len(words) > most and not office.marks:
        yield flag(office, f"A title of {len(words)} words: set it behind the name, between commas")


@rule(
    "title-second-reference",
    severity="suggestion",
    summary="After the first reference the surname stands without the title",
    fix="unsafe",
    bad=[
        Bad("Gov. Ana Ruiz signed the bill. ^Gov. Ruiz^ sang.", "Gov. Ana Ruiz signed the bill. Ruiz sang."),
        Bad("Ana Ruiz, the mayor, left. A song by ^Mayor Ruiz^ won.", "Ana Ruiz, the mayor, left. A song by Ruiz won."),
    ],
    good=[
        "Gov. Ana Ruiz signed the bill. Ruiz sang.",
        "Sen. Ana Ruiz left. Sen. Tom Lee sang.",
        "Gov. Ana Ruiz left. Her son, Tom Ruiz, sang. Gov. Ruiz laughed.",
        "Pope Francis left. Pope Francis sang.",
        "Gov. Ana Ruiz left. “Gov. Ruiz sang,” Tom Lee said.",
        Good("Gov. Ana Ruiz left. Gov. Ruiz sang.", house="nyt"),
    ],
    certainty="medium",
)
def second_reference(article: Article, *, gap: int = 600) -> Flags:
    """The first reference has the title and the full name, later ones the surname alone.

    Each person is spoken of once a story, and where there are more, one finding speaks for all. Two people
    of one surname need their titles, and so may a reader after a long gap (`gap` words).
    """
    return grouped(_repeated(article, gap))


def _repeated(article: Article, gap: int) -> Iterator[Slip]:
    told: set[int] = set()
    full = _full_names(article)
    for office in article.offices:
        person = office.person
        if person is None or person.title is not office or person.given or office.plural or id(person.identity) in told:
            continue
        if office.kind != "formal" or office.marks or office.determined or office.word in _KEEPS:
            continue
        if article.prose[max(office.start - 5, 0) : office.start].lower() == "dear ":
            continue
        if not is_plain_zone(office) or article.is_quoted(office.start, person.end):
            continue
        if _is_named_thing(article, person) or people_of_surname(article, person.surname) > 1:
            continue
        starts = full.get(id(person.identity), [])
        before = bisect_left(starts, person.start)
        if not before or article.count_words(starts[before - 1], person.start) > gap:
            continue
        told.add(id(person.identity))
        cut = Edit(office.start, person.start, "")
        yield Slip(office.start, person.end, f"On later reference: “{person.text}”", (cut,))


def _full_names(article: Article) -> dict[int, list[int]]:
    """Where the story proper names each person in full, by identity."""
    found: dict[int, list[int]] = {}
    for person in article.people:
        if person.is_full and _is_story(person):
            found.setdefault(id(person.identity), []).append(person.start)
    return found


_KEEPS = frozenset(
    "king queen prince princess pope emperor sultan emir father cardinal ayatollah reverend rabbi".split()
)


def _is_named_thing(article: Article, person: Person) -> bool:
    return compiled(r"(?:[’']s?)?[ \u00a0][A-Z]|[-–]").match(article.prose, person.end) is not None


def _is_story(person: Person) -> bool:
    zone = person.zone
    return zone is not None and zone.kind in ("lead", "body", "list") and not person.quoted


@rule(
    "title-party-form",
    severity="suggestion",
    summary="Party and state after a lawmaker: “, D-N.Y.,”",
    fix="unsafe",
    hints=_PARTY_HINTS,
    bad=[
        Bad("Sen. Ana Ruiz ^(D-NY)^ sang.", "Sen. Ana Ruiz, D-N.Y., sang."),
        Bad("Rep. Tom Lee, ^R-TX^, sang.", "Rep. Tom Lee, R-Texas, sang."),
        Bad("Rep. Tom Lee ^(R-Ohio)^ sang.", "Rep. Tom Lee, R-Ohio, sang."),
    ],
    good=[
        "Sen. Ana Ruiz, D-N.Y., sang.",
        "Rep. Tom Lee, R-Texas, sang.",
        "“Sen. Ana Ruiz (D-NY) sang,” she wrote.",
        "The chart (D-1) is wrong.",
        Good("Sen. Ana Ruiz (D-NY) sang.", house="reuters"),
    ],
)
def party_form(article: Article) -> Flags:
    """Behind a lawmaker’s name stand the party’s letter and the state’s AP form between commas: D-N.Y., R-Texas.

    Where a story has more
    than one, one finding speaks for all.
    """
    return grouped(_party_letters(article))


def _party_letters(article: Article) -> Iterator[Slip]:
    prose = article.prose
    for zone in article.zones:
        if zone.kind not in PROSE:
            continue
        for match in compiled(_PARTY).finditer(prose, zone.start, zone.end):
            state = states().get(fold(match["state"] or match["code"]))
            if state is None or state.country != "United States" or article.is_quoted(*match.span()):
                continue
            if match["letter"]:
                if state.dateline != match["code"]:
                    right = f"{match['letter']}-{state.dateline}"
                    end = match.end() + (right.endswith(".") and prose.startswith(".", match.end()))
                    yield Slip(match.start(), match.end(), f"Write “{right}”", (Edit(match.start(), end, right),))
                continue
            right = f"{match['party'][0]}-{state.dateline}"
            tail = "" if prose[match.end() : match.end() + 1] in (",", ";", ":", ".") else ","
            cut = Edit(match.start(), match.end(), f", {right}{tail}")
            yield Slip(match.start() + 1, match.end(), f"Write “, {right},” without parentheses", (cut,))


#: A lawmaker's party and state in parentheses, and behind a comma with a postal code.
_PARTY = (
    r"(?P<open>[ \u00a0]\()(?P<party>Dem|Rep|Ind|[DRI])\.?[-–—/, ]{1,2}"
    r"(?P<state>[A-Z]{2}|[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.|[A-Z][a-z]+)\)"
    r"|(?<=,[ \u00a0])(?P<letter>[DRI])-(?P<code>[A-Z]{2})(?=[,.;:)]|[ \u00a0]|$)"
)


@rule(
    "title-duplicate-role",
    severity="suggestion",
    summary="The same title before and behind a name",
    bad=[
        "President Nell Vale^, the U.S. president^, sang.",
        "Mayor Ana Ruiz^, mayor of Midtown^, sang.",
    ],
    good=[
        "President Joe Biden, the former vice president, sang.",
        "Mayor Ana Ruiz, the first woman to be mayor of Midtown, sang.",
        "Gov. Ana Ruiz, a former governor of the bank, sang.",
        "Mayor Ana Ruiz, 54, sang.",
    ],
)
def duplicate_role(office: Office) -> Flags:
    """A title said before the name need not be said again behind it."""
    person = office.person
    if office.place != "after a name" or person is None or person.title is None or person.title is office:
        return
    title = person.title
    if (
        title.form != office.form
        or title.marks
        or office.marks
        or title.plural
        or office.plural
        or not is_plain_zone(office)
    ):
        return
    prose = office.article.prose
    if not compiled(r",[ \u00a0](?:(?:the|who is the|who is)[ \u00a0])?").fullmatch(prose, person.end, office.start):
        return
    end = office.complement.end if office.complement else office.end
    if prose[end : end + 1] in (",", ".", ";"):
        yield flag(Span(person.end, end), f"“{title.text}” says it already")
