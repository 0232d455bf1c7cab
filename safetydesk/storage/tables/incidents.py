"""Rows of incidents, their facts as events, their reports and deliveries, and matters."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class IncidentRow(Versioned, Base):
    """An incident's head; what is known of it stands in its events and facts."""

    __tablename__ = "incident"
    __table_args__ = (UniqueConstraint("year", "serial"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    year: Mapped[int]
    serial: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    family: Mapped[str] = mapped_column(String(40))
    category: Mapped[str] = mapped_column(String(40))
    flags: Mapped[list[Any]]
    packs: Mapped[list[Any]]
    actor: Mapped[str] = mapped_column(String(20))
    opened_at: Mapped[datetime]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    source_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    closed_at: Mapped[datetime | None] = mapped_column(index=True)


class IncidentEventRow(Base):
    """One event of the incident case, append-only; ``payload`` holds the keys of its kind."""

    __tablename__ = "incident_event"
    __table_args__ = (Index("ix_incident_event_incident_id_id", "incident_id", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    kind: Mapped[str] = mapped_column(String(30))
    time: Mapped[datetime]
    known_at: Mapped[datetime]
    payload: Mapped[dict[str, Any]]
    source: Mapped[str] = mapped_column(String(200))
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]


class IncidentFactRow(Base):
    """A fact in words (place, unit, materials, cause, forces, measures), append-only."""

    __tablename__ = "incident_fact"
    __table_args__ = (Index("ix_incident_fact_incident_id_id", "incident_id", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    field: Mapped[str] = mapped_column(String(30))
    value: Mapped[str] = mapped_column(Text)
    verified: Mapped[bool]
    source: Mapped[str] = mapped_column(String(200))
    known_at: Mapped[datetime]
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]


class ReportRow(Versioned, Base):
    """A report: editable until signed, fixed by a trigger from then on.

    ``product``: what its issue numbers count (值班信息, 日报, 零报告); empty where it bears none.
    """

    __tablename__ = "report"
    __table_args__ = (
        UniqueConstraint("year", "product", "issue"),
        Index("ix_report_incident_id", "incident_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))
    matter_id: Mapped[int | None]
    kind: Mapped[str] = mapped_column(String(30))
    series: Mapped[int]
    product: Mapped[str] = mapped_column(String(20))
    year: Mapped[int]
    issue: Mapped[int | None]
    title: Mapped[str] = mapped_column(String(300))
    content: Mapped[dict[str, Any]]
    drafted_at: Mapped[datetime]
    drafted_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    signed_at: Mapped[datetime | None]
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    digest: Mapped[str] = mapped_column(String(128))
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))


class DeliveryRow(Versioned, Base):
    """A report on its way to one recipient: sent, and confirmed by whom."""

    __tablename__ = "report_delivery"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    recipient: Mapped[str] = mapped_column(String(200))
    level: Mapped[str] = mapped_column(String(40))
    means: Mapped[str] = mapped_column(String(20))
    sent_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str] = mapped_column(String(60))


class MatterRow(Versioned, Base):
    """A matter that stays visible until it is closed with a result (闭环)."""

    __tablename__ = "matter"
    __table_args__ = (UniqueConstraint("year", "serial"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    year: Mapped[int]
    serial: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    owner: Mapped[str] = mapped_column(String(200))
    opened_at: Mapped[datetime | None]
    source_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))


class MatterStepRow(Base):
    """One dated, signed step of a matter, append-only; its state is derived from them."""

    __tablename__ = "matter_step"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    matter_id: Mapped[int] = mapped_column(ForeignKey("matter.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    unit: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    due_at: Mapped[datetime | None]
    entry_seq: Mapped[int | None] = mapped_column(ForeignKey("log_entry.seq"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
