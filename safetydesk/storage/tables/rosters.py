"""Rows behind the plan: what was done with a roster, rotations, and rules that recur."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class RosterStepRow(Base):
    """A roster was published or filed with a superior; never changed.

    ``snapshot`` is the plan of its posts at that moment: [post, person, start, end] in UTC.
    """

    __tablename__ = "roster_step"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    roster_id: Mapped[int] = mapped_column(ForeignKey("roster.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    to_whom: Mapped[str] = mapped_column(String(120))
    means: Mapped[str] = mapped_column(String(60))
    receipt: Mapped[str] = mapped_column(String(200))
    snapshot: Mapped[list[Any]]
    digest: Mapped[str] = mapped_column(String(128))


class RotationRow(Versioned, Base):
    """Groups of people that take turns; ``start_at`` is a time of the wall clock, no instant."""

    __tablename__ = "rotation"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    members: Mapped[list[Any]]
    start_at: Mapped[str] = mapped_column(String(16))
    unit: Mapped[str] = mapped_column(String(8))
    count: Mapped[int]
    advance: Mapped[str] = mapped_column(String(10))
    entered_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class DutyRuleRow(Versioned, Base):
    """A duty that recurs on weekdays; ``begins`` and ``ends`` are times of the wall clock."""

    __tablename__ = "duty_rule"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    pattern: Mapped[str] = mapped_column(String(30))
    post: Mapped[str] = mapped_column(ForeignKey("post.id"))
    weekdays: Mapped[list[Any]]
    begins: Mapped[str] = mapped_column(String(5))
    ends: Mapped[str] = mapped_column(String(5))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    rotation_id: Mapped[int | None] = mapped_column(ForeignKey("rotation.id"))
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
