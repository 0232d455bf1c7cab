"""What an office must know of itself before its desk can open, and what is wrong with an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from safetydesk.domain.access import Role
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.people import Post, check_pin
from safetydesk.domain.phone_numbers import digits_of, kind_of

SITE_ZONE = "Asia/Shanghai"
USUAL_TURNOVER = "08:30"
NATIONAL = "national"
FIRST_POSTS: tuple[Post, ...] = (
    Post("leader", "带班领导", 1),
    Post("primary", "主班", 1),
    Post("deputy", "副班", 1),
    Post("standby", "备班", 1),
    Post("driver", "司机", 1),
)
"""The posts a new office begins with; the settings change them."""

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Field(StrEnum):
    """One answer of the form on which an office is founded."""

    NAME = "name"
    SHORT_NAME = "short_name"
    DISTRICT = "district"
    TURNOVER = "turnover"
    DUTY_PHONE = "duty_phone"
    MASTHEAD = "masthead"
    NUMBER = "number"
    PERSON = "person"
    MOBILE = "mobile"
    PIN = "pin"
    PIN_AGAIN = "pin_again"


class Fault(StrEnum):
    """Why an answer cannot be taken."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NO_TIME = "no_time"
    NO_PHONE = "no_phone"
    PIN_SHORT = "pin_short"
    PIN_SIMPLE = "pin_simple"
    PIN_DIFFERS = "pin_differs"


@dataclass(frozen=True)
class Founding:
    """The answers as they were typed.

    ``level`` is a value of ``domain.incident.ActorLevel``; ``turnover`` local wall-clock time;
    ``packs`` the rule packs chosen beside the national one; ``leads`` whether the first person is
    a leader (带班领导) rather than an officer. The first person supervises in either case.
    """

    name: str
    short_name: str
    district: str
    level: str
    duty_phone: str
    masthead: str
    number: str
    person: str
    mobile: str
    pin: str
    pin_again: str
    turnover: str = USUAL_TURNOVER
    packs: tuple[str, ...] = ()
    leads: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        """What the first person is: somebody must be able to set up and to serve at once."""
        return frozenset({Role.SUPERVISOR, Role.LEADER if self.leads else Role.OFFICER})

    @property
    def posts(self) -> tuple[str, ...]:
        """The posts that the first person may serve."""
        return ("leader",) if self.leads else ("primary", "deputy")

    @property
    def all_packs(self) -> tuple[str, ...]:
        """The national pack and those chosen beside it."""
        return tuple(dict.fromkeys((NATIONAL, *self.packs)))


LONGEST: Mapping[Field, int] = {
    Field.NAME: 190,
    Field.SHORT_NAME: 100,
    Field.DISTRICT: 100,
    Field.MASTHEAD: 200,
    Field.NUMBER: 20,
    Field.PERSON: 60,
    Field.MOBILE: 40,
    Field.DUTY_PHONE: 40,
}
"""Characters that the database keeps."""


def faults(given: Founding) -> Mapping[Field, Fault]:
    """What is wrong, by field in the order of the form; empty when the office can be founded."""
    found = {field: _fault(field, given) for field in Field}
    return {field: fault for field, fault in found.items() if fault is not None}


def pin_fault(pin: str) -> Fault | None:
    """Why a PIN is too weak, or None."""
    try:
        check_pin(pin)
    except RuleViolation as error:
        return Fault.PIN_SIMPLE if error.code == "pin.too_simple" else Fault.PIN_SHORT
    return None


def is_phone(text: str) -> bool:
    """Whether a text is one number that could be dialled."""
    return kind_of(digits_of(text)) is not None


def _fault(field: Field, given: Founding) -> Fault | None:
    """What is wrong with one answer."""
    value = str(getattr(given, field.value)).strip()
    if not value:
        return Fault.MISSING
    if len(value) > LONGEST.get(field, len(value)):
        return Fault.TOO_LONG
    if field is Field.PIN:
        return pin_fault(given.pin)
    if field is Field.PIN_AGAIN:
        return None if given.pin_again == given.pin else Fault.PIN_DIFFERS
    return _shape_fault(field, value)


def _shape_fault(field: Field, value: str) -> Fault | None:
    """What is wrong with the shape of a time or a telephone number."""
    if field is Field.TURNOVER and not _TIME.fullmatch(value):
        return Fault.NO_TIME
    if field in {Field.DUTY_PHONE, Field.MOBILE} and not is_phone(value):
        return Fault.NO_PHONE
    return None
