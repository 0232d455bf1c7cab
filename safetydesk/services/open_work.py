"""What is open right now, as other services see it: incidents, obligations, matters.

The handover drafts its sheet from this. Each area adds its source in ``app.wiring``; none knows
the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.handover import OpenItem
    from safetydesk.storage.unit_of_work import UnitOfWork


class OpenWork(Protocol):
    """A source of open items."""

    def items(self, uow: UnitOfWork, now: datetime) -> list[OpenItem]:
        """Everything of this area that is open at an instant."""
        ...
