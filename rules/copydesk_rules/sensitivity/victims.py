"""People whom news does not name, and details that it leaves out: minors, victims of assault, sex and looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import PROSE, Span, compiled, flag, rule
from copydesk_rules._copy import COPY, NAME, has_consent, has_signoff, is_person, places

if TYPE_CHECKING:
    from copydesk import Article, Flags

_CRIME = (
    r"\b(?:charged|arrested|accused|convicted|sentenced|pleaded|indicted|arraigned|suspects?|booked|custody|detained|"
    r"juvenile|rap(?:e|ed|ing)|molest(?:ed|ing)|sexual(?:ly)?|abused|assaulted|groped|trafficked|prosecutors?|"
    r"victim|delinquen\w+|shoplift\w+|robb(?:ed|ery|ing)|burglary|stole|theft|vandali\w+|adjudicated|probation|"
    r"expelled)\b"
)
_CRIME_WORDS = frozenset(
    "charged arrested accused convicted sentenced pleaded indicted arraigned suspect suspects booked custody "
    "detained juvenile rape raped raping molested molesting sexual sexually abused assaulted groped trafficked "
    "prosecutor prosecutors victim delinquent delinquency shoplifting shoplifted robbed robbery robbing burglary "
    "stole theft vandalism vandalized adjudicated probation expelled".split()
)


@rule(
    "sensitivity-minor",
    severity="warning",
    summary="A minor is named near a crime",
    certainty="medium",
    bad=[
        "^Nell Park, 15^, was charged with theft from the mill.",
        "Police arrested ^16-year-old Cole Baker^ on the pier.",
        "A juvenile named ^Cole Baker^ was held.",
    ],
    good=[
        "Nell Park, 35, was charged with theft.",
        "A 15-year-old girl was charged with theft.",
        "Nell Park, 15, won the race and the spelling bee.",
        "Nell Park, 15, scored 12 points on Friday.",
        "---\nsignoffs:\n  legal: jw\n---\nNell Park, 15, was charged with theft.\n",
    ],
)
def minor_is_not_named(article: Article, *, age: int = 18) -> Flags:
    """AP does not usually name people under 18 who are charged with a crime or are its victims; in Britain it can be
    an offense.

    Only where the sentence speaks of a crime, so that athletes and spellers keep their names. A legal sign-off or
    `consent:` in the metadata answers for the name. Option `age`: from which people may be named.
    """
    folded = article.folded
    if article.tokens.where.keys().isdisjoint(_CRIME_WORDS):
        return
    if (
        not any(f", {n}" in folded or f"{n}-year-old" in folded for n in range(10, age))
        and "teen-year-old" not in folded
        and "juvenile" not in folded
    ):
        return
    if has_signoff(article, "legal") or has_consent(article):
        return
    pattern = compiled(
        rf"(?P<name>{NAME}),\s(?P<age>\d{{1,2}})(?=[,.;:\s])(?!\s(?:percent|points|people|years?\s(?:in|of|ago)))|"
        rf"\b(?P<before>\d{{1,2}}|[Ee]leven|[Tt]welve|(?:[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|"
        rf"[Ss]even)teen)[-‑]year[-‑]old(?:\s(?:boy|girl|student|suspect|victim))?,?\s(?P<after>{NAME})|"
        rf"\bjuveniles?(?:,|\snamed|\sidentified\sas)\s(?P<juvenile>{NAME})"
    )
    for sentence in article.sentences:
        zone = article.zone_at(sentence.start)
        if zone is None or zone.kind not in COPY or not compiled(_CRIME).search(folded, sentence.start, sentence.end):
            continue
        for match in pattern.finditer(article.prose, sentence.start, sentence.end):
            written = match["age"] or match["before"] or "0"
            years = int(written) if written.isdecimal() else 0
            span = Span(*match.span("juvenile")) if match["juvenile"] else Span(*match.span())
            name = match["name"] or match["after"] or match["juvenile"]
            if years < age and is_person(name) and not article.is_quoted(*span):
                yield flag(span, "People under 18 are not usually named near a crime")


_ASSAULT_WORDS = frozenset(
    "raped rape raping sex sexual sexually molested molesting molestation groped groping sodomized alleged".split()
)
_ASSAULT = r"(?:raped|gang-raped|molested|sexually\s(?:assaulted|abused|harassed)|groped|sodomized|date-raped)"
_WHO = rf"(?P<who>{NAME})"


@rule(
    "sensitivity-sexual-assault",
    severity="warning",
    summary="A victim of sexual assault is named",
    certainty="medium",
    bad=[
        "^Nell Park^, who was raped in May, testified.",
        "^Nell Park^ was sexually assaulted on the pier.",
        "The baker is charged with raping ^Nell Park^.",
        "He ^had sex with a 14-year-old^ girl, police said.",
        "The ^alleged victim^ rowed home.",
    ],
    good=[
        "A woman who says that she was raped testified.",
        "Cole Baker was charged with raping a woman.",
        "Cole Baker was convicted of rape.",
        "---\nconsent: written\n---\nNell Park, who was raped in May, testified.\n",
        "Police in West Easton said a woman was raped.",
    ],
)
def victim_is_not_named(article: Article) -> Flags:
    """AP does not name those who say they were sexually assaulted unless they have come forward; in Britain the law
    protects them for life. Who has consented is on record in `consent:`.

    “Alleged victim” doubts the person, so say woman, man, accuser; and nobody “has sex with” a child: it is rape or
    abuse.
    """
    if article.tokens.where.keys().isdisjoint(_ASSAULT_WORDS):
        return
    if has_signoff(article, "legal") or has_consent(article):
        return
    named = compiled(
        rf"{_WHO}(?:,\s\d\d?)?(?:,\s(?:who|a\s[\w\s-]{{1,30}}\swho))?(?:\s(?:says|said|testified|alleged|alleges|"
        rf"told\s\w+)(?:\sthat)?\s(?:she|he))?"
        rf"\s(?:was|were|had\sbeen|has\sbeen|is|being)\s(?:\w+ly\s)?(?:{_ASSAULT})\b|"
        rf"\b(?:raping|raped|molesting|molested|groping|groped|sexually\s(?:assault|abus|harass)(?:ing|ed|"
        rf"es))\s(?P<object>{NAME})|"
        rf"\b(?:[Rr]ape|[Ss]exual\s(?:assault|abuse)|[Mm]olestation)\s(?:victim|survivor|accuser)s?\s(?P<label>{NAME})|"
        rf"\b(?:rape|sexual\sassault|molestation|sexual\sabuse)\sof\s(?P<of>{NAME})|"
        rf"(?P<victim>{NAME}),\san?\s(?:\w+\s)?(?:rape|sexual\sassault|sexual\sabuse)\s(?:victim|survivor)\b|"
        rf"(?P<accuser>{NAME})\s(?:has\s|had\s)?(?:accused|accuses)\s(?:[\w.]+\s){{1,4}}of\s(?:rap(?:e|ing)|"
        rf"molest\w+|groping|sexual\w*)"
    )
    sex = compiled(
        r"\b(?:had|having|has|have)\ssex\swith\s(?:an?|the|his|her|two|three|"
        r"several)\s(?:\w+[-\s]){0,2}?(?:(?:\d{1,2}|[a-z]+teen|twelve|eleven|ten)-year-old|minors?|"
        r"child(?:ren)?|(?:under\s?age)|girls?|boys?|teenagers?|students?)\b|\balleged\s(?:rape\s)?victims?\b"
    )
    for zone in article.zones:
        if zone.kind not in COPY:
            continue
        for match in named.finditer(article.prose, zone.start, zone.end):
            group = next(g for g in ("who", "object", "label", "of", "victim", "accuser") if match[g])
            if is_person(match[group]) and not article.is_quoted(*match.span(group)):
                yield flag(Span(*match.span(group)), "Victims of sexual assault are not named without consent")
        for match in sex.finditer(article.folded, zone.start, zone.end):
            age = compiled(r"(\d+)-year").search(match[0])
            if not article.is_quoted(*match.span()) and not (age and int(age[1]) >= 18):
                better = (
                    "Say woman, man or accuser" if "victim" in match[0] else "A child cannot consent: say rape or abuse"
                )
                yield flag(Span(*match.span()), better)


@rule(
    "sensitivity-gender-detail",
    severity="suggestion",
    summary="Sex, looks or family where they do not matter",
    certainty="medium",
    bad=[
        "A ^female doctor^ saved the goat.",
        "The ^petite mother of two^ won the race.",
        "A ^male nurse^ rowed home.",
    ],
    good=[
        "A doctor saved the goat.",
        "She is the first female doctor in Easton.",
        "More female doctors than male doctors work there.",
        "“A female doctor came,” Ruiz said.",
    ],
)
def sex_only_if_it_matters(article: Article) -> Flags:
    """A doctor is a doctor; a woman's looks and children are no more news than a man’s.

    Plurals (female doctors) are mostly counts, and “first female” is the news: both are let be.
    """
    for place in places(article, ("female", "male", "lady", "woman", *_LOOKS), zones=PROSE):
        word, before = place.word(0), place.word(-1)
        if word in _LOOKS:
            looks = 1 if place.word(1) in _WOMEN else 2 if place.word(2) in _WOMEN and place.word(1) != "," else 0
            if looks and (place.word(looks) != "mother" or place.word(looks + 1) == "of"):
                reach = (
                    looks + 2
                    if place.word(looks + 1) == "of" and place.word(looks) in ("mother", "grandmother")
                    else looks
                )
                yield flag(place.to(reach), "Would this be said of a man?")
        elif place.word(1) in _JOBS and before not in _MATTERS and (word != "male" or place.word(1) in _MALE_ODD):
            two = place.word(1) == "police" and place.word(2) == "officer"
            yield flag(place.to(2 if two else 1), "Does the sex matter here?")


_LOOKS = frozenset(
    "petite attractive pretty beautiful curvy busty buxom shapely leggy glamorous blonde brunette feisty".split()
)
_WOMEN = frozenset(
    "mother grandmother blonde brunette divorcee redhead wife housewife widow woman businesswoman mom".split()
)
_JOBS = frozenset(
    "doctor lawyer judge pilot engineer officer police firefighter reporter journalist senator mayor governor "
    "scientist surgeon driver soldier professor ceo executive boss chef director nurse secretary teacher babysitter "
    "dancer carpenter plumber mechanic physician attorney coach referee umpire detective deputy architect dentist "
    "banker".split()
)
_MALE_ODD = frozenset("nurse secretary babysitter dancer teacher".split())
_MATTERS = frozenset(
    "first only second third youngest oldest more most of per any every no each another fewer highest-ranking top "
    "ranking and or lone sole fellow prominent -".split()
)
