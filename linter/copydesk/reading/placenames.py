"""Names a dateline can open with: cities that stand alone, states and countries, and section names.

Lists are single strings, split when first asked for.
"""

from __future__ import annotations

from functools import cache

_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho"
    "|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi"
    "|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota"
    "|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont"
    "|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico|Guam|American Samoa"
    "|Virgin Islands"
)
_SHORT_STATES = (
    "Ala Ariz Ark Cal Calif Colo Conn Del Fla Ga Ia Id Ida Ill Ind Kan Kans Ky La Mass Md Me Mich Minn Miss Mo"
    " Mont NC ND Neb Nebr Nev NH NJ NM NY O Okla Ore Oreg Pa RI SC SD Tenn Tex Va Vt WVa Wash Wis Wisc Wyo DC Tx"
    " Penn Penna AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV OH OK OR PA"
    " TN TX UT VT VA WA WV WI WY PR VI GU BC AB SK MB ON QC PQ NB NS PEI NL NFLD YT NT NU Ont Que Alta Sask Man"
    " NSW UK US USA UAE"
)
_COUNTRIES = (
    "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas"
    "|The Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia"
    "|Bosnia-Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burma|Burundi|Cambodia|Cameroon|Canada"
    "|Cape Verde|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia"
    "|Denmark|Djibouti|Dominica|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|England|Equatorial Guinea"
    "|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|French Guiana|Gabon|Gambia|Gaza|Gaza Strip|Georgia"
    "|Germany|Ghana|Gibraltar|Greece|Greenland|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary"
    "|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya"
    "|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg"
    "|Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco"
    "|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|The Netherlands|New Zealand"
    "|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama"
    "|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Samoa|Saudi Arabia"
    "|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa"
    "|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania"
    "|Thailand|Togo|Trinidad|Tunisia|Turkey|Türkiye|Turkiye|Turkmenistan|Uganda|Ukraine|United Arab Emirates"
    "|United Kingdom|Uruguay|Uzbekistan|Vatican City|Venezuela|Vietnam|Wales|West Bank|Yemen|Zambia|Zimbabwe"
    "|Crimea|Catalonia|Sicily|Tibet|Bermuda|Cayman Islands|Alberta|British Columbia|Manitoba|New Brunswick"
    "|Newfoundland|Newfoundland and Labrador|Nova Scotia|Nunavut|Ontario|Prince Edward Island|Quebec|Saskatchewan"
    "|Yukon|Northwest Territories|New South Wales|Queensland|Victoria|Tasmania"
)
_CITIES = (
    "atlanta|baltimore|boston|chicago|cincinnati|cleveland|dallas|denver|detroit|honolulu|houston|indianapolis"
    "|las vegas|los angeles|miami|milwaukee|minneapolis|new orleans|new york|oklahoma city|philadelphia|phoenix"
    "|pittsburgh|st. louis|salt lake city|san antonio|san diego|san francisco|seattle|washington|amsterdam|athens"
    "|baghdad|bangkok|beijing|beirut|berlin|brussels|cairo|copenhagen|djibouti|dublin|edinburgh|geneva|gibraltar"
    "|guatemala city|havana|helsinki|hong kong|islamabad|istanbul|jerusalem|johannesburg|kuwait city|london"
    "|luxembourg|macau|madrid|mexico city|milan|monaco|montreal|moscow|mumbai|munich|new delhi|oslo|ottawa"
    "|panama city|paris|prague|quebec city|rio de janeiro|rome|san marino|sao paulo|são paulo|shanghai|singapore"
    "|stockholm|sydney|tokyo|toronto|vatican city|vienna|warsaw|zurich|kyiv|kiev|united nations|buenos aires"
    "|bogota|bogotá|caracas|lima|santiago|quito|la paz|montevideo|nairobi|lagos|abuja|accra|cape town|pretoria"
    "|addis ababa|khartoum|tripoli|tunis|algiers|rabat|casablanca|damascus|amman|riyadh|dubai|abu dhabi|doha"
    "|tehran|kabul|karachi|lahore|dhaka|colombo|kathmandu|delhi|kolkata|chennai|bengaluru|yangon|hanoi|jakarta"
    "|manila|kuala lumpur|seoul|pyongyang|taipei|melbourne|canberra|wellington|auckland|lisbon|barcelona|budapest"
    "|bucharest|sofia|belgrade|zagreb|sarajevo|vilnius|riga|tallinn|minsk|st. petersburg|tbilisi|yerevan|baku"
    "|ankara|tel aviv|gaza|gaza city|frankfurt|hamburg|cologne|lyon|marseille|naples|turin|venice|bern|the hague"
    "|antwerp|glasgow|belfast|manchester|birmingham|liverpool|leeds|cardiff|vancouver|calgary|edmonton|winnipeg"
    "|austin|nashville|sacramento|oakland|san jose|st. paul|kansas city|omaha|charlotte|memphis|louisville|albany"
    "|hartford|providence|brooklyn|annapolis|capitol hill|hollywood|wall street|silicon valley|port-au-prince"
    "|kingston|san juan|san salvador|managua|tegucigalpa|davos"
)
_SECTIONS = (
    "politics news sports sport opinion business world local national nation international entertainment culture"
    " arts health science technology tech education lifestyle life travel food weather crime courts economy"
    " finance money markets features feature obituaries obituary editorial commentary analysis column letters"
    " community metro region regional state city government elections election environment climate religion style"
    " fashion music movies film television tv books media exclusive breaking update updated developing explainer"
    " watch video photos live investigation investigations report reports special latest top campus events"
    " announcements u.s. us uk usa americas africa asia europe middle east the and & of in / stories story"
    " headlines brief briefs desk opinions schools high school real estate"
)
#: Words of section names that name none by themselves.
_FILLERS = (
    "u.s. us uk usa americas africa asia europe middle east the and & of in / city state life top high school real"
)
#: Words in capitals that open a line before a dash and are no place.
_NO_PLACES = (
    "note editor editors editor’s update correction clarification warning advisory memo subject background"
    " summary overview contact why what who when where how q a yes no ok nasa nato fema fbi cia epa fda cdc irs"
    " covid covid-19 gop ceo nfl nba mlb nhl ncaa ufc wwe bbc cnn nbc abc cbs opec imf eu un nra aclu doj dhs fcc"
    " ftc sec faq tip tips pro con pros cons step part chapter photo photos credit source"
)


@cache
def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split("|" if "|" in names else None))


@cache
def _regions() -> frozenset[str]:
    names = [*_STATES.split("|"), *_COUNTRIES.split("|"), *_SHORT_STATES.split()]
    return frozenset(_fold(name) for name in names)


def _fold(name: str) -> str:
    return name.replace(".", "").replace(" ", "").lower()


def is_city(name: str) -> bool:
    """Whether datelines print this city without state or country; "Paris/Berlin" is two of them."""
    return all(city.strip().lower() in _listed(_CITIES) for city in name.split("/"))


def is_region(name: str) -> bool:
    """Whether this is a state, province or country, whole or in any usual short form, in any case."""
    return _fold(name) in _regions()


def is_section(name: str) -> bool:
    """Whether this is the name of a newspaper's section, or of a kind of story: "Politics", "World news"."""
    words = name.lower().split()
    return all(word in _listed(_SECTIONS) for word in words) and not all(word in _listed(_FILLERS) for word in words)


def is_no_place(word: str) -> bool:
    """Whether a word, though in capitals before a dash, is known to be no place: "NATO", "NOTE"."""
    return word.strip(".").lower() in _listed(_NO_PLACES)
