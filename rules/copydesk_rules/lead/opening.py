"""With what the opening paragraph begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Good, Kind, Span, compiled, flag, rule
from copydesk_rules._facts import fold, table
from copydesk_rules._initialisms import Initialism, initialisms, known
from copydesk_rules.lead._opening import after_dateline, is_slow

if TYPE_CHECKING:
    from copydesk import Context, Flags, Lead, Person

_WEEKDAY = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_MONTH = (
    r"(?:Jan(?:\.|uary)|Feb(?:\.|ruary)|Mar(?:\.|ch)|Apr(?:\.|il)|May|June?|July?|Aug(?:\.|ust)|Sept?(?:\.|ember)|"
    r"Oct(?:\.|ober)|Nov(?:\.|ember)|Dec(?:\.|ember))"
)


@rule(
    "lead-quote-start",
    severity="suggestion",
    summary="Lead opens with a quotation",
    bad=[
        "^“The belt just went,”^ Delia Marsh said Monday after her ferry stopped.\n\nNobody was hurt.",
        'MIDTOWN — ^"We swam,"^ Mo Khan said Monday.\n\nThe ferry had stopped.',
    ],
    good=[
        "The ferry stopped Monday. “The belt just went,” June Adler said.\n\nNobody was hurt.",
        "“Ferry Tales,” a play about the river, opens Friday.\n\nIt is long.",
        "---\ntitle: The belt\nkind: feature\n---\n“The belt just went,” June Adler said.\n\nNobody was hurt.",
    ],
)
def lead_opens_with_news(lead: Lead) -> Flags:
    """A quotation in front makes the reader guess who speaks, and of what. Tell the news; let the words follow.

    Features and opinion (`kind:`) are let be.
    """
    start = after_dateline(lead)
    if is_slow(lead.article) or lead.article.prose[start : start + 1] not in ("“", '"', "”"):
        return
    for quote in lead.article.quotes:
        if quote.start == start and quote.kind == "speech" and not quote.level and not quote.orphan:
            yield flag(quote, "Begin with the news; let the words follow")


@rule(
    "lead-question-start",
    severity="suggestion",
    summary="Lead opens with a question",
    bad=[
        "^Have you seen the ferry?^\n\nIt stopped Monday.",
        "MIDTOWN — ^Who will pay for the belt?^ The council will say Friday.\n\nIt is dear.",
    ],
    good=[
        "The ferry stopped. Who will pay?\n\nThe council will say.",
        "“Who will pay?” June Adler asked Monday.\n\nNobody said.",
        "---\ntitle: Who pays\nkind: explainer\n---\nWho will pay for the belt?\n\nThe council.",
    ],
)
def lead_answers(lead: Lead) -> Flags:
    """Readers come for answers. A question in front puts off the news, and many answer it with no."""
    start = after_dateline(lead)
    if is_slow(lead.article):
        return
    for sentence in lead.sentences:
        if sentence.end > start:
            said = lead.article.prose[start : sentence.end].rstrip("\u2060 \n")
            if said.endswith("?") and not lead.article.is_quoted(start, start + 1):
                yield flag(Span(start, start + len(said)), "Begin with the answer")
            return


_HOUR = r"(?: (?:morning|afternoon|evening|night))?"
_DAY = rf"(?:{_WEEKDAY})day{_HOUR}"
#: A month and day of no year, or of none that is said.
_DATE = rf"{_MONTH} \d\d?(?!\d|,? \d{{4}})"
_WEAK = (
    r"(?:There (?:is|are|was|were|has been|have been)|It (?:is|was|has been))\b|According to [^,.\n]{2,60},|"
    r"In a (?:move|decision|step|ruling|case|twist|surprise move) that\b|In what (?:may|could|might|is|was|has)\b"
)
_WHEN = (
    rf"(?:(?:Early|Late|Earlier|Later) )?(?:[Oo]n|[Ll]ast|[Tt]his) (?:the \w+ of )?(?:{_DAY}|{_DATE}|week|year|month)"
    rf"(?:, {_DATE})?,|(?:(?:Early|Late) )?{_DAY},|(?:Yesterday|Today){_HOUR},|"
    r"(?:At|Around|About|Just (?:before|after)) (?:\d\d?(?::\d\d)? [ap]\.m\.|noon|midnight)"
    rf"(?: (?:on )?(?:{_DAY}|{_DATE}))?,"
)
#: A place of one or two words; a month and a year are none.
_WHERE = rf"(?:Here in|In) (?!{_MONTH}\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?,(?! [A-Z][a-z]*\.?,| \d)"


@rule(
    "lead-weak-opening",
    severity="suggestion",
    summary="Lead opens with something that is not the news",
    bad=[
        "^On Friday,^ the ferry stopped for good.\n\nA belt had snapped.",
        "^According to the county,^ the ferry will stop for good.\n\nA belt had snapped.",
        "^There are^ no ferries left in Midtown.\n\nThe last one stopped Friday.",
        "MIDTOWN — ^In a move that^ surprised its riders, the ferry line quit.\n\nA belt had snapped.",
        "^On the evening of Nov. 3,^ the ferry stopped.\n\nA belt had snapped.",
        "^Early Sunday,^ the ferry stopped.\n\nA belt had snapped.",
        "^In Midtown,^ the ferry has stopped.\n\nA belt had snapped.",
    ],
    good=[
        "The ferry stopped Friday for good.\n\nThere are no others.",
        "The ferry will stop for good, according to the county.\n\nA belt had snapped.",
        "On Nov. 3, 1911, the first ferry crossed the river.\n\nIt sank in May.",
        "In August 1911, the first ferry crossed the river.\n\nIt sank in May.",
        "There, the ferry lay.\n\nIt was Friday.",
        "---\ntitle: The last boat\nkind: feature\n---\nThere is a bench on the ferry dock.\n\nMo Khan sits on it.",
    ],
)
def lead_begins_with_who_or_what(lead: Lead) -> Flags:
    """The first words are for the news: who did what. Who says so, when it was and where, can follow; “There is” need
    not.

    A day in another year is history, and may be the news itself.
    """
    article = lead.article
    if is_slow(article):
        return
    start = after_dateline(lead)
    match = compiled(rf"{_WEAK}|{_WHEN}|{_WHERE}").match(article.prose, start, lead.end)
    if match and not article.is_quoted(*match.span()):
        yield flag(Span(*match.span()), "Begin with who did what")


_TIME = (
    rf"\b(?:{_WEEKDAY})day|\b(?:today|tonight|yesterday|tomorrow|now|currently|recently|overnight|weekend|noon|"
    r"(?:this|last|next|earlier|later|past|every|each|same|one|two|three|four|five|six|\d+|few|several) (?:this )?"
    r"(?:morning|afternoon|evening|night|day|week|month|year|spring|summer|fall|autumn|winter|season|quarter|decade|"
    r"hour|term|session|half)s?|ago|daily|weekly|annual\w*|when|after|as|while|during|since|until|before)\b|"
    rf"\b{_MONTH} \d|\b(?:19|20)\d\d\b|\b{_MONTH}\b"
)
_HAPPENED = (
    r"(?<!has )(?<!have )(?<!had )(?<!who )(?<!that )\b(?:voted|approved|rejected|died|was killed|were killed|"
    r"was arrested|were arrested|was charged|was sentenced|ruled|resigned|sued|crashed|collapsed|elected|vetoed|"
    r"fired)\b"
)


@rule(
    "lead-no-time",
    severity="suggestion",
    certainty="medium",
    summary="Neither the lead nor the next paragraph says when",
    bad=[
        "MIDTOWN (AP) — ^The county board voted to sell the ferry.^\n\nIt loses money, the board said.\n\nIt is old.",
        "By Ana Ruiz\n\n^The council approved a belt for the ferry.^\n\nIt costs $900.\n\nThe mayor is glad.",
        "^A judge rejected a suit against the ferry line.^\n\nThe line is glad.",
    ],
    good=[
        "MIDTOWN (AP) — The county board voted Monday to sell the ferry.\n\nThe line loses money.\n\nIt is old.",
        "MIDTOWN (AP) — The county board voted to sell the ferry.\n\nThe vote on Monday was 5-4.\n\nIt is old.",
        "MIDTOWN (AP) — The ferry is old.\n\nIt loses money, the board said.\n\nNobody rides it.",
        "The county board has voted nine times on the ferry.\n\nThe line loses money.\n\nIt is old.",
        "---\nkind: obituary\n---\nBy Ana Ruiz\n\nThe captain died at home.\n\nHe was 90.\n\nHe rowed.",
    ],
)
def lead_says_when(lead: Lead) -> Flags:
    """News happened at some time, and the reader wants it in the first two paragraphs: a weekday, a date, “this week”.

    Only news is held to it: a story whose first sentence tells of one event in the past.
    """
    article = lead.article
    if is_slow(article):
        return
    start = after_dateline(lead)
    first = article.sentence_at(start)
    if first is None or not compiled(_HAPPENED).search(article.prose, start, min(first.end, lead.end)):
        return
    following = next((zone for zone in article.zones_of(Kind.BODY) if zone.start >= lead.end), lead)
    if not compiled(_TIME, re.I).search(article.prose, start, following.end):
        yield flag(Span(start, lead.end), "Say when it happened")


@rule(
    "lead-acronym",
    severity="suggestion",
    summary="An abbreviation in the lead that few readers know",
    bad=[
        "The ^MRFC^ stopped its ferry Monday.\n\nThe Midtown River Ferry Co. has one boat.",
        "A ferry of the ^MRFC^ stopped Monday.\n\nThe MRFC has one.",
    ],
    good=[
        "The FBI searched the ferry Monday.\n\nIt found a belt.",
        "The ferry line stopped its boat Monday.\n\nThe Midtown River Ferry Co. (MRFC) has one.",
        "The Midtown River Ferry Co. (MRFC) stopped its boat Monday.\n\nThe MRFC has one.",
        Good("The MRFC stopped its ferry Monday.\n\nIt has one.", options={"also": ("MRFC",)}),
        "THE FERRY STOPPED MONDAY.\n\nA belt snapped.",
    ],
)
def lead_without_initials(lead: Lead, *, also: tuple[str, ...] = ()) -> Flags:
    """An abbreviation that readers must look up stops them in the first sentence: say “the labor board”.

    Those that everybody knows are let be; `also` names those that a newsroom's readers know.
    """
    if is_slow(lead.article):
        return
    start = after_dateline(lead)
    for one in initialisms(lead.article):
        if start <= one.start < lead.end and one.letters not in also and _is_strange(lead, one):
            yield flag(one, f"Say in words what {one.letters} is")
            return


def _is_strange(lead: Lead, one: Initialism) -> bool:
    """Whether it is an abbreviation for sure, few readers know it, and the lead does not say what it stands for."""
    prose, letters = lead.article.prose, one.letters
    plain = letters.isupper() and 3 <= len(letters) <= 6 and not one.dotted and not one.shouted
    if not plain or letters in known() or set(letters) <= _ROMAN:
        return False
    if f" {letters.lower()} " in prose or f"({letters})" in lead.prose:
        return False
    return prose[one.start - 1 : one.start] not in _TIED_TO and prose[one.end : one.end + 1] not in _TIED_TO


_ROMAN = frozenset("IVXLC")
#: Marks that make capitals a part of something longer.
_TIED_TO = tuple("(-/.#@&")


@rule(
    "lead-unfamiliar-name",
    severity="suggestion",
    certainty="low",
    summary="Lead opens with a name that readers do not know",
    bad=[
        "^Uche Okonkwo^ died Monday on his ferry.\n\nOkonkwo had run it since 1990.",
        "MIDTOWN — ^Delia Marsh^ said Monday she would sell the ferry.\n\nMarsh owns it.",
    ],
    good=[
        "A ferry captain died Monday.\n\nUche Okonkwo had run the ferry since 1990.",
        "Uche Okonkwo, who ran the ferry, died Monday.\n\nOkonkwo was 80.",
        "Mayor Delia Marsh said Monday she would sell the ferry.\n\nMarsh owns it.",
        "# Okonkwo dies\n\nUche Okonkwo died Monday on his ferry.\n\nOkonkwo had run it since 1990.",
        "Barack Obama rode the ferry Monday.\n\nObama paid.",
        "Serena Williams rode the ferry Monday.\n\nWilliams paid.",
    ],
)
def lead_without_strangers(lead: Lead, context: Context, *, also: tuple[str, ...] = ()) -> Flags:
    """A name that tells the reader nothing goes into the second paragraph; the lead says who it is: “a ferry captain”.

    People with a title or a description beside the name, those whom the headline names, holders of offices and those
    of world fame (`data/famous.tsv`, and `also`) are known, and let be.
    """
    article = lead.article
    if is_slow(article):
        return
    start = after_dateline(lead)
    person = next((one for one in article.people if one.start >= start), None)
    if person is None or person.start != start or not person.is_full:
        return
    titled = any(mention.title for mention in person.identity.mentions)
    known = titled or person.name in also or _is_in_headline(person) or _is_famous(person.name)
    if not known and _acts(person) and not context.registry.people(person.identity.name):
        yield flag(person, "Say in the lead who this is, and name the person in the next paragraph")


def _is_in_headline(person: Person) -> bool:
    title = person.article.title
    return title is not None and bool(person.surname) and person.surname.lower() in title.text.lower()


def _acts(person: Person) -> bool:
    """Whether a verb stands right behind the name, and no comma or bracket that says who it is."""
    return compiled(r" (?!and\b)[a-z]+").match(person.article.prose, person.end) is not None


def _is_famous(name: str) -> bool:
    """Whether the pack's list has the name, as people write it."""
    return fold(name) in {fold(row[0]) for row in table("famous")}


@rule(
    "lead-background-first",
    severity="suggestion",
    summary="Lead makes the reader wait for the news",
    bad=[
        "^Although the board had argued since spring about the price of a new belt for its only ferry,^ it voted "
        "Monday to buy one.\n\nIt costs $900.",
        "MIDTOWN — ^After a winter in which the ferry stopped nine times and two of its captains quit in anger,^ the "
        "county sold it Monday.\n\nIt is old.",
    ],
    good=[
        "After a cold winter, the county sold its ferry Monday.\n\nIt is old.",
        "The county sold its ferry Monday after a winter in which it stopped nine times and two captains quit.\n\nOld.",
        "---\nkind: feature\n---\nAlthough the board had argued since spring about the price of a new belt for its "
        "only ferry, it bought one.\n\nIt costs $900.",
    ],
)
def lead_news_before_background(lead: Lead, *, most: int = 12) -> Flags:
    """A long clause of background in front (“Although …”, “After …”) makes the reader wait for the verb that is news.

    `most` is the words that such a clause may have.
    """
    article = lead.article
    if is_slow(article):
        return
    start = after_dateline(lead)
    opens = r"(?:Although|Though|After|As|While|When|Because|Since|With|Despite|Amid|Following|Even though|Before|If)\b"
    sentence = article.sentence_at(start)
    if sentence is None or not compiled(opens).match(article.prose, start):
        return
    goes_on = compiled(r",\s+(?!and |or |but |\w+ing |who |which |where )[a-zA-Z]")
    comma = article.prose.find(",", start, sentence.end)
    while comma >= 0 and not goes_on.match(article.prose, comma):
        comma = article.prose.find(",", comma + 1, sentence.end)
    if comma >= 0 and article.count_words(start, comma) > most:
        yield flag(
            Span(start, comma + 1), f"{article.count_words(start, comma)} words before the news; put them after it"
        )
