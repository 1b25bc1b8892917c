"""Whether the numbers of a sentence agree: sums, votes, changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Located, Span, compiled, flag, rule
from copydesk_rules._amounts import in_prose, is_plural, numbers_in
from copydesk_rules._change import Change, find_changes, slack

if TYPE_CHECKING:
    from copydesk import Article, Flags, Number

#: From a whole to its parts: " people died: ", " victims — ", " cooks, ".
_PARTS_FOLLOW = (
    r"(?P<what>(?:[ \u00a0][^\d:;,.()\s—–]+){1,8})(?P<mark>: ?| ?[—–] ?| - |, )(?=[\d$£€]|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
#: What follows each part, up to the next one or the end.
_PART = r"(?:[ \u00a0][^\d:;,.()\s—–]+){1,7}"
_NEXT = r",? and | and |, |; |,? plus "
#: Words that say that the parts are not all, not exact or not of one kind.
_NOT_ALL = (
    r"(?i)\b(?:include|includes|included|including|among|such as|at least|about|nearly|more than|fewer than|less "
    r"than|roughly|"
    r"approximately|others?|another|each|per|every|of them|of which|of whom|as well as|also|both|up to|or|a|an|his|her|"
    r"its|their|some|several|many|most|dozens?|hundreds|thousands|pairs?|couple|the|rest|remaining|unknown|mostly|"
    r"mainly|"
    r"either|almost|over|under|from|until|to|who|that|which|with|than|at|on|by|when|after|before)\b"
)


@rule(
    "number-sum-mismatch",
    severity="warning",
    certainty="medium",
    summary="The parts do not add up to the whole",
    bad=[
        "^Nine hikers^ were lost: five scouts and three guides.",
        "The barge carried ^20 animals^ — 12 goats and 7 sheep.",
        "^Seven cooks^, four women and two men, shared the prize.",
        "It is a ^$9 million^ plan: $5 million for roads and $2 million for parks.",
        "The seven-member council voted ^5-3^ to close the pool.",
    ],
    good=[
        "Nine hikers were lost: six scouts and three guides.",
        "Nine hikers were lost, including five scouts.",
        "Nine hikers were lost: five scouts, three guides and a cook.",
        "Ten pupils won: seven girls and six seniors.",
        "Nine bands played, among them two from Iowa and one from Ohio.",
        "It is a $9.1 million plan: $5.3 million in roads and $3.9 million in parks.",
        "The seven-member council voted 4-2 to close the pool.",
    ],
)
def sums(number: Number) -> Flags:
    """A whole and its parts in one sentence must agree: six people — three men and two women. Lists that may be partial
    (including, among them), rounded numbers and parts that may overlap are let be. No more votes than members.
    """
    if number.after() == "-" and number.after(2) == "member":
        yield from _too_many_votes(number)
        return
    if number.kind not in ("cardinal", "money") or number.value < 2 or number.tied or number.within:
        return
    article = number.article
    match = compiled(_PARTS_FOLLOW).match(article.prose, number.end, number.end + 120)
    if match is None or (match["mark"] == ", " and number.before() in _LISTED):
        return
    parts, end = _parts(number, match.end())
    what = article.prose[number.end : end]
    if match["mark"] == ", " and not (article.prose[end : end + 1] == "," and all(_group(part) >= 0 for part in parts)):
        return
    if len(parts) < 2 or compiled(_NOT_ALL).search(what if match["mark"] == ", " else what[match.end() - number.end :]):
        return
    if compiled(_HEDGE).search(article.prose[max(number.start - 20, 0) : number.start]):
        return
    total = sum(part.value for part in parts)
    if total > number.value and len({_group(part) for part in parts}) > 1:
        return
    spare = slack(number) + sum(slack(part) for part in parts)
    if abs(total - number.value) > spare + 1e-6 and number.value / 2 <= total <= number.value * 2:
        said = f"{total:,g}" if total < 10**6 else f"{total / number.value * 100:.0f}% of it"
        yield flag(_with_noun(number), f"The parts come to {said}")


_HEDGE = (
    r"(?i)\b(?:about|nearly|almost|over|than|some|least|roughly|around|approximately|estimated|up to|of|first|top|"
    r"last) (?:the )?$"
)


_GROUPS = (
    frozenset(
        "men women boys girls adults children teenagers teens toddlers infants males females man woman boy girl "
        "adult child "
        "infant teenager".split()
    ),
    frozenset("democrats republicans independents liberals conservatives democrat republican independent".split()),
    frozenset("sophomores juniors seniors freshmen sophomore junior senior freshman".split()),
)


def _group(part: Number) -> int:
    """Which way of splitting people a part belongs to: groups of different ways overlap."""
    return next((n for n, nouns in enumerate(_GROUPS) if part.after() in nouns), -1)


#: Before a number that is itself one of several.
_LISTED = frozenset(", ; : — – and or plus".split())


def _parts(whole: Number, start: int) -> tuple[list[Number], int]:
    """The parts that follow one another from `start` on, and where their list ends; none when it does not end well."""
    article = whole.article
    rest = numbers_in(article, start, start + 300)
    parts: list[Number] = []
    at = start
    for part in rest:
        if part.start != at or part.kind != whole.kind or part.measure != whole.measure or part.tied or part.hyphenated:
            return [], start
        parts.append(part)
        match = compiled(rf"{_PART}?(?P<next>{_NEXT})(?=[\d$£€]|one\b|t[wh]|f[io]|s[ie]|[ent])").match(
            article.prose, part.end
        )
        following = match and next((n for n in rest if n.start == match.end()), None)
        if match is None or following is None:
            stop = compiled(rf"{_PART}(?=[.;,)]|[ \u00a0]?[—–]|\s*$)").match(article.prose, part.end)
            return (parts, stop.end()) if stop else ([], start)
        at = match.end()
    return [], start


def _with_noun(number: Number) -> Span:
    """The number and the noun that it counts: "Six people"."""
    for n in range(1, 4):
        if is_plural(number.after(n)):
            return Span(number.start, number.after_span(n).end)
        if not number.after(n).isalpha():
            break
    return Span(number.start, number.end)


_VOTED = (
    r"-member\b[^.;]{0,120}?\b(?:voted|vote of|approved|rejected|passed)\b[^.;\d]{0,60}?"
    r"(?P<tally>(?P<ayes>\d{1,3})-(?P<noes>\d{1,3})(?:-(?P<rest>\d{1,2}))?)(?![-\d])"
)


def _too_many_votes(number: Number) -> Flags:
    match = compiled(_VOTED).match(number.article.prose, number.figure.end)
    if match is None:
        return
    ayes, noes, rest = (int(match[n] or 0) for n in ("ayes", "noes", "rest"))
    broke_a_tie = ayes + noes == number.value + 1 and abs(ayes - noes) == 1
    if ayes + noes + rest > number.value and not broke_a_tie:
        yield flag(Span(*match.span("tally")), f"More votes than the {number.value:g} members have")


@rule(
    "number-change-mismatch",
    severity="warning",
    certainty="medium",
    summary="The stated change does not follow from its figures",
    bad=[
        "Enrollment rose from 80 to 100, a ^40%^ increase.",
        "Ticket prices fell from $40 to $30, or ^33%^.",
        "Ridership climbed ^60%^ to 300 from 200.",
        "The herd grew from 120 to 150, an increase of ^40^.",
        "The fund ^doubled^ from $2 million to $3 million.",
    ],
    good=[
        "Enrollment rose from 80 to 100, a 25% increase.",
        "Ticket prices fell from $40 to $30, or 25%.",
        "Turnout rose from 40% to 50%, a 10 percentage point increase.",
        "Sales rose from $1.1 million to $1.3 million, about 20%.",
        "Rents rose from $500 to $900, a 4% increase a year.",
        "Sales rose from 2.1 million to 2.4 million, a 16% increase.",
        "The fund nearly doubled from $2 million to $3.8 million.",
    ],
)
def changes(article: Article) -> Flags:
    """From 50 to 75 is a 50% increase. The change is worked out from both ends, with what rounding allows, and one
    point or 2% more; "about" allows more. Changes a year, adjusted for inflation or in points are let be.
    """
    for change in article.computed("changes", find_changes):
        stated = change.stated
        if not in_prose(stated) or change.old.value <= 0:
            continue
        right = _right(change)
        if right is not None:
            yield flag(
                Located(article, stated.start, stated.end), f"From {change.old.text} to {change.new.text} is {right}"
            )
    for number in article.numbers:
        if number.before() == "from" and number.kind in ("cardinal", "money", "measure") and number.within is None:
            yield from _multiplied(number)


def _right(change: Change) -> str | None:
    """What the change is, where what is stated cannot be it."""
    old, new, stated = change.old.value, change.new.value, change.stated.value
    around_old, around_new = slack(change.old), slack(change.new)
    if change.stated.kind != "percent":
        difference = abs(new - old)
        allowed = around_old + around_new + slack(change.stated) + 0.01 * difference * (1 + 9 * change.roughly)
        return None if abs(difference - abs(stated)) <= allowed else f"{difference:,.10g}"
    if change.old.kind == "percent" and abs(abs(new - old) - stated) <= around_old + around_new + 0.5:
        return None
    shares = [
        abs(n / o - 1) * 100
        for o in (old - around_old, old + around_old)
        for n in (new - around_new, new + around_new)
        if o > 0
    ]
    share = abs(new / old - 1) * 100
    allowed = max(1.0, 0.02 * share) + (max(3.0, 0.1 * share) if change.roughly else 0)
    if not shares or min(shares) - allowed <= stated <= max(shares) + allowed:
        return None
    return f"{share:.3g}%"


_FACTORS = {"doubled": 2, "tripled": 3, "quadrupled": 4}


def _multiplied(old: Number) -> Flags:
    article = old.article
    before = compiled(
        r"(?<!nearly )(?<!almost )(?<!than )(?<!about )(?<!roughly )\b(?P<verb>doubled|tripled|quadrupled)(?:, | "
        r")from $"
    ).search(article.prose, max(old.start - 30, 0), old.start)
    if before is None or old.value <= 0 or not in_prose(old):
        return
    new = next(iter(numbers_in(article, old.end + 1, old.end + 30)), None)
    if new is None or new.before() != "to" or new.kind != old.kind or (new.scale is None) != (old.scale is None):
        return
    factor = _FACTORS[before["verb"]]
    if abs(new.value / old.value - factor) > 0.15 * factor:
        yield flag(
            Span(*before.span("verb")), f"From {old.text} to {new.text} is {new.value / old.value:.2g} times as much"
        )
