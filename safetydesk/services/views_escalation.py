"""What screens know of the escalation policy, the ways out of the house, and sendings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.escalation import Policy
    from safetydesk.domain.notice import ChannelKind, NoticeFailure


@dataclass(frozen=True)
class PolicyView:
    """The policy that holds; without an edition it is the program's own."""

    policy: Policy
    edition: int | None = None
    entered_at: datetime | None = None
    entered_by: str = ""


@dataclass(frozen=True)
class ChannelView:
    """A way out of the house; ``address`` is shown without its secrets.

    ``last_state`` is "begun", "delivered", "failed" or empty.
    """

    id: int
    version: int
    name: str
    kind: ChannelKind
    address: str
    expected: str
    with_title: bool
    enabled: bool
    last_state: str = ""
    last_at: datetime | None = None
    last_failure: str = ""


@dataclass(frozen=True)
class DeliveryView:
    """One sending as it ended; neither delivered nor failed while it is under way."""

    id: int
    at: datetime
    channel: str
    is_test: bool
    is_delivered: bool
    failure: NoticeFailure | None
    detail: str
