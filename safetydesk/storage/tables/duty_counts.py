"""Rows behind counting duty: what a duty is worth, and which duties went out in calendar files."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId


class DutyRateRow(Base):
    """What a duty on a kind of day is worth at a post: money in fen, time off in minutes.

    ``kind`` is a ``DutyKind``; ``post`` is empty for every post that has no rate of its own.
    """

    __tablename__ = "duty_rate"

    kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    post: Mapped[str] = mapped_column(String(40), primary_key=True)
    fen: Mapped[int]
    off_minutes: Mapped[int]


class CalendarMarkRow(Base):
    """A duty that was given out as a calendar event, so that the next file can change or cancel it.

    ``sequence`` is raised with every change (RFC 5545, 3.8.7.4).
    """

    __tablename__ = "calendar_mark"

    uid: Mapped[str] = mapped_column(String(80), primary_key=True)
    duty_date: Mapped[date] = mapped_column(index=True)
    post: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("person.id"))
    start_at: Mapped[datetime]
    end_at: Mapped[datetime]
    sequence: Mapped[int]
    cancelled: Mapped[bool]
    written_at: Mapped[datetime]
