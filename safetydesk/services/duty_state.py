"""The facts behind reminders: reports owed, matters, the handover, who should have come."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from functools import partial
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
from safetydesk.services.routines import notes_due, rounds_due
from safetydesk.services.set_apart import SetApart
from safetydesk.services.told_once import ToldOnce
from safetydesk.services.warning_due import warnings_owed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.matter import Matter
    from safetydesk.domain.reminder import Note
    from safetydesk.domain.shift import Shift
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.storage.unit_of_work import UnitOfWork

LEADER = "leader"
# Who hands over and takes over; the others come and go without a signature.
_SIGNING = ("primary", "deputy")
MATTER_REPEAT = timedelta(minutes=30)

_log = logging.getLogger("safetydesk.duty_state")


class OfficeDutyState:
    """Reads what is due from the office's own facts; writes nothing. For any thread."""

    def __init__(self) -> None:
        self._told = ToldOnce(_log)

    def state(self, uow: UnitOfWork, now: datetime) -> DutyState:
        """Everything that reminders are derived from, at an instant.

        What cannot be read is set apart: it silences nothing else.
        """
        with self._told.reading() as troubles:
            return _state(uow, now, SetApart(uow, now, troubles))


def _state(uow: UnitOfWork, now: datetime, apart: SetApart) -> DutyState:
    """Everything that reminders are derived from, at an instant."""
    minute = whole_minute(now)
    on_duty = apart.all(DutyKind.HANDOVER, lambda: on_duty_at(uow, minute))
    shift = uow.shifts.current()
    told, unmanned = _ahead(uow, now, apart)
    deadlines = (*_deadlines(uow, now, apart), *unmanned)
    turnovers = apart.all(DutyKind.HANDOVER, lambda: _turnovers(uow, shift, on_duty))
    missed = apart.all(DutyKind.ROSTER, lambda: arrivals(uow, minute))
    notes = apart.all(DutyKind.NOTE, lambda: notes_due(uow))
    rounds = apart.one(DutyKind.NOTE, "routine", "例行提醒", lambda: rounds_due(uow, now))
    return DutyState(
        deadlines=tuple(
            replace(d, item=fitting_item(d.item)) for d in (*deadlines, *apart.faults())
        ),
        turnovers=turnovers,
        arrivals=missed,
        notes=(*notes, *rounds, *told),
        leader=next((Contact(v.name, v.mobile) for v in on_duty if v.post == LEADER), None),
        shift_ends_at=shift.planned_to if shift else None,
        unknown=apart.unknown(),
    )


def _deadlines(uow: UnitOfWork, now: datetime, apart: SetApart) -> Iterator[Deadline]:
    """Every duty with an end, kind by kind."""
    sources: tuple[tuple[DutyKind, Callable[[], Iterable[Deadline]]], ...] = (
        (DutyKind.REPORT, lambda: _reports(uow, now, apart)),
        (DutyKind.MATTER, lambda: _matters(uow, now, apart)),
        (DutyKind.FILING, lambda: filings_owed(uow, now, apart)),
        (DutyKind.SWAP, lambda: swaps_owed(uow, now, apart)),
        (DutyKind.DAILY, lambda: daily_reports(uow, now)),
        (DutyKind.OUTSIDE, lambda: notices_failing(uow, now)),
        (DutyKind.WARNING, lambda: warnings_owed(uow, now, apart)),
        (DutyKind.CONTACTS, lambda: contacts_to_verify(uow, now)),
    )
    for kind, read in sources:
        yield from apart.all(kind, read)


def _ahead(
    uow: UnitOfWork, now: datetime, apart: SetApart
) -> tuple[tuple[Note, ...], tuple[Deadline, ...]]:
    """What the plan of the days ahead reminds of."""
    both = apart.all(DutyKind.ROSTER, lambda: (roster_ahead(uow, now),))
    told = tuple(note for notes, _ in both for note in notes)
    return told, tuple(deadline for _, deadlines in both for deadline in deadlines)


def _reports(uow: UnitOfWork, now: datetime, apart: SetApart) -> list[Deadline]:
    """The obligations of the incidents in hand, those met too: they clear their alarms."""
    return [
        deadline
        for incident in uow.incidents.all(only_open=True)
        for deadline in apart.one(
            DutyKind.REPORT,
            incident.id,
            incident.number,
            partial(_of_incident, uow, incident, now),
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


def _matters(uow: UnitOfWork, now: datetime, apart: SetApart) -> list[Deadline]:
    """Open matters with a term, and those closed in this shift."""
    since = now - timedelta(days=1)
    matters = apart.each(
        DutyKind.MATTER,
        lambda: (*uow.matters.open(), *uow.matters.closed_since(since)),
        lambda: ((matter.id, matter.number) for matter in uow.matters.heads(since)),
        uow.matters.get,
    )
    return [
        deadline
        for matter in matters
        for deadline in apart.one(
            DutyKind.MATTER, matter.id, matter.number, partial(_of_matter, matter)
        )
    ]


def _of_matter(matter: Matter) -> Iterator[Deadline]:
    """The term of one matter, if it has one."""
    if matter.due_at is None:
        return
    yield Deadline(
        item=f"matter:{matter.id}",
        kind=DutyKind.MATTER,
        title=f"{matter.number} {matter.title}",
        to_whom=matter.owner,
        starts_at=_term_set_at(matter, matter.due_at),
        due_at=matter.due_at,
        done=not matter.is_open or matter.answered_at is not None,
        repeat=MATTER_REPEAT,
    )


def _term_set_at(matter: Matter, due_at: datetime) -> datetime:
    """When the running term was set; at the latest a day before it ends."""
    setting = [step.recorded_at for step in matter.steps if step.due_at == due_at]
    return setting[-1] if setting else (matter.opened_at or due_at - timedelta(days=1))


def _turnovers(
    uow: UnitOfWork, shift: Shift | None, on_duty: Sequence[OnDutyView]
) -> list[Turnover]:
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
