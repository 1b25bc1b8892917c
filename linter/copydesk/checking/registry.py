"""Packs of rules: finding, checking and naming them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from copydesk.checking.phrases import PhraseError, Row, read_rules
from copydesk.checking.rule import Rule

if TYPE_CHECKING:
    from copydesk.checking.vocabulary import Word

#: The pack that comes with copydesk, by name only: the engine imports no rule itself.
BUILT_IN = "copydesk_rules"

#: Other linters as families of rules that come with the built-in pack: each with the module that has them as `rules()`.
ADAPTERS = {"proselint": "copydesk.adapters.proselint.rules"}
#: A pack that begins so is a folder of Vale rules: `vale:styles/House`.
VALE = "vale:"


class PackError(ValueError):
    """A pack that cannot be loaded; the message says which and why."""


class Registry:
    """All rules of the loaded packs, by id in the packs' order; phrase rules' rows and shields; old ids; words."""

    def __init__(
        self,
        rules: Mapping[str, Rule],
        rows: Mapping[str, tuple[Row, ...]],
        shields: Mapping[str, tuple[str, ...]],
        redirects: Mapping[str, str],
        words: tuple[Word, ...] = (),
    ) -> None:
        self.rules = rules
        self.rows = rows
        self.shields = shields
        self.redirects = redirects
        self.words = words

    def get(self, rule_id: str) -> Rule | None:
        """The rule of this id, or of the id it was renamed to."""
        return self.rules.get(self.redirects.get(rule_id, rule_id))


@cache
def load_rules(packs: tuple[str, ...] = (BUILT_IN,)) -> Registry:
    """The registry of `packs`: import names, folders that begin with "." or "/", Vale styles. Raises PackError."""
    from copydesk.checking.stet import STET_RULES
    from copydesk.checking.vocabulary import WORD_RULES

    rules: dict[str, Rule] = {}
    rows: dict[str, tuple[Row, ...]] = {}
    shields: dict[str, tuple[str, ...]] = {}
    redirects: dict[str, str] = {}
    for pack in packs:
        if pack.startswith(VALE):
            continue
        home = import_pack(pack)
        redirects.update(getattr(home, "REDIRECTS", {}))
        for rule in _code_rules(home):
            _add(rules, rule, pack)
        for path in sorted(_folder(home).joinpath("phrases").glob("*.toml")):
            try:
                found = read_rules(path.read_text(encoding="utf-8"), f"{pack}/phrases/{path.name}")
            except PhraseError as error:
                raise PackError(str(error)) from None
            for rule, its_rows, its_shields in found:
                _add(rules, rule, pack)
                rows[rule.id], shields[rule.id] = its_rows, its_shields
    for name, module in ADAPTERS.items() if BUILT_IN in packs else ():
        for rule in import_module(module).rules():
            _add(rules, rule, name)
    for rule in (*WORD_RULES, *STET_RULES):
        _add(rules, rule, "copydesk")
    return with_styles(Registry(rules, rows, shields, redirects), packs)


def with_styles(registry: Registry, packs: Iterable[str]) -> Registry:
    """`registry` with the rules and words of the Vale styles among `packs`. Raises PackError."""
    styles = [pack for pack in packs if pack.startswith(VALE)]
    if not styles:
        return registry
    read_pack = import_module("copydesk.adapters.vale.style").read_pack
    rules = dict(registry.rules)
    words: dict[Word, None] = {}
    for style in styles:
        try:
            pack = read_pack(style.removeprefix(VALE))
        except ValueError as error:
            raise PackError(str(error)) from None
        for rule in pack.rules:
            _add(rules, rule, style)
        words.update(dict.fromkeys(pack.words))
    return Registry(rules, registry.rows, registry.shields, registry.redirects, tuple(words))


def _add(rules: dict[str, Rule], rule: Rule, pack: str) -> None:
    if rule.id in rules:
        raise PackError(f"{pack}: the id {rule.id!r} is taken by the pack {rules[rule.id].pack}; give the rule another")
    rules[rule.id] = rule._replace(pack=pack)


def import_pack(pack: str) -> ModuleType:
    """The module of a pack: an import name, or a folder. Raises PackError."""
    if not pack.startswith((".", "/")):
        try:
            return import_module(pack)
        except ImportError as error:
            raise PackError(f"pack {pack!r} cannot be imported: {error}") from error
    folder = Path(pack).resolve()
    if not folder.is_dir():
        raise PackError(f"pack {pack!r}: there is no folder {folder}")
    return _import_file(folder / "__init__.py", f"copydesk_pack_{abs(hash(str(folder))):x}")


def _import_file(path: Path, name: str) -> ModuleType:
    """A module from a file; a missing `__init__.py` makes an empty package."""
    import sys
    from importlib.util import module_from_spec, spec_from_file_location

    if name in sys.modules:
        return sys.modules[name]
    if not path.exists() and path.name == "__init__.py":
        module = ModuleType(name)
        module.__file__ = str(path)
        module.__path__ = [str(path.parent)]
        sys.modules[name] = module
        return module
    places = [str(path.parent)] if path.name == "__init__.py" else None
    spec = spec_from_file_location(name, path, submodule_search_locations=places)
    if spec is None or spec.loader is None:
        raise PackError(f"pack module {path} cannot be read")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise PackError(f"{path}: {type(error).__name__}: {error}") from error
    return module


def _folder(home: ModuleType) -> Path:
    return Path(str(home.__file__)).parent


def _code_rules(home: ModuleType) -> Iterator[Rule]:
    """The rules of every module of the pack, modules in alphabetical order, rules as they stand in the file."""
    for name in sorted(_modules(_folder(home))):
        try:
            module = import_module(f"{home.__name__}.{name}")
        except Exception as error:
            raise PackError(f"{home.__name__}/{name}.py: {type(error).__name__}: {error}") from error
        for thing in vars(module).values():
            rule = getattr(thing, "__copydesk_rule__", None)
            if rule is not None and rule.module == module.__name__:
                yield rule


def _modules(folder: Path) -> Iterator[str]:
    """Dotted names of the modules below a pack's folder; a leading underscore hides one."""
    for entry in folder.iterdir():
        if entry.name.startswith((".", "_")):
            continue
        if entry.suffix == ".py":
            yield entry.stem
        elif entry.is_dir() and (entry / "__init__.py").exists():
            yield from (f"{entry.name}.{name}" for name in _modules(entry))
