"""How commands print answers: JSON as one UTF-8 document, times with their offset."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, cast
from zoneinfo import ZoneInfo

_OBEYED = ("Cc", "Cf")


def print_json(document: Any, zone: ZoneInfo | None = None) -> None:
    """One JSON document on stdout; instants are written in ``zone``."""
    sys.stdout.write(json.dumps(plain(document, zone), ensure_ascii=False, indent=1) + "\n")


def print_line(text: str) -> None:
    """One line on stdout."""
    sys.stdout.write(text + "\n")


def print_columns(*texts: str) -> None:
    """One line on stdout; what a terminal would obey instead of showing is left out."""
    print_line("\t".join(_shown(text) for text in texts))


def _shown(text: str) -> str:
    """Text on one line without control characters."""
    line = " ".join(text.split())
    return "".join(sign for sign in line if unicodedata.category(sign) not in _OBEYED)


def plain(value: Any, zone: ZoneInfo | None = None) -> Any:
    """The value with instants, dates and enums as JSON text."""
    if isinstance(value, datetime):
        return (value.astimezone(zone) if zone else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        entries = cast("Mapping[object, Any]", value)
        return {str(key): plain(item, zone) for key, item in entries.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, zone) for item in cast("Iterable[Any]", value)]
    return value
