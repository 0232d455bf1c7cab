"""Knows where it stands written how a shift's matters, incidents and reports stood at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.log import EntryKind, LogEntry
from safetydesk.services.incident_case import assessment_of
from safetydesk.services.set_apart import readable
from safetydesk.services.shift_work import SentReport, ShiftWork

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.obligations import Obligation
    from safetydesk.domain.report import Report
    from safetydesk.domain.shift import Shift
    from safetydesk.storage.unit_of_work import UnitOfWork

_OPEN, _CLOSED, _NOTED = "在办", "办结", "已记"
_SENT, _UNCONFIRMED = "已报", "待回执"


def work_of(uow: UnitOfWork, shift: Shift, now: datetime, open_items: tuple[str, ...]) -> ShiftWork:
    """How everything stood when the shift was closed; while it runs, how it stands now.

    An incident or matter that no rule can read leaves its lines without a state, and its reports
    without a delay: the log is shown and printed nevertheless.
    """
    until = shift.closed_at or now
    entries = uow.log.of_shift(shift.id)
    sent = uow.reports.sent_between(shift.opened_at, until + timedelta(microseconds=1))
    states = {
        **dict(_noted(uow, entries)),
        **dict(_of_incidents(uow, entries, until)),
        **dict(_of_matters(uow, entries, until)),
        **{report.entry_seq: _receipt(report, until) for report in sent if report.entry_seq},
    }
    return ShiftWork(states, tuple(_reports(uow, sent, until)), open_items)


def _incident_ids(entries: Iterable[LogEntry]) -> list[int]:
    """The incidents that entries belong to, each once."""
    return list(dict.fromkeys(entry.incident_id for entry in entries if entry.incident_id))


def _noted(uow: UnitOfWork, entries: Sequence[LogEntry]) -> Iterator[tuple[int, str]]:
    """Entries from which something went into an incident's record."""
    for incident_id in _incident_ids(entries):
        events = readable(partial(uow.incidents.events, incident_id))
        facts = readable(partial(uow.incidents.facts, incident_id))
        behind = [*(event.entry_seq for event in events), *(fact.entry_seq for fact in facts)]
        yield from ((seq, _NOTED) for seq in behind if seq is not None)


def _of_incidents(
    uow: UnitOfWork, entries: Sequence[LogEntry], until: datetime
) -> Iterator[tuple[int, str]]:
    """The entries that opened an incident."""
    for entry in entries:
        if entry.kind is EntryKind.INCIDENT_RECEIVED and entry.incident_id:
            for incident in readable(partial(_head, uow, entry.incident_id)):
                closed = incident.closed_at
                yield entry.seq, _CLOSED if closed is not None and closed <= until else _OPEN


def _of_matters(
    uow: UnitOfWork, entries: Sequence[LogEntry], until: datetime
) -> Iterator[tuple[int, str]]:
    """The entries of a matter, with the matter's state by its steps up to then."""
    states: dict[int, tuple[str, ...]] = {}
    for entry in entries:
        if entry.matter_id:
            if entry.matter_id not in states:
                read = partial(_state_of_matter, uow, entry.matter_id, until)
                states[entry.matter_id] = readable(read)
            yield from ((entry.seq, state) for state in states[entry.matter_id])


def _head(uow: UnitOfWork, incident_id: int) -> Iterator[Incident]:
    """An incident's own row."""
    yield uow.incidents.get(incident_id)


def _state_of_matter(uow: UnitOfWork, matter_id: int, until: datetime) -> Iterator[str]:
    """How a matter stood at an instant."""
    matter = uow.matters.get(matter_id)
    steps = tuple(step for step in matter.steps if step.at <= until)
    yield replace(matter, steps=steps).state.value


def _owed(uow: UnitOfWork, incident_id: int, until: datetime) -> tuple[Obligation, ...]:
    """What an incident owed at an instant."""
    return assessment_of(uow, uow.incidents.get(incident_id), until).obligations


def _receipt(report: Report, until: datetime) -> str:
    """Whether everybody it was sent to had confirmed; only numbered reports need receipts."""
    waiting = any(
        delivery.confirmed_at is None or delivery.confirmed_at > until
        for delivery in report.deliveries
        if delivery.sent_at <= until
    )
    return _UNCONFIRMED if waiting and report.type.numbered else _SENT


def _reports(uow: UnitOfWork, sent: Sequence[Report], until: datetime) -> Iterator[SentReport]:
    """What went out in the shift, each with by how much it missed what it answered."""
    owed: Mapping[int, tuple[Obligation, ...]] = {
        incident_id: readable(partial(_owed, uow, incident_id, until))
        for incident_id in dict.fromkeys(r.incident_id for r in sent if r.incident_id)
    }
    for report in sent:
        obligations = owed.get(report.incident_id, ()) if report.incident_id else ()
        yield SentReport(
            report.type.chinese_name, report.place.short_label, _late_by(report, obligations)
        )


def _late_by(report: Report, obligations: Iterable[Obligation]) -> timedelta | None:
    """The worst delay among the obligations that this report met."""
    delays = [
        obligation.late_seconds
        for obligation in obligations
        for event in report.events
        if obligation.late_seconds is not None
        and obligation.met_at == event.time
        and event.report in obligation.accepted
    ]
    return timedelta(seconds=max(delays)) if delays else None
