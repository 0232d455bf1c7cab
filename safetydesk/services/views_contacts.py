"""What screens receive about contacts: hits, groups, one card; and what an editor hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.phone_numbers import PhoneNumber


class SpecialGroup(StrEnum):
    """Groups that nobody writes into a contact; their values stand where a group's name would."""

    OFFICE = "@office"
    ON_DUTY = "@on_duty"
    TO_VERIFY = "@to_verify"


@dataclass(frozen=True)
class GroupCount:
    """A group with the number of its contacts; ``key`` is its name or a ``SpecialGroup``."""

    key: str
    name: str
    count: int
    special: bool = False


@dataclass(frozen=True)
class Directory:
    """The head of the page: how many there are, and every group."""

    people: int
    units: int
    contacts: int
    to_verify: int
    groups: tuple[GroupCount, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One hit. ``key`` is ``c12`` for a contact, ``p3`` for somebody of the office.

    ``number`` holds digits, ``shown`` the same as people write it; ``name`` is empty where the
    numbers are the unit's own. ``duty`` is the post held now.
    """

    key: str
    name: str
    unit: str
    title: str = ""
    role: str = ""
    number: str = ""
    shown: str = ""
    failed: bool = False
    duty: str = ""


@dataclass(frozen=True)
class PhoneView:
    """A number on a card; ``id`` is 0 where it cannot be marked (people of the office)."""

    id: int
    kind: str
    number: str
    shown: str
    extension: str = ""
    label: str = ""
    failed: bool = False
    verified_on: date | None = None


@dataclass(frozen=True)
class ContactEvent:
    """One act on a contact: ``action`` is add, edit, remove, restore, verified, failed, working."""

    at: datetime
    who: str
    action: str


@dataclass(frozen=True)
class ContactCard:
    """Everything known of one contact. ``id`` is None for somebody of the office (not edited here).

    ``others`` are those of the same unit who may be called instead, the best first.
    """

    key: str
    id: int | None
    version: int
    name: str
    unit: str
    department: str = ""
    title: str = ""
    role: str = ""
    note: str = ""
    address: str = ""
    email: str = ""
    groups: tuple[str, ...] = ()
    phones: tuple[PhoneView, ...] = ()
    verified_on: date | None = None
    stale: bool = False
    duty: str = ""
    duty_until: datetime | None = None
    others: tuple[ContactLine, ...] = ()
    history: tuple[ContactEvent, ...] = ()


@dataclass(frozen=True)
class ContactFields:
    """A contact as an editor, or an import, has it."""

    name: str
    unit: str
    department: str = ""
    title: str = ""
    role: str = ""
    note: str = ""
    address: str = ""
    email: str = ""
    groups: tuple[str, ...] = ()
    phones: tuple[PhoneNumber, ...] = field(default=())
    verified_on: date | None = None


@dataclass(frozen=True)
class ImportForecast:
    """What applying an import would do to the directory."""

    added: int
    merged: int


@dataclass(frozen=True)
class ImportUndone:
    """What undoing an import did; ``kept`` contacts were changed by hand since and stay."""

    file_name: str
    removed: int
    restored: int
    kept: int
