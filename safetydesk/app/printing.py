"""How commands print answers: JSON as one UTF-8 document, times with their offset."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, cast
from zoneinfo import ZoneInfo


def print_json(document: Any, zone: ZoneInfo | None = None) -> None:
    """One JSON document on stdout; instants are written in ``zone``."""
    sys.stdout.write(json.dumps(plain(document, zone), ensure_ascii=False, indent=1) + "\n")


def print_line(text: str) -> None:
    """One line on stdout."""
    sys.stdout.write(text + "\n")


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
