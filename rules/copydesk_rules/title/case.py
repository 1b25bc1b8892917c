"""Capitals of titles: before a name, after it, and alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Kind, Span, compiled, flag, given_names, rule
from copydesk_rules._facts import fold
from copydesk_rules.title._forms import JOBS, begins_sentence, is_plain_zone, lowered, raised
from copydesk_rules.title._grouped import Slip, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flag, Flags, Office

#: Formal titles that take capitals right before a name; the last word of each.
_BEFORE = frozenset(
    "president premier chancellor governor senator representative congressman congresswoman mayor judge justice "
    "sheriff king queen pope emperor ambassador secretary minister speaker general lieutenant sergeant colonel admiral "
    "captain corporal archbishop cardinal councilman councilwoman alderman assemblyman assemblywoman taoiseach chief "
    "leader whip superintendent secretary-general attorney".split()
)
#: Of these, those that are titles only with the right words before them.
_WITH = {
    "secretary": ("state defense defence treasury homeland security labor labour commerce education energy agriculture "
                  "transportation health interior foreign home veterans affairs war army navy".split()),
    "minister": "prime foreign defense defence finance interior justice health education first trade economy".split(),
    "general": "attorney surgeon solicitor lieutenant major brigadier".split(),
    "chief": "police fire".split(),
    "leader": "majority minority".split(),
    "whip": "majority minority".split(),
    "captain": "police fire".split(),
    "attorney": "district".split(),
    "speaker": "house".split(),
}  # fmt: skip


@rule(
    "title-job-description-cap",
    severity="warning",
    summary="An occupation before a name takes a small letter",
    fix="safe",
    bad=[
        Bad("The prize went to ^Actor^ Tom Lee.", "The prize went to actor Tom Lee."),
        Bad("He was seen by ^Reporter^ Ana Ruiz at noon.", "He was seen by reporter Ana Ruiz at noon."),
        Bad("It was drawn by ^Defense Attorney^ Ana Ruiz.", "It was drawn by defense attorney Ana Ruiz."),
    ],
    good=[
        "The prize went to actor Tom Lee.",
        "Actor Tom Lee won.",
        "She met Attorney General Ana Ruiz.",
        "He was seen by Reporter magazine.",
        "“I met Actor Tom Lee,” she said.",
    ],
)
def job_description(article: Article) -> Flags:
    """What someone does for a living is no title: actor, attorney, coach, teacher stay small before a name.

    At the head of a sentence and in headlines the capital is the sentence's own. Titles that are formal though
    they look like jobs (attorney general, police chief, judge) are other rules' matter.
    """
    for office in _capital_jobs(article):
        _told(article).add(office.start)
        yield _job_flag(office)


def _job_flag(office: Office) -> Flag:
    return flag(office.form_span, f"An occupation is small before a name: “{lowered(office)}”", replace=lowered(office))


def _told(article: Article) -> set[int]:
    """Titles whose capital is spoken of already: two rules may see it, one says it."""
    return article.computed("capitals of jobs told", lambda _: set())


def _capital_jobs(article: Article) -> list[Office]:
    return article.computed(
        "capitals of jobs", lambda a: [office for office in a.offices if _is_capital_job(a, office)]
    )


def _is_capital_job(article: Article, office: Office) -> bool:
    person = office.person
    if person is None or office.kind != "job" or office.place != "before a name" or office.set_off or office.plural:
        return False
    if office.word not in JOBS or not article.prose[office.head.start].isupper() or not person.is_full:
        return False
    if fold(person.given.split()[0]) not in given_names() and not person.initials and "." not in person.given:
        return False
    if not is_plain_zone(office) or office.quoted or office.qualifier is not None or begins_sentence(office):
        return False
    before = article.prose[max(office.start - 30, 0) : office.start].split()
    return bool(before) and before[-1].islower() and before[-1].isalpha()


@rule(
    "title-cap-before-name",
    severity="error",
    summary="A formal title takes capitals right before a name",
    fix="safe",
    bad=[
        Bad("The club met ^president^ Joe Biden.", "The club met President Joe Biden."),
        Bad("A letter came from ^gov.^ Ana Ruiz.", "A letter came from Gov. Ana Ruiz."),
        Bad("The town hired ^police chief^ Tom Lee.", "The town hired Police Chief Tom Lee."),
        Bad("It was former ^vice president^ Al Gore who sang.", "It was former Vice President Al Gore who sang."),
        Bad("The house was drawn by ^Architect^ Ana Ruiz.", "The house was drawn by architect Ana Ruiz."),
    ],
    good=[
        "The president, Joe Biden, sang.",
        "A former president of the band Tom Lee formed sang.",
        "The town elected a mayor.",
        "Coach Tom Lee and actor Ana Ruiz met.",
        "The club president Tom Lee sang.",
        "White House press secretary Tom Lee sang.",
        Good("The song is for president Joe Biden.", house="guardian"),
        "“I met president Joe Biden,” she said.",
    ],
)
def capital_before_name(article: Article) -> Flags:
    """Right before a name a formal title is part of it: President Joe Biden, Gov. Kathy Hochul, Police Chief Ray Lee.

    A comma between title and name, a title of some club or company, and occupations keep it small. Where an
    occupation has the capital, `title-job-description-cap` says so, or this rule when that one is off.
    """
    for office in article.offices:
        if _needs_capital(article, office):
            right = raised(office)
            yield flag(office.form_span, f"A title before a name takes capitals: “{right}”", replace=right)
    told = _told(article)
    for office in _capital_jobs(article):
        if office.start not in told:
            yield _job_flag(office)


def _needs_capital(article: Article, office: Office) -> bool:
    prose, person = article.prose, office.person
    if person is None or office.place != "before a name" or office.set_off or office.determined:
        return False
    if not prose[office.head.start].islower() or office.word not in _BEFORE or not is_plain_zone(office):
        return False
    one_name = office.word in ("king", "queen", "pope", "prince", "princess")
    if office.quoted or not (person.is_full or office.abbreviated or one_name):
        return False
    wanted = _WITH.get(office.word)
    if wanted and not any(word in wanted for word in office.form.split()):
        return False
    local = ("governor", "mayor", "senator", "sheriff", "secretary", "minister", "chief", "leader")
    whose = prose[office.qualifier.start : office.qualifier.end] if office.qualifier else ""
    if whose and office.word not in local and not compiled(_NATIONAL).match(whose):
        return False
    if any(mark.word in ("longtime", "retired") for mark in office.marks):
        return False
    if office.form.startswith("state ") or (office.word == "representative" and office.qualifier is None):
        return False
    return (
        begins_sentence(office)
        or compiled(_LEADS, 2).search(prose, max(office.start - 30, 0), office.start) is not None
    )


#: What stands before a title that is no body's own: “met president Joe Biden”, not “club president Joe Biden”.
_LEADS = (
    r"(?:[,;:—–(“\"]|\b(?:\w+ed|\w+ing|\w+ly|met|saw|told|sent|gave|made|beat|led|heard|hit|paid|wrote|left|won|"
    r"named|says?|said|by|with|from|to|for|of|and|or|that|when|where|while|after|before|but|in|on|at|against|about|under|between|"
    r"over|until|since|whom|whether|if|because|like|than|is|was|are|were|will|would|did|does|had|has|both|including|join|joins|"
    r"names?|sues|cites|quotes|calls|tells|sees|backs|praises|blames|faces|honors|accuses|appoints|elects|"
    r"welcomes?|meets?|greets?|thanks?|asks?|urges?|[A-Z]\w+[’']s|now|then|also))[ \u00a0]$"
)


_NATIONAL = r"(?:U\.?S\.?|[A-Z]\w+(?:an|ian|ish|ese|ch|i|sh))$"


@rule(
    "title-lower-after-name",
    severity="suggestion",
    summary="A title set off behind a name takes small letters",
    fix="safe",
    bad=[
        Bad("Ana Ruiz, ^Mayor^ of Midtown, cut the ribbon.", "Ana Ruiz, mayor of Midtown, cut the ribbon."),
        Bad("Tom Lee, the ^Police Chief^, cut the ribbon.", "Tom Lee, the police chief, cut the ribbon."),
        Bad("Mo Khan, ^Senior Vice President^ for trains, left.", "Mo Khan, senior vice president for trains, left."),
        Bad("The prize went to Ana Ruiz, ^Secretary of State^ since May.",
            "The prize went to Ana Ruiz, secretary of state since May."),
    ],
    good=[
        "Ana Ruiz, mayor of Midtown, cut the ribbon.",
        "Ana Ruiz, General Dynamics’ chief, cut the ribbon.",
        "With Ana Ruiz, President Tom Lee cut the ribbon.",
        "Ana Ruiz, Senate majority leader, cut the ribbon.",
        "“Ana Ruiz, Mayor of Midtown, did it,” he said.",
        "Charles Windsor, Prince of Wales, cut the ribbon.",
    ],
)  # fmt: skip
def small_after_name(article: Article) -> Flags:
    """Behind the name a title only describes: Ana Ruiz, mayor of Midtown.

    Names within it keep their capitals (the Senate, the Treasury), and so do noble titles. Where a story has more than
    a few, one finding speaks for all.
    """
    return grouped(slip for office in article.offices for slip in _capital_behind(office))


def _capital_behind(office: Office) -> Iterator[Slip]:
    article = office.article
    prose = article.prose
    if office.place != "after a name" or office.kind == "courtesy" or not prose[office.head.start].isupper():
        return
    if office.abbreviated or office.marked("elect") or office.quoted or not _is_running_text(article, office):
        return
    if office.form in _KEEPS_CAPITAL:
        return
    behind = prose[office.end : office.end + 40]
    if compiled(r"(?:[’']s?)?(?:[ \u00a0]|-)[A-Z]|[’'/@]").match(behind) or not compiled(_GOES_ON).match(behind):
        return
    right = lowered(office)
    written = prose[office.form_span.start : office.form_span.end]
    if (
        written.isupper()
        or right == written
        or (office.word == "chief" and office.plural)
        or office.word in ("ceo", "democrat", "republican")
    ):
        return
    if office.word == "professor" and office.qualifier is not None:
        return
    place = _changed(office.form_span, written, right)
    right = right[place.start - office.form_span.start : place.end - office.form_span.start]
    yield Slip(*place, f"A title behind a name is small: “{right}”", (Edit(*place, right),))


def _changed(place: Span, written: str, right: str) -> Span:
    """The part of a title, in whole words, whose letters change."""
    changed = [i for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b]
    end = written.find(" ", changed[-1])
    return Span(place.start + changed[0], place.start + (end if end >= 0 else len(written)))


#: Titles of nobles and ranks, which are as often parts of names.
_KEEPS_CAPITAL = frozenset("king queen prince princess pope general major sultan emir private".split())
_GOES_ON = r"[,.;:—)]|[ \u00a0](?:of|for|to|at|in|since|and|from|who|until|with|on|emeritus|[—–(])"


def _is_running_text(article: Article, office: Office) -> bool:
    """Whether the title stands in a sentence, and not in a list of names and titles."""
    zone, sentence = office.zone, article.sentence_at(office.start)
    if zone is None or zone.kind not in (Kind.LEAD, Kind.BODY, Kind.DECK, Kind.LIST) or sentence is None:
        return False
    text = sentence.prose
    return text.rstrip('”"’\u2060 )')[-1:] in (".", "?", "!") and len(text.split()) > 5


#: Titles that are small when they stand alone.
_ALONE = frozenset(
    "president premier chancellor governor senator representative congressman congresswoman mayor minister king queen "
    "pope emperor ambassador judge sheriff councilman councilwoman alderman secretary superintendent commissioner "
    "general".split()
)
_DETERMINER = (
    r"(?:(?<![\w-])(?:the|a|an|each|every|any|some|no|both|another|either|neither|our|his|her|their|this|that|these|"
    r"those|my|your|its|several|many|few|two|three|four|five|six|seven|eight|nine|ten|\d\d?)|\w[’']s|s[’'])[ \u00a0]"
    r"(?:(?:former|acting|current|new|next|then|late|young|old|first|two|three|four|five)[ \u00a0-])?$"
)


@rule(
    "title-lower-alone",
    severity="suggestion",
    summary="A title without a name takes small letters",
    fix="safe",
    bad=[
        Bad("The ^President^ flew home.", "The president flew home."),
        Bad("The town’s ^Mayor^ sang.", "The town’s mayor sang."),
        Bad("Two ^Senators^ sang for the ^Prime Minister^.", "Two senators sang for the prime minister."),
        Bad("It was for the ^Attorney General^ to say.", "It was for the attorney general to say."),
    ],
    good=[
        "The president flew home.",
        "The General Assembly sang.",
        "The Mayor Lee years are over.",
        "The Presidents Day fair is on.",
        "The Governor Hotel has a pool.",
        "“I met the President,” she said.",
        "The President’s Cup is on.",
    ],
)
def small_alone(article: Article) -> Flags:
    """Without a name a title is a common noun: the president, the pope, two senators.

    Each title is spoken of once a story, with a fix for every place: capitals here are a habit, not a slip.
    """
    found: dict[str, list[Office]] = {}
    for office in article.offices:
        if _stands_alone(article, office):
            found.setdefault(office.form, []).append(office)
    for offices in found.values():
        first, *others = offices
        right = lowered(first)
        more = f" ({len(others)} more here)" if others else ""
        edits = [Edit(o.form_span.start, o.form_span.end, lowered(o)) for o in others]
        yield flag(first.form_span, f"A title alone is small: “{right}”{more}", replace=right, edits=edits)


def _stands_alone(article: Article, office: Office) -> bool:
    prose = article.prose
    if office.place != "alone" or office.person is not None or office.abbreviated or office.kind != "formal":
        return False
    if not prose[office.head.start].isupper() or office.word not in _ALONE or not is_plain_zone(office):
        return False
    wanted = _WITH.get(office.word)
    if office.form == office.word and office.word in ("general",):
        return False
    if wanted and office.form != office.word and not any(word in wanted for word in office.form.split()):
        return False
    if office.marked("elect") or prose[office.form_span.start : office.head.end].isupper():
        return False
    if office.quoted or not compiled(_DETERMINER, 2).search(prose, max(office.start - 30, 0), office.start):
        return False
    if prose[max(office.start - 14, 0) : office.start].endswith(("Office of the ", "Bureau of the ", "House of the ")):
        return False
    if office.qualifier is not None:
        return False
    if office.word in ("king", "queen") and (office.plural or office.complement is not None):
        return False
    if office.plural and ("ottawa" in article.folded or "hockey" in article.folded):
        return False
    behind = prose[office.end : office.end + 20]
    return not compiled(r"(?:[’']s?)?[ \u00a0](?:[A-Z&\d]|of[ \u00a0]Wales|vs\.)|[-/’'@](?!s\b)|[\w]|[”\"]").match(
        behind
    )


@rule(
    "title-former-case",
    severity="error",
    summary="“former,” “ex-,” “then-,” “acting” and “-elect” are small before a title",
    fix="safe",
    bad=[
        Bad("The club met ^Former^ President Joe Biden.", "The club met former President Joe Biden."),
        Bad("She wrote to ^Ex^-Mayor Tom Lee.", "She wrote to ex-Mayor Tom Lee."),
        Bad("President-^Elect^ Ana Ruiz sang.", "President-elect Ana Ruiz sang."),
        Bad("It was signed by ^Acting^ Gov. Ana Ruiz.", "It was signed by acting Gov. Ana Ruiz."),
    ],
    good=[
        "Former President Joe Biden sang.",
        "The club met former President Joe Biden.",
        "Then the mayor sang.",
        "“Former President Joe Biden sang,” she said.",
        Good("---\ntitle: Club Thanks Former President Joe Biden\n---\n\nNothing else was said."),
    ],
)
def former_case(office: Office) -> Flags:
    """Only the title has the capital: former President Joe Biden, President-elect Ana Ruiz, acting Gov. Tom Lee.

    At the head of a sentence the first of these words has the sentence's capital.
    """
    article = office.article
    prose = article.prose
    if office.kind != "formal" or (office.place == "alone" and not office.marked("elect", "designate")):
        return
    for mark in office.marks:
        word = prose[mark.start : mark.end]
        if not word[0].isupper() or word.isupper() or mark.word not in _SMALL:
            continue
        if compiled(r"\bof[ \u00a0]$").search(prose, max(mark.start - 4, 0), mark.start):
            continue
        if mark.word in ("elect", "designate") or not _opens(article, mark.start):
            small = word.lower()
            yield flag(Span(mark.start, mark.end), f"Write “{small}” with a small letter", replace=small)


_SMALL = frozenset(
    "former ex then late acting interim outgoing incoming onetime one-time retired current elect designate".split()
)


def _opens(article: Article, start: int) -> bool:
    """Whether a sentence, or what a colon or dash sets apart, begins here."""
    sentence = article.sentence_at(start)
    if sentence is None:
        return True
    before = article.prose[sentence.start : start].rstrip(" \u00a0\u2060")
    return not any(c.isalnum() for c in before) or before[-1:] in (":", "—", "–", "*", "•", "|")
