"""The digests the program uses: SM3 (GB/T 32905), through OpenSSL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, cast

ALGORITHM = "sm3"


def sm3(content: bytes) -> str:
    """The SM3 digest as 64 hexadecimal digits."""
    from cryptography.hazmat.primitives import hashes  # first use only

    state = hashes.Hash(hashes.SM3())
    state.update(content)
    return state.finalize().hex()


def digest_of(document: Any) -> str:
    """The SM3 digest of a JSON document in its one canonical form."""
    form = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sm3(form.encode("utf-8", "surrogatepass"))


def plain(value: Any) -> Any:
    """A JSON value for a value, one form for both databases: instants in UTC, enums by value."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Any]", value)
        return {name: plain(inner) for name, inner in named.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in cast("list[Any]", value)]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value
