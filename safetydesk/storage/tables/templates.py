"""Rows of the office's own report templates, of reviews by PIN, and of what the office chose."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId


class ReportTemplateRow(Base):
    """A text of a report template as the office put it in force, append-only: the newest holds.

    An empty ``text`` says that the shipped text holds again. ``based_on``: the digest of the
    shipped text at that time.
    """

    __tablename__ = "report_template"
    __table_args__ = (UniqueConstraint("kind", "number"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    based_on: Mapped[str] = mapped_column(String(64))
    since: Mapped[datetime]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(String(300))


class ReportReviewRow(Base):
    """That somebody else than the writer read a report (核稿) and signed it with a PIN."""

    __tablename__ = "report_review"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    digest: Mapped[str] = mapped_column(String(128))


class OfficeChoiceRow(Base):
    """A choice of the office by its name, append-only: the newest holds."""

    __tablename__ = "office_choice"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(60), index=True)
    value: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
