"""Datelines: place, region, date, agency and dash; and openings with a dash that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reading.dateline import parse_dateline


def parts(text: str, *, strict: bool = False) -> dict[str, object]:
    """The parts of a dateline as text; empty when it is none."""
    dateline = parse_dateline(text, 0, len(text), strict=strict)
    if dateline is None:
        return {}
    spans = {part: getattr(dateline, part) for part in ("city", "region", "date", "agency", "dash")}
    found: dict[str, object] = {part: text[slice(*span)] for part, span in spans.items() if span}
    if dateline.is_label:
        found["label"] = True
    return found


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("EASTON — ", {"city": "EASTON", "dash": "—"}),
        ("EASTON – ", {"city": "EASTON", "dash": "–"}),
        ("EASTON - ", {"city": "EASTON", "dash": "-"}),
        ("EASTON -- ", {"city": "EASTON", "dash": "--"}),
        ("EASTON ― ", {"city": "EASTON", "dash": "―"}),
        ("EASTON—", {"city": "EASTON", "dash": "—"}),
        ("EASTON (AP) _ ", {"city": "EASTON", "agency": "AP", "dash": "_"}),
        ("WEST EASTON, Ohio — ", {"city": "WEST EASTON", "region": "Ohio", "dash": "—"}),
        ("FRESNO, CA — ", {"city": "FRESNO", "region": "CA", "dash": "—"}),
        ("DES MOINES, Ia. — ", {"city": "DES MOINES", "region": "Ia.", "dash": "—"}),
        ("ST. LOUIS, Mo. – ", {"city": "ST. LOUIS", "region": "Mo.", "dash": "–"}),
        ("WASHINGTON, D.C. — ", {"city": "WASHINGTON", "region": "D.C.", "dash": "—"}),
        ("WASHINGTON D.C. — ", {"city": "WASHINGTON", "region": "D.C.", "dash": "—"}),
        ("LVIV, UKRAINE — ", {"city": "LVIV", "region": "UKRAINE", "dash": "—"}),
        ("HALIFAX, Nova Scotia — ", {"city": "HALIFAX", "region": "Nova Scotia", "dash": "—"}),
        ("McALLEN, Texas — ", {"city": "McALLEN", "region": "Texas", "dash": "—"}),
        ("RIO DE JANEIRO — ", {"city": "RIO DE JANEIRO", "dash": "—"}),
        ("ABOARD AIR FORCE ONE — ", {"city": "ABOARD AIR FORCE ONE", "dash": "—"}),
        ("UNITED NATIONS (AP) — ", {"city": "UNITED NATIONS", "agency": "AP", "dash": "—"}),
        ("LONDON, March 4 (Reuters) - ", {"city": "LONDON", "date": "March 4", "agency": "Reuters", "dash": "-"}),
        (
            "LVIV, Ukraine, March 4 (AP) — ",
            {"city": "LVIV", "region": "Ukraine", "date": "March 4", "agency": "AP", "dash": "—"},
        ),
        ("Boston (March 4, 2025) - ", {"city": "Boston", "date": "March 4, 2025", "dash": "-"}),
        (
            "NEW YORK, March 4, 2025 /PRNewswire/ -- ",
            {"city": "NEW YORK", "date": "March 4, 2025", "agency": "PRNewswire", "dash": "--"},
        ),
        ("(Racine, WI) – ", {"city": "Racine", "region": "WI", "dash": "–"}),
        ("[RACINE, Wis.] — ", {"city": "RACINE", "region": "Wis.", "dash": "—"}),
        ("Oslo — ", {"city": "Oslo", "dash": "—"}),
        ("Easton, Pa. — ", {"city": "Easton", "region": "Pa.", "dash": "—"}),
        ("Paris/Berlin -- ", {"city": "Paris/Berlin", "dash": "--"}),
        ("OPINION – ", {"city": "OPINION", "dash": "–", "label": True}),
        ("WORLD NEWS — ", {"city": "WORLD NEWS", "dash": "—", "label": True}),
        ("Business — ", {"city": "Business", "dash": "—", "label": True}),
        ("BREAKING - ", {"city": "BREAKING", "dash": "-", "label": True}),
    ],
)
def test_forms(opening: str, expected: dict[str, object]) -> None:
    assert parts(opening + "The council met Tuesday to talk about the pool.") == expected


@pytest.mark.parametrize(
    "opening",
    [
        "Sports — and plenty of them — kept the town awake.",
        "Oslo — the film, not the city — opens Friday.",
        "Paris — Texas, not France — has a new mayor.",
        "Time — and a lot of it — is what the city needs.",
        "Easton — The town has no pool.",
        "The council — which met Monday — voted for the plan.",
        "NASA — the space agency — said it would wait.",
        "NATO — The alliance said it would wait.",
        "NOTE — The council meets Friday.",
        "Q — What comes next?",
        "Pool-side seats sold out Friday.",
        "Mayor Ana Ruiz (D - Ohio) met the council.",
        "MIDTOWN —",
        "The vote was 7-2.",
    ],
)
def test_openings_that_are_no_dateline(opening: str) -> None:
    assert parts(opening) == {}


def test_strict_wants_more_than_capitals() -> None:
    assert parts("OSLO — The king opened a pool.", strict=True)["city"] == "OSLO"
    assert parts("EASTON, Pa. — The mayor opened a pool.", strict=True)["city"] == "EASTON"
    assert parts("EASTON — The mayor opened a pool.", strict=True) == {}
    assert parts("SPORTS — The Rams won.", strict=True) == {}


def test_offsets_are_the_article_s() -> None:
    text = "Pool opens\n\nOSLO (AP) — The king opened a pool."
    dateline = parse_dateline(text, 12, len(text))
    assert dateline is not None
    assert (dateline.start, text[dateline.start : dateline.end]) == (12, "OSLO (AP) —")


PIECES = st.sampled_from(
    ["OSLO", "Oslo", ",", " ", "Ohio", "(", ")", "AP", "March 4", "—", "-", "--", "|", "/", "The", "a", "."]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)), st.booleans())
def test_total_and_in_range(text: str, strict: bool) -> None:
    dateline = parse_dateline(text, 0, len(text), strict=strict)
    if dateline is None:
        return
    spans = [dateline.city, dateline.region, dateline.date, dateline.agency, dateline.dash]
    assert all(dateline.start <= span.start < span.end <= dateline.end for span in spans if span)
    assert dateline.end == dateline.dash.end
