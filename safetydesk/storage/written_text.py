"""Which text can be kept: no control characters but tab and line ends, no half of a character.

PostgreSQL refuses NUL, no database takes a lone surrogate, and no paper shows the others. Text is
refused and never altered here: what was sealed must be what is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import event, inspect

from safetydesk.domain.errors import BadInput

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def guard_text(session: Session) -> None:
    """Lets a session refuse rows with such text.

    Raises:
        BadInput: at the flush; ``where`` is the number of the character.
    """
    event.listen(session, "before_flush", _refuse)


def writable(text: str) -> str:
    """The text without what cannot be kept, for what the program itself writes down."""
    return _UNWRITABLE.sub("", text)


def refuse_unwritable(value: Any) -> None:
    """Looks through a value that is written past the session's own rows.

    Raises:
        BadInput: it holds such a character; ``where`` is its number.
    """
    for text in _texts(value):
        found = _UNWRITABLE.search(text)
        if found is not None:
            raise BadInput("text.unwritable", where=f"U+{ord(found.group()):04X}", expected="文字")


def _refuse(session: Session, _context: object, _instances: object) -> None:
    """Looks at the rows that are about to be written."""
    for row in (*session.new, *session.dirty):
        for attribute in inspect(row).attrs:
            refuse_unwritable(attribute.loaded_value)


def _texts(value: Any) -> Iterator[str]:
    """Every piece of text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in cast("Mapping[Any, Any]", value).items():
            yield from _texts(name)
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in cast("Iterable[Any]", value):
            yield from _texts(part)
