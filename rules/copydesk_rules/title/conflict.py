"""What people are called for the office they hold."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from copydesk import Bad, Good, flag, rule
from copydesk_rules.title._claims import ELECT, FORMER, reported
from copydesk_rules.title._forms import people_of_surname
from copydesk_rules.title._tenure import (
    STORY_ZONES,
    claims_now,
    find_takings,
    fits,
    leaves,
    rises,
    same_seat,
    surely_present,
    titles_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flags, Office, Person

#: Titles of a story that are looked at: more is no story.
_MOST = 100


@rule(
    "title-conflict",
    severity="warning",
    summary="Story calls the same person former and current holder of an office",
    hints=("former", "ex-", "onetime", "one-time", "erstwhile", "-elect", "-designate"),
    bad=[
        "The boat club invited ^former President Ana Ruiz^ to its regatta.\n\n"
        "Since her inauguration two weeks ago, Ruiz has sold the presidential yacht.",
        "The mural shows ^former U.S. President Tom Lee^, who grew up over the bakery.\n\n"
        "In the stretch between the recount and his inauguration last week, Lee came home only once.",
        "A letter from ^former Gov. Mo Khan^ was read aloud.\n\nKhan, who took office in January, was not there.",
        "The plan came from ^former Mayor Ana Ruiz^.\n\nRuiz was sworn in as mayor two weeks ago.",
        "Critics of ^former Prime Minister Tom Lee^ were not convinced.\n\n"
        "Lee returned to power last month after four years.",
        "The order was drafted for ^former Peruvian President Ana Ruiz^.\n\n"
        "Peru has a new budget. Ruiz’s inauguration last week drew thousands.",
        "Police asked ^former Mayor Mo Khan^ for help.\n\nMayor Khan said Tuesday that the city would pay.",
        "The report faults ^former Gov. Ana Ruiz^.\n\n“It is unfair,” Gov. Ruiz said Monday.",
        "The suit names ^former President Tom Lee^.\n\n"
        "Since taking office earlier this year, Lee has faced three others.",
        "The panel questioned ^President-elect Ana Ruiz^.\n\nRuiz was inaugurated last month.",
        "Backers of ^former Chancellor Mo Khan^ filled the hall.\n\nLast month, Khan took the oath of office.",
        "Tom Lee, the ^former mayor^, cut the ribbon.\n\n"
        "Lee, who was sworn in three weeks ago as mayor, thanked the crew.",
        "Donors to ^ex-President Ana Ruiz^ were named.\n\nRuiz’s second term began last month.",
        "The fund backed ^former Premier Tom Lee^.\n\nLee reassumed office this week.",
        Bad(
            "The map was drawn for ^former Gov. Ana Ruiz^.\n\nRuiz took office in January 2025 after a close race.",
            date="2025-02-12",
        ),
    ],
    good=[
        "The council thanked former President Tom Lee.\n\n"
        "Lee spoke Monday about the months before his inauguration in 2017.",
        "When Mayor Ana Ruiz took office in 2017, the pool was new. Former Mayor Ruiz said Monday it should close.",
        "The suit names former Gov. Ana Ruiz.\n\nIn 2019, Gov. Ruiz said Monday was a holiday.",
        "Former President Tom Lee spoke.\n\n"
        "President Ana Ruiz’s inauguration last month drew thousands. Ruiz sat next to him.",
        "Former President Tom Lee attended his inauguration last month.\n\nPresident Mo Khan thanked him.",
        "Former Gov. Tom Lee was there.\n\nLee was sworn in last month as senator.",
        "Former Gov. Ana Ruiz spoke.\n\nSen. Ana Ruiz said Monday she would vote no. Ruiz took office in January.",
        "Former Mayor Tom Lee spoke.\n\nMayor Ana Lee said Monday the pool would close.",
        "“We owe it to former President Ruiz,” Lee said.\n\nSince her inauguration last month, Ruiz has been silent.",
        "Former Gov. Ana Ruiz was sworn in Monday as governor.\n\nRuiz took office last month at a small ceremony.",
        "An aide met former Mayor Mo Khan.\n\nIn 2021, then-Mayor Khan took office in January.",
        "The talks drew the former and current presidents. President Ana Ruiz said Monday she was pleased.",
        "Former Senate President Tom Lee spoke.\n\nSince his inauguration last month, Lee has vetoed two bills.",
        "Former President Ana Ruiz testified.\n\nRuiz took office in January and resigned in March.",
        "Former Vice President Tom Lee spoke.\n\nSince his inauguration last month, President Lee has met the mayor.",
        Good("The court ruled for former Gov. Mo Khan.\n\nKhan took office in January 2011.", date="2025-02-12"),
        "In 2022 an inquiry cleared former President Tom Lee.\n\nLee took office last month.",
        "Former President Tom Lee urged calm ahead of the vote.\n\nHe will be sworn in next month if he wins.",
        "Former Prime Minister Ana Ruiz, whose rival took office last month, spoke. Tom Lee took office last month.",
    ],
)
def title_agrees_with_story(article: Article) -> Flags:
    """A person the story calls “former” must not be shown by the same story to hold the office now.

    The story speaks for itself, no register is asked: a recent inauguration, oath or return to office of the
    same person, or the bare title with a present verb. Another year in the sentence, a “then-”, a departure
    told in the story, two people of one surname, another office and quotations keep the rule silent.
    """
    suspects = [pair for pair in islice(_called_former(article), _MOST) if _may_be_wrong(article, *pair)]
    if not suspects:
        return
    takings = find_takings(article)
    for office, person in suspects:
        if office.start in reported(article):
            continue
        proof = next(((t.start, t.end) for t in takings if fits(office, person, t)), None) or _now(office, person)
        if proof is None or people_of_surname(article, person.identity.surname) > 1 or leaves(article, person.identity):
            continue
        line, _ = article.lines.line_column(proof[0])
        label = "former" if office.marked(*FORMER) else "-elect"
        words = " ".join(article.text[proof[0] : proof[1]].split())
        end = office.end if office.place == "after a name" else person.end
        yield flag(office.part(office.start, end), f"“{label}”, but line {line} has “{words}”")


def _called_former(article: Article) -> Iterator[tuple[Office, Person]]:
    """Titles that are claimed for the past or the future in the newsroom's own words, with whom they are given to."""
    for office in article.offices:
        if office.person is None or office.kind != "formal" or not office.marked(*FORMER, *ELECT):
            continue
        if office.marked("then", "late", "acting", "interim") or office.zone is None:
            continue
        if office.zone.kind in STORY_ZONES and not office.quoted:
            shared = (person for person in article.people if person.title is office)
            for person in shared if office.plural else (office.person,):
                yield office, person


def _may_be_wrong(article: Article, office: Office, person: Person) -> bool:
    """Whether a "former" is about today, and not the subject of its own return to office."""
    sentence = article.sentence_at(office.start)
    if sentence is None:
        return False
    last = max(office.end, person.end)
    return surely_present(article, sentence) and not rises(article.prose[last : sentence.end])


def _now(office: Office, person: Person) -> tuple[int, int] | None:
    """Where the story gives the same person the same office as one held now; of who is only elect that is no wonder."""
    if not office.marked(*FORMER):
        return None
    article = office.article
    for other in titles_of(article).get(id(person.identity), ()):
        holder, sentence, zone = other.person, article.sentence_at(other.start), other.zone
        if holder is None or sentence is None or zone is None or zone.kind not in STORY_ZONES or other.quoted:
            continue
        if any(mark.word not in _IN_OFFICE for mark in other.marks) or not same_seat(office, other):
            continue
        if claims_now(other, holder, sentence):
            return min(other.start, holder.start), max(other.end, holder.end)
    return None


_IN_OFFICE = ("current", "sitting", "incumbent", "new")
