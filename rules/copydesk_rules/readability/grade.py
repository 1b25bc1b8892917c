"""What the formulas say of a story's narration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, flag, rule

if TYPE_CHECKING:
    from copydesk import Article, Flags

_HEAVY = (
    "Municipal administrators anticipated considerable additional expenditure associated with rehabilitation of the "
    "deteriorating reservoir infrastructure notwithstanding repeated assurances communicated previously."
)
_LIGHT = "".join(
    f"The dam at lock {n} leaks. Crews will fix it in May, and the town will pay for it with a small tax.\n\n"
    for n in range(1, 9)
)
_DENSE = "".join(f"In consequence, {n} {_HEAVY[10:].strip()}\n\n" for n in range(3, 11))
_QUOTED = "".join(f"“In {n} years {_HEAVY.strip()[:-1]},” Lee said.\n\n" for n in range(3, 11))
_FEW = 100


@rule(
    "readability-grade",
    severity="suggestion",
    summary="The story is hard to read",
    bad=[
        f"The dam leaks.\n\n^{_HEAVY}^\n\n{_DENSE}",
        Bad(f"The dam leaks.\n\n{_LIGHT}^{_HEAVY}^\n", options={"limit": 3}),
    ],
    good=[
        f"The dam leaks.\n\n{_HEAVY}",
        f"The dam leaks.\n\n{_LIGHT}",
        f"The dam leaks.\n\n{_LIGHT}{_QUOTED}",
        Good(f"The dam leaks.\n\n{_DENSE}", options={"limit": 99}),
    ],
)
def story_is_plain(article: Article, *, limit: int = 14, least: int = 150) -> Flags:
    """The Flesch-Kincaid grade of the narration: 0.39 words a sentence + 11.8 syllables a word - 15.59. News aims at 9
    to 12; over 14 (`limit`) only graduates read it with ease.

    Quotations do not count, an editor may not shorten them; names count as long as other words; a story of fewer than
    `least` words has no grade. The sentence that costs most is pointed at, with what makes it hard.
    """
    if article.words < least:
        return
    narration = article.readability.narration
    if narration.words < least or narration.without_names.grade <= limit:
        return
    cost, hardest = article.readability.hardest()[0]
    grade = narration.without_names.grade
    yield flag(
        hardest.sentence,
        f"The story reads at grade {grade:.1f} ({limit} is high); this sentence adds {max(cost, 0):.1f}: "
        f"{hardest.reasons}",
    )


@rule(
    "readability-flesch",
    severity="suggestion",
    default=False,
    summary="The story’s Flesch reading ease is low",
    bad=[
        f"The dam leaks.\n\n^{_HEAVY}^\n\n{_DENSE}",
        Bad(f"The dam leaks.\n\n{_LIGHT}^{_HEAVY}^\n", options={"least": 95}),
    ],
    good=[
        f"The dam leaks.\n\n{_HEAVY}",
        f"The dam leaks.\n\n{_LIGHT}",
        f"The dam leaks.\n\n{_LIGHT}{_QUOTED}",
    ],
)
def story_is_easy(article: Article, *, least: int = 40) -> Flags:
    """The Flesch reading ease of the narration: 206.835 - 1.015 words a sentence - 84.6 syllables a word. Plain English
    is 60 and more; under 40 (`least`) it is hard.

    It is made of what readability-grade is made of, so it is off: a newsroom selects the one that it knows.
    """
    narration = article.readability.narration
    if narration.words < _FEW:
        return
    ease = narration.without_names.indexes()["flesch_reading_ease"]
    if ease < least:
        hardest = article.readability.hardest()[0][1]
        yield flag(hardest.sentence, f"Reading ease {ease:.0f} ({least} is low); hardest here: {hardest.reasons}")


@rule(
    "readability-other-indexes",
    severity="suggestion",
    default=False,
    summary="What the other indexes say",
    bad=[
        f"^The dam leaks.^\n\n{_LIGHT}",
        f"^The reservoir leaks.^ Nobody swims.\n\n{_DENSE}",
    ],
    good=[
        f"The dam leaks.\n\n{_HEAVY}",
        "The dam leaks.",
    ],
)
def other_indexes(article: Article) -> Flags:
    """Gunning fog, SMOG (of 30 sentences or more), ARI, Coleman-Liau, Dale-Chall and LIX of the whole story, for those
    who ask: they differ by two to four grades, and none of them is a gate. The sentence pointed at is the first.
    """
    story = article.readability.story
    if story.words < _FEW:
        return
    found = story.indexes()
    names = {
        "gunning_fog": "fog",
        "ari": "ARI",
        "coleman_liau": "Coleman-Liau",
        "dale_chall": "Dale-Chall",
        "lix": "LIX",
    }
    if story.sentences >= 30:
        names["smog"] = "SMOG"
    said = ", ".join(f"{name} {found[index]:.1f}" for index, name in names.items())
    yield flag(article.readability.loads[0].sentence, f"Other indexes: {said}")
