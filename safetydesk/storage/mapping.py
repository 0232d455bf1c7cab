"""Rows become domain values by the names they share."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

V = TypeVar("V")

_NAMES: dict[type[Any], tuple[str, ...]] = {}


def value_of(kind: type[V], row: Any, /, **converted: Any) -> V:
    """A frozen value with the row's columns; ``converted`` replaces or adds fields."""
    taken = {name: _frozen(getattr(row, name)) for name in _names_of(kind) if name not in converted}
    return kind(**taken, **converted)


def _names_of(kind: type[Any]) -> tuple[str, ...]:
    """The field names of a dataclass, looked up once."""
    if kind not in _NAMES:
        if not is_dataclass(kind):
            raise TypeError("value_of makes dataclasses only")
        _NAMES[kind] = tuple(f.name for f in fields(kind))
    return _NAMES[kind]


def _frozen(value: Any) -> Any:
    """Lists from JSON columns become tuples, so that a value cannot be changed by accident."""
    if isinstance(value, list):
        return tuple(cast("Iterable[Any]", value))
    return value
