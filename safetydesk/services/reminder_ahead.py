"""What is written in the ledger a moment before its instant, and is not to be shown until then.

A commit waits for the disk. Written ahead, an alarm is told at its instant from memory, and what
falls due close together is one commit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.alarm_state import Raised, state_of
from safetydesk.domain.reminder import AlarmLevel, DutyKind, Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.services.escalation import ChainPolicy
    from safetydesk.services.reminder_book import Book, Page

AHEAD = timedelta(seconds=3)
"""How far ahead a row may be written."""
LEAD = timedelta(seconds=1.5)
"""How far ahead of the nearest instant writing begins: longer than from one beat to the next."""


def may_be_ahead(occurrence: Occurrence, policy: ChainPolicy) -> bool:
    """Whether nothing is said in the log with it: the log does not say what is not true yet."""
    if occurrence.level is AlarmLevel.TOP or occurrence.kind is DutyKind.PRESENCE:
        return False
    return policy.is_discreet(occurrence.level, AHEAD)


class ToCome:
    """Tells the rows of one desk that are not to be shown yet.

    What was shown once stays: a clock set back takes no alarm away.
    """

    def __init__(self) -> None:
        self._shown: frozenset[int] = frozenset()

    def shown(self, book: Book, now: datetime) -> Book:
        """The list without the rows whose instant is still to come; remembers those it leaves."""
        pages = {item: self._shown_of(page, now) for item, page in book.pages.items()}
        left = {item: page for item, page in pages.items() if page is not None}
        self._shown = frozenset(row.id for page in left.values() for row in page.rows)
        return replace(book, pages=left)

    def shown_of(self, pages: Iterable[Page], now: datetime) -> list[Page]:
        """Some pages of the list as they are to be shown, and remembered with the others."""
        left = [shown for page in pages if (shown := self._shown_of(page, now)) is not None]
        self._shown |= {row.id for page in left for row in page.rows}
        return left

    def last_before(self, book: Book, now: datetime) -> int | None:
        """The number of the last row before those to come; None where there are none.

        A mute that begins now covers no alarm that nobody has seen or heard yet.
        """
        rows = (row for page in book.pages.values() for row in page.rows)
        first = min((row.id for row in rows if self._is_to_come(row, now)), default=None)
        return None if first is None else first - 1

    def waiting(self, book: Book, now: datetime) -> list[tuple[datetime, str]]:
        """The instants at which rows of the list are to be shown, each with its item."""
        rows = (row for page in book.pages.values() for row in page.rows)
        due = (row.occurrence for row in rows if self._is_to_come(row, now))
        return [(occurrence.stage_at, occurrence.item) for occurrence in due]

    def _shown_of(self, page: Page, now: datetime) -> Page | None:
        """The page as it is to be shown; None where nothing of it is."""
        rows = tuple(row for row in page.rows if not self._is_to_come(row, now))
        if len(rows) == len(page.rows):
            return page
        if not rows:
            return None
        state = state_of(rows, page.acts)
        if not state.is_listed:  # its reason went before the instant of the row to come
            return None
        steps = tuple(step for step in page.steps if step.reminder_id <= rows[-1].id)
        return replace(page, rows=rows, steps=steps, state=state)

    def _is_to_come(self, row: Raised, now: datetime) -> bool:
        """Whether the row was written ahead and its instant is not here."""
        at = row.occurrence.stage_at
        return now < at <= now + AHEAD and row.id not in self._shown
