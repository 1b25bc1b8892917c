"""Companies' names, Latin, ampersands and clipped words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Kind, Span, compiled, flag, rule
from copydesk_rules._habit import where_used
from copydesk_rules.date._style import ends_sentence

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match


#: What troupes, shops and soldiers are called, whose Company is no firm's.
_NO_FIRMS = frozenset(
    "theater theatre ballet dance opera repertory shakespeare stage players acting touring circus puppet rifle "
    "infantry cavalry engine ladder hose fire truck alpha bravo charlie delta easy fox echo able baker dog tank "
    "medical supply headquarters signal military police transportation maintenance engineer engineers marine "
    "airborne good holding parent the a an our your in and trading".split()
)


@rule(
    "abbreviation-company",
    severity="warning",
    fix="safe",
    summary="Co., Corp., Inc. and Ltd. after a company’s name, without a comma",
    bad=[
        Bad("Lee rows for ^Easton Boats, Inc.^ on weekends.", fixed="Lee rows for Easton Boats Inc. on weekends."),
        Bad("^Gull Ferries, Ltd.^ sank two boats.", fixed="Gull Ferries Ltd. sank two boats."),
        Bad("The ^Easton Ferry Company^ sank two boats.", fixed="The Easton Ferry Co. sank two boats."),
        Bad("Park runs ^Gull Boat Corporation^.", fixed="Park runs Gull Boat Corp."),
        Bad("^Gull Boats, Inc.,^ said two sank.", fixed="Gull Boats Inc. said two sank."),
    ],
    good=[
        "Lee rows for Easton Boats Inc. on weekends.",
        "Park keeps good company.",
        "The company sank two boats.",
        "The Easton Ballet Company danced.",
        "Company officials rowed home.",
        "Soldiers of Bravo Company rowed home.",
        "The Corporation for Public Rowing met.",
    ],
)  # fmt: skip
def company_name(article: Article, *, periods: bool = True) -> Flags:
    """Company, corporation, incorporated and limited are Co., Corp., Inc. and Ltd. after a name, with no comma before
    them (AP Stylebook, "company names"). Troupes spell Company out. `periods = false` is for houses that write Inc
    and Co.
    """
    for match in where_used(article, _SHORT_WORDS, _AFTER_COMMA):
        yield from _company(match, periods)
    if any(word in article.prose for word in ("Company", "Corporation", "Incorporated")):
        for match in where_used(article, _LONG_WORDS, _SPELLED_OUT):
            yield from _company(match, periods)


_SHORT_WORDS = frozenset("inc ltd llc l.l.c. corp co".split())
_AFTER_COMMA = r", (?P<short>Inc|Ltd|LLC|L\.L\.C|Corp|Co)\b(?P<stop>\.?)(?P<after>,(?= [a-z]))?(?P<word>)"
_LONG_WORDS = frozenset("company corporation incorporated".split())
_SPELLED_OUT = (
    r"(?P<word>Company|Corporation|Incorporated)(?![\w-])(?! (?:[A-Z]|[Ff]or\b|of\b))(?P<short>)(?P<stop>)(?P<after>)"
)


def _company(match: Match, periods: bool) -> Flags:
    article, word, short = match.article, match.group("word"), match.group("short")
    zone, end = match.zone, match.start - (1 if word else 0)
    named = compiled(_FIRM).search(article.prose, max(zone.start if zone else 0, end - 70), end)
    if named is None or (word and article.prose[end] != " ") or (short == "Co" and not match.group("stop")):
        return
    name = named["name"]
    if name.rpartition(" ")[2].lower() in _NO_FIRMS or (word == "Company" and " " not in name and not named["the"]):
        return
    form = {"Company": "Co", "Corporation": "Corp", "Incorporated": "Inc", "L.L.C": "LLC"}.get(word or short, short)
    stop = "." if periods and form != "LLC" else ""
    if article.prose[match.end : match.end + 1] == ".":
        stop = ""
    elif not stop and match.group("stop") and ends_sentence(article, match.end):
        stop = "."
    comma = "," if match.group("after") and _goes_on(match) else ""
    yield flag(
        Span(named.start("name"), match.end),
        f"Write {name} {form}{'.' if periods and form != 'LLC' else ''}",
        replace=f"{article.text[named.start('name') : end]} {form}{stop}{comma}",
        severity="suggestion" if word else None,
    )


#: A company's name, up to the word for what kind of company it is.
_FIRM = (
    r"(?<![\w’'&.-])(?P<the>[Tt]he )?(?P<name>(?!(?:The|A|An|In|At|For|Of|And|But|On|By|With|From) )[A-Z0-9][\w’'-]*\.?"
    r"(?: (?:[A-Z][\w’'-]*|[A-Z]\.|&|of|and|the(?= [A-Z]))){0,5})\Z"
)


def _goes_on(match: Match) -> bool:
    """Whether the comma after the name is a list's or an appositive's, and not the partner of the one before Inc."""
    after = match.article.prose[match.end : match.end + 8].split()
    return bool(after) and after[0] in ("and", "or", "a", "an", "the", "which", "who", "whose", "but", "one")


@rule(
    "abbreviation-latin",
    severity="suggestion",
    fix="safe",
    summary="English, not e.g., i.e., etc. and et al., in news",
    bad=[
        Bad("Bring fruit, ^e.g.^, plums.", fixed="Bring fruit, for example, plums."),
        Bad("Bring fruit (^e.g.^ plums).", fixed="Bring fruit (for example, plums)."),
        Bad("Park rowed home, ^i.e.^, to Easton.", fixed="Park rowed home, that is, to Easton."),
        Bad("She sold oars, ropes, ^etc.^", fixed="She sold oars, ropes, and so on."),
        Bad("Oars, ropes, ^etc.^, sank.", fixed="Oars, ropes, and so on, sank."),
    ],
    good=[
        "Bring fruit, for example, plums.",
        "“Bring fruit, e.g., plums,” Lee said.",
        "He etched the boat’s name.",
        "The case is Park v. Easton.",
    ],
)
def latin(article: Article) -> Flags:
    """Few readers tell i.e. from e.g.; news says it in English (AP Stylebook, "e.g.", "i.e.", "etc.")."""
    for match in where_used(article, _LATIN_WORDS, _LATIN):
        yield from _in_english(match)


_LATIN_WORDS = frozenset("etc e.g. i.e. al viz".split())
_LATIN = r"(?<![\w.])(?P<latin>[Ee]\.\s?g\.?|[Ii]\.\s?e\.?|(?:and )?etc\b\.?|et al\b\.?|viz\b\.?)(?![\w.@])"


def _in_english(match: Match) -> Flags:
    written = compiled(r"\s").sub("", match.group("latin").lower())
    key = written.removeprefix("and").replace(".", "")
    english = {"eg": "for example", "ie": "that is", "etc": "and so on", "etal": "and others", "viz": "namely"}[key]
    article, end = match.article, match.end
    if key in ("eg", "ie", "viz"):
        if not match.text.endswith(".") and key == "viz":
            return
        english += "" if article.prose[end : end + 1] in (",", ":") else ","
    elif match.text.endswith(".") and ends_sentence(article, end):
        english += "."
    sentence = article.sentence_at(match.start)
    if sentence is not None and match.start == sentence.start:
        english = english[0].upper() + english[1:]
    yield flag(Span(match.start, end), f"Write {english.strip('.,')}", replace=english)


_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


@rule(
    "abbreviation-ampersand",
    severity="warning",
    fix="safe",
    summary="“And”, not “&”, outside a name",
    pattern=r"(?P<before>[\w’'%.)]+)(?P<comma>,?) (?P<mark>&) (?P<after>[\w’']+)",
    hints=(" & ",),
    bad=[
        Bad("Park sells oars ^&^ ropes.", fixed="Park sells oars and ropes."),
        Bad("Oars ^&^ ropes sank.", fixed="Oars and ropes sank."),
        Bad("The shop is open Monday ^&^ Friday.", fixed="The shop is open Monday and Friday."),
    ],
    good=[
        "Park works at Gull & Sons.",
        "AT&T moved into the Park & Ride.",
        "She runs a B&B and an R & D lab.",
        "Oars and ropes sank.",
    ],
)
def no_ampersand(match: Match) -> Flags:
    """An ampersand is part of a name, as in Procter & Gamble, or it is "and" (AP Stylebook, "ampersand")."""
    before, after = match.group("before"), match.group("after")
    opens = (sentence := match.article.sentence_at(match.start)) is not None and sentence.start == match.start
    small = (before.islower() or (opens and before[0].isupper() and not before.isupper())) and after.islower()
    if small or (before in _DAYS and after in _DAYS):
        yield flag(match.span("mark"), "Write “and”", replace="and")


_SHORT = {
    "govt": "government", "dept": "department", "depts": "departments", "assn": "association",
    "approx": "approximately",
    "mgmt": "management", "natl": "national", "intl": "international", "univ": "university",
    "bldg": "building",  "misc": "miscellaneous", "mfg": "manufacturing",
    "vs": "versus", "gov't": "government", "dep't": "department", "int'l": "international", "nat'l": "national",
    "ass'n": "association", "mgr": "manager",
}  # fmt: skip


@rule(
    "abbreviation-shortform",
    severity="suggestion",
    fix="safe",
    summary="Clipped words are spelled out",
    bad=[
        Bad("Park runs the ^dept.^ of boats.", fixed="Park runs the department of boats."),
        Bad("The boat sank ^approx.^ 9 miles out.", fixed="The boat sank approximately 9 miles out."),
        Bad("Park works for the ^govt.^", fixed="Park works for the government."),
        Bad("Easton Police ^Dept.^ divers swam.", fixed="Easton Police Department divers swam."),
        Bad("It is rowing ^vs.^ sailing.", fixed="It is rowing versus sailing."),
    ],
    good=[
        "Park runs the department of boats.",
        "The court ruled in Park v. Easton.",
        "Fans filled the Easton vs. Midtown game.",
        "“The dept. is broke,” Lee said.",
    ],
)  # fmt: skip
def clipped(article: Article) -> Flags:
    """Dept., govt., assn. and approx. save space in notes, not in copy. "Vs." stands in names of cases and games."""
    for match in where_used(article, _CLIPPED_WORDS, _CLIPPED):
        yield from _spelled_out(match)


_CLIPPED_WORDS = frozenset(
    "govt dept depts assn approx mgmt natl intl univ bldg misc mfg mgr vs gov't dep't int'l nat'l ass'n".split()
)
_CLIPPED = (
    r"(?<![\w.@/’'-])(?P<word>[Gg]ovt|[Dd]epts?|[Aa]ssn|[Aa]pprox|[Mm]gmt|[Nn]atl|[Ii]ntl|[Uu]niv|[Bb]ldg|[Mm]isc|[Mm]fg|"
    r"[Mm]gr|vs|[Gg]ov[’']t|[Dd]ep[’']t|[Ii]nt[’']l|[Nn]at[’']l|[Aa]ss[’']n)(?P<stop>\.?)(?![\w@/’'-])"
)


def _spelled_out(match: Match) -> Flags:
    word, article = match.group("word"), match.article
    if word == "vs":
        if (
            match.zone is None
            or match.zone.kind is Kind.LIST
            or "(" in article.prose[max(match.start - 40, 0) : match.start]
        ):
            return
        around = article.prose[max(match.start - 30, 0) : match.start].split(), article.prose[match.end :][:30].split()
        if not (match.group("stop") and around[0] and around[1] and around[0][-1].islower() and around[1][0].islower()):
            return
    elif word.lower() in ("univ", "misc", "mfg") and not match.group("stop"):
        return
    full = _SHORT[word.lower().replace("’", "'")]
    full = full.capitalize() if word[0].isupper() else full
    kept = "." if match.group("stop") and ends_sentence(article, match.end) else ""
    yield flag(match, f"Write {full}", replace=full + kept)
