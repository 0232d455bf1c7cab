"""Rows of the duty log: the sealed, append-only entries, and the telephone records behind them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId


class LogEntryRow(Base):
    """One line of the log; triggers refuse any change and any gap in ``seq``."""

    __tablename__ = "log_entry"
    __table_args__ = (
        Index("ix_log_entry_shift_id_seq", "shift_id", "seq"),
        Index("ix_log_entry_event_at", "event_at"),
        Index("ix_log_entry_links_to", "links_to"),
        Index("ix_log_entry_incident_id", "incident_id"),
    )

    seq: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=False)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    shift_id: Mapped[int | None] = mapped_column(ForeignKey("shift.id"))
    event_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    stored_at: Mapped[datetime]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str] = mapped_column(String(60))
    desk: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    handling: Mapped[str] = mapped_column(Text)
    machine: Mapped[bool]
    link: Mapped[str | None] = mapped_column(String(20))
    links_to: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    incident_id: Mapped[int | None]
    matter_id: Mapped[int | None]
    digest: Mapped[str] = mapped_column(String(128))
    algorithm: Mapped[str] = mapped_column(String(10))
    previous: Mapped[str] = mapped_column(String(128))
    seal: Mapped[str] = mapped_column(String(128))


class CallRecordRow(Base):
    """What a telephone record knows beyond its log entry."""

    __tablename__ = "call_record"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    entry_seq: Mapped[int] = mapped_column(ForeignKey("log_entry.seq"), unique=True)
    direction: Mapped[str] = mapped_column(String(10))
    number: Mapped[str] = mapped_column(String(60))
    unit: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(100))
    contact_id: Mapped[int | None]
    category: Mapped[str] = mapped_column(String(20))
    rang_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    already_told: Mapped[list[Any]]
