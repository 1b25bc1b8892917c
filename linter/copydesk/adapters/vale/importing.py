"""A .vale.ini as a copydesk.toml: styles as packs, levels as severities, sections as overrides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps
from os.path import relpath
from pathlib import Path

from copydesk.adapters.vale.ini import Ini, Section, Setting
from copydesk.adapters.vale.style import VALE, read_style, rule_id
from copydesk.model.record import NamedTuple
from copydesk.paths import shown
from copydesk.patterns import compiled

_LEVELS = ("suggestion", "warning", "error")
_CORE = ("StylesPath", "MinAlertLevel", "Vocab")
#: Sections that are no globs.
_OTHER = ("formats", "asciidoctor", "DEFAULT")


class Imported(NamedTuple):
    """The text of the configuration, and what of the .vale.ini has no counterpart, a line each."""

    text: str
    left_out: tuple[str, ...]


class _Part(NamedTuple):
    """A section: the globs it is for, its styles (None when it names none), rules turned off, and rules turned on."""

    paths: tuple[str, ...]
    styles: tuple[str, ...] | None
    off: tuple[str, ...]
    on: tuple[str, ...]


def imported(ini: Ini, folder: Path, house: str) -> Imported:
    """`ini` as the copydesk.toml of `folder`, which builds on a house. Raises StyleError for a style that is broken."""
    return _Import(ini, folder, house).made()


class _Import:
    def __init__(self, ini: Ini, folder: Path, house: str) -> None:
        self.ini = ini
        self.folder = folder
        self.house = house
        self.left_out: list[str] = []
        self.levels: dict[str, str] = {}
        self._rules: dict[str, dict[str, str]] = {}

    def made(self) -> Imported:
        for setting in self.ini.core.settings:
            if setting.key not in _CORE:
                self.leave_out(setting)
        parts = [self.part(section) for section in self.ini.sections[1:] if section.name not in _OTHER]
        for section in self.ini.sections[1:]:
            for setting in section.settings if section.name in _OTHER else ():
                self.leave_out(setting, section)
        everywhere = next((part for part in parts if part.paths == ("*",)), _Part(("*",), None, (), ()))
        special = [part for part in parts if part.paths != ("*",)]
        styles = self.styles(parts)
        quiet = self.quiet(styles)
        base_off = self.off(everywhere.styles or (), everywhere, styles)
        lines = [*self.head(styles, (*base_off, *quiet), everywhere.on)]
        for part in special:
            lines += self.override(part, everywhere, styles, quiet)
        for rule, level in self.levels.items():
            lines += ["", f"[rules.{rule}]", f"severity = {dumps(level)}"]
        if self.left_out:
            lines += ["", "# Without a counterpart here:", *(f"#   {said}" for said in self.left_out)]
        return Imported("\n".join(lines) + "\n", tuple(self.left_out))

    def leave_out(self, setting: Setting, section: Section | None = None, why: str = "") -> None:
        """Put by what has no counterpart."""
        where = f"[{section.name}] " if section else ""
        reason = f" ({why})" if why else ""
        self.left_out.append(f"line {setting.line}: {where}{setting.key} = {setting.value}{reason}")

    def part(self, section: Section) -> _Part:
        """A section in our words; levels are put by, since they hold everywhere in Vale too."""
        off: list[str] = []
        on: list[str] = []
        for setting in section.settings:
            style, _, name = setting.key.partition(".")
            rule = rule_id(style, name)
            if setting.key == "BasedOnStyles":
                continue
            if not name:
                self.leave_out(setting, section)
            elif rule not in self.rules_of(style):
                self.leave_out(setting, section, "no rule that copydesk can honour")
            elif setting.value in (*_LEVELS, "YES"):
                on.append(rule)
                if setting.value in _LEVELS:
                    self.levels[rule] = setting.value
            else:
                off.append(rule)
        named = any(setting.key == "BasedOnStyles" for setting in section.settings)
        return _Part(
            tuple(_globs(section.name)), section.values("BasedOnStyles") if named else None, tuple(off), tuple(on)
        )

    def rules_of(self, style: str) -> dict[str, str]:
        """The ids of a style's rules, each with its level; none when there is no such style."""
        if style not in self._rules:
            folder = self.ini.styles / style
            is_there = folder.is_dir() or style == VALE
            pack, notes = read_style(folder) if style and is_there else (None, [])
            self.left_out += [note for note in notes if note not in self.left_out]
            self._rules[style] = {rule.id: str(rule.severity) for rule in pack.rules} if pack else {}
        return self._rules[style]

    def styles(self, parts: Iterable[_Part]) -> tuple[str, ...]:
        """All styles that are in use, those too of which a section turns on some rules only."""
        parts = list(parts)
        named = dict.fromkeys(style for part in parts for style in part.styles or ())
        on = {rule for part in parts for rule in part.on}
        some = [style for style in self._rules if style not in named and not on.isdisjoint(self.rules_of(style))]
        missing = [style for style in named if not self.rules_of(style)]
        self.left_out += [
            f"the style {style}: {shown(self.ini.styles / style)} has no rule for copydesk" for style in missing
        ]
        return tuple(style for style in (*named, *some) if style not in missing)

    def quiet(self, styles: Iterable[str]) -> tuple[str, ...]:
        """The rules below MinAlertLevel, which is “warning” unless the file says otherwise."""
        least = self.ini.core.value("MinAlertLevel")
        least = least if least in _LEVELS else "warning"
        levels = {rule: level for style in styles for rule, level in self.rules_of(style).items()} | self.levels
        return tuple(rule for rule, level in levels.items() if _LEVELS.index(level) < _LEVELS.index(least))

    def off(self, based_on: Iterable[str], part: _Part, styles: Iterable[str]) -> tuple[str, ...]:
        """What to ignore where these styles are in force: the other styles, and what the section turns off."""
        return (*(_family(style) for style in styles if style not in based_on), *part.off)

    def head(self, styles: Iterable[str], ignore: tuple[str, ...], on: tuple[str, ...]) -> Iterator[str]:
        yield f"# From {self.ini.path.name}, by `copydesk import-vale`."
        yield f"house = {dumps(self.house, ensure_ascii=False)}"
        yield "# The styles without the house's own rules:"
        yield '# select = ["vale", "words"]'
        places = [Path(relpath(self.ini.styles / style, self.folder)).as_posix() for style in styles]
        yield f"packs = {_list(f'vale:{place}' for place in places)}"
        if self.ini.vocabularies:
            named = ", ".join(self.ini.vocabularies)
            yield f"# The packs read the vocabularies that {self.ini.path.name} names: {named}."
        if ignore:
            yield f"ignore = {_list(ignore)}"
        added = [rule for rule in on if any(_covers(name, rule) for name in ignore)]
        if added:
            yield f"extend-select = {_list(added)}"

    def override(self, part: _Part, base: _Part, styles: tuple[str, ...], quiet: tuple[str, ...]) -> Iterator[str]:
        """A section for some paths. One that names styles, or turns on what is off elsewhere, chooses anew."""
        based_on = (base.styles or ()) if part.styles is None else part.styles
        elsewhere = self.off(base.styles or (), base, styles)
        begins = part.styles is not None or any(_covers(name, rule) for rule in part.on for name in elsewhere)
        ignore = part.off
        on: tuple[str, ...] = ()
        if begins:
            kept = tuple(rule for rule in base.off if rule not in part.on)
            ignore = tuple(dict.fromkeys((*self.off(based_on, part, styles), *kept, *quiet)))
            on = tuple(rule for rule in (*base.on, *part.on) if any(_covers(name, rule) for name in ignore))
        if not (begins or ignore):
            return
        yield ""
        yield "[[overrides]]"
        yield f"paths = {_list(part.paths)}"
        if begins:
            yield 'select = ["ALL"]'
        if ignore:
            yield f"ignore = {_list(ignore)}"
        if on:
            yield f"extend-select = {_list(dict.fromkeys(on))}"


def _family(style: str) -> str:
    """What selects all rules of a style."""
    return rule_id(style, "")


def _covers(selector: str, rule: str) -> bool:
    return rule == selector or rule.startswith(f"{selector}-")


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(dumps(item, ensure_ascii=False) for item in items)}]"


def _globs(pattern: str) -> Iterator[str]:
    """A pattern of Vale's as patterns of ours: no braces, and `*` reaches over folders."""
    braces = compiled(r"\{([^{}]*)\}").search(pattern)
    if braces is None:
        yield compiled(r"\*+").sub("**", pattern) if "/" in pattern else pattern
        return
    for choice in braces[1].split(","):
        yield from _globs(pattern[: braces.start()] + choice.strip() + pattern[braces.end() :])
