"""Tables of names: given names, surnames, and capitalised words that are no people. Read when first asked for."""

from __future__ import annotations

from functools import cache, lru_cache

#: Capital letters that begin words of news copy, for a character class.
CAPITALS = "A-ZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽȘȚ"
#: Words that join the names of a person.
PARTICLES = frozenset(
    "de da do dos das di del della der den des du la le lo el al van von ter ten te zu bin ibn bint abu ben y e".split()
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
#: Surnames that stand before the given name.
FAMILY_FIRST = frozenset(
    "xi li kim moon park ban hwang hu jiang wen wang zhang liu chen yang zhao wu zhou deng mao lee yoon han choi cho "
    "roh nguyen tran pham vo bui to tsai ma sun guo gao lin he qin cai ding zheng peng lai hong lam".split()
)
#: Given names that are as often other words: alone they make nobody of two capitalised words.
DOUBTFUL = frozenset(
    "april august austin bill chad chance chase chelsea clay cliff dale dallas dean don drew earl faith florence frank "
    "gene georgia grace grant guy hope hunter india israel jack jackson jersey jordan joy june kent kenya lance lane "
    "lincoln logan madison major mark marshall mason max may mercedes miles orlando pat pearl penny pierce porter "
    "prince ray reed rich rob rose ruby salvador santiago savannah skip sterling sydney trinity van victoria violet "
    "virginia ward warren washington wells will alexandria charlotte paris london houston kitty lady rocky".split()
)
#: Last words of capitalised names of companies, bodies, places, buildings, works, laws, teams and events.
NO_SURNAME = frozenset(
    "academy accord accords act acts administration advisers affairs agency agreement air airlines airport alliance "
    "amendment america american americans apartments app arena army art arts asia assembly associates association "
    "athletics authority avenue award awards baby band bank bar bay beach bears bend bill blog board book books "
    "boulevard bowl brewery bridge broadcasting brothers building bulletin bureau business cabinet cafe campaign "
    "campus canal canyon capital capitals capitol castle cathedral center central centre century chamber championship "
    "channel chapel charity chronicle church cinema city clinic club coalition coast code coffee collection college "
    "college's colleges colony comics command commission committee commons communications community company conference "
    "congress consortium constitution convention cooperative corporation corps cottage council counsel county court "
    "courthouse courts creek crescent crisis crossing cup daily day days defense democrat democrats department depot "
    "desert design development diner directive district division doctrine dollar drive east education election "
    "elections electric elementary empire energy engineering enterprise enterprises environment era estate europe "
    "european exchange expo express factory fair falls family farm farms federation festival field fields finance fire "
    "first force ford forest fort forum foundation freeway front fund future gallery game games garden gardens gas "
    "gate gazette german giants global government group grove guard guild hall harbor harbour hawks health healthcare "
    "heights herald high highway hill hills history holdings home homes hospital hotel house housing hurricane "
    "immigration inc incorporated industries industry initiative inlet inn inquiry institute institution insurance "
    "international internet island islands jail japanese jersey journal junction justice knicks knights lab "
    "laboratories laboratory labs lake lakes land landing lane law league ledger legion legislature lib library life "
    "lines lions llc lodge lords loop ltd magazine mall manor mansion marathon march marine marines market markets "
    "massacre meadows media medical memorial meadow mets middle mile military mine ministry mission monument motel "
    "motor motors mountain mountains movement museum music nation national nations navy network networks news "
    "newspaper nights north northwest northeast ocean office official officials oil olympics opera orchard orchestra "
    "order organisation organization pageant palace panel panthers papers parade park parkway parliament parties "
    "partners partnership party pass patriots pavilion peak peninsula pentagon phone pier pictures pine pipeline place "
    "plain plains plan plant plateau playhouse plaza plc point police poll pond port post power preparatory prep press "
    "primary prison prize production productions program programme project promise prosperity province public "
    "publishing quarter raceway radio railroad railway rally ranch rangers rapids ravens record records red reform "
    "refuge regiment region registry religion report reports republic republican republicans research reserve "
    "reservation reservoir resort restaurant review revolution ridge rights river road rock rocks room rotary rouge "
    "route rule run russian saints sands school schools science sciences sea secretariat section security senate "
    "senators series service services shelter shield ships shop show shore shores sheriff's society software solutions "
    "south southeast southwest space speedway spirit sports spring springs square stadium standard star stars state "
    "states station stock store stores story storm strait street strip studies studio studios summit sunday super "
    "supplies surgery swamp syndrome system systems tavern tax team tech technical technologies technology telegraph "
    "television temple terminal terrace territories territory test theater theatre tigers times today tonight "
    "tournament tower towers town township track trade trail training transit transport transportation treasury treaty "
    "trial tribe tribune trophy trust tunnel twitter union unions unit university utilities valley vikings village "
    "villa vineyard virus wall war warriors watch water waters ways web week weekly west wharf wildlife wing winery "
    "woods workers works workshop world yacht yankees yard year zone zoo".split()
)
#: Of these, those that are surnames after a plain given name: Tiger Woods, Anita Hill.
SOMETIMES_SURNAME = frozenset(
    "arts band banks bay bill book camp castle center chambers church court courts crescent day east english falls "
    "farmer field fields ford forest forum garden gardens gates grove hall heights hill hills house hunt justice lake "
    "lane law life lodge long march marsh meadow meadows moon page park parks peak place pond poe pool post power "
    "powers prince read reed rivers road rock rose rule sands sharp shields shore stone story strange street summers "
    "tower walls ward waters way weeks wells west winters wing woods young".split()
)
#: Capitalised words that begin no name of a person.
NO_GIVEN = frozenset(
    "a after against all almost along also although amid among an and another any are around as asked at back because "
    "before behind below beneath besides between beyond both but by can could critics despite did do does during each "
    "earlier either even ever every everyone except few finally first following for from given had has have he her "
    "here his hers how however i if in indeed inside instead into is it its just last later least less let like long "
    "longtime many maybe me meanwhile more most much my near nearby neither never next no nobody none nor not nothing "
    "now of off often on once one only onto or other others our ours out outside over per perhaps please president "
    "rather recently second see several she should since so some someone sometimes soon still such than thanks that "
    "the their them then there these they this those though three through throughout thus to today together tomorrow "
    "too toward two under unlike until up upon us via was watch we were what when whenever where whereas whether which "
    "while who whom whose why with within without would yes yesterday yet you your dear hello monday tuesday wednesday "
    "thursday friday saturday sunday january february july september october november december easter christmas "
    "thanksgiving north south east west northern southern eastern western central new old great greater upper lower "
    "san santa los las saint st st. mount mt fort lake cape port point united federal national international world "
    "global royal state county city supreme high house senate congress democratic republican conservative liberal "
    "labor labour green black white red blue american british french german russian ukrainian chinese japanese israeli "
    "palestinian iranian iraqi syrian turkish indian canadian mexican australian italian spanish polish greek korean "
    "egyptian european african asian arab jewish muslim christian catholic protestant islamic hurricane tropical storm "
    "operation project camp team company bank street highway interstate route section article chapter title figure "
    "table page volume part photo image video related read sign click follow said says added asked noted according "
    "dear designing rep sen gov gen cinco share open public general chief senior "
    "junior big little super grand golden silver happy good best free full high home local main social".split()
)
#: Two-word names of companies that would pass for people.
COMPANIES = frozenset(
    "morgan stanley|charles schwab|goldman sachs|ralph lauren|calvin klein|tommy hilfiger|johns hopkins|eli lilly|kate "
    "spade|michael kors|oscar mayer|jack daniel|johnnie walker|mary kay|papa john|philip morris|john deere|ann taylor|"
    "harry winston|levi strauss|merrill lynch|sherwin williams|sara lee|edward jones|raymond james|wells fargo|"
    "dollar general|best buy|abu dhabi|abu ghraib|aunt jemima|uncle ben|carl jr|trader joe|betty crocker|jimmy john|"
    "louis vuitton|christian dior|hugo boss|marc jacobs|tim hortons|baton rouge|leonard wood|mount sinai|saint laurent|"
    "yves saint laurent|victoria secret|jo ann|dick clark productions|warner bros|conde nast|booz allen".split("|")
)
#: Country and land names and such that stand where a name could.
PLACES = frozenset(
    "afghanistan africa alabama alaska albania algeria america angola antarctica arabia argentina arizona arkansas "
    "armenia asia australia austria azerbaijan bahrain bangladesh beijing belarus belgium berlin bolivia boston brazil "
    "britain brussels bulgaria california cambodia canada chicago chile china colombia colorado connecticut croatia "
    "cuba cyprus damascus delaware denmark ecuador egypt england estonia ethiopia europe finland florida france gaza "
    "germany ghana greece guatemala haiti hamas havana hawaii hezbollah hungary iceland idaho illinois indiana "
    "indonesia iowa iran iraq ireland italy jamaica japan jerusalem kansas kazakhstan kentucky kenya kosovo kremlin "
    "kuwait kyiv laos latvia lebanon libya lithuania london louisiana maine malaysia maryland massachusetts mexico "
    "miami michigan minnesota mississippi missouri moldova mongolia montana montenegro morocco moscow myanmar nasa "
    "nato "
    "nebraska nepal netherlands nevada nicaragua nigeria norway ohio oklahoma oman ontario oregon pakistan palestine "
    "panama paraguay paris pennsylvania pentagon peru philippines poland portugal qatar quebec romania russia rwanda "
    "scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tehran "
    "tennessee texas thailand tokyo tunisia turkey uganda ukraine uruguay utah venezuela vermont vietnam wales "
    "washington wisconsin wyoming yemen york zimbabwe hampshire carolina dakota zealand lanka korea leone salvador "
    "rica angeles francisco diego antonio".split()
)
#: Short forms of given names, each with its long ones.
_SHORT = (
    "al albert alan alfred|alex alexander alexandra|andy andrew|ben benjamin|bill william|billy william|bob robert|"
    "bobby robert|charlie charles|chris christopher christine|chuck charles|dan daniel|danny daniel|dave david|"
    "deb deborah|dick richard|don donald|doug douglas|ed edward edwin|fred frederick|greg gregory|jack john|"
    "jeff jeffrey|jim james|jimmy james|joe joseph|jon jonathan|josh joshua|kate katherine|kathy kathleen katherine|"
    "ken kenneth|larry lawrence|liz elizabeth|matt matthew|mike michael|mitch mitchell|nick nicholas|pam pamela|"
    "pat patrick patricia|pete peter|phil philip phillip|ray raymond|rich richard|rick richard|rob robert|ron ronald|"
    "russ russell|sam samuel samantha|steve steven stephen|stu stuart|sue susan|ted theodore edward|tim timothy|"
    "tom thomas|tommy thomas|tony anthony|val valerie|vince vincent|walt walter|will william|zach zachary"
)


@cache
def _words(name: str) -> frozenset[str]:
    import os.path

    with open(os.path.join(os.path.dirname(__file__), "data", f"{name}.txt"), encoding="utf-8") as lines:
        return frozenset(" ".join(line for line in lines if line[0] != "#").split())


def given_names() -> frozenset[str]:
    """Given names, `fold`ed."""
    return _words("given_names")


def surnames() -> frozenset[str]:
    """Surnames, `fold`ed."""
    return _words("surnames")


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """The long forms of a short given name: "bill" -> "william"."""
    return {row.split()[0]: frozenset(row.split()[1:]) for row in _SHORT.split("|")}


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name as it is compared: lower case, without accents and periods, apostrophes straight."""
    lower = name.replace("’", "'").replace(".", "").casefold()
    if lower.isascii():
        return lower
    from unicodedata import combining, normalize

    table = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
    return "".join(c for c in normalize("NFKD", lower.translate(table)) if not combining(c))


@lru_cache(maxsize=4096)
def looks_like_surname(word: str) -> bool:
    """Whether a capitalised word has the shape of a surname, or is a common one: Peskov, Kowalczyk, O’Hara, Nguyen."""
    folded = fold(word)
    if folded.replace("'", "").replace("-", "") in surnames():
        return True
    return len(folded) > 5 and folded.endswith(
        ("ov", "ova", "ev", "eva", "sky", "skyy", "skiy", "skaya", "enko", "chuk", "czyk", "wicz", "vich", "vic", "ski",
         "ska", "berg", "stein", "feld", "baum", "opoulos", "akis", "idis", "oglu", "shvili", "adze", "ssen", "sson",
         "quist", "qvist", "gren", "lund", "dahl", "mann", "witz", "dottir", "strom", "elli", "etti", "ucci", "arelli",
         "iyan")
    )  # fmt: skip
