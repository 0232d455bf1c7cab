"""Knows how the people of a shift are named on its sheets: posts, arrivals, signatures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from safetydesk.services.sheets import Arrival, PrintMark, Signature, Signatures

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.domain.handover import Handover
    from safetydesk.services.views_duty import PresenceView
    from safetydesk.storage.unit_of_work import UnitOfWork

_LEFT = "替班离岗"
_WEEKDAYS = "一二三四五六日"


def sheet_number(number: str) -> str:
    """``第 2025-279 号``."""
    return f"第 {number} 号"


def shift_label(day: date) -> str:
    """``周一班（6日）``: how a handover names a shift."""
    return f"周{_WEEKDAYS[day.weekday()]}班（{day.day}日）"


def print_mark(actor: Actor, now: datetime) -> PrintMark:
    """When and by whom."""
    return PrintMark(now, actor.name)


def of_post(people: Iterable[PresenceView], post: str) -> list[PresenceView]:
    """The people of one post, each once; who was waiting elsewhere and moved on counts too."""
    seen: dict[int, PresenceView] = {}
    for person in people:
        if person.post == post:
            seen.setdefault(person.person_id, person)
    return list(seen.values())


def remaining(people: Iterable[PresenceView]) -> list[PresenceView]:
    """Those who did not leave to a stand-in during the shift."""
    return [person for person in people if not person.flag.startswith(_LEFT)]


def arrivals(people: Iterable[PresenceView]) -> tuple[Arrival, ...]:
    """Each person with the instant of signing in."""
    return tuple(Arrival(person.name, person.actual_from) for person in people)


def first_arrival(people: list[PresenceView]) -> Arrival | None:
    """The one place of the primary officer; a stand-in's name stands behind the first one's."""
    if not people:
        return None
    names = "、".join(person.name for person in people)
    return Arrival(names, people[0].actual_from)


def signatures(uow: UnitOfWork, handover: Handover | None) -> Signatures:
    """What was signed by PIN; every other box stays empty for the pen."""
    if handover is None:
        return Signatures()
    return Signatures(
        outgoing=_signature(uow, handover.outgoing_signed_by, handover.outgoing_signed_at),
        incoming=_signature(uow, handover.incoming_signed_by, handover.incoming_signed_at),
        leader=_signature(uow, handover.leader_signed_by, handover.leader_signed_at),
    )


def name_of(uow: UnitOfWork, person_id: int | None) -> str:
    """The name of somebody of the office, or nothing."""
    return uow.people.get(person_id).name if person_id else ""


def _signature(uow: UnitOfWork, person_id: int | None, at: datetime | None) -> Signature:
    if person_id is None or at is None:
        return Signature()
    return Signature((name_of(uow, person_id),), at)
