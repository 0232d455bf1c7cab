"""Rows of warnings with their messages and steps, and of the calls that they ask for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId


class WarningRow(Base):
    """A warning's number; what it says stands in its messages, what was done in its steps.

    ``ended_at`` is written once, when a message or step has ended it, so that the open ones are
    found without reading all.
    """

    __tablename__ = "warning"
    __table_args__ = (UniqueConstraint("year", "serial"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    year: Mapped[int]
    serial: Mapped[int]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)


class WarningMessageRow(Base):
    """A message of the issuer as it came, append-only: nobody here edits a level."""

    __tablename__ = "warning_message"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    warning_id: Mapped[int] = mapped_column(ForeignKey("warning.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    hazard: Mapped[str] = mapped_column(String(60))
    level: Mapped[int | None]
    issuer: Mapped[str] = mapped_column(String(200))
    issued_at: Mapped[datetime]
    in_force_from: Mapped[datetime | None]
    in_force_until: Mapped[datetime | None]
    areas: Mapped[list[Any]]
    title: Mapped[str] = mapped_column(String(300))
    matters: Mapped[str] = mapped_column(Text)
    measures: Mapped[str] = mapped_column(Text)
    identifier: Mapped[str] = mapped_column(String(200), index=True)
    refers_to: Mapped[list[Any]]
    text: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    means: Mapped[str] = mapped_column(String(40))
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]


class WarningStepRow(Base):
    """One act of the desk about one message, append-only."""

    __tablename__ = "warning_step"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    warning_id: Mapped[int] = mapped_column(ForeignKey("warning.id"), index=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("warning_message.id"))
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    to_whom: Mapped[str] = mapped_column(Text)
    means: Mapped[str] = mapped_column(String(40))
    units: Mapped[list[Any]]
    text: Mapped[str] = mapped_column(Text)
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]


class CallListRow(Base):
    """The list of those to be called about one message; ``minutes`` is the time for an answer."""

    __tablename__ = "call_list"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    warning_id: Mapped[int] = mapped_column(ForeignKey("warning.id"), index=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("warning_message.id"))
    made_at: Mapped[datetime]
    minutes: Mapped[int]
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class CallLineRow(Base):
    """One line of a list: whom it concerns, and the people in the order of calling."""

    __tablename__ = "call_line"
    __table_args__ = (Index("ix_call_line_list_id_position", "list_id", "position"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("call_list.id"))
    position: Mapped[int]
    target: Mapped[str] = mapped_column(String(200))
    area: Mapped[str] = mapped_column(String(100))
    ladder: Mapped[list[Any]]


class CallStepRow(Base):
    """One step on a line, append-only: called, answered, repeated back, missed, passed on."""

    __tablename__ = "call_step"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("call_line.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    rung: Mapped[int]
    means: Mapped[str] = mapped_column(String(40))
    who: Mapped[str] = mapped_column(String(100))
    text: Mapped[str] = mapped_column(Text)
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]


class CallRollRow(Base):
    """The yearly list of who is called, as it was renewed and filed."""

    __tablename__ = "call_roll"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    filed_at: Mapped[datetime]
    to_whom: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
