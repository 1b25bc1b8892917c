"""How titles are written: short forms, small and capital letters, where a title stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Kind
from copydesk_rules._facts import fold

if TYPE_CHECKING:
    from copydesk import Article, Office

#: What is abbreviated before a name, in full and in short; singular and plural.
ABBREVIATED = {
    "governor": ("Gov.", "Govs."), "lieutenant governor": ("Lt. Gov.", "Lt. Govs."), "senator": ("Sen.", "Sens."),
    "representative": ("Rep.", "Reps."), "doctor": ("Dr.", "Drs."), "general": ("Gen.", "Gens."),
    "lieutenant general": ("Lt. Gen.", "Lt. Gens."), "major general": ("Maj. Gen.", "Maj. Gens."),
    "brigadier general": ("Brig. Gen.", "Brig. Gens."), "colonel": ("Col.", "Cols."),
    "lieutenant colonel": ("Lt. Col.", "Lt. Cols."), "major": ("Maj.", "Majs."), "captain": ("Capt.", "Capts."),
    "lieutenant": ("Lt.", "Lts."), "sergeant": ("Sgt.", "Sgts."), "staff sergeant": ("Staff Sgt.", "Staff Sgts."),
    "corporal": ("Cpl.", "Cpls."), "admiral": ("Adm.", "Adms."), "rear admiral": ("Rear Adm.", "Rear Adms."),
    "vice admiral": ("Vice Adm.", "Vice Adms."), "commander": ("Cmdr.", "Cmdrs."),
    "state senator": ("state Sen.", "state Sens."), "state representative": ("state Rep.", "state Reps."),
}  # fmt: skip
#: Occupations that are never capitalised before a name.
JOBS = frozenset(
    "activist actor actress analyst anchor architect artist astronaut athlete attorney author banker biologist blogger "
    "broker builder businessman businesswoman carpenter cartoonist chef chemist choreographer coach columnist comedian "
    "composer conductor consultant contractor critic curator dancer dentist designer developer drummer "
    "economist editor "
    "engineer entrepreneur epidemiologist farmer filmmaker firefighter geologist golfer guitarist historian "
    "illustrator investor journalist lawyer lecturer librarian lobbyist mathematician mechanic meteorologist musician "
    "novelist nurse organizer painter paramedic pharmacist philanthropist philosopher photographer physician physicist "
    "pianist pilot playwright plumber poet politician presenter programmer psychiatrist psychologist publicist "
    "quarterback rapper realtor reporter researcher sculptor singer sociologist songwriter spokesman spokesperson "
    "spokeswoman strategist surgeon swimmer teacher therapist trainer translator tutor veterinarian videographer "
    "violinist volunteer waiter waitress welder writer".split()
)
#: Words of titles that keep their capital: they name a body.
_PROPER = frozenset("treasury senate house fbi cia nato state's".split())
_SMALL = frozenset("of the and for to".split())


def lowered(office: Office) -> str:
    """The office as written, in small letters; names in it keep theirs."""
    words = office.article.text[office.form_span.start : office.form_span.end].split(" ")
    return " ".join(
        word if word.lower() in _PROPER or word.isupper() or "." in word else word.lower() for word in words
    )


def raised(office: Office) -> str:
    """The office as written, in capitals."""
    words = office.article.text[office.form_span.start : office.form_span.end].split(" ")
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def is_plain_zone(office: Office) -> bool:
    """Whether the title stands in running text."""
    zone = office.zone
    return zone is not None and zone.kind in (Kind.LEAD, Kind.BODY, Kind.DECK, Kind.LIST, Kind.CAPTION, Kind.NOTICE)


def begins_sentence(office: Office) -> bool:
    """Whether no word of its sentence stands before the title."""
    sentence = office.article.sentence_at(office.start)
    return sentence is None or sentence.opens_at(office.start)


def people_of_surname(article: Article, surname: str) -> int:
    """How many people of a surname the story names."""
    return len(article.computed("people by surname", _by_surname).get(fold(surname), ()))


def _by_surname(article: Article) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for person in article.people:
        found.setdefault(fold(person.identity.surname), set()).add(id(person.identity))
    return found
