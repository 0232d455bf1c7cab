"""Rows of what duty rules know of people: facts, absences; and how the office sets the rules."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class StaffFactRow(Versioned, Base):
    """What rules must know of one person; personal, shown to supervisors only."""

    __tablename__ = "staff_fact"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    identity: Mapped[str] = mapped_column(String(20))
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
    trained_on: Mapped[date | None]
    due_on: Mapped[date | None]
    child_born_on: Mapped[date | None]
    avoids_nights: Mapped[bool]
    pair_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    phone_verified_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text)


class AbsenceRow(Versioned, Base):
    """Somebody cannot serve between two instants; withdrawn, never deleted."""

    __tablename__ = "absence"
    __table_args__ = (Index("ix_absence_start_at_end_at", "start_at", "end_at"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    start_at: Mapped[datetime]
    end_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(200))
    filed_with: Mapped[str] = mapped_column(String(120))
    filed_at: Mapped[datetime | None]
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]


class DutyWishRow(Versioned, Base):
    """Somebody asked to serve, or not to, on the duty days from one to another; withdrawn only."""

    __tablename__ = "duty_wish"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    first_day: Mapped[date] = mapped_column(index=True)
    last_day: Mapped[date]
    note: Mapped[str] = mapped_column(String(200))
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]


class FindingRuleRow(Versioned, Base):
    """How the office applies one rule about rosters, where it differs from what is shipped."""

    __tablename__ = "finding_rule"

    rule: Mapped[str] = mapped_column(String(30), primary_key=True)
    level: Mapped[str] = mapped_column(String(10))
    number: Mapped[int | None]
