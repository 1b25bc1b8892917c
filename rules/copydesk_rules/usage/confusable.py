"""Words that are taken for each other, where the words around them decide which was meant."""

from __future__ import annotations

from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING, NamedTuple

from copydesk import Bad, compiled, flag, rule
from copydesk_rules._copy import like, places
from copydesk_rules._facts import table

if TYPE_CHECKING:
    from copydesk import Article, Flags
    from copydesk_rules._copy import Place


class Slip(NamedTuple):
    """A row of `data/confusables.tsv`. before, after: regular expressions of what must stand beside, "" for all.

    words: what must stand before, where that is single words.  shift: where in `written` its longest word begins.
    """

    written: str
    meant: str
    before: str
    after: str
    words: frozenset[str]
    shift: int


@rule(
    "usage-confusable",
    severity="warning",
    summary="One word taken for another",
    fix="unsafe",
    certainty="medium",
    bad=[
        Bad("The choir is ^comprised of^ nine bakers.", fixed="The choir is composed of nine bakers."),
        Bad("Auditors ^poured over^ the ferry’s books.", fixed="Auditors pored over the ferry’s books."),
        Bad("The cook was given ^free reign^.", fixed="The cook was given free rein."),
        Bad("The mill has ^it’s own^ well.", fixed="The mill has its own well."),
        Bad("The toll will ^effect^ every farmer.", fixed="The toll will affect every farmer."),
        Bad("She may ^loose^ her license.", fixed="She may lose her license."),
        Bad("The parade was ^lead^ by a goat.", fixed="The parade was led by a goat."),
        Bad("^Their^ were no buses.", fixed="There were no buses."),
    ],
    good=[
        "Honey poured over the bread.",
        "She hoped to effect a change in the bylaws.",
        "The board comprises nine bakers.",
        "The queen’s reign in Spain was short.",
        "It’s owned by a co-op.",
        "The lead singer had lead paint on her boots.",
        "Let the dogs loose after noon, then lose the leash.",
        "“They poured over the books,” Lee said.",
    ],
)
def word_that_was_meant(article: Article) -> Flags:
    """Affect and effect, its and it’s, principal and principle, rein and reign: spelling checkers pass them all.

    A word is reported only between words that decide which was meant (`will effect 40 homes`, not `will effect a
    change`), and the correction is offered, not made.
    """
    slips = _slips()
    for place in places(article, slips.keys()):
        for slip in slips[place.word(0)]:
            first = place.start - slip.shift
            end = _reach(article, first, slip, place)
            if end:
                written = article.text[first:end]
                better = like(written[:2], slip.meant) if written[0].isupper() else slip.meant
                better = better.replace("'", "’") if "’" in article.text else better
                yield flag(place.part(first, end), f"Is “{better}” meant?", replace=better)
                break


def _reach(article: Article, first: int, slip: Slip, place: Place) -> int:
    """Where the slip's words end if they stand at `first` between the words that decide; 0 if not."""
    zone, folded, end = place.zone, article.folded, first + len(slip.written)
    if zone is None or first < zone.start or end > zone.end or not folded.startswith(slip.written.lower(), first):
        return 0
    if slip.written[0].isupper() and not article.prose.startswith(slip.written, first):
        return 0
    beside = folded[max(first - 1, zone.start) : first] + folded[end : end + 1]
    if any(c.isalnum() or c in "-'" for c in beside) or article.is_quoted(first, end):
        return 0
    if slip.words and place.word(-1) not in slip.words:
        return 0
    if slip.after and not compiled(slip.after).match(folded, end, zone.end):
        return 0
    if slip.before and not compiled(slip.before).search(folded, max(zone.start, first - 40), first):
        return 0
    return end


@cache
def _slips() -> dict[str, list[Slip]]:
    """The rows by the longest of their words, which is the rarest."""
    found: dict[str, list[Slip]] = {}
    for written, meant, before, after in table("confusables"):
        before, after = before.replace(" ", r"\s+"), after.replace(" ", r"\s+")
        for wrong, right in zip(written.split("|"), cycle(meant.split("|")), strict=False):
            words = wrong.replace("-", " ").split()
            trigger = max(words, key=len).lower()
            plain = len(words) == 1 and before and before.replace("|", "").replace("'", "").isalpha()
            beside = frozenset(before.split("|")) if plain else frozenset()
            stands_before = rf"(?<![\w'])(?:{before})\s+\Z" if before and not plain else ""
            follows = rf"\s*(?:{after})(?![a-z])" if after else ""
            slip = Slip(wrong, right, stands_before, follows, beside, wrong.lower().index(trigger))
            found.setdefault(trigger, []).append(slip)
    return found
