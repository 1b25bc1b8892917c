"""First and later references to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Kind, Span, compiled, flag, given_names, lone_names, looks_like_surname, rule
from copydesk_rules._facts import fold
from copydesk_rules.name._people import ONE_NAME, STORY, in_story, shares_surname

if TYPE_CHECKING:
    from copydesk import Article, Flags, Person

#: Who needs no first name.
_HOUSEHOLD = (
    "Trump Putin Obama Biden Napoleon Beyoncé Hitler Stalin Lenin Mao Gandhi Mozart Beethoven Shakespeare Einstein "
    "Darwin Freud Marx Picasso Lincoln Churchill Jefferson Roosevelt Reagan Nixon Madonna Adele Rihanna Drake Plato "
    "Aristotle Jesus Muhammad Buddha Oprah Pelé Messi Elvis Cher Bono"
).split()
#: Titles and names that are brands', characters', or all of a name.
_CHARACTERS = frozenset(
    "captain morgan|captain kirk|captain america|captain ahab|captain crunch|captain hook|captain cook|captain picard|"
    "colonel sanders|colonel mustard|general mills|general electric|general tso|sergeant pepper|judge reinhold|"
    "judge judy|judge dredd|major garrett|major tom|dean martin|dean smith|dean cain|dean koontz|professor plum|"
    "professor snape|professor x|professor moriarty|professor dumbledore|inspector clouseau|inspector gadget|"
    "inspector morse|inspector javert|lieutenant columbo|mayor mccheese|president snow|president bartlet|"
    "admiral ackbar|doctor pepper|doctor seuss|doctor phil|doctor oz|doctor dre|doctor strange|doctor who|doctor evil|"
    "doctor no|doctor martens|doctor scholl|doctor watson|doctor zhivago|doctor strangelove|doctor jekyll|doctor doom|"
    "doctor frankenstein|chief wahoo|chief keef".split("|")
)
#: Surnames that are as often companies.
_COMPANIES = frozenset(
    "ford chase wells disney dell boeing goldman lehman morgan barclays lloyds siemens bosch porsche ferrari honda "
    "toyota mazda suzuki tesla cargill deere heinz kellogg kraft campbell hershey mars wrigley johnson schwab fidelity "
    "gallup nielsen pfizer merck bayer lilly roche macy nordstrom kroger walgreen marriott hilton hyatt harvard "
    "stanford duke yale brown cornell rice baylor mcdonald wendy arby denny starbucks adidas nike gucci prada chanel "
    "versace dior armani tiffany cartier hasbro mattel gannett hearst bloomberg reuters tribune pulitzer nobel dow "
    "moody fitch bain mckinsey accenture deloitte ernst chrysler dodge cadillac lamborghini bentley rolls royce "
    "zuckerberg's twitter instagram waymo cruise palmer houston austin dallas jackson lincoln washington santos "
    "flores salvador leon lima cork wales holland england poland ireland france bush field park hope young".split()
)


@rule(
    "name-first-full",
    severity="suggestion",
    summary="The first reference has the full name",
    certainty="medium",
    bad=[
        "The club is shut. ^Kowalski^ said it will stay so.",
        "^Judge Ruiz^ let him go.",
        "^Police Chief Lee^ left Monday. Tom Lee had served a year.",
        "The pool leaks. “It is old,” ^Petrenko^ said.",
    ],
    good=[
        "Judge Ana Ruiz let him go. Ruiz left.",
        "Boeing said sales fell.",
        "Police said the road is shut.",
        "Trump said he would come.",
        "King Charles met Pope Leo.",
        "---\ntitle: Judge Ruiz leaves\n---\n\nJudge Ana Ruiz left Monday.",
        "“Judge Ruiz let him go,” she said.",
        Good("Kowalski said it will stay so.", options={"household": ("Kowalski",)}),
    ],
)
def first_full(
    article: Article, *, household: tuple[str, ...] = tuple(_HOUSEHOLD), singles: tuple[str, ...] = ()
) -> Flags:
    """Whoever the story names for the first time has a given name and a surname.

    The rule sees a title before a surname alone, and a surname alone that says something. Headlines and decks may be
    short, royals and popes have one name; `household` lists people whom everyone knows without a title, and `singles`
    people who have one name only. Each person is spoken of once.
    """
    known = {fold(name) for name in (*household, *singles)}
    alone = {fold(name) for name in singles}
    told: set[int] = set()
    for person in article.people:
        identity = person.identity
        if id(identity) in told or not in_story(person):
            continue
        told.add(id(identity))
        if person.given or person.shared or not person.surname or _named_before(person):
            continue
        title = person.title
        if title is not None:
            if (
                (title.kind != "formal" and title.word != "professor")
                or title.word in ONE_NAME
                or title.plural
                or fold(person.surname) in alone
            ):
                continue
            if article.prose[max(title.start - 5, 0) : title.start].lower() == "dear ":
                continue
            if _is_named_thing(article, person) or title.determined or person.surname.isupper():
                continue
            if not looks_like_surname(person.surname) and fold(person.surname) in given_names():
                continue
            if f"{title.word} {fold(person.surname)}" in _CHARACTERS or (
                fold(person.surname) in _COMPANIES and title.word == "general"
            ):
                continue
            yield flag(Span(title.start, person.end), f"First reference: give {person.surname}’s full name")
        elif _first_of_lone(article, person) and fold(person.surname) not in known:
            yield flag(person, f"First reference: give {person.surname}’s full name")
    yield from _lone_speakers(article, known)


def _named_before(person: Person) -> bool:
    """Whether the story proper, or a caption, has the full name earlier; a headline has not introduced anyone."""
    return any(
        m.start < person.start and m.given and m.zone is not None and m.zone.kind not in (Kind.HEADLINE, Kind.SUBHEAD)
        for m in person.identity.mentions
    ) or any(m.start < person.start and m.quoted for m in person.identity.mentions)


def _first_of_lone(article: Article, person: Person) -> bool:
    """Whether a bare surname, whose full name comes later, says something here."""
    return compiled(_SAYS).match(article.prose, person.end) is not None


def _is_named_thing(article: Article, person: Person) -> bool:
    return compiled(r"(?:[’']s?)?[ \u00a0][A-Z]|[-–/]").match(article.prose, person.end) is not None


_SAYS = (
    r",?[ \u00a0](?:said|says|told|added|wrote|asked|explained|replied|recalled|testified|warned|insisted)\b"
    r"(?![ \u00a0]in[ \u00a0]a[ \u00a0](?:statement|release|blog|report))"
)


def _lone_speakers(article: Article, known: set[str]) -> Flags:
    """Capitalised words that say something, look like surnames, and belong to nobody whom the story names."""
    told: set[str] = set()
    says = compiled(_SAYS).match
    for word in lone_names(article):
        if says(article.prose, word.end) is None:
            continue
        name = article.prose[word.start : word.end]
        if name in told or not _is_surname(name) or fold(name) in known or not _is_first(article, word):
            continue
        told.add(name)
        yield flag(word, f"First reference: give {name}’s full name")


def _is_first(article: Article, word: Span) -> bool:
    """Whether the story proper has the word here for the first time, by itself and in its own voice."""
    zone = article.zone_at(word.start)
    if zone is None or zone.kind not in STORY or article.is_quoted(word.start, word.end):
        return False
    name = article.prose[word.start : word.end]
    return _stands_apart(article, word.start) and not compiled(rf"\b{name}\b").search(article.prose, 0, word.start)


def _is_surname(name: str) -> bool:
    folded = fold(name)
    return looks_like_surname(name) and folded not in given_names() and folded not in _COMPANIES and not name.isupper()


def _stands_apart(article: Article, start: int) -> bool:
    """Whether no capitalised word, nor “the”, stands right before."""
    before = article.prose[max(start - 24, 0) : start].rstrip()
    if not before or before[-1] in '.?!”"’,;:—\n\u2060':
        return True
    word = before.split()[-1]
    return word.islower() and word not in ("the", "a", "an", "at", "of", "and", "&")


@rule(
    "name-second-surname",
    severity="suggestion",
    summary="Later references have the surname alone",
    certainty="medium",
    fix="unsafe",
    bad=[
        Bad("Ana Ruiz runs the pool. The cut hurt ^Ana Ruiz^ most.", "Ana Ruiz runs the pool. The cut hurt Ruiz most."),
        Bad("Mayor Tom Lee sang. ^Tom Lee^ then left.", "Mayor Tom Lee sang. Lee then left."),
    ],
    good=[
        "Ana Ruiz runs the pool. The cut hurt Ruiz most.",
        "Tom Lee sang. Ana Lee, his wife, danced, and Tom Lee laughed.",
        "Tom Lee sang. “Tom Lee can sing,” she said.",
        "---\ntitle: Tom Lee sings\n---\n\nTom Lee sang.",
        "Ana Ruiz sang.",
    ],
)
def second_surname(article: Article, *, gap: int = 250) -> Flags:
    """After the first reference a person has the surname alone.

    Where two people share a surname the full names stay. Far from the last mention (`gap` words) the full name helps;
    each person is spoken of once.
    """
    told: set[int] = set()
    last: dict[int, Person] = {}
    for person in article.people:
        if not in_story(person):
            continue
        key = id(person.identity)
        before = last.get(key)
        last[key] = person
        if before is None or not person.is_full or person.shared or key in told or not person.identity.first.given:
            continue
        if not before.given and not any(m.is_full and m.start < person.start for m in person.identity.mentions):
            continue
        if _keeps_full(article, person) or article.count_words(before.end, person.start) > gap:
            continue
        told.add(key)
        start = person.title.start if person.title is not None and _drops_title(person) else person.start
        cut = [Edit(start, person.surname_span.start, ""), Edit(person.surname_span.end, person.end, "")]
        yield flag(
            Span(start, person.end), f"On later reference: “{person.surname}”",
            edits=[edit for edit in cut if edit.start < edit.end],
        )  # fmt: skip


def _drops_title(person: Person) -> bool:
    title = person.title
    return (
        title is not None and title.kind == "formal" and not title.marks and not title.plural and not title.determined
    )


def _keeps_full(article: Article, person: Person) -> bool:
    """Whether the full name has its reason: shared surnames, names of things, lists of people, a name that is both."""
    if shares_surname(article, person) or fold(person.surname) == fold(person.given):
        return True
    prose = article.prose
    if prose[person.end : person.end + 6].lstrip("\u2060 ")[:1] == ":":
        return True
    if compiled(r"[’']?s?[ \u00a0](?:[A-Z][a-z]|&)|[-–/@]|[ \u00a0]\(|[”\"]").match(prose, person.end):
        return True
    before = prose[max(person.start - 24, 0) : person.start].lower()
    if before.endswith(("the ", "named ", "called ", "by ", "by: ", "photo: ", "· ", "| ", "(", "“", '"')):
        return True
    zone = person.zone
    return (zone is not None and (zone.start == person.start and zone.end - person.end < 40)) or len(person.surname) < 2


@rule(
    "name-first-name-ref",
    severity="suggestion",
    summary="Adults go by the surname on later references",
    certainty="medium",
    bad=[
        "Ana Ruiz, 54, runs the pool. The cut hurt ^Ana^ most.",
        "Tom Lee, 61, sang. Later ^Tom^ said he was tired.",
    ],
    good=[
        "Ana Ruiz, 54, runs the pool. The cut hurt Ruiz most.",
        "Ana Ruiz, 9, swims. Ana won.",
        "Ana Ruiz, 54, and Tom Ruiz, 56, run the pool. Ana said it leaks.",
        "Ana Ruiz, 54, sang. “Ana can sing,” said Tom Lee.",
    ],
)
def first_name_reference(article: Article) -> Flags:
    """After the first reference an adult goes by the surname; children and relatives of one surname by the given name.

    The rule speaks of people whose age the story gives, and of each once.
    """
    told: set[int] = set()
    for person in article.people:
        identity = person.identity
        if not person.given or person.surname or id(identity) in told or not in_story(person):
            continue
        if not _is_adult(article, person) or shares_surname(article, person):
            continue
        told.add(id(identity))
        yield flag(person, f"An adult goes by the surname: “{identity.surname}”")


def _is_adult(article: Article, person: Person) -> bool:
    for mention in person.identity.mentions:
        if mention.start < person.start and mention.is_full:
            age = compiled(r",[ \u00a0](\d{1,3})[,.]").match(article.prose, mention.end)
            if age:
                return int(age[1]) > 17
    return False


@rule(
    "name-same-surname",
    severity="suggestion",
    summary="A surname alone does not say which of two people",
    certainty="medium",
    bad=[
        "Ana Lee and her cousin Tom Lee sang. ^Lee^ said it was fun.",
        "Mayor Ana Ruiz met Tom Ruiz. Later ^Ruiz^ told the club to go home.",
    ],
    good=[
        "Ana Lee and her cousin Tom Lee sang. Ana Lee said it was fun.",
        "Ana Lee sang. Lee said it was fun.",
        "Ana Lee sang. Lee said it was fun. Her cousin Tom Lee danced.",
        "Ana Lee and Tom Lee sang. “Lee sang best,” she said.",
    ],
)
def same_surname(article: Article) -> Flags:
    """When two people of a story share a surname, later references need the given names.

    A surname alone is let be where the paragraph has named one of the two in full. Each surname is spoken of once.
    """
    told: set[str] = set()
    named: dict[str, dict[int, str]] = {}
    here: dict[tuple[str, int], set[int]] = {}
    for person in article.people:
        name, zone = fold(person.surname), person.zone
        if not name or name in told or zone is None:
            continue
        if person.given:
            if zone.kind in STORY:
                named.setdefault(name, {})[id(person.identity)] = person.identity.name
                here.setdefault((name, zone.start), set()).add(id(person.identity))
            continue
        if person.title is not None or len(named.get(name, ())) < 2 or len(here.get((name, zone.start), ())) == 1:
            continue
        if not in_story(person) or not compiled(_SAYS).match(article.prose, person.end):
            continue
        told.add(name)
        yield flag(person, f"Which one? The story has {' and '.join(sorted(set(named[name].values()))[:3])}")
