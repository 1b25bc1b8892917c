"""The ways to say what was found, one module a format, imported when used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.report.run import FileResult, Reporter, Run

#: Where each format's reporter is.
FORMATS = {
    "text": "copydesk.report.text:Text",
    "concise": "copydesk.report.text:Concise",
    "json": "copydesk.report.json_:Json",
    "sarif": "copydesk.report.sarif:Sarif",
    "github": "copydesk.report.github:GitHub",
    "junit": "copydesk.report.junit:JUnit",
}


def reporter(format: str, run: Run, *, color: bool = False) -> Reporter:
    """The reporter of a format. Raises KeyError for a format that FORMATS does not name."""
    from importlib import import_module

    module, _, name = FORMATS[format].partition(":")
    made: Reporter = getattr(import_module(module), name)(run, color)
    return made


def render(format: str, run: Run, results: Iterable[FileResult], *, color: bool = False) -> str:
    """The whole report in one string."""
    from copydesk.report.run import Totals

    out = reporter(format, run, color=color)
    totals = Totals()
    pieces = [out.begin()]
    for result in results:
        totals.add(result)
        pieces.append(out.file(result))
    return "".join([*pieces, out.end(totals)])
