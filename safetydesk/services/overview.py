"""The desk at a glance: incidents in hand, matters due, people, what comes next, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.log import EntryKind, lines_of
from safetydesk.services.duty import on_duty_at
from safetydesk.services.warning_reading import views_in_force

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.log import LogLine
    from safetydesk.services.incidents import IncidentService
    from safetydesk.services.matters import MatterService
    from safetydesk.services.transaction import Transactions
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.services.views_matters import MatterView
    from safetydesk.services.views_warnings import WarningView
    from safetydesk.storage.unit_of_work import UnitOfWork

RECENT = 12
NEXT_SHIFTS = 3
_CALLED_IN = frozenset({EntryKind.INCOMING_CALL, EntryKind.INCIDENT_RECEIVED})
COUNTED: tuple[tuple[str, frozenset[EntryKind]], ...] = (
    ("来电", _CALLED_IN),
    ("去电", frozenset({EntryKind.OUTGOING_CALL})),
    ("报送（含零报告）", frozenset({EntryKind.REPORTING, EntryKind.NIL_REPORT})),
    ("查岗", frozenset({EntryKind.DUTY_CHECK})),
    ("叫应", frozenset({EntryKind.CALL_AND_ACKNOWLEDGE})),
)
"""What the counts of a shift are called, and which kinds of entry they count."""


@dataclass(frozen=True)
class NextShift:
    """Who comes after this shift; names by post."""

    starts_at: datetime
    leader: str
    officers: tuple[str, ...]


@dataclass(frozen=True)
class ShiftCount:
    """One count, of the shift before and of this one."""

    label: str
    before: int
    now: int


@dataclass(frozen=True)
class Overview:
    """Everything the desk page shows, read in one go."""

    now: datetime
    shift_from: datetime | None
    shift_to: datetime | None
    incidents: tuple[IncidentView, ...]
    matters: tuple[MatterView, ...]
    recent: tuple[LogLine, ...]
    entries: int
    on_duty: tuple[OnDutyView, ...]
    next_shifts: tuple[NextShift, ...]
    counts: tuple[ShiftCount, ...]
    warnings: tuple[WarningView, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Titles of incidents in hand that no rule can read: their terms are kept by hand."""


class OverviewService:
    """Reads the desk page."""

    def __init__(
        self, transactions: Transactions, incidents: IncidentService, matters: MatterService
    ) -> None:
        self._transactions = transactions
        self._incidents = incidents
        self._matters = matters

    def overview(self) -> Overview:
        """The desk as it stands now."""
        now = self._transactions.clock.now()
        in_hand = self._incidents.in_hand(now)
        incidents = tuple(self._incidents.view(item.id, now) for item in in_hand.readable)
        matters = tuple(self._matters.open_matters(now))
        with self._transactions.read() as uow:
            shift = uow.shifts.current()
            lines = _lines(uow, shift.id if shift else None)
            before = uow.shifts.before(shift.id) if shift else None
            earlier = _lines(uow, before.id if before else None)
            written = [line for line in lines if line.number is not None]
            return Overview(
                now=now,
                shift_from=shift.planned_from if shift else None,
                shift_to=shift.planned_to if shift else None,
                incidents=incidents,
                matters=matters,
                recent=tuple(reversed(written[-RECENT:])),
                entries=len(written),
                on_duty=tuple(on_duty_at(uow, whole_minute(now))),
                next_shifts=tuple(_next_shifts(uow, shift.planned_to if shift else now)),
                counts=tuple(_counts(earlier, lines)),
                warnings=views_in_force(uow, now),
                unreadable=in_hand.unreadable,
            )


def _lines(uow: UnitOfWork, shift_id: int | None) -> list[LogLine]:
    """A shift's lines; none without a shift."""
    if shift_id is None:
        return []
    entries = uow.log.of_shift(shift_id)
    return lines_of(entries, uow.log.links_to([entry.seq for entry in entries]))


def _next_shifts(uow: UnitOfWork, first: datetime) -> list[NextShift]:
    """Who is planned for the shifts to come."""
    made: list[NextShift] = []
    for number in range(NEXT_SHIFTS):
        start = first + timedelta(days=number)
        people = on_duty_at(uow, start)
        leaders = [view.name for view in people if view.post == "leader"]
        officers = tuple(view.name for view in people if view.post in {"primary", "deputy"})
        made.append(NextShift(start, "、".join(leaders), officers))
    return made


def _counts(before: list[LogLine], now: list[LogLine]) -> list[ShiftCount]:
    """The counts of both shifts."""
    return [ShiftCount(label, _of(before, kinds), _of(now, kinds)) for label, kinds in COUNTED]


def _of(lines: list[LogLine], kinds: frozenset[EntryKind]) -> int:
    """How many lines of some kinds people wrote and nobody struck."""
    return sum(
        line.entry.kind in kinds and line.number is not None and not line.is_struck
        for line in lines
    )
