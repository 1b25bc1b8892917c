"""The metadata block at the top of a file: `---` YAML, `+++` TOML or a JSON object, each value with its place.

Whatever is wrong with it becomes a `metadata-parse` problem that says what to do; the block still counts as
front matter, so that metadata is never checked as copy, nor copy lost as metadata.
"""

from __future__ import annotations

import re

from copydesk.model.article import FrontMatter, Problem
from copydesk.patterns import compiled
from copydesk.reading.fields import Metadata, problem

_LINE = r"[^\r\n]*(?:\r\n|\n|\r|\Z)"
#: A line that YAML metadata can begin with: a key, a list's dash, a brace, an anchor, a tag, a directive.
_YAML_BEGINS = r"(?:\t*[\"']?[^\W_][\w .-]{0,40}[\"']?[ \t]*:(?![^ \t\r\n])|_\w*:|[-?] |[{&]|!!|%YAML)"
#: A line that goes on with metadata: as above, or indented, or a comment, or a closing bracket.
_YAML_GOES_ON = rf"(?:{_YAML_BEGINS}|[ \t]+\S|[#\]}}])"


def read_front_matter(text: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The front matter of `text` and what is wrong with it; empty, 0 to 0, when there is none."""
    fence = compiled(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)").match(text)
    if fence:
        return _read_fenced(text, fence)
    if compiled(r"\{\s*[\"'\w]+\s*:|\{\s*\}\s").match(text):
        from copydesk.reading.json_fields import read_json

        end, metadata = read_json(text)
        return _front_matter(end, "json", metadata)
    return FrontMatter(None, 0, 0), ()


def _front_matter(end: int, form: str, metadata: Metadata) -> tuple[FrontMatter, tuple[Problem, ...]]:
    return FrontMatter(None, 0, end, form=form, fields=metadata.fields), metadata.problems


def _read_fenced(text: str, fence: re.Match[str]) -> tuple[FrontMatter, tuple[Problem, ...]]:
    start = fence.end()
    mark = r"\+\+\+" if fence[1] == "+++" else r"(?:---|\.\.\.)"
    closing = re.compile(rf"(?<![^\r\n]){mark}[ \t]*(?:\r\n|\n|\r|\Z)").search(text, start)
    if fence[1] == "+++":
        return _read_toml(text, start, closing)
    return _read_yaml(text, start, closing)


def _read_toml(text: str, start: int, closing: re.Match[str] | None) -> tuple[FrontMatter, tuple[Problem, ...]]:
    from copydesk.reading.toml_fields import read_toml

    statement = r"[\w.\"'-]+[ \t]*=|\["
    toml = rf"(?<![^\r\n])(?:{statement})|\A(?:\s++|#[^\r\n]*+)*+\Z"  # a statement, or nothing but comments
    if closing and re.search(toml, text[start : closing.start()]):
        return _front_matter(closing.end(), "toml", read_toml(text, start, closing.start()))
    end = _leading_lines(text, start, rf"(?:{statement}|[ \t]+\S|[#\]}}])")
    if closing or end == start:
        return FrontMatter(None, 0, 0), ()
    return _unclosed(end, "toml", read_toml(text, start, end), "+++")


def _read_yaml(text: str, start: int, closing: re.Match[str] | None) -> tuple[FrontMatter, tuple[Problem, ...]]:
    from copydesk.reading.yaml_fields import read_yaml

    stop = closing.start() if closing else len(text)
    first = compiled(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*").match(text, start, stop)
    begins = first.end() if first else start
    if not compiled(_YAML_BEGINS).match(text, begins, stop):
        if closing and begins < stop and _is_prose(text[begins:stop]):
            closing = None  # two rules around copy, or one
        if not closing:
            return FrontMatter(None, 0, 0), ()
    if closing:
        metadata = read_yaml(text, start, stop)
        if not (metadata.problems and _holds_copy(text, start, stop)):
            return _front_matter(closing.end(), "yaml", metadata)
    end = _leading_lines(text, start, _YAML_GOES_ON)
    keys = compiled(r"(?<![^\r\n])[\w-]+:(?![^ \t\r\n])").findall(text, start, end)
    if not keys or (len(keys) == 1 and not keys[0][0].islower()):  # a rule, and copy such as “Correction: …”
        return FrontMatter(None, 0, 0), ()
    return _unclosed(end, "yaml", read_yaml(text, start, end), "---")


def _is_prose(inside: str) -> bool:
    """Whether text without any key is copy rather than a failed attempt at metadata."""
    lines = compiled(r"\r\n|\n|\r").split(inside.strip())
    return any(not line.strip() or len(line) > 80 or line.rstrip()[-1] in ".?!…:\"'”’)]*_" for line in lines)


def _holds_copy(text: str, start: int, stop: int) -> bool:
    """Whether a blank line and a line that is no metadata stand before `stop`: the closing line is a mere rule."""
    copy = rf"(?:\r\n?+|\n)[ \t]*(?:\r\n?+|\n)(?!{_YAML_GOES_ON})\S"
    return re.compile(copy).search(text, start, stop) is not None


def _leading_lines(text: str, start: int, pattern: str) -> int:
    """The end of the unbroken run of lines from `start` on that match `pattern`."""
    run = re.compile(rf"(?:(?={pattern}){_LINE})*+").match(text, start)
    return run.end() if run else start


def _unclosed(end: int, form: str, metadata: Metadata, mark: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    message = f"it is never closed; put a line of {mark} after its last line"
    return _front_matter(end, form, metadata._replace(problems=(problem(message, 0, 3),)))
