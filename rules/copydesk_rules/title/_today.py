"""Whether a sentence says of somebody that he does something today, as holder of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Kind, compiled
from copydesk_rules.title._claims import around, is_of_past, looks_back, other_year_in

if TYPE_CHECKING:
    from copydesk import Article
    from copydesk_rules.title._claims import Claim

_DAY = (
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?! (?:ago|night football))|today|tonight|yesterday|"
    r"this (?:week|morning|afternoon|evening|weekend))\b"
)
#: Words before a weekday that make it another than the last one.
_OTHER_DAY = frozenset("a an that every each one another same first second third fourth following next".split())
#: Where somebody else begins to speak of it.
_ELSEWHERE = (
    r";|,[ \u00a0][“\"]?(?:[\w’.-]+[ \u00a0]){1,7}(?:said|says|told|noted|ruled|recalled|argued|wrote|asked|claimed)\b"
)


def _is_of_today(text: str) -> bool:
    """Whether a stretch has a day that is the story's own: Tuesday, this week; not “that Friday”, “on a Monday”."""
    return any(
        not _OTHER_DAY.intersection(text[: day.start()].lower().split()[-1:]) for day in compiled(_DAY).finditer(text)
    )


#: First words of what stands before a subject, up to a comma; and words after which a clause begins.
_LEADS_IN = frozenset(
    "in at from on late early meanwhile also separately still today earlier later however but and yet hours minutes "
    "days".split()
)
_JOINS = frozenset("while and but said says after because before".split())
_LOOKS_AWAY = frozenset("when under since until during".split())


def _opens_clause(before: str) -> bool:
    """Whether the title begins a clause: nothing stands before it, a time or place, or “while”, “said that”."""
    words = before.replace("\u2060", "").lower().split()
    words = [word.strip('“”"‘’(') for word in words if any(c.isalnum() for c in word)]
    if not words:
        return True
    if _LOOKS_AWAY.intersection(words):
        return False
    last = words[-1]
    if last[-1] == "," or before.rstrip()[-2:] in (",”", ',"', "?”", "!”", '?"', '!"'):
        first = words[0].removesuffix(",")
        return first in _LEADS_IN or first.endswith(("day", "ing")) or before.rstrip()[-1] in '”"'
    if last == "that":
        return "said" in words or "says" in words
    return last in _JOINS or last.endswith("day")


_ACTS = (
    r"(?:[ \u00a0]of(?:[ \u00a0][A-Z][\w.]+){1,3})?(?:,[ \u00a0](?:who|[DRI]-|\d\d)[^,]{0,80},)?"
    r"(?:[ \u00a0](?:on|late|early|also|again|then|now|still|just|later|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)){0,2}[ \u00a0](?P<verb>[A-Za-z][a-z’'-]+)"
)
#: The end of what stands in commas beside a name: “, the president of Peru,”.
_APPOSED = r"^(?: of (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+){0,3})?,"
_IRREGULAR = frozenset(
    "was were had said told met left won lost made took gave went came began ran led spoke wrote held sent built "
    "broke brought bought chose cut drew drove fell felt found flew got grew had hit kept knew laid let paid put read "
    "rode rose sat saw sold set shook shot shut stood swore taught thought threw understood wore withdrew is has "
    "will plans says does wants hopes expects heads goes meets hosts opens vows struck sought saw lit bid beat hurt "
    "spent upheld overrode swept spread split quit forgave woke won fought backs".split()
)
_HONORED = (
    r"(?:is|was|will be|has been|had been)[ \u00a0](?:\w+ly[ \u00a0])?(?:remembered|honou?red|buried|celebrated|"
    r"commemorated|elected|born|inaugurated|shot|assassinated|mourned|eulogized|laid|sworn)\b|(?:died|succumbed)\b"
)


def claims_today(article: Article, claim: Claim) -> bool:
    """Whether the sentence says that the person does something today, as holder of the office."""
    if looks_back(claim):
        return False
    on = article.date.value
    if on is None or (claim.state == "after" and claim.terms[-1].end and on.year - claim.terms[-1].end.year > 30):
        return False
    before, _, after = around(claim)
    if compiled(r"^[’']").match(after):
        return False
    if claim.office.place == "after a name" or claim.office.set_off:
        after = compiled(_APPOSED).sub("", after, count=1)
        before = compiled(r"\b[Tt]he\s+$").sub("", before)
    acts = compiled(_ACTS).match(after)
    if acts is None or compiled(_HONORED).match(after, acts.start("verb")):
        return False
    verb = acts["verb"].lower()
    if claim.office.zone is not None and claim.office.zone.kind is Kind.HEADLINE:
        return not before.strip(' \n\t"“#') and (
            (verb.endswith("s") and not verb.endswith("ss")) or verb in ("to", "will", "is")
        )
    if not acts["verb"].islower() or not (verb.endswith("ed") or verb in _IRREGULAR):
        return False
    if not _opens_clause(before):
        return False
    elsewhere = compiled(_ELSEWHERE).search(after, acts.end())
    if _is_of_today(after[: elsewhere.start()] if elsewhere else after):
        return True
    leads_in = before.rstrip()[-1:] in ',”"' or before.rstrip().endswith("day")
    if leads_in and _is_of_today(before):
        return True
    return verb in _REPORTS and _is_news(article, claim)


_REPORTS = frozenset("said told added announced warned insisted urged".split())
#: Years after a term for which what its holder "said" is more likely news than history.
_RECENT = 12


def _is_news(article: Article, claim: Claim) -> bool:
    """Whether what someone said is told as the news of the story's day: nothing near it is of another time."""
    on, zone = article.date.value, claim.office.zone
    ended = claim.terms[-1].end if claim.state == "after" else None
    if on is None or zone is None or (ended and on.year - ended.year > _RECENT):
        return False
    near = article.prose[max(article.prose.rfind("\n\n", 0, max(zone.start - 2, 0)), 0) : zone.end]
    return compiled(_OTHER_TIME, 2).search(near) is None and not is_of_past(near) and not other_year_in(near, on)


#: What sets a paragraph in another time.
_OTHER_TIME = (
    r"\b(?:had|when|during|earlier|last|then|back|ago|at the time|in an? (?:\w+ ){0,2}(?:interview|speech|letter|"
    r"memo|e-?mail|book|tweet|debate|hearing)|transcripts?|records?|declassified|released|cables?)\b"
)
