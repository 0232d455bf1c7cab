"""What screens and sheets receive about warnings and calls; all derived for one instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.calling import CallMeans
from safetydesk.domain.warning import MessageKind

if TYPE_CHECKING:
    from safetydesk.domain.calling import CallLine, CallList, CallState, CallTally
    from safetydesk.domain.warning import (
        WarningSignal,
        WarningState,
        WarningStatement,
        WarningStepKind,
    )
    from safetydesk.domain.warning_duties import WarningDuty

SYSTEM = "系统"
"""How a warning usually comes in."""


@dataclass(frozen=True)
class NewMessage:
    """A message to be taken in; ``received_at`` None: now."""

    statement: WarningStatement
    kind: MessageKind = MessageKind.ISSUED
    received_at: datetime | None = None
    means: str = SYSTEM


@dataclass(frozen=True)
class NewStep:
    """An act of the desk to be written; ``message_id`` None: about the newest message."""

    kind: WarningStepKind
    to_whom: str = ""
    means: str = ""
    units: tuple[str, ...] = ()
    text: str = ""
    at: datetime | None = None
    message_id: int | None = None


@dataclass(frozen=True)
class CallLineView:
    """A line of the board at an instant; ``due_at`` is when the next one is called."""

    line: CallLine
    state: CallState
    due_at: datetime | None


@dataclass(frozen=True)
class CallListView:
    """A call list at an instant, in the order of the list."""

    call_list: CallList
    lines: tuple[CallLineView, ...]
    tally: CallTally


@dataclass(frozen=True)
class WarningView:
    """A warning at an instant, with what is owed for it and its newest call list.

    ``minded`` are areas that the newest message's text names and its list does not; ``dropped``
    those that the message before it listed.
    """

    warning: WarningSignal
    state: WarningState
    duties: tuple[WarningDuty, ...] = ()
    calls: CallListView | None = None
    minded: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def next_duty(self) -> WarningDuty | None:
        """What is due next."""
        owed = [duty for duty in self.duties if not duty.is_done]
        return min(owed, key=lambda duty: duty.due_at, default=None)


@dataclass(frozen=True)
class WarningBoard:
    """The page: what needs attention, and what is over."""

    at: datetime
    open: tuple[WarningView, ...] = ()
    past: tuple[WarningView, ...] = ()
    roll_filed_at: datetime | None = None


@dataclass(frozen=True)
class ForwardGroup:
    """A group of the directory to which warnings go, with its units."""

    name: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewCallStep:
    """A step on a line to be written; ``at`` None: now."""

    line_id: int
    at: datetime | None = None
    who: str = ""
    text: str = ""
    means: CallMeans = CallMeans.PHONE
