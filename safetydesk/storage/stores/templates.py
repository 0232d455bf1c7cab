"""Queries of report templates, of reviews by PIN, and of what the office chose."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from safetydesk.domain.report_template import TemplateEdition
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.templates import (
    OfficeChoiceRow,
    ReportReviewRow,
    ReportTemplateRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class TemplateStore:
    """The office's own texts of report templates; added and never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, kind: str) -> list[TemplateEdition]:
        """The texts of a kind, the first one first."""
        rows = self._session.scalars(
            select(ReportTemplateRow)
            .where(ReportTemplateRow.kind == kind)
            .order_by(ReportTemplateRow.number)
        )
        return [value_of(TemplateEdition, row) for row in rows]

    def own_text(self, kind: str) -> str:
        """The office's text in force; empty where the shipped one holds."""
        query = (
            select(ReportTemplateRow.text)
            .where(ReportTemplateRow.kind == kind)
            .order_by(ReportTemplateRow.number.desc())
            .limit(1)
        )
        return self._session.scalar(query) or ""

    def add(self, values: dict[str, Any]) -> int:
        """Writes the next text of a kind; returns its number."""
        number = len(self.of(values["kind"])) + 1
        self._session.execute(insert(ReportTemplateRow).values(number=number, **values))
        return number


class ReviewStore:
    """Who read which words of a report before it was signed; added and never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, report_id: int, reviewer_id: int, at: datetime, digest: str) -> None:
        """Notes a review of the words with this digest."""
        self._session.execute(
            insert(ReportReviewRow).values(
                report_id=report_id, reviewer_id=reviewer_id, at=at, digest=digest
            )
        )

    def of(self, report_id: int, digest: str) -> tuple[int, datetime] | None:
        """Who reviewed exactly these words last, and when."""
        row = self._session.scalars(
            select(ReportReviewRow)
            .where(ReportReviewRow.report_id == report_id, ReportReviewRow.digest == digest)
            .order_by(ReportReviewRow.id.desc())
            .limit(1)
        ).first()
        return (row.reviewer_id, row.at) if row else None


class ChoiceStore:
    """What the office chose, by name; the newest holds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, name: str) -> str:
        """The choice in force; empty where nothing was chosen."""
        query = (
            select(OfficeChoiceRow.value)
            .where(OfficeChoiceRow.name == name)
            .order_by(OfficeChoiceRow.id.desc())
            .limit(1)
        )
        return self._session.scalar(query) or ""

    def put(self, name: str, value: str, at: datetime, author_id: int | None) -> None:
        """Chooses anew."""
        self._session.execute(
            insert(OfficeChoiceRow).values(name=name, value=value, at=at, author_id=author_id)
        )
