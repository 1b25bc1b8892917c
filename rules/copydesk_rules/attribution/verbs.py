"""The verb of an attribution: said, and neither a judgement, an ornament, a gesture nor an adverb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Edit, Good, Span, compiled, flag, rule
from copydesk_rules.attribution._speech import is_court, is_document, is_finite, sentences_around, spoken, verb_of
from copydesk_rules.quote._around import attribution_after, begins_sentence, is_clause, is_in_prose

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from copydesk import Article, Attribution, Flags, Quote

#: Verbs that judge what was said, by lemma.
_LOADED = frozenset(
    "admit allege boast brag claim complain concede confess gloat grouse grumble insist rant scoff sneer vow "
    "whine".split()
)
#: Verbs that are the plain word where a court or the police are at work.
_LEGAL = frozenset("admit allege claim complain concede confess".split())
#: What follows such a verb when it reports speech in the reporter's own words.
_CLAUSE = (
    r" (?:that \w|(?:he|she|they|it|there|we|I|to (?:be|have))\b|(?:the|an?|his|her|their|its) "
    r"(?:(?!that|who|which|in|of|for|on)[\w’'-]+ ){1,3}?(?:was|were|is|are|had|has|have|would|could|will|did)\b)"
)
#: The same where the verb can have no other object.
_ANY_CLAUSE = (
    r" (?:that \w|(?:he|she|they|it|there|we|I|to (?:be|have)|the|an?|his|her|their|its|no|nobody|[A-Z][a-z]+)\b)"
)
_ONLY_SPEECH = frozenset({"allege", "boast", "brag", "insist"})
#: Somebody refutes something; facts do, and "is refuted by" says that they do.
_REFUTED = (
    r"\b(?P<who>[\w’'-]+) (?P<verb>refuted|refutes)(?= (?:the|a|an|his|her|their|its|those|these|that|any|all|such|it|"
    r"him|them|what|this|both|every|claims|charges|allegations|accusations|reports|rumors|[A-Z]))"
)
_EVIDENCE = frozenset(
    "evidence data figures numbers records study studies research results tests test facts report analysis findings "
    "footage video photos documents history experience science which was were been be is are not".split()
)


@rule(
    "attribution-loaded-verb",
    severity="warning",
    summary="Verb of attribution that judges the speaker",
    certainty="medium",
    bad=[
        "“The oven was off,” Park ^claimed^.",
        "“We burned it,” the baker ^admitted^.",
        "“Nobody rows faster,” ^boasted^ Lee.",
        "Ruiz ^refuted^ the rumor and went home.",
        "Lee ^claimed^ that he had rowed home.",
        "Park ^insists^ the oven was off.",
        "Ruiz ^lashed out^ at the baker.",
    ],
    good=[
        "“The oven was off,” Park said.",
        "The flood claimed two barns.",
        "Lee claimed asylum in May.",
        "A rowing club claimed responsibility for the prank.",
        "Park was admitted to the hospital.",
        "Ruiz insisted on a second vote.",
        "Lee vowed to row home.",
        "“The oven was off,” the lawsuit alleges.",
        "“He claimed it was his barn,” Ruiz said.",
        "The lab’s figures refuted the rumor.",
        "Lee will insist that the oven be cleaned.",
        Good("“The oven was off,” Park claimed.", options={"allow": ("claim",)}),
    ],
)
def verb_does_not_judge(article: Article, *, allow: tuple[str, ...] = ()) -> Flags:
    """Claimed doubts the speaker, admitted accuses, insisted wearies of him, refuted takes his side; said does none.

    Counts only where the verb credits speech. In the reporter's own words ("Lee claimed that …"), where doubt may be
    meant, it is only a suggestion; a court's, a lawyer's and the police's allegations are let be. Refuted means
    disproved, which facts do. Option `allow`: verbs, in the infinitive, that a house lets be.
    """
    for attribution in spoken(article):
        lemma, cue = attribution.lemma, attribution.cue
        if lemma not in _LOADED or lemma in allow:
            continue
        direct = _credits_sentence(attribution)
        clause = _ANY_CLAUSE if lemma in _ONLY_SPEECH else _CLAUSE
        if not direct and not (is_finite(attribution) and compiled(clause).match(article.prose, cue.end)):
            continue
        sentence = sentences_around(article, cue.start)
        if lemma in _LEGAL and is_court(article, sentence.start, sentence.end):
            continue
        verb = verb_of(attribution)
        severity = None if direct and not is_document(attribution.speaker) else "suggestion"
        yield flag(verb, f"{article.text[verb.start : verb.end]} judges the speaker; said does not", severity=severity)
    if "refute" not in allow:
        for match in _in_prose(article, "refute", _REFUTED):
            if match["who"].lower() not in _EVIDENCE:
                yield flag(Span(*match.span("verb")), "Refuted means disproved; denied and disputed do not")
    if "lash out" not in allow:
        for match in _in_prose(article, "lash", r"\blash(?:ed|es) out\b"):
            yield flag(Span(*match.span()), "Lashed out judges the speaker; say what was said", severity="suggestion")


def _credits_sentence(attribution: Attribution) -> bool:
    """Whether it credits a quotation that is a sentence, not a piece inside a clause of its own: he boasted that …"""
    if compiled(r" that\b").match(attribution.article.prose, attribution.cue.end):
        return False
    return any(quote.whole and quote.inner[-1:] in tuple(".,?!…—–-") for quote in attribution.quotes)


def _in_prose(article: Article, hint: str, pattern: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the newsroom's own words; none unless `hint` occurs."""
    if hint not in article.folded:
        return
    for match in compiled(pattern).finditer(article.prose):
        zone = article.zone_at(match.start())
        if zone is not None and zone.kind in PROSE and not article.is_quoted(*match.span()):
            yield match


#: Other words for said: lemma -> said in the same form, by the form's ending.
_SYNONYMS = frozenset(
    "affirm assert comment declare echo emphasise emphasize express indicate intone mention note observe opine posit "
    "proclaim pronounce reiterate relate remark state stress underline underscore voice".split()
)
#: Those that in the reporter's own words have a sense of their own: Lee noted that the well was dry.
_OWN_SENSE = frozenset(
    "affirm assert declare echo express mention note observe proclaim relate underline voice".split()
)


@rule(
    "attribution-said-synonym",
    severity="suggestion",
    summary="Said, not another word for it",
    certainty="medium",
    fix="unsafe",
    bad=[
        Bad("“The pie is cold,” the baker ^remarked^.", fixed="“The pie is cold,” the baker said."),
        Bad(
            "“It sank,” Park ^stated^. “It was old.”\n\n“It was new,” Lee opined.",
            fixed="“It sank,” Park said. “It was old.”\n\n“It was new,” Lee said.",
        ),
        Bad("Park ^reiterated^ that the boat was old.", fixed="Park said that the boat was old."),
        Bad(
            "“One,” Lee added. “Two.”\n\n“Three,” Park added.\n\n“Four,” Ruiz ^added^.",
            fixed="“One,” Lee added. “Two.”\n\n“Three,” Park added.\n\n“Four,” Ruiz said.",
        ),
    ],
    good=[
        "“The pie is cold,” the baker said.",
        "“The pie is cold,” the baker said. “It was hot,” she added.",
        "The menu stated that the pie was hot.",
        "Lee remarked on the pie.",
        "Ruiz noted that the pie was cold.",
        "Ruiz wants to emphasize that the pie was cold.",
        "The bill names no baker. It states that pies are sold warm.",
        "“He stated that he was cold,” Ruiz said.",
    ],
)
def verb_is_said(article: Article, *, added: int = 2, allow: tuple[str, ...] = ()) -> Flags:
    """Said is invisible; stated, remarked, opined and emphasized are not, and say no more.

    One finding an article, at the first, names them all. What a document states is stated; noted stands for a fact
    that is noted. Options: `added`, how many times added passes; `allow`, verbs, in the infinitive, that pass.
    """
    found = [a for a in spoken(article) if a.lemma in _SYNONYMS and a.lemma not in allow and _replaces_said(a)]
    additions = [a for a in spoken(article) if a.lemma == "add" and a.quotes and verb_of(a).end - verb_of(a).start == 5]
    found = sorted([*found, *additions[added:]], key=lambda a: a.cue.start)
    edits = {}
    for attribution in found:
        verb = verb_of(attribution)
        word = article.prose[verb.start : verb.end]
        edits[verb] = Edit(verb.start, verb.end, _said_for(word))
    if edits:
        first = next(iter(edits))
        words = dict.fromkeys(article.prose[verb.start : verb.end] for verb in edits)
        yield flag(first, f"Said is enough for {', '.join(words)}", edits=edits.values())


def _replaces_said(attribution: Attribution) -> bool:
    """Whether said could stand in its place: a quotation or a clause is its object, and somebody its subject."""
    if is_document(attribution.speaker) or not is_finite(attribution):
        return False
    if _credits_sentence(attribution):
        return True
    follows = compiled(_CLAUSE).match(attribution.article.prose, attribution.cue.end)
    return follows is not None and attribution.lemma not in _OWN_SENSE


def _said_for(word: str) -> str:
    """Say in the form of `word`: stated, states, stating, state."""
    forms = {"ed": "said", "ing": "saying", "s": "says"}
    said = next((form for ending, form in forms.items() if word.endswith(ending)), "say")
    return said.capitalize() if word[:1].isupper() else said


@cache
def _gestures() -> frozenset[str]:
    """Verbs that make a face or a sound, not words, in the forms an attribution has."""
    past = (
        "beamed chuckled cringed frowned gestured giggled glared grimaced grinned laughed nodded pouted scowled "
        "shrugged sighed smiled smirked snickered sobbed wept winced winked yawned"
    )
    present = (
        "beams chuckles cringes frowns gestures giggles glares grimaces grins laughs nods pouts scowls shrugs sighs "
        "smiles smirks snickers sobs weeps winces winks yawns"
    )
    return frozenset(f"{past} {present}".split())


@rule(
    "attribution-impossible-verb",
    severity="warning",
    summary="Nobody smiles, laughs or shrugs words",
    bad=[
        "“The pie won,” Park ^laughed^.",
        "“The pie won,” ^grinned^ the baker.",
        "“Who baked it?” he ^shrugged^.",
        "Lee ^smiled^, “The pie won.”",
        "“The pie,” Ruiz ^sighed^, “is gone.”",
    ],
    good=[
        "“The pie won.” Park laughed.",
        "“The pie won,” Park said, laughing.",
        "“Who baked it?” Park shrugged.",
        "In “Snow Queen,” she smiled.",
        "Park smiled: “The pie won.”",
        "When Lee laughed, “The pie won,” Park said.",
    ],
)
def words_are_said(quote: Quote) -> Flags:
    """Laughed, smiled, shrugged and sighed are no verbs of speech: end the sentence, or write said, laughing.

    A gesture in a sentence of its own behind the quotation is right.
    """
    if quote.level or not quote.closed or not is_in_prose(quote):
        return
    prose, last = quote.article.prose, quote.inner.rstrip("\u2060")[-1:]
    if last in (",", "?", "!"):
        after = attribution_after(quote, _gestures())
        if after and (last == "," or prose[quote.end + 1 : quote.end + 2].islower()):
            if begins_sentence(quote) or (is_clause(quote) and prose[after.speaker.start].islower()):
                verb = prose[after.verb.start : after.verb.end]
                yield flag(after.verb, f"Words are not {verb}; end the sentence, or write said")
            return
    if prose.startswith(", ", quote.start - 2) and is_clause(quote) and attribution_after(quote) is None:
        before = compiled(r"(?:\A|[.?!”\"] |\n)(?:[A-Z][\w’'-]*(?: [\w’'-]+){0,3}) ([a-z]+), \Z").search(
            prose, max(quote.start - 80, quote.zone.start), quote.start
        )
        if before and before[1] in _gestures():
            yield flag(Span(*before.span(1)), f"Words are not {before[1]}; end the sentence, or write said")


#: Words in -ly that say when, how often, to whom or how fully, or that are no adverbs: the reader needs them.
_FACTS = frozenset(
    "accurately actually additionally anonymously apparently briefly categorically certainly clearly collectively "
    "consistently constantly correctly currently definitively directly early effectively emphatically? essentially "
    "eventually exactly exclusively explicitly expressly falsely family famously finally firstly formally formerly "
    "frankly? frequently fully generally immediately implicitly incorrectly indirectly initially italy jointly july "
    "largely lastly lately literally mainly merely mistakenly monthly mostly nearly newly obviously occasionally only "
    "openly originally orally partly periodically personally plainly possibly presciently presumably previously "
    "primarily privately probably promptly publicly rarely really recently regularly repeatedly reportedly roughly "
    "routinely secondly separately similarly simply simultaneously specifically subsequently supposedly supply surely "
    "technically truly ultimately unanimously unequivocally unexpectedly usually verbally weekly widely wrongly daily "
    "officially allegedly solely virtually annually quarterly especially particularly completely accordingly reply "
    "likely rally ally assembly anomaly bully fly jelly belly".replace("?", "").split()
)
_ADVERB_AFTER = r" ([a-z]+ly)(?=[.,;:—]|\Z|\s*\n| (?:that|as|when|while|to|of|in|at|after|during|before|on|from)\b)"
_ADVERB_BEFORE = r"(?<![\w’'-])([a-z]+ly) \Z"
_SAID = frozenset("said says say saying asked asks added adds replied replies answered responded told tells".split())


@rule(
    "attribution-adverb",
    severity="suggestion",
    summary="Adverb on said",
    fix="unsafe",
    bad=[
        Bad("“Drop the oar,” Ruiz ^said angrily^.", fixed="“Drop the oar,” Ruiz said."),
        Bad("“It sank,” she ^glumly said^.", fixed="“It sank,” she said."),
        Bad("Park ^said bitterly^ that it sank.", fixed="Park said that it sank."),
        Bad("“Who sank it?” Lee ^asked softly^.", fixed="“Who sank it?” Lee asked."),
        Bad("“It sank,” ^said Park sadly^.", fixed="“It sank,” said Park."),
    ],
    good=[
        "Ruiz said publicly that it sank.",
        "“It sank,” Ruiz said repeatedly.",
        "Park said family ate free.",
        "“It sank,” said Emily Park.",
        "She said nearly all of it sank.",
        "“She said angrily that it sank,” Lee said.",
        "Lee said freshly baked pies sell best.",
    ],
)
def said_needs_no_adverb(article: Article) -> Flags:
    """What was said shows how it was said; if it does not, report what the speaker did.

    Adverbs of fact stay: publicly, repeatedly, recently, jointly.
    """
    for attribution in spoken(article):
        verb = verb_of(attribution)
        said = article.prose[verb.start : verb.end]
        if said.lower() not in _SAID:
            continue
        end = attribution.end if attribution.order == "verb first" else verb.end
        found = compiled(_ADVERB_AFTER).match(article.prose, end)
        if found is None:
            found = compiled(_ADVERB_BEFORE).search(article.prose, max(verb.start - 24, 0), verb.start)
        if found and found[1] not in _FACTS:
            place = Span(min(verb.start, found.start(1)), max(verb.end, found.end(1)))
            words = article.text[verb.start : max(verb.end, found.start())]
            yield flag(place, f"Drop {found[1]}, or show it", replace=words)
