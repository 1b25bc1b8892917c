"""How a house prints a date, and what the rules on dates ask of the copy around one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk import compiled

if TYPE_CHECKING:
    from datetime import date as Date

    from copydesk import Article, DateMention, Located, Span, Zone
    from copydesk.language.dates import DatePart

#: AP's abbreviations of months, used with a day only.
SHORT = {
    "January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
    "November": "Nov.", "December": "Dec.",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
#: Characters of a sentence on either side of a date that a rule looks at: an endless sentence must cost no more.
REACH = 400
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: Nouns that make a name of the date before them: "the September 11 Memorial", "October 17 Street".
_NAMING = frozenset(
    "Street St Avenue Ave Road Boulevard Square Bridge Day Movement Club Committee Commission Group Brigade Battalion "
    "Memorial Museum Fund Act Foundation Victim Victims Families Review National Select Coalition Alliance Army "
    "Agreement Accord Accords Forum Revolution Declaration Attack Attacks Attackers Insurrection Riot".split()
)


def in_order(month: str, day: int | str, order: str, year: int | None = None) -> str:
    """A date as the house prints it: "Feb. 12, 2025" ("mdy") or "12 February 2025" ("dmy")."""
    if order == "dmy":
        return f"{day} {month}" + (f" {year}" if year else "")
    return f"{SHORT.get(month, month)} {day}" + (f", {year}" if year else "")


def long_form(day: Date) -> str:
    """A date in a message: "Feb. 12, 2025"."""
    return in_order(MONTHS[day.month - 1], day.day, "mdy", day.year)


def written(date: DateMention, part: DatePart | Span | Span) -> str:
    """The words of one part of a date."""
    return date.article.text[part.start : part.end]


def in_house_order(date: DateMention, order: str) -> bool:
    """Whether it is a day of a month in the house's order; one in the other order is `date-dmy-order`'s first."""
    return date.form == ("day-month" if order == "dmy" else "month-day")


def is_line(date: DateMention) -> bool:
    """Whether the block is nothing but the date: the date of a letter, a printed stamp."""
    zone = date.zone
    if zone is None or zone.end - zone.start > date.end - date.start + 8:
        return False
    return not compiled(r"[\W_]+").sub("", zone.prose.replace(date.prose, "", 1))


def is_short(date: DateMention, part: DatePart) -> bool:
    """Whether a month or weekday is abbreviated."""
    return len(written(date, part).rstrip(".")) < len(part.name)


def is_name(date: DateMention) -> bool:
    """Whether the date is part of a name: "the September 11 Memorial"."""
    match = compiled(r"(?:th|st|nd|rd)?\s+([A-Z][a-z]+)").match(date.article.prose[date.end : date.end + 24])
    return match is not None and match[1] in _NAMING


def ends_sentence(article: Article, end: int) -> bool:
    """Whether the sentence, or the block, ends at `end`, closing marks aside."""
    sentence = article.sentence_at(end - 1)
    zone = article.zone_at(end - 1)
    stop = sentence.end if sentence else zone.end if zone else len(article.text)
    return stop - end < 12 and not article.prose[end:stop].strip(" \t\r\n\u2060\"'’”)]")


def kept_stop(article: Article, end: int) -> str:
    """The period that must stay when an abbreviation that ends at `end` is spelled out: "." at a sentence's end."""
    return "." if article.text[end - 1] == "." and ends_sentence(article, end) else ""


def sentence_of(item: Located) -> tuple[int, int]:
    """Where the sentence (else the zone) that holds `item` begins and ends, no further than REACH away."""
    holder = item.article.sentence_at(item.start) or item.zone
    start, end = (holder.start, holder.end) if holder else (item.start, item.end)
    return max(start, item.start - REACH), min(end, item.end + REACH)


def other_years(date: DateMention) -> bool:
    """Whether the date's paragraph, or the one before it, tells of a year that is not the story's."""
    zone, story = date.zone, date.article.date.value
    if zone is None:
        return False
    start, end = _zone_before(zone).start, zone.end
    years = date.article.computed(f"years {start}", lambda article: years_in(article, start, end))
    return not years <= ({story.year} if story else set())


def _zone_before(zone: Zone) -> Zone:
    """The block before, when it is running copy like this one."""
    i = zone.article.computed("zone places", lambda article: {z.start: i for i, z in enumerate(article.zones)})[
        zone.start
    ]
    before = zone.article.zones[i - 1] if i else zone
    return before if before.kind in ("lead", "body") else zone


def years_in(article: Article, start: int, end: int) -> frozenset[int]:
    """The four-figure years written in a stretch."""
    found = compiled(r"(?<![\d.,$£€])(?:1[5-9]|20)\d\d(?![\d%]|,\d)").findall(article.prose[start:end])
    return frozenset(map(int, found))


@cache
def _pasts() -> frozenset[str]:
    return frozenset(
        "was were ate became began blew bought broke brought built came caught chose clung crept cut dealt did died "
        "drank drew drove dug fell felt fought found fled flew forgot froze gave got grew had heard held hid hit hung "
        "hurt kept killed knelt knew laid led left lost made met overcame overthrew paid put quit ran rang read rode "
        "rose said sang sank sat saw sent set shook shot shrank shut slept slid sold sought sped spent spoke sprang "
        "stole stood struck sued swam swept swore swung taught threw told took tore undertook underwent upheld went "
        "wept withdrew withheld woke won wore wrote".split()
    )


#: Words in -ed that name no event: what is so, or a plan made rather than carried out.
_NO_EVENT = frozenset(
    "scheduled planned expected slated proposed postponed delayed extended rescheduled moved pushed called based "
    "located needed indeed speed need seed feed breed united limited aged armed red bed wed used supposed intended "
    "hundred sacred naked wicked fixed dated advanced unmarried".split()
)


def is_past(word: str) -> bool:
    """Whether a lower-case word looks like a verb in the past that says what happened."""
    return word in _pasts() or (len(word) > 4 and word.endswith("ed") and word not in _NO_EVENT)
