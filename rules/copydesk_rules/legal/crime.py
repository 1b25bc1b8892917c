"""Charge, plea and verdict in the words of the law, and no crime told as a fact."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk import Bad, compiled, flag, rule
from copydesk_rules._copy import NAME, Place, is_person, like, places
from copydesk_rules._facts import cities, fold, states, table
from copydesk_rules.legal._court import has_conviction

if TYPE_CHECKING:
    from copydesk import Article, Flags

#: In a sentence with one of these somebody answers for the accusation, or a court has spoken.
_SOURCED = (
    r"\b(?:police|prosecut\w+|court\w*|charg(?:e|es|ed|ing)|convict\w*|alleg\w+|accus\w+|indict\w*|plead\w*|pled|"
    r"guilty|jury|"
    r"jurors?|according|said|says|say|told|testif\w+|complaint|lawsuit|suit|sentenc\w+|suspect\w*|authorities|"
    r"investigat\w+|claim\w*|report(?:s|ed|edly)|arrest\w*|trial|acquitted|denie[sd]|"
    r"whether|if|would|could|(?-i:may)|might|never|admitted|confess\w+|affidavit|filings?|novel|film|movie|play|"
    r"character|episode|series|book)\b"
)
_CRIMES = frozenset(
    "bribed embezzled molested murdered raped stole defrauded swindled extorted robbed burglarized kidnapped laundered "
    "assaulted strangled blackmailed trafficked forged groped carjacked assassinated bilked poisoned abducted smuggled "
    "perjured looted shoplifted".split()
)


@rule(
    "legal-crime-as-fact",
    severity="warning",
    summary="A named person’s crime is told as a fact",
    certainty="medium",
    in_quotes=True,
    hints=tuple(sorted(_CRIMES)),
    bad=[
        "Cole Baker ^embezzled^ $9,000 from the mill.",
        "Nell Park, 40, ^robbed^ the ferry in May.",
    ],
    good=[
        "Prosecutors say Cole Baker embezzled $9,000.",
        "Cole Baker allegedly stole the goat.",
        "Nell Park stole second base, then the show.",
        "Cole Baker embezzled $9,000. He was convicted in May.",
        "John Booth murdered Abe Cole in 1865.",
        "Midtown City robbed Easton of a goal.",
    ],
)
def crime_has_a_source(article: Article) -> Flags:
    """Until a court has spoken, police say, prosecutors allege or a lawsuit claims that somebody stole: the paper does
    not. Repeating a libel in quotation marks is a libel too, so there it is a suggestion.

    Silent where anybody in the sentence answers for it, where the article tells of a conviction, for people of long
    ago, and for what is stolen in sport and on stage (second base, the show).
    """
    found = list(places(article, _CRIMES, in_quotes=True))
    if not found or has_conviction(article):
        return
    answered: dict[int, bool] = {}
    for place in found:
        begins = place.sentence().start
        if begins not in answered:
            said = place.sentence().prose
            answered[begins] = bool(compiled(_SOURCED, re.I).search(said) or compiled(_LONG_AGO).search(said))
        if not answered[begins] and not _is_harmless(place) and _named_subject(place):
            severity = "suggestion" if place.quoted else None
            yield flag(place, "Who says so? Police, prosecutors, a court", severity=severity)


def _is_harmless(place: Place) -> bool:
    """Whether what is stolen or lost is no crime: a base, the show, a home run."""
    folded, word = place.article.folded, place.word(0)
    if word == "stole":
        return compiled(_NO_THEFT).match(folded, place.end) is not None
    return word in ("robbed", "poisoned") and compiled(_NO_LOSS).search(folded, place.end, place.end + 60) is not None


_LONG_AGO = r"\b(?:1[0-8]\d\d|19[0-6]\d)\b"
_NO_THEFT = (
    r"\s+(?:(?:the|a|his|her|their|away|into|past|home|second|third|\d+|two|three|four|five|back|every|many|some|"
    r"a\s+few)\s+)?(?:shows?|spotlight|scenes?|bases?|second|third|home|hearts?|kiss(?:es)?|glances?|headlines|"
    r"thunder|march|"
    r"ball|puck|pass|inbounds|limelight|win|victory|points?|laughs|attention|moments?|nap|look|away|into|past|out|"
    r"from\s+the\s+bench)\b"
)
_NO_LOSS = (
    r"\b(?:home\s+run|goal|hit|win|victory|title|chance|medal|touchdown|bases|sleep|dignity|hope|debate|well|"
    r"atmosphere|"
    r"glory)\b"
)


def _named_subject(place: Place) -> bool:
    """Whether a person's name, with an age or an office at most between, is the subject of the verb."""
    article, zone = place.article, place.zone
    start = zone.start if zone else 0
    sentence = article.sentence_at(place.start)
    start = max(start, sentence.start if sentence else 0, place.start - 90)
    before = compiled(
        rf"(?P<name>{NAME})(?:,\s\d\d,|,\s(?:an?|the)\s[\w\s-]{{3,40}},)?\s(?:\w+ly\s|also\s|then\s|later\s)?\Z"
    )
    found = before.search(article.prose, start, place.start)
    return is_person(found["name"]) if found else _is_surname(place)


def _is_surname(place: Place) -> bool:
    """Whether a single name stands before the verb: no plural, no place, no pronoun."""
    written, word = place.written(-1), place.word(-1)
    if (
        not written[:1].isupper()
        or not written.isalpha()
        or written.isupper()
        or word.endswith("s")
        or word in _NO_SURNAME
    ):
        return False
    if not is_person(written) or place.written(-2)[:1].isupper():
        return False
    return fold(written) not in states() and fold(written) not in cities() and written not in _countries()


_NO_SURNAME = frozenset(
    "whoever whatever which this that these those what who someone nobody everyone somebody anyone it you we "
    "one another neither both most many some gunman burglar thief hacker robber man woman police iran hamas "
    "isis congress parliament moscow beijing".split()
)


@cache
def _countries() -> frozenset[str]:
    return frozenset(row[0] for row in table("countries"))


#: Crimes as nouns: after "arrested for", and what a charge is called by.
_CRIME_NOUNS = (
    r"murder|manslaughter|homicide|assault|battery|robbery|burglary|theft|larceny|arson|rape|fraud|embezzlement|"
    r"bribery|"
    r"forgery|perjury|extortion|kidnapping|trafficking|smuggling|trespassing|trespass|vandalism|shoplifting|stalking|"
    r"harassment|"
    r"possession|conspiracy|treason|espionage|blackmail|money\s+laundering|drunken\s+driving|drunk\s+driving|dui|dwi|"
    r"disorderly\s+conduct|"
    r"reckless\s+driving|child\s+abuse|child\s+endangerment|domestic\s+violence|obstruction|carjacking|prostitution|"
    r"solicitation|"
    r"terrorism|incest|molestation|corruption|tax\s+evasion|identity\s+theft|hit-and-run|loitering|speeding|"
    r"animal\s+cruelty|littering"
)
_DEGREES = (
    r"(?:(?:attempted|aggravated|armed|sexual|domestic|drug|grand|petty|first-degree|second-degree|third-degree|"
    r"fourth-degree|"
    r"vehicular|involuntary|voluntary|felony|misdemeanor|criminal|wire|bank|securities|insurance|human|double|"
    r"capital|simple|"
    r"public|child|car|auto|vehicle|retail|suspected|statutory)\s+){0,3}"
)
_CRIME_VERBS = (
    r"stealing|robbing|murdering|killing|raping|assaulting|embezzling|bribing|selling|possessing|"
    r"burglarizing|stabbing|shooting|beating|strangling|molesting|defrauding|vandalizing|"
    r"driving|punching|attacking|threatening|hacking|forging|laundering|setting|dealing|breaking|poisoning|torturing|"
    r"abusing|groping|extorting|looting|impersonating|carrying|firing"
)


@rule(
    "legal-arrested-for",
    severity="warning",
    summary="Arrested on a charge, not for a crime",
    fix="unsafe",
    hints=("arrest",),
    bad=[
        Bad("Cole Baker was ^arrested for theft^.", fixed="Cole Baker was arrested on a theft charge."),
        Bad("A baker was ^arrested for stealing^ jam.", fixed="A baker was arrested on suspicion of stealing jam."),
        Bad(
            "She was ^arrested for armed robbery^.",
            fixed="She was arrested on suspicion of armed robbery.",
            options={"form": "suspicion"},
        ),
        Bad("He was ^arrested for allegedly stealing^ jam.", fixed="He was arrested on suspicion of stealing jam."),
    ],
    good=[
        "Cole Baker was arrested on a theft charge.",
        "He is wanted for questioning.",
        "She was arrested for her columns.",
        "Bakers were arrested for three days.",
    ],
)
def arrested_on_a_charge(article: Article, *, form: str = "charge") -> Flags:
    """“Arrested for murder” says that the person murdered. Option `form`: "charge" (on a murder charge),
    "suspicion" (on suspicion of murder), "charged" (charged with murder).

    Reported before a crime’s name or deed; people are arrested for their opinions too.
    """
    crime = compiled(
        rf"(?P<whom>\s+(?:him|her|them|the\s+\w+|an?\s+\w+))?\s+for\s+(?P<said>allegedly\s+|"
        rf"suspected\s+)?(?:(?P<doing>(?:{_CRIME_VERBS})(?!\s+(?:charge|case)))\b|"
        rf"(?P<the>the\s+(?:[a-z]+\s+)?)?(?P<noun>{_DEGREES}(?:{_CRIME_NOUNS}))\b(?P<of>\s+of\b)?)"
    )
    for place in places(article, ("arrested", "arrest", "arrests")):
        match = crime.match(article.folded, place.end)
        if match is None:
            continue
        grounds = _grounds(match["doing"], match["the"], match["noun"], match["of"], form)
        better = f"{place.text}{match['whom'] or ''} {grounds}"
        if form == "charged" and place.word(0) == "arrested" and match["noun"] and not match["the"]:
            better = f"{place.text} and charged with {match['noun']}"
        end = match.end("noun") if match["noun"] else match.end("doing")
        yield flag(place.part(place.start, end), "An arrest is on a charge or on suspicion", replace=better)


def _grounds(doing: str | None, the: str | None, noun: str | None, of: str | None, form: str) -> str:
    """What an arrest is made on."""
    if doing or noun is None:
        return f"on suspicion of {doing}"
    noun = noun.upper() if noun in ("dui", "dwi") else " ".join(noun.split())
    if the:
        return f"in {' '.join(the.split())} {noun}"
    if form == "suspicion":
        return f"on suspicion of {noun}"
    article = "an" if noun[0] in "aeiou" else "a"
    return f"on a charge of {noun}" if of else f"on {article} {noun} charge"


_CRIMINALS = {
    "murderer": "murder", "murderers": "murder", "killer": "murder", "killers": "murder", "rapist": "rape",
    "rapists": "rape", "robber": "robbery", "robbers": "robbery", "thief": "theft", "thieves": "theft",
    "burglar": "burglary", "burglars": "burglary", "arsonist": "arson", "arsonists": "arson", "kidnapper": "kidnapping",
    "kidnappers": "kidnapping", "embezzler": "embezzlement", "stalker": "stalking", "carjacker": "carjacking",
    "carjackers": "carjacking", "forger": "forgery", "smuggler": "smuggling", "smugglers": "smuggling", "trafficker":
    "trafficking", "traffickers": "trafficking", "fraudster": "fraud", "fraudsters": "fraud",
    "shoplifter": "shoplifting",
}  # fmt: skip
_OTHERS = frozenset(
    "gunman gunmen shooter shooters attacker attackers molester molesters hacker hackers predator predators pedophile "
    "pedophiles bomber bombers swindler swindlers poisoner abuser abusers criminal criminals spy spies terrorist "
    "terrorists assassin assassins drug drunk child bank serial mobster gangster cop-killer scammer con".split()
)
_TWO = {"drug": "dealer dealers trafficker traffickers smuggler lord kingpin", "drunk": "driver drivers",
        "child": "molester molesters abuser killer predator rapist", "bank": "robber robbers",
        "serial": "killer killers rapist arsonist", "con": "man men artist artists"}  # fmt: skip


@rule(
    "legal-accused-noun",
    severity="warning",
    summary="Accused killer calls a person a killer",
    fix="unsafe",
    hints=("accused", "alleged", "suspected"),
    bad=[
        Bad("Police held ^accused killer Cole Baker^.", fixed="Police held Cole Baker, who is charged with murder."),
        Bad(
            "The ^alleged thief^ rowed home.",
        ),
        Bad("Nine ^suspected drug dealers^ were held."),
    ],
    good=[
        "The accused rowed to court in Easton.",
        "Cole Baker, who is charged with murder, was held.",
        "“He’s an alleged thief,” Ruiz said.",
        "An alleged theft and a suspected arson were reported.",
    ],
)
def accused_is_no_killer(article: Article) -> Flags:
    """An accused killer is a killer who is accused. Say what the person is charged with; the charge in the fix is
    a guess from the word, so read it. “The accused”, a noun of British courts, and suspected terrorists, a term of law,
    are let be.
    """
    for place in places(article, ("accused", "alleged", "suspected")):
        word, reach = place.word(1), 1
        if word in _TWO and place.word(2) in _TWO[word].split():
            reach = 2
        elif word in _TWO or (word not in _CRIMINALS and word not in _OTHERS):
            continue
        if place.word(0) == "suspected" and word.startswith("terrorist"):
            continue
        if not place.text.islower() and not place.begins_sentence():
            continue
        message = "Name the charge instead"
        name = compiled(rf"\s(?P<name>{NAME})").match(article.prose, place.to(reach).end)
        crime = _CRIMINALS.get(place.word(reach))
        if name and crime and is_person(name["name"]) and place.word(-1) not in ("the", "an", "his", "her"):
            after = article.prose[name.end() : name.end() + 1]
            comma = "" if after in (".", ",", ";", ":", "?", "!", "") else ","
            replace = f"{name['name']}, who is charged with {crime}{comma}"
            yield flag(place.part(place.start, name.end()), message, replace=replace)
        else:
            yield flag(place.to(reach), message)


@rule(
    "legal-verdict-terms",
    severity="error",
    summary="Pleaded, found guilty, found not guilty",
    fix="safe",
    hints=("pled", "plead", "innocent", "guilty"),
    bad=[
        Bad("The baker ^pled^ guilty Monday.", fixed="The baker pleaded guilty Monday."),
        Bad("He was ^sentenced guilty^ of theft.", fixed="He was found guilty of theft."),
        Bad("A jury found her ^innocent^.", fixed="A jury found her not guilty."),
        Bad("She ^plead^ guilty in May.", fixed="She pleaded guilty in May."),
        Bad("Both were ^convicted guilty^ of arson.", fixed="Both were convicted of arson."),
    ],
    good=[
        "“I pled guilty,” Ruiz said.",
        "The baker pleaded not guilty, and both plan to plead guilty.",
        "The verdict in Glasgow was not proven.",
        "She is innocent, her lawyer said.",
        "Bakers who plead guilty pay $9.",
    ],
)
def verdict_in_its_words(article: Article) -> Flags:
    """AP: the past of plead is pleaded. Courts find people guilty or not guilty, not innocent; they convict of a
    crime and sentence to a term.
    """
    for place in places(article, ("pled", "plead", "innocent", "guilty")):
        word, before = place.word(0), place.word(-1)
        if (word == "pled" and place.text.islower()) or (
            word == "plead" and place.word(1) in _PLEAS and _is_past(place)
        ):
            yield flag(place, "The past of plead is “pleaded”", replace="pleaded")
        elif word == "innocent" and before == "found":
            written = place.at(-1).to(1)
            if place.word(1) not in _NOT_ON_TRIAL:
                yield flag(written, "A court finds people not guilty", replace=like(written.text, "found not guilty"))
        elif word == "innocent":
            found = before in ("him", "her", "them") and place.word(-2) in ("found", "find")
            if found and place.word(1) not in _NOT_ON_TRIAL:
                yield flag(place, "A court finds people not guilty", replace="not guilty")
        elif word == "guilty" and before in ("sentenced", "convicted"):
            written = place.at(-1).to(1)
            is_of = before == "convicted" and place.word(1) == "of"
            better = like(written.text, "convicted" if is_of else "found guilty")
            yield flag(written, f"People are “{better}”", replace=better)


_NOT_ON_TRIAL = ("people", "civilians", "man", "woman", "victims", "children", "and", "-")
_PLEAS = ("guilty", "not", "no", "innocent", "nolo")


def _is_past(place: Place) -> bool:
    """Whether plead stands where only pleaded can: after has, or after one person in the third."""
    before = place.word(-1)
    if before in ("has", "had", "have", "having", "he", "she", "later", "previously", "initially", "recently"):
        return before not in ("later", "initially") or place.word(-2) not in ("to", "will", "would", "can", "may")
    name = place.written(-1)
    surname = (
        name[:1].isupper() and name.isalpha() and not name.endswith("s") and place.word(-2) not in ("and", "or", "did")
    )
    helped = any(
        place.word(-n) in ("did", "will", "would", "could", "should", "let", "see", "to", "make") for n in (2, 3, 4)
    )
    return surname and not place.at(-1).begins_sentence() and not helped


_CIVIL = r"\b(?:lawsuit|civil\s+(?:case|suit|trial|court|action|jury)|suit)\b"
_WRONGS = (
    "negligence", "malpractice", "libel", "defamation", "slander", "discrimination", "infringement",
    "breach of contract",
    "copyright infringement", "patent infringement", "medical malpractice", "wrongful death",
)  # fmt: skip


@rule(
    "legal-indict-vocab",
    severity="warning",
    summary="Indicted on charges; in a civil case, liable",
    fix="safe",
    hints=("indicted", "guilty", "convicted"),
    bad=[
        Bad("Cole Baker was ^indicted for^ theft.", fixed="Cole Baker was indicted on charges of theft."),
        Bad("The mill was ^found guilty^ in the lawsuit.", fixed="The mill was found liable in the lawsuit."),
        Bad("She was ^found guilty of^ libel.", fixed="She was found liable for libel."),
    ],
    good=[
        "Cole Baker was indicted on charges of theft.",
        "He was found guilty of contempt in the lawsuit.",
        "The mill was found liable.",
        "“He was indicted for theft,” Ruiz said.",
        "A jury found him guilty of arson.",
    ],
)
def indicted_on_charges(article: Article) -> Flags:
    """An indictment is a charge, not a verdict, so nobody is indicted for a crime. Guilt belongs to criminal courts:
    in a lawsuit one is found liable. Contempt of court is a matter of guilt in either.
    """
    for place in places(article, ("indicted", "guilty", "convicted")):
        word = place.word(0)
        if word == "indicted":
            if place.word(1) == "for" and "time" not in [place.word(n) for n in range(2, 6)]:
                written = place.to(2 if place.word(2) == "allegedly" else 1)
                yield flag(written, "An indictment brings charges", replace=f"{place.text} on charges of")
            continue
        sentence = place.sentence().prose.lower()
        if "contempt" in sentence or (word == "guilty" and "found" not in [place.word(-n) for n in range(1, 6)]):
            continue
        start = place.at(-1) if word == "guilty" and place.word(-1) == "found" else place
        found = start.word(0) if start is not place else ""
        rest = " ".join(place.word(n) for n in range(2, 5)).strip()
        if place.word(1) == "of" and rest.startswith(_WRONGS):
            better = f"{start.text} liable for" if found else "liable for"
            yield flag(start.to(2 if found else 1), "In a civil case one is liable", replace=better)
        elif word == "guilty" and compiled(_CIVIL).search(sentence) and place.word(1) in ("in", "by", "of", ".", ","):
            better = f"{start.text} liable" if found else "liable"
            yield flag(start.to(1 if found else 0), "In a civil case one is liable", replace=better)
