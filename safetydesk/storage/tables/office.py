"""Rows of the office: its own facts, posts, people, key periods, audit and imports."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class OfficeRow(Versioned, Base):
    """The one row that says whose desk this is.

    ``verify_days`` is for how many days a telephone number that was tried counts as verified.
    """

    __tablename__ = "office"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str] = mapped_column(String(100))
    desk_name: Mapped[str] = mapped_column(String(200))
    district: Mapped[str] = mapped_column(String(100))
    zone: Mapped[str] = mapped_column(String(60))
    level: Mapped[str] = mapped_column(String(20))
    masthead: Mapped[str] = mapped_column(String(200))
    turnover: Mapped[str] = mapped_column(String(5))
    first_issue: Mapped[int]
    first_incident: Mapped[int]
    first_matter: Mapped[int]
    packs: Mapped[list[Any]]
    duty_phones: Mapped[list[Any]]
    equipment: Mapped[list[Any]]
    hand_items: Mapped[list[Any]]
    verify_days: Mapped[int] = mapped_column(default=90)


class PostRow(Base):
    """A post of the desk: 带班领导, 主班, 副班, 备班, 司机."""

    __tablename__ = "post"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    label: Mapped[str] = mapped_column(String(40))
    minimum: Mapped[int]
    position: Mapped[int]


class PersonRow(Versioned, Base):
    """Somebody of the office who may stand on the roster and sign in."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(60), index=True)
    gender: Mapped[str] = mapped_column(String(4))
    section: Mapped[str] = mapped_column(String(100))
    title: Mapped[str] = mapped_column(String(100))
    mobile: Mapped[str] = mapped_column(String(40))
    short_number: Mapped[str] = mapped_column(String(20))
    posts: Mapped[list[Any]]
    roles: Mapped[list[Any]]
    sounds: Mapped[str] = mapped_column(String(200))
    pin_hash: Mapped[str] = mapped_column(Text)
    pin_failures: Mapped[int]
    pin_locked_until: Mapped[datetime | None]
    active: Mapped[bool]


class KeyPeriodRow(Base):
    """A key period (重点时段): stricter rules between two instants."""

    __tablename__ = "key_period"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    start_at: Mapped[datetime]
    end_at: Mapped[datetime]
    report_by: Mapped[str] = mapped_column(String(100))


class AuditRow(Base):
    """Who did what to which thing; written in the transaction of the act itself."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_topic_subject", "topic", "subject"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    actor_name: Mapped[str] = mapped_column(String(60))
    desk: Mapped[str] = mapped_column(String(60))
    action: Mapped[str] = mapped_column(String(60))
    topic: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(60))
    allowed: Mapped[bool]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]


class ImportRow(Base):
    """One applied import, so that it can be undone as one step."""

    __tablename__ = "import_batch"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    file_name: Mapped[str] = mapped_column(String(260))
    sha256: Mapped[str] = mapped_column(String(64))
    applied_at: Mapped[datetime]
    applied_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    undone_at: Mapped[datetime | None]
    summary: Mapped[dict[str, Any]]
