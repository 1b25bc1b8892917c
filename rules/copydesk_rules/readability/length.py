"""How long sentences and paragraphs are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, Kind, flag, rule
from copydesk_rules.readability._story import has_body, is_long_form

if TYPE_CHECKING:
    from copydesk import Article, Flags, Sentence, Zone

_LONG = (
    "Pickers at the Moss family orchard filled every crate on the hill by noon on Saturday, then hauled ladders, "
    "baskets and a borrowed cider press down to the lower rows before the hail could reach them and their old dogs, "
    "who slept."
)
_SOMEWHAT = (
    "Pickers at the Moss family orchard filled every crate on the hill by noon on Saturday, then hauled ladders and a "
    "borrowed cider press down to the lower rows before the hail came."
)
_VERY_LONG = _LONG[:-1] + (
    ", though the road was a river by then and the one truck that could have made it up the hill had been lent to a "
    "cousin for the weekend."
)


@rule(
    "readability-sentence-length",
    severity="warning",
    summary="Sentence is too long",
    bad=[
        f"The crop is in.\n\n^{_LONG}^ Nobody was hurt.",
        f"^{_LONG}^",
        f"The crop is in.\n\n{_LONG}\n\n^{_VERY_LONG}^ Nobody was hurt.",
        f"^{_SOMEWHAT}^",
        Bad(
            "The crop is in.\n\n^Pickers at the Moss family orchard filled every crate.^",
            options={"suggest": 8, "limit": 8},
        ),
    ],
    good=[
        "The crop is in.\n\nPickers brought down the last crates Saturday. Hail followed.",
        "The crop is in.\n\n“" + _LONG[:-1] + ",” Mo Khan said.",
        "The list names the pool at Mill Bend, with its two slides and its one diving board; the rink behind the mill, "
        "with its new roof; the park at Low Water, with its band shell, its ponds and its geese; and the track that "
        "the high school shares.",
        f"- {_LONG}\n- The hail came at 1.\n",
        f"The crop is in.\n\n{_LONG}\n\n" + "Hail fell. It was cold. " * 12,
        f"The crop is in.\n\n{_SOMEWHAT} Nobody was hurt. It hailed.",
        Good(f"The crop is in.\n\n{_LONG}", options={"suggest": 50}),
    ],
)
def sentence_is_short(
    article: Article, *, suggest: int = 30, limit: int = 40, warn: int = 70, share: int = 5, average: int = 25
) -> Flags:
    """Over 30 words (`suggest`) a sentence asks for a second reading; over 40 (`limit`) it gets none.

    One long sentence among many is rhythm, so the longest is pointed at when more than `share` percent of a story's
    sentences are over the limit, or when it is over `suggest` and the narration has more than `average` words a
    sentence; one of more than `warn` words always, as a warning. Sentences that are mostly quotation are the source's;
    lists, and series parted by semicolons, read themselves. Of the lead lead-length speaks.
    """
    long = [sentence for sentence in _sentences(article) if _is_long(sentence, suggest)]
    if not long:
        return
    loads = article.readability.loads
    narrated = {load.sentence.start for load in loads if not load.is_speech}
    longest = max((one for one in long if one.start in narrated), key=lambda one: one.words, default=None)
    if longest is None:
        return
    over = sum(one.words > limit for one in long if one.start in narrated)
    is_dense = article.readability.narration.words_a_sentence > average
    if longest.words > warn or 100 * over > share * len(loads) or is_dense:
        others = f"; {over} of the story’s sentences are over {limit}" if over > 1 else ""
        message = f"{longest.words} words in one sentence; {limit if over else suggest} are a lot{others}"
        yield flag(longest, message, severity=None if longest.words > warn else "suggestion")


def _sentences(article: Article) -> list[Sentence]:
    """The sentences of the body; of the lead when there is nothing else."""
    kinds = (Kind.BODY,) if has_body(article) else (Kind.LEAD,)
    return [sentence for zone in article.zones_of(*kinds) for sentence in zone.sentences]


def _is_long(sentence: Sentence, limit: int) -> bool:
    """Whether it has more words than the limit, and is no series parted by semicolons."""
    return sentence.end - sentence.start > 2 * limit and sentence.words > limit and sentence.prose.count(";") < 2


@rule(
    "readability-paragraph-length",
    severity="suggestion",
    summary="Paragraph is too long for news",
    bad=[
        "^The Otters lost. They fired a coach. They found a field. It flooded. They dug a ditch. They won.^",
        f"The crop is in.\n\n^{_LONG} {_LONG[:-1]}, and the cider was poured at dusk in a barn that smelled of rain.^",
        "The Otters won.\n\n^They lost. They fired a coach. They found a field. It flooded.^\n\nThey dug a ditch.",
    ],
    good=[
        "The Otters lost. They fired a coach. They found a field.\n\nIt flooded. They dug a ditch. They won.",
        "> We lost. We fired a coach. We found a field. It flooded. We dug a ditch. We won.",
        "“We lost. We fired a coach. We found a field. It flooded. We dug a ditch. We won,” Cole said.",
        Good("The Otters lost. They fired a coach. They found a field. It flooded.", options={"sentences": 5}),
        "---\ntitle: Mud\nkind: feature\n---\nThe Otters lost. They fired a coach. It rained. They dug. They won.",
        "It rained. It was cold.\n\nThey lost. They ran. It hailed. They won.\n\nThey dug. It poured.",
    ],
)
def paragraph_is_short(article: Article, *, sentences: int = 3, words: int = 80) -> Flags:
    """A newspaper's column makes four sentences a grey block: up to three, or 80 words, in news.

    The longest paragraph is pointed at, when it is also three times as long as the story's usual paragraph. Features,
    opinion and reviews (`kind:`) run longer and are let be, as are paragraphs that are half quotation.
    """
    paragraphs = article.zones_of(Kind.LEAD, Kind.BODY)
    counts = [len(paragraph.sentences) for paragraph in paragraphs]
    sizes = [paragraph.words for paragraph in paragraphs]
    if is_long_form(article) or (max(counts, default=0) <= sentences and max(sizes, default=0) <= words):
        return
    block = _outlier(counts, sentences)
    if block is not None and not _is_spoken(paragraphs[block]):
        yield flag(paragraphs[block], f"{counts[block]} sentences in one paragraph; {sentences} are enough in news")
        return
    block = _outlier(sizes, words)
    if block is not None and not _is_spoken(paragraphs[block]) and paragraphs[block].prose.count(";") < 3:
        yield flag(paragraphs[block], f"{sizes[block]} words in one paragraph; {words} are enough in news")


def _is_spoken(paragraph: Zone) -> bool:
    """Whether half of its sentences or more are mostly quotation."""
    loads = [
        load for load in paragraph.article.readability.loads if paragraph.start <= load.sentence.start < paragraph.end
    ]
    return 2 * sum(load.is_speech for load in loads) >= len(loads)


def _outlier(sizes: list[int], limit: int) -> int | None:
    """The index of the largest, when it is over the limit and three times the usual size of the others."""
    largest = max(range(len(sizes)), key=sizes.__getitem__, default=None)
    if largest is None or sizes[largest] <= limit:
        return None
    others = sorted(sizes[:largest] + sizes[largest + 1 :])
    return largest if not others or sizes[largest] > 3 * others[len(others) // 2] else None
