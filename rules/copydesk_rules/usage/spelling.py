"""American and British spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, flag, rule
from copydesk_rules._copy import COPY, Place, like, places
from copydesk_rules.usage._spellings import to_uk, to_us

if TYPE_CHECKING:
    from copydesk import Article, Flags

#: What follows makes the word another: rigor mortis in Britain, a capital that is the party's.
_SET = {"rigor": "mortis"}


@rule(
    "usage-us-uk-spelling",
    severity="warning",
    summary="Spelling of the other English",
    fix="safe",
    bad=[
        Bad("Volunteers ^organise^ the book fair each May.", fixed="Volunteers organize the book fair each May."),
        Bad("^Neighbours^ painted the barn.", fixed="Neighbors painted the barn."),
        Bad(
            "The ^jewellery^ shop ^travelled^ by barge.",
            fixed="The jewelry shop traveled by barge.",
        ),
        Bad(
            "The ^color^ of the ferry was ^criticized^.",
            fixed="The colour of the ferry was criticised.",
            house="guardian",
        ),
        Bad("A ^gray^ gull ^honored^ the pier.", fixed="A grey gull honoured the pier.", options={"english": "uk"}),
    ],
    good=[
        "Few bakers exercise, and none advise it.",
        "The Harbour Centre in Bristol opens Friday.",
        "Labour gained two seats in Easton.",
        "“We organise the fair ourselves,” Ruiz said.",
        "Bakers promise a surprise, the enterprise’s compromise.",
        Good("The Pearl Harbor survivor met the defence secretary.", house="guardian"),
        Good("Read the parking meter at the medical practice.", house="bbc"),
    ],
)
def one_english(article: Article, *, english: str = "us") -> Flags:
    """A house spells one English. Option `english`: "us" (center, organize, color, traveled) or "uk" (centre,
    organise, colour, travelled).

    Only regular pairs and a list are looked at, so that exercise, advise and surprise are safe. A word with a
    capital that no sentence explains is a name (the Labour Party, Rogers Centre, the Department of Defense) and is let
    be, as are words in quotation marks. Where a British spelling depends on the part of speech (practice, licence) or
    on the sense (program, meter, check), American copy is told and British copy is not. AP’s own list of
    single words is `usage-house-spelling`.
    """
    twins = to_uk() if english == "uk" else to_us()
    for place in places(article, twins.keys(), zones=COPY):
        word, written = place.word(0), place.text
        is_party = written == "Labour"
        if is_party or place.is_name() or _is_address(place) or place.word(1) == _SET.get(word, "-"):
            continue
        better = like(written, twins[word])
        which = "British" if english == "uk" else "American"
        yield flag(place, f"The {which} spelling is “{better}”", replace=better)


def _is_address(place: Place) -> bool:
    """Whether a mark ties it to an address, a file or a tag."""
    prose = place.article.prose
    before, after = prose[max(place.start - 1, 0) : place.start], prose[place.end : place.end + 2]
    return (
        before in ("/", ".", "@", "#", "_")
        or after[:1] in ("/", "_", "@")
        or (after[:1] == "." and after[1:].isalpha())
    )
