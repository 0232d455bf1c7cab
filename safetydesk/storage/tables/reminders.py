"""Rows of the reminder ledger, its acts, the heartbeat and the handover."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class ReminderRow(Base):
    """One raised occurrence; written before anything is shown, unique by its key."""

    __tablename__ = "reminder"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(160), unique=True)
    item: Mapped[str] = mapped_column(String(120), index=True)
    stage: Mapped[str] = mapped_column(String(30))
    level: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    to_whom: Mapped[str] = mapped_column(String(200))
    due_at: Mapped[datetime]
    stage_at: Mapped[datetime]
    raised_at: Mapped[datetime]
    guidance: Mapped[dict[str, Any]]


class ReminderActRow(Base):
    """What was done about an item: muted, acknowledged, shelved, closed, cleared; append-only."""

    __tablename__ = "reminder_act"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    item: Mapped[str] = mapped_column(String(120), index=True)
    reminder_id: Mapped[int | None] = mapped_column(ForeignKey("reminder.id"))
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_name: Mapped[str] = mapped_column(String(60))
    level: Mapped[int]
    until_at: Mapped[datetime | None]
    text: Mapped[str] = mapped_column(Text)


class HeartbeatRow(Base):
    """The last sign of life of each desk, and the highest clock reading seen."""

    __tablename__ = "heartbeat"

    desk: Mapped[str] = mapped_column(String(60), primary_key=True)
    beat_at: Mapped[datetime]
    window_at: Mapped[datetime]
    highest_at: Mapped[datetime]
    process: Mapped[int]


class HandoverRow(Versioned, Base):
    """A handover in progress or done; nothing typed in it is lost when either side leaves."""

    __tablename__ = "handover"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"))
    next_shift_id: Mapped[int | None] = mapped_column(ForeignKey("shift.id"))
    frozen_seq: Mapped[int]
    started_at: Mapped[datetime]
    started_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    joined_at: Mapped[datetime | None]
    joined_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    content: Mapped[dict[str, Any]]
    readback: Mapped[str] = mapped_column(Text)
    readback_confirmed_at: Mapped[datetime | None]
    readback_confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    outgoing_signed_at: Mapped[datetime | None]
    outgoing_signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    incoming_signed_at: Mapped[datetime | None]
    incoming_signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    leader_signed_at: Mapped[datetime | None]
    leader_signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    cancelled_at: Mapped[datetime | None]


class HandoverItemRow(Versioned, Base):
    """One thing that must be handed over."""

    __tablename__ = "handover_item"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    handover_id: Mapped[int] = mapped_column(ForeignKey("handover.id"), index=True)
    position: Mapped[int]
    subject: Mapped[str] = mapped_column(String(120))
    level: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    situation: Mapped[str] = mapped_column(Text)
    next_step: Mapped[str] = mapped_column(String(200))
    next_due_at: Mapped[datetime | None]
    next_owner: Mapped[str] = mapped_column(String(60))
    remark: Mapped[str] = mapped_column(Text)
    remark_needless: Mapped[bool]
    ticked_at: Mapped[datetime | None]
    ticked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class HandoverObjectionRow(Base):
    """Why the incoming officer would not take over yet, and what was done about it."""

    __tablename__ = "handover_objection"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    handover_id: Mapped[int] = mapped_column(ForeignKey("handover.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str] = mapped_column(Text)
