"""Queries of the office's own facts, posts, calendar and people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from safetydesk.domain.access import Role
from safetydesk.domain.errors import NotFound, RuleViolation, StaleVersion
from safetydesk.domain.people import OfficeFacts, Person, PinState, Post
from safetydesk.storage.mapping import value_of
from safetydesk.storage.snapshot import asked_once
from safetydesk.storage.tables.office import (
    KeyPeriodRow,
    OfficeRow,
    PersonRow,
    PostRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_OFFICE_ID = 1


class OfficeStore:
    """The office row, its posts, its calendar."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @asked_once
    def facts(self) -> OfficeFacts:
        """Whose desk this is.

        Raises:
            NotFound: the database has no office yet.
        """
        row = self._session.get(OfficeRow, _OFFICE_ID)
        if row is None:
            raise NotFound("office.missing")
        return value_of(OfficeFacts, row, posts=tuple(self.posts()))

    def exists(self) -> bool:
        """Whether an office has been set up."""
        return self._session.get(OfficeRow, _OFFICE_ID) is not None

    def create(self, values: dict[str, Any], posts: Iterable[Post]) -> None:
        """Sets up the office in a new database."""
        self._session.add(OfficeRow(id=_OFFICE_ID, version=1, **values))
        self._session.execute(
            insert(PostRow),
            [
                {"id": p.id, "label": p.label, "minimum": p.minimum, "position": i}
                for i, p in enumerate(posts)
            ],
        )
        self._session.flush()

    def use_packs(self, packs: Iterable[str]) -> None:
        """The rule packs of incidents that are opened from now on."""
        row = self._session.get(OfficeRow, _OFFICE_ID)
        if row is None:
            raise NotFound("office.missing")
        row.packs = list(packs)
        self._session.flush()

    def put_place(self, level: str, district: str) -> None:
        """Another level or region; incidents keep the level they were opened at.

        Raises:
            NotFound: the database has no office yet.
        """
        row = self._session.get(OfficeRow, _OFFICE_ID)
        if row is None:
            raise NotFound("office.missing")
        row.level, row.district = level, district
        self._session.flush()

    def put_verify_days(self, days: int) -> None:
        """For how many days a verified telephone number counts as verified.

        Raises:
            NotFound: the database has no office yet.
        """
        row = self._session.get(OfficeRow, _OFFICE_ID)
        if row is None:
            raise NotFound("office.missing")
        row.verify_days = days
        self._session.flush()

    def posts(self) -> list[Post]:
        """The posts in the order in which they are printed."""
        return [
            value_of(Post, row)
            for row in self._session.scalars(select(PostRow).order_by(PostRow.position))
        ]

    def put_key_period(self, name: str, start: datetime, end: datetime, report_by: str) -> None:
        """Adds a key period (重点时段)."""
        self._session.execute(
            insert(KeyPeriodRow).values(name=name, start_at=start, end_at=end, report_by=report_by)
        )

    def reporting_periods(
        self, start: datetime, end: datetime
    ) -> list[tuple[int, str, datetime, datetime, str]]:
        """(number, name, start, end, own terms of reports) of the key periods of a time."""
        rows = self._session.scalars(
            select(KeyPeriodRow)
            .where(KeyPeriodRow.start_at < end, KeyPeriodRow.end_at > start)
            .order_by(KeyPeriodRow.start_at)
        )
        return [(row.id, row.name, row.start_at, row.end_at, row.report_by) for row in rows]

    def key_periods_since(self, since: datetime) -> list[tuple[int, str, datetime, datetime, str]]:
        """(id, name, start, end, report by) of the key periods that end after an instant."""
        rows = self._session.scalars(
            select(KeyPeriodRow)
            .where(KeyPeriodRow.end_at > since)
            .order_by(KeyPeriodRow.start_at, KeyPeriodRow.id)
        )
        return [(row.id, row.name, row.start_at, row.end_at, row.report_by) for row in rows]

    def end_key_period(self, period_id: int, at: datetime) -> str:
        """Ends a key period, or removes one that has not begun; returns its name.

        Raises:
            NotFound: no such period.
            RuleViolation: it is over.
        """
        row = self._session.get(KeyPeriodRow, period_id)
        if row is None:
            raise NotFound("calendar.no_period", id=period_id)
        if row.end_at <= at:
            raise RuleViolation("calendar.period_over", name=row.name)
        if row.start_at >= at:
            self._session.delete(row)
        else:
            row.end_at = at
        self._session.flush()
        return row.name

    @asked_once
    def key_periods(self, start: datetime, end: datetime) -> list[tuple[str, datetime, datetime]]:
        """(name, start, end) of the key periods that meet ``[start, end)``."""
        rows = self._session.scalars(
            select(KeyPeriodRow)
            .where(KeyPeriodRow.start_at < end, KeyPeriodRow.end_at > start)
            .order_by(KeyPeriodRow.start_at)
        )
        return [(row.name, row.start_at, row.end_at) for row in rows]


class PeopleStore:
    """The people of the office and the state of their PINs."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any]) -> int:
        """A new person; returns the row's id."""
        row = PersonRow(version=1, pin_failures=0, pin_locked_until=None, active=True, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    @asked_once
    def all(self, *, active: bool = True) -> list[Person]:
        """The people, by their number."""
        query = select(PersonRow).order_by(PersonRow.number)
        if active:
            query = query.where(PersonRow.active)
        return [_person(row) for row in self._session.scalars(query)]

    def get(self, person_id: int) -> Person:
        """The person of an id.

        Raises:
            NotFound: nobody has it.
        """
        row = self._session.get(PersonRow, person_id)
        if row is None:
            raise NotFound("people.unknown", id=person_id)
        return _person(row)

    def named(self, name: str) -> list[Person]:
        """Everybody of that exact name."""
        rows = self._session.scalars(select(PersonRow).where(PersonRow.name == name))
        return [_person(row) for row in rows]

    def has_number(self, number: str) -> bool:
        """Whether anybody, active or not, has the number."""
        query = select(PersonRow.id).where(PersonRow.number == number)
        return self._session.scalar(query) is not None

    def pin_state(self, person_id: int, *, lock: bool = False) -> PinState:
        """What signing in needs to know; ``lock`` keeps other tries away until the end.

        Raises:
            NotFound: nobody has the id.
        """
        row = self._session.get(PersonRow, person_id, with_for_update=lock or None)
        if row is None:
            raise NotFound("people.unknown", id=person_id)
        return PinState(row.id, row.pin_hash, row.pin_failures, row.pin_locked_until, row.active)

    def put_pin(self, person_id: int, pin_hash: str) -> None:
        """Sets a new PIN and forgets failures."""
        self._session.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id)
            .values(pin_hash=pin_hash, pin_failures=0, pin_locked_until=None)
        )

    def put_pin_failures(self, person_id: int, failures: int, until: datetime | None) -> None:
        """Notes failed tries; not an edit of the person, so the version stays."""
        self._session.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id)
            .values(pin_failures=failures, pin_locked_until=until)
        )

    def change(self, person_id: int, version: int, values: dict[str, Any]) -> None:
        """Changes a person who is still as the editor saw them.

        Raises:
            StaleVersion: somebody else saved first.
        """
        row = self._session.get(PersonRow, person_id)
        if row is None or row.version != version:
            raise StaleVersion("people.stale", id=person_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()


def _person(row: PersonRow) -> Person:
    """The value of a row."""
    return value_of(Person, row, roles=frozenset(Role(role) for role in row.roles))
