"""The formulas of Vale's metric rules: arithmetic over an article's counts, nothing that could do more."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

from copydesk.patterns import compiled

_OPERATORS: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Mod: math.fmod, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "abs": abs, "ceil": math.ceil, "exp": math.exp, "floor": math.floor, "log": math.log, "log10": math.log10,
    "log2": math.log2, "max": max, "min": min, "pow": math.pow, "round": round, "sqrt": math.sqrt, "trunc": math.trunc,
}  # fmt: skip


class FormulaError(ValueError):
    """A formula that cannot be read; the message says why."""


class Formula:
    """A formula, read once. Raises FormulaError."""

    __slots__ = ("_tree",)

    def __init__(self, source: str) -> None:
        written = compiled(r"heading\.(h[1-6])").sub(r"heading_\1", " ".join(source.split()))
        written = compiled(r"!(?!=)").sub(" not ", written.replace("&&", " and ").replace("||", " or "))
        try:
            self._tree = ast.parse(written.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise FormulaError(f"“{source.strip()}” is no formula") from None
        for node in ast.walk(self._tree):
            if not isinstance(node, _NODES):
                raise FormulaError(f"“{source.strip()}” is more than arithmetic")

    def value(self, variables: Mapping[str, float], first: float | None = None) -> Any:
        """What it comes to, None where arithmetic fails (a division by zero, a name that is not known).

        first: what stands for the first number of a condition.
        """
        try:
            return _value(self._tree, variables, first)
        except (ArithmeticError, KeyError, ValueError, TypeError):
            return None


_NODES = (
    ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call, ast.Name, ast.Attribute, ast.Constant,
    ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context,
)  # fmt: skip


def _value(node: ast.AST, variables: Mapping[str, float], first: float | None) -> Any:
    if isinstance(node, ast.Compare):
        left = _value(node.left, variables, None) if first is None else first
        for sign, right in zip(node.ops, node.comparators, strict=True):
            value = _value(right, variables, None)
            if not _OPERATORS[type(sign)](left, value):
                return False
            left = value
        return True
    if isinstance(node, ast.BoolOp):
        values = (_value(one, variables, first if i == 0 else None) for i, one in enumerate(node.values))
        return all(values) if isinstance(node.op, ast.And) else any(values)
    if isinstance(node, ast.BinOp):
        return _OPERATORS[type(node.op)](_value(node.left, variables, first), _value(node.right, variables, None))
    if isinstance(node, ast.UnaryOp):
        value = _value(node.operand, variables, None)
        return not value if isinstance(node.op, ast.Not) else -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.Call):
        function = node.func
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "math":
            return _FUNCTIONS[function.attr](*(_value(one, variables, None) for one in node.args))
        raise KeyError("function")
    if isinstance(node, ast.IfExp):
        return _value(node.body if _value(node.test, variables, first) else node.orelse, variables, None)
    if isinstance(node, ast.Name):
        return variables[node.id]
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    raise KeyError(type(node).__name__)
