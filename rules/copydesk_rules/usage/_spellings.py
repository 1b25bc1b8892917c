"""British spellings and their American twins.

Made of stems and endings where the difference is regular (-our/-or, -ise/-ize, the doubled l), written out where it
is not. Forms that nobody writes come out too, and do no harm. Words that AP's list has (`usage-house-spelling`:
theatre, grey, judgement …) are not among the British ones, so that a word is reported once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_OUR = (
    "arb ard arm behavi cand clam clang col demean discol dol enam endeav fav ferv flav harb hon hum lab "
    "misbehavi neighb od parl ranc rig rum sav savi splend succ tum val vap vig disfav dishon multicol tricol "
    "watercol bel"
)
_OUR_ENDINGS = (
    " s ed ing er ers ful fully less able ably ite ites itism hood hoods y ies ist ists al ally ation less ly "
    "ingly ant liness"
)
_RE = "cent epicent theat lit millilit kilomet centimet millimet met fib calib lust somb spect sab meag mit scept och"
_ISE = (
    "aerosol agon alphabet american amort anglic anonym antagon apolog appet author bapt brutal burglar canon "
    "capital caramel categor cauter central character christian civil collectiv colon commercial commod "
    "compartmental computer conceptual contextual creol criminal critic crystal crystall custom dehuman democrat "
    "demon demoral deodor deput desensit destabil digit disorgan dramat econom emphas energ epitom equal etern "
    "eulog evangel external factor familiar fantas feminin fertil final formal fossil fratern galvan general "
    "global harmon homogen hospital human hybrid hypnot hypothes ideal idol immobil immortal immun incentiv "
    "individual industrial initial institutional internal international ion ital italic jeopard legal legitim "
    "liberal lion local magnet marginal material maxim mechan memor mesmer metabol militar mineral miniatur minim "
    "mobil modern moistur monet monopol moral motor national natural neutral normal notar operational optim organ "
    "ostrac overemphas oxid pasteur patron pedestrian penal personal philosoph plagiar polar politic popular "
    "pressur priorit privat professional proselyt public pulver racial radical random rational real recogn "
    "regional regular reorgan revital revolution romantic rubber sanit satir scandal scrutin secular self-organ "
    "sensational sensit serial sexual social solemn special stabil standard steril stigmat strateg subsid summar "
    "symbol sympath synchron synthes systemat tantal temporis tender terror theor token tranquil transistor "
    "traumat trivial tyrann union urban util vandal vapor verbal victim visual vocal vulcan weapon western woman "
    "unauthor reauthor unorgan unrecogn decentral decriminal depolitic denational demilitar depersonal deregional "
    "recapital repriorit renational uncivil uncharacter undercapital underutil overgeneral remobil depriorit"
)
_ISE_ENDINGS = "e es ed ing er ers ation ations ational ationally able ingly"
_YSE = "anal paral catal breathal dial electrol hydrol psychoanal overanal reanal"
_DOUBLED = (
    "bedevil bevel barrel cancel carol channel chisel counsel cudgel devil dial dishevel duel empanel enamel "
    "equal fuel refuel funnel gravel grovel imperil initial kennel label relabel mislabel level libel marshal "
    "marvel model remodel panel parcel pedal pencil pummel quarrel ravel unravel revel rival shovel shrivel "
    "signal snivel snorkel spiral stencil swivel symbol tassel total towel travel trial trowel tunnel vial yodel "
    "victual"
)
_DOUBLED_ENDINGS = "ed ing er ers ings"

#: Pairs that hold both ways.
_BOTH = (
    "aeroplane airplane aeroplanes airplanes ageing aging aluminium aluminum anaemia anemia anaemic anemic "
    "anaesthesia anesthesia anaesthetic anesthetic anaesthetics anesthetics anaesthetist anesthetist artefact "
    "artifact artefacts artifacts caesium cesium catalogue catalog catalogues catalogs catalogued cataloged "
    "cataloguing cataloging centred centered centring centering centrepiece centerpiece centrepieces centerpieces "
    "chequered checkered cosier cozier cosiness coziness cosy cozy defence defense defences defenses defenceless "
    "defenseless diarrhoea diarrhea enrol enroll enrols enrolls enrolment enrollment enrolments enrollments "
    "faeces feces faecal fecal fibreglass fiberglass fulfil fulfill fulfils fulfills fulfilment fulfillment "
    "gynaecologist gynecologist gynaecology gynecology haemoglobin hemoglobin haemophilia hemophilia haemorrhage "
    "hemorrhage haemorrhaging hemorrhaging haemorrhaged hemorrhaged instalment installment instalments "
    "installments jeweller jeweler jewellers jewelers jewellery jewelry leukaemia leukemia litre liter manoeuvre "
    "maneuver manoeuvres maneuvers manoeuvred maneuvered manoeuvring maneuvering manoeuvrable maneuverable "
    "marvellous marvelous marvellously marvelously mollusc mollusk molluscs mollusks mould mold moulds molds "
    "moulded molded moulding molding mouldy moldy moustache mustache moustaches mustaches oesophagus esophagus "
    "oestrogen estrogen offence offense offences offenses orthopaedic orthopedic orthopaedics orthopedics "
    "paediatric pediatric paediatrics pediatrics paediatrician pediatrician paediatricians pediatricians "
    "paedophile pedophile paedophiles pedophiles paedophilia pedophilia phoney phony plough plow ploughed plowed "
    "ploughing plowing ploughs plows snowplough snowplow snowploughs snowplows pretence pretense pretences "
    "pretenses pyjamas pajamas sceptic skeptic sceptics skeptics sceptical skeptical sceptically skeptically "
    "scepticism skepticism skilful skillful skilfully skillfully sulphur sulfur sulphuric sulfuric smoulder "
    "smolder smouldered smoldered smouldering smoldering unskilful unskillful wilful willful wilfully willfully "
    "woollen woolen woollens woolens counsellor counselor counsellors counselors traveller’s traveler’s "
    "unravelled unraveled unrivalled unrivaled unequalled unequaled"
)
#: British words whose American twin is a British word too, so that only this way is sure.
_TO_US = (
    "acknowledgement acknowledgment acknowledgements acknowledgments cheque check cheques checks chilli chili "
    "draught draft draughts drafts draughty drafty encyclopaedia encyclopedia enquiry inquiry enquiries inquiries "
    "enquire inquire enquired inquired foetal fetal foetus fetus foetuses fetuses furore furor gaol jail gaols "
    "jails gramme gram grammes grams homoeopathy homeopathy kerb curb kerbs curbs kerbside curbside kilogramme "
    "kilogram kilogrammes kilograms learnt learned licence license licences licenses mediaeval medieval metre "
    "meter metres meters pedlar peddler pedlars peddlers practise practice practised practiced practises "
    "practices practising practicing programme program programmes programs storey story storeys stories titbit "
    "tidbit titbits tidbits tyre tire tyres tires whilst while yoghurt yogurt yoghurts yogurts distil distill "
    "distils distills instil instill instils instills ochre ocher focussed focused focussing focusing benefitted "
    "benefited benefitting benefiting sabre saber sabres sabers"
)
#: Words of AP's own list.
_TO_UK = (
    "theatre theater theatres theaters grey gray greys grays cancelled canceled cancelling canceling axe ax "
    "towards toward"
)
#: Made by the patterns, and right in America.
_NOT_BRITISH = frozenset(
    "theatre theatres cancelled cancelling canceller metre metres ochre sabre belour dialling dialled analyses "
    "paralyses catalyses dialyses hydrolyses electrolyses breathalyses psychoanalyses overanalyses reanalyses "
    "cancellings travellings".split()
)
#: Made by the patterns, and right in Britain.
_NOT_AMERICAN = frozenset("meter meters arming armed armer armers armless army armies enamor ocher odoring".split())


@cache
def to_us() -> dict[str, str]:
    """British spelling to American, lower case."""
    pairs = {uk: us for uk, us in _pairs() if uk not in _NOT_BRITISH}
    pairs.update(_written(_BOTH))
    pairs.update(_written(_TO_US))
    return pairs


@cache
def to_uk() -> dict[str, str]:
    """American spelling to British, lower case."""
    pairs = {us: uk for uk, us in (*_pairs(), *_written(_BOTH), *_written(_TO_UK)) if us not in _NOT_AMERICAN}
    return {us: uk for us, uk in pairs.items() if us != uk}


def _written(words: str) -> Iterator[tuple[str, str]]:
    both = iter(words.split())
    return zip(both, both, strict=True)


def _pairs() -> Iterator[tuple[str, str]]:
    """The regular pairs, British first."""
    for stem in _OUR.split():
        for ending in ("", *_OUR_ENDINGS.split()):
            yield f"{stem}our{ending}", f"{stem}or{ending}"
    for stem in _RE.split():
        for uk, us in (("re", "er"), ("res", "ers")):
            yield stem + uk, stem + us
    for ending in _ISE_ENDINGS.split():
        for stem in _ISE.split():
            yield f"{stem}is{ending}", f"{stem}iz{ending}"
    for stem in _YSE.split():
        for ending in ("e", "es", "ed", "ing", "er", "ers"):
            yield f"{stem}ys{ending}", f"{stem}yz{ending}"
    for stem in _DOUBLED.split():
        for ending in _DOUBLED_ENDINGS.split():
            yield f"{stem}l{ending}", f"{stem}{ending}"
