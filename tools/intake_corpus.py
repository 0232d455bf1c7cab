"""Pasted messages with what is to be read out of them: folders of pairs, and files of whole sets.

A folder holds ``X.txt`` beside ``X.expected.json`` (only what the expectation names is compared).
A set (``*.toml``) is complete: a field it does not name is silent and must not be proposed, save
those under ``skip``; ``maybe`` names numbers of people that may be proposed or not.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

PLAIN = (
    "nature",
    "family",
    "category",
    "series_no",
    "occurred",
    "as_of",
    "place",
    "unit",
    "casualties_unknown",
    "no_casualties",
    "loss_yuan",
    "source_unit",
)
"""The fields that are compared as one value."""
_MINUTE, _HOUR, _DAY = 16, 13, 10
_PRECISION = {_MINUTE: "minute", _HOUR: "hour", _DAY: "day"}
_ISO, _OFFSET = "2000-01-01T00:00:00", "+08:00"


@dataclass(frozen=True)
class Message:
    """A text as it was pasted at ``received_at`` (aware), and what it says."""

    name: str
    text: str
    received_at: datetime
    expected: dict[str, Any]
    """``expect`` and ``must_not`` in the shape of the sample messages."""


def messages(source: Path) -> Iterator[Message]:
    """The messages of a folder or of a set.

    Raises:
        KeyError: a message lacks a part.
        ValueError: a time or the file cannot be read.
    """
    if source.suffix == ".toml":
        yield from _of_set(source)
        return
    for path in sorted(source.glob("*.expected.json")):
        expected = json.loads(path.read_text("utf-8"))
        text = path.with_name(expected["input"]).read_text("utf-8")
        received_at = datetime.fromisoformat(expected["received_at"])
        yield Message(path.name.split(".")[0], text, received_at, expected)


def _of_set(path: Path) -> Iterator[Message]:
    for row in tomllib.loads(path.read_text("utf-8"))["message"]:
        received_at = datetime.fromisoformat(row["received_at"])
        wanted = _complete(row["expect"])
        expected = {"expect": wanted, "must_not": row.get("must_not", [])}
        yield Message(row["id"], row["text"], received_at, expected)


def _complete(wanted: dict[str, Any]) -> dict[str, Any]:
    """The expectation with everything it leaves out as silent."""
    skipped = set(wanted.get("skip", ()))
    whole: dict[str, Any] = {
        key: _time(key, wanted.get(key)) for key in PLAIN if key not in skipped
    }
    if "caller" not in skipped:
        whole["caller"] = wanted.get("caller", {})
    rest = {key: value for key, value in wanted.items() if key not in {*PLAIN, "skip", "caller"}}
    return whole | rest


def _time(key: str, value: Any) -> Any:
    """2026-06-18T14:10 and 2026-06-18T14 as the samples write them: what is said, how exactly."""
    if not isinstance(value, str):
        return value
    if key == "occurred":
        whole = value + _ISO[len(value) :] + _OFFSET
        return {"from": whole, "precision": _PRECISION[len(value)]}
    return value + _ISO[len(value) :] + _OFFSET if key == "as_of" else value
