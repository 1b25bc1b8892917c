"""`typing.NamedTuple`, made without looking at its annotations.

The original compiles every annotation of every field, which nothing here reads at run time: for the hundred records of
this program that is a twentieth of a short run. Type checkers see the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    _MADE = frozenset(("__annotations__", "__module__", "__qualname__"))

    class _Record(type):
        def __new__(cls, name, bases, space):
            fields = space.get("__annotations__", {})
            defaults = [space[field] for field in fields if field in space]
            made = namedtuple(name, fields, defaults=defaults, module=space["__module__"])
            made.__annotations__ = fields
            for key, value in space.items():
                if key not in _MADE and key not in fields:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Record, "NamedTuple", (), {})
