"""The house's spelling of names that are written several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Good, compiled, flag, given_names, rule
from copydesk_rules._facts import fold

if TYPE_CHECKING:
    from copydesk import Article, Flags, Match

#: Spellings met in copy, in small letters, and the house's word they stand for.
_GROUPS = {
    "Zelenskyy": "zelenskyy zelensky zelenskiy zelenskyi zelenski",
    "Gadhafi": "gadhafi qaddafi gaddafi kadafi qadhafi khadafy",
    "al-Qaida": "al-qaida|al qaeda|al-qaeda|al qaida|al-qaeda|al-qa'ida|al qa'ida",
    "Kyiv": "kyiv kiev",
    "Kharkiv": "kharkiv kharkov",
    "Odesa": "odesa odessa",
    "Lviv": "lviv lvov",
    "Mykolaiv": "mykolaiv nikolaev nikolayev mykolayiv",
    "Chernobyl": "chernobyl chornobyl",
    "Hezbollah": "hezbollah hizbollah hizbullah hezbullah hizballah",
    "Taliban": "taliban taleban",
    "el-Sissi": "el-sissi|al-sisi|el-sisi|al-sissi",
}
AP = (
    "Zelenskyy",
    "Gadhafi",
    "al-Qaida",
    "Kyiv",
    "Kharkiv",
    "Odesa",
    "Lviv",
    "Mykolaiv",
    "Chernobyl",
    "Hezbollah",
    "Taliban",
    "el-Sissi",
)


@rule(
    "name-house-spelling",
    severity="warning",
    summary="Spell the name as the house does",
    fix="safe",
    pattern=(
        r"(?<![\w’'@#/.-])(?:Zelen?sk(?:yy|y|iy|yi|i)|(?:G|Q|K)h?add?h?h?afi|Kadafi|Khadafy|Qadhafi|"
        r"[Aa]l[- \u00a0][Qq]a(?:e|i|’i|'i)da|"
        r"Kiev|Kyiv|Khark(?:iv|ov)|Odess?a|Lv(?:iv|ov)|Ch[eo]rnobyl|Mykolai?y?iv|Nikola(?:ev|yev)|"
        r"H[ei]zb(?:ol|ul|al)lah|Tal[ei]ban|[ae]l-Sis+i)(?![\w-])"
    ),
    hints=tuple(
        "zelen gad ghad qad qadh kad khad qaeda qaida qa kiev khark odess lvov chorn mykol nikol hizb hezb taleban "
        "zelensk -sis lviv kyiv odes cherno taliban".split()
    ),
    bad=[
        Bad("President Volodymyr ^Zelensky^ sang.", "President Volodymyr Zelenskyy sang."),
        Bad("A club in ^Kiev^ is shut.", "A club in Kyiv is shut."),
        Bad("He left ^Al Qaeda^ in May.", "He left al-Qaida in May."),
        Bad("President Volodymyr ^Zelenskyy^ sang.", "President Volodymyr Zelensky sang.", house="nyt"),
        Bad("^Al Qaeda^ is weak.", "Al-Qaida is weak."),
    ],
    good=[
        "President Volodymyr Zelenskyy sang.",
        "Dancer Igor Zelensky sang.",
        "Chicken Kiev is on the menu.",
        "Peter Kiev and Anna Lvov sang.",
        "The police in Odessa, Texas, sang.",
        "“Zelensky sang,” she said.",
        Good("A club in Kiev is shut.", options={"spellings": ("Zelenskyy",)}),
    ],
)  # fmt: skip
def house_spelling(match: Match, *, spellings: tuple[str, ...] = AP) -> Flags:
    """A name from another script has one spelling in the house: Zelenskyy, Gadhafi, al-Qaida, Kyiv.

    `spellings` are the house's; a name of which it lists none is let be. Other people of the name keep their own, and
    so do dishes, bands, teams and places that are called after it.
    """
    article, prose = match.article, match.article.prose
    written = match.group()
    key = fold(written).replace("\u00a0", " ")
    right = next((s for s in spellings if _group(s) == _group_of(key)), None)
    if right is None or fold(right) == key or _group_of(key) is None:
        return
    before, after = prose[max(match.start - 40, 0) : match.start], prose[match.end : match.end + 30]
    if _is_another(key, before, after, article.folded):
        return
    if written[0].isupper() and right[0].islower() and not _is_under_way(article, match.start):
        right = right[0].upper() + right[1:]
    yield flag(match, f"The house has “{right}”", replace=right)


def _group_of(key: str) -> str | None:
    for name, forms in _GROUPS.items():
        if key in (forms.split("|") if "|" in forms else forms.split()):
            return name
    return None


def _group(spelling: str) -> str | None:
    return _group_of(fold(spelling))


def _is_another(key: str, before: str, after: str, folded: str) -> bool:
    """Whether the word names somebody or something else."""
    if key.startswith("zelen"):
        given = compiled(r"([A-Z][\w’'-]+)[ \u00a0]$").search(before)
        if given is None:
            return False
        word = given[1].lower()
        return (
            word not in ("volodymyr", "vladimir", "wolodymyr", "olena", "president", "mr", "leader", "and")
            and word.isalpha()
        )
    given = compiled(r"([A-Z][a-z]+)[ \u00a0]$").search(before)
    if given and key in ("kiev", "odessa", "kharkov", "lvov", "nikolaev") and given[1].lower() in given_names():
        return True
    if key in ("kiev", "odessa"):
        if key == "odessa" and "ukrain" not in folded:
            return True
        if compiled(r"(?:[Cc]hicken|Dynamo|Dinamo|[Cc]ake|à la|la)[ \u00a0]$").search(before):
            return True
        return compiled(_AMERICAN).match(after) is not None
    return False


#: What follows an Odessa, or a Kiev, that is another.
_AMERICAN = (
    r",[ \u00a0](?:Tex|Texas|Fla|Florida|Mo|Del|Wash|Minn|N\.Y|Ontario|Ill)|"
    r"[ \u00a0](?:File|Steps|Permian|American|College|Rus\b)|-Rus"
)


def _is_under_way(article: Article, start: int) -> bool:
    """Whether a sentence is under way here, so that a capital is the name's own."""
    sentence = article.sentence_at(start)
    return sentence is not None and not sentence.opens_at(start)
