"""How incidents are looked up: one in full, those in hand, one by its printed number."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.errors import NotFound
from safetydesk.domain.reminder import DutyKind
from safetydesk.services.incident_case import case_of
from safetydesk.services.incident_reading import material_of, summary_of, view_of
from safetydesk.services.rule_editions import PackSource, periods_of
from safetydesk.services.set_apart import SetApart, readable
from safetydesk.services.told_once import ToldOnce
from safetydesk.services.views_incidents import InHand

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident import IncidentCase
    from safetydesk.domain.incident_record import Incident
    from safetydesk.services.transaction import Transactions
    from safetydesk.services.views_incidents import IncidentSummary, IncidentView
    from safetydesk.storage.unit_of_work import UnitOfWork

_log = logging.getLogger("safetydesk.incidents")


class IncidentRegister:
    """Reads incidents; what is derived is derived for the instant asked for."""

    def __init__(self, transactions: Transactions, packs: PackSource = periods_of) -> None:
        self._transactions = transactions
        self._packs = packs
        self._told = ToldOnce(_log)

    def view(self, incident_id: int, now: datetime | None = None) -> IncidentView:
        """Everything about an incident, as known at an instant (now).

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            return view_of(uow, uow.incidents.get(incident_id), self._at(now), self._packs)

    def case(self, incident_id: int, now: datetime | None = None) -> IncidentCase:
        """The incident as the case of the contract.

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            return case_of(uow, uow.incidents.get(incident_id), self._at(now))

    def all(self, *, only_open: bool, now: datetime | None = None) -> list[IncidentSummary]:
        """Open ones before closed ones, those with something overdue first, then the newest.

        One that no rule can read is left out.
        """
        at = self._at(now)
        with self._transactions.read() as uow:
            found = [
                summary
                for incident in uow.incidents.all(only_open=only_open)
                for summary in readable(partial(self._summaries, uow, incident, at))
            ]
        return sorted(found, key=lambda item: (item.closed_at is not None, not item.overdue))

    def open_incidents(self, now: datetime | None = None) -> list[IncidentSummary]:
        """The incidents in hand that can be read, those with something overdue first."""
        return list(self.in_hand(now).readable)

    def in_hand(self, now: datetime | None = None) -> InHand:
        """The incidents in hand; of one that no rule can read, the alarm list says so too."""
        at = self._at(now)
        found: list[IncidentSummary] = []
        unreadable: list[str] = []
        with self._transactions.read() as uow, self._told.reading() as troubles:
            apart = SetApart(uow, at, troubles)
            for incident in uow.incidents.all(only_open=True):
                read = partial(self._summaries, uow, incident, at)
                summaries = apart.one(DutyKind.REPORT, incident.id, incident.number, read)
                found += summaries
                unreadable += [] if summaries else [incident.title]
        found.sort(key=lambda item: not item.overdue)
        return InHand(tuple(found), tuple(unreadable))

    def numbered(self, number: str) -> Incident:
        """The incident of a printed number (2025-018).

        Raises:
            NotFound: there is none, or it is no such number.
        """
        year, _, serial = number.partition("-")
        if year.isdecimal() and serial.isdecimal():
            with self._transactions.read() as uow:
                found = uow.incidents.numbered(int(year), int(serial))
            if found is not None:
                return found
        raise NotFound("incident.no_such_number", number=number)

    def _summaries(
        self, uow: UnitOfWork, incident: Incident, now: datetime
    ) -> tuple[IncidentSummary]:
        """The summary of one incident."""
        return (summary_of(material_of(uow, incident, now, self._packs)),)

    def _at(self, now: datetime | None) -> datetime:
        return now or self._transactions.clock.now()
