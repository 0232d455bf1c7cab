"""Queries of the ways out of the house and of every sending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.domain.escalation import StepKind
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.escalation import (
    EscalationFiredRow,
    EscalationStepRow,
    NoticeDeliveryRow,
    OutsideChannelRow,
)
from safetydesk.storage.tables.reminders import ReminderRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BEGUN, DELIVERED, FAILED = "begun", "delivered", "failed"


@dataclass(frozen=True)
class Channel:
    """A way out of the house. ``address`` may hold a secret: it is for sending, not for showing."""

    id: int
    version: int
    name: str
    address: str
    expected: str
    with_title: bool
    enabled: bool


@dataclass(frozen=True)
class Delivery:
    """What was written about one sending; ``step_id`` is None for a test."""

    id: int
    step_id: int | None
    channel_id: int
    state: str
    at: datetime
    failure: str
    detail: str
    text: str


@dataclass(frozen=True)
class OutsideStep:
    """A step that has left, or should leave, the house: about which row of the ledger."""

    step_id: int
    item: str
    level: int
    title: str
    kind: str
    due_at: datetime
    fired_at: datetime


class NoticeStore:
    """The only way to the rows of outside notices."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    def channels(self, *, enabled: bool = False) -> list[Channel]:
        """The ways out by name; with ``enabled`` only those that are switched on."""
        query = select(OutsideChannelRow).order_by(OutsideChannelRow.name)
        if enabled:
            query = query.where(OutsideChannelRow.enabled)
        return [value_of(Channel, row) for row in self._session.scalars(query)]

    def channel(self, channel_id: int) -> Channel:
        """One of them.

        Raises:
            NotFound: there is none of that number.
        """
        row = self._session.get(OutsideChannelRow, channel_id)
        if row is None:
            raise NotFound("channel.unknown", id=channel_id)
        return value_of(Channel, row)

    def add_channel(self, values: dict[str, Any]) -> int:
        """A new way out; its number."""
        row = OutsideChannelRow(version=1, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def change_channel(self, channel_id: int, version: int, values: dict[str, Any]) -> None:
        """Changes one that is still as the editor saw it.

        Raises:
            StaleVersion: somebody else saved first.
        """
        row = self._session.get(OutsideChannelRow, channel_id)
        if row is None or row.version != version:
            raise StaleVersion("channel.stale", id=channel_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def unsent(self, channel_id: int, since: datetime) -> list[OutsideStep]:
        """The steps taken since an instant whose sending on a channel has not begun."""
        begun = exists().where(
            NoticeDeliveryRow.step_id == EscalationStepRow.id,
            NoticeDeliveryRow.channel_id == channel_id,
        )
        rows = self._session.execute(
            select(EscalationStepRow, EscalationFiredRow.at, ReminderRow)
            .join(EscalationFiredRow, EscalationFiredRow.step_id == EscalationStepRow.id)
            .join(ReminderRow, ReminderRow.id == EscalationStepRow.reminder_id)
            .where(
                EscalationStepRow.kind == StepKind.OUTSIDE.value,
                EscalationFiredRow.at >= since,
                ~EscalationFiredRow.nobody,
                ~begun,
            )
            .order_by(EscalationStepRow.id)
        )
        return [
            OutsideStep(
                step.id, row.item, step.level, row.title, row.guidance["kind"], row.due_at, at
            )
            for step, at, row in rows
        ]

    def begin(self, step_id: int | None, channel_id: int, at: datetime, text: str) -> bool:
        """Claims a sending; False where another desk has begun it."""
        made = sqlite.insert if self._sqlite else postgresql.insert
        statement = (
            made(NoticeDeliveryRow)
            .values(_values(step_id, channel_id, BEGUN, at, text=text))
            .on_conflict_do_nothing(index_elements=["step_id", "channel_id", "state"])
            .returning(NoticeDeliveryRow.id)
        )
        return self._session.scalar(statement) is not None

    def end(
        self,
        step_id: int | None,
        channel_id: int,
        at: datetime,
        *,
        failure: str = "",
        detail: str = "",
    ) -> None:
        """Writes down how a sending ended."""
        state = FAILED if failure else DELIVERED
        values = _values(step_id, channel_id, state, at, failure=failure, detail=detail[:200])
        self._session.execute(insert(NoticeDeliveryRow).values(values))

    def deliveries(self, since: datetime) -> list[Delivery]:
        """What was written about sendings since an instant, in order."""
        rows = self._session.scalars(
            select(NoticeDeliveryRow)
            .where(NoticeDeliveryRow.at >= since)
            .order_by(NoticeDeliveryRow.id)
        )
        return [value_of(Delivery, row) for row in rows]


def _values(
    step_id: int | None,
    channel_id: int,
    state: str,
    at: datetime,
    *,
    failure: str = "",
    detail: str = "",
    text: str = "",
) -> dict[str, Any]:
    """One row of the sendings."""
    return {
        "step_id": step_id,
        "channel_id": channel_id,
        "state": state,
        "at": at,
        "failure": failure,
        "detail": detail,
        "text": text,
    }
