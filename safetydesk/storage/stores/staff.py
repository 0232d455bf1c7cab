"""Queries of staff facts, absences, and the office's settings of the rules about rosters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select, true

from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.domain.roster_findings import Level, Rule, RuleSetting
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.contacts import ContactPhoneRow
from safetydesk.storage.tables.duty import (
    DutyChangeRow,
    PresenceRow,
    RosterRow,
    RosterShiftRow,
)
from safetydesk.storage.tables.rosters import DutyRuleRow, RotationRow
from safetydesk.storage.tables.staff import AbsenceRow, FindingRuleRow, StaffFactRow
from safetydesk.storage.tables.swaps import SwapRow, SwapStepRow

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute, Session


@dataclass(frozen=True)
class StoredFacts:
    """The facts of one person; ``version`` 0 where nothing was entered yet."""

    person_id: int
    identity: str = ""
    joined_on: date | None = None
    left_on: date | None = None
    trained_on: date | None = None
    due_on: date | None = None
    child_born_on: date | None = None
    avoids_nights: bool = False
    pair_id: int | None = None
    mentor_id: int | None = None
    phone_verified_on: date | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True)
class StoredAbsence:
    """An absence in force."""

    id: int
    person_id: int
    kind: str
    start_at: datetime
    end_at: datetime
    reason: str
    place: str
    filed_with: str
    filed_at: datetime | None
    stand_in_id: int | None
    entered_at: datetime
    entered_by: int | None
    version: int


@dataclass(frozen=True)
class PhoneState:
    """What the directory knows of a number."""

    number: str
    failed: bool
    verified_on: date | None


class StaffStore:
    """The only way to what the rules know of people."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def facts(self, person_id: int) -> StoredFacts:
        """The facts of a person; empty ones where nothing was entered."""
        row = self._session.get(StaffFactRow, person_id)
        return value_of(StoredFacts, row) if row is not None else StoredFacts(person_id)

    def all_facts(self) -> dict[int, StoredFacts]:
        """The facts of everybody of whom something was entered, by person."""
        rows = self._session.scalars(select(StaffFactRow))
        return {row.person_id: value_of(StoredFacts, row) for row in rows}

    def put_facts(self, person_id: int, version: int, values: dict[str, Any]) -> None:
        """Writes the facts of a person who is still as the editor saw her or him.

        Raises:
            StaleVersion: somebody else saved first.
        """
        row = self._session.get(StaffFactRow, person_id)
        if (row.version if row is not None else 0) != version:
            raise StaleVersion("staff.stale", id=person_id)
        if row is None:
            self._session.add(StaffFactRow(person_id=person_id, version=1, **values))
        else:
            for name, value in values.items():
                setattr(row, name, value)
        self._session.flush()

    def add_absence(self, values: dict[str, Any]) -> int:
        """A new absence; returns its id."""
        row = AbsenceRow(version=1, withdrawn_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def change_absence(self, absence_id: int, values: dict[str, Any]) -> StoredAbsence:
        """Changes an absence in force; returns it as it was.

        Raises:
            NotFound: no such absence, or withdrawn already.
        """
        row = self._session.get(AbsenceRow, absence_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("staff.no_absence", id=absence_id)
        before = value_of(StoredAbsence, row)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()
        return before

    def absences(
        self, start: datetime, end: datetime, person_id: int | None = None
    ) -> list[StoredAbsence]:
        """Absences in force that meet ``[start, end)``, of one person or of all, by beginning."""
        query = select(AbsenceRow).where(
            AbsenceRow.withdrawn_at.is_(None),
            AbsenceRow.start_at < end,
            AbsenceRow.end_at > start,
        )
        if person_id is not None:
            query = query.where(AbsenceRow.person_id == person_id)
        rows = self._session.scalars(query.order_by(AbsenceRow.start_at, AbsenceRow.id))
        return [value_of(StoredAbsence, row) for row in rows]

    def engaged(self, person_ids: Collection[int]) -> set[int]:
        """Those of some people whom anything in force names: a roster, a change, a swap, presence.

        Recurring duties and rotations count too, and so do absences.
        """
        ids = list(person_ids)
        in_force = RosterShiftRow.roster_id.in_(
            select(RosterRow.id).where(RosterRow.withdrawn_at.is_(None))
        )
        columns: tuple[tuple[InstrumentedAttribute[Any], ColumnElement[bool]], ...] = (
            (RosterShiftRow.person_id, in_force),
            (DutyChangeRow.person_id, DutyChangeRow.withdrawn_at.is_(None)),
            (DutyChangeRow.by_id, DutyChangeRow.withdrawn_at.is_(None)),
            (DutyRuleRow.person_id, DutyRuleRow.withdrawn_at.is_(None)),
            (AbsenceRow.person_id, AbsenceRow.withdrawn_at.is_(None)),
            (PresenceRow.person_id, true()),
            (SwapRow.owner_id, true()),
            (SwapStepRow.taker_id, true()),
        )
        found = {
            person
            for column, holds in columns
            for person in self._session.scalars(select(column).where(column.in_(ids), holds))
            if person is not None
        }
        groups = self._session.scalars(
            select(RotationRow.members).where(RotationRow.withdrawn_at.is_(None))
        )
        turning = {int(one) for members in groups for group in members for one in group}
        return found | turning.intersection(ids)

    def phone_states(self, numbers: Collection[str]) -> list[PhoneState]:
        """What the directory knows of some numbers."""
        rows = self._session.scalars(
            select(ContactPhoneRow).where(ContactPhoneRow.number.in_(numbers))
        )
        return [value_of(PhoneState, row) for row in rows]

    def rule_settings(self) -> dict[Rule, RuleSetting]:
        """The rules that the office set otherwise than they are shipped."""
        rows = self._session.scalars(select(FindingRuleRow))
        return {Rule(row.rule): RuleSetting(Level(row.level), row.number) for row in rows}

    def put_rule_setting(self, rule: Rule, setting: RuleSetting) -> None:
        """Sets one rule."""
        row = self._session.get(FindingRuleRow, rule.value)
        if row is None:
            row = FindingRuleRow(rule=rule.value, version=1)
            self._session.add(row)
        row.level, row.number = setting.level.value, setting.number
        self._session.flush()
