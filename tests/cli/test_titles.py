"""`copydesk titles` and the newsroom's own facts in its configuration."""

import csv
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

PINTER = '[[term]]\nperson = "Dolores Pinter"\noffice = "mayor"\nplace = "Harlow Falls"\nstart = 2024-01-08\n'


@pytest.fixture
def own(newsroom: Path) -> Path:
    (newsroom / "copydesk.toml").write_text('titles = ["desk/titles.toml"]\n')
    (newsroom / "desk").mkdir()
    (newsroom / "desk" / "titles.toml").write_text(PINTER)
    return newsroom


def test_who(run: Run) -> None:
    shown = run("titles", "who", "Joe Biden", "--date", "2022-06-01")
    assert shown.exit_code == 0
    assert "* 2021-01-20 to 2025-01-20   president, United States" in shown.output
    assert "  2009-01-20 to 2017-01-20   vice president" in shown.output
    unknown = run("titles", "who", "Ana Ruiz")
    assert (unknown.exit_code, unknown.output) == (1, "copydesk: the registry knows nobody called Ana Ruiz\n")
    assert run("titles", "who", "Joe Biden", "--date", "June").exit_code == 2


def test_who_as_json(run: Run) -> None:
    (person,) = json.loads(run("titles", "who", "Merkel", "--date", "2010-01-01", "--format", "json").output)
    assert person["name"] == "Angela Merkel"
    assert [(term["office"], term["state"]) for term in person["terms"]] == [("chancellor", "in")]


@pytest.mark.parametrize(
    ("phrase", "on", "words"),
    [
        ("former President Donald Trump", "2025-02-12", "holds the office (wrong: called former)"),
        ("President Donald Trump", "2025-02-12", "holds the office (right)"),
        ("President Joe Biden", "2025-02-12", "no longer holds the office (wrong, unless it tells of the past)"),
        ("ex-President Joe Biden", "2025-02-12", "no longer holds the office (right)"),
        ("President-elect Joe Biden", "2020-12-01", "does not hold the office yet (right)"),
        ("President Joe Biden", "2025-01-20", "takes over or leaves about that day (not judged)"),
        ("former Florida Gov. Ron DeSantis", "2023-05-24", "Ron DeSantis, governor, Florida"),
        ("former South Dakota Gov. Kristi Noem", "2025-05-06", "no longer holds the office (right)"),
        ("German Chancellor Merkel", "2010-01-01", "Angela Merkel, chancellor, Germany: on 2010-01-01 holds"),
    ],
)
def test_why(run: Run, phrase: str, on: str, words: str) -> None:
    assert words in run("titles", "why", phrase, "--date", on).output


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Mayor Ana Ruiz", "knows no name in"),
        ("lighthouse keeper Joe Biden", "no office is known"),
        ("Atlantis President Joe Biden", "knows no place “Atlantis”"),
        ("French President Joe Biden", "has no term of Joe Biden as president, French"),
    ],
)
def test_why_not(run: Run, phrase: str, words: str) -> None:
    shown = run("titles", "why", phrase, "--date", "2022-06-01")
    assert shown.exit_code == 1
    assert words in shown.output


def test_why_as_json(run: Run) -> None:
    shown = run("titles", "why", "former President Donald Trump", "--date", "2025-02-12", "--format", "json")
    (answer,) = json.loads(shown.output)["answers"]
    assert (answer["state"], answer["agrees"]) == ("in", False)
    assert answer["rows"][0]["start"] == "2025-01-20"


def test_own_facts_are_found_through_the_configuration(own: Path, run: Run) -> None:
    assert "* since 2024-01-08" in run("titles", "who", "Dolores Pinter", "--date", "2026-01-01").output
    assert 'titles = ["' in run("config", "--show-origin").output
    assert "copydesk.toml:1" in run("config", "--show-origin").output


def test_check(own: Path, run: Run) -> None:
    fine = run("titles", "check", "--date", "2024-06-01")
    assert fine.exit_code == 0
    assert "1 of the newsroom's own" in fine.output
    (own / "desk" / "titles.toml").write_text(PINTER + "scheduled_end = 2025-01-01\n")
    stale = run("titles", "check", "--date", "2025-06-01")
    assert stale.exit_code == 1
    assert "wrong: Dolores Pinter, mayor, Harlow Falls (since 2024-01-08): was to end on 2025-01-01" in stale.output
    (own / "desk" / "titles.toml").write_text(PINTER + PINTER.replace("Dolores Pinter", "Sam Fry"))
    overlap = run("titles", "check")
    assert overlap.exit_code == 1
    assert overlap.output.startswith("desk/titles.toml:6: Sam Fry as mayor of Harlow Falls")


def test_gaps_and_old_rows_are_notes(own: Path, run: Run) -> None:
    earlier = PINTER.replace("Dolores Pinter", "Sam Fry").replace("2024-01-08", "2010-01-08\nend = 2020-01-08")
    (own / "desk" / "titles.toml").write_text(earlier + PINTER)
    shown = run("titles", "check", "--date", "2026-06-01")
    assert shown.exit_code == 0
    assert "note: Sam Fry, mayor, Harlow Falls (2010-01-08 to 2020-01-08): nobody from 2020-01-08" in shown.output
    assert "note: Dolores Pinter, mayor, Harlow Falls (since 2024-01-08): open, and not looked at since" in shown.output


def test_wrong_facts_stop_a_check_before_anything_is_reported(own: Path, run: Run) -> None:
    (own / "desk" / "titles.toml").write_text(PINTER.replace("mayor", "mayer"))
    (own / "a.md").write_text("The vote is Wednesday.\n")
    shown = run("check", "a.md")
    assert shown.exit_code == 2
    assert 'desk/titles.toml:1: there is no office "mayer"; did you mean "mayor"?' in shown.output
    (own / "desk" / "titles.toml").unlink()
    missing = run("check", "a.md")
    assert missing.exit_code == 2
    assert "copydesk.toml:1: titles names desk/titles.toml, but there is no such file" in missing.output


@pytest.fixture
def endpoint() -> Iterator[str]:
    said = {
        "personLabel": "Ana Ruiz", "officeLabel": "President of France", "iso": "FR",
        "start": "2027-05-14T00:00:00Z", "startPrec": "11",
    }  # fmt: skip
    bindings = [{name: {"value": value} for name, value in said.items()}]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(404 if self.path == "/missing" else 200)
            self.end_headers()
            self.wfile.write(json.dumps({"results": {"bindings": bindings}}).encode())

        def log_message(self, *args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_refresh_writes_a_file_to_review_that_can_be_kept(endpoint: str, newsroom: Path, run: Run) -> None:
    shown = run("titles", "refresh", "--endpoint", f"{endpoint}/", "--country", "FR", "--output", "new.csv")
    assert shown.exit_code == 0, shown.output
    assert shown.output == "1 terms read, 1 that the registry lacks written to new.csv\n"
    (row,) = csv.DictReader((newsroom / "new.csv").open())
    assert (row["change"], row["person"], row["office"], row["place"]) == ("term", "Ana Ruiz", "president", "France")
    end = '[[end]]\nperson = "Emmanuel Macron"\noffice = "president"\nplace = "France"\nend = 2027-05-14\n'
    (newsroom / "end.toml").write_text(end)
    kept = run("titles", "who", "Ana Ruiz", "--date", "2027-06-01", "--titles", "new.csv", "--titles", "end.toml")
    assert "since 2027-05-14           president, France" in kept.output
    assert run("titles", "who", "Ana Ruiz").exit_code == 1


def test_refresh_says_what_failed(endpoint: str, newsroom: Path, run: Run) -> None:
    shown = run("titles", "refresh", "--endpoint", f"{endpoint}/missing", "--country", "FR", "-o", "new.csv")
    assert shown.exit_code == 2
    assert shown.output.startswith(f"copydesk: {endpoint}/missing: answers 404")
    assert not (newsroom / "new.csv").exists()
    assert run("titles", "refresh", "--country", "France", "-o", "new.csv").exit_code == 2


def test_a_run_says_once_how_many_titles_it_could_not_judge(newsroom: Path, run: Run) -> None:
    for number in range(2):
        story = "French President Emmanuel Macron said Tuesday that the harbor would reopen.\n"
        (newsroom / f"{number}.md").write_text(story)
    late = run("check", "--select", "title", "--date", "2035-04-03")
    assert late.stderr.count("not checked") == 1
    assert "2 titles were not checked: the registry of office-holders ends on" in late.stderr
    assert "not checked" not in run("check", "--select", "title", "--date", "2024-04-02").stderr
    assert "not checked" not in run("check", "--select", "title", "--date", "2035-04-03", "--format", "json").stderr
