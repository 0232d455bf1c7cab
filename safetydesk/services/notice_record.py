"""What became of every notice that left the house, and of every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.notice import NoticeFailure
from safetydesk.services.outside_notices import BROKEN_OFF_AFTER, SHOWN_FOR
from safetydesk.services.views_escalation import DeliveryView

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.transaction import Transactions
    from safetydesk.storage.stores.notices import Delivery

BEGUN = "begun"


class NoticeRecord:
    """Reads the deliveries; they are written by whoever sends."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def recent(self) -> list[DeliveryView]:
        """The sendings of the last thirty days, the newest first; one row each, as it ended."""
        with self._transactions.read() as uow:
            now = self._transactions.clock.now()
            names = {way.id: way.name for way in uow.notices.channels()}
            written = uow.notices.deliveries(now - SHOWN_FOR)
        ended = {(d.step_id, d.channel_id) for d in written if d.state != BEGUN}
        shown = [
            _view(d, names.get(d.channel_id, ""), now)
            for d in written
            if d.state != BEGUN or (d.step_id, d.channel_id) not in ended
        ]
        return shown[::-1]


def _view(delivery: Delivery, name: str, now: datetime) -> DeliveryView:
    """A sending; one that was begun long ago and never ended was broken off."""
    failure = NoticeFailure(delivery.failure) if delivery.failure else None
    if delivery.state == BEGUN and now - delivery.at >= BROKEN_OFF_AFTER:
        failure = NoticeFailure.BROKEN_OFF
    return DeliveryView(
        id=delivery.id,
        at=delivery.at,
        channel=name,
        is_test=delivery.step_id is None,
        is_delivered=delivery.state == "delivered",
        failure=failure,
        detail=delivery.detail,
    )
