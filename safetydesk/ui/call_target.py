"""Whom an outgoing call is to be recorded to, as the directory hands it to the call record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CallTarget:
    """``key`` is the contact's key in the directory, ``number`` digits only."""

    key: str
    unit: str
    name: str
    number: str
