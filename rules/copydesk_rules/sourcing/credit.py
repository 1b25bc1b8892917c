"""Whose work a story is, and how many people it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import ALIASES, compiled, flag, rule
from copydesk_rules.metadata._values import mapping, said

if TYPE_CHECKING:
    from copydesk import Article, Flags, Located

#: Agencies as the metadata name them, lower case without “the”, and a pattern of how they are credited.
_AGENCIES = {
    "ap": "AP|Associated Press", "associated press": "AP|Associated Press", "reuters": "Reuters",
    "afp": "AFP|Agence France-Presse", "agence france-presse": "AFP|Agence France-Presse",
    "upi": "UPI|United Press International", "dpa": "dpa|DPA", "pa": "PA|PA Media|Press Association",
    "pa media": "PA|PA Media", "bloomberg": "Bloomberg", "canadian press": "Canadian Press",
    "aap": "AAP|Australian Associated Press", "kyodo": "Kyodo", "efe": "EFE", "ansa": "ANSA", "tass": "TASS",
    "xinhua": "Xinhua", "cnn": "CNN", "nbc news": "NBC News",
}  # fmt: skip


@rule(
    "sourcing-wire-credit",
    severity="warning",
    summary="An agency’s copy without its credit",
    hints=("source",),
    bad=[
        "---\ntitle: Ferry stops\nsource: ^AP^\n---\nBy Ana Ruiz\n\nThe ferry stopped Monday.\n",
        "---\ntitle: Ferry stops\nsource:\n  name: ^Reuters^\n---\nThe ferry stopped Monday.\n",
    ],
    good=[
        "---\ntitle: Ferry stops\nsource: AP\n---\nMIDTOWN (AP) — The ferry stopped Monday.\n",
        "---\ntitle: Ferry stops\nsource: Reuters\n---\nThe ferry stopped Monday.\n\n_Reuters contributed to this "
        "report._\n",
        "---\ntitle: Ferry stops\nsource: AP\nauthor: The Associated Press\n---\nThe ferry stopped Monday.\n",
        "---\ntitle: Ferry stops\nsource: Midtown Times\n---\nThe ferry stopped Monday.\n",
    ],
)
def agency_is_credited(article: Article) -> Flags:
    """A story that the metadata calls an agency's says so to the reader: in the byline, the dateline's parentheses, or
    a line at the foot (“The Associated Press contributed to this report”).
    """
    field = article.front_matter.field(*ALIASES["source"])
    if field is None:
        return
    own = mapping(field.node)
    named = next((own[key] for key in ("name", "outlet", "agency", "publisher") if key in own), field)
    names = _AGENCIES.get(said(named).lower().removeprefix("the "))
    if names is None:
        return
    author = article.front_matter.scalar(*ALIASES["author"]) or ""
    if not compiled(rf"\b(?:{names})\b").search(f"{author}\n{article.prose[article.front_matter.end :]}"):
        yield flag(named.node, f"Credit {said(named)} in the byline, the dateline or at the foot")


@rule(
    "sourcing-single-source",
    severity="suggestion",
    certainty="medium",
    summary="A long story that rests on one source",
    bad=[
        "By Ana Ruiz\n\n" + "The ferry stopped on a cold day and the river was high and brown with leaves. " * 12
        + "“It is the belt,” ^Delia Marsh^ said.\n\n"
        + "Nobody was hurt, and the riders went home by road in a bus that the county sent. " * 14
        + "“We will mend it,” Marsh said.\n\n“It takes a week,” Marsh said.",
        "By Tom Lee\n\n" + "The ferry stopped on a cold day and the river was high and brown with leaves. " * 24
        + "“It is the belt,” ^Mo Khan^ said.\n\n“We will mend it,” Khan said.\n\n“It takes a week,” Khan said.",
    ],
    good=[
        "By Ana Ruiz\n\n" + "The ferry stopped on a cold day and the river was high and brown with leaves. " * 24
        + "“It is the belt,” Delia Marsh said.\n\n“We will mend it,” Mo Khan said.\n\n“It takes a week,” Marsh said.",
        "By Ana Ruiz\n\nThe ferry stopped.\n\n“It is the belt,” Delia Marsh said.\n\n“It is old,” Marsh said.",
        "---\nkind: profile\n---\nBy Ana Ruiz\n\n" + "The ferry stopped on a cold day and the river was high. " * 40
        + "“It is the belt,” Delia Marsh said.\n\n“It is old,” Marsh said.\n\n“It takes a week,” Marsh said.",
    ],
)  # fmt: skip
def more_than_one_source(article: Article, *, words: int = 350) -> Flags:
    """A story of `words` words and more in which a single person is quoted has heard one side.

    Only signed stories are held to it; profiles, interviews and statements (`kind:`) are let be, and so is a story
    that credits a document, or in which somebody else is said to have said anything.
    """
    kind = (article.front_matter.scalar("kind", "type", "genre") or "").lower()
    if not article.bylines or article.words < words or kind in _ONE_VOICE:
        return
    credited: dict[str, Located] = {}
    times = 0
    for one in article.attributions:
        speaker = one.speaker
        if speaker is None or one.lemma == "according to":
            return
        name = speaker.text.strip("’'s, ")
        if name.lower() in ("he", "she", "they", "who", "it", "i", "we", "you", "that"):
            continue
        times += bool(one.quotes)
        credited.setdefault(name.split()[-1].lower(), speaker)
    if len(credited) == 1 and times > 2:
        (speaker,) = credited.values()
        yield flag(speaker, "Quote somebody else too; the story has one voice")


_ONE_VOICE = frozenset(
    "profile interview statement q&a qa obituary opinion column editorial essay review letter speech brief".split()
)
