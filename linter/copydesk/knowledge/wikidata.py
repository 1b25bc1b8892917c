"""Office-holders asked of Wikidata, or of any SPARQL service with its data, and held against the registry.

Nothing that comes back goes into the registry: it becomes rows of `own.COLUMNS` for an editor to read and to keep.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from copydesk import __version__
from copydesk.knowledge.model import Term
from copydesk.knowledge.own import COLUMNS
from copydesk.knowledge.registry import Registry
from copydesk.knowledge.spans import span_of
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

ENDPOINT = "https://query.wikidata.org/sparql"
AGENT = f"copydesk/{__version__} (titles refresh)"
#: Answers that are worth asking for again.
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
#: Bytes of one answer: more is no page of terms.
MOST_BYTES = 64_000_000

_QUERY = """\
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX bd: <http://www.bigdata.com/rdf#>
SELECT ?person ?personLabel ?office ?officeLabel ?iso ?start ?startPrec ?end ?endPrec ?nature WHERE {
%s
  ?person p:P39 ?st .
  ?st ps:P39 ?office ; wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
  ?st pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrec ] .
  OPTIONAL { ?st pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrec ] }
  OPTIONAL { ?st pq:P5102 ?nature }
  FILTER(?start >= "%s"^^<http://www.w3.org/2001/XMLSchema#dateTime>)
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en" }
}
ORDER BY ?office ?start ?person
LIMIT %d OFFSET %d
"""
_HEADS = "  VALUES ?iso { %s }\n  ?jur wdt:P297 ?iso ; (wdt:P1906|wdt:P1313) ?office ."
_OFFICES = "  VALUES ?office { %s }\n  ?office (wdt:P1001|wdt:P17)/wdt:P297 ?iso ."


class SparqlError(RuntimeError):
    """A service that cannot be reached, or whose answer is no SPARQL result; the message says which."""


class Held(NamedTuple):
    """One term as the service has it. person, office: labels.  jurisdiction: an ISO code.  precision: of its dates."""

    person: str
    office: str
    jurisdiction: str
    start: date
    end: date | None
    precision: str
    acting: bool
    item: str


class Service:
    """A SPARQL service. tries: how often a question is put, with a growing pause between.

    Raises SparqlError for an endpoint that is no http address.
    """

    def __init__(
        self,
        endpoint: str = ENDPOINT,
        *,
        timeout: float = 60,
        tries: int = 4,
        pause: float = 2,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        if not endpoint.lower().startswith(("http://", "https://")):
            raise SparqlError(f"{endpoint}: no address of a service; it begins with https://")
        self.endpoint = endpoint
        self.timeout = timeout
        self.tries = tries
        self.pause = pause
        self._sleep = sleep

    def rows(self, query: str) -> list[dict[str, str]]:
        """The rows of a query's answer, values by variable. Raises SparqlError."""
        answer = self._ask(query)
        try:
            bindings = json.loads(answer)["results"]["bindings"]
            return [{name: str(cell["value"]) for name, cell in row.items()} for row in bindings]
        except ValueError:
            raise SparqlError(f"{self.endpoint}: the answer is no JSON: {_start_of(answer)}") from None
        except (KeyError, TypeError, AttributeError):
            raise SparqlError(f"{self.endpoint}: the answer is no SPARQL result: {_start_of(answer)}") from None

    def _ask(self, query: str) -> bytes:
        headers = {
            "User-Agent": AGENT,
            "Accept": "application/sparql-results+json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        request = Request(self.endpoint, urlencode({"query": query}).encode(), headers)
        for attempt in range(1, self.tries + 1):
            wait = self.pause * 2 ** (attempt - 1)
            try:
                with urlopen(request, timeout=self.timeout) as response:
                    answer: bytes = response.read(MOST_BYTES + 1)
                if len(answer) > MOST_BYTES:
                    raise SparqlError(f"{self.endpoint}: the answer is larger than {MOST_BYTES // 1_000_000} MB")
                return answer
            except HTTPError as error:
                what = f"answers {error.code} {error.reason}"
                with error:
                    after = error.headers.get("Retry-After", "")
                if error.code not in AGAIN:
                    raise SparqlError(f"{self.endpoint}: {what}") from None
                wait = max(wait, min(float(after), 120)) if after.isdigit() else wait
            except TimeoutError:
                what = f"gave no answer within {self.timeout:g} seconds"
            except URLError as error:
                timed_out = isinstance(error.reason, TimeoutError)
                what = f"gave no answer within {self.timeout:g} seconds" if timed_out else f"{error.reason}"
            except (OSError, ValueError) as error:
                what = f"{type(error).__name__}: {error}"
            if attempt < self.tries:
                self._sleep(wait)
        raise SparqlError(f"{self.endpoint}: {what}; tried {self.tries} times")


def fetch(
    service: Service, countries: Sequence[str], offices: Sequence[str], *, since: date, page: int = 2000
) -> list[Held]:
    """The terms of the heads of state and of government of countries (ISO codes), and of offices (Wikidata items).

    Asked for `page` rows at a time. Raises SparqlError.
    """
    found: list[Held] = []
    heads = _HEADS % " ".join(f'"{code}"' for code in countries) if countries else ""
    items = _OFFICES % " ".join(f"wd:{item}" for item in offices) if offices else ""
    for part in filter(None, (heads, items)):
        offset = 0
        while True:
            rows = service.rows(_QUERY % (part, f"{since}T00:00:00Z", page, offset))
            found += filter(None, map(_held, rows))
            offset += len(rows)
            if len(rows) < page:
                break
    return list(dict.fromkeys(found))


def _held(row: dict[str, str]) -> Held | None:
    """A row as a term; None for one without a label, or without a day or month of its start."""
    start, end = _day(row.get("start")), _day(row.get("end"))
    person, office = row.get("personLabel", ""), row.get("officeLabel", "")
    if start is None or not office or compiled(r"Q\d+|").fullmatch(person):
        return None
    precisions = [row.get("startPrec", "11")] + ([row.get("endPrec", "11")] if end else [])
    if not all(precision in ("10", "11") for precision in precisions):
        return None
    precision = "month" if "10" in precisions else "day"
    item = row.get("person", "").rpartition("/")[2]
    return Held(person, office, row.get("iso", ""), start, end, precision, bool(row.get("nature")), item)


def _day(value: str | None) -> date | None:
    match = compiled(r"(\d{4})-(\d\d)-(\d\d)").match(value or "")
    try:
        return date(int(match[1]), int(match[2]) or 1, int(match[3]) or 1) if match else None
    except ValueError:
        return None


def differences(held: Iterable[Held], registry: Registry, on: date) -> Iterator[dict[str, str]]:
    """What the service has and the registry lacks, as rows of `COLUMNS`; `on` is the day that the service was asked.

    A term is closed only where the service gives its end, and year-precise dates never come this far.
    """
    for term in held:
        ids = registry.offices_in(office_words(term.office), term.jurisdiction)
        office = ids[0] if ids else next(iter(registry.office_forms().get(office_words(term.office), ())), "")
        if not office or term.jurisdiction not in registry.jurisdictions:
            continue
        known = [
            row for person in registry.people(term.person) for row in registry.terms(person)
            if row.office == office and row.jurisdiction == term.jurisdiction
        ]  # fmt: skip
        same = next((row for row in known if _same(row, term)), None)
        title, place = registry.offices[office].title, registry.jurisdictions[term.jurisdiction].name
        row = dict.fromkeys(COLUMNS, "") | {
            "person": term.person,
            "office": title,
            "place": place,
            "source": f"Wikidata {term.item}, {on}",
        }
        if same is None:
            also = bool(registry.people(term.person))
            yield row | {
                "change": "term",
                "start": _cell(term.start, term.precision),
                "end": _cell(term.end, term.precision),
                "acting": "true" if term.acting else "",
                "as_of": "" if term.end else str(on),
                "same_person": "" if known or not also else "true",
                "note": f"the registry has: {'; '.join(map(span_of, known))}" if known else "new",
            }
        elif same.end is None and term.end is not None:
            yield row | {"change": "end", "end": str(term.end), "note": f"the registry has: {span_of(same)}"}


def office_words(label: str) -> str:
    """An office's words out of its label: "President of the United States" is "president"."""
    return compiled(r" of (?:the )?[A-Z].*$").sub("", label).lower()


def _same(row: Term, term: Held) -> bool:
    """Whether a row of the registry is the service's term: its start is about the same, or it covers it."""
    near = row.tolerance + timedelta(31 if term.precision == "month" else 0)
    if row.start is None:
        return row.end == term.end
    if abs(row.start - term.start) <= near:
        return row.end is None or term.end is None or abs(row.end - term.end) <= near or row.end >= term.end
    return row.start <= term.start and (row.end is None or (term.end or date.max) <= row.end + near)


def _cell(day: date | None, precision: str) -> str:
    return "" if day is None else day.isoformat()[: 7 if precision == "month" else 10]


def _start_of(answer: bytes) -> str:
    text = " ".join(answer[:200].decode("utf-8", "replace").split())
    return f"“{text[:80]}…”" if text else "empty"
