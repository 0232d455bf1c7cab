"""An office with a year of log in a folder of its own, for measuring what grows with the log."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.app.opening import open_database
from safetydesk.app.set_up import found_in
from safetydesk.domain.access import Permission, system
from safetydesk.domain.founding import Founding
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.log_writing import append_entry
from safetydesk.services.shifts import open_shift
from safetydesk.services.transaction import Transactions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetydesk.app.paths import Paths

ENTRIES_A_SHIFT = 91
DAYS = 365
DESK = "第一席"
OFFICE = Founding(
    name="云川区应急管理局",
    short_name="区应急局",
    district="云川区",
    level="county",
    duty_phone="0000-5550101",
    masthead="云川区应急管理局值班信息",
    number="S01",
    person="王伟",
    mobile="19900000011",
    pin="135790",
    pin_again="135790",
    packs=("shandong",),
)
_DAY = timedelta(days=1)
_KINDS = (EntryKind.INCOMING_CALL, EntryKind.OUTGOING_CALL, EntryKind.SITE_FEEDBACK)
_WORDS = "区消防大队值班员来电：和平路第 {number} 次巡查无异常，已转带班领导阅知，并告街道值班室"


@dataclass
class _Calendar:
    """A clock that stands where it is put."""

    instant: datetime

    def now(self) -> datetime:
        """The instant."""
        return self.instant

    def monotonic(self) -> float:
        """Seconds of the instant."""
        return self.instant.timestamp()


def write_year(paths: Paths, days: int = DAYS) -> int:
    """Founds the office and writes a shift a day up to now; how many entries there are."""
    paths.create()
    now = datetime.now(UTC)
    clock = _Calendar(now - days * _DAY)
    found_in(paths, clock, OFFICE)
    with _transactions(paths, clock) as transactions:
        for day in range(days):
            clock.instant = now - (days - day) * _DAY
            _write_shift(transactions, first=day == 0)
    return days * ENTRIES_A_SHIFT


@contextmanager
def _transactions(paths: Paths, clock: _Calendar) -> Iterator[Transactions]:
    database = open_database(paths)
    try:
        yield Transactions(database, clock)
    finally:
        database.close()


def _write_shift(transactions: Transactions, *, first: bool) -> None:
    """One shift with its entries, in one transaction so that a year takes seconds."""
    with transactions.act(system(DESK), Permission.LOG_APPEND) as act:
        current = act.uow.shifts.current()
        if not first and current is not None:
            act.uow.shifts.change(current.id, closed_at=act.now)
            span = type(current.planned)(current.planned_to, current.planned_to + _DAY)
            open_shift(act, span, act.now)
        for number in range(ENTRIES_A_SHIFT):
            kind = _KINDS[number % len(_KINDS)]
            append_entry(act, EntryDraft(kind, _WORDS.format(number=number), act.now))
