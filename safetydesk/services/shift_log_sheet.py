"""Knows how a shift's entries, people and handover become the printed shift log (值班日志)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.log import EntryKind, LogEntry, LogLine, lines_of
from safetydesk.domain.seal import short_code
from safetydesk.services.corrected_text import segments_of
from safetydesk.services.sheet_people import (
    arrivals,
    first_arrival,
    of_post,
    print_mark,
    sheet_number,
    signatures,
)
from safetydesk.services.sheets import (
    Correction,
    LateMark,
    LogRow,
    SealMark,
    SegmentMark,
    ShiftLogSheet,
)
from safetydesk.services.shift_log_foot import foot_of
from safetydesk.services.shifts import shift_view

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.access import Actor
    from safetydesk.domain.shift import Shift
    from safetydesk.services.shift_work import ShiftWork
    from safetydesk.storage.unit_of_work import UnitOfWork

STRUCK = "划除"
USUAL_STATES: Mapping[EntryKind, str] = {
    EntryKind.REPORTING: "已报",
    EntryKind.NIL_REPORT: "已报",
    EntryKind.SITE_FEEDBACK: "已记",
}
"""The state of an entry of which nothing else is known; others show a dash."""


def build(
    uow: UnitOfWork, shift_id: int, printed_by: Actor, now: datetime, work: ShiftWork
) -> ShiftLogSheet:
    """The sheet of one shift, sealed or (while the shift runs) a draft.

    ``work`` says how things stood at the end of the shift. Machine lines are left out and counted.

    Raises:
        NotFound: there is no such shift.
    """
    shift = uow.shifts.get(shift_id)
    view = shift_view(uow, shift)
    office = uow.office.facts()
    zone = office.zoneinfo
    entries = uow.log.of_shift(shift_id)
    lines = lines_of(entries, uow.log.links_to([entry.seq for entry in entries]))
    handover = uow.handovers.finished(shift_id) or uow.handovers.running(shift_id)
    leaders = of_post(view.people, "leader")
    return ShiftLogSheet(
        office=office.desk_name,
        number=sheet_number(shift.number),
        day=shift.planned_from.astimezone(zone).date(),
        zone=zone,
        shift_from=shift.planned_from,
        shift_to=shift.planned_to,
        printed=print_mark(printed_by, now),
        weather=shift.weather,
        leader="、".join(person.name for person in leaders),
        leader_title=leaders[0].title if len(leaders) == 1 else "",
        primary=first_arrival(of_post(view.people, "primary")),
        deputies=arrivals(of_post(view.people, "deputy")),
        rows=tuple(_rows(lines, work.states, zone)),
        summary=foot_of(lines, work, handover.content if handover else None),
        signatures=signatures(uow, handover),
        seal=_seal(shift, entries),
    )


def _rows(lines: Sequence[LogLine], states: Mapping[int, str], zone: ZoneInfo) -> Iterator[LogRow]:
    """The lines of people by the time of the event; a late entry stands where it belongs."""
    for line in sorted(lines, key=lambda line: (line.entry.event_at, line.entry.seq)):
        if line.number is not None:
            yield _row(line, line.number, states, zone)


def _row(line: LogLine, number: int, states: Mapping[int, str], zone: ZoneInfo) -> LogRow:
    entry = line.entry
    row = LogRow(
        number=number,
        at=entry.event_at,
        kind=entry.kind,
        content=segments_of([entry.text, *(later.text for later in line.corrections)]),
        handling=line.handling,
        state=line.matter_state or states.get(entry.seq, USUAL_STATES.get(entry.kind, "")),
        recorder=entry.author_name,
        corrections=tuple(Correction(e.author_name, e.entered_at) for e in line.corrections),
        late=LateMark(entry.entered_at, entry.delay) if entry.is_late else None,
    )
    return row if line.strike is None else _struck(row, line.strike, zone)


def _struck(row: LogRow, strike: LogEntry, zone: ZoneInfo) -> LogRow:
    """The row with every word struck, and why, by whom and when."""
    at, day = strike.entered_at.astimezone(zone), row.at.astimezone(zone).date()
    when = f"{at:%H:%M}" if at.date() == day else f"{at.day}日 {at:%H:%M}"
    reason = f"{STRUCK}：{strike.text.rstrip('。')}。{strike.author_name} {when}"
    return replace(
        row,
        content=tuple(replace(part, mark=SegmentMark.STRUCK) for part in row.content),
        handling="；".join(part for part in (row.handling, reason) if part),
        state=STRUCK,
    )


def _seal(shift: Shift, entries: Sequence[LogEntry]) -> SealMark | None:
    """The seal noted when the shift was closed; an open shift has none."""
    if not shift.sealed_hash:
        return None
    return SealMark(
        code=short_code(shift.sealed_hash),
        first_seq=min((entry.seq for entry in entries), default=None),
        last_seq=max((entry.seq for entry in entries), default=None),
        unprinted=sum(entry.machine for entry in entries),
    )
