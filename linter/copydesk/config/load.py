"""Configuration found, read and resolved: which file speaks for a path, what it extends, what wins.

Weakest first: the rules' own defaults; the house; the files that are extended; the file; its overrides
whose paths match; the command line. A later value takes the place of an earlier one; `extend-select`,
`ignore` and `exclude` add to it; `select` begins the choice of rules anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from copydesk.checking.registry import BUILT_IN
from copydesk.config.error import ConfigError, did_you_mean, listed
from copydesk.config.glob import Glob
from copydesk.config.schema import ADDED, Layer, Origin, Value, Values, key, place, read_layer
from copydesk.config.settings import EXTENSIONS, Settings
from copydesk.config.toml import read_toml
from copydesk.config.words import circles
from copydesk.model.violation import Severity
from copydesk.paths import shown

#: Names a configuration file may have; the first found in a folder counts.
FILES = ("copydesk.toml", ".copydesk.toml", "pyproject.toml")
_PYPROJECT = ("tool", "copydesk")


def find_config(folder: Path) -> Path | None:
    """The nearest configuration file in `folder` or above it, within the repository."""
    for here in (folder, *folder.parents):
        for name in FILES:
            path = here / name
            if path.is_file() and (name != "pyproject.toml" or b"tool.copydesk" in path.read_bytes()):
                return path
        if (here / ".git").exists():
            break
    return None


def read_config(path: Path) -> tuple[Layer, ...]:
    """What the file at `path` says, after all that it extends. Raises ConfigError."""
    return _read(path, (), house=False)


def read_house(name: str, packs: Sequence[str], origin: Origin) -> tuple[Layer, ...]:
    """What a house says: one of the packs' by name, or one's own by its path. Raises ConfigError."""
    return _read(_house_file(name, packs, origin), (), house=True)


def find_houses(packs: Sequence[str] = (BUILT_IN,)) -> dict[str, Path]:
    """The houses that come with the packs, by name."""
    found: dict[str, Path] = {}
    for pack in packs:
        folder = _pack_folder(pack)
        if folder is not None:
            found.update((path.stem, path) for path in sorted(folder.glob("houses/*.toml")))
    return found


def _pack_folder(pack: str) -> Path | None:
    if "/" in pack:
        return Path(pack)
    try:
        return Path(str(import_module(pack).__file__)).parent
    except ImportError:  # loading its rules will say so
        return None


def _house_file(name: str, packs: Sequence[str], origin: Origin) -> Path:
    if "/" in name:
        path = Path(name)
        if not path.is_file():
            raise ConfigError(f"{origin}: there is no house file {shown(path)}")
        return path
    houses = find_houses(packs)
    if name not in houses:
        guess = did_you_mean(name, houses) or f"; there are {listed(sorted(houses))}"
        own = f'a house of your own is a path: "./{name}.toml"'
        raise ConfigError(f'{origin}: there is no house "{name}"{guess}; {own}')
    return houses[name]


def _read(path: Path, chain: tuple[Path, ...], *, house: bool) -> tuple[Layer, ...]:
    """The layers of a file, what it extends first. `chain` is the files that led here."""
    under = _PYPROJECT if path.name == "pyproject.toml" else ()
    layer, problems = read_layer(read_toml(path), under=under, house=house)
    if problems:
        raise ConfigError(*problems)
    layers: list[Layer] = []
    extends = layer.values.get(("extends",))
    for base in extends.value if extends else ():
        origin = extends.origins[-1] if extends else Origin(shown(path))
        packs = layer.values.get(("packs",))
        if "/" in base and not Path(base).is_file():
            raise ConfigError(f"{origin}: extends {shown(Path(base))}, but there is no such file")
        base_path = _house_file(base, (BUILT_IN, *(packs.value if packs else ())), origin)
        if base_path in (*chain, path):
            circle = " -> ".join(shown(p) for p in (*chain, path, base_path))
            raise ConfigError(f"{origin}: extends goes round in a circle: {circle}")
        layers += _read(base_path, (*chain, path), house=house or "/" not in base)
    return (*layers, layer)


def merged(layers: Iterable[Values]) -> Values:
    """Values of several layers, the weakest first, as one."""
    found: Values = {}
    for values in layers:
        if ("select",) in values:
            for name in ("extend_select", "ignore"):
                found.pop((name,), None)
        for at, value in values.items():
            under = found.get(at)
            if under is not None and at[0] in ADDED:
                value = Value(under.value + value.value, under.origins + value.origins)
            found[at] = value
    return found


class Config:
    """What one configuration file says, with the command line's options on top: the settings of any path."""

    def __init__(self, layers: tuple[Layer, ...] = (), options: Values | None = None, path: Path | None = None) -> None:
        self.path = path
        self._layers = layers
        self._options = options or {}
        self._settings: dict[tuple[bool, ...], Settings] = {}
        self._everywhere = merged([*(layer.values for layer in layers), self._options])

    @property
    def packs(self) -> tuple[str, ...]:
        """The packs that the rules come from."""
        return _packs(self._everywhere)

    @property
    def extensions(self) -> tuple[str, ...]:
        """The endings of drafts in folders that are searched."""
        extensions = self._everywhere.get(("extensions",))
        return extensions.value if extensions else EXTENSIONS

    @property
    def titles(self) -> tuple[str, ...]:
        """The newsroom's files of office-holders. Raises ConfigError when they have something wrong."""
        problems = _wrong_titles(self._everywhere)
        if problems:
            raise ConfigError(*problems)
        titles = self._everywhere.get(("titles",))
        return titles.value if titles else ()

    def excludes(self, path: str) -> bool:
        """Whether a file or folder, by its absolute path, is left out when folders are searched."""
        exclude = self._everywhere.get(("exclude",))
        return any(glob.matches(path) for glob in exclude.value) if exclude else False

    def settings_for(self, path: str) -> Settings:
        """The settings of the file at an absolute path; files that the same overrides match share theirs."""
        matches = self._matches(path)
        settings = self._settings.get(matches)
        if settings is None:
            settings = self._settings[matches] = settings_from(self._values(matches))
        return settings

    def values_for(self, path: str) -> Values:
        """Every value set for the file at an absolute path, with its origins."""
        return self._values(self._matches(path))

    def _matches(self, path: str) -> tuple[bool, ...]:
        overrides = (override for layer in self._layers for override in layer.overrides)
        return tuple(any(glob.matches(path) for glob in override.globs) for override in overrides)

    def _values(self, matches: tuple[bool, ...]) -> Values:
        chosen = iter(matches)
        stack: list[Values] = []
        for layer in self._layers:
            stack.append(layer.values)
            stack += [override.values for override in layer.overrides if next(chosen)]
        stack.append(self._options)
        own = merged(stack)
        packs = _packs(own)
        house = own.get(("house",), Value("ap", (Origin("default"),)))
        layers = [layer.values for layer in read_house(house.value, packs, house.origins[-1])]
        values, problems = _fitted(merged((*layers, *stack)), packs)
        words = {at[1]: value for at, value in values.items() if at[0] == "words"}
        for phrase, what in circles({phrase: value.value for phrase, value in words.items()}):
            problems.append(f"{words[phrase].origins[-1]}: {what}")
        problems += _wrong_titles(values)
        if problems:
            raise ConfigError(*problems)
        return values


def _wrong_titles(values: Values) -> tuple[str, ...]:
    """What is wrong with the newsroom's files of office-holders."""
    titles = values.get(("titles",))
    if titles is None:
        return ()
    from copydesk.knowledge.own import OwnFactsError
    from copydesk.knowledge.registry import reopen_registry

    missing = [path for path in titles.value if not Path(path).is_file()]
    if missing:
        return tuple(
            f"{titles.origins[-1]}: titles names {shown(Path(path))}, but there is no such file" for path in missing
        )
    try:
        reopen_registry(titles.value)
    except OwnFactsError as error:
        return error.problems
    return ()


def _packs(values: Values) -> tuple[str, ...]:
    packs = values.get(("packs",))
    return (BUILT_IN, *(packs.value if packs else ()))


def _fitted(values: Values, packs: tuple[str, ...]) -> tuple[Values, list[str]]:
    """`values` held against the rules of the packs."""
    from copydesk.checking.outline import outline
    from copydesk.checking.registry import PackError
    from copydesk.config.known import fit

    try:
        registry = outline(packs)
    except PackError as error:
        origins = values[("packs",)].origins if ("packs",) in values else (Origin("copydesk"),)
        raise ConfigError(f"{origins[-1]}: {error}") from None
    return fit(values, registry)


def settings_from(values: Values) -> Settings:
    """Settings out of merged and fitted values."""
    plain: dict[str, Any] = {at[0]: value.value for at, value in values.items() if at[0] in Settings._fields}
    rules = sorted((at[1], at[2], value.value) for at, value in values.items() if at[0] == "rules")
    plain["house"] = Path(plain.get("house", "ap")).stem
    plain["fail_on"] = Severity(plain.get("fail_on", Severity.ERROR))
    plain["packs"] = _packs(values)
    plain["words"] = tuple(word for at, value in sorted(values.items()) if at[0] == "words" for word in value.value)
    plain["severities"] = tuple((rule_id, value) for rule_id, name, value in rules if name == "severity")
    plain["options"] = tuple(row for row in rules if row[1] != "severity")
    return Settings(**plain)


def house_rules(packs: tuple[str, ...] = (BUILT_IN,)) -> dict[str, dict[str, dict[str, Any]]]:
    """What each house of the packs sets for each rule: by house, rule id, and option or "severity"."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for house in find_houses(packs):
        layers = read_house(house, packs, Origin(house))
        values, problems = _fitted(merged(layer.values for layer in layers), packs)
        if problems:
            raise ConfigError(*problems)
        rules = found.setdefault(house, {})
        for at, value in values.items():
            if at[0] == "rules":
                rules.setdefault(at[1], {})[at[2]] = value.value
    return found


class Configs:
    """The configuration of each path: that of the nearest file, or the one that was named, or none."""

    def __init__(self, options: Values | None = None, *, file: Path | None = None, isolated: bool = False) -> None:
        self._options = options or {}
        self._named = Config(read_config(file) if file else (), self._options, file) if file or isolated else None
        self._by_folder: dict[Path, Path | None] = {}
        self._by_file: dict[Path | None, Config] = {}

    def config_for(self, path: Path) -> Config:
        """The configuration that speaks for a file, or for a folder, by its absolute path. Raises ConfigError."""
        return self._config_in(path if path.is_dir() else path.parent)

    def _config_in(self, folder: Path) -> Config:
        if self._named is not None:
            return self._named
        if folder not in self._by_folder:
            self._by_folder[folder] = find_config(folder)
        file = self._by_folder[folder]
        if file not in self._by_file:
            self._by_file[file] = Config(read_config(file) if file else (), self._options, file)
        return self._by_file[file]

    def settings_for(self, path: str | os.PathLike[str]) -> Settings:
        """The settings of the file at `path`. Raises ConfigError."""
        absolute = Path(os.path.abspath(path))
        return self._config_in(absolute.parent).settings_for(absolute.as_posix())

    def excludes(self, path: str) -> bool:
        """Whether the configuration of an absolute path's folder leaves it out of searches. Raises ConfigError."""
        absolute = Path(path)
        return self._config_in(absolute.parent).excludes(absolute.as_posix())


def option_values(folder: Path | None = None, **options: Any) -> Values:
    """Options of a command or a call as values, by the names of settings; None for one that was not given."""
    folder = folder or Path.cwd()
    values: Values = {}
    for name, value in options.items():
        if value is None or value == ():
            continue
        if name == "house":
            value = place(value, folder)
        elif name == "exclude":
            value = tuple(Glob(folder.as_posix(), pattern) for pattern in value)
        values[name,] = Value(value, (Origin(f"--{key(name)}"),))
    return values


@lru_cache(maxsize=64)
def settings_of(
    house: str = "ap",
    select: tuple[str, ...] | None = None,
    ignore: tuple[str, ...] = (),
    extend_select: tuple[str, ...] = (),
) -> Settings:
    """The settings of a call that names a house and rules and reads no configuration file. Raises ConfigError."""
    options = option_values(house=house, select=select, ignore=ignore, extend_select=extend_select)
    return Config(options=options).settings_for("/")
