"""Reads everything the frame shows from the services, in one go, on any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from safetydesk.domain.casualties import MEASURE_NAMES
from safetydesk.domain.clock import ShiftedClock
from safetydesk.services.set_apart import UNREADABLE
from safetydesk.services.views_frame import IncidentGlance, WarningGlance
from safetydesk.services.views_incidents import InHand
from safetydesk.ui.frame_feed import DeskHealth, FrameFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor
    from safetydesk.services.told_once import TroublesRead
    from safetydesk.services.views_incidents import IncidentSummary
    from safetydesk.services.views_warnings import WarningView

T = TypeVar("T")

_FIGURES = ("dead", "missing", "trapped", "severely_injured", "lightly_injured", "evacuated")


def read_frame(desk: Desk, actor: Actor | None, health: Callable[[], DeskHealth]) -> FrameFacts:
    """The facts of the frame as they stand now, all from one snapshot, ``health`` too."""
    with desk.transactions.one_snapshot(), desk.unreadable.reading() as troubles:
        return _read(desk, actor, health(), troubles)


def _read(
    desk: Desk, actor: Actor | None, health: DeskHealth, troubles: TroublesRead
) -> FrameFacts:
    now = desk.clock.now()
    office = desk.office()
    in_hand = _incidents_in_hand(desk, now, troubles)
    return FrameFacts(
        now=now,
        shift=desk.shifts.current(),
        on_duty=_part(troubles, "who is on duty", lambda: desk.duty.on_post(now)),
        phones=tuple(
            (str(phone.get("label", "")), str(phone.get("number", "")))
            for phone in office.duty_phones
        ),
        actor=actor,
        alarms=desk.reminders.overview(now, checked_at=health.beat_at),
        incidents=in_hand.count,
        overdue_incidents=any(one.overdue for one in in_hand.readable) or bool(in_hand.unreadable),
        health=health,
        office=office.desk_name or office.name,
        in_hand=tuple(glance_of(incident) for incident in sorted(in_hand.readable, key=_by_next)),
        warnings=_part(troubles, "warnings", lambda: map(_warning, desk.warnings.in_force())),
        demonstration=isinstance(desk.clock, ShiftedClock),
    )


def _incidents_in_hand(desk: Desk, now: datetime, troubles: TroublesRead) -> InHand:
    """Those that can be read, and how many cannot."""
    read = _part(troubles, "incidents in hand", lambda: [desk.incidents.in_hand(now)])
    return read[0] if read else InHand()


def _part(troubles: TroublesRead, name: str, read: Callable[[], Iterable[T]]) -> tuple[T, ...]:
    """What is read; nothing where no rule can read it: the alarms that say so must be painted."""
    try:
        return tuple(read())
    except UNREADABLE as error:
        troubles.found(name, error)
        return ()


def glance_of(incident: IncidentSummary) -> IncidentGlance:
    """An incident as the wallboard shows it: numbers that nobody has said yet are left out."""
    grade = incident.grade.confirmed or incident.grade.potential
    figures = ((name, getattr(incident.casualties, name)) for name in _FIGURES)
    return IncidentGlance(
        title=incident.title,
        grade=grade.chinese_name if grade is not None else "",
        ticks=grade.severity if grade is not None else 0,
        occurred_at=incident.occurred.at if incident.occurred is not None else None,
        figures=tuple((MEASURE_NAMES[name], n) for name, n in figures if n is not None),
        next_report=incident.next_due.report if incident.next_due is not None else "",
        next_due=incident.next_due.due_at if incident.next_due is not None else None,
    )


def _warning(view: WarningView) -> WarningGlance:
    """A warning in its issuer's level."""
    statement = view.warning.current.statement
    return WarningGlance(view.warning.title, int(statement.level or 0), statement.in_force_until)


def _by_next(incident: IncidentSummary) -> tuple[bool, float]:
    """Whoever owes the next report comes first."""
    due = incident.next_due
    return (due is None, due.due_at.timestamp() if due is not None else 0.0)
