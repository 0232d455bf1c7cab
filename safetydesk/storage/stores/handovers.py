"""Queries of handovers, their items and objections."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.domain.handover import (
    Handover,
    HandoverContent,
    HandoverItem,
    Objection,
    OpenItem,
)
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.reminders import (
    HandoverItemRow,
    HandoverObjectionRow,
    HandoverRow,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


class HandoverStore:
    """The only way to the handovers' rows."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def start(self, values: dict[str, Any], content: HandoverContent) -> int:
        """A new handover; returns its id."""
        row = HandoverRow(
            version=1,
            next_shift_id=None,
            joined_at=None,
            joined_by=None,
            content=asdict(content),
            readback="",
            readback_confirmed_at=None,
            readback_confirmed_by=None,
            outgoing_signed_at=None,
            outgoing_signed_by=None,
            incoming_signed_at=None,
            incoming_signed_by=None,
            leader_signed_at=None,
            leader_signed_by=None,
            cancelled_at=None,
            **values,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def get(self, handover_id: int) -> Handover:
        """A handover with its items and objections.

        Raises:
            NotFound: there is none of that id.
        """
        row = self._session.get(HandoverRow, handover_id)
        if row is None:
            raise NotFound("handover.unknown", id=handover_id)
        return self._value(row)

    def running(self, shift_id: int) -> Handover | None:
        """The handover of a shift that is neither done nor cancelled."""
        row = self._session.scalars(
            select(HandoverRow)
            .where(
                HandoverRow.shift_id == shift_id,
                HandoverRow.cancelled_at.is_(None),
                HandoverRow.incoming_signed_at.is_(None),
            )
            .order_by(HandoverRow.id.desc())
            .limit(1)
        ).first()
        return self._value(row) if row else None

    def finished(self, shift_id: int) -> Handover | None:
        """The handover that ended a shift."""
        row = self._session.scalars(
            select(HandoverRow)
            .where(HandoverRow.shift_id == shift_id, HandoverRow.incoming_signed_at.is_not(None))
            .limit(1)
        ).first()
        return self._value(row) if row else None

    def change(self, handover_id: int, **values: Any) -> None:
        """Sets columns of a handover; ``content`` is given as a ``HandoverContent``."""
        row = self._session.get(HandoverRow, handover_id)
        if row is None:
            raise NotFound("handover.unknown", id=handover_id)
        for name, value in values.items():
            setattr(row, name, asdict(value) if isinstance(value, HandoverContent) else value)
        self._session.flush()

    def add_item(self, handover_id: int, position: int, item: OpenItem) -> int:
        """A new row of the sheet; returns its id."""
        row = HandoverItemRow(
            version=1,
            handover_id=handover_id,
            position=position,
            subject=item.subject,
            level=item.level,
            title=item.title[:300],
            situation=item.situation,
            next_step=item.next_step,
            next_due_at=item.next_due_at,
            next_owner="",
            remark="",
            remark_needless=False,
            ticked_at=None,
            ticked_by=None,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def change_item(self, item_id: int, version: int | None = None, **values: Any) -> int:
        """Sets columns of a row of the sheet; returns its handover's id.

        Raises:
            StaleVersion: ``version`` is given and somebody else saved first.
        """
        row = self._session.get(HandoverItemRow, item_id)
        if row is None:
            raise NotFound("handover.unknown_item", id=item_id)
        if version is not None and row.version != version:
            raise StaleVersion("handover.stale", id=item_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()
        return row.handover_id

    def item(self, item_id: int) -> HandoverItem:
        """A row of the sheet.

        Raises:
            NotFound: there is none of that id.
        """
        row = self._session.get(HandoverItemRow, item_id)
        if row is None:
            raise NotFound("handover.unknown_item", id=item_id)
        return value_of(HandoverItem, row)

    def untick(self, handover_id: int) -> None:
        """Takes back every tick: somebody else reads."""
        for item in self.get(handover_id).items:
            if item.ticked_at is not None:
                self.change_item(item.id, ticked_at=None, ticked_by=None)

    def object(self, handover_id: int, at: datetime, by_id: int | None, text: str) -> None:
        """Notes an objection."""
        self._session.execute(
            insert(HandoverObjectionRow).values(
                handover_id=handover_id, at=at, by_id=by_id, text=text
            )
        )

    def _value(self, row: HandoverRow) -> Handover:
        """The value of a row with what belongs to it."""
        items = self._session.scalars(
            select(HandoverItemRow)
            .where(HandoverItemRow.handover_id == row.id)
            .order_by(HandoverItemRow.position, HandoverItemRow.id)
        )
        objections = self._session.scalars(
            select(HandoverObjectionRow)
            .where(HandoverObjectionRow.handover_id == row.id)
            .order_by(HandoverObjectionRow.id)
        )
        return value_of(
            Handover,
            row,
            content=_content(row.content),
            items=tuple(value_of(HandoverItem, item) for item in items),
            objections=tuple(value_of(Objection, objection) for objection in objections),
        )


def _content(stored: dict[str, Any]) -> HandoverContent:
    """The content of a row; pairs come back as tuples."""
    pairs = {"contingencies", "equipment", "hand_items"}
    read: dict[str, Any] = {
        name: tuple(tuple(pair) for pair in value) if name in pairs else value
        for name, value in stored.items()
    }
    return HandoverContent(**read)
