"""The load of alarms on the last shifts, read from the ledger."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.alarm_load import Presented, load_of, worst_sources
from safetydesk.services.views_alarm_load import AlarmLoadView, ShiftLoadView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from safetydesk.domain.alarm_state import Raised
    from safetydesk.domain.shift import Shift
    from safetydesk.services.transaction import Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

SHIFTS = 14
_THIS_INSTANT = timedelta(seconds=1)
"""What came up just now belongs to the open shift."""
_BEFORE = timedelta(days=7)
"""How much older than the oldest shift an alarm may be that still stands in it."""


class AlarmLoadService:
    """Counts; writes nothing."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def load(self) -> AlarmLoadView:
        """The last fourteen shifts and the ten worst sources in them."""
        with self._transactions.read() as uow:
            now = self._transactions.clock.now()
            shifts = _last_shifts(uow)
            if not shifts:
                return AlarmLoadView((), ())
            since = shifts[-1].opened_at
            presented = presentations(uow.reminders.raised_since(since - _BEFORE))
            settled: dict[str, list[datetime]] = defaultdict(list)
            for item, at in uow.reminders.settled_since(since - _BEFORE):
                settled[item].append(at)
        views = [
            ShiftLoadView(
                number=shift.number,
                start=shift.opened_at,
                end=shift.closed_at or now,
                is_open=shift.is_open,
                load=load_of(
                    presented, settled, shift.opened_at, shift.closed_at or now + _THIS_INSTANT
                ),
            )
            for shift in shifts
        ]
        recent = [one for one in presented if one.at >= since]
        return AlarmLoadView(tuple(views), tuple(worst_sources(recent)))


def presentations(rows: Iterable[Raised]) -> list[Presented]:
    """Rows of one item that were raised together are one presentation, at their gravest level."""
    gravest: dict[tuple[str, datetime], Presented] = {}
    for row in rows:
        new = row.occurrence
        made = Presented(new.item, new.kind, new.title, new.level, row.raised_at)
        known = gravest.get((new.item, row.raised_at))
        if known is None or made.level < known.level:
            gravest[new.item, row.raised_at] = made
    return sorted(gravest.values(), key=lambda one: one.at)


def _last_shifts(uow: UnitOfWork) -> list[Shift]:
    """The newest shift and those before it."""
    found: list[Shift] = []
    shift = uow.shifts.newest()
    while shift is not None and len(found) < SHIFTS:
        found.append(shift)
        shift = uow.shifts.before(shift.id)
    return found
