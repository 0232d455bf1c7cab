"""The composition root: the only place that builds services and adapters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.services.contacts import ContactService
from safetydesk.services.duty import DutyService
from safetydesk.services.log import LogService
from safetydesk.services.people import PeopleService
from safetydesk.services.printing import PrintService
from safetydesk.services.shifts import ShiftService
from safetydesk.services.transaction import Transactions

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.storage.database import Database

DESK_NAME = "第一席"


@dataclass(frozen=True)
class Desk:
    """Everything one desk works with. Pages get the services they use, never the whole desk."""

    clock: Clock
    database: Database
    transactions: Transactions
    people: PeopleService
    log: LogService
    duty: DutyService
    shifts: ShiftService
    prints: PrintService
    contacts: ContactService

    def office(self) -> OfficeFacts:
        """Whose desk this is, as it stands now."""
        with self.transactions.read() as uow:
            return uow.office.facts()


def build(database: Database, clock: Clock, *, desk_name: str = DESK_NAME) -> Desk:
    """A desk over an open, migrated database; every dependency can be replaced."""
    transactions = Transactions(database, clock)
    return Desk(
        clock=clock,
        database=database,
        transactions=transactions,
        people=PeopleService(transactions, desk=desk_name),
        log=LogService(transactions),
        duty=DutyService(transactions),
        shifts=ShiftService(transactions),
        prints=PrintService(transactions),
        contacts=ContactService(transactions),
    )
