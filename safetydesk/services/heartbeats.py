"""Signs of life: the beat of each desk, the highest clock reading, and what other desks did."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.services.transaction import Transactions

CLOCK_SUSPECT = timedelta(seconds=60)
LOOK_BACK = 20


@dataclass(frozen=True)
class DeskBeat:
    """The last sign of life of a desk (aware, UTC) and the process that gave it."""

    desk: str
    beat_at: datetime
    process: int


@dataclass(frozen=True)
class DeskChange:
    """One allowed act of some desk, by its row in the audit trail."""

    id: int
    topic: str
    subject: str
    desk: str


class HeartbeatService:
    """Writes this desk's beat and reads those of all."""

    def __init__(self, transactions: Transactions, *, desk: str) -> None:
        self._transactions = transactions
        self._desk = desk or "-"
        self._line = transactions.database.beat_line

    @property
    def desk(self) -> str:
        """The name of this desk."""
        return self._desk

    @property
    def look_back(self) -> int:
        """How many numbers of the audit trail a slower desk may commit after later ones.

        0 where one writer comes after the other.
        """
        return 0 if self._transactions.database.engines.is_sqlite else LOOK_BACK

    def write(self, window_at: datetime | None = None) -> datetime:
        """Notes that this desk is alive. No audit row: a beat is no act of anybody.

        ``window_at``: when its window last turned; None where there is no window to wait for.

        Raises:
            StorageUnavailable: the beat was not kept.
        """
        now = self._transactions.clock.now()
        self._line.put(self._desk, now, os.getpid(), window_at or now)
        return now

    def all(self) -> list[DeskBeat]:
        """The last beat of every desk that ever ran on this database."""
        with self._transactions.read() as uow:
            return [DeskBeat(m.desk, m.beat_at, m.process) for m in uow.heartbeats.all()]

    def clock_behind(self) -> timedelta | None:
        """How far the clock lies behind the highest reading any desk has seen.

        None within a minute. Asked at start: a clock set back makes late reports look timely.
        """
        with self._transactions.read() as uow:
            highest = max((m.highest_at for m in uow.heartbeats.all()), default=None)
        now = self._transactions.clock.now()
        if highest is None or highest - now <= CLOCK_SUSPECT:
            return None
        return highest - now

    def last_change(self) -> int:
        """The number of the newest row of the audit trail."""
        return self._line.last_id()

    def changes_after(self, row_id: int) -> list[DeskChange]:
        """What any desk did after a row of the audit trail, this desk included."""
        return [DeskChange(*row) for row in self._line.written_after(row_id)]
