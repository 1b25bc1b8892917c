"""What machines and offices leave in copy: an assistant's asides, its stock phrases, corporate jargon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Edit, Span, compiled, flag, rule
from copydesk_rules._copy import COPY, Place, like, places

if TYPE_CHECKING:
    from copydesk import Article, Flags, Located


@rule(
    "usage-ai-leftover",
    severity="error",
    summary="A chatbot’s words or marks left in the copy",
    zones=COPY,
    bad=[
        "^As an AI language model^, I have no view of the ferry.",
        "^Certainly! Here is^ a story about the pier.\n\nThe pier shut.",
        "The pier shut Friday. ^I hope this helps^!",
        "The ferry sank, said ^[insert name of captain]^.",
        "The toll is $4 ^:contentReference[oaicite:2]{index=2}^.",
        "The toll is $4 ^citeturn0search3^, Lee said.",
        "See the [rules](https://ferry.example/rules?^utm_source=chatgpt.com^).",
    ],
    good=[
        "The bot wrote, “As an AI language model, bread is beyond me.”",
        "The model of language that she taught was new.",
        "Certainly, here is where the ferry sank.",
        "She hopes this helps bakers.",
        "The clerk will insert names [in pencil] on the roll.",
        "ChatGPT, an AI language model, wrote the menu.",
    ],
)
def no_chatbot_left(article: Article) -> Flags:
    """A pasted answer brings its wrapping along: “As an AI language model”, “Certainly! Here is …”, a note on what
    it last learned, [insert …], and the marks that chat programs set for sources (oaicite, turn0search0,
    utm_source=chatgpt.com). None of it can stand. Words in quotation marks are a story about chatbots.
    """
    text = article.text
    if any(mark in text for mark in _MARKS):
        for match in compiled(_MARK).finditer(text, article.front_matter.end):
            yield flag(Span(*match.span()), "A chat program’s mark for a source")
    folded = article.folded
    index = article.tokens.where
    if any(gate[-1] in index and all(word in index for word in gate) for gate in _GATES):
        hints = [hint for hint in _HINTS if hint in folded]
        for zone in article.zones if hints else ():
            if zone.kind in COPY and any(folded.find(hint, zone.start, zone.end) >= 0 for hint in hints):
                for match in compiled(_LEFTOVER, re.I).finditer(article.prose, zone.start, zone.end):
                    if not article.is_quoted(*match.span()):
                        yield flag(Span(*match.span()), "A chatbot’s words, not the newsroom’s")


_MARKS = ("oaicite", "turn0", "turn1", "†source", "utm_source=", "attached_file", "grok_render", "contentReference")
_MARK = (
    r":?contentReference\[oaicite:\d*\](?:\{index=\d+\})?|\[?oaicite:\d*\]?|oaicite|"
    r"[\ue000-\uf8ff]*(?:cite|navlist|i)?[\ue000-\uf8ff]*turn\d+(?:search|view|news|image|file|"
    r"fetch)\d+(?:[\ue000-\uf8ff]*turn\d+[a-z]+\d+)*"
    r"[\ue000-\uf8ff]*|【\d+[^】\n]{0,20}†[^】\n]{0,40}】|utm_source=(?:chatgpt\.com|openai|chatgpt|copilot\.com|"
    r"perplexity(?:\.ai)?|claude\.ai)|"
    r"\[attached_file:\d+\]|grok_render_\w+|contentReference"
)
#: All words of one of these groups, the rarest last, stand in every phrase below; a hint stands in its paragraph.
_GATES = tuple(
    tuple(words.split())
    for words in (
        "as ai", "as artificial", "language model", "hope helps", "hope help", "hope answers", "my update",
        "my knowledge",
        "my training", "[ insert", "[ your", "[ name", "[ names", "[ add", "[ enter", "certainly here",
        "certainly here's",
        "sure here", "sure here's", "absolutely here", "absolutely here's", "course here", "course here's",
        "great here",
        "great here's", "got here's", "here version", "here's version", "here draft", "here's draft", "here rewrite",
        "here's headline", "here headline", "here's article", "here article", "here's story", "would like me",
        "you'd like me",
        "like know any", "browse i", "real information i", "real data i", "assist that", "fulfill request", "feel free",
    )
)  # fmt: skip
_HINTS = (
    "as an a", "language model", "i hope th", "my last ", "my latest ", "my most recent", "my knowledge",
    "my training", "[insert",
    "[your ", "[name", "[add ", "[enter ", "like me to", "like any", "browse the", "real-time ", "assist with that",
    "fulfill that", "feel free to", "! here", ". here", ": here", "—here", "here is a", "here's a", "here's the",
    "here is the",
    "here is your", "here's your", "sure, here", "certainly, here", "thing! here",
)  # fmt: skip
_HERE = r"here(?:['’]s|\s+is|\s+are)"
_LEFTOVER = (
    r"\bas\s+an?\s+(?:AI|artificial\s+intelligence)(?:\s+(?:language\s+model|model|assistant|chatbot))?(?=,?\s+I\b)|"
    r"\bas\s+an?\s+(?:AI|large)\s+language\s+model\b|\bI\s*(?:am|"
    r"['’]m)\s+(?:just\s+)?an?\s+(?:AI\s+)?(?:large\s+)?language\s+model\b|"
    rf"(?<![\w’'])(?:certainly|sure|absolutely|of\s+course|great|got\s+it)\s*(?:thing\s*)?[!.:—–]\s*{_HERE}\b|"
    rf"(?<![\w’'])(?:sure|certainly),\s+{_HERE}\s+(?:a|an|the|your)\b(?=[^.\n]*:)|"
    rf"\b{_HERE}\s+(?:a|an|the|your)\s+(?:(?:more|slightly|revised|rewritten|polished|updated|shorter|improved|"
    rf"cleaned-up|concise|edited|"
    r"possible|suggested|first|rough|sample|news|complete|full)\s+){1,3}(?:version|draft|rewrite|article|story|"
    r"headline|summary|lead)s?\b(?=[^.\n]{0,40}:)|"
    r"\bI\s+hope\s+(?:this|that)\s+(?:helps?|answers\s+your\s+question)\b|"
    r"\bas\s+of\s+my\s+(?:last|latest|most\s+recent|knowledge|training)(?:\s+(?:knowledge|training|"
    r"data))?(?:\s+(?:update|cut-?off|training|date|data))+|"
    r"\bmy\s+(?:knowledge|training)(?:\s+data)?\s+(?:cut-?off|ends|only\s+goes)|\bmy\s+last\s+(?:knowledge\s+|"
    r"training\s+)?update\b|"
    r"\bI\s+(?:cannot|can['’]t|am\s+unable\s+to|do\s+not|don['’]t)\s+(?:browse\s+the\s+(?:internet|web)|"
    r"have\s+(?:access\s+to\s+)?real-time\s+(?:information|data))|"
    r"\bI(?:['’]m|\s+am)?\s+(?:sorry,?\s+but\s+I\s+)?(?:can['’]t|cannot|unable\s+to)\s+(?:assist\s+with\s+that|"
    r"fulfill\s+that\s+request)|"
    r"\[(?:insert|add|enter)\s[^\]\[\n]{1,80}\]|\[your\s(?:name|title|company|organi[sz]ation|city|publication|"
    r"newspaper|outlet|contact|phone|email)[^\]\[\n]{0,40}\]|"
    r"\[names?\s+of\s[^\]\[\n]{1,60}\]|\[name\]|"
    r"\bwould\s+you\s+like\s+me\s+to\s+\w+|\blet\s+me\s+know\s+if\s+you(?:['’]d|\s+would)\s+like\s+(?:me\s+to|"
    r"any\s+(?:changes|edits|revisions|adjustments))|"
    r"\bfeel\s+free\s+to\s+(?:adjust|customi[sz]e|tweak|adapt|edit)\s+(?:this|it|the|as)\b"
)


@rule(
    "usage-ai-style",
    severity="suggestion",
    summary="Many stock phrases that machines are fond of",
    certainty="low",
    bad=[
        "The fair is a ^testament to^ a rich tapestry of bakers, and it underscores the pivotal role of jam.",
        "Bakers ^delve^ into dough. It’s important to note that this pivotal craft underscores a vibrant tapestry.",
    ],
    good=[
        "The fair is a testament to its bakers.",
        "Weavers hung a tapestry at the pivotal vote.",
        "“We delve into a rich tapestry, a testament to pivotal jam,” Ruiz said.",
    ],
)
def few_stock_phrases(article: Article, *, most: int = 2) -> Flags:
    """Delve, tapestry, testament to: each is good English, and three within 500 words are a manner that readers know.

    One finding a story, which says nothing of who wrote it. Option `most`: the phrases that pass in 500 words.
    """
    found = [place for place in places(article, _STOCK.keys(), zones=PROSE) if _is_stock(place)]
    allowed = most * max(1.0, article.words / 500)
    if len(found) > allowed:
        words = ", ".join(dict.fromkeys(place.text.lower() for place in found))
        reach = 1 if found[0].word(1) in ("to", "of") else 0
        yield flag(found[0].to(reach), f"Stock phrases: {words}. Say what happened")


#: A word, and what must follow for it to be a stock phrase; "" nothing.
_STOCK = {
    **dict.fromkeys(
        "delve delves delved delving underscores underscored underscoring tapestry pivotal multifaceted intricate "
        "intricacies realm meticulous meticulously bustling vibrant showcasing ever-evolving seamlessly".split(),
        "",
    ),
    "testament": "to",
    "landscape": "of",
    "navigate": "the",
    "navigating": "the",
    "important": "to",
    "worth": "noting",
    "crucial": "role",
    "vital": "role",
    "evolving": "landscape",
    "transformative": "power",
    "beacon": "of",
    "myriad": "of",
    "foster": "a",
    "fosters": "a",
    "fostering": "a",
}


def _is_stock(place: Place) -> bool:
    word, after = place.word(0), place.word(1)
    if _STOCK[word] and after != _STOCK[word]:
        return False
    if word == "important":
        return place.word(2) == "note" and place.word(-1) in ("it's", "is")
    if word in ("navigate", "navigating"):
        return place.word(2) in ("complexities", "complex", "challenges", "landscape", "intricacies")
    return True


@rule(
    "usage-corporate-jargon",
    severity="suggestion",
    summary="Plain words for the office’s",
    fix="safe",
    bad=[
        Bad("The mill will ^utilize^ rain.", fixed="The mill will use rain."),
        Bad("A reporter ^reached out to^ the baker.", fixed="A reporter contacted the baker."),
        Bad("^Going forward^, buns cost $2.", fixed="In the future, buns cost $2."),
        Bad("They ^leveraged^ the pier to sell jam.", fixed="They used the pier to sell jam."),
        "The ^stakeholders^ ate jam.",
    ],
    good=[
        "The bank’s leverage ratio fell after a leveraged buyout.",
        "Frogs left the pond’s ecosystem.",
        "“Going forward, we will utilize jam,” Ruiz said.",
        "She reached out to shake his hand.",
        "The parade is going forward despite rain.",
    ],
)
def plain_words_for_the_offices(article: Article) -> Flags:
    """Use, contact, in the future. One finding a story, at the first such word; its fix mends all of them.

    Terms of finance (leverage ratio) and nature (a pond’s ecosystem) are let be, as are names.
    """
    found: list[tuple[Located, str]] = []
    for place in places(article, _TRIGGERS, zones=PROSE):
        end, better = _jargon(place)
        if end >= 0 and not place.is_name():
            found.append((place.to(end), like(place.text, better)))
    if found:
        words = ", ".join(
            dict.fromkeys(
                f"“{written.text}” ({better})" if better else f"“{written.text}”" for written, better in found
            )
        )
        edits = [Edit(written.start, written.end, better) for written, better in found if better]
        yield flag(found[0][0], f"Plain words for {words}", edits=edits)


_VERBS = {
    "utilize": "use", "utilizes": "uses", "utilized": "used", "utilizing": "using", "utilise": "use",
    "utilises": "uses",
    "utilised": "used", "utilising": "using", "leveraged": "used", "leveraging": "using", "leverages": "uses",
    "leverage": "use",
}  # fmt: skip
_REACH = {"reach": "contact", "reaches": "contacts", "reached": "contacted", "reaching": "contacting"}
_BARE = frozenset(
    "stakeholder stakeholders synergy synergies synergistic impactful deliverable deliverables rollout rollouts "
    "ideate ideation learnings".split()
)
_TRIGGERS = {*_VERBS, *_REACH, *_BARE, "going", "ecosystem", "ecosystems"}
_FINANCE = frozenset(
    "buyout buyouts loan loans ratio ratios debt finance trading positions company companies etf fund funds firm firms "
    "bets position lending bank banks".split()
)
_OFFICE = frozenset(
    "business startup start-up tech technology digital innovation data media entrepreneurial financial app software "
    "platform industry partner developer service services learning ad advertising payments health vendor".split()
)
_MODAL = frozenset("to will would could can may might must should and we they".split())
_OTHER_REACH = frozenset("shake touch grab take help hold catch hug steady pat pet receive".split())


def _jargon(place: Place) -> tuple[int, str]:
    """How many words on it ends (-1: it is none), and what is plain for it ("" nothing is)."""
    word, before, after = place.word(0), place.word(-1), place.word(1)
    if word in _BARE or (word.startswith("ecosystem") and before in _OFFICE):
        return 0, ""
    if word.startswith("leverag"):
        verb = word != "leverage" or (before in _MODAL and after not in ("", ".", ",", "with", "and", "in"))
        money = after in _FINANCE or after == "over" or before in ("highly", "over", "-", "more", "heavily")
        return (0, _VERBS[word]) if verb and not money else (-1, "")
    if word in _VERBS:
        return 0, _VERBS[word]
    if word in _REACH and (after, place.word(2)) == ("out", "to") and place.word(3) not in _OTHER_REACH:
        return 2, _REACH[word]
    if (word, after) == ("going", "forward") and before not in _BEING:
        set_off = place.begins_sentence() or before == "," or place.word(2) in (".", ",", ";", "")
        return (1, "in the future") if set_off else (-1, "")
    return -1, ""


_BEING = frozenset("is are was were be been not keep kept still isn't aren't it's".split())
