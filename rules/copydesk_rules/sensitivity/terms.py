"""What people are called: person first, race and heritage, jobs, age."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk import PROSE, Bad, Edit, flag, rule
from copydesk_rules._copy import Place, like, places, with_article

if TYPE_CHECKING:
    from copydesk import Article, Flags

#: Words after which an adjective with "the" stands for people: nothing that it could belong to follows.
_NO_NOUN = frozenset(
    ". , ; : ? ! ) — – ” and or nor but are were is was be have has had will would can could should must may might "
    "in on at to for from with by of as who whose that than not do did does get got need needs live living through "
    "during near after before since without across under into while when where because if so also often alike among "
    "between over a the their its this against about out up more most less wait sleep slept face faced say said "
    "deserve receive qualify pay paid lose lost find found want die died suffer suffered gather gathered rely "
    "relied seek sought camp camped remain remained often still who've came come go went struggle struggled make "
    "made".split()
)


@rule(
    "sensitivity-person-first",
    severity="warning",
    summary="The person first, then the condition",
    fix="unsafe",
    certainty="medium",
    bad=[
        "Buses for ^the homeless^ were cut.",
        "A ^wheelchair-bound^ baker won the race.",
        Bad("He is ^confined to a wheelchair^.", fixed="He uses a wheelchair."),
        Bad("The pier drew ^drug addicts^.", fixed="The pier drew people with drug addiction."),
        "Her son ^suffers from^ autism.",
        "^The mentally ill^ wait a year for a bed.",
        "A baker hired two ^ex-cons^.",
    ],
    good=[
        "Homeless people slept on the pier.",
        "The homeless shelter and the poor harvest made news.",
        "The town suffers from low tolls.",
        "“He’s an addict,” Ruiz said.",
        "The Wounded Warriors and Alcoholics Anonymous met.",
        "He sold alcoholic cider to golfers and handicapped the race.",
        "The rich and the poorer bakers met.",
        "He was charged with being a felon in possession of a gun.",
    ],
)
def person_first(article: Article) -> Flags:
    """People have a condition, a home or a past; they are not it. AP: uses a wheelchair, people with disabilities,
    people who are homeless.

    The homeless, the disabled, the poor are reported where no noun follows; to suffer from, where an illness does.
    Names and words in quotation marks are let be. Many Deaf and autistic people put identity first: neither word is
    here.
    """
    for place in places(
        article, _PERSON_FIRST.keys() | _GROUPS | {"chronically", "suffers", "suffered", "suffering", "suffer"}
    ):
        word = place.word(0)
        if place.word(-1) == "the" and (word in _GROUPS or place.word(1) in _ILL):
            yield from _the_adjective(place.at(-1))
        elif word in _GROUPS and word not in _PERSON_FIRST:
            continue
        elif word.startswith("suffer"):
            yield from _suffers(place)
        elif word in _PERSON_FIRST and not place.is_name():
            yield from _label(place)


_GROUPS = frozenset("homeless disabled poor handicapped unhoused destitute".split())
_ILL = frozenset("ill disabled retarded handicapped unstable deranged".split())


def _the_adjective(place: Place) -> Flags:
    """The homeless, the mentally ill: an adjective that stands for people."""
    after = place.word(1)
    if after in _GROUPS and place.written(1).islower():
        reach = 1
    elif after in ("mentally", "physically", "chronically") and place.word(2) in _ILL | {"homeless"}:
        reach = 2
    else:
        return
    following = place.word(reach + 1)
    verb = following.endswith("ed") and len(following) > 4
    if (verb or following in _NO_NOUN or not following) and not (after == "poor" and following == "of"):
        group = " ".join(place.word(n) for n in range(1, reach + 1))
        yield flag(place.to(reach), f"People first: {_PLURALS.get(group, f'people who are {group}')}")


_PLURALS = {
    "homeless": "homeless people",
    "disabled": "people with disabilities",
    "mentally ill": "people with mental illnesses",
    "poor": "poor people",
    "handicapped": "people with disabilities",
}
_ILLNESSES = frozenset(
    "depression anxiety asthma diabetes cancer autism schizophrenia epilepsy dementia alzheimer's parkinson's ptsd "
    "post-traumatic arthritis bipolar palsy sclerosis disorder disorders syndrome dyslexia leukemia fibrosis "
    "disability disabilities deafness blindness addiction adhd aids hiv lupus migraines psychosis autistic "
    "hemophilia".split()
)


def _suffers(place: Place) -> Flags:
    """To suffer from an illness: has it."""
    if place.word(1) != "from":
        return
    for n in range(2, 7):
        word = place.word(n)
        if word in _ILLNESSES or (word == "mental" and place.word(n + 1) in ("illness", "illnesses")):
            yield flag(place.to(1), "Say that they have it, unless it is known that they suffer", severity="suggestion")
            return
        if not word or not word[0].isalpha():
            return


#: A word, what must stand before and after it ("" anything), and what to write for the whole ("" no one thing).
_PERSON_FIRST: dict[str, tuple[tuple[str, str, str], ...]] = {
    "wheelchair": (("", "- bound", ""), ("", "bound", "")),
    "confined": (("is", "to a wheelchair", "uses a wheelchair"), ("was", "to a wheelchair", "used a wheelchair"),
                 ("are", "to wheelchairs", "use wheelchairs"), ("", "to a wheelchair", ""), ("", "to wheelchairs", ""),
                 ("", "to his wheelchair", ""), ("", "to her wheelchair", "")),
    "drug": (("", "addicts", "people with drug addiction"), ("", "addict", "person with a drug addiction"),
             ("", "abusers", "people who use drugs"), ("", "abuser", "person who uses drugs")),
    "heroin": (("", "addicts", "people with heroin addiction"), ("", "addict", "person with a heroin addiction")),
    "opioid": (("", "addicts", "people with opioid addiction"), ("", "addict", "person with an opioid addiction")),
    "addict": (("", "", ""),),
    "addicts": (("", "", "people with addiction"),),
    "junkie": (("", "", ""),),
    "junkies": (("", "", ""),),
    "alcoholic": (("an", ".", ""), ("recovering", "", ""), ("an", ",", ""), ("an", "who", ""), ("an", "and", "")),
    "alcoholics": (("", "", "people with alcohol addiction"),),
    "ex": (("", "- con", ""), ("", "- cons", ""), ("", "- convict", ""), ("", "- convicts", ""), ("", "- felon", ""),
           ("", "- felons", "")),
    "felon": (("", "", ""),),
    "felons": (("", "", ""),),
    "mentally": (("", "retarded", ""), ("", "handicapped", "")),
    "physically": (("", "handicapped", ""),),
    "retarded": (("", "", ""),),
    "handicapped": (("", "people", "people with disabilities"), ("", "person", "person with a disability"),
                    ("", "children", "children with disabilities"), ("", "child", "child with a disability"),
                    ("", "students", "students with disabilities"), ("", "man", ""), ("", "woman", ""),
                    ("", "parking", "accessible parking"), ("", "access", ""), ("", "adults",
                    "adults with disabilities"),
                    ("", "veterans", "veterans with disabilities"), ("is", "", ""), ("are", "", ""), ("was", ".", "")),
    "special": (("", "needs children", "children with disabilities"), ("", "needs child", "child with a disability"),
                ("", "needs students", "students with disabilities"), ("", "needs student",
                "student with a disability"),
                ("", "needs kids", "children with disabilities"), ("", "needs people", "people with disabilities"),
                ("", "needs adults", "adults with disabilities"), ("", "- needs", ""), ("with", "needs",
                "disabilities")),
    "normal": (("", "people", ""), ("", "person", ""), ("", "children", ""), ("", "kids", "")),
    "cripple": (("a", "", ""), ("the", "", "")),
    "cripples": (("", "", ""),),
    "crippled": (("", "man", ""), ("", "woman", ""), ("", "child", ""), ("", "children", ""), ("", "boy", ""), ("",
            "girl", "")),
    "midget": (("a", "", ""), ("the", "", "")),
    "midgets": (("", "", ""),),
    "afflicted": (("", "with", ""),),
    "stricken": (("", "with", ""),),
    "deaf": (("", "and dumb", ""), ("", "- mute", ""), ("", "mute", "")),
    "aids": (("", "victim", "person with AIDS"), ("", "victims", "people with AIDS")),
    "vegetative": (("a", "patient", ""),),
    "schizophrenics": (("", "", "people with schizophrenia"),),
    "diabetics": (("", "", "people with diabetes"),),
    "epileptics": (("", "", "people with epilepsy"),),
    "paraplegics": (("", "", ""),),
    "hobo": (("a", "", ""),),
    "bum": (("a", ".", ""),),
    "vagrants": (("", "", ""),),
    "transients": (("", "", ""),),
}  # fmt: skip
#: What follows and makes it a charge, a race, a thing.
_THINGS = frozenset("in possession league racing car cars submarine wrestling disenfranchisement voting".split())


def _label(place: Place) -> Flags:
    if place.word(1) in _THINGS or (place.word(0) == "addict" and place.word(-1) in ("to", "drug", "heroin", "opioid")):
        return
    if place.word(0) in ("addicts", "retarded", "handicapped") and place.word(-1) in _DOUBLED:
        return
    if place.word(0) in ("afflicted", "stricken") and not any(place.word(n) in _ILLNESSES for n in range(2, 5)):
        return
    for before, after, better in _PERSON_FIRST[place.word(0)]:
        wanted = after.split()
        if before and place.word(-1) != before:
            continue
        if all(place.word(n + 1) == word for n, word in enumerate(wanted)):
            reach = len(wanted) if after not in (".", ",", "who", "and") else 0
            message = "Say what the person has, does or did, not what the person is"
            if before in ("is", "was", "are") and better:
                edits = (Edit(place.at(-1).start, place.to(reach).end, better),)
                yield flag(place.to(reach), message, edits=edits)
            else:
                yield flag(place.to(reach), message, replace=like(place.text, better) if better else None)
            return


#: Before these labels, the word whose row has both.
_DOUBLED = frozenset("drug heroin opioid mentally physically".split())


@rule(
    "sensitivity-race-case",
    severity="warning",
    summary="Black and Indigenous with a capital, white without",
    fix="safe",
    bad=[
        Bad("Nine ^black^ bakers met the mayor.", fixed="Nine Black bakers met the mayor."),
        Bad("Most ^White^ voters rowed home.", fixed="Most white voters rowed home."),
        Bad("The toll hit ^the blacks^ of Easton.", fixed="The toll hit Black people of Easton."),
        Bad("An ^indigenous^ leader spoke.", fixed="An Indigenous leader spoke."),
    ],
    good=[
        "The White House bought a black car on Black Friday.",
        "Jack Black and Walter White sang.",
        "A white paper lists Black voters and white voters.",
        "“The black voters came,” Ruiz said.",
        "Beat the egg whites; the indigenous frogs like them.",
        "White voters rowed home.",
    ],
)
def race_and_its_capital(article: Article, *, white: str = "white") -> Flags:
    """AP since 2020: Black and Indigenous with a capital for people and their culture, white with a small letter.

    Only before a word for people (voters, students, community), where no color can be meant. Blacks and whites as
    nouns give way to Black people, white people. Option `white`: "White" for a house that capitalizes both.
    """
    for place in places(article, ("black", "white", "blacks", "whites", "indigenous")):
        word, written = place.word(0), place.text
        if word in ("blacks", "whites"):
            yield from _noun(place)
        elif word == "white":
            stray = written == "White" and not _has_its_capital(place) and not _in_head(place)
            if white == "white" and stray and _is_people(place):
                yield flag(place, "AP writes white with a small letter", replace="white")
        elif written.islower() and place.word(-1) not in ("-", "jet") and _is_people(place):
            yield flag(place, f"{word.capitalize()} with a capital, of people", replace=word.capitalize())


def _has_its_capital(place: Place) -> bool:
    """Whether the capital is a sentence's, or the word before begins a name."""
    before = place.written(-1)
    return place.begins_sentence() or (before[:1].isupper() and not place.at(-1).begins_sentence())


def _in_head(place: Place) -> bool:
    """Whether it stands in a headline, where title case may give the capital."""
    return place.zone is None or place.zone.kind not in PROSE


_PEOPLES = frozenset(
    "peoples tribes tribe nations nation rights lands land languages territories cultures group groups".split()
)


def _noun(place: Place) -> Flags:
    """Blacks, whites: nouns for people, where they cannot be colors."""
    race = "Black" if place.word(0) == "blacks" else "white"
    if not place.text.islower() and not (place.begins_sentence() and place.word(0) == "blacks"):
        return
    pair = place.word(1) == "and" and place.word(2) in ("whites", "blacks", "hispanics", "latinos", "asians")
    paired = place.word(-1) == "and" and place.word(-2) in ("whites", "blacks", "hispanics", "latinos", "asians")
    subject = place.word(1) in _PEOPLE_DO or place.word(-1) in (
        "most",
        "many",
        "than",
        "among",
        "some",
        "few",
        "for",
        "young",
    )
    article = place.word(-1) == "the" and place.written(-1)[:1] + place.text[:1] != "TB"
    if race == "white" and not (pair or paired or (subject and place.word(-1) != "the")):
        return
    if place.word(-1) in ("egg", "tennis", "dress", "in", "all", "deep", "rich", "inky") and not (pair or paired):
        return
    start = place.at(-1).start if article and race == "Black" else place.start
    written = place.part(start, place.end)
    yield flag(written, f"{race} people, not a noun", replace=like(written.text, f"{race} people"))


_PEOPLE_DO = frozenset(
    "are were have had who in voted vote live lived make made and said say face faced earn died".split()
)


def _is_people(place: Place) -> bool:
    """Whether people follow: a noun for them, or another group and a noun (black and Hispanic voters, black-owned)."""
    after = place.word(1)
    if place.word(0) == "indigenous" and after in _PEOPLES:
        return True
    if after == "-":
        return place.word(2) in ("owned", "led", "run", "majority") and place.word(0) != "white"
    if after in _people():
        return True
    joined = after in ("and", "or", ",") and place.word(2) in _GROUP_ADJECTIVES
    return joined and (place.word(3) in _people() or (place.word(0) == "black" and place.word(3) in ("and", ",")))


_GROUP_ADJECTIVES = frozenset("hispanic latino latina asian white black brown indigenous native arab jewish".split())


@cache
def _people() -> frozenset[str]:
    return frozenset(
        "voters voter people person man men woman women american americans student students community communities "
        "family families resident residents child children boy boys girl girls teenager teenagers teens teen youths "
        "neighborhood neighborhoods neighbourhood neighbourhoods leader leaders lawmaker lawmakers candidate "
        "candidates worker workers farmer farmers patient patients athlete athletes officer officers soldier "
        "soldiers veteran veterans mother mothers father fathers artist artists musician musicians actor actors "
        "actress actresses owners homeowners population populations lives activist activists pastor pastors "
        "preacher church churches culture history minister ministers professor professors teacher teachers driver "
        "drivers doctor doctors lawyer lawyers judge judges author authors writer writers journalist journalists "
        "citizen citizens adults adult baker bakers player players quarterback coach coaches mayor senator "
        "president politicians elders parents couple couples male males female females defendant defendants suspect "
        "suspects inmates prisoners jurors employees entrepreneurs businessmen supporters protesters demonstrators "
        "congregation congregants scholars intellectuals folks folk kid kids colleges electorate majority turnout "
        "nationalist nationalists supremacist supremacists supremacy evangelicals evangelical minority tribes "
        "immigrants migrants women's men's voters' students' workers' residents' farmers'".split()
    )


@rule(
    "sensitivity-dual-heritage",
    severity="warning",
    summary="No hyphen in African American and the like",
    fix="safe",
    bad=[
        Bad("Nine ^African-American^ bakers met.", fixed="Nine African American bakers met."),
        Bad("^Mexican-Americans^ built the pier.", fixed="Mexican Americans built the pier."),
        Bad("An ^Asian-American^ baker won.", fixed="An Asian American baker won."),
    ],
    good=[
        "African American bakers met.",
        "An Anglo-American treaty ended the Spanish-American War.",
        "The Mexican-American War and Japanese-American relations were taught.",
        "The National Italian-American Foundation met.",
        "“I’m African-American,” Ruiz said.",
    ],
)
def heritage_without_hyphen(article: Article) -> Flags:
    """AP dropped the hyphen in 2019: it had made Americans into something else by halves.

    Two nations at war or at trade keep it (the Spanish-American War, Japanese-American relations), as do combining
    forms (Anglo-American, Afro-American) and names of bodies.
    """
    for place in places(article, _HERITAGES):
        second = place.word(2)
        if place.word(1) not in ("-", "‑") or second not in _SECOND or not place.text[0].isupper():
            continue
        if place.at(1).start != place.end or place.at(2).start != place.at(1).end or place.word(3) in _NATIONS:
            continue
        before = place.written(-1)
        named = before[:1].isupper() and place.at(-1).end + 1 == place.start and not place.at(-1).begins_sentence()
        if not named and not place.written(3)[:1].isupper():
            written = place.to(2)
            yield flag(written, "No hyphen in a dual heritage", replace=f"{place.text} {place.written(2)}")


_HERITAGES = frozenset(
    "african asian mexican italian irish chinese japanese korean cuban arab polish german greek indian filipino "
    "vietnamese haitian jamaican dominican colombian salvadoran guatemalan honduran venezuelan brazilian puerto "
    "pakistani bangladeshi iranian iraqi lebanese syrian palestinian egyptian nigerian somali ethiopian kenyan "
    "ghanaian liberian russian ukrainian armenian turkish swedish norwegian danish dutch french scottish welsh "
    "portuguese czech hungarian romanian serbian croatian bosnian albanian muslim jewish native latin cambodian "
    "laotian hmong thai indonesian taiwanese hawaiian caribbean peruvian ecuadorian panamanian nicaraguan moroccan "
    "sudanese yemeni afghan nepali tibetan burmese samoan hispanic latino south".split()
)
_SECOND = frozenset("american americans".split())
_NATIONS = frozenset(
    "relations treaty treaties war wars trade alliance border ties agreement summit talks friendship partnership "
    "cooperation diplomacy conflict exchange dialogue commission pact accord rivalry competition effort venture "
    "negotiations".split()
)


@rule(
    "sensitivity-gendered-job",
    severity="warning",
    summary="A name for the job, whoever does it",
    fix="safe",
    bad=[
        Bad("Nine ^firemen^ saved the goat.", fixed="Nine firefighters saved the goat."),
        Bad("A ^policeman^ rowed the ferry.", fixed="A police officer rowed the ferry."),
        Bad("The lake is ^man-made^.", fixed="The lake is artificial."),
        Bad("^Mankind^ bakes.", fixed="Humanity bakes."),
        Bad("She is an ^actress^ and a ^stewardess^.", fixed="She is an actor and a flight attendant."),
    ],
    good=[
        "Fireman Tom Lee and Councilman Cole met.",
        "“The firemen came,” Ruiz said.",
        "She was up for best actress.",
        "The freshman class, the chairman and the spokesman left.",
    ],
)
def job_without_sex(article: Article, *, keep: tuple[str, ...] = ()) -> Flags:
    """A firefighter and a police officer can be anybody.

    A title before a name, a surname and the name of a prize (best actress) are let be, as are chairman, spokesman and
    freshman, which are the person’s or the office’s own choice. Option `keep`: more words that a house lets be.
    """
    jobs = _jobs()
    for place in places(article, {*jobs, "man"}):
        word, reach = place.word(0), 0
        if word == "man":
            word, reach = f"man{place.word(1)}{place.word(2)}", 2
            if word not in ("man-made", "man-hours", "man-hour"):
                continue
        if word in keep or place.word(-1) in _PRIZES:
            continue
        written = place.to(reach)
        is_name = place.text[0].isupper() and (not place.begins_sentence() or place.written(reach + 1)[:1].isupper())
        if not is_name and not place.text.isupper():
            better = like(written.text, jobs[word])
            yield flag(written, f"“{better}” can be anybody", edits=with_article(place, written.end, better))


_PRIZES = frozenset("best supporting lead leading guest outstanding featured all".split())


@cache
def _jobs() -> dict[str, str]:
    jobs = {"mankind": "humanity", "manmade": "artificial", "man-made": "artificial", "man-hours": "work hours",
            "man-hour": "work hour", "manhours": "work hours", "actress": "actor", "actresses": "actors",
            "stewardess": "flight attendant", "stewardesses": "flight attendants", "housewife": "homemaker",
            "housewives": "homemakers", "policewoman": "police officer", "policewomen": "police officers",
            "councilwoman": "council member", "councilwomen": "council members", "anchorwoman": "anchor",
            "saleswoman": "salesperson", "saleswomen": "salespeople", "forefathers": "ancestors",
            "comedienne": "comedian", "authoress": "author", "poetess": "poet", "aviatrix": "aviator",
            "manageress": "manager", "salesman": "salesperson", "salesmen": "salespeople"}  # fmt: skip
    for man, anybody in (
        ("fire", "firefighter"), ("police", "police officer"), ("mail", "mail carrier"), ("post", "letter carrier"),
        ("council", "council member"), ("camera", "camera operator"), ("weather", "forecaster"),
        ("garbage", "trash collector"), ("delivery", "delivery driver"), ("anchor", "anchor"), ("repair",
        "repair worker"),
    ):  # fmt: skip
        jobs[f"{man}man"], jobs[f"{man}men"] = anybody, f"{anybody}s"
    return jobs


@rule(
    "sensitivity-age",
    severity="suggestion",
    summary="Older adults, or the age itself",
    bad=[
        "Buses for ^the elderly^ were cut.",
        "A ^spry^ baker won the race.",
        "Tickets are $3 for ^senior citizens^.",
        "An ^elderly^ man rowed home.",
    ],
    good=[
        "Buses for people older than 70 were cut.",
        "She teaches geriatric medicine.",
        "The Senior Citizens League met.",
        "“I’m elderly,” Ruiz said.",
    ],
)
def age_without_label(article: Article) -> Flags:
    """Say how old people are, or older adults; elderly, senior citizen, spry and geriatric judge.

    Names of programs and medicine (geriatric care) are let be.
    """
    for place in places(
        article, ("elderly", "senior", "spry", "sprightly", "geriatric", "oldster", "oldsters", "golden")
    ):
        word, after = place.word(0), place.word(1)
        if not place.text.islower() and not (place.begins_sentence() and not place.written(1)[:1].isupper()):
            continue
        if word == "senior":
            if after in ("citizen", "citizens"):
                yield flag(place.to(1), "Older adults, or their age")
        elif word == "golden":
            if after in ("ager", "agers"):
                yield flag(place.to(1), "Older adults, or their age")
        elif word == "elderly" and place.word(-1) == "the" and (after in _NO_NOUN or not after):
            yield flag(place.at(-1).to(1), "Older adults, or their age")
        elif word != "geriatric" or after not in _MEDICINE:
            yield flag(place, "Give the age, or say older")


_MEDICINE = frozenset(
    "medicine care psychiatry psychiatrist psychiatrists nurse nurses nursing ward wards unit hospital specialist "
    "specialists physician physicians doctor doctors patients clinic clinics social medical health education mental "
    "department center centers services research program programs studies oncology rehabilitation assessment".split()
)
