"""The promise to callers: text in, report out. Only `check_paths` reads files; nothing asks a clock or a terminal."""

from __future__ import annotations

import datetime as dt
import os
import warnings
from collections.abc import Iterable, Iterator, Sequence

from copydesk.checking.fixer import Fixed, fix_until_stable
from copydesk.checking.outline import outline
from copydesk.checking.registry import BUILT_IN, load_rules
from copydesk.checking.rule import Context, Rule
from copydesk.checking.runner import check_article
from copydesk.checking.select import Selection
from copydesk.config.load import settings_of
from copydesk.config.plans import plan_for
from copydesk.config.settings import EXTENSIONS, Settings
from copydesk.model.article import Article
from copydesk.model.violation import Report, Safety
from copydesk.reading.read import read_article

__all__ = ["check_paths", "check_text", "fix_text", "read_article", "rules"]


def rules(packs: Sequence[str] = (BUILT_IN,)) -> tuple[Rule, ...]:
    """Every rule's metadata, in the packs' order. Raises PackError."""
    return tuple(load_rules(tuple(packs)).rules.values())


def check_text(
    text: str,
    *,
    path: str = "draft.md",
    house: str = "ap",
    date: dt.date | str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    status: str | None = None,
    previous_status: str | None = None,
    sections: Sequence[str] | None = None,
    now: dt.datetime | None = None,
    settings: Settings | None = None,
    source: str | bytes | Article | None = None,
) -> Report:
    """Everything the house says of one draft.

    path: names the draft and, by its ending, the format.  date: the story's date, if not its own.
    select, ignore: rule ids, families or prefixes.  status, previous_status: the editorial status, if not the front
    matter's, and the one before.  sections: the newsroom's sections.  now: for embargoes; never asked of a clock.
    settings: in the place of house, select and ignore.  source: the text that the draft was made from, which its
    quotations are held against.  Raises ConfigError for an unknown house, and warns of selectors that name no rule.
    """
    settings = settings or _settings(house, select, ignore)
    article = read_article(text, path=path, date=date, source=source)
    return check_article_with(settings, article, _context(settings, article, status, previous_status, sections, now))


def check_article_with(
    settings: Settings, article: Article, context: Context | None = None, *, timings: dict[str, float] | None = None
) -> Report:
    """The report on an article already read."""
    return check_article(
        article,
        plan_for(settings),
        context or _context(settings, article),
        known=tuple(outline(settings.packs).rules),
        most=settings.max_per_rule,
        timings=timings,
    )


def check_paths(
    paths: Iterable[str | os.PathLike[str]], *, date: dt.date | str | None = None, settings: Settings | None = None
) -> Iterator[Report]:
    """A report for each article at or below `paths`, sorted by path, with the settings of its nearest copydesk.toml.

    settings: for all of them, in the place of configuration files.  A file that cannot be read is an error in its
    report. Sources that drafts name in their front matter are read too. Raises ConfigError.
    """
    from copydesk.config.load import Configs
    from copydesk.running.discover import discover
    from copydesk.running.files import check_file
    from copydesk.running.sources import check_with_source

    configs = Configs()
    for path in map(os.fspath, discover(paths, extensions=EXTENSIONS, exclude=configs.excludes)):
        here = settings or configs.settings_for(path)
        result = check_file(
            path,
            lambda data, name: read_article(data, path=name, date=date),
            lambda article, here=here: check_with_source(  # type: ignore[misc]
                article, configs, lambda draft: check_article_with(here, draft)
            ),
        )
        yield result.report


def fix_text(
    text: str,
    *,
    path: str = "draft.md",
    house: str = "ap",
    date: dt.date | str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    unsafe: bool = False,
    settings: Settings | None = None,
    source: str | bytes | Article | None = None,
) -> Fixed:
    """The draft with its fixes made, safe ones only unless `unsafe`, and what remains.

    No word in quotation marks changes, nor the front matter's keys, nor what the parts of the story are; a fix that
    would is refused and named. The other parameters are those of `check_text`. Raises ConfigError.
    """
    settings = settings or _settings(house, select, ignore)
    moves_marks = [rule.id for rule in outline(settings.packs).rules.values() if rule.in_quotes]
    return fix_until_stable(
        text,
        lambda new: read_article(new, path=path, date=date, source=source),
        lambda article: check_article_with(settings, article),
        Safety.UNSAFE if unsafe else Safety.SAFE,
        moves_marks,
    )


def _settings(house: str, select: Sequence[str] | None, ignore: Sequence[str] | None) -> Settings:
    """Settings of a call. Selectors that name no rule are left out with a warning: versions differ in their rules."""
    chosen, ignored = tuple(select) if select is not None else None, tuple(ignore or ())
    unknown = Selection(chosen, (), ignored).unknown(outline().rules)
    if unknown:
        warnings.warn(f"copydesk has no rule or family {', '.join(unknown)}", stacklevel=3)
        chosen = None if chosen is None else tuple(name for name in chosen if name not in unknown)
        ignored = tuple(name for name in ignored if name not in unknown)
    return settings_of(house, chosen, ignored)


def _context(
    settings: Settings,
    article: Article,
    status: str | None = None,
    previous_status: str | None = None,
    sections: Sequence[str] | None = None,
    now: dt.datetime | None = None,
) -> Context:
    named = tuple(sections) if sections is not None else settings.sections
    return Context(settings.house, now, status or article.status, previous_status, named, settings.titles)
