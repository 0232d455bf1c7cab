"""Rows of the contact directory: contacts, their numbers and groups."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class ContactRow(Versioned, Base):
    """A person of another unit, or a unit's own number (then without a name).

    ``readings`` is how the name is pronounced, worked out when it is written.
    """

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_unit_name", "unit", "name"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    unit: Mapped[str] = mapped_column(String(200))
    department: Mapped[str] = mapped_column(String(100))
    title: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(String(300))
    email: Mapped[str] = mapped_column(String(200))
    readings: Mapped[dict[str, Any]]
    verified_on: Mapped[date | None]
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    removed: Mapped[bool]


class ContactPhoneRow(Versioned, Base):
    """A number of a contact, in the order in which to try them."""

    __tablename__ = "contact_phone"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), index=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(String(40), index=True)
    extension: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    label: Mapped[str] = mapped_column(String(60))
    verified_on: Mapped[date | None]
    failed: Mapped[bool]


class ContactGroupRow(Base):
    """A contact's membership in a named group."""

    __tablename__ = "contact_group"

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
