"""The warnings in force, as the handover carries them on (十交 5: 预警与响应状态)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.handover import OpenItem
from safetydesk.domain.warning import WarningLevel
from safetydesk.domain.wording import moment
from safetydesk.services.set_apart import BY_HAND, one_by_one
from safetydesk.services.warning_reading import board_of, view_of

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.warning import WarningSignal
    from safetydesk.services.views_warnings import WarningView
    from safetydesk.storage.unit_of_work import UnitOfWork

_LIFTING = "解除"


class OpenWarnings:
    """A source of open items: every warning until it is lifted, cancelled or has lapsed."""

    def items(self, uow: UnitOfWork, now: datetime) -> list[OpenItem]:
        """The open warnings; orange and red ones are of level Ⅱ and Ⅰ, the others Ⅲ.

        One that no rule can read is carried on too, of level Ⅰ.
        """
        zone = uow.office.facts().zoneinfo
        items = one_by_one(
            lambda: (_item(view, now, zone) for view in board_of(uow, now, past=0).open),
            partial(uow.warnings.heads, now),
            lambda head: _item(view_of(uow, uow.warnings.get(head.id), now), now, zone),
            _unread,
        )
        return list(items)


def _unread(head: WarningSignal) -> OpenItem:
    """A warning whose messages or calls cannot be read."""
    return OpenItem(
        subject=f"warning:{head.id}",
        level=1,
        title=f"预警 {head.number}",
        situation=BY_HAND,
        next_step=_LIFTING,
    )


def _item(view: WarningView, now: datetime, zone: ZoneInfo) -> OpenItem:
    warning, statement = view.warning, view.warning.current.statement
    level = statement.level or WarningLevel.BLUE
    parts = [view.state.value]
    if statement.in_force_until is not None:
        parts.append(f"有效至{moment(statement.in_force_until, now, zone)}")
    if view.calls is not None:
        tally = view.calls.tally
        parts.append(f"应叫{tally.wanted}已应{tally.answered}")
    owed = view.next_duty
    return OpenItem(
        subject=f"warning:{warning.id}",
        level=min(int(level), 3),
        title=f"{warning.number} {warning.title}",
        situation="，".join(parts),
        next_step=owed.kind.chinese_name if owed else _LIFTING,
        next_due_at=owed.due_at if owed else statement.in_force_until,
    )
