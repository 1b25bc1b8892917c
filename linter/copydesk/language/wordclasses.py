"""Words by class, as far as finding a speaker needs them: function words, verbs, nouns that look like verbs, times."""

from __future__ import annotations

from functools import cache

from copydesk.language.verbs import arguing_verbs, cue_verbs, saying_verbs

PRONOUNS = frozenset("he she they it i we you who everyone everybody nobody someone one".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten dozens".split())
DETERMINERS = NUMBERS | frozenset(
    "the a an his her their its our my your this that these those another some many several both no any each every "
    "most other few all more".split()
)
PREPOSITIONS = frozenset(
    "of in on at to for from by with about against among around as before after between beyond despite during except "
    "inside into like near off onto outside over past regarding since through throughout toward towards under until "
    "unlike upon via within without across behind below beneath beside besides amid alongside above per versus vs "
    "concerning including following according out up down away back".split()
)
CONJUNCTIONS = frozenset("and but or nor yet so than then".split())
SUBORDINATORS = frozenset(
    "that if whether because although though while when whenever where as since unless until after before once how "
    "why what whereas".split()
)
RELATIVES = frozenset("who which that whose whom where when".split())
AUXILIARIES = frozenset(
    "is are was were am be been being has have had having do does did will would shall should can could may might must "
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shouldn't can't couldn't "
    "cannot ought".split()
)
ADVERBS = frozenset(
    "also then later again once now never always often still just even ever not only already soon further instead "
    "however meanwhile moreover furthermore thus therefore perhaps too twice here there today yesterday tomorrow "
    "tonight much almost first quite rather very likewise afterward afterwards earlier more far well together "
    "elsewhere sometimes likely back long least".split()
)
TEMPORAL = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december mon tue tues wed thu thurs fri sat sun jan feb aug sept oct nov dec morning afternoon "
    "evening night week month year weekend time day days weeks months years decade ago".split()
)
#: Given names and surnames that are a month, a time, a verb or an adverb elsewhere.
GIVEN = frozenset("april may june august jan will drew".split())
SURNAMES = frozenset("may march day will long early still more sun drew".split())
#: Words after which a month is a month: in June, last May.
BEFORE_MONTHS = frozenset(
    "in on by of since until till during through from before after last this next early late mid every each "
    "between".split()
)
OBJECTS = frozenset("him them me us himself herself themselves itself myself ourselves yourself whom".split())
ABBREVIATED = frozenset(
    "mr mrs ms dr prof rev gov govs lt gen col maj capt sgt sen sens rep reps pres st jr sr fr hon cmdr cpl adm det "
    "supt atty d r no inc co corp".split()
)
#: Verbs that say with a particle: "We won," Lee went on. As Lee put it, ...
PHRASAL = frozenset(
    tuple(pair.split("_"))
    for pair in (
        "went_on goes_on shot_back shoots_back pointed_out points_out fired_back fires_back put_it puts_it hit_back "
        "wrote_back chimed_in cut_in broke_in weighed_in snapped_back piped_up called_out"
    ).split()
)
#: Verbs other than those of speech that a speaker is the subject of, in the forms a story has.
DOING = frozenset(
    "went goes go made makes make took takes take came comes come gave gives give got gets get found finds find "
    "thought thinks think felt feels feel knew knows know saw sees see began begins begin kept keeps keep held holds "
    "hold left leaves led leads let lets met meets put puts ran runs run sat set sets sought seeks seek sent sends "
    "spent spends stood stands stand won wins lost loses lose brought brings built builds fought fights drew draws "
    "cut meant means mean rose rises heard hears became becomes become wore wears threw throws told spoke broke chose "
    "drove flew fell wants want hopes hope plans plan believes believe needs need tries try uses use likes looks look "
    "turns turn works seems seem appears appear expects expect considers consider vowed opened opens follows shows "
    "show hit hits struck shot shoots shook won't understood understands bought beat sold stuck swung caught taught "
    "hung laid lay paid pays said shut quit rode fled grew drank ate slept swam woke tore stole wept swept withdrew "
    "undertook overcame overtook forgot forgave froze hid dealt dug clung crept shrank sank slid spun rang lent blew "
    "flung".split()
)
#: Those of them that somebody's view hangs on: she thinks that …
OPINING = frozenset(
    "thought thinks think felt feels feel found finds find knew knows know believed believes believe hoped hopes hope "
    "feared fears fear expected expects expect considered considers consider wanted wants want saw sees see "
    "decided concluded".split()
)
#: Words in -ed that stand before a noun.
ADJECTIVES = frozenset(
    "retired elected appointed registered unnamed unidentified united aged wounded armed married divorced "
    "longtime embattled disgraced indicted accused convicted alleged red hundred limited related advanced undecided "
    "uncommitted educated seasoned veteran mixed".split()
)
#: Words in -ly that are no adverbs, and the rest of what looks like one.
NOT_ADVERBS = frozenset(
    "family weekly daily monthly ally rally assembly early only elderly friendly july italy".split()
)


#: Pronouns with a verb grown on: he'd said, they're calling.
CONTRACTED = frozenset(f"{p}'{v}" for p in "he she they it i we you who that".split() for v in "d s ll ve re m".split())
#: Verbs' forms that are as often nouns.
NOUNS = frozenset(
    "aide aides answer answers appeal attack attacks call calls claim claims comment comments charge charges demand "
    "demands estimate lecture mention moan murmur name names note notes offer offers plan plans plea plead post posts "
    "pledge praise press promise promises protest quote quotes question questions reason record release remark remarks "
    "reply report reports request scream shout show shows snarl speak state states stress tweet tweets text title "
    "email emails venture ventures coin coins counter retort contest crack laments volunteer volunteers welcome "
    "advocate advocates carp echo echoes gripe gripes rant rants sneer sneers voice voices whine whines chant chants "
    "cheer cheers jeer jeers reason blast boast complain joke jokes vent "
    "term terms label lead leads hope hopes use uses need needs turn turns "
    "look looks work works stand stands worry result talk talks respond vow views view threat".split()
)
#: Words that stand for a noun phrase by themselves.
STANDING = frozenset("this that these those others some many most another both few all several neither".split())
#: Nouns for people that follow a name: Lee supporters, the Clinton campaign.
PEOPLE = frozenset(
    "aides officials supporters voters fans advisers advisors allies critics campaign spokesman spokeswoman "
    "spokesperson lawmakers members leaders delegates donors experts analysts activists protesters prosecutors "
    "police lawyers attorneys workers students residents employees operatives sources backers opponents strategists "
    "insiders loyalists rivals staffers volunteers surrogates organizers researchers authorities detectives".split()
)

#: Nouns for what somebody says: the claim that, his promise to.
SPEECH_NOUNS = frozenset(
    "claim claims statement statements call calls promise promises pledge pledges vow vows comment comments remark "
    "remarks assertion assertions argument suggestion suggestions warning warnings insistence contention description "
    "declaration question questions answer reply retort response message tweet tweets post chant chants cry cries "
    "slogan motto plea demand demands complaint complaints accusation accusations allegation allegations prediction "
    "announcement admission observation quip joke criticism condemnation characterization denunciation assessment "
    "mantra phrase words line advice proposal".split()
)


#: Documents that a speaker speaks through: released a statement saying.
DOCUMENTS = frozenset(
    "statement statements letter letters tweet tweets email emails memo post posts message messages interview speech "
    "report note op-ed article ad ads remarks commercial commercials video videos book essay editorial release column "
    "advertisement billboard petition press headline caption".split()
)
#: How participles end that follow a noun: obtained, seen, written, led.
DONE = (
    "ed", "seen", "written", "led", "sent", "taken", "kept", "held", "made", "given", "found", "heard", "run", "drawn",
    "shown", "shot",
)  # fmt: skip
#: What shows somebody who speaks: footage of Lee saying.
RECORDINGS = frozenset(
    "footage video videos clip clips audio tape recording picture photo image film account story sight memory thought "
    "idea".split()
)
#: What bears words itself: held up a sign saying.
SIGNS = frozenset("sign banner poster placard t-shirt shirt button hat sticker plaque".split())
#: Last words of the names of states and countries that stand between commas: of Salem, Oregon, said.
STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania island "
    "tennessee texas utah vermont virginia washington wisconsin wyoming england scotland wales ireland canada ontario "
    "france germany".split()
)
#: Verbs whose object is the hearer, by lemma: Lee, a diver, told Park.
HEARD = frozenset("tell ask remind assure warn advise urge answer".split())
REFLEXIVES = frozenset("himself herself themselves itself each both all".split())


@cache
def anchor_words() -> frozenset[str]:
    """Words that can be a cue's verb, alone or with a particle, or begin "according to"."""
    return frozenset(cue_verbs()) | {verb for verb, _ in PHRASAL} | {"according"}


@cache
def telling_words() -> frozenset[str]:
    """Words of which a sentence that reports speech in the reporter's words has one."""
    return frozenset(saying_verbs()) | frozenset(arguing_verbs()) | {"according"}


@cache
def closed() -> frozenset[str]:
    """Words that are never part of a noun phrase when they have no capital."""
    return (
        PRONOUNS | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | RELATIVES | AUXILIARIES | ADVERBS
        | OBJECTS | {"i'm", "he's", "she's", "it's", "they're", "yes", "please"}
    ) - {"past", "back", "following", "second", "first"}  # fmt: skip
