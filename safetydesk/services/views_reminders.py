"""What the alarm list knows of each item: its newest rung, where it stands and what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.escalation import StepKind
from safetydesk.services import views_frame
from safetydesk.services.views_frame import AlarmAct, AlarmView, UpcomingView

if TYPE_CHECKING:
    from safetydesk.domain.alarm_state import AlarmState
    from safetydesk.domain.reminder import AlarmLevel, DutyKind, Guidance, Stage, Upcoming


@dataclass(frozen=True)
class AlarmItem:
    """One item of the alarm list; frozen at the instant it was asked for.

    ``presentation`` changes whenever the item asks for attention anew (a new rung, an
    acknowledgement that lapsed, a handover): a desk shows and sounds each value once.
    """

    item: str
    kind: DutyKind
    stage: Stage
    level: AlarmLevel
    title: str
    to_whom: str
    due_at: datetime
    stage_at: datetime
    raised_at: datetime
    guidance: Guidance
    closable: bool
    state: AlarmState
    presentation: str
    shelf_until_at_most: datetime | None
    step: StepKind = StepKind.DESK
    """The strongest step of its escalation that was taken."""

    @property
    def calls(self) -> bool:
        """Whether it asks for attention now."""
        return self.state.calls

    @property
    def order(self) -> tuple[int, datetime, str]:
        """By level, then by due time (peers F4.27)."""
        return (self.level, self.due_at, self.item)

    def view(self) -> AlarmView:
        """The item as the frame's alarm list shows it."""
        state = self.state
        standing = views_frame.AlarmState.ACTIVE
        if state.shelf is not None:
            standing = views_frame.AlarmState.SHELVED
        elif state.is_cleared:
            standing = views_frame.AlarmState.CLOSED
        elif state.is_acknowledged:
            standing = views_frame.AlarmState.ACKNOWLEDGED
        seen = state.acknowledgement or state.lapsed
        return AlarmView(
            key=self.item,
            level=int(self.level),
            title=self.title,
            due_at=self.due_at,
            to_whom=self.to_whom,
            state=standing,
            acknowledged_by=seen.by if seen else "",
            acknowledged_at=seen.at if seen else None,
            shelved_until=state.shelf.until if state.shelf else None,
            guidance=views_frame.Guidance(
                self.guidance.lead, self.guidance.number, self.guidance.text
            ),
            response="" if state.is_cleared else self.kind.response,
            acts=self._acts(),
        )

    def _acts(self) -> frozenset[AlarmAct]:
        """What may be done about it now."""
        allowed = {
            AlarmAct.OPEN: True,
            AlarmAct.RESPOND: bool(self.kind.response) and not self.state.is_cleared,
            AlarmAct.ACKNOWLEDGE: not self.state.is_acknowledged,
            AlarmAct.SHELVE: self.shelf_until_at_most is not None and self.state.shelf is None,
            AlarmAct.CLOSE: self.closable,
        }
        return frozenset(act for act, may in allowed.items() if may)


def upcoming_view(ahead: Upcoming) -> UpcomingView:
    """What comes, as the frame shows it."""
    return UpcomingView(ahead.at, ahead.title, ahead.who)
