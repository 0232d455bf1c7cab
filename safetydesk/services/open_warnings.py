"""The warnings in force, as the handover carries them on (十交 5: 预警与响应状态)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.handover import OpenItem
from safetydesk.domain.warning import WarningLevel
from safetydesk.domain.wording import moment
from safetydesk.services.warning_reading import board_of

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.services.views_warnings import WarningView
    from safetydesk.storage.unit_of_work import UnitOfWork


class OpenWarnings:
    """A source of open items: every warning until it is lifted, cancelled or has lapsed."""

    def items(self, uow: UnitOfWork, now: datetime) -> list[OpenItem]:
        """The open warnings; orange and red ones are of level Ⅱ and Ⅰ, the others Ⅲ."""
        zone = uow.office.facts().zoneinfo
        return [_item(view, now, zone) for view in board_of(uow, now, past=0).open]


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
        next_step=owed.kind.chinese_name if owed else "解除",
        next_due_at=owed.due_at if owed else statement.in_force_until,
    )
