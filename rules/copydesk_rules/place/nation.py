"""U.S., U.K. and U.N. with or without periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Span, compiled, flag, rule
from copydesk_rules._initialisms import initialisms
from copydesk_rules.date._style import ends_sentence

if TYPE_CHECKING:
    from copydesk import Article, Flags

_NAMES = frozenset({"US", "UK", "UN"})
#: What follows US and UN in names that have no periods.
_IN_NAMES = ("Airways", "Airlines", "Weekly", "Magazine", "Foods", "Women", "Habitat", "Bank", "Bancorp", "Lacrosse")


@rule(
    "place-us-periods",
    severity="warning",
    fix="safe",
    summary="U.S., U.K. and U.N. in text have periods, or none, by house",
    bad=[
        Bad("Boats of the ^US^ navy sank.", fixed="Boats of the U.S. navy sank."),
        Bad("The ^UN^’s boats sank.", fixed="The U.N.’s boats sank."),
        Bad("Park rows in the ^UK^.", fixed="Park rows in the U.K."),
        Bad("The ^U.S^ navy rowed.", fixed="The U.S. navy rowed."),
        Bad("Boats of the ^U.S.^ navy sank.", fixed="Boats of the US navy sank.", options={"dotted": ()}),
        Bad("Park rows in the ^U.S.^", fixed="Park rows in the US.", options={"dotted": ()}),
    ],
    good=[
        "Boats of the U.S. navy sank.",
        "Let us row home, she told us.",
        "It costs US$40 in the USA.",
        "US Airways and USS Gull are gone.",
        "The tag #US is gone.",
        "GIVE US THE BOAT\n\nPark rowed home.",
        "“The US navy sank,” Lee said.",
        Good("US navy boats sink", zone="headline"),
        Good("Boats of the US navy sank.", options={"dotted": ()}),
    ],
)
def national_initials(article: Article, *, dotted: tuple[str, ...] = ("US", "UK", "UN")) -> Flags:
    """AP and The New York Times put periods into U.S., U.K. and U.N. except in headlines (AP Stylebook, "U.S.").
    `dotted` names those that a house prints with periods: none in The Guardian and the BBC, no UK in Reuters.
    """
    prose = article.prose
    for one in initialisms(article):
        if one.letters not in _NAMES or one.shouted or one.suffix == "s":
            continue
        after = prose[one.end : one.end + 12]
        written = prose[one.start : one.end]
        right = ".".join(one.letters) + "." if one.letters in dotted else one.letters
        if written == right or (one.letters in dotted and after.strip().startswith(_IN_NAMES)) or after[:1] == "$":
            continue
        if compiled(r"-[A-Z]{2}").match(after):
            continue
        replacement = right
        if right.endswith("."):
            replacement = right[:-1] if after[:1] == "." else right
        elif written.endswith(".") and not one.suffix and ends_sentence(article, one.end):
            replacement = f"{right}."
        yield flag(Span(one.start, one.end), f"Write {right}", replace=replacement)
