"""Ranges, ranks, votes and scores, Roman numerals: the shapes that numbers stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Span, compiled, flag, rule
from copydesk_rules._amounts import in_words, number_word

if TYPE_CHECKING:
    from copydesk import Count, Flags, Match, Number

_RANGE = (
    r"(?P<open>[Bb]etween|[Ff]rom)(?P<gap>[ \u00a0]+)(?P<low>[$£€]?\d[\d,]*(?:\.\d+)?%?)"
    r"(?P<join> ?[-–—] ?| to )(?P<high>[$£€]?\d[\d,]*(?:\.\d+)?%?)(?![-–/:.,]?\d|[A-Za-z])"
)
#: After a score that a side came back from.
_SCORED = frozenset(
    "down up behind deficit lead loss win defeat victory record odds vote to in to-be ahead at tie draw p.m. a.m. "
    "pm am o'clock".split()
)


@rule(
    "number-range-words",
    severity="warning",
    fix="safe",
    summary="“Between” pairs with “and”, “from” with “to”",
    bad=[
        Bad("Each hive held ^between 40-60^ drones.", fixed="Each hive held between 40 and 60 drones."),
        Bad("Rents rose ^from $900-$950^ a month.", fixed="Rents rose from $900 to $950 a month."),
        Bad("Each hive held ^between 40 to 60^ drones.", fixed="Each hive held between 40 and 60 drones."),
    ],
    good=[
        "Each hive held 40-60 drones.",
        "The Owls came back from 3-0 down to win 4-3.",
        "Each hive held between 40 and 60 drones.",
        "The mill stood from 1904-1950 and opens between 2-4 p.m. Friday.",
        "“It holds between 40-60,” Lee said.",
    ],
)
def range_words(number: Number) -> Flags:
    """A hyphen stands for the whole of "from … to": between 5 and 10, from 20 to 30, or 20-30 with neither word.
    Dates and times have rules of their own, and so have ranges of millions (`money-range`); scores are let be.
    """
    if number.spelled or number.within or number.before() not in ("between", "from"):
        return
    opener = number.article.prose.rfind(" ", 0, max(number.start - 1, 0)) + 1
    match = compiled(_RANGE).search(number.article.prose, max(opener - 8, 0), number.end + 40)
    if match is None or match.start("low") != number.start:
        return
    word = "and" if match["open"].lower() == "between" else "to"
    low, high = (float(match[n].strip("$£€%").replace(",", "")) for n in ("low", "high"))
    if match["join"] == " to " and (word == "to" or _goes_on_and(number, match.end())):
        return
    scaled = number.symbol is not None and compiled(r"[ -](?:m|b|tr)illion\b").match(number.article.prose, match.end())
    if scaled:
        return
    years = all(len(match[n]) == 4 and 1500 <= value < 2100 for n, value in (("low", low), ("high", high)))
    following = compiled(r"[ \u00a0]*([\w.'-]+)").match(number.article.prose, match.end())
    if low >= high or years or (following and following[1].lower().rstrip(".,") in _SCORED):
        return
    right = f"{match['open']}{match['gap']}{match['low']} {word} {match['high']}"
    yield flag(Span(*match.span()), f"“{match['open'].lower()}” goes with “{word}”", replace=right)


def _goes_on_and(number: Number, end: int) -> bool:
    """Whether an "and" follows: "between 5 to 10 and 20 to 30" has its partner."""
    return compiled(r"[^.;]{0,40}\band\b").match(number.article.prose, end) is not None


_RANKED = (
    "song seed pick priority cause killer team single hit album draft choice reason goal concern issue fan spot rank "
    "ranking player complaint rule source selling movie film show book spot threat employer crop export enemy suspect "
    "story job destination contributor predictor risk predator requirement question"
)
_LISTED = frozenset(
    "issue issues pr pull bug ticket tickets apt apartment suite unit room comment request lot space case order local "
    "bill box license step item rule tip question no see also in refer option press dial push key pound page figure "
    "table".split()
)


@rule(
    "number-no-abbrev",
    severity="warning",
    fix="safe",
    summary="No. 1 for a rank",
    bad=[
        Bad("The polka is ^#3^ in Midtown.", fixed="The polka is No. 3 in Midtown."),
        Bad("Fog is the ^number one^ cause of delays.", fixed="Fog is the No. 1 cause of delays."),
        Bad("The Owls are ranked ^number two^.", fixed="The Owls are ranked No. 2."),
        Bad("The polka is ^#3^ now.", fixed="The polka is No 3 now.", options={"form": "No 1"}),
        Bad("The polka is ^#3^ now.", fixed="The polka is number three now.", options={"form": "number one"}),
    ],
    good=[
        "The polka is No. 3 in Midtown.",
        "She tagged it #MeToo and #4ever.",
        "“We’re number one!” the fans sang.",
        "Look out for number one, he wrote from 10 Downing St.",
        "Bug #12 is fixed, and the number one is odd.",
        "## 3\n\nThe mill fell.",
    ],
)
def rank(number: Number, *, form: str = "No. 1") -> Flags:
    """A rank or position is No. 1, not #1 or number one (AP Stylebook, "No."). `form` is the first rank as the house
    writes it. Hashtags, apartments and list items are let be, and so is the number itself.
    """
    mark = number.before()
    if mark not in ("#", "number") or number.tied or not isinstance(number.value, int) or number.value >= 1000:
        return
    prose = number.article.prose
    start = (
        prose.rfind(mark[0], 0, number.figure.start)
        if mark == "#"
        else number.article.folded.rfind(mark, 0, number.start)
    )
    place = Span(start, number.figure.end)
    if not _is_rank(number, mark, place):
        return
    right = form.replace("1", str(number.value)) if "1" in form else f"number {in_words(number.value)}"
    if number.article.text[place.start : place.end].lower() != right:
        casual = "suggestion" if mark == "number" and number.before(2) == "a" else None
        yield flag(place, f"Write {right}", replace=right, severity=casual)


def _is_rank(number: Number, mark: str, place: Span) -> bool:
    """Whether the number says what place something has: "#1", "ranked number two", "the number one cause"."""
    prose, word = number.article.prose, number.before(2)
    if mark == "#":
        after, before = prose[place.end : place.end + 2], prose[place.start - 1 : place.start]
        if (
            before.strip("( \u00a0\n“")
            or after[:1].isalnum()
            or after[:1] == "-"
            or (after[:1] in ".," and after[1:].isdigit())
        ):
            return False
        if word == "to" and number.before(3) in ("refer", "go", "back"):
            return False
        return prose[place.start + 1].isdecimal() and word not in _LISTED and not _is_name(number, word)
    if number.article.text[place.start : place.end] != number.article.text[place.start : place.end].lower():
        return False
    if word in _RANKINGS or (word in ("at", "as", "the") and number.before(3) in _RANKINGS):
        return True
    if (word in ("is", "was", "are", "were") or word.endswith(("'s", "'re"))) and number.after() in ("in", "on"):
        return number.after(2) in ("the", "our", "its", "their", "his", "her")
    return number.after() in _RANKED.split() and (word in _WHOSE or word.endswith("'s"))


_RANKINGS = frozenset("rank ranks ranked ranking rated seeded voted".split())
_WHOSE = frozenset("the a its his her their our my your".split())


def _is_name(number: Number, word: str) -> bool:
    """Whether the word before the mark is a name: "Local #12", "Lot #3"."""
    at = number.article.tokens.starts[number.first - 2] if word else 0
    return word[:1].isalpha() and word != "the" and number.article.prose[at].isupper()


_TALLIES = frozenset("vote decision ruling verdict victory win loss defeat tie split lead draw score".split())
_DECIDED = (
    r"\b(?:voted|ruled|won|lost|tied|prevailed|beat|defeated|edged|topped|downed|routed|blanked|fell)\b[^.;]{0,60}$"
)
_AFTER_TALLY = frozenset(
    ", . ; in on at against over for to and but after with sunday monday tuesday wednesday thursday friday saturday "
    "last "
    "when as that".split()
)


@rule(
    "number-score-vote",
    severity="suggestion",
    fix="safe",
    summary="Votes and scores are figures with a hyphen",
    bad=[
        Bad("The dam was approved on a ^six to three^ vote.", fixed="The dam was approved on a 6-3 vote."),
        Bad("The Owls beat the Gulls ^four to one^.", fixed="The Owls beat the Gulls 4-1."),
        Bad("Aldermen voted ^7 to 2^ to sell.", fixed="Aldermen voted 7-2 to sell."),
    ],
    good=[
        "The dam was approved on a 6-3 vote.",
        "The odds are ten to one.",
        "The Owls won two to four games a month.",
        "Union members voted 1,204 to 1,100 to strike.",
        "“We won four to one,” Park said.",
        "She left at ten to three.",
    ],
)
def tally(number: Number) -> Flags:
    """Votes and scores are figures with a hyphen: 5-4, 21-7 (AP Stylebook, "vote tabulations", "scores"); counts of
    1,000 and more have "to". Odds, times of day and ranges are let be.
    """
    step = 2 if number.after() == "-" else 1
    if number.after(step) != "to" or number.within or number.kind != "cardinal" or number.value >= 1000:
        return
    at = step + 1 + (number.after(step + 2 - 1) == "-")
    other = number.after(at)
    second = int(other) if other.isdecimal() and len(other) < 4 else _small(other)
    if second is None or not isinstance(number.value, int) or number_word(number.after(at + 1)):
        return
    following = number.after(at + 1)
    if following not in _TALLIES:
        before = number.article.prose[max(number.start - 90, 0) : number.start]
        if not (following == "" or following in _AFTER_TALLY) or not compiled(_DECIDED).search(before):
            return
        if number.before() in ("from", "by", "between", "about", "ages", "of", "in", "for", "at", "the"):
            return
    place = Span(number.start, number.after_span(at).end)
    yield flag(place, f"Write {number.value}-{second}", replace=f"{number.value}-{second}")


def _small(word: str) -> int | None:
    return next((n for n in range(21) if in_words(n) == word), None)


_LESS = frozenset(
    "less fewer lower smaller cheaper slower lighter weaker shorter thinner colder quieter poorer narrower "
    "dimmer".split()
)


@rule(
    "number-times-less",
    severity="suggestion",
    summary="Nothing is three times less",
    bad=[
        "The new lamp uses ^five times less^ power.",
        "Rents are ^three times lower^ in Easton.",
        "The pups are ^10 times smaller^ than wolves.",
    ],
    good=[
        "The new lamp uses a fifth of the power.",
        "She won three times, less than her brother.",
        "“It is ten times less work,” Lee said.",
        "He sang at times less well.",
        "The kiln was fired two times less than a year apart.",
    ],
)
def times_less(number: Count) -> Flags:
    """One time less is nothing left, so three times less says nothing: write a third as much, or a third the size."""
    if number.after() != "times" or number.after(2) not in _LESS or number.value <= 1:
        return
    if number.after(3) == "than" and (number.after(4) in ("a", "an", "half") or number_word(number.after(4))):
        return
    yield flag(Span(number.start, number.after_span(2).end), "Say what part is left: a third as much, half the size")


@rule(
    "number-roman",
    severity="suggestion",
    fix="unsafe",
    summary="Roman numerals for wars, people and popes only",
    bad=[
        Bad("Her father flew in ^World War 2^.", fixed="Her father flew in World War II."),
        Bad("^Phase III^ of the sewer begins.", fixed="Phase 3 of the sewer begins."),
        Bad("The drug helps in ^Type II^ diabetes.", fixed="The drug helps in Type 2 diabetes."),
    ],
    good=[
        "Her father flew in World War II.",
        "Phase 3 of the sewer begins.",
        "Queen Elizabeth II met Pope Pius XII in Act III of the play.",
        "“He flew in World War 2,” Lee said.",
        "The shop sells Final Fantasy VII.",
    ],
    pattern=r"\bWorld War (?P<war>1|2|[Oo]ne|[Tt]wo|ii?)\b|"
    r"\b(?P<thing>[Pp]hase|[Tt]ype|[Ss]tage|[Cc]ategory) (?P<roman>I{1,3}|IV|V)\b(?![.'’-]\w)",
    hints=("world war", "phase i", "phase v", "stage i", "type i", "category i"),
)
def roman(match: Match) -> Flags:
    """World War II, Pope Pius XII and Super Bowls have Roman numerals; phases, types, stages and categories have
    figures (AP Stylebook, "Roman numerals").
    """
    if match.group("war"):
        right = "World War II" if match.group("war").lower() in ("2", "two", "ii") else "World War I"
    else:
        value = ("I", "II", "III", "IV", "V").index(match.group("roman")) + 1
        right = f"{match.group('thing')} {value}"
    yield flag(Span(match.start, match.end), f"Write {right}", replace=right)
