"""Queries of reports and their deliveries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.domain.recipients import Delivery
from safetydesk.domain.report import Report, ReportContent
from safetydesk.domain.report_series import INFORMATION, ReportType
from safetydesk.storage.mapping import value_of
from safetydesk.storage.snapshot import asked_once
from safetydesk.storage.stores.numbering import next_number
from safetydesk.storage.tables.incidents import DeliveryRow, ReportRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session


class ReportStore:
    """The only way to the reports' rows. A signed report is fixed by a trigger as well."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, content: ReportContent, values: dict[str, Any]) -> int:
        """A new report, a draft unless the values sign it; returns its id."""
        row = ReportRow(
            version=1,
            **{
                "issue": None,
                "signed_at": None,
                "signed_by": None,
                "digest": "",
                "entry_seq": None,
                "matter_id": None,
                "product": ReportType.of(values["kind"]).product,
                "title": content.title,
                "content": content.as_json(),
                **values,
            },
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def get(self, report_id: int) -> Report:
        """A report with its deliveries.

        Raises:
            NotFound: there is none.
        """
        row = self._session.get(ReportRow, report_id)
        if row is None:
            raise NotFound("report.unknown", id=report_id)
        return self._with_deliveries([row])[0]

    @asked_once
    def of_incident(self, incident_id: int) -> list[Report]:
        """The reports of an incident, drafts included, in the order in which they were begun."""
        return self._all(select(ReportRow).where(ReportRow.incident_id == incident_id))

    def sent_between(self, start: datetime, end: datetime) -> list[Report]:
        """The reports first sent in ``[start, end)``."""
        ids = (
            select(DeliveryRow.report_id)
            .group_by(DeliveryRow.report_id)
            .having(func.min(DeliveryRow.sent_at) >= start, func.min(DeliveryRow.sent_at) < end)
        )
        return self._all(select(ReportRow).where(ReportRow.id.in_(ids)))

    def drafts(self) -> list[Report]:
        """Everything begun and not signed."""
        return self._all(select(ReportRow).where(ReportRow.signed_at.is_(None)))

    def signed(self, products: Sequence[str] = ()) -> list[Report]:
        """Everything signed (of these products, where some are named), the first begun first."""
        query = select(ReportRow).where(ReportRow.signed_at.is_not(None))
        return self._all(query.where(ReportRow.product.in_(products)) if products else query)

    def next_issue(
        self, year: int, first: int, *, product: str = INFORMATION, lock: bool = True
    ) -> int:
        """The next issue number of a product in a year; without ``lock`` only to show it."""
        of_product = ReportRow.product == product
        columns = ReportRow.year, ReportRow.issue
        return next_number(self._session, *columns, year, first, lock=lock, among=of_product)

    def change(self, report_id: int, version: int, **values: Any) -> None:
        """Changes a report that is still as the writer saw it.

        Raises:
            StaleVersion: somebody else saved first.
        """
        row = self._session.get(ReportRow, report_id, with_for_update=True)
        if row is None or row.version != version:
            raise StaleVersion("report.stale", id=report_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def remove_draft(self, report_id: int, version: int) -> None:
        """Throws an unsigned draft away (a trigger keeps signed ones).

        Raises:
            StaleVersion: somebody else saved first.
        """
        row = self._session.get(ReportRow, report_id, with_for_update=True)
        if row is None or row.version != version:
            raise StaleVersion("report.stale", id=report_id)
        self._session.delete(row)
        self._session.flush()

    def deliver(self, values: dict[str, Any]) -> int:
        """Notes a report as sent to one recipient; returns the delivery's id."""
        row = DeliveryRow(version=1, **{"confirmed_at": None, "confirmed_by": "", **values})
        self._session.add(row)
        self._session.flush()
        return row.id

    def delivery(self, report_id: int, recipient: str) -> Delivery | None:
        """The delivery to a recipient."""
        row = self._session.scalars(
            select(DeliveryRow)
            .where(DeliveryRow.report_id == report_id, DeliveryRow.recipient == recipient)
            .with_for_update()
        ).first()
        return value_of(Delivery, row) if row else None

    def confirm(self, delivery_id: int, by: str, at: datetime) -> None:
        """Notes who received a delivery, and when."""
        row = self._session.get(DeliveryRow, delivery_id)
        if row is None:
            raise NotFound("report.no_delivery", id=delivery_id)
        row.confirmed_by = by
        row.confirmed_at = at
        self._session.flush()

    def known_recipients(self, levels: Sequence[str]) -> dict[str, str]:
        """The name last used for each level, from what was sent before."""
        rows = self._session.execute(
            select(DeliveryRow.level, DeliveryRow.recipient)
            .where(or_(*(DeliveryRow.level == level for level in levels)))
            .order_by(DeliveryRow.id)
        )
        return {row.level: row.recipient for row in rows}

    def _all(self, query: Select[ReportRow]) -> list[Report]:
        return self._with_deliveries(list(self._session.scalars(query.order_by(ReportRow.id))))

    def _with_deliveries(self, rows: Sequence[ReportRow]) -> list[Report]:
        ids = [row.id for row in rows]
        found: dict[int, list[Delivery]] = {report_id: [] for report_id in ids}
        for row in self._session.scalars(
            select(DeliveryRow)
            .where(DeliveryRow.report_id.in_(ids))
            .order_by(DeliveryRow.sent_at, DeliveryRow.id)
        ):
            found[row.report_id].append(value_of(Delivery, row))
        return [replace(_report(row), deliveries=tuple(found[row.id])) for row in rows]


def _report(row: ReportRow) -> Report:
    """The value of a row, without its deliveries."""
    return value_of(
        Report,
        row,
        type=ReportType.of(row.kind),
        content=ReportContent.of_json(row.content),
        deliveries=(),
    )
