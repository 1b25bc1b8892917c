"""Who wrote it: the byline under the headline and the author in the metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk import ALIASES, Bad, Good, Span, compiled, flag, rule
from copydesk_rules._facts import fold

if TYPE_CHECKING:
    from copydesk import Article, Byline, Context, Flags, Node

#: Statuses at which a story may still wait for its byline.
_EARLY = frozenset(
    "pitch idea assigned assignment draft drafting writing wip in-progress in_progress submitted".split()
)
#: Kinds of copy that run without a byline.
_UNSIGNED = frozenset(
    "brief briefs editorial editorials wire notice notices obituary-notice letter letters correction corrections live "
    "live-blog liveblog calendar listings".split()
)
#: Titles that may lack their period; the name after one then needs two words, since "Rev Webber" may be a name.
_TITLE = (
    r"(?:Dr|Doctor|Mrs|Mr|Ms|Miss|Mx|Prof|Professor|(?:[Tt]he )?(?:Right |Most |Very )?Rev(?:erend)?|Fr|Father|Rabbi|"
    r"Imam|Pastor|Sir|Dame|Lord|Lady|Baroness|(?:[Tt]he )?Hon(?:ou?rable)?|Gov|Sen|Rep|Judge|(?:Staff |Master |"
    r"Chief Master |Tech(?:\.|nical) |Senior |Command )?(?:Sgt|Sergeant)(?: Maj)?|(?:Lance )?Cpl|Corporal|Pfc|Pvt|"
    r"Spc|(?:1st |2nd |First |Second )?Lt|Lieutenant|Capt|Captain|Maj|Lt\. Col|Col|Colonel|(?:Brig\. |Maj\. |"
    r"Lt\. )?Gen|(?:Lt\. )?Cmdr|(?:Rear |Vice )?Adm|Petty Officer|Airman|Seaman|Mayor|"
    r"Ambassador|Council(?:man|woman|member))"
)
_DEGREE = (
    r"(?:Ph\.?\s?D|D\.?Phil|M\.?D|D\.?D\.?S|D\.?V\.?M|D\.?O|J\.?D|LL\.?[BMD]|Esq|Ed\.?D|M\.?Ed|Psy\.?D|Pharm\.?D|"
    r"M\.?B\.?A|M\.?P\.?H|M\.?P\.?A|M\.?F\.?A|M\.?S\.?W|L\.?C\.?S\.?W|M\.?S\.?N|M\.?Sc|B\.?Sc|M\.?A|B\.?A|M\.?S|B\.?S|R\.?N|"
    r"C\.?P\.?A|C\.?F\.?A|P\.?E|O\.?B\.?E|M\.?B\.?E|C\.?B\.?E|K\.?C|Q\.?C|F\.?R\.?S|F\.?A\.?C\.?S)\.?"
)
#: Degrees that no one takes for a surname or a state, and so need no comma.
_SURE_DEGREE = r"(?:Ph\.?\s?D|M\.?D|D\.?D\.?S|Ed\.?D|Esq|M\.?B\.?A|R\.?N)\.?"
_PLACEHOLDERS = frozenset(
    "admin|administrator|webmaster|root|user|username|staff|staff writer|staff writers|staff reporter|staff reports|"
    "staff report|writer|reporter|the reporter|editor|author|authors|the author|author name|authors name|author's name|"
    "author here|guest|guest author|contributor|contributors|name|name here|your name|your name here|my name|full name|"
    "first last|first name last name|firstname lastname|first name|last name|reporter name|reporter's name|writer name|"
    "byline|byline here|byline tk|insert name|insert name here|name tk|tk|tktk|tk tk|tkname|tba|tbd|tbc|to come|todo|"
    "fixme|xxx|xx|lorem|lorem ipsum|test|tester|test author|test user|testing|n/a|na|none|null|nil|unknown|"
    "unknown author|no author|anonymous|anon|placeholder|default|default author|sample author|john q public|"
    "foo|foo bar|asdf|???|??|?|-|--|—".split("|")
)


@cache
def _ai() -> re.Pattern[str]:
    """Exactly a product of artificial intelligence, or artificial intelligence itself."""
    product = (
        r"chat ?gpt(?:[- ]?\d[\w.]*)?(?: (?:plus|pro|enterprise))?|gpt[- ]?\d[\w.]*(?:[- ](?:turbo|mini))?|"
        r"(?:open ?ai)(?: chat ?gpt| gpt[- ]?\d[\w.]*| o\d[\w-]*)?|(?:anthropic )?claude(?: (?:ai|code|opus|sonnet|"
        r"haiku|instant))?(?: v?\d[\d.]*)?(?: (?:opus|sonnet|haiku))?|"
        r"(?:microsoft |github |bing |ms )?copilot(?: \d[\d.]*)?|"
        r"bing (?:chat|ai)|(?:google |deepmind )?gemini(?: (?:advanced|ultra|pro|flash|ai))?(?: \d[\d.]*)?(?: (?:pro|"
        r"flash))?|google bard|bard ai|(?:meta )?llama(?:[- ]?\d[\d.]*)?|meta ai|(?:xai |x )?grok(?:[- ]?\d[\d.]*)?|"
        r"perplexity(?: ai)?|deepseek(?:[- ][rv]\d[\d.]*)?|mistral(?: ai| large)?|le chat|qwen(?:[- ]?\d[\d.]*)?|"
        r"ernie bot|jasper ai|writesonic|copy\.?ai|notion ai|you\.?com ai|character\.?ai|dall[-·]?e(?: \d)?|"
        r"midjourney|stable diffusion|sora|heliograf|wordsmith"
    )
    plain = (
        r"(?:an? |the |our )?(?:a\.?i\.?|artificial intelligence|generative ai|gen ai|genai)(?: (?:assistant|agent|"
        r"bot|chatbot|writer|author|reporter|journalist|editor|model|tool|system|staff|team|desk|generated|"
        r"newsroom))?|ai[- ]generated(?: (?:content|text|article|story))?|(?:an? )?(?:large )?language model|"
        r"(?:an? )?llm|(?:an? )?chatbot|(?:an? )?robot(?: reporter| writer)?"
    )
    return compiled(rf"(?:{product}|{plain})(?: \((?:ai|bot|openai|google|anthropic|microsoft)\))?")


class _Credit(NamedTuple):
    """A name credited with the story. printed: in the byline, not in the metadata."""

    text: str
    start: int
    end: int
    printed: bool


def _credits(article: Article) -> list[_Credit]:
    """The names of all bylines and of the metadata's author, in the story's order."""
    return article.computed("byline credits", _find_credits)


def _find_credits(article: Article) -> list[_Credit]:
    field = article.front_matter.field(*ALIASES["author"])
    found = list(_metadata_credits(article, field.node)) if field else []
    for byline in article.bylines:
        found += [_Credit(article.text[s:e], s, e, True) for s, e in byline.names]
    return found


def _metadata_credits(article: Article, node: Node) -> Iterator[_Credit]:
    """The names in an author value: a text, a list of texts, or mappings with a `name`."""
    for item in node.items:
        if isinstance(item.value, Mapping):
            named = [field.node for key, field in item.value.items() if key.lower() in ("name", "display_name")]
            for name in named:
                yield from _metadata_credits(article, name)
        elif isinstance(item.value, str):
            written = article.text[item.start : item.end]
            prefix = compiled(r"(?:written )?by:?\s+", re.I).match(written)
            at = prefix.end() if prefix else 0
            for piece in compiled(r"(?:(?!\s+(?:and|&)\s+|\s*[,;]\s).)+").finditer(written[at:]):
                name = compiled(r"^\s*(?:[,;&]|and\s)?\s*").sub("", piece.group())
                if name.strip():
                    start = item.start + at + piece.end() - len(name)
                    yield _Credit(name.rstrip(), start, start + len(name.rstrip()), False)


@rule(
    "byline-missing",
    severity="error",
    summary="Story past its draft has no byline",
    bad=[
        "^---^\ntitle: Ferry quits\nstatus: ready\n---\nThe ferry quit Thursday when a belt snapped.\n",
        "^---^\ntitle: Creamery sells out\nstatus: copy\nauthor:\n---\nThe creamery sold out Saturday.\n",
        "^---^\ntitle: Creamery sells out\nstatus: draft\n---\nThe creamery sold out Saturday.\n",
        Bad("^T^he creamery sold out Saturday.\n", status="published"),
    ],
    good=[
        "---\ntitle: Ferry quits\nstatus: ready\nauthor: Ana Ruiz\n---\nThe ferry quit Monday.\n",
        "---\ntitle: Ferry quits\nstatus: ready\n---\nBy Ana Ruiz\n\nThe ferry quit Monday.\n",
        "---\ntitle: Paint the pier\nstatus: ready\nkind: editorial\n---\nThe town should pay.\n",
        "---\ntitle: Ferry quits\n---\nThe ferry quit Monday.\n",
        "The ferry quit Monday.\n",
    ],
)
def byline_is_there(article: Article, context: Context) -> Flags:
    """A story that has left its writer's hands names its writer, in the text or in the metadata.

    Before copy editing it is only a suggestion; without a status nothing is known and nothing is said.
    Briefs, editorials, letters, notices, live files and wire copy (`kind:`) run without.
    """
    status = (context.status or article.status or "").lower()
    kind = article.front_matter.scalar("kind", "type", "genre") or ""
    if not status or kind.lower().replace(" ", "-") in _UNSIGNED or not article.text.strip():
        return
    if article.bylines or any(c.text.strip(" -'\"") for c in _credits(article)):
        return
    at = article.front_matter.start if article.front_matter else len(article.text) - len(article.text.lstrip())
    width = 3 if article.front_matter else 1
    early = status in _EARLY
    message = f"No byline and no author, and the story is at “{status}”"
    yield flag(Span(at, at + width), message, severity="suggestion" if early else None)


@rule(
    "byline-prefix",
    severity="error",
    summary="A byline reads “By First Last”",
    fix="safe",
    bad=[
        Bad("^BY:^ Ana Ruiz\n\nThe creamery sold out Saturday.", "By Ana Ruiz\n\nThe creamery sold out Saturday."),
        Bad("^Written by^ Tom Lee\n\nHail hit nine orchards.", "By Tom Lee\n\nHail hit nine orchards."),
        Bad("^Reporter:^ Nell Park\n\nPeaches are ripe.", "By Nell Park\n\nPeaches are ripe."),
        Bad("^by^ Nell Park\n\nPeaches are ripe.", "By Nell Park\n\nPeaches are ripe."),
    ],
    good=[
        "By Ana Ruiz\n\nThe creamery sold out Saturday.",
        "By Sunday every peach was picked.",
        "By Tom Lee and Nell Park\n\nThe creamery sold out Saturday.",
    ],
)
def byline_prefix(byline: Byline) -> Flags:
    """A printed byline opens with “By” and the name: no colon, no “Written by”, no “Author:”, no capitals."""
    if byline.prefix is not None:
        written = byline.article.text[byline.prefix.start : byline.prefix.end]
        if written != "By":
            yield flag(byline.prefix, f"A byline opens with “By”, not “{written}”", replace="By")


@rule(
    "byline-trailing-comma",
    severity="error",
    summary="Stray mark at the end of the byline",
    fix="safe",
    bad=[
        Bad("By Ana Ruiz^,^\n\nThe creamery sold out Saturday.", "By Ana Ruiz\n\nThe creamery sold out Saturday."),
        Bad("By Tom Lee^ |^\n\nHail hit nine orchards.", "By Tom Lee\n\nHail hit nine orchards."),
        Bad("By Val Cobb^ –^\n\nHail hit nine orchards.", "By Val Cobb\n\nHail hit nine orchards."),
        Bad(
            "By Tom Lee^,^\nFarm Writer, The Easton Ledger\n\nHail hit nine orchards.",
            "By Tom Lee\nFarm Writer, The Easton Ledger\n\nHail hit nine orchards.",
        ),
    ],
    good=[
        "By Cy Brandt,\nAna Ruiz and Nell Park\n\nThe choir sang outdoors.",
        "By Ana Ruiz\n\nThe creamery sold out Saturday.",
        "By Hollis Brandt Jr.\n\nThe creamery sold out Saturday.",
    ],
)
def byline_ends_clean(byline: Byline) -> Flags:
    """Nothing stands after the last name of a byline: a comma, bar or dash there is left over from a template.

    A comma at a line's end is right where the next line goes on with another writer's name.
    """
    if byline.trailing is not None:
        start, end = byline.trailing
        mark = byline.article.text[start:end]
        while byline.article.text[start - 1] in " \t":
            start -= 1
        yield flag(Span(start, end), f"“{mark}” is left over at the end of the byline", replace="")


@rule(
    "byline-case",
    severity="warning",
    summary="Name in a byline takes capitals at its beginnings only",
    fix="unsafe",
    bad=[
        Bad("By ^ANA RUIZ^\n\nThe creamery sold out Saturday.", "By Ana Ruiz\n\nThe creamery sold out Saturday."),
        Bad(
            "By Tom Lee and ^JOAN O’DELL-MCCABE^\n\nHail hit nine orchards.",
            "By Tom Lee and Joan O’Dell-McCabe\n\nHail hit nine orchards.",
        ),
        Bad(
            "---\ntitle: Hail hits orchards\nauthor: ^tom lee^\n---\nHail hit nine orchards.",
            "---\ntitle: Hail hits orchards\nauthor: Tom Lee\n---\nHail hit nine orchards.",
        ),
    ],
    good=[
        "By Ana Ruiz\n\nThe creamery sold out Saturday.",
        "By J.D. Brandt\n\nThe creamery sold out Saturday.",
        "By AP\n\nThe creamery sold out Saturday.",
        "---\ntitle: Hail hits orchards\nauthor: tlee\n---\nHail hit nine orchards.",
        "---\ntitle: On the road\nauthor: k.d. lang\n---\nThe tour starts here.",
    ],
)
def byline_case(
    article: Article, *, stylised: tuple[str, ...] = ("danah boyd", "e.e. cummings", "bell hooks", "k.d. lang")
) -> Flags:
    """Copy carries a name in mixed case, whatever the page prints: capitals are the template's work.

    Initials, agencies' short names, log-in names and `stylised` names are let be.
    """
    for credit in _credits(article):
        letters = [c for c in credit.text if c.isalpha()]
        words = [w for w in compiled(r"[^\W\d_]+").findall(credit.text) if len(w) > 2]
        shouted = credit.text.isupper() and bool(words) and len(letters) > 4
        small = credit.text.islower() and len(credit.text.split()) > 1 and not compiled(r"[@/_\d]").search(credit.text)
        if (shouted or small) and credit.text.lower() not in stylised and not _is_placeholder(credit.text):
            how = "all capitals" if shouted else "lower case"
            message = f"The name “{credit.text}” is in {how}"
            yield flag(credit, message, replace=_name_case(credit.text))


def _name_case(name: str) -> str:
    """A name in mixed case: particles small, Mc and O’ followed by a capital, initials kept."""
    words = []
    for i, word in enumerate(name.split(" ")):
        low = word.lower()
        if i and low in (
            "de",
            "da",
            "di",
            "del",
            "della",
            "der",
            "den",
            "van",
            "von",
            "bin",
            "al",
            "la",
            "le",
            "y",
            "dos",
        ):
            words.append(low)
        elif compiled(r"(?:[^\W\d_]\.)+|ii|iii|iv").fullmatch(low):
            words.append(word.upper())
        else:
            words.append(
                compiled(r"(^|[-'’])(mc)?([^\W\d_])").sub(lambda m: m[1] + (m[2] or "").title() + m[3].upper(), low)
            )
    return " ".join(words)


@rule(
    "byline-honorific",
    severity="warning",
    summary="No titles, ranks or degrees in a byline",
    fix="safe",
    bad=[
        Bad("By ^Dr. Ana Ruiz^\n\nThe cannery hired 40.", "By Ana Ruiz\n\nThe cannery hired 40."),
        Bad("By ^Nell Park, Ph.D.^\n\nThe cannery hired 40.", "By Nell Park\n\nThe cannery hired 40."),
        Bad("By ^Prof. Tom Lee, MBA, JD^\n\nThe cannery hired 40.", "By Tom Lee\n\nThe cannery hired 40."),
        Bad(
            "By Nell Park and ^Staff Sgt. Tom Lee^\n\nThe band is back.",
            "By Nell Park and Tom Lee\n\nThe band is back.",
        ),
        Bad("By ^Ana Ruiz, PhD, MPH^\n\nThe cannery hired 40.", "By Ana Ruiz\n\nThe cannery hired 40."),
        Bad("By ^Tom Lee MD^\n\nThe cannery hired 40.", "By Tom Lee\n\nThe cannery hired 40."),
        Bad("By ^the Rev. Cy Brandt^\n\nThe choir sang.", "By Cy Brandt\n\nThe choir sang."),
    ],
    good=[
        "By Tom Lee Jr.\n\nThe cannery hired 40.",
        "By Tom Lee III\n\nThe cannery hired 40.",
        "By Drake Millar\n\nThe cannery hired 40.",
        "By J.D. Brandt and Nell Park\n\nThe cannery hired 40.",
        "By Fran Cobb and Rev Webber\n\nThe peaches are ripe.",
    ],
)
def byline_has_no_titles(byline: Byline) -> Flags:
    """A byline gives a name and nothing that ranks it: no courtesy title, degree or military rank.

    “Jr.” and “III” belong to the name. A desk that signs its guests with their degrees turns this off.
    """
    for start, end in byline.names:
        further = _more_degrees().match(byline.article.prose, end, byline.end)
        end = further.end() if further else end
        name, extra = _without_titles(byline.article.text[start:end])
        if extra:
            yield flag(Span(start, end), f"No “{extra}” in a byline: the name alone", replace=name)


def _without_titles(written: str) -> tuple[str, str]:
    """A name without its titles and degrees, and what was taken off; "" when nothing was."""
    tail = _degrees().search(written)
    name = written[: tail.start()] if tail else written
    head = _titles().match(name)
    if head and (head[1] or " " in name[head.end() :]):
        name = name[head.end() :]
    extra = " ".join(
        part.strip(" ,") for part in (written[: written.find(name)], tail[0] if tail else "") if part.strip(" ,")
    )
    return name.strip(), extra


@cache
def _titles() -> re.Pattern[str]:
    return compiled(rf"(?:{_TITLE}(?:(\.)|(?=\s))\s+)+")


@cache
def _more_degrees() -> re.Pattern[str]:
    return compiled(rf"(?:,\s*{_DEGREE})+(?!\w)")


@cache
def _degrees() -> re.Pattern[str]:
    return compiled(rf"(?:(?:,\s*{_DEGREE})+|(?<=\S\s)(?<=\w)?\s*{_SURE_DEGREE})$")


@rule(
    "byline-joiner",
    severity="error",
    summary="Bylines join names with commas and one “and”",
    fix="safe",
    bad=[
        Bad("By Tom Lee ^&^ Nell Park\n\nThe choir sang.", "By Tom Lee and Nell Park\n\nThe choir sang."),
        Bad(
            "By Tom Lee, Nell Park^, and^ Cy Brandt\n\nThe choir sang.",
            "By Tom Lee, Nell Park and Cy Brandt\n\nThe choir sang.",
        ),
        Bad("By Ana Ruiz ^/^ Cy Brandt\n\nThe choir sang.", "By Ana Ruiz and Cy Brandt\n\nThe choir sang."),
        Bad("By Val Cobb ^+^ Cy Brandt\n\nThe choir sang.", "By Val Cobb and Cy Brandt\n\nThe choir sang."),
    ],
    good=[
        "By Tom Lee and Nell Park\n\nThe choir sang.",
        "By Tom Lee, Nell Park and Cy Brandt\n\nThe choir sang.",
        "By Cy Brandt,\nAna Ruiz and Nell Park\n\nThe choir sang.",
        "By Brandt & Daughters\n\nThe choir sang.",
    ],
)
def byline_joins_names(byline: Byline) -> Flags:
    """Two writers are joined by “and”, three or more by commas and a last “and” without a comma before it.

    No ampersand, slash or plus. “With” and “additional reporting by” are credits of another kind and are let be,
    and so is the ampersand of a firm, whose partners have one name each.
    """
    text = byline.article.text
    for i, (start, end) in enumerate(byline.joiners):
        right = "and" if i == len(byline.joiners) - 1 else ","
        written = text[start:end]
        if written.lower() in (right, "with", "for") or (written == "&" and _is_firm(byline, start)):
            continue
        if right == ",":
            while text[start - 1].isspace():
                start -= 1
        before = "" if text[start - 1].isspace() or right == "," else " "
        after = "" if text[end : end + 1].isspace() else " "
        message = (
            "No comma before “and” in a byline"
            if "and" in written
            else f"Names are joined by “{right}”, not “{written}”"
        )
        doubtful = written == ","  # the second name may be a place
        yield flag(
            Span(start, end),
            message,
            replace=f"{before}{right}{after}",
            severity="warning" if doubtful else None,
            safety="unsafe" if doubtful else None,
        )


def _is_firm(byline: Byline, at: int) -> bool:
    """Whether the names around an ampersand are a firm's: "Brandt & Daughters"."""
    text = byline.article.text
    before = [text[s:e] for s, e in byline.names if e <= at][-1:]
    after = [text[s:e] for s, e in byline.names if s >= at][:1]
    return any(" " not in name for name in (*before, *after))


@rule(
    "byline-role-line",
    severity="warning",
    summary="Role and publication date crowd the byline",
    fix="unsafe",
    bad=[
        Bad(
            "By Ana Ruiz\n^Harbor Reporter, The Easton Ledger | Story Published on May 9, 2025^\n\n"
            "Hail hit nine orchards.",
            "By Ana Ruiz\nHarbor Reporter, The Easton Ledger\n\nHail hit nine orchards.",
        ),
        Bad(
            "By Tom Lee\n^Night Editor | Posted: Sept. 22, 2024^\n\nHail hit nine orchards.",
            "By Tom Lee\nNight Editor\n\nHail hit nine orchards.",
        ),
        Bad(
            "By Nell Park^, Staff Writer^\n\nHail hit nine orchards.",
            "By Nell Park\nStaff Writer\n\nHail hit nine orchards.",
        ),
        Bad(
            "By Nell Park^ | Staff Writer^\n\nHail hit nine orchards.",
            "By Nell Park\nStaff Writer\n\nHail hit nine orchards.",
        ),
    ],
    good=[
        "By Ana Ruiz\nHarbor Reporter, The Easton Ledger\n\nHail hit nine orchards.",
        "By Ana Ruiz\n\nHail hit nine orchards.",
        "By The Associated Press\n\nHail hit nine orchards.",
    ],
)
def byline_role_has_its_line(byline: Byline) -> Flags:
    """A writer's role and outlet stand on a line of their own under the name: “Role, Outlet”.

    The day of publication is the metadata's (`date:`); a stamp behind a bar makes one line of three facts.
    """
    text = byline.article.text
    parts = [span for span in (byline.role, byline.outlet) if span]
    if not parts:
        return
    start, end = min(parts).start, max(span.end for span in parts)
    if byline.stamp and byline.stamp.start >= end and not _broken(text[end : byline.stamp.start]):
        whole = Span(start, byline.stamp.end)
        if not _broken(text[byline.names[-1].end : start]):
            whole = Span(byline.names[-1].end, byline.stamp.end)
        role = text[start:end]
        kept = role if whole.start == start else f"\n{role}"
        yield flag(
            whole,
            "The date of publication goes to the metadata (date:), the role keeps a line of its own",
            replace=kept,
        )
    elif byline.role and byline.names[-1].end <= start and not _broken(text[byline.names[-1].end : start]):
        whole = Span(byline.names[-1].end, end)
        yield flag(
            whole, f"“{text[start:end]}” goes on a line of its own under the name", replace=f"\n{text[start:end]}"
        )


def _broken(between: str) -> bool:
    """Whether a line ends between two parts."""
    return "\n" in between or "\r" in between


@rule(
    "byline-placeholder",
    severity="error",
    summary="Placeholder where the writer’s name should be",
    bad=[
        "By ^Admin^\n\nThe cannery hired 40 packers.",
        "By ^Your Name^\n\nThe cannery hired 40 packers.",
        "---\ntitle: Cannery hires\nauthor: ^TK^\n---\nThe cannery hired 40 packers.",
        "---\ntitle: Cannery hires\nauthors:\n  - Ana Ruiz\n  - ^unknown^\n---\nThe cannery hired 40 packers.",
    ],
    good=[
        "By Staff Sgt. Nell Park\n\nThe band came back.",
        "By The Midtown Times staff\n\nThe cannery hired 40 packers.",
        "By the Editorial Board\n\nThe cannery should hire.",
        "---\ntitle: Cannery hires\nauthor: Ana Ruiz\n---\nThe server admin blamed a squirrel.",
        Good("By Staff\n\nThe cannery hired 40 packers.", options={"allow": ("Staff",)}),
    ],
)
def byline_names_someone(article: Article, *, allow: tuple[str, ...] = ()) -> Flags:
    """“Admin”, “Author Name” or “TK” in a byline means that nobody filled in the template.

    `allow` lists the collective bylines that the newsroom prints.
    """
    allowed = {fold(name) for name in allow}
    for credit in _credits(article):
        if _is_placeholder(credit.text) and fold(credit.text) not in allowed:
            yield flag(credit, f"“{credit.text}” is no writer’s name")


def _is_placeholder(name: str) -> bool:
    bare = fold(name.strip("[](){}<>*_ \t\"'“”"))
    return bare in _PLACEHOLDERS or bool(
        compiled(r"(?:[\w']+ )?(?:tk)+|x{2,}|lorem ipsum.*|(?:author|user|test|admin)[ _-]?\d+").fullmatch(bare)
    )


@rule(
    "byline-mismatch",
    severity="error",
    summary="Byline and metadata name different writers",
    fix="unsafe",
    bad=[
        Bad(
            "---\ntitle: Creamery sells out\nauthor: Robin Webber\n---\nBy ^Robins Webber^\n\nThe creamery sold out.",
            "---\ntitle: Creamery sells out\nauthor: Robin Webber\n---\nBy Robin Webber\n\nThe creamery sold out.",
        ),
        "---\ntitle: Creamery sells out\nauthors: [Cy Brandt, Nell Park]\n---\nBy Cy Brandt and ^Tom Lee^\n\n"
        "The creamery sold out.",
    ],
    good=[
        "---\ntitle: Creamery sells out\nauthors:\n  - Val Cobb\n  - Cy Brandt\n---\nBy Cy Brandt and Val Cobb\n\n"
        "The creamery sold out.",
        "---\ntitle: Creamery sells out\nauthor: José Ruíz\n---\nBy Jose Ruiz\n\nThe creamery sold out.",
        "---\ntitle: Creamery sells out\nauthor: ana-ruiz\n---\nBy Ana Ruiz\n\nThe creamery sold out.",
        "---\ntitle: Creamery sells out\nauthor: aruiz\n---\nBy Ana Ruiz\n\nThe creamery sold out.",
        "---\ntitle: Creamery sells out\nauthor: The Associated Press\n---\nBy Ana Ruiz\n\nThe creamery sold out.",
        "---\ntitle: Creamery sells out\nauthor: By Val M. Cobb and Tom Lee\n---\nBy Val Cobb and Dr. Tom Lee\n\n"
        "The creamery sold out.",
        "---\ntitle: Creamery sells out\n---\nBy Ana Ruiz\n\nThe creamery sold out.",
    ],
)
def byline_agrees(article: Article) -> Flags:
    """The byline in the text and the author in the metadata are the same people, spelled alike.

    Accents, middle initials, titles and the order are no difference. Log-in names and collective authors
    (an agency, “staff”) say nothing of the person and are passed over.
    """
    credits = _credits(article)
    known = [_person(c.text) for c in credits if not c.printed]
    if not known or any(len(name.split()) < 2 or _collective().search(name) for name in known):
        return
    for credit in credits:
        name = _person(credit.text)
        if not credit.printed or len(name.split()) < 2 or _collective().search(name):
            continue
        if not any(_same_person(name, other) for other in known):
            listed = " and ".join(c.text for c in credits if not c.printed)
            near = [c.text for c in credits if not c.printed and _distance(name, _person(c.text)) <= 2]
            yield flag(
                credit,
                f"The metadata’s author is {listed}",
                replace=near[0] if len(near) == 1 and "-" not in near[0] else None,
            )


@cache
def _collective() -> re.Pattern[str]:
    return compiled(
        r"\b(?:staff|press|news|newsroom|times|post|tribune|herald|journal|gazette|reuters|afp|agency|desk|board|"
        r"team|editors?|admin|wire|service|media|magazine|company|university|department|contributors?|"
        r"correspondents?|reporters?)\b"
    )


def _person(name: str) -> str:
    """A name as it is compared: without titles, nicknames and hyphens, folded."""
    bare, _ = _without_titles(name.strip())
    return fold(compiled(r"[\"“‘(][^\"”’)]*[\"”’)]").sub(" ", bare).replace("-", " ").replace("_", " "))


def _same_person(one: str, other: str) -> bool:
    """Whether two folded names may be one person's: middle names and initials aside."""
    first, second = one.split(), other.split()
    if first[-1] != second[-1]:
        return one.replace(" ", "") == other.replace(" ", "")
    return first[0] == second[0] or (1 in (len(first[0]), len(second[0])) and first[0][0] == second[0][0])


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed to make one name the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one[:80], 1):
        last, row[0] = row[0], i
        for j, its in enumerate(other[:80], 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != its))
    return row[min(len(other), 80)]


@rule(
    "byline-unknown-author",
    severity="warning",
    summary="Writer is not on the newsroom’s list",
    bad=[
        Bad("By ^Nell Prak^\n\nThe ferry quit.", options={"authors": ("Nell Park", "Tom Lee")}),
        Bad(
            "---\ntitle: Ferry quits\nauthor: ^Val Cobb^\n---\nThe ferry quit.",
            options={"authors": ("Nell Park", "Tom Lee")},
        ),
    ],
    good=[
        Good("By Nell Park\n\nThe ferry quit.", options={"authors": ("Nell Park", "Tom Lee")}),
        Good(
            "---\ntitle: Ferry quits\nauthor: Val Cobb\nguest: true\n---\nThe ferry quit.",
            options={"authors": ("Ana Ruiz",)},
        ),
        Good("By The Associated Press\n\nThe ferry quit.", options={"authors": ("Ana Ruiz",)}),
        "By Nell Prak\n\nThe ferry quit.",
    ],
)
def byline_is_on_the_list(article: Article, *, authors: tuple[str, ...] = ()) -> Flags:
    """With `authors` configured, every byline is one of them, spelled as there. `guest: true` lets a guest sign."""
    if not authors or (article.front_matter.scalar("guest") or "").lower() in ("true", "yes"):
        return
    known = {_person(name): name for name in authors}
    for credit in _credits(article):
        name = _person(credit.text)
        if name and name not in known and not _collective().search(name) and not _is_placeholder(credit.text):
            near = min(known, key=lambda other: _distance(name, other))
            hint = f"; {known[near]} is" if _distance(name, near) <= 2 else ""
            yield flag(credit, f"{credit.text} is not on the list of authors{hint}")


@rule(
    "byline-contact",
    severity="suggestion",
    summary="Contact details belong at the foot of the story",
    bad=[
        "By Nell Park (^npark@ledger.example^)\n\nHail hit nine orchards.",
        "By Tom Lee | ^@leeontheharbor^\n\nHail hit nine orchards.",
    ],
    good=[
        "By Ana Ruiz\n\nHail hit nine orchards.\n\nWrite to Nell Park: npark@ledger.example.",
        "By Ana Ruiz\nStaff Writer\n\nHail hit nine orchards.",
    ],
)
def byline_has_no_address(byline: Byline) -> Flags:
    """An e-mail address, telephone number or handle goes to the line at the foot or to the author's page."""
    if byline.contact:
        yield flag(byline.contact, "Contact details go to the foot of the story")


@rule(
    "byline-ai-credit",
    severity="warning",
    summary="A machine is named as the author",
    bad=[
        "By ^ChatGPT^\n\nHail hit nine orchards.",
        "By Ana Ruiz and ^ChatGPT^\n\nHail hit nine orchards.",
        "---\ntitle: Hail hits orchards\nauthor: ^AI Assistant^\n---\nHail hit nine orchards.",
        "By ^Copilot 2.1^\n\nHail hit nine orchards.",
        "---\ntitle: Hail hits orchards\nauthors: [Tom Lee, ^GPT-4o^]\n---\nHail hit nine orchards.",
    ],
    good=[
        "By Claude Fenner\n\nHail hit nine orchards.",
        "By Ana Ruiz\n\nThe bakery asked ChatGPT for a slogan.",
        "---\ntitle: Hail hits orchards\nauthor: Ana Ruiz\nai: ChatGPT drew the chart\n---\nHail hit nine orchards.",
        "By Gemini Cobb\n\nHail hit nine orchards.",
    ],
)
def byline_is_human(article: Article) -> Flags:
    """A person answers for every story. Help from a machine is disclosed in `ai:` or a note, never in the byline."""
    for credit in _credits(article):
        if _ai().fullmatch(credit.text.strip().lower()):
            yield flag(credit, f"“{credit.text}” is a tool: name the person who answers for the story")
