"""People of the office, their PIN rules, and the office's own facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from safetydesk.domain.errors import RuleViolation

if TYPE_CHECKING:
    from safetydesk.domain.access import Role

PIN_DIGITS = 6
PIN_TRIES = 5
PIN_LOCK = timedelta(minutes=5)


@dataclass(frozen=True)
class Person:
    """Somebody of the office. ``posts`` are those the person may serve.

    ``sounds`` is how the name is typed by its sound (``huangzhiqiang hzq``), kept because the
    tables of sounds take a third of a second to load.
    """

    id: int
    number: str
    name: str
    gender: str
    section: str
    title: str
    mobile: str
    short_number: str
    posts: tuple[str, ...]
    roles: frozenset[Role]
    sounds: str
    active: bool
    version: int


@dataclass(frozen=True)
class PinState:
    """What signing in needs to know of a person; never leaves the services."""

    person_id: int
    pin_hash: str
    failures: int
    locked_until: datetime | None
    active: bool


@dataclass(frozen=True)
class Post:
    """A post of the desk and how many people it needs."""

    id: str
    label: str
    minimum: int


@dataclass(frozen=True)
class OfficeFacts:
    """Whose desk this is and by which rules it works."""

    name: str
    short_name: str
    desk_name: str
    district: str
    zone: str
    level: str
    masthead: str
    turnover: str
    first_issue: int
    first_incident: int
    first_matter: int
    packs: tuple[str, ...]
    duty_phones: tuple[Mapping[str, Any], ...] = ()
    equipment: tuple[Mapping[str, Any], ...] = ()
    hand_items: tuple[Mapping[str, Any], ...] = ()
    verify_days: int = 90
    posts: tuple[Post, ...] = field(default=())
    version: int = 1

    @property
    def zoneinfo(self) -> ZoneInfo:
        """The site's zone, used at the edges only."""
        return ZoneInfo(self.zone)

    @property
    def turnover_time(self) -> time:
        """The local wall-clock time of the handover."""
        return time.fromisoformat(self.turnover)

    @property
    def duty_phone(self) -> str:
        """The number printed on sheets: the first landline."""
        lines = [phone for phone in self.duty_phones if phone.get("kind") == "landline"]
        return str(lines[0]["number"]) if lines else ""


def check_pin(pin: str) -> None:
    """Refuses a PIN that is not at least six digits or is one digit repeated.

    Raises:
        RuleViolation: the PIN is too weak.
    """
    if len(pin) < PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        raise RuleViolation("pin.too_short", digits=PIN_DIGITS)
    if len(set(pin)) == 1:
        raise RuleViolation("pin.too_simple")
