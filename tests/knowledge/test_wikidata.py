"""What a SPARQL service answers, well and badly, by a server on this machine."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from copydesk.knowledge.registry import open_registry
from copydesk.knowledge.wikidata import Held, Service, SparqlError, differences, fetch, office_words

Answer = tuple[int, dict[str, str], bytes]


class Server:
    """A SPARQL service: `answers` are given in turn, the last one again and again; `queries` is what was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer | Callable[[str], Answer]] = []
        self.queries: list[str] = []
        self.agents: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                query = parse_qs(body)["query"][0]
                outer.queries.append(query)
                outer.agents.append(self.headers["User-Agent"])
                answer = outer.answers.pop(0) if len(outer.answers) > 1 else outer.answers[0]
                status, headers, data = answer(query) if callable(answer) else answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/sparql"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.server.shutdown()
    made.server.server_close()


def row(person: str, office: str, iso: str, start: str, end: str = "", **more: str) -> dict[str, Any]:
    said = {
        "person": f"http://www.wikidata.org/entity/Q{abs(hash(person)) % 10**6}", "personLabel": person,
        "office": "http://www.wikidata.org/entity/Q1", "officeLabel": office, "iso": iso,
        "start": f"{start}T00:00:00Z", "startPrec": "11",
    } | ({"end": f"{end}T00:00:00Z", "endPrec": "11"} if end else {}) | more  # fmt: skip
    return {name: {"type": "literal", "value": value} for name, value in said.items()}


def results(*rows: dict[str, Any]) -> Answer:
    return (
        200,
        {"Content-Type": "application/sparql-results+json"},
        json.dumps({"results": {"bindings": rows}}).encode(),
    )


def service(server: Server, **more: Any) -> Service:
    return Service(server.url, **({"pause": 0.01, "tries": 3, "timeout": 5} | more))


BIDEN = row("Joe Biden", "President of the United States", "US", "2021-01-20", "2025-01-20")
TRUMP = row("Donald Trump", "President of the United States", "US", "2025-01-20")


def test_terms_are_read_page_by_page(server: Server) -> None:
    rows = [row(f"Ana Ruiz {chr(65 + i)}", "President of France", "FR", f"20{i:02}-01-01") for i in range(1, 6)]

    def page(query: str) -> Answer:
        limit, offset = (int(query.split(word)[1].split()[0]) for word in ("LIMIT", "OFFSET"))
        return results(*rows[offset : offset + limit])

    server.answers = [page]
    found = fetch(service(server), ["FR"], [], since=date(2000, 1, 1), page=2)
    assert [held.person for held in found] == [f"Ana Ruiz {c}" for c in "BCDEF"]
    assert len(server.queries) == 3
    assert 'VALUES ?iso { "FR" }' in server.queries[0]
    assert all(agent.startswith("copydesk/") for agent in server.agents)


def test_offices_are_asked_for_too(server: Server) -> None:
    server.answers = [results(BIDEN)]
    found = fetch(service(server), [], ["Q11696"], since=date(2000, 1, 1))
    assert found[0].jurisdiction == "US"
    assert "wd:Q11696" in server.queries[0]


def test_an_overloaded_service_is_asked_again(server: Server) -> None:
    waits: list[float] = []
    server.answers = [(503, {}, b""), (429, {"Retry-After": "7"}, b"slow down"), results(TRUMP)]
    asked = Service(server.url, pause=1, tries=3, sleep=waits.append)
    assert fetch(asked, ["US"], [], since=date(2000, 1, 1))[0].person == "Donald Trump"
    assert waits == [1, 7]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((500, {}, b"oops"), "answers 500 .*; tried 3 times"),
        ((400, {}, b"bad query"), "answers 400"),
        ((200, {}, b"<html>maintenance</html>"), "no JSON: “<html>maintenance"),
        ((200, {}, b""), "no JSON: empty"),
        ((200, {}, b'{"results": []}'), "no SPARQL result"),
        ((200, {}, b'{"results": {"bindings": [{"person": "x"}]}}'), "no SPARQL result"),
        ((200, {}, b"\xff\xfe\x00"), "no JSON"),
        ((200, {"Content-Length": "500"}, b'{"results"'), "IncompleteRead|no JSON"),
    ],
)
def test_a_bad_answer_is_a_clear_error(server: Server, answer: Answer, message: str) -> None:
    server.answers = [answer]
    with pytest.raises(SparqlError, match=message):
        fetch(service(server), ["US"], [], since=date(2000, 1, 1))
    assert server.queries


def test_a_silent_service_is_given_up(server: Server) -> None:
    silent = threading.Event()

    def never(query: str) -> Answer:
        silent.wait(5)
        return results()

    server.answers = [never]
    try:
        with pytest.raises(SparqlError, match=r"gave no answer within 0\.2 seconds; tried 2 times"):
            fetch(service(server, timeout=0.2, tries=2), ["US"], [], since=date(2000, 1, 1))
    finally:
        silent.set()


def test_a_service_that_is_not_there(server: Server) -> None:
    with pytest.raises(SparqlError, match="refused"):
        fetch(Service("http://127.0.0.1:1/", tries=1), ["US"], [], since=date(2000, 1, 1))
    with pytest.raises(SparqlError, match="no address of a service"):
        fetch(Service("nowhere", tries=1), ["US"], [], since=date(2000, 1, 1))


def test_rows_without_label_day_or_month_are_left_out(server: Server) -> None:
    server.answers = [
        results(
            row("Q42", "President of France", "FR", "2020-01-01"),
            row("Ana Ruiz", "President of France", "FR", "2020-01-01", startPrec="9"),
            row("Tom Lee", "President of France", "FR", "2020-03-01", startPrec="10"),
            row("Sam Fry", "President of France", "FR", "broken"),
        )
    ]
    (held,) = fetch(service(server), ["FR"], [], since=date(2000, 1, 1))
    assert (held.person, held.precision) == ("Tom Lee", "month")


def test_only_what_the_registry_lacks_is_written_down() -> None:
    title, on = "President of the United States", date(2029, 2, 1)
    held = [
        Held("Joe Biden", title, "US", date(2021, 1, 20), date(2025, 1, 20), "day", False, "Q1"),
        Held("Donald Trump", title, "US", date(2025, 1, 20), date(2029, 1, 20), "day", False, "Q2"),
        Held("Ana Ruiz", title, "US", date(2029, 1, 20), None, "day", False, "Q3"),
        Held("Tom Lee", "Keeper of the Lighthouse", "US", date(2029, 1, 20), None, "day", False, "Q4"),
    ]
    trump, ruiz = differences(held, open_registry(), on)
    assert (trump["change"], trump["person"], trump["end"]) == ("end", "Donald Trump", "2029-01-20")
    assert (ruiz["change"], ruiz["start"], ruiz["as_of"], ruiz["place"]) == (
        "term", "2029-01-20", "2029-02-01", "United States",
    )  # fmt: skip


def test_an_office_is_told_from_its_label() -> None:
    assert office_words("President of the United States") == "president"
    assert office_words("Prime Minister of New Zealand") == "prime minister"
    assert office_words("Secretary of State") == "secretary"
    assert office_words("Minister for Foreign Affairs of Sweden") == "minister for foreign affairs"
