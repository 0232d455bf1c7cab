"""What a hand-made contact list says once it has been read, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.phone_numbers import PhoneNumber
    from safetydesk.domain.sheet_findings import Finding


@dataclass(frozen=True)
class ContactDraft:
    """One entry of the list; without a ``name`` the numbers belong to the unit itself."""

    name: str | None
    unit: str
    phones: tuple[PhoneNumber, ...]
    source: str
    title: str = ""
    department: str = ""
    role: str = ""
    group: str = ""
    email: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class ContactReading:
    """The entries, the rows that were turned down with the reason, and further remarks."""

    contacts: tuple[ContactDraft, ...] = ()
    rejected: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
