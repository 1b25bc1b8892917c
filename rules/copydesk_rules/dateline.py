"""The place line that opens a story: `CITY, State (AGENCY) —`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import ALIASES, Bad, Good, Span, compiled, flag, rule
from copydesk_rules._facts import City, State, cities, fold, states

if TYPE_CHECKING:
    from copydesk import Article, Context, Dateline, Flags

_MONTHS = {
    "jan": "Jan", "feb": "Feb", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "Aug", "sep": "Sept", "oct": "Oct", "nov": "Nov", "dec": "Dec",
}  # fmt: skip
_AGENCIES = {
    "ap": "associated press", "reuters": "reuters", "afp": "agence france-presse", "upi": "united press international",
    "dpa": "deutsche presse-agentur", "efe": "efe", "bloomberg": "bloomberg", "xinhua": "xinhua", "tass": "tass",
    "pa": "press association", "cp": "canadian press", "ap news": "associated press", "ians": "ians", "ani": "ani",
    "pti": "press trust of india",
}  # fmt: skip
#: Kinds of copy that carry no dateline whatever their section.
_UNDATED = frozenset(
    "explainer analysis opinion editorial column live live-blog liveblog roundup round-up brief".split()
)

#: How a state's name is clipped: "N. Dakota", "W. Virginia".
_QUARTERS = {"n": "north ", "s": "south ", "w": "west "}


def _words(dateline: Dateline, span: tuple[int, int] | None) -> str:
    """The source's words of one part of a dateline, "" when it has none."""
    return dateline.article.text[span[0] : span[1]] if span else ""


def _city(dateline: Dateline) -> City | None:
    return cities().get(fold(_words(dateline, dateline.city)))


def _state(dateline: Dateline) -> State | None:
    """The state or province of a dateline, unless the city is known to lie in a country of that name."""
    region = compiled(r"^([nsw])\.? (?=\w)").sub(lambda m: _QUARTERS[m[1]], fold(_words(dateline, dateline.region)))
    state = states().get(region)
    city = _city(dateline)
    if state is None or (city and city.region == state.name != state.dateline):
        return None
    return state


@rule(
    "dateline-section-label",
    severity="error",
    summary="Section name where the dateline’s place should stand",
    bad=[
        "^BUSINESS^ – The cannery let 40 packers go Tuesday.",
        "^WORLD^ — Ferry crews walked out Thursday.",
        "^REAL ESTATE^ – Rents fell in Easton for the first spring in nine.",
        "^LOCAL NEWS^ - The orchard will shut its gates in October.",
    ],
    good=[
        "Business — more than in any summer yet — came back to Main Street Tuesday.",
        "NEWPORT NEWS, Va. — Bakers will feed 200 welders.",
        "HELSINKI — The ferry line will add four boats.",
    ],
)
def dateline_is_a_place(dateline: Dateline, context: Context) -> Flags:
    """The line before the dash says where the story was reported, never which section it runs in.

    The newsroom's own sections (`sections` in copydesk.toml) count as well as the usual ones.
    """
    own = {fold(section) for section in context.sections or ()}
    bare = not (dateline.region or dateline.agency or dateline.date)
    if dateline.is_label or (bare and fold(_words(dateline, dateline.city)) in own and _city(dateline) is None):
        words = _words(dateline, dateline.city)
        yield flag(dateline.city, f"“{words}” is a section, not a place: name where this was reported")


@rule(
    "dateline-city-caps",
    severity="warning",
    summary="Dateline prints the city in capitals and the rest in mixed case",
    fix="safe",
    bad=[
        Bad("^Helsinki^ — The ferry line will add four boats.",
            "HELSINKI — The ferry line will add four boats."),
        Bad("GALWAY, ^IRELAND^ — Trawlers stayed in port.", "GALWAY, Ireland — Trawlers stayed in port."),
        Bad("^Salem^, Ore. — Pickers came early this year.", "SALEM, Ore. — Pickers came early this year."),
    ],
    good=[
        "HELSINKI — The ferry line will add four boats.",
        "GALWAY, Ireland — Trawlers stayed in port.",
        "Florence — the baker’s niece, that is — won the pie contest Monday.",
        "Cider — barrels of it — ran down the street.",
        "McMINNVILLE, Ore. — Pickers came early this year.",
        "Helsinki, a port of ferries, woke to fog Tuesday.",
    ],
)  # fmt: skip
def dateline_city_in_capitals(dateline: Dateline, *, capitals: bool = True) -> Flags:
    """The city of a dateline is in capitals and its state or country is not: “GALWAY, Ireland —”.

    `capitals = false` is the style of houses that print the city as in running text.
    """
    if dateline.is_label:
        return
    city = _words(dateline, dateline.city)
    right = _capitals(city)
    if capitals and city != right and not compiled(r"Ma?c[A-Z]{2}").match(city):
        yield flag(dateline.city, "The city of a dateline is in capitals", replace=right)
    region = _words(dateline, dateline.region)
    if dateline.region and region.isupper() and len(compiled(r"[^\W\d_]").findall(region)) > 3 and "." not in region:
        yield flag(dateline.region, "Only the city of a dateline is in capitals", replace=_mixed(region))


def _capitals(city: str) -> str:
    """A city in capitals, with the small letter that “McMINNVILLE” keeps."""
    return compiled(r"\bMC(?=[A-Z])").sub("Mc", city.upper()) if compiled(r"\bMc[A-Z]").search(city) else city.upper()


def _mixed(region: str) -> str:
    state = states().get(fold(region))
    if state:
        return state.dateline
    return compiled(r"\b(And|Of|The)\b").sub(lambda m: m[0].lower(), region.title())


@rule(
    "dateline-dash",
    severity="warning",
    summary="Wrong dash after the dateline",
    fix="safe",
    bad=[
        Bad("HELSINKI ^–^ The harbor froze.", "HELSINKI — The harbor froze."),
        Bad("HELSINKI ^--^ The harbor froze.", "HELSINKI — The harbor froze."),
        Bad("SPORTS ^-^ Midtown lost by one run Saturday.", "SPORTS — Midtown lost by one run Saturday."),
        Bad("HELSINKI^—^The harbor froze.", "HELSINKI — The harbor froze."),
        Bad("MADRID, May 6 (Reuters) ^—^ Olives got cheaper.", "MADRID, May 6 (Reuters) - Olives got cheaper.",
            options={"dash": "-"}),
    ],
    good=[
        "HELSINKI — The harbor froze.",
        "GALWAY, Ireland (AP) — Trawlers stayed in port.",
        Good("MADRID, May 6 (Reuters) - Olives got cheaper in spring.", options={"dash": "-"}),
        "The creamery – dark since June – has a buyer.",
        Good("<h1>Harbor freezes</h1><p>HELSINKI &mdash; The harbor froze.</p>", path="draft.html"),
    ],
)  # fmt: skip
def dateline_dash(dateline: Dateline, *, dash: str = "—") -> Flags:
    """A dateline ends in a spaced em dash; a house may name another mark with `dash`.

    A dash of the wrong length is a suggestion, any other mark a warning.
    """
    text = dateline.article.prose
    start, end = dateline.dash
    written = text[start:end].strip()
    rest = text[end : end + 40].lstrip("\u2060")  # what is left of a character reference, or of markup
    before, after = text[start - 1 : start].isspace(), rest[:1].isspace()
    if written != dash or not before or not after:
        right = f"{'' if before or written[:1] == ' ' else ' '}{dash}{'' if after else ' '}"
        message = (
            f"A dateline ends in “ {dash} ”" if written == dash else f"A dateline ends in “{dash}”, not “{written}”"
        )
        yield flag(dateline.dash, message, replace=right, severity="suggestion" if written in ("–", "—") else None)


@rule(
    "dateline-state-form",
    severity="error",
    summary="State after a dateline’s city is in its AP form",
    fix="safe",
    bad=[
        Bad("WACO, ^TX^ — The ballpark sold out.", "WACO, Texas — The ballpark sold out."),
        Bad("ELKO, ^NV^ — Ranchers moved their herds.", "ELKO, Nev. — Ranchers moved their herds."),
        Bad("DUBUQUE, ^Ia.^ — The lock froze shut.", "DUBUQUE, Iowa — The lock froze shut."),
        Bad("OCALA, ^Florida^ — Strawberries ripened early.", "OCALA, Fla. — Strawberries ripened early."),
        Bad("NANAIMO, ^BC^ — A ferry ran aground.", "NANAIMO, British Columbia — A ferry ran aground."),
        Bad("WHEELING, ^W. Virginia^ — A glassworks shut.", "WHEELING, W.Va. — A glassworks shut."),
        Bad("SCRANTON, ^Penn.^ (AP) — A bakery moved.", "SCRANTON, Pa. (AP) — A bakery moved."),
    ],
    good=[
        "WACO, Texas — The ballpark sold out.",
        "SALEM, Ore. — Pickers came early this year.",
        "BATUMI, Georgia — Two ferries collided.",
        "BRANDON, Manitoba — Growers prayed for rain.",
        "GALWAY, Ireland — Trawlers stayed in port.",
        "BOSTON, MA — Snow closed the fish market.",
    ],
)
def dateline_state_form(dateline: Dateline, *, spell_out: bool = False) -> Flags:
    """Datelines use the traditional abbreviation of a state, never the postal code.

    Alaska, Hawaii, Idaho, Iowa, Maine, Ohio, Texas, Utah and the Canadian provinces are spelled out. After a
    city that stands alone the state goes, which is dateline-standalone’s to say.
    `spell_out` spells out all of them.
    """
    state = _state(dateline)
    if dateline.is_label or state is None or dateline.region is None or _stands_in(dateline):
        return
    written = " ".join(_words(dateline, dateline.region).split())
    right = state.name if spell_out and state.name != "District of Columbia" else state.dateline
    if written != right and not (written.isupper() and written.casefold() == right.casefold() and "." not in written):
        yield flag(dateline.region, f"“{right}” in a dateline, not “{written}”", replace=right)


@rule(
    "dateline-standalone",
    severity="warning",
    summary="Big cities stand alone in a dateline; others name their state or country",
    certainty="medium",
    fix="safe",
    bad=[
        Bad("BOSTON^, Mass.^ — Snow closed the fish market.", "BOSTON — Snow closed the fish market."),
        Bad("LONDON^, England^ (AP) — Bakers quit.", "LONDON (AP) — Bakers quit."),
        Bad("WASHINGTON^, D.C.^ — The cherries bloomed.", "WASHINGTON — The cherries bloomed."),
        Bad("^ACCRA^ — Cocoa growers met.", "ACCRA, Ghana — Cocoa growers met."),
        Bad("^RALEIGH^ (AP) — The ballpark sold out.", "RALEIGH, N.C. (AP) — The ballpark sold out."),
        "^FRANKLIN^ — The cannery took on 40 packers.",
    ],
    good=[
        "BOSTON — Snow closed the fish market.",
        "GALWAY, Ireland — Trawlers stayed in port.",
        "PORTLAND, Ind. — The creamery has a buyer.",
        "BOSTON, Ga. — Pecan growers met.",
        "UNITED NATIONS (AP) — Envoys went home early.",
        "ABOARD THE FERRY ELLA — The captain turned back for a dog.",
        Good("EASTON — The creamery has a buyer.", options={"local": ("Easton",)}),
    ],
)
def dateline_stands_alone(
    dateline: Dateline, *, alone: tuple[str, ...] = (), local: tuple[str, ...] = (), require_region: bool = True
) -> Flags:
    """AP lists 30 U.S. and some 50 foreign cities that stand alone; every other city takes its state or country.

    `alone` adds cities to the list, `local` names the newsroom's own towns, which need no state;
    `require_region = false` leaves cities without a state alone.
    """
    if dateline.is_label:
        return
    name = _words(dateline, dateline.city)
    folded, region = fold(name), fold(_words(dateline, dateline.region))
    own = {fold(city) for city in (*alone, *local)}
    city = cities().get(folded)
    stands = folded in own or (city is not None and city.alone)
    if stands and dateline.region and city is not None and _same_place(region, city.region):
        extra = Span(dateline.city.end, dateline.region.end)
        yield flag(extra, f"{name} stands alone in a dateline", replace="")
    elif not stands and not dateline.region and require_region and not _is_no_city(folded) and folded not in states():
        if city is not None and city.region:
            yield flag(
                dateline.city, f"{name} takes its state or country: {city.region}", replace=f"{name}, {city.region}"
            )
        else:
            yield flag(dateline.city, f"{name} is not on the list of cities that stand alone: add the state or country")


def _stands_in(dateline: Dateline) -> bool:
    """Whether the city stands alone and what follows it is its own state, which goes."""
    city = _city(dateline)
    return city is not None and city.alone and _same_place(fold(_words(dateline, dateline.region)), city.region)


def _same_place(region: str, known: str) -> bool:
    """Whether the region that is written is the one the famous city lies in: not so in “BOSTON, Ga.”"""
    written, right = states().get(region), states().get(fold(known))
    if fold(known) == region or (written is not None and written == right):
        return True
    country = right.country if right else "United Kingdom" if known == "England" else ""
    return region in _COUNTRIES.get(country, ())


_COUNTRIES = {
    "Canada": ("canada",),
    "United Kingdom": ("united kingdom", "uk", "great britain", "britain"),
    "United States": ("united states", "us", "usa", "united states of america"),
}


def _is_no_city(name: str) -> bool:
    """Ships, stations, seas and lands: places that have no state, and several places at once."""
    return bool(
        compiled(r"(?:aboard|on|near|at|in|off|over|with|along|en route|outside|camp|fort|the|uss|hms|us)\b").match(
            name
        )
    ) or bool(
        compiled(
            r"[/&]|\b(?:and|air (?:force )?base|naval|station|sea|ocean|island|islands|canal|border|strip|bank|"
            r"county)\b"
        ).search(name)
    )


@rule(
    "dateline-date",
    severity="warning",
    summary="Date in the dateline is not in the house’s form",
    fix="unsafe",
    bad=[
        Bad("HELSINKI^, Jan. 9^ — The harbor froze.", "HELSINKI — The harbor froze."),
        Bad("GALWAY, Ireland^, April 8^ (AP) — Trawlers left.", "GALWAY, Ireland (AP) — Trawlers left."),
        Bad("DENVER^ (April 8, 2025)^ — Hail fell.", "DENVER — Hail fell."),
        Bad("MADRID, ^Jan. 9^ (Reuters) - Olives got cheaper.", "MADRID, Jan 9 (Reuters) - Olives got cheaper.",
            options={"form": "month day"}),
        Bad("MADRID, ^30 September^ (Reuters) - Olives fell.", "MADRID, Sept 30 (Reuters) - Olives fell.",
            options={"form": "month day"}),
    ],
    good=[
        "HELSINKI — The harbor froze.",
        "GALWAY, Ireland (AP) — Trawlers left.",
        Good("MADRID, Jan 9 (Reuters) - Olives got cheaper.", options={"form": "month day"}),
    ],
)  # fmt: skip
def dateline_date(dateline: Dateline, *, form: str = "none") -> Flags:
    """AP and NYT datelines carry no date. Reuters' (`form = "month day"`) do: “Jan 9”, without a period."""
    if dateline.date is None:
        return
    start, end = dateline.date
    written = _words(dateline, dateline.date)
    if form == "none":
        prose = dateline.article.prose
        if prose[start - 1] in "([" and prose[end : end + 1] in ")]":
            start, end = start - 1, end + 1
        while start > dateline.city.end and prose[start - 1] in " ,\t\u00a0":
            start -= 1
        yield flag(Span(start, end), f"No date in a dateline: “{written}”", replace="")
        return
    match = compiled(r"([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})|(\d{1,2})\s+([A-Za-z]{3})").search(written)
    if match:
        month = _MONTHS.get((match[1] or match[4]).lower())
        right = f"{month} {match[2] or match[3]}"
        if month and written != right:
            yield flag(dateline.date, f"“{right}” in a dateline, not “{written}”", replace=right)


@rule(
    "dateline-agency",
    severity="suggestion",
    summary="Agency in the dateline and the story’s source do not agree",
    bad=[
        "---\ntitle: Harbor freezes\nauthor: Ana Ruiz\n---\nHELSINKI (^AP^) — The harbor froze Monday.",
        "---\ntitle: Olives fall\nsource: AP\n---\nMADRID (^Reuters^) — Olives got cheaper.",
        "MADRID (^Reuters^) — Olives got cheaper.",
    ],
    good=[
        "---\ntitle: Harbor freezes\nsource: AP\n---\nHELSINKI (AP) — The harbor froze Monday.",
        "---\ntitle: Harbor freezes\nauthor: The Associated Press\n---\nHELSINKI (AP) — The harbor froze Monday.",
        "By The Associated Press\n\nHELSINKI (AP) — The harbor froze Monday.",
        "HELSINKI — The harbor froze Monday.",
    ],
)
def dateline_agency(dateline: Dateline) -> Flags:
    """A news agency named in the dateline is credited in `source:` or the byline as well, and it is the same one."""
    agency = fold(_words(dateline, dateline.agency))
    if agency not in _AGENCIES and agency not in _AGENCIES.values():
        return
    article = dateline.article
    credited = [
        article.text[f.node.start : f.node.end] for f in article.front_matter.fields if f.key.lower() in _CREDITS
    ]
    credited += [byline.text for byline in article.bylines]
    names = {agency, _AGENCIES.get(agency, agency)}
    if not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(text)) for text in credited for name in names):
        written = _words(dateline, dateline.agency)
        yield flag(
            Span(*dateline.agency or (0, 0)), f"({written}) in the dateline, but neither source nor byline credits it"
        )


_CREDITS = frozenset((*ALIASES["source"], *ALIASES["author"], "credit", "agency", "copyright", "wire", "provider"))


@rule(
    "dateline-required",
    severity="suggestion",
    summary="Story of this section has no dateline",
    bad=[
        "^---^\ntitle: Harbor freezes\nsection: World\n---\nThe harbor froze Monday.",
        Bad(
            "^---^\ntitle: Creamery shuts\nsection: state\n---\nThe creamery shut Monday.",
            options={"sections": ("state",)},
        ),
    ],
    good=[
        "---\ntitle: Harbor freezes\nsection: world\n---\nHELSINKI — The harbor froze Monday.",
        "---\ntitle: Beach reopens\nsection: local\n---\nThe beach reopened Monday.",
        "---\ntitle: What the ice means\nsection: world\nkind: explainer\n---\nThe harbor froze Monday.",
        "---\ntitle: Harbor freezes\nsection: world\ndateline: none\n---\nThe harbor froze Monday.",
        "The harbor froze Monday.",
    ],
)
def dateline_is_there(
    article: Article, *, sections: tuple[str, ...] = ("world", "nation", "national", "international")
) -> Flags:
    """Stories of `sections` say where they were reported. Explainers, opinion and live files do not."""
    front = article.front_matter
    section = fold(front.scalar(*ALIASES["section"]) or "")
    kind = fold(front.scalar("kind", "type", "genre") or "").replace(" ", "-")
    if section not in {fold(s) for s in sections} or kind in _UNDATED or article.datelines or front.field("dateline"):
        return
    if any(zone.kind in ("lead", "body") for zone in article.zones):
        yield flag(Span(front.start, front.start + 3), f"A {section} story needs a dateline")


@rule(
    "dateline-mismatch",
    severity="warning",
    summary="Dateline of the metadata and of the text name different places",
    bad=[
        "---\ntitle: Harbor freezes\ndateline: HELSINKI\n---\n^GALWAY, Ireland^ — The harbor froze Monday.",
        "---\ntitle: Creamery shuts\ndateline: Salem, Mass.\n---\n^SALEM, Ore.^ — The creamery shut.",
    ],
    good=[
        "---\ntitle: Harbor freezes\ndateline: HELSINKI\n---\nHELSINKI (AP) — The harbor froze Monday.",
        "---\ntitle: Herds move\ndateline: Elko, NV\n---\nELKO, Nev. — Ranchers moved their herds.",
        "---\ntitle: Harbor freezes\ndateline: none\n---\nHELSINKI — The harbor froze Monday.",
        "---\ntitle: Harbor freezes\n---\nHELSINKI — The harbor froze Monday.",
        "---\ntitle: Harbor freezes\ndateline: Galway\n---\nGALWAY, Ireland — The harbor froze Monday.",
    ],
)
def dateline_agrees(dateline: Dateline) -> Flags:
    """`dateline:` in the metadata and the dateline in the text name the same city, and the same state if both do."""
    written = dateline.article.front_matter.scalar(*ALIASES["dateline"])
    if dateline.is_label or not written or fold(written) in ("none", "no", "false", "true", "yes"):
        return
    place = compiled(r"\s+[—–-]{1,2}|\s*\(").split(written)[0]
    city, _, region = (part.strip() for part in place.partition(","))
    other = _words(dateline, dateline.region)
    same = fold(city) == fold(_words(dateline, dateline.city)) and (
        not region or not other or _one_region(region, other)
    )
    if not same:
        end = dateline.region.end if dateline.region else dateline.city.end
        yield flag(Span(dateline.city.start, end), f"The metadata’s dateline is “{written}”")


def _one_region(one: str, other: str) -> bool:
    known = states()
    return fold(one) == fold(other) or (fold(one) in known and known[fold(one)] == known.get(fold(other)))
