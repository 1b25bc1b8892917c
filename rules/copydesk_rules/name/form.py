"""The parts of a name: initials, suffixes, ages, nicknames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Span, compiled, flag, given_names, looks_like_surname, rule
from copydesk_rules._facts import fold

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match, Person


@rule(
    "name-initials",
    severity="warning",
    summary="Two initials have periods and no space: J.K. Rowling",
    fix="safe",
    pattern=(
        r"(?P<two>[A-Z](?<![\w.’'&-][A-Z])\.[ \u00a0]?[A-Z]\.)[ \u00a0]"
        r"(?P<name>[A-Z][a-z’'][\w’'-]+)"
    ),
    bad=[
        Bad("Poet ^T. S.^ Ruiz sang.", "Poet T.S. Ruiz sang."),
        Bad("It was ^J. K.^ Lee who sang.", "It was J.K. Lee who sang."),
        Bad("It was ^J.K.^ Lee who sang.", "It was JK Lee who sang.", house="bbc"),
    ],
    good=[
        "Poet T.S. Ruiz sang.",
        "George W. Lee sang.",
        "It was plan B. Ana Lee sang.",
        "He has vitamin B. D. Lee sang.",
    ],
)
def initials(match: Match, *, form: str = "J.K.") -> Flags:
    """Two initials before a surname stand close, with periods. `form` is the house's: J.K., or JK without periods."""
    article = match.article
    two = match.span("two")
    written = article.text[two.start : two.end]
    letters = "".join(c for c in written if c.isalpha())
    right = letters if form == "JK" else f"{letters[0]}.{letters[1]}."
    if right == written or letters in _NO_INITIALS:
        return
    sentence = article.sentence_at(two.start)
    if sentence is not None and sentence.end < two.end:
        return
    before = article.prose[max(two.start - 12, 0) : two.start].split()
    if before and (before[-1].lower().rstrip(",") in _LETTERED or before[-1].isdigit()):
        return
    yield flag(two, f"Write “{right}”", replace=right)


_NO_INITIALS = frozenset({"US", "UN", "UK", "DC", "NY", "LA", "EU"})
#: Words behind which a letter is a grade, a plan, a section.
_LETTERED = frozenset({"plan", "vitamin", "grade", "type", "hepatitis", "washington", "section", "a", "an"})


@rule(
    "name-suffix-comma",
    severity="error",
    summary="No comma before Jr., Sr., II or III",
    fix="safe",
    pattern=(
        r"(?<![\w.])(?P<given>[A-Z][\w’'.-]*[ \u00a0](?:[A-Z]\.?[ \u00a0])*)(?P<name>[A-Z][\w’'-]+),[ \u00a0]"
        r"(?P<suffix>Jr|Sr|III|II|IV)(?P<stop>\.?)(?P<comma>,?)(?![\w’'-])"
    ),
    hints=(", jr", ", sr", ", ii", ", iv", ",\u00a0jr", ",\u00a0sr"),
    bad=[
        Bad("Tom ^Lee, Jr.^ sang.", "Tom Lee Jr. sang."),
        Bad("Tom Q. ^Lee, III,^ sang.", "Tom Q. Lee III sang."),
        Bad("It was Tom ^Lee, Sr.,^ who sang.", "It was Tom Lee Sr. who sang."),
    ],
    good=[
        "Tom Lee Jr. sang.",
        "Ana Ruiz, Sr. analyst at the bank, sang.",
        "See Book I, II and III.",
        "“It was Tom Lee, Jr.,” she said.",
    ],
)
def suffix_comma(match: Match) -> Flags:
    """A suffix belongs to the name, so no comma parts them: Martin Luther King Jr."""
    prose, name = match.article.prose, match.span("name")
    if fold(match.group("given").split()[0]) not in given_names() and not _has_initial(match.group("given")):
        return
    if match.group("suffix") in ("Jr", "Sr") and compiled(_SENIOR).match(prose, match.end):
        return
    stop = match.group("stop")
    comma = match.span("comma")
    drops = bool(match.group("comma")) and compiled(r"[ \u00a0](?:[a-z])").match(prose, match.end) is not None
    end = comma.end if drops else match.span("stop").end
    right = f"{match.group('name')} {match.group('suffix')}{stop}"
    yield flag(Span(name.start, end), f"No comma before the suffix: “{right}”", replace=right)


#: What makes “Sr.” the first word of a job: “, Sr. analyst at the bank”.
_SENIOR = (
    r"[ \u00a0](?:analyst|editor|manager|director|vice|producer|writer|engineer|fellow|counsel|adviser|advisor|"
    r"correspondent|reporter|scientist|partner|policy|[a-z]+er[ \u00a0]at|[a-z]+[ \u00a0]analyst)\b"
)


def _has_initial(given: str) -> bool:
    return len(given.split()) > 1 and len(given.split()[-1].rstrip(".")) == 1


@rule(
    "name-age-format",
    severity="warning",
    summary="An age behind a name stands between commas, a figure alone",
    fix="safe",
    pattern=(
        r"(?P<name>[A-Z][\w’'.-]*(?:[ \u00a0][A-Z][\w’'.-]*)+)"
        r"(?:,[ \u00a0](?P<word>age|aged)[ \u00a0](?P<age>\d{1,3})(?P<end>[,.;])|"
        r"[ \u00a0]\((?:(?:age|aged)[ \u00a0])?(?P<inside>\d{1,3})\)|,[ \u00a0](?P<plain>\d{1,3})(?P<tail>,))"
    ),
    hints=(
        ", age",
        ", 1",
        ", 2",
        ", 3",
        ", 4",
        ", 5",
        ", 6",
        ", 7",
        ", 8",
        ", 9",
        "(1",
        "(2",
        "(3",
        "(4",
        "(5",
        "(6",
        "(7",
        "(8",
        "(9",
        "(age",
    ),
    bad=[
        Bad("Ana Ruiz^, age 34,^ sang.", "Ana Ruiz, 34, sang."),
        Bad("Tom Lee^, aged 61,^ sang.", "Tom Lee, 61, sang."),
        Bad("Ana Ruiz ^(34)^ sang.", "Ana Ruiz, 34, sang."),
        Bad("Ana Ruiz^, 34,^ sang.", "Ana Ruiz, aged 34, sang.", house="bbc"),
    ],
    good=[
        "At age 34, Ana Ruiz sang.",
        "People aged 34 to 50 sang.",
        "Ana Ruiz, 34, sang.",
        "The Midtown Owls (34 wins) beat the Harlow Foxes (21 wins).",
        "The Midtown Owls (34) beat the Harlow Foxes (21).",
        "“Ana Ruiz, age 34, sang,” she said.",
    ],
)
def age_format(match: Match, *, word: str = "") -> Flags:
    """Behind a name an age is a figure between commas: Ana Ruiz, 34, sang.

    `word = "aged"` is for houses that print it: Ana Ruiz, aged 34.
    """
    article, prose = match.article, match.article.prose
    name = match.span("name")
    person = article.computed("people by end", lambda a: {p.end: p for p in a.people if p.given}).get(name.end)
    if person is None:
        return
    if match.group("plain"):
        if word and int(match.group("plain")) < 120:
            yield flag(
                Span(name.end, match.end),
                f"Write “{word} {match.group('plain')}”",
                replace=f", {word} {match.group('plain')},",
            )
        return
    if match.group("inside"):
        age = int(match.group("inside"))
        if age > 115 or age < 1 or not _is_age(article, person, match):
            return
        after = prose[match.end : match.end + 1]
        tail = "" if after in (",", ".", ";", ":", "?") else ","
        lead = f", {word} {age}" if word else f", {age}"
        yield flag(
            Span(name.end + 1, match.end),
            f"Write “{lead[2:]}” between commas",
            edits=[Edit(name.end, match.end, lead + tail)],
        )
        return
    written = match.group("age")
    if int(written) > 115 or match.group("word") == word:
        return
    right = f", {word} {written}{match.group('end')}" if word else f", {written}{match.group('end')}"
    yield flag(Span(name.end, match.end), f"Write “{right[2:].rstrip(',.;')}”", replace=right)


def _is_age(article: Article, person: Person, match: Match) -> bool:
    """Whether a figure in parentheses behind a name is an age, and no score, number or year."""
    zone = article.zone_at(person.start)
    if zone is None or zone.kind not in ("lead", "body"):
        return False
    start, end = max(zone.start, person.start - 300), min(zone.end, match.end + 300)
    numbers = compiled(r"[A-Z][\w’'.-]*[ \u00a0]\(\d+\)").findall(article.prose, start, end)
    return len(numbers) == 1 and compiled(_SCORES).search(article.prose, start, end) is None


_SCORES = r"\b(?:points?|goals?|scored|rebounds|runs|votes|won|beat|seed|jersey|page|chapter|chemist|Group)\b"


@rule(
    "name-tribute-nickname",
    severity="suggestion",
    summary="A nickname stands in quotation marks, not in parentheses",
    fix="safe",
    bad=[
        Bad("Paul ^(Bear)^ Lee sang.", "Paul “Bear” Lee sang."),
        Bad("A song by Ana ^(Ace)^ Ruiz won.", "A song by Ana “Ace” Ruiz won."),
        Bad("Paul ^(Bear)^ Lee sang.", "Paul ‘Bear’ Lee sang.", house="guardian"),
    ],
    good=["Paul “Bear” Lee sang.", "Ana (née Lee) Ruiz sang.", "Ana (Lee) Ruiz sang.", "Sen. Ana Ruiz (D) sang."],
)
def nickname(person: Person, *, marks: str = "“”") -> Flags:
    """A nickname between given name and surname has quotation marks; a maiden name may keep its parentheses.

    `marks` are the house's quotation marks.
    """
    if (
        not person.nickname
        or person.nickname[0].islower()
        or looks_like_surname(person.nickname)
        or len(person.nickname.split()) > 2
    ):
        return
    start = person.article.prose.find(f"({person.nickname})", person.start, person.end)
    if start < 0 or len(person.nickname) < 3 or person.nickname.isupper():
        return
    right = f"{marks[0]}{person.nickname}{marks[1]}"
    yield flag(Span(start, start + len(person.nickname) + 2), f"Write {right}", replace=right)
