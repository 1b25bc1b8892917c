"""Courtesy titles, doctors and degrees, the Rev."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules._facts import fold, states
from copydesk_rules.title._forms import is_plain_zone, people_of_surname

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match, Office


@rule(
    "title-courtesy",
    severity="suggestion",
    summary="No Mr., Mrs., Miss or Ms. in running text",
    fix="unsafe",
    hints=("mr", "mrs", "ms", "miss", "mx", "messrs"),
    bad=[
        Bad("The judge told ^Mr. Lee^ to sit.", "The judge told Lee to sit."),
        Bad("^Mrs. Ana Ruiz^, 81, sang.", "Ana Ruiz, 81, sang."),
    ],
    good=[
        "The judge told Lee to sit.",
        "“Mr. Lee sang,” she said.",
        "The film “Mr. Lee” plays Friday.",
        "The Mr. Lee shop is shut.",
        "Tom Lee and his wife, Ana Lee, sang. Mrs. Lee left.",
        "Miss Ohio sang.",
        "The judges were Tom Lee, singer Ana Ruiz, Miss America Nell Moss and a baker.",
        Good("Mr. Lee sang.", house="nyt"),
    ],
)
def courtesy(article: Article, *, spare: tuple[str, ...] = ()) -> Flags:
    """Names stand without Mr., Mrs., Miss and Ms., but in quotations.

    Where two people of one surname must be told apart the titles may help; characters, brands and pageants have them
    in their names. Each person is spoken of once, with a fix for every place. `spare` names people who keep theirs.
    """
    found: dict[int, list[Office]] = {}
    for office in article.offices:
        if office.kind == "courtesy" and _is_courtesy(article, office, spare) and office.person is not None:
            found.setdefault(id(office.person.identity), []).append(office)
    for offices in found.values():
        first, *others = offices
        person = first.person
        assert person is not None
        more = f" ({len(others)} more here)" if others else ""
        edits = [Edit(o.start, o.person.start, "") for o in others if o.person is not None]
        yield flag(
            Span(first.start, person.end), f"Leave out “{first.text}”{more}",
            edits=[Edit(first.start, person.start, ""), *edits],
        )  # fmt: skip


_SHOWN = frozenset(
    "bean big brown clean coffee goodwrench dalloway darcy doubtfire ed fields fix fixit fox hyde incredible magoo met "
    "miyagi monopoly "
    "olympia peanut peepers piggy pibb potato ripley robot robinson rogers smith's spock t toad universe usa wonderful "
    "world america kitty marple havisham manners saigon sunshine teen earth rodeo president speaker chairman chair "
    "secretary mayor justice butterworth's meyer's paul ohio texas iowa utah kansas maine".split()
)


def _is_courtesy(article: Article, office: Office, spare: tuple[str, ...]) -> bool:
    person = office.person
    if person is None or person.start < office.end or not is_plain_zone(office):
        return False
    if article.is_quoted(office.start, person.end):
        return False
    words = person.name.split()
    if office.text[1:].isupper():
        return False
    if fold(words[0]) in _SHOWN or fold(words[-1]) in _SHOWN or fold(words[-1]) in states() or person.surname in spare:
        return False
    before = article.prose[max(office.start - 12, 0) : office.start].lower()
    if before.endswith(("the ", "and ", "a ", "& ", "our ", "called ")) or person.surname.isupper():
        return False
    after = article.prose[person.end : person.end + 4]
    if compiled(r"[ \u00a0][A-Z]|[-–@&]|[’']s?[ \u00a0][A-Z]").match(after):
        return False
    return people_of_surname(article, person.surname) < 2


@rule(
    "title-dr",
    severity="warning",
    summary="“Dr.” is for physicians, and never beside a degree",
    fix="unsafe",
    hints=("dr", "doctor"),
    bad=[
        Bad("^Dr. Ana Ruiz, Ph.D.^, an economist, sang.", "Ana Ruiz, an economist, sang."),
        Bad("^Dr.^ Tom Lee, a historian at the college, sang.", "Tom Lee, a historian at the college, sang."),
        Bad("^Dr. Ana Ruiz, M.D.^ sang.", "Dr. Ana Ruiz sang."),
    ],
    good=[
        "Dr. Ana Ruiz, a surgeon, sang.",
        "Ana Ruiz, an economist, sang.",
        "“Dr. Tom Lee, a historian, sang,” she said.",
        "Dr. Tom Lee, a professor of medicine, sang.",
        Good("Dr Tom Lee, a historian, sang.", house="guardian"),
    ],
)  # fmt: skip
def doctor(office: Office, *, academic: bool = False) -> Flags:
    """Before a name “Dr.” says physician, dentist or veterinarian; someone with another doctorate goes without.

    The rule speaks only when the story itself names a degree or another profession right behind the name.
    `academic = true` is for houses that give the title to every doctorate.
    """
    person = office.person
    if office.word != "doctor" or person is None or not person.is_full or office.place != "before a name":
        return
    if not is_plain_zone(office):
        return
    prose = office.article.prose
    degree = compiled(
        r",?[ \u00a0](?P<what>Ph\.?D\.?|Ed\.?D\.?|M\.?D\.?|D\.?O\.?|D\.?D\.?S\.?)(?P<comma>,)?(?!\w)"
    ).match(prose, person.end)
    medical = degree is not None and degree["what"].replace(".", "") in ("MD", "DO", "DDS")
    if degree is not None and medical:
        end = degree.end("what")
        yield flag(Span(office.start, end), "“Dr.” and the degree say the same", edits=[Edit(person.end, end, "")])
    elif academic:
        return
    elif degree is not None:
        end = degree.end("what")
        yield flag(
            Span(office.start, end), "Not a physician: leave out “Dr.” and the degree",
            edits=[Edit(office.start, person.start, ""), Edit(person.end, end, "")],
        )  # fmt: skip
    elif compiled(_NO_PHYSICIAN).match(prose, person.end):
        yield flag(office, "Not a physician: leave out “Dr.”", edits=[Edit(office.start, person.start, "")])


_NO_PHYSICIAN = (
    r",[ \u00a0](?:an?|the)[ \u00a0](?:[\w’-]+[ \u00a0]){0,2}(?:economist|historian|sociologist|anthropologist|"
    r"archaeologist|astronomer|biologist|botanist|chemist|climatologist|criminologist|ecologist|engineer|entomologist|"
    r"ethicist|geologist|geographer|linguist|mathematician|meteorologist|musicologist|philosopher|physicist|"
    r"political scientist|computer scientist|statistician|theologian|zoologist|superintendent|"
    r"professor of (?:history|economics|english|law|political|sociology|physics|chemistry|geology|biology|education|"
    r"philosophy|mathematics|computer|music|anthropology))\b(?![ \u00a0]and[ \u00a0](?:physician|doctor|surgeon))"
)


@rule(
    "title-degree-form",
    severity="warning",
    summary="Write Ph.D., bachelor’s degree, Master of Science",
    fix="safe",
    pattern=(
        r"(?<![\w.-])(?:(?P<short>Ph\.?[ \u00a0]?[dD]|PHD)(?P<stop>\.?)(?P<s>[’']?s)?(?![\w’'@-])"
        r"|(?P<degree>(?:bachelor|master)s[’']?)(?P<what>[ \u00a0](?:degrees?|thesis|program(?:me)?s?))"
        r"|(?P<of>Bachelor|Master)[’']?s"
        r"(?P<rest>[ \u00a0]of[ \u00a0](?:Arts|Science|Fine|Laws|Business|Public|Education|Social|Music|Engineering))"
        r")(?!\w)"
    ),
    hints=("phd", "ph.d", "ph. d", "ph d", "bachelor", "master"),
    bad=[
        Bad("She has a ^PhD^ in law.", "She has a Ph.D. in law."),
        Bad("He has a ^bachelors degree^.", "He has a bachelor’s degree."),
        Bad("He has a ^Masters of Science^.", "He has a Master of Science."),
        Bad("She has a ^masters’ degree^ in law.", "She has a master’s degree in law."),
        Bad("She has a ^Ph.D.^ in law.", "She has a PhD in law.", house="guardian"),
    ],
    good=[
        "She has a Ph.D. in law.",
        "He has a bachelor’s degree.",
        "The bachelors danced.",
        "The masters of science fiction met.",
        "It was for a master’s program.",
    ],
)
def degree_form(match: Match, *, short: str = "Ph.D.") -> Flags:
    """Degrees are written Ph.D., bachelor’s degree, master’s degree, Bachelor of Arts, Master of Science.

    `short` is the form for a doctorate: houses that print few points have PhD.
    """
    article = match.article
    if match.group("short"):
        written = match.group("short") + match.group("stop")
        stays = written == short
        if short == "PhD" and match.group("short") == "PhD":
            return
        if stays:
            return
        right = short + match.group("s")
        end = match.span("s").end if match.group("s") else match.span("stop").end
        if (
            short == "PhD"
            and match.group("stop")
            and compiled(r"\s*(?:\n|$|[A-Z])").match(article.prose, match.span("stop").end)
        ):
            end = match.span("short").end
        elif short.endswith(".") and not match.group("stop") and article.prose[end : end + 1] == ".":
            end += 1
        yield flag(Span(match.start, end), f"Write “{right}”", replace=right)
        return
    if match.group("degree"):
        right = match.group("degree").rstrip("’'")[:-1] + "’s" + match.group("what")
    else:
        right = match.group("of") + match.group("rest")
    yield flag(match, f"Write “{right}”", replace=right)


@rule(
    "title-the-rev",
    severity="warning",
    summary="“Rev.” has “the” before it",
    fix="safe",
    pattern=r"(?<![\w.])(?P<rev>Rev\.|Reverend)(?=[ \u00a0](?:[Dd]r\.[ \u00a0])?[A-Z][\w.’-]*)",
    hints=("rev. ", "rev.\u00a0", "reverend"),
    bad=[
        Bad("^Rev.^ Tom Lee sang.", "The Rev. Tom Lee sang."),
        Bad("A song by ^Rev.^ Ana Ruiz ended it.", "A song by the Rev. Ana Ruiz ended it."),
        Bad("A song by ^Reverend^ Ana Ruiz ended it.", "A song by the Rev. Ana Ruiz ended it."),
    ],
    good=[
        "The Rev. Tom Lee sang.",
        "A song by the Rev. Dr. Ana Ruiz ended it.",
        "“Rev. Lee sang,” she said.",
        "The Revs. Tom Lee and Ana Ruiz sang.",
        "The most reverend guest sang.",
    ],
)
def the_rev(match: Match, *, short: str = "Rev.") -> Flags:
    """“Rev.” only describes a member of the clergy, so an article goes before it: the Rev. Ana Ruiz.

    `short` is the form after the article; some houses have no period.
    """
    article = match.article
    before = article.prose[max(match.start - 24, 0) : match.start]
    written = match.group("rev")
    if compiled(
        r"(?:(?:^|[^\w])(?:the|rt\.|right|most|very|retired|late|revs\.)[ \u00a0]|[’']s[ \u00a0]|and[ \u00a0])$", 2
    ).search(before):
        return
    sentence = article.sentence_at(match.start)
    opens = sentence is None or sentence.opens_at(match.start)
    if not opens and not compiled(r"(?:[a-z,;:—–(”\"’][ \u00a0\n]*|\d )$").search(before):
        return
    right = f"{'The' if opens else 'the'} {short}"
    yield flag(Span(match.start, match.start + len(written)), f"Write “{right}”", replace=right)
