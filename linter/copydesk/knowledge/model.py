"""What the registry of office-holders knows: people, offices, jurisdictions, and who held which office when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from copydesk.model.record import NamedTuple

#: Words before or after an office that change what is claimed; they are no part of an office's form. The offices of
#: deputies have forms of their own ("vice president", "deputy prime minister").
RANK_WORDS = frozenset(
    "vice deputy assistant associate first second acting interim caretaker then then- late outgoing incoming former "
    "ex ex- onetime one-time elect -elect designate -designate emeritus emerita honorary shadow".split()
)
#: Days past a row's `as_of` in which an office that was held then is taken to be held still.
GRACE = 120
#: Days by which the edge of a term may be out, by the precision of its dates; a year never decides.
TOLERANCE = {"day": 1, "month": 31}

Precision = Literal["day", "month", "year"]
State = Literal["in", "before", "after", "edge", "unknown"]


class Person(NamedTuple):
    """A person who holds or held an office.

    name: as news copy writes it in full.  aliases: other full forms.  surname_safe: no one else in the registry has
    the surname.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    surname: str
    surname_safe: bool


class Office(NamedTuple):
    """An office. Forms are as copy writes them in the middle of a sentence, in lower case where AP has it so.

    title: the form alone, "secretary of state".  before: forms before a name ("Secretary of State", "Gov."), the
    house's first.  after: forms alone and after a name.  abbr: the abbreviation before a name, "" for none.
    plurals: forms before several names.  single: one person holds it at a time in a jurisdiction.
    """

    id: str
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    abbr: str
    plurals: tuple[str, ...]
    single: bool


class Jurisdiction(NamedTuple):
    """A country, a state or an organisation that has offices.

    id: its ISO 3166 code ("UA", "US-GA"), or a name for what has none ("NATO").  demonyms: "Ukrainian".
    short: "U.S.".  kind: "country", "state", "organisation", or "place" for a newsroom's own.  parent: an id or "".
    """

    id: str
    name: str
    demonyms: tuple[str, ...]
    short: tuple[str, ...]
    kind: str
    parent: str


class Term(NamedTuple):
    """One person in one office from `start` up to, and without, `end`.

    person, office, jurisdiction: ids.  start: None when no source gives it.  end: None for an office held on `as_of`.
    precision: of both dates.  slack: days by which the sources differ on either.  scheduled_end: when the office will
    have to be given up, which is no event.  as_of: the day up to which the source is known to be right.
    own: the newsroom says so.
    """

    person: str
    office: str
    jurisdiction: str
    start: date | None
    end: date | None
    precision: Precision
    slack: int
    acting: bool
    scheduled_end: date | None
    as_of: date
    source: str
    note: str = ""
    own: bool = False

    @property
    def tolerance(self) -> timedelta:
        """How far from its true place either date may be."""
        return timedelta(TOLERANCE.get(self.precision, 366) + self.slack)

    def state(self, on: date) -> State:
        """What this row alone says of the day `on`."""
        near = self.tolerance
        if self.start is not None and self.start - on > near:
            return "before" if self.precision != "year" else "unknown"
        if self.end is not None and on - self.end > near:
            return "after" if self.precision != "year" else "unknown"
        if self.precision == "year" or self.start is None:
            return "unknown"
        if on - self.start <= near or (self.end is not None and self.end - on <= near):
            return "edge"
        if self.end is None and on > self.last_known:
            return "unknown"
        return "in"

    @property
    def last_known(self) -> date:
        """The last day on which an open term counts as known."""
        late = self.as_of + min(timedelta(GRACE), date.max - self.as_of)
        return late if self.scheduled_end is None else min(late, self.scheduled_end - self.tolerance)


class Status(NamedTuple):
    """Whether someone holds an office on a day. terms: the rows this rests on, by their start.

    state: "in"; "before" (not yet, never earlier); "after" (held it earlier, and perhaps will again); "edge" (within
    tolerance of a handover); "unknown" (no row, or none that is recent or precise enough).
    """

    state: State
    terms: tuple[Term, ...] = ()


def status_of(terms: Iterable[Term], on: date) -> Status:
    """What someone's rows for one office say together of the day `on`.

    The first of these that any row gives decides: in, edge, unknown. Otherwise rows that are over make it "after".
    """
    rows = tuple(sorted(terms, key=lambda term: term.start or date.min))
    found = {row: row.state(on) for row in rows}
    order: tuple[State, ...] = ("in", "edge", "unknown")
    for state in order:
        if state in found.values():
            return Status(state, tuple(row for row in rows if found[row] == state))
    if not rows:
        return Status("unknown")
    return Status("after" if "after" in found.values() else "before", rows)
