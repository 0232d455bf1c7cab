"""Knows how the lines of a shift are read for the screen, with what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.errors import NotFound
from safetydesk.domain.log import LogEntry, LogLine, lines_of
from safetydesk.domain.shift import OUTSIDE_SHIFTS, Shift, planned_shift
from safetydesk.services.corrected_text import segments_of
from safetydesk.services.shift_log_sheet import STRUCK, USUAL_STATES
from safetydesk.services.shift_work_reading import work_of
from safetydesk.services.shifts import shift_view
from safetydesk.services.views_log import LogSheet, SheetLine

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.storage.unit_of_work import UnitOfWork

CLOSED_STATES = frozenset({"", "办结", "已报", "已记", STRUCK})
"""Words of the state column after which nothing is to be done for the line."""


def last_shift(uow: UnitOfWork) -> Shift | None:
    """The open shift; else the last one, unless something was written after it."""
    newest = uow.shifts.current() or uow.shifts.newest()
    if newest is not None and newest.is_open:
        return newest
    outside = uow.log.of_shift(OUTSIDE_SHIFTS)
    if outside and (newest is None or outside[-1].seq > (newest.last_seq or 0)):
        return shift_or_outside(uow, OUTSIDE_SHIFTS)
    return newest


def shift_or_outside(uow: UnitOfWork, shift_id: int) -> Shift:
    """A shift, or the days of the entries that belong to none, in the form of one.

    Raises:
        NotFound: there is no such shift, or no such entry.
    """
    if shift_id != OUTSIDE_SHIFTS:
        return uow.shifts.get(shift_id)
    entries = uow.log.of_shift(OUTSIDE_SHIFTS)
    if not entries:
        raise NotFound("shift.unknown", id=shift_id)
    office = uow.office.facts()
    times = [entry.event_at for entry in entries]
    first, last = (
        planned_shift(at, office.turnover_time, office.zoneinfo) for at in (min(times), max(times))
    )
    return Shift(
        id=OUTSIDE_SHIFTS,
        number="",
        planned_from=first.start,
        planned_to=last.end,
        opened_at=first.start,
        closed_at=None,
        weather="",
        first_seq=entries[0].seq,
        last_seq=entries[-1].seq,
        sealed_hash="",
        closed_without_handover="",
        version=1,
    )


def read_sheet(uow: UnitOfWork, shift: Shift, now: datetime) -> LogSheet:
    """A shift's sheet as it stands now; once the shift is closed, as it stood then."""
    entries = uow.log.of_shift(shift.id)
    seqs = [entry.seq for entry in entries]
    states = work_of(uow, shift, now, ()).states
    called = uow.calls.entries_with_record(seqs)
    numbers = _incident_numbers(uow, entries)
    lines = [
        _sheet_line(line, states, called, numbers)
        for line in lines_of(entries, uow.log.links_to(seqs))
    ]
    lines.sort(key=lambda made: (made.line.entry.event_at, made.line.entry.seq))
    before, after = uow.shifts.before(shift.id), uow.shifts.after(shift.id)
    first = before is None and shift.id != OUTSIDE_SHIFTS
    outside = first and bool(uow.log.of_shift(OUTSIDE_SHIFTS))
    return LogSheet(
        shift=shift_view(uow, shift),
        lines=tuple(lines),
        open_items=sum(made.state not in CLOSED_STATES for made in lines),
        previous_id=before.id if before else OUTSIDE_SHIFTS if outside else None,
        following_id=after.id if after else None,
    )


def _sheet_line(
    line: LogLine,
    states: Mapping[int, str],
    called: frozenset[int],
    numbers: Mapping[int, str],
) -> SheetLine:
    entry = line.entry
    known = replace(
        line,
        call_id=entry.seq if entry.seq in called else None,
        incident_number=numbers.get(entry.incident_id or 0, ""),
    )
    state = STRUCK if line.is_struck else states.get(entry.seq, USUAL_STATES.get(entry.kind, ""))
    words: Sequence[str] = [entry.text, *(later.text for later in line.corrections)]
    return SheetLine(known, segments_of(words), state)


def _incident_numbers(uow: UnitOfWork, entries: Iterable[LogEntry]) -> dict[int, str]:
    """The numbers of the incidents that the entries belong to."""
    wanted = dict.fromkeys(entry.incident_id for entry in entries if entry.incident_id)
    return {incident_id: uow.incidents.get(incident_id).number for incident_id in wanted}
