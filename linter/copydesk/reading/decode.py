"""Bytes to text and back, and what in a file's characters a person should know before any style is talked of.

Decoding is total: any bytes give a `Decoded`. Nothing in the text is changed, line ends included, so that
`encode` gives the same bytes again; where it could not, `writable` is False and no fix may be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copydesk.model.article import Problem
from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: How many problems of one kind a file gets: enough to see what is wrong.
MOST = 20

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),  # before UTF-16, whose mark it begins with
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_LFS = b"version https://git-lfs.github.com/spec/"
#: Bytes that plain text has no use for; ESC is left out, since text copied from a terminal holds it.
_CONTROLS = bytes({*range(9), *range(14, 32), 127} - {27})


class Decoded(NamedTuple):
    """A file as text. bom: the byte order mark, which is not part of `text`.  newline: its usual line end.

    encoding: Python's name of it; "binary" when `is_text` is False, and then `text` is empty.
    writable: whether `encode` gives back the file's own bytes wherever the text is not changed.
    """

    text: str
    encoding: str
    bom: bytes
    newline: str
    problems: tuple[Problem, ...]
    is_text: bool
    writable: bool


def decode(data: bytes) -> Decoded:
    """The text of a file: UTF-8, UTF-16 or UTF-32 by their marks, else UTF-8 with what is not read as Windows-1252."""
    if data.startswith(_LFS):
        message = "this is a Git LFS pointer, not the article; fetch the file with “git lfs pull”"
        return _no_text("file-lfs-pointer", message)
    bom, encoding = next((mark for mark in _BOMS if data.startswith(mark[0])), (b"", "utf-8"))
    body = data[len(bom) :]
    try:
        text, first_bad = body.decode(encoding), -1
    except UnicodeDecodeError as error:
        text, first_bad = "", error.start
    if encoding == "utf-8":
        reason = _not_text(body, valid=first_bad < 0)
        if reason:
            return _no_text("file-not-text", reason)
    if first_bad < 0:
        return Decoded(text, encoding, bom, _usual_newline(text), (), True, True)
    return _decode_damaged(body, encoding, bom, first_bad)


def encode(text: str, decoded: Decoded) -> bytes:
    """The bytes to write for `text`, as the file it came from was written: mark, encoding, line ends.

    Raises ValueError where the file's other bytes would change, or where its encoding lacks a character.
    """
    if not decoded.writable:
        raise ValueError(f"the file is not wholly {decoded.encoding}; writing it would change other parts of it")
    return decoded.bom + text.encode(decoded.encoding)


def check_characters(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text's characters: control, invisible, bidirectional, garbled ones, and merge conflicts."""
    found: list[Problem] = []
    if "<<<<<<< " in text:
        found += _conflicts(text)
    if compiled(_SUSPECT).search(text):
        found += _controls(text)
        if not text.isascii():
            found += _in_lines(text)
    return tuple(found)


def _no_text(code: str, message: str) -> Decoded:
    return Decoded("", "binary", b"", "\n", (Problem(code, message, 0, 0),), is_text=False, writable=False)


def _not_text(data: bytes, *, valid: bool) -> str | None:
    """Why these bytes are no text, or None when they are. valid: they are UTF-8."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return f"this is {name}, not text; save the article as plain text, Markdown or HTML"
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls <= len(data) * (0.15 if valid else 0.04):
        return None
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) > len(data) * 0.15 and min(even, odd) < len(data) * 0.02:
        return "looks like UTF-16 without a byte order mark; save the file as UTF-8"
    return "this does not look like text; is it the right file?"


def _decode_damaged(body: bytes, encoding: str, bom: bytes, first_bad: int) -> Decoded:
    """Text from bytes that are not wholly valid: what is valid stays, the rest is guessed."""
    before = body[:first_bad].decode(encoding)
    line = len(compiled(r"\r\n|\n|\r").findall(before)) + 1
    place = f"byte {len(bom) + first_bad} (line {line})"
    if encoding == "utf-8":
        text = _decode_mixed(body)
        advice = "is not UTF-8 and was read as Windows-1252; save the file as UTF-8"
        if _is_cut_character(body[first_bad:]):
            advice = "begins a UTF-8 character that the file ends inside; is the end of the file missing?"
        if not bom and _is_cp1252(body, text):
            encoding = "cp1252"
    else:
        text = body.decode(encoding, "replace")
        advice = f"is not {encoding.upper()[:6]}, which the file's first bytes say it is; save the file as UTF-8"
    problem = Problem("file-encoding", f"{place} {advice}", len(before), len(before) + 1)
    return Decoded(text, encoding, bom, _usual_newline(text), (problem,), True, writable=encoding == "cp1252")


def _is_cut_character(tail: bytes) -> bool:
    """Whether `tail` is the beginning of one UTF-8 character."""
    try:
        tail.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start == 0 and error.reason == "unexpected end of data"
    return False


def _decode_mixed(body: bytes) -> str:
    """UTF-8 where it is UTF-8; each other byte as Windows-1252, or Latin-1 where that has no such byte."""
    import codecs

    def as_cp1252(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        return "".join(_cp1252()[b] for b in error.object[error.start : error.end]), error.end

    codecs.register_error("copydesk.cp1252", as_cp1252)
    return body.decode("utf-8", "copydesk.cp1252")


@cache
def _cp1252() -> list[str]:
    """The character of each byte in Windows-1252; the five it leaves undefined as in Latin-1."""
    return [bytes([b]).decode("latin-1" if b in b"\x81\x8d\x8f\x90\x9d" else "cp1252") for b in range(256)]


def _is_cp1252(body: bytes, text: str) -> bool:
    """Whether `text` is what reading all of `body` as Windows-1252 gives, so that it can be written back."""
    try:
        return body.decode("cp1252") == text
    except UnicodeDecodeError:
        return False


def _usual_newline(text: str) -> str:
    """The line end that the text uses most, LF when it has none."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda end: counts[end])


# Characters

#: One class for all that `check_characters` looks into, so that a clean text costs one scan.
_SUSPECT = (
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufffc\ufffdâÂÃðï]"
)
_RIGHT_TO_LEFT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
#: Scripts that spell with joiners and zero-width spaces: Arabic, the Indic ones, Thai, Khmer, Mongolian ….
_JOINING_SCRIPTS = "\u0600-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
_EMOJI = "©®‼⁉™ℹ\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f"
#: The characters that bytes 80 to BF, which continue a UTF-8 character, are in Windows-1252.
_CONTINUATION = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x80-\xbf"


def _in_lines(text: str) -> Iterator[Problem]:
    """The first bidirectional control, invisible character and garbled stretch of each line, MOST of each."""
    suspect, line_end = compiled(_SUSPECT), compiled(r"[\r\n]|\Z")
    checks = dict.fromkeys((_bidi_control, _invisible, _mojibake), 0)
    at = 0
    while match := suspect.search(text, at):
        start = max(text.rfind("\n", at, match.start()), text.rfind("\r", at, match.start()), at - 1) + 1
        end = line_end.search(text, match.start()).start()  # type: ignore[union-attr]  # \Z always matches
        line = text[start:end]
        for check in [check for check, count in checks.items() if count < MOST]:
            problem = check(line)
            if problem:
                checks[check] += 1
                yield problem._replace(start=start + problem.start, end=start + problem.end)
        at = end + 1


def _controls(text: str) -> Iterator[Problem]:
    found = compiled("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<![ÂÃâ€Ÿ])[\x80-\x9f]").findall(text)  # not those of mojibake
    if found:
        at = text.index(found[0])
        many = "a control character" if len(found) == 1 else f"{len(found)} control characters, the first"
        message = f"{many} (U+{ord(found[0]):04X}) in the text; delete what nobody can see or typed"
        yield Problem("file-control-characters", message, at, at + 1)


def _bidi_control(line: str) -> Problem | None:
    """An override; an embedding or isolate only if there is no right-to-left letter that may need it."""
    match = re.search(
        "[\u202d\u202e]" if compiled(_RIGHT_TO_LEFT).search(line) else "[\u202a-\u202e\u2066-\u2069]", line
    )
    if not match:
        return None
    message = f"an invisible {_name(match[0])} makes text read in another order than it is written; delete it"
    return Problem("file-bidi-control", message, *match.span())


def _invisible(line: str) -> Problem | None:
    """A character that shows nothing, where no script or emoji needs it."""
    directed = "" if compiled(_RIGHT_TO_LEFT).search(line) else "\u061c\u200e\u200f"
    joined = f"{_JOINING_SCRIPTS}{_EMOJI}"
    match = re.search(
        f"[\xad\u115f\u1160\u180e\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufffc{directed}]"
        f"|(?<![{joined}])[\u034f\u200b-\u200d](?![{joined}])",
        line,
    )
    if not match:
        return None
    message = f"an invisible character ({_name(match[0])}) stands here; delete it"
    return Problem("file-invisible-characters", message, *match.span())


def _name(character: str) -> str:
    import unicodedata

    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _mojibake(line: str) -> Problem | None:
    """UTF-8 that was read as Windows-1252 and saved: “â€™” for “’”. And U+FFFD, where a character was lost."""
    match = compiled(
        f"â€[{_CONTINUATION}]?|â[‚„][{_CONTINUATION}]|ðŸ[{_CONTINUATION}]{{1,2}}|ï»¿|ï¿½"
        f"|(?<![A-ZÀ-Þ])(?:Ã[{_CONTINUATION}]|Â[\xa0-\xbf])|\ufffd"
    ).search(line)
    if not match:
        return None
    good = _ungarbled(match[0])
    if good:
        message = f"“{match[0]}” is garbled text, probably “{good}” once; type it again"
    else:
        message = f"“{match[0]}” stands where a character was lost; type it again"
    return Problem("file-mojibake", message, *match.span())


def _ungarbled(bad: str) -> str:
    """What was written before it was read in the wrong encoding, or "" when that cannot be told."""
    byte_of = {character: byte for byte, character in enumerate(_cp1252())}
    good = bytes(byte_of.get(character, 0) for character in bad).decode("utf-8", "ignore")
    return good if good.isprintable() and good != "\ufffd" else ""


def _conflicts(text: str) -> Iterator[Problem]:
    """Each `<<<<<<< ` line that a `=======` and a `>>>>>>> ` line follow."""
    opened = None
    middle = False
    for match in compiled(r"(?<![^\r\n])(?:<{7} [^\r\n]*|={7}(?![^\r\n])|>{7}(?![^ \r\n]))").finditer(text):
        mark = match[0][0]
        if mark == "<":
            opened, middle = match, False
        elif mark == "=":
            middle = opened is not None
        elif opened and middle:
            message = "a Git merge conflict is left in the text; choose a version and delete the three marks"
            yield Problem("file-conflict-markers", message, *opened.span())
            opened = None
