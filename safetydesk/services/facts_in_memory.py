"""Facts that were read once and stand until somebody writes, or another minute begins.

Every act of anybody leaves a row in the audit trail in its own transaction (architecture B.10), so
that its newest rows say, within the snapshot that is read, whether anything was written since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.clock import whole_minute

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.reminder import DutyState
    from safetydesk.services.reminder_book import DutyStateSource
    from safetydesk.storage.unit_of_work import UnitOfWork


class FactsInMemory:
    """Gives what a source gave last, as long as that cannot be another answer. For any thread."""

    def __init__(self, source: DutyStateSource) -> None:
        self._source = source
        self._known: tuple[object, DutyState] | None = None

    def forget(self) -> None:
        """They may be others, though the audit trail says nothing."""
        self._known = None

    def state(self, uow: UnitOfWork, now: datetime) -> DutyState:
        """All that reminders are derived from."""
        mark, known = (uow.audit.newest_numbers(), whole_minute(now)), self._known
        if known is not None and known[0] == mark:
            return known[1]
        state = self._source.state(uow, now)
        self._known = (mark, state)
        return state
