"""What words are: text a person can read, without signs that a terminal or a page obeys."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

_KEPT = frozenset("\n\t")
_ORDERING = frozenset(
    chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_NEVER, _UNSEEN = frozenset({"Cc", "Cs"}), "Cf"


def plain_words(text: str) -> str:
    """The text without control characters, half characters and changes of the writing direction.

    Line breaks and tabs stay, Words of which nothing can be seen are none.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if _is_plain(sign))
    seen = any(not sign.isspace() and unicodedata.category(sign) != _UNSEEN for sign in kept)
    if not seen:
        return ""
    return text if kept == text else kept  # the same object, where nothing was changed


def plainly(value: T) -> T:
    """The value with the words in it made plain: texts, and those in tuples and frozen classes.

    Members of closed sets stay themselves; what is plain already is handed back unchanged.
    """
    return cast("T", _plain(value))


def _plain(value: Any) -> Any:
    if type(value) is str:
        return plain_words(value)
    if type(value) is tuple:
        return tuple(_plain(part) for part in cast("Iterable[Any]", value))
    if is_dataclass(value) and not isinstance(value, type):
        said = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        changed = {name: made for name, part in said.items() if (made := _plain(part)) is not part}
        return replace(value, **changed) if changed else value
    return value


def _is_plain(sign: str) -> bool:
    return sign in _KEPT or (sign not in _ORDERING and unicodedata.category(sign) not in _NEVER)
