"""When somebody's duty began that goes on from turn to turn: the presence of it is carried on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.spans import Span
from safetydesk.services.duty_planning import plan_of

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan
    from safetydesk.storage.unit_of_work import UnitOfWork

_BEFORE = timedelta(days=8)
"""A week's duty and the day after it."""


def planned_runs(uow: UnitOfWork, window: Span) -> list[DutySpan]:
    """Planned duties that meet a window, with turns that touch as one; no facts."""
    return uow.once((planned_runs, window), lambda: _resolved(uow, window))


def _resolved(uow: UnitOfWork, window: Span) -> list[DutySpan]:
    around = Span(window.start - _BEFORE, window.end)
    spans = resolve(plan_of(uow, around, around.start)).spans
    return [span for span in spans if span.end > window.start]


def begun(uow: UnitOfWork, window: Span) -> dict[tuple[str, str], datetime]:
    """For each (person, post) whose duty reaches into a window: when it began."""
    return {
        (span.person, span.post): span.start
        for span in planned_runs(uow, window)
        if span.start <= window.start
    }
