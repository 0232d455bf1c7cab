"""Queries of the contact directory: contacts with numbers and groups, by key and by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import delete, func, insert, or_, select
from sqlalchemy.orm.attributes import flag_modified

from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.storage.base import Base
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.contacts import ContactGroupRow, ContactPhoneRow, ContactRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Executable
    from sqlalchemy.orm import Session


_CHUNK = 500
_CONTACTS, _PHONES, _GROUPS = (
    Base.metadata.tables[row.__tablename__]
    for row in (ContactRow, ContactPhoneRow, ContactGroupRow)
)
_MADE = insert(_CONTACTS).returning(_CONTACTS.c.id, sort_by_parameter_order=True)


@dataclass(frozen=True)
class StoredPhone:
    """A number of a contact; digits only, ``position`` is the order in which to try them."""

    number: str
    extension: str = ""
    kind: str = "landline"
    label: str = ""
    failed: bool = False
    verified_on: date | None = None
    id: int = 0


NewContact: TypeAlias = tuple[dict[str, Any], Sequence[StoredPhone], Iterable[str]]
"""The columns of a contact, its numbers in order, and its groups."""


@dataclass(frozen=True)
class StoredContact:
    """A contact as it is stored; without a name the numbers are the unit's own."""

    id: int
    name: str
    unit: str
    department: str
    title: str
    role: str
    note: str
    address: str
    email: str
    readings: dict[str, Any]
    verified_on: date | None
    version: int
    removed: bool = False
    phones: tuple[StoredPhone, ...] = field(default=())
    groups: tuple[str, ...] = field(default=())


_CONTACT = tuple(
    getattr(ContactRow, column.name)
    for column in fields(StoredContact)
    if column.name not in {"phones", "groups"}
)
_PHONE = (
    ContactPhoneRow.contact_id,
    *(getattr(ContactPhoneRow, column.name) for column in fields(StoredPhone)),
)
"""The columns in the order of the values' fields, so that rows need no mapping by name."""


class ContactStore:
    """The only way to the directory's rows. Removed contacts stay on record."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, values: dict[str, Any], phones: Sequence[StoredPhone], groups: Iterable[str]
    ) -> int:
        """A new contact; returns its id."""
        return self.add_many([(values, phones, groups)])[0]

    def add_many(self, contacts: Sequence[NewContact]) -> list[int]:
        """New contacts, in a few statements however many they are; their ids in the same order."""
        if not contacts:
            return []
        rows = [{"version": 1, "removed": False, **values} for values, _, _ in contacts]
        ids = _inserted(self._session.connection(), rows)
        parts = [(phones, groups) for _, phones, groups in contacts]
        self._put_parts(dict(zip(ids, parts, strict=True)))
        return ids

    def put(
        self,
        contact_id: int,
        version: int,
        values: dict[str, Any],
        phones: Sequence[StoredPhone],
        groups: Iterable[str],
    ) -> int:
        """Changes a contact that is still as the editor saw it; returns the new version.

        Raises:
            StaleVersion: somebody else saved first.
        """
        row = self._row(contact_id, version)
        for name, value in values.items():
            setattr(row, name, value)
        flag_modified(row, "readings")  # a change of numbers or groups alone is a version too
        self._session.execute(
            delete(ContactPhoneRow).where(ContactPhoneRow.contact_id == contact_id)
        )
        self._session.execute(
            delete(ContactGroupRow).where(ContactGroupRow.contact_id == contact_id)
        )
        self._put_parts({contact_id: (phones, groups)})
        self._session.flush()
        return row.version

    def put_removed(self, contact_id: int, version: int, *, removed: bool) -> None:
        """Takes a contact out of the directory, or brings it back.

        Raises:
            StaleVersion: somebody else saved first.
        """
        self._row(contact_id, version).removed = removed
        self._session.flush()

    def get(self, contact_id: int) -> StoredContact:
        """One contact, removed or not.

        Raises:
            NotFound: no such contact.
        """
        found = self.load([contact_id])
        if not found:
            raise NotFound("contacts.unknown", id=contact_id)
        return found[0]

    def load(self, ids: Sequence[int]) -> list[StoredContact]:
        """The contacts of the ids, in no particular order."""
        found: list[StoredContact] = []
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            found.extend(self._values(select(*_CONTACT).where(ContactRow.id.in_(chunk))))
        return found

    def listed(self, group: str = "") -> list[int]:
        """Everybody who is not removed, or of one group; units' own entries first."""
        query = select(ContactRow.id).where(~ContactRow.removed)
        if group:
            members = select(ContactGroupRow.contact_id).where(ContactGroupRow.name == group)
            query = query.where(ContactRow.id.in_(members))
        return list(self._session.scalars(query.order_by(ContactRow.name != "", ContactRow.id)))

    def groups(self) -> list[tuple[str, int]]:
        """(name, number of contacts) of each group, in the order in which they came."""
        rows = self._session.execute(
            select(ContactGroupRow.name, func.count())
            .join(ContactRow, ContactRow.id == ContactGroupRow.contact_id)
            .where(~ContactRow.removed)
            .group_by(ContactGroupRow.name)
            .order_by(func.min(ContactGroupRow.contact_id), ContactGroupRow.name)
        )
        return [(name, count) for name, count in rows]

    def counts(self) -> tuple[int, int, int]:
        """How many people, units, and contacts there are."""
        here = ~ContactRow.removed
        people = select(func.count()).where(here, ContactRow.name != "")
        units = select(func.count(func.distinct(ContactRow.unit))).where(here)
        every = select(func.count()).where(here)
        return (
            self._session.scalar(people) or 0,
            self._session.scalar(units) or 0,
            self._session.scalar(every) or 0,
        )

    def unverified(self, before: date) -> list[int]:
        """Contacts not verified since a day, or with a failed number."""
        query = select(ContactRow.id).where(*_stale(before)).order_by(ContactRow.id)
        return list(self._session.scalars(query))

    def count_unverified(self, before: date) -> int:
        """How many there are of them."""
        return self._session.scalar(select(func.count()).where(*_stale(before))) or 0

    def of_units(self, units: Sequence[str]) -> list[StoredContact]:
        """Everybody of the units, the units' own numbers first."""
        found: list[StoredContact] = []
        for start in range(0, len(units), _CHUNK):
            chunk = units[start : start + _CHUNK]
            found.extend(
                self._values(
                    select(*_CONTACT)
                    .where(~ContactRow.removed, ContactRow.unit.in_(chunk))
                    .order_by(ContactRow.name != "", ContactRow.id)
                )
            )
        return found

    def with_number(self, digits: str, limit: int) -> list[StoredContact]:
        """Contacts one of whose numbers ends with the digits, units' own entries first."""
        holders = select(ContactPhoneRow.contact_id).where(
            ContactPhoneRow.number.endswith(digits, autoescape=True)
        )
        return self._values(
            select(*_CONTACT)
            .where(~ContactRow.removed, ContactRow.id.in_(holders))
            .order_by(ContactRow.name != "", ContactRow.id)
            .limit(limit)
        )

    def of_import(self, import_id: int) -> list[tuple[int, int]]:
        """(id, version) of the contacts that an import added and that are still there."""
        rows = self._session.execute(
            select(ContactRow.id, ContactRow.version).where(
                ContactRow.import_id == import_id, ~ContactRow.removed
            )
        )
        return [(row.id, row.version) for row in rows]

    def put_phone(
        self, phone_id: int, *, failed: bool, verified_on: date | None
    ) -> tuple[int, StoredPhone]:
        """Notes how a call to a number went; returns its contact and the number as it was.

        Raises:
            NotFound: the number is no longer there.
        """
        row = self._session.get(ContactPhoneRow, phone_id)
        if row is None:
            raise NotFound("contacts.no_number", id=phone_id)
        before = value_of(StoredPhone, row)
        row.failed, row.verified_on = failed, verified_on
        self._session.flush()
        return row.contact_id, before

    def put_verified(self, contact_id: int, verified_on: date | None) -> None:
        """Notes when a contact was last verified."""
        row = self._session.get(ContactRow, contact_id)
        if row is not None:
            row.verified_on = verified_on
            self._session.flush()

    def _row(self, contact_id: int, version: int) -> ContactRow:
        row = self._session.get(ContactRow, contact_id)
        if row is None or row.version != version:
            raise StaleVersion("contacts.stale", id=contact_id)
        return row

    def _put_parts(self, parts: Mapping[int, tuple[Sequence[StoredPhone], Iterable[str]]]) -> None:
        """Writes numbers in their order, and groups, of contacts that have none."""
        numbers = [
            {
                "contact_id": contact_id,
                "position": place,
                "number": phone.number,
                "extension": phone.extension,
                "kind": phone.kind,
                "label": phone.label,
                "verified_on": phone.verified_on,
                "failed": phone.failed,
                "version": 1,
            }
            for contact_id, (phones, _) in parts.items()
            for place, phone in enumerate(phones)
        ]
        groups = [
            {"contact_id": contact_id, "name": name}
            for contact_id, (_, names) in parts.items()
            for name in dict.fromkeys(names)
        ]
        if numbers:
            self._session.connection().execute(insert(_PHONES), numbers)
        if groups:
            self._session.connection().execute(insert(_GROUPS), groups)

    def _values(self, contacts: Executable) -> list[StoredContact]:
        """The contacts of a query for ``_CONTACT``, with numbers and groups read beside them."""
        rows: list[list[Any]] = [list(row) for row in self._session.execute(contacts)]
        ids = [row[0] for row in rows]
        phones: dict[int, list[StoredPhone]] = {}
        groups: dict[int, list[str]] = {}
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            for contact_id, *phone in self._session.execute(
                select(*_PHONE)
                .where(ContactPhoneRow.contact_id.in_(chunk))
                .order_by(ContactPhoneRow.contact_id, ContactPhoneRow.position)
            ):
                phones.setdefault(contact_id, []).append(StoredPhone(*phone))
            for contact_id, name in self._session.execute(
                select(ContactGroupRow.contact_id, ContactGroupRow.name)
                .where(ContactGroupRow.contact_id.in_(chunk))
                .order_by(ContactGroupRow.name)
            ):
                groups.setdefault(contact_id, []).append(name)
        parts: list[list[Any]] = [
            [tuple(kept.get(n, ())) for kept in (phones, groups)] for n in ids
        ]
        return [StoredContact(*row, *more) for row, more in zip(rows, parts, strict=True)]


def _inserted(connection: Connection, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Writes rows of contacts; their ids in the same order.

    SQLite gives ids row by row only, but lets nobody else write meanwhile: those that came since
    are these, in their order.
    """
    if connection.dialect.name != "sqlite":
        return [row.id for row in connection.execute(_MADE, rows)]
    last = connection.scalar(select(func.max(_CONTACTS.c.id))) or 0
    connection.execute(insert(_CONTACTS), rows)
    fresh = select(_CONTACTS.c.id).where(_CONTACTS.c.id > last).order_by(_CONTACTS.c.id)
    return list(connection.scalars(fresh))


def _stale(before: date) -> tuple[ColumnElement[bool], ...]:
    """The conditions of contacts not verified since a day, or with a failed number."""
    failed = select(ContactPhoneRow.contact_id).where(ContactPhoneRow.failed)
    never = ContactRow.verified_on.is_(None)
    return (
        ~ContactRow.removed,
        or_(never, ContactRow.verified_on < before, ContactRow.id.in_(failed)),
    )
