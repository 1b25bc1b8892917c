"""How much one sentence or paragraph carries: initials, figures, commas, insertions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, compiled, flag, rule
from copydesk_rules.readability._insertions import find_insertions
from copydesk_rules.readability._story import is_of_figures

if TYPE_CHECKING:
    from copydesk import Article, Flags, Sentence, Span, Zone

#: Capitals that everybody reads as words, or that are none of an agency's.
_KNOWN = frozenset(
    "AM PM OK TV US USA UK EU UN AIDS HIV DNA CEO CFO COO GOP AD BC CD DVD FAQ ID IQ IT PR PDF RV SUV URL USB VIP WWII "
    "WWI II III IV VI VII VIII IX XI XII AP MVP NFL NBA MLB NHL FBI CIA "
    "AL AK AZ AR CA CO CT DE FL GA HI IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OR PA RI "
    "SC SD TN TX UT VT VA WA WV WI WY DC".split()
)


@rule(
    "readability-acronym-density",
    severity="suggestion",
    summary="Too many initials in one paragraph",
    bad=[
        "The canal shut.\n\n^The PDA, the RMB and the WTC asked the LHA for sand.^",
        "^Ruiz left the NTSB for the TSA, then the DHS and the FAA.^\n\nShe sails.",
        Bad("^The PDA met the RMB and the WTC.^", options={"most": 2}),
    ],
    good=[
        "The canal shut.\n\nThe PDA, the RMB and the WTC asked for sand. The PDA got it.",
        "- The PDA and the RMB\n- The WTC and the LHA\n",
        "THE CANAL IS SHUT AND THE LOCK IS DRY, SAID A SIGN.",
        "The U.S. and the U.N. met in NY, NJ, CT and MA.",
        "“The PDA, the RMB, the LHA and the WTC are one,” Lee said.",
    ],
)
def no_alphabet_soup(article: Article, *, most: int = 3) -> Flags:
    """More than three different sets of initials in a paragraph are an alphabet soup: “the agency”, “the board” will do
    for most of them (AP Stylebook, "abbreviations and acronyms"). The fullest paragraph is pointed at. Those that
    everybody knows (FBI, TV), states and lists do not count, nor do quotations.
    """
    capitals: dict[Zone, set[str]] = {}
    for match in compiled(r"[A-Z]{2,6}").finditer(article.prose):
        zone = article.zone_at(match.start()) if match[0] not in _KNOWN else None
        if zone is not None and zone.kind in (Kind.LEAD, Kind.BODY):
            capitals.setdefault(zone, set()).add(match[0])
    fullest: tuple[int, Zone] | None = None
    for zone, seen in capitals.items():
        found = _initials(zone) if len(seen) > most and not _is_shouted(zone) else ()
        if len(found) > max(most, fullest[0] if fullest else 0):
            fullest = (len(found), zone)
    if fullest is not None:
        yield flag(fullest[1], f"{fullest[0]} sets of initials in one paragraph; spell out or drop some")


def _initials(zone: Zone) -> set[str]:
    """The different initials of a paragraph that count."""
    article = zone.article
    pattern = compiled(r"(?<![\w&.#@/-])(?<![A-Z]{2} )([A-Z]{2,6})(?:s|’s|'s)?(?![\w&@-])(?! [A-Z]{2})")
    return {
        match[1]
        for match in pattern.finditer(article.prose, zone.start, zone.end)
        if match[1] not in _KNOWN and not article.is_quoted(*match.span())
    }


def _is_shouted(zone: Zone) -> bool:
    """Whether capitals are the rule in it."""
    return 2 * sum(map(str.isupper, zone.prose)) > sum(map(str.isalpha, zone.prose))


@rule(
    "readability-number-density",
    severity="suggestion",
    summary="Too many figures in one sentence",
    bad=[
        "^The mill made $4.2 million on 900 tons, up 8.5% from $3.9 million on 840 tons a year ago.^",
        "The mill shut.\n\n^Of 312 hens, 40 fled, 19 drowned, 7 were stolen and 4 sailed.^ Nobody wept.",
    ],
    good=[
        "The mill made $4.2 million on 900 tons.",
        "On Feb. 12, 2025, between 8:30 and 9:15 p.m., the mill sold 40 hens.",
        "---\ntitle: Otters\nsection: sports\n---\nThe Otters won 6-2, 5-3, 7-4, 9-1 and 3-0 in 21 days.",
        "The Otters beat Easton 6-2, Harlow 5-3, Low Water 7-4, Heron 9-1 and Midtown 3-0.",
        "“Of 312 hens, 40 fled, 19 drowned, 7 were stolen and 4 sailed,” Lee said.",
        Good("Of 312 hens, 40 fled, 19 drowned, 7 were stolen and 4 sailed.", options={"most": 8}),
    ],
)
def few_figures(article: Article, *, most: int = 4) -> Flags:
    """More than four figures in a sentence belong in two sentences or a table.

    A date, a time, a score and an age are one each, and the name of a road or a bill is none. The fullest sentence is
    pointed at. Sports, markets and results (`section:`) and lists live of figures and are let be.
    """
    figures = [number.start for number in article.numbers if not number.spelled]
    close = {first for first, last in zip(figures, figures[most:], strict=False) if last - first < _REACH}
    found = {sentence.start: sentence for first in close if (sentence := article.sentence_at(first)) is not None}
    counted = [
        (_figures(sentence), sentence)
        for _, sentence in sorted(found.items())
        if sentence.zone is not None and sentence.zone.kind in (Kind.LEAD, Kind.BODY) and not sentence.quoted
    ]
    count, fullest = max(counted, key=lambda entry: entry[0], default=(0, None))
    if fullest is not None and count > most and not is_of_figures(article):
        yield flag(fullest, f"{count} figures in one sentence; make it two, or a table")


#: Figures farther apart than so many characters are not of one sentence that can be read.
_REACH = 1000
_FIGURE = r"(?<![\w.,/:–-])[$£€#]?\d[\d.,]*(?:[:/–-]\d+)*(?:-[a-z]+)*"
_TELEPHONE = r"\d{3}-\d{4}\b|\d-800\b"


def _figures(sentence: Sentence) -> int:
    """How many figures a sentence has; 0 for one that is a row of scores or a telephone number."""
    article, start, end = sentence.article, sentence.start, sentence.end
    found = list(compiled(_FIGURE).finditer(article.prose, start, end))
    if len(found) < 3 or compiled(_TELEPHONE).search(article.prose, start, end):
        return 0
    scores = sum(compiled(r"\d+[-–]\d+").fullmatch(match[0].rstrip(".,")) is not None for match in found)
    if scores > 2:
        return 0
    dates = [(date.start, date.end) for date in article.dates if date.start < end and start < date.end]
    loose = [match for match in found if not any(first <= match.start() < last for first, last in dates)]
    labels = sum(number.label is not None for number in article.numbers if start <= number.start < end)
    in_dates = sum(any(first <= match.start() < last for match in found) for first, last in dates)
    return len(loose) - labels + in_dates


@rule(
    "readability-comma-load",
    severity="suggestion",
    certainty="medium",
    summary="Too many commas, or insertions before the verb",
    bad=[
        "^Ruiz, who sails, a former cook, said the canal is dry.^",
        "The mill shut.\n\n^The lock, which leaks, which the town bought in May, needs a gate.^ It rained.",
        "^When the dam broke, the mill, which had no owner, sank, and Lee, who saw it, ran, though slowly, to the "
        "bridge, where, by then, Ruiz stood.^",
    ],
    good=[
        "Ruiz, who sails, said the canal is dry.",
        "They sold hens, geese, rye, eels, rope, nails and jam.",
        "“When it broke, the mill, which had no owner, sank, and Lee, who saw, ran, slowly, to us,” she said.",
        "Cole, 41, of Easton, a cook, fed the geese.",
        "She has lived in Easton, Ohio, Midtown, Maine, and Harlow, Iowa, since May 4, 1998, with a cat.",
    ],
)
def few_commas(article: Article, *, most: int = 5) -> Flags:
    """More than five commas, or two insertions between a subject and its verb, ask the reader to hold too much open.

    Commas of series, of figures and dates, between a town and its state, around an age and inside quotation marks do
    not count. The worst sentence is pointed at.
    """
    worst: tuple[int, Sentence, str] | None = None
    for zone in article.zones_of(Kind.LEAD, Kind.BODY):
        if article.prose.count(",", zone.start, zone.end) < 3:
            continue
        for sentence in zone.sentences:
            commas = article.prose.count(",", sentence.start, sentence.end)
            if not 3 <= commas <= _LIST or (worst is not None and commas <= worst[0]):
                continue
            said = _too_much(sentence, commas, most)
            if said:
                worst = (commas, sentence, said)
    if worst is not None:
        yield flag(worst[1], worst[2])


#: With more commas it is no sentence but a list.
_LIST = 60


def _too_much(sentence: Sentence, commas: int, most: int) -> str:
    """What is too much in a sentence; "" when nothing is."""
    article = sentence.article
    if sentence.quoted or article.prose.count(";", sentence.start, sentence.end) > 1:
        return ""
    if commas > most:
        bare = compiled(_COUNTLESS).sub(lambda match: match[0].replace(",", " "), sentence.prose)
        left = compiled(_SERIES).sub(lambda match: match[0].replace(",", " "), bare).count(",")
        if left > most:
            return f"{left} commas in one sentence; make it two"
    found = find_insertions(sentence)
    if found is not None and len(found.spans) > 1 and any(_is_clause(sentence, span) for span in found.spans):
        return f"{len(found.spans)} insertions before the verb; make it two sentences"
    return ""


def _is_clause(sentence: Sentence, span: Span) -> bool:
    opener = compiled(r"(?:who|whom|whose|which|where)\b")
    return opener.match(sentence.article.folded, span.start) is not None


#: Commas of figures, dates, towns with their states, ages and titles after names.
_COUNTLESS = (
    r"\d,\d|[A-Z][a-z]+\.? \d{1,2}, \d{4},?|, \d{1,3},|\b[A-Z][\w.’'-]*, (?:[A-Z][a-z]+\.?|[A-Z]\.?[A-Z]\.?)"
    r"(?: [A-Z][a-z]+)?,?(?=[\s.])"
)
#: Items of up to seven words, the last after “and” or “or”.
_ITEM = r"[^\s,;:]++(?:\s[^\s,;:]++){0,6}"
_SERIES = rf"(?:{_ITEM},\s){{1,30}}(?:{_ITEM},?\s)?(?:and|or|&)\s"


@rule(
    "readability-subject-verb-gap",
    severity="suggestion",
    certainty="medium",
    default=False,
    summary="Verb is far from its subject",
    bad=[
        "^The lock, which the town bought from a bankrupt mill in May after a winter of rain and two floods, needs a "
        "gate.^",
        "It rained.\n\n^Ruiz, who learned to sail on a pond behind the school that her mother kept for thirty years in "
        "Easton, won.^",
    ],
    good=[
        "The lock, which the town bought in May, needs a gate.",
        "The town bought the lock, which leaks, from a bankrupt mill in May after a winter of rain and two floods.",
        "“The lock, which the town bought from a bankrupt mill in May after a winter of rain and two floods, leaks.”",
    ],
)
def verb_is_near(sentence: Sentence, *, words: int = 15) -> Flags:
    """Fifteen words between a subject and its verb, and the reader has lost the subject. Told by commas alone, without
    a parser, so it is off: it does not see all.
    """
    if not 2 <= sentence.prose.count(",") <= _LIST or sentence.quoted:
        return
    found = find_insertions(sentence)
    if found is None:
        return
    gap = sentence.article.count_words(found.subject.end, found.verb)
    if gap >= words:
        yield flag(sentence, f"{gap} words between the subject and its verb")
