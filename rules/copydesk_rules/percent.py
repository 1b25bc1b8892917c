"""Percentages: the sign, the word, and what cannot be."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Good, Located, Span, compiled, flag, rule
from copydesk_rules._amounts import (
    in_figures,
    in_prose,
    in_words,
    is_running_copy,
    number_word,
    numbers_in,
    sentence_text,
)
from copydesk_rules._change import find_changes, slack

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match, Percent


def _unit(percent: Percent) -> str:
    """The sign or word of a percentage, lower case: "%", "percent", "per cent", "percentage points"."""
    span = percent.unit
    return "" if span is None else " ".join(percent.article.text[span.start : span.end].lower().split())


def _figure(percent: Percent) -> str:
    return percent.article.text[percent.start : percent.figure.end]


def _made(percent: Percent, form: str) -> str:
    """The percentage as the house prints it: "5%", or "5 percent"."""
    figure = in_figures(percent.value) if percent.spelled else _figure(percent)
    return figure + (form if form == "%" else f" {form}")


@rule(
    "percent-symbol",
    severity="suggestion",
    fix="safe",
    summary="The house’s % or percent",
    bad=[
        Bad("Rainfall was up ^8 percent^.", fixed="Rainfall was up 8%."),
        Bad("Some ^62.5 percent^ of the vines died.", fixed="Some 62.5% of the vines died."),
        Bad("It was a ^9-percent^ raise.", fixed="It was a 9% raise."),
        Bad("Rainfall was up ^8%^.", fixed="Rainfall was up 8 percent.", options={"form": "percent"}),
    ],
    good=[
        "Rainfall was up 8%.",
        "A large percentage of the vines died, and the rate rose 2 percentage points.",
        "Eight percent of the vines died.",
        "She was a hundred percent sure.",
        "“It is up 8 percent,” Lee said.",
        Good("Rainfall was up 8 percent.", options={"form": "percent"}),
    ],
)
def symbol(percent: Percent, *, form: str = "%") -> Flags:
    """The % sign with a figure (AP Stylebook since 2019; The Guardian, the BBC); "percent" at The New York Times.
    `form` is the house's. Percentage points, percentages in words and the start of a sentence are let be.
    """
    if percent.spelled or percent.opens_sentence:
        return
    unit = _unit(percent)
    if unit not in ("percent", "%") or unit == form or _is_glued(percent):
        return
    if form != "%" and (
        percent.tied or percent.hyphenated or percent.article.prose[percent.end : percent.end + 1] == "-"
    ):
        return
    yield flag(percent, f"Write {_made(percent, form)}", replace=_made(percent, form))


def _is_glued(percent: Percent) -> bool:
    """Whether more is tied to the percentage than a rule can read: "5percent-ish", "8%/year"."""
    prose = percent.article.prose
    return prose[percent.end : percent.end + 1] == "/" or prose[percent.start - 1 : percent.start] in ("/", "#", "=")


@rule(
    "percent-word-figure",
    severity="warning",
    fix="safe",
    summary="A figure with a percentage",
    bad=[
        Bad("Rainfall was up ^eight percent^.", fixed="Rainfall was up 8%."),
        Bad("About ^twenty per cent^ of the vines died.", fixed="About 20% of the vines died."),
        Bad("Yields fell ^six to nine percent^.", fixed="Yields fell 6% to 9%."),
        Bad("Rainfall was up ^eight percent^.", fixed="Rainfall was up 8 percent.", options={"form": "percent"}),
    ],
    good=[
        "Rainfall was up 8%.",
        "Eight percent of the vines died.",
        "She was one hundred percent sure and had zero percent doubt.",
        "He is one of the one percent.",
        "“It is up eight percent,” Lee said.",
    ],
)
def word_figure(percent: Percent, *, form: str = "%") -> Flags:
    """Percentages have figures: 5% (AP Stylebook, "percentages"), or 5 percent where `form` says so. A sentence
    begins with the words; "a hundred percent" and "zero percent" are manners of speaking.
    """
    if (
        not percent.spelled
        or not percent.text.islower()
        or percent.opens_sentence
        or not isinstance(percent.value, int)
    ):
        return
    unit = _unit(percent)
    if (
        unit not in ("percent", "per cent", "%")
        or percent.value in (0, 100)
        or percent.before() in ("the", "that", "top")
    ):
        return
    if percent.before() == "point" or number_word(percent.before()) or percent.after() == "-":
        return
    start, right = percent.start, _made(percent, form)
    if percent.before() in ("to", "or") and number_word(percent.before(2)) and percent.before(2).isalpha():
        low = next((n for n in range(1, 100) if in_words(n) == percent.before(2)), None)
        if low is not None and percent.before(3) != "-":
            at = percent.article.tokens.starts[percent.first - 2]
            if percent.article.prose[at].isupper():
                return
            right = f"{low}{form if form == '%' else ''} {percent.before()} {right}"
            start = at
    yield flag(Span(start, percent.end), f"Write {right}", replace=right)


@rule(
    "percent-space",
    severity="error",
    fix="safe",
    summary="No space before %",
    bad=[
        Bad("Rainfall was up ^8 %^.", fixed="Rainfall was up 8%."),
        Bad("Some ^62.5 %^ of the vines died.", fixed="Some 62.5% of the vines died."),
    ],
    good=[
        "Rainfall was up 8%.",
        "The remainder is 7 % 2, the teacher wrote.",
        "“It is up 8 %,” the sign said.",
    ],
)
def space(percent: Percent) -> Flags:
    """5%, without a space."""
    if percent.unit is None or percent.spelled or _unit(percent) != "%" or percent.hyphenated:
        return
    gap, after = percent.article.prose[percent.figure.end : percent.unit.start], percent.after()
    divides = after[:1].isdecimal() or (len(after) == 1 and after not in ".,;:?!)a–—”")
    if gap.isspace() and "\n" not in gap and not divides:
        yield flag(percent, "No space before %", edits=[Edit(percent.figure.end, percent.unit.start, "")])


@rule(
    "percent-per-cent",
    severity="error",
    fix="safe",
    summary="Per cent is % or percent",
    bad=[
        Bad("Rainfall was up ^8 per cent^.", fixed="Rainfall was up 8%."),
        Bad("A large ^per cent^ of the vines died.", fixed="A large percent of the vines died."),
        Bad("Eight ^per cent^ of the vines died.", fixed="Eight percent of the vines died."),
        Bad("Rainfall was up ^8 per cent^.", fixed="Rainfall was up 8 percent.", options={"form": "percent"}),
    ],
    good=[
        "Rainfall was up 8%.",
        "The levy is 8 cents per dollar earned.",
        "She gets two points per cent spent.",
        "“It is up 8 per cent,” Lee said.",
    ],
    pattern=r"(?P<figure>[-–−]?\d[\d,]*(?:\.\d+)?[ \u00a0]|\b[\w-]+[ \u00a0])?(?P<unit>[Pp]er[ \u00a0]cent)\b(?![- "
    r"]\w+(?:ed|ent)\b)",
    hints=("per cent",),
)
def per_cent(match: Match, *, form: str = "%") -> Flags:
    """Per cent is British (AP Stylebook, "percent"); The Guardian and the BBC have the sign. A number in words before
    it is `percent-word-figure`'s, but for one that begins the sentence.
    """
    article, figure, unit = match.article, match.group("figure").strip(), match.span("unit")
    sentence = article.sentence_at(match.start)
    opens = sentence is not None and sentence.opens_at(match.start)
    if figure[-1:].isdecimal() and not opens:
        right = figure + (form if form == "%" else f" {form}")
        yield flag(Span(match.start, match.end), f"Write {right}", replace=right)
    elif opens or not number_word(figure.rpartition("-")[2].lower()):
        word = article.text[unit.start : unit.start + 1] + "ercent"
        yield flag(unit, "One word", replace=word)


@rule(
    "percent-sentence-start",
    severity="error",
    fix="unsafe",
    summary="No sentence begins with a percentage in figures",
    bad=[
        Bad("^8% of^ the vines died.", fixed="Eight percent of the vines died."),
        Bad("Frost came. ^45%^ died.", fixed="Frost came. Forty-five percent died."),
        Bad("^8 percent of^ the vines died.", fixed="Eight percent of the vines died."),
    ],
    good=[
        "Eight percent of the vines died.",
        "- 8% died\n- 12% froze",
        "Some 8% of the vines died.",
        "“8% of them died,” Lee said.",
    ],
)
def sentence_start(percent: Percent) -> Flags:
    """A sentence begins with the words: Five percent of … (AP Stylebook, "percentages"), or is recast."""
    if percent.spelled or percent.tied or not percent.opens_sentence or not is_running_copy(percent):
        return
    if _unit(percent) not in ("%", "percent"):
        return
    if percent.article.prose[percent.start - 1 : percent.start] in ("(", "[", "-", "–") or percent.value < 0:
        return
    whole, _, decimals = _figure(percent).replace(",", "").partition(".")
    words = in_words(int(whole)) + (" point " + " ".join(in_words(int(d)) for d in decimals) if decimals else "")
    words = f"{words[0].upper()}{words[1:]} percent"
    of = percent.after() == "of"
    place = Span(percent.start, percent.after_span(1).end if of else percent.end)
    yield flag(place, f"Begin with “{words}”, or recast", replace=words + (" of" if of else ""))


_RATES = (
    r"(?i)\b(?:rates?|approval|unemployment|jobless|turnout|support|share|inflation|vacancy|participation|margins?|"
    r"yields?|"
    r"favorability|popularity|rating|ratings|percentage|proportion)\b"
)
_MOVED = (
    r"(?i)\b(?P<way>rose|rises?|fell|falls?|dropped|drops?|climbed|climbs?|declined|declines?|slipped|slips?|jumped|"
    r"jumps?|"
    r"dipped|dips?|increased|increases?|decreased|decreases?|gained|gains?|lost|up|down|grew|edged (?:up|down)|"
    r"ticked (?:up|down))"
    r"(?: by)?[ \u00a0]$"
)


@rule(
    "percent-points",
    severity="warning",
    certainty="medium",
    summary="The difference of two percentages is in points",
    bad=[
        "Turnout rose from 42% to 47%, a ^5%^ increase.",
        "The vacancy rate fell ^2%^ to 7% from 9%.",
        "Unemployment fell ^1%^ to 4%.",
    ],
    good=[
        "Turnout rose from 42% to 47%, a 5 percentage point increase.",
        "Catches rose 2% to 3 million tons.",
        "Turnout rose from 40% to 50%, a 25% increase.",
        "Prices rose 5% to 10% in a year.",
        "“Turnout rose from 42% to 47%, a 5% increase,” Lee said.",
    ],
)
def points(article: Article) -> Flags:
    """From 5% to 7% is 2 percentage points, and 40% more (AP Stylebook, "percentages"). A change that is right as a
    share of the first is let be.
    """
    said = "The difference of two percentages is in percentage points"
    seen = set()
    for change in article.computed("changes", find_changes):
        old, new, stated = change.old, change.new, change.stated
        if old.kind != "percent" or stated.kind != "percent" or old.value <= 0:
            continue
        difference = abs(new.value - old.value)
        allowed = slack(old) + slack(new) if "." in old.text + new.text + stated.text else 0
        share = abs(new.value / old.value - 1) * 100
        if abs(difference - stated.value) <= allowed + 1e-6 and abs(share - stated.value) > 1 and in_prose(stated):
            seen.add(stated.start)
            yield flag(Located(article, stated.start, stated.end), said)
    for percent, following in _pairs(article):
        if percent.start not in seen and _is_rate_change(percent, following) and in_prose(percent):
            yield flag(Located(article, percent.start, percent.end), said)


def _pairs(article: Article) -> list[tuple[Percent, Percent]]:
    """Percentages that follow one another with "to" between: "fell 1% to 4%"."""
    all_of = [n for n in article.numbers if n.kind == "percent"]
    return [
        (one, other)  # type: ignore[misc]
        for one, other in pairwise(all_of)
        if one.after() == "to" and other.before() == "to" and other.start - one.end < 6
    ]


def _is_rate_change(percent: Percent, following: Percent) -> bool:
    """Whether a rate moved by one percentage to another: not a range such as "rose 5% to 10%"."""
    prose = percent.article.prose
    match = compiled(_MOVED).search(prose[max(percent.start - 30, 0) : percent.start])
    sentence = percent.article.sentence_at(percent.start)
    if match is None or sentence is None or "point" in _unit(percent) + _unit(following):
        return False
    subject = prose[max(sentence.start, percent.start - 120) : percent.start]
    return compiled(_RATES).search(subject) is not None and percent.value < following.value


_FELL = (
    r"(?i)\b(?:fell|falls?|fallen|falling|dropp?(?:ed|s|ing)?|declin(?:ed|es?|ing)|decreas(?:ed|es?|ing)|down|"
    r"plung(?:ed|es?|ing)|"
    r"shr[aiu]nk|plummet(?:ed|s)?|slid|tumbled|sank|reduced|cut)(?:[ \u00a0](?:\w+[ \u00a0]){0,3}?by)?[ \u00a0]"
    r"(?:about |nearly |almost |more than |over |roughly |some |a |an )?$"
)
_DROP = r"(?i)[ \u00a0-](?:\w+[ \u00a0])?(?:drop|decline|decrease|fall|reduction|plunge|cut)\b(?! off)"
#: What can fall by more than all of it.
_BELOW_ZERO = (
    r"(?i)\b(?:profits?|income|earnings|margins?|cash flow|surplus|balance|returns?|growth|yield|temperature)\b"
)
_WHO = (
    r"[ \u00a0]of[ \u00a0](?:(?:the|all|its|eligible|registered|likely|local|adult|American|U\.S\.|city|county|"
    r"state|our|their|town|"
    r"female|male|young|older|[A-Z]\w+)[ \u00a0]){0,3}(?:residents|voters|people|adults|students|workers|employees|"
    r"women|men|"
    r"children|patients|households|homes|members|respondents|families|teachers|Americans|drivers|customers|parents|"
    r"inmates|players|teenagers|teens|users|owners|officers|citizens|ballots|votes|graduates|pupils|veterans|seniors|"
    r"consumers|shoppers|businesses|companies|schools|nurses|doctors|passengers|farmers|tenants|renters)\b(?!['’-])"
)


@rule(
    "percent-impossible",
    severity="warning",
    certainty="medium",
    summary="No more than 100% can be lost or had",
    bad=[
        "Rainfall fell ^130%^ in a year.",
        "Some ^140% of voters^ backed the pool.",
        "It was a ^200%^ drop in catches.",
    ],
    good=[
        "Rainfall rose 130% in a year.",
        "Profits fell 130%.",
        "The jail is at 140% of capacity, and she gave 110%.",
        "Catches were 120% of normal.",
        "“Catches fell 130%,” Lee said.",
    ],
)
def impossible(percent: Percent) -> Flags:
    """A fall of more than 100% leaves less than nothing, and no more than all can vote. Profits can turn to losses;
    jails can be over capacity; effort is a manner of speaking.
    """
    if percent.value <= 100 or percent.value > 10**6 or "point" in _unit(percent) or not _unit(percent):
        return
    prose = percent.article.prose
    sentence = percent.article.sentence_at(percent.start)
    who = compiled(_WHO).match(prose, percent.end)
    if who is not None:
        yield flag(Span(percent.start, who.end()), "More than all of them")
        return
    before = prose[max(percent.start - 60, 0) : percent.start]
    if not (compiled(_FELL).search(before) or compiled(_DROP).match(prose, percent.end)):
        return
    start = max(sentence.start, percent.start - 200) if sentence else percent.start
    if compiled(_BELOW_ZERO).search(prose, start, percent.end + 60) or percent.after() in ("of", "to", "from"):
        return
    yield flag(percent, "A fall of more than 100% leaves less than nothing")


@rule(
    "percent-range",
    severity="suggestion",
    fix="safe",
    summary="Both ends of a range have their %",
    bad=[
        Bad("Yields fell ^6-9%^.", fixed="Yields fell 6%-9%."),
        Bad("Yields fell ^6 to 9%^.", fixed="Yields fell 6% to 9%."),
        Bad("Between ^30 and 40%^ died.", fixed="Between 30% and 40% died."),
    ],
    good=[
        "Yields fell 6% to 9%.",
        "Yields fell 6%-9%.",
        "The vote was 12-9, or 57%.",
        "In 2019 and 40% of the time since, it rained.",
        "“Yields fell 6-9%,” Lee said.",
    ],
)
def percent_range(percent: Percent) -> Flags:
    """12% to 15%, 12%-15%, between 12% and 15% (AP Stylebook, "percentages")."""
    if percent.spelled or not percent.text.endswith("%") or percent.before() not in ("-", "–", "to", "and"):
        return
    match = compiled(_LOWER).search(percent.article.prose, max(percent.start - 24, 0), percent.start)
    if match is None or (match["join"] == " and " and not match["open"]):
        return
    if float(match["low"].replace(",", "")) < percent.value:
        end = match.end("low")
        yield flag(Span(match.start("low"), percent.end), "Both ends have their %", edits=[Edit(end, end, "%")])


#: The lower end of a range, up to the upper one: "12-", "between 12 and ".
_LOWER = r"(?P<open>[Bb]etween )?(?<![\w$£€.,:/-])(?P<low>\d{1,3}(?:\.\d+)?)(?P<join> ?[-–] ?| to | and )$"
_SHARE = r"(?P<label>(?:[ \u00a0](?:of [\w ]{1,25}? )?[\w’'-]+){1,7})(?P<next>,? and |, |; |,? while |,? with )$"
_REST = (
    r"(?i)\b(?:others?|undecided|unsure|don['’]t know|no opinion|refused|declined|neither|rest|remaining|not sure|"
    r"skipped|included?|"
    r"including|multiple|more than one|all that apply|could choose|choose up to|respectively|each|also|than|"
    r"increase|rose|fell|up|down|compared|growth|from|more|least|both)\b"
)


@rule(
    "percent-sum",
    severity="suggestion",
    certainty="medium",
    summary="The answers do not add up to 100%",
    bad=[
        "The poll: ^57% yes, 41% no, 11% unsure^.",
        "In the poll, ^48% said yes, 31% said no and 4% said maybe^.",
    ],
    good=[
        "The poll: 57% yes, 41% no, 2% unsure.",
        "In the poll, 48% said yes, 31% said no and the rest were undecided.",
        "Rents rose 50% in Easton, 40% in Weston and 30% here.",
        "“It was 57% yes, 41% no, 11% unsure,” Lee said.",
    ],
)
def answers(percent: Percent) -> Flags:
    """The answers to one question come to about 100%. More than 102 or less than 90, with no word of others, is a
    slip; questions with several answers are let be.
    """
    article = percent.article
    if percent.before() in (",", "and", ";") and percent.before(2) != "poll" and _follows_share(percent):
        return
    run = [percent]
    numbers = numbers_in(article, percent.start, percent.start + 250)
    for other in numbers[1:]:
        between = article.prose[run[-1].end : other.start]
        if other.kind != "percent" or compiled(_SHARE).fullmatch(between) is None:
            break
        run.append(other)  # type: ignore[arg-type]
    if len(run) < 3:
        return
    sentence = article.sentence_at(percent.start)
    if sentence is None or run[-1].end > sentence.end:
        return
    last = compiled(r"(?:[ \u00a0][\w’'-]+){0,4}").match(article.prose, run[-1].end, sentence.end)
    end = last.end() if last else run[-1].end
    words = sentence_text(percent)
    total = sum(share.value for share in run)
    if 90 <= total <= 102 or not 70 <= total <= 130 or not compiled(_POLL).search(words):
        return
    rest = compiled(_REST).search(words)
    if rest is not None and not (
        total > 102 and rest[0].lower() in ("unsure", "undecided", "other", "others", "no opinion", "not sure")
    ):
        return
    yield flag(Span(percent.start, end), f"The answers come to {total:g}%")


_POLL = (
    r"(?i)\b(?:poll|polled|survey|surveyed|said|yes|no|favor\w*|oppos\w+|approve\w*|disapprove\w*|support\w*|voters|"
    r"respondents)\b"
)


def _follows_share(percent: Percent) -> bool:
    """Whether another percentage of the same run stands before it."""
    article = percent.article
    return any(
        n.kind == "percent"
        and n.end < percent.start
        and compiled(_SHARE).fullmatch(article.prose, n.end, percent.start)
        for n in numbers_in(article, percent.start - 79, percent.start)
    )
