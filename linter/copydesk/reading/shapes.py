"""What a line is by its own words: a notice, a caption, furniture of the page, a section label, an end mark."""

from __future__ import annotations

import re

from copydesk.model.article import Kind
from copydesk.model.span import Span
from copydesk.patterns import compiled
from copydesk.reading.placenames import is_section
from copydesk.reading.stamps import is_stamp

_STORY = r"(?:article|story|post|piece|column|essay|op-ed|editorial|interview|dispatch|content|item)"
_NOTICE = (
    r"[(\[]?\s*(?:(?:[\w.]+\s+)?(?:corrections?|clarification|(?:editor|author|publisher|writer)(?:s|['’]s|s['’])?\s+note"
    r"|note\s+(?:to\s+readers|from\s+the\s+editors?)|disclosure|disclaimer|content\s+warning)\s*(?:[:—–-]|\(|$)"
    r"|update[sd]?(?:\s+\w+\.?\s+\d+(?:,\s+\d+)?)?\s*:"
    rf"|this\s+(?:news\s+)?{_STORY}\s+(?:was|has\s+been|is|originally|first|also|appeared|contains|includes)\s+"
    r"(?:also\s+|originally\s+|first\s+|previously\s+|been\s+|a\s+|co-?)*(?:adapted|published|republished|updated"
    r"|corrected|produced|reprinted|translated|edited|amended|revised|clarified|changed|part|collaboration|supported"
    r"|funded|reported|written|appeared|posted|syndicated|excerpted|shared|licensed|provided|drawn|based|guest|from|by|in"
    r"|on|the\s+(?:first|second|third|fourth|fifth|sixth|last|final))\b"
    r"|this\s+(?:report|version|page)\s+(?:was|has\s+been|is)\s+(?:originally\s+|first\s+|previously\s+|been\s+)*(?:adapted"
    r"|republished|updated|corrected|reprinted|translated|amended|revised|excerpted|(?<=originally\s)published"
    r"|(?<=first\s)published)\b"
    rf"|(?:a|an\s+\w+|a\s+\w+)\s+version\s+of\s+this\s+(?:{_STORY}|report)\b"
    r"|(?:this\s+is|the\s+following\s+is)\s+(?:an?\s+)?(?:part\b|guest\b|excerpt(?:ed)?\s+(?:from|of)\b|adapted"
    r"|the\s+(?:first|second|third|fourth|fifth|sixth|last|latest|next|final)\b[^.]{0,40}\bseries\b)"
    r"|(?:originally|first|previously)\s+(?:published|posted|appeared|printed)\s+(?:on|in|by|at)\b"
    r"|(?:re)?published\s+with\s+permission|reprinted\s+(?:from|with|by)\b|(?:adapted|excerpted|republished)\s+from\b"
    r"|with\s+(?:additional\s+)?(?:material|reporting|files|information|contributions?)\s+(?:from|by)\b"
    r"|(?:additional\s+)?(?:reporting|research|writing)(?:\s+and\s+\w+)?\s+(?:by|from)\b|edit(?:ed|ing)\s+by\b"
    r"|the\s+(?:views|opinions)(?:\s+and\s+\w+)?\s+(?:expressed|presented)\b)"
)
_CONTRIBUTED = (
    r"\bcontributed\s+(?:(?:additional\s+)?reporting"
    r"|to\s+this\s+(?:report|story|article|piece|post))\b[^.]{0,80}\.?[)\]]?$"
)
_FURNITURE = (
    r"(?:(?:for\s+)?immediate\s+release\b|for\s+release\b|embargoed?\s+(?:until|for)\b|(?:press|news)\s+release(?=\s*$|\s+for\b"
    r"|\s*:)|(?:media|press|news)\s+(?:contacts?|advisory|inquiries|enquiries|queries|room)\b|contacts?\s*:"
    r"|contact\s+\w+\s+\w+\W+\d|follow\s+(?:us\b|@|(?:the\s+)?(?:\w+\s+){1,4}on\s+(?:twitter|x|facebook|instagram|threads"
    r"|bluesky|tiktok|linkedin)\b)|like\s+us\s+on\b|share\s+(?:this\b|on\b|via\b)|share\s*:|subscribe\s+(?:to|now|today|here)\b"
    r"|sign\s+up\s+(?:for|to|here|now)\b|support\s+(?:our|local|independent)\s+(?:journalism|newsroom|reporting|news)\b"
    r"|donate\s+(?:here|now|today|to\s+(?:us|the|our))\b|become\s+a\s+(?:member|subscriber)\b|download\s+(?:our|the)\s+app\b"
    r"|get\s+(?:our|the)\s+(?:\w+\s+){0,3}newsletter\b|join\s+our\b|copyright\s+(?:©|\(c\)|\d{4})|©|all\s+rights\s+reserved"
    r"|advertisement\s*$|sponsored\s+content|(?:read|see)\s+(?:more|also|next)\s*[:»›→|]|read\s+more\s*$"
    r"|related(?:\s+(?:stories|articles|content|posts?|links?|coverage))?\s*:|related\s+(?:stories|articles|content|posts?)\s*$"
    r"|more\s+from\b|(?:next|previous)\s+(?:article|story|post)\s*$|back\s+to\s+top|filed\s+under\b|tags?\s*:|categories\s*:"
    r"|topics?\s*:|posted\s+in\b|leave\s+a\s+comment|comments?\s*(?:$|\(\d)|home\s*[>»|/›]|skip\s+to\b|menu\s*$"
    r"|\d+[\s-]*min(?:ute)?s?\s+read\s*$|email\s+this\b|for\s+(?:all\s+)?(?:media|press)\s+(?:inquiries|enquiries|queries)\b)"
)
_BUTTON = r"(?:share|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|reddit|copy\s+link|save)$"
_PAPER = r"(?:[Tt]he\s+)?[A-Z][^.!?]{0,80}?"
_FOOT = (
    r"our\s+(?:mission|newsroom)\s+is\b|(?:have|got)\s+a\s+(?:news\s+)?tip\b"
    rf"|{_PAPER}\s(?:(?:is|are)\s+(?:committed|dedicated|devoted)\s+to|(?:strives?|exists?|works\s+hard)\s+to|mission\s+is\s+to"
    rf"|prides?\s+(?:itself|ourselves)\s+on)\b[^.!?]*\b(?:news|journalism|reporting|coverage|stories|readers)\b"
    rf"|{_PAPER}\sis\s+an?\s+(?:\w+,?\s+){{0,3}}(?:newsroom|newspaper|news\s+(?:organi[sz]ation|outlet|service|site))\b"
    r"|reach\s+(?:\w+\s+){1,3}at\b|about\s+(?:\S+\s*){1,8}(?<![.?!:])$"
)
_CAPTION = (
    r"[(\[]?\s*(?:(?:file|courtesy|handout|stock)\s+)?(?:photo(?:graph)?s?|image|picture|illustration|graphic|map|chart)s?\s*"
    r"(?:source\s*)?(?::|/|by\b|courtesy\b|credits?\b|via\b|illustration\s+by\b)|[(\[]?(?:photo\s+|image\s+)?credits?\s*:|caption\s*:"
    r"|(?:file|courtesy|handout)\s+photo\s*[.)\]]?$"
)
_CAPTION_END = (
    r"[(\[](?:[^()\[\]]{0,40}\b(?:photo|image|illustration)s?\b[^()\[\]]{0,60}|[A-Z][^()\[\]/]{2,40}/[^()\[\]/]{2,40})[)\]]\.?$"
    r"|\b(?:photo|image)(?:\s+credit|\s+courtesy\s+of|s?\s+by)?:?\s+[A-Z][^.!?]{2,60}\.?$"
)
_EPIGRAPH = r"[“\"][^”\"]{10,400}[”\"]\s*[-–—]{1,2}\s*[A-Z][^.!?]{2,80}$"
_PHONE = r"(?<!\d)\(?\d{3}\)?[-./ ]{1,2}\d{3}[-. ]\d{4}(?!\d)|\S@\S+\.\w"
#: Each begins with a literal, so that the search for it is quick.
_ENDS = (
    r"#[ \t]?#[ \t]?#+",
    r"30(?<=[-–—]30)[-–—]|30(?<=[-–—] 30) [-–—]",
    r"ENDS?\b",
    r"end(?<=[-–—(]end)s?[-–—)]",
    r"End(?<=[-–—(]End)s?[-–—)]",
)
_CUT = r"(?:…|\.{3}|(?:…|\.{3})?\s*\[?(?:continue reading|read more)\b.{0,3})[\])]?\W*$"


#: The first words of what `_FURNITURE` and `_CAPTION` match: a quick look spares most paragraphs the long one.
_FURNITURE_OPENERS = frozenset(
    "for immediate embargo embargoed press news media contact contacts follow like share subscribe sign support donate "
    "become download get join copyright all advertisement sponsored read see related more next previous back filed tag "
    "tags categories topic topics posted leave comment comments home skip menu email release".split()
)
_CAPTION_OPENERS = frozenset(
    "file courtesy handout stock photo photos photograph photographs image images picture pictures illustration "
    "illustrations graphic graphics map maps chart charts credit credits caption".split()
)


def _opener(said: str) -> str:
    """The letters or digits that a line begins with, lower case, an opening bracket left out."""
    words = said.lstrip("([ \t")[:24].lower()
    end = next((i for i, c in enumerate(words) if not c.isalnum()), len(words))
    return words[:end]


def line_kind(said: str, *, edge: bool) -> Kind | None:
    """What a paragraph is by its own words, None for copy. edge: it stands near the story's top or foot.

    `said` is without markup. A long paragraph is copy, whatever it begins with.
    """
    if len(said) > 900:
        return None
    if is_stamp(said):
        return Kind.STAMP
    if len(said) < 500:
        opener = _opener(said)
        if (opener in _FURNITURE_OPENERS or not opener.isalpha()) and compiled(_FURNITURE, re.I).match(said):
            return Kind.BOILERPLATE
        tail = said[-110:]
        if (opener in _CAPTION_OPENERS and compiled(_CAPTION, re.I).match(said)) or (
            (said[-1] in ")]" or "hoto" in tail) and compiled(_CAPTION_END).search(tail)
        ):
            return Kind.CAPTION
        if said[0] in '“"' and compiled(_EPIGRAPH, re.I).match(said):
            return Kind.BLOCKQUOTE
    if edge:
        if len(said) < 12 and compiled(_BUTTON, re.I).match(said):
            return Kind.BOILERPLATE
        if compiled(_NOTICE, re.I).match(said) or (
            "contribut" in said and compiled(_CONTRIBUTED, re.I).search(said[-200:])
        ):
            return Kind.NOTICE
        if len(said) < 90 and said[-1] not in "?!" and compiled(_PHONE, re.I).search(said):
            return Kind.BOILERPLATE
    return None


def is_foot(said: str) -> bool:
    """Whether a paragraph at the story's foot is the outlet speaking of itself, or says where to turn to."""
    return len(said) < 900 and compiled(_FOOT, re.I).match(said) is not None


def is_label(said: str) -> bool:
    """Whether a line is a section label: "POLITICS", "Opinion | Politics", "Local News"."""
    names = compiled(r"\s*[|/>»•·:]\s*").split(said.strip(" |/>»•·:"))
    return len(said) < 60 and all(name and is_section(name) for name in names)


def is_cut(said: str) -> bool:
    """Whether copy is cut off: it ends in an ellipsis or in "Read more"."""
    return compiled(_CUT, re.I).search(said[-40:]) is not None


def end_marks(text: str, start: int) -> list[Span]:
    """Marks of the story's end, each alone on its line: "###", "# # #", "-30-", "ENDS"."""
    found = []
    for pattern in _ENDS:
        for match in compiled(pattern).finditer(text, start):
            first, last = match.span()
            while first > start and text[first - 1] in "-–— \t*_(":
                first -= 1
            while last < len(text) and text[last] in "-–— \t*_)":
                last += 1
            if (first == start or text[first - 1] in "\r\n") and (last == len(text) or text[last] in "\r\n"):
                mark = text[first:last]
                found.append(Span(first + len(mark) - len(mark.lstrip()), first + len(mark.rstrip())))
    return sorted(found)
