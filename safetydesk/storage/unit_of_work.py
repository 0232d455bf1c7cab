"""One transaction with the stores of every area; it rolls back unless it is committed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from sqlalchemy.orm import Session

from safetydesk.storage.duty_stores import DutyStores
from safetydesk.storage.failures import translated
from safetydesk.storage.stores.audit import AuditStore
from safetydesk.storage.stores.calls import CallStore
from safetydesk.storage.stores.contacts import ContactStore
from safetydesk.storage.stores.escalation import EscalationStore
from safetydesk.storage.stores.handovers import HandoverStore
from safetydesk.storage.stores.incidents import IncidentStore
from safetydesk.storage.stores.log import LogStore
from safetydesk.storage.stores.matters import MatterStore
from safetydesk.storage.stores.notes import NoteStore
from safetydesk.storage.stores.notices import NoticeStore
from safetydesk.storage.stores.office import OfficeStore, PeopleStore
from safetydesk.storage.stores.reminders import HeartbeatStore, ReminderStore
from safetydesk.storage.stores.reports import ReportStore
from safetydesk.storage.stores.shifts import ShiftStore
from safetydesk.storage.written_text import guard_text

if TYPE_CHECKING:
    from types import TracebackType

    from sqlalchemy import Engine


class UnitOfWork(DutyStores):
    """A session on one thread for one use case.

    Stores are made when first asked for. ``commit`` is the only way to keep anything; leaving the
    block without it rolls back. Rows never leave the stores. A unit that only ``reads`` keeps the
    answers of its snapshot.
    """

    def __init__(self, engine: Engine, *, reads: bool = False) -> None:
        super().__init__(Session(engine, expire_on_commit=False), reads=reads)
        guard_text(self.session)

    def __enter__(self) -> Self:
        """The unit itself; the transaction begins with the first statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Rolls back what was not committed and gives the connection back."""
        self.session.close()

    def commit(self) -> None:
        """Keeps everything, durably.

        Raises:
            StorageUnavailable, StaleVersion: nothing was kept.
        """
        with translated():
            self.session.commit()

    @cached_property
    def office(self) -> OfficeStore:
        """The office's own facts, posts and calendar."""
        return OfficeStore(self.session)

    @cached_property
    def people(self) -> PeopleStore:
        """The people of the office."""
        return PeopleStore(self.session)

    @cached_property
    def audit(self) -> AuditStore:
        """The audit trail."""
        return AuditStore(self.session)

    @cached_property
    def shifts(self) -> ShiftStore:
        """Shifts as served."""
        return ShiftStore(self.session)

    @cached_property
    def log(self) -> LogStore:
        """The duty log."""
        return LogStore(self.session)

    @cached_property
    def contacts(self) -> ContactStore:
        """The contact directory."""
        return ContactStore(self.session)

    @cached_property
    def handovers(self) -> HandoverStore:
        """Handovers, their items and objections."""
        return HandoverStore(self.session)

    @cached_property
    def reminders(self) -> ReminderStore:
        """The reminder ledger and its journal."""
        return ReminderStore(self.session)

    @cached_property
    def escalations(self) -> EscalationStore:
        """The escalation policy and the running chains."""
        return EscalationStore(self.session)

    @cached_property
    def notices(self) -> NoticeStore:
        """The ways out of the house and every sending."""
        return NoticeStore(self.session)

    @cached_property
    def notes(self) -> NoteStore:
        """The desk's own notes and routines."""
        return NoteStore(self.session)

    @cached_property
    def heartbeats(self) -> HeartbeatStore:
        """The signs of life of the desks."""
        return HeartbeatStore(self.session)

    @cached_property
    def incidents(self) -> IncidentStore:
        """Incidents, their events and facts."""
        return IncidentStore(self.session)

    @cached_property
    def reports(self) -> ReportStore:
        """Reports and their deliveries."""
        return ReportStore(self.session)

    @cached_property
    def matters(self) -> MatterStore:
        """Matters and their steps."""
        return MatterStore(self.session)

    @cached_property
    def calls(self) -> CallStore:
        """Telephone records."""
        return CallStore(self.session)
