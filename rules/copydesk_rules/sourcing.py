"""Where the words and facts of a story come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from copydesk import ALIASES, Bad, Good, Part, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags, Node

_RIGHTS = ("license", "licence", "permission", "permissions", "rights", "agreement", "contract", "terms")
_ADDRESS = ("url", "link", "href", "canonical", "permalink")
#: Keys that give a source's address on their own.
_SOURCE_ADDRESS = ("source_url", "sourceurl", "source-url", "original_url", "original-url", "canonical_url", "canonical", "is_based_on")
#: Agencies whose copy a newsroom runs under contract.
_AGENCIES = frozenset(
    "ap|the ap|associated press|the associated press|reuters|afp|agence france-presse|bloomberg|upi|dpa|pa media|"
    "the canadian press|canadian press|aap|kyodo|efe|ansa".split("|")
)


@rule(
    "sourcing-adapted-notice",
    severity="error",
    summary="Story is adapted from another’s and the metadata does not say whose, or by what right",
    bad=[
        "---\ntitle: Talks stall\n---\nTalks stalled.\n\n"
        "^This article was adapted from an earlier report published on MidtownWire.example.^",
        "Talks stalled Monday in Midtown.\n\n^This story was originally published by The Harlow Falls Post.^",
        "---\ntitle: Talks stall\nsource:\n  name: Harlow Falls Post\n---\nTalks stalled.\n\n"
        "^Republished with permission from the Harlow Falls Post.^",
        "---\ntitle: Talks stall\nsource:\n  ^name^: Harlow Falls Post\n  url: https://example.org/talks\n---\nTalks stalled.\n",
    ],
    good=[
        "---\ntitle: Film opens\n---\nThe film was adapted from a novel by Ann Lee.",
        "---\ntitle: Talks stall\nsource:\n  name: Harlow Falls Post\n  url: https://example.org/talks\n  permission: letter\n---\n"
        "Talks stalled.\n\nThis article was adapted from a report in the Harlow Falls Post.",
        "---\ntitle: Talks stall\nsource: AP\n---\nTalks stalled.\n\nThis story was first published by The Associated Press.",
        "The article was adapted for the stage in May, the director said.",
        "“This article was adapted from a blog,” the editor said.",
        "This story was updated Monday to add the vote.",
    ],
)
def adapted_story_names_its_source(article: Article) -> Flags:
    """Copy adapted or reprinted from another outlet carries the outlet, the address and the right to use it in `source:`.

    And the other way round: a `source:` with an address is named to the reader. Agencies' copy runs under
    contract and needs the agency's name only.
    """
    field = article.front_matter.field(*ALIASES["source"])
    missing = _missing(article, field.node if field else None)
    if missing:
        for zone in article.zones:
            if zone.kind not in ("lead", "body", "notice", "boilerplate", "caption", "list"):
                continue
            for match in _notice().finditer(article.prose, zone.start, zone.end):
                if not article.is_quoted(*match.span()):
                    yield flag(_sentence(article, match.start(), zone.end), f"Adapted copy, but the metadata has no {missing}")
                    break
    elif field and isinstance(field.node.value, Mapping):
        name = next((f for key, f in field.node.value.items() if key.lower() in ("name", "outlet", "publisher")), None)
        body = article.prose[article.front_matter.end :].casefold()
        if name and isinstance(name.node.value, str) and _core(name.node.value) not in body:
            yield flag(Part(name.key_start, name.key_end), f"The story never says that it comes from {name.node.value}")


def _missing(article: Article, source: Node | None) -> str:
    """What the metadata should say of the source and does not; "" when it says all."""
    front = article.front_matter
    has_address = front.field(*_SOURCE_ADDRESS) is not None
    has_rights = front.field(*_RIGHTS) is not None
    if source is None or source.value is None:
        return "" if has_address and has_rights else "source:"
    if isinstance(source.value, Mapping):
        keys = {key.lower() for key in source.value}
        has_address = has_address or bool(keys & set(_ADDRESS))
        has_rights = has_rights or bool(keys & set(_RIGHTS))
    elif _core(str(source.value)) in {_core(name) for name in _AGENCIES}:
        return ""
    lacks = [what for what, has in (("source.url", has_address), ("source.permission", has_rights)) if not has]
    return " and no ".join(lacks)


def _core(name: str) -> str:
    return name.casefold().strip().removeprefix("the ")


def _sentence(article: Article, at: int, end: int) -> Part:
    """The sentence that holds `at`, or all up to `end`."""
    sentence = article.sentence_at(at)
    return Part(sentence.start, sentence.end) if sentence else Part(at, end)


@cache
def _notice() -> re.Pattern[str]:
    thing = r"(?:article|story|report|piece|post|column|essay|dispatch|interview|item|commentary|editorial)"
    used = r"(?:adapted|excerpted|condensed|republished|reprinted|reproduced|syndicated|translated|abridged)"
    first = r"(?:first|originally|previously)\s+(?:published|appeared|posted|reported|printed|ran|run)"
    return re.compile(
        rf"\b(?:this\s+(?:\w+\s+)?{thing}\s+(?:is|was|has\s+been|had\s+been)?\s*(?:{used}|{first}|published)\s+(?:with\s+permission\s+)?"
        rf"(?:from|by|in|on|at|with)\b|(?:a|an\s+\w+|a\s+\w+)\s+version\s+of\s+this\s+{thing}\s+(?:was\s+)?(?:{first}|appeared|ran)\b|"
        rf"(?:{used})\s+with\s+(?:the\s+)?permission\b|(?:adapted|excerpted|condensed|reprinted|republished)\s+from\s+(?:an?\s+|the\s+)?"
        rf"(?:\w+\s+){{0,4}}?{thing}\b|(?<![\w’'-])(?:originally|first)\s+published\s+(?:by|in|on|at)\s+(?=[A-Z“\"‘*_\u2060]|the\s))",
        re.I,
    )
