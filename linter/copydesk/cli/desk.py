"""One draft at a time, under a run's options: what `check` hands to every process, and what `fix` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.api import check_article_with, fix_text, read_article
from copydesk.checking.rule import Context
from copydesk.model.article import Article
from copydesk.model.record import NamedTuple
from copydesk.model.violation import Report
from copydesk.report.run import FileResult, failure, with_details
from copydesk.running.files import FileError, check_file, read_bytes, write_atomically
from copydesk.running.sources import attach_source, check_with_source

if TYPE_CHECKING:
    from copydesk.checking.fixer import Fixed
    from copydesk.config.load import Configs
    from copydesk.config.settings import Settings


class Mended(NamedTuple):
    """What fixing did to one draft: the report on what is left, and the text and bytes before and after.

    fixed is None when the draft could not be read, or what was fixed may not be written.
    """

    result: FileResult
    before: str = ""
    fixed: Fixed | None = None
    data: bytes = b""


class Desk:
    """Checks drafts by their paths, each with the settings of its place. Picklable; keeps the plans it builds.

    date: the date of every story, ISO, in the place of their own.  status: likewise.
    timings: seconds a rule, added up, when a dictionary is given.
    """

    def __init__(
        self,
        configs: Configs,
        *,
        date: str | None = None,
        status: str | None = None,
        timings: dict[str, float] | None = None,
    ) -> None:
        self.configs = configs
        self.date = date
        self.status = status
        self.timings = timings

    def __call__(self, path: str) -> FileResult:
        """The result for the file at `path`."""
        settings = self.configs.settings_for(path)
        return check_file(path, self.read, lambda article: self.check(article, settings))

    def check_piped(self, data: bytes, name: str) -> FileResult:
        """The result for bytes that are no file, under the name and with the settings of the file they stand for."""
        article = self.read(data, name)
        return with_details(article, self.check(article, self.configs.settings_for(name)))

    def read(self, data: bytes, path: str) -> Article:
        """The article that bytes are."""
        return read_article(data, path=path, date=self.date)

    def check(self, article: Article, settings: Settings) -> Report:
        """The report on an article."""
        status = self.status or article.status
        context = Context(settings.house, None, status, None, settings.sections, settings.titles)
        return check_with_source(
            article, self.configs, lambda draft: check_article_with(settings, draft, context, timings=self.timings)
        )

    def mend(self, path: str, *, unsafe: bool, write: bool) -> Mended:
        """The file at `path` fixed, and written back when `write` says so. Never raises for what the file is."""
        try:
            was = read_bytes(path)
            mended = self.mend_piped(was, path, unsafe=unsafe)
            if write and mended.fixed is not None and mended.data != was:
                write_atomically(path, mended.data, was=was)
        except FileError as error:
            return Mended(failure(path, error.code, str(error)))
        except Exception as error:
            what = f"{type(error).__name__}: {error}; the file is as it was; please report this"
            return Mended(failure(path, "internal-error", what))
        return mended

    def mend_piped(self, data: bytes, name: str, *, unsafe: bool) -> Mended:
        """Bytes that are no file, fixed, under the name and with the settings of the file they stand for."""
        from copydesk.reading.decode import decode, encode

        settings = self.configs.settings_for(name)
        decoded = decode(data)
        if not decoded.is_text:
            return Mended(self.check_piped(data, name))
        draft = self.read(data, name)
        no_source = attach_source(draft, self.configs)
        fixed = fix_text(decoded.text, path=name, date=self.date, unsafe=unsafe, settings=settings, source=draft.source)
        try:
            new = data if fixed.text == decoded.text else encode(fixed.text, decoded)
        except ValueError as error:
            return Mended(failure(name, "unwritable-file", f"Left as it is: {error}"))
        article = self.read(new, name)
        report = self.check(article, settings) if decoded.problems or no_source else fixed.report
        return Mended(with_details(article, report), decoded.text, fixed, new)
