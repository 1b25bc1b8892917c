"""Initialisms: spelled out, in brackets, with periods, in the plural."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import Bad, Good, Span, compiled, flag, rule
from copydesk_rules._facts import fold, states
from copydesk_rules._habit import in_copy, slips_or_habit
from copydesk_rules._initialisms import initialisms, initials, introductions, known
from copydesk_rules.date._style import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Article, Flag, Flags
    from copydesk_rules._initialisms import Initialism


@rule(
    "abbreviation-undefined",
    severity="suggestion",
    certainty="medium",
    summary="An initialism is spelled out before it is used",
    bad=[
        "The ^EFLA^ sank two boats. The EFLA has nine.",
        "Bakers took the case to the ^MBGU^ in May.",
        "Talks between the ^EFLA^ and the ^MBGU^ failed.",
    ],
    good=[
        "The Easton Ferry Line Association sank two boats. The EFLA has nine.",
        "The EFLA (Easton Ferry Line Association) sank two boats.",
        "The bakers’ guild, or MBGU, met.",
        "The FBI and NASA met the CEO of IBM.",
        "Super Bowl XLIV drew few fans.",
        "EASTON, Ohio — Boats sank.",
        "Park owns an F-150 and a BMW.",
        "The stock (NYSE: EFLA) fell.",
        "Lee did NOT row.",
        Good("The EFLA sank two boats.", options={"also": ("EFLA",)}),
    ],
)
def spelled_out(article: Article, *, also: tuple[str, ...] = ()) -> Flags:
    """Readers are owed the whole name first; an initialism that they would not know on sight comes later, if at all (AP
    Stylebook, "abbreviations and acronyms"). FBI, NATO, CEO and other everyday ones need none (`data/initialisms.tsv`);
    `also` adds a newsroom's own. A story that is full of them is reported once.
    """
    unknown: dict[str, Initialism] = {}
    for one in initialisms(article):
        if not one.dotted and 3 <= len(one.letters) <= 6 and one.letters not in unknown:
            unknown[one.letters] = one
    unknown = {name: one for name, one in unknown.items() if name not in also and _needs_words(article, one)}
    if unknown:
        yield from slips_or_habit(
            (
                flag(Span(one.start, one.end), f"{name}: spell it out first")
                for name, one in unknown.items()
                if not _is_spelled_out(article, one)
            ),
            few=2,
        )


def _needs_words(article: Article, one: Initialism) -> bool:
    """Whether capitals are an initialism that readers may not know."""
    name, prose = one.letters, article.prose
    if one.shouted or "&" in name or name in known() or _is_roman(name) or f" {name.lower()} " in prose:
        return False
    if name[0] in "KW" and len(name) == 4:
        return False
    if name in _WORDS or fold(name) in states():
        return False
    before, after = prose[max(one.start - 2, 0) : one.start], prose[one.end : one.end + 2]
    beside_figure = compiled(r"[-\d]").match(after) is not None or compiled(r"[-\d:]\Z|: \Z").search(before) is not None
    named = compiled(r" (?:Act|Bill|bill|Magazine)\b").match(prose[one.end : one.end + 10])
    return not beside_figure and named is None and not compiled(r" \d").match(after)


def _roman() -> re.Pattern[str]:
    return compiled(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def _is_roman(name: str) -> bool:
    return _roman().fullmatch(name) is not None


#: English words that copy prints in capitals to stress them.
_WORDS = frozenset(
    "ALL AND ANY ARE BAD BIG BUT BUY CAN DAY END FOR FREE FROM FULL GET GOOD HAS HAVE HELP HER HERE HIGH HIS HOT "
    "HOW JUST KEEP KEY LAST LESS LIKE LIVE LOOK LOVE MAKE MANY MAY MEN MORE MOST MUCH MUST NEED NEVER NEW NEWS NEXT "
    "NOT NOW OFF OLD ONE ONLY OPEN OUR OUT OVER PAST REAL RED SALE SAVE SAY SEE SHE SIX SOLD SOME STAR STOP SURE "
    "TAKE TEN THAN THAT THE THEM THEN THESE THEY THIS TIME TOP TRUE TRY TWO VERY VOTE WANT WAR WAS WAY WEEK WELL "
    "WHAT WHEN WHERE WHY WILL WITH WORK YEAR YES YOU YOUR NONE EVEN EVER EVERY ALSO AFTER ABOUT ABOVE BACK BEFORE "
    "BOTH EACH NOTE ALERT UPDATE WATCH PHOTO VIDEO ZERO STAFF ABSENT ALWAYS EXACT".split()
)


#: Words that introduce a short form: "the bakers' guild, or MBGU".
_NAMING = r"(?:[,(] ?or|known as|called|dubbed|named|abbreviated|acronym|short for|the name) (?:the |an? )?[“\"(]?\Z"


def _is_spelled_out(article: Article, first: Initialism) -> bool:
    """Whether the words stand before the first use, or right after it."""
    prose, name = article.prose, first.letters
    if compiled(_NAMING).search(prose, max(first.start - 30, 0), first.start):
        return True
    if _is_bracketed(prose, name, min(first.end + 400, len(prose))):
        return True
    near = article.tokens.index(first.end) + 30
    names = {name.lower(), name.lower().replace("us", "u", 1)} if name.startswith("US") else {name.lower()}
    return any(short in letters[:near] for letters in initials(article) for short in names)


def _is_bracketed(prose: str, name: str, stop: int) -> bool:
    """Whether brackets open right before the short form somewhere up to `stop`: “(EFL)”, “(the EFL, …”."""
    at = prose.find(name, 0, stop)
    while at >= 0:
        opened = compiled(r"\([“\"]?(?:the |or |an? )?\Z").search(prose, max(at - 6, 0), at)
        if opened and compiled(r"s?[,;”\")]").match(prose, at + len(name), stop):
            return True
        at = prose.find(name, at + 1, stop)
    return False


@rule(
    "abbreviation-paren",
    severity="suggestion",
    fix="unsafe",
    summary="No short form in brackets after a name",
    bad=[
        Bad("The Easton Ferry Line^ (EFL)^ sank two boats.", fixed="The Easton Ferry Line sank two boats."),
        Bad("The Bureau of Boats and Bridges^ (BBB)^ met.", fixed="The Bureau of Boats and Bridges met."),
    ],
    good=[
        "The Easton Ferry Line sank two boats.",
        "Rep. Ana Ruiz (D) rowed.",
        "The Easton Ferry Line (NYSE: EFL) sank two boats.",
        "The crew (FAQ below) rowed.",
        "“The Easton Ferry Line (EFL) is ours,” Lee said.",
    ],
)
def short_form_in_brackets(article: Article) -> Flags:
    """AP does not follow a name with its initials in brackets: a short form that is not clear on second reference
    without them should not be used (AP Stylebook, "abbreviations and acronyms"). Reported once where there are many.
    """
    yield from slips_or_habit(
        (flag(Span(one.start - 1, one.end), f"Drop “({one.letters})”", replace="") for one in introductions(article)),
        few=1,
    )


@rule(
    "abbreviation-unused",
    severity="suggestion",
    summary="A short form that is introduced is used",
    bad=[
        "The Easton Ferry Line ^(EFL)^ sank two boats. Park swam.",
        "The Bureau of Boats and Bridges ^(BBB)^ met.",
    ],
    good=[
        "The Easton Ferry Line (EFL) sank two boats. The EFL has nine.",
        "The Easton Ferry Line (EFL) sank.\n\nEFL’s boats are red.",
        "Rep. Ana Ruiz (D) rowed.",
    ],
)
def short_form_is_used(article: Article) -> Flags:
    """A short form in brackets makes the reader learn it; one that never comes again is learned for nothing."""
    yield from slips_or_habit(
        (
            flag(Span(one.start, one.end), f"“{one.letters}” never comes again")
            for one in introductions(article)
            if _uses(article, one.letters) < 2
        ),
        few=1,
    )


def _uses(article: Article, letters: str) -> int:
    """How often a short form stands in the text, headlines and captions included."""
    return article.text.count(letters)


#: Degrees, states, stops of time and names whose periods stay whatever their length.
_KEEP_DOTS = frozenset(
    "REM NWA MIA MASH RIP USC AD BC DDS DMD DVM MPH BFA MFA MD JD LLB LLM LLD MS BA BS MA BSN PHD MBA PS HMS SOB "
    "SHIELD UNCLE LA DA MIAS NY NJ NH NM NC ND SC SD RI WV PEI NWT RR CS GI".split()
)
#: Letters after periods that are somebody's, before a surname.
_PERSONAL = frozenset("JR JK TS CS DH EM HG WB JD AJ CJ DJ RJ TJ PJ BB CC KD LL MC PT WC JJ JP JRR".split())


@rule(
    "abbreviation-periods",
    severity="warning",
    fix="safe",
    summary="Periods in an abbreviation are the house’s",
    bad=[
        Bad("The ^F.B.I.^ found the boat.", fixed="The FBI found the boat."),
        Bad("Bakers in the ^E.U.^ met.", fixed="Bakers in the EU met."),
        Bad("Agents of the ^C.I.A.^ rowed home.", fixed="Agents of the CIA rowed home."),
        Bad("Park works for the ^I.R.S.^", fixed="Park works for the IRS."),
        Bad("She has a ^Ph.D^ in boats.", fixed="She has a Ph.D. in boats."),
        Bad("The ^FBI^ found the boat.", fixed="The F.B.I. found the boat.", options={"dotted": ("FBI", "CIA")}),
    ],
    good=[
        "The FBI found the boat.",
        "J.K. Rowling and J.R.R. Tolkien wrote of boats.",
        "Fans of R.E.M. came by boat.",
        "She lives in Washington, D.C., and rows at 7 a.m.",
        "Park has a B.A. and a Ph.D. in boats.",
        "“The F.B.I. has my boat,” Lee said.",
        Good("The F.B.I. found the boat.", options={"dotted": ("FBI", "CIA")}),
    ],
)
def periods_in_initials(
    article: Article,
    *,
    bare: tuple[str, ...] = ("AI", "EU", "ID", "IQ", "OK", "PR", "TV", "VR"),
    dotted: tuple[str, ...] = (),
) -> Flags:
    """AP has periods in most abbreviations of two letters (U.S., U.N., B.A.) and in none of three or more (FBI). `bare`
    names those of two letters that have none; `dotted` those of any length that have them, as F.B.I. and C.I.A. in The
    New York Times. U.S., U.K. and U.N. are `place-us-periods`'s, people's initials their own.
    """
    for one in initialisms(article):
        if one.dotted:
            yield from _without_periods(article, one, bare, dotted)
        elif one.letters in dotted and not one.shouted and not one.suffix.startswith("s"):
            yield _respelled(article, one, ".".join(one.letters) + ".")
    if "Ph.D" in article.prose:
        for match in in_copy(article, _doctorate()):
            yield flag(Span(*match.span()), "Write Ph.D.", replace="Ph.D.")


def _doctorate() -> re.Pattern[str]:
    return compiled(r"\bPh\.D(?![\w.])")


def _without_periods(
    article: Article, one: Initialism, bare: tuple[str, ...], dotted: tuple[str, ...]
) -> Iterator[Flag]:
    letters, prose = one.letters, article.prose
    if letters in dotted or (len(letters) == 2 and letters not in bare) or letters in _KEEP_DOTS:
        return
    if fold(letters) in states() or (prose[one.end - 1] != "." and len(letters) < 3):
        return
    sure = letters in known() or letters in bare
    after = compiled(r" ([A-Z][a-z’']+)").match(prose, one.end)
    if not sure and (
        after or not compiled(r"\b(?:[Tt]he|[Aa]n?|of|by|with) $").search(prose[max(one.start - 6, 0) : one.start])
    ):
        return
    if sure and after and (letters in _PERSONAL or len(letters) == 2):
        return
    if len(letters) == 2 and prose[one.start - 2 : one.start] == ", ":
        return
    yield _respelled(article, one, letters)


def _respelled(article: Article, one: Initialism, right: str) -> Flag:
    """`one` written as `right`; the period that ends its sentence stays, and is not doubled."""
    ends = not one.suffix and ends_sentence(article, one.end)
    written = right
    if ends and article.prose[one.end - 1] == "." and not right.endswith("."):
        written = f"{right}."
    elif right.endswith(".") and article.prose[one.end : one.end + 1] == ".":
        written = right[:-1]
    return flag(Span(one.start, one.end), f"Write {right}", replace=written)


@rule(
    "abbreviation-plural",
    severity="warning",
    fix="safe",
    summary="No apostrophe in the plural of an abbreviation",
    bad=[
        Bad("Three ^CEO’s^ rowed home.", fixed="Three CEOs rowed home."),
        Bad("Park sold 40 ^SUV's^ in May.", fixed="Park sold 40 SUVs in May."),
        Bad("Many ^MP’s^ rowed.", fixed="Many MPs rowed."),
        Bad("The ^DVD’s^ are wet.", fixed="The DVDs are wet."),
    ],
    good=[
        "Three CEOs rowed home.",
        "The CEO’s boat sank.",
        "NASA’s boat sank in May.",
        "One CEO’s boat sank.",
        "Two of the FBI’s boats sank.",
        "The CEO’s been rowing.",
    ],
)
def plural_of_initials(article: Article) -> Flags:
    """CEOs, not CEO’s (AP Stylebook, "plurals"). An apostrophe makes a possessive, so that only a word for more than
    one before it, or a plural verb after it, shows the slip.
    """
    for one in initialisms(article):
        if len(one.suffix) < 2 or one.dotted:
            continue
        prose = article.prose
        before = prose[max(one.start - 30, 0) : one.start].split()
        after = prose[one.end + 2 : one.end + 30].split()
        counted = bool(before) and (before[-1].lower() in _SEVERAL or compiled(r"[2-9]|\d{2,3}").fullmatch(before[-1]))
        plural = bool(after) and after[0].strip(".,;") in _PLURAL_VERBS
        if plural or (counted and not _is_owner(after)):
            where = Span(one.start, one.end + 2)
            yield flag(where, f"The plural is {one.letters}s", replace=f"{one.letters}s")


#: Verbs that follow a plural, and that no noun stands in place of.
_PLURAL_VERBS = frozenset(
    "are were have who met said went came took made sat stood ran voted agreed told began".split()
)
_SEVERAL = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen dozens several many few these those both all "
    "most various numerous some other hundreds thousands multiple".split()
)


def _is_owner(after: list[str]) -> bool:
    """Whether a noun to be owned follows: a word that is no verb, preposition or conjunction."""
    if not after or after[0][0] in ".,;:—–()":
        return False
    word = after[0].strip(".,;:").lower()
    verb = word.endswith("ed") or word in _FOLLOWING
    return word.isalpha() and not verb


_FOLLOWING = frozenset(
    "in on at of for from to with by and or but that which who when while as after before during since until "
    "because if is are was were be been has have had will would can could may might must should did do does met "
    "said say sank rowed went came took made got ran sat stood won lost left built sold bought told held kept gave "
    "found led saw this last next today here there now per were over under into across near around about than the a "
    "an".split()
)
