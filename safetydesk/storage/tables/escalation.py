"""Rows of the escalation, of notices that leave the house, and of the desk's own notes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class EscalationPolicyRow(Base):
    """A policy as it was entered; never changed: the newest row holds."""

    __tablename__ = "escalation_policy"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    steps: Mapped[dict[str, Any]]
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class EscalationStepRow(Base):
    """A step of a running chain, copied from the policy of its day; never changed."""

    __tablename__ = "escalation_step"
    __table_args__ = (Index("ix_escalation_step_row", "reminder_id", "number", unique=True),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    reminder_id: Mapped[int] = mapped_column(ForeignKey("reminder.id"))
    item: Mapped[str] = mapped_column(String(120), index=True)
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    level: Mapped[int]
    due_at: Mapped[datetime]
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("escalation_policy.id"))


class EscalationFiredRow(Base):
    """That a step was taken, once; whom it called, or that there was nobody."""

    __tablename__ = "escalation_fired"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("escalation_step.id"), unique=True)
    at: Mapped[datetime] = mapped_column(index=True)
    called: Mapped[str] = mapped_column(String(120))
    nobody: Mapped[bool]


class OutsideChannelRow(Versioned, Base):
    """A way out of the house; its address may hold a secret and is never shown whole."""

    __tablename__ = "outside_channel"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    address: Mapped[str] = mapped_column(Text)
    expected: Mapped[str] = mapped_column(String(120))
    with_title: Mapped[bool]
    enabled: Mapped[bool]


class NoticeDeliveryRow(Base):
    """One sending begun, delivered or failed; append-only. A test has no step."""

    __tablename__ = "notice_delivery"
    __table_args__ = (
        Index("ix_notice_delivery_once", "step_id", "channel_id", "state", unique=True),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("escalation_step.id"))
    channel_id: Mapped[int] = mapped_column(ForeignKey("outside_channel.id"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(index=True)
    failure: Mapped[str] = mapped_column(String(20))
    detail: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)


class DeskNoteRow(Base):
    """A wish such as "remind me at 04:00"; closed in the reminder ledger."""

    __tablename__ = "desk_note"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(index=True)
    to_whom: Mapped[str] = mapped_column(String(60))
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    cancelled_at: Mapped[datetime | None]


class RoutineRow(Versioned, Base):
    """Something that comes round again: an office reminder, an equipment test, a check."""

    __tablename__ = "routine"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(200))
    to_whom: Mapped[str] = mapped_column(String(60))
    rhythm: Mapped[str] = mapped_column(String(20))
    day: Mapped[int]
    time: Mapped[str] = mapped_column(String(5))
    until: Mapped[str] = mapped_column(String(5))
    seed: Mapped[str] = mapped_column(String(32))
    starts_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
