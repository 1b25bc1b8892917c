"""Settings held against the rules there are: ids, selectors, options and their types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from copydesk.checking.outline import Later
from copydesk.config.error import did_you_mean, listed
from copydesk.config.schema import Value, Values, described, key

if TYPE_CHECKING:
    from copydesk.checking.registry import Registry
    from copydesk.checking.rule import Rule

_LISTS = ("tuple", "list", "frozenset", "set", "Sequence", "Collection", "Iterable")
_CALLED = {"int": "a whole number", "float": "a number", "str": "a string", "bool": "true or false"}


def fit(values: Values, registry: Registry) -> tuple[Values, list[str]]:
    """`values` with rules' present ids and options as the rules take them, and what does not fit any rule."""
    problems: list[str] = []
    fitted: Values = {}
    for at, value in values.items():
        if at[0] == "rules":
            _, rule_id, option = at
            rule = registry.get(rule_id)
            if rule is None:
                guess = did_you_mean(rule_id, registry.rules)
                problems.append(f'{value.origins[-1]}: there is no rule "{rule_id}"{guess or "; see: copydesk rules"}')
                continue
            taken, problem = (value.value, None) if option == "severity" else take(rule, option, value.value)
            if problem:
                problems.append(f"{value.origins[-1]}: {problem}")
            fitted["rules", rule.id, option] = value._replace(value=taken)
        elif at[0] in ("select", "extend_select", "ignore"):
            problems += _unknown_selectors(value, registry)
            fitted[at] = value._replace(value=tuple(_present(name, registry) for name in value.value))
        else:
            fitted[at] = value
    return fitted, list(dict.fromkeys(problems))


def _present(selector: str, registry: Registry) -> str:
    """A selector with ALL in capitals and a renamed rule's present id."""
    return selector.upper() if selector.lower() == "all" else registry.redirects.get(selector, selector)


def _unknown_selectors(value: Value, registry: Registry) -> Iterator[str]:
    from copydesk.checking.select import covers

    families = {rule.family for rule in registry.rules.values()}
    for name in value.value:
        if not any(covers(_present(name, registry), rule_id) for rule_id in registry.rules):
            guess = did_you_mean(name, (*registry.rules, *families))
            where = " or ".join(str(origin) for origin in value.origins)
            yield f'{where}: there is no rule or family "{name}"{guess or "; see: copydesk rules"}'


def take(rule: Rule, option: str, value: Any) -> tuple[Any, str | None]:
    """`value` as the rule takes it (lists as tuples), and what is wrong with it."""
    if option not in rule.options:
        names = ["severity", *map(key, rule.options)]
        guess = did_you_mean(key(option), names)
        return None, f'rule "{rule.id}" has no option "{key(option)}"{guess}; it takes {listed(names)}'
    types = option_types(rule, option)
    for type_ in types:
        taken = _taken(type_, value)
        if taken is not None:
            return taken, None
    wanted = " or ".join(called(type_) for type_ in types)
    return None, f'option "{key(option)}" of rule "{rule.id}" must be {wanted}, not {described(value)}'


def option_types(rule: Rule, option: str) -> tuple[str, ...]:
    """The types an option takes, as its annotation names them: "int", "str", "tuple[str", 'Literal["a", "b"]' …"""
    check = rule.check.check if isinstance(rule.check, Later) else rule.check
    annotations: Mapping[str, Any] = getattr(check, "__annotations__", {})
    annotation = annotations.get(option, type(rule.options[option]))
    text = getattr(annotation, "__name__", str(annotation)) if isinstance(annotation, type) else str(annotation)
    parts = (part.strip().removeprefix("typing.") for part in text.split("|"))
    return tuple(part for part in parts if part != "None")


def called(type_: str) -> str:
    """A type in words."""
    outer, _, inner = type_.rstrip("]").partition("[")
    if outer == "Literal":
        return " or ".join(f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in _choices(type_))
    if outer in _LISTS:
        element = _CALLED.get(inner.partition(",")[0].strip(), "a string")
        return f"a list, each {element}"
    return _CALLED.get(outer, outer)


def _taken(type_: str, value: Any) -> Any:
    """`value` as `type_`, or None when it is not one."""
    outer, _, inner = type_.rstrip("]").partition("[")
    if outer == "Literal":
        return value if value in _choices(type_) else None
    if outer in _LISTS:
        element = inner.partition(",")[0].strip() or "str"
        items = [_taken(element, item) for item in value] if isinstance(value, list | tuple) else [None]
        return None if None in items else tuple(items)
    if outer == "float":
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    if outer == "int":
        return value if isinstance(value, int) and not isinstance(value, bool) else None
    kinds: Mapping[str, type] = {"str": str, "bool": bool}
    return value if isinstance(value, kinds.get(outer, object)) else None


def _choices(type_: str) -> Iterable[Any]:
    from ast import literal_eval

    found: tuple[Any, ...] = literal_eval(f"({type_.removeprefix('Literal[').removesuffix(']')},)")
    return found
