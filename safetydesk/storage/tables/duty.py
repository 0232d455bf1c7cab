"""Rows of the duty plan: rosters and their shifts, changes, presence, and shifts as served."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class RosterRow(Versioned, Base):
    """A roster: who serves which post between two instants; withdrawn, never deleted.

    Without ``published_at`` it is a draft and no part of the plan. ``superior`` is the office with
    which it must be filed, by ``filing_due_at`` where that is set; empty where it need not be.
    ``loose`` are those of ``posts`` that are planned in their own shifts only, whatever ``planned``
    says of the others: 备班 that the sheet leaves out on some days on purpose.
    """

    __tablename__ = "roster"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    start_at: Mapped[datetime] = mapped_column(index=True)
    end_at: Mapped[datetime]
    planned: Mapped[str] = mapped_column(String(10))
    posts: Mapped[list[Any]]
    loose: Mapped[list[Any]] = mapped_column(default=list)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    entered_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    superior: Mapped[str] = mapped_column(String(120), default="")
    filing_due_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


class RosterShiftRow(Base):
    """One turn of a roster. ``source`` is the cell of the sheet it was read from."""

    __tablename__ = "roster_shift"
    __table_args__ = (Index("ix_roster_shift_roster_id_start_at", "roster_id", "start_at"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    roster_id: Mapped[int] = mapped_column(ForeignKey("roster.id"))
    post: Mapped[str] = mapped_column(ForeignKey("post.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    duty_date: Mapped[date]
    start_at: Mapped[datetime]
    end_at: Mapped[datetime]
    source: Mapped[str] = mapped_column(String(60))


class DutyChangeRow(Versioned, Base):
    """A change of the plan: replace, add or remove somebody for a time, perhaps by a swap."""

    __tablename__ = "duty_change"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    post: Mapped[str] = mapped_column(ForeignKey("post.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    start_at: Mapped[datetime] = mapped_column(index=True)
    end_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)
    approved_by: Mapped[str] = mapped_column(String(60))
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    swap_id: Mapped[int | None] = mapped_column(ForeignKey("swap.id"), index=True)
    withdrawn_at: Mapped[datetime | None]


class PresenceRow(Versioned, Base):
    """Somebody on a post in fact: checked in, and out when the end is known."""

    __tablename__ = "presence"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    post: Mapped[str] = mapped_column(ForeignKey("post.id"))
    checked_in_at: Mapped[datetime] = mapped_column(index=True)
    checked_out_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text)
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class ShiftRow(Versioned, Base):
    """A shift as the log knows it: from the signature that opened it to the one that closed it.

    ``kept`` is what was true when it was sealed (who served, which records were written), so that
    the old sheet is printed from it and never computed anew; None while the shift is open.
    """

    __tablename__ = "shift"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    planned_from: Mapped[datetime] = mapped_column(index=True)
    planned_to: Mapped[datetime]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)
    weather: Mapped[str] = mapped_column(String(100))
    first_seq: Mapped[int | None]
    last_seq: Mapped[int | None]
    sealed_hash: Mapped[str] = mapped_column(String(128))
    closed_without_handover: Mapped[str] = mapped_column(Text)
    kept: Mapped[dict[str, Any] | None]
