"""Copy adapted from another outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from copydesk import ALIASES, Span, compiled, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, Node

_RIGHTS = ("license", "licence", "permission", "permissions", "rights", "agreement", "contract", "terms")
_ADDRESS = ("url", "link", "href", "canonical", "permalink")
#: Keys that give a source's address on their own.
_SOURCE_ADDRESS = (
    "source_url",
    "sourceurl",
    "source-url",
    "original_url",
    "original-url",
    "canonical_url",
    "canonical",
    "is_based_on",
)
#: Agencies whose copy a newsroom runs under contract.
_AGENCIES = frozenset(
    "ap|the ap|associated press|the associated press|reuters|afp|agence france-presse|bloomberg|upi|dpa|pa media|"
    "the canadian press|canadian press|aap|kyodo|efe|ansa".split("|")
)


@rule(
    "sourcing-adapted-notice",
    severity="error",
    summary="Adapted story without source metadata",
    bad=[
        "---\ntitle: Talks stall\n---\nTalks stalled.\n\n"
        "^This column is adapted from one that HarlowWire.example ran in June.^",
        "Talks stalled Monday in Midtown.\n\n^This story was originally published by The Harlow Falls Post.^",
        "Talks stalled.\n\n^The Harlow Falls Post first printed this dispatch in its Sunday edition.^",
        "Talks stalled.\n\n^This dispatch is based on two reports in the Harlow Falls Post.^",
        "---\ntitle: Talks stall\nsource:\n  name: Harlow Falls Post\n---\nTalks stalled.\n\n"
        "^Republished with permission from the Harlow Falls Post.^",
        "---\ntitle: Talks stall\nsource:\n  ^name^: Harlow Falls Post\n  url: https://example.org/talks\n"
        "  license: CC BY\n---\nTalks stalled.\n",
    ],
    good=[
        "---\ntitle: Play opens\n---\nThe play was adapted from a radio serial that Nell Moss wrote.",
        "---\ntitle: Talks stall\nsource:\n  name: Harlow Falls Post\n  url: https://example.org/talks\n"
        "  permission: letter\n---\n"
        "Talks stalled.\n\nThis story is condensed from one in the Harlow Falls Post.",
        "---\ntitle: Talks stall\nsource: AP\n---\nTalks stalled.\n\n"
        "This story first appeared in a report by The Associated Press.",
        "The article was adapted for the stage in May, the director said.",
        "“This column was reprinted from a flyer,” the baker said.",
        "This story was updated Monday to add the vote.",
        "This dispatch is based on talks with nine bakers.\n\nThe smell was first reported by researchers.",
    ],
)
def adapted_story_names_its_source(article: Article) -> Flags:
    """Copy adapted from another outlet carries that outlet, the address and the right to use it in `source:`.

    And the other way round: a `source:` with an address is named to the reader. Agencies' copy runs under
    contract and needs the agency's name only.
    """
    field = article.front_matter.field(*ALIASES["source"])
    missing = _missing(article, field.node if field else None)
    if missing:
        folded = article.folded.replace("\n", " ")
        if not any(word in folded for word in _BORROWED):
            return
        patterns = _notices(article)
        starts = article.tokens.starts
        for zone in dict.fromkeys(article.zone_at(starts[i]) for i in article.tokens.among(_TELLING)):
            if zone is None or zone.kind not in ("lead", "body", "notice", "boilerplate", "caption", "list"):
                continue
            found = (m for p in patterns for m in p.finditer(article.prose, zone.start, zone.end))
            said = [m.start() for m in found if _names_outlet(m) and not article.is_quoted(*m.span())]
            if said:
                place = _sentence(article, min(said), zone.end)
                yield flag(place, f"Adapted copy: give {missing} in the metadata")
    elif field and isinstance(field.node.value, Mapping):
        name = next((f for key, f in field.node.value.items() if key.lower() in ("name", "outlet", "publisher")), None)
        body = article.folded[article.front_matter.end :]
        if name and isinstance(name.node.value, str) and _core(name.node.value) not in body:
            yield flag(Span(name.key_start, name.key_end), f"The story never says that it comes from {name.node.value}")


def _missing(article: Article, source: Node | None) -> str:
    """What the metadata should say of the source and does not; "" when it says all."""
    front = article.front_matter
    has_address = front.field(*_SOURCE_ADDRESS) is not None
    has_rights = front.field(*_RIGHTS) is not None
    if source is None or source.value is None:
        return "" if has_address and has_rights else "its source (source:)"
    if isinstance(source.value, Mapping):
        keys = {key.lower() for key in source.value}
        has_address = has_address or bool(keys & set(_ADDRESS))
        has_rights = has_rights or bool(keys & set(_RIGHTS))
    elif _core(str(source.value)) in {_core(name) for name in _AGENCIES}:
        return ""
    lacks = [what for what, has in (("source.url", has_address), ("source.permission", has_rights)) if not has]
    return " and ".join(lacks)


def _core(name: str) -> str:
    return name.casefold().strip().removeprefix("the ")


def _sentence(article: Article, at: int, end: int) -> Span:
    """The sentence that holds `at`, from there on where a capital begins it; all up to `end` when there is none."""
    sentence = article.sentence_at(at)
    if sentence is None:
        return Span(at, end)
    return Span(at if article.text[at].isupper() else sentence.start, sentence.end)


#: Of these one stands in every such line.
_BORROWED = (
    "adapted", "excerpted", "condensed", "published", "reprinted", "reproduced", "syndicated", "translated", "abridged",
    "first appeared", "first ran", "first reported", "first posted", "first printed", "originally", "previously",
    "appeared first", "ran first", "version of", "material from", "files from", "via ", "based on", "draws on",
    "comes from",
)  # fmt: skip
#: Of these one stands in the same paragraph.
_TELLING = frozenset(
    "adapted excerpted condensed published republished reprinted reproduced syndicated translated abridged first "
    "originally previously version material files via based draws comes".split()
)
#: A name that may be an outlet's: the pattern of notices takes any, and `_outlet` says which is one.
_NAME = r"(?-i:(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+[A-Z][\w’'&.-]*){0,4}|[\w-]+\.[a-z]+)"


@cache
def _outlet() -> re.Pattern[str]:
    """What a newspaper, a station, an agency or a site is called: the last word of its name."""
    return compiled(
        r"(?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]*\s+){0,4}(?:Times|Post|News|Newsroom|Press|Tribune|Herald|Journal|Gazette|"
        r"Chronicle|Star|Sun|Sentinel|Observer|Guardian|Reuters|BBC|AP|AFP|CNN|NPR|PBS|UPI|Bloomberg|Magazine|Daily|"
        r"Weekly|Register|Dispatch|Courier|Ledger|Globe|Telegraph|Independent|Radio|Examiner|[IE]nquirer|Advocate|"
        r"Bulletin|Beacon|Echo|Monitor|ProPublica|Politico|Axios|[\w-]+\.(?:com|org|net|news|example))(?![\w’-])"
    )


def _names_outlet(match: re.Match[str]) -> bool:
    """Whether the name in a notice, if it has to have one, is an outlet's."""
    return all(name is None or _outlet().match(name) for name in match.groupdict().values())


def _notices(article: Article) -> list[re.Pattern[str]]:
    """The patterns of notices, those that can be in the article by their words: each is long, and few are needed."""
    folded, prose = article.folded, article.prose
    wanted = [kind for kind, hints in _KINDS.items() if any(hint in folded for hint in hints)]
    if any(hint in prose for hint in _ALONE):
        wanted.append("alone")
    return [_notice(kind) for kind in wanted]


#: Kinds of notices, and words of which one stands in each.
_KINDS = {
    "this": ("this ",),
    "news": ("story was ", "news was "),
    "outlet": (" first ", " originally ", " previously "),
    "version": ("version of ",),
    "via": ("(via ",),
}


#: How a notice of its own, without "this story", begins.
_ALONE = (
    "Adapted", "Excerpted", "Condensed", "Republished", "Published", "Reprinted", "Reproduced", "Syndicated",
    "Translated", "Abridged", "First ", "Originally", "Previously", "Appeared", "Ran ", "With ", "Material", "Via ",
    "via ",
)  # fmt: skip


@cache
def _notice(kind: str) -> re.Pattern[str]:
    """A line that says that the story, or what opens the sentence, is another outlet's; of one kind."""
    thing = r"(?:article|story|report|piece|post|column|essay|dispatch|interview|item|commentary|editorial)"
    used = r"(?:adapted|excerpted|condensed|republished|reprinted|reproduced|syndicated|translated|abridged)"
    first = (
        r"(?:(?:first|originally|previously)\s+(?:published|appeared|posted|reported|printed|ran|run)|"
        r"(?:appeared|ran|published)\s+(?:first|originally|previously))"
    )
    permission = r"with\s+(?:the\s+)?(?:\w+\s+)?permission\b"
    by = r"(?:from|by|in|on|at|with)\b"
    this = rf"\bthis\s+(?:\w+\s+)?(?:{thing}\b(?:,\s+which\b)?\s*)?"
    outlet = rf"(?P<outlet>{_NAME})"
    opens = r"(?=(?:(?<=[.!?…)\]:\n\r\u2060] )|(?<![^\s\u2060_*(\[])(?<!\w ))(?-i:[A-Z]))"
    if kind == "this":
        reports = rf"(?:\w+\s+){{0,2}}(?:reporting|coverage|material|{thing}s?)\s+(?:published\s+|written\s+)?{by}"
        pattern = (
            rf"{this}(?:is|was|has\s+been|had\s+been)?\s*(?:(?:{used}|{first})\s+(?:{permission}\s+)?{by}|"
            rf"(?:re)?published\s+{permission}|(?:(?:based|draws)\s+on\s+{reports}|comes\s+from)\s+{outlet}|"
            rf"(?:contains|includes|uses)\s+material\s+from\b|"
            rf"produced\s+by\b[^.]{{3,60}}\srepublished\s+(?:here\s+)?{permission})"
        )
    elif kind == "news":
        pattern = rf"\bthe\s+(?:story|news)\s+was\s+{first}\s+(?:by|in|on)\s+{outlet}"
    elif kind == "outlet":
        pattern = (
            rf"{opens}{outlet}\s+(?:first|originally|previously)\s+(?:published|reported|ran|posted|printed)\s+{this}"
        )
    elif kind == "version":
        pattern = (
            rf"\b(?:an?\s+(?:\w+\s+)?|the\s+(?:original|full|longer)\s+)version\s+of\s+this\s+{thing}\s+(?:was\s+)?"
            rf"(?:{first}|appeared|ran|published)\b|\badapted\s+version\s+of\s+an?\s+(?:\w+\s+)?{thing}\b"
        )
    elif kind == "via":
        pattern = rf"\(via\s+{outlet}\)\s*$"
    else:
        pattern = (
            rf"{opens}(?:(?:{used}|published)\s+{permission}|(?:(?<!\()(?<!\(\u2060){used}|{first})\s+"
            rf"(?:from|by|in|on|at)\b|with\s+(?:additional\s+)?(?:material|files)\s+from\b|"
            rf"material\s+from\s+[^.]{{3,60}}\s+was\s+used\s+in\s+this\b|"
            rf"(?:{thing}\s+)?via\s+(?-i:[A-Z])[^.,]{{2,40}}\.?\)?\s*$)"
        )
    return compiled(pattern, re.I)
