"""The facts behind reminders: reports owed, matters, the handover, who should have come."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.incident import Recipient
from safetydesk.domain.reminder import (
    Contact,
    Deadline,
    DutyKind,
    DutyState,
    Turnover,
    due_at_desk,
    fitting_item,
)
from safetydesk.services.duties_ahead import contacts_to_verify, notices_failing, roster_ahead
from safetydesk.services.duty import on_duty_at
from safetydesk.services.expected_arrivals import arrivals
from safetydesk.services.incident_case import assessment_of
from safetydesk.services.period_reports import daily_reports
from safetydesk.services.roster_owed import filings_owed, swaps_owed
from safetydesk.services.routines import notes_due
from safetydesk.services.warning_due import warnings_owed

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.matter import Matter
    from safetydesk.domain.shift import Shift
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.storage.unit_of_work import UnitOfWork

_log = logging.getLogger("safetydesk.duty_state")

LEADER = "leader"
# Who hands over and takes over; the others come and go without a signature.
_SIGNING = ("primary", "deputy")
MATTER_REPEAT = timedelta(minutes=30)
_UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What rules raise over facts that nobody foresaw; a database that fails is another matter."""


class OfficeDutyState:
    """Reads what is due from the office's own facts; writes nothing."""

    def state(self, uow: UnitOfWork, now: datetime) -> DutyState:
        """Everything that reminders are derived from, at an instant."""
        minute = whole_minute(now)
        on_duty = on_duty_at(uow, minute)
        shift = uow.shifts.current()
        told, unmanned = roster_ahead(uow, now)
        deadlines = (
            *_reports(uow, now),
            *_matters(uow, now),
            *filings_owed(uow, now),
            *swaps_owed(uow, now),
            *daily_reports(uow, now),
            *notices_failing(uow, now),
            *warnings_owed(uow, now),
            *unmanned,
            *contacts_to_verify(uow, now),
        )
        return DutyState(
            deadlines=tuple(replace(d, item=fitting_item(d.item)) for d in deadlines),
            turnovers=tuple(_turnovers(uow, shift, on_duty)),
            arrivals=tuple(arrivals(uow, minute)),
            notes=(*notes_due(uow, now), *told),
            leader=next((Contact(v.name, v.mobile) for v in on_duty if v.post == LEADER), None),
            shift_ends_at=shift.planned_to if shift else None,
        )


def _reports(uow: UnitOfWork, now: datetime) -> list[Deadline]:
    """The obligations of the incidents in hand, those met too: they clear their alarms."""
    return [
        deadline
        for incident in uow.incidents.all(only_open=True)
        for deadline in _of_incident_or_fault(uow, incident, now)
    ]


def _of_incident_or_fault(uow: UnitOfWork, incident: Incident, now: datetime) -> list[Deadline]:
    """The obligations of one incident; where they cannot be worked out, an alarm that says so.

    One incident that no rule can read must not silence the others.
    """
    try:
        return _of_incident(uow, incident, now)
    except _UNREADABLE:
        _log.exception("no obligations of incident %d", incident.id)
        return [
            Deadline(
                item=f"incident:{incident.id}:fault",
                kind=DutyKind.REPORT,
                title=f"{incident.number} 时限推算失败，请人工掌握报送时限",
                to_whom="",
                starts_at=incident.opened_at,
                due_at=incident.opened_at,
                what_to_do="核对接报时间和各项要素，更正后自行消除；其间按规定人工计时。",
                repeat=MATTER_REPEAT,
            )
        ]


def _of_incident(uow: UnitOfWork, incident: Incident, now: datetime) -> list[Deadline]:
    """The obligations of one incident."""
    names = {
        delivery.level: delivery.recipient
        for report in reversed(uow.reports.of_incident(incident.id))
        for delivery in reversed(report.deliveries)
        if delivery.level != Recipient.PEERS.value
    }
    return [
        Deadline(
            item=f"incident:{incident.id}:{o.key}",
            kind=DutyKind.REPORT,
            title=f"{incident.number} {o.report.chinese_name} · {to}",
            to_whom=to,
            starts_at=o.raised_at,
            due_at=due_at_desk(o.due_at, o.raised_at),
            legal=True,
            done=not o.status.open,
        )
        for o in assessment_of(uow, incident, now).obligations
        for to in (names.get(o.to) or _recipient(o.to),)
    ]


def _recipient(to: str) -> str:
    """A recipient of the rules by name; another office keeps its own word."""
    return next((r.chinese_name for r in Recipient if r.value == to), to)


def _matters(uow: UnitOfWork, now: datetime) -> list[Deadline]:
    """Open matters with a term, and those closed in this shift."""
    since = now - timedelta(days=1)
    return [
        Deadline(
            item=f"matter:{matter.id}",
            kind=DutyKind.MATTER,
            title=f"{matter.number} {matter.title}",
            to_whom=matter.owner,
            starts_at=_term_set_at(matter, matter.due_at),
            due_at=matter.due_at,
            done=not matter.is_open or matter.answered_at is not None,
            repeat=MATTER_REPEAT,
        )
        for matter in (*uow.matters.open(), *uow.matters.closed_since(since))
        if matter.due_at is not None
    ]


def _term_set_at(matter: Matter, due_at: datetime) -> datetime:
    """When the running term was set; at the latest a day before it ends."""
    setting = [step.recorded_at for step in matter.steps if step.due_at == due_at]
    return setting[-1] if setting else (matter.opened_at or due_at - timedelta(days=1))


def _turnovers(uow: UnitOfWork, shift: Shift | None, on_duty: list[OnDutyView]) -> list[Turnover]:
    """The handover of the open shift, and the last one, which is signed."""
    if shift is None:
        return []
    incoming = on_duty_at(uow, shift.planned_to)
    running = Turnover(
        shift=str(shift.id),
        at=shift.planned_to,
        outgoing=tuple(v.name for v in on_duty if v.post in _SIGNING),
        incoming=tuple(v.name for v in incoming if v.post in _SIGNING),
    )
    last = uow.shifts.before(shift.id)
    if last is None:
        return [running]
    return [Turnover(str(last.id), last.planned_to, (), (), signed=True), running]
