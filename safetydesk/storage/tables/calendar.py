"""Rows of the calendar: yearly holiday notices, each as it was entered, and their days."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId


class CalendarNoticeRow(Base):
    """What was announced for a year; never changed: of one year the newest row holds."""

    __tablename__ = "calendar_notice"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(String(200))
    source: Mapped[str] = mapped_column(String(10))
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class CalendarDayRow(Base):
    """A date that a notice makes other than its weekday says."""

    __tablename__ = "calendar_day"
    __table_args__ = (Index("ix_calendar_day_notice_id_day", "notice_id", "day", unique=True),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("calendar_notice.id"))
    day: Mapped[date] = mapped_column(index=True)
    day_class: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(60))
    detail: Mapped[str] = mapped_column(String(20))
